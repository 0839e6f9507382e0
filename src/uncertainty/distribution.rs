//! The distributions an input's range can stand for.
//!
//! | family | quantile function |
//! |---|---|
//! | PERT | that of the beta distribution on `[low, high]` with parameters `1 + lambda (mode - low) / (high - low)` and `1 + lambda (high - mode) / (high - low)` (Malcolm and others 1959, Operations Research 7, 646; `lambda` of 4 as there): its mean is `(low + lambda mode + high) / (lambda + 2)` |
//! | triangular | `low + sqrt(p (high - low) (mode - low))` up to the mode, and the same from `high` beyond |
//! | uniform | `low + p (high - low)` |
//! | log-uniform | `low (high / low)^p` |
//! | normal | `mean + sd z(p)` |
//! | lognormal | `exp(log_mean + log_sd z(p))` |
//! | choices | the least value that with those below it has at least the share `p` of the weights |
//!
//! Cutting off at `min` and `max` leaves the quantiles `Q(F(min) + p (F(max) - F(min)))`. A distribution is valid once it
//! is made: nothing computed from it fails. Knows nothing of sampling.

use super::beta::Beta;
use super::check::{finite, ordered, ordered_with_mode, scores};
use super::cut::{Cut, OutsideLimits};
pub use super::error::DistributionError;
use super::evaluation::Evaluation;
use super::moments;
use super::shape::{Choice, Shape};
use std::fmt;
use std::sync::{Arc, OnceLock};

/// Probabilities nearer to 0 or 1 than this are taken as this: unbounded distributions have no ends.
pub(crate) const LEAST_PROBABILITY: f64 = f64::EPSILON / 2.0;

/// The weight of the mode in a PERT distribution where none is stated.
pub const USUAL_LAMBDA: f64 = 4.0;

/// The greatest weight of the mode: beyond it the range is a value.
const GREATEST_LAMBDA: f64 = 1000.0;

/// A cut that leaves less than this share of the cases leaves nothing.
const LEAST_LEFT: f64 = 1e-9;

/// How an uncertain number spreads. All parameters are in one unit, the number's.
///
/// ```
/// use forcesize::uncertainty::distribution::{Distribution, USUAL_LAMBDA};
///
/// let days = Distribution::pert(20.0, 30.0, 60.0, USUAL_LAMBDA)?;
/// assert!((days.mean() - 100.0 / 3.0).abs() < 1e-12);
/// assert!((days.cdf(days.quantile(0.9)) - 0.9).abs() < 1e-12);
/// # Ok::<(), forcesize::uncertainty::distribution::DistributionError>(())
/// ```
///
/// Two are equal whose parameters are, whether or not one of them has been prepared for many evaluations already.
#[derive(Clone, Debug)]
pub struct Distribution {
    shape: Shape,
    cut: Option<Cut>,
    /// What it was held to beyond its own parameters.
    pub(super) outside_limits: OutsideLimits,
    /// How its quantiles are evaluated, worked out when many are first asked for: once for it and all its copies.
    pub(super) evaluation: Arc<OnceLock<Evaluation>>,
}

impl PartialEq for Distribution {
    fn eq(&self, other: &Self) -> bool {
        self.shape == other.shape && self.cut == other.cut && self.outside_limits == other.outside_limits
    }
}

impl Distribution {
    /// Beta-shaped between two ends with a most plausible value of weight `lambda`, [`USUAL_LAMBDA`] as a rule. A range
    /// without width is a constant, as it is for all ranges here.
    pub fn pert(low: f64, mode: f64, high: f64, lambda: f64) -> Result<Self, DistributionError> {
        ordered_with_mode(low, mode, high)?;
        if !(0.0..=GREATEST_LAMBDA).contains(&lambda) {
            return Err(DistributionError::LambdaOutside);
        }
        if high <= low {
            return Self::uniform(low, high);
        }
        let share = |part: f64| 1.0 + lambda * (part / (high - low));
        let beta = Beta::new(share(mode - low), share(high - mode));
        Self::checked(Shape::Pert { low, mode, high, lambda, beta })
    }

