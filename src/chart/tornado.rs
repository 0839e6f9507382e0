//! Tornado charts: how far a quantity moves when each input alone goes to the ends of its range, largest first.
//!
//! Knows nothing of the inputs, or of how the values came about.

use super::axis::{Scale, with_unit};
use super::canvas::{Canvas, EDGE, Frame, HPos, Stroke, Text, VPos, count};
use super::clip::Bounds;
use super::heading::Heading;
use super::label::LEADING;
use super::letters::{Letters, Weight};
use super::notation::short_number;
use super::painter::Paint;
use super::panel::{Panel, TICK, fit_sides};
use super::ruler::{Fit, LabelSpace, Ruler, shown};
use super::slot::{RangeSlots, Slot};
use super::tornado_key::{draw_end, draw_legend, draw_note, legend};
use crate::args;
use crate::language::Localizer;
use serde::Serialize;

/// A tornado chart. All values are in its unit.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Tornado {
    /// Title, footer and the like.
    pub heading: Heading,
    /// The quantity along the axis.
    pub label: String,
    /// Its unit, printed in brackets; may be empty.
    pub unit: String,
    /// The value with every input at its central value.
    pub central: f64,
    /// Printed above the central line; empty for `Central case:` and three significant digits.
    pub central_text: String,
    /// What the central value is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slot: Option<Slot>,
    /// One bar for each input, in any order: the longest is drawn first.
    pub bars: Vec<TornadoBar>,
    /// Labels of inputs that do not move the quantity.
    pub not_used: Vec<String>,
}

/// What one input does.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct TornadoBar {
    /// Name of the input.
    pub label: String,
    /// What it belongs to, where bars are in groups: a heading above the first of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// The quantity with the input at its low end; not finite is said in words.
    pub low_value: f64,
    /// The quantity with the input at its high end; not finite is said in words.
    pub high_value: f64,
    /// The input's low end with its unit, printed at that end of the bar.
    pub low_text: String,
    /// The input's high end with its unit, printed at that end of the bar.
    pub high_text: String,
    /// What the quantity is at the low and the high end.
    #[serde(skip_serializing_if = "RangeSlots::is_empty")]
    pub slots: RangeSlots,
    /// What the input's own ends are.
    #[serde(skip_serializing_if = "RangeSlots::is_empty")]
    pub input_slots: RangeSlots,
}

/// One end of a bar.
struct End {
    /// None where the quantity has no value.
    value: Option<f64>,
    text: String,
    /// Points of the text with the gap before it.
    needs: f64,
    /// Whether the text stands on the left of the bar's end.
    left: bool,
    high: bool,
}

struct RowLayout {
    /// The heading above the row.
    group: Option<String>,
    label: Vec<String>,
    ends: [End; 2],
    /// Both ends on the same side of the centre: each takes half the height.
    folded: bool,
    height: f64,
}

/// Height of a group's heading, in letters.
const HEAD: f64 = 1.7;

/// Lines of the note about inputs without effect.
const NOTE: usize = 2;

impl Paint for Tornado {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn paint(&self, frame: Frame<'_>) -> Canvas {
        let (letters, words) = (frame.letters.clone(), frame.words);
        let (size, small) = (frame.sizes.text, frame.sizes.small);
        let inner = frame.width - 2.0 * EDGE;
        let note = self.note(&letters, frame.words, small, inner);
        let note_height = if note.is_empty() { 0.0 } else { count(&note) * small * LEADING + 0.5 * size };
        if self.bars.is_empty() || !shown(Scale::Linear, self.central) {
            let room = (frame.available_height() - note_height).max(40.0);
            let (canvas, area) = frame.open(room + note_height);
            let why = if self.bars.is_empty() { "nothing-to-show" } else { "no-central" };
            canvas.message(why, &Bounds { low: area.low, high: (area.high.0, area.low.1 + room) });
            draw_note(&canvas, &note, &area);
            return canvas;
        }
        // In a column names stand above their bars, so that the bars have the whole width.
        let stacked = frame.narrow();
        let measure = |text: &str| letters.width(text, size, Weight::Regular);
        let widest = self.bars.iter().map(|bar| measure(&bar.label)).fold(0.0, f64::max);
        let names = if stacked { inner } else { widest.min(0.36 * inner) };
        let most = if stacked { 0.3 } else { 0.17 } * inner;
        let mut rows: Vec<RowLayout> = Vec::new();
        let (mut before, bars) = (None, self.sorted());
        for bar in bars {
            let row = self.lay_out(&letters, bar, (size, small, words), (names, most), stacked);
            let group = bar.group.clone().filter(|_| before != Some(&bar.group));
            before = Some(&bar.group);
            let height = row.height + if group.is_some() { HEAD * size } else { 0.0 };
            rows.push(RowLayout { group, height, ..row });
        }
        let left = if stacked { EDGE } else { EDGE + names + 0.8 * size };
        let (left, right, x) = self.sides(&letters, &rows, (left, frame.width - EDGE), (size, frame.words));

        let key = legend(&letters, size, inner, words);
        let key_height = count(&key) * size * 1.35;
        let above = 1.9 * size;
        let axis = TICK + 3.0 * size;
        let fixed = key_height + above + axis + note_height;
        let bars: f64 = rows.iter().map(|row| row.height).sum();
        let stretch = ((frame.available_height() - fixed) / bars).clamp(1.0, 1.35);
        for row in &mut rows {
            row.height *= stretch;
        }
        let (canvas, area) = frame.open(fixed + bars * stretch);
        draw_legend(&canvas, &key, (area.low.0, area.low.1 + 0.5 * size));
        let top = area.low.1 + key_height + above;
        let plot = Bounds { low: (left, top), high: (right, top + bars * stretch) };
        self.draw(&canvas, &rows, plot, x, (!stacked).then_some(EDGE + names));
        canvas.title_x(&with_unit(&self.label, &self.unit), (left, right), plot.high.1 + axis - 0.3 * size);
        draw_note(&canvas, &note, &area);
        canvas
    }
}

