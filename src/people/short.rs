//! Names of one word: a surname, or a given name alone.

use super::kin::roman;
use super::linker::{Linker, stem};
use super::mention::Who;
use super::roster::Person;
use crate::text::folded_words;
use crate::time::Day;
use std::borrow::Cow;
use std::ops::Range;

/// A person far from any office on the day spoken of is hardly meant by a bare surname.
const FAR_FROM_OFFICE_YEARS: i64 = 12;

/// What it counts for a namesake that the article names in full; being dead counts more.
const NAMED_IN_FULL: i64 = 16;

impl Linker<'_> {
    /// A surname, or a given name alone.
    pub(super) fn short_name(
        &self,
        at: usize,
        sentence: &Range<usize>,
    ) -> Option<(Who, usize, bool)> {
        let words = self.words;
        let opening = at == sentence.start && self.tables.common.contains(&*words.lower[at]);
        if self.tables.not_names.contains(&*words.lower[at]) || opening {
            return None;
        }
        let run = self.capitalised_run(at, sentence.end)?;
        let one = at..at + 1;
        // Part of a longer name that is no known person's: "Xi'an", "Trump Tower"; but "Putins Moskva".
        for (part, whole) in [(&run, true), (&one, run == one)] {
            let (mut known, genitive) = self.known_by(part);
            if !(whole || genitive) {
                continue;
            }
            // "Mrs. Aquino" is the wife.
            if let Some(sex) = self.tables.sex_before(words, sentence.start, at) {
                known.retain(|who| self.can_be(*who, at, Some(sex)));
            }
            if let Some(who) = self.best_known(&known, part, sentence) {
                return Some((who, part.end, genitive));
            }
        }
        let lone = || {
            let (who, genitive) = self.lone_name(&run, sentence)?;
            Some((who, run.end, genitive))
        };
        if run != one || self.place_at(at).is_some() {
            return lone();
        }
        self.roster_short(at, sentence).or_else(lone)
    }

    /// Somebody of the roster whom the text never names in full.
    fn roster_short(&self, at: usize, sentence: &Range<usize>) -> Option<(Who, usize, bool)> {
        let words = self.words;
        let title = self.tables.title_before(words, sentence.start, at);
        let office = title
            .iter()
            .flatten()
            .map(|title| self.tables.offices[title.title].class.as_str())
            .next();
        if office == Some("monarch") {
            let numbered = self.monarch_number(at + 1, sentence.end);
            let end = numbered.map_or(at + 1, |(_, end)| end);
            let number = numbered.map(|(number, _)| number);
            let number =
                self.roster
                    .monarch(stem(&words.folded()[at]), number, self.day_of(at)?)?;
            return Some((Who::Roster(number), end, false));
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
        let day = self.day_of(at)?;
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

    /// Everybody of the article whose name begins or ends with a run of words, and whether the run has a
    /// genitive ending that the name has not.
    pub(super) fn known_by(&self, run: &Range<usize>) -> (Vec<Who>, bool) {
        let folded = &self.words.folded()[run.clone()];
        let Some((last, front)) = folded.split_last() else {
            return (Vec::new(), false);
        };
        let known = self.bearers(front, last);
        if known.is_empty() && stem(last) != last {
            return (self.bearers(front, stem(last)), true);
        }
        (known, false)
    }

    /// Everybody of the article whose name begins or ends with these words.
    fn bearers(&self, front: &[Cow<str>], last: &str) -> Vec<Who> {
        let n = front.len();
        let matches = |name: &[String]| {
            let is = |part: &[String]| {
                part.len() == n + 1 && part[..n].iter().eq(front) && part[n] == last
            };
            name.len() > n && (is(&name[..n + 1]) || is(&name[name.len() - n - 1..]))
        };
        let first = front.first().map_or(last, |word| &**word);
        let both = [first, last];
        let parts = if n == 0 { &both[..1] } else { &both[..] };
        let mut known: Vec<Who> = parts
            .iter()
            .filter_map(|part| self.parts.get(*part))
            .flatten()
            .filter(|who| match who {
                Who::Roster(number) => {
                    let person = self.roster.person(*number);
                    n == 0
                        || matches(&folded_words(&person.name_en))
                        || matches(&folded_words(&person.name_nb))
                }
                Who::Other(number) => n == 0 || matches(&self.others[*number].folded),
            })
            .copied()
            .collect();
        let words: Vec<&str> = front.iter().map(|word| &**word).chain([last]).collect();
        let found = self.roster.named(&words);
        if let Some(found) = found.filter(|found| found.len == n + 1 && !found.genitive) {
            let named = found.values.iter().map(|number| Who::Roster(*number));
            known.extend(named.filter(|who| self.known.contains_key(who)));
        }
        known.sort();
        known.dedup();
        known
    }

    /// The best of the article's own persons for a short name, set against the roster's others of that name.
    fn best_known(
        &self,
        known: &[Who],
        run: &Range<usize>,
        sentence: &Range<usize>,
    ) -> Option<Who> {
        let at = run.start;
        let roster: Vec<usize> = known
            .iter()
            .filter_map(|who| match who {
                Who::Roster(number) => Some(*number),
                Who::Other(_) => None,
            })
            .collect();
        if roster.len() < known.len() {
            let placed = !self.known_by(run).1 && self.is_placed(run, sentence);
            if placed || !self.stands_alone(at, sentence, false) {
                return None;
            }
            // The roster does not part those who are not all on it: a bare surname is whose it was first.
            let first = self
                .mentions
                .iter()
                .flat_map(|mention| &mention.who)
                .find(|who| known.contains(who) && self.can_be(**who, at, None));
            return first.or(known.first()).copied();
        }
        let first = *roster.first()?;
        // "Kim" beside a whole "Kim Jong-il" may still be somebody else of the family.
        let name = &self.words.folded()[run.clone()];
        let namesakes = self
            .roster
            .named(name)
            .map_or(&[][..], |found| found.values);
        let others = namesakes.iter().filter(|number| !roster.contains(number));
        let candidates: Vec<usize> = roster.iter().chain(others).copied().collect();
        self.best(&candidates, at, 0)
            .or(Some(first))
            .map(Who::Roster)
    }

    /// The candidate that fits best: in office on the day spoken of, of a country the article names, named
    /// before. `bonus` goes to who held an office on that day, for a title stands before the name.
    pub(super) fn best(&self, candidates: &[usize], at: usize, bonus: i64) -> Option<usize> {
        let day = self.day_of(at);
        let score = |number: usize| {
            let person = self.roster.person(number);
            let named = self.known.contains_key(&Who::Roster(number));
            let mut score = 0;
            if let Some(day) = day {
                let office = office_score(person, day, bonus);
                // Whom the article names in full may be long out of office, or not yet in.
                score += if named { office.max(0) } else { office };
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
            if named {
                score += NAMED_IN_FULL;
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

/// The last part of a folded name that is no "Jr" and no number.
pub(super) fn surname(name: &[String]) -> Option<&String> {
    let suffix = |part: &str| {
        matches!(part, "jr" | "sr" | ".") || roman(&part.to_uppercase()).is_some() && part != "vi"
    };
    name.iter().rev().find(|part| !suffix(part))
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
