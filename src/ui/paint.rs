//! Our shapes to egui's.

use super::look::color;
use crate::font::{FILES, Weight, runs};
use crate::scene::{Fill, Scene, Shape, Stroke};

/// Paints a scene with its upper left corner at `origin`.
pub fn paint(painter: &egui::Painter, scene: &Scene, origin: egui::Pos2) {
    for shape in &scene.shapes {
        paint_shape(painter, shape, origin);
    }
}

fn paint_shape(painter: &egui::Painter, shape: &Shape, origin: egui::Pos2) {
    let at = |x: f64, y: f64| origin + egui::vec2(x as f32, y as f32);
    match shape {
        Shape::Rect {
            rect,
            radius,
            fill,
            stroke,
        } => {
            let area = egui::Rect::from_min_max(
                at(rect.x, rect.y),
                at(rect.x + rect.width, rect.y + rect.height),
            );
            paint_rect(painter, area, *radius as f32, *fill, *stroke);
        }
        Shape::Bars { bars, color: ink } => {
            let mut mesh = egui::Mesh::default();
            mesh.reserve_vertices(4 * bars.len());
            mesh.reserve_triangles(2 * bars.len());
            for bar in bars {
                let area = egui::Rect::from_min_max(
                    at(bar.x, bar.y),
                    at(bar.x + bar.width, bar.y + bar.height),
                );
                mesh.add_colored_rect(area, color(*ink));
            }
            painter.add(egui::Shape::mesh(mesh));
        }
        Shape::Line { from, to, stroke } => {
            paint_line(painter, &[at(from.0, from.1), at(to.0, to.1)], *stroke)
        }
        Shape::Path {
            points,
            fill,
            stroke,
        } => {
            let mut points: Vec<egui::Pos2> = points.iter().map(|(x, y)| at(*x, *y)).collect();
            if let Some(fill) = fill {
                painter.add(egui::Shape::convex_polygon(
                    points.clone(),
                    color(*fill),
                    egui::Stroke::NONE,
                ));
                points.extend(points.first().copied());
            }
            if let Some(stroke) = stroke {
                paint_line(painter, &points, *stroke);
            }
        }
        Shape::Text {
            x,
            y,
            width: _,
            size,
            weight,
            color: ink,
            text,
        } => {
            paint_text(
                painter,
                at(*x, *y),
                *size as f32,
                *weight,
                color(*ink),
                text,
            );
        }
    }
}

fn paint_rect(
    painter: &egui::Painter,
    area: egui::Rect,
    radius: f32,
    fill: Option<Fill>,
    stroke: Option<Stroke>,
) {
    let corner = egui::CornerRadius::same(radius.round().clamp(0.0, 255.0) as u8);
    let is_round = radius > 1.0 && (area.height() - 2.0 * radius).abs() < 0.6;
    match (fill, stroke) {
        (Some(Fill::Plain(fill)), None) if is_round => {
            return paint_pill(painter, area, color(fill));
        }
        (Some(Fill::Plain(fill)), Some(stroke)) if is_round && fill.a == 255 => {
            if stroke.dash.is_some() {
                paint_pill(painter, area, color(fill));
                return paint_line(painter, &outline(area, radius), stroke);
            }
            let half = stroke.width as f32 / 2.0;
            paint_pill(painter, area.expand(half), color(stroke.color));
            return paint_pill(painter, area.shrink(half), color(fill));
        }
        _ => {}
    }
    match fill {
        Some(Fill::Plain(fill)) => {
            painter.rect_filled(area, corner, color(fill));
        }
        Some(Fill::Fade {
            left,
            middle,
            right,
        }) => {
            let mut mesh = egui::Mesh::default();
            let centre = area.center().x;
            for (x, shade) in [(area.left(), left), (centre, middle), (area.right(), right)] {
                mesh.colored_vertex(egui::pos2(x, area.top()), color(shade));
                mesh.colored_vertex(egui::pos2(x, area.bottom()), color(shade));
            }
            for first in [0, 2] {
                mesh.add_triangle(first, first + 1, first + 2);
                mesh.add_triangle(first + 1, first + 2, first + 3);
            }
            painter.add(egui::Shape::mesh(mesh));
        }
        None => {}
    }
    let Some(stroke) = stroke else { return };
    let line = egui::Stroke::new(stroke.width as f32, color(stroke.color));
    match stroke.dash {
        Some(_) => paint_line(painter, &outline(area, radius), stroke),
        None => {
            painter.rect_stroke(area, corner, line, egui::StrokeKind::Middle);
        }
    }
}

/// A rectangle whose short sides are half circles. Discs come from the font's atlas, four corners each: as paths, a
/// crowded picture's marks would be most of what there is to paint.
fn paint_pill(painter: &egui::Painter, area: egui::Rect, ink: egui::Color32) {
    let radius = area.height() / 2.0;
    let straight = area.shrink2(egui::vec2(radius, 0.0));
    painter.circle_filled(straight.left_center(), radius, ink);
    if straight.width() > 0.5 {
        painter.circle_filled(straight.right_center(), radius, ink);
        let mut mesh = egui::Mesh::default();
        mesh.add_colored_rect(straight, ink);
        painter.add(egui::Shape::mesh(mesh));
    }
}

