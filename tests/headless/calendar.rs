//! Every day of 1900 to 2100: the program's calendar, and the tagger's, beside one that is walked day by day.
//!
//! The walk knows three things: how long the months are, that 1 January 1900 was a Monday, and that a week
//! belongs to the year of its Thursday.

use crate::fixture::KNOWLEDGE;
use std::sync::LazyLock;
use tidslinje::lang::Language;
use tidslinje::tagger::{Mode, Tagger, TimeExpression, TimexType, tag};
use tidslinje::text::sentences;
use tidslinje::time::{Day, Granularity, Interval, Weekday, easter};

/// A day as the walk came by it.
#[derive(Clone, Copy, Debug)]
struct Walked {
    year: i32,
    month: u32,
    day: u32,
    weekday: u32,
    /// ISO year and week.
    week: (i32, u32),
}

impl Walked {
    fn iso(&self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    fn known(&self) -> Day {
        Day::from_ymd(self.year, self.month, self.day)
            .unwrap_or_else(|| panic!("{} is a day", self.iso()))
    }
}

/// The days walked, with some before and behind those that are checked.
struct Walk {
    days: Vec<Walked>,
    /// 1 January 1900.
    first: usize,
    /// 31 December 2100.
    last: usize,
}

static WALK: LazyLock<Walk> = LazyLock::new(walk);

fn is_leap(year: i32) -> bool {
    match year {
        1900 | 2100 => false,
        _ => year % 4 == 0,
    }
}

fn days_in(year: i32, month: u32) -> u32 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// From Monday 3 January 1898, 104 weeks before that of 1900. Its Thursday is the first of the year.
fn walk() -> Walk {
    let mut days = Vec::new();
    let (mut year, mut month, mut day) = (1898, 1, 3);
    let (mut weekday, mut week) = (1, (1898, 1));
    while year <= 2101 {
        days.push(Walked {
            year,
            month,
            day,
            weekday,
            week,
        });
        day += 1;
        if day > days_in(year, month) {
            (day, month) = (1, month + 1);
        }
        if month > 12 {
            (month, year) = (1, year + 1);
        }
        weekday += 1;
        if weekday > 7 {
            weekday = 1;
            // Three days on is the Thursday: in the next year from 29 December.
            let of_year = year + i32::from(month == 12 && day >= 29);
            week = match week {
                (known, number) if known == of_year => (of_year, number + 1),
                _ => (of_year, 1),
            };
        }
    }
    let find = |want: &str| days.iter().position(|day| day.iso() == want);
    let first = find("1900-01-01").expect("walked by");
    let last = find("2100-12-31").expect("walked by");
    assert_eq!(days[first].weekday, 1, "the known Monday");
    Walk { days, first, last }
}

impl Walk {
    fn checked(&self) -> impl Iterator<Item = (usize, &Walked)> {
        (self.first..=self.last).map(|at| (at, &self.days[at]))
    }

    /// Where a week begins, if the year has it. 4 January lies in the first.
    fn monday_of(&self, year: i32, week: u32) -> Option<usize> {
        let within = self.at(year, 1, 4) + 7 * (week as usize - 1);
        let monday = within + 1 - self.days[within].weekday as usize;
        (self.days[monday].week == (year, week)).then_some(monday)
    }

