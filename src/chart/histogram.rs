//! Histograms: how samples of one or several quantities spread, one compact panel below the other.
//!
//! Knows nothing of where the samples come from, and computes no percentiles: those are marked as they are given.

use super::axis::{Fit, Ruler, shown};
use super::binning::{Binned, HistogramData};
use super::canvas::{Canvas, EDGE, Frame, HPos, Stroke, Text, VPos, count};
use super::clip::Bounds;
use super::label::{self, LEADING, Weight};
use super::names::{self, Placed, Wish};
use super::palette;
use super::panel::{Panel, TICK, across, upwards, within};
use super::wording::short;
use super::{Heading, Mark, Scale, Style, Theme, with_unit};
use crate::args;
use crate::language::Words;

/// A chart of histograms.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Histogram {
    /// Title, footer and the like.
    pub heading: Heading,
    /// Panels from top to bottom, each with its own axes.
    pub panels: Vec<HistogramPanel>,
}

/// The histogram of one quantity. All values are in its unit.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct HistogramPanel {
    /// What is measured.
    pub label: String,
    /// Its unit, printed in brackets; may be empty.
    pub unit: String,
    /// None: logarithmic if the middle nine tenths of the values, all positive, spread over more than 1.5 decades.
    pub scale: Option<Scale>,
    /// The samples, or their shares in bins.
    pub data: HistogramData,
    /// The 5th, 50th and 95th percentile: the first and last bound the shaded band, the second is marked.
    pub percentiles: Option<(f64, f64, f64)>,
    /// The case of reference, marked.
    pub central: Option<f64>,
    /// The mean, marked.
    pub mean: Option<f64>,
    /// How many more samples have no value; told in words, with those among the samples that are not finite.
    pub undefined: u64,
    /// More vertical lines.
    pub marks: Vec<Mark>,
}

/// How a vertical line looks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    /// A name without a line: an end of the band, or a value off the scale.
    Bare,
    Other,
    Mean,
    Median,
    Central,
}

impl Look {
    fn stroke(self, theme: &Theme) -> Option<Stroke> {
        let (colour, width, dash) = match self {
            Self::Bare => return None,
            Self::Other => (theme.ink, 0.9, Some([2.0, 1.5, 0.0, 0.0])),
            Self::Mean => (theme.soft, 1.0, Some([1.0, 1.5, 0.0, 0.0])),
            Self::Median => (theme.ink, 1.3, None),
            Self::Central => (theme.accent, 1.4, Some(palette::MARK_DASH)),
        };
        Some(Stroke { colour, width, dash })
    }
}

/// A panel before its place on the page is known.
struct Laid<'a> {
    data: &'a HistogramPanel,
    title: Vec<String>,
    notes: Vec<String>,
    binned: Binned,
    lines: Vec<(Mark, Look)>,
    /// What the axis must show, none if there is nothing to show.
    reach: Vec<f64>,
    /// Rows of names above the plot.
    rows: u32,
}

impl Histogram {
    /// The chart as SVG text.
    #[must_use]
    pub fn svg(&self, style: &Style) -> String {
        let frame = Frame::new(&self.heading, style);
        let (size, small) = (frame.sizes.text, frame.sizes.small);
        let inner = frame.width - 2.0 * EDGE;
        let numbers = label::width("100 %", small, Weight::Regular);
        let mut sides = (EDGE + numbers + TICK + 2.0, frame.width - EDGE - 0.8 * size);
        let mut laid: Vec<Laid<'_>> = self.panels.iter().map(|panel| lay(panel, &frame, inner)).collect();
        for panel in &laid {
            let (left, right, _) =
                within(sides, (EDGE, frame.width - EDGE), size, |length| panel.ruler((0.0, length), size, frame.words));
            sides = (left, right);
        }
        for panel in &mut laid {
            let Some(x) = panel.ruler(sides, size, style.words) else { continue };
            let at = |value: f64| sides.0 + x.share(value) * (sides.1 - sides.0);
            panel.rows = names::rows(&panel.names(at, sides, small));
        }
        let any = laid.iter().any(|panel| !panel.reach.is_empty());
        let band = laid.iter().any(|panel| !panel.reach.is_empty() && panel.band().is_some());
        let caption = if !any {
            String::new()
        } else if band {
            frame.words.text("bars-share-shaded")
        } else {
            frame.words.text("bars-share")
        };
        let caption = label::wrap(&caption, small, Weight::Regular, inner, 2);
        let below = if any { count(&caption) * small * LEADING + 0.3 * size } else { 0.0 };

        let axis = TICK + 1.5 * size;
        let between = 0.6 * size;
        let heads: f64 = laid.iter().map(|panel| panel.head(size, small)).sum();
        let n = count(&laid).max(1.0);
        let fixed = heads + axis * n + between * (n - 1.0) + below;
        let least = if frame.narrow() { 42.0 } else { 48.0 };
        let plot = ((frame.room() - fixed) / n).max(least);
        let (canvas, area) = frame.open(fixed + plot * n);
        if laid.is_empty() {
            canvas.message("nothing-to-show", &area);
        }
        let mut y = area.low.1;
        for panel in &laid {
            canvas.lines(&panel.title, (area.low.0, y + 0.85 * size), &Text { weight: Weight::Bold, ..canvas.plain() });
            let notes = y + count(&panel.title) * size * LEADING + 0.85 * small;
            canvas.lines(
                &panel.notes,
                (area.low.0, notes),
                &Text { size: small, colour: canvas.theme.soft, ..canvas.plain() },
            );
            y += panel.head(size, small);
            panel.draw(&canvas, Bounds { low: (sides.0, y), high: (sides.1, y + plot) });
            y += plot + axis + between;
        }
        let base = area.high.1 - (count(&caption) - 1.0) * small * LEADING;
        canvas.lines(&caption, (area.low.0, base), &Text { size: small, colour: canvas.theme.soft, ..canvas.plain() });
        canvas.finish()
    }
}

