//! Where a value lies among the cases that a rule was scored on, and how forecasts fell out: the data of the charts.

use super::logistic::number;
use super::measure::percentile;
use super::sample::Sample;
use crate::uncertainty::confidence::Share;

/// The shares of the quantiles that are kept of a ratio.
pub const QUANTILES: [f64; 9] = [0.0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1.0];

/// Cases at either end that are kept by their values, so that few can be counted to the case.
pub const ENDS: usize = 12;

/// With fewer than one case in so many on a side, a value is told to be outside.
const RARE: usize = 20;

/// The ratios that a rule was scored on.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Support {
    /// How many cases there are.
    pub cases: usize,
    /// The quantiles at [`QUANTILES`].
    pub quantiles: Vec<f64>,
    /// The least values, ascending.
    pub least: Vec<f64>,
    /// The greatest values, ascending.
    pub greatest: Vec<f64>,
}

/// Where a value lies among cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Among {
    /// Within: of the cases one in twenty or more lie on either side.
    Inside,
    /// So many cases had as little, or less.
    Low(usize),
    /// So many cases had as much, or more.
    High(usize),
}

impl Support {
    /// Of the values of the cases; `None` without any.
    #[must_use]
    pub fn new(values: &[f64]) -> Option<Self> {
        let mut sorted: Vec<f64> = values.iter().copied().filter(|value| value.is_finite()).collect();
        sorted.sort_by(f64::total_cmp);
        let quantiles: Option<Vec<f64>> = QUANTILES.iter().map(|share| percentile(&sorted, *share)).collect();
        let ends = ENDS.min(sorted.len());
        Some(Self {
            cases: sorted.len(),
            quantiles: quantiles?,
            least: sorted[..ends].to_vec(),
            greatest: sorted[sorted.len() - ends..].to_vec(),
        })
    }

    /// From what a record keeps.
    #[must_use]
    pub fn kept(cases: usize, quantiles: Vec<f64>, least: Vec<f64>, greatest: Vec<f64>) -> Self {
        Self { cases, quantiles, least, greatest }
    }

    /// Where a value lies among the cases.
    #[must_use]
    pub fn among(&self, value: f64) -> Among {
        // One last bit between two computations of one ratio is no difference.
        let slack = 1e-9 * value.abs();
        let [least, greatest] = self.outer();
        let low = least.iter().filter(|case| **case <= value + slack).count();
        let high = greatest.iter().filter(|case| **case >= value - slack).count();
        match (low, high) {
            (low, high) if low < least.len() && low <= high => Among::Low(low),
            (_, high) if high < greatest.len() => Among::High(high),
            _ => Among::Inside,
        }
    }

    /// The least and the greatest values, as far as they are few: a value with all of either on its side is inside.
    #[must_use]
    pub fn outer(&self) -> [&[f64]; 2] {
        let few = self.cases.div_ceil(RARE);
        let (least, greatest) = (few.min(self.least.len()), few.min(self.greatest.len()));
        [&self.least[..least], &self.greatest[self.greatest.len() - greatest..]]
    }
}

/// Cases of like forecasts.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Bin {
    /// The mean forecast.
    pub forecast: f64,
    /// The share in which the event happened, with Wilson's interval of independent cases.
    pub share: Share,
    /// How many cases there are.
    pub cases: usize,
}

/// Cases in as many bins of like size as leave `least` or more cases in each, ten at most, by their forecasts.
#[must_use]
pub fn reliability(sample: &Sample, forecasts: &[f64], least: usize) -> Vec<Bin> {
    let mut order: Vec<usize> = (0..sample.cases()).collect();
    order.sort_by(|a, b| forecasts[*a].total_cmp(&forecasts[*b]));
    let bins = (sample.cases() / least.max(1)).clamp(1, 10);
    let edge = |bin: usize| bin * sample.cases() / bins;
    let bin = |bin: usize| {
        let rows = &order[edge(bin)..edge(bin + 1)];
        let count = number(rows.len());
        let mean = |values: &[f64]| rows.iter().map(|row| values[*row]).sum::<f64>() / count;
        let share = Share::of_independent(mean(&sample.outcomes), rows.len() as u64);
        Bin { forecast: mean(forecasts), share, cases: rows.len() }
    };
    (0..bins).map(bin).collect()
}
