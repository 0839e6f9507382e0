//! Axes: which range to show, where the ticks stand, and what is written at them.
//!
//! Ticks are always round. On a log axis they are powers of ten, or also 2 and 5, or (below a decade) the round
//! steps of a linear axis. Labels are written in full where they fit, otherwise in millions along the whole axis.
//! Knows nothing of where on the page the axis lies or how it is drawn.

use std::ops::Range;

use plotters::coord::ranged1d::{DefaultFormatting, KeyPointHint, Ranged};

use super::axis::Scale;
use super::notation::{Notation, Tick, scaled, whole};
use crate::language::Localizer;

/// The space for labels along an axis, in points.
pub struct LabelSpace<'a> {
    /// Length of the axis.
    pub length: f64,
    /// What a label takes along the axis, with the least gap to the next.
    pub extent: &'a dyn Fn(&str) -> f64,
    /// Preferred distance of labels.
    pub spacing: f64,
    /// How numbers are written.
    pub words: Localizer,
}

impl<'a> LabelSpace<'a> {
    /// Under an axis `length` points long, for numbers set at `size` points.
    pub fn horizontal(length: f64, size: f64, extent: &'a dyn Fn(&str) -> f64, words: Localizer) -> Self {
        Self { length, extent, words, spacing: 5.5 * size }
    }

    /// Beside an axis `length` points high.
    pub fn vertical(length: f64, size: f64, extent: &'a dyn Fn(&str) -> f64, words: Localizer) -> Self {
        Self { length, extent, words, spacing: 2.8 * size }
    }
}

/// How the range follows from the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// Just the data.
    Exact,
    /// From tick to tick; from zero where that does not squeeze the data.
    Round,
    /// From zero (linear) to the data's end, with no tick forced at it.
    FromZero,
}

/// A resolved axis. Its positions are the values themselves, or their decimal logarithms.
#[derive(Debug, Clone, PartialEq)]
pub struct Ruler {
    scale: Scale,
    low: f64,
    high: f64,
    /// Labelled ticks, ascending, all inside the range.
    pub ticks: Vec<Tick>,
    /// Values of short ticks without labels: 2 to 9 times the powers of ten on a log axis of few decades.
    pub minor: Vec<f64>,
}

