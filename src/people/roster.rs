//! The roster: persons with their offices, names and lives, from `assets/people`.

use super::kin::roman;
use crate::error::Result;
use crate::lang::Tie;
use crate::text::{Phrases, fold, folded_words};
use crate::time::Day;
use crate::world::{World, table};
use serde::Deserialize;
use std::collections::{BTreeMap, HashSet};

const LEADERS: &str = include_str!("../../assets/people/leaders.tsv");
const LIVES: &str = include_str!("../../assets/people/lives.tsv");
const WOMEN: &str = include_str!("../../assets/people/women.tsv");
const KIN: &str = include_str!("../../assets/people/kin.tsv");
const GIVEN_NAMES: &str = include_str!("../../assets/people/given-names.tsv");
const SURNAMES: &str = include_str!("../../assets/people/surnames.tsv");

/// The source of given names that has rare ones, and words, among them.
const BROAD_SOURCE: &str = "us-ssa";

/// Offices that do not make a leader with a track of their own.
const MINOR_OFFICES: [&str; 2] = ["foreign-minister", "vice-president"];

/// Offices by which somebody leads a country whatever its constitution says, the foremost first.
const LEADING_OFFICES: [&str; 4] = [
    "supreme-leader",
    "paramount-leader",
    "chancellor",
    "effective-leader",
];

/// A man or a woman, as far as a name tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sex {
    /// He.
    Male,
    /// She.
    Female,
}

impl Sex {
    /// `M` or `F`; nothing for a name that both bear.
    pub(super) fn of_letter(letter: &str) -> Option<Self> {
        match letter {
            "M" => Some(Self::Male),
            "F" => Some(Self::Female),
            _ => None,
        }
    }
}

/// A stretch of time in an office.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Class of office.
    pub office: String,
    /// Country code.
    pub country: String,
    /// First day.
    pub from: Day,
    /// The successor's first day; `None` while it lasts, as far as is known.
    pub to: Option<Day>,
}

impl Term {
    /// Whether the office was held on that day.
    pub fn holds(&self, day: Day) -> bool {
        self.from <= day
            && self
                .to
                .is_none_or(|to| day < to || (to == self.from && day == to))
    }

    /// Days between the term and that day; 0 within the term.
    pub fn distance(&self, day: Day) -> i64 {
        let after = self.to.map_or(0, |to| day.number() - to.number());
        (self.from.number() - day.number()).max(after).max(0)
    }
}

/// A person of the roster.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// Id.
    pub id: String,
    /// English name.
    pub name_en: String,
    /// Name in Norwegian newsrooms' spelling.
    pub name_nb: String,
    /// Wikidata id, if known.
    pub wikidata: Option<String>,
    /// Terms of office, by first day.
    pub terms: Vec<Term>,
    /// Day of birth, if known.
    pub born: Option<Day>,
    /// Day of death, if known.
    pub died: Option<Day>,
    /// As the given name or the list of women tells.
    pub sex: Option<Sex>,
}

impl Person {
    /// The name in that column of the roster: `nb`, or English.
    pub fn name_in(&self, column: &str) -> &str {
        if column == "nb" {
            &self.name_nb
        } else {
            &self.name_en
        }
    }

    /// Whether the roster gives an office that earns a track.
    pub fn is_leader(&self) -> bool {
        self.terms
            .iter()
            .any(|term| !MINOR_OFFICES.contains(&term.office.as_str()))
    }

    /// Whether the person can have taken part in something on that day, as far as is known.
    pub fn lived(&self, day: Day) -> bool {
        self.born.is_none_or(|born| born <= day) && self.died.is_none_or(|died| day <= died)
    }
}

/// Everybody on the roster, and the ways to find them.
#[derive(Debug)]
pub struct Roster {
    persons: Vec<Person>,
    names: Phrases<usize>,
    by_id: BTreeMap<String, usize>,
    by_office: BTreeMap<(String, String), Vec<(Term, usize)>>,
    led_by: BTreeMap<String, String>,
    given: BTreeMap<String, Option<Sex>>,
    /// By person: what another is to them.
    kin: BTreeMap<usize, Vec<(Tie, usize)>>,
    usual_given: HashSet<String>,
    surnames: HashSet<String>,
}

#[derive(Deserialize)]
struct LeaderRow {
    id: String,
    name_en: String,
    name_nb: String,
    aliases: String,
    country: String,
    office: String,
    from: String,
    to: String,
    wikidata: String,
}

