//! The first walk of the linker: names of two words and more.

use super::linker::{Linker, WholeName, stem};
use super::mention::Who;
use crate::text::TokenKind;
use crate::world::Sort;
use std::ops::Range;

impl Linker<'_> {
    /// First walk: names of two words and more.
    pub(super) fn whole_names(&mut self) -> Vec<WholeName> {
        let mut found = Vec::new();
        for sentence in &self.words.of_sentence {
            let mut at = sentence.start;
            while at < sentence.end {
                let name = self
                    .roster_name(at, sentence.end)
                    .or_else(|| self.shaped_name(at, sentence));
                match name {
                    Some(name) => {
                        at = name.tokens.end;
                        let office = self.office_before(sentence.start, name.tokens.start);
                        self.known.entry(name.who).or_default().extend(office);
                        found.push(name);
                    }
                    // What is no name as a whole hides none: "International Monetary Fund".
                    None => at = self.after_refused(at, sentence),
                }
            }
        }
        found
    }

    /// Where to look on after a place that begins no name: behind a run of capitals that was refused, unless
    /// it opens with a title or a sentence's first word.
    pub(super) fn after_refused(&self, at: usize, sentence: &Range<usize>) -> usize {
        let opening = || at == sentence.start || self.begins_title(at, sentence.end);
        match self.capitalised_run(at, sentence.end) {
            Some(run)
                if !opening()
                    && (at + 1..run.end).all(|next| self.roster_name(next, run.end).is_none()) =>
            {
                run.end
            }
            _ => at + 1,
        }
    }

    /// Whether a title or an honorific begins at a token.
    pub(super) fn begins_title(&self, at: usize, end: usize) -> bool {
        self.tables.title(self.words, at, end).is_some()
            || self.tables.title_before(self.words, at, at + 1).is_some()
    }

    /// The class of office in the title right before a name.
    pub(super) fn office_before(&self, start: usize, at: usize) -> Option<String> {
        let title = self.tables.title_before(self.words, start, at)??;
        Some(self.tables.offices[title.title].0.clone())
    }

    pub(super) fn roster_name(&self, at: usize, end: usize) -> Option<WholeName> {
        if !self.words.is_capitalised(at) || (self.taken)(at) {
            return None;
        }
        let found = self.roster.named(&self.words.folded()[at..end])?;
        let range = at..at + found.len;
        let n_words = range.clone().filter(|i| self.words.is_word(*i)).count();
        if n_words < 2 || !self.words.is_capitalised(self.last_word(&range)) && n_words == 2 {
            return None;
        }
        let who = self.best(found.values, at, 0)?;
        Some(WholeName {
            tokens: range,
            genitive: found.genitive,
            who: Who::Roster(who),
        })
    }

    pub(super) fn last_word(&self, range: &Range<usize>) -> usize {
        range
            .clone()
            .rev()
            .find(|i| self.words.is_word(*i))
            .unwrap_or(range.start)
    }

    /// A name by its shape: capitalised words with a given name in front, a title before them, or where
    /// only a name can stand.
    pub(super) fn shaped_name(&mut self, at: usize, sentence: &Range<usize>) -> Option<WholeName> {
        let words = self.words;
        let range = self.capitalised_run(at, sentence.end)?;
        if self.begins_title(at, sentence.end) {
            return None;
        }
        let title = self
            .tables
            .title_before(words, sentence.start, at)
            .is_some();
        let n_words = range
            .clone()
            .filter(|i| words.is_capitalised(*i) && (*i == at || words.word(*i - 1) != "-"))
            .count();
        let last = self.last_word(&range);
        let given = self.roster.given_name(&words.folded()[at]);
        let organisation = self.tables.organisations.contains(&*words.lower[last]);
        let place = self
            .place_at(at)
            .is_some_and(|place| place.tokens.end >= range.end || given.is_none());
        let refused = organisation || place || self.tables.not_names.contains(&*words.lower[last]);
        if n_words < 2 || refused {
            return None;
        }
        let before = (at > sentence.start).then(|| &*words.lower[at - 1]);
        let after_place_word = before.is_some_and(|word| {
            self.tables.before_places.contains(word) || self.tables.definite.contains(word)
        });
        let opening = self.tables.common.contains(&*words.lower[at]);
        if opening {
            return None;
        }
        if !(given.is_some() || title || (before.is_some() && !after_place_word && n_words <= 3)) {
            return None;
        }
        let (name, genitive) = self.plain_name(&range);
        let number = self.others.number(name, given.flatten());
        Some(WholeName {
            tokens: range,
            genitive,
            who: Who::Other(number),
        })
    }

    /// The tokens of a run of capitalised words, with initials, hyphens and particles inside.
    pub(super) fn capitalised_run(&self, at: usize, end: usize) -> Option<Range<usize>> {
        let words = self.words;
        let name_word = |i: usize| {
            i < end
                && words.is_capitalised(i)
                && !(self.taken)(i)
                && !self.tables.not_names.contains(&*words.lower[i])
                && !self.tables.not_names.contains(stem(&words.lower[i]))
                && !self
                    .place_at(i)
                    .is_some_and(|place| place.sort == Sort::Adjective)
        };
        if !name_word(at) {
            return None;
        }
        let mut stop = at + 1;
        loop {
            let initial = words.word(stop - 1).chars().count() == 1;
            // "besøkte Støre København": a place behind a surname is no part of the name.
            let place = self.roster.given_name(&words.folded()[at]).is_none()
                && self
                    .place_at(stop)
                    .is_some_and(|place| place.sort != Sort::Seat);
            if name_word(stop) && !place && words.tokens[stop - 1].kind == TokenKind::Word {
                if self.ends_genitive(stop - 1) && stop - 1 > at {
                    break;
                }
                stop += 1;
            } else if stop + 1 < end && self.leads_on(stop, initial) && words.is_word(stop + 1) {
                let hyphen = words.word(stop) == "-";
                if !hyphen && !name_word(stop + 1) {
                    break;
                }
                stop += 2;
            } else {
                break;
            }
            if stop - at > 9 {
                break;
            }
        }
        Some(at..stop)
    }

    /// Whether a token inside a name leads on to its next word: the full stop of an initial, a hyphen, "van".
    pub(super) fn leads_on(&self, token: usize, after_initial: bool) -> bool {
        match self.words.word(token) {
            "." => after_initial,
            "-" => self.touches(token),
            _ => self.tables.particles.contains(&*self.words.lower[token]),
        }
    }

    pub(super) fn touches(&self, token: usize) -> bool {
        let tokens = &self.words.tokens;
        tokens[token - 1].span.end == tokens[token].span.start
            && tokens[token].span.end == tokens[token + 1].span.start
    }

    pub(super) fn ends_genitive(&self, token: usize) -> bool {
        let word = self.words.word(token);
        word.ends_with("'s") || word.ends_with("’s") || word.ends_with('’') || word.ends_with('\'')
    }

    /// A name as the text has it, without a genitive ending; a bare `s` is taken off where the article also
    /// has the name without it.
    pub(super) fn plain_name(&self, range: &Range<usize>) -> (String, bool) {
        let words = self.words;
        let name = words.span(range.clone()).of(words.text);
        for ending in ["'s", "’s", "'", "’"] {
            if let Some(stem) = name.strip_suffix(ending) {
                return (stem.to_owned(), true);
            }
        }
        let last = self.last_word(range);
        let stem = words.folded()[last]
            .strip_suffix('s')
            .filter(|stem| stem.len() > 2);
        match stem {
            Some(stem) if words.has_folded(stem) => (name[..name.len() - 1].to_owned(), true),
            _ => (name.to_owned(), false),
        }
    }
}
