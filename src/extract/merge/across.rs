//! The same event told in several articles.
//!
//! Events that show the same face are joined in one go. The rest is compared only with what has a person and
//! a day in common, found through sorted lists, so that the work stays near n log n. The surest ties come first;
//! a tie that is not sure holds only where nothing else could be meant. No article tells one event twice: what
//! is two events within an article stays two.

use super::face::Face;
use super::rules::{
    Tie, is_rare, may_be_told_twice, near_days, same_days, same_face, slack_days, vague,
};
use crate::chronology::{ArticleId, Event, Kind};
use std::collections::{BTreeMap, BTreeSet};

/// What the user says of which events are one, by their places in the list.
#[derive(Debug, Default)]
pub(in crate::extract) struct Ties {
    /// Pairs that are one.
    pub together: Vec<(usize, usize)>,
    /// Pairs that are not.
    pub apart: Vec<(usize, usize)>,
    /// Events made by hand: one with others only if the user says so.
    pub by_hand: BTreeSet<usize>,
}

/// Which events of several articles are one, by their places in the list: every event is in one group.
pub(in crate::extract) fn across(events: &[Event], ties: &Ties) -> Vec<Vec<usize>> {
    let mut groups = Groups::new(events, ties);
    for (a, b) in &ties.together {
        groups.unite(*a, *b);
    }
    groups.unite_same_faces();
    groups.unite_by(near_pairs(&groups.candidates(), |_| 0), same_days);
    groups.unite_by(near_pairs(&groups.candidates(), slack_days), near_days);
    groups.unite_by(vague_pairs(&groups.candidates()), vague);
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in 0..events.len() {
        members.entry(groups.root(at)).or_default().push(at);
    }
    members.into_values().collect()
}

/// Which events are one so far.
struct Groups<'t> {
    /// The event that each belongs to; itself, if it leads.
    leader: Vec<usize>,
    faces: Vec<Face>,
    /// Of each leader: the articles that tell of it.
    articles: Vec<BTreeSet<ArticleId>>,
    /// Of each leader: those of its events that must stay apart from some other.
    guarded: BTreeMap<usize, Vec<usize>>,
    apart: BTreeSet<(usize, usize)>,
    ties: &'t Ties,
}

impl<'t> Groups<'t> {
    fn new(events: &[Event], ties: &'t Ties) -> Self {
        let both_ways = |(a, b): &(usize, usize)| [(*a, *b), (*b, *a)];
        let apart: BTreeSet<(usize, usize)> = ties.apart.iter().flat_map(both_ways).collect();
        Self {
            leader: (0..events.len()).collect(),
            faces: events.iter().map(Face::of).collect(),
            articles: events
                .iter()
                .map(|event| event.sources.iter().map(|source| source.article).collect())
                .collect(),
            guarded: apart.iter().map(|(a, _)| (*a, vec![*a])).collect(),
            apart,
            ties,
        }
    }

    fn root(&mut self, at: usize) -> usize {
        let mut root = at;
        while self.leader[root] != root {
            root = self.leader[root];
        }
        let mut at = at;
        while self.leader[at] != root {
            at = std::mem::replace(&mut self.leader[at], root);
        }
        root
    }

    fn is_kept_apart(&self, a: usize, b: usize) -> bool {
        let of = |root: usize| self.guarded.get(&root).map_or(&[][..], Vec::as_slice);
        let ours = of(a).iter();
        ours.copied()
            .any(|a| of(b).iter().any(|b| self.apart.contains(&(a, *b))))
    }

    /// Whether nothing but what they tell decides if two leaders are one.
    fn may_unite(&self, a: usize, b: usize) -> bool {
        a != b && !self.is_kept_apart(a, b) && self.articles[a].is_disjoint(&self.articles[b])
    }

    fn unite(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        if a == b || self.is_kept_apart(a, b) {
            return;
        }
        let (a, b) = (a.min(b), a.max(b));
        self.leader[b] = a;
        let face = self.faces[b].clone();
        self.faces[a].take_in(&face);
        let articles = std::mem::take(&mut self.articles[b]);
        self.articles[a].extend(articles);
        if let Some(guarded) = self.guarded.remove(&b) {
            self.guarded.entry(a).or_default().extend(guarded);
        }
    }

    /// The leaders that may still be joined, with their faces.
    fn candidates(&self) -> Vec<(usize, &Face)> {
        let leads = |at: &usize| self.leader[*at] == *at && !self.ties.by_hand.contains(at);
        (0..self.leader.len())
            .filter(leads)
            .map(|at| (at, &self.faces[at]))
            .filter(|(_, face)| may_be_told_twice(face))
            .collect()
    }

