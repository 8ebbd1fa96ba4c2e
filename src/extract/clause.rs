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
    /// Whether another verb follows a modal, "have" or "be" in it, known or not: "skal presentere".
    pub has_compound: bool,
    /// Its first verb of any sort.
    pub first_verb: Option<usize>,
    /// Whether it is a dateline: its date places nothing.
    pub is_dateline: bool,
}

/// A word that tells of an event.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Hit {
    pub tokens: Range<usize>,
    pub kind: Kind,
    pub is_verb: bool,
}

impl Clause {
    /// Words that tell of nothing.
    fn dateline(tokens: Range<usize>) -> Self {
        Self {
            tokens,
            opener: None,
            hits: Vec::new(),
            has_state: false,
            has_compound: false,
            first_verb: None,
            is_dateline: true,
        }
    }

    /// Its verbs of events.
    pub fn verbs(&self) -> impl Iterator<Item = &Hit> {
        self.hits.iter().filter(|hit| hit.is_verb)
    }

    /// Its nouns of events.
    pub fn nouns(&self) -> impl Iterator<Item = &Hit> {
        self.hits.iter().filter(|hit| !hit.is_verb)
    }

    /// Whether it stands under another clause.
    pub fn depends(&self) -> bool {
        matches!(self.opener, Some(Opener::Relative | Opener::Subordinate))
    }

    fn has_verb(&self) -> bool {
        self.has_state || self.verbs().next().is_some()
    }
}

