//! `[people]` of a language file: titles, roles, kin, pronouns.

use serde::Deserialize;

/// Words that stand for people.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PeopleWords {}

/// An office's title.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TitleForms {}
