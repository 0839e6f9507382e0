//! A past mission as the yardstick: its figures in the place of the model's reference inputs.
//!
//! What the mission lacks is left out, so that no figure of one mission stands beside one of another. Knows nothing of
//! what is made of the yardstick.

use super::{Evidence, Mission};
use crate::diagnostic::{Diagnostic, Diagnostics, did_you_mean};
use crate::model::Model;
use crate::scenario::{Entries, InputEntry, Located, SourceEntry, Text, Written};

impl Evidence {
    /// Gives a scenario the reference inputs of the mission that it names as its yardstick.
    pub(super) fn set_yardstick(&self, model: &Model, entries: &mut Entries, diagnostics: &mut Diagnostics) {
        let Some(named) = entries.yardstick.clone() else { return };
        let Some(sizing) = &model.entries.sizing else { return };
        let known = || self.missions.iter().map(|mission| mission.id.as_str());
        let Some(mission) = self.missions.iter().find(|mission| mission.id == *named.value) else {
            let help = did_you_mean(&named.value, known())
                .unwrap_or_else(|| "`forcesize missions` lists the missions".to_owned());
            let message = format!("no mission is called `{}`", named.value);
            diagnostics.push(Diagnostic::error(message).at(named.span, "").help(help));
            return;
        };
        let replaced = |name: &str| {
            sizing.yardstick.iter().any(|(_, reference)| reference == name)
                || sizing.quoted.iter().any(|quoted| quoted.value == name)
        };
        entries.inputs.retain(|input| input.member.is_some() || !replaced(&input.name.value));
        let key = source(mission, &named, entries);
        let mut found = false;
        for (of_mission, reference) in &sizing.yardstick {
            let Some(declared) = model.entries.inputs.iter().find(|input| input.name.value == *reference) else {
                continue;
            };
            let Some(input) = mission.inputs.iter().find(|input| input.name == *of_mission) else { continue };
            found = true;
            let is_strength = input.unit.dimension().single() == Some("personnel");
            let counting = input.counting.or(mission.counting).filter(|_| is_strength);
            let value = Located::new(input.shown_value(), named.span);
            entries.inputs.push(InputEntry {
                name: Located::new(reference.clone(), named.span),
                numbers: vec![("value", Written::Number(value))],
                unit: Some(Located::new(input.unit.text().to_owned().into(), named.span)),
                source: vec![key.clone()],
                counting: counting.map(|rule| Text::from(rule.word())),
                note: mission.note.clone().map(Text::from),
                label: None,
                means: None,
                bounds: None,
                ..declared.clone()
            });
        }
        if !found {
            let message = format!("`{}` has no figure that could be a yardstick", mission.id);
            diagnostics.push(
                Diagnostic::error(message)
                    .at(named.span, "")
                    .help("choose a mission with a strength and an area, a population or a line: `forcesize missions`"),
            );
        }
        entries.yardstick_name = Some(mission.short().into());
    }
}

/// The key of a source for the mission's figures: its own where it cites one, or one made of its page.
fn source(mission: &Mission, named: &Located<Text>, entries: &mut Entries) -> Located<Text> {
    let key = Located::new(Text::from(format!("mission-{}", mission.id)), named.span);
    let mut fields: Vec<(&'static str, Text)> = vec![
        ("title", mission.name.clone().into()),
        ("date", mission.year.to_string().into()),
        ("short", mission.name.clone().into()),
    ];
    fields.extend(mission.source.iter().find(|page| page.starts_with("http")).map(|page| ("url", page.clone().into())));
    entries.sources.push(SourceEntry { key: key.clone(), fields });
    key
}
