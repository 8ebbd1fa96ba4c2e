//! Landmarks that an article tells relative to its own date, and the days on which it can tell them so.
//!
//! Which words mean which landmark is tried out: the article is read as if it were published when the landmark
//! was, which also settles who "the president" was. On which days the words give the landmark's date is then
//! asked of the tagger itself: a date counted from publication moves with it, so those days are one stretch,
//! whose ends are found by halving.

use super::knowledge::Knowledge;
use super::landmarks::{Fit, Landmark, before_last};
use super::reading::{self, Reading};
use super::window::Days;
use crate::chronology::{ArticleId, Evidence};
use crate::lang::Language;
use crate::tagger::{self, AnchorUse, Mode, TimeExpression};
use crate::text::{CodePoints, Span, Words, lower_words};
use crate::time::{DAY, Day, Granularity, Interval};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::rc::Rc;

/// An expression that gives a landmark's date when counted from the right day.
#[derive(Debug)]
pub(super) struct Told<'k> {
    /// The words for the date.
    pub span: Span,
    pub landmark: &'k Landmark,
    pub fit: Fit,
    /// Days of publication on which the words give the landmark's date.
    pub days: Days,
    /// The day that they give, if they name one.
    pub day: Option<Day>,
    /// The sentence that holds them.
    pub sentence: usize,
}

/// Words that may be tagged for one article, where reading a word costs as much as tagging some. What needs more
/// stays undated: a text so long is no news.
const EFFORT: usize = 1_000_000;
const READING: usize = 25;
/// Words up to which a text is searched through for what narrows its date, though its lead gives no day.
const SHORT: usize = 1500;
/// Steps towards a day of publication on which the words may give a landmark's date.
const STEPS: usize = 6;
/// How far from a landmark an article about it is looked for, in days.
const REACH: i64 = 366 * 120;

/// An article read and tagged as of several days.
pub(super) struct Trials<'a> {
    pub words: &'a Words<'a>,
    pub language: &'a Language,
    pub knowledge: &'a Knowledge,
    pub article: ArticleId,
    points: CodePoints,
    read: BTreeMap<Day, Rc<Reading>>,
    tagged: BTreeMap<Day, Rc<Vec<TimeExpression>>>,
    spent: usize,
}

impl<'a> Trials<'a> {
    pub fn new(
        words: &'a Words<'a>,
        language: &'a Language,
        knowledge: &'a Knowledge,
        article: ArticleId,
    ) -> Self {
        Self {
            words,
            language,
            knowledge,
            article,
            points: CodePoints::new(words.text),
            read: BTreeMap::new(),
            tagged: BTreeMap::new(),
            spent: 0,
        }
    }

    /// Whether more was to be tried than is worth it, so that not everything was.
    pub fn is_exhausted(&self) -> bool {
        self.spent > EFFORT
    }

    /// What the article tells if it was published that day.
    pub fn as_of(&mut self, day: Day) -> Rc<Reading> {
        if let Some(known) = self.read.get(&day) {
            return Rc::clone(known);
        }
        self.spent += READING * self.words.len();
        let reading = Rc::new(reading::read(
            self.words,
            self.language,
            Some(day),
            self.knowledge,
            self.article,
        ));
        self.read.insert(day, Rc::clone(&reading));
        reading
    }

    /// Its dates if it was published that day.
    pub fn tagged(&mut self, day: Day) -> Rc<Vec<TimeExpression>> {
        if let Some(known) = self.tagged.get(&day) {
            return Rc::clone(known);
        }
        self.spent += self.words.len();
        let tagger = self.knowledge.tagger(self.language);
        let found = Rc::new(tagger::tag_words(self.words, tagger, Some(day), Mode::Auto));
        self.tagged.insert(day, Rc::clone(&found));
        found
    }

    /// How surely the article tells of a landmark with the date at `span`, if published that day.
    pub fn fit(&mut self, landmark: &Landmark, span: Span, day: Day) -> Option<Fit> {
        let start = self.points.before(self.words.text, span.start);
        let reading = self.as_of(day);
        let told = reading.events.iter().filter(|event| {
            let mut dates = event.sources.iter().filter_map(|source| source.when_span);
            dates.any(|(at, _)| at == start)
        });
        told.filter_map(|event| landmark.fit(event, self.language))
            .max()
    }

