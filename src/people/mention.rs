//! Mentions: places in a text that speak of a person.

use super::grammar::Part;
use std::ops::Range;

/// A person of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    /// Number on the roster.
    Roster(usize),
    /// Number among the article's other persons.
    Other(usize),
}

/// How a mention names its person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Given name and surname.
    Full,
    /// Surname or given name alone.
    Short,
    /// An office: "den russiske presidenten".
    Role,
    /// A pronoun, or "the two leaders".
    Pronoun,
}

/// A place in a text that speaks of one person, or of several together.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Who is meant.
    pub who: Vec<Who>,
    /// How they are named.
    pub form: Form,
    /// Whether it owns what follows: "Putins rådgiver".
    pub genitive: bool,
    /// The part it plays in its clause.
    pub part: Part,
}