/// Points along the edge of a rectangle with round corners, closed.
fn outline(area: egui::Rect, radius: f32) -> Vec<egui::Pos2> {
    let radius = radius.min(area.width() / 2.0).min(area.height() / 2.0);
    let corners = [
        (area.right() - radius, area.top() + radius, -0.25),
        (area.right() - radius, area.bottom() - radius, 0.0),
        (area.left() + radius, area.bottom() - radius, 0.25),
        (area.left() + radius, area.top() + radius, 0.5),
    ];
    // Straight pieces so short that they are a twentieth of a point off the arc at most.
    let steps = (radius.max(1.0) * 2.5).sqrt().ceil() as usize;
    let mut points = Vec::with_capacity(4 * (steps + 1) + 1);
    for (x, y, turn) in corners {
        for step in 0..=steps {
            let angle = std::f32::consts::TAU * (turn + 0.25 * step as f32 / steps as f32);
            points.push(egui::pos2(
                x + radius * angle.cos(),
                y + radius * angle.sin(),
            ));
        }
    }
    points.push(points[0]);
    points
}

fn paint_line(painter: &egui::Painter, points: &[egui::Pos2], stroke: Stroke) {
    let line = egui::Stroke::new(stroke.width as f32, color(stroke.color));
    match stroke.dash {
        Some((dash, gap)) => paint_dashes(painter, points, line, (dash as f32, gap as f32)),
        None => {
            painter.add(egui::Shape::line(points.to_vec(), line));
        }
    }
}

/// Dashes along a chain of lines, as one mesh: a crowded picture has thousands.
fn paint_dashes(
    painter: &egui::Painter,
    points: &[egui::Pos2],
    line: egui::Stroke,
    (dash, gap): (f32, f32),
) {
    let mut mesh = egui::Mesh::default();
    // How far into a dash and the gap after it the pen is.
    let mut done = 0.0;
    for pair in points.windows(2) {
        let way = pair[1] - pair[0];
        let length = way.length();
        if length <= 0.0 {
            continue;
        }
        let mut at = 0.0;
        while at < length {
            let is_dash = done < dash;
            let left = if is_dash {
                dash - done
            } else {
                dash + gap - done
            };
            let step = left.min(length - at).max(0.01);
            if is_dash {
                let (a, b) = (
                    pair[0] + way * (at / length),
                    pair[0] + way * ((at + step) / length),
                );
                if way.y == 0.0 {
                    let half = egui::vec2(0.0, line.width / 2.0);
                    let area = egui::Rect::from_two_pos(a - half, b + half);
                    mesh.add_colored_rect(area, line.color);
                } else {
                    add_soft_line(&mut mesh, a, b, line);
                }
            }
            at += step;
            done = if done + step >= dash + gap {
                0.0
            } else {
                done + step
            };
        }
    }
    painter.add(egui::Shape::mesh(mesh));
}

/// A straight line whose sides fade over a point, so that slanted ones look smooth.
fn add_soft_line(mesh: &mut egui::Mesh, a: egui::Pos2, b: egui::Pos2, line: egui::Stroke) {
    let across = (b - a).normalized().rot90();
    let sides = [
        (-line.width / 2.0 - 0.5, egui::Color32::TRANSPARENT),
        (0.5 - line.width / 2.0, line.color),
        (line.width / 2.0 - 0.5, line.color),
        (line.width / 2.0 + 0.5, egui::Color32::TRANSPARENT),
    ];
    let first = mesh.vertices.len() as u32;
    for end in [a, b] {
        for (far, ink) in sides {
            mesh.colored_vertex(end + across * far, ink);
        }
    }
    for side in first..first + 3 {
        mesh.add_triangle(side, side + 1, side + 4);
        mesh.add_triangle(side + 1, side + 4, side + 5);
    }
}

/// Text with its left edge and baseline at `at`; right-to-left words are set one by one.
fn paint_text(
    painter: &egui::Painter,
    at: egui::Pos2,
    size: f32,
    weight: Weight,
    ink: egui::Color32,
    text: &str,
) {
    let file = FILES
        .iter()
        .find(|file| file.weight == weight)
        .unwrap_or(&FILES[0]);
    let font = egui::FontId::new(size, egui::FontFamily::Name(file.name.into()));
    let mut x = at.x;
    for run in runs(text) {
        let galley = painter.layout_no_wrap(run.into_owned(), font.clone(), ink);
        let ascent = galley
            .rows
            .first()
            .and_then(|row| row.glyphs.first())
            .map_or(size * 0.97, |glyph| glyph.pos.y);
        let width = galley.size().x;
        painter.galley(egui::pos2(x, at.y - ascent), galley, ink);
        x += width;
    }
}
