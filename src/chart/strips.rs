//! Strips: how samples of several quantities spread, one strip for each, darker towards its median. All that keep to one
//! side of zero share an axis of multiples of the median, so that equal widths are equal relative spreads; what reaches
//! zero has a scale of its own. The numbers stand beside the strips.
//!
//! Knows nothing of where the samples come from, and computes no percentiles: it gets the quantiles that it draws.

use super::axis::Scale;
use super::canvas::{Canvas, EDGE, Frame, HPos, Stroke, Text, VPos, count};
use super::clip::Bounds;
use super::colour::mix;
use super::heading::Heading;
use super::label::LEADING;
use super::letters::{Letters, Weight};
use super::painter::Paint;
use super::panel::{Panel, TICK, fit_sides};
use super::ruler::{Fit, LabelSpace, Ruler, shown};
use super::slot::{RangeSlots, Slot};
use crate::args;
use crate::language::Localizer;
use serde::Serialize;

/// A chart of strips.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Strips {
    /// Title, footer and the like.
    pub heading: Heading,
    /// Quantities from top to bottom; those with a scale of their own are drawn below the others.
    pub rows: Vec<StripRow>,
}

/// How the samples of one quantity spread. All values are in its unit.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct StripRow {
    /// What is measured.
    pub label: String,
    /// Its unit; may be empty.
    pub unit: String,
    /// Quantiles in ascending order, as many below the median as above it; the first and last are the 5th and the 95th
    /// percentile, the middle one is the median.
    pub quantiles: Vec<f64>,
    /// The 5th, 50th and 95th percentile in words.
    pub texts: [String; 3],
    /// The case of reference, marked by a dot where it lies near the strip.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub central: Option<f64>,
    /// How many samples have no value; told in words.
    pub undefined: u64,
    /// What is shown.
    pub slots: StripSlots,
}

/// The slots of a strip.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct StripSlots {
    /// Of the samples.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub samples: Option<Slot>,
    /// Of the 5th, 50th and 95th percentile.
    #[serde(skip_serializing_if = "RangeSlots::is_empty")]
    pub percentiles: RangeSlots,
    /// Of the case of reference.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub central: Option<Slot>,
}

/// Beyond this many times its lowest value the shared axis is logarithmic.
const WIDE: f64 = 4.0;

/// Shades from the ends of a strip to its median.
const PALEST: f64 = 0.22;

/// The names of the columns of numbers.
const COLUMNS: [&str; 3] = ["strip-low", "strip-median", "strip-high"];

impl StripRow {
    /// The 5th percentile, the median and the 95th percentile.
    fn percentiles(&self) -> Option<(f64, f64, f64)> {
        let (low, high) = (*self.quantiles.first()?, *self.quantiles.last()?);
        let median = *self.quantiles.get(self.quantiles.len() / 2)?;
        let whole = [low, median, high].iter().all(|value| shown(Scale::Linear, *value)) && low <= median;
        (whole && median <= high).then_some((low, median, high))
    }

    /// Whether it can be measured in multiples of its median.
    fn is_relative(&self) -> bool {
        self.percentiles().is_some_and(|(low, median, high)| low > 1e-6 * median.abs() && high > 0.0)
    }
}

/// One row with its words in lines.
struct RowLayout<'a> {
    row: &'a StripRow,
    label: Vec<String>,
    note: Option<String>,
    /// The percentiles below the strip, where they have no columns.
    below: Vec<String>,
    height: f64,
}

/// Where everything stands.
struct Layout {
    size: f64,
    small: f64,
    /// From where to where strips go.
    plot: (f64, f64),
    /// Width of each column of numbers; none on a narrow page.
    columns: Option<[f64; 3]>,
}

