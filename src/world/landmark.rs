//! Landmarks: dated events that texts speak of without saying when they were.

use super::table;
use crate::error::Result;

const LANDMARKS: &str = include_str!("../../assets/world/landmarks.tsv");

/// An event that readers are expected to know.
#[derive(Clone, Debug)]
pub struct Landmark {
    /// Id.
    pub id: &'static str,
    /// English name.
    pub name_en: &'static str,
    /// Norwegian name.
    pub name_nb: &'static str,
    /// Other phrases for it, parted by `|`.
    pub aliases: &'static str,
    /// Kind of event, by its name in language files.
    pub kind: &'static str,
    /// First day, local date.
    pub start: &'static str,
    /// Last day.
    pub end: &'static str,
    /// English name of a place or country; empty where it was nowhere in particular.
    pub place: &'static str,
    /// Ids on the roster, parted by `|`. Of a death, who died is the first.
    pub participants: &'static str,
}

impl Landmark {
    /// The table that is compiled into the program.
    pub(super) fn bundled() -> Result<Vec<Self>> {
        let columns = [
            "id",
            "name_en",
            "name_nb",
            "aliases",
            "kind",
            "start",
            "end",
            "place",
            "participants",
        ];
        let landmark = |[
            id,
            name_en,
            name_nb,
            aliases,
            kind,
            start,
            end,
            place,
            participants,
        ]: [&'static str; 9]| Self {
            id,
            name_en,
            name_nb,
            aliases,
            kind,
            start,
            end,
            place,
            participants,
        };
        let rows = table("world/landmarks.tsv", LANDMARKS, columns)?;
        Ok(rows.into_iter().map(landmark).collect())
    }
}
