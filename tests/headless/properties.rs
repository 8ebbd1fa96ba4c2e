//! What holds for the tagger whatever the text: nothing panics, and every expression is sound.
//!
//! Texts are thrown together from a seed, so that the same come every time; one that fails becomes a test
//! with a name.

use crate::fixture::{Dice, KNOWLEDGE};
use std::collections::BTreeSet;
use std::sync::LazyLock;
use tidslinje::lang::Language;
use tidslinje::tagger::{Mode, Tagger, TimeExpression, TimexType, tag};
use tidslinje::text::{Span, sentences};
use tidslinje::time::{Day, Granularity, parse_date};

/// A language, its tagger, and all words of its tables.
struct Reader {
    language: &'static Language,
    tagger: &'static Tagger,
    words: Vec<String>,
}

static READERS: LazyLock<Vec<Reader>> = LazyLock::new(|| {
    let reader = |language| Reader {
        language,
        tagger: KNOWLEDGE.tagger(language),
        words: words_of(language),
    };
    KNOWLEDGE.languages.iter().map(reader).collect()
});

impl Reader {
    fn read(&self, text: &str, published: Option<Day>, mode: Mode) -> Vec<TimeExpression> {
        let sentences = sentences(text, &self.language.head.abbreviations);
        tag(text, &sentences, self.tagger, published, mode)
    }

    /// Reads a text in every way, and notes what does not hold.
    fn check(&self, text: &str, published: Option<Day>, faults: &mut Faults) {
        let mut once = None;
        for published in [None, published] {
            for mode in [Mode::Narrative, Mode::Auto] {
                let found = self.read(text, published, mode);
                let mut end = 0;
                for one in &found {
                    if let Some(fault) = fault(one, text, end) {
                        let code = &self.language.head.code;
                        faults.0.push(format!(
                            "{code} {published:?} {mode:?} {text:?}: {fault}: {one:?}"
                        ));
                    }
                    end = one.span.end;
                }
                once = Some(found);
            }
        }
        let twice = self.read(text, published, Mode::Auto);
        assert_eq!(once, Some(twice), "{text:?} is read in two ways");
    }
}

/// What did not hold.
#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    fn are_none(self) {
        let few: Vec<_> = self.0.iter().take(10).map(String::as_str).collect();
        assert!(
            few.is_empty(),
            "{} faults:\n{}",
            self.0.len(),
            few.join("\n")
        );
    }
}

/// What is wrong with an expression that begins at `floor` or later.
fn fault(one: &TimeExpression, text: &str, floor: usize) -> Option<&'static str> {
    let Span { start, end } = one.span;
    if start < floor {
        return Some("not behind the one before");
    }
    if start >= end || end > text.len() {
        return Some("no span within the text");
    }
    if !text.is_char_boundary(start) || !text.is_char_boundary(end) {
        return Some("a span through a character");
    }
    if one.value.is_empty() {
        return Some("no value");
    }
    let bounds = one.interval.and_then(|known| known.start.zip(known.end));
    if bounds.is_some_and(|(start, end)| start >= end) {
        return Some("an interval without time");
    }
    let mut floor = start;
    for part in &one.ends {
        if !one.span.contains(part.span) {
            return Some("an end outside its whole");
        }
        if let Some(fault) = fault(part, text, floor) {
            return Some(fault);
        }
        floor = part.span.end;
    }
    let plain = one.kind == TimexType::Date && one.granularity == Granularity::Day && !one.whole;
    if let (true, None, Some(interval), Ok((value, Granularity::Day))) =
        (plain, one.modifier, one.interval, parse_date(&one.value))
        && interval.first_day() != value.first_day()
    {
        return Some("a value of another day than its interval");
    }
    None
}

