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
use super::rows::Plan;
use super::view::View;
use crate::time::{Interval, Minutes};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

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
#[derive(Clone, Copy, Debug)]
pub(super) struct Grid {
    /// Length of a stretch on the scale: a power of two.
    pub stretch: f64,
    /// The first and the last stretch in view, with one at either side for what reaches in.
    first: i64,
    last: i64,
    /// The time from the first stretch to the last.
    reach: (Minutes, Minutes),
    /// How many classes of intervals are so short here that they are points.
    n_points: usize,
}

/// The numbers of the first events at or after each cell's edge in a stretch.
type Edges = [u32; CELLS + 1];

impl Grid {
    /// The grid of a view; the length of a stretch stays as it was before while it can.
    pub fn new(view: &View, before: Option<f64>) -> Self {
        let px = view.px;
        let widths = STRETCH_PX * (1.0 - SLACK)..2.0 * STRETCH_PX * (1.0 + SLACK);
        let fits = |length: &f64| widths.contains(&(length * px));
        let stretch = before
            .filter(fits)
            .unwrap_or_else(|| (STRETCH_PX / px).log2().ceil().exp2());
        const MOST: i64 = 1 << 12;
        let first = (view.viewport.from / stretch).floor() as i64 - 1;
        let last = ((view.viewport.to / stretch).floor() as i64 + 1).min(first + MOST);
        let mut grid = Self {
            stretch,
            first,
            last,
            reach: (0, 0),
            n_points: 0,
        };
        grid.reach = (grid.edge(first, 0, view), grid.edge(last + 1, 0, view));
        // Judged by the widest that a stretch can be, so that it changes only when the stretch does.
        let most_px = 2.0 * STRETCH_PX / stretch;
        let is_point =
            |class: &usize| longest(*class).is_some_and(|len| len as f64 * most_px <= POINT_PX);
        // A day is the finest that a text knows, so it is a point at any zoom.
        grid.n_points = (0..CLASSES).take_while(is_point).count().max(1);
        grid
    }

    /// The stretch in which a moment lies.
    pub fn stretch_of(&self, moment: Minutes, view: &View) -> i64 {
        let near = (view.scale.position(moment) / self.stretch).floor() as i64;
        if moment < self.edge(near, 0, view) {
            near - 1
        } else if moment >= self.edge(near + 1, 0, view) {
            near + 1
        } else {
            near
        }
    }

    /// The time of a stretch.
    pub fn time(&self, stretch: i64, view: &View) -> Interval {
        let start = self.edge(stretch, 0, view);
        Interval::new(start, self.edge(stretch + 1, 0, view).max(start + 1))
    }

    /// The first minute of a cell.
    fn edge(&self, stretch: i64, cell: usize, view: &View) -> Minutes {
        let position = (stretch as f64 + cell as f64 / CELLS as f64) * self.stretch;
        view.scale.time(position).ceil() as Minutes
    }

    fn edges(&self, stretch: i64, view: &View) -> Edges {
        let roll = view.index.roll();
        std::array::from_fn(|cell| roll.first_at(self.edge(stretch, cell, view)))
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
    pub cells: Option<Arc<[u32; CELLS]>>,
    /// Whether there are windows among them.
    pub has_windows: bool,
}

/// What was counted in a stretch of a track, of points or of one class of windows.
#[derive(Clone, Debug, Default)]
struct Tally {
    count: usize,
    marks: Vec<u32>,
    cells: Option<Arc<[u32; CELLS]>>,
}

/// What was counted, kept from frame to frame: while the rows and the length of a stretch stay, it holds, however
/// the view pans and zooms.
#[derive(Clone, Debug, Default)]
pub(super) struct Tallies {
    plan: Arc<Plan>,
    stretch: f64,
    /// By track, class and stretch.
    kept: FxHashMap<(usize, usize, i64), Arc<Tally>>,
    edges: FxHashMap<i64, Arc<Edges>>,
}

impl Tallies {
    /// Nothing counted yet for those rows.
    pub fn new(plan: &Arc<Plan>, grid: &Grid) -> Self {
        Self {
            plan: Arc::clone(plan),
            stretch: grid.stretch,
            ..Self::default()
        }
    }

    fn tally(
        &mut self,
        before: Option<&Self>,
        key: (usize, usize, i64),
        count: impl FnOnce(&mut Self) -> Tally,
    ) -> Arc<Tally> {
        let holds = |before: &&Self| {
            before.stretch == self.stretch && Arc::ptr_eq(&before.plan, &self.plan)
        };
        let kept = before
            .filter(holds)
            .and_then(|before| before.kept.get(&key));
        let tally = match kept {
            Some(tally) => Arc::clone(tally),
            None => Arc::new(count(self)),
        };
        self.kept.insert(key, Arc::clone(&tally));
        tally
    }

    fn edges(&mut self, stretch: i64, grid: &Grid, view: &View) -> Arc<Edges> {
        let edges = self.edges.entry(stretch);
        Arc::clone(edges.or_insert_with(|| Arc::new(grid.edges(stretch, view))))
    }
}

/// Sketches tracks, with what was counted before.
pub(super) struct Sketcher<'a> {
    pub grid: Grid,
    pub view: &'a View<'a>,
    pub before: Option<&'a Tallies>,
    pub tallies: Tallies,
}

