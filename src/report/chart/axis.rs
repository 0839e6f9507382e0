//! Scales and their ticks: round numbers, never too many for the space, never none.
//!
//! A log scale is drawn in decimal logarithms; [`Scale::place`] moves a value there. Knows no pixels.

use crate::quantity::number::{grouped, significant};

/// A stretch of numbers and how it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scale {
    pub log: bool,
    /// First and last value, in data units; positive on a log scale.
    pub low: f64,
    pub high: f64,
}

impl Scale {
    /// A scale that holds some values. `from_zero` adds zero to a linear one. Values that cannot be drawn are passed
    /// over; without any that can, the scale is 0 to 1 (1 to 10 on a log scale).
    pub fn around(values: impl Iterator<Item = f64>, log: bool, from_zero: bool) -> Self {
        let drawable = |value: &f64| value.is_finite() && (!log || *value > 0.0);
        let (mut low, mut high) = values
            .filter(drawable)
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
        if low > high {
            (low, high) = if log { (1.0, 10.0) } else { (0.0, 1.0) };
        }
        if from_zero && !log {
            (low, high) = (low.min(0.0), high.max(0.0));
        }
        if high - low <= low.abs() * 1e-12 {
            (low, high) = if log {
                (low / 2.0, high * 2.0)
            } else if low == 0.0 {
                (0.0, 1.0)
            } else {
                (low - low.abs() / 2.0, high + high.abs() / 2.0)
            };
        }
        Self { log, low, high }
    }

    /// The same, widened to the next ticks on either side.
    pub fn widened(mut self, most: usize) -> Self {
        if self.log {
            let ends = [(self.low, false), (self.high, true)].map(|(end, up)| next_round(end, up));
            (self.low, self.high) = (ends[0], ends[1]);
            return self;
        }
        let step = step(self.high - self.low, most);
        self.low = libm::floor(self.low / step + 1e-9) * step;
        self.high = libm::ceil(self.high / step - 1e-9) * step;
        self
    }

    /// Where a value stands on the drawn scale; not-a-number where it cannot be drawn.
    pub fn place(&self, value: f64) -> f64 {
        if !self.log {
            value
        } else if value > 0.0 {
            libm::log10(value)
        } else {
            f64::NAN
        }
    }

    /// The ends on the drawn scale.
    pub fn ends(&self) -> (f64, f64) {
        (self.place(self.low), self.place(self.high))
    }

    /// A value as a share of the scale, from 0 to 1 inside.
    pub fn share(&self, value: f64) -> f64 {
        let (low, high) = self.ends();
        (self.place(value) - low) / (high - low)
    }

    /// Round values inside, at most about `most`, at least two.
    pub fn ticks(&self, most: usize) -> Vec<f64> {
        let most = most.max(2);
        if self.log { self.log_ticks(most) } else { linear_ticks(self.low, self.high, most) }
    }

    fn log_ticks(&self, most: usize) -> Vec<f64> {
        let decades = (decade_floor(self.low), decade_floor(self.high) + 1);
        let series = |mantissas: &[f64], every: i32| -> Vec<f64> {
            (decades.0..=decades.1)
                .filter(|decade| decade.rem_euclid(every) == 0)
                .flat_map(|decade| mantissas.iter().map(move |mantissa| mantissa * ten_to(decade)))
                .filter(|tick| *tick >= self.low * (1.0 - 1e-9) && *tick <= self.high * (1.0 + 1e-9))
                .collect()
        };
        let mut best = Vec::new();
        let choices: [(&[f64], i32); 6] =
            [(&[1.0, 2.0, 5.0], 1), (&[1.0, 3.0], 1), (&[1.0], 1), (&[1.0], 2), (&[1.0], 3), (&[1.0], 6)];
        for (mantissas, every) in choices {
            let ticks = series(mantissas, every);
            if ticks.len() >= 2 && ticks.len() <= most {
                best = ticks;
                break;
            }
        }
        // Less than a decade, or hundreds of them: evenly spaced numbers serve better than none.
        if best.len() < 2 { linear_ticks(self.low, self.high, most) } else { best }
    }

    /// Texts for ticks: all with the same decimals, in millions or billions where that is shorter for all.
    pub fn labels(&self, ticks: &[f64]) -> Vec<String> {
        let largest = ticks.iter().fold(0.0_f64, |largest, tick| largest.max(tick.abs()));
        let smallest =
            ticks.iter().filter(|tick| **tick != 0.0).fold(f64::INFINITY, |least, tick| least.min(tick.abs()));
        if largest >= 1e15 || (largest > 0.0 && largest < 1e-4) || (self.log && smallest < 1e-4) {
            return ticks.iter().map(|tick| significant(*tick, 3)).collect();
        }
        let (divisor, word) = match largest {
            large if large >= 1e9 && (smallest >= 1e8 || !self.log) => (1e9, " bn"),
            large if large >= 2e6 && (smallest >= 1e5 || !self.log) => (1e6, " m"),
            _ => (1.0, ""),
        };
        let scaled: Vec<f64> = ticks.iter().map(|tick| tick / divisor).collect();
        let needed = |value: f64| {
            (0..=9).find(|decimals| {
                let factor = ten_to(*decimals);
                let moved = value * factor;
                (moved - libm::round(moved)).abs() < 1e-6 * moved.abs().max(1e-3)
            })
        };
        let common = scaled.iter().filter_map(|value| needed(*value)).max().unwrap_or(0);
        scaled
            .iter()
            .map(|value| {
                // On a log axis 0.1, 1 and 10 each need their own decimals.
                let decimals = if self.log { needed(*value).unwrap_or(common) } else { common };
                let text = grouped(*value, usize::try_from(decimals).unwrap_or(0));
                if *value == 0.0 { "0".to_owned() } else { format!("{text}{word}") }
            })
            .collect()
    }
}

