//! Tracks: which there are, in what order, how high, and what their heads say.

use super::lanes::Stack;
use super::sizes::{self, BAND_PX, LABEL_LINE_PX, LANE_PX, LOWER, NAME};
use super::view::{Shown, View};
use super::{Band, Track};
use crate::chronology::{Chronology, Person, PersonId, Term};
use crate::time::Interval;
use crate::words::{Message, say, word};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Free room at the left of the words in a track's head: the colour bar stands there.
pub(crate) const HEAD_INDENT_PX: f64 = 18.0;
const HEAD_PAD_PX: f64 = 8.0;
/// Free room above and below what stands on a track.
const PAD_PX: f64 = 6.0;

impl Track {
    /// The middle of a lane; the main one is lane 0, and a line of labels parts it from the others.
    pub fn lane_y(&self, lane: usize) -> f64 {
        if lane == 0 {
            return self.line_y;
        }
        let labels = if self.collapsed { 0.0 } else { LABEL_LINE_PX };
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

/// Lays the tracks below each other: fills the picture's height, or goes beyond it.
pub(super) fn tracks(shown: &Shown, stacks: &[Stack], view: &View) -> Vec<Track> {
    let room = view.viewport.height_px - sizes::AXIS_PX;
    let heights = heights(shown, stacks, view, room);
    let colors = super::colors(view.chronology);
    let mut top = sizes::AXIS_PX - view.viewport.scroll_px;
    let mut tracks = Vec::with_capacity(stacks.len());
    for ((person, events), (height, above)) in shown.tracks.iter().zip(heights) {
        let id: Option<PersonId> = person.cloned();
        let person = id.as_ref().and_then(|id| view.chronology.person(id));
        let collapsed = id
            .as_ref()
            .is_some_and(|id| view.choice.collapsed.contains(id));
        let head = Head::new(person, events.len(), collapsed, view);
        tracks.push(Track {
            color: id.as_ref().and_then(|id| colors.get(id)).copied(),
            person: id,
            top,
            height,
            line_y: top + above,
            name: head.name,
            full_name: head.full_name,
            office: head.office,
            count: head.count,
            bands: person.map_or_else(Vec::new, |person| bands(person, view)),
            collapsed,
        });
        top += height;
    }
    tracks
}

/// Whether all tracks fit into the picture; one without a height of its own fits anything.
pub(super) fn fit(shown: &Shown, stacks: &[Stack], view: &View) -> bool {
    let room = view.viewport.height_px - sizes::AXIS_PX;
    let heights = heights(shown, stacks, view, room);
    room <= 0.0 || heights.iter().map(|row| row.0).sum::<f64>() <= room + 0.5
}

/// Each track's height, and how far below its top the main line stands.
fn heights(shown: &Shown, stacks: &[Stack], view: &View, room: f64) -> Vec<(f64, f64)> {
    let collapsed = |i: usize| {
        shown.tracks[i]
            .0
            .is_some_and(|id| view.choice.collapsed.contains(id))
    };
    let natural = |i: usize, lines: f64| {
        let lanes = (stacks[i].lanes - 1) as f64 * LANE_PX;
        if collapsed(i) {
            return (sizes::COLLAPSED_PX + lanes, sizes::COLLAPSED_PX / 2.0);
        }
        let above = PAD_PX + lines * LABEL_LINE_PX + BAND_PX / 2.0;
        let below = BAND_PX / 2.0 + LABEL_LINE_PX + lanes + PAD_PX;
        ((above + below).max(sizes::LEAST_TRACK_PX), above)
    };
    let all =
        |lines: f64| -> Vec<(f64, f64)> { (0..stacks.len()).map(|i| natural(i, lines)).collect() };
    let sum = |rows: &[(f64, f64)]| rows.iter().map(|row| row.0).sum::<f64>();
    let mut rows = all(2.0);
    if sum(&rows) > room {
        rows = all(1.0);
    }
    let n_open = (0..stacks.len()).filter(|&i| !collapsed(i)).count();
    let spare = ((room - sum(&rows)) / n_open.max(1) as f64).max(0.0);
    for (i, row) in rows.iter_mut().enumerate() {
        if !collapsed(i) {
            let grown = spare.min((sizes::MOST_TRACK_PX - row.0).max(0.0));
            row.0 += grown;
            row.1 += grown / 2.0;
        }
    }
    rows
}

struct Head {
    name: String,
    full_name: String,
    office: String,
    count: String,
}

impl Head {
    fn new(person: Option<&Person>, n_events: usize, collapsed: bool, view: &View) -> Self {
        let room = sizes::head_px(view.viewport.width_px) - HEAD_INDENT_PX - HEAD_PAD_PX;
        let full_name = person.map_or_else(
            || word("picture-others", view.interface),
            |person| person.name.clone(),
        );
        let office = person
            .filter(|_| !collapsed)
            .map(|person| office_in_view(person, view))
            .unwrap_or_default();
        let count = Message::new("picture-events").with("n", n_events);
        Self {
            name: shorten(NAME, &full_name, room),
            full_name,
            office: shorten(LOWER, &office, room),
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

/// The office held at the time in view, or else the one nearest to it with its years.
fn office_in_view(person: &Person, view: &View) -> String {
    let seen = view.viewport.interval(view.scale);
    let held = person
        .terms
        .iter()
        .filter(|term| term.interval().overlaps(seen))
        .max_by_key(|term| term.from);
    if let Some(term) = held {
        return say_office(term, "picture-office", String::new(), view);
    }
    let before = |term: &&Term| term.interval().end <= seen.start;
    let nearest = person
        .terms
        .iter()
        .rfind(before)
        .or_else(|| person.terms.first());
    nearest.map_or_else(String::new, |term| {
        let year =
            |day: Option<crate::time::Day>| day.map_or(String::new(), |d| d.year().to_string());
        let years = format!("{}–{}", year(term.from), year(term.to));
        say_office(term, "picture-office-then", years, view)
    })
}

fn say_office(term: &Term, key: &'static str, years: String, view: &View) -> String {
    let message = Message::new(key)
        .with("office", office_word(term, view))
        .with(
            "country",
            word_or(
                &format!("country-{}", term.country.to_lowercase()),
                &term.country,
                view,
            ),
        )
        .with("years", years);
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

/// The times in office that are in view. A term that begins in view is named at its left edge; the
/// others are named in the head.
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
        let named = begins > left && !view.scale.gaps().iter().any(is_left_out);
        let text = if named {
            office_word(term, view)
        } else {
            String::new()
        };
        bands.push(Band { x0, x1, text });
    }
    bands
}

/// Suggests tracks and their order: the leaders of events, so that the lines of their meetings are short.
pub fn order_tracks(chronology: &Chronology) -> Vec<PersonId> {
    let mut counts: BTreeMap<&PersonId, usize> = BTreeMap::new();
    let mut shared: BTreeMap<(&PersonId, &PersonId), f64> = BTreeMap::new();
    for event in chronology.events() {
        for a in &event.participants {
            *counts.entry(a).or_default() += 1;
            for b in event.participants.iter().filter(|b| *b > a) {
                *shared.entry((a, b)).or_default() += 1.0;
            }
        }
    }
    let is_leader = |id: &PersonId| chronology.person(id).is_some_and(|person| person.leader);
    let mut order: Vec<(&PersonId, usize)> =
        counts.into_iter().filter(|(id, _)| is_leader(id)).collect();
    order.sort_by_key(|&(_, count)| Reverse(count));
    let ids: Vec<&PersonId> = order.into_iter().map(|(id, _)| id).collect();
    let weight = |a: usize, b: usize| {
        let pair = (ids[a].min(ids[b]), ids[a].max(ids[b]));
        shared.get(&pair).copied().unwrap_or(0.0)
    };
    let links: Vec<Vec<(usize, f64)>> = (0..ids.len())
        .map(|a| {
            let others = (0..ids.len()).filter(|&b| b != a);
            others
                .map(|b| (b, weight(a, b)))
                .filter(|l| l.1 > 0.0)
                .collect()
        })
        .collect();
    shortest(&links)
        .into_iter()
        .map(|i| ids[i].clone())
        .collect()
}

/// The order of tracks that makes the sum of their links short: by barycentre, then by swaps.
fn shortest(links: &[Vec<(usize, f64)>]) -> Vec<usize> {
    const ROUNDS: usize = 8;
    let mut best: Vec<usize> = (0..links.len()).collect();
    let mut order = best.clone();
    for _ in 0..ROUNDS {
        let places = places(&order);
        let barycentre = |a: usize| {
            let weight: f64 = links[a].iter().map(|l| l.1).sum();
            let sum: f64 = links[a].iter().map(|l| l.1 * places[l.0] as f64).sum();
            if weight > 0.0 {
                sum / weight
            } else {
                links.len() as f64
            }
        };
        order.sort_by(|&a, &b| barycentre(a).total_cmp(&barycentre(b)));
        if length(&order, links) < length(&best, links) {
            best.clone_from(&order);
        }
    }
    swap_while_shorter(&mut best, links);
    best
}

fn swap_while_shorter(order: &mut [usize], links: &[Vec<(usize, f64)>]) {
    const FAR: usize = 40;
    const ROUNDS: usize = 20;
    let mut reached = length(order, links);
    for _ in 0..ROUNDS {
        let before = reached;
        for a in 0..order.len() {
            for b in a + 1..order.len().min(a + FAR) {
                order.swap(a, b);
                let now = length(order, links);
                if now < reached {
                    reached = now;
                } else {
                    order.swap(a, b);
                }
            }
        }
        if reached >= before {
            break;
        }
    }
}

fn places(order: &[usize]) -> Vec<usize> {
    let mut places = vec![0; order.len()];
    for (place, &a) in order.iter().enumerate() {
        places[a] = place;
    }
    places
}

fn length(order: &[usize], links: &[Vec<(usize, f64)>]) -> f64 {
    let places = places(order);
    let of = |a: usize| -> f64 {
        let far = |b: usize| places[a].abs_diff(places[b]) as f64;
        links[a].iter().map(|&(b, weight)| weight * far(b)).sum()
    };
    (0..links.len()).map(of).sum()
}
