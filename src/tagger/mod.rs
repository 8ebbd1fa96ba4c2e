//! Finds time expressions and resolves them.

use crate::lang::Language;
use crate::text::{Sentence, Span};
use crate::time::{Day, Granularity, Interval, Modifier};
use crate::words::Message;

/// A TIMEX3 type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimexType {
    /// A calendar date or period: day, week, month, year …
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A repeated time.
    Set,
}

/// What an expression was counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnchorUse {
    /// From nothing: the words give the date.
    None,
    /// From the article's date of publication.
    Publication,
    /// From the last date told.
    Narrative,
}

/// A time expression, resolved as far as its words and its anchor allow.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeExpression {
    /// The words, with their modifier.
    pub span: Span,
    /// TIMEX3 type.
    pub kind: TimexType,
    /// TIMEX3 value.
    pub value: String,
    /// TIMEX3 modifier.
    pub modifier: Option<Modifier>,
    /// The time meant, where an event with this expression must lie (or which it fills, see `whole`).
    /// `None` for durations and sets, for vague references, and where an anchor lacks.
    pub interval: Option<Interval>,
    /// The unit named.
    pub granularity: Granularity,
    /// Whether both ends are told ("27.–28. februar", "fra 2001 til 2009"), so that an event may fill it.
    pub whole: bool,
    /// Clock time, hours and minutes, if told.
    pub clock: Option<(u8, u8)>,
    /// What it was counted from.
    pub anchor: AnchorUse,
    /// Name of the pattern that took it.
    pub pattern: String,
    /// The reckoning, in steps.
    pub why: Vec<Message>,
}

/// How relative expressions are anchored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Mode {
    /// Publication or narrative, decided per paragraph.
    #[default]
    Auto,
    /// Narrative throughout.
    Narrative,
}

/// The time expressions of a text, sorted and disjoint.
pub fn tag(
    text: &str,
    sentences: &[Sentence],
    language: &Language,
    published: Option<Day>,
    mode: Mode,
) -> Vec<TimeExpression> {
    let _ = (text, sentences, language, published, mode);
    Vec::new()
}
