//! A chronology made by hand: the Korea talks of 2018 and 2019, and one meeting in 2011; and what all tests that
//! read share.

use std::sync::LazyLock;
use tidslinje::chronology::{
    Article, ArticleId, Certainty, Chronology, Edit, Event, EventId, Evidence, Form, Kind, Person,
    PersonId, Place, PublishedFrom, Status, Term, When,
};
use tidslinje::extract::Knowledge;
use tidslinje::time::{Day, Granularity, Interval, Modifier, parse_date};
use tidslinje::words::Message;

/// The program's languages with their taggers, and its people: built once, since that takes a while in debug.
pub static KNOWLEDGE: LazyLock<Knowledge> =
    LazyLock::new(|| Knowledge::bundled().expect("the program's own files are sound"));

/// A small generator of numbers, so that the same texts come every time.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.roll(from.len())]
    }
}

/// A day written `2019-04-25`.
pub fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

/// An interval written `2011`, `2018-03-25/2018-03-28`, `2012/` or `/2015`.
pub fn interval(text: &str) -> (Interval, Granularity) {
    let Some((from, to)) = text.split_once('/') else {
        return parse_date(text).expect("a date");
    };
    let (a, b) = (parse_date(from).ok(), parse_date(to).ok());
    let granularity = a.or(b).expect("a date").1;
    let interval = Interval {
        start: a.and_then(|a| a.0.start),
        end: b.and_then(|b| b.0.end),
    };
    (interval, granularity)
}

/// An event of one article, `n`th in the text; a stated point in time that happened.
pub fn event(n: u32, title: &str, kind: Kind, when: &str, people: &[&str]) -> Event {
    let (interval, granularity) = if when.is_empty() {
        (Interval::UNKNOWN, Granularity::Day)
    } else {
        interval(when)
    };
    let several_days = granularity == Granularity::Day && when.contains('/');
    let bounded = interval.start.is_some() && interval.end.is_some();
    Event {
        id: EventId {
            article: ArticleId(0x6b6f),
            start: n,
            n: 0,
        },
        title: title.to_owned(),
        kind,
        status: Status::Happened,
        when: When {
            interval,
            granularity,
            modifier: None,
            form: if several_days && bounded {
                Form::Span
            } else {
                Form::Point
            },
            certainty: Certainty::Stated,
            said: None,
            clock: None,
            text: when.to_owned(),
        },
        participants: people.iter().map(|id| PersonId::new(id)).collect(),
        place: None,
        count: 1,
        sources: vec![Evidence {
            article: ArticleId(0x6b6f),
            start: n,
            end: n + 40,
            quote: format!("{title} <{when}> & «mer»."),
            when_span: None,
            people_spans: Vec::new(),
            when: None,
        }],
        why: Vec::new(),
    }
}

/// A leader with terms written `office country from/to`.
pub fn leader(id: &str, name: &str, terms: &[&str], died: Option<&str>) -> Person {
    let terms = terms.iter().map(|term| {
        let parts: Vec<&str> = term.split(' ').collect();
        let (from, to) = parts[2].split_once('/').expect("from/to");
        Term {
            office: parts[0].to_owned(),
            country: parts[1].to_owned(),
            from: from.parse().ok(),
            to: to.parse().ok(),
        }
    });
    Person {
        id: PersonId::new(id),
        name: name.to_owned(),
        wikidata: None,
        leader: true,
        terms: terms.collect(),
        born: None,
        died: died.map(day),
    }
}

/// An article published on that day.
pub fn article(id: u64, title: &str, published: &str) -> Article {
    Article {
        id: ArticleId(id),
        path: format!("{id}.txt"),
        title: title.to_owned(),
        language: "nb".to_owned(),
        published: Some(day(published)),
        published_from: PublishedFrom::Metadata,
        published_why: Vec::new(),
        notes: Vec::new(),
    }
}

/// A chronology of those parts.
pub fn chronology(articles: Vec<Article>, persons: Vec<Person>, events: Vec<Event>) -> Chronology {
    let mut chronology = Chronology::default();
    let name = Message::new("picture-timeline");
    chronology.apply(&Edit::adding(name, articles, persons, events));
    chronology
}

