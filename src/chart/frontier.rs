//! A frontier: curves in the plane of two quantities, with words on either side and the case of reference.
//!
//! Knows nothing of what is met on the curves.

use super::axis::Axis;
use super::canvas::{Canvas, EDGE, Frame, HPos, Stroke, Text, VPos, count};
use super::clip::{Bounds, Point};
use super::heading::Heading;
use super::label::{self, LEADING, LabelObstacles};
use super::letters::Weight;
use super::mark::PointMark;
use super::painter::Paint;
use super::panel::{Panel, TICK, fit_sides};
use super::ruler::{Fit, LabelSpace, Ruler};
use super::slot::Slot;

/// A chart of curves that part a plane.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Frontier {
    /// Title, footer and the like.
    pub heading: Heading,
    /// The quantity from left to right, and its ends.
    pub x: Axis,
    /// The quantity from bottom to top, and its ends.
    pub y: Axis,
    /// First and last value of x.
    pub xs: (f64, f64),
    /// First and last value of y.
    pub ys: (f64, f64),
    /// The curves, in the units of the axes.
    pub curves: Vec<Vec<(f64, f64)>>,
    /// What is met on the curves.
    pub slot: Option<Slot>,
    /// Words with the place they stand at, in the units of the axes.
    pub regions: Vec<PointMark>,
    /// The case of reference: a ringed point.
    pub central: Option<PointMark>,
}

impl Paint for Frontier {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn paint(&self, frame: Frame<'_>) -> Canvas {
        let (letters, words) = (frame.letters.clone(), frame.words);
        let size = frame.sizes.text;
        let inner = frame.width - 2.0 * EDGE;
        let y_title = letters.wrap(&self.y.title(), size, Weight::Regular, inner, 2);
        let head = count(&y_title) * size * LEADING + 0.5 * size;
        let foot = TICK + 3.0 * size;
        let plot = (frame.available_height() - head - foot).max(if frame.narrow() { 110.0 } else { 130.0 });
        let (canvas, area) = frame.open(head + plot + foot);
        let line = |_: &str| 1.5 * size;
        let y = Ruler::new(
            self.y.scale,
            Fit::Exact,
            [self.ys.0, self.ys.1],
            &LabelSpace::vertical(plot, size, &line, words),
        );
        let numbers = y.iter().flat_map(|y| &y.ticks).map(|tick| canvas.measure(&tick.text)).fold(0.0, f64::max);
        let needs = |text: &str| canvas.measure(text) + size;
        let along = |length: f64| {
            Ruler::new(
                self.x.scale,
                Fit::Exact,
                [self.xs.0, self.xs.1],
                &LabelSpace::horizontal(length, size, &needs, words),
            )
        };
        let sides = (area.low.0 + numbers + TICK + 3.0, area.high.0 - 0.8 * size);
        let (left, right, x) = fit_sides(&letters, sides, (EDGE, area.high.0), size, along);
        let (Some(x), Some(y)) = (x, y) else {
            canvas.message("no-values", &area);
            return canvas;
        };
        canvas.lines(&y_title, (area.low.0, area.low.1 + 0.85 * size), &canvas.plain());
        let top = area.low.1 + head;
        let panel = Panel::new(&canvas, Bounds { low: (left, top), high: (right, top + plot) }, x, y);
        panel.grid_x();
        panel.grid_y();
        panel.axis_x(true);
        panel.axis_y();
        canvas.title_x(&self.x.title(), (left, right), top + plot + foot - 0.35 * size);
        let mut obstacles = LabelObstacles::default();
        let stroke = Stroke::solid(canvas.theme.category(0), 2.0 * canvas.theme.line_scale);
        for curve in &self.curves {
            if let &[only] = curve.as_slice()
                && let Some(at) = panel.place(only)
            {
                canvas.dot(at, 2.0, stroke.colour);
            }
            for piece in panel.trace(curve) {
                canvas.line(&piece, &stroke);
                obstacles.add_line(&piece);
            }
        }
        let central = self.central.as_ref().and_then(|central| Some((central, panel.place((central.x, central.y))?)));
        if let Some((central, at)) = central {
            obstacles.add_box(Bounds { low: (at.0 - 6.0, at.1 - 6.0), high: (at.0 + 6.0, at.1 + 6.0) });
            canvas.dot(at, 4.4, canvas.theme.ground);
            canvas.ring(at, 4.4, &Stroke::solid((0, 0, 0), 1.0));
            canvas.dot(at, 2.2, (0, 0, 0));
            let plain = Text { halo: Some(canvas.theme.ground), ..canvas.plain() };
            place_words(&canvas, &panel, &central.label, &mut obstacles, &plain, |room| {
                [8.0, 14.0, 22.0].iter().flat_map(|gap| label::around(at, room, *gap)).collect()
            });
        }
        for region in &self.regions {
            let Some(at) = panel.place((region.x, region.y)) else { continue };
            let bold = Text { weight: Weight::Bold, halo: Some(canvas.theme.ground), ..canvas.plain() };
            place_words(&canvas, &panel, &region.label, &mut obstacles, &bold, |room| {
                let on = Bounds {
                    low: (at.0 - room.0 / 2.0, at.1 - room.1 / 2.0),
                    high: (at.0 + room.0 / 2.0, at.1 + room.1 / 2.0),
                };
                let beside = [4.0, 16.0, 32.0].iter().flat_map(|gap| label::around(at, room, *gap));
                std::iter::once(on).chain(beside).collect()
            });
        }
        if self.curves.is_empty() && self.regions.is_empty() {
            canvas.message("no-values", &panel.area);
        }
        canvas
    }
}

