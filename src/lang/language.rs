//! A language file as a whole: its sections, and how one file inherits from another.

use super::{CountryWords, EventWords, PeopleWords, TemporalWords};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The typed contents of `assets/lang/xx.toml`. Unknown keys are errors.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// `[language]`
    #[serde(rename = "language")]
    pub head: LanguageHead,
    /// `[time]`: words and patterns for time expressions.
    pub time: TemporalWords,
    /// `[people]`: titles, roles, kin, pronouns.
    pub people: PeopleWords,
    /// `[events]`: verbs and nouns by kind of event.
    pub events: EventWords,
    /// `[countries]`: names and adjectives by country code.
    pub countries: BTreeMap<String, CountryWords>,
}

/// What holds for the language as a whole.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LanguageHead {
    /// ISO 639 code.
    pub code: String,
    /// The language's own name.
    pub name: String,
    /// Code of the language whose file this one completes.
    #[serde(default)]
    pub inherits: Option<String>,
    /// Tables, as `time.months`, that take the place of the parent's and are not joined with it.
    #[serde(default)]
    pub replaces: Vec<String>,
    /// The column of the roster with persons' names as this language writes them: `en` or `nb`.
    pub names: String,
    /// Whether all nouns are written with a capital, so that one inside a sentence makes no name.
    #[serde(default)]
    pub capital_nouns: bool,
    /// Whether the verb comes before its subject where anything else opens the clause: "I går sa Kim".
    #[serde(default)]
    pub verb_second: bool,
    /// Small, common words by which the language is recognised.
    pub small_words: Vec<String>,
    /// Abbreviations whose full stop ends no sentence, without the stop.
    pub abbreviations: Vec<String>,
    /// Endings that a country's adjective may take: "russisk", "russiske".
    #[serde(default)]
    pub adjective_endings: Vec<String>,
}

impl Language {
    pub(super) fn from_table(table: toml::Table) -> Result<Self, toml::de::Error> {
        Ok(Self::sorted(table.try_into()?))
    }

    pub(super) fn from_text(text: &str) -> Result<Self, toml::de::Error> {
        Ok(Self::sorted(toml::from_str(text)?))
    }

    fn sorted(mut language: Self) -> Self {
        language.head.abbreviations.sort();
        language
    }
}

pub(super) fn parent(table: &toml::Table) -> Option<String> {
    Some(table.get("language")?.get("inherits")?.as_str()?.to_owned())
}

/// Takes the parent's examples out of its table: they are in the parent's words.
pub(super) fn without_examples(mut table: toml::Table) -> toml::Table {
    let Some(toml::Value::Table(time)) = table.get_mut("time") else {
        return table;
    };
    time.remove("examples");
    time.remove("not");
    time.remove("sentences");
    for list in ["patterns", "more_patterns"] {
        for pattern in time
            .get_mut(list)
            .and_then(|p| p.as_array_mut())
            .into_iter()
            .flatten()
        {
            if let Some(pattern) = pattern.as_table_mut() {
                pattern.remove("examples");
            }
        }
    }
    table
}

/// Takes the tables out of the parent that the child gives in their place.
pub(super) fn without_replaced(mut parent: toml::Table, child: &toml::Table) -> toml::Table {
    let replaced = child
        .get("language")
        .and_then(|head| head.get("replaces"))
        .and_then(toml::Value::as_array);
    for path in replaced.into_iter().flatten().filter_map(|p| p.as_str()) {
        let (folder, name) = path.rsplit_once('.').unwrap_or(("", path));
        let table = folder
            .split('.')
            .filter(|part| !part.is_empty())
            .try_fold(&mut parent, |table, part| {
                table.get_mut(part)?.as_table_mut()
            });
        if let Some(table) = table {
            table.remove(name);
        }
    }
    parent
}

/// The parent's entries, with the child's over them; tables are joined, everything else is replaced.
pub(super) fn inherit(mut joint: toml::Table, child: toml::Table) -> toml::Table {
    for (key, value) in child {
        let value = match (joint.remove(&key), value) {
            (Some(toml::Value::Table(old)), toml::Value::Table(new)) => {
                toml::Value::Table(inherit(old, new))
            }
            (_, new) => new,
        };
        joint.insert(key, value);
    }
    joint
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> toml::Table {
        text.parse().expect("a sound table")
    }

    #[test]
    fn a_child_joins_its_tables_with_the_parents_or_replaces_them() {
        let parent = table(
            "[time.months]\nmai = 5\n[time.words]\nago = ['siden']\n[time.units]\nuke = 'week'\n",
        );
        let child = table(
            "[language]\nreplaces = ['time.months', 'time.none', 'no.such']\n[time.months]\nmaj = 5\n[time.units]\nveke = 'week'\n",
        );
        let joint = inherit(without_replaced(parent, &child), child);
        let keys = |name: &str| -> Vec<String> {
            let table = joint["time"][name].as_table().expect("a table");
            table.keys().cloned().collect()
        };
        assert_eq!(keys("months"), ["maj"]);
        assert_eq!(keys("units"), ["uke", "veke"]);
        assert_eq!(keys("words"), ["ago"]);
    }
}