impl Ruler {
    /// The axis for these values; those not finite (on a log axis: not positive) are passed over. None if none is left.
    pub fn new(scale: Scale, fit: Fit, values: impl IntoIterator<Item = f64>, space: &LabelSpace<'_>) -> Option<Self> {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for value in values.into_iter().filter(|v| shown(scale, *v)) {
            low = low.min(value);
            high = high.max(value);
        }
        if low > high {
            return None;
        }
        match scale {
            Scale::Linear => {
                let at_zero = fit == Fit::FromZero || (fit == Fit::Round && low > 0.0 && low < 0.5 * high);
                if at_zero {
                    low = low.min(0.0);
                    high = high.max(0.0);
                }
                if fit == Fit::FromZero && low == 0.0 && high == 0.0 {
                    high = 1.0;
                }
                if high - low <= 1e-9 * high.abs().max(low.abs()) {
                    let half = if high == 0.0 { 1.0 } else { 0.1 * high.abs() };
                    (low, high) = (low - half, high + half);
                }
                if fit == Fit::Round {
                    let outwards =
                        |step: f64| (libm::floor(low / step + 1e-9) * step, libm::ceil(high / step - 1e-9) * step);
                    let step = linear_step(low, high, space);
                    let (wide, tight) = (outwards(step), outwards(one_two_five(step / 1.5, false)));
                    // A step that would leave a fifth of the plot empty gives way to the next finer one.
                    (low, high) = if tight.1 - tight.0 < 0.85 * (wide.1 - wide.0) { tight } else { wide };
                }
            }
            Scale::Log => {
                if high / low < 1.0 + 1e-9 {
                    (low, high) = (low / 1.5, high * 1.5);
                }
                if fit == Fit::Round {
                    (low, high) = (one_two_five(low, false), one_two_five(high, true));
                }
            }
        }
        let mut ruler = Self { scale, low, high, ticks: Vec::new(), minor: Vec::new() };
        ruler.ticks = ruler.choose(space);
        ruler.minor = ruler.between(space);
        Some(ruler)
    }

    /// Where a value lies along the axis, in the space in which the axis is even; NaN if it cannot be shown.
    pub fn position(&self, value: f64) -> f64 {
        match self.scale {
            Scale::Linear => value,
            Scale::Log if value > 0.0 => libm::log10(value),
            Scale::Log => f64::NAN,
        }
    }

    /// The first and last position.
    pub fn ends(&self) -> (f64, f64) {
        (self.position(self.low), self.position(self.high))
    }

    /// The first and last value.
    pub fn range(&self) -> (f64, f64) {
        (self.low, self.high)
    }

    /// The share of the way from the first to the last position.
    pub fn share(&self, value: f64) -> f64 {
        let (a, b) = self.ends();
        (self.position(value) - a) / (b - a)
    }

    /// The most ticks that are round and whose labels fit, in full if three of them do.
    fn choose(&self, space: &LabelSpace<'_>) -> Vec<Tick> {
        let candidates = match self.scale {
            Scale::Linear => self.linear_ticks(space),
            Scale::Log => self.log_ticks(space),
        };
        let mut fallback: Vec<Tick> = Vec::new();
        for wording in Notation::ALL {
            for values in &candidates {
                let Some(ticks) = self.write(wording, values, space) else { continue };
                if self.clear(&ticks, space) {
                    if ticks.len() >= 3 {
                        return ticks;
                    }
                    if ticks.len() > fallback.len() {
                        fallback = ticks;
                    }
                }
            }
        }
        fallback
    }

    /// Ticks with their labels. On a log axis its round ends have one, and what stands too near to them has none: between
    /// powers of ten nobody can tell where an axis ends.
    fn write(&self, wording: Notation, values: &[f64], space: &LabelSpace<'_>) -> Option<Vec<Tick>> {
        if self.scale == Scale::Linear {
            return wording.write(values, self.scale, space.words);
        }
        let same = |a: f64, b: f64| (a - b).abs() <= 1e-9 * b.abs();
        let ends: Vec<f64> = [self.low, self.high].into_iter().filter(|end| is_round(*end)).collect();
        let inner = values.iter().copied().filter(|value| !ends.iter().any(|end| same(*value, *end)));
        let mut all: Vec<f64> = ends.iter().copied().chain(inner).collect();
        all.sort_by(f64::total_cmp);
        let mut ticks = wording.write(&all, self.scale, space.words)?;
        let is_end = |tick: &Tick| ends.contains(&tick.value);
        let close = |a: &Tick, b: &Tick| {
            let between = (self.share(b.value) - self.share(a.value)).abs() * space.length;
            between < f64::midpoint((space.extent)(&a.text), (space.extent)(&b.text))
        };
        let fixed: Vec<Tick> = ticks.iter().filter(|tick| is_end(tick)).cloned().collect();
        ticks.retain(|tick| is_end(tick) || !fixed.iter().any(|end| close(tick, end)));
        Some(ticks)
    }

    /// Whether neighbouring labels keep spacing.
    fn clear(&self, ticks: &[Tick], space: &LabelSpace<'_>) -> bool {
        ticks.windows(2).all(|pair| {
            let [a, b] = pair else { return true };
            let between = (self.share(b.value) - self.share(a.value)) * space.length;
            between >= f64::midpoint((space.extent)(&a.text), (space.extent)(&b.text))
        })
    }

    /// Short ticks between powers of ten, where they are not too dense.
    fn between(&self, space: &LabelSpace<'_>) -> Vec<f64> {
        let (a, b) = self.ends();
        if self.scale == Scale::Linear || b - a > space.length / 25.0 || b - a < 0.8 {
            return Vec::new();
        }
        (whole(libm::floor(a))..=whole(libm::floor(b)))
            .flat_map(|k| [2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0].map(|m| scaled(m, k)))
            .filter(|v| *v >= self.low && *v <= self.high)
            .collect()
    }

    fn linear_ticks(&self, space: &LabelSpace<'_>) -> Vec<Vec<f64>> {
        let first = linear_step(self.low, self.high, space);
        let mut step = first;
        let mut out: Vec<Vec<f64>> = Vec::new();
        for _ in 0..4 {
            out.push(multiples(self.low, self.high, step));
            step = one_two_five(step * 1.5, true);
        }
        // Denser ones last: for short axes on which the target step leaves fewer than three ticks.
        step = first;
        for _ in 0..2 {
            step = one_two_five(step / 1.5, false);
            out.push(multiples(self.low, self.high, step));
        }
        out
    }

    fn log_ticks(&self, space: &LabelSpace<'_>) -> Vec<Vec<f64>> {
        let (a, b) = self.ends();
        let decades = |mantissas: &[f64], every: i32| -> Vec<f64> {
            let (from, to) = (whole(libm::floor(a)), whole(libm::ceil(b)));
            (from..=to)
                .filter(|k| k.rem_euclid(every) == 0)
                .flat_map(|k| mantissas.iter().map(move |m| scaled(*m, k)))
                .filter(|v| *v >= self.low * (1.0 - 1e-9) && *v <= self.high * (1.0 + 1e-9))
                .collect()
        };
        let mut out = Vec::new();
        let target = (space.length / space.spacing).max(3.0);
        if b - a < 0.8 {
            out.extend(self.linear_ticks(space));
        }
        if b - a < target / 2.0 {
            out.push(decades(&[1.0, 2.0, 5.0], 1));
        }
        out.push(decades(&[1.0], 1));
        out.extend([2, 3, 5, 10, 20, 50, 100].map(|every| decades(&[1.0], every)));
        out.push(decades(&[1.0, 2.0, 5.0], 1));
        out.push(multiples(self.low, self.high, linear_step(self.low, self.high, space)));
        out
    }
}

