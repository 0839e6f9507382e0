//! A field over two quantities: coloured cells, contours at round levels, and the case of reference.
//!
//! Knows nothing of where the values come from.

use super::axis::{Axis, Scale, with_unit};
use super::canvas::{Canvas, EDGE, Frame, Stroke, Text, VPos, count};
use super::clip::{Bounds, Point};
use super::colour_bar;
use super::contour::{self, Grid};
use super::heading::Heading;
use super::label::{self, LEADING, LabelObstacles};
use super::letters::Weight;
use super::level::{Level, draw_level, lead, thinned};
use super::mark::{Mark, PointMark};
use super::notation::short_number;
use super::painter::Paint;
use super::palette;
use super::panel::{Panel, TICK, fit_sides};
use super::ruler::{Fit, LabelSpace, Ruler, shown};
use super::slot::Slot;
use crate::language::Localizer;
use serde::Serialize;

/// A heat map with contours.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct HeatMap {
    /// Title, footer and the like.
    pub heading: Heading,
    /// The quantity from left to right.
    pub x: Axis,
    /// The quantity from bottom to top.
    pub y: Axis,
    /// What the colours show.
    pub values_label: String,
    /// Its unit, printed in brackets; may be empty.
    pub unit: String,
    /// Columns, in the unit of `x`.
    pub xs: Vec<f64>,
    /// Rows, in the unit of `y`.
    pub ys: Vec<f64>,
    /// `values[row * xs.len() + column]`; one that is missing or not finite is drawn grey.
    pub values: Vec<f64>,
    /// What a value is for each x and y.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slot: Option<Slot>,
    /// Levels of the contours in the unit of the values; None for round ones.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub levels: Option<Vec<f64>>,
    /// Decimals of the given levels; None for three significant digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decimals: Option<usize>,
    /// A contour of its own, in the unit of the values: dashed, with its name; not drawn where no value reaches it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mark: Option<Mark>,
    /// The case of reference: a ringed point.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub central: Option<PointMark>,
}

/// The field in the positions of its axes, ascending, without columns and rows that cannot be shown.
struct Field {
    xs: Vec<f64>,
    ys: Vec<f64>,
    values: Vec<f64>,
}

