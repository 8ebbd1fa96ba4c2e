//! The README's tables say what the code has.

use std::collections::BTreeSet;
use tidslinje::article::READERS;
use tidslinje::export::FORMATS;

const README: &str = include_str!("../../README.md");

/// The endings in the table whose head begins with these words.
fn endings(head: &str) -> BTreeSet<String> {
    let rows = README
        .lines()
        .skip_while(|line| !line.starts_with(head))
        .skip(2);
    rows.take_while(|line| line.starts_with('|'))
        .filter_map(|row| Some(row.split("`.").nth(1)?.split('`').next()?.to_owned()))
        .collect()
}

#[test]
fn every_format_is_in_its_table() {
    let read: BTreeSet<String> = READERS
        .iter()
        .map(|reader| reader.extensions[0].to_owned())
        .collect();
    assert_eq!(endings("| In |"), read);
    let written: BTreeSet<String> = FORMATS
        .iter()
        .map(|format| format.extension.to_owned())
        .collect();
    assert_eq!(endings("| Out |"), written);
}
