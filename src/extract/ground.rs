//! What is known of a text before its events: dates, places, clauses, persons.

use super::clause::{Clause, clauses};
use super::knowledge::Knowledge;
use super::lexicon::Opener;
use super::offset::place_offsets;
use crate::lang::Language;
use crate::people::{self, ClauseShape, Linked};
use crate::tagger::{self, Mode, TimeExpression, TimexType};
use crate::text::Words;
use crate::time::Day;
use crate::world::PlaceMention;

/// What is known of a text before its events: its dates, places, clauses and persons.
pub(super) struct Ground {
    pub expressions: Vec<TimeExpression>,
    pub taken: Vec<bool>,
    /// Tokens of dates that can place an event.
    pub placed: Vec<bool>,
    pub places: Vec<PlaceMention>,
    pub clauses: Vec<Vec<Clause>>,
    pub linked: Linked,
}

impl Ground {
    pub(super) fn new(
        words: &Words,
        language: &Language,
        published: Option<Day>,
        knowledge: &Knowledge,
    ) -> Self {
        let tables = knowledge.tables(language);
        let mut expressions =
            tagger::tag_words(words, knowledge.tagger(language), published, Mode::Auto);
        place_offsets(words, &tables.lexicon, &mut expressions);
        let taken = taken_by(words, &expressions, |_| true);
        let placed = taken_by(words, &expressions, |expression| {
            expression.interval.is_some() && expression.kind != TimexType::Set
        });
        let places = tables.gazetteer.find(words);
        let clauses: Vec<Vec<Clause>> = words
            .of_sentence
            .iter()
            .map(|sentence| {
                clauses(
                    words,
                    sentence.clone(),
                    &tables.lexicon,
                    &|at| taken[at],
                    &|at| placed[at],
                )
            })
            .collect();
        let days = days_spoken_of(words, &clauses, &expressions, published);
        let shapes: Vec<ClauseShape> = clauses
            .iter()
            .flat_map(|sentence| shapes(sentence))
            .collect();
        let linked = people::link(
            words,
            &shapes,
            &places,
            &tables.names,
            &knowledge.roster,
            &|at| days[at],
            &|at| taken[at],
        );
        Self {
            expressions,
            taken,
            placed,
            places,
            clauses,
            linked,
        }
    }
}

/// The clauses of a sentence as the linking of mentions sees them. What is joined to a dependent clause
/// depends too.
fn shapes(sentence: &[Clause]) -> Vec<ClauseShape> {
    let mut depends = false;
    sentence
        .iter()
        .map(|clause| {
            depends = clause.depends() || depends && clause.opener == Some(Opener::Joined);
            ClauseShape {
                tokens: clause.tokens.clone(),
                verb: clause.first_verb,
                depends,
            }
        })
        .collect()
}

/// Which tokens belong to expressions of a sort.
fn taken_by(
    words: &Words,
    expressions: &[TimeExpression],
    sort: impl Fn(&TimeExpression) -> bool,
) -> Vec<bool> {
    let mut taken = vec![false; words.len()];
    for expression in expressions.iter().filter(|expression| sort(expression)) {
        for at in words.within(expression.span) {
            taken[at] = true;
        }
    }
    taken
}

/// For each token the days that its clause speaks of, first and last: its own date's, else the day of
/// publication.
fn days_spoken_of(
    words: &Words,
    clauses: &[Vec<Clause>],
    expressions: &[TimeExpression],
    published: Option<Day>,
) -> Vec<Option<(Day, Day)>> {
    let mut days = vec![published.map(|day| (day, day)); words.len()];
    for clause in clauses.iter().flatten() {
        let span = words.span(clause.tokens.clone());
        let start = expressions.partition_point(|expression| expression.span.start < span.start);
        let spoken_of = expressions[start..]
            .iter()
            .take_while(|expression| expression.span.start < span.end)
            .find_map(|expression| {
                let interval = expression.interval?;
                let last = interval.last_day().or(interval.first_day())?;
                Some((interval.first_day().unwrap_or(last), last))
            });
        if let Some((first, last)) = spoken_of {
            // What is still to come is told of those in office now.
            let now = |day: Day| published.map_or(day, |published| day.min(published));
            days[clause.tokens.clone()].fill(Some((now(first), now(last))));
        }
    }
    days
}
