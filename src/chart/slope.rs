//! Slope charts: several quantities from case to case as per cent of the first, with their names at the right.
//!
//! Knows nothing of the cases.

use super::axis::Scale;
use super::canvas::{Canvas, EDGE, Frame, HPos, Stroke, Text, VPos, count};
use super::clip::Bounds;
use super::heading::Heading;
use super::label::{self, LEADING};
use super::letters::{Letters, Weight};
use super::marker;
use super::painter::Paint;
use super::palette;
use super::panel::Panel;
use super::ruler::{Fit, LabelSpace, Ruler, shown};
use super::slot::Slot;

/// A slope chart.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Slope {
    /// Title, footer and the like.
    pub heading: Heading,
    /// Names of the cases, from left to right.
    pub cases: Vec<String>,
    /// The quantities.
    pub lines: Vec<SlopeLine>,
}

/// One quantity.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SlopeLine {
    /// Its name, printed at its last value.
    pub label: String,
    /// Its value in each case as a ratio to the first; what is not positive is left out.
    pub ratios: Vec<f64>,
    /// What the quantity is in each case, of which the ratios are; may be empty.
    pub slots: Vec<Slot>,
}

/// From which ratio of the largest to the smallest value on the axis is a log one.
const DECADES: f64 = 4.0;

impl Paint for Slope {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn paint(&self, frame: Frame<'_>) -> Canvas {
        let letters = frame.letters.clone();
        let (size, small) = (frame.sizes.text, frame.sizes.small);
        let inner = frame.width - 2.0 * EDGE;
        let values: Vec<f64> = self
            .lines
            .iter()
            .flat_map(|line| &line.ratios)
            .map(|ratio| 100.0 * ratio)
            .filter(|value| shown(Scale::Log, *value))
            .collect();
        let ends = values.iter().fold((f64::INFINITY, 0.0_f64), |(a, b), v| (a.min(*v), b.max(*v)));
        let scale = if ends.1 > DECADES * ends.0 { Scale::Log } else { Scale::Linear };
        let wide = inner * if frame.narrow() { 0.46 } else { 0.36 };
        let labels: Vec<Vec<String>> =
            self.lines.iter().map(|line| letters.wrap(&line.label, small, Weight::Regular, wide, 5)).collect();
        let heights: Vec<f64> = labels.iter().map(|lines| (count(lines) + 0.25) * small * LEADING).collect();
        let room = (frame.available_height() - 4.0 * size).max(heights.iter().sum::<f64>()).max(80.0);
        let needs = |_: &str| 1.4 * size;
        let y = Ruler::new(scale, Fit::Round, values, &LabelSpace::vertical(room, size, &needs, frame.words));
        let between = Ruler::new(
            Scale::Linear,
            Fit::Exact,
            [0.0, (count(&self.cases) - 1.0).max(1.0)],
            &LabelSpace::vertical(room, size, &needs, frame.words),
        );
        let (Some(y), Some(x)) = (y, between) else {
            let (canvas, area) = frame.open(room);
            canvas.message("nothing-to-show", &area);
            return canvas;
        };
        let ticks = y.ticks.iter().map(|tick| letters.width(&tick.text, size, Weight::Regular)).fold(0.0, f64::max);
        let (left, right) = (EDGE + ticks + 1.4 * size, frame.width - EDGE - wide - 1.8 * size);
        let step = (right - left) / (count(&self.cases) - 1.0).max(1.0);
        let place = |position: usize| left + step * f64::from(u32::try_from(position).unwrap_or(0));
        // The names at the ends reach beyond the plot on either side.
        let (names, listed) = self.names(&letters, small, (0.94 * step.min(0.4 * inner), inner));
        let below = names.iter().map(|lines| count(lines)).fold(0.0, f64::max);
        let below = (below + count(&listed)) * small * LEADING + 1.8 * size;
        let (canvas, area) = frame.open(1.5 * size + room + below);
        let plot = Bounds { low: (left, area.low.1 + 1.5 * size), high: (right, area.low.1 + 1.5 * size + room) };
        let panel = Panel::new(&canvas, plot, x, y.clone());
        panel.grid_y();
        panel.axis_y();
        let soft = Text { size: small, colour: canvas.theme.faint_ink, ..canvas.plain() };
        canvas.text(&canvas.words.text("slope-axis"), (EDGE, area.low.1 + 0.85 * small), &soft);
        name_cases(&canvas, &plot, (&names, &listed), place, inner);
        let height = |ratio: f64| plot.high.1 - y.share(100.0 * ratio) * room;
        let visible = |ratio: &f64| shown(Scale::Log, *ratio);
        let targets: Vec<f64> = self
            .lines
            .iter()
            .map(|line| line.ratios.iter().rfind(|ratio| visible(ratio)).map_or(plot.high.1, |ratio| height(*ratio)))
            .collect();
        let centres = label::spread(&targets, &heights, plot.low.1, plot.high.1 + 0.5 * size);
        for (index, line) in self.lines.iter().enumerate() {
            let colour = canvas.theme.category(index);
            let stroke = Stroke { colour, width: 1.3, dash: palette::dash(index) };
            let points: Vec<Option<(f64, f64)>> = line
                .ratios
                .iter()
                .enumerate()
                .map(|(position, ratio)| visible(ratio).then(|| (place(position), height(*ratio))))
                .collect();
            for piece in points.split(Option::is_none) {
                let piece: Vec<(f64, f64)> = piece.iter().flatten().copied().collect();
                canvas.line(&piece, &stroke);
            }
            for point in points.iter().flatten() {
                canvas.dot(*point, 2.9, canvas.theme.ground);
                match marker::of(index) {
                    Some(marker) => marker::draw(&canvas, marker, *point, &stroke),
                    None => canvas.dot(*point, 2.1, colour),
                }
            }
            let (Some(words), Some(centre), Some(end)) =
                (labels.get(index), centres.get(index), points.iter().flatten().next_back())
            else {
                continue;
            };
            let leader = [(end.0 + 3.5, end.1), (right + 1.1 * size, *centre)];
            canvas.line(&leader, &Stroke::solid(canvas.theme.faint_ink, 0.4));
            let how = Text {
                size: small,
                colour: canvas.theme.for_text(colour),
                v_align: VPos::Center,
                halo: Some(canvas.theme.ground),
                ..canvas.plain()
            };
            let first = centre - (count(words) - 1.0) * small * LEADING / 2.0;
            canvas.lines(words, (right + 1.3 * size, first), &how);
        }
        canvas
    }
}

