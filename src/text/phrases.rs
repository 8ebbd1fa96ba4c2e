//! Finds phrases of several words in one walk over the words of a text, the longest first.

use super::{Span, fold, tokens};
use std::collections::HashMap;

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
    nodes: Vec<Node<T>>,
}

#[derive(Debug)]
struct Node<T> {
    next: HashMap<Box<str>, usize>,
    values: Vec<T>,
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
            nodes: vec![Node {
                next: HashMap::new(),
                values: Vec::new(),
            }],
        }
    }
}

impl<T: PartialEq> Phrases<T> {
    /// Adds a phrase. One without words is left out; the same value is kept once.
    pub fn insert<'w>(&mut self, words: impl IntoIterator<Item = &'w str>, value: T) {
        let mut node = 0;
        for word in words.into_iter().filter(|word| !joins(word)) {
            node = match self.nodes[node].next.get(word) {
                Some(next) => *next,
                None => {
                    self.nodes.push(Node {
                        next: HashMap::new(),
                        values: Vec::new(),
                    });
                    let next = self.nodes.len() - 1;
                    self.nodes[node].next.insert(word.into(), next);
                    next
                }
            };
        }
        if node != 0 && !self.nodes[node].values.contains(&value) {
            self.nodes[node].values.push(value);
        }
    }
}

impl<T> Phrases<T> {
    /// The longest phrase that begins with the first of `words`. The last word of the phrase may carry one
    /// of the genitive endings `s`, `'s`, `'` if `genitive` allows. Hyphens and full stops between words
    /// are passed over.
    pub fn longest<S: AsRef<str>>(&self, words: &[S], genitive: bool) -> Option<Found<'_, T>> {
        let mut best = None;
        let mut node = 0;
        for (at, word) in words.iter().enumerate() {
            let word = word.as_ref();
            if joins(word) && at > 0 {
                continue;
            }
            if genitive && let Some(stem) = without_genitive(word) {
                self.offer(node, stem, at, true, &mut best);
            }
            if self.offer(node, word, at, false, &mut best).is_none() {
                break;
            }
            node = self.nodes[node].next[word];
        }
        best
    }

    fn offer<'a>(
        &'a self,
        node: usize,
        word: &str,
        at: usize,
        genitive: bool,
        best: &mut Option<Found<'a, T>>,
    ) -> Option<()> {
        let next = &self.nodes[*self.nodes[node].next.get(word)?];
        if !next.values.is_empty() {
            *best = Some(Found {
                len: at + 1,
                values: &next.values,
                genitive,
            });
        }
        Some(())
    }
}

fn joins(word: &str) -> bool {
    matches!(word, "-" | "." | "‑")
}

fn without_genitive(word: &str) -> Option<&str> {
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
