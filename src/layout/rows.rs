//! Rows: how high each track is, and where its lanes and its lines of labels stand.

use super::detail::{Grid, Sketcher, Tallies};
use super::index;
use super::lanes::stack;
use super::sizes::{self, BAND_PX, LABEL_LINE_PX, LANE_PX};
use super::view::View;
use super::{Choice, Track, Viewport};
use crate::words::Interface;
use std::sync::Arc;

/// Free room above and below what stands on a track.
const PAD_PX: f64 = 6.0;

impl Track {
    /// The middle of a lane; the main one is lane 0, and a line of labels parts it from the others.
    pub fn lane_y(&self, lane: usize) -> f64 {
        if lane == 0 {
            return self.line_y;
        }
        let labels = f64::from(self.lines.below) * LABEL_LINE_PX;
        self.line_y + BAND_PX / 2.0 + labels + (lane as f64 - 0.5) * LANE_PX
    }

    /// Baseline of a line of labels: 0 right above the marks, 1 above that, 2 right below.
    pub fn label_y(&self, line: u8) -> f64 {
        match line {
            0 => self.line_y - BAND_PX / 2.0 - 5.0,
            1 => self.line_y - BAND_PX / 2.0 - 5.0 - LABEL_LINE_PX,
            _ => self.line_y + BAND_PX / 2.0 + 12.5,
        }
    }

    /// Lower edge.
    pub fn bottom(&self) -> f64 {
        self.top + self.height
    }
}

/// Lines of labels on a track.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lines {
    /// Above the marks.
    pub above: u8,
    /// Below the main lane.
    pub below: u8,
}

/// Lines of labels, from plenty of room to little.
const LINES: [Lines; 3] = [
    Lines { above: 2, below: 1 },
    Lines { above: 1, below: 1 },
    Lines { above: 1, below: 0 },
];

/// Beyond so many pictures' heights tracks are not scrolled but made lower, down to strips.
const MOST_PICTURES: f64 = 3.0;
/// An open row this high has room for one line of labels.
const LABELLED_PX: f64 = 48.0;
/// No row is lower.
const LEAST_PX: f64 = 3.0;

/// A track's height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Row {
    pub height: f64,
    /// How far below its top the main line stands.
    pub line: f64,
    pub lines: Lines,
    /// Lanes that there is room for; none where all is counted.
    pub lanes: usize,
}

/// The heights of all tracks. They are planned on the whole time and stay while the view moves, so that
/// nothing jumps up or down.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    key: Key,
    pub(super) rows: Vec<Row>,
}

/// What the heights depend on.
#[derive(Clone, Debug, Default, PartialEq)]
struct Key {
    revision: u64,
    interface: Option<Interface>,
    choice: Choice,
    size: (f64, f64, f64),
    scale: f64,
}

impl Plan {
    /// The plan for a view: the one before, while it holds.
    pub fn of(view: &View, before: Option<&Arc<Self>>) -> Arc<Self> {
        let viewport = view.viewport;
        let key = Key {
            revision: view.index.roll().revision(),
            interface: Some(view.interface),
            choice: Choice {
                selected: None,
                hovered: None,
                ..view.choice.clone()
            },
            size: (viewport.left_px, viewport.width_px, viewport.height_px),
            scale: view.scale.length(),
        };
        match before.filter(|before| before.key == key) {
            Some(before) => Arc::clone(before),
            None => Arc::new(Self {
                rows: plan(view),
                key,
            }),
        }
    }

    /// Whether labels made for this plan are right for another: the same rows, events and language.
    pub(super) fn keeps_labels(&self, other: &Self) -> bool {
        let (a, b) = (&self.key, &other.key);
        self.rows == other.rows
            && a.choice.tracks == b.choice.tracks
            && (a.revision, a.interface) == (b.revision, b.interface)
    }
}

