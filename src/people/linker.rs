//! Finds the mentions of persons in an article and picks the person who fits name, office and date.
//!
//! In two walks. The first collects whole names, so that a surname may be explained by a whole name
//! that stands later. The second goes through the text in order and settles surnames, roles and pronouns
//! by what was said before and by the date spoken of.

use super::mention::Form;
use super::mention::{Mention, Who};
use super::names::NameTables;
use super::roles::{Role, role_at};
use super::roster::{Person, Roster, Sex};
use crate::text::{Words, folded_words};
use crate::time::Day;
use crate::world::PlaceMention;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// The persons of an article and where it speaks of them.
#[derive(Debug, Default)]
pub struct Linked {
    /// Mentions, in the order of the text, disjoint.
    pub mentions: Vec<Mention>,
    /// Names of the persons who are not on the roster.
    pub others: Vec<String>,
}

/// Finds and settles all mentions. `day_of` gives the day that the words at a token speak of, if known;
/// `taken` tells of tokens that belong to dates.
pub fn link(
    words: &Words,
    places: &[PlaceMention],
    tables: &NameTables,
    roster: &Roster,
    day_of: &dyn Fn(usize) -> Option<Day>,
    taken: &dyn Fn(usize) -> bool,
) -> Linked {
    let mut linker = Linker {
        words,
        places,
        tables,
        roster,
        day_of,
        taken,
        others: Vec::new(),
        known: BTreeMap::new(),
        countries: places
            .iter()
            .map(|place| place.country.as_str())
            .filter(|code| !code.is_empty())
            .collect(),
        mentions: Vec::new(),
    };
    let whole = linker.whole_names();
    linker.settle(whole);
    Linked {
        mentions: linker.mentions,
        others: linker.others.into_iter().map(|other| other.name).collect(),
    }
}

/// A name as found in the first walk.
#[derive(Clone, Debug)]
pub(super) struct WholeName {
    pub tokens: Range<usize>,
    pub genitive: bool,
    pub who: Who,
}

/// Somebody who is not on the roster.
#[derive(Debug)]
pub(super) struct Other {
    pub name: String,
    pub folded: Vec<String>,
    pub sex: Option<Sex>,
}

pub(super) struct Linker<'a> {
    pub words: &'a Words<'a>,
    pub places: &'a [PlaceMention],
    pub tables: &'a NameTables,
    pub roster: &'a Roster,
    pub day_of: &'a dyn Fn(usize) -> Option<Day>,
    pub taken: &'a dyn Fn(usize) -> bool,
    pub others: Vec<Other>,
    /// Everybody the article names in full, with the classes of office it gives them.
    pub known: BTreeMap<Who, BTreeSet<String>>,
    pub countries: BTreeSet<&'a str>,
    pub mentions: Vec<Mention>,
}

/// How much an earlier mention counts for a pronoun, a sentence further away.
const FADING: f64 = 0.75;
/// How much every further mention adds to the nearest: who is spoken of often is meant rather.
const OFTEN: f64 = 0.25;
/// A person far from any office on the day spoken of is hardly meant by a bare surname.
const FAR_FROM_OFFICE_YEARS: i64 = 12;

