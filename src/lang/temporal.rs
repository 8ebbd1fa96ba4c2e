//! `[time]` of a language file: words and patterns for time expressions.
//!
//! Words stand in tables that give them a value; patterns are written over words and slots. A form is a
//! row of elements parted by spaces: a word in small letters, a mark, a slot in braces, several of these
//! parted by `|`, and any of them in brackets if it may be left out:
//!
//! ```toml
//! [[time.patterns]]
//! name = "day of a month"
//! forms = ["[den] {day} . {month} [{year}]"]
//! meaning = "date"
//! examples = { "25. april 2019" = "2019-04-25" }
//! ```

use serde::Deserialize;
use std::collections::BTreeMap;

/// Words and patterns for time expressions.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemporalWords {
    /// The day of publication that the examples are read with.
    pub anchor: String,
    /// Words behind an hour that put it after noon: "p.m".
    #[serde(default)]
    pub afternoon: Vec<String>,
    /// Words between days that share their month: "25. og 26. april".
    pub joints: Vec<String>,
    /// Whether months and weekdays are written with a capital, so that a small letter makes another word.
    pub capitalised: bool,
    /// Months by name and abbreviation, 1 to 12.
    pub months: BTreeMap<String, u32>,
    /// Weekdays in every inflection, 1 (Monday) to 7.
    pub weekdays: BTreeMap<String, u32>,
    /// Numbers in words.
    pub numbers: BTreeMap<String, u32>,
    /// Ordinals in words.
    pub ordinals: BTreeMap<String, u32>,
    /// Endings of ordinals in digits: "th".
    #[serde(default)]
    pub ordinal_endings: Vec<String>,
    /// Units of time in every inflection.
    pub units: BTreeMap<String, Unit>,
    /// Seasons in every inflection: `SP`, `SU`, `FA`, `WI`.
    pub seasons: BTreeMap<String, String>,
    /// Parts of a day: `MO`, `AF`, `EV`, `NI`, `MI`.
    pub parts: BTreeMap<String, String>,
    /// Holidays: `MM-DD`, `easter+N`, or `monday 1 MM` for the first Monday of a month (`-1` for the last).
    pub holidays: BTreeMap<String, String>,
    /// Words before an expression that say which part of it is meant; they belong to it.
    pub modifiers: BTreeMap<String, Part>,
    /// Words before an expression that leave a side of it open, or make it less exact.
    pub bounds: BTreeMap<String, Bound>,
    /// Words before and between the ends of a stretch of time.
    pub ranges: Vec<Range>,
    /// Words before a bare year without which it is only a number.
    pub year_evidence: Vec<String>,
    /// Words that make a year of the number behind them only where nothing counted follows.
    pub weak_year_evidence: Vec<String>,
    /// Capitalised words that make a month behind them part of a name: "Theresa".
    #[serde(default)]
    pub names: Vec<String>,
    /// Signs of tense.
    pub tense: Tense,
    /// Patterns.
    pub patterns: Vec<Pattern>,
    /// Phrases that hold no expression.
    #[serde(default)]
    pub not: Vec<String>,
}

impl TemporalWords {
    /// A number written in words.
    pub fn number(&self, word: &str) -> Option<u32> {
        self.numbers.get(word).copied()
    }
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Second.
    Second,
    /// Minute.
    Minute,
    /// Hour.
    Hour,
    /// Day.
    Day,
    /// Weekend.
    Weekend,
    /// Week.
    Week,
    /// Month.
    Month,
    /// Quarter of a year.
    Quarter,
    /// Year.
    Year,
    /// Decade.
    Decade,
    /// Century.
    Century,
}

/// A part of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// Its beginning.
    Start,
    /// Its middle.
    Mid,
    /// Its end.
    End,
    /// Roughly it.
    Approx,
}

/// What a preposition does to an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bound {
    /// Before it.
    Before,
    /// After it.
    After,
    /// Up to it.
    Until,
    /// From it on.
    Since,
}

/// The words around the two ends of a stretch of time.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Range {
    /// The word before the first end; empty where none is needed.
    pub before: String,
    /// The word or mark between the ends.
    pub between: String,
}

/// Signs of tense around an expression.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tense {
    /// Words of the future: "skal", "will".
    pub future: Vec<String>,
    /// Words of the past: "ble", "was".
    pub past: Vec<String>,
    /// Verbs in the present, which with a date tell of what is to come.
    pub present: Vec<String>,
    /// Endings of verbs in the past.
    pub past_endings: Vec<String>,
}

/// A pattern: its forms, what they mean, and phrases that show it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pattern {
    /// What `explain` calls it.
    pub name: String,
    /// The forms.
    pub forms: Vec<String>,
    /// What they mean.
    pub meaning: Meaning,
    /// The unit meant, where no slot gives it.
    #[serde(default)]
    pub unit: Option<Unit>,
    /// How many units on (or, negative, back), where no slot gives it.
    #[serde(default)]
    pub by: Option<i64>,
    /// The part of the day meant, where no slot gives it.
    #[serde(default)]
    pub part: Option<String>,
    /// Counted from the date told last, not from publication.
    #[serde(default)]
    pub narrative: bool,
    /// The whole TIMEX3 value of a vague reference.
    #[serde(default)]
    pub value: Option<String>,
    /// Only where no white space stands inside.
    #[serde(default)]
    pub tight: bool,
    /// Phrases with the value they have on the file's anchor day.
    #[serde(default)]
    pub examples: BTreeMap<String, String>,
}

/// What a pattern means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Meaning {
    /// A day, month or year, as its slots give them; `by` moves the year from the anchor's.
    Date,
    /// A day counted from the anchor's by `by`.
    Day,
    /// A weekday, in the direction of the tense.
    Weekday,
    /// A weekday of the week before, this or after: `by`.
    WeekdayOf,
    /// `n` units from the anchor, in the direction of `by`.
    Count,
    /// The unit that holds the anchor, moved by `by`.
    UnitOf,
    /// What has passed of the unit that holds the anchor.
    EarlierIn,
    /// What is left of it.
    LaterIn,
    /// The last, or with positive `by` the next, `n` units up to the anchor.
    Window,
    /// A season, of the year given, or the anchor's moved by `by`.
    Season,
    /// A decade.
    Decade,
    /// A century.
    Century,
    /// A week by number.
    WeekNumber,
    /// A quarter of a year.
    Quarter,
    /// A half of a year.
    Half,
    /// A holiday.
    Holiday,
    /// A clock time, alone or behind a day.
    Clock,
    /// A length of time.
    Duration,
    /// A repeated time.
    Set,
    /// A vague reference: its value is the pattern's `value`.
    Vague,
}