impl Tornado {
    /// The inputs without effect, as many by name as find room.
    fn note(&self, letters: &Letters, words: Localizer, small: f64, inner: f64) -> Vec<String> {
        let text = |named: usize| match (self.not_used.get(..named).unwrap_or_default(), self.not_used.len() - named) {
            ([], _) => String::new(),
            (inputs, 0) => words.format("no-effect", args![inputs = inputs.join(", ")]),
            (inputs, more) => words.format("no-effect-more", args![inputs = inputs.join(", "), more = more]),
        };
        let lines = |named: usize| letters.wrap(&text(named), small, Weight::Regular, inner, NOTE + 1);
        let fitting = (1..=self.not_used.len()).rev().map(lines).find(|lines| lines.len() <= NOTE);
        fitting.unwrap_or_else(|| letters.wrap(&text(1.min(self.not_used.len())), small, Weight::Regular, inner, NOTE))
    }

    /// Bars group by group and by how far they reach, the longest first, those without any value last.
    fn sorted(&self) -> Vec<&TornadoBar> {
        let length = |bar: &TornadoBar| {
            let ends = [self.central, bar.low_value, bar.high_value];
            let ends = ends.into_iter().filter(|v| shown(Scale::Linear, *v));
            let (low, high) = ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), v| (a.min(v), b.max(v)));
            high - low
        };
        let mut groups: Vec<&Option<String>> = Vec::new();
        for bar in &self.bars {
            if !groups.contains(&&bar.group) {
                groups.push(&bar.group);
            }
        }
        let group = |bar: &TornadoBar| groups.iter().position(|group| **group == bar.group);
        let mut bars: Vec<&TornadoBar> = self.bars.iter().collect();
        bars.sort_by(|a, b| group(a).cmp(&group(b)).then(length(b).total_cmp(&length(a))));
        bars
    }

    fn lay_out(
        &self,
        letters: &Letters,
        bar: &TornadoBar,
        (size, small, words): (f64, f64, Localizer),
        (names, most): (f64, f64),
        stacked: bool,
    ) -> RowLayout {
        let side = |value: f64| if shown(Scale::Linear, value) { value - self.central } else { 0.0 };
        let (low, high) = (side(bar.low_value), side(bar.high_value));
        let folded = low * high > 0.0;
        // An end that stays at the centre takes the free side.
        let low_left = low < 0.0 || (low == 0.0 && high >= 0.0);
        let high_left = high < 0.0 || (high == 0.0 && !low_left);
        let end = |value: f64, text: &str, left: bool, high: bool| {
            let value = Some(value).filter(|v| shown(Scale::Linear, *v));
            let text =
                if value.is_some() { text.to_owned() } else { words.format("text-not-available", args![text = text]) };
            let text =
                letters.wrap(text.trim_start_matches([' ', ':', '\u{a0}']), small, Weight::Regular, most, 1).concat();
            let needs = letters.width(&text, small, Weight::Regular) + 3.5;
            End { value, text, needs, left, high }
        };
        let ends =
            [end(bar.low_value, &bar.low_text, low_left, false), end(bar.high_value, &bar.high_text, high_left, true)];
        let label = letters.wrap(&bar.label, size, Weight::Regular, names + 0.1, if stacked { 2 } else { 4 });
        let thick = if folded { 2.5 * size } else { 1.9 * size };
        let lines = count(&label) * size * LEADING;
        let height = if stacked { lines + thick } else { thick.max(lines + 0.4 * size) };
        RowLayout { group: None, label, ends, folded, height }
    }

    /// The sides of the plot, drawn in until the texts at the ends of the bars stay on the page.
    fn sides(
        &self,
        letters: &Letters,
        rows: &[RowLayout],
        room: (f64, f64),
        (size, words): (f64, Localizer),
    ) -> (f64, f64, Option<Ruler>) {
        let needs = |text: &str| letters.width(text, size, Weight::Regular) + size;
        let values = || rows.iter().flat_map(|row| row.ends.iter().filter_map(|end| end.value)).chain([self.central]);
        let ruler = |length: f64| {
            Ruler::new(Scale::Linear, Fit::Exact, values(), &LabelSpace::horizontal(length, size, &needs, words))
        };
        let Some(x) = ruler(room.1 - room.0) else { return (room.0, room.1, None) };
        let (mut left, mut right) = room;
        for _ in 0..20 {
            let (mut over_left, mut over_right) = (0.0_f64, 0.0_f64);
            for end in rows.iter().flat_map(|row| &row.ends) {
                let at = left + x.share(end.value.unwrap_or(self.central)) * (right - left);
                if end.left {
                    over_left = over_left.max(room.0 - (at - end.needs));
                } else {
                    over_right = over_right.max(at + end.needs - room.1);
                }
            }
            (left, right) = (left + over_left, right - over_right);
        }
        fit_sides(letters, (left, right), (room.0 - 0.5 * size, room.1), size, ruler)
    }

    fn draw(&self, canvas: &Canvas, rows: &[RowLayout], plot: Bounds, x: Option<Ruler>, names: Option<f64>) {
        let (size, small) = (canvas.sizes.text, canvas.sizes.small);
        let needs = |_: &str| size;
        let unit = Ruler::new(
            Scale::Linear,
            Fit::Exact,
            [0.0, 1.0],
            &LabelSpace::horizontal(100.0, size, &needs, canvas.words),
        );
        let (Some(x), Some(unit)) = (x, unit) else {
            canvas.message("no-values", &plot);
            return;
        };
        let panel = Panel::new(canvas, plot, x, unit);
        panel.grid_x();
        let at = |value: f64| plot.low.0 + panel.x().share(value) * (plot.high.0 - plot.low.0);
        let centre = at(self.central);
        let central = Stroke::solid(canvas.theme.ink, 1.1);
        canvas.line(&[(centre, plot.low.1 - 2.0), (centre, plot.high.1)], &central);
        let mut y = plot.low.1;
        for row in rows {
            let head = if row.group.is_some() { HEAD * size } else { 0.0 };
            if let Some(group) = &row.group {
                let how = Text {
                    weight: Weight::Bold,
                    v_align: VPos::Center,
                    halo: Some(canvas.theme.ground),
                    ..canvas.plain()
                };
                canvas.text(group, (EDGE, y + 0.55 * head), &how);
            }
            let (row_top, row_height) = (y + head, row.height - head);
            let words = count(&row.label) * size * LEADING;
            let (top, height) =
                if names.is_none() { (row_top + words, row_height - words) } else { (row_top, row_height) };
            let half = (0.36 * height).min(if row.folded { 1.1 } else { 0.75 } * size);
            // Above its bar a name must be nearer to it than to the bar before.
            let middle = if names.is_none() { top + half + 0.1 * size } else { top + height / 2.0 };
            let plain = Text { v_align: VPos::Center, halo: Some(canvas.theme.ground), ..canvas.plain() };
            match names {
                None => canvas.lines(&row.label, (EDGE, row_top + 0.72 * size), &plain),
                Some(right) => {
                    let first = middle - (words - size * LEADING) / 2.0;
                    canvas.lines(&row.label, (right, first), &Text { h_align: HPos::Right, ..plain });
                }
            }
            for end in &row.ends {
                let (above, below) = match (row.folded, end.high) {
                    (false, _) => (half, half),
                    (true, false) => (half, 0.0),
                    (true, true) => (0.0, half),
                };
                let to = at(end.value.unwrap_or(self.central));
                let bar = Bounds { low: (centre.min(to), middle - above), high: (centre.max(to), middle + below) };
                draw_end(canvas, &bar, end.high);
                let (beside, h_align) = if end.left { (to - 3.0, HPos::Right) } else { (to + 3.0, HPos::Left) };
                let how = Text { size: small, colour: canvas.theme.faint_ink, h_align, ..plain };
                canvas.text(&end.text, (beside, middle + (below - above) / 2.0), &how);
            }
            // Again, over the ends of the bars but not over the texts.
            canvas.line(&[(centre, middle - half - 1.0), (centre, middle + half + 1.0)], &central);
            y += row.height;
        }
        panel.axis_x(true);
        let text = if self.central_text.is_empty() {
            canvas.words.format("central-case", args![value = short_number(self.central, canvas.words)])
        } else {
            self.central_text.clone()
        };
        canvas.title_x(&text, (centre, centre), plot.low.1 - 4.5);
    }
}

