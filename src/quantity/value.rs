//! Reads a number with the unit behind it from a text: `48_000 troops`, `27 per km`, `0.3`.
//!
//! Knows nothing of what the value is for, so that a point that may group thousands is told and not judged.

use super::character::is_word_character;
use super::character::{foreign_digit, named};
use super::reading::{self, NotANumber};
use super::unit::{Unit, UnitError, Units};

/// A number as read from a text, with the unit behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The number, in that unit.
    pub value: f64,
    /// The unit, where one is written.
    pub unit: Option<Unit>,
    /// The bytes up to the end of the number.
    pub used: usize,
    /// Where a point may group thousands, as in `25.000 km`: what may be meant, thousands first, each so that it has no
    /// other reading. The value is the second.
    pub readings: Option<[String; 2]>,
}

impl Units {
    /// The number at the start of a text and the unit behind it, if any: `48_000 troops`, `27 per km`, `0.3`.
    ///
    /// # Errors
    /// When there is no number or what follows is not a unit; the range is in bytes of the text.
    pub fn quantity(&self, text: &str) -> Result<Quantity, UnitError> {
        let trimmed = text.trim_start();
        let indent = text.len() - trimmed.len();
        let read = reading::leading(trimmed);
        let behind = read.as_ref().map(|number| trimmed.get(number.used..).unwrap_or_default());
        if behind.map_or(true, reading::may_be_a_range)
            && let Some([low, high]) = reading::range(trimmed)
        {
            return Err(UnitError {
                range: indent..text.len(),
                message: format!("`{}` is a range, and one number is expected", text.trim()),
                help: Some(format!("the ends of a range have keys of their own: `low = {low}, high = {high}`")),
            });
        }
        let number = read.map_err(|reason| self.not_a_number(&reason, trimmed, indent))?;
        let rest = trimmed.get(number.used..).unwrap_or_default();
        let readings = number.pointed.then(|| reading::both(trimmed));
        if rest.trim().is_empty() {
            return Ok(Quantity { value: number.value, unit: None, used: indent + number.used, readings });
        }
        let offset = indent + number.used;
        if let Some(at) = second_number(rest) {
            if reading::ends_as_a_range(rest.get(..at).unwrap_or_default()) {
                return Err(UnitError {
                    range: indent..text.len(),
                    message: format!("`{}` is a range, and one number is expected", text.trim()),
                    help: Some("the ends of a range have keys of their own: `low` and `high`".to_owned()),
                });
            }
            let first = trimmed.get(..number.used).unwrap_or_default().trim();
            let first = if number.pointed { reading::either(&reading::both(first)) } else { format!("`{first}`") };
            return Err(UnitError {
                range: offset + at..text.len(),
                message: "a second number stands behind the first".to_owned(),
                help: Some(format!(
                    "a value is one number with its unit, such as `2.3 million people`; the first one here is {first}"
                )),
            });
        }
        let unit = self.unit(rest).map_err(|error| {
            let number = readings.as_ref().map(|readings| format!("write the number as {}", reading::either(readings)));
            let help = [error.help, number].into_iter().flatten().collect::<Vec<_>>().join("; ");
            let range = error.range.start + offset..error.range.end + offset;
            UnitError { range, message: error.message, help: (!help.is_empty()).then_some(help) }
        })?;
        let readings = readings.map(|readings| readings.map(|reading| format!("{reading}{rest}")));
        Ok(Quantity { value: number.value, unit: Some(unit), used: offset, readings })
    }

