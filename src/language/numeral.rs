//! Digits for readers of each language: `100,000.5`, `100.000,5`, `100 000,5`.
//!
//! Knows how many digits from [`crate::quantity::number`], not which marks stand between them.

use super::catalogue::{Value, digits};
use super::localizer::Localizer;
use super::marks::marks;
use crate::quantity::number;

impl Localizer {
    /// A result as tables show it.
    #[must_use]
    pub fn shown(self, value: f64) -> String {
        self.digits(number::shown(value))
    }

    /// The number that tables show of a result, for a text that chooses its plural by it.
    #[must_use]
    pub fn counted(self, value: f64) -> Value<'static> {
        Value::from(number::shown(value).replace(',', "").parse::<f64>().unwrap_or(value))
    }

    /// A number as it was given, with all its digits.
    #[must_use]
    pub fn exact(self, value: f64) -> String {
        self.digits(number::exact(value))
    }

    /// A number rounded to significant digits.
    #[must_use]
    pub fn significant(self, value: f64, digits: usize) -> String {
        self.digits(number::significant(value, digits))
    }

    /// A number with a fixed count of decimals.
    #[must_use]
    pub fn grouped(self, value: f64, decimals: usize) -> String {
        self.digits(number::grouped(value, decimals))
    }

    /// A number's English digits as this language writes them.
    #[must_use]
    pub fn digits(self, english: String) -> String {
        digits(self.language(), english)
    }

    /// The number that a text ends with, and its decimals: what the word behind it goes with.
    pub(super) fn ending(self, text: &str) -> Option<(f64, usize)> {
        let (group, point) = marks(self.language());
        let last = text.rsplit(' ').next()?;
        let plain: String = last.chars().filter(|letter| *letter != group).collect();
        let plain = plain.replace(point, ".");
        let decimals = plain.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        Some((plain.parse().ok()?, decimals))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    /// The marks are those of CLDR for en, de, fr and uk.
    #[test]
    fn each_language_has_its_marks() {
        let expected = ["100,000.5", "100.000,5", "100\u{202f}000,5", "100\u{a0}000,5"];
        for (language, text) in Language::ALL.into_iter().zip(expected) {
            let words = Localizer::new(language);
            assert_eq!(words.exact(100_000.5), text);
            assert_eq!(words.ending(&format!("1 to {text}")), Some((100_000.5, 1)));
        }
        assert_eq!(Localizer::new(Language::German).shown(f64::NAN), "nicht definiert");
        assert_eq!(Localizer::new(Language::French).shown(f64::INFINITY), "dépassement");
        assert_eq!(Localizer::new(Language::German).grouped(-1234.5, 2), "-1.234,50");
        assert_eq!(Localizer::new(Language::French).shown(1.5e-9), "1,5e-9");
    }
}
