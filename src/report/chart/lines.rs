//! Lines over one input: a panel for each unit, labels at the lines' ends, the central case and reference lines marked.

use super::axis::Scale;
use super::canvas::{Area, Canvas, Words, frame_height, paper_width, sizes};
use super::clip::Point;
use super::label::{LabelBox, Weight, clearest, spread, text_width, wrap};
use super::palette::{INK, PAPER, SOFT, dashes, series};
use super::plot::{Plot, x_axis_height, y_axis_width};
use super::{AxisLabel, Heading, Style, Width};

/// A line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it shows.
    pub label: String,
    /// Points in the units of the axes; values that are not finite part the line.
    pub points: Vec<(f64, f64)>,
    /// Low and high values around it, with x first.
    pub band: Vec<(f64, f64, f64)>,
    /// The central case and its text.
    pub central: Option<(f64, f64, String)>,
}

/// A reference value drawn across.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// What it is, with its value.
    pub label: String,
    /// The value, in the panel's unit.
    pub value: f64,
}

/// Lines of one unit.
#[derive(Clone, Debug, PartialEq)]
pub struct LinePanel {
    /// The vertical axis.
    pub axis: AxisLabel,
    /// The lines.
    pub lines: Vec<Line>,
    /// Reference values.
    pub marks: Vec<Mark>,
}

/// The central case of the horizontal axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Central {
    /// Its value.
    pub x: f64,
    /// Its text.
    pub label: String,
    /// Its text where there is little room.
    pub short: String,
}

/// A chart of lines.
#[derive(Clone, Debug, PartialEq)]
pub struct LineChart {
    /// The words around it.
    pub heading: Heading,
    /// The horizontal axis.
    pub x: AxisLabel,
    /// The panels, from top to bottom; they share the horizontal axis.
    pub panels: Vec<LinePanel>,
    /// The central case, where it lies on the axis.
    pub central: Option<Central>,
}

impl LineChart {
    /// The chart as SVG.
    #[must_use]
    pub fn svg(&self, style: Style) -> String {
        let count = u8::try_from(self.panels.len().max(1)).unwrap_or(u8::MAX);
        let panel_height = match (style.width, count) {
            (Width::Full, 1) => 205.0,
            (Width::Full, _) => 150.0,
            (Width::Column, _) => 130.0,
        };
        let sizes = sizes(style);
        let above = 1.6 * sizes.body + 6.0;
        let gap = 12.0;
        let body = f64::from(count) * (panel_height + above) + f64::from(count - 1) * gap + 3.0 * sizes.body + 12.0;
        let (canvas, content) = Canvas::new(&self.heading, style, frame_height(&self.heading, style) + body);
        let drawable = |line: &Line| line.points.iter().any(|(x, y)| x.is_finite() && y.is_finite());
        if !self.panels.iter().flat_map(|panel| &panel.lines).any(drawable) {
            canvas.text((content.left, content.top + 8.0), "Nothing to show.", Canvas::words(sizes.body).soft());
            return canvas.finish(&self.heading);
        }
        let x = Scale::around(self.xs(), self.x.log, false);
        let scales: Vec<Scale> = self.panels.iter().map(LinePanel::scale).collect();
        let left = scales.iter().map(|scale| y_axis_width(&canvas, scale, panel_height)).fold(0.0, f64::max);
        let right = self.label_width(style);
        let axis = x_axis_height(&canvas, &self.x.text());
        let inner = (content.height() - axis - f64::from(count - 1) * gap) / f64::from(count);
        let mut top = content.top;
        for (index, (panel, y)) in self.panels.iter().zip(scales).enumerate() {
            let bottom = top + inner;
            let area = Area { left: content.left + left, right: content.right - right, top: top + above, bottom };
            let plot = Plot::new(&canvas, area, x.clone(), y);
            self.panel(panel, &plot, content, index + 1 == self.panels.len(), style);
            top = bottom + gap;
        }
        canvas.finish(&self.heading)
    }