fn lay<'a>(panel: &'a HistogramPanel, frame: &Frame<'_>, inner: f64) -> Laid<'a> {
    let (size, small) = (frame.sizes.text, frame.sizes.small);
    let binned = Binned::new(&panel.data, panel.scale);
    let mut lines = Vec::new();
    let mut reach = Vec::new();
    if let Some(range) = binned.range() {
        reach.extend([range.0, range.1]);
        let mut add = |label: String, value: f64, look: Look| {
            if !shown(binned.scale, value) {
                return;
            }
            // Every line has a name, so that names and lines go together one by one.
            let label = if label.trim().is_empty() { short(value, frame.words) } else { label };
            if near(binned.scale, range, value) {
                reach.push(value);
                lines.push((Mark { label, value }, look));
            } else if value < range.0 {
                lines.push((Mark { label: format!("← {label}"), value: range.0 }, Look::Bare));
            } else {
                lines.push((Mark { label: format!("{label} →"), value: range.1 }, Look::Bare));
            }
        };
        // The later ones are nearer to the plot.
        for mark in &panel.marks {
            add(mark.label.clone(), mark.value, Look::Other);
        }
        if let Some((low, _, high)) = panel.percentiles
            && low < high
        {
            add(frame.words.pair("5 %", &short(low, frame.words)), low, Look::Bare);
            add(frame.words.pair("95 %", &short(high, frame.words)), high, Look::Bare);
        }
        if let Some(mean) = panel.mean {
            add(frame.words.say("mean", args![value = short(mean, frame.words)]), mean, Look::Mean);
        }
        if let Some((_, median, _)) = panel.percentiles {
            add(frame.words.say("median", args![value = short(median, frame.words)]), median, Look::Median);
        }
        if let Some(central) = panel.central {
            add(frame.words.say("central-case", args![value = short(central, frame.words)]), central, Look::Central);
        }
    }
    let title = label::wrap(&with_unit(&panel.label, &panel.unit), size, Weight::Bold, inner, 3);
    let notes = label::wrap(&binned.notes(panel.undefined, frame.words), small, Weight::Regular, inner, 2);
    Laid { data: panel, title, notes, binned, lines, reach, rows: 0 }
}

/// Whether a value is so near to the range of the data that the axis may be drawn out to show it.
pub(super) fn near(scale: Scale, (low, high): (f64, f64), value: f64) -> bool {
    let position = |v: f64| if scale == Scale::Log { libm::log10(v) } else { v };
    let (a, b, at) = (position(low), position(high), position(value));
    let least = if scale == Scale::Log { 0.5 } else { 0.2 * low.abs().max(high.abs()) };
    let slack = if b - a <= 1e-9 * b.abs() { least } else { 0.5 * (b - a) };
    at >= a - slack && at <= b + slack
}

