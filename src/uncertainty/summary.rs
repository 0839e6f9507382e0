//! Summarises many values: mean, standard deviation, percentiles, and how far chance may have moved these.
//!
//! Moments of chunks are merged by the pairwise formula (Chan, Golub and `LeVeque` 1983, "Algorithms for computing the
//! sample variance", equation 1.3); merged in the order of the chunks they do not depend on which thread did which.
//! Knows nothing of what the values are.

use super::buckets::{BUCKETS, Buckets};
use std::borrow::Cow;

/// Sums are made in this many lanes, in a fixed order.
const LANES: usize = 8;

/// Number, mean and spread of some values; those that are infinite or not a number are counted apart.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Moments {
    count: u64,
    not_finite: u64,
    mean: f64,
    squares: f64,
}

impl Moments {
    /// The moments of some values.
    #[must_use]
    pub fn of(values: &[f64]) -> Self {
        let found = Self::of_finite(values);
        if found.squares.is_finite() {
            return found;
        }
        let finite: Vec<f64> = values.iter().copied().filter(|value| value.is_finite()).collect();
        let not_finite = (values.len() - finite.len()) as u64;
        Self { not_finite, ..Self::of_finite(&finite) }
    }

    /// In one pass, as deviations from the first value, which is no further from the others than they are spread. The
    /// squares are not finite where a value is not.
    fn of_finite(values: &[f64]) -> Self {
        let Some(shift) = values.first() else { return Self::default() };
        let [sum, squares] = sums(values, |value| [value - shift, (value - shift) * (value - shift)]);
        let apart = sum / number(values.len());
        let squares = squares - sum * apart;
        // Not `max`, which takes what is no number for 0.
        let squares = if squares < 0.0 { 0.0 } else { squares };
        Self { count: values.len() as u64, not_finite: 0, mean: shift + apart, squares }
    }

    /// The moments of these values and of those that come after them.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "numbers of samples are below 2^48")]
    pub fn merge(self, next: Self) -> Self {
        let not_finite = self.not_finite + next.not_finite;
        if self.count == 0 {
            return Self { not_finite, ..next };
        }
        if next.count == 0 {
            return Self { not_finite, ..self };
        }
        let count = self.count + next.count;
        let (here, there, all) = (self.count as f64, next.count as f64, count as f64);
        let apart = next.mean - self.mean;
        Self {
            count,
            not_finite,
            mean: self.mean + apart * (there / all),
            squares: self.squares + next.squares + apart * apart * (here / all * there),
        }
    }

    /// How many values there are, those that are not finite left out.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.count
    }

    /// How many values were infinite or not a number.
    #[must_use]
    pub fn not_finite(&self) -> u64 {
        self.not_finite
    }

    /// The mean; not a number where there are no values.
    #[must_use]
    pub fn mean(&self) -> f64 {
        if self.count == 0 { f64::NAN } else { self.mean }
    }

    /// The standard deviation of a sample (divided by one less than the count); 0 for a single value.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "numbers of samples are below 2^48")]
    pub fn sd(&self) -> f64 {
        match self.count {
            0 => f64::NAN,
            1 => 0.0,
            count => libm::sqrt(self.squares / (count - 1) as f64),
        }
    }

    /// The Monte Carlo standard error of the mean of independent samples, `sd / sqrt(n)`. For Latin hypercubes and
    /// Sobol' points it is an upper bound as a rule; [`replicated`] measures theirs.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "numbers of samples are below 2^48")]
    pub fn standard_error(&self) -> f64 {
        self.sd() / libm::sqrt(self.count as f64)
    }
}

/// A mean (or another result) and its standard error from results of independent designs of equal size, each scrambled
/// anew: the mean of the results, and their standard deviation over the root of their number (Owen 1997, "Scrambled net
/// variance for integrals of smooth functions"). Right for every sampler; not a number with fewer than two results.
#[must_use]
pub fn replicated(results: &[f64]) -> (f64, f64) {
    let moments = Moments::of(results);
    let error = moments.standard_error();
    if results.len() < 2 {
        return (moments.mean(), f64::NAN);
    }
    if error.is_finite() || results.iter().any(|result| !result.is_finite()) {
        return (moments.mean(), error);
    }
    // The squares of results this large are beyond the largest number, their differences are not.
    let largest = results.iter().fold(0.0_f64, |largest, result| largest.max(result.abs()));
    let scaled: Vec<f64> = results.iter().map(|result| result / largest).collect();
    (moments.mean(), largest * Moments::of(&scaled).standard_error())
}

/// The values at some shares (0.05 is the 5th percentile) of all values that are finite, exactly: between the two values
/// on either side of `(n - 1) share` in order, by interpolation (type 7 of Hyndman and Fan 1996, "Sample quantiles in
/// statistical packages"). Not a number where there are no values.
#[must_use]
pub fn percentiles(values: &[f64], shares: &[f64]) -> Vec<f64> {
    at_shares(count_finite(values), shares, |ranks| order_statistics(values, ranks, DEPTH))
}

