//! A text by its name, with what belongs into it.

use super::catalogue::{Value, find, find_or_english};
use super::code::Language;
use super::ordinary::begins_ordinary;
use crate::args;

/// A language's way of saying things. Costs nothing to copy; no text is read before one is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Localizer {
    language: Language,
}

impl Localizer {
    /// The words of a language.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self { language }
    }

    /// The language.
    #[must_use]
    pub fn language(self) -> Language {
        self.language
    }

    /// The language's code where it is not English, to be written beside results.
    #[must_use]
    pub fn named(self) -> Option<&'static str> {
        (!self.is_english()).then(|| self.language.code())
    }

    /// Whether the language is English, whose texts need no translation.
    #[must_use]
    pub fn is_english(self) -> bool {
        self.language == Language::English
    }

    /// A text with its arguments: `format("key", args![count = 3])`; `key.attribute` is an attribute of a text. In English
    /// where the language lacks it; the key itself where English does too.
    #[must_use]
    pub fn format(self, key: &str, args: &[(&str, Value<'_>)]) -> String {
        find_or_english(self.language, key, args)
    }

    /// A text without arguments.
    #[must_use]
    pub fn text(self, key: &str) -> String {
        self.format(key, &[])
    }

    /// A text in this language, if it has it; never falls back to English.
    #[must_use]
    pub fn translated(self, key: &str, args: &[(&str, Value<'_>)]) -> Option<String> {
        find(self.language, key, args)
    }

    /// One of a set of fixed words of scenarios, such as a role: `choice("role", "lever")` is the text `role-lever`.
    /// English, and words that are not in the set, stay as they are.
    #[must_use]
    pub fn choice(self, set: &str, word: &str) -> String {
        let found = if self.is_english() { None } else { self.translated(&format!("{set}-{}", slug(word)), &[]) };
        found.unwrap_or_else(|| word.to_owned())
    }

    /// A name with what belongs to it: `Force: 1,000`.
    #[must_use]
    pub fn pair(self, name: &str, what: &str) -> String {
        if self.is_english() {
            [name, ": ", what].concat()
        } else {
            self.format("pair", args![name = name, what = what])
        }
    }

    /// A range: `1,000 to 1,250`.
    #[must_use]
    pub fn between(self, low: &str, high: &str) -> String {
        // English needs no file for what is said this often.
        if self.is_english() {
            format!("{low} to {high}")
        } else {
            self.format("between", args![low = low, high = high])
        }
    }

    /// Parts of a sentence that have commas of their own, with semicolons between them.
    #[must_use]
    pub fn list<S: AsRef<str>>(self, parts: &[S]) -> String {
        let mark = if self.language == Language::French { "\u{a0}; " } else { "; " };
        parts.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(mark)
    }

    /// A label as it stands inside a sentence: with a small letter, but for names and abbreviations; German nouns stay as
    /// they are.
    #[must_use]
    pub fn inside(self, label: &str) -> String {
        let mut letters = label.chars();
        match letters.next() {
            Some(first) if self.language != Language::German && begins_ordinary(self.language, label) => {
                first.to_lowercase().chain(letters).collect()
            }
            _ => label.to_owned(),
        }
    }
}

/// A text as part of a key: letters, digits and dashes.
pub(super) fn slug(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '²' => key.push('2'),
            '³' => key.push('3'),
            '%' => key.push_str("percent"),
            '/' => key.push_str("-per-"),
            letter if letter.is_ascii_alphanumeric() || letter == '_' => key.push(letter),
            _ => key.push('-'),
        }
    }
    key
}
