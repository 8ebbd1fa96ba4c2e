//! Rows: how high each track is, and where its lanes and its lines of labels stand.

use super::Track;
use super::lanes::Stack;
use super::sizes::{self, BAND_PX, LABEL_LINE_PX, LANE_PX};
use super::view::{Shown, View};

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

/// A track's height.
#[derive(Clone, Copy)]
pub(super) struct Row {
    pub height: f64,
    /// How far below its top the main line stands.
    pub line: f64,
    pub lines: Lines,
}

/// Whether all tracks fit into the picture with the fewest lines of labels; a picture whose height is not
/// settled fits anything.
pub(super) fn fit(shown: &Shown, stacks: &[Stack], view: &View) -> bool {
    let room = room(view);
    room <= 0.0 || sum(&natural(shown, stacks, view, LINES[2])) <= room
}

/// Each track's height: so that all fit if they can, and fill the picture.
pub(super) fn rows(shown: &Shown, stacks: &[Stack], view: &View) -> Vec<Row> {
    let room = room(view);
    let fits = |rows: &Vec<Row>| room <= 0.0 || sum(rows) <= room;
    let mut rows = LINES
        .into_iter()
        .map(|lines| natural(shown, stacks, view, lines))
        .find(fits)
        .unwrap_or_else(|| natural(shown, stacks, view, LINES[1]));
    let is_open = |i: usize| !is_collapsed(shown, i, view);
    let n_open = (0..rows.len()).filter(|&i| is_open(i)).count();
    let spare = ((room - sum(&rows)) / n_open.max(1) as f64).max(0.0);
    for (_, row) in rows.iter_mut().enumerate().filter(|(i, _)| is_open(*i)) {
        let grown = spare.min((sizes::MOST_TRACK_PX - row.height).max(0.0));
        row.height += grown;
        row.line += grown / 2.0;
    }
    rows
}

fn room(view: &View) -> f64 {
    view.viewport.height_px - sizes::AXIS_PX
}

fn sum(rows: &[Row]) -> f64 {
    rows.iter().map(|row| row.height).sum()
}

fn is_collapsed(shown: &Shown, index: usize, view: &View) -> bool {
    let person = shown.tracks[index].0;
    person.is_some_and(|id| view.choice.collapsed.contains(id))
}

/// The height that a track's labels and lanes need.
fn natural(shown: &Shown, stacks: &[Stack], view: &View, lines: Lines) -> Vec<Row> {
    let row = |(index, stack): (usize, &Stack)| {
        let lanes = (stack.lanes - 1) as f64 * LANE_PX;
        if is_collapsed(shown, index, view) {
            return Row {
                height: sizes::COLLAPSED_PX + lanes,
                line: sizes::COLLAPSED_PX / 2.0,
                lines: Lines { above: 0, below: 0 },
            };
        }
        let above = PAD_PX + f64::from(lines.above) * LABEL_LINE_PX + BAND_PX / 2.0;
        let below = BAND_PX / 2.0 + f64::from(lines.below) * LABEL_LINE_PX + lanes + PAD_PX;
        Row {
            height: (above + below).max(sizes::LEAST_TRACK_PX),
            line: above,
            lines,
        }
    };
    stacks.iter().enumerate().map(row).collect()
}
