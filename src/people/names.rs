//! One language's words around names, made ready for looking up.

use super::roster::Sex;
use crate::lang::{Language, Tie, Title};
use crate::text::WordSet as HashSet;
use crate::text::{Phrases, Words, fold, lower_words};
use std::collections::HashMap;
use std::ops::Range;

/// Which form of a title stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TitleForm {
    Indefinite,
    Definite,
    Plural,
}

/// A title found in a text.
#[derive(Clone, Debug)]
pub(super) struct TitleFound {
    pub tokens: Range<usize>,
    pub title: usize,
    pub form: TitleForm,
    pub genitive: bool,
}

/// A word for a person seen from another, found in a text.
#[derive(Clone, Debug)]
pub(super) struct RelationFound {
    pub tokens: Range<usize>,
    pub tie: Tie,
    pub sex: Option<Sex>,
    /// Whether it can do without an owner: "faren".
    pub definite: bool,
    pub genitive: bool,
}

/// The words of a language around names.
#[derive(Debug)]
pub struct NameTables {
    titles: Phrases<(usize, TitleForm)>,
    pub(super) offices: Vec<Office>,
    relations: Phrases<(Tie, Option<Sex>, bool)>,
    honorifics: Phrases<()>,
    pub(super) he: HashSet<String>,
    pub(super) she: HashSet<String>,
    pub(super) they: HashSet<String>,
    pub(super) possessive: HashSet<String>,
    /// Pronouns of one person that are never a subject.
    pub(super) object: HashSet<String>,
    /// Possessives that speak of their clause's subject.
    pub(super) reflexive: HashSet<String>,
    pub(super) couple: HashSet<String>,
    pub(super) conjunction: HashSet<String>,
    pub(super) prepositions: HashSet<String>,
    /// Those of them before somebody who takes part: "med".
    pub(super) company: HashSet<String>,
    /// Prepositions before somebody who is spoken of only.
    pub(super) aside: Phrases<()>,
    /// Words that open a clause, and those that only do that: "that", "da".
    pub(super) openers: HashSet<String>,
    pub(super) subordinators: HashSet<String>,
    /// Honorifics that tell the sex: "fru".
    honorific_sex: HashMap<String, Sex>,
    /// Verbs of becoming, behind which a title is an office that the subject takes.
    pub(super) becoming: HashSet<String>,
    /// Words between somebody and an office: "i ed som president".
    pub(super) in_office: HashSet<String>,
    /// Whether the verb comes before its subject where anything else opens the clause.
    pub(super) verb_second: bool,
    pub(super) two: HashSet<String>,
    pub(super) two_people: HashSet<String>,
    pub(super) definite: HashSet<String>,
    pub(super) indefinite: HashSet<String>,
    pub(super) former: HashSet<String>,
    pub(super) particles: HashSet<String>,
    title_endings: Vec<String>,
    surname_endings: Vec<String>,
    body_endings: Vec<String>,
    /// Verbs of which a person is the subject.
    pub(super) saying: HashSet<String>,
    pub(super) not_names: HashSet<String>,
    pub(super) organisations: HashSet<String>,
    /// Prepositions before places, which never stand before a person without a title.
    pub(super) before_places: HashSet<String>,
    /// Words that begin with a capital only because they open a sentence.
    pub(super) common: HashSet<String>,
    /// First words of verbs.
    pub(super) verbs: HashSet<String>,
}

/// What a title tells of who bears it.
#[derive(Clone, Debug)]
pub(super) struct Office {
    pub class: String,
    pub country: Option<String>,
    pub sex: Option<Sex>,
}

