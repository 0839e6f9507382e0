//! Lines over one quantity: a panel for each unit, one above the other, with direct labels and marked values.
//!
//! Knows nothing of where the values come from.

use super::axis::{Axis, Scale, with_unit};
use super::canvas::{Canvas, EDGE, Frame, Text, VPos, count};
use super::clip::{Bounds, Point};
use super::heading::Heading;
use super::label::LEADING;
use super::letters::{Letters, Weight};
use super::line_panel::{MarkName, PanelContext, names_above};
use super::mark::Mark;
use super::marker;
use super::painter::Paint;
use super::panel::{Panel, TICK, fit_sides};
use super::ruler::{Fit, LabelSpace, Ruler, shown};
use super::series::{LinePanel, SeriesStyles, why_empty};
use crate::language::Localizer;
use serde::Serialize;

/// A chart of lines.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct LineChart {
    /// Title, footer and the like.
    pub heading: Heading,
    /// The quantity varied, shared by all panels.
    pub x: Axis,
    /// Panels from top to bottom.
    pub panels: Vec<LinePanel>,
    /// The case of reference: a vertical line, with a dot and the value on each series.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub central: Option<Mark>,
    /// More vertical lines.
    pub vertical_marks: Vec<Mark>,
    /// Both axes are shares in per cent: they go from 0 to 100.
    pub shares: bool,
}

/// The lengths of a chart in points, found before the page is opened.
struct Layout {
    /// Lines of the title of each panel.
    titles: Vec<Vec<String>>,
    /// Height of the rows with names of vertical lines.
    above: f64,
    /// Height of each plot.
    plot: f64,
    between: f64,
    x_axis: f64,
    /// Rows of the legend; none when lines are named at their right ends.
    legend: Vec<Vec<String>>,
    legend_height: f64,
    /// Width for names at the right ends.
    naming: f64,
    total: f64,
}

impl Paint for LineChart {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn paint(&self, frame: Frame<'_>) -> Canvas {
        let (letters, words) = (frame.letters.clone(), frame.words);
        let size = frame.sizes.text;
        let mut labels: Vec<&str> = Vec::new();
        for series in self.panels.iter().flat_map(|p| &p.series).filter(|s| !s.label.is_empty()) {
            if !labels.contains(&series.label.as_str()) {
                labels.push(&series.label);
            }
        }
        let styles = SeriesStyles { labels };
        let marks = self.vertical_marks.iter().chain(&self.central);
        let vertical: Vec<&Mark> = marks.filter(|m| shown(self.x.scale, m.value)).collect();
        // The rows above the plots depend on where the labels stand, and that on the plots: once with one row as a guess.
        let mut layout = self.layout(&frame, &styles, u32::from(!vertical.is_empty()));
        let (left, right) = self.sides(&frame, &layout);
        let page = (EDGE, frame.width - EDGE - if layout.naming > 0.0 { layout.naming } else { 0.0 });
        let along = |length: f64| self.x_ruler(&letters, &vertical, length, (size, words));
        let (left, right, x) = fit_sides(&letters, (left, right), page, size, along);
        if let Some(x) = x {
            let at = |value: f64| left + x.share(value) * (right - left);
            let names = names_above(&letters, &vertical, at, (left, label_end(right, &layout)), frame.sizes.small);
            let rows = names.iter().map(MarkName::top).max().unwrap_or(0);
            layout = self.layout(&frame, &styles, rows);
        }
        let (left, right) = self.sides(&frame, &layout);
        let (left, right, x) = fit_sides(&letters, (left, right), page, size, along);
        let (canvas, area) = frame.open(layout.total);
        if self.panels.is_empty() {
            canvas.message("nothing-to-show", &area);
            return canvas;
        }
        let context = PanelContext {
            x: self.x.scale,
            styles: &styles,
            central: self.central.as_ref(),
            vertical: &vertical,
            naming: layout.naming,
            label_end: label_end(right, &layout),
        };
        let mut any = false;
        let mut y = area.low.1;
        for (i, (panel, title)) in self.panels.iter().zip(&layout.titles).enumerate() {
            canvas.lines(title, (area.low.0, y + 0.85 * size), &Text { weight: Weight::Bold, ..canvas.plain() });
            y += count(title) * size * LEADING + 0.5 * size + if i == 0 { layout.above } else { 0.0 };
            let bounds = Bounds { low: (left, y), high: (right, y + layout.plot) };
            match (&x, y_ruler(panel, self.shares, layout.plot, (size, words))) {
                (Some(x), Some(ruler)) => {
                    let drawn = Panel::new(&canvas, bounds, x.clone(), ruler);
                    any |= context.draw(&canvas, &drawn, panel, (i == 0, i + 1 == self.panels.len()));
                }
                _ => canvas.message(why_empty(self.x.scale, panel), &bounds),
            }
            y += layout.plot + layout.between;
        }
        if any {
            let base = y - layout.between + layout.x_axis - 0.15 * size;
            canvas.title_x(&self.x.title(), (left, right), base);
        }
        draw_legend(&canvas, &layout.legend, (area.low.0, area.high.1 - layout.legend_height + 1.2 * size));
        canvas
    }
}

