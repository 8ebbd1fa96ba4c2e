//! Folds case and accents, so that "Dmitrij" meets "dmitrij" and "Erdoğan" meets "erdogan".

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Small letters without accents; æ, ø, å and ß are folded to `ae`, `o`, `a` and `ss`.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'A'..='Z' => folded.push(c.to_ascii_lowercase()),
            '\0'..='\x7f' => folded.push(c),
            'å' | 'Å' | 'ä' | 'Ä' => folded.push('a'),
            'é' | 'É' => folded.push('e'),
            'ö' | 'Ö' => folded.push('o'),
            'ü' | 'Ü' => folded.push('u'),
            _ => {
                let parts = std::iter::once(c).nfd().filter(|c| !is_combining_mark(*c));
                for c in parts.flat_map(char::to_lowercase) {
                    push_plain(c, &mut folded);
                }
            }
        }
    }
    folded
}

fn push_plain(c: char, folded: &mut String) {
    match c {
        'æ' => folded.push_str("ae"),
        'ø' => folded.push('o'),
        'ß' => folded.push_str("ss"),
        'ð' => folded.push('d'),
        'þ' => folded.push_str("th"),
        'ł' => folded.push('l'),
        'đ' => folded.push('d'),
        'ı' => folded.push('i'),
        '’' => folded.push('\''),
        _ => folded.push(c),
    }
}

/// A text as search compares it: folded, and with the ways to write one sound made one, so that "Århus" meets
/// "Aarhus", "Tromsø" "Tromsö", and "Ærø" "Ärö".
pub fn search_key(text: &str) -> String {
    let plain: String = text
        .chars()
        .map(|c| match c {
            'æ' | 'Æ' => 'a',
            c => c,
        })
        .collect();
    fold(&plain).replace("aa", "a")
}

/// An id in small letters, digits and hyphens, made from a name: "Jurij Usjakov" gives `jurij-usjakov`.
pub fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for c in fold(name).chars() {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_case_are_folded() {
        assert_eq!(
            fold("Erdoğan Ærlig Ålesund Øst"),
            "erdogan aerlig alesund ost"
        );
        assert_eq!(slug("Jens  Stoltenberg, (A.)"), "jens-stoltenberg-a");
        assert_eq!(slug("김정은"), fold("김정은"));
    }
}