    /// Joins what shows the same face: the first of each article's with the first of the others', and so on; what
    /// is not sure only where no article has two of them.
    fn unite_same_faces(&mut self) {
        let mut seen: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (at, face) in self.candidates() {
            if let Some(tie) = same_face(face) {
                let place = face.place.as_ref().map(|place| (&place.id, &place.name));
                let time = (face.interval.start, face.interval.end);
                // A title is what parts the things that no kind names.
                let words =
                    (face.kind == Kind::Other && face.people.is_empty()).then_some(&face.words);
                let who = (&face.people, words, face.denied);
                let key = (tie, face.kind.family(), time, face.exact, who, place);
                seen.entry(key).or_default().push(at);
            }
        }
        let mut pairs = Vec::new();
        for ((tie, ..), alike) in seen {
            let mut nth: BTreeMap<&BTreeSet<ArticleId>, usize> = BTreeMap::new();
            let mut first: Vec<usize> = Vec::new();
            let mut joined = Vec::new();
            for at in alike {
                let n = nth.entry(&self.articles[at]).or_default();
                match first.get(*n) {
                    Some(leader) => joined.push((*leader, at)),
                    None => first.push(at),
                }
                *n += 1;
            }
            if tie == Tie::Sure || first.len() == 1 {
                pairs.extend(joined);
            }
        }
        for (a, b) in pairs {
            let (a, b) = (self.root(a), self.root(b));
            if self.may_unite(a, b) {
                self.unite(a, b);
            }
        }
    }

    /// Joins what the rule ties: the sure ones first, then those that leave no doubt.
    fn unite_by(&mut self, pairs: Vec<(usize, usize)>, rule: fn(&Face, &Face) -> Option<Tie>) {
        let time = |at: usize| self.faces[at].interval;
        let (first, then): (Vec<_>, Vec<_>) = pairs
            .iter()
            .copied()
            .partition(|(a, b)| time(*a) == time(*b));
        for (a, b) in first.into_iter().chain(then) {
            let (a, b) = (self.root(a), self.root(b));
            if self.may_unite(a, b) && rule(&self.faces[a], &self.faces[b]) == Some(Tie::Sure) {
                self.unite(a, b);
            }
        }
        let mut unsure: BTreeSet<(usize, usize)> = BTreeSet::new();
        let mut could_be: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for (a, b) in pairs {
            let (a, b) = (self.root(a), self.root(b));
            let Some(tie) = rule(&self.faces[a], &self.faces[b]).filter(|_| self.may_unite(a, b))
            else {
                continue;
            };
            unsure.insert((a, b));
            if tie != Tie::Second {
                could_be.entry(a).or_default().insert(b);
            }
            if tie != Tie::First {
                could_be.entry(b).or_default().insert(a);
            }
        }
        let is_plain = |at: usize| could_be.get(&at).is_none_or(|others| others.len() == 1);
        for (a, b) in unsure {
            if !is_plain(a) || !is_plain(b) {
                continue;
            }
            let (a, b) = (self.root(a), self.root(b));
            if self.may_unite(a, b) && rule(&self.faces[a], &self.faces[b]).is_some() {
                self.unite(a, b);
            }
        }
    }
}

/// What two events must have in common to be compared: the family, and a person or, where there is nobody, the place.
type Key<'f> = (u8, &'f str);

fn keys(face: &Face) -> Vec<Key<'_>> {
    let place = face.place.as_ref();
    let place = place.map(|place| place.country.as_deref().unwrap_or(&place.name));
    let family = face.kind.family();
    if face.people.is_empty() {
        return place.map(|place| (family, place)).into_iter().collect();
    }
    face.people
        .iter()
        .map(|who| (family, who.as_str()))
        .collect()
}

/// Pairs with a common key whose known days lie no further apart than the kind allows.
fn near_pairs(candidates: &[(usize, &Face)], slack: fn(Kind) -> i64) -> Vec<(usize, usize)> {
    let mut rows = Vec::new();
    for (at, face) in candidates {
        let Some((first, last)) = face.days().filter(|_| face.exact) else {
            continue;
        };
        for key in keys(face) {
            rows.push((key, first.number(), last.number(), *at, slack(face.kind)));
        }
    }
    rows.sort_unstable();
    let mut pairs = BTreeSet::new();
    // Those that a later row can still meet, all of one key.
    let mut open: Vec<usize> = Vec::new();
    for (n, (key, first, _, at, slack)) in rows.iter().enumerate() {
        open.retain(|m| rows[*m].0 == *key && rows[*m].2 + slack.max(&rows[*m].4) >= *first);
        pairs.extend(
            open.iter()
                .map(|m| (rows[*m].3.min(*at), rows[*m].3.max(*at))),
        );
        open.push(n);
    }
    pairs.into_iter().collect()
}

/// Pairs of a vague event and one with a common key that lies within its time.
fn vague_pairs(candidates: &[(usize, &Face)]) -> Vec<(usize, usize)> {
    let mut rows: Vec<(Key, Option<i64>, usize, &Face)> = Vec::new();
    for (at, face) in candidates {
        let finite = face.interval.len().is_some();
        if finite && (face.exact || is_rare(face.kind)) {
            rows.extend(
                keys(face)
                    .into_iter()
                    .map(|key| (key, face.interval.start, *at, *face)),
            );
        }
    }
    rows.sort_unstable_by_key(|(key, start, at, _)| (*key, *start, *at));
    let mut pairs = BTreeSet::new();
    for (at, face) in candidates {
        if face.exact || face.interval.len().is_none() || face.people.is_empty() {
            continue;
        }
        for key in keys(face) {
            let (start, end) = (face.interval.start, face.interval.end);
            let from = rows.partition_point(|row| (row.0, row.1) < (key, start));
            let within = rows[from..]
                .iter()
                .take_while(|row| row.0 == key && row.1 < end);
            let fitting = within.filter(|row| row.2 != *at && vague(face, row.3).is_some());
            pairs.extend(fitting.map(|row| (*at, row.2)));
        }
    }
    pairs.into_iter().collect()
}
