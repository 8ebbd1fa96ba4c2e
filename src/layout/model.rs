//! What a layout is made of: axis, tracks, marks, lines and labels with their places, without colours.

use super::Viewport;
use super::detail::Tallies;
use super::rows::{Lines, Plan};
use crate::chronology::{ArticleId, Event, EventId, Kind, PersonId, Status};
use crate::time::Interval;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What the user chose to see.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choice {
    /// Persons with a track, from the top (see [`super::order_tracks`]).
    pub tracks: Vec<PersonId>,
    /// Tracks that keep their place at the top, whatever order is made.
    pub pinned: BTreeSet<PersonId>,
    /// Tracks folded to a thin row.
    pub collapsed: BTreeSet<PersonId>,
    /// Kinds of events that are not drawn.
    pub hidden_kinds: BTreeSet<Kind>,
    /// Only events in which all of these take part; everybody's if empty.
    pub together: BTreeSet<PersonId>,
    /// Leaves out the events of which nobody has a track.
    pub only_tracks: bool,
    /// The height of every row, where the user set one.
    pub row_px: Option<f64>,
    /// The event that is selected.
    pub selected: Option<EventId>,
    /// The event pointed at.
    pub hovered: Option<EventId>,
}

impl Choice {
    /// Whether an event is drawn.
    pub fn shows(&self, event: &Event) -> bool {
        let has_track = |id: &PersonId| self.tracks.contains(id);
        !self.hidden_kinds.contains(&event.kind)
            && self
                .together
                .iter()
                .all(|id| event.participants.contains(id))
            && (!self.only_tracks || event.participants.iter().any(has_track))
    }
}

/// A picture's contents and where they are; still without colours.
#[derive(Clone, Debug)]
pub struct Layout {
    /// What was laid out.
    pub viewport: Viewport,
    /// Right edge of the track heads.
    pub head_px: f64,
    /// Lower edge of the axis, where the tracks begin.
    pub top_px: f64,
    /// Height that all tracks take; more than there is room for can be scrolled.
    pub content_px: f64,
    /// The axis.
    pub axis: Axis,
    /// All tracks, from the top; some may be scrolled out of view.
    pub tracks: Vec<Track>,
    /// Marks in view, track by track.
    pub items: Vec<Item>,
    /// Crowded stretches, cell by cell.
    pub strips: Vec<Strip>,
    /// Lines that join the marks of one event.
    pub links: Vec<Link>,
    /// Names beside the marks.
    pub labels: Vec<Label>,
    /// Words for the shelf of events without a date, if there is one.
    pub shelf: Option<String>,
    /// The heights of the tracks, for the next layout.
    pub(super) plan: Arc<Plan>,
    /// Length of a stretch of the scale, for the next layout.
    pub(super) stretch: f64,
    /// What was counted, for the next layout.
    pub(super) tallies: Tallies,
    /// Pixels for a minute when the labels were placed anew, for the next layout.
    pub(super) placed_px: f64,
}

impl Layout {
    /// Whether any of a track is in view; a picture whose height is not settled shows all of them.
    pub fn sees(&self, track: &Track) -> bool {
        let bottom = self.viewport.height_px;
        track.bottom() > self.top_px && (bottom <= 0.0 || track.top < bottom)
    }
}

/// The axis on top.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Axis {
    /// Upper tier: years, or months or days with their year.
    pub upper: Vec<Tick>,
    /// Lower tier: finer.
    pub lower: Vec<Tick>,
    /// Saturdays and Sundays, at day zoom: left and right edge.
    pub weekends: Vec<(f64, f64)>,
    /// Publication dates.
    pub published: Vec<Published>,
    /// Closed gaps.
    pub tears: Vec<Tear>,
}

/// The beginning of a unit on the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where the unit begins.
    pub x: f64,
    /// Where its name stands; may differ, as names of the upper tier stick to the left edge.
    pub text_x: f64,
    /// Its name; empty where there is no room.
    pub text: String,
}

/// An article's publication date on the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Published {
    /// The middle of the day.
    pub x: f64,
    /// Articles of that day, by id.
    pub articles: Vec<ArticleId>,
    /// The day and the headlines, for pointing.
    pub words: String,
}

/// A closed gap on the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tear {
    /// Left edge.
    pub x0: f64,
    /// Right edge.
    pub x1: f64,
    /// Which gap of the scale.
    pub gap: usize,
    /// Its length in words: "6 years".
    pub text: String,
    /// Its length and what it leaves out, for pointing.
    pub words: String,
}

/// A row of the picture: a person's, or the one that events without a track share.
#[derive(Clone, Debug, PartialEq)]
pub struct Track {
    /// Whose; `None` for the shared one at the bottom.
    pub person: Option<PersonId>,
    /// Place in the palette; the shared track has none.
    pub color: Option<usize>,
    /// Upper edge.
    pub top: f64,
    /// Height.
    pub height: f64,
    /// The line on which the main lane's marks stand.
    pub line_y: f64,
    /// Name, cut to the head's width.
    pub name: String,
    /// The whole name.
    pub full_name: String,
    /// Office at the time in view, cut; may be empty.
    pub office: String,
    /// Number of events.
    pub n_events: usize,
    /// Number of events in words; empty on a collapsed track.
    pub count: String,
    /// Lines of labels.
    pub lines: Lines,
    /// Lanes that there is room for, the main one included; none where all is counted.
    pub n_lanes: usize,
    /// Times in office: left edge, right edge, name of the office where there is room.
    pub bands: Vec<Band>,
    /// Whether it is folded.
    pub collapsed: bool,
    /// Whether it keeps its place at the top.
    pub pinned: bool,
}

