//! Dashes of lines, and the brightness of colours.
//!
//! Knows nothing of what a colour stands for: that is the theme's.

pub use super::colour::Rgb;

/// Dashes in the order of lines, the first none.
pub const DASHES: [Option<[f64; 4]>; 5] = [
    None,
    Some([5.0, 2.0, 0.0, 0.0]),
    Some([7.0, 2.0, 1.5, 2.0]),
    Some([2.5, 1.5, 0.0, 0.0]),
    Some([1.0, 1.5, 0.0, 0.0]),
];

/// Dash of marks drawn across a plot, unlike that of any series.
pub const MARK_DASH: [f64; 4] = [3.5, 2.5, 0.0, 0.0];

/// Dash of the line with this index; repeats after the last, from where on lines have marks.
pub fn dash(index: usize) -> Option<[f64; 4]> {
    DASHES.get(index % DASHES.len()).copied().flatten()
}

/// Perceived brightness, 0 to 255.
pub fn brightness((r, g, b): Rgb) -> f64 {
    0.299 * f64::from(r) + 0.587 * f64::from(g) + 0.114 * f64::from(b)
}

/// Black or white, whichever reads better on this colour.
pub fn black_or_white(background: Rgb) -> Rgb {
    if brightness(background) > 115.0 { (0, 0, 0) } else { (0xff, 0xff, 0xff) }
}
