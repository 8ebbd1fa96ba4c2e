//! The user's corrections: each kind of them, what becomes of those whose place is gone, undo and redo.

use crate::fixture::{Dice, KNOWLEDGE, interval};
use std::sync::Arc;
use tidslinje::article::read_text;
use tidslinje::chronology::{
    Chronology, Correction, CorrectionId, Edit, Event, Kind, Lost, Passage, Person, PersonId,
    Place, Set, Status, What, When, joining, parting,
};
use tidslinje::extract::{Extraction, Given, Knowledge, corrected, extract, merge};
use tidslinje::words::{Interface, Message, say};
use tidslinje::workspace::{Command, Workspace};

const ARTICLES: [&str; 4] = [
    "Håndtrykket\n\nDonald Trump og Kim Jong-un møttes i Singapore 12. juni 2018. Moon Jae-in besøkte Pyongyang \
     18. september 2018. I Hanoi møttes Kim Jong-un og Donald Trump 27. februar 2019.",
    "A handshake\n\nDonald Trump and Kim Jong-un met in Singapore on June 12, 2018. Kim Jong-un met Xi Jinping in \
     Dalian on May 7, 2018. The adviser John Smythe met Moon Jae-in in Seoul on May 9, 2018.",
    "Eit år med samtalar\n\nKim Jong-un og Donald Trump møttest i Singapore 13. juni 2018, og det vart ikkje semje. \
     Xi Jinping vitja Pyongyang 20. juni 2019.",
    "Støre i Helsinki\n\nSauli Niinistö møtte Jonas Gahr Støre i Helsinki i går.",
];

fn read(text: &str) -> Extraction {
    let article = read_text("a.txt", text).expect("a text");
    extract(&article, Given::default(), &KNOWLEDGE)
}

fn found() -> Vec<Extraction> {
    ARTICLES.iter().map(|text| read(text)).collect()
}

fn correct(found: &[Extraction], what: Vec<What>) -> Chronology {
    let number = |(what, id)| Correction {
        id: CorrectionId(id),
        what,
        lost: None,
    };
    let corrections: Vec<Correction> = what.into_iter().zip(1..).map(number).collect();
    corrected(found, &corrections)
}

/// The only event at that time.
fn on<'c>(chronology: &'c Chronology, day: &str) -> &'c Event {
    let mut events = all_on(chronology, day);
    assert_eq!(events.len(), 1, "{day}: {events:?}");
    events.remove(0)
}

fn all_on<'c>(chronology: &'c Chronology, day: &str) -> Vec<&'c Event> {
    let time = interval(day).0;
    chronology
        .events()
        .filter(|event| event.when.interval == time)
        .collect()
}

fn passage(event: &Event) -> Passage {
    Passage::of(event).expect("a source")
}

fn set(event: &Event, set: Set) -> What {
    What::Event(passage(event), set)
}

fn by_hand(event: &Event) -> Vec<&str> {
    let steps = event.why.iter().map(|step| step.key);
    steps.filter(|key| key.starts_with("why-by-hand")).collect()
}

fn lost(chronology: &Chronology) -> Vec<Option<Lost>> {
    chronology
        .corrections()
        .map(|correction| correction.lost)
        .collect()
}

fn person(id: &str, name: &str) -> Person {
    Person {
        id: PersonId::new(id),
        name: name.to_owned(),
        wikidata: None,
        leader: false,
        terms: Vec::new(),
        born: None,
        died: None,
    }
}

fn dated(event: &Event, day: &str) -> When {
    let (interval, granularity) = interval(day);
    When {
        interval,
        granularity,
        text: day.to_owned(),
        ..event.when.clone()
    }
}

fn people(event: &Event) -> Vec<&str> {
    let mut people: Vec<&str> = event.participants.iter().map(|who| who.as_str()).collect();
    people.sort_unstable();
    people
}