    /// Whether the article, published that day, tells of a landmark as what happened then, and not as what
    /// something was for, from or about: with a verb for it, or as a noun that is held or begins, with no
    /// preposition before those who took part. A sentence with a date of its own tells of another time.
    pub fn is_told_plainly(&mut self, landmark: &Landmark, span: Span, day: Day) -> bool {
        let sentence = self.words.sentence_of(self.words.within(span).start);
        let sentence = self.words.sentences[sentence].span;
        let of_itself = |expression: &TimeExpression| {
            expression.anchor == AnchorUse::None && expression.interval.is_some()
        };
        let tagged = self.tagged(day);
        if tagged
            .iter()
            .any(|it| sentence.contains(it.span) && of_itself(it))
        {
            return false;
        }
        let start = self.points.before(self.words.text, span.start);
        let reading = self.as_of(day);
        let mut sources = reading
            .events
            .iter()
            .filter(|event| landmark.fit(event, self.language).is_some())
            .flat_map(|event| &event.sources)
            .filter(|source| source.when_span.is_some_and(|(at, _)| at == start));
        sources.any(|source| self.is_plain(source, landmark))
    }

    fn is_plain(&self, source: &Evidence, landmark: &Landmark) -> bool {
        let lexicon = &self.knowledge.tables(self.language).lexicon;
        let quote = lower_words(&source.quote);
        let by_verb = (0..quote.len()).any(|at| {
            let verb = lexicon.verbs.longest(&quote[at..], false);
            verb.is_some_and(|verb| verb.values.iter().any(|kind| landmark.is_told_by(*kind)))
        });
        let before = before_last(source);
        let behind_preposition = (0..before.len()).any(|at| {
            let word = before[at].as_str();
            let leads = [&lexicon.at, &lexicon.to, &lexicon.from, &lexicon.ordering];
            leads.iter().any(|set| set.contains(word))
                || lexicon.aside.longest(&before[at..], false).is_some()
        });
        let mut holding = self.language.events.cues.holding.iter();
        let is_held = holding.any(|verb| {
            let verb = lower_words(verb);
            quote.windows(verb.len()).any(|at| at == verb)
        });
        by_verb || is_held && !behind_preposition
    }

