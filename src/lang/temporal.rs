//! `[time]` of a language file: words and patterns for time expressions.

use serde::Deserialize;

/// Words and patterns for time expressions.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemporalWords {}

impl TemporalWords {
    /// A number written in words.
    pub fn number(&self, word: &str) -> Option<u32> {
        [
            "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti",
        ]
        .iter()
        .chain(&[
            "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        ])
        .position(|w| *w == word)
        .map(|i| (i % 9 + 2) as u32)
    }
}
