//! Turns what a pattern took, with an anchor and a direction, into a value and an interval.

use super::calendar::{granularity_of, holiday_span, season_of, unit_around, value_of, year_value};
use super::compose::{clock_of, hour_of_day};
use super::context::{Anchor, Context};
use super::lexicon::{Rule, Tagger};
use super::number::Amount;
use super::relative;
use super::scan::Slots;
use super::tense::Direction;
use super::{AnchorUse, TimexType};
use crate::lang::{DayPart, Meaning, Unit, UnitWord};
use crate::time::{Day, Granularity, Interval, Weekday};

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

    fn past(&self) -> bool {
        matches!(self.direction, None | Some(Direction::Past))
    }
}

/// Resolves what a rule took. Nothing: the words make no date, and none is to be read in them.
pub(super) fn resolve(request: &Request) -> Option<Resolved> {
    let slots = request.slots;
    match request.rule.meaning {
        Meaning::Date => date(request),
        Meaning::Day => relative::day(request),
        Meaning::DayOfMonth => day_of_month(request),
        Meaning::Weekday => weekday(request),
        Meaning::Count => relative::count(request),
        Meaning::UnitOf => relative::unit_of(request),
        Meaning::EarlierIn | Meaning::LaterIn => relative::within_unit(request),
        Meaning::Window => relative::window(request),
        Meaning::NthOf => relative::nth_of(request),
        Meaning::WeekOf => {
            let day = date(request)?.interval?.first_day()?;
            let (interval, granularity) = unit_around(day, Unit::Week, 0)?;
            Some(Resolved::period(interval, granularity))
        }
        Meaning::Season => season(request),
        Meaning::Decade => decade(request),
        Meaning::Century => century(slots),
        Meaning::WeekNumber => week_number(request),
        Meaning::Quarter | Meaning::Half => fraction(request),
        Meaning::Holiday => holiday(request),
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

/// A day of a month, a month, or a year.
fn date(request: &Request) -> Option<Resolved> {
    let slots = request.slots;
    let (mut day, mut month) = (slots.day.or(slots.ordinal), slots.month);
    // "4/25/2019" where the day comes first can only be the month first, and the other way about.
    if let (Some(d), Some(m)) = (day, month)
        && (m > 12 && d <= 12)
    {
        (day, month) = (Some(m), Some(d));
    }
    let Some(month) = month else {
        let in_words = || {
            slots
                .amount?
                .exact()
                .filter(|year| (1000..2200).contains(year))
        };
        let year = slots
            .iso_year()
            .or_else(|| in_words().and_then(|year| i32::try_from(year).ok()))?;
        return Some(Resolved::period(
            Interval::years(year, 1),
            Granularity::Year,
        ));
    };
    let Some(dated) = year_of(request, month, day)? else {
        // A date that no year has is none.
        Day::from_ymd(2000, month, day.unwrap_or(1))?;
        let value = match day {
            Some(day) => format!("XXXX-{month:02}-{day:02}"),
            None => format!("XXXX-{month:02}"),
        };
        return Some(Resolved::new(TimexType::Date, value));
    };
    let first = Day::from_ymd(dated.year, month, day.unwrap_or(1))?;
    let resolved = match day {
        Some(_) => on_day(first, slots, request.rule),
        None => Resolved::period(Interval::months(first, 1), Granularity::Month),
    };
    Some(dated.tell(resolved))
}

/// A year found, and how.
pub(super) struct Dated {
    pub year: i32,
    anchor: Option<Anchor>,
    directed: bool,
}

impl Dated {
    pub fn tell(&self, mut resolved: Resolved) -> Resolved {
        resolved.directed = self.directed;
        match self.anchor {
            Some(anchor) => resolved.counted_from(anchor),
            None => resolved,
        }
    }
}

/// The year of a month, and perhaps a day in it: written, moved from an anchor, told before, or by the
/// tense. `Some(None)`: nothing gives a year; `None`: the words contradict themselves.
pub(super) fn year_of(request: &Request, month: u32, day: Option<u32>) -> Option<Option<Dated>> {
    let (slots, context) = (request.slots, request.context);
    if let Some(year) = slots.iso_year() {
        let (anchor, directed) = (None, false);
        return Some(Some(Dated {
            year,
            anchor,
            directed,
        }));
    }
    let from = |anchor: Anchor, by: i64| {
        let year = anchor.day.year() + i32::try_from(by).ok()?;
        let directed = false;
        Some(Dated {
            year,
            anchor: Some(anchor),
            directed,
        })
    };
    if let Some(which) = slots.which_year {
        // "27. september to år senere": the amount says how many years.
        let by = match slots.amount {
            Some(amount) => amount.rounded()? * which.by.signum(),
            None => which.by,
        };
        return Some(
            context
                .anchor(which.told)
                .and_then(|anchor| from(anchor, by)),
        );
    }
    if let Some(which) = slots.which {
        let Some(anchor) = context.anchor(which.told) else {
            return Some(None);
        };
        let here = (anchor.day.month(), anchor.granularity);
        let by = match which.by {
            0 => 0,
            by if by < 0 => by + i64::from(month < here.0),
            by => by - i64::from(month > here.0 && here.1 < Granularity::Year),
        };
        return Some(from(anchor, by));
    }
    let fits = |dated: &Option<Dated>| {
        let date = dated
            .as_ref()
            .and_then(|dated| Day::from_ymd(dated.year, month, day?));
        let weekday = slots.weekday.filter(|_| date.is_some());
        weekday.is_none_or(|weekday| date.is_some_and(|date| date.weekday().iso() == weekday))
    };
    let published = context.publication();
    let nearest = match published {
        Some(anchor) => Some(nearest_year(
            anchor.day,
            month,
            day,
            slots.weekday,
            request.direction,
        )?),
        None => None,
    };
    let recent = || {
        let date = Day::from_ymd(nearest?, month, day?)?;
        Some(RECENTLY.contains(&(published?.day.number() - date.number())))
    };
    if let Some(anchor) = context.story(request.direction)
        && (context.is_in_story() || recent() != Some(true))
    {
        let earlier = (month, day) < (anchor.day.month(), day.map(|_| anchor.day.day()));
        let by = match anchor.granularity < Granularity::Year && earlier && request.listed {
            // Lines that begin with their dates run forward.
            true => 1,
            false => years_into_story(anchor, month),
        };
        let dated = from(anchor, by);
        // "Tuesday 27 August" tells its year by itself.
        if fits(&dated) {
            return Some(dated);
        }
    }
    let Some(mut year) = nearest else {
        return Some(None);
    };
    if let Some(before) = request.follows {
        year =
            before.year() + i32::from((month, day.unwrap_or(31)) < (before.month(), before.day()));
    }
    let (anchor, directed) = (published, true);
    Some(Some(Dated {
        year,
        anchor,
        directed,
    }))
}

/// A day that lies so many days before publication is news rather than part of an old story.
const RECENTLY: std::ops::RangeInclusive<i64> = 0..=120;

/// Months that lie so far before the month told last are those of the year after: a story goes on.
const BACK_IN_STORY: u32 = 6;

/// How many years after the date told last a month lies that follows it in a story.
fn years_into_story(told: Anchor, month: u32) -> i64 {
    let fine = told.granularity <= Granularity::Season;
    i64::from(fine && told.day.month() >= month + BACK_IN_STORY)
}

/// The year that brings a month or day nearest to publication; what lies against the tense counts as
/// farther away.
fn nearest_year(
    published: Day,
    month: u32,
    day: Option<u32>,
    weekday: Option<u32>,
    direction: Option<Direction>,
) -> Option<i32> {
    // How much farther a date counts that lies before publication, and one that lies after.
    let (before, after) = match direction {
        Some(Direction::Past) => (1, 4),
        Some(Direction::Future) => (20, 1),
        Some(Direction::Present) => (2, 1),
        None => (1, 3),
    };
    let cost = |year: &i32| {
        // The 29th of February is looked for in leap years only.
        let Some(date) = Day::from_ymd(*year, month, day.unwrap_or(1)) else {
            return i64::MAX;
        };
        let days = match day {
            Some(_) => date.number() - published.number(),
            None if (date.year(), date.month()) == (published.year(), published.month()) => 0,
            None => date.add_days(15).number() - published.number(),
        };
        let days = match weekday {
            // A year in which the day falls on the weekday told is nearer than any other.
            Some(weekday) if date.weekday().iso() != weekday => days * 1000,
            _ => days,
        };
        if days < 0 {
            -days * before
        } else {
            days * after
        }
    };
    let year = published.year();
    let around = [
        year,
        year - 1,
        year + 1,
        year - 2,
        year + 2,
        year - 3,
        year + 3,
    ];
    let nearest = around.into_iter().min_by_key(cost)?;
    (cost(&nearest) < i64::MAX).then_some(nearest)
}

/// "On the 5th": in the month told of.
fn day_of_month(request: &Request) -> Option<Resolved> {
    let anchor = request.context.narrative()?;
    let number = request.slots.day.or(request.slots.ordinal)?;
    if anchor.granularity > Granularity::Month {
        return None;
    }
    let day = Day::from_ymd(anchor.day.year(), anchor.day.month(), number)?;
    Some(on_day(day, request.slots, request.rule).counted_from(anchor))
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

fn weekday(request: &Request) -> Option<Resolved> {
    let slots = request.slots;
    let weekday = Weekday::from_iso(slots.weekday?)?;
    let which = slots.which_week.or(slots.which);
    let told = which.map_or(request.rule.narrative, |which| which.told);
    let Some(anchor) = request.context.anchor(told) else {
        let value = format!("XXXX-WXX-{}", weekday.iso());
        return Some(Resolved::new(TimexType::Date, value));
    };
    if let (None, Some(story)) = (which, request.context.story_day(request.direction)) {
        // A story goes on from the day told.
        let ahead = (weekday.iso() + 7 - story.day.weekday().iso()) % 7;
        return Some(
            on_day(story.day.add_days(i64::from(ahead)), slots, request.rule).counted_from(story),
        );
    }
    if let (None, Some(before)) = (which, request.follows) {
        let ahead = (weekday.iso() + 7 - before.weekday().iso()) % 7;
        return Some(
            on_day(before.add_days(i64::from(ahead)), slots, request.rule).counted_from(anchor),
        );
    }
    let from = anchor.day;
    // The last such day up to the anchor, and the first from it on.
    let behind = i64::from((from.weekday().iso() + 7 - weekday.iso()) % 7);
    let ahead = (7 - behind) % 7;
    let (days, directed) = match (slots.which_week, slots.which) {
        (Some(week), _) => {
            let monday = from.monday().add_days(7 * week.by);
            let day = monday.add_days(i64::from(weekday.iso()) - 1);
            (day.number() - from.number(), false)
        }
        (None, Some(which)) if which.by < 0 => {
            let last = if behind == 0 { 7 } else { behind };
            (7 * (which.by + 1) - last, false)
        }
        (None, Some(which)) if which.by > 0 => {
            let next = if ahead == 0 { 7 } else { ahead };
            (7 * (which.by - 1) + next, false)
        }
        (None, Some(which)) if which.told => (if behind <= 3 { -behind } else { ahead }, false),
        _ => match request.direction {
            Some(Direction::Future | Direction::Present) => (ahead, true),
            Some(Direction::Past) | None => (-behind, true),
        },
    };
    let mut resolved = on_day(from.add_days(days), slots, request.rule).counted_from(anchor);
    resolved.directed = directed;
    Some(resolved)
}

fn season(request: &Request) -> Option<Resolved> {
    let season = request.slots.season?;
    let month = season.first_month();
    let dated = match (request.slots.which, request.rule.by) {
        // "This summer", "last fall": that of the year, or the last one gone.
        (Some(which), _) if which.by < 0 && !which.told => {
            let anchor = request.context.publication()?;
            let begun = month <= anchor.day.month();
            let ended = month + 3 <= anchor.day.month();
            let by = which.by + i64::from(begun && ended);
            Dated {
                year: anchor.day.year() + i32::try_from(by).ok()?,
                anchor: Some(anchor),
                directed: false,
            }
        }
        (Some(which), _) if which.by == 0 => year_by(request, 0, which.told)?,
        // "Til våren": the first one to come.
        (None, Some(1)) if request.slots.year.is_none() && !request.rule.narrative => {
            let begun = request.context.publication()?.day.month() >= month;
            year_by(request, i64::from(begun), false)?
        }
        (None, Some(by)) if request.slots.year.is_none() => {
            let told = request.rule.narrative;
            // "The summer after": that of the year told, if it was still to come.
            let ahead = request.context.anchor(told).is_some_and(|anchor| {
                anchor.granularity < Granularity::Year && anchor.day.month() < month
            });
            year_by(request, by - i64::from(told && by > 0 && ahead), told)?
        }
        _ => year_of(request, month, None)??,
    };
    // January and February belong to the winter that began the year before.
    let early = season.first_month() == 12
        && request.slots.year.is_none()
        && dated.anchor.is_some_and(|anchor| {
            anchor.granularity <= Granularity::Month && anchor.day.month() <= 2
        })
        && dated
            .anchor
            .is_some_and(|anchor| anchor.day.year() == dated.year)
        && request.past();
    let year = dated.year - i32::from(early);
    let interval = season_of(season, year)?;
    let value = format!("{}-{}", year_value(year), season.code());
    Some(dated.tell(Resolved::valued(value, interval, Granularity::Season)))
}

fn year_by(request: &Request, by: i64, told: bool) -> Option<Dated> {
    let anchor = request.context.anchor(told)?;
    Some(Dated {
        year: anchor.day.year() + i32::try_from(by).ok()?,
        anchor: Some(anchor),
        directed: false,
    })
}

/// "1990-tallet" is a decade, "1800-tallet" a century.
fn decade(request: &Request) -> Option<Resolved> {
    let year = request.slots.iso_year()?;
    if year % 100 == 0 && (year < 1900 || year == 1900 && request.rule.by == Some(100)) {
        return Some(Resolved::period(
            Interval::years(year, 100),
            Granularity::Century,
        ));
    }
    let first = year - year.rem_euclid(10);
    Some(Resolved::period(
        Interval::years(first, 10),
        Granularity::Decade,
    ))
}

/// "The 19th century" is 1801 to 1900, in TIMEX3 `18`.
fn century(slots: &Slots) -> Option<Resolved> {
    let number = i32::try_from(slots.day.or(slots.ordinal)?).ok()?;
    if slots.before_christ {
        let interval = Interval::years(1 - number * 100, 100);
        let value = format!("BC{:02}", number - 1);
        return Some(Resolved::valued(value, interval, Granularity::Century));
    }
    Some(Resolved::period(
        Interval::years((number - 1) * 100, 100),
        Granularity::Century,
    ))
}

fn week_number(request: &Request) -> Option<Resolved> {
    let week = request.slots.amount?.exact()?;
    let (year, anchor) = match request.slots.iso_year() {
        Some(year) => (year, None),
        None => {
            let anchor = request.context.publication()?;
            (anchor.day.iso_week().0, Some(anchor))
        }
    };
    let monday = Day::from_iso_week(year, week, Weekday::from_iso(1)?)?;
    let resolved = Resolved::period(
        Interval::days(monday, monday.add_days(6)),
        Granularity::Week,
    );
    Some(match anchor {
        Some(anchor) => resolved.counted_from(anchor),
        None => resolved,
    })
}

/// A quarter or a half of a year, by its number.
fn fraction(request: &Request) -> Option<Resolved> {
    let slots = request.slots;
    let (months, granularity) = match request.rule.meaning {
        Meaning::Quarter => (3, Granularity::Quarter),
        _ => (6, Granularity::Half),
    };
    let parts = 12 / months;
    let last = request.rule.by == Some(-1) || slots.which.is_some_and(|which| which.by < 0);
    let number = if last {
        parts
    } else {
        slots.ordinal.or(slots.day)?
    };
    if !(1..=parts).contains(&number) {
        return None;
    }
    let written = slots.iso_year().is_some() || slots.which_year.is_some();
    let first_month = (number - 1) * months + 1;
    let request = Request {
        slots: &Slots {
            which: None,
            ..*slots
        },
        ..*request
    };
    let dated = if written || request.context.story(request.direction).is_some() {
        year_of(&request, first_month, None)??
    } else {
        // What is reported of a quarter is reported when it is over.
        let anchor = request.context.publication()?;
        let begun = first_month <= anchor.day.month();
        let back = !begun && request.past();
        year_by(&request, -i64::from(back), false)?
    };
    let interval = Interval::months(
        Day::from_ymd(dated.year, first_month, 1)?,
        i64::from(months),
    );
    Some(dated.tell(Resolved::period(interval, granularity)))
}

fn holiday(request: &Request) -> Option<Resolved> {
    let slots = request.slots;
    let rule = request.tagger.holiday_rules.get(slots.holiday?)?;
    let told = request.context.story(request.direction);
    let (year, anchor, directed) = if slots.year.is_some() || slots.which_year.is_some() {
        let dated = year_of(request, 1, None)??;
        (dated.year, dated.anchor, false)
    } else if let Some(anchor) = told {
        (anchor.day.year(), Some(anchor), false)
    } else {
        let anchor = request.context.publication()?;
        let (year, day) = (anchor.day.year(), anchor.day);
        let (first, last) = holiday_span(rule, year)?;
        // The nearest one that the tense allows; the day itself too.
        let by = match (
            if first <= day && day <= last {
                day
            } else {
                first
            }
            .cmp(&day),
            request.slots.which,
            request.direction,
        ) {
            (_, Some(which), _) if which.told => 0,
            (std::cmp::Ordering::Less, Some(which), _) if which.by > 0 => 1,
            (std::cmp::Ordering::Greater, Some(which), _) if which.by < 0 => -1,
            (_, Some(_), _) => 0,
            (std::cmp::Ordering::Greater, None, Some(Direction::Past)) => -1,
            (std::cmp::Ordering::Less, None, Some(Direction::Future)) => 1,
            (std::cmp::Ordering::Less, None, Some(Direction::Present)) => {
                let next = holiday_span(rule, year + 1)?.0;
                i32::from(next.number() - day.number() < day.number() - last.number())
            }
            _ => 0,
        };
        (year + by, Some(anchor), true)
    };
    let (first, last) = holiday_span(rule, year)?;
    let resolved = match first == last {
        true => on_day(first, slots, request.rule),
        false => {
            let date = |day| value_of(Interval::day(day), Granularity::Day);
            let value = format!("{}/{}", date(first), date(last));
            Resolved::valued(value, Interval::days(first, last), Granularity::Week)
        }
    };
    let dated = Dated {
        year,
        anchor,
        directed,
    };
    Some(dated.tell(resolved))
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
