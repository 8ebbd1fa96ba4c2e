//! Splits a sentence into clauses: stretches that tell one thing each.

use super::lexicon::{Lexicon, Opener};
use crate::chronology::Kind;
use crate::text::Words;
use std::ops::Range;

/// A stretch of a sentence with a verb of its own, or a whole sentence without one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Clause {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The word it opens with, if that ties it to the clause before.
    pub opener: Option<Opener>,
    /// Verbs and nouns of events in it, in order.
    pub hits: Vec<Hit>,
    /// Whether it has a verb that tells of a state only, or that stands before another.
    pub has_state: bool,
    /// Its first verb of any sort.
    pub first_verb: Option<usize>,
}

/// A word that tells of an event.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Hit {
    pub tokens: Range<usize>,
    pub kind: Kind,
    pub is_verb: bool,
}

impl Clause {
    /// Its verbs of events.
    pub fn verbs(&self) -> impl Iterator<Item = &Hit> {
        self.hits.iter().filter(|hit| hit.is_verb)
    }

    /// Its nouns of events.
    pub fn nouns(&self) -> impl Iterator<Item = &Hit> {
        self.hits.iter().filter(|hit| !hit.is_verb)
    }

    fn has_verb(&self) -> bool {
        self.has_state || self.verbs().next().is_some()
    }
}

/// The clauses of a sentence, in order; together they cover it. `taken` tells of tokens that belong to a
/// date, inside which nothing is split.
pub(super) fn clauses(
    words: &Words,
    sentence: Range<usize>,
    lexicon: &Lexicon,
    taken: &dyn Fn(usize) -> bool,
) -> Vec<Clause> {
    let mut pieces: Vec<Clause> = Vec::new();
    let mut start = sentence.start;
    let mut opener = None;
    for at in sentence.clone() {
        if let Some((cut, next_start, next_opener)) = boundary(words, at, &sentence, lexicon, taken)
        {
            if cut > start {
                pieces.push(piece(words, start..cut, opener, lexicon, taken));
            }
            if next_start > start {
                start = next_start;
                opener = next_opener;
            } else {
                opener = opener.or(next_opener);
            }
        }
    }
    if start < sentence.end {
        pieces.push(piece(words, start..sentence.end, opener, lexicon, taken));
    }
    join(words, pieces)
}

/// Where a clause may end before or at token `at`: the end of the clause before, the start of the next,
/// and what opens it.
fn boundary(
    words: &Words,
    at: usize,
    sentence: &Range<usize>,
    lexicon: &Lexicon,
    taken: &dyn Fn(usize) -> bool,
) -> Option<(usize, usize, Option<Opener>)> {
    if taken(at) && (at == sentence.start || taken(at - 1)) {
        return None;
    }
    let mark = words.word(at);
    let spaced = |at: usize| {
        at > sentence.start && words.tokens[at - 1].span.end < words.tokens[at].span.start
    };
    match mark {
        "," | ";" | ":" | "(" | ")" | "|" | "•" => return Some((at, at + 1, None)),
        "–" | "—" | "-" if spaced(at) || at == sentence.start => {
            return Some((at, at + 1, None));
        }
        _ => {}
    }
    if taken(at) {
        return None;
    }
    let found = lexicon
        .openers
        .longest(&words.lower[at..sentence.end], false)?;
    Some((at, at, found.values.first().copied()))
}

