//! The grammar of unit texts.
//!
//! ```text
//! unit    = [product] { ("per" | "/") product }
//! product = factor { ("-" | "*" | "·") factor }      a number or `million` also multiplies by standing beside a word
//! factor  = number | word [power] | ("square" | "cubic") word | "%" | "(" unit ")"
//! power   = "²" | "³" | "^" integer | digit
//! ```
//! Everything behind a `per` divides until the next one. Knows the grammar; the words are in [`super::unit`].

use super::character::{is_blank, is_word_character, named};
use super::dimension::{Dimension, Exponent};
use super::reading;
use super::unit::{Size, Unit, UnitError, Units};
use std::ops::Range;
use std::sync::PoisonError;

const DEEPEST: usize = 20;
const LONGEST: usize = 200;
/// Larger than anyone writes, for the units of products of powers are spelled and must read back.
const STRONGEST: i32 = 99;

impl Units {
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
        let unit = parse(self, text)?;
        known.insert(text.to_owned(), unit.clone());
        Ok(unit)
    }
}

fn parse(units: &Units, text: &str) -> Result<Unit, UnitError> {
    if text.len() > LONGEST {
        return Err(UnitError {
            range: 0..text.len(),
            message: format!("a unit of {} bytes is too long", text.len()),
            help: Some(format!("units are at most {LONGEST} bytes long")),
        });
    }
    let mut parser = Parser { units, text, at: 0, depth: 0 };
    if text.trim().is_empty() {
        return Ok(Unit::new("1", Size::ONE, Dimension::none()));
    }
    let (size, dimension) = parser.unit()?;
    parser.blanks();
    if parser.at < text.len() {
        return Err(parser.unexpected());
    }
    let ordinary = |part: f64| (1e-100..=1e100).contains(&part);
    if !(ordinary(size.above) && ordinary(size.below)) {
        let help = "sizes of units lie between 1e-100 and 1e100".to_owned();
        return Err(error(0..text.len(), "a unit of no sensible size", Some(help)));
    }
    Ok(Unit::new(&spelt(text.trim()), size, dimension))
}

/// A unit's text without what groups thousands in its numbers, and with ordinary blanks.
fn spelt(text: &str) -> String {
    let mut spelt = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let between = || {
            spelt.ends_with(|c: char| c.is_ascii_digit()) && letters.clone().next().is_some_and(|c| c.is_ascii_digit())
        };
        match letter {
            '\'' | '’' | '\u{2bc}' => {}
            _ if letter != ' ' && is_blank(letter) => {
                if !between() {
                    spelt.push(' ');
                }
            }
            _ => spelt.push(letter),
        }
    }
    spelt
}

struct Parser<'a> {
    units: &'a Units,
    text: &'a str,
    at: usize,
    depth: usize,
}

type Sized = (Size, Dimension);

impl<'a> Parser<'a> {
    fn unit(&mut self) -> Result<Sized, UnitError> {
        let mut whole = if self.per_follows() { (Size::ONE, Dimension::none()) } else { self.product()? };
        while self.take_per() {
            let start = self.at;
            let (size, dimension) = self.product()?;
            let dimension = whole.1.over(&dimension).ok_or_else(|| self.too_large(start))?;
            whole = (whole.0.times(size.inverse()), dimension);
        }
        Ok(whole)
    }

    fn product(&mut self) -> Result<Sized, UnitError> {
        let (mut whole, mut last_is_number) = self.factor()?;
        loop {
            self.blanks();
            let start = self.at;
            let joined = self.take(&["-", "*", "·"]);
            let may_follow = self.starts_factor();
            if !joined && !may_follow {
                return Ok(whole);
            }
            let ((size, dimension), is_number) = self.factor()?;
            if !joined && !last_is_number && !is_number {
                return Err(error(
                    start..self.at,
                    "two units side by side",
                    Some("write `per` or `/` to divide, `-` to multiply: `EUR per personnel-year`".to_owned()),
                ));
            }
            let dimension = whole.1.times(&dimension).ok_or_else(|| self.too_large(start))?;
            whole = (whole.0.times(size), dimension);
            last_is_number = is_number;
        }
    }

