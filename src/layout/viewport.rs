//! The stretch of time in view, and where it falls on the picture.

use super::Scale;
use crate::time::{DAY, Interval, Minutes};

/// What is in view: a stretch of the scale, drawn from `left_px` to `width_px` of a picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// Scale position at `left_px`.
    pub from: f64,
    /// Scale position at `width_px`.
    pub to: f64,
    /// Where the time begins: the track heads and the shelf are left of it (see [`super::left_px`]).
    pub left_px: f64,
    /// Width of the whole picture, track heads included.
    pub width_px: f64,
    /// Height of the whole picture, axis included.
    pub height_px: f64,
    /// How far the tracks are scrolled up.
    pub scroll_px: f64,
}

/// The closest zoom shows this many minutes; closer, the axis has nothing to say.
pub const CLOSEST: f64 = 30.0;
/// The farthest zoom shows this many times the whole scale.
const FARTHEST: f64 = 3.0;
/// Free room at either side of what is fitted, as a share of its length.
const MARGIN: f64 = 0.04;
/// What is fitted gets at least this many minutes, so that a single day does not fill the window.
const LEAST_FIT: f64 = 20.0 * DAY as f64;

impl Viewport {
    /// The view of everything.
    pub fn fit(scale: &Scale, left_px: f64, width_px: f64, height_px: f64) -> Self {
        let mut viewport = Self {
            from: 0.0,
            to: 1.0,
            left_px,
            width_px,
            height_px,
            scroll_px: 0.0,
        };
        viewport.set(0.0, scale.length(), LEAST_FIT);
        viewport
    }

    /// Shows a stretch of time with a margin, at the zoom that suits it.
    pub fn show(&mut self, interval: Interval, scale: &Scale) {
        let (from, to) = match (interval.start, interval.end) {
            (Some(start), Some(end)) => (scale.position(start), scale.position(end)),
            (Some(edge), None) | (None, Some(edge)) => (scale.position(edge), scale.position(edge)),
            (None, None) => (0.0, scale.length()),
        };
        self.set(from, to, 3.0 * DAY as f64);
    }

    /// Brings a moment into view without zooming; does nothing when it is there already.
    pub fn reveal(&mut self, moment: Minutes, scale: &Scale) {
        let at = scale.position(moment);
        if at < self.from || at > self.to {
            let half = (self.to - self.from) / 2.0;
            (self.from, self.to) = (at - half, at + half);
        }
    }

    /// Zooms by a factor (above 1: closer) so that what is at `x` stays there.
    pub fn zoom_at(&mut self, x: f64, factor: f64, scale: &Scale) {
        if !(factor.is_finite() && factor > 0.0) {
            return;
        }
        let farthest = (scale.length() * FARTHEST).max(LEAST_FIT * FARTHEST);
        let length = ((self.to - self.from) / factor).clamp(CLOSEST, farthest);
        let fixed = self.position_from_x(x);
        let share = (fixed - self.from) / (self.to - self.from);
        self.from = fixed - share * length;
        self.to = self.from + length;
        self.hold(scale);
    }

    /// Moves the picture right by so many pixels, back in time.
    pub fn pan(&mut self, dx_px: f64, scale: &Scale) {
        let by = dx_px / self.px_per_minute();
        self.from -= by;
        self.to -= by;
        self.hold(scale);
    }

    /// Scrolls the tracks, whose height together is [`super::Layout::content_px`], up by so many pixels.
    pub fn scroll(&mut self, dy_px: f64, content_px: f64) {
        let most = (content_px + super::sizes::AXIS_PX - self.height_px).max(0.0);
        self.scroll_px = (self.scroll_px + dy_px).clamp(0.0, most);
    }

    /// Gives the picture another size; the stretch of time in view stays.
    pub fn resize(&mut self, left_px: f64, width_px: f64, height_px: f64) {
        (self.left_px, self.width_px, self.height_px) = (left_px, width_px, height_px);
    }

    /// Pixels for a minute.
    pub fn px_per_minute(&self) -> f64 {
        (self.width_px - self.left_px).max(1.0) / (self.to - self.from)
    }

    /// Where a scale position falls on the picture.
    pub fn x_from_position(&self, position: f64) -> f64 {
        self.left_px + (position - self.from) * self.px_per_minute()
    }

    /// The scale position at `x`.
    pub fn position_from_x(&self, x: f64) -> f64 {
        self.from + (x - self.left_px) / self.px_per_minute()
    }

    /// Where a moment falls on the picture.
    pub fn x_from_time(&self, moment: Minutes, scale: &Scale) -> f64 {
        self.x_from_position(scale.position(moment))
    }

    /// The moment at `x`, with its fraction of a minute.
    pub fn time_from_x(&self, x: f64, scale: &Scale) -> f64 {
        scale.time(self.position_from_x(x))
    }

    /// The stretch of time in view.
    pub fn interval(&self, scale: &Scale) -> Interval {
        let start = scale.time(self.from).floor() as Minutes;
        let end = scale.time(self.to).ceil() as Minutes;
        Interval::new(start, end.max(start + 1))
    }

    fn set(&mut self, from: f64, to: f64, least: f64) {
        let middle = (from + to) / 2.0;
        let half = ((to - from) * (1.0 + 2.0 * MARGIN)).max(least) / 2.0;
        (self.from, self.to) = (middle - half, middle + half);
    }

    /// Keeps some of the scale in view.
    fn hold(&mut self, scale: &Scale) {
        let length = self.to - self.from;
        let from = self
            .from
            .clamp(-0.9 * length, scale.length() - 0.1 * length);
        (self.from, self.to) = (from, from + length);
    }
}
