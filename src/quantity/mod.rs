//! Numbers that know what they count: dimensions, units, digits for people, intervals.
//!
//! Inside the program every value is in coherent base units ([`unit::Units`]): people, personnel, km, year, a
//! currency. Texts are converted once on the way in and once on the way out. This layer knows nothing of
//! formulas, scenarios or peacekeeping beyond the names of the things counted.

pub mod character;
pub mod comparison;
pub mod date;
pub mod dimension;
pub mod interval;
pub mod number;
pub mod reading;
mod run;
mod spelling;
mod suggestion;
pub mod unit;
pub mod value;
pub mod vocabulary;
pub mod whole;
