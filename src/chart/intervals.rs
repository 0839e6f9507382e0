//! Estimates with intervals side by side on a linear axis: rows in groups, a dot at each estimate, one vertical line to
//! hold them against.
//!
//! Knows nothing of where the values come from.

use super::axis::{Axis, Scale};
use super::canvas::{Canvas, EDGE, Frame, HPos, Stroke, Text, VPos, count};
use super::clip::Bounds;
use super::heading::Heading;
use super::label::LEADING;
use super::letters::{Letters, Weight};
use super::mark::Mark;
use super::names::{self, LabelRequest};
use super::painter::Paint;
use super::palette;
use super::panel::{Panel, TICK};
use super::ruler::{Fit, LabelSpace, Ruler};

/// A chart of intervals.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Intervals {
    /// Title, footer and the like.
    pub heading: Heading,
    /// The quantity; the axis is linear whatever it says.
    pub x: Axis,
    /// Where the axis ends at the least: what lies beyond is cut there, and shown by an arrow.
    pub least: f64,
    /// Groups from top to bottom; an empty one is left out.
    pub groups: Vec<IntervalGroup>,
    /// A vertical line through all groups.
    pub mark: Option<Mark>,
}

/// Rows under one heading.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct IntervalGroup {
    /// What they have in common.
    pub label: String,
    /// Rows from top to bottom.
    pub rows: Vec<IntervalRow>,
}

/// One estimate.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct IntervalRow {
    /// Whose it is.
    pub label: String,
    /// The lower end, the estimate, the upper end; absent where there is none, and the text says why.
    pub values: Option<[f64; 3]>,
    /// Printed at the end of the row.
    pub text: String,
    /// Whether it steps back behind the others.
    pub pale: bool,
}

struct RowLayout<'a> {
    row: &'a IntervalRow,
    label: Vec<String>,
    text: Vec<String>,
    height: f64,
}

impl Paint for Intervals {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn paint(&self, frame: Frame<'_>) -> Canvas {
        let (letters, words) = (frame.letters.clone(), frame.words);
        let (size, small) = (frame.sizes.text, frame.sizes.small);
        let inner = frame.width - 2.0 * EDGE;
        let measure = |text: &str| letters.width(text, size, Weight::Regular);
        let rows = || self.groups.iter().flat_map(|group| &group.rows);
        let wide = |text: fn(&IntervalRow) -> &str, most: f64| {
            rows().map(|row| measure(text(row))).fold(0.0, f64::max).min(inner * most)
        };
        let names_wide = wide(|row| &row.label, if frame.narrow() { 0.36 } else { 0.32 });
        let texts_wide = wide(|row| &row.text, if frame.narrow() { 0.22 } else { 0.26 });
        let (left, right) = (EDGE + names_wide + 0.8 * size, frame.width - EDGE - texts_wide - 0.8 * size);
        let needs = |text: &str| measure(text) + size;
        let room = LabelSpace::horizontal(right - left, size, &needs, words);
        let values = rows().filter_map(|row| row.values).flatten().filter(|value| value.is_finite());
        let values = values.chain(self.mark.iter().map(|mark| mark.value)).map(|value| value.max(self.least));
        let ruler = Ruler::new(Scale::Linear, Fit::Round, values, &room);
        let unit = Ruler::new(Scale::Linear, Fit::Exact, [0.0, 1.0], &room);
        let (Some(x), Some(unit)) = (ruler.filter(|_| rows().next().is_some()), unit) else {
            return frame.message("nothing-to-show", 60.0);
        };
        let at = |value: f64| left + x.share(value).clamp(0.0, 1.0) * (right - left);
        let lay_out = |group: &'_ IntervalGroup| letters.wrap(&group.label, size, Weight::Bold, inner, 2);
        let groups: Vec<(Vec<String>, Vec<RowLayout<'_>>)> = self
            .groups
            .iter()
            .filter(|group| !group.rows.is_empty())
            .map(|group| {
                (
                    lay_out(group),
                    group.rows.iter().map(|row| row_of(&letters, row, size, (names_wide, texts_wide))).collect(),
                )
            })
            .collect();
        let requests: Vec<LabelRequest<'_>> =
            self.mark.iter().map(|mark| LabelRequest { text: &mark.label, x: at(mark.value), line: true }).collect();
        let names = names::place(&letters, &requests, (left, frame.width - EDGE), small);
        let above = f64::from(names::rows(&names)) * small * LEADING + 0.4 * size;
        let body: f64 = groups
            .iter()
            .map(|(title, rows)| {
                count(title) * size * LEADING + 0.9 * size + rows.iter().map(|row| row.height).sum::<f64>()
            })
            .sum();
        let axis = TICK + if self.x.title().is_empty() { 1.6 * size } else { 3.0 * size };
        let (canvas, area) = frame.open(above + body + axis);
        let plot = Bounds { low: (left, area.low.1 + above), high: (right, area.low.1 + above + body) };
        let panel = Panel::new(&canvas, plot, x.clone(), unit);
        panel.grid_x();
        panel.axis_x(true);
        if let (Some(mark), Some(name)) = (&self.mark, names.first()) {
            let stroke = Stroke { colour: canvas.theme.ink, width: 1.1, dash: Some(palette::MARK_DASH) };
            let base = plot.low.1 - 3.0 - f64::from(name.row) * small * LEADING;
            canvas.line(&[(at(mark.value), base + 2.0), (at(mark.value), plot.high.1)], &stroke);
            names::draw(&canvas, name, base, small);
        }
        let mut y = plot.low.1;
        for (title, rows) in &groups {
            let bold = Text { weight: Weight::Bold, halo: Some(canvas.theme.ground), ..canvas.plain() };
            canvas.lines(title, (area.low.0, y + 0.95 * size), &bold);
            y += count(title) * size * LEADING + 0.4 * size;
            for layout in rows {
                draw(&canvas, layout, (y, area.low.0, area.high.0), &at, self.least);
                y += layout.height;
            }
            y += 0.5 * size;
        }
        canvas.title_x(&self.x.title(), (left, right), plot.high.1 + axis - 0.15 * size);
        canvas
    }
}

fn row_of<'a>(letters: &Letters, row: &'a IntervalRow, size: f64, (names, texts): (f64, f64)) -> RowLayout<'a> {
    let label = letters.wrap(&row.label, size, Weight::Regular, names + 0.1, 5);
    let text = letters.wrap(&row.text, size, Weight::Regular, texts + 0.1, 5);
    let height = (count(&label).max(count(&text)) * size * LEADING + 0.3 * size).max(1.75 * size);
    RowLayout { row, label, text, height }
}

