//! The least and the greatest value of each output when every input moves over its whole range at will.
//!
//! Plain interval arithmetic takes an input that a formula has twice for two inputs, so that a share of a total exceeds
//! 100 %. Here an input is one: where an output can only rise or only fall with it, its ends decide, and where neither
//! is known its range is split until it is (Moore 1966, "Interval Analysis"; Hansen and Walster 2004, "Global
//! Optimization Using Interval Analysis", on monotonicity, the mean value form and best-first splitting). Whether an
//! output rises follows from bounds of its slopes and of its elasticities: the elasticity of a sum lies between those
//! of its terms, which bounds of slopes do not know. Knows nothing of how likely values are.

mod extent;
mod operations;
mod point;
mod run;
mod search;
mod slope;
mod sweep;
mod undefined;

pub use extent::Extent;
pub use run::Extremes;
