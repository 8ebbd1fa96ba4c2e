//! Expressions counted from an anchor: "two days later", "last week", "earlier this year", "the last week
//! of March".

use super::TimexType;
use super::calendar::{
    granularity_of, last_weekday, nth_weekday, season_of, unit_around, value_of,
};
use super::context::Anchor;
use super::number::Amount;
use super::resolve::{Request, Resolved, on_day};
use super::scan::Slots;
use super::tense::Direction;
use super::year::year_of;
use crate::lang::{Meaning, Unit};
use crate::time::{Day, Granularity, Interval};

/// A day counted in days from the anchor's.
pub(super) fn day(request: &Request) -> Option<Resolved> {
    let (by, told) = request.moved();
    let bare = request.slots.part.or(request.rule.part).is_none();
    let past = request.direction == Some(Direction::Past);
    let undated = request.context.published.is_none();
    if by == 0 && !told && bare && (undated || !past && request.context.is_among_old_times()) {
        // "Today the air is cleaner", after what was told of another time: these days.
        return Some(Resolved::new(TimexType::Date, "PRESENT_REF".to_owned()));
    }
    let anchor = request.context.day_anchor(told)?;
    if anchor.granularity > Granularity::Day {
        // "The day before" of a month is not known to the day.
        let coarse = Resolved::period(anchor.interval, anchor.granularity);
        return Some(coarse.counted_from(anchor).not_leading());
    }
    Some(on_day(anchor.day.add_days(by), request.slots, request.rule).counted_from(anchor))
}

/// "Two weeks ago", "three years later": so many units before or after the anchor.
pub(super) fn count(request: &Request) -> Option<Resolved> {
    let unit = request.unit()?;
    let (by, told) = request.moved();
    let anchor = match unit {
        Unit::Year | Unit::Decade | Unit::Century | Unit::Month | Unit::Quarter => {
            request.context.anchor(told)?
        }
        _ => request.context.day_anchor(told)?,
    };
    let Some(n) = request.amount().rounded() else {
        return Some(vaguely(request, unit, by, anchor));
    };
    let n = n * by.signum();
    let exact = request
        .anniversary
        .or(request.rule.exact.then_some(anchor.day));
    if let (Some(day), Unit::Year) = (exact, unit) {
        return Some(
            on_day(day.add_months(12 * n), request.slots, request.rule).counted_from(anchor),
        );
    }
    // "For halvannet år siden": parts of a year are counted in months.
    let (unit, n) = match (unit, request.amount().months_of_years()) {
        (Unit::Year, Some(months)) => (Unit::Month, months * by.signum()),
        _ => (unit, n),
    };
    let from = anchor.day;
    let told_last = request.context.told;
    let resolved = match unit {
        Unit::Second | Unit::Minute | Unit::Hour => hours_on(request, unit, n, from),
        Unit::Day | Unit::Weekend | Unit::Week => {
            let day = from.add_days(n * if unit == Unit::Day { 1 } else { 7 });
            if anchor.granularity > Granularity::Week {
                Resolved::period(Interval::months(day, 1), Granularity::Month)
            } else {
                on_day(day, request.slots, request.rule)
            }
        }
        Unit::Month | Unit::Quarter => {
            let months = n * if unit == Unit::Month { 1 } else { 3 };
            let month = from.first_of_month().add_months(months);
            Resolved::period(Interval::months(month, 1), Granularity::Month)
        }
        // "A year earlier" beside a quarter is that quarter of the year before.
        Unit::Year
            if told_last.is_some_and(|told| told.granularity == Granularity::Quarter)
                && n == -1 =>
        {
            let quarter = told_last?.interval.first_day()?.add_months(-12);
            Resolved::period(Interval::months(quarter, 3), Granularity::Quarter).not_leading()
        }
        Unit::Year | Unit::Decade | Unit::Century => {
            let years = n * match unit {
                Unit::Year => 1,
                Unit::Decade => 10,
                _ => 100,
            };
            let year = i32::try_from(i64::from(from.year()) + years).ok();
            let Some(year) = year.filter(|year| Day::from_ymd(*year, 1, 1).is_some()) else {
                // Beyond the calendar.
                return Some(vaguely(request, unit, by, anchor));
            };
            Resolved::period(Interval::years(year, 1), Granularity::Year)
        }
    };
    Some(resolved.counted_from(anchor))
}

