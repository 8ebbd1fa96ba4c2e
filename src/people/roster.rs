//! The roster: persons with their offices, names and lives, from `assets/people`.

use super::kin::roman;
use crate::error::Result;
use crate::lang::Tie;
use crate::text::{Phrases, fold, folded_words};
use crate::time::Day;
use crate::world::{World, table};
use rustc_hash::{FxHashMap, FxHashSet};

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
    by_id: FxHashMap<&'static str, usize>,
    /// Persons by the first and the last word of their names, folded.
    parts: FxHashMap<Box<str>, Vec<usize>>,
    /// Terms by country and office.
    by_office: FxHashMap<&'static str, Offices>,
    led_by: FxHashMap<&'static str, &'static str>,
    given: FxHashMap<Box<str>, Option<Sex>>,
    /// By person: what another is to them.
    kin: FxHashMap<usize, Vec<(Tie, usize)>>,
    usual_given: FxHashSet<Box<str>>,
    surnames: FxHashSet<Box<str>>,
}

/// A country's terms by office.
type Offices = FxHashMap<&'static str, Vec<(Term, usize)>>;

/// A row of the table of leaders.
struct LeaderRow {
    id: &'static str,
    names: Names,
    country: &'static str,
    office: &'static str,
    from: &'static str,
    to: &'static str,
    wikidata: &'static str,
}

/// A person's names: in English, in Norwegian newsrooms, and others parted by `|`.
#[derive(Clone, Copy, PartialEq)]
struct Names {
    en: &'static str,
    nb: &'static str,
    others: &'static str,
}

impl Roster {
    /// Reads the tables that are compiled into the program.
    pub fn bundled(world: &World) -> Result<Self> {
        let given = table(
            "people/given-names.tsv",
            GIVEN_NAMES,
            ["name", "sex", "source"],
        )?;
        let surnames = table("people/surnames.tsv", SURNAMES, ["name"])?;
        let mut roster = Self {
            persons: Vec::new(),
            names: Phrases::default(),
            parts: FxHashMap::default(),
            by_office: FxHashMap::default(),
            led_by: FxHashMap::default(),
            by_id: FxHashMap::default(),
            usual_given: given
                .iter()
                .filter(|[_, _, source]| *source != BROAD_SOURCE)
                .map(|[name, _, _]| fold(name).into())
                .collect(),
            surnames: surnames
                .into_iter()
                .map(|[name]| fold(name).into())
                .collect(),
            given: given
                .into_iter()
                .map(|[name, letter, _]| (fold(name).into(), Sex::of_letter(letter)))
                .collect(),
            kin: FxHashMap::default(),
        };
        let mut index: FxHashMap<&str, (usize, Names)> = FxHashMap::default();
        for row in leaders()? {
            let known = index.get(row.id).copied();
            let at = known.map_or_else(|| roster.add_person(&row), |(at, _)| at);
            if known.is_none_or(|(_, names)| names != row.names) {
                roster.add_names(at, row.names);
                index.entry(row.id).or_insert((at, row.names));
            }
            roster.add_term(at, &row);
            if let Some(country) = world.country(row.country) {
                roster.led_by.insert(country.code, country.led_by);
            }
        }
        for [id, born, died] in table("people/lives.tsv", LIVES, ["id", "born", "died"])? {
            if let Some((at, _)) = index.get(id) {
                roster.persons[*at].born = born.parse().ok();
                roster.persons[*at].died = died.parse().ok();
            }
        }
        for [id] in table("people/women.tsv", WOMEN, ["id"])? {
            if let Some((at, _)) = index.get(id) {
                roster.persons[*at].sex = Some(Sex::Female);
            }
        }
        // The women whose given name does not tell are listed; the others are men.
        for person in &mut roster.persons {
            person.sex = person.sex.or(Some(Sex::Male));
        }
        for [id, tie, of] in table("people/kin.tsv", KIN, ["id", "tie", "of"])? {
            if let (Some((who, _)), Some((of, _)), Some(tie)) =
                (index.get(id), index.get(of), Tie::of_name(tie))
            {
                roster.kin.entry(*of).or_default().push((tie, *who));
                roster
                    .kin
                    .entry(*who)
                    .or_default()
                    .push((tie.inverse(), *of));
            }
        }
        roster.by_id = index.into_iter().map(|(id, (at, _))| (id, at)).collect();
        for person in &mut roster.persons {
            person.terms.sort_by_key(|term| term.from);
        }
        Ok(roster)
    }

