//! Lanes: marks of one track that would cover each other are stacked, and what finds no lane is counted.

use super::detail::{CELLS, Crowd, Grid, Sketch};
use super::index::Row;
use super::marks::{Extent, extent};
use super::sizes::DISC_PX;
use super::view::View;
use super::{Item, Lit, Mark, Strip, Track, What};
use crate::chronology::{Event, EventId, Person};
use crate::time::Interval;
use std::collections::BTreeMap;

/// How much two marks of a lane may cover each other: still two marks to the eye.
const COVER_PX: f64 = 3.0;
/// How far beyond the picture a mark is drawn.
const BEYOND_PX: f64 = 40.0;
/// Width of the number of windows that reach across the view.
const FAR_PX: f64 = 52.0;

/// The marks of one track, in pixels of the scale.
pub(super) struct Stack<'a> {
    /// Marks with their lanes, by left edge.
    pub placed: Vec<Placed<'a>>,
    /// What has no mark of its own, by stretch.
    pub more: BTreeMap<i64, Crowd>,
    /// How many windows reach into the view and have no mark.
    pub far: usize,
    /// Events without a date, in reading order.
    pub undated: &'a [u32],
    /// Lanes in use, with the one for numbers; at least one.
    pub lanes: usize,
}

/// A mark in its lane.
#[derive(Clone, Copy)]
pub(super) struct Placed<'a> {
    pub event: &'a Event,
    pub extent: Extent,
    pub lane: usize,
}

/// Stacks the marks of one track in at most so many lanes, the one for numbers among them. Exact marks come
/// before windows, important ones before others, so that what matters stands on the main line.
pub(super) fn stack<'a>(
    row: &'a Row,
    sketch: &Sketch,
    grid: &Grid,
    view: &View<'a>,
    most: usize,
) -> Stack<'a> {
    let wanted = wanted(sketch, view);
    let whole = fill(row, sketch, &wanted, grid, view, most);
    if whole.lanes <= most || most < 2 {
        return whole;
    }
    fill(row, sketch, &wanted, grid, view, most - 1)
}

/// An event that wants a mark, with its number.
struct Wanted<'a> {
    number: u32,
    event: &'a Event,
    extent: Extent,
}

fn wanted<'a>(sketch: &Sketch, view: &View<'a>) -> Vec<Wanted<'a>> {
    let mut numbers = sketch.marks.clone();
    numbers.sort_unstable();
    numbers.dedup();
    let mut wanted: Vec<Wanted> = numbers
        .into_iter()
        .filter_map(|number| {
            let event = view.event(number)?;
            let extent = extent(event, view.scale, view.px)?;
            Some(Wanted {
                number,
                event,
                extent,
            })
        })
        .collect();
    let selected = |event: EventId| view.choice.selected == Some(event);
    let roll = view.index.roll();
    wanted.sort_by(|a, b| {
        let rank = |one: &Wanted| {
            (
                selected(one.event.id),
                one.extent.mark.is_exact(),
                roll.importance(one.number),
            )
        };
        rank(b)
            .cmp(&rank(a))
            .then(a.extent.x0.total_cmp(&b.extent.x0))
            .then(a.event.id.cmp(&b.event.id))
    });
    wanted
}