/// The leaders of the Korea talks.
pub fn leaders() -> Vec<Person> {
    vec![
        leader(
            "kim-jong-un",
            "Kim Jong-un",
            &["supreme-leader KP 2011-12-17/"],
            None,
        ),
        leader(
            "vladimir-putin",
            "Vladimir Putin",
            &[
                "president RU 2000-05-07/2008-05-07",
                "prime-minister RU 2008-05-08/2012-05-07",
                "president RU 2012-05-07/",
            ],
            None,
        ),
        leader(
            "donald-trump",
            "Donald Trump",
            &["president US 2017-01-20/2021-01-20"],
            None,
        ),
        leader(
            "xi-jinping",
            "Xi Jinping",
            &["president CN 2013-03-14/"],
            None,
        ),
        leader(
            "moon-jae-in",
            "Moon Jae-in",
            &["president KR 2017-05-10/2022-05-10"],
            None,
        ),
        leader(
            "dmitrij-medvedev",
            "Dmitrij Medvedev",
            &[
                "president RU 2008-05-07/2012-05-07",
                "prime-minister RU 2012-05-08/2020-01-16",
            ],
            None,
        ),
        leader(
            "kim-jong-il",
            "Kim Jong-il",
            &["supreme-leader KP 1994-07-08/2011-12-17"],
            Some("2011-12-17"),
        ),
    ]
}

/// The Korea talks as five articles tell of them.
pub fn korea() -> Chronology {
    let (kim, putin, trump, xi, moon) = (
        "kim-jong-un",
        "vladimir-putin",
        "donald-trump",
        "xi-jinping",
        "moon-jae-in",
    );
    use Kind::{Meeting, Other, Summit, Travel, Visit};
    let mut events = vec![
        event(1, "Møte i Vladivostok", Summit, "2019-04-25", &[kim, putin]),
        event(2, "Ankommer med tog", Travel, "2019-04-24", &[kim]),
        event(
            3,
            "Medvedev møtte Kim Jong-il",
            Meeting,
            "2011",
            &["dmitrij-medvedev", "kim-jong-il"],
        ),
        event(
            4,
            "Toppmøte i Hanoi uten avtale",
            Summit,
            "2019-02-27/2019-02-28",
            &[kim, trump],
        ),
        event(
            5,
            "Toppmøte i Singapore",
            Summit,
            "2018-06-12",
            &[kim, trump],
        ),
        event(
            6,
            "Kim i Beijing",
            Visit,
            "2018-03-25/2018-03-28",
            &[kim, xi],
        ),
        event(
            7,
            "Møte i Dalian",
            Meeting,
            "2018-05-07/2018-05-08",
            &[kim, xi],
        ),
        event(
            8,
            "Kim i Beijing igjen",
            Visit,
            "2018-06-19/2018-06-20",
            &[kim, xi],
        ),
        event(
            9,
            "Beijing for fjerde gang",
            Visit,
            "2019-01-07/2019-01-10",
            &[kim, xi],
        ),
        event(
            10,
            "Toppmøte i Panmunjom",
            Summit,
            "2018-04-27",
            &[kim, moon],
        ),
        event(
            11,
            "Panmunjom for andre gang",
            Meeting,
            "2018-05-26",
            &[kim, moon],
        ),
        event(
            12,
            "Toppmøte i Pyongyang",
            Summit,
            "2018-09-18/2018-09-20",
            &[kim, moon],
        ),
        event(
            13,
            "Møter med Xi",
            Meeting,
            "2018-04-25/2019-04-25",
            &[xi, kim],
        ),
        event(
            14,
            "Møter med Moon",
            Meeting,
            "2018-04-25/2019-04-25",
            &[moon, kim],
        ),
        event(
            15,
            "Putin og Xi møtes på forumet",
            Meeting,
            "2019-04-26",
            &[putin, xi],
        ),
        event(
            16,
            "Trump inviteres til Pyongyang",
            Other,
            "2018-12",
            &[trump],
        ),
    ];
    for (index, count) in [(12, 4), (13, 3)] {
        events[index].count = count;
        events[index].when.form = Form::Count;
        events[index].when.certainty = Certainty::Derived;
    }
    events[2].when.certainty = Certainty::Derived;
    events[14].status = Status::Planned;
    events[1].when.certainty = Certainty::Derived;
    events[0].place = Some(Place {
        name: "Vladivostok".to_owned(),
        id: Some("Vladivostok".to_owned()),
        country: Some("RU".to_owned()),
    });
    let articles = vec![
        article(1, "Putin og Kim innleder møtet i Vladivostok", "2019-04-25"),
        article(2, "Kim og Trump ga opp i Hanoi", "2019-02-28"),
        article(3, "Moon hyller toppmøtet i Pyongyang", "2018-09-20"),
        article(4, "North Korea: a year of summits", "2018-12-31"),
    ];
    chronology(articles, leaders(), events)
}

