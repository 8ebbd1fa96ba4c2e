//! Seats: the places beside a mark where its label can stand, and what is taken already.

use super::marks::count_text;
use super::sizes::{self, LANES};
use super::view::View;
use super::{Item, Label, Layout, Link, Mark, Seat, Track, What};
use crate::chronology::EventId;
use rustc_hash::FxHashMap;

/// Free room between two labels of a line.
const BETWEEN_PX: f64 = 10.0;
/// Free room between a label and a line that passes.
const BESIDE_PX: f64 = 4.0;
/// Where a label begins beside its own line to another track.
const OFF_LINE_PX: f64 = 6.0;
/// Free room at the picture's edges.
const EDGE_PX: f64 = 4.0;
/// A mark this wide has its name at its beginning.
const WIDE_PX: f64 = 40.0;
/// A capsule this wide may hold its name.
const HOLDS_NAME_PX: f64 = 110.0;
/// Free room at the ends of a name inside its capsule.
const INSIDE_PX: f64 = 10.0;

/// Higher lines are the lanes, beside the mark.
const LAST_LINE: u8 = 2;
/// Added to a lane's line: inside the mark.
const INSIDE: u8 = 100;

impl Seat {
    /// Whether the label stands inside its mark.
    pub fn is_inside(self) -> bool {
        self.line >= INSIDE
    }

    /// Whether the label stands so high that a stem joins it to its mark.
    pub fn has_stem(self) -> bool {
        self.line == 1
    }

    fn is_in_lane(self) -> bool {
        self.line > LAST_LINE
    }

    /// The line of a label beside a mark in its lane.
    fn beside(lane: usize) -> u8 {
        LAST_LINE + 1 + lane as u8
    }

    /// The line or lane in which room is taken.
    fn key(self, track: usize) -> (usize, u8) {
        (track, self.line)
    }
}

/// The places for a label beside a mark, the best first; first those that interrupt no line.
pub(super) fn seats(mark: &Item, track: &Track) -> Vec<Seat> {
    let seat = |line, left, crosses| Seat {
        line,
        left,
        crosses,
    };
    if mark.lane > 0 || track.lines.above == 0 {
        let lane = Seat::beside(mark.lane);
        let mut seats = vec![
            seat(lane, false, false),
            seat(lane, true, false),
            seat(lane, false, true),
            seat(lane, true, true),
        ];
        let holds_name = matches!(mark.mark, Mark::Count(..) | Mark::Bar(_) | Mark::Capsule(_));
        let holds_name = holds_name && track.lines.above > 0;
        if holds_name && mark.x1 - mark.x0 > HOLDS_NAME_PX {
            seats.insert(0, seat(INSIDE + lane, false, false));
        }
        return seats;
    }
    let lines: &[u8] = if track.lines.below > 0 { &[0, 2] } else { &[0] };
    let mut seats = Vec::new();
    for crosses in [false, true] {
        for left in [false, true] {
            seats.extend(lines.iter().map(|&line| seat(line, left, crosses)));
        }
        if !crosses && track.lines.above > 1 {
            seats.extend([false, true].map(|left| seat(1, left, false)));
        }
    }
    seats
}

/// The lines of labels of all tracks, and what stands in them.
pub(super) struct Seating<'a> {
    layout: &'a Layout,
    view: &'a View<'a>,
    links: FxHashMap<EventId, &'a Link>,
    /// Taken stretches, with the air around them.
    taken: Places,
    /// Where lines of meetings and tears pass.
    passed: Places,
}

/// Stretches of the lines of all tracks, by track and line.
struct Places(Vec<[Vec<(f64, f64)>; LINES]>);

/// Lines of a track: above, below, and beside the marks of each lane with the one for numbers.
const LINES: usize = LAST_LINE as usize + 1 + LANES + 2;

impl Places {
    fn of(&self, (track, line): (usize, u8)) -> &[(f64, f64)] {
        let lines = self.0.get(track);
        lines
            .and_then(|lines| lines.get(usize::from(line)))
            .map_or(&[], Vec::as_slice)
    }

