//! Events, when they were, and the evidence for them.

use super::{ArticleId, PersonId};
use crate::time::{Granularity, Interval, Modifier};
use crate::words::Message;
use serde::{Deserialize, Serialize};

/// An event's id: the article that first told of it, the code point where its first source begins, and a
/// number that parts several events of one clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EventId {
    /// The article.
    pub article: ArticleId,
    /// Start of the first source in the article, in code points.
    pub start: u32,
    /// 0 for the first event that begins there.
    pub n: u16,
}

/// What kind of thing happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// People met.
    Meeting,
    /// Somebody visited a place.
    Visit,
    /// Somebody went, came, landed.
    Travel,
    /// Somebody said something.
    Statement,
    /// A treaty, deal or joint declaration.
    Agreement,
    /// A vote or an election.
    Election,
    /// Somebody took an office.
    Appointment,
    /// Somebody left an office.
    Resignation,
    /// A death.
    Death,
    /// A birth.
    Birth,
    /// War, attack, test of arms.
    Conflict,
    /// Sanctions imposed or lifted.
    Sanction,
    /// A meeting of heads of state or government so called.
    Summit,
    /// Something was called off.
    Cancelled,
    /// Anything else.
    Other,
}

impl Kind {
    /// Every kind, in the order of legends and filters.
    pub const ALL: [Self; 15] = [
        Self::Meeting,
        Self::Summit,
        Self::Visit,
        Self::Travel,
        Self::Statement,
        Self::Agreement,
        Self::Election,
        Self::Appointment,
        Self::Resignation,
        Self::Death,
        Self::Birth,
        Self::Conflict,
        Self::Sanction,
        Self::Cancelled,
        Self::Other,
    ];

    /// The name used in JSON and in language files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Meeting => "meeting",
            Self::Visit => "visit",
            Self::Travel => "travel",
            Self::Statement => "statement",
            Self::Agreement => "agreement",
            Self::Election => "election",
            Self::Appointment => "appointment",
            Self::Resignation => "resignation",
            Self::Death => "death",
            Self::Birth => "birth",
            Self::Conflict => "conflict",
            Self::Sanction => "sanction",
            Self::Summit => "summit",
            Self::Cancelled => "cancelled",
            Self::Other => "other",
        }
    }

    /// The same number for kinds that one event may be told as: a meeting and a summit, a visit and a journey.
    pub fn family(self) -> u8 {
        let shown = match self {
            Self::Summit => Self::Meeting,
            Self::Travel => Self::Visit,
            kind => kind,
        };
        shown as u8
    }

    /// The key of its name in the interface's words.
    pub fn key(self) -> &'static str {
        match self {
            Self::Meeting => "kind-meeting",
            Self::Visit => "kind-visit",
            Self::Travel => "kind-travel",
            Self::Statement => "kind-statement",
            Self::Agreement => "kind-agreement",
            Self::Election => "kind-election",
            Self::Appointment => "kind-appointment",
            Self::Resignation => "kind-resignation",
            Self::Death => "kind-death",
            Self::Birth => "kind-birth",
            Self::Conflict => "kind-conflict",
            Self::Sanction => "kind-sanction",
            Self::Summit => "kind-summit",
            Self::Cancelled => "kind-cancelled",
            Self::Other => "kind-other",
        }
    }
}

/// Whether it came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Status {
    /// It happened.
    Happened,
    /// It is to happen.
    Planned,
    /// It was to happen, and was called off.
    Cancelled,
    /// Somebody says that it did not happen.
    Denied,
}

impl Status {
    /// The name used in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Happened => "happened",
            Self::Planned => "planned",
            Self::Cancelled => "cancelled",
            Self::Denied => "denied",
        }
    }
}

/// What an event's interval means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Form {
    /// Some time within the interval.
    Point,
    /// All through the interval.
    Span,
    /// Several times within the interval.
    Count,
}

impl Form {
    /// The name used in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Point => "point",
            Self::Span => "span",
            Self::Count => "count",
        }
    }
}

/// How an event's date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Certainty {
    /// The text gives the date.
    Stated,
    /// It was counted from an anchor.
    Derived,
    /// Knowledge narrowed or placed it.
    Inferred,
}

impl Certainty {
    /// The name used in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Derived => "derived",
            Self::Inferred => "inferred",
        }
    }
}

/// When an event was, as far as it is known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct When {
    /// The time it took, or the window in which it lies (see [`Form`]). Unknown on both sides: no date.
    pub interval: Interval,
    /// The unit that the text names.
    pub granularity: Granularity,
    /// What the text says about the unit: early in, about.
    pub modifier: Option<Modifier>,
    /// What the interval means.
    pub form: Form,
    /// How the date is known.
    pub certainty: Certainty,
    /// The text's own interval, where knowledge narrowed it.
    pub said: Option<Interval>,
    /// A clock time as hours and minutes, if the text gives one.
    pub clock: Option<(u8, u8)>,
    /// The words for the date, as the text has them; empty where there are none.
    pub text: String,
}

impl When {
    /// Whether nothing is known of its date.
    pub fn is_unknown(&self) -> bool {
        self.interval.is_unknown()
    }
}

/// Where an event was.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// Name as the article has it.
    pub name: String,
    /// The same for all names of one place, if the world's tables have it; a country's is its code.
    pub id: Option<String>,
    /// Code of the country it lies in, if known.
    pub country: Option<String>,
}

/// A stretch of an article that tells of an event. Offsets count code points of the article's text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// The article.
    pub article: ArticleId,
    /// First code point.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
    /// The words.
    pub quote: String,
    /// Where the words for the date stand; they may be in another sentence.
    pub when_span: Option<(u32, u32)>,
    /// Where persons are mentioned.
    pub people_spans: Vec<(PersonId, u32, u32)>,
    /// What this passage says of the date, where the event has another.
    pub when: Option<When>,
}

/// Something that happened, or was to happen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Id.
    pub id: EventId,
    /// Short title in the article's words, without the date.
    pub title: String,
    /// Kind.
    pub kind: Kind,
    /// Whether it came about.
    pub status: Status,
    /// When.
    pub when: When,
    /// Who took part, by id; each once.
    pub participants: Vec<PersonId>,
    /// Where, if the text says.
    pub place: Option<Place>,
    /// How many there were; 1 unless the text counts.
    pub count: u32,
    /// The passages that tell of it, in the order of the articles; at least one.
    pub sources: Vec<Evidence>,
    /// How the date was reached, in steps.
    pub why: Vec<Message>,
}

impl Event {
    /// How much an event matters where there is no room for all: more people, more sources, a summit more
    /// than a remark. From 0 up; only the order means something.
    pub fn importance(&self) -> u32 {
        let kind = match self.kind {
            Kind::Summit => 60,
            Kind::Meeting | Kind::Agreement | Kind::Election | Kind::Death => 50,
            Kind::Conflict | Kind::Appointment | Kind::Resignation | Kind::Sanction => 45,
            Kind::Visit | Kind::Birth | Kind::Cancelled => 35,
            Kind::Travel => 25,
            Kind::Other => 15,
            Kind::Statement => 10,
        };
        kind + 10 * self.participants.len().min(4) as u32 + 5 * self.sources.len().min(10) as u32
    }
}