impl Linker<'_> {
    pub(super) fn place_at(&self, token: usize) -> Option<&PlaceMention> {
        let before = self
            .places
            .partition_point(|place| place.tokens.end <= token);
        self.places
            .get(before)
            .filter(|place| place.tokens.contains(&token))
    }

    /// Second walk: everything in order.
    fn settle(&mut self, whole: Vec<WholeName>) {
        let words = self.words;
        let mut whole = whole.into_iter().peekable();
        for sentence in &words.of_sentence {
            let mut at = sentence.start;
            while at < sentence.end {
                if let Some(name) = whole.next_if(|name| name.tokens.start == at) {
                    at = name.tokens.end;
                    self.push(name.tokens, vec![name.who], Form::Full, name.genitive);
                } else {
                    at = self.settle_at(at, sentence, whole.peek());
                }
            }
        }
    }

    /// Settles what begins at a token that is no whole name; gives the token to go on at.
    fn settle_at(&mut self, at: usize, sentence: &Range<usize>, next: Option<&WholeName>) -> usize {
        let words = self.words;
        if (self.taken)(at) || !words.is_word(at) {
            return at + 1;
        }
        if let Some(title) = self.tables.title(words, at, sentence.end)
            && let Some(end) = self.settle_title(&title, sentence, next)
        {
            return end;
        }
        if let Some(who) = self.pronoun(at, sentence) {
            let genitive = self.tables.possessive.contains(&*words.lower[at]);
            let end = if who.len() > 1 {
                self.end_of_two(at, sentence.end)
            } else {
                at + 1
            };
            self.push(at..end, who, Form::Pronoun, genitive);
            return end;
        }
        if words.is_capitalised(at)
            && let Some((who, end, genitive)) = self.short_name(at, sentence)
        {
            self.push(at..end, vec![who], Form::Short, genitive);
            return end;
        }
        at + 1
    }

    /// An office without the name of its holder behind it.
    fn settle_title(
        &mut self,
        title: &super::names::TitleFound,
        sentence: &Range<usize>,
        next: Option<&WholeName>,
    ) -> Option<usize> {
        let words = self.words;
        let end = title.tokens.end;
        let named = |at: usize| next.is_some_and(|name| name.tokens.start == at);
        let comma = end < sentence.end && words.word(end) == ",";
        if named(end) || comma && named(end + 1) {
            return Some(end);
        }
        // "president Moon": the surname is settled next, by the title.
        if end < sentence.end
            && words.is_capitalised(end)
            && self.short_name(end, sentence).is_some()
        {
            return Some(end);
        }
        let role = role_at(words, self.tables, self.places, sentence, title)?;
        let who = self.role_holder(&role)?;
        self.known
            .entry(who)
            .or_default()
            .insert(role.office.clone());
        let start = role
            .tokens
            .start
            .max(self.mentions.last().map_or(0, |last| last.tokens.end));
        self.push(start..role.tokens.end, vec![who], Form::Role, role.genitive);
        Some(end)
    }

    /// Who holds a role on the day spoken of; without a country, whoever was called so before.
    fn role_holder(&self, role: &Role) -> Option<Who> {
        let day = (self.day_of)(role.tokens.start);
        if let Some(country) = &role.country {
            return self
                .roster
                .holder(country, &role.office, day?)
                .map(Who::Roster);
        }
        let held = |who: &Who| {
            self.known
                .get(who)
                .is_some_and(|offices| offices.contains(&role.office))
                || matches!(who, Who::Roster(number)
                if self.roster.person(*number).terms.iter().any(|term| {
                    term.office == role.office && day.is_some_and(|day| term.holds(day))
                }))
        };
        self.mentions
            .iter()
            .rev()
            .flat_map(|mention| mention.who.iter().rev())
            .find(|who| held(who))
            .copied()
    }

    /// A pronoun's person, or the two it speaks of.
    fn pronoun(&self, at: usize, sentence: &Range<usize>) -> Option<Vec<Who>> {
        let word = &*self.words.lower[at];
        let following = (at + 1 < sentence.end).then(|| &*self.words.lower[at + 1]);
        if self.tables.he.contains(word) {
            return Some(vec![self.nearest(at, Some(Sex::Male))?]);
        }
        if self.tables.she.contains(word) {
            return Some(vec![self.nearest(at, Some(Sex::Female))?]);
        }
        let plural = self.tables.they.contains(word) || self.tables.definite.contains(word);
        if !plural {
            return None;
        }
        let two = following.is_some_and(|next| self.tables.two.contains(next))
            && (at + 2 >= sentence.end
                || !self.words.is_word(at + 2)
                || self.tables.two_people.contains(&*self.words.lower[at + 2])
                || self.tables.verbs.contains(&*self.words.lower[at + 2])
                || self.tables.common.contains(&*self.words.lower[at + 2]));
        let verb = self.tables.they.contains(word)
            && following
                .is_some_and(|next| self.tables.verbs.contains(next) || (self.taken)(at + 1));
        (two || verb).then(|| self.last_two(at)).flatten()
    }

    fn end_of_two(&self, at: usize, end: usize) -> usize {
        let mut stop = at + 1;
        if stop < end && self.tables.two.contains(&*self.words.lower[stop]) {
            stop += 1;
            if stop < end && self.tables.two_people.contains(&*self.words.lower[stop]) {
                stop += 1;
            }
        }
        stop
    }

    /// The two persons spoken of last, within five sentences.
    fn last_two(&self, at: usize) -> Option<Vec<Who>> {
        let here = self.words.sentence_of(at);
        let mut two: Vec<Who> = Vec::new();
        for mention in self.mentions.iter().rev() {
            if here - self.words.sentence_of(mention.tokens.start) > 2 || two.len() >= 2 {
                break;
            }
            for who in &mention.who {
                if !two.contains(who) && two.len() < 2 && self.can_be(*who, at, None) {
                    two.push(*who);
                }
            }
        }
        (two.len() == 2).then(|| {
            two.reverse();
            two
        })
    }

    /// The person of that sex who is most spoken of before: mentions fade with the sentences between, and
    /// who opens a sentence counts more.
    fn nearest(&self, at: usize, sex: Option<Sex>) -> Option<Who> {
        let here = self.words.sentence_of(at);
        let mut weights: BTreeMap<Who, f64> = BTreeMap::new();
        let mut opened = None;
        for mention in &self.mentions {
            let sentence = self.words.sentence_of(mention.tokens.start);
            let opens = opened != Some(sentence) && !mention.genitive;
            if opens {
                opened = Some(sentence);
            }
            let weight = FADING.powi((here - sentence) as i32) * if opens { 1.6 } else { 1.0 };
            for who in &mention.who {
                let known = weights.entry(*who).or_default();
                *known = f64::max(*known, weight) + OFTEN * f64::min(*known, weight);
            }
        }
        let fits = |who: &Who| self.can_be(*who, at, sex);
        weights
            .into_iter()
            .filter(|(who, _)| fits(who))
            .max_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(who, _)| who)
    }

    /// Whether somebody is of that sex and alive on the day spoken of, as far as is known.
    fn can_be(&self, who: Who, at: usize, sex: Option<Sex>) -> bool {
        let (known, lived) = match who {
            Who::Roster(number) => {
                let person = self.roster.person(number);
                (
                    person.sex,
                    (self.day_of)(at).is_none_or(|day| person.lived(day)),
                )
            }
            Who::Other(number) => (self.others[number].sex, true),
        };
        lived && (sex.is_none() || known.is_none() || known == sex)
    }

    /// A surname, or a given name alone.
    fn short_name(&self, at: usize, sentence: &Range<usize>) -> Option<(Who, usize, bool)> {
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
        let part = |name: &[String]| {
            name.last().is_some_and(|last| last == form)
                || name.first().is_some_and(|first| first == form)
        };
        self.known
            .keys()
            .filter(|who| match who {
                Who::Roster(number) => {
                    let person = self.roster.person(*number);
                    part(&folded_words(&person.name_en))
                        || part(&folded_words(&person.name_nb))
                        || self
                            .roster
                            .named(&[form])
                            .is_some_and(|found| found.values.contains(number))
                }
                Who::Other(number) => part(&self.others[*number].folded),
            })
            .copied()
            .collect()
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

    fn push(&mut self, tokens: Range<usize>, who: Vec<Who>, form: Form, genitive: bool) {
        for who in &who {
            self.known.entry(*who).or_default();
        }
        self.mentions.push(Mention {
            tokens,
            who,
            form,
            genitive,
        });
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

pub(super) fn stem(word: &str) -> &str {
    ["'s", "’s", "s", "'"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending))
        .unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Languages;
    use crate::text::sentences;
    use crate::world::{Gazetteer, World};

    /// Mentions as `words = who`, parted by ` | `.
    fn check(code: &str, day: &str, text: &str, want: &str) {
        let languages = Languages::bundled().expect("the files are sound");
        let language = languages.find(code).expect("a language");
        let world = World::bundled().expect("the tables are sound");
        let roster = Roster::bundled(&world).expect("the tables are sound");
        let sentences = sentences(text, &language.head.abbreviations);
        let words = Words::new(text, &sentences);
        let places = Gazetteer::new(&world, language).find(&words);
        let day = day.parse().ok();
        let linked = link(
            &words,
            &places,
            &NameTables::new(language),
            &roster,
            &|_| day,
            &|_| false,
        );
        let name = |who: &Who| match who {
            Who::Roster(number) => roster.person(*number).id.clone(),
            Who::Other(number) => linked.others[*number].clone(),
        };
        let got: Vec<String> = linked
            .mentions
            .iter()
            .map(|mention| {
                let who: Vec<String> = mention.who.iter().map(name).collect();
                format!(
                    "{} = {}",
                    words.span(mention.tokens.clone()).of(text),
                    who.join(" + ")
                )
            })
            .collect();
        assert_eq!(got.join(" | "), want, "{text}");
    }

    #[test]
    fn a_bare_surname_goes_to_who_is_in_office() {
        check(
            "nb",
            "2018-09-19",
            "Moon landet i Pyongyang. Nord-Koreas leder Kim ventet. Kims far, Kim Jong-il, møtte aldri Moon.",
            "Moon = moon-jae-in | Kim = kim-jong-un | Kims = kim-jong-un | Kim Jong-il = kim-jong-il | Moon = moon-jae-in",
        );
    }

    #[test]
    fn a_role_is_whoever_held_it() {
        check(
            "nb",
            "2012-05-10",
            "Den russiske presidenten reiste hjem. En fransk president kommer sjelden hit.",
            "Den russiske presidenten = vladimir-putin",
        );
        check(
            "en",
            "2011-08-24",
            "The Russian president met North Korea's leader.",
            "The Russian president = dmitry-medvedev | North Korea's leader = kim-jong-il",
        );
        check(
            "nb",
            "2019-04-25",
            "Tysklands tidligere kansler smilte.",
            "",
        );
    }

    #[test]
    fn pronouns_go_to_the_nearest_who_fits() {
        check(
            "en",
            "2017-07-07",
            "Angela Merkel met Donald Trump in Hamburg. She said he was late.",
            "Angela Merkel = angela-merkel | Donald Trump = donald-trump | She = angela-merkel | he = donald-trump",
        );
    }

    #[test]
    fn strangers_are_known_by_title_and_shape() {
        check(
            "nb",
            "2019-04-23",
            "Rådgiver Tormod Askeladden snakket i Moskva. Askeladden var blid, sa Anne Grete Lund.",
            "Tormod Askeladden = Tormod Askeladden | Askeladden = Tormod Askeladden | Anne Grete Lund = Anne Grete Lund",
        );
        check(
            "en",
            "1966-01-11",
            "The Security Council met in the Golden Temple on Main Street.",
            "",
        );
    }
}
