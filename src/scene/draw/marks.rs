//! The date grammar's signs.

use super::is_lit;
use super::painter::{Painter, stroke};
use super::tracks::color;
use crate::layout::sizes::{CAPSULE_PX, DISC_PX, INSIDE, STRIP_PX, TARGET_PX};
use crate::layout::{Item, Lit, Mark, Side, Status, count_text, more_text};
use crate::scene::{Color, Fill, Rect, Stroke};

/// Diameter of the disc in the middle of a capsule.
const SMALL_DISC_PX: f64 = 9.0;
/// Opacity of a capsule.
const WINDOW: f64 = 0.10;
/// Opacity of the densest part of what fades.
const FADING: f64 = 0.45;

/// Where a mark can be pointed at.
pub(super) fn area(item: &Item) -> Rect {
    let half = ((item.x1 - item.x0) / 2.0).max(TARGET_PX / 2.0);
    let x = f64::midpoint(item.x0, item.x1);
    Rect::between(
        x - half,
        item.y - TARGET_PX / 2.0,
        x + half,
        item.y + TARGET_PX / 2.0,
    )
}

/// Draws a mark.
pub(super) fn mark(p: &mut Painter, item: &Item, is_named_inside: bool) {
    let color = color(&p.layout.tracks[item.track], p.theme);
    if is_lit(item.lit) {
        ring(p, item);
    }
    match item.mark {
        Mark::Disc(Status::Happened) => disc(p, item, color),
        Mark::Bar(Status::Happened) => bar(p, item, color),
        Mark::HollowDisc(Status::Happened) => hollow_disc(p, item.at, item.y, DISC_PX, color),
        Mark::Capsule(Status::Happened) => capsule(p, item, color),
        Mark::Fading(Status::Happened) => fading(p, item, color),
        Mark::Open(side, Status::Happened) => open(p, item, side, color),
        Mark::OpenBar(side, Status::Happened) => open_bar(p, item, side, color),
        Mark::Count(n, status) => count(p, item, (n, status), is_named_inside, color),
        Mark::More(n) => more(p, item, n, color),
        Mark::Disc(status) | Mark::Bar(status) => outline(p, item, status, None, color),
        Mark::HollowDisc(status)
        | Mark::Capsule(status)
        | Mark::Fading(status)
        | Mark::Open(_, status)
        | Mark::OpenBar(_, status) => outline(p, item, status, Some((3.0, 2.5)), color),
    }
    if item.misread {
        warning(p, item);
    }
}

fn body(item: &Item, height: f64) -> Rect {
    Rect::between(
        item.x0,
        item.y - height / 2.0,
        item.x1,
        item.y + height / 2.0,
    )
}

/// A ring around what is selected or pointed at.
fn ring(p: &mut Painter, item: &Item) {
    let height = if item.x1 - item.x0 > DISC_PX + 1.0 {
        CAPSULE_PX
    } else {
        DISC_PX
    };
    let body = body(item, height);
    let (air, width) = match item.lit {
        Lit::Selected => (4.0, 2.0),
        _ => (3.5, 1.5),
    };
    let rect = Rect::between(
        body.x - air,
        body.y - air,
        body.x + body.width + air,
        body.y + body.height + air,
    );
    let fill = Fill::Plain(p.theme.accent.over(p.theme.background, 0.16));
    let edge = stroke(p.theme.accent, width);
    p.rect(rect, height / 2.0 + air, Some(fill), Some(edge));
}

fn disc(p: &mut Painter, item: &Item, color: Color) {
    let halo = stroke(p.theme.background, 1.5);
    p.rect(
        body(item, DISC_PX),
        DISC_PX / 2.0,
        Some(Fill::Plain(color)),
        Some(halo),
    );
}

fn bar(p: &mut Painter, item: &Item, color: Color) {
    let halo = stroke(p.theme.background, 1.5);
    p.rect(
        body(item, CAPSULE_PX),
        1.0,
        Some(Fill::Plain(color)),
        Some(halo),
    );
}

fn hollow_disc(p: &mut Painter, x: f64, y: f64, diameter: f64, color: Color) {
    let half = diameter / 2.0 - 1.0;
    let rect = Rect::between(x - half, y - half, x + half, y + half);
    let fill = Fill::Plain(p.theme.background);
    p.rect(rect, half, Some(fill), Some(stroke(color, 2.0)));
}

fn dashed(color: Color) -> Stroke {
    Stroke {
        color,
        width: 1.5,
        dash: Some((4.0, 3.0)),
    }
}

fn capsule(p: &mut Painter, item: &Item, color: Color) {
    let fill = Fill::Plain(color.over(p.theme.background, WINDOW));
    p.rect(
        body(item, CAPSULE_PX),
        CAPSULE_PX / 2.0,
        Some(fill),
        Some(dashed(color)),
    );
    if item.x1 - item.x0 > SMALL_DISC_PX + 4.0 && is_within(p, item.at) {
        hollow_disc(p, item.at, item.y, SMALL_DISC_PX, color);
    }
}

fn is_within(p: &Painter, x: f64) -> bool {
    x >= p.layout.viewport.left_px - DISC_PX && x <= p.layout.viewport.width_px + DISC_PX
}

fn fading(p: &mut Painter, item: &Item, color: Color) {
    let clear = color.alpha(0.0);
    let fade = Fill::Fade {
        left: clear,
        middle: color.alpha(FADING),
        right: clear,
    };
    p.rect(body(item, CAPSULE_PX), 0.0, Some(fade), None);
    if is_within(p, item.at) {
        hollow_disc(p, item.at, item.y, SMALL_DISC_PX, color);
    }
}