impl Paint for HeatMap {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn paint(&self, frame: Frame<'_>) -> Canvas {
        let (letters, words) = (frame.letters.clone(), frame.words);
        let (size, narrow) = (frame.sizes.text, frame.narrow());
        let inner = frame.width - 2.0 * EDGE;
        let y_title = letters.wrap(&self.y.title(), size, Weight::Regular, inner, 2);
        let name = with_unit(&self.values_label, &self.unit);
        let name_lines = letters.wrap(&name, size, Weight::Regular, inner, 2);
        let head = count(&y_title) * size * LEADING + 0.5 * size;
        let foot = TICK + 3.0 * size;
        let bar_below =
            if narrow { count(&name_lines) * size * LEADING + 8.0 + TICK + 1.6 * size + 0.8 * size } else { 0.0 };
        let plot = (frame.available_height() - head - foot - bar_below).max(if narrow { 110.0 } else { 130.0 });
        let (canvas, area) = frame.open(head + plot + foot + bar_below);

        let line = |_: &str| 1.5 * size;
        let up = LabelSpace::vertical(plot, size, &line, words);
        let y = Ruler::new(self.y.scale, Fit::Exact, self.ys.iter().copied(), &up);
        let finite = || self.values.iter().copied().filter(|v| shown(Scale::Linear, *v));
        let (least, most) = finite().fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), v| (a.min(v), b.max(v)));
        let scale =
            if least > 0.0 && shown(Scale::Log, least) && most / least > 20.0 { Scale::Log } else { Scale::Linear };
        let needs = |text: &str| canvas.measure(text) + size;
        let bar_room = if narrow {
            LabelSpace::horizontal(inner - 20.0, size, &needs, words)
        } else {
            LabelSpace::vertical(plot, size, &line, words)
        };
        let colours = Ruler::new(scale, Fit::Exact, finite(), &bar_room);
        let widest = |ruler: &Option<Ruler>| {
            ruler.iter().flat_map(|r| &r.ticks).map(|t| canvas.measure(&t.text)).fold(0.0, f64::max)
        };
        let numbers = widest(&colours);
        let left = area.low.0 + widest(&y) + TICK + 3.0;
        let beside = letters.wrap(&name, size, Weight::Regular, plot, 2);
        let bar_width = 11.0;
        let right = area.high.0
            - if narrow {
                1.6 * size
            } else {
                1.6 * size + bar_width + TICK + 2.5 + numbers + 0.4 * size + colour_bar::turned(count(&beside), size)
            };
        let along = |length: f64| {
            Ruler::new(
                self.x.scale,
                Fit::Exact,
                self.xs.iter().copied(),
                &LabelSpace::horizontal(length, size, &needs, words),
            )
        };
        let most = if narrow { area.high.0 } else { right + 1.6 * size };
        let (left, right, x) = fit_sides(&letters, (left, right), (EDGE, most), size, along);

        let top = area.low.1 + head;
        let bounds = Bounds { low: (left, top), high: (right, top + plot) };
        let (Some(x), Some(y), Some(colours)) = (x, y, colours) else {
            canvas.message("no-values", &area);
            return canvas;
        };
        canvas.lines(&y_title, (area.low.0, area.low.1 + 0.85 * size), &canvas.plain());
        let panel = Panel::new(&canvas, bounds, x, y);
        let field = self.field(&panel);
        if field.xs.len() < 2 || field.ys.len() < 2 {
            canvas.message("map-too-small", &bounds);
            return canvas;
        }
        draw_cells(&canvas, &panel, &field, &colours);
        self.draw_contours(&canvas, &panel, &field, &colours);
        panel.axis_x(true);
        panel.axis_y();
        let base = bounds.high.1 + foot - 0.35 * size;
        canvas.title_x(&self.x.title(), (left, right), base);

        if narrow {
            let start = base + 0.8 * size;
            canvas.lines(&name_lines, (area.low.0, start + 0.85 * size), &canvas.plain());
            let bar_top = start + count(&name_lines) * size * LEADING + 0.25 * size;
            let side = numbers / 2.0;
            let bar = Bounds { low: (area.low.0 + side, bar_top), high: (area.high.0 - side, bar_top + 8.0) };
            colour_bar::flat(&canvas, bar, &colours);
        } else {
            let start = right + 1.6 * size;
            let bar = Bounds { low: (start, bounds.low.1), high: (start + bar_width, bounds.high.1) };
            colour_bar::upright(&canvas, bar, &colours, &name, numbers);
        }
        if field.values.iter().any(|v| !v.is_finite()) {
            missing_key(&canvas, (area.high.0, if narrow { area.low.1 + 0.45 * size } else { base - 0.3 * size }));
        }
        canvas
    }
}

impl HeatMap {
    fn field(&self, panel: &Panel<'_>) -> Field {
        let order = |values: &[f64], ruler: &Ruler| -> Vec<(usize, f64)> {
            let mut list: Vec<(usize, f64)> =
                values.iter().map(|v| ruler.position(*v)).enumerate().filter(|p| p.1.is_finite()).collect();
            list.sort_by(|a, b| a.1.total_cmp(&b.1));
            list.dedup_by(|a, b| a.1 <= b.1);
            list
        };
        let (columns, rows) = (order(&self.xs, panel.x()), order(&self.ys, panel.y()));
        let values = rows
            .iter()
            .flat_map(|(row, _)| columns.iter().map(move |(column, _)| row * self.xs.len() + column))
            .map(|at| self.values.get(at).copied().filter(|v| shown(Scale::Linear, *v)).unwrap_or(f64::NAN))
            .collect();
        let positions = |list: &[(usize, f64)]| list.iter().map(|p| p.1).collect();
        Field { xs: positions(&columns), ys: positions(&rows), values }
    }

    fn levels(&self, colours: &Ruler, height: f64, words: Localizer) -> Vec<Level> {
        if let Some(levels) = &self.levels {
            let text = |v: f64| self.decimals.map_or_else(|| short_number(v, words), |d| words.grouped(v, d));
            return levels.iter().map(|v| Level { value: *v, text: text(*v), own: false }).collect();
        }
        let (low, high) = colours.range();
        // Even a small map needs a few contours to be read by.
        let room = LabelSpace { length: height.max(160.0), extent: &|_| 12.0, spacing: 26.0, words };
        let scale = if low > 0.0 && high / low > 20.0 { Scale::Log } else { Scale::Linear };
        let ruler = Ruler::new(scale, Fit::Exact, [low, high], &room);
        let ticks = ruler.map(|r| r.ticks).unwrap_or_default();
        ticks
            .into_iter()
            .filter(|t| t.value > low && t.value < high)
            .map(|t| Level { value: t.value, text: t.text, own: false })
            .collect()
    }

