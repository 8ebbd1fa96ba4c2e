//! A run of events in the order of time, with a pyramid over it.
//!
//! ```text
//! level 1   [  extent, most important  ][  extent, most important  ]
//! level 0   [ ... 64 events ... ][ ... 64 events ... ][ ...
//! events    5 8 9 12 15 ...                     numbers of the roll, ascending
//! ```
//!
//! How many events lie in a stretch of time is the difference of two places in the run; which of them matter
//! most, and which reach into a stretch, is found by looking at few blocks.

use super::roll::Roll;
use crate::time::Minutes;
use std::ops::Range;

/// Events, or blocks, under one block. More makes the pyramid flatter and each block slower to look through.
const FAN: usize = 64;

/// Events in the order of time, by number.
#[derive(Clone, Debug, Default)]
pub(super) struct Run {
    events: Vec<u32>,
    levels: Vec<Vec<Block>>,
    /// Where their intervals begin, and where they end, each sorted; kept for windows only.
    starts: Vec<Minutes>,
    ends: Vec<Minutes>,
}

/// What is known of [`FAN`] events, or blocks, together.
#[derive(Clone, Copy, Debug)]
struct Block {
    start: Minutes,
    end: Minutes,
    importance: u8,
}

impl Run {
    /// A run of these events, whose numbers ascend.
    pub fn new(events: Vec<u32>, are_windows: bool, roll: &Roll) -> Self {
        let bottom: Vec<Block> = events
            .chunks(FAN)
            .map(|chunk| Block::over(chunk.iter().map(|event| Block::of(*event, roll))))
            .collect();
        let mut levels = vec![bottom];
        while let Some(below) = levels.last().filter(|level| level.len() > 1) {
            let level = below
                .chunks(FAN)
                .map(|chunk| Block::over(chunk.iter().copied()))
                .collect();
            levels.push(level);
        }
        let windows = if are_windows { &events[..] } else { &[] };
        let (mut starts, mut ends): (Vec<_>, Vec<_>) = windows
            .iter()
            .map(|event| Block::of(*event, roll))
            .map(|one| (one.start, one.end))
            .unzip();
        starts.sort_unstable();
        ends.sort_unstable();
        Self {
            events,
            levels,
            starts,
            ends,
        }
    }

    pub fn len(&self) -> usize {
        self.events.len()
    }

    pub fn has(&self, number: u32) -> bool {
        self.events.binary_search(&number).is_ok()
    }

    /// The places of the events whose numbers lie between two.
    pub fn between(&self, from: u32, to: u32) -> Range<usize> {
        let first = self.events.partition_point(|event| *event < from);
        first..first + self.events[first..].partition_point(|event| *event < to)
    }

    /// The first place at or after `place` whose event's number is at least `number`: near ones are found fast.
    pub fn seek(&self, place: usize, number: u32) -> usize {
        let mut step = 1;
        let mut low = place;
        while low + step <= self.events.len() && self.events[low + step - 1] < number {
            low += step;
            step *= 2;
        }
        let high = (low + step).min(self.events.len());
        low + self.events[low..high].partition_point(|event| *event < number)
    }

    /// The events at those places.
    pub fn events(&self, places: Range<usize>) -> &[u32] {
        &self.events[places]
    }

    /// How many events touch a stretch of time.
    pub fn count_touching(&self, (from, to): (Minutes, Minutes)) -> usize {
        let begun = self.starts.partition_point(|start| *start < to);
        begun.saturating_sub(self.ends.partition_point(|end| *end <= from))
    }

    /// The most important events at those places that touch a stretch of time, the most important first; of
    /// equal ones the earlier. At most `most`.
    pub fn top(
        &self,
        places: Range<usize>,
        touching: Option<(Minutes, Minutes)>,
        most: usize,
        roll: &Roll,
    ) -> Vec<u32> {
        let mut search = Search {
            run: self,
            roll,
            places,
            touching,
            most,
            found: Vec::with_capacity(most + 1),
        };
        let top = self.levels.len();
        for n in 0..self.levels[top - 1].len() {
            search.look(top, n);
        }
        search.found.iter().map(|one| self.events[one.1]).collect()
    }

    /// Bytes that the run takes.
    pub fn bytes(&self) -> usize {
        let blocks: usize = self.levels.iter().map(Vec::len).sum();
        let edges = self.starts.len() + self.ends.len();
        self.events.len() * 4 + blocks * size_of::<Block>() + edges * size_of::<Minutes>()
    }
}

/// Looks for the most important events, passing over every block in which none can be.
struct Search<'a> {
    run: &'a Run,
    roll: &'a Roll,
    places: Range<usize>,
    touching: Option<(Minutes, Minutes)>,
    most: usize,
    /// The best so far: importance and place, the best first.
    found: Vec<(u8, usize)>,
}

impl Search<'_> {
    /// Looks at a block of a level counted from 1, or at an event on level 0. As they come in the order of time,
    /// one that is no more important than what was found is later, and is left.
    fn look(&mut self, level: usize, n: usize) {
        let size = FAN.pow(level as u32);
        let first = n * size;
        if first >= self.places.end || first + size <= self.places.start {
            return;
        }
        let block = match level {
            0 => Block::of(self.run.events[n], self.roll),
            _ => self.run.levels[level - 1][n],
        };
        let is_full = self.found.len() == self.most;
        let can_be = !is_full
            || self
                .found
                .last()
                .is_some_and(|last| block.importance > last.0);
        let touches = |(from, to): (Minutes, Minutes)| block.start < to && block.end > from;
        if !can_be || !self.touching.is_none_or(touches) {
            return;
        }
        if level == 0 {
            let place = self.found.partition_point(|one| one.0 >= block.importance);
            self.found.insert(place, (block.importance, n));
            self.found.truncate(self.most);
            return;
        }
        let n_below = match level {
            1 => self.run.events.len(),
            _ => self.run.levels[level - 2].len(),
        };
        for below in n * FAN..((n + 1) * FAN).min(n_below) {
            self.look(level - 1, below);
        }
    }
}

impl Block {
    fn of(event: u32, roll: &Roll) -> Self {
        let (start, end) = roll.span(event);
        Self {
            start,
            // What is open on one side touches where its edge is.
            end: end.max(start + 1),
            importance: roll.importance(event),
        }
    }

    fn over(parts: impl Iterator<Item = Self>) -> Self {
        let nothing = Self {
            start: Minutes::MAX,
            end: Minutes::MIN,
            importance: 0,
        };
        parts.fold(nothing, |all, part| Self {
            start: all.start.min(part.start),
            end: all.end.max(part.end),
            importance: all.importance.max(part.importance),
        })
    }
}
