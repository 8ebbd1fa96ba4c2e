//! Meetings: one event on several tracks, joined by one line that hops over the tracks of others.

use super::seats::Seating;
use super::sizes::{DISC_PX, LOWER};
use super::view::View;
use super::{Item, Layout, Link, Stub, Track, What};
use crate::chronology::{EventId, PersonId};
use std::collections::BTreeMap;

/// Half of the gap where a line passes a track that takes no part.
const HOP_PX: f64 = 10.0;
/// Length of the line from a mark to the names of participants without a track.
const STUB_PX: f64 = 14.0;

/// The lines between the marks, by event.
pub(super) fn links(items: &[Item], tracks: &[Track], view: &View) -> Vec<Link> {
    let mut marks: BTreeMap<EventId, Vec<&Item>> = BTreeMap::new();
    for item in items {
        if let What::Event(event) = item.what {
            marks.entry(event).or_default().push(item);
        }
    }
    marks
        .into_iter()
        .filter(|(event, marks)| marks.len() > 1 && is_dated(*event, view))
        .map(|(event, marks)| Link {
            event,
            x: marks[0].at,
            pieces: pieces(&marks, tracks),
            stub: None,
            lit: view.lit(event),
        })
        .collect()
}

fn is_dated(event: EventId, view: &View) -> bool {
    let event = view.chronology.event(event);
    event.is_some_and(|event| !event.when.is_unknown())
}

/// From the first mark to the last, without the main lines of the tracks between that take no part.
fn pieces(marks: &[&Item], tracks: &[Track]) -> Vec<(f64, f64)> {
    let (Some(first), Some(last)) = (marks.first(), marks.last()) else {
        return Vec::new();
    };
    let mut pieces = Vec::new();
    let mut from = first.y;
    for (index, track) in tracks.iter().enumerate().take(last.track).skip(first.track) {
        if index > first.track && marks.iter().all(|mark| mark.track != index) {
            pieces.push((from, track.line_y - HOP_PX));
            from = track.line_y + HOP_PX;
        }
    }
    pieces.push((from, last.y));
    pieces
}

/// Leaders who took part but have no track, noted where there is room beneath the lowest mark.
pub(super) fn stubs(
    layout: &Layout,
    seating: &mut Seating,
    view: &View,
) -> Vec<(EventId, Item, Stub)> {
    let mut lowest: BTreeMap<EventId, &Item> = BTreeMap::new();
    for item in layout.items.iter().filter(|item| item.lane == 0) {
        if let What::Event(event) = item.what {
            lowest.insert(event, item);
        }
    }
    let mut stubs = Vec::new();
    for (event, item) in lowest {
        let track = &layout.tracks[item.track];
        if track.collapsed || !is_dated(event, view) {
            continue;
        }
        let persons = absent(event, view);
        let Some(text) = stub_text(&persons, view) else {
            continue;
        };
        let (x, width) = (item.at + 5.0, LOWER.width(&text));
        if seating.take_below(item.track, item.at, x + width) {
            let y = track.label_y(2);
            stubs.push((
                event,
                item.clone(),
                Stub {
                    persons,
                    x,
                    y,
                    width,
                    text,
                },
            ));
        }
    }
    stubs
}

/// Draws the notes' lines out from the marks.
pub(super) fn add_stubs(layout: &mut Layout, stubs: Vec<(EventId, Item, Stub)>, view: &View) {
    for (event, item, stub) in stubs {
        let piece = (item.y, item.y + DISC_PX / 2.0 + STUB_PX);
        match layout.links.binary_search_by_key(&event, |link| link.event) {
            Ok(index) => {
                layout.links[index].pieces.push(piece);
                layout.links[index].stub = Some(stub);
            }
            Err(index) => layout.links.insert(
                index,
                Link {
                    event,
                    x: item.at,
                    pieces: vec![piece],
                    stub: Some(stub),
                    lit: view.lit(event),
                },
            ),
        }
    }
}

/// Participants with an office but without a track.
fn absent(event: EventId, view: &View) -> Vec<PersonId> {
    let Some(event) = view.chronology.event(event) else {
        return Vec::new();
    };
    let has_track = |id: &PersonId| view.choice.tracks.contains(id);
    let is_leader = |id: &PersonId| view.chronology.person(id).is_some_and(|one| one.leader);
    let absent = |id: &&PersonId| !has_track(id) && is_leader(id);
    if event.participants.iter().any(has_track) {
        event.participants.iter().filter(absent).cloned().collect()
    } else {
        Vec::new()
    }
}

fn stub_text(persons: &[PersonId], view: &View) -> Option<String> {
    match persons {
        [] => None,
        [one] => {
            let name = &view.chronology.person(one)?.name;
            Some(format!("+ {name}"))
        }
        several => Some(format!("+ {}", several.len())),
    }
}
