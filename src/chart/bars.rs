//! Horizontal bars, with panels of different units one above the other and a yardstick told apart by its hatch.
//!
//! Knows nothing of where the values come from.

use super::axis::{Scale, with_unit};
use super::canvas::{Canvas, EDGE, Frame, Stroke, Text, VPos, count};
use super::clip::Bounds;
use super::heading::Heading;
use super::label::LEADING;
use super::letters::{Letters, Weight};
use super::notation::short_number;
use super::painter::Paint;
use super::panel::{Panel, TICK};
use super::ruler::{Fit, LabelSpace, Ruler};
use super::slot::RangeSlots;
use crate::language::Localizer;
use serde::Serialize;

/// A chart of horizontal bars.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Bars {
    /// Title, footer and the like.
    pub heading: Heading,
    /// Panels from top to bottom, each with its own linear axis from zero.
    pub panels: Vec<BarPanel>,
}

/// Bars of one unit.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct BarPanel {
    /// What is measured.
    pub label: String,
    /// Its unit, printed in brackets; may be empty.
    pub unit: String,
    /// Bars from top to bottom.
    pub rows: Vec<BarRow>,
}

/// One bar.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct BarRow {
    /// Whose value it is.
    pub label: String,
    /// In the unit of the panel; None or not finite is said in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// The value as printed at the end of the bar; empty for three significant digits.
    pub text: String,
    /// How the bar is filled.
    pub kind: BarKind,
    /// A range around the value, drawn as a whisker.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low_high: Option<(f64, f64)>,
    /// What the value is, and the ends of the range.
    #[serde(skip_serializing_if = "RangeSlots::is_empty")]
    pub slots: RangeSlots,
}

/// How a bar is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[non_exhaustive]
pub enum BarKind {
    /// The first colour.
    #[default]
    Plain,
    /// A lighter colour.
    Second,
    /// Hatched: what the others are held against.
    Yardstick,
}

/// A row ready to be drawn.
struct RowLayout<'a> {
    row: &'a BarRow,
    label: Vec<String>,
    text: String,
    value: Option<f64>,
    range: Option<(f64, f64)>,
    height: f64,
}

