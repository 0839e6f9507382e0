//! Units of measurement: what a word like `troops` or `million people` stands for in coherent base units.
//!
//! The base units are people, personnel, km, year, EUR, USD, GBP and whatever counts are declared with
//! [`Units::declare_count`]. Currencies are dimensions of their own: an exchange rate is an input with a date, not
//! a constant. A year has 365 days and 8,760 hours, a month is a twelfth of it. Knows nothing of TOML.

use super::dimension::{Dimension, Exponent};
use super::number;
use super::reading;
use super::spelling;
use super::vocabulary::{BUILT_IN, FACTORS, HINTS};
use crate::diagnostic::did_you_mean;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// A unit as somebody spelled it, with its size in coherent base units.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit(Arc<Spelled>);

#[derive(Debug, PartialEq)]
struct Spelled {
    /// The spelling, kept for printing.
    text: String,
    /// Size in base units, as a fraction: months are 1/12 of a year, exactly.
    size: Size,
    dimension: Dimension,
}

/// A positive size in base units, kept as a fraction so that the usual conversions do not round.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Size {
    pub above: f64,
    pub below: f64,
}

impl Size {
    pub const ONE: Self = Self { above: 1.0, below: 1.0 };

    pub fn times(self, other: Self) -> Self {
        Self { above: self.above * other.above, below: self.below * other.below }
    }

    pub fn inverse(self) -> Self {
        Self { above: self.below, below: self.above }
    }
}

impl Unit {
    pub(super) fn new(text: &str, size: Size, dimension: Dimension) -> Self {
        Self(Arc::new(Spelled { text: text.to_owned(), size, dimension }))
    }

    /// The unit of a pure number.
    #[must_use]
    pub fn one() -> Self {
        Self::new("1", Size::ONE, Dimension::none())
    }

    /// The coherent unit of a dimension.
    #[must_use]
    pub fn coherent(dimension: &Dimension) -> Self {
        let text = if dimension.is_none() { "1".to_owned() } else { dimension.to_string() };
        Self::new(&text, Size::ONE, dimension.clone())
    }

    /// The spelling it was given with: `personnel per 1000 people`; `1` for a pure number.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0.text
    }

    /// What it measures.
    #[must_use]
    pub fn dimension(&self) -> &Dimension {
        &self.0.dimension
    }

    /// A value in this unit, as a value in base units.
    #[must_use]
    pub fn to_base(&self, value: f64) -> f64 {
        value * self.0.size.above / self.0.size.below
    }

    /// A value in base units, as a value in this unit.
    #[must_use]
    pub fn from_base(&self, value: f64) -> f64 {
        value * self.0.size.below / self.0.size.above
    }

    /// Its size in base units as a fraction, numerator first: a value times the first over the second is in base units.
    #[must_use]
    pub fn fraction(&self) -> (f64, f64) {
        (self.0.size.above, self.0.size.below)
    }

    /// Whether values in this unit are the values in base units.
    #[must_use]
    pub fn is_coherent(&self) -> bool {
        (self.0.size.above - self.0.size.below).abs() < f64::EPSILON * self.0.size.below
    }

    /// A number with the unit behind it: `100 personnel per km`, `3.8 %`, and nothing behind a pure number.
    #[must_use]
    pub fn attach(&self, number: &str) -> String {
        if self.is_unwritten() { number.to_owned() } else { format!("{number} {}", self.label()) }
    }

    /// The unit as text for people: thousands grouped (`personnel per 1,000 people`), empty for a pure number.
    #[must_use]
    pub fn label(&self) -> String {
        if self.is_unwritten() {
            return String::new();
        }
        let words = self.0.text.split(' ').map(|word| match reading::leading(word) {
            Ok(found) if found.used == word.len() => number::exact(found.value),
            _ => word.to_owned(),
        });
        words.collect::<Vec<_>>().join(" ")
    }

    /// Whether it counts people or personnel in ones, so that a fraction of one is nothing.
    #[must_use]
    pub fn counts_heads(&self) -> bool {
        let one = self.to_base(1.0);
        matches!(self.dimension().single(), Some("people" | "personnel")) && (one < 1000.0 || one % 1000.0 != 0.0)
    }

    fn is_unwritten(&self) -> bool {
        matches!(self.0.text.as_str(), "" | "1")
    }
}

/// What is wrong with the text of a unit or of a number with a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitError {
    /// The offending bytes of the text.
    pub range: std::ops::Range<usize>,
    /// What is wrong.
    pub message: String,
    /// What to write.
    pub help: Option<String>,
}

/// Why a unit cannot be declared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeclareError {
    /// The word already means something.
    Taken,
    /// Not a word that a unit can be called.
    Name,
}

/// The words that are known as units.
#[derive(Clone, Debug)]
pub struct Units {
    words: BTreeMap<Cow<'static, str>, (Size, Dimension)>,
    known: Known,
}

/// Units by the texts that spelled them: a model has few, each many times. A copy may learn other words and starts anew.
#[derive(Debug, Default)]
struct Known(Mutex<FxHashMap<String, Unit>>);