    /// Nothing for what stands inside a mark: it is in nobody's way.
    fn of_mut(&mut self, (track, line): (usize, u8)) -> Option<&mut Vec<(f64, f64)>> {
        self.0.get_mut(track)?.get_mut(usize::from(line))
    }

    fn push(&mut self, key: (usize, u8), x0: f64, x1: f64) {
        if let Some(places) = self.of_mut(key) {
            places.push((x0, x1));
        }
    }
}

impl<'a> Seating<'a> {
    pub fn new(layout: &'a Layout, view: &'a View<'a>) -> Self {
        let mut seating = Self {
            layout,
            view,
            links: layout.links.iter().map(|link| (link.event, link)).collect(),
            taken: Places(layout.tracks.iter().map(|_| Default::default()).collect()),
            passed: Places(layout.tracks.iter().map(|_| Default::default()).collect()),
        };
        for item in &layout.items {
            let key = (item.track, Seat::beside(item.lane));
            seating.take(key, item.x0, item.x1, BESIDE_PX);
        }
        for strip in layout
            .strips
            .iter()
            .filter(|strip| !strip.counts.is_empty())
        {
            let x1 = strip.x0 + strip.cell_px * strip.counts.len() as f64;
            seating.take((strip.track, Seat::beside(0)), strip.x0, x1, BESIDE_PX);
        }
        for link in &layout.links {
            for &(from, to) in &link.pieces {
                seating.take_line(link.x, from, to);
            }
        }
        let most_lanes = layout.items.iter().map(|item| item.lane).max().unwrap_or(0);
        for (index, track) in layout.tracks.iter().enumerate() {
            for tear in layout.axis.tears.iter().filter(|_| !track.collapsed) {
                for line in 0..=Seat::beside(most_lanes) {
                    let (x0, x1) = (tear.x0 - BESIDE_PX, tear.x1 + BESIDE_PX);
                    seating.passed.push((index, line), x0, x1);
                }
            }
        }
        seating
    }

    /// Where a label is held beside its mark: its left edge, or its right edge if it stands left.
    pub fn anchor(&self, mark: &Item, seat: Seat) -> Option<f64> {
        let What::Event(event) = mark.what else {
            return None;
        };
        if seat.is_inside() {
            let sign = match mark.mark {
                Mark::Count(n, _) => sizes::INSIDE.width(&count_text(n)) + 6.0,
                _ => 0.0,
            };
            return Some(mark.x0.max(self.view.left()) + INSIDE_PX + sign);
        }
        if seat.is_in_lane() {
            return Some(if seat.left {
                mark.x0 - OFF_LINE_PX
            } else {
                mark.x1 + OFF_LINE_PX
            });
        }
        if mark.x1 - mark.x0 > WIDE_PX {
            return (!seat.left).then(|| mark.x0.max(self.view.left() + EDGE_PX) + 1.0);
        }
        let y = self.layout.tracks[mark.track].label_y(seat.line) - 4.0;
        let passes = |link: &&Link| link.pieces.iter().any(|&(from, to)| from < y && y < to);
        let off = if seat.has_stem() || self.links.get(&event).is_some_and(passes) {
            OFF_LINE_PX
        } else {
            -(mark.x1 - mark.x0) / 2.0
        };
        Some(if seat.left {
            mark.at - off
        } else {
            mark.at + off
        })
    }

    /// Whether a mark's label stands at the picture's edge while the mark begins beyond it.
    pub fn sticks(&self, mark: &Item) -> bool {
        mark.lane == 0 && mark.x1 - mark.x0 > WIDE_PX && mark.x0 < self.view.left() + EDGE_PX
    }

    /// Baseline of a label beside its mark.
    pub fn baseline(&self, mark: &Item, seat: Seat) -> f64 {
        if seat.is_in_lane() {
            mark.y + 4.0
        } else {
            self.layout.tracks[mark.track].label_y(seat.line)
        }
    }

