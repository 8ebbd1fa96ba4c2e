//! How fast time expressions are found: by language, by length of the text, by number of patterns.
//!
//! A plain program: `cargo bench --no-default-features --bench tag`. It counts the processor time of its one
//! thread where Linux tells it, else the time on the wall; each number is the median of several runs, and texts
//! are made outside of them.

#![allow(clippy::print_stdout)]

use std::hint::black_box;
use std::time::{Duration, Instant};
use tidslinje::lang::{Language, Languages, TemporalWords};
use tidslinje::tagger::{Mode, Tagger, tag, tag_words};
use tidslinje::text::{Words, sentences};
use tidslinje::time::Day;

/// Runs of which the median counts.
const RUNS: usize = 5;

/// A run lasts so long at least: some kernels count a thread's time in steps of 4 ms.
const LEAST: Duration = Duration::from_millis(150);

const KB: usize = 1000;
const MB: usize = 1_000_000;

fn main() {
    // `cargo test --benches` only wants to know that it runs.
    let is_test = std::env::args().any(|argument| argument == "--test");
    let whole = if is_test { 20 * KB } else { MB };
    let languages = Languages::bundled().expect("the files are sound");

    println!("\nBuilding");
    let time = median(|| Languages::bundled().expect("the files are sound"));
    println!("  six languages  {:8.1} ms", millis(time));
    let time = median(|| languages.iter().map(Tagger::new).collect::<Vec<_>>());
    println!("  six taggers    {:8.1} ms", millis(time));

    println!("\nBy language, {} kB in articles of 3 kB", whole / KB);
    println!("            MB/s: all   tag alone   expressions per kB");
    for language in languages.iter() {
        by_language(language, whole);
    }

    println!("\nBy length, MB/s  articles of 3 kB   one text   one line   one sentence of dates");
    let sizes = [10 * KB, 100 * KB, MB, 10 * MB];
    for code in ["nb", "en"] {
        let language = languages.find(code).expect("a language");
        for size in sizes.into_iter().filter(|size| *size <= whole || !is_test) {
            by_length(language, size);
        }
    }

    println!("\nBy number of patterns, 100 kB, MB/s");
    for code in ["nb", "en"] {
        let text = articles(code, 100 * KB, usize::MAX).remove(0);
        by_patterns(code, &text);
    }
}

fn by_language(language: &Language, size: usize) {
    let code = language.head.code.as_str();
    let texts = articles(code, size, 3 * KB);
    let reader = Reader::new(language);
    let all = median(|| reader.read_all(&texts));
    let split: Vec<_> = texts.iter().map(|text| reader.split(text)).collect();
    let words: Vec<Words> = texts
        .iter()
        .zip(&split)
        .map(|(text, split)| Words::new(text, split))
        .collect();
    let alone = median(|| {
        let found = |words| tag_words(words, &reader.tagger, reader.published, Mode::Auto).len();
        words.iter().map(found).sum::<usize>()
    });
    let bytes = texts.iter().map(String::len).sum();
    let found = reader.read_all(&texts) as f64 / (bytes as f64 / 1000.0);
    println!(
        "  {code}        {:9.1}   {:9.1}   {found:18.1}",
        speed(bytes, all),
        speed(bytes, alone)
    );
}

fn by_length(language: &Language, size: usize) {
    let code = language.head.code.as_str();
    let reader = Reader::new(language);
    let many = articles(code, size, 3 * KB);
    let one = articles(code, size, usize::MAX);
    let line = vec![one[0].replace('\n', " ")];
    let speed_of = |texts: &[String]| {
        let bytes = texts.iter().map(String::len).sum();
        speed(bytes, median(|| reader.read_all(texts)))
    };
    // A row of dates without a full stop; it grows with its square, so the longest are left out.
    let dates = (size <= 100 * KB).then(|| speed_of(&[row_of_dates(language, size)]));
    let dates = dates.map_or("–".to_owned(), |speed| format!("{speed:.2}"));
    println!(
        "  {code} {:6} kB {:21.1} {:10.1} {:10.1} {dates:>23}",
        size / KB,
        speed_of(&many),
        speed_of(&one),
        speed_of(&line),
    );
}

