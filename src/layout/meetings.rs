//! Meetings: one event on several tracks, joined by one line that hops over the tracks of others.

use super::seats::Seating;
use super::sizes::{CAPSULE_PX, DISC_PX, LOWER};
use super::view::View;
use super::{Item, Layout, Link, Stub, Track, What};
use crate::chronology::{EventId, PersonId};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Half of the gap where a line passes a track that takes no part.
const HOP_PX: f64 = 10.0;
/// Length of the line from a mark to the names of participants without a track.
const STUB_PX: f64 = 14.0;
/// How far right of its line a name below the mark begins.
const STUB_INDENT_PX: f64 = 5.0;

/// How far apart the signs of different windows with the same middle stand.
const APART_PX: f64 = 14.0;
/// Free room on a line above and below the mark of another event.
const AIR_PX: f64 = 2.0;
/// A piece of a line shorter than this is left out.
const LEAST_PIECE_PX: f64 = 3.0;
/// Free room between a mark and the names beside it.
const BESIDE_PX: f64 = 6.0;

/// Moves the signs of meetings apart whose windows have the same middle: one line for all would say that they
/// were one meeting.
pub(super) fn part(items: &mut [Item]) {
    let mut windows: Vec<(u32, f64, f64)> = items
        .iter()
        .filter(|item| item.mark.is_window())
        .map(|item| (item.number, item.at, item.x1 - item.x0))
        .collect();
    windows.sort_by_key(|window| window.0);
    // Only what stands on several tracks has a line.
    let mut signs: Vec<(u32, f64, f64)> = windows
        .chunk_by(|a, b| a.0 == b.0)
        .filter(|marks| marks.len() > 1)
        .map(|marks| marks[0])
        .collect();
    signs.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
    let mut moves: FxHashMap<u32, f64> = FxHashMap::default();
    for same in signs
        .chunk_by(|a, b| b.1 - a.1 < APART_PX / 2.0)
        .filter(|same| same.len() > 1)
    {
        let room = same.iter().map(|sign| sign.2).fold(f64::INFINITY, f64::min) / 2.0;
        let step = APART_PX.min(room / same.len() as f64);
        let first = -step * (same.len() - 1) as f64 / 2.0;
        let by = |n: usize| first + step * n as f64;
        moves.extend(same.iter().enumerate().map(|(n, sign)| (sign.0, by(n))));
    }
    for item in items.iter_mut() {
        item.at += moves.get(&item.number).copied().unwrap_or(0.0);
    }
}

/// The lines between the marks, by event.
pub(super) fn links(items: &[Item], tracks: &[Track], view: &View) -> Vec<Link> {
    let mut marks: Vec<&Item> = items.iter().filter(|item| view.is_dated(item)).collect();
    // Stable: the marks of an event stay in the order of the tracks.
    marks.sort_by_key(|item| item.number);
    let mut links: Vec<Link> = marks
        .chunk_by(|a, b| a.number == b.number)
        .filter(|marks| marks.len() > 1)
        .map(|marks| {
            let event = view.index.roll().id(marks[0].number);
            Link {
                event,
                x: marks[0].at,
                pieces: pieces(marks, items, tracks),
                stub: None,
                lit: view.lit(event),
            }
        })
        .collect();
    links.sort_by_key(|link| link.event);
    links
}

/// From the first mark to the last, without the main lines of the tracks between that take no part, and without
/// the marks of other events.
fn pieces(marks: &[&Item], items: &[Item], tracks: &[Track]) -> Vec<(f64, f64)> {
    let (Some(first), Some(last)) = (marks.first(), marks.last()) else {
        return Vec::new();
    };
    let x = first.at;
    let takes_part = |track: usize| marks.iter().any(|mark| mark.track == track);
    let between = first.track + 1..last.track;
    let mut hops: Vec<(f64, f64)> = between
        .filter(|track| !takes_part(*track))
        .map(|track| (tracks[track].line_y - HOP_PX, tracks[track].line_y + HOP_PX))
        .collect();
    let from = items.partition_point(|item| item.track < first.track);
    let near = items[from..]
        .iter()
        .take_while(|item| item.track <= last.track);
    let crossed = near.filter(|item| {
        item.number != first.number
            && item.x0 < x
            && x < item.x1
            && first.y < item.y
            && item.y < last.y
    });
    hops.extend(crossed.map(|item| {
        let half = match item.x1 - item.x0 > DISC_PX + 1.0 {
            true => CAPSULE_PX / 2.0,
            false => DISC_PX / 2.0,
        };
        (item.y - half - AIR_PX, item.y + half + AIR_PX)
    }));
    hops.sort_by(|a, b| a.0.total_cmp(&b.0));
    hops.push((last.y, last.y));
    let (mut pieces, mut y) = (Vec::new(), first.y);
    for (top, bottom) in hops {
        if top - y > LEAST_PIECE_PX {
            pieces.push((y, top));
        }
        y = y.max(bottom);
    }
    pieces
}

/// Leaders who took part but have no track, noted at the lowest mark, with their names where there is room.
pub(super) fn stubs(
    layout: &Layout,
    seating: &mut Seating,
    view: &View,
) -> Vec<(EventId, Item, Stub)> {
    let mut lowest: BTreeMap<EventId, &Item> = BTreeMap::new();
    for item in layout.items.iter().filter(|item| view.is_dated(item)) {
        if let What::Event(event) = item.what {
            lowest.insert(event, item);
        }
    }
    let mut stubs = Vec::new();
    for (event, item) in lowest {
        let track = &layout.tracks[item.track];
        if track.collapsed {
            continue;
        }
        let persons = absent(item, view);
        let Some(text) = stub_text(&persons, view) else {
            continue;
        };
        let width = LOWER.width(&text);
        let below = item.at + STUB_INDENT_PX;
        let (right, left) = (item.x1 + BESIDE_PX, item.x0 - BESIDE_PX - width);
        let place = if item.lane == 0 && seating.take_below(item.track, item.at, below + width) {
            Some((below, track.label_y(2)))
        } else if seating.take_beside(item, right, right + width) {
            Some((right, item.y + 4.0))
        } else if seating.take_beside(item, left, left + width) {
            Some((left, item.y + 4.0))
        } else {
            None
        };
        let (x, y) = place.unwrap_or((item.at, item.y + DISC_PX / 2.0 + STUB_PX));
        let stub = Stub {
            x,
            y,
            width: if place.is_some() { width } else { 0.0 },
            is_named: place.is_some(),
            persons,
            text,
        };
        stubs.push((event, item.clone(), stub));
    }
    stubs
}

/// Draws the notes' lines out from the marks.
pub(super) fn add_stubs(layout: &mut Layout, stubs: Vec<(EventId, Item, Stub)>, view: &View) {
    for (event, item, stub) in stubs {
        let is_beside = stub.is_named && stub.y < item.y + DISC_PX;
        let end = item.y + DISC_PX / 2.0 + STUB_PX;
        let piece = (item.y, if is_beside { item.y } else { end });
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
fn absent(item: &Item, view: &View) -> Vec<PersonId> {
    let roll = view.index.roll();
    let has_track = |person: &u32| view.index.has_track(*person);
    let who = roll.who(item.number);
    if !who.iter().any(has_track) {
        return Vec::new();
    }
    let without = who.iter().filter(|person| !has_track(person));
    let ids = without.map(|person| &roll.persons()[*person as usize]);
    let is_leader = |id: &&PersonId| view.chronology.person(id).is_some_and(|one| one.leader);
    ids.filter(is_leader).cloned().collect()
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