    /// A date's place in the walk.
    fn at(&self, year: i32, month: u32, day: u32) -> usize {
        let days = &self.days;
        days.partition_point(|one| (one.year, one.month, one.day) < (year, month, day))
    }
}

/// The same day of another month, or that month's last.
fn months_on(from: &Walked, months: i32) -> (i32, u32, u32) {
    let (mut year, mut month) = (from.year, from.month as i32 + months);
    while month < 1 {
        (year, month) = (year - 1, month + 12);
    }
    while month > 12 {
        (year, month) = (year + 1, month - 12);
    }
    let month = month as u32;
    (year, month, from.day.min(days_in(year, month)))
}

#[test]
fn every_day_has_its_number_weekday_and_week() {
    let walk = &*WALK;
    let epoch = walk.at(1970, 1, 1) as i64;
    for (at, walked) in walk.checked() {
        let day = walked.known();
        assert_eq!(day.number(), at as i64 - epoch, "{day}");
        assert_eq!(Day::from_number(at as i64 - epoch), day);
        assert_eq!(
            (day.year(), day.month(), day.day()),
            (walked.year, walked.month, walked.day)
        );
        assert_eq!(day.to_string(), walked.iso());
        assert_eq!(day.weekday().iso(), walked.weekday, "{day}");
        assert_eq!(day.iso_week(), walked.week, "{day}");
        let weekday = Weekday::from_iso(walked.weekday).expect("1 to 7");
        let (year, week) = walked.week;
        assert_eq!(Day::from_iso_week(year, week, weekday), Some(day));
        let monday = &walk.days[at + 1 - walked.weekday as usize];
        assert_eq!(day.monday(), monday.known(), "{day}");
        assert_eq!(Day::of(day.start()), day);
        assert_eq!(Day::of(day.end() - 1), day);
        assert_eq!(day.end(), walk.days[at + 1].known().start(), "{day}");
    }
}

#[test]
fn years_with_53_weeks_are_those_of_the_almanac() {
    const LONG: [i32; 36] = [
        1903, 1908, 1914, 1920, 1925, 1931, 1936, 1942, 1948, 1953, 1959, 1964, 1970, 1976, 1981,
        1987, 1992, 1998, 2004, 2009, 2015, 2020, 2026, 2032, 2037, 2043, 2048, 2054, 2060, 2065,
        2071, 2076, 2082, 2088, 2093, 2099,
    ];
    let thursday = Weekday::from_iso(4).expect("1 to 7");
    for year in 1900..=2100 {
        let long = LONG.contains(&year);
        let walked = WALK.monday_of(year, 53).is_some();
        let known = Day::from_iso_week(year, 53, thursday).is_some();
        assert_eq!((walked, known), (long, long), "{year}");
    }
}

#[test]
fn months_end_where_the_walk_ends_them() {
    for year in 1900..=2100 {
        for month in 1..=12 {
            let last = days_in(year, month);
            for day in 1..=33 {
                let known = Day::from_ymd(year, month, day).is_some();
                assert_eq!(known, day <= last, "{year}-{month}-{day}");
            }
            let first = Day::from_ymd(year, month, 1).expect("a day");
            let end = Day::from_ymd(year, month, last).expect("a day");
            assert_eq!(end.first_of_month(), first);
            assert_eq!(Interval::months(end, 1), Interval::days(first, end));
            assert_eq!(first.add_months(1), end.add_days(1));
        }
        let of_year = (WALK.at(year, 1, 1), WALK.at(year + 1, 1, 1) - 1);
        let [first, last] = [of_year.0, of_year.1].map(|at| WALK.days[at].known());
        assert_eq!(Interval::years(year, 1), Interval::days(first, last));
    }
    assert_eq!(Day::from_ymd(2019, 0, 1), None);
    assert_eq!(Day::from_ymd(2019, 13, 1), None);
}

#[test]
fn days_and_months_are_added_as_they_are_walked() {
    let walk = &*WALK;
    for (at, walked) in walk.checked() {
        let day = walked.known();
        for days in [-364, -31, -7, -1, 1, 7, 28, 364] {
            let other = &walk.days[(at as i64 + days) as usize];
            assert_eq!(day.add_days(days), other.known(), "{day} and {days} days");
        }
        if walked.day < 28 && walked.day != 15 {
            continue;
        }
        for months in (-14..=14).chain([-1200, -48, 48, 1200]) {
            let (year, month, day_of_month) = months_on(walked, months);
            let moved = day.add_months(i64::from(months));
            assert_eq!(
                (moved.year(), moved.month(), moved.day()),
                (year, month, day_of_month),
                "{day} and {months} months"
            );
        }
    }
}

/// The paschal full moon by golden number, as the Book of Common Prayer prints it for 1900 to 2199.
const FULL_MOONS: [(u32, u32); 19] = [
    (4, 14),
    (4, 3),
    (3, 23),
    (4, 11),
    (3, 31),
    (4, 18),
    (4, 8),
    (3, 28),
    (4, 16),
    (4, 5),
    (3, 25),
    (4, 13),
    (4, 2),
    (3, 22),
    (4, 10),
    (3, 30),
    (4, 17),
    (4, 7),
    (3, 27),
];

/// Easter is the Sunday after that moon.
fn easter_walked(year: i32) -> usize {
    let (month, day) = FULL_MOONS[year as usize % 19];
    let moon = WALK.at(year, month, day);
    (moon + 1..=moon + 7)
        .find(|at| WALK.days[*at].weekday == 7)
        .expect("a week has a Sunday")
}

#[test]
fn easter_is_the_sunday_after_the_full_moon() {
    const ALMANAC: [&str; 40] = [
        "1900-04-15",
        "1913-03-23",
        "1943-04-25",
        "1954-04-18",
        "1961-04-02",
        "1970-03-29",
        "1981-04-19",
        "1991-03-31",
        "1999-04-04",
        "2000-04-23",
        "2001-04-15",
        "2002-03-31",
        "2003-04-20",
        "2004-04-11",
        "2005-03-27",
        "2006-04-16",
        "2007-04-08",
        "2008-03-23",
        "2009-04-12",
        "2010-04-04",
        "2011-04-24",
        "2012-04-08",
        "2013-03-31",
        "2014-04-20",
        "2015-04-05",
        "2016-03-27",
        "2017-04-16",
        "2018-04-01",
        "2019-04-21",
        "2020-04-12",
        "2021-04-04",
        "2022-04-17",
        "2023-04-09",
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2030-04-21",
        "2035-03-25",
        "2038-04-25",
        "2100-03-28",
    ];
    for want in ALMANAC {
        let year = want[..4].parse().expect("a year");
        assert_eq!(WALK.days[easter_walked(year)].iso(), want);
    }
    for year in 1900..=2100 {
        let want = WALK.days[easter_walked(year)].known();
        assert_eq!(easter(year), Some(want));
    }
}

/// A language with its tagger.
struct Reader {
    language: &'static Language,
    tagger: &'static Tagger,
}

impl Reader {
    fn new(language: &'static Language) -> Self {
        Self {
            language,
            tagger: KNOWLEDGE.tagger(language),
        }
    }

