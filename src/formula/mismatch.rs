//! Why dimensions do not fit an operator. Knows neither formulas nor their places.

use crate::quantity::dimension::Dimension;
use std::fmt;

/// The dimension of a result, or why there is none.
pub type ResultDimension = Result<Dimension, DimensionMismatch>;

/// Why the dimensions of operands do not fit an operator.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DimensionMismatch {
    /// The result's dimension has a power that is out of range.
    PowerOutOfRange,
    /// A sum of different dimensions.
    Sum(Dimension, Dimension),
    /// A difference of different dimensions: the minuend's, the subtrahend's.
    Difference(Dimension, Dimension),
    /// The smaller or larger of different dimensions.
    Comparison(Dimension, Dimension),
    /// A function that wants a pure number, by its spelling, and what it was given.
    NotPure(&'static str, Dimension),
    /// Something that is not counted was rounded to whole numbers.
    NoWholes(Dimension),
    /// An exponent that is no pure number.
    Exponent(Dimension),
    /// What has a dimension was raised to a power that is no plain number.
    Power(Dimension),
}

impl fmt::Display for DimensionMismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PowerOutOfRange => f.write_str("the power is out of range"),
            Self::Sum(left, right) => write!(f, "cannot add {left} and {right}"),
            Self::Difference(left, right) => write!(f, "cannot subtract {right} from {left}"),
            Self::Comparison(left, right) => write!(f, "cannot compare {left} and {right}"),
            Self::NotPure(function, found) => write!(f, "{function}: expected a pure number, found {found}"),
            Self::NoWholes(found) => write!(f, "there are no whole {found}"),
            Self::Exponent(found) => write!(f, "an exponent is a pure number, not {found}"),
            Self::Power(found) => write!(f, "{found} can only be raised to a plain number such as 2 or 0.5"),
        }
    }
}

impl std::error::Error for DimensionMismatch {}
