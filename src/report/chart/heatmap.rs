//! A field over two inputs: coloured cells, contours with their values, a colour bar, the central case.

use super::axis::Scale;
use super::canvas::{Area, Canvas, frame_height, sizes};
use super::clip::Point;
use super::contour::{Grid, length, point_at, without_box};
use super::label::{LabelBox, clearest};
use super::palette::{INK, PAPER, field, is_light};
use super::plot::{Plot, x_axis_height, y_axis_width};
use super::{AxisLabel, Heading, Style, Width};
use crate::quantity::number::significant;
use plotters::style::RGBColor;

/// A field over a grid.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatMap {
    /// The words around it.
    pub heading: Heading,
    /// The horizontal axis.
    pub x: AxisLabel,
    /// The vertical axis.
    pub y: AxisLabel,
    /// What the colours show, with its unit.
    pub value: AxisLabel,
    /// Columns, ascending.
    pub xs: Vec<f64>,
    /// Rows, ascending.
    pub ys: Vec<f64>,
    /// `values[row * xs.len() + column]`; what is not finite stays white.
    pub values: Vec<f64>,
    /// The central case and its text.
    pub central: Option<(f64, f64, String)>,
}

/// Colours on a log scale from this ratio of greatest to least value on.
const LOG_RATIO: f64 = 20.0;

impl HeatMap {
    /// The chart as SVG.
    #[must_use]
    pub fn svg(&self, style: Style) -> String {
        let height = if style.width == Width::Full { 245.0 } else { 165.0 };
        let sizes = sizes(style);
        let above = 1.6 * sizes.body + 6.0;
        let (canvas, content) = Canvas::new(&self.heading, style, frame_height(&self.heading, style) + height + above);
        let finite: Vec<f64> = self.values.iter().copied().filter(|value| value.is_finite()).collect();
        if self.xs.len() < 2 || self.ys.len() < 2 || finite.is_empty() {
            canvas.text((content.left, content.top + 8.0), "Nothing to show.", Canvas::words(sizes.body).soft());
            return canvas.finish(&self.heading);
        }
        let (least, most) = finite.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), v| (a.min(*v), b.max(*v)));
        let colours = Scale::around(finite.iter().copied(), least > 0.0 && most / least > LOG_RATIO, false);
        let x = Scale::around(self.xs.iter().copied(), self.x.log, false);
        let y = Scale::around(self.ys.iter().copied(), self.y.log, false);
        let bar = bar_width(&canvas, &colours, height);
        let area = Area {
            left: content.left + y_axis_width(&canvas, &y, height),
            right: content.right - bar,
            top: content.top + above,
            bottom: content.bottom - x_axis_height(&canvas, &self.x.text()),
        };
        let body = Canvas::words(sizes.body);
        let above_plot = area.top - 6.0 - 0.6 * sizes.body;
        canvas.text((content.left, above_plot), &self.y.text(), body);
        let plot = Plot::new(&canvas, area, x, y);
        self.cells(&plot, &colours, style.grey);
        self.contours(&plot, &colours, style);
        plot.y_axis(false);
        plot.x_axis(&self.x.text(), true);
        colour_bar(&canvas, &colours, Area { left: area.right + 12.0, right: area.right + 22.0, ..area }, style.grey);
        let unit = if self.value.unit.is_empty() { &self.value.label } else { &self.value.unit };
        let room = content.right - body.width(&self.y.text()) - content.left - 12.0;
        if body.width(unit) < room {
            canvas.text((content.right, above_plot), unit, body.to_the_left());
        }
        canvas.finish(&self.heading)
    }

    fn cells(&self, plot: &Plot<'_>, colours: &Scale, grey: bool) {
        let columns = edges(&self.xs, &plot.x);
        let rows = edges(&self.ys, &plot.y);
        plot.canvas.crisp(true);
        for (row, bounds_y) in rows.iter().enumerate() {
            for (column, bounds_x) in columns.iter().enumerate() {
                let value = self.values.get(row * self.xs.len() + column).copied().unwrap_or(f64::NAN);
                if !value.is_finite() {
                    continue;
                }
                let across = |share: f64| plot.area.left + share * plot.area.width();
                let up = |share: f64| plot.area.bottom - share * plot.area.height();
                // Each cell reaches under the next one, so that no seam shows in print.
                let cell = Area {
                    left: across(bounds_x.0),
                    right: (across(bounds_x.1) + 0.4).min(plot.area.right),
                    top: (up(bounds_y.1) - 0.4).max(plot.area.top),
                    bottom: up(bounds_y.0),
                };
                plot.canvas.fill(cell, field(colours.share(value), grey));
            }
        }
        plot.canvas.crisp(false);
    }

    fn contours(&self, plot: &Plot<'_>, colours: &Scale, style: Style) {
        // In drawn coordinates, so that contours on log axes are as smooth as on linear ones.
        let xs: Vec<f64> = self.xs.iter().map(|x| plot.x_at(*x)).collect();
        let ys: Vec<f64> = self.ys.iter().map(|y| plot.y_at(*y)).collect();
        let values: Vec<f64> = self.values.iter().map(|value| colours.place(*value)).collect();
        let grid = Grid { xs: &xs, ys: &ys, values: &values };
        let levels = colours.ticks(if style.width == Width::Full { 9 } else { 6 });
        let found: Vec<(f64, Vec<Vec<Point>>)> =
            levels.into_iter().map(|level| (level, grid.contours(colours.place(level)))).collect();
        let all: Vec<Vec<Point>> = found.iter().flat_map(|(_, lines)| lines.iter().cloned()).collect();
        let central = self.central_label(plot, &all);
        let size = plot.canvas.sizes.tick;
        let mut placed: Vec<LabelBox> = Vec::new();
        if let Some((at, label, _)) = &central {
            placed.extend([LabelBox { middle: *at, half: (5.0, 5.0) }, *label]);
        }
        for (level, lines) in found {
            let background = field(colours.share(level), style.grey);
            let ink = if is_light(background) { INK } else { PAPER };
            let words = Canvas::words(size).bold().coloured(ink);
            let text = significant(level, 3);
            let half: Point = (words.width(&text) / 2.0 + 4.0, 0.6 * size);
            for line in lines {
                let mut parts = vec![line.clone()];
                if length(&line) > 5.0 * half.0
                    && let Some(centre) = label_place(&line, half, plot.area, &placed)
                {
                    parts = without_box(&line, centre, half);
                    plot.canvas.text(centre, &text, words.centred());
                    placed.push(LabelBox { middle: centre, half });
                }
                for part in parts {
                    plot.canvas.line(&part, ink, 1.1, &[]);
                }
            }
        }
        if let Some((at, label, text)) = central {
            plot.canvas.dot(at, 3.4, PAPER, INK);
            plot.canvas.text_over(label.middle, text, Canvas::words(size).bold().centred());
        }
    }

    /// The central case's place on the canvas, and its label in the corner around it where fewest contours run.
    fn central_label(&self, plot: &Plot<'_>, contours: &[Vec<Point>]) -> Option<(Point, LabelBox, &str)> {
        let (x, y, text) = self.central.as_ref()?;
        let at = plot.locate(*x, *y)?;
        let words = Canvas::words(plot.canvas.sizes.tick).bold();
        let half: Point = (words.width(text) / 2.0 + 2.0, 0.6 * words.size);
        let corners = [(1.0, -1.0), (1.0, 1.0), (-1.0, -1.0), (-1.0, 1.0)].map(|(across, down)| LabelBox {
            middle: (at.0 + across * (half.0 + 5.0), at.1 + down * (half.1 + 3.5)),
            half,
        });
        let inside: Vec<LabelBox> = corners.into_iter().filter(|corner| within(corner, plot.area)).collect();
        Some((at, clearest(&inside, contours, &[])?, text))
    }
}

