//! One reader per input format: bytes in, an [`Article`] out.
//!
//! To add a format, write its file with a `READER` and put it into [`READERS`].

mod decode;
mod front_matter;
mod html;
mod markdown;
mod plain;

use crate::error::{Error, Result};
use crate::time::Day;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// An article as it was read: its plain text, and what the format's metadata said.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Article {
    /// The file it came from, or a name for pasted text.
    pub path: String,
    /// Headline, if the format has one apart from the text.
    pub title: Option<String>,
    /// Plain text; for a text file the file as it is, line ends included.
    pub text: String,
    /// Language code, if the metadata gives one.
    pub language: Option<String>,
    /// Day of publication, if the metadata gives one.
    pub published: Option<Day>,
}

impl Article {
    /// A hash of the text (FNV-1a, 64 bits), the same on every machine and in every version.
    pub fn fingerprint(&self) -> u64 {
        self.text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        })
    }
}

/// An input format.
#[derive(Clone, Copy, Debug)]
pub struct Reader {
    /// Its name, as people write it: "Markdown".
    pub name: &'static str,
    /// How its files end, without the dot.
    pub extensions: &'static [&'static str],
    /// Whether a text is of this format, whatever its file is called.
    pub sniff: fn(&str) -> bool,
    /// Reads the decoded text.
    pub read: fn(&str, &str) -> Result<Article>,
}

/// The formats there are. Plain text, which everything is, stands last.
pub const READERS: &[Reader] = &[html::READER, markdown::READER, plain::READER];

/// The largest file that is read, in megabytes: an article is some kilobytes, a book a few megabytes.
const MOST_MB: u64 = 64;
/// Folders within folders deeper than this are left alone.
const DEEPEST: usize = 32;

/// Reads one file.
pub fn read(path: &Path) -> Result<Article> {
    let name = path.display().to_string();
    let unreadable = |cause: std::io::Error| match cause.kind() {
        std::io::ErrorKind::NotFound => Error::NotFound { path: name.clone() },
        _ => Error::Unreadable {
            path: name.clone(),
            cause: Box::new(cause),
        },
    };
    let size = std::fs::metadata(path).map_err(unreadable)?.len();
    if size > MOST_MB * 1024 * 1024 {
        return Err(Error::TooLarge {
            path: name,
            limit_mb: MOST_MB,
        });
    }
    read_bytes(&name, &std::fs::read(path).map_err(unreadable)?)
}

/// Reads an article from bytes; `path` names it and gives the format by its ending.
pub fn read_bytes(path: &str, bytes: &[u8]) -> Result<Article> {
    let text = decode::decode(path, bytes)?;
    read_text(path, &text)
}

/// Reads an article from text that was pasted or comes down a pipe.
pub fn read_text(path: &str, text: &str) -> Result<Article> {
    let ending = Path::new(path)
        .extension()
        .map(|ending| ending.to_string_lossy().to_lowercase());
    let named = |reader: &&Reader| {
        ending
            .as_deref()
            .is_some_and(|ending| reader.extensions.contains(&ending))
    };
    // A page saved as .txt is a page: what the text shows goes before what the name says.
    let reader = READERS
        .iter()
        .find(|reader| (reader.sniff)(text))
        .or_else(|| READERS.iter().find(named))
        .unwrap_or(&plain::READER);
    let article = (reader.read)(path, text)?;
    if article.text.trim().is_empty() {
        return Err(Error::Empty {
            path: path.to_owned(),
        });
    }
    Ok(article)
}

/// The article files of a path: itself if it is a file; those below it, sorted, if it is a folder. In a
/// folder only files with a known ending count, and nothing hidden.
pub fn find(path: &Path) -> Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = Vec::new();
    let mut seen = BTreeSet::new();
    walk(path, 0, &mut seen, &mut files)?;
    files.sort();
    if files.is_empty() {
        return Err(Error::NothingInFolder {
            path: path.display().to_string(),
        });
    }
    Ok(files)
}

fn walk(
    folder: &Path,
    depth: usize,
    seen: &mut BTreeSet<PathBuf>,
    files: &mut Vec<PathBuf>,
) -> Result<()> {
    let unreadable = |cause: std::io::Error| Error::Unreadable {
        path: folder.display().to_string(),
        cause: Box::new(cause),
    };
    // A link back to a folder above must not be followed for ever.
    if depth > DEEPEST || !seen.insert(folder.canonicalize().map_err(unreadable)?) {
        return Ok(());
    }
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let hidden = path
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if hidden {
            continue;
        }
        if path.is_dir() {
            walk(&path, depth + 1, seen, files)?;
        } else if is_known(&path) {
            files.push(path);
        }
    }
    Ok(())
}

fn is_known(path: &Path) -> bool {
    let Some(ending) = path.extension() else {
        return false;
    };
    let ending = ending.to_string_lossy().to_lowercase();
    READERS
        .iter()
        .any(|reader| reader.extensions.contains(&ending.as_str()))
}

/// The date part of a date or moment in ISO 8601, if the calendar has it.
fn day_of(text: &str) -> Option<Day> {
    text.trim().get(..10)?.parse().ok()
}

/// The code of a language tag: "nb" of "nb-NO".
fn language_code(tag: &str) -> Option<String> {
    let code = tag.trim().split(['-', '_']).next()?.to_lowercase();
    let code = if code == "no" { "nb".to_owned() } else { code };
    (2..=3).contains(&code.len()).then_some(code)
}
