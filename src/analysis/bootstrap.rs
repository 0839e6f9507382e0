//! Sobol' indices from sums over blocks of samples, and their intervals from blocks drawn again.
//!
//! The estimators need nothing of the samples but sums of products, so that a resample is a weighted sum of the blocks'
//! sums (Efron and Tibshirani 1993, "An Introduction to the Bootstrap"). Blocks must be independent and alike: each is a
//! design of its own, scrambled anew. Parts of one Sobol' sequence would not do: they balance each other, the whole errs
//! less than they let expect, and intervals hold the exact index nearly always (in 200 of 200 seeds for a sum of inputs).
//! As there are only a few blocks, the percentiles lie further out, as Student's t does from the normal distribution
//! (the expanded percentile interval of Hesterberg 2015, "What Teachers Should Know About the Bootstrap", The American
//! Statistician 69:371). Knows nothing of inputs and metrics.

use crate::uncertainty::hash::derive;
use crate::uncertainty::summary::percentiles;

/// Sums over a block that no input has a part in: the samples, the values in A, those in B, and the squares of both.
const SHARED: usize = 4;

/// Sums for each input: of the value in B times the difference, of the difference, of its square, and of the square of
/// the value with the input changed.
const EACH: usize = 4;

/// Differences below this share of the values are rounding.
const ROUNDING: f64 = 1e-13;

/// The shares of resamples between which a 95 % interval lies: with 8 blocks those that a normal number stays below at
/// -+ sqrt(8/7) times 2.3646, which is Student's t with 7 degrees of freedom.
const INTERVAL: [f64; 2] = [0.005_738, 0.994_262];

/// What the sums are kept for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Layout {
    /// How many inputs there are, or groups of them.
    pub inputs: usize,
    /// How many of these, from the first on, are paired with each other for the second order.
    pub paired: usize,
}

impl Layout {
    /// How many sums a block of samples has.
    pub fn sums(&self) -> usize {
        SHARED + EACH * self.inputs + self.pairs().count()
    }

    /// The pairs, each once.
    pub fn pairs(&self) -> impl Iterator<Item = (usize, usize)> + use<> {
        let paired = self.paired;
        (0..paired).flat_map(move |first| (first + 1..paired).map(move |second| (first, second)))
    }
}

/// Values of some samples.
pub(super) struct Values<'a> {
    /// At A.
    pub a: &'a [f64],
    /// At B.
    pub b: &'a [f64],
    /// At A with one input from B, for each input.
    pub changed: Vec<&'a [f64]>,
    /// At B with one input from A, for each input that is paired.
    pub back: Vec<&'a [f64]>,
}

/// Adds samples to a block's sums. Values are taken less `shift`, which should be near their mean: sums of products
/// then keep their digits.
pub(super) fn add(sums: &mut [f64], layout: &Layout, samples: f64, shift: f64, values: &Values<'_>) {
    let (a, b) = (values.a, values.b);
    sums[0] += samples;
    for (a, b) in a.iter().zip(b) {
        let (a, b) = (a - shift, b - shift);
        sums[1] += a;
        sums[2] += b;
        sums[3] += a * a + b * b;
    }
    let (each, pairs) = sums[SHARED..].split_at_mut(EACH * layout.inputs);
    for (sums, changed) in each.chunks_exact_mut(EACH).zip(&values.changed) {
        let [mut product, mut difference, mut square, mut own] = [0.0; EACH];
        for ((a, b), changed) in a.iter().zip(b).zip(*changed) {
            let apart = changed - a;
            product += (b - shift) * apart;
            difference += apart;
            square += apart * apart;
            own += (changed - shift) * (changed - shift);
        }
        sums[0] += product;
        sums[1] += difference;
        sums[2] += square;
        sums[3] += own;
    }
    for (sum, (i, j)) in pairs.iter_mut().zip(layout.pairs()) {
        let mut product = 0.0;
        for (lane, (a, b)) in a.iter().zip(b).enumerate() {
            product += (values.back[i][lane] - b) * (values.changed[j][lane] - a)
                + (values.back[j][lane] - b) * (values.changed[i][lane] - a);
        }
        *sum += 0.5 * product;
    }
}

