//! The range beside each number: from the 5th to the 95th percentile of samples.
//!
//! Plain data, for those who need no sample. Knows nothing of how samples were drawn.

use super::results::MonteCarlo;
use crate::model::{Calculation, Metric};
use rustc_hash::FxHashMap;

/// The 5th and the 95th percentile of every metric that samples move.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PercentileRanges {
    of: FxHashMap<String, (f64, f64)>,
}

impl PercentileRanges {
    /// Those of the samples; none where nothing was drawn.
    #[must_use]
    pub fn new(calculation: &Calculation, samples: Option<&MonteCarlo>) -> Self {
        let Some(samples) = samples else { return Self::default() };
        let all = calculation.metrics.iter_enumerated();
        Self { of: all.filter_map(|(position, metric)| Some((metric.id.clone(), samples.range(position)?))).collect() }
    }

    /// A metric's, in base units.
    #[must_use]
    pub fn of(&self, metric: &Metric) -> Option<(f64, f64)> {
        self.of.get(&metric.id).copied()
    }

    /// A metric's, in its own unit.
    #[must_use]
    pub fn shown(&self, metric: &Metric) -> Option<(f64, f64)> {
        self.of(metric).map(|(low, high)| (metric.unit.from_base(low), metric.unit.from_base(high)))
    }
}
