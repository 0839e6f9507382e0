//! Places in results, in words: `metrics.force_density.value` is `Force density (force_density)`.
//!
//! Labels stand in the results themselves. Where they are the standard model's and another language is asked for, the
//! model's own translation stands in their place; what a scenario calls itself stays.

use crate::args;
use crate::diagnostic::{Diagnostics, Texts};
use crate::language::{Language, Localizer};
use crate::model::Model;
use crate::quantity::unit::Units;
use crate::scenario::Entries;
use serde_json::Value;

/// The names of one or two results.
pub struct Names<'a> {
    words: Localizer,
    results: Vec<&'a Value>,
    standard: Entries,
}

/// The language that a result says its texts are in.
#[must_use]
pub fn language(saved: &Value) -> Language {
    let code = saved.get("scenario").and_then(|scenario| scenario.get("lang")?.as_str());
    code.and_then(Language::read).unwrap_or_default()
}

/// The sections of results that have labels, and the kinds of texts that the model has for them.
const SECTIONS: [(&str, &str); 2] = [("inputs", "input"), ("metrics", "metric")];

impl<'a> Names<'a> {
    /// The names of some results, to be said in a language.
    #[must_use]
    pub fn new(words: Localizer, results: &[&'a Value]) -> Self {
        let model = Model::standard(&mut Texts::default(), &mut Diagnostics::default());
        Self { words, results: results.to_vec(), standard: model.entries }
    }

    /// The language of the names.
    #[must_use]
    pub fn words(&self) -> Localizer {
        self.words
    }

    /// A place by its keys: `Front length (front_length): range, high end`.
    #[must_use]
    pub fn place(&self, path: &[String]) -> String {
        let position = path.iter().position(|key| self.label(key).is_some());
        let Some((position, label)) = position.and_then(|at| Some((at, self.label(path.get(at)?)?))) else {
            return self.keys(path);
        };
        let (before, behind) = (path.get(..position).unwrap_or_default(), path.get(position + 1..).unwrap_or_default());
        // An input's or metric's own value needs no more words than its label.
        let own = matches!(before, [section] if SECTIONS.iter().any(|(known, _)| known == section));
        let before = if own { String::new() } else { self.keys(before) };
        let behind = if own && matches!(behind, [key] if key == "value") { String::new() } else { self.keys(behind) };
        let named = format!("{label} ({})", path.get(position).map_or("", String::as_str));
        let parts = [before, named, behind].into_iter().filter(|part| !part.is_empty());
        parts.reduce(|of, what| self.words.format("place-of", args![of = of, what = what])).unwrap_or_default()
    }

    /// A unit by its spelling; what only a scenario knows stays as it is.
    #[must_use]
    pub fn unit(&self, text: &str) -> String {
        Units::default().unit(text).map_or_else(|_| text.to_owned(), |unit| self.words.unit(&unit))
    }

    /// Keys that have words are said, others stand as they are.
    fn keys(&self, keys: &[String]) -> String {
        let said = |key: &String| {
            let is_key = key.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_');
            let found = if is_key { self.words.translated(&format!("place-{key}"), &[]) } else { None };
            found.unwrap_or_else(|| key.clone())
        };
        keys.iter().map(said).collect::<Vec<_>>().join(", ")
    }

    fn label(&self, id: &str) -> Option<String> {
        self.results.iter().find_map(|result| {
            let (kind, label) = SECTIONS
                .iter()
                .find_map(|(section, kind)| Some((*kind, result.get(section)?.get(id)?.get("label")?.as_str()?)))?;
            let saved = language(result);
            let same = self.standard_label(saved, kind, id).is_some_and(|own| own == label);
            let said = if same { self.standard_label(self.words.language(), kind, id) } else { None };
            Some(said.unwrap_or_else(|| label.to_owned()))
        })
    }

    fn standard_label(&self, language: Language, kind: &str, id: &str) -> Option<String> {
        if language != Language::English {
            return Localizer::new(language).translated(&format!("{kind}-{id}"), &[]);
        }
        let inputs = self.standard.inputs.iter().map(|input| ("input", &input.name.value, &input.label));
        let metrics = self.standard.metrics.iter().map(|metric| ("metric", &metric.name.value, &metric.label));
        let mut all = inputs.chain(metrics);
        all.find(|(of, name, _)| *of == kind && *name == id)?.2.as_deref().map(str::to_owned)
    }
}
