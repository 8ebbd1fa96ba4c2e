//! How fast articles become one chronology: by size, on one core and on all, and how soon the program is ready.
//!
//! A plain program: `cargo bench --no-default-features --bench extract`, with `-- 30` behind it for no more than
//! 30 MB. One core is counted by the processor time of the thread where Linux tells it; all cores by the time on
//! the wall, so that other programs slow them down. What takes less than a second is done several times, and the
//! median counts. Articles are made outside of what is measured.

#![allow(clippy::print_stdout)]

mod articles;
mod measure;

use articles::{KB, MB, Story, stories};
use measure::{Clock, median, millis, speed, steady};
use rayon::prelude::*;
use std::time::Duration;
use tidslinje::article;
use tidslinje::extract::{Extraction, Given, Knowledge, extract, merge};
use tidslinje::lang::Languages;
use tidslinje::people::Roster;
use tidslinje::world::World;

/// A size that takes longer is the last one.
const LONGEST: Duration = Duration::from_secs(120);

/// Bytes of an article.
const LENGTH: usize = 3 * KB;

fn main() {
    // `cargo test --benches` only wants to know that it runs.
    let is_test = std::env::args().any(|argument| argument == "--test");
    let most = std::env::args().find_map(|argument| argument.parse().ok());
    let most: usize = most.unwrap_or(if is_test { 0 } else { 100 });

    starting();
    let knowledge = Knowledge::bundled().expect("the files are sound");
    // All languages' tables are made before.
    read_all(&knowledge, &stories(20 * KB, LENGTH));

    println!("\nOne article, extraction, MB/s on one core");
    for size in [3 * KB, 30 * KB, 300 * KB, MB] {
        if size > MB * most.max(1) || is_test && size > 30 * KB {
            break;
        }
        let one = stories(size, size);
        let time = steady(|| read_all(&knowledge, &one));
        println!("  {:6} kB {:8.2}", size / KB, speed(bytes(&one), time));
    }

    println!(
        "\nArticles of 3 kB, MB/s  one core: extraction  merging  both   ratio   all cores: both   peak MB"
    );
    let mut smallest = None;
    for size in [1, 3, 10, 30, 100] {
        if size > most {
            break;
        }
        if by_size(size * MB, &knowledge, &mut smallest) > LONGEST {
            println!("  larger ones would take too long");
            break;
        }
    }
}

/// How soon the first article can be read.
fn starting() {
    println!("\nStart-up, ms");
    let part = |name: &str, time: Duration| println!("  {name:32} {:8.1}", millis(time));
    let world = World::bundled().expect("the tables are sound");
    let languages = || Languages::bundled().expect("the files are sound");
    part("languages", median(languages));
    part("world", median(|| World::bundled().expect("sound")));
    part("roster", median(|| Roster::bundled(&world).expect("sound")));
    let knowledge = || Knowledge::bundled().expect("the files are sound");
    part("all of it", median(knowledge));
    for story in stories(9 * KB, LENGTH).iter().take(3) {
        let ready = median(|| {
            let knowledge = knowledge();
            let language = knowledge.language_of(&story.text, None).head.code.clone();
            // A few words, so that the tables are made and nothing else is measured.
            read(
                &knowledge,
                &story.name,
                story.text.lines().next().unwrap_or(""),
                story,
            );
            language
        });
        let language = knowledge().language_of(&story.text, None).head.code.clone();
        part(&format!("and ready for {language}"), ready);
    }
}

/// Measures one size; gives the time it took on one core.
fn by_size(size: usize, knowledge: &Knowledge, smallest: &mut Option<f64>) -> Duration {
    let stories = stories(size, LENGTH);
    let bytes = bytes(&stories);
    let found = read_all(knowledge, &stories);
    let extraction = steady(|| read_all(knowledge, &stories));
    let merging = steady(|| merge(&found));
    drop(found);
    let both = extraction + merging;
    let per_byte = both.as_secs_f64() / bytes as f64;
    let ratio = per_byte / *smallest.get_or_insert(per_byte);
    let wall = Clock::wall_of(|| merge(&read_on_all_cores(knowledge, &stories)));
    println!(
        "  {:4} MB {:33.2} {:8.1} {:5.2} {:7.2} {:17.2} {:>9}",
        size / MB,
        speed(bytes, extraction),
        speed(bytes, merging),
        speed(bytes, both),
        ratio,
        speed(bytes, wall),
        peak().map_or("–".to_owned(), |mb| mb.to_string()),
    );
    both
}

fn bytes(stories: &[Story]) -> usize {
    stories.iter().map(|story| story.text.len()).sum()
}

fn read(knowledge: &Knowledge, name: &str, text: &str, story: &Story) -> Extraction {
    let article = article::read_bytes(name, text.as_bytes()).expect("a text");
    let given = Given {
        published: Some(story.published),
        language: None,
    };
    extract(&article, given, knowledge)
}

fn read_all(knowledge: &Knowledge, stories: &[Story]) -> Vec<Extraction> {
    let one = |story: &Story| read(knowledge, &story.name, &story.text, story);
    stories.iter().map(one).collect()
}

fn read_on_all_cores(knowledge: &Knowledge, stories: &[Story]) -> Vec<Extraction> {
    let one = |story: &Story| read(knowledge, &story.name, &story.text, story);
    stories.par_iter().map(one).collect()
}

/// The most memory the program has had, in megabytes.
fn peak() -> Option<usize> {
    let told = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = told.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: usize = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kilobytes * 1024 / MB)
}
