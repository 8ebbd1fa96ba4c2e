//! What a clause tells: the kind of event, and whether it came about.

use super::clause::{Clause, Hit};
use super::lexicon::Lexicon;
use crate::chronology::{Kind, Status};
use crate::text::Words;
use std::ops::Range;

/// The kind that a clause's words give, or nothing where it only tells of a state.
pub(super) fn kind_of(words: &Words, clause: &Clause, lexicon: &Lexicon) -> Option<Kind> {
    let noun = clause
        .nouns()
        .find(|noun| !is_ordering(words, noun, clause, lexicon))
        .map(|noun| noun.kind);
    let verb = clause
        .verbs()
        .map(|verb| verb.kind)
        .find(|kind| *kind != Kind::Other);
    match (verb, clause.verbs().next()) {
        (Some(Kind::Meeting), _) if noun == Some(Kind::Summit) => Some(Kind::Summit),
        (Some(verb), _) => Some(verb),
        // "held talks", "holdt pressekonferanse": the noun tells what the verb does not.
        (None, Some(_)) => Some(noun.unwrap_or(Kind::Other)),
        (None, None) if noun.is_some() => noun,
        (None, None) if becomes(words, clause, lexicon) => Some(became(words, clause, lexicon)),
        (None, None) if clause.has_compound => Some(Kind::Other),
        (None, None) if is_somewhere(words, clause, lexicon) => Some(Kind::Visit),
        (None, None) if clause.has_state => None,
        (None, None) => Some(Kind::Other),
    }
}

/// "Var i Malawi", "er hjemme igjen": somebody is at a place, told with its time. "Var i krig" is a state.
fn is_somewhere(words: &Words, clause: &Clause, lexicon: &Lexicon) -> bool {
    let Some(verb) = clause
        .first_verb
        .filter(|at| lexicon.being.contains(&*words.lower[*at]))
    else {
        return false;
    };
    (verb + 1..clause.tokens.end.min(verb + 5)).any(|at| {
        let word = &*words.lower[at];
        let place =
            lexicon.at.contains(word) && at + 1 < clause.tokens.end && words.is_capitalised(at + 1);
        place || lexicon.back.contains(word)
    })
}

fn becomes(words: &Words, clause: &Clause, lexicon: &Lexicon) -> bool {
    clause
        .tokens
        .clone()
        .any(|at| lexicon.becoming.contains(&*words.lower[at]))
}

/// "Ble ambassadør" is an appointment, "ble republikk" something else.
fn became(words: &Words, clause: &Clause, lexicon: &Lexicon) -> Kind {
    let verb = clause
        .tokens
        .clone()
        .find(|at| lexicon.becoming.contains(&*words.lower[*at]))
        .unwrap_or(clause.tokens.start);
    let title = (verb..clause.tokens.end).any(|at| {
        lexicon
            .titles
            .longest(&words.lower[at..clause.tokens.end], false)
            .is_some()
    });
    if title {
        Kind::Appointment
    } else {
        Kind::Other
    }
}

/// Whether a noun names an event only to order another by it: "etter toppmøtet".
pub(super) fn is_ordering(words: &Words, noun: &Hit, clause: &Clause, lexicon: &Lexicon) -> bool {
    let from = clause.tokens.start.max(noun.tokens.start.saturating_sub(4));
    (from..noun.tokens.start)
        .rev()
        .take_while(|at| words.is_word(*at) && !clause.verbs().any(|verb| verb.tokens.contains(at)))
        .any(|at| lexicon.ordering.contains(&*words.lower[at]))
}

/// Whether it came about; nothing where the words deny it without saying when else.
pub(super) fn status_of(
    words: &Words,
    tokens: &Range<usize>,
    lexicon: &Lexicon,
    taken: &dyn Fn(usize) -> bool,
) -> Option<Status> {
    let lower = &words.lower;
    let has = |phrases: &crate::text::Phrases<()>| {
        tokens
            .clone()
            .any(|at| phrases.longest(&lower[at..tokens.end], false).is_some())
    };
    if is_negated(words, tokens, lexicon, taken) {
        return None;
    }
    if tokens
        .clone()
        .any(|at| lexicon.cancelled.contains(&*lower[at]))
    {
        return Some(Status::Cancelled);
    }
    if has(&lexicon.denied) {
        return Some(Status::Denied);
    }
    Some(if has(&lexicon.planned) {
        Status::Planned
    } else {
        Status::Happened
    })
}

/// Whether a negation covers the date. One behind a joining word does not, where the date stands before it:
/// "suspended his candidacy on Friday but never withdrew"; nor does one that says when: "ikke før søndag".
fn is_negated(
    words: &Words,
    tokens: &Range<usize>,
    lexicon: &Lexicon,
    taken: &dyn Fn(usize) -> bool,
) -> bool {
    let lower = &words.lower;
    let mut dated = false;
    let mut closed = false;
    for at in tokens.clone() {
        let joins = lexicon.joiners.contains(&*lower[at]) || lower[at] == ",";
        closed |= dated && joins && !taken(at);
        dated |= taken(at);
        if !lexicon.negation.contains(&*lower[at]) || closed {
            continue;
        }
        let lifted = (at + 1..tokens.end).any(|next| {
            lexicon.unless.contains(&*lower[next])
                && (next == at + 1 || taken(next) || next + 1 < tokens.end && taken(next + 1))
        });
        if !lifted {
            return true;
        }
    }
    false
}
