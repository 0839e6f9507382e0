//! A scenario ready to compute: what is computed with, what the scenario asks for, and the parts that inputs and metrics
//! play.
//!
//! Knows nothing of files or of how results are shown.

use super::calculation::{Calculation, Input};
use super::id::InputId;
use super::requests::Requests;
use super::roles::Roles;
use crate::language::Localizer;
use crate::scenario::{Entries, Purpose, SourceEntry};
use std::collections::BTreeMap;
use typed_index_collections::TiSlice;

/// What an author says must be said, and of what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The identifier of the input or the key of the source; absent for a warning of the whole scenario.
    pub of: Option<String>,
    /// The author's words.
    pub text: String,
}

/// A scenario ready to compute.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// The name: the scenario file's stem.
    pub name: String,
    /// The title.
    pub title: String,
    /// The title in a few words, as one cites it.
    pub short: String,
    /// What the mission is for.
    pub purpose: Option<Purpose>,
    /// The past mission that it is.
    pub mission: Option<String>,
    /// A few sentences.
    pub summary: Option<String>,
    /// What must be said wherever the figures are used: the scenario's own warning, then those of its inputs and sources.
    pub warnings: Vec<Warning>,
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

    /// Gathers the warnings of the scenario, of its inputs and of the sources that are cited, each text once.
    pub(super) fn warnings(
        entries: &Entries,
        inputs: &TiSlice<InputId, Input>,
        sources: &[SourceEntry],
    ) -> Vec<Warning> {
        let of_scenario = entries.warning.iter().chain(&entries.included_warnings).map(|text| (None, text.to_string()));
        let of_inputs = inputs.iter().filter_map(|input| Some((Some(input.id.clone()), input.warning.clone()?)));
        let of_sources = sources.iter().filter_map(|source| {
            let text = source.fields.iter().find(|(name, _)| *name == "warning").map(|(_, text)| text.to_string())?;
            Some((Some(source.key.value.to_string()), text))
        });
        let mut found: Vec<Warning> = Vec::new();
        for (of, text) in of_scenario.chain(of_inputs).chain(of_sources) {
            if found.iter().all(|other| other.text != text) {
                found.push(Warning { of, text });
            }
        }
        found
    }

    /// Sources by their keys, as people cite them.
    #[must_use]
    pub fn cited<'a>(&self, keys: impl IntoIterator<Item = &'a String>) -> String {
        let mut names: Vec<String> = Vec::new();
        for key in keys {
            let name = self.source(key).map_or_else(|| key.clone(), SourceEntry::short);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        self.words.list(&names)
    }

    /// A source that was cited.
    #[must_use]
    pub fn source(&self, key: &str) -> Option<&SourceEntry> {
        self.sources.iter().find(|source| source.key.value == key)
    }
}
