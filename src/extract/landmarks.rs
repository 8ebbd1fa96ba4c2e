//! Landmarks: events that the world knows the day of. An event told vaguely that can only be one of them
//! has its date.

use super::lives::is_unit;
use crate::chronology::{Certainty, Event, Evidence, Form, Kind, PersonId, Place, Status};
use crate::lang::Language;
use crate::people::Roster;
use crate::text::{folded_words, lower_words};
use crate::time::{DAY, Day, Granularity, Interval};
use crate::words::{Fact, Message};
use crate::world::{self, World};
use std::collections::{BTreeMap, BTreeSet};

/// The landmarks of the world, and the deaths that the roster knows.
#[derive(Debug)]
pub(super) struct Landmarks {
    all: Vec<Landmark>,
}

/// One landmark, ready for comparing with events.
#[derive(Debug)]
pub(super) struct Landmark {
    /// English and Norwegian name; of a person's death, the person's.
    name: [String; 2],
    kind: Kind,
    /// First and last day.
    pub days: (Day, Day),
    /// Phrases for it, folded.
    phrases: Vec<Vec<String>>,
    /// Names of its place, folded.
    places: BTreeSet<String>,
    country: Option<String>,
    /// Who took part.
    who: Vec<PersonId>,
    /// Their numbers on the roster.
    numbers: Vec<usize>,
    /// Whether it was in the capital of one who took part, where the same people may meet often.
    routine: bool,
}

/// How surely an event is a landmark, from the least on; its date has still to fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// The same people and place, but such things happen there again and again.
    Weak,
    /// The people fit, and nothing speaks against it.
    Likely,
    /// The people and an unusual place fit, or somebody's death.
    Sure,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum PlaceFit {
    Same,
    Country,
    Open,
}

impl Landmarks {
    /// The landmarks of the world; those of which the roster lacks somebody are left out.
    pub fn new(world: &World, roster: &Roster) -> Self {
        let rows = world.landmarks().iter();
        let mut all: Vec<Landmark> = rows
            .filter_map(|row| Landmark::of_row(row, world, roster))
            .collect();
        let told: BTreeSet<PersonId> = all
            .iter()
            .filter(|landmark| landmark.kind == Kind::Death)
            .filter_map(|landmark| landmark.who.first().cloned())
            .collect();
        for (number, person) in roster.persons().iter().enumerate() {
            let who = PersonId::new(&person.id);
            if let Some(day) = person.died
                && !told.contains(&who)
            {
                all.push(Landmark {
                    name: [person.name_en.clone(), person.name_nb.clone()],
                    kind: Kind::Death,
                    days: (day, day),
                    phrases: Vec::new(),
                    places: BTreeSet::new(),
                    country: None,
                    who: vec![who],
                    numbers: vec![number],
                    routine: false,
                });
            }
        }
        all.sort_by_key(|landmark| landmark.days);
        Self { all }
    }

    /// All, by date.
    pub fn iter(&self) -> impl Iterator<Item = &Landmark> {
        self.all.iter()
    }

    /// Gives events told vaguely the dates of the landmarks that they must be: one only may fit, and it must
    /// lie within the time told. A day, a month or a year that the text gives is left alone.
    pub fn narrow(&self, events: &mut [Event], language: &Language) {
        for event in events {
            let told = event.when.interval;
            // "I oktober 1994" and "tretten måneder senere" mean that month, "for åtte år siden" about that year.
            let counted = event.when.certainty == Certainty::Derived
                && event.when.granularity >= Granularity::Year;
            let vague = event.when.granularity > Granularity::Day
                && told.len().is_some_and(|len| len > 4 * DAY)
                && (counted || !is_unit(told));
            if !vague {
                continue;
            }
            let mut fitting = self.all.iter().filter(|landmark| {
                event.status == Status::Happened
                    && landmark.interval().overlaps(told)
                    && landmark.fit(event, language) >= Some(Fit::Likely)
            });
            let (Some(landmark), None) = (fitting.next(), fitting.next()) else {
                continue;
            };
            let days = landmark.interval();
            if told.contains(days) && days.len() < told.len() {
                event.when.said = event.when.said.or(Some(told));
                event.when.interval = days;
                event.when.certainty = Certainty::Inferred;
                event.why.push(landmark.message("why-landmark", language));
            }
        }
    }
}

