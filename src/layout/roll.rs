//! The roll: every event in a few bytes, in the order of time; made once for each state of the chronology.
//!
//! Layout, overview, table and statistics walk the roll instead of the chronology, so that a million events
//! fit a few caches. An event's place in the roll is its *number*.

use super::marks::{Sign, drawn};
use crate::chronology::{Chronology, Event, EventId, Kind, PersonId, Status, When};
use crate::time::{DAY, Interval, Minutes};
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Colours of the palette for tracks.
pub const COLORS: usize = 9;

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
    status: Status,
    sign: Sign,
}

/// Events that are put in order at once: so few that they stay in the processor's cache.
const CHUNK: usize = 1 << 14;

/// The roll of a chunk of the events, in the order of time.
#[derive(Default)]
struct Part {
    entries: Vec<Entry>,
    who: Vec<u32>,
    kinds: BTreeSet<Kind>,
}

#[derive(Clone, Copy)]
struct Entry {
    at: Minutes,
    start: Minutes,
    end: Minutes,
    id: EventId,
    traits: Traits,
    /// Where the participants begin, and how many there are.
    who: u32,
    n: u32,
}

impl Part {
    fn read(events: &[&Event], numbers: &FxHashMap<&str, u32>) -> Self {
        let mut part = Self {
            entries: Vec::with_capacity(events.len()),
            ..Self::default()
        };
        for event in events {
            let who = part.who.len() as u32;
            let ids = event.participants.iter();
            part.who
                .extend(ids.filter_map(|id| numbers.get(id.as_str())));
            let (at, start, end) = bounds(&event.when);
            part.kinds.insert(event.kind);
            part.entries.push(Entry {
                at,
                start,
                end,
                id: event.id,
                traits: traits(event),
                who,
                n: part.who.len() as u32 - who,
            });
        }
        // Stable: events of the same moment stay in the order of their ids.
        part.entries.sort_by_key(|entry| entry.at);
        part
    }

    fn who(&self, entry: &Entry) -> &[u32] {
        &self.who[entry.who as usize..(entry.who + entry.n) as usize]
    }
}

