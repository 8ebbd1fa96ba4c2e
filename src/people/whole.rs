//! The first walk of the linker: names of two words and more.

use super::linker::{Linker, WholeName, stem};
use super::mention::Who;
use super::short::surname;
use crate::text::{TokenKind, folded_words};
use crate::world::Sort;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

/// Sentences that tell whom an article is about: its headline and the first of its text.
const HEAD: usize = 2;
/// Whoever is named more seldom than this, set against the most named, is no topic.
const LEAST_SHARE: f64 = 0.25;

/// As much as it takes to believe in a name by its shape.
const ENOUGH: i32 = 3;
/// So many of one surname are looked at for the longer form of a name.
const NAMESAKES: usize = 50;

impl Linker<'_> {
    /// First walk: names of two words and more.
    pub(super) fn whole_names(&mut self) -> Vec<WholeName> {
        let mut found = Vec::new();
        for sentence in &self.words.of_sentence {
            let mut at = sentence.start;
            while at < sentence.end {
                let name = self
                    .roster_name(at, sentence.end)
                    .or_else(|| self.shaped_name(at, sentence));
                match name {
                    Some(name) => {
                        at = name.tokens.end;
                        let office = self.office_before(sentence.start, name.tokens.start);
                        self.know(name.who).extend(office);
                        found.push(name);
                    }
                    // What is no name as a whole hides none: "International Monetary Fund".
                    None => at = self.after_refused(at, sentence),
                }
            }
        }
        found
    }

    /// How often the article names those it names most, as shares of the most named. The headline and the first
    /// sentence count twice.
    pub(super) fn shares_of_names(&self, whole: &[WholeName]) -> BTreeMap<Who, f64> {
        let words = self.words;
        let mut surnames: BTreeMap<String, Option<Who>> = BTreeMap::new();
        for who in whole.iter().map(|name| name.who).collect::<BTreeSet<_>>() {
            let name = match who {
                Who::Roster(number) => folded_words(&self.roster.person(number).name_en),
                Who::Other(number) => self.others[number].folded.clone(),
            };
            for part in [name.first(), surname(&name)].into_iter().flatten() {
                // Whose name two bear is nobody's.
                surnames
                    .entry(part.clone())
                    .and_modify(|known| *known = known.filter(|known| *known == who))
                    .or_insert(Some(who));
            }
        }
        let mut times: BTreeMap<Who, f64> = BTreeMap::new();
        let mut count = |who: Who, at: usize| {
            let weight = if words.sentence_of(at) < HEAD {
                2.0
            } else {
                1.0
            };
            *times.entry(who).or_default() += weight;
        };
        for name in whole {
            count(name.who, name.tokens.start);
        }
        let in_whole = |at: usize| {
            let before = whole.partition_point(|name| name.tokens.end <= at);
            whole
                .get(before)
                .is_some_and(|name| name.tokens.contains(&at))
        };
        for at in (0..words.len()).filter(|at| words.is_capitalised(*at) && !in_whole(*at)) {
            let word = &words.folded()[at];
            let who = surnames.get(&**word).or_else(|| surnames.get(stem(word)));
            if let Some(Some(who)) = who {
                count(*who, at);
            }
        }
        let most = times.values().copied().fold(1.0, f64::max);
        times
            .into_iter()
            .map(|(who, times)| (who, times / most))
            .filter(|(_, share)| *share >= LEAST_SHARE)
            .collect()
    }

    /// Where to look on after a place that begins no name: behind a run of capitals that was refused, unless
    /// it opens with a title or a sentence's first word.
    pub(super) fn after_refused(&self, at: usize, sentence: &Range<usize>) -> usize {
        let opening = self.opens(at, sentence) || self.begins_title(at, sentence.end);
        match self.capitalised_run(at, sentence.end) {
            Some(run)
                if !opening
                    && !self.leads_in(&run, sentence)
                    && (at + 1..run.end).all(|next| self.roster_name(next, run.end).is_none()) =>
            {
                run.end
            }
            _ => at + 1,
        }
    }

    /// Whether a title or an honorific begins at a token.
    pub(super) fn begins_title(&self, at: usize, end: usize) -> bool {
        self.tables.title(self.words, at, end).is_some()
            || self.tables.is_titled(&self.words.lower[at])
            || self.tables.title_before(self.words, at, at + 1).is_some()
    }

    /// The class of office in the title right before a name.
    pub(super) fn office_before(&self, start: usize, at: usize) -> Option<String> {
        let title = self.tables.title_before(self.words, start, at)??;
        Some(self.tables.offices[title.title].class.clone())
    }

    pub(super) fn roster_name(&self, at: usize, end: usize) -> Option<WholeName> {
        if !self.words.is_capitalised(at) || (self.taken)(at) {
            return None;
        }
        let found = self.roster.named(&self.words.folded()[at..end])?;
        let range = at..at + found.len;
        let n_words = range.clone().filter(|i| self.words.is_word(*i)).count();
        if n_words < 2 || !self.words.is_capitalised(self.last_word(&range)) && n_words == 2 {
            return None;
        }
        let who = self.best(found.values, at, 0)?;
        // "King Harald": the title is no part of the name.
        let title = self.tables.title(self.words, at, range.end);
        let start = title.map_or(at, |title| title.tokens.end);
        Some(WholeName {
            tokens: if start < range.end {
                start..range.end
            } else {
                range
            },
            genitive: found.genitive,
            who: Who::Roster(who),
        })
    }

    pub(super) fn last_word(&self, range: &Range<usize>) -> usize {
        range
            .clone()
            .rev()
            .find(|i| self.words.is_word(*i))
            .unwrap_or(range.start)
    }

    /// A name by its shape: capitalised words with a given name in front, a title before them, or where
    /// only a name can stand.
    pub(super) fn shaped_name(&mut self, at: usize, sentence: &Range<usize>) -> Option<WholeName> {
        let words = self.words;
        if self.begins_title(at, sentence.end) {
            return None;
        }
        let range = self.capitalised_run(at, sentence.end)?;
        let n_words = range
            .clone()
            .filter(|i| words.is_capitalised(*i) && (*i == at || words.word(*i - 1) != "-"))
            .count();
        let last = self.last_word(&range);
        let given = self.roster.given_name(&words.folded()[at]);
        let organisation = self.tables.organisations.contains(&*words.lower[last]);
        let place = self
            .place_at(at)
            .is_some_and(|place| place.tokens.end >= range.end || given.is_none());
        let refused = organisation || place || self.tables.not_names.contains(&*words.lower[last]);
        if n_words < 2 || refused || self.tables.common.contains(&*words.lower[at]) {
            return None;
        }
        let opening = self.opens(at, sentence);
        // "Hils Kari Lunde": a sentence's first word that is no name.
        if given.is_none() && opening && self.is_plain(at) {
            return None;
        }
        if self.leads_in(&range, sentence) {
            return None;
        }
        if self.goes_on_in_capitals(&range, sentence) {
            return None;
        }
        let weight = self.shape(&range, sentence, n_words, given.is_some());
        if weight < ENOUGH {
            if weight > 0 {
                self.doubtful.push(range);
            }
            return None;
        }
        Some(self.whole_name(range))
    }

    /// Takes a run of words for somebody's name.
    fn whole_name(&mut self, range: Range<usize>) -> WholeName {
        let given = self.roster.given_name(&self.words.folded()[range.start]);
        let (name, genitive) = self.plain_name(&range);
        let who = self.other(name, given.flatten());
        WholeName {
            tokens: range,
            genitive,
            who,
        }
    }

    /// Takes up the doubtful names that turned out to be somebody's: the same name is plain elsewhere, or
    /// its last word stands alone for a person.
    pub(super) fn settle_doubtful(&mut self, whole: &mut Vec<WholeName>) {
        for range in std::mem::take(&mut self.doubtful) {
            let folded = &self.words.folded()[range.clone()];
            let last = folded.last().map_or("", |word| &**word);
            let (key, lone) = [last, stem(last)]
                .into_iter()
                .find_map(|key| Some((key.to_owned(), *self.lone.get(key)?)))
                .map_or((String::new(), None), |(key, who)| (key, Some(who)));
            let alone = [last, stem(last)]
                .iter()
                .any(|key| self.alone.get(*key).is_some_and(|weight| *weight > 0));
            if lone.is_none() && !alone && !self.is_named(folded) {
                continue;
            }
            let name = match lone {
                // "Mitt Obama": whom the roster knows by that word has another name.
                Some(Who::Roster(_)) => continue,
                _ => self.whole_name(range),
            };
            if lone.is_some() {
                self.lone.insert(key, name.who);
            }
            self.know(name.who);
            whole.push(name);
        }
        whole.sort_by_key(|name| name.tokens.start);
    }

    /// Whether somebody has that name, word for word.
    fn is_named(&self, folded: &[Cow<str>]) -> bool {
        let name: Vec<String> = folded.iter().map(|word| word.to_string()).collect();
        self.by_name.contains_key(&name)
    }

    /// How much a run of capitalised words looks like somebody's name, by its words and those around it.
    fn shape(
        &self,
        range: &Range<usize>,
        sentence: &Range<usize>,
        n_words: usize,
        given: bool,
    ) -> i32 {
        let words = self.words;
        let folded = words.folded();
        let mut weight = self.surroundings(range, sentence);
        if self.roster.is_usual_given(&folded[range.start]) {
            weight += 5;
        } else if given {
            weight += 3;
        }
        let last = &folded[self.last_word(range)];
        if [&**last, stem(last)]
            .iter()
            .any(|last| self.roster.surname(last) || self.tables.surname_ending(last))
        {
            weight += 3;
        }
        let inner = range.clone().skip(1);
        if inner
            .clone()
            .any(|at| self.roster.is_usual_given(&folded[at]))
        {
            weight += 2;
        }
        // "Ri Yong-ho": a hyphen before a small letter.
        if inner
            .clone()
            .any(|at| words.word(at - 1) == "-" && !words.is_capitalised(at))
        {
            weight += 6;
        }
        // "egyptiske Aida Mansur".
        let citizen = range.start > sentence.start
            && !words.is_capitalised(range.start - 1)
            && self
                .place_at(range.start - 1)
                .is_some_and(|place| place.sort == Sort::Adjective);
        if citizen {
            weight += 2;
        }
        let initial = |at: &usize| words.is_word(*at) && words.word(*at).chars().count() == 1;
        if range.clone().any(|at| initial(&at)) {
            weight += 2;
        }
        if !self.opens(range.start, sentence) {
            weight += 1;
        }
        if !self.stands_alone(range.start, sentence, true) {
            let usual = self.roster.is_usual_given(&folded[range.start]);
            weight -= if usual { 2 } else { 4 };
        }
        weight - if n_words > 3 { 1 } else { 0 }
    }

    /// Whether the first word of a run stands before a name, and is none: "Skipper Ola Lunde", "Venstres Kari
    /// Lunde".
    fn leads_in(&self, run: &Range<usize>, sentence: &Range<usize>) -> bool {
        let folded = self.words.folded();
        run.len() > 2
            && self.roster.given_name(&folded[run.start]).is_none()
            && self.roster.is_usual_given(&folded[run.start + 1])
            && (folded[run.start].ends_with('s') || self.opens(run.start, sentence))
    }

    /// Whether a run is only the beginning of something in capitals that is no name: "Dyre Vaa-samlingene".
    pub(super) fn goes_on_in_capitals(&self, run: &Range<usize>, sentence: &Range<usize>) -> bool {
        let words = self.words;
        run.end < sentence.end
            && words.is_capitalised(run.end)
            && self.place_at(run.end).is_none()
            && !words.lower[run.end - 1].ends_with(['s', '\'', '’'])
    }

    /// Whether a token is an abbreviation in capitals: "NRK", "KrFs". Numerals of rulers are none.
    pub(super) fn is_acronym(&self, token: usize) -> bool {
        let word = self.words.word(token);
        let capitals = word.chars().filter(|c| c.is_uppercase()).count();
        let numeral = token > 0 && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
        capitals > 1 && capitals * 2 >= word.chars().count() && !numeral && !word.contains('.')
    }

    /// Whether a token is the first part of a word like "Lillevik-ordfører".
    pub(super) fn begins_compound(&self, token: usize, end: usize, inside: bool) -> bool {
        let words = self.words;
        if token + 2 >= end || words.word(token + 1) != "-" || !self.touches(token + 1) {
            return false;
        }
        // "Jong-un" is a name: its last part is short, and no word.
        let part = &*words.lower[token + 2];
        let syllable = inside
            && part.chars().count() <= 5
            && !self.tables.is_titled(part)
            && !self.small.contains(part);
        !words.is_capitalised(token + 2) && !syllable
    }

    /// Folds the names that are the end of a longer one of the text into it: "Lie Berg" of "Per Lie Berg".
    pub(super) fn join_shortened(&self, whole: &mut [WholeName]) {
        let mut by_last: HashMap<&str, Vec<usize>> = HashMap::new();
        for (number, other) in self.others.iter().enumerate() {
            if let Some(last) = other.folded.last() {
                by_last.entry(last).or_default().push(number);
            }
        }
        for name in whole {
            let Who::Other(number) = name.who else {
                continue;
            };
            let folded = &self.others[number].folded;
            let namesakes = folded.last().and_then(|last| by_last.get(last.as_str()));
            let longer = namesakes
                .into_iter()
                .flatten()
                .take(NAMESAKES)
                .find(|other| {
                    let other = &self.others[**other].folded;
                    other.len() > folded.len() && other.ends_with(folded)
                });
            if let Some(longer) = longer {
                name.who = Who::Other(*longer);
            }
        }
    }

    /// The tokens of a run of capitalised words, with initials, hyphens and particles inside.
    pub(super) fn capitalised_run(&self, at: usize, end: usize) -> Option<Range<usize>> {
        let words = self.words;
        let name_word = |i: usize| {
            i < end
                && (words.is_capitalised(i) || i > at && is_elided(words.word(i)))
                && !(self.taken)(i)
                && !self.is_acronym(i)
                && !self.begins_compound(i, end, i > at)
                && !self.tables.not_names.contains(&*words.lower[i])
                && !self.tables.not_names.contains(stem(&words.lower[i]))
                && !self
                    .place_at(i)
                    .is_some_and(|place| place.sort == Sort::Adjective)
        };
        if !name_word(at) {
            return None;
        }
        let mut stop = at + 1;
        loop {
            let initial = words.word(stop - 1).chars().count() == 1;
            // "besøkte Støre København": a place behind a surname is no part of the name.
            let place = self.roster.given_name(&words.folded()[at]).is_none()
                && self
                    .place_at(stop)
                    .is_some_and(|place| place.sort != Sort::Seat);
            if name_word(stop) && !place && words.tokens[stop - 1].kind == TokenKind::Word {
                let body =
                    stop - 1 > at && self.tables.organisations.contains(&*words.lower[stop - 1]);
                if self.ends_genitive(stop - 1) && stop - 1 > at
                    || self.is_owner(stop - 1, at)
                    || body
                {
                    break;
                }
                stop += 1;
            } else if stop + 2 < end
                && self.tables.particles.contains(&*words.lower[stop])
                && words.word(stop + 1) == "-"
                && name_word(stop + 2)
            {
                // "Walid al-Amiri".
                stop += 3;
            } else if stop + 1 < end && self.leads_on(stop, initial) && words.is_word(stop + 1) {
                let hyphen = words.word(stop) == "-";
                if !hyphen && !name_word(stop + 1) || self.begins_compound(stop - 1, end, true) {
                    break;
                }
                stop += 2;
            } else {
                break;
            }
            if stop - at > 9 {
                break;
            }
        }
        Some(at..stop)
    }

    /// Whether a token inside a name leads on to its next word: the full stop of an initial, a hyphen, "van".
    pub(super) fn leads_on(&self, token: usize, after_initial: bool) -> bool {
        match self.words.word(token) {
            "." => after_initial,
            "-" => self.touches(token),
            _ => self.tables.particles.contains(&*self.words.lower[token]),
        }
    }

    pub(super) fn touches(&self, token: usize) -> bool {
        let tokens = &self.words.tokens;
        tokens[token - 1].span.end == tokens[token].span.start
            && tokens[token].span.end == tokens[token + 1].span.start
    }

    /// Whether a word in a run that begins at `at` is a name in the genitive, so that what follows is owned:
    /// "Kafkas Prosessen", "Per Lundes Nordlys".
    fn is_owner(&self, token: usize, at: usize) -> bool {
        let word = &self.words.folded()[token];
        let Some(bare) = word.strip_suffix('s').filter(|bare| bare.len() > 2) else {
            return false;
        };
        let name = |word: &str| {
            self.roster.is_usual_given(word) && token == at
                || self.roster.surname(word)
                || token > at && self.tables.surname_ending(word)
        };
        name(bare) && !name(word) && self.roster.given_name(word).is_none()
    }

    pub(super) fn ends_genitive(&self, token: usize) -> bool {
        let word = self.words.word(token);
        word.ends_with("'s") || word.ends_with("’s") || word.ends_with('’') || word.ends_with('\'')
    }

    /// A name as the text has it, without a genitive ending; a bare `s` is taken off where the article also
    /// has the name without it.
    pub(super) fn plain_name(&self, range: &Range<usize>) -> (String, bool) {
        let words = self.words;
        let name = words.span(range.clone()).of(words.text);
        for ending in ["'s", "’s", "'", "’"] {
            if let Some(stem) = name.strip_suffix(ending) {
                return (stem.to_owned(), true);
            }
        }
        let last = self.last_word(range);
        let stem = words.folded()[last]
            .strip_suffix('s')
            .filter(|stem| stem.len() > 2);
        match stem {
            Some(stem) if self.capital.contains(stem) || self.is_owner(last, range.start) => {
                (name[..name.len() - 1].to_owned(), true)
            }
            _ => (name.to_owned(), false),
        }
    }
}

/// "d'Arc".
fn is_elided(word: &str) -> bool {
    let rest = word.strip_prefix("d'").or_else(|| word.strip_prefix("d’"));
    rest.is_some_and(|rest| rest.starts_with(char::is_uppercase))
}
