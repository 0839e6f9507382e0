//! Waterfalls: from one value to another by steps that add up, one below the other, each with its name and size.
//!
//! Knows nothing of where the steps come from.

use super::axis::{Axis, Scale};
use super::canvas::{Canvas, EDGE, Frame, Stroke, Text, VPos, count};
use super::clip::Bounds;
use super::heading::Heading;
use super::label::LEADING;
use super::letters::{Letters, Weight};
use super::mark::Mark;
use super::notation::short_number;
use super::painter::Paint;
use super::panel::{Panel, TICK, fit_sides};
use super::ruler::{Fit, LabelSpace, Ruler, shown};
use super::slot::Slot;
use crate::language::Localizer;

/// A waterfall.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Waterfall {
    /// Title, footer and the like.
    pub heading: Heading,
    /// The quantity along the axis, which is linear.
    pub x: Axis,
    /// Where it starts.
    pub from: Mark,
    /// Steps from top to bottom.
    pub steps: Vec<WaterfallStep>,
    /// Where it ends.
    pub to: Mark,
}

/// One step.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct WaterfallStep {
    /// What makes it.
    pub label: String,
    /// More about that, in small letters; may be empty.
    pub note: String,
    /// Its size.
    pub amount: f64,
    /// What it is.
    pub slot: Option<Slot>,
}

/// A row with its words in lines and where its bar begins and ends.
struct RowLayout {
    label: Vec<String>,
    note: Vec<String>,
    ends: (f64, f64),
    text: String,
    is_total: bool,
    height: f64,
}

impl Paint for Waterfall {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn paint(&self, frame: Frame<'_>) -> Canvas {
        let letters = frame.letters.clone();
        let size = frame.sizes.text;
        let inner = frame.width - 2.0 * EDGE;
        let names = inner * if frame.narrow() { 0.4 } else { 0.34 };
        let rows = self.rows(&letters, (size, frame.sizes.small), names, frame.words);
        let values = || rows.iter().flat_map(|row| [row.ends.0, row.ends.1]);
        let needs = |text: &str| letters.width(text, size, Weight::Regular) + size;
        let texts = rows.iter().map(|row| letters.width(&row.text, size, Weight::Regular)).fold(0.0, f64::max);
        let left = EDGE + names + 0.8 * size;
        let sides = (left + 0.3 * texts, frame.width - EDGE - texts - 0.8 * size);
        let ruler = |length: f64| {
            let ends = [self.from.value, self.to.value].into_iter().chain(values());
            let room = LabelSpace::horizontal(length.max(1.0), size, &needs, frame.words);
            // Totals begin at zero where the steps stay visible then.
            let low_high = ends.clone().fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), v| (a.min(v), b.max(v)));
            let apart = low_high.1 - low_high.0 > 0.25 * low_high.0.abs().max(low_high.1.abs());
            Ruler::new(Scale::Linear, if apart { Fit::FromZero } else { Fit::Exact }, ends, &room)
        };
        let sound = values().all(|value| shown(Scale::Linear, value));
        let (left, right, x) = fit_sides(&letters, sides, (EDGE, frame.width - EDGE), size, ruler);
        let unit = Ruler::new(
            Scale::Linear,
            Fit::Exact,
            [0.0, 1.0],
            &LabelSpace::horizontal(100.0, size, &needs, frame.words),
        );
        let (Some(x), Some(unit), true) = (x, unit, sound) else {
            return frame.message("nothing-to-show", 60.0);
        };
        let body: f64 = rows.iter().map(|row| row.height).sum();
        let axis = TICK + if self.x.title().is_empty() { 1.6 * size } else { 3.0 * size };
        let (canvas, area) = frame.open(0.3 * size + body + axis);
        let top = area.low.1 + 0.3 * size;
        let plot = Bounds { low: (left, top), high: (right, top + body) };
        let panel = Panel::new(&canvas, plot, x.clone(), unit);
        panel.grid_x();
        panel.axis_x(true);
        let at = |value: f64| left + x.share(value).clamp(0.0, 1.0) * (right - left);
        let (low, high) = x.range();
        let has_zero = low <= 0.0 && high >= 0.0;
        if has_zero {
            canvas.line(&[(at(0.0), plot.low.1), (at(0.0), plot.high.1)], &Stroke::solid(canvas.theme.ink, 0.7));
        }
        let mut y = top;
        for (position, row) in rows.iter().enumerate() {
            let next = rows.get(position + 1).map(|next| y + row.height + next.height / 2.0);
            draw(&canvas, row, (y, next), has_zero, &at);
            y += row.height;
        }
        canvas.title_x(&self.x.title(), (left, right), plot.high.1 + axis - 0.15 * size);
        canvas
    }
}

