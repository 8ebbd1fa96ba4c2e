//! Walks over a text's tokens and takes the longest pattern at each place.

use super::lexicon::{Slot, Tagger};
use crate::lang::Unit;
use crate::text::{TokenKind, Words};
use std::ops::Range;

/// What a pattern's slots took.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Slots {
    pub day: Option<u32>,
    pub month: Option<u32>,
    pub year: Option<i32>,
    pub weekday: Option<u32>,
    pub number: Option<u32>,
    pub ordinal: Option<u32>,
    pub unit: Option<Unit>,
    pub season: Option<String>,
    pub part: Option<String>,
    pub hour: Option<u32>,
    pub minute: Option<u32>,
    pub holiday: Option<String>,
    pub afternoon: bool,
}

/// A pattern found at a place.
#[derive(Clone, Debug)]
pub(super) struct Match {
    pub tokens: Range<usize>,
    pub rule: usize,
    pub slots: Slots,
}

/// A year in digits lies between these; a smaller or larger number is none.
const YEARS: std::ops::RangeInclusive<i32> = 1000..=2199;

impl Tagger {
    /// The longest pattern that begins at token `at`.
    pub(super) fn longest(&self, words: &Words, at: usize, end: usize) -> Option<Match> {
        let mut best = None;
        self.walk(words, at, at, end, 0, &Slots::default(), &mut best);
        best
    }

    #[allow(clippy::too_many_arguments)] // one step of a walk: place, state, what was taken, the best so far
    fn walk(
        &self,
        words: &Words,
        start: usize,
        at: usize,
        end: usize,
        node: usize,
        slots: &Slots,
        best: &mut Option<Match>,
    ) {
        if let Some(rule) = self.nodes[node].ends {
            let longer = best.as_ref().is_none_or(|best| best.tokens.end < at);
            let tokens = start..at;
            if longer
                && (!self.rules[rule].tight || touching(words, &tokens))
                && self.holds(words, &tokens, slots)
            {
                *best = Some(Match {
                    tokens,
                    rule,
                    slots: slots.clone(),
                });
            }
        }
        if at >= end {
            return;
        }
        if let Some(next) = self.nodes[node].words.get(words.lower[at].as_str()) {
            self.walk(words, start, at + 1, end, *next, slots, best);
        }
        for (slot, next) in &self.nodes[node].slots {
            if let Some((taken, len)) = self.take(words, at, end, *slot, slots) {
                self.walk(words, start, at + len, end, *next, &taken, best);
            }
        }
    }

    /// Fills a slot with the token at `at`; gives how many tokens it took.
    fn take(
        &self,
        words: &Words,
        at: usize,
        end: usize,
        slot: Slot,
        slots: &Slots,
    ) -> Option<(Slots, usize)> {
        let lower = words.lower[at].as_str();
        let digits =
            words.tokens[at].kind == TokenKind::Number && lower.bytes().all(|b| b.is_ascii_digit());
        let number = if digits {
            lower.parse::<u32>().ok()
        } else {
            None
        };
        let short = number.filter(|_| lower.len() <= 2);
        let mut slots = slots.clone();
        match slot {
            Slot::Day => slots.day = Some(short.filter(|day| (1..=31).contains(day))?),
            Slot::Month => slots.month = Some(self.month(words, at)?),
            Slot::MonthNumber => {
                slots.month = Some(short.filter(|month| (1..=12).contains(month))?)
            }
            Slot::Year => {
                let year = i32::try_from(number.filter(|_| lower.len() == 4)?).ok()?;
                slots.year = Some(year).filter(|year| YEARS.contains(year));
                slots.year?;
            }
            Slot::ShortYear => slots.year = Some(century_of(short.filter(|_| lower.len() == 2)?)),
            Slot::Weekday => slots.weekday = Some(*self.weekdays.get(lower)?),
            Slot::Number => {
                slots.number = Some(short.or_else(|| self.numbers.get(lower).copied())?)
            }
            Slot::Count => {
                slots.number = Some(
                    number
                        .filter(|_| lower.len() <= 4)
                        .or_else(|| self.numbers.get(lower).copied())?,
                );
            }
            Slot::Ordinal => slots.ordinal = Some(*self.ordinals.get(lower)?),
            Slot::OrdinalEnding => {
                self.ordinal_endings.get(lower)?;
            }
            Slot::Unit => slots.unit = Some(*self.units.get(lower)?),
            Slot::Season => slots.season = Some(self.seasons.get(lower)?.clone()),
            Slot::Part => slots.part = Some(self.parts.get(lower)?.clone()),
            Slot::Hour => {
                slots.hour = Some(
                    short
                        .or_else(|| self.numbers.get(lower).copied())
                        .filter(|h| *h <= 24)?,
                )
            }
            Slot::Afternoon => slots.afternoon = self.afternoon.contains(lower).then_some(true)?,
            Slot::Minute => slots.minute = Some(short.filter(|m| *m < 60 && lower.len() == 2)?),
            Slot::Holiday => {
                let found = self.holidays.longest(&words.lower[at..end], false)?;
                slots.holiday = found.values.first().cloned();
                return Some((slots, found.len));
            }
        }
        Some((slots, 1))
    }

