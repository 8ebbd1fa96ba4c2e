//! What is known when an expression is resolved: the day of publication, the dates told, and whether a
//! story of another time is being told.

use super::lexicon::Tagger;
use super::resolve::Resolved;
use super::scan::Match;
use super::tense::Direction;
use super::{AnchorUse, Mode};
use crate::lang::{DayPart, Meaning, Unit};
use crate::time::{Day, Granularity, Interval};
use std::ops::RangeInclusive;

/// What is known when an expression is resolved.
#[derive(Debug)]
pub(super) struct Context {
    pub published: Option<Day>,
    pub mode: Mode,
    /// The date told last.
    pub told: Option<Told>,
    /// The date where the story stands: the one told last that was more than mentioned in passing.
    thread: Option<Told>,
    /// The date told last that is not after publication.
    told_past: Option<Told>,
    /// The direction of the tense around the expression at hand.
    pub direction: Option<Direction>,
    /// The day told last, or a part of it.
    told_day: Option<Told>,
    /// A day to come, or the last one that stood alone on its line: where a programme of days goes on.
    programme: Option<Day>,
    /// The year or month that stands alone on its line above what is told.
    heading: Option<Told>,
    sentence: usize,
    paragraph: usize,
    /// Whether what is told lies in another year than publication, and no word has led back since: then
    /// dates without a year belong to the story, beyond the paragraph too.
    story: bool,
    /// Whether the whole text tells of other times.
    history: bool,
}

/// A date told.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told {
    pub interval: Interval,
    pub granularity: Granularity,
    pub part: Option<DayPart>,
    pub clock: Option<(u8, u8)>,
    sentence: usize,
    paragraph: usize,
}

/// What something is counted from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Anchor {
    pub day: Day,
    pub interval: Interval,
    pub granularity: Granularity,
    pub using: AnchorUse,
}

impl Anchor {
    fn publication(day: Day) -> Self {
        Self {
            day,
            interval: Interval::day(day),
            granularity: Granularity::Day,
            using: AnchorUse::Publication,
        }
    }

    fn told(told: Told) -> Option<Self> {
        Some(Self {
            day: told.interval.first_day()?,
            interval: told.interval,
            granularity: told.granularity,
            using: AnchorUse::Narrative,
        })
    }
}

/// A bare year within a sentence moves a history by so many years, for what is counted from it ("two years
/// later") …
const STORY_GOES: RangeInclusive<i32> = -30..=40;

/// … and, with dates to come that have no year, by so many.
const THREAD_GOES: RangeInclusive<i32> = -2..=12;

/// Where in its sentence an expression stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Position {
    /// It is all there is.
    Heading,
    /// At the beginning, perhaps behind a preposition.
    Opening,
    /// In a clause between commas: "Puigdemont, som ble president i januar 2016, ber …".
    Aside,
    /// Anywhere else.
    Inside,
}

/// A day told so many paragraphs before is still what "the next day" follows, though a coarser date came between.
const DAY_LASTS: usize = 2;

/// What lies so many years back is another time: "today" beside it means these days.
const OLD: i32 = 4;

impl Told {
    fn first_year(&self) -> Option<i32> {
        Some(self.interval.first_day()?.year())
    }
}

impl Context {
    pub fn new(published: Option<Day>, mode: Mode, history: bool) -> Self {
        Self {
            published,
            mode,
            told: None,
            thread: None,
            told_past: None,
            direction: None,
            told_day: None,
            programme: None,
            heading: None,
            sentence: 0,
            paragraph: 0,
            story: false,
            history,
        }
    }

    /// A new sentence begins.
    pub fn enter(&mut self, sentence: usize, paragraph: usize) {
        self.sentence = sentence;
        self.paragraph = paragraph;
    }

