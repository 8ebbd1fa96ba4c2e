//! A short title from the words of a clause.

use super::clause::Clause;
use super::lexicon::Lexicon;
use crate::people::Mention;
use crate::text::Words;
use std::ops::Range;

/// Letters a title may have; longer ones are cut between words.
const LONGEST: usize = 64;

/// Words of a clause as a title: without its date, without the word that ties it to another, with its
/// subject first and a capital. `taken` tells of tokens that belong to a date.
pub(super) fn title(
    words: &Words,
    clause: &Clause,
    tokens: Range<usize>,
    mentions: &[Mention],
    lexicon: &Lexicon,
    taken: &dyn Fn(usize) -> bool,
) -> String {
    let mut start = tokens.start;
    let until = tokens.end;
    if start == clause.tokens.start && clause.opener.is_some() {
        let opener = lexicon.openers.longest(&words.lower[start..until], false);
        start += opener.map_or(0, |found| found.len);
    }
    // "Krig og konflikter: Putin landet …": the heading before a colon is none of the event's words.
    let heading = (start..until.min(start + 6)).find(|at| words.word(*at) == ":" && !taken(*at));
    start = heading.map_or(start, |at| at + 1).min(until);
    let kept: Vec<usize> = (start..until)
        .filter(|at| !taken(*at) && !leads_to_date(words, *at, until, lexicon, taken))
        .collect();
    let mut title = String::with_capacity(2 * LONGEST);
    let mut end_of_last = None;
    let mut kept = subject_first(words, clause, kept, mentions, lexicon, taken);
    while kept.last().is_some_and(|last| !words.is_word(*last)) {
        kept.pop();
    }
    // "Bowed at a cliff on Saipan from", where a date stood behind.
    // and "a joint statement in", where "which" opens another clause.
    while let Some(last) = kept.last().copied()
        && last + 1 < words.len()
        && (taken(last + 1) || last + 1 == clause.tokens.end && words.is_word(last + 1))
        && leads_on(words, last, lexicon)
    {
        kept.pop();
    }
    for at in kept {
        let mark = !words.is_word(at);
        if mark && (title.is_empty() || until - at == 1 || hangs(words, at, until, taken)) {
            continue;
        }
        let touching = end_of_last == Some(words.tokens[at].span.start);
        if !title.is_empty() && !touching {
            title.push(' ');
        }
        title.push_str(words.word(at));
        end_of_last = Some(words.tokens[at].span.end);
        if title.chars().count() > LONGEST {
            break;
        }
    }
    capitalised(cut(&title))
}

/// A preposition before a date that is left out: "on" of "on Thursday".
fn leads_to_date(
    words: &Words,
    at: usize,
    until: usize,
    lexicon: &Lexicon,
    taken: &dyn Fn(usize) -> bool,
) -> bool {
    at + 1 < until && taken(at + 1) && lexicon.is_preposition(&words.lower[at])
}

/// Whether a small word needs another behind it.
fn leads_on(words: &Words, at: usize, lexicon: &Lexicon) -> bool {
    let word = &*words.lower[at];
    lexicon.before_noun(word) || lexicon.joiners.contains(word) || lexicon.adverbs.contains(word)
}

/// "Torsdag reiste Kim hjem" without its date is "Kim reiste hjem": where the date stood first, the verb comes
/// before its subject, and they change places.
fn subject_first(
    words: &Words,
    clause: &Clause,
    kept: Vec<usize>,
    mentions: &[Mention],
    lexicon: &Lexicon,
    taken: &dyn Fn(usize) -> bool,
) -> Vec<usize> {
    let dated_first = (clause.tokens.start..clause.tokens.end).take(3).any(taken);
    let opens = |verb: &usize| dated_first && kept.first() == Some(verb);
    let Some(verb) = clause.first_verb.filter(opens) else {
        return kept;
    };
    // The words up to the end of the first person named right after the verb, title and all.
    let behind = mentions.partition_point(|mention| mention.tokens.start <= verb);
    let mentions = &mentions[behind..];
    let subject = mentions.first();
    let near = |subject: &&Mention| subject.tokens.start <= verb + 4 && !subject.genitive;
    let Some(subject) = subject.filter(near) else {
        return noun_first(words, verb, kept, lexicon);
    };
    // With those joined to the subject: "reiste Andersson og Niinistö".
    let joined = mentions
        .windows(2)
        .skip_while(|pair| pair[0].tokens != subject.tokens);
    let joined = joined.take_while(|pair| {
        pair[0].tokens.end + 1 == pair[1].tokens.start
            && lexicon
                .conjunction
                .contains(&*words.lower[pair[0].tokens.end])
    });
    let last = joined
        .last()
        .map_or(subject.tokens.end, |pair| pair[1].tokens.end);
    let first = verb;
    if goes_on(words, last, lexicon) {
        return kept;
    }
    if !kept.contains(&(last - 1))
        || (first + 1..last).any(|at| !words.is_word(at) && words.word(at) != "-")
    {
        return kept;
    }
    let named = kept
        .iter()
        .copied()
        .filter(|at| (first + 1..last).contains(at));
    let rest = kept.iter().copied().filter(|at| *at >= last);
    named.chain([first]).chain(rest).collect()
}

