//! The standard model: inputs, metrics, scopes, charts and sources that every scenario knows, as its files have them.
//!
//! Knows nothing of a scenario's own.

use crate::diagnostic::{Diagnostics, TextId, Texts};
use crate::formula::{self, Formula};
use crate::scenario::keys::MODEL;
use crate::scenario::{Entries, MetricEntry, Scopes, check, parse};

const STANDARD: &str = include_str!("standard.toml");
const METHODS: &str = include_str!("methods.toml");
const COST: &str = include_str!("cost.toml");
const SUPPLY: &str = include_str!("supply.toml");
const SOURCES: &str = include_str!("sources.toml");

/// Inputs, metrics, scopes, charts and sources that every scenario knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// As read from the model's files.
    pub entries: Entries,
    /// Inputs that in a scenario follow from others; none before there is one.
    pub derived: Vec<Derived>,
}

/// An input that follows from those of a scope's members.
#[derive(Clone, Debug, PartialEq)]
pub struct Derived {
    /// The metric that has its place.
    pub metric: MetricEntry,
    /// The names of the members for people.
    pub parts: String,
}

impl Model {
    /// The standard model. Its files are kept among the texts, so that complaints can point into them.
    #[must_use]
    pub fn standard(texts: &mut Texts, diagnostics: &mut Diagnostics) -> Self {
        let files = [
            ("the standard model", STANDARD),
            ("the standard methods", METHODS),
            ("the standard supply", SUPPLY),
            ("the standard costs", COST),
            ("the standard sources", SOURCES),
        ];
        let mut parts = files.into_iter().map(|(name, content)| {
            let file = texts.add(name, content);
            Self::read_text(file, texts, diagnostics).entries
        });
        let mut model = Self { entries: parts.next().unwrap_or_default(), derived: Vec::new() };
        for part in parts {
            model.entries.inputs.extend(part.inputs);
            model.entries.metrics.extend(part.metrics);
            model.entries.scopes.extend(part.scopes);
            model.entries.sources.extend(part.sources);
            model.entries.records.extend(part.records);
            model.entries.casualties.extend(part.casualties);
            model.entries.sizing = part.sizing.or(model.entries.sizing);
            model.entries.supply = part.supply.or(model.entries.supply);
            model.entries.cost = part.cost.or(model.entries.cost);
            model.entries.build_up = part.build_up.or(model.entries.build_up);
        }
        model
    }

    /// A model from the text of a file in the words of `standard.toml`.
    #[must_use]
    pub fn read(name: &str, content: &str, texts: &mut Texts, diagnostics: &mut Diagnostics) -> Self {
        let id = texts.add(name, content.to_owned());
        Self::read_text(id, texts, diagnostics)
    }

    fn read_text(id: TextId, texts: &Texts, diagnostics: &mut Diagnostics) -> Self {
        let Some(document) = parse(id, texts, diagnostics) else { return Self::default() };
        check(&document.root, &MODEL, &Scopes::default(), diagnostics);
        Self { entries: Entries::read(&document.root, &[]), derived: Vec::new() }
    }

    /// The model with some metrics alone and those that they use, with the inputs, scopes and sources of all, but
    /// without charts, sizing methods, cost and supply.
    #[must_use]
    pub fn only(&self, wanted: impl Fn(&MetricEntry) -> bool) -> Self {
        let all = &self.entries.metrics;
        let mut kept: Vec<bool> = all.iter().map(wanted).collect();
        let mut open: Vec<usize> = (0..all.len()).filter(|metric| kept[*metric]).collect();
        while let Some(metric) = open.pop() {
            let formula = all[metric].formula.as_ref().and_then(|formula| formula::parse(&formula.value).ok());
            for name in formula.iter().flat_map(Formula::names) {
                if let Some(used) = all.iter().position(|other| other.name.value == *name)
                    && !std::mem::replace(&mut kept[used], true)
                {
                    open.push(used);
                }
            }
        }
        let kept = all.iter().zip(kept).filter(|(_, kept)| *kept);
        let entries = Entries {
            inputs: self.entries.inputs.clone(),
            scopes: self.entries.scopes.clone(),
            sources: self.entries.sources.clone(),
            metrics: kept.map(|(metric, _)| MetricEntry { method: None, ..metric.clone() }).collect(),
            ..Entries::default()
        };
        Self { entries, derived: Vec::new() }
    }

    /// The scopes' names with their inputs, as the checker of scenarios wants them.
    #[must_use]
    pub fn scopes(&self) -> Scopes<'_> {
        let known = self
            .entries
            .scopes
            .iter()
            .map(|scope| (scope.name.as_str(), scope.inputs.iter().map(|input| input.name.as_str()).collect()));
        let valued = self.entries.inputs.iter().filter(|input| !input.numbers.is_empty());
        Scopes {
            known: known.collect(),
            valued: valued.map(|input| input.name.as_str()).collect(),
            inputs: self.entries.inputs.iter().map(|input| input.name.as_str()).collect(),
        }
    }
}