    /// A factor, and whether it is a mere number.
    fn factor(&mut self) -> Result<(Sized, bool), UnitError> {
        self.blanks();
        let start = self.at;
        let Some(first) = self.rest().chars().next() else {
            return Err(error(start..start, "a unit is missing here", Some(KNOWN.to_owned())));
        };
        if first.is_ascii_digit() {
            let number = reading::leading(self.rest())
                .map_err(|reason| error(start..self.text.len(), "not a number", Some(reason.advice())))?;
            if number.pointed {
                let help = format!("write {}", reading::either(&reading::both(self.rest())));
                return Err(error(start..start + number.used, "this number can be read in two ways", Some(help)));
            }
            self.at += number.used;
            return Ok(((Size { above: number.value, below: 1.0 }, Dimension::none()), true));
        }
        if self.take(&["("]) {
            self.depth += 1;
            if self.depth > DEEPEST {
                return Err(error(start..self.text.len(), "parentheses nested too deeply", None));
            }
            let inner = self.unit()?;
            self.blanks();
            if !self.take(&[")"]) {
                return Err(error(start..start + 1, "this parenthesis is not closed", None));
            }
            self.depth -= 1;
            return Ok((self.powered(inner, start)?, false));
        }
        if self.take(&["%"]) {
            return Ok(((Size { above: 1.0, below: 100.0 }, Dimension::none()), true));
        }
        let word = self.word();
        if word.is_empty() {
            return Err(self.unexpected());
        }
        if let Some(exponent) = [("square", 2), ("sq", 2), ("cubic", 3)].iter().find(|(name, _)| *name == word) {
            let (inner, _) = self.factor()?;
            return Ok((self.raised(inner, exponent.1, start)?, false));
        }
        let Some((size, dimension)) = self.units.word(word) else {
            return Err(error(
                start..self.at,
                format!("no unit is called `{word}`"),
                Some(self.units.suggestion(self.text, word).unwrap_or_else(|| KNOWN.to_owned())),
            ));
        };
        let is_number = dimension.is_none();
        Ok((self.powered((size, dimension.clone()), start)?, is_number))
    }

    fn powered(&mut self, unit: Sized, start: usize) -> Result<Sized, UnitError> {
        if self.take(&["²"]) {
            return self.raised(unit, 2, start);
        }
        if self.take(&["³"]) {
            return self.raised(unit, 3, start);
        }
        let caret = self.take(&["^"]);
        let negative = caret && self.take(&["-"]);
        let digits: String = self.rest().chars().take_while(char::is_ascii_digit).collect();
        self.at += digits.len();
        if digits.is_empty() {
            return if caret {
                Err(error(start..self.at, "expected a whole number behind `^`", None))
            } else {
                Ok(unit)
            };
        }
        let exponent: i32 = digits.parse().map_err(|_| self.too_large(start))?;
        self.raised(unit, if negative { -exponent } else { exponent }, start)
    }

    fn raised(&self, (size, dimension): Sized, exponent: i32, start: usize) -> Result<Sized, UnitError> {
        if exponent.abs() > STRONGEST {
            return Err(self.too_large(start));
        }
        let dimension = dimension.power(Exponent::from_integer(exponent)).ok_or_else(|| self.too_large(start))?;
        let size = if exponent < 0 { size.inverse() } else { size };
        let raised = (0..exponent.abs()).fold(Size::ONE, |product, _| product.times(size));
        Ok((raised, dimension))
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn blanks(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
    }

    fn take(&mut self, tokens: &[&str]) -> bool {
        let found = tokens.iter().find(|token| self.rest().starts_with(**token)).map_or(0, |token| token.len());
        self.at += found;
        found > 0
    }

    fn word(&mut self) -> &'a str {
        let start = self.at;
        let length: usize = self.rest().chars().take_while(|c| is_word_character(*c)).map(char::len_utf8).sum();
        self.at += length;
        self.text.get(start..self.at).unwrap_or_default()
    }

    fn per_follows(&mut self) -> bool {
        let start = self.at;
        let follows = self.take_per();
        self.at = start;
        follows
    }

    fn take_per(&mut self) -> bool {
        self.blanks();
        if self.take(&["/"]) {
            return true;
        }
        let rest = self.rest();
        let per = rest.starts_with("per") && !rest.chars().nth(3).is_some_and(is_word_character);
        self.at += if per { 3 } else { 0 };
        per
    }

    fn starts_factor(&mut self) -> bool {
        let next = self.rest().chars().next();
        !self.per_follows()
            && next.is_some_and(|c| is_word_character(c) || c.is_ascii_digit() || matches!(c, '(' | '%'))
    }

    fn unexpected(&self) -> UnitError {
        let next = self.rest().chars().next();
        let end = self.at + next.map_or(0, char::len_utf8);
        let what =
            next.map_or_else(|| "a unit is missing here".to_owned(), |c| format!("unexpected {} in a unit", named(c)));
        error(self.at..end, what, Some(KNOWN.to_owned()))
    }

    fn too_large(&self, start: usize) -> UnitError {
        let help = format!("units have powers from -{STRONGEST} to {STRONGEST}");
        error(start..self.at, "the power is too large", Some(help))
    }
}

const KNOWN: &str = "units are people, personnel (troops, soldiers, peacekeepers), km, m, miles, km², ha, years, months, \
                     weeks, days, hours, EUR, USD, GBP, %, with `per`, `-`, 1000, million, billion; others are declared \
                     in [unit.NAME]";

fn error(range: Range<usize>, message: impl Into<String>, help: Option<String>) -> UnitError {
    UnitError { range, message: message.into(), help }
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
