//! The names of persons in a text, without its events.

use super::ground::Ground;
use super::knowledge::Knowledge;
use super::record::person_id;
use crate::chronology::PersonId;
use crate::lang::Language;
use crate::people::{Form, Mention};
use crate::text::{Span, Words, sentences};
use crate::time::Day;

/// A place in a text that names a person.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    /// Its words.
    pub span: Span,
    /// [`Form::Full`] or [`Form::Short`].
    pub form: Form,
    /// Who is named.
    pub person: PersonId,
}

/// Every name of a person in a text, in order. Offices and pronouns are left out.
pub fn names(
    text: &str,
    language: &Language,
    published: Option<Day>,
    knowledge: &Knowledge,
) -> Vec<Named> {
    let sentences = sentences(text, &language.head.abbreviations);
    let words = Words::new(text, &sentences);
    let ground = Ground::new(&words, language, published, knowledge);
    let named = |mention: &Mention| {
        let who = *mention.who.first()?;
        matches!(mention.form, Form::Full | Form::Short).then(|| Named {
            span: words.span(mention.tokens.clone()),
            form: mention.form,
            person: person_id(who, &ground.linked, knowledge),
        })
    };
    ground.linked.mentions.iter().filter_map(named).collect()
}
