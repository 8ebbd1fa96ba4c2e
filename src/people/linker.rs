//! Finds the mentions of persons in an article and picks the person who fits name, office and date.
//!
//! In two walks. The first collects whole names, so that a surname may be explained by a whole name
//! that stands later. The second goes through the text in order and settles surnames, roles and pronouns
//! by what was said before and by the date spoken of.

use super::grammar::ClauseShape;
use super::kin::Tied;
use super::mention::{Form, Mention, Who};
use super::names::NameTables;
use super::roster::{Roster, Sex};
use super::short::surname;
use crate::text::{Words, folded_words};
use crate::time::Day;
use crate::world::PlaceMention;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::Range;

/// The persons of an article and where it speaks of them.
#[derive(Debug, Default)]
pub struct Linked {
    /// Mentions, in the order of the text, disjoint.
    pub mentions: Vec<Mention>,
    /// Names of the persons who are not on the roster.
    pub others: Vec<String>,
    /// Whom the article names most, if it names anybody more than once.
    pub topic: Option<Who>,
}

/// Finds and settles all mentions. `clauses` cover the text in order; `days_of` gives the first
/// and last day that the words at a token speak of, if known;
/// `taken` tells of tokens that belong to dates.
pub fn link(
    words: &Words,
    clauses: &[ClauseShape],
    places: &[PlaceMention],
    tables: &NameTables,
    roster: &Roster,
    days_of: &dyn Fn(usize) -> Option<(Day, Day)>,
    taken: &dyn Fn(usize) -> bool,
) -> Linked {
    let mut linker = Linker {
        words,
        clauses,
        places,
        tables,
        roster,
        days_of,
        taken,
        others: Vec::new(),
        known: BTreeMap::new(),
        countries: places
            .iter()
            .map(|place| place.country.as_str())
            .filter(|code| !code.is_empty())
            .collect(),
        mentions: Vec::new(),
        ties: Vec::new(),
        named: BTreeMap::new(),
        spoken_of: BTreeSet::new(),
        parts: HashMap::new(),
        lone: BTreeMap::new(),
        doubtful: Vec::new(),
        alone: HashMap::new(),
        by_name: HashMap::new(),
        small: HashSet::new(),
        capital: HashSet::new(),
    };
    linker.look_over();
    let mut whole = linker.whole_names();
    linker.join_shortened(&mut whole);
    linker.lone_names(&whole);
    linker.settle_doubtful(&mut whole);
    linker.named = linker.shares_of_names(&whole);
    linker.settle(whole);
    Linked {
        topic: linker.topic(),
        mentions: linker.mentions,
        others: linker.others.into_iter().map(|other| other.name).collect(),
    }
}

/// Whoever is named as often as this share of the most named comes near the topic.
const NEAR_THE_TOPIC: f64 = 0.75;

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
    pub clauses: &'a [ClauseShape],
    pub places: &'a [PlaceMention],
    pub tables: &'a NameTables,
    pub roster: &'a Roster,
    pub days_of: &'a dyn Fn(usize) -> Option<(Day, Day)>,
    pub taken: &'a dyn Fn(usize) -> bool,
    pub others: Vec<Other>,
    /// Everybody the article names in full, with the classes of office it gives them.
    pub known: BTreeMap<Who, BTreeSet<String>>,
    pub countries: BTreeSet<&'a str>,
    pub mentions: Vec<Mention>,
    /// What the article says of two.
    pub ties: Vec<Tied>,
    /// How often the article names those it names most, as shares of the most named.
    pub named: BTreeMap<Who, f64>,
    /// Everybody mentioned so far.
    pub spoken_of: BTreeSet<Who>,
    /// Who is known by the first or the last word of a whole name, folded.
    pub parts: HashMap<String, Vec<Who>>,
    /// Who is called by one word only, by that word, folded.
    pub lone: BTreeMap<String, Who>,
    /// What was found for words that stand alone, persons or not, folded.
    pub alone: HashMap<String, i32>,
    /// Numbers of the other persons with whole names, by name, folded.
    pub by_name: HashMap<Vec<String>, usize>,
    /// Runs of words that may be whole names.
    pub doubtful: Vec<Range<usize>>,
    /// Words that the text has in small letters.
    pub small: HashSet<&'a str>,
    /// Words that it has with a capital, folded.
    pub capital: HashSet<&'a str>,
}

