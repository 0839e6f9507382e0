//! Colours as `#rrggbb`, and how well one reads on another.
//!
//! Contrast is that of the Web Content Accessibility Guidelines 2.1: from 1 (alike) to 21 (black on white).
//! Knows nothing of what a colour is for.

/// Red, green, blue.
pub type Rgb = (u8, u8, u8);

/// Contrast that text needs on its ground: level AA of the guidelines.
pub const TEXT_CONTRAST: f64 = 4.5;

/// Reads `#rrggbb`.
#[must_use]
pub fn parse(text: &str) -> Option<Rgb> {
    let digits = text.trim().strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let byte = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    // `from_str_radix` takes a sign.
    digits.chars().all(|c| c.is_ascii_hexdigit()).then_some(())?;
    Some((byte(0)?, byte(2)?, byte(4)?))
}

/// Relative luminance, 0 to 1.
pub(super) fn relative_luminance((r, g, b): Rgb) -> f64 {
    let linear = |byte: u8| {
        let c = f64::from(byte) / 255.0;
        if c <= 0.040_45 { c / 12.92 } else { libm::pow((c + 0.055) / 1.055, 2.4) }
    };
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

/// Contrast ratio of two colours.
#[must_use]
pub fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (relative_luminance(a), relative_luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// A colour `share` of the way from `from` to `to`.
pub(super) fn mix(from: Rgb, to: Rgb, share: f64) -> Rgb {
    let one = |a: u8, b: u8| byte(f64::from(a) + share * (f64::from(b) - f64::from(a)));
    (one(from.0, to.0), one(from.1, to.1), one(from.2, to.2))
}

/// A number kept between 0 and 255.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to a byte")]
pub(super) fn byte(value: f64) -> u8 {
    libm::round(value).clamp(0.0, 255.0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        assert!((contrast((0, 0, 0), (255, 255, 255)) - 21.0).abs() < 1e-9);
        // WebAIM's contrast checker: #777777 on white is 4.48, #767676 4.54.
        assert!((contrast((0x77, 0x77, 0x77), (255, 255, 255)) - 4.48).abs() < 0.005);
        assert!((contrast((0x76, 0x76, 0x76), (255, 255, 255)) - 4.54).abs() < 0.005);
    }

    #[test]
    fn only_six_digits_are_a_colour() {
        assert_eq!(parse("#0072B2"), Some((0, 0x72, 0xb2)));
        for wrong in ["0072b2", "#07b", "#0072b", "#0072bg", "#+1+1+1", "blue", "", "#", "#ééé"] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }
}
