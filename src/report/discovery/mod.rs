//! With which inputs conditions fail, as a section of a report.

mod figure;
mod rows;
mod text;

pub use rows::json;
pub(super) use text::limits;
pub use text::sentence;

use crate::analysis::discovery::Discovery;
use crate::model::Assessment;
use crate::model::own_name::DISCOVERY;
use crate::report::section::Section;
use rows::{box_csv, trajectory_csv};
use serde_json::Value;
use text::table;

/// The section of a report that says with which inputs conditions fail, or hold. What other boxes cover is a table, and
/// a chart where it is asked for.
#[must_use]
pub fn section(assessment: &Assessment, results: &[Discovery], trajectory: bool) -> Section {
    let holds = results.first().is_some_and(|one| one.search.holds);
    let title = assessment.words.text(if holds { "discovery-part-holds" } else { "discovery-part-fails" });
    let json: Vec<Value> = results.iter().map(|one| json(assessment, one)).collect();
    let mut section = Section::new("discovery", &title, Value::Array(json));
    for (number, one) in results.iter().enumerate() {
        section.sentences.push(sentence(assessment, one));
        let Some(found) = &one.found else { continue };
        let id = DISCOVERY.numbered(number, results.len());
        if !found.restrictions.is_empty() {
            section.sentences.extend((number == 0).then(|| assessment.words.text("discovery-caution")));
            section.tables.push(table(assessment, found).titled(&one.condition.label));
            section.figures.push(figure::region(assessment, one, found, &id));
        }
        if trajectory {
            section.figures.extend(figure::trajectory(assessment, one, found, &id));
        }
        section.files.push((format!("{id}.csv"), box_csv(assessment, found)));
        section.files.push((format!("{id}_trajectory.csv"), trajectory_csv(one)));
    }
    section
}
