//! The project file: one SQLite database that holds everything, written before it is shown.
//!
//! Each edit is one transaction: it is in the file whole, or not at all. The file is in write-ahead mode while it is
//! open; SQLite keeps two files beside it then, and takes them away when it is closed.

mod rows;
mod search;
mod upgrade;

use crate::chronology::{ArticleId, Chronology, Edit, EventId, History};
use crate::error::{Error, Result};
use crate::time::Day;
use rows::{Outcome, signed};
use rusqlite::{Connection, OpenFlags, OptionalExtension, TransactionBehavior};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Edits that are read when a project is opened; older ones can no longer be taken back.
const MOST_EDITS: usize = 200;
/// How long another program may hold the file before we give up.
const PATIENCE: Duration = Duration::from_secs(5);

/// An article's text, and what the metadata of its file said.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// The article.
    pub article: ArticleId,
    /// The file it was read from.
    pub path: String,
    /// Headline, if the file has one apart from the text.
    pub title: Option<String>,
    /// Language code, if the file gives one.
    pub language: Option<String>,
    /// Day of publication, if the file gives one.
    pub published: Option<Day>,
    /// The text.
    pub body: String,
}

/// An open project file.
#[derive(Debug)]
pub struct Project {
    path: PathBuf,
    connection: Connection,
    is_read_only: bool,
    /// Held while this program writes: a second one sees it and only reads.
    _lock: Option<File>,
}

