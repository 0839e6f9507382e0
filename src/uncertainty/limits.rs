//! Cuts distributions off at what an input can be at all.
//!
//! A distribution whose tail passes a limit is cut there: what remains is spread as before, and no draw lies outside. Of
//! a lower limit that is open no draw comes closer than a rounding error of the spread. Knows nothing of which limits
//! an input has and how much may be cut.

use super::distribution::{Distribution, DistributionError, LEAST_PROBABILITY};

/// The values that can be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// The least one.
    pub low: f64,
    /// The greatest one.
    pub high: f64,
    /// Whether the least one is itself outside.
    pub is_open: bool,
}

impl Limits {
    /// Whether a value is inside.
    #[must_use]
    pub fn contain(&self, value: f64) -> bool {
        (self.low..=self.high).contains(&value) && !(self.is_open && value <= self.low)
    }
}

impl Distribution {
    /// The share of cases outside some limits, on both sides together. Shares that no draw can fall into are 0.
    #[must_use]
    pub fn outside(&self, limits: &Limits) -> f64 {
        if let Some(choices) = self.choices() {
            return choices.iter().filter(|(value, _)| !limits.contain(*value)).map(|(_, share)| share).sum();
        }
        let below = if limits.low.is_finite() { self.tails(limits.low).0 } else { 0.0 };
        let above = if limits.high.is_finite() { self.tails(limits.high).1 } else { 0.0 };
        // Half the probability that draws keep from the ends.
        if below + above > LEAST_PROBABILITY / 2.0 { below + above } else { 0.0 }
    }

    /// The cases within some limits.
    ///
    /// # Errors
    /// When there are next to none.
    pub fn within(&self, limits: &Limits) -> Result<Self, DistributionError> {
        let finite = |limit: f64| Some(limit).filter(|limit| limit.is_finite());
        let cut = self.outside(limits) > 0.0;
        let mut inside = if cut { self.truncated(finite(limits.low), finite(limits.high))? } else { self.clone() };
        inside.outside_limits = self.outside_limits;
        inside.outside_limits.is_cut |= cut && self.choices().is_none();
        // A lognormal distribution keeps away from zero by itself, unless it is so wide that its draws round to it.
        let reaches = inside.is_limited() || inside.has_ends() || inside.quantile(0.0) <= limits.low;
        if limits.is_open && reaches && inside.choices().is_none() && inside.support().0 <= limits.low {
            let resolved = (inside.sd() * LEAST_PROBABILITY).max(f64::MIN_POSITIVE);
            inside.outside_limits.floor = Some(limits.low + resolved);
        }
        Ok(inside)
    }

    /// The least and the greatest value that a draw can have; an end that values reach is one of them.
    #[must_use]
    pub fn drawn(&self) -> (f64, f64) {
        if self.has_ends() { self.support() } else { (self.quantile(0.0), self.quantile(1.0)) }
    }
}