impl Paint for Strips {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn paint(&self, frame: Frame<'_>) -> Canvas {
        let (letters, words) = (frame.letters.clone(), frame.words);
        let (size, small) = (frame.sizes.text, frame.sizes.small);
        let drawn = || self.rows.iter().filter(|row| row.percentiles().is_some());
        if drawn().next().is_none() {
            return frame.message("nothing-to-show", 60.0);
        }
        let (narrow, page) = (frame.narrow(), (EDGE, frame.width - EDGE));
        let columns: [f64; 3] = std::array::from_fn(|column| {
            let head = letters.width(&words.text(COLUMNS[column]), small, Weight::Regular);
            drawn().map(|row| letters.width(&row.texts[column], size, Weight::Regular)).fold(head, f64::max) + size
        });
        let columns = (!narrow).then_some(columns);
        let names = if narrow { 0.0 } else { names_width(&letters, drawn(), size, 0.3 * (page.1 - page.0)) };
        let sides = (
            page.0 + names + if narrow { 0.0 } else { size },
            page.1 - columns.iter().flatten().sum::<f64>() - 0.4 * size,
        );
        let relative: Vec<&StripRow> = drawn().filter(|row| row.is_relative()).collect();
        let own: Vec<&StripRow> = drawn().filter(|row| !row.is_relative()).collect();
        let values = multiples(&relative);
        let ends = values.iter().fold((f64::INFINITY, 0.0_f64), |ends, value| (ends.0.min(*value), ends.1.max(*value)));
        let scale = if ends.1 > WIDE * ends.0 { Scale::Log } else { Scale::Linear };
        let needs = |text: &str| letters.width(text, size, Weight::Regular) + size;
        let ruler = |length: f64| {
            let space = LabelSpace::horizontal(length, size, &needs, words);
            let fit = if scale == Scale::Log { Fit::Round } else { Fit::Exact };
            Ruler::new(scale, fit, values.iter().copied(), &space)
        };
        let (left, right, x) = fit_sides(&letters, sides, page, size, ruler);
        let layout = Layout { size, small, plot: (left, right), columns };
        let room = if narrow { page.1 - page.0 } else { names };
        let lay = |rows: &[&'_ StripRow]| -> f64 {
            rows.iter().map(|row| lay_out(&letters, words, row, &layout, room).height).sum()
        };
        let head = if narrow { 0.0 } else { 1.5 * size };
        let key = letters.wrap(&words.text("strip-key"), small, Weight::Regular, page.1 - page.0, 3);
        let axis = TICK + 3.0 * size;
        let own_title = letters.wrap(&words.text("strip-own"), size, Weight::Bold, page.1 - page.0, 2);
        let shared = if relative.is_empty() { 0.0 } else { lay(&relative) + axis };
        let apart = if own.is_empty() { 0.0 } else { (count(&own_title) * LEADING + 1.0) * size + lay(&own) };
        let keyed = count(&key) * small * LEADING + 0.8 * small;
        let (canvas, area) = frame.open(head + shared + apart + keyed);
        let mut y = area.low.1;
        if let Some(columns) = layout.columns {
            column_heads(&canvas, columns, (area.high.0, y + 0.9 * size));
            y += head;
        }
        if let Some(x) = x.filter(|_| !relative.is_empty()) {
            let bottom = y + shared - axis;
            let plot = Bounds { low: (left, y), high: (right, bottom) };
            let space = LabelSpace::horizontal(100.0, size, &needs, words);
            if let Some(unit) = Ruler::new(Scale::Linear, Fit::Exact, [0.0, 1.0], &space) {
                let panel = Panel::new(&canvas, plot, x.clone(), unit);
                panel.grid_x();
                panel.axis_x(true);
            }
            for row in relative {
                let median = row.percentiles().map_or(1.0, |(_, median, _)| median);
                let at = |value: f64| left + x.share(value / median) * (right - left);
                let placed = lay_out(&letters, words, row, &layout, room);
                draw_row(&canvas, &placed, &layout, (area.low.0, area.high.0, y), &at);
                y += placed.height;
            }
            canvas.title_x(&words.text("strip-axis"), (left, right), bottom + axis - 0.35 * size);
            y = bottom + axis;
        }
        if !own.is_empty() {
            canvas.lines(&own_title, (area.low.0, y + 1.3 * size), &Text { weight: Weight::Bold, ..canvas.plain() });
            y += (count(&own_title) * LEADING + 1.0) * size;
            for row in own {
                let placed = lay_out(&letters, words, row, &layout, room);
                draw_own(&canvas, &placed, &layout, (area.low.0, area.high.0, y));
                y += placed.height;
            }
        }
        let faint = Text { size: small, colour: canvas.theme.faint_ink, ..canvas.plain() };
        canvas.lines(&key, (area.low.0, area.high.1 - (count(&key) - 1.0) * small * LEADING - 0.2 * small), &faint);
        canvas
    }
}

/// The width of the column of names.
fn names_width<'a>(letters: &Letters, rows: impl Iterator<Item = &'a StripRow>, size: f64, most: f64) -> f64 {
    let wide = |row: &StripRow| {
        let name = letters.width(&row.label, size, Weight::Regular);
        name.max(letters.width(&row.unit, size, Weight::Regular))
    };
    rows.map(wide).fold(0.0, f64::max).min(most)
}

