//! A scenario ready to compute: what is computed with, what the scenario asks for, and the parts that inputs and metrics
//! play.
//!
//! Knows nothing of files or of how results are shown.

use super::calculation::Calculation;
use super::requests::Requests;
use super::roles::Roles;
use crate::language::Localizer;
use crate::scenario::Purpose;
use crate::scenario::SourceEntry;
use std::collections::BTreeMap;

/// A scenario ready to compute.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// The name: the scenario file's stem.
    pub name: String,
    /// The title.
    pub title: String,
    /// What the mission is for.
    pub purpose: Option<Purpose>,
    /// The past mission that it is.
    pub mission: Option<String>,
    /// A few sentences.
    pub summary: Option<String>,
    /// What a reader of the results has to bear in mind, in the scenario's words.
    pub caveats: Vec<String>,
    /// The names for people of the members of scopes, by scope and member.
    pub titles: BTreeMap<(String, String), String>,
    /// The language in which the scenario wants its results.
    pub words: Localizer,
    /// The sources cited, in the order of first mention.
    pub sources: Vec<SourceEntry>,
    /// Inputs, metrics and how they follow from one another.
    pub calculation: Calculation,
    /// What the scenario asks for.
    pub requests: Requests,
    /// The parts that inputs and metrics play.
    pub roles: Roles,
}

impl Assessment {
    /// A member's name for people.
    #[must_use]
    pub fn title<'a>(&'a self, member: &'a (String, String)) -> &'a str {
        self.titles.get(member).unwrap_or(&member.1)
    }

    /// The label of an input or metric without the member it belongs to.
    #[must_use]
    pub fn own_label<'a>(&self, label: &'a str, member: Option<&(String, String)>) -> &'a str {
        let ending = member.map(|member| self.words.pair("", self.title(member)));
        ending.and_then(|ending| label.strip_suffix(&ending)).unwrap_or(label)
    }

    /// A source that was cited.
    #[must_use]
    pub fn source(&self, key: &str) -> Option<&SourceEntry> {
        self.sources.iter().find(|source| source.key.value == key)
    }
}
