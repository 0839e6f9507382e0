//! What the parameters of a distribution are checked for.
//!
//! Knows nothing of the families that have them.

use super::error::DistributionError;
use super::normal;

/// Complains of infinite parameters and of those that are no number.
pub(super) fn finite(parameters: &[f64]) -> Result<(), DistributionError> {
    if parameters.iter().all(|parameter| parameter.is_finite()) { Ok(()) } else { Err(DistributionError::NotFinite) }
}

/// Complains of a reversed range.
pub(super) fn ordered(low: f64, high: f64) -> Result<(), DistributionError> {
    finite(&[low, high])?;
    if low > high { Err(DistributionError::LowAboveHigh) } else { Ok(()) }
}

/// Complains of a mode outside its range.
pub(super) fn ordered_with_mode(low: f64, mode: f64, high: f64) -> Result<(), DistributionError> {
    finite(&[mode])?;
    ordered(low, high)?;
    if (low..=high).contains(&mode) { Ok(()) } else { Err(DistributionError::ModeOutside) }
}

/// The standard normal quantiles of two percentiles with values in order.
pub(super) fn scores(low: (f64, f64), high: (f64, f64)) -> Result<(f64, f64), DistributionError> {
    finite(&[low.0, low.1, high.0, high.1])?;
    let inside = |share: f64| share > 0.0 && share < 1.0;
    if !inside(low.0) || !inside(high.0) {
        return Err(DistributionError::PercentOutside);
    }
    let (from, to) = (normal::inverse(low.0, 1.0 - low.0), normal::inverse(high.0, 1.0 - high.0));
    if from < to && low.1 < high.1 { Ok((from, to)) } else { Err(DistributionError::PercentilesOutOfOrder) }
}
