//! The distributions an input's range can stand for.
//!
//! PERT is the beta distribution on `[low, high]` with shape parameters `1 + 4 (mode - low) / (high - low)` and
//! `1 + 4 (high - mode) / (high - low)` (Malcolm and others 1959): its mean is `(low + 4 mode + high) / 6`.
//! Quantiles come from `statrs`. Knows nothing of sampling.

use statrs::distribution::{Beta, ContinuousCDF, LogNormal, Normal, Triangular};
use std::fmt;

/// The 95th percentile of the standard normal distribution (an interval from p5 to p95 is twice this many standard
/// deviations wide); from its inverse at 0.95.
const Z95: f64 = 1.644_853_626_951_472_7;

/// Probabilities nearer to 0 or 1 than this are taken as this: unbounded distributions have no ends.
const LEAST_PROBABILITY: f64 = 1.0 / 8_589_934_592.0;

/// How an uncertain number spreads. All parameters are in one unit, the number's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Distribution {
    /// Beta-shaped between two ends with a most plausible value.
    Pert {
        /// Least value.
        low: f64,
        /// Most plausible value.
        mode: f64,
        /// Greatest value.
        high: f64,
    },
    /// Triangular between two ends.
    Triangular {
        /// Least value.
        low: f64,
        /// Most plausible value.
        mode: f64,
        /// Greatest value.
        high: f64,
    },
    /// Every value between two ends alike.
    Uniform {
        /// Least value.
        low: f64,
        /// Greatest value.
        high: f64,
    },
    /// Normal.
    Normal {
        /// Mean.
        mean: f64,
        /// Standard deviation, positive.
        sd: f64,
    },
    /// Normal in the logarithm.
    LogNormal {
        /// Mean of the logarithm.
        log_mean: f64,
        /// Standard deviation of the logarithm, positive.
        log_sd: f64,
    },
}

impl Distribution {
    /// The normal distribution with given 5th and 95th percentiles, `p5 < p95`.
    #[must_use]
    pub fn normal_between(p5: f64, p95: f64) -> Self {
        Self::Normal { mean: f64::midpoint(p5, p95), sd: (p95 - p5) / (2.0 * Z95) }
    }

    /// The lognormal distribution with given 5th and 95th percentiles, `0 < p5 < p95`.
    #[must_use]
    pub fn log_normal_between(p5: f64, p95: f64) -> Self {
        let (low, high) = (libm::log(p5), libm::log(p95));
        Self::LogNormal { log_mean: f64::midpoint(low, high), log_sd: (high - low) / (2.0 * Z95) }
    }

    /// The central case where none is stated: the mode of a range that has one, else the middle or the median.
    #[must_use]
    pub fn central(&self) -> f64 {
        match *self {
            Self::Pert { mode, .. } | Self::Triangular { mode, .. } => mode,
            Self::Uniform { low, high } => f64::midpoint(low, high),
            Self::Normal { mean, .. } => mean,
            Self::LogNormal { log_mean, .. } => libm::exp(log_mean),
        }
    }

    /// The mean.
    #[must_use]
    pub fn mean(&self) -> f64 {
        match *self {
            Self::Pert { low, mode, high } => (low + 4.0 * mode + high) / 6.0,
            Self::Triangular { low, mode, high } => (low + mode + high) / 3.0,
            Self::Uniform { low, high } => f64::midpoint(low, high),
            Self::Normal { mean, .. } => mean,
            Self::LogNormal { log_mean, log_sd } => libm::exp(log_mean + log_sd * log_sd / 2.0),
        }
    }

