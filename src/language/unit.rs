//! Units in words: `personnel per 1,000 people`, `Kräfte je 1.000 Einwohner`.
//!
//! A unit is looked up as a whole (`unit-personnel-per-km`), then word by word: `unit-month`; `unit-month.per` for what
//! stands behind a `per`, with the number between them where there is one, else with one; `unit-month.of` for what stands
//! behind a multiple such as `million`. Spellings of one unit share the texts of that which has some. Units that are in no
//! file, such as units that a scenario declares, stay as written.

use super::code::Language;
use super::localizer::{Localizer, slug};
use crate::quantity::unit::Unit;
use crate::quantity::{reading, vocabulary};
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};

impl Localizer {
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
            return self.english(unit, number);
        }
        // A number's groups are parted by another space: this is a range.
        self.attach_as(unit, number, number.contains(' '))
    }

    /// The same for an end of a range, behind `from` or `to`.
    #[must_use]
    pub fn end(self, unit: &Unit, number: &str) -> String {
        if self.is_english() { self.english(unit, number) } else { self.attach_as(unit, number, true) }
    }

    fn attach_as(self, unit: &Unit, number: &str, ends: bool) -> String {
        let (value, decimals) = self.ending(number).unwrap_or((5.0, 0));
        let (value, decimals) = match self.language() {
            Language::Ukrainian if ends && decimals == 0 => genitive(value),
            _ => (value, decimals),
        };
        let name = self.unit_name(unit, value, decimals);
        match name.as_str() {
            "" => number.to_owned(),
            // A lone sign does not begin a line.
            "%" => format!("{number}\u{a0}{name}"),
            _ => format!("{number} {name}"),
        }
    }

    /// A value in base units, in a unit, with as many digits as tables show.
    #[must_use]
    pub fn amount(self, unit: &Unit, base: f64) -> String {
        self.attach(unit, &self.shown(unit.from_base(base)))
    }

    /// The same as an end of a range.
    #[must_use]
    pub fn end_amount(self, unit: &Unit, base: f64) -> String {
        self.end(unit, &self.shown(unit.from_base(base)))
    }

    /// English units stay as they were written, but for `1 months`.
    fn english(self, unit: &Unit, number: &str) -> String {
        let text = unit.attach(number);
        if number != "1" {
            return text;
        }
        let Some(name) = text.strip_prefix("1 ") else { return text };
        let end = name.find([' ', '/', '-']).unwrap_or(name.len());
        let (first, rest) = name.split_at(end);
        self.unit_word(first, "", &1.into()).map_or_else(|| text.clone(), |one| format!("{number} {one}{rest}"))
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
        let words: Vec<&str> = text.split_whitespace().collect();
        let mut out: Vec<String> = Vec::new();
        for (position, part) in words.split(|word| *word == "per").enumerate() {
            let below = position > 0;
            if below {
                let counted = part.first().is_some_and(|word| is_number(word).is_some());
                let own = if counted { self.translated("unit-per.number", &[]) } else { None };
                out.push(own.unwrap_or_else(|| self.text("unit-per")));
            }
            self.part(part, below, count, &mut out);
        }
        out.join(" ")
    }

    /// What stands before, between or behind a `per`. The word behind a number goes with that number.
    fn part(self, words: &[&str], below: bool, count: &FluentNumber, out: &mut Vec<String>) {
        let mut count = if below { 1.into() } else { count.clone() };
        let attributes: &[&str] = if below { &[".per", ""] } else { &[""] };
        let mut of = None;
        let mut rest = words;
        while let [word, behind @ ..] = rest {
            if let Some(value) = is_number(word) {
                out.push(self.exact(value));
                (count, of) = (value.into(), None);
                rest = behind;
                continue;
            }
            let whole = || attributes.iter().find_map(|attribute| self.unit_word(&rest.join(" "), attribute, &count));
            if let Some(whole) = (!behind.is_empty()).then(whole).flatten() {
                out.push(whole);
                return;
            }
            let attributes: Vec<&str> = of.into_iter().chain(attributes.iter().copied()).collect();
            out.push(self.product(word, &attributes, &count));
            if let Some(value) = multiple(word) {
                (count, of) = (value.into(), Some(".of"));
            }
            rest = behind;
        }
    }

    /// A word, or several with a hyphen between them, with their powers.
    fn product(self, word: &str, attributes: &[&str], count: &FluentNumber) -> String {
        let said = |word: &str| attributes.iter().find_map(|attribute| self.unit_word(word, attribute, count));
        if let Some(found) = said(word).or_else(|| spellings(word).into_iter().find_map(said)) {
            return found;
        }
        if let Some(inner) = word.strip_prefix('(') {
            return format!("({}", self.product(inner, attributes, count));
        }
        if let Some(inner) = word.strip_suffix(')') {
            return format!("{})", self.product(inner, attributes, count));
        }
        if let Some((first, rest)) = word.split_once('-') {
            return format!("{}-{}", self.product(first, attributes, count), self.product(rest, attributes, count));
        }
        let name = word.trim_end_matches(['²', '³']);
        let power = word.strip_prefix(name).unwrap_or_default();
        if power.is_empty() { word.to_owned() } else { self.product(name, attributes, count) + power }
    }
}

