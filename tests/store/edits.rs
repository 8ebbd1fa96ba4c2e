//! A driver that edits a project without end, to be killed at any moment; and the check of what it left behind.
//!
//!     edits FILE SEED          edits, printing "begin N" before and "done N DIGEST" after each change
//!     edits FILE --check LOG   opens the file and holds it to what was printed
//!
//! `tests/store/kill.sh` does both, some hundred times.

#![allow(clippy::print_stdout)] // what is printed is what is checked

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use tidslinje::chronology::{Chronology, PersonId, What};
use tidslinje::extract::Knowledge;
use tidslinje::store::Project;
use tidslinje::words::Interface;
use tidslinje::workspace::{Command, Workspace};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match &arguments[..] {
        [file, check, log] if check == "--check" => match check_file(Path::new(file), log) {
            Ok(words) => {
                println!("{words}");
                ExitCode::SUCCESS
            }
            Err(words) => {
                println!("WRONG: {words}");
                ExitCode::FAILURE
            }
        },
        [file, seed] => {
            edit(Path::new(file), seed.parse().unwrap_or(1));
            ExitCode::SUCCESS
        }
        _ => ExitCode::FAILURE,
    }
}

/// What a chronology holds, in one number.
fn digest(chronology: &Chronology) -> u64 {
    let mut words = String::new();
    for article in chronology.articles() {
        words.push_str(&format!("{article:?}"));
    }
    for person in chronology.persons() {
        words.push_str(&format!("{person:?}"));
    }
    for event in chronology.events() {
        words.push_str(&format!("{event:?}"));
    }
    for correction in chronology.corrections() {
        words.push_str(&format!("{correction:?}"));
    }
    words.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

fn open(file: &Path) -> Workspace {
    let knowledge = Arc::new(Knowledge::bundled().expect("the program's own files are sound"));
    let mut workspace = Workspace::new(knowledge, Interface::FALLBACK, Arc::new(|| {}));
    workspace.apply(Command::Open(vec![PathBuf::from(file)], None));
    workspace
}

fn edit(file: &Path, seed: u64) {
    let mut workspace = open(file);
    assert!(workspace.notices().is_empty(), "{:?}", workspace.notices());
    let mut state = seed;
    let mut dice = |sides: u64| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % sides
    };
    for n in 1_u64.. {
        let command = match dice(8) {
            0 => Command::Undo,
            1 => Command::Redo,
            2 | 3 => rename(&workspace, n, seed),
            _ => Command::Paste(article(seed, n, dice(28) + 1)),
        };
        say(&format!("begin {n}"));
        workspace.apply(command);
        say(&format!("done {n} {:x}", digest(workspace.chronology())));
    }
}

fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{line}");
    let _ = out.flush();
}

fn article(seed: u64, n: u64, day: u64) -> String {
    format!(
        "Møte nummer {n} av {seed}\n\nOSLO {day}. mars 2018: Jonas Gahr Støre møtte Mette Frederiksen i Oslo \
         mandag. To dager senere reiste Frederiksen til Bergen. Serie {seed}, nummer {n}.\n"
    )
}

fn rename(workspace: &Workspace, n: u64, seed: u64) -> Command {
    match workspace.chronology().persons().next() {
        Some(person) => {
            let what = What::Rename(
                PersonId::new(person.id.as_str()),
                format!("Navn {seed}-{n}"),
            );
            Command::Correct(vec![what])
        }
        None => Command::Paste(article(seed, n, 1)),
    }
}

/// Holds a file to what was printed: sound, and in the state of the last change printed, or of the one that was
/// under way.
fn check_file(file: &Path, log: &str) -> Result<String, String> {
    let log = std::fs::read_to_string(log).map_err(|error| error.to_string())?;
    let done = log
        .lines()
        .rev()
        .find_map(|line| line.strip_prefix("done "));
    let last = log.lines().next_back().unwrap_or_default();
    let project = Project::open(file).map_err(|error| error.to_string())?;
    if !project.is_sound().map_err(|error| error.to_string())? {
        return Err("SQLite finds the file damaged".to_owned());
    }
    let found = project.chronology().map_err(|error| error.to_string())?;
    project.history().map_err(|error| error.to_string())?;
    let found = format!("{:x}", digest(&found));
    let printed = done
        .and_then(|done| done.split(' ').nth(1))
        .unwrap_or_default();
    if found == printed {
        return Ok(format!("sound, as printed; {last}"));
    }
    match last.starts_with("begin") || done.is_none() {
        // Its change was written and not yet printed: one step further than was promised.
        true => Ok(format!("sound, one change further than printed; {last}")),
        false => Err(format!("{found} instead of {printed}; {last}")),
    }
}
