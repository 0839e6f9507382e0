//! Names characters that look like others or like nothing, as Unicode does, for complaints about them.
//!
//! Knows some controls, the blanks, the digits, dashes and marks that turn up between digits, and no others by name.

/// Controls, blanks, dashes and marks with their names in Unicode.
const NAMES: &[(char, &str)] = &[
    ('\0', "NULL"),
    ('\u{7}', "BELL"),
    ('\u{8}', "BACKSPACE"),
    ('\t', "CHARACTER TABULATION"),
    ('\n', "LINE FEED"),
    ('\r', "CARRIAGE RETURN"),
    ('\u{1b}', "ESCAPE"),
    ('\u{7f}', "DELETE"),
    ('\u{85}', "NEXT LINE"),
    ('\u{9b}', "CONTROL SEQUENCE INTRODUCER"),
    ('\u{9d}', "OPERATING SYSTEM COMMAND"),
    (' ', "SPACE"),
    ('\u{a0}', "NO-BREAK SPACE"),
    ('\u{ad}', "SOFT HYPHEN"),
    ('\u{b4}', "ACUTE ACCENT"),
    ('\u{b7}', "MIDDLE DOT"),
    ('\u{2bc}', "MODIFIER LETTER APOSTROPHE"),
    ('\u{66b}', "ARABIC DECIMAL SEPARATOR"),
    ('\u{66c}', "ARABIC THOUSANDS SEPARATOR"),
    ('\u{1680}', "OGHAM SPACE MARK"),
    ('\u{2000}', "EN QUAD"),
    ('\u{2001}', "EM QUAD"),
    ('\u{2002}', "EN SPACE"),
    ('\u{2003}', "EM SPACE"),
    ('\u{2004}', "THREE-PER-EM SPACE"),
    ('\u{2005}', "FOUR-PER-EM SPACE"),
    ('\u{2006}', "SIX-PER-EM SPACE"),
    ('\u{2007}', "FIGURE SPACE"),
    ('\u{2008}', "PUNCTUATION SPACE"),
    ('\u{2009}', "THIN SPACE"),
    ('\u{200a}', "HAIR SPACE"),
    ('\u{200b}', "ZERO WIDTH SPACE"),
    ('\u{200c}', "ZERO WIDTH NON-JOINER"),
    ('\u{200d}', "ZERO WIDTH JOINER"),
    ('\u{200e}', "LEFT-TO-RIGHT MARK"),
    ('\u{200f}', "RIGHT-TO-LEFT MARK"),
    ('\u{2010}', "HYPHEN"),
    ('\u{2011}', "NON-BREAKING HYPHEN"),
    ('\u{2012}', "FIGURE DASH"),
    ('\u{2013}', "EN DASH"),
    ('\u{2014}', "EM DASH"),
    ('\u{2018}', "LEFT SINGLE QUOTATION MARK"),
    ('\u{2019}', "RIGHT SINGLE QUOTATION MARK"),
    ('\u{2028}', "LINE SEPARATOR"),
    ('\u{2029}', "PARAGRAPH SEPARATOR"),
    ('\u{202f}', "NARROW NO-BREAK SPACE"),
    ('\u{205f}', "MEDIUM MATHEMATICAL SPACE"),
    ('\u{2060}', "WORD JOINER"),
    ('\u{2212}', "MINUS SIGN"),
    ('\u{3000}', "IDEOGRAPHIC SPACE"),
    ('\u{feff}', "ZERO WIDTH NO-BREAK SPACE"),
    ('\u{ff0c}', "FULLWIDTH COMMA"),
    ('\u{ff0d}', "FULLWIDTH HYPHEN-MINUS"),
    ('\u{ff0e}', "FULLWIDTH FULL STOP"),
];

