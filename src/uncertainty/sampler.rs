//! The samplers: how samples can be spread, their names, and how many samples there can be.
//!
//! Knows nothing of how the numbers are made, see [`super::design`].

use super::sequence::MOST_DIMENSIONS;
use std::fmt;
use std::str::FromStr;

/// The most samples there can be: their numbers are exact as doubles.
pub const MOST_SAMPLES: u64 = 1 << 48;

/// How samples are spread.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sampler {
    /// Scrambled Sobol' points.
    #[default]
    Sobol,
    /// Latin hypercube: one sample in each of as many equal slices of each dimension as there are samples.
    LatinHypercube,
    /// Independent random numbers.
    Random,
}

impl Sampler {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Sobol, Self::LatinHypercube, Self::Random];

    /// The names of all of them, in the order of [`Sampler::ALL`].
    pub const NAMES: [&str; 3] = [Self::Sobol.name(), Self::LatinHypercube.name(), Self::Random.name()];

    /// Its short name, as a person writes it; [`str::parse`] reads it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sobol => "sobol",
            Self::LatinHypercube => "lhs",
            Self::Random => "random",
        }
    }
}

/// A name that no sampler has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownSampler;

impl fmt::Display for UnknownSampler {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "samplers are {}", Sampler::NAMES.join(", "))
    }
}

impl std::error::Error for UnknownSampler {}

impl FromStr for Sampler {
    type Err = UnknownSampler;

    fn from_str(name: &str) -> Result<Self, UnknownSampler> {
        Self::ALL.into_iter().find(|sampler| sampler.name() == name).ok_or(UnknownSampler)
    }
}

impl fmt::Display for Sampler {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Sobol => "scrambled Sobol' points",
            Self::LatinHypercube => "Latin hypercube",
            Self::Random => "random numbers",
        })
    }
}

/// Why there are no samples.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SamplerError {
    /// None are asked for.
    NoSamples,
    /// More than [`MOST_SAMPLES`].
    TooManySamples,
    /// More inputs than Sobol' points have dimensions.
    TooManyDimensions,
}

impl fmt::Display for SamplerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSamples => f.write_str("there must be at least one sample"),
            Self::TooManySamples => write!(f, "there can be no more than {MOST_SAMPLES} samples"),
            Self::TooManyDimensions => write!(
                f,
                "Sobol' points have at most {MOST_DIMENSIONS} dimensions: take a Latin hypercube or random numbers"
            ),
        }
    }
}

impl std::error::Error for SamplerError {}

/// The least power of two that is not below `samples`: the balance of Sobol' points needs one. With 100,000 it is
/// 131,072; `None` where it would pass [`MOST_SAMPLES`].
#[must_use]
pub fn power_of_two(samples: u64) -> Option<u64> {
    samples.max(1).checked_next_power_of_two().filter(|samples| *samples <= MOST_SAMPLES)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_read_back() {
        for (sampler, name) in Sampler::ALL.into_iter().zip(Sampler::NAMES) {
            assert_eq!(name.parse(), Ok(sampler));
        }
        assert_eq!("halton".parse::<Sampler>(), Err(UnknownSampler));
    }
}
