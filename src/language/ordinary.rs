//! Words that stand with a small letter inside a sentence: those that this program's own texts and the standard model's
//! labels begin with. Any other may be a name, such as Dnipro, and stays as its author wrote it.
//!
//! Knows nothing of grammar.

use super::catalogue::sources;
use super::code::Language;
use rustc_hash::FxHashSet;
use std::sync::OnceLock;

// The first words of the labels of the standard model.
include!(concat!(env!("OUT_DIR"), "/label_words.rs"));

/// Names of what is always written with a capital, whatever begins with it.
const NAMES: &str = "country-";

/// Whether a label begins with an ordinary word, and is not a name of several words with capitals.
pub(super) fn begins_ordinary(language: Language, label: &str) -> bool {
    let mut words = label.split_whitespace();
    let Some(first) = words.next() else { return false };
    let is_name = words.next().is_some_and(|second| {
        let mut letters = second.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
    });
    let is_abbreviation = first.chars().skip(1).any(char::is_uppercase);
    !is_name && !is_abbreviation && known(language).contains(bare(first))
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn known(language: Language) -> &'static FxHashSet<&'static str> {
    static KNOWN: [OnceLock<FxHashSet<&str>>; 4] = [const { OnceLock::new() }; 4];
    static NONE: OnceLock<FxHashSet<&str>> = OnceLock::new();
    KNOWN.get(language as usize).unwrap_or(&NONE).get_or_init(|| {
        let texts = || sources(language).iter().flat_map(|(_, texts)| texts.lines());
        let texts = || {
            let own =
                texts().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()) && !line.starts_with(NAMES));
            own.filter_map(|line| Some(line.split_once(" = ")?.1))
        };
        let labels: &[&str] = if language == Language::English { LABEL_WORDS } else { &[] };
        let mut words: FxHashSet<&str> = texts().filter_map(|text| text.split(' ').next()).map(bare).collect();
        words.extend(labels);
        // What has a capital behind another word too is a name.
        let behind = texts().flat_map(|text| text.split(' ').zip(text.split(' ').skip(1)));
        for (_, word) in behind.filter(|(before, _)| before.ends_with(|c: char| c.is_lowercase() || c == ',')) {
            words.remove(bare(word));
        }
        words
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Language, Localizer};

    #[test]
    fn names_keep_their_capital() {
        let inside = |language, label| Localizer::new(language).inside(label);
        for label in [
            "Kyiv garrison",
            "Dnipro crossing sites",
            "Mi-8 helicopters",
            "S1L",
            "UN troops",
            "French groups",
            "Ukrainian troops",
            "Force Protection Brigade",
            "Latin America",
            "",
        ] {
            assert_eq!(inside(Language::English, label), label);
        }
        assert_eq!(inside(Language::English, "Front length"), "front length");
        assert_eq!(inside(Language::English, "Peacekeepers"), "peacekeepers");
        assert_eq!(inside(Language::French, "Longueur du front"), "longueur du front");
        assert_eq!(inside(Language::French, "Dnipro"), "Dnipro");
        assert_eq!(inside(Language::Ukrainian, "Довжина фронту"), "довжина фронту");
        assert_eq!(inside(Language::Ukrainian, "Київський гарнізон"), "Київський гарнізон");
        assert_eq!(inside(Language::German, "Frontlänge"), "Frontlänge");
    }
}
