//! Sobol' indices from sums over blocks of samples, and their intervals from blocks drawn again.
//!
//! The estimators need nothing of the samples but sums of products, so that a resample is a weighted sum of the blocks'
//! sums (Efron and Tibshirani 1993, "An Introduction to the Bootstrap"). Blocks may stand for single samples: those of
//! one size are as often and alike drawn, and a sum over a block varies from block to block as its mean over samples
//! does. Where samples are Sobol' points, 2^k of them in a row are again a scrambled net, all of one distribution, and
//! blocks vary against one another rather than together: the interval is about as wide as the error, or too wide, as a
//! rule. Knows nothing of inputs and metrics.

use crate::uncertainty::hash::derive;
use crate::uncertainty::summary::percentiles;

/// Sums over a block that no input has a part in: the samples, their values and the squares of these.
const SHARED: usize = 3;

/// Sums for each input: of the value in B times the difference, of the difference, and of its square.
const EACH: usize = 3;

/// Differences below this share of the values are rounding.
const ROUNDING: f64 = 1e-13;

/// The shares between which an interval lies.
const INTERVAL: [f64; 2] = [0.025, 0.975];

/// How many sums a block of samples of some inputs has.
pub(super) fn sums_of(inputs: usize) -> usize {
    SHARED + EACH * inputs
}

/// Adds samples to a block's sums. Values are taken less `shift`, which should be near their mean: sums of products
/// then keep their digits. `a` and `b` are the values at the two samples, `changed` those at A with one input from B.
pub(super) fn add(sums: &mut [f64], samples: f64, shift: f64, a: &[f64], b: &[f64], changed: &[&[f64]]) {
    sums[0] += samples;
    for (a, b) in a.iter().zip(b) {
        let (a, b) = (a - shift, b - shift);
        sums[1] += a + b;
        sums[2] += a * a + b * b;
    }
    for (sums, changed) in sums[SHARED..].chunks_exact_mut(EACH).zip(changed) {
        let [mut product, mut difference, mut square] = [0.0; EACH];
        for ((a, b), changed) in a.iter().zip(b).zip(*changed) {
            let apart = changed - a;
            product += (b - shift) * apart;
            difference += apart;
            square += apart * apart;
        }
        sums[0] += product;
        sums[1] += difference;
        sums[2] += square;
    }
}

/// What follows from sums.
pub(super) struct Estimate {
    /// The mean over A and B.
    pub mean: f64,
    /// The variance over A and B; 0 where it is no more than rounding.
    pub variance: f64,
    /// First and total order of each input.
    pub orders: Vec<(f64, f64)>,
}

/// The estimates from the sums over all blocks.
pub(super) fn estimate(sums: &[f64], shift: f64) -> Estimate {
    let samples = sums[0];
    let mean = sums[1] / (2.0 * samples);
    let spread = sums[2] / (2.0 * samples) - mean * mean;
    let rounding = (ROUNDING * (shift + mean)) * (ROUNDING * (shift + mean));
    let variance = if spread <= rounding { 0.0 } else { spread };
    let order = |sums: &[f64]| {
        let square = sums[2] / samples;
        if variance.is_nan() || variance.is_infinite() {
            (f64::NAN, f64::NAN)
        } else if variance == 0.0 || square <= rounding {
            (0.0, 0.0)
        } else {
            // The product with the centred value in B: the mean is taken off here, once it is known.
            let product = (sums[0] - mean * sums[1]) / samples;
            (product / variance, square / (2.0 * variance))
        }
    };
    Estimate { mean: shift + mean, variance, orders: sums[SHARED..].chunks_exact(EACH).map(order).collect() }
}

/// The sums over all blocks, each taken as often as its weight says.
fn total(blocks: &[f64], size: usize, weights: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut total = vec![0.0; size];
    for (block, weight) in blocks.chunks_exact(size).zip(weights).filter(|(_, weight)| *weight > 0.0) {
        for (total, sum) in total.iter_mut().zip(block) {
            *total += weight * sum;
        }
    }
    total
}

/// The estimates from all blocks' sums, one block behind the other.
pub(super) fn whole(blocks: &[f64], inputs: usize, shift: f64) -> Estimate {
    estimate(&total(blocks, sums_of(inputs), std::iter::repeat(1.0)), shift)
}

/// An interval.
pub(super) type Interval = (f64, f64);

/// 95 % percentile intervals of first and total order for each input, from as many resamples; not-a-number where there
/// are none. Resamples without variance are left out.
pub(super) fn intervals(
    blocks: &[f64],
    inputs: usize,
    shift: f64,
    seed: u64,
    resamples: u32,
) -> Vec<(Interval, Interval)> {
    let size = sums_of(inputs);
    let count = blocks.len() / size;
    let mut drawn = vec![(Vec::new(), Vec::new()); inputs];
    for resample in 0..resamples {
        let stream = derive(seed, u64::from(resample));
        let mut weights = vec![0.0; count];
        for number in 0..count as u64 {
            if let Ok(block) = usize::try_from(derive(stream, number) % count as u64) {
                weights[block] += 1.0;
            }
        }
        let found = estimate(&total(blocks, size, weights.into_iter()), shift);
        if found.variance > 0.0 {
            for (drawn, (first, total)) in drawn.iter_mut().zip(found.orders) {
                drawn.0.push(first);
                drawn.1.push(total);
            }
        }
    }
    let interval = |values: &[f64]| {
        let ends = percentiles(values, &INTERVAL);
        (ends[0], ends[1])
    };
    drawn.iter().map(|(first, total)| (interval(first), interval(total))).collect()
}
