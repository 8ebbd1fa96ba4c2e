//! Shapes and measures text with the bundled font.
