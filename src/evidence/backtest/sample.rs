//! Cases with their outcomes in groups, and groups drawn again.

use super::logistic::number;
use super::measure::Interval;
use crate::uncertainty::hash::derive;
use rayon::prelude::*;

/// Events, and cases without one, below which nothing is scored.
pub const FEWEST_EVENTS: usize = 3;

/// Groups below which nothing is scored.
pub const FEWEST_GROUPS: usize = 5;

/// How often groups are drawn again for an interval.
pub const REDRAWS: usize = 2000;

/// Where the drawing begins.
const SEED: u64 = 1990;

/// Cases with an outcome each, in groups that are left out or drawn as one.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    /// 1 where the event happened, 0 where it did not.
    pub outcomes: Vec<f64>,
    /// The position of each case's group.
    pub group: Vec<usize>,
    /// The names of the groups, in alphabetical order.
    pub groups: Vec<String>,
}

/// Why nothing is scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooFew {
    /// Cases.
    pub cases: usize,
    /// Cases in which the event happened.
    pub events: usize,
    /// Groups.
    pub groups: usize,
}

impl Sample {
    /// Puts cases into groups by their names.
    #[must_use]
    pub fn new(outcomes: &[bool], names: &[&str]) -> Self {
        let mut groups: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        groups.sort_unstable();
        groups.dedup();
        let of = |name: &&str| groups.binary_search_by(|group| group.as_str().cmp(name)).unwrap_or_default();
        let group = names.iter().map(of).collect();
        let outcomes = outcomes.iter().map(|happened| f64::from(u8::from(*happened))).collect();
        Self { outcomes, group, groups }
    }

    /// How many cases there are.
    #[must_use]
    pub fn cases(&self) -> usize {
        self.outcomes.len()
    }

    /// In how many the event happened.
    #[must_use]
    pub fn events(&self) -> usize {
        self.outcomes.iter().filter(|outcome| **outcome > 0.5).count()
    }

    /// The share of cases in which the event happened.
    #[must_use]
    pub fn base_rate(&self) -> f64 {
        number(self.events()) / number(self.cases())
    }

    /// Whether there are events and groups enough to be scored.
    ///
    /// # Errors
    /// What there is, where that is too little.
    pub fn enough(&self) -> Result<(), TooFew> {
        let (cases, events, groups) = (self.cases(), self.events(), self.groups.len());
        let is_enough = events.min(cases - events) >= FEWEST_EVENTS && groups >= FEWEST_GROUPS;
        if is_enough { Ok(()) } else { Err(TooFew { cases, events, groups }) }
    }

    /// The positions of the cases of a group, or of all others.
    pub(super) fn rows(&self, group: usize, inside: bool) -> Vec<usize> {
        (0..self.cases()).filter(|row| (self.group[*row] == group) == inside).collect()
    }

    /// The share of events in all groups but one, for each group.
    pub(super) fn shares_of_others(&self) -> Vec<f64> {
        let share = |group: usize| {
            let others = self.rows(group, false);
            others.iter().map(|row| self.outcomes[*row]).sum::<f64>() / number(others.len())
        };
        (0..self.groups.len()).map(share).collect()
    }

    /// Sums by group of a value of each case, with the number of cases.
    pub(super) fn sums(&self, values: impl Fn(usize) -> f64) -> Vec<f64> {
        let mut sums = vec![0.0; self.groups.len()];
        for (row, group) in self.group.iter().enumerate() {
            sums[*group] += values(row);
        }
        sums
    }
}

/// Groups drawn again with replacement, as many as there are: how often each was drawn, draw by draw.
#[derive(Clone, Debug)]
pub struct Redraws {
    counts: Vec<Vec<f64>>,
}

impl Redraws {
    /// Draws the groups of a sample again `draws` times; the same sample gives the same draws.
    #[must_use]
    pub fn new(sample: &Sample, draws: usize) -> Self {
        let groups = sample.groups.len() as u64;
        let draw = |draw: usize| {
            let stream = derive(SEED, draw as u64);
            let mut counts = vec![0.0; sample.groups.len()];
            for nth in 0..groups {
                if let Ok(group) = usize::try_from(derive(stream, nth) % groups) {
                    counts[group] += 1.0;
                }
            }
            counts
        };
        Self { counts: (0..draws).into_par_iter().map(draw).collect() }
    }

    /// The interval of something that follows from how often each group was drawn.
    pub(super) fn interval(&self, value: f64, of: impl Fn(&[f64]) -> f64 + Sync) -> Interval {
        let drawn: Vec<f64> = self.counts.par_iter().map(|counts| of(counts)).collect();
        Interval::of(value, drawn.into_iter())
    }
}

/// The sum of products.
pub(super) fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
