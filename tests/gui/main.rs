//! Clicks through the window by accessible names, and draws the pictures of `screenshots/`.

mod harness;
mod journeys;
mod screenshots;
