//! Tables as they are compiled into the program: tab-separated, with one header line and no quoting.

use crate::error::{Error, Result};

/// The rows of a table, with the columns asked for, in that order. Nothing is copied.
pub fn table<const N: usize>(
    file: &'static str,
    contents: &'static str,
    columns: [&str; N],
) -> Result<Vec<[&'static str; N]>> {
    let fault = |cause: String| Error::Asset {
        file,
        cause: cause.into(),
    };
    let mut lines = contents.lines();
    let head: Vec<&str> = lines.next().unwrap_or("").split('\t').collect();
    let mut places = [0; N];
    for (place, column) in places.iter_mut().zip(columns) {
        let found = head.iter().position(|name| *name == column);
        *place = found.ok_or_else(|| fault(format!("no column “{column}”")))?;
    }
    let mut rows = Vec::with_capacity(contents.len() / 32);
    let mut fields = Vec::with_capacity(head.len());
    for (number, line) in lines.enumerate() {
        fields.clear();
        let mut start = 0;
        for (at, byte) in line.bytes().enumerate() {
            if byte == b'\t' {
                fields.push(&line[start..at]);
                start = at + 1;
            }
        }
        fields.push(&line[start..]);
        if fields.len() != head.len() {
            let (line, n) = (number + 2, fields.len());
            return Err(fault(format!(
                "line {line}: {n} fields, not {}",
                head.len()
            )));
        }
        rows.push(places.map(|place| fields[place]));
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_taken_by_their_names_and_faults_are_told() {
        let read = |contents| table("a.tsv", contents, ["c", "a"]);
        assert_eq!(
            read("a\tb\tc\n1\t2\t3\n\t\t\n").expect("a sound table"),
            [["3", "1"], ["", ""]]
        );
        for (contents, want) in [
            ("a\tb\n1\t2\n", "no column “c”"),
            ("a\tc\n1\t2\n1\n", "line 3: 1 fields, not 2"),
        ] {
            let Err(Error::Asset { cause, .. }) = read(contents) else {
                panic!("{contents:?} is at fault");
            };
            assert_eq!(cause.to_string(), want);
        }
    }
}