fn within(label: &LabelBox, frame: Area) -> bool {
    label.middle.0 - label.half.0 > frame.left + 2.0
        && label.middle.0 + label.half.0 < frame.right - 2.0
        && label.middle.1 - label.half.1 > frame.top + 2.0
        && label.middle.1 + label.half.1 < frame.bottom - 2.0
}

/// A place on a contour for its label: inside the frame and clear of what is there already.
fn label_place(line: &[Point], half: Point, frame: Area, placed: &[LabelBox]) -> Option<Point> {
    let shares = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];
    shares.into_iter().filter_map(|share| point_at(line, share)).find(|centre| {
        let label = LabelBox { middle: *centre, half };
        within(&label, frame) && !placed.iter().any(|other| label.touches(other))
    })
}

/// Each cell's two edges as shares of the axis: half-way to the neighbours, cut at the axis's ends.
fn edges(centres: &[f64], scale: &Scale) -> Vec<(f64, f64)> {
    let shares: Vec<f64> = centres.iter().map(|centre| scale.share(*centre)).collect();
    (0..shares.len())
        .map(|index| {
            let low = if index == 0 { 0.0 } else { f64::midpoint(shares[index - 1], shares[index]) };
            let high = shares.get(index + 1).map_or(1.0, |next| f64::midpoint(shares[index], *next));
            (low.clamp(0.0, 1.0), high.clamp(0.0, 1.0))
        })
        .collect()
}

fn bar_width(canvas: &Canvas, colours: &Scale, height: f64) -> f64 {
    y_axis_width(canvas, colours, height) + 22.0
}

fn colour_bar(canvas: &Canvas, colours: &Scale, area: Area, grey: bool) {
    const STEPS: u8 = 100;
    canvas.crisp(true);
    for step in 0..STEPS {
        let share = |step: u8| f64::from(step) / f64::from(STEPS);
        let y = |share: f64| area.bottom - share * area.height();
        let cell = Area { bottom: y(share(step)), top: (y(share(step + 1)) - 0.4).max(area.top), ..area };
        let colour: RGBColor = field(share(step) + 0.5 / f64::from(STEPS), grey);
        canvas.fill(cell, colour);
    }
    canvas.crisp(false);
    let most = if area.height() > 150.0 { 8 } else { 5 };
    let ticks = colours.ticks(most);
    let words = Canvas::words(canvas.sizes.tick);
    for (tick, label) in ticks.iter().zip(colours.labels(&ticks)) {
        let y = area.bottom - colours.share(*tick).clamp(0.0, 1.0) * area.height();
        canvas.line(&[(area.right, y), (area.right + 3.0, y)], INK, 0.6, &[]);
        canvas.text((area.right + 5.0, y), &label, words);
    }
}
