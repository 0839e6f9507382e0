//! Spread of numbers: distributions of inputs, points to sample them at, how they move together, and what is said of
//! the values that come out. No word of peacekeeping, of units or of files.

mod beta;
mod buckets;
pub mod confidence;
pub mod correlation;
pub mod distribution;
mod error;
pub mod hash;
pub mod limits;
mod moments;
mod normal;
pub mod quantile_table;
pub mod reorder;
pub mod sampler;
pub mod sequence;
mod shape;
mod sieve;
pub mod summary;
pub mod ties;
pub mod window;
