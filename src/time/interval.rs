//! Stretches of time.

use super::{Day, Minutes};
use serde::{Deserialize, Serialize};

/// A stretch of time from `start` up to, not including, `end`; `None` leaves a side open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Interval {
    /// First minute, if that side is bounded.
    pub start: Option<Minutes>,
    /// First minute after, if that side is bounded.
    pub end: Option<Minutes>,
}

impl Interval {
    /// All time: nothing is known.
    pub const UNKNOWN: Self = Self {
        start: None,
        end: None,
    };

    /// The interval with both sides known.
    pub fn new(start: Minutes, end: Minutes) -> Self {
        debug_assert!(start <= end, "an interval runs forward");
        Self {
            start: Some(start),
            end: Some(end),
        }
    }

    /// From the first day to the last, both included.
    pub fn days(first: Day, last: Day) -> Self {
        Self::new(first.start(), last.end().max(first.start()))
    }

    /// One whole day.
    pub fn day(day: Day) -> Self {
        Self::days(day, day)
    }

    /// A calendar month of `n` months, beginning with the month of `day`.
    pub fn months(day: Day, n: i64) -> Self {
        let first = day.first_of_month();
        Self::up_to(first, first.add_months(n))
    }

    /// `n` calendar years from 1 January of `year`; beyond the calendar, the year at its edge.
    pub fn years(year: i32, n: i32) -> Self {
        let first = Day::first_of_year(year.clamp(-9999, 9999));
        let next = Day::first_of_year(year.saturating_add(n).max(-9998));
        Self::up_to(first, next)
    }

    /// Up to the first day of the next month or year, or to the calendar's end where it has none.
    fn up_to(first: Day, next: Day) -> Self {
        let last = Day::from_number(i64::MAX);
        let end = if next == last {
            last.end()
        } else {
            next.start()
        };
        Self::new(first.start(), end)
    }

    /// The first day, if that side is bounded.
    pub fn first_day(self) -> Option<Day> {
        self.start.map(Day::of)
    }

    /// The last day, if that side is bounded.
    pub fn last_day(self) -> Option<Day> {
        self.end.map(|end| Day::of(end - 1))
    }

    /// Length in minutes, if both sides are bounded.
    pub fn len(self) -> Option<Minutes> {
        Some(self.end? - self.start?)
    }

    /// Whether it is bounded and holds no time.
    pub fn is_empty(self) -> bool {
        self.len().is_some_and(|len| len <= 0)
    }

    /// Whether neither side is bounded.
    pub fn is_unknown(self) -> bool {
        self == Self::UNKNOWN
    }

    /// What both share, or nothing.
    pub fn intersection(self, other: Self) -> Option<Self> {
        let start = match (self.start, other.start) {
            (Some(a), Some(b)) => Some(a.max(b)),
            (a, b) => a.or(b),
        };
        let end = match (self.end, other.end) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        let joint = Self { start, end };
        match joint.len() {
            Some(len) if len <= 0 => None,
            _ => Some(joint),
        }
    }

    /// Whether both share some time.
    pub fn overlaps(self, other: Self) -> bool {
        self.intersection(other).is_some()
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Self) -> bool {
        self.start
            .is_none_or(|start| other.start.is_some_and(|s| s >= start))
            && self
                .end
                .is_none_or(|end| other.end.is_some_and(|e| e <= end))
    }

    /// The shortest interval over both.
    pub fn hull(self, other: Self) -> Self {
        Self {
            start: self.start.zip(other.start).map(|(a, b)| a.min(b)),
            end: self.end.zip(other.end).map(|(a, b)| a.max(b)),
        }
    }

    /// The middle, if both sides are bounded.
    pub fn middle(self) -> Option<Minutes> {
        Some(self.start? + self.len()? / 2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_at_the_edge_of_the_calendar_hold_their_days() {
        let day = |text: &str| text.parse::<Day>().ok();
        let last = Interval::years(9999, 1);
        assert_eq!(last.last_day(), day("9999-12-31"));
        let december = Interval::months(Day::from_number(i64::MAX), 1);
        assert_eq!(december.last_day(), day("9999-12-31"));
        assert_eq!(Interval::years(102_019, 1), last);
        assert_eq!(Interval::years(-98_000, 1), Interval::years(-9999, 1));
    }

    #[test]
    fn open_sides_behave() {
        let since = Interval {
            start: Some(100),
            end: None,
        };
        let window = Interval::new(50, 150);
        assert_eq!(since.intersection(window), Some(Interval::new(100, 150)));
        assert_eq!(
            since.hull(window),
            Interval {
                start: Some(50),
                end: None
            }
        );
        assert!(since.contains(Interval::new(100, 101)));
        assert!(!window.contains(since));
        assert!(!Interval::new(0, 10).overlaps(Interval::new(10, 20)));
        assert!(Interval::UNKNOWN.contains(window));
    }
}
