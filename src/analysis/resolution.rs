//! Judges whether a share of a variance is known well enough to be given: no number is better than one that is chance.
//!
//! A sample's variance of a heavy-tailed spread is made by its few largest values. Designs that happen to have different
//! ones then disagree about the variance itself, and every share of it is worth as little. Where they agree, a share can
//! still have an interval too wide to tell little from much, or lie where no share can be. Knows nothing of how shares
//! are estimated.

use crate::uncertainty::confidence::over_designs;

/// How far the 95 % interval of the variance over the designs may reach, as a share of the variance.
pub const WIDEST_VARIANCE: f64 = 0.5;

/// How wide the 95 % interval of a share may be: half of what a share can be.
pub const WIDEST_SHARE: f64 = 0.5;

/// How far a share may be estimated below 0 or above 1, where its interval reaches back.
pub const OUTSIDE: f64 = 0.1;

/// How far an interval may lie below 0 or above 1: one in forty of a share of nearly 1 does by chance.
const BEYOND: f64 = 0.01;

/// Why an estimate is not given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unresolved {
    /// The designs disagree about the variance: the spread is too heavy-tailed for so many samples.
    Heavy,
    /// The interval is wider than [`WIDEST_SHARE`].
    Wide,
    /// The estimate lies outside 0 to 1, by more than [`OUTSIDE`] or with its whole interval.
    Outside,
}

impl Unresolved {
    /// Its short name, for machines.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Heavy => "variance_not_known",
            Self::Wide => "interval_too_wide",
            Self::Outside => "outside_0_to_1",
        }
    }
}

/// The 95 % interval of a variance from those of independent designs, not below 0.
#[must_use]
pub fn interval(variance: f64, of_designs: &[f64]) -> (f64, f64) {
    let reach = over_designs(of_designs).1;
    ((variance - reach).max(0.0), variance + reach)
}

/// Whether designs agree so badly about a variance that no share of it means anything.
#[must_use]
pub(crate) fn of_variance(variance: f64, (_, high): (f64, f64)) -> Option<Unresolved> {
    let known = high - variance <= WIDEST_VARIANCE * variance;
    (!known).then_some(Unresolved::Heavy)
}

/// Whether a share is worth giving. Without an interval only its own value can speak against it.
#[must_use]
pub(crate) fn of_share(share: f64, (low, high): (f64, f64)) -> Option<Unresolved> {
    if !(-OUTSIDE..=1.0 + OUTSIDE).contains(&share) || low > 1.0 + BEYOND || high < -BEYOND {
        Some(Unresolved::Outside)
    } else if high - low > WIDEST_SHARE {
        Some(Unresolved::Wide)
    } else {
        None
    }
}
