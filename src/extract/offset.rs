//! What lies a length of time before a date of the same sentence: "10. juni, fire måneder etter at han ble
//! løslatt" puts the release in February.

use super::lexicon::Lexicon;
use crate::tagger::{AnchorUse, TimeExpression, TimexType};
use crate::text::Words;
use crate::time::{Granularity, Interval};

/// Gives an interval to each length of time that stands behind a date and before "after": the date less that
/// length.
pub(super) fn place_offsets(words: &Words, lexicon: &Lexicon, expressions: &mut [TimeExpression]) {
    for at in 1..expressions.len() {
        let (before, rest) = expressions.split_at_mut(at);
        let length = &mut rest[0];
        if length.kind != TimexType::Duration
            || length.interval.is_some()
            || !leads_to_after(words, lexicon, length)
        {
            continue;
        }
        let sentence = words.sentence_of(words.within(length.span).start);
        let date = before.iter().rev().find(|date| {
            date.interval.is_some()
                && date.kind != TimexType::Set
                && words.sentence_of(words.within(date.span).start) == sentence
        });
        let Some((interval, granularity)) = date.and_then(|date| earlier(date, &length.value))
        else {
            continue;
        };
        length.from = date.and_then(|date| Some((date.interval?, date.granularity)));
        length.anchor = AnchorUse::Narrative;
        length.interval = Some(interval);
        length.granularity = granularity;
    }
}

/// Whether "after" ends a length of time or stands right behind it.
fn leads_to_after(words: &Words, lexicon: &Lexicon, length: &TimeExpression) -> bool {
    let tokens = words.within(length.span);
    let sentence = words.of_sentence[words.sentence_of(tokens.start)].clone();
    let last = tokens.end.saturating_sub(1)..sentence.end.min(tokens.end + 1);
    words.lower[last]
        .iter()
        .any(|word| lexicon.after.contains(&**word))
}

/// A date less a length of time, as exact as the rougher of the two allows.
fn earlier(date: &TimeExpression, length: &str) -> Option<(Interval, Granularity)> {
    let day = date.interval?.first_day()?;
    let exact = date.granularity <= Granularity::Day;
    let length = length.strip_prefix('P')?;
    if let Some(hours) = length.strip_prefix('T') {
        return (exact && hours.ends_with(['H', 'M']))
            .then_some((Interval::day(day), Granularity::Day));
    }
    let (n, unit) = length.split_at_checked(length.len().checked_sub(1)?)?;
    let n: i64 = n.parse().ok()?;
    let month = |months: i64| {
        let first = day.first_of_month().add_months(-months);
        (Interval::months(first, 1), Granularity::Month)
    };
    match unit {
        "D" | "W" if exact => {
            let days = if unit == "W" { 7 * n } else { n };
            Some((Interval::day(day.add_days(-days)), Granularity::Day))
        }
        "M" if date.granularity <= Granularity::Month => Some(month(n)),
        "Y" => {
            let year = i32::try_from(i64::from(day.year()) - n).ok()?;
            Some((Interval::years(year, 1), Granularity::Year))
        }
        _ => None,
    }
}
