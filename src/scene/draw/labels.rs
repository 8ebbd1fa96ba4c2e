//! Labels beside their marks, and the lines of meetings.

use super::painter::{Painter, stroke};
use crate::layout::sizes::{DISC_PX, LABEL, LOWER};
use crate::layout::{Item, Label, Link, Lit, Mark, Status};
use crate::scene::{Rect, Stroke};

/// Draws a label, and the stem to its mark where it stands high.
pub(super) fn label(p: &mut Painter, label: &Label, item: &Item) {
    const COMMA_PX: f64 = 6.0;
    let theme = p.theme;
    if label.seat.has_stem() {
        let from = (item.at, item.y - DISC_PX / 2.0);
        p.line(
            from,
            (item.at, label.y - 8.0),
            stroke(theme.link.over(theme.background, 0.5), 1.0),
        );
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
    if label.derived {
        let from = if label.date.is_empty() {
            label.x
        } else {
            date_x
        };
        let y = label.y + 3.0;
        let dotted = Stroke {
            color: muted,
            width: 1.0,
            dash: Some((1.0, 2.0)),
        };
        p.line((from, y), (label.x + label.width, y), dotted);
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
    if let Some(stub) = &link.stub {
        p.text(stub.x, stub.y, LOWER, theme.muted, &stub.text);
    }
}
