//! Spans: how far values from zero upwards spread, a strip for each name, darker towards its median, with a ring at the
//! greatest. A panel has one quantity and one axis, so that its strips can be held against one another.
//!
//! Knows nothing of where the values come from, and computes no percentiles: it gets the quantiles that it draws.

use super::axis::{Scale, with_unit};
use super::canvas::{Canvas, EDGE, Frame, Stroke, Text, VPos, count};
use super::clip::Bounds;
use super::colour::mix;
use super::heading::Heading;
use super::label::LEADING;
use super::letters::Weight;
use super::painter::Paint;
use super::panel::{Panel, TICK};
use super::ruler::{Fit, LabelSpace, Ruler, shown};
use super::slot::{RangeSlots, Slot};

/// A chart of spans.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Spans {
    /// Title, footer and the like.
    pub heading: Heading,
    /// Quantities from top to bottom.
    pub panels: Vec<SpanPanel>,
    /// What the marks mean.
    pub key: String,
}

/// A quantity.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SpanPanel {
    /// What is measured.
    pub label: String,
    /// Its unit, printed in brackets; may be empty.
    pub unit: String,
    /// Names from top to bottom.
    pub rows: Vec<SpanRow>,
}

/// How the values of one name spread, in the unit of the panel.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SpanRow {
    /// Whose they are.
    pub label: String,
    /// Whether it is the one to look at.
    pub strong: bool,
    /// Quantiles in ascending order, as many below the median as above it.
    pub quantiles: Vec<f64>,
    /// The greatest value.
    pub largest: f64,
    /// Median and greatest value in words.
    pub text: String,
    /// What the first, the middle and the last quantile are.
    pub slots: RangeSlots,
    /// What the greatest value is.
    pub largest_slot: Option<Slot>,
}

/// Shades from the ends of a strip to its median.
const PALEST: f64 = 0.22;

impl Paint for Spans {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn paint(&self, frame: Frame<'_>) -> Canvas {
        let (letters, words) = (frame.letters.clone(), frame.words);
        let (size, small, inner) = (frame.sizes.text, frame.sizes.small, frame.width - 2.0 * EDGE);
        let rows = || self.panels.iter().flat_map(|panel| &panel.rows);
        if rows().next().is_none() {
            return frame.message("nothing-to-show", 60.0);
        }
        let narrow = frame.narrow();
        let names = rows().map(|row| letters.width(&row.label, size, Weight::Bold)).fold(0.0, f64::max);
        let names = names.min(if narrow { 0.36 } else { 0.3 } * inner);
        let texts = rows().map(|row| letters.width(&row.text, size, Weight::Regular)).fold(0.0, f64::max);
        // On a narrow page the numbers stand below the strips.
        let beside = if narrow { 0.0 } else { texts + size };
        let label = |row: &SpanRow| letters.wrap(&row.label, size, Weight::Bold, names + 0.1, 3);
        let height = |row: &SpanRow| {
            (count(&label(row)) * LEADING + 0.5).max(2.0) * size + if narrow { small * LEADING } else { 0.0 }
        };
        let title =
            |panel: &SpanPanel| letters.wrap(&with_unit(&panel.label, &panel.unit), size, Weight::Bold, inner, 3);
        let above = |panel: &SpanPanel| count(&title(panel)) * size * LEADING + 0.7 * size;
        let axis = TICK + 2.4 * size;
        let key = letters.wrap(&self.key, small, Weight::Regular, inner, 3);
        let panels = self.panels.iter().filter(|panel| !panel.rows.is_empty());
        let total: f64 =
            panels.clone().map(|panel| above(panel) + panel.rows.iter().map(height).sum::<f64>() + axis).sum();
        let (canvas, area) = frame.open(total + count(&key) * small * LEADING + 0.4 * small);
        let mut y = area.low.1;
        for panel in panels {
            let lines = title(panel);
            canvas.lines(&lines, (area.low.0, y + 0.85 * size), &Text { weight: Weight::Bold, ..canvas.plain() });
            y += above(panel);
            let deep = panel.rows.iter().map(height).sum::<f64>();
            let plot = Bounds { low: (area.low.0 + names + size, y), high: (area.high.0 - beside - size, y + deep) };
            let needs = |text: &str| letters.width(text, size, Weight::Regular) + size;
            let space = LabelSpace::horizontal(plot.high.0 - plot.low.0, size, &needs, words);
            let values = panel.rows.iter().flat_map(|row| row.quantiles.iter().copied().chain([row.largest]));
            let values = values.filter(|value| shown(Scale::Linear, *value) && *value >= 0.0).chain([0.0]);
            let x = Ruler::new(Scale::Linear, Fit::Round, values, &space);
            let unit = Ruler::new(Scale::Linear, Fit::Exact, [0.0, 1.0], &space);
            if let (Some(x), Some(unit)) = (x, unit) {
                let drawn = Panel::new(&canvas, plot, x, unit);
                drawn.grid_x();
                drawn.axis_x(true);
                let at = |value: f64| plot.low.0 + drawn.x().share(value).clamp(0.0, 1.0) * (plot.high.0 - plot.low.0);
                let mut top = y;
                for row in &panel.rows {
                    let deep = height(row);
                    let middle = top + if narrow { (deep - small * LEADING) / 2.0 } else { deep / 2.0 };
                    let weight = if row.strong { Weight::Bold } else { Weight::Regular };
                    let lines = letters.wrap(&row.label, size, weight, names + 0.1, 3);
                    let first = middle - (count(&lines) - 1.0) * size * LEADING / 2.0;
                    let how = Text { weight, v_align: VPos::Center, ..canvas.plain() };
                    canvas.lines(&lines, (area.low.0, first), &how);
                    strip(&canvas, row, middle, &at);
                    let (place, how) = if narrow {
                        let faint = Text { size: small, colour: canvas.theme.faint_ink, ..canvas.plain() };
                        ((plot.low.0, middle + 0.8 * size + 0.9 * small), faint)
                    } else {
                        ((plot.high.0 + size, middle), Text { v_align: VPos::Center, ..canvas.plain() })
                    };
                    canvas.text(&row.text, place, &how);
                    top += deep;
                }
            } else {
                canvas.message("nothing-to-show", &plot);
            }
            y += deep + axis;
        }
        let faint = Text { size: small, colour: canvas.theme.faint_ink, ..canvas.plain() };
        canvas.lines(&key, (area.low.0, y + 0.5 * small), &faint);
        canvas
    }
}