/// A number with whose form a unit stands in the genitive, which Ukrainian wants behind `від 7 до`: `21 дня`, `22 днів`. That
/// of the singular is the form with fractions.
fn genitive(value: f64) -> (f64, usize) {
    let is_one = (value % 10.0 - 1.0).abs() < 0.5 && (value % 100.0 - 11.0).abs() > 0.5;
    if is_one { (1.5, 1) } else { (5.0, 0) }
}

fn is_number(word: &str) -> Option<f64> {
    reading::leading(word).ok().filter(|found| found.used == word.len()).map(|found| found.value)
}

/// How many a word such as `million` makes; what stands behind it goes with that.
fn multiple(word: &str) -> Option<f64> {
    let known = vocabulary::multiples().into_iter().find(|known| known.spellings.contains(&word))?;
    // Per cent are counted by hundreds too.
    Some(known.is.replace(',', "").parse().unwrap_or(100.0))
}

/// How else a built-in unit is spelled.
fn spellings(word: &str) -> Vec<&'static str> {
    let known = vocabulary::units().into_iter().find(|known| known.spellings.contains(&word));
    known.map_or_else(Vec::new, |known| known.spellings.to_vec())
}

#[cfg(test)]
mod tests {
    use super::{spellings, vocabulary};
    use crate::language::{Language, Localizer};
    use crate::quantity::unit::Units;

