//! Lanes: marks of one track that would cover each other are stacked, and what finds no lane is counted.

use super::marks::{Extent, extent};
use super::sizes::{DISC_PX, MORE_PX};
use super::view::View;
use super::{Item, Lit, Mark, Track, What};
use crate::chronology::{Event, Person};
use crate::time::Interval;
use crate::words::{Message, say};
use std::collections::BTreeMap;

/// How much two marks of a lane may cover each other: still two marks to the eye.
const COVER_PX: f64 = 3.0;
/// How far beyond the picture a mark is drawn.
const BEYOND_PX: f64 = 40.0;

/// The marks of one track, in pixels of the scale.
pub(super) struct Stack<'a> {
    /// Marks with their lanes, by left edge.
    pub placed: Vec<Placed<'a>>,
    /// What found no lane, by stretch of [`MORE_PX`].
    pub more: BTreeMap<i64, More>,
    /// Events without a date, in reading order.
    pub undated: Vec<&'a Event>,
    /// Lanes in use; at least one.
    pub lanes: usize,
}

/// A mark in its lane.
#[derive(Clone, Copy)]
pub(super) struct Placed<'a> {
    pub event: &'a Event,
    pub extent: Extent,
    pub lane: usize,
}

/// Events counted together.
pub(super) struct More {
    pub count: usize,
    pub interval: Interval,
}

/// Stacks the marks of one track. Exact marks come before windows, important ones before others, so that
/// what matters stands on the main line. The view's place does not matter, so nothing jumps on panning.
pub(super) fn stack<'a>(events: &[&'a Event], view: &View, most: usize) -> Stack<'a> {
    let mut undated = Vec::new();
    let mut marks = Vec::with_capacity(events.len());
    for &event in events {
        match extent(event, view.scale, view.px) {
            Some(extent) => marks.push((event, extent)),
            None => undated.push(event),
        }
    }
    marks.sort_by(|(a, ea), (b, eb)| {
        let rank = |event: &Event, extent: &Extent| (extent.mark.is_exact(), event.importance());
        rank(b, eb)
            .cmp(&rank(a, ea))
            .then(ea.x0.total_cmp(&eb.x0))
            .then(a.id.cmp(&b.id))
    });
    let mut lanes: Vec<Vec<(f64, f64)>> = vec![Vec::new(); most];
    let mut stack = Stack {
        placed: Vec::new(),
        more: BTreeMap::new(),
        undated,
        lanes: 1,
    };
    for (event, extent) in marks {
        match lanes.iter_mut().position(|lane| claim(lane, &extent)) {
            Some(lane) => {
                stack.lanes = stack.lanes.max(lane + 1);
                stack.placed.push(Placed {
                    event,
                    extent,
                    lane,
                });
            }
            None => count(&mut stack.more, event, &extent),
        }
    }
    stack.placed.sort_by(|a, b| {
        let edges = a.extent.x0.total_cmp(&b.extent.x0);
        edges.then(a.event.id.cmp(&b.event.id))
    });
    if !stack.more.is_empty() {
        stack.lanes += 1;
    }
    stack
}

/// Takes a place in a lane, whose taken places are sorted, if it is free.
fn claim(lane: &mut Vec<(f64, f64)>, extent: &Extent) -> bool {
    let (x0, x1) = (extent.x0 + COVER_PX / 2.0, extent.x1 - COVER_PX / 2.0);
    let next = lane.partition_point(|taken| taken.0 < x0);
    let free =
        lane.get(next).is_none_or(|taken| taken.0 >= x1) && (next == 0 || lane[next - 1].1 <= x0);
    if free {
        lane.insert(next, (x0, x1));
    }
    free
}

fn count(more: &mut BTreeMap<i64, More>, event: &Event, extent: &Extent) {
    let interval = event.when.interval;
    let entry = more
        .entry((extent.at / MORE_PX).floor() as i64)
        .or_insert(More { count: 0, interval });
    entry.count += 1;
    entry.interval = entry.interval.hull(interval);
}

