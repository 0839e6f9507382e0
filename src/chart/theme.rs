//! The colours, letters and lines of a chart by what they are for: light or dark, in colour or in greys, and as a house
//! wants them.
//!
//! Light in colour is Okabe-Ito for series and cividis for fields. The order of series is chosen so that the first three
//! also differ in grey. Knows nothing of what a series means.

use std::sync::Arc;

use super::colour::{TEXT_CONTRAST, byte, contrast, mix};
use super::font::Font;
use super::palette::{Rgb, brightness};

/// Colours by what they are for, letters and lines.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    /// Text and axes.
    pub ink: Rgb,
    /// Subtitle, footer, secondary text.
    pub faint_ink: Rgb,
    /// Grid lines.
    pub grid: Rgb,
    /// The page, and the halo around letters that stand on lines.
    pub ground: Rgb,
    /// Cells without a value.
    pub missing: Rgb,
    /// Series in their order; not empty.
    pub series: Vec<Rgb>,
    /// Fill of ordinary bars, and of the second kind.
    pub bars: [Rgb; 2],
    /// Fill of bars of a third, pale kind.
    pub pale: Rgb,
    /// Lines that must stand out from bars.
    pub accent: Rgb,
    /// Fill and hatch of bars on the other side of a centre.
    pub opposite: (Rgb, Rgb),
    /// Fill of the yardstick's bars, and their hatch.
    pub yardstick: (Rgb, Rgb),
    /// Colours of fields.
    pub map: ColourMap,
    /// Letters: those built in where there are none.
    pub font: Option<Arc<Font>>,
    /// How much larger letters are than usual.
    pub text_scale: f64,
    /// How much thicker lines of series are than usual.
    pub line_scale: f64,
    /// The line at the foot.
    pub footer: Footer,
}

/// Colours of a field from its lowest to its highest value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum ColourMap {
    /// Blue to yellow, safe for the colour-blind.
    #[default]
    Cividis,
    /// Violet to yellow.
    Viridis,
    /// White to blue.
    Blues,
    /// White to green.
    Greens,
    /// Light grey to dark grey.
    Greys,
    /// Dark grey to light grey.
    DarkGreys,
}

impl ColourMap {
    /// By the name that a style file gives it.
    #[must_use]
    pub fn by_name(name: &str) -> Option<Self> {
        match name {
            "cividis" => Some(Self::Cividis),
            "viridis" => Some(Self::Viridis),
            "blues" => Some(Self::Blues),
            "greens" => Some(Self::Greens),
            "greys" => Some(Self::Greys),
            _ => None,
        }
    }
}

/// The line at the foot of a chart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Footer {
    /// The scenario and its sources.
    #[default]
    Standard,
    /// None.
    Off,
    /// This text.
    Custom(String),
}

const fn grey(value: u8) -> Rgb {
    (value, value, value)
}

impl Default for Theme {
    fn default() -> Self {
        Self {
            ink: grey(0x22),
            faint_ink: grey(0x5c),
            grid: grey(0xe3),
            ground: grey(0xff),
            missing: grey(0xd9),
            series: vec![
                (0x00, 0x72, 0xb2),
                (0xe6, 0x9f, 0x00),
                (0x22, 0x22, 0x22),
                (0x00, 0x9e, 0x73),
                (0xcc, 0x79, 0xa7),
                (0xd5, 0x5e, 0x00),
                (0x56, 0xb4, 0xe9),
            ],
            bars: [(0x00, 0x72, 0xb2), (0x8c, 0xc9, 0xee)],
            pale: (0xe8, 0xee, 0xf3),
            accent: (0xc0, 0x4a, 0x00),
            opposite: ((0xf0, 0xb4, 0x3c), (0x8a, 0x55, 0x00)),
            yardstick: ((0xfa, 0xee, 0xd6), (0xb3, 0x6b, 0x00)),
            map: ColourMap::Cividis,
            font: None,
            text_scale: 1.0,
            line_scale: 1.0,
            footer: Footer::Standard,
        }
    }
}

