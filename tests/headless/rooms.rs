//! The map in `src/lib.rs` is true: each room imports only what its line names.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What a room may import.
#[derive(Debug, Default)]
struct Line {
    rooms: BTreeSet<String>,
    crates: BTreeSet<String>,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The map: rooms by name.
fn map(source: &str) -> BTreeMap<String, Line> {
    let lines = source
        .lines()
        .skip_while(|line| !line.contains("```map"))
        .skip(1);
    lines
        .take_while(|line| !line.contains("```"))
        .filter_map(|line| {
            let (room, rest) = line.trim_start_matches("//!").split_once(':')?;
            let (rooms, crates) = rest.split_once('|')?;
            let words = |list: &str| list.split_whitespace().map(str::to_owned).collect();
            Some((
                room.trim().to_owned(),
                Line {
                    rooms: words(rooms),
                    crates: words(crates),
                },
            ))
        })
        .collect()
}

/// The crates of Cargo.toml, as Rust names them.
fn dependencies(manifest: &str) -> BTreeSet<String> {
    let lines = manifest
        .lines()
        .skip_while(|line| *line != "[dependencies]")
        .skip(1);
    lines
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| Some(line.split_once(" = ")?.0.trim().replace('-', "_")))
        .filter(|name| !name.starts_with('#'))
        .collect()
}

/// A source without comments, strings and its tests at the foot.
fn code(source: &str) -> String {
    let source = source.split("#[cfg(test)]").next().unwrap_or(source);
    let mut code = String::new();
    for line in source.lines() {
        let line = line.split("//").next().unwrap_or("");
        for (number, part) in line.split('"').enumerate() {
            if number % 2 == 0 {
                code.push_str(part);
            }
        }
        code.push('\n');
    }
    code
}

/// The names that follow a prefix: `crate::name`, and those in `crate::{…}`.
fn after(code: &str, prefix: &str) -> BTreeSet<String> {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(prefix)
        .filter(|(at, _)| !code[..*at].ends_with(is_name))
        .map(|(at, _)| {
            code[at + prefix.len()..]
                .chars()
                .take_while(|c| is_name(*c))
                .collect::<String>()
        })
        .filter(|name| !name.is_empty())
        .collect()
}

/// What is wrong with a file of a room.
fn faults(
    room: &str,
    source: &str,
    map: &BTreeMap<String, Line>,
    crates: &BTreeSet<String>,
) -> Vec<String> {
    let Some(line) = map.get(room) else {
        return vec![format!("room “{room}” is not on the map")];
    };
    let mut faults = Vec::new();
    if !source.starts_with("//!") {
        faults.push("does not open with a sentence on what it is".to_owned());
    }
    let code = code(source);
    let imported = after(&code, "crate::");
    for name in imported.iter().filter(|name| map.contains_key(*name)) {
        if name != room && !line.rooms.contains(name) {
            faults.push(format!("imports the room “{name}”"));
        }
    }
    let words: BTreeSet<&str> = code
        .split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .collect();
    for name in crates
        .iter()
        .filter(|name| words.contains(name.as_str()) && code.contains(&format!("{name}::")))
    {
        // A module of ours may be called as a crate is: `crate::export::csv`.
        let foreign = code
            .match_indices(&format!("{name}::"))
            .any(|(at, _)| !code[..at].ends_with("::"));
        let ours = code.contains(&format!("mod {name};"));
        if foreign && !ours && !line.crates.contains(name) {
            faults.push(format!("names the crate “{name}”"));
        }
    }
    if code.contains("std::fs") && !line.crates.contains("fs") {
        faults.push("touches files".to_owned());
    }
    faults
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            walk(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

#[test]
fn every_room_keeps_to_the_map() {
    let source = root().join("src");
    let map = map(&std::fs::read_to_string(source.join("lib.rs")).expect("the library"));
    let crates =
        dependencies(&std::fs::read_to_string(root().join("Cargo.toml")).expect("the manifest"));
    assert!(
        map.len() > 15 && crates.len() > 20,
        "the map and the manifest were read: {map:?} {crates:?}"
    );
    let mut files = Vec::new();
    walk(&source, &mut files);
    let mut wrong = Vec::new();
    for file in files {
        let place = file.strip_prefix(&source).expect("a file of src");
        let name = place.display().to_string();
        if matches!(name.as_str(), "lib.rs" | "main.rs") {
            continue;
        }
        let room = name
            .split(['/', '\\'])
            .next()
            .unwrap_or("")
            .trim_end_matches(".rs");
        let text = std::fs::read_to_string(&file).expect("a source file");
        wrong.extend(
            faults(room, &text, &map, &crates)
                .into_iter()
                .map(|fault| format!("src/{name} {fault}")),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_forbidden_import_is_seen() {
    let map = map("//! ```map\n//! text : | serde\n//! time : text | chrono\n//! ```\n");
    let crates = BTreeSet::from(["chrono".to_owned(), "serde".to_owned()]);
    let check = |room: &str, source: &str, want: &[&str]| {
        assert_eq!(
            faults(room, &format!("//! A.\n{source}"), &map, &crates),
            want,
            "{source}"
        );
    };
    check(
        "time",
        "use crate::text::Span;\nuse chrono::NaiveDate;",
        &[],
    );
    check(
        "text",
        "use crate::time::Day;",
        &["imports the room “time”"],
    );
    check(
        "text",
        "fn f() { chrono::now() }",
        &["names the crate “chrono”"],
    );
    check("text", "// use crate::time::Day; std::fs", &[]);
    check("text", "let s = \"crate::time\";", &[]);
    check("text", "std::fs::read(p)", &["touches files"]);
    check("words", "", &["room “words” is not on the map"]);
    assert_eq!(
        faults("text", "use std::fmt;", &map, &crates),
        ["does not open with a sentence on what it is"]
    );
}

#[test]
fn every_language_file_is_in_its_list() {
    for (folder, list) in [
        ("assets/lang", "src/lang/mod.rs"),
        ("assets/ui", "src/words/mod.rs"),
    ] {
        let list = std::fs::read_to_string(root().join(list)).expect("the list");
        for entry in std::fs::read_dir(root().join(folder)).expect("the folder") {
            let name = entry.expect("an entry").file_name();
            assert!(
                list.contains(&*name.to_string_lossy()),
                "{folder}/{} is in no list",
                name.to_string_lossy()
            );
        }
    }
}
