//! Turns what a pattern took, with an anchor and a direction, into a value and an interval.

use super::calendar::{granularity_of, holiday_in, period, season_of, unit_around, value_of};
use super::context::Context;
use super::lexicon::Rule;
use super::scan::Slots;
use super::tense::Direction;
use super::{AnchorUse, TimexType};
use crate::lang::{Meaning, Unit};
use crate::time::{Day, Granularity, Interval, Weekday};
use crate::words::{Fact, Message};

/// A resolved expression, before the words around it are looked at.
#[derive(Clone, Debug)]
pub(super) struct Resolved {
    pub kind: TimexType,
    pub value: String,
    pub interval: Option<Interval>,
    pub granularity: Granularity,
    pub clock: Option<(u8, u8)>,
    pub anchor: AnchorUse,
    /// Whether later expressions may be counted from it.
    pub leads: bool,
    pub why: Vec<Message>,
}

impl Resolved {
    fn new(kind: TimexType, value: String) -> Self {
        Self {
            kind,
            value,
            interval: None,
            granularity: Granularity::Day,
            clock: None,
            anchor: AnchorUse::None,
            leads: false,
            why: Vec::new(),
        }
    }

    fn date(value: String, interval: Interval, granularity: Granularity) -> Self {
        Self {
            interval: Some(interval),
            granularity,
            leads: true,
            ..Self::new(TimexType::Date, value)
        }
    }
}

/// Resolves what a rule took. Nothing: the words make no date, and none is to be read in them.
pub(super) fn resolve(
    rule: &Rule,
    slots: &Slots,
    context: &Context,
    direction: Direction,
    words: &str,
) -> Option<Resolved> {
    let mut resolved = match rule.meaning {
        Meaning::Date => date(rule, slots, context, direction)?,
        Meaning::Day => day(rule, slots, context)?,
        Meaning::Weekday | Meaning::WeekdayOf => weekday(rule, slots, context, direction)?,
        Meaning::Count => count(rule, slots, context)?,
        Meaning::UnitOf => unit_of(rule, slots, context, direction)?,
        Meaning::EarlierIn | Meaning::LaterIn => within_unit(rule, slots, context)?,
        Meaning::Window => window(rule, slots, context)?,
        Meaning::Season => season(rule, slots, context, direction)?,
        Meaning::Decade => decade(slots)?,
        Meaning::Century => century(slots)?,
        Meaning::WeekNumber => week_number(slots, context)?,
        Meaning::Quarter | Meaning::Half => fraction(rule, slots, context)?,
        Meaning::Holiday => holiday(slots, context, direction)?,
        Meaning::Clock => clock(slots, context)?,
        Meaning::Duration => duration(slots)?,
        Meaning::Set => set(rule, slots)?,
        Meaning::Vague => Resolved::new(TimexType::Date, rule.value.clone()?),
    };
    resolved.why = reckoning(rule, &resolved, context, direction, words);
    Some(resolved)
}

/// The steps in words: the words taken, what they were counted from, what came out.
fn reckoning(
    rule: &Rule,
    resolved: &Resolved,
    context: &Context,
    direction: Direction,
    words: &str,
) -> Vec<Message> {
    let mut why = vec![Message::new("why-words").with("text", words)];
    match (resolved.anchor, context.published, context.told) {
        (AnchorUse::Publication, Some(day), _) => {
            why.push(Message::new("why-from-publication").with("date", day))
        }
        (AnchorUse::Narrative, _, Some(told)) => why.push(
            Message::new("why-from-told")
                .with("date", Fact::Time(told.interval, told.granularity, None)),
        ),
        _ => {}
    }
    let directed = matches!(rule.meaning, Meaning::Weekday)
        || rule.meaning == Meaning::Date && rule.by.is_none();
    if directed && resolved.anchor == AnchorUse::Publication {
        why.push(Message::new(match direction {
            Direction::Past => "why-past",
            Direction::Present => "why-present",
            Direction::Future => "why-future",
        }));
    }
    if let Some(interval) = resolved.interval {
        let key = if resolved.granularity <= Granularity::Day {
            "why-day"
        } else {
            "why-within"
        };
        why.push(Message::new(key).with("date", Fact::Time(interval, resolved.granularity, None)));
    }
    why
}

