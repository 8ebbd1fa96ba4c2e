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
    /// Honorifics of men: "herr".
    pub mister: Vec<String>,
    /// Honorifics of women: "fru".
    pub missis: Vec<String>,
    /// Ends of words for what somebody is, so that a name may follow: "-minister".
    #[serde(default)]
    pub title_endings: Vec<String>,
    /// Verbs of which a person is the subject, beside a name.
    #[serde(default)]
    pub saying: Vec<String>,
    /// Ends of words for bodies and papers, which also say and mean things: "-rådet".
    #[serde(default)]
    pub body_endings: Vec<String>,
    /// Ends of surnames: "-sen".
    #[serde(default)]
    pub surname_endings: Vec<String>,
    /// Parts of names in small letters: "bin", "van".
    pub particles: Vec<String>,
    /// Words for kin, predecessors and successors.
    pub relations: Vec<Relation>,
    /// Words between somebody and the office that is taken: "som" of "i ed som president".
    pub in_office: Vec<String>,
    /// Words for two who are married: "ekteparet".
    pub couple: Vec<String>,
    /// Possessives that speak of their clause's subject: "sin"; none where the language has no such word.
    pub reflexive: Vec<String>,
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
    /// Those of one person that are never a subject: "ham", "her".
    pub object: Vec<String>,
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

/// What ties a person to another from whom they are seen: "Kims far" is a parent of Kim.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "kebab-case")]
pub enum Tie {
    /// Father, mother.
    Parent,
    /// Son, daughter.
    Child,
    /// Brother, sister.
    Sibling,
    /// Husband, wife, widow.
    Spouse,
    /// Grandfather, grandmother.
    Grandparent,
    /// Grandson, granddaughter.
    Grandchild,
    /// Uncle, aunt.
    Uncle,
    /// Nephew, niece.
    Nephew,
    /// Cousin.
    Cousin,
    /// Son-in-law, daughter-in-law.
    ChildInLaw,
    /// Father-in-law, mother-in-law.
    ParentInLaw,
    /// Brother-in-law, sister-in-law.
    SiblingInLaw,
    /// Who held the office before.
    Predecessor,
    /// Who held it after.
    Successor,
}

impl Tie {
    /// The tie of that name in the table of leaders' kin; nothing for those that it does not use.
    pub fn of_name(name: &str) -> Option<Self> {
        Some(match name {
            "parent" => Self::Parent,
            "grandparent" => Self::Grandparent,
            "sibling" => Self::Sibling,
            "spouse" => Self::Spouse,
            _ => return None,
        })
    }

    /// The same tie seen from the other side.
    pub fn inverse(self) -> Self {
        match self {
            Self::Parent => Self::Child,
            Self::Child => Self::Parent,
            Self::Grandparent => Self::Grandchild,
            Self::Grandchild => Self::Grandparent,
            Self::Uncle => Self::Nephew,
            Self::Nephew => Self::Uncle,
            Self::ChildInLaw => Self::ParentInLaw,
            Self::ParentInLaw => Self::ChildInLaw,
            Self::Predecessor => Self::Successor,
            Self::Successor => Self::Predecessor,
            Self::Sibling | Self::Spouse | Self::Cousin | Self::SiblingInLaw => self,
        }
    }
}

/// Words for a person seen from another.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relation {
    /// What ties the two.
    pub tie: Tie,
    /// `M` or `F`, where the word tells.
    #[serde(default)]
    pub sex: Option<String>,
    /// Forms that need an owner: "hans far", "her son".
    pub forms: Vec<String>,
    /// Forms that can do without: "faren".
    #[serde(default)]
    pub definite: Vec<String>,
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
    /// `M` or `F`, where the title tells.
    #[serde(default)]
    pub sex: Option<String>,
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