    /// A month's number, if the word is the month and no name, verb or planet.
    fn month(&self, words: &Words, at: usize) -> Option<u32> {
        let word = words.word(at);
        let month = *self.months.get(words.lower[at].as_str())?;
        let previous = at.checked_sub(1);
        if previous.is_some_and(|previous| self.names.contains(words.word(previous))) {
            return None;
        }
        // Where months are written with a capital, a small letter is another word: "he may", "the march".
        let opens = at == 0 || words.of_sentence[words.sentence_of(at)].start == at;
        if self.capitalised && !words.is_capitalised(at) {
            return None;
        }
        // "Mars Pathfinder" opens a sentence, and is no month for all that.
        let named = opens
            && words
                .tokens
                .get(at + 1)
                .is_some_and(|_| words.is_capitalised(at + 1));
        if !self.capitalised && words.is_capitalised(at) && named {
            return None;
        }
        // Where they are written small, a capital inside a sentence is a name: "Mars", "August Krogh".
        let shouted = word.chars().all(char::is_uppercase);
        if !self.capitalised && words.is_capitalised(at) && !opens && !shouted {
            return None;
        }
        Some(month)
    }

    /// Whether a match may stand: a bare year or a bare month needs evidence, a bare hour too.
    fn holds(&self, words: &Words, tokens: &Range<usize>, slots: &Slots) -> bool {
        let sentence = words.of_sentence[words.sentence_of(tokens.start)].clone();
        if tokens.len() == 1 && slots.year.is_some() {
            return self.is_year(words, tokens.start, &sentence);
        }
        let next = (tokens.end < sentence.end).then(|| words.lower[tokens.end].as_str());
        // "9. april" whose day was taken apart, "25.4" as a decimal.
        if tokens.len() == 1 && slots.month.is_some() {
            let verb_may = words.lower[tokens.start].len() == 3
                && words.is_capitalised(tokens.start)
                && tokens.start == sentence.start;
            return !verb_may || next.is_some_and(|n| n == ":" || n == ",");
        }
        // A part of the day alone is a heading: "Kveld: Konsert".
        if tokens.len() == 1 && slots.part.is_some() {
            return tokens.start == sentence.start && next == Some(":");
        }
        true
    }

    /// Whether four digits are a year: by the word before, by standing alone, in brackets, or at a range.
    fn is_year(&self, words: &Words, at: usize, sentence: &Range<usize>) -> bool {
        let next = (at + 1 < sentence.end).then(|| words.lower[at + 1].as_str());
        if sentence.len() == 1 || sentence.len() == 2 && next == Some(":") {
            return true;
        }
        let counted = next.is_some_and(|next| {
            next.chars().all(char::is_alphabetic)
                && next.len() > 3
                && !self.looks_past(next)
                && !self.past.contains(next)
                && !self.present.contains(next)
                && !self.months.contains_key(next)
        });
        if at == sentence.start {
            return false;
        }
        let previous = words.lower[at - 1].as_str();
        let bracket = previous == "("
            || matches!(previous, "–" | "-" | "/") && at >= 2 && digits_year(&words.lower[at - 2]);
        let after_month = self.months.contains_key(previous);
        bracket
            || after_month
            || self.year_evidence.contains(previous)
            || self.weak_year_evidence.contains(previous) && !counted
    }

    pub(super) fn looks_past(&self, word: &str) -> bool {
        word.len() > 4
            && self
                .past_endings
                .iter()
                .any(|ending| word.ends_with(ending.as_str()))
    }
}

fn digits_year(word: &str) -> bool {
    word.len() == 4 && word.parse().is_ok_and(|year: i32| YEARS.contains(&year))
}

/// Two digits of a year: up to 49 of this century, from 50 of the last.
fn century_of(short: u32) -> i32 {
    let short = i32::try_from(short).unwrap_or(0);
    if short < 50 {
        2000 + short
    } else {
        1900 + short
    }
}

fn touching(words: &Words, tokens: &Range<usize>) -> bool {
    let tokens = &words.tokens[tokens.clone()];
    tokens
        .windows(2)
        .all(|pair| pair[0].span.end == pair[1].span.start)
}
