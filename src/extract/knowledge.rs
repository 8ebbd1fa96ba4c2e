//! Everything the engine knows: read once, and each language's tables made when they are first asked for.

use super::landmarks::Landmarks;
use super::lexicon::Lexicon;
use crate::error::Result;
use crate::lang::{Language, Languages, detect};
use crate::people::{NameTables, Roster};
use crate::tagger::Tagger;
use crate::world::{Gazetteer, World};
use std::sync::OnceLock;

/// Languages, world and roster, with their tables. Made once; shared by all threads.
#[derive(Debug)]
pub struct Knowledge {
    /// The languages.
    pub languages: Languages,
    /// Countries and places.
    pub world: World,
    /// Persons and their offices.
    pub roster: Roster,
    pub(super) landmarks: Landmarks,
    /// In the order of the languages.
    tables: Vec<OnceLock<Tables>>,
    taggers: Vec<OnceLock<Tagger>>,
}

/// One language's tables.
#[derive(Debug)]
pub(super) struct Tables {
    pub names: NameTables,
    pub gazetteer: Gazetteer,
    pub lexicon: Lexicon,
}

impl Knowledge {
    /// Reads the files that are compiled into the program.
    pub fn bundled() -> Result<Self> {
        let languages = Languages::bundled()?;
        let world = World::bundled()?;
        let roster = Roster::bundled(&world)?;
        Ok(Self {
            tables: languages.codes().map(|_| OnceLock::new()).collect(),
            taggers: languages.codes().map(|_| OnceLock::new()).collect(),
            landmarks: Landmarks::new(&world, &roster),
            languages,
            world,
            roster,
        })
    }

    /// The language with that code, if it is known; else the one that the text seems to be in.
    pub fn language_of(&self, text: &str, code: Option<&str>) -> &Language {
        code.and_then(|code| self.languages.find(code))
            .unwrap_or_else(|| detect(text, &self.languages))
    }

    /// The compiled time patterns of a language.
    pub fn tagger(&self, language: &Language) -> &Tagger {
        self.taggers[self.place(language)].get_or_init(|| Tagger::new(language))
    }

    pub(super) fn tables(&self, language: &Language) -> &Tables {
        self.tables[self.place(language)].get_or_init(|| Tables {
            names: NameTables::new(language),
            gazetteer: Gazetteer::new(&self.world, language),
            lexicon: Lexicon::new(language),
        })
    }

    fn place(&self, language: &Language) -> usize {
        let same = |code: &str| code == language.head.code;
        self.languages.codes().position(same).unwrap_or(0)
    }
}
