//! Spans, words and sentences: text without meaning.
//!
//! Every place in a text is a [`Span`] of bytes on character boundaries. Code points are counted
//! once only, where an event's evidence is made ([`CodePoints`]).

mod fold;
mod phrases;
mod sentence;
mod sieve;
mod spelling;
mod token;
mod words;

pub use fold::{fold, search_key, slug};
pub use phrases::{Found, Phrases, folded_words, lower_words};
pub use sentence::{Sentence, sentences};
pub use sieve::WordSet;
pub use spelling::spelling;
pub use token::{Token, TokenKind, tokens};
pub use words::{Words, lower_word};

/// A half-open range of bytes in a text, on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to, not including, `end`.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span runs forward");
        Self { start, end }
    }

    /// The words the span covers in `text`.
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// Number of bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether nothing is covered.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span over both.
    pub fn hull(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The span without white space at its ends.
    pub fn trim(self, text: &str) -> Span {
        let words = self.of(text);
        let start = self.start + (words.len() - words.trim_start().len());
        Span::new(start, (start + words.trim().len()).max(start))
    }
}

/// Translates byte offsets of one text into code-point offsets, in logarithmic time.
pub struct CodePoints {
    /// Code points before every 64th byte (rounded down to a boundary).
    before: Vec<u32>,
}

/// Bytes between two entries of [`CodePoints`]; larger saves memory and costs time a look-up.
const STRIDE: usize = 64;

impl CodePoints {
    /// Counts `text` once.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut before = Vec::with_capacity(bytes.len() / STRIDE + 1);
        let mut n = 0;
        for chunk in bytes.chunks(STRIDE) {
            before.push(n);
            n += starts(chunk);
        }
        before.push(n);
        Self { before }
    }

    /// How many code points of `text` stand before byte `at`, which is a character boundary.
    pub fn before(&self, text: &str, at: usize) -> u32 {
        let block = at / STRIDE;
        self.before[block] + starts(&text.as_bytes()[block * STRIDE..at])
    }
}

fn starts(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|b| (**b as i8) >= -0x40).count() as u32
}