    fn code(&self) -> &str {
        &self.language.head.code
    }

    fn read(&self, text: &str, published: Option<Day>) -> Vec<TimeExpression> {
        let sentences = sentences(text, &self.language.head.abbreviations);
        tag(text, &sentences, self.tagger, published, Mode::Auto)
    }

    /// The one expression of a text: what stands there, its value and its time.
    fn check(&self, text: &str, published: Option<Day>, words: &str, want: &Want) {
        let found = self.read(text, published);
        let got: Vec<_> = found
            .iter()
            .map(|one| (one.span.of(text), one.value.as_str(), one.interval))
            .collect();
        let about = || format!("{} {published:?}: “{text}”", self.code());
        let want = [(words, want.value.as_str(), Some(want.interval))];
        assert_eq!(got, want, "{}", about());
    }

    /// Writes days each on its line, and reads each whole and as itself.
    fn check_dates(&self, days: &[Walked], write: impl Fn(&Walked) -> String) {
        let mut text = String::new();
        for day in days {
            text.push_str(&write(day));
            text.push('\n');
        }
        let found = self.read(&text, None);
        let got = found.iter().map(|one| {
            let day = (one.kind, one.granularity) == (TimexType::Date, Granularity::Day);
            let of = one.interval.filter(|_| day);
            (one.span.of(&text), one.value.as_str(), of)
        });
        let isos: Vec<String> = days.iter().map(Walked::iso).collect();
        let want = text.lines().zip(&isos).zip(days);
        let want =
            want.map(|((line, iso), day)| (line, iso.as_str(), Some(Interval::day(day.known()))));
        if got.clone().ne(want.clone()) {
            let (got, want): (Vec<_>, Vec<_>) = (got.collect(), want.collect());
            assert_eq!(got, want, "{}", self.code());
        }
    }

