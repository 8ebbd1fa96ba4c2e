//! Crowded stretches: how many events there are, cell by cell, on a square-root scale.
//!
//! Where there is room they are bars about the track's line, so thin and low that few events look like stems;
//! on tracks too low for that they are cells that are the darker the more there is.

use super::painter::Painter;
use super::tracks::color;
use crate::layout::sizes::{BAND_PX, STRIP_PX};
use crate::layout::{CELLS, Strip};
use crate::scene::{Rect, Target};

/// Height of the bar of a single event.
const LEAST_PX: f64 = 7.0;
/// Free room between two bars.
const BETWEEN_PX: f64 = 0.6;
/// Shades of the cells of low tracks, and the opacity of the palest.
const SHADES: usize = 8;
const PALEST: f64 = 0.3;
/// Opacity of a stretch in which windows lie.
const WINDOWS: f64 = 0.12;

/// Draws the crowded stretches of a track.
pub(super) fn strips(p: &mut Painter, index: usize, most: f64) {
    let layout = p.layout;
    let begun = layout.strips.partition_point(|strip| strip.track < index);
    let own = layout.strips[begun..]
        .iter()
        .take_while(|strip| strip.track == index);
    let track = &layout.tracks[index];
    let color = color(track, p.theme);
    let share = |count: u32| (f64::from(count) / most).sqrt().min(1.0);
    if track.height >= STRIP_PX {
        let room = BAND_PX.min(track.height - 2.0);
        let least = LEAST_PX.min(room);
        let bars = own.flat_map(cells).map(|(x0, x1, count)| {
            let half = (least + (room - least) * share(count)) / 2.0;
            Rect::between(x0, track.line_y - half, x1, track.line_y + half)
        });
        let bars = bars.filter_map(|bar| within(p, bar)).collect();
        p.bars(bars, color.over(p.theme.background, 0.72));
        return;
    }
    let own: Vec<&Strip> = own.collect();
    let whole = |strip: &&Strip| {
        let x1 = strip.x0 + strip.cell_px * CELLS as f64;
        Rect::between(strip.x0, track.top, x1, track.bottom())
    };
    let windows = own.iter().filter(|strip| strip.has_windows).map(whole);
    let windows = windows.filter_map(|area| within(p, area)).collect();
    p.bars(windows, color.over(p.theme.background, WINDOWS));
    let mut shades: [Vec<Rect>; SHADES] = Default::default();
    let inset = if track.height > 5.0 { 0.5 } else { 0.0 };
    let shaded = own.iter().copied().flat_map(cells).map(|(x0, x1, count)| {
        let shade = (share(count) * SHADES as f64).ceil() as usize;
        (shade.clamp(1, SHADES) - 1, x0, x1 + BETWEEN_PX)
    });
    let shaded: Vec<(usize, f64, f64)> = shaded.collect();
    // Cells of one shade that touch are one rectangle: there are many.
    let touch = |a: &(usize, f64, f64), b: &(usize, f64, f64)| a.0 == b.0 && b.1 - a.2 < 0.01;
    for same in shaded.chunk_by(touch) {
        let ((shade, x0, _), (.., x1)) = (same[0], same[same.len() - 1]);
        let cell = Rect::between(x0, track.top + inset, x1, track.bottom() - inset);
        shades[shade].extend(within(p, cell));
    }
    for (n, bars) in shades.into_iter().enumerate() {
        let opacity = PALEST + (1.0 - PALEST) * n as f64 / (SHADES - 1) as f64;
        p.bars(bars, color.over(p.theme.background, opacity));
    }
    for strip in own {
        let target = Target::More {
            person: track.person.clone(),
            interval: strip.interval,
            count: strip.count,
        };
        p.hit(target, whole(&strip), String::new());
    }
}

/// The cells of a strip that hold something: left edge, right edge, how many.
fn cells(strip: &Strip) -> impl Iterator<Item = (f64, f64, u32)> {
    let full = strip
        .counts
        .iter()
        .enumerate()
        .filter(|(_, count)| **count > 0);
    full.map(|(n, count)| {
        let x0 = strip.x0 + n as f64 * strip.cell_px;
        (x0, x0 + strip.cell_px - BETWEEN_PX, *count)
    })
}

/// What a full bar stands for: the fullest cell, rounded up to a power of four, so that the scale seldom
/// changes while the view moves.
pub(super) fn most(strips: &[Strip]) -> f64 {
    let fullest = strips
        .iter()
        .flat_map(|strip| &strip.counts)
        .max()
        .copied()
        .unwrap_or(1);
    let mut most = 4;
    while most < u64::from(fullest) {
        most *= 4;
    }
    most as f64
}

fn within(p: &Painter, bar: Rect) -> Option<Rect> {
    let (left, right) = (p.layout.viewport.left_px, p.layout.viewport.width_px);
    let (x0, x1) = (bar.x.max(left), (bar.x + bar.width).min(right));
    (x0 < x1).then(|| Rect::between(x0, bar.y, x1, bar.y + bar.height))
}
