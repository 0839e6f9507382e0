//! Exceedance curves: which share of samples reaches at least a value, with thresholds read off the curves.
//!
//! Knows nothing of the samples themselves, or of what a threshold means.

use super::axis::{Fit, Ruler, shown};
use super::canvas::{Canvas, EDGE, Frame, Stroke, Text, VPos, count};
use super::clip::{Bounds, Point};
use super::histogram::near;
use super::label::{self, Crowd, LEADING, Weight};
use super::marker;
use super::names::{self, Wish};
use super::palette;
use super::panel::{Panel, TICK, across, upwards, within};
use super::{Axis, Heading, Mark, Scale, Style};
use crate::args;
use crate::language::Words;

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
    /// The case of reference: a vertical line.
    pub central: Option<Mark>,
}

/// One distribution.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Curve {
    /// Printed beside it; may be empty when there is but one.
    pub label: String,
    /// A value in the unit of the axis, and the share of samples (0 to 1) of at least that value. The share of a
    /// value that is listed is printed as it is given, between two it is read off the line; beyond the last it is 0.
    pub points: Vec<(f64, f64)>,
}

/// A curve ready to be drawn: ascending values, shares in per cent.
struct Clean<'a> {
    label: &'a str,
    points: Vec<Point>,
}

/// More curves than this have a legend; in a column more than one.
const DIRECT: usize = 3;
const SWATCH: f64 = 20.0;

impl Exceedance {
    /// The chart as SVG text.
    #[must_use]
    pub fn svg(&self, style: &Style) -> String {
        let frame = Frame::new(&self.heading, style);
        let (size, small) = (frame.sizes.text, frame.sizes.small);
        let curves: Vec<Clean<'_>> =
            self.curves.iter().map(|curve| clean(curve, self.x.scale)).filter(|c| !c.points.is_empty()).collect();
        let Some(range) = range(&curves) else {
            let room = frame.room().max(60.0);
            let (canvas, area) = frame.open(room);
            canvas.message(self.why_empty(), &area);
            return canvas.finish();
        };
        let marks = self.marks(range);
        let reach: Vec<f64> = [range.0, range.1].into_iter().chain(marks.iter().map(|m| m.0.value)).collect();
        let needs = |text: &str| label::width(text, size, Weight::Regular) + size;
        let ruler = |length: f64| {
            Ruler::new(self.x.scale, Fit::Exact, reach.iter().copied(), &across(length, size, &needs, style.words))
        };
        let numbers = label::width("100 %", size, Weight::Regular);
        let page = (EDGE, frame.width - EDGE);
        let (left, right, x) = within((EDGE + numbers + TICK + 3.0, page.1 - 0.8 * size), page, size, ruler);
        let Some(x) = x else { return String::new() };
        let at = |value: f64| left + x.share(value) * (right - left);
        let wish = |(mark, kind): &'_ (Mark, Kind)| (at(mark.value), !matches!(kind, Kind::Beyond));
        let wishes = marks.iter().map(|entry| (entry.0.label.as_str(), wish(entry)));
        let wishes: Vec<Wish<'_>> = wishes.map(|(text, (x, line))| Wish { text, x, line }).collect();
        let names = names::place(&wishes, (left, right + 0.8 * size), small);
        let direct = curves.len() <= if frame.narrow() { 1 } else { DIRECT };
        let above = f64::from(names::rows(&names)) * small * LEADING + 1.8 * size;
        let key = if direct { 0.0 } else { count(&curves) * size * LEADING + 0.5 * size };
        let axis = TICK + if self.x.title().is_empty() { 1.6 * size } else { 3.0 * size };
        let plot = (frame.room() - above - key - axis).max(90.0);
        let (canvas, area) = frame.open(above + key + axis + plot);
        canvas.text(&canvas.words.text("share-at-least"), (area.low.0, area.low.1 + 0.85 * size), &canvas.plain());

        let bounds = Bounds { low: (left, area.low.1 + above), high: (right, area.low.1 + above + plot) };
        let height = |_: &str| 1.3 * size;
        let Some(mut y) =
            Ruler::new(Scale::Linear, Fit::Exact, [0.0, 100.0], &upwards(plot, size, &height, style.words))
        else {
            return canvas.finish();
        };
        for tick in &mut y.ticks {
            tick.text.push_str(" %");
        }
        let panel = Panel::new(&canvas, bounds, x.clone(), y);
        panel.grid_y();
        let mut crowd = Crowd::default();
        crowd.add_line(&[(left, bounds.high.1), bounds.high]);
        for ((mark, kind), name) in marks.iter().zip(&names) {
            let base = bounds.low.1 - 3.0 - 0.2 * small - f64::from(name.row) * small * LEADING;
            let line = [(at(mark.value), base + 2.0), (at(mark.value), bounds.high.1)];
            if let Some(stroke) = kind.stroke(&canvas) {
                canvas.line(&line, &stroke);
                crowd.add_line(&line);
            }
            canvas.text(
                &name.text,
                (name.middle(), base),
                &names::set(canvas.plain(), small, (canvas.theme.ink, canvas.theme.ground)),
            );
        }
        panel.axis_x(true);
        panel.axis_y();
        let traces: Vec<Vec<Vec<Point>>> = curves.iter().map(|c| panel.trace(&c.drawn(&panel))).collect();
        for (index, trace) in traces.iter().enumerate() {
            for line in trace {
                canvas.line(line, &stroke(&canvas, index));
                marker::along(&canvas, line, index, &stroke(&canvas, index));
                crowd.add_line(line);
            }
        }
        self.draw_crossings(&canvas, &panel, &curves, &mut crowd);
        if direct {
            name_curves(&canvas, &panel, &curves, &mut crowd);
        } else {
            draw_legend(&canvas, &curves, (area, bounds.high.1 + axis + 0.9 * size));
        }
        canvas.title_x(&self.x.title(), (left, right), bounds.high.1 + axis - 0.15 * size);
        canvas.finish()
    }