fn strip(canvas: &Canvas, row: &SpanRow, middle: f64, at: &dyn Fn(f64) -> f64) {
    let theme = &canvas.theme;
    let half = 0.45 * canvas.sizes.text;
    let whole = row.quantiles.iter().all(|value| shown(Scale::Linear, *value));
    let steps = row.quantiles.len() / 2;
    if whole {
        for (step, (low, high)) in row.quantiles.iter().zip(row.quantiles.iter().rev()).take(steps).enumerate() {
            let along = f64::from(u32::try_from(step).unwrap_or(0)) / f64::from(u32::try_from(steps).unwrap_or(1));
            let colour = mix(theme.ground, theme.bar(false), PALEST + (1.0 - PALEST) * along);
            let (a, b) = (at(*low), at(*high));
            canvas.rect(&Bounds { low: (a, middle - half), high: (b.max(a + 1.0), middle + half) }, colour, 1.0);
        }
        if let Some(median) = row.quantiles.get(steps) {
            let x = at(*median);
            canvas.line(&[(x, middle - half - 1.5), (x, middle + half + 1.5)], &Stroke::solid(theme.ink, 1.2));
        }
    }
    if shown(Scale::Linear, row.largest) {
        let end = at(row.largest);
        if let Some(last) = row.quantiles.last().filter(|_| whole) {
            canvas.line(&[(at(*last), middle), (end, middle)], &Stroke::solid(theme.faint_ink, 0.6));
        }
        canvas.dot((end, middle), 3.0, theme.ground);
        canvas.ring((end, middle), 2.6, &Stroke::solid(theme.ink, 1.0));
    }
}

#[cfg(test)]
mod tests {
    use super::super::style::{Size, Style};
    use super::*;

    #[test]
    fn nasty_data_give_a_chart() {
        for value in [f64::NAN, f64::INFINITY, -1.0, 0.0, 1e-300, 1.0, 1e300] {
            let row = SpanRow {
                label: "a & b in words of some length".into(),
                quantiles: vec![0.0, value, value],
                largest: value,
                text: "1 to 2".into(),
                ..SpanRow::default()
            };
            let panel = SpanPanel { label: "x".into(), unit: "km".into(), rows: vec![row; 3] };
            for size in [Size::full(), Size::column()] {
                let chart = Spans { panels: vec![panel.clone(), SpanPanel::default()], ..Spans::default() };
                let svg = chart.svg(&Style { size, ..Style::default() });
                assert!(resvg::usvg::roxmltree::Document::parse(&svg).is_ok(), "{value}");
                assert!(!svg.contains("NaN") && !svg.contains("\"inf"), "{value}");
            }
        }
        assert!(Spans::default().svg(&Style::default()).contains("Nothing to show."));
    }
}
