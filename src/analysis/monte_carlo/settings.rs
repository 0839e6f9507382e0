//! What samples are asked for with: how many, how they are spread, the limits to that, and why there may be none.
//!
//! Knows nothing of how samples are made.

use crate::analysis::interrupt::Interrupted;
use crate::uncertainty::sampler::{Sampler, SamplerError, power_of_two};

/// Independent designs that samples are drawn in, where the sampler is not plain random.
pub const REPLICATES: u64 = 8;

/// Most samples of which inputs and metrics are kept; fewer where there are many of these.
pub const KEPT: u64 = 1 << 16;

/// Most values that are kept: 128 MB of them, which is 27,000 samples of 600 inputs and metrics.
pub(crate) const KEPT_VALUES: u64 = 1 << 24;

/// Most values (samples times metrics) that an analysis keeps which needs them all: 512 MB of them.
pub(crate) const MOST_VALUES: u64 = 1 << 26;

/// Most samples that are drawn: some minutes of work.
pub const MOST_SAMPLES: u64 = 1 << 32;

/// What to draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// How samples are spread.
    pub sampler: Sampler,
    /// How many; [`Settings::rounded`] says how many are drawn.
    pub samples: u64,
    /// The seed; 0 is one like any other.
    pub seed: u64,
}

impl Settings {
    /// The number of samples that is drawn: for Sobol' points the next power of two, for a Latin hypercube the next
    /// multiple of [`REPLICATES`]. `None` where there would be too many.
    #[must_use]
    pub fn rounded(&self) -> Option<u64> {
        match self.sampler {
            Sampler::Sobol => power_of_two(self.samples.max(2 * REPLICATES)),
            Sampler::LatinHypercube => self.samples.max(2 * REPLICATES).checked_next_multiple_of(REPLICATES),
            Sampler::Random => Some(self.samples.max(2)),
        }
    }
}

/// Why nothing was drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NotDrawn {
    /// No input has a range.
    NothingUncertain,
    /// More samples than [`MOST_SAMPLES`].
    TooMany,
    /// The sampler's reason.
    Sampler(SamplerError),
    /// It was told to stop.
    Interrupted,
}

impl From<Interrupted> for NotDrawn {
    fn from(Interrupted: Interrupted) -> Self {
        Self::Interrupted
    }
}

/// Told how many samples are done, now and then, by any thread.
pub type Progress<'a> = &'a (dyn Fn(u64) + Sync);
