//! What it is worth to know the future, or one input of it, before the choice is made.
//!
//! The expected value of perfect information is what choosing the best option of each future gains over the one option
//! that is best on average (Raiffa and Schlaifer 1961, Applied Statistical Decision Theory). That of one input is the same
//! with the best option of each of [`BINS`] parts of its range that have equally many futures (binning, as in Strong and
//! Oakley 2013, Medical Decision Making 33:755). Which option is best in a part is decided on seven eighths of the futures,
//! and what that gains is counted on the last eighth, in turn: chance in a choice is not taken for knowledge. The eighths
//! are independent, and give the error.

use super::drawn::DrawnId;
use super::futures::{Futures, SharedBy, defined, for_each, totals};
use crate::model::Preference;
use crate::uncertainty::confidence::over_designs;
use rayon::prelude::*;
use std::ops::Range;
use std::sync::OnceLock;
use typed_index_collections::TiVec;

/// Parts of an input's range, at most.
pub const BINS: usize = 32;

/// Futures that a part has at least.
const FEWEST: usize = 64;

/// What knowing is worth in one metric, in base units.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Worth {
    /// The option that is best on average; absent where no future has a value, and then nothing else is known.
    pub best: Option<usize>,
    /// Its mean.
    pub mean: f64,
    /// What it is worth to know everything beforehand, with the half width of its 95 % interval.
    pub perfect: (f64, f64),
    /// What it is worth to know one input, the greatest first: of inputs that reach the metric.
    pub of: Vec<WorthOf>,
}

/// What knowing one input is worth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WorthOf {
    /// The input.
    pub input: DrawnId,
    /// In base units; not below 0.
    pub value: f64,
    /// The half width of its 95 % interval.
    pub error: f64,
}

impl WorthOf {
    /// Whether it is more than chance.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.value > self.error
    }
}

/// What knowing is worth in each metric.
pub(super) fn all(futures: &Futures, preferences: &[Preference]) -> Vec<Worth> {
    let parts = futures.independent();
    let bins: TiVec<DrawnId, OnceLock<Vec<u16>>> = futures.drawn.iter().map(|_| OnceLock::new()).collect();
    let bins_of = |input: DrawnId| -> &[u16] {
        bins[input].get_or_init(|| self::bins(futures.values_of(input), futures.order_of(input)))
    };
    for_each(preferences, Vec::new, |greatest, place, preference| {
        // Of options that have the same values the first one stands for all.
        let different = futures.different(place);
        let numbers: Vec<usize> = different.iter().map(|shared| shared.options[0]).collect();
        let known = futures.reaching(&numbers, place);
        worth((&different, &numbers), preference.more, &parts, (&known, bins_of), greatest)
    })
}

/// For each value the part of the range that it lies in, by the order of the values; equal values lie in one.
pub(super) fn bins(values: &[f64], order: &[u32]) -> Vec<u16> {
    let count = (values.len() / FEWEST).clamp(1, BINS);
    let mut found = vec![0_u16; values.len()];
    let (mut bin, mut before) = (0_u16, f64::NAN);
    for (rank, future) in order.iter().enumerate() {
        let future = *future as usize;
        let value = values[future];
        let due = u16::try_from(rank * count / values.len()).unwrap_or(u16::MAX);
        if due > bin && value.total_cmp(&before).is_ne() {
            bin = due;
        }
        found[future] = bin;
        before = value;
    }
    found
}