fn draw(canvas: &Canvas, layout: &RowLayout<'_>, (y, edge, end): (f64, f64, f64), at: &dyn Fn(f64) -> f64, least: f64) {
    let (size, row) = (canvas.sizes.text, layout.row);
    let middle = y + layout.height / 2.0;
    let ink = if row.pale { canvas.theme.faint_ink } else { canvas.theme.ink };
    let how = Text { colour: ink, v_align: VPos::Center, ..canvas.plain() };
    let first = |lines: &[String]| middle - (count(lines) - 1.0) * size * LEADING / 2.0;
    canvas.lines(&layout.label, (edge, first(&layout.label)), &how);
    for (line, text) in layout.text.iter().enumerate() {
        let below = f64::from(u32::try_from(line).unwrap_or(0)) * size * LEADING;
        canvas.text(text, (end, first(&layout.text) + below), &Text { h_align: HPos::Right, ..how });
    }
    let Some([low, value, high]) = row.values else { return };
    let bar = canvas.theme.bar(row.pale);
    if low.is_finite() && high.is_finite() {
        let (a, b) = (at(low), at(high));
        canvas.rect(&Bounds { low: (a, middle - 2.0), high: (b.max(a + 0.5), middle + 2.0) }, bar, 1.0);
        if low < least {
            canvas.polygon(&[(a - 4.0, middle), (a + 1.0, middle - 3.6), (a + 1.0, middle + 3.6)], bar, 1.0);
        }
    }
    if value.is_finite() && value >= least {
        canvas.dot((at(value), middle), 3.6, canvas.theme.ground);
        canvas.dot((at(value), middle), 2.8, ink);
    }
}

#[cfg(test)]
mod tests {
    use super::super::style::Style;
    use super::*;

    #[test]
    fn nasty_data_give_a_chart() {
        let values = [f64::NAN, f64::INFINITY, -1e300, -1.0, 0.0, 1e-300, 1e300];
        for low in values {
            for high in values {
                let row =
                    IntervalRow { label: "a & b".into(), values: Some([low, low, high]), ..IntervalRow::default() };
                let groups = vec![IntervalGroup { label: "g".into(), rows: vec![row, IntervalRow::default()] }];
                let chart = Intervals { groups, least: -2.0, ..Intervals::default() };
                let svg = chart.svg(&Style::default());
                assert!(resvg::usvg::roxmltree::Document::parse(&svg).is_ok(), "{low} {high}");
                assert!(!svg.contains("NaN"), "{low} {high}");
            }
        }
        assert!(Intervals::default().svg(&Style::default()).contains("Nothing to show."));
    }
}