#[derive(Deserialize)]
struct LifeRow {
    id: String,
    born: String,
    died: String,
}

#[derive(Deserialize)]
struct WomanRow {
    id: String,
}

#[derive(Deserialize)]
struct KinRow {
    id: String,
    tie: Tie,
    of: String,
}

#[derive(Deserialize)]
struct GivenRow {
    name: String,
    sex: String,
    source: String,
}

#[derive(Deserialize)]
struct SurnameRow {
    name: String,
}

impl Roster {
    /// Reads the tables that are compiled into the program.
    pub fn bundled(world: &World) -> Result<Self> {
        let rows: Vec<LeaderRow> = table("people/leaders.tsv", LEADERS)?;
        let lives: Vec<LifeRow> = table("people/lives.tsv", LIVES)?;
        let given: Vec<GivenRow> = table("people/given-names.tsv", GIVEN_NAMES)?;
        let surnames: Vec<SurnameRow> = table("people/surnames.tsv", SURNAMES)?;
        let mut roster = Self {
            persons: Vec::new(),
            names: Phrases::default(),
            by_id: BTreeMap::new(),
            by_office: BTreeMap::new(),
            led_by: BTreeMap::new(),
            usual_given: given
                .iter()
                .filter(|row| row.source != BROAD_SOURCE)
                .map(|row| fold(&row.name))
                .collect(),
            surnames: surnames.iter().map(|row| fold(&row.name)).collect(),
            given: given
                .into_iter()
                .map(|row| (fold(&row.name), Sex::of_letter(&row.sex)))
                .collect(),
            kin: BTreeMap::new(),
        };
        let mut index = BTreeMap::new();
        for row in &rows {
            let at = *index
                .entry(row.id.clone())
                .or_insert_with(|| roster.add_person(row));
            roster.add_term(at, row);
        }
        for life in lives {
            if let Some(at) = index.get(&life.id) {
                roster.persons[*at].born = life.born.parse().ok();
                roster.persons[*at].died = life.died.parse().ok();
            }
        }
        for row in table::<WomanRow>("people/women.tsv", WOMEN)? {
            if let Some(at) = index.get(&row.id) {
                roster.persons[*at].sex = Some(Sex::Female);
            }
        }
        // The women whose given name does not tell are listed; the others are men.
        for person in &mut roster.persons {
            person.sex = person.sex.or(Some(Sex::Male));
        }
        for row in table::<KinRow>("people/kin.tsv", KIN)? {
            if let (Some(who), Some(of)) = (index.get(&row.id), index.get(&row.of)) {
                roster.kin.entry(*of).or_default().push((row.tie, *who));
                let back = (row.tie.inverse(), *of);
                roster.kin.entry(*who).or_default().push(back);
            }
        }
        roster.by_id = index;
        for person in &mut roster.persons {
            person.terms.sort_by_key(|term| term.from);
        }
        for code in rows.iter().map(|row| &row.country) {
            if let Some(country) = world.country(code) {
                roster.led_by.insert(code.clone(), country.led_by.clone());
            }
        }
        Ok(roster)
    }

    fn add_person(&mut self, row: &LeaderRow) -> usize {
        let at = self.persons.len();
        let given = fold(row.name_en.split(' ').next().unwrap_or(""));
        self.persons.push(Person {
            id: row.id.clone(),
            name_en: row.name_en.clone(),
            name_nb: row.name_nb.clone(),
            wikidata: Some(row.wikidata.clone()).filter(|id| !id.is_empty()),
            terms: Vec::new(),
            born: None,
            died: None,
            sex: self.given.get(&given).copied().flatten(),
        });
        at
    }

    fn add_term(&mut self, at: usize, row: &LeaderRow) {
        for name in [&*row.name_en, &*row.name_nb]
            .into_iter()
            .chain(row.aliases.split('|'))
        {
            let words = folded_words(name);
            self.names.insert(words.iter().map(String::as_str), at);
        }
        if let Ok(from) = row.from.parse() {
            let to = row.to.parse().ok();
            let term = Term {
                office: row.office.clone(),
                country: row.country.clone(),
                from,
                to,
            };
            self.persons[at].terms.push(term.clone());
            self.by_office
                .entry((row.country.clone(), row.office.clone()))
                .or_default()
                .push((term, at));
        }
    }

    /// A person by number.
    pub fn person(&self, number: usize) -> &Person {
        &self.persons[number]
    }