    /// The landmarks told relative to publication, those in the first `lead` sentences first.
    pub fn told(&mut self, lead: usize) -> Vec<Told<'a>> {
        let near = Near::new(self.words, self.knowledge);
        let all = self.words.sentences.len();
        let mut found = self.told_in(&near, 0..lead.min(all));
        // Without a day in the lead nothing is proposed, and the rest only narrows what is said to remain.
        if found.iter().any(|told| told.day.is_some()) || self.words.len() <= SHORT {
            found.extend(self.told_in(&near, lead.min(all)..all));
        }
        found
    }

    fn told_in(&mut self, near: &Near, sentences: Range<usize>) -> Vec<Told<'a>> {
        let words = self.words;
        let mut found = Vec::new();
        for landmark in self.knowledge.landmarks.iter() {
            if !near.tells_of(landmark) {
                continue;
            }
            let relative: Vec<Span> = self
                .tagged(landmark.days.1)
                .iter()
                .filter(|expression| counts_from_publication(expression))
                .map(|expression| expression.span)
                .collect();
            for span in relative {
                let sentence = words.sentence_of(words.within(span).start);
                // What is meant stands in the sentence or in the one before.
                let close = sentence.saturating_sub(1)..sentence + 1;
                if !sentences.contains(&sentence)
                    || self.is_exhausted()
                    || !near.names(landmark, close)
                {
                    continue;
                }
                found.extend(self.told_at(span, sentence, landmark));
            }
        }
        found
    }

    fn told_at(&mut self, span: Span, sentence: usize, landmark: &'a Landmark) -> Option<Told<'a>> {
        self.fit(landmark, span, landmark.days.1)?;
        let (days, seed) = self.days_that_give(span, landmark)?;
        // Who is meant may hang on the day: what fitted then has to fit now.
        let fit = self.fit(landmark, span, seed)?;
        let day = self
            .interval(span, seed)
            .filter(|interval| is_day(*interval))
            .and_then(Interval::first_day);
        Some(Told {
            span,
            landmark,
            fit,
            days,
            day,
            sentence,
        })
    }

    /// The days of publication on which the words at `span` give a landmark's date, and one of them.
    fn days_that_give(&mut self, span: Span, landmark: &Landmark) -> Option<(Days, Day)> {
        let mut seed = landmark.days.1;
        for _ in 0..STEPS {
            let told = self.interval(span, seed)?;
            if gives(told, landmark) {
                let first = self.edge(span, landmark, seed, -1);
                let last = self.edge(span, landmark, seed, 1);
                return Some((Days::between(Some(first), Some(last)), seed));
            }
            let step = landmark.interval().middle()? - told.middle()?;
            seed = Day::of(seed.start() + step);
            if (seed.number() - landmark.days.1.number()).abs() > REACH {
                return None;
            }
        }
        None
    }

    /// The last day in a direction on which the words still give the date.
    fn edge(&mut self, span: Span, landmark: &Landmark, seed: Day, way: i64) -> Day {
        let mut holds = 0;
        let mut fails = 1;
        while fails < REACH && self.still_gives(span, landmark, seed.add_days(way * fails)) {
            holds = fails;
            fails *= 2;
        }
        while fails - holds > 1 {
            let middle = (holds + fails) / 2;
            if self.still_gives(span, landmark, seed.add_days(way * middle)) {
                holds = middle;
            } else {
                fails = middle;
            }
        }
        seed.add_days(way * holds)
    }

    fn still_gives(&mut self, span: Span, landmark: &Landmark, day: Day) -> bool {
        self.interval(span, day)
            .is_some_and(|told| gives(told, landmark))
    }

    /// What the words at `span` give, counted from that day.
    fn interval(&mut self, span: Span, day: Day) -> Option<Interval> {
        let tagged = self.tagged(day);
        let expression = tagged.iter().find(|expression| expression.span == span)?;
        counts_from_publication(expression)
            .then_some(expression.interval)
            .flatten()
    }
}

fn counts_from_publication(expression: &TimeExpression) -> bool {
    expression.anchor == AnchorUse::Publication
        && expression.interval.is_some()
        && expression.granularity <= Granularity::Year
}

/// A day told must be one of the landmark's, a longer time must hold it.
fn gives(told: Interval, landmark: &Landmark) -> bool {
    let days = landmark.interval();
    if is_day(told) {
        days.contains(told)
    } else {
        told.contains(days)
    }
}

pub(super) fn is_day(interval: Interval) -> bool {
    interval.len().is_some_and(|len| len <= DAY)
}

/// The names in each sentence, for a quick look at what it can tell of.
struct Near {
    /// Folded words between blanks.
    texts: Vec<String>,
    /// Whoever the names may mean.
    named: Vec<BTreeSet<usize>>,
    everybody: BTreeSet<usize>,
}

impl Near {
    fn new(words: &Words, knowledge: &Knowledge) -> Self {
        let folded = words.folded();
        let named = |tokens: &Range<usize>| {
            tokens
                .clone()
                .filter(|at| words.is_capitalised(*at))
                .filter_map(|at| knowledge.roster.named(&folded[at..tokens.end]))
                .flat_map(|found| found.values.iter().copied())
                .collect()
        };
        let text = |tokens: &Range<usize>| format!(" {} ", folded[tokens.clone()].join(" "));
        let named: Vec<BTreeSet<usize>> = words.of_sentence.iter().map(named).collect();
        Self {
            texts: words.of_sentence.iter().map(text).collect(),
            everybody: named.iter().flatten().copied().collect(),
            named,
        }
    }

    /// Whether the article names one who took part, and another or the place, or has a phrase for it.
    fn tells_of(&self, landmark: &Landmark) -> bool {
        landmark.may_stand_in(&self.texts, &self.everybody)
    }

    /// Whether sentences name anything of it.
    fn names(&self, landmark: &Landmark, sentences: Range<usize>) -> bool {
        let mut named = self.named[sentences.clone()].iter();
        named.any(|named| landmark.is_joined_by(named))
            || landmark.is_told_in(&self.texts[sentences])
    }
}
