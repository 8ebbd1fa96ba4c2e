//! What is laid out, in one bundle: the chronology, what was chosen of it, and how time becomes pixels.

use super::{Choice, Lit, Scale, Viewport};
use crate::chronology::{Chronology, Event, EventId, PersonId};
use crate::time::Minutes;
use crate::words::Interface;
use std::collections::{BTreeMap, BTreeSet};

/// Everything that the parts of a layout depend on.
///
/// Marks are arranged in pixels from the scale's beginning, which stay the same while the view pans;
/// `shift` then brings them into the picture.
pub(super) struct View<'a> {
    pub chronology: &'a Chronology,
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
        choice: &'a Choice,
        scale: &'a Scale,
        viewport: &'a Viewport,
        interface: Interface,
    ) -> Self {
        let px = viewport.px_per_minute();
        Self {
            chronology,
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

/// The events that are shown, by track.
pub(super) struct Shown<'a> {
    /// Tracks from the top: whose, and which events. The last may be nobody's.
    pub tracks: Vec<(Option<&'a PersonId>, Vec<&'a Event>)>,
}

impl<'a> Shown<'a> {
    pub fn new(chronology: &'a Chronology, choice: &'a Choice) -> Self {
        let mut seen = BTreeSet::new();
        let persons: Vec<&PersonId> = choice
            .tracks
            .iter()
            .filter(|id| chronology.person(id).is_some() && seen.insert(*id))
            .collect();
        let places: BTreeMap<&PersonId, usize> =
            persons.iter().enumerate().map(|(i, id)| (*id, i)).collect();
        let mut tracks: Vec<_> = persons
            .into_iter()
            .map(|id| (Some(id), Vec::new()))
            .collect();
        let mut others = Vec::new();
        for event in chronology.events() {
            if !choice.shows(event) {
                continue;
            }
            let mut homes: Vec<usize> = event
                .participants
                .iter()
                .filter_map(|id| places.get(id).copied())
                .collect();
            homes.sort_unstable();
            homes.dedup();
            if homes.is_empty() {
                others.push(event);
            }
            for home in homes {
                tracks[home].1.push(event);
            }
        }
        if !others.is_empty() {
            tracks.push((None, others));
        }
        Self { tracks }
    }
}