fn plan(view: &View) -> Vec<Row> {
    let room = view.viewport.height_px - sizes::AXIS_PX;
    let tracks = &view.index.tracks;
    let n = tracks.len().max(1) as f64;
    if let Some(height) = view.choice.row_px {
        return tracks.iter().map(|row| fixed(row, height, view)).collect();
    }
    if room > 0.0 && n * sizes::LEAST_TRACK_PX > MOST_PICTURES * room {
        let height = (room / n).max(LEAST_PX);
        return tracks.iter().map(|row| fixed(row, height, view)).collect();
    }
    let whole = Viewport::fit(
        view.scale,
        view.viewport.left_px,
        view.viewport.width_px,
        view.viewport.height_px,
    );
    let whole = View::new(
        view.chronology,
        view.index,
        view.choice,
        view.scale,
        &whole,
        view.interface,
    );
    let needs = needs(&whole);
    let collapsed: Vec<bool> = tracks.iter().map(|row| is_collapsed(row, view)).collect();
    let least = |most: usize, lines: Lines| -> Vec<Row> {
        let lanes = needs.iter().map(|need| (*need).min(most));
        lanes
            .zip(&collapsed)
            .map(|(lanes, collapsed)| natural(lanes, lines, *collapsed))
            .collect()
    };
    let fits = |rows: &Vec<Row>| room <= 0.0 || sum(rows) <= room;
    let most = (sizes::LEAST_LANES..=sizes::LANES + 1)
        .rev()
        .find(|most| fits(&least(*most, LINES[2])))
        .unwrap_or(sizes::LEAST_LANES);
    let mut rows = LINES
        .into_iter()
        .map(|lines| least(most, lines))
        .find(fits)
        .unwrap_or_else(|| least(most, LINES[1]));
    let n_open = collapsed.iter().filter(|collapsed| !**collapsed).count();
    let spare = ((room - sum(&rows)) / n_open.max(1) as f64).max(0.0);
    for (row, _) in rows
        .iter_mut()
        .zip(&collapsed)
        .filter(|(_, collapsed)| !**collapsed)
    {
        let grown = spare.min((sizes::MOST_TRACK_PX - row.height).max(0.0));
        row.height += grown;
        row.line += grown / 2.0;
    }
    rows
}

/// How many lanes each track would use in the view of everything.
fn needs(whole: &View) -> Vec<usize> {
    let grid = Grid::new(whole, None);
    let mut sketcher = Sketcher {
        grid,
        view: whole,
        before: None,
        tallies: Tallies::default(),
    };
    let need = |(track, row): (usize, &index::Row)| {
        let sketch = sketcher.sketch(track, sizes::LANES);
        let lanes = stack(row, &sketch, &grid, whole, sizes::LANES + 1).lanes;
        // Several events may fall together at another zoom; their number needs a lane.
        lanes.max(row.n_events.min(2))
    };
    whole.index.tracks.iter().enumerate().map(need).collect()
}

/// A row of a given height.
fn fixed(row: &index::Row, height: f64, view: &View) -> Row {
    let nothing = Lines { above: 0, below: 0 };
    let thin = |height: f64, lanes| Row {
        height,
        line: height / 2.0,
        lines: nothing,
        lanes,
    };
    if is_collapsed(row, view) {
        return thin(
            height.min(sizes::COLLAPSED_PX),
            usize::from(height >= sizes::STRIP_PX),
        );
    }
    if height < sizes::STRIP_PX {
        return thin(height, 0);
    }
    if height < LABELLED_PX {
        return thin(height, 1);
    }
    let lines = LINES
        .into_iter()
        .find(|lines| natural(2, *lines, false).height <= height);
    let lines = lines.unwrap_or(LINES[2]);
    let one = natural(1, lines, false);
    let spare = (height - one.height).max(0.0);
    let more = (spare / LANE_PX).floor().min(sizes::LANES as f64);
    Row {
        height,
        line: one.line + (spare - more * LANE_PX) / 2.0,
        lines,
        lanes: 1 + more as usize,
    }
}

fn sum(rows: &[Row]) -> f64 {
    rows.iter().map(|row| row.height).sum()
}

fn is_collapsed(row: &index::Row, view: &View) -> bool {
    let id = row
        .person
        .map(|person| &view.index.roll().persons()[person as usize]);
    id.is_some_and(|id| view.choice.collapsed.contains(id))
}

/// The height that a track's labels and lanes need.
fn natural(lanes: usize, lines: Lines, collapsed: bool) -> Row {
    let more = lanes.saturating_sub(1) as f64 * LANE_PX;
    if collapsed {
        return Row {
            height: sizes::COLLAPSED_PX,
            line: sizes::COLLAPSED_PX / 2.0,
            lines: Lines { above: 0, below: 0 },
            lanes: 1,
        };
    }
    let above = PAD_PX + f64::from(lines.above) * LABEL_LINE_PX + BAND_PX / 2.0;
    let below = BAND_PX / 2.0 + f64::from(lines.below) * LABEL_LINE_PX + more + PAD_PX;
    Row {
        height: (above + below).max(sizes::LEAST_TRACK_PX),
        line: above,
        lines,
        lanes,
    }
}
