//! Dates, intervals and lengths of time as people write them.

use super::{Interface, Message, say, word};
use crate::time::{Day, Granularity, Interval, Modifier};

/// How much of a day to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precise {
    /// "25 April 2019"
    Day,
    /// "Thursday 25 April 2019"
    Weekday,
    /// "25 Apr 2019"
    Short,
    /// "25 Apr"
    DayMonth,
}

const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8",
    "month-9", "month-10", "month-11", "month-12",
];
const SHORT_MONTHS: [&str; 12] = [
    "month-short-1",
    "month-short-2",
    "month-short-3",
    "month-short-4",
    "month-short-5",
    "month-short-6",
    "month-short-7",
    "month-short-8",
    "month-short-9",
    "month-short-10",
    "month-short-11",
    "month-short-12",
];
const WEEKDAYS: [&str; 7] = [
    "weekday-1",
    "weekday-2",
    "weekday-3",
    "weekday-4",
    "weekday-5",
    "weekday-6",
    "weekday-7",
];

/// The twelve months' names, whole and short.
pub fn say_months(interface: Interface) -> [(String, String); 12] {
    std::array::from_fn(|i| (word(MONTHS[i], interface), word(SHORT_MONTHS[i], interface)))
}

/// A day in words.
pub fn say_day(day: Day, precise: Precise, interface: Interface) -> String {
    let key = match precise {
        Precise::Day => "date-day",
        Precise::Weekday => "date-weekday",
        Precise::Short => "date-short",
        Precise::DayMonth => "date-day-month",
    };
    let short = matches!(precise, Precise::Short | Precise::DayMonth);
    let months = if short { &SHORT_MONTHS } else { &MONTHS };
    let message = Message::new(key)
        .with("day", i64::from(day.day()).to_string())
        .with("month", word(months[day.month() as usize - 1], interface))
        .with("year", say_year(day.year(), interface))
        .with(
            "weekday",
            word(WEEKDAYS[day.weekday().iso() as usize - 1], interface),
        );
    say(&message, interface)
}

/// A year; years before 1 are counted back from 1 BC, for there was no year 0.
fn say_year(year: i32, interface: Interface) -> String {
    if year > 0 {
        return year.to_string();
    }
    say(
        &Message::new("date-year-bc").with("year", (1 - i64::from(year)).to_string()),
        interface,
    )
}

/// An interval, never more exactly than its granularity: "2011", "April 2019", "27–28 February 2019",
/// "some time 1 January – 25 April 2019" is up to the caller.
pub fn say_interval(
    interval: Interval,
    granularity: Granularity,
    modifier: Option<Modifier>,
    interface: Interface,
) -> String {
    let plain = match (interval.first_day(), interval.last_day()) {
        (None, None) => return word("date-none", interface),
        (Some(first), None) => {
            return say(
                &Message::new("date-from").with("first", say_edge(first, granularity, interface)),
                interface,
            );
        }
        (None, Some(last)) => {
            return say(
                &Message::new("date-until").with("last", say_edge(last, granularity, interface)),
                interface,
            );
        }
        (Some(first), Some(last)) => say_bounded(first, last, interface),
    };
    let key = match modifier {
        Some(Modifier::Approx) => "date-approx",
        Some(Modifier::Start) => "date-early",
        Some(Modifier::Mid) => "date-mid",
        Some(Modifier::End) => "date-late",
        _ => return plain,
    };
    // "early in 2018" is only true of the whole unit; an interval already cut is said as it is.
    if whole_unit(interval, granularity) || modifier == Some(Modifier::Approx) {
        say(&Message::new(key).with("date", plain), interface)
    } else {
        plain
    }
}

fn whole_unit(interval: Interval, granularity: Granularity) -> bool {
    let Some(first) = interval.first_day() else {
        return false;
    };
    match granularity {
        Granularity::Month => interval == Interval::months(first, 1),
        Granularity::Year => interval == Interval::years(first.year(), 1),
        _ => false,
    }
}

fn say_edge(day: Day, granularity: Granularity, interface: Interface) -> String {
    match granularity {
        Granularity::Year | Granularity::Decade | Granularity::Century => {
            say_year(day.year(), interface)
        }
        Granularity::Month | Granularity::Season | Granularity::Quarter | Granularity::Half => {
            say_month(day, interface)
        }
        _ => say_day(day, Precise::Day, interface),
    }
}