fn date(rule: &Rule, slots: &Slots, context: &Context, direction: Direction) -> Option<Resolved> {
    let (mut day, mut month) = (slots.day.or(slots.ordinal), slots.month);
    // "4/25/2019" where the day comes first can only be the month first.
    if let (Some(d), Some(m)) = (day, month)
        && m > 12
    {
        (day, month) = (Some(m), Some(d));
    }
    let Some(month) = month else {
        let year = slots.year?;
        return Some(Resolved::date(
            format!("{year:04}"),
            Interval::years(year, 1),
            Granularity::Year,
        ));
    };
    let (year, anchor) = year_of(rule, slots, month, day, context, direction)?;
    let Some(year) = year else {
        let value = day.map_or(format!("XXXX-{month:02}"), |day| {
            format!("XXXX-{month:02}-{day:02}")
        });
        // A date that no year has is none.
        Day::from_ymd(2000, month, day.unwrap_or(1))?;
        return Some(Resolved::new(TimexType::Date, value));
    };
    let first = Day::from_ymd(year, month, day.unwrap_or(1))?;
    let resolved = match day {
        Some(_) if rule.part.is_some() => on_day(first, slots, rule),
        Some(_) => Resolved::date(first.to_string(), Interval::day(first), Granularity::Day),
        None => Resolved::date(
            format!("{year:04}-{month:02}"),
            Interval::months(first, 1),
            Granularity::Month,
        ),
    };
    Some(Resolved { anchor, ..resolved })
}

/// The year of a day and month: written, moved from an anchor, told before, or by the tense.
#[allow(clippy::type_complexity)] // a year that may be unknown, and what it was counted from
fn year_of(
    rule: &Rule,
    slots: &Slots,
    month: u32,
    day: Option<u32>,
    context: &Context,
    direction: Direction,
) -> Option<(Option<i32>, AnchorUse)> {
    if let Some(year) = slots.year {
        return Some((Some(year), AnchorUse::None));
    }
    if let Some(by) = rule.by {
        let (anchor_day, anchor) = context.day_anchor(rule.narrative)?;
        // "mai fire år senere": the slot says how many years.
        let by = slots.number.map_or(by, |n| i64::from(n) * by.signum());
        return Some((Some(anchor_day.year() + i32::try_from(by).ok()?), anchor));
    }
    if let Some(told) = context.year_told() {
        return Some((
            Some(told.interval.first_day()?.year()),
            AnchorUse::Narrative,
        ));
    }
    let Some(published) = context.publication() else {
        return Some((None, AnchorUse::None));
    };
    let (this_month, this_day) = (published.month(), published.day());
    let later = month > this_month || month == this_month && day.is_some_and(|day| day > this_day);
    // Months apart, a plan goes on and a report goes back; a date just beside publication is this year's.
    let apart = i64::from(month) - i64::from(this_month);
    let year = match direction {
        Direction::Past if later && apart >= 1 => published.year() - 1,
        Direction::Future if apart < -1 => published.year() + 1,
        Direction::Present if apart < -6 => published.year() + 1,
        _ => published.year(),
    };
    Some((Some(year), AnchorUse::Publication))
}

fn day(rule: &Rule, slots: &Slots, context: &Context) -> Option<Resolved> {
    let by = rule.by.unwrap_or(0);
    if rule.narrative {
        let (interval, granularity, anchor) = context.narrative()?;
        if granularity > Granularity::Day {
            return Some(Resolved {
                anchor,
                leads: false,
                ..Resolved::date(value_of(interval, granularity), interval, granularity)
            });
        }
        let moved = interval.first_day()?.add_days(by);
        return Some(Resolved {
            anchor,
            ..on_day(moved, slots, rule)
        });
    }
    let (anchor_day, anchor) = context.day_anchor(false)?;
    Some(Resolved {
        anchor,
        ..on_day(anchor_day.add_days(by), slots, rule)
    })
}

/// A day, or a part of it.
fn on_day(day: Day, slots: &Slots, rule: &Rule) -> Resolved {
    let part = slots.part.as_deref().or(rule.part.as_deref());
    match part {
        Some(part) => Resolved {
            kind: TimexType::Time,
            ..Resolved::date(
                format!("{day}T{part}"),
                Interval::day(day),
                Granularity::Part,
            )
        },
        None => Resolved::date(day.to_string(), Interval::day(day), Granularity::Day),
    }
}

