//! Where a metric or a statistic meets a target, as a section of a report.

mod figure;
mod frontier;
mod search;

pub use search::Search;

use crate::analysis::monte_carlo::NotDrawn;
use crate::args;
use crate::model::{Assessment, BreakEvenPlan};
use crate::report::part::Part;
use crate::report::sampling::why_not_drawn;
use crate::study::Found;
use rayon::prelude::*;
use serde_json::{Value, json};

/// A search as a part of a report.
#[must_use]
pub fn part(assessment: &Assessment, plan: &BreakEvenPlan, found: &Found) -> Part {
    let title = &assessment.words.text("break-even-part");
    let file = format!("{}.csv", plan.id);
    match (found, &plan.second) {
        (Found::Plane(found), Some(second)) => Part {
            sentences: frontier::sentences(assessment, plan, second, found),
            files: vec![(file, frontier::csv(assessment, plan, second, found))],
            figures: vec![figure::frontier(assessment, plan, second, found)],
            ..Part::new("break_even", title, frontier::json(assessment, plan, second, found))
        },
        (Found::Along(found), _) => {
            let search = Search { assessment, plan, found };
            Part {
                sentences: search.sentences(),
                files: vec![(file, search.csv())],
                figures: vec![figure::break_even(&search)],
                ..Part::new("break_even", title, search.json())
            }
        }
        // A plane is searched where there is a second input alone.
        (Found::Plane(_), None) => Part::new("break_even", title, Value::Null),
    }
}

/// All searches of a scenario as one part; none where it asks for none.
#[must_use]
pub fn parts(assessment: &Assessment, found: &[Result<Found, NotDrawn>]) -> Option<Part> {
    let words = assessment.words;
    let mut all = Part::new("break_even", &words.text("break-even-parts"), Value::Null);
    let mut documents = Vec::new();
    let plans = &assessment.requests.break_evens;
    let parts: Vec<_> = plans
        .par_iter()
        .zip(found)
        .map(|(plan, found)| found.as_ref().map(|found| part(assessment, plan, found)))
        .collect();
    for (plan, part) in plans.iter().zip(parts) {
        match part {
            Ok(part) => {
                all.sentences.extend(part.sentences);
                all.files.extend(part.files);
                all.figures.extend(part.figures);
                let mut document = part.json;
                document["id"] = json!(plan.id);
                documents.push(document);
            }
            Err(reason) => {
                let about = args![name = &plan.id, reason = why_not_drawn(words, *reason)];
                all.sentences.push(words.say("break-even-not-searched", about));
            }
        }
    }
    all.json = Value::Array(documents);
    (!plans.is_empty()).then_some(all)
}