/// Words at the cheapest of some places.
fn place_words(
    canvas: &Canvas,
    panel: &Panel<'_>,
    text: &str,
    obstacles: &mut LabelObstacles,
    how: &Text,
    places: impl Fn(Point) -> Vec<Bounds>,
) {
    let size = canvas.sizes.text;
    let room = 0.42 * (panel.area.high.0 - panel.area.low.0);
    let lines = canvas.letters.wrap(text, size, how.weight, room, 3);
    let widest = lines.iter().map(|line| canvas.letters.width(line, size, how.weight)).fold(0.0, f64::max);
    let area = (widest + 4.0, (count(&lines) - 1.0) * size * LEADING + 0.95 * size + 3.0);
    let Some((free, _)) = obstacles.cheapest(&places(area), &panel.area) else { return };
    let middle = f64::midpoint(free.low.0, free.high.0);
    let how = Text { h_align: HPos::Center, v_align: VPos::Bottom, ..*how };
    canvas.lines(&lines, (middle, free.low.1 + 1.5 + 0.8 * size), &how);
    obstacles.add_box(free);
}

#[cfg(test)]
mod tests {
    use super::super::axis::Scale;
    use super::super::style::Style;
    use super::*;

    #[test]
    fn nasty_data_give_a_chart() {
        let values = [f64::NAN, f64::INFINITY, -1.0, 0.0, 1e-300, 1.0, 1e9];
        for scale in [Scale::Linear, Scale::Log] {
            for a in values {
                for b in values {
                    let at = PointMark { x: a, y: b, label: "a & b".into(), ..PointMark::default() };
                    let chart = Frontier {
                        x: Axis { scale, ..Axis::default() },
                        xs: (a, b),
                        ys: (b, 5.0),
                        curves: vec![vec![(a, b), (b, a)], vec![], vec![(b, b)]],
                        regions: vec![at.clone()],
                        central: Some(at),
                        ..Frontier::default()
                    };
                    let svg = chart.svg(&Style::default());
                    assert!(resvg::usvg::roxmltree::Document::parse(&svg).is_ok(), "{a} {b}");
                    assert!(!svg.contains("NaN"), "{a} {b}");
                }
            }
        }
    }
}
