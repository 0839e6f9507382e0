//! The languages of reports: texts by name, numerals and units as readers of English, German, French and Ukrainian
//! write them.
//!
//! Texts are in `en/`, `de/`, `fr/` and `uk/`, a file for each area, in the syntax of Project Fluent. What a language
//! lacks is said in English. The English texts of the standard model stand in the model's own files, English names of
//! units in [`crate::quantity::unit`], English warnings where the program warns: `model.ftl`, `units.ftl` and
//! `warnings.ftl` hold translations only. Identifiers, formulas, keys, complaints in the terminal and numbers in files
//! for machines are the same in every language. Knows nothing of what is reported.

mod catalogue;
mod code;
mod listing;
mod localizer;
mod marks;
mod numeral;
mod ordinary;
mod unit;

pub use catalogue::{Value, sources};
pub use code::{CODES, Language};
pub use listing::{Area, listed};
pub use localizer::Localizer;

/// The arguments of a text: `args![count = 3, metric = &metric.label]`; numbers choose the plural and are written with
/// grouped thousands.
#[macro_export]
macro_rules! args {
    ($($name:ident = $value:expr),* $(,)?) => {
        &[$((stringify!($name), $crate::language::Value::from($value))),*]
    };
}
