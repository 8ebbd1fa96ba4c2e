//! Landmarks: dated events that texts speak of without saying when they were.

use super::table;
use crate::error::Result;
use serde::Deserialize;

const LANDMARKS: &str = include_str!("../../assets/world/landmarks.tsv");

/// An event that readers are expected to know.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Landmark {
    /// Id.
    pub id: String,
    /// English name.
    pub name_en: String,
    /// Norwegian name.
    pub name_nb: String,
    /// Other phrases for it, parted by `|`.
    pub aliases: String,
    /// Kind of event, by its name in language files.
    pub kind: String,
    /// First day, local date.
    pub start: String,
    /// Last day.
    pub end: String,
    /// English name of a place or country; empty where it was nowhere in particular.
    pub place: String,
    /// Ids on the roster, parted by `|`. Of a death, who died is the first.
    pub participants: String,
}

impl Landmark {
    /// The table that is compiled into the program.
    pub(super) fn bundled() -> Result<Vec<Self>> {
        table("world/landmarks.tsv", LANDMARKS)
    }
}
