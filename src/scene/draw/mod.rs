//! Turns a layout into shapes: grid, bands, lines, marks with their labels, track heads, axis.

mod axis;
mod labels;
mod marks;
mod painter;
mod strips;
mod tracks;

use super::{Hit, Part, Rect, Scene, Target, Theme};
use crate::chronology::EventId;
use crate::layout::{Item, Label, Layout, Link, Lit, What, sizes};
use painter::Painter;
use std::collections::BTreeMap;

/// Draws a layout in the colours of a theme.
pub fn draw(layout: &Layout, theme: &Theme) -> Scene {
    let mut painter = Painter::new(layout, theme);
    painter.group(Part::Layer("grid"), |p| {
        axis::grid(p);
        tracks::rows(p);
    });
    painter.group(Part::Layer("offices"), tracks::bands);
    let mut events: BTreeMap<EventId, Hit> = BTreeMap::new();
    painter.group(Part::Layer("lines"), |p| {
        // What stands out comes last, so that nothing crosses it.
        let mut links: Vec<&Link> = layout.links.iter().collect();
        links.sort_by_key(|link| link.lit);
        for link in links {
            line(p, link, &mut events);
        }
    });
    painter.group(Part::Layer("gaps"), axis::tears);
    let labels: Labels = layout
        .labels
        .iter()
        .map(|label| (label.event, label))
        .collect();
    let most = strips::most(&layout.strips);
    for index in 0..layout.tracks.len() {
        track(&mut painter, index, most, &labels, &mut events);
    }
    painter.group(Part::Layer("heads"), tracks::heads);
    painter.group(Part::Layer("axis"), axis::axis);
    painter.finish(in_reading_order(events, layout))
}

/// The labels, by event.
type Labels<'a> = BTreeMap<EventId, &'a Label>;

/// One track's marks and labels.
fn track(
    painter: &mut Painter,
    index: usize,
    most: f64,
    labels: &Labels,
    events: &mut BTreeMap<EventId, Hit>,
) {
    let layout = painter.layout;
    let track = &layout.tracks[index];
    if track.bottom() <= layout.top_px || track.top >= layout.viewport.height_px {
        return;
    }
    let begun = layout.items.partition_point(|one| one.track < index);
    let own = layout.items[begun..]
        .iter()
        .take_while(|one| one.track == index);
    let mut items: Vec<&Item> = own.collect();
    // Windows lie behind what is exact, that behind numbers, and what stands out lies before all.
    items.sort_by_key(|item| {
        let is_number = matches!(item.what, What::More { .. });
        (
            item.lit,
            is_number,
            item.x1 - item.x0 < sizes::DISC_PX + 1.0,
        )
    });
    painter.group(Part::Track(index), |p| {
        strips::strips(p, index, most);
        for item in items {
            match &item.what {
                What::Event(event) => mark(p, item, *event, labels, events),
                What::More { count, interval } => {
                    marks::mark(p, item, false);
                    let target = Target::More {
                        person: track.person.clone(),
                        interval: *interval,
                        count: *count,
                    };
                    p.hit(target, marks::area(item), String::new());
                }
            }
        }
    });
}

/// An event's mark on one track, with its label if that stands here.
fn mark(
    p: &mut Painter,
    item: &Item,
    event: EventId,
    labels: &Labels,
    events: &mut BTreeMap<EventId, Hit>,
) {
    let mut areas = vec![marks::area(item)];
    let label = labels.get(&event).filter(|label| label.track == item.track);
    p.group(Part::Mark(event, item.track), |p| {
        marks::mark(p, item, label.is_some_and(|label| label.seat.is_inside()));
        if let Some(label) = label {
            labels::label(p, label, item);
            areas.push(Rect {
                x: label.x,
                y: label.y - 14.0,
                width: label.width,
                height: sizes::LABEL_LINE_PX,
            });
        }
    });
    let hit = events.entry(event).or_insert_with(|| new_hit(event));
    let clipped = areas.into_iter().filter_map(|area| p.in_tracks(area));
    hit.areas.extend(clipped);
}

/// The line of a meeting.
fn line(p: &mut Painter, link: &Link, events: &mut BTreeMap<EventId, Hit>) {
    const REACH_PX: f64 = 4.0;
    p.group(Part::Line(link.event), |p| labels::line(p, link));
    let hit = events
        .entry(link.event)
        .or_insert_with(|| new_hit(link.event));
    for &(top, bottom) in &link.pieces {
        let area = Rect::between(link.x - REACH_PX, top, link.x + REACH_PX, bottom);
        hit.areas.extend(p.in_tracks(area));
    }
    if let Some(stub) = &link.stub {
        // A line without words can be pointed at too.
        let (x, width) = match stub.is_named {
            true => (stub.x, stub.width),
            false => (stub.x - sizes::TARGET_PX / 2.0, sizes::TARGET_PX),
        };
        let area = Rect {
            x,
            y: stub.y - 14.0,
            width,
            height: sizes::LABEL_LINE_PX,
        };
        let target = Target::Hidden(stub.persons.clone());
        p.hit(target, area, stub.text.clone());
    }
}

fn new_hit(event: EventId) -> Hit {
    Hit {
        target: Target::Event(event),
        areas: Vec::new(),
        label: String::new(),
    }
}

/// Events from left to right, as somebody would read them.
fn in_reading_order(events: BTreeMap<EventId, Hit>, layout: &Layout) -> Vec<Hit> {
    let mut first: BTreeMap<EventId, f64> = BTreeMap::new();
    for item in &layout.items {
        if let What::Event(event) = item.what {
            first.entry(event).or_insert(item.at);
        }
    }
    let mut hits: Vec<(f64, Hit)> = events
        .into_iter()
        .filter(|(_, hit)| !hit.areas.is_empty())
        .map(|(event, hit)| (first.get(&event).copied().unwrap_or(f64::MAX), hit))
        .collect();
    hits.sort_by(|a, b| a.0.total_cmp(&b.0));
    hits.into_iter().map(|(_, hit)| hit).collect()
}

/// Whether a thing is to stand out at all.
fn is_lit(lit: Lit) -> bool {
    lit != Lit::No
}
