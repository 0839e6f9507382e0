//! The marks that each language writes between and behind the digits of a number.

use super::code::Language;

/// What parts groups of three digits, and what stands before the fraction.
pub(super) fn marks(language: Language) -> (char, char) {
    match language {
        Language::English => (',', '.'),
        Language::German => ('.', ','),
        Language::French => ('\u{202f}', ','),
        Language::Ukrainian => ('\u{a0}', ','),
    }
}