/// The values at some shares of so many, found by their ranks.
fn at_shares(finite: usize, shares: &[f64], find: impl Fn(&[usize]) -> Vec<f64>) -> Vec<f64> {
    if finite == 0 {
        return vec![f64::NAN; shares.len()];
    }
    let places: Vec<(usize, f64)> = shares.iter().map(|share| place(finite, *share)).collect();
    let mut ranks: Vec<usize> = places.iter().flat_map(|(rank, _)| [*rank, (rank + 1).min(finite - 1)]).collect();
    ranks.sort_unstable();
    ranks.dedup();
    let found = find(&ranks);
    let at = |rank: usize| ranks.binary_search(&rank).map_or(f64::NAN, |at| found[at]);
    places.iter().map(|(rank, part)| between(at(*rank), at((rank + 1).min(finite - 1)), *part)).collect()
}

/// As [`percentiles`], of so many values that are all the same.
#[must_use]
pub(crate) fn percentiles_of_same(value: f64, count: usize, shares: &[f64]) -> Vec<f64> {
    if count == 0 || !value.is_finite() {
        return vec![f64::NAN; shares.len()];
    }
    shares.iter().map(|share| between(value, value, place(count, *share).1)).collect()
}

/// The rank at or below a share of `count` values, and how far beyond it the share is.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to lie between 0 and count - 1")]
pub(super) fn place(count: usize, share: f64) -> (usize, f64) {
    let last = number(count - 1);
    let position = if share.is_nan() { 0.0 } else { (last * share).clamp(0.0, last) };
    (position.floor() as usize, position - position.floor())
}

/// The value a part of the way between two.
pub(super) fn between(low: f64, high: f64, part: f64) -> f64 {
    if part > 0.0 { low * (1.0 - part) + high * part } else { low }
}

#[expect(clippy::cast_precision_loss, reason = "numbers of samples are below 2^48")]
fn number(count: usize) -> f64 {
    count as f64
}

fn count_finite(values: &[f64]) -> usize {
    values.iter().map(|value| usize::from(value.is_finite())).sum()
}

/// The sums of two functions of values, in lanes, so that it is quick, and the same everywhere.
fn sums(values: &[f64], of: impl Fn(f64) -> [f64; 2]) -> [f64; 2] {
    let mut lanes = [[0.0; LANES]; 2];
    let whole = values.chunks_exact(LANES);
    let rest = whole.remainder();
    // The same sums in as many lanes as the processor has.
    pulp::Arch::new().dispatch(|| {
        let [mut first, mut second] = lanes;
        for chunk in whole {
            for ((first, second), value) in first.iter_mut().zip(&mut second).zip(chunk) {
                let [one, other] = of(*value);
                *first += one;
                *second += other;
            }
        }
        lanes = [first, second];
    });
    let rest = rest.iter().map(|value| of(*value)).fold([0.0; 2], |sum, add| [sum[0] + add[0], sum[1] + add[1]]);
    [0, 1].map(|at| lanes[at].iter().sum::<f64>() + rest[at])
}

/// Values of which percentiles are wanted more than once: they are counted by buckets a single time.
pub(crate) struct CountedValues<'a> {
    finite: Cow<'a, [f64]>,
    parted: Option<BucketCounts>,
}

/// The bucket of each value, and how many values each bucket has.
struct BucketCounts {
    buckets: Vec<u16>,
    counts: Box<[usize; BUCKETS]>,
}

impl<'a> CountedValues<'a> {
    /// The order of those of some values that are finite.
    #[must_use]
    pub fn of(values: &'a [f64]) -> Self {
        let mut ends_of = ends(values);
        let finite = if ends_of.0.is_finite() && ends_of.1.is_finite() {
            Cow::Borrowed(values)
        } else {
            let finite: Vec<f64> = values.iter().copied().filter(|value| value.is_finite()).collect();
            ends_of = ends(&finite);
            Cow::Owned(finite)
        };
        let is_worth_it = finite.len() >= BUCKETS && ends_of.0 < ends_of.1;
        let parted = is_worth_it.then(|| parted(&finite, ends_of));
        Self { finite, parted }
    }

    /// As [`percentiles`], of these values.
    #[must_use]
    pub fn percentiles(&self, shares: &[f64]) -> Vec<f64> {
        let find = |ranks: &[usize]| match &self.parted {
            Some(parted) => found_in(&self.finite, parted, ranks, DEPTH),
            None => order_statistics(&self.finite, ranks, DEPTH),
        };
        at_shares(self.finite.len(), shares, find)
    }
}

