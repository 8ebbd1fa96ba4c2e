//! JSON: everything in the chronology, in the schema `tidslinje/1`.

use super::{Format, Writer};
use crate::chronology::{Article, ArticleId, Chronology, Event, Evidence, Person, When};
use crate::error::{Error, Result};
use crate::time::Interval;
use crate::words::{Interface, say};
use serde::Serialize;
use std::collections::BTreeMap;

/// JSON.
pub(super) const FORMAT: Format = Format {
    name: "JSON",
    extension: "json",
    writer: Writer::Data(write),
};

/// JSON Lines: one article's result a line.
pub(super) const LINES: Format = Format {
    name: "JSON Lines",
    extension: "jsonl",
    writer: Writer::Data(write_lines),
};

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    articles: Vec<ArticleRow<'a>>,
    people: Vec<PersonRow<'a>>,
    events: Vec<EventRow<'a>>,
    notes: Vec<NoteRow>,
}

#[derive(Serialize)]
struct ArticleRow<'a> {
    id: String,
    path: &'a str,
    title: &'a str,
    language: &'a str,
    published: Option<String>,
    published_from: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    published_why: Vec<String>,
}

#[derive(Serialize)]
struct PersonRow<'a> {
    id: &'a str,
    name: &'a str,
    wikidata: Option<&'a str>,
    leader: bool,
    offices: Vec<OfficeRow<'a>>,
}

#[derive(Serialize)]
struct OfficeRow<'a> {
    title: &'a str,
    country: &'a str,
    from: Option<String>,
    to: Option<String>,
}

#[derive(Serialize)]
struct EventRow<'a> {
    id: String,
    title: &'a str,
    kind: &'static str,
    when: WhenRow<'a>,
    participants: Vec<&'a str>,
    place: Option<PlaceRow<'a>>,
    count: u32,
    status: &'static str,
    sources: Vec<SourceRow<'a>>,
}

#[derive(Serialize)]
struct WhenRow<'a> {
    earliest: Option<String>,
    latest: Option<String>,
    granularity: &'static str,
    #[serde(rename = "mod")]
    modifier: Option<&'static str>,
    form: &'static str,
    certainty: &'static str,
    said: Option<[Option<String>; 2]>,
    time: Option<String>,
    text: &'a str,
    why: Vec<String>,
}

#[derive(Serialize)]
struct PlaceRow<'a> {
    name: &'a str,
    country: Option<&'a str>,
}

#[derive(Serialize)]
struct SourceRow<'a> {
    article: &'a str,
    start: u32,
    end: u32,
    quote: &'a str,
    when_span: Option<(u32, u32)>,
    people_spans: Vec<(&'a str, u32, u32)>,
    /// What this source says of the date, where the event has another.
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<SourceWhenRow<'a>>,
}

#[derive(Serialize)]
struct SourceWhenRow<'a> {
    earliest: Option<String>,
    latest: Option<String>,
    granularity: &'static str,
    text: &'a str,
}

#[derive(Serialize)]
struct NoteRow {
    article: String,
    start: u32,
    end: u32,
    note: String,
}

fn write(chronology: &Chronology, interface: Interface) -> Result<Vec<u8>> {
    let names = names(chronology);
    let mut bytes =
        serde_json::to_vec_pretty(&document(chronology, &names, interface)).map_err(failed)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// A line an article: only what that article tells of, but with all its events' sources.
fn write_lines(chronology: &Chronology, interface: Interface) -> Result<Vec<u8>> {
    let names = names(chronology);
    let mut bytes = Vec::new();
    for article in in_order(chronology) {
        let mut line = document(chronology, &names, interface);
        let name = &names[&article.id];
        line.articles.retain(|row| row.id == *name);
        line.notes.retain(|row| row.article == *name);
        line.events.retain(|row| {
            row.sources
                .iter()
                .any(|source| source.article == name.as_str())
        });
        line.people.retain(|person| {
            line.events
                .iter()
                .any(|event| event.participants.contains(&person.id))
        });
        serde_json::to_writer(&mut bytes, &line).map_err(failed)?;
        bytes.push(b'\n');
    }
    Ok(bytes)
}

fn failed(cause: serde_json::Error) -> Error {
    Error::Unwritable {
        path: "JSON".to_owned(),
        cause: Box::new(cause),
    }
}

/// The articles by path, then id.
fn in_order(chronology: &Chronology) -> Vec<&Article> {
    let mut articles: Vec<&Article> = chronology.articles().collect();
    articles.sort_by(|a, b| (&a.path, a.id).cmp(&(&b.path, b.id)));
    articles
}

/// The articles' ids in the document: a1, a2 …
fn names(chronology: &Chronology) -> BTreeMap<ArticleId, String> {
    in_order(chronology)
        .into_iter()
        .enumerate()
        .map(|(n, article)| (article.id, format!("a{}", n + 1)))
        .collect()
}

fn document<'a>(
    chronology: &'a Chronology,
    names: &'a BTreeMap<ArticleId, String>,
    interface: Interface,
) -> Document<'a> {
    let mut events: Vec<&Event> = chronology.events().collect();
    events.sort_by_key(|event| (event.when.interval.start, event.when.interval.end, event.id));
    let notes = in_order(chronology).into_iter().flat_map(|article| {
        article.notes.iter().map(|note| NoteRow {
            article: names[&article.id].clone(),
            start: note.start,
            end: note.end,
            note: say(&note.message, interface),
        })
    });
    Document {
        schema: "tidslinje/1",
        articles: in_order(chronology)
            .into_iter()
            .map(|article| article_row(article, names, interface))
            .collect(),
        people: chronology.persons().map(person_row).collect(),
        notes: notes.collect(),
        events: events
            .iter()
            .enumerate()
            .map(|(n, event)| event_row(n, event, names, interface))
            .collect(),
    }
}

