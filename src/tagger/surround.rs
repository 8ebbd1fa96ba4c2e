//! What stands around an expression: modifiers, bounds, and the two ends of a stretch of time.

use super::context::{Context, Position};
use super::lexicon::Tagger;
use super::resolve::{Request, Resolved, resolve};
use super::scan::Match;
use super::tense::{Direction, Tenses};
use super::text::TimedText;
use super::vocabulary::Roles;
use super::{TimeExpression, TimexType};
use crate::lang::{Meaning, Unit};
use crate::text::Span;
use crate::time::{Day, Granularity, Interval, Modifier};
use std::ops::Range;

/// An expression with the tokens it covers.
struct Placed {
    tokens: Range<usize>,
    expression: TimeExpression,
    /// Whether it takes its month or year from another.
    shares: bool,
    /// Whether it is a weekday alone.
    weekday: bool,
}

/// Resolves the matches of a sentence in order, with the words around them.
pub(super) fn read(
    text: &TimedText,
    tagger: &Tagger,
    sentence: &Range<usize>,
    matches: Vec<Match>,
    context: &mut Context,
) -> Vec<TimeExpression> {
    let mut found: Vec<Placed> = Vec::with_capacity(matches.len());
    let mut floor = sentence.start;
    let tenses = Tenses::new(text, tagger, sentence);
    for one in matches {
        let form = &tagger.forms[one.form as usize];
        let rule = &tagger.rules[form.rule];
        let way = tenses.direction(&one.tokens);
        let alone = position(text, tagger, sentence, &one.tokens) == Position::Heading
            && rule.meaning == Meaning::Weekday;
        let programme = if alone { context.programme_day() } else { None };
        let follows = follows(text, tagger, found.last(), &one, rule.meaning).or(programme);
        let way = match bound_before(text, tagger, sentence.start, one.tokens.start) {
            // "The conference, which lasted until 15 December", in a story of another year.
            Some(Modifier::OnOrBefore)
                if context.is_in_story() && context.story(None).is_some() =>
            {
                None
            }
            // "Has been shut since Friday".
            Some(Modifier::OnOrAfter) => Some(Direction::Past),
            // "Until Friday", "by the end of May".
            Some(Modifier::OnOrBefore) if !tenses.is_pluperfect(one.tokens.start) => {
                Some(Direction::Future)
            }
            _ => way,
        };
        context.direction = way;
        let request = Request {
            tagger,
            rule,
            slots: &one.slots,
            context,
            direction: way,
            follows,
            listed: one.tokens.start == sentence.start
                && one.tokens.end < sentence.end
                && matches!(text.word(one.tokens.end), ":" | "–" | "—" | "-"),
            anniversary: anniversary(text, tagger, found.last(), one.tokens.start),
        };
        let Some(mut resolved) = resolve(&request) else {
            continue;
        };
        let mut tokens = one.tokens.clone();
        let beside = found
            .last()
            .is_some_and(|last| tokens.start - last.tokens.end <= 1);
        if rule.relates && takes_object(text, sentence, tokens.end) {
            if beside || is_clock(request.unit()) || !context.is_fresh(request.unit()) {
                // "Two days before the launch", and no date told to count from, or "in July, two days before the
                // launch": a length of time.
                tokens.end -= 1;
                let unit = request.unit().unwrap_or(Unit::Day);
                resolved = Resolved::new(TimexType::Duration, request.amount().period(unit));
            }
            // What it is counted from is told again, and stays what is told.
            resolved = resolved.not_leading();
        }
        context.tell(&resolved, position(text, tagger, sentence, &tokens));
        let (start, modifier) = match modifier_before(text, tagger, floor, tokens.start) {
            // "About 10 a.m.", "around Wednesday": no part of an expression so exact.
            (_, Some(Modifier::Approx)) if resolved.granularity < Granularity::Week => {
                (tokens.start, None)
            }
            found => found,
        };
        let tokens = start..tokens.end;
        floor = tokens.end;
        let direction = way.filter(|_| resolved.directed);
        let modifier = modifier.or(one.slots.about);
        let exact = matches!(
            rule.meaning,
            Meaning::Date | Meaning::Weekday | Meaning::Decade | Meaning::Season
        );
        let bound = (exact && modifier.is_none())
            .then(|| bound_before(text, tagger, sentence.start, tokens.start))
            .flatten();
        let expression = expression(text, &tokens, resolved, modifier, bound);
        found.push(Placed {
            tokens,
            shares: one.shares,
            weekday: rule.meaning == Meaning::Weekday,
            expression: TimeExpression {
                form: form.text.clone(),
                direction,
                ..expression
            },
        });
    }
    join_ranges(text, tagger, sentence, found)
}