/// The zeros that nine more digits follow, with what the digits are called.
const DIGITS: &[(char, &str)] = &[
    ('\u{660}', "ARABIC-INDIC"),
    ('\u{6f0}', "EXTENDED ARABIC-INDIC"),
    ('\u{7c0}', "NKO"),
    ('\u{966}', "DEVANAGARI"),
    ('\u{9e6}', "BENGALI"),
    ('\u{a66}', "GURMUKHI"),
    ('\u{ae6}', "GUJARATI"),
    ('\u{b66}', "ORIYA"),
    ('\u{be6}', "TAMIL"),
    ('\u{c66}', "TELUGU"),
    ('\u{ce6}', "KANNADA"),
    ('\u{d66}', "MALAYALAM"),
    ('\u{e50}', "THAI"),
    ('\u{ed0}', "LAO"),
    ('\u{f20}', "TIBETAN"),
    ('\u{1040}', "MYANMAR"),
    ('\u{17e0}', "KHMER"),
    ('\u{1810}', "MONGOLIAN"),
    ('\u{ff10}', "FULLWIDTH"),
    ('\u{1d7ce}', "MATHEMATICAL BOLD"),
    ('\u{1d7d8}', "MATHEMATICAL DOUBLE-STRUCK"),
    ('\u{1d7e2}', "MATHEMATICAL SANS-SERIF"),
    ('\u{1d7ec}', "MATHEMATICAL SANS-SERIF BOLD"),
    ('\u{1d7f6}', "MATHEMATICAL MONOSPACE"),
];

const SPELT: [&str; 10] = ["ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE"];

/// A character as a complaint names it: `x`, or `U+00A0 NO-BREAK SPACE` for one that cannot be told from its looks.
#[must_use]
pub fn named(character: char) -> String {
    if character.is_ascii_graphic() {
        return format!("`{character}`");
    }
    let code = format!("U+{:04X}", u32::from(character));
    if let Some((digit, script)) = digit_of(character) {
        return format!("{code} {script} DIGIT {}", SPELT[usize::from(digit)]);
    }
    match NAMES.iter().find(|(known, _)| *known == character) {
        Some((_, name)) => format!("{code} {name}"),
        None if character.is_alphanumeric() => format!("`{character}` ({code})"),
        None => code,
    }
}

/// The digit that a character of another script stands for.
#[must_use]
pub(crate) fn foreign_digit(character: char) -> Option<u8> {
    digit_of(character).map(|(digit, _)| digit)
}

fn digit_of(character: char) -> Option<(u8, &'static str)> {
    if character.is_ascii() {
        return None;
    }
    DIGITS.iter().find_map(|(zero, script)| {
        let digit = u32::from(character).checked_sub(u32::from(*zero)).filter(|digit| *digit < 10)?;
        Some((u8::try_from(digit).ok()?, *script))
    })
}

/// Whether a character leaves a gap, or nothing at all, where it stands.
#[must_use]
pub(crate) fn is_blank(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// Characters a unit's word can have; digits behind a word are its power.
pub(super) fn is_word_character(character: char) -> bool {
    (character.is_alphabetic() && !matches!(character, '²' | '³')) || matches!(character, '_' | '€' | '$' | '£')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names are those of the Unicode Character Database.
    #[test]
    fn names_are_those_of_unicode() {
        assert_eq!(named('\u{a0}'), "U+00A0 NO-BREAK SPACE");
        assert_eq!(named('\u{202f}'), "U+202F NARROW NO-BREAK SPACE");
        assert_eq!(named('１'), "U+FF11 FULLWIDTH DIGIT ONE");
        assert_eq!(named('٣'), "U+0663 ARABIC-INDIC DIGIT THREE");
        assert_eq!(named('۹'), "U+06F9 EXTENDED ARABIC-INDIC DIGIT NINE");
        assert_eq!(named('x'), "`x`");
        assert_eq!(named('к'), "`к` (U+043A)");
        assert_eq!(foreign_digit('７'), Some(7));
        assert_eq!(foreign_digit('7'), None);
        assert!(is_blank('\u{200b}') && is_blank('\t') && !is_blank('_'));
    }
}