fn article_row<'a>(
    article: &'a Article,
    names: &BTreeMap<ArticleId, String>,
    interface: Interface,
) -> ArticleRow<'a> {
    ArticleRow {
        id: names[&article.id].clone(),
        path: &article.path,
        title: &article.title,
        language: &article.language,
        published: article.published.map(|day| day.to_string()),
        published_from: article.published_from.name(),
        published_why: article
            .published_why
            .iter()
            .map(|step| say(step, interface))
            .collect(),
    }
}

fn person_row(person: &Person) -> PersonRow<'_> {
    PersonRow {
        id: person.id.as_str(),
        name: &person.name,
        wikidata: person.wikidata.as_deref(),
        leader: person.leader,
        offices: person
            .terms
            .iter()
            .map(|term| OfficeRow {
                title: &term.office,
                country: &term.country,
                from: term.from.map(|day| day.to_string()),
                to: term.to.map(|day| day.to_string()),
            })
            .collect(),
    }
}

fn event_row<'a>(
    number: usize,
    event: &'a Event,
    names: &'a BTreeMap<ArticleId, String>,
    interface: Interface,
) -> EventRow<'a> {
    let when = &event.when;
    let [earliest, latest] = days(when.interval);
    EventRow {
        id: format!("e{}", number + 1),
        title: &event.title,
        kind: event.kind.name(),
        when: WhenRow {
            earliest,
            latest,
            granularity: when.granularity.name(),
            modifier: when.modifier.map(|modifier| modifier.name()),
            form: when.form.name(),
            certainty: when.certainty.name(),
            said: when.said.map(days),
            time: when
                .clock
                .map(|(hour, minute)| format!("{hour:02}:{minute:02}")),
            text: &when.text,
            why: event.why.iter().map(|step| say(step, interface)).collect(),
        },
        participants: event.participants.iter().map(|who| who.as_str()).collect(),
        place: event.place.as_ref().map(|place| PlaceRow {
            name: &place.name,
            country: place.country.as_deref(),
        }),
        count: event.count,
        status: event.status.name(),
        sources: event
            .sources
            .iter()
            .filter_map(|source| source_row(source, names))
            .collect(),
    }
}

fn source_row<'a>(
    source: &'a Evidence,
    names: &'a BTreeMap<ArticleId, String>,
) -> Option<SourceRow<'a>> {
    Some(SourceRow {
        article: names.get(&source.article)?,
        start: source.start,
        end: source.end,
        quote: &source.quote,
        when_span: source.when_span,
        people_spans: source
            .people_spans
            .iter()
            .map(|(who, start, end)| (who.as_str(), *start, *end))
            .collect(),
        when: source.when.as_ref().map(source_when_row),
    })
}

fn source_when_row(when: &When) -> SourceWhenRow<'_> {
    let [earliest, latest] = days(when.interval);
    SourceWhenRow {
        earliest,
        latest,
        granularity: when.granularity.name(),
        text: &when.text,
    }
}

/// First and last day, both inclusive; an open side is null.
pub(super) fn days(interval: Interval) -> [Option<String>; 2] {
    [interval.first_day(), interval.last_day()].map(|day| day.map(|day| day.to_string()))
}
