//! A rule as it is said: the event expected on one side of a threshold, and how often that came true.

use super::logistic::number;
use super::measure::Interval;
use super::sample::{Redraws, Sample, dot};

/// How often a rule as it is said was right, beside always saying the commoner outcome.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Said {
    /// The share of cases in which it was right.
    pub hits: f64,
    /// The share in which the commoner outcome alone was right.
    pub hits_base: f64,
    /// The difference of the two, with its interval.
    pub gain: Interval,
    /// Events that it expected.
    pub expected: usize,
    /// Events it expected that did not happen.
    pub false_alarms: usize,
    /// Events it did not expect.
    pub missed: usize,
    /// Cases in which it expected none and none happened.
    pub quiet: usize,
}

/// Holds a rule as it is said against outcomes; `expects` is whether it expects the event, case by case.
#[must_use]
pub fn said(sample: &Sample, expects: &[bool], redraws: &Redraws) -> Said {
    let happened = |row: usize| sample.outcomes[row] > 0.5;
    let count = |expected: bool, came: bool| {
        (0..sample.cases()).filter(|row| expects[*row] == expected && happened(*row) == came).count()
    };
    let cases = sample.sums(|_| 1.0);
    let right = sample.sums(|row| f64::from(u8::from(expects[row] == happened(row))));
    let events = sample.sums(|row| sample.outcomes[row]);
    let commoner = |share: f64| share.max(1.0 - share);
    let hits = number(count(true, true) + count(false, false)) / number(sample.cases());
    let hits_base = commoner(sample.base_rate());
    let gain = redraws.interval(hits - hits_base, |drawn| {
        let all = dot(drawn, &cases);
        dot(drawn, &right) / all - commoner(dot(drawn, &events) / all)
    });
    Said {
        hits,
        hits_base,
        gain,
        expected: count(true, true),
        false_alarms: count(true, false),
        missed: count(false, true),
        quiet: count(false, false),
    }
}
