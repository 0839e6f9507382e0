//! The families of distributions before truncation: tails, density, inverse and closed moments of each.
//!
//! Every function takes or gives both probabilities, below and above, of which the smaller counts: so neither tail is
//! lost to rounding. Knows nothing of truncation and of what may go wrong: its parameters have been checked.

use super::beta::Beta;
use super::normal;
use std::sync::Arc;

/// One of several values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Choice {
    pub(super) value: f64,
    /// Its share of the cases.
    pub(super) share: f64,
    /// The share of cases up to this value.
    pub(super) up_to: f64,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Shape {
    Pert { low: f64, mode: f64, high: f64, lambda: f64, beta: Beta },
    Triangular { low: f64, mode: f64, high: f64 },
    Uniform { low: f64, high: f64 },
    LogUniform { low: f64, high: f64 },
    Normal { mean: f64, sd: f64 },
    LogNormal { log_mean: f64, log_sd: f64 },
    Discrete(Arc<[Choice]>),
}

impl Shape {
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Pert { .. } => "PERT",
            Self::Triangular { .. } => "triangular",
            Self::Uniform { .. } => "uniform",
            Self::LogUniform { .. } => "log-uniform",
            Self::Normal { .. } => "normal",
            Self::LogNormal { .. } => "lognormal",
            Self::Discrete(_) => "choices",
        }
    }

    /// The ends.
    pub(super) fn support(&self) -> (f64, f64) {
        match self {
            Self::Pert { low, high, .. }
            | Self::Triangular { low, high, .. }
            | Self::Uniform { low, high }
            | Self::LogUniform { low, high } => (*low, *high),
            Self::Normal { .. } => (f64::NEG_INFINITY, f64::INFINITY),
            Self::LogNormal { .. } => (0.0, f64::INFINITY),
            Self::Discrete(choices) => (
                choices.first().map_or(f64::NAN, |choice| choice.value),
                choices.last().map_or(f64::NAN, |choice| choice.value),
            ),
        }
    }

    /// The mode where the shape is given by one.
    pub(super) fn mode(&self) -> Option<f64> {
        match self {
            Self::Pert { mode, .. } | Self::Triangular { mode, .. } => Some(*mode),
            Self::Discrete(choices) => {
                let heaviest = choices.iter().rev().max_by(|a, b| a.share.total_cmp(&b.share));
                heaviest.map(|choice| choice.value)
            }
            _ => None,
        }
    }

    pub(super) fn mean(&self) -> f64 {
        match self {
            Self::Pert { low, mode, high, lambda, .. } => low + (high - low) * pert_share(*low, *mode, *high, *lambda),
            Self::Triangular { low, mode, high } => (low + mode + high) / 3.0,
            Self::Uniform { low, high } => f64::midpoint(*low, *high),
            Self::LogUniform { low, high } => {
                let log_width = libm::log(high / low);
                if log_width > 0.0 { low * libm::expm1(log_width) / log_width } else { *low }
            }
            Self::Normal { mean, .. } => *mean,
            Self::LogNormal { log_mean, log_sd } => libm::exp(log_mean + log_sd * log_sd / 2.0),
            Self::Discrete(choices) => choices.iter().map(|choice| choice.share * choice.value).sum(),
        }
    }

    pub(super) fn sd(&self) -> f64 {
        match self {
            Self::Pert { low, mode, high, lambda, .. } => {
                let share = pert_share(*low, *mode, *high, *lambda);
                (high - low) * libm::sqrt(share * (1.0 - share) / (lambda + 3.0))
            }
            // (a^2 + m^2 + b^2 - am - ab - mb) / 18, as squares of differences.
            Self::Triangular { low, mode, high } => {
                let (left, right) = (mode - low, high - mode);
                libm::sqrt((left * left + left * right + right * right) / 18.0)
            }
            Self::Uniform { low, high } => (high - low) / libm::sqrt(12.0),
            // mean^2 (w coth w - 1) with w half the width of the logarithm; its series where the difference cancels.
            Self::LogUniform { low, high } => {
                let w = libm::log(high / low) / 2.0;
                let square = w * w;
                let excess = if w < 0.02 {
                    square / 3.0 * (1.0 - square / 15.0 * (1.0 - square * 2.0 / 21.0))
                } else {
                    w / libm::tanh(w) - 1.0
                };
                self.mean() * libm::sqrt(excess)
            }
            Self::Normal { sd, .. } => *sd,
            Self::LogNormal { log_sd, .. } => self.mean() * libm::sqrt(libm::expm1(log_sd * log_sd)),
            Self::Discrete(choices) => {
                let mean = self.mean();
                let square = |choice: &Choice| choice.share * (choice.value - mean) * (choice.value - mean);
                libm::sqrt(choices.iter().map(square).sum())
            }
        }
    }

    /// The probabilities of values up to `x` and of values above.
    pub(super) fn tails(&self, x: f64) -> (f64, f64) {
        let (low, high) = self.support();
        if x < low {
            return (0.0, 1.0);
        }
        if x >= high {
            return (1.0, 0.0);
        }
        match self {
            Self::Pert { beta, .. } => beta.tails((x - low) / (high - low), (high - x) / (high - low)),
            Self::Triangular { mode, .. } => {
                let width = high - low;
                if x < *mode {
                    let lower = (x - low) / width * ((x - low) / (mode - low));
                    (lower, 1.0 - lower)
                } else {
                    let upper = (high - x) / width * ((high - x) / (high - mode));
                    (1.0 - upper, upper)
                }
            }
            Self::Uniform { .. } => ((x - low) / (high - low), (high - x) / (high - low)),
            Self::LogUniform { .. } => {
                let log_width = libm::log(high / low);
                (libm::log(x / low) / log_width, libm::log(high / x) / log_width)
            }
            Self::Normal { mean, sd } => normal::tails((x - mean) / sd),
            Self::LogNormal { log_mean, log_sd } => normal::tails((libm::log(x) - log_mean) / log_sd),
            Self::Discrete(choices) => {
                let after = choices.partition_point(|choice| choice.value <= x);
                let lower = after.checked_sub(1).map_or(0.0, |last| choices[last].up_to);
                (lower, 1.0 - lower)
            }
        }
    }

    /// The value with probability `lower` below and `upper` above. `near` is a value close by, or not a number.
    pub(super) fn quantile(&self, lower: f64, upper: f64, near: f64) -> f64 {
        match self {
            Self::Pert { low, high, beta, .. } => {
                let width = high - low;
                if lower <= upper {
                    low + width * beta.inverse(lower, (near - low) / width)
                } else {
                    high - width * beta.inverse_from_above(upper, (high - near) / width)
                }
            }
            Self::Triangular { low, mode, high } => {
                let width = high - low;
                if lower * width <= mode - low {
                    low + libm::sqrt(lower * width * (mode - low))
                } else {
                    high - libm::sqrt(upper * width * (high - mode))
                }
            }
            Self::Uniform { low, high } => {
                if lower <= upper {
                    low + (high - low) * lower
                } else {
                    high - (high - low) * upper
                }
            }
            Self::LogUniform { low, high } => {
                let log_width = libm::log(high / low);
                if lower <= upper { low * libm::exp(lower * log_width) } else { high * libm::exp(-upper * log_width) }
            }
            Self::Normal { mean, sd } => mean + sd * normal::inverse(lower, upper),
            Self::LogNormal { log_mean, log_sd } => libm::exp(log_mean + log_sd * normal::inverse(lower, upper)),
            Self::Discrete(choices) => {
                let at = choices.partition_point(|choice| choice.up_to < lower);
                choices.get(at).or(choices.last()).map_or(f64::NAN, |choice| choice.value)
            }
        }
    }

    /// The density and its logarithmic derivative, where the shape is smooth.
    pub(super) fn density(&self, x: f64) -> Option<(f64, f64)> {
        Some(match self {
            Self::Pert { low, high, beta, .. } => {
                let width = high - low;
                let (share, rest) = ((x - low) / width, (high - x) / width);
                (beta.density(share, rest) / width, beta.slope(share, rest) / width)
            }
            Self::LogUniform { low, high } => (1.0 / (x * libm::log(high / low)), -1.0 / x),
            Self::Normal { mean, sd } => {
                let z = (x - mean) / sd;
                (normal::density(z) / sd, -z / sd)
            }
            Self::LogNormal { log_mean, log_sd } => {
                let z = (libm::log(x) - log_mean) / log_sd;
                (normal::density(z) / (log_sd * x), -(1.0 + z / log_sd) / x)
            }
            Self::Triangular { .. } | Self::Uniform { .. } | Self::Discrete(_) => return None,
        })
    }
}

/// The mean of a PERT distribution as a share of its width: `(low + lambda mode + high) / (lambda + 2)`, less `low`.
fn pert_share(low: f64, mode: f64, high: f64, lambda: f64) -> f64 {
    if high > low { (1.0 + lambda * ((mode - low) / (high - low))) / (lambda + 2.0) } else { 0.0 }
}
