//! What is visible where: viewport, closed gaps, axis, tracks, marks, labels.
//!
//! [`lay_out`] is a pure function of the chronology and the view of it. What it returns is bounded by
//! pixels, not by events. Colours are not decided here; what a mark looks like is decided in `scene`.

mod axis;
mod gaps;
mod labels;
mod lanes;
mod marks;
mod meetings;
mod model;
mod order;
mod rows;
mod seats;
pub mod sizes;
mod spoken;
mod tracks;
mod view;
mod viewport;

pub use crate::chronology::Status;
pub use gaps::{Gap, Piece, Scale};
pub use marks::count_text;
pub use model::*;
pub use order::order_tracks;
pub use rows::Lines;
pub use viewport::Viewport;

use crate::chronology::{Chronology, PersonId};
use crate::time::Interval;
use crate::words::{Interface, word};
use lanes::Stack;
use std::collections::BTreeMap;
use view::{Shown, View};

/// Lays out the picture. With the layout before it, labels stay where they are while the view moves.
pub fn lay_out(
    chronology: &Chronology,
    choice: &Choice,
    scale: &Scale,
    viewport: &Viewport,
    interface: Interface,
    before: Option<&Layout>,
) -> Layout {
    let view = View::new(chronology, choice, scale, viewport, interface);
    let shown = Shown::new(chronology, choice);
    let stacks = stacks(&shown, &view);
    let tracks = tracks::tracks(&shown, &stacks, &view);
    let marks: Vec<Item> = stacks
        .iter()
        .zip(&tracks)
        .enumerate()
        .flat_map(|(index, (stack, track))| lanes::items(stack, index, track, &view))
        .collect();
    let links = meetings::links(&marks, &tracks, &view);
    let undated = stacks.iter().any(|stack| !stack.undated.is_empty());
    let mut layout = Layout {
        viewport: *viewport,
        head_px: sizes::head_px(viewport.width_px),
        top_px: sizes::AXIS_PX,
        content_px: tracks.iter().map(|track| track.height).sum(),
        axis: axis::axis(&view),
        tracks,
        items: marks,
        links,
        labels: Vec::new(),
        spoken: BTreeMap::new(),
        shelf: undated.then(|| word("date-none", interface)),
    };
    let (labels, mut seating) = labels::labels(&layout, &view, before);
    let stubs = meetings::stubs(&layout, &mut seating, &view);
    layout.labels = labels;
    meetings::add_stubs(&mut layout, stubs, &view);
    labels::name_bands(&mut layout);
    keep_in_view(&mut layout);
    layout.spoken = layout
        .items
        .iter()
        .filter_map(|item| match item.what {
            What::Event(event) => chronology.event(event),
            What::More { .. } => None,
        })
        .map(|event| (event.id, spoken::spoken(event, &view)))
        .collect();
    layout
}

/// Stacks the marks of all tracks, in as many lanes as the picture's height has room for.
fn stacks<'a>(shown: &Shown<'a>, view: &View) -> Vec<Stack<'a>> {
    let collapsed =
        |person: Option<&PersonId>| person.is_some_and(|id| view.choice.collapsed.contains(id));
    let mut lanes = sizes::LANES;
    loop {
        let stacks: Vec<Stack> = shown
            .tracks
            .iter()
            .map(|(person, events)| {
                let lanes = if collapsed(*person) { 1 } else { lanes };
                lanes::stack(events, view, lanes)
            })
            .collect();
        if lanes <= sizes::LEAST_LANES || rows::fit(shown, &stacks, view) {
            return stacks;
        }
        lanes -= 1;
    }
}

/// Leaves out the marks and labels of tracks that are scrolled out of view.
fn keep_in_view(layout: &mut Layout) {
    let (top, bottom) = (layout.top_px, layout.viewport.height_px);
    let seen: Vec<bool> = layout
        .tracks
        .iter()
        .map(|track| track.bottom() > top && track.top < bottom)
        .collect();
    layout.items.retain(|item| seen[item.track]);
    layout.labels.retain(|label| seen[label.track]);
}

/// Each person's place in the palette: by number of events, then by id.
pub fn colors(chronology: &Chronology) -> BTreeMap<PersonId, usize> {
    let mut counts: BTreeMap<&PersonId, usize> =
        chronology.persons().map(|person| (&person.id, 0)).collect();
    for id in chronology.events().flat_map(|event| &event.participants) {
        *counts.entry(id).or_default() += 1;
    }
    let mut order: Vec<_> = counts.into_iter().collect();
    order.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    order
        .into_iter()
        .enumerate()
        .map(|(place, (id, _))| (id.clone(), place))
        .collect()
}

/// The scale of everything in the chronology that is shown; where `time` is bounded, of that time
/// only.
pub fn scale(chronology: &Chronology, choice: &Choice, time: Interval, true_scale: bool) -> Scale {
    let busy: Vec<Interval> = chronology
        .events()
        .filter(|event| choice.shows(event))
        .map(|event| event.when.interval)
        .filter(|interval| !interval.is_unknown())
        .filter_map(|interval| interval.intersection(time))
        .collect();
    let edges = busy.iter().flat_map(|one| [one.start, one.end]).flatten();
    let extent = Interval {
        start: time.start.or(edges.clone().min()),
        end: time.end.or(edges.max()),
    };
    Scale::new(extent, &busy, true_scale)
}

/// Where the time begins in a picture of that width: right of the track heads, and of the shelf of
/// events without a date where there are any.
pub fn left_px(chronology: &Chronology, choice: &Choice, width_px: f64) -> f64 {
    let undated = chronology
        .events()
        .any(|event| event.when.is_unknown() && choice.shows(event));
    sizes::head_px(width_px) + if undated { sizes::SHELF_PX } else { 0.0 }
}
