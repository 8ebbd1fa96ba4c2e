//! Things to rows and back.

use super::Text;
use crate::chronology::{Article, ArticleId, Chronology, Correction, Edit, Event, EventId, Person};
use crate::text::search_key;
use crate::time::Day;
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What rusqlite and serde say; the caller knows what was tried on which file.
pub(super) type Outcome<T> = Result<T, crate::error::Cause>;

/// Fingerprints are unsigned, SQLite's numbers are signed: the bits are the same.
pub(super) fn signed(id: ArticleId) -> i64 {
    id.0.cast_signed()
}

fn json(what: &impl Serialize) -> Outcome<String> {
    Ok(serde_json::to_string(what)?)
}

fn all<T: DeserializeOwned>(connection: &Connection, sql: &str) -> Outcome<Vec<T>> {
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    let mut things = Vec::new();
    while let Some(row) = rows.next()? {
        things.push(serde_json::from_str(row.get_ref(0)?.as_str()?)?);
    }
    Ok(things)
}

/// Everything that the file holds.
pub(super) fn chronology(connection: &Connection) -> Outcome<Chronology> {
    let articles: Vec<Article> = all(connection, "SELECT what FROM article")?;
    let persons: Vec<Person> = all(connection, "SELECT what FROM person")?;
    let events: Vec<Event> = all(connection, "SELECT what FROM event")?;
    let corrections: Vec<Correction> = all(connection, "SELECT what FROM correction")?;
    Ok(Chronology::of(articles, persons, events, corrections))
}

/// An edit larger than this, in bytes, is not kept: neither it nor what came before can be undone after a restart.
const MOST_EDIT: usize = 64 << 20;

/// The latest edits that can be taken back and carried out again, what is next last.
pub(super) fn history(connection: &Connection, most: usize) -> Outcome<(Vec<Edit>, Vec<Edit>)> {
    let latest = |sql: &str| -> Outcome<Vec<Edit>> {
        let mut statement = connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        let mut edits = Vec::new();
        while let Some(row) = rows.next()? {
            match row.get_ref(0)?.as_str()? {
                "" => break,
                what if edits.len() < most => edits.push(serde_json::from_str(what)?),
                _ => break,
            }
        }
        edits.reverse();
        Ok(edits)
    };
    let done = latest("SELECT what FROM edit WHERE undone = 0 ORDER BY number DESC")?;
    let undone = latest("SELECT what FROM edit WHERE undone = 1 ORDER BY number")?;
    Ok((done, undone))
}

/// Keeps the texts of articles.
pub(super) fn put_texts(texts: &[Text], to: &Transaction) -> Outcome<()> {
    for text in texts {
        to.prepare_cached(
            "INSERT OR REPLACE INTO text (article, path, title, language, published, body)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            signed(text.article),
            text.path,
            text.title,
            text.language,
            text.published.map(Day::number),
            text.body,
        ])?;
    }
    Ok(())
}

/// Carries out an edit on the tables of what there is.
pub(super) fn apply(edit: &Edit, to: &Transaction) -> Outcome<()> {
    for article in &edit.articles.before {
        to.prepare_cached("DELETE FROM article WHERE id = ?1")?
            .execute([signed(article.id)])?;
    }
    for article in &edit.articles.after {
        to.prepare_cached("INSERT OR REPLACE INTO article (id, what) VALUES (?1, ?2)")?
            .execute(params![signed(article.id), json(article)?])?;
    }
    for person in &edit.persons.before {
        to.prepare_cached("DELETE FROM person WHERE id = ?1")?
            .execute([person.id.as_str()])?;
    }
    for person in &edit.persons.after {
        to.prepare_cached("INSERT OR REPLACE INTO person (id, what) VALUES (?1, ?2)")?
            .execute(params![person.id.as_str(), json(person)?])?;
    }
    for event in &edit.events.before {
        remove_event(event.id, to)?;
    }
    for event in &edit.events.after {
        add_event(event, to)?;
    }
    for correction in &edit.corrections.before {
        to.prepare_cached("DELETE FROM correction WHERE id = ?1")?
            .execute([correction.id.0])?;
    }
    for correction in &edit.corrections.after {
        to.prepare_cached("INSERT OR REPLACE INTO correction (id, what) VALUES (?1, ?2)")?
            .execute(params![correction.id.0, json(correction)?])?;
    }
    Ok(())
}

fn remove_event(id: EventId, to: &Transaction) -> Outcome<()> {
    let key = params![signed(id.article), id.start, id.n];
    let number: Option<i64> = to
        .prepare_cached("SELECT number FROM event WHERE article = ?1 AND start = ?2 AND n = ?3")?
        .query_row(key, |row| row.get(0))
        .optional()?;
    if let Some(number) = number {
        to.prepare_cached("DELETE FROM event_words WHERE rowid = ?1")?
            .execute([number])?;
        to.prepare_cached("DELETE FROM event WHERE number = ?1")?
            .execute([number])?;
    }
    Ok(())
}

fn add_event(event: &Event, to: &Transaction) -> Outcome<()> {
    let EventId { article, start, n } = event.id;
    to.prepare_cached("INSERT INTO event (article, start, n, what) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![signed(article), start, n, json(event)?])?;
    let number = to.last_insert_rowid();
    let mut people = String::new();
    for id in &event.participants {
        let name: Option<String> = to
            .prepare_cached("SELECT what ->> 'name' FROM person WHERE id = ?1")?
            .query_row([id.as_str()], |row| row.get(0))
            .optional()?;
        people.push_str(name.as_deref().unwrap_or(id.as_str()));
        people.push(' ');
    }
    let quotes: Vec<&str> = event
        .sources
        .iter()
        .map(|source| source.quote.as_str())
        .collect();
    let place = event.place.as_ref().map_or("", |place| place.name.as_str());
    to.prepare_cached(
        "INSERT INTO event_words (rowid, title, people, place, quote) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![
        number,
        search_key(&event.title),
        search_key(&people),
        search_key(place),
        search_key(&quotes.join(" ")),
    ])?;
    Ok(())
}

/// Remembers an edit that was carried out; what had been undone is forgotten.
pub(super) fn push(edit: &Edit, to: &Transaction) -> Outcome<()> {
    to.execute("DELETE FROM edit WHERE undone = 1", [])?;
    let what = json(edit)?;
    let kept = if what.len() > MOST_EDIT { "" } else { &what };
    to.prepare_cached("INSERT INTO edit (what) VALUES (?1)")?
        .execute([kept])?;
    Ok(())
}

/// Marks the last edit as undone, or the first undone one as carried out again.
pub(super) fn mark(is_undo: bool, to: &Transaction) -> Outcome<()> {
    let sql = match is_undo {
        true => {
            "UPDATE edit SET undone = 1 WHERE number = (SELECT max(number) FROM edit WHERE undone = 0)"
        }
        false => {
            "UPDATE edit SET undone = 0 WHERE number = (SELECT min(number) FROM edit WHERE undone = 1)"
        }
    };
    to.execute(sql, [])?;
    Ok(())
}