/// The words of all tables of `[time]`, and its examples.
fn words_of(language: &Language) -> Vec<String> {
    let time = &language.time;
    let mut words: BTreeSet<&String> = BTreeSet::new();
    words.extend(time.months.keys());
    words.extend(time.weekdays.keys());
    words.extend(time.numbers.keys());
    words.extend(time.ordinals.keys());
    words.extend(time.decades.keys());
    words.extend(time.amounts.keys());
    words.extend(time.units.keys());
    words.extend(time.seasons.keys());
    words.extend(time.parts.keys());
    words.extend(time.holidays.keys());
    words.extend(time.halves_of_day.keys());
    words.extend(time.zones.keys());
    words.extend(time.which.keys());
    words.extend(time.which_year.keys());
    words.extend(time.which_week.keys());
    words.extend(time.years_later.keys());
    words.extend(time.about.keys());
    words.extend(time.modifiers.keys());
    words.extend(time.bounds.keys());
    words.extend(time.words.values().flatten());
    for list in [
        &time.and_a_half,
        &time.ordinal_endings,
        &time.possessive,
        &time.before_christ,
        &time.articles,
        &time.joints,
        &time.of_day,
        &time.year_evidence,
        &time.year_determiners,
        &time.year_counter_evidence,
        &time.counted,
        &time.names,
        &time.names_before_days,
        &time.tense.future,
        &time.tense.past,
        &time.tense.present,
        &time.tense.pluperfect,
        &time.tense.clause_openers,
        &time.not,
        &language.head.small_words,
        &language.head.abbreviations,
    ] {
        words.extend(list);
    }
    for range in &time.ranges {
        words.extend([&range.before, &range.between]);
    }
    for pattern in time.patterns.iter().chain(&time.more_patterns) {
        words.extend(pattern.examples.keys());
        words.extend(&pattern.forms);
    }
    words.extend(time.examples.keys());
    words.extend(time.sentences.keys());
    words.into_iter().cloned().collect()
}

/// A character from anywhere in Unicode, often from a corner that breaks programs.
fn any_char(dice: &mut Dice) -> char {
    const ODD: [char; 36] = [
        '\u{0}', '\u{7}', '\t', '\r', '\n', '\u{b}', '\u{85}', '\u{a0}', '\u{ad}', '\u{301}',
        '\u{308}', '\u{20dd}', '\u{200b}', '\u{200d}', '\u{200e}', '\u{202e}', '\u{2028}',
        '\u{2066}', '\u{fe0f}', '\u{feff}', '\u{fffd}', 'ß', 'İ', 'ı', 'ſ', 'ŉ', 'א', 'ب', '٣',
        '३', '２', '½', '²', '🦊', '👩', '字',
    ];
    match dice.roll(6) {
        0 | 1 => *dice.pick(&ODD),
        2 => char::from_digit(dice.roll(10) as u32, 10).unwrap_or('0'),
        3 => char::from(0x20 + dice.roll(0x5f) as u8),
        4 => char::from_u32(0xa0 + dice.roll(0x500) as u32).unwrap_or('é'),
        _ => char::from_u32(dice.roll(0x11_0000) as u32).unwrap_or('\u{10ffff}'),
    }
}

/// A number as it may stand in a text: a small one, a likely year, or one beyond all counting.
fn any_number(dice: &mut Dice) -> String {
    match dice.roll(6) {
        0 => dice.roll(40).to_string(),
        1 => (1000 + dice.roll(1300)).to_string(),
        2 => dice.roll(10_001).to_string(),
        3 => format!("{:02}", dice.roll(100)),
        4 => format!("{},{}", dice.roll(100), dice.roll(10)),
        _ => (0..1 + dice.roll(24))
            .map(|_| char::from(b'0' + dice.roll(10) as u8))
            .collect(),
    }
}

fn any_published(dice: &mut Dice) -> Option<Day> {
    const DAYS: [&str; 8] = [
        "2019-04-25",
        "2020-02-29",
        "2021-01-01",
        "1999-12-31",
        "0001-01-01",
        "9999-12-31",
        "-9999-01-01",
        "0000-02-29",
    ];
    dice.pick(&DAYS).parse().ok()
}

