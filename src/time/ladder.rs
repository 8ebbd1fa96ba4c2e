//! The calendar's rungs, from a minute to a millennium: where a unit begins, and where the next does.

use super::{DAY, Day, Minutes};

/// A unit an axis can be divided by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rung {
    /// So many minutes; divides an hour.
    Minutes(u16),
    /// So many hours; divides a day.
    Hours(u8),
    /// One day.
    Day,
    /// A week from Monday.
    Week,
    /// So many months; divides a year.
    Months(u8),
    /// So many years, counted from year 0.
    Years(u16),
}

impl Rung {
    /// All rungs, from the finest to the coarsest.
    pub const ALL: [Self; 24] = [
        Self::Minutes(1),
        Self::Minutes(5),
        Self::Minutes(15),
        Self::Minutes(30),
        Self::Hours(1),
        Self::Hours(3),
        Self::Hours(6),
        Self::Hours(12),
        Self::Day,
        Self::Week,
        Self::Months(1),
        Self::Months(2),
        Self::Months(3),
        Self::Months(6),
        Self::Years(1),
        Self::Years(2),
        Self::Years(5),
        Self::Years(10),
        Self::Years(20),
        Self::Years(50),
        Self::Years(100),
        Self::Years(200),
        Self::Years(500),
        Self::Years(1000),
    ];

    /// The last moment at or before `moment` at which a unit begins.
    pub fn floor(self, moment: Minutes) -> Minutes {
        let day = Day::of(moment);
        match self {
            Self::Minutes(n) => moment - moment.rem_euclid(i64::from(n)),
            Self::Hours(n) => moment - moment.rem_euclid(i64::from(n) * 60),
            Self::Day => moment - moment.rem_euclid(DAY),
            Self::Week => day.monday().start(),
            Self::Months(n) => {
                let back = (day.month() - 1) % u32::from(n);
                day.first_of_month().add_months(-i64::from(back)).start()
            }
            Self::Years(n) => {
                Day::first_of_year(day.year() - day.year().rem_euclid(i32::from(n))).start()
            }
        }
    }

    /// The first moment after the unit that begins at `start`.
    pub fn next(self, start: Minutes) -> Minutes {
        match self {
            Self::Minutes(n) => start + i64::from(n),
            Self::Hours(n) => start + i64::from(n) * 60,
            Self::Day => start + DAY,
            Self::Week => start + 7 * DAY,
            Self::Months(n) => Day::of(start).add_months(i64::from(n)).start(),
            Self::Years(n) => Day::of(start).add_months(12 * i64::from(n)).start(),
        }
    }

    /// A unit's usual length in minutes: 30.44 days a month, 365.2425 days a year.
    pub fn typical(self) -> f64 {
        let day = DAY as f64;
        match self {
            Self::Minutes(n) => f64::from(n),
            Self::Hours(n) => f64::from(n) * 60.0,
            Self::Day => day,
            Self::Week => 7.0 * day,
            Self::Months(n) => f64::from(n) * 30.436_875 * day,
            Self::Years(n) => f64::from(n) * 365.2425 * day,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rung_holds_its_floor_and_climbs() {
        for rung in Rung::ALL {
            for moment in [-70_000_000_i64, -1, 0, 1, 25_936_001, 400_000_000] {
                let floor = rung.floor(moment);
                let next = rung.next(floor);
                assert!(
                    floor <= moment && moment < next,
                    "{rung:?} {moment}: {floor} {next}"
                );
                assert_eq!(rung.floor(floor), floor, "{rung:?}");
                assert_eq!(rung.floor(next), next, "{rung:?}");
            }
        }
    }

    #[test]
    fn decades_begin_with_a_nought() {
        let moment = Day::from_ymd(2019, 4, 25).expect("a day").start();
        assert_eq!(
            Day::of(Rung::Years(10).floor(moment)).to_string(),
            "2010-01-01"
        );
        assert_eq!(
            Day::of(Rung::Months(3).floor(moment)).to_string(),
            "2019-04-01"
        );
        assert_eq!(Day::of(Rung::Week.floor(moment)).to_string(), "2019-04-22");
    }
}
