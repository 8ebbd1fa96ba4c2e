//! One writer per output format.
//!
//! A format is a constant in a file of its own and a name in [`FORMATS`]; the save dialog and the
//! command line read that list.

mod csv;
mod json;
mod picture;
mod png;
mod svg;

pub use picture::{Picture, picture};

use crate::chronology::Chronology;
use crate::error::{Error, Result};
use crate::scene::Scene;
use crate::words::Interface;
use std::path::Path;

/// An output format.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// Its name, as people write it: "SVG".
    pub name: &'static str,
    /// How its files end, without the dot.
    pub extension: &'static str,
    /// How it is written.
    pub writer: Writer,
}

/// How a format is written: from the picture, or from the chronology.
#[derive(Clone, Copy, Debug)]
pub enum Writer {
    /// Writes the picture, at so many times its size in pixels where that means something.
    Picture(fn(&Scene, f64) -> Result<Vec<u8>>),
    /// Writes what is in the chronology.
    Data(fn(&Chronology, Interface) -> Result<Vec<u8>>),
}

/// The longest side of a picture, in pixels.
pub const MOST_PX: u32 = 16_000;

/// The formats there are.
pub const FORMATS: &[Format] = &[
    svg::FORMAT,
    png::FORMAT,
    json::FORMAT,
    json::LINES,
    csv::FORMAT,
];

impl Format {
    /// The format that a file's name says.
    pub fn of(path: &Path) -> Result<&'static Self> {
        let ending = path
            .extension()
            .map(|ending| ending.to_string_lossy().to_lowercase());
        FORMATS
            .iter()
            .find(|format| Some(format.extension) == ending.as_deref())
            .ok_or_else(|| Error::UnknownFormat {
                path: path.display().to_string(),
                known: FORMATS
                    .iter()
                    .map(|format| format!(".{}", format.extension))
                    .collect::<Vec<_>>()
                    .join(", "),
            })
    }
}

/// Writes bytes to a file.
pub fn save(path: &Path, bytes: &[u8]) -> Result<()> {
    std::fs::write(path, bytes).map_err(|cause| Error::Unwritable {
        path: path.display().to_string(),
        cause: Box::new(cause),
    })
}
