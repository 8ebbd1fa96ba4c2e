//! Tests that need no window.

mod cli;
mod fixture;
mod picture;
mod rooms;
mod workspace;
