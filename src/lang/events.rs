//! `[events]` of a language file: verbs and nouns by kind of event, and the words that shape a clause.

use serde::Deserialize;
use std::collections::BTreeMap;

/// Words that tell of events.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventWords {
    /// Verb forms by kind; the kinds are those of an event in JSON.
    pub verbs: BTreeMap<String, Vec<String>>,
    /// Noun forms by kind.
    pub nouns: BTreeMap<String, Vec<String>>,
    /// Words that shape a clause.
    pub cues: Cues,
}

/// Words that shape a clause.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cues {
    /// Verbs that tell of a state.
    pub stative: Vec<String>,
    /// Verbs that stand before another verb.
    pub auxiliary: Vec<String>,
    /// Auxiliaries that always stand before another verb: "skal", "must".
    pub modal: Vec<String>,
    /// Verbs of being, with which somebody is at a place: "var i Malawi".
    pub being: Vec<String>,
    /// Words for being where one was: "tilbake", "home".
    pub back: Vec<String>,
    /// Participles that no ending tells.
    pub participles: Vec<String>,
    /// Endings of participles, behind "have" or "be".
    pub participle_endings: Vec<String>,
    /// Verbs of becoming: with a title behind them somebody takes an office, else something changes.
    pub becoming: Vec<String>,
    /// Endings of verbs that no list has, of past tense: "triggered".
    pub verb_endings: Vec<String>,
    /// Signs that it is to happen.
    pub planned: Vec<String>,
    /// Of these, the ones in the present tense: it is yet to happen as the article is written.
    #[serde(default)]
    pub coming: Vec<String>,
    /// Signs that it was called off.
    pub cancelled: Vec<String>,
    /// Signs that somebody says it did not happen.
    pub denied: Vec<String>,
    /// Negations: what is not told to have happened is no event.
    pub negation: Vec<String>,
    /// Words that lift a negation when they follow: "ikke før i 1965".
    pub unless: Vec<String>,
    /// Words that open a clause.
    pub openers: Vec<String>,
    /// Openers that speak of the person just named: "som", "who".
    pub relative: Vec<String>,
    /// Verbs of holding, opening and ending what a noun names: "summit".
    #[serde(default)]
    pub holding: Vec<String>,
    /// Words that join clauses.
    pub joiners: Vec<String>,
    /// Small words that may stand between such a word and its verb: "senere", "never".
    pub adverbs: Vec<String>,
    /// Prepositions before an event told only to order another: "etter", "before".
    pub ordering: Vec<String>,
    /// Those of them that put what follows earlier: "etter", "after".
    pub after: Vec<String>,
    /// Prepositions before somebody who takes no part.
    pub aside: Vec<String>,
    /// Of these, the ones before what a book, a film or a talk is about.
    #[serde(default)]
    pub about: Vec<String>,
    /// Prepositions before somebody who takes part.
    pub together: Vec<String>,
    /// Prepositions before the place of an event.
    pub at: Vec<String>,
    /// Prepositions before the place it leads to.
    pub to: Vec<String>,
    /// Prepositions before the place it comes from.
    pub from: Vec<String>,
    /// Words for the place spoken of last.
    pub same_place: Vec<String>,
    /// Words for a place before its name: "havnebyen Vladivostok".
    pub place_nouns: Vec<String>,
    /// Beginnings of lines that credit, link or repeat: "les også", "foto".
    pub clutter: Vec<String>,
    /// Beginnings of lines that give the date of publication: "publisert".
    pub published: Vec<String>,
}
