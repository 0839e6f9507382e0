//! What it is worth to know the future, or one input of it, before the choice is made.
//!
//! The expected value of perfect information is what choosing the best option of each future gains over the one option
//! that is best on average (Raiffa and Schlaifer 1961, Applied Statistical Decision Theory). That of one input is the same
//! with the best option of each of [`BINS`] parts of its range that have equally many futures (binning, as in Strong and
//! Oakley 2013, Medical Decision Making 33:755). Which option is best in a part is decided on seven eighths of the futures,
//! and what that gains is counted on the last eighth, in turn: chance in a choice is not taken for knowledge. The eighths
//! are independent, and give the error.

use super::drawn::DrawnId;
use super::futures::{Futures, for_each};
use crate::model::Preference;
use crate::uncertainty::confidence::over_designs;
use rayon::prelude::*;
use std::ops::Range;
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
    let inputs: Vec<DrawnId> = futures.drawn.keys().collect();
    let bins: Vec<Vec<u16>> = inputs.into_par_iter().map(|input| bins(futures.values_of(input))).collect();
    let bins: TiVec<DrawnId, Vec<u16>> = bins.into();
    for_each(preferences, |place, preference| {
        let of = futures.with_values(place);
        let (numbers, columns): (Vec<usize>, Vec<&[f64]>) = of.into_iter().unzip();
        let known = futures.reaching(&numbers, place).into_iter();
        let known: Vec<(DrawnId, &[u16])> = known.map(|input| (input, bins[input].as_slice())).collect();
        worth(&columns, preference.more, &parts, &known, &numbers)
    })
}

/// For each value the part of the range that it lies in; equal values lie in one.
pub(super) fn bins(values: &[f64]) -> Vec<u16> {
    let count = (values.len() / FEWEST).clamp(1, BINS);
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_unstable_by(|a, b| values[*a].total_cmp(&values[*b]).then(a.cmp(b)));
    let mut found = vec![0_u16; values.len()];
    let (mut bin, mut before) = (0_u16, f64::NAN);
    for (rank, future) in order.into_iter().enumerate() {
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

/// What knowing is worth to a choice among some options; `numbers` are those that the options have.
pub(super) fn worth(
    options: &[&[f64]],
    more: bool,
    parts: &[Range<usize>],
    known: &[(DrawnId, &[u16])],
    numbers: &[usize],
) -> Worth {
    let sign = if more { 1.0 } else { -1.0 };
    let count = options.iter().map(|values| values.len()).min().unwrap_or(0);
    let finite = |future: usize| options.iter().all(|values| values[future].is_finite());
    let usable: Vec<bool> = (0..count).map(finite).collect();
    let total = whole(options, &usable);
    let Some(best) = greatest(&total.gains, sign).filter(|_| total.count > 0.0) else {
        return Worth { best: None, mean: f64::NAN, perfect: (f64::NAN, f64::NAN), of: Vec::new() };
    };
    // Option by option, so that the compiler can put futures into lanes.
    let mut greatest_of = vec![f64::NEG_INFINITY; count];
    for values in options {
        for (greatest, value) in greatest_of.iter_mut().zip(*values) {
            *greatest = greatest.max(sign * value);
        }
    }
    let of_part = |part: &Range<usize>| {
        let (mut sum, mut number) = (0.0, 0.0_f64);
        for future in part.clone().filter(|future| usable[*future]) {
            sum += greatest_of[future] - sign * options[best][future];
            number += 1.0;
        }
        (sum, number)
    };
    let perfect = mean_of(parts.iter().map(of_part));
    // Where one option is best in every future, nothing that is known changes the choice.
    if perfect.0 <= 0.0 {
        let of = known.iter().map(|(input, _)| WorthOf { input: *input, value: 0.0, error: 0.0 }).collect();
        return Worth { best: Some(numbers[best]), mean: total.gains[best] / total.count, perfect, of };
    }
    let mut of: Vec<WorthOf> = known
        .par_iter()
        .map(|(input, bins)| {
            let binned = sums(options, parts, &usable, |future| usize::from(bins[future]));
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

/// The sums over all futures in which every option has a value.
fn whole(options: &[&[f64]], usable: &[bool]) -> Sum {
    let sum = |values: &&[f64]| values.iter().zip(usable).filter(|(_, usable)| **usable).map(|(value, _)| value).sum();
    let number = |usable: &bool| if *usable { 1.0 } else { 0.0 };
    Sum { gains: options.iter().map(sum).collect(), count: usable.iter().map(number).sum() }
}

/// For each part of the futures and each bin the sums.
struct Sums(Vec<Vec<Sum>>);

fn sums(options: &[&[f64]], parts: &[Range<usize>], usable: &[bool], bin: impl Fn(usize) -> usize) -> Sums {
    let of_part = |part: &Range<usize>| {
        let mut found = vec![Sum { gains: vec![0.0; options.len()], count: 0.0 }; BINS];
        for future in part.clone().filter(|future| usable[*future]) {
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
