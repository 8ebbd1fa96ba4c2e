//! The same event told twice in one article.

use super::super::place::compatible;
use crate::chronology::{Certainty, Event, Evidence, Form, Kind, When};
use crate::time::Granularity;

/// Events of one article, with those told twice joined: each to the last one before it that is the same.
pub(in crate::extract) fn within(mut events: Vec<Event>) -> Vec<Event> {
    events.sort_by_key(|event| (event.when.interval.start, event.id));
    let mut joined: Vec<Event> = Vec::new();
    // Those that a later event can still meet.
    let mut open: Vec<usize> = Vec::new();
    for event in events {
        let time = event.when.interval;
        let later = |at: &usize| {
            let end = joined[*at].when.interval.end;
            end.is_none_or(|end| time.start.is_none_or(|start| end > start))
        };
        open.retain(later);
        let near = open.iter().rev().copied().find(|at| {
            let known = &joined[*at];
            time.start.is_some() && known.when.interval.overlaps(time) && same(known, &event)
        });
        match near {
            Some(at) => absorb(&mut joined[at], event),
            None => {
                open.push(joined.len());
                joined.push(event);
            }
        }
    }
    joined
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

/// One meeting on one day is one, whoever is named again; other things must agree in their people.
fn same(a: &Event, b: &Event) -> bool {
    if a.kind.family() != b.kind.family()
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
    if matches!(a.kind, Kind::Meeting | Kind::Summit) {
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

/// Adds what `other` tells to `event`; the more exact date and place win, and the words beside that date.
fn absorb(event: &mut Event, mut other: Event) {
    let length = |event: &Event| event.when.interval.len().unwrap_or(i64::MAX);
    // Of two as exact, the one that does not hang on knowledge.
    let surer = length(&other) == length(event)
        && event.when.certainty == Certainty::Inferred
        && other.when.certainty != Certainty::Inferred;
    if length(&other) < length(event) || surer {
        std::mem::swap(&mut event.when, &mut other.when);
        std::mem::swap(&mut event.why, &mut other.why);
        std::mem::swap(&mut event.title, &mut other.title);
        keep_date(&mut event.sources, &other.when, &event.when);
    } else {
        keep_date(&mut other.sources, &other.when, &event.when);
    }
    if event.place.is_none() {
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
    event.id = event.id.min(other.id);
    event.sources.extend(other.sources);
    event
        .sources
        .sort_by_key(|source| (source.article, source.start));
    event
        .sources
        .dedup_by_key(|source| (source.article, source.start, source.end));
}

/// Sources told of one date, and the event has another now: they keep theirs.
fn keep_date(sources: &mut [Evidence], told: &When, now: &When) {
    if told.interval == now.interval {
        return;
    }
    for source in sources {
        if source.when_span.is_some() && source.when.is_none() {
            source.when = Some(told.clone());
        }
    }
}
