//! The roll: every event in a few bytes, in the order of time; made once for each state of the chronology.
//!
//! Layout, overview, table and statistics walk the roll instead of the chronology, so that a million events
//! fit a few caches. An event's place in the roll is its *number*.

use super::marks::drawn;
use crate::chronology::{Chronology, Event, EventId, Form, Kind, PersonId, When};
use crate::time::{DAY, Interval, Minutes};
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// How far apart the ends of an event's interval are: what may share a stretch of the picture.
pub(super) const CLASSES: usize = 7;

/// The longest interval of each class but the last, in days: a day, a week, a month, a season, a year, a decade.
const LONGEST: [i64; CLASSES - 1] = [1, 8, 31, 100, 366, 3_660];

/// Every event in a few bytes, in the order of time; those without a date come last, in reading order.
#[derive(Clone, Debug, Default)]
pub struct Roll {
    revision: u64,
    ids: Vec<EventId>,
    /// The middle of the interval; `i64::MAX` where no date is known.
    at: Vec<Minutes>,
    start: Vec<Minutes>,
    end: Vec<Minutes>,
    traits: Vec<Traits>,
    /// Where the participants of each event begin in `who`; one more than there are events.
    offsets: Vec<u32>,
    who: Vec<u32>,
    n_dated: usize,
    kinds: BTreeSet<Kind>,
    persons: Vec<PersonId>,
    counts: Vec<usize>,
    colors: Vec<usize>,
}

/// What else is known of an event, in bytes.
#[derive(Clone, Copy, Debug)]
struct Traits {
    importance: u8,
    kind: Kind,
    class: u8,
}

impl Roll {
    /// The roll of a chronology.
    pub fn new(chronology: &Chronology) -> Self {
        let persons: Vec<PersonId> = chronology.persons().map(|one| one.id.clone()).collect();
        let numbers: FxHashMap<&str, u32> = persons
            .iter()
            .enumerate()
            .map(|(i, id)| (id.as_str(), i as u32))
            .collect();
        let mut order: Vec<(Minutes, u32)> = Vec::with_capacity(chronology.events().len());
        let mut spread = Vec::with_capacity(order.capacity());
        let mut kinds = BTreeSet::new();
        let (mut who, mut counts) = (Vec::new(), vec![0; persons.len()]);
        for (place, event) in chronology.events().enumerate() {
            let from = who.len() as u32;
            for number in event
                .participants
                .iter()
                .filter_map(|id| numbers.get(id.as_str()))
            {
                who.push(*number);
                counts[*number as usize] += 1;
            }
            let (at, start, end) = bounds(&event.when);
            kinds.insert(event.kind);
            order.push((at, place as u32));
            spread.push((event.id, start, end, traits(event), from, who.len() as u32));
        }
        order.sort_unstable();
        let n = order.len();
        let mut roll = Self {
            revision: chronology.revision(),
            ids: Vec::with_capacity(n),
            at: order.iter().map(|one| one.0).collect(),
            start: Vec::with_capacity(n),
            end: Vec::with_capacity(n),
            traits: Vec::with_capacity(n),
            offsets: Vec::with_capacity(n + 1),
            who: Vec::with_capacity(who.len()),
            n_dated: order.partition_point(|one| one.0 != Minutes::MAX),
            kinds,
            colors: ranks(&counts),
            counts,
            persons,
        };
        for &(_, place) in &order {
            let (id, start, end, traits, from, to) = spread[place as usize];
            roll.ids.push(id);
            roll.start.push(start);
            roll.end.push(end);
            roll.traits.push(traits);
            roll.offsets.push(roll.who.len() as u32);
            roll.who.extend_from_slice(&who[from as usize..to as usize]);
        }
        roll.offsets.push(roll.who.len() as u32);
        roll
    }

    /// The chronology's revision that the roll was made of.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// How many events there are.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there is no event.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// How many events have a date; they come first.
    pub fn n_dated(&self) -> usize {
        self.n_dated
    }

    /// The event with that number.
    pub fn id(&self, number: u32) -> EventId {
        self.ids[number as usize]
    }

