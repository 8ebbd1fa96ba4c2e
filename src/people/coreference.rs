//! Who a pronoun speaks of: "he", "she", "the two leaders".
//!
//! After centering theory (Grosz, Joshi and Weinstein 1995): who was subject of the sentence before is
//! meant rather than who stood behind a preposition, and it fades with the sentences between. Who the article
//! as a whole is about counts besides, most where a paragraph begins.

use super::grammar::Part;
use super::linker::{Linker, stem};
use super::mention::{Form, Mention, Who};
use super::roster::Sex;
use super::short::surname;
use crate::text::folded_words;
use std::collections::BTreeMap;
use std::ops::Range;

/// How much a mention counts, for each sentence further away than the one before.
const FADING: f64 = 0.5;
/// How much a mention of the same sentence counts.
const SAME_SENTENCE: f64 = 1.25;
/// How much a pronoun counts, whatever part it plays.
const IN_FOCUS: f64 = 1.1;
/// How much every further mention adds to the nearest.
const OFTEN: f64 = 0.1;
/// How much it counts to be the one whom the article names most.
const TOPIC: f64 = 0.3;
/// The same where a paragraph begins.
const TOPIC_OF_PARAGRAPH: f64 = 0.6;
/// How much a subordinate clause counts.
const DEPENDENT: f64 = 0.8;
/// How much somebody counts whose sex no name tells.
const UNSURE: f64 = 0.85;
/// For so long the dead are spoken of as if they took part: "presidenten bisettes lørdag".
const MOURNED_DAYS: i64 = 400;
/// Sentences in which somebody is looked for; beyond, only the article's topic is.
const REACH: usize = 8;

/// How a word asks for its person.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Asked {
    pub sex: Option<Sex>,
    /// Whoever is subject of the same clause is not meant: "ham", and "hans" where "sin" would be.
    pub not_subject: bool,
}

