//! The standard model's texts in another language, put in before a scenario is linked with them.
//!
//! `front_density` is called what `metric-front_density` says in `model.ftl`; its other texts are that message's
//! attributes, by the keys they have in the model's files. What is not translated stays English.

use super::standard::Model;
use crate::language::Localizer;
use crate::scenario::{MemberEntry, Text};

impl Model {
    /// Says labels and meanings in a language; English is what the model is written in.
    pub fn translate(&mut self, words: Localizer) {
        if words.is_english() {
            return;
        }
        self.visit(&mut |key, text| {
            if let Some(found) = words.translated(key, &[]) {
                *text = found.into();
            }
        });
    }

    /// The texts of the model by their keys, in the language that it speaks.
    #[must_use]
    pub fn texts(&self) -> Vec<(String, String)> {
        let mut found = Vec::new();
        self.clone().visit(&mut |key, text| found.push((key.to_owned(), text.to_string())));
        found
    }

    /// Gives each text with its key.
    fn visit(&mut self, see: &mut dyn FnMut(&str, &mut Text)) {
        fn maybe(key: &str, text: &mut Option<Text>, see: &mut dyn FnMut(&str, &mut Text)) {
            if let Some(text) = text {
                see(key, text);
            }
        }
        let entries = &mut self.entries;
        for input in &mut entries.inputs {
            let key = format!("input-{}", input.name.value);
            maybe(&key, &mut input.label, see);
            maybe(&format!("{key}.means"), &mut input.means, see);
            maybe(&format!("{key}.assumed"), &mut input.assumed, see);
            maybe(&format!("{key}.note"), &mut input.note, see);
            maybe(&format!("{key}.warning"), &mut input.warning, see);
        }
        for metric in &mut entries.metrics {
            let key = format!("metric-{}", metric.name.value);
            maybe(&key, &mut metric.label, see);
            maybe(&format!("{key}.means"), &mut metric.means, see);
            maybe(&format!("{key}.assumed"), &mut metric.assumed, see);
            if let Some(method) = &mut metric.method {
                see(&format!("{key}.method"), &mut method.label);
                see(&format!("{key}.why"), &mut method.why);
                maybe(&format!("{key}.caveat"), &mut method.caveat, see);
            }
        }
        for scope in &mut entries.scopes {
            let key = format!("scope-{}", scope.name.value);
            maybe(&key, &mut scope.label, see);
            for input in &mut scope.inputs {
                let key = format!("{key}-{}", input.name.value);
                maybe(&key, &mut input.label, see);
                maybe(&format!("{key}.means"), &mut input.means, see);
            }
        }
        for chart in &mut entries.charts {
            let key = format!("chart-{}", chart.id.value);
            maybe(&key, &mut chart.title, see);
            for (index, panel) in chart.panels.iter_mut().enumerate() {
                see(&format!("{key}.panel-{}", index + 1), &mut panel.label);
            }
        }
        for record in &mut entries.records {
            let key = format!("record-{}", record.name.value);
            see(&key, &mut record.title);
            see(&format!("{key}.says"), &mut record.says);
            see(&format!("{key}.counting"), &mut record.counting);
        }
        for casualty in &mut entries.casualties {
            see(&format!("casualty-{}", casualty.name.value), &mut casualty.label);
        }
        if let Some(cost) = &mut entries.cost {
            for basis in &mut cost.kinds {
                let key = format!("basis-{}", basis.name.value);
                see(&key, &mut basis.label);
                see(&format!("{key}.counts"), &mut basis.counts);
            }
        }
    }
}

/// Says the labels that are names of countries in a language: `Germany` is what `country-Germany` says. Other labels of
/// members are the scenario's own words.
pub(super) fn countries(members: &mut [MemberEntry], words: Localizer) {
    if words.is_english() {
        return;
    }
    for label in members.iter_mut().filter_map(|member| member.label.as_mut()) {
        *label = words.choice("country", label).into();
    }
}