    /// The vertical lines, the central case last; a value far from the data is named at the edge.
    fn marks(&self, range: (f64, f64)) -> Vec<(Mark, Kind)> {
        let all = self.thresholds.iter().map(|m| (m, Kind::Threshold));
        all.chain(self.central.iter().map(|m| (m, Kind::Central)))
            .filter(|(mark, _)| shown(self.x.scale, mark.value) && !mark.label.trim().is_empty())
            .map(|(mark, kind)| {
                if near(self.x.scale, range, mark.value) {
                    (mark.clone(), kind)
                } else if mark.value < range.0 {
                    (Mark { label: format!("← {}", mark.label), value: range.0 }, Kind::Beyond)
                } else {
                    (Mark { label: format!("{} →", mark.label), value: range.1 }, Kind::Beyond)
                }
            })
            .collect()
    }

    /// A dot and the share where a curve meets a threshold.
    fn draw_crossings(&self, canvas: &Canvas, panel: &Panel<'_>, curves: &[Clean<'_>], crowd: &mut Crowd) {
        let size = canvas.sizes.small;
        for mark in self.thresholds.iter().filter(|m| shown(self.x.scale, m.value)) {
            for (index, curve) in curves.iter().enumerate() {
                let Some(share) = curve.at(mark.value, self.x.scale) else { continue };
                let Some(at) = panel.place((mark.value, share)) else { continue };
                let colour = stroke(canvas, index).colour;
                canvas.dot(at, 3.2, canvas.theme.ground);
                canvas.dot(at, 2.5, colour);
                crowd.add_box(Bounds { low: (at.0 - 2.7, at.1 - 2.7), high: (at.0 + 2.7, at.1 + 2.7) });
                let alone = self.share.as_ref().filter(|_| curves.len() == 1 && self.thresholds.len() == 1);
                let text = alone.cloned().unwrap_or_else(|| percent(share, canvas.words));
                let text = if curves.len() == 1 { canvas.words.say("of-samples", args![share = text]) } else { text };
                let room = (label::width(&text, size, Weight::Bold) + 2.5, 0.8 * size + 2.5);
                // Where the curve starts at the top, room is below its first stretch or behind it.
                let behind = |gap: f64| {
                    let low = (at.0 + gap, at.1 + 2.0);
                    Bounds { low, high: (low.0 + room.0, low.1 + room.1) }
                };
                let best =
                    [(4.0, 0.0), (11.0, 6.0), (20.0, 12.0), (32.0, 18.0)].into_iter().filter_map(|(gap, far)| {
                        let places = [label::around(at, room, gap), vec![behind(gap)]].concat();
                        let (free, cost) = crowd.cheapest(&places, &panel.area)?;
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
                crowd.add_box(free);
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
enum Kind {
    Threshold,
    Central,
    Beyond,
}

impl Kind {
    fn stroke(self, canvas: &Canvas) -> Option<Stroke> {
        match self {
            Self::Threshold => Some(Stroke { colour: canvas.theme.accent, width: 1.0, dash: Some(palette::MARK_DASH) }),
            Self::Central => Some(Stroke::solid(canvas.theme.soft, 0.8)),
            Self::Beyond => None,
        }
    }
}

fn stroke(canvas: &Canvas, index: usize) -> Stroke {
    Stroke { colour: canvas.theme.category(index), width: 1.6 * canvas.theme.lines, dash: palette::dash(index) }
}

fn clean(curve: &Curve, scale: Scale) -> Clean<'_> {
    let proper = |p: &&Point| shown(scale, p.0) && p.1.is_finite();
    let mut points: Vec<Point> =
        curve.points.iter().filter(proper).map(|p| (p.0, 100.0 * p.1.clamp(0.0, 1.0))).collect();
    // Of two shares at one value the larger comes first: the curve falls.
    points.sort_by(|a, b| a.0.total_cmp(&b.0).then(b.1.total_cmp(&a.1)));
    Clean { label: &curve.label, points }
}

impl Clean<'_> {
    /// The share at a value in per cent, on the line as it is drawn.
    fn at(&self, x: f64, scale: Scale) -> Option<f64> {
        let (first, last) = (self.points.first()?, self.points.last()?);
        if x <= first.0 {
            return Some(first.1);
        }
        if x > last.0 {
            return Some(0.0);
        }
        let position = |v: f64| if scale == Scale::Log { libm::log10(v) } else { v };
        let next = self.points.partition_point(|p| p.0 < x);
        let (a, b) = (self.points.get(next.checked_sub(1)?)?, self.points.get(next)?);
        let t = (position(x) - position(a.0)) / (position(b.0) - position(a.0));
        Some(if b.0 <= x || !t.is_finite() { b.1 } else { a.1 + t * (b.1 - a.1) })
    }

    /// The curve from one side of the panel to the other, in no more detail than can be seen.
    fn drawn(&self, panel: &Panel<'_>) -> Vec<Point> {
        let (low, high) = panel.x().range();
        let (Some(first), Some(last)) = (self.points.first(), self.points.last()) else { return Vec::new() };
        let mut points = Vec::with_capacity(self.points.len() + 3);
        if low < first.0 {
            points.push((low, first.1));
        }
        // Ten thousand samples make steps finer than a page can show.
        let place = |p: &Point| (500.0 * panel.x().share(p.0), 5.0 * p.1);
        let mut kept = (f64::NAN, f64::NAN);
        for point in &self.points {
            let (x, y) = place(point);
            if !((x - kept.0).abs() < 1.0 && (y - kept.1).abs() < 1.0) {
                points.push(*point);
                kept = (x, y);
            }
        }
        points.extend([*last, (last.0, 0.0)]);
        if high > last.0 {
            points.push((high, 0.0));
        }
        points
    }
}

/// From the last value that nearly all samples reach to the first that hardly any does, over all curves.
fn range(curves: &[Clean<'_>]) -> Option<(f64, f64)> {
    let start = |c: &Clean<'_>| c.points.iter().rev().find(|p| p.1 >= 99.9).or(c.points.first()).map(|p| p.0);
    let end = |c: &Clean<'_>| c.points.iter().find(|p| p.1 <= 0.1).or(c.points.last()).map(|p| p.0);
    let low = curves.iter().filter_map(start).reduce(f64::min)?;
    let high = curves.iter().filter_map(end).reduce(f64::max)?;
    Some((low.min(high), high.max(low)))
}

/// Whole per cent; more digits near none and all, so that only nothing is 0 % and only everything 100 %.
fn percent(share: f64, words: Words) -> String {
    let near = share.min(100.0 - share);
    if near <= 0.0 || near >= 0.95 {
        words.digits(format!("{share:.0} %"))
    } else if near < 0.05 {
        words.digits(if share < 50.0 { "< 0.1 %".to_owned() } else { "> 99.9 %".to_owned() })
    } else {
        words.digits(format!("{share:.1} %"))
    }
}

/// Names beside the curves, where they hide least.
fn name_curves(canvas: &Canvas, panel: &Panel<'_>, curves: &[Clean<'_>], crowd: &mut Crowd) {
    let size = canvas.sizes.text;
    let room = 0.45 * (panel.area.high.0 - panel.area.low.0);
    for (index, curve) in curves.iter().enumerate().filter(|c| !c.1.label.is_empty()) {
        let text = label::wrap(curve.label, size, Weight::Regular, room, 1).concat();
        // Of a single curve the axis says the same in full.
        if curves.len() == 1 && text != curve.label {
            continue;
        }
        let needs = (label::width(&text, size, Weight::Regular) + 2.0, size);
        let points: Vec<Point> = [80.0, 65.0, 50.0, 35.0, 90.0, 20.0, 95.0, 10.0]
            .into_iter()
            .filter_map(|share| curve.points.iter().find(|p| p.1 <= share))
            .filter_map(|p| panel.place(*p))
            .collect();
        let candidates: Vec<Bounds> = points.iter().flat_map(|p| label::around(*p, needs, 5.0)).collect();
        let Some((free, _)) = crowd.cheapest(&candidates, &panel.area) else { continue };
        let how = Text {
            colour: canvas.theme.for_text(stroke(canvas, index).colour),
            halo: Some(canvas.theme.ground),
            ..canvas.plain()
        };
        canvas.text(&text, (free.low.0 + 1.0, free.high.1 - 0.2 * size), &how);
        crowd.add_box(free);
    }
}

fn draw_legend(canvas: &Canvas, curves: &[Clean<'_>], (area, mut y): (Bounds, f64)) {
    let left = area.low.0;
    let size = canvas.sizes.text;
    for (index, curve) in curves.iter().enumerate() {
        canvas.line(&[(left, y), (left + SWATCH, y)], &stroke(canvas, index));
        if let Some(marker) = marker::of(index) {
            marker::draw(canvas, marker, (left + SWATCH / 2.0, y), &stroke(canvas, index));
        }
        let text = label::wrap(curve.label, size, Weight::Regular, area.high.0 - left - SWATCH - 4.0, 1).concat();
        canvas.text(&text, (left + SWATCH + 4.0, y), &Text { down: VPos::Center, ..canvas.plain() });
        y += size * LEADING;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_read_off_the_line() {
        let curve = Curve { label: String::new(), points: vec![(4.0, 0.5), (1.0, 1.0), (2.0, 0.8), (8.0, 0.1)] };
        let line = clean(&curve, Scale::Linear);
        for (x, share) in [(0.0, 100.0), (1.0, 100.0), (2.0, 80.0), (3.0, 65.0), (8.0, 10.0), (8.1, 0.0)] {
            assert!((line.at(x, Scale::Linear).unwrap() - share).abs() < 1e-9, "{x}");
        }
        let texts = [0.0, 0.01, 0.4, 73.2, 99.5, 99.99, 100.0].map(|share| percent(share, Words::default()));
        assert_eq!(texts, ["0 %", "< 0.1 %", "0.4 %", "73 %", "99.5 %", "> 99.9 %", "100 %"]);
    }

    #[test]
    fn a_name_that_does_not_fit_is_not_cut_where_the_axis_has_it() {
        let label = "A name much longer than half of a chart that is one column wide".to_owned();
        let curve = Curve { label, points: vec![(1.0, 1.0), (2.0, 0.5), (3.0, 0.0)] };
        let chart = Exceedance { curves: vec![curve], ..Exceedance::default() };
        let column = Style { size: super::super::Size::column(), ..Style::default() };
        assert!(!chart.svg(&column).contains('…'));
    }

    #[test]
    fn nasty_data_give_a_chart() {
        let values = [f64::NAN, f64::INFINITY, -1.0, 0.0, 1e-300, 1.0, 1e9, 1e140, 1e300];
        for scale in [Scale::Linear, Scale::Log] {
            for a in values {
                for b in values {
                    let curve = Curve { label: "a & b".into(), points: vec![(a, 1.0), (b, 0.2), (b, b)] };
                    let chart = Exceedance {
                        x: Axis { scale, ..Axis::default() },
                        curves: vec![curve.clone(), Curve::default(), curve],
                        thresholds: vec![Mark { label: "m".into(), value: b }, Mark { label: "n".into(), value: 5.0 }],
                        central: Some(Mark { label: "c".into(), value: a }),
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
