//! Finds countries and places in a text, in one language.

use super::World;
use crate::lang::Language;
use crate::text::{Phrases, Words, folded_words};
use std::ops::Range;

/// What a name of the gazetteer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A city or site.
    City,
    /// A region, sea or continent.
    Region,
    /// A country or organisation.
    Country,
    /// A place that stands for a government: the Kremlin.
    Seat,
    /// A country's adjective: Russian.
    Adjective,
    /// A country's inhabitants: the Russians.
    People,
}

#[derive(Debug, PartialEq)]
struct Entry {
    sort: Sort,
    country: String,
    id: String,
}

/// The names of countries and places in one language.
#[derive(Debug)]
pub struct Gazetteer {
    names: Phrases<Entry>,
}

/// A place named in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceMention {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it is.
    pub sort: Sort,
    /// Code of its country; empty where it lies in none or in several.
    pub country: String,
    /// The same for all its names, in every language: a country's code, a place's first name in the table.
    pub id: String,
    /// Whether it carries a genitive ending.
    pub genitive: bool,
}

impl Gazetteer {
    /// Indexes the world's names, with the countries' words of `language`.
    pub fn new(world: &World, language: &Language) -> Self {
        let mut gazetteer = Self {
            names: Phrases::default(),
        };
        for (code, words) in &language.countries {
            gazetteer.add(&words.name, Sort::Country, code, code);
            for name in &words.other {
                gazetteer.add(name, Sort::Country, code, code);
            }
            for seat in &words.seats {
                gazetteer.add(seat, Sort::Seat, code, code);
            }
            if let Some(people) = &words.people {
                gazetteer.add(people, Sort::People, code, code);
            }
            if let Some(adjective) = &words.adjective {
                gazetteer.add(adjective, Sort::Adjective, code, code);
                for ending in &language.head.adjective_endings {
                    let form = format!("{adjective}{ending}");
                    gazetteer.add(&form, Sort::Adjective, code, code);
                }
            }
        }
        for place in &world.places {
            let sort = if place.kind == "region" {
                Sort::Region
            } else {
                Sort::City
            };
            for name in [place.name_en, place.name_nb]
                .into_iter()
                .chain(place.aliases.split('|'))
            {
                gazetteer.add(name, sort, place.country, place.name_en);
            }
        }
        gazetteer
    }

    fn add(&mut self, name: &str, sort: Sort, country: &str, id: &str) {
        let words = folded_words(name);
        self.names.insert(
            words.iter().map(String::as_str),
            Entry {
                sort,
                country: country.to_owned(),
                id: id.to_owned(),
            },
        );
    }

    /// The places named in a text, in order. Names need a capital, adjectives and inhabitants do not.
    pub fn find(&self, words: &Words) -> Vec<PlaceMention> {
        let mut found = Vec::new();
        for range in &words.of_sentence {
            let mut at = range.start;
            while at < range.end {
                let Some(phrase) = self.names.longest(&words.folded()[at..range.end], true) else {
                    at += 1;
                    continue;
                };
                let capital = words.is_capitalised(at);
                let fits = |entry: &&Entry| {
                    capital || matches!(entry.sort, Sort::Adjective | Sort::People)
                };
                if let Some(entry) = best(phrase.values.iter().filter(fits)) {
                    // A city of that name in more than one country is in none for certain.
                    let mut countries = phrase
                        .values
                        .iter()
                        .filter(|e| e.sort == entry.sort)
                        .map(|e| &e.country);
                    let certain = countries.all(|country| *country == entry.country);
                    found.push(PlaceMention {
                        tokens: at..at + phrase.len,
                        sort: entry.sort,
                        country: if certain {
                            entry.country.clone()
                        } else {
                            String::new()
                        },
                        id: entry.id.clone(),
                        genitive: phrase.genitive,
                    });
                    at += phrase.len;
                } else {
                    at += 1;
                }
            }
        }
        found
    }
}

/// "Russian" is rather an adjective than a city, "Luxembourg" rather a country than its capital.
fn best<'e>(entries: impl Iterator<Item = &'e Entry>) -> Option<&'e Entry> {
    entries.min_by_key(|entry| match entry.sort {
        Sort::Adjective => 0,
        Sort::Country => 1,
        Sort::City => 2,
        Sort::Region => 3,
        Sort::Seat => 4,
        Sort::People => 5,
    })
}
