//! Walks over a text's tokens and takes the longest pattern at each place.

use super::lexicon::{Ending, Tagger};
use super::number::{self, Amount};
use super::slot::Slot;
use super::text::TimedText;
use super::vocabulary::{Roles, UNKNOWN};
use crate::lang::{DayPart, Meaning, Season, UnitWord, Which};
use crate::time::Modifier;
use std::ops::Range;

/// What a pattern's slots took.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Slots {
    pub day: Option<u32>,
    pub month: Option<u32>,
    /// A year as written; before Christ it is counted back from there.
    pub year: Option<i32>,
    pub before_christ: bool,
    pub weekday: Option<u32>,
    pub amount: Option<Amount>,
    /// A second amount: "two hours and three minutes", "ten or fifteen years".
    pub and_amount: Option<Amount>,
    pub ordinal: Option<u32>,
    pub unit: Option<UnitWord>,
    /// A second, larger unit: "the last week of the month".
    pub of_unit: Option<UnitWord>,
    pub season: Option<Season>,
    pub part: Option<DayPart>,
    pub hour: Option<u32>,
    pub minute: Option<u32>,
    /// Whether the hour is after noon.
    pub afternoon: Option<bool>,
    /// Whether the zone is that of Greenwich.
    pub utc: bool,
    /// Number of the holiday's rule.
    pub holiday: Option<usize>,
    pub which: Option<Which>,
    pub which_year: Option<Which>,
    pub which_week: Option<Which>,
    pub about: Option<Modifier>,
}

impl Slots {
    /// The year in the count of ISO 8601, in which 1 BC is 0.
    pub fn iso_year(&self) -> Option<i32> {
        self.year
            .map(|year| if self.before_christ { 1 - year } else { year })
    }
}

/// A pattern found at a place.
#[derive(Clone, Debug)]
pub(super) struct Match {
    pub tokens: Range<usize>,
    /// Number of the form.
    pub form: u32,
    pub slots: Slots,
    /// Whether it takes its month or year from another beside it: "27." in "27.–28. februar".
    pub shares: bool,
}

/// A year in four digits lies between these; a smaller or larger number is none.
const YEARS: std::ops::RangeInclusive<u32> = 1000..=2199;

/// Four digits between these are a year unless something speaks against it.
const LIKELY_YEARS: std::ops::RangeInclusive<i32> = 1900..=2059;

/// Years that an article before them is enough for, if no plural follows: "the 1777 campaign".
const FORMER_YEARS: std::ops::RangeInclusive<i32> = 1700..=1899;

/// The tokens of a sentence that are walked over, and the best end found so far.
struct Walk<'a> {
    tagger: &'a Tagger,
    text: &'a TimedText<'a>,
    sentence: Range<usize>,
    start: usize,
    best: Option<Match>,
    /// Where the best one ends with all that has to stand behind it.
    best_end: usize,
}

/// The longest pattern that begins at token `at` of a sentence.
pub(super) fn longest(
    tagger: &Tagger,
    text: &TimedText,
    at: usize,
    sentence: &Range<usize>,
) -> Option<Match> {
    let mut walk = Walk {
        tagger,
        text,
        sentence: sentence.clone(),
        start: at,
        best: None,
        best_end: 0,
    };
    walk.step(at, 0, &Slots::default());
    let best = walk.best?;
    if best.tokens.start > at {
        // "(In) the winter" gives way to "the winter of 1994".
        let inner = longest(tagger, text, best.tokens.start, sentence);
        return Some(
            inner
                .filter(|inner| inner.tokens.end > best.tokens.end)
                .unwrap_or(best),
        );
    }
    Some(best)
}

