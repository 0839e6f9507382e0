//! Colours and dashes: Okabe-Ito for categories, cividis for fields, greys for both.
//!
//! The order is chosen so that the first three also differ in grey. Knows nothing of what a colour stands for.

use super::Palette;

/// Red, green, blue.
pub type Rgb = (u8, u8, u8);

/// Text and axes.
pub const INK: Rgb = (0x22, 0x22, 0x22);
/// Subtitle, footer, secondary text.
pub const SOFT: Rgb = (0x5c, 0x5c, 0x5c);
/// Grid lines.
pub const GRID: Rgb = (0xe3, 0xe3, 0xe3);
/// The page.
pub const PAPER: Rgb = (0xff, 0xff, 0xff);
/// Cells without a value.
pub const MISSING: Rgb = (0xd9, 0xd9, 0xd9);

const OKABE_ITO: [Rgb; 7] = [
    (0x00, 0x72, 0xb2),
    (0xe6, 0x9f, 0x00),
    (0x22, 0x22, 0x22),
    (0x00, 0x9e, 0x73),
    (0xcc, 0x79, 0xa7),
    (0xd5, 0x5e, 0x00),
    (0x56, 0xb4, 0xe9),
];

const GREYS: [Rgb; 5] =
    [(0x22, 0x22, 0x22), (0x8a, 0x8a, 0x8a), (0x55, 0x55, 0x55), (0xa6, 0xa6, 0xa6), (0x70, 0x70, 0x70)];

const DASHES: [Option<[f64; 4]>; 5] = [
    None,
    Some([5.0, 2.0, 0.0, 0.0]),
    Some([7.0, 2.0, 1.5, 2.0]),
    Some([2.5, 1.5, 0.0, 0.0]),
    Some([1.0, 1.5, 0.0, 0.0]),
];

/// Dash of marks drawn across a plot, unlike that of any series.
pub const MARK_DASH: [f64; 4] = [3.5, 2.5, 0.0, 0.0];

/// Colour of the category with this index; repeats after the last.
pub fn category(palette: Palette, index: usize) -> Rgb {
    let list: &[Rgb] = match palette {
        Palette::Colour => &OKABE_ITO,
        Palette::Grey => &GREYS,
    };
    list.get(index % list.len()).copied().unwrap_or(INK)
}

/// Brightness up to which thin letters on white are easy to read.
const LETTERS: f64 = 100.0;

/// The same hue dark enough for letters on white.
pub fn for_text(colour: Rgb) -> Rgb {
    let light = luminance(colour);
    if light <= LETTERS {
        return colour;
    }
    let darker = |c: u8| {
        let value = f64::from(c) * LETTERS / light;
        to_byte(value)
    };
    (darker(colour.0), darker(colour.1), darker(colour.2))
}

/// Dash of the line with this index. Its period differs from that of the colours, so that twelve lines stay apart.
pub fn dash(index: usize) -> Option<[f64; 4]> {
    DASHES.get(index % DASHES.len()).copied().flatten()
}

/// Fill of ordinary bars, and of the second kind.
pub fn bar(palette: Palette, second: bool) -> Rgb {
    match (palette, second) {
        (Palette::Colour, false) => (0x00, 0x72, 0xb2),
        (Palette::Colour, true) => (0x8c, 0xc9, 0xee),
        (Palette::Grey, false) => (0x4a, 0x4a, 0x4a),
        (Palette::Grey, true) => (0xb0, 0xb0, 0xb0),
    }
}

/// Lines that must stand out from bars.
pub fn accent(palette: Palette) -> Rgb {
    match palette {
        Palette::Colour => (0xc0, 0x4a, 0x00),
        Palette::Grey => INK,
    }
}

/// Fill and hatch of bars on the other side of a centre.
pub fn opposite(palette: Palette) -> (Rgb, Rgb) {
    match palette {
        Palette::Colour => ((0xf0, 0xb4, 0x3c), (0x8a, 0x55, 0x00)),
        Palette::Grey => ((0xd9, 0xd9, 0xd9), (0x55, 0x55, 0x55)),
    }
}

/// Fill of the yardstick's bars, under their hatch.
pub fn yardstick(palette: Palette) -> (Rgb, Rgb) {
    match palette {
        Palette::Colour => ((0xfa, 0xee, 0xd6), (0xb3, 0x6b, 0x00)),
        Palette::Grey => ((0xf2, 0xf2, 0xf2), (0x55, 0x55, 0x55)),
    }
}

/// Colour of a field at `t` from 0 to 1.
pub fn field(palette: Palette, t: f64) -> Rgb {
    let t = if t.is_finite() { t.clamp(0.0, 1.0) } else { 0.0 };
    match palette {
        Palette::Colour => {
            let c = colorous::CIVIDIS.eval_continuous(t);
            (c.r, c.g, c.b)
        }
        Palette::Grey => {
            let value = to_byte(240.0 - 180.0 * t);
            (value, value, value)
        }
    }
}

/// Perceived brightness, 0 to 255.
pub fn luminance((r, g, b): Rgb) -> f64 {
    0.299 * f64::from(r) + 0.587 * f64::from(g) + 0.114 * f64::from(b)
}

/// Black or white, whichever reads better on this colour.
pub fn contrast(background: Rgb) -> Rgb {
    if luminance(background) > 115.0 { (0, 0, 0) } else { PAPER }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to a byte")]
fn to_byte(value: f64) -> u8 {
    libm::round(value).clamp(0.0, 255.0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_three_differ_in_grey() {
        for palette in [Palette::Colour, Palette::Grey] {
            let light: Vec<f64> = (0..3).map(|i| luminance(category(palette, i))).collect();
            for (i, j) in [(0, 1), (0, 2), (1, 2)] {
                assert!((light[i] - light[j]).abs() > 40.0, "{palette:?} {light:?}");
            }
        }
    }

    #[test]
    fn letters_are_dark_and_fields_do_not_panic() {
        for i in 0..12 {
            assert!(luminance(for_text(category(Palette::Colour, i))) < 115.0);
        }
        assert_eq!(field(Palette::Colour, f64::NAN), field(Palette::Colour, 0.0));
        assert_eq!(contrast((0, 0, 0)), PAPER);
    }
}
