//! A made-up chronology of any size: leaders who meet, travel and speak, for measuring and for looking.

use tidslinje::chronology::{
    ArticleId, Certainty, Chronology, Edit, Event, EventId, Evidence, Form, Kind, Person, PersonId,
    Place, Status, Term, When,
};
use tidslinje::time::{DAY, Day, Granularity, Interval, Modifier};
use tidslinje::words::Message;

/// Throws of dice that are the same every time (SplitMix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % n
    }
}

const GIVEN: [&str; 16] = [
    "Anna",
    "Bjørn",
    "Chaewon",
    "Dmitrij",
    "Elif",
    "Fatima",
    "Gunnhild",
    "Hiroshi",
    "Ingeborg",
    "João",
    "Kwame",
    "Liv",
    "Mahmoud",
    "Nguyen",
    "Olga",
    "Siri-Katarina",
];
const FAMILY: [&str; 14] = [
    "Aasland",
    "Berg",
    "Castellanos",
    "Dubois",
    "Eide",
    "Fjellstad-Brekkhus",
    "Garang",
    "Hashimoto",
    "Ivanova",
    "Jansson",
    "Kim",
    "Lindqvist",
    "Mensah",
    "Østby",
];
const PLACES: [&str; 8] = [
    "Oslo",
    "Hanoi",
    "Geneva",
    "Vladivostok",
    "Pretoria",
    "Lima",
    "Reykjavik",
    "Ulan Bator",
];
const KINDS: [(Kind, &str); 8] = [
    (Kind::Meeting, "Meeting in"),
    (Kind::Summit, "Summit in"),
    (Kind::Visit, "Visit to"),
    (Kind::Travel, "Journey to"),
    (Kind::Statement, "Speech in"),
    (Kind::Statement, "Interview in"),
    (Kind::Agreement, "Treaty signed in"),
    (Kind::Conflict, "Clash near"),
];
/// The first day, and how many days the events lie on.
const FIRST: i64 = 10_957;
const DAYS: u64 = 9_000;

/// A chronology of `n_events` events of `n_tracks` leaders over twenty-five years. Without evidence it takes
/// half of the memory, and does for measuring.
pub fn crowd(n_events: usize, n_tracks: usize, with_evidence: bool) -> Chronology {
    let mut dice = Dice(7);
    let persons: Vec<Person> = (0..n_tracks).map(|n| person(n, &mut dice)).collect();
    let ids: Vec<PersonId> = persons.iter().map(|person| person.id.clone()).collect();
    let mut chronology = Chronology::default();
    let name = || Message::new("edit-open");
    chronology.apply(&Edit::adding(name(), Vec::new(), persons, Vec::new()));
    // By portions, as an edit holds its events once more.
    for from in (0..n_events).step_by(200_000) {
        let to = n_events.min(from + 200_000);
        let events = (from..to)
            .map(|n| event(n, &ids, with_evidence, &mut dice))
            .collect();
        chronology.apply(&Edit::adding(name(), Vec::new(), Vec::new(), events));
    }
    chronology
}

/// Names in other scripts, and a long one: every sixth person has one.
const OTHERS: [&str; 5] = [
    "محمود عباس",
    "김정은",
    "習近平",
    "Μαρία Παπαδοπούλου",
    "Lars-Kristoffer Bjørnstjerne Fjellstad-Østensen",
];

fn person(n: usize, dice: &mut Dice) -> Person {
    let given = GIVEN[n % GIVEN.len()];
    let family = FAMILY[(n / GIVEN.len() + n) % FAMILY.len()];
    let from = Day::from_number(FIRST + dice.below(DAYS / 2) as i64);
    Person {
        id: PersonId::new(&format!("person-{n:04}")),
        name: match n % 6 {
            5 => OTHERS[n / 6 % OTHERS.len()].to_owned(),
            _ => format!("{given} {family}"),
        },
        wikidata: None,
        leader: true,
        terms: vec![Term {
            office: ["president", "prime-minister", "chancellor"][n % 3].to_owned(),
            country: ["NO", "KR", "RU", "US", "FR", "JP"][n % 6].to_owned(),
            from: Some(from),
            to: Some(from.add_days(1_500 + dice.below(2_500) as i64)),
        }],
        born: None,
        died: None,
    }
}

fn event(n: usize, ids: &[PersonId], with_evidence: bool, dice: &mut Dice) -> Event {
    let (kind, words) = KINDS[dice.below(KINDS.len() as u64) as usize];
    let place = PLACES[dice.below(PLACES.len() as u64) as usize];
    let id = EventId {
        article: ArticleId(1),
        start: n as u32,
        n: 0,
    };
    // Some leaders are in the news far more than others.
    let mut somebody = || {
        let (a, b) = (dice.below(ids.len() as u64), dice.below(ids.len() as u64));
        ids[a.min(b) as usize].clone()
    };
    let mut participants = vec![somebody()];
    if matches!(kind, Kind::Meeting | Kind::Summit | Kind::Agreement) {
        let other = somebody();
        if other != participants[0] {
            participants.push(other);
        }
    }
    let title = format!("{words} {place}");
    let quote = format!("{title}, it was said.");
    let evidence = Evidence {
        article: ArticleId(1),
        start: n as u32,
        end: n as u32 + 1,
        quote,
        when_span: None,
        people_spans: Vec::new(),
        when: None,
    };
    let (when, count) = when(dice);
    let status = match dice.below(40) {
        0 => Status::Planned,
        1 => Status::Cancelled,
        2 => Status::Denied,
        _ => Status::Happened,
    };
    Event {
        id,
        title,
        kind,
        status,
        when,
        participants,
        place: Some(Place {
            name: place.to_owned(),
            id: None,
            country: None,
        }),
        count,
        sources: if with_evidence {
            vec![evidence]
        } else {
            Vec::new()
        },
        why: Vec::new(),
    }
}

/// A day for most, drawn to a few busy seasons; a month, a year, a span, a count, an open side for others.
fn when(dice: &mut Dice) -> (When, u32) {
    let season = dice.below(30) * (DAYS / 30);
    let day = if dice.below(3) == 0 {
        dice.below(DAYS)
    } else {
        season + dice.below(60) * dice.below(60) / 60
    };
    let day = Day::from_number(FIRST + day as i64);
    let mut when = When {
        interval: Interval::day(day),
        granularity: Granularity::Day,
        modifier: None,
        form: Form::Point,
        certainty: [Certainty::Stated, Certainty::Derived][dice.below(2) as usize],
        said: None,
        clock: None,
        text: String::new(),
    };
    let mut count = 1;
    match dice.below(100) {
        0..=5 => (when.interval, when.granularity) = (Interval::months(day, 1), Granularity::Month),
        6..=8 => {
            (when.interval, when.granularity) = (Interval::years(day.year(), 1), Granularity::Year);
        }
        9..=11 => {
            when.interval = Interval::days(day, day.add_days(1 + dice.below(12) as i64));
            when.form = Form::Span;
        }
        12 => {
            when.interval = Interval::new(day.start() - 200 * DAY, day.end());
            (when.form, count) = (Form::Count, 2 + dice.below(6) as u32);
        }
        13 => {
            when.interval = Interval {
                start: Some(day.start()),
                end: None,
            };
            when.modifier = Some(Modifier::After);
        }
        14 => when.interval = Interval::UNKNOWN,
        _ => {}
    }
    (when, count)
}
