//! Rows, office bands and the heads of the tracks.

use super::painter::{Painter, stroke};
use crate::layout::Track;
use crate::layout::sizes::{BAND_PX, LOWER, NAME, STRIP_PX, Type};
use crate::scene::{Color, Fill, Part, Rect, Target, Theme};

/// Opacity of the band of an office, and of a track's line.
const BAND: f64 = 0.09;
/// Smaller letters are not drawn; the name is told on pointing.
const LEAST_TEXT_PX: f64 = 8.0;
/// Where a head's words begin.
const INDENT_PX: f64 = 18.0;

/// The colour of a track.
pub(super) fn color(track: &Track, theme: &Theme) -> Color {
    track.color.map_or(theme.muted, |place| theme.track(place))
}

/// Lines between tracks, and the shelf for what has no date.
pub(super) fn rows(p: &mut Painter) {
    let (layout, theme) = (p.layout, p.theme);
    let width = layout.viewport.width_px;
    if layout.shelf.is_some() {
        let bottom = layout.viewport.height_px;
        let (x0, x1) = (layout.head_px, layout.viewport.left_px);
        p.fill(Rect::between(x0, layout.top_px, x1, bottom), theme.weekend);
        p.line((x1, layout.top_px), (x1, bottom), stroke(theme.rule, 1.0));
    }
    for track in layout.tracks.iter().filter(|track| layout.sees(track)) {
        if track.height < STRIP_PX {
            continue;
        }
        let y = track.bottom();
        p.line((0.0, y - 0.5), (width, y - 0.5), stroke(theme.rule, 1.0));
    }
}

/// Each track's line, and the band behind it while its leader holds office.
pub(super) fn bands(p: &mut Painter) {
    let (layout, theme) = (p.layout, p.theme);
    let (left, right) = (layout.viewport.left_px, layout.viewport.width_px);
    for track in layout.tracks.iter().filter(|track| layout.sees(track)) {
        let color = color(track, theme);
        for band in &track.bands {
            let half = if track.collapsed {
                BAND_PX / 3.0
            } else {
                BAND_PX / 2.0
            };
            let rect = Rect::between(band.x0, track.line_y - half, band.x1, track.line_y + half);
            let tint = color.over(theme.background, BAND);
            p.rect(rect, 3.0, Some(Fill::Plain(tint)), None);
        }
        if track.height < STRIP_PX {
            continue;
        }
        let line = stroke(color.over(theme.background, theme.line), 1.0);
        p.line((left, track.line_y), (right, track.line_y), line);
        for band in track.bands.iter().filter(|band| !band.text.is_empty()) {
            let x = band.x0 + 6.0;
            let width = LOWER.width(&band.text);
            let behind = Rect::between(
                x - 3.0,
                track.line_y - 8.0,
                x + width + 3.0,
                track.line_y + 8.0,
            );
            p.fill(behind, color.over(theme.background, BAND));
            p.text(x, track.line_y + 4.0, LOWER, theme.muted, &band.text);
        }
    }
}

/// Colour, name, office and number of events, in front of what is panned beneath.
pub(super) fn heads(p: &mut Painter) {
    let (layout, theme) = (p.layout, p.theme);
    let (right, bottom) = (layout.head_px, layout.viewport.height_px);
    p.fill(
        Rect::between(0.0, layout.top_px, right, bottom),
        theme.panel,
    );
    p.line(
        (right, layout.top_px),
        (right, bottom),
        stroke(theme.rule, 1.0),
    );
    for (index, track) in layout
        .tracks
        .iter()
        .enumerate()
        .filter(|(_, one)| layout.sees(one))
    {
        p.group(Part::Head(index), |p| head(p, track));
    }
    names_of_strips(p);
}

/// Where rows are too low for words, one name for as many rows as it is high: that of the track with most events.
fn names_of_strips(p: &mut Painter) {
    let layout = p.layout;
    let is_low = |track: &&Track| layout.sees(track) && track.height - 1.0 < LEAST_TEXT_PX;
    let low: Vec<&Track> = layout.tracks.iter().filter(is_low).collect();
    let Some(first) = low.first() else {
        return;
    };
    let rows = (LOWER.size / first.height).ceil() as usize;
    let mut free = layout.top_px;
    for near in low.chunks(rows.max(1)) {
        let Some(track) = near.iter().rev().max_by_key(|track| track.n_events) else {
            continue;
        };
        let y = track.top + track.height / 2.0;
        if y - LOWER.size / 2.0 >= free {
            free = y + LOWER.size / 2.0;
            p.text(INDENT_PX, y + 3.5, LOWER, p.theme.muted, &track.name);
        }
    }
}

/// A drawing pin: this track keeps its place.
fn pin(p: &mut Painter, x: f64, y: f64) {
    let ink = p.theme.muted;
    let head = Rect::between(x - 3.5, y - 6.0, x + 3.5, y + 1.0);
    p.rect(head, 3.5, Some(Fill::Plain(ink)), None);
    p.line((x, y), (x, y + 6.0), stroke(ink, 1.5));
}

fn head(p: &mut Painter, track: &Track) {
    let theme = p.theme;
    let inset = (track.height * 0.16).clamp(0.5, 9.0);
    let bar = Rect::between(0.0, track.top + inset, 4.0, track.bottom() - inset);
    p.rect(bar, 2.0, Some(Fill::Plain(color(track, theme))), None);
    let name = Type {
        size: NAME.size.min(track.height - 1.0),
        ..NAME
    };
    let lines = [
        (name, theme.ink, &track.name),
        (LOWER, theme.muted, &track.office),
        (LOWER, theme.muted, &track.count),
    ];
    const LEADING_PX: f64 = 17.0;
    let n = lines.iter().filter(|line| !line.2.is_empty()).count();
    let middle = track.top + track.height / 2.0;
    let mut y = middle - (n as f64 - 1.0) * LEADING_PX / 2.0 + 4.5;
    let legible =
        |line: &(Type, Color, &String)| !line.2.is_empty() && line.0.size >= LEAST_TEXT_PX;
    for (text_type, color, text) in lines.into_iter().filter(legible) {
        p.text(INDENT_PX, y, text_type, color, text);
        y += LEADING_PX;
    }
    let right = p.layout.head_px;
    if track.pinned && track.height >= STRIP_PX {
        pin(
            p,
            right - 13.0,
            track.top + 13.0_f64.min(track.height / 2.0),
        );
    }
    if track.height >= STRIP_PX {
        let y = track.bottom() - 0.5;
        p.line((0.0, y), (right, y), stroke(theme.rule, 1.0));
    }
    if let Some(person) = &track.person {
        let area = Rect::between(0.0, track.top, right, track.bottom());
        let words = [track.full_name.as_str(), &track.office, &track.count]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ");
        p.hit(Target::Track(person.clone()), area, words);
    }
}