    /// The round levels and the marked one, which comes first and displaces what is next to it.
    fn all_levels(&self, colours: &Ruler, height: f64, words: Localizer) -> Vec<Level> {
        let (low, high) = colours.range();
        let own = self.mark.iter().filter(|mark| low < mark.value && mark.value < high);
        let own: Vec<Level> =
            own.map(|mark| Level { value: mark.value, text: mark.label.clone(), own: true }).collect();
        let (from, to) = (colours.position(low), colours.position(high));
        let near = |level: &Level| {
            let at = colours.position(level.value);
            own.iter().any(|own| (colours.position(own.value) - at).abs() < 0.06 * (to - from))
        };
        let round: Vec<Level> = self.levels(colours, height, words).into_iter().filter(|level| !near(level)).collect();
        own.into_iter().chain(round).collect()
    }

    fn draw_contours(&self, canvas: &Canvas, panel: &Panel<'_>, field: &Field, colours: &Ruler) {
        let height: Vec<f64> = field.values.iter().map(|v| colours.position(*v)).collect();
        let grid = Grid { xs: &field.xs, ys: &field.ys, values: &height };
        let lines: Vec<(Level, Vec<Vec<Point>>)> = self
            .all_levels(colours, 0.9 * (panel.area.high.1 - panel.area.low.1), canvas.words)
            .into_iter()
            .map(|level| {
                let found = grid.contour(colours.position(level.value));
                let pieces = found.iter().flat_map(|line| panel.trace_positions(line));
                let pieces = pieces.map(|line| contour::resampled(&line, 1.0)).collect();
                (level, pieces)
            })
            .collect();
        let mut obstacles = LabelObstacles::default();
        let central = self.central.as_ref().and_then(|c| Some((c, panel.place((c.x, c.y))?)));
        for piece in lines.iter().flat_map(|l| &l.1) {
            obstacles.add_line(&thinned(piece));
        }
        let central_label = central.and_then(|(c, at)| place_central(canvas, panel, &c.label, at, &obstacles));
        let mut labels = LabelObstacles::default();
        if let Some((_, at)) = central {
            labels.add_box(Bounds { low: (at.0 - 7.0, at.1 - 7.0), high: (at.0 + 7.0, at.1 + 7.0) });
        }
        if let Some((_, free)) = &central_label {
            labels.add_box(Bounds {
                low: (free.low.0 - 4.0, free.low.1 - 4.0),
                high: (free.high.0 + 4.0, free.high.1 + 4.0),
            });
        }
        for (index, (level, pieces)) in lines.iter().enumerate() {
            let mut others = LabelObstacles::default();
            for piece in lines.iter().enumerate().filter(|(i, _)| *i != index).flat_map(|(_, l)| &l.1) {
                others.add_line(&thinned(piece));
            }
            let colour = palette::black_or_white(colour_bar::colour(canvas, colours, level.value));
            draw_level(canvas, panel, level, pieces, colour, (&mut labels, &others));
        }
        if let Some((_, at)) = central {
            canvas.dot(at, 4.4, canvas.theme.ground);
            canvas.ring(at, 4.4, &Stroke::solid((0, 0, 0), 1.0));
            canvas.dot(at, 2.2, (0, 0, 0));
        }
        if let Some((lines, free)) = central_label {
            if let Some((_, at)) = central {
                lead(canvas, at, &free);
            }
            canvas.rect(&free, canvas.theme.ground, 0.88);
            let size = canvas.sizes.text;
            canvas.lines(&lines, (free.low.0 + 3.0, free.low.1 + 2.5 + 0.75 * size), &canvas.plain());
        }
    }
}

