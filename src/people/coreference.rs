//! Who a pronoun speaks of: "he", "she", "the two leaders".

use super::linker::Linker;
use super::mention::Who;
use super::roster::Sex;
use std::collections::BTreeMap;
use std::ops::Range;

/// How much an earlier mention counts for a pronoun, a sentence further away.
const FADING: f64 = 0.75;
/// How much every further mention adds to the nearest: who is spoken of often is meant rather.
const OFTEN: f64 = 0.25;

impl Linker<'_> {
    /// A pronoun's person, or the two it speaks of.
    pub(super) fn pronoun(&self, at: usize, sentence: &Range<usize>) -> Option<Vec<Who>> {
        let word = &*self.words.lower[at];
        let following = (at + 1 < sentence.end).then(|| &*self.words.lower[at + 1]);
        if self.tables.he.contains(word) {
            return Some(vec![self.nearest(at, Some(Sex::Male))?]);
        }
        if self.tables.she.contains(word) {
            return Some(vec![self.nearest(at, Some(Sex::Female))?]);
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
        let verb = self.tables.they.contains(word)
            && following
                .is_some_and(|next| self.tables.verbs.contains(next) || (self.taken)(at + 1));
        (two || verb).then(|| self.last_two(at)).flatten()
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
        let here = self.words.sentence_of(at);
        let mut two: Vec<Who> = Vec::new();
        for mention in self.mentions.iter().rev() {
            if here - self.words.sentence_of(mention.tokens.start) > 2 || two.len() >= 2 {
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

    /// The person of that sex who is most spoken of before: mentions fade with the sentences between, and
    /// who opens a sentence counts more.
    fn nearest(&self, at: usize, sex: Option<Sex>) -> Option<Who> {
        let here = self.words.sentence_of(at);
        let mut weights: BTreeMap<Who, f64> = BTreeMap::new();
        let mut opened = None;
        for mention in &self.mentions {
            let sentence = self.words.sentence_of(mention.tokens.start);
            let opens = opened != Some(sentence) && !mention.genitive;
            if opens {
                opened = Some(sentence);
            }
            let weight = FADING.powi((here - sentence) as i32) * if opens { 1.6 } else { 1.0 };
            for who in &mention.who {
                let known = weights.entry(*who).or_default();
                *known = f64::max(*known, weight) + OFTEN * f64::min(*known, weight);
            }
        }
        let fits = |who: &Who| self.can_be(*who, at, sex);
        weights
            .into_iter()
            .filter(|(who, _)| fits(who))
            .max_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(who, _)| who)
    }

    /// Whether somebody is of that sex and alive on the day spoken of, as far as is known.
    fn can_be(&self, who: Who, at: usize, sex: Option<Sex>) -> bool {
        let (known, lived) = match who {
            Who::Roster(number) => {
                let person = self.roster.person(number);
                (
                    person.sex,
                    (self.day_of)(at).is_none_or(|day| person.lived(day)),
                )
            }
            Who::Other(number) => (self.others[number].sex, true),
        };
        lived && (sex.is_none() || known.is_none() || known == sex)
    }
}
