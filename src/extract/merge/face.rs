//! What is compared when two events may be one: the outside of an event, or of several joined.

use crate::chronology::{Event, Form, Kind, PersonId, Place, Status};
use crate::text::spelling;
use crate::time::{DAY, Day, Granularity, Interval};
use std::collections::BTreeSet;

/// The outside of one event, or of several that are one.
#[derive(Clone, Debug)]
pub(super) struct Face {
    pub kind: Kind,
    pub interval: Interval,
    /// Whether its days are known: a day, some days that it took, or few enough to choose from.
    pub exact: bool,
    /// Whether somebody says that it did not happen.
    pub denied: bool,
    /// Whether it stands for several.
    pub counted: bool,
    pub people: BTreeSet<PersonId>,
    pub place: Option<Place>,
    /// Words of its titles, as all spellings have them.
    pub words: BTreeSet<String>,
}

/// Longest stretch of days that an exact event may lie in.
const EXACT: i64 = 4 * DAY;
/// Longest time that an exact event may take.
pub(super) const LONGEST: i64 = 31 * DAY;
/// Shortest word of a title that tells something.
const TELLING: usize = 5;

impl Face {
    pub fn of(event: &Event) -> Self {
        let when = &event.when;
        let within = |most| when.interval.len().is_some_and(|len| len <= most);
        let lasts = when.form == Form::Span && within(LONGEST);
        let words = spelling(&event.title);
        let telling = |word: &&str| word.chars().count() >= TELLING;
        Self {
            kind: event.kind,
            interval: when.interval,
            exact: when.granularity <= Granularity::Day && (within(EXACT) || lasts),
            denied: event.status == Status::Denied,
            counted: event.count != 1 || when.form == Form::Count,
            people: event.participants.iter().cloned().collect(),
            place: event.place.clone(),
            words: words
                .split(' ')
                .filter(telling)
                .map(|word| word.chars().take(TELLING).collect())
                .collect(),
        }
    }

    /// Takes in what another face of the same event shows.
    pub fn take_in(&mut self, other: &Self) {
        let length = |face: &Self| face.interval.len().unwrap_or(i64::MAX);
        if self.exact && other.exact {
            self.interval = self.interval.hull(other.interval);
        } else if !self.exact && (other.exact || length(other) < length(self)) {
            self.interval = other.interval;
            self.exact = other.exact;
        }
        self.people.extend(other.people.iter().cloned());
        if tells_more(other.place.as_ref(), self.place.as_ref()) {
            self.place.clone_from(&other.place);
        }
        self.words.extend(other.words.iter().cloned());
        self.kind = higher(self.kind, other.kind);
    }

    pub fn days(&self) -> Option<(Day, Day)> {
        Some((self.interval.first_day()?, self.interval.last_day()?))
    }

    pub fn is_one_day(&self) -> bool {
        self.days().is_some_and(|(first, last)| first == last)
    }
}

/// Of two kinds that one event is told as, the one that says more.
pub(super) fn higher(a: Kind, b: Kind) -> Kind {
    match (a, b) {
        (Kind::Meeting, Kind::Summit) => Kind::Summit,
        (Kind::Travel, Kind::Visit) => Kind::Visit,
        _ => a,
    }
}

/// Whether the first place is nearer than the second: any rather than none, a city rather than its country.
pub(super) fn tells_more(a: Option<&Place>, b: Option<&Place>) -> bool {
    match (a, b) {
        (Some(_), None) => true,
        (Some(a), Some(b)) => is_country(b) && !is_country(a) && a.country == b.country,
        _ => false,
    }
}

pub(super) fn is_country(place: &Place) -> bool {
    place.id.is_some() && place.id == place.country
}

/// How two places go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Places {
    Same,
    /// One is the country that the other lies in.
    Within,
    /// Nothing is known against it.
    Open,
    Apart,
}

pub(super) fn places(a: Option<&Place>, b: Option<&Place>) -> Places {
    let (Some(a), Some(b)) = (a, b) else {
        return Places::Open;
    };
    if a.id.is_some() && a.id == b.id || a.name == b.name || spelling(&a.name) == spelling(&b.name)
    {
        return Places::Same;
    }
    let lies_in = |a: &Place, b: &Place| is_country(b) && a.country == b.country;
    match (&a.id, &b.id) {
        _ if lies_in(a, b) || lies_in(b, a) => Places::Within,
        (Some(_), Some(_)) => Places::Apart,
        // A hall that no table has may lie in that city.
        _ => Places::Open,
    }
}

/// How the people of two events go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum People {
    Equal,
    /// All of the first are among the second.
    First,
    /// All of the second are among the first.
    Second,
    Apart,
}

pub(super) fn people(a: &Face, b: &Face) -> People {
    if a.people == b.people {
        People::Equal
    } else if a.people.is_empty() || b.people.is_empty() {
        People::Apart
    } else if a.people.is_subset(&b.people) {
        People::First
    } else if b.people.is_subset(&a.people) {
        People::Second
    } else {
        People::Apart
    }
}
