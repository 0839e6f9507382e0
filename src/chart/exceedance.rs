//! Exceedance curves: which share of samples reaches at least a value, with thresholds read off the curves.
//!
//! Knows nothing of the samples themselves, or of what a threshold means.

use super::axis::{Axis, Scale};
use super::canvas::{Canvas, EDGE, Frame, Stroke, Text, VPos, count};
use super::clip::{Bounds, Point};
use super::curve::{self, Curve, PreparedCurve, percent, prepared};
use super::heading::Heading;
use super::label::{self, LEADING, LabelObstacles};
use super::letters::Weight;
use super::mark::Mark;
use super::marker;
use super::names::{self, LabelRequest};
use super::painter::Paint;
use super::palette;
use super::panel::{Panel, TICK, fit_sides};
use super::ruler::{Fit, LabelSpace, Ruler, near, shown};
use super::slot::Slot;
use crate::args;

/// A chart of complementary cumulative distributions.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Exceedance {
    /// Title, footer and the like.
    pub heading: Heading,
    /// The quantity, shared by all curves.
    pub x: Axis,
    /// The distributions.
    pub curves: Vec<Curve>,
    /// Vertical lines with the share at which each curve crosses them; values in the unit of `x`.
    pub thresholds: Vec<Mark>,
    /// What is written where a single curve crosses a single threshold; without it the share read off the curve.
    pub share: Option<String>,
    /// What that share is.
    pub share_slot: Option<Slot>,
    /// The case of reference: a vertical line.
    pub central: Option<Mark>,
}

/// More curves than this have a legend; in a column more than one.
const DIRECT: usize = 3;
const SWATCH: f64 = 20.0;

impl Paint for Exceedance {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn paint(&self, frame: Frame<'_>) -> Canvas {
        let (letters, words) = (frame.letters.clone(), frame.words);
        let (size, small) = (frame.sizes.text, frame.sizes.small);
        let curves: Vec<PreparedCurve<'_>> =
            self.curves.iter().map(|curve| prepared(curve, self.x.scale)).filter(|c| !c.points.is_empty()).collect();
        let Some(range) = curve::range(&curves) else {
            return frame.message(self.why_empty(), 60.0);
        };
        let marks = self.marks(range);
        let reach: Vec<f64> = [range.0, range.1].into_iter().chain(marks.iter().map(|m| m.0.value)).collect();
        let needs = |text: &str| letters.width(text, size, Weight::Regular) + size;
        let ruler = |length: f64| {
            Ruler::new(
                self.x.scale,
                Fit::Exact,
                reach.iter().copied(),
                &LabelSpace::horizontal(length, size, &needs, words),
            )
        };
        let numbers = letters.width("100 %", size, Weight::Regular);
        let page = (EDGE, frame.width - EDGE);
        let (left, right, x) =
            fit_sides(&letters, (EDGE + numbers + TICK + 3.0, page.1 - 0.8 * size), page, size, ruler);
        let Some(x) = x else { return frame.message(self.why_empty(), 60.0) };
        let at = |value: f64| left + x.share(value) * (right - left);
        let request = |(mark, kind): &'_ (Mark, MarkKind)| (at(mark.value), !matches!(kind, MarkKind::Beyond));
        let requests = marks.iter().map(|entry| (entry.0.label.as_str(), request(entry)));
        let requests: Vec<LabelRequest<'_>> =
            requests.map(|(text, (x, line))| LabelRequest { text, x, line }).collect();
        let names = names::place(&letters, &requests, (left, right + 0.8 * size), small);
        let direct = curves.len() <= if frame.narrow() { 1 } else { DIRECT };
        let above = f64::from(names::rows(&names)) * small * LEADING + 2.4 * size;
        let key = if direct { 0.0 } else { count(&curves) * size * LEADING + 0.5 * size };
        let axis = TICK + if self.x.title().is_empty() { 1.6 * size } else { 3.0 * size };
        let plot = (frame.available_height() - above - key - axis).max(90.0);
        let (canvas, area) = frame.open(above + key + axis + plot);
        canvas.text(&canvas.words.text("share-at-least"), (area.low.0, area.low.1 + 0.85 * size), &canvas.plain());

        let bounds = Bounds { low: (left, area.low.1 + above), high: (right, area.low.1 + above + plot) };
        let height = |_: &str| 1.3 * size;
        let Some(mut y) =
            Ruler::new(Scale::Linear, Fit::Exact, [0.0, 100.0], &LabelSpace::vertical(plot, size, &height, words))
        else {
            return canvas;
        };
        for tick in &mut y.ticks {
            tick.text.push_str(" %");
        }
        let panel = Panel::new(&canvas, bounds, x.clone(), y);
        panel.grid_y();
        let mut obstacles = LabelObstacles::default();
        obstacles.add_line(&[(left, bounds.high.1), bounds.high]);
        for ((mark, kind), name) in marks.iter().zip(&names) {
            let base = bounds.low.1 - 3.0 - 0.5 * size - 0.2 * small - f64::from(name.row) * small * LEADING;
            let line = [(at(mark.value), base + 2.0), (at(mark.value), bounds.high.1)];
            if let Some(stroke) = kind.stroke(&canvas) {
                canvas.line(&line, &stroke);
                obstacles.add_line(&line);
            }
            names::draw(&canvas, name, base, small);
        }
        panel.axis_x(true);
        panel.axis_y();
        let traces: Vec<Vec<Vec<Point>>> = curves.iter().map(|c| panel.trace(&c.drawn(&panel))).collect();
        for (index, trace) in traces.iter().enumerate() {
            for line in trace {
                canvas.line(line, &stroke(&canvas, index));
                marker::along(&canvas, line, index, &stroke(&canvas, index));
                obstacles.add_line(line);
            }
        }
        self.draw_crossings(&canvas, &panel, &curves, &mut obstacles);
        if direct {
            name_curves(&canvas, &panel, &curves, &mut obstacles);
        } else {
            draw_legend(&canvas, &curves, (area, bounds.high.1 + axis + 0.9 * size));
        }
        canvas.title_x(&self.x.title(), (left, right), bounds.high.1 + axis - 0.15 * size);
        canvas
    }
}

