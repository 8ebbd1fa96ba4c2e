//! How fast time expressions are found: by language, by length of the text, by number of patterns.
//!
//! A plain program: `cargo bench --no-default-features --bench tag`. It counts the processor time of its one
//! thread where Linux tells it, else the time on the wall; each number is the median of several runs, and texts
//! are made outside of them.

#![allow(clippy::print_stdout)]

mod articles;
mod measure;

use articles::{KB, MB, articles, row_of_dates};
use measure::{median, millis, speed};
use tidslinje::lang::{Language, Languages, TemporalWords};
use tidslinje::tagger::{Mode, Tagger, tag, tag_words};
use tidslinje::text::{Words, sentences};
use tidslinje::time::Day;

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
    let dates = (size <= 100 * KB).then(|| speed_of(&[row_of_dates(code, size)]));
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
