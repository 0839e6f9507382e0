//! Labels that stand with a small letter inside a sentence: this program's own texts and the standard model's labels,
//! alone or with a name behind them. Any other is its author's, and stays as it was written: it may be a name, such as
//! Dnipro.
//!
//! Knows nothing of grammar.

use super::catalogue::sources;
use super::code::Language;
use rustc_hash::FxHashSet;
use std::sync::OnceLock;

// The labels of the standard model.
include!(concat!(env!("OUT_DIR"), "/labels.rs"));

/// Names of what is always written with a capital, whatever begins with it.
const NAMES: &str = "country-";

/// Texts of a language.
#[derive(Default)]
struct Known {
    /// First words that are no names.
    words: FxHashSet<&'static str>,
    /// Whole texts.
    texts: FxHashSet<&'static str>,
    /// What stands before the first place in texts that have places.
    beginnings: Vec<&'static str>,
}

/// Whether a label is none of an author's, begins with an ordinary word, and is not a name of several words with capitals.
pub(super) fn begins_ordinary(language: Language, label: &str) -> bool {
    let mut words = label.split_whitespace();
    let Some(first) = words.next() else { return false };
    let is_name = words.next().is_some_and(|second| {
        let mut letters = second.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
    });
    let is_abbreviation = first.chars().skip(1).any(char::is_uppercase);
    let known = known(language);
    let is_own = || {
        let heads = label.match_indices([':', '(']).map(|(end, _)| label[..end].trim_end()).chain([label]);
        heads.into_iter().any(|head| known.texts.contains(head))
            || known.beginnings.iter().any(|beginning| label.starts_with(beginning))
    };
    !is_name && !is_abbreviation && known.words.contains(bare(first)) && is_own()
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn known(language: Language) -> &'static Known {
    static KNOWN: [OnceLock<Known>; 4] = [const { OnceLock::new() }; 4];
    static NONE: OnceLock<Known> = OnceLock::new();
    KNOWN.get(language as usize).unwrap_or(&NONE).get_or_init(|| {
        let texts = || sources(language).iter().flat_map(|(_, texts)| texts.lines());
        let texts = || {
            let own =
                texts().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()) && !line.starts_with(NAMES));
            own.filter_map(|line| Some(line.split_once(" = ")?.1))
        };
        let labels: &[&str] = if language == Language::English { LABELS } else { &[] };
        let all = || texts().chain(labels.iter().copied());
        let mut words: FxHashSet<&str> = all().filter_map(|text| text.split(' ').next()).map(bare).collect();
        // What has a capital behind another word too is a name.
        let behind = texts().flat_map(|text| text.split(' ').zip(text.split(' ').skip(1)));
        for (_, word) in behind.filter(|(before, _)| before.ends_with(|c: char| c.is_lowercase() || c == ',')) {
            words.remove(bare(word));
        }
        let beginnings = texts().filter_map(|text| text.split_once('{')).map(|(beginning, _)| beginning);
        Known {
            words,
            texts: all().collect(),
            beginnings: beginnings.filter(|text| text.trim_end().contains(' ')).collect(),
        }
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
            "Area C villages",
            "Day of the Dead visitors",
            "Front gap",
            "",
        ] {
            assert_eq!(inside(Language::English, label), label);
        }
        assert_eq!(inside(Language::English, "Front length"), "front length");
        assert_eq!(inside(Language::English, "Peacekeepers"), "peacekeepers");
        assert_eq!(inside(Language::English, "Deployable share: Ethiopia"), "deployable share: Ethiopia");
        assert_eq!(inside(Language::French, "Longueur du front"), "longueur du front");
        assert_eq!(inside(Language::French, "Dnipro"), "Dnipro");
        assert_eq!(inside(Language::Ukrainian, "Довжина фронту"), "довжина фронту");
        assert_eq!(inside(Language::Ukrainian, "Київський гарнізон"), "Київський гарнізон");
        assert_eq!(inside(Language::German, "Frontlänge"), "Frontlänge");
    }
}
