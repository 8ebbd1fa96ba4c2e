//! Which part a mention plays in its clause, as far as the order of the words tells.

use super::linker::Linker;
use std::ops::Range;

/// A clause, as far as it matters for who is spoken of.
#[derive(Clone, Debug, PartialEq)]
pub struct ClauseShape {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its first verb, if it has one.
    pub verb: Option<usize>,
    /// Whether it stands under another clause.
    pub depends: bool,
}

/// The part that a mention plays in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// It does what the verb tells.
    Subject,
    /// It is done to.
    Object,
    /// It stands behind a preposition.
    Oblique,
    /// It owns what follows: "Putins rådgiver".
    Owner,
    /// It is spoken of only: "overtok etter Jensen".
    Aside,
}

/// How far back the words that belong to a name are followed: "med den tidligere franske presidenten …".
const FARTHEST: usize = 6;

impl Linker<'_> {
    /// The clause that a token stands in.
    pub(super) fn clause_at(&self, token: usize) -> Option<&ClauseShape> {
        let before = self
            .clauses
            .partition_point(|clause| clause.tokens.end <= token);
        self.clauses
            .get(before)
            .filter(|clause| clause.tokens.contains(&token))
    }

    /// The part that the words `tokens` play. Mentions before them are settled.
    pub(super) fn part(&self, tokens: &Range<usize>, genitive: bool) -> Part {
        if genitive {
            return Part::Owner;
        }
        let Some(clause) = self.clause_at(tokens.start) else {
            return Part::Subject;
        };
        let words = self.words;
        let tables = self.tables;
        let word = &*words.lower[tokens.start];
        let pronoun = tokens.len() == 1 && (tables.he.contains(word) || tables.she.contains(word));
        if pronoun
            && !tables.object.contains(word)
            && !self.follows_preposition(tokens.start, clause)
        {
            return self.nominative(clause, tokens.start);
        }
        let mut at = tokens.start;
        while at > clause.tokens.start && tokens.start - at < FARTHEST {
            at -= 1;
            let word = &*words.lower[at];
            if tables.conjunction.contains(word) {
                // Joined to the one before, it plays the same part.
                let before = self.mentions.last();
                match before.filter(|before| before.tokens.end == at) {
                    Some(before) => return before.part,
                    None => break,
                }
            }
            // "etter at Kim døde", "after Kim died": what opens a clause is no preposition.
            let opens =
                at == clause.tokens.start && clause.verb.is_some_and(|verb| verb >= tokens.end);
            if tables.subordinators.contains(word) || opens && tables.openers.contains(word) {
                break;
            }
            if tables
                .aside
                .longest(&words.lower[at..tokens.start], false)
                .is_some()
            {
                return Part::Aside;
            }
            if tables.prepositions.contains(word) {
                return self.behind_preposition(clause, tokens, at);
            }
            if !words.is_word(at) || tables.verbs.contains(word) || (self.taken)(at) {
                break;
            }
        }
        self.without_preposition(clause, tokens)
    }

    /// Behind a preposition; but where the verb follows at once, and cannot stand before its subject, it is
    /// the subject: "By nightfall Marcos was".
    fn behind_preposition(
        &self,
        clause: &ClauseShape,
        tokens: &Range<usize>,
        preposition: usize,
    ) -> Part {
        let noun_between = tokens.start - preposition > 1
            && !self.begins_title(tokens.start - 1, tokens.start)
            && !self
                .tables
                .definite
                .contains(&*self.words.lower[tokens.start - 1]);
        let verb_next = clause.verb == Some(tokens.end);
        if noun_between && verb_next && !self.tables.verb_second {
            Part::Subject
        } else {
            Part::Oblique
        }
    }

    /// A pronoun in a form that can be subject: it is, but for "møtte han" behind another subject.
    fn nominative(&self, clause: &ClauseShape, at: usize) -> Part {
        match clause.verb {
            Some(verb) if at > verb && self.has_subject(clause) => Part::Object,
            _ => Part::Subject,
        }
    }

    /// Whether a preposition stands right before a pronoun, and a verb before that: "mot han", not "i Afrika han
    /// fikk" nor "etter at han kom".
    fn follows_preposition(&self, at: usize, clause: &ClauseShape) -> bool {
        let verb_next =
            at + 1 < clause.tokens.end && self.tables.verbs.contains(&*self.words.lower[at + 1]);
        at > clause.tokens.start
            && !verb_next
            && self
                .tables
                .prepositions
                .contains(&*self.words.lower[at - 1])
            && clause.verb.is_some_and(|verb| verb < at)
    }

    fn has_subject(&self, clause: &ClauseShape) -> bool {
        self.mentions
            .iter()
            .rev()
            .take_while(|mention| mention.tokens.start >= clause.tokens.start)
            .any(|mention| mention.part == Part::Subject)
    }

    /// Subject or object, by the verb.
    fn without_preposition(&self, clause: &ClauseShape, tokens: &Range<usize>) -> Part {
        let words = self.words;
        let tables = self.tables;
        let word = &*words.lower[tokens.start];
        if tokens.len() == 1 && tables.object.contains(word) {
            return Part::Object;
        }
        let nominative =
            tokens.len() == 1 && (tables.he.contains(word) || tables.she.contains(word));
        let Some(verb) = clause.verb else {
            return Part::Subject;
        };
        if tokens.start < verb || nominative {
            return Part::Subject;
        }
        let subject_before = self
            .mentions
            .iter()
            .rev()
            .take_while(|mention| mention.tokens.start >= clause.tokens.start)
            .any(|mention| mention.part == Part::Subject);
        if subject_before || !tables.verb_second {
            return Part::Object;
        }
        // "I går sa Kim", "Da landet Kim": what opens the clause is no subject.
        let first = &*words.lower[clause.tokens.start];
        let inverted = verb == clause.tokens.start
            || (clause.tokens.start..verb).any(|at| (self.taken)(at))
            || tables.prepositions.contains(first)
            || tables.common.contains(first);
        let close = (verb + 1..tokens.start).all(|at| {
            let word = &*words.lower[at];
            words.is_word(at) && !tables.prepositions.contains(word)
        });
        if inverted && close {
            Part::Subject
        } else {
            Part::Object
        }
    }
}