/// The first quarter of the patterns, half of them, all, and all with as many again in other words.
fn by_patterns(code: &str, text: &str) {
    for (share, name) in [(25, " 25 %"), (50, " 50 %"), (100, "100 %"), (200, "200 %")] {
        let mut language = parsed(code);
        let patterns = &mut language.time.patterns;
        if share <= 100 {
            patterns.truncate(patterns.len() * share / 100);
        } else {
            let mut others = parsed(code).time;
            change_words(&mut others);
            patterns.append(&mut others.patterns);
        }
        let n = patterns.len();
        let forms: usize = patterns.iter().map(|pattern| pattern.forms.len()).sum();
        let reader = Reader::new(&language);
        let time = median(|| reader.read(text));
        println!(
            "  {code} {name} {n:4} patterns {forms:5} forms {:8.1}",
            speed(text.len(), time)
        );
    }
}

/// A language's file, read alone: it must inherit from none.
fn parsed(code: &str) -> Language {
    let text = match code {
        "nb" => include_str!("../../assets/lang/nb.toml"),
        _ => include_str!("../../assets/lang/en.toml"),
    };
    let mut language: Language = toml::from_str(text).expect("the file is sound");
    language.head.abbreviations.sort();
    language
}

/// Gives every form words that no other has; the slots stay.
fn change_words(time: &mut TemporalWords) {
    for form in time
        .patterns
        .iter_mut()
        .flat_map(|pattern| &mut pattern.forms)
    {
        let changed = form.split(' ').map(|element| match element {
            word if word.chars().all(char::is_alphabetic) => format!("{word}q"),
            other => other.to_owned(),
        });
        *form = changed
            .chain(["qq".to_owned()])
            .collect::<Vec<_>>()
            .join(" ");
    }
}

struct Reader<'l> {
    language: &'l Language,
    tagger: Tagger,
    published: Option<Day>,
}

impl<'l> Reader<'l> {
    fn new(language: &'l Language) -> Self {
        Self {
            language,
            tagger: Tagger::new(language),
            published: language.time.anchor.parse().ok(),
        }
    }

    fn split(&self, text: &str) -> Vec<tidslinje::text::Sentence> {
        sentences(text, &self.language.head.abbreviations)
    }

    fn read(&self, text: &str) -> usize {
        tag(
            text,
            &self.split(text),
            &self.tagger,
            self.published,
            Mode::Auto,
        )
        .len()
    }

    fn read_all(&self, texts: &[String]) -> usize {
        texts.iter().map(|text| self.read(text)).sum()
    }
}

/// The median time of several runs; what is short is repeated in each.
fn median<T>(mut run: impl FnMut() -> T) -> Duration {
    let begun = Instant::now();
    black_box(run());
    let first = begun.elapsed().max(Duration::from_micros(1));
    let times = (LEAST.as_nanos() / first.as_nanos()).clamp(1, 10_000) as u32;
    let mut measured: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let before = Clock::now();
            for _ in 0..times {
                black_box(run());
            }
            before.elapsed() / times
        })
        .collect();
    measured.sort();
    measured[RUNS / 2]
}

/// A moment: the nanoseconds this thread has had of a processor, and the time on the wall.
struct Clock {
    on_processor: Option<u64>,
    wall: Instant,
}

impl Clock {
    fn now() -> Self {
        Self {
            on_processor: on_processor(),
            wall: Instant::now(),
        }
    }

    fn elapsed(&self) -> Duration {
        match (self.on_processor, on_processor()) {
            (Some(before), Some(now)) if now > before => Duration::from_nanos(now - before),
            _ => self.wall.elapsed(),
        }
    }
}

fn on_processor() -> Option<u64> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split(' ').next()?.parse().ok()
}

fn speed(bytes: usize, time: Duration) -> f64 {
    bytes as f64 / MB as f64 / time.as_secs_f64()
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// A small generator of numbers, so that the same texts come every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.roll(from.len())]
    }
}

