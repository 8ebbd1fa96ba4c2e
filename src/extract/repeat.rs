//! Finds where an article tells again of an event it has told: in the headline, or without its date.

use super::clause::Clause;
use super::participants::{everybody, participants};
use super::place;
use super::reading::Reader;
use crate::chronology::{Event, Evidence, Kind, PersonId, Place};

impl Reader<'_> {
    /// Clauses without a date that tell again of an event already found, as the headline does: one more source.
    pub(super) fn repeat(&self, clauses: &[Vec<Clause>], events: &mut [Event]) {
        for (number, sentence) in clauses.iter().enumerate() {
            if self.is_clutter(number) {
                continue;
            }
            for (at, clause) in sentence.iter().enumerate() {
                if self.dates_in(clause).is_empty() {
                    self.repeat_clause(sentence, at, number == 0, events);
                }
            }
        }
    }

    pub(super) fn repeat_clause(
        &self,
        clauses: &[Clause],
        number: usize,
        is_headline: bool,
        events: &mut [Event],
    ) {
        let clause = &clauses[number];
        let words = self.words;
        let lexicon = &self.tables.lexicon;
        let Some(noun) = clause
            .hits
            .iter()
            .find(|hit| matches!(hit.kind, Kind::Meeting | Kind::Summit))
        else {
            return;
        };
        let who: Vec<PersonId> = everybody(participants(
            words,
            clauses,
            number,
            noun.kind,
            &self.linked.mentions,
            lexicon,
        ))
        .into_iter()
        .map(|who| self.id(who))
        .collect();
        let place = self.place(&clause.tokens, noun.kind);
        if who.is_empty() {
            return;
        }
        let same = |event: &&mut Event| {
            matches!(event.kind, Kind::Meeting | Kind::Summit)
                && event.count == 1
                && who.iter().all(|who| event.participants.contains(who))
                && (who.len() == event.participants.len() || place.is_some())
                && match (&place, &event.place) {
                    (Some(a), Some(b)) => place::compatible(a, b),
                    (None, _) => true,
                    (Some(_), None) => false,
                }
        };
        let mut matching: Vec<&mut Event> = events.iter_mut().filter(same).collect();
        let [event] = matching.as_mut_slice() else {
            return;
        };
        let span = words.span(clause.tokens.clone());
        let point = |at| self.points.before(words.text, at);
        event.sources.push(Evidence {
            article: self.article,
            start: point(span.start),
            end: point(span.end),
            quote: span.of(words.text).to_owned(),
            when_span: None,
            people_spans: Vec::new(),
            when: None,
        });
        event.sources.sort_by_key(|source| source.start);
        // A headline is short and says who.
        if is_headline {
            event.title = self.title(clause, clause.tokens.start..clause.tokens.end);
        }
        // "Vietnam", told again as "Hanoi": the city is the more exact.
        if let (Some(new), Some(old)) = (&place, &event.place)
            && new.name != old.name
            && self.is_country(old)
        {
            event.place = Some(new.clone());
        }
    }

    pub(super) fn is_country(&self, place: &Place) -> bool {
        let words = place
            .country
            .as_ref()
            .and_then(|code| self.language.countries.get(code));
        words.is_some_and(|words| words.name == place.name || words.other.contains(&place.name))
    }
}