/// The marks of a stack that are in view.
pub(super) fn items(stack: &Stack, index: usize, track: &Track, view: &View) -> Vec<Item> {
    let person = track
        .person
        .as_ref()
        .and_then(|id| view.chronology.person(id));
    let (least, most) = (view.left() - BEYOND_PX, view.right() + BEYOND_PX);
    let mut items = Vec::new();
    for placed in &stack.placed {
        let (x0, x1) = (placed.extent.x0 + view.shift, placed.extent.x1 + view.shift);
        if x1 <= view.left() - DISC_PX || x0 >= view.right() + DISC_PX {
            continue;
        }
        items.push(Item {
            what: What::Event(placed.event.id),
            track: index,
            mark: placed.extent.mark,
            x0: x0.max(least),
            x1: x1.min(most),
            at: placed.extent.at + view.shift,
            y: track.lane_y(placed.lane),
            lane: placed.lane,
            lit: view.lit(placed.event.id),
            misread: person.is_some_and(|person| outside_life(placed.event, person)),
        });
    }
    for (bucket, more) in &stack.more {
        let x0 = *bucket as f64 * MORE_PX + view.shift;
        if x0 + MORE_PX <= view.left() || x0 >= view.right() {
            continue;
        }
        // While there is room for its number, what is half in view says it there.
        let within = (x0.max(view.left()), (x0 + MORE_PX).min(view.right()));
        let seen = if within.1 - within.0 >= MORE_PX / 2.0 {
            within
        } else {
            (x0, x0 + MORE_PX)
        };
        items.push(Item {
            what: What::More {
                count: more.count,
                interval: more.interval,
                words: more_words(more.count, view),
            },
            track: index,
            mark: Mark::More(more.count),
            x0: seen.0 + 2.0,
            x1: seen.1 - 2.0,
            at: f64::midpoint(seen.0, seen.1),
            y: track.lane_y(stack.lanes - 1),
            lane: stack.lanes - 1,
            lit: Lit::No,
            misread: false,
        });
    }
    items.extend(shelf(stack, index, track, view));
    items
}

/// The events without a date, at the left end of the track; the last place counts what is left over.
fn shelf(stack: &Stack, index: usize, track: &Track, view: &View) -> Vec<Item> {
    const STEP_PX: f64 = 18.0;
    const PLACES: usize = 4;
    let left = view.left() - super::sizes::SHELF_PX + 8.0;
    let n = stack.undated.len();
    let shown = if n > PLACES { PLACES - 2 } else { n };
    let mut items: Vec<Item> = stack.undated[..shown]
        .iter()
        .enumerate()
        .map(|(i, event)| {
            let x0 = left + i as f64 * STEP_PX;
            Item {
                what: What::Event(event.id),
                track: index,
                mark: Mark::HollowDisc(event.status),
                x0,
                x1: x0 + DISC_PX,
                at: x0 + DISC_PX / 2.0,
                y: track.line_y,
                lane: 0,
                lit: view.lit(event.id),
                misread: false,
            }
        })
        .collect();
    if shown < n {
        let x0 = left + shown as f64 * STEP_PX - 1.0;
        items.push(Item {
            what: What::More {
                count: n - shown,
                interval: Interval::UNKNOWN,
                words: more_words(n - shown, view),
            },
            track: index,
            mark: Mark::More(n - shown),
            x0,
            x1: x0 + 38.0,
            at: x0 + 19.0,
            y: track.line_y,
            lane: 0,
            lit: Lit::No,
            misread: false,
        });
    }
    items
}

fn more_words(count: usize, view: &View) -> String {
    say(
        &Message::new("picture-more").with("n", count),
        view.interface,
    )
}

fn outside_life(event: &Event, person: &Person) -> bool {
    let interval = event.when.interval;
    let after = person
        .died
        .zip(interval.start)
        .is_some_and(|(died, start)| start >= died.end());
    let before = person
        .born
        .zip(interval.end)
        .is_some_and(|(born, end)| end <= born.start());
    after || before
}