/// "Twenty minutes later": from the clock time told last; where none was told, that day.
fn hours_on(request: &Request, unit: Unit, n: i64, day: Day) -> Resolved {
    let Some((hour, minute)) = request
        .context
        .told
        .and_then(|told| told.clock)
        .filter(|_| unit != Unit::Second)
    else {
        // "In 48 hours", and nobody knows the hour: two days on.
        let days = if unit == Unit::Hour { n / 24 } else { 0 };
        return Resolved::period(Interval::day(day.add_days(days)), Granularity::Day).not_leading();
    };
    let minutes =
        i64::from(hour) * 60 + i64::from(minute) + n * if unit == Unit::Hour { 60 } else { 1 };
    let part = |n: i64| u32::try_from(n).ok();
    let slots = Slots {
        hour: part(minutes.rem_euclid(24 * 60) / 60),
        minute: part(minutes.rem_euclid(60)),
        // The hour is one of the whole day's already.
        afternoon: None,
        part: None,
        ..*request.slots
    };
    on_day(
        day.add_days(minutes.div_euclid(24 * 60)),
        &slots,
        request.rule,
    )
}

/// "Several years ago": somewhere on that side of the anchor.
fn vaguely(request: &Request, unit: Unit, by: i64, anchor: Anchor) -> Resolved {
    let value = match (request.moved().1, by < 0) {
        (false, true) => "PAST_REF".to_owned(),
        (false, false) => "FUTURE_REF".to_owned(),
        (true, _) => Amount::UNKNOWN.period(unit),
    };
    let kind = if request.moved().1 {
        TimexType::Duration
    } else {
        TimexType::Date
    };
    Resolved::new(kind, value).counted_from(anchor)
}

/// The unit that holds the anchor, moved.
pub(super) fn unit_of(request: &Request) -> Option<Resolved> {
    let unit = request.unit()?;
    let (by, told) = request.moved();
    let anchor = request.context.anchor(told)?;
    // "I helgen" told on a Monday is the one just gone.
    let gone =
        unit == Unit::Weekend && by == 0 && !told && request.direction == Some(Direction::Past);
    let by = if gone && anchor.day.weekday().iso() < 6 {
        -1
    } else {
        by
    };
    if unit == Unit::Day {
        return day(request);
    }
    if request.slots.unit.is_some_and(|unit| unit.plural) {
        // "The weeks before the vote".
        return Some(Resolved::new(
            TimexType::Duration,
            Amount::UNKNOWN.period(unit),
        ));
    }
    let (interval, granularity) = unit_around(anchor.day, unit, by)?;
    let resolved = match unit {
        Unit::Weekend => {
            let value = format!("{}-WE", value_of(interval, Granularity::Week));
            Resolved::valued(value, interval, granularity)
        }
        _ => Resolved::period(interval, granularity),
    };
    let resolved = resolved.counted_from(anchor);
    // "Most of the gains of the previous year": a story seldom goes on from there.
    Some(if told && by < 0 && unit == Unit::Year {
        resolved.not_leading()
    } else {
        resolved
    })
}

/// "Tidligere i uken", "later this year": what is gone or left of the unit.
pub(super) fn within_unit(request: &Request) -> Option<Resolved> {
    let (_, told) = request.moved();
    let anchor = request.context.anchor(told)?;
    let from = anchor.day;
    let (whole, granularity) = match request.slots.season {
        Some(season) => (season_of(season, from.year())?, Granularity::Season),
        None => unit_around(from, request.unit()?, 0)?,
    };
    let side = match request.rule.meaning {
        Meaning::EarlierIn => Interval {
            start: None,
            end: Some(from.end()),
        },
        _ => Interval {
            start: Some(from.start()),
            end: None,
        },
    };
    let part = whole.intersection(side).unwrap_or(whole);
    let resolved = Resolved::valued(value_of(whole, granularity), part, granularity);
    Some(resolved.counted_from(anchor).not_leading())
}

