//! A language's words and patterns for time, compiled once into tables and one automaton.

use super::number::{self, Amount};
use super::slot::Slot;
use super::text::TimedText;
use super::trie::Trie;
use super::vocabulary::{Lexeme, Roles, Vocabulary, WordId};
use crate::lang::{DayPart, Language, Meaning, Pattern, TemporalWords, UnitWord, Which};
use crate::time::Modifier;
use rustc_hash::{FxHashMap, FxHashSet as HashSet};
use std::sync::Arc;

/// A pattern without its forms.
#[derive(Clone, Debug)]
pub(super) struct Rule {
    pub meaning: Meaning,
    pub unit: Option<UnitWord>,
    pub by: Option<i64>,
    pub part: Option<DayPart>,
    pub narrative: bool,
    pub value: Option<String>,
    pub tight: bool,
    pub relates: bool,
    pub exact: bool,
    pub opens: bool,
}

/// A row of words and slots and its pattern.
#[derive(Debug)]
pub(super) struct Form {
    /// The pattern's name, and the row with its phrases: what is told to those who ask.
    pub text: Arc<str>,
    pub rule: usize,
}

/// A form at its end, and how many elements at either side of it only stand around the expression.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ending {
    pub form: u32,
    pub before: u8,
    pub behind: u8,
}

/// An element of a row: a word, a mark, or a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Element<'a> {
    text: &'a str,
    /// Whether it only has to stand there, and is no part of the expression.
    outside: bool,
}

/// The compiled words and patterns of one language.
#[derive(Debug)]
pub struct Tagger {
    pub(super) vocabulary: Vocabulary,
    /// The automaton's steps on words: from a state, with a word, to a state. State 0 is the beginning.
    pub(super) steps: FxHashMap<(u32, WordId), u32>,
    /// The steps on slots, by state.
    pub(super) slots: Vec<Vec<(Slot, u32)>>,
    /// The form that ends at a state.
    pub(super) ends: Vec<Option<Ending>>,
    pub(super) forms: Vec<Form>,
    pub(super) rules: Vec<Rule>,
    /// Whether a pattern may begin with digits.
    pub(super) starts_with_digits: bool,
    pub(super) capitalised: bool,
    /// Whether all nouns are written with a capital.
    pub(super) capital_nouns: bool,
    pub(super) holiday_rules: Vec<String>,
    pub(super) holidays: Trie<usize>,
    pub(super) halves_of_day: Trie<bool>,
    pub(super) zones: Trie<bool>,
    pub(super) before_christ: Trie<()>,
    pub(super) which: Trie<Which>,
    pub(super) which_year: Trie<Which>,
    pub(super) which_week: Trie<Which>,
    pub(super) years_later: Trie<i64>,
    pub(super) about: Trie<Modifier>,
    pub(super) amounts: Trie<f32>,
    pub(super) and_a_half: Trie<()>,
    pub(super) anniversary: Trie<()>,
    pub(super) modifiers: Trie<Modifier>,
    pub(super) bounds: Trie<Modifier>,
    pub(super) future: Trie<()>,
    /// The words before and between the ends of a stretch.
    pub(super) ranges: Vec<(Vec<WordId>, Vec<WordId>)>,
    /// Whether words that are counted behind four digits are listed; elsewhere their small letters tell.
    pub(super) lists_counted: bool,
    pub(super) names: HashSet<String>,
    pub(super) names_before_days: HashSet<String>,
    pub(super) past_endings: Vec<String>,
    pub(super) present_endings: Vec<String>,
    pub(super) present_verb_endings: Vec<String>,
}

