//! Amounts in digits and words: "12", "1 500", "2,5", "2 1/2", "twenty-four", "two and a half".

use super::lexicon::Tagger;
use super::text::TimedText;
use super::vocabulary::Roles;
use crate::lang::Unit;

/// An amount in tenths, so that halves are exact; nothing where the words give no number ("several").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Amount(Option<u32>);

/// The largest amount that is counted with.
const MOST: u32 = 100_000;

impl Amount {
    pub const UNKNOWN: Self = Self(None);

    pub fn whole(number: u32) -> Self {
        Self(Some(number.min(MOST) * 10))
    }

    pub fn of(number: f32) -> Self {
        match number {
            n if n <= 0.0 => Self::UNKNOWN,
            // Amounts come from a language file, in halves.
            n => Self(Some((n * 10.0).round() as u32)),
        }
    }

    pub fn times(self, n: u32) -> Self {
        Self(self.0.map(|tenths| tenths.min(MOST * 10) * n))
    }

    fn with_half(self) -> Self {
        Self(self.0.map(|tenths| tenths + 5))
    }

    /// The whole units in it; a half counts as a whole.
    pub fn rounded(self) -> Option<i64> {
        Some(i64::from(self.0?.div_ceil(10)))
    }

    /// So many years in months, if they are not whole.
    pub fn months_of_years(self) -> Option<i64> {
        let tenths = self.0.filter(|tenths| tenths % 10 != 0)?;
        Some(i64::from(tenths) * 12 / 10)
    }

    /// The amount if it is whole.
    pub fn exact(self) -> Option<u32> {
        self.0
            .filter(|tenths| tenths % 10 == 0)
            .map(|tenths| tenths / 10)
    }

    /// The TIMEX3 value of so much of a unit: `P3D`, `PT5H30M`, `PXY`.
    pub fn period(self, unit: Unit) -> String {
        // Decades and centuries are told in years.
        let (tenths, unit) = match unit {
            Unit::Decade => (self.0.map(|tenths| tenths * 10), Unit::Year),
            Unit::Century => (self.0.map(|tenths| tenths * 100), Unit::Year),
            _ => (self.0, unit),
        };
        let (clock, letter) = match unit {
            Unit::Second => ("T", "S"),
            Unit::Minute => ("T", "M"),
            Unit::Hour => ("T", "H"),
            Unit::Day => ("", "D"),
            Unit::Weekend => ("", "WE"),
            Unit::Week => ("", "W"),
            Unit::Month => ("", "M"),
            Unit::Quarter => ("", "Q"),
            Unit::Year | Unit::Decade | Unit::Century => ("", "Y"),
        };
        let Some(tenths) = tenths else {
            return format!("P{clock}X{letter}");
        };
        let (n, rest) = (tenths / 10, tenths % 10);
        let half = match unit {
            Unit::Year => "6M",
            Unit::Day => "T12H",
            Unit::Hour => "30M",
            Unit::Minute => "30S",
            _ => "",
        };
        match (n, rest) {
            (_, 0) => format!("P{clock}{n}{letter}"),
            (0, 5) if !half.is_empty() => format!("P{clock}{half}"),
            (_, 5) if !half.is_empty() => format!("P{clock}{n}{letter}{half}"),
            _ => format!("P{clock}{n}.{rest}{letter}"),
        }
    }
}

/// The amount that begins at token `at`, and how many tokens it takes.
pub(super) fn amount(
    text: &TimedText,
    tagger: &Tagger,
    at: usize,
    end: usize,
) -> Option<(Amount, usize)> {
    if let Some((amount, len)) = tagger.amounts.longest(&text.ids[at..end]) {
        return Some((Amount::of(amount), len));
    }
    let (number, len) = match text.digits(at) {
        Some(number) => in_digits(text, at, end, number)?,
        None => in_words(text, tagger, at, end)?,
    };
    if let Some((_, more)) = tagger.and_a_half.longest(&text.ids[at + len..end]) {
        return Some((number.with_half(), len + more));
    }
    Some((number, len))
}

fn in_digits(text: &TimedText, at: usize, end: usize, number: u32) -> Option<(Amount, usize)> {
    let touching = |a: usize| a + 1 < end && text.touches(a);
    let mark = |a: usize, marks: &[&str]| a < end && marks.contains(&text.word(a));
    // "2,5" and "1.500": which mark parts thousands and which tenths, the number of digits tells.
    if touching(at) && mark(at + 1, &[".", ","]) && touching(at + 1) {
        let rest = text.word(at + 2);
        let after = text.digits(at + 2)?;
        return match rest.len() {
            3 => Some((Amount::whole(number * 1000 + after), 3)),
            1 => Some((Amount(Some(number.min(MOST) * 10 + after)), 3)),
            _ => None,
        };
    }
    // "2 1/2"
    let half = mark(at + 1, &["1"]) && mark(at + 2, &["/", "⁄"]) && mark(at + 3, &["2"]);
    if half && touching(at + 1) {
        return Some((Amount::whole(number).with_half(), 4));
    }
    let vulgar = mark(at + 1, &["½"]);
    if vulgar {
        return Some((Amount::whole(number).with_half(), 2));
    }
    Some((Amount::whole(number), 1))
}

/// "twenty-four", "hundre og femti", "two thousand": words joined by hyphens or "and".
fn in_words(text: &TimedText, tagger: &Tagger, at: usize, end: usize) -> Option<(Amount, usize)> {
    let value = |a: usize| {
        (a < end)
            .then(|| tagger.lexeme(text.ids[a]).number)
            .flatten()
    };
    let (mut total, mut current) = (0, value(at)?);
    let mut len = 1;
    loop {
        let mut next = at + len;
        let joint = next < end
            && (text.word(next) == "-"
                || tagger.lexeme(text.ids[next]).roles.has(Roles::JOINT) && current >= 100);
        if joint {
            next += 1;
        }
        let Some(more) = value(next) else {
            break;
        };
        match more {
            100 if current < 100 => current *= 100,
            1000 if current < 1000 => {
                total = current * 1000;
                current = 0;
            }
            1..10 if current >= 20 && current % 10 == 0 => current += more,
            10..100 if current >= 100 && current % 100 == 0 => current += more,
            _ => break,
        }
        len = next - at + 1;
    }
    Some((Amount::whole(total + current), len))
}

/// A year in words: "nineteen ninety-four".
pub(super) fn year_in_words(
    text: &TimedText,
    tagger: &Tagger,
    at: usize,
    end: usize,
) -> Option<(i32, usize)> {
    let value = |a: usize| {
        (a < end)
            .then(|| tagger.lexeme(text.ids[a]).number)
            .flatten()
    };
    let hundreds = value(at).filter(|n| (11..=20).contains(n))?;
    let tens = value(at + 1).filter(|n| (10..100).contains(n))?;
    let (mut year, mut len) = (hundreds * 100 + tens, 2);
    let hyphen = usize::from(at + 2 < end && text.word(at + 2) == "-");
    if tens >= 20
        && tens % 10 == 0
        && let Some(unit) = value(at + 2 + hyphen).filter(|n| (1..10).contains(n))
    {
        year += unit;
        len += 1 + hyphen;
    }
    i32::try_from(year).ok().map(|year| (year, len))
}
