//! What an article says of its own date without telling of a landmark: the dates in it, who holds an office in its
//! lead, and how old people are.

use super::knowledge::Tables;
use super::reading::Reading;
use super::window::Days;
use crate::chronology::{Certainty, Status};
use crate::lang::Language;
use crate::people::{Form, Mention, Person, Roster, Who};
use crate::text::{Words, lower_words};
use crate::time::{Day, Granularity};
use crate::words::{Fact, Message};

/// Days that something in the text allows, and the reason.
#[derive(Debug)]
pub(super) struct Bound {
    pub days: Days,
    why: Message,
}

impl Bound {
    /// The reason, as it bears on that day.
    pub fn why(&self, day: Day) -> Message {
        let days = self.days.around(day).unwrap_or_else(|| self.days.clone());
        self.why.clone().with("days", span(&days))
    }
}

/// Days after a term on which its holder may still be called by the office: its end is news.
const LEAVING: i64 = 14;

/// Sentences at the head in which an office is held on the day of publication.
pub(super) const LEAD: usize = 4;

/// The bounds of an article that was read without a date.
pub(super) fn bounds(
    words: &Words,
    language: &Language,
    tables: &Tables,
    roster: &Roster,
    undated: &Reading,
) -> Vec<Bound> {
    let mut bounds: Vec<Bound> = [latest_told(undated), earliest_planned(undated, language)]
        .into_iter()
        .flatten()
        .collect();
    for mention in &undated.linked.mentions {
        let [Who::Roster(number)] = mention.who.as_slice() else {
            continue;
        };
        if !matches!(mention.form, Form::Full | Form::Short) {
            continue;
        }
        let person = roster.person(*number);
        let name = person.name_in(&language.head.names);
        bounds.extend(age(words, mention, person, name));
        if mention.form == Form::Full {
            bounds.extend(office(words, tables, undated, mention, person, name));
        }
    }
    bounds
}

/// Not before what the article tells to have happened on a date of its own.
fn latest_told(undated: &Reading) -> Option<Bound> {
    let told = undated.events.iter().filter(|event| {
        event.when.certainty == Certainty::Stated && event.status == Status::Happened
    });
    let latest = told.max_by_key(|event| event.when.interval.start)?;
    let first = latest.when.interval.first_day()?;
    Some(Bound {
        days: Days::between(Some(first), None),
        why: Message::new("published-after").with("text", latest.when.text.as_str()),
    })
}

/// Not after what it tells to be yet to come.
fn earliest_planned(undated: &Reading, language: &Language) -> Option<Bound> {
    let cues: Vec<Vec<String>> = language
        .events
        .cues
        .coming
        .iter()
        .map(|cue| lower_words(cue))
        .collect();
    let is_coming = |quote: &str| {
        let words = lower_words(quote);
        cues.iter()
            .any(|cue| words.windows(cue.len()).any(|at| at == cue))
    };
    let planned = undated.events.iter().filter(|event| {
        event.when.certainty == Certainty::Stated
            && event.status == Status::Planned
            && event.when.interval.end.is_some()
            && event.sources.iter().any(|source| is_coming(&source.quote))
    });
    let first = planned.min_by_key(|event| event.when.interval.end)?;
    Some(Bound {
        days: Days::between(None, first.when.interval.last_day()),
        why: Message::new("published-before").with("text", first.when.text.as_str()),
    })
}

/// "Vladimir Putin (66)", "Joe Biden, 78,": within that year of somebody's life.
fn age(words: &Words, mention: &Mention, person: &Person, name: &str) -> Option<Bound> {
    let born = person.born?;
    let at = mention.tokens.end;
    if at + 2 >= words.len() {
        return None;
    }
    let closes = match words.word(at) {
        "(" => ")",
        "," => ",",
        _ => return None,
    };
    let years: i64 = words.word(at + 1).parse().ok()?;
    if words.word(at + 2) != closes || !(18..=110).contains(&years) {
        return None;
    }
    let first = born.add_months(12 * years);
    let last = born.add_months(12 * (years + 1)).add_days(-1);
    Some(Bound {
        days: Days::between(Some(first), Some(last)),
        why: Message::new("published-age")
            .with("name", name)
            .with("n", years),
    })
}

/// "Russlands president Vladimir Putin" in the lead: while he is president.
fn office(
    words: &Words,
    tables: &Tables,
    undated: &Reading,
    mention: &Mention,
    person: &Person,
    name: &str,
) -> Option<Bound> {
    let sentence = words.sentence_of(mention.tokens.start);
    // A sentence with a date of its own may speak of another time.
    let own_date = undated.expressions.iter().any(|expression| {
        words.sentences[sentence].span.contains(expression.span)
            && (expression.interval.is_some() || expression.granularity > Granularity::Week)
    });
    if sentence >= LEAD || own_date {
        return None;
    }
    let start = words.of_sentence[sentence].start;
    let office = tables
        .names
        .office_held(words, start, mention.tokens.start)?;
    let held = person.terms.iter().filter(|term| term.office == office);
    let terms: Vec<Days> = held
        .map(|term| Days::between(Some(term.from), term.to.map(|to| to.add_days(LEAVING))))
        .collect();
    let days = Days::union(&terms);
    if days.is_empty() {
        return None;
    }
    Some(Bound {
        days,
        why: Message::new("published-office").with("name", name),
    })
}

/// A set of days, to be said.
pub(super) fn span(days: &Days) -> Fact {
    Fact::Time(days.hull(), Granularity::Day, None)
}
