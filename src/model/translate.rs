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
        let say = |key: &str, text: &mut Text| {
            if let Some(found) = words.translated(key, &[]) {
                *text = found.into();
            }
        };
        let maybe = |key: &str, text: &mut Option<Text>| {
            if let Some(text) = text {
                say(key, text);
            }
        };
        let entries = &mut self.entries;
        for input in &mut entries.inputs {
            let key = format!("input-{}", input.name.value);
            maybe(&key, &mut input.label);
            maybe(&format!("{key}.means"), &mut input.means);
            maybe(&format!("{key}.assumed"), &mut input.assumed);
            maybe(&format!("{key}.note"), &mut input.note);
            maybe(&format!("{key}.warning"), &mut input.warning);
        }
        for metric in &mut entries.metrics {
            let key = format!("metric-{}", metric.name.value);
            maybe(&key, &mut metric.label);
            maybe(&format!("{key}.means"), &mut metric.means);
            maybe(&format!("{key}.assumed"), &mut metric.assumed);
            if let Some(method) = &mut metric.method {
                say(&format!("{key}.method"), &mut method.label);
                say(&format!("{key}.why"), &mut method.why);
                maybe(&format!("{key}.caveat"), &mut method.caveat);
            }
        }
        for scope in &mut entries.scopes {
            let key = format!("scope-{}", scope.name.value);
            maybe(&key, &mut scope.label);
            for input in &mut scope.inputs {
                let key = format!("{key}-{}", input.name.value);
                maybe(&key, &mut input.label);
                maybe(&format!("{key}.means"), &mut input.means);
            }
        }
        for chart in &mut entries.charts {
            let key = format!("chart-{}", chart.id.value);
            maybe(&key, &mut chart.title);
            for (index, panel) in chart.panels.iter_mut().enumerate() {
                say(&format!("{key}.panel-{}", index + 1), &mut panel.label);
            }
        }
        for record in &mut entries.records {
            let key = format!("record-{}", record.name.value);
            say(&key, &mut record.title);
            say(&format!("{key}.says"), &mut record.says);
            say(&format!("{key}.counting"), &mut record.counting);
        }
        for casualty in &mut entries.casualties {
            say(&format!("casualty-{}", casualty.name.value), &mut casualty.label);
        }
        if let Some(cost) = &mut entries.cost {
            for basis in &mut cost.kinds {
                let key = format!("basis-{}", basis.name.value);
                say(&key, &mut basis.label);
                say(&format!("{key}.counts"), &mut basis.counts);
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
