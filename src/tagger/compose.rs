//! Puts together what patterns found side by side: a time of day and its day, days that share a month,
//! months that share a year.

use super::lexicon::Tagger;
use super::scan::{Match, Slots};
use super::text::TimedText;
use super::vocabulary::Roles;
use crate::lang::{DayPart, Meaning};
use std::ops::Range;

/// The matches of the sentence that begins at a token, each complete in itself.
pub(super) fn compose(
    text: &TimedText,
    tagger: &Tagger,
    start: usize,
    matches: Vec<Match>,
) -> Vec<Match> {
    let matches = join_times(text, tagger, matches);
    let mut matches = complete_lists(text, tagger, start, matches);
    share_years(text, tagger, &mut matches);
    matches
}

fn meaning(tagger: &Tagger, one: &Match) -> Meaning {
    tagger.rules[tagger.forms[one.form as usize].rule].meaning
}

/// Whether a match names a single day.
fn is_day(tagger: &Tagger, one: &Match) -> bool {
    let slots = &one.slots;
    let free = slots.hour.is_none();
    free && match meaning(tagger, one) {
        Meaning::Date => slots.month.is_some() && (slots.day.is_some() || slots.ordinal.is_some()),
        Meaning::Day | Meaning::Weekday | Meaning::DayOfMonth | Meaning::Holiday => true,
        _ => false,
    }
}

/// "10 p.m. Wednesday", "10. desember 2019 kl. 18.40", "the morning of April 19": one time each.
fn join_times(text: &TimedText, tagger: &Tagger, matches: Vec<Match>) -> Vec<Match> {
    let mut joined: Vec<Match> = Vec::with_capacity(matches.len());
    for one in matches {
        let Some(last) = joined.last_mut() else {
            joined.push(one);
            continue;
        };
        let gap = last.tokens.end..one.tokens.start;
        let time = |m: &Match| meaning(tagger, m) == Meaning::TimeOfDay;
        // "… at 11 p.m. A day later": a new sentence.
        let told = tagger.rules[tagger.forms[one.form as usize].rule].narrative
            && text.words.is_capitalised(one.tokens.start);
        if time(last) && is_day(tagger, &one) && !told && links(text, tagger, gap.clone()) {
            let tokens = last.tokens.start..one.tokens.end;
            *last = timed(&one, last, tokens, tagger);
        } else if is_day(tagger, last) && time(&one) && links(text, tagger, gap) {
            let tokens = last.tokens.start..one.tokens.end;
            *last = timed(last, &one, tokens, tagger);
        } else {
            joined.push(one);
        }
    }
    joined
}

/// Whether only words that tie a time to its day stand between them.
fn links(text: &TimedText, tagger: &Tagger, gap: Range<usize>) -> bool {
    gap.len() <= 2
        && gap
            .clone()
            .all(|at| tagger.lexeme(text.ids[at]).roles.has(Roles::OF_DAY))
}

fn timed(day: &Match, time: &Match, tokens: Range<usize>, tagger: &Tagger) -> Match {
    let rule = &tagger.rules[tagger.forms[time.form as usize].rule];
    let (hour, minute) = clock_of(&time.slots, rule.by);
    Match {
        tokens,
        form: day.form,
        slots: Slots {
            hour,
            minute,
            afternoon: time.slots.afternoon,
            utc: time.slots.utc,
            part: day.slots.part.or(time.slots.part).or(rule.part),
            ..day.slots
        },
        shares: false,
    }
}

/// Hour and minute of a time of day; `by` is a number of minutes to or past the hour named.
pub(super) fn clock_of(slots: &Slots, by: Option<i64>) -> (Option<u32>, Option<u32>) {
    let (Some(hour), Some(by)) = (slots.hour, by) else {
        return (slots.hour, slots.minute);
    };
    let minutes = (i64::from(hour) * 60 + by).rem_euclid(24 * 60);
    let part = |n: i64| u32::try_from(n).ok();
    (part(minutes / 60), part(minutes % 60))
}

/// The hour of the day that an hour on the clock's face means.
pub(super) fn hour_of_day(hour: u32, afternoon: Option<bool>, part: Option<DayPart>) -> u32 {
    let late = match part {
        Some(DayPart::Afternoon | DayPart::Evening) => true,
        Some(DayPart::Night) => (6..12).contains(&hour),
        _ => false,
    };
    match afternoon {
        Some(true) if hour < 12 => hour + 12,
        Some(false) if hour == 12 => 0,
        None if late && hour < 12 => hour + 12,
        _ => hour,
    }
}

