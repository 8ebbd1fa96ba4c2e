//! The user's corrections: facts above the engine.
//!
//! A correction names the passage that it is about, not the event: an article read again gives new events,
//! and each correction finds its own by the place in the text. One that finds none is kept, with the reason.

use super::{ArticleId, Event, EventId, Evidence, Kind, Person, PersonId, Place, Status, When};
use crate::time::Interval;
use crate::words::Message;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A correction's number: the later, the higher.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CorrectionId(pub u32);

/// Something that the user knows better.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Correction {
    /// Number.
    pub id: CorrectionId,
    /// What is so.
    pub what: What,
    /// Why it is not in effect; `None` where it is.
    pub lost: Option<Lost>,
}

/// What the user says is so.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum What {
    /// Something about one event.
    Event(Passage, Set),
    /// Two passages tell of one event.
    Together(Passage, Passage),
    /// Two passages tell of two events, however alike.
    Apart(Passage, Passage),
    /// An event made by hand from a passage, its first source. Its id is given anew when it is placed.
    Add {
        /// The event.
        event: Box<Event>,
        /// Its participants, for those whom no article names.
        persons: Vec<Person>,
    },
    /// A person's name as it is to be shown.
    Rename(PersonId, String),
    /// Two persons are one.
    Same {
        /// Who is somebody else.
        person: PersonId,
        /// Who that is.
        as_person: PersonId,
    },
    /// A mention means somebody else than was thought.
    Mention {
        /// The article.
        article: ArticleId,
        /// First code point of the mention.
        start: u32,
        /// One past its last code point.
        end: u32,
        /// Who is meant.
        person: Box<Person>,
    },
}

/// What the user says of one event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Set {
    /// When it was.
    Date(Box<When>),
    /// Its title.
    Title(String),
    /// What kind of thing it was.
    Kind(Kind),
    /// Whether it came about.
    Status(Status),
    /// Where it was, or that this is not known.
    Place(Option<Place>),
    /// How many there were.
    Count(u32),
    /// Somebody took part.
    AddPerson(Box<Person>),
    /// Somebody took no part.
    RemovePerson(PersonId),
    /// It is no event to be shown.
    Hide,
}

/// Why a correction is not in effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Lost {
    /// Its article is not open, or its text is another now.
    Article,
    /// Its passage tells of no such event any more.
    Event,
    /// Nobody is known by that name any more.
    Person,
    /// A later correction says otherwise.
    Overruled,
}

impl Lost {
    /// The reason as a word of the interface.
    pub fn key(self) -> &'static str {
        match self {
            Self::Article => "lost-article",
            Self::Event => "lost-event",
            Self::Person => "lost-person",
            Self::Overruled => "lost-overruled",
        }
    }
}

impl What {
    /// What it does, for the menu: "setting a date".
    pub fn name(&self) -> Message {
        Message::new(match self {
            Self::Event(_, set) => set.name_key(),
            Self::Together(..) => "edit-together",
            Self::Apart(..) => "edit-apart",
            Self::Add { .. } => "edit-add",
            Self::Rename(..) => "edit-rename",
            Self::Same { .. } => "edit-same-person",
            Self::Mention { .. } => "edit-mention",
        })
    }

    /// Where in which article it has its place; a correction of persons has none.
    pub fn place(&self) -> Option<(ArticleId, u32, u32)> {
        match self {
            Self::Event(at, _) | Self::Together(at, _) | Self::Apart(at, _) => {
                Some((at.article, at.start, at.end))
            }
            Self::Add { event, .. } => {
                let source = event.sources.first()?;
                Some((source.article, source.start, source.end))
            }
            Self::Mention {
                article,
                start,
                end,
                ..
            } => Some((*article, *start, *end)),
            Self::Rename(..) | Self::Same { .. } => None,
        }
    }
}

