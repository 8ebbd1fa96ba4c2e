//! Dates of publication that follow from what an article tells, and those that do not; and what the world and the
//! lives of persons make more exact.

use crate::fixture::KNOWLEDGE;
use tidslinje::article::read_text;
use tidslinje::chronology::{Certainty, Event, PublishedFrom};
use tidslinje::extract::{Extraction, Given, extract};
use tidslinje::time::Interval;
use tidslinje::words::{Interface, say};

fn read(text: &str, published: Option<&str>, language: &str) -> Extraction {
    let article = read_text("a.txt", text).expect("a text");
    let given = Given {
        published: published.and_then(|day| day.parse().ok()),
        language: Some(language),
    };
    extract(&article, given, &KNOWLEDGE)
}

/// What stays the same when a date is inferred and not given.
fn facts(events: &[Event]) -> Vec<(&str, Interval, Option<Interval>, Vec<&str>)> {
    events
        .iter()
        .map(|event| {
            let who = event.participants.iter().map(|who| who.as_str()).collect();
            (
                event.title.as_str(),
                event.when.interval,
                event.when.said,
                who,
            )
        })
        .collect()
}

#[track_caller]
fn inferred(language: &str, day: &str, text: &str) {
    let found = read(text, None, language);
    let article = &found.article;
    let notes: Vec<String> = article
        .notes
        .iter()
        .map(|note| say(&note.message, Interface::FALLBACK))
        .collect();
    assert_eq!(article.published, day.parse().ok(), "{text}\n{notes:?}");
    assert_eq!(article.published_from, PublishedFrom::Inferred);
    assert!(!article.published_why.is_empty());
    let given = read(text, Some(day), language);
    assert!(!given.events.is_empty(), "{text}");
    assert_eq!(facts(&found.events), facts(&given.events));
    let derived = |event: &&Event| event.when.certainty == Certainty::Derived;
    assert_eq!(found.events.iter().find(derived), None);
}

#[track_caller]
fn undated(language: &str, key: &str, text: &str) {
    let found = read(text, None, language);
    let article = &found.article;
    let why: Vec<String> = article
        .published_why
        .iter()
        .map(|step| say(step, Interface::FALLBACK))
        .collect();
    assert_eq!(article.published, None, "{text}\n{why:?}");
    assert_eq!(article.published_from, PublishedFrom::Unknown);
    assert_eq!(article.notes[0].message.key, key, "{text}");
}

#[test]
fn a_landmark_in_the_lead_dates_an_article() {
    inferred(
        "nb",
        "1986-10-11",
        "Reagan og Gorbatsjov i gang på Island\n\
         USAs president Ronald Reagan og den sovjetiske partilederen Mikhail Gorbatsjov møttes lørdag i Reykjavik. \
         Reagan landet torsdag, mens Gorbatsjov ankom dagen etter.\n\
         De to møttes også i Genève i fjor.",
    );
    inferred(
        "nn",
        "2018-07-16",
        "Trump og Putin møttest i Helsingfors\n\
         Den amerikanske presidenten Donald Trump og Russlands president Vladimir Putin møttest måndag i Helsingfors.\n\
         Tidlegare i sommar møtte Trump Kim Jong-un i Singapore.",
    );
    inferred(
        "en",
        "2018-06-12",
        "Trump and Kim shake hands in Singapore\n\
         US President Donald Trump and North Korean leader Kim Jong Un met in Singapore on Tuesday, the first such \
         meeting ever.\n\
         Kim met South Korean President Moon Jae-in in April.",
    );
    inferred(
        "en",
        "1998-04-10",
        "Peace deal for Northern Ireland\n\
         Prime Minister Tony Blair and his Irish counterpart Bertie Ahern signed an agreement in Belfast on Friday.",
    );
    inferred(
        "sv",
        "2021-06-16",
        "Biden och Putin möttes i Genève\n\
         USA:s president Joe Biden och Rysslands president Vladimir Putin möttes på onsdagen i Genève.",
    );
    inferred(
        "da",
        "2025-08-15",
        "Trump og Putin mødtes i Alaska\n\
         USA's præsident Donald Trump og Ruslands præsident Vladimir Putin mødtes fredag i Anchorage.",
    );
    inferred(
        "de",
        "2021-06-16",
        "Biden trifft Putin in Genf\n\
         US-Präsident Joe Biden und der russische Präsident Wladimir Putin trafen sich am Mittwoch in Genf.",
    );
}

