//! The date grammar: what an event's date looks like, and how wide it is.

use super::sizes::{DISC_PX, INSIDE, LEAST_BAR_PX, LEAST_CAPSULE_PX};
use super::view::View;
use super::{Mark, Side};
use crate::chronology::{Event, Form, When};
use crate::time::{DAY, Granularity, Interval, Minutes, Modifier};
use crate::words::say_number;

/// An event's mark in pixels of the scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Extent {
    /// Left edge.
    pub x0: f64,
    /// Right edge.
    pub x1: f64,
    /// Where its disc, its sign and its line to other tracks stand.
    pub at: f64,
    /// What it looks like.
    pub mark: Mark,
}

/// Length of a mark without an end on one side.
const OPEN_PX: f64 = 72.0;

/// The time that is drawn: what the text says, never the day to which knowledge narrowed it.
pub(super) fn drawn(when: &When) -> Interval {
    let said = when
        .said
        .filter(|_| when.granularity > Granularity::Day && when.form == Form::Point);
    said.filter(|said| said.len().is_some())
        .unwrap_or(when.interval)
}

/// What decides an event's mark, at whatever zoom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// A known day, or less.
    Day,
    /// Lasted, both ends known.
    Span,
    /// A point in a window.
    Window,
    /// A point about a centre.
    Fading,
    /// A point in a window without an end on one side.
    Open(Side),
    /// A state that lasted, one end unknown.
    OpenBar(Side),
    /// So many in a window; that may be without an end on one side.
    Count(Option<Side>),
}

impl Sign {
    pub fn of(event: &Event) -> Self {
        let when = &event.when;
        let interval = drawn(when);
        let side = match (interval.start, interval.end) {
            (Some(_), None) => Some(Side::Right),
            (None, Some(_)) => Some(Side::Left),
            _ => None,
        };
        let is_span = when.form == Form::Span;
        match side {
            _ if event.count > 1 || when.form == Form::Count => Self::Count(side),
            Some(side) if is_span => Self::OpenBar(side),
            Some(side) => Self::Open(side),
            None if interval.len().is_some_and(|minutes| minutes <= DAY) => Self::Day,
            None if is_span => Self::Span,
            None if when.modifier == Some(Modifier::Approx) => Self::Fading,
            None => Self::Window,
        }
    }

    /// The side on which it has no end.
    fn side(self) -> Option<Side> {
        match self {
            Self::Open(side) | Self::OpenBar(side) => Some(side),
            Self::Count(side) => side,
            _ => None,
        }
    }
}

/// The mark of an event that has a date.
pub(super) fn extent(number: u32, view: &View) -> Extent {
    let roll = view.index.roll();
    let (sign, status) = (roll.sign(number), roll.status(number));
    let (start, end) = roll.span(number);
    let x = |moment: Minutes| view.scale.position(moment) * view.px;
    let (x0, x1) = (x(start), x(end));
    let mark = match sign {
        Sign::Count(_) => {
            let count = view.event(number).map_or(1, |event| event.count);
            Mark::Count(count, status)
        }
        Sign::Day => Mark::Disc(status),
        Sign::Span => Mark::Bar(status),
        Sign::Window | Sign::Fading if x1 - x0 < LEAST_CAPSULE_PX => Mark::HollowDisc(status),
        Sign::Fading => Mark::Fading(status),
        Sign::Window => Mark::Capsule(status),
        Sign::Open(side) => Mark::Open(side, status),
        Sign::OpenBar(side) => Mark::OpenBar(side, status),
    };
    match sign.side() {
        Some(side) => {
            let (x0, x1) = match side {
                Side::Left => (x0 - OPEN_PX, x0),
                Side::Right => (x0, x0 + OPEN_PX),
            };
            let at = match side {
                Side::Left => x1,
                Side::Right => x0,
            };
            Extent { x0, x1, at, mark }
        }
        None => {
            let least = match mark {
                Mark::Disc(_) | Mark::HollowDisc(_) => DISC_PX,
                Mark::Bar(_) => LEAST_BAR_PX,
                Mark::Count(n, _) => count_width(n),
                _ => LEAST_CAPSULE_PX,
            };
            let (at, half) = (f64::midpoint(x0, x1), (x1 - x0).max(least) / 2.0);
            Extent {
                x0: at - half,
                x1: at + half,
                at,
                mark,
            }
        }
    }
}

/// "×4".
pub fn count_text(count: u32) -> String {
    format!("×{count}")
}

fn count_width(count: u32) -> f64 {
    INSIDE.width(&count_text(count)) + 16.0
}

/// "+682".
pub fn more_text(count: usize) -> String {
    format!("+{}", say_number(count as i64))
}

/// Width of the pill that counts so many events.
pub(super) fn more_width(count: usize) -> f64 {
    INSIDE.width(&more_text(count)) + 14.0
}

impl Mark {
    /// Whether the mark covers a time in which nobody knows the moment.
    pub(super) fn is_window(self) -> bool {
        matches!(self, Self::Capsule(_) | Self::Fading(_) | Self::Count(..))
    }

    /// Whether the mark is small and exact, and belongs on the main line.
    pub(super) fn is_exact(self) -> bool {
        matches!(self, Self::Disc(_) | Self::Bar(_) | Self::HollowDisc(_))
    }
}