impl Linker<'_> {
    /// A pronoun's person, or the two it speaks of.
    pub(super) fn pronoun(&self, at: usize, sentence: &Range<usize>) -> Option<Vec<Who>> {
        let word = &*self.words.lower[at];
        let following = (at + 1 < sentence.end).then(|| &*self.words.lower[at + 1]);
        let possessive = self.is_possessive(at, sentence.end);
        if self.tables.reflexive.contains(word) {
            return Some(vec![self.subject_of_clause(at)?]);
        }
        let not_subject =
            self.tables.object.contains(word) || possessive && !self.tables.reflexive.is_empty();
        let sex = if self.tables.he.contains(word) {
            Some(Sex::Male)
        } else if self.tables.she.contains(word) {
            Some(Sex::Female)
        } else {
            None
        };
        if sex.is_some() {
            let asked = Asked { sex, not_subject };
            let fits = |who: Who| possessive || !self.is_named_behind(who, at);
            return Some(vec![self.most_salient(at, asked, &fits)?]);
        }
        if self.tables.couple.contains(word) {
            return self.couple(at);
        }
        let plural = self.tables.they.contains(word) || self.tables.definite.contains(word);
        if !plural {
            return None;
        }
        let two = following.is_some_and(|next| self.tables.two.contains(next))
            && (at + 2 >= sentence.end
                || !self.words.is_word(at + 2)
                || self.tables.two_people.contains(&*self.words.lower[at + 2])
                || self.tables.verbs.contains(&*self.words.lower[at + 2])
                || self.tables.common.contains(&*self.words.lower[at + 2]));
        let verb = self.tables.they.contains(word) && self.is_plural_pronoun(at, sentence);
        (two || verb).then(|| self.last_two(at)).flatten()
    }

    /// Whether the clause names somebody behind a pronoun, who is not meant by it then: "etterfulgte han
    /// Erlander".
    fn is_named_behind(&self, who: Who, at: usize) -> bool {
        let Some(clause) = self.clause_at(at) else {
            return false;
        };
        let mut names = (at + 1..clause.tokens.end)
            .filter(|next| self.words.is_capitalised(*next))
            .map(|next| stem(&self.words.folded()[next]))
            .peekable();
        if names.peek().is_none() {
            return false;
        }
        let name = match who {
            Who::Roster(number) => folded_words(&self.roster.person(number).name_en),
            Who::Other(number) => self.others[number].folded.clone(),
        };
        let name = surname(&name).map(|name| stem(name));
        names.any(|next| Some(next) == name)
    }

    /// Whether a pronoun owns what follows. "Her" does only before a noun: "threw her out" is about her.
    pub(super) fn is_possessive(&self, at: usize, end: usize) -> bool {
        let words = self.words;
        let tables = self.tables;
        if !tables.possessive.contains(&*words.lower[at]) {
            return false;
        }
        let noun_follows = at + 1 < end && words.is_word(at + 1) && !(self.taken)(at + 1) && {
            let next = &*words.lower[at + 1];
            !tables.prepositions.contains(next)
                && !tables.common.contains(next)
                && !tables.definite.contains(next)
                && !tables.indefinite.contains(next)
        };
        !tables.object.contains(&*words.lower[at]) || noun_follows
    }

    /// Whether "de" is a pronoun and no article: a verb behind it, or one before it and no noun behind.
    fn is_plural_pronoun(&self, at: usize, sentence: &Range<usize>) -> bool {
        let tables = self.tables;
        let verb = |at: usize| tables.verbs.contains(&*self.words.lower[at]);
        if at + 1 < sentence.end && (verb(at + 1) || (self.taken)(at + 1)) {
            return true;
        }
        let ends = at + 1 >= sentence.end || !self.words.is_word(at + 1) || {
            let next = &*self.words.lower[at + 1];
            tables.prepositions.contains(next) || tables.common.contains(next)
        };
        let behind_verb = at > sentence.start
            && (verb(at - 1) || self.clause_at(at).and_then(|clause| clause.verb) == Some(at - 1));
        ends && behind_verb
    }

    pub(super) fn end_of_two(&self, at: usize, end: usize) -> usize {
        let mut stop = at + 1;
        if stop < end && self.tables.two.contains(&*self.words.lower[stop]) {
            stop += 1;
            if stop < end && self.tables.two_people.contains(&*self.words.lower[stop]) {
                stop += 1;
            }
        }
        stop
    }

    /// The two persons spoken of last, within five sentences.
    fn last_two(&self, at: usize) -> Option<Vec<Who>> {
        // "… der Jimmy Carter var vert": those of the main clauses are meant.
        self.last_two_of(at, true)
            .or_else(|| self.last_two_of(at, false))
    }

    fn last_two_of(&self, at: usize, main: bool) -> Option<Vec<Who>> {
        let here = self.words.sentence_of(at);
        let mut two: Vec<Who> = Vec::new();
        let counts = |mention: &Mention| {
            !main
                || mention.part != Part::Aside
                    && self
                        .clause_at(mention.tokens.start)
                        .is_none_or(|clause| !clause.depends)
        };
        for mention in self.mentions.iter().rev().filter(|mention| counts(mention)) {
            if here - self.words.sentence_of(mention.tokens.start) > 4 || two.len() >= 2 {
                break;
            }
            for who in &mention.who {
                if !two.contains(who) && two.len() < 2 && self.can_be(*who, at, None) {
                    two.push(*who);
                }
            }
        }
        (two.len() == 2).then(|| {
            two.reverse();
            two
        })
    }

    /// The subject of the clause a token stands in, or else of the one before in its sentence.
    pub(super) fn subject_of_clause(&self, at: usize) -> Option<Who> {
        let clause = self.clause_at(at)?;
        let sentence = self.words.sentence_of(at);
        let start = self.words.of_sentence[sentence].start;
        let subject = |from: usize| {
            self.mentions
                .iter()
                .rev()
                .take_while(move |mention| mention.tokens.start >= from)
                .find(|mention| mention.part == Part::Subject && mention.who.len() == 1)
        };
        subject(clause.tokens.start)
            .or_else(|| subject(start))
            .map(|mention| mention.who[0])
    }

    /// Who fits and stands out most of those spoken of before a token.
    pub(super) fn most_salient(
        &self,
        at: usize,
        asked: Asked,
        fits: &dyn Fn(Who) -> bool,
    ) -> Option<Who> {
        let here = self.words.sentence_of(at);
        let clause = self.clause_at(at).map(|clause| clause.tokens.clone());
        let mut weights: BTreeMap<Who, f64> = BTreeMap::new();
        let mut barred = None;
        for mention in self.mentions.iter().rev() {
            let far = here - self.words.sentence_of(mention.tokens.start);
            if far > REACH {
                break;
            }
            let same_clause = clause
                .as_ref()
                .is_some_and(|clause| clause.contains(&mention.tokens.start));
            if asked.not_subject
                && same_clause
                && mention.part == Part::Subject
                && let [who] = mention.who[..]
            {
                barred = barred.or(Some(who));
            }
            let weight = self.weight(mention, far);
            for who in &mention.who {
                let known = weights.entry(*who).or_default();
                *known = f64::max(*known, weight) + OFTEN * f64::min(*known, weight);
            }
        }
        let share = if self.opens_paragraph(here) {
            TOPIC_OF_PARAGRAPH
        } else {
            TOPIC
        };
        for (who, named) in &self.named {
            if self.spoken_of.contains(who) {
                *weights.entry(*who).or_default() += share * named;
            }
        }
        weights
            .into_iter()
            .filter(|(who, _)| {
                Some(*who) != barred && self.can_be(*who, at, asked.sex) && fits(*who)
            })
            .map(|(who, weight)| {
                let unsure = asked.sex.is_some() && self.sex_of(who).is_none();
                (who, if unsure { weight * UNSURE } else { weight })
            })
            .max_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(who, _)| who)
    }

    /// How much a mention so many sentences away stands out.
    fn weight(&self, mention: &Mention, far: usize) -> f64 {
        let part = match mention.part {
            Part::Subject => 1.0,
            Part::Object => 0.6,
            Part::Owner => 0.55,
            Part::Oblique => 0.45,
            Part::Aside => 0.2,
        };
        let depends = self
            .clause_at(mention.tokens.start)
            .is_some_and(|clause| clause.depends);
        // Who is spoken of by a pronoun is whom the text is about just now, whatever part they play.
        let part = match (mention.form, mention.part) {
            (Form::Pronoun, Part::Owner | Part::Aside) => part,
            (Form::Pronoun, _) => f64::max(part, IN_FOCUS),
            _ => part,
        };
        let fading = match far {
            0 => SAME_SENTENCE,
            _ => FADING.powi(i32::try_from(far - 1).unwrap_or(i32::MAX)),
        };
        part * if depends { DEPENDENT } else { 1.0 } * fading
    }

    /// Whether a sentence is the first of its paragraph.
    fn opens_paragraph(&self, sentence: usize) -> bool {
        let of = |number: usize| self.words.sentences[number].paragraph;
        sentence == 0 || of(sentence - 1) != of(sentence)
    }

    pub(super) fn sex_of(&self, who: Who) -> Option<Sex> {
        match who {
            Who::Roster(number) => self.roster.person(number).sex,
            Who::Other(number) => self.others[number].sex,
        }
    }

    /// Whether somebody is of that sex and alive on the day spoken of, as far as is known.
    pub(super) fn can_be(&self, who: Who, at: usize, sex: Option<Sex>) -> bool {
        let lived = match who {
            Who::Roster(number) => {
                let person = self.roster.person(number);
                // The dead are spoken of for a while.
                self.day_of(at).is_none_or(|day| {
                    person.lived(day) || person.lived(day.add_days(-MOURNED_DAYS))
                })
            }
            Who::Other(_) => true,
        };
        let known = self.sex_of(who);
        lived && (sex.is_none() || known.is_none() || known == sex)
    }
}