#[test]
fn tomorrow_dates_an_article_too() {
    inferred(
        "nb",
        "2018-06-11",
        "Singapore venter\nDonald Trump og Kim Jong-un møtes i morgen i Singapore.",
    );
}

#[test]
fn yesterday_and_deaths_date_an_article() {
    inferred(
        "nb",
        "2013-12-06",
        "Nelson Mandela er død\n\
         Sør-Afrikas tidligere president Nelson Mandela døde i går i Johannesburg.",
    );
    inferred(
        "en",
        "2013-04-08",
        "Margaret Thatcher dies\n\
         Former British prime minister Margaret Thatcher died on Monday after a stroke.",
    );
    inferred(
        "de",
        "2017-06-16",
        "Helmut Kohl gestorben\n\
         Der frühere Bundeskanzler Helmut Kohl ist am Freitag in Ludwigshafen gestorben.",
    );
}

#[test]
fn what_is_usual_needs_a_second_witness() {
    let lead = "Moon landet i Pyongyang\n\
                Sør-Koreas president Moon Jae-in og Nord-Koreas leder Kim Jong-un møttes tirsdag i Pyongyang.";
    undated("nb", "note-undated-within", lead);
    inferred(
        "nb",
        "2018-09-18",
        &format!("{lead}\nTidligere i år møttes Kim og USAs president Donald Trump i Singapore."),
    );
}

#[test]
fn too_little_leaves_an_article_undated() {
    undated(
        "nb",
        "note-undated",
        "Møte i Moskva\nPutin og Macron møttes torsdag i Moskva.",
    );
    // A meeting as there are several in Washington.
    undated(
        "en",
        "note-undated-within",
        "Trump hosts Zelenskyy\nPresident Donald Trump and Ukrainian President Volodymyr Zelenskyy met at the White House \
         in Washington on Friday.",
    );
    // A round year tells the year only.
    undated(
        "nb",
        "note-undated-within",
        "Møtet på Island\nFor 30 år siden møttes Ronald Reagan og Mikhail Gorbatsjov i Reykjavik.",
    );
    // What is to come may be told on any day before.
    undated(
        "nb",
        "note-undated-within",
        "Møte i Helsingfors\nUSAs president Donald Trump og Russlands president Vladimir Putin skal møtes i Helsingfors mandag.",
    );
}

#[test]
fn what_is_only_about_a_landmark_dates_nothing() {
    for (language, text) in [
        (
            "nb",
            "Utstilling\nLørdag åpnet en utstilling om møtet mellom Ronald Reagan og Mikhail Gorbatsjov i Reykjavik.",
        ),
        (
            "nb",
            "Markering\nToppmøtet mellom Donald Trump og Kim Jong-un i Singapore ble markert tirsdag.",
        ),
        (
            "en",
            "Recalled\nThe 2018 meeting between Donald Trump and Kim Jong Un in Singapore was recalled on Tuesday.",
        ),
        (
            "en",
            "Fallout\nDonald Trump met Vladimir Putin in Helsinki on Monday. In an interview aired on Friday he praised him.",
        ),
        (
            "nb",
            "Minnemarkering\nMargaret Thatcher ble minnet mandag. Hun døde i 2013.",
        ),
    ] {
        let found = read(text, None, language);
        assert_eq!(found.article.published, None, "{text}");
    }
}

#[test]
fn two_days_leave_an_article_undated() {
    undated(
        "nb",
        "note-undated-within",
        "Trump vant valget\nDonald Trump ble tirsdag valgt til president i USA.",
    );
    // The day after: Tuesday may be the day before the landmark's week, or the day behind it.
    undated(
        "nb",
        "note-undated-within",
        "Trump fornøyd\nDonald Trump og Vladimir Putin møttes mandag i Helsingfors. \
         Trump sa tirsdag at møtet var vellykket.",
    );
    // Two days long.
    undated(
        "nb",
        "note-undated-within",
        "Møte i Hanoi\nDonald Trump og Kim Jong-un møttes denne uken i Hanoi.",
    );
}

