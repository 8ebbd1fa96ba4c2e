//! The palettes hold what they promise: what is written can be read, and tracks can be told apart by every eye.

use tidslinje::scene::{Color, Theme};

/// Contrast of text, after WCAG 2.1 SC 1.4.3.
const TEXT: f64 = 4.5;
/// Contrast of what is drawn, after WCAG 2.1 SC 1.4.11.
const GRAPHIC: f64 = 3.0;
/// Contrast of text where much contrast is asked for, after WCAG 2.1 SC 1.4.6.
const ENHANCED: f64 = 7.0;
/// Opacity of an office's band, of the densest capsule, and of the mark behind a date that is quoted.
const BAND: f64 = 0.09;
const CAPSULE: f64 = 0.14;
const QUOTED: f64 = 0.32;
/// How many tracks come first, and how many have a hue.
const FIRST: usize = 5;
const HUED: usize = 8;

/// A colour in linear light, or in Oklab.
type Triple = [f64; 3];
type Matrix = [Triple; 3];

/// A way of seeing, and what it makes of linear red, green and blue.
struct Eye {
    name: &'static str,
    sees: Matrix,
}

/// Normal sight and the three dichromats: G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, "A
/// Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009, severity 1.
const EYES: [Eye; 4] = [
    Eye {
        name: "normal",
        sees: [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    },
    Eye {
        name: "protanopic",
        sees: [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ],
    },
    Eye {
        name: "deuteranopic",
        sees: [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ],
    },
    Eye {
        name: "tritanopic",
        sees: [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ],
    },
];

/// The least distance in Oklab between any two tracks.
struct Apart {
    /// Of the first tracks, which most pictures have.
    first: f64,
    /// Of those with a hue.
    hued: f64,
    /// Of all, with the grey.
    all: f64,
}

impl Apart {
    /// What is asked of a theme: a palette that must be dark for its contrast has less room.
    fn asked(theme: &Theme) -> Self {
        if is_enhanced(theme) {
            Self {
                first: 0.085,
                hued: 0.06,
                all: 0.05,
            }
        } else {
            Self {
                first: 0.11,
                hued: 0.08,
                all: 0.06,
            }
        }
    }

    /// The least distance of two tracks of which the later stands at that place.
    fn until(&self, place: usize) -> f64 {
        match place {
            _ if place < FIRST => self.first,
            _ if place < HUED => self.hued,
            _ => self.all,
        }
    }
}

fn is_enhanced(theme: &Theme) -> bool {
    theme.name == Theme::CONTRAST.name
}

fn apply(matrix: &Matrix, triple: Triple) -> Triple {
    matrix.map(|row| row.iter().zip(triple).map(|(a, b)| a * b).sum())
}

/// A channel in linear light, after IEC 61966-2-1.
fn linear(channel: u8) -> f64 {
    let c = f64::from(channel) / 255.0;
    if c <= 0.040_45 {
        c / 12.92
    } else {
        ((c + 0.055) / 1.055).powf(2.4)
    }
}

/// Oklab of linear red, green and blue: B. Ottosson, "A perceptual color space for image processing", 2020.
fn oklab(light: Triple) -> Triple {
    const CONES: Matrix = [
        [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
        [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
        [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
    ];
    const LAB: Matrix = [
        [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
        [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
        [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
    ];
    apply(&LAB, apply(&CONES, light).map(f64::cbrt))
}

/// How far an eye sees two colours apart.
fn distance(a: Color, b: Color, eye: &Eye) -> f64 {
    let seen = |color: Color| {
        let light = [color.r, color.g, color.b].map(linear);
        oklab(apply(&eye.sees, light).map(|channel| channel.clamp(0.0, 1.0)))
    };
    let squares = seen(a).into_iter().zip(seen(b));
    squares.map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
}

fn hex(color: Color) -> String {
    format!("#{:02x}{:02x}{:02x}", color.r, color.g, color.b)
}

/// Gathers what falls short, so that a new palette hears all of it at once.
#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    fn contrast(&mut self, theme: &Theme, what: &str, on: Color, behind: Color, least: f64) {
        let figure = on.contrast(behind);
        if figure < least {
            self.0.push(format!(
                "{}: {what}, {} on {}: contrast {figure:.2}, not {least}",
                theme.name,
                hex(on),
                hex(behind)
            ));
        }
    }

    fn check(self) {
        assert!(self.0.is_empty(), "\n{}", self.0.join("\n"));
    }
}

#[test]
fn text_can_be_read_wherever_it_stands() {
    let mut faults = Faults::default();
    for theme in Theme::ALL {
        let least = if is_enhanced(theme) { ENHANCED } else { TEXT };
        for behind in [theme.background, theme.panel, theme.weekend] {
            faults.contrast(theme, "ink", theme.ink, behind, least);
            faults.contrast(theme, "muted text", theme.muted, behind, least);
        }
        for track in theme.tracks.into_iter().chain([theme.muted]) {
            let under = |opacity| track.over(theme.background, opacity);
            faults.contrast(theme, "muted on a band", theme.muted, under(BAND), least);
            faults.contrast(theme, "ink in a capsule", theme.ink, under(CAPSULE), least);
            faults.contrast(theme, "a quoted date", theme.ink, under(QUOTED), least);
        }
        let signals = [("accent", theme.accent), ("warning", theme.warning)];
        for (what, color) in signals {
            faults.contrast(theme, what, color, theme.background, least);
        }
    }
    faults.check();
}

#[test]
fn tracks_stand_out_from_what_is_behind_them() {
    let mut faults = Faults::default();
    for theme in Theme::ALL {
        // On the background a track is a bar that a title may stand in.
        let in_bar = if is_enhanced(theme) { ENHANCED } else { TEXT };
        for track in theme.tracks {
            faults.contrast(theme, "a title in a bar", track, theme.background, in_bar);
            faults.contrast(theme, "a track", track, theme.panel, GRAPHIC);
        }
        faults.contrast(theme, "a link", theme.link, theme.background, GRAPHIC);
    }
    faults.check();
}

#[test]
fn lines_are_strong_where_contrast_is_asked_for() {
    let (theme, mut faults) = (&Theme::CONTRAST, Faults::default());
    for behind in [theme.background, theme.panel] {
        faults.contrast(theme, "a rule", theme.rule, behind, GRAPHIC);
    }
    faults.check();
    for other in [&Theme::LIGHT, &Theme::PRINT] {
        let [grid, paler] = [theme, other].map(|one| one.grid.contrast(one.background));
        assert!(grid > paler, "{}: {grid:.2} {paler:.2}", other.name);
    }
}

#[test]
fn every_eye_tells_the_tracks_apart() {
    let mut faults = Faults::default();
    for theme in Theme::ALL {
        let asked = Apart::asked(theme);
        for (place, &later) in theme.tracks.iter().enumerate() {
            for &earlier in &theme.tracks[..place] {
                for eye in &EYES {
                    let (figure, least) = (distance(earlier, later, eye), asked.until(place));
                    if figure < least {
                        faults.0.push(format!(
                            "{}: {} and {} are {figure:.3} apart to a {} eye, not {least}",
                            theme.name,
                            hex(earlier),
                            hex(later),
                            eye.name
                        ));
                    }
                }
            }
        }
    }
    faults.check();
}

#[test]
fn themes_are_found_by_their_names() {
    let names = Theme::ALL.map(|theme| theme.name);
    assert_eq!(names, ["light", "dark", "print", "contrast"]);
}
