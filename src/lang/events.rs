//! `[events]` of a language file: verbs and nouns by kind of event.

use serde::Deserialize;

/// Words that tell of events.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventWords {}
