//! Resolved shapes with their colours: what the window, SVG and PNG draw alike.

mod draw;
mod theme;

pub use draw::draw;
pub use theme::{Color, Theme};

use crate::chronology::{ArticleId, Chronology, EventId, PersonId};
use crate::font::Weight;
use crate::layout::{Spoken, spoken};
use crate::time::{Granularity, Interval};
use crate::words::{Interface, Message, say, say_interval, word};
use std::collections::BTreeMap;
use std::ops::Range;

/// A picture: shapes in the order of painting, and what can be pointed at.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Width in pixels.
    pub width: f64,
    /// Height in pixels.
    pub height: f64,
    /// Colour behind everything.
    pub background: Color,
    /// Shapes, the hindmost first.
    pub shapes: Vec<Shape>,
    /// Runs of shapes that belong together, for formats that keep structure: sorted by their beginning, an
    /// outer one before those inside it; they nest or are apart.
    pub groups: Vec<Group>,
    /// What can be pointed at, the hindmost first.
    pub hits: Vec<Hit>,
    /// The tracks: whose, and their full names.
    pub tracks: Vec<(Option<PersonId>, String)>,
    /// The words of the events, for formats that carry them; see [`Scene::described`].
    pub captions: BTreeMap<EventId, Spoken>,
}

/// A shape in absolute coordinates, y downwards.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A rectangle, with round corners perhaps; a disc is one whose radius is half its side.
    Rect {
        /// Where.
        rect: Rect,
        /// Radius of the corners.
        radius: f64,
        /// What fills it.
        fill: Option<Fill>,
        /// Its outline, centred on the edge.
        stroke: Option<Stroke>,
    },
    /// A straight line.
    Line {
        /// From `x`, `y`.
        from: (f64, f64),
        /// To `x`, `y`.
        to: (f64, f64),
        /// How it is drawn.
        stroke: Stroke,
    },
    /// Rectangles of one colour that stand side by side.
    Bars {
        /// Where.
        bars: Vec<Rect>,
        /// Their colour.
        color: Color,
    },
    /// A chain of straight lines; filled, it is a convex polygon.
    Path {
        /// Corners.
        points: Vec<(f64, f64)>,
        /// What fills it.
        fill: Option<Color>,
        /// How its line is drawn; a filled path is closed.
        stroke: Option<Stroke>,
    },
    /// A line of text in the bundled font.
    Text {
        /// Left edge.
        x: f64,
        /// Baseline.
        y: f64,
        /// Width as `font` measures it.
        width: f64,
        /// Em in pixels.
        size: f64,
        /// Weight.
        weight: Weight,
        /// Colour.
        color: Color,
        /// The words.
        text: String,
    },
}

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Rect {
    /// The rectangle between two edges of each kind.
    pub fn between(x0: f64, y0: f64, x1: f64, y1: f64) -> Self {
        Self {
            x: x0,
            y: y0,
            width: x1 - x0,
            height: y1 - y0,
        }
    }

    /// Whether a point lies inside.
    pub fn contains(&self, x: f64, y: f64) -> bool {
        x >= self.x && x < self.x + self.width && y >= self.y && y < self.y + self.height
    }
}

/// What fills a rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fill {
    /// One colour.
    Plain(Color),
    /// From the left edge over the middle to the right edge; such a rectangle has square corners.
    Fade {
        /// At the left edge.
        left: Color,
        /// In the middle.
        middle: Color,
        /// At the right edge.
        right: Color,
    },
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Colour.
    pub color: Color,
    /// Width in pixels.
    pub width: f64,
    /// Length of dashes and of the gaps between them.
    pub dash: Option<(f64, f64)>,
}

/// A run of shapes that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What it draws.
    pub part: Part,
    /// The shapes.
    pub shapes: Range<usize>,
}

/// A part of the picture.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// A layer: "axis".
    Layer(&'static str),
    /// A track with its marks, by its place.
    Track(usize),
    /// The head of a track, by its place.
    Head(usize),
    /// The mark of an event on a track, and its label.
    Mark(EventId, usize),
    /// The line of a meeting.
    Line(EventId),
}

/// Something that can be pointed at.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// What it is.
    pub target: Target,
    /// Where it can be pointed at; a meeting has an area on each of its tracks.
    pub areas: Vec<Rect>,
    /// Its words, where they are known at once; see [`Hit::words`].
    label: String,
}

impl Hit {
    /// Its words for a screen reader, and for pointing.
    pub fn words(&self, chronology: &Chronology, interface: Interface) -> String {
        match &self.target {
            Target::Event(event) => chronology.event(*event).map_or_else(String::new, |event| {
                spoken(event, chronology, interface).sentence()
            }),
            Target::More {
                person,
                count,
                interval,
            } => {
                let person = person.as_ref().and_then(|id| chronology.person(id));
                let name = person
                    .map_or_else(|| word("picture-others", interface), |one| one.name.clone());
                let key = match interval.is_unknown() {
                    true => "picture-more",
                    false => "picture-more-within",
                };
                let message = Message::new(key).with("n", *count).with("name", name).with(
                    "date",
                    say_interval(*interval, Granularity::Day, None, interface),
                );
                say(&message, interface)
            }
            _ => self.label.clone(),
        }
    }
}

/// What can be pointed at.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// An event: its marks, its line, its label.
    Event(EventId),
    /// The head of a person's track.
    Track(PersonId),
    /// A closed gap, by its number in the scale.
    Gap(usize),
    /// Several events drawn as one.
    More {
        /// The track's person; `None` for the shared track.
        person: Option<PersonId>,
        /// The stretch of time on which they lie.
        interval: Interval,
        /// How many.
        count: usize,
    },
    /// A participant without a track, noted on the line of a meeting.
    Hidden(Vec<PersonId>),
    /// Articles published on one day.
    Published(Vec<ArticleId>),
}

impl Scene {
    /// The scene with the words of the events whose marks are in it.
    #[must_use]
    pub fn described(mut self, chronology: &Chronology, interface: Interface) -> Self {
        let marks = self.groups.iter().filter_map(|group| match group.part {
            Part::Mark(event, _) => chronology.event(event),
            _ => None,
        });
        self.captions = marks
            .map(|event| (event.id, spoken(event, chronology, interface)))
            .collect();
        self
    }

    /// What is at a point: of all that can be pointed at there, that whose middle is nearest.
    pub fn hit(&self, x: f64, y: f64) -> Option<&Hit> {
        let far = |area: &Rect| {
            let (dx, dy) = (
                area.x + area.width / 2.0 - x,
                area.y + area.height / 2.0 - y,
            );
            dx * dx + dy * dy
        };
        self.hits
            .iter()
            .flat_map(|hit| hit.areas.iter().map(move |area| (hit, area)))
            .filter(|(_, area)| area.contains(x, y))
            .min_by(|a, b| far(a.1).total_cmp(&far(b.1)))
            .map(|(hit, _)| hit)
    }
}
