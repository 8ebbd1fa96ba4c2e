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
use super::{Item, Label, Layout, Seat};
use crate::chronology::{Certainty, Event, EventId, PersonId};
use crate::time::Granularity;
use crate::words::{Precise, say_day, say_interval};
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::sync::Arc;

/// A title is cut to this while other events wait for their label.
const FIRST_PX: f64 = 190.0;
/// A label is never wider than this.
const MOST_PX: f64 = 420.0;
/// While the zoom changes by less than this factor, labels keep their places as they do while the view pans.
const DEAD_BAND: f64 = 1.2;
/// A cut title narrower than this says too little.
const LEAST_PX: f64 = 78.0;

/// A mark that wants a name.
struct Wish<'a> {
    event: EventId,
    number: u32,
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
    /// Whether it stays as it was in the layout before; such a label does not grow.
    kept: bool,
}

/// Writes names beside marks: those of the layout before stay, then come others by importance; at last
/// titles and dates grow into what room is left. Where they are placed anew, important ones come before those
/// that stay, but each first seeks the place that it had.
pub(super) fn labels<'a>(
    layout: &'a Layout,
    view: &'a View,
    before: Option<&Layout>,
    is_anew: bool,
) -> (Vec<Label>, Seating<'a>) {
    let mut seating = Seating::new(layout, view);
    let wishes = wishes(layout, view);
    let mut found: Vec<Option<Found>> = wishes.iter().map(|_| None).collect();
    let mut olds: Vec<Option<(&Label, &Item)>> = wishes.iter().map(|_| None).collect();
    if let Some(before) = before {
        let by_event: FxHashMap<EventId, &Label> =
            before.labels.iter().map(|old| (old.event, old)).collect();
        for (wish, place) in wishes.iter().zip(&mut olds) {
            *place = by_event.get(&wish.event).and_then(|old| {
                let person = &before.tracks.get(old.track)?.person;
                Some((*old, wish.mark_of(person, layout)?))
            });
        }
    }
    if !is_anew {
        // What sticks to the picture's edge gives way to what moves with its mark.
        for sticks in [false, true] {
            for (place, old) in found.iter_mut().zip(&olds) {
                let old = old.filter(|(_, mark)| seating.sticks(mark) == sticks);
                if let Some((old, mark)) = old {
                    *place = keep(old, mark, layout, &mut seating, view);
                }
            }
        }
    }
    for ((wish, place), old) in wishes.iter().zip(&mut found).zip(&olds) {
        if place.is_some() {
            continue;
        }
        let old = old.filter(|_| is_anew);
        *place = old.and_then(|(old, mark)| keep(old, mark, layout, &mut seating, view));
        match place {
            Some(kept) => kept.kept = false,
            None => *place = place_new(wish, layout, &mut seating, view),
        }
    }
    for (wish, place) in wishes.iter().zip(&mut found) {
        if let Some(placed) = place.as_mut().filter(|placed| !placed.kept)
            && let Some(event) = view.event(wish.number)
        {
            grow(placed, event, &mut seating, view);
        }
    }
    let mut labels: Vec<Label> = found.into_iter().flatten().map(|one| one.label).collect();
    labels.sort_by_key(|label| label.event);
    (labels, seating)
}

/// Whether labels need not stay as they were: the zoom has left the dead band, or the rows, the events or the
/// language have changed.
pub(super) fn are_placed_anew(layout: &Layout, before: Option<&Layout>) -> bool {
    let Some(before) = before else {
        return true;
    };
    let (a, b) = (&before.viewport, &layout.viewport);
    let zoom = layout.viewport.px_per_minute() / before.placed_px;
    !(1.0 / DEAD_BAND..=DEAD_BAND).contains(&zoom)
        || (a.left_px, a.width_px) != (b.left_px, b.width_px)
        || !(Arc::ptr_eq(&before.plan, &layout.plan) || before.plan.keeps_labels(&layout.plan))
}

/// The events that want a name, by importance. A meeting is named once, on its least crowded track.
fn wishes<'a>(layout: &'a Layout, view: &View<'a>) -> Vec<Wish<'a>> {
    let roll = view.index.roll();
    let mut crowd = vec![0_usize; layout.tracks.len()];
    let mut named: Vec<(u32, &Item)> = Vec::with_capacity(layout.items.len());
    for item in &layout.items {
        crowd[item.track] += 1;
        if view.is_dated(item) && !layout.tracks[item.track].collapsed {
            named.push((item.number, item));
        }
    }
    named.sort_by_key(|(number, item)| (*number, crowd[item.track], Reverse(item.track)));
    let of_event = |marks: &[(u32, &'a Item)]| Wish {
        event: roll.id(marks[0].0),
        number: marks[0].0,
        marks: marks.iter().map(|(_, item)| *item).collect(),
    };
    let mut wishes: Vec<Wish> = named.chunk_by(|a, b| a.0 == b.0).map(of_event).collect();
    wishes.sort_by_key(|wish| (Reverse(roll.importance(wish.number)), wish.event));
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
fn place_new<'a>(
    wish: &Wish<'a>,
    layout: &Layout,
    seating: &mut Seating,
    view: &View,
) -> Option<Found<'a>> {
    let event = view.event(wish.number)?;
    let title = &event.title;
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
                    event: event.id,
                    track: mark.track,
                    x: left_edge(anchor, width, seat),
                    y: seating.baseline(mark, seat),
                    width,
                    title,
                    title_width: width,
                    date: String::new(),
                    derived: event.when.certainty != Certainty::Stated,
                    seat,
                    lit: view.lit(event.id),
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
    label.date.clear();
    label.derived = event.when.certainty != Certainty::Stated;
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

/// Where the density strips of a track stand.
fn strips(layout: &Layout, track: usize) -> impl Iterator<Item = (f64, f64)> {
    let own = layout
        .strips
        .iter()
        .filter(move |strip| strip.track == track);
    own.map(|strip| {
        (
            strip.x0,
            strip.x0 + strip.cell_px * strip.counts.len() as f64,
        )
    })
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
            .chain(strips(layout, index))
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
