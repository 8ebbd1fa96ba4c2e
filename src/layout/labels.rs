//! Labels: the names of events beside their marks, the important ones first, none over another.
//!
//! ```text
//! line 1            Summit in Singapore
//! line 0            |  Beijing, 7 May 2018
//! main lane   ──────●──●───────────────
//! line 2               Dalian
//! ```

use super::marks::drawn;
use super::seats::{Seating, seats};
use super::sizes::{LABEL, LOWER};
use super::view::View;
use super::{Item, Label, Layout, Seat, Track, What};
use crate::chronology::{Certainty, Event, EventId, PersonId};
use crate::time::Granularity;
use crate::words::{Precise, say_day, say_interval};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A title is cut to this while other events wait for their label.
const FIRST_PX: f64 = 190.0;
/// A label is never wider than this.
const MOST_PX: f64 = 320.0;
/// A cut title narrower than this says too little.
const LEAST_PX: f64 = 78.0;

/// A mark that wants a name.
struct Wish<'a> {
    event: &'a Event,
    /// Its marks, the best place for a label first.
    marks: Vec<&'a Item>,
}

impl<'a> Wish<'a> {
    /// The mark on that person's track.
    fn mark_of(&self, person: &Option<PersonId>, layout: &Layout) -> Option<&'a Item> {
        let on_track = |item: &&&Item| layout.tracks[item.track].person == *person;
        self.marks.iter().find(on_track).copied()
    }
}

/// A label that has found its place.
struct Found<'a> {
    label: Label,
    mark: &'a Item,
    anchor: f64,
    /// Whether it stood there in the layout before; such a label does not grow.
    kept: bool,
}

/// Writes names beside marks: those of the layout before stay, then come others by importance; at last
/// titles and dates grow into what room is left.
pub(super) fn labels<'a>(
    layout: &'a Layout,
    view: &'a View,
    before: Option<&Layout>,
) -> (Vec<Label>, Seating<'a>) {
    let mut seating = Seating::new(layout, view);
    let wishes = wishes(layout, view);
    let mut found: BTreeMap<EventId, Found> = BTreeMap::new();
    if let Some(before) = before.filter(|before| is_same_zoom(before, layout)) {
        let by_event: BTreeMap<EventId, &Wish> =
            wishes.iter().map(|wish| (wish.event.id, wish)).collect();
        // What sticks to the picture's edge gives way to what moves with its mark.
        for sticks in [false, true] {
            for old in &before.labels {
                let person = before.tracks.get(old.track).map(|track| &track.person);
                let wish = by_event.get(&old.event);
                let mark = wish
                    .zip(person)
                    .and_then(|(wish, person)| wish.mark_of(person, layout));
                if let Some(mark) = mark.filter(|mark| seating.sticks(mark) == sticks)
                    && let Some(kept) = keep(old, mark, layout, &mut seating, view)
                {
                    found.insert(old.event, kept);
                }
            }
        }
    }
    for wish in &wishes {
        if !found.contains_key(&wish.event.id)
            && let Some(placed) = place(wish, layout, &mut seating, view)
        {
            found.insert(wish.event.id, placed);
        }
    }
    for wish in &wishes {
        if let Some(placed) = found.get_mut(&wish.event.id).filter(|placed| !placed.kept) {
            grow(placed, wish.event, &mut seating, view);
        }
    }
    let labels = found.into_values().map(|found| found.label).collect();
    (labels, seating)
}

/// Labels stay only while time and tracks keep their size.
fn is_same_zoom(before: &Layout, layout: &Layout) -> bool {
    let rows = |layout: &Layout| -> Vec<(Option<PersonId>, u64)> {
        let row = |track: &Track| (track.person.clone(), track.height.to_bits());
        layout.tracks.iter().map(row).collect()
    };
    let (a, b) = (&before.viewport, &layout.viewport);
    let (px_a, px_b) = (a.px_per_minute(), b.px_per_minute());
    (px_a - px_b).abs() <= px_a * 1e-9
        && (a.left_px, a.width_px) == (b.left_px, b.width_px)
        && rows(before) == rows(layout)
}

/// The events that want a name, by importance. A meeting is named once, on its least crowded track.
fn wishes<'a>(layout: &'a Layout, view: &View<'a>) -> Vec<Wish<'a>> {
    let mut crowd = vec![0_usize; layout.tracks.len()];
    let mut marks: BTreeMap<EventId, Vec<&Item>> = BTreeMap::new();
    for item in &layout.items {
        crowd[item.track] += 1;
        if let What::Event(event) = item.what
            && !layout.tracks[item.track].collapsed
        {
            marks.entry(event).or_default().push(item);
        }
    }
    let mut wishes: Vec<Wish> = marks
        .into_iter()
        .filter_map(|(id, mut marks)| {
            let event = view.chronology.event(id)?;
            marks.sort_by_key(|item| (crowd[item.track], Reverse(item.track)));
            (!event.when.is_unknown()).then_some(Wish { event, marks })
        })
        .collect();
    wishes.sort_by_key(|wish| (Reverse(wish.event.importance()), wish.event.id));
    wishes
}

