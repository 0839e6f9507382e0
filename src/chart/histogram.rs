//! Histograms: how samples of one or several quantities spread, one compact panel below the other.
//!
//! Knows nothing of where the samples come from, and computes no percentiles: those are marked as they are given.

use super::axis::{Scale, with_unit};
use super::binning::{Binned, HistogramData};
use super::canvas::{Canvas, EDGE, Frame, HPos, Stroke, Text, VPos, count};
use super::clip::Bounds;
use super::heading::Heading;
use super::label::LEADING;
use super::letters::{Letters, Weight};
use super::mark::Mark;
use super::names::{self, LabelRequest, PlacedLabel};
use super::notation::short_number;
use super::painter::Paint;
use super::palette;
use super::panel::{Panel, TICK, fit_sides};
use super::ruler::{Fit, LabelSpace, Ruler, near, shown};
use super::slot::{RangeSlots, Slot};
use super::theme::Theme;
use crate::args;
use crate::language::Localizer;

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
    /// What is shown.
    pub slots: HistogramSlots,
}

/// The slots of a histogram.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HistogramSlots {
    /// Of the samples.
    pub samples: Option<Slot>,
    /// Of the 5th, 50th and 95th percentile.
    pub percentiles: RangeSlots,
    /// Of the case of reference.
    pub central: Option<Slot>,
    /// Of the mean.
    pub mean: Option<Slot>,
}

/// How a vertical line looks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LineKind {
    /// A name without a line: an end of the band, or a value off the scale.
    Bare,
    Other,
    Mean,
    Median,
    Central,
}

impl LineKind {
    fn stroke(self, theme: &Theme) -> Option<Stroke> {
        let (colour, width, dash) = match self {
            Self::Bare => return None,
            Self::Other => (theme.ink, 0.9, Some([2.0, 1.5, 0.0, 0.0])),
            Self::Mean => (theme.faint_ink, 1.0, Some([1.0, 1.5, 0.0, 0.0])),
            Self::Median => (theme.ink, 1.3, None),
            Self::Central => (theme.accent, 1.4, Some(palette::MARK_DASH)),
        };
        Some(Stroke { colour, width, dash })
    }
}

/// A panel before its place on the page is known.
struct PanelLayout<'a> {
    data: &'a HistogramPanel,
    title: Vec<String>,
    notes: Vec<String>,
    binned: Binned,
    lines: Vec<(Mark, LineKind)>,
    /// What the axis must show, none if there is nothing to show.
    reach: Vec<f64>,
    /// Rows of names above the plot.
    rows: u32,
}

impl Paint for Histogram {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn paint(&self, frame: Frame<'_>) -> Canvas {
        let (letters, words) = (frame.letters.clone(), frame.words);
        let (size, small) = (frame.sizes.text, frame.sizes.small);
        let inner = frame.width - 2.0 * EDGE;
        let numbers = letters.width("100 %", small, Weight::Regular);
        let mut sides = (EDGE + numbers + TICK + 2.0, frame.width - EDGE - 0.8 * size);
        let mut layout: Vec<PanelLayout<'_>> = self.panels.iter().map(|panel| lay_out(panel, &frame, inner)).collect();
        for panel in &layout {
            let (left, right, _) = fit_sides(&letters, sides, (EDGE, frame.width - EDGE), size, |length| {
                panel.ruler(&letters, (0.0, length), size, frame.words)
            });
            sides = (left, right);
        }
        for panel in &mut layout {
            let Some(x) = panel.ruler(&letters, sides, size, words) else { continue };
            let at = |value: f64| sides.0 + x.share(value) * (sides.1 - sides.0);
            panel.rows = names::rows(&panel.names(&letters, at, sides, small));
        }
        let any = layout.iter().any(|panel| !panel.reach.is_empty());
        let band = layout.iter().any(|panel| !panel.reach.is_empty() && panel.band().is_some());
        let caption = if !any {
            String::new()
        } else if band {
            frame.words.text("bars-share-shaded")
        } else {
            frame.words.text("bars-share")
        };
        let caption = letters.wrap(&caption, small, Weight::Regular, inner, 2);
        let below = if any { count(&caption) * small * LEADING + 0.3 * size } else { 0.0 };

        let axis = TICK + 1.5 * size;
        let between = 0.6 * size;
        let heads: f64 = layout.iter().map(|panel| panel.head(size, small)).sum();
        let n = count(&layout).max(1.0);
        let fixed = heads + axis * n + between * (n - 1.0) + below;
        let least = if frame.narrow() { 42.0 } else { 48.0 };
        let plot = ((frame.available_height() - fixed) / n).max(least);
        let (canvas, area) = frame.open(fixed + plot * n);
        if layout.is_empty() {
            canvas.message("nothing-to-show", &area);
        }
        let mut y = area.low.1;
        for panel in &layout {
            canvas.lines(&panel.title, (area.low.0, y + 0.85 * size), &Text { weight: Weight::Bold, ..canvas.plain() });
            let notes = y + count(&panel.title) * size * LEADING + 0.85 * small;
            canvas.lines(
                &panel.notes,
                (area.low.0, notes),
                &Text { size: small, colour: canvas.theme.faint_ink, ..canvas.plain() },
            );
            y += panel.head(size, small);
            panel.draw(&canvas, Bounds { low: (sides.0, y), high: (sides.1, y + plot) });
            y += plot + axis + between;
        }
        let base = area.high.1 - (count(&caption) - 1.0) * small * LEADING;
        canvas.lines(
            &caption,
            (area.low.0, base),
            &Text { size: small, colour: canvas.theme.faint_ink, ..canvas.plain() },
        );
        canvas
    }
}