    /// Triangular between two ends with a most plausible value.
    pub fn triangular(low: f64, mode: f64, high: f64) -> Result<Self, DistributionError> {
        ordered_with_mode(low, mode, high)?;
        Self::checked(Shape::Triangular { low, mode, high })
    }

    /// Every value between two ends alike.
    pub fn uniform(low: f64, high: f64) -> Result<Self, DistributionError> {
        ordered(low, high)?;
        Self::checked(Shape::Uniform { low, high })
    }

    /// Every factor alike between two ends greater than zero.
    pub fn log_uniform(low: f64, high: f64) -> Result<Self, DistributionError> {
        ordered(low, high)?;
        if low <= 0.0 {
            return Err(DistributionError::NotPositive);
        }
        Self::checked(Shape::LogUniform { low, high })
    }

    /// Normal.
    pub fn normal(mean: f64, sd: f64) -> Result<Self, DistributionError> {
        finite(&[mean, sd])?;
        if sd <= 0.0 {
            return Err(DistributionError::SdNotPositive);
        }
        Self::checked(Shape::Normal { mean, sd })
    }

    /// The normal distribution with the value `value_low` at the share `p_low` (0.05 for the 5th percentile) and
    /// `value_high` at `p_high`: `sd = (value_high - value_low) / (z_high - z_low)`.
    pub fn normal_from(p_low: f64, value_low: f64, p_high: f64, value_high: f64) -> Result<Self, DistributionError> {
        let (from, to) = scores((p_low, value_low), (p_high, value_high))?;
        let sd = (value_high - value_low) / (to - from);
        Self::normal(value_low - from * sd, sd)
    }

    /// Normal in the logarithm, with the mean and the standard deviation of the logarithm.
    pub fn log_normal(log_mean: f64, log_sd: f64) -> Result<Self, DistributionError> {
        finite(&[log_mean, log_sd])?;
        if log_sd <= 0.0 {
            return Err(DistributionError::SdNotPositive);
        }
        Self::checked(Shape::LogNormal { log_mean, log_sd })
    }

    /// The lognormal distribution with a mean and a standard deviation: `log_sd^2 = ln(1 + (sd / mean)^2)` and
    /// `log_mean = ln(mean) - log_sd^2 / 2`.
    pub fn log_normal_with(mean: f64, sd: f64) -> Result<Self, DistributionError> {
        finite(&[mean, sd])?;
        if mean <= 0.0 {
            return Err(DistributionError::NotPositive);
        }
        if sd <= 0.0 {
            return Err(DistributionError::SdNotPositive);
        }
        let square = libm::log1p((sd / mean) * (sd / mean));
        Self::log_normal(libm::log(mean) - square / 2.0, libm::sqrt(square))
    }

    /// The lognormal distribution with the values of two percentiles, as in [`Distribution::normal_from`].
    pub fn log_normal_from(
        p_low: f64,
        value_low: f64,
        p_high: f64,
        value_high: f64,
    ) -> Result<Self, DistributionError> {
        let (from, to) = scores((p_low, value_low), (p_high, value_high))?;
        if value_low <= 0.0 {
            return Err(DistributionError::NotPositive);
        }
        let (low, high) = (libm::log(value_low), libm::log(value_high));
        let log_sd = (high - low) / (to - from);
        Self::log_normal(low - from * log_sd, log_sd)
    }

    /// One of several values, each with its weight. Weights need not add up to 1; equal values are added up.
    pub fn discrete(choices: &[(f64, f64)]) -> Result<Self, DistributionError> {
        if choices.is_empty() {
            return Err(DistributionError::NoChoices);
        }
        let mut sorted: Vec<(f64, f64)> = Vec::with_capacity(choices.len());
        for (value, weight) in choices {
            finite(&[*value])?;
            if !(*weight >= 0.0 && weight.is_finite()) {
                return Err(DistributionError::Weights);
            }
            if *weight > 0.0 {
                sorted.push((*value + 0.0, *weight));
            }
        }
        sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
        sorted.dedup_by(|next, kept| {
            let same = next.0.total_cmp(&kept.0).is_eq();
            if same {
                kept.1 += next.1;
            }
            same
        });
        let total: f64 = sorted.iter().map(|(_, weight)| weight).sum();
        if !(total > 0.0 && total.is_finite()) {
            return Err(DistributionError::Weights);
        }
        let mut up_to = 0.0;
        let mut shares: Vec<Choice> = Vec::with_capacity(sorted.len());
        for (value, weight) in sorted {
            up_to += weight;
            shares.push(Choice { value, share: weight / total, up_to: up_to / total });
        }
        Self::checked(Shape::Discrete(shares.into()))
    }