    /// An event's number, if the roll has it.
    pub fn number(&self, event: &Event) -> Option<u32> {
        let (at, ..) = bounds(&event.when);
        let first = self.at.partition_point(|one| *one < at);
        let same = self.at[first..]
            .iter()
            .take_while(|one| **one == at)
            .count();
        let ids = &self.ids[first..first + same];
        ids.binary_search(&event.id)
            .ok()
            .map(|place| (first + place) as u32)
    }

    /// The middle of an event's interval, or its edge where one side is open; `i64::MAX` without a date.
    pub fn at(&self, number: u32) -> Minutes {
        self.at[number as usize]
    }

    /// First and last moment of an event's interval; both are the edge where one side is open.
    pub fn span(&self, number: u32) -> (Minutes, Minutes) {
        (self.start[number as usize], self.end[number as usize])
    }

    /// How much an event matters (see [`Event::importance`]).
    pub fn importance(&self, number: u32) -> u8 {
        self.traits[number as usize].importance
    }

    /// An event's kind.
    pub fn kind(&self, number: u32) -> Kind {
        self.traits[number as usize].kind
    }

    /// The kinds of events that there are.
    pub fn kinds(&self) -> &BTreeSet<Kind> {
        &self.kinds
    }

    pub(super) fn class(&self, number: u32) -> usize {
        usize::from(self.traits[number as usize].class)
    }

    /// An event's participants, by number.
    pub fn who(&self, number: u32) -> &[u32] {
        let from = self.offsets[number as usize] as usize;
        &self.who[from..self.offsets[number as usize + 1] as usize]
    }

    /// The number of the first event whose middle is at that moment or later.
    pub fn first_at(&self, moment: Minutes) -> u32 {
        self.at[..self.n_dated].partition_point(|at| *at < moment) as u32
    }

    /// Everybody who is in the chronology, by number, sorted by id.
    pub fn persons(&self) -> &[PersonId] {
        &self.persons
    }

    /// A person's number.
    pub fn person(&self, id: &PersonId) -> Option<u32> {
        self.persons
            .binary_search(id)
            .ok()
            .map(|place| place as u32)
    }

    /// In how many events a person takes part.
    pub fn count(&self, person: u32) -> usize {
        self.counts[person as usize]
    }

    /// A person's place in the palette: by number of events, then by id.
    pub fn color(&self, person: u32) -> usize {
        self.colors[person as usize]
    }

    /// A person's place in the palette, by id.
    pub fn color_of(&self, id: &PersonId) -> Option<usize> {
        self.person(id).map(|person| self.color(person))
    }

    /// Bytes that the roll takes.
    pub fn bytes(&self) -> usize {
        let fixed = size_of::<EventId>() + 3 * size_of::<Minutes>() + size_of::<Traits>() + 4;
        self.len() * fixed + self.who.len() * 4
    }
}

/// Where an event's sign stands, and the edges of what is drawn of it; where one side is open, the other thrice.
fn bounds(when: &When) -> (Minutes, Minutes, Minutes) {
    let Interval { start, end } = drawn(when);
    match (start, end) {
        (Some(start), Some(end)) => {
            let middle = when.interval.middle().unwrap_or(start + (end - start) / 2);
            (middle.clamp(start, end), start, end)
        }
        (Some(edge), None) | (None, Some(edge)) => (edge, edge, edge),
        (None, None) => (Minutes::MAX, Minutes::MAX, Minutes::MAX),
    }
}

fn traits(event: &Event) -> Traits {
    let when = &event.when;
    let class = match drawn(when).len() {
        // What is drawn wider than it is: never a point of a strip.
        _ if event.count > 1 || when.form == Form::Count => CLASSES - 1,
        Some(len) => LONGEST
            .iter()
            .position(|days| len <= days * DAY)
            .unwrap_or(CLASSES - 1),
        None => CLASSES - 1,
    };
    Traits {
        importance: event.importance().min(255) as u8,
        kind: event.kind,
        class: class as u8,
    }
}

/// The longest interval of a class in minutes; the last class has no bound.
pub(super) fn longest(class: usize) -> Option<Minutes> {
    LONGEST.get(class).map(|days| days * DAY)
}

fn ranks(counts: &[usize]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..counts.len()).collect();
    order.sort_by_key(|&person| Reverse(counts[person]));
    let mut ranks = vec![0; counts.len()];
    for (rank, person) in order.into_iter().enumerate() {
        ranks[person] = rank;
    }
    ranks
}
