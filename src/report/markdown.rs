//! The report as Markdown: summary, charts, metrics with formulas and numbers, inputs, sources.

use super::members;
use super::part::Part;
use super::table::Table;
use crate::model::{Assessment, Input, Metric, Provenance};
use crate::quantity::number;
use crate::scenario::SourceEntry;
use std::fmt::Write as _;

/// A chart to inline: its path from the report and what it shows.
pub struct Figure {
    /// Path from the report.
    pub path: String,
    /// The chart's title.
    pub title: String,
}

/// The whole report.
#[must_use]
pub fn report(assessment: &Assessment, figures: &[Figure], warnings: &[String], parts: &[Part]) -> String {
    let mut text = front(assessment);
    let _ = write!(text, "# {}\n\n", words(&assessment.title));
    match &assessment.purpose {
        Some(purpose) => line(&mut text, &format!("Purpose: **{purpose}**.")),
        None => {
            line(&mut text, "The scenario states no purpose; the numbers below depend on it more than on any ratio.");
        }
    }
    if let Some(summary) = &assessment.summary {
        line(&mut text, &words(summary));
    }
    line(&mut text, "## Summary");
    let mut headline = Table::new(&["Metric", "Value", "Unit"], &[1]);
    for metric in assessment.metrics.iter().filter(|metric| metric.headline) {
        headline.push([words(&metric.label), number::shown(metric.shown_value()), metric.unit.label()]);
    }
    line(&mut text, &headline.markdown());
    line(
        &mut text,
        "No single ratio is an answer: densities by line, area and population are shown side by side, each with the \
         strength it counts. Values are rounded to three digits.",
    );
    for part in parts {
        text.push_str(&part.markdown("charts"));
    }
    if !figures.is_empty() {
        line(&mut text, "## Charts");
        for figure in figures {
            line(&mut text, &format!("![{}]({})", words(&figure.title), figure.path));
        }
    }
    if !warnings.is_empty() {
        line(&mut text, "## To be read with care");
        line(
            &mut text,
            &warnings
                .iter()
                .map(|warning| format!("- {}", warning.replace('<', "&lt;")))
                .collect::<Vec<_>>()
                .join("\n"),
        );
    }
    line(&mut text, "## Metrics");
    let crowded = members::crowded(assessment);
    let apart = |metric: &&Metric| !members::is_in(metric.member.as_ref(), &crowded);
    for metric in assessment.metrics.iter().filter(apart) {
        explain(&mut text, assessment, metric);
    }
    for scope in &crowded {
        of_members(&mut text, assessment, scope);
    }
    if !assessment.unavailable.is_empty() {
        line(&mut text, "## Not available");
        let rows = assessment.unavailable.iter().map(|metric| {
            let needs: Vec<String> = metric.needs.iter().map(|need| format!("`{need}`")).collect();
            format!("- {} (`{}`): needs {}", words(&metric.label), metric.id, needs.join(", "))
        });
        line(&mut text, &rows.collect::<Vec<_>>().join("\n"));
    }
    line(&mut text, "## Inputs");
    line(&mut text, &inputs(assessment).markdown());
    for scope in &crowded {
        line(&mut text, &format!("### Inputs of each {scope}"));
        for table in members::input_tables(assessment, scope) {
            line(&mut text, &table.escaped().markdown());
        }
    }
    let notes: Vec<String> = assessment
        .inputs
        .iter()
        .filter_map(|input| Some(format!("- `{}`: {}", input.id, words(input.note.as_ref()?))))
        .collect();
    if !notes.is_empty() {
        line(&mut text, &notes.join("\n"));
    }
    line(&mut text, "## Sources");
    line(&mut text, &assessment.sources.iter().map(source).collect::<Vec<_>>().join("\n"));
    text
}

/// What a program that sets the report has to know: the language, where it is not English.
fn front(assessment: &Assessment) -> String {
    assessment.words.named().map_or_else(String::new, |code| format!("---\nlang: {code}\n---\n\n"))
}

