//! Colours.

/// A colour: red, green, blue and opacity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color {
    /// Red.
    pub r: u8,
    /// Green.
    pub g: u8,
    /// Blue.
    pub b: u8,
    /// Opacity; 255 covers.
    pub a: u8,
}

impl Color {
    /// The opaque colour written `0xRRGGBB`.
    pub const fn rgb(hex: u32) -> Self {
        Self {
            r: (hex >> 16) as u8,
            g: (hex >> 8) as u8,
            b: hex as u8,
            a: 255,
        }
    }

    /// The same colour with another opacity, from 0 to 1.
    #[must_use]
    pub fn alpha(self, opacity: f64) -> Self {
        Self {
            a: (opacity.clamp(0.0, 1.0) * 255.0).round() as u8,
            ..self
        }
    }

    /// The opaque colour that results from laying `self` over `under` with an opacity.
    #[must_use]
    pub fn over(self, under: Self, opacity: f64) -> Self {
        let mix = |top: u8, bottom: u8| {
            (f64::from(top) * opacity + f64::from(bottom) * (1.0 - opacity)).round() as u8
        };
        Self {
            r: mix(self.r, under.r),
            g: mix(self.g, under.g),
            b: mix(self.b, under.b),
            a: 255,
        }
    }

    /// Relative luminance after WCAG 2.
    pub fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.040_45 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(self.r) + 0.7152 * linear(self.g) + 0.0722 * linear(self.b)
    }

    /// Contrast between two opaque colours after WCAG 2, from 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}

/// The colours of a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// Its name, as the command line has it.
    pub name: &'static str,
    /// Behind the tracks.
    pub background: Color,
    /// Behind the track heads and the axis.
    pub panel: Color,
    /// Text that matters.
    pub ink: Color,
    /// Text that matters less; still readable.
    pub muted: Color,
    /// Fine lines of the axis.
    pub grid: Color,
    /// Lines between tracks and around panels.
    pub rule: Color,
    /// Shading of weekends.
    pub weekend: Color,
    /// Lines that join a meeting, and what was called off.
    pub link: Color,
    /// What is selected.
    pub accent: Color,
    /// A quiet warning.
    pub warning: Color,
    /// Tracks, in order of the palette; after the last it begins again.
    pub tracks: [Color; 9],
}

impl Theme {
    /// Dark on white.
    pub const LIGHT: Self = Self {
        name: "light",
        background: Color::rgb(0xffffff),
        panel: Color::rgb(0xffffff),
        ink: Color::rgb(0x1b1f27),
        muted: Color::rgb(0x5c6370),
        grid: Color::rgb(0xeef0f4),
        rule: Color::rgb(0xdfe3ea),
        weekend: Color::rgb(0xf5f6f9),
        link: Color::rgb(0x7b8290),
        accent: Color::rgb(0x1f5fd6),
        warning: Color::rgb(0xa15c00),
        tracks: [
            Color::rgb(0xc2401f),
            Color::rgb(0x2a63e0),
            Color::rgb(0x9a6c00),
            Color::rgb(0x7a46b8),
            Color::rgb(0x0e7a5a),
            Color::rgb(0x2f7f9f),
            Color::rgb(0x85543f),
            Color::rgb(0xb3327a),
            Color::rgb(0x59626f),
        ],
    };
    /// Light on near-black.
    pub const DARK: Self = Self {
        name: "dark",
        background: Color::rgb(0x15181e),
        panel: Color::rgb(0x191d24),
        ink: Color::rgb(0xe8eaef),
        muted: Color::rgb(0xa0a8b5),
        grid: Color::rgb(0x222730),
        rule: Color::rgb(0x2e343f),
        weekend: Color::rgb(0x1b1f27),
        link: Color::rgb(0x7f8794),
        accent: Color::rgb(0x7aa7ff),
        warning: Color::rgb(0xe0a64a),
        tracks: [
            Color::rgb(0xf0785a),
            Color::rgb(0x6f9dff),
            Color::rgb(0xd9ab3c),
            Color::rgb(0xb48df0),
            Color::rgb(0x3fbf95),
            Color::rgb(0x62b8d8),
            Color::rgb(0xc79478),
            Color::rgb(0xea77b5),
            Color::rgb(0xa3adbb),
        ],
    };
    /// For paper: stronger lines, nothing that a press would lose.
    pub const PRINT: Self = Self {
        name: "print",
        background: Color::rgb(0xffffff),
        panel: Color::rgb(0xffffff),
        ink: Color::rgb(0x000000),
        muted: Color::rgb(0x444444),
        grid: Color::rgb(0xe2e2e2),
        rule: Color::rgb(0xb8b8b8),
        weekend: Color::rgb(0xf1f1f1),
        link: Color::rgb(0x555555),
        ..Self::LIGHT
    };

    /// The themes there are.
    pub const ALL: [&Self; 3] = [&Self::LIGHT, &Self::DARK, &Self::PRINT];

    /// The colour at a place of the palette.
    pub fn track(&self, place: usize) -> Color {
        self.tracks[place % self.tracks.len()]
    }
}
