//! Turns what a pattern took, with an anchor and a direction, into a value and an interval.

use super::lexicon::Rule;
use super::scan::Slots;
use super::tense::Direction;
use super::{AnchorUse, Mode, TimexType};
use crate::lang::{Meaning, Unit};
use crate::time::{Day, Granularity, Interval, Weekday, easter};
use crate::words::{Fact, Message};

/// What is known when an expression is resolved.
#[derive(Debug)]
pub(super) struct Context {
    pub published: Option<Day>,
    mode: Mode,
    /// The date told last.
    told: Option<Told>,
    paragraph: Option<usize>,
    /// The year that stood alone on a line: what follows belongs to it until the next.
    heading: Option<i32>,
}

/// The date told last.
#[derive(Clone, Copy, Debug)]
struct Told {
    interval: Interval,
    granularity: Granularity,
    /// Its paragraph: a partial date follows it there, not beyond.
    paragraph: usize,
}

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

impl Context {
    pub fn new(published: Option<Day>, mode: Mode) -> Self {
        Self {
            published,
            mode,
            told: None,
            paragraph: None,
            heading: None,
        }
    }

    /// A new sentence begins.
    pub fn enter(&mut self, paragraph: usize) {
        self.paragraph = Some(paragraph);
    }

    /// Remembers a date for what is counted from it.
    pub fn tell(&mut self, interval: Interval, granularity: Granularity, heading: bool) {
        if heading && granularity == Granularity::Year {
            self.heading = interval.first_day().map(Day::year);
        }
        self.told = Some(Told {
            interval,
            granularity,
            paragraph: self.paragraph.unwrap_or(0),
        });
    }

    fn publication(&self) -> Option<Day> {
        match self.mode {
            Mode::Auto => self.published,
            Mode::Narrative => self
                .told
                .and_then(|told| told.interval.first_day())
                .or(self.published),
        }
    }

    /// The anchor for what is counted from the date told last, or from publication where nothing was told.
    fn narrative(&self) -> Option<(Interval, Granularity, AnchorUse)> {
        let told = self
            .told
            .map(|told| (told.interval, told.granularity, AnchorUse::Narrative));
        told.or_else(|| {
            Some((
                Interval::day(self.published?),
                Granularity::Day,
                AnchorUse::Publication,
            ))
        })
    }

    /// The year that a date without one belongs to, if a date told in the same paragraph (or above, as a
    /// heading) gives another than publication would.
    fn year_told(&self) -> Option<Told> {
        let told = self.told?;
        let near = self.paragraph == Some(told.paragraph)
            || self.mode == Mode::Narrative
            || self.published.is_none();
        let year = told.interval.first_day()?.year();
        let other = self
            .publication()
            .is_none_or(|published| published.year() != year);
        (near && other && told.granularity <= Granularity::Year).then_some(told)
    }