#[test]
fn characters_from_anywhere_panic_nothing() {
    let mut faults = Faults::default();
    let readers = &*READERS;
    let mut dice = Dice(19);
    for _ in 0..400 {
        let text: String = (0..dice.roll(60)).map(|_| any_char(&mut dice)).collect();
        let published = any_published(&mut dice);
        for reader in readers {
            reader.check(&text, published, &mut faults);
        }
    }
    faults.are_none();
}

#[test]
fn words_thrown_together_make_sound_expressions() {
    const MARKS: [&str; 24] = [
        " ", " ", " ", " ", "", ". ", ", ", "-", "–", " – ", "\n", ":", "/", "'", "’", "(", ")",
        "\"", "…", "\u{a0}", "\r\n\r\n", "\u{301}", "!", ".",
    ];
    let mut faults = Faults::default();
    let readers = &*READERS;
    let mut dice = Dice(23);
    for round in 0..2400 {
        let reader = &readers[round % readers.len()];
        let mut text = String::new();
        for _ in 0..dice.roll(16) {
            // One word in eight is of another language.
            let from = match dice.roll(8) {
                0 => dice.pick(readers),
                _ => reader,
            };
            match dice.roll(4) {
                0 => text.push_str(&any_number(&mut dice)),
                1 => {
                    let word = dice.pick(&from.words);
                    let upper = dice.roll(3) == 0;
                    text.push_str(&if upper {
                        word.to_uppercase()
                    } else {
                        word.clone()
                    });
                }
                _ => text += dice.pick::<String>(&from.words),
            }
            text += dice.pick::<&str>(&MARKS);
        }
        let published = any_published(&mut dice);
        reader.check(&text, published, &mut faults);
    }
    faults.are_none();
}

/// What the language files show, with characters struck out, doubled, exchanged and put in.
#[test]
fn sentences_with_faults_make_sound_expressions() {
    let mut faults = Faults::default();
    let readers = &*READERS;
    let mut dice = Dice(29);
    for round in 0..1200 {
        let reader = &readers[round % readers.len()];
        let mut chars: Vec<char> = Vec::new();
        for _ in 0..1 + dice.roll(4) {
            chars.extend(dice.pick(&reader.words).chars());
            chars.extend(dice.pick(&[" ", ". ", "\n", ", "]).chars());
        }
        for _ in 0..dice.roll(8) {
            let (at, other) = (dice.roll(chars.len()), dice.roll(chars.len()));
            match dice.roll(5) {
                0 if chars.len() > 1 => drop(chars.remove(at)),
                1 => chars.insert(at, chars[at]),
                2 => chars.swap(at, other),
                3 => chars.insert(at, any_char(&mut dice)),
                _ => chars[at] = any_char(&mut dice),
            }
        }
        let text: String = chars.into_iter().collect();
        let published = any_published(&mut dice);
        reader.check(&text, published, &mut faults);
    }
    faults.are_none();
}

#[test]
fn very_long_tokens_and_numbers_are_passed_over() {
    let mut faults = Faults::default();
    let readers = &*READERS;
    let long = [
        "a".repeat(20_000),
        "9".repeat(20_000),
        "\u{301}".repeat(20_000),
        "🦊".repeat(5_000),
        "1.".repeat(300),
        "12 ".repeat(2_000),
        "-".repeat(5_000),
        "«".repeat(5_000),
        format!("for {} år siden", "9".repeat(5_000)),
        format!("{} years ago", "9".repeat(5_000)),
    ];
    for reader in readers {
        for text in &long {
            reader.check(text, "2019-04-25".parse().ok(), &mut faults);
        }
    }
    faults.are_none();
}

