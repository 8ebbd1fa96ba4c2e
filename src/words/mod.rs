//! The interface's words: messages, dates and numbers, said in a language.
//!
//! Nothing is stored in words. A [`Message`] is a key with its facts; it is said in the interface's
//! language when it is shown. The words themselves are Fluent files in `assets/ui`, one a language;
//! to add a language, add its file and one line to `INTERFACES`.

mod date;

pub use date::{Precise, say_day, say_interval, say_length, say_months};

use crate::time::{Day, Granularity, Interval, Modifier};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeSet;
use std::sync::{LazyLock, Mutex, PoisonError};

/// The interface's languages: code and Fluent file. The first is the fallback.
const INTERFACES: &[(&str, &str)] = &[
    ("en", include_str!("../../assets/ui/en.ftl")),
    ("nb", include_str!("../../assets/ui/nb.ftl")),
];

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Interface(usize);

impl Interface {
    /// The language used when nothing else is asked for.
    pub const FALLBACK: Self = Self(0);

    /// The languages there are, in the order of the list.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..INTERFACES.len()).map(Self)
    }

    /// The interface with that code, or the nearest to a locale's name ("nb-NO", "no", "en_GB.UTF-8").
    pub fn find(code: &str) -> Option<Self> {
        let language = code
            .split(['-', '_', '.'])
            .next()
            .unwrap_or(code)
            .to_lowercase();
        let language = if language == "no" { "nb" } else { &language };
        INTERFACES
            .iter()
            .position(|(known, _)| *known == language)
            .map(Self)
    }

    /// The language's code.
    pub fn code(self) -> &'static str {
        INTERFACES[self.0].0
    }
}

/// A fact inside a message.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fact {
    /// Words that are the same in every language: a name, a quotation, a path.
    Text(String),
    /// A number, for counting.
    Number(i64),
    /// A day.
    Day(Day),
    /// A stretch of time, said as precisely as it is known.
    Time(Interval, Granularity, Option<Modifier>),
    /// Words of the interface: the message with that key.
    Word(&'static str),
    /// Another message.
    Message(Box<Message>),
}

impl From<&str> for Fact {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Fact {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Fact {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Fact {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<Day> for Fact {
    fn from(day: Day) -> Self {
        Self::Day(day)
    }
}

/// Something to say: the key of a Fluent message, and its facts by name.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Message {
    /// The key in `assets/ui`.
    pub key: &'static str,
    /// The facts, by the names that the message uses.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "known_names"
    )]
    pub facts: Vec<(&'static str, Fact)>,
}

/// Keys and names come from files too: each is kept once, for as long as the program runs.
fn lasting(word: &str) -> &'static str {
    static WORDS: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let mut words = WORDS.lock().unwrap_or_else(PoisonError::into_inner);
    match words.get(word) {
        Some(word) => word,
        None => {
            let word: &'static str = Box::leak(word.into());
            words.insert(word);
            word
        }
    }
}

/// A message as it lies in a file.
#[derive(Deserialize)]
struct KeptMessage {
    key: String,
    #[serde(default)]
    facts: Vec<(String, Fact)>,
}

// By hand, as serde's own would ask that what is read lasts for ever, for the words do.
impl<'de> Deserialize<'de> for Message {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        KeptMessage::deserialize(from).map(Self::from)
    }
}

impl<'de> Deserialize<'de> for Fact {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        KeptFact::deserialize(from).map(Self::from)
    }
}

impl From<KeptMessage> for Message {
    fn from(kept: KeptMessage) -> Self {
        let fact = |(name, fact): (String, Fact)| (lasting(&name), fact);
        Self {
            key: lasting(&kept.key),
            facts: kept.facts.into_iter().map(fact).collect(),
        }
    }
}

/// A fact as it lies in a file.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum KeptFact {
    Text(String),
    Number(i64),
    Day(Day),
    Time(Interval, Granularity, Option<Modifier>),
    Word(String),
    Message(Box<Message>),
}

impl From<KeptFact> for Fact {
    fn from(kept: KeptFact) -> Self {
        match kept {
            KeptFact::Text(text) => Self::Text(text),
            KeptFact::Number(number) => Self::Number(number),
            KeptFact::Day(day) => Self::Day(day),
            KeptFact::Time(interval, granularity, modifier) => {
                Self::Time(interval, granularity, modifier)
            }
            KeptFact::Word(key) => Self::Word(lasting(&key)),
            KeptFact::Message(message) => Self::Message(message),
        }
    }
}

impl Message {
    /// A message without facts.
    pub fn new(key: &'static str) -> Self {
        Self {
            key,
            facts: Vec::new(),
        }
    }

