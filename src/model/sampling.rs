//! How a scenario wants its samples drawn.

use crate::scenario::MonteCarloEntry;
use crate::uncertainty::sampler::Sampler;

/// How samples are drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sampling {
    /// Whether the scenario asks to be shown the samples; they are drawn for the ranges beside numbers in any case.
    pub shown: bool,
    /// Number of samples.
    pub samples: u64,
    /// The seed.
    pub seed: u64,
    /// How they are spread.
    pub sampler: Sampler,
}

/// Samples drawn where nobody says how many.
const SAMPLES: u64 = 16_384;

/// A scenario that states conditions wants their shares too.
pub(super) fn resolve(entry: Option<&MonteCarloEntry>, has_conditions: bool) -> Sampling {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be whole and in range")]
    let whole = |number: f64| number as u64;
    Sampling {
        shown: entry.is_some() || has_conditions,
        samples: entry.and_then(|entry| entry.samples.as_ref()).map_or(SAMPLES, |samples| whole(samples.value)),
        seed: entry.and_then(|entry| entry.seed).map_or(1, whole),
        sampler: entry.and_then(|entry| entry.sampler).unwrap_or_default(),
    }
}
