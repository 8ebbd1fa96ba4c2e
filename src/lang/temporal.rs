//! `[time]` of a language file: words and patterns for time expressions.

use serde::Deserialize;

/// Words and patterns for time expressions.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemporalWords {}
