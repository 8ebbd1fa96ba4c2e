//! Guesses the language of a text from its small words.

use super::{Language, Languages};
use crate::text::{Span, TokenKind, tokens};

/// Bytes of a text that are looked at: a few paragraphs tell as much as a book.
const LOOKED_AT: usize = 4000;

/// The language whose small words make up the greatest share of the text; the first of the list where
/// none occurs.
pub fn detect<'a>(text: &str, languages: &'a Languages) -> &'a Language {
    let end = text.floor_char_boundary(LOOKED_AT.min(text.len()));
    let mut found = Vec::new();
    tokens(text, Span::new(0, end), &mut found);
    let words: Vec<String> = found
        .into_iter()
        .filter(|token| token.kind == TokenKind::Word)
        .map(|token| token.of(text).to_lowercase())
        .collect();
    let hits = |language: &Language| {
        words
            .iter()
            .filter(|w| language.head.small_words.contains(w))
            .count()
    };
    // The first of equals wins, so that a text without any small word gets the list's first language.
    languages
        .iter()
        .rev()
        .max_by_key(|language| hits(language))
        .unwrap_or(languages.first())
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
