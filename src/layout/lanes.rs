//! Lanes: marks of one track that would cover each other are stacked, and what finds no lane is counted.

use super::detail::{CELLS, Crowd, Grid, Sketch};
use super::index::Row;
use super::marks::{Extent, extent};
use super::sizes::DISC_PX;
use super::view::View;
use super::{Item, Lit, Mark, Strip, Track, What};
use crate::chronology::Person;
use crate::time::{Interval, Minutes};
use std::collections::BTreeMap;

/// How much two marks of a lane may cover each other: still two marks to the eye.
const COVER_PX: f64 = 3.0;
/// How far beyond the picture a mark is drawn.
const BEYOND_PX: f64 = 40.0;
/// Width of the number of windows that reach across the view.
const FAR_PX: f64 = 52.0;
/// The sign of a window stays so far within what is seen of it.
const SIGN_PX: f64 = 40.0;

/// The marks of one track, in pixels of the scale.
pub(super) struct Stack<'a> {
    /// Marks with their lanes, by left edge.
    pub placed: Vec<Placed>,
    /// What has no mark of its own, by stretch.
    pub more: BTreeMap<i64, More>,
    /// The windows that reach into the view and have no mark.
    pub far: More,
    /// Events without a date, in reading order.
    pub undated: &'a [u32],
    /// Lanes in use, with the one for numbers; at least one.
    pub lanes: usize,
}

/// A mark in its lane.
#[derive(Clone, Copy)]
pub(super) struct Placed {
    pub number: u32,
    pub extent: Extent,
    pub lane: usize,
}

/// Events without a mark of their own.
#[derive(Default)]
pub(super) struct More {
    pub crowd: Crowd,
    /// Those that wanted one.
    waiting: Vec<Placed>,
}

/// Stacks the marks of one track in at most so many lanes, the one for numbers among them. Exact marks come
/// before windows, important ones before others, so that what matters stands on the main line. A selected event
/// has its mark wherever there would be none, and moves no other one where there is room.
pub(super) fn stack<'a>(
    row: &'a Row,
    sketch: &Sketch,
    grid: &Grid,
    view: &View<'a>,
    most: usize,
) -> Stack<'a> {
    let mut wanted = wanted(sketch, view);
    let filled = |wanted: &[Placed]| {
        let mut stack = fill(row, sketch, wanted, grid, view, most);
        if stack.lanes > most && most > 1 {
            stack = fill(row, sketch, wanted, grid, view, most - 1);
        }
        if most > 1 {
            stack.draw_single(grid, view);
        }
        stack.placed.sort_by(|a, b| {
            let edges = a.extent.x0.total_cmp(&b.extent.x0);
            edges.then(a.number.cmp(&b.number))
        });
        stack
    };
    let stack = filled(&wanted);
    let Some(selected) = view.wanted(row) else {
        return stack;
    };
    if most == 0 || stack.placed.iter().any(|one| one.number == selected) {
        return stack;
    }
    wanted.retain(|one| one.number != selected);
    wanted.insert(0, Placed::new(selected, view));
    filled(&wanted)
}

impl Placed {
    fn new(number: u32, view: &View) -> Self {
        Self {
            number,
            extent: extent(number, view),
            lane: 0,
        }
    }
}

/// The events that want a mark, those first that choose first.
fn wanted(sketch: &Sketch, view: &View) -> Vec<Placed> {
    let mut numbers = sketch.marks.clone();
    numbers.sort_unstable();
    numbers.dedup();
    let mut wanted: Vec<Placed> = numbers
        .into_iter()
        .map(|number| Placed::new(number, view))
        .collect();
    let roll = view.index.roll();
    wanted.sort_by(|a, b| {
        let rank = |one: &Placed| (one.extent.mark.is_exact(), roll.importance(one.number));
        let order = rank(b).cmp(&rank(a));
        order
            .then(a.extent.x0.total_cmp(&b.extent.x0))
            .then(a.number.cmp(&b.number))
    });
    wanted
}