impl Theme {
    /// Light letters on a dark page.
    #[must_use]
    pub fn dark() -> Self {
        Self {
            ink: grey(0xec),
            faint_ink: (0xb0, 0xb6, 0xbe),
            grid: (0x38, 0x3f, 0x49),
            ground: (0x15, 0x19, 0x20),
            missing: (0x4a, 0x51, 0x5c),
            series: vec![
                (0x3a, 0x8f, 0xd6),
                (0xe8, 0xb0, 0x30),
                grey(0xfa),
                (0x2f, 0xb8, 0x8e),
                (0xdb, 0x8f, 0xba),
                (0xf0, 0x7d, 0x2c),
                (0x8c, 0xd3, 0xf7),
            ],
            bars: [(0x4f, 0xa3, 0xe0), (0x2b, 0x5d, 0x84)],
            pale: (0x24, 0x2c, 0x36),
            accent: (0xff, 0x9a, 0x4d),
            opposite: ((0xc9, 0x8f, 0x1e), (0x5a, 0x3c, 0x00)),
            yardstick: ((0x3a, 0x30, 0x1c), (0xe8, 0xa8, 0x40)),
            ..Self::default()
        }
    }

    /// Greys only.
    #[must_use]
    pub fn in_grey(mut self) -> Self {
        let dark = self.is_dark();
        let turn = |colour: Rgb| grey(byte(brightness(colour)));
        for colour in [&mut self.ink, &mut self.faint_ink, &mut self.grid, &mut self.ground, &mut self.missing] {
            *colour = turn(*colour);
        }
        // Series; bars, the second kind and the pale one; the other side and its hatch; the yardstick and its hatch.
        let (series, bars, pairs, map) = if dark {
            let pairs = [0x50, 0xc0, 0x28, 0xa8];
            ([0xf0, 0x86, 0xba, 0x6e, 0xa0], [0xb8, 0x62, 0x38], pairs, ColourMap::DarkGreys)
        } else {
            let pairs = [0xd9, 0x55, 0xf2, 0x55];
            ([0x22, 0x8a, 0x55, 0xa6, 0x70], [0x4a, 0xb0, 0xee], pairs, ColourMap::Greys)
        };
        self.series = series.map(grey).to_vec();
        let [bar, second, pale] = bars.map(grey);
        (self.bars, self.pale, self.accent) = ([bar, second], pale, self.ink);
        let [side, side_hatch, yardstick, yardstick_hatch] = pairs.map(grey);
        (self.opposite, self.yardstick) = ((side, side_hatch), (yardstick, yardstick_hatch));
        self.map = map;
        self
    }

    /// Text of this size in points, where a page is as wide as a sheet; narrow ones stay a little smaller.
    #[must_use]
    pub fn with_text_size(self, points: f64) -> Self {
        Self { text_scale: points / TEXT_SIZE, ..self }
    }

    /// Lines of series of this width in points.
    #[must_use]
    pub fn with_line_width(self, points: f64) -> Self {
        Self { line_scale: points / LINE_WIDTH, ..self }
    }

    /// Series, and what follows from them, in a house's colours.
    #[must_use]
    pub fn with_series(mut self, colours: &[Rgb]) -> Self {
        let Some(first) = colours.first() else { return self };
        let second = colours.get(1).copied().unwrap_or(mix(*first, self.ink, 0.5));
        self.series = colours.to_vec();
        self.bars = [*first, mix(*first, self.ground, 0.55)];
        self.pale = mix(*first, self.ground, 0.88);
        self.opposite = (mix(second, self.ground, 0.25), mix(second, self.ink, 0.5));
        self
    }

    /// Whether the page is darker than its letters.
    pub(super) fn is_dark(&self) -> bool {
        brightness(self.ground) < brightness(self.ink)
    }

    /// Colour of the series with this index; repeats after the last.
    pub(super) fn category(&self, index: usize) -> Rgb {
        self.series.get(index % self.series.len().max(1)).copied().unwrap_or(self.ink)
    }

    /// Fill of ordinary bars, or of the second kind.
    pub(super) fn bar(&self, second: bool) -> Rgb {
        self.bars[usize::from(second)]
    }

    /// The same hue, dark or light enough for letters on the ground.
    pub(super) fn for_text(&self, colour: Rgb) -> Rgb {
        let light = brightness(colour);
        let start = if !self.is_dark() && light > LETTERS {
            let darker = |c: u8| byte(f64::from(c) * LETTERS / light);
            (darker(colour.0), darker(colour.1), darker(colour.2))
        } else {
            colour
        };
        let steps = (0..=20).map(|step| mix(start, self.ink, f64::from(step) / 20.0));
        steps.into_iter().find(|text| contrast(*text, self.ground) >= TEXT_CONTRAST).unwrap_or(self.ink)
    }

