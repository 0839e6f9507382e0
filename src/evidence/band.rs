//! Bands: the spread of a density over a class of missions, each place once.
//!
//! Several figures of one place are one case: the mean of their logarithms stands for it. Of few places only the least
//! figure, the median and the greatest are told; quartiles need more of them and come with an interval.

use crate::quantity::unit::Unit;
use crate::uncertainty::hash::derive;

/// Places below which a class gives no requirement.
pub const LEAST: usize = 5;

/// Places from which on quartiles are told: of fewer, each is the value of one place or two, and the interval of one of
/// them is most of the range.
pub const QUARTILES: usize = 10;

/// How often places are drawn again for the intervals of quartiles.
const RESAMPLES: u64 = 2000;

/// Where the drawing begins.
const SEED: u64 = 1995;

/// The share of samples that an interval is meant to hold the truth in.
const CONFIDENCE: f64 = 0.95;

/// A figure of a mission.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Case {
    /// The mission.
    pub mission: String,
    /// Where it was.
    pub place: String,
    /// The density, in base units.
    pub value: f64,
}

/// A quartile over places with its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Quartile {
    /// The quartile.
    pub value: f64,
    /// Its 95 % interval, of places drawn again.
    pub ci: (f64, f64),
}

/// The spread of a density over some missions.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Band {
    /// The least figure, in base units like all here.
    pub min: f64,
    /// The median of the places.
    pub median: f64,
    /// The greatest figure.
    pub max: f64,
    /// The lower and the upper quartile of the places, of [`QUARTILES`] places or more.
    pub quartiles: Option<[Quartile; 2]>,
    /// The unit values are shown in.
    pub unit: Unit,
    /// The missions in it, the thinnest first.
    pub cases: Vec<Case>,
    /// The places in it, the thinnest first, each with the mean of the logarithms of its figures as a density.
    pub places: Vec<(String, f64)>,
}

/// Where a value stands among missions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rank {
    /// Missions that are less dense.
    pub thinner: usize,
    /// Missions that are as dense, but for rounding.
    pub level: usize,
    /// Missions that are denser.
    pub denser: usize,
}

impl Band {
    pub(super) fn new(unit: &Unit, cases: impl Iterator<Item = Case>) -> Option<Self> {
        let mut cases: Vec<Case> = cases.collect();
        cases.sort_by(|a, b| a.value.total_cmp(&b.value).then_with(|| a.mission.cmp(&b.mission)));
        let places = places(&cases);
        let sorted: Vec<f64> = places.iter().map(|(_, value)| *value).collect();
        let (min, max) = (cases.first()?.value, cases.last()?.value);
        let median = quantile(&sorted, 0.5)?;
        let quartiles = (places.len() >= QUARTILES).then(|| quartiles(&sorted));
        Some(Self { min, median, max, quartiles, unit: unit.clone(), cases, places })
    }

    /// How many missions are in it.
    #[must_use]
    pub fn n(&self) -> usize {
        self.cases.len()
    }

    /// Whether the places are enough to draw a requirement from.
    #[must_use]
    pub fn is_enough(&self) -> bool {
        self.places.len() >= LEAST
    }

    /// The least figure, the median and the greatest in the unit they are shown in.
    #[must_use]
    pub fn shown(&self) -> [f64; 3] {
        [self.min, self.median, self.max].map(|value| self.unit.from_base(value))
    }

    /// The quartiles in the unit they are shown in.
    #[must_use]
    pub fn shown_quartiles(&self) -> Option<[Quartile; 2]> {
        let shown = |value: f64| self.unit.from_base(value);
        let quartiles = self.quartiles?;
        Some(quartiles.map(|of| Quartile { value: shown(of.value), ci: (shown(of.ci.0), shown(of.ci.1)) }))
    }

    /// Where a value stands among the missions.
    #[must_use]
    pub fn rank(&self, value: f64) -> Rank {
        let mut rank = Rank { thinner: 0, level: 0, denser: 0 };
        for case in &self.cases {
            // One last bit between two computations of one density is no difference.
            if (case.value - value).abs() <= 1e-12 * value.abs() {
                rank.level += 1;
            } else if case.value < value {
                rank.thinner += 1;
            } else {
                rank.denser += 1;
            }
        }
        rank
    }

    /// The figures with the weight of each: every place weighs the same, shared equally by its figures. Figures that
    /// are the same, as where two missions had one density, are one with both weights.
    #[must_use]
    pub fn weighted(&self) -> Vec<(f64, f64)> {
        let mut found: Vec<(f64, f64)> = Vec::new();
        for case in &self.cases {
            let of_place = self.cases.iter().filter(|other| other.place == case.place).count();
            let weight = 1.0 / number(of_place * self.places.len());
            match found.last_mut() {
                Some((value, sum)) if (*value - case.value).abs() <= 1e-12 * case.value => *sum += weight,
                _ => found.push((case.value, weight)),
            }
        }
        found
    }
}

