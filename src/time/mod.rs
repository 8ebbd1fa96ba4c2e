//! Civil time: days, minutes, granularity, intervals, and the calendar's ladder.
//!
//! Time here is civil and without zone, in the proleptic Gregorian calendar throughout, as ISO 8601
//! has it (year 0 is 1 BC). A moment is a number of minutes since 1 January 1970 00:00 ([`Minutes`]);
//! a [`Day`] is a number of days since then. An [`Interval`] is half-open, and either side may be
//! open. How much of a date is known is its [`Granularity`]. Only this room names chrono.

mod day;
mod interval;
mod iso;
mod ladder;

pub use day::{Day, Weekday, easter};
pub use interval::Interval;
pub use iso::{ParseDateError, parse_date};
pub use ladder::Rung;

use serde::{Deserialize, Serialize};

/// Minutes since 1 January 1970 00:00, civil time.
pub type Minutes = i64;

/// Minutes in a day.
pub const DAY: Minutes = 24 * 60;

/// How much of a date is known: the unit that the text names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Granularity {
    /// A clock time with minutes.
    Minute,
    /// A full hour.
    Hour,
    /// A part of a day: morning, evening.
    Part,
    /// A day.
    Day,
    /// An ISO week or a weekend.
    Week,
    /// A month.
    Month,
    /// A season, of three months.
    Season,
    /// A quarter of a year.
    Quarter,
    /// Half a year.
    Half,
    /// A year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

impl Granularity {
    /// The name used in JSON and in language files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Part => "part",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Season => "season",
            Self::Quarter => "quarter",
            Self::Half => "half",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
        }
    }
}

/// A TIMEX3 modifier (`mod`): what the words say about the value beside naming it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Modifier {
    /// About, around.
    Approx,
    /// Early in, the beginning of.
    Start,
    /// The middle of.
    Mid,
    /// Late in, the end of.
    End,
    /// Before.
    Before,
    /// After.
    After,
    /// On or before: until, by.
    OnOrBefore,
    /// On or after: since, from.
    OnOrAfter,
    /// Less than (durations).
    LessThan,
    /// More than (durations).
    MoreThan,
    /// Equal or less (durations).
    EqualOrLess,
    /// Equal or more (durations).
    EqualOrMore,
}

impl Modifier {
    /// All modifiers.
    pub const ALL: [Self; 12] = [
        Self::Approx,
        Self::Start,
        Self::Mid,
        Self::End,
        Self::Before,
        Self::After,
        Self::OnOrBefore,
        Self::OnOrAfter,
        Self::LessThan,
        Self::MoreThan,
        Self::EqualOrLess,
        Self::EqualOrMore,
    ];

    /// The TIMEX3 name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Approx => "APPROX",
            Self::Start => "START",
            Self::Mid => "MID",
            Self::End => "END",
            Self::Before => "BEFORE",
            Self::After => "AFTER",
            Self::OnOrBefore => "ON_OR_BEFORE",
            Self::OnOrAfter => "ON_OR_AFTER",
            Self::LessThan => "LESS_THAN",
            Self::MoreThan => "MORE_THAN",
            Self::EqualOrLess => "EQUAL_OR_LESS",
            Self::EqualOrMore => "EQUAL_OR_MORE",
        }
    }
}
