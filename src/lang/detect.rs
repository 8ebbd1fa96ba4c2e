//! Guesses the language of a text from its small words.

use super::{Language, Languages};
use crate::text::{Span, TokenKind, lower_word, tokens};
use serde::Deserialize;

/// Bytes of a text that are looked at: a few paragraphs tell as much as a book.
const LOOKED_AT: usize = 4000;

/// What tells a language from others: the small part of its file that is read of every language.
#[derive(Debug)]
pub(super) struct Signs {
    pub code: String,
    pub inherits: Option<String>,
    pub small_words: Vec<String>,
}

#[derive(Deserialize)]
struct Opening {
    language: Head,
}

#[derive(Deserialize)]
struct Head {
    code: String,
    inherits: Option<String>,
    small_words: Vec<String>,
}

impl Signs {
    /// Reads the `[language]` table, with which a file opens.
    pub fn read(contents: &str) -> Result<Self, toml::de::Error> {
        let from = contents.find("[language]").unwrap_or(0);
        let end = contents[from..]
            .find("\n[")
            .map_or(contents.len(), |at| from + at);
        let Opening { language } = toml::from_str(&contents[..end])?;
        Ok(Self {
            code: language.code,
            inherits: language.inherits,
            small_words: language.small_words,
        })
    }
}

/// The language whose small words make up the greatest share of the text; the first of the list where
/// none occurs.
pub fn detect<'a>(text: &str, languages: &'a Languages) -> &'a Language {
    let end = text.floor_char_boundary(LOOKED_AT.min(text.len()));
    let mut found = Vec::with_capacity(end / 4);
    tokens(text, Span::new(0, end), &mut found);
    let words = found
        .into_iter()
        .filter(|token| token.kind == TokenKind::Word);
    let mut hits = vec![0; languages.codes().len()];
    for word in words {
        for number in languages.with_small_word(&lower_word(word.of(text))) {
            hits[*number] += 1;
        }
    }
    // The first of equals wins, so that a text without any small word gets the list's first language.
    let most = hits.iter().enumerate().rev().max_by_key(|(_, hits)| **hits);
    languages.get(most.map_or(0, |(number, _)| number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_are_told_apart() {
        let languages = Languages::bundled().expect("the files are sound");
        let own = [
            ("nb", "Hun sa at de ikke kom fra byen."),
            ("nn", "Ho sa at dei ikkje kom frå byen."),
            ("da", "Hun sagde, at de ikke kom fra byen."),
            ("sv", "Hon sade att de inte kom från staden."),
            ("en", "She said that they did not come from the town."),
        ];
        let sentences = languages.iter().flat_map(|language| {
            let texts = language.time.sentences.keys();
            texts.map(|text| (&*language.head.code, &**text))
        });
        for (code, text) in own.into_iter().chain(sentences) {
            assert_eq!(detect(text, &languages).head.code, code, "{text}");
        }
    }
}
