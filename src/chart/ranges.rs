//! Ranges side by side on a log axis: rows in groups, a dot at each centre, one vertical line to hold them against, and
//! a strip of single values below.
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
use super::notation::short_number;
use super::painter::Paint;
use super::palette::{self, Rgb};
use super::panel::{Panel, TICK};
use super::ruler::{Fit, LabelSpace, Ruler, shown};
use super::slot::{RangeSlots, Slot};
use crate::language::Localizer;
use serde::Serialize;

/// A chart of ranges.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Ranges {
    /// Title, footer and the like.
    pub heading: Heading,
    /// The quantity; the axis is logarithmic whatever it says.
    pub x: Axis,
    /// Groups from top to bottom; an empty one is left out.
    pub groups: Vec<RangeGroup>,
    /// A vertical line through all groups.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mark: Option<Mark>,
    /// Single values below the groups.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub strip: Option<DotStrip>,
}

/// Single values, stacked as dots.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct DotStrip {
    /// What they have in common.
    pub label: String,
    /// In the unit of the axis; what is not positive is left out.
    pub values: Vec<f64>,
    /// What each value is; may be empty.
    pub slots: Vec<Slot>,
}

/// Rows under one heading.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct RangeGroup {
    /// What they have in common.
    pub label: String,
    /// Whether they step back behind the others.
    pub pale: bool,
    /// Rows from top to bottom.
    pub rows: Vec<RangeRow>,
    /// What the number in its name is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub named: Option<Slot>,
}

/// One range.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct RangeRow {
    /// Whose it is.
    pub label: String,
    /// The lower end; zero lies beyond a log axis and gets an arrow.
    pub low: f64,
    /// The centre.
    pub central: f64,
    /// The upper end.
    pub high: f64,
    /// What the centre and the ends are.
    #[serde(skip_serializing_if = "RangeSlots::is_empty")]
    pub slots: RangeSlots,
    /// What the number in its name is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub named: Option<Slot>,
}

/// A row with its label in lines.
struct RowLayout<'a> {
    row: &'a RangeRow,
    label: Vec<String>,
    height: f64,
}

const DOT: f64 = 1.7;