    /// The months' names, each the longest that the file gives.
    fn months(&self) -> Vec<String> {
        let time = &self.language.time;
        let name = |month: u32| {
            let names = time.months.iter().filter(|(_, number)| **number == month);
            let (name, _) = names
                .max_by_key(|(name, _)| name.chars().count())
                .expect("every month has a name");
            if time.capitalised {
                capitalised(name)
            } else {
                name.clone()
            }
        };
        (1..=12).map(name).collect()
    }
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars).collect()
}

/// What an expression should say.
struct Want {
    value: String,
    interval: Interval,
}

impl Want {
    fn new(value: String, first: &Walked, last: &Walked) -> Self {
        let interval = Interval::days(first.known(), last.known());
        Self { value, interval }
    }

    fn day(day: &Walked) -> Self {
        Self::new(day.iso(), day, day)
    }
}

/// A date in the forms of a language; the first is the commonest.
fn written(code: &str, date: &Walked, months: &[String]) -> Vec<String> {
    let Walked {
        year, month, day, ..
    } = *date;
    let name = &months[month as usize - 1];
    match code {
        "en" => vec![
            format!("{name} {day}, {year}"),
            format!("{day} {name} {year}"),
            format!("{month:02}/{day:02}/{year}"),
        ],
        "sv" => vec![
            format!("den {day} {name} {year}"),
            format!("{day} {name} {year}"),
        ],
        "de" => vec![
            format!("{day}. {name} {year}"),
            format!("{day:02}.{month:02}.{year}"),
            format!("{day}.{month}.{year}"),
        ],
        _ => vec![
            format!("{day}. {name} {year}"),
            format!("{day:02}.{month:02}.{year}"),
            format!("{day}/{month}-{year}"),
            format!("den {day}. {name} {year}"),
        ],
    }
}

/// Runs a check in every language at once, each on its own thread.
fn in_every_language(check: impl Fn(usize, &Reader) + Sync) {
    let check = &check;
    std::thread::scope(|scope| {
        for (number, language) in KNOWLEDGE.languages.iter().enumerate() {
            scope.spawn(move || check(number, &Reader::new(language)));
        }
    });
}

/// The days that are checked, month by month.
fn months() -> impl Iterator<Item = &'static [Walked]> {
    let days = &WALK.days[WALK.first..=WALK.last];
    days.chunk_by(|one, other| one.month == other.month)
}

/// Each month is written in one language, by turns: in its commonest form, in ISO, and in one of its rarer forms. The
/// turns shift from year to year by another step, so that every language has each month, and leap days too.
#[test]
fn every_day_is_read_as_it_is_written() {
    let languages = KNOWLEDGE.languages.iter().count();
    in_every_language(|number, reader| {
        let names = reader.months();
        for month in months() {
            let (year, of_year) = (month[0].year as usize, month[0].month as usize);
            if (year + year / languages + of_year) % languages != number {
                continue;
            }
            reader.check_dates(month, Walked::iso);
            let rarer = written(reader.code(), &month[0], &names).len() - 1;
            for form in [0, 1 + year / 7 % rarer] {
                reader.check_dates(month, |day| {
                    written(reader.code(), day, &names).swap_remove(form)
                });
            }
        }
    });
}

