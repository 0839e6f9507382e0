//! What Monte Carlo gives: each metric's spread, how often each condition holds, and the samples that are kept.
//!
//! Plain data; knows nothing of how it came about.

use super::settings::{REPLICATES, Settings};
use crate::model::{InputId, MetricId};
use crate::uncertainty::confidence::Share;
use crate::uncertainty::sampler::Sampler;
use std::borrow::Cow;
use typed_index_collections::TiVec;

/// The percentiles that are given.
pub const SHARES: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

/// A metric's spread, in base units.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Spread {
    /// The metric.
    pub metric: MetricId,
    /// Mean of the samples in which it is defined.
    pub mean: f64,
    /// Standard deviation.
    pub sd: f64,
    /// Percentiles at [`SHARES`].
    pub percentiles: [f64; 5],
    /// 95 % confidence intervals of these, one that has no bound infinite.
    pub percentile_cis: [(f64, f64); 5],
    /// Standard error of the mean.
    pub mcse_mean: f64,
    /// 95 % confidence interval of the mean: it bounds the sampling's error, not the metric's spread.
    pub mean_ci: (f64, f64),
    /// 95 % confidence interval of the standard deviation.
    pub sd_ci: (f64, f64),
    /// Samples in which it is undefined or infinite; they are in none of the figures above.
    pub undefined: u64,
}

impl Spread {
    /// Whether the values differ at all. A standard deviation can be beyond the largest number, or too small for one.
    #[must_use]
    pub fn moves(&self) -> bool {
        self.sd.is_nan() || self.sd > 0.0 || self.percentiles[0] < self.percentiles[4]
    }
}

/// How often a condition holds.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Sufficiency {
    /// Position of the condition.
    pub condition: usize,
    /// Share of all samples in which it holds; where the metric is undefined it does not.
    pub share: f64,
    /// Standard error of the share: its interval's half width over that of a standard error of 1.
    pub mcse: f64,
    /// 95 % confidence interval of the share.
    pub ci: (f64, f64),
    /// Whether that is a conservative one, see [`Share`].
    pub conservative: bool,
}

impl Sufficiency {
    /// The share with its interval.
    #[must_use]
    pub fn estimate(&self) -> Share {
        Share { share: self.share, ci: self.ci, conservative: self.conservative }
    }
}

/// The results.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MonteCarlo {
    /// What was drawn; the number of samples is the rounded one.
    pub settings: Settings,
    /// The inputs that were sampled.
    pub uncertain: Vec<InputId>,
    /// Every metric, in the order of the calculation.
    pub spreads: TiVec<MetricId, Spread>,
    /// Every condition, in the order of the calculation.
    pub conditions: Vec<Sufficiency>,
    /// The sampled inputs' values, in base units: a column for each of `uncertain`, with all samples or, of more than
    /// are kept, the first of each design.
    pub inputs: Vec<Vec<f64>>,
    /// Every metric's values in the same samples: a column for each, in base units; of a metric that is the same in
    /// all of them the only value. See [`MonteCarlo::value`] and [`MonteCarlo::column`].
    pub(super) values: TiVec<MetricId, Vec<f64>>,
}

impl MonteCarlo {
    /// The results alone, for those who need no sample any more.
    #[must_use]
    pub fn without_samples(self) -> Self {
        Self { inputs: Vec::new(), values: TiVec::new(), ..self }
    }

    /// The 5th and the 95th percentile of a metric, in base units: the range beside its number. Absent where it is the
    /// same in all samples.
    #[must_use]
    pub fn range(&self, metric: MetricId) -> Option<(f64, f64)> {
        let spread = self.spreads.get(metric).filter(|spread| spread.moves())?;
        let [low, .., high] = spread.percentiles;
        (low.is_finite() && high.is_finite()).then_some((low, high))
    }

    /// How many samples are kept: all, or the first of each design.
    #[must_use]
    pub fn kept(&self) -> usize {
        self.inputs.first().map_or(0, Vec::len)
    }

    /// The share of the samples that are kept in which something holds, with its interval.
    #[must_use]
    pub fn share(&self, holds: impl Fn(usize) -> bool) -> Share {
        let designs = if self.settings.sampler == Sampler::Random { 1 } else { REPLICATES };
        let designs = usize::try_from(designs).unwrap_or(1);
        let of_each = self.kept() / designs;
        let in_one =
            |design: usize| (design * of_each..(design + 1) * of_each).map(|sample| u64::from(holds(sample))).sum();
        Share::of_designs(&(0..designs).map(in_one).collect::<Vec<u64>>(), of_each as u64)
    }

    /// Positions of samples that are kept, at most so many of each independent design.
    pub(in crate::analysis) fn first_of_each_design(&self, most: usize) -> impl Iterator<Item = usize> + use<> {
        let designs = if self.settings.sampler == Sampler::Random { 1 } else { REPLICATES };
        let designs = usize::try_from(designs).unwrap_or(1);
        let of_each = self.kept() / designs;
        (0..designs).flat_map(move |design| (0..of_each.min(most)).map(move |place| design * of_each + place))
    }

    /// A metric's value in a sample that is kept, in base units; not a number where there is none such.
    #[must_use]
    pub fn value(&self, metric: MetricId, sample: usize) -> f64 {
        let column = self.values.get(metric).map_or(&[][..], Vec::as_slice);
        if let [only] = column { *only } else { column.get(sample).copied().unwrap_or(f64::NAN) }
    }

    /// What is drawn of an input in a sample, in base units; nothing where it is not drawn.
    #[must_use]
    pub fn input(&self, input: InputId, sample: usize) -> Option<f64> {
        let place = self.uncertain.iter().position(|drawn| *drawn == input)?;
        self.inputs.get(place)?.get(sample).copied()
    }

    /// A metric's values in the samples that are kept, in base units.
    #[must_use]
    pub fn column(&self, metric: MetricId) -> Cow<'_, [f64]> {
        match self.values.get(metric).map_or(&[][..], Vec::as_slice) {
            [only] => Cow::Owned(vec![*only; self.kept()]),
            column => Cow::Borrowed(column),
        }
    }

    /// The greatest standard error of a mean, as a share of the mean; of the standard deviation where that is greater.
    #[must_use]
    pub fn precision(&self) -> f64 {
        let moving = self.spreads.iter().filter(|spread| spread.sd > 0.0);
        moving.map(|spread| spread.mcse_mean / spread.mean.abs().max(spread.sd)).fold(0.0, f64::max)
    }
}
