//! A language's words for time, each with all it may mean, looked up once per token.

use super::slot::{Slot, SlotSet};
use crate::lang::{DayPart, Season, TemporalWords, Unit, UnitWord, Which};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// A word's number in the vocabulary; 0 for every word that is not in it.
pub(super) type WordId = u32;

/// A word that the vocabulary does not have.
pub(super) const UNKNOWN: WordId = 0;

/// All that a word may mean.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Lexeme {
    pub month: Option<u32>,
    pub weekday: Option<u32>,
    pub number: Option<u32>,
    pub ordinal: Option<u32>,
    pub unit: Option<UnitWord>,
    pub season: Option<Season>,
    pub part: Option<DayPart>,
    /// Which weekday or season is meant, where the word itself says so: Swedish "somras".
    pub which: Option<Which>,
    /// An hour about which something is, in one word: "titiden".
    pub around_hour: Option<u32>,
    /// The first year of a decade in one word: "åttitallet".
    pub decade: Option<i32>,
    /// So many of a unit in one word: "dreitägig".
    pub length: Option<(u32, Unit)>,
    pub roles: Roles,
    /// The slots that what begins with it may fill.
    pub slots: SlotSet,
}

/// What else a word may be, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Roles(u32);

impl Roles {
    pub const ORDINAL_ENDING: Self = Self(1);
    pub const YEAR_EVIDENCE: Self = Self(2);
    pub const YEAR_COUNTER_EVIDENCE: Self = Self(4);
    pub const JOINT: Self = Self(8);
    pub const PAST: Self = Self(16);
    pub const PRESENT: Self = Self(32);
    pub const ARTICLE: Self = Self(64);
    pub const SMALL_WORD: Self = Self(128);
    pub const OF_DAY: Self = Self(256);
    pub const STARTS: Self = Self(512);
    pub const ABBREVIATION: Self = Self(1024);
    pub const YEAR_DETERMINER: Self = Self(2048);
    pub const PLUPERFECT: Self = Self(4096);
    pub const OPENS_CLAUSE: Self = Self(8192);
    pub const COUNTED: Self = Self(16384);
    pub const FUTURE: Self = Self(32768);

    pub fn has(self, role: Self) -> bool {
        self.0 & role.0 != 0
    }
}

/// The words of one language.
#[derive(Debug)]
pub(super) struct Vocabulary {
    ids: FxHashMap<Box<str>, WordId>,
    lexemes: Vec<Lexeme>,
    possessive: Vec<Box<str>>,
}

impl Vocabulary {
    pub fn new(time: &TemporalWords, small_words: &[String]) -> Self {
        let mut words = Self {
            ids: FxHashMap::default(),
            lexemes: vec![Lexeme::default()],
            possessive: time.possessive.iter().map(|e| e.as_str().into()).collect(),
        };
        for (word, number) in &time.months {
            words.entry(word).month = Some(*number);
        }
        for (word, weekday) in &time.weekdays {
            let lexeme = words.entry(word);
            (lexeme.weekday, lexeme.which) = (Some(weekday.is), weekday.which);
        }
        for (word, first) in &time.decades {
            words.entry(word).decade = Some(*first);
        }
        for (word, unit) in &time.units {
            words.entry(word).unit = Some(*unit);
        }
        for (word, season) in &time.seasons {
            let lexeme = words.entry(word);
            (lexeme.season, lexeme.which) = (Some(season.is), season.which);
        }
        for (word, part) in &time.parts {
            words.entry(word).part = Some(*part);
        }
        for (word, number) in
            with_compounds(&time.numbers, &time.compound_number, &time.numbers, 99)
        {
            words.entry(&word).number = Some(number);
        }
        let ordinals = with_compounds(&time.ordinals, &time.compound_ordinal, &time.numbers, 31);
        for (word, number) in ordinals {
            words.entry(&word).ordinal = Some(number);
        }
        for (word, weekday) in time
            .weekdays
            .iter()
            .filter(|_| !time.compound_day.is_empty())
        {
            for (name, part) in &time.parts {
                let word = time
                    .compound_day
                    .replace("{weekday}", word)
                    .replace("{part}", name);
                let lexeme = words.entry(&word);
                (lexeme.weekday, lexeme.part) = (Some(weekday.is), Some(*part));
            }
        }
        for (word, number) in &time.numbers {
            for form in time.compound_hours.iter().filter(|_| *number <= 24) {
                words.entry(&form.replace("{number}", word)).around_hour = Some(*number);
            }
            let decade = i32::try_from(*number)
                .ok()
                .filter(|n| (10..100).contains(n) && n % 10 == 0);
            for form in time.compound_decades.iter().filter(|_| decade.is_some()) {
                words.entry(&form.replace("{number}", word)).decade = decade.map(|n| 1900 + n);
            }
            for (unit, forms) in &time.compound_lengths {
                // A test holds the files to units that exist.
                let unit = UnitWord::try_from(unit.clone()).ok();
                for form in forms {
                    words.entry(&form.replace("{number}", word)).length =
                        unit.map(|unit| (*number, unit.unit));
                }
            }
        }
        words.give(Roles::ABBREVIATION, &abbreviations(&time.months));
        words.give(Roles::ABBREVIATION, &abbreviations(&time.weekdays));
        words.give(Roles::ORDINAL_ENDING, &time.ordinal_endings);
        words.give(Roles::YEAR_EVIDENCE, &time.year_evidence);
        words.give(Roles::YEAR_DETERMINER, &time.year_determiners);
        words.give(Roles::YEAR_COUNTER_EVIDENCE, &time.year_counter_evidence);
        words.give(Roles::JOINT, &time.joints);
        words.give(Roles::PAST, &time.tense.past);
        words.give(Roles::PRESENT, &time.tense.present);
        words.give(Roles::PLUPERFECT, &time.tense.pluperfect);
        words.give(Roles::OPENS_CLAUSE, &time.tense.clause_openers);
        words.give(Roles::ARTICLE, &time.articles);
        words.give(Roles::SMALL_WORD, small_words);
        words.give(Roles::OF_DAY, &time.of_day);
        words.give(Roles::COUNTED, &time.counted);
        words
    }

