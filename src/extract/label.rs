//! A short title from the words of a clause.

use super::clause::Clause;
use super::lexicon::{Lexicon, Opener};
use crate::text::Words;

/// Letters a title may have; longer ones are cut between words.
const LONGEST: usize = 64;

/// The clause in few words: without its date, without the word that ties it to another, with a capital.
/// `taken` tells of tokens that belong to a date.
pub(super) fn title(
    words: &Words,
    clause: &Clause,
    from: usize,
    until: usize,
    lexicon: &Lexicon,
    taken: &dyn Fn(usize) -> bool,
) -> String {
    let mut start = from;
    if from == clause.tokens.start && clause.opener.is_some() {
        let opener = lexicon.openers.longest(&words.lower[start..until], false);
        let keeps = clause.opener == Some(Opener::Relative);
        start += opener
            .map_or(0, |found| found.len)
            .min(if keeps { 1 } else { usize::MAX });
    }
    // "Krig og konflikter: Putin landet …": the heading before a colon is none of the event's words.
    let heading = (start..until.min(start + 6)).find(|at| words.word(*at) == ":" && !taken(*at));
    start = heading.map_or(start, |at| at + 1).min(until);
    let mut title = String::new();
    let mut end_of_last = None;
    for at in start..until {
        if taken(at) || words.word(at) == "–" && title.is_empty() {
            continue;
        }
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
        .filter(|at| title[..*at].chars().count() > LONGEST / 3);
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
