//! Levels of detail: which events of a track get a mark of their own at this zoom, and what is only counted.
//!
//! Time is cut into *stretches* of 2^k minutes of the scale, so long that one is 64 to 128 pixels wide, and
//! each stretch into 32 *cells*. Their edges stay where they are while the view pans, and while it zooms until
//! k changes, so nothing flips back and forth. A stretch with few events gives all of them a mark; one with
//! many gives marks to the most important, and counts the others: as stems or as a density strip, cell by cell.
//!
//! ```text
//! stretch   |- few ----|- many ----------|
//! marks        o  o   o    o
//! cells                 .:||:.:|||||:..::
//! count                     +682
//! ```

use super::index::Row;
use super::pyramid::Run;
use super::roll::{CLASSES, longest};
use super::view::View;
use crate::time::{Interval, Minutes};
use std::collections::BTreeMap;

/// A stretch is at least so wide; room for the number of what it counts.
pub const STRETCH_PX: f64 = 64.0;
/// How far beyond its bounds a stretch may shrink or grow before another length is taken.
const SLACK: f64 = 0.12;
/// Cells of a stretch: two to four pixels each.
pub const CELLS: usize = 32;
/// An interval wider than this is a window, and never a point of a strip.
const POINT_PX: f64 = 4.0;
/// Marks of a stretch for each lane of its track; more are crowded.
const MARKS_A_LANE: usize = 6;
/// Marks of a crowded stretch.
const NAMED: usize = 2;
/// Windows of one length that get a mark of their own, in a stretch, or across the view.
const WINDOWS: usize = 6;
/// Windows longer than so many views are looked for by what they reach, not by their middles.
const FAR_VIEWS: f64 = 2.0;

/// Time cut into stretches and cells at a zoom.
#[derive(Clone, Debug)]
pub(super) struct Grid {
    /// Length of a stretch on the scale: a power of two.
    pub stretch: f64,
    /// The stretch in which the picture begins, less one for what reaches in.
    first: i64,
    /// The number of the first event at or after each cell's edge; one more than there are cells.
    edges: Vec<u32>,
    /// The time from the first stretch to the last.
    reach: (Minutes, Minutes),
}

impl Grid {
    /// The grid of a view; the length of a stretch stays as it was before while it can.
    pub fn new(view: &View, before: Option<f64>) -> Self {
        let px = view.px;
        let widths = STRETCH_PX * (1.0 - SLACK)..2.0 * STRETCH_PX * (1.0 + SLACK);
        let fits = |length: &f64| widths.contains(&(length * px));
        let stretch = before
            .filter(fits)
            .unwrap_or_else(|| (STRETCH_PX / px).log2().ceil().exp2());
        let first = (view.viewport.from / stretch).floor() as i64 - 1;
        let last = (view.viewport.to / stretch).floor() as i64 + 1;
        let n = (last - first + 1).clamp(1, 1 << 12) as usize * CELLS;
        let cell = stretch / CELLS as f64;
        let time = |edge: usize| {
            let position = first as f64 * stretch + edge as f64 * cell;
            view.scale.time(position).ceil() as Minutes
        };
        let roll = view.index.roll();
        Self {
            stretch,
            first,
            edges: (0..=n).map(|edge| roll.first_at(time(edge))).collect(),
            reach: (time(0), time(n)),
        }
    }

    /// The stretch in which a moment lies.
    pub fn stretch_of(&self, moment: Minutes, view: &View) -> i64 {
        let near = (view.scale.position(moment) / self.stretch).floor() as i64;
        let time = self.time(near, view);
        if time.start.is_some_and(|start| moment < start) {
            near - 1
        } else if time.end.is_some_and(|end| moment >= end) {
            near + 1
        } else {
            near
        }
    }

    /// The time of a stretch.
    pub fn time(&self, stretch: i64, view: &View) -> Interval {
        let edge = |n: i64| view.scale.time(n as f64 * self.stretch).ceil() as Minutes;
        let start = edge(stretch);
        Interval::new(start, edge(stretch + 1).max(start + 1))
    }

    fn n_stretches(&self) -> usize {
        (self.edges.len() - 1) / CELLS
    }
}

/// What is to be seen of a track.
#[derive(Clone, Debug, Default)]
pub(super) struct Sketch {
    /// Events that want a mark of their own, by number.
    pub marks: Vec<u32>,
    /// How many events each stretch has, by their middles, and where they lie.
    pub crowds: BTreeMap<i64, Crowd>,
    /// How many windows reach into the view without being counted in a stretch.
    pub n_far: usize,
    /// Those of `marks` that are among them.
    pub far: Vec<u32>,
}

/// The events of a stretch.
#[derive(Clone, Debug, Default)]
pub(super) struct Crowd {
    /// How many, exactly.
    pub count: usize,
    /// How many points lie in each cell, where the stretch is crowded.
    pub cells: Option<Box<[u32; CELLS]>>,
    /// Whether there are windows among them.
    pub has_windows: bool,
}