    /// Everybody, by number.
    pub fn persons(&self) -> &[Person] {
        &self.persons
    }

    /// The number of the person with that id.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// The persons whose whole name or alias begins `words`, the longest first; and how many words it covers.
    pub fn named<S: AsRef<str>>(&self, words: &[S]) -> Option<crate::text::Found<'_, usize>> {
        self.names.longest(words, true)
    }

    /// Whoever held an office of a country on a day. The class `leader` is whoever led the country.
    pub fn holder(&self, country: &str, office: &str, day: Day) -> Option<usize> {
        if office != "leader" {
            return self.office_holder(country, office, day);
        }
        let led_by = self.led_by.get(country).map(String::as_str);
        let usual = LEADING_OFFICES.into_iter().chain(led_by).chain([
            "president",
            "prime-minister",
            "monarch",
        ]);
        usual
            .into_iter()
            .find_map(|office| self.office_holder(country, office, day))
    }

    fn office_holder(&self, country: &str, office: &str, day: Day) -> Option<usize> {
        let offices: &[&str] = match office {
            "head-of-state" => &["president", "monarch", "head-of-state"],
            "prime-minister" => &["prime-minister", "chancellor"],
            "president" => &["president", "acting-president"],
            other => &[other],
        };
        offices.iter().find_map(|office| {
            let terms = self
                .by_office
                .get(&(country.to_owned(), (*office).to_owned()))?;
            // The latest to begin: where an acting holder and a holder overlap, the newer is meant.
            terms
                .iter()
                .filter(|(term, _)| term.holds(day))
                .max_by_key(|(term, _)| term.from)
                .map(|(_, at)| *at)
        })
    }

    /// The monarch of that given name, and of that number if one is given, who reigned on the day or nearest
    /// to it.
    pub fn monarch(&self, folded_name: &str, number: Option<u32>, day: Day) -> Option<usize> {
        let reigns = |person: &Person| {
            let reign = person.terms.iter().filter(|term| term.office == "monarch");
            reign.map(|term| term.distance(day)).min()
        };
        let named = |person: &Person| {
            let names = [&person.name_en, &person.name_nb];
            let first = |name: &String| {
                folded_words(name)
                    .first()
                    .is_some_and(|first| first == folded_name)
            };
            let numbered = |name: &String| name.split(' ').skip(1).find_map(roman);
            names.iter().any(|name| first(name))
                && number
                    .is_none_or(|number| names.iter().any(|name| numbered(name) == Some(number)))
        };
        let all = self
            .persons
            .iter()
            .enumerate()
            .filter(|(_, person)| named(person));
        all.filter_map(|(number, person)| Some((reigns(person)?, number)))
            .min()
            .map(|(_, number)| number)
    }

    /// The kin of a person who are on the roster, and what they are to that person.
    pub fn kin(&self, number: usize) -> impl Iterator<Item = (Tie, usize)> {
        self.kin.get(&number).into_iter().flatten().copied()
    }

    /// Whether a word, folded, is a given name, and whose.
    pub fn given_name(&self, folded: &str) -> Option<Option<Sex>> {
        self.given.get(folded).copied()
    }

    /// Whether a word, folded, is a given name that is seldom anything else.
    pub fn is_usual_given(&self, folded: &str) -> bool {
        self.usual_given.contains(folded)
    }

    /// Whether a word, folded, is a common surname.
    pub fn surname(&self, folded: &str) -> bool {
        self.surnames.contains(folded)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_are_held_by_the_day() {
        let world = World::bundled().expect("the tables are sound");
        let roster = Roster::bundled(&world).expect("the tables are sound");
        let check = |country, office, day: &str, want: &str| {
            let holder = roster.holder(country, office, day.parse().expect("a date"));
            assert_eq!(
                holder.map(|at| roster.person(at).name_en.as_str()),
                Some(want),
                "{country} {office} {day}"
            );
        };
        check("KP", "leader", "2019-04-25", "Kim Jong-un");
        check("KP", "leader", "2011-08-24", "Kim Jong-il");
        check("RU", "president", "2011-08-24", "Dmitry Medvedev");
        check("RU", "leader", "2019-04-25", "Vladimir Putin");
        check("CN", "president", "2018-05-07", "Xi Jinping");
        check("DE", "leader", "2015-06-01", "Angela Merkel");
        check("NO", "prime-minister", "1963-09-01", "John Lyng");
        check("GB", "leader", "1940-06-01", "Winston Churchill");
    }
}
