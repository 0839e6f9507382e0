//! Reads numbers as people write them, by one rule wherever a number is read.
//!
//! A number has the digits 0 to 9, a point before decimals, an exponent, and a sign, which may be U+2212. `_` may stand
//! between any two digits. An apostrophe, a no-break space, a narrow or thin one and a figure space group thousands where
//! groups of three follow; they are what other programs and this one group them with. Everything else between digits has
//! no reading or several: it is refused, with the numbers that may be meant. So no mark ever multiplies, and the language
//! of reports has no say. Knows nothing of units.

use super::character::is_blank;
use super::run::{Context, DigitGroup, DigitRun, Mark, decimal, grouped, is_pointed, scan};

/// A number at the start of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    /// Its value.
    pub value: f64,
    /// The bytes that it takes.
    pub used: usize,
    /// Whether a point stands where some languages group thousands: `25.000`, and not `0.924` or `4.73`.
    pub pointed: bool,
}

/// Why a text is not a number.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NotANumber {
    /// No digit where a number was expected.
    Missing,
    /// Something that the number grammar does not have.
    Malformed,
    /// Larger than a double can hold.
    TooLarge,
    /// Marks between digits that are not read.
    Parted {
        /// The bytes of the digits with their marks.
        used: usize,
        /// The numbers that may be meant, the likeliest first.
        readings: Vec<String>,
    },
    /// A digit of another script.
    Foreign {
        /// The digit.
        digit: char,
        /// Its first byte.
        at: usize,
        /// The bytes of all digits with their marks.
        used: usize,
        /// The numbers that may be meant, the likeliest first.
        readings: Vec<String>,
    },
}

impl NotANumber {
    /// What to write instead.
    #[must_use]
    pub fn advice(&self) -> String {
        let text = match self {
            Self::Missing => "write digits, then the unit: `1_000 km`",
            Self::TooLarge => "the number is too large",
            Self::Parted { readings, .. } | Self::Foreign { readings, .. } if !readings.is_empty() => {
                return format!("write {}", either(readings));
            }
            Self::Malformed | Self::Parted { .. } | Self::Foreign { .. } => {
                "numbers look like 1000, 1_000, 0.25 or 1e6, with the digits 0 to 9"
            }
        };
        text.to_owned()
    }

    /// The numbers that may be meant.
    #[must_use]
    pub fn readings(&self) -> &[String] {
        match self {
            Self::Parted { readings, .. } | Self::Foreign { readings, .. } => readings,
            _ => &[],
        }
    }
}

/// `1_250` or `1.25`, as code.
#[must_use]
pub fn either(readings: &[String]) -> String {
    let quoted: Vec<String> = readings.iter().map(|reading| format!("`{reading}`")).collect();
    quoted.join(" or ")
}

/// The two readings of a number with a point before three decimals, each so that it has no other: `1_250` and `1.25`.
#[must_use]
pub fn both(text: &str) -> [String; 2] {
    let run = scan(text, Context::Anywhere);
    let [whole, fraction] = [0, 1].map(|at| run.parts.get(at).map_or("", |part| part.digits.as_str()));
    [
        format!("{}{}", run.sign, grouped(&[whole, fraction].concat())),
        format!("{}{}", run.sign, decimal(whole, fraction)),
    ]
}

/// Reads the number at the start of a text.
///
/// # Errors
/// [`NotANumber`] says what stands in the way.
pub fn leading(text: &str) -> Result<Number, NotANumber> {
    plain(text).unwrap_or_else(|| judged(&scan(text, Context::Anywhere), text))
}

/// Reads the number at the start of a text in which a blank ends a number, as in formulas. A comma that parts arguments
/// has a blank behind it: one between digits is refused here too.
///
/// # Errors
/// [`NotANumber`] says what stands in the way.
pub(crate) fn leading_term(text: &str) -> Result<Number, NotANumber> {
    judged(&scan(text, Context::Formula), text)
}

/// The bytes of the number that a text begins with, whether it is read or refused.
#[must_use]
pub fn bytes(text: &str) -> Option<usize> {
    match leading(text) {
        Ok(number) => Some(number.used),
        Err(NotANumber::Parted { used, .. } | NotANumber::Foreign { used, .. }) => Some(used),
        Err(_) => None,
    }
}

/// What stands between the ends of a range.
const BETWEEN: [&str; 10] = ["...", "..", "-", "–", "—", "−", "to ", "bis ", "à ", "до "];

/// Whether what stands behind a number may make it the lower end of a range.
#[must_use]
pub(crate) fn may_be_a_range(behind: &str) -> bool {
    let behind = behind.trim_start_matches(is_blank);
    BETWEEN.iter().any(|between| behind.starts_with(between))
}

/// Whether what stands before a number makes it the upper end of a range.
#[must_use]
pub(crate) fn ends_as_a_range(before: &str) -> bool {
    let before = before.trim_end_matches(is_blank);
    BETWEEN.iter().any(|between| before.ends_with(between.trim_end()))
}

