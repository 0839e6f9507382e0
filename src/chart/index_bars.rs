//! Shares of a whole as pairs of bars, each with its interval: alone above, with others below.
//!
//! Knows nothing of what the shares are of, or of how they came about.

use super::axis::Scale;
use super::canvas::{Canvas, Frame, HPos, Stroke, Text, VPos, count};
use super::clip::Bounds;
use super::heading::Heading;
use super::label::LEADING;
use super::letters::Weight;
use super::painter::Paint;
use super::panel::{Panel, TICK};
use super::ruler::{Fit, LabelSpace, Ruler, shown};
use super::slot::RangeSlots;

/// A chart of shares.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct IndexBars {
    /// Title, footer and the like.
    pub heading: Heading,
    /// The quantity along the axes, with its unit.
    pub label: String,
    /// Panels from top to bottom.
    pub panels: Vec<IndexPanel>,
}

/// The shares of one whole.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct IndexPanel {
    /// What is shared out.
    pub label: String,
    /// From top to bottom.
    pub rows: Vec<IndexRow>,
    /// What is not shown, in words; may be empty.
    pub note: String,
}

/// One input's or group's shares, in per cent.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct IndexRow {
    /// Whose shares they are.
    pub label: String,
    /// Alone.
    pub first: IndexShare,
    /// With others.
    pub total: IndexShare,
}

/// A share in per cent with its interval.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct IndexShare {
    /// The share.
    pub share: f64,
    /// The lower end of the interval.
    pub low: f64,
    /// The upper end of the interval.
    pub high: f64,
    /// What the share and the ends are.
    pub slots: RangeSlots,
}

const SWATCH: f64 = 14.0;
const KEY: [(&str, bool); 2] = [("key-first", false), ("key-total", true)];

impl Paint for IndexBars {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn paint(&self, frame: Frame<'_>) -> Canvas {
        let letters = frame.letters.clone();
        let (size, small) = (frame.sizes.text, frame.sizes.small);
        let inner = frame.width - 2.0 * super::canvas::EDGE;
        let most = inner * if frame.narrow() { 0.38 } else { 0.4 };
        let widest = self.panels.iter().flat_map(|panel| &panel.rows);
        let names = widest.map(|row| letters.width(&row.label, size, Weight::Regular)).fold(0.0, f64::max).min(most);
        let lay_out = |row: &IndexRow| {
            let lines = letters.wrap(&row.label, size, Weight::Regular, names + 0.1, 4);
            let height = (count(&lines) * size * LEADING + 0.5 * size).max(2.4 * size);
            (lines, height)
        };
        let notes: Vec<Vec<String>> =
            self.panels.iter().map(|panel| letters.wrap(&panel.note, small, Weight::Regular, inner, 4)).collect();
        let titles: Vec<Vec<String>> =
            self.panels.iter().map(|panel| letters.wrap(&panel.label, size, Weight::Bold, inner, 3)).collect();
        let axis = TICK + 1.9 * size;
        let key = (count(&KEY) * 1.35 + 0.4) * size;
        let last = 1.3 * size;
        let heights: f64 = self
            .panels
            .iter()
            .zip(titles.iter().zip(&notes))
            .map(|(panel, (title, note))| {
                let rows: f64 = panel.rows.iter().map(|row| lay_out(row).1).sum();
                let words = count(title) * size * LEADING + 0.4 * size + count(note) * small * LEADING;
                words + rows.max(2.5 * size) + axis + 0.9 * size
            })
            .sum();
        let (canvas, area) = frame.open(key + heights.max(40.0) + last);
        draw_key(&canvas, (area.low.0, area.low.1 + 0.5 * size));
        if self.panels.is_empty() {
            canvas.message("nothing-to-show", &area);
            return canvas;
        }
        let (left, right) = (area.low.0 + names + 0.8 * size, area.high.0 - 1.4 * size);
        let mut y = area.low.1 + key;
        for (panel, (title, note)) in self.panels.iter().zip(titles.iter().zip(&notes)) {
            canvas.lines(title, (area.low.0, y + 0.85 * size), &Text { weight: Weight::Bold, ..canvas.plain() });
            y += count(title) * size * LEADING + 0.4 * size;
            let rows: Vec<(&IndexRow, (Vec<String>, f64))> = panel.rows.iter().map(|row| (row, lay_out(row))).collect();
            let height = rows.iter().map(|(_, (_, height))| height).sum::<f64>().max(2.5 * size);
            draw(&canvas, &rows, &Bounds { low: (left, y), high: (right, y + height) });
            y += height + axis;
            let soft = Text { size: small, colour: canvas.theme.faint_ink, ..canvas.plain() };
            canvas.lines(note, (area.low.0, y + 0.7 * small), &soft);
            y += count(note) * small * LEADING + 0.9 * size;
        }
        canvas.title_x(&self.label, (left, right), area.high.1 - 0.4 * size);
        canvas
    }
}

