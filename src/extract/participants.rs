//! Who takes part in what a clause tells.

use super::clause::{Clause, Hit};
use super::lexicon::{Lexicon, Opener};
use crate::chronology::Kind;
use crate::people::{Form, Mention, Part, Who};
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
    let acting: Vec<&Mention> = inside(mentions, &clause.tokens)
        .iter()
        .filter(|mention| takes_part(words, mention, clause, kind, lexicon))
        .collect();
    let own_subject = acting
        .iter()
        .any(|mention| mention.part == Part::Subject && !mention.genitive);
    let mut taking = Vec::new();
    if !own_subject {
        taking.extend(subject_elsewhere(words, clauses, number, mentions, lexicon));
    }
    match kind {
        Kind::Statement if taking.is_empty() && own_subject => acting,
        Kind::Statement if taking.is_empty() => {
            let first_verb = clause.first_verb.unwrap_or(clause.tokens.end);
            speakers(words, &acting, first_verb, lexicon)
        }
        Kind::Statement => taking,
        _ => {
            taking.extend(acting);
            taking
        }
    }
}

/// Whether somebody named in a clause takes part in what it tells.
fn takes_part(
    words: &Words,
    mention: &Mention,
    clause: &Clause,
    kind: Kind,
    lexicon: &Lexicon,
) -> bool {
    match mention.part {
        Part::Aside => false,
        Part::Owner => owns_event(words, mention, clause),
        Part::Subject | Part::Object => true,
        // Who dies, leaves or says something does so alone, but for those with them and who did it.
        Part::Oblique => {
            !matches!(
                kind,
                Kind::Statement | Kind::Travel | Kind::Death | Kind::Birth | Kind::Resignation
            ) || is_together(words, mention, clause, lexicon)
                || kind == Kind::Resignation && !behind_from(words, mention, clause, lexicon)
        }
    }
}

/// Whether "med", "with", "by" stands before a mention, over its title.
fn is_together(words: &Words, mention: &Mention, clause: &Clause, lexicon: &Lexicon) -> bool {
    preposition_before(words, mention, clause, lexicon)
        .is_some_and(|at| lexicon.together.contains(&*words.lower[at]))
}

fn behind_from(words: &Words, mention: &Mention, clause: &Clause, lexicon: &Lexicon) -> bool {
    preposition_before(words, mention, clause, lexicon)
        .is_some_and(|at| lexicon.from.contains(&*words.lower[at]))
}

fn preposition_before(
    words: &Words,
    mention: &Mention,
    clause: &Clause,
    lexicon: &Lexicon,
) -> Option<usize> {
    let from = clause
        .tokens
        .start
        .max(mention.tokens.start.saturating_sub(5));
    (from..mention.tokens.start)
        .rev()
        .find(|at| lexicon.is_preposition(&words.lower[*at]))
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

/// The subject that a clause takes from another of its sentence: the person just named for "som", the
/// subject before for "og kom tilbake", and the one behind for "Født i 1938 begynte han".
fn subject_elsewhere<'m>(
    words: &Words,
    clauses: &[Clause],
    number: usize,
    mentions: &'m [Mention],
    lexicon: &Lexicon,
) -> Option<&'m Mention> {
    let clause = &clauses[number];
    let start = clauses.first()?.tokens.start;
    if clause.opener == Some(Opener::Relative) {
        return antecedent(words, start, clause, mentions);
    }
    if clause.opener == Some(Opener::Subordinate) || !opens_with_verb(words, clause, lexicon) {
        return None;
    }
    let subject = |of: &Clause| {
        inside(mentions, &of.tokens)
            .iter()
            .find(|mention| mention.part == Part::Subject && !mention.genitive)
    };
    // "Et mausoleum, åpnet i 1992": without "og" the subject is another's, but behind an inserted clause.
    let goes_on = !lexicon.verb_second
        || clause.opener == Some(Opener::Joined)
        || number > 0 && clauses[number - 1].depends();
    let before = || {
        let mut main = clauses[..number]
            .iter()
            .rev()
            .filter(|before| goes_on && !before.depends());
        main.find_map(subject)
    };
    let behind = || clauses[number + 1..].iter().find_map(subject);
    before().or_else(behind)
}

/// The person right before a relative clause.
fn antecedent<'m>(
    words: &Words,
    start: usize,
    clause: &Clause,
    mentions: &'m [Mention],
) -> Option<&'m Mention> {
    let last = inside(mentions, &(start..clause.tokens.start))
        .iter()
        .rev()
        .find(|mention| !mention.genitive)?;
    let between = last.tokens.end..clause.tokens.start;
    // "Ein film som": what stands between is what "som" speaks of, but not in "Wallenberg, the diplomat who".
    let comma = words.word(last.tokens.end) == ",";
    let other = between.filter(|at| words.is_word(*at)).count();
    (other <= if comma { 3 } else { 1 }).then_some(last)
}

/// Whether a clause begins with its verb, so that its subject stands in another: behind "og", and over small
/// words.
pub(super) fn opens_with_verb(words: &Words, clause: &Clause, lexicon: &Lexicon) -> bool {
    let Some(verb) = clause.first_verb else {
        return false;
    };
    let start = clause.tokens.start;
    (start..verb).all(|at| {
        let word = &*words.lower[at];
        !words.is_word(at)
            || lexicon.joiners.contains(word)
            || lexicon.negation.contains(word)
            || lexicon.adverbs.contains(word)
            || lexicon
                .openers
                .longest(&words.lower[at..verb], false)
                .is_some()
    })
}

/// Who says something: who stands nearest the verb, with those joined to them.
fn speakers<'m>(
    words: &Words,
    acting: &[&'m Mention],
    first_verb: usize,
    lexicon: &Lexicon,
) -> Vec<&'m Mention> {
    let nearest = acting
        .iter()
        .rposition(|mention| mention.tokens.end <= first_verb)
        .or_else(|| {
            acting
                .iter()
                .position(|mention| mention.tokens.start >= first_verb)
        });
    let Some(mut first) = nearest else {
        return Vec::new();
    };
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