    /// Colour of a field at `t` from 0 to 1.
    pub(super) fn field(&self, t: f64) -> Rgb {
        let t = if t.is_finite() { t.clamp(0.0, 1.0) } else { 0.0 };
        let gradient = match self.map {
            ColourMap::Cividis => colorous::CIVIDIS,
            ColourMap::Viridis => colorous::VIRIDIS,
            ColourMap::Blues => colorous::BLUES,
            ColourMap::Greens => colorous::GREENS,
            ColourMap::Greys => return grey(byte(240.0 - 180.0 * t)),
            ColourMap::DarkGreys => return grey(byte(60.0 + 180.0 * t)),
        };
        let c = gradient.eval_continuous(t);
        (c.r, c.g, c.b)
    }
}

/// Size of ordinary text in points, where nobody says otherwise.
pub(super) const TEXT_SIZE: f64 = 8.8;

/// Width of lines of series in points, where nobody says otherwise.
pub(super) const LINE_WIDTH: f64 = 1.5;

/// Brightness up to which thin letters on white are easy to read.
const LETTERS: f64 = 100.0;

#[cfg(test)]
mod tests {
    use super::super::palette::{self, dash};
    use super::*;

    fn all() -> Vec<Theme> {
        let own = |theme: Theme| theme.with_series(&[(0x1d, 0x4e, 0x5f), (0xc8, 0x96, 0x3e), (0x7a, 0x1f, 0x3d)]);
        let plain = [Theme::default(), Theme::dark()];
        plain.into_iter().flat_map(|theme| [theme.clone(), theme.clone().in_grey(), own(theme)]).collect()
    }

    #[test]
    fn every_text_reads_on_its_ground() {
        for theme in all() {
            let mut roles = vec![theme.ink, theme.faint_ink];
            roles.extend((0..8).map(|index| theme.for_text(theme.category(index))));
            roles.extend([theme.accent, theme.opposite.1, theme.yardstick.1].map(|colour| theme.for_text(colour)));
            for text in roles {
                let reached = contrast(text, theme.ground);
                assert!(reached >= TEXT_CONTRAST, "{text:?} on {:?}: {reached:.2}", theme.ground);
            }
            for step in 0..=20 {
                let cell = theme.field(f64::from(step) / 20.0);
                assert!(contrast(palette::black_or_white(cell), cell) >= TEXT_CONTRAST, "on the field's {cell:?}");
            }
        }
    }

    #[test]
    fn series_are_told_apart_also_in_grey() {
        for theme in [Theme::default(), Theme::dark(), Theme::default().in_grey(), Theme::dark().in_grey()] {
            for (a, b) in (0..5).flat_map(|a| (0..a).map(move |b| (a, b))) {
                assert!(dash(a) != dash(b) && theme.category(a) != theme.category(b), "{a} and {b}");
                let apart = (brightness(theme.category(a)) - brightness(theme.category(b))).abs();
                assert!(a > 2 || apart > 40.0, "{a} and {b} are {apart:.0} apart in grey");
            }
            let light = |colour: Rgb| brightness(colour);
            assert!((light(theme.bar(false)) - light(theme.bar(true))).abs() > 40.0);
            assert!((light(theme.bar(true)) - light(theme.pale)).abs() > 30.0);
            for index in 0..7 {
                // WCAG 2.1, 1.4.11 asks 3 of graphics; amber and pink of Okabe and Ito reach 2.
                let reached = contrast(theme.category(index), theme.ground);
                assert!(reached > 1.9, "series {index} is lost on the ground: {reached:.2}");
            }
        }
    }

    #[test]
    fn grey_is_grey_and_fields_do_not_panic() {
        for theme in [Theme::default().in_grey(), Theme::dark().in_grey()] {
            for (r, g, b) in theme.series.iter().chain(&theme.bars).chain([&theme.ink, &theme.ground, &theme.accent]) {
                assert!(r == g && g == b);
            }
        }
        assert_eq!(Theme::default().field(f64::NAN), Theme::default().field(0.0));
    }
}