    pub fn give(&mut self, role: Roles, words: &[String]) {
        for word in words {
            let roles = &mut self.entry(word).roles;
            roles.0 |= role.0;
        }
    }

    /// Says that what begins with a word may fill a slot.
    pub fn may_fill(&mut self, id: WordId, slot: Slot) {
        self.lexemes[id as usize].slots.insert(slot);
    }

    /// Gives a word a role.
    pub fn mark(&mut self, id: WordId, role: Roles) {
        self.lexemes[id as usize].roles.0 |= role.0;
    }

    /// The number of a word in small letters; a new one if it has none. A possessive has that of its stem, as in
    /// a text.
    pub fn intern(&mut self, word: &str) -> WordId {
        let (known, _) = self.id(word);
        if known != UNKNOWN {
            return known;
        }
        let id = WordId::try_from(self.lexemes.len()).expect("a language file has few words");
        self.lexemes.push(Lexeme::default());
        self.ids.insert(word.into(), id);
        id
    }

    fn entry(&mut self, word: &str) -> &mut Lexeme {
        let id = self.intern(word);
        &mut self.lexemes[id as usize]
    }

    /// The number of a word in small letters, and how many bytes at its end are a possessive ending.
    pub fn id(&self, word: &str) -> (WordId, usize) {
        if let Some(id) = self.ids.get(word) {
            return (*id, 0);
        }
        for ending in &self.possessive {
            if let Some(stem) = word.strip_suffix(&**ending)
                && let Some(id) = self.ids.get(stem)
                && self.lexemes[*id as usize].is_time()
            {
                return (*id, ending.len());
            }
        }
        (UNKNOWN, 0)
    }

    pub fn lexeme(&self, id: WordId) -> &Lexeme {
        &self.lexemes[id as usize]
    }

    pub fn ids(&self) -> std::ops::Range<WordId> {
        0..WordId::try_from(self.lexemes.len()).expect("a language file has few words")
    }
}

impl Lexeme {
    /// Whether it names a time or a length of it.
    fn is_time(&self) -> bool {
        self.month.is_some()
            || self.weekday.is_some()
            || self.unit.is_some()
            || self.season.is_some()
            || self.part.is_some()
            || self.roles.has(Roles::STARTS)
    }
}

/// The words of a table that begin a longer one of the same meaning.
fn abbreviations<T: PartialEq>(table: &BTreeMap<String, T>) -> Vec<String> {
    let begins = |(word, value): &(&String, &T)| {
        let longer = |(other, same): (&String, &T)| {
            same == *value && other != *word && other.starts_with(*word)
        };
        word.len() <= 5 && table.iter().any(longer)
    };
    table
        .iter()
        .filter(begins)
        .map(|(word, _)| word.clone())
        .collect()
}

/// The words of a table, and those made of a word for tens and one of the table's below ten.
fn with_compounds(
    table: &BTreeMap<String, u32>,
    form: &str,
    numbers: &BTreeMap<String, u32>,
    most: u32,
) -> Vec<(String, u32)> {
    let mut words: Vec<(String, u32)> = table.iter().map(|(word, n)| (word.clone(), *n)).collect();
    if form.is_empty() {
        return words;
    }
    for (tens, ten) in numbers
        .iter()
        .filter(|(_, n)| (20..100).contains(*n) && **n % 10 == 0)
    {
        for (unit, one) in table.iter().filter(|(_, n)| (1..10).contains(*n)) {
            if ten + one <= most {
                let word = form.replace("{tens}", tens).replace("{unit}", unit);
                words.push((word, ten + one));
            }
        }
    }
    words
}
