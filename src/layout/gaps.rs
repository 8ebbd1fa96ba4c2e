//! The scale: time laid out along the axis, with empty years closed.
//!
//! ```text
//! time       2011          2012 … 2017             2018      2019
//!            |----|                                |-------------|
//! position   |----|/\/|-------------|
//!            open  closed  open
//! ```

use crate::time::{DAY, Interval, Minutes};

/// A gap longer than this share of the axis is closed.
const CLOSE_FROM: f64 = 0.25;
/// More tears than this make a puzzle of the picture.
const MOST_CLOSED: usize = 3;
/// A closed gap takes this share of the open pieces' length.
const TEAR: f64 = 0.035;
/// A piece beside a closed gap takes at least this share of the axis, however little happened in it.
const LEAST_PIECE: f64 = 0.12;
/// Time kept at either side of a closed gap, as a share of the busy time.
const MARGIN: f64 = 0.03;

/// A stretch of time and its place on the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Piece {
    /// First minute.
    pub start: Minutes,
    /// First minute after.
    pub end: Minutes,
    /// Position of its first minute.
    pub from: f64,
    /// Position of its end.
    pub to: f64,
    /// Whether it is a closed gap.
    pub closed: bool,
}

/// A closed gap: the time left out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// The time left out.
    pub interval: Interval,
    /// Position where it begins on the axis.
    pub from: f64,
    /// Position where it ends.
    pub to: f64,
}

/// A stretch of time in which events lie without a break, and how many.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Busy {
    pub start: Minutes,
    pub end: Minutes,
    pub n: usize,
}

impl Busy {
    /// Joins what overlaps or touches.
    pub fn merged(mut times: Vec<(Minutes, Minutes)>) -> Vec<Self> {
        times.sort_unstable();
        let mut merged: Vec<Self> = Vec::new();
        for (start, end) in times {
            match merged.last_mut() {
                Some(last) if start <= last.end => {
                    last.end = last.end.max(end);
                    last.n += 1;
                }
                _ => merged.push(Self { start, end, n: 1 }),
            }
        }
        merged
    }
}

/// Time along the axis. Positions are in minutes of its widest pieces, from 0 to [`Scale::length`];
/// time goes on evenly beyond both ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    pieces: Vec<Piece>,
    gaps: Vec<Gap>,
}

impl Scale {
    /// The scale of a stretch of time in which `busy` are the times of the events. In true scale no gap
    /// is closed.
    pub fn new(extent: Interval, busy: &[Interval], true_scale: bool) -> Self {
        let known = busy.iter().filter_map(|one| bounds(*one));
        Self::of_busy(extent, &Busy::merged(known.collect()), true_scale)
    }

    pub(super) fn of_busy(extent: Interval, busy: &[Busy], true_scale: bool) -> Self {
        let (start, end) = match (extent.start, extent.end) {
            (Some(start), Some(end)) if start < end => (start, end),
            (Some(edge), _) | (_, Some(edge)) => (edge, edge + DAY),
            (None, None) => (0, DAY),
        };
        let closed = if true_scale {
            Vec::new()
        } else {
            closed_gaps(start, end, busy)
        };
        Self::from_gaps(start, end, &closed, busy)
    }

    /// The position of a moment.
    pub fn position(&self, moment: Minutes) -> f64 {
        let index = self.pieces.partition_point(|piece| piece.end <= moment);
        let piece = self.pieces[index.min(self.pieces.len() - 1)];
        if moment < piece.start {
            return piece.from - (piece.start - moment) as f64;
        }
        if moment > piece.end {
            return piece.to + (moment - piece.end) as f64;
        }
        let share = (moment - piece.start) as f64 / (piece.end - piece.start) as f64;
        piece.from + share * (piece.to - piece.from)
    }

    /// The moment at a position, with its fraction of a minute.
    pub fn time(&self, position: f64) -> f64 {
        let index = self.pieces.partition_point(|piece| piece.to <= position);
        let piece = self.pieces[index.min(self.pieces.len() - 1)];
        if position < piece.from {
            return piece.start as f64 - (piece.from - position);
        }
        if position > piece.to {
            return piece.end as f64 + (position - piece.to);
        }
        let share = (position - piece.from) / (piece.to - piece.from);
        piece.start as f64 + share * (piece.end - piece.start) as f64
    }

    /// The closed gaps, in order.
    pub fn gaps(&self) -> &[Gap] {
        &self.gaps
    }

    /// The pieces, open and closed, in order; at least one.
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// Length of the whole axis.
    pub fn length(&self) -> f64 {
        self.pieces.last().map_or(1.0, |piece| piece.to)
    }

