//! What is known when an expression is resolved: the day of publication, the date told last, and whether
//! a story of another time is being told.

use super::tense::Direction;
use super::{AnchorUse, Mode};
use crate::lang::DayPart;
use crate::time::{Day, Granularity, Interval};

/// What is known when an expression is resolved.
#[derive(Debug)]
pub(super) struct Context {
    pub published: Option<Day>,
    pub mode: Mode,
    /// The date told last.
    pub told: Option<Told>,
    paragraph: usize,
    /// Whether what is told lies in another year than publication, and no word has led back since: then
    /// dates without a year belong to the story, beyond the paragraph too.
    story: bool,
}

/// A date told.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told {
    pub interval: Interval,
    pub granularity: Granularity,
    pub part: Option<DayPart>,
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

impl Context {
    pub fn new(published: Option<Day>, mode: Mode) -> Self {
        Self {
            published,
            mode,
            told: None,
            paragraph: 0,
            story: false,
        }
    }

    /// A new sentence begins.
    pub fn enter(&mut self, paragraph: usize) {
        self.paragraph = paragraph;
    }

    /// Remembers a date for what is counted from it. `heading`: it stood alone on its line.
    pub fn tell(
        &mut self,
        interval: Interval,
        granularity: Granularity,
        part: Option<DayPart>,
        anchor: AnchorUse,
        heading: bool,
    ) {
        self.told = Some(Told {
            interval,
            granularity,
            part,
            paragraph: self.paragraph,
        });
        let other_year = match (interval.first_day(), self.published) {
            (Some(day), Some(published)) => day.year() != published.year(),
            _ => true,
        };
        match anchor {
            AnchorUse::Publication => self.story = false,
            _ if !other_year => self.story = false,
            _ if granularity <= Granularity::Season || heading => self.story = true,
            _ => {}
        }
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
        self.told
            .and_then(Anchor::told)
            .or_else(|| self.published.map(Anchor::publication))
    }

    pub fn anchor(&self, told: bool) -> Option<Anchor> {
        if told {
            self.narrative()
        } else {
            self.publication()
        }
    }

    /// The date told to which a date without a year belongs, if it is not publication.
    pub fn story(&self, direction: Option<Direction>) -> Option<Anchor> {
        let told = self.told?;
        let anchor = Anchor::told(told)?;
        if self.mode == Mode::Narrative || self.published.is_none() {
            return Some(anchor);
        }
        let onward = matches!(direction, Some(Direction::Future | Direction::Present));
        let other_year = anchor.day.year() != self.published?.year();
        let near = self.paragraph == told.paragraph && told.granularity <= Granularity::Year;
        (other_year && (near || self.story) && !onward).then_some(anchor)
    }
}
