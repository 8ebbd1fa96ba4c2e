//! Who is who: the persons of all articles, spellings of one name, and what the user says of them.

use super::{Articles, ByArticle, Work, why_lost};
use crate::chronology::{Correction, Event, Evidence, Lost, Person, PersonId, What};
use crate::text::spelling;
use crate::words::Message;
use std::collections::BTreeMap;

/// The persons, and who turned out to be somebody else.
#[derive(Default)]
pub(super) struct Persons {
    known: BTreeMap<PersonId, Person>,
    same: BTreeMap<PersonId, PersonId>,
}

impl Persons {
    pub fn add(&mut self, persons: &[Person]) {
        for person in persons {
            let same = self.known.entry(person.id.clone());
            same.or_insert_with(|| person.clone());
        }
    }

    pub fn all(self) -> Vec<Person> {
        self.known.into_values().collect()
    }

    pub fn get(&mut self, id: &PersonId) -> Option<&mut Person> {
        let id = self.who(id);
        self.known.get_mut(&id)
    }

    /// Who that is now.
    pub fn who(&self, id: &PersonId) -> PersonId {
        let mut id = id;
        while let Some(other) = self.same.get(id) {
            id = other;
        }
        id.clone()
    }

    /// Makes sure that a person is known; gives who it is.
    pub fn meet(&mut self, person: &Person) -> PersonId {
        let id = self.who(&person.id);
        if id == person.id {
            self.add(std::slice::from_ref(person));
        }
        id
    }

    fn become_one(&mut self, person: PersonId, other: PersonId) {
        self.known.remove(&person);
        self.same.insert(person, other);
    }

    /// People whom no table has are one where their whole names differ in spelling alone.
    pub fn unite_spellings(&mut self, events: &mut [Event]) {
        let mut by_spelling: BTreeMap<String, PersonId> = BTreeMap::new();
        let mut same = Vec::new();
        let untold = |person: &&Person| person.wikidata.is_none() && person.terms.is_empty();
        for person in self.known.values().filter(untold) {
            let name = spelling(&person.name);
            if !name.contains(' ') {
                continue;
            }
            match by_spelling.get(&name) {
                Some(other) => same.push((person.id.clone(), other.clone())),
                None => {
                    by_spelling.insert(name, person.id.clone());
                }
            }
        }
        if same.is_empty() {
            return;
        }
        for (person, other) in same {
            self.become_one(person, other);
        }
        for event in events {
            self.put_right(event);
        }
    }

    /// Puts in an event's people who they are now; whether anything changed.
    fn put_right(&self, event: &mut Event) -> bool {
        let mut changed = false;
        let mut people: Vec<PersonId> = Vec::with_capacity(event.participants.len());
        for who in &event.participants {
            let now = self.who(who);
            changed |= now != *who;
            if !people.contains(&now) {
                people.push(now);
            }
        }
        event.participants = people;
        let spans = event.sources.iter_mut();
        for (who, ..) in spans.flat_map(|source| &mut source.people_spans) {
            *who = self.who(who);
        }
        changed
    }
}

impl Work {
    /// What the user says of persons and mentions, one after the other.
    pub(super) fn correct_persons(&mut self, corrections: &[Correction], articles: &Articles) {
        let mut by_article: Option<ByArticle> = None;
        for correction in corrections {
            let found = match &correction.what {
                What::Rename(id, name) => match self.persons.get(id) {
                    Some(person) => {
                        person.name.clone_from(name);
                        Ok(())
                    }
                    None => Err(Lost::Person),
                },
                What::Same { person, as_person } => self.make_same(person, as_person),
                What::Mention {
                    article,
                    start,
                    end,
                    person,
                } => {
                    let index = by_article.get_or_insert_with(|| ByArticle::new(&self.events));
                    let events = index.of(*article).to_vec();
                    match self.mean(&events, *start, *end, person) {
                        true => Ok(()),
                        false => Err(why_lost(*article, articles)),
                    }
                }
                _ => continue,
            };
            if let Err(why) = found {
                self.lose(correction, why);
            }
        }
    }

    fn make_same(&mut self, person: &PersonId, as_person: &PersonId) -> Result<(), Lost> {
        let (person, other) = (self.persons.who(person), self.persons.who(as_person));
        if self.persons.get(&person).is_none() || self.persons.get(&other).is_none() {
            return Err(Lost::Person);
        }
        if person == other {
            return Ok(());
        }
        let name = self.persons.get(&person).map(|person| person.name.clone());
        self.persons.become_one(person, other);
        let trace = Message::new("why-by-hand-same").with("name", name.unwrap_or_default());
        for (event, traces) in self.events.iter_mut().zip(&mut self.traces) {
            if self.persons.put_right(event) {
                traces.push(trace.clone());
            }
        }
        Ok(())
    }

    /// Says whom a mention means; whether it is a mention of anybody.
    fn mean(&mut self, events: &[usize], start: u32, end: u32, person: &Person) -> bool {
        let mut found = false;
        for at in events {
            let event = &mut self.events[*at];
            let mut meant: Vec<PersonId> = Vec::new();
            let article = event.id.article;
            let there = |source: &&mut Evidence| source.article == article;
            let sources = event.sources.iter_mut().filter(there);
            for (who, from, to) in sources.flat_map(|source| &mut source.people_spans) {
                if *from < end && start < *to {
                    let new = self.persons.meet(person);
                    meant.push(std::mem::replace(who, new));
                }
            }
            if meant.is_empty() {
                continue;
            }
            found = true;
            let new = self.persons.meet(person);
            // Who is named elsewhere too takes part still.
            let mut spans = event.sources.iter().flat_map(|source| &source.people_spans);
            meant.retain(|old| *old != new && spans.all(|(who, ..)| who != old));
            event.participants.retain(|who| !meant.contains(who));
            if !event.participants.contains(&new) {
                event.participants.push(new);
            }
            self.traces[*at].push(Message::new("why-by-hand-mention").with("name", &*person.name));
        }
        found
    }
}
