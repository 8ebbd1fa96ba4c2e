//! Front matter: the lines of YAML or TOML at the head of a Markdown file.

use super::{day_of, language_code};
use crate::error::{Error, Result};
use crate::time::Day;
use saphyr::{LoadableYamlNode, Yaml};

/// What a file's head says of the article.
#[derive(Debug, Default, PartialEq)]
pub(super) struct FrontMatter {
    pub title: Option<String>,
    pub published: Option<Day>,
    pub language: Option<String>,
}

/// Keys under which a date of publication stands, the surest first.
const DATES: [&str; 4] = ["published", "date", "publisert", "dato"];
const TITLES: [&str; 2] = ["title", "tittel"];
const LANGUAGES: [&str; 3] = ["language", "lang", "språk"];

/// Parts a text into its front matter and its body.
pub(super) fn part<'t>(path: &str, text: &'t str) -> Result<(FrontMatter, &'t str)> {
    let start = text.trim_start_matches('\u{feff}');
    for (fence, toml) in [("---", false), ("+++", true)] {
        let Some(rest) = start
            .strip_prefix(fence)
            .filter(|rest| rest.starts_with(['\n', '\r']))
        else {
            continue;
        };
        let Some((head, body)) = split_at_fence(rest, fence) else {
            continue;
        };
        let matter = if toml {
            from_toml(path, head)?
        } else {
            from_yaml(path, head)?
        };
        return Ok((matter, body));
    }
    Ok((FrontMatter::default(), text))
}

fn split_at_fence<'t>(rest: &'t str, fence: &str) -> Option<(&'t str, &'t str)> {
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == fence {
            return Some((&rest[..at], &rest[at + line.len()..]));
        }
        at += line.len();
    }
    None
}

fn from_yaml(path: &str, head: &str) -> Result<FrontMatter> {
    let documents = Yaml::load_from_str(head).map_err(|cause| Error::Malformed {
        path: path.to_owned(),
        format: "YAML",
        cause: Box::new(cause),
    })?;
    let Some(document) = documents.first() else {
        return Ok(FrontMatter::default());
    };
    let value = |keys: &[&str]| {
        keys.iter()
            .find_map(|key| document.as_mapping_get(key)?.as_str().map(str::to_owned))
    };
    Ok(gather(value))
}

fn from_toml(path: &str, head: &str) -> Result<FrontMatter> {
    let table: toml::Table = head
        .parse()
        .map_err(|cause: toml::de::Error| Error::Malformed {
            path: path.to_owned(),
            format: "TOML",
            cause: Box::new(cause),
        })?;
    let value = |keys: &[&str]| {
        keys.iter().find_map(|key| match table.get(*key)? {
            toml::Value::String(text) => Some(text.clone()),
            toml::Value::Datetime(date) => Some(date.to_string()),
            _ => None,
        })
    };
    Ok(gather(value))
}

fn gather(value: impl Fn(&[&str]) -> Option<String>) -> FrontMatter {
    FrontMatter {
        title: value(&TITLES),
        published: value(&DATES).and_then(|date| day_of(&date)),
        language: value(&LANGUAGES).and_then(|tag| language_code(&tag)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yaml_and_toml_are_read() {
        let want = FrontMatter {
            title: Some("Møte i Oslo".to_owned()),
            published: "2019-04-25".parse().ok(),
            language: Some("nb".to_owned()),
        };
        let yaml =
            "---\ntitle: Møte i Oslo\ndate: 2019-04-25T10:00:00+02:00\nlang: nb-NO\n---\nTekst\n";
        assert_eq!(
            part("a.md", yaml).expect("sound"),
            (FrontMatter { ..want }, "Tekst\n")
        );
        let toml = "+++\ntitle = \"Møte i Oslo\"\ndate = 2019-04-25\nlang = \"no\"\n+++\nTekst\n";
        assert_eq!(
            part("a.md", toml).expect("sound").0.published,
            "2019-04-25".parse().ok()
        );
        assert_eq!(
            part("a.md", "--- ikke\ntekst").expect("sound").1,
            "--- ikke\ntekst"
        );
        assert!(matches!(
            part("a.md", "---\na: [b\n---\n"),
            Err(Error::Malformed { .. })
        ));
    }
}