impl Paint for Ranges {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn paint(&self, frame: Frame<'_>) -> Canvas {
        let (letters, words) = (frame.letters.clone(), frame.words);
        let (size, small) = (frame.sizes.text, frame.sizes.small);
        let inner = frame.width - 2.0 * EDGE;
        let measure = |text: &str| letters.width(text, size, Weight::Regular);
        let rows = || self.groups.iter().flat_map(|group| &group.rows);
        let strip: Vec<f64> = self
            .strip
            .iter()
            .flat_map(|strip| strip.values.iter().copied())
            .filter(|v| shown(Scale::Log, *v))
            .collect();
        let values: Vec<f64> = rows()
            .flat_map(|row| [row.low, row.central, row.high])
            .chain(self.mark.iter().map(|mark| mark.value))
            .chain(strip.iter().copied())
            .collect();
        let names_wide =
            rows().map(|row| measure(&row.label)).chain(self.strip.iter().map(|strip| measure(&strip.label)));
        let names_wide = names_wide.fold(0.0, f64::max).min(inner * if frame.narrow() { 0.36 } else { 0.3 });
        let texts_wide = rows().map(|row| measure(&text_of(row, frame.words))).fold(0.0, f64::max);
        let (left, right) = (EDGE + names_wide + 0.8 * size, frame.width - EDGE - texts_wide - 0.8 * size);
        let needs = |text: &str| measure(text) + size;
        let ruler =
            Ruler::new(Scale::Log, Fit::Round, values, &LabelSpace::horizontal(right - left, size, &needs, words));
        let Some(x) = ruler.filter(|_| rows().next().is_some()) else {
            return frame.message("nothing-to-show", 60.0);
        };
        let at = |value: f64| left + x.share(value).clamp(0.0, 1.0) * (right - left);
        let groups: Vec<(&RangeGroup, Vec<String>, Vec<RowLayout<'_>>)> = self
            .groups
            .iter()
            .filter(|group| !group.rows.is_empty())
            .map(|group| {
                let title = letters.wrap(&group.label, size, Weight::Bold, inner, 2);
                (group, title, group.rows.iter().map(|row| lay_out(&letters, row, size, names_wide)).collect())
            })
            .collect();
        let requests: Vec<LabelRequest<'_>> =
            self.mark.iter().map(|mark| LabelRequest { text: &mark.label, x: at(mark.value), line: true }).collect();
        let names = names::place(&letters, &requests, (left, frame.width - EDGE), small);
        let above = f64::from(names::rows(&names)) * small * LEADING + 0.4 * size;
        let stacks = stack(&strip, &at);
        let deep = if strip.is_empty() {
            0.0
        } else {
            let tallest = stacks.iter().map(|(_, level)| *level).fold(0.0, f64::max);
            ((tallest + 1.0) * 2.2 * DOT + 0.9 * size).max(2.2 * size)
        };
        let body: f64 = groups
            .iter()
            .map(|(_, title, rows)| {
                count(title) * size * LEADING + 0.9 * size + rows.iter().map(|row| row.height).sum::<f64>()
            })
            .sum();
        let axis = TICK + if self.x.title().is_empty() { 1.6 * size } else { 3.0 * size };
        let (canvas, area) = frame.open(above + body + deep + axis);
        let plot = Bounds { low: (left, area.low.1 + above), high: (right, area.low.1 + above + body + deep) };
        let Some(unit) =
            Ruler::new(Scale::Linear, Fit::Exact, [0.0, 1.0], &LabelSpace::horizontal(100.0, size, &needs, words))
        else {
            return canvas;
        };
        let panel = Panel::new(&canvas, plot, x.clone(), unit);
        panel.grid_x();
        panel.axis_x(true);
        if let (Some(mark), Some(name)) = (&self.mark, names.first()) {
            let stroke = Stroke { colour: canvas.theme.accent, width: 1.1, dash: Some(palette::MARK_DASH) };
            let base = plot.low.1 - 3.0 - f64::from(name.row) * small * LEADING;
            canvas.line(&[(at(mark.value), base + 2.0), (at(mark.value), plot.high.1)], &stroke);
            names::draw(&canvas, name, base, small);
        }
        let mut y = plot.low.1;
        for (group, title, rows) in &groups {
            let bold = Text { weight: Weight::Bold, halo: Some(canvas.theme.ground), ..canvas.plain() };
            canvas.lines(title, (area.low.0, y + 0.95 * size), &bold);
            y += count(title) * size * LEADING + 0.4 * size;
            for layout in rows {
                draw_row(&canvas, layout, (y, area.low.0, area.high.0), &at, group.pale);
                y += layout.height;
            }
            y += 0.5 * size;
        }
        if let Some(DotStrip { label, .. }) = self.strip.as_ref().filter(|_| !strip.is_empty()) {
            canvas.line(&[(area.low.0, y), (right, y)], &Stroke::solid(canvas.theme.grid, 0.8));
            let base = plot.high.1 - 0.5 * size;
            let lines = letters.wrap(label, size, Weight::Regular, names_wide + 0.1, 4);
            let middle = f64::midpoint(y, plot.high.1) - (count(&lines) - 1.0) * size * LEADING / 2.0;
            canvas.lines(&lines, (area.low.0, middle), &Text { v_align: VPos::Center, ..canvas.plain() });
            for (across, level) in stacks {
                canvas.dot((across, base - level * 2.2 * DOT), DOT, canvas.theme.for_text(canvas.theme.opposite.1));
            }
        }
        canvas.title_x(&self.x.title(), (left, right), plot.high.1 + axis - 0.15 * size);
        canvas
    }
}

fn text_of(row: &RangeRow, words: Localizer) -> String {
    if row.central == 0.0 { words.text("none") } else { short_number(row.central, words) }
}

fn lay_out<'a>(letters: &Letters, row: &'a RangeRow, size: f64, room: f64) -> RowLayout<'a> {
    let label = letters.wrap(&row.label, size, Weight::Regular, room + 0.1, 5);
    let height = (count(&label) * size * LEADING + 0.3 * size).max(1.75 * size);
    RowLayout { row, label, height }
}

