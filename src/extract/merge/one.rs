//! Makes one event of several that tell of it: the most exact date, everybody, and all that was said.

use super::face::{LONGEST, higher, tells_more};
use crate::chronology::{Article, ArticleId, Event, EventId, Form, Status, When};
use crate::time::{DAY, Day, Granularity};
use crate::words::{Fact, Message};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The articles by id.
pub(super) type Articles = BTreeMap<ArticleId, Article>;

/// One event of several; the first of `told` if it is alone.
pub(in crate::extract) fn one_of(mut told: Vec<Event>, articles: &Articles) -> Option<Event> {
    told.sort_by_key(|event| event.id);
    if told.len() < 2 {
        return told.pop();
    }
    let best = best(&told, articles)?;
    let mut event = told[best].clone();
    let disagreements = disagreements(&told, best, articles);
    event.why.extend(disagreements);
    event.status = status(&told, best, articles);
    event.sources.clear();
    for other in &told {
        event.kind = higher(event.kind, other.kind);
        if tells_more(other.place.as_ref(), event.place.as_ref()) {
            event.place.clone_from(&other.place);
        }
        for who in &other.participants {
            if !event.participants.contains(who) {
                event.participants.push(who.clone());
            }
        }
        event.id = event.id.min(other.id);
        for source in &other.sources {
            let mut source = source.clone();
            let own = source.when.take();
            let own = own.or_else(|| source.when_span.map(|_| other.when.clone()));
            source.when = own.filter(|own| own.interval != event.when.interval);
            event.sources.push(source);
        }
    }
    event
        .sources
        .sort_by_key(|source| (source.article, source.start, source.end));
    event
        .sources
        .dedup_by_key(|source| (source.article, source.start, source.end));
    Some(event)
}

/// The event whose date is taken: the most exact; then the one that most articles bear out; then the one told
/// nearest to the day itself, and first.
fn best(told: &[Event], articles: &Articles) -> Option<usize> {
    // A clock time makes a day no surer; days that it took are as good as one of them.
    let lasts =
        |event: &Event| event.when.form == Form::Span && event.when.granularity <= Granularity::Day;
    let length = |event: &Event| match event.when.interval.len() {
        Some(len) if lasts(event) && len <= LONGEST => DAY,
        len => len.unwrap_or(i64::MAX).max(DAY),
    };
    let time = |event: &Event| (event.when.interval.start, event.when.interval.end);
    // Counted once for each time, since many articles may tell of few.
    let mut votes: BTreeMap<_, usize> = BTreeMap::new();
    for event in told {
        votes.entry(time(event)).or_insert_with(|| {
            let agrees = |other: &&Event| other.when.interval.overlaps(event.when.interval);
            let agreeing = told.iter().filter(agrees).map(|other| other.id.article);
            agreeing.collect::<BTreeSet<_>>().len()
        });
    }
    let rank = |event: &Event| {
        let published = published(event.id, articles);
        let day = event.when.interval.first_day();
        let away = published
            .zip(day)
            .map_or(i64::MAX, |(a, b)| (a.number() - b.number()).abs());
        (
            Reverse(votes.get(&time(event)).copied()),
            !lasts(event),
            event.when.interval.len(),
            event.when.certainty,
            away,
            published.is_none(),
            published,
            event.id,
        )
    };
    let most_exact = told.iter().map(length).min()?;
    (0..told.len())
        .filter(|at| length(&told[*at]) == most_exact)
        .min_by_key(|at| rank(&told[*at]))
}

fn published(id: EventId, articles: &Articles) -> Option<Day> {
    articles.get(&id.article)?.published
}

/// As the article published last has it; a plan says nothing against what happened or was called off.
fn status(told: &[Event], best: usize, articles: &Articles) -> Status {
    let settled = told.iter().filter(|event| event.status != Status::Planned);
    settled
        .max_by_key(|event| {
            let called_off = event.status == Status::Cancelled;
            (published(event.id, articles), called_off, Reverse(event.id))
        })
        .map_or(told[best].status, |event| event.status)
}

/// Which articles put the event at a time that cannot be the one taken.
fn disagreements(told: &[Event], best: usize, articles: &Articles) -> Vec<Message> {
    let taken = &told[best];
    let mut others: Vec<&Event> = Vec::new();
    for event in told {
        let known = |other: &&Event| other.when.interval == event.when.interval;
        let agrees = event.when.interval.overlaps(taken.when.interval);
        if !agrees && !others.iter().any(known) {
            others.push(event);
        }
    }
    let title = |event: &Event| {
        let article = articles.get(&event.id.article);
        article.map_or(String::new(), |article| article.title.clone())
    };
    let date = |when: &When| Fact::Time(when.interval, when.granularity, when.modifier);
    let say = |event: &&Event| {
        let message = Message::new("why-disagreement").with("article", title(taken));
        let mut message = message.with("other", title(event));
        message.facts.push(("date", date(&taken.when)));
        message.facts.push(("otherdate", date(&event.when)));
        message
    };
    others.iter().map(say).collect()
}
