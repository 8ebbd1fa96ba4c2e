//! The engine from text to chronology, on articles written for these tests.

use crate::fixture::{Dice, KNOWLEDGE};
use tidslinje::article::read_text;
use tidslinje::chronology::{Chronology, Edit, Event, Form, Status};
use tidslinje::extract::{Extraction, Given, extract, merge};
use tidslinje::words::{Interface, Message, say};

fn read(published: &str, text: &str) -> Extraction {
    let article = read_text("a.txt", text).expect("a text");
    extract(
        &article,
        Given {
            published: published.parse().ok(),
            language: None,
        },
        &KNOWLEDGE,
    )
}

/// Events as `earliest..latest kind people @ place ×count`.
fn told(chronology: &Chronology) -> Vec<String> {
    let mut events: Vec<&Event> = chronology.events().collect();
    events.sort_by_key(|event| (event.when.interval.start, event.id));
    let day = |day: Option<tidslinje::time::Day>| day.map_or("?".to_owned(), |day| day.to_string());
    events
        .iter()
        .map(|event| {
            let who: Vec<&str> = event.participants.iter().map(|who| who.as_str()).collect();
            let place = event
                .place
                .as_ref()
                .map_or("-", |place| place.name.as_str());
            let (first, last) = (
                event.when.interval.first_day(),
                event.when.interval.last_day(),
            );
            format!(
                "{}..{} {} {} @ {place} ×{}",
                day(first),
                day(last),
                event.kind.name(),
                who.join("+"),
                event.count
            )
        })
        .collect()
}

fn check(published: &str, text: &str, want: &[&str]) {
    assert_eq!(told(&merge(&[read(published, text)])), want, "{text}");
}

#[test]
fn a_dateline_places_nothing() {
    check(
        "1990-06-12",
        "OSLO, 12. juni 1990 (NTB): Nelson Mandela landet mandag i Oslo.",
        &["1990-06-11..1990-06-11 travel nelson-mandela @ Oslo ×1"],
    );
}

#[test]
fn pronouns_stay_with_whom_the_story_is_about() {
    check(
        "1999-06-30",
        "Martti Ahtisaari ble født i 1937. I 1994 slo han Elisabeth Rehn i valget, og i juni 1999 reiste han \
         til Beograd sammen med Viktor Tsjernomyrdin.",
        &[
            "1937-01-01..1937-12-31 birth martti-ahtisaari @ - ×1",
            "1994-01-01..1994-12-31 election martti-ahtisaari+elisabeth-rehn @ - ×1",
            "1999-06-01..1999-06-30 travel martti-ahtisaari+viktor-chernomyrdin @ Beograd ×1",
        ],
    );
    check(
        "1997-01-01",
        "Born in Kumasi on April 8, 1938, Kofi Annan joined the United Nations in 1962, but came back two years later.",
        &[
            "1938-04-08..1938-04-08 birth kofi-annan @ Kumasi ×1",
            "1962-01-01..1962-12-31 other kofi-annan @ - ×1",
            "1964-01-01..1964-12-31 travel kofi-annan @ Kumasi ×1",
        ],
    );
}

#[test]
fn kin_are_known_by_what_ties_them() {
    check(
        "2019-04-26",
        "Vladimir Putin møtte Kim Jong-un torsdag. De to møttes i Vladivostok. I 2002 reiste Kims far dit.",
        &[
            "2002-01-01..2002-12-31 travel kim-jong-il @ - ×1",
            "2019-04-25..2019-04-25 meeting vladimir-putin+kim-jong-un @ - ×1",
        ],
    );
    check(
        "2008-01-02",
        "Indira Gandhi kom til makten i januar 1966. Sønnen Rajiv overtok 31. oktober 1984.",
        &[
            "1966-01-01..1966-01-31 appointment indira-gandhi @ - ×1",
            "1984-10-31..1984-10-31 appointment rajiv-gandhi @ - ×1",
        ],
    );
}

#[test]
fn what_lies_a_while_before_a_date_is_counted_back() {
    check(
        "2001-02-01",
        "10. juni 1990, fire måneder etter at Nelson Mandela kom ut av fengselet, landet Miriam Makeba i Johannesburg.",
        &[
            "1990-02-01..1990-02-28 travel nelson-mandela @ - ×1",
            "1990-06-10..1990-06-10 travel miriam-makeba @ Johannesburg ×1",
        ],
    );
}

#[test]
fn the_words_of_a_verb_may_stand_apart() {
    check(
        "2001-02-01",
        "Kongen tok Gro Harlem Brundtland i ed 4. februar 1981. I oktober samme år gikk hun av.",
        &[
            "1981-02-04..1981-02-04 appointment gro-harlem-brundtland @ - ×1",
            "1981-10-01..1981-10-31 resignation gro-harlem-brundtland @ - ×1",
        ],
    );
}

#[test]
fn a_surname_that_two_bear_is_noted() {
    let found = read(
        "2011-10-24",
        "Kirchner og Kirchner\nNéstor Kirchner møtte Cristina Fernández de Kirchner i La Plata i 1974. \
         Kirchner ble valgt til president i april 2003.",
    );
    let mut notes = found.article.notes.iter();
    assert!(notes.any(|note| note.message.key == "note-namesakes"));
}

