//! Regret: how much worse an option is than the best one of each future, in each metric of interest.
//!
//! Futures in which a metric has no value for some option are left out of that metric's regret, and counted.

use super::compared::Compared;
use super::futures::{Futures, SharedBy, TOGETHER, defined, for_each, totals};
use crate::model::Preference;
use crate::uncertainty::summary::percentiles;

/// The percentiles of regret that are given; the first and the last and the middle one are named, the others shade strips.
pub const SHARES: [f64; 7] = [0.05, 0.15, 0.3, 0.5, 0.7, 0.85, 0.95];

/// The regret in one metric.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Regret {
    /// For each option; absent where it lacks the metric, or no future has a value.
    pub of: Vec<Option<RegretOf>>,
    /// Futures that are left out because an option has no value.
    pub undefined: u64,
    /// Options with the least greatest regret.
    pub minimax: Vec<usize>,
}

/// An option's regret, in base units; never negative.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RegretOf {
    /// The mean.
    pub mean: f64,
    /// Percentiles at [`SHARES`].
    pub percentiles: [f64; 7],
    /// The largest.
    pub largest: f64,
    /// The share of futures in which no option is better.
    pub best: f64,
}

impl RegretOf {
    /// The median.
    #[must_use]
    pub fn median(&self) -> f64 {
        self.percentiles[3]
    }

    /// The 95th percentile.
    #[must_use]
    pub fn p95(&self) -> f64 {
        self.percentiles[6]
    }
}

/// An option that is never better than another and worse at least once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dominance {
    /// The option.
    pub option: usize,
    /// The other one.
    pub by: usize,
}

/// The regret in each metric of interest.
pub(super) fn all(futures: &Futures, preferences: &[Preference]) -> Vec<Regret> {
    for_each(preferences, Scratch::default, |scratch, place, preference| {
        let different = futures.different(place);
        let (found, undefined) = regret(&different, preference.more, scratch);
        let mut all: Vec<Option<RegretOf>> = vec![None; futures.options()];
        for (shared, found) in different.iter().zip(found) {
            for option in &shared.options {
                all[*option].clone_from(&found);
            }
        }
        Regret { minimax: least(&all), of: all, undefined }
    })
}

/// Columns that are used again, for a new one costs more than what is done with it.
#[derive(Default)]
pub(super) struct Scratch {
    best: Vec<f64>,
    regrets: [Vec<f64>; TOGETHER],
}

/// The regret of each of some options, of which each has a value in every future, and the number of futures left out.
pub(super) fn regret(
    options: &[SharedBy<'_>],
    more: bool,
    Scratch { best, regrets }: &mut Scratch,
) -> (Vec<Option<RegretOf>>, u64) {
    let count = options.iter().map(|option| option.values.len()).min().unwrap_or(0);
    // Losses: less is better.
    let sign = if more { -1.0 } else { 1.0 };
    best.clear();
    best.resize(count, f64::INFINITY);
    for option in options {
        for (best, value) in best.iter_mut().zip(option.values) {
            *best = best.min(sign * value);
        }
    }
    let defined = defined(options, count);
    let undefined = defined.iter().map(|defined| u64::from(!defined)).sum::<u64>();
    let mut found = Vec::with_capacity(options.len());
    for some in options.chunks(TOGETHER) {
        for (regrets, option) in regrets.iter_mut().zip(some) {
            regrets.clear();
            regrets.extend(option.values.iter().zip(&*best).map(|(value, best)| sign * value - best));
            if undefined > 0 {
                let mut defined = defined.iter();
                regrets.retain(|_| defined.next().copied().unwrap_or(false));
            }
        }
        let columns: Vec<&[f64]> = regrets.iter().take(some.len()).map(Vec::as_slice).collect();
        found.extend(columns.iter().zip(totals(&columns)).map(|(regrets, total)| of(regrets, total)));
    }
    (found, undefined)
}

#[expect(clippy::cast_precision_loss, reason = "at most 2^26 futures")]
fn of(regrets: &[f64], total: f64) -> Option<RegretOf> {
    if regrets.is_empty() {
        return None;
    }
    let count = regrets.len() as f64;
    let largest = largest(regrets);
    let best = regrets.iter().map(|regret| u32::from(*regret <= 0.0)).sum::<u32>();
    // Without regret in any future there is nothing to put in order.
    let found = if largest > 0.0 { percentiles(regrets, &SHARES) } else { vec![0.0; SHARES.len()] };
    let percentiles = found.try_into().unwrap_or([f64::NAN; 7]);
    Some(RegretOf { mean: total / count, percentiles, largest, best: f64::from(best) / count })
}

/// The largest of some regrets, in lanes.
fn largest(regrets: &[f64]) -> f64 {
    let mut lanes = [0.0; 8];
    let greater = |one: f64, other: f64| if other > one { other } else { one };
    let whole = regrets.chunks_exact(lanes.len());
    let rest = whole.remainder().iter().copied().fold(0.0, greater);
    for chunk in whole {
        for (lane, regret) in lanes.iter_mut().zip(chunk) {
            *lane = greater(*lane, *regret);
        }
    }
    lanes.into_iter().fold(rest, greater)
}

/// The options with the least greatest regret.
fn least(all: &[Option<RegretOf>]) -> Vec<usize> {
    let largest = |option: usize| all[option].as_ref().map(|found| found.largest);
    let least = (0..all.len()).filter_map(largest).fold(f64::INFINITY, f64::min);
    (0..all.len()).filter(|option| largest(*option).is_some_and(|largest| largest <= least)).collect()
}

/// Options that another one beats or equals throughout. Of options that are the same throughout none is dominated.
pub(super) fn dominated(compared: &Compared) -> Vec<Dominance> {
    let mut found: Vec<Dominance> = Vec::new();
    for (pair, (one, other)) in compared.pairs.iter().copied().enumerate() {
        let all: Option<Vec<[u64; 3]>> = compared.better.iter().map(|better| better[pair]).collect();
        let Some(all) = all else { continue };
        let is_better = |at: usize| all.iter().any(|better| better[at] > 0);
        match (is_better(0), is_better(1)) {
            (true, false) => found.push(Dominance { option: other, by: one }),
            (false, true) => found.push(Dominance { option: one, by: other }),
            _ => {}
        }
    }
    // One better option is enough to know.
    found.sort_by_key(|dominance| (dominance.option, dominance.by));
    found.dedup_by_key(|dominance| dominance.option);
    found
}
