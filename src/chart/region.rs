//! A box of inputs: for each a bar within its full range, with the limits written at its ends.
//!
//! Knows nothing of how the box was found.

use super::canvas::{Canvas, EDGE, Frame, HPos, Stroke, Text, VPos, count};
use super::clip::Bounds;
use super::heading::Heading;
use super::label::LEADING;
use super::letters::{Letters, Weight};
use super::painter::Paint;
use super::slot::RangeSlots;

/// A chart of a box.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RegionChart {
    /// Title, footer and the like.
    pub heading: Heading,
    /// Its inputs from top to bottom.
    pub rows: Vec<RegionRow>,
}

/// One input of the box.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RegionRow {
    /// Name of the input.
    pub label: String,
    /// The full range.
    pub range: (f64, f64),
    /// The ends of the full range in words, printed below them.
    pub range_texts: (String, String),
    /// What the ends of the full range are.
    pub range_slots: RangeSlots,
    /// Parts of the range that lie inside the box; a part without width is a single value.
    pub parts: Vec<(f64, f64)>,
    /// What the limits of the parts are.
    pub slots: RangeSlots,
    /// What the input has to be, in words.
    pub text: String,
}

impl Paint for RegionChart {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn paint(&self, frame: Frame<'_>) -> Canvas {
        let letters = frame.letters.clone();
        let (size, small) = (frame.sizes.text, frame.sizes.small);
        let inner = frame.width - 2.0 * EDGE;
        if self.rows.is_empty() {
            return frame.message("nothing-restricted", 40.0);
        }
        // The name and the words above each bar, which has the whole width.
        let heights: Vec<f64> =
            self.rows.iter().map(|row| words(&letters, row, size, inner).1 + bar(size) + 2.4 * small).collect();
        let (canvas, area) = frame.open(heights.iter().sum::<f64>() + 0.4 * size);
        let mut y = area.low.1 + 0.4 * size;
        for (row, height) in self.rows.iter().zip(&heights) {
            draw(&canvas, row, (area.low.0, area.high.0), y);
            y += height;
        }
        canvas
    }
}

/// The name and what the input has to be, in lines that fit, and their height.
fn words(letters: &Letters, row: &RegionRow, size: f64, room: f64) -> ([Vec<String>; 2], f64) {
    let lines = |text: &str, weight: Weight| letters.wrap(text, size, weight, room, 3);
    let (name, text) = (lines(&row.label, Weight::Regular), lines(&row.text, Weight::Bold));
    let height = (count(&name) + count(&text)) * size * LEADING + 0.3 * size;
    ([name, text], height)
}

fn draw(canvas: &Canvas, row: &RegionRow, (left, right): (f64, f64), top: f64) {
    let (size, small) = (canvas.sizes.text, canvas.sizes.small);
    let ([name, text], height) = words(&canvas.letters, row, size, right - left);
    let first = top + 0.85 * size;
    canvas.lines(&name, (left, first), &canvas.plain());
    let bold = Text { weight: Weight::Bold, ..canvas.plain() };
    canvas.lines(&text, (left, first + count(&name) * size * LEADING), &bold);
    let (from, to) = (top + height, top + height + bar(size));
    canvas.rect(&Bounds { low: (left, from), high: (right, to) }, canvas.theme.grid, 1.0);
    let (low, high) = row.range;
    let at = |value: f64| {
        let share = if high > low { (value - low) / (high - low) } else { 0.5 };
        if share.is_finite() { left + share.clamp(0.0, 1.0) * (right - left) } else { left }
    };
    for (start, end) in &row.parts {
        let (start, end) = (at(*start), at(*end));
        // A single value is as wide as a line that can be seen.
        let half = if end - start < 3.0 { 1.5 } else { 0.0 };
        let part = Bounds { low: ((start - half).max(left), from), high: ((end + half).min(right), to) };
        canvas.rect(&part, canvas.theme.bar(false), 1.0);
    }
    canvas.outline(&Bounds { low: (left, from), high: (right, to) }, &Stroke::solid(canvas.theme.ink, 0.5));
    let soft = Text {
        size: small,
        colour: canvas.theme.faint_ink,
        v_align: VPos::Top,
        halo: Some(canvas.theme.ground),
        ..canvas.plain()
    };
    canvas.text(&row.range_texts.0, (left, to + 2.0), &soft);
    canvas.text(&row.range_texts.1, (right, to + 2.0), &Text { h_align: HPos::Right, ..soft });
}

/// The height of a bar.
fn bar(size: f64) -> f64 {
    1.1 * size
}

#[cfg(test)]
mod tests {
    use super::super::style::Style;
    use super::super::{Size, Theme};
    use super::*;

    #[test]
    fn nasty_data_give_a_chart() {
        for value in [f64::NAN, f64::INFINITY, 0.0, -5.0, 1e300] {
            let row = RegionRow {
                label: "a < b".into(),
                range: (0.0, value),
                parts: vec![(value, value), (0.0, 1.0)],
                ..RegionRow::default()
            };
            for size in [Size::full(), Size::column()] {
                for theme in [Theme::default(), Theme::dark()] {
                    let svg = RegionChart { rows: vec![row.clone(); 3], ..RegionChart::default() }.svg(&Style {
                        size,
                        theme,
                        ..Style::default()
                    });
                    assert!(resvg::usvg::roxmltree::Document::parse(&svg).is_ok() && !svg.contains("NaN"), "{value}");
                }
            }
        }
        assert!(RegionChart::default().svg(&Style::default()).contains("No input is restricted."));
    }
}