#[test]
fn two_events_stand_in_one_sentence() {
    check(
        "2023-05-11",
        "Emmanuel Macron landet i Oslo torsdag, mens Olaf Scholz ankom dagen før.",
        &[
            "2023-05-10..2023-05-10 travel olaf-scholz @ Oslo ×1",
            "2023-05-11..2023-05-11 travel emmanuel-macron @ Oslo ×1",
        ],
    );
}

#[test]
fn a_count_is_one_event() {
    check(
        "2023-05-11",
        "Det siste året har Emmanuel Macron hatt fire møter med Olaf Scholz og to med Giorgia Meloni i Roma.",
        &[
            "2022-05-11..2023-05-11 meeting emmanuel-macron+olaf-scholz @ - ×4",
            "2022-05-11..2023-05-11 meeting emmanuel-macron+giorgia-meloni @ Roma ×2",
        ],
    );
}

#[test]
fn states_ages_and_denials_are_no_events() {
    check(
        "2023-05-11",
        "I 2010 hadde byen 40 000 innbyggere. Scholz er 64 år gammel.",
        &[],
    );
    check(
        "2023-05-11",
        "Emmanuel Macron did not meet Olaf Scholz on Tuesday.",
        &[],
    );
}

#[test]
fn a_plan_is_planned_and_what_is_called_off_is_cancelled() {
    let status = |text: &str| {
        read("2023-05-11", text)
            .events
            .first()
            .map(|event| event.status)
    };
    assert_eq!(
        status("Emmanuel Macron skal møte Olaf Scholz i Berlin neste tirsdag."),
        Some(Status::Planned)
    );
    assert_eq!(
        status("A meeting between Emmanuel Macron and Olaf Scholz on Friday was cancelled."),
        Some(Status::Cancelled)
    );
    let whole = read("2023-05-11", "Emmanuel Macron besøkte Berlin 3.–5. april.").events;
    assert_eq!(whole.first().map(|event| event.when.form), Some(Form::Span));
}

#[test]
fn the_same_meeting_in_two_languages_is_one() {
    let nb = read(
        "2023-05-11",
        "Emmanuel Macron og Olaf Scholz møttes i Berlin onsdag.",
    );
    let en = read(
        "2023-05-12",
        "Olaf Scholz met Emmanuel Macron in Berlin on Wednesday.",
    );
    let other = read(
        "2023-05-20",
        "Olaf Scholz met Emmanuel Macron in Berlin on Wednesday, again.",
    );
    let chronology = merge(&[nb.clone(), en.clone(), other]);
    assert_eq!(
        told(&chronology),
        [
            "2023-05-10..2023-05-10 meeting emmanuel-macron+olaf-scholz @ Berlin ×1",
            "2023-05-17..2023-05-17 meeting olaf-scholz+emmanuel-macron @ Berlin ×1",
        ]
    );
    assert_eq!(
        chronology.events().map(|event| event.sources.len()).max(),
        Some(2)
    );
    assert_eq!(
        merge(&[nb.clone(), nb.clone()]).articles().len(),
        1,
        "the same text twice is one article"
    );
    // An edit and its inverse give the start back.
    let (before, after) = (merge(std::slice::from_ref(&nb)), merge(&[nb, en]));
    let edit = Edit::between(Message::new("edit-open"), &before, &after);
    let mut changed = before.clone();
    changed.apply(&edit);
    assert_eq!(changed, after);
    changed.apply(&edit.inverse());
    assert_eq!(changed, before);
}

#[test]
fn every_reason_can_be_said_in_every_language() {
    let read = read(
        "2023-05-11",
        "For åtte år siden møtte Dmitrij Medvedev Angela Merkel. Dagen etter reiste han hjem.",
    );
    for interface in Interface::all() {
        for step in read.events.iter().flat_map(|event| &event.why) {
            let words = say(step, interface);
            assert!(
                words != step.key && !words.contains('{') && !words.contains('$'),
                "{words}"
            );
        }
    }
}

#[test]
fn no_text_panics_and_every_quote_is_in_its_text() {
    const BITS: [&str; 40] = [
        "Kim Jong-un ",
        "Putin",
        "s ",
        "møtte ",
        "met ",
        "de to ",
        "han ",
        "i ",
        "Oslo",
        " torsdag",
        ". ",
        ", ",
        "og ",
        "\n",
        "– ",
        "som ",
        "toppmøtet ",
        "fire ",
        "møter ",
        "med ",
        "Nord-Koreas leder ",
        "the Russian president ",
        "siden ",
        "25. april 2019",
        "dagen før",
        "«",
        "»",
        ":",
        "🦊",
        "é",
        "\r\n",
        "(",
        ")",
        "May ",
        "x",
        "-",
        "president ",
        "Mr. ",
        "for åtte år siden",
        "døde ",
    ];
    let mut dice = Dice(11);
    for _ in 0..800 {
        let text: String = (0..dice.roll(40))
            .map(|_| BITS[dice.roll(BITS.len())])
            .collect();
        let Ok(article) = read_text("a.txt", &text) else {
            continue;
        };
        let published = [None, "2019-04-25".parse().ok()][dice.roll(2)];
        let language = [Some("nb"), Some("en"), None][dice.roll(3)];
        let found = extract(
            &article,
            Given {
                published,
                language,
            },
            &KNOWLEDGE,
        );
        let letters: Vec<char> = text.chars().collect();
        for source in found.events.iter().flat_map(|event| &event.sources) {
            let quote: String = letters[source.start as usize..source.end as usize]
                .iter()
                .collect();
            assert_eq!(quote, source.quote, "{text:?}");
        }
    }
}
