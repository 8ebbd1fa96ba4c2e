//! Finds phrases of several words in one walk over the words of a text, the longest first.

use super::sieve::Sieve;
use super::{Span, fold, tokens};
use rustc_hash::FxHashMap;

/// A phrase's words in small letters: how a language's own words are looked up.
pub fn lower_words(phrase: &str) -> Vec<String> {
    each_word(phrase, str::to_lowercase)
}

/// A phrase's words without case and accents: how names are looked up.
pub fn folded_words(phrase: &str) -> Vec<String> {
    each_word(phrase, fold)
}

fn each_word(phrase: &str, form: impl Fn(&str) -> String) -> Vec<String> {
    let mut words = Vec::new();
    tokens(phrase, Span::new(0, phrase.len()), &mut words);
    words
        .into_iter()
        .map(|token| form(token.of(phrase)))
        .collect()
}

/// A set of phrases, each with its values, matched word by word. What makes two words equal is the
/// caller's: both the phrases and the text are given as words already folded or put in small letters.
#[derive(Debug)]
pub struct Phrases<T> {
    /// Of the words with which phrases begin.
    sieve: Sieve,
    /// Numbers of all words that occur in phrases.
    words: FxHashMap<Box<str>, u32>,
    /// Where a word leads from a node; node 0 is the beginning.
    next: FxHashMap<(u32, u32), u32>,
    values: Vec<Vec<T>>,
}

/// A phrase found at a place.
#[derive(Debug)]
pub struct Found<'a, T> {
    /// Number of words it covers.
    pub len: usize,
    /// The values of the phrase.
    pub values: &'a [T],
    /// Whether the last word carries a genitive ending.
    pub genitive: bool,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self {
            sieve: Sieve::default(),
            words: FxHashMap::default(),
            next: FxHashMap::default(),
            values: vec![Vec::new()],
        }
    }
}

impl<T: PartialEq> Phrases<T> {
    /// Adds a phrase. One without words is left out; the same value is kept once.
    pub fn insert<'w>(&mut self, words: impl IntoIterator<Item = &'w str>, value: T) {
        let mut node = 0;
        for word in words.into_iter().filter(|word| !joins(word)) {
            if node == 0 {
                self.sieve.add(word);
            }
            let word = match self.words.get(word) {
                Some(known) => *known,
                None => {
                    let number = self.words.len() as u32;
                    self.words.insert(word.into(), number);
                    number
                }
            };
            let new = self.values.len() as u32;
            let next = *self.next.entry((node, word)).or_insert(new);
            if next == new {
                self.values.push(Vec::new());
            }
            node = next;
        }
        let values = &mut self.values[node as usize];
        if node != 0 && !values.contains(&value) {
            values.push(value);
        }
    }
}

impl<T> Phrases<T> {
    /// The longest phrase that begins with the first of `words`. The last word of the phrase may carry one
    /// of the genitive endings `s`, `'s`, `'` if `genitive` allows. Hyphens and full stops between words
    /// are passed over.
    #[inline]
    pub fn longest<S: AsRef<str>>(&self, words: &[S], genitive: bool) -> Option<Found<'_, T>> {
        let first = words.first()?.as_ref();
        let stem = || without_genitive(first).is_some_and(|stem| self.sieve.lets_through(stem));
        if self.sieve.lets_through(first) || genitive && stem() {
            self.walk(words, genitive)
        } else {
            None
        }
    }

    fn walk<S: AsRef<str>>(&self, words: &[S], genitive: bool) -> Option<Found<'_, T>> {
        let mut best = None;
        let mut node = 0;
        for (at, word) in words.iter().enumerate() {
            let word = word.as_ref();
            if joins(word) && at > 0 {
                continue;
            }
            if genitive && let Some(stem) = without_genitive(word) {
                let next = self.step(node, stem);
                self.offer(next, at, true, &mut best);
            }
            let Some(next) = self.step(node, word) else {
                break;
            };
            self.offer(Some(next), at, false, &mut best);
            node = next;
        }
        best
    }

    fn step(&self, node: u32, word: &str) -> Option<u32> {
        self.next.get(&(node, *self.words.get(word)?)).copied()
    }

    fn offer<'a>(
        &'a self,
        node: Option<u32>,
        at: usize,
        genitive: bool,
        best: &mut Option<Found<'a, T>>,
    ) {
        let values = node.map_or(&[][..], |node| &self.values[node as usize]);
        if !values.is_empty() {
            *best = Some(Found {
                len: at + 1,
                values,
                genitive,
            });
        }
    }
}

fn joins(word: &str) -> bool {
    matches!(word, "-" | "." | "‑")
}

fn without_genitive(word: &str) -> Option<&str> {
    // Nearly all words are told by their last byte, here of `s`, `'` and `’`.
    if !matches!(word.as_bytes().last(), Some(b's' | b'\'' | 0x99)) {
        return None;
    }
    ["'s", "’s", "s", "'", "’"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending))
        .filter(|stem| stem.len() > 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_wins_and_genitives_are_seen() {
        let mut phrases = Phrases::default();
        phrases.insert(["kim"], 1);
        phrases.insert(["kim", "jong", "-", "un"], 2);
        phrases.insert(["nord", "korea"], 3);
        let check = |words: &[&str], want: Option<(usize, i32, bool)>| {
            let found = phrases
                .longest(words, true)
                .map(|f| (f.len, f.values[0], f.genitive));
            assert_eq!(found, want, "{words:?}");
        };
        check(&["kim", "jong", "-", "un", "kom"], Some((4, 2, false)));
        check(&["kim", "jong", "un"], Some((3, 2, false)));
        check(&["kims", "far"], Some((1, 1, true)));
        check(&["nord", "-", "koreas"], Some((3, 3, true)));
        check(&["nord", "og"], None);
        check(&["kim", "."], Some((1, 1, false)));
    }
}
