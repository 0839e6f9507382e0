//! The report as Markdown: summary, charts, metrics with formulas and numbers, inputs, sources.

use super::escape::escaped;
use super::explain::{InputAccount, LARGEST, MetricAccount, RangeAccount, TextRun};
use super::members;
use super::origin;
use super::section::Section;
use super::table::Table;
use crate::analysis::monte_carlo::PercentileRanges;
use crate::args;
use crate::language::Localizer;
use crate::model::Assessment;
use crate::report::wording::formula_text;
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
pub fn report(
    assessment: &Assessment,
    ranges: &PercentileRanges,
    figures: &[Figure],
    warnings: &[String],
    sections: &[Section],
) -> String {
    let say = assessment.words;
    let mut text = front(assessment);
    let _ = write!(text, "# {}\n\n", escaped(&assessment.title));
    match &assessment.purpose {
        Some(purpose) => {
            line(&mut text, &say.format("purpose-marked", args![purpose = say.choice("purpose", purpose.word())]));
        }
        None => line(&mut text, &say.text("no-purpose")),
    }
    if let Some(summary) = &assessment.summary {
        line(&mut text, &escaped(summary));
    }
    title(&mut text, &say.text("title-summary"));
    let mut headline = Table::headed(say, &["head-metric", "head-value", "head-unit"], &[1]);
    for metric in assessment.calculation.metrics.iter().filter(|metric| metric.headline) {
        headline.push([escaped(&metric.label), say.shown(metric.shown_value()), say.unit(&metric.unit)]);
    }
    line(&mut text, &headline.markdown());
    line(&mut text, &say.text("no-single-ratio"));
    for section in sections {
        text.push_str(&section.markdown("charts"));
    }
    if !figures.is_empty() {
        title(&mut text, &say.text("title-charts"));
        for figure in figures {
            line(&mut text, &format!("![{}]({})", escaped(&figure.title), figure.path));
        }
    }
    if !warnings.is_empty() {
        title(&mut text, &say.text("title-care"));
        line(
            &mut text,
            &warnings
                .iter()
                .map(|warning| format!("- {}", warning.replace('<', "&lt;")))
                .collect::<Vec<_>>()
                .join("\n"),
        );
    }
    title(&mut text, &say.text("title-metrics"));
    let crowded = members::crowded(assessment);
    for (position, metric) in assessment.calculation.metrics.iter_enumerated() {
        if !members::is_in(metric.member.as_ref(), &crowded) {
            explain(&mut text, assessment, ranges, &MetricAccount::new(assessment, position, metric, LARGEST));
        }
    }
    for scope in &crowded {
        of_members(&mut text, assessment, scope);
    }
    if !assessment.calculation.unavailable.is_empty() {
        title(&mut text, &say.text("title-unavailable"));
        let rows = assessment.calculation.unavailable.iter().map(|metric| {
            let needs: Vec<String> = metric.needs.iter().map(|need| format!("`{need}`")).collect();
            let about = args![metric = escaped(&metric.label), id = &metric.id, needs = needs.join(", ")];
            format!("- {}", say.format("needs-item", about))
        });
        line(&mut text, &rows.collect::<Vec<_>>().join("\n"));
    }
    title(&mut text, &say.text("title-inputs"));
    line(&mut text, &inputs(assessment).markdown());
    for scope in &crowded {
        line(&mut text, &format!("### {}", say.format("title-inputs-of-each", args![scope = scope])));
        for table in members::input_tables(assessment, scope) {
            line(&mut text, &table.escaped().markdown());
        }
    }
    let notes: Vec<String> = assessment
        .calculation
        .inputs
        .iter()
        .filter_map(|input| Some(format!("- `{}`: {}", input.id, escaped(input.note.as_ref()?))))
        .collect();
    if !notes.is_empty() {
        line(&mut text, &notes.join("\n"));
    }
    title(&mut text, &say.text("title-sources"));
    line(&mut text, &assessment.sources.iter().map(|one| source(one, assessment.words)).collect::<Vec<_>>().join("\n"));
    text
}

/// What a program that sets the report has to know: the language, where it is not English.
fn front(assessment: &Assessment) -> String {
    assessment.words.named().map_or_else(String::new, |code| format!("---\nlang: {code}\n---\n\n"))
}