fn lay_out<'a>(panel: &'a HistogramPanel, frame: &Frame<'_>, inner: f64) -> PanelLayout<'a> {
    let (size, small) = (frame.sizes.text, frame.sizes.small);
    let binned = Binned::new(&panel.data, panel.scale);
    let mut lines = Vec::new();
    let mut reach = Vec::new();
    if let Some(range) = binned.range() {
        reach.extend([range.0, range.1]);
        let mut add = |label: String, value: f64, kind: LineKind| {
            if !shown(binned.scale, value) {
                return;
            }
            // Every line has a name, so that names and lines go together one by one.
            let label = if label.trim().is_empty() { short_number(value, frame.words) } else { label };
            if near(binned.scale, range, value) {
                reach.push(value);
                lines.push((Mark { label, value, slot: None }, kind));
            } else if value < range.0 {
                lines.push((Mark { label: format!("← {label}"), value: range.0, slot: None }, LineKind::Bare));
            } else {
                lines.push((Mark { label: format!("{label} →"), value: range.1, slot: None }, LineKind::Bare));
            }
        };
        // The later ones are nearer to the plot.
        for mark in &panel.marks {
            add(mark.label.clone(), mark.value, LineKind::Other);
        }
        if let Some((low, _, high)) = panel.percentiles
            && low < high
        {
            add(frame.words.pair("5 %", &short_number(low, frame.words)), low, LineKind::Bare);
            add(frame.words.pair("95 %", &short_number(high, frame.words)), high, LineKind::Bare);
        }
        if let Some(mean) = panel.mean {
            add(frame.words.format("mean", args![value = short_number(mean, frame.words)]), mean, LineKind::Mean);
        }
        if let Some((_, median, _)) = panel.percentiles {
            add(
                frame.words.format("median", args![value = short_number(median, frame.words)]),
                median,
                LineKind::Median,
            );
        }
        if let Some(central) = panel.central {
            add(
                frame.words.format("central-case", args![value = short_number(central, frame.words)]),
                central,
                LineKind::Central,
            );
        }
    }
    let title = frame.letters.wrap(&with_unit(&panel.label, &panel.unit), size, Weight::Bold, inner, 3);
    let notes = frame.letters.wrap(&binned.notes(panel.undefined, frame.words), small, Weight::Regular, inner, 2);
    PanelLayout { data: panel, title, notes, binned, lines, reach, rows: 0 }
}

impl PanelLayout<'_> {
    fn ruler(&self, letters: &Letters, (left, right): (f64, f64), size: f64, words: Localizer) -> Option<Ruler> {
        let needs = |text: &str| letters.width(text, size, Weight::Regular) + size;
        let values = self.reach.iter().copied();
        Ruler::new(self.binned.scale, Fit::Exact, values, &LabelSpace::horizontal(right - left, size, &needs, words))
    }

    fn band(&self) -> Option<(f64, f64)> {
        let (low, _, high) = self.data.percentiles?;
        (shown(self.binned.scale, low) && shown(self.binned.scale, high) && low < high).then_some((low, high))
    }

    /// Names of the vertical lines, in their order.
    fn names(&self, letters: &Letters, at: impl Fn(f64) -> f64, sides: (f64, f64), small: f64) -> Vec<PlacedLabel> {
        let request = |(mark, kind): &'_ (Mark, LineKind)| (at(mark.value), *kind != LineKind::Bare);
        let requests = self.lines.iter().map(|entry| (entry.0.label.as_str(), request(entry)));
        let requests: Vec<LabelRequest<'_>> =
            requests.map(|(text, (x, line))| LabelRequest { text, x, line }).collect();
        names::place(letters, &requests, (sides.0, sides.1 + small), small)
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
        let up = Ruler::new(
            Scale::Linear,
            Fit::FromZero,
            [105.0 * largest],
            &LabelSpace::vertical(height, small, &needs, canvas.words),
        );
        let (Some(x), Some(up)) =
            (self.ruler(&canvas.letters, sides, size, canvas.words), up.filter(|_| largest > 0.0))
        else {
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
                colour: canvas.theme.faint_ink,
                h_align: HPos::Right,
                v_align: VPos::Center,
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
        let names = self.names(&canvas.letters, at, sides, small);
        let base = |row: u32| area.low.1 - 3.0 - 0.2 * small - f64::from(row) * small * LEADING;
        for ((mark, kind), name) in self.lines.iter().zip(&names) {
            if let Some(stroke) = kind.stroke(&canvas.theme) {
                canvas.line(&[(at(mark.value), base(name.row) + 2.0), (at(mark.value), area.high.1)], &stroke);
            }
        }
        panel.axis_x(true);
        for ((_, kind), name) in self.lines.iter().zip(&names) {
            let colour = kind
                .stroke(&canvas.theme)
                .map_or(canvas.theme.faint_ink, |stroke| canvas.theme.for_text(stroke.colour));
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
    use super::super::style::Size;
    use super::super::style::Style;
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
                        marks: vec![Mark { value: mark, ..Mark::default() }],
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