impl Exceedance {
    /// The vertical lines, the central case last; a value far from the data is named at the edge.
    fn marks(&self, range: (f64, f64)) -> Vec<(Mark, MarkKind)> {
        let all = self.thresholds.iter().map(|m| (m, MarkKind::Threshold));
        all.chain(self.central.iter().map(|m| (m, MarkKind::Central)))
            .filter(|(mark, _)| shown(self.x.scale, mark.value) && !mark.label.trim().is_empty())
            .map(|(mark, kind)| {
                if near(self.x.scale, range, mark.value) {
                    (mark.clone(), kind)
                } else if mark.value < range.0 {
                    (Mark { label: format!("← {}", mark.label), value: range.0, slot: None }, MarkKind::Beyond)
                } else {
                    (Mark { label: format!("{} →", mark.label), value: range.1, slot: None }, MarkKind::Beyond)
                }
            })
            .collect()
    }

    /// A dot and the share where a curve meets a threshold.
    fn draw_crossings(
        &self,
        canvas: &Canvas,
        panel: &Panel<'_>,
        curves: &[PreparedCurve<'_>],
        obstacles: &mut LabelObstacles,
    ) {
        let size = canvas.sizes.small;
        for mark in self.thresholds.iter().filter(|m| shown(self.x.scale, m.value)) {
            for (index, curve) in curves.iter().enumerate() {
                let Some(share) = curve.at(mark.value, self.x.scale) else { continue };
                let Some(at) = panel.place((mark.value, share)) else { continue };
                let colour = stroke(canvas, index).colour;
                canvas.dot(at, 3.2, canvas.theme.ground);
                canvas.dot(at, 2.5, colour);
                obstacles.add_box(Bounds { low: (at.0 - 2.7, at.1 - 2.7), high: (at.0 + 2.7, at.1 + 2.7) });
                let alone = self.share.as_ref().filter(|_| curves.len() == 1 && self.thresholds.len() == 1);
                let text = alone.cloned().unwrap_or_else(|| percent(share, canvas.words));
                let text =
                    if curves.len() == 1 { canvas.words.format("of-samples", args![share = text]) } else { text };
                let room = (canvas.letters.width(&text, size, Weight::Bold) + 2.5, 0.8 * size + 2.5);
                // Where the curve starts at the top, room is below its first stretch or behind it.
                let behind = |gap: f64| {
                    let low = (at.0 + gap, at.1 + 2.0);
                    Bounds { low, high: (low.0 + room.0, low.1 + room.1) }
                };
                let best =
                    [(4.0, 0.0), (11.0, 6.0), (20.0, 12.0), (32.0, 18.0)].into_iter().filter_map(|(gap, far)| {
                        let places = [label::around(at, room, gap), vec![behind(gap)]].concat();
                        let (free, cost) = obstacles.cheapest(&places, &panel.area)?;
                        Some((free, cost + far))
                    });
                let Some((free, _)) = best.min_by(|a, b| a.1.total_cmp(&b.1)) else { continue };
                let how = Text {
                    size,
                    weight: Weight::Bold,
                    colour: canvas.theme.for_text(colour),
                    halo: Some(canvas.theme.ground),
                    ..canvas.plain()
                };
                canvas.text(&text, (free.low.0 + 1.25, free.high.1 - 1.25 - 0.07 * size), &how);
                obstacles.add_box(free);
            }
        }
    }

    fn why_empty(&self) -> &'static str {
        if self.curves.is_empty() {
            "nothing-to-show"
        } else if self.x.scale == Scale::Log && self.curves.iter().any(|c| c.points.iter().any(|p| p.0.is_finite())) {
            "no-positive-values"
        } else {
            "no-values"
        }
    }
}

