//! Resolves days and periods of the calendar: dates, weekdays, seasons, decades, weeks, quarters, holidays.

use super::TimexType;
use super::calendar::{holiday_span, season_of, value_of, year_value};
use super::context::Anchor;
use super::resolve::{Request, Resolved, on_day};
use super::scan::Slots;
use super::tense::Direction;
use super::year::{Dated, year_by, year_of};
use crate::lang::Meaning;
use crate::time::{Day, Granularity, Interval, Weekday};

/// A day of a month, a month, or a year.
pub(super) fn date(request: &Request) -> Option<Resolved> {
    let slots = request.slots;
    let (mut day, mut month) = (slots.day.or(slots.ordinal), slots.month);
    // "4/25/2019" where the day comes first can only be the month first, and the other way about.
    if let (Some(d), Some(m)) = (day, month)
        && (m > 12 && d <= 12)
    {
        (day, month) = (Some(m), Some(d));
    }
    let Some(month) = month else {
        let in_words = || {
            slots
                .amount?
                .exact()
                .filter(|year| (1000..2200).contains(year))
        };
        let year = slots
            .iso_year()
            .or_else(|| in_words().and_then(|year| i32::try_from(year).ok()))?;
        return Some(Resolved::period(
            Interval::years(year, 1),
            Granularity::Year,
        ));
    };
    let Some(dated) = year_of(request, month, day)? else {
        // A date that no year has is none.
        Day::from_ymd(2000, month, day.unwrap_or(1))?;
        let value = match day {
            Some(day) => format!("XXXX-{month:02}-{day:02}"),
            None => format!("XXXX-{month:02}"),
        };
        return Some(Resolved::new(TimexType::Date, value));
    };
    let first = Day::from_ymd(dated.year, month, day.unwrap_or(1))?;
    let resolved = match day {
        Some(_) => on_day(first, slots, request.rule),
        None => Resolved::period(Interval::months(first, 1), Granularity::Month),
    };
    Some(dated.tell(resolved))
}

/// "On the 5th": in the month told of.
pub(super) fn day_of_month(request: &Request) -> Option<Resolved> {
    let anchor = request.context.narrative()?;
    let number = request.slots.day.or(request.slots.ordinal)?;
    if anchor.granularity > Granularity::Month {
        return None;
    }
    let day = Day::from_ymd(anchor.day.year(), anchor.day.month(), number)?;
    Some(on_day(day, request.slots, request.rule).counted_from(anchor))
}

pub(super) fn weekday(request: &Request) -> Option<Resolved> {
    let slots = request.slots;
    let weekday = Weekday::from_iso(slots.weekday?)?;
    let which = slots.which_week.or(slots.which);
    let told = which.map_or(request.rule.narrative, |which| which.told);
    // A weekday of a month or a year that is told is not known to the day.
    let known = |anchor: &Anchor| anchor.granularity <= Granularity::Week;
    let Some(anchor) = request.context.day_anchor(told).filter(known) else {
        let value = format!("XXXX-WXX-{}", weekday.iso());
        return Some(Resolved::new(TimexType::Date, value));
    };
    if let (None, Some(story)) = (which, request.context.story_day(request.direction)) {
        // A story goes on from the day told.
        let ahead = (weekday.iso() + 7 - story.day.weekday().iso()) % 7;
        return Some(
            on_day(story.day.add_days(i64::from(ahead)), slots, request.rule).counted_from(story),
        );
    }
    if let (None, Some(before)) = (which, request.follows) {
        let ahead = (weekday.iso() + 7 - before.weekday().iso()) % 7;
        return Some(
            on_day(before.add_days(i64::from(ahead)), slots, request.rule).counted_from(anchor),
        );
    }
    let from = anchor.day;
    // The last such day up to the anchor, and the first from it on.
    let behind = i64::from((from.weekday().iso() + 7 - weekday.iso()) % 7);
    let ahead = (7 - behind) % 7;
    let (days, directed) = match (slots.which_week, slots.which) {
        (Some(week), _) => {
            let monday = from.monday().add_days(7 * week.by);
            let day = monday.add_days(i64::from(weekday.iso()) - 1);
            (day.number() - from.number(), false)
        }
        (None, Some(which)) if which.by < 0 => {
            let last = if behind == 0 { 7 } else { behind };
            (7 * (which.by + 1) - last, false)
        }
        (None, Some(which)) if which.by > 0 => {
            let next = if ahead == 0 { 7 } else { ahead };
            (7 * (which.by - 1) + next, false)
        }
        (None, Some(which)) if which.told => (if behind <= 3 { -behind } else { ahead }, false),
        _ => match request.direction {
            Some(Direction::Future | Direction::Present) => (ahead, true),
            Some(Direction::Past) | None => (-behind, true),
        },
    };
    let mut resolved = on_day(from.add_days(days), slots, request.rule).counted_from(anchor);
    resolved.directed = directed;
    Some(resolved)
}

