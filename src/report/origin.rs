//! Where a number comes from, said three ways: with its sources as people cite them, with their titles, or with links to them.
//! Knows nothing of the number itself.

use crate::args;
use crate::language::Localizer;
use crate::model::{Assessment, Provenance};
use serde::Serialize;

/// In a few words, with the sources as people cite them.
#[must_use]
pub fn cited(assessment: &Assessment, provenance: &Provenance, say: Localizer) -> String {
    if let Some(set) = &provenance.set {
        return say.format("origin-set", args![set = set]);
    }
    let mut parts: Vec<String> =
        provenance.parts.iter().map(|parts| say.format("origin-sum", args![parts = parts])).collect();
    if !provenance.sources.is_empty() {
        parts.push(assessment.cited(&provenance.sources));
    }
    if let Some(why) = &provenance.assumed {
        parts.push(say.format("origin-assumed", args![why = why]));
    }
    let parts = if parts.is_empty() { say.text("origin-none") } else { parts.join("; ") };
    if provenance.model { say.format("origin-model", args![from = parts]) } else { parts }
}

/// With the titles of the sources, each with its key and how much of it was seen.
pub(super) fn with_titles(assessment: &Assessment, provenance: &Provenance) -> String {
    let titles = provenance.sources.iter().filter_map(|key| {
        let source = assessment.source(key)?;
        let seen = source
            .field("seen")
            .filter(|seen| *seen != "full")
            .map_or_else(String::new, |seen| format!(", {}", assessment.words.choice("seen", seen)));
        Some(format!("{} ({key}{seen})", source.field("title").unwrap_or(key)))
    });
    let titles: Vec<String> = titles.collect();
    if titles.is_empty() || provenance.parts.is_some() {
        return cited(assessment, provenance, assessment.words);
    }
    let words = assessment.words;
    let titles = titles.join("; ");
    let all = match &provenance.assumed {
        Some(why) => format!("{titles}; {}", words.format("origin-assumed", args![why = why])),
        None => titles,
    };
    if provenance.model { words.format("origin-model", args![from = all]) } else { all }
}

/// Sources to link to, and the rest in words.
#[derive(Serialize)]
pub(super) struct LinkedOrigin<'a> {
    sources: Vec<Cited<'a>>,
    words: String,
}

/// A source by its key, and how people cite it.
#[derive(Serialize)]
struct Cited<'a> {
    key: &'a str,
    short: String,
}

impl<'a> LinkedOrigin<'a> {
    pub fn new(assessment: &Assessment, provenance: &'a Provenance) -> Self {
        let say = assessment.words;
        let rest = Provenance { sources: Vec::new(), ..provenance.clone() };
        let said = [&rest.assumed, &rest.set, &rest.parts].into_iter().any(Option::is_some);
        let said = said || provenance.sources.is_empty();
        let sources: &[String] = if provenance.set.is_some() { &[] } else { &provenance.sources };
        let model = provenance.model && !said;
        let words = match (said, model) {
            (true, _) => cited(assessment, &rest, say),
            (false, true) => say.text("page-standard-model"),
            (false, false) => String::new(),
        };
        let cited = |key: &'a String| Cited { key, short: assessment.cited([key]) };
        Self { sources: sources.iter().map(cited).collect(), words }
    }
}
