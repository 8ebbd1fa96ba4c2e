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
    let mut at = within.start;
    while at < within.end {
        let rest = &text[at..within.end];
        at += match plain(rest.as_bytes()) {
            Some((None, len)) => len,
            Some((Some(kind), len)) => {
                let span = Span::new(at, at + len);
                tokens.push(Token { span, kind });
                len
            }
            None => segment(rest, at, tokens),
        };
    }
}

/// Takes the text up to the first word boundary of Unicode; gives its length.
fn segment(rest: &str, start: usize, tokens: &mut Vec<Token>) -> usize {
    let word = rest.split_word_bounds().next().unwrap_or(rest);
    let first = word.chars().next().unwrap_or(' ');
    if first.is_alphanumeric() {
        split_word(word, start, tokens);
    } else if !first.is_whitespace() {
        let span = Span::new(start, start + word.len());
        let kind = TokenKind::Mark;
        tokens.push(Token { span, kind });
    }
    word.len().max(1)
}

/// The token at the beginning of a text, where it is so plain that no rule of UAX 29 but the simplest applies:
/// Latin letters, or digits, or a mark, before another plain character. White space has no kind.
fn plain(rest: &[u8]) -> Option<(Option<TokenKind>, usize)> {
    let first = *rest.first()?;
    let is_mid = |byte: u8| matches!(byte, b'.' | b',' | b':' | b';' | b'\'');
    if first.is_ascii() && !first.is_ascii_alphanumeric() {
        let lone = rest
            .get(1)
            .is_none_or(|next| next.is_ascii() || is_latin_lead(*next));
        let kind = (!first.is_ascii_whitespace()).then_some(TokenKind::Mark);
        let simple = first == b' ' || first.is_ascii_punctuation() && first != b'_';
        return (lone && simple).then_some((kind, 1));
    }
    let digits = first.is_ascii_digit();
    let mut len = 0;
    while let Some(byte) = rest.get(len) {
        len += match byte {
            b'0'..=b'9' if digits => 1,
            b'a'..=b'z' | b'A'..=b'Z' if !digits => 1,
            lead if !digits && is_latin_lead(*lead) && is_latin(*lead, *rest.get(len + 1)?) => 2,
            _ => break,
        };
    }
    let ends = match (rest.get(len), rest.get(len + 1)) {
        (None, _) => true,
        (Some(mid), None) => {
            is_mid(*mid) || mid.is_ascii() && !mid.is_ascii_alphanumeric() && *mid != b'_'
        }
        (Some(mid), Some(next)) if is_mid(*mid) => {
            next.is_ascii() && !next.is_ascii_alphanumeric() && *next != b'_'
        }
        (Some(mark), Some(_)) => mark.is_ascii() && !mark.is_ascii_alphanumeric() && *mark != b'_',
    };
    let kind = if digits {
        TokenKind::Number
    } else {
        TokenKind::Word
    };
    (ends && len > 0).then_some((Some(kind), len))
}

/// Whether a byte begins a letter of Latin-1 or Latin Extended-A and -B (or × and ÷).
fn is_latin_lead(byte: u8) -> bool {
    (0xC3..=0xC9).contains(&byte)
}

/// Whether two bytes are such a letter.
fn is_latin(lead: u8, next: u8) -> bool {
    !(lead == 0xC3 && matches!(next, 0x97 | 0xB7)) && (lead < 0xC9 || next < 0x90)
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

    #[test]
    fn plain_tokens_are_those_of_unicode() {
        const BITS: [&str; 40] = [
            "a", "Bø", "ÆRE", "Ǆ", "ɐ", "1", "25", "2019", " ", "  ", "\n", "\r\n", ".", ",", ":",
            ";", "'", "’", "_", "-", "–", "(", ")", "\"", "»", "\u{301}", "\u{ad}", "\u{200d}",
            "×", "÷", "é", "🇳", "🦊", "\t", "%", "/", "U.S", "14.30", "kl", "東",
        ];
        let mut seed = 1_u64;
        let mut roll = |sides: usize| {
            seed = seed
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) as usize % sides
        };
        for _ in 0..20_000 {
            let text: String = (0..roll(12)).map(|_| BITS[roll(BITS.len())]).collect();
            let (mut fast, mut slow) = (Vec::new(), Vec::new());
            tokens(&text, Span::new(0, text.len()), &mut fast);
            for (at, word) in text.split_word_bound_indices() {
                segment(word, at, &mut slow);
            }
            assert_eq!(fast, slow, "{text:?}");
        }
    }
}
