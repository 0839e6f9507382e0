//! What Sobol' indices are asked for with, and what comes out for each metric: plain data.
//!
//! Knows nothing of how they are estimated, see [`super::sobol_indices`].

use super::resolution::Unresolved;
use crate::uncertainty::sampler::power_of_two;

/// The fewest base samples.
pub const FEWEST_SAMPLES: u64 = 64;

/// How many resamples are usual.
pub const RESAMPLES: u32 = 1_000;

/// What to draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Samples in A, and in B; [`Settings::rounded`] says how many are drawn.
    pub base_samples: u64,
    /// The seed; 0 is one like any other.
    pub seed: u64,
    /// Resamples for intervals; without any there are no intervals.
    pub resamples: u32,
    /// Whether pairs get indices too; that takes nearly twice the runs.
    pub second_order: bool,
}

impl Settings {
    /// The number of base samples that is drawn: the next power of two, at least [`FEWEST_SAMPLES`]. `None` where there
    /// would be too many.
    #[must_use]
    pub fn rounded(&self) -> Option<u64> {
        power_of_two(self.base_samples.max(FEWEST_SAMPLES))
    }
}

/// One input's part in a metric's variance.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Index {
    /// Place among the single inputs (for a function, the argument; for a group, the place among the groups).
    pub input: usize,
    /// The share it makes alone; by chance it may be a little below 0.
    pub first_order: f64,
    /// 95 % interval of it.
    pub first_order_ci: (f64, f64),
    /// Why the first order should not be given, if so.
    pub first_order_unresolved: Option<Unresolved>,
    /// The share it makes alone and together with others.
    pub total_order: f64,
    /// 95 % interval of it.
    pub total_order_ci: (f64, f64),
    /// Why the total order should not be given, if so.
    pub total_order_unresolved: Option<Unresolved>,
    /// Whether the metric depends on it; if not, all shares above are exactly 0. Where it depends on nothing else they
    /// are exactly 1.
    pub used: bool,
}

impl Index {
    /// Why one of its shares should not be given, if so.
    #[must_use]
    pub fn unresolved(&self) -> Option<Unresolved> {
        self.first_order_unresolved.or(self.total_order_unresolved)
    }

    /// Whether the interval of the first order lies above 0.
    #[must_use]
    pub fn is_distinguishable(&self) -> bool {
        self.first_order_ci.0 > 0.0 && self.first_order_unresolved.is_none()
    }
}

/// What two inputs make of a metric's variance together, beyond what each makes alone.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Pair {
    /// The two: places among the single inputs (for a function, the arguments), and behind them among the groups.
    pub of: (usize, usize),
    /// The share; by chance it may be a little below 0.
    pub index: f64,
    /// 95 % interval of it.
    pub ci: (f64, f64),
    /// Why it should not be given, if so.
    pub unresolved: Option<Unresolved>,
}

impl Pair {
    /// Whether the interval lies above 0.
    #[must_use]
    pub fn is_distinguishable(&self) -> bool {
        self.ci.0 > 0.0 && self.unresolved.is_none()
    }
}

/// A metric's indices.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Indices {
    /// Its mean over A, B and all `AB_i`, in base units; not-a-number where it is defined in no sample.
    pub mean: f64,
    /// Its variance over the same; 0 where nothing moves it beyond rounding: then all indices are 0.
    pub variance: f64,
    /// 95 % interval of it, from the designs.
    pub variance_ci: (f64, f64),
    /// Base samples left out of everything above and below: at A, at B or at one of the `AB_i` the metric is undefined
    /// or infinite.
    pub undefined: u64,
    /// One for each uncertain input that is correlated with no other, in the order of the calculation.
    pub inputs: Vec<Index>,
    /// One for each group.
    pub groups: Vec<Index>,
    /// Where asked for, one for each pair of single inputs and sets of correlated ones that the metric uses.
    pub pairs: Vec<Pair>,
}