#[test]
fn what_contradicts_itself_leaves_an_article_undated() {
    // The meeting was on a Thursday.
    undated(
        "nb",
        "note-undated",
        "Møte i Vladivostok\nVladimir Putin og Kim Jong-un møttes fredag i Vladivostok.",
    );
    undated(
        "nb",
        "note-undated-contrary",
        "Møte i Helsingfors\nDonald Trump og Vladimir Putin møttes mandag i Helsingfors.\n\
         Joe Biden vant valget 3. november 2020.",
    );
    undated(
        "en",
        "note-undated-contrary",
        "Summit in Reykjavik\nPresident Ronald Reagan and Mikhail Gorbachev met in Reykjavik on Saturday.\n\
         Earlier this year Donald Trump and Kim Jong Un met in Singapore.",
    );
}

#[test]
fn landmarks_narrow_what_is_told_vaguely() {
    let check = |language, published, text, want: Option<(&str, &str)>| {
        let found = read(text, Some(published), language);
        let event = &found.events[0];
        let narrowed = event.when.said.map(|_| {
            let interval = event.when.interval;
            (interval.first_day(), interval.last_day())
        });
        let want = want.map(|(first, last)| (first.parse().ok(), last.parse().ok()));
        assert_eq!(narrowed, want, "{text}");
        assert_eq!(
            event.when.certainty == Certainty::Inferred,
            want.is_some(),
            "{text}"
        );
    };
    check(
        "nb",
        "1987-03-01",
        "Ronald Reagan og Mikhail Gorbatsjov møttes i Reykjavik i fjor.",
        Some(("1986-10-11", "1986-10-12")),
    );
    check(
        "en",
        "2019-05-01",
        "Donald Trump met Kim Jong Un in Vietnam earlier this year.",
        Some(("2019-02-27", "2019-02-28")),
    );
    // Two landmarks of that year.
    check(
        "en",
        "2019-12-01",
        "Donald Trump met Kim Jong Un earlier this year.",
        None,
    );
    // Another city, other people, a day of its own.
    check(
        "nb",
        "1987-03-01",
        "Ronald Reagan og Mikhail Gorbatsjov møttes i Berlin i fjor.",
        None,
    );
    check(
        "nb",
        "1987-03-01",
        "Margaret Thatcher og Mikhail Gorbatsjov møttes i Reykjavik i fjor.",
        None,
    );
    check(
        "nb",
        "1986-10-14",
        "Ronald Reagan og Mikhail Gorbatsjov møttes i Reykjavik lørdag.",
        None,
    );
}

#[test]
fn lives_narrow_what_is_told_in_round_numbers() {
    let found = read(
        "Kim Jong-il besøkte Irkutsk for åtte år siden.",
        Some("2019-04-25"),
        "nb",
    );
    let when = &found.events[0].when;
    assert_eq!(when.interval.last_day(), "2011-12-17".parse().ok());
    assert_eq!(
        when.said.and_then(Interval::last_day),
        "2011-12-31".parse().ok()
    );
    // A year stated outright stays.
    let found = read(
        "Kim Jong-il besøkte Irkutsk i 2011.",
        Some("2019-04-25"),
        "nb",
    );
    assert_eq!(found.events[0].when.said, None);
}

#[test]
fn a_dateline_gives_the_date_and_a_chronology_does_not() {
    let check = |text: &str, want: Option<&str>| {
        let found = read(text, None, "nb").article;
        assert_eq!(
            found.published,
            want.and_then(|day| day.parse().ok()),
            "{text}"
        );
    };
    check(
        "Valg\nBERGEN, 3. mai 1988 (NTB) – Byrådet gikk av.",
        Some("1988-05-03"),
    );
    check(
        "Valg\nBERGEN, 3. mai 1988 (©NTB-AFP) – Byrådet gikk av.",
        Some("1988-05-03"),
    );
    check(
        "Dette er saken\nByrådet gikk av fredag.\n• 3. mai 1988: Byrådet tiltrer i Bergen.",
        None,
    );
}
