//! Turns what a pattern took, with an anchor and a direction, into a value and an interval.

use super::calendar::{granularity_of, unit_around, value_of};
use super::compose::{clock_of, hour_of_day};
use super::context::{Anchor, Context};
use super::lexicon::{Rule, Tagger};
use super::number::Amount;
use super::period;
use super::relative;
use super::scan::Slots;
use super::tense::Direction;
use super::{AnchorUse, TimexType};
use crate::lang::{DayPart, Meaning, Unit, UnitWord};
use crate::time::{Day, Granularity, Interval};

/// A resolved expression, before the words around it are looked at.
#[derive(Clone, Debug)]
pub(super) struct Resolved {
    pub kind: TimexType,
    pub value: String,
    pub interval: Option<Interval>,
    pub granularity: Granularity,
    pub clock: Option<(u8, u8)>,
    pub part: Option<DayPart>,
    pub anchor: AnchorUse,
    /// What it was counted from.
    pub from: Option<(Interval, Granularity)>,
    /// Whether the direction of the tense decided.
    pub directed: bool,
    /// Whether later expressions may be counted from it.
    pub leads: bool,
}

impl Resolved {
    pub fn new(kind: TimexType, value: String) -> Self {
        Self {
            kind,
            value,
            interval: None,
            granularity: Granularity::Day,
            clock: None,
            part: None,
            anchor: AnchorUse::None,
            from: None,
            directed: false,
            leads: false,
        }
    }

    /// A period of the calendar, with the value that goes with its granularity.
    pub fn period(interval: Interval, granularity: Granularity) -> Self {
        Self::valued(value_of(interval, granularity), interval, granularity)
    }

    pub fn valued(value: String, interval: Interval, granularity: Granularity) -> Self {
        Self {
            interval: Some(interval),
            granularity,
            leads: true,
            ..Self::new(TimexType::Date, value)
        }
    }

    pub fn counted_from(mut self, anchor: Anchor) -> Self {
        self.anchor = anchor.using;
        self.from = Some((anchor.interval, anchor.granularity));
        self
    }

    pub fn not_leading(mut self) -> Self {
        self.leads = false;
        self
    }
}

/// All that an expression is resolved by.
pub(super) struct Request<'a> {
    pub tagger: &'a Tagger,
    pub rule: &'a Rule,
    pub slots: &'a Slots,
    pub context: &'a Context,
    pub direction: Option<Direction>,
    /// The day whose anniversary is told of: "i morgen er det 25 år siden".
    pub anniversary: Option<Day>,
    /// The day told right before, which this one follows: "from Saturday to Tuesday", "fredag og lørdag".
    pub follows: Option<Day>,
    /// Whether it heads a line of a list: "Jan. 21: …".
    pub listed: bool,
}

impl Request<'_> {
    /// The unit that a slot or the rule names.
    pub fn unit(&self) -> Option<Unit> {
        self.slots
            .unit
            .or(self.rule.unit)
            .map(|UnitWord { unit, .. }| unit)
    }

    /// How many units; one where no number stands, and nobody knows how many where a plural stands without.
    pub fn amount(&self) -> Amount {
        let unit = self.slots.unit.or(self.rule.unit);
        let plural = self.slots.unit.is_some_and(|unit| unit.plural);
        let bare = if plural {
            Amount::UNKNOWN
        } else {
            Amount::whole(1)
        };
        self.slots
            .amount
            .unwrap_or(bare)
            .times(unit.map_or(1, |unit| unit.times))
    }

    /// How many units on, and whether from the date told.
    pub fn moved(&self) -> (i64, bool) {
        match self.slots.which {
            Some(which) => (which.by, which.told),
            // "Will be repaid by the end of the year": this year's.
            None if self.rule.meaning == Meaning::UnitOf
                && self.direction == Some(Direction::Future) =>
            {
                (
                    self.rule.by.unwrap_or(0),
                    self.rule.narrative && self.rule.by != Some(0),
                )
            }
            None => (self.rule.by.unwrap_or(0), self.rule.narrative),
        }
    }

    pub fn past(&self) -> bool {
        matches!(self.direction, None | Some(Direction::Past))
    }
}

/// Resolves what a rule took. Nothing: the words make no date, and none is to be read in them.
pub(super) fn resolve(request: &Request) -> Option<Resolved> {
    let slots = request.slots;
    match request.rule.meaning {
        Meaning::Date => period::date(request),
        Meaning::Day => relative::day(request),
        Meaning::DayOfMonth => period::day_of_month(request),
        Meaning::Weekday => period::weekday(request),
        Meaning::Count => relative::count(request),
        Meaning::UnitOf => relative::unit_of(request),
        Meaning::EarlierIn | Meaning::LaterIn => relative::within_unit(request),
        Meaning::Window => relative::window(request),
        Meaning::NthOf => relative::nth_of(request),
        Meaning::WeekOf => {
            let day = period::date(request)?.interval?.first_day()?;
            let (interval, granularity) = unit_around(day, Unit::Week, 0)?;
            Some(Resolved::period(interval, granularity))
        }
        Meaning::Season => period::season(request),
        Meaning::Decade => period::decade(request),
        Meaning::Century => period::century(slots),
        Meaning::WeekNumber => period::week_number(request),
        Meaning::Quarter | Meaning::Half => period::fraction(request),
        Meaning::Holiday => period::holiday(request),
        Meaning::TimeOfDay => time_of_day(request),
        Meaning::Duration => {
            let value = match &request.rule.value {
                Some(value) => value.clone(),
                None => length(request)?,
            };
            Some(Resolved::new(TimexType::Duration, value))
        }
        Meaning::Set => set(request),
        Meaning::Nothing => None,
        Meaning::Vague => Some(Resolved::new(TimexType::Date, request.rule.value.clone()?)),
    }
}

