//! Shapes and measures text with the bundled font.

use rustc_hash::FxHashMap;
use rustybuzz::{Face, UnicodeBuffer};
use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::LazyLock;

/// The font's family, as the files name it.
pub const FAMILY: &str = "Inter";

/// Distance from the baseline to the top of a line, in ems.
pub const ASCENT: f64 = 0.968_75;

/// A weight of the bundled font.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// 400.
    Regular,
    /// 500.
    Medium,
    /// 600.
    SemiBold,
}

impl Weight {
    /// The number that CSS uses.
    pub fn css(self) -> u16 {
        match self {
            Self::Regular => 400,
            Self::Medium => 500,
            Self::SemiBold => 600,
        }
    }
}

/// A file of the bundled font.
#[derive(Clone, Copy, Debug)]
pub struct File {
    /// Its weight.
    pub weight: Weight,
    /// A name of its own: "Inter-Medium".
    pub name: &'static str,
    /// The OpenType file.
    pub bytes: &'static [u8],
}

/// The files of the bundled font, in the order of [`Weight`].
pub const FILES: [File; 3] = [
    File {
        weight: Weight::Regular,
        name: "Inter-Regular",
        bytes: include_bytes!("../assets/font/Inter-Regular.otf"),
    },
    File {
        weight: Weight::Medium,
        name: "Inter-Medium",
        bytes: include_bytes!("../assets/font/Inter-Medium.otf"),
    },
    File {
        weight: Weight::SemiBold,
        name: "Inter-SemiBold",
        bytes: include_bytes!("../assets/font/Inter-SemiBold.otf"),
    },
];

/// A name is not cut to fewer letters than this.
const LEAST_LETTERS: usize = 12;

static FACES: LazyLock<[Face<'static>; 3]> = LazyLock::new(|| {
    FILES.map(|file| Face::from_slice(file.bytes, 0).expect("the bundled font is OpenType"))
});

/// Texts whose measures are kept; when there are more, all are measured again as they come.
const MOST_KEPT: usize = 16_384;

/// Where each letter of a text ends, in ems from its left edge: kerning counted, as the whole was shaped.
struct Measures {
    /// Bytes at which letters begin, and the end.
    letters: Vec<u32>,
    /// What stands left of each of these.
    advances: Vec<f32>,
}

thread_local! {
    /// Measures of texts by weight: a picture measures the same texts every frame.
    static KEPT: [RefCell<FxHashMap<Box<str>, Rc<Measures>>>; 3] = Default::default();
}

fn measures(text: &str, weight: Weight) -> Rc<Measures> {
    KEPT.with(|kept| {
        let mut kept = kept[weight as usize].borrow_mut();
        if let Some(measures) = kept.get(text) {
            return Rc::clone(measures);
        }
        if kept.len() >= MOST_KEPT {
            kept.clear();
        }
        let measures = Rc::new(measure(text, weight));
        kept.insert(text.into(), Rc::clone(&measures));
        measures
    })
}

fn measure(text: &str, weight: Weight) -> Measures {
    let face = &FACES[weight as usize];
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    let glyphs = rustybuzz::shape(face, &[], buffer);
    let em = f64::from(face.units_per_em());
    let mut of_byte = vec![0.0; text.len()];
    for (info, position) in glyphs.glyph_infos().iter().zip(glyphs.glyph_positions()) {
        of_byte[info.cluster as usize] += match info.glyph_id {
            0 => em,
            _ => f64::from(position.x_advance),
        };
    }
    let (mut letters, mut advances) = (Vec::new(), Vec::new());
    let mut sum = 0.0;
    for (byte, advance) in of_byte.into_iter().enumerate() {
        if text.is_char_boundary(byte) {
            letters.push(byte as u32);
            advances.push((sum / em) as f32);
        }
        sum += advance;
    }
    letters.push(text.len() as u32);
    advances.push((sum / em) as f32);
    Measures { letters, advances }
}

/// The width in pixels of a text at that size. A character the font lacks counts as one em.
pub fn width(text: &str, size: f64, weight: Weight) -> f64 {
    if text.is_empty() {
        return 0.0;
    }
    f64::from(*measures(text, weight).advances.last().unwrap_or(&0.0)) * size
}

