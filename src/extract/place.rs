//! Where the event of a clause was.

use super::lexicon::Lexicon;
use crate::chronology::{Kind, Place};
use crate::people::Mention;
use crate::text::Words;
use crate::world::{PlaceMention, Sort};
use std::ops::Range;

/// The place that the words within `tokens` give; `clause` tells what stands before it in the sentence.
pub(super) fn place_of(
    words: &Words,
    tokens: &Range<usize>,
    kind: Kind,
    places: &[PlaceMention],
    mentions: &[Mention],
    taken: &dyn Fn(usize) -> bool,
    lexicon: &Lexicon,
) -> Option<Place> {
    let here = inside(places, tokens);
    let mut best: Option<(u32, &PlaceMention)> = None;
    for place in here {
        let Some(rank) = rank(words, place, tokens, kind, mentions, lexicon) else {
            continue;
        };
        if best.is_none_or(|(known, _)| rank < known) {
            best = Some((rank, place));
        }
    }
    let named = best.map(|(rank, place)| (rank, to_place(words, place)));
    let again = tokens
        .clone()
        .any(|at| again_at(words, at, tokens, lexicon));
    match named {
        // A city beats "the city", which beats a country.
        Some((rank, place)) if rank < 10 => Some(place),
        _ if again => last_city(words, places, tokens.start),
        Some((_, country)) => {
            unlisted(words, tokens, places, mentions, taken, lexicon).or(Some(country))
        }
        None => unlisted(words, tokens, places, mentions, taken, lexicon),
    }
}

/// A place that no table has, by its shape: a capital behind "i" or "at" that is nobody's name.
fn unlisted(
    words: &Words,
    tokens: &Range<usize>,
    places: &[PlaceMention],
    mentions: &[Mention],
    taken: &dyn Fn(usize) -> bool,
    lexicon: &Lexicon,
) -> Option<Place> {
    let start = (tokens.start + 1..tokens.end).find(|at| {
        let preposition = lexicon.at.contains(&*words.lower[at - 1]);
        let named = inside_mentions(mentions, *at) || !inside(places, &(*at..*at + 1)).is_empty();
        preposition
            && !named
            && !taken(*at)
            && words.is_capitalised(*at)
            && words.word(*at).chars().count() > 2
    })?;
    let run = (start..tokens.end).take_while(|at| {
        words.is_capitalised(*at) || words.word(*at) == "-" || words.word(*at) == "."
    });
    let last = run.filter(|at| words.is_word(*at)).last()?;
    let name = words.span(start..last + 1).of(words.text);
    Some(Place {
        name: name.to_owned(),
        id: None,
        country: None,
    })
}

fn inside_mentions(mentions: &[Mention], at: usize) -> bool {
    let before = mentions.partition_point(|mention| mention.tokens.end <= at);
    mentions
        .get(before)
        .is_some_and(|mention| mention.tokens.contains(&at))
}

/// The last city named before a token.
pub(super) fn last_city(words: &Words, places: &[PlaceMention], before: usize) -> Option<Place> {
    let end = places.partition_point(|place| place.tokens.end <= before);
    places[..end]
        .iter()
        .rev()
        .find(|place| place.sort == Sort::City)
        .map(|place| to_place(words, place))
}

pub(super) fn inside<'p>(places: &'p [PlaceMention], tokens: &Range<usize>) -> &'p [PlaceMention] {
    let start = places.partition_point(|place| place.tokens.start < tokens.start);
    let end = places.partition_point(|place| place.tokens.start < tokens.end);
    &places[start..end.max(start)]
}

/// Lower is better: a city before a country, where something happens before where it leads.
fn rank(
    words: &Words,
    place: &PlaceMention,
    tokens: &Range<usize>,
    kind: Kind,
    mentions: &[Mention],
    lexicon: &Lexicon,
) -> Option<u32> {
    let sort = match place.sort {
        Sort::City => 0,
        Sort::Region => 12,
        Sort::Country => 10,
        _ => return None,
    };
    if place.genitive {
        return None;
    }
    let way = before(words, place.tokens.start, tokens, mentions, lexicon)?;
    let way = match (way, kind) {
        (Way::At, Kind::Travel) => 1,
        (Way::To, Kind::Travel) => 0,
        (Way::At, _) => 0,
        (Way::To, Kind::Visit | Kind::Appointment) => 1,
        (Way::Object, Kind::Visit | Kind::Travel | Kind::Conflict) => 0,
        (Way::To | Way::Object, _) => return None,
        (Way::From, Kind::Travel) => 3,
        (Way::From, _) => return None,
    };
    Some(sort + way)
}

#[derive(Clone, Copy)]
enum Way {
    At,
    To,
    From,
    /// No preposition: "besøkte Beijing".
    Object,
}

/// How the words before a place lead to it, over "the", "havnebyen" and small adjectives.
fn before(
    words: &Words,
    start: usize,
    tokens: &Range<usize>,
    mentions: &[Mention],
    lexicon: &Lexicon,
) -> Option<Way> {
    // "I fjor besøkte Støre København": over the subject that stands between.
    let subject = mentions.partition_point(|mention| mention.tokens.end < start);
    let subject = mentions
        .get(subject)
        .filter(|mention| mention.tokens.end == start && !mention.genitive);
    let mut at = subject.map_or(start, |mention| mention.tokens.start);
    let start = at;
    for step in 0..4 {
        if at <= tokens.start {
            return None;
        }
        at -= 1;
        let word = &*words.lower[at];
        if lexicon.at.contains(word) {
            return Some(Way::At);
        }
        if lexicon.to.contains(word) {
            return Some(Way::To);
        }
        if lexicon.from.contains(word) {
            return Some(Way::From);
        }
        let verb = lexicon
            .verbs
            .longest(&words.lower[at..start], false)
            .is_some();
        if verb && step == 0 {
            return Some(Way::Object);
        }
        let passable = words.is_word(at)
            && !verb
            && !lexicon.conjunction.contains(word)
            && (!words.is_capitalised(at) || lexicon.place_nouns.contains(word));
        // "mellom Kim og Trump i Vietnam" is fine, "i Oslo, London" is a list.
        if !passable && words.word(at) != "," {
            return None;
        }
    }
    None
}

fn again_at(words: &Words, at: usize, tokens: &Range<usize>, lexicon: &Lexicon) -> bool {
    let Some(found) = lexicon
        .same_place
        .longest(&words.lower[at..tokens.end], false)
    else {
        return false;
    };
    // "byen Vladivostok" names it, "byen lengst øst" means the one before.
    let end = at + found.len;
    end >= tokens.end || !words.is_capitalised(end)
}

fn to_place(words: &Words, place: &PlaceMention) -> Place {
    let name = words.span(place.tokens.clone()).of(words.text);
    Place {
        name: name.to_owned(),
        id: Some(place.id.clone()),
        country: Some(place.country.clone()).filter(|code| !code.is_empty()),
    }
}

/// Whether two places can be one: the same name, or a city in the country that the other names.
pub(super) fn compatible(a: &Place, b: &Place) -> bool {
    let names_country = |place: &Place| place.id.is_none() || place.id == place.country;
    let same = a.name == b.name || a.id.is_some() && a.id == b.id;
    let in_one = a.country.is_some() && a.country == b.country;
    same || in_one && (names_country(a) || names_country(b))
}
