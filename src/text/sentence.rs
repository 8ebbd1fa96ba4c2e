//! Splits a text into paragraphs and sentences.

use super::Span;

/// One sentence and the paragraph it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The sentence without white space around it, with its final mark.
    pub span: Span,
    /// Number of its paragraph, from 0. A line is a paragraph.
    pub paragraph: usize,
}

/// The sentences of `text`, in order. A full stop after one of `abbreviations` (small letters,
/// without the stop, sorted), after a number followed by a small letter, or after a single capital
/// letter, ends no sentence.
pub fn sentences(text: &str, abbreviations: &[String]) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut line_start = 0;
    for (paragraph, line) in text.split('\n').enumerate() {
        split_line(
            text,
            Span::new(line_start, line_start + line.len()),
            paragraph,
            abbreviations,
            &mut found,
        );
        line_start += line.len() + 1;
    }
    found
}

fn split_line(
    text: &str,
    line: Span,
    paragraph: usize,
    abbreviations: &[String],
    found: &mut Vec<Sentence>,
) {
    let words = line.of(text);
    let mut start = 0;
    let mut chars = words.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !matches!(c, '.' | '!' | '?' | '…') {
            continue;
        }
        let mut end = at + c.len_utf8();
        while let Some((next, closing)) = chars.peek().copied() {
            if !matches!(
                closing,
                '.' | '!' | '?' | '…' | '»' | '”' | '"' | '\'' | '’' | ')' | ']'
            ) {
                break;
            }
            end = next + closing.len_utf8();
            chars.next();
        }
        if ends_sentence(words, start, at, end, c, abbreviations) {
            push(
                text,
                Span::new(line.start + start, line.start + end),
                paragraph,
                found,
            );
            start = end;
        }
    }
    push(
        text,
        Span::new(line.start + start, line.end),
        paragraph,
        found,
    );
}

fn ends_sentence(
    line: &str,
    start: usize,
    at: usize,
    end: usize,
    mark: char,
    abbreviations: &[String],
) -> bool {
    let after = &line[end..];
    if !after.is_empty() && !after.starts_with(char::is_whitespace) {
        return false;
    }
    let Some(next) = after.trim_start().chars().next() else {
        return true;
    };
    if mark != '.' {
        return !next.is_lowercase();
    }
    if next.is_lowercase() {
        return false;
    }
    let word = line[start..at]
        .rsplit(|c: char| !c.is_alphanumeric() && c != '.')
        .next()
        .unwrap_or("");
    let single_capital = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    // "1. Kim" opens a list, "17. MAI" is a date in capitals; a number elsewhere may end a sentence.
    let number = word.len() <= 2 && !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    let first = line[start..at].trim_start() == word;
    let shouted = after
        .trim_start()
        .chars()
        .take(2)
        .filter(|c| c.is_uppercase())
        .count()
        == 2;
    let ordinal = number && (first || shouted);
    let closing = end > at + 1;
    let known = abbreviations.binary_search(&word.to_lowercase()).is_ok();
    closing
        || !(single_capital || ordinal || known || (word.contains('.') && word.chars().count() < 5))
}

fn push(text: &str, span: Span, paragraph: usize, found: &mut Vec<Sentence>) {
    let span = span.trim(text);
    if !span.is_empty() {
        found.push(Sentence { span, paragraph });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, want: &[&str]) {
        let abbreviations = ["gen", "mr", "nov"].map(String::from);
        let got: Vec<&str> = sentences(text, &abbreviations)
            .iter()
            .map(|s| s.span.of(text))
            .collect();
        assert_eq!(got, want, "{text}");
    }

    #[test]
    fn stops_that_end_no_sentence() {
        check(
            "Han kom 25. april. Hun gikk.",
            &["Han kom 25. april.", "Hun gikk."],
        );
        check(
            "Mr. Smith came. J. Smith left!",
            &["Mr. Smith came.", "J. Smith left!"],
        );
        check(
            "Den 27. november 2018. Så.",
            &["Den 27. november 2018.", "Så."],
        );
        check(
            "Tittel\n– Ja, sa han.\r\nNei.",
            &["Tittel", "– Ja, sa han.", "Nei."],
        );
        check("«Nei.» Han gikk.", &["«Nei.»", "Han gikk."]);
    }
}
