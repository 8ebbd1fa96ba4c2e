//! Makes events from an article, and settles its date.
//!
//! Sentence by sentence, clause by clause: a clause that tells of something happening at a time is an
//! event. Its kind comes from its verb or noun, its people and place from the words around them. What an
//! article tells twice becomes one event with two sources.

mod bounds;
mod clause;
mod correct;
mod counted;
mod ground;
mod inference;
mod kind;
mod knowledge;
mod label;
mod landmarks;
mod lexicon;
mod lives;
mod merge;
mod names;
mod offset;
mod participants;
mod place;
mod publication;
mod reading;
mod record;
mod repeat;
mod told;
mod window;

pub use correct::corrected;
pub use knowledge::Knowledge;
pub use merge::merge;
pub use names::{Named, names};

use crate::article;
use crate::chronology::{Article, ArticleId, Certainty, Event, Person, PublishedFrom};
use crate::text::{Words, sentences};
use crate::time::Day;
use crate::words::Message;
use inference::{Inference, infer};
use reading::Reading;

/// What the user says of an article, above what its file says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Given<'a> {
    /// Day of publication.
    pub published: Option<Day>,
    /// Code of the language.
    pub language: Option<&'a str>,
}

/// What was found in one article.
#[derive(Clone, Debug, PartialEq)]
pub struct Extraction {
    /// The article, with its language and date settled, and notes on what was not understood.
    pub article: Article,
    /// Everybody named in it, by id.
    pub persons: Vec<Person>,
    /// Its events, by id.
    pub events: Vec<Event>,
}

/// Finds the events of an article.
pub fn extract(article: &article::Article, given: Given, knowledge: &Knowledge) -> Extraction {
    let text = &article.text;
    let language = knowledge.language_of(text, given.language.or(article.language.as_deref()));
    let sentences = sentences(text, &language.head.abbreviations);
    let words = Words::new(text, &sentences);
    let tables = knowledge.tables(language);
    let (mut published, mut published_from) = publication::publication(
        article,
        given.published,
        &words,
        knowledge.tagger(language),
        &tables.lexicon,
    );
    let id = ArticleId(article.fingerprint());
    let mut found = reading::read(&words, language, published, knowledge, id);
    let mut published_why = Vec::new();
    if published.is_none() {
        match infer(&words, language, knowledge, id, &found) {
            Inference::Proposed(day, why) => {
                let dated = reading::read(&words, language, Some(day), knowledge, id);
                found = hung_on_proposal(dated, &found);
                published = Some(day);
                published_from = PublishedFrom::Inferred;
                published_why = why;
            }
            Inference::Unknown(note) => found.notes.insert(0, note),
        }
    }
    Extraction {
        article: Article {
            id,
            path: article.path.clone(),
            title: title_of(article, &words),
            language: language.head.code.clone(),
            published,
            published_from,
            published_why,
            notes: found.notes,
        },
        persons: found.persons,
        events: found.events,
    }
}

/// Marks the dates that hang on a proposed date of publication: those that the article read without one lacks.
fn hung_on_proposal(mut dated: Reading, undated: &Reading) -> Reading {
    for event in &mut dated.events {
        let known = undated
            .events
            .iter()
            .any(|other| other.id == event.id && other.when.interval == event.when.interval);
        if event.when.certainty == Certainty::Derived && !known {
            event.when.certainty = Certainty::Inferred;
            event.why.push(Message::new("why-published-inferred"));
        }
    }
    dated
}

/// The headline: the format's, or the first line.
fn title_of(article: &article::Article, words: &Words) -> String {
    if let Some(title) = &article.title {
        return title.clone();
    }
    let line = words
        .text
        .lines()
        .map(str::trim)
        .find(|line| !line.is_empty())
        .unwrap_or("");
    line.trim_start_matches(['#', ' ', '–', '-']).to_owned()
}
