//! Regret: how much worse an option is than the best one of each future, in each metric of interest.
//!
//! Futures in which a metric has no value for some option are left out of that metric's regret, and counted.

use super::futures::{Futures, for_each, pairs};
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

/// The regrets, and which options are dominated.
pub(super) fn all(futures: &Futures, preferences: &[Preference]) -> (Vec<Regret>, Vec<Dominance>) {
    let regrets = || {
        for_each(preferences, |place, preference| {
            let of = futures.with_values(place);
            let columns: Vec<&[f64]> = of.iter().map(|(_, values)| *values).collect();
            let (found, undefined) = regret(&columns, preference.more);
            let mut all: Vec<Option<RegretOf>> = vec![None; futures.options()];
            for ((option, _), found) in of.into_iter().zip(found) {
                all[option] = found;
            }
            Regret { minimax: least(&all), of: all, undefined }
        })
    };
    rayon::join(regrets, || dominated(futures, preferences))
}

/// The regret of each of some options, of which each has a value in every future, and the number of futures left out.
pub(super) fn regret(options: &[&[f64]], more: bool) -> (Vec<Option<RegretOf>>, u64) {
    let count = options.iter().map(|values| values.len()).min().unwrap_or(0);
    // Losses: less is better.
    let sign = if more { -1.0 } else { 1.0 };
    let mut best = vec![f64::INFINITY; count];
    let mut whole = vec![0.0; count];
    for values in options {
        for ((best, whole), value) in best.iter_mut().zip(&mut whole).zip(*values) {
            *best = best.min(sign * value);
            // Not a number as soon as one of them is not finite.
            *whole += value * 0.0;
        }
    }
    let undefined = whole.iter().map(|whole: &f64| u64::from(whole.is_nan())).sum::<u64>();
    let one = |values: &&[f64]| {
        let mut regrets: Vec<f64> = values.iter().zip(&best).map(|(value, best)| sign * value - best).collect();
        if undefined > 0 {
            let mut defined = whole.iter().map(|whole: &f64| !whole.is_nan());
            regrets.retain(|_| defined.next().unwrap_or(false));
        }
        of(&regrets)
    };
    (options.iter().map(one).collect(), undefined)
}

#[expect(clippy::cast_precision_loss, reason = "at most 2^26 futures")]
fn of(regrets: &[f64]) -> Option<RegretOf> {
    if regrets.is_empty() {
        return None;
    }
    let count = regrets.len() as f64;
    let largest = regrets.iter().copied().fold(0.0, f64::max);
    let best = regrets.iter().map(|regret| u32::from(*regret <= 0.0)).sum::<u32>();
    // Without regret in any future there is nothing to put in order.
    let found = if largest > 0.0 { percentiles(regrets, &SHARES) } else { vec![0.0; SHARES.len()] };
    let percentiles = found.try_into().unwrap_or([f64::NAN; 7]);
    Some(RegretOf { mean: regrets.iter().sum::<f64>() / count, percentiles, largest, best: f64::from(best) / count })
}

/// The options with the least greatest regret.
fn least(all: &[Option<RegretOf>]) -> Vec<usize> {
    let largest = |option: usize| all[option].as_ref().map(|found| found.largest);
    let least = (0..all.len()).filter_map(largest).fold(f64::INFINITY, f64::min);
    (0..all.len()).filter(|option| largest(*option).is_some_and(|largest| largest <= least)).collect()
}

/// Options that another one beats or equals throughout. Of options that are the same throughout none is dominated.
fn dominated(futures: &Futures, preferences: &[Preference]) -> Vec<Dominance> {
    let mut found: Vec<Dominance> = Vec::new();
    if preferences.is_empty() {
        return found;
    }
    for (one, other) in pairs(futures.options()) {
        let (mut one_is_better, mut other_is_better, mut comparable) = (false, false, true);
        for (place, preference) in preferences.iter().enumerate() {
            let (Some(a), Some(b)) = (futures.of_preference(one, place), futures.of_preference(other, place)) else {
                comparable = false;
                break;
            };
            for (a, b) in a.iter().zip(b).filter(|(a, b)| a.is_finite() && b.is_finite()) {
                one_is_better |= preference.is_better(*a, *b);
                other_is_better |= preference.is_better(*b, *a);
            }
            if one_is_better && other_is_better {
                break;
            }
        }
        match (comparable, one_is_better, other_is_better) {
            (true, true, false) => found.push(Dominance { option: other, by: one }),
            (true, false, true) => found.push(Dominance { option: one, by: other }),
            _ => {}
        }
    }
    // One better option is enough to know.
    found.sort_by_key(|dominance| (dominance.option, dominance.by));
    found.dedup_by_key(|dominance| dominance.option);
    found
}