impl Laid<'_> {
    fn ruler(&self, (left, right): (f64, f64), size: f64, words: Words) -> Option<Ruler> {
        let needs = |text: &str| label::width(text, size, Weight::Regular) + size;
        let values = self.reach.iter().copied();
        Ruler::new(self.binned.scale, Fit::Exact, values, &across(right - left, size, &needs, words))
    }

    fn band(&self) -> Option<(f64, f64)> {
        let (low, _, high) = self.data.percentiles?;
        (shown(self.binned.scale, low) && shown(self.binned.scale, high) && low < high).then_some((low, high))
    }

    /// Names of the vertical lines, in their order.
    fn names(&self, at: impl Fn(f64) -> f64, sides: (f64, f64), small: f64) -> Vec<Placed> {
        let wish = |(mark, look): &'_ (Mark, Look)| (at(mark.value), *look != Look::Bare);
        let wishes = self.lines.iter().map(|entry| (entry.0.label.as_str(), wish(entry)));
        let wishes: Vec<Wish<'_>> = wishes.map(|(text, (x, line))| Wish { text, x, line }).collect();
        names::place(&wishes, (sides.0, sides.1 + small), small)
    }

    /// Height of the words above the plot.
    fn head(&self, size: f64, small: f64) -> f64 {
        let names = f64::from(self.rows) * small * LEADING;
        count(&self.title) * size * LEADING + count(&self.notes) * small * LEADING + names + 0.5 * size
    }

    fn draw(&self, canvas: &Canvas, area: Bounds) {
        let (size, small) = (canvas.sizes.text, canvas.sizes.small);
        let largest = self.binned.bins.iter().fold(0.0_f64, |most, bin| most.max(bin.2));
        let sides = (area.low.0, area.high.0);
        let needs = |_: &str| 1.3 * small;
        let height = area.high.1 - area.low.1;
        let up =
            Ruler::new(Scale::Linear, Fit::FromZero, [105.0 * largest], &upwards(height, small, &needs, canvas.words));
        let (Some(x), Some(up)) = (self.ruler(sides, size, canvas.words), up.filter(|_| largest > 0.0)) else {
            canvas.message(self.binned.why_empty(), &area);
            return;
        };
        let panel = Panel::new(canvas, area, x, up);
        let at = |value: f64| (sides.0 + panel.x().share(value) * (sides.1 - sides.0)).clamp(sides.0, sides.1);
        if let Some((low, high)) = self.band() {
            canvas.rect(&Bounds { low: (at(low), area.low.1), high: (at(high), area.high.1) }, canvas.theme.grid, 0.6);
        }
        for tick in &panel.y().ticks {
            let y = area.high.1 - panel.y().share(tick.value) * height;
            canvas.line(&[(sides.0, y), (sides.1, y)], &Stroke::solid(canvas.theme.missing, 0.5));
            let how = Text {
                size: small,
                colour: canvas.theme.soft,
                across: HPos::Right,
                down: VPos::Center,
                ..canvas.plain()
            };
            canvas.text(&format!("{} %", tick.text), (sides.0 - TICK - 1.0, y), &how);
        }
        let fill = canvas.theme.bar(true);
        for (low, high, share) in self.binned.bins.iter().filter(|bin| bin.2 > 0.0) {
            let (mut left, mut right) = (at(*low), at(*high));
            let least = if self.binned.equal { 8.0 } else { 0.6 };
            if right - left < least {
                (left, right) = (f64::midpoint(left, right) - least / 2.0, f64::midpoint(left, right) + least / 2.0);
            }
            let gap = if right - left > 2.0 { 0.25 } else { 0.0 };
            let top = area.high.1 - panel.y().share(100.0 * share) * height;
            canvas.rect(&Bounds { low: (left + gap, top), high: (right - gap, area.high.1) }, fill, 1.0);
        }
        let names = self.names(at, sides, small);
        let base = |row: u32| area.low.1 - 3.0 - 0.2 * small - f64::from(row) * small * LEADING;
        for ((mark, look), name) in self.lines.iter().zip(&names) {
            if let Some(stroke) = look.stroke(&canvas.theme) {
                canvas.line(&[(at(mark.value), base(name.row) + 2.0), (at(mark.value), area.high.1)], &stroke);
            }
        }
        panel.axis_x(true);
        for ((_, look), name) in self.lines.iter().zip(&names) {
            let colour =
                look.stroke(&canvas.theme).map_or(canvas.theme.soft, |stroke| canvas.theme.for_text(stroke.colour));
            canvas.text(
                &name.text,
                (name.middle(), base(name.row)),
                &names::set(canvas.plain(), small, (colour, canvas.theme.ground)),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Size;
    use super::*;

    #[test]
    fn nasty_data_give_a_chart() {
        let large: Vec<f64> = (0..300).map(|k| libm::pow(10.0, f64::from(k - 150))).collect();
        let lists = [
            vec![],
            vec![f64::NAN, f64::INFINITY],
            vec![3.0],
            vec![0.0; 9],
            vec![-1.0, 0.0],
            vec![1e-300, 1e300, f64::NEG_INFINITY],
            vec![1e9, 1e9 + 1e-6, 1e9 + 2e-6],
            large,
        ];
        for list in lists {
            for scale in [None, Some(Scale::Linear), Some(Scale::Log)] {
                for mark in [f64::NAN, f64::INFINITY, 0.0, 1e9, -1e140] {
                    let panel = HistogramPanel {
                        label: "a & <b>".into(),
                        data: HistogramData::Samples(list.clone()),
                        scale,
                        percentiles: Some((mark, 1.0, 2.0)),
                        central: Some(mark),
                        marks: vec![Mark { label: String::new(), value: mark }],
                        ..HistogramPanel::default()
                    };
                    let bins = HistogramPanel {
                        data: HistogramData::Bins(vec![(0.0, 1.0, 0.5), (mark, 3.0, 0.5), (1.0, mark, f64::NAN)]),
                        ..panel.clone()
                    };
                    let chart = Histogram { heading: Heading::default(), panels: vec![panel, bins] };
                    let style = Style { size: Size::column(), ..Style::default() };
                    let svg = chart.svg(&style);
                    assert!(resvg::usvg::roxmltree::Document::parse(&svg).is_ok());
                    assert!(!svg.contains("NaN") && svg == chart.svg(&style));
                }
            }
        }
        assert!(Histogram::default().svg(&Style::default()).contains("Nothing to show."));
    }
}