fn fill<'a>(
    row: &'a Row,
    sketch: &Sketch,
    wanted: &[Placed],
    grid: &Grid,
    view: &View<'a>,
    most: usize,
) -> Stack<'a> {
    let mut lanes: Vec<Vec<(f64, f64)>> = vec![Vec::new(); most];
    let counted = |(stretch, crowd): (&i64, &Crowd)| {
        let more = More {
            crowd: crowd.clone(),
            waiting: Vec::new(),
        };
        (*stretch, more)
    };
    let mut stack = Stack {
        placed: Vec::new(),
        more: sketch.crowds.iter().map(counted).collect(),
        far: More::default(),
        undated: &row.undated,
        lanes: 1,
    };
    stack.far.crowd.count = sketch.n_far;
    let roll = view.index.roll();
    for one in wanted {
        let lane = lanes.iter_mut().position(|lane| claim(lane, &one.extent));
        let more = match sketch.far.contains(&one.number) {
            true => Some(&mut stack.far),
            false => stack
                .more
                .get_mut(&grid.stretch_of(roll.at(one.number), view)),
        };
        match (lane, more) {
            (Some(lane), more) => {
                stack.lanes = stack.lanes.max(lane + 1);
                stack.placed.push(Placed { lane, ..*one });
                if let Some(more) = more {
                    more.crowd.count = more.crowd.count.saturating_sub(1);
                }
            }
            (None, Some(more)) => more.waiting.push(*one),
            (None, None) => {}
        }
    }
    stack.more.retain(|_, more| more.crowd.count > 0);
    if !stack.more.is_empty() || stack.far.crowd.count > 0 {
        stack.lanes += 1;
    }
    stack
}

impl Stack<'_> {
    /// One event alone is not counted: its mark stands in the lane of the numbers.
    fn draw_single(&mut self, grid: &Grid, view: &View) {
        let (lane, width) = (self.lanes - 1, grid.stretch * view.px);
        let placed = &mut self.placed;
        self.more.retain(|stretch, more| {
            let x0 = *stretch as f64 * width;
            let is_within = |one: &&Placed| one.extent.x0 >= x0 && one.extent.x1 <= x0 + width;
            match more.waiting.first().filter(is_within) {
                Some(one) if more.crowd.count == 1 => {
                    placed.push(Placed { lane, ..*one });
                    false
                }
                _ => true,
            }
        });
    }
}

impl More {
    /// Where those lie that are counted, as far as it is known: left and right edge.
    fn extent(&self, stretch: (f64, f64)) -> (f64, f64) {
        let mut extent = (f64::INFINITY, f64::NEG_INFINITY);
        let mut reach = |x0: f64, x1: f64| extent = (extent.0.min(x0), extent.1.max(x1));
        for one in &self.waiting {
            reach(one.extent.x0, one.extent.x1);
        }
        if let Some(cells) = &self.crowd.cells {
            let cell_px = (stretch.1 - stretch.0) / CELLS as f64;
            let full = |cell: &usize| cells[*cell] > 0;
            if let (Some(first), Some(last)) = ((0..CELLS).find(full), (0..CELLS).rfind(full)) {
                let x = |cell: usize| stretch.0 + cell as f64 * cell_px;
                reach(x(first), x(last + 1));
            }
        }
        match extent.0 <= extent.1 {
            true => extent,
            false => stretch,
        }
    }
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
    let roll = view.index.roll();
    let mut items = Vec::new();
    for placed in &stack.placed {
        let (x0, x1) = (placed.extent.x0 + view.shift, placed.extent.x1 + view.shift);
        if x1 <= view.left() - DISC_PX || x0 >= view.right() + DISC_PX {
            continue;
        }
        let event = roll.id(placed.number);
        let (mark, at) = (placed.extent.mark, placed.extent.at + view.shift);
        items.push(Item {
            what: What::Event(event),
            number: placed.number,
            track: index,
            mark,
            x0: x0.max(view.left() - BEYOND_PX),
            x1: x1.min(view.right() + BEYOND_PX),
            at: if mark.is_window() {
                within((x0, x1), at, view)
            } else {
                at
            },
            y: track.lane_y(placed.lane),
            lane: placed.lane,
            lit: view.lit(event),
            misread: person.is_some_and(|person| outside_life(roll.span(placed.number), person)),
        });
    }
    if track.n_lanes > 0 {
        let lane = (stack.lanes - 1).min(track.n_lanes - 1);
        items.extend(numbers(stack, index, track, lane, grid, view));
    }
    items.extend(shelf(stack, index, track, view));
    items
}

/// Where the sign of a window stands: in its middle, but where that is out of view, at the edge.
fn within((x0, x1): (f64, f64), at: f64, view: &View) -> f64 {
    let (left, right) = (x0.max(view.left()), x1.min(view.right()));
    match right - left >= 2.0 * SIGN_PX {
        true => at.clamp(left + SIGN_PX, right - SIGN_PX),
        false => at,
    }
}

