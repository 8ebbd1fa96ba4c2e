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
use detect::Signs;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// The language files: name within `assets` and contents. A parent stands before its children.
const FILES: &[(&str, &str)] = &[
    ("lang/nb.toml", include_str!("../../assets/lang/nb.toml")),
    ("lang/nn.toml", include_str!("../../assets/lang/nn.toml")),
    ("lang/da.toml", include_str!("../../assets/lang/da.toml")),
    ("lang/sv.toml", include_str!("../../assets/lang/sv.toml")),
    ("lang/en.toml", include_str!("../../assets/lang/en.toml")),
    ("lang/de.toml", include_str!("../../assets/lang/de.toml")),
];

/// All languages, in the order of the list. What tells them apart is read at once, all else of a language when it
/// is first asked for.
#[derive(Debug)]
pub struct Languages {
    known: Vec<Known>,
    /// The languages that a small word is of.
    small_words: FxHashMap<String, Vec<usize>>,
}

#[derive(Debug)]
struct Known {
    signs: Signs,
    language: OnceLock<Language>,
}

impl Languages {
    /// Reads the files that are compiled into the program. A debug build reads them to their ends, so that a
    /// fault in one is told at once; a test does too.
    pub fn bundled() -> Result<Self> {
        let known = FILES.iter().map(|(file, contents)| {
            let signs = Signs::read(contents).map_err(|cause| fault(file, cause))?;
            let language = OnceLock::new();
            Ok(Known { signs, language })
        });
        let mut languages = Self {
            known: known.collect::<Result<_>>()?,
            small_words: FxHashMap::default(),
        };
        for (number, known) in languages.known.iter_mut().enumerate() {
            for word in std::mem::take(&mut known.signs.small_words) {
                let of = languages.small_words.entry(word).or_default();
                if of.last() != Some(&number) {
                    of.push(number);
                }
            }
        }
        if cfg!(debug_assertions) {
            languages.check()?;
        }
        Ok(languages)
    }

    /// Reads every file to its end.
    pub fn check(&self) -> Result<()> {
        for (number, known) in self.known.iter().enumerate() {
            let read = read(number)?;
            known.language.get_or_init(|| read);
        }
        Ok(())
    }

    /// The languages, in the order of the list.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Language> + ExactSizeIterator {
        (0..self.known.len()).map(|number| self.get(number))
    }

    /// Their codes, in the order of the list.
    pub fn codes(&self) -> impl ExactSizeIterator<Item = &str> {
        self.known.iter().map(|known| known.signs.code.as_str())
    }

    /// The language with that code.
    pub fn find(&self, code: &str) -> Option<&Language> {
        let number = self.codes().position(|known| known == code)?;
        Some(self.get(number))
    }

    /// The first language of the list: used where nothing tells.
    pub fn first(&self) -> &Language {
        self.get(0)
    }

    /// A language by its place in the list. One whose file is at fault has no words.
    fn get(&self, number: usize) -> &Language {
        let known = &self.known[number];
        known
            .language
            .get_or_init(|| read(number).unwrap_or_default())
    }

    fn with_small_word(&self, word: &str) -> &[usize] {
        self.small_words.get(word).map_or(&[], Vec::as_slice)
    }
}

/// Reads a language's file and those it inherits from.
fn read(number: usize) -> Result<Language> {
    let (file, contents) = FILES[number];
    if Signs::read(contents).is_ok_and(|signs| signs.inherits.is_none()) {
        return Language::from_text(contents).map_err(|cause| fault(file, cause));
    }
    let table = joined(number)?;
    Language::from_table(table).map_err(|cause| fault(file, cause))
}

/// A file's table, joined with that of its parent.
fn joined(number: usize) -> Result<toml::Table> {
    let (file, contents) = FILES[number];
    let table: toml::Table = contents.parse().map_err(|cause| fault(file, cause))?;
    let Some(name) = language::parent(&table) else {
        return Ok(table);
    };
    // A parent stands before its children, so this comes to an end.
    let known = FILES[..number]
        .iter()
        .position(|(_, contents)| Signs::read(contents).is_ok_and(|signs| signs.code == name));
    let parent = known.ok_or_else(|| fault(file, format!("inherits from unknown “{name}”")))?;
    let base = language::without_examples(joined(parent)?);
    let base = language::without_replaced(base, &table);
    Ok(language::inherit(base, table))
}

fn fault(file: &'static str, cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
    Error::Asset {
        file,
        cause: cause.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_sound_and_gives_its_signs_itself() {
        let languages = Languages::bundled().expect("the signs are sound");
        languages.check().expect("the files are sound");
        for (number, language) in languages.iter().enumerate() {
            assert_eq!(languages.known[number].signs.code, language.head.code);
            for word in &language.head.small_words {
                assert!(languages.with_small_word(word).contains(&number), "{word}");
            }
        }
    }
}