/// The day told right before an expression that goes on from it: one end of a stretch before the other, or a
/// weekday before another in a list.
fn follows(
    text: &TimedText,
    tagger: &Tagger,
    last: Option<&Placed>,
    one: &Match,
    meaning: Meaning,
) -> Option<Day> {
    let last = last.filter(|last| last.expression.granularity <= Granularity::Month)?;
    let gap = &text.ids[last.tokens.end..one.tokens.start];
    let stretch = tagger.ranges.iter().any(|(_, between)| gap == between);
    let listed = meaning == Meaning::Weekday
        && gap.len() == 1
        && (tagger.lexeme(gap[0]).roles.has(Roles::JOINT) || text.word(last.tokens.end) == ",");
    let goes_on =
        stretch && matches!(meaning, Meaning::Weekday | Meaning::Date) || listed && last.weekday;
    goes_on.then(|| last.expression.interval?.first_day())?
}

/// The day told of right before words that make what follows its anniversary.
fn anniversary(
    text: &TimedText,
    tagger: &Tagger,
    last: Option<&Placed>,
    start: usize,
) -> Option<Day> {
    let last = last.filter(|last| last.expression.granularity == Granularity::Day)?;
    let (_, len) = tagger
        .anniversary
        .longest_before(&text.ids[last.tokens.end..start])?;
    (last.tokens.end + len == start).then(|| last.expression.interval?.first_day())?
}

/// A clause between commas is no longer than so many tokens to either side of a date.
const CLAUSE: usize = 40;

/// Whether a unit is shorter than a day.
fn is_clock(unit: Option<Unit>) -> bool {
    matches!(unit, Some(Unit::Second | Unit::Minute | Unit::Hour))
}

fn position(
    text: &TimedText,
    tagger: &Tagger,
    sentence: &Range<usize>,
    tokens: &Range<usize>,
) -> Position {
    let opens = |at: &usize| tagger.lexeme(text.ids[*at]).roles.has(Roles::OPENS_CLAUSE);
    let aside = |sentence: &Range<usize>| {
        let comma = |at: usize| text.word(at) == ",";
        let from = tokens.start.saturating_sub(CLAUSE).max(sentence.start + 1);
        let opener = (from..tokens.start).rev().find(opens);
        opener.is_some_and(|at| comma(at - 1))
            && (tokens.end..sentence.end.min(tokens.end + CLAUSE)).any(comma)
    };
    if sentence.len() <= tokens.len() + 1 {
        Position::Heading
    } else if tokens.start <= sentence.start + 1 {
        Position::Opening
    } else if aside(sentence) {
        Position::Aside
    } else {
        Position::Inside
    }
}

/// Whether the word before a token takes an object: whether another word follows.
fn takes_object(text: &TimedText, sentence: &Range<usize>, at: usize) -> bool {
    at < sentence.end && text.words.is_word(at)
}

/// The modifier phrase that ends right before `start`; gives where it begins, an article before it too.
fn modifier_before(
    text: &TimedText,
    tagger: &Tagger,
    floor: usize,
    start: usize,
) -> (usize, Option<Modifier>) {
    let Some((modifier, len)) = tagger.modifiers.longest_before(&text.ids[floor..start]) else {
        return (start, None);
    };
    let from = start - len;
    let article = from > floor && tagger.lexeme(text.ids[from - 1]).roles.has(Roles::ARTICLE);
    (from - usize::from(article), Some(modifier))
}

fn expression(
    text: &TimedText,
    tokens: &Range<usize>,
    resolved: Resolved,
    modifier: Option<Modifier>,
    bound: Option<Modifier>,
) -> TimeExpression {
    let interval = match (resolved.interval, modifier, bound) {
        (Some(whole), Some(modifier), _) => Some(part_of(whole, resolved.granularity, modifier)),
        (Some(whole), None, Some(bound)) => Some(opened(whole, bound)),
        (interval, ..) => interval,
    };
    TimeExpression {
        span: text.span(tokens.clone()),
        kind: resolved.kind,
        value: resolved.value,
        modifier: modifier.or(bound),
        interval,
        granularity: resolved.granularity,
        whole: false,
        ends: Vec::new(),
        clock: resolved.clock,
        anchor: resolved.anchor,
        from: resolved.from,
        direction: None,
        form: "".into(),
    }
}

fn bound_before(text: &TimedText, tagger: &Tagger, floor: usize, start: usize) -> Option<Modifier> {
    let (bound, _) = tagger.bounds.longest_before(&text.ids[floor..start])?;
    Some(bound)
}

fn opened(whole: Interval, bound: Modifier) -> Interval {
    match bound {
        Modifier::Before => Interval {
            start: None,
            end: whole.start,
        },
        Modifier::After => Interval {
            start: whole.end,
            end: None,
        },
        Modifier::OnOrBefore => Interval {
            start: None,
            ..whole
        },
        Modifier::OnOrAfter => Interval { end: None, ..whole },
        _ => whole,
    }
}

