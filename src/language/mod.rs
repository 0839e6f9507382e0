//! The languages of reports: texts by name, numerals and units as readers of English, German, French and Ukrainian
//! write them.
//!
//! Texts are in `en/`, `de/`, `fr/` and `uk/`, a file for each area, in the syntax of Project Fluent. What a language
//! lacks is said in English. The English texts of the standard model stand in the model's own files, English names of
//! units in [`crate::quantity::unit`], English warnings where the program warns: `model.ftl`, `units.ftl` and
//! `warnings.ftl` hold translations only. Identifiers, formulas, keys, complaints in the terminal and numbers in files
//! for machines are the same in every language. Knows nothing of what is reported.

mod catalogue;
mod numeral;
mod unit;
mod words;

pub use catalogue::sources;
pub use words::{Value, Words};

/// The codes of the languages, in the order of [`Language::ALL`].
pub const CODES: &[&str] = &["en", "de", "fr", "uk"];

/// A language of reports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English, which is also what is said where a translation is missing.
    #[default]
    English,
    /// German.
    German,
    /// French.
    French,
    /// Ukrainian.
    Ukrainian,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::English, Self::German, Self::French, Self::Ukrainian];

    /// The language with a code such as `de`.
    #[must_use]
    pub fn read(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// Its code: `de`.
    #[must_use]
    pub fn code(self) -> &'static str {
        CODES.get(self as usize).copied().unwrap_or("en")
    }
}

/// The arguments of a text: `args![count = 3, metric = &metric.label]`; numbers choose the plural and are written with
/// grouped thousands.
#[macro_export]
macro_rules! args {
    ($($name:ident = $value:expr),* $(,)?) => {
        &[$((stringify!($name), $crate::language::Value::from($value))),*]
    };
}
