//! Bands: the quartiles of a density over a class of missions.

use crate::quantity::unit::Unit;

/// Missions below which quartiles are no band: the missions are shown as points then.
pub const LEAST: usize = 5;

/// The spread of a density over some missions.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// The least value, in base units like all here.
    pub min: f64,
    /// The lower quartile.
    pub q1: f64,
    /// The median.
    pub median: f64,
    /// The upper quartile.
    pub q3: f64,
    /// The greatest value.
    pub max: f64,
    /// The unit values are shown in.
    pub unit: Unit,
    /// The missions in it with their values, the thinnest first.
    pub missions: Vec<(String, f64)>,
}

impl Band {
    pub(super) fn new(unit: &Unit, missions: impl Iterator<Item = (String, f64)>) -> Option<Self> {
        let mut missions: Vec<(String, f64)> = missions.collect();
        missions.sort_by(|a, b| a.1.total_cmp(&b.1).then_with(|| a.0.cmp(&b.0)));
        let sorted: Vec<f64> = missions.iter().map(|(_, value)| *value).collect();
        let at = |share: f64| quantile(&sorted, share);
        let (min, max) = (*sorted.first()?, *sorted.last()?);
        Some(Self { min, q1: at(0.25)?, median: at(0.5)?, q3: at(0.75)?, max, unit: unit.clone(), missions })
    }

    /// How many missions are in it.
    #[must_use]
    pub fn n(&self) -> usize {
        self.missions.len()
    }

    /// Whether the missions are enough to speak of a band; otherwise they are points.
    #[must_use]
    pub fn is_band(&self) -> bool {
        self.n() >= LEAST
    }

    /// Minimum, quartiles and maximum in the unit they are shown in.
    #[must_use]
    pub fn shown(&self) -> [f64; 5] {
        [self.min, self.q1, self.median, self.q3, self.max].map(|value| self.unit.from_base(value))
    }

    /// The share of missions that are thinner than a value; those as dense count half.
    #[must_use]
    pub fn percentile(&self, value: f64) -> f64 {
        let (mut below, mut level) = (0.0, 0.0);
        for (_, other) in &self.missions {
            // One last bit between two computations of one density is no difference.
            if (other - value).abs() <= 1e-12 * value.abs() {
                level += 1.0;
            } else if *other < value {
                below += 1.0;
            }
        }
        #[expect(clippy::cast_precision_loss, reason = "a few hundred missions")]
        let n = self.n() as f64;
        (below + level / 2.0) / n
    }

    /// How many missions are thinner than a value.
    #[must_use]
    pub fn thinner(&self, value: f64) -> usize {
        self.missions.iter().filter(|(_, other)| *other < value * (1.0 - 1e-12)).count()
    }
}

/// A quantile of sorted values: linear between the two next to it (type 7 of Hyndman and Fan, as in numpy and R).
fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    #[expect(clippy::cast_precision_loss, reason = "a few hundred missions")]
    let place = share.clamp(0.0, 1.0) * last as f64;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and the last place")]
    let index = (libm::floor(place) as usize).min(last);
    let (low, high) = (sorted[index], sorted[(index + 1).min(last)]);
    Some(low + (place - libm::floor(place)) * (high - low))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_of_few() {
        assert_eq!(quantile(&[], 0.5), None);
        assert_eq!(quantile(&[3.0], 0.25), Some(3.0));
        assert_eq!(quantile(&[1.0, 2.0, 4.0], 1.0), Some(4.0));
        assert_eq!(quantile(&[1.0, 2.0, 4.0, 8.0], 0.25), Some(1.75));
    }

    #[test]
    fn a_value_level_with_a_mission_counts_half_of_it() {
        let missions = [4.0, 1.0, 2.0].map(|value| (format!("mission {value}"), value));
        let band = Band::new(&Unit::one(), missions.into_iter()).unwrap();
        assert_eq!((band.min, band.median, band.max), (1.0, 2.0, 4.0));
        assert_eq!((band.percentile(0.5), band.percentile(2.0), band.percentile(9.0)), (0.0, 0.5, 1.0));
        assert_eq!((band.thinner(2.0), band.is_band()), (1, false));
        assert_eq!(Band::new(&Unit::one(), std::iter::empty()), None);
    }
}
