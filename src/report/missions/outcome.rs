//! How conflicts went on after past missions were counted, in words and in columns.

use crate::args;
use crate::evidence::{Evidence, Mission};
use crate::language::Localizer;
use crate::report::table::Table;

/// What came after a mission's count in a few words; nothing where nobody coded it.
pub(in crate::report) fn outcome(words: Localizer, mission: &Mission) -> Option<String> {
    let outcome = mission.outcome.as_ref()?;
    Some(match &outcome.came {
        Some(came) => words.text(&format!("outcome-{}", came.state)),
        None => words.text("outcome-not-coded"),
    })
}

/// The missions whose outcome is coded, or said not to be codable: state, years, conflicts, confidence.
pub(super) fn outcomes(words: Localizer, evidence: &Evidence) -> Table {
    let heads = [
        "missions-head-mission",
        "missions-head-outcome",
        "missions-head-years",
        "missions-head-conflicts",
        "missions-head-confidence",
    ];
    let mut table = Table::headed(words, &heads, &[]);
    table.optional = vec![3, 4];
    for mission in &evidence.missions {
        let (Some(outcome), Some(text)) = (&mission.outcome, outcome(words, mission)) else { continue };
        let confidence = outcome.confidence.as_ref().map(|word| words.choice("confidence", word));
        let row = match &outcome.came {
            Some(came) => {
                let years = words.between(&came.from.to_string(), &came.to.to_string());
                let text = if came.war { words.format("outcome-war", args![outcome = text]) } else { text };
                [text, years, came.conflicts.clone().unwrap_or_default()]
            }
            None => [text, String::new(), outcome.not_codable.clone().unwrap_or_default()],
        };
        let [text, years, conflicts] = row;
        table.push([mission.id.clone(), text, years, conflicts, confidence.unwrap_or_default()]);
    }
    table.titled(words.text("outcome-missions"))
}

/// How some missions went on, each with its name; nothing where none is coded.
pub(in crate::report) fn of_missions<'a>(
    words: Localizer,
    evidence: &Evidence,
    ids: impl Iterator<Item = &'a str>,
) -> Option<String> {
    let mut named: Vec<String> = Vec::new();
    for id in ids {
        let Some(mission) = evidence.missions.iter().find(|mission| mission.id == id) else { continue };
        let coded = mission.outcome.as_ref().is_some_and(|outcome| outcome.came.is_some());
        let Some(text) = outcome(words, mission).filter(|_| coded) else { continue };
        let text = words.format("outcome-of", args![mission = mission.short(), outcome = text]);
        if !named.contains(&text) {
            named.push(text);
        }
    }
    (!named.is_empty()).then(|| words.format("outcome-nearest", args![missions = named.join("; ")]))
}