fn weekday(
    rule: &Rule,
    slots: &Slots,
    context: &Context,
    direction: Direction,
) -> Option<Resolved> {
    let weekday = Weekday::from_iso(slots.weekday?)?;
    let Some((anchor_day, anchor)) = context.day_anchor(false) else {
        let value = format!("XXXX-WXX-{}", weekday.iso());
        return Some(Resolved::new(TimexType::Date, value));
    };
    let ahead = (i64::from(weekday.iso()) - i64::from(anchor_day.weekday().iso())).rem_euclid(7);
    let day = match (rule.meaning, rule.by.unwrap_or(0)) {
        (Meaning::WeekdayOf, by) => {
            let monday = anchor_day.monday().add_days(7 * by);
            monday.add_days(i64::from(weekday.iso()) - 1)
        }
        _ => match direction {
            Direction::Past if ahead == 0 => anchor_day,
            Direction::Past => anchor_day.add_days(ahead - 7),
            Direction::Present | Direction::Future => anchor_day.add_days(ahead),
        },
    };
    Some(Resolved {
        anchor,
        ..on_day(day, slots, rule)
    })
}

/// `n` units on or back: days and weeks to a day, months to a month, years to a year.
fn count(rule: &Rule, slots: &Slots, context: &Context) -> Option<Resolved> {
    let n = i64::from(slots.number.unwrap_or(1)) * rule.by.unwrap_or(1).signum();
    let unit = slots.unit.or(rule.unit)?;
    let (interval, granularity, anchor) = if rule.narrative {
        context.narrative()?
    } else {
        (
            Interval::day(context.publication()?),
            Granularity::Day,
            AnchorUse::Publication,
        )
    };
    let from = interval.first_day()?;
    let resolved = match unit {
        Unit::Second | Unit::Minute | Unit::Hour => {
            // Hours later on the same day, as far as is known.
            Resolved {
                leads: false,
                ..Resolved::date(from.to_string(), interval, Granularity::Day)
            }
        }
        Unit::Day | Unit::Weekend | Unit::Week => {
            let day = from.add_days(n * if unit == Unit::Day { 1 } else { 7 });
            if granularity > Granularity::Week {
                let month = Interval::months(day, 1);
                Resolved::date(
                    value_of(month, Granularity::Month),
                    month,
                    Granularity::Month,
                )
            } else {
                Resolved::date(day.to_string(), Interval::day(day), Granularity::Day)
            }
        }
        Unit::Month | Unit::Quarter => {
            let first = from
                .first_of_month()
                .add_months(n * if unit == Unit::Month { 1 } else { 3 });
            let month = Interval::months(first, 1);
            Resolved::date(
                value_of(month, Granularity::Month),
                month,
                Granularity::Month,
            )
        }
        Unit::Year | Unit::Decade | Unit::Century => {
            let years = n * match unit {
                Unit::Year => 1,
                Unit::Decade => 10,
                _ => 100,
            };
            let year = i32::try_from(i64::from(from.year()) + years).ok()?;
            Resolved::date(
                format!("{year:04}"),
                Interval::years(year, 1),
                Granularity::Year,
            )
        }
    };
    Some(Resolved { anchor, ..resolved })
}

/// The unit that holds the anchor, moved.
fn unit_of(
    rule: &Rule,
    slots: &Slots,
    context: &Context,
    direction: Direction,
) -> Option<Resolved> {
    let unit = slots.unit.or(rule.unit)?;
    let by = rule.by.unwrap_or(0);
    let (from, anchor) = context.day_anchor(rule.narrative)?;
    // "I helgen" told on a Monday is the one just gone.
    let gone = unit == Unit::Weekend && by == 0 && !rule.narrative && direction == Direction::Past;
    let by = if gone && from.weekday().iso() < 6 {
        -1
    } else {
        by
    };
    let (interval, granularity) = unit_around(from, unit, by)?;
    let value = match unit {
        Unit::Weekend => format!("{}-WE", value_of(interval, Granularity::Week)),
        _ => value_of(interval, granularity),
    };
    Some(Resolved {
        anchor,
        ..Resolved::date(value, interval, granularity)
    })
}