    fn xs(&self) -> impl Iterator<Item = f64> + '_ {
        self.panels.iter().flat_map(|panel| &panel.lines).flat_map(|line| line.points.iter().map(|(x, _)| *x))
    }

    /// Lines of a label at a line's end, and the widest.
    fn label_width(&self, style: Style) -> f64 {
        let size = sizes(style).body;
        let all = self.panels.iter().flat_map(|panel| panel.lines.iter().map(|line| &line.label));
        let widths = all.flat_map(|label| end_label(label, style)).map(|line| text_width(&line, size, Weight::Regular));
        widths.fold(0.0, f64::max) + 8.0
    }

    fn panel(&self, panel: &LinePanel, plot: &Plot<'_>, content: Area, last: bool, style: Style) {
        let canvas = plot.canvas;
        let body = Canvas::words(canvas.sizes.body);
        let axis = wrap(&panel.axis.text(), canvas.sizes.body, Weight::Regular, content.width(), 1);
        if let Some(axis) = axis.first() {
            canvas.text((content.left, plot.area.top - 6.0 - 0.6 * canvas.sizes.body), axis, body);
        }
        plot.y_axis(true);
        plot.x_axis(&self.x.text(), last);
        let central = self.central.as_ref().filter(|central| {
            let share = plot.x.share(central.x);
            (0.0..=1.0).contains(&share)
        });
        if let Some(central) = central {
            let x = plot.x_at(central.x);
            canvas.line(&[(x, plot.area.top), (x, plot.area.bottom)], SOFT, 0.8, &[3.0, 2.5]);
        }
        for (index, line) in panel.lines.iter().enumerate() {
            plot.band(&line.band, series(index, style.grey));
        }
        for mark in &panel.marks {
            let across = [(plot.x.low, mark.value), (plot.x.high, mark.value)];
            plot.line(&across, INK, 1.0, &[5.0, 2.0, 1.0, 2.0]);
        }
        for (index, line) in panel.lines.iter().enumerate() {
            plot.line(&line.points, series(index, style.grey), 1.7, dashes(index));
        }
        let mut lines: Vec<Vec<Point>> = panel.lines.iter().flat_map(|line| plot.parts(&line.points)).collect();
        let mut taken: Vec<LabelBox> = Vec::new();
        for line in &panel.lines {
            let at = line.central.as_ref().and_then(|(x, y, _)| plot.locate(*x, *y));
            taken.extend(at.map(|middle| LabelBox { middle, half: (3.0, 3.0) }));
        }
        let first = self.panels.first().is_some_and(|first| std::ptr::eq(first, panel));
        if let Some(central) = central.filter(|_| first) {
            central_label(central, plot, &lines, &mut taken);
        }
        for (index, line) in panel.lines.iter().enumerate() {
            let Some((x, y, text)) = &line.central else { continue };
            let Some(at) = plot.locate(*x, *y) else { continue };
            let colour = series(index, style.grey);
            plot.canvas.dot(at, 2.6, PAPER, colour);
            let words = Canvas::words(plot.canvas.sizes.tick).coloured(colour).centred();
            let half = (words.width(text) / 2.0 + 1.0, 0.5 * words.size);
            let beside = [(1.0, -1.0), (1.0, 1.0), (-1.0, -1.0), (-1.0, 1.0)].map(|(across, down)| LabelBox {
                middle: (at.0 + across * (half.0 + 5.0), at.1 + down * (half.1 + 3.0)),
                half,
            });
            label_over(plot, &beside, text, words, &lines, &mut taken);
        }
        for mark in &panel.marks {
            lines.extend(plot.parts(&[(plot.x.low, mark.value), (plot.x.high, mark.value)]));
        }
        for mark in &panel.marks {
            let words = Canvas::words(plot.canvas.sizes.tick).centred();
            let half = (words.width(&mark.label) / 2.0 + 1.0, 0.5 * words.size);
            let y = plot.y_at(mark.value);
            let ends = [plot.area.left + half.0 + 4.0, plot.area.right - half.0 - 4.0];
            let mut places = Vec::new();
            for down in [-1.0, 1.0] {
                places.extend(ends.map(|x| LabelBox { middle: (x, y + down * (half.1 + 2.5)), half }));
            }
            label_over(plot, &places, &mark.label, words, &lines, &mut taken);
        }
        Self::end_labels(panel, plot, style);
    }

    fn end_labels(panel: &LinePanel, plot: &Plot<'_>, style: Style) {
        let canvas = plot.canvas;
        let size = canvas.sizes.body;
        let mut blocks = Vec::new();
        for (index, line) in panel.lines.iter().enumerate() {
            let end =
                line.points.iter().rev().find(|(x, y)| plot.x.place(*x).is_finite() && plot.y.place(*y).is_finite());
            let Some((_, y)) = end else { continue };
            blocks.push((plot.y_at(*y), end_label(&line.label, style), series(index, style.grey)));
        }
        let wanted: Vec<f64> = blocks.iter().map(|(y, ..)| *y).collect();
        #[expect(clippy::cast_precision_loss, reason = "at most four lines")]
        let heights: Vec<f64> = blocks.iter().map(|(_, lines, _)| lines.len() as f64 * 1.12 * size + 2.5).collect();
        let placed = spread(&wanted, &heights, plot.area.top - 1.2 * size, plot.area.bottom + 0.6 * size);
        for ((_, lines, colour), middle) in blocks.iter().zip(placed) {
            for (index, line) in (0_u8..).zip(lines) {
                #[expect(clippy::cast_precision_loss, reason = "at most four lines")]
                let offset = f64::from(index) - (lines.len() as f64 - 1.0) / 2.0;
                let y = middle + offset * 1.12 * size;
                canvas.text((plot.area.right + 6.0, y), line, Canvas::words(size).coloured(*colour));
            }
        }
    }
}

