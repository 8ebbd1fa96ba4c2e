//! What is known when an expression is resolved: the day of publication, and the date told last.

use super::{AnchorUse, Mode};
use crate::time::{Day, Granularity, Interval};

/// What is known when an expression is resolved.
#[derive(Debug)]
pub(super) struct Context {
    pub published: Option<Day>,
    mode: Mode,
    /// The date told last.
    pub told: Option<Told>,
    paragraph: Option<usize>,
    /// The year that stood alone on a line: what follows belongs to it until the next.
    pub heading: Option<i32>,
}

/// The date told last.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told {
    pub interval: Interval,
    pub granularity: Granularity,
    /// Its paragraph: a partial date follows it there, not beyond.
    paragraph: usize,
}

impl Context {
    pub fn new(published: Option<Day>, mode: Mode) -> Self {
        Self {
            published,
            mode,
            told: None,
            paragraph: None,
            heading: None,
        }
    }

    /// A new sentence begins.
    pub fn enter(&mut self, paragraph: usize) {
        self.paragraph = Some(paragraph);
    }

    /// Remembers a date for what is counted from it.
    pub fn tell(&mut self, interval: Interval, granularity: Granularity, heading: bool) {
        if heading && granularity == Granularity::Year {
            self.heading = interval.first_day().map(Day::year);
        }
        self.told = Some(Told {
            interval,
            granularity,
            paragraph: self.paragraph.unwrap_or(0),
        });
    }

    pub fn publication(&self) -> Option<Day> {
        match self.mode {
            Mode::Auto => self.published,
            Mode::Narrative => self
                .told
                .and_then(|told| told.interval.first_day())
                .or(self.published),
        }
    }

    /// The anchor for what is counted from the date told last, or from publication where nothing was told.
    pub fn narrative(&self) -> Option<(Interval, Granularity, AnchorUse)> {
        let told = self
            .told
            .map(|told| (told.interval, told.granularity, AnchorUse::Narrative));
        told.or_else(|| {
            Some((
                Interval::day(self.published?),
                Granularity::Day,
                AnchorUse::Publication,
            ))
        })
    }

    /// The year that a date without one belongs to, if a date told in the same paragraph (or above, as a
    /// heading) gives another than publication would.
    pub fn year_told(&self) -> Option<Told> {
        let told = self.told?;
        let near = self.paragraph == Some(told.paragraph)
            || self.mode == Mode::Narrative
            || self.published.is_none();
        let year = told.interval.first_day()?.year();
        let other = self
            .publication()
            .is_none_or(|published| published.year() != year);
        (near && other && told.granularity <= Granularity::Year).then_some(told)
    }

    pub fn day_anchor(&self, narrative: bool) -> Option<(Day, AnchorUse)> {
        if narrative {
            let (interval, _, anchor) = self.narrative()?;
            return Some((interval.first_day()?, anchor));
        }
        Some((self.publication()?, AnchorUse::Publication))
    }
}