impl NameTables {
    /// Indexes the words of a language.
    pub fn new(language: &Language) -> Self {
        let people = &language.people;
        let cues = &language.events.cues;
        let set = |words: &[String]| {
            words
                .iter()
                .map(|word| word.to_lowercase())
                .collect::<HashSet<_>>()
        };
        let lower = |words: &[String]| words.iter().map(|word| word.to_lowercase()).collect();
        let mut titles = Phrases::default();
        for (number, title) in people.titles.iter().enumerate() {
            for (forms, form) in forms(title) {
                for phrase in forms {
                    titles.insert(
                        lower_words(phrase).iter().map(String::as_str),
                        (number, form),
                    );
                }
            }
        }
        let mut honorifics = Phrases::default();
        for phrase in &people.honorifics {
            honorifics.insert(lower_words(phrase).iter().map(String::as_str), ());
        }
        let phrases = |list: &[String]| {
            let mut phrases = Phrases::default();
            for phrase in list {
                phrases.insert(lower_words(phrase).iter().map(String::as_str), ());
            }
            phrases
        };
        let mut relations = Phrases::default();
        for relation in &people.relations {
            let sex = relation.sex.as_deref().and_then(Sex::of_letter);
            for (forms, definite) in [(&relation.forms, false), (&relation.definite, true)] {
                for phrase in forms {
                    let words = lower_words(phrase);
                    let words = || words.iter().map(String::as_str);
                    relations.insert(words(), (relation.tie, sex, definite));
                    honorifics.insert(words(), ());
                }
            }
        }
        let verbs = language
            .events
            .verbs
            .values()
            .flatten()
            .chain(&cues.stative)
            .chain(&cues.auxiliary);
        let mut prepositions: HashSet<String> = [&cues.at, &cues.to, &cues.from, &cues.together]
            .into_iter()
            .chain([&cues.ordering])
            .flatten()
            .filter(|word| !people.conjunction.contains(word))
            .cloned()
            .collect();
        prepositions.extend(cues.aside.iter().cloned());
        // "etter at": its last word opens the clause.
        let openers: HashSet<String> = cues
            .openers
            .iter()
            .chain(&cues.relative)
            .filter_map(|phrase| phrase.split(' ').next_back())
            .map(str::to_lowercase)
            .collect();
        let mut common = set(&language.head.small_words);
        for words in [
            &cues.openers,
            &cues.joiners,
            &cues.at,
            &cues.to,
            &cues.from,
            &cues.ordering,
            &cues.aside,
            &cues.adverbs,
        ] {
            common.extend(set(words));
        }
        for words in [
            &people.possessive,
            &people.articles.definite,
            &people.articles.indefinite,
        ] {
            common.extend(set(words));
        }
        Self {
            titles,
            offices: people
                .titles
                .iter()
                .map(|title| Office {
                    class: title.office.clone(),
                    country: title.country.clone(),
                    sex: title.sex.as_deref().and_then(Sex::of_letter),
                })
                .collect(),
            relations,
            honorifics,
            he: set(&people.pronouns.he),
            she: set(&people.pronouns.she),
            they: set(&people.pronouns.they),
            possessive: set(&people.possessive),
            object: set(&people.pronouns.object),
            reflexive: set(&people.reflexive),
            couple: set(&people.couple),
            conjunction: set(&people.conjunction),
            company: set(&cues.together)
                .into_iter()
                .filter(|word| !people.conjunction.contains(word))
                .collect(),
            aside: phrases(&cues.aside),
            subordinators: openers
                .clone()
                .into_iter()
                .filter(|word| !prepositions.contains(word))
                .collect(),
            openers,
            prepositions,
            honorific_sex: [(&people.mister, Sex::Male), (&people.missis, Sex::Female)]
                .into_iter()
                .flat_map(|(words, sex)| words.iter().map(move |word| (word.to_lowercase(), sex)))
                .collect(),
            becoming: set(&cues.becoming),
            in_office: set(&people.in_office),
            verb_second: language.head.verb_second,
            two: set(&people.two),
            two_people: set(&people.two_people),
            definite: set(&people.articles.definite),
            indefinite: set(&people.articles.indefinite),
            former: set(&people.former),
            particles: set(&people.particles),
            title_endings: lower(&people.title_endings),
            surname_endings: people.surname_endings.iter().map(|end| fold(end)).collect(),
            body_endings: lower(&people.body_endings),
            saying: set(&people.saying),
            not_names: set(&people.not_names),
            organisations: set(&people.organisations),
            before_places: cues.at.iter().cloned().collect(),
            common,
            verbs: verbs
                .filter_map(|verb| verb.split(' ').next())
                .map(str::to_lowercase)
                .collect(),
        }
    }

