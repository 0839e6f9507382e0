//! Points on two log axes with a line through them and the interval around it; names where there is room, and numbers
//! with a key where there is none.
//!
//! Knows nothing of where the values come from.

use super::axis::{Axis, Scale};
use super::canvas::{Canvas, EDGE, Frame, Stroke};
use super::clip::Bounds;
use super::heading::Heading;
use super::label::{LEADING, LabelObstacles};
use super::mark::PointMark;
use super::painter::Paint;
use super::panel::{Panel, TICK, fit_sides};
use super::point_names;
use super::ruler::{Fit, LabelSpace, Ruler, shown};
use super::slot::RangeSlots;

/// A chart of points.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scatter {
    /// Title, footer and the like.
    pub heading: Heading,
    /// The quantity to the right, on a log scale.
    pub x: Axis,
    /// The quantity upwards, on a log scale.
    pub y: Axis,
    /// Names and places; what is not positive is left out. The first are named first.
    pub points: Vec<PointMark>,
    /// x, low, middle and high of the line and the interval around it, in order of x.
    pub line: Vec<(f64, f64, f64, f64)>,
    /// What the line and the ends of the interval are for each x.
    pub line_slots: RangeSlots,
    /// The case at hand.
    pub case: Option<PointMark>,
}

impl Paint for Scatter {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn paint(&self, frame: Frame<'_>) -> Canvas {
        point_names::settled(|numbered| {
            let (canvas, found) = self.draw(frame.clone(), numbered.first().map_or(&[], Vec::as_slice));
            (canvas, vec![found])
        })
    }
}

impl Scatter {
    /// The page with a key of these names, and the names that found no room.
    fn draw(&self, frame: Frame<'_>, numbered: &[String]) -> (Canvas, Vec<String>) {
        let (letters, words) = (frame.letters.clone(), frame.words);
        let size = frame.sizes.text;
        let key = point_names::key(&letters, numbered, frame.sizes.small, frame.width - 2.0 * EDGE);
        let below = point_names::key_height(&key, frame.sizes.small);
        let height = frame.available_height().max(150.0 + below);
        let (canvas, mut area) = frame.open(height);
        point_names::draw_key(&canvas, &key, (area.low.0, area.high.1 - below));
        area.high.1 -= below;
        let all = || self.points.iter().chain(&self.case).filter(|p| shown(Scale::Log, p.x) && shown(Scale::Log, p.y));
        let plot = Bounds {
            low: (EDGE + 5.2 * size, area.low.1 + 1.3 * size * LEADING),
            high: (area.high.0 - 1.5 * size, area.high.1 - TICK - 3.0 * size),
        };
        let wide = |text: &str| canvas.measure(text) + size;
        let high = |_: &str| 1.6 * size;
        let along = |length: f64| {
            Ruler::new(Scale::Log, Fit::Round, all().map(|p| p.x), &LabelSpace::horizontal(length, size, &wide, words))
        };
        let (left, right, x) = fit_sides(&letters, (plot.low.0, plot.high.0), (EDGE, area.high.0), size, along);
        let plot = Bounds { low: (left, plot.low.1), high: (right, plot.high.1) };
        let y = Ruler::new(
            Scale::Log,
            Fit::Round,
            all().map(|p| p.y),
            &LabelSpace::vertical(plot.high.1 - plot.low.1, size, &high, words),
        );
        let (Some(x), Some(y)) = (x, y) else {
            canvas.message("nothing-to-show", &area);
            return (canvas, Vec::new());
        };
        let panel = Panel::new(&canvas, plot, x, y);
        panel.grid_x();
        panel.grid_y();
        let mut obstacles = LabelObstacles::default();
        let up = self.line.iter().map(|p| (p.0, p.3));
        let around: Vec<(f64, f64)> = up.chain(self.line.iter().rev().map(|p| (p.0, p.1))).collect();
        canvas.polygon(&panel.trace_polygon(&around), canvas.theme.bar(true), 0.25);
        let middle: Vec<(f64, f64)> = self.line.iter().map(|p| (p.0, p.2)).collect();
        for piece in panel.trace(&middle) {
            canvas.line(&piece, &Stroke::solid(canvas.theme.ink, 1.2));
            obstacles.add_line(&piece);
        }
        panel.axis_x(true);
        panel.axis_y();
        canvas.text(&self.y.title(), (area.low.0, area.low.1 + 0.85 * size), &canvas.plain());
        canvas.title_x(&self.x.title(), (plot.low.0, plot.high.0), plot.high.1 + TICK + 2.8 * size);
        let mut requests: Vec<(&str, (f64, f64), bool)> = Vec::new();
        for (first, point) in self.case.iter().map(|p| (true, p)).chain(self.points.iter().map(|p| (false, p))) {
            let Some(at) = panel.place((point.x, point.y)) else { continue };
            let radius = if first { 3.6 } else { 2.1 };
            canvas.dot(at, radius + 0.6, canvas.theme.ground);
            canvas.dot(at, radius, if first { canvas.theme.accent } else { canvas.theme.bar(false) });
            obstacles.add_box(Bounds { low: (at.0 - radius, at.1 - radius), high: (at.0 + radius, at.1 + radius) });
            requests.push((&point.label, at, first));
        }
        let (case, others) = requests.split_at(usize::from(requests.first().is_some_and(|request| request.2)));
        point_names::place(&canvas, &mut obstacles, case, &plot);
        let left_out = point_names::place_or_number(&canvas, &mut obstacles, others, numbered, &plot);
        (canvas, left_out)
    }
}