impl Tagger {
    /// Compiles a language's `[time]`. A form with an unknown slot is left out; a test holds the files to
    /// have none.
    pub fn new(language: &Language) -> Self {
        let time = &language.time;
        let mut words = Vocabulary::new(time, &language.head.small_words);
        let w = &mut words;
        let holiday_rules: Vec<String> = time.holidays.values().cloned().collect();
        let mut tagger = Self {
            holidays: Trie::new(time.holidays.keys().enumerate().map(|(n, k)| (k, n)), w),
            halves_of_day: Trie::new(time.halves_of_day.iter().map(|(k, v)| (k, *v)), w),
            zones: Trie::new(time.zones.iter().map(|(k, v)| (k, *v)), w),
            before_christ: Trie::new(time.before_christ.iter().map(|k| (k, ())), w),
            which: Trie::new(time.which.iter().map(|(k, v)| (k, *v)), w),
            which_year: Trie::new(time.which_year.iter().map(|(k, v)| (k, *v)), w),
            which_week: Trie::new(time.which_week.iter().map(|(k, v)| (k, *v)), w),
            years_later: Trie::new(time.years_later.iter().map(|(k, v)| (k, *v)), w),
            about: Trie::new(time.about.iter().map(|(k, v)| (k, v.0)), w),
            amounts: Trie::new(time.amounts.iter().map(|(k, v)| (k, *v)), w),
            and_a_half: Trie::new(time.and_a_half.iter().map(|k| (k, ())), w),
            anniversary: Trie::new(time.anniversary.iter().map(|k| (k, ())), w),
            modifiers: Trie::new(time.modifiers.iter().map(|(k, v)| (k, v.0)), w),
            bounds: Trie::new(time.bounds.iter().map(|(k, v)| (k, v.0)), w),
            future: Trie::new(time.tense.future.iter().map(|k| (k, ())), w),
            ranges: ranges(time, w),
            lists_counted: !time.counted.is_empty(),
            vocabulary: words,
            steps: FxHashMap::default(),
            slots: vec![Vec::new()],
            ends: vec![None],
            forms: Vec::new(),
            rules: Vec::new(),
            starts_with_digits: false,
            capitalised: time.capitalised,
            capital_nouns: language.head.capital_nouns,
            holiday_rules,
            names: time.names.iter().cloned().collect(),
            names_before_days: time.names_before_days.iter().cloned().collect(),
            past_endings: time.tense.past_endings.clone(),
            present_endings: time.tense.present_endings.clone(),
            present_verb_endings: time.tense.present_verb_endings.clone(),
        };
        for pattern in time.more_patterns.iter().chain(&time.patterns) {
            tagger.add(pattern, time);
        }
        tagger.mark_words();
        tagger
    }

    pub(super) fn lexeme(&self, id: WordId) -> &Lexeme {
        self.vocabulary.lexeme(id)
    }

    fn add(&mut self, pattern: &Pattern, time: &TemporalWords) {
        let rule = self.rules.len();
        self.rules.push(Rule {
            meaning: pattern.meaning,
            unit: pattern.unit,
            by: pattern.by,
            part: pattern.part,
            narrative: pattern.narrative,
            value: pattern.value.clone(),
            tight: pattern.tight,
            relates: pattern.relates,
            exact: pattern.exact,
            opens: pattern.opens,
        });
        for text in &pattern.forms {
            let form = u32::try_from(self.forms.len()).expect("a file has few forms");
            self.forms.push(Form {
                text: format!("{}: {}", pattern.name, legible(text, time)).into(),
                rule,
            });
            for row in rows(text, time) {
                self.add_row(&row, form);
            }
        }
    }

    fn add_row(&mut self, row: &[Element], form: u32) {
        let mut state = 0;
        for element in row {
            state = match slot_name(element.text) {
                Some(name) => match Slot::named(name) {
                    Some(slot) => self.state_after_slot(state, slot),
                    None => return,
                },
                None => {
                    let id = self.vocabulary.intern(element.text);
                    match self.steps.get(&(state, id)) {
                        Some(next) => *next,
                        None => {
                            let next = self.new_state();
                            self.steps.insert((state, id), next);
                            next
                        }
                    }
                }
            };
        }
        if state != 0 {
            let outside = |element: &&Element| element.outside;
            let count = |n: usize| u8::try_from(n).expect("a row is short");
            self.ends[state as usize].get_or_insert(Ending {
                form,
                before: count(row.iter().take_while(outside).count()),
                behind: count(row.iter().rev().take_while(outside).count()),
            });
        }
    }

