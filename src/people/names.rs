//! One language's words around names, made ready for looking up.

use crate::lang::{Language, Title};
use crate::text::WordSet as HashSet;
use crate::text::{Phrases, Words, lower_words};
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

/// The words of a language around names.
#[derive(Debug)]
pub struct NameTables {
    titles: Phrases<(usize, TitleForm)>,
    pub(super) offices: Vec<(String, Option<String>)>,
    honorifics: Phrases<()>,
    pub(super) he: HashSet<String>,
    pub(super) she: HashSet<String>,
    pub(super) they: HashSet<String>,
    pub(super) possessive: HashSet<String>,
    pub(super) two: HashSet<String>,
    pub(super) two_people: HashSet<String>,
    pub(super) definite: HashSet<String>,
    pub(super) indefinite: HashSet<String>,
    pub(super) former: HashSet<String>,
    pub(super) particles: HashSet<String>,
    pub(super) not_names: HashSet<String>,
    pub(super) organisations: HashSet<String>,
    /// Prepositions before places, which never stand before a person without a title.
    pub(super) before_places: HashSet<String>,
    /// Words that begin with a capital only because they open a sentence.
    pub(super) common: HashSet<String>,
    /// First words of verbs.
    pub(super) verbs: HashSet<String>,
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
        let verbs = language
            .events
            .verbs
            .values()
            .flatten()
            .chain(&cues.stative)
            .chain(&cues.auxiliary);
        let mut common = set(&language.head.small_words);
        for words in [
            &cues.openers,
            &cues.joiners,
            &cues.at,
            &cues.to,
            &cues.from,
            &cues.ordering,
            &cues.aside,
        ] {
            common.extend(set(words));
        }
        Self {
            titles,
            offices: people
                .titles
                .iter()
                .map(|title| (title.office.clone(), title.country.clone()))
                .collect(),
            honorifics,
            he: set(&people.pronouns.he),
            she: set(&people.pronouns.she),
            they: set(&people.pronouns.they),
            possessive: set(&people.possessive),
            two: set(&people.two),
            two_people: set(&people.two_people),
            definite: set(&people.articles.definite),
            indefinite: set(&people.articles.indefinite),
            former: set(&people.former),
            particles: set(&people.particles),
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
