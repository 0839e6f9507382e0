//! A box of inputs: for each a bar on an axis of its own that spans its full range, with the limits in words above it.
//!
//! Knows nothing of how the box was found.

use super::axis::{Scale, with_unit};
use super::canvas::{Canvas, EDGE, Frame, Text, count};
use super::clip::Bounds;
use super::heading::Heading;
use super::label::LEADING;
use super::letters::{Letters, Weight};
use super::painter::Paint;
use super::panel::{Panel, TICK, fit_sides};
use super::ruler::{Fit, LabelSpace, Ruler};
use super::slot::{RangeSlots, Slot};

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
    /// Its unit, printed in brackets; may be empty.
    pub unit: String,
    /// The full range.
    pub range: (f64, f64),
    /// The case of reference, marked by a dot.
    pub central: Option<f64>,
    /// What the case of reference is.
    pub slot: Option<Slot>,
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
            self.rows.iter().map(|row| words(&letters, row, size, inner).1 + bar(size) + TICK + 2.2 * size).collect();
        let key = self.rows.iter().any(|row| row.central.is_some()).then(|| frame.words.text("region-key"));
        let key = key.map_or_else(Vec::new, |key| letters.wrap(&key, small, Weight::Regular, inner, 3));
        let (canvas, area) = frame.open(heights.iter().sum::<f64>() + 0.4 * size + count(&key) * small * LEADING);
        let mut y = area.low.1 + 0.4 * size;
        for (row, height) in self.rows.iter().zip(&heights) {
            draw(&canvas, row, (area.low.0, area.high.0), y);
            y += height;
        }
        let faint = Text { size: small, colour: canvas.theme.faint_ink, ..canvas.plain() };
        canvas.lines(&key, (area.low.0, y + 0.6 * small), &faint);
        canvas
    }
}

/// The name and what the input has to be, in lines that fit, and their height.
fn words(letters: &Letters, row: &RegionRow, size: f64, room: f64) -> ([Vec<String>; 2], f64) {
    let lines = |text: &str, weight: Weight| letters.wrap(text, size, weight, room, 3);
    let name = with_unit(&row.label, &row.unit);
    let (name, text) = (lines(&name, Weight::Regular), lines(&row.text, Weight::Bold));
    let height = (count(&name) + count(&text)) * size * LEADING + 0.3 * size;
    ([name, text], height)
}

fn draw(canvas: &Canvas, row: &RegionRow, page: (f64, f64), top: f64) {
    let size = canvas.sizes.text;
    let ([name, text], height) = words(&canvas.letters, row, size, page.1 - page.0);
    let first = top + 0.85 * size;
    canvas.lines(&name, (page.0, first), &canvas.plain());
    let bold = Text { weight: Weight::Bold, ..canvas.plain() };
    canvas.lines(&text, (page.0, first + count(&name) * size * LEADING), &bold);
    let (from, to) = (top + height, top + height + bar(size));
    let needs = |text: &str| canvas.letters.width(text, size, Weight::Regular) + size;
    let (low, high) = row.range;
    let ruler = |length: f64| {
        let space = LabelSpace::horizontal(length, size, &needs, canvas.words);
        Ruler::new(Scale::Linear, Fit::Exact, [low, high], &space)
    };
    let (left, right, axis) = fit_sides(&canvas.letters, page, page, size, ruler);
    let Some(axis) = axis else { return };
    canvas.rect(&Bounds { low: (left, from), high: (right, to) }, canvas.theme.grid, 1.0);
    let at = |value: f64| {
        let share = axis.share(value);
        if share.is_finite() { left + share.clamp(0.0, 1.0) * (right - left) } else { left }
    };
    for (start, end) in &row.parts {
        let (start, end) = (at(*start), at(*end));
        // A single value is as wide as a line that can be seen.
        let half = if end - start < 3.0 { 1.5 } else { 0.0 };
        let part = Bounds { low: ((start - half).max(left), from), high: ((end + half).min(right), to) };
        canvas.rect(&part, canvas.theme.bar(false), 1.0);
    }
    let space = LabelSpace::horizontal(100.0, size, &needs, canvas.words);
    let unit = Ruler::new(Scale::Linear, Fit::Exact, [0.0, 1.0], &space);
    if let Some(unit) = unit {
        Panel::new(canvas, Bounds { low: (left, from), high: (right, to) }, axis.clone(), unit).axis_x(true);
    }
    if let Some(x) = row.central.filter(|value| *value >= low && *value <= high).map(at) {
        let middle = f64::midpoint(from, to);
        canvas.dot((x, middle), 3.6, canvas.theme.ground);
        canvas.dot((x, middle), 2.8, canvas.theme.accent);
    }
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