    fn day_anchor(&self, narrative: bool) -> Option<(Day, AnchorUse)> {
        if narrative {
            let (interval, _, anchor) = self.narrative()?;
            return Some((interval.first_day()?, anchor));
        }
        Some((self.publication()?, AnchorUse::Publication))
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

fn unit_around(day: Day, unit: Unit, by: i64) -> Option<(Interval, Granularity)> {
    let years = |first: i32, n: i32| Interval::years(first, n);
    Some(match unit {
        Unit::Second | Unit::Minute | Unit::Hour => return None,
        Unit::Day => (Interval::day(day.add_days(by)), Granularity::Day),
        Unit::Weekend => {
            let saturday = day.monday().add_days(5 + 7 * by);
            (
                Interval::days(saturday, saturday.add_days(1)),
                Granularity::Week,
            )
        }
        Unit::Week => {
            let monday = day.monday().add_days(7 * by);
            (
                Interval::days(monday, monday.add_days(6)),
                Granularity::Week,
            )
        }
        Unit::Month => (
            Interval::months(day.first_of_month().add_months(by), 1),
            Granularity::Month,
        ),
        Unit::Quarter => {
            let first = day
                .first_of_month()
                .add_months(-i64::from((day.month() - 1) % 3) + 3 * by);
            (Interval::months(first, 3), Granularity::Quarter)
        }
        Unit::Year => (
            years(day.year() + i32::try_from(by).ok()?, 1),
            Granularity::Year,
        ),
        Unit::Decade => (
            years(
                (day.year().div_euclid(10) + i32::try_from(by).ok()?) * 10,
                10,
            ),
            Granularity::Decade,
        ),
        Unit::Century => (
            years(
                (day.year().div_euclid(100) + i32::try_from(by).ok()?) * 100,
                100,
            ),
            Granularity::Century,
        ),
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

/// The months of a season: spring is March to May.
fn season_of(code: &str, year: i32) -> Option<Interval> {
    let month = match code {
        "SP" => 3,
        "SU" => 6,
        "FA" => 9,
        _ => 12,
    };
    Some(Interval::months(Day::from_ymd(year, month, 1)?, 3))
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

/// The day of a holiday: `MM-DD`, `easter+N`, or `monday 1 MM`.
fn holiday_in(rule: &str, year: i32) -> Option<Day> {
    if let Some(offset) = rule.strip_prefix("easter") {
        return Some(easter(year)?.add_days(offset.parse().ok()?));
    }
    if let Some((month, day)) = rule.split_once('-').filter(|_| !rule.contains(' ')) {
        return Day::from_ymd(year, month.parse().ok()?, day.parse().ok()?);
    }
    let mut parts = rule.split(' ');
    let weekday = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    let name = parts.next()?;
    let wanted = i64::try_from(weekday.iter().position(|day| *day == name)?).ok()? + 1;
    let number: i64 = parts.next()?.parse().ok()?;
    let first = Day::from_ymd(year, parts.next()?.parse().ok()?, 1)?;
    if number > 0 {
        let ahead = (wanted - i64::from(first.weekday().iso())).rem_euclid(7);
        return Some(first.add_days(ahead + 7 * (number - 1)));
    }
    let last = first.add_months(1).add_days(-1);
    Some(last.add_days(-(i64::from(last.weekday().iso()) - wanted).rem_euclid(7)))
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

/// A TIMEX3 length: `P3D`, `PT5H`.
fn period(n: i64, unit: Unit) -> String {
    match unit {
        Unit::Second => format!("PT{n}S"),
        Unit::Minute => format!("PT{n}M"),
        Unit::Hour => format!("PT{n}H"),
        Unit::Day => format!("P{n}D"),
        Unit::Weekend => format!("P{n}WE"),
        Unit::Week => format!("P{n}W"),
        Unit::Month => format!("P{n}M"),
        Unit::Quarter => format!("P{n}Q"),
        Unit::Year => format!("P{n}Y"),
        Unit::Decade => format!("P{n}DE"),
        Unit::Century => format!("P{n}CE"),
    }
}

fn granularity_of(unit: Unit) -> Granularity {
    match unit {
        Unit::Second | Unit::Minute => Granularity::Minute,
        Unit::Hour => Granularity::Hour,
        Unit::Day => Granularity::Day,
        Unit::Weekend | Unit::Week => Granularity::Week,
        Unit::Month => Granularity::Month,
        Unit::Quarter => Granularity::Quarter,
        Unit::Year => Granularity::Year,
        Unit::Decade => Granularity::Decade,
        Unit::Century => Granularity::Century,
    }
}

/// The TIMEX3 value of a whole unit.
pub(super) fn value_of(interval: Interval, granularity: Granularity) -> String {
    let Some(first) = interval.first_day() else {
        return "XXXX".to_owned();
    };
    let year = first.year();
    match granularity {
        Granularity::Week => {
            let (year, week) = first.iso_week();
            format!("{year:04}-W{week:02}")
        }
        Granularity::Month => format!("{year:04}-{:02}", first.month()),
        Granularity::Season => {
            let code = ["WI", "SP", "SU", "FA"][(first.month() as usize % 12) / 3];
            format!("{year:04}-{code}")
        }
        Granularity::Quarter => format!("{year:04}-Q{}", (first.month() - 1) / 3 + 1),
        Granularity::Half => format!("{year:04}-H{}", (first.month() - 1) / 6 + 1),
        Granularity::Year => format!("{year:04}"),
        Granularity::Decade => format!("{:03}", year.div_euclid(10)),
        Granularity::Century => format!("{:02}", year.div_euclid(100)),
        _ => first.to_string(),
    }
}