/// Articles of about `length` bytes each, together of `size`, in paragraphs of three to six sentences. One
/// sentence in four tells no date.
fn articles(code: &str, size: usize, length: usize) -> Vec<String> {
    let news = NEWS.iter().find(|news| news.code == code);
    let news = news.expect("every language has its sentences");
    let mut dice = Dice(5);
    let (mut texts, mut text, mut done) = (Vec::new(), String::new(), 0);
    while done + text.len() < size {
        for n in 0..3 + dice.roll(4) {
            let dated = dice.roll(4) > 0;
            let sentence = dice.pick(if dated { news.dated } else { news.undated });
            if n > 0 {
                text.push(' ');
            }
            fill(sentence, news, &mut dice, &mut text);
        }
        text.push('\n');
        if text.len() >= length {
            done += text.len();
            texts.push(std::mem::take(&mut text));
        }
    }
    if !text.is_empty() {
        texts.push(text);
    }
    texts
}

/// One long sentence of dates, as a table without full stops gives it.
fn row_of_dates(language: &Language, size: usize) -> String {
    let news = NEWS.iter().find(|news| news.code == language.head.code);
    let news = news.expect("every language has its sentences");
    let mut dice = Dice(5);
    let mut text = String::new();
    while text.len() < size {
        fill("*date *year, *name; ", news, &mut dice, &mut text);
    }
    text
}

/// Writes a sentence with something else in each place: `*name`, `*place`, `*day`, `*month`, `*date`, `*year`,
/// `*n`.
fn fill(sentence: &str, news: &News, dice: &mut Dice, text: &mut String) {
    const NAMES: [&str; 10] = [
        "Emmanuel Macron",
        "Olaf Scholz",
        "Jens Stoltenberg",
        "Mette Frederiksen",
        "Ulf Kristersson",
        "Anne Lindström",
        "Kari Nordmann",
        "Giorgia Meloni",
        "Peter Hansen",
        "Maria Berg",
    ];
    const PLACES: [&str; 8] = [
        "Oslo",
        "Berlin",
        "Stockholm",
        "Paris",
        "London",
        "Bergen",
        "Wien",
        "New York",
    ];
    let mut parts = sentence.split('*');
    text.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let end = part
            .find(|c: char| !c.is_ascii_lowercase())
            .unwrap_or(part.len());
        let (slot, rest) = part.split_at(end);
        match slot {
            "name" => text.push_str(dice.pick(&NAMES)),
            "place" => text.push_str(dice.pick(&PLACES)),
            "day" => text.push_str(dice.pick(&news.weekdays)),
            "month" => text.push_str(dice.pick(&news.months)),
            "year" => text.push_str(&(1990 + dice.roll(30)).to_string()),
            "n" => text.push_str(&(2 + dice.roll(60)).to_string()),
            _ => {
                let (day, month) = (1 + dice.roll(28), dice.pick(&news.months));
                text.push_str(&match news.code {
                    "en" => format!("{month} {day},"),
                    "sv" => format!("{day} {month}"),
                    _ => format!("{day}. {month}"),
                });
            }
        }
        text.push_str(rest);
    }
}

/// Sentences of a language as newspapers write them.
struct News {
    code: &'static str,
    weekdays: [&'static str; 7],
    months: [&'static str; 12],
    dated: &'static [&'static str],
    undated: &'static [&'static str],
}