impl LineChart {
    fn layout(&self, frame: &Frame<'_>, styles: &SeriesStyles<'_>, rows: u32) -> Layout {
        let size = frame.sizes.text;
        let inner = frame.width - 2.0 * EDGE;
        let title = |p: &LinePanel| frame.letters.wrap(&with_unit(&p.label, &p.unit), size, Weight::Bold, inner, 3);
        let titles: Vec<Vec<String>> = self.panels.iter().map(title).collect();
        let heads: f64 = titles.iter().map(|t| count(t) * size * LEADING + 0.5 * size).sum();
        let above = if rows == 0 { 0.0 } else { f64::from(rows) * frame.sizes.small * LEADING + 2.0 };
        let between = 1.2 * size;
        let x_axis = TICK + if self.x.title().is_empty() { 1.6 * size } else { 3.0 * size };
        let n = count(&self.panels).max(1.0);
        let fixed = heads + above + x_axis + between * (n - 1.0);
        let naming = self.naming(&frame.letters, size, 0.27 * inner, (frame.available_height() - fixed) / n);
        let legend =
            if naming.is_none() { legend_rows(&frame.letters, &styles.labels, size, inner) } else { Vec::new() };
        let legend_height = if legend.is_empty() { 0.0 } else { count(&legend) * size * 1.4 + 0.5 * size };
        let least = if frame.narrow() { 78.0 } else { 92.0 };
        let plot = ((frame.available_height() - fixed - legend_height) / n).max(least);
        let total = fixed + legend_height + plot * n;
        let naming = naming.unwrap_or(0.0);
        Layout { titles, above, plot, between, x_axis, legend, legend_height, naming, total }
    }

    /// Where the plots begin and end from left to right.
    fn sides(&self, frame: &Frame<'_>, layout: &Layout) -> (f64, f64) {
        let size = frame.sizes.text;
        let rulers = self.panels.iter().filter_map(|p| y_ruler(p, self.shares, layout.plot, (size, frame.words)));
        let numbers = rulers
            .flat_map(|r| r.ticks)
            .map(|t| frame.letters.width(&t.text, size, Weight::Regular))
            .fold(0.0, f64::max);
        let names = if layout.naming > 0.0 { layout.naming + 8.0 } else { 1.6 * size };
        (EDGE + numbers + TICK + 3.0, frame.width - EDGE - names)
    }

    fn x_ruler(
        &self,
        letters: &Letters,
        vertical: &[&Mark],
        length: f64,
        (size, words): (f64, Localizer),
    ) -> Option<Ruler> {
        let needs = |text: &str| letters.width(text, size, Weight::Regular) + size;
        let series = || self.panels.iter().flat_map(|p| &p.series);
        // Where there is anything to show, the axis has all that was asked for, also where lines have gaps at their ends.
        let any = series().flat_map(|s| &s.points).any(|p| p.1.is_finite());
        let xs = series().flat_map(|s| {
            let band = s.band.iter().flatten().map(|b| b.0);
            s.points.iter().filter(|_| any).map(|p| p.0).chain(band)
        });
        let values = xs.chain(vertical.iter().map(|m| m.value)).chain(whole(self.shares));
        Ruler::new(self.x.scale, Fit::Exact, values, &LabelSpace::horizontal(length, size, &needs, words))
    }