#[test]
fn a_day_that_its_month_does_not_have_is_refused_whole() {
    in_every_language(|_, reader| {
        let names = reader.months();
        for year in 1900..=2100 {
            let published = Day::from_ymd(year, 6, 30);
            for (month, day) in [(2, 29), (2, 30), (4, 31), (6, 31), (9, 31), (11, 31)] {
                let date = Walked {
                    year,
                    month,
                    day,
                    ..WALK.days[0]
                };
                let forms = written(reader.code(), &date, &names);
                for text in forms.into_iter().chain([date.iso()]) {
                    if day <= days_in(year, month) {
                        reader.check(&text, published, &text, &Want::day(&date));
                    } else {
                        let found = reader.read(&text, published);
                        assert!(found.is_empty(), "{} “{text}”: {found:?}", reader.code());
                    }
                }
                if year % 10 != 0 && day != 29 {
                    break;
                }
            }
        }
    });
}

#[test]
fn a_leap_day_without_a_year_is_one_of_a_leap_year() {
    in_every_language(|_, reader| {
        let name = &reader.months()[1];
        let text = match reader.code() {
            "en" => format!("{name} 29"),
            "sv" => format!("29 {name}"),
            _ => format!("29. {name}"),
        };
        for year in 1900..=2100 {
            let found = reader.read(&text, Day::from_ymd(year, 6, 30));
            let got: Vec<&str> = found.iter().map(|one| one.value.as_str()).collect();
            // Around 1900 and 2100 none is near.
            let near = (year - 3..=year + 3).any(is_leap);
            let about = format!("{} {year}: {got:?}", reader.code());
            assert_eq!(got.len(), usize::from(near), "{about}");
            for value in got {
                let leap: i32 = value[..4].parse().expect("a year");
                assert!(value.ends_with("-02-29") && is_leap(leap), "{about}");
                assert!((year - 3..=year + 3).contains(&leap), "{about}");
            }
        }
    });
}

/// What words mean, seen from the day of publication.
#[derive(Clone, Copy, Debug)]
enum Means {
    /// So many days on.
    Day(i64),
    /// The week so many weeks on.
    Week(i64),
    /// The month so many months on.
    Month(i32),
    /// The year so many years on.
    Year(i32),
    /// The last so many months up to the day.
    LastMonths(i32),
}

impl Means {
    fn from(self, at: usize) -> Want {
        let days = &WALK.days;
        let from = &days[at];
        let on = |days: i64| (at as i64 + days) as usize;
        match self {
            Self::Day(by) => Want::day(&days[on(by)]),
            Self::Week(by) => {
                let monday = on(7 * by) + 1 - from.weekday as usize;
                let (year, week) = days[monday].week;
                Want::new(
                    format!("{year}-W{week:02}"),
                    &days[monday],
                    &days[monday + 6],
                )
            }
            Self::Month(by) => {
                let (year, month, _) = months_on(from, by);
                let first = WALK.at(year, month, 1);
                let last = first + days_in(year, month) as usize - 1;
                Want::new(format!("{year}-{month:02}"), &days[first], &days[last])
            }
            Self::Year(by) => {
                let year = from.year + by;
                let (first, next) = (WALK.at(year, 1, 1), WALK.at(year + 1, 1, 1));
                Want::new(year.to_string(), &days[first], &days[next - 1])
            }
            Self::LastMonths(n) => {
                let (year, month, day) = months_on(from, -n);
                let first = WALK.at(year, month, day);
                Want::new(format!("P{n}M"), &days[first], from)
            }
        }
    }
}