/// Keeps a label of the layout before beside its mark, if it is still in view and free.
fn keep<'a>(
    old: &Label,
    mark: &'a Item,
    layout: &Layout,
    seating: &mut Seating,
    view: &View,
) -> Option<Found<'a>> {
    if !seats(mark, &layout.tracks[mark.track]).contains(&old.seat) {
        return None;
    }
    let anchor = seating.anchor(mark, old.seat)?;
    if !seating.fits(mark, old.seat, anchor, old.width) {
        return None;
    }
    let label = Label {
        track: mark.track,
        x: left_edge(anchor, old.width, old.seat),
        y: seating.baseline(mark, old.seat),
        lit: view.lit(old.event),
        ..old.clone()
    };
    seating.seat(mark, &label);
    Some(Found {
        label,
        mark,
        anchor,
        kept: true,
    })
}

/// Finds a place for a title: as whole as it can be for now, else cut to the room.
fn place<'a>(
    wish: &Wish<'a>,
    layout: &Layout,
    seating: &mut Seating,
    view: &View,
) -> Option<Found<'a>> {
    let title = &wish.event.title;
    let wanted = LABEL.cut(title, FIRST_PX).map(|cut| LABEL.width(&cut))?;
    let cut = LEAST_PX.min(wanted);
    for (least, crosses) in [(wanted, false), (wanted, true), (cut, false), (cut, true)] {
        for mark in &wish.marks {
            let seats = seats(mark, &layout.tracks[mark.track]).into_iter();
            for seat in seats.filter(|seat| seat.crosses == crosses) {
                let Some(anchor) = seating.anchor(mark, seat) else {
                    continue;
                };
                let room = seating.room(mark, seat, anchor);
                if room < least {
                    continue;
                }
                let Some(title) = LABEL.cut(title, room.min(FIRST_PX)) else {
                    continue;
                };
                let width = LABEL.width(&title);
                let label = Label {
                    event: wish.event.id,
                    track: mark.track,
                    x: left_edge(anchor, width, seat),
                    y: seating.baseline(mark, seat),
                    width,
                    title,
                    title_width: width,
                    date: String::new(),
                    derived: wish.event.when.certainty != Certainty::Stated,
                    seat,
                    lit: view.lit(wish.event.id),
                };
                seating.seat(mark, &label);
                return Some(Found {
                    label,
                    mark,
                    anchor,
                    kept: false,
                });
            }
        }
    }
    None
}

/// Lets a label grow to its whole title and its date, as far as there is room.
fn grow(found: &mut Found, event: &Event, seating: &mut Seating, view: &View) {
    const COMMA_PX: f64 = 6.0;
    let label = &mut found.label;
    seating.unseat(label);
    let room = seating
        .room(found.mark, label.seat, found.anchor)
        .min(MOST_PX);
    if let Some(title) = LABEL.cut(&event.title, room.max(label.width)) {
        label.title = title;
        label.title_width = LABEL.width(&label.title);
        label.width = label.title_width;
    }
    let date = short_date(event, view);
    let with_date = label.title_width + COMMA_PX + LOWER.width(&date);
    if label.title == event.title && with_date <= room && !label.seat.crosses {
        label.date = date;
        label.width = with_date;
    }
    label.x = left_edge(found.anchor, label.width, label.seat);
    seating.seat(found.mark, label);
}

fn left_edge(anchor: f64, width: f64, seat: Seat) -> f64 {
    if seat.left { anchor - width } else { anchor }
}

/// The date as a label gives it: as precisely as it is known, in few letters.
fn short_date(event: &Event, view: &View) -> String {
    let when = &event.when;
    let interval = drawn(when);
    let exact = when.granularity <= Granularity::Day && when.modifier.is_none();
    match (interval.first_day(), interval.last_day()) {
        (Some(first), Some(last)) if exact && first == last => {
            say_day(first, Precise::Short, view.interface)
        }
        _ => say_interval(interval, when.granularity, when.modifier, view.interface),
    }
}

/// Leaves out the names of office bands where a mark or a tear is in the way.
pub(super) fn name_bands(layout: &mut Layout) {
    for index in 0..layout.tracks.len() {
        let on_line = |item: &&Item| item.track == index && item.lane == 0;
        let marks: Vec<(f64, f64)> = layout
            .items
            .iter()
            .filter(on_line)
            .map(|item| (item.x0, item.x1))
            .chain(layout.axis.tears.iter().map(|tear| (tear.x0, tear.x1)))
            .collect();
        let begun: Vec<f64> = layout.tracks[index]
            .bands
            .iter()
            .map(|band| band.x0)
            .collect();
        for band in &mut layout.tracks[index].bands {
            // A name gives way to the next office's too, where two are held at once.
            let next = begun
                .iter()
                .filter(|x0| **x0 > band.x0)
                .map(|x0| (*x0, f64::MAX));
            let marks = marks.iter().copied().chain(next);
            let ahead = marks.filter(|mark| mark.1 > band.x0);
            let free = ahead.map(|mark| mark.0).fold(band.x1, f64::min) - band.x0;
            if LOWER.width(&band.text) + 16.0 > free {
                band.text.clear();
            }
        }
    }
}
