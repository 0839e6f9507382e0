//! Colours that the colour-blind can tell apart and that survive a grey printer.

use plotters::style::RGBColor;

/// Text and axes.
pub(super) const INK: RGBColor = RGBColor(34, 34, 34);
/// Secondary text.
pub(super) const SOFT: RGBColor = RGBColor(89, 89, 89);
/// Grid lines.
pub(super) const RULE: RGBColor = RGBColor(222, 222, 222);
/// Paper.
pub(super) const PAPER: RGBColor = RGBColor(255, 255, 255);

/// Okabe and Ito's colours, dark ones first; neighbours in this order differ in grey too.
const COLOURS: [RGBColor; 7] = [
    RGBColor(0, 114, 178),
    RGBColor(213, 94, 0),
    RGBColor(0, 158, 115),
    RGBColor(204, 121, 167),
    RGBColor(86, 180, 233),
    RGBColor(150, 120, 0),
    RGBColor(34, 34, 34),
];

const GREYS: [RGBColor; 4] =
    [RGBColor(20, 20, 20), RGBColor(110, 110, 110), RGBColor(70, 70, 70), RGBColor(150, 150, 150)];

/// Dashes in points, so that lines differ without colour too; the first line is solid.
const DASHES: [&[f64]; 5] = [&[], &[6.0, 2.5], &[1.5, 2.0], &[8.0, 2.5, 1.5, 2.5], &[3.0, 1.5]];

/// The colour of the n-th series.
pub(super) fn series(index: usize, grey: bool) -> RGBColor {
    if grey { GREYS[index % GREYS.len()] } else { COLOURS[index % COLOURS.len()] }
}

/// The dashes of the n-th series.
pub(super) fn dashes(index: usize) -> &'static [f64] {
    DASHES[index % DASHES.len()]
}

/// A field's colour at a share of its range, from dark to light.
pub(super) fn field(share: f64, grey: bool) -> RGBColor {
    let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 };
    if grey {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 45 and 245")]
        let level = (45.0 + 200.0 * share) as u8;
        return RGBColor(level, level, level);
    }
    let colour = colorous::CIVIDIS.eval_continuous(share);
    RGBColor(colour.r, colour.g, colour.b)
}

/// Whether black text stands out better than white on a colour.
pub(super) fn is_light(colour: RGBColor) -> bool {
    let RGBColor(red, green, blue) = colour;
    0.299 * f64::from(red) + 0.587 * f64::from(green) + 0.114 * f64::from(blue) > 120.0
}