impl Paint for Bars {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn paint(&self, frame: Frame<'_>) -> Canvas {
        let letters = frame.letters.clone();
        let size = frame.sizes.text;
        let inner = frame.width - 2.0 * EDGE;
        let gap = 0.6 * size;
        let widest = |of: &dyn Fn(&BarRow) -> f64| self.panels.iter().flat_map(|p| &p.rows).map(of).fold(0.0, f64::max);
        let measure = |text: &str| letters.width(text, size, Weight::Regular);
        let labels = widest(&|row| measure(&row.label)).min(inner * if frame.narrow() { 0.38 } else { 0.4 });
        let most = inner * 0.42;
        let texts = widest(&|row| measure(&text_of(row, frame.words))).min(most);

        let panels: Vec<(Vec<String>, Vec<RowLayout<'_>>)> = self
            .panels
            .iter()
            .map(|panel| {
                let title = letters.wrap(&with_unit(&panel.label, &panel.unit), size, Weight::Bold, inner, 3);
                (
                    title,
                    panel.rows.iter().map(|row| lay_out(&letters, row, (size, frame.words), (labels, most))).collect(),
                )
            })
            .collect();
        let axis = TICK + 1.9 * size;
        let between = 0.7 * size;
        let height: f64 = panels
            .iter()
            .map(|(title, rows)| {
                let rows: f64 = if rows.is_empty() { 2.5 * size } else { rows.iter().map(|r| r.height).sum() };
                count(title) * size * LEADING + 0.5 * size + rows + axis
            })
            .sum::<f64>()
            + between * (count(&panels) - 1.0).max(0.0);
        // Bars get thicker when there is room, but never so thick that they look like blocks.
        let bars: f64 = panels.iter().flat_map(|(_, rows)| rows.iter().map(|r| r.height)).sum();
        let stretch =
            if bars > 0.0 { (1.0 + (frame.available_height() - height) / bars).clamp(1.0, 1.35) } else { 1.0 };
        let total =
            if panels.is_empty() { frame.available_height().max(60.0) } else { height + bars * (stretch - 1.0) };
        let (canvas, area) = frame.open(total);
        if panels.is_empty() {
            canvas.message("nothing-to-show", &area);
        }

        let left = area.low.0 + labels + gap;
        let right = area.high.0 - texts - gap;
        let mut y = area.low.1;
        for (title, rows) in &panels {
            let bold = Text { weight: Weight::Bold, ..canvas.plain() };
            canvas.lines(title, (area.low.0, y + 0.85 * size), &bold);
            y += count(title) * size * LEADING + 0.5 * size;
            let height = if rows.is_empty() { 2.5 * size } else { rows.iter().map(|r| r.height * stretch).sum() };
            let plot = Bounds { low: (left, y), high: (right, y + height) };
            draw_panel(&canvas, rows, stretch, plot, area.low.0);
            y += height + axis + between;
        }
        canvas
    }
}

fn draw_panel(canvas: &Canvas, rows: &[RowLayout<'_>], stretch: f64, plot: Bounds, edge: f64) {
    let size = canvas.sizes.text;
    if rows.is_empty() {
        canvas.message("nothing-to-show", &Bounds { low: (edge, plot.low.1), high: plot.high });
        return;
    }
    let needs = |text: &str| canvas.measure(text) + size;
    let room = LabelSpace::horizontal(plot.high.0 - plot.low.0, size, &needs, canvas.words);
    let values = rows.iter().flat_map(|r| r.value.into_iter().chain(r.range.iter().flat_map(|(a, b)| [*a, *b])));
    let panel = Ruler::new(Scale::Linear, Fit::FromZero, values, &room).and_then(|x| {
        let unit = Ruler::new(Scale::Linear, Fit::Exact, [0.0, 1.0], &room)?;
        Some(Panel::new(canvas, plot, x, unit))
    });
    if let Some(panel) = &panel {
        panel.grid_x();
        panel.axis_x(true);
    }
    let plain = Text { v_align: VPos::Center, ..canvas.plain() };
    let mut y = plot.low.1;
    for layout in rows {
        let height = layout.height * stretch;
        let middle = y + height / 2.0;
        y += height;
        let first = middle - (count(&layout.label) - 1.0) * size * LEADING / 2.0;
        canvas.lines(&layout.label, (edge, first), &plain);
        let (Some(value), Some(panel)) = (layout.value, &panel) else {
            let zero = panel.as_ref().map_or(0.0, |p| p.x().share(0.0)) * (plot.high.0 - plot.low.0);
            canvas.text(
                &layout.text,
                (plot.low.0 + zero + 0.5 * size, middle),
                &Text { colour: canvas.theme.faint_ink, ..plain },
            );
            continue;
        };
        let at = |value: f64| plot.low.0 + panel.x().share(value) * (plot.high.0 - plot.low.0);
        let (zero, end) = (at(0.0), at(value));
        let half = (0.33 * height).min(0.75 * size);
        let bar = Bounds { low: (zero.min(end), middle - half), high: (zero.max(end), middle + half) };
        draw_bar(canvas, &bar, layout.row.kind);
        let mut reach = zero.max(end);
        if let Some((low, high)) = layout.range {
            let whisker = Stroke::solid(canvas.theme.ink, 0.9);
            canvas.line(&[(at(low), middle), (at(high), middle)], &whisker);
            for x in [at(low), at(high)] {
                canvas.line(&[(x, middle - 0.5 * half), (x, middle + 0.5 * half)], &whisker);
            }
            reach = reach.max(at(high));
        }
        canvas.text(&layout.text, (reach + 0.5 * size, middle), &Text { halo: Some(canvas.theme.ground), ..plain });
    }
    if let Some(panel) = &panel {
        let zero = plot.low.0 + panel.x().share(0.0) * (plot.high.0 - plot.low.0);
        canvas.line(&[(zero, plot.low.1), (zero, plot.high.1)], &Stroke::solid(canvas.theme.ink, 0.7));
    }
}

fn draw_bar(canvas: &Canvas, bar: &Bounds, kind: BarKind) {
    let (fill, line) = match kind {
        BarKind::Plain => (canvas.theme.bar(false), None),
        BarKind::Second => (canvas.theme.bar(true), None),
        BarKind::Yardstick => {
            let (fill, line) = canvas.theme.yardstick;
            (fill, Some(line))
        }
    };
    canvas.rect(bar, fill, 1.0);
    if let Some(line) = line {
        canvas.hatch(bar, 2.6, &Stroke::solid(line, 0.6));
        canvas.outline(bar, &Stroke::solid(line, 0.8));
    }
}

fn text_of(row: &BarRow, words: Localizer) -> String {
    match row.value.filter(|v| super::ruler::shown(Scale::Linear, *v)) {
        None => words.text("not-available"),
        Some(value) if row.text.is_empty() => short_number(value, words),
        Some(_) => row.text.clone(),
    }
}

fn lay_out<'a>(
    letters: &Letters,
    row: &'a BarRow,
    (size, words): (f64, Localizer),
    (room, most): (f64, f64),
) -> RowLayout<'a> {
    let shown = |v: &f64| super::ruler::shown(Scale::Linear, *v);
    let label = letters.wrap(&row.label, size, Weight::Regular, room + 0.1, 4);
    let height = (count(&label) * size * LEADING + 0.35 * size).max(1.75 * size);
    let range = row.low_high.filter(|(low, high)| shown(low) && shown(high));
    let text = letters.wrap(&text_of(row, words), size, Weight::Regular, most + 0.1, 1).concat();
    RowLayout { row, label, text, value: row.value.filter(shown), range, height }
}

#[cfg(test)]
mod tests {
    use super::super::style::Style;
    use super::*;

    #[test]
    fn missing_values_are_said_in_words() {
        let row = |value| BarRow { label: "a & b".into(), value, ..BarRow::default() };
        let rows = vec![row(Some(1.0)), row(None), row(Some(f64::NAN)), row(Some(f64::INFINITY)), row(Some(-2.0))];
        let chart = Bars { panels: vec![BarPanel { label: "p".into(), unit: "u".into(), rows }], ..Bars::default() };
        let svg = chart.svg(&Style::default());
        assert_eq!(svg.matches("not available").count(), 3);
        assert!(svg.contains("a &amp; b"));
    }
}