impl Ranged for Ruler {
    type FormatOption = DefaultFormatting;
    /// A position, not a value: see [`Ruler::position`].
    type ValueType = f64;

    #[allow(clippy::cast_possible_truncation, reason = "pages are small and `as` saturates")]
    fn map(&self, position: &f64, limit: (i32, i32)) -> i32 {
        let (a, b) = self.ends();
        let span = f64::from(limit.1) - f64::from(limit.0);
        libm::round(f64::from(limit.0) + (position - a) / (b - a) * span) as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, _: Hint) -> Vec<f64> {
        self.ticks.iter().map(|tick| self.position(tick.value)).collect()
    }

    fn range(&self) -> Range<f64> {
        let (a, b) = self.ends();
        a..b
    }
}

/// Whether a value has three digits at most.
fn is_round(value: f64) -> bool {
    let unit = scaled(1.0, whole(libm::floor(libm::log10(value.abs()))) - 2);
    let digits = value / unit;
    digits.is_finite() && (digits - libm::round(digits)).abs() < 1e-6
}

/// The nearest of 1, 2, 5 times a power of ten, upwards or downwards; the value itself if it is one.
pub fn one_two_five(value: f64, up: bool) -> f64 {
    let exponent = whole(libm::floor(libm::log10(value)));
    let list: Vec<f64> = (exponent - 1..=exponent + 1).flat_map(|k| [1.0, 2.0, 5.0].map(|m| scaled(m, k))).collect();
    let found = if up {
        list.iter().find(|v| **v >= value * (1.0 - 1e-9))
    } else {
        list.iter().rev().find(|v| **v <= value * (1.0 + 1e-9))
    };
    found.copied().filter(|v| v.is_finite() && *v > 0.0).unwrap_or(value)
}

/// Whether a value can stand on an axis of this scale.
pub fn shown(scale: Scale, value: f64) -> bool {
    // Beyond these, differences and squares leave the range of f64.
    value.is_finite() && value.abs() < 1e150 && (scale == Scale::Linear || value > 1e-150)
}

