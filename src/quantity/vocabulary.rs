//! The words for units and multiples, for people to read.

use super::number::exact;
use super::unit::{BUILT_IN, FACTORS};

/// A word with its other spellings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Spellings, the usual one first.
    pub spellings: &'static [&'static str],
    /// What it is in other words.
    pub is: String,
}

/// Words for units.
#[must_use]
pub fn units() -> Vec<Word> {
    let row = |(spellings, above, below, base, power): &super::unit::Row| {
        let base =
            if *power == 1 { (*base).to_owned() } else { format!("{base}{}", if *power == 2 { "²" } else { "³" }) };
        let is = if spellings.contains(&base.as_str()) {
            "a base unit".to_owned()
        } else if *below > 1.0 && (*above - 1.0).abs() < f64::EPSILON {
            format!("1/{} {base}", exact(*below))
        } else if (*below - 1.0).abs() < f64::EPSILON {
            format!("{} {base}", exact(*above))
        } else {
            format!("{}/{} {base}", exact(*above), exact(*below))
        };
        Word { spellings, is }
    };
    BUILT_IN.iter().map(row).collect()
}

/// Words for multiples.
#[must_use]
pub fn multiples() -> Vec<Word> {
    let row = |(spellings, above, below): &(&'static [&'static str], f64, f64)| {
        let is = if *below > 1.0 { format!("{}/{}", exact(*above), exact(*below)) } else { exact(*above) };
        Word { spellings, is }
    };
    FACTORS.iter().map(row).collect()
}