/// How many events of each stretch have no mark of their own, where those lie.
fn numbers(
    stack: &Stack,
    index: usize,
    track: &Track,
    lane: usize,
    grid: &Grid,
    view: &View,
) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let number = |count: usize, (x0, x1): (f64, f64), interval: Interval| Item {
        what: What::More { count, interval },
        number: u32::MAX,
        track: index,
        mark: Mark::More(count),
        x0,
        x1,
        at: f64::midpoint(x0, x1),
        y: track.lane_y(lane),
        lane,
        lit: Lit::No,
        misread: false,
    };
    let width = grid.stretch * view.px;
    for (stretch, more) in &stack.more {
        let x0 = *stretch as f64 * width;
        let whole = (x0 + view.shift, x0 + width + view.shift);
        if whole.1 <= view.left() || whole.0 >= view.right() {
            continue;
        }
        // While there is room for its number, what is half in view says it there.
        let seen = (whole.0.max(view.left()), whole.1.min(view.right()));
        let seen = if seen.1 - seen.0 >= width / 2.0 {
            seen
        } else {
            whole
        };
        let (from, to) = more.extent((x0, x0 + width));
        let half = super::marks::more_width(more.crowd.count).min(seen.1 - seen.0) / 2.0;
        let middle = f64::midpoint(from, to) + view.shift;
        let at = middle.clamp(seen.0 + half, seen.1 - half);
        let interval = grid.time(*stretch, view);
        items.push(number(more.crowd.count, (at - half, at + half), interval));
    }
    let n_far = stack.far.crowd.count;
    if n_far > 0 {
        let whole = (view.left() - view.shift, view.right() - view.shift);
        let (from, to) = stack.far.extent(whole);
        let middle = f64::midpoint(from.max(whole.0), to.min(whole.1)) + view.shift;
        let tears = view.scale.gaps().iter().map(|gap| {
            let x = |position| view.viewport.x_from_position(position);
            (x(gap.from), x(gap.to))
        });
        let of_lane = stack.placed.iter().filter(|one| one.lane == lane);
        let marks = of_lane.map(|one| (one.extent.x0 + view.shift, one.extent.x1 + view.shift));
        let numbers = items.iter().map(|one| (one.x0, one.x1));
        let taken: Vec<(f64, f64)> = numbers.chain(marks).chain(tears).collect();
        let x0 = free_place(middle - FAR_PX / 2.0, &taken, view);
        let interval = view.viewport.interval(view.scale);
        items.push(number(n_far, (x0 + 2.0, x0 + FAR_PX - 2.0), interval));
    }
    items
}

/// The free place for the number of the far windows that is nearest to where they lie.
fn free_place(wanted: f64, taken: &[(f64, f64)], view: &View) -> f64 {
    let (least, most) = (view.left(), (view.right() - FAR_PX).max(view.left()));
    let wanted = wanted.clamp(least, most);
    let is_free = |x0: &f64| {
        (least..=most).contains(x0) && taken.iter().all(|(a, b)| *b <= *x0 || *a >= x0 + FAR_PX)
    };
    let beside = taken.iter().flat_map(|(a, b)| [a - FAR_PX, *b]);
    std::iter::once(wanted)
        .chain(beside)
        .filter(is_free)
        .min_by(|a, b| (a - wanted).abs().total_cmp(&(b - wanted).abs()))
        .unwrap_or(wanted)
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
    let strip = |(stretch, more): (&i64, &More)| {
        let x0 = *stretch as f64 * width + view.shift;
        let crowd = &more.crowd;
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
    const NUMBER_PX: f64 = 38.0;
    let left = view.left() - super::sizes::SHELF_PX + 8.0;
    let n = stack.undated.len();
    let shown = match n {
        _ if track.n_lanes == 0 => 0,
        _ if n > PLACES => PLACES - 2,
        _ => n,
    };
    let roll = view.index.roll();
    let item = |place: usize, width: f64| Item {
        what: What::More {
            count: n - shown,
            interval: Interval::UNKNOWN,
        },
        number: u32::MAX,
        track: index,
        mark: Mark::More(n - shown),
        x0: left + place as f64 * STEP_PX,
        x1: left + place as f64 * STEP_PX + width,
        at: left + place as f64 * STEP_PX + width / 2.0,
        y: track.line_y,
        lane: 0,
        lit: Lit::No,
        misread: false,
    };
    let events = stack.undated[..shown].iter().enumerate();
    let mut items: Vec<Item> = events
        .map(|(place, number)| Item {
            what: What::Event(roll.id(*number)),
            number: *number,
            mark: Mark::HollowDisc(roll.status(*number)),
            lit: view.lit(roll.id(*number)),
            ..item(place, DISC_PX)
        })
        .collect();
    if shown < n {
        items.push(item(shown, NUMBER_PX));
    }
    items
}

fn outside_life((start, end): (Minutes, Minutes), person: &Person) -> bool {
    let after = person.died.is_some_and(|died| start >= died.end());
    let before = person.born.is_some_and(|born| end <= born.start());
    after || before
}
