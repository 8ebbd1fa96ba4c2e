//! The article's date: given, from metadata, from a dateline or byline, from the file's name.

use super::lexicon::Lexicon;
use crate::article::Article;
use crate::chronology::PublishedFrom;
use crate::tagger::{self, AnchorUse, Mode, Tagger};
use crate::text::{Sentence, Words};
use crate::time::{Day, Granularity};
use std::ops::Range;

/// Sentences at the head of an article in which a dateline or byline is looked for.
const HEAD: usize = 8;
/// Sentences at its foot.
const FOOT: usize = 3;
/// Tokens in the brackets of a dateline.
const CREDIT: usize = 8;

/// The publication date and how it is known.
pub(super) fn publication(
    article: &Article,
    given: Option<Day>,
    words: &Words,
    tagger: &Tagger,
    lexicon: &Lexicon,
) -> (Option<Day>, PublishedFrom) {
    if let Some(day) = given {
        return (Some(day), PublishedFrom::Given);
    }
    if let Some(day) = article.published {
        return (Some(day), PublishedFrom::Metadata);
    }
    if let Some(day) = in_text(words, tagger, lexicon) {
        return (Some(day), PublishedFrom::Text);
    }
    match in_name(&article.path) {
        Some(day) => (Some(day), PublishedFrom::FileName),
        None => (None, PublishedFrom::Unknown),
    }
}

/// A whole date that stands alone on a line, in a dateline before a dash, or after "Publisert".
fn in_text(words: &Words, tagger: &Tagger, lexicon: &Lexicon) -> Option<Day> {
    let n = words.sentences.len();
    let ends: Vec<usize> = (0..n.min(HEAD))
        .chain(n.saturating_sub(FOOT).max(HEAD.min(n))..n)
        .collect();
    ends.into_iter()
        .find_map(|number| in_line(words, number, tagger, lexicon))
}

fn in_line(words: &Words, number: usize, tagger: &Tagger, lexicon: &Lexicon) -> Option<Day> {
    let sentence: Sentence = words.sentences[number];
    let tokens = words.of_sentence[number].clone();
    let found = tagger::tag(words.text, &[sentence], tagger, None, Mode::Auto);
    let date = found.iter().find(|expression| {
        expression.anchor == AnchorUse::None
            && expression.granularity <= Granularity::Day
            && expression.interval.is_some()
    })?;
    let day = date.interval?.first_day()?;
    let of_date = words.within(date.span);
    let credited = lexicon
        .published
        .longest(&words.lower[tokens.clone()], false)
        .is_some();
    let rest = tokens.end - tokens.start - of_date.len();
    let alone = rest <= 2;
    // "NEW DELHI, November 1, 1984 – Prime Minister …": capitals, the date, a dash.
    let capitals = (tokens.start..of_date.start).all(|at| {
        let word = words.word(at);
        !words.is_word(at) || word.chars().all(|c| !c.is_lowercase())
    });
    let behind = after_credit(words, of_date.end..tokens.end);
    let dash = behind < tokens.end && matches!(words.word(behind), "–" | "—" | "-" | ":" | ")");
    // A line of a chronology has at most a bullet before its date.
    let place = (tokens.start..of_date.start).any(|at| words.is_word(at));
    let dateline = of_date.start - tokens.start <= 6 && capitals && dash && place;
    (credited || alone || dateline).then_some(day)
}

/// Over an agency in brackets: "(NTB)", "(©NTB-AFP)". Gives the token behind it.
fn after_credit(words: &Words, rest: Range<usize>) -> usize {
    let mut tokens = rest.clone();
    let opened = tokens
        .next()
        .filter(|at| matches!(words.word(*at), "(" | "["));
    let closed = tokens
        .take(CREDIT)
        .find(|at| matches!(words.word(*at), ")" | "]"));
    match (opened, closed) {
        (Some(_), Some(closed)) => closed + 1,
        _ => rest.start,
    }
}

/// `2019-04-25` or `20190425` in a file's name.
fn in_name(path: &str) -> Option<Day> {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let digits: Vec<(usize, char)> = name
        .char_indices()
        .filter(|(_, c)| c.is_ascii_digit())
        .collect();
    for run in digits.windows(8) {
        let text: String = run.iter().map(|(_, c)| *c).collect();
        let from = run[0].0;
        let to = run[7].0 + 1;
        let gaps: String = name[from..to]
            .chars()
            .filter(|c| !c.is_ascii_digit())
            .collect();
        if !matches!(gaps.as_str(), "" | "--" | "__" | "..") {
            continue;
        }
        let (year, month, day) = (
            text[..4].parse().ok()?,
            text[4..6].parse().ok()?,
            text[6..].parse().ok()?,
        );
        let touches_digit = |at: Option<char>| at.is_some_and(|c| c.is_ascii_digit());
        if (1800..=2100).contains(&year)
            && !touches_digit(name[..from].chars().next_back())
            && !touches_digit(name[to..].chars().next())
            && let Some(found) = Day::from_ymd(year, month, day)
        {
            return Some(found);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_that_hold_a_date() {
        let check = |name: &str, want: Option<&str>| {
            assert_eq!(
                in_name(name).map(|day| day.to_string()).as_deref(),
                want,
                "{name}"
            );
        };
        check("wire/2019-04-25-vladivostok.txt", Some("2019-04-25"));
        check("ntb_20190425.html", Some("2019-04-25"));
        check("2019-02-30.txt", None);
        check("120190425.txt", None);
        check("2019-04-25/notes.txt", None);
    }
}
