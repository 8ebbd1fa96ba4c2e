//! The chronology: articles, persons and events, the user's corrections, and the edits that change it.
//!
//! This is the lake between the two rivers. It does not know how an event was found, nor that it
//! will be drawn. Everything is kept in the order of its id, so that whoever walks through it does
//! so in a fixed order. Only an [`Edit`] changes it.

mod article;
mod correction;
mod edit;
mod event;
mod history;
mod person;

pub use article::{Article, ArticleId, Note, PublishedFrom};
pub use correction::{Correction, CorrectionId, Lost, Passage, Set, What, joining, parting};
pub use edit::{Change, Edit};
pub use event::{Certainty, Event, EventId, Evidence, Form, Kind, Place, Status, When};
pub use history::History;
pub use person::{Person, PersonId, Term};

use std::collections::BTreeMap;

/// Articles, persons and events, and the corrections that are in them.
#[derive(Clone, Debug, Default)]
pub struct Chronology {
    articles: BTreeMap<ArticleId, Article>,
    persons: BTreeMap<PersonId, Person>,
    events: BTreeMap<EventId, Event>,
    corrections: BTreeMap<CorrectionId, Correction>,
    revision: u64,
}

impl Chronology {
    /// The chronology that holds these.
    pub fn of(
        articles: Vec<Article>,
        persons: Vec<Person>,
        events: Vec<Event>,
        corrections: Vec<Correction>,
    ) -> Self {
        Self {
            articles: articles.into_iter().map(|one| (one.id, one)).collect(),
            persons: persons
                .into_iter()
                .map(|one| (one.id.clone(), one))
                .collect(),
            events: events.into_iter().map(|one| (one.id, one)).collect(),
            corrections: corrections.into_iter().map(|one| (one.id, one)).collect(),
            revision: 1,
        }
    }

    /// The articles, by id.
    pub fn articles(&self) -> impl ExactSizeIterator<Item = &Article> {
        self.articles.values()
    }

    /// The persons, by id.
    pub fn persons(&self) -> impl ExactSizeIterator<Item = &Person> {
        self.persons.values()
    }

    /// The events, by id.
    pub fn events(&self) -> impl ExactSizeIterator<Item = &Event> {
        self.events.values()
    }

    /// The user's corrections, the oldest first; also those that are not in effect.
    pub fn corrections(&self) -> impl ExactSizeIterator<Item = &Correction> {
        self.corrections.values()
    }

    /// The article with that id.
    pub fn article(&self, id: ArticleId) -> Option<&Article> {
        self.articles.get(&id)
    }

    /// The person with that id.
    pub fn person(&self, id: &PersonId) -> Option<&Person> {
        self.persons.get(id)
    }

    /// The event with that id.
    pub fn event(&self, id: EventId) -> Option<&Event> {
        self.events.get(&id)
    }

    /// Grows with every change; what was derived from an older revision is stale.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Carries out an edit.
    pub fn apply(&mut self, edit: &Edit) {
        self.revision += 1;
        edit.apply(self);
    }
}

/// Two chronologies are equal when they hold the same, whatever way led there.
impl PartialEq for Chronology {
    fn eq(&self, other: &Self) -> bool {
        self.articles == other.articles
            && self.persons == other.persons
            && self.events == other.events
            && self.corrections == other.corrections
    }
}
