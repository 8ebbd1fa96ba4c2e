//! What stands around an expression: modifiers, bounds, and the two ends of a stretch of time.

use super::context::Context;
use super::lexicon::Tagger;
use super::resolve::{Resolved, resolve};
use super::scan::{Match, Slots};
use super::tense::direction;
use super::{TimeExpression, TimexType};
use crate::lang::{Bound, Meaning, Part};
use crate::text::Words;
use crate::time::{Day, Granularity, Interval, Modifier};
use std::ops::Range;

/// Resolves the matches of a sentence in order, with the words around them.
pub(super) fn read(
    words: &Words,
    tagger: &Tagger,
    sentence: &Range<usize>,
    matches: Vec<Match>,
    context: &mut Context,
) -> Vec<TimeExpression> {
    let mut found: Vec<(Range<usize>, TimeExpression)> = Vec::new();
    let matches = complete_lists(words, tagger, matches);
    for (number, one) in matches.iter().enumerate() {
        let rule = &tagger.rules[one.rule];
        let way = direction(words, tagger, sentence, &one.tokens);
        let text = words.span(one.tokens.clone()).of(words.text);
        let Some(resolved) = resolve(rule, &one.slots, context, way, text) else {
            continue;
        };
        // A clock time behind a day belongs to it, and a length of time behind a day is its own.
        if rule.meaning == Meaning::Clock
            && let Some((tokens, day)) = found.last_mut()
            && one.tokens.start <= tokens.end + 2
            && day.granularity <= Granularity::Day
            && day.clock.is_none()
        {
            day.clock = resolved.clock;
        }
        let heading =
            sentence.len() <= one.tokens.len() + 1 && resolved.granularity >= Granularity::Day;
        if let (true, Some(interval)) = (resolved.leads, resolved.interval) {
            context.tell(interval, resolved.granularity, heading);
        }
        let (start, part) =
            modifier_before(words, tagger, sentence, one.tokens.start, number, &matches);
        let tokens = start..one.tokens.end;
        found.push((
            one.tokens.clone(),
            expression(words, tagger, sentence, &tokens, one, resolved, part),
        ));
    }
    let found = found
        .into_iter()
        .map(|(_, expression)| expression)
        .collect();
    join_ranges(words, tagger, sentence, found)
}

/// "27.–28. februar": a number before a dash or "og" borrows the month of the date behind it.
fn complete_lists(words: &Words, tagger: &Tagger, matches: Vec<Match>) -> Vec<Match> {
    let mut complete: Vec<Match> = Vec::new();
    for one in matches {
        let mut before = Vec::new();
        let mut start = one.tokens.start;
        if one.slots.month.is_some() && one.slots.day.is_some() {
            while let Some((at, day)) = day_before(words, tagger, start) {
                if complete
                    .last()
                    .is_some_and(|last: &Match| last.tokens.end > at)
                {
                    break;
                }
                let slots = Slots {
                    day: Some(day),
                    month: one.slots.month,
                    year: one.slots.year,
                    ..Slots::default()
                };
                before.push(Match {
                    tokens: at..start_mark(words, at, start),
                    rule: one.rule,
                    slots,
                });
                start = at;
            }
        }
        complete.extend(before.into_iter().rev());
        let after = day_after(words, &one);
        let (rule, slots) = (one.rule, one.slots.clone());
        complete.push(one);
        // "August 9–12, 1941": and a number behind a dash the month before it.
        if let Some((tokens, day)) = after {
            let slots = Slots {
                day: Some(day),
                ..slots
            };
            complete.push(Match {
                tokens,
                rule,
                slots,
            });
        }
    }
    complete
}

/// The end of the day number's own tokens: with its full stop, without the mark that joins.
fn start_mark(words: &Words, at: usize, end: usize) -> usize {
    if at + 1 < end && words.word(at + 1) == "." {
        at + 2
    } else {
        at + 1
    }
}

