//! Turns a layout into shapes: grid, bands, lines, marks with their labels, track heads, axis.

mod axis;
mod labels;
mod marks;
mod painter;
mod tracks;

use super::{Hit, Rect, Scene, Target, Theme};
use crate::chronology::EventId;
use crate::layout::{Item, Layout, Link, Lit, What, sizes};
use painter::Painter;
use std::collections::BTreeMap;

/// Draws a layout in the colours of a theme.
pub fn draw(layout: &Layout, theme: &Theme) -> Scene {
    let mut painter = Painter::new(layout, theme);
    painter.group("grid", |p| {
        axis::grid(p);
        tracks::rows(p);
    });
    painter.group("offices", tracks::bands);
    let mut events: BTreeMap<EventId, Hit> = BTreeMap::new();
    painter.group("lines", |p| {
        // What stands out comes last, so that nothing crosses it.
        let mut links: Vec<&Link> = layout.links.iter().collect();
        links.sort_by_key(|link| link.lit);
        for link in links {
            line(p, link, &mut events);
        }
    });
    for index in 0..layout.tracks.len() {
        track(&mut painter, index, &mut events);
    }
    painter.group("gaps", axis::tears);
    painter.group("heads", tracks::heads);
    painter.group("axis", axis::axis);
    painter.finish(in_reading_order(events, layout))
}

/// One track's marks and labels.
fn track(painter: &mut Painter, index: usize, events: &mut BTreeMap<EventId, Hit>) {
    let layout = painter.layout;
    let track = &layout.tracks[index];
    if track.bottom() <= layout.top_px || track.top >= layout.viewport.height_px {
        return;
    }
    let id = track.person.as_ref().map_or("others", |id| id.as_str());
    let mut items: Vec<&Item> = layout
        .items
        .iter()
        .filter(|one| one.track == index)
        .collect();
    // Windows lie behind what is exact, and what stands out lies before all.
    items.sort_by_key(|item| (item.lit, item.x1 - item.x0 < sizes::DISC_PX + 1.0));
    painter.named_group(&format!("track-{id}"), &track.full_name, "", |p| {
        for item in items {
            match &item.what {
                What::Event(event) => mark(p, item, *event, id, events),
                What::More {
                    count,
                    interval,
                    words,
                } => {
                    let from = p.len();
                    marks::mark(p, item);
                    let target = Target::More {
                        person: track.person.clone(),
                        interval: *interval,
                        count: *count,
                    };
                    p.hit(target, marks::area(item), from, words.clone());
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
    track: &str,
    events: &mut BTreeMap<EventId, Hit>,
) {
    let Some(spoken) = p.layout.spoken.get(&event) else {
        return;
    };
    let id = format!("{}-{track}", event_name(event));
    let description = [&spoken.date, &spoken.people, &spoken.quote]
        .into_iter()
        .filter(|part| !part.is_empty())
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join("\n");
    let from = p.len();
    let mut areas = vec![marks::area(item)];
    p.named_group(&id, &spoken.title, &description, |p| {
        marks::mark(p, item);
        let layout = p.layout;
        let here =
            |label: &&crate::layout::Label| label.event == event && label.track == item.track;
        if let Some(label) = layout.labels.iter().find(here) {
            labels::label(p, label, item);
            areas.push(Rect {
                x: label.x,
                y: label.y - 14.0,
                width: label.width,
                height: sizes::LABEL_LINE_PX,
            });
        }
    });
    let run = from..p.len();
    let hit = events.entry(event).or_insert_with(|| new_hit(p, event));
    hit.shapes.push(run);
    let clipped = areas.into_iter().filter_map(|area| p.in_tracks(area));
    hit.areas.extend(clipped);
}

/// The line of a meeting.
fn line(p: &mut Painter, link: &Link, events: &mut BTreeMap<EventId, Hit>) {
    const REACH_PX: f64 = 4.0;
    let from = p.len();
    p.group(&format!("{}-line", event_name(link.event)), |p| {
        labels::line(p, link)
    });
    let run = from..p.len();
    let hit = events
        .entry(link.event)
        .or_insert_with(|| new_hit(p, link.event));
    hit.shapes.push(run);
    for &(top, bottom) in &link.pieces {
        let area = Rect::between(link.x - REACH_PX, top, link.x + REACH_PX, bottom);
        hit.areas.extend(p.in_tracks(area));
    }
    if let Some(stub) = &link.stub {
        let area = Rect {
            x: stub.x,
            y: stub.y - 14.0,
            width: stub.width,
            height: sizes::LABEL_LINE_PX,
        };
        let target = Target::Hidden(stub.persons.clone());
        let n = p.len();
        p.hit(target, area, n, stub.text.clone());
    }
}

fn new_hit(p: &Painter, event: EventId) -> Hit {
    let spoken = p.layout.spoken.get(&event);
    Hit {
        target: Target::Event(event),
        areas: Vec::new(),
        shapes: Vec::new(),
        label: spoken.map_or_else(String::new, crate::layout::Spoken::sentence),
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

/// A name for an event that is the same in every picture of it.
fn event_name(event: EventId) -> String {
    format!("event-{:016x}-{}-{}", event.article.0, event.start, event.n)
}

/// Whether a thing is to stand out at all.
fn is_lit(lit: Lit) -> bool {
    lit != Lit::No
}
