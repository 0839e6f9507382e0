//! Digits for people: grouped thousands, as many digits as carry meaning, and numbers read from text.
//!
//! Knows nothing of units.

/// How many digits a result is shown with in tables and summaries: more would claim a precision that inputs of
/// this field do not have.
pub const SHOWN_DIGITS: usize = 3;

/// A number with a fixed count of decimals and commas every three digits: `2,400,000`, `26.2`, `-1,000`.
/// Not-a-number is `undefined`, what is beyond the largest number `overflow`.
#[must_use]
pub fn grouped(value: f64, decimals: usize) -> String {
    if value.is_nan() {
        return "undefined".to_owned();
    }
    if value.is_infinite() {
        return "overflow".to_owned();
    }
    let digits = format!("{:.*}", decimals, value.abs());
    let (whole, fraction) = digits.split_once('.').map_or((digits.as_str(), ""), |parts| parts);
    let zero = digits.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if value < 0.0 && !zero {
        text.push('-');
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

/// A number rounded to significant digits, grouped, without trailing zeros after the point: `2,660,000`,
/// `0.166`, `300`. Below a millionth and from 10^15 on in powers of ten.
#[must_use]
pub fn significant(value: f64, digits: usize) -> String {
    if value == 0.0 || !value.is_finite() {
        return grouped(value, 0);
    }
    let digits = digits.clamp(1, 17);
    // Halves are rounded away from zero, as people expect; the formatter would round them to even.
    let value = if digits < 15 { value * (1.0 + f64::EPSILON) } else { value };
    // The scientific form rounds in decimal, so that 999.7 becomes 1.00e3 and its exponent is the right one.
    let scientific = format!("{:.*e}", digits - 1, value);
    let Some((mantissa, exponent)) = scientific.split_once('e') else { return scientific };
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if !(-6..15).contains(&exponent) {
        return format!("{}e{exponent}", without_trailing_zeros(mantissa));
    }
    let rounded: f64 = scientific.parse().unwrap_or(value);
    let decimals = usize::try_from(i32::try_from(digits).unwrap_or(17) - 1 - exponent).unwrap_or(0);
    without_trailing_zeros(&grouped(rounded, decimals)).to_owned()
}

/// A result as tables show it: [`SHOWN_DIGITS`] significant digits.
#[must_use]
pub fn shown(value: f64) -> String {
    significant(value, SHOWN_DIGITS)
}

/// A number as it was given, with all its digits and grouped thousands: `603,550`, `4.73`.
#[must_use]
pub fn exact(value: f64) -> String {
    significant(value, 15)
}

/// The shortest text that reads back as the same number, for TOML and CSV: `100000`, `0.1657`.
#[must_use]
pub fn plain(value: f64) -> String {
    if value == 0.0 {
        "0".to_owned()
    } else if value.fract() == 0.0 && value.abs() < 1e15 {
        format!("{value:.0}")
    } else if (1e-7..1e16).contains(&value.abs()) {
        format!("{value}")
    } else {
        format!("{value:e}")
    }
}

/// A number's text without zeros at the end of its fraction.
#[must_use]
pub fn without_trailing_zeros(text: &str) -> &str {
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { text }
}

/// Why a text is not a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotANumber {
    /// No digit where a number was expected.
    Missing,
    /// A comma, which means thousands to some and decimals to others.
    Comma,
    /// Digits in groups parted by blanks.
    Blank,
    /// Something else that the number grammar does not have.
    Malformed,
    /// Larger than a double can hold.
    TooLarge,
}

/// Reads a number at the start of a text: digits with `_` between them, an optional fraction and exponent, an
/// optional sign. Gives the value and the bytes used.
///
/// # Errors
/// [`NotANumber`] says what stands in the way.
pub fn leading(text: &str) -> Result<(f64, usize), NotANumber> {
    let bytes = text.as_bytes();
    let mut end = usize::from(matches!(bytes.first(), Some(b'-' | b'+')));
    let first_digit = end;
    let mut seen_point = false;
    while let Some(&byte) = bytes.get(end) {
        match byte {
            b'0'..=b'9' => {}
            b'_' if end > first_digit && bytes.get(end + 1).is_some_and(u8::is_ascii_digit) => {}
            b'.' if !seen_point && bytes.get(end + 1).is_some_and(u8::is_ascii_digit) => seen_point = true,
            b'e' | b'E' if exponent_follows(bytes, end) && end > first_digit => end += 1,
            _ => break,
        }
        end += 1;
    }
    if end == first_digit {
        return Err(NotANumber::Missing);
    }
    match bytes.get(end) {
        Some(b',') if bytes.get(end + 1).is_some_and(u8::is_ascii_digit) => return Err(NotANumber::Comma),
        Some(b' ') if bytes.get(end + 1).is_some_and(u8::is_ascii_digit) => return Err(NotANumber::Blank),
        Some(b'.' | b'_') => return Err(NotANumber::Malformed),
        _ => {}
    }
    let digits: String = text[..end].chars().filter(|&character| character != '_').collect();
    let value: f64 = digits.parse().map_err(|_| NotANumber::Malformed)?;
    if value.is_finite() { Ok((value, end)) } else { Err(NotANumber::TooLarge) }
}

/// Whether a point stands where some languages part thousands: `25.000`, and not `0.924` or `4.73`. A fraction of
/// three digits that ends in zero says nothing that a shorter one would not.
#[must_use]
pub fn looks_grouped(text: &str) -> bool {
    let Some((whole, fraction)) = text.split_once('.') else { return false };
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    matches!(whole.len(), 1..=3)
        && !whole.starts_with('0')
        && fraction.len() == 3
        && fraction.ends_with('0')
        && digits(whole)
        && digits(fraction)
}

fn exponent_follows(bytes: &[u8], at: usize) -> bool {
    match bytes.get(at + 1) {
        Some(b'0'..=b'9') => true,
        Some(b'+' | b'-') => bytes.get(at + 2).is_some_and(u8::is_ascii_digit),
        _ => false,
    }
}

impl NotANumber {
    /// What is wrong and what to write instead.
    #[must_use]
    pub fn advice(self) -> &'static str {
        match self {
            Self::Missing => "write digits, then the unit: `1_000 km`",
            Self::Comma => {
                "a comma means thousands in one language and decimals in another: write 1_000 or 1000, and 0.5 with a point"
            }
            Self::Blank => "write the digits together or with underscores: `1_000 km`",
            Self::Malformed => "numbers look like 1000, 1_000, 0.25 or 1e6",
            Self::TooLarge => "the number is too large",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grouping() {
        assert_eq!(grouped(2_400_000.0, 0), "2,400,000");
        assert_eq!(grouped(-1000.0, 1), "-1,000.0");
        assert_eq!(grouped(-0.0, 0), "0");
        assert_eq!(grouped(-0.4, 0), "0");
        assert_eq!(grouped(999.5, 0), "1,000");
        assert_eq!(grouped(f64::NAN, 0), "undefined");
    }

    #[test]
    fn significant_digits() {
        assert_eq!(shown(2_661_009.0), "2,660,000");
        assert_eq!(shown(0.165_686), "0.166");
        assert_eq!(shown(300.0), "300");
        assert_eq!(shown(999.7), "1,000");
        assert_eq!(shown(112.5), "113");
        assert_eq!(shown(-112.5), "-113");
        assert_eq!(shown(0.0), "0");
        assert_eq!(shown(1.2e-9), "1.2e-9");
        assert_eq!(exact(603_550.0), "603,550");
        assert_eq!(exact(0.1), "0.1");
        assert_eq!(plain(0.1), "0.1");
        assert_eq!(plain(100_000.0), "100000");
        assert_eq!(plain(1e300), "1e300");
        assert_eq!(plain(-2.5e-9), "-2.5e-9");
    }

    #[test]
    fn a_point_among_thousands() {
        for text in ["25.000", "1.250", "100.100"] {
            assert!(looks_grouped(text), "{text}");
        }
        for text in ["0.250", "4.73", "25.0", "1.255", "1000.000", "25", "-1.000", "1.00e", "25.0000"] {
            assert!(!looks_grouped(text), "{text}");
        }
    }

    #[test]
    fn reading() {
        assert_eq!(leading("48_000 troops"), Ok((48_000.0, 6)));
        assert_eq!(leading("-0.5e3km"), Ok((-500.0, 6)));
        assert_eq!(leading("5 EUR"), Ok((5.0, 1)));
        assert_eq!(leading("1,000 km"), Err(NotANumber::Comma));
        assert_eq!(leading("1 000 km"), Err(NotANumber::Blank));
        assert_eq!(leading("km"), Err(NotANumber::Missing));
        assert_eq!(leading("1e999"), Err(NotANumber::TooLarge));
        assert_eq!(leading("1."), Err(NotANumber::Malformed));
    }
}