fn place_central(
    canvas: &Canvas,
    panel: &Panel<'_>,
    text: &str,
    at: Point,
    obstacles: &LabelObstacles,
) -> Option<(Vec<String>, Bounds)> {
    let size = canvas.sizes.text;
    let room = 0.5 * (panel.area.high.0 - panel.area.low.0);
    let lines = canvas.letters.wrap(text, size, Weight::Regular, room, 3);
    let widest = lines.iter().map(|l| canvas.measure(l)).fold(0.0, f64::max);
    let area = (widest + 6.0, (count(&lines) - 1.0) * size * LEADING + 0.95 * size + 5.0);
    let candidates: Vec<Bounds> =
        [8.0, 14.0, 22.0, 32.0, 44.0, 58.0].iter().flat_map(|gap| label::around(at, area, *gap)).collect();
    let (free, _) = obstacles.cheapest(&candidates, &panel.area)?;
    (!lines.is_empty()).then_some((lines, free))
}

fn draw_cells(canvas: &Canvas, panel: &Panel<'_>, field: &Field, colours: &Ruler) {
    let (columns, rows) = (edges(&field.xs), edges(&field.ys));
    for (row, up) in rows.windows(2).enumerate() {
        let &[bottom, top] = up else { continue };
        let values = field.values.get(row * field.xs.len()..).unwrap_or_default();
        let paint = |v: f64| if v.is_finite() { colour_bar::colour(canvas, colours, v) } else { canvas.theme.missing };
        let cells: Vec<(f64, palette::Rgb)> = columns.iter().zip(values).map(|(x, v)| (*x, paint(*v))).collect();
        let end = columns.last().copied().unwrap_or_default();
        for run in cells.chunk_by(|a, b| a.1 == b.1) {
            let Some((left, colour)) = run.first() else { continue };
            // Cells reach to the right end and are covered by the next; the rows overlap upwards.
            let (from, to) = (panel.to_page((*left, top)), panel.to_page((end, bottom)));
            canvas.cell(&Bounds { low: (from.0, (from.1 - 0.6).max(panel.area.low.1)), high: to }, *colour);
        }
    }
}

/// Edges of cells: half way between neighbours; the outermost end at the first and last.
fn edges(at: &[f64]) -> Vec<f64> {
    let between = at.windows(2).map(|p| p.iter().sum::<f64>() / 2.0);
    at.first().copied().into_iter().chain(between).chain(at.last().copied()).collect()
}

fn missing_key(canvas: &Canvas, (right, middle): Point) {
    let (text, size) = (&canvas.words.text("not-available"), canvas.sizes.text);
    let left = right - canvas.measure(text);
    canvas.text(text, (left, middle), &Text { v_align: VPos::Center, ..canvas.plain() });
    let swatch =
        Bounds { low: (left - 1.4 * size, middle - 0.4 * size), high: (left - 0.4 * size, middle + 0.4 * size) };
    canvas.rect(&swatch, canvas.theme.missing, 1.0);
    canvas.outline(&swatch, &Stroke::solid(canvas.theme.ink, 0.5));
}

#[cfg(test)]
mod tests {
    use super::super::export::png;
    use super::super::style::Style;
    use super::*;

    #[test]
    fn round_contours_are_labelled_and_odd_grids_do_not_panic() {
        let xs: Vec<f64> = (1..30).map(f64::from).collect();
        let values: Vec<f64> = xs.iter().flat_map(|y| xs.iter().map(move |x| x * y)).collect();
        let map = HeatMap { ys: xs.clone(), xs, values, ..HeatMap::default() };
        let svg = map.svg(&Style::default());
        assert!(svg.matches(">100</text>").count() == 2, "once on the line, once on the bar");
        let odd = [
            HeatMap { values: vec![1.0], ..map.clone() },
            HeatMap { xs: vec![3.0, f64::NAN, 1.0, 1.0], ..map.clone() },
            HeatMap { xs: vec![2.0], ..map.clone() },
            HeatMap { values: vec![f64::INFINITY; 900], ..map.clone() },
            HeatMap { levels: Some(vec![f64::NAN, -1.0, 50.0]), ..map.clone() },
            HeatMap { values: (0..900).map(|k| f64::from(k % 7) * 1e299).collect(), ..map },
        ];
        for chart in odd {
            assert!(png(&chart.svg(&Style::default()), 40).is_ok());
        }
    }
}