/// What follows from sums.
pub(super) struct Estimate {
    /// The mean over A, B and all that are made of both.
    pub mean: f64,
    /// The variance over the same; 0 where it is no more than rounding.
    pub variance: f64,
    /// First and total order of each input.
    pub orders: Vec<(f64, f64)>,
    /// Second order of each pair.
    pub pairs: Vec<f64>,
}

/// The estimates from the sums over all blocks.
pub(super) fn estimate(sums: &[f64], layout: &Layout, shift: f64) -> Estimate {
    let samples = sums[0];
    let (each, pairs) = sums[SHARED..].split_at(EACH * layout.inputs);
    let (mut values, mut squares, mut count) = (sums[1] + sums[2], sums[3], 2.0 * samples);
    for input in each.chunks_exact(EACH) {
        values += sums[1] + input[1];
        squares += input[3];
        count += samples;
    }
    let mean = values / count;
    let spread = squares / count - mean * mean;
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
    let orders: Vec<(f64, f64)> = each.chunks_exact(EACH).map(order).collect();
    let pair = |(sum, (i, j)): (&f64, (usize, usize))| {
        // What changes nothing at all changes nothing together with another either.
        if orders[i].1 == 0.0 || orders[j].1 == 0.0 { 0.0 } else { sum / samples / variance }
    };
    let pairs = pairs.iter().zip(layout.pairs()).map(pair).collect();
    Estimate { mean: shift + mean, variance, orders, pairs }
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
pub(super) fn whole(blocks: &[f64], layout: &Layout, shift: f64) -> Estimate {
    estimate(&total(blocks, layout.sums(), std::iter::repeat(1.0)), layout, shift)
}

/// The variance over each block alone; blocks in which nothing is defined are left out.
pub(super) fn variances(blocks: &[f64], layout: &Layout, shift: f64) -> Vec<f64> {
    let defined = blocks.chunks_exact(layout.sums()).filter(|block| block[0] > 0.0);
    defined.map(|block| estimate(block, layout, shift).variance).collect()
}

/// An interval.
pub(super) type Interval = (f64, f64);

/// Intervals of first and total order of each input, and of the second order of each pair.
pub(super) struct Intervals {
    pub orders: Vec<(Interval, Interval)>,
    pub pairs: Vec<Interval>,
}

/// 95 % percentile intervals from as many resamples; not-a-number where there are none. Resamples without variance are
/// left out.
pub(super) fn intervals(blocks: &[f64], layout: &Layout, shift: f64, seed: u64, resamples: u32) -> Intervals {
    let size = layout.sums();
    let count = blocks.len() / size;
    let mut orders = vec![(Vec::new(), Vec::new()); layout.inputs];
    let mut pairs = vec![Vec::new(); layout.pairs().count()];
    for resample in 0..resamples {
        let stream = derive(seed, u64::from(resample));
        let mut weights = vec![0.0; count];
        for number in 0..count as u64 {
            if let Ok(block) = usize::try_from(derive(stream, number) % count as u64) {
                weights[block] += 1.0;
            }
        }
        let found = estimate(&total(blocks, size, weights.into_iter()), layout, shift);
        if found.variance > 0.0 {
            for (drawn, (first, total)) in orders.iter_mut().zip(found.orders) {
                drawn.0.push(first);
                drawn.1.push(total);
            }
            for (drawn, pair) in pairs.iter_mut().zip(found.pairs) {
                drawn.push(pair);
            }
        }
    }
    let interval = |values: &[f64]| {
        let ends = percentiles(values, &INTERVAL);
        (ends[0], ends[1])
    };
    Intervals {
        orders: orders.iter().map(|(first, total)| (interval(first), interval(total))).collect(),
        pairs: pairs.iter().map(|pair| interval(pair)).collect(),
    }
}