const NEWS: [News; 6] = [
    News {
        code: "nb",
        weekdays: [
            "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag",
        ],
        months: [
            "januar",
            "februar",
            "mars",
            "april",
            "mai",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "desember",
        ],
        dated: &[
            "Statsminister *name møtte *name i *place *day, opplyser regjeringen i en pressemelding.",
            "Avtalen ble undertegnet *date *year etter *n måneder med forhandlinger.",
            "– Vi har ventet på dette i flere år, sier *name, som tok over etter valget i *year.",
            "I går kveld samlet flere hundre mennesker seg foran parlamentet i *place.",
            "Partiet skal velge ny leder i *month, og *name regnes som favoritt.",
            "For to uker siden varslet selskapet at *n ansatte må gå innen utgangen av året.",
            "Forrige uke steg prisene med *n prosent, den sterkeste økningen siden *month *year.",
            "Siden *year har antallet reiser mellom *place og *place økt hvert år.",
            "Retten i *place skal etter planen behandle saken neste *day klokken 09.00.",
            "Dagen etter reiste *name videre til *place, der hun ble til *date.",
        ],
        undated: &[
            "Politiet har ingen mistenkte i saken, men ber publikum om tips.",
            "*name ønsker ikke å kommentere saken overfor avisen, men viser til styret i selskapet.",
            "Det er uklart hvor mange av de rundt *n passasjerene som ble skadet da toget sporet av.",
            "Kommunen mener at veien gjennom *place er for farlig for skolebarn, og vil bygge en ny bro.",
        ],
    },
    News {
        code: "nn",
        weekdays: [
            "måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "sundag",
        ],
        months: [
            "januar",
            "februar",
            "mars",
            "april",
            "mai",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "desember",
        ],
        dated: &[
            "Statsminister *name møtte *name i *place *day, opplyser regjeringa i ei pressemelding.",
            "Avtalen vart underskriven *date *year etter *n månader med forhandlingar.",
            "– Vi har venta på dette i fleire år, seier *name, som tok over etter valet i *year.",
            "I går kveld samla fleire hundre menneske seg framfor parlamentet i *place.",
            "Partiet skal velje ny leiar i *month, og *name er favoritt.",
            "For to veker sidan varsla selskapet at *n tilsette må gå innan utgangen av året.",
            "Førre veke steig prisane med *n prosent, den sterkaste auken sidan *month *year.",
            "Retten i *place skal etter planen handsame saka neste *day klokka 09.00.",
            "Dagen etter reiste *name vidare til *place, der ho vart til *date.",
        ],
        undated: &[
            "Politiet har ingen mistenkte i saka, men bed publikum om tips.",
            "*name ønskjer ikkje å kommentere saka overfor avisa, men viser til styret i selskapet.",
            "Det er uklart kor mange av dei rundt *n passasjerane som vart skadde då toget spora av.",
            "Kommunen meiner at vegen gjennom *place er for farleg for skuleborn, og vil byggje ei ny bru.",
        ],
    },
    News {
        code: "da",
        weekdays: [
            "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag",
        ],
        months: [
            "januar",
            "februar",
            "marts",
            "april",
            "maj",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "december",
        ],
        dated: &[
            "Statsminister *name mødte *name i *place *day, oplyser regeringen i en pressemeddelelse.",
            "Aftalen blev underskrevet den *date *year efter *n måneders forhandlinger.",
            "– Vi har ventet på det her i flere år, siger *name, der tog over efter valget i *year.",
            "I går aftes samledes flere hundrede mennesker foran parlamentet i *place.",
            "Partiet skal vælge ny leder i *month, og *name regnes for favorit.",
            "For to uger siden varslede selskabet, at *n ansatte må gå inden udgangen af året.",
            "I sidste uge steg priserne med *n procent, den største stigning siden *month *year.",
            "Retten i *place skal efter planen behandle sagen på *day klokken 09.00.",
            "Dagen efter rejste *name videre til *place, hvor hun blev til den *date.",
        ],
        undated: &[
            "Politiet har ingen mistænkte i sagen, men beder offentligheden om tip.",
            "*name ønsker ikke at kommentere sagen over for avisen, men henviser til bestyrelsen.",
            "Det er uklart, hvor mange af de omkring *n passagerer der blev kvæstet, da toget blev afsporet.",
            "Kommunen mener, at vejen gennem *place er for farlig for skolebørn, og vil bygge en ny bro.",
        ],
    },
    News {
        code: "sv",
        weekdays: [
            "måndagen",
            "tisdagen",
            "onsdagen",
            "torsdagen",
            "fredagen",
            "lördagen",
            "söndagen",
        ],
        months: [
            "januari",
            "februari",
            "mars",
            "april",
            "maj",
            "juni",
            "juli",
            "augusti",
            "september",
            "oktober",
            "november",
            "december",
        ],
        dated: &[
            "Statsminister *name mötte *name i *place på *day, uppger regeringen i ett pressmeddelande.",
            "Avtalet undertecknades den *date *year efter *n månaders förhandlingar.",
            "– Vi har väntat på det här i flera år, säger *name, som tog över efter valet *year.",
            "I går kväll samlades flera hundra människor utanför parlamentet i *place.",
            "Partiet ska välja ny ledare i *month, och *name är favorit.",
            "För två veckor sedan varslade bolaget att *n anställda måste gå före årets slut.",
            "Förra veckan steg priserna med *n procent, den största ökningen sedan *month *year.",
            "Rätten i *place ska enligt planen ta upp målet nästa vecka klockan 09.00.",
            "Dagen efter reste *name vidare till *place, där hon stannade till den *date.",
        ],
        undated: &[
            "Polisen har inga misstänkta i fallet, men ber allmänheten om tips.",
            "*name vill inte kommentera saken för tidningen, utan hänvisar till bolagets styrelse.",
            "Det är oklart hur många av de omkring *n passagerarna som skadades när tåget spårade ur.",
            "Kommunen anser att vägen genom *place är för farlig för skolbarn och vill bygga en ny bro.",
        ],
    },
    News {
        code: "en",
        weekdays: [
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
        ],
        months: [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
        dated: &[
            "Prime Minister *name met *name in *place on *day, the government said in a statement.",
            "The agreement was signed on *date *year, after *n months of negotiations.",
            "\"We have waited for this for several years,\" said *name, who took over after the *year election.",
            "Late last night several hundred people gathered outside the parliament in *place.",
            "The party is to elect a new leader in *month, and *name is seen as the favourite.",
            "Two weeks ago the company warned that *n employees would have to leave by the end of the year.",
            "Prices rose by *n percent last week, the sharpest increase since *month *year.",
            "Since *year the number of journeys between *place and *place has grown every year.",
            "The court in *place will hear the case next *day at 9 a.m.",
            "The next day *name went on to *place, where she stayed until *date *year.",
        ],
        undated: &[
            "The police have no suspects in the case, but ask the public for information.",
            "*name declined to comment on the matter, and referred the newspaper to the company's board.",
            "It is not clear how many of the *n passengers were hurt when the train left the tracks.",
            "The council holds that the road through *place is too dangerous for children, and wants a new bridge.",
        ],
    },
    News {
        code: "de",
        weekdays: [
            "Montag",
            "Dienstag",
            "Mittwoch",
            "Donnerstag",
            "Freitag",
            "Samstag",
            "Sonntag",
        ],
        months: [
            "Januar",
            "Februar",
            "März",
            "April",
            "Mai",
            "Juni",
            "Juli",
            "August",
            "September",
            "Oktober",
            "November",
            "Dezember",
        ],
        dated: &[
            "Ministerpräsident *name traf *name am *day in *place, teilte die Regierung mit.",
            "Das Abkommen wurde am *date *year nach *n Monaten Verhandlungen unterzeichnet.",
            "„Darauf haben wir mehrere Jahre gewartet“, sagte *name, der nach der Wahl *year übernahm.",
            "Gestern Abend versammelten sich mehrere hundert Menschen vor dem Parlament in *place.",
            "Die Partei will im *month eine neue Führung wählen, und *name gilt als Favorit.",
            "Vor zwei Wochen kündigte die Firma an, dass *n Beschäftigte bis Ende des Jahres gehen müssen.",
            "In der vergangenen Woche stiegen die Preise um *n Prozent, so stark wie seit *month *year nicht.",
            "Das Gericht in *place soll den Fall am kommenden *day um 9 Uhr verhandeln.",
            "Am nächsten Tag reiste *name weiter nach *place, wo sie bis zum *date blieb.",
        ],
        undated: &[
            "Die Polizei hat in dem Fall keine Verdächtigen, bittet aber um Hinweise.",
            "*name wollte sich gegenüber der Zeitung nicht äußern und verwies auf den Vorstand der Firma.",
            "Unklar ist, wie viele der *n Fahrgäste verletzt wurden, als der Zug aus den Gleisen sprang.",
            "Die Gemeinde hält die Straße durch *place für zu gefährlich für Kinder und will eine Brücke bauen.",
        ],
    },
];