/// What knowing each of some inputs is worth to a choice among some options, of which `numbers` are those that they have;
/// `bins` tells the parts of an input's range. `greatest_of` is a column that is used again.
fn worth<'a>(
    (shared, numbers): (&[SharedBy<'_>], &[usize]),
    more: bool,
    parts: &[Range<usize>],
    (known, bins): (&[DrawnId], impl Fn(DrawnId) -> &'a [u16] + Sync),
    greatest_of: &mut Vec<f64>,
) -> Worth {
    let sign = if more { 1.0 } else { -1.0 };
    let options: &[&[f64]] = &shared.iter().map(|shared| shared.values).collect::<Vec<_>>();
    let count = options.iter().map(|values| values.len()).min().unwrap_or(0);
    let defined = defined(shared, count);
    let usable = Usable(&defined);
    let total = usable.whole(options, count);
    let Some(best) = greatest(&total.gains, sign).filter(|_| total.count > 0.0) else {
        return Worth { best: None, mean: f64::NAN, perfect: (f64::NAN, f64::NAN), of: Vec::new() };
    };
    // Option by option, so that the compiler can put futures into lanes.
    greatest_of.clear();
    greatest_of.resize(count, f64::NEG_INFINITY);
    for values in options {
        for (greatest, value) in greatest_of.iter_mut().zip(*values) {
            *greatest = greatest.max(sign * value);
        }
    }
    let of_part = |part: &Range<usize>| {
        let (mut sum, mut number) = (0.0, 0.0_f64);
        for future in part.clone().filter(|future| usable.has(*future)) {
            sum += greatest_of[future] - sign * options[best][future];
            number += 1.0;
        }
        (sum, number)
    };
    let perfect = mean_of(parts.iter().map(of_part));
    // Where one option is best in every future, nothing that is known changes the choice.
    if perfect.0 <= 0.0 {
        let of = known.iter().map(|input| WorthOf { input: *input, value: 0.0, error: 0.0 }).collect();
        return Worth { best: Some(numbers[best]), mean: total.gains[best] / total.count, perfect, of };
    }
    let mut of: Vec<WorthOf> = known
        .par_iter()
        .map(|input| {
            let bins = bins(*input);
            let binned = sums(options, parts, usable, |future| usize::from(bins[future]));
            let (value, error) = binned.gained(sign);
            WorthOf { input: *input, value: value.max(0.0), error }
        })
        .collect();
    of.sort_by(|a, b| b.value.total_cmp(&a.value).then(a.input.cmp(&b.input)));
    Worth { best: Some(numbers[best]), mean: total.gains[best] / total.count, perfect, of }
}

/// The mean over all futures, of the sums and numbers of parts, and how far its 95 % interval reaches.
fn mean_of(parts: impl Iterator<Item = (f64, f64)>) -> (f64, f64) {
    let parts: Vec<(f64, f64)> = parts.filter(|(_, number)| *number > 0.0).collect();
    let (sum, number) = parts.iter().fold((0.0, 0.0), |all, part| (all.0 + part.0, all.1 + part.1));
    let means: Vec<f64> = parts.iter().map(|(sum, number)| sum / number).collect();
    // With a single future there is nothing that chance could have a part in.
    let reach = if means.len() < 2 { 0.0 } else { over_designs(&means).1 };
    (sum / number, reach)
}

/// The sum of each option's values over some futures, and how many these are.
#[derive(Clone, Debug, Default)]
struct Sum {
    gains: Vec<f64>,
    count: f64,
}

impl Sum {
    fn add(&mut self, other: &Self, sign: f64) {
        self.gains.resize(other.gains.len(), 0.0);
        for (gain, more) in self.gains.iter_mut().zip(&other.gains) {
            *gain += sign * more;
        }
        self.count += sign * other.count;
    }
}

/// The futures in which every option has a value: those that are marked, or all where none is.
#[derive(Clone, Copy)]
struct Usable<'a>(&'a [bool]);

impl Usable<'_> {
    fn has(self, future: usize) -> bool {
        self.0.is_empty() || self.0[future]
    }

    /// The sums over all of them, of so many futures.
    #[expect(clippy::cast_precision_loss, reason = "at most 2^26 futures")]
    fn whole(self, options: &[&[f64]], count: usize) -> Sum {
        if self.0.is_empty() {
            return Sum { gains: totals(options), count: count as f64 };
        }
        let sum =
            |values: &&[f64]| values.iter().zip(self.0).filter(|(_, usable)| **usable).map(|(value, _)| value).sum();
        let number = self.0.iter().filter(|usable| **usable).count();
        Sum { gains: options.iter().map(sum).collect(), count: number as f64 }
    }
}

/// For each part of the futures and each bin the sums.
struct Sums(Vec<Vec<Sum>>);

fn sums(options: &[&[f64]], parts: &[Range<usize>], usable: Usable<'_>, bin: impl Fn(usize) -> usize) -> Sums {
    let of_part = |part: &Range<usize>| {
        let mut found = vec![Sum { gains: vec![0.0; options.len()], count: 0.0 }; BINS];
        for future in part.clone().filter(|future| usable.has(*future)) {
            let sum = &mut found[bin(future).min(BINS - 1)];
            for (gain, values) in sum.gains.iter_mut().zip(options) {
                *gain += values[future];
            }
            sum.count += 1.0;
        }
        found
    };
    Sums(parts.iter().map(of_part).collect())
}

impl Sums {
    /// All parts together, in one bin.
    fn total(&self, bin: usize) -> Sum {
        let mut total = Sum::default();
        for part in &self.0 {
            total.add(&part[bin], 1.0);
        }
        total
    }

    /// What the choice by bins gains over the one choice, both made on the other parts.
    fn gained(&self, sign: f64) -> (f64, f64) {
        let bins: Vec<Sum> = (0..BINS).map(|bin| self.total(bin)).collect();
        let of_part = |part: &Vec<Sum>| {
            let others = |bin: usize| {
                let mut others = bins[bin].clone();
                others.add(&part[bin], -1.0);
                others
            };
            let mut all = Sum::default();
            for bin in 0..BINS {
                all.add(&others(bin), 1.0);
            }
            let overall = greatest(&all.gains, sign).unwrap_or(0);
            let (mut sum, mut number) = (0.0, 0.0);
            for (bin, here) in part.iter().enumerate().filter(|(_, here)| here.count > 0.0) {
                let others = others(bin);
                let chosen = greatest(&others.gains, sign).filter(|_| others.count > 0.0).unwrap_or(overall);
                sum += sign * (here.gains[chosen] - here.gains[overall]);
                number += here.count;
            }
            (sum, number)
        };
        mean_of(self.0.iter().map(of_part))
    }
}

/// The first of the options with the greatest sum, or the least.
fn greatest(sums: &[f64], sign: f64) -> Option<usize> {
    let mut best: Option<usize> = None;
    for (option, sum) in sums.iter().enumerate() {
        if best.is_none_or(|best| sign * sum > sign * sums[best]) {
            best = Some(option);
        }
    }
    best
}
