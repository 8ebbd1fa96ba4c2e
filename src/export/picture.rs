//! The picture to export when no window says what is in view.

use super::MOST_PX;
use crate::chronology::{Chronology, PersonId};
use crate::error::{Error, Result};
use crate::layout::{self, Choice, Index, Layout, Roll, Viewport};
use crate::scene::{Scene, Theme, draw};
use crate::time::Interval;
use crate::words::Interface;
use std::sync::Arc;

/// What to draw.
#[derive(Clone, Debug)]
pub struct Picture<'a> {
    /// Width in pixels.
    pub width_px: u32,
    /// Height in pixels, if the tracks fit into it folded; as high as they need, if not given.
    pub height_px: Option<u32>,
    /// Colours.
    pub theme: &'a Theme,
    /// Persons with a track, whose events alone are drawn; the leaders and everything, if not given.
    pub people: Option<Vec<PersonId>>,
    /// The stretch of time to show; an open side goes as far as the events do.
    pub time: Interval,
    /// Whether empty years keep their length.
    pub true_scale: bool,
    /// Language of the picture's words.
    pub interface: Interface,
}

/// Draws a chronology for export.
pub fn picture(chronology: &Chronology, picture: &Picture) -> Result<Scene> {
    let roll = Arc::new(Roll::new(chronology));
    let mut choice = Choice {
        tracks: picture
            .people
            .clone()
            .unwrap_or_else(|| layout::order_tracks(chronology, &roll)),
        only_tracks: picture.people.is_some(),
        ..Choice::default()
    };
    if chronology.events().len() == 0 {
        return Err(Error::NothingToDraw);
    }
    let given = picture.height_px.unwrap_or(0);
    check_size(picture.width_px, given)?;
    let width = f64::from(picture.width_px);
    let index = Index::new(roll, &choice);
    let scale = index.scale(picture.time, picture.true_scale);
    let left = layout::left_px(&index, width);
    let mut viewport = Viewport::fit(&scale, left, width, f64::from(given));
    if picture.time != Interval::UNKNOWN {
        let whole = viewport.interval(&scale);
        viewport.show(picture.time.intersection(whole).unwrap_or(whole), &scale);
    }
    let lay_out = |choice: &Choice, viewport: &Viewport| {
        layout::lay_out(
            chronology,
            &index,
            choice,
            &scale,
            viewport,
            picture.interface,
            None,
        )
    };
    let mut layout = lay_out(&choice, &viewport);
    let is_cut = |layout: &Layout| layout.top_px + layout.content_px > viewport.height_px + 0.5;
    if picture.height_px.is_some() && is_cut(&layout) {
        // Thin rows say less, but a picture that is cut says nothing of who was left out.
        choice.collapsed = choice.tracks.iter().cloned().collect();
        layout = lay_out(&choice, &viewport);
    }
    if is_cut(&layout) {
        viewport.height_px = (layout.top_px + layout.content_px).ceil();
        check_size(picture.width_px, viewport.height_px as u32)?;
        layout = lay_out(&choice, &viewport);
    }
    Ok(draw(&layout, picture.theme).described(chronology, picture.interface))
}

fn check_size(width: u32, height: u32) -> Result<()> {
    if width > MOST_PX || height > MOST_PX {
        return Err(Error::PictureTooLarge { width, height });
    }
    Ok(())
}
