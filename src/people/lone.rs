//! Persons whom a text calls by one word only: a given name, or a surname whose whole name it never tells.
//!
//! Every place where such a word stands alone gives evidence for or against; the whole text's evidence for
//! a word is added up, so that one plain place ("sier Lunde", "Kari (34)") tells of all the others.

use super::linker::{Linker, Other, WholeName, stem};
use super::mention::Who;
use crate::text::TokenKind;
use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

/// As much as it takes to believe in a person.
const ENOUGH: i32 = 4;

/// No more marks than these stand before a sentence's first word.
const MARKS: usize = 4;

/// What speaks for one word.
#[derive(Debug, Default)]
struct Evidence {
    weight: i32,
    /// Its first token, and how many tokens, without a genitive.
    at: usize,
    len: usize,
    /// Whether the ending of that first form is to be taken off.
    genitive: bool,
    /// Whether something but the name itself speaks of a person.
    personal: bool,
}

impl Linker<'_> {
    /// Finds everybody who is called by one word only.
    pub(super) fn lone_names(&mut self, whole: &[WholeName]) {
        let words = self.words;
        let mut found: BTreeMap<String, Evidence> = BTreeMap::new();
        let mut whole = whole.iter().peekable();
        for sentence in &words.of_sentence {
            let mut at = sentence.start;
            while at < sentence.end {
                if let Some(name) = whole.next_if(|name| name.tokens.start == at) {
                    at = name.tokens.end;
                    continue;
                }
                let Some(run) = self.single(at, sentence, true) else {
                    at += 1;
                    continue;
                };
                at = run.end;
                if self.known_by(&run).0.is_empty() {
                    self.weigh(&run, sentence, &mut found);
                }
            }
        }
        self.accept(found);
    }

    fn accept(&mut self, found: BTreeMap<String, Evidence>) {
        let words = self.words;
        for (key, evidence) in found {
            self.alone.insert(key.clone(), evidence.weight);
            if evidence.weight < ENOUGH || !evidence.personal {
                continue;
            }
            // Of the one leader of that name the text speaks without more ado.
            if let Some(found) = self.roster.named(&[&key])
                && let [number] = found.values
                && !self.roster.surname(&key)
                && self.roster.given_name(&key).is_none()
            {
                self.lone.insert(key, Who::Roster(*number));
                continue;
            }
            let run = evidence.at..evidence.at + evidence.len;
            let mut name = words.span(run.clone()).of(words.text).to_owned();
            if evidence.genitive {
                name.truncate(stem(&name).len());
            }
            let sex = self
                .roster
                .given_name(&words.folded()[evidence.at])
                .or_else(|| self.roster.given_name(&key))
                .flatten();
            self.others.push(Other {
                folded: crate::text::folded_words(&name),
                name,
                sex,
            });
            self.lone.insert(key, Who::Other(self.others.len() - 1));
        }
    }

    /// Somebody called by one word only, whose name stands at a run; and whether in the genitive.
    pub(super) fn lone_name(
        &self,
        run: &Range<usize>,
        sentence: &Range<usize>,
    ) -> Option<(Who, bool)> {
        let key = self.words.folded()[run.clone()].concat();
        let genitive = !self.lone.contains_key(&key);
        let who = *self.lone.get(&key).or_else(|| self.lone.get(stem(&key)))?;
        let placed = !genitive && self.is_placed(run, sentence);
        let single = self.single(run.start, sentence, false);
        (!placed && single.as_ref() == Some(run)).then_some((who, genitive))
    }

    /// A capitalised word that is no part of a longer name. See [`Self::stands_alone`] for `strict`.
    fn single(&self, at: usize, sentence: &Range<usize>, strict: bool) -> Option<Range<usize>> {
        let words = self.words;
        if !words.is_capitalised(at) {
            return None;
        }
        let run = self.capitalised_run(at, sentence.end)?;
        let one = run.end == at + 1 || words.word(at + 1) == "-" && run.end == at + 3;
        let short = words.word(at).chars().count() < 2;
        let common = self.tables.common.contains(&*words.lower[at]);
        if !one
            || short
            || common
            || self.place_at(at).is_some()
            || !self.stands_alone(at, sentence, strict)
        {
            return None;
        }
        // "Hydro Årdal", "Apollo 11": what goes on in capitals or figures.
        let goes_on = run.end < sentence.end
            && words.is_word(run.end)
            && !words.is_capitalised(run.end)
            && words
                .word(run.end)
                .starts_with(|c: char| c.is_ascii_digit());
        (!goes_on && !self.goes_on_in_capitals(&run, sentence)).then_some(run)
    }

    /// Whether no capitalised word before a token belongs to it. A sentence's first word is let pass, if
    /// `strict` only one that is surely no name.
    pub(super) fn stands_alone(&self, at: usize, sentence: &Range<usize>, strict: bool) -> bool {
        let words = self.words;
        if at == sentence.start || !words.is_capitalised(at - 1) {
            return true;
        }
        let before = at - 1;
        let word = &*words.lower[before];
        let opening = self.opens(before, sentence);
        self.tables
            .title_before(words, sentence.start, at)
            .is_some()
            || self.tables.is_titled(word)
            || opening && (!strict || self.is_plain(before))
            || word.ends_with('s') && !opening
    }

    /// Whether the words around a name in no genitive make it a place's: "i Vik", "6800 Vik", "Vik kommune".
    pub(super) fn is_placed(&self, run: &Range<usize>, sentence: &Range<usize>) -> bool {
        let words = self.words;
        let before = (run.start > sentence.start).then(|| run.start - 1);
        before.is_some_and(|at| {
            self.tables.before_places.contains(&*words.lower[at])
                || words.word(at).len() > 3 && words.tokens[at].kind == TokenKind::Number
        }) || run.end < sentence.end
            && !words.is_capitalised(run.end)
            && self.tables.organisations.contains(&*words.lower[run.end])
    }

    /// Whether nothing but marks stands before a token in its sentence.
    pub(super) fn opens(&self, at: usize, sentence: &Range<usize>) -> bool {
        at == sentence.start
            || at - sentence.start <= MARKS
                && (sentence.start..at).all(|before| !self.words.is_word(before))
    }

    /// Whether a word also stands in small letters in this text, or is one of the language's common ones.
    pub(super) fn is_plain(&self, at: usize) -> bool {
        let word = &*self.words.lower[at];
        self.tables.common.contains(word)
            || self.tables.verbs.contains(word)
            || self.small.contains(word)
            || self.tables.is_titled(word)
    }

    fn weigh(
        &self,
        run: &Range<usize>,
        sentence: &Range<usize>,
        found: &mut BTreeMap<String, Evidence>,
    ) {
        let words = self.words;
        let full = words.folded()[run.clone()].concat();
        let bare = stem(&full);
        let last = stem(&words.folded()[run.end - 1]);
        let given = |form: &str| self.roster.given_name(form);
        let first = &words.folded()[run.start];
        // The form without an ending is meant where it is known to be a name, or stands in the text itself.
        let genitive = bare != full
            && bare.len() > 2
            && given(&full).is_none()
            && !self.roster.surname(&full)
            && (given(bare).is_some() || self.roster.surname(bare) || self.capital.contains(last));
        let key = if genitive { bare } else { &full };
        let opening = self.opens(run.start, sentence);
        let name = if run.len() > 1 { &**first } else { key };
        let mut personal = true;
        let mut weight = match given(name) {
            Some(_) if self.roster.is_usual_given(name) => 3,
            Some(_) => {
                personal = false;
                2
            }
            None => 0,
        };
        let leader = self.roster.named(&[key]).is_some() && key.len() > 3;
        if leader && weight == 0 {
            weight = 3;
        } else if self.roster.surname(key) {
            weight = weight.max(2);
        }
        if weight == 0 && self.tables.surname_ending(key) {
            weight = 2;
        }
        let listed = weight > 0;
        if !listed && self.tables.is_body(&words.lower[run.start]) {
            return;
        }
        let around = self.surroundings(run, sentence);
        personal |= around > 0;
        // Any word that opens a sentence may have a verb behind it.
        weight += if opening && !listed && around < 4 {
            around.min(0)
        } else {
            around
        };
        if opening && listed {
            weight -= 1;
        }
        if self.small.contains(&*words.lower[run.start]) {
            weight -= if opening { 4 } else { 2 };
        }
        if !opening && listed {
            weight += 1;
        }
        let entry = found.entry(key.to_owned()).or_insert_with(|| Evidence {
            weight: 0,
            at: run.start,
            len: run.len(),
            genitive,
            personal: false,
        });
        entry.personal |= personal;
        if entry.genitive && !genitive {
            (entry.at, entry.len, entry.genitive) = (run.start, run.len(), false);
        }
        entry.weight += weight;
    }

    /// What the words around a run of capitals tell: above 0 of a person, below 0 of something else.
    pub(super) fn surroundings(&self, run: &Range<usize>, sentence: &Range<usize>) -> i32 {
        let words = self.words;
        let tables = self.tables;
        let before = (run.start > sentence.start).then(|| run.start - 1);
        let after = (run.end < sentence.end).then_some(run.end);
        let said =
            |at: Option<usize>| at.is_some_and(|at| tables.saying.contains(&*words.lower[at]));
        let is = |at: Option<usize>, marks: &[&str]| {
            at.is_some_and(|at| marks.contains(&words.word(at)))
        };
        let mut weight = 0;
        if tables
            .title_before(words, sentence.start, run.start)
            .is_some()
            || before.is_some_and(|at| tables.is_titled(&words.lower[at]))
        {
            weight += 4;
        }
        // "sier Lunde", but not "sier Lunde kommune".
        let ends = after.is_none_or(|at| {
            !words.is_word(at)
                || words.is_capitalised(at)
                || tables.common.contains(&*words.lower[at])
        });
        if said(before) && ends {
            weight += 4;
        } else if said(after) {
            weight += 3;
        } else if after.is_some_and(|at| tables.verbs.contains(&*words.lower[at])) {
            weight += 1;
        }
        if is(after, &["("]) {
            weight += self.age_or_party(run.end, sentence.end);
        }
        let of_things = [&tables.before_places, &tables.definite, &tables.indefinite];
        if before.is_some_and(|at| of_things.iter().any(|set| set.contains(&*words.lower[at]))) {
            weight -= 3;
        }
        // "Høyres Kari Lunde", and one of two who are named together.
        if before.is_some_and(|at| {
            words.is_capitalised(at)
                && words.lower[at].ends_with('s')
                && self.place_at(at).is_none()
        }) {
            weight += 2;
        }
        // "Giftet seg med Kari Lunde", "…, Kari Lunde, …", "Kari Lunde, en advokat fra Bergen".
        let whole = run.len() > 1;
        if whole && before.is_some_and(|at| tables.company.contains(&*words.lower[at])) {
            weight += 3;
        }
        // "Empfing er Kari Lunde".
        if whole
            && before.is_some_and(|at| {
                let word = &*words.lower[at];
                tables.he.contains(word) || tables.she.contains(word)
            })
        {
            weight += 2;
        }
        if whole && self.is_in_apposition(run, sentence) {
            weight += 3;
        }
        if self.is_beside_a_name(run, sentence) {
            weight += 2;
        }
        if is(before, &["&"]) || is(after, &["&"]) {
            weight -= 4;
        }
        if is(before, &["«", "\"", "“", "”"]) && is(after, &["»", "\"", "”"]) {
            weight -= 3;
        }
        weight
    }

    /// Whether a name stands between commas behind a word for what somebody is, or such a word behind it.
    fn is_in_apposition(&self, run: &Range<usize>, sentence: &Range<usize>) -> bool {
        let words = self.words;
        let comma = |at: usize| at < sentence.end && words.word(at) == ",";
        let small = |at: usize| words.is_word(at) && !words.is_capitalised(at) && !(self.taken)(at);
        let behind = run.start >= sentence.start + 2
            && comma(run.start - 1)
            && small(run.start - 2)
            && comma(run.end);
        let article = |at: usize| {
            let word = &*words.lower[at];
            self.tables.definite.contains(word) || self.tables.indefinite.contains(word)
        };
        let before = comma(run.end) && run.end + 2 < sentence.end && article(run.end + 1);
        behind || before
    }

    /// Whether the next word, after "og" or a comma, or the one before it is a name by all that is known.
    fn is_beside_a_name(&self, run: &Range<usize>, sentence: &Range<usize>) -> bool {
        let words = self.words;
        let joins = |at: usize| {
            words.word(at) == "," || self.tables.conjunction.contains(&*words.lower[at])
        };
        let is_name = |at: usize| {
            let word = &words.folded()[at];
            words.is_capitalised(at)
                && self.place_at(at).is_none()
                && (self.roster.is_usual_given(word)
                    || self.roster.surname(word)
                    || self.parts.contains_key(&**word))
        };
        run.end + 1 < sentence.end && joins(run.end) && is_name(run.end + 1)
            || run.start > sentence.start + 1 && joins(run.start - 1) && is_name(run.start - 2)
    }

    /// "(34)", "(Sp)": an age or a party in brackets. A single digit may count anything.
    fn age_or_party(&self, bracket: usize, end: usize) -> i32 {
        let words = self.words;
        if bracket + 2 >= end || words.word(bracket + 2) != ")" {
            return 0;
        }
        let word = words.word(bracket + 1);
        let digits = word.bytes().all(|byte| byte.is_ascii_digit());
        let party = words.is_capitalised(bracket + 1)
            && (word.len() <= 2 || word.chars().any(char::is_lowercase));
        match word.len() {
            1 if digits => 2,
            2 | 3 if digits => 5,
            1..=3 if party => 5,
            _ => 0,
        }
    }

    /// The words that the text has in small letters, and those that it has with a capital, folded.
    pub(super) fn look_over(&mut self) {
        let words = self.words;
        let (mut small, mut capital) = (HashSet::new(), HashSet::new());
        for at in 0..words.len() {
            if words.is_capitalised(at) {
                capital.insert(&*words.folded()[at]);
            } else if words.is_word(at) && (at == 0 || words.word(at - 1) != "-") {
                small.insert(&*words.lower[at]);
            }
        }
        self.small = small;
        self.capital = capital;
    }
}
