//! What is laid out, in one bundle: the chronology, what was chosen of it, and how time becomes pixels.

use super::index::Row;
use super::{Choice, Index, Item, Lit, Scale, Viewport, What};
use crate::chronology::{Chronology, Event, EventId};
use crate::time::Minutes;
use crate::words::Interface;

/// Everything that the parts of a layout depend on.
///
/// Marks are arranged in pixels from the scale's beginning, which stay the same while the view pans;
/// `shift` then brings them into the picture.
pub(super) struct View<'a> {
    pub chronology: &'a Chronology,
    pub index: &'a Index,
    pub choice: &'a Choice,
    pub scale: &'a Scale,
    pub viewport: &'a Viewport,
    pub interface: Interface,
    /// Pixels for a minute of the scale.
    pub px: f64,
    /// What is added to a pixel of the scale to get a pixel of the picture.
    pub shift: f64,
}

impl<'a> View<'a> {
    pub fn new(
        chronology: &'a Chronology,
        index: &'a Index,
        choice: &'a Choice,
        scale: &'a Scale,
        viewport: &'a Viewport,
        interface: Interface,
    ) -> Self {
        let px = viewport.px_per_minute();
        Self {
            chronology,
            index,
            choice,
            scale,
            viewport,
            interface,
            px,
            shift: viewport.left_px - viewport.from * px,
        }
    }

    /// Where a moment stands on the picture.
    pub fn x(&self, moment: Minutes) -> f64 {
        self.viewport.x_from_time(moment, self.scale)
    }

    pub fn left(&self) -> f64 {
        self.viewport.left_px
    }

    pub fn right(&self) -> f64 {
        self.viewport.width_px
    }

    /// Whether an item stands for one event that has a date.
    pub fn is_dated(&self, item: &Item) -> bool {
        matches!(item.what, What::Event(_)) && self.index.roll().is_dated(item.number)
    }

    /// The event with that number of the roll.
    pub fn event(&self, number: u32) -> Option<&'a Event> {
        self.chronology.event(self.index.roll().id(number))
    }

    /// The selected event, if it stands on a track: it is drawn however crowded it is there.
    pub fn wanted(&self, row: &Row) -> Option<u32> {
        let event = self.chronology.event(self.choice.selected?)?;
        let number = self.index.roll().number(event)?;
        let is_here = row.runs.iter().any(|run| run.has(number));
        is_here.then_some(number)
    }

    pub fn lit(&self, event: EventId) -> Lit {
        if self.choice.selected == Some(event) {
            Lit::Selected
        } else if self.choice.hovered == Some(event) {
            Lit::Hovered
        } else {
            Lit::No
        }
    }
}