    fn checked(shape: Shape) -> Result<Self, DistributionError> {
        let (low, high) = shape.support();
        let wide = low.is_finite() && high.is_finite() && !(high - low).is_finite();
        if wide || !shape.mean().is_finite() || !shape.sd().is_finite() {
            return Err(DistributionError::TooWide);
        }
        Ok(Self { shape, cut: None, outside_limits: OutsideLimits::default(), evaluation: Arc::default() })
    }

    /// The cases between two limits, as a distribution of its own; limits outside the range change nothing.
    pub fn truncated(&self, min: Option<f64>, max: Option<f64>) -> Result<Self, DistributionError> {
        let limits = [min.unwrap_or(0.0), max.unwrap_or(0.0)];
        finite(&limits)?;
        let (low, high) = self.support();
        let (min, max) = (min.unwrap_or(f64::NEG_INFINITY), max.unwrap_or(f64::INFINITY));
        if min > max {
            return Err(DistributionError::MinAboveMax);
        }
        if min > high || max < low {
            return Err(DistributionError::NothingLeft);
        }
        if min <= low && max >= high {
            return Ok(self.clone());
        }
        let (min, max) = (min.max(low), max.min(high));
        match &self.shape {
            Shape::Uniform { .. } if min < max => Self::uniform(min, max),
            Shape::LogUniform { .. } if min < max => Self::log_uniform(min, max),
            Shape::Discrete(choices) => {
                let kept = choices.iter().filter(|choice| (min..=max).contains(&choice.value));
                let kept: Vec<(f64, f64)> = kept.map(|choice| (choice.value, choice.share)).collect();
                if kept.is_empty() { Err(DistributionError::NothingLeft) } else { Self::discrete(&kept) }
            }
            shape => {
                let ((below, from), (to, above)) = (shape.tails(min), shape.tails(max));
                // The difference of the smaller tails, which are the precise ones.
                let left = if below > 0.5 {
                    from - above
                } else if above > 0.5 {
                    to - below
                } else {
                    1.0 - below - above
                };
                if left < LEAST_LEFT {
                    return Err(DistributionError::NothingLeft);
                }
                let cut = Some(Cut { min, max, below, above, left });
                Ok(Self {
                    shape: shape.clone(),
                    cut,
                    outside_limits: OutsideLimits::default(),
                    evaluation: Arc::default(),
                })
            }
        }
    }

    /// The central case where none is stated: the mode of a range that has one (the likeliest of several choices), else
    /// the middle or the median.
    #[must_use]
    pub fn central(&self) -> f64 {
        let (low, high) = self.support();
        match (self.shape.mode(), &self.shape) {
            (Some(mode), _) => mode.clamp(low, high),
            (None, Shape::Uniform { .. }) => f64::midpoint(low, high),
            _ => self.quantile(0.5),
        }
    }

    /// The mode of a range that is made around one.
    #[must_use]
    pub fn mode(&self) -> Option<f64> {
        self.choices().is_none().then(|| self.shape.mode()).flatten()
    }