impl Waterfall {
    fn rows(&self, letters: &Letters, sizes: (f64, f64), room: f64, words: Localizer) -> Vec<RowLayout> {
        let mut value = self.from.value;
        let mut rows = vec![lay_out(
            letters,
            (&self.from.label, ""),
            (value, value),
            (short_number(value, words), true),
            sizes,
            room,
        )];
        for step in &self.steps {
            let ends = (value, value + step.amount);
            let sign = if step.amount > 0.0 { "+" } else { "" };
            let text = (format!("{sign}{}", short_number(step.amount, words)), false);
            rows.push(lay_out(letters, (&step.label, &step.note), ends, text, sizes, room));
            value = ends.1;
        }
        rows.push(lay_out(
            letters,
            (&self.to.label, ""),
            (self.to.value, self.to.value),
            (short_number(self.to.value, words), true),
            sizes,
            room,
        ));
        rows
    }
}

fn lay_out(
    letters: &Letters,
    (label, note): (&str, &str),
    ends: (f64, f64),
    (text, is_total): (String, bool),
    (size, small): (f64, f64),
    room: f64,
) -> RowLayout {
    let weight = if is_total { Weight::Bold } else { Weight::Regular };
    let label = letters.wrap(label, size, weight, room, 5);
    let note = letters.wrap(note, small, Weight::Regular, room, 5);
    let words = (count(&label) * size + count(&note) * small) * LEADING;
    RowLayout { label, note, ends, text, is_total, height: (words + 0.5 * size).max(1.9 * size) }
}

fn draw(canvas: &Canvas, row: &RowLayout, (y, next): (f64, Option<f64>), has_zero: bool, at: &dyn Fn(f64) -> f64) {
    let (size, small) = (canvas.sizes.text, canvas.sizes.small);
    let middle = y + row.height / 2.0;
    let words = (count(&row.label) * size + count(&row.note) * small) * LEADING;
    let mut line = middle - words / 2.0;
    let weight = if row.is_total { Weight::Bold } else { Weight::Regular };
    canvas.lines(&row.label, (EDGE, line + 0.95 * size), &Text { weight, ..canvas.plain() });
    line += count(&row.label) * size * LEADING;
    canvas.lines(
        &row.note,
        (EDGE, line + 0.9 * small),
        &Text { size: small, colour: canvas.theme.faint_ink, ..canvas.plain() },
    );
    let half = (0.3 * row.height).min(0.65 * size);
    let (from, to) = (at(row.ends.0), at(row.ends.1));
    if let Some(next) = next {
        let dashed = Stroke { colour: canvas.theme.faint_ink, width: 0.6, dash: Some([1.5, 1.5, 0.0, 0.0]) };
        canvas.line(&[(to, middle), (to, next)], &dashed);
    }
    let mut b = from.max(to);
    if row.is_total && !has_zero {
        // Without a zero on the axis a bar's length would say nothing.
        canvas.dot((to, middle), 3.4, canvas.theme.ground);
        canvas.dot((to, middle), 2.8, canvas.theme.ink);
        b = to + 3.0;
    } else if row.is_total {
        b = at(0.0).max(to);
        let bar = Bounds { low: (at(0.0).min(to), middle - half), high: (b, middle + half) };
        canvas.rect(&bar, canvas.theme.bar(true), 1.0);
    } else {
        let a = from.min(to);
        b = b.max(a + 0.6);
        let bar = Bounds { low: (a, middle - half), high: (b, middle + half) };
        if row.ends.1 > row.ends.0 {
            canvas.rect(&bar, canvas.theme.bar(false), 1.0);
        } else {
            let (fill, hatch) = canvas.theme.opposite;
            canvas.rect(&bar, fill, 1.0);
            canvas.hatch(&bar, 2.6, &Stroke::solid(hatch, 0.6));
            canvas.outline(&bar, &Stroke::solid(hatch, 0.6));
        }
    }
    let how = Text { v_align: VPos::Center, halo: Some(canvas.theme.ground), weight, ..canvas.plain() };
    canvas.text(&row.text, (b + 0.4 * size, middle), &how);
}

#[cfg(test)]
mod tests {
    use super::super::style::Style;
    use super::*;

    #[test]
    fn nasty_data_give_a_chart() {
        for value in [f64::NAN, f64::INFINITY, -1.0, 0.0, 1e-300, 1.0, 1e9, 1e300] {
            let step = WaterfallStep { label: "a & b".into(), note: "c < d".into(), amount: value, slot: None };
            let chart = Waterfall {
                from: Mark { label: "A".into(), value: 3.0, slot: None },
                steps: vec![step],
                to: Mark { label: "B".into(), value: 3.0 + value, slot: None },
                ..Waterfall::default()
            };
            for size in [super::super::style::Size::full(), super::super::style::Size::column()] {
                let svg = chart.svg(&Style { size, ..Style::default() });
                assert!(resvg::usvg::roxmltree::Document::parse(&svg).is_ok(), "{value}");
                assert!(!svg.contains("NaN"), "{value}");
            }
        }
    }
}
