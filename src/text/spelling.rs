//! Brings the spellings of one name together: "Jurij Usjakov" and "Yuri Ushakov".

use super::fold;

/// Letters that transliterations write in several ways, each with one way for all; the longer come first.
const SAME: &[(&str, &str)] = &[
    ("shch", "s"),
    ("sjtsj", "s"),
    ("tsch", "c"),
    ("tsj", "c"),
    ("tch", "c"),
    ("sch", "s"),
    ("tj", "c"),
    ("ch", "c"),
    ("sh", "s"),
    ("sj", "s"),
    ("zh", "s"),
    ("zj", "s"),
    ("kh", "h"),
    ("ts", "c"),
    ("tz", "c"),
    ("ks", "x"),
    ("ck", "k"),
    ("ph", "f"),
    ("th", "t"),
    ("dh", "d"),
    ("gh", "g"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("z", "s"),
    ("w", "v"),
    ("y", "i"),
    ("j", "i"),
    ("q", "k"),
];

/// A name as all its spellings have it; not to be shown.
pub fn spelling(name: &str) -> String {
    let folded = fold(name);
    let words = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.map(one_word).collect::<Vec<_>>().join(" ")
}

fn one_word(word: &str) -> String {
    let mut letters = String::with_capacity(word.len());
    let mut rest = word;
    while let Some(c) = rest.chars().next() {
        let same = SAME.iter().find(|(written, _)| rest.starts_with(written));
        let (len, new) = same.map_or((c.len_utf8(), &rest[..c.len_utf8()]), |(written, new)| {
            (written.len(), *new)
        });
        // "ll" is "l", "ij" is "i".
        if !letters.ends_with(new) {
            letters.push_str(new);
        }
        rest = &rest[len..];
    }
    // "Sergej", "Sergei", "Sergey"; "Medvedjev", "Medvedev".
    letters = letters.replace("ie", "e");
    if letters.len() > 3 && letters.ends_with('i') {
        letters.pop();
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_meet_and_names_stay_apart() {
        for (a, b) in [
            ("Jurij Usjakov", "Yuri Ushakov"),
            ("Sergej Rjabkov", "Sergei Ryabkov"),
            ("Andrej Tsjernenko", "Andrey Chernenko"),
            ("Ri Yong-ho", "Ri Yong Ho"),
        ] {
            assert_eq!(spelling(a), spelling(b), "{a}, {b}");
        }
        for (a, b) in [
            ("Anna Hansen", "Arne Hansen"),
            ("Kim Yong-chol", "Kim Yong-chul"),
            ("Per Borten", "Kjell Borten"),
        ] {
            assert_ne!(spelling(a), spelling(b), "{a}, {b}");
        }
    }
}
