//! A person seen from another: "sønnen Rajiv", "Kims far", "her husband", "forgjengeren".
//!
//! What an article says of two is kept as a tie, and a word for kin without a name goes back to it. Without a
//! tie the one who shares the owner's surname is meant, if there is one. Ties between leaders are known.

use super::coreference::Asked;
use super::linker::{Linker, WholeName, stem};
use super::mention::{Form, Who};
use super::names::RelationFound;
use super::roster::Sex;
use super::short::surname;
use crate::lang::Tie;
use crate::text::folded_words;
use std::ops::Range;

/// Mentions among which an owner is looked for.
const REACH: usize = 100;

/// What an article says of two people: `.0` is the tie of `.2`.
pub(super) type Tied = (Who, Tie, Who);

impl Linker<'_> {
    /// Settles a word for kin at token `at`; gives the token to go on at.
    pub(super) fn settle_relation(
        &mut self,
        at: usize,
        sentence: &Range<usize>,
        next: Option<&WholeName>,
    ) -> Option<usize> {
        let words = self.words;
        let found = self.tables.relation(words, at, sentence.end)?;
        let (owner, owned) = self.owner_of(&found, sentence);
        let mut end = found.tokens.end;
        let comma = end < sentence.end && words.word(end) == ",";
        let name_at = self.over_title(end + usize::from(comma), sentence.end);
        let whole = next.filter(|name| name.tokens.start == name_at);
        if let Some(name) = whole {
            // The name is settled next; here only the tie is kept.
            self.tie(name.who, found.tie, owner, found.sex);
            return Some(name_at);
        }
        if name_at < sentence.end && words.is_capitalised(name_at) && !(self.taken)(name_at) {
            if let Some(who) = self.kin_by_name(owner, found.tie, name_at) {
                self.tie(who, found.tie, owner, found.sex);
                let genitive = self.genitive_name(name_at);
                self.push(name_at..name_at + 1, vec![who], Form::Short, genitive);
                return Some(name_at + 1);
            }
            if let Some((who, _, _)) = self.short_name(name_at, sentence) {
                self.tie(who, found.tie, owner, found.sex);
                return Some(name_at);
            }
            let kinship = !matches!(found.tie, Tie::Predecessor | Tie::Successor);
            if kinship && let Some((who, tokens)) = self.only_name(name_at, sentence, found.sex) {
                self.tie(who, found.tie, owner, found.sex);
                let genitive = self.genitive_name(tokens.end - 1);
                let after = tokens.end;
                self.push(tokens, vec![who], Form::Short, genitive);
                return Some(after);
            }
        }
        // "broren hans": the owner stands behind.
        let mut owner = owner;
        let mut owned = owned;
        if end < sentence.end
            && self.tables.possessive.contains(&*words.lower[end])
            && let Some(who) = self.pronoun(end, sentence)
        {
            owner = Some(who[0]);
            owned = true;
            end += 1;
        }
        if !(owned || found.definite || self.has_article(at, sentence.start)) {
            return None;
        }
        let who = self.related(&found, owner, owned, at)?;
        let genitive = found.genitive;
        self.push(at..end, vec![who], Form::Role, genitive);
        Some(end)
    }

    /// A leader's kin on the roster by the given name: "her son Rajiv".
    fn kin_by_name(&self, owner: Option<Who>, tie: Tie, at: usize) -> Option<Who> {
        let Some(Who::Roster(number)) = owner else {
            return None;
        };
        let name = stem(&self.words.folded()[at]);
        let bears = |other: &usize| {
            let names = folded_words(&self.roster.person(*other).name_en);
            names.first().is_some_and(|first| first == name)
        };
        let mut kin = self.roster.kin(number).filter(|(known, _)| *known == tie);
        kin.find(|(_, other)| bears(other))
            .map(|(_, other)| Who::Roster(other))
    }

    /// Whether "the" stands before a word, with at most one plain word between: "the younger brother".
    fn has_article(&self, at: usize, start: usize) -> bool {
        let definite = |at: usize| self.tables.definite.contains(&*self.words.lower[at]);
        at > start && definite(at - 1)
            || at > start + 1 && definite(at - 2) && !self.words.is_capitalised(at - 1)
    }

    /// The token behind a title or an honorific that begins at `at`.
    fn over_title(&self, at: usize, end: usize) -> usize {
        if at >= end {
            return at;
        }
        let words = self.words;
        match self.tables.title(words, at, end) {
            Some(title) => title.tokens.end,
            None if self.tables.title_before(words, at, at + 1).is_some() => at + 1,
            None => at,
        }
    }

    /// The person from whom the words see another, and whether the text names one: the possessive or genitive
    /// before, or else whom the sentence is about.
    fn owner_of(&self, found: &RelationFound, sentence: &Range<usize>) -> (Option<Who>, bool) {
        let start = found.tokens.start;
        let owner = self
            .mentions
            .iter()
            .rev()
            .take_while(|mention| mention.tokens.start >= sentence.start)
            .find(|mention| mention.genitive && start.saturating_sub(mention.tokens.end) <= 2)
            .filter(|mention| {
                (mention.tokens.end..start)
                    .all(|at| self.words.is_word(at) && !self.words.is_capitalised(at))
            })
            .and_then(|mention| mention.who.first().copied());
        match owner {
            Some(owner) => (Some(owner), true),
            None => {
                let asked = Asked::default();
                (self.most_salient(start, asked, &|_| true), false)
            }
        }
    }

    /// Keeps what the article says of two people.
    fn tie(&mut self, who: Who, tie: Tie, owner: Option<Who>, sex: Option<Sex>) {
        if let (Who::Other(number), Some(sex)) = (who, sex) {
            self.others[number].sex = Some(sex);
        }
        if let Some(owner) = owner.filter(|owner| *owner != who) {
            self.ties.push((who, tie, owner));
        }
    }

    /// Who is meant by a word for kin without a name.
    fn related(
        &self,
        found: &RelationFound,
        owner: Option<Who>,
        owned: bool,
        at: usize,
    ) -> Option<Who> {
        let fits = |who: Who| {
            let sex = self.sex_of(who);
            found.sex.is_none() || sex.is_none() || sex == found.sex
        };
        let said = |of: Option<Who>| {
            self.ties.iter().rev().find_map(|(a, tie, b)| {
                let straight = *tie == found.tie && of.is_none_or(|of| of == *b) && fits(*a);
                let back = tie.inverse() == found.tie && of.is_none_or(|of| of == *a) && fits(*b);
                match (straight, back) {
                    (true, _) => Some(*a),
                    (_, true) => Some(*b),
                    _ => None,
                }
            })
        };
        let owner_known =
            owner.and_then(|owner| said(Some(owner)).or_else(|| self.known_kin(owner, found, at)));
        if owner_known.is_some() {
            return owner_known;
        }
        if owned {
            return owner.and_then(|owner| self.namesake(owner, found));
        }
        said(None).or_else(|| {
            let near = owner.and_then(|owner| self.namesake(owner, found));
            near.or_else(|| {
                // "The husband": whoever has a namesake of the other sex, looked for from the last mentioned on.
                let spoken_of = self.mentions.iter().rev().take(REACH);
                spoken_of
                    .flat_map(|mention| &mention.who)
                    .filter(|owner| found.sex.is_some() && self.sex_of(**owner) != found.sex)
                    .find_map(|owner| self.namesake(*owner, found))
            })
        })
    }

    /// What the roster knows: kin among leaders, and who held the office before or after.
    fn known_kin(&self, owner: Who, found: &RelationFound, at: usize) -> Option<Who> {
        let Who::Roster(number) = owner else {
            return None;
        };
        match found.tie {
            Tie::Predecessor | Tie::Successor => {
                let day = self.day_of(at)?;
                let person = self.roster.person(number);
                let term = person
                    .terms
                    .iter()
                    .filter(|term| found.tie == Tie::Successor || term.from <= day)
                    .min_by_key(|term| term.distance(day))?;
                let near = if found.tie == Tie::Predecessor {
                    self.roster
                        .holder(&term.country, &term.office, term.from.add_days(-1))
                } else {
                    self.roster.holder(&term.country, &term.office, term.to?)
                };
                near.filter(|other| *other != number).map(Who::Roster)
            }
            tie => self
                .roster
                .kin(number)
                .filter(|(known, _)| *known == tie)
                .map(|(_, other)| other)
                .find(|other| {
                    let sex = self.roster.person(*other).sex;
                    found.sex.is_none() || sex.is_none() || sex == found.sex
                })
                .map(Who::Roster),
        }
    }

    /// The only other person of the article with the owner's surname and that sex.
    fn namesake(&self, owner: Who, found: &RelationFound) -> Option<Who> {
        if matches!(found.tie, Tie::Predecessor | Tie::Successor) {
            return None;
        }
        let surname_of = |who: Who| match who {
            Who::Roster(number) => {
                surname(&folded_words(&self.roster.person(number).name_en)).cloned()
            }
            Who::Other(number) => surname(&self.others[number].folded).cloned(),
        };
        let name = surname_of(owner).filter(|name| name.len() > 2)?;
        let mut same = self.known.keys().copied().filter(|who| {
            *who != owner
                && self.sex_of(*who).is_some()
                && (found.sex.is_none() || self.sex_of(*who) == found.sex)
                && surname_of(*who).as_ref() == Some(&name)
        });
        let only = same.next()?;
        same.next().is_none().then_some(only)
    }

    /// The two of a couple spoken of: who are said to be married, or else a man and a woman of one surname.
    pub(super) fn couple(&self, at: usize) -> Option<Vec<Who>> {
        let married = self
            .ties
            .iter()
            .rev()
            .find(|(_, tie, _)| *tie == Tie::Spouse)
            .map(|(a, _, b)| vec![*b, *a]);
        married.or_else(|| {
            let found = |sex| RelationFound {
                tokens: at..at + 1,
                tie: Tie::Spouse,
                sex: Some(sex),
                definite: true,
                genitive: false,
            };
            let owner =
                self.most_salient(at, Asked::default(), &|who| self.sex_of(who).is_some())?;
            let sex = match self.sex_of(owner)? {
                Sex::Male => Sex::Female,
                Sex::Female => Sex::Male,
            };
            Some(vec![owner, self.namesake(owner, &found(sex))?])
        })
    }

    /// A name of one word that a title or a word for kin stands before, with the number of a monarch:
    /// "Rajiv", "Frederik 9.", "Gustaf V".
    pub(super) fn only_name(
        &mut self,
        at: usize,
        sentence: &Range<usize>,
        sex: Option<Sex>,
    ) -> Option<(Who, Range<usize>)> {
        let words = self.words;
        let run = self.capitalised_run(at, sentence.end)?;
        let numbered = self.monarch_number(at + 1, sentence.end);
        if numbered.is_none() && run.len() > 1
            || self.place_at(at).is_some()
            || words.word(at).chars().count() < 2
        {
            return None;
        }
        let end = numbered.map_or(at + 1, |(_, end)| end);
        let (name, _) = if numbered.is_some() {
            (words.span(at..end).of(words.text).to_owned(), false)
        } else {
            self.plain_name(&(at..end))
        };
        let sex = sex.or_else(|| self.roster.given_name(stem(&words.folded()[at])).flatten());
        Some((self.other(name, sex), at..end))
    }

    /// The number of a monarch at token `at`, and the token behind it: "9.", "XIV".
    pub(super) fn monarch_number(&self, at: usize, end: usize) -> Option<(u32, usize)> {
        if at >= end {
            return None;
        }
        let word = self.words.word(at);
        if let Some(number) = roman(word) {
            return Some((number, at + 1));
        }
        let stop = self
            .words
            .tokens
            .get(at + 1)
            .is_some_and(|_| self.words.word(at + 1) == ".");
        let touching =
            stop && self.words.tokens[at].span.end == self.words.tokens[at + 1].span.start;
        match word.strip_suffix('.').unwrap_or(word).parse() {
            Ok(number) if (1..=30).contains(&number) && (touching || word.ends_with('.')) => {
                Some((number, if touching { at + 2 } else { at + 1 }))
            }
            _ => None,
        }
    }

    pub(super) fn genitive_name(&self, token: usize) -> bool {
        let word = &self.words.folded()[token];
        self.ends_genitive(token)
            || word
                .strip_suffix('s')
                .is_some_and(|stem| self.words.folded().iter().any(|other| other == stem))
    }
}

/// A Roman number of a monarch.
pub(super) fn roman(word: &str) -> Option<u32> {
    let value = |letter: char| match letter {
        'I' => Some(1),
        'V' => Some(5),
        'X' => Some(10),
        _ => None,
    };
    let values: Vec<u32> = word.chars().map(value).collect::<Option<_>>()?;
    let mut sum = 0;
    for (at, value) in values.iter().enumerate() {
        if values.get(at + 1).is_some_and(|next| next > value) {
            sum -= i64::from(*value);
        } else {
            sum += i64::from(*value);
        }
    }
    u32::try_from(sum).ok().filter(|sum| (1..=30).contains(sum))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_monarchs() {
        for (word, want) in [
            ("IX", Some(9)),
            ("XIV", Some(14)),
            ("V", Some(5)),
            ("VIXEN", None),
            ("", None),
        ] {
            assert_eq!(roman(word), want, "{word}");
        }
    }
}
