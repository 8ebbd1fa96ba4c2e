//! Finds time expressions and resolves them.
//!
//! Words and patterns are data (`assets/lang`), compiled once into a [`Tagger`]; arithmetic is code. A pattern's
//! form is a row of words and `{slots}`, with `a|b` for a choice, `[x]` for what may be left out, `<name>` for the
//! language's own phrases, and `(x)` for what only stands beside the expression; `src/lang/temporal.rs` has the
//! rules, `slot.rs` the slots. All rows become one automaton, which is walked from each word; the longest match is
//! taken, and where two patterns take the same words, the one that stands earlier.
//!
//! An expression is counted from an *anchor*: the day of publication, or in narrative the date told last. A
//! bare weekday or month goes in the *direction* of the tense around it. What is only half known stays
//! half known: an interval and its granularity.

mod calendar;
mod compose;
mod context;
mod explain;
mod lexicon;
mod number;
mod period;
mod relative;
mod resolve;
mod scan;
mod slot;
mod surround;
mod tense;
mod text;
mod trie;
mod vocabulary;
mod year;

pub use explain::explain;
pub use lexicon::Tagger;
pub use tense::Direction;

use crate::text::{Sentence, Span, Words};
use crate::time::{Day, Granularity, Interval, Modifier};
use compose::compose;
use context::{Context, is_history};
use std::sync::Arc;
use text::TimedText;

/// A TIMEX3 type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimexType {
    /// A calendar date or period: day, week, month, year …
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A repeated time.
    Set,
}

impl TimexType {
    /// The TIMEX3 name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// What an expression was counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnchorUse {
    /// From nothing: the words give the date.
    None,
    /// From the article's date of publication.
    Publication,
    /// From the last date told.
    Narrative,
}

/// A time expression, resolved as far as its words and its anchor allow.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeExpression {
    /// The words, with their modifier.
    pub span: Span,
    /// TIMEX3 type.
    pub kind: TimexType,
    /// TIMEX3 value.
    pub value: String,
    /// TIMEX3 modifier.
    pub modifier: Option<Modifier>,
    /// The time meant, where an event with this expression must lie (or which it fills, see `whole`).
    /// `None` for durations and sets, for vague references, and where an anchor lacks.
    pub interval: Option<Interval>,
    /// The unit named.
    pub granularity: Granularity,
    /// Whether both ends are told ("27.–28. februar", "fra 2001 til 2009"), so that an event may fill it.
    pub whole: bool,
    /// The two ends, where only a dash joins them and each is whole in itself ("2001–2009", but not "27.–28.
    /// februar" and "fra 2001 til 2009"); else none.
    pub ends: Vec<TimeExpression>,
    /// Clock time, hours and minutes, if told.
    pub clock: Option<(u8, u8)>,
    /// What it was counted from.
    pub anchor: AnchorUse,
    /// The date it was counted from, if from one.
    pub from: Option<(Interval, Granularity)>,
    /// The direction of the tense around it, if that decided.
    pub direction: Option<Direction>,
    /// The pattern that took it: its name, and the row of words and slots.
    pub form: Arc<str>,
}

impl TimeExpression {
    /// The expressions as TIMEX3 counts them: two for the two ends of a stretch, else this one.
    pub fn timexes(&self) -> &[TimeExpression] {
        match &self.ends[..] {
            [] => std::slice::from_ref(self),
            ends => ends,
        }
    }
}

/// How relative expressions are anchored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Mode {
    /// Publication or narrative, decided per paragraph.
    #[default]
    Auto,
    /// Narrative throughout.
    Narrative,
}

/// The time expressions of a text, sorted and disjoint.
pub fn tag(
    text: &str,
    sentences: &[Sentence],
    tagger: &Tagger,
    published: Option<Day>,
    mode: Mode,
) -> Vec<TimeExpression> {
    tag_words(&Words::new(text, sentences), tagger, published, mode)
}

