//! Persons, their offices and terms, and where a text speaks of them.

mod coreference;
mod grammar;
mod kin;
mod linker;
mod lone;
mod mention;
mod names;
mod roles;
mod roster;
mod short;
mod whole;

pub use grammar::{ClauseShape, Part};
pub use linker::{Linked, link};
pub use mention::{Form, Mention, Who};
pub use names::NameTables;
pub use roster::{Person, Roster, Sex, Term};