#[cfg(test)]
mod tests {
    use super::super::style::Style;
    use super::*;

    fn bar(label: &str, low_value: f64, high_value: f64) -> TornadoBar {
        TornadoBar {
            label: label.into(),
            low_value,
            high_value,
            low_text: "1 <km>".into(),
            high_text: "2 km".into(),
            ..TornadoBar::default()
        }
    }

    #[test]
    fn longest_first_and_ends_where_the_values_are() {
        let letters = Letters::default();
        let bars = vec![bar("a", 9.0, 11.0), bar("b", f64::NAN, f64::NAN), bar("c", 30.0, 5.0), bar("d", 12.0, 15.0)];
        let chart = Tornado { central: 10.0, bars, ..Tornado::default() };
        let order: Vec<&str> = chart.sorted().iter().map(|bar| bar.label.as_str()).collect();
        assert_eq!(order, ["c", "d", "a", "b"]);
        let rows: Vec<RowLayout> = chart
            .sorted()
            .into_iter()
            .map(|bar| chart.lay_out(&letters, bar, (8.0, 7.0, Localizer::default()), (80.0, 60.0), false))
            .collect();
        let (left, right, x) = chart.sides(&letters, &rows, (100.0, 400.0), (8.0, Localizer::default()));
        let x = x.unwrap();
        assert!((x.share(5.0) - 0.0).abs() < 1e-12 && (x.share(30.0) - 1.0).abs() < 1e-12);
        for end in rows.iter().flat_map(|row| &row.ends) {
            let at = left + x.share(end.value.unwrap_or(10.0)) * (right - left);
            let fits = if end.left { at - end.needs >= 99.0 } else { at + end.needs <= 401.0 };
            assert!(fits, "{} {at}", end.text);
        }
        assert!(rows[0].ends[1].left && !rows[0].ends[0].left && rows[1].folded);
    }

