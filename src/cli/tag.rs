//! `tag` and `explain`: time expressions, and names of persons, without events.

use super::arguments::{Reading, TagArguments};
use super::{input, print};
use crate::error::{Error, Result};
use crate::extract::{self, Knowledge, Named};
use crate::people::Form;
use crate::tagger::{self, Mode, TimeExpression};
use crate::text::{CodePoints, sentences};
use crate::words::{Interface, Message, say};
use serde::Serialize;
use std::process::ExitCode;

#[derive(Serialize)]
struct Document<'a> {
    timexes: Vec<Row<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    people: Option<Vec<NameRow<'a>>>,
}

#[derive(Serialize)]
struct NameRow<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    form: &'static str,
    id: &'a str,
}

#[derive(Serialize)]
struct Row<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    value: &'a str,
    #[serde(rename = "mod", skip_serializing_if = "Option::is_none")]
    modifier: Option<&'static str>,
}

pub(super) fn tag(arguments: &TagArguments, knowledge: &Knowledge) -> Result<ExitCode> {
    let article = input::one(&arguments.file)?;
    let mode = if arguments.narrative {
        Mode::Narrative
    } else {
        Mode::Auto
    };
    let language = arguments
        .reading
        .language
        .as_deref()
        .or(article.language.as_deref());
    let found = expressions(&article.text, &arguments.reading, language, mode, knowledge)?;
    let points = CodePoints::new(&article.text);
    let row = |expression| row(expression, &article.text, &points);
    let names = if arguments.people {
        let published = input::given(&arguments.reading, knowledge)?.published;
        let language = knowledge.language_of(&article.text, language);
        Some(extract::names(
            &article.text,
            language,
            published,
            knowledge,
        ))
    } else {
        None
    };
    let name_row = |name| name_row(name, &article.text, &points);
    let document = Document {
        timexes: found
            .iter()
            .flat_map(TimeExpression::timexes)
            .map(row)
            .collect(),
        people: names
            .as_deref()
            .map(|names| names.iter().map(name_row).collect()),
    };
    let mut bytes = serde_json::to_vec(&document).map_err(|cause| Error::Unwritable {
        path: "standard output".to_owned(),
        cause: Box::new(cause),
    })?;
    bytes.push(b'\n');
    print(&bytes)?;
    Ok(ExitCode::SUCCESS)
}

fn row<'a>(expression: &'a TimeExpression, text: &'a str, points: &CodePoints) -> Row<'a> {
    Row {
        start: points.before(text, expression.span.start),
        end: points.before(text, expression.span.end),
        text: expression.span.of(text),
        kind: expression.kind.name(),
        value: &expression.value,
        modifier: expression.modifier.map(|modifier| modifier.name()),
    }
}

fn name_row<'a>(name: &'a Named, text: &'a str, points: &CodePoints) -> NameRow<'a> {
    NameRow {
        start: points.before(text, name.span.start),
        end: points.before(text, name.span.end),
        text: name.span.of(text),
        form: if name.form == Form::Full {
            "full"
        } else {
            "short"
        },
        id: name.person.as_str(),
    }
}

/// A sentence's expressions, each with its pattern and its reckoning.
pub(super) fn explain(
    sentence: &str,
    reading: &Reading,
    knowledge: &Knowledge,
    interface: Interface,
) -> Result<String> {
    let found = expressions(
        sentence,
        reading,
        reading.language.as_deref(),
        Mode::Auto,
        knowledge,
    )?;
    if found.is_empty() {
        return Ok(say(&Message::new("explain-nothing"), interface) + "\n");
    }
    let mut lines = String::new();
    for expression in &found {
        for (number, message) in tagger::explain(expression, sentence).iter().enumerate() {
            let indent = if number == 0 { "" } else { "  " };
            lines.push_str(&format!("{indent}{}\n", say(message, interface)));
        }
    }
    Ok(lines)
}

fn expressions(
    text: &str,
    reading: &Reading,
    language: Option<&str>,
    mode: Mode,
    knowledge: &Knowledge,
) -> Result<Vec<TimeExpression>> {
    let given = input::given(reading, knowledge)?;
    let language = knowledge.language_of(text, language);
    let sentences = sentences(text, &language.head.abbreviations);
    Ok(tagger::tag(
        text,
        &sentences,
        knowledge.tagger(language),
        given.published,
        mode,
    ))
}