fn ten_to(exponent: i32) -> f64 {
    libm::pow(10.0, f64::from(exponent))
}

fn decade_floor(value: f64) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "exponents of doubles lie between -324 and 309")]
    let decade = libm::floor(libm::log10(value) + 1e-9) as i32;
    decade
}

/// The nearest 1, 2 or 5 times a power of ten at or beyond a positive value.
fn next_round(value: f64, up: bool) -> f64 {
    let decade = ten_to(decade_floor(value));
    let steps = [1.0, 2.0, 5.0, 10.0].map(|mantissa| mantissa * decade);
    if up {
        steps.into_iter().find(|step| *step >= value * (1.0 - 1e-9)).unwrap_or(value)
    } else {
        steps.into_iter().rev().find(|step| *step <= value * (1.0 + 1e-9)).unwrap_or(value)
    }
}

/// 1, 2 or 5 times a power of ten that parts a width into at most `most` steps.
fn step(width: f64, most: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a handful of ticks")]
    let rough = width / (most.max(2) - 1) as f64;
    if !(rough.is_finite() && rough > 0.0) {
        return 1.0;
    }
    let decade = ten_to(decade_floor(rough));
    [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|mantissa| mantissa * decade)
        .find(|step| *step >= rough * (1.0 - 1e-9))
        .unwrap_or(rough)
}

fn linear_ticks(low: f64, high: f64, most: usize) -> Vec<f64> {
    let mut step = step(high - low, most);
    // An unlucky range can hold a single multiple of the step: halve it until there are two.
    for _ in 0..6 {
        let ticks = multiples(low, high, step);
        if ticks.len() >= 2 {
            return ticks;
        }
        step /= 2.0;
    }
    vec![low, high]
}

fn multiples(low: f64, high: f64, step: f64) -> Vec<f64> {
    let first = libm::ceil(low / step - 1e-9);
    let count = libm::floor((high - first * step) / step + 1e-9);
    if !(0.0..=1000.0).contains(&count) {
        return Vec::new();
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to lie between 0 and 1000")]
    let count = count as u32;
    (0..=count)
        .map(|index| (first + f64::from(index)) * step)
        .map(|tick| if tick.abs() < step * 1e-9 { 0.0 } else { tick })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_inside_and_at_least_two() {
        for exponent in -8..12 {
            for width in [1.0, 1.3, 2.7, 3.7, 9.9] {
                for start in [0.0, 0.4, 5.0] {
                    let (low, high) = (start * ten_to(exponent), (start + width) * ten_to(exponent));
                    let scale = Scale { log: false, low, high };
                    let ticks = scale.ticks(6);
                    assert!((2..=7).contains(&ticks.len()), "{low}..{high}: {ticks:?}");
                    let room = (high - low) * 1e-6;
                    assert!(ticks.iter().all(|tick| *tick >= low - room && *tick <= high + room));
                    let labels = scale.labels(&ticks);
                    assert!(labels.iter().all(|label| label.len() <= 14), "{labels:?}");
                    let mut unique = labels.clone();
                    unique.dedup();
                    assert_eq!(unique.len(), labels.len(), "{labels:?}");
                }
            }
        }
    }

    #[test]
    fn log_ticks_are_there_on_short_and_long_scales() {
        for (low, high) in [(2.0, 8.0), (2e4, 8e4), (1e4, 3e6), (1e-3, 1e7), (95.0, 105.0), (1e-300, 1e300)] {
            let ticks = Scale { log: true, low, high }.ticks(7);
            assert!(ticks.len() >= 2, "{low}..{high}: {ticks:?}");
        }
        let scale = Scale { log: true, low: 1e4, high: 3e6 };
        assert_eq!(scale.labels(&[1e4, 1e5, 1e6]), ["10,000", "100,000", "1,000,000"]);
        let scale = Scale { log: true, low: 0.05, high: 20.0 };
        assert_eq!(scale.labels(&[0.1, 1.0, 10.0]), ["0.1", "1", "10"]);
    }

    #[test]
    fn labels_share_their_form() {
        let scale = Scale { log: false, low: 0.0, high: 3e6 };
        assert_eq!(scale.labels(&[0.0, 1e6, 2e6, 3e6]), ["0", "1 m", "2 m", "3 m"]);
        let scale = Scale { log: false, low: 0.0, high: 0.5 };
        assert_eq!(scale.labels(&[0.0, 0.25, 0.5]), ["0", "0.25", "0.50"]);
    }

    #[test]
    fn scales_hold_their_values() {
        let nothing = Scale::around([f64::NAN, f64::INFINITY].into_iter(), false, true);
        assert_eq!((nothing.low, nothing.high), (0.0, 1.0));
        let same = Scale::around([5.0, 5.0].into_iter(), false, false);
        assert!(same.low < 5.0 && same.high > 5.0);
        let log = Scale::around([-1.0, 0.0, 30.0, 700.0].into_iter(), true, true).widened(5);
        assert_eq!((log.low, log.high), (20.0, 1000.0));
        let wide = Scale::around([3.0, 197.0].into_iter(), false, true).widened(5);
        assert_eq!((wide.low, wide.high), (0.0, 200.0));
    }
}
