//! `[time]` of a language file: words and patterns for time expressions.
//!
//! Words stand in tables that give them a value; patterns are written over words and slots. A form is a row
//! of elements parted by spaces:
//!
//! | Element | Takes |
//! | --- | --- |
//! | `siden`, `.` | that word, in small letters, or that mark |
//! | `{month}` | what fills the slot: a word of its table, or digits; `src/tagger/slot.rs` names all slots |
//! | `<the>` | any phrase that `[time.words]` gives the name, so that a file that inherits says it its own way |
//! | `a\|b` | either, of any of these |
//! | `[x]` | `x` or nothing |
//! | `(x)` | `x`, a single token at either end of the row, which has to stand there and is no part of the expression |
//!
//! They go into one another in this order: bars within brackets, brackets within parentheses.
//!
//! ```toml
//! [[time.patterns]]
//! name = "day of a month"
//! forms = ["[<the>] {day} . {month} [{year}]"]
//! meaning = "date"
//! examples = { "25. april 2019" = "2019-04-25" }
//! ```

use crate::time::Modifier;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Words and patterns for time expressions.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemporalWords {
    /// The day of publication that the examples are read with.
    pub anchor: String,
    /// Whether months and weekdays are written with a capital, so that a small letter makes another word.
    pub capitalised: bool,
    /// Whether the month stands first in a date all in digits.
    #[serde(default)]
    pub month_first: bool,
    /// Months by name and abbreviation, 1 to 12.
    pub months: BTreeMap<String, u32>,
    /// Weekdays in every inflection, 1 (Monday) to 7.
    pub weekdays: BTreeMap<String, Pointer<u32>>,
    /// Numbers in words.
    pub numbers: BTreeMap<String, u32>,
    /// Ordinals in words.
    pub ordinals: BTreeMap<String, u32>,
    /// How numbers from 21 to 99 are written as one word: `{tens}{unit}`; empty where they are several.
    #[serde(default)]
    pub compound_number: String,
    /// How ordinals from 21 to 31 are written as one word: `{tens}{unit}`; empty where the table has them.
    #[serde(default)]
    pub compound_ordinal: String,
    /// How a weekday and a part of it are written as one word: `{weekday}{part}`.
    #[serde(default)]
    pub compound_day: String,
    /// How "about so many o'clock" is written as one word: `{number}tiden`.
    #[serde(default)]
    pub compound_hours: Vec<String>,
    /// How a decade of the last century is written as one word: `{number}tallet`.
    #[serde(default)]
    pub compound_decades: Vec<String>,
    /// How so many units are written as one adjective, by the unit's name: `{number}tägige`.
    #[serde(default)]
    pub compound_lengths: BTreeMap<String, Vec<String>>,
    /// Decades of a century by name, with their first year: "nineties".
    #[serde(default)]
    pub decades: BTreeMap<String, i32>,
    /// Amounts that are no whole numbers: "et halvt" is 0.5, "a couple of" 2; 0 for "several".
    pub amounts: BTreeMap<String, f32>,
    /// Words that add a half to the number before them: "and a half".
    #[serde(default)]
    pub and_a_half: Vec<String>,
    /// Endings of ordinals in digits: "th".
    #[serde(default)]
    pub ordinal_endings: Vec<String>,
    /// Endings that a word of time may carry and that do not belong to the expression: "'s".
    #[serde(default)]
    pub possessive: Vec<String>,
    /// Units of time in every inflection.
    pub units: BTreeMap<String, UnitWord>,
    /// Seasons in every inflection.
    pub seasons: BTreeMap<String, Pointer<Season>>,
    /// Parts of a day in every inflection.
    pub parts: BTreeMap<String, DayPart>,
    /// Holidays: `MM-DD`, `easter+N`, or `monday 1 MM` for the first Monday of a month (`-1` for the last), or,
    /// with `MM-DD`, from that day on; with `/` between the first and last day of several.
    pub holidays: BTreeMap<String, String>,
    /// Words before an hour, or behind it, that put it after noon (`true`) or before: "p.m".
    #[serde(default)]
    pub halves_of_day: BTreeMap<String, bool>,
    /// Names of time zones behind an hour; a zone of zero says so: "UTC" = true.
    #[serde(default)]
    pub zones: BTreeMap<String, bool>,
    /// Words behind a year before Christ.
    #[serde(default)]
    pub before_christ: Vec<String>,
    /// Words that say which year, month or week is meant, seen from an anchor: "last", "the following".
    pub which: BTreeMap<String, Which>,
    /// Phrases behind a month, season or day that say its year: "i fjor", "of that year".
    pub which_year: BTreeMap<String, Which>,
    /// Words behind a number of years that say on which side of the date told they are counted.
    #[serde(default)]
    pub years_later: BTreeMap<String, i64>,
    /// Phrases behind a weekday that say its week: "i forrige uke".
    pub which_week: BTreeMap<String, Which>,
    /// Words between a day and a number of years ago that make it an anniversary: "i dag er det … siden".
    #[serde(default)]
    pub anniversary: Vec<String>,
    /// Words before a number that make it less exact: "more than".
    pub about: BTreeMap<String, ModifierWord>,
    /// Words before an expression that say which part of it is meant; they belong to it.
    pub modifiers: BTreeMap<String, ModifierWord>,
    /// Words before an expression that leave a side of it open; they do not belong to it.
    pub bounds: BTreeMap<String, ModifierWord>,
    /// Articles that belong to an expression behind them.
    #[serde(default)]
    pub articles: Vec<String>,
    /// Words between days, months or years that share what they leave out: "25. og 26. april".
    pub joints: Vec<String>,
    /// Words between a time of day and its day: "the morning of".
    #[serde(default)]
    pub of_day: Vec<String>,
    /// Words before and between the ends of a stretch of time.
    pub ranges: Vec<Range>,
    /// Words before four digits that make them a year.
    pub year_evidence: Vec<String>,
    /// Words before a likely year that leave it one though a noun follows: "the 1991 agreement".
    #[serde(default)]
    pub year_determiners: Vec<String>,
    /// Words before four digits that make them a number, whatever follows.
    #[serde(default)]
    pub year_counter_evidence: Vec<String>,
    /// Words behind four digits that make them a number, where all nouns are written with a capital: a noun
    /// in small letters tells by itself.
    #[serde(default)]
    pub counted: Vec<String>,
    /// Capitalised words that make a month behind them part of a name: "Theresa".
    #[serde(default)]
    pub names: Vec<String>,
    /// Capitalised words that make a weekday behind them a surname: "Herr Freitag".
    #[serde(default)]
    pub names_before_days: Vec<String>,
    /// Signs of tense.
    pub tense: Tense,
    /// Phrases by name, for the patterns' forms.
    #[serde(default)]
    pub words: BTreeMap<String, Vec<String>>,
    /// Patterns. One that stands earlier wins where two take the same words.
    pub patterns: Vec<Pattern>,
    /// Further patterns of a file that inherits its parent's; they win over those.
    #[serde(default)]
    pub more_patterns: Vec<Pattern>,
    /// Phrases with the value they have on the anchor day, beside those of the patterns: a file that inherits
    /// its patterns shows with these how they read in its own words.
    #[serde(default)]
    pub examples: BTreeMap<String, String>,
    /// Phrases that hold no date.
    #[serde(default)]
    pub not: Vec<String>,
    /// Sentences with all the values in them, in order.
    #[serde(default)]
    pub sentences: BTreeMap<String, Vec<String>>,
}

