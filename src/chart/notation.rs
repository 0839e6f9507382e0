//! Numbers as they stand at ticks and points: in full, in millions, or in powers of ten.
//!
//! Knows nothing of where ticks stand.

use super::axis::Scale;
use crate::args;
use crate::language::Localizer;
use crate::quantity::number;

/// A tick with its text.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// In the unit of the axis.
    pub value: f64,
    /// Digits for people.
    pub text: String,
}

/// What labels are written in, best first.
#[derive(Debug, Clone, Copy)]
pub enum Notation {
    Full,
    Scaled { long: bool },
    Power,
}

impl Notation {
    /// Best first.
    pub const ALL: [Self; 4] = [Self::Full, Self::Scaled { long: true }, Self::Scaled { long: false }, Self::Power];

    /// The ticks with their texts; None where this wording does not suit the values.
    pub fn write(self, values: &[f64], scale: Scale, words: Localizer) -> Option<Vec<Tick>> {
        let largest = values.iter().fold(0.0_f64, |m, v| m.max(v.abs()));
        let smallest = values.iter().filter(|v| **v != 0.0).fold(f64::INFINITY, |m, v| m.min(v.abs()));
        let step = values
            .windows(2)
            .map(|p| (p.last().unwrap_or(&0.0) - p.first().unwrap_or(&0.0)).abs())
            .fold(f64::INFINITY, f64::min);
        let exact = |v: f64| if scale == Scale::Log { decimals(v) } else { decimals(step.min(smallest)) };
        let text = |v: f64| -> Option<String> {
            match self {
                Self::Full => (largest < 1e10 && smallest > 1e-7)
                    .then(|| if v == 0.0 { "0".to_owned() } else { words.grouped(v, exact(v)) }),
                Self::Scaled { long } => {
                    let (unit, name, short) = match largest {
                        x if x >= 1e12 => (1e12, "trillion", "tn"),
                        x if x >= 1e9 => (1e9, "billion", "bn"),
                        x if x >= 1e6 => (1e6, "million", "mn"),
                        x if x >= 1e4 => (1e3, "thousand", "k"),
                        _ => return None,
                    };
                    if largest >= 1e16 || smallest / unit < 0.01 {
                        return None;
                    }
                    let digits =
                        if scale == Scale::Log { decimals(v / unit) } else { decimals(step.min(smallest) / unit) };
                    let number = words.grouped(v / unit, digits);
                    Some(if v == 0.0 {
                        "0".to_owned()
                    } else {
                        let name = if long { name } else { short };
                        // In English without a file, for most charts have such numbers.
                        if words.is_english() {
                            format!("{number} {name}")
                        } else {
                            words.format(&format!("scale-{name}"), args![number = number])
                        }
                    })
                }
                Self::Power => Some(power(v, words)),
            }
        };
        values.iter().map(|v| Some(Tick { value: *v, text: text(*v)? })).collect()
    }
}

/// Three significant digits, grouped; powers of ten beyond 10^13 and below 10^-6.
pub fn short_number(value: f64, words: Localizer) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    if !value.is_finite() {
        return words.text("not-available");
    }
    let exponent = libm::floor(libm::log10(value.abs()) + 1e-12);
    if !(-6.0..13.0).contains(&exponent) {
        return power(value, words);
    }
    let unit = scaled(1.0, whole(exponent) - 2);
    let rounded = if unit >= 1.0 { libm::round(value / unit) * unit } else { value };
    let text = number::grouped(rounded, usize::try_from(2 - whole(exponent)).unwrap_or(0));
    words.digits(number::without_trailing_zeros(&text).to_owned())
}

/// `mantissa * 10^exponent` as exactly as decimals can be read.
pub fn scaled(mantissa: f64, exponent: i32) -> f64 {
    format!("{mantissa}e{exponent}").parse().unwrap_or(mantissa)
}

/// How many decimals show a round number fully.
fn decimals(value: f64) -> usize {
    (0..12_u8)
        .find(|d| {
            let shifted = value.abs() * scaled(1.0, i32::from(*d));
            shifted >= 0.999 && (shifted - libm::round(shifted)).abs() < 1e-6 * shifted
        })
        .map_or(0, usize::from)
}

fn power(value: f64, words: Localizer) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    let text = format!("{value:.2e}");
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let mantissa = words.digits(mantissa.trim_end_matches('0').trim_end_matches('.').to_owned());
    let raised: String = exponent
        .chars()
        .map(|c| match c {
            '-' => '⁻',
            '1' => '¹',
            '2' => '²',
            '3' => '³',
            c => char::from_u32(0x2070 + c.to_digit(10).unwrap_or(0)).unwrap_or(c),
        })
        .collect();
    match mantissa.as_str() {
        "1" => format!("10{raised}"),
        "-1" => format!("-10{raised}"),
        _ => format!("{mantissa} × 10{raised}"),
    }
}

#[allow(clippy::cast_possible_truncation, reason = "exponents of f64 and tick counts are small; `as` saturates")]
/// A small number without its fraction.
pub fn whole(value: f64) -> i32 {
    value as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_numbers() {
        for (value, text) in [
            (0.0, "0"),
            (1_234_567.0, "1,230,000"),
            (0.16567, "0.166"),
            (27.0, "27"),
            (1e-9, "10⁻⁹"),
            (2.5e15, "2.5 × 10¹⁵"),
            (-0.5, "-0.5"),
        ] {
            assert_eq!(short_number(value, Localizer::default()), text);
        }
    }
}
