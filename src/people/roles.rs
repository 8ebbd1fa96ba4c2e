//! Offices that stand for whoever held them: "Nord-Koreas leder", "den russiske presidenten".

use super::coreference::Asked;
use super::grammar::Part;
use super::linker::{Linker, WholeName};
use super::mention::{Form, Who};
use super::names::{TitleForm, TitleFound};
use super::roster::{Sex, Term};
use crate::text::WordSet;
use crate::world::{PlaceMention, Sort};
use std::ops::Range;

/// Offices whose holders go by one name: "kong Harald", "Crown Prince Dipendra".
const ONE_NAME: [&str; 6] = [
    "monarch",
    "crown-prince",
    "crown-princess",
    "royal",
    "pope",
    "cleric",
];
/// Mentions among which a role is looked for.
const REACH: usize = 300;

/// An office spoken of in a text.
#[derive(Clone, Debug)]
struct Role {
    tokens: Range<usize>,
    /// Class of office.
    office: String,
    /// Its country, if the words give one.
    country: Option<String>,
    sex: Option<Sex>,
    /// Whether it was held before: "den tidligere presidenten".
    former: bool,
    genitive: bool,
}

impl Linker<'_> {
    /// An office without the name of its holder behind it.
    pub(super) fn settle_title(
        &mut self,
        title: &TitleFound,
        sentence: &Range<usize>,
        next: Option<&WholeName>,
    ) -> Option<usize> {
        let words = self.words;
        let end = title.tokens.end;
        let named = |at: usize| next.is_some_and(|name| name.tokens.start == at);
        let comma = end < sentence.end && words.word(end) == ",";
        if named(end) || comma && named(end + 1) {
            return Some(end);
        }
        let office = &self.tables.offices[title.title];
        if end < sentence.end && words.is_capitalised(end) && title.form != TitleForm::Plural {
            // "president Moon": the surname is settled next, by the title.
            if self.short_name(end, sentence).is_some() {
                return Some(end);
            }
            if ONE_NAME.contains(&office.class.as_str())
                && let Some((who, tokens)) = self.only_name(end, sentence, office.sex)
            {
                self.know(who).insert(office.class.clone());
                let genitive = self.genitive_name(tokens.end - 1);
                let after = tokens.end;
                self.push(tokens, vec![who], Form::Short, genitive);
                return Some(after);
            }
        }
        let Some(role) = self.role_at(sentence, title) else {
            self.takes_office(title);
            return None;
        };
        let who = self.role_holder(&role)?;
        self.know(who).insert(role.office.clone());
        let start = role
            .tokens
            .start
            .max(self.mentions.last().map_or(0, |last| last.tokens.end));
        self.push(start..role.tokens.end, vec![who], Form::Role, role.genitive);
        Some(end)
    }

    /// "Ble statsminister", "i ed som president": who is spoken of bears the title from now on.
    fn takes_office(&mut self, title: &TitleFound) {
        let start = title.tokens.start;
        let Some(clause) = self.clause_at(start).map(|clause| clause.tokens.clone()) else {
            return;
        };
        let words = self.words;
        let tables = self.tables;
        let from = clause.start.max(start.saturating_sub(4));
        let takes = (from..start).any(|at| {
            let word = &*words.lower[at];
            tables.becoming.contains(word) || tables.in_office.contains(word)
        });
        if title.form != TitleForm::Indefinite || !takes {
            return;
        }
        let who = self
            .mentions
            .iter()
            .rev()
            .take_while(|mention| mention.tokens.start >= clause.start)
            .find(|mention| matches!(mention.part, Part::Subject | Part::Object))
            .and_then(|mention| mention.who.first().copied());
        if let Some(who) = who {
            let office = tables.offices[title.title].class.clone();
            self.know(who).insert(office);
        }
    }

    /// Who holds a role on the day spoken of; without a country, or where the roster knows nobody, whoever of
    /// those spoken of held it.
    fn role_holder(&self, role: &Role) -> Option<Who> {
        let at = role.tokens.start;
        let days = (self.days_of)(at);
        if let (Some(country), Some((first, last)), false) = (&role.country, days, role.former) {
            let holder = |day| {
                self.roster
                    .holder(country, &role.office, day)
                    .map(Who::Roster)
            };
            // Where the office changed hands in that time, who was spoken of before is meant.
            let (then, now) = (holder(first), holder(last));
            let spoken_of = then.filter(|who| self.spoken_of.contains(who));
            if let Some(who) = spoken_of.or(now).or(then) {
                return Some(who);
            }
        }
        let asked = Asked {
            sex: role.sex,
            not_subject: false,
        };
        let titled = |who: Who| {
            self.known.get(&who).is_some_and(|offices| {
                offices
                    .iter()
                    .any(|office| same_office(&role.office, office))
            })
        };
        let term_fits = |term: &Term| {
            let country = role
                .country
                .as_ref()
                .is_none_or(|code| *code == term.country);
            let then = days.is_none_or(|(first, last)| {
                if role.former {
                    term.to.is_some_and(|to| to <= last)
                } else {
                    term.holds(first) || term.holds(last)
                }
            });
            country && then && same_office(&role.office, &term.office)
        };
        let held = |who: Who| match who {
            Who::Roster(number) => {
                let terms = &self.roster.person(number).terms;
                terms.iter().any(term_fits) || role.country.is_none() && titled(who)
            }
            Who::Other(_) => titled(who),
        };
        self.most_salient(at, asked, &held).or_else(|| {
            self.mentions
                .iter()
                .rev()
                .take(REACH)
                .flat_map(|mention| mention.who.iter().rev())
                .find(|who| held(**who) && self.can_be(**who, at, role.sex))
                .copied()
        })
    }

    /// The role whose title stands at `title`, if the words mean one person: a country's genitive or adjective
    /// before it, or its definite form. "A president" in general is nobody.
    fn role_at(&self, sentence: &Range<usize>, title: &TitleFound) -> Option<Role> {
        if title.form == TitleForm::Plural {
            return None;
        }
        let words = self.words;
        let tables = self.tables;
        let start = title.tokens.start;
        let office = &tables.offices[title.title];
        let before = |at: usize| (at > sentence.start).then(|| &*words.lower[at - 1]);
        let is = |set: &WordSet<String>, word: Option<&str>| word.is_some_and(|w| set.contains(w));
        let owner = self.owner_before(sentence, start);
        let mut from = owner.map_or(start, |place| place.tokens.start);
        let mut former = is(&tables.former, before(start));
        if former && owner.is_none() {
            from -= 1;
        } else if is(&tables.former, before(from)) {
            former = true;
            from -= 1;
        }
        // "the slain leader", "den nye presidenten": one plain word may stand between.
        let plain_between = !is(&tables.definite, before(from))
            && from > sentence.start
            && words.is_word(from - 1)
            && !words.is_capitalised(from - 1)
            && !(self.taken)(from - 1)
            && !tables.prepositions.contains(&*words.lower[from - 1])
            && is(&tables.definite, before(from - 1));
        if plain_between {
            from -= 1;
        }
        let article = before(from);
        if is(&tables.indefinite, article) {
            return None;
        }
        let definite = title.form == TitleForm::Definite || is(&tables.definite, article);
        let owned = owner.is_some_and(|place| place.genitive);
        if !(definite || owned) {
            return None;
        }
        let country = office
            .country
            .clone()
            .or_else(|| owner.map(|place| place.country.clone()));
        Some(Role {
            tokens: from - usize::from(is(&tables.definite, article))..title.tokens.end,
            office: office.class.clone(),
            country,
            sex: office.sex,
            former,
            genitive: title.genitive,
        })
    }

    /// The country named right before a title, by its genitive or adjective; one plain word may stand between.
    fn owner_before(&self, sentence: &Range<usize>, start: usize) -> Option<&PlaceMention> {
        let words = self.words;
        let before = self
            .places
            .partition_point(|place| place.tokens.end <= start);
        let place = self.places[..before]
            .last()
            .filter(|place| place.tokens.start >= sentence.start)?;
        let gap = start - place.tokens.end;
        let close = gap == 0
            || (gap == 1
                && words.is_word(place.tokens.end)
                && !words.is_capitalised(place.tokens.end));
        let owns =
            matches!(place.sort, Sort::Country) && place.genitive || place.sort == Sort::Adjective;
        (close && owns && !place.country.is_empty()).then_some(place)
    }
}

/// Whether a class of office that the text names covers one that somebody held.
fn same_office(named: &str, held: &str) -> bool {
    // Who ruled, but nobody knows as what.
    let ruled = held == "effective-leader";
    named == held
        || match named {
            "prime-minister" => held == "chancellor" || ruled,
            "chancellor" => held == "prime-minister" || ruled,
            "president" => held == "acting-president" || held == "former-president" || ruled,
            "head-of-state" => matches!(held, "president" | "monarch") || ruled,
            "leader" => matches!(
                held,
                "president"
                    | "prime-minister"
                    | "chancellor"
                    | "supreme-leader"
                    | "paramount-leader"
                    | "effective-leader"
                    | "general-secretary"
                    | "party-leader"
                    | "opposition-leader"
                    | "rebel-leader"
            ),
            _ => false,
        }
}