/// Two numbers that a text begins with as the ends of a range: `1.9-2.3`, `25..33`, `1,000 to 1,250`.
#[must_use]
pub fn range(text: &str) -> Option<[String; 2]> {
    let end = |text: &str| -> Option<(String, usize)> {
        let run = scan(text, Context::Anywhere);
        let digits = run.parts.iter().any(|part| !part.digits.is_empty());
        let found = run.accepted().or_else(|| run.readings().into_iter().next());
        found.filter(|_| digits).map(|digits| (digits, run.used))
    };
    let (low, used) = end(text)?;
    let rest = text.get(used..)?.trim_start_matches(is_blank);
    let rest = BETWEEN.iter().find_map(|between| rest.strip_prefix(between))?.trim_start_matches(is_blank);
    Some([low, end(rest)?.0])
}

/// What is by far most often written: digits, `_`, a point, an exponent, with nothing behind it that looks like more.
/// `None` where the whole rule has to be asked.
fn plain(text: &str) -> Option<Result<Number, NotANumber>> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let first = usize::from(matches!(bytes.first(), Some(b'-' | b'+')));
    match bytes.get(first) {
        Some(byte) if byte.is_ascii_digit() => {}
        // Nothing, or a letter.
        None => return Some(Err(NotANumber::Missing)),
        Some(byte) if byte.is_ascii_alphabetic() => return Some(Err(NotANumber::Missing)),
        Some(_) => return None,
    }
    let (mut end, mut point, mut other) = (first, None, false);
    while let Some(byte) = bytes.get(end) {
        match byte {
            b'0'..=b'9' => {}
            b'_' if digit(end + 1) => other = true,
            b'.' if point.is_none() && digit(end + 1) => point = Some(end),
            b'e' | b'E' if digit(end + 1) || (matches!(bytes.get(end + 1), Some(b'+' | b'-')) && digit(end + 2)) => {
                // Behind the exponent there are digits only.
                (end, other) = (end + 2, true);
                while digit(end) {
                    end += 1;
                }
                break;
            }
            _ => break,
        }
        end += 1;
    }
    let behind = bytes.get(end..)?.iter().position(|byte| *byte != b' ').map(|blanks| bytes[end + blanks]);
    if behind.is_some_and(|byte| !(byte.is_ascii_alphabetic() || matches!(byte, b'%' | b'/' | b')' | b'('))) {
        return None;
    }
    let digits = text.get(..end)?;
    let value = if other { digits.replace('_', "").parse() } else { digits.parse() };
    let pointed = point.is_some_and(|point| !other && is_pointed(&digits[first..point], &digits[point + 1..]));
    Some(number(value.unwrap_or(f64::NAN), end, pointed))
}

fn number(value: f64, used: usize, pointed: bool) -> Result<Number, NotANumber> {
    if value.is_finite() { Ok(Number { value, used, pointed }) } else { Err(NotANumber::TooLarge) }
}

fn judged(run: &DigitRun, text: &str) -> Result<Number, NotANumber> {
    if run.parts.first().is_none_or(|part| part.digits.is_empty()) {
        return Err(NotANumber::Missing);
    }
    let used = run.used;
    if let Some((digit, at)) = run.foreign {
        let accepted = run.accepted().map(|accepted| vec![accepted]);
        return Err(NotANumber::Foreign { digit, at, used, readings: accepted.unwrap_or_else(|| run.readings()) });
    }
    let Some(accepted) = run.accepted() else { return Err(NotANumber::Parted { used, readings: run.readings() }) };
    if text.get(used..).is_some_and(|rest| rest.starts_with(['.', '_'])) {
        return Err(NotANumber::Malformed);
    }
    let pointed = match run.parts.as_slice() {
        [whole, DigitGroup { mark: Mark::Point, digits }] => {
            run.exponent.is_empty() && is_pointed(&whole.digits, digits)
        }
        _ => false,
    };
    number(accepted.replace('_', "").parse().unwrap_or(f64::NAN), used, pointed)
}

#[cfg(test)]
mod tests {
    use super::super::unit::Units;
    use super::*;

    fn value(text: &str) -> f64 {
        leading(text).unwrap_or_else(|reason| panic!("{text}: {reason:?}")).value
    }

    fn offered(text: &str) -> Vec<String> {
        leading(text).map(|number| number.value.to_string()).unwrap_err().readings().to_vec()
    }

    #[test]
    fn plain_numbers() {
        assert_eq!(leading("48_000 troops"), Ok(Number { value: 48_000.0, used: 6, pointed: false }));
        assert_eq!(leading("-0.5e3km"), Ok(Number { value: -500.0, used: 6, pointed: false }));
        assert_eq!(leading("5 EUR").map(|number| (number.value, number.used)), Ok((5.0, 1)));
        assert_eq!(leading("km"), Err(NotANumber::Missing));
        assert_eq!(leading(""), Err(NotANumber::Missing));
        assert_eq!(leading("-"), Err(NotANumber::Missing));
        assert_eq!(leading("1e999"), Err(NotANumber::TooLarge));
        for text in ["1.", "1_", "1._5", "1__000"] {
            assert_eq!(leading(text), Err(NotANumber::Malformed), "{text}");
        }
        assert_eq!(value("\u{2212}2.5e\u{2212}1 km").to_string(), "-0.25");
    }