    /// The width for names at the right ends; None when they need a legend, zero when there are no names.
    fn naming(&self, letters: &Letters, size: f64, most: f64, plot: f64) -> Option<f64> {
        let measure = |text: &str| letters.width(text, size, Weight::Regular);
        let mut room: f64 = 0.0;
        for panel in &self.panels {
            let mut height = 0.0;
            for series in panel.series.iter().filter(|s| !s.label.is_empty()) {
                let lines = letters.wrap(&series.label, size, Weight::Regular, most, 9);
                // A word wider than the room would be broken inside.
                if lines.len() > 4 || series.label.split_whitespace().any(|word| measure(word) > most) {
                    return None;
                }
                room = lines.iter().map(|l| measure(l)).fold(room, f64::max);
                height += count(&lines) * size * LEADING;
            }
            if height > plot + 2.0 * size {
                return None;
            }
        }
        Some(room)
    }
}

/// How far labels above the plots may reach: not over the names at the right ends.
fn label_end(right: f64, layout: &Layout) -> f64 {
    right + if layout.naming > 0.0 { 5.0 } else { 12.0 }
}

/// The ends of an axis of shares.
fn whole(shares: bool) -> impl Iterator<Item = f64> {
    [0.0, 100.0].into_iter().filter(move |_| shares)
}

fn y_ruler(panel: &LinePanel, shares: bool, height: f64, (size, words): (f64, Localizer)) -> Option<Ruler> {
    let data = |v: &f64| shown(panel.scale, *v);
    let own: Vec<f64> = panel
        .series
        .iter()
        .flat_map(|s| s.points.iter().map(|p| p.1).chain(s.band.iter().flatten().flat_map(|b| [b.1, b.2])))
        .filter(data)
        .collect();
    let largest = own.iter().fold(0.0_f64, |m, v| m.max(v.abs()));
    let near = |v: &f64| own.is_empty() || panel.scale == Scale::Log || v.abs() <= 4.0 * largest;
    let marks: Vec<f64> = panel.marks.iter().map(|m| m.value).filter(data).filter(near).collect();
    let needs = |_: &str| 1.5 * size;
    Ruler::new(
        panel.scale,
        Fit::Round,
        own.into_iter().chain(marks).chain(whole(shares)),
        &LabelSpace::vertical(height, size, &needs, words),
    )
}

const SWATCH: f64 = 20.0;

/// Labels of a legend in rows that fit the width.
fn legend_rows(letters: &Letters, labels: &[&str], size: f64, inner: f64) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut used = f64::INFINITY;
    for text in labels {
        let cut =
            letters.wrap(text, size, Weight::Regular, inner - SWATCH - 4.0, 1).into_iter().next().unwrap_or_default();
        let needs = SWATCH + 4.0 + letters.width(&cut, size, Weight::Regular) + 1.5 * size;
        if used + needs > inner + 1.5 * size {
            rows.push(Vec::new());
            used = 0.0;
        }
        used += needs;
        if let Some(row) = rows.last_mut() {
            row.push(cut);
        }
    }
    rows
}

fn draw_legend(canvas: &Canvas, rows: &[Vec<String>], (left, top): Point) {
    let size = canvas.sizes.text;
    let mut y = top;
    let mut index = 0;
    for row in rows {
        let mut x = left;
        for text in row {
            let stroke = SeriesStyles::numbered(canvas, index);
            canvas.line(&[(x, y), (x + SWATCH, y)], &stroke);
            if let Some(marker) = marker::of(index) {
                marker::draw(canvas, marker, (x + SWATCH / 2.0, y), &stroke);
            }
            canvas.text(text, (x + SWATCH + 4.0, y), &Text { v_align: VPos::Center, ..canvas.plain() });
            x += SWATCH + 4.0 + canvas.measure(text) + 1.5 * size;
            index += 1;
        }
        y += size * 1.4;
    }
}