/// A day's number that is joined to the date at `start` by a dash, a comma, "og" or "and".
fn day_before(words: &Words, tagger: &Tagger, start: usize) -> Option<(usize, u32)> {
    let joint = start.checked_sub(1)?;
    let dash = matches!(words.word(joint), "–" | "-");
    let comma = words.word(joint) == ",";
    if !dash && !comma && !tagger.joints.contains(&words.lower[joint]) {
        return None;
    }
    let mut at = joint.checked_sub(1)?;
    let stop = words.word(at) == ".";
    if stop {
        at = at.checked_sub(1)?;
    }
    let short = words.word(at).len() <= 2;
    let day = words
        .word(at)
        .parse()
        .ok()
        .filter(|day| (1..=31).contains(day) && short)?;
    // "36, 25. april": a bare number before a comma is no day.
    (stop || !comma).then_some((at, day))
}

fn day_after(words: &Words, one: &Match) -> Option<(Range<usize>, u32)> {
    let end = one.tokens.end;
    if one.slots.day.is_none()
        || one.slots.month.is_none()
        || one.slots.year.is_some()
        || end + 1 >= words.len()
    {
        return None;
    }
    if !matches!(words.word(end), "–" | "-")
        || words.tokens[end].span.start != words.tokens[end - 1].span.end
    {
        return None;
    }
    let day: u32 = words.word(end + 1).parse().ok()?;
    // The day must stand last before the dash: "Dec. 2-4", not "2 December-4".
    let last = words.word(end - 1).parse::<u32>().is_ok();
    (last && (1..=31).contains(&day)).then_some((end + 1..end + 2, day))
}

/// The modifier phrase that ends right before `start`; gives where it begins.
fn modifier_before(
    words: &Words,
    tagger: &Tagger,
    sentence: &Range<usize>,
    start: usize,
    number: usize,
    matches: &[Match],
) -> (usize, Option<Part>) {
    let floor = if number > 0 {
        matches[number - 1].tokens.end
    } else {
        sentence.start
    };
    for (phrase, part) in &tagger.modifiers {
        let Some(from) = start
            .checked_sub(phrase.len())
            .filter(|from| *from >= floor)
        else {
            continue;
        };
        if words.lower[from..start] == phrase[..] {
            return (from, Some(*part));
        }
    }
    (start, None)
}

fn expression(
    words: &Words,
    tagger: &Tagger,
    sentence: &Range<usize>,
    tokens: &Range<usize>,
    one: &Match,
    resolved: Resolved,
    part: Option<Part>,
) -> TimeExpression {
    let mut interval = resolved.interval;
    let mut modifier = None;
    if let Some(part) = part {
        (interval, modifier) = (
            interval.map(|whole| part_of(whole, resolved.granularity, part)),
            Some(named(part)),
        );
    }
    let exact = matches!(
        tagger.rules[one.rule].meaning,
        Meaning::Date | Meaning::Weekday | Meaning::Decade | Meaning::Season
    );
    if part.is_none()
        && exact
        && let Some(bound) = bound_before(words, tagger, sentence, tokens.start)
        && let Some(whole) = interval
    {
        let (open, name) = opened(whole, bound);
        (interval, modifier) = (Some(open), Some(name));
    }
    TimeExpression {
        span: words.span(tokens.clone()),
        kind: resolved.kind,
        value: resolved.value,
        modifier,
        interval,
        granularity: resolved.granularity,
        whole: false,
        clock: resolved.clock,
        anchor: resolved.anchor,
        pattern: tagger.rules[one.rule].name.clone(),
        why: resolved.why,
    }
}

fn named(part: Part) -> Modifier {
    match part {
        Part::Start => Modifier::Start,
        Part::Mid => Modifier::Mid,
        Part::End => Modifier::End,
        Part::Approx => Modifier::Approx,
    }
}

fn bound_before(
    words: &Words,
    tagger: &Tagger,
    sentence: &Range<usize>,
    start: usize,
) -> Option<Bound> {
    tagger.bounds.iter().find_map(|(phrase, bound)| {
        let from = start
            .checked_sub(phrase.len())
            .filter(|from| *from >= sentence.start)?;
        (words.lower[from..start] == phrase[..]).then_some(*bound)
    })
}

fn opened(whole: Interval, bound: Bound) -> (Interval, Modifier) {
    match bound {
        Bound::Before => (
            Interval {
                start: None,
                end: whole.start,
            },
            Modifier::Before,
        ),
        Bound::After => (
            Interval {
                start: whole.end,
                end: None,
            },
            Modifier::After,
        ),
        Bound::Until => (
            Interval {
                start: None,
                ..whole
            },
            Modifier::OnOrBefore,
        ),
        Bound::Since => (Interval { end: None, ..whole }, Modifier::OnOrAfter),
    }
}

