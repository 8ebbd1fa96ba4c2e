//! Writes down what was read: drafts as events with their evidence, persons, and notes.

use super::knowledge::Knowledge;
use super::participants::inside;
use super::reading::{Draft, Reader};
use crate::chronology::{
    Certainty, Event, EventId, Evidence, Form, Note, Person, PersonId, Status, Term, When,
};
use crate::people::{self, Linked, Who};
use crate::tagger::AnchorUse;
use crate::text::folded_words;
use crate::time::Interval;
use crate::words::Message;
use std::collections::{BTreeMap, BTreeSet};

impl Reader<'_> {
    pub(super) fn event(&self, draft: Draft, before: &[Event]) -> Event {
        let expression = draft.expression;
        let told = expression.interval.unwrap_or(Interval::UNKNOWN);
        let (interval, reasons) = self
            .within_lives(&draft)
            .unwrap_or_else(|| (told, self.checks(&draft.who, told)));
        let evidence = self.evidence(&draft);
        // Events of earlier sentences begin before this one does.
        let words = self.words;
        let sentence = words.sentences[words.sentence_of(draft.tokens.start)].span;
        let sentence = self.points.before(words.text, sentence.start);
        let n = before
            .iter()
            .rev()
            .take_while(|event| event.id.start >= sentence)
            .filter(|event| event.id.start == evidence.start)
            .count();
        let coming = self
            .published
            .is_some_and(|day| interval.start.is_some_and(|start| start >= day.end()));
        let status = if draft.status == Status::Happened && coming {
            Status::Planned
        } else {
            draft.status
        };
        let form = match () {
            () if draft.count > 1 => Form::Count,
            () if expression.whole => Form::Span,
            () => Form::Point,
        };
        let stated = expression.anchor == AnchorUse::None;
        Event {
            id: EventId {
                article: self.article,
                start: evidence.start,
                n: u16::try_from(n).unwrap_or(u16::MAX),
            },
            title: draft.title,
            kind: draft.kind,
            status,
            when: When {
                interval,
                granularity: expression.granularity,
                modifier: expression.modifier,
                form,
                certainty: match () {
                    () if interval != told => Certainty::Inferred,
                    () if stated => Certainty::Stated,
                    () => Certainty::Derived,
                },
                said: (interval != told).then_some(told),
                clock: expression.clock,
                text: expression.span.of(self.words.text).to_owned(),
            },
            participants: draft.who.iter().map(|who| self.id(*who)).collect(),
            place: draft.place,
            count: draft.count,
            sources: vec![evidence],
            why: expression
                .why(self.words.text)
                .into_iter()
                .chain(reasons)
                .collect(),
        }
    }

    pub(super) fn evidence(&self, draft: &Draft) -> Evidence {
        let words = self.words;
        let text = words.text;
        let span = words.span(draft.tokens.clone());
        let point = |at| self.points.before(text, at);
        let tokens = words.within(span);
        let people_spans = inside(&self.linked.mentions, &tokens)
            .iter()
            .filter(|mention| mention.who.iter().any(|who| draft.who.contains(who)))
            .flat_map(|mention| {
                let span = words.span(mention.tokens.clone());
                mention.who.iter().map(move |who| (*who, span))
            })
            .map(|(who, span)| (self.id(who), point(span.start), point(span.end)))
            .collect();
        Evidence {
            article: self.article,
            start: point(span.start),
            end: point(span.end),
            quote: span.of(text).to_owned(),
            when_span: Some((
                point(draft.expression.span.start),
                point(draft.expression.span.end),
            )),
            people_spans,
            when: None,
        }
    }

    pub(super) fn id(&self, who: Who) -> PersonId {
        person_id(who, self.linked, self.knowledge)
    }

    /// Everybody mentioned, by id.
    pub(super) fn persons(&self) -> Vec<Person> {
        let who: BTreeSet<Who> = self
            .linked
            .mentions
            .iter()
            .flat_map(|mention| &mention.who)
            .copied()
            .collect();
        let mut persons: Vec<Person> = who.into_iter().map(|who| self.person(who)).collect();
        persons.sort_by(|a, b| a.id.cmp(&b.id));
        persons.dedup_by(|a, b| a.id == b.id);
        persons
    }

    pub(super) fn person(&self, who: Who) -> Person {
        let Who::Roster(number) = who else {
            return Person {
                id: self.id(who),
                name: match who {
                    Who::Other(number) => self.linked.others[number].clone(),
                    Who::Roster(_) => String::new(),
                },
                wikidata: None,
                leader: false,
                terms: Vec::new(),
                born: None,
                died: None,
            };
        };
        let known = self.knowledge.roster.person(number);
        let name = known.name_in(&self.language.head.names).to_owned();
        let term = |term: &people::Term| Term {
            office: term.office.clone(),
            country: term.country.clone(),
            from: Some(term.from),
            to: term.to,
        };
        Person {
            id: self.id(who),
            name,
            wikidata: known.wikidata.clone(),
            leader: known.is_leader(),
            terms: known.terms.iter().map(term).collect(),
            born: known.born,
            died: known.died,
        }
    }

    /// Surnames that stand alone where several persons of the article bear them: each once.
    fn namesakes(&self) -> Vec<Note> {
        let mut bearers: BTreeMap<String, BTreeSet<Who>> = BTreeMap::new();
        let surname = |who: Who| folded_words(&self.person(who).name).pop();
        let mentions = &self.linked.mentions;
        for mention in mentions.iter().filter(|one| one.form == people::Form::Full) {
            for who in &mention.who {
                if let Some(name) = surname(*who) {
                    bearers.entry(name).or_default().insert(*who);
                }
            }
        }
        bearers.retain(|_, who| who.len() > 1);
        let mut notes = Vec::new();
        for mention in mentions
            .iter()
            .filter(|one| one.form == people::Form::Short)
        {
            let word = &self.words.folded()[mention.tokens.end - 1];
            let borne = bearers
                .remove(&**word)
                .filter(|who| mention.who.iter().all(|one| who.contains(one)));
            if let (Some(who), Some(meant)) = (borne, mention.who.first()) {
                let span = self.words.span(mention.tokens.clone());
                let others = who.into_iter().filter(|other| other != meant);
                let others: Vec<String> = others.map(|who| self.person(who).name).collect();
                notes.push(Note {
                    start: self.points.before(self.words.text, span.start),
                    end: self.points.before(self.words.text, span.end),
                    message: Message::new("note-namesakes")
                        .with("text", span.of(self.words.text))
                        .with("name", self.person(*meant).name)
                        .with("others", others.join(", ")),
                });
            }
        }
        notes
    }

    /// Dates that gave no event, and names that could be two persons'.
    pub(super) fn notes(&self, used: &BTreeSet<usize>) -> Vec<Note> {
        let idle = self
            .expressions
            .iter()
            .filter(|expression| {
                expression.interval.is_some() && !used.contains(&expression.span.start)
            })
            .map(|expression| Note {
                start: self.points.before(self.words.text, expression.span.start),
                end: self.points.before(self.words.text, expression.span.end),
                message: Message::new("note-no-event")
                    .with("text", expression.span.of(self.words.text)),
            });
        let mut notes: Vec<Note> = idle.chain(self.namesakes()).collect();
        notes.sort_by_key(|note| note.start);
        notes
    }
}

/// Somebody's id: the roster's, else one made from the name.
pub(super) fn person_id(who: Who, linked: &Linked, knowledge: &Knowledge) -> PersonId {
    match who {
        Who::Roster(number) => PersonId::new(&knowledge.roster.person(number).id),
        Who::Other(number) => PersonId::new(&crate::text::slug(&linked.others[number])),
    }
}
