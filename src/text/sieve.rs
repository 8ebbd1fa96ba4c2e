//! Sets of words that most words of a text are refused by at a glance.

use rustc_hash::FxHashSet;
use std::borrow::Borrow;
use std::hash::Hash;

/// Refuses most words that a set does not have, by their length and three of their bytes.
#[derive(Clone, Debug)]
pub(super) struct Sieve([u64; 64]);

impl Default for Sieve {
    fn default() -> Self {
        Self([0; 64])
    }
}

impl Sieve {
    pub fn add(&mut self, word: &str) {
        let (row, bit) = Self::place(word.as_bytes());
        self.0[row] |= bit;
    }

    /// Whether a word may be of the set.
    #[inline]
    pub fn lets_through(&self, word: &str) -> bool {
        let (row, bit) = Self::place(word.as_bytes());
        self.0[row] & bit != 0
    }

    #[inline]
    fn place(word: &[u8]) -> (usize, u64) {
        let (first, second, last) = match word {
            [] => (0, 0, 0),
            [only] => (*only, 0, *only),
            [first, second, ..] => (*first, *second, word[word.len() - 1]),
        };
        let sign = u32::from_le_bytes([first, second, last, word.len() as u8]);
        // Knuth's multiplier spreads the four bytes over the upper twelve bits.
        let mixed = sign.wrapping_mul(2_654_435_761) >> 20;
        ((mixed >> 6) as usize, 1 << (mixed & 63))
    }
}

/// A set of words.
#[derive(Clone, Debug)]
pub struct WordSet<W> {
    sieve: Sieve,
    words: FxHashSet<W>,
}

impl<W: Borrow<str> + Eq + Hash> WordSet<W> {
    /// Whether there are no words in it.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether a word is in the set.
    #[inline]
    pub fn contains<Q: AsRef<str> + ?Sized>(&self, word: &Q) -> bool {
        let word = word.as_ref();
        self.sieve.lets_through(word) && self.words.contains(word)
    }
}

impl<W> Default for WordSet<W> {
    fn default() -> Self {
        Self {
            sieve: Sieve::default(),
            words: FxHashSet::default(),
        }
    }
}

impl<W: Borrow<str> + Eq + Hash> Extend<W> for WordSet<W> {
    fn extend<I: IntoIterator<Item = W>>(&mut self, words: I) {
        for word in words {
            self.sieve.add(word.borrow());
            self.words.insert(word);
        }
    }
}

impl<W: Borrow<str> + Eq + Hash> FromIterator<W> for WordSet<W> {
    fn from_iter<I: IntoIterator<Item = W>>(words: I) -> Self {
        let mut set = Self::default();
        set.extend(words);
        set
    }
}

impl<W> IntoIterator for WordSet<W> {
    type Item = W;
    type IntoIter = std::collections::hash_set::IntoIter<W>;

    fn into_iter(self) -> Self::IntoIter {
        self.words.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_its_words_and_no_others() {
        let words = [
            "",
            "i",
            "å",
            "en",
            "og",
            "etter",
            "ikke",
            "utenriksministeren",
        ];
        let set: WordSet<String> = words.into_iter().map(String::from).collect();
        assert!(words.iter().all(|word| set.contains(word)));
        assert!(
            ["ei", "o", "efter", "ikkje"]
                .iter()
                .all(|word| !set.contains(word))
        );
    }
}