/// Sketches a track with so many lanes; without any lane all is counted.
pub(super) fn sketch(row: &Row, grid: &Grid, lanes: usize, view: &View) -> Sketch {
    let mut sketch = Sketch::default();
    let width = view.right() - view.left();
    let class_px = |class: usize| longest(class).map_or(f64::INFINITY, |len| len as f64 * view.px);
    let n_points = (0..CLASSES)
        .take_while(|class| class_px(*class) <= POINT_PX)
        .count();
    // A day is the finest that a text knows, so it is a point at any zoom.
    let n_points = n_points.max(1);
    points(&row.runs[..n_points], grid, lanes, view, &mut sketch);
    for (class, run) in row.runs.iter().enumerate().skip(n_points) {
        if run.len() == 0 {
            continue;
        }
        if class_px(class) <= FAR_VIEWS * width {
            near_windows(run, class, grid, lanes, view, &mut sketch);
        } else {
            far_windows(run, grid, lanes, view, &mut sketch);
        }
    }
    sketch
}

fn points(runs: &[Run], grid: &Grid, lanes: usize, view: &View, sketch: &mut Sketch) {
    let mut places = vec![0; runs.len()];
    for (run, place) in runs.iter().zip(&mut places) {
        *place = run.seek(0, grid.edges[0]);
    }
    for n in 0..grid.n_stretches() {
        let edges = &grid.edges[n * CELLS..=(n + 1) * CELLS];
        let mut ends = places.clone();
        for (run, end) in runs.iter().zip(&mut ends) {
            *end = run.seek(*end, edges[CELLS]);
        }
        let count: usize = ends
            .iter()
            .zip(&places)
            .map(|(end, place)| end - place)
            .sum();
        if count == 0 {
            continue;
        }
        let mut crowd = Crowd {
            count,
            ..Crowd::default()
        };
        if count <= MARKS_A_LANE * lanes {
            for ((run, place), end) in runs.iter().zip(&places).zip(&ends) {
                sketch.marks.extend_from_slice(run.events(*place..*end));
            }
        } else {
            let mut cells = Box::new([0; CELLS]);
            for ((run, place), end) in runs.iter().zip(&places).zip(&ends) {
                let mut at = *place;
                for (cell, edge) in cells.iter_mut().zip(&edges[1..]) {
                    let next = run.seek(at, *edge).min(*end);
                    *cell += (next - at) as u32;
                    at = next;
                }
            }
            crowd.cells = Some(cells);
            if lanes > 0 {
                let roll = view.index.roll();
                let mut named: Vec<u32> = runs
                    .iter()
                    .zip(&places)
                    .zip(&ends)
                    .flat_map(|((run, place), end)| run.top(*place..*end, None, NAMED, roll))
                    .collect();
                named.sort_by_key(|event| (std::cmp::Reverse(roll.importance(*event)), *event));
                sketch.marks.extend(named.into_iter().take(NAMED));
            }
        }
        sketch.crowds.insert(grid.first + n as i64, crowd);
        places = ends;
    }
}

/// Windows whose middles lie so near that they may reach into the view.
fn near_windows(
    run: &Run,
    class: usize,
    grid: &Grid,
    lanes: usize,
    view: &View,
    sketch: &mut Sketch,
) {
    // A sign may stand anywhere in its window.
    let length = longest(class).unwrap_or_default();
    let (from, to) = (grid.reach.0 - length, grid.reach.1 + length);
    let roll = view.index.roll();
    let (first, last) = (grid.stretch_of(from, view), grid.stretch_of(to, view));
    let mut place = run.seek(0, roll.first_at(from));
    for stretch in first..=last {
        let time = grid.time(stretch, view);
        let end = run.seek(place, roll.first_at(time.end.unwrap_or(to).min(to)));
        let places = std::mem::replace(&mut place, end)..end;
        if places.is_empty() {
            continue;
        }
        let crowd = sketch.crowds.entry(stretch).or_default();
        crowd.count += places.len();
        crowd.has_windows = true;
        if lanes > 0 {
            sketch.marks.extend(match places.len() <= WINDOWS {
                true => run.events(places).to_vec(),
                false => run.top(places, None, NAMED, roll),
            });
        }
    }
}

/// Windows so long that only what they reach matters, and what is open on one side.
fn far_windows(run: &Run, grid: &Grid, lanes: usize, view: &View, sketch: &mut Sketch) {
    let roll = view.index.roll();
    sketch.n_far += run.count_touching(grid.reach);
    if lanes > 0 {
        let top = run.top(0..run.len(), Some(grid.reach), WINDOWS, roll);
        sketch.far.extend_from_slice(&top);
        sketch.marks.extend(top);
    }
}