impl Linker<'_> {
    /// The last day that the words at a token speak of.
    pub(super) fn day_of(&self, at: usize) -> Option<Day> {
        (self.days_of)(at).map(|(_, last)| last)
    }

    /// Takes somebody up among those the article names; gives the classes of office it gives them.
    pub(super) fn know(&mut self, who: Who) -> &mut BTreeSet<String> {
        if !self.known.contains_key(&who) {
            let names = match who {
                Who::Roster(number) => {
                    let person = self.roster.person(number);
                    vec![folded_words(&person.name_en), folded_words(&person.name_nb)]
                }
                Who::Other(number) => vec![self.others[number].folded.clone()],
            };
            for part in names.iter().flat_map(|name| [name.first(), surname(name)]) {
                let Some(part) = part else { continue };
                let known = self.parts.entry(part.clone()).or_default();
                if !known.contains(&who) {
                    known.push(who);
                }
            }
        }
        self.known.entry(who).or_default()
    }

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
        if let Some(end) = self.settle_relation(at, sentence, next) {
            return end;
        }
        if let Some(title) = self.tables.title(words, at, sentence.end)
            && let Some(end) = self.settle_title(&title, sentence, next)
        {
            return end;
        }
        if let Some(who) = self.pronoun(at, sentence) {
            let genitive = self.is_possessive(at, sentence.end);
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
        self.after_refused(at, sentence)
    }

    /// Whom the article names most, if nobody else comes near.
    fn topic(&self) -> Option<Who> {
        let mut most = self
            .named
            .iter()
            .filter(|(_, share)| **share > NEAR_THE_TOPIC);
        let (who, _) = most.next()?;
        most.next().is_none().then_some(*who)
    }

    /// Somebody who is not on the roster, by name; the same name is the same person.
    pub(super) fn other(&mut self, name: String, sex: Option<Sex>) -> Who {
        let folded = folded_words(&name);
        let number = match self.by_name.get(&folded) {
            Some(number) => *number,
            None => {
                self.by_name.insert(folded.clone(), self.others.len());
                self.others.push(Other { name, folded, sex });
                self.others.len() - 1
            }
        };
        Who::Other(number)
    }

    pub(super) fn push(&mut self, tokens: Range<usize>, who: Vec<Who>, form: Form, genitive: bool) {
        for who in &who {
            self.know(*who);
            self.spoken_of.insert(*who);
        }
        self.mentions.push(Mention {
            part: self.part(&tokens, genitive),
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
            &[],
            &places,
            &NameTables::new(language),
            &roster,
            &|_| day.map(|day| (day, day)),
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

    #[test]
    fn somebody_called_by_one_word_is_known_by_what_stands_around() {
        let day = "2013-05-11";
        check(
            "nb",
            day,
            "– Vi er klare, sier Tveitnes. Onsdag kom Tveitnes og datteren Runa (12) til Moskva.",
            "Tveitnes = Tveitnes | Tveitnes = Tveitnes | Runa = Runa",
        );
        check(
            "nn",
            day,
            "Kari og Ola fekk hjelp. Språkrådet meiner at Kari har rett.",
            "Kari = Kari | Ola = Ola | Kari = Kari",
        );
        check(
            "nb",
            day,
            "Per Lie Berg vant, og Lie Berg smilte. Bergs bror jublet.",
            "Per Lie Berg = Per Lie Berg | Lie Berg = Per Lie Berg | Bergs = Per Lie Berg",
        );
    }

    #[test]
    fn bodies_titles_and_compounds_are_no_part_of_a_name() {
        let day = "2013-05-11";
        check(
            "nb",
            day,
            "Lillevik-ordfører Kari Lunde (Sp) traff NRKs Ola Dahl. Boligminister Siri Moe var i Dahl.",
            "Kari Lunde = Kari Lunde | Ola Dahl = Ola Dahl | Siri Moe = Siri Moe",
        );
        check(
            "nb",
            day,
            "Regjeringen mener det. Lillevik Energi og Ola Dahls Orkester spilte i Lillevik.",
            "Ola Dahls = Ola Dahl",
        );
        check("nb", day, "Den nye Kari Lunde-filmen er ute.", "");
    }
}
