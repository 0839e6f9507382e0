//! What one input at a time does to metrics, as a section of a report.

mod decided;
mod figure;
mod rows;
mod text;

pub(crate) use figure::tornado;
pub(crate) use text::sentence;

use crate::analysis::one_at_a_time::OneAtATime;
use crate::analysis::standing::{self, Standing};
use crate::args;
use crate::model::Assessment;
use crate::model::own_name::ONE_AT_A_TIME;
use crate::report::section::Section;
use crate::report::wording::Wording;
use rows::{csv, json};
use serde_json::{Map, Value, json};
use text::table;

/// The section of a report that varies one input at a time.
#[must_use]
pub fn section(assessment: &Assessment, found: &[OneAtATime]) -> Section {
    let rows: Map<String, Value> = found
        .iter()
        .map(|found| (assessment.calculation.metrics[found.metric].id.clone(), json(assessment, found)))
        .collect();
    let moved =
        || found.iter().filter(|found| standing::one_at_a_time(&assessment.calculation, found) == Standing::Varies);
    let caption = |found: &OneAtATime| {
        let metric = &assessment.calculation.metrics[found.metric];
        assessment
            .words
            .format("swings-caption", args![metric = &metric.label, value = metric.value_text(assessment.words)])
    };
    Section {
        tables: moved().map(|found| table(assessment, found).titled(caption(found))).collect(),
        sentences: found.iter().map(|found| sentence(assessment, found)).collect(),
        // The shares of the spread say more; where they are missing the report has this.
        brief: Some(0),
        files: vec![(ONE_AT_A_TIME.csv(), csv(assessment, found))],
        figures: moved().filter_map(|found| tornado(assessment, found)).collect(),
        ..Section::new(
            "one_at_a_time",
            &assessment.words.text("swings-part"),
            json!({ "scenario": assessment.name, "method": "oat", "metrics": rows }),
        )
    }
}