    /// The message with one more fact.
    #[must_use]
    pub fn with(mut self, name: &'static str, fact: impl Into<Fact>) -> Self {
        self.facts.push((name, fact.into()));
        self
    }
}

/// The message in that language. A key that no file has is said as itself.
pub fn say(message: &Message, interface: Interface) -> String {
    let mut args = FluentArgs::new();
    for (name, fact) in &message.facts {
        args.set(*name, value(fact, interface));
    }
    format(message.key, &args, interface)
}

/// A fixed word or sentence of the interface.
pub fn word(key: &str, interface: Interface) -> String {
    format(key, &FluentArgs::new(), interface)
}

/// A number with its digits in groups of three, parted by thin spaces that do not break; of four digits, as it is.
pub fn say_number(number: i64) -> String {
    const SPACE: char = '\u{202f}';
    let digits = number.unsigned_abs().to_string();
    let sign = if number < 0 { "−" } else { "" };
    if digits.len() < 5 {
        return format!("{sign}{digits}");
    }
    let first = digits.len() % 3;
    let (mut said, rest) = (format!("{sign}{}", &digits[..first]), &digits[first..]);
    for (n, group) in rest.as_bytes().chunks(3).enumerate() {
        if n > 0 || first > 0 {
            said.push(SPACE);
        }
        said.extend(group.iter().map(|digit| char::from(*digit)));
    }
    said
}

fn value(fact: &Fact, interface: Interface) -> FluentValue<'static> {
    match fact {
        Fact::Text(text) => FluentValue::from(text.clone()),
        Fact::Number(number) => FluentValue::from(*number),
        Fact::Day(day) => FluentValue::from(say_day(*day, Precise::Day, interface)),
        Fact::Time(interval, granularity, modifier) => {
            FluentValue::from(say_interval(*interval, *granularity, *modifier, interface))
        }
        Fact::Word(key) => FluentValue::from(word(key, interface)),
        Fact::Message(message) => FluentValue::from(say(message, interface)),
    }
}

fn format(key: &str, args: &FluentArgs, interface: Interface) -> String {
    for index in [interface.0, Interface::FALLBACK.0] {
        let bundle = &BUNDLES[index];
        if let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) {
            return bundle
                .format_pattern(pattern, Some(args), &mut Vec::new())
                .into_owned();
        }
    }
    key.to_owned()
}

static BUNDLES: LazyLock<Vec<FluentBundle<FluentResource>>> = LazyLock::new(|| {
    INTERFACES
        .iter()
        .map(|(code, file)| {
            let language = code.parse().expect("an interface's code is a language tag");
            let mut bundle = FluentBundle::new_concurrent(vec![language]);
            bundle.set_formatter(Some(|value, _| match value {
                FluentValue::Number(number) if number.value.fract() == 0.0 => {
                    Some(say_number(number.value as i64))
                }
                _ => None,
            }));
            bundle.set_use_isolating(false);
            // A test reads every file without faults; what Fluent cannot read, it leaves out.
            let resource = match FluentResource::try_new((*file).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
            bundle
        })
        .collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(file: &str) -> BTreeSet<&str> {
        let is_key = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase());
        file.lines()
            .filter(is_key)
            .filter_map(|line| line.split(" =").next())
            .collect()
    }

    #[test]
    fn large_numbers_are_grouped() {
        let said = [0, 2019, 12_345, 1_000_000, -123_456].map(say_number);
        let want = ["0", "2019", "12 345", "1 000 000", "−123 456"];
        assert_eq!(said, want.map(|text| text.replace(' ', "\u{202f}")));
    }

    #[test]
    fn every_interface_reads_and_has_the_same_keys() {
        let want = keys(INTERFACES[0].1);
        for (code, file) in INTERFACES {
            assert!(
                FluentResource::try_new((*file).to_owned()).is_ok(),
                "{code}.ftl has a fault"
            );
            let got = keys(file);
            let lacking: Vec<_> = want.symmetric_difference(&got).collect();
            assert!(
                lacking.is_empty(),
                "{code}.ftl and en.ftl differ in {lacking:?}"
            );
        }
    }

    #[test]
    fn locales_find_their_interface() {
        assert_eq!(
            Interface::find("nb_NO.UTF-8").map(Interface::code),
            Some("nb")
        );
        assert_eq!(Interface::find("no").map(Interface::code), Some("nb"));
        assert_eq!(Interface::find("en-GB").map(Interface::code), Some("en"));
        assert_eq!(Interface::find("tlh"), None);
    }
}