/// Known on one side only: it fades towards the other, where an arrow says that it goes on.
fn open(p: &mut Painter, item: &Item, side: Side, color: Color) {
    let (clear, dense) = (color.alpha(0.0), color.alpha(FADING));
    let middle = color.alpha(FADING * 0.6);
    let (left, right, edge) = match side {
        Side::Left => (clear, dense, item.x1),
        Side::Right => (dense, clear, item.x0),
    };
    p.rect(
        body(item, CAPSULE_PX),
        0.0,
        Some(Fill::Fade {
            left,
            middle,
            right,
        }),
        None,
    );
    let half = CAPSULE_PX / 2.0;
    p.line(
        (edge, item.y - half),
        (edge, item.y + half),
        stroke(color, 2.0),
    );
    arrow(p, item, side, color);
}

fn open_bar(p: &mut Painter, item: &Item, side: Side, color: Color) {
    let clear = color.alpha(0.0);
    let (left, right) = match side {
        Side::Left => (clear, color),
        Side::Right => (color, clear),
    };
    let fade = Fill::Fade {
        left,
        middle: color,
        right,
    };
    p.rect(body(item, CAPSULE_PX), 0.0, Some(fade), None);
    arrow(p, item, side, color);
}

/// An arrow at the end where nothing is known.
fn arrow(p: &mut Painter, item: &Item, side: Side, color: Color) {
    let (tip, back) = match side {
        Side::Left => (item.x0, item.x0 + 7.0),
        Side::Right => (item.x1, item.x1 - 7.0),
    };
    let corners = vec![(tip, item.y), (back, item.y - 4.5), (back, item.y + 4.5)];
    p.polygon(corners, color);
}

/// So many in a window: the number stands in the middle, or at the left end when the name does too.
fn count(
    p: &mut Painter,
    item: &Item,
    (n, status): (u32, Status),
    is_named_inside: bool,
    color: Color,
) {
    let off = status == Status::Cancelled || status == Status::Denied;
    let color = if off { p.theme.link } else { color };
    let fill = Fill::Plain(color.over(p.theme.background, WINDOW + 0.04));
    p.rect(
        body(item, CAPSULE_PX),
        CAPSULE_PX / 2.0,
        Some(fill),
        Some(dashed(color)),
    );
    let text = count_text(n);
    let left = item.x0.max(p.layout.viewport.left_px);
    let x = if is_named_inside {
        left + 9.0
    } else {
        item.at - INSIDE.width(&text) / 2.0
    };
    p.text(x, item.y + 4.0, INSIDE, p.theme.ink, &text);
}

/// Several events for which there is no room.
fn more(p: &mut Painter, item: &Item, n: usize, color: Color) {
    let height = p.layout.tracks[item.track].height;
    if height < STRIP_PX {
        // On a row too low for words it can be pointed at.
        p.fill(
            body(item, height - 1.0),
            color.over(p.theme.background, 0.5),
        );
        return;
    }
    let text = more_text(n);
    let width = INSIDE.width(&text);
    let half = (width / 2.0 + 7.0).min((item.x1 - item.x0) / 2.0);
    let x = f64::midpoint(item.x0, item.x1);
    let pill = Rect::between(x - half, item.y - 8.0, x + half, item.y + 8.0);
    let fill = Fill::Plain(p.theme.background);
    p.rect(pill, 8.0, Some(fill), Some(stroke(color, 1.0)));
    p.text(x - width / 2.0, item.y + 4.0, INSIDE, p.theme.ink, &text);
}

/// What is planned is an outline with an arrow forward; what was called off or denied has a grey cross.
fn outline(p: &mut Painter, item: &Item, status: Status, dash: Option<(f64, f64)>, color: Color) {
    let off = status != Status::Planned;
    let color = if off { p.theme.link } else { color };
    let narrow = item.x1 - item.x0 < DISC_PX + 8.0;
    let (x, y) =
        if is_within(p, item.at) && !matches!(item.mark, Mark::Open(..) | Mark::OpenBar(..)) {
            (item.at, item.y)
        } else {
            (f64::midpoint(item.x0, item.x1), item.y)
        };
    if !(off && narrow) {
        let height = if narrow { DISC_PX + 2.0 } else { CAPSULE_PX };
        let rect = if narrow {
            Rect::between(
                x - height / 2.0,
                y - height / 2.0,
                x + height / 2.0,
                y + height / 2.0,
            )
        } else {
            body(item, height)
        };
        let edge = Stroke {
            color,
            width: 1.5,
            dash,
        };
        let fill = Fill::Plain(p.theme.background);
        p.rect(rect, height / 2.0, Some(fill), Some(edge));
    }
    if off {
        let r = 4.0;
        let cross = [
            ((x - r, y - r), (x + r, y + r)),
            ((x - r, y + r), (x + r, y - r)),
        ];
        for (from, to) in cross.into_iter().filter(|_| narrow) {
            p.line(from, to, stroke(p.theme.background, 5.0));
        }
        for (from, to) in cross {
            p.line(from, to, stroke(color, 2.0));
        }
    } else {
        p.polygon(
            vec![(x - 2.0, y - 3.5), (x + 4.0, y), (x - 2.0, y + 3.5)],
            color,
        );
    }
}

/// A quiet warning that the date cannot be right.
fn warning(p: &mut Painter, item: &Item) {
    let (x, y) = (item.at.max(item.x0) + 6.0, item.y - 12.0);
    let corners = vec![(x, y - 4.0), (x + 4.5, y + 4.0), (x - 4.5, y + 4.0)];
    p.polygon(corners, p.theme.warning);
    p.line((x, y - 1.5), (x, y + 2.5), stroke(p.theme.background, 1.2));
}
