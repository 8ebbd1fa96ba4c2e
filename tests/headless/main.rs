//! Tests that need no window.

mod fixture;
mod picture;
