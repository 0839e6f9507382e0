//! How a scenario wants its samples drawn.

use crate::scenario::MonteCarloEntry;

/// How samples are drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sampling {
    /// Whether the scenario asks for a Monte Carlo analysis.
    pub wanted: bool,
    /// Number of samples.
    pub samples: u64,
    /// The seed.
    pub seed: u64,
    /// `sobol`, `lhs` or `random`.
    pub sampler: String,
}

/// Samples drawn where nobody says how many.
const SAMPLES: u64 = 65_536;

/// A scenario that states conditions wants their shares too.
pub(super) fn resolve(entry: Option<&MonteCarloEntry>, has_conditions: bool) -> Sampling {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be whole and in range")]
    let whole = |number: f64| number as u64;
    let sampler = entry.and_then(|entry| entry.sampler.as_deref()).unwrap_or("sobol");
    Sampling {
        wanted: entry.is_some() || has_conditions,
        samples: entry.and_then(|entry| entry.samples.as_ref()).map_or(SAMPLES, |samples| whole(samples.value)),
        seed: entry.and_then(|entry| entry.seed).map_or(1, whole),
        sampler: sampler.to_owned(),
    }
}
