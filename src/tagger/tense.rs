//! The direction in which a bare weekday or month goes: that of the tense around it.

use super::lexicon::Tagger;
use crate::text::Words;
use std::ops::Range;

/// Where a bare weekday or month lies, seen from the anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Past,
    /// The day itself, if it fits, else what is to come.
    Present,
    Future,
}

/// The tense of the clause around some tokens; without a sign of it the past, as news tell.
pub(super) fn direction(
    words: &Words,
    tagger: &Tagger,
    sentence: &Range<usize>,
    tokens: &Range<usize>,
) -> Direction {
    let clause = clause_around(words, sentence, tokens);
    sign(words, tagger, &clause, tokens)
        .or_else(|| sign(words, tagger, sentence, tokens))
        .unwrap_or(Direction::Past)
}

/// Between the marks that part clauses.
fn clause_around(words: &Words, sentence: &Range<usize>, tokens: &Range<usize>) -> Range<usize> {
    let parts = |at: &usize| {
        matches!(
            words.word(*at),
            "," | ";" | "–" | "—" | ":" | "«" | "»" | "\""
        )
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
    words: &Words,
    tagger: &Tagger,
    within: &Range<usize>,
    tokens: &Range<usize>,
) -> Option<Direction> {
    let mut nearest: Option<(usize, Direction)> = None;
    for at in within.clone().filter(|at| !tokens.contains(at)) {
        let word = words.lower[at].as_str();
        let future = tagger
            .future
            .longest(&words.lower[at..within.end], false)
            .is_some();
        let found = if future {
            Direction::Future
        } else if tagger.past.contains(word) || !words.is_capitalised(at) && tagger.looks_past(word)
        {
            Direction::Past
        } else if tagger.present.contains(word) {
            Direction::Present
        } else {
            continue;
        };
        let distance = if at < tokens.start {
            tokens.start - at
        } else {
            at - tokens.end + 1
        };
        // "skal etter planen møtes": what is to come outweighs a participle beside it.
        let distance = if found == Direction::Future {
            distance / 2
        } else {
            distance
        };
        if nearest.is_none_or(|(known, _)| distance < known) {
            nearest = Some((distance, found));
        }
    }
    nearest.map(|(_, direction)| direction)
}