/// The inputs as a table: value, range, who decides, where from.
#[must_use]
pub(crate) fn inputs(assessment: &Assessment) -> Table {
    let say = assessment.words;
    let mut table = Table::headed(
        say,
        &["head-input", "head-identifier", "head-value", "head-range", "head-decided-by", "head-from"],
        &[2],
    );
    let crowded = members::crowded(assessment);
    for (position, input) in assessment.calculation.inputs.iter_enumerated() {
        if members::is_in(input.member.as_ref(), &crowded) {
            continue;
        }
        let input = InputAccount::new(assessment, position, input);
        let counting = input.counting.map_or_else(String::new, |counting| format!(" ({counting})"));
        table.push([
            format!("{}{counting}", escaped(input.label)),
            format!("`{}`", input.id),
            input.result.text(say),
            input.range.as_ref().map_or_else(String::new, RangeAccount::in_short),
            input.role,
            escaped(&origin::cited(assessment, input.provenance, say)),
        ]);
    }
    table
}

/// The metrics of a scope with many members: how each is computed, and tables with a row for each member.
fn of_members(text: &mut String, assessment: &Assessment, scope: &str) {
    line(text, &format!("### {}", assessment.words.format("title-of-each", args![scope = scope])));
    let mut said: Vec<&str> = Vec::new();
    for metric in
        assessment.calculation.metrics.iter().filter(|metric| metric.member.as_ref().is_some_and(|(of, _)| of == scope))
    {
        if said.contains(&metric.name.as_str()) {
            continue;
        }
        said.push(&metric.name);
        let label = assessment.own_label(&metric.label, metric.member.as_ref());
        let (formula, origin) =
            (formula_text(metric), escaped(&origin::cited(assessment, &metric.provenance, assessment.words)));
        let (label, means) = (escaped(label), escaped(&metric.means));
        let about = args![label = label, name = &metric.name, formula = formula, means = means, origin = origin];
        let _ = writeln!(text, "- {}", assessment.words.format("member-metric", about));
    }
    text.push('\n');
    for table in members::metric_tables(assessment, scope) {
        line(text, &table.escaped().markdown());
    }
}

fn explain(text: &mut String, assessment: &Assessment, ranges: &PercentileRanges, metric: &MetricAccount<'_>) {
    let words = assessment.words;
    line(text, &format!("### {}", escaped(metric.label)));
    if !metric.means.is_empty() {
        line(text, &escaped(metric.means));
    }
    let _ = writeln!(text, "```text");
    let _ = writeln!(text, "{} = {}", metric.id, metric.formula);
    let indent = " ".repeat(metric.id.chars().count());
    let _ = writeln!(text, "{indent} = {}", TextRun::joined(&metric.substituted, words));
    let _ = writeln!(text, "{indent} = {}", metric.result.text(words));
    if let Some(spread) = metric.spread(assessment, ranges) {
        let _ = writeln!(text, "{indent}   {spread}");
    }
    line(text, "```");
    let origin = escaped(&origin::cited(assessment, metric.provenance, words));
    line(text, &words.format("source-line", args![origin = origin]));
}

/// A source as a list item.
#[must_use]
pub(crate) fn source(source: &SourceEntry, say: Localizer) -> String {
    let field = |name: &str| source.fields.iter().find(|(key, _)| *key == name).map(|(_, text)| &**text);
    let mut parts: Vec<String> = Vec::new();
    parts.extend(field("author").map(escaped));
    parts.push(format!("*{}*", escaped(field("title").unwrap_or_default())));
    parts.extend(["publisher", "date", "page"].iter().filter_map(|name| field(name).map(escaped)));
    let url = field("url")
        .map_or_else(String::new, |url| if url.starts_with("http") { format!(" <{url}>") } else { format!(" {url}") });
    let note = field("note").map_or_else(String::new, |note| format!(" {}", escaped(note)));
    let seen = field("seen")
        .filter(|seen| *seen != "full")
        .map_or_else(String::new, |seen| format!(" [{}]", say.choice("seen", seen)));
    let short = escaped(&source.short());
    format!("- **{short}** `{}`: {}.{url}{note}{seen}", source.key.value, parts.join(", "))
}

fn title(text: &mut String, content: &str) {
    line(text, &format!("## {content}"));
}

fn line(text: &mut String, content: &str) {
    text.push_str(content);
    text.push_str("\n\n");
}