fn fill<'a>(
    row: &'a Row,
    sketch: &Sketch,
    wanted: &[Wanted<'a>],
    grid: &Grid,
    view: &View<'a>,
    most: usize,
) -> Stack<'a> {
    let mut lanes: Vec<Vec<(f64, f64)>> = vec![Vec::new(); most];
    let mut stack = Stack {
        placed: Vec::new(),
        more: sketch.crowds.clone(),
        far: sketch.n_far,
        undated: &row.undated,
        lanes: 1,
    };
    for one in wanted {
        let Some(lane) = lanes.iter_mut().position(|lane| claim(lane, &one.extent)) else {
            continue;
        };
        stack.lanes = stack.lanes.max(lane + 1);
        stack.placed.push(Placed {
            event: one.event,
            extent: one.extent,
            lane,
        });
        if sketch.far.contains(&one.number) {
            stack.far -= 1;
        } else {
            let stretch = grid.stretch_of(view.index.roll().at(one.number), view);
            if let Some(crowd) = stack.more.get_mut(&stretch) {
                crowd.count = crowd.count.saturating_sub(1);
            }
        }
    }
    stack.placed.sort_by(|a, b| {
        let edges = a.extent.x0.total_cmp(&b.extent.x0);
        edges.then(a.event.id.cmp(&b.event.id))
    });
    stack.more.retain(|_, crowd| crowd.count > 0);
    if !stack.more.is_empty() || stack.far > 0 {
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

/// The marks of a stack that are in view.
pub(super) fn items(
    stack: &Stack,
    index: usize,
    track: &Track,
    grid: &Grid,
    view: &View,
) -> Vec<Item> {
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
    let lane = (stack.lanes - 1).min(track.n_lanes.saturating_sub(1));
    let mut count = |n: usize, (x0, x1): (f64, f64), interval: Interval| {
        items.push(Item {
            what: What::More { count: n, interval },
            track: index,
            mark: Mark::More(n),
            x0: x0 + 2.0,
            x1: x1 - 2.0,
            at: f64::midpoint(x0, x1),
            y: track.lane_y(lane),
            lane,
            lit: Lit::No,
            misread: false,
        });
    };
    // Where all is counted, the strip itself says how many.
    let counted = stack.more.iter().filter(|_| track.n_lanes > 0);
    for (stretch, crowd) in counted {
        let width = grid.stretch * view.px;
        let x0 = *stretch as f64 * width + view.shift;
        let x1 = x0 + width;
        if x1 <= view.left() || x0 >= view.right() {
            continue;
        }
        // While there is room for its number, what is half in view says it there.
        let within = (x0.max(view.left()), x1.min(view.right()));
        let seen = if within.1 - within.0 >= width / 2.0 {
            within
        } else {
            (x0, x1)
        };
        count(crowd.count, seen, grid.time(*stretch, view));
    }
    if stack.far > 0 && track.n_lanes > 0 {
        let tears = view.scale.gaps().iter().map(|gap| {
            (
                view.viewport.x_from_position(gap.from),
                view.viewport.x_from_position(gap.to),
            )
        });
        // The number stands at the edge, or right of the tear that is there.
        let left = tears
            .filter(|(x0, x1)| *x0 < view.left() + FAR_PX && *x1 > view.left())
            .fold(view.left(), |left, (_, x1)| left.max(x1));
        let seen = (left, left + FAR_PX);
        count(stack.far, seen, view.viewport.interval(view.scale));
    }
    if track.n_lanes > 0 {
        items.extend(shelf(stack, index, track, view));
    }
    items
}

/// The crowded stretches of a stack that are in view, cell by cell.
pub(super) fn strips(
    stack: &Stack,
    index: usize,
    track: &Track,
    grid: &Grid,
    view: &View,
) -> Vec<Strip> {
    let width = grid.stretch * view.px;
    let strip = |(stretch, crowd): (&i64, &Crowd)| {
        let x0 = *stretch as f64 * width + view.shift;
        let counts = crowd
            .cells
            .as_ref()
            .map_or_else(Vec::new, |cells| cells.to_vec());
        let is_seen = !counts.is_empty() || (crowd.has_windows && track.n_lanes == 0);
        (is_seen && x0 + width > view.left() && x0 < view.right()).then(|| Strip {
            track: index,
            x0,
            cell_px: width / CELLS as f64,
            counts,
            has_windows: crowd.has_windows,
            count: crowd.count,
            interval: grid.time(*stretch, view),
        })
    };
    stack.more.iter().filter_map(strip).collect()
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
        .filter_map(|(i, number)| Some((i, view.event(*number)?)))
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