impl Sketcher<'_> {
    /// Sketches a track with so many lanes; without any lane all is counted.
    pub fn sketch(&mut self, track: usize, lanes: usize) -> Sketch {
        let row = &self.view.index.tracks[track];
        let mut sketch = Sketch::default();
        self.points(track, row, lanes, &mut sketch);
        let width = self.view.right() - self.view.left();
        for (class, run) in row.runs.iter().enumerate().skip(self.grid.n_points) {
            if run.len() == 0 {
                continue;
            }
            let length =
                longest(class).filter(|len| *len as f64 * self.view.px <= FAR_VIEWS * width);
            match length {
                Some(length) => self.near_windows((track, class), run, length, lanes, &mut sketch),
                None => self.far_windows(run, lanes, &mut sketch),
            }
        }
        sketch
    }

    fn points(&mut self, track: usize, row: &Row, lanes: usize, sketch: &mut Sketch) {
        let runs = &row.runs[..self.grid.n_points];
        if runs.iter().all(|run| run.len() == 0) {
            return;
        }
        let (grid, view) = (self.grid, self.view);
        for stretch in grid.first..=grid.last {
            let tally = self
                .tallies
                .tally(self.before, (track, 0, stretch), |tallies| {
                    tally_points(runs, &tallies.edges(stretch, &grid, view), lanes, view)
                });
            if tally.count > 0 {
                sketch.marks.extend(&tally.marks);
                let crowd = Crowd {
                    count: tally.count,
                    cells: tally.cells.clone(),
                    has_windows: false,
                };
                sketch.crowds.insert(stretch, crowd);
            }
        }
    }

    /// Windows whose middles lie so near that they may reach into the view.
    fn near_windows(
        &mut self,
        (track, class): (usize, usize),
        run: &Run,
        length: Minutes,
        lanes: usize,
        sketch: &mut Sketch,
    ) {
        let (grid, view) = (self.grid, self.view);
        let roll = view.index.roll();
        let (from, to) = (grid.reach.0 - length / 2, grid.reach.1 + length / 2);
        let (first, last) = (grid.stretch_of(from, view), grid.stretch_of(to, view));
        for stretch in first..=last {
            let tally = self
                .tallies
                .tally(self.before, (track, class, stretch), |tallies| {
                    let edges = tallies.edges(stretch, &grid, view);
                    let places = run.between(edges[0], edges[CELLS]);
                    let count = places.len();
                    let marks = match lanes {
                        0 => Vec::new(),
                        _ if count <= WINDOWS => run.events(places).to_vec(),
                        _ => run.top(places, None, NAMED, roll),
                    };
                    Tally {
                        count,
                        marks,
                        cells: None,
                    }
                });
            if tally.count > 0 {
                let crowd = sketch.crowds.entry(stretch).or_default();
                crowd.count += tally.count;
                crowd.has_windows = true;
                sketch.marks.extend(&tally.marks);
            }
        }
    }

    /// Windows so long that only what they reach matters, and what is open on one side.
    fn far_windows(&self, run: &Run, lanes: usize, sketch: &mut Sketch) {
        let (roll, reach) = (self.view.index.roll(), self.grid.reach);
        sketch.n_far += run.count_touching(reach);
        if lanes > 0 {
            let top = run.top(0..run.len(), Some(reach), WINDOWS, roll);
            sketch.far.extend_from_slice(&top);
            sketch.marks.extend(top);
        }
    }
}

/// Counts the points of a stretch: few give all of them a mark, many the most important.
fn tally_points(runs: &[Run], edges: &Edges, lanes: usize, view: &View) -> Tally {
    let places: Vec<Range<usize>> = runs
        .iter()
        .map(|run| run.between(edges[0], edges[CELLS]))
        .collect();
    let count: usize = places.iter().map(ExactSizeIterator::len).sum();
    let of_runs = || runs.iter().zip(&places);
    if count <= MARKS_A_LANE * lanes {
        let events = of_runs().flat_map(|(run, places)| run.events(places.clone()));
        return Tally {
            count,
            marks: events.copied().collect(),
            cells: None,
        };
    }
    let mut cells = [0; CELLS];
    for (run, places) in of_runs() {
        let mut at = places.start;
        for (cell, edge) in cells.iter_mut().zip(&edges[1..]) {
            let next = run.seek(at, *edge).min(places.end);
            *cell += (next - at) as u32;
            at = next;
        }
    }
    let mut marks = Vec::new();
    if lanes > 0 {
        let roll = view.index.roll();
        let named =
            |(run, places): (&Run, &Range<usize>)| run.top(places.clone(), None, NAMED, roll);
        marks = of_runs().flat_map(named).collect();
        marks.sort_by_key(|event| (std::cmp::Reverse(roll.importance(*event)), *event));
        marks.truncate(NAMED);
    }
    Tally {
        count,
        marks,
        cells: Some(Arc::new(cells)),
    }
}
