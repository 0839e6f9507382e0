//! Spread of numbers: distributions of inputs, points to sample them at, how they move together, and what is said of
//! the values that come out. No word of peacekeeping, of units or of files.

mod beta;
mod buckets;
mod check;
pub mod confidence;
pub mod correlation;
mod cut;
pub mod design;
pub mod distribution;
mod error;
mod evaluation;
pub mod fisher;
pub(crate) mod hash;
pub mod limits;
mod moments;
mod normal;
pub mod quantile_table;
pub(crate) mod reorder;
pub mod sampler;
pub mod sequence;
mod shape;
mod sieve;
pub mod summary;
pub mod ties;
pub(crate) mod window;
