//! A pool of soldiers from which a force is filled tour after tour.
//!
//! Nobody goes again before the time at home is over. A force larger than the pool can keep indefinitely is filled by
//! soldiers who have not gone yet; what it takes above that is lacking afterwards, until the first are back: over one
//! round of tours, from one departure of the same soldier to the next, everybody goes once and no more. Knows nothing of
//! where the numbers come from.

use crate::quantity::whole;

/// Who can be sent, and how often.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pool {
    /// Soldiers who can be sent at all.
    pub size: f64,
    /// How many of them one post takes: the time from one departure of a soldier to the next over the tour.
    pub factor: f64,
    /// The length of a tour, in years.
    pub tour: f64,
}

impl Pool {
    /// Whether its numbers are such that a force can be filled from it.
    #[must_use]
    pub(crate) fn is_proper(&self) -> bool {
        let finite = |least: f64, value: f64| (least..f64::INFINITY).contains(&value);
        finite(0.0, self.size) && finite(1.0, self.factor) && finite(f64::MIN_POSITIVE, self.tour)
    }

    /// The force that it keeps up indefinitely.
    #[must_use]
    pub fn sustainable(&self) -> f64 {
        self.size / self.factor
    }

    /// Whole tours that it fills of a force before anyone goes again.
    #[must_use]
    pub fn tours(&self, force: f64) -> f64 {
        whole::floor(self.size / force)
    }

    /// The force that can be filled after these tours, until the first are back: those who have not gone yet, spread
    /// over the tours that are left of the round. For forces larger than the sustainable one, of which fewer tours are
    /// filled than make a round.
    #[must_use]
    pub fn left(&self, force: f64) -> f64 {
        let tours = self.tours(force);
        if tours < self.factor {
            (self.size - tours * force).max(0.0) / (self.factor - tours)
        } else {
            self.sustainable()
        }
    }
}