/// The clauses of a sentence, in order; together they cover it. `taken` tells of tokens that belong to a
/// date, inside which nothing is split; `placed` of those of a date that can place an event.
pub(super) fn clauses(
    words: &Words,
    sentence: Range<usize>,
    lexicon: &Lexicon,
    taken: &dyn Fn(usize) -> bool,
    placed: &dyn Fn(usize) -> bool,
) -> Vec<Clause> {
    let mut pieces: Vec<Clause> = Vec::new();
    // A dateline is no part of the sentence it stands before.
    let dateline = dateline(words, &sentence, taken);
    if dateline > sentence.start {
        pieces.push(Clause::dateline(sentence.start..dateline));
    }
    let mut start = dateline;
    let mut opener = None;
    for at in dateline..sentence.end {
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
    join(words, pieces, placed)
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
    let opener = found.values.first().copied();
    if opener == Some(Opener::Joined) && joins_names(words, at, sentence, lexicon) {
        return None;
    }
    Some((at, at, opener))
}

/// Whether a joining word stands between two names of one phrase, "ble han og Begin enige", and not between
/// two clauses, "Putin landet i Moskva og Kim ventet".
fn joins_names(words: &Words, at: usize, sentence: &Range<usize>, lexicon: &Lexicon) -> bool {
    let named = |at: usize| words.is_word(at) && words.is_capitalised(at);
    if at == sentence.start
        || at + 1 >= sentence.end
        || !lexicon.conjunction.contains(&*words.lower[at])
    {
        return false;
    }
    let before = named(at - 1) || lexicon.pronouns.contains(&*words.lower[at - 1]);
    let title = lexicon
        .titles
        .longest(&words.lower[at + 1..sentence.end], false)
        .map_or(0, |title| title.len);
    let name = at + 1 + title;
    let pronoun = lexicon.pronouns.contains(&*words.lower[at + 1]);
    if !before || !(pronoun || name < sentence.end && named(name)) {
        return false;
    }
    // A verb right behind the second name, and another before the first: two clauses.
    let is_verb = |at: usize| {
        lexicon
            .verbs
            .longest(&words.lower[at..sentence.end], false)
            .is_some()
    };
    let end_of_name = (name..sentence.end)
        .find(|at| !named(*at) && words.word(*at) != "-")
        .unwrap_or(sentence.end);
    let verb_behind = end_of_name < sentence.end && is_verb(end_of_name);
    let verb_before = (sentence.start..at - 1).any(|at| !named(at) && is_verb(at));
    !(verb_behind && verb_before)
}

/// Words of a dateline, at most.
const DATELINE: usize = 16;

/// The token behind a dateline, "OSLO, 6. juni 1991 (NTB):", or the first of the sentence where there is none: a
/// place in capitals or an agency in brackets, and a dash or a colon.
fn dateline(words: &Words, sentence: &Range<usize>, taken: &dyn Fn(usize) -> bool) -> usize {
    let mut open = false;
    let mut agency = false;
    let mut place = false;
    for at in sentence.start..sentence.end.min(sentence.start + DATELINE) {
        let word = words.word(at);
        match word {
            "(" | "[" => open = true,
            ")" | "]" => {
                agency |= open;
                open = false;
            }
            "–" | "—" | "-" | ":" if !taken(at) => {
                let spaced = at > sentence.start
                    && words.tokens[at - 1].span.end < words.tokens[at].span.start;
                let ends = word == ":" || spaced;
                if ends && (place || agency && word != ":") && at + 2 < sentence.end {
                    return at + 1;
                }
                if ends {
                    break;
                }
            }
            _ if open || taken(at) || !words.is_word(at) => {}
            _ if word.chars().all(|c| !c.is_lowercase()) => {
                place |= word.chars().count() > 2;
            }
            _ if words.is_capitalised(at) => {}
            _ => break,
        }
    }
    sentence.start
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
        let verb = lexicon
            .verbs
            .longest(&words.lower[at..tokens.end], false)
            // Norwegian "tre" is three before it is to step.
            .filter(|verb| verb.len > 1 || !lexicon.numbers.contains(word));
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
            // "council of state": right behind an article or preposition stands no verb.
            (Some(verb), None)
                if verb.len == 1
                    && !(at > tokens.start && taken(at - 1))
                    && behind_determiner(words, at, tokens.start, lexicon) =>
            {
                (0, Kind::Other, false)
            }
            (Some(verb), None) => (verb.len, verb.values[0], true),
            (Some(verb), Some(_)) if !noun_here || verb.len > 1 => (verb.len, verb.values[0], true),
            (_, Some(noun)) => (noun.len, noun.values[0], false),
            _ => (0, Kind::Other, false),
        };
        let name = capital && (is_verb || !lexicon.capital_nouns);
        // "Gikk han av", "tok kongen i ed": the other words of a verb may stand further on.
        let split = (!name && (is_verb || len == 0))
            .then(|| lexicon.split_verb(word, &words.lower[at + 1..tokens.end]))
            .flatten()
            .filter(|_| len <= 1 && (kind == Kind::Other || len == 0));
        let (len, kind, is_verb) = match split {
            Some(split) => (1, split, true),
            None => (len, kind, is_verb),
        };
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
        // "Theresa May" holds no verb.
        if capital {
            at += 1;
            continue;
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
    let clause_tokens = tokens.clone();
    Clause {
        tokens,
        opener,
        hits,
        has_state,
        has_compound: has_compound(words, &clause_tokens, lexicon, taken),
        first_verb: first_state.into_iter().chain(event_verb).min(),
        is_dateline: false,
    }
}

/// Whether a modal, or "have" or "be" with a participle behind it, makes a verb of the clause whose other
/// word no list has.
fn has_compound(
    words: &Words,
    tokens: &Range<usize>,
    lexicon: &Lexicon,
    taken: &dyn Fn(usize) -> bool,
) -> bool {
    for at in tokens.clone() {
        let word = &*words.lower[at];
        if taken(at) || !lexicon.auxiliary.contains(word) {
            continue;
        }
        if lexicon.modal.contains(word) && at + 1 < tokens.end {
            return true;
        }
        // Over the subject and small words, up to the next noun's preposition.
        let mut subject = 0;
        for next in at + 1..tokens.end.min(at + 6) {
            let word = &*words.lower[next];
            if !words.is_word(next) || taken(next) || lexicon.numbers.contains(word) {
                break;
            }
            if !words.is_capitalised(next) && lexicon.is_participle(word) {
                // The first word behind the verb may be its subject: "hadde partiet 41 plasser".
                if subject == 0 && next > at + 1 || next == at + 1 && !lexicon.before_noun(word) {
                    let noun_like = next == at + 1 && at > tokens.start && taken(at - 1);
                    if !noun_like {
                        return true;
                    }
                } else if subject > 0 {
                    return true;
                }
            }
            if lexicon.before_noun(word) && !lexicon.determiners.contains(word) {
                break;
            }
            subject += usize::from(words.is_capitalised(next));
        }
    }
    false
}

/// Whether an article, a possessive or a preposition stands right before a word; "to", which stands before
/// verbs too, does not count.
fn behind_determiner(words: &Words, at: usize, start: usize, lexicon: &Lexicon) -> bool {
    // The "in" of "Moon Jae-in met" is none.
    let in_name = at > start + 1 && words.word(at - 2) == "-";
    at > start && !in_name && {
        let word = &*words.lower[at - 1];
        lexicon.before_noun(word)
            && !lexicon.conjunction.contains(word)
            && !lexicon.modal.contains(word)
            && !lexicon.pronouns.contains(word)
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
fn join(words: &Words, pieces: Vec<Clause>, placed: &dyn Fn(usize) -> bool) -> Vec<Clause> {
    // Two that have a date each tell two things, whether or not their verbs are known.
    let of_date = |clause: &Clause| clause.tokens.clone().filter(|at| placed(*at)).count();
    let dated = |clause: &Clause| {
        let of_date = of_date(clause);
        of_date > 0 && clause.tokens.len() - of_date > 2
    };
    // "10. juni, fire måneder etter at han …": a date that belongs to neither of its neighbours.
    let only_date = |clause: &Clause| {
        let of_date = of_date(clause);
        of_date > 0 && clause.tokens.len() - of_date < 2
    };
    let mut joined: Vec<Clause> = Vec::new();
    for piece in pieces {
        let line_break = piece.tokens.start > 0 && words.word(piece.tokens.start - 1) == "•";
        match joined.last_mut() {
            Some(last)
                if !(line_break
                    || piece.opener == Some(Opener::Relative)
                    // "… kona Eeva, som han giftet seg med i 1968, og sønnen Marko".
                    || last.opener == Some(Opener::Relative)
                        && piece.opener == Some(Opener::Joined)
                        && piece.tokens.start > last.tokens.end
                    || last.is_dateline
                    || piece.has_verb() && last.has_verb()
                    || piece.opener.is_some() && dated(last) && dated(&piece)
                    || only_date(last)
                        && piece.tokens.start > last.tokens.end
                        && (piece.depends() || dated(&piece) && piece.has_verb() || only_date(&piece))) =>
            {
                // "fire måneder etter" leads into the clause that "at" opens.
                if only_date(last) && piece.depends() {
                    last.opener = piece.opener;
                }
                // A relative clause's commas close it: what follows without a verb belongs to it all the same.
                last.tokens.end = piece.tokens.end;
                // "Gudstjeneste i Nidarosdomen, der biskopen er vertskap" is no state.
                last.has_state |= piece.has_state && (last.has_state || !piece.depends());
                last.hits.extend(piece.hits);
                last.has_compound |= piece.has_compound;
                last.first_verb = last.first_verb.or(piece.first_verb);
            }
            _ => joined.push(piece),
        }
    }
    joined
}
