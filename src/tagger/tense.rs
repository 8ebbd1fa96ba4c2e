//! The direction in which a bare weekday or month goes: that of the tense around it.

use super::lexicon::Tagger;
use super::text::TimedText;
use super::vocabulary::{Roles, UNKNOWN};
use std::ops::Range;

/// Where a bare weekday or month lies, seen from the anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Before it.
    Past,
    /// The day itself, if it fits, else what is to come.
    Present,
    /// After it.
    Future,
}

/// So many tokens a verb may stand behind the one that puts it in the future.
const VERB_GROUP: usize = 4;

/// So many tokens to either side of an expression are looked at: a sentence may be as long as a book.
const SIGHT: usize = 80;

/// What the tokens of a sentence tell of tense.
pub(super) struct Tenses<'a> {
    text: &'a TimedText<'a>,
    tagger: &'a Tagger,
    sentence: Range<usize>,
    tokens: Vec<Tense>,
}

/// What a token tells of tense.
#[derive(Clone, Copy, Default)]
struct Tense {
    sign: Option<Direction>,
    /// Whether a clause ends before it, or begins behind it.
    parts: bool,
    pluperfect: bool,
}

impl<'a> Tenses<'a> {
    pub fn new(text: &'a TimedText<'a>, tagger: &'a Tagger, sentence: &Range<usize>) -> Self {
        let mut tenses = Self {
            text,
            tagger,
            sentence: sentence.clone(),
            tokens: Vec::with_capacity(sentence.len()),
        };
        let mut future = None;
        for at in sentence.clone() {
            let parts = tenses.parts_clauses(at);
            if parts {
                future = None;
            }
            let sign = tenses.sign(at);
            if sign == Some(Direction::Future) {
                future = Some(at);
            }
            // "Skal etter planen møtes", "will be held": a verb belongs to what is to come right before it.
            let grouped = sign.is_some() && future.is_some_and(|before| at - before <= VERB_GROUP);
            tenses.tokens.push(Tense {
                sign: if grouped {
                    Some(Direction::Future)
                } else {
                    sign
                },
                parts,
                pluperfect: tagger.lexeme(text.ids[at]).roles.has(Roles::PLUPERFECT),
            });
        }
        tenses
    }

    /// The tense of the clause around some tokens, or of the sentence; nothing where no word tells.
    pub fn direction(&self, tokens: &Range<usize>) -> Option<Direction> {
        let sight = tokens.start.saturating_sub(SIGHT).max(self.sentence.start)
            ..(tokens.end + SIGHT).min(self.sentence.end);
        let parts = |at: &usize| self.at(*at).parts;
        let start = (sight.start..tokens.start).rev().find(parts);
        let end = (tokens.end..sight.end).find(parts);
        let clause = start.map_or(sight.start, |at| at + 1)..end.unwrap_or(sight.end);
        self.nearest(&clause, tokens)
            .or_else(|| self.nearest(&sight, tokens))
    }

    /// Whether the sentence tells, before a token, of what was past already.
    pub fn is_pluperfect(&self, before: usize) -> bool {
        let from = before.saturating_sub(SIGHT).max(self.sentence.start);
        (from..before).any(|at| self.at(at).pluperfect)
    }

    fn at(&self, token: usize) -> Tense {
        self.tokens[token - self.sentence.start]
    }

    /// The sign nearest to some tokens; of two as near, the one before them.
    fn nearest(&self, within: &Range<usize>, tokens: &Range<usize>) -> Option<Direction> {
        let verb_second = tokens.start == within.start
            && tokens.end < within.end
            && self.at(tokens.end).sign.is_none()
            && self.looks_present(tokens.end);
        if verb_second {
            return Some(Direction::Present);
        }
        let before = (within.start..tokens.start)
            .rev()
            .find_map(|at| Some((tokens.start - at, self.at(at).sign?)));
        let behind =
            (tokens.end..within.end).find_map(|at| Some((at - tokens.end + 1, self.at(at).sign?)));
        match (before, behind) {
            (Some((near, sign)), Some((far, _))) if near <= far => Some(sign),
            (_, Some((_, sign))) | (Some((_, sign)), None) => Some(sign),
            (None, None) => None,
        }
    }

    /// Whether a mark or word parts clauses.
    fn parts_clauses(&self, at: usize) -> bool {
        let mark = || {
            matches!(
                self.text.word(at),
                "," | ";" | "–" | "—" | ":" | "«" | "»" | "\"" | "“" | "”" | "(" | ")"
            )
        };
        !self.text.words.is_word(at) && mark() || self.roles(at).has(Roles::OPENS_CLAUSE)
    }

    /// What a token alone tells of tense.
    fn sign(&self, at: usize) -> Option<Direction> {
        let (text, tagger) = (self.text, self.tagger);
        let id = text.ids[at];
        let roles = self.roles(at);
        let rest = &text.ids[at..self.sentence.end];
        if id == UNKNOWN {
            if text.words.is_capitalised(at) {
                return None;
            }
            let word = &text.words.lower[at];
            return match () {
                () if tagger.looks_past(word) => Some(Direction::Past),
                () if ends_in(word, &tagger.present_verb_endings) => Some(Direction::Present),
                () => None,
            };
        }
        if roles.has(Roles::FUTURE) && tagger.future.longest(rest).is_some() {
            return Some(Direction::Future);
        }
        match () {
            () if roles.has(Roles::PAST) => Some(Direction::Past),
            () if roles.has(Roles::PRESENT) => Some(Direction::Present),
            () => None,
        }
    }

    fn roles(&self, at: usize) -> Roles {
        self.tagger.lexeme(self.text.ids[at]).roles
    }

    /// Whether an unknown word has the ending of a verb in the present. Many nouns have it too: it tells only
    /// where the verb must stand.
    fn looks_present(&self, at: usize) -> bool {
        let words = self.text.words;
        self.text.ids[at] == UNKNOWN
            && !words.is_capitalised(at)
            && ends_in_any(&words.lower[at], &self.tagger.present_endings)
    }
}

impl Tagger {
    /// Whether an unknown word has the ending of a verb in the past.
    pub(super) fn looks_past(&self, word: &str) -> bool {
        ends_in(word, &self.past_endings)
    }
}

/// Whether a word of some length has one of the endings.
fn ends_in(word: &str, endings: &[String]) -> bool {
    word.len() > 4 && ends_in_any(word, endings)
}

fn ends_in_any(word: &str, endings: &[String]) -> bool {
    endings.iter().any(|ending| word.ends_with(ending.as_str()))
}
