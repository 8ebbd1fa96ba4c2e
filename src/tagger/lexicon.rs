//! A language's words and patterns for time, compiled once into tables and one automaton.

use crate::lang::{Bound, Language, Meaning, Part, Pattern, Unit};
use crate::text::{Phrases, lower_words};
use std::collections::{HashMap, HashSet};

/// What a slot of a pattern takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Slot {
    Day,
    Month,
    MonthNumber,
    Year,
    ShortYear,
    Weekday,
    Number,
    Count,
    Ordinal,
    OrdinalEnding,
    Unit,
    Season,
    Part,
    Hour,
    Minute,
    Afternoon,
    Holiday,
}

impl Slot {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "day" => Self::Day,
            "month" => Self::Month,
            "month#" => Self::MonthNumber,
            "year" => Self::Year,
            "yy" => Self::ShortYear,
            "weekday" => Self::Weekday,
            "number" => Self::Number,
            "n" => Self::Count,
            "ordinal" => Self::Ordinal,
            "ordinal-ending" => Self::OrdinalEnding,
            "unit" => Self::Unit,
            "season" => Self::Season,
            "part" => Self::Part,
            "hour" => Self::Hour,
            "minute" => Self::Minute,
            "afternoon" => Self::Afternoon,
            "holiday" => Self::Holiday,
            _ => return None,
        })
    }
}

/// A state of the automaton.
#[derive(Debug, Default)]
pub(super) struct Node {
    pub words: HashMap<Box<str>, usize>,
    pub slots: Vec<(Slot, usize)>,
    /// The pattern that ends here, by number.
    pub ends: Option<usize>,
}

/// A pattern without its forms.
#[derive(Clone, Debug)]
pub(super) struct Rule {
    pub name: String,
    pub meaning: Meaning,
    pub unit: Option<Unit>,
    pub by: Option<i64>,
    pub part: Option<String>,
    pub narrative: bool,
    pub value: Option<String>,
    pub tight: bool,
}

/// The compiled words and patterns of one language.
#[derive(Debug)]
pub struct Tagger {
    pub(super) nodes: Vec<Node>,
    pub(super) rules: Vec<Rule>,
    pub(super) afternoon: HashSet<String>,
    pub(super) joints: HashSet<String>,
    pub(super) capitalised: bool,
    pub(super) months: HashMap<String, u32>,
    pub(super) weekdays: HashMap<String, u32>,
    pub(super) numbers: HashMap<String, u32>,
    pub(super) ordinals: HashMap<String, u32>,
    pub(super) ordinal_endings: HashSet<String>,
    pub(super) units: HashMap<String, Unit>,
    pub(super) seasons: HashMap<String, String>,
    pub(super) parts: HashMap<String, String>,
    pub(super) holidays: Phrases<String>,
    pub(super) modifiers: Vec<(Vec<String>, Part)>,
    pub(super) bounds: Vec<(Vec<String>, Bound)>,
    pub(super) ranges: Vec<(String, String)>,
    pub(super) year_evidence: HashSet<String>,
    pub(super) weak_year_evidence: HashSet<String>,
    pub(super) names: HashSet<String>,
    pub(super) future: Phrases<()>,
    pub(super) past: HashSet<String>,
    pub(super) present: HashSet<String>,
    pub(super) past_endings: Vec<String>,
}

impl Tagger {
    /// Compiles a language's `[time]`. A form with an unknown slot is left out; a test holds the files to
    /// have none.
    pub fn new(language: &Language) -> Self {
        let time = &language.time;
        let mut holidays = Phrases::default();
        for (phrase, rule) in &time.holidays {
            holidays.insert(lower_words(phrase).iter().map(String::as_str), rule.clone());
        }
        let mut future = Phrases::default();
        for phrase in &time.tense.future {
            future.insert(lower_words(phrase).iter().map(String::as_str), ());
        }
        let mut tagger = Self {
            nodes: vec![Node::default()],
            rules: Vec::new(),
            afternoon: time.afternoon.iter().cloned().collect(),
            joints: time.joints.iter().cloned().collect(),
            capitalised: time.capitalised,
            months: time.months.clone().into_iter().collect(),
            weekdays: time.weekdays.clone().into_iter().collect(),
            numbers: time.numbers.clone().into_iter().collect(),
            ordinals: time.ordinals.clone().into_iter().collect(),
            ordinal_endings: time.ordinal_endings.iter().cloned().collect(),
            units: time.units.clone().into_iter().collect(),
            seasons: time.seasons.clone().into_iter().collect(),
            parts: time.parts.clone().into_iter().collect(),
            holidays,
            modifiers: longest_first(
                time.modifiers
                    .iter()
                    .map(|(phrase, part)| (lower_words(phrase), *part))
                    .collect(),
            ),
            bounds: longest_first(
                time.bounds
                    .iter()
                    .map(|(phrase, bound)| (lower_words(phrase), *bound))
                    .collect(),
            ),
            ranges: time
                .ranges
                .iter()
                .map(|range| (range.before.clone(), range.between.clone()))
                .collect(),
            year_evidence: time.year_evidence.iter().cloned().collect(),
            weak_year_evidence: time.weak_year_evidence.iter().cloned().collect(),
            names: time.names.iter().cloned().collect(),
            future,
            past: time.tense.past.iter().cloned().collect(),
            present: time.tense.present.iter().cloned().collect(),
            past_endings: time.tense.past_endings.clone(),
        };
        for pattern in &time.patterns {
            tagger.add(pattern);
        }
        tagger
    }