#[test]
fn what_an_event_is_can_be_set() {
    let found = found();
    let start = merge(&found);
    let visit = on(&start, "2018-09-18");
    let place = Place {
        name: "Seoul".to_owned(),
        id: Some("Seoul".to_owned()),
        country: Some("KR".to_owned()),
    };
    let new = correct(
        &found,
        vec![
            set(visit, Set::Title("Moon i nord".to_owned())),
            set(visit, Set::Kind(Kind::Summit)),
        ],
    );
    let event = new.event(visit.id).expect("the event");
    assert_eq!(
        (event.title.as_str(), event.kind),
        ("Moon i nord", Kind::Summit)
    );
    assert_eq!(by_hand(event), ["why-by-hand-title", "why-by-hand-kind"]);
    let new = correct(
        &found,
        vec![
            set(visit, Set::Place(Some(place.clone()))),
            set(visit, Set::Status(Status::Planned)),
            set(visit, Set::Count(3)),
            set(
                visit,
                Set::AddPerson(Box::new(person("john-smythe", "John Smythe"))),
            ),
            set(visit, Set::RemovePerson(PersonId::new("moon-jae-in"))),
        ],
    );
    let event = new.event(visit.id).expect("the event");
    assert_eq!(event.place, Some(place));
    assert_eq!((event.status, event.count), (Status::Planned, 3));
    assert_eq!(people(event), ["john-smythe"]);
    assert_eq!(by_hand(event).len(), 5);
    assert!(lost(&new).iter().all(Option::is_none));
}

#[test]
fn a_date_set_by_hand_stands_above_all_sources() {
    let found = found();
    let start = merge(&found);
    let summit = on(&start, "2018-06-12");
    assert_eq!(summit.sources.len(), 3, "one of them says the 13th");
    let date = dated(summit, "2018-06-11");
    let new = correct(&found, vec![set(summit, Set::Date(Box::new(date)))]);
    let event = on(&new, "2018-06-11");
    assert_eq!(event.sources.len(), 3);
    assert!(event.sources.iter().all(|source| source.when.is_some()));
    let said = say(&event.why[0], Interface::FALLBACK);
    assert_eq!(said, "set by hand: 11 June 2018 (read as: 12 June 2018)");
    assert_eq!(event.why.len(), 1);
}

#[test]
fn a_hidden_event_is_not_there() {
    let found = found();
    let start = merge(&found);
    let visit = on(&start, "2018-09-18");
    let new = correct(&found, vec![set(visit, Set::Hide)]);
    assert_eq!(new.event(visit.id), None);
    assert_eq!(new.events().len(), start.events().len() - 1);
    assert_eq!(lost(&new), [None]);
}

#[test]
fn events_are_parted_and_made_one() {
    let found = found();
    let start = merge(&found);
    let summit = on(&start, "2018-06-12");
    let third = summit.sources.iter().find(|source| source.when.is_some());
    let parts = parting(summit, third.expect("the source that says the 13th"));
    let mut what = parts.clone();
    let new = correct(&found, what.clone());
    assert_eq!(on(&new, "2018-06-12").sources.len(), 2);
    let other = on(&new, "2018-06-13");
    assert_eq!(by_hand(other), ["why-by-hand-apart"]);
    // And one again: the later word counts.
    what.extend(joining(on(&new, "2018-06-12"), other));
    let again = correct(&found, what);
    assert_eq!(on(&again, "2018-06-12").sources.len(), 3);
    assert_eq!(
        lost(&again),
        [Some(Lost::Overruled), Some(Lost::Overruled), None, None]
    );
    // Two that nothing but the user ties.
    let (visit, hanoi) = (on(&start, "2018-09-18"), on(&start, "2019-02-27"));
    let new = correct(&found, joining(visit, hanoi));
    assert_eq!(new.events().len(), start.events().len() - 1);
}