/// The TIMEX3 value of a length of time: "two hours", "two hours and three minutes", "ten or fifteen years".
fn length(request: &Request) -> Option<String> {
    let (unit, slots) = (request.unit()?, request.slots);
    let value = request.amount().period(unit);
    let Some(second) = slots.and_amount else {
        return Some(value);
    };
    let Some(smaller) = slots.of_unit else {
        return Some(second.period(unit));
    };
    let part = second.period(smaller.unit);
    let shared = if value.contains('T') { "PT" } else { "P" };
    Some(value + part.strip_prefix(shared)?)
}

/// A day, or a time of it.
pub(super) fn on_day(day: Day, slots: &Slots, rule: &Rule) -> Resolved {
    let part = slots.part.or(rule.part);
    let zone = if slots.utc { "Z" } else { "" };
    let timed = |value: String, granularity, clock| Resolved {
        kind: TimexType::Time,
        clock,
        part,
        ..Resolved::valued(value, Interval::day(day), granularity)
    };
    let date = value_of(Interval::day(day), Granularity::Day);
    match (slots.hour, part) {
        (Some(hour), _) => {
            let hour = hour_of_day(hour, slots.afternoon, part);
            let minute = slots.minute.unwrap_or(0);
            let granularity = match slots.minute {
                Some(_) => Granularity::Minute,
                None => Granularity::Hour,
            };
            timed(
                format!("{date}T{hour:02}:{minute:02}{zone}"),
                granularity,
                clock(hour, minute),
            )
        }
        (None, Some(part)) => {
            let moment = matches!(part, DayPart::Noon).then_some((12, 0));
            timed(format!("{date}T{}", part.code()), Granularity::Part, moment)
        }
        (None, None) => Resolved::valued(date, Interval::day(day), Granularity::Day),
    }
}

fn clock(hour: u32, minute: u32) -> Option<(u8, u8)> {
    Some((u8::try_from(hour % 24).ok()?, u8::try_from(minute).ok()?))
}

/// A time of day alone: on the day told last, or that of publication.
fn time_of_day(request: &Request) -> Option<Resolved> {
    let (hour, minute) = clock_of(request.slots, request.rule.by);
    let told = request
        .context
        .told
        .filter(|told| told.granularity <= Granularity::Day);
    // "Den kvelden … klokken sju": an hour told of an evening is one of the evening.
    let part = request.slots.part.or(request.rule.part);
    let part = part.or(told
        .and_then(|told| told.part)
        .filter(|_| hour.is_some_and(|hour| hour < 12)));
    let slots = Slots {
        hour,
        minute,
        part,
        ..*request.slots
    };
    let Some(anchor) = request
        .context
        .clock_anchor()
        .filter(|anchor| anchor.granularity <= Granularity::Day)
        .or_else(|| request.context.publication())
    else {
        let value = match (hour, part) {
            (Some(hour), _) => {
                format!(
                    "T{:02}:{:02}",
                    hour_of_day(hour, slots.afternoon, part),
                    minute.unwrap_or(0)
                )
            }
            (None, part) => format!("T{}", part?.code()),
        };
        return Some(Resolved::new(TimexType::Time, value));
    };
    Some(on_day(anchor.day, &slots, request.rule).counted_from(anchor))
}

fn set(request: &Request) -> Option<Resolved> {
    let slots = request.slots;
    if let Some(value) = &request.rule.value {
        return Some(Resolved::new(TimexType::Set, value.clone()));
    }
    let part = slots
        .part
        .map_or(String::new(), |part| format!("T{}", part.code()));
    let value = match (request.unit(), slots.weekday, slots.season, slots.month) {
        (_, Some(weekday), ..) => format!("XXXX-WXX-{weekday}{part}"),
        (_, None, Some(season), _) => format!("XXXX-{}", season.code()),
        (_, None, None, Some(month)) => format!("XXXX-{month:02}"),
        (Some(unit), None, None, None) => {
            // "Every third year", "every other week".
            let by = request.rule.by.and_then(|by| u32::try_from(by).ok());
            let often = slots.ordinal.or(slots.day).or(by).unwrap_or(1);
            let times = slots.unit.map_or(1, |unit| unit.times);
            slots
                .amount
                .unwrap_or(Amount::whole(often))
                .times(times)
                .period(unit)
        }
        (None, None, None, None) => format!("XXXX-XX-XXT{}", slots.part?.code()),
    };
    Some(Resolved {
        granularity: request.unit().map_or(Granularity::Day, granularity_of),
        ..Resolved::new(TimexType::Set, value)
    })
}
