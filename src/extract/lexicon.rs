//! One language's event words, made ready for looking up.

use crate::chronology::Kind;
use crate::lang::Language;
use crate::text::WordSet as HashSet;
use crate::text::{Phrases, lower_words};
use std::collections::HashMap;

/// Words that may stand between a verb and what belongs to it.
const WIDEST_SPLIT: usize = 7;

/// Why a clause opens with a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opener {
    /// It speaks of the person just named: "som", "who".
    Relative,
    /// It stands under the clause before: "da", "while".
    Subordinate,
    /// It stands beside the clause before: "og", "but".
    Joined,
}

/// The event words of a language.
#[derive(Debug)]
pub struct Lexicon {
    pub(super) verbs: Phrases<Kind>,
    /// Verbs of several words, by the first: what belongs to it further on, "tok … i ed".
    split_verbs: HashMap<String, Vec<(Vec<String>, Kind)>>,
    pub(super) nouns: Phrases<Kind>,
    pub(super) openers: Phrases<Opener>,
    pub(super) joiners: HashSet<String>,
    /// Small words that may stand between "og" and its verb: "senere", "never".
    pub(super) adverbs: HashSet<String>,
    pub(super) planned: Phrases<()>,
    pub(super) cancelled: HashSet<String>,
    pub(super) denied: Phrases<()>,
    pub(super) negation: HashSet<String>,
    pub(super) unless: HashSet<String>,
    pub(super) stative: HashSet<String>,
    pub(super) auxiliary: HashSet<String>,
    /// Auxiliaries that always stand before another verb: "skal", "must".
    pub(super) modal: HashSet<String>,
    /// Verbs of being, with which somebody is at a place.
    pub(super) being: HashSet<String>,
    /// Words for being where one was: "tilbake", "home".
    pub(super) back: HashSet<String>,
    /// Participles by form or by ending.
    participles: HashSet<String>,
    participle_endings: Vec<String>,
    pub(super) becoming: HashSet<String>,
    pub(super) verb_endings: Vec<String>,
    /// Whether the verb comes before its subject where anything else opens the clause.
    pub(super) verb_second: bool,
    /// Whether all nouns are written with a capital.
    pub(super) capital_nouns: bool,
    pub(super) titles: Phrases<()>,
    pub(super) ordering: HashSet<String>,
    /// Those of them that put what follows earlier: "etter".
    pub(super) after: HashSet<String>,
    pub(super) aside: Phrases<()>,
    pub(super) together: HashSet<String>,
    pub(super) at: HashSet<String>,
    pub(super) to: HashSet<String>,
    pub(super) from: HashSet<String>,
    pub(super) same_place: Phrases<()>,
    pub(super) place_nouns: HashSet<String>,
    pub(super) determiners: HashSet<String>,
    pub(super) indefinite: HashSet<String>,
    pub(super) numbers: HashSet<String>,
    pub(super) conjunction: HashSet<String>,
    /// Pronouns of one person.
    pub(super) pronouns: HashSet<String>,
    pub(super) clutter: Phrases<()>,
    pub(super) published: Phrases<()>,
    prepositions: HashSet<String>,
    /// Determiners and prepositions.
    before_nouns: HashSet<String>,
}

impl Lexicon {
    /// Indexes the words of a language.
    pub fn new(language: &Language) -> Self {
        let cues = &language.events.cues;
        let people = &language.people;
        let set = |words: &[String]| {
            words
                .iter()
                .map(|word| word.to_lowercase())
                .collect::<HashSet<_>>()
        };
        let mut openers = Phrases::default();
        for (words, opener) in [
            (&cues.relative, Opener::Relative),
            (&cues.joiners, Opener::Joined),
            (&cues.openers, Opener::Subordinate),
        ] {
            for phrase in words {
                // A word in two lists is what the first says.
                if openers.longest(&lower_words(phrase), false).is_none() || phrase.contains(' ') {
                    openers.insert(lower_words(phrase).iter().map(String::as_str), opener);
                }
            }
        }
        let mut determiners = set(&people.articles.definite);
        determiners.extend(set(&people.articles.indefinite));
        determiners.extend(set(&people.possessive));
        let prepositions: HashSet<String> = [
            &cues.at,
            &cues.to,
            &cues.from,
            &cues.ordering,
            &cues.together,
        ]
        .into_iter()
        .flat_map(|words| set(words))
        .collect();
        Self {
            verbs: by_kind(&language.events.verbs),
            split_verbs: split_verbs(language),
            nouns: by_kind(&language.events.nouns),
            openers,
            joiners: set(&cues.joiners),
            adverbs: set(&cues.adverbs),
            planned: plain(&cues.planned),
            cancelled: set(&cues.cancelled),
            denied: plain(&cues.denied),
            negation: set(&cues.negation),
            unless: set(&cues.unless),
            stative: set(&cues.stative),
            auxiliary: set(&cues.auxiliary),
            modal: set(&cues.modal),
            being: set(&cues.being),
            back: set(&cues.back),
            participles: set(&cues.participles),
            participle_endings: cues.participle_endings.clone(),
            becoming: set(&cues.becoming),
            verb_endings: cues.verb_endings.clone(),
            verb_second: language.head.verb_second,
            capital_nouns: language.head.capital_nouns,
            titles: titles(language),
            ordering: set(&cues.ordering),
            after: set(&cues.after),
            aside: plain(&cues.aside),
            together: set(&cues.together),
            at: set(&cues.at),
            to: set(&cues.to),
            from: set(&cues.from),
            same_place: plain(&cues.same_place),
            place_nouns: set(&cues.place_nouns),
            numbers: language.time.numbers.keys().cloned().collect(),
            conjunction: set(&people.conjunction),
            pronouns: people
                .pronouns
                .he
                .iter()
                .chain(&people.pronouns.she)
                .filter(|word| !people.possessive.contains(word))
                .cloned()
                .collect(),
            clutter: plain(&cues.clutter),
            published: plain(&cues.published),
            before_nouns: determiners
                .clone()
                .into_iter()
                .chain(prepositions.clone())
                .collect(),
            determiners,
            indefinite: set(&people.articles.indefinite),
            prepositions,
        }
    }