#[derive(Clone, Copy)]
enum MarkKind {
    Threshold,
    Central,
    Beyond,
}

impl MarkKind {
    fn stroke(self, canvas: &Canvas) -> Option<Stroke> {
        match self {
            Self::Threshold => Some(Stroke { colour: canvas.theme.accent, width: 1.0, dash: Some(palette::MARK_DASH) }),
            Self::Central => Some(Stroke::solid(canvas.theme.faint_ink, 0.8)),
            Self::Beyond => None,
        }
    }
}

fn stroke(canvas: &Canvas, index: usize) -> Stroke {
    Stroke { colour: canvas.theme.category(index), width: 1.6 * canvas.theme.line_scale, dash: palette::dash(index) }
}

/// Names beside the curves, where they hide least.
fn name_curves(canvas: &Canvas, panel: &Panel<'_>, curves: &[PreparedCurve<'_>], obstacles: &mut LabelObstacles) {
    let size = canvas.sizes.text;
    let room = 0.45 * (panel.area.high.0 - panel.area.low.0);
    for (index, curve) in curves.iter().enumerate().filter(|c| !c.1.label.is_empty()) {
        let text = canvas.letters.wrap(curve.label, size, Weight::Regular, room, 1).concat();
        // Of a single curve the axis says the same in full.
        if curves.len() == 1 && text != curve.label {
            continue;
        }
        let needs = (canvas.letters.width(&text, size, Weight::Regular) + 2.0, size);
        let points: Vec<Point> = [80.0, 65.0, 50.0, 35.0, 90.0, 20.0, 95.0, 10.0]
            .into_iter()
            .filter_map(|share| curve.points.iter().find(|p| p.1 <= share))
            .filter_map(|p| panel.place(*p))
            .collect();
        let candidates: Vec<Bounds> = points.iter().flat_map(|p| label::around(*p, needs, 5.0)).collect();
        let Some((free, _)) = obstacles.cheapest(&candidates, &panel.area) else { continue };
        let how = Text {
            colour: canvas.theme.for_text(stroke(canvas, index).colour),
            halo: Some(canvas.theme.ground),
            ..canvas.plain()
        };
        canvas.text(&text, (free.low.0 + 1.0, free.high.1 - 0.2 * size), &how);
        obstacles.add_box(free);
    }
}

fn draw_legend(canvas: &Canvas, curves: &[PreparedCurve<'_>], (area, mut y): (Bounds, f64)) {
    let left = area.low.0;
    let size = canvas.sizes.text;
    for (index, curve) in curves.iter().enumerate() {
        canvas.line(&[(left, y), (left + SWATCH, y)], &stroke(canvas, index));
        if let Some(marker) = marker::of(index) {
            marker::draw(canvas, marker, (left + SWATCH / 2.0, y), &stroke(canvas, index));
        }
        let text =
            canvas.letters.wrap(curve.label, size, Weight::Regular, area.high.0 - left - SWATCH - 4.0, 1).concat();
        canvas.text(&text, (left + SWATCH + 4.0, y), &Text { v_align: VPos::Center, ..canvas.plain() });
        y += size * LEADING;
    }
}

#[cfg(test)]
mod tests {
    use super::super::style::Style;
    use super::*;

    #[test]
    fn a_name_that_does_not_fit_is_not_cut_where_the_axis_has_it() {
        let label = "A name much longer than half of a chart that is one column wide".to_owned();
        let curve = Curve { label, points: vec![(1.0, 1.0), (2.0, 0.5), (3.0, 0.0)], slot: None };
        let chart = Exceedance { curves: vec![curve], ..Exceedance::default() };
        let column = Style { size: super::super::style::Size::column(), ..Style::default() };
        assert!(!chart.svg(&column).contains('…'));
    }

    #[test]
    fn nasty_data_give_a_chart() {
        let values = [f64::NAN, f64::INFINITY, -1.0, 0.0, 1e-300, 1.0, 1e9, 1e140, 1e300];
        let mark = |label: &str, value| Mark { label: label.into(), value, slot: None };
        for scale in [Scale::Linear, Scale::Log] {
            for a in values {
                for b in values {
                    let curve = Curve { label: "a & b".into(), points: vec![(a, 1.0), (b, 0.2), (b, b)], slot: None };
                    let chart = Exceedance {
                        x: Axis { scale, ..Axis::default() },
                        curves: vec![curve.clone(), Curve::default(), curve],
                        thresholds: vec![mark("m", b), mark("n", 5.0)],
                        central: Some(mark("c", a)),
                        ..Exceedance::default()
                    };
                    let svg = chart.svg(&Style::default());
                    assert!(resvg::usvg::roxmltree::Document::parse(&svg).is_ok(), "{a} {b}");
                    assert!(!svg.contains("NaN") && svg == chart.svg(&Style::default()));
                }
            }
        }
        assert!(Exceedance::default().svg(&Style::default()).contains("Nothing to show."));
    }
}
