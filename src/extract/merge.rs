//! Recognises the same event told twice, in one article or in several.

use super::Extraction;
use super::place::compatible;
use crate::chronology::{Certainty, Chronology, Edit, Event, Form, Kind, Person};
use crate::time::{DAY, Granularity};
use crate::words::Message;
use std::collections::BTreeMap;

/// One chronology from what was found in several articles; events told in several become one.
pub fn merge(extractions: &[Extraction]) -> Chronology {
    let mut articles = BTreeMap::new();
    let mut persons: BTreeMap<_, Person> = BTreeMap::new();
    let mut events = Vec::new();
    for extraction in extractions {
        // The same text twice is one article.
        if articles
            .insert(extraction.article.id, extraction.article.clone())
            .is_some()
        {
            continue;
        }
        for person in &extraction.persons {
            persons
                .entry(person.id.clone())
                .or_insert_with(|| person.clone());
        }
        events.extend(extraction.events.iter().cloned());
    }
    let mut events = join(events, same_across);
    events.sort_by_key(|event| event.id);
    let edit = Edit::adding(
        Message::new("edit-read"),
        articles.into_values().collect(),
        persons.into_values().collect(),
        events,
    );
    let mut chronology = Chronology::default();
    chronology.apply(&edit);
    chronology
}

/// Events of one article, with those told twice joined.
pub(super) fn within(events: Vec<Event>) -> Vec<Event> {
    join(events, same_within)
}

/// Joins each event to the first one before it that is the same.
fn join(mut events: Vec<Event>, same: fn(&Event, &Event) -> bool) -> Vec<Event> {
    // By first day, so that only near ones are compared.
    events.sort_by_key(|event| (event.when.interval.start, event.id));
    let mut joined: Vec<Event> = Vec::new();
    for event in events {
        let start = event.when.interval.start;
        let near = joined.iter().rposition(|known| {
            let overlaps = known.when.interval.overlaps(event.when.interval);
            overlaps && start.is_some() && same(known, &event)
        });
        match near {
            Some(at) => absorb(&mut joined[at], event),
            None => joined.push(event),
        }
    }
    joined
}

/// Kinds that one meeting may be told as.
fn family(kind: Kind) -> u8 {
    match kind {
        Kind::Meeting | Kind::Summit => 0,
        Kind::Visit | Kind::Travel => 1,
        other => {
            2 + Kind::ALL
                .iter()
                .position(|kind| *kind == other)
                .unwrap_or(0) as u8
        }
    }
}

fn is_meeting(event: &Event) -> bool {
    family(event.kind) == 0
}

fn places_agree(a: &Event, b: &Event) -> bool {
    match (&a.place, &b.place) {
        (Some(a), Some(b)) => compatible(a, b),
        _ => true,
    }
}

fn subset(few: &Event, many: &Event) -> bool {
    few.participants
        .iter()
        .all(|who| many.participants.contains(who))
}

/// Within an article: one meeting on one day is one, whoever is named again; other things must agree in
/// their people.
fn same_within(a: &Event, b: &Event) -> bool {
    if family(a.kind) != family(b.kind)
        || a.count != b.count
        || a.when.form == Form::Count
        || b.when.form == Form::Count
    {
        return false;
    }
    let same_time = a.when.interval == b.when.interval;
    let one_in_other =
        a.when.interval.contains(b.when.interval) || b.when.interval.contains(a.when.interval);
    if !places_agree(a, b) || !one_in_other {
        return false;
    }
    let people = subset(a, b) || subset(b, a);
    let somebody = !a.participants.is_empty() && !b.participants.is_empty();
    if is_meeting(a) {
        return people && (same_time && known_day(a) || somebody && both_two(a, b));
    }
    let says = a.kind == Kind::Statement;
    same_time && people && somebody && !says && (known_day(a) || a.kind == b.kind)
}

fn known_day(event: &Event) -> bool {
    event.when.granularity <= Granularity::Day
}

fn both_two(a: &Event, b: &Event) -> bool {
    a.participants.len() >= 2 && b.participants.len() >= 2
}

/// Across articles: the same people and kind on compatible dates, and no more than one of them vague.
fn same_across(a: &Event, b: &Event) -> bool {
    if a.sources.iter().any(|source| {
        b.sources
            .iter()
            .any(|other| other.article == source.article)
    }) {
        return same_within(a, b);
    }
    if family(a.kind) != family(b.kind)
        || a.count != b.count
        || a.when.form == Form::Count
        || b.when.form == Form::Count
    {
        return false;
    }
    if !places_agree(a, b)
        || a.participants.is_empty()
        || a.participants.len() != b.participants.len()
        || !subset(a, b)
    {
        return false;
    }
    let exact = |event: &Event| event.when.interval.len().is_some_and(|len| len <= 4 * DAY);
    match (exact(a), exact(b)) {
        (true, true) => a.kind != Kind::Statement,
        // A vague one joins an exact one that lies in it, where two people meet or somebody dies: not every visit.
        (true, false) | (false, true) => {
            let one_place = a.place.is_some() && b.place.is_some();
            matches!(a.kind, Kind::Death | Kind::Birth)
                || is_meeting(a) && both_two(a, b) && one_place
        }
        (false, false) => false,
    }
}

/// Adds what `other` tells to `event`; the more exact date and place win, and the words beside that date.
fn absorb(event: &mut Event, mut other: Event) {
    let length = |event: &Event| event.when.interval.len().unwrap_or(i64::MAX);
    // Of two as exact, the one that does not hang on knowledge.
    let surer = length(&other) == length(event)
        && event.when.certainty == Certainty::Inferred
        && other.when.certainty != Certainty::Inferred;
    if length(&other) < length(event) || surer {
        event.when = other.when.clone();
        event.why.clone_from(&other.why);
        event.title.clone_from(&other.title);
    }
    let more_exact = |a: &Option<crate::chronology::Place>,
                      b: &Option<crate::chronology::Place>| {
        a.is_none() && b.is_some()
    };
    if more_exact(&event.place, &other.place) {
        event.place = other.place.take();
    }
    for who in other.participants {
        if !event.participants.contains(&who) {
            event.participants.push(who);
        }
    }
    if event.kind == Kind::Meeting && other.kind == Kind::Summit {
        event.kind = Kind::Summit;
    }
    if other.id < event.id {
        event.id = other.id;
    }
    event.sources.extend(other.sources);
    event
        .sources
        .sort_by_key(|source| (source.article, source.start));
    event
        .sources
        .dedup_by_key(|source| (source.article, source.start, source.end));
}
