//! One reader per input format: bytes in, an [`Article`] out.

use crate::error::Result;
use crate::time::Day;
use std::path::{Path, PathBuf};

/// An article as it was read: its plain text, and what the format's metadata said.
#[derive(Clone, Debug, PartialEq)]
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

/// Reads one file.
pub fn read(path: &Path) -> Result<Article> {
    let _ = path;
    unimplemented!()
}

/// Reads an article from bytes; `path` names it and gives the format by its ending.
pub fn read_bytes(path: &str, bytes: &[u8]) -> Result<Article> {
    let _ = (path, bytes);
    unimplemented!()
}

/// The article files of a path: itself if it is a file; those below it, sorted, if it is a folder.
pub fn find(path: &Path) -> Result<Vec<PathBuf>> {
    let _ = path;
    unimplemented!()
}
