//! The sources that a footer names, in the words that people cite them by.

use crate::args;
use crate::language::Localizer;
use crate::model::{Assessment, InputId, MetricId};
use crate::scenario::SourceEntry;

/// Sources that a footer names.
const MOST: usize = 8;

/// Sources, and whether the author assumed anything.
#[derive(Default)]
pub(in crate::report) struct Cited {
    names: Vec<String>,
    assumed: bool,
}

impl Cited {
    /// Those of what metrics follow from.
    pub fn of_metrics<'a>(metrics: impl IntoIterator<Item = (&'a Assessment, MetricId)>) -> Self {
        let mut cited = Self::default();
        for (assessment, metric) in metrics {
            cited.add_inputs(assessment, assessment.calculation.inputs_of(metric));
        }
        cited
    }

    /// Those of inputs.
    pub fn of_inputs(assessment: &Assessment, inputs: impl IntoIterator<Item = InputId>) -> Self {
        let mut cited = Self::default();
        cited.add_inputs(assessment, inputs);
        cited
    }

    fn add_inputs(&mut self, assessment: &Assessment, inputs: impl IntoIterator<Item = InputId>) {
        for input in inputs {
            let from = &assessment.calculation.inputs[input].provenance;
            self.assumed |= from.assumed.is_some() && !from.model;
            self.add_keys(assessment, &from.sources);
        }
    }

    /// Sources by their keys.
    pub fn add_keys<'a>(&mut self, assessment: &Assessment, keys: impl IntoIterator<Item = &'a String>) {
        for key in keys {
            let name = assessment.source(key).map_or_else(|| key.clone(), SourceEntry::short);
            if !self.names.contains(&name) {
                self.names.push(name);
            }
        }
    }

    /// The names with semicolons between them; what was assumed comes last.
    pub fn text(mut self, words: Localizer) -> String {
        let assumed = (self.assumed || self.names.is_empty()).then(|| words.text("sources-none"));
        let more = self.names.len().saturating_sub(MOST);
        self.names.truncate(MOST);
        let named = self.names.join("; ");
        let named = if more == 0 { named } else { words.format("sources-more", args![keys = named, more = more]) };
        [Some(named).filter(|named| !named.is_empty()), assumed].into_iter().flatten().collect::<Vec<_>>().join("; ")
    }
}
