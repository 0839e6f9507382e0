//! Where a metric or a statistic meets a target, as a section of a report.

mod figure;
mod frontier;
mod rows;
mod search;

pub use search::Search;
pub(super) use search::is_share;

use crate::analysis::monte_carlo::NotDrawn;
use crate::args;
use crate::model::{Assessment, BreakEvenPlan};
use crate::report::sampling::why_not_drawn;
use crate::report::section::Section;
use crate::study::Found;
use rayon::prelude::*;
use serde_json::{Value, json};

/// A search as a section of a report.
#[must_use]
pub fn section(assessment: &Assessment, plan: &BreakEvenPlan, found: &Found) -> Section {
    let title = &assessment.words.text("break-even-part");
    let file = format!("{}.csv", plan.id);
    match (found, &plan.second) {
        (Found::Plane(found), Some(second)) => Section {
            sentences: frontier::sentences(assessment, plan, second, found),
            files: vec![(file, rows::frontier_csv(assessment, plan, second, found))],
            figures: vec![figure::frontier(assessment, plan, second, found)],
            ..Section::new("break_even", title, rows::frontier_json(assessment, plan, second, found))
        },
        (Found::Along(found), _) => {
            let search = Search { assessment, plan, found };
            Section {
                sentences: search.sentences(),
                files: vec![(file, search.csv())],
                figures: vec![figure::break_even(&search)],
                ..Section::new("break_even", title, search.json())
            }
        }
        // A plane is searched where there is a second input alone.
        (Found::Plane(_), None) => Section::new("break_even", title, Value::Null),
    }
}

/// All searches of a scenario as one section; none where it asks for none.
#[must_use]
pub fn sections(assessment: &Assessment, found: &[Result<Found, NotDrawn>]) -> Option<Section> {
    let words = assessment.words;
    let mut all = Section::new("break_even", &words.text("break-even-parts"), Value::Null);
    let mut documents = Vec::new();
    let plans = &assessment.requests.break_evens;
    let sections: Vec<_> = plans
        .par_iter()
        .zip(found)
        .map(|(plan, found)| found.as_ref().map(|found| section(assessment, plan, found)))
        .collect();
    for (plan, section) in plans.iter().zip(sections) {
        match section {
            Ok(section) => {
                all.sentences.extend(section.sentences);
                all.files.extend(section.files);
                all.figures.extend(section.figures);
                let mut document = section.json;
                document["id"] = json!(plan.id);
                documents.push(document);
            }
            Err(reason) => {
                let about = args![name = &plan.id, reason = why_not_drawn(words, *reason)];
                all.sentences.push(words.format("break-even-not-searched", about));
            }
        }
    }
    all.json = Value::Array(documents);
    (!plans.is_empty()).then_some(all)
}
