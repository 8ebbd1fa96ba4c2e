//! Tests that need no window.

mod calendar;
mod cli;
mod engine;
mod fixture;
mod picture;
mod properties;
mod publication;
mod readme;
mod rooms;
mod workspace;