    fn from_gaps(
        start: Minutes,
        end: Minutes,
        closed: &[(Minutes, Minutes)],
        busy: &[Busy],
    ) -> Self {
        let mut open = Vec::new();
        let mut at = start;
        for gap in closed {
            open.push((at, gap.0));
            at = gap.1;
        }
        open.push((at, end));
        let lengths = open_lengths(&open, busy);
        let tear = TEAR * lengths.iter().sum::<f64>();
        let (mut pieces, mut gaps, mut position) = (Vec::new(), Vec::new(), 0.0);
        for (i, (&(start, end), length)) in open.iter().zip(lengths).enumerate() {
            pieces.push(Piece {
                start,
                end,
                from: position,
                to: position + length,
                closed: false,
            });
            position += length;
            let Some(&(start, end)) = closed.get(i) else {
                break;
            };
            let (from, to) = (position, position + tear);
            pieces.push(Piece {
                start,
                end,
                from,
                to,
                closed: true,
            });
            gaps.push(Gap {
                interval: Interval::new(start, end),
                from,
                to,
            });
            position = to;
        }
        Self { pieces, gaps }
    }
}

/// The gaps to close, in order: each longer than a quarter of the axis as it then is, the longest first.
fn closed_gaps(start: Minutes, end: Minutes, busy: &[Busy]) -> Vec<(Minutes, Minutes)> {
    let mut gaps = empty_stretches(start, end, busy);
    gaps.sort_by_key(|&(from, to)| (from - to, from));
    let mut axis = (end - start) as f64;
    let mut closed = Vec::new();
    for (from, to) in gaps {
        if ((to - from) as f64) <= CLOSE_FROM * axis || closed.len() == MOST_CLOSED {
            break;
        }
        axis -= (to - from) as f64;
        closed.push((from, to));
    }
    let margin = ((axis * MARGIN) as Minutes).max(DAY);
    closed.sort_unstable();
    closed
        .into_iter()
        .map(|(from, to)| {
            let margin = margin.min((to - from) / 4);
            (from + margin, to - margin)
        })
        .collect()
}

fn empty_stretches(start: Minutes, end: Minutes, busy: &[Busy]) -> Vec<(Minutes, Minutes)> {
    let (mut gaps, mut reached) = (Vec::new(), start);
    for one in busy {
        if one.start.min(end) > reached {
            gaps.push((reached, one.start.min(end)));
        }
        reached = reached.max(one.end);
    }
    if reached < end {
        gaps.push((reached, end));
    }
    // What is empty before the first and after the last event was asked for, and stays.
    gaps.retain(|&(from, to)| from > start && to < end);
    gaps
}

fn bounds(interval: Interval) -> Option<(Minutes, Minutes)> {
    match (interval.start, interval.end) {
        (Some(start), Some(end)) => Some((start, end)),
        (Some(edge), None) | (None, Some(edge)) => Some((edge, edge)),
        (None, None) => None,
    }
}

/// How long each open piece is drawn. The busiest has its own length; one in which little happens
/// is drawn smaller, so that a lone year does not take half of the picture.
fn open_lengths(open: &[(Minutes, Minutes)], busy: &[Busy]) -> Vec<f64> {
    let counts: Vec<f64> = open
        .iter()
        .map(|&(start, end)| {
            let within = |one: &&Busy| one.start < end && one.end > start;
            busy.iter()
                .filter(within)
                .map(|one| one.n)
                .sum::<usize>()
                .max(1) as f64
        })
        .collect();
    let all: f64 = counts.iter().sum();
    let total: f64 = open.iter().map(|&(start, end)| (end - start) as f64).sum();
    open.iter()
        .zip(counts)
        .map(|(&(start, end), count)| {
            let share = LEAST_PIECE + (1.0 - LEAST_PIECE) * count / all;
            ((end - start) as f64).min(total * share)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(first: i64, last: i64) -> Interval {
        Interval::new(first * DAY, (last + 1) * DAY)
    }

    #[test]
    fn every_gap_longer_than_a_quarter_is_closed() {
        let busy = [
            days(0, 0),
            days(3000, 3030),
            days(9000, 9400),
            days(9500, 9500),
        ];
        let scale = Scale::new(days(0, 9500), &busy, false);
        let gaps: Vec<_> = scale.gaps().iter().map(|gap| gap.interval).collect();
        assert_eq!(gaps.len(), 2, "{gaps:?}");
        for gap in gaps {
            assert!(busy.iter().all(|one| !one.overlaps(gap)), "{gap:?}");
        }
        assert!(Scale::new(days(0, 9500), &busy, true).gaps().is_empty());
    }

    #[test]
    fn positions_climb_with_time_and_lead_back() {
        let busy = [days(0, 0), days(3000, 3030), days(9000, 9400)];
        let scale = Scale::new(days(0, 9400), &busy, false);
        let mut before = f64::NEG_INFINITY;
        for day in -500..10_000 {
            let position = scale.position(day * DAY);
            assert!(position > before, "day {day}");
            let back = scale.time(position);
            assert!(
                (back - (day * DAY) as f64).abs() < 1e-3,
                "day {day}: {back}"
            );
            before = position;
        }
    }
}
