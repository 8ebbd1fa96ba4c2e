//! Makes events from an article, and settles its date.

use crate::article;
use crate::chronology::{Article, Chronology, Event, Person};
use crate::error::Result;
use crate::lang::Languages;
use crate::time::Day;

/// Everything the engine knows: languages, world, roster. Made once.
pub struct Knowledge {
    /// The languages.
    pub languages: Languages,
}

impl Knowledge {
    /// Reads the files that are compiled into the program.
    pub fn bundled() -> Result<Self> {
        Ok(Self {
            languages: Languages::bundled()?,
        })
    }
}

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
    let _ = (article, given, knowledge);
    unimplemented!()
}

/// One chronology from what was found in several articles; events told in several become one.
pub fn merge(extractions: &[Extraction]) -> Chronology {
    let _ = extractions;
    unimplemented!()
}