    fn add_person(&mut self, row: &LeaderRow) -> usize {
        let at = self.persons.len();
        let given = fold(row.names.en.split(' ').next().unwrap_or(""));
        self.persons.push(Person {
            id: row.id.to_owned(),
            name_en: row.names.en.to_owned(),
            name_nb: row.names.nb.to_owned(),
            wikidata: Some(row.wikidata.to_owned()).filter(|id| !id.is_empty()),
            terms: Vec::new(),
            born: None,
            died: None,
            sex: self.given.get(&*given).copied().flatten(),
        });
        at
    }

    fn add_names(&mut self, at: usize, names: Names) {
        let same = names.en == names.nb;
        let full = [Some(names.en), Some(names.nb).filter(|_| !same)];
        for name in full.into_iter().flatten() {
            let words = folded_words(name);
            self.names.insert(words.iter().map(String::as_str), at);
            for part in words.first().into_iter().chain(words.last()) {
                let known = match self.parts.get_mut(part.as_str()) {
                    Some(known) => known,
                    None => self.parts.entry(part.as_str().into()).or_default(),
                };
                if known.last() != Some(&at) {
                    known.push(at);
                }
            }
        }
        for name in names.others.split('|') {
            let words = folded_words(name);
            self.names.insert(words.iter().map(String::as_str), at);
        }
    }

    fn add_term(&mut self, at: usize, row: &LeaderRow) {
        if let Ok(from) = row.from.parse() {
            let to = row.to.parse().ok();
            let term = Term {
                office: row.office.to_owned(),
                country: row.country.to_owned(),
                from,
                to,
            };
            self.persons[at].terms.push(term.clone());
            let offices = self.by_office.entry(row.country).or_default();
            offices.entry(row.office).or_default().push((term, at));
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
        let led_by = self.led_by.get(country).copied();
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
        let of_country = self.by_office.get(country)?;
        offices.iter().find_map(|office| {
            let terms = of_country.get(office)?;
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
        let all = self.parts_of(folded_name).iter().copied();
        all.filter_map(|number| Some((reigns(self.person(number))?, number)))
            .filter(|(_, number)| named(self.person(*number)))
            .min()
            .map(|(_, number)| number)
    }

    /// The kin of a person who are on the roster, and what they are to that person.
    pub fn kin(&self, number: usize) -> impl Iterator<Item = (Tie, usize)> {
        self.kin.get(&number).into_iter().flatten().copied()
    }

    /// The persons whose name begins or ends with a word, folded.
    pub fn parts_of(&self, folded: &str) -> &[usize] {
        self.parts.get(folded).map_or(&[], Vec::as_slice)
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

fn leaders() -> Result<impl Iterator<Item = LeaderRow>> {
    let columns = [
        "id", "name_en", "name_nb", "aliases", "country", "office", "from", "to", "wikidata",
    ];
    let rows = table("people/leaders.tsv", LEADERS, columns)?;
    Ok(rows.into_iter().map(
        |[id, en, nb, others, country, office, from, to, wikidata]| LeaderRow {
            id,
            names: Names { en, nb, others },
            country,
            office,
            from,
            to,
            wikidata,
        },
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_small_tables_is_somebodys() {
        let world = World::bundled().expect("the tables are sound");
        let roster = Roster::bundled(&world).expect("the tables are sound");
        for [id, tie, of] in table("kin", KIN, ["id", "tie", "of"]).expect("a table") {
            assert!(Tie::of_name(tie).is_some(), "{id}: {tie}");
            assert!(
                roster.find(id).is_some() && roster.find(of).is_some(),
                "{id} {of}"
            );
        }
        for [id] in table("women", WOMEN, ["id"]).expect("a table") {
            assert!(roster.find(id).is_some(), "{id}");
        }
    }

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
