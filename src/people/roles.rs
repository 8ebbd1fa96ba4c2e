//! Offices that stand for whoever held them: "Nord-Koreas leder", "den russiske presidenten".

use super::names::{NameTables, TitleForm, TitleFound};
use crate::text::Words;
use crate::world::{PlaceMention, Sort};
use std::ops::Range;

/// An office spoken of in a text.
#[derive(Clone, Debug)]
pub(super) struct Role {
    pub tokens: Range<usize>,
    /// Class of office.
    pub office: String,
    /// Its country, if the words give one.
    pub country: Option<String>,
    pub genitive: bool,
}

/// The role whose title begins at token `at`, if the words mean one person: a country's genitive or
/// adjective before it, or its definite form. A former holder, and "a president" in general, are nobody.
pub(super) fn role_at(
    words: &Words,
    tables: &NameTables,
    places: &[PlaceMention],
    sentence: &Range<usize>,
    title: &TitleFound,
) -> Option<Role> {
    if title.form == TitleForm::Plural {
        return None;
    }
    let start = title.tokens.start;
    let (office, fixed) = &tables.offices[title.title];
    let before = |at: usize| (at > sentence.start).then(|| &*words.lower[at - 1]);
    let owner = owner_before(words, places, sentence, start);
    let from = owner.map_or(start, |place| place.tokens.start);
    let article = before(from);
    let is = |set: &crate::text::WordSet<String>, word: Option<&str>| {
        word.is_some_and(|w| set.contains(w))
    };
    if is(&tables.former, before(start))
        || is(&tables.former, article)
        || is(&tables.indefinite, article)
    {
        return None;
    }
    let definite = title.form == TitleForm::Definite || is(&tables.definite, article);
    let owned = owner.is_some_and(|place| place.genitive);
    if !(definite || owned) {
        return None;
    }
    let country = fixed
        .clone()
        .or_else(|| owner.map(|place| place.country.clone()));
    let from = if is(&tables.definite, article) {
        from - 1
    } else {
        from
    };
    Some(Role {
        tokens: from..title.tokens.end,
        office: office.clone(),
        country,
        genitive: title.genitive,
    })
}

/// The country named right before a title, by its genitive or adjective; one plain word may stand between.
fn owner_before<'p>(
    words: &Words,
    places: &'p [PlaceMention],
    sentence: &Range<usize>,
    start: usize,
) -> Option<&'p PlaceMention> {
    let before = places.partition_point(|place| place.tokens.end <= start);
    let place = places[..before]
        .last()
        .filter(|place| place.tokens.start >= sentence.start)?;
    let gap = start - place.tokens.end;
    let close = gap == 0
        || (gap == 1 && words.is_word(place.tokens.end) && !words.is_capitalised(place.tokens.end));
    let owns =
        matches!(place.sort, Sort::Country) && place.genitive || place.sort == Sort::Adjective;
    (close && owns && !place.country.is_empty()).then_some(place)
}
