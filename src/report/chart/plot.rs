//! A pair of axes on a canvas: grid, ticks, labels, and data drawn inside the frame.

use super::axis::Scale;
use super::canvas::{Area, Canvas};
use super::clip::{Point, Window};
use super::label::{Weight, wrap};
use super::palette::{INK, RULE};
use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordf64;
use plotters::style::RGBColor;

/// Axes in an area of a canvas.
pub(super) struct Plot<'a> {
    pub canvas: &'a Canvas,
    /// The frame, in points.
    pub area: Area,
    pub x: Scale,
    pub y: Scale,
}

impl<'a> Plot<'a> {
    pub fn new(canvas: &'a Canvas, area: Area, x: Scale, y: Scale) -> Self {
        Self { canvas, area, x, y }
    }

    /// The window of the drawn scales.
    pub fn window(&self) -> Window {
        Window { x: self.x.ends(), y: self.y.ends() }
    }

    /// Where a point of the drawn scales lies on the canvas.
    fn on_canvas(&self, (x, y): Point) -> Point {
        // plotters maps to whole pixels; a thousand of them to the point keep the curve smooth.
        const FINE: f64 = 1000.0;
        let map = |ends: (f64, f64), value: f64, from: f64, to: f64| {
            let coordinate: RangedCoordf64 = (ends.0..ends.1).into();
            #[expect(clippy::cast_possible_truncation, reason = "a page is a few hundred points wide")]
            let limits = ((from * FINE) as i32, (to * FINE) as i32);
            f64::from(coordinate.map(&value, limits)) / FINE
        };
        let x = map(self.x.ends(), x, self.area.left, self.area.right);
        (x, map(self.y.ends(), y, self.area.bottom, self.area.top))
    }

    /// Where a data point lies on the canvas; `None` outside the frame.
    pub fn locate(&self, x: f64, y: f64) -> Option<Point> {
        let point = (self.x.place(x), self.y.place(y));
        self.window().contains(point).then(|| self.on_canvas(point))
    }

    /// The canvas's x of a data value, moved onto the frame.
    pub fn x_at(&self, value: f64) -> f64 {
        self.area.left + self.x.share(value).clamp(0.0, 1.0) * self.area.width()
    }

    /// The canvas's y of a data value, moved onto the frame.
    pub fn y_at(&self, value: f64) -> f64 {
        self.area.bottom - self.y.share(value).clamp(0.0, 1.0) * self.area.height()
    }

    fn placed(&self, points: &[Point]) -> Vec<Point> {
        points.iter().map(|(x, y)| (self.x.place(*x), self.y.place(*y))).collect()
    }

    /// A line through data points as it lies on the canvas, cut at the frame and at undefined values.
    pub fn parts(&self, points: &[Point]) -> Vec<Vec<Point>> {
        let parts = self.window().polyline(&self.placed(points));
        parts.into_iter().map(|part| part.into_iter().map(|point| self.on_canvas(point)).collect()).collect()
    }

    /// Draws a line through data points.
    pub fn line(&self, points: &[Point], colour: RGBColor, width: f64, dashes: &[f64]) {
        for part in self.parts(points) {
            self.canvas.line(&part, colour, width, dashes);
        }
        let placed = self.placed(points);
        // A point with undefined neighbours is no line; it is drawn as a dot.
        for (index, point) in placed.iter().enumerate() {
            let lone = |other: Option<&Point>| other.is_none_or(|(x, y)| !(x.is_finite() && y.is_finite()));
            let before = index.checked_sub(1).and_then(|before| placed.get(before));
            if lone(before) && lone(placed.get(index + 1)) && self.window().contains(*point) {
                self.canvas.dot(self.on_canvas(*point), 1.5, colour, colour);
            }
        }
    }

    /// Fills the band between low and high values over x.
    pub fn band(&self, band: &[(f64, f64, f64)], colour: RGBColor) {
        use plotters::style::Color;
        let up = band.iter().map(|(x, low, _)| (self.x.place(*x), self.y.place(*low)));
        let down = band.iter().rev().map(|(x, _, high)| (self.x.place(*x), self.y.place(*high)));
        let outline: Vec<Point> = up.chain(down).collect();
        let cut = self.window().polygon(&outline);
        if cut.len() > 2 {
            let drawn: Vec<Point> = cut.into_iter().map(|point| self.on_canvas(point)).collect();
            self.canvas.polygon(&drawn, colour.mix(0.2));
        }
    }

