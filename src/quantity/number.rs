//! Writes numbers for people: grouped thousands, and as many digits as carry meaning.
//!
//! Knows nothing of units, nor how numbers are read.

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
pub(crate) fn without_trailing_zeros(text: &str) -> &str {
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { text }
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
}