    fn said(language: Language, text: &str, value: f64) -> String {
        let mut units = Units::default();
        let _ = units.declare_count("patrol", Some("patrols"));
        let words = Localizer::new(language);
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

    /// Units beside 1, 2, 5, 21 and 0.5 in Ukrainian: CLDR's forms one, few, many, one and other; behind `на` the accusative,
    /// which for people is the genitive (Український правопис 1929, § 46).
    const UKRAINIAN: &[(&str, [&str; 5])] = &[
        ("months", ["місяць", "місяці", "місяців", "місяць", "місяця"]),
        ("hours", ["година", "години", "годин", "година", "години"]),
        ("square miles", ["квадратна миля", "квадратні милі", "квадратних миль", "квадратна миля", "квадратної милі"]),
        ("people", ["житель", "жителі", "жителів", "житель", "жителя"]),
        ("personnel-years", ["людино-рік", "людино-роки", "людино-років", "людино-рік", "людино-року"]),
        ("million people", ["млн жителів"; 5]),
        ("thousand personnel", ["тис. військових"; 5]),
        ("hundred days", ["сотня днів", "сотні днів", "сотень днів", "сотня днів", "сотні днів"]),
        ("people per km²", ["житель на км²", "жителі на км²", "жителів на км²", "житель на км²", "жителя на км²"]),
        ("km² per personnel", ["км² на військового"; 5]),
        ("per person", ["на жителя"; 5]),
        ("m per 1 person", ["м на 1 жителя"; 5]),
        ("m per 2 people", ["м на 2 жителів"; 5]),
        ("m per 5 people", ["м на 5 жителів"; 5]),
        ("m per 21 people", ["м на 21 жителя"; 5]),
        ("m per 0.5 people", ["м на 0,5 жителя"; 5]),
        ("km per 1 hour", ["км на 1 годину"; 5]),
        ("km per 2 hours", ["км на 2 години"; 5]),
        ("km per 5 hours", ["км на 5 годин"; 5]),
        ("km per 21 hours", ["км на 21 годину"; 5]),
        ("km per 0.5 hours", ["км на 0,5 години"; 5]),
        ("m per million people", ["м на млн жителів"; 5]),
        ("m per 100000 people", ["м на 100 000 жителів"; 5]),
        (
            "personnel per 1000 people",
            [
                "військовий на 1 000 жителів",
                "військові на 1 000 жителів",
                "військових на 1 000 жителів",
                "військовий на 1 000 жителів",
                "військового на 1 000 жителів",
            ],
        ),
        (
            "personnel per 1000 personnel-years",
            [
                "військовий на 1 000 людино-років",
                "військові на 1 000 людино-років",
                "військових на 1 000 людино-років",
                "військовий на 1 000 людино-років",
                "військового на 1 000 людино-років",
            ],
        ),
    ];

    #[test]
    fn ukrainian_units_go_with_their_own_numbers() {
        let numbers = [(1.0, "1"), (2.0, "2"), (5.0, "5"), (21.0, "21"), (0.5, "0,5")];
        for (unit, forms) in UKRAINIAN {
            for ((value, number), form) in numbers.into_iter().zip(forms) {
                assert_eq!(said(Language::Ukrainian, unit, value), format!("{number} {form}"), "{unit}");
            }
        }
        let range = |high: &str| {
            let words = Localizer::new(Language::Ukrainian);
            words.attach(&Units::default().unit("days").unwrap(), &words.between("7", high))
        };
        let ends = ["11", "21", "22", "56", "21,5"].map(range);
        assert_eq!(
            ends,
            ["від 7 до 11 днів", "від 7 до 21 дня", "від 7 до 22 днів", "від 7 до 56 днів", "від 7 до 21,5 дня"]
        );
        let days =
            |number: &str| Localizer::new(Language::Ukrainian).end(&Units::default().unit("days").unwrap(), number);
        assert_eq!(["1", "4", "30"].map(days), ["1 дня", "4 днів", "30 днів"]);
        // Eleven is no one, and 111 neither.
        assert_eq!(said(Language::Ukrainian, "months", 11.0), "11 місяців");
        assert_eq!(said(Language::Ukrainian, "months", 111.0), "111 місяців");
        assert_eq!(said(Language::Ukrainian, "months", 1_000_001.0), "1 000 001 місяць");
    }

    /// CLDR: in French whatever is below two is one, in German and English one itself.
    #[test]
    fn other_units_go_with_their_own_numbers() {
        let cases = [
            (Language::French, "troops per 1000 people", 1.5, "1,5 soldat pour 1 000 habitants"),
            (Language::French, "troops per 1000 people", 2.0, "2 soldats pour 1 000 habitants"),
            (Language::French, "troops per person", 2.0, "2 soldats par habitant"),
            (Language::French, "million personnel", 1.0, "1 million de militaires"),
            (Language::French, "troops per million people", 5.0, "5 soldats par million d’habitants"),
            (Language::French, "thousand people", 2.0, "2 milliers d’habitants"),
            (Language::French, "days per year", 21.0, "21 jours par an"),
            (Language::German, "days per 6 months", 0.5, "0,5 Tage je 6 Monate"),
            (Language::German, "days per month", 1.0, "1 Tag je Monat"),
            (Language::German, "personnel per 1000 personnel-years", 3.0, "3 Kräfte je 1.000 Soldatenjahre"),
            (Language::German, "m per 1000 personnel", 1.0, "1 m je 1.000 Soldaten"),
            (Language::German, "EUR / (soldier * year)", 2.0, "2 EUR je (Soldat * Jahr)"),
            (Language::English, "months", 1.0, "1 month"),
            (Language::English, "months", 1.5, "1.5 months"),
            (Language::English, "people/km²", 1.0, "1 person/km²"),
            (Language::English, "personnel per 1000 people", 1.0, "1 personnel per 1,000 people"),
        ];
        for (language, unit, value, expected) in cases {
            assert_eq!(said(language, unit, value), expected);
        }
    }

    /// Every spelling of a unit has a text, but for the signs that are the same everywhere.
    #[test]
    fn built_in_units_are_translated() {
        let signs = ["USD", "$", "GBP", "£"];
        for language in Language::ALL.into_iter().skip(1) {
            let words = Localizer::new(language);
            let known = vocabulary::units().into_iter().chain(vocabulary::multiples());
            for word in known.flat_map(|known| known.spellings).filter(|word| !signs.contains(word)) {
                let found = [*word]
                    .into_iter()
                    .chain(spellings(word))
                    .any(|word| words.unit_word(word, "", &5.into()).is_some());
                assert!(found, "{}: {word}", language.code());
            }
        }
    }
}