pub(super) fn season(request: &Request) -> Option<Resolved> {
    let season = request.slots.season?;
    let month = season.first_month();
    let dated = match (request.slots.which, request.rule.by) {
        // "This summer", "last fall": that of the year, or the last one gone.
        (Some(which), _) if which.by < 0 && !which.told => {
            let anchor = request.context.publication()?;
            let begun = month <= anchor.day.month();
            let ended = month + 3 <= anchor.day.month();
            let by = which.by + i64::from(begun && ended);
            Dated {
                year: anchor.day.year() + i32::try_from(by).ok()?,
                anchor: Some(anchor),
                directed: false,
            }
        }
        (Some(which), _) if which.by == 0 => year_by(request, 0, which.told)?,
        // "Til våren": the first one to come.
        (None, Some(1)) if request.slots.year.is_none() && !request.rule.narrative => {
            let begun = request.context.publication()?.day.month() >= month;
            year_by(request, i64::from(begun), false)?
        }
        (None, Some(by)) if request.slots.year.is_none() => {
            let told = request.rule.narrative;
            // "The summer after": that of the year told, if it was still to come.
            let ahead = request.context.anchor(told).is_some_and(|anchor| {
                anchor.granularity < Granularity::Year && anchor.day.month() < month
            });
            year_by(request, by - i64::from(told && by > 0 && ahead), told)?
        }
        _ => year_of(request, month, None)??,
    };
    // January and February belong to the winter that began the year before.
    let early = season.first_month() == 12
        && request.slots.year.is_none()
        && dated.anchor.is_some_and(|anchor| {
            anchor.granularity <= Granularity::Month && anchor.day.month() <= 2
        })
        && dated
            .anchor
            .is_some_and(|anchor| anchor.day.year() == dated.year)
        && request.past();
    let year = dated.year - i32::from(early);
    let interval = season_of(season, year)?;
    let value = format!("{}-{}", year_value(year), season.code());
    Some(dated.tell(Resolved::valued(value, interval, Granularity::Season)))
}

/// "1990-tallet" is a decade, "1800-tallet" a century.
pub(super) fn decade(request: &Request) -> Option<Resolved> {
    let year = request.slots.iso_year()?;
    if year % 100 == 0 && (year < 1900 || year == 1900 && request.rule.by == Some(100)) {
        return Some(Resolved::period(
            Interval::years(year, 100),
            Granularity::Century,
        ));
    }
    let first = year - year.rem_euclid(10);
    Some(Resolved::period(
        Interval::years(first, 10),
        Granularity::Decade,
    ))
}

/// "The 19th century" is 1801 to 1900, in TIMEX3 `18`.
pub(super) fn century(slots: &Slots) -> Option<Resolved> {
    let number = i32::try_from(slots.day.or(slots.ordinal)?).ok()?;
    if slots.before_christ {
        let interval = Interval::years(1 - number * 100, 100);
        let value = format!("BC{:02}", number - 1);
        return Some(Resolved::valued(value, interval, Granularity::Century));
    }
    Some(Resolved::period(
        Interval::years((number - 1) * 100, 100),
        Granularity::Century,
    ))
}