    /// The value that a share `probability` of cases stays below; probabilities at the very ends are moved inside.
    #[must_use]
    pub fn quantile(&self, probability: f64) -> f64 {
        let p = if probability.is_nan() { 0.5 } else { probability };
        let p = p.clamp(LEAST_PROBABILITY, 1.0 - LEAST_PROBABILITY);
        match *self {
            Self::Pert { low, mode, high } => {
                let width = high - low;
                let shapes = (1.0 + 4.0 * (mode - low) / width, 1.0 + 4.0 * (high - mode) / width);
                Beta::new(shapes.0, shapes.1).map_or(mode, |beta| low + width * beta.inverse_cdf(p))
            }
            Self::Triangular { low, mode, high } => {
                Triangular::new(low, high, mode).map_or(mode, |triangular| triangular.inverse_cdf(p))
            }
            Self::Uniform { low, high } => low + (high - low) * p,
            Self::Normal { mean, sd } => Normal::new(mean, sd).map_or(mean, |normal| normal.inverse_cdf(p)),
            Self::LogNormal { log_mean, log_sd } => {
                LogNormal::new(log_mean, log_sd).map_or(self.central(), |log_normal| log_normal.inverse_cdf(p))
            }
        }
    }

    /// The range that is shown and guarded: the ends where there are ends, else the 5th and 95th percentile.
    #[must_use]
    pub fn range(&self) -> (f64, f64) {
        match *self {
            Self::Pert { low, high, .. } | Self::Triangular { low, high, .. } | Self::Uniform { low, high } => {
                (low, high)
            }
            Self::Normal { .. } | Self::LogNormal { .. } => (self.quantile(0.05), self.quantile(0.95)),
        }
    }

    /// Whether the range has ends that no value passes.
    #[must_use]
    pub fn has_ends(&self) -> bool {
        !matches!(self, Self::Normal { .. } | Self::LogNormal { .. })
    }
}

impl fmt::Display for Distribution {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Pert { .. } => "PERT",
            Self::Triangular { .. } => "triangular",
            Self::Uniform { .. } => "uniform",
            Self::Normal { .. } => "normal",
            Self::LogNormal { .. } => "lognormal",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    #[test]
    fn percentiles_given_are_percentiles_found() {
        for (p5, p95) in [(25.0, 33.0), (1.0, 1000.0)] {
            for distribution in [Distribution::normal_between(p5, p95), Distribution::log_normal_between(p5, p95)] {
                assert_relative_eq!(distribution.quantile(0.05), p5, max_relative = 1e-12, epsilon = 1e-11);
                assert_relative_eq!(distribution.quantile(0.95), p95, max_relative = 1e-12);
            }
        }
    }

    #[test]
    fn a_skewed_pert_has_the_mean_of_its_formula() {
        // PERT(900, 1000, 1300): 1033.33; a known slip in other tools gives 1055.56.
        let pert = Distribution::Pert { low: 900.0, mode: 1000.0, high: 1300.0 };
        assert_relative_eq!(pert.mean(), 1_033.333_333_333_333_3, max_relative = 1e-14);
        let steps = 20_000;
        let by_quantiles: f64 =
            (0..steps).map(|k| pert.quantile((f64::from(k) + 0.5) / f64::from(steps))).sum::<f64>() / f64::from(steps);
        assert_relative_eq!(by_quantiles, pert.mean(), max_relative = 1e-6);
    }

    #[test]
    fn no_probability_makes_it_panic() {
        let all = [
            Distribution::Pert { low: 0.0, mode: 0.0, high: 1.0 },
            Distribution::Pert { low: 2.0, mode: 2.0, high: 2.0 },
            Distribution::Triangular { low: 2.0, mode: 2.0, high: 2.0 },
            Distribution::Uniform { low: -1.0, high: 1.0 },
            Distribution::normal_between(1.0, 2.0),
            Distribution::log_normal_between(1.0, 2.0),
        ];
        for distribution in all {
            for p in [-1.0, 0.0, 1e-300, 0.5, 1.0, 2.0, f64::NAN, f64::INFINITY] {
                assert!(distribution.quantile(p).is_finite(), "{distribution} at {p}");
            }
        }
    }
}
