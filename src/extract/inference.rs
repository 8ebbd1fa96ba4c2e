//! Finds an article's date of publication in what it tells.
//!
//! Everything that bears on the date allows a set of days: a landmark told as of "Thursday" or "earlier this year",
//! a date in the text, an office, an age. What all of them share is what remains. A date is proposed only where
//! the lead tells of a landmark on a day counted from publication ("Thursday", "yesterday"), so that one day
//! remains, or the landmark's own day is among the rest and nothing in the text is told of the days after it;
//! and only where people and place tell the landmark from all others, or something else narrows the date to
//! about a year. Two landmarks that fit, or reasons that exclude each other, leave the article undated.

use super::bounds::{self, Bound, LEAD, span};
use super::knowledge::Knowledge;
use super::landmarks::Fit;
use super::reading::Reading;
use super::told::{Told, Trials, is_day};
use super::window::Days;
use crate::chronology::{ArticleId, Note};
use crate::lang::Language;
use crate::people::{Form, Who};
use crate::tagger::AnchorUse;
use crate::text::{Span, Words};
use crate::time::Day;
use crate::words::Message;
use std::collections::BTreeMap;

/// What could be found out about the date.
#[derive(Debug)]
pub(super) enum Inference {
    /// The day, and the reasons.
    Proposed(Day, Vec<Message>),
    /// Too little, or what excludes itself.
    Unknown(Note),
}

/// Days within which something confirms a date.
const NARROW: i64 = 400;
/// A weekday told of the past may be one of this many days after the landmark as well as one before it.
const FOLLOWING: i64 = 4;

/// Infers the date of an article that nothing gives; `undated` is what it tells without one.
pub(super) fn infer(
    words: &Words,
    language: &Language,
    knowledge: &Knowledge,
    article: ArticleId,
    undated: &Reading,
) -> Inference {
    let tables = knowledge.tables(language);
    let bounds = bounds::bounds(words, language, tables, &knowledge.roster, undated);
    let mut trials = Trials::new(words, language, knowledge, article);
    let told = trials.told(LEAD);
    let groups = groups(&told);
    let mut remains = Days::all();
    for bound in &bounds {
        remains = remains.and(&bound.days);
    }
    for group in groups.values().filter(|group| binds(group)) {
        remains = remains.and(&Days::union(group.iter().map(|told| &told.days)));
    }
    let mut proposals: Vec<(Day, &Told)> = told
        .iter()
        .filter(|told| told.sentence < LEAD)
        .filter_map(|one| {
            let day = pick(one, &groups[&one.span], &remains)?;
            let sure = one.fit == Fit::Sure && is_named_in_full(one, &mut trials, day)
                || is_confirmed(one, day, &bounds, &told);
            (sure && holds(one, day, &mut trials)).then_some((day, one))
        })
        .collect();
    proposals.sort_by_key(|(day, one)| (*day, one.span));
    match proposals.as_slice() {
        _ if trials.is_exhausted() => Inference::Unknown(note(&remains)),
        [(day, lead), rest @ ..] if rest.iter().all(|(other, _)| other == day) => {
            Inference::Proposed(*day, reasons(*day, lead, &trials, &bounds, &groups))
        }
        _ => Inference::Unknown(note(&remains)),
    }
}

/// What is told by one expression: several landmarks where it fits several.
type Groups<'t> = BTreeMap<Span, Vec<&'t Told<'t>>>;

