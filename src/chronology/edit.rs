//! Every change there is, as before and after.

use super::{Article, Chronology, Correction, Event, Person};
use crate::words::Message;
use serde::{Deserialize, Serialize};

/// What stood before, and what stands after. Things with an id in both were changed, things in
/// `before` alone were removed, things in `after` alone were added.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change<T> {
    /// As it was.
    pub before: Vec<T>,
    /// As it is to be.
    pub after: Vec<T>,
}

impl<T> Default for Change<T> {
    fn default() -> Self {
        Self {
            before: Vec::new(),
            after: Vec::new(),
        }
    }
}

impl<T: Clone + PartialEq> Change<T> {
    /// The change that leads from `old` to `new`; both are sorted by `key`, which is unique.
    pub fn between<'a, K: Ord>(
        old: impl Iterator<Item = &'a T>,
        new: impl Iterator<Item = &'a T>,
        key: impl Fn(&T) -> K,
    ) -> Self
    where
        T: 'a,
    {
        let mut change = Self::default();
        let (mut old, mut new) = (old.peekable(), new.peekable());
        loop {
            let order = match (old.peek(), new.peek()) {
                (Some(a), Some(b)) => key(a).cmp(&key(b)),
                (Some(_), None) => std::cmp::Ordering::Less,
                (None, Some(_)) => std::cmp::Ordering::Greater,
                (None, None) => return change,
            };
            let before = if order.is_le() { old.next() } else { None };
            let after = if order.is_ge() { new.next() } else { None };
            if before != after {
                change.before.extend(before.cloned());
                change.after.extend(after.cloned());
            }
        }
    }

    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.before.is_empty() && self.after.is_empty()
    }

    fn inverse(&self) -> Self {
        Self {
            before: self.after.clone(),
            after: self.before.clone(),
        }
    }
}

/// A change of the chronology. It holds what was before and what comes after, so its inverse needs no
/// chronology and cannot fail.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Edit {
    /// What was done, for the menu: "set a publication date".
    pub name: Message,
    /// Articles read, dated, removed.
    pub articles: Change<Article>,
    /// Persons who came or went.
    pub persons: Change<Person>,
    /// Events found, corrected, removed.
    pub events: Change<Event>,
    /// Corrections made, withdrawn, lost and found again.
    pub corrections: Change<Correction>,
}

impl Edit {
    /// The edit that leads from one chronology to another.
    pub fn between(name: Message, old: &Chronology, new: &Chronology) -> Self {
        Self {
            name,
            articles: Change::between(old.articles(), new.articles(), |article| article.id),
            persons: Change::between(old.persons(), new.persons(), |person| person.id.clone()),
            events: Change::between(old.events(), new.events(), |event| event.id),
            corrections: Change::between(old.corrections(), new.corrections(), |one| one.id),
        }
    }

    /// Articles, persons and events that were not there before.
    pub fn adding(
        name: Message,
        articles: Vec<Article>,
        persons: Vec<Person>,
        events: Vec<Event>,
    ) -> Self {
        Self {
            name,
            articles: Change {
                before: Vec::new(),
                after: articles,
            },
            persons: Change {
                before: Vec::new(),
                after: persons,
            },
            events: Change {
                before: Vec::new(),
                after: events,
            },
            corrections: Change::default(),
        }
    }

    /// The edit that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self {
            name: self.name.clone(),
            articles: self.articles.inverse(),
            persons: self.persons.inverse(),
            events: self.events.inverse(),
            corrections: self.corrections.inverse(),
        }
    }

    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.articles.is_empty()
            && self.persons.is_empty()
            && self.events.is_empty()
            && self.corrections.is_empty()
    }

    pub(super) fn apply(&self, chronology: &mut Chronology) {
        for article in &self.articles.before {
            chronology.articles.remove(&article.id);
        }
        chronology.articles.extend(
            self.articles
                .after
                .iter()
                .map(|article| (article.id, article.clone())),
        );
        for person in &self.persons.before {
            chronology.persons.remove(&person.id);
        }
        chronology.persons.extend(
            self.persons
                .after
                .iter()
                .map(|person| (person.id.clone(), person.clone())),
        );
        for event in &self.events.before {
            chronology.events.remove(&event.id);
        }
        chronology.events.extend(
            self.events
                .after
                .iter()
                .map(|event| (event.id, event.clone())),
        );
        for correction in &self.corrections.before {
            chronology.corrections.remove(&correction.id);
        }
        chronology.corrections.extend(
            self.corrections
                .after
                .iter()
                .map(|correction| (correction.id, correction.clone())),
        );
    }
}