impl Clone for Known {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl Default for Units {
    fn default() -> Self {
        let mut words = BTreeMap::new();
        for (spellings, above, below, base, exponent) in BUILT_IN {
            let dimension =
                Dimension::base(base).power(Exponent::from_integer(*exponent)).unwrap_or_else(Dimension::none);
            for spelling in *spellings {
                words.insert(Cow::Borrowed(*spelling), (Size { above: *above, below: *below }, dimension.clone()));
            }
        }
        for (spellings, above, below) in FACTORS {
            for spelling in *spellings {
                words.insert(Cow::Borrowed(*spelling), (Size { above: *above, below: *below }, Dimension::none()));
            }
        }
        Self { words, known: Known::default() }
    }
}

impl Units {
    /// Declares a new count with a dimension of its own, such as `patrol`, and its plural.
    ///
    /// # Errors
    /// When the word is taken or cannot be a unit's name.
    pub fn declare_count(&mut self, name: &str, plural: Option<&str>) -> Result<(), DeclareError> {
        let dimension = Dimension::base(name);
        self.declare(name, Size::ONE, dimension.clone())?;
        match plural {
            Some(plural) if plural != name => self.declare(plural, Size::ONE, dimension),
            _ => Ok(()),
        }
    }

    /// Declares a name for an amount, such as `brigade` for 4,000 personnel.
    ///
    /// # Errors
    /// When the word is taken or cannot be a unit's name.
    pub fn declare_amount(
        &mut self,
        name: &str,
        plural: Option<&str>,
        value: f64,
        unit: &Unit,
    ) -> Result<(), DeclareError> {
        let size = unit.0.size.times(Size { above: value, below: 1.0 });
        self.declare(name, size, unit.0.dimension.clone())?;
        match plural {
            Some(plural) if plural != name => self.declare(plural, size, unit.0.dimension.clone()),
            _ => Ok(()),
        }
    }

    fn declare(&mut self, name: &str, size: Size, dimension: Dimension) -> Result<(), DeclareError> {
        if name.is_empty() || name == "per" || !name.chars().all(spelling::is_word_character) {
            return Err(DeclareError::Name);
        }
        if self.words.contains_key(name) {
            return Err(DeclareError::Taken);
        }
        self.words.insert(Cow::Owned(name.to_owned()), (size, dimension));
        Ok(())
    }

    /// Whether a word is known.
    #[must_use]
    pub fn knows(&self, word: &str) -> bool {
        self.words.contains_key(word)
    }

    pub(super) fn word(&self, word: &str) -> Option<(Size, &Dimension)> {
        self.words.get(word).map(|(size, dimension)| (*size, dimension))
    }

    pub(super) fn suggestion(&self, word: &str) -> Option<String> {
        let meant = HINTS.iter().find(|(words, _)| words.contains(&word.to_lowercase().as_str()));
        if let Some((_, meant)) = meant {
            return Some(format!("did you mean `{meant}`?"));
        }
        if let Some(same) = self.words.keys().find(|known| known.eq_ignore_ascii_case(word)) {
            return Some(format!("did you mean `{same}`?"));
        }
        // A factor is never guessed: the wrong one would be off by a thousand.
        let units = self.words.iter().filter(|(_, (_, dimension))| !dimension.is_none());
        did_you_mean(word, units.map(|(known, _)| &**known))
    }

    /// The unit a text spells: `personnel per 1000 people`, `troops/km`, `km²`, `million people`, `EUR per
    /// personnel-year`, `%`; the empty text and `1` are the unit of pure numbers.
    ///
    /// # Errors
    /// When a word is unknown or the text is not a unit; the range is in bytes of the text.
    pub fn unit(&self, text: &str) -> Result<Unit, UnitError> {
        let mut known = self.known.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(unit) = known.get(text) {
            return Ok(unit.clone());
        }
        let unit = spelling::parse(self, text)?;
        known.insert(text.to_owned(), unit.clone());
        Ok(unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size_of(text: &str) -> (f64, String) {
        let unit = Units::default().unit(text).unwrap_or_else(|error| panic!("{text}: {}", error.message));
        (unit.to_base(1.0), unit.dimension().to_string())
    }

    #[test]
    fn spellings_of_the_field() {
        let cases = [
            ("personnel per 1000 people", 0.001, "personnel per people"),
            ("troops/km", 1.0, "personnel per km"),
            ("km²", 1.0, "km²"),
            ("km2", 1.0, "km²"),
            ("km^2", 1.0, "km²"),
            ("square miles", 1.609_344 * 1.609_344, "km²"),
            ("ha", 0.01, "km²"),
            ("million people", 1e6, "people"),
            ("bn EUR", 1e9, "EUR"),
            ("EUR bn", 1e9, "EUR"),
            ("EUR per personnel-year", 1.0, "EUR per personnel per year"),
            ("EUR / (soldier * year)", 1.0, "EUR per personnel per year"),
            ("%", 0.01, "a pure number"),
            ("", 1.0, "a pure number"),
            ("1", 1.0, "a pure number"),
            ("per km", 1.0, "per km"),
            ("/km", 1.0, "per km"),
            ("m per peacekeeper", 0.001, "km per personnel"),
            ("deaths", 0.0, ""),
        ];
        for (text, factor, dimension) in cases.into_iter().filter(|case| case.1 > 0.0) {
            let (size, name) = size_of(text);
            assert!((size - factor).abs() <= 1e-15 * factor, "{text}: {size}");
            assert_eq!(name, dimension, "{text}");
        }
    }

    #[test]
    fn mistakes_point_at_the_word() {
        let units = Units::default();
        let error = units.unit("troops per 1000 peple").unwrap_err();
        assert_eq!(&"troops per 1000 peple"[error.range.clone()], "peple");
        assert_eq!(error.help.as_deref(), Some("did you mean `people`?"));
        assert_eq!(units.unit("eur").unwrap_err().help.as_deref(), Some("did you mean `EUR`?"));
        for text in ["km per", "per", "km km", "((km)", "km)", "km^99999999999", "km^", "km-", "§", "km²²", "0 km"] {
            assert!(units.unit(text).is_err(), "{text} passed");
        }
        let nested = "(".repeat(100_000);
        assert!(units.unit(&nested).is_err());
    }
}
