//! The same event told in several articles, in several languages: one where it is one, two where it is not.

use crate::fixture::{KNOWLEDGE, article, event};
use tidslinje::article::read_text;
use tidslinje::chronology::{ArticleId, Chronology, Event, Kind, Person, PersonId, Place, Status};
use tidslinje::export::{FORMATS, Writer};
use tidslinje::extract::{Extraction, Given, extract, merge};
use tidslinje::words::{Interface, say};

/// Reads an article published on that day.
fn read(published: &str, text: &str) -> Extraction {
    let article = read_text("a.txt", text).expect("a text");
    let given = Given {
        published: published.parse().ok(),
        language: None,
    };
    extract(&article, given, &KNOWLEDGE)
}

/// Events as `earliest..latest kind people @ place, status (in so many articles)`, the people sorted.
fn told(chronology: &Chronology) -> Vec<String> {
    let mut events: Vec<&Event> = chronology.events().collect();
    events.sort_by_key(|event| (event.when.interval.start, event.when.interval.end, event.id));
    events.into_iter().map(tell).collect()
}

fn tell(event: &Event) -> String {
    let mut who: Vec<&str> = event.participants.iter().map(|who| who.as_str()).collect();
    who.sort_unstable();
    let place = event
        .place
        .as_ref()
        .and_then(|place| place.id.as_deref().or(Some(&place.name)));
    let mut articles: Vec<ArticleId> = event.sources.iter().map(|source| source.article).collect();
    articles.sort_unstable();
    articles.dedup();
    let day = |day: Option<tidslinje::time::Day>| day.map_or("?".to_owned(), |day| day.to_string());
    let (first, last) = (
        event.when.interval.first_day(),
        event.when.interval.last_day(),
    );
    let days = match first == last {
        true => day(first),
        false => format!("{}..{}", day(first), day(last)),
    };
    format!(
        "{days} {} {} @ {}, {} ({})",
        event.kind.name(),
        who.join("+"),
        place.unwrap_or("-"),
        event.status.name(),
        articles.len()
    )
}

/// What articles disagree on.
fn disagreements(chronology: &Chronology) -> Vec<String> {
    let steps = chronology.events().flat_map(|event| &event.why);
    let mut said: Vec<String> = steps
        .filter(|step| step.key == "why-disagreement")
        .map(|step| say(step, Interface::FALLBACK))
        .collect();
    said.sort_unstable();
    said
}

/// Checks what several articles tell, in whatever order they come.
fn check(articles: &[(&str, &str)], want: &[&str], disagree: &[&str]) {
    let mut found: Vec<Extraction> = articles.iter().map(|(day, text)| read(day, text)).collect();
    let merged = merge(&found);
    assert_eq!(told(&merged), want);
    assert_eq!(disagreements(&merged), disagree);
    found.reverse();
    assert!(
        merge(&found).events().eq(merged.events()),
        "the order matters"
    );
}

#[test]
fn a_meeting_that_one_article_puts_a_day_early_is_one() {
    check(
        &[
            (
                "2021-06-17",
                "Biden og Putin snakket i fire timer\n\n\
                 GENÈVE: Joe Biden og Vladimir Putin møttes i Genève onsdag. Dagen før møtte Emmanuel Macron Joe Biden i Brussel. Søndag besøkte Biden dronning Elizabeth i Windsor.",
            ),
            (
                "2021-06-18",
                "Putin nøgd etter samtalane\n\n\
                 Vladimir Putin og Joe Biden møttest i Genève tysdag 15. juni. Førre gong dei to møttest, var i Moskva 10. mars 2011.",
            ),
            (
                "2021-06-16",
                "Leaders meet by the lake\n\n\
                 President Joe Biden met President Vladimir Putin in Geneva on Wednesday. Biden said on Thursday that he would return. On March 10, 2011, Biden met Putin in Moscow.",
            ),
        ],
        &[
            "2011-03-10 meeting joe-biden+vladimir-putin @ Moscow, happened (2)",
            "2021-06-10 statement joe-biden @ -, happened (1)",
            "2021-06-13 visit elizabeth-ii+joe-biden @ Windsor, happened (1)",
            "2021-06-15 meeting emmanuel-macron+joe-biden @ Brussels, happened (1)",
            "2021-06-16 meeting joe-biden+vladimir-putin @ Geneva, happened (3)",
        ],
        &[
            "“Leaders meet by the lake” says 16 June 2021, “Putin nøgd etter samtalane” says 15 June 2021",
        ],
    );
}

