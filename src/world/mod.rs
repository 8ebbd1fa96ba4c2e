//! Countries, places and landmarks: the facts that are not persons, and where a text names places.

mod gazetteer;
mod landmark;

pub use gazetteer::{Gazetteer, PlaceMention, Sort};
pub use landmark::Landmark;

use crate::error::{Error, Result};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

const COUNTRIES: &str = include_str!("../../assets/world/countries.tsv");
const PLACES: &str = include_str!("../../assets/world/places.tsv");

/// Countries, places and landmarks, from `assets/world`.
#[derive(Debug)]
pub struct World {
    countries: BTreeMap<String, Country>,
    places: Vec<Place>,
    landmarks: Vec<Landmark>,
}

/// A state, territory or organisation.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Country {
    /// ISO 3166-1 alpha-2 code, or one of the table's own for states gone and organisations.
    pub code: String,
    /// English name.
    pub name: String,
    /// `state`, `territory`, `historic` or `organisation`.
    pub kind: String,
    /// The office of its political leader: `president` or `prime-minister`; empty for organisations.
    pub led_by: String,
    /// Capital.
    pub capital: String,
}

/// A city, site or region.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// English name.
    pub name_en: String,
    /// Norwegian name.
    pub name_nb: String,
    /// Country code; empty for seas and continents.
    pub country: String,
    /// Other names, parted by `|`.
    pub aliases: String,
    /// `capital`, `place` or `region`.
    pub kind: String,
}

impl World {
    /// Reads the tables that are compiled into the program.
    pub fn bundled() -> Result<Self> {
        let countries: Vec<Country> = table("world/countries.tsv", COUNTRIES)?;
        Ok(Self {
            countries: countries
                .into_iter()
                .map(|country| (country.code.clone(), country))
                .collect(),
            places: table("world/places.tsv", PLACES)?,
            landmarks: Landmark::bundled()?,
        })
    }

    /// The country with that code.
    pub fn country(&self, code: &str) -> Option<&Country> {
        self.countries.get(code)
    }

    /// The country of that English name.
    pub fn country_named(&self, name_en: &str) -> Option<&Country> {
        self.countries
            .values()
            .find(|country| country.name == name_en)
    }

    /// The city, site or region of that English name.
    pub fn place_named(&self, name_en: &str) -> Option<&Place> {
        self.places.iter().find(|place| place.name_en == name_en)
    }

    /// The landmarks, in the order of their dates.
    pub fn landmarks(&self) -> &[Landmark] {
        &self.landmarks
    }
}

/// The rows of a tab-separated table with one header line and no quoting.
pub fn table<T: DeserializeOwned>(file: &'static str, contents: &str) -> Result<Vec<T>> {
    csv::ReaderBuilder::new()
        .delimiter(b'\t')
        .quoting(false)
        .from_reader(contents.as_bytes())
        .deserialize()
        .collect::<std::result::Result<_, _>>()
        .map_err(|cause| Error::Asset {
            file,
            cause: Box::new(cause),
        })
}
