//! Sets of days on which an article may have been published.

use crate::time::{Day, Interval};

/// A set of days: stretches in order, apart from each other, first and last day included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Days(Vec<(Day, Day)>);

impl Days {
    /// Every day there is.
    pub fn all() -> Self {
        Self::between(None, None)
    }

    /// From the first day to the last; a side left open goes to the calendar's edge.
    pub fn between(first: Option<Day>, last: Option<Day>) -> Self {
        let first = first.unwrap_or(Day::from_number(i64::MIN));
        let last = last.unwrap_or(Day::from_number(i64::MAX));
        Self(
            (first <= last)
                .then_some((first, last))
                .into_iter()
                .collect(),
        )
    }

    /// The days that are in any of some sets.
    pub fn union<'d>(sets: impl IntoIterator<Item = &'d Self>) -> Self {
        let mut all: Vec<(Day, Day)> = sets.into_iter().flat_map(|set| &set.0).copied().collect();
        all.sort_unstable();
        let mut joined: Vec<(Day, Day)> = Vec::new();
        for (first, last) in all {
            match joined.last_mut() {
                Some(before) if first <= before.1.add_days(1) => before.1 = before.1.max(last),
                _ => joined.push((first, last)),
            }
        }
        Self(joined)
    }

    /// The days in both.
    pub fn and(&self, other: &Self) -> Self {
        let pairs = self
            .0
            .iter()
            .flat_map(|a| other.0.iter().map(move |b| (a.0.max(b.0), a.1.min(b.1))));
        let mut both: Vec<(Day, Day)> = pairs.filter(|(first, last)| first <= last).collect();
        both.sort_unstable();
        Self(both)
    }

    /// Whether a day is in it.
    pub fn contains(&self, day: Day) -> bool {
        self.0
            .iter()
            .any(|(first, last)| (*first..=*last).contains(&day))
    }

    /// Whether no day is left.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The one day left, if it is one.
    pub fn single(&self) -> Option<Day> {
        match self.0.as_slice() {
            [(first, last)] if first == last => Some(*first),
            _ => None,
        }
    }

    /// From the first day to the last, open where it goes to the calendar's edge.
    pub fn hull(&self) -> Interval {
        let edge = |number| Day::from_number(number);
        let (first, last) = (self.0.first(), self.0.last());
        Interval {
            start: first
                .map(|(day, _)| *day)
                .filter(|day| *day != edge(i64::MIN))
                .map(Day::start),
            end: last
                .map(|(_, day)| *day)
                .filter(|day| *day != edge(i64::MAX))
                .map(Day::end),
        }
    }

    /// The stretch that holds a day.
    pub fn around(&self, day: Day) -> Option<Self> {
        let mut stretches = self.0.iter();
        let stretch = stretches.find(|(first, last)| (*first..=*last).contains(&day))?;
        Some(Self(vec![*stretch]))
    }

    /// Number of days.
    pub fn len(&self) -> i64 {
        let length = |(first, last): &(Day, Day)| last.number() - first.number() + 1;
        self.0.iter().map(length).sum()
    }

    /// Whether a day begins one of its stretches.
    pub fn begins_with(&self, day: Day) -> bool {
        self.0.iter().any(|(first, _)| *first == day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(first: &str, last: &str) -> Days {
        Days::between(first.parse().ok(), last.parse().ok())
    }

    #[test]
    fn sets_meet_and_join() {
        let (may, june) = (
            days("2018-05-01", "2018-05-31"),
            days("2018-06-01", "2018-06-30"),
        );
        let both = Days::union([&june, &may]);
        assert_eq!(both, days("2018-05-01", "2018-06-30"));
        assert!(may.and(&june).is_empty());
        let last = both.and(&days("2018-06-30", ""));
        assert_eq!(last.single(), "2018-06-30".parse().ok());
        assert_eq!(Days::all().and(&may), may);
        assert!(Days::all().hull().is_unknown());
        let apart = Days::union([&may, &days("2018-07-01", "2018-07-02")]);
        assert!(!apart.contains("2018-06-15".parse().expect("a day")));
        assert_eq!(apart.single(), None);
    }
}
