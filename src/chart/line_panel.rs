//! One panel of a line chart: lines, bands, marks, and the labels that must not hide them.
//!
//! Knows nothing of the page around it.

use super::axis::Scale;
use super::canvas::{Canvas, EDGE, HPos, Stroke, Text, VPos, count};
use super::clip::{Bounds, Point};
use super::label::{self, LEADING, LabelObstacles};
use super::letters::{Letters, Weight};
use super::mark::Mark;
use super::marker;
use super::names::MOST_LINES;
use super::notation::short_number;
use super::palette::{self, Rgb};
use super::panel::Panel;
use super::ruler::shown;
use super::series::{LinePanel, Series, SeriesStyles, why_empty};
use crate::args;

/// What the panels of a chart share.
pub struct PanelContext<'a> {
    pub x: Scale,
    pub styles: &'a SeriesStyles<'a>,
    pub central: Option<&'a Mark>,
    /// Vertical lines, the central case last.
    pub vertical: &'a [&'a Mark],
    /// Points for the names at the right ends; zero when a legend names the lines.
    pub naming: f64,
    /// How far labels above the plots may reach to the right.
    pub label_end: f64,
}

/// A series on the page: its lines, and the points that stand alone.
type Trace<'a> = (&'a Series, Vec<Vec<Point>>, Vec<Point>);

