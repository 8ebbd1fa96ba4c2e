//! Turns a layout into shapes.

use super::{Scene, Theme};
use crate::layout::Layout;

/// Draws a layout in the colours of a theme.
pub fn draw(layout: &Layout, theme: &Theme) -> Scene {
    Scene {
        width: layout.viewport.width_px,
        height: layout.viewport.height_px,
        background: theme.background,
        shapes: Vec::new(),
        groups: Vec::new(),
        hits: Vec::new(),
    }
}