    /// Remembers a date for what is counted from it; one alone on its line is a heading.
    pub fn tell(&mut self, resolved: &Resolved, position: Position) {
        let Some(interval) = resolved.interval.filter(|_| resolved.leads) else {
            self.tell_clock(resolved);
            return;
        };
        let Resolved {
            granularity,
            anchor,
            ..
        } = *resolved;
        let alone = position == Position::Heading;
        let heading = alone && granularity >= Granularity::Day;
        let told = Told {
            interval,
            granularity,
            part: resolved.part,
            clock: resolved.clock,
            sentence: self.sentence,
            paragraph: self.paragraph,
        };
        if self.is_known_better(told) && !alone {
            return;
        }
        let leads = matches!(position, Position::Heading | Position::Opening);
        // A history stays where it is while something is said of the days around publication.
        let elsewhere = self.history && anchor == AnchorUse::Publication;
        if !elsewhere && (leads || self.goes_on(told, THREAD_GOES)) {
            self.thread = Some(told);
        }
        if leads || self.goes_on(told, STORY_GOES) {
            self.told = Some(told);
        }
        if interval.first_day() <= self.published {
            self.told_past = Some(told);
        }
        if granularity <= Granularity::Day {
            self.told_day = Some(told);
            let day = interval.first_day();
            if alone || self.programme.is_none() && day > self.published {
                self.programme = day;
            }
        }
        if heading {
            self.heading = (granularity >= Granularity::Month).then_some(told);
        } else if anchor == AnchorUse::Publication {
            self.heading = None;
        }
        let other_year = match (interval.first_day(), self.published) {
            (Some(day), Some(published)) => day.year() != published.year(),
            _ => true,
        };
        match anchor {
            AnchorUse::Publication => self.story = false,
            _ if !other_year => self.story = false,
            _ if position == Position::Aside => {}
            _ if granularity <= Granularity::Season || heading => self.story = true,
            _ => {}
        }
    }

    /// Remembers an hour of the day told last, for "twenty minutes later".
    fn tell_clock(&mut self, resolved: &Resolved) {
        let told = self.told.as_mut();
        if let Some(told) = told.filter(|told| Some(told.interval) == resolved.interval) {
            told.clock = resolved.clock.or(told.clock);
        }
    }

    /// Whether a year is that of the date told last, of which more is known.
    fn is_known_better(&self, year: Told) -> bool {
        let same = |told: &Told| {
            told.granularity < Granularity::Year && told.first_year() == year.first_year()
        };
        year.granularity == Granularity::Year && self.told.as_ref().is_some_and(same)
    }

    /// Whether a date carries a history on; a bare year too far from where it stands is only mentioned.
    fn goes_on(&self, year: Told, years: RangeInclusive<i32>) -> bool {
        let before = self.thread.and_then(|told| told.first_year());
        let (Some(before), Some(now)) = (before, year.first_year()) else {
            return true;
        };
        year.granularity < Granularity::Year
            || !self.tells_history()
            || years.contains(&(now - before))
    }

    /// Whether the date told last, in this paragraph, is one of years ago.
    pub fn is_among_old_times(&self) -> bool {
        let year = self
            .told
            .filter(|told| told.paragraph == self.paragraph || self.tells_history());
        let year = year.and_then(|told| told.first_year());
        let published = self.published.map(|day| day.year());
        year.is_some_and(|year| published.is_none_or(|published| year <= published - OLD))
    }

    /// The day that deictic words ("today", "last week") are counted from.
    pub fn publication(&self) -> Option<Anchor> {
        match self.mode {
            Mode::Auto => self.published.map(Anchor::publication),
            Mode::Narrative => self
                .told
                .and_then(Anchor::told)
                .or_else(|| self.published.map(Anchor::publication)),
        }
    }

    /// The anchor of what is counted from the date told last, or from publication where nothing was told.
    pub fn narrative(&self) -> Option<Anchor> {
        let to_come = |told: &Told| told.interval.first_day() > self.published;
        // "The vote is on 21 December. He resigned the same afternoon": that of the day before in the story.
        let told = match self.told {
            Some(told) if self.direction == Some(Direction::Past) && to_come(&told) => {
                self.told_past.or(Some(told))
            }
            told => told,
        };
        told.and_then(Anchor::told)
            .or_else(|| self.published.map(Anchor::publication))
    }

    pub fn anchor(&self, told: bool) -> Option<Anchor> {
        if told {
            self.narrative()
        } else {
            self.publication()
        }
    }

    /// The anchor of what is counted in days: the day told last, where the date told last is none.
    pub fn day_anchor(&self, told: bool) -> Option<Anchor> {
        let anchor = self.anchor(told)?;
        if anchor.granularity <= Granularity::Day {
            return Some(anchor);
        }
        let recent = self
            .told_day
            .filter(|day| day.paragraph + DAY_LASTS >= self.paragraph);
        recent.and_then(Anchor::told).or(Some(anchor))
    }

