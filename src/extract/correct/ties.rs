//! Which passages are one event and which are not, as the user says; and the events made by hand.

use super::{Articles, ByArticle, Work, why_lost};
use crate::chronology::{Correction, Event, EventId, Evidence, Lost, Passage, Person, What};
use crate::extract::merge::Ties;
use crate::words::Message;
use std::collections::{BTreeMap, BTreeSet};

/// Numbers of events that the engine did not make begin here.
const BY_HAND: u16 = 1 << 15;

impl Work {
    /// Adds what was made by hand, parts what one article tells as one, and gathers what is to be merged and not.
    pub(super) fn ties(&mut self, corrections: &[Correction], articles: &Articles) -> Ties {
        let mut ties = Ties::default();
        let is_tie = |correction: &&Correction| {
            matches!(
                correction.what,
                What::Add { .. } | What::Together(..) | What::Apart(..)
            )
        };
        let corrections: Vec<&Correction> = corrections.iter().filter(is_tie).collect();
        if corrections.is_empty() {
            return ties;
        }
        let mut index = ByArticle::new(&self.events);
        for correction in &corrections {
            if let What::Add { event, persons } = &correction.what {
                if !self.add(event, persons, articles, &mut index, &mut ties) {
                    self.lose(correction, Lost::Article);
                }
            } else if let What::Apart(a, b) = &correction.what {
                self.part(a, b, &mut index);
            }
        }
        self.gather(&corrections, articles, &index, &mut ties);
        ties
    }

    fn fresh_id(&self, source: &Evidence) -> EventId {
        let (article, start) = (source.article, source.start);
        let taken = self.events.iter().map(|event| event.id);
        let taken =
            taken.filter(|id| id.article == article && id.start == start && id.n >= BY_HAND);
        let n = taken.map(|id| id.n.saturating_add(1)).max();
        EventId {
            article,
            start,
            n: n.unwrap_or(BY_HAND),
        }
    }

    fn push(&mut self, event: Event, index: &mut ByArticle) -> usize {
        let at = self.events.len();
        index.add(at, &event);
        self.events.push(event);
        self.traces.push(Vec::new());
        at
    }

    /// Adds an event made by hand; whether its article is there. Where the engine has it by now, it is that one.
    fn add(
        &mut self,
        event: &Event,
        persons: &[Person],
        articles: &Articles,
        index: &mut ByArticle,
        ties: &mut Ties,
    ) -> bool {
        let mut event = event.clone();
        let Some(source) = event.sources.first() else {
            return false;
        };
        if !articles.contains_key(&source.article) {
            return false;
        }
        for person in persons {
            self.persons.meet(person);
        }
        for who in &mut event.participants {
            *who = self.persons.who(who);
        }
        event.id = self.fresh_id(source);
        let found = Passage::of(&event).and_then(|passage| self.find(&passage, index));
        let people = |event: &Event| event.participants.iter().cloned().collect::<BTreeSet<_>>();
        let known = found.filter(|at| {
            let known = &self.events[*at];
            known.kind.family() == event.kind.family()
                && known.when.interval == event.when.interval
                && people(known) == people(&event)
        });
        let at = self.push(event, index);
        self.traces[at].push(Message::new("why-by-hand-made"));
        ties.by_hand.insert(at);
        ties.together.extend(known.map(|known| (known, at)));
        true
    }

    /// Takes the second passage out of an event that one article tells of in both.
    fn part(&mut self, a: &Passage, b: &Passage, index: &mut ByArticle) {
        let found = |passage| self.find(passage, index);
        let (Some(at), Some(other)) = (found(a), found(b)) else {
            return;
        };
        let event = &self.events[at];
        let Some((stays, goes)) = a.source(event).zip(b.source(event)) else {
            return;
        };
        if at != other || stays == goes {
            return;
        }
        let mut part = event.clone();
        let source = self.events[at].sources.remove(goes);
        part.id = self.fresh_id(&source);
        if let Some(own) = &source.when {
            part.why = vec![Message::new("why-words").with("text", &*own.text)];
            part.when = own.clone();
        } else {
            take_own_date(&mut self.events[at]);
        }
        part.sources = vec![Evidence {
            when: None,
            ..source
        }];
        self.push(part, index);
    }

    /// Which pairs are to be one and which not. Where they contradict each other, the later word counts.
    fn gather(
        &mut self,
        corrections: &[&Correction],
        articles: &Articles,
        index: &ByArticle,
        ties: &mut Ties,
    ) {
        let mut leads: BTreeMap<usize, usize> = BTreeMap::new();
        let root = |leads: &BTreeMap<usize, usize>, mut at: usize| {
            while let Some(other) = leads.get(&at) {
                at = *other;
            }
            at
        };
        for correction in corrections.iter().rev() {
            let (a, b, is_one) = match &correction.what {
                What::Together(a, b) => (a, b, true),
                What::Apart(a, b) => (a, b, false),
                _ => continue,
            };
            let (x, y) = (self.find(a, index), self.find(b, index));
            let (Some(x), Some(y)) = (x, y) else {
                let gone = if x.is_none() { a } else { b };
                self.lose(correction, why_lost(gone.article, articles));
                continue;
            };
            let (one, other) = (root(&leads, x), root(&leads, y));
            let contradicts = if is_one {
                ties.apart.iter().any(|(a, b)| {
                    let pair = (root(&leads, *a), root(&leads, *b));
                    one != other && (pair == (one, other) || pair == (other, one))
                })
            } else {
                one == other
            };
            if contradicts {
                let is_whole = !is_one && x == y;
                self.lose(
                    correction,
                    if is_whole {
                        Lost::Event
                    } else {
                        Lost::Overruled
                    },
                );
                continue;
            }
            let key = if is_one {
                if one != other {
                    leads.insert(other, one);
                }
                ties.together.push((x, y));
                "why-by-hand-together"
            } else {
                ties.apart.push((x, y));
                "why-by-hand-apart"
            };
            for at in [x, y] {
                let trace = Message::new(key);
                if !self.traces[at].contains(&trace) {
                    self.traces[at].push(trace);
                }
            }
        }
    }
}

/// An event whose source of its date is gone takes the date that its others tell.
fn take_own_date(event: &mut Event) {
    let dated = |source: &&Evidence| source.when_span.is_some();
    let mut sources = event.sources.iter().filter(dated);
    let Some(own) = sources.next().and_then(|source| source.when.clone()) else {
        return;
    };
    if sources.any(|source| source.when.is_none()) {
        return;
    }
    for source in &mut event.sources {
        source.when = source
            .when
            .take()
            .filter(|when| when.interval != own.interval);
    }
    event.why = vec![Message::new("why-words").with("text", &*own.text)];
    event.when = own;
}