/// "Tidligere i uken", "later this year": what is gone or left of the unit.
fn within_unit(rule: &Rule, slots: &Slots, context: &Context) -> Option<Resolved> {
    let (from, anchor) = context.day_anchor(rule.narrative)?;
    let (whole, granularity) = match &slots.season {
        Some(code) => (season_of(code, from.year())?, Granularity::Season),
        None => unit_around(from, slots.unit.or(rule.unit)?, 0)?,
    };
    let side = match rule.meaning {
        Meaning::EarlierIn => Interval {
            start: None,
            end: Some(from.end()),
        },
        _ => Interval {
            start: Some(from.start()),
            end: None,
        },
    };
    let part = whole.intersection(side).unwrap_or(whole);
    Some(Resolved {
        anchor,
        leads: false,
        ..Resolved::date(value_of(whole, granularity), part, granularity)
    })
}

/// "Det siste året": a length of time that ends, or begins, at the anchor; events counted in it lie there.
fn window(rule: &Rule, slots: &Slots, context: &Context) -> Option<Resolved> {
    let unit = slots.unit.or(rule.unit)?;
    let n = slots.number.unwrap_or(1);
    let mut resolved = Resolved::new(TimexType::Duration, period(i64::from(n), unit));
    let Some((anchor_day, anchor)) = context.day_anchor(rule.narrative) else {
        return Some(resolved);
    };
    let by = i64::from(n) * rule.by.unwrap_or(-1).signum();
    let other = match unit {
        Unit::Second | Unit::Minute | Unit::Hour => anchor_day,
        Unit::Day | Unit::Weekend => anchor_day.add_days(by),
        Unit::Week => anchor_day.add_days(7 * by),
        Unit::Month => anchor_day.add_months(by),
        Unit::Quarter => anchor_day.add_months(3 * by),
        Unit::Year => anchor_day.add_months(12 * by),
        Unit::Decade => anchor_day.add_months(120 * by),
        Unit::Century => anchor_day.add_months(1200 * by),
    };
    resolved.interval = Some(Interval::days(anchor_day.min(other), anchor_day.max(other)));
    resolved.granularity = granularity_of(unit);
    resolved.anchor = anchor;
    Some(resolved)
}

fn season(rule: &Rule, slots: &Slots, context: &Context, direction: Direction) -> Option<Resolved> {
    let code = slots.season.as_deref()?;
    let month = match code {
        "SP" => 3,
        "SU" => 6,
        "FA" => 9,
        _ => 12,
    };
    let (year, anchor) = match (slots.year, rule.by) {
        (Some(year), _) => (year, AnchorUse::None),
        (None, Some(by)) => {
            let (day, anchor) = context.day_anchor(rule.narrative)?;
            (day.year() + i32::try_from(by).ok()?, anchor)
        }
        (None, None) => match (context.year_told(), context.publication()) {
            (Some(told), _) => (told.interval.first_day()?.year(), AnchorUse::Narrative),
            (None, published) => {
                let published = published?;
                let back = direction == Direction::Past && month > published.month();
                (published.year() - i32::from(back), AnchorUse::Publication)
            }
        },
    };
    let value = format!("{year:04}-{code}");
    Some(Resolved {
        anchor,
        ..Resolved::date(value, season_of(code, year)?, Granularity::Season)
    })
}

/// "1990-tallet" is a decade, "1800-tallet" a century.
fn decade(slots: &Slots) -> Option<Resolved> {
    let year = slots.year?;
    if year % 100 == 0 && year < 2000 {
        return Some(Resolved::date(
            format!("{:02}", year / 100),
            Interval::years(year, 100),
            Granularity::Century,
        ));
    }
    let first = year - year % 10;
    Some(Resolved::date(
        format!("{:03}", first / 10),
        Interval::years(first, 10),
        Granularity::Decade,
    ))
}

/// "The 19th century" is 1801 to 1900, in TIMEX3 `18`.
fn century(slots: &Slots) -> Option<Resolved> {
    let number = i32::try_from(slots.day.or(slots.ordinal)?).ok()?;
    let first = (number - 1) * 100;
    Some(Resolved::date(
        format!("{:02}", number - 1),
        Interval::years(first, 100),
        Granularity::Century,
    ))
}