/// Reads all events, on all cores.
fn read(chronology: &Chronology, persons: &[PersonId]) -> Vec<Part> {
    let numbers: FxHashMap<&str, u32> = persons.iter().map(PersonId::as_str).zip(0..).collect();
    let events: Vec<&Event> = chronology.events().collect();
    let chunks: Vec<&[&Event]> = events.chunks(CHUNK).collect();
    let read = |chunks: &[&[&Event]]| -> Vec<Part> {
        let parts = chunks.iter().map(|events| Part::read(events, &numbers));
        parts.collect()
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let mut shares = chunks.chunks(chunks.len().div_ceil(cores).max(1));
    let own = shares.next().unwrap_or_default();
    std::thread::scope(|scope| {
        let others: Vec<_> = shares.map(|share| scope.spawn(|| read(share))).collect();
        let mut parts = read(own);
        for other in others {
            let more = other.join();
            parts.extend(more.unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        }
        parts
    })
}

impl Roll {
    /// The roll of a chronology.
    pub fn new(chronology: &Chronology) -> Self {
        let persons: Vec<PersonId> = chronology.persons().map(|one| one.id.clone()).collect();
        let parts = read(chronology, &persons);
        let entries =
            |part: usize| (0..parts[part].entries.len() as u32).map(move |n| (part as u32, n));
        let at = |(part, n): &(u32, u32)| parts[*part as usize].entries[*n as usize].at;
        let order = (0..parts.len()).flat_map(entries);
        let mut order: Vec<(Minutes, (u32, u32))> =
            order.map(|place| (at(&place), place)).collect();
        // Stable, and fast, for it is made of sorted runs.
        order.sort_by_key(|one| one.0);
        let n = order.len();
        let mut roll = Self {
            revision: chronology.revision(),
            ids: Vec::with_capacity(n),
            at: order.iter().map(|one| one.0).collect(),
            start: Vec::with_capacity(n),
            end: Vec::with_capacity(n),
            traits: Vec::with_capacity(n),
            offsets: Vec::with_capacity(n + 1),
            who: Vec::with_capacity(parts.iter().map(|part| part.who.len()).sum()),
            n_dated: order.partition_point(|one| one.0 != Minutes::MAX),
            kinds: parts.iter().flat_map(|part| &part.kinds).copied().collect(),
            colors: Vec::new(),
            counts: vec![0; persons.len()],
            persons,
        };
        for &(_, (part, place)) in &order {
            let part = &parts[part as usize];
            let entry = &part.entries[place as usize];
            roll.ids.push(entry.id);
            roll.start.push(entry.start);
            roll.end.push(entry.end);
            roll.traits.push(entry.traits);
            roll.offsets.push(roll.who.len() as u32);
            roll.who.extend_from_slice(part.who(entry));
        }
        roll.offsets.push(roll.who.len() as u32);
        for person in &roll.who {
            roll.counts[*person as usize] += 1;
        }
        roll.colors = roll.choose_colors();
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

    /// Whether an event happened, is planned, was called off or is denied.
    pub fn status(&self, number: u32) -> Status {
        self.traits[number as usize].status
    }

    pub(super) fn sign(&self, number: u32) -> Sign {
        self.traits[number as usize].sign
    }

    /// Whether an event has a date.
    pub fn is_dated(&self, number: u32) -> bool {
        (number as usize) < self.n_dated
    }

    /// The class of an event's length: what is drawn wider than it is, is never a point of a strip.
    pub(super) fn class(&self, number: u32) -> usize {
        let (start, end) = self.span(number);
        let longest = LONGEST.iter().position(|days| end - start <= days * DAY);
        match self.sign(number) {
            Sign::Day | Sign::Span | Sign::Window | Sign::Fading => longest.unwrap_or(CLASSES - 1),
            Sign::Open(_) | Sign::OpenBar(_) | Sign::Count(_) => CLASSES - 1,
        }
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

    /// A person's place in the palette: the first ones by number of events, then by id.
    pub fn color(&self, person: u32) -> usize {
        self.colors[person as usize]
    }

    /// A person's place in the palette, by id.
    pub fn color_of(&self, id: &PersonId) -> Option<usize> {
        self.person(id).map(|person| self.color(person))
    }

    /// Each person's place in the palette. Who takes part in the most chooses first; once all colours are taken,
    /// the next takes the one that is least used among those whom it meets.
    fn choose_colors(&self) -> Vec<usize> {
        const CHOOSERS: usize = 256;
        let mut order: Vec<usize> = (0..self.counts.len()).collect();
        order.sort_by_key(|&person| Reverse(self.counts[person]));
        let mut ranks = vec![0; order.len()];
        for (rank, person) in order.iter().enumerate() {
            ranks[*person] = rank;
        }
        let n = order.len().min(CHOOSERS);
        let mut meets = vec![false; n * n];
        for (event, from) in self.offsets.iter().enumerate().take(self.len()) {
            let who = &self.who[*from as usize..self.offsets[event + 1] as usize];
            for (i, a) in who.iter().enumerate() {
                for b in &who[i + 1..] {
                    let (a, b) = (ranks[*a as usize], ranks[*b as usize]);
                    if a.max(b) < n {
                        meets[a * n + b] = true;
                        meets[b * n + a] = true;
                    }
                }
            }
        }
        let mut colors: Vec<usize> = (0..order.len()).map(|rank| rank % COLORS).collect();
        for rank in COLORS..n {
            let mut used = [0; COLORS];
            for other in (0..rank).filter(|other| meets[rank * n + other]) {
                used[colors[other]] += 1;
            }
            let choices = (0..COLORS).map(|turn| (rank + turn) % COLORS);
            colors[rank] = choices.min_by_key(|color| used[*color]).unwrap_or(0);
        }
        ranks.into_iter().map(|rank| colors[rank]).collect()
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
        (Some(start), Some(end)) => (start + (end - start) / 2, start, end),
        (Some(edge), None) | (None, Some(edge)) => (edge, edge, edge),
        (None, None) => (Minutes::MAX, Minutes::MAX, Minutes::MAX),
    }
}

fn traits(event: &Event) -> Traits {
    Traits {
        importance: event.importance().min(255) as u8,
        kind: event.kind,
        status: event.status,
        sign: Sign::of(event),
    }
}

/// The longest interval of a class in minutes; the last class has no bound.
pub(super) fn longest(class: usize) -> Option<Minutes> {
    LONGEST.get(class).map(|days| days * DAY)
}
