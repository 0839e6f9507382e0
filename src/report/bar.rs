//! Small bars for ranges in tables of a terminal: `├──●────┤` from the low to the high end, with the central case.
//!
//! All bars of a table have one scale, in multiples of the central case and spaced by factors: so the central cases
//! stand below one another, and a longer bar is a wider spread whatever the unit. Knows nothing of what is measured.

use crate::quantity::number::significant;

/// Columns of a bar.
pub const COLUMNS: usize = 15;

/// The widest factor that is drawn; what goes beyond ends in an arrow.
const WIDEST: f64 = 10.0;

/// A range around a central case, in multiples of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    low: f64,
    high: f64,
}

impl Bar {
    /// A bar for a range, if the central case is a positive number and the range goes no lower than zero.
    #[must_use]
    pub fn new(low: f64, central: f64, high: f64) -> Option<Self> {
        let (low, high) = (low / central, high / central);
        (central > 0.0 && low >= 0.0 && low <= high && high.is_finite()).then_some(Self { low, high })
    }
}

/// The ends that bars of one table have, in multiples of the central case.
fn scale(bars: &[Option<Bar>]) -> (f64, f64) {
    let drawn = || bars.iter().flatten();
    let low = drawn().map(|bar| bar.low).fold(1.0, f64::min).max(1.0 / WIDEST);
    let high = drawn().map(|bar| bar.high).fold(1.0, f64::max).min(WIDEST);
    // Room on both sides, so that the central case never stands at the edge alone.
    (low.min(1.0 / 1.05), high.max(1.05))
}

/// The head of the column: the ends of the scale.
#[must_use]
pub fn head(bars: &[Option<Bar>]) -> String {
    let (low, high) = scale(bars);
    let (low, high) = (format!("×{}", significant(low, 2)), format!("×{}", significant(high, 2)));
    let gap = COLUMNS.saturating_sub(low.chars().count() + high.chars().count());
    format!("{low}{}{high}", " ".repeat(gap))
}

/// The bars as texts of one length.
#[must_use]
pub fn draw(bars: &[Option<Bar>]) -> Vec<String> {
    let (least, greatest) = scale(bars);
    #[expect(clippy::cast_precision_loss, reason = "a few columns")]
    let steps = (COLUMNS - 1) as f64;
    let at = |ratio: f64| -> usize {
        let share = libm::log(ratio.clamp(least, greatest) / least) / libm::log(greatest / least);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and a few columns")]
        let column = libm::round(share * steps) as usize;
        column.min(COLUMNS - 1)
    };
    let line = |bar: &Bar| {
        let (from, to) = (at(bar.low), at(bar.high));
        let mut cells = vec![' '; COLUMNS];
        for cell in cells.iter_mut().take(to).skip(from) {
            *cell = '─';
        }
        cells[from] = if bar.low < least { '◂' } else { '├' };
        cells[to] = if bar.high > greatest { '▸' } else { '┤' };
        cells[at(1.0)] = '●';
        cells.into_iter().collect::<String>()
    };
    bars.iter().map(|bar| bar.as_ref().map_or_else(String::new, line)).collect()
}

/// A text for terminals that show nothing but ASCII.
#[must_use]
pub fn ascii(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '├' | '┤' | '│' => plain.push('|'),
            '─' | '–' | '−' => plain.push('-'),
            '●' => plain.push('o'),
            '◂' => plain.push('<'),
            '▸' => plain.push('>'),
            '×' => plain.push('x'),
            '²' => plain.push('2'),
            '³' => plain.push('3'),
            '≥' => plain.push_str(">="),
            '≤' => plain.push_str("<="),
            '→' => plain.push_str("->"),
            '’' => plain.push('\''),
            '€' => plain.push_str("EUR"),
            '·' => plain.push('*'),
            other => plain.push(other),
        }
    }
    plain
}