/// Draws a label in the clearest of some places inside the frame, with a white edge.
fn label_over(
    plot: &Plot<'_>,
    places: &[LabelBox],
    text: &str,
    words: Words,
    lines: &[Vec<Point>],
    taken: &mut Vec<LabelBox>,
) {
    let frame = plot.area;
    let inside = |place: &&LabelBox| {
        place.middle.0 - place.half.0 >= frame.left
            && place.middle.0 + place.half.0 <= frame.right
            && place.middle.1 - place.half.1 >= frame.top
            && place.middle.1 + place.half.1 <= frame.bottom
    };
    let fitting: Vec<LabelBox> = places.iter().filter(inside).copied().collect();
    let choice = if fitting.is_empty() { places } else { &fitting };
    if let Some(place) = clearest(choice, lines, taken) {
        plot.canvas.text_over(place.middle, text, words);
        taken.push(place);
    }
}

/// Names the central case at the top or the foot of its line, in fewer words where there is little room.
fn central_label(central: &Central, plot: &Plot<'_>, lines: &[Vec<Point>], taken: &mut Vec<LabelBox>) {
    let words = Canvas::words(plot.canvas.sizes.tick).soft().centred();
    let x = plot.x_at(central.x);
    let room = (x - plot.area.left).max(plot.area.right - x) - 6.0;
    let text = if words.width(&central.label) < room { &central.label } else { &central.short };
    let half = (words.width(text) / 2.0 + 1.0, 0.5 * words.size);
    let mut places = Vec::new();
    for y in [plot.area.top + 0.8 * words.size, plot.area.bottom - 0.8 * words.size] {
        places.extend([1.0, -1.0].map(|across| LabelBox { middle: (x + across * (half.0 + 4.0), y), half }));
    }
    label_over(plot, &places, text, words, lines, taken);
}

impl LinePanel {
    fn scale(&self) -> Scale {
        let lines = self.lines.iter().flat_map(|line| {
            let band = line.band.iter().flat_map(|(_, low, high)| [*low, *high]);
            line.points.iter().map(|(_, y)| *y).chain(band)
        });
        let marks = self.marks.iter().map(|mark| mark.value);
        Scale::around(lines.chain(marks), self.axis.log, true).widened(6)
    }
}

/// A label at a line's end, in lines.
fn end_label(label: &str, style: Style) -> Vec<String> {
    let share = if style.width == Width::Full { 0.24 } else { 0.3 };
    wrap(label, sizes(style).body, Weight::Regular, share * paper_width(style), 4)
}
