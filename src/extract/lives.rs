//! What the roster knows of the lives of those who took part: it bears a date out, speaks against it, or
//! narrows it.

use super::reading::{Draft, Reader};
use crate::chronology::Kind;
use crate::people::{Person, Who};
use crate::tagger::{AnchorUse, TimeExpression};
use crate::time::{Granularity, Interval};
use crate::words::Message;

impl Reader<'_> {
    /// What the lives say of a date.
    pub(super) fn checks(&self, who: &[Who], interval: Interval) -> Vec<Message> {
        let (Some(first), Some(last)) = (interval.first_day(), interval.last_day()) else {
            return Vec::new();
        };
        let check = |person: &Person| {
            let key = if person.lived(first) && person.lived(last) {
                "why-lived"
            } else if person.lived(first) || person.lived(last) {
                "why-lived-partly"
            } else {
                "why-not-lived"
            };
            self.of_death(key, person)
        };
        self.known(who).filter_map(check).collect()
    }

    /// A vague time, narrowed to the lives of those who took part, and the reasons. What the text says to be a
    /// year or a month stays what it says, and so does what does not demand the living.
    pub(super) fn within_lives(&self, draft: &Draft) -> Option<(Interval, Vec<Message>)> {
        let told = draft.expression.interval?;
        if draft.count != 1 || !demands_the_living(draft.kind) || !self.is_vague(draft.expression) {
            return None;
        }
        let mut interval = told;
        let mut why = Vec::new();
        for person in self.known(&draft.who) {
            let life = Interval {
                start: person.born.map(|day| day.start()),
                end: person.died.map(|day| day.end()),
            };
            let joint = interval.intersection(life)?;
            if joint != interval {
                interval = joint;
                why.extend(self.of_death("why-until-death", person));
            }
        }
        (interval != told && !why.is_empty()).then_some((interval, why))
    }

    fn known<'k>(&'k self, who: &'k [Who]) -> impl Iterator<Item = &'k Person> {
        who.iter().filter_map(|who| match who {
            Who::Roster(number) => Some(self.knowledge.roster.person(*number)),
            Who::Other(_) => None,
        })
    }

    fn of_death(&self, key: &'static str, person: &Person) -> Option<Message> {
        let name = person.name_in(&self.language.head.names);
        Some(
            Message::new(key)
                .with("name", name)
                .with("died", person.died?),
        )
    }

    /// Whether a time is counted in round numbers ("for åtte år siden") or is no unit of the calendar
    /// ("earlier this year").
    fn is_vague(&self, expression: &TimeExpression) -> bool {
        if expression.anchor == AnchorUse::None || expression.granularity < Granularity::Month {
            return false;
        }
        let (Some(interval), words) = (expression.interval, self.words) else {
            return false;
        };
        let counted = words.within(expression.span).any(|at| {
            let number = self.language.time.number(&words.lower[at]);
            number
                .or_else(|| words.word(at).parse().ok())
                .is_some_and(|number| (2..200).contains(&number))
        });
        counted || interval.start.is_none() || !is_unit(interval)
    }
}

/// Whether it runs from the first of a month to the last of a month.
pub(super) fn is_unit(interval: Interval) -> bool {
    let (Some(first), Some(last)) = (interval.first_day(), interval.last_day()) else {
        return false;
    };
    first == first.first_of_month() && last.add_days(1) == last.add_days(1).first_of_month()
}

fn demands_the_living(kind: Kind) -> bool {
    match kind {
        Kind::Meeting
        | Kind::Summit
        | Kind::Visit
        | Kind::Travel
        | Kind::Statement
        | Kind::Agreement
        | Kind::Election
        | Kind::Appointment
        | Kind::Resignation => true,
        Kind::Death
        | Kind::Birth
        | Kind::Conflict
        | Kind::Sanction
        | Kind::Cancelled
        | Kind::Other => false,
    }
}