/// Whether the font has every character of a text.
pub fn covers(text: &str) -> bool {
    let face = &FACES[0];
    text.chars()
        .all(|c| c.is_control() || face.glyph_index(c).is_some())
}

/// The text, whole or with an ellipsis after at least twelve letters, no wider than `width_px`;
/// nothing where even that does not fit.
pub fn cut(text: &str, size: f64, weight: Weight, width_px: f64) -> Option<String> {
    if width(text, size, weight) <= width_px {
        return Some(text.to_owned());
    }
    let whole = measures(text, weight);
    let room = width_px - width("…", size, weight);
    let fits = |advance: &f32| f64::from(*advance) * size <= room;
    let mut letters = whole.advances.partition_point(fits).saturating_sub(1);
    while letters >= LEAST_LETTERS {
        let kept = &text[..whole.letters[letters] as usize];
        let kept = kept.trim_end_matches(|c: char| c.is_whitespace() || c == ',');
        let cut = format!("{kept}…");
        // The last letter and the ellipsis may stand a little farther apart than alone.
        if width(&cut, size, weight) <= width_px {
            return Some(cut);
        }
        letters -= 1;
    }
    None
}

/// The runs of a text in the order in which they stand from left to right, for painters that set
/// every run from left to right: one word each where the text holds right-to-left words, else the whole.
pub fn runs(text: &str) -> Vec<Cow<'_, str>> {
    // Hebrew is the first of the scripts that are read from right to left.
    const FIRST_RTL: char = '\u{590}';
    if text.chars().all(|c| c < FIRST_RTL) {
        return vec![Cow::Borrowed(text)];
    }
    let bidi = unicode_bidi::BidiInfo::new(text, None);
    if !bidi.has_rtl() {
        return vec![Cow::Borrowed(text)];
    }
    let mut runs = Vec::new();
    for paragraph in &bidi.paragraphs {
        let (levels, ranges) = bidi.visual_runs(paragraph, paragraph.range.clone());
        for range in ranges {
            let rtl = levels[range.start].is_rtl();
            let words = text[range].split_inclusive(' ').map(Cow::Borrowed);
            if !rtl {
                runs.extend(words);
                continue;
            }
            // The space after a word stands at its left.
            let set = |word: Cow<'_, str>| match word.strip_suffix(' ') {
                Some(word) => Cow::Owned(format!(" {word}")),
                None => word.into_owned().into(),
            };
            let words: Vec<_> = words.collect();
            runs.extend(words.into_iter().rev().map(set));
        }
    }
    runs
}

/// A text in one line as painters want it that set everything from left to right (see [`runs`]).
pub fn line(text: &str) -> String {
    runs(text).concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kerning_counts() {
        let sum: f64 = "AVATo"
            .chars()
            .map(|c| width(&c.to_string(), 100.0, Weight::Regular))
            .sum();
        let shaped = width("AVATo", 100.0, Weight::Regular);
        assert!(shaped < sum * 0.95, "{shaped} {sum}");
        assert!(width("Kim", 14.0, Weight::SemiBold) > width("Kim", 14.0, Weight::Regular));
    }

    #[test]
    fn what_is_cut_fits_and_keeps_twelve_letters() {
        let text = "Møtet mellom Putin og Kim i Vladivostok";
        for room in 0..300 {
            let room = f64::from(room);
            let Some(cut) = cut(text, 12.0, Weight::Regular, room) else {
                assert!(room < 90.0);
                continue;
            };
            assert!(width(&cut, 12.0, Weight::Regular) <= room);
            assert!(cut.chars().count() >= LEAST_LETTERS);
            assert!(cut == text || cut.ends_with('…'));
        }
        assert_eq!(cut("Hanoi", 12.0, Weight::Regular, 10.0), None);
    }

    #[test]
    fn right_to_left_words_stand_from_right_to_left() {
        assert_eq!(runs("Vladimir Putin"), ["Vladimir Putin"]);
        let words: Vec<_> = runs("محمود عباس")
            .iter()
            .map(|w| w.trim().to_owned())
            .collect();
        assert_eq!(words, ["عباس", "محمود"]);
        assert!(!covers("محمود") && covers("Дмитрий Søren Žižek"));
    }
}
