//! Numbers that know what they count: dimensions, units, digits for people, intervals.
//!
//! Inside the program every value is in coherent base units ([`unit::Units`]): people, personnel, km, year, a
//! currency. Texts are converted once on the way in and once on the way out. This layer knows nothing of
//! formulas, scenarios or peacekeeping beyond the names of the things counted.

pub mod dimension;
pub mod interval;
pub mod number;
mod spelling;
pub mod unit;
pub mod vocabulary;
pub mod whole;
