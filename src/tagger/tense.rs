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

/// The tense of the clause around some tokens, or of the sentence; nothing where no word tells.
pub(super) fn direction(
    text: &TimedText,
    tagger: &Tagger,
    sentence: &Range<usize>,
    tokens: &Range<usize>,
) -> Option<Direction> {
    let clause = clause_around(text, tagger, sentence, tokens);
    sign(text, tagger, &clause, tokens).or_else(|| sign(text, tagger, sentence, tokens))
}

/// Whether the sentence tells, before a token, of what was past already.
pub(super) fn is_pluperfect(
    text: &TimedText,
    tagger: &Tagger,
    sentence: &Range<usize>,
    before: usize,
) -> bool {
    (sentence.start..before).any(|at| tagger.lexeme(text.ids[at]).roles.has(Roles::PLUPERFECT))
}

/// Whether an unknown word has the ending of a verb in the present. Many nouns have it too: it tells only where
/// the verb must stand.
fn looks_present(text: &TimedText, tagger: &Tagger, at: usize) -> bool {
    let word = &text.words.lower[at];
    text.ids[at] == UNKNOWN
        && !text.words.is_capitalised(at)
        && tagger
            .present_endings
            .iter()
            .any(|ending| word.ends_with(ending.as_str()))
}

/// Between the marks and words that part clauses.
fn clause_around(
    text: &TimedText,
    tagger: &Tagger,
    sentence: &Range<usize>,
    tokens: &Range<usize>,
) -> Range<usize> {
    let parts = |at: &usize| {
        let mark = || {
            matches!(
                text.word(*at),
                "," | ";" | "–" | "—" | ":" | "«" | "»" | "\"" | "“" | "”" | "(" | ")"
            )
        };
        !text.words.is_word(*at) && mark()
            || tagger.lexeme(text.ids[*at]).roles.has(Roles::OPENS_CLAUSE)
    };
    let start = (sentence.start..tokens.start)
        .rev()
        .find(parts)
        .map_or(sentence.start, |at| at + 1);
    let end = (tokens.end..sentence.end)
        .find(parts)
        .unwrap_or(sentence.end);
    start..end
}

/// The sign of tense nearest to the expression.
fn sign(
    text: &TimedText,
    tagger: &Tagger,
    within: &Range<usize>,
    tokens: &Range<usize>,
) -> Option<Direction> {
    let mut nearest: Option<(usize, Direction)> = None;
    let mut future = None;
    for at in within.clone().filter(|at| !tokens.contains(at)) {
        let id = text.ids[at];
        let roles = tagger.lexeme(id).roles;
        let found = if id != UNKNOWN && tagger.future.longest(&text.ids[at..within.end]).is_some() {
            Direction::Future
        } else if roles.has(Roles::PAST)
            || id == UNKNOWN
                && !text.words.is_capitalised(at)
                && tagger.looks_past(&text.words.lower[at])
        {
            Direction::Past
        } else if roles.has(Roles::PRESENT)
            || id == UNKNOWN
                && !text.words.is_capitalised(at)
                && tagger.is_present_verb(&text.words.lower[at])
            || at == tokens.end && tokens.start == within.start && looks_present(text, tagger, at)
        {
            Direction::Present
        } else {
            continue;
        };
        let distance = if at < tokens.start {
            tokens.start - at
        } else {
            at - tokens.end + 1
        };
        // "Skal etter planen møtes", "will be held": a verb belongs to what is to come right before it.
        let found = match (found, future) {
            (Direction::Past | Direction::Present, Some(before)) if at - before <= VERB_GROUP => {
                Direction::Future
            }
            (found, _) => found,
        };
        if found == Direction::Future {
            future = Some(at);
        }
        if nearest.is_none_or(|(known, _)| distance < known) {
            nearest = Some((distance, found));
        }
    }
    nearest.map(|(_, direction)| direction)
}
