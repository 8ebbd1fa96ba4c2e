//! One chronology from what was found in several articles, with the user's corrections in it.
//!
//! A pure function, done anew whenever an article or a correction comes or goes: who is who first, then which
//! passages are one event, then what is set by hand. What finds no place is kept, with the reason.

mod persons;
mod set;
mod ties;

use super::Extraction;
use super::merge::{across, one_of};
use crate::chronology::{
    Article, ArticleId, Change, Chronology, Correction, CorrectionId, Edit, Event, Lost, Note,
    Passage,
};
use crate::words::{Fact, Message};
use persons::Persons;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The chronology of these articles. Corrections hold in the order given; each says in the result whether it is
/// in effect.
pub fn corrected(extractions: &[Extraction], corrections: &[Correction]) -> Chronology {
    let mut articles = BTreeMap::new();
    let mut persons = Persons::default();
    let mut events = Vec::new();
    for extraction in extractions {
        // The same text twice is one article.
        let article = &extraction.article;
        if articles.insert(article.id, article.clone()).is_none() {
            persons.add(&extraction.persons);
            events.extend(extraction.events.iter().cloned());
        }
    }
    events.sort_by_key(|event| event.id);
    let mut work = Work {
        traces: vec![Vec::new(); events.len()],
        events,
        persons,
        lost: BTreeMap::new(),
    };
    work.persons.unite_spellings(&mut work.events);
    work.correct_persons(corrections, &articles);
    let ties = work.ties(corrections, &articles);
    let groups = across(&work.events, &ties);
    let mut found: Vec<Option<Event>> = work.events.into_iter().map(Some).collect();
    let mut events: Vec<Event> = Vec::with_capacity(groups.len());
    for group in groups {
        let told = group.iter().filter_map(|at| found[*at].take()).collect();
        let traces = group.iter().flat_map(|at| &work.traces[*at]);
        if let Some(mut event) = one_of(told, &articles) {
            for trace in traces {
                if !event.why.contains(trace) {
                    event.why.push(trace.clone());
                }
            }
            events.push(event);
        }
    }
    events.sort_by_key(|event| event.id);
    work.events = events;
    work.set(corrections, &articles);
    work.finish(articles, corrections)
}

/// What is being corrected.
struct Work {
    events: Vec<Event>,
    /// What was done by hand to each event before they were merged.
    traces: Vec<Vec<Message>>,
    persons: Persons,
    lost: BTreeMap<CorrectionId, Lost>,
}

type Articles = BTreeMap<ArticleId, Article>;

/// The events by the articles that tell of them.
#[derive(Default)]
struct ByArticle(BTreeMap<ArticleId, Vec<usize>>);

impl ByArticle {
    fn new(events: &[Event]) -> Self {
        let mut all = Self::default();
        for (at, event) in events.iter().enumerate() {
            all.add(at, event);
        }
        all
    }

    fn add(&mut self, at: usize, event: &Event) {
        for source in &event.sources {
            let list = self.0.entry(source.article).or_default();
            if list.last() != Some(&at) {
                list.push(at);
            }
        }
    }

    fn of(&self, article: ArticleId) -> &[usize] {
        self.0.get(&article).map_or(&[], Vec::as_slice)
    }
}

/// Why a passage has no event: its article is gone, or the article no longer tells of it.
fn why_lost(article: ArticleId, articles: &Articles) -> Lost {
    if articles.contains_key(&article) {
        Lost::Event
    } else {
        Lost::Article
    }
}

impl Work {
    /// The event that a passage means.
    fn find(&self, passage: &Passage, index: &ByArticle) -> Option<usize> {
        let mut passage = passage.clone();
        for who in &mut passage.participants {
            *who = self.persons.who(who);
        }
        let fits = index.of(passage.article).iter().filter_map(|at| {
            let event = &self.events[*at];
            Some((passage.fit(event)?, Reverse(event.id), *at))
        });
        fits.max().map(|(_, _, at)| at)
    }

    fn lose(&mut self, correction: &Correction, why: Lost) {
        self.lost.insert(correction.id, why);
    }

    fn finish(self, mut articles: Articles, corrections: &[Correction]) -> Chronology {
        let corrections: Vec<Correction> = corrections
            .iter()
            .map(|correction| Correction {
                lost: self.lost.get(&correction.id).copied(),
                ..correction.clone()
            })
            .collect();
        for correction in &corrections {
            note(correction, &mut articles);
        }
        let mut edit = Edit::adding(
            Message::new("edit-read"),
            articles.into_values().collect(),
            self.persons.all(),
            self.events,
        );
        edit.corrections = Change {
            before: Vec::new(),
            after: corrections,
        };
        let mut chronology = Chronology::default();
        chronology.apply(&edit);
        chronology
    }
}

/// Tells at its place in the article of a correction that is not in effect.
fn note(correction: &Correction, articles: &mut Articles) {
    let place = correction.what.place();
    let Some((why, (id, start, end))) = correction.lost.zip(place) else {
        return;
    };
    let Some(article) = articles.get_mut(&id).filter(|_| why != Lost::Overruled) else {
        return;
    };
    let mut message = Message::new("note-correction-lost");
    let what = Fact::Message(Box::new(correction.what.name()));
    message.facts.push(("what", what));
    message.facts.push(("why", Fact::Word(why.key())));
    let at = article.notes.partition_point(|note| note.start <= start);
    article.notes.insert(
        at,
        Note {
            start,
            end,
            message,
        },
    );
}