#[test]
fn two_passages_of_an_article_are_parted() {
    let text = "Møtet\n\nSauli Niinistö og Jonas Gahr Støre møttes i Helsinki 4. april 2023. Det var kaldt. Jonas Gahr \
                Støre og Sauli Niinistö møttes i Helsinki i april 2023.";
    let found = [read(text)];
    let start = merge(&found);
    let event = on(&start, "2023-04-04");
    let vague = event.sources.iter().find(|source| source.when.is_some());
    let new = correct(
        &found,
        parting(event, vague.expect("the source that says April")),
    );
    assert_eq!(
        on(&new, "2023-04-04").sources.len(),
        event.sources.len() - 1
    );
    let part = on(&new, "2023-04");
    assert_eq!(by_hand(part), ["why-by-hand-apart"]);
    assert_eq!(lost(&new), vec![None; event.sources.len() - 1]);
}

/// An event that the user makes from a passage of another.
fn made(from: &Event, kind: Kind, day: &str, who: &str) -> Event {
    Event {
        title: "Made by hand".to_owned(),
        kind,
        when: dated(from, day),
        participants: vec![PersonId::new(who)],
        why: Vec::new(),
        ..from.clone()
    }
}

#[test]
fn an_event_is_added_by_hand() {
    let found = found();
    let start = merge(&found);
    let visit = on(&start, "2018-09-18");
    let add = |event: Event| What::Add {
        event: Box::new(event),
        persons: vec![person("somebody", "Some Body")],
    };
    let own = made(visit, Kind::Statement, "2018-09-19", "somebody");
    let new = correct(&found, vec![add(own)]);
    let event = on(&new, "2018-09-19");
    assert_eq!(by_hand(event), ["why-by-hand-made"]);
    assert!(new.person(&PersonId::new("somebody")).is_some());
    assert_eq!(new.events().len(), start.events().len() + 1);
    // It can be corrected like any other.
    let own = made(visit, Kind::Statement, "2018-09-19", "somebody");
    let title = set(event, Set::Title("Said".to_owned()));
    let new = correct(&found, vec![add(own), title]);
    assert_eq!(on(&new, "2018-09-19").title, "Said");
    // What the engine has found by now is not there twice.
    let known = made(visit, Kind::Visit, "2018-09-18", "moon-jae-in");
    let new = correct(&found, vec![add(known)]);
    assert_eq!(new.events().len(), start.events().len());
}

#[test]
fn persons_are_renamed_made_one_and_meant() {
    let found = found();
    let start = merge(&found);
    let adviser = on(&start, "2018-05-09");
    let smythe = PersonId::new("john-smythe");
    assert!(adviser.participants.contains(&smythe), "{adviser:?}");
    let bolton = PersonId::new("xi-jinping");
    let rename = What::Rename(smythe.clone(), "Jon Smythe".to_owned());
    let new = correct(&found, vec![rename.clone()]);
    assert_eq!(
        new.person(&smythe).map(|person| person.name.as_str()),
        Some("Jon Smythe")
    );
    let same = What::Same {
        person: smythe.clone(),
        as_person: bolton.clone(),
    };
    let new = correct(&found, vec![same, rename]);
    assert_eq!(
        people(on(&new, "2018-05-09")),
        ["moon-jae-in", "xi-jinping"]
    );
    assert_eq!(new.person(&smythe), None);
    assert_eq!(
        new.person(&bolton).map(|person| person.name.as_str()),
        Some("Jon Smythe")
    );
    let source = &adviser.sources[0];
    let span = source.people_spans.iter().find(|(who, ..)| *who == smythe);
    let (_, start, end) = span.expect("the mention");
    let mention = What::Mention {
        article: source.article,
        start: *start,
        end: *end,
        person: Box::new(person("jane-smythe", "Jane Smythe")),
    };
    let new = correct(&found, vec![mention]);
    let event = on(&new, "2018-05-09");
    assert_eq!(people(event), ["jane-smythe", "moon-jae-in"]);
    assert_eq!(by_hand(event), ["why-by-hand-mention"]);
    let nobody = What::Rename(PersonId::new("nobody"), "Nobody".to_owned());
    assert_eq!(lost(&correct(&found, vec![nobody])), [Some(Lost::Person)]);
}