/// Whether a value is so near to the range of the data that the axis may be drawn out to show it.
pub fn near(scale: Scale, (low, high): (f64, f64), value: f64) -> bool {
    let position = |v: f64| if scale == Scale::Log { libm::log10(v) } else { v };
    let (a, b, at) = (position(low), position(high), position(value));
    let least = if scale == Scale::Log { 0.5 } else { 0.2 * low.abs().max(high.abs()) };
    let slack = if b - a <= 1e-9 * b.abs() { least } else { 0.5 * (b - a) };
    at >= a - slack && at <= b + slack
}

/// The round step whose labels come nearest to the target distance.
fn linear_step(low: f64, high: f64, space: &LabelSpace<'_>) -> f64 {
    let target = (space.length / space.spacing).clamp(2.0, 12.0);
    let step = one_two_five((high - low) / target * 0.8, true);
    if step.is_finite() && step > 0.0 { step } else { 1.0 }
}

fn multiples(low: f64, high: f64, step: f64) -> Vec<f64> {
    let (first, last) = (libm::ceil(low / step - 1e-6), libm::floor(high / step + 1e-6));
    if last - first > 200.0 {
        return Vec::new();
    }
    let mut out = Vec::new();
    let mut k = first;
    while k <= last {
        // Dividing by a whole inverse keeps 0.3 from becoming 0.30000000000000004.
        let value = if step < 1.0 { k / libm::round(1.0 / step) } else { k * step };
        out.push(value.clamp(low, high));
        k += 1.0;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn space(length: f64) -> LabelSpace<'static> {
        LabelSpace {
            length,
            extent: &|text| 4.5 * f64::from(u32::try_from(text.chars().count()).unwrap()) + 6.0,
            spacing: 50.0,
            words: Localizer::default(),
        }
    }

    fn round_number(value: f64) -> bool {
        let text = format!("{:.9e}", value.abs());
        let digits = text.split('e').next().unwrap().trim_end_matches('0').trim_end_matches('.').replace('.', "");
        digits.len() <= 3
    }

    #[test]
    fn ticks_are_round_and_inside_for_all_magnitudes() {
        for exponent in -12..=14 {
            for (a, b) in [(0.0, 1.0), (1.0, 2.0), (2.0, 8.0), (1.3, 97.0), (-3.0, 4.0), (0.96, 3.7), (1.0, 300.0)] {
                for scale in [Scale::Linear, Scale::Log] {
                    for fit in [Fit::Exact, Fit::Round, Fit::FromZero] {
                        let (low, high) = (scaled(a, exponent), scaled(b, exponent));
                        let ruler = Ruler::new(scale, fit, [low, high, f64::NAN], &space(300.0)).unwrap();
                        let n = ruler.ticks.len();
                        assert!((2..=14).contains(&n), "{scale:?} {fit:?} {low} {high}: {:?}", ruler.ticks);
                        let (from, to) = ruler.range();
                        for tick in &ruler.ticks {
                            assert!(round_number(tick.value), "{low} {high} {tick:?}");
                            let slack = 1e-9 * to.abs().max(from.abs());
                            assert!(tick.value >= from - slack && tick.value <= to + slack, "{from} {to} {tick:?}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn wording_is_full_where_it_fits_and_one_along_the_axis() {
        let texts = |length: f64| -> Vec<String> {
            let ruler = Ruler::new(Scale::Linear, Fit::Exact, [0.0, 2e6], &space(length)).unwrap();
            ruler.ticks.into_iter().map(|t| t.text).collect()
        };
        assert!(texts(400.0).contains(&"2,000,000".to_owned()));
        assert_eq!(texts(90.0), ["0", "1 mn", "2 mn"]);
    }

    #[test]
    fn degenerate_data() {
        assert!(Ruler::new(Scale::Log, Fit::Round, [-1.0, 0.0, f64::NAN], &space(100.0)).is_none());
        assert!(Ruler::new(Scale::Linear, Fit::Round, [f64::INFINITY], &space(100.0)).is_none());
        for value in [0.0, 5.0, -5.0, 1e12, 1e-9] {
            let ruler = Ruler::new(Scale::Linear, Fit::Round, [value], &space(200.0)).unwrap();
            assert!(ruler.range().0 < ruler.range().1 && ruler.ticks.len() >= 2, "{value} {ruler:?}");
        }
    }
}