/// Times at the edge of the calendar, and beyond it.
#[test]
fn counts_beyond_the_calendar_stay_within_it() {
    const UNITS: [(&str, [&str; 5]); 3] = [
        ("en", ["days", "weeks", "months", "years", "centuries"]),
        ("nb", ["dager", "uker", "måneder", "år", "århundrer"]),
        (
            "de",
            ["Tagen", "Wochen", "Monaten", "Jahren", "Jahrhunderten"],
        ),
    ];
    const ROWS: [(&str, &[&str]); 3] = [
        (
            "en",
            &[
                "# ago",
                "# later",
                "# earlier",
                "# from now",
                "the past #",
                "the next #",
            ],
        ),
        (
            "nb",
            &[
                "for # siden",
                "# senere",
                "# tidligere",
                "om #",
                "de siste #",
                "de neste #",
            ],
        ),
        (
            "de",
            &[
                "vor #",
                "# später",
                "# zuvor",
                "in #",
                "in den letzten #",
                "in den nächsten #",
            ],
        ),
    ];
    const NUMBERS: [&str; 7] = [
        "1",
        "11 000",
        "10000",
        "99999",
        "100000",
        "999999",
        "99999999999",
    ];
    let mut faults = Faults::default();
    for reader in &*READERS {
        let code = reader.language.head.code.as_str();
        let find = |(known, _): &&(&str, [&str; 5])| *known == code;
        let Some(((_, units), (_, rows))) = UNITS
            .iter()
            .find(find)
            .zip(ROWS.iter().find(|(known, _)| *known == code))
        else {
            continue;
        };
        for published in [
            "0001-01-01",
            "9999-12-31",
            "-9999-01-01",
            "2019-04-25",
            "-0043-03-15",
        ] {
            for row in *rows {
                for number in NUMBERS {
                    let mut text = String::new();
                    for unit in units {
                        let one = row.replace('#', &format!("{number} {unit}"));
                        reader.check(&one, published.parse().ok(), &mut faults);
                        text.push_str(&one);
                        text.push_str(". ");
                    }
                    // Each counted from the one before.
                    reader.check(&text, published.parse().ok(), &mut faults);
                }
            }
        }
    }
    faults.are_none();
}

#[test]
fn years_at_the_edge_of_the_calendar_are_read() {
    let mut faults = Faults::default();
    for reader in &*READERS {
        let time = &reader.language.time;
        let patterns = time.patterns.iter().chain(&time.more_patterns);
        let examples = patterns.flat_map(|pattern| pattern.examples.keys());
        for phrase in examples.chain(time.examples.keys()) {
            for published in ["9999-12-31", "-9999-01-01"] {
                reader.check(phrase, published.parse().ok(), &mut faults);
            }
        }
    }
    faults.are_none();
}

#[test]
fn the_end_of_a_week_of_a_month_lies_in_that_week() {
    let english = KNOWLEDGE.languages.find("en").expect("a language");
    let text = "They met at the end of the first week of March.";
    let tagger = KNOWLEDGE.tagger(english);
    let published = "2019-04-25".parse().ok();
    let found = tag(text, &sentences(text, &[]), tagger, published, Mode::Auto);
    let days = |one: &TimeExpression| {
        let interval = one.interval?;
        Some((interval.first_day()?, interval.last_day()?))
    };
    let [first, last] = ["2019-03-01", "2019-03-07"].map(|day| day.parse().expect("a day"));
    assert_eq!(
        found.iter().map(days).collect::<Vec<_>>(),
        [Some((first, last))]
    );
}

#[test]
fn a_date_shares_nothing_across_its_sentence_or_its_neighbour() {
    let mut faults = Faults::default();
    for reader in &*READERS {
        for text in [
            "Byen ble bygd i 1870-80-årene.",
            "Hun reiste (fra 10. - 16. mars 1939), og kom tilbake.",
        ] {
            reader.check(text, "2019-04-25".parse().ok(), &mut faults);
        }
    }
    faults.are_none();
}
