//! The axis, its grid, and the tears of closed gaps.

use super::painter::{Painter, stroke};
use crate::layout::sizes::{LOWER, UPPER};
use crate::scene::{Fill, Rect, Target};

const UPPER_BASELINE: f64 = 20.0;
const LOWER_BASELINE: f64 = 40.5;
/// Where the fine divisions begin.
const LOWER_TOP: f64 = 29.0;
/// Half of the width of a torn edge, and of the torn-out stretch.
const TOOTH_PX: f64 = 3.0;
const TEAR_PX: f64 = 5.0;
const HALF_TRIANGLE_PX: f64 = 5.0;

/// Weekends and the axis' lines behind the tracks.
pub(super) fn grid(p: &mut Painter) {
    let (top, bottom) = (p.layout.top_px, p.layout.viewport.height_px);
    let (axis, theme) = (&p.layout.axis, p.theme);
    for &(x0, x1) in &axis.weekends {
        p.fill(Rect::between(x0, top, x1, bottom), theme.weekend);
    }
    for (ticks, color) in [(&axis.lower, theme.grid), (&axis.upper, theme.rule)] {
        for tick in ticks
            .iter()
            .filter(|tick| tick.x >= p.layout.viewport.left_px)
        {
            p.line((tick.x, top), (tick.x, bottom), stroke(color, 1.0));
        }
    }
}

/// The axis itself, in front of what is scrolled beneath it.
pub(super) fn axis(p: &mut Painter) {
    let (layout, theme) = (p.layout, p.theme);
    let (width, top, left) = (
        layout.viewport.width_px,
        layout.top_px,
        layout.viewport.left_px,
    );
    p.fill(Rect::between(0.0, 0.0, width, top), theme.panel);
    for tick in layout.axis.lower.iter().filter(|tick| tick.x >= left) {
        p.line((tick.x, LOWER_TOP), (tick.x, top), stroke(theme.rule, 1.0));
        p.text(tick.text_x, LOWER_BASELINE, LOWER, theme.muted, &tick.text);
    }
    for tick in &layout.axis.upper {
        if tick.x >= left {
            p.line((tick.x, 6.0), (tick.x, top), stroke(theme.rule, 1.0));
        }
        p.text(tick.text_x, UPPER_BASELINE, UPPER, theme.ink, &tick.text);
    }
    pills(p);
    if let Some(shelf) = &layout.shelf {
        p.text(
            layout.head_px + 8.0,
            LOWER_BASELINE,
            LOWER,
            theme.muted,
            shelf,
        );
    }
    p.line(
        (0.0, top - 0.5),
        (width, top - 0.5),
        stroke(theme.rule, 1.0),
    );
    p.line(
        (layout.head_px, 0.0),
        (layout.head_px, top),
        stroke(theme.rule, 1.0),
    );
    published(p);
}

/// Torn edges across all tracks.
pub(super) fn tears(p: &mut Painter) {
    let (layout, theme) = (p.layout, p.theme);
    let bottom = layout.viewport.height_px;
    for tear in &layout.axis.tears {
        let x = f64::midpoint(tear.x0, tear.x1);
        let between = Rect::between(x - TEAR_PX, layout.top_px, x + TEAR_PX, bottom);
        p.fill(between, theme.background);
        for edge in [x - TEAR_PX, x + TEAR_PX] {
            let zigzag = zigzag(edge, layout.top_px, bottom);
            p.polyline(zigzag, stroke(theme.link.over(theme.background, 0.6), 1.0));
        }
        let area = Rect::between(tear.x0, 0.0, tear.x1, bottom);
        p.hit(Target::Gap(tear.gap), area, tear.words.clone());
    }
}

fn zigzag(x: f64, top: f64, bottom: f64) -> Vec<(f64, f64)> {
    const STEP_PX: f64 = 7.0;
    let n = ((bottom - top) / STEP_PX).ceil().max(1.0) as usize;
    (0..=n)
        .map(|i| {
            let side = if i % 2 == 0 { -TOOTH_PX } else { TOOTH_PX };
            (x + side, (top + i as f64 * STEP_PX).min(bottom))
        })
        .collect()
}

/// The lengths of closed gaps, on the axis.
fn pills(p: &mut Painter) {
    let (layout, theme) = (p.layout, p.theme);
    for tear in &layout.axis.tears {
        let width = LOWER.width(&tear.text);
        let x = f64::midpoint(tear.x0, tear.x1) - width / 2.0;
        let pill = Rect::between(x - 8.0, 6.0, x + width + 8.0, 26.0);
        p.rect(
            pill,
            10.0,
            Some(Fill::Plain(theme.weekend)),
            Some(stroke(theme.rule, 1.0)),
        );
        p.text(x, UPPER_BASELINE, LOWER, theme.muted, &tear.text);
    }
}

/// Small triangles where articles were published.
fn published(p: &mut Painter) {
    let (layout, theme) = (p.layout, p.theme);
    for mark in &layout.axis.published {
        let (x, y) = (mark.x, layout.top_px);
        let corners = vec![
            (x - HALF_TRIANGLE_PX, y - 7.5),
            (x + HALF_TRIANGLE_PX, y - 7.5),
            (x, y),
        ];
        p.polygon(corners, theme.accent);
        let area = Rect::between(x - 12.0, y - 24.0, x + 12.0, y);
        p.hit(
            Target::Published(mark.articles.clone()),
            area,
            mark.words.clone(),
        );
    }
}
