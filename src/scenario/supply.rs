//! What a file says of supply: members of scopes beside their inputs, the coalition, the parts of a model's supply.
//!
//! As in [`super::entries`], reading never fails.

use super::tree::{Located, Table, Text};

/// What a member of a scope says beside its inputs.
#[derive(Clone, Debug, PartialEq)]
pub struct MemberEntry {
    /// The scope.
    pub scope: Text,
    /// The member's name.
    pub name: Located<Text>,
    /// The name for people.
    pub label: Option<Text>,
    /// What a contributor has said of sending troops.
    pub stance: Option<Text>,
    /// Keys of sources of what it has said.
    pub stance_source: Vec<Located<Text>>,
    /// Keys of sources for its inputs.
    pub source: Vec<Located<Text>>,
    /// What a reader should know.
    pub note: Option<Text>,
}

impl MemberEntry {
    pub(super) fn read(scope: &Text, name: &Located<Text>, table: &Table) -> Self {
        Self {
            scope: scope.clone(),
            name: name.clone(),
            label: table.words("label"),
            stance: table.words("stance"),
            stance_source: table.texts("stance_source"),
            source: table.texts("source"),
            note: table.words("note"),
        }
    }

    /// Whether it is what a name, a label or a word such as `ready` stands for.
    #[must_use]
    pub fn is(&self, text: &str) -> bool {
        let text = text.trim();
        text == "all"
            || self.name.value == text.to_lowercase()
            || self.stance.as_deref() == Some(text)
            || self.label.as_ref().is_some_and(|label| label.to_lowercase() == text.to_lowercase())
    }

    /// The label, or the name as words.
    #[must_use]
    pub fn title(&self) -> String {
        let spoken = || {
            let words = self.name.value.replace('_', " ");
            let mut letters = words.chars();
            letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
        };
        self.label.as_ref().map_or_else(spoken, Text::to_string)
    }
}

/// Which contributors take part.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CoalitionEntry {
    /// Stances, names or labels.
    pub with: Vec<Located<Text>>,
    /// Those left out of them.
    pub without: Vec<Located<Text>>,
}

impl CoalitionEntry {
    pub(super) fn read(table: &Table) -> Self {
        Self { with: table.texts("with"), without: table.texts("without") }
    }
}

/// What a model's supply is made of: keys with the names that stand under them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SupplyEntry {
    names: Vec<(&'static str, Vec<Located<Text>>)>,
}

impl SupplyEntry {
    pub(super) fn read(table: &Table) -> Self {
        let keys = super::keys::SUPPLY.keys.iter();
        Self { names: keys.map(|key| (key.name, table.texts(key.name))).collect() }
    }

    /// The names under a key.
    #[must_use]
    pub fn all(&self, key: &str) -> &[Located<Text>] {
        self.names.iter().find(|(name, _)| *name == key).map_or(&[], |(_, names)| names)
    }

    /// The name under a key that has one.
    #[must_use]
    pub fn one(&self, key: &str) -> &str {
        self.all(key).first().map_or("", |name| name.as_str())
    }
}