impl PanelContext<'_> {
    /// Draws a panel; the first names the vertical lines, the last has the numbers of x. False if there is nothing
    /// to draw but the words that say so.
    pub fn draw(&self, canvas: &Canvas, panel: &Panel<'_>, data: &LinePanel, (first, last): (bool, bool)) -> bool {
        let traces: Vec<Trace<'_>> =
            data.series.iter().map(|s| (s, panel.trace(&s.points), isolated(&s.points, panel))).collect();
        if traces.iter().all(|(_, lines, dots)| lines.is_empty() && dots.is_empty()) {
            canvas.message(why_empty(self.x, data), &panel.area);
            return false;
        }
        panel.grid_y();
        let mut obstacles = LabelObstacles::default();
        for series in &data.series {
            draw_band(canvas, panel, series, self.styles.stroke(canvas, series).colour);
        }
        for mark in self.vertical {
            let dashed = Stroke { colour: canvas.theme.faint_ink, width: 0.8, dash: Some(palette::MARK_DASH) };
            if let Some(x) = page_x(panel, mark.value) {
                let top = panel.area.low.1 - if first { 2.0 } else { 0.0 };
                let line = [(x, top), (x, panel.area.high.1)];
                canvas.line(&line, &dashed);
                obstacles.add_line(&line);
            }
        }
        if first {
            self.name_verticals(canvas, panel);
        }
        let marks: Vec<(&Mark, Option<f64>)> = data.marks.iter().map(|m| (m, page_y(panel, m.value))).collect();
        for y in marks.iter().filter_map(|m| m.1) {
            let line = [(panel.area.low.0, y), (panel.area.high.0, y)];
            canvas.line(&line, &Stroke { colour: canvas.theme.ink, width: 0.9, dash: Some(palette::MARK_DASH) });
            obstacles.add_line(&line);
        }
        panel.axis_x(last);
        panel.axis_y();
        let mut ends: Vec<(&Series, Point)> = Vec::new();
        for (series, lines, dots) in &traces {
            let stroke = self.styles.stroke(canvas, series);
            for line in lines {
                canvas.line(line, &stroke);
                marker::along(canvas, line, self.styles.index(series), &stroke);
                obstacles.add_line(line);
            }
            for dot in dots {
                canvas.dot(*dot, 1.8, stroke.colour);
            }
            let end = lines.last().and_then(|line| line.last()).or(dots.last());
            ends.extend(end.map(|end| (*series, *end)));
        }
        if let Some(central) = self.central {
            self.draw_central(canvas, panel, data, central.value, &mut obstacles);
        }
        for (mark, y) in marks {
            name_mark(canvas, panel, mark, y, &mut obstacles);
        }
        if self.naming > 0.0 {
            self.name_ends(canvas, panel, &ends);
        }
        true
    }

    /// Dots and values where the series meet the central case.
    fn draw_central(
        &self,
        canvas: &Canvas,
        panel: &Panel<'_>,
        data: &LinePanel,
        x: f64,
        obstacles: &mut LabelObstacles,
    ) {
        let size = canvas.sizes.small;
        let met: Vec<(&Series, f64, Point)> = data
            .series
            .iter()
            .filter_map(|s| {
                let value = crossing(&s.points, x, self.x, data.scale)?;
                Some((s, value, panel.place((x, value))?))
            })
            .collect();
        for (_, _, at) in &met {
            obstacles.add_box(Bounds { low: (at.0 - 2.5, at.1 - 2.5), high: (at.0 + 2.5, at.1 + 2.5) });
        }
        let crowded = met.len() > 6;
        for (series, value, at) in met {
            let colour = self.styles.stroke(canvas, series).colour;
            canvas.dot(at, 3.0, canvas.theme.ground);
            canvas.dot(at, 2.3, colour);
            if crowded {
                continue;
            }
            let text = short_number(value, canvas.words);
            // A little larger than the letters, so that their halo does not bite into lines.
            let box_of = (canvas.letters.width(&text, size, Weight::Bold) + 2.5, 0.8 * size + 2.5);
            // A value far from its dot misleads more than one that touches a line.
            let best = [(4.0, 0.0), (12.0, 9.0)].into_iter().filter_map(|(gap, far)| {
                let (free, cost) = obstacles.cheapest(&label::around(at, box_of, gap), &panel.area)?;
                Some((free, cost + far))
            });
            let Some((free, cost)) = best.min_by(|a, b| a.1.total_cmp(&b.1)) else { continue };
            if cost > 40.0 {
                continue;
            }
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

    fn name_verticals(&self, canvas: &Canvas, panel: &Panel<'_>) {
        let size = canvas.sizes.small;
        let width = panel.area.high.0 - panel.area.low.0;
        let at = |value: f64| panel.area.low.0 + panel.x().share(value) * width;
        for name in names_above(&canvas.letters, self.vertical, at, (panel.area.low.0, self.label_end), size) {
            let y = panel.area.low.1 - 2.0 - 0.35 * size - f64::from(name.row) * size * LEADING;
            let how = Text { size, h_align: HPos::Center, halo: Some(canvas.theme.ground), ..canvas.plain() };
            let above = (count(&name.lines) - 1.0) * size * LEADING;
            canvas.lines(&name.lines, (name.middle, y - above), &how);
        }
    }

    /// Names at the right ends of the lines, moved apart where they would overlap.
    fn name_ends(&self, canvas: &Canvas, panel: &Panel<'_>, ends: &[(&Series, Point)]) {
        let size = canvas.sizes.text;
        let named: Vec<(&Series, Point, Vec<String>)> = ends
            .iter()
            .filter(|(s, _)| !s.label.is_empty())
            .map(|(s, p)| (*s, *p, canvas.letters.wrap(&s.label, size, Weight::Regular, self.naming + 0.1, 9)))
            .collect();
        let heights: Vec<f64> = named.iter().map(|n| count(&n.2) * size * LEADING).collect();
        let targets: Vec<f64> = named.iter().map(|n| n.1.1).collect();
        let centres = label::spread(&targets, &heights, panel.area.low.1 - size, panel.area.high.1 + size);
        let x = panel.area.high.0 + 6.0;
        for ((series, end, lines), middle) in named.iter().zip(centres) {
            let colour = self.styles.stroke(canvas, series).colour;
            if (middle - end.1).abs() > 0.6 * size || panel.area.high.0 - end.0 > 4.0 {
                canvas.line(&[(end.0 + 1.5, end.1), (x - 1.0, middle)], &Stroke::solid(canvas.theme.grid, 0.6));
            }
            let how = Text { colour: canvas.theme.for_text(colour), v_align: VPos::Center, ..canvas.plain() };
            canvas.lines(lines, (x, middle - (count(lines) - 1.0) * size * LEADING / 2.0), &how);
        }
    }
}

fn page_x(panel: &Panel<'_>, value: f64) -> Option<f64> {
    let share = panel.x().share(value);
    (-1e-9..=1.0 + 1e-9).contains(&share).then_some(panel.area.low.0 + share * (panel.area.high.0 - panel.area.low.0))
}

fn page_y(panel: &Panel<'_>, value: f64) -> Option<f64> {
    let share = panel.y().share(value);
    (-1e-9..=1.0 + 1e-9).contains(&share).then_some(panel.area.high.1 - share * (panel.area.high.1 - panel.area.low.1))
}

/// Points with no neighbour to draw a line to: they would be lost without a dot.
fn isolated(points: &[Point], panel: &Panel<'_>) -> Vec<Point> {
    let placed: Vec<Option<Point>> = points.iter().map(|p| panel.place(*p)).collect();
    let at = |i: usize| {
        points.get(i).is_some_and(|p| panel.x().position(p.0).is_finite() && panel.y().position(p.1).is_finite())
    };
    (0..points.len())
        .filter(|i| !at(i + 1) && (*i == 0 || !at(i - 1)))
        .filter_map(|i| placed.get(i).copied().flatten())
        .collect()
}

/// The value of a series at `x`, on the line as it is drawn.
fn crossing(points: &[Point], x: f64, along: Scale, up: Scale) -> Option<f64> {
    let position = |scale: Scale, v: f64| if scale == Scale::Log { libm::log10(v) } else { v };
    points.iter().find(|p| p.0.total_cmp(&x).is_eq() && shown(up, p.1)).map(|p| p.1).or_else(|| {
        points.windows(2).find_map(|pair| {
            let &[a, b] = pair else { return None };
            let t = (position(along, x) - position(along, a.0)) / (position(along, b.0) - position(along, a.0));
            if !((0.0..=1.0).contains(&t) && shown(up, a.1) && shown(up, b.1)) {
                return None;
            }
            let y = position(up, a.1) + t * (position(up, b.1) - position(up, a.1));
            Some(if up == Scale::Log { libm::pow(10.0, y) } else { y })
        })
    })
}

fn draw_band(canvas: &Canvas, panel: &Panel<'_>, series: &Series, colour: Rgb) {
    let Some(band) = &series.band else { return };
    let whole = |b: &&(f64, f64, f64)| {
        let (x, low, high) = **b;
        panel.x().position(x).is_finite() && panel.y().position(low).is_finite() && panel.y().position(high).is_finite()
    };
    for run in band.split(|b| !whole(&b)) {
        let lower = run.iter().map(|b| (b.0, b.1));
        let upper = run.iter().rev().map(|b| (b.0, b.2));
        let shape = panel.trace_polygon(&lower.chain(upper).collect::<Vec<_>>());
        canvas.polygon(&shape, colour, 0.2);
    }
}

/// The name of a vertical line: its middle in points, and the row of its last line above the plots counted from them.
pub struct MarkName {
    pub lines: Vec<String>,
    pub middle: f64,
    pub row: u32,
}

impl MarkName {
    /// How many rows there are up to its first line.
    pub fn top(&self) -> u32 {
        self.row + u32::try_from(self.lines.len()).unwrap_or(1)
    }
}

/// Names of vertical lines between `left` and `right`, in as many rows as keep them apart.
pub fn names_above(
    letters: &Letters,
    marks: &[&Mark],
    at: impl Fn(f64) -> f64,
    (left, right): (f64, f64),
    size: f64,
) -> Vec<MarkName> {
    let mut names: Vec<(f64, MarkName)> = Vec::new();
    for mark in marks.iter().rev() {
        let lines = letters.wrap(&mark.label, size, Weight::Regular, right - EDGE, MOST_LINES);
        if lines.is_empty() {
            continue;
        }
        let half = lines.iter().map(|line| letters.width(line, size, Weight::Regular)).fold(0.0, f64::max) / 2.0;
        // A name may begin left of the plot, over the numbers of y, but not leave the page.
        let start = EDGE.max(left - 40.0) + half;
        let middle = at(mark.value).min(right - half).max(start);
        let high = u32::try_from(lines.len()).unwrap_or(1);
        let beside = |wide: f64, other: &MarkName| (other.middle - middle).abs() < wide + half + size;
        let clash = |row: u32| {
            names.iter().any(|(wide, other)| other.row < row + high && row < other.top() && beside(*wide, other))
        };
        let row = (0..9).find(|row| !clash(*row)).unwrap_or(9);
        names.push((half, MarkName { lines, middle, row }));
    }
    names.into_iter().map(|(_, name)| name).collect()
}

/// The label of a horizontal line where it hides least; off the scale it says so at the edge.
fn name_mark(canvas: &Canvas, panel: &Panel<'_>, mark: &Mark, y: Option<f64>, obstacles: &mut LabelObstacles) {
    let size = canvas.sizes.small;
    let (left, right) = (panel.area.low.0 + 4.0, panel.area.high.0 - 3.0);
    let text = match y {
        Some(_) => mark.label.clone(),
        None if !mark.value.is_finite() => return,
        None if mark.value > panel.y().range().1 => canvas.words.format("off-scale-above", args![label = &mark.label]),
        None => canvas.words.format("off-scale-below", args![label = &mark.label]),
    };
    let lines = canvas.letters.wrap(&text, size, Weight::Regular, right - left, MOST_LINES);
    if lines.is_empty() {
        return;
    }
    let w = lines.iter().map(|line| canvas.letters.width(line, size, Weight::Regular)).fold(0.0, f64::max);
    let above = (count(&lines) - 1.0) * size * LEADING;
    let h = 0.95 * size + above;
    let tops: Vec<f64> = match y {
        Some(y) => vec![y - 2.0 - h, y + 2.5],
        None if mark.value > panel.y().range().1 => {
            (0..4).map(|k| panel.area.low.1 + 1.0 + f64::from(k) * size * LEADING).collect()
        }
        None => (0..4).map(|k| panel.area.high.1 - h - 2.0 - f64::from(k) * size * LEADING).collect(),
    };
    let room = (right - w - left).max(0.0);
    let candidates = |tops: &[f64]| -> Vec<Bounds> {
        let along =
            tops.iter().flat_map(|top| (0..=12).map(move |k| (left + room * (1.0 - f64::from(k) / 12.0), *top)));
        along.map(|low| Bounds { low, high: (low.0 + w, low.1 + h) }).collect()
    };
    let Some((mut free, _)) = obstacles.cheapest(&candidates(&tops), &panel.area) else { return };
    // Where others stand close to the line already, further away, with a line that leads there.
    if let Some(y) = y.filter(|_| obstacles.covers(&free)) {
        for step in (1..=8).map(|step| f64::from(step) * size * LEADING) {
            let further: Vec<Bounds> = candidates(&[y - 2.0 - h - step, y + 2.5 + step])
                .into_iter()
                .filter(|at| !obstacles.covers(at) && panel.area.low.1 <= at.low.1 && at.high.1 <= panel.area.high.1)
                .collect();
            if let Some((found, _)) = obstacles.cheapest(&further, &panel.area) {
                let from = (found.low.0 + 3.0, if found.low.1 > y { found.low.1 } else { found.high.1 });
                canvas.line(&[from, (from.0, y)], &Stroke::solid(canvas.theme.faint_ink, 0.5));
                free = found;
                break;
            }
        }
    }
    let how = Text { size, halo: Some(canvas.theme.ground), ..canvas.plain() };
    canvas.lines(&lines, (free.low.0, free.high.1 - 0.15 * size - above), &how);
    obstacles.add_box(free);
}