fn draw_row(
    canvas: &Canvas,
    layout: &RowLayout<'_>,
    (y, edge, end): (f64, f64, f64),
    at: &dyn Fn(f64) -> f64,
    pale: bool,
) {
    let size = canvas.sizes.text;
    let middle = y + layout.height / 2.0;
    let words = Text {
        colour: if pale { canvas.theme.faint_ink } else { canvas.theme.ink },
        v_align: VPos::Center,
        ..canvas.plain()
    };
    let first = middle - (count(&layout.label) - 1.0) * size * LEADING / 2.0;
    canvas.lines(&layout.label, (edge, first), &words);
    canvas.text(&text_of(layout.row, canvas.words), (end, middle), &Text { h_align: HPos::Right, ..words });
    let (bar, dot): (Rgb, Rgb) = if pale {
        (canvas.theme.bar(true), canvas.theme.faint_ink)
    } else {
        (canvas.theme.bar(false), canvas.theme.ink)
    };
    let row = layout.row;
    if !(shown(Scale::Linear, row.low) && shown(Scale::Linear, row.high)) {
        return;
    }
    // What is not positive lies beyond the axis: its end is the axis' end.
    let place = |value: f64| at(if value > 0.0 { value } else { f64::MIN_POSITIVE });
    let (a, b) = (place(row.low), place(row.high));
    let half = if pale { 1.6 } else { 2.4 };
    canvas.rect(&Bounds { low: (a, middle - half), high: (b.max(a + 0.5), middle + half) }, bar, 1.0);
    if row.low <= 0.0 {
        canvas.polygon(&[(a - 4.0, middle), (a + 1.0, middle - 3.6), (a + 1.0, middle + 3.6)], bar, 1.0);
    }
    if row.central > 0.0 {
        canvas.dot((at(row.central), middle), 3.6, canvas.theme.ground);
        canvas.dot((at(row.central), middle), 2.8, dot);
    }
}

/// Where dots stand that would cover one another: each on the lowest level with room for it.
fn stack(values: &[f64], at: &dyn Fn(f64) -> f64) -> Vec<(f64, f64)> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let mut ends: Vec<f64> = Vec::new();
    sorted
        .into_iter()
        .map(|value| {
            let x = at(value);
            let level = ends.iter().position(|end| x - end >= 2.2 * DOT).unwrap_or(ends.len());
            if level == ends.len() {
                ends.push(x);
            } else {
                ends[level] = x;
            }
            (x, f64::from(u32::try_from(level).unwrap_or(u32::MAX)))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::style::Style;
    use super::*;

    #[test]
    fn dots_do_not_cover_one_another() {
        let placed = stack(&[1.0, 1.0, 2.0, 100.0, 1.0], &|value| value);
        assert_eq!(placed.iter().map(|(_, level)| *level).collect::<Vec<_>>(), [0.0, 1.0, 2.0, 3.0, 0.0]);
    }

    #[test]
    fn nasty_data_give_a_chart() {
        let values = [f64::NAN, f64::INFINITY, -1.0, 0.0, 1e-300, 1.0, 1e9, 1e300];
        for low in values {
            for high in values {
                let row = RangeRow { label: "a & b".into(), low, central: low, high, ..RangeRow::default() };
                let chart = Ranges {
                    groups: vec![RangeGroup { label: "g".into(), pale: low > 1.0, rows: vec![row], named: None }],
                    mark: Some(Mark { label: "m".into(), value: 50.0, ..Mark::default() }),
                    strip: Some(DotStrip { label: "s".into(), values: vec![low, high, 3.0], slots: Vec::new() }),
                    ..Ranges::default()
                };
                let svg = chart.svg(&Style::default());
                assert!(resvg::usvg::roxmltree::Document::parse(&svg).is_ok(), "{low} {high}");
                assert!(!svg.contains("NaN"), "{low} {high}");
            }
        }
        assert!(Ranges::default().svg(&Style::default()).contains("Nothing to show."));
    }
}