impl TemporalWords {
    /// A number written in words.
    pub fn number(&self, word: &str) -> Option<u32> {
        self.numbers.get(word).copied()
    }
}

/// A TIMEX3 modifier by its name: "APPROX".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct ModifierWord(pub Modifier);

impl TryFrom<String> for ModifierWord {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        let known = Modifier::ALL.into_iter().find(|one| one.name() == name);
        known
            .map(Self)
            .ok_or_else(|| format!("“{name}” is no modifier of TIMEX3"))
    }
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

/// A word for a unit: `"week"`, or `"weeks"` where it is a plural; with a number, `"2 weeks"`, for several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct UnitWord {
    /// The unit.
    pub unit: Unit,
    /// Whether the word is a plural.
    pub plural: bool,
    /// How many of the unit one is: a fortnight is two weeks.
    pub times: u32,
}

impl TryFrom<String> for UnitWord {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        let (times, name) = match name.split_once(' ') {
            Some((times, unit)) => (times.parse().unwrap_or(0), unit),
            None => (1, name.as_str()),
        };
        let plural = name.ends_with('s');
        let unit = match name.trim_end_matches('s') {
            "second" => Unit::Second,
            "minute" => Unit::Minute,
            "hour" => Unit::Hour,
            "day" => Unit::Day,
            "weekend" => Unit::Weekend,
            "week" => Unit::Week,
            "month" => Unit::Month,
            "quarter" => Unit::Quarter,
            "year" => Unit::Year,
            "decade" => Unit::Decade,
            "century" | "centurie" => Unit::Century,
            _ => return Err(format!("“{name}” is no unit of time")),
        };
        Ok(Self {
            unit,
            plural,
            times,
        })
    }
}

