//! Units in words: `personnel per 1,000 people`, `Kräfte je 1.000 Einwohner`.
//!
//! A unit is looked up as a whole (`unit-personnel-per-km`), then word by word: `unit-month`, and `unit-month.per` for
//! what stands behind a `per`. Words that are in no file, such as units that a scenario declares, stay as written.

use super::Words;
use super::words::slug;
use crate::quantity::number;
use crate::quantity::unit::Unit;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};

impl Words {
    /// A unit's name; empty for a pure number.
    #[must_use]
    pub fn unit(self, unit: &Unit) -> String {
        // Five is `many` where a language tells few from many.
        self.unit_name(unit, 5.0, 0)
    }

    /// A number, as this language writes it, with its unit behind it.
    #[must_use]
    pub fn attach(self, unit: &Unit, number: &str) -> String {
        if self.is_english() {
            return unit.attach(number);
        }
        let (value, decimals) = self.ending(number).unwrap_or((5.0, 0));
        let name = self.unit_name(unit, value, decimals);
        // A number and its unit stay on one line.
        if name.is_empty() { number.to_owned() } else { format!("{number} {name}") }
    }

    /// A value in base units, in a unit, with as many digits as tables show.
    #[must_use]
    pub fn amount(self, unit: &Unit, base: f64) -> String {
        self.attach(unit, &self.shown(unit.from_base(base)))
    }

    fn unit_name(self, unit: &Unit, count: f64, decimals: usize) -> String {
        let english = unit.label();
        if self.is_english() || english.is_empty() {
            return english;
        }
        let options = FluentNumberOptions { minimum_fraction_digits: Some(decimals), ..FluentNumberOptions::default() };
        let count = FluentNumber::new(count, options);
        self.unit_word(unit.text(), "", &count).unwrap_or_else(|| self.composed(unit.text(), &count))
    }

    fn unit_word(self, text: &str, attribute: &str, count: &FluentNumber) -> Option<String> {
        self.translated(&format!("unit-{}{attribute}", slug(text)), &[("count", count.clone().into())])
    }

    fn composed(self, text: &str, count: &FluentNumber) -> String {
        let text = text.replace('/', " per ");
        let mut out: Vec<String> = Vec::new();
        let (mut below, mut behind_number) = (false, false);
        for word in text.split_whitespace() {
            if word == "per" {
                below = true;
                out.push(self.text("unit-per"));
                continue;
            }
            let is_number = matches!(number::leading(word), Ok((_, used)) if used == word.len());
            out.push(match number::leading(word) {
                Ok((value, _)) if is_number => self.exact(value),
                _ => self.product(word, if below && !behind_number { ".per" } else { "" }, count),
            });
            behind_number = is_number;
        }
        out.join(" ")
    }

    /// A word, or several with a hyphen between them, with their powers.
    fn product(self, word: &str, attribute: &str, count: &FluentNumber) -> String {
        if let Some(found) = self.unit_word(word, attribute, count).or_else(|| self.unit_word(word, "", count)) {
            return found;
        }
        if let Some((first, rest)) = word.split_once('-') {
            return format!("{}-{}", self.product(first, attribute, count), self.product(rest, attribute, count));
        }
        let name = word.trim_end_matches(['²', '³']);
        let power = word.strip_prefix(name).unwrap_or_default();
        if power.is_empty() { word.to_owned() } else { self.product(name, attribute, count) + power }
    }
}

#[cfg(test)]
mod tests {
    use crate::language::{Language, Words};
    use crate::quantity::unit::Units;

    fn said(language: Language, text: &str, value: f64) -> String {
        let mut units = Units::default();
        let _ = units.declare_count("patrol", Some("patrols"));
        let words = Words::new(language);
        words.attach(&units.unit(text).unwrap(), &words.exact(value)).replace(['\u{202f}', '\u{a0}'], " ")
    }

    #[test]
    fn units_are_translated_and_declared_ones_stay() {
        let german = |text: &str, value: f64| said(Language::German, text, value);
        assert_eq!(german("troops", 100_000.0), "100.000 Soldaten");
        assert_eq!(german("personnel per 1000 people", 26.2), "26,2 Kräfte je 1.000 Einwohner");
        assert_eq!(german("bn EUR", 1.5), "1,5 Mrd. EUR");
        assert_eq!(german("patrols per month", 2.0), "2 patrols je Monat");
        assert_eq!(german("months", 1.0), "1 Monat");
        assert_eq!(german("%", 3.8), "3,8 %");
        assert_eq!(said(Language::French, "troops per km²", 4.5), "4,5 soldats par km²");
        assert_eq!(said(Language::English, "troops/km", 1000.0), "1,000 troops/km");
    }

    /// CLDR's forms of Ukrainian for 1, 2, 5, 11, 21 and 1.5: one, few, many, many, one, other.
    #[test]
    fn ukrainian_plurals() {
        let said = [1.0, 2.0, 5.0, 11.0, 21.0, 1.5].map(|value| said(Language::Ukrainian, "months", value));
        assert_eq!(said, ["1 місяць", "2 місяці", "5 місяців", "11 місяців", "21 місяць", "1,5 місяця"]);
    }
}
