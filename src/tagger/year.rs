//! Finds the year that a date without one belongs to: by an anchor, by the story, or by the tense.

use super::context::Anchor;
use super::resolve::{Request, Resolved};
use super::tense::Direction;
use crate::time::{Day, Granularity};

/// A year found, and how.
pub(super) struct Dated {
    pub year: i32,
    pub anchor: Option<Anchor>,
    pub directed: bool,
}

impl Dated {
    pub fn tell(&self, mut resolved: Resolved) -> Resolved {
        resolved.directed = self.directed;
        match self.anchor {
            Some(anchor) => resolved.counted_from(anchor),
            None => resolved,
        }
    }
}

/// The year of a month, and perhaps a day in it: written, moved from an anchor, told before, or by the
/// tense. `Some(None)`: nothing gives a year; `None`: the words contradict themselves.
pub(super) fn year_of(request: &Request, month: u32, day: Option<u32>) -> Option<Option<Dated>> {
    let (slots, context) = (request.slots, request.context);
    if let Some(year) = slots.iso_year() {
        let (anchor, directed) = (None, false);
        return Some(Some(Dated {
            year,
            anchor,
            directed,
        }));
    }
    let from = |anchor: Anchor, by: i64| {
        let year = anchor.day.year() + i32::try_from(by).ok()?;
        let directed = false;
        Some(Dated {
            year,
            anchor: Some(anchor),
            directed,
        })
    };
    if let Some(which) = slots.which_year {
        // "27. september to år senere": the amount says how many years.
        let by = match slots.amount {
            Some(amount) => amount.rounded()? * which.by.signum(),
            None => which.by,
        };
        return Some(
            context
                .anchor(which.told)
                .and_then(|anchor| from(anchor, by)),
        );
    }
    if let Some(which) = slots.which {
        let Some(anchor) = context.anchor(which.told) else {
            return Some(None);
        };
        let here = (anchor.day.month(), anchor.granularity);
        let by = match which.by {
            0 => 0,
            by if by < 0 => by + i64::from(month < here.0),
            by => by - i64::from(month > here.0 && here.1 < Granularity::Year),
        };
        return Some(from(anchor, by));
    }
    let fits = |dated: &Option<Dated>| {
        let date = dated
            .as_ref()
            .and_then(|dated| Day::from_ymd(dated.year, month, day?));
        let weekday = slots.weekday.filter(|_| date.is_some());
        weekday.is_none_or(|weekday| date.is_some_and(|date| date.weekday().iso() == weekday))
    };
    let published = context.publication();
    let nearest = match published {
        Some(anchor) => Some(nearest_year(
            anchor.day,
            month,
            day,
            slots.weekday,
            request.direction,
        )?),
        None => None,
    };
    let recent = || {
        let date = Day::from_ymd(nearest?, month, day?)?;
        Some(RECENTLY.contains(&(published?.day.number() - date.number())))
    };
    if let Some(anchor) = context.story(request.direction)
        && (context.is_in_story() || recent() != Some(true))
    {
        let earlier = (month, day) < (anchor.day.month(), day.map(|_| anchor.day.day()));
        let by = match anchor.granularity < Granularity::Year && earlier && request.listed {
            // Lines that begin with their dates run forward.
            true => 1,
            false => years_into_story(anchor, month),
        };
        let dated = from(anchor, by);
        // "Tuesday 27 August" tells its year by itself.
        if fits(&dated) {
            return Some(dated);
        }
    }
    let Some(mut year) = nearest else {
        return Some(None);
    };
    if let Some(before) = request.follows {
        year =
            before.year() + i32::from((month, day.unwrap_or(31)) < (before.month(), before.day()));
    }
    let (anchor, directed) = (published, true);
    Some(Some(Dated {
        year,
        anchor,
        directed,
    }))
}

/// A day that lies so many days before publication is news rather than part of an old story.
const RECENTLY: std::ops::RangeInclusive<i64> = 0..=120;

/// Months that lie so far before the month told last are those of the year after: a story goes on.
const BACK_IN_STORY: u32 = 6;

/// How many years after the date told last a month lies that follows it in a story.
fn years_into_story(told: Anchor, month: u32) -> i64 {
    let fine = told.granularity <= Granularity::Season;
    i64::from(fine && told.day.month() >= month + BACK_IN_STORY)
}

/// The year that brings a month or day nearest to publication; what lies against the tense counts as
/// farther away.
fn nearest_year(
    published: Day,
    month: u32,
    day: Option<u32>,
    weekday: Option<u32>,
    direction: Option<Direction>,
) -> Option<i32> {
    // How much farther a date counts that lies before publication, and one that lies after.
    let (before, after) = match direction {
        Some(Direction::Past) => (1, 4),
        Some(Direction::Future) => (20, 1),
        Some(Direction::Present) => (2, 1),
        None => (1, 3),
    };
    let cost = |year: &i32| {
        // The 29th of February is looked for in leap years only.
        let Some(date) = Day::from_ymd(*year, month, day.unwrap_or(1)) else {
            return i64::MAX;
        };
        let days = match day {
            Some(_) => date.number() - published.number(),
            None if (date.year(), date.month()) == (published.year(), published.month()) => 0,
            None => date.add_days(15).number() - published.number(),
        };
        let days = match weekday {
            // A year in which the day falls on the weekday told is nearer than any other.
            Some(weekday) if date.weekday().iso() != weekday => days * 1000,
            _ => days,
        };
        if days < 0 {
            -days * before
        } else {
            days * after
        }
    };
    let year = published.year();
    let around = [
        year,
        year - 1,
        year + 1,
        year - 2,
        year + 2,
        year - 3,
        year + 3,
    ];
    let nearest = around.into_iter().min_by_key(cost)?;
    (cost(&nearest) < i64::MAX).then_some(nearest)
}

pub(super) fn year_by(request: &Request, by: i64, told: bool) -> Option<Dated> {
    let anchor = request.context.anchor(told)?;
    Some(Dated {
        year: anchor.day.year() + i32::try_from(by).ok()?,
        anchor: Some(anchor),
        directed: false,
    })
}