fn groups<'t>(told: &'t [Told<'t>]) -> Groups<'t> {
    let mut groups = Groups::new();
    for one in told {
        groups.entry(one.span).or_default().push(one);
    }
    groups
}

/// Whether a group limits the date: what people meet for again and again does not.
fn binds(group: &[&Told]) -> bool {
    group.iter().all(|told| told.fit >= Fit::Likely)
}

/// The day that a landmark told in the lead gives.
fn pick(one: &Told, group: &[&Told], remains: &Days) -> Option<Day> {
    let day = one.day?;
    let rest = one.days.and(remains);
    let rivals = group.iter().filter(|told| {
        told.landmark.days != one.landmark.days && !told.days.and(remains).is_empty()
    });
    if rivals.count() > 0 {
        return None;
    }
    // "Today", "yesterday": one day. "Thursday" in the past: the day itself rather than one of the week after.
    rest.single()
        .or_else(|| (one.days.begins_with(day) && rest.contains(day)).then_some(day))
}

/// A death is somebody's only where the article names him in full.
fn is_named_in_full(one: &Told, trials: &mut Trials, day: Day) -> bool {
    if !one.landmark.is_death() {
        return true;
    }
    let reading = trials.as_of(day);
    reading.linked.mentions.iter().any(|mention| {
        mention.form == Form::Full
            && matches!(mention.who.as_slice(), [Who::Roster(number)] if one.landmark.is_of(*number))
    })
}

/// Whether something else narrows the date to about a year around that day.
fn is_confirmed(one: &Told, day: Day, bounds: &[Bound], told: &[Told]) -> bool {
    let others = told.iter().filter(|other| {
        other.span != one.span
            && other.landmark.days != one.landmark.days
            && other.fit >= Fit::Likely
    });
    let sets = others
        .map(|other| &other.days)
        .chain(bounds.iter().map(|bound| &bound.days));
    sets.filter_map(|days| days.around(day))
        .any(|days| days.len() <= NARROW)
}

/// Whether the article, read as of that day, tells of the landmark on its day and of no day after.
fn holds(one: &Told, day: Day, trials: &mut Trials) -> bool {
    if trials.fit(one.landmark, one.span, day).is_none()
        || !trials.is_told_plainly(one.landmark, one.span, day)
    {
        return false;
    }
    if one.days.single().is_some() {
        return true;
    }
    let told_on = |trials: &mut Trials, span: Span, day: Day| {
        let tagged = trials.tagged(day);
        let mut there = tagged.iter().filter(|expression| {
            expression.span == span && expression.anchor == AnchorUse::Publication
        });
        let told = there.next()?.interval.filter(|told| is_day(*told))?;
        told.first_day().map(Day::number)
    };
    let spans: Vec<Span> = trials.tagged(day).iter().map(|it| it.span).collect();
    !spans.into_iter().any(|span| {
        let Some(told) = told_on(trials, span, day) else {
            return false;
        };
        // A weekday stays for a week; a date stays for longer, and "yesterday" moves at once.
        let moved = |trials: &mut Trials, days: i64| {
            told_on(trials, span, day.add_days(days)).map(|later| later - told)
        };
        let is_weekday = moved(trials, 7) == Some(7) && matches!(moved(trials, 1), Some(0 | 7));
        is_weekday && (7 - FOLLOWING..7).contains(&(day.number() - told))
    })
}

/// Why that day: the lead first, then what agrees with it.
fn reasons(
    day: Day,
    lead: &Told,
    trials: &Trials,
    bounds: &[Bound],
    groups: &Groups,
) -> Vec<Message> {
    let message = |key, told: &Told| {
        told.landmark
            .message(key, trials.language)
            .with("text", told.span.of(trials.words.text))
            .with("days", span(&told.days))
    };
    let mut why = vec![message("published-lead", lead)];
    for group in groups.values() {
        let told = group.iter().find(|told| told.days.contains(day));
        why.extend(
            told.filter(|told| told.landmark.days != lead.landmark.days)
                .map(|told| message("published-told", told)),
        );
    }
    for bound in bounds {
        let step = bound.why(day);
        if !why.contains(&step) {
            why.push(step);
        }
    }
    if lead.days.single().is_none() {
        why.push(Message::new("published-day").with("days", span(&lead.days)));
    }
    why
}

/// That the date is not known, and what is.
fn note(remains: &Days) -> Note {
    let hull = remains.hull();
    let message = match () {
        () if remains.is_empty() => Message::new("note-undated-contrary"),
        () if hull.is_unknown() => Message::new("note-undated"),
        () => Message::new("note-undated-within").with("date", span(remains)),
    };
    Note {
        start: 0,
        end: 0,
        message,
    }
}