    /// The mean.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.cut.map_or_else(|| self.shape.mean(), |cut| moments::between(&self.shape, cut.min, cut.max).0)
    }

    /// The standard deviation.
    #[must_use]
    pub fn sd(&self) -> f64 {
        self.cut.map_or_else(|| self.shape.sd(), |cut| moments::between(&self.shape, cut.min, cut.max).1)
    }

    /// The ends, infinite where there are none; a lognormal distribution begins at zero without reaching it.
    #[must_use]
    pub fn support(&self) -> (f64, f64) {
        self.cut.map_or_else(|| self.shape.support(), |cut| (cut.min, cut.max))
    }

    /// The share of cases up to `x`.
    #[must_use]
    pub fn cdf(&self, x: f64) -> f64 {
        self.tails(x).0
    }

    /// The shares of cases up to `x` and above it, the smaller one to full precision.
    #[must_use]
    pub fn tails(&self, x: f64) -> (f64, f64) {
        let (lower, upper) = self.shape.tails(x);
        let Some(cut) = self.cut else {
            return (lower, upper);
        };
        if lower <= upper {
            let share = ((lower - cut.below) / cut.left).clamp(0.0, 1.0);
            (share, 1.0 - share)
        } else {
            let share = ((upper - cut.above) / cut.left).clamp(0.0, 1.0);
            (1.0 - share, share)
        }
    }

    /// The value that a share `probability` of cases stays below; probabilities at the very ends are moved inside.
    #[must_use]
    pub fn quantile(&self, probability: f64) -> f64 {
        let p = if probability.is_nan() { 0.5 } else { probability };
        let p = p.clamp(LEAST_PROBABILITY, 1.0 - LEAST_PROBABILITY);
        self.quantile_between(p, 1.0 - p, f64::NAN)
    }

    /// The value with shares `lower` below and `upper` above; `near` is a value close by, or not a number.
    pub(super) fn quantile_between(&self, lower: f64, upper: f64, near: f64) -> f64 {
        let (low, high) = self.drawn_between();
        let value = match self.cut {
            None => self.shape.quantile(lower, upper, near),
            Some(cut) => self.shape.quantile(cut.below + cut.left * lower, cut.above + cut.left * upper, near),
        };
        value.clamp(low, high)
    }

    /// The density and its logarithmic derivative, where the distribution is smooth.
    pub(super) fn density(&self, x: f64) -> Option<(f64, f64)> {
        let (density, slope) = self.shape.density(x)?;
        Some((density / self.cut.map_or(1.0, |cut| cut.left), slope))
    }

    /// Values that no draw passes.
    pub(super) fn drawn_between(&self) -> (f64, f64) {
        let (low, high) = self.support();
        (self.outside_limits.floor.map_or(low, |floor| floor.max(low)), high)
    }

    /// Whether draws could pass the ends by an error of rounding.
    pub(super) fn is_limited(&self) -> bool {
        self.cut.is_some() || self.outside_limits.floor.is_some()
    }

    /// Before truncation.
    pub(super) fn shape(&self) -> &Shape {
        &self.shape
    }

    /// The shares cut off below and above by truncation.
    pub(super) fn cut_off(&self) -> (f64, f64) {
        self.cut.map_or((0.0, 0.0), |cut| (cut.below, cut.above))
    }

    /// The values and their shares of the cases, where there are a few to choose from; ascending.
    #[must_use]
    pub fn choices(&self) -> Option<Vec<(f64, f64)>> {
        match &self.shape {
            Shape::Discrete(choices) => Some(choices.iter().map(|choice| (choice.value, choice.share)).collect()),
            _ => None,
        }
    }

    /// The range that is shown and guarded: the ends where there are ends, else the 5th and 95th percentile.
    #[must_use]
    pub fn range(&self) -> (f64, f64) {
        if self.has_ends() { self.support() } else { (self.quantile(0.05), self.quantile(0.95)) }
    }

    /// Whether the range has ends of its own that values reach and none passes.
    #[must_use]
    pub fn has_ends(&self) -> bool {
        let (low, high) = self.support();
        low.is_finite() && high.is_finite() && !self.lowest_is_open() && !self.outside_limits.is_cut
    }

    /// Whether values come near the lower end without reaching it.
    #[must_use]
    pub fn lowest_is_open(&self) -> bool {
        let is_log_normal = matches!(self.shape, Shape::LogNormal { .. });
        self.outside_limits.floor.is_some() || (is_log_normal && self.support().0 <= 0.0)
    }
}

impl fmt::Display for Distribution {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = if self.cut.is_some() { "truncated " } else { "" };
        write!(f, "{kind}{}", self.shape.name())
    }
}
