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
    for at in subject_first(words, clause, kept, mentions, lexicon, taken) {
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
    let Some(verb) = clause
        .verbs()
        .next()
        .filter(|verb| dated_first && kept.first() == Some(&verb.tokens.start))
    else {
        return kept;
    };
    // The words up to the end of the first person named right after the verb, title and all.
    let behind = mentions.partition_point(|mention| mention.tokens.start <= verb.tokens.start);
    let mentions = &mentions[behind..];
    let subject = mentions.first();
    let Some(subject) = subject.filter(|subject| subject.tokens.start <= verb.tokens.start + 4)
    else {
        return kept;
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
    let first = verb.tokens.start;
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

/// A mark left over when the date beside it was taken out.
fn hangs(words: &Words, at: usize, until: usize, taken: &dyn Fn(usize) -> bool) -> bool {
    matches!(words.word(at), "," | ":" | "(" | ")" | "." | "|")
        && (taken(at - 1) || at + 1 < until && taken(at + 1) || at + 1 == until)
}

/// Cut between words, and not after a small word that leads on.
fn cut(title: &str) -> &str {
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