impl Project {
    /// Opens a project, or makes one where there is no file. Where another window has it open, it can only be read.
    /// Refuses what is no project, and a project of a later version of the program.
    pub fn open(path: &Path) -> Result<Self> {
        let is_new = !path.exists();
        let refuse = |cause| Error::Project {
            path: path.display().to_string(),
            cause,
        };
        if is_new {
            File::create_new(path).map_err(|cause| refuse(cause.into()))?;
        }
        let lock = lock(path);
        let is_read_only = lock.is_none();
        let mut connection = connect(path, is_read_only).map_err(refuse)?;
        let (application, version) = match upgrade::marks(&connection) {
            Ok(marks) => marks,
            Err(cause) if is_no_database(&cause) => return Err(no_project(path)),
            Err(cause) => return Err(refuse(cause)),
        };
        let is_empty = application == 0 && version == 0 && is_empty(&connection).map_err(refuse)?;
        if application != upgrade::APPLICATION && !is_empty {
            return Err(no_project(path));
        }
        if version > upgrade::VERSION {
            return Err(Error::LaterProject {
                path: path.display().to_string(),
            });
        }
        if !is_read_only {
            prepare(&mut connection, version).map_err(refuse)?;
        }
        Ok(Self {
            path: path.to_owned(),
            connection,
            is_read_only,
            _lock: lock,
        })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether another window writes it.
    pub fn is_read_only(&self) -> bool {
        self.is_read_only
    }

    /// Everything that the file holds.
    pub fn chronology(&self) -> Result<Chronology> {
        rows::chronology(&self.connection).map_err(|cause| self.refuse(cause))
    }

    /// What can be undone and done again.
    pub fn history(&self) -> Result<History> {
        let (done, undone) =
            rows::history(&self.connection, MOST_EDITS).map_err(|cause| self.refuse(cause))?;
        Ok(History::of(done, undone))
    }

    /// Writes an edit, and the texts of the articles that are new in it. Once this returns, it is on the disk.
    pub fn write(&mut self, edit: &Edit, texts: &[Text]) -> Result<()> {
        self.transact(|to| {
            rows::put_texts(texts, to)?;
            rows::apply(edit, to)?;
            rows::push(edit, to)
        })
    }

    /// Takes the last edit back, of which `inverse` is the inverse.
    pub fn undo(&mut self, inverse: &Edit) -> Result<()> {
        self.transact(|to| {
            rows::apply(inverse, to)?;
            rows::mark(true, to)
        })
    }

    /// Carries out again what was undone last.
    pub fn redo(&mut self, edit: &Edit) -> Result<()> {
        self.transact(|to| {
            rows::apply(edit, to)?;
            rows::mark(false, to)
        })
    }

    /// An article's text.
    pub fn text(&self, article: ArticleId) -> Result<Text> {
        let read = || -> Outcome<Text> {
            let mut statement = self.connection.prepare_cached(
                "SELECT path, title, language, published, body FROM text WHERE article = ?1",
            )?;
            Ok(statement.query_row([signed(article)], |row| {
                Ok(Text {
                    article,
                    path: row.get(0)?,
                    title: row.get(1)?,
                    language: row.get(2)?,
                    published: row.get::<_, Option<i64>>(3)?.map(Day::from_number),
                    body: row.get(4)?,
                })
            })?)
        };
        read().map_err(|cause| self.refuse(cause))
    }

    /// The events whose title, people, place or quotation hold every word of what was typed, the best first.
    pub fn find_events(&self, typed: &str, most: usize) -> Result<Vec<EventId>> {
        search::events(&self.connection, typed, most).map_err(|cause| self.refuse(cause))
    }

    /// Something remembered with the project, by name.
    pub fn setting(&self, name: &str) -> Result<Option<String>> {
        let sql = "SELECT value FROM setting WHERE name = ?1";
        let value = self.connection.query_row(sql, [name], |row| row.get(0));
        value.optional().map_err(|cause| self.refuse(cause.into()))
    }

    /// Remembers something with the project.
    pub fn set(&mut self, name: &str, value: &str) -> Result<()> {
        self.transact(|to| {
            to.execute(
                "INSERT OR REPLACE INTO setting (name, value) VALUES (?1, ?2)",
                [name, value],
            )?;
            Ok(())
        })
    }

    /// Whether SQLite finds the file sound.
    pub fn is_sound(&self) -> Result<bool> {
        let check = "PRAGMA integrity_check";
        let said = self
            .connection
            .query_row(check, [], |row| row.get::<_, String>(0));
        said.map(|said| said == "ok")
            .map_err(|cause| self.refuse(cause.into()))
    }

    fn transact(
        &mut self,
        change: impl FnOnce(&rusqlite::Transaction) -> Outcome<()>,
    ) -> Result<()> {
        if self.is_read_only {
            return Err(Error::ReadOnly {
                path: self.path.display().to_string(),
            });
        }
        let path = self.path.display().to_string();
        let change = || -> Outcome<()> {
            let behavior = TransactionBehavior::Immediate;
            let transaction = self.connection.transaction_with_behavior(behavior)?;
            change(&transaction)?;
            Ok(transaction.commit()?)
        };
        change().map_err(|cause| Error::NotKept { path, cause })
    }

    fn refuse(&self, cause: crate::error::Cause) -> Error {
        Error::Project {
            path: self.path.display().to_string(),
            cause,
        }
    }
}

fn connect(path: &Path, is_read_only: bool) -> Outcome<Connection> {
    let access = match is_read_only {
        true => OpenFlags::SQLITE_OPEN_READ_ONLY,
        false => OpenFlags::SQLITE_OPEN_READ_WRITE,
    };
    let connection = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(PATIENCE)?;
    Ok(connection)
}

fn no_project(path: &Path) -> Error {
    Error::NoProject {
        path: path.display().to_string(),
    }
}

/// Whether SQLite says that the file is none of its own.
fn is_no_database(cause: &crate::error::Cause) -> bool {
    let said = cause.downcast_ref::<rusqlite::Error>();
    said.and_then(rusqlite::Error::sqlite_error_code) == Some(rusqlite::ErrorCode::NotADatabase)
}

fn is_empty(connection: &Connection) -> Outcome<bool> {
    let sql = "SELECT count(*) FROM sqlite_schema";
    Ok(connection.query_row(sql, [], |row| row.get::<_, i64>(0))? == 0)
}

/// Makes a file that is ours ready to be written: only now is anything in it changed.
fn prepare(connection: &mut Connection, version: i64) -> Outcome<()> {
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    if version < upgrade::VERSION {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        upgrade::upgrade(version, &transaction)?;
        transaction.commit()?;
    }
    Ok(())
}

/// Takes the lock of the program that writes; nothing if another has it. It is apart from SQLite's own locks, which
/// are for the length of a transaction. On Windows such a lock would keep SQLite itself out, so there is none.
fn lock(path: &Path) -> Option<File> {
    let file = File::open(path).ok()?;
    if cfg!(windows) {
        return Some(file);
    }
    match file.try_lock() {
        Ok(()) => Some(file),
        Err(std::fs::TryLockError::WouldBlock) => None,
        // A file system without locks: two windows are then kept apart by SQLite alone.
        Err(std::fs::TryLockError::Error(_)) => Some(file),
    }
}