/// The part of a unit that "early in", "the middle of", "late in" mean; what is about a time reaches a
/// tenth beyond it on either side.
fn part_of(whole: Interval, granularity: Granularity, part: Part) -> Interval {
    let (Some(first), Some(last)) = (whole.first_day(), whole.last_day()) else {
        return whole;
    };
    let days = |from: Day, to: Day| Interval::days(from, to);
    match (granularity, part) {
        (_, Part::Approx) => {
            let spread = match granularity {
                Granularity::Year => 366,
                Granularity::Month => 15,
                Granularity::Decade => 3 * 366,
                _ => 1,
            };
            days(first.add_days(-spread), last.add_days(spread))
        }
        (Granularity::Month, Part::Start) => days(first, first.add_days(9)),
        (Granularity::Month, Part::Mid) => days(first.add_days(9), first.add_days(19)),
        (Granularity::Month, Part::End) => days(first.add_days(19), last),
        (Granularity::Year, Part::Start) => Interval::months(first, 3),
        (Granularity::Year, Part::Mid) => Interval::months(first.add_months(4), 4),
        (Granularity::Year, Part::End) => Interval::months(first.add_months(9), 3),
        (Granularity::Decade, Part::Start) => Interval::years(first.year(), 4),
        (Granularity::Decade, Part::Mid) => Interval::years(first.year() + 4, 3),
        (Granularity::Decade, Part::End) => Interval::years(first.year() + 7, 3),
        (Granularity::Century, Part::Start) => Interval::years(first.year(), 30),
        (Granularity::Century, Part::Mid) => Interval::years(first.year() + 40, 20),
        (Granularity::Century, Part::End) => Interval::years(first.year() + 70, 30),
        (Granularity::Season, Part::Start) => Interval::months(first, 1),
        (Granularity::Season, Part::Mid) => Interval::months(first.add_months(1), 1),
        (Granularity::Season, Part::End) => Interval::months(first.add_months(2), 1),
        (_, Part::Start | Part::Mid | Part::End) => whole,
    }
}

/// Two expressions that are the ends of a stretch become one that holds it all: "fra juni 1975 til mars 1977".
fn join_ranges(
    words: &Words,
    tagger: &Tagger,
    sentence: &Range<usize>,
    found: Vec<TimeExpression>,
) -> Vec<TimeExpression> {
    let mut joined: Vec<TimeExpression> = Vec::new();
    for second in found {
        match joined
            .last()
            .and_then(|first| stretch(words, tagger, sentence, first, &second))
        {
            Some(whole) => {
                joined.pop();
                joined.push(whole);
            }
            None => joined.push(second),
        }
    }
    joined
}

fn stretch(
    words: &Words,
    tagger: &Tagger,
    sentence: &Range<usize>,
    first: &TimeExpression,
    second: &TimeExpression,
) -> Option<TimeExpression> {
    let (a, b) = (first.interval?, second.interval?);
    let date = |one: &TimeExpression| matches!(one.kind, TimexType::Date) && !one.whole;
    let (tokens, next) = (words.within(first.span), words.within(second.span));
    let between = words.lower.get(tokens.end..next.start)?;
    let before = tokens
        .start
        .checked_sub(1)
        .filter(|at| *at >= sentence.start);
    let opening = before.map_or("", |at| words.lower[at].as_str());
    let range = tagger.ranges.iter().find(|(before, mark)| {
        between.len() == 1 && between[0] == *mark && (before.is_empty() || before == opening)
    })?;
    let forward = b.end? > a.start?;
    if !forward || !date(first) || !date(second) {
        return None;
    }
    let start = if range.0.is_empty() {
        first.span
    } else {
        words.span(before?..tokens.end)
    };
    let mut why = first.why.clone();
    why.extend(
        second
            .why
            .iter()
            .filter(|step| !first.why.contains(step))
            .cloned(),
    );
    Some(TimeExpression {
        span: start.hull(second.span),
        value: format!("{}/{}", first.value, second.value),
        modifier: None,
        interval: Some(Interval {
            start: a.start,
            end: b.end,
        }),
        granularity: first.granularity.max(second.granularity),
        whole: true,
        why,
        ..second.clone()
    })
}
