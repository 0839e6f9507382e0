//! Dots on a log axis, a row for each class, with the class's band behind them and a line for the case at hand.
//!
//! Knows nothing of where the values come from.

use super::axis::{Scale, with_unit};
use super::canvas::{Canvas, EDGE, Frame, Stroke, Text, VPos, count};
use super::clip::Bounds;
use super::heading::Heading;
use super::label::{LEADING, LabelObstacles};
use super::letters::Weight;
use super::mark::Mark;
use super::painter::Paint;
use super::palette;
use super::panel::{Panel, TICK};
use super::point_names;
use super::ruler::{Fit, LabelSpace, Ruler, shown};
use super::slot::RangeSlots;
use serde::Serialize;

/// A chart of dots.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Dots {
    /// Title, footer and the like.
    pub heading: Heading,
    /// Panels from top to bottom, each with its own log axis.
    pub panels: Vec<DotPanel>,
}

/// Rows of one unit.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct DotPanel {
    /// What is measured.
    pub label: String,
    /// Its unit, printed in brackets; may be empty.
    pub unit: String,
    /// Classes from top to bottom.
    pub rows: Vec<DotRow>,
    /// A line through all rows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mark: Option<Mark>,
}

/// A class.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct DotRow {
    /// Whose values they are.
    pub label: String,
    /// Whether it is the class to look at.
    pub strong: bool,
    /// Names and values; what is not positive is left out.
    pub dots: Vec<Mark>,
    /// Lower quartile, median, upper quartile.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub band: Option<[f64; 3]>,
    /// What these three are.
    pub slots: RangeSlots,
}

impl Paint for Dots {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn paint(&self, frame: Frame<'_>) -> Canvas {
        // Which names find no room is known when the others stand.
        point_names::settled(|numbered| {
            let mut numbered = numbered.to_vec();
            numbered.resize(self.panels.len(), Vec::new());
            self.draw(frame.clone(), &numbered)
        })
    }
}

impl Dots {
    /// The page with room for keys of these names, and the names in each panel that found no room.
    fn draw(&self, frame: Frame<'_>, unnamed: &[Vec<String>]) -> (Canvas, Vec<Vec<String>>) {
        let letters = frame.letters.clone();
        let size = frame.sizes.text;
        let inner = frame.width - 2.0 * EDGE;
        let measure = |row: &DotRow| letters.width(&row.label, size, Weight::Bold);
        let names = self.panels.iter().flat_map(|p| &p.rows).map(measure).fold(0.0, f64::max).min(0.35 * inner);
        let lines = |row: &DotRow| count(&letters.wrap(&row.label, size, Weight::Bold, names + 0.1, 3));
        let lines = self.panels.iter().flat_map(|p| &p.rows).map(lines).fold(1.0, f64::max);
        let row = (2.5 * size).max((lines * LEADING + 0.4) * size);
        let above =
            |panel: &DotPanel| 1.8 * size + if panel.mark.is_some() { frame.sizes.small * LEADING + 2.0 } else { 0.0 };
        let axis = TICK + 2.4 * size;
        let small = frame.sizes.small;
        let keys: Vec<Vec<String>> =
            unnamed.iter().map(|names| point_names::key(&letters, names, small, inner)).collect();
        let below = |lines: &[String]| point_names::key_height(lines, small);
        let keys_below: f64 = keys.iter().map(|lines| below(lines)).sum();
        let panels: f64 = self.panels.iter().map(|p| above(p) + row * count(&p.rows).max(1.0) + axis).sum();
        let total = panels + keys_below;
        let heights: Vec<f64> = self.panels.iter().map(above).collect();
        let (canvas, area) = frame.open(total.max(60.0));
        if self.panels.is_empty() {
            canvas.message("nothing-to-show", &area);
        }
        let mut y = area.low.1;
        let mut left_over = Vec::new();
        for (((panel, above), key), numbered) in self.panels.iter().zip(heights).zip(&keys).zip(unnamed) {
            let title = letters.wrap(&with_unit(&panel.label, &panel.unit), size, Weight::Bold, inner, 1);
            canvas.lines(&title, (area.low.0, y + 0.85 * size), &Text { weight: Weight::Bold, ..canvas.plain() });
            y += above;
            let height = row * count(&panel.rows).max(1.0);
            let plot = Bounds { low: (area.low.0 + names + size, y), high: (area.high.0 - 1.5 * size, y + height) };
            left_over.push(panel.draw(&canvas, plot, (area.low.0, row), numbered));
            y += height + axis;
            point_names::draw_key(&canvas, key, (area.low.0, y - 0.9 * small));
            y += below(key);
        }
        (canvas, left_over)
    }
}