    /// The day of a clock time: the one told in this paragraph or the one before; in a history, the one told last.
    pub fn clock_anchor(&self) -> Option<Anchor> {
        let anchor = self.day_anchor(true)?;
        let near = |told: Told| told.paragraph + 1 >= self.paragraph;
        let told =
            self.told_day.is_some_and(near) || self.tells_history() || self.heading.is_some();
        if told {
            Some(anchor)
        } else {
            self.publication()
        }
    }

    /// Whether a date fine enough to count such units from was told in this sentence or the one before.
    pub fn is_fresh(&self, unit: Option<Unit>) -> bool {
        let finest = match unit {
            Some(Unit::Year | Unit::Decade | Unit::Century) => Granularity::Year,
            Some(Unit::Month | Unit::Quarter) => Granularity::Month,
            _ => Granularity::Day,
        };
        self.told.is_some_and(|told| {
            told.sentence + 1 >= self.sentence
                && told.paragraph == self.paragraph
                && told.granularity <= finest
        })
    }

    /// Whether the text tells of other times throughout, or of no known time.
    pub fn tells_history(&self) -> bool {
        self.history || self.published.is_none()
    }

    /// The day that a bare weekday in a story is counted from: one told in this paragraph.
    pub fn story_day(&self, direction: Option<Direction>) -> Option<Anchor> {
        let told = self
            .told_day
            .filter(|told| told.paragraph == self.paragraph)?;
        let story = self.tells_history() || self.mode == Mode::Narrative || self.heading.is_some();
        let onward = matches!(direction, Some(Direction::Future | Direction::Present));
        let anchor = self.story(direction).filter(|_| !onward)?;
        (story && anchor.interval == told.interval).then_some(anchor)
    }

    /// The day that a weekday alone on its line follows: one told above, in a programme of days.
    pub fn programme_day(&self) -> Option<Day> {
        self.programme
    }

    /// Whether the story is being told just here: by a day, or by a month or season in this paragraph.
    pub fn is_in_story(&self) -> bool {
        let told = self.told.is_some_and(|told| match told.granularity {
            granularity if granularity <= Granularity::Day => {
                told.paragraph + DAY_LASTS >= self.paragraph
            }
            granularity => granularity < Granularity::Year && told.paragraph == self.paragraph,
        });
        told || self.tells_history() || self.mode == Mode::Narrative || self.heading.is_some()
    }

    /// The date told to which a date without a year belongs, if it is not publication.
    pub fn story(&self, direction: Option<Direction>) -> Option<Anchor> {
        let told = self.told?;
        if let Some(heading) = self.heading {
            let within = told.paragraph == self.paragraph || told.paragraph == heading.paragraph;
            return Anchor::told(if within { told } else { heading });
        }
        if self.mode == Mode::Narrative || self.published.is_none() {
            return self.thread.and_then(Anchor::told);
        }
        let onward = matches!(direction, Some(Direction::Future | Direction::Present));
        let told = if self.history { self.thread? } else { told };
        let anchor = Anchor::told(told)?;
        let other_year = anchor.day.year() < self.published?.year();
        if self.history && other_year && !onward {
            return Some(anchor);
        }
        let near = self.paragraph == told.paragraph && told.granularity <= Granularity::Season;
        (other_year && (near || self.story) && !onward).then_some(anchor)
    }
}

/// A text with at least so many years of other times may be a history.
const YEARS_OF_HISTORY: usize = 4;

/// Whether a text tells of other times throughout: years far from publication outnumber by far what is said of
/// the days around it.
pub(super) fn is_history<'m>(
    matches: impl Iterator<Item = &'m Match>,
    tagger: &Tagger,
    published: Option<Day>,
) -> bool {
    let Some(published) = published else {
        return true;
    };
    let (mut far, mut near) = (0, 0_usize);
    for one in matches {
        let rule = &tagger.rules[tagger.forms[one.form as usize].rule];
        let told = rule.narrative || one.slots.which.is_some_and(|which| which.told);
        match (one.slots.iso_year(), rule.meaning) {
            (Some(year), _) if year < published.year() - 1 => far += 1,
            (Some(_), _) => near += 1,
            // A weekday behind a far date may belong to it.
            (None, Meaning::Weekday) if far == 0 && !told => near += 1,
            (None, Meaning::Day | Meaning::UnitOf | Meaning::Count) if !told => near += 1,
            _ => {}
        }
    }
    far >= YEARS_OF_HISTORY && far > 2 * near
}