#[test]
fn a_summit_of_two_days_is_one_with_its_days() {
    check(
        &[
            (
                "1986-10-13",
                "Ingen avtale på Island\n\n\
                 Ronald Reagan og Mikhail Gorbatsjov møttes i Reykjavik 11.–12. oktober. De to møttes også i Genève 19. november 1985.",
            ),
            (
                "1986-10-14",
                "Kom ikkje til semje\n\n\
                 Mikhail Gorbatsjov og Ronald Reagan møttest i Reykjavik sundag 12. oktober. I november 1985 møttest Reagan og Gorbatsjov i Genève.",
            ),
            (
                "1987-12-09",
                "Missile treaty signed at last\n\n\
                 Ronald Reagan and Mikhail Gorbachev met in Washington on Tuesday. Reagan met Gorbachev in Reykjavik on October 10, 1986. On November 19, 1985, Reagan and Gorbachev met in Geneva.",
            ),
        ],
        &[
            "1985-11-19 meeting mikhail-gorbachev+ronald-reagan @ Geneva, happened (3)",
            "1986-10-11..1986-10-12 meeting mikhail-gorbachev+ronald-reagan @ IS, happened (3)",
            "1987-12-08 meeting mikhail-gorbachev+ronald-reagan @ Washington, D.C., happened (1)",
        ],
        &[
            "“Ingen avtale på Island” says 11–12 October 1986, “Missile treaty signed at last” says 10 October 1986",
        ],
    );
}

#[test]
fn a_death_that_one_article_puts_a_day_late_is_one() {
    check(
        &[
            (
                "1986-03-02",
                "Sverige i sorg\n\n\
                 Olof Palme døde fredag 28. februar 1986. Ingvar Carlsson ble utnevnt til statsminister 13. mars 1986.",
            ),
            (
                "1986-03-05",
                "Verda minnest Palme\n\n\
                 Heile verda syrgjer over den svenske statsministeren, og det er ikkje kjent kven som stod bak. Olof Palme døydde 1. mars 1986. Forgjengaren hans var ein annan mann; Tage Erlander døydde 21. juni 1985.",
            ),
            (
                "1986-03-15",
                "Carlsson takes over\n\n\
                 Olof Palme died on February 28, 1986. Ingvar Carlsson was appointed prime minister on March 13. Tage Erlander died in June 1985.",
            ),
        ],
        &[
            "1985-06-21 death tage-erlander @ -, happened (2)",
            "1986-02-28 death olof-palme @ -, happened (3)",
            "1986-03-13 appointment ingvar-carlsson @ -, happened (2)",
        ],
        &["“Sverige i sorg” says 28 February 1986, “Verda minnest Palme” says 1 March 1986"],
    );
}

#[test]
fn an_appointment_is_one_and_meetings_with_others_are_not() {
    check(
        &[
            (
                "2016-07-14",
                "May er statsminister\n\n\
                 Theresa May ble utnevnt til statsminister onsdag. David Cameron gikk av 13. juli 2016. Angela Merkel og Theresa May møttes i Berlin 20. juli 2016.",
            ),
            (
                "2016-07-22",
                "Ny kvar i London\n\n\
                 Theresa May vart utnemnd til statsminister 14. juli 2016. May og Angela Merkel møttest i Berlin onsdag 20. juli 2016. Theresa May møtte François Hollande i Paris torsdag.",
            ),
            (
                "2016-07-28",
                "New leader on tour\n\n\
                 Theresa May was appointed prime minister on July 13, 2016. May met Angela Merkel in Berlin on July 20. May met François Hollande in Paris on July 21. Theresa May met Enda Kenny in Dublin on July 26.",
            ),
        ],
        &[
            "2016-07-13 appointment theresa-may @ -, happened (3)",
            "2016-07-13 resignation david-cameron @ -, happened (1)",
            "2016-07-20 meeting angela-merkel+theresa-may @ Berlin, happened (3)",
            "2016-07-21 meeting francois-hollande+theresa-may @ Paris, happened (2)",
            "2016-07-26 meeting enda-kenny+theresa-may @ Dublin, happened (1)",
        ],
        &["“New leader on tour” says 13 July 2016, “Ny kvar i London” says 14 July 2016"],
    );
}