impl DotPanel {
    /// Draws the panel, with numbers where these are wanted, and gives those names and all others that found no room, row
    /// by row from left to right.
    fn draw(&self, canvas: &Canvas, plot: Bounds, (edge, row): (f64, f64), numbered: &[String]) -> Vec<String> {
        let (size, small) = (canvas.sizes.text, canvas.sizes.small);
        let needs = |text: &str| canvas.measure(text) + size;
        let room = LabelSpace::horizontal(plot.high.0 - plot.low.0, size, &needs, canvas.words);
        let marked = self.mark.as_ref().filter(|mark| shown(Scale::Log, mark.value));
        let values = self.rows.iter().flat_map(|row| row.dots.iter().map(|dot| dot.value));
        let x = Ruler::new(Scale::Log, Fit::Round, values.chain(marked.map(|mark| mark.value)), &room);
        let unit = Ruler::new(Scale::Linear, Fit::Exact, [0.0, 1.0], &room);
        let (Some(x), Some(unit)) = (x, unit) else {
            canvas.message("nothing-to-show", &plot);
            return Vec::new();
        };
        let panel = Panel::new(canvas, plot, x, unit);
        panel.grid_x();
        panel.axis_x(true);
        let at = |value: f64| plot.low.0 + panel.x().share(value) * (plot.high.0 - plot.low.0);
        let mut obstacles = LabelObstacles::default();
        let mut requests: Vec<(&str, (f64, f64), bool)> = Vec::new();
        let colour = canvas.theme.bar(false);
        // Below the dots: a dot on the line is to be seen.
        if let Some(mark) = marked {
            let line = [(at(mark.value), plot.low.1 - 2.0), (at(mark.value), plot.high.1)];
            canvas.line(&line, &Stroke { colour: canvas.theme.ink, width: 1.1, dash: Some(palette::MARK_DASH) });
            obstacles.add_line(&line);
        }
        for (index, class) in self.rows.iter().enumerate() {
            let top = plot.low.1 + row * count(&self.rows[..index]);
            let middle = top + 0.62 * row;
            let weight = if class.strong { Weight::Bold } else { Weight::Regular };
            let lines = canvas.letters.wrap(&class.label, size, weight, plot.low.0 - size - edge + 0.1, 3);
            let first = middle - (count(&lines) - 1.0) * size * LEADING / 2.0;
            canvas.lines(&lines, (edge, first), &Text { weight, v_align: VPos::Center, ..canvas.plain() });
            if let Some([low, median, high]) = class.band {
                let half = 0.3 * row;
                let band = Bounds { low: (at(low), middle - half), high: (at(high), middle + half) };
                canvas.rect(&band, canvas.theme.bar(true), 0.45);
                canvas.line(
                    &[(at(median), middle - half), (at(median), middle + half)],
                    &Stroke::solid(canvas.theme.ink, 1.4),
                );
                obstacles.add_line(&[(at(median), middle - half), (at(median), middle + half)]);
            }
            for dot in class.dots.iter().filter(|dot| shown(Scale::Log, dot.value)) {
                let point = (at(dot.value), middle);
                canvas.dot(point, 2.6, canvas.theme.ground);
                canvas.dot(point, 2.1, if class.strong { canvas.theme.accent } else { colour });
                obstacles.add_box(Bounds { low: (point.0 - 2.6, middle - 2.6), high: (point.0 + 2.6, middle + 2.6) });
                requests.push((&dot.label, point, class.strong));
            }
        }
        if let Some(mark) = marked {
            let x = at(mark.value);
            let half = canvas.letters.width(&mark.label, small, Weight::Bold) / 2.0;
            let left = (x - half).min(plot.high.0 + size - 2.0 * half).max(edge);
            let how = Text { size: small, weight: Weight::Bold, ..canvas.plain() };
            canvas.text(&mark.label, (left, plot.low.1 - 4.0), &how);
        }
        requests.sort_by_key(|(.., strong)| !strong);
        point_names::place_or_number(canvas, &mut obstacles, &requests, numbered, &plot)
    }
}
