//! SVG, written by hand so that the same picture is the same bytes: text as text, groups by track and
//! event, each event's words in `<title>` and `<desc>`.

use super::{Format, Writer};
use crate::chronology::EventId;
use crate::font::FAMILY;
use crate::scene::{Color, Fill, Group, Part, Rect, Scene, Shape, Stroke};
use std::collections::BTreeSet;
use std::fmt::Write;

/// The format.
pub(super) const FORMAT: Format = Format {
    name: "SVG",
    extension: "svg",
    writer: Writer::Picture(|scene, _scale| Ok(write(scene).into_bytes())),
};

/// The picture as SVG.
pub(super) fn write(scene: &Scene) -> String {
    let mut svg = Svg {
        out: String::with_capacity(160 * scene.shapes.len() + 512),
        n_fades: 0,
        ids: BTreeSet::new(),
    };
    svg.document(scene);
    svg.out
}

struct Svg {
    out: String,
    n_fades: usize,
    ids: BTreeSet<String>,
}

/// Id, title and description of a group.
fn names(group: &Group, scene: &Scene) -> (String, String, String) {
    let track = |index: usize| {
        let (person, name) = &scene.tracks[index];
        let id = person.as_ref().map_or("others", |id| id.as_str());
        (id.to_owned(), name.clone())
    };
    match group.part {
        Part::Layer(name) => (name.to_owned(), String::new(), String::new()),
        Part::Track(index) => {
            let (id, name) = track(index);
            (format!("track-{id}"), name, String::new())
        }
        Part::Head(index) => {
            let (id, name) = track(index);
            (format!("head-{id}"), name, String::new())
        }
        Part::Line(event) => {
            let id = format!("{}-line", event_name(event));
            (id, String::new(), String::new())
        }
        Part::Mark(event, index) => {
            let id = format!("{}-{}", event_name(event), track(index).0);
            let Some(spoken) = scene.captions.get(&event) else {
                return (id, String::new(), String::new());
            };
            let description = [&spoken.date, &spoken.people, &spoken.quote]
                .into_iter()
                .filter(|part| !part.is_empty())
                .map(String::as_str)
                .collect::<Vec<_>>()
                .join("\n");
            (id, spoken.title.clone(), description)
        }
    }
}

/// A name for an event that is the same in every picture of it.
fn event_name(event: EventId) -> String {
    format!("event-{:016x}-{}-{}", event.article.0, event.start, event.n)
}

