//! Which languages there are, and their codes.

/// The codes of the languages, in the order of [`Language::ALL`].
pub const CODES: &[&str] = &["en", "de", "fr", "uk"];

/// A language of reports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English, which is also what is said where a translation is missing.
    #[default]
    English,
    /// German.
    German,
    /// French.
    French,
    /// Ukrainian.
    Ukrainian,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::English, Self::German, Self::French, Self::Ukrainian];

    /// The language with a code such as `de`.
    #[must_use]
    pub fn read(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// Its code: `de`.
    #[must_use]
    pub fn code(self) -> &'static str {
        CODES.get(self as usize).copied().unwrap_or("en")
    }
}
