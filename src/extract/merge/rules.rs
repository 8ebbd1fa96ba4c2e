//! When two events that two articles tell of are one. Right rather than eager: what is doubtful stays apart.

use super::face::{Face, People, Places, is_country, people, places};
use crate::chronology::Kind;
use crate::time::DAY;

/// How sure it is that two events are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tie {
    /// They are.
    Sure,
    /// They are, if nothing else could be meant by the first.
    First,
    /// They are, if nothing else could be meant by the second.
    Second,
    /// They are, if nothing else could be meant by either.
    Both,
}

/// Longest a vague date of a visit may be.
const MONTH: i64 = 31 * DAY;
/// Longest a vague date may be that is joined at all.
const YEAR: i64 = 366 * DAY;

/// What befalls a person once, or once in a long time.
pub(super) fn is_rare(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Death | Kind::Birth | Kind::Appointment | Kind::Resignation | Kind::Election
    )
}

/// How many days apart two articles may put an event of that kind.
pub(super) fn slack_days(kind: Kind) -> i64 {
    match kind {
        Kind::Death | Kind::Birth => 3,
        Kind::Meeting | Kind::Summit | Kind::Agreement => 1,
        kind if is_rare(kind) => 1,
        _ => 0,
    }
}

/// Whether an event can be told from others like it: what is said on one day is said again, and a count has no day.
pub(super) fn may_be_told_twice(face: &Face) -> bool {
    face.kind != Kind::Statement && !face.counted
}

/// Whether the two could be one at all, whatever their dates.
fn comparable(a: &Face, b: &Face) -> bool {
    let both = may_be_told_twice(a) && may_be_told_twice(b);
    both && a.kind.family() == b.kind.family() && a.denied == b.denied
}

/// Known days that meet.
pub(super) fn same_days(a: &Face, b: &Face) -> Option<Tie> {
    if !comparable(a, b) || !a.exact || !b.exact || !a.interval.overlaps(b.interval) {
        return None;
    }
    let one_day = a.days() == b.days() && a.is_one_day();
    let place = places(a.place.as_ref(), b.place.as_ref());
    if place == Places::Apart {
        return None;
    }
    if a.people.is_empty() && b.people.is_empty() {
        return (one_day && place == Places::Same && nobodys(a, b)).then_some(Tie::Both);
    }
    let here = matches!(place, Places::Same | Places::Within);
    match (people(a, b), a.people.len()) {
        (People::Apart, _) => None,
        (People::Equal, n) => equal_people(a, b, n, here, one_day),
        // "Putin" is among "Putin and Kim", if all else agrees.
        (fewer, _) => {
            let named_twice = place == Places::Same || is_rare(a.kind);
            let fits = one_day && named_twice && a.kind != Kind::Other;
            fits.then_some(match fewer {
                People::First => Tie::First,
                _ => Tie::Second,
            })
        }
    }
}

fn equal_people(a: &Face, b: &Face, n: usize, here: bool, one_day: bool) -> Option<Tie> {
    let tie = |holds: bool, tie: Tie| holds.then_some(tie);
    match a.kind {
        Kind::Meeting | Kind::Summit if n >= 2 => Some(Tie::Sure),
        // Whom he met is not said: there may have been several.
        Kind::Meeting | Kind::Summit => tie(here && one_day, Tie::Both),
        kind if is_rare(kind) => Some(Tie::Sure),
        Kind::Visit | Kind::Travel if here => Some(Tie::Sure),
        // Nobody travels twice a day with the same company; alone, one leaves and arrives.
        Kind::Visit | Kind::Travel => tie(
            one_day && (n >= 2 || a.kind == Kind::Visit && b.kind == Kind::Visit),
            Tie::Both,
        ),
        Kind::Other => tie(one_day && (here || n >= 2 || alike(a, b)), Tie::Both),
        _ if here || n >= 2 => Some(Tie::Sure),
        _ => tie(one_day, Tie::Both),
    }
}

