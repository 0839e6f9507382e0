//! Numbers over time: a dot for each, its range as a line, its name beside it where it hides least.
//!
//! The time axis has ticks at first days of months, the values a log axis. Knows nothing of what the values are.

use super::axis::Scale;
use super::canvas::{Canvas, EDGE, Frame, Stroke, Text};
use super::clip::{Bounds, Point};
use super::heading::Heading;
use super::label::{self, LabelObstacles};
use super::letters::Weight;
use super::mark::Mark;
use super::notation::{Tick, whole};
use super::painter::Paint;
use super::palette;
use super::panel::{Panel, TICK};
use super::ruler::{Fit, LabelSpace, Ruler, shown};
use super::slot::RangeSlots;

/// A chart of dated values.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Timeline {
    /// Title, footer and the like.
    pub heading: Heading,
    /// What is counted, with its unit.
    pub label: String,
    /// The values.
    pub points: Vec<Dated>,
    /// A horizontal line to compare them with.
    pub mark: Option<Mark>,
}

/// One dated value.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Dated {
    /// Whose it is.
    pub label: String,
    /// The year with its fraction.
    pub year: f64,
    /// The value.
    pub value: f64,
    /// Its range.
    pub range: Option<(f64, f64)>,
    /// What the value is, and the ends of its range.
    pub slots: RangeSlots,
}

impl Paint for Timeline {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn paint(&self, frame: Frame<'_>) -> Canvas {
        let (letters, words) = (frame.letters.clone(), frame.words);
        let (size, small) = (frame.sizes.text, frame.sizes.small);
        let proper = |point: &&Dated| (1000.0..3000.0).contains(&point.year) && shown(Scale::Log, point.value);
        let points: Vec<&Dated> = self.points.iter().filter(proper).collect();
        let values = points.iter().flat_map(|point| {
            let (low, high) = point.range.unwrap_or((point.value, point.value));
            [low, point.value, high]
        });
        let values: Vec<f64> = values.chain(self.mark.iter().map(|mark| mark.value)).collect();
        let room = frame.available_height().max(if frame.narrow() { 190.0 } else { 215.0 });
        let above = 1.6 * size;
        let plot = room - above - TICK - 1.8 * size;
        let height = |_: &str| 1.3 * size;
        let Some(y) = Ruler::new(Scale::Log, Fit::Round, values, &LabelSpace::vertical(plot, size, &height, words))
            .filter(|_| !points.is_empty())
        else {
            return frame.message("no-dated-values", room);
        };
        let numbers = y.ticks.iter().map(|tick| letters.width(&tick.text, size, Weight::Regular)).fold(0.0, f64::max);
        let (left, right) = (EDGE + numbers + TICK + 4.0, frame.width - EDGE - size);
        let (first, last) = points.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(first, last), point| {
            (first.min(point.year), last.max(point.year))
        });
        // Names need some room on either side, and a single date some width.
        let margin = (0.08 * (last - first)).max(1.0 / 12.0);
        let needs = |text: &str| letters.width(text, size, Weight::Regular) + size;
        let ends = [first - margin, last + margin];
        let Some(mut x) =
            Ruler::new(Scale::Linear, Fit::Exact, ends, &LabelSpace::horizontal(right - left, size, &needs, words))
        else {
            return frame.message("no-dated-values", room);
        };
        let names = words.text("months-short");
        let names: Vec<&str> = names.split(' ').collect();
        let most = (right - left) / needs(&named(&names, 10, 2025));
        x.ticks = months(ends[0], ends[1], most, &names);
        x.minor = Vec::new();
        let (canvas, area) = frame.open(room);
        canvas.text(&self.label, (area.low.0, area.low.1 + 0.85 * size), &canvas.plain());
        let bounds = Bounds { low: (left, area.low.1 + above), high: (right, area.low.1 + above + plot) };
        let panel = Panel::new(&canvas, bounds, x, y);
        panel.grid_y();
        panel.axis_x(true);
        panel.axis_y();
        let mut obstacles = LabelObstacles::default();
        obstacles.add_line(&[(left, bounds.high.1), bounds.high]);
        let marked = self.draw_mark(&canvas, &panel);
        let colour = canvas.theme.bar(false);
        let placed: Vec<(&Dated, Point)> =
            points.iter().filter_map(|point| Some((*point, panel.place((point.year, point.value))?))).collect();
        for (point, at) in &placed {
            if let Some((low, high)) = point.range {
                for line in panel.trace(&[(point.year, low), (point.year, high)]) {
                    canvas.line(&line, &Stroke::solid(canvas.theme.bar(true), 2.2));
                    obstacles.add_line(&line);
                }
            }
            obstacles.add_box(Bounds { low: (at.0 - 3.6, at.1 - 3.6), high: (at.0 + 3.6, at.1 + 3.6) });
        }
        for (_, at) in &placed {
            canvas.dot(*at, 3.3, canvas.theme.ground);
            canvas.dot(*at, 2.5, colour);
        }
        if let (Some(mark), Some(y)) = (&self.mark, marked) {
            name_mark(&canvas, &mut obstacles, &bounds, (&mark.label, y), small);
        }
        for (point, at) in &placed {
            name(&canvas, &mut obstacles, &bounds, (&point.label, *at), small);
        }
        canvas
    }
}