impl Slope {
    /// What stands under the lines of the cases, and what is listed below: where a name would be broken inside a word,
    /// only what it begins with stands at its line.
    fn names(&self, letters: &Letters, small: f64, (room, inner): (f64, f64)) -> (Vec<Vec<String>>, Vec<String>) {
        let wide = |text: &str| letters.width(text, small, Weight::Regular) > room;
        let wrapped = |text: &str, room: f64, most| letters.wrap(text, small, Weight::Regular, room, most);
        if !self.cases.iter().flat_map(|case| case.split_whitespace()).any(wide) {
            return (self.cases.iter().map(|case| wrapped(case, room, 4)).collect(), Vec::new());
        }
        let begin = |case: &String| wrapped(case.split_once(':').map_or(case.as_str(), |(begin, _)| begin), room, 1);
        (self.cases.iter().map(begin).collect(), self.cases.iter().flat_map(|case| wrapped(case, inner, 1)).collect())
    }
}

/// The upright lines of the cases with their names.
fn name_cases(
    canvas: &Canvas,
    plot: &Bounds,
    (names, listed): (&[Vec<String>], &[String]),
    place: impl Fn(usize) -> f64,
    inner: f64,
) {
    let (size, small) = (canvas.sizes.text, canvas.sizes.small);
    for (position, lines) in names.iter().enumerate() {
        canvas.line(
            &[(place(position), plot.low.1), (place(position), plot.high.1)],
            &Stroke::solid(canvas.theme.faint_ink, 0.6),
        );
        let half =
            lines.iter().map(|line| canvas.letters.width(line, small, Weight::Regular)).fold(0.0, f64::max) / 2.0;
        let middle = place(position).max(EDGE + half).min(frame_end(inner) - half);
        let how = Text { size: small, h_align: HPos::Center, v_align: VPos::Top, ..canvas.plain() };
        canvas.lines(lines, (middle, plot.high.1 + 0.8 * size), &how);
    }
    let low = plot.high.1 + 1.2 * size + 1.85 * small;
    canvas.lines(listed, (EDGE, low), &Text { size: small, ..canvas.plain() });
}

fn frame_end(inner: f64) -> f64 {
    EDGE + inner
}

#[cfg(test)]
mod tests {
    use super::super::style::Style;
    use super::*;

    #[test]
    fn nasty_data_give_a_chart() {
        for value in [f64::NAN, f64::INFINITY, -1.0, 0.0, 1e-300, 1.0, 1e9, 1e300] {
            let line = SlopeLine { label: "a & b".into(), ratios: vec![1.0, value, 2.0], ..SlopeLine::default() };
            let chart = Slope {
                cases: vec!["A".into(), "B".into(), "C".into()],
                lines: vec![line.clone(), line],
                ..Slope::default()
            };
            let svg = chart.svg(&Style::default());
            assert!(resvg::usvg::roxmltree::Document::parse(&svg).is_ok(), "{value}");
            assert!(!svg.contains("NaN"), "{value}");
        }
        assert!(Slope::default().svg(&Style::default()).contains("Nothing to show."));
    }

    #[test]
    fn long_names_of_cases_are_listed_instead_of_broken() {
        let cases = ["A: one-long-name-of-a-case", "B: another-long-name", "C: third"].map(str::to_owned).to_vec();
        let line = SlopeLine { label: "x".into(), ratios: vec![1.0, 0.5, 2.0], ..SlopeLine::default() };
        let chart = Slope { cases, lines: vec![line], ..Slope::default() };
        let svg = chart.svg(&Style { size: super::super::style::Size::column(), ..Style::default() });
        for text in [">A<", ">B<", ">C<", ">A: one-long-name-of-a-case<", ">B: another-long-name<"] {
            assert!(svg.contains(text), "{text}");
        }
        assert!(!chart.svg(&Style::default()).contains(">A<"));
    }
}
