//! Tests that need no window.

mod calendar;
mod cli;
mod corrections;
mod detail;
mod engine;
mod fixture;
mod merging;
mod palette;
mod picture;
mod project;
mod properties;
mod publication;
mod readme;
mod rooms;
mod workspace;
