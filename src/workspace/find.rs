//! Finds events by words of their titles, people, places and quotations.

use crate::chronology::{Chronology, Event, EventId};
use crate::text::search_key;

/// The events that hold every word of what was typed, the most important first; of equal ones the earlier. Case
/// and accents do not matter.
pub(super) fn find(chronology: &Chronology, typed: &str, most: usize) -> Vec<EventId> {
    let typed = search_key(typed);
    let words: Vec<&str> = typed.split_whitespace().collect();
    if words.is_empty() {
        return Vec::new();
    }
    let holds = |event: &&Event| {
        let text = text_of(event, chronology);
        words.iter().all(|word| text.contains(word))
    };
    let mut found: Vec<&Event> = chronology.events().filter(holds).collect();
    found.sort_by_key(|event| {
        let importance = std::cmp::Reverse(event.importance());
        (importance, event.when.interval.start, event.id)
    });
    found.truncate(most);
    found.into_iter().map(|event| event.id).collect()
}

fn text_of(event: &Event, chronology: &Chronology) -> String {
    let mut text = event.title.clone();
    let people = event
        .participants
        .iter()
        .filter_map(|id| chronology.person(id));
    let people = people.map(|person| person.name.as_str());
    let place = event.place.iter().map(|place| place.name.as_str());
    let quotes = event.sources.iter().map(|source| source.quote.as_str());
    for part in people.chain(place).chain(quotes) {
        text.push(' ');
        text.push_str(part);
    }
    search_key(&text)
}
