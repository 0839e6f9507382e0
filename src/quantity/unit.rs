//! Units of measurement: what a word like `troops` or `million people` stands for in coherent base units.
//!
//! The base units are people, personnel, km, year, EUR, USD, GBP and whatever counts are declared with
//! [`Units::declare_count`]. Currencies are dimensions of their own: an exchange rate is an input with a date, not
//! a constant. A year has 365 days and 8,760 hours, a month is a twelfth of it. Knows nothing of TOML.

use super::character::is_word_character;
use super::dimension::{Dimension, Exponent};
use super::number;
use super::reading;
use super::vocabulary::{BUILT_IN, FACTORS};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

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
#[non_exhaustive]
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
#[non_exhaustive]
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
    pub(super) known: UnitCache,
}

/// Units by the texts that spelled them: a model has few, each many times. A copy may learn other words and starts anew.
#[derive(Debug, Default)]
pub(super) struct UnitCache(pub(super) Mutex<FxHashMap<String, Unit>>);

impl Clone for UnitCache {
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
        Self { words, known: UnitCache::default() }
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
        if name.is_empty() || name == "per" || !name.chars().all(is_word_character) {
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

    /// Every word that is known.
    pub(super) fn known_words(&self) -> impl Iterator<Item = &str> {
        self.words.keys().map(|known| &**known)
    }

    /// The words that measure something.
    pub(super) fn words_of_units(&self) -> impl Iterator<Item = &str> {
        self.words.iter().filter(|(_, (_, dimension))| !dimension.is_none()).map(|(known, _)| &**known)
    }
}