    #[test]
    fn nasty_data_give_a_chart() {
        for value in [f64::NAN, f64::INFINITY, 0.0, 1e-300, -5.0, 1e140, 1e300] {
            for low in [f64::NAN, f64::NEG_INFINITY, 0.0, 1e-300, 7.0, 1e140] {
                let bars = vec![bar("x", low, value), bar("", value, value)];
                let chart = Tornado { central: value, bars, not_used: vec!["a & b".into()], ..Tornado::default() };
                for size in [super::super::style::Size::full(), super::super::style::Size::column()] {
                    let style = Style { size, ..Style::default() };
                    let svg = chart.svg(&style);
                    assert!(resvg::usvg::roxmltree::Document::parse(&svg).is_ok(), "{value} {low}");
                    assert!(!svg.contains("NaN") && svg == chart.svg(&style));
                }
            }
        }
        assert!(Tornado::default().svg(&Style::default()).contains("Nothing to show."));
    }

    #[test]
    fn inputs_without_effect_are_counted_where_there_is_no_room() {
        let letters = Letters::default();
        let many: Vec<String> = (0..40).map(|index| format!("Input of number {index}")).collect();
        let chart = Tornado { not_used: many, ..Tornado::default() };
        let lines = chart.note(&letters, Localizer::default(), 7.0, 400.0);
        let text = lines.join(" ");
        let named = text.matches("Input of number").count();
        assert!(lines.len() == NOTE && (4..36).contains(&named), "{text}");
        assert!(text.ends_with(&format!(" and {} more.", 40 - named)) && !text.contains('…'), "{text}");
        assert!(Tornado::default().note(&letters, Localizer::default(), 7.0, 400.0).is_empty());
        let chart = Tornado { not_used: vec!["a".repeat(500)], ..Tornado::default() };
        assert_eq!(chart.note(&letters, Localizer::default(), 7.0, 200.0).len(), NOTE);
    }
}