/// Rows with their lines of words and their heights.
fn draw(canvas: &Canvas, rows: &[(&IndexRow, (Vec<String>, f64))], plot: &Bounds) {
    let size = canvas.sizes.text;
    let needs = |text: &str| canvas.measure(text) + size;
    let room = LabelSpace::horizontal(plot.high.0 - plot.low.0, size, &needs, canvas.words);
    let rulers = (
        Ruler::new(Scale::Linear, Fit::Exact, [0.0, 100.0], &room),
        Ruler::new(Scale::Linear, Fit::Exact, [0.0, 1.0], &room),
    );
    let (Some(x), Some(unit)) = rulers else { return };
    let panel = Panel::new(canvas, *plot, x, unit);
    panel.grid_x();
    panel.axis_x(true);
    // Shares that chance puts below 0 or above 100 % end there.
    let at = |share: f64| plot.low.0 + panel.x().share(share.clamp(0.0, 100.0)) * (plot.high.0 - plot.low.0);
    let mut y = plot.low.1;
    for (row, (lines, height)) in rows {
        let middle = y + height / 2.0;
        y += height;
        let words = count(lines) * size * LEADING;
        let how = Text { h_align: HPos::Right, v_align: VPos::Center, ..canvas.plain() };
        canvas.lines(lines, (plot.low.0 - 0.8 * size, middle - (words - size * LEADING) / 2.0), &how);
        let thick = 0.85 * size;
        for (index, top, total) in [(&row.first, middle - thick, false), (&row.total, middle, true)] {
            let (share, low, high) = (index.share, index.low, index.high);
            if !shown(Scale::Linear, share) {
                continue;
            }
            fill(canvas, &Bounds { low: (plot.low.0, top), high: (at(share), top + thick) }, total);
            if shown(Scale::Linear, low) && shown(Scale::Linear, high) {
                let (line, across) = (top + thick / 2.0, Stroke::solid(canvas.theme.ink, 0.9));
                canvas.line(&[(at(low), line), (at(high), line)], &across);
                for x in [at(low), at(high)] {
                    canvas.line(&[(x, line - 0.25 * thick), (x, line + 0.25 * thick)], &across);
                }
            }
        }
    }
    canvas.line(&[plot.low, (plot.low.0, plot.high.1)], &Stroke::solid(canvas.theme.ink, 0.7));
}

fn fill(canvas: &Canvas, bar: &Bounds, total: bool) {
    canvas.rect(bar, canvas.theme.bar(total), 1.0);
    if total {
        canvas.outline(bar, &Stroke::solid(canvas.theme.bar(false), 0.6));
    }
}

fn draw_key(canvas: &Canvas, (left, mut y): (f64, f64)) {
    let size = canvas.sizes.text;
    for (text, total) in KEY {
        fill(canvas, &Bounds { low: (left, y - 0.4 * size), high: (left + SWATCH, y + 0.4 * size) }, total);
        canvas.text(
            &canvas.words.text(text),
            (left + SWATCH + 4.0, y),
            &Text { v_align: VPos::Center, ..canvas.plain() },
        );
        y += 1.35 * size;
    }
}

#[cfg(test)]
mod tests {
    use super::super::style::Style;
    use super::*;

    #[test]
    fn nasty_data_give_a_chart() {
        for share in [f64::NAN, f64::INFINITY, -3.0, 0.0, 50.0, 140.0, 1e300] {
            let index = |low| IndexShare { share, low, high: share, ..IndexShare::default() };
            let row = IndexRow { label: "a & b".into(), first: index(share), total: index(0.0) };
            let panel = IndexPanel { label: "p".into(), rows: vec![row], note: "Less: c < d.".into() };
            let chart = IndexBars { panels: vec![panel, IndexPanel::default()], ..IndexBars::default() };
            for size in [super::super::style::Size::full(), super::super::style::Size::column()] {
                let svg = chart.svg(&Style { size, ..Style::default() });
                assert!(svg.contains("a &amp; b") && svg.contains("c &lt; d") && !svg.contains("NaN"));
            }
        }
        assert!(IndexBars::default().svg(&Style::default()).contains("Nothing to show."));
    }
}