/// One event for each sign of the date grammar, and some without a date.
pub fn grammar() -> Chronology {
    use Kind::{Meeting, Other, Statement};
    let (a, b) = ("kim-jong-un", "vladimir-putin");
    let mut events = vec![
        event(1, "En dag", Meeting, "2018-02-03", &[a, b]),
        event(
            2,
            "Varte i tre uker",
            Meeting,
            "2018-03-05/2018-03-26",
            &[a],
        ),
        event(3, "En gang i mai", Meeting, "2018-05", &[a]),
        event(4, "Omkring august", Meeting, "2018-08", &[a]),
        event(5, "Før november", Statement, "/2018-10-31", &[b]),
        event(6, "Siden november", Other, "2018-11-20/", &[a]),
        event(7, "Møter om høsten", Meeting, "2018-06-01/2018-08-31", &[b]),
        event(8, "Skal møtes", Meeting, "2019-01-20", &[a, b]),
        event(9, "Ble avlyst", Meeting, "2018-12-20", &[a]),
        event(10, "Skal møtes en gang i mars", Meeting, "2019-03", &[b]),
        event(11, "Avlyst i februar", Meeting, "2019-02", &[a]),
        event(12, "Uten dato", Statement, "", &[a]),
        event(13, "Også uten dato", Statement, "", &[a]),
        event(14, "Hånd i hånd", Statement, "2018-04-11", &["ingen"]),
        event(
            15,
            "Etter sin død",
            Statement,
            "2018-04-11",
            &["kim-jong-il", a],
        ),
        event(16, "Med Trump", Meeting, "2018-07-11", &[b, "donald-trump"]),
    ];
    events[3].when.modifier = Some(Modifier::Approx);
    events[5].when.form = Form::Span;
    events[6].count = 3;
    events[6].when.form = Form::Count;
    for (index, status) in [
        (7, Status::Planned),
        (8, Status::Cancelled),
        (9, Status::Planned),
        (10, Status::Cancelled),
    ] {
        events[index].status = status;
    }
    for index in 12..40 {
        events.push(event(100 + index, "Uten dato", Statement, "", &[b]));
    }
    chronology(Vec::new(), leaders(), events)
}

/// `n` events on the leaders' tracks, by a fixed rule.
pub fn crowd(n: u32) -> Chronology {
    let leaders = leaders();
    let mut state = 12_345_u64;
    let mut next = |below: u64| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (state >> 33) % below
    };
    let first = day("2015-01-01");
    let events = (0..n).map(|i| {
        let kind = Kind::ALL[next(15) as usize];
        let from = first.add_days(next(1500) as i64);
        let days = [0, 0, 0, 0, 2, 30, 365][next(7) as usize];
        let when = format!("{from}/{}", from.add_days(days));
        let when = if days == 0 { from.to_string() } else { when };
        let a = leaders[next(7) as usize].id.as_str();
        let b = leaders[next(7) as usize].id.as_str();
        let people: Vec<&str> = if a == b || next(3) > 0 {
            vec![a]
        } else {
            vec![a, b]
        };
        event(
            i,
            &format!("Hendelse nummer {i} i rekken"),
            kind,
            &when,
            &people,
        )
    });
    let events = events.collect();
    chronology(Vec::new(), leaders, events)
}