    #[test]
    fn thousands_are_grouped_by_what_nobody_multiplies_with() {
        for mark in ['\'', '’', '\u{2bc}', '\u{a0}', '\u{202f}', '\u{2009}', '\u{2007}'] {
            let text = format!("12{mark}500 troops");
            assert_eq!(leading(&text), Ok(Number { value: 12_500.0, used: 5 + mark.len_utf8(), pointed: false }));
            assert_eq!(value(&format!("1{mark}234{mark}567.25")).to_string(), "1234567.25");
            for other in
                [format!("12{mark}50"), format!("12{mark}5000"), format!("1234{mark}567"), format!("0{mark}500")]
            {
                assert!(matches!(leading(&other), Err(NotANumber::Parted { .. })), "{other}");
            }
            for other in [format!("1{mark}234 567"), format!("1{mark}{mark}234")] {
                assert!(Units::default().quantity(&other).is_err(), "{other}");
            }
        }
    }

    #[test]
    fn what_has_no_reading_or_two_is_refused_with_what_may_be_meant() {
        let cases: &[(&str, &[&str])] = &[
            ("1,000 km", &["1_000", "1"]),
            ("1,255 km", &["1_255", "1.2550"]),
            ("2,1 million people", &["2.1", "21"]),
            ("0,5", &["0.5"]),
            ("1,234,567", &["1_234_567"]),
            ("2,50,000", &["250_000"]),
            ("1.234.567", &["1_234_567"]),
            ("1.234,5", &["1_234.5"]),
            ("1,234.5", &["1_234.5"]),
            ("1\u{202f}234,5", &["1_234.5"]),
            ("1 000 km", &["1_000"]),
            ("1  000", &["1_000"]),
            ("12\t500", &["12_500"]),
            ("12 \u{a0}500", &["12_500"]),
            ("12 50", &[]),
            ("17.11.2025", &[]),
            ("1,5e-9", &["1.5e-9", "15e-9"]),
            ("\u{2212}1,5", &["-1.5", "-15"]),
            ("12·500", &["12_500", "12.5"]),
        ];
        for (text, readings) in cases {
            assert_eq!(offered(text), *readings, "{text}");
            for reading in *readings {
                assert!(
                    leading(reading).is_ok_and(|number| number.used == reading.len() && !number.pointed),
                    "{reading}"
                );
            }
        }
    }

    #[test]
    fn digits_of_other_scripts_are_named() {
        let Err(NotANumber::Foreign { digit: '１', at: 0, used: 15, readings }) = leading("１２０００ troops")
        else {
            panic!("passed");
        };
        assert_eq!(readings, ["12000"]);
        assert!(matches!(leading("1٢"), Err(NotANumber::Foreign { digit: '٢', at: 1, .. })));
        assert_eq!(offered("١٢٫٥"), ["12.5", "125"]);
    }

    #[test]
    fn a_point_among_thousands() {
        for text in ["25.000", "1.250 km", "100.125", "-1.255", "+1.000"] {
            assert!(leading(text).is_ok_and(|number| number.pointed), "{text}");
        }
        for text in ["0.250", "4.73", "25.0", "1.2550", "1000.000", "25", "1.000e3", "25.0000", "1_0.000", "1.2_50"] {
            assert!(leading(text).is_ok_and(|number| !number.pointed), "{text}");
        }
        assert_eq!(both("20.000 troops"), ["20_000", "20"]);
        assert_eq!(both("-1.250"), ["-1_250", "-1.25"]);
        assert_eq!(both("1.255"), ["1_255", "1.2550"]);
    }

    #[test]
    fn in_a_formula_blanks_end_a_number() {
        let term = |text: &str| leading_term(text).map(|number| (number.value, number.used));
        assert_eq!(term("1, 200)"), Ok((1.0, 1)));
        assert_eq!(term("1,200)").unwrap_err().readings(), ["1_200", "1.2"]);
        assert_eq!(term("2·500"), Ok((2.0, 1)));
        assert_eq!(term("2 500"), Ok((2.0, 1)));
        assert_eq!(term("2\u{a0}500 * x"), Ok((2500.0, 6)));
        assert!(term("2\u{a0}50").is_err());
    }

    #[test]
    fn ranges_are_told_from_numbers() {
        assert_eq!(range("1.9-2.3 km"), Some(["1.9".to_owned(), "2.3".to_owned()]));
        assert_eq!(range("1,000 to 1,250 km"), Some(["1_000".to_owned(), "1_250".to_owned()]));
        assert_eq!(range("25..33 million people"), Some(["25".to_owned(), "33".to_owned()]));
        assert_eq!(range("84–97"), Some(["84".to_owned(), "97".to_owned()]));
        assert_eq!(range("5 km"), None);
        assert_eq!(range("personnel-years"), None);
    }
}
