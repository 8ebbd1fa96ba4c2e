//! Finds the mentions of persons in an article and picks the person who fits name, office and date.
//!
//! In two walks. The first collects whole names, so that a surname may be explained by a whole name
//! that stands later. The second goes through the text in order and settles surnames, roles and pronouns
//! by what was said before and by the date spoken of.

use super::mention::Form;
use super::mention::{Mention, Who};
use super::names::NameTables;
use super::roles::{Role, role_at};
use super::roster::{Roster, Sex};
use crate::text::{Words, folded_words};
use crate::time::Day;
use crate::world::PlaceMention;
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::{Index, Range};

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
        others: Others::default(),
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
        others: linker
            .others
            .all
            .into_iter()
            .map(|other| other.name)
            .collect(),
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
    pub sex: Option<Sex>,
}

/// Those who are not on the roster, and the ways to find them.
#[derive(Debug, Default)]
pub(super) struct Others {
    all: Vec<Other>,
    by_name: FxHashMap<Vec<String>, usize>,
    /// By the first and the last word of their names, folded.
    by_part: FxHashMap<String, Vec<usize>>,
}

impl Others {
    /// The number of whoever has that name; somebody new gets one.
    pub fn number(&mut self, name: String, sex: Option<Sex>) -> usize {
        let folded = folded_words(&name);
        if let Some(known) = self.by_name.get(&folded) {
            return *known;
        }
        let number = self.all.len();
        for part in folded.first().into_iter().chain(folded.last()) {
            let called = self.by_part.entry(part.clone()).or_default();
            if called.last() != Some(&number) {
                called.push(number);
            }
        }
        self.by_name.insert(folded, number);
        self.all.push(Other { name, sex });
        number
    }

    /// Those whose name begins or ends with a word, folded; in order.
    pub fn called(&self, part: &str) -> &[usize] {
        self.by_part.get(part).map_or(&[], Vec::as_slice)
    }
}

impl Index<usize> for Others {
    type Output = Other;

    fn index(&self, number: usize) -> &Other {
        &self.all[number]
    }
}

pub(super) struct Linker<'a> {
    pub words: &'a Words<'a>,
    pub places: &'a [PlaceMention],
    pub tables: &'a NameTables,
    pub roster: &'a Roster,
    pub day_of: &'a dyn Fn(usize) -> Option<Day>,
    pub taken: &'a dyn Fn(usize) -> bool,
    pub others: Others,
    /// Everybody the article names in full, with the classes of office it gives them.
    pub known: BTreeMap<Who, BTreeSet<String>>,
    pub countries: BTreeSet<&'a str>,
    pub mentions: Vec<Mention>,
}

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
