//! What the user sets of single events.

use super::{Articles, ByArticle, Work, why_lost};
use crate::chronology::{Correction, Event, Set, What, When};
use crate::words::{Fact, Message};
use std::collections::BTreeSet;

/// Steps of the reckoning that tell of the user begin so.
const BY_HAND: &str = "why-by-hand";

impl Work {
    /// Sets what is set by hand, one after the other; takes out what is to be hidden.
    pub(super) fn set(&mut self, corrections: &[Correction], articles: &Articles) {
        let is_set = |correction: &&Correction| matches!(correction.what, What::Event(..));
        let mut corrections = corrections.iter().filter(is_set).peekable();
        if corrections.peek().is_none() {
            return;
        }
        let index = ByArticle::new(&self.events);
        let mut hidden: BTreeSet<usize> = BTreeSet::new();
        for correction in corrections {
            let What::Event(passage, set) = &correction.what else {
                continue;
            };
            match self.find(passage, &index) {
                Some(at) if *set == Set::Hide => {
                    hidden.insert(at);
                }
                Some(at) => self.set_one(at, set),
                None => self.lose(correction, why_lost(passage.article, articles)),
            }
        }
        let mut at = 0;
        self.events.retain(|_| {
            at += 1;
            !hidden.contains(&(at - 1))
        });
    }

    fn set_one(&mut self, at: usize, set: &Set) {
        let Self {
            events, persons, ..
        } = self;
        let event = &mut events[at];
        let trace = match set {
            Set::Date(when) => set_date(event, when),
            Set::Title(title) => {
                let read = std::mem::replace(&mut event.title, title.clone());
                Message::new("why-by-hand-title").with("read", read)
            }
            Set::Kind(kind) => {
                let read = std::mem::replace(&mut event.kind, *kind);
                let mut trace = Message::new("why-by-hand-kind");
                trace.facts.push(("read", Fact::Word(read.key())));
                trace
            }
            Set::Status(status) => {
                event.status = *status;
                Message::new("why-by-hand-status")
            }
            Set::Place(place) => {
                event.place.clone_from(place);
                Message::new("why-by-hand-place")
            }
            Set::Count(count) => {
                event.count = (*count).max(1);
                Message::new("why-by-hand-count")
            }
            Set::AddPerson(person) => {
                let who = persons.meet(person);
                if !event.participants.contains(&who) {
                    event.participants.push(who);
                }
                Message::new("why-by-hand-with").with("name", &*person.name)
            }
            Set::RemovePerson(who) => {
                let who = persons.who(who);
                event.participants.retain(|one| *one != who);
                for source in &mut event.sources {
                    source.people_spans.retain(|(one, ..)| *one != who);
                }
                let name = persons.get(&who).map(|person| person.name.clone());
                let name = name.unwrap_or_else(|| who.to_string());
                Message::new("why-by-hand-without").with("name", name)
            }
            Set::Hide => return,
        };
        leave(event, trace);
    }
}

/// Leaves a trace; one of an earlier correction of the same goes.
fn leave(event: &mut Event, trace: Message) {
    let people = matches!(trace.key, "why-by-hand-with" | "why-by-hand-without");
    event
        .why
        .retain(|step| step.key != trace.key || people && *step != trace);
    event.why.push(trace);
}

/// Sets the date. The reckoning of the one that was read goes, and each source keeps what it says.
fn set_date(event: &mut Event, when: &When) -> Message {
    let read = std::mem::replace(&mut event.when, when.clone());
    for source in &mut event.sources {
        let own = source.when.take();
        let own = own.or_else(|| source.when_span.map(|_| read.clone()));
        source.when = own.filter(|own| own.interval != when.interval);
    }
    event.why.retain(|step| step.key.starts_with(BY_HAND));
    let date = |when: &When| Fact::Time(when.interval, when.granularity, when.modifier);
    let mut trace = Message::new("why-by-hand-date");
    trace.facts.push(("date", date(when)));
    trace.facts.push(("read", date(&read)));
    trace
}
