//! Who takes part in what a clause tells.

use super::clause::{Clause, Hit};
use super::lexicon::{Lexicon, Opener};
use crate::chronology::Kind;
use crate::people::{Form, Mention, Who};
use crate::text::Words;
use std::ops::Range;

/// The mentions of those who take part.
pub(super) fn participants<'m>(
    words: &Words,
    clauses: &[Clause],
    number: usize,
    kind: Kind,
    mentions: &'m [Mention],
    lexicon: &Lexicon,
) -> Vec<&'m Mention> {
    let clause = &clauses[number];
    let within = inside(mentions, &clause.tokens);
    let acting: Vec<&Mention> = within
        .iter()
        .filter(|mention| !stands_aside(words, mention, clause, lexicon))
        .filter(|mention| !mention.genitive || owns_event(words, mention, clause))
        .collect();
    let first_verb = clause
        .verbs()
        .next()
        .map_or(clause.tokens.end, |verb| verb.tokens.start);
    let subject_inside = acting
        .iter()
        .any(|mention| mention.tokens.start < first_verb)
        || opens_with_verb(clause, words);
    let mut taking = Vec::new();
    if !subject_inside || acting.is_empty() {
        taking.extend(subject_before(clauses, number, mentions));
    }
    match kind {
        Kind::Statement | Kind::Travel | Kind::Death | Kind::Birth | Kind::Resignation => {
            if taking.is_empty() {
                taking = first_group(words, &acting, kind, first_verb, lexicon);
            }
        }
        _ => taking.extend(acting),
    }
    taking
}

/// The mentions that begin within a range of tokens.
pub(super) fn inside<'m>(mentions: &'m [Mention], tokens: &Range<usize>) -> &'m [Mention] {
    let start = mentions.partition_point(|mention| mention.tokens.start < tokens.start);
    let end = mentions.partition_point(|mention| mention.tokens.start < tokens.end);
    &mentions[start..end.max(start)]
}

/// Everybody in a list of mentions, each once, in order.
pub(super) fn everybody<'m>(mentions: impl IntoIterator<Item = &'m Mention>) -> Vec<Who> {
    let mut all = Vec::new();
    for who in mentions.into_iter().flat_map(|mention| &mention.who) {
        if !all.contains(who) {
            all.push(*who);
        }
    }
    all
}

/// Whether the words before a mention only speak of the person: "overtok etter Jensen".
fn stands_aside(words: &Words, mention: &Mention, clause: &Clause, lexicon: &Lexicon) -> bool {
    let mut at = mention.tokens.start;
    // Over the title: "etter partileder Siv Jensen".
    for _ in 0..3 {
        if at <= clause.tokens.start {
            return false;
        }
        at -= 1;
        if lexicon.together.contains(&*words.lower[at]) || !words.is_word(at) {
            return false;
        }
        if lexicon
            .aside
            .longest(&words.lower[at..mention.tokens.start], false)
            .is_some()
        {
            return true;
        }
        if clause.verbs().any(|verb| verb.tokens.contains(&at))
            || lexicon.conjunction.contains(&*words.lower[at])
        {
            return false;
        }
    }
    false
}

/// "Trumps besøk": the owner of an event takes part in it, the owner of an adviser does not.
fn owns_event(words: &Words, mention: &Mention, clause: &Clause) -> bool {
    let end = mention.tokens.end;
    clause.nouns().any(|noun| {
        noun.tokens.start >= end
            && noun.tokens.start <= end + 2
            && all_small(words, end..noun.tokens.start)
    })
}

fn all_small(words: &Words, tokens: Range<usize>) -> bool {
    tokens
        .into_iter()
        .all(|at| words.is_word(at) && !words.is_capitalised(at))
}

/// "I 1965 ledet Wilson …": the verb comes first and its subject after it.
fn opens_with_verb(clause: &Clause, words: &Words) -> bool {
    clause.opener != Some(Opener::Relative)
        && clause.opener != Some(Opener::Joined)
        && clause.tokens.start < words.len()
}

/// The subject that a clause takes from the one before: the person just named for "som", the subject for
/// "og".
fn subject_before<'m>(
    clauses: &[Clause],
    number: usize,
    mentions: &'m [Mention],
) -> Option<&'m Mention> {
    let clause = &clauses[number];
    let before = &clauses[..number];
    match clause.opener? {
        Opener::Relative => inside(
            mentions,
            &(before.first()?.tokens.start..clause.tokens.start),
        )
        .iter()
        .rev()
        .find(|mention| !mention.genitive),
        Opener::Joined => inside(mentions, &before.last()?.tokens)
            .iter()
            .find(|mention| !mention.genitive),
        Opener::Subordinate => None,
    }
}

/// The subject with those joined to it; for a saying, who stands nearest the verb.
fn first_group<'m>(
    words: &Words,
    acting: &[&'m Mention],
    kind: Kind,
    first_verb: usize,
    lexicon: &Lexicon,
) -> Vec<&'m Mention> {
    let first = match kind {
        Kind::Statement => acting
            .iter()
            .rposition(|mention| mention.tokens.end <= first_verb)
            .or_else(|| {
                acting
                    .iter()
                    .position(|mention| mention.tokens.start >= first_verb)
            }),
        _ => Some(0),
    };
    let Some(first) = first.filter(|first| *first < acting.len()) else {
        return Vec::new();
    };
    let mut first = first;
    // "Putin og Kim sa": back over what is joined.
    while first > 0 && joined(words, acting[first - 1], acting[first], lexicon) {
        first -= 1;
    }
    let mut group = vec![acting[first]];
    for pair in acting[first..].windows(2) {
        if !joined(words, pair[0], pair[1], lexicon) {
            break;
        }
        group.push(pair[1]);
    }
    group
}

/// Whether only "og", a comma or a title stands between two mentions.
fn joined(words: &Words, left: &Mention, right: &Mention, lexicon: &Lexicon) -> bool {
    let gap = left.tokens.end..right.tokens.start;
    gap.len() <= 3
        && gap
            .clone()
            .any(|at| lexicon.conjunction.contains(&*words.lower[at]))
}

/// The participants of an event that a noun names: "toppmøtet mellom Kim og Donald Trump".
pub(super) fn of_noun<'m>(
    words: &Words,
    noun: &Hit,
    until: usize,
    clause: &Clause,
    mentions: &'m [Mention],
    lexicon: &Lexicon,
) -> Vec<&'m Mention> {
    let owner = inside(mentions, &(clause.tokens.start..noun.tokens.start))
        .iter()
        .rev()
        .find(|mention| mention.genitive && noun.tokens.start - mention.tokens.end <= 2);
    let mut taking: Vec<&Mention> = owner.into_iter().collect();
    let mut open = false;
    for mention in inside(mentions, &(noun.tokens.end..until)) {
        let from = taking
            .last()
            .map_or(noun.tokens.end, |last| last.tokens.end)
            .max(noun.tokens.end);
        open |= (from..mention.tokens.start).any(|at| lexicon.together.contains(&*words.lower[at]));
        if open && !mention.genitive && mention.form != Form::Pronoun {
            taking.push(mention);
        }
    }
    taking
}
