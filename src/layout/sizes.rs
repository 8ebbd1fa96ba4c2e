//! Sizes of the picture in pixels, and the few places that depend on its width.

use crate::font::Weight;

/// Height of the axis on top, both tiers.
pub const AXIS_PX: f64 = 52.0;
/// Least width the time needs beside the track heads.
pub const LEAST_TIME_PX: f64 = 240.0;
/// Width of the shelf of events without a date, where there is one.
pub const SHELF_PX: f64 = 84.0;
/// Least side of what can be pointed at.
pub const TARGET_PX: f64 = 24.0;

/// Diameter of a disc.
pub const DISC_PX: f64 = 12.0;
/// Least width of a bar.
pub const LEAST_BAR_PX: f64 = 6.0;
/// A capsule narrower than this becomes a hollow disc.
pub const LEAST_CAPSULE_PX: f64 = 22.0;
/// Height of a bar or capsule.
pub const CAPSULE_PX: f64 = 16.0;
/// Height of the band that says when a leader held office.
pub const BAND_PX: f64 = 26.0;
/// Height of each lane below the main one.
pub const LANE_PX: f64 = 22.0;
/// Lanes of a track, the main one included, where there is room for them.
pub const LANES: usize = 6;
/// Lanes of a track where room is scarce.
pub const LEAST_LANES: usize = 3;

/// Height of a line of labels.
pub const LABEL_LINE_PX: f64 = 17.0;
/// Tracks lower than this show no marks, only how much there is.
pub const STRIP_PX: f64 = 14.0;
/// Height of a collapsed track.
pub const COLLAPSED_PX: f64 = 30.0;
/// Least height of an open track: room for the three lines of its head.
pub const LEAST_TRACK_PX: f64 = 58.0;
/// A track does not grow higher than this to fill the picture.
pub const MOST_TRACK_PX: f64 = 116.0;

/// Text of labels.
pub const LABEL: Type = Type {
    size: 12.0,
    weight: Weight::Regular,
};
/// Text of the upper tier of the axis.
pub const UPPER: Type = Type {
    size: 13.0,
    weight: Weight::SemiBold,
};
/// Text of the lower tier of the axis, and of small notes.
pub const LOWER: Type = Type {
    size: 11.0,
    weight: Weight::Regular,
};
/// Text of a track's name.
pub const NAME: Type = Type {
    size: 14.0,
    weight: Weight::SemiBold,
};
/// Text of numbers inside marks.
pub const INSIDE: Type = Type {
    size: 11.0,
    weight: Weight::SemiBold,
};

/// A size and weight of text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Type {
    /// Em in pixels.
    pub size: f64,
    /// Weight.
    pub weight: Weight,
}

impl Type {
    /// Width of a text in pixels.
    pub fn width(self, text: &str) -> f64 {
        crate::font::width(text, self.size, self.weight)
    }

    /// The text cut to a width (see [`crate::font::cut`]).
    pub fn cut(self, text: &str, width_px: f64) -> Option<String> {
        crate::font::cut(text, self.size, self.weight, width_px)
    }
}

/// Width of the track heads in a picture of that width.
pub fn head_px(width_px: f64) -> f64 {
    (width_px * 0.2).clamp(132.0, 184.0)
}