fn week_number(slots: &Slots, context: &Context) -> Option<Resolved> {
    let (day, anchor) = context.day_anchor(false)?;
    let week = slots.number?;
    let monday = Day::from_iso_week(day.iso_week().0, week, Weekday::from_iso(1)?)?;
    let interval = Interval::days(monday, monday.add_days(6));
    Some(Resolved {
        anchor,
        ..Resolved::date(
            value_of(interval, Granularity::Week),
            interval,
            Granularity::Week,
        )
    })
}

fn fraction(rule: &Rule, slots: &Slots, context: &Context) -> Option<Resolved> {
    let (months, granularity, letter) = match rule.meaning {
        Meaning::Quarter => (3, Granularity::Quarter, 'Q'),
        _ => (6, Granularity::Half, 'H'),
    };
    let number = slots
        .ordinal
        .or(slots.day)
        .filter(|number| (1..=12 / months).contains(number))?;
    let (year, anchor) = match slots.year {
        Some(year) => (year, AnchorUse::None),
        None => {
            let (day, anchor) = context.day_anchor(false)?;
            (day.year(), anchor)
        }
    };
    let first = Day::from_ymd(year, (number - 1) * months + 1, 1)?;
    let interval = Interval::months(first, i64::from(months));
    Some(Resolved {
        anchor,
        ..Resolved::date(format!("{year:04}-{letter}{number}"), interval, granularity)
    })
}

fn holiday(slots: &Slots, context: &Context, direction: Direction) -> Option<Resolved> {
    let rule = slots.holiday.as_deref()?;
    if let Some(year) = slots.year {
        let day = holiday_in(rule, year)?;
        return Some(Resolved::date(
            day.to_string(),
            Interval::day(day),
            Granularity::Day,
        ));
    }
    let told = context
        .year_told()
        .and_then(|told| told.interval.first_day());
    let (anchor_day, anchor) = match told {
        Some(day) => (day, AnchorUse::Narrative),
        None => context.day_anchor(false)?,
    };
    let this = holiday_in(rule, anchor_day.year())?;
    let day = match (anchor, direction) {
        (AnchorUse::Publication, Direction::Past) if this > anchor_day => {
            holiday_in(rule, anchor_day.year() - 1)?
        }
        (AnchorUse::Publication, Direction::Future) if this < anchor_day => {
            holiday_in(rule, anchor_day.year() + 1)?
        }
        _ => this,
    };
    Some(Resolved {
        anchor,
        ..Resolved::date(day.to_string(), Interval::day(day), Granularity::Day)
    })
}

fn clock(slots: &Slots, context: &Context) -> Option<Resolved> {
    let mut hour = slots.hour?;
    if slots.afternoon && hour < 12 {
        hour += 12;
    }
    let minute = slots.minute.unwrap_or(0);
    let clock = Some((u8::try_from(hour).ok()?, u8::try_from(minute).ok()?));
    let granularity = if slots.minute.is_some() {
        Granularity::Minute
    } else {
        Granularity::Hour
    };
    let time = format!("T{hour:02}:{minute:02}");
    let Some((interval, _, anchor)) = context
        .narrative()
        .filter(|(_, told, _)| *told <= Granularity::Day)
    else {
        return Some(Resolved {
            clock,
            granularity,
            ..Resolved::new(TimexType::Time, time)
        });
    };
    let day = interval.first_day()?;
    let resolved = Resolved::date(format!("{day}{time}"), Interval::day(day), granularity);
    Some(Resolved {
        kind: TimexType::Time,
        clock,
        anchor,
        leads: false,
        ..resolved
    })
}

fn duration(slots: &Slots) -> Option<Resolved> {
    let unit = slots.unit?;
    let value = match slots.number {
        Some(number) => period(i64::from(number), unit),
        None => period(0, unit).replace('0', "X"),
    };
    Some(Resolved::new(TimexType::Duration, value))
}

fn set(rule: &Rule, slots: &Slots) -> Option<Resolved> {
    let value = match (slots.unit.or(rule.unit), slots.weekday, &slots.season) {
        (Some(unit), _, _) => period(1, unit),
        (None, Some(weekday), _) => format!("XXXX-WXX-{weekday}"),
        (None, None, Some(season)) => format!("XXXX-{season}"),
        (None, None, None) => return None,
    };
    Some(Resolved::new(TimexType::Set, value))
}