/// Whether a subject has more to it behind a token: "og", or a comma.
fn goes_on(words: &Words, at: usize, lexicon: &Lexicon) -> bool {
    at < words.len() && (words.word(at) == "," || lexicon.conjunction.contains(&*words.lower[at]))
}

/// "Stemmer de folkevalgte over …" is "de folkevalgte stemmer over …": the noun right behind the verb, with what
/// belongs to it, goes first.
fn noun_first(words: &Words, verb: usize, kept: Vec<usize>, lexicon: &Lexicon) -> Vec<usize> {
    if verb + 1 >= words.len() {
        return kept;
    }
    let end_of_subject = |mut at: usize| {
        let small = |at: usize| kept.contains(&at) && words.is_word(at);
        let noun = |at: usize| {
            small(at)
                && !lexicon.is_preposition(&words.lower[at])
                && lexicon
                    .verbs
                    .longest(&words.lower[at..=at], false)
                    .is_none()
        };
        while small(at)
            && (lexicon.determiners.contains(&*words.lower[at])
                || lexicon.numbers.contains(&*words.lower[at])
                || words.lower[at].ends_with('e')
                    && noun(at + 1)
                    && !words.is_capitalised(at)
                    // "Velgerne" is a noun, and no adjective.
                    && !words.lower[at].ends_with("ne"))
        {
            at += 1;
        }
        at
    };
    let noun = end_of_subject(verb + 1);
    let subject = verb + 1..noun + 1;
    let sound = kept.contains(&noun)
        && words.is_word(noun)
        && !lexicon.is_preposition(&words.lower[noun])
        && !lexicon.adverbs.contains(&*words.lower[noun])
        && subject.len() <= 4
        && !goes_on(words, noun + 1, lexicon);
    // Behind "ein" an adjective may have any ending: "ein ung løytnant".
    let indefinite = lexicon.indefinite.contains(&*words.lower[verb + 1]);
    if !lexicon.verb_second || !sound || indefinite {
        return kept;
    }
    let rest = kept.iter().copied().filter(|at| *at > noun);
    subject.clone().chain([verb]).chain(rest).collect()
}

/// A mark left over when the date beside it was taken out.
fn hangs(words: &Words, at: usize, until: usize, taken: &dyn Fn(usize) -> bool) -> bool {
    matches!(words.word(at), "," | ":" | "(" | ")" | "." | "|")
        && (taken(at - 1) || at + 1 < until && taken(at + 1) || at + 1 == until)
}

/// Cut between words, and not after a small word that leads on.
pub(super) fn cut(title: &str) -> &str {
    let title = title.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | ':' | ';' | '–' | '-' | '.')
    });
    if title.chars().count() <= LONGEST {
        return title;
    }
    let limit = title
        .char_indices()
        .nth(LONGEST)
        .map_or(title.len(), |(at, _)| at);
    let comma = title[..limit]
        .rfind(", ")
        .filter(|at| title[..*at].chars().count() * 5 > LONGEST * 3);
    let mut kept = match comma {
        Some(at) => &title[..at],
        None => title[..limit]
            .rsplit_once(' ')
            .map_or(&title[..limit], |(before, _)| before),
    };
    while let Some((before, last)) = kept.rsplit_once(' ')
        && last.chars().count() <= 3
        && last.chars().all(char::is_lowercase)
    {
        kept = before;
    }
    kept.trim_end_matches([',', ':', ';', '–'])
}

/// A title with a small first letter, to stand behind a name.
pub(super) fn small(title: &str) -> String {
    let mut letters = title.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => String::new(),
    }
}

fn capitalised(title: &str) -> String {
    let mut letters = title.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_titles_end_between_words() {
        let long =
            "Russlands president og Nord-Koreas leder tok hverandre i hånden da de møttes i byen";
        assert_eq!(
            cut(long),
            "Russlands president og Nord-Koreas leder tok hverandre i hånden"
        );
        assert_eq!(capitalised("øst"), "Øst");
        assert_eq!(
            cut("Medvedev møtte Kim Jong-il."),
            "Medvedev møtte Kim Jong-il"
        );
    }
}