    /// How many ticks fit below.
    pub fn x_ticks(&self) -> Vec<f64> {
        let tick = Canvas::words(self.canvas.sizes.tick);
        for most in (2..=9).rev() {
            let ticks = self.x.ticks(most);
            let labels = self.x.labels(&ticks);
            let places: Vec<f64> = ticks.iter().map(|tick| self.x_at(*tick)).collect();
            let widths: Vec<f64> = labels.iter().map(|label| tick.width(label)).collect();
            let apart =
                |pair: usize| places[pair + 1] - places[pair] > f64::midpoint(widths[pair], widths[pair + 1]) + 8.0;
            if (0..ticks.len().saturating_sub(1)).all(apart) {
                return ticks;
            }
        }
        self.x.ticks(2)
    }

    /// Ticks at the left.
    pub fn y_ticks(&self) -> Vec<f64> {
        self.y.ticks(most_y_ticks(self.area.height()))
    }

    /// Draws grid lines across and the ticks of the y axis.
    pub fn y_axis(&self, grid: bool) {
        let (ticks, area) = (self.y_ticks(), self.area);
        let words = Canvas::words(self.canvas.sizes.tick).to_the_left();
        for (tick, label) in ticks.iter().zip(self.y.labels(&ticks)) {
            let y = self.y_at(*tick);
            if grid {
                self.canvas.line(&[(area.left, y), (area.right, y)], RULE, 0.6, &[]);
            }
            self.canvas.line(&[(area.left - 3.0, y), (area.left, y)], INK, 0.6, &[]);
            self.canvas.text((area.left - 5.0, y), &label, words);
        }
        self.canvas.line(&[(area.left, area.top), (area.left, area.bottom)], INK, 0.6, &[]);
    }

    /// Draws the x axis; `labels` off leaves it bare, for panels above another.
    pub fn x_axis(&self, title: &str, labels: bool) {
        let (ticks, area, sizes) = (self.x_ticks(), self.area, self.canvas.sizes);
        self.canvas.line(&[(area.left, area.bottom), (area.right, area.bottom)], INK, 0.6, &[]);
        let words = Canvas::words(sizes.tick).centred().up_from_top();
        for (tick, label) in ticks.iter().zip(self.x.labels(&ticks)) {
            let x = self.x_at(*tick);
            self.canvas.line(&[(x, area.bottom), (x, area.bottom + 3.0)], INK, 0.6, &[]);
            if labels {
                // The outermost labels stay on the paper.
                let half = words.width(&label) / 2.0;
                let x = x.clamp(half + 2.0, self.canvas.width - half - 2.0);
                self.canvas.text((x, area.bottom + 5.0), &label, words);
            }
        }
        if labels {
            let words = Canvas::words(sizes.body).centred().up_from_top();
            let middle = f64::midpoint(area.left, area.right);
            let lines = wrap(title, sizes.body, Weight::Regular, self.canvas.width - 20.0, 2);
            for (index, line) in (0_u8..).zip(lines) {
                let half = words.width(&line) / 2.0;
                let x = middle.clamp(half + 4.0, (self.canvas.width - half - 4.0).max(half + 4.0));
                let y = area.bottom + 8.0 + sizes.tick + f64::from(index) * 1.2 * sizes.body;
                self.canvas.text((x, y), &line, words);
            }
        }
    }
}

/// Height below a frame that the x axis needs.
pub(super) fn x_axis_height(canvas: &Canvas, title: &str) -> f64 {
    let lines = wrap(title, canvas.sizes.body, Weight::Regular, canvas.width - 20.0, 2);
    #[expect(clippy::cast_precision_loss, reason = "one line or two")]
    let lines = lines.len() as f64;
    8.0 + canvas.sizes.tick + 1.2 * canvas.sizes.body * lines + 2.0
}

/// Width left of a frame that the ticks' labels of a y axis need.
pub(super) fn y_axis_width(canvas: &Canvas, y: &Scale, height: f64) -> f64 {
    let ticks = y.ticks(most_y_ticks(height));
    let words = Canvas::words(canvas.sizes.tick);
    y.labels(&ticks).iter().map(|label| words.width(label)).fold(0.0, f64::max) + 7.0
}

fn most_y_ticks(height: f64) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 3 and 8")]
    let most = (height / 24.0).clamp(3.0, 8.0) as usize;
    most
}
