//! The date grammar: what an event's date looks like, and how wide it is.

use super::sizes::{DISC_PX, INSIDE, LEAST_BAR_PX, LEAST_CAPSULE_PX};
use super::{Mark, Scale, Side};
use crate::chronology::{Event, Form, When};
use crate::time::{DAY, Granularity, Interval, Minutes, Modifier};

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

/// The time that is drawn: what the text says, never the day to which knowledge narrowed it; there the sign in
/// the window stands.
pub(super) fn drawn(when: &When) -> Interval {
    let said = when
        .said
        .filter(|_| when.granularity > Granularity::Day && when.form == Form::Point);
    said.filter(|said| said.len().is_some())
        .unwrap_or(when.interval)
}

/// The mark of an event; nothing where no date is known.
pub(super) fn extent(event: &Event, scale: &Scale, px: f64) -> Option<Extent> {
    let interval = drawn(&event.when);
    let x = |moment: Minutes| scale.position(moment) * px;
    let inferred = event
        .when
        .interval
        .middle()
        .filter(|_| interval != event.when.interval);
    match (interval.start, interval.end) {
        (Some(start), Some(end)) => {
            let whole = closed(event, x(start), x(end), end - start);
            let at = inferred.map_or(whole.at, x);
            Some(Extent { at, ..whole })
        }
        (Some(start), None) => Some(open(event, x(start), Side::Right)),
        (None, Some(end)) => Some(open(event, x(end), Side::Left)),
        (None, None) => None,
    }
}

fn closed(event: &Event, x0: f64, x1: f64, minutes: Minutes) -> Extent {
    let (status, width, at) = (event.status, x1 - x0, f64::midpoint(x0, x1));
    let mark = if event.count > 1 || event.when.form == Form::Count {
        Mark::Count(event.count, status)
    } else if minutes <= DAY {
        Mark::Disc(status)
    } else if event.when.form == Form::Span {
        Mark::Bar(status)
    } else if width < LEAST_CAPSULE_PX {
        Mark::HollowDisc(status)
    } else if event.when.modifier == Some(Modifier::Approx) {
        Mark::Fading(status)
    } else {
        Mark::Capsule(status)
    };
    let least = match mark {
        Mark::Disc(_) | Mark::HollowDisc(_) => DISC_PX,
        Mark::Bar(_) => LEAST_BAR_PX,
        Mark::Count(n, _) => count_width(n),
        _ => LEAST_CAPSULE_PX,
    };
    let half = width.max(least) / 2.0;
    Extent {
        x0: at - half,
        x1: at + half,
        at,
        mark,
    }
}

fn open(event: &Event, edge: f64, side: Side) -> Extent {
    let (x0, x1) = match side {
        Side::Left => (edge - OPEN_PX, edge),
        Side::Right => (edge, edge + OPEN_PX),
    };
    let mark = if event.count > 1 {
        Mark::Count(event.count, event.status)
    } else if event.when.form == Form::Span {
        Mark::OpenBar(side, event.status)
    } else {
        Mark::Open(side, event.status)
    };
    Extent {
        x0,
        x1,
        at: edge,
        mark,
    }
}

/// "×4".
pub fn count_text(count: u32) -> String {
    format!("×{count}")
}

fn count_width(count: u32) -> f64 {
    INSIDE.width(&count_text(count)) + 16.0
}

impl Mark {
    /// Whether the mark is small and exact, and belongs on the main line.
    pub(super) fn is_exact(self) -> bool {
        matches!(self, Self::Disc(_) | Self::Bar(_) | Self::HollowDisc(_))
    }
}