/// The part of a unit that "early in", "the middle of", "late in" mean; what is about a time reaches a
/// tenth beyond it on either side.
fn part_of(whole: Interval, granularity: Granularity, part: Modifier) -> Interval {
    let (Some(first), Some(last)) = (whole.first_day(), whole.last_day()) else {
        return whole;
    };
    let days = |from: Day, to: Day| Interval::days(from, to);
    let meant = match (granularity, part) {
        (_, Modifier::Approx) => {
            let spread = match granularity {
                Granularity::Year => 366,
                Granularity::Month => 15,
                Granularity::Decade => 3 * 366,
                _ => 1,
            };
            days(first.add_days(-spread), last.add_days(spread))
        }
        (Granularity::Month, Modifier::Start) => days(first, first.add_days(9)),
        (Granularity::Month, Modifier::Mid) => days(first.add_days(9), first.add_days(19)),
        (Granularity::Month, Modifier::End) => days(first.add_days(19), last),
        (Granularity::Year, Modifier::Start) => Interval::months(first, 3),
        (Granularity::Year, Modifier::Mid) => Interval::months(first.add_months(4), 4),
        (Granularity::Year, Modifier::End) => Interval::months(first.add_months(9), 3),
        (Granularity::Decade, Modifier::Start) => Interval::years(first.year(), 4),
        (Granularity::Decade, Modifier::Mid) => Interval::years(first.year() + 4, 3),
        (Granularity::Decade, Modifier::End) => Interval::years(first.year() + 7, 3),
        (Granularity::Century, Modifier::Start) => Interval::years(first.year(), 30),
        (Granularity::Century, Modifier::Mid) => Interval::years(first.year() + 40, 20),
        (Granularity::Century, Modifier::End) => Interval::years(first.year() + 70, 30),
        (Granularity::Season, Modifier::Start) => Interval::months(first, 1),
        (Granularity::Season, Modifier::Mid) => Interval::months(first.add_months(1), 1),
        (Granularity::Season, Modifier::End) => Interval::months(first.add_months(2), 1),
        _ => whole,
    };
    match part {
        Modifier::Approx => meant,
        // "The end of the first week of March" bears the month's value, but is no part of its end.
        _ => meant.intersection(whole).unwrap_or(whole),
    }
}

/// Two expressions that are the ends of a stretch become one that holds it all: "fra juni 1975 til mars 1977".
fn join_ranges(
    text: &TimedText,
    tagger: &Tagger,
    sentence: &Range<usize>,
    found: Vec<Placed>,
) -> Vec<TimeExpression> {
    let mut joined: Vec<Placed> = Vec::with_capacity(found.len());
    for second in found {
        let whole = joined
            .last()
            .and_then(|first| stretch(text, tagger, sentence, first, &second));
        match whole {
            Some(whole) => {
                joined.pop();
                joined.push(whole);
            }
            None => joined.push(second),
        }
    }
    joined.into_iter().map(|placed| placed.expression).collect()
}

/// "1861–1865": a dash that touches both ends.
fn is_tight_dash(text: &TimedText, at: usize) -> bool {
    !text.words.is_word(at) && text.touches(at) && at > 0 && text.touches(at - 1)
}

fn stretch(
    text: &TimedText,
    tagger: &Tagger,
    sentence: &Range<usize>,
    first: &Placed,
    second: &Placed,
) -> Option<Placed> {
    let (one, two) = (&first.expression, &second.expression);
    let (a, b) = (one.interval?, two.interval?);
    let date = |one: &TimeExpression| one.kind == TimexType::Date && !one.whole;
    let gap = first.tokens.end..second.tokens.start;
    if gap.is_empty() || !date(one) || !date(two) {
        return None;
    }
    let opening = &text.ids[sentence.start..first.tokens.start];
    let between = &text.ids[gap.clone()];
    let range = tagger
        .ranges
        .iter()
        .find(|(before, mark)| between == mark && opening.ends_with(before));
    // "27. og 28. februar", "2021 and 2022": two days or years in a row are a stretch, two others are two dates.
    let row = one.granularity == two.granularity
        && matches!(one.granularity, Granularity::Day | Granularity::Year)
        && one.modifier.is_none()
        && two.modifier.is_none()
        && !first.weekday
        && between.len() == 1
        && tagger.lexeme(between[0]).roles.has(Roles::JOINT)
        && a.end == b.start;
    let before = match range {
        Some((before, _)) => before.len(),
        None if row => 0,
        None => return None,
    };
    if b.end? <= a.start? {
        return None;
    }
    let start = first.tokens.start - before;
    let tokens = start..second.tokens.end;
    let begins = text.words.span(start..start + 1).start;
    Some(Placed {
        expression: TimeExpression {
            span: Span::new(begins, two.span.end),
            value: format!("{}/{}", one.value, two.value),
            modifier: None,
            interval: Some(Interval {
                start: a.start,
                end: b.end,
            }),
            granularity: one.granularity.max(two.granularity),
            whole: true,
            ends: match is_tight_dash(text, gap.start) && !first.shares && !second.shares {
                true => vec![one.clone(), two.clone()],
                false => Vec::new(),
            },
            from: two.from.or(one.from),
            ..two.clone()
        },
        tokens,
        shares: false,
        weekday: false,
    })
}
