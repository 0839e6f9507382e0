//! Horizontal bars made of parts that add up, ranked by the caller, in groups on one axis, with a legend above.
//!
//! Knows nothing of where the values come from.

use super::axis::{Axis, Scale};
use super::canvas::{Canvas, EDGE, Frame, Stroke, Text, VPos, count};
use super::clip::Bounds;
use super::heading::Heading;
use super::label::LEADING;
use super::letters::{Letters, Weight};
use super::notation::short_number;
use super::painter::Paint;
use super::panel::{Panel, TICK};
use super::ruler::{Fit, LabelSpace, Ruler, shown};
use super::slot::Slot;
use crate::language::Localizer;
use serde::Serialize;

/// A chart of stacked bars.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Stack {
    /// Title, footer and the like.
    pub heading: Heading,
    /// The quantity; the axis is linear and begins at zero.
    pub x: Axis,
    /// What the parts are called, from left to right; five at most have fills of their own.
    pub parts: Vec<String>,
    /// Groups from top to bottom; an empty one is left out.
    pub groups: Vec<StackGroup>,
}

/// Bars under one heading.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct StackGroup {
    /// What they have in common.
    pub label: String,
    /// Bars from top to bottom.
    pub rows: Vec<StackRow>,
}

/// One bar.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct StackRow {
    /// Whose it is.
    pub label: String,
    /// The parts from left to right; what is not a positive number is left out.
    pub parts: Vec<StackPart>,
    /// Printed at the end of the bar; empty for the sum.
    pub text: String,
    /// What the printed number is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slot: Option<Slot>,
}

/// One part of a bar.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct StackPart {
    /// Its length, in the unit of the axis.
    pub amount: f64,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slot: Option<Slot>,
}

/// A row with its label in lines.
struct RowLayout<'a> {
    row: &'a StackRow,
    label: Vec<String>,
    height: f64,
}

impl StackRow {
    fn parts(&self) -> impl Iterator<Item = f64> {
        self.parts.iter().map(|part| if shown(Scale::Linear, part.amount) { part.amount.max(0.0) } else { 0.0 })
    }

    fn sum(&self) -> f64 {
        self.parts().sum()
    }

    fn text(&self, words: Localizer) -> String {
        if self.text.is_empty() { short_number(self.sum(), words) } else { self.text.clone() }
    }
}

impl Paint for Stack {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn paint(&self, frame: Frame<'_>) -> Canvas {
        let (letters, words) = (frame.letters.clone(), frame.words);
        let size = frame.sizes.text;
        let inner = frame.width - 2.0 * EDGE;
        let measure = |text: &str| letters.width(text, size, Weight::Regular);
        let rows = || self.groups.iter().flat_map(|group| &group.rows);
        let names = rows().map(|row| measure(&row.label)).fold(0.0, f64::max);
        let names = names.min(inner * if frame.narrow() { 0.34 } else { 0.28 });
        let texts = rows().map(|row| measure(&row.text(frame.words))).fold(0.0, f64::max);
        let (left, right) = (EDGE + names + 0.8 * size, frame.width - EDGE - texts - size);
        let needs = |text: &str| measure(text) + size;
        let ruler = Ruler::new(
            Scale::Linear,
            Fit::FromZero,
            rows().map(StackRow::sum),
            &LabelSpace::horizontal((right - left).max(1.0), size, &needs, words),
        );
        let unit =
            Ruler::new(Scale::Linear, Fit::Exact, [0.0, 1.0], &LabelSpace::horizontal(100.0, size, &needs, words));
        let (Some(x), Some(unit)) = (ruler.filter(|_| rows().next().is_some()), unit) else {
            return frame.message("nothing-to-show", 60.0);
        };
        let groups: Vec<(Vec<String>, Vec<RowLayout<'_>>)> = self
            .groups
            .iter()
            .filter(|group| !group.rows.is_empty())
            .map(|group| {
                let title = letters.wrap(&group.label, size, Weight::Bold, inner, 2);
                (title, group.rows.iter().map(|row| lay_out(&letters, row, size, names)).collect())
            })
            .collect();
        let keys = legend(&letters, &self.parts, inner, size);
        let lines = keys.iter().map(|(_, _, line)| line + 1.0).fold(0.0, f64::max);
        let above = lines * 1.6 * size + 0.3 * size;
        let body: f64 = groups
            .iter()
            .map(|(title, rows)| {
                count(title) * size * LEADING + 0.9 * size + rows.iter().map(|row| row.height).sum::<f64>()
            })
            .sum();
        let axis = TICK + if self.x.title().is_empty() { 1.6 * size } else { 3.0 * size };
        let (canvas, area) = frame.open(above + body + axis);
        for (name, at, line) in &keys {
            let base = area.low.1 + line * 1.6 * size + 0.8 * size;
            let position = self.parts.iter().position(|part| part == name).unwrap_or(0);
            let low = area.low.0 + at;
            let key = Bounds { low: (low, base - 0.45 * size), high: (low + 1.4 * size, base + 0.45 * size) };
            fill(&canvas, &key, position);
            canvas.text(name, (low + 1.8 * size, base), &Text { v_align: VPos::Center, ..canvas.plain() });
        }
        let plot = Bounds { low: (left, area.low.1 + above), high: (right, area.low.1 + above + body) };
        let panel = Panel::new(&canvas, plot, x.clone(), unit);
        panel.grid_x();
        panel.axis_x(true);
        let at = |value: f64| left + x.share(value) * (right - left);
        let mut y = plot.low.1;
        for (title, rows) in &groups {
            let bold = Text { weight: Weight::Bold, halo: Some(canvas.theme.ground), ..canvas.plain() };
            canvas.lines(title, (area.low.0, y + 0.95 * size), &bold);
            y += count(title) * size * LEADING + 0.4 * size;
            for layout in rows {
                draw(&canvas, layout, (y, area.low.0), &at);
                y += layout.height;
            }
            y += 0.5 * size;
        }
        canvas.title_x(&self.x.title(), (left, right), plot.high.1 + axis - 0.15 * size);
        canvas
    }
}

/// Names of the parts with their places: the distance from the left and the line.
fn legend(letters: &Letters, parts: &[String], inner: f64, size: f64) -> Vec<(String, f64, f64)> {
    let (mut at, mut line) = (0.0, 0.0);
    let mut placed = Vec::new();
    for part in parts {
        let wide = 1.8 * size + letters.width(part, size, Weight::Regular) + 1.4 * size;
        if at > 0.0 && at + wide > inner + 1.4 * size {
            (at, line) = (0.0, line + 1.0);
        }
        placed.push((part.clone(), at, line));
        at += wide;
    }
    placed
}

fn lay_out<'a>(letters: &Letters, row: &'a StackRow, size: f64, room: f64) -> RowLayout<'a> {
    let label = letters.wrap(&row.label, size, Weight::Regular, room + 0.1, 5);
    let height = (count(&label) * size * LEADING + 0.3 * size).max(1.55 * size);
    RowLayout { row, label, height }
}