impl Svg {
    fn document(&mut self, scene: &Scene) {
        let (width, height) = (number(scene.width), number(scene.height));
        self.line(&format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" font-family="{FAMILY}, 'Helvetica Neue', Arial, sans-serif">"#
        ));
        let background = fill(scene.background);
        self.line(&format!(
            r#"<rect width="{width}" height="{height}"{background}/>"#
        ));
        let mut open: Vec<usize> = Vec::new();
        let mut groups = scene.groups.iter().peekable();
        for (index, shape) in scene.shapes.iter().enumerate() {
            self.close(&mut open, index);
            while let Some(group) = groups.next_if(|group| group.shapes.start <= index) {
                if !group.shapes.is_empty() {
                    self.open(group, scene);
                    open.push(group.shapes.end);
                }
            }
            self.shape(shape);
        }
        self.close(&mut open, usize::MAX);
        self.line("</svg>");
    }

    fn open(&mut self, group: &Group, scene: &Scene) {
        let (id, title, description) = names(group, scene);
        let id = self.free_id(id);
        self.line(&format!(r#"<g id="{}">"#, escape(&id)));
        for (element, text) in [("title", title), ("desc", description)] {
            if !text.is_empty() {
                self.line(&format!("<{element}>{}</{element}>", escape(&text)));
            }
        }
    }

    /// The id in letters, digits and hyphens, with a number where somebody has it already.
    fn free_id(&mut self, id: String) -> String {
        let plain: String = id
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
            .collect();
        let mut free = plain.clone();
        let mut n = 2;
        while !self.ids.insert(free.clone()) {
            free = format!("{plain}-{n}");
            n += 1;
        }
        free
    }

    fn close(&mut self, open: &mut Vec<usize>, index: usize) {
        while open.pop_if(|end| *end <= index).is_some() {
            self.line("</g>");
        }
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Rect {
                rect,
                radius,
                fill,
                stroke,
            } => self.rect(*rect, *radius, *fill, *stroke),
            Shape::Line { from, to, stroke } => self.line(&format!(
                r#"<line x1="{}" y1="{}" x2="{}" y2="{}"{}/>"#,
                number(from.0),
                number(from.1),
                number(to.0),
                number(to.1),
                outline(*stroke)
            )),
            Shape::Bars { bars, color } => {
                let bar = |bar: &Rect| {
                    let (x, y) = (number(bar.x), number(bar.y));
                    let (width, height) = (number(bar.width), number(bar.height));
                    format!("M{x} {y}h{width}v{height}h-{width}z")
                };
                let path: String = bars.iter().map(bar).collect();
                self.line(&format!(r#"<path d="{path}"{}/>"#, self::fill(*color)));
            }
            Shape::Path {
                points,
                fill,
                stroke,
            } => self.path(points, *fill, *stroke),
            Shape::Text {
                x,
                y,
                size,
                weight,
                color,
                text,
                ..
            } => self.line(&format!(
                r#"<text x="{}" y="{}" font-size="{}" font-weight="{}"{}>{}</text>"#,
                number(*x),
                number(*y),
                number(*size),
                weight.css(),
                self::fill(*color),
                escape(text)
            )),
        }
    }

    fn rect(&mut self, rect: Rect, radius: f64, fill: Option<Fill>, stroke: Option<Stroke>) {
        let paint = match fill {
            None => r#" fill="none""#.to_owned(),
            Some(Fill::Plain(color)) => self::fill(color),
            Some(Fill::Fade {
                left,
                middle,
                right,
            }) => {
                let id = self.fade([left, middle, right]);
                format!(r#" fill="url(#{id})""#)
            }
        };
        let corners = if radius > 0.0 {
            format!(r#" rx="{}""#, number(radius))
        } else {
            String::new()
        };
        self.line(&format!(
            r#"<rect x="{}" y="{}" width="{}" height="{}"{corners}{paint}{}/>"#,
            number(rect.x),
            number(rect.y),
            number(rect.width),
            number(rect.height),
            stroke.map_or_else(String::new, outline)
        ));
    }

    fn fade(&mut self, colors: [Color; 3]) -> String {
        self.n_fades += 1;
        let id = format!("fade-{}", self.n_fades);
        let mut stops = String::new();
        for (offset, color) in ["0", "0.5", "1"].into_iter().zip(colors) {
            let opacity = opacity("stop-opacity", color);
            // Writing to a string cannot fail.
            let _ = write!(
                stops,
                r#"<stop offset="{offset}" stop-color="{}"{opacity}/>"#,
                hex(color)
            );
        }
        self.line(&format!(
            r#"<linearGradient id="{id}">{stops}</linearGradient>"#
        ));
        id
    }

    fn path(&mut self, points: &[(f64, f64)], fill: Option<Color>, stroke: Option<Stroke>) {
        let mut data = String::new();
        for (i, (x, y)) in points.iter().enumerate() {
            let command = if i == 0 { "M" } else { " L" };
            let _ = write!(data, "{command}{} {}", number(*x), number(*y));
        }
        if fill.is_some() {
            data.push_str(" Z");
        }
        let paint = fill.map_or_else(|| r#" fill="none""#.to_owned(), self::fill);
        let line = stroke.map_or_else(String::new, outline);
        self.line(&format!(r#"<path d="{data}"{paint}{line}/>"#));
    }

    fn line(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }
}

/// A number with at most two decimals, the same on every machine.
fn number(value: f64) -> String {
    let rounded = (value * 100.0).round() / 100.0;
    // Not "-0".
    format!("{}", rounded + 0.0)
}

fn hex(color: Color) -> String {
    format!("#{:02x}{:02x}{:02x}", color.r, color.g, color.b)
}

fn opacity(attribute: &str, color: Color) -> String {
    if color.a == 255 {
        return String::new();
    }
    format!(r#" {attribute}="{}""#, number(f64::from(color.a) / 255.0))
}

fn fill(color: Color) -> String {
    format!(
        r#" fill="{}"{}"#,
        hex(color),
        opacity("fill-opacity", color)
    )
}

fn outline(stroke: Stroke) -> String {
    let dash = stroke.dash.map_or_else(String::new, |(on, off)| {
        format!(r#" stroke-dasharray="{} {}""#, number(on), number(off))
    });
    format!(
        r#" stroke="{}" stroke-width="{}"{}{dash}"#,
        hex(stroke.color),
        number(stroke.width),
        opacity("stroke-opacity", stroke.color)
    )
}

/// Text as XML has it; characters that XML forbids are left out.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' | '\t' => escaped.push(c),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c < ' ' => {}
            c => escaped.push(c),
        }
    }
    escaped
}
