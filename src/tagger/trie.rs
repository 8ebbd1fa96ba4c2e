//! Phrases over the vocabulary's words: the longest one at a place, in one walk.

use super::vocabulary::{UNKNOWN, Vocabulary, WordId};
use crate::text::lower_words;
use rustc_hash::FxHashMap;

/// A set of phrases, each with a value.
#[derive(Debug)]
pub(super) struct Trie<T> {
    next: FxHashMap<(u32, WordId), u32>,
    values: Vec<Option<T>>,
}

impl<T> Default for Trie<T> {
    fn default() -> Self {
        Self {
            next: FxHashMap::default(),
            values: vec![None],
        }
    }
}

impl<T: Copy> Trie<T> {
    /// The phrases of a table, their words put into the vocabulary.
    pub fn new<'a>(
        phrases: impl IntoIterator<Item = (&'a String, T)>,
        words: &mut Vocabulary,
    ) -> Self {
        let mut trie = Self::default();
        for (phrase, value) in phrases {
            let ids: Vec<WordId> = lower_words(phrase)
                .iter()
                .map(|w| words.intern(w))
                .collect();
            trie.insert(&ids, value);
        }
        trie
    }

    fn insert(&mut self, ids: &[WordId], value: T) {
        let mut node = 0;
        for id in ids {
            node = match self.next.get(&(node, *id)) {
                Some(next) => *next,
                None => {
                    self.values.push(None);
                    let next =
                        u32::try_from(self.values.len() - 1).expect("a file has few phrases");
                    self.next.insert((node, *id), next);
                    next
                }
            };
        }
        if node != 0 {
            self.values[node as usize].get_or_insert(value);
        }
    }

    /// The longest phrase at the beginning of `ids`: its value and its length.
    pub fn longest(&self, ids: &[WordId]) -> Option<(T, usize)> {
        let mut best = None;
        let mut node = 0;
        for (at, id) in ids.iter().enumerate() {
            if *id == UNKNOWN {
                break;
            }
            let Some(next) = self.next.get(&(node, *id)) else {
                break;
            };
            node = *next;
            if let Some(value) = self.values[node as usize] {
                best = Some((value, at + 1));
            }
        }
        best
    }

    /// The longest phrase at the end of `ids`.
    pub fn longest_before(&self, ids: &[WordId]) -> Option<(T, usize)> {
        const LONGEST: usize = 6;
        (ids.len().saturating_sub(LONGEST)..ids.len()).find_map(|from| {
            self.longest(&ids[from..])
                .filter(|(_, len)| from + len == ids.len())
        })
    }

    /// The words with which a phrase may begin.
    pub fn starts(&self) -> impl Iterator<Item = WordId> {
        self.next
            .keys()
            .filter(|(node, _)| *node == 0)
            .map(|(_, id)| *id)
    }
}