    fn add(&mut self, pattern: &Pattern) {
        let rule = self.rules.len();
        self.rules.push(Rule {
            name: pattern.name.clone(),
            meaning: pattern.meaning,
            unit: pattern.unit,
            by: pattern.by,
            part: pattern.part.clone(),
            narrative: pattern.narrative,
            value: pattern.value.clone(),
            tight: pattern.tight,
        });
        for form in &pattern.forms {
            for row in rows(form) {
                self.add_row(&row, rule);
            }
        }
    }

    fn add_row(&mut self, row: &[&str], rule: usize) {
        let mut node = 0;
        for element in row {
            let slot = element.strip_prefix('{').and_then(|e| e.strip_suffix('}'));
            node = match slot {
                Some(name) => match Slot::named(name) {
                    Some(slot) => self.slot_after(node, slot),
                    None => return,
                },
                None => self.word_after(node, element),
            };
        }
        // The pattern that stands first in the file has the form.
        if node != 0 {
            self.nodes[node].ends.get_or_insert(rule);
        }
    }

    fn slot_after(&mut self, node: usize, slot: Slot) -> usize {
        if let Some((_, next)) = self.nodes[node]
            .slots
            .iter()
            .find(|(known, _)| *known == slot)
        {
            return *next;
        }
        self.nodes.push(Node::default());
        let next = self.nodes.len() - 1;
        self.nodes[node].slots.push((slot, next));
        next
    }

    fn word_after(&mut self, node: usize, word: &str) -> usize {
        if let Some(next) = self.nodes[node].words.get(word) {
            return *next;
        }
        self.nodes.push(Node::default());
        let next = self.nodes.len() - 1;
        self.nodes[node].words.insert(word.into(), next);
        next
    }
}

/// All rows of plain elements that a form stands for, without its brackets and bars.
fn rows(form: &str) -> Vec<Vec<&str>> {
    let mut rows: Vec<Vec<&str>> = vec![Vec::new()];
    for element in form.split(' ') {
        let inner = element.strip_prefix('[').and_then(|e| e.strip_suffix(']'));
        let choices = inner.unwrap_or(element).split('|');
        let mut longer = if inner.is_some() {
            rows.clone()
        } else {
            Vec::new()
        };
        for choice in choices {
            longer.extend(
                rows.iter()
                    .map(|row| row.iter().copied().chain([choice]).collect::<Vec<_>>()),
            );
        }
        rows = longer;
    }
    rows
}

fn longest_first<T>(mut phrases: Vec<(Vec<String>, T)>) -> Vec<(Vec<String>, T)> {
    phrases.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    phrases
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Languages;

    #[test]
    fn every_slot_in_a_language_file_exists() {
        for language in Languages::bundled().expect("the files are sound").iter() {
            for form in language
                .time
                .patterns
                .iter()
                .flat_map(|pattern| &pattern.forms)
            {
                for row in rows(form) {
                    for name in row
                        .iter()
                        .filter_map(|element| element.strip_prefix('{')?.strip_suffix('}'))
                    {
                        assert!(
                            Slot::named(name).is_some(),
                            "{}: {form}",
                            language.head.code
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn forms_unfold() {
        assert_eq!(rows("[den] {day}"), [vec!["{day}"], vec!["den", "{day}"]]);
        assert_eq!(rows("kl|klokka {hour}").len(), 2);
    }
}
