//! Units of the calendar: the stretch around a day, lengths, values, holidays.

use crate::lang::{Season, Unit};
use crate::time::{Day, Granularity, Interval, easter};

pub(super) fn unit_around(day: Day, unit: Unit, by: i64) -> Option<(Interval, Granularity)> {
    let years = |first: i32, n: i32| Interval::years(first, n);
    Some(match unit {
        Unit::Second | Unit::Minute | Unit::Hour => return None,
        Unit::Day => (Interval::day(day.add_days(by)), Granularity::Day),
        Unit::Weekend => {
            let saturday = day.monday().add_days(5 + 7 * by);
            (
                Interval::days(saturday, saturday.add_days(1)),
                Granularity::Week,
            )
        }
        Unit::Week => {
            let monday = day.monday().add_days(7 * by);
            (
                Interval::days(monday, monday.add_days(6)),
                Granularity::Week,
            )
        }
        Unit::Month => (
            Interval::months(day.first_of_month().add_months(by), 1),
            Granularity::Month,
        ),
        Unit::Quarter => {
            let first = day
                .first_of_month()
                .add_months(-i64::from((day.month() - 1) % 3) + 3 * by);
            (Interval::months(first, 3), Granularity::Quarter)
        }
        Unit::Year => (
            years(day.year() + i32::try_from(by).ok()?, 1),
            Granularity::Year,
        ),
        Unit::Decade => (
            years(
                (day.year().div_euclid(10) + i32::try_from(by).ok()?) * 10,
                10,
            ),
            Granularity::Decade,
        ),
        Unit::Century => (
            years(
                (day.year().div_euclid(100) + i32::try_from(by).ok()?) * 100,
                100,
            ),
            Granularity::Century,
        ),
    })
}

/// The months of a season: spring is March to May.
pub(super) fn season_of(season: Season, year: i32) -> Option<Interval> {
    Some(Interval::months(
        Day::from_ymd(year, season.first_month(), 1)?,
        3,
    ))
}

/// The day of a holiday: `MM-DD`, `easter+N`, `monday 1 MM`, or `monday 1 MM-DD`.
pub(super) fn holiday_in(rule: &str, year: i32) -> Option<Day> {
    if let Some(offset) = rule.strip_prefix("easter") {
        return Some(easter(year)?.add_days(offset.parse().ok()?));
    }
    if let Some((month, day)) = rule.split_once('-').filter(|_| !rule.contains(' ')) {
        return Day::from_ymd(year, month.parse().ok()?, day.parse().ok()?);
    }
    let mut parts = rule.split(' ');
    let weekday = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    let name = parts.next()?;
    let wanted = i64::try_from(weekday.iter().position(|day| *day == name)?).ok()? + 1;
    let number: i64 = parts.next()?.parse().ok()?;
    let from = parts.next()?;
    let (month, day) = from.split_once('-').unwrap_or((from, "1"));
    let first = Day::from_ymd(year, month.parse().ok()?, day.parse().ok()?)?;
    let last = first.add_months(1).add_days(-1);
    Some(match number > 0 {
        true => nth_weekday(first, wanted, number),
        false => last_weekday(last, wanted),
    })
}

/// The first and last day of a holiday: with `/` between them where it has several, "12-24/01-01".
pub(super) fn holiday_span(rule: &str, year: i32) -> Option<(Day, Day)> {
    let Some((first, last)) = rule.split_once('/') else {
        return holiday_in(rule, year).map(|day| (day, day));
    };
    let first = holiday_in(first, year)?;
    let this_year = holiday_in(last, year)?;
    let last = if this_year < first {
        holiday_in(last, year + 1)?
    } else {
        this_year
    };
    Some((first, last))
}

/// The so-and-so-manieth such weekday (1 is Monday) from a day on.
pub(super) fn nth_weekday(first: Day, weekday: i64, number: i64) -> Day {
    let ahead = (weekday - i64::from(first.weekday().iso())).rem_euclid(7);
    first.add_days(ahead + 7 * (number - 1))
}

/// The last such weekday up to a day.
pub(super) fn last_weekday(last: Day, weekday: i64) -> Day {
    last.add_days(-(i64::from(last.weekday().iso()) - weekday).rem_euclid(7))
}

pub(super) fn granularity_of(unit: Unit) -> Granularity {
    match unit {
        Unit::Second | Unit::Minute => Granularity::Minute,
        Unit::Hour => Granularity::Hour,
        Unit::Day => Granularity::Day,
        Unit::Weekend | Unit::Week => Granularity::Week,
        Unit::Month => Granularity::Month,
        Unit::Quarter => Granularity::Quarter,
        Unit::Year => Granularity::Year,
        Unit::Decade => Granularity::Decade,
        Unit::Century => Granularity::Century,
    }
}

/// A year as TIMEX3 writes it; before Christ it is counted back from there.
pub(super) fn year_value(year: i32) -> String {
    if year > 0 {
        format!("{year:04}")
    } else {
        format!("BC{:04}", 1 - year)
    }
}

/// The TIMEX3 value of a whole unit.
pub(super) fn value_of(interval: Interval, granularity: Granularity) -> String {
    let Some(first) = interval.first_day() else {
        return "XXXX".to_owned();
    };
    let year = year_value(first.year());
    let month = first.month();
    match granularity {
        Granularity::Week => {
            let (year, week) = first.iso_week();
            format!("{}-W{week:02}", year_value(year))
        }
        Granularity::Month => format!("{year}-{month:02}"),
        Granularity::Season => {
            let code = ["WI", "SP", "SU", "FA"][(month as usize % 12) / 3];
            format!("{year}-{code}")
        }
        Granularity::Quarter => format!("{year}-Q{}", (month - 1) / 3 + 1),
        Granularity::Half => format!("{year}-H{}", (month - 1) / 6 + 1),
        Granularity::Year => year,
        Granularity::Decade => year[..year.len() - 1].to_owned(),
        Granularity::Century => year[..year.len() - 2].to_owned(),
        _ => format!("{year}-{month:02}-{:02}", first.day()),
    }
}
