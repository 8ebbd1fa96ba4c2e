//! The words of an article, folded once so that tables can be asked by them.

use super::{Sentence, Span, Token, TokenKind, fold, tokens};
use rustc_hash::FxHashSet;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

/// A text's tokens with the two forms by which they are looked up.
#[derive(Debug)]
pub struct Words<'t> {
    /// The text.
    pub text: &'t str,
    /// The sentences.
    pub sentences: &'t [Sentence],
    /// All tokens, in order.
    pub tokens: Vec<Token>,
    /// Each token in small letters: for the language's own words. Most are borrowed from the text.
    pub lower: Vec<Cow<'t, str>>,
    folded: Vec<Cow<'t, str>>,
    distinct: OnceLock<FxHashSet<Box<str>>>,
    /// The tokens of each sentence.
    pub of_sentence: Vec<Range<usize>>,
}

impl<'t> Words<'t> {
    /// Splits each sentence into tokens and folds them.
    pub fn new(text: &'t str, sentences: &'t [Sentence]) -> Self {
        let mut all = Vec::with_capacity(text.len() / 5);
        let mut of_sentence = Vec::with_capacity(sentences.len());
        for sentence in sentences {
            let start = all.len();
            tokens(text, sentence.span, &mut all);
            of_sentence.push(start..all.len());
        }
        let lower: Vec<Cow<str>> = all.iter().map(|token| lower_word(token.of(text))).collect();
        let folded = lower
            .iter()
            .map(|word| match word.is_ascii() {
                true => word.clone(),
                false => Cow::Owned(fold(word)),
            })
            .collect();
        Self {
            text,
            sentences,
            tokens: all,
            lower,
            folded,
            distinct: OnceLock::new(),
            of_sentence,
        }
    }

    /// Number of tokens.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether there are no tokens.
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// Each token without case and accents: for names.
    pub fn folded(&self) -> &[Cow<'t, str>] {
        &self.folded
    }

    /// Whether a word, folded, stands anywhere in the text.
    pub fn has_folded(&self, word: &str) -> bool {
        self.distinct
            .get_or_init(|| self.folded().iter().map(|word| (**word).into()).collect())
            .contains(word)
    }

    /// A token as it stands in the text.
    pub fn word(&self, token: usize) -> &'t str {
        self.tokens[token].of(self.text)
    }

    /// Whether a token is a word with a capital first letter.
    pub fn is_capitalised(&self, token: usize) -> bool {
        self.tokens[token].is_capitalised(self.text)
    }

    /// Whether a token is a word or a number.
    pub fn is_word(&self, token: usize) -> bool {
        self.tokens[token].kind != TokenKind::Mark
    }

    /// The sentence that a token stands in.
    pub fn sentence_of(&self, token: usize) -> usize {
        self.of_sentence
            .partition_point(|range| range.end <= token)
            .min(self.of_sentence.len().saturating_sub(1))
    }

    /// The bytes that a range of tokens covers.
    pub fn span(&self, range: Range<usize>) -> Span {
        if range.is_empty() {
            let at = self
                .tokens
                .get(range.start)
                .map_or(self.text.len(), |token| token.span.start);
            return Span::new(at, at);
        }
        Span::new(
            self.tokens[range.start].span.start,
            self.tokens[range.end - 1].span.end,
        )
    }

    /// The tokens that begin within a span.
    pub fn within(&self, span: Span) -> Range<usize> {
        let start = self
            .tokens
            .partition_point(|token| token.span.start < span.start);
        let end = self
            .tokens
            .partition_point(|token| token.span.start < span.end);
        start..end.max(start)
    }
}

/// A word in small letters, borrowed where it is written so.
pub fn lower_word(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        return match word.bytes().any(|byte| byte.is_ascii_uppercase()) {
            true => Cow::Owned(word.to_ascii_lowercase()),
            false => Cow::Borrowed(word),
        };
    }
    match word.chars().all(|c| c.is_lowercase() || !c.is_alphabetic()) {
        true => Cow::Borrowed(word),
        false => Cow::Owned(word.to_lowercase()),
    }
}
