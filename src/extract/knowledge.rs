//! Everything the engine knows, read and indexed once.

use super::lexicon::Lexicon;
use crate::error::Result;
use crate::lang::{Language, Languages, detect};
use crate::people::{NameTables, Roster};
use crate::tagger::Tagger;
use crate::world::{Gazetteer, World};

/// Languages, world and roster, with their tables. Made once; shared by all threads.
#[derive(Debug)]
pub struct Knowledge {
    /// The languages.
    pub languages: Languages,
    /// Countries and places.
    pub world: World,
    /// Persons and their offices.
    pub roster: Roster,
    tables: Vec<Tables>,
}

/// One language's tables.
#[derive(Debug)]
pub(super) struct Tables {
    pub names: NameTables,
    pub gazetteer: Gazetteer,
    pub lexicon: Lexicon,
    pub tagger: Tagger,
}

impl Knowledge {
    /// Reads the files that are compiled into the program.
    pub fn bundled() -> Result<Self> {
        let languages = Languages::bundled()?;
        let world = World::bundled()?;
        let roster = Roster::bundled(&world)?;
        let tables = languages
            .iter()
            .map(|language| Tables {
                names: NameTables::new(language),
                gazetteer: Gazetteer::new(&world, language),
                lexicon: Lexicon::new(language),
                tagger: Tagger::new(language),
            })
            .collect();
        Ok(Self {
            languages,
            world,
            roster,
            tables,
        })
    }

    /// The language with that code, if it is known; else the one that the text seems to be in.
    pub fn language_of(&self, text: &str, code: Option<&str>) -> &Language {
        code.and_then(|code| self.languages.find(code))
            .unwrap_or_else(|| detect(text, &self.languages))
    }

    /// The compiled time patterns of a language.
    pub fn tagger(&self, language: &Language) -> &Tagger {
        &self.tables(language).tagger
    }

    pub(super) fn tables(&self, language: &Language) -> &Tables {
        let at = self
            .languages
            .iter()
            .position(|known| known.head.code == language.head.code)
            .unwrap_or(0);
        &self.tables[at]
    }
}