fn piece(
    words: &Words,
    tokens: Range<usize>,
    opener: Option<Opener>,
    lexicon: &Lexicon,
    taken: &dyn Fn(usize) -> bool,
) -> Clause {
    let mut hits: Vec<Hit> = Vec::new();
    let mut has_state = false;
    let mut first_state = None;
    let mut at = tokens.start;
    while at < tokens.end {
        if taken(at) || !words.is_word(at) {
            at += 1;
            continue;
        }
        let word = &*words.lower[at];
        let previous = (at > tokens.start).then(|| &*words.lower[at - 1]);
        let verb = lexicon.verbs.longest(&words.lower[at..tokens.end], false);
        let noun = lexicon.nouns.longest(&words.lower[at..tokens.end], true);
        // A capital inside a sentence is a name: "Lange", "Post"; or a noun, where all have one.
        let capital =
            words.is_capitalised(at) && at > tokens.start && previous.is_some_and(|p| p != "–");
        let noun_here = if lexicon.capital_nouns && at > tokens.start {
            capital
        } else {
            stands_as_noun(words, at, tokens.start, lexicon, taken)
        };
        let (len, kind, is_verb) = match (verb, noun) {
            (Some(verb), Some(noun))
                if noun.len > verb.len || noun_here && noun.len == verb.len =>
            {
                (noun.len, noun.values[0], false)
            }
            (Some(verb), None) => (verb.len, verb.values[0], true),
            (Some(verb), Some(_)) if !noun_here || verb.len > 1 => (verb.len, verb.values[0], true),
            (_, Some(noun)) => (noun.len, noun.values[0], false),
            _ => (0, Kind::Other, false),
        };
        let name = capital && (is_verb || !lexicon.capital_nouns);
        if len > 0 && !name {
            hits.push(Hit {
                tokens: at..at + len,
                kind,
                is_verb,
            });
            at += len;
            continue;
        }
        if !words.is_capitalised(at)
            && lexicon.looks_like_verb(word)
            && !stands_as_noun(words, at, tokens.start, lexicon, taken)
        {
            hits.push(Hit {
                tokens: at..at + 1,
                kind: Kind::Other,
                is_verb: true,
            });
        }
        if lexicon.stative.contains(word) || lexicon.auxiliary.contains(word) {
            has_state = true;
            first_state = first_state.or(Some(at));
        } else if lexicon.becoming.contains(word) {
            first_state = first_state.or(Some(at));
        }
        at += 1;
    }
    let event_verb = hits.iter().find(|hit| hit.is_verb);
    let event_verb = event_verb.map(|hit| hit.tokens.start);
    Clause {
        tokens,
        opener,
        hits,
        has_state,
        first_verb: first_state.into_iter().chain(event_verb).min(),
    }
}

/// Whether a word that can be noun or verb stands as a noun: behind an article, a preposition, a number, a
/// genitive or a date's genitive, with at most two adjectives between.
fn stands_as_noun(
    words: &Words,
    at: usize,
    start: usize,
    lexicon: &Lexicon,
    taken: &dyn Fn(usize) -> bool,
) -> bool {
    for back in (start.max(at.saturating_sub(3))..at).rev() {
        let word = &*words.lower[back];
        let genitive = word.ends_with('s') && (words.is_capitalised(back) || taken(back));
        let number = back + 1 == at
            && (lexicon.numbers.contains(word) || word.bytes().all(|b| b.is_ascii_digit()));
        if lexicon.before_noun(word) || genitive || number {
            return true;
        }
        let verb = lexicon
            .verbs
            .longest(&words.lower[back..at], false)
            .is_some()
            || lexicon.stative.contains(word)
            || lexicon.auxiliary.contains(word);
        if verb || taken(back) || !words.is_word(back) || words.is_capitalised(back) {
            return false;
        }
    }
    false
}

/// Joins pieces that cannot stand alone: those without a verb go to the piece before, at the start of a
/// sentence to the one after.
fn join(words: &Words, pieces: Vec<Clause>) -> Vec<Clause> {
    let mut joined: Vec<Clause> = Vec::new();
    for piece in pieces {
        let line_break = piece.tokens.start > 0 && words.word(piece.tokens.start - 1) == "•";
        match joined.last_mut() {
            Some(last) if !(line_break || piece.has_verb() && last.has_verb()) => {
                // A relative clause's commas close it: what follows without a verb belongs to it all the same.
                last.tokens.end = piece.tokens.end;
                last.hits.extend(piece.hits);
                last.has_state |= piece.has_state;
                last.first_verb = last.first_verb.or(piece.first_verb);
            }
            _ => joined.push(piece),
        }
    }
    joined
}