/// A season, by its TIMEX3 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Season {
    /// Spring: March to May.
    #[serde(rename = "SP")]
    Spring,
    /// Summer: June to August.
    #[serde(rename = "SU")]
    Summer,
    /// Autumn: September to November.
    #[serde(rename = "FA")]
    Autumn,
    /// Winter: December to February; it bears the year in which it begins.
    #[serde(rename = "WI")]
    Winter,
}

impl Season {
    /// The TIMEX3 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }

    /// Its first month, 1 to 12.
    pub fn first_month(self) -> u32 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }
}

/// What a word stands for: `"SU"`, or, where the word also says which one is meant, `{ is = "SU", which = -1 }`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "PointerText<T>", bound(deserialize = "T: Deserialize<'de>"))]
pub struct Pointer<T> {
    /// What the word stands for.
    pub is: T,
    /// Which one, if the word says it: Swedish "somras" is the summer gone, "torsdags" the Thursday.
    pub which: Option<Which>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum PointerText<T> {
    Word(T),
    Which { is: T, which: Which },
}

impl<T> From<PointerText<T>> for Pointer<T> {
    fn from(text: PointerText<T>) -> Self {
        match text {
            PointerText::Word(is) => Self { is, which: None },
            PointerText::Which { is, which } => Self {
                is,
                which: Some(which),
            },
        }
    }
}

/// A part of a day, by its TIMEX3 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum DayPart {
    /// Morning.
    #[serde(rename = "MO")]
    Morning,
    /// Noon, as a moment.
    #[serde(rename = "12:00")]
    Noon,
    /// Midnight, as a moment: the end of the day.
    #[serde(rename = "24:00")]
    Midnight,
    /// Afternoon.
    #[serde(rename = "AF")]
    Afternoon,
    /// Evening.
    #[serde(rename = "EV")]
    Evening,
    /// Night.
    #[serde(rename = "NI")]
    Night,
    /// The time of daylight.
    #[serde(rename = "DT")]
    Daytime,
}

impl DayPart {
    /// The TIMEX3 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Morning => "MO",
            Self::Noon => "12:00",
            Self::Midnight => "24:00",
            Self::Afternoon => "AF",
            Self::Evening => "EV",
            Self::Night => "NI",
            Self::Daytime => "DT",
        }
    }
}

