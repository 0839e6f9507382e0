//! 95 % confidence intervals of what is estimated from samples: means, shares, percentiles, standard deviations.
//!
//! Results of independent designs of equal size have a t interval (Owen 1997, "Scrambled net variance for integrals of
//! smooth functions"). Where a share is near none or all, designs agree by chance about samples that they hardly have;
//! there, and for plain random numbers, Wilson's interval of independent samples stands (Wilson 1927, "Probable inference,
//! the law of succession, and statistical inference", Journal of the American Statistical Association 22:209; Brown, Cai
//! and `DasGupta` 2001, Statistical Science 16:101): designs are spread more evenly than independent samples are, so that it
//! is conservative for them. A percentile's interval is that of the share of samples below it, read off the samples
//! (Woodruff 1952, "Confidence intervals for medians and other position measures"). Knows nothing of what is estimated.

use super::summary::{Moments, replicated};
use statrs::distribution::{ContinuousCDF, StudentsT};

/// The value that a standard normal number stays below in 97.5 % of cases.
pub(crate) const Z95: f64 = 1.959_963_984_540_054;

/// With fewer samples in which something holds, or does not, designs cannot tell how far they err.
pub const FEWEST: u64 = 5;

/// How many samples a share over designs may be off where all of them agree, and then at least: with eight designs that
/// all round a fraction of a sample the same way, it is below `1 - 0.025^(1/8)` of a sample in each with 97.5 %
/// confidence, which are 2.96 samples in all.
pub(crate) const LEAST_SAMPLES: f64 = 3.0;

/// A share of samples.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// The share.
    pub share: f64,
    /// Its 95 % confidence interval, the share inside; both ends are the share where it is known.
    pub ci: (f64, f64),
    /// Whether the interval is that of independent samples because something held in fewer than [`FEWEST`] samples, or
    /// failed to: wider than it need be, as a rule.
    pub conservative: bool,
}

impl Share {
    /// A share that no sampling has a part in.
    #[must_use]
    pub fn known(share: f64) -> Self {
        Self { share, ci: (share, share), conservative: false }
    }

    /// From how often something held in each of several independent designs of `of_each` samples; a single one is one
    /// of independent random samples.
    #[must_use]
    pub fn of_designs(holds: &[u64], of_each: u64) -> Self {
        let samples = of_each * holds.len() as u64;
        let held = holds.iter().sum::<u64>();
        if samples == 0 {
            return Self::known(f64::NAN);
        }
        let share = number(held) / number(samples);
        let conservative = held.min(samples - held) < FEWEST;
        if conservative || holds.len() < 2 {
            return Self { share, ci: wilson(number(held), number(samples)), conservative };
        }
        let shares: Vec<f64> = holds.iter().map(|holds| number(*holds) / number(of_each)).collect();
        let reach = over_designs(&shares).1.max(LEAST_SAMPLES / number(samples));
        Self { share, ci: ((share - reach).max(0.0), (share + reach).min(1.0)), conservative }
    }

    /// A share of so many independent samples; of none it is not a number.
    #[must_use]
    pub fn of_independent(share: f64, samples: u64) -> Self {
        let samples = number(samples);
        let held = libm::round(share * samples);
        let conservative = held.min(samples - held) < number(FEWEST);
        if held.is_nan() { Self::known(f64::NAN) } else { Self { share, ci: wilson(held, samples), conservative } }
    }

    /// Half the interval in standard errors of a normal number, or of Student's t over `designs`.
    #[must_use]
    pub fn error(&self, designs: usize) -> f64 {
        let reach = (self.ci.1 - self.ci.0) / 2.0;
        reach / if designs < 2 || self.conservative { Z95 } else { t95(designs as u64 - 1) }
    }

    /// The share of samples in which it does not hold.
    #[must_use]
    pub fn of_others(&self) -> Self {
        Self { share: 1.0 - self.share, ci: (1.0 - self.ci.1, 1.0 - self.ci.0), ..*self }
    }

    /// Whether chance has a part in it.
    #[must_use]
    pub fn is_estimated(&self) -> bool {
        self.ci.1 > self.ci.0
    }
}

/// Samples of a metric that are kept: the first of each of several independent designs, one behind the other; a single
/// one is one of independent random samples.
#[derive(Clone, Copy, Debug)]
pub struct RetainedValues<'a> {
    /// The values; those that are not finite count as missing.
    pub values: &'a [f64],
    /// How many designs there are.
    pub designs: usize,
    /// How many samples there are in all, kept or not.
    pub samples: u64,
}