/// How often values of one bucket are counted by buckets again.
const DEPTH: usize = 4;

/// The finite values with the given ranks (in order, without repetition). Values are counted by buckets first, so that
/// only those in the bucket of a rank need to be put in order; where one has most of them, they are parted again.
fn order_statistics(values: &[f64], ranks: &[usize], depth: usize) -> Vec<f64> {
    if values.len() < BUCKETS || depth == 0 {
        return select(values.iter().copied().filter(|value| value.is_finite()).collect(), ranks);
    }
    let (low, high) = ends(values);
    if !(low.is_finite() && high.is_finite()) {
        let finite: Vec<f64> = values.iter().copied().filter(|value| value.is_finite()).collect();
        return order_statistics(&finite, ranks, depth);
    }
    if low.to_bits() == high.to_bits() && low != 0.0 {
        return vec![low; ranks.len()];
    }
    if low == 0.0 && high == 0.0 {
        // Zero has two signs, which are apart in order.
        let negative = values.iter().filter(|value| value.is_sign_negative()).count();
        return ranks.iter().map(|rank| if *rank < negative { -0.0 } else { 0.0 }).collect();
    }
    found_in(values, &parted(values, (low, high)), ranks, depth)
}

fn parted(values: &[f64], (low, high): (f64, f64)) -> BucketCounts {
    let buckets = Buckets::between(low, high);
    let mut found = vec![0_u16; values.len()];
    // In as many lanes as the processor has.
    pulp::Arch::new().dispatch(|| {
        for (found, value) in found.iter_mut().zip(values) {
            #[expect(clippy::cast_possible_truncation, reason = "less than the buckets")]
            let bucket = buckets.of(*value) as u16;
            *found = bucket;
        }
    });
    let mut counts = Box::new([0_usize; BUCKETS]);
    for bucket in &found {
        counts[usize::from(*bucket) % BUCKETS] += 1;
    }
    BucketCounts { buckets: found, counts }
}

/// The values with the given ranks among values that are parted.
fn found_in(values: &[f64], parted: &BucketCounts, ranks: &[usize], depth: usize) -> Vec<f64> {
    // For each bucket with ranks in it: the ranks less how many values are below it, and its values.
    let mut wanted: Vec<(Vec<usize>, Vec<f64>)> = Vec::new();
    let mut slots = [u16::MAX; BUCKETS];
    let (mut below, mut next) = (0, ranks.iter().peekable());
    for (slot, count) in slots.iter_mut().zip(*parted.counts) {
        let mut inside = Vec::new();
        while let Some(rank) = next.next_if(|rank| **rank < below + count) {
            inside.push(rank - below);
        }
        if !inside.is_empty() {
            *slot = u16::try_from(wanted.len()).unwrap_or(u16::MAX);
            wanted.push((inside, Vec::with_capacity(count)));
        }
        below += count;
    }
    for (bucket, value) in parted.buckets.iter().zip(values) {
        if let Some((_, members)) = wanted.get_mut(usize::from(slots[usize::from(*bucket) % BUCKETS])) {
            members.push(*value);
        }
    }
    wanted.into_iter().flat_map(|(inside, members)| order_statistics(&members, &inside, depth - 1)).collect()
}

/// The least and the greatest value; not finite where one of them is not.
fn ends(values: &[f64]) -> (f64, f64) {
    let (mut low, mut high, mut sum) = ([f64::INFINITY; LANES], [f64::NEG_INFINITY; LANES], [0.0; LANES]);
    let whole = values.chunks_exact(LANES);
    let rest = whole.remainder();
    // In as many lanes as the processor has; what is no number is in no order, but in the sum of nothing of it.
    pulp::Arch::new().dispatch(|| {
        for chunk in whole {
            for (lane, value) in chunk.iter().enumerate() {
                low[lane] = if *value < low[lane] { *value } else { low[lane] };
                high[lane] = if *value > high[lane] { *value } else { high[lane] };
                sum[lane] += value * 0.0;
            }
        }
    });
    let all = |lanes: [f64; LANES], of: fn(f64, f64) -> f64| lanes.into_iter().chain(rest.iter().copied()).reduce(of);
    let sum = sum.iter().sum::<f64>() + rest.iter().map(|value| value * 0.0).sum::<f64>();
    (all(low, f64::min).unwrap_or_default() + sum, all(high, f64::max).unwrap_or_default() + sum)
}

/// The values with the given ranks, in order.
fn select(mut values: Vec<f64>, ranks: &[usize]) -> Vec<f64> {
    let mut found = Vec::with_capacity(ranks.len());
    let mut start = 0;
    for rank in ranks {
        let (_, value, _) = values[start..].select_nth_unstable_by(rank - start, f64::total_cmp);
        found.push(*value);
        start = *rank;
    }
    found
}