/// All values of the shared axis, in multiples of the medians.
fn multiples(rows: &[&StripRow]) -> Vec<f64> {
    let mut values = Vec::new();
    for (row, (low, median, high)) in rows.iter().filter_map(|row| Some((row, row.percentiles()?))) {
        values.extend([low / median, high / median]);
        values
            .extend(row.central.map(|value| value / median).filter(|value| near(*value, low / median, high / median)));
    }
    values
}

/// Whether the case of reference is so near that a shared axis still shows the strips.
fn near(value: f64, low: f64, high: f64) -> bool {
    let slack = high - low;
    value > 0.0 && value >= low - slack && value <= high + slack
}

fn lay_out<'a>(letters: &Letters, words: Localizer, row: &'a StripRow, layout: &Layout, room: f64) -> RowLayout<'a> {
    let (size, small) = (layout.size, layout.small);
    let mut label = letters.wrap(&row.label, size, Weight::Regular, room + 0.1, 3);
    if !row.unit.is_empty() {
        let joined = format!("{} ({})", row.label, row.unit);
        label = letters.wrap(&joined, size, Weight::Regular, room + 0.1, 4);
    }
    let note = (row.undefined > 0).then(|| words.format("samples-undefined", args![count = row.undefined]));
    let below = if layout.columns.is_some() {
        Vec::new()
    } else {
        let [low, median, high] = &row.texts;
        let text = words.format("strip-numbers", args![low = low, median = median, high = high]);
        letters.wrap(&text, small, Weight::Regular, room, 2)
    };
    let named = count(&label) * size * LEADING;
    let noted = if note.is_some() { small * LEADING } else { 0.0 };
    let height = if layout.columns.is_some() {
        (named + noted + 0.7 * size).max(2.2 * size)
    } else {
        named + noted + 1.5 * size + count(&below) * small * LEADING + 0.8 * size
    };
    RowLayout { row, label, note, below, height }
}

fn column_heads(canvas: &Canvas, columns: [f64; 3], (right, base): (f64, f64)) {
    let how = Text { size: canvas.sizes.small, colour: canvas.theme.faint_ink, h_align: HPos::Right, ..canvas.plain() };
    let mut x = right;
    for (key, width) in COLUMNS.iter().zip(columns).rev() {
        canvas.text(&canvas.words.text(key), (x, base), &how);
        x -= width;
    }
}

/// The words of a row; gives the middle of its strip.
fn draw_words(canvas: &Canvas, placed: &RowLayout<'_>, layout: &Layout, (left, right, y): (f64, f64, f64)) -> f64 {
    let (size, small) = (layout.size, layout.small);
    let lines = count(&placed.label) * size * LEADING;
    let faint = Text { size: small, colour: canvas.theme.faint_ink, halo: Some(canvas.theme.ground), ..canvas.plain() };
    let Some(columns) = layout.columns else {
        canvas.lines(&placed.label, (left, y + 0.9 * size), &canvas.plain());
        let mut base = y + lines + 0.9 * small;
        if let Some(note) = &placed.note {
            canvas.text(note, (left, base), &faint);
            base += small * LEADING;
        }
        let middle = base - 0.9 * small + 0.75 * size;
        canvas.lines(&placed.below, (left, middle + 0.95 * size + 0.6 * small), &faint);
        return middle;
    };
    let noted = if placed.note.is_some() { small * LEADING } else { 0.0 };
    let first = y + (placed.height - lines - noted) / 2.0 + 0.8 * size;
    canvas.lines(&placed.label, (left, first), &canvas.plain());
    if let Some(note) = &placed.note {
        canvas.text(note, (left, first + lines - 0.1 * size), &faint);
    }
    let middle = y + placed.height / 2.0;
    let mut x = right;
    for (column, (text, width)) in placed.row.texts.iter().zip(columns).enumerate().rev() {
        let weight = if column == 1 { Weight::Bold } else { Weight::Regular };
        let how = Text { h_align: HPos::Right, v_align: VPos::Center, weight, ..canvas.plain() };
        canvas.text(text, (x, middle), &how);
        x -= width;
    }
    middle
}

fn draw_row(canvas: &Canvas, placed: &RowLayout<'_>, layout: &Layout, place: (f64, f64, f64), at: &dyn Fn(f64) -> f64) {
    let middle = draw_words(canvas, placed, layout, place);
    draw_strip(canvas, placed.row, layout, middle, at);
}