fn say_month(day: Day, interface: Interface) -> String {
    let message = Message::new("date-month")
        .with("month", word(MONTHS[day.month() as usize - 1], interface))
        .with("year", say_year(day.year(), interface));
    say(&message, interface)
}

fn say_bounded(first: Day, last: Day, interface: Interface) -> String {
    let whole = Interval::days(first, last);
    let years = last.year() - first.year() + 1;
    if whole == Interval::years(first.year(), years) {
        if years == 1 {
            return say_year(first.year(), interface);
        }
        return range(
            say_year(first.year(), interface),
            say_year(last.year(), interface),
            interface,
        );
    }
    if first == last {
        return say_day(first, Precise::Day, interface);
    }
    if first.day() == 1 && last.add_days(1).day() == 1 {
        if (first.year(), first.month()) == (last.year(), last.month()) {
            return say_month(first, interface);
        }
        let from = if years == 1 {
            word(MONTHS[first.month() as usize - 1], interface)
        } else {
            say_month(first, interface)
        };
        return range(from, say_month(last, interface), interface);
    }
    if (first.year(), first.month()) == (last.year(), last.month()) {
        let message = Message::new("date-days")
            .with("first", i64::from(first.day()).to_string())
            .with("last", i64::from(last.day()).to_string())
            .with("month", word(MONTHS[first.month() as usize - 1], interface))
            .with("year", say_year(first.year(), interface));
        return say(&message, interface);
    }
    let from = if years == 1 {
        let message = Message::new("date-day-month")
            .with("day", i64::from(first.day()).to_string())
            .with("month", word(MONTHS[first.month() as usize - 1], interface));
        say(&message, interface)
    } else {
        say_day(first, Precise::Day, interface)
    };
    range(from, say_day(last, Precise::Day, interface), interface)
}

fn range(from: String, to: String, interface: Interface) -> String {
    say(
        &Message::new("date-range").with("from", from).with("to", to),
        interface,
    )
}

/// A length in days as the largest whole unit: "6 years", "3 months", "12 days".
pub fn say_length(days: i64, interface: Interface) -> String {
    let (key, n) = match days {
        0..=59 => ("length-days", days),
        60..=729 => ("length-months", (days as f64 / 30.44).round() as i64),
        _ => ("length-years", (days as f64 / 365.25).round() as i64),
    };
    say(&Message::new(key).with("n", n), interface)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::parse_date;

    fn check(first: &str, last: &str, modifier: Option<Modifier>, nb: &str, en: &str) {
        let (a, granularity) = parse_date(first).expect("a date");
        let (b, _) = parse_date(last).expect("a date");
        for (code, want) in [("nb", nb), ("en", en)] {
            let interface = Interface::find(code).expect("a language");
            assert_eq!(
                say_interval(a.hull(b), granularity, modifier, interface),
                want
            );
        }
    }

    #[test]
    fn intervals_are_said_as_people_write_them() {
        check("2011", "2011", None, "2011", "2011");
        check(
            "2019-04-25",
            "2019-04-25",
            None,
            "25. april 2019",
            "25 April 2019",
        );
        check(
            "2019-02-27",
            "2019-02-28",
            None,
            "27.–28. februar 2019",
            "27–28 February 2019",
        );
        check(
            "2019-01-01",
            "2019-04-25",
            None,
            "1. januar – 25. april 2019",
            "1 January – 25 April 2019",
        );
        check(
            "2018-04",
            "2018-04",
            Some(Modifier::Start),
            "tidlig i april 2018",
            "early in April 2018",
        );
        check("1945", "1951", None, "1945 – 1951", "1945 – 1951");
        check("0000", "0000", None, "1 f.Kr.", "1 BC");
    }

    #[test]
    fn lengths_are_said_in_whole_units() {
        let nb = Interface::find("nb").expect("a language");
        assert_eq!(say_length(6 * 365 + 2, nb), "6 år");
        assert_eq!(say_length(1, nb), "1 dag");
        assert_eq!(say_length(92, nb), "3 måneder");
    }
}
