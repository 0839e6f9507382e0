//! Designs of samples: uniform numbers for every input and every sample, any of them without those before it.
//!
//! A coordinate depends on the sampler, the seed, the number of samples, the dimension and the sample's number, and on
//! nothing else: chunks can be made in any order and by any thread. Each dimension has a stream of its own. Knows
//! nothing of distributions and of what the numbers are for.

use super::hash::{Stream, derive, mix, uniform};
use super::sampler::{MOST_SAMPLES, Sampler, SamplerError};
use super::sequence::{Scrambling, Sequence};

/// A design of samples; cheap to clone.
#[derive(Clone, Debug)]
pub struct Design {
    sampler: Sampler,
    seed: u64,
    dimensions: usize,
    samples: u64,
    sequence: Option<Sequence>,
}

impl Design {
    /// A design of `count` samples of `dimensions` inputs. Any number is a seed. Sobol' points are taken as many as
    /// asked for; [`power_of_two`](super::sampler::power_of_two) tells how many there should be.
    pub fn new(sampler: Sampler, dimensions: usize, count: u64, seed: u64) -> Result<Self, SamplerError> {
        if count == 0 {
            return Err(SamplerError::NoSamples);
        }
        if count > MOST_SAMPLES {
            return Err(SamplerError::TooManySamples);
        }
        let sequence = match sampler {
            Sampler::Sobol => {
                let made = Sequence::new(dimensions, Scrambling::Linear, seed);
                Some(made.ok_or(SamplerError::TooManyDimensions)?)
            }
            Sampler::LatinHypercube | Sampler::Random => None,
        };
        Ok(Self { sampler, seed, dimensions, samples: count, sequence })
    }

    /// How its samples are spread.
    #[must_use]
    pub fn sampler(&self) -> Sampler {
        self.sampler
    }

    /// The number of samples.
    #[must_use]
    pub fn samples(&self) -> u64 {
        self.samples
    }

    /// The number of inputs.
    #[must_use]
    pub fn dimensions(&self) -> usize {
        self.dimensions
    }

    /// The same design at random anew, number `number`: designs with different numbers are independent.
    #[must_use]
    pub fn replicate(&self, number: u64) -> Self {
        let seed = derive(self.seed, !number);
        let sequence = self.sequence.as_ref().and_then(|_| Sequence::new(self.dimensions, Scrambling::Linear, seed));
        Self { seed, sequence, ..self.clone() }
    }

    /// Uniform numbers, strictly between 0 and 1, of the samples from number `first` on in one dimension.
    pub fn fill(&self, dimension: usize, first: u64, uniforms: &mut [f64]) {
        if let Some(sequence) = &self.sequence {
            sequence.fill(dimension, first, uniforms);
            return;
        }
        let stream = Stream::new(derive(self.seed, dimension as u64));
        let indexed = uniforms.iter_mut().zip(first..);
        if self.sampler == Sampler::Random {
            for (number, index) in indexed {
                *number = uniform(stream.at(index));
            }
        } else {
            let slices = Permutation::new(self.samples, derive(self.seed, !(dimension as u64)));
            #[expect(clippy::cast_precision_loss, reason = "at most 2^48 samples")]
            for (number, index) in indexed {
                // So few digits that the sum is exact and stays inside its slice.
                let inside = uniform(stream.at(index) & slices.digits_inside);
                *number = ((slices.at(index % self.samples) as f64 + inside) / slices.count).min(slices.last);
            }
        }
    }
}

/// A random order of the numbers up to `count`, computed rather than stored: a keyed one-to-one map of the numbers up to
/// the next power of two, repeated until it lands below `count` ("cycle walking"; Black and Rogaway 2002), less than
/// twice on average.
struct Permutation {
    samples: u64,
    count: f64,
    last: f64,
    digits_inside: u64,
    mask: u64,
    shift: u32,
    keys: [u64; 4],
}

impl Permutation {
    #[expect(clippy::cast_precision_loss, reason = "at most 2^48 samples")]
    fn new(samples: u64, seed: u64) -> Self {
        let digits = u64::BITS - (samples - 1).leading_zeros();
        let mask = if digits == 0 { 0 } else { u64::MAX >> (u64::BITS - digits) };
        let kept = (50 - digits.min(48)).min(32);
        let digits_inside = !(u64::MAX >> kept);
        let keys = [0, 1, 2, 3].map(|round| mix(derive(seed, round)));
        let last = 1.0 - f64::EPSILON / 2.0;
        Self { samples, count: samples as f64, last, digits_inside, mask, shift: digits.div_ceil(2).max(1), keys }
    }

    /// Each step can be undone within the mask: sums, odd factors, and high bits mixed into low ones.
    fn at(&self, index: u64) -> u64 {
        let mut x = index;
        loop {
            for key in self.keys {
                x = x.wrapping_add(key) & self.mask;
                x ^= x >> self.shift;
                x = x.wrapping_mul(key | 1) & self.mask;
                x ^= x >> self.shift;
            }
            if x < self.samples {
                return x;
            }
        }
    }
}