/// The time expressions of a text whose words are already split.
pub fn tag_words(
    words: &Words,
    tagger: &Tagger,
    published: Option<Day>,
    mode: Mode,
) -> Vec<TimeExpression> {
    let timed = TimedText::new(words, &tagger.vocabulary);
    let mut of_sentence = Vec::new();
    for (number, sentence) in words.of_sentence.iter().enumerate() {
        let mut matches = Vec::new();
        let mut at = sentence.start;
        while at < sentence.end {
            let one = tagger
                .may_start(&timed, at)
                .then(|| scan::longest(tagger, &timed, at, sentence))
                .flatten();
            match one {
                Some(found) => {
                    at = found.tokens.end;
                    matches.push(found);
                }
                None => at += 1,
            }
        }
        if !matches.is_empty() {
            of_sentence.push((number, compose(&timed, tagger, sentence.start, matches)));
        }
    }
    let all = of_sentence.iter().flat_map(|(_, matches)| matches);
    let mut context = Context::new(published, mode, is_history(all, tagger, published));
    let mut found = Vec::new();
    for (number, matches) in of_sentence {
        context.enter(number, words.sentences[number].paragraph);
        let sentence = &words.of_sentence[number];
        found.extend(surround::read(
            &timed,
            tagger,
            sentence,
            matches,
            &mut context,
        ));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::{Language, Languages};
    use crate::text::sentences;

    fn values(phrase: &str, language: &Language, tagger: &Tagger) -> Vec<(String, String)> {
        let sentences = sentences(phrase, &language.head.abbreviations);
        let anchor = language.time.anchor.parse().ok();
        tag(phrase, &sentences, tagger, anchor, Mode::Auto)
            .into_iter()
            .map(|found| (found.span.of(phrase).to_owned(), found.value))
            .collect()
    }

    #[test]
    fn every_example_in_a_language_file_reads_as_it_says() {
        let mut wrong = Vec::new();
        for language in Languages::bundled().expect("the files are sound").iter() {
            let (time, tagger) = (&language.time, Tagger::new(language));
            let patterns = time.more_patterns.iter().chain(&time.patterns);
            let examples = patterns.flat_map(|pattern| &pattern.examples);
            for (phrase, want) in examples.chain(&time.examples) {
                let got = values(phrase, language, &tagger);
                if got.len() != 1 || got[0].1 != *want {
                    wrong.push(format!(
                        "{}: “{phrase}” should be {want}, is {got:?}",
                        language.head.code
                    ));
                }
            }
            for (text, want) in &time.sentences {
                let got = values(text, language, &tagger);
                if got.iter().map(|(_, value)| value).ne(want) {
                    wrong.push(format!(
                        "{}: “{text}” should hold {want:?}, holds {got:?}",
                        language.head.code
                    ));
                }
            }
            for phrase in &time.not {
                let got = values(phrase, language, &tagger);
                if got.iter().any(|(_, value)| !value.starts_with('P')) {
                    wrong.push(format!(
                        "{}: “{phrase}” holds no date, is {got:?}",
                        language.head.code
                    ));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    /// A small generator of numbers, so that the same texts come every time.
    struct Dice(u64);

    impl Dice {
        fn roll(&mut self, sides: usize) -> usize {
            self.0 = self
                .0
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (self.0 >> 33) as usize % sides
        }
    }

    #[test]
    fn no_text_panics_and_spans_are_sound() {
        const BITS: [&str; 28] = [
            "25", ". ", "april", " ", "2019", "–", "siden", "for ", "åtte", " år ", "torsdag",
            "i ", "går", "May", "\n", "31", "30", "februar", "0", "9999", "🦊", "é", ":", "to",
            "før ", "the ", "of ", "last ",
        ];
        let languages = Languages::bundled().expect("the files are sound");
        let taggers: Vec<Tagger> = languages.iter().map(Tagger::new).collect();
        let mut dice = Dice(7);
        for _ in 0..3000 {
            let text: String = (0..dice.roll(30))
                .map(|_| BITS[dice.roll(BITS.len())])
                .collect();
            let sentences = sentences(&text, &[]);
            for tagger in &taggers {
                let published = [None, "2019-04-25".parse().ok()][dice.roll(2)];
                let mut end = 0;
                for found in tag(&text, &sentences, tagger, published, Mode::Auto) {
                    assert!(
                        found.span.start >= end && found.span.end <= text.len(),
                        "{text:?}"
                    );
                    assert!(!found.span.of(&text).is_empty(), "{text:?}");
                    end = found.span.end;
                }
            }
        }
    }
}