    /// How wide a label held at an anchor can be.
    pub fn room(&self, mark: &Item, seat: Seat, anchor: f64) -> f64 {
        let (left, right) = (self.view.left() + EDGE_PX, self.view.right() - EDGE_PX);
        if anchor < left - 0.01 || anchor > right {
            return 0.0;
        }
        let mut room = if seat.left {
            anchor - left
        } else {
            right - anchor
        };
        if seat.is_inside() {
            // The disc in the middle of a capsule must be seen.
            let disc = matches!(mark.mark, Mark::Capsule(_)) && mark.at > anchor;
            let end = if disc { mark.at } else { mark.x1 };
            room = room.min(end - INSIDE_PX - anchor);
        }
        let key = seat.key(mark.track);
        let passed: &[(f64, f64)] = match seat.crosses {
            true => &[],
            false => self.passed.of(key),
        };
        for &(a, b) in self.taken.of(key).iter().chain(passed) {
            let (ahead, near) = if seat.left {
                (a < anchor, anchor - b)
            } else {
                (b > anchor, a - anchor)
            };
            if ahead {
                room = room.min(near);
            }
        }
        let stem_taken =
            seat.has_stem() && !self.is_free((mark.track, 0), mark.at - 1.0, mark.at + 1.0);
        if stem_taken { 0.0 } else { room.max(0.0) }
    }

    /// Whether a label can stand where it is held, whole and in view.
    pub fn fits(&self, mark: &Item, seat: Seat, anchor: f64, width: f64) -> bool {
        // Rounding must not move a label that has not moved.
        const SLACK_PX: f64 = 0.05;
        self.room(mark, seat, anchor) + SLACK_PX >= width
    }

    /// Takes a label's place.
    pub fn seat(&mut self, mark: &Item, label: &Label) {
        let key = label.seat.key(label.track);
        self.take(key, label.x, label.x + label.width, BETWEEN_PX);
        if label.seat.has_stem() {
            self.take((label.track, 0), mark.at - 1.0, mark.at + 1.0, BESIDE_PX);
        }
    }

    /// Gives a label's place back.
    pub fn unseat(&mut self, label: &Label) {
        let place = (label.x - BETWEEN_PX, label.x + label.width + BETWEEN_PX);
        if let Some(taken) = self.taken.of_mut(label.seat.key(label.track)) {
            taken.retain(|one| *one != place);
        }
    }

    /// Takes room for other words right below a mark, if it is free.
    pub fn take_below(&mut self, track: usize, x0: f64, x1: f64) -> bool {
        let free = self.layout.tracks[track].lines.below > 0
            && x0 >= self.view.left()
            && x1 <= self.view.right()
            && self.is_free((track, LAST_LINE), x0, x1);
        if free {
            self.take((track, LAST_LINE), x0, x1, BETWEEN_PX);
        }
        free
    }

    /// Takes room for other words beside a mark, if it is free.
    pub fn take_beside(&mut self, mark: &Item, x0: f64, x1: f64) -> bool {
        let key = (mark.track, Seat::beside(mark.lane));
        let free = x0 >= self.view.left() && x1 <= self.view.right() && self.is_free(key, x0, x1);
        if free {
            self.take(key, x0, x1, BETWEEN_PX);
        }
        free
    }

    fn is_free(&self, key: (usize, u8), x0: f64, x1: f64) -> bool {
        [&self.taken, &self.passed].into_iter().all(|places| {
            let places = places.of(key);
            places.iter().all(|&(a, b)| b <= x0 || a >= x1)
        })
    }

    fn take(&mut self, key: (usize, u8), x0: f64, x1: f64, air: f64) {
        self.taken.push(key, x0 - air, x1 + air);
    }

    /// A vertical line takes room wherever it passes a line of labels or a lane.
    fn take_line(&mut self, x: f64, from: f64, to: f64) {
        let layout = self.layout;
        for (index, track) in layout.tracks.iter().enumerate() {
            if track.collapsed || track.bottom() < from || track.top > to {
                continue;
            }
            let lines = (0..=LAST_LINE).map(|line| (line, track.label_y(line) - 4.0));
            let lanes = (0..=LANES).map(|lane| (Seat::beside(lane), track.lane_y(lane)));
            for (line, y) in lines.chain(lanes) {
                if from < y && y < to && y < track.bottom() {
                    self.passed
                        .push((index, line), x - BESIDE_PX, x + BESIDE_PX);
                }
            }
        }
    }
}
