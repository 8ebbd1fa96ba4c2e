//! Labels beside their marks, and the lines of meetings.

use super::painter::{Painter, stroke};
use crate::layout::sizes::{DISC_PX, LABEL, LOWER};
use crate::layout::{Item, Label, Link, Lit, Mark, Status};
use crate::scene::{Rect, Stroke};

/// Draws a label, and the stem to its mark where it stands high.
pub(super) fn label(p: &mut Painter, label: &Label, item: &Item) {
    const COMMA_PX: f64 = 6.0;
    let theme = p.theme;
    if let Some((from, to)) = stem(label, item) {
        let pale = stroke(theme.link.over(theme.background, 0.5), 1.0);
        p.line((item.at, from), (item.at, to), pale);
    }
    let on_bar = label.seat.is_inside() && item.mark == Mark::Bar(Status::Happened);
    let (ink, muted) = match label.lit {
        _ if on_bar => (theme.background, theme.background),
        Lit::Selected => (theme.accent, theme.muted),
        _ => (theme.ink, theme.muted),
    };
    if label.seat.crosses {
        let (x0, x1) = (label.x - 2.0, label.x + label.width + 2.0);
        p.fill(
            Rect::between(x0, label.y - 11.0, x1, label.y + 4.0),
            theme.background,
        );
    }
    p.text(label.x, label.y, LABEL, ink, &label.title);
    let date_x = label.x + label.title_width + COMMA_PX;
    p.text(date_x, label.y, LOWER, muted, &label.date);
    if label.derived && !label.date.is_empty() {
        let y = label.y + 2.5;
        let dotted = Stroke {
            color: muted,
            width: 1.0,
            dash: Some((1.0, 2.0)),
        };
        p.line((date_x, y), (label.x + label.width, y), dotted);
    }
}

/// The line that joins a label to a small mark above or below which it stands: its upper and lower end.
fn stem(label: &Label, item: &Item) -> Option<(f64, f64)> {
    const AIR_PX: f64 = 2.0;
    let half = DISC_PX / 2.0 + AIR_PX;
    let is_small = item.x1 - item.x0 <= 2.0 * DISC_PX;
    let is_over = (label.x - 1.0..=label.x + label.width + 1.0).contains(&item.at);
    if label.seat.has_stem() {
        Some((item.y - DISC_PX / 2.0, label.y - 8.0))
    } else if !is_small || !is_over {
        None
    } else if label.y < item.y - half {
        Some((label.y + 3.5, item.y - half))
    } else if label.y > item.y + half {
        Some((item.y + half, label.y - 10.0))
    } else {
        None
    }
}

/// Draws the line of a meeting.
pub(super) fn line(p: &mut Painter, link: &Link) {
    let theme = p.theme;
    let (color, width) = match link.lit {
        Lit::No => (theme.link, 1.2),
        Lit::Hovered => (theme.ink, 1.6),
        Lit::Selected => (theme.accent, 2.2),
    };
    for &(from, to) in &link.pieces {
        p.line((link.x, from), (link.x, to), stroke(color, width));
    }
    if let Some(stub) = link.stub.as_ref().filter(|stub| stub.is_named) {
        p.text(stub.x, stub.y, LOWER, theme.muted, &stub.text);
    }
}