#[test]
fn a_correction_whose_place_is_gone_is_kept_and_shown() {
    let mut found = found();
    let start = merge(&found);
    let visit = on(&start, "2018-09-18").clone();
    let title = || vec![set(&visit, Set::Title("Moon i nord".to_owned()))];
    // An engine that finds no such event.
    let article = visit.id.article;
    for extraction in &mut found {
        extraction.events.retain(|event| event.id != visit.id);
    }
    let new = correct(&found, title());
    assert_eq!(lost(&new), [Some(Lost::Event)]);
    let notes = &new.article(article).expect("the article").notes;
    let note = notes
        .iter()
        .find(|note| note.message.key == "note-correction-lost");
    assert_eq!(
        note.map(|note| say(&note.message, Interface::FALLBACK))
            .as_deref(),
        Some(
            "A correction is not in effect (setting a title): its passage tells of no such event any more"
        )
    );
    // An article that is not open.
    found.retain(|extraction| extraction.article.id != article);
    let new = correct(&found, title());
    assert_eq!(lost(&new), [Some(Lost::Article)]);
    assert_eq!(
        new.corrections().next().map(|one| &one.what),
        title().first()
    );
}

#[test]
fn a_correction_finds_its_event_where_the_borders_moved() {
    let mut found = found();
    let start = merge(&found);
    let visit = on(&start, "2018-09-18").clone();
    let title = set(&visit, Set::Title("Moon i nord".to_owned()));
    for event in found
        .iter_mut()
        .flat_map(|extraction| &mut extraction.events)
    {
        event.id.start += 3;
        event.id.n += 1;
        for source in &mut event.sources {
            source.start += 3;
            source.end += 20;
        }
    }
    let new = correct(&found, vec![title]);
    assert_eq!(on(&new, "2018-09-18").title, "Moon i nord");
    assert_eq!(
        new.events()
            .filter(|event| event.title == "Moon i nord")
            .count(),
        1
    );
}

fn workspace() -> Workspace {
    let knowledge = Arc::new(Knowledge::bundled().expect("knowledge"));
    Workspace::new(knowledge, Interface::FALLBACK, Arc::new(|| {}))
}

#[test]
fn an_article_dated_anew_keeps_its_corrections() {
    let mut workspace = workspace();
    workspace.apply(Command::Paste(ARTICLES[3].to_owned()));
    let article = workspace
        .chronology()
        .articles()
        .next()
        .map(|article| article.id);
    let article = article.expect("an article");
    workspace.apply(Command::SetPublished(article, "2023-04-05".to_owned()));
    let event = on(workspace.chronology(), "2023-04-04").clone();
    let title = set(&event, Set::Title("To naboer".to_owned()));
    let kind = set(&event, Set::Kind(Kind::Visit));
    workspace.apply(Command::Correct(vec![title, kind]));
    workspace.apply(Command::SetPublished(
        event.id.article,
        "2023-05-03".to_owned(),
    ));
    let new = on(workspace.chronology(), "2023-05-02");
    assert_eq!((new.title.as_str(), new.kind), ("To naboer", Kind::Visit));
    workspace.apply(Command::Remove(article));
    assert_eq!(lost(workspace.chronology()), [Some(Lost::Article); 2]);
    workspace.apply(Command::Undo);
    workspace.apply(Command::Withdraw(CorrectionId(1)));
    let new = on(workspace.chronology(), "2023-05-02");
    assert_eq!((&new.title, new.kind), (&event.title, Kind::Visit));
    for _ in 0..3 {
        workspace.apply(Command::Undo);
    }
    assert_eq!(on(workspace.chronology(), "2023-04-04"), &event);
    assert_eq!(workspace.chronology().corrections().len(), 0);
}