/// Events without people, of one day and place.
fn nobodys(a: &Face, b: &Face) -> bool {
    let in_city = |face: &Face| face.place.as_ref().is_some_and(|place| !is_country(place));
    match a.kind {
        Kind::Agreement | Kind::Election | Kind::Meeting | Kind::Summit | Kind::Sanction => {
            a.kind == b.kind
        }
        Kind::Conflict => in_city(a),
        Kind::Other | Kind::Death => in_city(a) && alike(a, b),
        _ => false,
    }
}

/// Whether the titles share a word beside names of the place.
fn alike(a: &Face, b: &Face) -> bool {
    let place = |face: &Face| {
        face.place
            .as_ref()
            .map(|place| crate::text::spelling(&place.name))
    };
    let (here, there) = (place(a), place(b));
    let is_place = |word: &String| {
        let named =
            |place: &Option<String>| place.as_ref().is_some_and(|name| name.contains(&**word));
        named(&here) || named(&there)
    };
    let is_person = |word: &String| {
        let mut people = a.people.iter();
        people.any(|who| crate::text::spelling(who.as_str()).contains(&**word))
    };
    a.words
        .intersection(&b.words)
        .any(|word| !is_place(word) && !is_person(word))
}

/// Known days that lie beside each other: one of the two has it wrong.
pub(super) fn near_days(a: &Face, b: &Face) -> Option<Tie> {
    if !comparable(a, b) || !a.exact || !b.exact || a.interval.overlaps(b.interval) {
        return None;
    }
    let (first, second) = (a.days()?, b.days()?);
    let apart = (second.0.number() - first.1.number()).max(first.0.number() - second.1.number());
    if apart > slack_days(a.kind) || people(a, b) != People::Equal || a.people.is_empty() {
        return None;
    }
    let place = places(a.place.as_ref(), b.place.as_ref());
    let fits = match a.kind {
        kind if is_rare(kind) => place != Places::Apart,
        Kind::Meeting | Kind::Summit => place == Places::Same && a.people.len() >= 2,
        _ => place == Places::Same,
    };
    fits.then_some(Tie::Both)
}

/// Whether an event without a known day is one that has it, or has less of it open: `a` is the vague one.
pub(super) fn vague(a: &Face, b: &Face) -> Option<Tie> {
    let finer = b.exact || is_rare(b.kind) && b.interval.len() < a.interval.len();
    if !comparable(a, b) || a.exact || !finer || !a.interval.contains(b.interval) {
        return None;
    }
    let length = a.interval.len()?;
    if people(a, b) != People::Equal || a.people.is_empty() {
        return None;
    }
    let place = places(a.place.as_ref(), b.place.as_ref());
    let here = matches!(place, Places::Same | Places::Within);
    let fits = match a.kind {
        Kind::Meeting | Kind::Summit | Kind::Agreement => a.people.len() >= 2 && here,
        Kind::Visit | Kind::Travel => place == Places::Same && length <= MONTH,
        Kind::Appointment | Kind::Resignation => place != Places::Apart && length <= MONTH,
        Kind::Death | Kind::Birth | Kind::Election => place != Places::Apart && length <= YEAR,
        _ => false,
    };
    fits.then_some(Tie::First)
}

/// How two events go together that show the same face.
pub(super) fn same_face(face: &Face) -> Option<Tie> {
    if face.exact {
        return same_days(face, face);
    }
    let in_city = face.place.as_ref().is_some_and(|place| !is_country(place));
    let meets = matches!(face.kind, Kind::Meeting | Kind::Summit);
    let fits = comparable(face, face)
        && face.interval.len().is_some_and(|len| len <= YEAR)
        && !face.people.is_empty()
        && (meets && face.people.len() >= 2 && in_city
            || matches!(face.kind, Kind::Death | Kind::Birth));
    fits.then_some(Tie::Sure)
}
