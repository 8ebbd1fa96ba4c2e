//! The index: which events stand on which track, ready to be asked by stretch of time.

use super::gaps::Busy;
use super::pyramid::Run;
use super::roll::{CLASSES, Roll, longest};
use super::{Choice, Scale};
use crate::chronology::PersonId;
use crate::time::{Interval, Minutes};
use std::sync::Arc;

/// The events of each track, in the order of time. Made anew when other events or tracks are chosen; not when
/// the view moves.
#[derive(Clone, Debug, Default)]
pub struct Index {
    roll: Arc<Roll>,
    pub(super) tracks: Vec<Row>,
    n_shown: usize,
    busy: Vec<Busy>,
}

/// The events of one track.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    /// Whose; `None` for the one that events without a track share.
    pub person: Option<u32>,
    /// Events with a date, by the length of their intervals (see [`super::roll::longest`]).
    pub runs: [Run; CLASSES],
    /// Events without a date, in reading order.
    pub undated: Vec<u32>,
    pub n_events: usize,
}

impl Index {
    /// The index of what is chosen.
    pub fn new(roll: Arc<Roll>, choice: &Choice) -> Self {
        const NOWHERE: u32 = u32::MAX;
        let mut homes = vec![NOWHERE; roll.persons().len()];
        let mut persons: Vec<Option<u32>> = Vec::new();
        for person in choice.tracks.iter().filter_map(|id| roll.person(id)) {
            if homes[person as usize] == NOWHERE {
                homes[person as usize] = persons.len() as u32;
                persons.push(Some(person));
            }
        }
        let others = persons.len();
        persons.push(None);
        let together: Vec<u32> = choice
            .together
            .iter()
            .filter_map(|id| roll.person(id))
            .collect();
        let mut events: Vec<[Vec<u32>; CLASSES]> = vec![Default::default(); persons.len()];
        let mut undated: Vec<Vec<u32>> = vec![Vec::new(); persons.len()];
        let mut busy = Vec::new();
        let mut n_shown = 0;
        for number in 0..roll.len() as u32 {
            let who = roll.who(number);
            if choice.hidden_kinds.contains(&roll.kind(number))
                || !together.iter().all(|person| who.contains(person))
            {
                continue;
            }
            let dated = (number as usize) < roll.n_dated();
            let class = if dated { roll.class(number) } else { 0 };
            let mut place = |home: usize| match dated {
                true => events[home][class].push(number),
                false => undated[home].push(number),
            };
            let mut has_home = false;
            for (n, person) in who.iter().enumerate() {
                let home = homes[*person as usize];
                if home != NOWHERE && !who[..n].contains(person) {
                    place(home as usize);
                    has_home = true;
                }
            }
            if !has_home {
                if choice.only_tracks {
                    continue;
                }
                place(others);
            }
            n_shown += 1;
            if dated {
                busy.push(roll.span(number));
            }
        }
        let mut tracks: Vec<Row> = persons
            .into_iter()
            .zip(events)
            .zip(undated)
            .map(|((person, mut events), undated)| Row {
                person,
                n_events: undated.len() + events.iter().map(Vec::len).sum::<usize>(),
                runs: std::array::from_fn(|class| {
                    let events = std::mem::take(&mut events[class]);
                    Run::new(events, class > 0, &roll)
                }),
                undated,
            })
            .collect();
        if tracks.last().is_some_and(|row| row.n_events == 0) {
            tracks.pop();
        }
        Self {
            roll,
            tracks,
            n_shown,
            busy: Busy::merged(busy),
        }
    }

    /// The roll that the index was made of.
    pub fn roll(&self) -> &Arc<Roll> {
        &self.roll
    }

    /// Whether a person has a track.
    pub(super) fn has_track(&self, person: u32) -> bool {
        self.tracks.iter().any(|row| row.person == Some(person))
    }

    /// How many events are shown.
    pub fn n_shown(&self) -> usize {
        self.n_shown
    }

    /// The numbers of all tracks' persons, from the top; `None` for the shared track.
    pub fn persons(&self) -> impl Iterator<Item = Option<&PersonId>> {
        let id = |person: u32| &self.roll.persons()[person as usize];
        self.tracks.iter().map(move |row| row.person.map(id))
    }

    /// The numbers of all events that are shown, ascending; walks all of them.
    pub fn numbers(&self) -> Vec<u32> {
        let mut numbers: Vec<u32> = Vec::with_capacity(self.n_shown);
        for row in &self.tracks {
            numbers.extend(row.runs.iter().flat_map(|run| run.events(0..run.len())));
            numbers.extend(&row.undated);
        }
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// The numbers of a track's events that reach into a stretch of time, ascending; those without a date where
    /// the stretch is unknown.
    pub fn touching(&self, person: Option<&PersonId>, time: Interval) -> Vec<u32> {
        let person = person.map(|id| self.roll.person(id));
        let is_its = |row: &&Row| match person {
            Some(person) => person.is_some() && row.person == person,
            None => row.person.is_none(),
        };
        let Some(row) = self.tracks.iter().find(is_its) else {
            return Vec::new();
        };
        let (Some(start), Some(end)) = (time.start, time.end) else {
            return row.undated.clone();
        };
        let touches = |number: &u32| {
            let (from, to) = self.roll.span(*number);
            from < end && to.max(from + 1) > start
        };
        let mut numbers = Vec::new();
        for (class, run) in row.runs.iter().enumerate() {
            let places = match longest(class) {
                Some(length) => run.between(
                    self.roll.first_at(start - length),
                    self.roll.first_at(end + length),
                ),
                None => 0..run.len(),
            };
            numbers.extend(run.events(places).iter().copied().filter(touches));
        }
        numbers.sort_unstable();
        numbers
    }

    /// Whether an event without a date is shown.
    pub fn has_undated(&self) -> bool {
        self.tracks.iter().any(|row| !row.undated.is_empty())
    }

    /// The scale of everything that is shown; where `time` is bounded, of that time only.
    pub fn scale(&self, time: Interval, true_scale: bool) -> Scale {
        let busy: Vec<Busy> = self
            .busy
            .iter()
            .map(|one| Busy {
                start: one.start.max(time.start.unwrap_or(one.start)),
                end: one.end.min(time.end.unwrap_or(one.end)),
                n: one.n,
            })
            .filter(|one| one.start <= one.end)
            .collect();
        let extent = Interval {
            start: time.start.or(busy.first().map(|one| one.start)),
            end: time.end.or(busy.last().map(|one| one.end)),
        };
        Scale::of_busy(extent, &busy, true_scale)
    }

    /// How many events of a track lie in a stretch of time, by their middles.
    pub fn count(&self, track: usize, from: Minutes, to: Minutes) -> usize {
        let (from, to) = (self.roll.first_at(from), self.roll.first_at(to));
        self.tracks[track]
            .runs
            .iter()
            .map(|run| run.between(from, to).len())
            .sum()
    }

    /// Bytes that roll and index take together.
    pub fn bytes(&self) -> usize {
        let runs = self
            .tracks
            .iter()
            .flat_map(|row| &row.runs)
            .map(Run::bytes)
            .sum::<usize>();
        let undated: usize = self.tracks.iter().map(|row| row.undated.len() * 4).sum();
        self.roll.bytes() + runs + undated + self.busy.len() * size_of::<Busy>()
    }
}
