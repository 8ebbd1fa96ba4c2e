//! Events in words, for pointing, screen readers and the descriptions in exported pictures.

use super::{Spoken, Status};
use crate::chronology::{Chronology, Event};
use crate::words::{Interface, Message, say, say_interval};

/// An event in words.
pub fn spoken(event: &Event, chronology: &Chronology, interface: Interface) -> Spoken {
    let when = &event.when;
    let mut title = event.title.clone();
    if event.count > 1 {
        let times = Message::new("picture-times")
            .with("title", title)
            .with("n", i64::from(event.count));
        title = say(&times, interface);
    }
    let key = match event.status {
        Status::Happened => None,
        Status::Planned => Some("picture-planned"),
        Status::Cancelled => Some("picture-cancelled"),
        Status::Denied => Some("picture-denied"),
    };
    if let Some(key) = key {
        title = say(&Message::new(key).with("title", title), interface);
    }
    Spoken {
        title,
        date: say_interval(when.interval, when.granularity, when.modifier, interface),
        people: people(event, chronology, interface),
        quote: event
            .sources
            .first()
            .map_or_else(String::new, |source| source.quote.clone()),
    }
}

/// "Vladimir Putin, Xi Jinping and Kim Jong-un".
fn people(event: &Event, chronology: &Chronology, interface: Interface) -> String {
    let names: Vec<&str> = event
        .participants
        .iter()
        .map(|id| {
            let person = chronology.person(id);
            person.map_or(id.as_str(), |person| person.name.as_str())
        })
        .collect();
    match names.split_last() {
        None => String::new(),
        Some((only, [])) => (*only).to_owned(),
        Some((last, others)) => {
            let and = Message::new("picture-and")
                .with("first", others.join(", "))
                .with("last", *last);
            say(&and, interface)
        }
    }
}
