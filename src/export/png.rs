//! PNG: the SVG, drawn by resvg with the bundled font.

use super::{Format, MOST_PX, Writer, svg};
use crate::error::{Error, Result};
use crate::font;
use crate::scene::{Scene, Shape};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// The format.
pub(super) const FORMAT: Format = Format {
    name: "PNG",
    extension: "png",
    writer: Writer::Picture(write),
};

fn write(scene: &Scene, scale: f64) -> Result<Vec<u8>> {
    let pixels = |length: f64| (length * scale).round().max(1.0);
    let (width, height) = (pixels(scene.width), pixels(scene.height));
    let most = f64::from(MOST_PX);
    let too_large = || Error::PictureTooLarge {
        width: width as u32,
        height: height as u32,
    };
    if !(scale.is_finite() && width <= most && height <= most) {
        return Err(too_large());
    }
    let mut pixmap = Pixmap::new(width as u32, height as u32).ok_or_else(too_large)?;
    let tree = Tree::from_str(&svg::write(scene), &options(scene)).map_err(unwritable)?;
    let transform = Transform::from_scale(scale as f32, scale as f32);
    resvg::render(&tree, transform, &mut pixmap.as_mut());
    pixmap.encode_png().map_err(unwritable)
}

/// The bundled font; the system's too when the picture has a character that the bundled one lacks.
fn options(scene: &Scene) -> Options<'static> {
    let mut options = Options {
        font_family: font::FAMILY.to_owned(),
        ..Options::default()
    };
    let fonts = options.fontdb_mut();
    for file in font::FILES {
        fonts.load_font_data(file.bytes.to_vec());
    }
    let is_covered = |shape: &Shape| match shape {
        Shape::Text { text, .. } => font::covers(text),
        _ => true,
    };
    if !scene.shapes.iter().all(is_covered) {
        fonts.load_system_fonts();
    }
    options
}

fn unwritable(cause: impl std::error::Error + Send + Sync + 'static) -> Error {
    Error::Unwritable {
        path: "PNG".to_owned(),
        cause: Box::new(cause),
    }
}
