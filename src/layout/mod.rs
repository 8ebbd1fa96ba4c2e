//! What is visible where: viewport, closed gaps, axis, tracks, marks, labels.
//!
//! [`lay_out`] is a pure function of the chronology and the view of it. What it returns is bounded by
//! pixels, not by events. Colours are not decided here; what a mark looks like is decided in `scene`.

mod axis;
mod detail;
mod gaps;
mod index;
mod labels;
mod lanes;
mod marks;
mod meetings;
mod model;
mod order;
mod pyramid;
mod roll;
mod rows;
mod seats;
pub mod sizes;
mod spoken;
mod tracks;
mod view;
mod viewport;

pub use crate::chronology::Status;
pub use detail::{CELLS, STRETCH_PX};
pub use gaps::{Gap, Piece, Scale};
pub use index::Index;
pub use marks::{count_text, more_text};
pub use model::*;
pub use order::order_tracks;
pub use roll::{COLORS, Roll};
pub use rows::Lines;
pub use spoken::spoken;
pub use viewport::{CLOSEST, Viewport};

use crate::chronology::Chronology;
use crate::words::{Interface, word};
use detail::{Grid, Sketcher, Tallies};
use rows::Plan;
use view::View;

/// Lays out the picture. With the layout before it, labels stay where they are while the view moves.
pub fn lay_out(
    chronology: &Chronology,
    index: &Index,
    choice: &Choice,
    scale: &Scale,
    viewport: &Viewport,
    interface: Interface,
    before: Option<&Layout>,
) -> Layout {
    let view = View::new(chronology, index, choice, scale, viewport, interface);
    let plan = Plan::of(&view, before.map(|before| &before.plan));
    let grid = Grid::new(&view, before.map(|before| before.stretch));
    let mut tracks = tracks::tracks(&plan, &view);
    let (mut items, mut strips) = (Vec::new(), Vec::new());
    let (top, bottom) = (sizes::AXIS_PX, viewport.height_px);
    let mut sketcher = Sketcher {
        grid,
        view: &view,
        before: before.map(|before| &before.tallies),
        tallies: Tallies::new(&plan, &grid),
    };
    for (n, (row, track)) in index.tracks.iter().zip(&tracks).enumerate() {
        let in_view = bottom <= 0.0 || (track.bottom() > top && track.top < bottom);
        if !in_view {
            continue;
        }
        let sketch = sketcher.sketch(n, track.n_lanes);
        let stack = lanes::stack(row, &sketch, &grid, &view, track.n_lanes);
        items.extend(lanes::items(&stack, n, track, &grid, &view));
        strips.extend(lanes::strips(&stack, n, track, &grid, &view));
    }
    tracks::say_offices(&mut tracks, &items, &view);
    meetings::part(&mut items);
    let links = meetings::links(&items, &tracks, &view);
    let mut layout = Layout {
        viewport: *viewport,
        head_px: sizes::head_px(viewport.width_px),
        top_px: sizes::AXIS_PX,
        content_px: tracks.iter().map(|track| track.height).sum(),
        axis: axis::axis(&view),
        tracks,
        items,
        strips,
        links,
        labels: Vec::new(),
        shelf: index.has_undated().then(|| word("date-none", interface)),
        stretch: grid.stretch,
        tallies: sketcher.tallies,
        placed_px: before.map_or(view.px, |before| before.placed_px),
        plan,
    };
    let is_anew = labels::are_placed_anew(&layout, before);
    if is_anew {
        layout.placed_px = view.px;
    }
    let (labels, mut seating) = labels::labels(&layout, &view, before, is_anew);
    let stubs = meetings::stubs(&layout, &mut seating, &view);
    layout.labels = labels;
    meetings::add_stubs(&mut layout, stubs, &view);
    labels::name_bands(&mut layout);
    layout
}

/// Where the time begins in a picture of that width: right of the track heads, and of the shelf of
/// events without a date where there are any.
pub fn left_px(index: &Index, width_px: f64) -> f64 {
    sizes::head_px(width_px)
        + if index.has_undated() {
            sizes::SHELF_PX
        } else {
            0.0
        }
}
