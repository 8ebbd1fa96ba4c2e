//! Days of the calendar and arithmetic on them.

use super::{DAY, Minutes};
use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A day of the Gregorian calendar, as days since 1 January 1970.
///
/// Every value lies within years -9999 to 9999, so arithmetic on days cannot overflow; what would
/// leave that range stops at its edge.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Day(i32);

/// A day of the week; Monday begins it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Weekday(u8);

impl Weekday {
    /// The weekday with ISO number 1 (Monday) to 7 (Sunday).
    pub fn from_iso(number: u32) -> Option<Self> {
        (1..=7).contains(&number).then_some(Self(number as u8))
    }

    /// ISO number, 1 (Monday) to 7 (Sunday).
    pub fn iso(self) -> u32 {
        u32::from(self.0)
    }
}

/// First day of year -9999, as days since 1970.
const FIRST: i32 = -4_371_587;
/// Last day of year 9999.
const LAST: i32 = 2_932_896;
/// Day number of 1970-01-01 where 0001-01-01 is day 1.
const EPOCH_FROM_CE: i32 = 719_163;

impl Day {
    /// The day with that date, if the calendar has it and the year is within -9999 to 9999.
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        if !(-9999..=9999).contains(&year) {
            return None;
        }
        NaiveDate::from_ymd_opt(year, month, day).map(Self::from_chrono)
    }

    /// The day `number` days after 1970-01-01.
    pub fn from_number(number: i64) -> Self {
        Self(number.clamp(i64::from(FIRST), i64::from(LAST)) as i32)
    }

    /// The day in which that moment lies.
    pub fn of(moment: Minutes) -> Self {
        Self::from_number(moment.div_euclid(DAY))
    }

    /// The weekday `weekday` of ISO week `week` of ISO year `year`, if that year has that week.
    pub fn from_iso_week(year: i32, week: u32, weekday: Weekday) -> Option<Self> {
        if !(-9998..=9998).contains(&year) {
            return None;
        }
        let weekday = chrono::Weekday::try_from(weekday.0 - 1).ok()?;
        NaiveDate::from_isoywd_opt(year, week, weekday).map(Self::from_chrono)
    }

    /// Days since 1970-01-01.
    pub fn number(self) -> i64 {
        i64::from(self.0)
    }

    /// The day's first minute.
    pub fn start(self) -> Minutes {
        self.number() * DAY
    }

    /// The first minute of the day after.
    pub fn end(self) -> Minutes {
        self.start() + DAY
    }

    /// The year; 0 is 1 BC.
    pub fn year(self) -> i32 {
        self.chrono().year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        self.chrono().month()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u32 {
        self.chrono().day()
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        Weekday(self.chrono().weekday().number_from_monday() as u8)
    }

    /// ISO year and ISO week, 1 to 53.
    pub fn iso_week(self) -> (i32, u32) {
        let week = self.chrono().iso_week();
        (week.year(), week.week())
    }

    /// The day `days` later, or earlier when negative.
    pub fn add_days(self, days: i64) -> Self {
        Self::from_number(self.number().saturating_add(days))
    }

    /// The same day of the month `months` later, or the month's last where it has no such day.
    pub fn add_months(self, months: i64) -> Self {
        let step = Months::new(months.unsigned_abs().min(300_000) as u32);
        let moved = if months < 0 {
            self.chrono().checked_sub_months(step)
        } else {
            self.chrono().checked_add_months(step)
        };
        match moved {
            Some(date) => Self::from_number(i64::from(date.num_days_from_ce() - EPOCH_FROM_CE)),
            None => Self(if months < 0 { FIRST } else { LAST }),
        }
    }

    /// The Monday of the day's week.
    pub fn monday(self) -> Self {
        self.add_days(1 - i64::from(self.weekday().iso()))
    }

    /// The first day of the day's month.
    pub fn first_of_month(self) -> Self {
        self.add_days(1 - i64::from(self.day()))
    }

    /// 1 January of `year`, at the edge of the calendar where there is none.
    pub fn first_of_year(year: i32) -> Self {
        Self::from_ymd(year, 1, 1).unwrap_or(Self(if year < 0 { FIRST } else { LAST }))
    }

    fn chrono(self) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(self.0 + EPOCH_FROM_CE)
            .expect("a day lies within years -9999 to 9999")
    }

    fn from_chrono(date: NaiveDate) -> Self {
        Self(date.num_days_from_ce() - EPOCH_FROM_CE)
    }
}

/// ISO 8601: `2019-04-25`, `-0043-03-15`.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.year() < 0 { "-" } else { "" };
        write!(
            f,
            "{sign}{:04}-{:02}-{:02}",
            self.year().abs(),
            self.month(),
            self.day()
        )
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Easter Sunday of a year in the Gregorian calendar, by the method of Meeus, Jones and Butcher
/// ("Astronomical Algorithms", chapter 8).
pub fn easter(year: i32) -> Option<Day> {
    let (a, b, c) = (
        year.rem_euclid(19),
        year.div_euclid(100),
        year.rem_euclid(100),
    );
    let (d, e) = (b.div_euclid(4), b.rem_euclid(4));
    let g = (8 * b + 13).div_euclid(25);
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 19 * l).div_euclid(433);
    let month = (h + l - 7 * m + 90).div_euclid(25);
    let day = (h + l - 7 * m + 33 * month + 19).rem_euclid(32);
    Day::from_ymd(year, month as u32, day as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_as_the_church_says() {
        for (year, want) in [
            (1900, "1900-04-15"),
            (2018, "2018-04-01"),
            (2019, "2019-04-21"),
            (2027, "2027-03-28"),
        ] {
            assert_eq!(easter(year).expect("within range").to_string(), want);
        }
    }

    #[test]
    fn the_range_ends_at_four_digit_years() {
        assert_eq!(Day(FIRST).to_string(), "-9999-01-01");
        assert_eq!(Day(LAST).to_string(), "9999-12-31");
        assert_eq!(Day(LAST).add_days(5), Day(LAST));
        assert_eq!(Day(FIRST).add_months(-1), Day(FIRST));
        assert_eq!(Day::from_ymd(2015, 2, 29), None);
    }

    #[test]
    fn months_end_where_they_end() {
        let day = Day::from_ymd(2019, 1, 31).expect("a day");
        assert_eq!(day.add_months(1).to_string(), "2019-02-28");
        assert_eq!(day.add_months(13).to_string(), "2020-02-29");
        assert_eq!(day.monday().to_string(), "2019-01-28");
    }
}