#[test]
fn a_plan_that_came_about_is_one_event_that_happened() {
    check(
        &[
            (
                "2018-05-11",
                "Trump og Kim skal møtes\n\n\
                 Donald Trump og Kim Jong-un skal møtes i Singapore 12. juni.",
            ),
            (
                "2018-06-13",
                "Eit handtrykk i Singapore\n\n\
                 Donald Trump og Kim Jong-un møttest i Singapore tysdag. Kim Jong-un møtte Xi Jinping i Dalian 7. mai 2018.",
            ),
            (
                "2019-03-01",
                "No deal in Hanoi\n\n\
                 Donald Trump and Kim Jong-un met in Hanoi on Wednesday. Kim met Trump in Singapore on June 12, 2018. Kim Jong-un met Xi Jinping in Dalian in May 2018.",
            ),
        ],
        &[
            "2018-05-07 meeting kim-jong-un+xi-jinping @ Dalian, happened (2)",
            "2018-06-12 meeting donald-trump+kim-jong-un @ SG, happened (3)",
            "2019-02-27 meeting donald-trump+kim-jong-un @ Hanoi, happened (1)",
        ],
        &[],
    );
}

/// An article with events made by hand.
fn found(id: u64, published: &str, events: Vec<Event>) -> Extraction {
    let own = |event: Event| {
        let mut event = event;
        event.id.article = ArticleId(id);
        for source in &mut event.sources {
            source.article = ArticleId(id);
            source.when_span = Some((source.start, source.start + 4));
        }
        event
    };
    Extraction {
        article: article(id, &format!("Article {id}"), published),
        persons: Vec::new(),
        events: events.into_iter().map(own).collect(),
    }
}

fn at(mut event: Event, place: &str, country: &str) -> Event {
    event.place = Some(Place {
        name: place.to_owned(),
        id: Some(place.to_owned()),
        country: Some(country.to_owned()),
    });
    event
}

fn with(mut event: Event, status: Status) -> Event {
    event.status = status;
    event
}

fn merged(events: Vec<Vec<Event>>) -> Vec<String> {
    let days = ["2019-04-20", "2019-04-27", "2019-05-02", "2019-05-09"];
    let articles = events.into_iter().zip(days).zip(1..);
    let found: Vec<Extraction> = articles
        .map(|((events, day), id)| found(id, day, events))
        .collect();
    told(&merge(&found))
}

fn meeting(when: &str, people: &[&str]) -> Event {
    at(
        event(10, "Møte", Kind::Meeting, when, people),
        "Vladivostok",
        "RU",
    )
}

#[test]
fn meetings_a_week_apart_stay_apart() {
    let people = ["putin", "kim"];
    let (a, b) = (
        meeting("2019-04-18", &people),
        meeting("2019-04-25", &people),
    );
    assert_eq!(merged(vec![vec![a], vec![b]]).len(), 2);
}

#[test]
fn two_meetings_on_two_days_in_one_article_stay_two() {
    let people = ["putin", "kim"];
    let first = meeting("2019-04-25", &people);
    let mut second = meeting("2019-04-26", &people);
    second.id.start = 60;
    let third = second.clone();
    assert_eq!(
        merged(vec![vec![first, second], vec![third]]),
        [
            "2019-04-25 meeting kim+putin @ Vladivostok, happened (1)",
            "2019-04-26 meeting kim+putin @ Vladivostok, happened (2)",
        ]
    );
}

#[test]
fn most_articles_have_the_right_day() {
    let people = ["putin", "kim"];
    let days = ["2019-04-25", "2019-04-26", "2019-04-26", "2019-04"];
    let told = days.map(|day| vec![meeting(day, &people)]);
    assert_eq!(
        merged(told.to_vec()),
        ["2019-04-26 meeting kim+putin @ Vladivostok, happened (4)"]
    );
}

