//! Counted events: "fire møter med Xi og tre med Moon" is two events, of four and of three.

use super::clause::Clause;
use super::lexicon::Lexicon;
use super::participants::{everybody, inside};
use crate::chronology::Kind;
use crate::people::{Mention, Who};
use crate::text::Words;
use std::ops::Range;

/// Several events of one kind, told by a number.
#[derive(Debug)]
pub(super) struct Counted {
    pub tokens: Range<usize>,
    /// The noun that is counted, here or before: "fire møter med Xi og tre med Moon".
    pub noun: Range<usize>,
    pub kind: Kind,
    pub count: u32,
    /// Those behind "med"; the subject is the clause's.
    pub with: Vec<Who>,
}

/// More than this is a quantity, not a count of events to draw.
const MOST: u32 = 99;

/// The counted events of a clause. `number` reads a word as a number.
pub(super) fn counted(
    words: &Words,
    clause: &Clause,
    mentions: &[Mention],
    lexicon: &Lexicon,
    number: &dyn Fn(&str) -> Option<u32>,
) -> Vec<Counted> {
    let mut found: Vec<Counted> = Vec::new();
    let mut at = clause.tokens.start;
    while at < clause.tokens.end {
        let count = number(&words.lower[at]).filter(|count| (2..=MOST).contains(count));
        let Some(count) = count else {
            at += 1;
            continue;
        };
        let noun = clause
            .nouns()
            .find(|noun| (at + 1..at + 3).contains(&noun.tokens.start));
        let elliptic = words
            .lower
            .get(at + 1)
            .is_some_and(|next| lexicon.together.contains(&**next));
        let (kind, from, noun) = match (noun, found.last()) {
            (Some(noun), _) => (noun.kind, noun.tokens.end, noun.tokens.clone()),
            (None, Some(last)) if elliptic => (last.kind, at + 1, last.noun.clone()),
            _ => {
                at += 1;
                continue;
            }
        };
        let until = (from..clause.tokens.end)
            .find(|next| number(&words.lower[*next]).is_some_and(|n| n <= MOST))
            .unwrap_or(clause.tokens.end);
        let joined = words
            .lower
            .get(from)
            .is_some_and(|word| lexicon.together.contains(&**word));
        let with = if joined {
            inside(mentions, &(from..until))
        } else {
            &[]
        };
        let end = with.last().map_or(from, |mention| mention.tokens.end);
        let tokens = at..end_of_place(words, end..until, lexicon);
        found.push(Counted {
            tokens,
            noun,
            kind,
            count,
            with: everybody(with),
        });
        at = until;
    }
    // A count without anybody is a quantity: "to møter" may be told again by its parts.
    found.retain(|event| !event.with.is_empty());
    found
}

/// Over the place right behind those counted: "i Sør-Korea".
fn end_of_place(words: &Words, rest: Range<usize>, lexicon: &Lexicon) -> usize {
    if rest.is_empty() || !lexicon.at.contains(&*words.lower[rest.start]) {
        return rest.start;
    }
    let name = (rest.start + 1..rest.end)
        .take_while(|at| words.is_capitalised(*at) || words.word(*at) == "-");
    name.last().map_or(rest.start, |last| last + 1)
}
