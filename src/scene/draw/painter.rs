//! Collects shapes, groups and hits in the order of painting.

use crate::layout::sizes::Type;
use crate::layout::{Layout, Track};
use crate::scene::{Color, Fill, Group, Hit, Part, Rect, Scene, Shape, Stroke, Target, Theme};
use std::collections::BTreeMap;

/// A scene in the making.
pub(super) struct Painter<'a> {
    pub layout: &'a Layout,
    pub theme: &'a Theme,
    shapes: Vec<Shape>,
    groups: Vec<Group>,
    hits: Vec<Hit>,
}

impl<'a> Painter<'a> {
    pub fn new(layout: &'a Layout, theme: &'a Theme) -> Self {
        Self {
            layout,
            theme,
            shapes: Vec::new(),
            groups: Vec::new(),
            hits: Vec::new(),
        }
    }

    /// Paints what belongs together.
    pub fn group(&mut self, part: Part, paint: impl FnOnce(&mut Self)) {
        let (place, from) = (self.groups.len(), self.shapes.len());
        self.groups.push(Group {
            part,
            shapes: from..from,
        });
        paint(self);
        self.groups[place].shapes.end = self.shapes.len();
    }

    pub fn bars(&mut self, bars: Vec<Rect>, color: Color) {
        if !bars.is_empty() {
            self.shapes.push(Shape::Bars { bars, color });
        }
    }

    pub fn rect(&mut self, rect: Rect, radius: f64, fill: Option<Fill>, stroke: Option<Stroke>) {
        if rect.width > 0.0 && rect.height > 0.0 {
            self.shapes.push(Shape::Rect {
                rect,
                radius: radius.min(rect.width / 2.0).min(rect.height / 2.0),
                fill,
                stroke,
            });
        }
    }

    pub fn fill(&mut self, rect: Rect, color: Color) {
        self.rect(rect, 0.0, Some(Fill::Plain(color)), None);
    }

    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), stroke: Stroke) {
        self.shapes.push(Shape::Line { from, to, stroke });
    }

    pub fn polygon(&mut self, points: Vec<(f64, f64)>, fill: Color) {
        self.shapes.push(Shape::Path {
            points,
            fill: Some(fill),
            stroke: None,
        });
    }

    pub fn polyline(&mut self, points: Vec<(f64, f64)>, stroke: Stroke) {
        self.shapes.push(Shape::Path {
            points,
            fill: None,
            stroke: Some(stroke),
        });
    }

    pub fn text(&mut self, x: f64, y: f64, text_type: Type, color: Color, text: &str) {
        if !text.is_empty() {
            self.shapes.push(Shape::Text {
                x,
                y,
                width: text_type.width(text),
                size: text_type.size,
                weight: text_type.weight,
                color,
                text: text.to_owned(),
            });
        }
    }

    /// Adds what can be pointed at, if it is in view.
    pub fn hit(&mut self, target: Target, area: Rect, label: String) {
        let top = match target {
            Target::Gap(_) | Target::Published(_) => Some(area),
            Target::Track(_) => self.below_axis(area),
            _ => self.in_tracks(area),
        };
        if let Some(area) = top {
            self.hits.push(Hit {
                target,
                areas: vec![area],
                label,
            });
        }
    }

    /// The part of an area that lies among the tracks.
    pub fn in_tracks(&self, area: Rect) -> Option<Rect> {
        let area = self.below_axis(area)?;
        let x0 = area.x.max(self.layout.head_px);
        let x1 = (area.x + area.width).min(self.layout.viewport.width_px);
        (x0 < x1).then(|| Rect::between(x0, area.y, x1, area.y + area.height))
    }

    fn below_axis(&self, area: Rect) -> Option<Rect> {
        let y0 = area.y.max(self.layout.top_px);
        let y1 = (area.y + area.height).min(self.layout.viewport.height_px);
        (y0 < y1).then(|| Rect::between(area.x, y0, area.x + area.width, y1))
    }

    /// The scene, with the hits of events in front of the others.
    pub fn finish(self, events: Vec<Hit>) -> Scene {
        let mut hits = self.hits;
        let track = |track: &Track| (track.person.clone(), track.full_name.clone());
        let tracks = self.layout.tracks.iter().map(track).collect();
        hits.extend(events);
        Scene {
            width: self.layout.viewport.width_px,
            height: self.layout.viewport.height_px,
            background: self.theme.background,
            shapes: self.shapes,
            groups: self.groups,
            hits,
            tracks,
            captions: BTreeMap::new(),
        }
    }
}

/// A plain stroke.
pub(super) fn stroke(color: Color, width: f64) -> Stroke {
    Stroke {
        color,
        width,
        dash: None,
    }
}