/// The inputs as a table: value, range, who decides, where from.
#[must_use]
pub fn inputs(assessment: &Assessment) -> Table {
    let mut table = Table::new(&["Input", "Identifier", "Value", "Range", "Decided by", "From"], &[2]);
    let crowded = members::crowded(assessment);
    let apart = |input: &&Input| !members::is_in(input.member.as_ref(), &crowded);
    for input in assessment.inputs.iter().filter(apart) {
        let range = input
            .range
            .as_ref()
            .zip(input.range_text())
            .map_or_else(String::new, |(kind, text)| format!("{text} ({kind})"));
        let counting = input.counting.as_ref().map_or_else(String::new, |counting| format!(" ({counting})"));
        table.push([
            format!("{}{counting}", words(&input.label)),
            format!("`{}`", input.id),
            input.value_text(),
            range,
            input.role.clone(),
            words(&origin(&input.provenance)),
        ]);
    }
    table
}

/// Where a figure comes from, in a few words.
#[must_use]
pub fn origin(provenance: &Provenance) -> String {
    if let Some(set) = &provenance.set {
        return format!("set on the command line: {set}");
    }
    let mut parts: Vec<String> = Vec::new();
    if !provenance.sources.is_empty() {
        parts.push(provenance.sources.join(", "));
    }
    if let Some(why) = &provenance.assumed {
        parts.push(format!("assumed: {why}"));
    }
    let parts = if parts.is_empty() { "no source stated".to_owned() } else { parts.join("; ") };
    if provenance.model { format!("standard model: {parts}") } else { parts }
}

/// The metrics of a scope with many members: how each is computed, and tables with a row for each member.
fn of_members(text: &mut String, assessment: &Assessment, scope: &str) {
    line(text, &format!("### Of each {scope}"));
    let mut said: Vec<&str> = Vec::new();
    for metric in assessment.metrics.iter().filter(|metric| metric.member.as_ref().is_some_and(|(of, _)| of == scope)) {
        if said.contains(&metric.name.as_str()) {
            continue;
        }
        said.push(&metric.name);
        let label = metric.label.rsplit_once(": ").map_or(metric.label.as_str(), |(label, _)| label);
        let (formula, origin) = (metric.formula_text(), words(&origin(&metric.provenance)));
        let _ = writeln!(
            text,
            "- {}: `{} = {formula}`. {} Source: {origin}.",
            words(label),
            metric.name,
            words(&metric.means)
        );
    }
    text.push('\n');
    for table in members::metric_tables(assessment, scope) {
        line(text, &table.escaped().markdown());
    }
}

fn explain(text: &mut String, assessment: &Assessment, metric: &Metric) {
    line(text, &format!("### {}", words(&metric.label)));
    if !metric.means.is_empty() {
        line(text, &words(&metric.means));
    }
    let _ = writeln!(text, "```text");
    let _ = writeln!(text, "{} = {}", metric.id, metric.formula_text());
    let indent = " ".repeat(metric.id.chars().count());
    let _ = writeln!(text, "{indent} = {}", assessment.substituted(metric));
    let value = metric.unit.attach(&number::significant(metric.shown_value(), 6));
    let _ = writeln!(text, "{indent} = {value}");
    line(text, "```");
    line(text, &format!("Source: {}.", words(&origin(&metric.provenance))));
}

/// A source as a list item.
#[must_use]
pub fn source(source: &SourceEntry) -> String {
    let field = |name: &str| source.fields.iter().find(|(key, _)| *key == name).map(|(_, text)| text.as_str());
    let mut parts: Vec<String> = Vec::new();
    parts.extend(field("author").map(words));
    parts.push(format!("*{}*", words(field("title").unwrap_or_default())));
    parts.extend(["publisher", "date", "page"].iter().filter_map(|name| field(name).map(words)));
    let url = field("url")
        .map_or_else(String::new, |url| if url.starts_with("http") { format!(" <{url}>") } else { format!(" {url}") });
    let note = field("note").map_or_else(String::new, |note| format!(" {}", words(note)));
    let seen = field("seen").filter(|seen| *seen != "full").map_or_else(String::new, |seen| format!(" [{seen}]"));
    format!("- `{}`: {}.{url}{note}{seen}", source.key.value, parts.join(", "))
}

/// A person's words as Markdown shows them: marks and tags in them stay letters.
pub(super) fn words(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '<' => escaped.push_str("&lt;"),
            '*' | '`' | '[' | ']' | '\\' => escaped.extend(['\\', character]),
            other => escaped.push(other),
        }
    }
    escaped
}

fn line(text: &mut String, content: &str) {
    text.push_str(content);
    text.push_str("\n\n");
}