/// Which unit is meant, seen from an anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "WhichText")]
pub struct Which {
    /// How many units on (or, negative, back).
    pub by: i64,
    /// Counted from the date told last, not from publication.
    pub told: bool,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum WhichText {
    FromPublication(i64),
    FromTold { told: i64 },
}

impl From<WhichText> for Which {
    fn from(text: WhichText) -> Self {
        match text {
            WhichText::FromPublication(by) => Self { by, told: false },
            WhichText::FromTold { told } => Self {
                by: told,
                told: true,
            },
        }
    }
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
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tense {
    /// Words of the future: "skal", "will".
    pub future: Vec<String>,
    /// Words of the past: "ble", "was".
    pub past: Vec<String>,
    /// Verbs in the present, which with a date tell of what is to come.
    pub present: Vec<String>,
    /// Endings of verbs in the present, where the verb stands right behind what opens a sentence: "Fredag braker".
    #[serde(default)]
    pub present_endings: Vec<String>,
    /// Words of what was past already: "had"; before them "until" and "by" lead back.
    #[serde(default)]
    pub pluperfect: Vec<String>,
    /// Words that open a clause: "that", "som".
    #[serde(default)]
    pub clause_openers: Vec<String>,
    /// Endings of verbs in the past.
    pub past_endings: Vec<String>,
    /// Endings that only verbs in the present have.
    #[serde(default)]
    pub present_verb_endings: Vec<String>,
}

/// A pattern: its forms, what they mean, and phrases that show it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pattern {
    /// A short name, for those who read the file.
    pub name: String,
    /// The forms.
    pub forms: Vec<String>,
    /// What they mean.
    pub meaning: Meaning,
    /// The unit meant, where no slot gives it.
    #[serde(default)]
    pub unit: Option<UnitWord>,
    /// How many units on (or, negative, back), where no slot gives it.
    #[serde(default)]
    pub by: Option<i64>,
    /// The part of the day meant, where no slot gives it.
    #[serde(default)]
    pub part: Option<DayPart>,
    /// Counted from the date told last, not from publication.
    #[serde(default)]
    pub narrative: bool,
    /// The whole TIMEX3 value, where no slot gives it: of a vague reference, a length or a repeated time.
    #[serde(default)]
    pub value: Option<String>,
    /// Only where no white space stands inside.
    #[serde(default)]
    pub tight: bool,
    /// Only where it opens a sentence: "10.00 Opening".
    #[serde(default)]
    pub opens: bool,
    /// Years are counted to the day: "three years ago to the day".
    #[serde(default)]
    pub exact: bool,
    /// Its last word may take an object: "two days after the vote". Where one follows, and no date was told
    /// just before, the words before it are a length of time.
    #[serde(default)]
    pub relates: bool,
    /// Phrases with the value they have on the file's anchor day.
    #[serde(default)]
    pub examples: BTreeMap<String, String>,
}

/// What a pattern means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Meaning {
    /// A day, month or year, as its slots give them.
    Date,
    /// A day counted from the anchor's by `by`.
    Day,
    /// A day by its number in the month told of: "on the 5th".
    DayOfMonth,
    /// A weekday: in the direction of the tense, or of the week or the side that a slot says.
    Weekday,
    /// `n` units from the anchor, in the direction of `by`.
    Count,
    /// The unit that holds the anchor, moved by a slot or by `by`.
    UnitOf,
    /// What has passed of the unit that holds the anchor.
    EarlierIn,
    /// What is left of it.
    LaterIn,
    /// The last, or with positive `by` the next, `n` units up to the anchor.
    Window,
    /// The first, last or so-and-so-manieth smaller unit, or weekday, of a month or year: "the last week of
    /// March".
    NthOf,
    /// The week that holds a date.
    WeekOf,
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
    /// A time of day, alone or beside a day: a clock time, or a part of the day.
    TimeOfDay,
    /// A length of time.
    Duration,
    /// A repeated time.
    Set,
    /// A vague reference: its value is the pattern's `value`.
    Vague,
    /// No time at all: keeps other patterns from the words ("Welt am Sonntag").
    Nothing,
}