    fn not_a_number(&self, reason: &NotANumber, text: &str, indent: usize) -> UnitError {
        let at = |start: usize, end: usize| indent + start..indent + end;
        let offered = |used: usize| {
            let rest = text.get(used..).unwrap_or_default();
            let rest = if self.unit(rest).is_ok() { rest.trim_end() } else { "" };
            let whole: Vec<String> = reason.readings().iter().map(|reading| format!("{reading}{rest}")).collect();
            if whole.is_empty() { reason.advice() } else { format!("write {}", reading::either(&whole)) }
        };
        let whole = text.trim_end();
        let first = text.chars().next();
        let (range, message, help) = match reason {
            NotANumber::Missing if whole.is_empty() => {
                (at(0, text.len()), "a number is missing here".to_owned(), reason.advice())
            }
            NotANumber::Missing => {
                let strange = first.filter(|first| !first.is_ascii() && !first.is_alphabetic());
                let begins = strange.map_or_else(String::new, |first| format!(" but with {}", named(first)));
                (at(0, text.len()), format!("`{whole}` does not start with a number{begins}"), reason.advice())
            }
            NotANumber::Parted { used, readings } => {
                let digits = text.get(..*used).unwrap_or_default();
                let mark = digits.chars().rev().find(|c| !c.is_ascii_digit()).filter(|c| !matches!(c, ',' | '.' | ' '));
                let mark = mark.map_or_else(String::new, |mark| format!(", with {},", named(mark)));
                let message = if readings.len() > 1 {
                    format!("`{digits}`{mark} can be read in two ways")
                } else {
                    format!("`{digits}`{mark} is not how numbers are written here")
                };
                (at(0, *used), message, offered(*used))
            }
            NotANumber::Foreign { digit, at: start, used, .. } => {
                let message = format!("{} is not a digit from 0 to 9", named(*digit));
                (at(*start, *start + digit.len_utf8()), message, offered(*used))
            }
            NotANumber::Malformed | NotANumber::TooLarge => {
                (at(0, text.len()), format!("`{whole}` does not start with a plain number"), reason.advice())
            }
        };
        UnitError { range, message, help: Some(help) }
    }
}

/// Where a number stands beside a word in the part of a unit that multiplies: behind a value it would multiply too.
fn second_number(unit: &str) -> Option<usize> {
    let (mut before, mut sign) = (' ', false);
    for (at, letter) in unit.char_indices() {
        let begins = !is_word_character(before);
        let behind = unit.get(at..).and_then(|rest| rest.strip_prefix("per"));
        let per = begins && behind.is_some_and(|behind| !behind.starts_with(is_word_character));
        if per || letter == '/' {
            return None;
        }
        let is_digit = letter.is_ascii_digit() || foreign_digit(letter).is_some();
        if is_digit && begins && !sign && !before.is_ascii_digit() {
            return Some(at);
        }
        // What is multiplied on purpose stands behind a sign; a dash with blanks around it is one of a range.
        sign = matches!(letter, '*' | '·' | '^')
            || (letter == '-' && before != ' ')
            || (sign && (letter == ' ' || is_digit));
        before = letter;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::unit::DeclareError;

    #[test]
    fn quantities_and_declared_units() {
        let mut units = Units::default();
        units.declare_count("patrol", Some("patrols")).unwrap();
        let troops = units.unit("personnel").unwrap();
        units.declare_amount("brigade", Some("brigades"), 4000.0, &troops).unwrap();
        assert_eq!(units.declare_count("patrol", None), Err(DeclareError::Taken));
        assert_eq!(units.declare_count("km2", None), Err(DeclareError::Name));
        let found = units.quantity("2.5 brigades").unwrap();
        assert!((found.unit.unwrap().to_base(found.value) - 10_000.0).abs() < 1e-9);
        assert_eq!(units.unit("patrols per day").unwrap().dimension().to_string(), "patrol per year");
        assert_eq!(units.quantity("0.3").unwrap(), Quantity { value: 0.3, unit: None, used: 3, readings: None });
        let found = units.quantity("27 per km").unwrap();
        assert_eq!((found.value, found.unit.unwrap().text().to_owned()), (27.0, "per km".to_owned()));
        assert_eq!(units.unit("personnel per 1000 people").unwrap().label(), "personnel per 1,000 people");
    }
}
