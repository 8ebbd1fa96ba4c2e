//! Reads the articles a command was given, on all cores, with a progress bar on a terminal.

use super::arguments::Reading;
use super::{Read, complain, tell};
use crate::article::{self, Article};
use crate::chronology;
use crate::error::{Error, Result};
use crate::extract::{self, Extraction, Given, Knowledge};
use crate::time::Day;
use crate::words::{Interface, Message, say};
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;
use serde::Deserialize;
use std::io::{IsTerminal, Read as _};
use std::path::{Path, PathBuf};

/// Files fewer than this are read before a bar would be seen.
const WORTH_A_BAR: usize = 20;

/// Reads and extracts every article of the paths, in their order. What could not be read is said on
/// standard error, and the rest is done.
pub(super) fn read(
    paths: &[PathBuf],
    reading: &Reading,
    format: &str,
    knowledge: &Knowledge,
) -> Result<Read> {
    let interface = reading.interface()?;
    let given = given(reading, knowledge)?;
    let mut failed = false;
    let mut sources = Vec::new();
    for path in paths {
        if path.as_os_str() == "-" {
            match standard_input(format == "jsonl") {
                Ok(articles) => sources.extend(articles.into_iter().map(Source::Read)),
                Err(error) => {
                    failed = true;
                    complain(&error, interface);
                }
            }
            continue;
        }
        match article::find(path) {
            Ok(files) => sources.extend(files.into_iter().map(Source::File)),
            Err(error) => {
                failed = true;
                complain(&error, interface);
            }
        }
    }
    let bar = bar(sources.len());
    let results: Vec<Result<Extraction>> = sources
        .into_par_iter()
        .map(|source| {
            let article = match source {
                Source::File(path) => article::read(&path),
                Source::Read(article) => article,
            };
            let found = article.map(|article| extract::extract(&article, given, knowledge));
            bar.inc(1);
            found
        })
        .collect();
    bar.finish_and_clear();
    let mut found = Vec::new();
    for result in results {
        match result {
            Ok(extraction) => {
                tell_inferred(&extraction.article, interface);
                found.push(extraction);
            }
            Err(error) => {
                failed = true;
                complain(&error, interface);
            }
        }
    }
    Ok(Read { found, failed })
}

/// Says on standard error that an article's date was inferred, and why.
fn tell_inferred(article: &chronology::Article, interface: Interface) {
    let Some(day) = article.published else {
        return;
    };
    if article.published_why.is_empty() {
        return;
    }
    let head = Message::new("published-inferred")
        .with("path", article.path.as_str())
        .with("date", day);
    tell(&say(&head, interface));
    for step in &article.published_why {
        tell(&format!("  {}", say(step, interface)));
    }
}

enum Source {
    File(PathBuf),
    Read(Result<Article>),
}

/// What the user says of every article.
pub(super) fn given<'a>(reading: &'a Reading, knowledge: &Knowledge) -> Result<Given<'a>> {
    let language = reading.language.as_deref();
    if let Some(code) = language
        && knowledge.languages.find(code).is_none()
    {
        return Err(Error::UnknownLanguage {
            code: code.to_owned(),
        });
    }
    Ok(Given {
        published: reading.published.as_deref().map(date).transpose()?,
        language,
    })
}

/// A day typed by the user.
pub(super) fn date(text: &str) -> Result<Day> {
    text.parse().map_err(|_| Error::BadDate {
        text: text.to_owned(),
    })
}

/// One text, from a file or standard input.
pub(super) fn one(path: &Path) -> Result<Article> {
    if path.as_os_str() == "-" {
        return standard_input(false)?.remove(0);
    }
    article::read(path)
}

const PIPE: &str = "standard input";

fn standard_input(lines: bool) -> Result<Vec<Result<Article>>> {
    let mut bytes = Vec::new();
    std::io::stdin()
        .read_to_end(&mut bytes)
        .map_err(|cause| Error::Unreadable {
            path: PIPE.to_owned(),
            cause: Box::new(cause),
        })?;
    if !lines {
        return Ok(vec![article::read_bytes(PIPE, &bytes)]);
    }
    let text = String::from_utf8_lossy(&bytes);
    let lines = text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty());
    Ok(lines
        .map(|(number, line)| line_article(number + 1, line))
        .collect())
}

/// One article a line, as other programs hand it on.
#[derive(Deserialize)]
struct Line {
    id: Option<String>,
    text: String,
    title: Option<String>,
    published: Option<String>,
    language: Option<String>,
}

fn line_article(number: usize, line: &str) -> Result<Article> {
    let path = format!("{PIPE}, line {number}");
    let line: Line = serde_json::from_str(line).map_err(|cause| Error::Malformed {
        path: path.clone(),
        format: "JSON Lines",
        cause: Box::new(cause),
    })?;
    if line.text.trim().is_empty() {
        return Err(Error::Empty { path });
    }
    Ok(Article {
        path: line.id.unwrap_or(path),
        title: line.title,
        text: line.text,
        language: line.language,
        published: line.published.as_deref().map(date).transpose()?,
    })
}

fn bar(n_files: usize) -> ProgressBar {
    if n_files < WORTH_A_BAR || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{pos}/{len} {wide_bar} {per_sec} {eta}");
    ProgressBar::new(n_files as u64)
        .with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
