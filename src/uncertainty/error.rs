//! Why some numbers are no distribution, in plain words.
//!
//! Knows nothing of where the numbers were written.

use std::fmt;

/// Why some numbers are no distribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DistributionError {
    /// A parameter is infinite or not a number.
    NotFinite,
    /// The least value is above the greatest.
    LowAboveHigh,
    /// The most plausible value is outside the range.
    ModeOutside,
    /// The weight of the mode is negative, or so great that no range is left.
    LambdaOutside,
    /// A standard deviation that is zero or negative.
    SdNotPositive,
    /// A logarithmic distribution that is to reach zero or below.
    NotPositive,
    /// A percentile that is not strictly between 0 and 100 %.
    PercentOutside,
    /// Of two percentiles, the higher one has not the higher value.
    PercentilesOutOfOrder,
    /// So wide that its mean or standard deviation is no number.
    TooWide,
    /// A list of choices without any.
    NoChoices,
    /// A weight that is negative, infinite or not a number, or weights that are all zero.
    Weights,
    /// The lower limit is above the upper one.
    MinAboveMax,
    /// Less than one case in 10^9 lies within the limits.
    NothingLeft,
}

impl fmt::Display for DistributionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotFinite => "a parameter is infinite or not a number",
            Self::LowAboveHigh => "the low end is above the high end",
            Self::ModeOutside => "the mode lies outside the range",
            Self::LambdaOutside => "lambda, the weight of the mode, must lie between 0 and 1000",
            Self::SdNotPositive => "the standard deviation must be greater than 0",
            Self::NotPositive => "a distribution of the logarithm takes values greater than 0 only",
            Self::PercentOutside => "a percentile must lie strictly between 0 % and 100 %",
            Self::PercentilesOutOfOrder => "the higher percentile must have the higher value",
            Self::TooWide => "the range is so wide that its mean or standard deviation is not a number",
            Self::NoChoices => "there are no choices",
            Self::Weights => "weights must be 0 or more, and one of them greater than 0",
            Self::MinAboveMax => "the lower limit is above the upper limit",
            Self::NothingLeft => "less than one case in 1,000,000,000 lies within the limits",
        })
    }
}

impl std::error::Error for DistributionError {}