/// Each place with the mean of the logarithms of its figures, the thinnest first.
fn places(cases: &[Case]) -> Vec<(String, f64)> {
    let mut found: Vec<(String, f64, usize)> = Vec::new();
    for case in cases {
        let log = libm::log(case.value);
        match found.iter_mut().find(|(place, ..)| *place == case.place) {
            Some((_, sum, count)) => (*sum, *count) = (*sum + log, *count + 1),
            None => found.push((case.place.clone(), log, 1)),
        }
    }
    let alone = |place: &str| cases.iter().find(|case| case.place == place).map_or(f64::NAN, |case| case.value);
    let value = |place: &str, sum: f64, count: usize| {
        // A single figure stays as it is, to its last bit.
        if count == 1 { alone(place) } else { libm::exp(sum / number(count)) }
    };
    let mut means: Vec<(String, f64)> = Vec::with_capacity(found.len());
    for (place, sum, count) in found {
        let value = value(&place, sum, count);
        means.push((place, value));
    }
    means.sort_by(|a, b| a.1.total_cmp(&b.1).then_with(|| a.0.cmp(&b.0)));
    means
}

/// The quartiles of sorted values, with intervals between percentiles of those of values drawn again.
fn quartiles(sorted: &[f64]) -> [Quartile; 2] {
    let shares = [0.25, 0.75];
    let mut drawn: [Vec<f64>; 2] = [Vec::new(), Vec::new()];
    for resample in 0..RESAMPLES {
        let stream = derive(SEED, resample);
        let mut again: Vec<f64> = (0..sorted.len() as u64)
            .filter_map(|draw| {
                let position = usize::try_from(derive(stream, draw) % sorted.len() as u64).ok()?;
                sorted.get(position).copied()
            })
            .collect();
        again.sort_by(f64::total_cmp);
        for (drawn, share) in drawn.iter_mut().zip(shares) {
            drawn.extend(quantile(&again, share));
        }
    }
    let mut found = shares.iter().zip(&mut drawn).map(|(share, drawn)| {
        drawn.sort_by(f64::total_cmp);
        let end = |share: f64| quantile(drawn, share).unwrap_or(f64::NAN);
        let beyond = (1.0 - CONFIDENCE) / 2.0;
        Quartile { value: quantile(sorted, *share).unwrap_or(f64::NAN), ci: (end(beyond), end(1.0 - beyond)) }
    });
    let none = Quartile { value: f64::NAN, ci: (f64::NAN, f64::NAN) };
    [found.next().unwrap_or(none), found.next().unwrap_or(none)]
}

/// A quantile of sorted values: linear between the two next to it (type 7 of Hyndman and Fan, as in numpy and R).
pub(super) fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let place = share.clamp(0.0, 1.0) * number(last);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and the last place")]
    let index = (libm::floor(place) as usize).min(last);
    let (low, high) = (sorted[index], sorted[(index + 1).min(last)]);
    Some(low + (place - libm::floor(place)) * (high - low))
}

#[expect(clippy::cast_precision_loss, reason = "a few hundred missions")]
fn number(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    fn case(mission: &str, place: &str, value: f64) -> Case {
        Case { mission: mission.to_owned(), place: place.to_owned(), value }
    }

    #[test]
    fn quantiles_of_few() {
        assert_eq!(quantile(&[], 0.5), None);
        assert_eq!(quantile(&[3.0], 0.25), Some(3.0));
        assert_eq!(quantile(&[1.0, 2.0, 4.0], 1.0), Some(4.0));
        assert_eq!(quantile(&[1.0, 2.0, 4.0, 8.0], 0.25), Some(1.75));
    }

    #[test]
    fn a_place_counts_once() {
        let cases = [case("a", "here", 4.0), case("b", "here", 1.0), case("c", "there", 8.0), case("d", "far", 1.5)];
        let band = Band::new(&Unit::one(), cases.into_iter()).unwrap();
        assert_eq!((band.n(), band.places.len(), band.is_enough()), (4, 3, false));
        assert_eq!((band.min, band.max, band.quartiles), (1.0, 8.0, None));
        assert_relative_eq!(band.median, 2.0, max_relative = 1e-15);
        let third = 1.0 / 3.0;
        assert_eq!(band.weighted(), [(1.0, third / 2.0), (1.5, third), (4.0, third / 2.0), (8.0, third)]);
        assert_eq!(band.rank(1.5), Rank { thinner: 1, level: 1, denser: 2 });
        assert_eq!(Band::new(&Unit::one(), std::iter::empty()), None);
    }

    #[test]
    fn quartiles_need_ten_places_and_have_an_interval() {
        let cases = |n: u32| (1..=n).map(|k| case(&format!("m{k}"), &format!("p{k}"), f64::from(k)));
        assert_eq!(Band::new(&Unit::one(), cases(9)).unwrap().quartiles, None);
        let [lower, upper] = Band::new(&Unit::one(), cases(11)).unwrap().quartiles.unwrap();
        assert_eq!((lower.value, upper.value), (3.5, 8.5));
        // Drawn again, the lower quartile of 11 is seldom below the second value or above the middle one.
        assert!(lower.ci.0 >= 1.0 && lower.ci.0 <= 2.5 && lower.ci.1 >= 5.0 && lower.ci.1 <= 7.5, "{lower:?}");
        assert!(upper.ci.0 < upper.value && upper.value < upper.ci.1);
        assert_eq!(Band::new(&Unit::one(), cases(11)), Band::new(&Unit::one(), cases(11)));
    }
}
