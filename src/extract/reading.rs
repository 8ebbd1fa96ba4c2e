//! Reads an article: sentence by sentence, clause by clause, into events.

use super::clause::{Clause, Hit};
use super::counted::{Counted, counted};
use super::ground::Ground;
use super::kind::{is_ordering, kind_of, status_of};
use super::knowledge::{Knowledge, Tables};
use super::label;
use super::lexicon::Opener;
use super::merge;
use super::participants::{everybody, inside, of_noun, opens_with_verb, participants};
use super::place;
use crate::chronology::{ArticleId, Event, Kind, Note, Person, PersonId, Place, Status};
use crate::lang::Language;
use crate::people::{self, Linked, Who};
use crate::tagger::{TimeExpression, TimexType};
use crate::text::{CodePoints, Words};
use crate::time::{Day, Interval};
use crate::world::PlaceMention;
use std::collections::BTreeSet;
use std::ops::Range;

/// What an article tells.
#[derive(Debug)]
pub(super) struct Reading {
    pub persons: Vec<Person>,
    pub events: Vec<Event>,
    pub notes: Vec<Note>,
    pub expressions: Vec<TimeExpression>,
    pub linked: Linked,
}

/// Reads an article whose language and date are settled.
pub(super) fn read(
    words: &Words,
    language: &Language,
    published: Option<Day>,
    knowledge: &Knowledge,
    article: ArticleId,
) -> Reading {
    let tables = knowledge.tables(language);
    let ground = Ground::new(words, language, published, knowledge);
    let reader = Reader {
        words,
        language,
        published,
        knowledge,
        tables,
        article,
        expressions: &ground.expressions,
        taken: &ground.taken,
        placed: &ground.placed,
        places: &ground.places,
        linked: &ground.linked,
        points: CodePoints::new(words.text),
    };
    let (persons, events, notes) = reader.read(&ground.clauses);
    Reading {
        persons,
        events,
        notes,
        expressions: ground.expressions,
        linked: ground.linked,
    }
}

pub(super) struct Reader<'a> {
    pub words: &'a Words<'a>,
    pub language: &'a Language,
    pub published: Option<Day>,
    pub knowledge: &'a Knowledge,
    pub tables: &'a Tables,
    pub article: ArticleId,
    pub expressions: &'a [TimeExpression],
    pub taken: &'a [bool],
    pub placed: &'a [bool],
    pub places: &'a [PlaceMention],
    pub linked: &'a Linked,
    pub points: CodePoints,
}

/// What a clause gives before it is an event.
pub(super) struct Draft<'a> {
    pub tokens: Range<usize>,
    pub kind: Kind,
    pub status: Status,
    pub expression: &'a TimeExpression,
    pub who: Vec<Who>,
    pub place: Option<Place>,
    pub count: u32,
    pub title: String,
}

impl<'a> Reader<'a> {
    fn read(&self, clauses: &[Vec<Clause>]) -> (Vec<Person>, Vec<Event>, Vec<Note>) {
        let mut events: Vec<Event> = Vec::new();
        let mut used: BTreeSet<usize> = BTreeSet::new();
        for (number, sentence) in clauses.iter().enumerate() {
            if self.is_clutter(number) {
                continue;
            }
            for draft in self.sentence(sentence, &events) {
                used.insert(draft.expression.span.start);
                let event = self.event(draft, &events);
                events.push(event);
            }
        }
        let mut events = merge::within(events);
        self.repeat(clauses, &mut events);
        self.knowledge.landmarks.narrow(&mut events, self.language);
        events.sort_by_key(|event| event.id);
        (self.persons(), events, self.notes(&used))
    }

    /// Credits, links and bylines tell of nothing.
    pub(super) fn is_clutter(&self, sentence: usize) -> bool {
        let tokens = self.words.of_sentence[sentence].clone();
        let lexicon = &self.tables.lexicon;
        let lower = &self.words.lower[tokens];
        let credit = lexicon.clutter.longest(lower, false).is_some_and(|found| {
            lower
                .get(found.len)
                .is_none_or(|next| matches!(&**next, ":" | "|") || found.len > 1)
        });
        credit
            || lexicon
                .published
                .longest(lower, false)
                .is_some_and(|found| {
                    lower.get(found.len).is_some_and(|next| next == ":") || lower.len() < 8
                })
    }

