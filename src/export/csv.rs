//! CSV: one event a row, for spreadsheets and statistics.

use super::json::days;
use super::{Format, Writer};
use crate::chronology::{Chronology, Event};
use crate::error::{Error, Result};
use crate::words::Interface;

/// CSV.
pub(super) const FORMAT: Format = Format {
    name: "CSV",
    extension: "csv",
    writer: Writer::Data(write),
};

const HEADER: [&str; 14] = [
    "earliest",
    "latest",
    "granularity",
    "form",
    "certainty",
    "said",
    "kind",
    "status",
    "title",
    "participants",
    "place",
    "country",
    "count",
    "articles",
];

fn write(chronology: &Chronology, _: Interface) -> Result<Vec<u8>> {
    let failed = |cause: csv::Error| Error::Unwritable {
        path: "CSV".to_owned(),
        cause: Box::new(cause),
    };
    let mut events: Vec<&Event> = chronology.events().collect();
    events.sort_by_key(|event| (event.when.interval.start, event.when.interval.end, event.id));
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(HEADER).map_err(failed)?;
    for event in events {
        writer
            .write_record(row(event, chronology))
            .map_err(failed)?;
    }
    writer.into_inner().map_err(|cause| Error::Unwritable {
        path: "CSV".to_owned(),
        cause: cause.to_string().into(),
    })
}

fn row(event: &Event, chronology: &Chronology) -> [String; 14] {
    let when = &event.when;
    let [earliest, latest] = days(when.interval);
    let names = event
        .participants
        .iter()
        .filter_map(|who| Some(chronology.person(who)?.name.as_str()));
    let mut articles: Vec<&str> = event
        .sources
        .iter()
        .filter_map(|source| Some(chronology.article(source.article)?.path.as_str()))
        .collect();
    articles.dedup();
    let place = event.place.as_ref();
    [
        earliest.unwrap_or_default(),
        latest.unwrap_or_default(),
        when.granularity.name().to_owned(),
        when.form.name().to_owned(),
        when.certainty.name().to_owned(),
        when.text.clone(),
        event.kind.name().to_owned(),
        event.status.name().to_owned(),
        event.title.clone(),
        names.collect::<Vec<_>>().join("; "),
        place.map(|place| place.name.clone()).unwrap_or_default(),
        place
            .and_then(|place| place.country.clone())
            .unwrap_or_default(),
        event.count.to_string(),
        articles.join("; "),
    ]
}