/// A strip that takes the whole width, with a line at zero where it passes it.
fn draw_own(canvas: &Canvas, placed: &RowLayout<'_>, layout: &Layout, place: (f64, f64, f64)) {
    let middle = draw_words(canvas, placed, layout, place);
    let Some((low, _, high)) = placed.row.percentiles() else { return };
    let (left, right) = layout.plot;
    let span = high - low;
    let at = |value: f64| left + if span > 0.0 { (value - low) / span } else { 0.5 } * (right - left);
    draw_strip(canvas, placed.row, layout, middle, &at);
    if low < 0.0 && high > 0.0 {
        let (x, half) = (at(0.0), 0.75 * layout.size);
        canvas.line(&[(x, middle - half), (x, middle + half)], &Stroke::solid(canvas.theme.ink, 0.8));
        let how = Text { size: layout.small, v_align: VPos::Bottom, halo: Some(canvas.theme.ground), ..canvas.plain() };
        canvas.text("0", (x + 2.0, middle - half + 0.3 * layout.small), &how);
    }
}

fn draw_strip(canvas: &Canvas, row: &StripRow, layout: &Layout, middle: f64, at: &dyn Fn(f64) -> f64) {
    let half = 0.5 * layout.size;
    let (left, right) = layout.plot;
    let (steps, theme) = (row.quantiles.len() / 2, &canvas.theme);
    let (low, high) = (middle - half, middle + half);
    for (step, pair) in row.quantiles.iter().zip(row.quantiles.iter().rev()).take(steps).enumerate() {
        let (a, b) = (at(*pair.0), at(*pair.1));
        let along = f64::from(u32::try_from(step).unwrap_or(0)) / f64::from(u32::try_from(steps).unwrap_or(1));
        let colour = mix(theme.ground, theme.bar(false), PALEST + (1.0 - PALEST) * along);
        let area = Bounds { low: (a.max(left), low), high: (b.max(a + 1.0).min(right + 0.5), high) };
        canvas.rect(&area, colour, 1.0);
    }
    if let Some((_, median, _)) = row.percentiles() {
        let x = at(median);
        canvas.line(&[(x, low - 1.5), (x, high + 1.5)], &Stroke::solid(theme.ink, 1.2));
    }
    let central = row.central.map(at).filter(|x| *x >= left - 0.5 && *x <= right + 0.5);
    if let Some(x) = central {
        canvas.dot((x, middle), 3.4, theme.ground);
        canvas.dot((x, middle), 2.6, theme.accent);
    }
}

#[cfg(test)]
mod tests {
    use super::super::style::{Size, Style};
    use super::*;

    fn row(low: f64, median: f64, high: f64) -> StripRow {
        StripRow {
            label: "a & b".into(),
            unit: "personnel per km".into(),
            quantiles: vec![low, median, high],
            texts: ["1".into(), "2".into(), "3".into()],
            central: Some(high),
            undefined: 3,
            ..StripRow::default()
        }
    }

    #[test]
    fn nasty_data_give_a_chart() {
        let values = [f64::NAN, f64::INFINITY, -1e300, -1.0, 0.0, 1e-300, 1.0, 1e9, 1e300];
        for low in values {
            for high in values {
                for size in [Size::full(), Size::column()] {
                    let chart = Strips { rows: vec![row(low, low, high), row(1.0, 2.0, 3.0)], ..Strips::default() };
                    let svg = chart.svg(&Style { size, ..Style::default() });
                    assert!(resvg::usvg::roxmltree::Document::parse(&svg).is_ok(), "{low} {high}");
                    assert!(!svg.contains("NaN") && !svg.contains("inf"), "{low} {high}");
                }
            }
        }
        assert!(Strips::default().svg(&Style::default()).contains("Nothing to show."));
    }

    #[test]
    fn what_reaches_zero_has_its_own_scale() {
        assert!(row(1.0, 2.0, 3.0).is_relative());
        for other in [row(-1.0, 2.0, 3.0), row(0.0, 2.0, 3.0), row(-3.0, -2.0, -1.0)] {
            assert!(!other.is_relative());
        }
        let svg = Strips { rows: vec![row(-1.0, 2.0, 3.0)], ..Strips::default() }.svg(&Style::default());
        assert!(svg.contains(">0</text>") && svg.contains("scale of its own"));
    }

    #[test]
    fn equal_relative_spreads_are_equally_wide() {
        let widths = |rows: Vec<StripRow>| -> Vec<String> {
            let svg = Strips { rows, ..Strips::default() }.svg(&Style::default());
            let bars = svg.lines().filter(|line| line.starts_with("<rect x="));
            bars.filter_map(|line| Some(line.split("width=\"").nth(1)?.split('"').next()?.to_owned())).collect()
        };
        let found = widths(vec![row(80.0, 100.0, 120.0), row(0.8, 1.0, 1.2)]);
        assert_eq!(found.len(), 2);
        assert_eq!(found[0], found[1]);
    }
}
