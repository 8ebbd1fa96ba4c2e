//! Splits a text into words, numbers and marks, by the word boundaries of Unicode (UAX 29).

use super::Span;
use unicode_segmentation::UnicodeSegmentation;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, perhaps with digits after them.
    Word,
    /// Begins with a digit.
    Number,
    /// Anything else that is not white space.
    Mark,
}

/// A word, number or mark, borrowed from its text by span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands, in bytes of the whole text.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
}

impl Token {
    /// The token's letters.
    pub fn of(self, text: &str) -> &str {
        self.span.of(text)
    }

    /// Whether it is a word with a capital first letter.
    pub fn is_capitalised(self, text: &str) -> bool {
        self.kind == TokenKind::Word && self.of(text).chars().next().is_some_and(char::is_uppercase)
    }
}

/// Appends the tokens of `within`, in order. Words with digits between full stops ("25.04.2019", "14.30") are
/// split at the stops, and so are words at their hyphens, so that patterns see the parts.
pub fn tokens(text: &str, within: Span, tokens: &mut Vec<Token>) {
    for (at, word) in within.of(text).split_word_bound_indices() {
        let first = word.chars().next().expect("a word bound has a character");
        if first.is_whitespace() {
            continue;
        }
        let start = within.start + at;
        if first.is_alphanumeric() {
            split_word(word, start, tokens);
        } else {
            tokens.push(Token {
                span: Span::new(start, start + word.len()),
                kind: TokenKind::Mark,
            });
        }
    }
}

/// UAX 29 keeps "25.04.2019", "U.S" and "tre.Moon" together; letters keep their inner marks
/// (apostrophes, and full stops between single letters), numbers and everything else do not.
fn split_word(word: &str, start: usize, tokens: &mut Vec<Token>) {
    let numeric = word.starts_with(|c: char| c.is_ascii_digit());
    if !numeric && !word.contains('.') && !word.contains(':') {
        tokens.push(Token {
            span: Span::new(start, start + word.len()),
            kind: TokenKind::Word,
        });
        return;
    }
    let abbreviation = !numeric && word.split('.').all(|part| part.chars().count() <= 1);
    let mut from = 0;
    let mut previous = None;
    for (at, c) in word.char_indices() {
        let mark = !c.is_alphanumeric() && c != '\'' && c != '’' && !abbreviation && c != '_';
        // "1990s", "14th": a number and its ending stay apart, so that patterns see both.
        let turn = previous.is_some_and(|p: char| p.is_ascii_digit() && c.is_alphabetic());
        if mark || turn {
            push(word, from, at, start, tokens);
            from = at;
        }
        if mark {
            tokens.push(Token {
                span: Span::new(start + at, start + at + c.len_utf8()),
                kind: TokenKind::Mark,
            });
            from = at + c.len_utf8();
        }
        previous = Some(c);
    }
    push(word, from, word.len(), start, tokens);
}

fn push(word: &str, from: usize, to: usize, start: usize, tokens: &mut Vec<Token>) {
    if from < to {
        let numeric = word[from..].starts_with(|c: char| c.is_ascii_digit());
        let kind = if numeric {
            TokenKind::Number
        } else {
            TokenKind::Word
        };
        tokens.push(Token {
            span: Span::new(start + from, start + to),
            kind,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, want: &[&str]) {
        let mut found = Vec::new();
        tokens(text, Span::new(0, text.len()), &mut found);
        let got: Vec<&str> = found.iter().map(|t| t.of(text)).collect();
        assert_eq!(got, want, "{text}");
    }

    #[test]
    fn words_numbers_and_marks_are_told_apart() {
        check(
            "Putin landet torsdag.",
            &["Putin", "landet", "torsdag", "."],
        );
        check(
            "25.04.2019 kl. 14.30",
            &["25", ".", "04", ".", "2019", "kl", ".", "14", ".", "30"],
        );
        check("the 1990s and 3rd", &["the", "1990", "s", "and", "3", "rd"]);
        check(
            "Kims far, Kim Jong-un",
            &["Kims", "far", ",", "Kim", "Jong", "-", "un"],
        );
        check("May's U.S. trip", &["May's", "U.S", ".", "trip"]);
        check("27.–28. februar", &["27", ".", "–", "28", ".", "februar"]);
    }
}