impl Timeline {
    /// The horizontal line, and its height on the page.
    fn draw_mark(&self, canvas: &Canvas, panel: &Panel<'_>) -> Option<f64> {
        let (_, y) = panel.place((panel.x().range().0, self.mark.as_ref()?.value))?;
        let stroke = Stroke { colour: canvas.theme.accent, width: 1.0, dash: Some(palette::MARK_DASH) };
        canvas.line(&[(panel.area.low.0, y), (panel.area.high.0, y)], &stroke);
        Some(y)
    }
}

/// Names the horizontal line at its right end if that hides nothing, otherwise where it hides least.
fn name_mark(canvas: &Canvas, obstacles: &mut LabelObstacles, frame: &Bounds, (text, y): (&str, f64), size: f64) {
    let (wide, high) = (canvas.letters.width(text, size, Weight::Regular) + 2.0, 0.95 * size);
    let room = (frame.high.0 - frame.low.0 - wide - 4.0).max(0.0);
    let candidates: Vec<Bounds> = (0..=16)
        .map(|step| frame.low.0 + 2.0 + room * (1.0 - f64::from(step) / 16.0))
        .flat_map(|x| [(x, y - 2.0 - high), (x, y + 2.5), (x, y - 4.5 - high), (x, y + 4.5)])
        .map(|low| Bounds { low, high: (low.0 + wide, low.1 + high) })
        .collect();
    obstacles.add_line(&[(frame.low.0, y), (frame.high.0, y)]);
    let Some((free, _)) = obstacles.cheapest(&candidates, frame) else { return };
    let how = Text {
        size,
        colour: canvas.theme.for_text(canvas.theme.accent),
        halo: Some(canvas.theme.ground),
        ..canvas.plain()
    };
    canvas.text(text, (free.low.0 + 1.0, free.high.1 - 0.2 * size), &how);
    obstacles.add_box(free);
}

/// Writes a name where it hides least, with a thin line to its dot where it stands away from it.
fn name(canvas: &Canvas, obstacles: &mut LabelObstacles, frame: &Bounds, (text, at): (&str, Point), size: f64) {
    let room = (canvas.letters.width(text, size, Weight::Regular) + 2.0, 0.95 * size);
    let gaps = [4.0, 9.0, 15.0, 22.0, 30.0, 40.0, 52.0];
    let options = gaps.into_iter().filter_map(|gap| {
        let candidates = label::around(at, room, gap);
        let (free, cost) = obstacles.cheapest(&candidates, frame)?;
        Some((free, cost + 1.2 * (gap - 4.0), gap))
    });
    let Some((free, _, gap)) = options.min_by(|a, b| a.1.total_cmp(&b.1)) else { return };
    if gap > 4.0 {
        let near = |value: f64, low: f64, high: f64| value.max(low).min(high);
        let edge = (near(at.0, free.low.0, free.high.0), near(at.1, free.low.1, free.high.1));
        canvas.line(&[at, edge], &Stroke::solid(canvas.theme.faint_ink, 0.4));
        obstacles.add_line(&[at, edge]);
    }
    let how = Text { size, colour: canvas.theme.ink, halo: Some(canvas.theme.ground), ..canvas.plain() };
    canvas.text(text, (free.low.0 + 1.0, free.high.1 - 0.2 * size), &how);
    obstacles.add_box(free);
}

/// First days of months between two years, at most `most` of them, with their names; of whole years the number alone.
fn months(from: f64, to: f64, most: f64, names: &[&str]) -> Vec<Tick> {
    let (first, last) = (whole(libm::ceil(12.0 * from - 1e-9)), whole(libm::floor(12.0 * to + 1e-9)));
    let steps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000];
    let fits = |step: &&i32| f64::from((last - first) / **step + 1) <= most.max(2.0);
    let step = steps.iter().find(fits).copied().unwrap_or(12_000);
    let ticks = (first..=last).filter(|month| month.rem_euclid(step) == 0);
    ticks
        .map(|month| {
            let (year, name) = (month.div_euclid(12), usize::try_from(month.rem_euclid(12)).unwrap_or(0));
            let text = if step >= 12 { year.to_string() } else { named(names, name, year) };
            Tick { value: f64::from(month) / 12.0, text }
        })
        .collect()
}

fn named(names: &[&str], month: usize, year: i32) -> String {
    format!("{} {year}", names.get(month).copied().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::super::style::Style;
    use super::*;

    #[test]
    fn months_are_named() {
        let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let texts =
            |from, to, most| months(from, to, most, &names).into_iter().map(|tick| tick.text).collect::<Vec<_>>();
        assert_eq!(texts(2024.9, 2025.6, 5.0), ["Jan 2025", "Mar 2025", "May 2025", "Jul 2025"]);
        assert_eq!(texts(2018.0, 2026.5, 5.0), ["2018", "2020", "2022", "2024", "2026"]);
        assert!(texts(1000.0, 3000.0, 4.0).len() < 6);
    }

    #[test]
    fn nasty_data_give_a_chart() {
        for value in [f64::NAN, f64::INFINITY, -1.0, 0.0, 1e-300, 5.0, 1e300] {
            for year in [f64::NAN, 0.0, 2025.0, 1e300] {
                let point = Dated { label: "a & b".into(), year, value, range: Some((value, 7.0)), ..Dated::default() };
                let chart = Timeline {
                    points: vec![point.clone(), point],
                    mark: Some(Mark { label: "m".into(), value, slot: None }),
                    ..Timeline::default()
                };
                let svg = chart.svg(&Style::default());
                assert!(resvg::usvg::roxmltree::Document::parse(&svg).is_ok(), "{value} {year}");
                assert!(!svg.contains("NaN"));
            }
        }
    }
}