/// "27.–28. februar": a number before a dash or "og" borrows the month of the date behind it, and
/// "August 9–12" that before it.
fn complete_lists(
    text: &TimedText,
    tagger: &Tagger,
    first: usize,
    matches: Vec<Match>,
) -> Vec<Match> {
    let mut complete: Vec<Match> = Vec::with_capacity(matches.len());
    let mut matches = matches.into_iter().peekable();
    while let Some(one) = matches.next() {
        let mut before = Vec::new();
        let mut start = one.tokens.start;
        let dated =
            one.slots.month.is_some() && one.slots.day.is_some() && one.slots.weekday.is_none();
        let floor = complete.last().map_or(first, |last| last.tokens.end);
        while dated && let Some((at, day)) = day_before(text, tagger, start, floor) {
            let stop = usize::from(at + 1 < start && text.word(at + 1) == ".");
            let slots = Slots {
                day: Some(day),
                hour: None,
                part: None,
                ..one.slots
            };
            before.push(Match {
                tokens: at..at + 1 + stop,
                form: one.form,
                slots,
                shares: true,
            });
            start = at;
        }
        complete.extend(before.into_iter().rev());
        // "1870-80-årene": the decade is no second year.
        let next = matches.peek().map_or(usize::MAX, |next| next.tokens.start);
        let after = after(text, tagger, &one).filter(|after| after.tokens.end <= next);
        complete.push(one);
        complete.extend(after);
    }
    complete
}

/// A day's number that is joined to the date at `start` by a dash, a comma, "og" or "and".
fn day_before(
    text: &TimedText,
    tagger: &Tagger,
    start: usize,
    floor: usize,
) -> Option<(usize, u32)> {
    let last = start.checked_sub(1).filter(|at| *at > floor)?;
    let comma = text.word(last) == ",";
    let joint = if comma {
        last
    } else {
        start - joint_before(text, tagger, floor..start)?
    };
    let mut at = joint.checked_sub(1).filter(|at| *at >= floor)?;
    let stop = text.word(at) == ".";
    if stop {
        at = at.checked_sub(1)?;
    }
    let day = text
        .digits(at)
        .filter(|day| (1..=31).contains(day) && text.word(at).len() <= 2)?;
    // "36, 25. april": a bare number before a comma is no day.
    (at >= floor && (stop || !comma)).then_some((at, day))
}

/// How many tokens at the end of `within` join two dates: a dash, "og", or what parts the ends of a
/// stretch: "bis zum".
fn joint_before(text: &TimedText, tagger: &Tagger, within: Range<usize>) -> Option<usize> {
    let ids = &text.ids[within.clone()];
    let between = tagger.ranges.iter().map(|(_, between)| between);
    let phrase = between
        .filter(|between| between.len() > 1 && ids.ends_with(between))
        .map(Vec::len)
        .max();
    let last = within.end - 1;
    let word = is_dash(text.word(last)) || tagger.lexeme(*ids.last()?).roles.has(Roles::JOINT);
    phrase.or(word.then_some(1))
}

fn is_dash(mark: &str) -> bool {
    matches!(mark, "–" | "-" | "—" | "‑" | "/")
}

/// "Dec. 2-4", "1914–18": a number behind a dash that borrows what stands before it.
fn after(text: &TimedText, tagger: &Tagger, one: &Match) -> Option<Match> {
    let end = one.tokens.end;
    if end + 1 >= text.ids.len()
        || !is_dash(text.word(end))
        || !text.touches(end - 1)
        || !text.touches(end)
    {
        return None;
    }
    let number = text
        .digits(end + 1)
        .filter(|_| text.word(end + 1).len() <= 2)?;
    let slots = &one.slots;
    let last_is_number = text.digits(end - 1).is_some();
    if meaning(tagger, one) != Meaning::Date || !last_is_number {
        return None;
    }
    let filled = match (slots.day, slots.month, slots.year) {
        (Some(day), Some(_), None) if (day + 1..=31).contains(&number) => Slots {
            day: Some(number),
            ..*slots
        },
        (None, None, Some(year)) if text.word(end + 1).len() == 2 => {
            let last = year - year % 100 + i32::try_from(number).ok()?;
            (last > year).then_some(Slots {
                year: Some(last),
                ..*slots
            })?
        }
        _ => return None,
    };
    Some(Match {
        tokens: end + 1..end + 2,
        form: one.form,
        slots: filled,
        shares: true,
    })
}

/// "In April and June 2008", "July 1 to July 3, 1863": a month before another takes its year.
fn share_years(text: &TimedText, tagger: &Tagger, matches: &mut [Match]) {
    for at in (1..matches.len()).rev() {
        let (before, behind) = matches.split_at_mut(at);
        let (Some(first), second) = (before.last_mut(), &behind[0]) else {
            continue;
        };
        let gap = first.tokens.end..second.tokens.start;
        let joined = !gap.is_empty() && joint_before(text, tagger, gap.clone()) == Some(gap.len());
        let (Some(month), Some(next)) = (first.slots.month, second.slots.month) else {
            continue;
        };
        let own = first.slots.year.is_some()
            || first.slots.which_year.is_some()
            || first.slots.which.is_some();
        if !joined || own || meaning(tagger, first) != Meaning::Date {
            continue;
        }
        first.shares |= second.slots.year.is_some() || second.slots.which_year.is_some();
        first.slots.which_year = second.slots.which_year;
        first.slots.before_christ = second.slots.before_christ;
        first.slots.year = second.slots.year.map(|year| year - i32::from(month > next));
    }
}