    /// The title that begins at token `at`, the longest.
    pub(super) fn title(&self, words: &Words, at: usize, end: usize) -> Option<TitleFound> {
        let found = self.titles.longest(&words.lower[at..end], true)?;
        let (title, form) = *found.values.first()?;
        Some(TitleFound {
            tokens: at..at + found.len,
            title,
            form,
            genitive: found.genitive,
        })
    }

    /// The sex that the title or honorific right before token `at` tells.
    pub(super) fn sex_before(&self, words: &Words, start: usize, at: usize) -> Option<Sex> {
        if let Some(Some(title)) = self.title_before(words, start, at) {
            return self.offices[title.title].sex;
        }
        let stop = at > start && words.word(at - 1) == ".";
        let before = at
            .checked_sub(1 + usize::from(stop))
            .filter(|before| *before >= start)?;
        self.honorific_sex.get(&*words.lower[before]).copied()
    }

    /// The word for a person seen from another that begins at token `at`.
    pub(super) fn relation(&self, words: &Words, at: usize, end: usize) -> Option<RelationFound> {
        let found = self.relations.longest(&words.lower[at..end], true)?;
        let (tie, sex, definite) = *found.values.last()?;
        Some(RelationFound {
            tokens: at..at + found.len,
            tie,
            sex,
            definite,
            genitive: found.genitive,
        })
    }

    /// The class of office that somebody named at token `at` is said to hold: "Russlands president", and not
    /// "tidligere president".
    pub fn office_held(&self, words: &Words, start: usize, at: usize) -> Option<&str> {
        let title = self.title_before(words, start, at)??;
        let from = title.tokens.start;
        let before = start.max(from.saturating_sub(3))..from;
        let is_former = before
            .into_iter()
            .any(|at| self.former.contains(&*words.lower[at]));
        (!is_former).then(|| self.offices[title.title].class.as_str())
    }

    /// Whether a word, in small letters, says what somebody is by its ending: "boligminister".
    pub(super) fn is_titled(&self, word: &str) -> bool {
        self.title_endings
            .iter()
            .any(|ending| word.ends_with(ending.as_str()))
    }

    /// Whether a word, in small letters, is a body's by its ending: "Språkrådet".
    pub(super) fn is_body(&self, word: &str) -> bool {
        self.body_endings
            .iter()
            .any(|ending| word.ends_with(ending.as_str()))
    }

    /// Whether a word, folded, ends as surnames do.
    pub(super) fn surname_ending(&self, word: &str) -> bool {
        self.surname_endings
            .iter()
            .any(|ending| word.len() > ending.len() + 1 && word.ends_with(ending.as_str()))
    }

    /// The title or honorific that ends right before token `at`.
    pub(super) fn title_before(
        &self,
        words: &Words,
        start: usize,
        at: usize,
    ) -> Option<Option<TitleFound>> {
        (start.max(at.saturating_sub(4))..at).find_map(|from| {
            match self.title(words, from, at) {
                Some(title)
                    if title.tokens.end == at
                        && !title.genitive
                        && title.form != TitleForm::Plural =>
                {
                    return Some(Some(title));
                }
                _ => {}
            }
            let honorific = self.honorifics.longest(&words.lower[from..at], false)?;
            // "Mrs." and "Rev." carry a full stop.
            let end = from + honorific.len;
            (end == at || (end + 1 == at && words.word(end) == ".")).then_some(None)
        })
    }
}

fn forms(title: &Title) -> [(&[String], TitleForm); 3] {
    [
        (&title.forms, TitleForm::Indefinite),
        (&title.definite, TitleForm::Definite),
        (&title.plural, TitleForm::Plural),
    ]
}
