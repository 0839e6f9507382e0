//! Bars beside a yardstick, a panel for each unit, each with its own axis from zero.

use super::axis::Scale;
use super::canvas::{Area, Canvas, frame_height, paper_width, sizes};
use super::clip::{Point, Window};
use super::label::{Weight, wrap};
use super::palette::{INK, PAPER, RULE, SOFT, series};
use super::{Heading, Style};
use plotters::style::RGBColor;

/// What a bar stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BarKind {
    /// What is assessed; the number tells one series from the next.
    Shown(usize),
    /// What it is held against.
    Yardstick,
}

/// A bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// What it shows.
    pub label: String,
    /// Its length, in the panel's unit.
    pub value: f64,
    /// The value as printed at its end.
    pub text: String,
    /// What it stands for.
    pub kind: BarKind,
}

/// Bars of one unit.
#[derive(Clone, Debug, PartialEq)]
pub struct BarPanel {
    /// What the bars show.
    pub label: String,
    /// Their unit; empty for a pure number.
    pub unit: String,
    /// The bars, from top to bottom.
    pub bars: Vec<Bar>,
}

/// A chart of bars.
#[derive(Clone, Debug, PartialEq)]
pub struct BarChart {
    /// The words around it.
    pub heading: Heading,
    /// The panels, from top to bottom.
    pub panels: Vec<BarPanel>,
}

const BAR: f64 = 10.0;
const AFTER_PANEL: f64 = 9.0;

impl BarChart {
    /// The chart as SVG.
    #[must_use]
    pub fn svg(&self, style: Style) -> String {
        let layout = Layout::new(self, style);
        let (canvas, content) = Canvas::new(&self.heading, style, frame_height(&self.heading, style) + layout.height());
        let mut top = content.top;
        for (panel, rows) in self.panels.iter().zip(&layout.rows) {
            top = draw_panel(&canvas, panel, rows, &layout, Area { top, ..content }, style);
        }
        if self.panels.is_empty() {
            canvas.text((content.left, content.top + 8.0), "Nothing to show.", Canvas::words(canvas.sizes.body).soft());
        }
        canvas.finish(&self.heading)
    }
}

/// Where things go: lines of each bar's label, and the width that labels take.
struct Layout {
    rows: Vec<Vec<Vec<String>>>,
    labels: f64,
    body: f64,
    tick: f64,
}

impl Layout {
    fn new(chart: &BarChart, style: Style) -> Self {
        let (sizes, paper) = (sizes(style), paper_width(style));
        let room = 0.36 * paper;
        let lines = |bar: &Bar| wrap(&bar.label, sizes.body, Weight::Regular, room, 3);
        let rows: Vec<Vec<Vec<String>>> =
            chart.panels.iter().map(|panel| panel.bars.iter().map(lines).collect()).collect();
        let width = |line: &String| super::label::text_width(line, sizes.body, Weight::Regular);
        let labels = rows.iter().flatten().flatten().map(width).fold(0.0, f64::max) + 8.0;
        Self { rows, labels, body: sizes.body, tick: sizes.tick }
    }

    fn row(&self, lines: &[String]) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "at most three lines")]
        let text = lines.len() as f64 * 1.1 * self.body;
        text.max(BAR) + 5.0
    }

    fn panel(&self, rows: &[Vec<String>]) -> f64 {
        1.9 * self.body + rows.iter().map(|lines| self.row(lines)).sum::<f64>() + self.tick + 7.0 + AFTER_PANEL
    }

    fn height(&self) -> f64 {
        self.rows.iter().map(|rows| self.panel(rows)).sum::<f64>().max(30.0)
    }
}

fn draw_panel(
    canvas: &Canvas,
    panel: &BarPanel,
    rows: &[Vec<String>],
    layout: &Layout,
    area: Area,
    style: Style,
) -> f64 {
    let body = Canvas::words(canvas.sizes.body);
    let bold = body.bold();
    canvas.text((area.left, area.top + 0.7 * layout.body), &panel.label, bold);
    if !panel.unit.is_empty() {
        let used = bold.width(&panel.label) + 5.0;
        let unit = wrap(&panel.unit, layout.body, Weight::Regular, area.width() - used, 1);
        if let Some(unit) = unit.first() {
            canvas.text((area.left + used, area.top + 0.7 * layout.body), unit, body.soft());
        }
    }
    let top = area.top + 1.9 * layout.body;
    let height: f64 = rows.iter().map(|lines| layout.row(lines)).sum();
    let left = area.left + layout.labels;
    let finite = panel.bars.iter().map(|bar| bar.value);
    let scale = Scale::around(finite, false, true);
    // The longest bar leaves room for its number.
    let texts = panel.bars.iter().map(|bar| body.width(&bar.text)).fold(0.0, f64::max);
    let right = (area.right - texts - 6.0).max(left + 40.0);
    let x = |value: f64| left + scale.share(value).clamp(0.0, 1.0) * (right - left);
    let small = Canvas::words(canvas.sizes.tick).soft().centred().up_from_top();
    let ticks = scale.ticks(if right - left > 180.0 { 6 } else { 3 });
    for (tick, label) in ticks.iter().zip(scale.labels(&ticks)) {
        canvas.line(&[(x(*tick), top), (x(*tick), top + height + 2.0)], RULE, 0.6, &[]);
        canvas.text((x(*tick), top + height + 4.0), &label, small);
    }
    let mut y = top;
    for (bar, lines) in panel.bars.iter().zip(rows) {
        let middle = y + layout.row(lines) / 2.0;
        for (index, line) in (0_u8..).zip(lines) {
            #[expect(clippy::cast_precision_loss, reason = "at most three lines")]
            let offset = f64::from(index) - (lines.len() as f64 - 1.0) / 2.0;
            canvas.text((left - 6.0, middle + offset * 1.1 * layout.body), line, body.to_the_left());
        }
        if bar.value.is_finite() {
            let (from, to) = (x(0.0).min(x(bar.value)), x(0.0).max(x(bar.value)));
            let shape = Area { left: from, right: to, top: middle - BAR / 2.0, bottom: middle + BAR / 2.0 };
            draw_bar(canvas, shape, bar.kind, style.grey);
            canvas.text((to + 4.0, middle), &bar.text, body);
        } else {
            canvas.text((left + 4.0, middle), "undefined", body.soft());
        }
        y += layout.row(lines);
    }
    canvas.line(&[(x(0.0), top), (x(0.0), top + height + 2.0)], INK, 0.8, &[]);
    top + height + layout.tick + 7.0 + AFTER_PANEL
}

fn draw_bar(canvas: &Canvas, area: Area, kind: BarKind, grey: bool) {
    match kind {
        BarKind::Shown(index) => canvas.fill(area, shade(index, grey)),
        BarKind::Yardstick => {
            // Hatched, so that it is told apart without colour.
            canvas.fill(area, PAPER);
            let window = Window { x: (area.left, area.right), y: (area.top, area.bottom) };
            let mut start = area.left - area.height();
            while start < area.right {
                let line: [Point; 2] = [(start, area.bottom), (start + area.height(), area.top)];
                for part in window.polyline(&line) {
                    canvas.line(&part, SOFT, 0.7, &[]);
                }
                start += 4.0;
            }
            canvas.outline(area, INK, 0.9);
        }
    }
}

/// Dark for the first series, lighter for the next ones: also on a grey printer.
fn shade(index: usize, grey: bool) -> RGBColor {
    if grey {
        return [RGBColor(60, 60, 60), RGBColor(150, 150, 150), RGBColor(105, 105, 105)][index % 3];
    }
    [series(0, false), series(4, false), series(2, false)][index % 3]
}