/// "Det siste året": a length of time that ends, or begins, at the anchor; events counted in it lie there.
pub(super) fn window(request: &Request) -> Option<Resolved> {
    let unit = request.unit()?;
    let (by, told) = request.moved();
    let amount = request.amount();
    let mut resolved = Resolved::new(TimexType::Duration, amount.period(unit));
    let (Some(anchor), Some(n)) = (request.context.anchor(told), amount.rounded()) else {
        return Some(resolved);
    };
    let from = anchor.day;
    let by = n * by.signum();
    let other = match unit {
        Unit::Second | Unit::Minute | Unit::Hour => from,
        Unit::Day | Unit::Weekend => from.add_days(by),
        Unit::Week => from.add_days(7 * by),
        Unit::Month => from.add_months(by),
        Unit::Quarter => from.add_months(3 * by),
        Unit::Year => from.add_months(12 * by),
        Unit::Decade => from.add_months(120 * by),
        Unit::Century => from.add_months(1200 * by),
    };
    resolved.interval = Some(Interval::days(from.min(other), from.max(other)));
    resolved.granularity = granularity_of(unit);
    Some(resolved.counted_from(anchor))
}

/// "The last week of March", "the first Monday of the month": a smaller unit of a month or a year.
pub(super) fn nth_of(request: &Request) -> Option<Resolved> {
    let slots = request.slots;
    let weekday = slots.weekday.map(i64::from);
    let unit = request.unit().or(weekday.map(|_| Unit::Day))?;
    let bare = Slots {
        weekday: None,
        ..*slots
    };
    let (whole, granularity) = container(&Request {
        slots: &bare,
        ..*request
    })?;
    let (first, last) = (whole.first_day()?, whole.last_day()?);
    let from_end = request.rule.by == Some(-1);
    let n = i64::from(slots.ordinal.or(slots.day).unwrap_or(1)) - 1;
    let (first, last) = match weekday {
        Some(weekday) => (nth_weekday(first, weekday, 1), last_weekday(last, weekday)),
        None => (first, last),
    };
    let part = match (unit, from_end) {
        (Unit::Day, false) if weekday.is_some() => Interval::day(first.add_days(7 * n)),
        (Unit::Day, false) => Interval::day(first.add_days(n)),
        (Unit::Day, true) => Interval::day(last.add_days(-n)),
        (Unit::Week, false) => Interval::days(first.add_days(7 * n), first.add_days(7 * n + 6)),
        (Unit::Week, true) => Interval::days(last.add_days(-6), last),
        (Unit::Month, false) => Interval::months(first.add_months(n), 1),
        (Unit::Month, true) => Interval::months(last.first_of_month(), 1),
        _ => return None,
    };
    let part = part.intersection(whole)?;
    let resolved = match unit {
        Unit::Day => on_day(part.first_day()?, slots, request.rule),
        Unit::Month => Resolved::period(part, Granularity::Month),
        // A week within a month is none of the calendar's.
        _ => Resolved {
            interval: Some(part),
            ..Resolved::period(whole, granularity)
        },
    };
    Some(match container_anchor(request) {
        Some(anchor) if slots.year.is_none() => resolved.counted_from(anchor),
        _ => resolved,
    })
}

/// The month or year that something is a part of.
fn container(request: &Request) -> Option<(Interval, Granularity)> {
    let slots = request.slots;
    if let Some(month) = slots.month {
        let year = year_of(request, month, None)??.year;
        let first = Day::from_ymd(year, month, 1)?;
        return Some((Interval::months(first, 1), Granularity::Month));
    }
    if let Some(year) = slots.iso_year() {
        return Some((Interval::years(year, 1), Granularity::Year));
    }
    let anchor = container_anchor(request)?;
    let by = slots.which.or(slots.which_year).map_or(0, |which| which.by);
    let unit = slots.of_unit.map_or(Unit::Year, |of| of.unit);
    unit_around(anchor.day, unit, by)
}

fn container_anchor(request: &Request) -> Option<Anchor> {
    let which = request.slots.which.or(request.slots.which_year);
    request.context.anchor(which.is_none_or(|which| which.told))
}
