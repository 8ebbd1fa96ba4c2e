//! Persons: leaders with their offices, and anybody else.

use crate::time::{Day, Interval};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

/// A person's id: the roster's, or one made from the name. "kim-jong-un".
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonId(Arc<str>);

impl PersonId {
    /// The id with those letters.
    pub fn new(id: &str) -> Self {
        Self(Arc::from(id))
    }

    /// Its letters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Serialize for PersonId {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for PersonId {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from).map(|id| Self(Arc::from(id)))
    }
}

impl fmt::Display for PersonId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for PersonId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A stretch of time in an office.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Term {
    /// The office's class, as the roster names it: "president", "prime-minister".
    pub office: String,
    /// ISO 3166-1 alpha-2 code, or a code of `assets/world` for states gone and organisations.
    pub country: String,
    /// First day.
    pub from: Option<Day>,
    /// The day the term ended, the successor's first; `None` while it lasts.
    pub to: Option<Day>,
}

impl Term {
    /// The term as an interval: up to, not including, its last day; that day where both are the same.
    pub fn interval(&self) -> Interval {
        let end = match (self.from, self.to) {
            (Some(from), Some(to)) if to <= from => Some(from.end()),
            (_, to) => to.map(Day::start),
        };
        Interval {
            start: self.from.map(Day::start),
            end,
        }
    }
}

/// Somebody who takes part in events.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Person {
    /// Id.
    pub id: PersonId,
    /// Name as it is shown.
    pub name: String,
    /// Wikidata id, if known: "Q7747".
    pub wikidata: Option<String>,
    /// Whether the person gets a track unasked: the roster gives an office other than foreign minister or
    /// vice-president.
    pub leader: bool,
    /// Terms of office, by first day.
    pub terms: Vec<Term>,
    /// Day of birth, if known.
    pub born: Option<Day>,
    /// Day of death, if known.
    pub died: Option<Day>,
}
