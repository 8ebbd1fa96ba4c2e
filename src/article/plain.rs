//! Plain text: the file as it is.

use super::{Article, Reader};
use crate::error::Result;

/// Plain text.
pub(super) const READER: Reader = Reader {
    name: "text",
    extensions: &["txt", "text"],
    sniff: |_| false,
    read,
};

fn read(path: &str, text: &str) -> Result<Article> {
    Ok(Article {
        path: path.to_owned(),
        text: text.to_owned(),
        ..Article::default()
    })
}
