//! A scenario's answer for a terminal: what it is for, the headline figures, what is not available.

use super::table::Table;
use crate::model::Assessment;
use crate::quantity::number;

/// The summary, at most `width` columns wide.
#[must_use]
pub fn summary(assessment: &Assessment, width: usize) -> String {
    let mut lines = vec![assessment.title.clone()];
    if let Some(purpose) = &assessment.purpose {
        lines.push(format!("Purpose: {purpose}"));
    }
    let set: Vec<String> = assessment
        .inputs
        .iter()
        .filter(|input| input.provenance.set.is_some())
        .map(|input| format!("{} = {}", input.id, input.value_text()))
        .collect();
    if !set.is_empty() {
        lines.push(format!("Set on the command line: {}", set.join("; ")));
    }
    lines.push(String::new());
    let mut table = Table::new(&["Input", "Value", "Range", ""], &[1]);
    for input in &assessment.inputs {
        let counting = input.counting.as_ref().map_or_else(String::new, |rule| format!("{rule} strength"));
        table.push([input.label.clone(), input.value_text(), input.range_text().unwrap_or_default(), counting]);
    }
    lines.push(table.terminal(width));
    lines.push(String::new());
    let mut table = Table::new(&["Metric", "Value", "Unit"], &[1]);
    for metric in assessment.metrics.iter().filter(|metric| metric.headline || metric.own) {
        table.push([metric.label.clone(), number::shown(metric.shown_value()), metric.unit.label()]);
    }
    if table.rows.is_empty() {
        for metric in &assessment.metrics {
            table.push([metric.label.clone(), number::shown(metric.shown_value()), metric.unit.label()]);
        }
    }
    if table.rows.is_empty() {
        lines.push("Nothing can be computed from these inputs.".to_owned());
    } else {
        lines.push(table.terminal(width));
    }
    let hidden = assessment.metrics.len() - table.rows.len();
    if hidden > 0 || !assessment.unavailable.is_empty() {
        lines.push(String::new());
    }
    if hidden > 0 {
        lines.push(format!(
            "{hidden} more metrics are in the report; `forcesize explain METRIC` shows where a number comes from."
        ));
    }
    if !assessment.unavailable.is_empty() {
        let mut needs: Vec<&str> =
            assessment.unavailable.iter().flat_map(|metric| metric.needs.iter().map(String::as_str)).collect();
        needs.sort_unstable();
        needs.dedup();
        lines.push(format!("{} not available for lack of: {}", assessment.unavailable.len(), needs.join(", ")));
    }
    let options = textwrap::Options::new(width).word_splitter(textwrap::WordSplitter::NoHyphenation);
    // Tables fit already; a line of words is broken where it must be.
    let fitted = lines.iter().map(|block| {
        let is_table = block.contains('\n');
        if is_table { block.clone() } else { textwrap::fill(block, &options) }
    });
    fitted.collect::<Vec<_>>().join("\n")
}
