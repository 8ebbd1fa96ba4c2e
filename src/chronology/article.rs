//! An article as the chronology knows it: where it came from, when it was published, what was not
//! understood in it.

use crate::time::Day;
use crate::words::Message;
use serde::{Deserialize, Serialize};

/// An article's fingerprint: a hash of its text, the same on every machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ArticleId(pub u64);

/// How the publication date became known, from the surest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PublishedFrom {
    /// The user said it.
    Given,
    /// The file's metadata says it.
    Metadata,
    /// The text says it: a dateline or a byline.
    Text,
    /// The file's name says it.
    FileName,
    /// It follows from what the article tells.
    Inferred,
    /// It is not known.
    Unknown,
}

impl PublishedFrom {
    /// The name used in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Metadata => "metadata",
            Self::Text => "text",
            Self::FileName => "filename",
            Self::Inferred => "inferred",
            Self::Unknown => "unknown",
        }
    }
}

/// An article that events were found in. Its text stays outside.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// Fingerprint.
    pub id: ArticleId,
    /// The file it was read from, or a name for pasted text.
    pub path: String,
    /// Headline.
    pub title: String,
    /// Code of the language it is written in.
    pub language: String,
    /// Day of publication, if known.
    pub published: Option<Day>,
    /// How that day became known.
    pub published_from: PublishedFrom,
    /// Why that day, where it was inferred.
    pub published_why: Vec<Message>,
    /// What was not understood, or what the reader should know, in the order of the text.
    pub notes: Vec<Note>,
}

/// Something in an article that was not understood, or that the reader should know.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Note {
    /// First code point it is about.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
    /// What there is to say.
    pub message: Message,
}