    fn state_after_slot(&mut self, state: u32, slot: Slot) -> u32 {
        let known = self.slots[state as usize]
            .iter()
            .find(|(known, _)| *known == slot);
        if let Some((_, next)) = known {
            return *next;
        }
        let next = self.new_state();
        self.slots[state as usize].push((slot, next));
        next
    }

    fn new_state(&mut self) -> u32 {
        self.slots.push(Vec::new());
        self.ends.push(None);
        u32::try_from(self.ends.len() - 1).expect("a file has few forms")
    }

    /// Marks every word with the slots it may fill, and those with which a pattern may begin, so that the walk
    /// passes over all others.
    fn mark_words(&mut self) {
        let steps = self.steps.keys().filter(|(state, _)| *state == 0);
        let mut starts: Vec<WordId> = steps.map(|(_, id)| *id).collect();
        for slot in Slot::ALL {
            let words = self.words_for(slot);
            if self.slots[0].iter().any(|(first, _)| *first == slot) {
                self.starts_with_digits |= slot.takes_digits();
                starts.extend(&words);
            }
            for id in words {
                self.vocabulary.may_fill(id, slot);
            }
        }
        for id in starts {
            self.vocabulary.mark(id, Roles::STARTS);
        }
        let future: Vec<WordId> = self.future.starts().collect();
        for id in future {
            self.vocabulary.mark(id, Roles::FUTURE);
        }
    }

    /// The words with which what fills a slot may begin; digits apart.
    fn words_for(&self, slot: Slot) -> Vec<WordId> {
        let lexical = |takes: fn(&Lexeme) -> bool| -> Vec<WordId> {
            let takes = |id: &WordId| takes(self.vocabulary.lexeme(*id));
            self.vocabulary.ids().filter(takes).collect()
        };
        match slot {
            Slot::Month => lexical(|word| word.month.is_some()),
            Slot::Weekday => lexical(|word| word.weekday.is_some()),
            Slot::Year | Slot::Hour | Slot::HourWord | Slot::Number => {
                lexical(|word| word.number.is_some())
            }
            Slot::Ordinal => lexical(|word| word.ordinal.is_some()),
            Slot::OrdinalEnding => lexical(|word| word.roles.has(Roles::ORDINAL_ENDING)),
            Slot::Unit | Slot::Units => lexical(|word| word.unit.is_some()),
            Slot::Season => lexical(|word| word.season.is_some()),
            Slot::Part => lexical(|word| word.part.is_some()),
            Slot::AroundHour => lexical(|word| word.around_hour.is_some()),
            Slot::Decade => lexical(|word| word.decade.is_some()),
            Slot::Length => lexical(|word| word.length.is_some()),
            Slot::Amount => {
                let mut ids = lexical(|word| word.number.is_some());
                ids.extend(self.amounts.starts());
                ids
            }
            Slot::Holiday => self.holidays.starts().collect(),
            Slot::Which => self.which.starts().collect(),
            Slot::WhichYear => self.which_year.starts().collect(),
            Slot::WhichWeek => self.which_week.starts().collect(),
            Slot::YearsLater => self.years_later.starts().collect(),
            Slot::About => self.about.starts().collect(),
            Slot::HalfOfDay => self.halves_of_day.starts().collect(),
            Slot::Zone => self.zones.starts().collect(),
            Slot::BeforeChrist => self.before_christ.starts().collect(),
            Slot::Day
            | Slot::MonthNumber
            | Slot::AncientYear
            | Slot::ShortYear
            | Slot::Minute
            | Slot::HourMinute
            | Slot::DecadeNumber => Vec::new(),
        }
    }

    /// Whether a pattern may begin with a token.
    pub(super) fn may_start(&self, text: &TimedText, at: usize) -> bool {
        self.lexeme(text.ids[at]).roles.has(Roles::STARTS)
            || self.starts_with_digits && text.is_number(at)
    }

    pub(super) fn amount(
        &self,
        text: &TimedText,
        at: usize,
        end: usize,
    ) -> Option<(Amount, usize)> {
        number::amount(text, self, at, end)
    }
}

