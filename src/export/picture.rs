//! The picture to export when no window says what is in view.

use crate::chronology::{Chronology, PersonId};
use crate::error::{Error, Result};
use crate::layout::{self, Choice, Viewport};
use crate::scene::{Scene, Theme, draw};
use crate::time::Interval;
use crate::words::Interface;

/// What to draw.
#[derive(Clone, Debug)]
pub struct Picture<'a> {
    /// Width in pixels.
    pub width_px: u32,
    /// Height in pixels; as high as the tracks need, if not given.
    pub height_px: Option<u32>,
    /// Colours.
    pub theme: &'a Theme,
    /// Persons with a track; the leaders, if not given.
    pub people: Option<Vec<PersonId>>,
    /// The stretch of time to show; an open side goes as far as the events do.
    pub time: Interval,
    /// Whether empty years keep their length.
    pub true_scale: bool,
    /// Language of the picture's words.
    pub interface: Interface,
}

/// The longest side of a picture.
const MOST_PX: u32 = 16_000;

/// Draws a chronology for export.
pub fn picture(chronology: &Chronology, picture: &Picture) -> Result<Scene> {
    let height = picture.height_px.unwrap_or(0);
    if picture.width_px > MOST_PX || height > MOST_PX {
        return Err(Error::PictureTooLarge {
            width: picture.width_px,
            height,
        });
    }
    let choice = Choice {
        tracks: picture
            .people
            .clone()
            .unwrap_or_else(|| layout::order_tracks(chronology)),
        ..Choice::default()
    };
    let width = f64::from(picture.width_px);
    let scale = layout::scale(chronology, &choice, picture.true_scale);
    let left = layout::left_px(chronology, &choice, width);
    let viewport = Viewport::fit(&scale, left, width, f64::from(height));
    let layout = layout::lay_out(
        chronology,
        &choice,
        &scale,
        &viewport,
        picture.interface,
        None,
    );
    Ok(draw(&layout, picture.theme))
}