impl RetainedValues<'_> {
    /// Intervals of percentiles that were `found` of all samples, for each of some shares; infinite on a side where so
    /// few samples have no bound. Of samples that are not all kept the error follows from those that are, as if it fell
    /// with the root of their number: that of Sobol' points falls faster as a rule. `value` is the value at a share
    /// of all samples.
    #[must_use]
    pub fn of_percentiles(&self, shares: &[f64], found: &[f64], value: impl Fn(&[f64]) -> Vec<f64>) -> Vec<(f64, f64)> {
        let (reaches, finite) = self.reaches(found);
        if finite == 0 {
            return vec![(f64::NAN, f64::NAN); shares.len()];
        }
        let finite = number(finite);
        let samples = (number(self.samples) * finite / number(self.values.len() as u64)).max(finite);
        let of_share = |(share, reach): (&f64, f64)| {
            let few = samples * share.min(1.0 - share) < number(FEWEST);
            if few || reach.is_nan() {
                return wilson(share * samples, samples);
            }
            let reach = (reach * libm::sqrt(finite / samples)).max(LEAST_SAMPLES / samples);
            ((share - reach).max(0.0), (share + reach).min(1.0))
        };
        let wanted: Vec<f64> = shares.iter().zip(reaches).map(of_share).flat_map(|(low, high)| [low, high]).collect();
        let ends = value(&wanted);
        let both = ends.chunks_exact(2).zip(found.iter().zip(shares));
        both.map(|(ends, (found, share))| {
            // Whether all samples lie on one side of a percentile near an end more often than one time in forty.
            let none = |beyond: f64| libm::pow(1.0 - beyond, samples) > 0.025;
            let below = if none(*share) { f64::NEG_INFINITY } else { ends[0].min(*found) };
            let above = if none(1.0 - share) { f64::INFINITY } else { ends[1].max(*found) };
            (below, above)
        })
        .collect()
    }

    /// How far the share of samples below each of some values may be off, by the designs; not a number with fewer than
    /// two of them. And how many finite values that is from.
    fn reaches(&self, at: &[f64]) -> (Vec<f64>, u64) {
        let mut shares = vec![Vec::with_capacity(self.designs); at.len()];
        let (of_each, mut all) = ((self.values.len() / self.designs).max(1), 0);
        for values in self.values.chunks_exact(of_each) {
            let finite = values.iter().map(|value| u64::from(value.is_finite())).sum::<u64>();
            all += finite;
            if finite == 0 || self.designs < 2 {
                continue;
            }
            let whole = values.len() as u64 == finite;
            let only: Vec<f64> =
                if whole { Vec::new() } else { values.iter().copied().filter(|value| value.is_finite()).collect() };
            for (shares, at) in shares.iter_mut().zip(at) {
                shares.push(below(if whole { values } else { &only }, *at) / number(finite));
            }
        }
        (shares.iter().map(|shares| over_designs(shares).1).collect(), all)
    }

    /// The interval of a standard deviation that was `found` of all samples: by the designs', as far as they are kept, or
    /// by those of as many parts of independent samples. Not below 0.
    #[must_use]
    pub(crate) fn of_deviation(&self, found: f64) -> (f64, f64) {
        let parts = self.values.chunks_exact((self.values.len() / PARTS).max(2));
        let deviations: Vec<f64> = parts.map(|part| Moments::of(part).sd()).filter(|sd| sd.is_finite()).collect();
        let reach = over_designs(&deviations).1 * libm::sqrt(number(self.values.len() as u64) / number(self.samples));
        around_deviation(found, reach)
    }
}

/// Parts of independent samples.
const PARTS: usize = 8;

/// An interval of a standard deviation, which is not below 0.
#[must_use]
pub(crate) fn around_deviation(found: f64, reach: f64) -> (f64, f64) {
    ((found - reach).max(0.0), found + reach)
}

/// How many values are less, those that are the same counted by halves.
fn below(values: &[f64], at: f64) -> f64 {
    // Sums of comparisons alone: these the compiler puts into lanes.
    let less: u64 = values.iter().map(|value| u64::from(*value < at)).sum();
    let up_to: u64 = values.iter().map(|value| u64::from(*value <= at)).sum();
    f64::midpoint(number(less), number(up_to))
}

/// Wilson's interval of a probability from how often something held in independent samples, neither number necessarily
/// whole.
#[must_use]
pub fn wilson(held: f64, samples: f64) -> (f64, f64) {
    let (share, square) = (held / samples, Z95 * Z95 / samples);
    let middle = (share + square / 2.0) / (1.0 + square);
    let reach = libm::sqrt(square * (share * (1.0 - share) + square / 4.0)) / (1.0 + square);
    // The ends are exact at none and all, where rounding would leave a little.
    let low = if held <= 0.0 { 0.0 } else { (middle - reach).max(0.0) };
    let high = if held >= samples { 1.0 } else { (middle + reach).min(1.0) };
    (low.min(share), high.max(share))
}

/// The mean of results of independent designs, and how far its 95 % interval reaches; not a number with fewer than two.
#[must_use]
pub fn over_designs(results: &[f64]) -> (f64, f64) {
    let (mean, error) = replicated(results);
    (mean, t95((results.len() as u64).saturating_sub(1)) * error)
}

/// How many standard errors a 95 % interval reaches by Student's t, with at least one degree of freedom.
#[must_use]
pub fn t95(freedom: u64) -> f64 {
    // That of eight designs is wanted for every metric, and takes microseconds to compute.
    if freedom == 7 {
        return 2.364_624_252;
    }
    let quantile = StudentsT::new(0.0, 1.0, number(freedom.max(1))).map_or(f64::NAN, |t| t.inverse_cdf(0.975));
    // The last digits of the library's quantile depend on the platform's functions.
    libm::round(quantile * 1e9) / 1e9
}

#[expect(clippy::cast_precision_loss, reason = "numbers of samples are below 2^48")]
fn number(count: u64) -> f64 {
    count as f64
}
