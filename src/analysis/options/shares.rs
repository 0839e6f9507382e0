//! In how many futures an option meets the conditions, and by how much it fails where it does.

use super::futures::Futures;
use crate::model::Condition;
use crate::uncertainty::confidence::Share;
use crate::uncertainty::summary::percentiles;
use rayon::prelude::*;

/// The percentile of the margins of failure that is given: nineteen of twenty failures are milder.
const BAD: f64 = 0.05;

/// How an option stands to a condition.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Held {
    /// The share of futures in which the condition is met.
    pub share: Share,
    /// The 5th percentile of the margins of those in which it is not, in base units: how far the metric is on the wrong
    /// side of the threshold, negative. Absent where it never fails, or has no value where it does.
    pub margin: Option<f64>,
}

/// What an option meets.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Met {
    /// For each condition; absent where the option lacks the inputs of its metric.
    pub held: Vec<Option<Held>>,
    /// All conditions together; absent where one of them is, or there is none.
    pub all: Option<Share>,
}

/// What each option meets.
pub(super) fn met(futures: &Futures, conditions: &[Condition]) -> Vec<Met> {
    let one = |option: usize| {
        let values: Vec<Option<&[f64]>> =
            (0..conditions.len()).map(|condition| futures.of_condition(option, condition)).collect();
        let held = conditions.iter().zip(&values).map(|(condition, values)| Some(held(futures, condition, (*values)?)));
        let every: Option<Vec<&[f64]>> = values.iter().copied().collect();
        let all = every.filter(|every| !every.is_empty()).map(|every| {
            share(futures, |future| {
                conditions.iter().zip(&every).all(|(condition, values)| condition.holds(values[future]))
            })
        });
        Met { held: held.collect(), all }
    };
    (0..futures.options()).into_par_iter().map(one).collect()
}

fn held(futures: &Futures, condition: &Condition, values: &[f64]) -> Held {
    let beyond = |value: f64| {
        let over = value - condition.threshold;
        if condition.comparison.is_at_least() { over } else { -over }
    };
    let failing: Vec<f64> =
        values.iter().filter(|value| !condition.holds(**value)).map(|value| beyond(*value)).collect();
    let margin = percentiles(&failing, &[BAD]).first().copied().filter(|margin| margin.is_finite());
    Held { share: share(futures, |future| condition.holds(values[future])), margin }
}

/// The share of futures in which something holds. With one future there is nothing to estimate.
pub(super) fn share(futures: &Futures, holds: impl Fn(usize) -> bool) -> Share {
    if futures.settings.is_none() {
        return Share::known(if holds(0) { 1.0 } else { 0.0 });
    }
    let designs = futures.designs();
    let of_each = designs.iter().map(ExactSizeIterator::len).min().unwrap_or(0) as u64;
    let counts: Vec<u64> =
        designs.into_iter().map(|design| design.map(|future| u64::from(holds(future))).sum()).collect();
    Share::of_designs(&counts, of_each)
}

/// The options that meet all conditions in the most futures.
pub(super) fn most(met: &[Met]) -> Vec<usize> {
    let Some(shares) = met.iter().map(|met| met.all.map(|all| all.share)).collect::<Option<Vec<f64>>>() else {
        return Vec::new();
    };
    let greatest = shares.iter().copied().fold(0.0, f64::max);
    (0..shares.len()).filter(|option| shares[*option] >= greatest).collect()
}
