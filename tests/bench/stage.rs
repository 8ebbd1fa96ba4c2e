//! A view of a chronology, ready to be laid out.

use std::sync::Arc;
use tidslinje::chronology::Chronology;
use tidslinje::layout::{
    Choice, Index, Layout, Roll, Scale, Viewport, lay_out, left_px, order_tracks,
};
use tidslinje::time::Interval;
use tidslinje::words::Interface;

#[derive(Clone)]
pub struct Stage<'a> {
    pub chronology: &'a Chronology,
    pub choice: Choice,
    pub index: Index,
    pub scale: Scale,
    pub viewport: Viewport,
}

impl<'a> Stage<'a> {
    /// The whole time, in a picture of that size.
    pub fn new(chronology: &'a Chronology, roll: Arc<Roll>, (width, height): (f64, f64)) -> Self {
        let choice = Choice {
            tracks: order_tracks(chronology, &roll),
            ..Choice::default()
        };
        let index = Index::new(roll, &choice);
        let scale = index.scale(Interval::UNKNOWN, false);
        let viewport = Viewport::fit(&scale, left_px(&index, width), width, height);
        Self {
            chronology,
            choice,
            index,
            scale,
            viewport,
        }
    }

    pub fn lay_out(&self, before: Option<&Layout>) -> Layout {
        lay_out(
            self.chronology,
            &self.index,
            &self.choice,
            &self.scale,
            &self.viewport,
            Interface::FALLBACK,
            before,
        )
    }
}