impl Landmark {
    fn of_row(row: &world::Landmark, world: &World, roster: &Roster) -> Option<Self> {
        let ids: Vec<&str> = split(row.participants).collect();
        let numbers: Option<Vec<usize>> = ids.iter().map(|id| roster.find(id)).collect();
        let numbers = numbers?;
        let place = world.place_named(row.place);
        let mut places = BTreeSet::new();
        if let Some(place) = place {
            let names = [place.name_en, place.name_nb];
            places.extend(names.into_iter().chain(split(place.aliases)).map(key));
        }
        let country = place
            .map(|place| place.country)
            .or_else(|| world.country_named(row.place).map(|it| it.code))
            .filter(|code| !code.is_empty());
        let is_capital = place.is_none_or(|place| place.kind == "capital");
        let at_home = numbers.iter().any(|number| {
            let mut terms = roster.person(*number).terms.iter();
            terms.any(|term| Some(&*term.country) == country)
        });
        let phrases = [row.name_en, row.name_nb]
            .into_iter()
            .chain(split(row.aliases))
            .map(folded_words)
            .collect();
        Some(Self {
            name: [row.name_en.to_owned(), row.name_nb.to_owned()],
            kind: Kind::ALL.into_iter().find(|kind| kind.name() == row.kind)?,
            days: (row.start.parse().ok()?, row.end.parse().ok()?),
            phrases,
            places,
            country: country.map(str::to_owned),
            who: ids.into_iter().map(PersonId::new).collect(),
            numbers,
            routine: is_capital && at_home,
        })
    }

    /// The days it took.
    pub fn interval(&self) -> Interval {
        Interval::days(self.days.0, self.days.1)
    }

    /// A message about it, with its name and date.
    pub fn message(&self, key: &'static str, language: &Language) -> Message {
        let column = usize::from(language.head.names == "nb");
        let name = self.name[column].clone();
        let name = if self.phrases.is_empty() {
            Fact::Message(Box::new(Message::new("landmark-death").with("name", name)))
        } else {
            Fact::Text(name)
        };
        Message {
            key,
            facts: vec![
                ("name", name),
                ("date", Fact::Time(self.interval(), Granularity::Day, None)),
            ],
        }
    }

    /// Whether an event can be this one, whatever its date.
    pub fn fit(&self, event: &Event, language: &Language) -> Option<Fit> {
        let once = event.count == 1 && event.when.form == Form::Point;
        let real = matches!(event.status, Status::Happened | Status::Planned);
        let known = |who: &PersonId| self.who.contains(who);
        let told = event
            .sources
            .iter()
            .any(|source| !is_about(source, language));
        if !once || !real || !told || !event.participants.iter().all(known) {
            return None;
        }
        let place = self.place_fit(event.place.as_ref(), language)?;
        let first = self.who.first();
        let first = first.is_some_and(|who| event.participants.contains(who));
        let several = event.participants.len() >= 2;
        let by_place = match (place, self.routine) {
            (PlaceFit::Same, false) => Some(Fit::Sure),
            (PlaceFit::Country | PlaceFit::Open, false) => Some(Fit::Likely),
            (PlaceFit::Same | PlaceFit::Country, true) => Some(Fit::Weak),
            (PlaceFit::Open, true) => None,
        };
        let met = matches!(event.kind, Kind::Meeting | Kind::Summit);
        let by_people = match (self.kind, event.kind) {
            (Kind::Summit, Kind::Visit | Kind::Agreement) if several => by_place,
            (Kind::Summit, _) if several && met => by_place,
            (Kind::Visit, Kind::Visit) if several => by_place,
            (Kind::Visit, _) if several && met => by_place,
            (Kind::Agreement, Kind::Agreement) if several => by_place,
            (Kind::Death, Kind::Death) if first => Some(Fit::Sure),
            (Kind::Death, Kind::Conflict) if first && place == PlaceFit::Same => Some(Fit::Likely),
            (Kind::Resignation, Kind::Resignation) if first => Some(Fit::Likely),
            (Kind::Election, Kind::Election) if first => Some(Fit::Likely),
            (Kind::Statement, Kind::Statement) if first && place == PlaceFit::Same => {
                by_place.map(|fit| fit.min(Fit::Likely))
            }
            _ => None,
        };
        let of_kind = self.kind == event.kind || event.kind == Kind::Other || met && self.is_met();
        by_people.or_else(|| (of_kind && self.is_named(event)).then_some(Fit::Likely))
    }