/// The words of a language that are tried: sentences with the expression in braces.
struct Phrases {
    code: &'static str,
    weekdays: [&'static str; 7],
    /// A sentence in the past, to be completed with a weekday.
    on_weekday: &'static str,
    sentences: [(&'static str, Means); 8],
}

const PHRASES: [Phrases; 6] = [
    Phrases {
        code: "nb",
        weekdays: [
            "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag",
        ],
        on_weekday: "Hun reiste {*}.",
        sentences: [
            ("Hun reiste {i går}.", Means::Day(-1)),
            ("Hun reiste {i forgårs}.", Means::Day(-2)),
            ("Hun skal reise {om to dager}.", Means::Day(2)),
            ("Hun reiste {forrige uke}.", Means::Week(-1)),
            ("Hun skal reise {neste uke}.", Means::Week(1)),
            ("Hun reiste {for en måned siden}.", Means::Month(-1)),
            ("Hun reiste {i fjor}.", Means::Year(-1)),
            (
                "Hun har reist mye {de siste tre månedene}.",
                Means::LastMonths(3),
            ),
        ],
    },
    Phrases {
        code: "nn",
        weekdays: [
            "måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "sundag",
        ],
        on_weekday: "Ho reiste {*}.",
        sentences: [
            ("Ho reiste {i går}.", Means::Day(-1)),
            ("Ho reiste {i førgår}.", Means::Day(-2)),
            ("Ho skal reise {om to dagar}.", Means::Day(2)),
            ("Ho reiste {førre veke}.", Means::Week(-1)),
            ("Ho skal reise {neste veke}.", Means::Week(1)),
            ("Ho reiste {for ein månad sidan}.", Means::Month(-1)),
            ("Ho reiste {i fjor}.", Means::Year(-1)),
            (
                "Ho har reist mykje {dei siste tre månadene}.",
                Means::LastMonths(3),
            ),
        ],
    },
    Phrases {
        code: "da",
        weekdays: [
            "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag",
        ],
        on_weekday: "Hun rejste {*}.",
        sentences: [
            ("Hun rejste {i går}.", Means::Day(-1)),
            ("Hun rejste {i forgårs}.", Means::Day(-2)),
            ("Hun skal rejse {om to dage}.", Means::Day(2)),
            ("Hun rejste {i sidste uge}.", Means::Week(-1)),
            ("Hun skal rejse {i næste uge}.", Means::Week(1)),
            ("Hun rejste {for en måned siden}.", Means::Month(-1)),
            ("Hun rejste {sidste år}.", Means::Year(-1)),
            (
                "Hun har rejst meget {de seneste tre måneder}.",
                Means::LastMonths(3),
            ),
        ],
    },
    Phrases {
        code: "sv",
        weekdays: [
            "måndagen",
            "tisdagen",
            "onsdagen",
            "torsdagen",
            "fredagen",
            "lördagen",
            "söndagen",
        ],
        on_weekday: "Hon reste på {*}.",
        sentences: [
            ("Hon reste {i går}.", Means::Day(-1)),
            ("Hon reste {i förrgår}.", Means::Day(-2)),
            ("Hon ska resa {om två dagar}.", Means::Day(2)),
            ("Hon reste {förra veckan}.", Means::Week(-1)),
            ("Hon ska resa {nästa vecka}.", Means::Week(1)),
            ("Hon reste {för en månad sedan}.", Means::Month(-1)),
            ("Hon reste {i fjol}.", Means::Year(-1)),
            (
                "Hon har rest mycket {de senaste tre månaderna}.",
                Means::LastMonths(3),
            ),
        ],
    },
    Phrases {
        code: "en",
        weekdays: [
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
        ],
        on_weekday: "She left on {*}.",
        sentences: [
            ("She left {yesterday}.", Means::Day(-1)),
            ("She left {the day before yesterday}.", Means::Day(-2)),
            ("She will leave {two days from now}.", Means::Day(2)),
            ("She left {last week}.", Means::Week(-1)),
            ("She will leave {next week}.", Means::Week(1)),
            ("She left {a month ago}.", Means::Month(-1)),
            ("She left {last year}.", Means::Year(-1)),
            (
                "She has travelled in {the past three months}.",
                Means::LastMonths(3),
            ),
        ],
    },
    Phrases {
        code: "de",
        weekdays: [
            "Montag",
            "Dienstag",
            "Mittwoch",
            "Donnerstag",
            "Freitag",
            "Samstag",
            "Sonntag",
        ],
        on_weekday: "Sie reiste am {*} ab.",
        sentences: [
            ("Sie reiste {gestern} ab.", Means::Day(-1)),
            ("Sie reiste {vorgestern} ab.", Means::Day(-2)),
            ("Sie wird {in zwei Tagen} reisen.", Means::Day(2)),
            ("Sie reiste {letzte Woche} ab.", Means::Week(-1)),
            ("Sie wird {nächste Woche} reisen.", Means::Week(1)),
            ("Sie reiste {vor einem Monat} ab.", Means::Month(-1)),
            ("Sie reiste im {vergangenen Jahr} ab.", Means::Year(-1)),
            (
                "Sie ist in den {letzten drei Monaten} gereist.",
                Means::LastMonths(3),
            ),
        ],
    },
];

/// A sentence without its braces, and the words in them.
fn marked(sentence: &str) -> (String, &str) {
    let (open, close) = (sentence.find('{'), sentence.find('}'));
    let (open, close) = open.zip(close).expect("braces");
    let words = &sentence[open + 1..close];
    (sentence.replace(['{', '}'], ""), words)
}

/// Whether a day is tried in a language: in all where a year begins or ends beside a week 53, else in one by
/// turns, where a month begins or ends and every fifth day.
fn is_tried(at: usize, language: usize) -> bool {
    let (day, languages) = (&WALK.days[at], PHRASES.len());
    let near_new_year = day.month == 12 && day.day >= 25 || day.month == 1 && day.day <= 7;
    let long = WALK.days[at - 7..=at + 7]
        .iter()
        .any(|day| day.week.1 == 53);
    let ends = day.day == 1 || day.day == days_in(day.year, day.month);
    let months = (12 * day.year) as usize + day.month as usize + day.day as usize;
    near_new_year && long
        || ends && (months + months / 12) % languages == language
        || at.is_multiple_of(5) && at / 5 % languages == language
}

#[test]
fn what_is_counted_from_publication_is_counted_right() {
    in_every_language(|number, reader| {
        let phrases = PHRASES.iter().find(|phrases| phrases.code == reader.code());
        let phrases = phrases.expect("every language has its phrases");
        for (at, day) in WALK.checked().filter(|(at, _)| is_tried(*at, number)) {
            let (turn, published) = (at / 30 + at, Some(day.known()));
            let (sentence, means) = phrases.sentences[turn % phrases.sentences.len()];
            let (text, words) = marked(sentence);
            reader.check(&text, published, words, &means.from(at));

            // The last such day up to that of publication.
            let weekday = at / 7 % 7;
            let behind = (day.weekday as usize + 6 - weekday) % 7;
            let sentence = phrases.on_weekday.replace('*', phrases.weekdays[weekday]);
            let (text, words) = marked(&sentence);
            reader.check(&text, published, words, &Want::day(&WALK.days[at - behind]));
        }
    });
}

#[test]
fn weeks_by_number_and_holidays_fall_where_they_are_walked() {
    const NAMES: [(&str, &str, i64, &str); 6] = [
        ("nb", "langfredag", -2, "uke"),
        ("nn", "påskeaftan", -1, "veke"),
        ("da", "påskedag", 0, "uge"),
        ("sv", "skärtorsdagen", -3, "vecka"),
        ("en", "Easter Monday", 1, ""),
        ("de", "Pfingstmontag", 50, "KW"),
    ];
    in_every_language(|_, reader| {
        let (_, holiday, offset, week) = NAMES
            .into_iter()
            .find(|(code, ..)| *code == reader.code())
            .expect("every language has its names");
        for year in 1900..=2100 {
            let day = &WALK.days[(easter_walked(year) as i64 + offset) as usize];
            let text = format!("{holiday} {year}");
            reader.check(&text, Some(day.known()), &text, &Want::day(day));
            for number in [1, 52, 53] {
                let text = format!("{week} {number} {year}");
                match WALK.monday_of(year, number) {
                    _ if week.is_empty() => {}
                    Some(at) => reader.check(&text, None, &text, &Means::Week(0).from(at)),
                    None => {
                        let found = reader.read(&text, None);
                        assert!(found.is_empty(), "{} “{text}”: {found:?}", reader.code());
                    }
                }
            }
        }
    });
}