#[test]
fn a_vague_date_that_fits_two_events_fits_none() {
    let people = ["putin", "kim"];
    let days = ["2019-04-05", "2019-04-25", "2019-04"];
    let told = days.map(|day| vec![meeting(day, &people)]);
    assert_eq!(merged(told.to_vec()).len(), 3);
}

#[test]
fn visits_of_a_month_to_two_cities_stay_apart() {
    let visit = |when, place| {
        at(
            event(10, "Besøk", Kind::Visit, when, &["putin"]),
            place,
            "NO",
        )
    };
    let told = vec![
        vec![visit("2019-04", "Oslo")],
        vec![visit("2019-04-10", "Bergen")],
    ];
    assert_eq!(merged(told).len(), 2);
    let told = vec![
        vec![visit("2019-04-10", "Oslo")],
        vec![visit("2019-04-10", "Bergen")],
    ];
    assert_eq!(merged(told).len(), 2);
    let told = vec![
        vec![visit("2019-04", "Oslo")],
        vec![visit("2019-04-10", "Oslo")],
    ];
    assert_eq!(
        merged(told),
        ["2019-04-10 visit putin @ Oslo, happened (2)"]
    );
}

#[test]
fn what_is_said_on_one_day_is_said_twice() {
    let says = || event(10, "Sa noe", Kind::Statement, "2019-04-25", &["putin"]);
    assert_eq!(merged(vec![vec![says()], vec![says()]]).len(), 2);
}

#[test]
fn the_article_published_last_knows_how_it_ended() {
    let people = ["trump", "frederiksen"];
    let planned = || with(meeting("2019-05-12", &people), Status::Planned);
    let off = || with(meeting("2019-05-12", &people), Status::Cancelled);
    let want = "2019-05-12 meeting frederiksen+trump @ Vladivostok, cancelled (2)";
    assert_eq!(merged(vec![vec![planned()], vec![off()]]), [want]);
    // A plan told of later says nothing against it.
    assert_eq!(merged(vec![vec![off()], vec![planned()]]), [want]);
    let happened = || meeting("2019-05-12", &people);
    let want = "2019-05-12 meeting frederiksen+trump @ Vladivostok, happened (2)";
    assert_eq!(merged(vec![vec![off()], vec![happened()]]), [want]);
    let denied = with(happened(), Status::Denied);
    assert_eq!(merged(vec![vec![happened()], vec![denied]]).len(), 2);
}

#[test]
fn one_article_may_name_fewer() {
    let appointed = |people: &[&str]| event(10, "Utnevnt", Kind::Appointment, "2019-04-25", people);
    assert_eq!(
        merged(vec![
            vec![appointed(&["harald", "solberg"])],
            vec![appointed(&["solberg"])]
        ]),
        ["2019-04-25 appointment harald+solberg @ -, happened (2)"]
    );
    // The king appoints two: whom is not said.
    assert_eq!(
        merged(vec![
            vec![appointed(&["harald", "solberg"])],
            vec![appointed(&["harald", "jensen"])],
            vec![appointed(&["harald"])],
        ])
        .len(),
        3
    );
    let both = meeting("2019-04-25", &["putin", "kim"]);
    assert_eq!(
        merged(vec![
            vec![both.clone()],
            vec![meeting("2019-04-25", &["putin"])]
        ])
        .len(),
        1
    );
    assert_eq!(
        merged(vec![
            vec![both],
            vec![meeting("2019-04-25", &["putin", "abe"])]
        ])
        .len(),
        2
    );
}

