//! The typed contents of a language file, and the list of files.
//!
//! To add a language, write `assets/lang/xx.toml` and add one line to `FILES`. A file may say
//! `inherits = "nb"` in its `[language]` table: then it gives only what differs. Its tables are joined with the
//! parent's, but for those that `replaces` names, where a word of the parent would mean something else.

mod detect;
mod events;
mod language;
mod people;
mod temporal;

pub use detect::detect;
pub use events::{Cues, EventWords};
pub use language::{Language, LanguageHead};
pub use people::{Articles, CountryWords, PeopleWords, Pronouns, Relation, Tie, Title};
pub use temporal::*;

use crate::error::{Error, Result};

/// The language files: name within `assets` and contents. A parent stands before its children.
const FILES: &[(&str, &str)] = &[
    ("lang/nb.toml", include_str!("../../assets/lang/nb.toml")),
    ("lang/nn.toml", include_str!("../../assets/lang/nn.toml")),
    ("lang/da.toml", include_str!("../../assets/lang/da.toml")),
    ("lang/sv.toml", include_str!("../../assets/lang/sv.toml")),
    ("lang/en.toml", include_str!("../../assets/lang/en.toml")),
    ("lang/de.toml", include_str!("../../assets/lang/de.toml")),
];

/// All languages, parsed and checked, in the order of the list.
#[derive(Debug)]
pub struct Languages(Vec<Language>);

impl Languages {
    /// Reads the files that are compiled into the program.
    pub fn bundled() -> Result<Self> {
        let mut tables: Vec<toml::Table> = Vec::new();
        let mut languages = Vec::new();
        for (file, contents) in FILES {
            let fault =
                |cause: Box<dyn std::error::Error + Send + Sync>| Error::Asset { file, cause };
            let mut table: toml::Table = contents
                .parse()
                .map_err(|e: toml::de::Error| fault(Box::new(e)))?;
            if let Some(parent) = language::parent(&table) {
                let known = tables
                    .iter()
                    .find(|t| language::code(t) == Some(parent.as_str()));
                let base = known
                    .ok_or_else(|| fault(format!("inherits from unknown “{parent}”").into()))?;
                let base = language::without_examples(base.clone());
                table = language::inherit(&language::without_replaced(base, &table), table);
            }
            languages.push(Language::from_table(table.clone()).map_err(|e| fault(Box::new(e)))?);
            tables.push(table);
        }
        Ok(Self(languages))
    }

    /// The languages, in the order of the list.
    pub fn iter(&self) -> std::slice::Iter<'_, Language> {
        self.0.iter()
    }

    /// The language with that code.
    pub fn find(&self, code: &str) -> Option<&Language> {
        self.0.iter().find(|language| language.head.code == code)
    }

    /// The first language of the list: used where nothing tells.
    pub fn first(&self) -> &Language {
        &self.0[0]
    }
}