fn draw(canvas: &Canvas, layout: &RowLayout<'_>, (y, edge): (f64, f64), at: &dyn Fn(f64) -> f64) {
    let size = canvas.sizes.text;
    let middle = y + layout.height / 2.0;
    let words = Text { v_align: VPos::Center, ..canvas.plain() };
    let first = middle - (count(&layout.label) - 1.0) * size * LEADING / 2.0;
    canvas.lines(&layout.label, (edge, first), &words);
    let half = (0.36 * layout.height).min(0.6 * size);
    let mut from = 0.0;
    for (position, part) in layout.row.parts().enumerate() {
        let bar = Bounds { low: (at(from), middle - half), high: (at(from + part), middle + half) };
        if part > 0.0 {
            fill(canvas, &bar, position);
        }
        from += part;
    }
    let how = Text { halo: Some(canvas.theme.ground), colour: canvas.theme.ink, ..words };
    canvas.text(&layout.row.text(canvas.words), (at(from) + 0.4 * size, middle), &how);
}

/// Fills that differ in lightness and hatch, so that they stay apart in grey: hatched, pale, hatched wide, middle, dark.
fn fill(canvas: &Canvas, bar: &Bounds, position: usize) {
    match position {
        0 => {
            let (colour, line) = canvas.theme.yardstick;
            canvas.rect(bar, colour, 1.0);
            canvas.hatch(bar, 2.6, &Stroke::solid(line, 0.6));
            canvas.outline(bar, &Stroke::solid(line, 0.6));
        }
        1 => {
            canvas.rect(bar, canvas.theme.pale, 1.0);
            canvas.outline(bar, &Stroke::solid(canvas.theme.faint_ink, 0.4));
        }
        2 => {
            let (colour, line) = canvas.theme.opposite;
            canvas.rect(bar, colour, 1.0);
            canvas.hatch(bar, 4.0, &Stroke::solid(line, 0.8));
            canvas.outline(bar, &Stroke::solid(line, 0.6));
        }
        3 => canvas.rect(bar, canvas.theme.bar(true), 1.0),
        _ => canvas.rect(bar, canvas.theme.bar(false), 1.0),
    }
}

#[cfg(test)]
mod tests {
    use super::super::style::Style;
    use super::*;

    #[test]
    fn nasty_data_give_a_chart() {
        for value in [f64::NAN, f64::INFINITY, -1.0, 0.0, 1e-300, 1.0, 1e9, 1e300] {
            let parts = [value, 3.0, value].map(|amount| StackPart { amount, slot: None }).to_vec();
            let row = StackRow { label: "a & b".into(), parts, ..StackRow::default() };
            let chart = Stack {
                parts: vec!["one".into(), "two".into(), "three".into()],
                groups: vec![StackGroup { label: "g".into(), rows: vec![row] }],
                ..Stack::default()
            };
            let svg = chart.svg(&Style::default());
            assert!(resvg::usvg::roxmltree::Document::parse(&svg).is_ok(), "{value}");
            assert!(!svg.contains("NaN"), "{value}");
        }
        assert!(Stack::default().svg(&Style::default()).contains("Nothing to show."));
    }
}
