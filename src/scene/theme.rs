//! Colours.

use crate::layout::COLORS;

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
    /// How strongly the line of a track is drawn, from 0 to 1.
    pub line: f64,
    /// Tracks, in order of the palette; after the last it begins again. They part in lightness as well as in hue,
    /// so that an eye that confuses hues still tells them apart.
    pub tracks: [Color; COLORS],
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
        line: 0.38,
        tracks: [
            Color::rgb(0xa00200),
            Color::rgb(0x534cdb),
            Color::rgb(0xa06c00),
            Color::rgb(0x673692),
            Color::rgb(0x06554e),
            Color::rgb(0x0380a6),
            Color::rgb(0x7b634c),
            Color::rgb(0xc63585),
            Color::rgb(0x5c6a74),
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
        line: 0.38,
        tracks: [
            Color::rgb(0xe86429),
            Color::rgb(0x717cf7),
            Color::rgb(0xedaf29),
            Color::rgb(0xbca3ff),
            Color::rgb(0x50cda7),
            Color::rgb(0xa7d1ee),
            Color::rgb(0xaa8f7f),
            Color::rgb(0xcb60ba),
            Color::rgb(0x91a5b3),
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
    /// As much contrast as can be had: black on white, strong lines, deep colours.
    pub const CONTRAST: Self = Self {
        name: "contrast",
        background: Color::rgb(0xffffff),
        panel: Color::rgb(0xffffff),
        ink: Color::rgb(0x000000),
        muted: Color::rgb(0x333333),
        grid: Color::rgb(0xb8b8b8),
        rule: Color::rgb(0x7a7a7a),
        weekend: Color::rgb(0xececec),
        link: Color::rgb(0x333333),
        accent: Color::rgb(0x0b3fae),
        warning: Color::rgb(0x7a4300),
        line: 1.0,
        tracks: [
            Color::rgb(0x7d1507),
            Color::rgb(0x004ecf),
            Color::rgb(0x844b00),
            Color::rgb(0x623099),
            Color::rgb(0x004a3c),
            Color::rgb(0x36587e),
            Color::rgb(0x6b5445),
            Color::rgb(0xa80f74),
            Color::rgb(0x4b525f),
        ],
    };

    /// The themes there are.
    pub const ALL: [&Self; 4] = [&Self::LIGHT, &Self::DARK, &Self::PRINT, &Self::CONTRAST];

    /// The colour at a place of the palette.
    pub fn track(&self, place: usize) -> Color {
        self.tracks[place % COLORS]
    }
}
