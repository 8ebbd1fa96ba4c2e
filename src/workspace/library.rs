//! The articles' texts, and what was found in them on each date tried.

use crate::article;
use crate::chronology::{Article, ArticleId, Chronology, Correction, PublishedFrom};
use crate::extract::{self, Extraction, Given, Knowledge};
use crate::store::Text;
use crate::tagger::{self, AnchorUse, Mode};
use crate::text::sentences;
use crate::time::{Day, Granularity};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// An article with what was found in it.
#[derive(Debug)]
pub(super) struct Reading {
    article: article::Article,
    given: Option<Day>,
    extraction: Extraction,
}

impl Reading {
    /// Reads an article, with the date that the user gives it.
    pub fn new(article: article::Article, given: Option<Day>, knowledge: &Knowledge) -> Self {
        let extraction = extract::extract(
            &article,
            Given {
                published: given,
                language: None,
            },
            knowledge,
        );
        Self {
            article,
            given,
            extraction,
        }
    }

    /// The article that was read.
    pub fn article(&self) -> ArticleId {
        self.extraction.article.id
    }
}

/// Texts by article, and extractions by article and given date. Nothing is ever taken out, so that undo
/// finds everything again.
#[derive(Debug, Default)]
pub(super) struct Library {
    texts: BTreeMap<ArticleId, article::Article>,
    readings: BTreeMap<(ArticleId, Option<Day>), Extraction>,
}

impl Library {
    /// Keeps what was read; gives the articles, each once.
    pub fn add(&mut self, read: Vec<Reading>) -> Vec<Article> {
        let mut added = BTreeMap::new();
        for reading in read {
            let id = reading.extraction.article.id;
            added.insert(id, reading.extraction.article.clone());
            self.texts.insert(id, reading.article);
            self.readings
                .insert((id, reading.given), reading.extraction);
        }
        added.into_values().collect()
    }

    /// Takes in a text that was read before.
    pub fn put(&mut self, id: ArticleId, article: article::Article) {
        self.texts.insert(id, article);
    }

    /// The texts of these articles, for the project's file.
    pub fn texts(&self, articles: impl Iterator<Item = ArticleId>) -> Vec<Text> {
        let text = |id: ArticleId| {
            let read = self.texts.get(&id)?;
            Some(Text {
                article: id,
                path: read.path.clone(),
                title: read.title.clone(),
                language: read.language.clone(),
                published: read.published,
                body: read.text.clone(),
            })
        };
        articles.filter_map(text).collect()
    }

    pub fn text(&self, article: ArticleId) -> Option<&str> {
        self.texts
            .get(&article)
            .map(|article| article.text.as_str())
    }

    /// The article read again with another date.
    pub fn dated(
        &mut self,
        article: &Article,
        given: Option<Day>,
        knowledge: &Knowledge,
    ) -> Article {
        self.reading(article.id, given, knowledge)
            .map_or(article.clone(), |reading| reading.article.clone())
    }

    fn reading(
        &mut self,
        id: ArticleId,
        given: Option<Day>,
        knowledge: &Knowledge,
    ) -> Option<&Extraction> {
        let text = self.texts.get(&id)?;
        let read = || {
            extract::extract(
                text,
                Given {
                    published: given,
                    language: None,
                },
                knowledge,
            )
        };
        Some(self.readings.entry((id, given)).or_insert_with(read))
    }

    /// The chronology of these articles, each with the date it has, and of these corrections.
    pub fn merge(
        &mut self,
        articles: &[Article],
        corrections: &[Correction],
        knowledge: &Knowledge,
    ) -> Chronology {
        let given = |article: &Article| {
            article
                .published
                .filter(|_| article.published_from == PublishedFrom::Given)
        };
        let missing: Vec<(ArticleId, Option<Day>)> = articles
            .iter()
            .map(|article| (article.id, given(article)))
            .filter(|key| !self.readings.contains_key(key))
            .collect();
        let texts = &self.texts;
        let read: Vec<_> = missing
            .into_par_iter()
            .filter_map(|(id, published)| {
                let given = Given {
                    published,
                    language: None,
                };
                let text = texts.get(&id)?;
                Some(((id, published), extract::extract(text, given, knowledge)))
            })
            .collect();
        self.readings.extend(read);
        let found: Vec<Extraction> = articles
            .iter()
            .filter_map(|article| self.readings.get(&(article.id, given(article))).cloned())
            .collect();
        extract::corrected(&found, corrections)
    }

    /// A day as people write it, in any of the languages: "25. april 2019", "2019-04-25".
    pub fn date(&self, typed: &str, knowledge: &Knowledge) -> Option<Day> {
        if let Ok(day) = typed.parse() {
            return Some(day);
        }
        knowledge.languages.iter().find_map(|language| {
            let sentences = sentences(typed, &language.head.abbreviations);
            let found = tagger::tag(
                typed,
                &sentences,
                knowledge.tagger(language),
                None,
                Mode::Auto,
            );
            let date = found.into_iter().find(|found| {
                found.anchor == AnchorUse::None && found.granularity <= Granularity::Day
            })?;
            date.interval?.first_day()
        })
    }
}