/// A time in office behind a track.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// Left edge, within the picture.
    pub x0: f64,
    /// Right edge, within the picture.
    pub x1: f64,
    /// The office, where there is room for it; else empty.
    pub text: String,
}

/// A stretch of a track with too many events for marks: how many lie in each of its cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Strip {
    /// Index of its track in [`Layout::tracks`].
    pub track: usize,
    /// Left edge.
    pub x0: f64,
    /// Width of a cell.
    pub cell_px: f64,
    /// Events in each cell, by the middles of their intervals; empty where there are only windows.
    pub counts: Vec<u32>,
    /// Whether there are windows among the events: they lie in the stretch as a whole.
    pub has_windows: bool,
    /// How many events there are that have no mark of their own.
    pub count: usize,
    /// The time of the stretch.
    pub interval: Interval,
}

/// A mark on a track.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// What it stands for.
    pub what: What,
    /// The event's number in the roll; what stands for several has none.
    pub(super) number: u32,
    /// Index of its track in [`Layout::tracks`].
    pub track: usize,
    /// What it looks like.
    pub mark: Mark,
    /// Left edge.
    pub x0: f64,
    /// Right edge.
    pub x1: f64,
    /// Where its disc or sign stands, and its line to other tracks; perhaps out of view.
    pub at: f64,
    /// Middle of its lane.
    pub y: f64,
    /// Its lane; the main one is 0.
    pub lane: usize,
    /// Whether the selected or pointed-at event is meant.
    pub lit: Lit,
    /// A quiet warning: the event lies before the birth or after the death of the track's person.
    pub misread: bool,
}

/// What a mark stands for.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// One event.
    Event(EventId),
    /// Several, for lack of room.
    More {
        /// How many, exactly.
        count: usize,
        /// The stretch of time on which they lie.
        interval: Interval,
    },
}

/// How an event is drawn: filled is how long it lasted, hollow is when it can have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A known day: a solid disc, as wide as the day when zoomed in.
    Disc(Status),
    /// Lasted, both ends known: a solid bar with square ends.
    Bar(Status),
    /// A point in a window, and the window is too narrow for a capsule.
    HollowDisc(Status),
    /// A point in a window.
    Capsule(Status),
    /// A point about a centre.
    Fading(Status),
    /// A point in a window without an end on one side.
    Open(Side, Status),
    /// A state that lasted, one end unknown.
    OpenBar(Side, Status),
    /// So many in a window.
    Count(u32, Status),
    /// Several marks in one, with how many.
    More(usize),
}

/// The side on which an interval has no end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Nobody knows since when.
    Left,
    /// Nobody knows until when.
    Right,
}

/// Whether a thing is to stand out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lit {
    /// It is not.
    #[default]
    No,
    /// It is pointed at.
    Hovered,
    /// It is selected.
    Selected,
}

/// The line that joins an event's marks on several tracks.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The event.
    pub event: EventId,
    /// Where the line stands.
    pub x: f64,
    /// Pieces from top to bottom; between them it passes tracks that take no part.
    pub pieces: Vec<(f64, f64)>,
    /// Stubs for participants without a track in view.
    pub stub: Option<Stub>,
    /// Whether it is to stand out.
    pub lit: Lit,
}

/// Participants without a track, as a small note on the line of a meeting.
#[derive(Clone, Debug, PartialEq)]
pub struct Stub {
    /// Who.
    pub persons: Vec<PersonId>,
    /// Left edge of the words.
    pub x: f64,
    /// Baseline of the words.
    pub y: f64,
    /// Width of the words.
    pub width: f64,
    /// "+ Moon Jae-in", or "+ 3".
    pub text: String,
    /// Whether there is room for the words; else the line alone says that somebody is missing.
    pub is_named: bool,
}

/// An event's name beside its mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The event.
    pub event: EventId,
    /// Index of the track in [`Layout::tracks`].
    pub track: usize,
    /// Left edge.
    pub x: f64,
    /// Baseline.
    pub y: f64,
    /// Width of both texts together.
    pub width: f64,
    /// The title, cut to the room.
    pub title: String,
    /// Width of the title alone.
    pub title_width: f64,
    /// The date after it, as precisely as it is known; may be empty.
    pub date: String,
    /// Whether the date was worked out rather than stated: a dotted underline.
    pub derived: bool,
    /// Where it stands in relation to its mark.
    pub seat: Seat,
    /// Whether it is to stand out.
    pub lit: Lit,
}

/// A label's place in relation to its mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seat {
    /// Line: 0 right above the marks, 1 above that, 2 right below; higher ones are lanes.
    pub line: u8,
    /// Whether it stands left of the mark.
    pub left: bool,
    /// Whether it interrupts the lines of other meetings.
    pub crosses: bool,
}

/// An event in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Spoken {
    /// Whole title.
    pub title: String,
    /// Date, as precisely as it is known.
    pub date: String,
    /// Names of the participants.
    pub people: String,
    /// The first passage that tells of it.
    pub quote: String,
}

impl Spoken {
    /// The event in one sentence, for a screen reader.
    pub fn sentence(&self) -> String {
        [&self.title, &self.date, &self.people]
            .into_iter()
            .filter(|part| !part.is_empty())
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(", ")
    }
}
