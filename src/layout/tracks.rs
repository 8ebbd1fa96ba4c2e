//! Tracks: where they stand, what their heads say, and when their leaders held office.

use super::rows::Plan;
use super::sizes::{self, LOWER, NAME};
use super::view::View;
use super::{Band, Item, Track};
use crate::chronology::{Person, PersonId, Term};
use crate::time::{Day, Interval};
use crate::words::{Message, say, word};

/// Free room at the left of the words in a track's head: the colour bar stands there.
pub(crate) const HEAD_INDENT_PX: f64 = 18.0;
const HEAD_PAD_PX: f64 = 8.0;

/// Lays the tracks below each other.
pub(super) fn tracks(plan: &Plan, view: &View) -> Vec<Track> {
    let roll = view.index.roll();
    let mut top = sizes::AXIS_PX - view.viewport.scroll_px;
    let mut tracks = Vec::with_capacity(plan.rows.len());
    for (row, planned) in view.index.tracks.iter().zip(&plan.rows) {
        let id: Option<PersonId> = row.person.map(|one| roll.persons()[one as usize].clone());
        let person = id.as_ref().and_then(|id| view.chronology.person(id));
        let is_thin = planned.height <= sizes::COLLAPSED_PX;
        let in_view = top < view.viewport.height_px && top + planned.height > sizes::AXIS_PX;
        let head = match in_view {
            true => Head::new(person, row.n_events, is_thin, view),
            false => Head::default(),
        };
        let shows_bands = in_view && planned.height >= sizes::STRIP_PX;
        let pinned = id
            .as_ref()
            .is_some_and(|id| view.choice.pinned.contains(id));
        tracks.push(Track {
            color: row.person.map(|person| roll.color(person)),
            person: id,
            top,
            height: planned.height,
            line_y: top + planned.line,
            lines: planned.lines,
            n_lanes: planned.lanes,
            name: head.name,
            full_name: head.full_name,
            office: String::new(),
            n_events: row.n_events,
            count: head.count,
            bands: person
                .filter(|_| shows_bands)
                .map_or_else(Vec::new, |one| bands(one, view)),
            collapsed: is_thin,
            pinned,
        });
        top += planned.height;
    }
    tracks
}

#[derive(Default)]
struct Head {
    name: String,
    full_name: String,
    count: String,
}

impl Head {
    fn new(person: Option<&Person>, n_events: usize, collapsed: bool, view: &View) -> Self {
        let room = sizes::head_px(view.viewport.width_px) - HEAD_INDENT_PX - HEAD_PAD_PX;
        let full_name = person.map_or_else(
            || word("picture-others", view.interface),
            |person| person.name.clone(),
        );
        let count = Message::new("picture-events").with("n", n_events);
        Self {
            name: shorten(NAME, &full_name, room),
            full_name,
            count: if collapsed {
                String::new()
            } else {
                say(&count, view.interface)
            },
        }
    }
}

/// The text cut to the room; where even the cut one is too wide, as many letters as there is room for.
fn shorten(text_type: sizes::Type, text: &str, room: f64) -> String {
    text_type.cut(text, room).unwrap_or_else(|| {
        let mut short = text.to_owned();
        while short.pop().is_some() && text_type.width(&short) + text_type.size > room {}
        short.push('…');
        short
    })
}

/// Says in each head an office: the one held at the latest event in view, where there was one. What is held at
/// another time would be misread beside it.
pub(super) fn say_offices(tracks: &mut [Track], items: &[Item], view: &View) {
    let room = sizes::head_px(view.viewport.width_px) - HEAD_INDENT_PX - HEAD_PAD_PX;
    for (index, track) in tracks.iter_mut().enumerate() {
        let person = track.person.as_ref().filter(|_| !track.name.is_empty());
        let Some(person) = person.and_then(|id| view.chronology.person(id)) else {
            continue;
        };
        let from = items.partition_point(|item| item.track < index);
        let own = items[from..].iter().take_while(|item| item.track == index);
        let Some((term, is_held)) = office(person, own, view) else {
            continue;
        };
        if !track.collapsed {
            track.office = shorten(LOWER, &say_office(term, is_held, view), room);
        }
        // What the head says need not be said at the left edge too.
        let said = office_word(term, view);
        for band in &mut track.bands {
            if band.x0 <= view.left() && band.text == said {
                band.text.clear();
            }
        }
    }
}

/// The office to say of a person, and whether it is held in view; else it is the one nearest to it.
fn office<'a>(
    person: &'a Person,
    items: impl Iterator<Item = &'a Item>,
    view: &View,
) -> Option<(&'a Term, bool)> {
    let roll = view.index.roll();
    let is_seen =
        |item: &&Item| view.is_dated(item) && item.x1 > view.left() && item.x0 < view.right();
    let latest = items.filter(is_seen).map(|item| roll.at(item.number)).max();
    let seen = view.viewport.interval(view.scale);
    let held = |time: Interval| {
        let terms = person.terms.iter();
        let held = terms.filter(|term| term.interval().overlaps(time));
        held.max_by_key(|term| term.from)
    };
    let at_latest = latest.and_then(|at| held(Interval::new(at, at + 1)));
    if let Some(term) = at_latest.or_else(|| held(seen)) {
        return Some((term, true));
    }
    let before = |term: &&Term| term.interval().end <= seen.start;
    let nearest = person.terms.iter().rfind(before);
    nearest.or(person.terms.first()).map(|term| (term, false))
}

/// "President, Russia"; with its years where it is not held in view.
fn say_office(term: &Term, is_held: bool, view: &View) -> String {
    let key = match is_held {
        true => "picture-office",
        false => "picture-office-then",
    };
    let year = |day: Option<Day>| day.map_or(String::new(), |day| day.year().to_string());
    let country = format!("country-{}", term.country.to_lowercase());
    let message = Message::new(key)
        .with("office", office_word(term, view))
        .with("country", word_or(&country, &term.country, view))
        .with("years", format!("{}–{}", year(term.from), year(term.to)));
    say(&message, view.interface)
}

fn office_word(term: &Term, view: &View) -> String {
    word_or(&format!("office-{}", term.office), &term.office, view)
}

fn word_or(key: &str, otherwise: &str, view: &View) -> String {
    let said = word(key, view.interface);
    if said == key {
        otherwise.to_owned()
    } else {
        said
    }
}

/// The times in office that are in view, named at their left edges.
fn bands(person: &Person, view: &View) -> Vec<Band> {
    let (left, right) = (view.left(), view.right());
    let mut bands: Vec<Band> = Vec::new();
    for term in &person.terms {
        let Interval { start, end } = term.interval();
        let begins = start.map_or(f64::NEG_INFINITY, |start| view.x(start));
        let x0 = begins.max(left);
        let x1 = end.map_or(right, |end| view.x(end)).min(right);
        if x1 <= x0 {
            continue;
        }
        let is_left_out = |gap: &super::Gap| gap.interval.contains(Interval { start, end: start });
        let named = !view.scale.gaps().iter().any(is_left_out);
        let text = if named {
            office_word(term, view)
        } else {
            String::new()
        };
        bands.push(Band { x0, x1, text });
    }
    bands
}