impl Set {
    fn name_key(&self) -> &'static str {
        match self {
            Self::Date(_) => "edit-date",
            Self::Title(_) => "edit-title",
            Self::Kind(_) => "edit-kind",
            Self::Status(_) => "edit-status",
            Self::Place(_) => "edit-place",
            Self::Count(_) => "edit-count",
            Self::AddPerson(_) | Self::RemovePerson(_) => "edit-people",
            Self::Hide => "edit-hide",
        }
    }
}

/// A passage that tells of an event, and what that event was like when the user spoke of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Passage {
    /// The article.
    pub article: ArticleId,
    /// First code point.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
    /// The words.
    pub quote: String,
    /// The event's kind.
    pub kind: Kind,
    /// The event's time.
    pub interval: Interval,
    /// Who took part.
    pub participants: Vec<PersonId>,
    /// The number that parts the events that begin at one place.
    pub n: u16,
}

impl Passage {
    /// The passage that gives the event its id, or its first; an event without sources has none.
    pub fn of(event: &Event) -> Option<Self> {
        let EventId { article, start, .. } = event.id;
        let own = |source: &&Evidence| source.article == article && source.start == start;
        let source = event.sources.iter().find(own).or(event.sources.first())?;
        Some(Self::at(event, source))
    }

    /// One of the event's passages.
    pub fn at(event: &Event, source: &Evidence) -> Self {
        Self {
            article: source.article,
            start: source.start,
            end: source.end,
            quote: source.quote.clone(),
            kind: event.kind,
            interval: event.when.interval,
            participants: event.participants.clone(),
            n: event.id.n,
        }
    }

    /// How well the event is the one meant; the higher the better, `None` if it is another.
    ///
    /// The borders of clauses may have moved, so at least half of the shorter stretch must be in both. Beside
    /// that, the event must be of the same kind, or at the same time with the same people, or stand exactly there.
    pub fn fit(&self, event: &Event) -> Option<u32> {
        let sources = event.sources.iter();
        let shared = sources.filter_map(|source| self.shared(source)).max()?;
        let kind = event.kind.family() == self.kind.family();
        let time = event.when.interval == self.interval;
        let sorted = |people: &[PersonId]| people.iter().cloned().collect::<BTreeSet<_>>();
        let people = sorted(&event.participants) == sorted(&self.participants);
        let number = event.id.n == self.n;
        let same = kind || time && people || number && shared == 100;
        let agreed = u32::from(kind) + u32::from(time) + u32::from(people);
        same.then_some(shared + 30 * agreed + 40 * u32::from(number))
    }

    /// How much of both stretches is in both, in hundredths.
    fn shared(&self, source: &Evidence) -> Option<u32> {
        if source.article != self.article {
            return None;
        }
        let both = self
            .end
            .min(source.end)
            .saturating_sub(self.start.max(source.start));
        let lengths = (
            self.end - self.start.min(self.end),
            source.end - source.start.min(source.end),
        );
        let whole = self.end.max(source.end) - self.start.min(source.start);
        let enough = both > 0 && 2 * u64::from(both) >= u64::from(lengths.0.min(lengths.1));
        enough.then(|| (u64::from(both) * 100 / u64::from(whole.max(1))) as u32)
    }

    /// The source of the event that is nearest to this passage.
    pub fn source(&self, event: &Event) -> Option<usize> {
        let fits = event.sources.iter().enumerate();
        let fits = fits.filter_map(|(at, source)| Some((self.shared(source)?, at)));
        let best = fits.max_by_key(|(shared, at)| (*shared, std::cmp::Reverse(*at)))?;
        Some(best.1)
    }
}

/// What to say to take one source of an event away from the others: it tells of another event.
pub fn parting(event: &Event, source: &Evidence) -> Vec<What> {
    let of = Passage::at(event, source);
    event
        .sources
        .iter()
        .filter(|other| *other != source)
        .map(|other| What::Apart(Passage::at(event, other), of.clone()))
        .collect()
}

/// What to say to make two events one.
pub fn joining(event: &Event, other: &Event) -> Vec<What> {
    let Some(first) = Passage::of(other) else {
        return Vec::new();
    };
    event
        .sources
        .iter()
        .map(|source| What::Together(Passage::at(event, source), first.clone()))
        .collect()
}