impl Walk<'_> {
    fn step(&mut self, at: usize, state: u32, slots: &Slots) {
        if let Some(ending) = self.tagger.ends[state as usize] {
            let tokens = self.start + usize::from(ending.before)..at - usize::from(ending.behind);
            // "44 days after (that)" tells more than "44 days after".
            let longer = self
                .best
                .as_ref()
                .is_none_or(|best| (best.tokens.end, self.best_end) < (tokens.end, at));
            if longer && self.holds(ending, &tokens, slots) {
                self.best_end = at;
                self.best = Some(Match {
                    tokens,
                    form: ending.form,
                    slots: *slots,
                    shares: false,
                });
            }
        }
        if at >= self.sentence.end {
            return;
        }
        if let Some(next) = self.tagger.steps.get(&(state, self.text.ids[at])) {
            self.step(at + 1, *next, slots);
        }
        let tagger = self.tagger;
        let lexeme = tagger.lexeme(self.text.ids[at]);
        let number = self.text.is_number(at);
        for (slot, next) in &tagger.slots[state as usize] {
            if !(lexeme.slots.has(*slot) || number && slot.takes_digits()) {
                continue;
            }
            let mut filled = *slots;
            if let Some(len) = self.take(at, *slot, &mut filled) {
                self.step(at + len, *next, &filled);
            }
        }
    }

    /// Fills a slot with what stands at `at`; gives how many tokens that took.
    fn take(&self, at: usize, slot: Slot, slots: &mut Slots) -> Option<usize> {
        let (tagger, text, end) = (self.tagger, self.text, self.sentence.end);
        let lexeme = tagger.lexeme(text.ids[at]);
        let rest = &text.ids[at..end];
        let digits = text.digits(at);
        let len = text.words.tokens[at].span.len();
        let short = digits.filter(|_| len <= 2);
        match slot {
            Slot::Day => slots.day = Some(short.filter(|day| (1..=31).contains(day))?),
            Slot::Month => slots.month = Some(self.month(at)?),
            Slot::MonthNumber => slots.month = Some(short.filter(|n| (1..=31).contains(n))?),
            Slot::Year => match digits {
                Some(year) => {
                    let year = Some(year).filter(|year| len == 4 && YEARS.contains(year))?;
                    slots.year = i32::try_from(year).ok();
                }
                None => {
                    let (year, len) = number::year_in_words(text, tagger, at, end)?;
                    slots.year = Some(year);
                    return Some(len);
                }
            },
            Slot::AncientYear => {
                slots.year = i32::try_from(digits.filter(|year| *year > 0 && *year < 3000)?).ok()
            }
            Slot::ShortYear => slots.year = Some(century_of(short.filter(|_| len == 2)?)),
            Slot::BeforeChrist => {
                slots.before_christ = true;
                return tagger.before_christ.longest(rest).map(|(_, len)| len);
            }
            Slot::Weekday => {
                slots.weekday = Some(self.weekday(at)?);
                slots.which = slots.which.or(lexeme.which);
                slots.part = slots.part.or(lexeme.part);
            }
            Slot::Amount => {
                let (amount, len) = tagger.amount(text, at, end)?;
                let place = if slots.amount.is_some() {
                    &mut slots.and_amount
                } else {
                    &mut slots.amount
                };
                *place = Some(amount);
                return Some(len);
            }
            Slot::Number => slots.amount = Some(Amount::whole(short.or(lexeme.number)?)),
            Slot::Ordinal => slots.ordinal = Some(lexeme.ordinal?),
            Slot::OrdinalEnding => {
                (lexeme.roles.has(Roles::ORDINAL_ENDING) && at > 0 && text.touches(at - 1))
                    .then_some(())?;
            }
            Slot::Unit | Slot::Units => {
                let unit = lexeme
                    .unit
                    .filter(|unit| slot == Slot::Unit || unit.plural)?;
                let place = if slots.unit.is_some() {
                    &mut slots.of_unit
                } else {
                    &mut slots.unit
                };
                *place = Some(unit);
            }
            Slot::Season => {
                // "Vår Frelsers kirke", in languages that write seasons small.
                let name = !tagger.capitalised
                    && at > self.sentence.start
                    && text.words.is_capitalised(at);
                slots.season = Some(
                    lexeme
                        .season
                        .filter(|_| !name || is_shouted(text.word(at)))?,
                );
                slots.which = slots.which.or(lexeme.which);
            }
            // "Onsdagskvelden" is a weekday with its part, no part alone.
            Slot::Part => {
                slots.part = Some(lexeme.part.filter(|_| lexeme.weekday.is_none())?);
            }
            Slot::Hour => slots.hour = Some(short.or(lexeme.number).filter(|hour| *hour <= 24)?),
            Slot::Minute => slots.minute = Some(short.filter(|minute| *minute < 60 && len == 2)?),
            Slot::HalfOfDay => {
                let (afternoon, len) = tagger.halves_of_day.longest(rest)?;
                slots.afternoon = Some(afternoon);
                return Some(len);
            }
            Slot::Zone => {
                let (utc, len) = tagger.zones.longest(rest)?;
                slots.utc = utc;
                return Some(len);
            }
            Slot::Holiday => {
                let (rule, len) = tagger.holidays.longest(rest)?;
                slots.holiday = Some(rule);
                return Some(len);
            }
            Slot::Which => {
                let (which, len) = tagger.which.longest(rest)?;
                slots.which = Some(which);
                return Some(len);
            }
            Slot::WhichYear => {
                let (which, len) = tagger.which_year.longest(rest)?;
                slots.which_year = Some(which);
                return Some(len);
            }
            Slot::WhichWeek => {
                let (which, len) = tagger.which_week.longest(rest)?;
                slots.which_week = Some(which);
                return Some(len);
            }
            Slot::YearsLater => {
                let (by, len) = tagger.years_later.longest(rest)?;
                slots.which_year = Some(Which { by, told: true });
                return Some(len);
            }
            Slot::HourMinute => {
                let clock = digits.filter(|_| len == 4)?;
                slots.hour = Some(clock / 100).filter(|hour| *hour < 24);
                slots.minute = Some(clock % 100).filter(|minute| *minute < 60);
                slots.hour.and(slots.minute)?;
            }
            Slot::AroundHour => slots.hour = Some(lexeme.around_hour?),
            Slot::HourWord => slots.hour = Some(lexeme.number.filter(|hour| *hour <= 12)?),
            Slot::Decade => slots.year = Some(lexeme.decade?),
            Slot::DecadeNumber => {
                let tens = short.filter(|tens| *tens >= 10 && tens % 10 == 0)?;
                slots.year = i32::try_from(1900 + tens).ok();
            }
            Slot::Length => {
                let (number, unit) = lexeme.length?;
                let plural = false;
                slots.amount = Some(Amount::whole(number));
                slots.unit = Some(UnitWord {
                    unit,
                    plural,
                    times: 1,
                });
            }
            Slot::About => {
                let (about, len) = tagger.about.longest(rest)?;
                slots.about = Some(about);
                return Some(len);
            }
        }
        Some(1)
    }

    /// A month's number, if the word is the month and no name, verb or planet.
    fn month(&self, at: usize) -> Option<u32> {
        let words = self.text.words;
        let month = self.tagger.lexeme(self.text.ids[at]).month?;
        let word = words.word(at);
        let opens = (self.sentence.start..at).all(|before| !words.is_word(before));
        let capital = words.is_capitalised(at);
        if at > self.sentence.start && self.tagger.names.contains(words.word(at - 1))
            || self.is_part_of_name(at)
        {
            return None;
        }
        if self.tagger.capitalised {
            // Where months are written with a capital, a small letter is another word: "he may", "the march".
            return capital.then_some(month);
        }
        // Where they are written small, a capital inside a sentence is a name: "Mars", "August Krogh"; and
        // "Mars Pathfinder" opens a sentence, and is no month for all that.
        let shouted = is_shouted(word);
        let next = at + 1..self.sentence.end;
        let named = !next.is_empty() && words.is_capitalised(next.start);
        let dated = !next.is_empty()
            && (self.text.is_number(next.start) || matches!(words.word(next.start), "–" | "-"))
            || !opens && !named && self.is_behind_day(at);
        (!capital || shouted || dated || opens && !named).then_some(month)
    }

    /// Whether a number that may be a day's stands before a token: "8 Aug", "3. Mars".
    fn is_behind_day(&self, at: usize) -> bool {
        let stop = usize::from(self.text.word(at - 1) == ".");
        let day = (at - 1)
            .checked_sub(stop)
            .filter(|day| *day >= self.sentence.start);
        day.and_then(|day| self.text.digits(day))
            .is_some_and(|day| (1..=31).contains(&day))
    }

    /// Whether a capitalised month stands in a name: "Jonathan May", "Mr. March", "his daughter, June Ellis".
    fn is_part_of_name(&self, at: usize) -> bool {
        let (text, words) = (self.text, self.text.words);
        let stranger = |at: usize| words.is_capitalised(at) && text.ids[at] == UNKNOWN;
        let next = Some(at + 1).filter(|next| *next < self.sentence.end);
        if !self.tagger.capitalised || next.is_some_and(|next| text.is_number(next)) {
            return false;
        }
        let before = (at > self.sentence.start).then(|| at - 1);
        if before.is_some_and(|at| text.is_number(at)) {
            return false;
        }
        let role = |role| before.is_some_and(|at| self.tagger.lexeme(text.ids[at]).roles.has(role));
        let preposed = role(Roles::YEAR_EVIDENCE) || role(Roles::SMALL_WORD);
        if before.is_some_and(stranger) || text.names.contains(&text.ids[at]) && !preposed {
            return true;
        }
        // "Chief executive August Brandt", "said May Tipene".
        let told = before.is_some_and(|at| text.ids[at] == UNKNOWN && words.is_word(at))
            || role(Roles::PAST)
            || role(Roles::SMALL_WORD) && !role(Roles::YEAR_EVIDENCE);
        let titled = before.is_some_and(|stop| {
            words.word(stop) == "."
                && stop > self.sentence.start
                && stranger(stop - 1)
                && text.touches(stop - 1)
        });
        // "Seit dem 1. Januar Chef": where all nouns have a capital, only the first word of a sentence tells.
        let nouns = self.tagger.capital_nouns;
        let apart = before.is_none_or(|at| !nouns && !words.is_word(at));
        titled || (apart || told && !nouns) && next.is_some_and(stranger)
    }

    /// A weekday's number, if the word is no name or other word in small letters: "sun".
    fn weekday(&self, at: usize) -> Option<u32> {
        let weekday = self.tagger.lexeme(self.text.ids[at]).weekday?;
        let words = self.text.words;
        let named = &self.tagger.names_before_days;
        if at > self.sentence.start && named.contains(words.word(at - 1)) {
            return None;
        }
        let small = self.tagger.capitalised && !words.is_capitalised(at);
        (!small || words.word(at).len() > 4).then_some(weekday)
    }

    /// Whether a match may stand: a bare year, month, hour or part of a day needs evidence.
    fn holds(&self, ending: Ending, tokens: &Range<usize>, slots: &Slots) -> bool {
        let (tagger, words) = (self.tagger, self.text.words);
        let rule = &tagger.rules[tagger.forms[ending.form as usize].rule];
        let end = tokens.end;
        if rule.opens && tokens.start != self.sentence.start {
            return false;
        }
        // A full stop at the end belongs to an abbreviation, or ends the sentence.
        if words.word(end - 1) == "." && !self.is_abbreviation(end - 2) {
            return false;
        }
        if rule.tight && !tokens.clone().skip(1).all(|at| self.text.touches(at - 1)) {
            return false;
        }
        if slots.part.is_some()
            && slots.hour.is_none()
            && rule.meaning == Meaning::TimeOfDay
            && self.is_attribute(end)
        {
            // "The night train".
            return false;
        }
        if tokens.len() > 1 || ending.before + ending.behind > 0 {
            return true;
        }
        let next = (end < self.sentence.end).then(|| words.word(end));
        if slots.year.is_some() && self.text.is_number(self.start) {
            return self.is_year(slots.year.unwrap_or(0));
        }
        if slots.month.is_some() {
            if tagger
                .lexeme(self.text.ids[tokens.start])
                .roles
                .has(Roles::ABBREVIATION)
            {
                // "Jan Kavan": an abbreviation needs a stop or a number beside it.
                return false;
            }
            // "May" at the start of a sentence is a verb or a wish, unless it heads a line.
            let verb = tagger.capitalised
                && words.word(self.start).len() == 3
                && self.start == self.sentence.start;
            return !verb || next.is_none_or(|n| n == ":" || n == ",");
        }
        // "Dale Weekly".
        if rule.meaning == Meaning::Set
            && rule.value.is_none()
            && tokens.start > self.sentence.start
            && words.is_capitalised(tokens.start)
        {
            return tagger.capital_nouns;
        }
        // A part of the day alone is a heading: "Kveld: Konsert".
        if slots.part.is_some() && rule.meaning == Meaning::TimeOfDay {
            let moment = matches!(slots.part, Some(DayPart::Noon | DayPart::Midnight));
            return moment || self.start == self.sentence.start && next == Some(":");
        }
        true
    }

    /// Whether what ends here stands before a noun that nobody knows, as if it were an adjective.
    fn is_attribute(&self, next: usize) -> bool {
        let words = self.text.words;
        next < self.sentence.end
            && self.text.ids[next] == UNKNOWN
            && words.is_word(next)
            && !words.is_capitalised(next)
            && !self.tagger.looks_past(words.lower[next].as_ref())
    }

    /// Whether a capitalised word stands there: "the Russell 2000 Index".
    fn is_named(&self, at: usize) -> bool {
        at < self.sentence.end && self.text.words.is_capitalised(at)
    }

    /// Whether a full stop behind a token, right at it, belongs to it.
    fn is_abbreviation(&self, at: usize) -> bool {
        let lexeme = self.tagger.lexeme(self.text.ids[at]);
        let named = lexeme.month.is_some() || lexeme.weekday.is_some();
        (!named || lexeme.roles.has(Roles::ABBREVIATION)) && self.text.touches(at)
    }

    /// Whether four digits alone are a year: by the words around them.
    fn is_year(&self, year: i32) -> bool {
        let (text, words) = (self.text, self.text.words);
        let (at, sentence) = (self.start, &self.sentence);
        let role = |at: usize, role| self.tagger.lexeme(text.ids[at]).roles.has(role);
        let next = at + 1;
        let has_next = next < sentence.end;
        if sentence.len() == 1 || sentence.len() == 2 && has_next && words.word(next) == ":" {
            return true;
        }
        // Parts of longer numbers, of amounts, of ranges of numbers.
        if has_next
            && text.touches(at)
            && matches!(words.word(next), "." | "," | ":" | "%" | "/")
            && next + 1 < sentence.end
            && text.touches(next)
            && text.is_number(next + 1)
            || has_next && matches!(words.word(next), "%" | "°")
        {
            return false;
        }
        let noun = |at: usize| at < sentence.end && role(at, Roles::COUNTED);
        // "2000 Soldaten", "2000 britische Soldaten"
        let adjective = has_next
            && words.is_word(next)
            && !words.is_capitalised(next)
            && !role(next, Roles::SMALL_WORD);
        if noun(next) || adjective && noun(next + 1) {
            return false;
        }
        let counted = has_next
            && !self.tagger.lists_counted
            && words.is_word(next)
            && !words.is_capitalised(next)
            && !text.is_number(next)
            && !role(next, Roles::SMALL_WORD)
            && !role(next, Roles::PAST)
            && !role(next, Roles::PRESENT)
            && !role(next, Roles::JOINT)
            && self.tagger.lexeme(text.ids[next]).month.is_none()
            && !self.tagger.looks_past(words.lower[next].as_ref());
        if at == sentence.start {
            return LIKELY_YEARS.contains(&year) && !counted;
        }
        let previous = words.word(at - 1);
        let touching = text.touches(at - 1);
        // "No. 1984": the stop of an abbreviation stands between.
        let abbreviated = previous == "." && at >= sentence.start + 2;
        if role(at - 1, Roles::YEAR_COUNTER_EVIDENCE)
            || abbreviated && role(at - 2, Roles::YEAR_COUNTER_EVIDENCE)
            || matches!(previous, "$" | "£" | "€" | "#" | "+" | "§")
            || touching && matches!(previous, "." | "," | ":" | "/")
        {
            return false;
        }
        let plural = counted && words.word(next).ends_with('s');
        if role(at - 1, Roles::YEAR_DETERMINER) {
            // "The 1991 agreement", but "the 2000 soldiers".
            return LIKELY_YEARS.contains(&year) && !(plural && year > 1999)
                || FORMER_YEARS.contains(&year) && !plural;
        }
        // "And 2000 Russian soldiers".
        if role(at - 1, Roles::JOINT) && counted && year % 100 == 0 {
            return false;
        }
        // "1939–45", "mid-2007", "(1994)"
        let after_year = matches!(previous, "–" | "-" | "/" | "—")
            && at >= 2
            && text.digits(at - 2).is_some_and(|n| YEARS.contains(&n));
        let evidence = previous == "("
            || after_year
            || role(at - 1, Roles::YEAR_EVIDENCE)
            || self.tagger.lexeme(text.ids[at - 1]).month.is_some()
            || self.tagger.lexeme(text.ids[at - 1]).season.is_some();
        evidence && !(plural && year > 1999)
            || LIKELY_YEARS.contains(&year)
                && !counted
                && !(words.is_capitalised(at - 1) && self.is_named(next))
    }
}

/// Whether a word is written in capitals throughout.
fn is_shouted(word: &str) -> bool {
    word.chars().all(char::is_uppercase)
}

/// Two digits of a year: up to 49 of this century, from 50 of the last.
fn century_of(short: u32) -> i32 {
    let short = i32::try_from(short).unwrap_or(0);
    if short < 50 {
        2000 + short
    } else {
        1900 + short
    }
}
