//! Names of one word: a surname, or a given name alone.

use super::linker::{Linker, stem};
use super::mention::Who;
use super::roster::Person;
use crate::time::Day;
use std::ops::Range;

/// A person far from any office on the day spoken of is hardly meant by a bare surname.
const FAR_FROM_OFFICE_YEARS: i64 = 12;

impl Linker<'_> {
    /// A surname, or a given name alone.
    pub(super) fn short_name(
        &self,
        at: usize,
        sentence: &Range<usize>,
    ) -> Option<(Who, usize, bool)> {
        let words = self.words;
        let title = self.tables.title_before(words, sentence.start, at);
        let opening = at == sentence.start && self.tables.common.contains(&*words.lower[at]);
        if self.tables.not_names.contains(&*words.lower[at]) || opening {
            return None;
        }
        // Part of a longer name that is no known person's: "Xi'an", "Trump Tower".
        let end = self.capitalised_run(at, sentence.end)?.end;
        let forms = [
            (&*words.folded()[at], false),
            (stem(&words.folded()[at]), true),
        ];
        for (form, genitive) in forms {
            let known = self.known_by(form);
            if let Some(who) = self.best_known(&known, at) {
                return Some((who, at + 1, genitive && form != words.folded()[at]));
            }
        }
        if end > at + 1 || self.place_at(at).is_some() {
            return None;
        }
        let office = title
            .iter()
            .flatten()
            .map(|title| self.tables.offices[title.title].0.as_str())
            .next();
        if office == Some("monarch") {
            let number = self
                .roster
                .monarch(stem(&words.folded()[at]), (self.day_of)(at)?)?;
            return Some((Who::Roster(number), at + 1, false));
        }
        let found = self.roster.named(&words.folded()[at..at + 1])?;
        // A title that the roster does not know makes nobody of it: "prins Philip" is no prime minister.
        let known_office = |number: &usize| {
            let terms = &self.roster.person(*number).terms;
            office.is_none_or(|office| {
                office == "leader" || terms.iter().any(|term| term.office == office)
            })
        };
        if !found.values.iter().any(known_office) {
            return None;
        }
        let titled = title.is_some();
        let number = self.best(found.values, at, if titled { 4 } else { 0 })?;
        let person = self.roster.person(number);
        let day = (self.day_of)(at)?;
        let near = person
            .terms
            .iter()
            .any(|term| term.distance(day) < FAR_FROM_OFFICE_YEARS * 365);
        let at_home = person
            .terms
            .iter()
            .any(|term| self.countries.contains(term.country.as_str()));
        // Without the country or a title beside it only the one leader of that name is meant, and no given name.
        let leaders = found
            .values
            .iter()
            .filter(|number| self.leads(**number, day))
            .count();
        let alone = leaders == 1
            && self.leads(number, day)
            && self.roster.given_name(stem(&words.folded()[at])).is_none();
        (near && (at_home || titled || alone)).then_some((
            Who::Roster(number),
            at + found.len,
            found.genitive,
        ))
    }

    /// Whether somebody leads a country on that day.
    fn leads(&self, number: usize, day: Day) -> bool {
        let terms = &self.roster.person(number).terms;
        terms.iter().any(|term| {
            term.holds(day) && self.roster.holder(&term.country, "leader", day) == Some(number)
        })
    }

    /// Everybody of the article whose surname or given name that is.
    fn known_by(&self, form: &str) -> Vec<Who> {
        let whole = self.roster.named(&[form]);
        let whole = whole.map_or(&[][..], |found| found.values);
        let called = self.roster.parts_of(form).iter().chain(whole);
        let others = self.others.called(form).iter();
        let mut known: Vec<Who> = called
            .map(|number| Who::Roster(*number))
            .chain(others.map(|number| Who::Other(*number)))
            .filter(|who| self.known.contains_key(who))
            .collect();
        known.sort_unstable();
        known.dedup();
        known
    }

    /// The best of the article's own persons for a short name, set against the roster's others of that name.
    fn best_known(&self, known: &[Who], at: usize) -> Option<Who> {
        let roster: Vec<usize> = known
            .iter()
            .filter_map(|who| match who {
                Who::Roster(number) => Some(*number),
                Who::Other(_) => None,
            })
            .collect();
        if let Some(other) = known.iter().find(|who| matches!(who, Who::Other(_)))
            && roster.is_empty()
        {
            return Some(*other);
        }
        let first = *roster.first()?;
        // "Kim" beside a whole "Kim Jong-il" may still be somebody else of the family.
        let name = &self.words.folded()[at..at + 1];
        let namesakes = self
            .roster
            .named(name)
            .map_or(&[][..], |found| found.values);
        let candidates: Vec<usize> = if namesakes.is_empty() {
            roster
        } else {
            namesakes.to_vec()
        };
        self.best(&candidates, at, 0)
            .or(Some(first))
            .map(Who::Roster)
    }

    /// The candidate that fits best: in office on the day spoken of, of a country the article names, named
    /// before. `bonus` goes to who held an office on that day, for a title stands before the name.
    pub(super) fn best(&self, candidates: &[usize], at: usize, bonus: i64) -> Option<usize> {
        let day = (self.day_of)(at);
        let score = |number: usize| {
            let person = self.roster.person(number);
            let mut score = 0;
            if let Some(day) = day {
                score += office_score(person, day, bonus);
                if self.leads(number, day) {
                    score += 3;
                }
                if !person.lived(day) {
                    score -= 40;
                }
            }
            if person
                .terms
                .iter()
                .any(|term| self.countries.contains(term.country.as_str()))
            {
                score += 4;
            }
            if self.known.contains_key(&Who::Roster(number)) {
                score += 6;
            }
            score
        };
        // The roster's order decides between equals, so that the answer never changes.
        candidates
            .iter()
            .copied()
            .rev()
            .max_by_key(|number| score(*number))
    }
}

fn office_score(person: &Person, day: Day, bonus: i64) -> i64 {
    let distance = person
        .terms
        .iter()
        .map(|term| term.distance(day))
        .min()
        .unwrap_or(i64::MAX / 2);
    let minor = !person.is_leader();
    match distance {
        0 => 8 + bonus - if minor { 3 } else { 0 },
        _ => 4 - (distance / 365).min(30),
    }
}
