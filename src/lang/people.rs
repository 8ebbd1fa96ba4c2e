//! `[people]` of a language file: titles, kin, pronouns, and what stands around names.

use serde::Deserialize;

/// Words that stand for people, or stand around their names.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PeopleWords {
    /// Personal pronouns.
    pub pronouns: Pronouns,
    /// Words that make "they" two: "de to", "the two".
    pub two: Vec<String>,
    /// Possessives: "hans", "sin".
    pub possessive: Vec<String>,
    /// Articles, definite and indefinite.
    pub articles: Articles,
    /// Words that put an office in the past: "tidligere", "former".
    pub former: Vec<String>,
    /// Words that join names: "og".
    pub conjunction: Vec<String>,
    /// Words before a name that tell nothing of a roster's office: "rådgiver", "Mrs".
    pub honorifics: Vec<String>,
    /// Parts of names in small letters: "bin", "van".
    pub particles: Vec<String>,
    /// Words for kin, predecessors and successors.
    pub relations: Relations,
    /// Definite words for two people just spoken of: "lederne".
    pub two_people: Vec<String>,
    /// Capitalised words that are no names of persons.
    pub not_names: Vec<String>,
    /// Last words of names that belong to bodies, buildings and things: "Security Council".
    pub organisations: Vec<String>,
    /// Offices.
    pub titles: Vec<Title>,
}

/// Personal pronouns, in all their cases.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pronouns {
    /// One man.
    pub he: Vec<String>,
    /// One woman.
    pub she: Vec<String>,
    /// Several people.
    pub they: Vec<String>,
}

/// Articles.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Articles {
    /// "den", "the".
    pub definite: Vec<String>,
    /// "en", "a".
    pub indefinite: Vec<String>,
}

/// Words for a person seen from another.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relations {
    /// Who held the office before.
    pub predecessor: Vec<String>,
    /// Who held it after.
    pub successor: Vec<String>,
    /// Father, daughter, wife.
    pub kin: Vec<String>,
}

/// An office's title.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Title {
    /// The roster's class of office, or `leader` for whoever leads a country.
    pub office: String,
    /// The country or organisation, where the title fixes it.
    #[serde(default)]
    pub country: Option<String>,
    /// Indefinite singular.
    pub forms: Vec<String>,
    /// Definite singular; where the language has no such form the article tells.
    #[serde(default)]
    pub definite: Vec<String>,
    /// Plural.
    #[serde(default)]
    pub plural: Vec<String>,
}

/// A country's words in one language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountryWords {
    /// Usual name.
    pub name: String,
    /// Other names.
    #[serde(default)]
    pub other: Vec<String>,
    /// Adjective in its base form; inflected forms are made with `[language] adjective_endings`.
    #[serde(default)]
    pub adjective: Option<String>,
    /// Its inhabitants.
    #[serde(default)]
    pub people: Option<String>,
    /// Places that stand for its government.
    #[serde(default)]
    pub seats: Vec<String>,
}
