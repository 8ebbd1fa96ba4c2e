//! Countries, places and landmarks: the facts that are not persons, and where a text names places.

mod gazetteer;
mod landmark;
mod table;

pub use gazetteer::{Gazetteer, PlaceMention, Sort};
pub use landmark::Landmark;
pub use table::table;

use crate::error::Result;
use rustc_hash::FxHashMap;

const COUNTRIES: &str = include_str!("../../assets/world/countries.tsv");
const PLACES: &str = include_str!("../../assets/world/places.tsv");

/// Countries, places and landmarks, from `assets/world`.
#[derive(Debug)]
pub struct World {
    countries: FxHashMap<&'static str, Country>,
    places: Vec<Place>,
    landmarks: Vec<Landmark>,
}

/// A state, territory or organisation.
#[derive(Clone, Debug)]
pub struct Country {
    /// ISO 3166-1 alpha-2 code, or one of the table's own for states gone and organisations.
    pub code: &'static str,
    /// English name.
    pub name: &'static str,
    /// `state`, `territory`, `historic` or `organisation`.
    pub kind: &'static str,
    /// The office of its political leader: `president` or `prime-minister`; empty for organisations.
    pub led_by: &'static str,
    /// Capital.
    pub capital: &'static str,
}

/// A city, site or region.
#[derive(Clone, Debug)]
pub struct Place {
    /// English name.
    pub name_en: &'static str,
    /// Norwegian name.
    pub name_nb: &'static str,
    /// Country code; empty for seas and continents.
    pub country: &'static str,
    /// Other names, parted by `|`.
    pub aliases: &'static str,
    /// `capital`, `place` or `region`.
    pub kind: &'static str,
}

impl World {
    /// Reads the tables that are compiled into the program.
    pub fn bundled() -> Result<Self> {
        let countries = table(
            "world/countries.tsv",
            COUNTRIES,
            ["code", "name", "kind", "led_by", "capital"],
        )?;
        let country = |[code, name, kind, led_by, capital]: [&'static str; 5]| {
            let country = Country {
                code,
                name,
                kind,
                led_by,
                capital,
            };
            (code, country)
        };
        let places = table(
            "world/places.tsv",
            PLACES,
            ["name_en", "name_nb", "country", "aliases", "kind"],
        )?;
        let place = |[name_en, name_nb, country, aliases, kind]: [&'static str; 5]| Place {
            name_en,
            name_nb,
            country,
            aliases,
            kind,
        };
        Ok(Self {
            countries: countries.into_iter().map(country).collect(),
            places: places.into_iter().map(place).collect(),
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