pub(super) fn week_number(request: &Request) -> Option<Resolved> {
    let week = request.slots.amount?.exact()?;
    let (year, anchor) = match request.slots.iso_year() {
        Some(year) => (year, None),
        None => {
            let anchor = request.context.publication()?;
            (anchor.day.iso_week().0, Some(anchor))
        }
    };
    let monday = Day::from_iso_week(year, week, Weekday::from_iso(1)?)?;
    let resolved = Resolved::period(
        Interval::days(monday, monday.add_days(6)),
        Granularity::Week,
    );
    Some(match anchor {
        Some(anchor) => resolved.counted_from(anchor),
        None => resolved,
    })
}

/// A quarter or a half of a year, by its number.
pub(super) fn fraction(request: &Request) -> Option<Resolved> {
    let slots = request.slots;
    let (months, granularity) = match request.rule.meaning {
        Meaning::Quarter => (3, Granularity::Quarter),
        _ => (6, Granularity::Half),
    };
    let parts = 12 / months;
    let last = request.rule.by == Some(-1) || slots.which.is_some_and(|which| which.by < 0);
    let number = if last {
        parts
    } else {
        slots.ordinal.or(slots.day)?
    };
    if !(1..=parts).contains(&number) {
        return None;
    }
    let written = slots.iso_year().is_some() || slots.which_year.is_some();
    let first_month = (number - 1) * months + 1;
    let request = Request {
        slots: &Slots {
            which: None,
            ..*slots
        },
        ..*request
    };
    let dated = if written || request.context.story(request.direction).is_some() {
        year_of(&request, first_month, None)??
    } else {
        // What is reported of a quarter is reported when it is over.
        let anchor = request.context.publication()?;
        let begun = first_month <= anchor.day.month();
        let back = !begun && request.past();
        year_by(&request, -i64::from(back), false)?
    };
    let interval = Interval::months(
        Day::from_ymd(dated.year, first_month, 1)?,
        i64::from(months),
    );
    Some(dated.tell(Resolved::period(interval, granularity)))
}

pub(super) fn holiday(request: &Request) -> Option<Resolved> {
    let slots = request.slots;
    let rule = request.tagger.holiday_rules.get(slots.holiday?)?;
    let told = request.context.story(request.direction);
    let (year, anchor, directed) = if slots.year.is_some() || slots.which_year.is_some() {
        let dated = year_of(request, 1, None)??;
        (dated.year, dated.anchor, false)
    } else if let Some(anchor) = told {
        (anchor.day.year(), Some(anchor), false)
    } else {
        let anchor = request.context.publication()?;
        let (year, day) = (anchor.day.year(), anchor.day);
        let (first, last) = holiday_span(rule, year)?;
        // The nearest one that the tense allows; the day itself too.
        let by = match (
            if first <= day && day <= last {
                day
            } else {
                first
            }
            .cmp(&day),
            request.slots.which,
            request.direction,
        ) {
            (_, Some(which), _) if which.told => 0,
            (std::cmp::Ordering::Less, Some(which), _) if which.by > 0 => 1,
            (std::cmp::Ordering::Greater, Some(which), _) if which.by < 0 => -1,
            (_, Some(_), _) => 0,
            (std::cmp::Ordering::Greater, None, Some(Direction::Past)) => -1,
            (std::cmp::Ordering::Less, None, Some(Direction::Future)) => 1,
            (std::cmp::Ordering::Less, None, Some(Direction::Present)) => {
                let next = holiday_span(rule, year + 1)?.0;
                i32::from(next.number() - day.number() < day.number() - last.number())
            }
            _ => 0,
        };
        (year + by, Some(anchor), true)
    };
    let (first, last) = holiday_span(rule, year)?;
    let resolved = match first == last {
        true => on_day(first, slots, request.rule),
        false => {
            let date = |day| value_of(Interval::day(day), Granularity::Day);
            let value = format!("{}/{}", date(first), date(last));
            Resolved::valued(value, Interval::days(first, last), Granularity::Week)
        }
    };
    let dated = Dated {
        year,
        anchor,
        directed,
    };
    Some(dated.tell(resolved))
}
