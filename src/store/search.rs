//! Full-text search. Text and question are folded alike by the program; SQLite sees plain words.

use super::rows::Outcome;
use crate::chronology::{ArticleId, EventId};
use crate::text::search_key;
use rusqlite::{Connection, params};

/// A question for FTS5: every word of what was typed, each as the beginning of one. Nothing where there is no word.
fn question(typed: &str) -> Option<String> {
    let folded = search_key(typed);
    let words = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let begun: Vec<String> = words.map(|word| format!("\"{word}\"*")).collect();
    (!begun.is_empty()).then(|| begun.join(" "))
}

/// The events that hold every word, the best first: a word in a title counts more than one in a quotation.
pub(super) fn events(connection: &Connection, typed: &str, most: usize) -> Outcome<Vec<EventId>> {
    let Some(question) = question(typed) else {
        return Ok(Vec::new());
    };
    let mut statement = connection.prepare_cached(
        "SELECT event.article, event.start, event.n FROM event_words
         JOIN event ON event.number = event_words.rowid
         WHERE event_words MATCH ?1
         ORDER BY bm25(event_words, 8.0, 6.0, 4.0, 1.0), event.number LIMIT ?2",
    )?;
    let found = statement.query_map(params![question, most as i64], |row| {
        Ok(EventId {
            article: ArticleId(row.get::<_, i64>(0)?.cast_unsigned()),
            start: row.get(1)?,
            n: row.get(2)?,
        })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}