    /// A quick look whether a text can tell of it: it names one who took part, and another or the place, or has
    /// a phrase for it. `texts` are its folded words between blanks, `named` whoever its names may mean.
    pub fn may_stand_in(&self, texts: &[String], named: &BTreeSet<usize>) -> bool {
        let present = self.numbers.iter().filter(|at| named.contains(at)).count();
        let alone = self.numbers.len() == 1;
        present >= 2
            || present == 1 && (alone || self.places.is_empty() || self.is_placed_in(texts))
            || self.is_phrased_in(texts)
    }

    /// Whether one of those named took part.
    pub fn is_joined_by(&self, named: &BTreeSet<usize>) -> bool {
        self.numbers.iter().any(|at| named.contains(at))
    }

    /// Whether a text names its place, or has a phrase for it.
    pub fn is_told_in(&self, texts: &[String]) -> bool {
        self.is_placed_in(texts) || self.is_phrased_in(texts)
    }

    fn is_placed_in(&self, texts: &[String]) -> bool {
        self.places.iter().any(|place| has(texts, place))
    }

    fn is_phrased_in(&self, texts: &[String]) -> bool {
        let mut phrases = self.phrases.iter().filter(|phrase| !phrase.is_empty());
        phrases.any(|phrase| has(texts, &phrase.join(" ")))
    }

    /// Whether a verb of that kind tells of it.
    pub fn is_told_by(&self, verb: Kind) -> bool {
        match self.kind {
            Kind::Summit | Kind::Visit => {
                matches!(
                    verb,
                    Kind::Meeting | Kind::Summit | Kind::Visit | Kind::Agreement
                )
            }
            Kind::Death => matches!(verb, Kind::Death | Kind::Conflict),
            kind => verb == kind,
        }
    }

    /// Whether it is somebody's death.
    pub fn is_death(&self) -> bool {
        self.kind == Kind::Death
    }

    /// Whether the person with that number on the roster is the first of those who took part.
    pub fn is_of(&self, number: usize) -> bool {
        self.numbers.first() == Some(&number)
    }

    fn is_met(&self) -> bool {
        matches!(self.kind, Kind::Summit | Kind::Visit)
    }

    fn place_fit(&self, place: Option<&Place>, language: &Language) -> Option<PlaceFit> {
        let Some(place) = place else {
            return Some(PlaceFit::Open);
        };
        if self.places.contains(&key(&place.name)) {
            return Some(PlaceFit::Same);
        }
        if self.country.is_none() {
            return Some(PlaceFit::Open);
        }
        let code = place.country.as_ref()?;
        let names = language.countries.get(code)?;
        let is_country = names.name == place.name || names.other.contains(&place.name);
        if !is_country || self.country.as_ref() != Some(code) {
            return None;
        }
        Some(if self.places.is_empty() {
            PlaceFit::Same
        } else {
            PlaceFit::Country
        })
    }

    /// Whether an event is told by one of the phrases for this and little more.
    fn is_named(&self, event: &Event) -> bool {
        event.sources.iter().any(|source| {
            let words = folded_words(&source.quote);
            self.phrases.iter().any(|phrase| {
                !phrase.is_empty()
                    && words.len() <= 2 * phrase.len() + 3
                    && words.windows(phrase.len()).any(|at| at == phrase)
            })
        })
    }
}

/// Whether a book, a film or a talk is about it: "en utstilling om møtet mellom Reagan og Gorbatsjov".
fn is_about(source: &Evidence, language: &Language) -> bool {
    let words = before_last(source);
    let mut cues = language.events.cues.about.iter();
    cues.any(|cue| {
        let cue = lower_words(cue);
        words.windows(cue.len()).any(|at| at == cue)
    })
}

/// The words, in small letters, before whoever is named last in a passage; of each, the first mention counts.
pub(super) fn before_last(source: &Evidence) -> Vec<String> {
    let mut first = BTreeMap::new();
    for (who, start, _) in &source.people_spans {
        first.entry(who).or_insert(*start);
    }
    let last = first.into_values().max().unwrap_or(source.start);
    let n = last.saturating_sub(source.start) as usize;
    lower_words(&source.quote.chars().take(n).collect::<String>())
}

fn has(texts: &[String], words: &str) -> bool {
    texts
        .iter()
        .any(|text| text.contains(&format!(" {words} ")))
}

fn key(name: &str) -> String {
    folded_words(name).join(" ")
}

fn split(list: &str) -> impl Iterator<Item = &str> {
    list.split('|').filter(|item| !item.is_empty())
}