/// Something that a user might say of what is shown.
fn any_correction(dice: &mut Dice, chronology: &Chronology) -> Vec<What> {
    let events: Vec<&Event> = chronology.events().collect();
    let persons: Vec<&Person> = chronology.persons().collect();
    if events.is_empty() || persons.is_empty() {
        return Vec::new();
    }
    let (event, other) = (*dice.pick(&events), *dice.pick(&events));
    let (who, whom) = (*dice.pick(&persons), *dice.pick(&persons));
    let source = dice.pick(&event.sources).clone();
    let days = ["2018-06-12", "2018-06", "2019", "2018-05-07/2018-05-09"];
    let date = dated(event, dice.pick::<&str>(&days));
    vec![match dice.roll(15) {
        0 => set(event, Set::Date(Box::new(date))),
        1 => set(event, Set::Title(format!("Title {}", dice.roll(9)))),
        2 => set(event, Set::Kind(*dice.pick(&Kind::ALL))),
        3 => set(event, Set::Status(Status::Cancelled)),
        4 => set(event, Set::Place(other.place.clone())),
        5 => set(event, Set::Count(1 + dice.roll(4) as u32)),
        6 => set(event, Set::AddPerson(Box::new(who.clone()))),
        7 => set(event, Set::RemovePerson(who.id.clone())),
        8 => set(event, Set::Hide),
        9 => return joining(event, other),
        10 => return parting(event, &source),
        11 => What::Add {
            event: Box::new(made(event, other.kind, "2018-07-01", who.id.as_str())),
            persons: vec![who.clone()],
        },
        12 => What::Rename(who.id.clone(), format!("Name {}", dice.roll(9))),
        13 => What::Same {
            person: who.id.clone(),
            as_person: whom.id.clone(),
        },
        _ => What::Mention {
            article: source.article,
            start: source.start,
            end: source.end,
            person: Box::new(who.clone()),
        },
    }]
}

fn corrections(chronology: &Chronology) -> Vec<Correction> {
    chronology.corrections().cloned().collect()
}

#[test]
fn any_corrections_can_be_undone_redone_and_read_again() {
    let found = found();
    let mut dice = Dice(31);
    for round in 0..60 {
        let mut states = vec![merge(&found)];
        for _ in 0..1 + dice.roll(8) {
            let now = states.last().expect("a state");
            let mut list = corrections(now);
            for what in any_correction(&mut dice, now) {
                let id = CorrectionId(list.len() as u32 + 1);
                list.push(Correction {
                    id,
                    what,
                    lost: None,
                });
            }
            let new = corrected(&found, &list);
            // An edit and its inverse lead there and back.
            let edit = Edit::between(Message::new("edit-date"), now, &new);
            let mut there = now.clone();
            there.apply(&edit);
            assert_eq!(there, new, "round {round}");
            there.apply(&edit.inverse());
            assert_eq!(&there, now, "round {round}");
            states.push(new);
        }
        let end = states.last().expect("a state");
        // Read again, in another order, with what was lost counted anew.
        let again: Vec<Extraction> = ARTICLES.iter().rev().map(|text| read(text)).collect();
        let again = corrected(&again, &corrections(end));
        assert!(again.events().eq(end.events()), "round {round}");
        assert_eq!(corrections(&again), corrections(end), "round {round}");
        // Nothing is shown twice or without a source, nobody takes part who is not known.
        for event in end.events() {
            assert!(!event.sources.is_empty());
            for who in &event.participants {
                assert!(end.person(who).is_some(), "{who} in round {round}");
            }
        }
    }
}

#[test]
fn undoing_all_is_the_start_and_redoing_all_the_end() {
    let mut workspace = workspace();
    for text in ARTICLES {
        workspace.apply(Command::Paste(text.to_owned()));
    }
    let start = workspace.chronology().clone();
    let mut dice = Dice(37);
    for _ in 0..8 {
        let mut steps = 0;
        for _ in 0..12 {
            let before = workspace.chronology().clone();
            let what = any_correction(&mut dice, &before);
            workspace.apply(Command::Correct(what));
            steps += usize::from(*workspace.chronology() != before);
        }
        let end = workspace.chronology().clone();
        for _ in 0..steps {
            workspace.apply(Command::Undo);
        }
        assert_eq!(*workspace.chronology(), start);
        for _ in 0..steps {
            workspace.apply(Command::Redo);
        }
        assert_eq!(*workspace.chronology(), end);
        for _ in 0..steps {
            workspace.apply(Command::Undo);
        }
    }
}
