//! A text's tokens as the tagger sees them: by their numbers in the vocabulary.

use super::vocabulary::{UNKNOWN, Vocabulary, WordId};
use crate::text::{Span, TokenKind, Words};
use std::ops::Range;

/// Words with their numbers.
pub(super) struct TimedText<'a> {
    pub words: &'a Words<'a>,
    /// Each token's number.
    pub ids: Vec<WordId>,
    /// The tokens that end in a possessive, with its length in bytes; sorted.
    possessive: Vec<(usize, usize)>,
    /// Months that stand behind a stranger's capital somewhere: "Walter March". Further on they are that name.
    pub names: Vec<WordId>,
}

impl<'a> TimedText<'a> {
    pub fn new(words: &'a Words<'a>, vocabulary: &Vocabulary) -> Self {
        let mut possessive = Vec::new();
        let ids: Vec<WordId> = words
            .lower
            .iter()
            .enumerate()
            .map(|(at, word)| {
                let (id, ending) = vocabulary.id(word);
                if ending > 0 {
                    possessive.push((at, ending));
                }
                id
            })
            .collect();
        let names = surnames(words, &ids, vocabulary);
        Self {
            words,
            ids,
            possessive,
            names,
        }
    }

    pub fn word(&self, at: usize) -> &'a str {
        self.words.word(at)
    }

    /// The number that a token of digits alone writes.
    pub fn digits(&self, at: usize) -> Option<u32> {
        let token = self.words.tokens.get(at)?;
        if token.kind != TokenKind::Number {
            return None;
        }
        let word = token.of(self.words.text);
        (word.len() <= 6 && word.bytes().all(|b| b.is_ascii_digit()))
            .then(|| word.parse().ok())
            .flatten()
    }

    pub fn is_number(&self, at: usize) -> bool {
        self.words.tokens[at].kind == TokenKind::Number
    }

    /// Whether no white space stands between a token and the next.
    pub fn touches(&self, at: usize) -> bool {
        self.words
            .tokens
            .get(at + 1)
            .is_some_and(|next| next.span.start == self.words.tokens[at].span.end)
    }

    /// The bytes of some tokens, without a possessive ending of the last.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        let span = self.words.span(tokens.clone());
        let last = tokens.end.saturating_sub(1);
        match self.possessive.binary_search_by_key(&last, |(at, _)| *at) {
            Ok(found) if !tokens.is_empty() => {
                Span::new(span.start, span.end - self.possessive[found].1)
            }
            _ => span,
        }
    }
}

fn surnames(words: &Words, ids: &[WordId], vocabulary: &Vocabulary) -> Vec<WordId> {
    let number = |at: usize| {
        words
            .tokens
            .get(at)
            .is_some_and(|token| token.kind == TokenKind::Number)
    };
    let named = |at: &usize| {
        vocabulary.lexeme(ids[*at]).month.is_some()
            && ids[at - 1] == UNKNOWN
            && words.is_capitalised(*at)
            && words.is_capitalised(at - 1)
            && !number(at + 1)
    };
    (1..ids.len()).filter(named).map(|at| ids[at]).collect()
}