    /// The events of one sentence.
    fn sentence(&self, clauses: &[Clause], told: &[Event]) -> Vec<Draft<'a>> {
        let mut drafts: Vec<Draft> = Vec::new();
        // A date whose own clause tells of nothing: "sist de møttes, var for åtte år siden".
        let mut idle: Option<(usize, &TimeExpression)> = None;
        for number in 0..clauses.len() {
            let clause = &clauses[number];
            let dated = self.dates_in(clause);
            let before = drafts.len();
            if let Some(first) = dated.first().copied() {
                self.clause(clauses, number, dated, told, &mut drafts);
                if drafts.len() == before {
                    idle = Some((number, first));
                } else if !clause.depends() {
                    idle = None;
                }
                continue;
            }
            let waiting = idle.filter(|(at, _)| {
                if clause.opener == Some(Opener::Subordinate) {
                    at + 1 == number
                } else {
                    // "10. juni, da saken var avgjort, reiste hun": the date is the main clause's.
                    clause.opener.is_none() && self.is_only_date(&clauses[*at])
                }
            });
            if let Some((_, expression)) = waiting {
                drafts.extend(
                    self.told_event(clauses, number, expression)
                        .filter(|draft| !draft.who.is_empty() || !clause.depends()),
                );
                idle = None;
            } else if !self.goes_on(clauses, number, drafts.last_mut()) {
                drafts.extend(self.beside(clauses, number, drafts.last()));
            }
        }
        if let Some((at, expression)) = idle.filter(|(at, _)| drafts.is_empty() && *at > 0) {
            drafts.extend(
                self.told_event(clauses, at - 1, expression)
                    .filter(|draft| !draft.who.is_empty()),
            );
        }
        drafts
    }

    /// Whether a clause holds a date and hardly a word beside it.
    fn is_only_date(&self, clause: &Clause) -> bool {
        let words = self.words;
        let others = clause.tokens.clone();
        others
            .filter(|at| words.is_word(*at) && !self.taken[*at])
            .count()
            < 2
    }

    /// A clause without a date that goes on with what the one before tells, "reiste til Beijing og snakket med
    /// Zhou", "ble valgt i 2012, da hun slo Moon", "det ble kjent at Putin vil …": those in it take part too.
    fn goes_on(&self, clauses: &[Clause], number: usize, last: Option<&mut Draft<'a>>) -> bool {
        let Some(last) = last else {
            return false;
        };
        let clause = &clauses[number];
        let follows = number > 0 && last.tokens.end == clauses[number - 1].tokens.end;
        if !follows
            || status_of(self.words, &clause.tokens, &self.tables.lexicon, &|_| false).is_none()
        {
            return false;
        }
        let Some(kind) = kind_of(self.words, clause, &self.tables.lexicon) else {
            return false;
        };
        let elided = clause.opener == Some(Opener::Joined)
            && opens_with_verb(self.words, clause, &self.tables.lexicon)
            && kind != Kind::Statement;
        let explains = clause.opener == Some(Opener::Subordinate)
            && last.kind != Kind::Statement
            && (last.who.is_empty()
                || kind == last.kind
                || clauses[number - 1].verbs().next().is_none());
        if !(elided || explains) {
            return false;
        }
        let mentions = &self.linked.mentions;
        let lexicon = &self.tables.lexicon;
        let who = everybody(participants(
            self.words, clauses, number, kind, mentions, lexicon,
        ));
        for who in who {
            if !last.who.contains(&who) {
                last.who.push(who);
            }
        }
        elided
    }

    /// The expressions in a clause that place an event.
    pub(super) fn dates_in(&self, clause: &Clause) -> Vec<&'a TimeExpression> {
        if clause.is_dateline {
            return Vec::new();
        }
        let span = self.words.span(clause.tokens.clone());
        let start = self
            .expressions
            .partition_point(|expression| expression.span.start < span.start);
        self.expressions[start..]
            .iter()
            .take_while(|expression| expression.span.start < span.end)
            .filter(|expression| expression.interval.is_some() && expression.kind != TimexType::Set)
            .collect()
    }

    fn clause(
        &self,
        clauses: &[Clause],
        number: usize,
        mut dated: Vec<&'a TimeExpression>,
        told: &[Event],
        drafts: &mut Vec<Draft<'a>>,
    ) {
        let clause = &clauses[number];
        let words = self.words;
        let lexicon = &self.tables.lexicon;
        let several = counted(words, clause, &self.linked.mentions, lexicon, &|word| {
            self.number(word)
        });
        if !several.is_empty() {
            let expression = finest(&dated);
            let subject = self.subject(clause, several[0].tokens.start, &several, told);
            drafts.extend(
                several
                    .into_iter()
                    .map(|event| self.counted_event(clause, event, expression, &subject)),
            );
            return;
        }
        dated.retain(|expression| match self.named_event(clause, expression) {
            Some(draft) => {
                drafts.push(draft);
                false
            }
            None => true,
        });
        if !dated.is_empty() {
            drafts.extend(self.told_event(clauses, number, finest(&dated)));
        }
    }

    fn counted_event(
        &self,
        clause: &Clause,
        event: Counted,
        expression: &'a TimeExpression,
        subject: &[Who],
    ) -> Draft<'a> {
        let words = self.words;
        let title = |tokens: Range<usize>| self.title(clause, tokens);
        let title = if event.tokens.contains(&event.noun.start) {
            title(event.tokens.clone())
        } else {
            // The noun stands before, where the counting began.
            let start = event.tokens.start;
            let noun = words.span(event.noun.clone()).of(words.text);
            let rest = words.span(start + 1..event.tokens.end).of(words.text);
            format!("{} {noun} {rest}", title(start..start + 1))
        };
        let mut who = subject.to_vec();
        who.extend(event.with.iter().filter(|who| !subject.contains(who)));
        Draft {
            place: self.place(&event.tokens, event.kind),
            tokens: event.tokens,
            kind: event.kind,
            status: Status::Happened,
            expression,
            who,
            count: event.count,
            title,
        }
    }

    /// A title from some words of a clause.
    pub(super) fn title(&self, clause: &Clause, tokens: Range<usize>) -> String {
        // "Styrte landet i tolv år": a length of time is no date, and stays.
        let dates = |at: usize| self.placed[at];
        label::title(
            self.words,
            clause,
            tokens,
            &self.linked.mentions,
            &self.tables.lexicon,
            &dates,
        )
    }

    /// An event told by a clause.
    fn told_event(
        &self,
        clauses: &[Clause],
        number: usize,
        expression: &'a TimeExpression,
    ) -> Option<Draft<'a>> {
        let clause = &clauses[number];
        let words = self.words;
        let lexicon = &self.tables.lexicon;
        let kind = kind_of(words, clause, lexicon)?;
        let status = status_of(words, &clause.tokens, lexicon, &|at| self.taken[at])?;
        // A bare date, or a heading with one, tells of nothing.
        let content = clause
            .tokens
            .clone()
            .filter(|at| words.is_word(*at) && !self.taken[*at])
            .count();
        let open = expression
            .interval
            .is_some_and(|interval| interval.start.is_none() || interval.end.is_none());
        if content < 2 || open && clause.verbs().next().is_none() {
            return None;
        }
        let who = everybody(participants(
            words,
            clauses,
            number,
            kind,
            &self.linked.mentions,
            lexicon,
        ));
        // "• Født i Roma", "April 1988 – Returns from England": a list's lines are about whom the article is.
        let who = match self.linked.topic {
            Some(topic) if who.is_empty() && self.is_line_of_list(clauses, number) => vec![topic],
            _ => who,
        };
        // Who is somewhere is somebody: "sist de møttes, var i Vladivostok" tells of the meeting.
        let has_subject = inside(&self.linked.mentions, &clause.tokens)
            .iter()
            .any(|mention| mention.part == people::Part::Subject);
        if kind == Kind::Visit && clause.hits.is_empty() && !has_subject {
            return None;
        }
        // Who travels is somebody: "avtalen kom etter tre dager" is no journey.
        let kind = if kind == Kind::Travel && who.is_empty() {
            Kind::Other
        } else {
            kind
        };
        let place = self
            .place(&clause.tokens, kind)
            .or_else(|| self.place_before(clauses, number, kind));
        // "Trump sa at …": what was said is told by the clause behind.
        let said = clauses
            .get(number + 1)
            .filter(|next| kind == Kind::Statement && next.opener == Some(Opener::Subordinate));
        let title = self.title(
            clause,
            clause.tokens.start..said.and(clauses.last()).unwrap_or(clause).tokens.end,
        );
        // A clause that begins with its verb has its subject elsewhere.
        let verb_first = opens_with_verb(words, clause, lexicon)
            && !inside(&self.linked.mentions, &clause.tokens)
                .iter()
                .any(|mention| mention.part == people::Part::Subject);
        let title = match who.first() {
            Some(subject) if verb_first => {
                let (subject, title) = (self.surname(*subject), label::small(&title));
                label::cut(&format!("{subject} {title}")).to_owned()
            }
            _ => self.named(clause, title),
        };
        Some(Draft {
            tokens: clause.tokens.clone(),
            kind,
            status,
            expression,
            who,
            place,
            count: 1,
            title,
        })
    }

    /// A title that names the subject where the clause has a pronoun first.
    fn named(&self, clause: &Clause, title: String) -> String {
        let Some((first, rest)) = title.split_once(' ') else {
            return title;
        };
        let subject = inside(&self.linked.mentions, &clause.tokens)
            .iter()
            .find(|mention| {
                mention.form == people::Form::Pronoun && mention.part == people::Part::Subject
            });
        match subject.map(|mention| &mention.who[..]) {
            Some([who])
                if self
                    .tables
                    .lexicon
                    .pronouns
                    .contains(&*first.to_lowercase()) =>
            {
                label::cut(&format!("{} {rest}", self.surname(*who))).to_owned()
            }
            _ => title,
        }
    }

    /// What somebody is called in short.
    fn surname(&self, who: Who) -> String {
        let name = self.person(who).name;
        let last = name.split(' ').next_back().unwrap_or(&name);
        // "Margrethe II", "Kim Jong-un".
        let short = last.chars().count() < 4 || last.contains('-') || last.ends_with('.');
        if short { name } else { last.to_owned() }
    }

    /// Whether a clause without a subject opens a line of a list: behind a bullet, or a date and a mark.
    fn is_line_of_list(&self, clauses: &[Clause], number: usize) -> bool {
        let words = self.words;
        let clause = &clauses[number];
        let start = clauses[0].tokens.start;
        let verb = clause.first_verb.unwrap_or(clause.tokens.end);
        let head = start..verb;
        let bare = head.clone().all(|at| self.taken[at] || !words.is_word(at));
        let marked = head.clone().any(|at| !words.is_word(at) && !self.taken[at]);
        let sentence = words.sentence_of(start);
        let paragraph = |number: usize| words.sentences[number].paragraph;
        let opens = sentence == 0 || paragraph(sentence - 1) != paragraph(sentence);
        bare && marked && opens && verb < clause.tokens.end
    }

    /// The place of a clause before in the same sentence, for kinds of events that happen somewhere.
    fn place_before(&self, clauses: &[Clause], number: usize, kind: Kind) -> Option<Place> {
        if !matches!(
            kind,
            Kind::Meeting | Kind::Summit | Kind::Visit | Kind::Travel | Kind::Agreement
        ) {
            return None;
        }
        clauses[..number]
            .iter()
            .rev()
            .find_map(|before| self.place(&before.tokens, kind))
    }

    /// The place that some words give.
    pub(super) fn place(&self, tokens: &Range<usize>, kind: Kind) -> Option<Place> {
        let taken = |at: usize| self.taken[at];
        let mentions = &self.linked.mentions;
        place::place_of(
            self.words,
            tokens,
            kind,
            self.places,
            mentions,
            &taken,
            &self.tables.lexicon,
        )
    }

    /// A clause without a date beside a dated one: "… gikk av i 2000, og Halonen tok over".
    fn beside(
        &self,
        clauses: &[Clause],
        number: usize,
        last: Option<&Draft<'a>>,
    ) -> Option<Draft<'a>> {
        let last = last?;
        let clause = &clauses[number];
        let follows = number > 0
            && last.tokens.end <= clause.tokens.start
            && last.tokens.start >= clauses[number - 1].tokens.start;
        let joined = clause.opener == Some(Opener::Joined);
        if !follows || !joined {
            return None;
        }
        let draft = self.told_event(clauses, number, last.expression)?;
        let weighty = !matches!(draft.kind, Kind::Other | Kind::Statement);
        (weighty && !draft.who.is_empty() && draft.who != last.who).then_some(draft)
    }

    /// An event told by a noun with a date beside it: "torsdagens møte", "etter toppmøtet i fjor".
    fn named_event(&self, clause: &Clause, expression: &'a TimeExpression) -> Option<Draft<'a>> {
        let words = self.words;
        let lexicon = &self.tables.lexicon;
        let date = words.within(expression.span);
        let owner = expression.span.of(words.text).ends_with('s');
        let after = clause
            .nouns()
            .find(|noun| owner && (date.end..date.end + 3).contains(&noun.tokens.start));
        let before = clause
            .nouns()
            .take_while(|noun| noun.tokens.end <= date.start)
            .last()
            .filter(|noun| {
                let verb_between = clause.verbs().any(|verb| {
                    verb.tokens.start > noun.tokens.start && verb.tokens.end <= date.start
                });
                let state_only = clause.has_state && clause.verbs().next().is_none();
                !verb_between
                    && (is_ordering(words, noun, clause, lexicon)
                        || state_only && self.behind_preposition(noun, clause))
            });
        let (noun, tokens) = match (after, before) {
            (Some(noun), _) => (
                noun,
                date.start..self.end_of_phrase(clause, noun.tokens.end),
            ),
            (None, Some(noun)) => (noun, self.start_of_phrase(clause, noun)..date.end),
            _ => return None,
        };
        let mentions = of_noun(
            words,
            noun,
            tokens.end,
            clause,
            &self.linked.mentions,
            lexicon,
        );
        let title = self.title(clause, tokens.clone());
        Some(Draft {
            place: self.place(&tokens, noun.kind),
            kind: noun.kind,
            status: Status::Happened,
            expression,
            who: everybody(mentions),
            count: 1,
            title,
            tokens,
        })
    }

    fn behind_preposition(&self, noun: &Hit, clause: &Clause) -> bool {
        let start = self.start_of_phrase(clause, noun);
        start > clause.tokens.start
            && self
                .tables
                .lexicon
                .before_noun(&self.words.lower[start - 1])
    }

    /// Back over small words that belong to a noun: "det heller mislykkede toppmøtet".
    fn start_of_phrase(&self, clause: &Clause, noun: &Hit) -> usize {
        let words = self.words;
        let lexicon = &self.tables.lexicon;
        let mut start = noun.tokens.start;
        while start > clause.tokens.start && noun.tokens.start - start < 4 {
            let word = &*words.lower[start - 1];
            let determiner = lexicon.determiners.contains(word);
            let stops = !words.is_word(start - 1)
                || clause
                    .hits
                    .iter()
                    .any(|hit| hit.tokens.contains(&(start - 1)))
                || lexicon.ordering.contains(word)
                || !determiner && lexicon.before_noun(word);
            if stops {
                break;
            }
            start -= 1;
            if determiner {
                break;
            }
        }
        start
    }

    /// On to the verb or mark that ends a noun's phrase.
    fn end_of_phrase(&self, clause: &Clause, from: usize) -> usize {
        let lexicon = &self.tables.lexicon;
        (from..clause.tokens.end)
            .find(|at| {
                !self.words.is_word(*at)
                    || clause.verbs().any(|verb| verb.tokens.contains(at))
                    || lexicon.auxiliary.contains(&*self.words.lower[*at])
                    || lexicon.stative.contains(&*self.words.lower[*at])
            })
            .unwrap_or(clause.tokens.end)
    }

    /// The subject of what is counted: who stands before it. A pronoun is rather who is told to have met one
    /// of those counted than whoever was named last.
    fn subject(
        &self,
        clause: &Clause,
        until: usize,
        several: &[Counted],
        told: &[Event],
    ) -> Vec<Who> {
        let before = inside(&self.linked.mentions, &(clause.tokens.start..until));
        let Some(subject) = before.iter().find(|mention| !mention.genitive) else {
            return Vec::new();
        };
        if subject.form != people::Form::Pronoun || subject.who.len() != 1 {
            return subject.who.clone();
        }
        let with: Vec<PersonId> = several
            .iter()
            .flat_map(|event| &event.with)
            .map(|who| self.id(*who))
            .collect();
        let met = told.iter().rev().find_map(|event| {
            let [a, b] = event.participants.as_slice() else {
                return None;
            };
            match (with.contains(a), with.contains(b)) {
                (true, false) => Some(b.clone()),
                (false, true) => Some(a.clone()),
                _ => None,
            }
        });
        let known = self.linked.mentions.iter().flat_map(|mention| &mention.who);
        let met = met.and_then(|met| known.copied().find(|who| self.id(*who) == met));
        vec![met.unwrap_or(subject.who[0])]
    }

    fn number(&self, word: &str) -> Option<u32> {
        let in_words = || self.tables.lexicon.numbers.contains(word);
        word.parse()
            .ok()
            .or_else(|| in_words().then(|| self.language.time.number(word))?)
    }
}

/// The expression that says most exactly when; the first of equals.
fn finest<'e>(dated: &[&'e TimeExpression]) -> &'e TimeExpression {
    let length = |expression: &TimeExpression| {
        expression
            .interval
            .and_then(Interval::len)
            .unwrap_or(i64::MAX)
    };
    dated
        .iter()
        .copied()
        .min_by_key(|expression| length(expression))
        .expect("a dated clause has an expression")
}