    /// Whether a word in small letters looks like a verb in the past tense.
    pub(super) fn looks_like_verb(&self, word: &str) -> bool {
        word.len() > 4
            && self
                .verb_endings
                .iter()
                .any(|ending| word.ends_with(ending.as_str()))
    }

    /// The kind of a verb whose other words stand further on: "tok kongen i ed", "gikk han av". `rest` are
    /// the words behind the verb in its clause.
    pub(super) fn split_verb<S: AsRef<str>>(&self, verb: &str, rest: &[S]) -> Option<Kind> {
        let others = self.split_verbs.get(verb)?;
        let at = |from: usize, phrase: &[String]| {
            let end = from + phrase.len();
            rest.get(from..end).is_some_and(|words| {
                words
                    .iter()
                    .zip(phrase)
                    .all(|(word, want)| word.as_ref() == want)
            }) && (phrase.len() > 1
                || self.stands_alone(rest.get(end).map(AsRef::as_ref), &phrase[0]))
        };
        // The nearest is meant: "ble tirsdag valgt til president" is an election.
        (1..=WIDEST_SPLIT.min(rest.len()))
            .find_map(|from| others.iter().find(|(phrase, _)| at(from, phrase)))
            .map(|(_, kind)| *kind)
    }

    /// Whether a particle has no noun behind it: "av" of "gikk han av i mai", not of "gikk en av dem".
    fn stands_alone(&self, next: Option<&str>, particle: &str) -> bool {
        !self.is_preposition(particle)
            || next.is_none_or(|next| {
                self.is_preposition(next)
                    || self.conjunction.contains(next)
                    || !next.chars().any(char::is_alphanumeric)
                    || next.chars().all(|c| c.is_ascii_digit())
            })
    }

    /// Whether a word in small letters is a participle behind "have" or "be".
    pub(super) fn is_participle(&self, word: &str) -> bool {
        self.participles.contains(word)
            || word.chars().count() > 3
                && self
                    .participle_endings
                    .iter()
                    .any(|ending| word.ends_with(ending.as_str()))
    }

    /// Whether a word is a preposition.
    pub(super) fn is_preposition(&self, word: &str) -> bool {
        self.prepositions.contains(word)
    }

    /// Whether a word stands before a noun: an article, a possessive, a preposition.
    pub(super) fn before_noun(&self, word: &str) -> bool {
        self.before_nouns.contains(word)
    }
}

fn titles(language: &Language) -> Phrases<()> {
    let mut phrases = Phrases::default();
    for title in &language.people.titles {
        for form in title.forms.iter().chain(&title.definite) {
            phrases.insert(lower_words(form).iter().map(String::as_str), ());
        }
    }
    phrases
}

fn by_kind(words: &std::collections::BTreeMap<String, Vec<String>>) -> Phrases<Kind> {
    let mut phrases = Phrases::default();
    for (name, list) in words {
        // A test holds the files to the kinds there are.
        let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.name() == name) else {
            continue;
        };
        for phrase in list {
            phrases.insert(lower_words(phrase).iter().map(String::as_str), kind);
        }
    }
    phrases
}

fn split_verbs(language: &Language) -> HashMap<String, Vec<(Vec<String>, Kind)>> {
    let mut split: HashMap<String, Vec<(Vec<String>, Kind)>> = HashMap::new();
    for (name, list) in &language.events.verbs {
        let kind = Kind::ALL.into_iter().find(|kind| kind.name() == name);
        for phrase in list {
            let mut words = lower_words(phrase);
            if let Some(kind) = kind
                && words.len() > 1
            {
                let first = words.remove(0);
                split.entry(first).or_default().push((words, kind));
            }
        }
    }
    for others in split.values_mut() {
        // The longest first, so that "la ned våpnene" goes before "la ned".
        others.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(&b.0)));
    }
    split
}

fn plain(words: &[String]) -> Phrases<()> {
    let mut phrases = Phrases::default();
    for phrase in words {
        phrases.insert(lower_words(phrase).iter().map(String::as_str), ());
    }
    phrases
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Languages;

    #[test]
    fn every_kind_in_a_language_file_exists() {
        for language in Languages::bundled().expect("the files are sound").iter() {
            for name in language
                .events
                .verbs
                .keys()
                .chain(language.events.nouns.keys())
            {
                assert!(
                    Kind::ALL.iter().any(|kind| kind.name() == name),
                    "{}: {name}",
                    language.head.code
                );
            }
        }
    }
}