#[test]
fn events_without_people_need_day_place_and_kind() {
    let vote = |when, place| {
        at(
            event(10, "Folkeavstemning", Kind::Election, when, &[]),
            place,
            "GB",
        )
    };
    let one = vec![
        vec![vote("2019-04-25", "London")],
        vec![vote("2019-04-25", "London")],
    ];
    assert_eq!(merged(one).len(), 1);
    let two = vec![
        vec![vote("2019-04-25", "London")],
        vec![vote("2019-04-26", "London")],
    ];
    assert_eq!(merged(two).len(), 2);
    let two = vec![
        vec![vote("2019-04-25", "London")],
        vec![vote("2019-04-25", "Leeds")],
    ];
    assert_eq!(merged(two).len(), 2);
    let other = |title| {
        at(
            event(10, title, Kind::Other, "2019-04-25", &[]),
            "Gdynia",
            "PL",
        )
    };
    let one = vec![
        vec![other("Eksplosjon ved kaia")],
        vec![other("An explosion at the quay")],
    ];
    assert_eq!(merged(one).len(), 1);
    let two = vec![
        vec![other("Eksplosjon ved kaia")],
        vec![other("A bridge was opened")],
    ];
    assert_eq!(merged(two).len(), 2);
}

#[test]
fn spellings_of_a_name_that_no_table_has_are_one_person() {
    let person = |id: &str, name: &str| Person {
        id: PersonId::new(id),
        name: name.to_owned(),
        wikidata: None,
        leader: false,
        terms: Vec::new(),
        born: None,
        died: None,
    };
    let mut a = found(
        1,
        "2019-04-20",
        vec![meeting("2019-04-25", &["putin", "jurij-usjakov"])],
    );
    a.persons = vec![person("jurij-usjakov", "Jurij Usjakov")];
    let mut b = found(
        2,
        "2019-04-27",
        vec![meeting("2019-04-25", &["putin", "yuri-ushakov"])],
    );
    b.persons = vec![
        person("yuri-ushakov", "Yuri Ushakov"),
        person("arne-ushakov", "Arne Ushakov"),
    ];
    let merged = merge(&[a, b]);
    assert_eq!(told(&merged).len(), 1);
    assert_eq!(merged.persons().count(), 2);
}

#[test]
fn each_source_keeps_the_date_it_tells() {
    let people = ["putin", "kim"];
    let events = [(1, "2019-04-25"), (2, "2019-04-25"), (3, "2019-04-26")];
    let found = events.map(|(id, day)| found(id, "2019-04-27", vec![meeting(day, &people)]));
    let merged = merge(&found);
    let event = merged.events().next().expect("an event");
    let own: Vec<Option<&str>> = event
        .sources
        .iter()
        .map(|source| source.when.as_ref().map(|when| when.text.as_str()))
        .collect();
    assert_eq!(own, [None, None, Some("2019-04-26")]);
    let mut formats = FORMATS.iter();
    let Some(Writer::Data(json)) = formats
        .find(|one| one.extension == "json")
        .map(|one| &one.writer)
    else {
        panic!("JSON is a format for data");
    };
    let bytes = json(&merged, Interface::FALLBACK).expect("JSON");
    let document: serde_json::Value = serde_json::from_slice(&bytes).expect("JSON");
    let sources = &document["events"][0]["sources"];
    assert_eq!(sources[2]["when"]["earliest"], "2019-04-26");
    assert!(
        sources[0].get("when").is_none(),
        "it says what the event has"
    );
}

/// Many articles on many events take little more than their share of time: a quadratic walk would need minutes.
#[test]
fn many_events_are_merged_in_little_time() {
    let people: Vec<String> = (0..200).map(|n| format!("person-{n}")).collect();
    let kinds = [Kind::Meeting, Kind::Visit, Kind::Other, Kind::Appointment];
    let mut articles = Vec::new();
    for id in 0..2_000_u64 {
        let events = (0..20_u64).map(|n| {
            let at_day = (id * 7 + n * 131) % 9_000;
            let day = tidslinje::time::Day::from_number(at_day as i64).to_string();
            let pair = [at_day as usize % 200, (at_day as usize * 3 + 1) % 200];
            let pair = pair.map(|who| people[who].as_str());
            let mut event = at(
                event(0, "Møte", kinds[at_day as usize % 4], &day, &pair),
                "Oslo",
                "NO",
            );
            event.id.start = n as u32 * 50;
            event
        });
        articles.push(found(id, "2019-04-27", events.collect()));
    }
    let start = std::time::Instant::now();
    let merged = merge(&articles);
    assert!(merged.events().count() <= 9_000);
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}