fn ranges(time: &TemporalWords, words: &mut Vocabulary) -> Vec<(Vec<WordId>, Vec<WordId>)> {
    let mut ids = |phrase: &str| -> Vec<WordId> {
        let phrase = phrase.split_whitespace();
        phrase.map(|word| words.intern(word)).collect()
    };
    time.ranges
        .iter()
        .map(|range| (ids(&range.before), ids(&range.between)))
        .collect()
}

fn slot_name(element: &str) -> Option<&str> {
    element.strip_prefix('{')?.strip_suffix('}')
}

/// All rows of plain elements that a form stands for, without its brackets, bars and names of phrases.
fn rows<'a>(form: &'a str, time: &'a TemporalWords) -> Vec<Vec<Element<'a>>> {
    let mut rows: Vec<Vec<Element>> = vec![Vec::new()];
    for element in form.split(' ') {
        let around = element.strip_prefix('(').and_then(|e| e.strip_suffix(')'));
        let outside = around.is_some();
        let element = around.unwrap_or(element);
        let inner = element.strip_prefix('[').and_then(|e| e.strip_suffix(']'));
        let mut longer = if inner.is_some() {
            rows.clone()
        } else {
            Vec::new()
        };
        for choice in inner.unwrap_or(element).split('|') {
            for phrase in phrases(choice, time) {
                let phrase = phrase.into_iter().map(|text| Element { text, outside });
                longer.extend(
                    rows.iter()
                        .map(|row| row.iter().copied().chain(phrase.clone()).collect()),
                );
            }
        }
        rows = longer;
    }
    rows
}

/// A form with the phrases in place of their names.
fn legible(form: &str, time: &TemporalWords) -> String {
    let mut said = String::with_capacity(form.len());
    let mut rest = form;
    while let Some((before, behind)) = rest.split_once('<') {
        said.push_str(before);
        let named = behind.split_once('>');
        let known = named.and_then(|(name, behind)| Some((time.words.get(name)?, behind)));
        rest = match known {
            Some((phrases, behind)) => {
                said.push_str(&phrases.join("|"));
                behind
            }
            None => {
                said.push('<');
                behind
            }
        };
    }
    said.push_str(rest);
    said
}

/// The phrases that `<name>` stands for; any other element stands for itself.
fn phrases<'a>(choice: &'a str, time: &'a TemporalWords) -> Vec<Vec<&'a str>> {
    match choice.strip_prefix('<').and_then(|c| c.strip_suffix('>')) {
        Some(name) => {
            let named = time.words.get(name).into_iter().flatten();
            named.map(|phrase| phrase.split(' ').collect()).collect()
        }
        None => vec![vec![choice]],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Languages;

    #[test]
    fn every_slot_and_phrase_in_a_language_file_exists() {
        for language in Languages::bundled().expect("the files are sound").iter() {
            let time = &language.time;
            for pattern in time.patterns.iter().chain(&time.more_patterns) {
                for form in &pattern.forms {
                    let rows = rows(form, time);
                    assert!(
                        !rows.is_empty(),
                        "{}: {form} has a name without phrases",
                        language.head.code
                    );
                    for name in rows
                        .iter()
                        .flatten()
                        .filter_map(|element| slot_name(element.text))
                    {
                        assert!(
                            Slot::named(name).is_some(),
                            "{}: {form}",
                            language.head.code
                        );
                    }
                }
            }
            for unit in time.compound_lengths.keys() {
                let known = UnitWord::try_from(unit.clone());
                assert!(known.is_ok(), "{}: {unit}", language.head.code);
            }
        }
    }

    #[test]
    fn forms_unfold() {
        let languages = Languages::bundled().expect("the files are sound");
        let time = &languages.first().time;
        let words = |form| -> Vec<String> {
            let text =
                |row: &Vec<Element>| row.iter().map(|e| e.text).collect::<Vec<_>>().join(" ");
            rows(form, time).iter().map(text).collect()
        };
        assert_eq!(words("[den] {day}"), ["{day}", "den {day}"]);
        assert!(rows("(i) {day}", time)[0][0].outside);
        assert_eq!(rows("kl|klokka {hour}", time).len(), 2);
    }
}
