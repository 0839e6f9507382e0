//! The report as Markdown: the answer, a chart for each question, metrics with formulas and numbers, inputs, sources.

use super::answer::Answer;
use super::escape::{address, escaped, with_names};
use super::explain::{InputAccount, LARGEST, MetricAccount, RangeAccount, TextRun};
use super::members;
use super::origin;
use super::section::Section;
use super::table::Table;
use super::wording::beside_ends;
use crate::analysis::monte_carlo::PercentileRanges;
use crate::args;
use crate::language::Localizer;
use crate::model::Assessment;
use crate::scenario::SourceEntry;
use std::fmt::Write as _;

/// A chart that belongs to no section: its path from the report and what it shows.
pub struct Figure {
    /// Path from the report.
    pub path: String,
    /// The chart's title.
    pub title: String,
}

/// What a report is made of, but for the scenario.
pub struct Parts<'a> {
    /// The answer.
    pub answer: &'a Answer,
    /// The range beside each number.
    pub ranges: &'a PercentileRanges,
    /// Charts that belong to no section.
    pub figures: &'a [Figure],
    /// What is to be told with care.
    pub warnings: &'a [String],
    /// The analyses.
    pub sections: &'a [Section],
    /// The ending of the charts' files.
    pub ending: &'a str,
}

/// The whole report: the answer, a chart for each question, then what stands behind them. Long tables are files beside it.
#[must_use]
pub fn report(assessment: &Assessment, parts: &Parts<'_>) -> String {
    let say = assessment.words;
    let mut text = front(assessment);
    let _ = write!(text, "# {}\n\n", escaped(&assessment.title));
    if assessment.purpose.is_none() {
        line(&mut text, &say.text("no-purpose"));
    }
    for about in &parts.answer.about {
        line(&mut text, &escaped(about));
    }
    if let Some(summary) = &assessment.summary {
        line(&mut text, &escaped(summary));
    }
    title(&mut text, &say.text("title-summary"));
    for found in &parts.answer.lines {
        let items: Vec<String> = found.items.iter().map(|item| escaped(&item.text())).collect();
        if let [only] = items.as_slice() {
            let _ = writeln!(text, "- **{}** {only}", escaped(&found.heading));
            continue;
        }
        let _ = writeln!(text, "- **{}**", escaped(&found.heading));
        for item in items {
            let _ = writeln!(text, "  - {item}");
        }
    }
    text.push('\n');
    line(&mut text, &say.text("no-single-ratio"));
    for section in parts.sections {
        text.push_str(&section.in_report(say, |id| format!("charts/{id}.{}", parts.ending)));
    }
    if !parts.figures.is_empty() {
        let linked = parts.figures.iter().map(|figure| format!("[{}]({})", escaped(&figure.title), figure.path));
        let linked = linked.collect::<Vec<_>>().join(", ");
        line(&mut text, &say.format("report-more-charts", args![charts = linked]));
    }
    let tables: String = parts.sections.iter().filter_map(Section::folded).collect();
    if !tables.is_empty() {
        line(&mut text, &format!("<details><summary>{}</summary>", say.text("report-folded")));
        line(&mut text, &format!("{}\n\n</details>", tables.trim_end()));
    }
    if !parts.warnings.is_empty() {
        title(&mut text, &say.text("title-care"));
        let warnings = parts.warnings.iter().map(|warning| format!("- {}", with_names(warning)));
        line(&mut text, &warnings.collect::<Vec<_>>().join("\n"));
    }
    title(&mut text, &say.text("title-metrics"));
    line(&mut text, &metrics(assessment, parts.ranges).markdown());
    line(&mut text, &say.format("report-all-metrics", args![count = assessment.calculation.metrics.len()]));
    let unavailable = &assessment.calculation.unavailable;
    if !unavailable.is_empty() {
        let needs = super::summary::needs(assessment).iter().map(|need| format!("`{need}`")).collect::<Vec<_>>();
        let about = args![count = unavailable.len(), needs = needs.join(", ")];
        line(&mut text, &say.format("lacking", about));
    }
    // What is folded has its heading on the fold.
    line(&mut text, &format!("<details><summary>{}</summary>", say.text("title-inputs")));
    line(&mut text, &inputs(assessment).markdown());
    let of_model = assessment.calculation.inputs.iter().filter(|input| input.provenance.model);
    let of_model: Vec<String> = of_model.map(|input| format!("`{}`", input.id)).collect();
    if !of_model.is_empty() {
        line(&mut text, &say.format("values-of-model", args![names = of_model.join(", ")]));
    }
    let crowded = members::crowded(assessment);
    for scope in &crowded {
        line(&mut text, &say.format("report-inputs-of-each", args![scope = scope]));
    }
    line(&mut text, "</details>");
    let (own, others) = sources(assessment, &crowded);
    line(&mut text, &format!("<details><summary>{}</summary>", say.text("title-sources")));
    line(&mut text, &say.list(&own.iter().map(|one| cited(one)).collect::<Vec<_>>()));
    if others > 0 {
        line(&mut text, &say.format("report-more-sources", args![count = others]));
    }
    line(&mut text, "</details>");
    text
}

/// A source as people cite it, with a link where there is one.
fn cited(source: &SourceEntry) -> String {
    let short = escaped(&source.short());
    match source.field("url").filter(|url| url.starts_with("http")) {
        Some(url) => format!("[{short}](<{}>)", address(url)),
        None => short,
    }
}

/// The sources of what the report has in it, and how many there are of members' figures alone.
fn sources<'a>(assessment: &'a Assessment, crowded: &[String]) -> (Vec<&'a SourceEntry>, usize) {
    let calculation = &assessment.calculation;
    let of_inputs = calculation.inputs.iter().map(|input| (&input.provenance, input.member.as_ref()));
    let of_metrics = calculation.metrics.iter().map(|metric| (&metric.provenance, metric.member.as_ref()));
    let of_members = of_inputs.chain(of_metrics).filter(|(_, member)| members::is_in(*member, crowded));
    let of_members: Vec<&str> =
        of_members.flat_map(|(provenance, _)| &provenance.sources).map(String::as_str).collect();
    let of_inputs = calculation.inputs.iter().map(|input| (&input.provenance, input.member.as_ref()));
    let of_metrics = calculation.metrics.iter().map(|metric| (&metric.provenance, metric.member.as_ref()));
    let of_own = of_inputs.chain(of_metrics).filter(|(_, member)| !members::is_in(*member, crowded));
    let of_own: Vec<&str> = of_own.flat_map(|(provenance, _)| &provenance.sources).map(String::as_str).collect();
    let is_own = |source: &&SourceEntry| {
        let key = &*source.key.value;
        of_own.contains(&key) || !of_members.contains(&key)
    };
    let own: Vec<&SourceEntry> = assessment.sources.iter().filter(is_own).collect();
    let others = assessment.sources.len() - own.len();
    (own, others)
}

/// The headline metrics, each with its range and how it is computed.
fn metrics(assessment: &Assessment, ranges: &PercentileRanges) -> Table {
    let say = assessment.words;
    let heads = ["head-metric", "head-value", "head-percentiles", "head-unit", "head-formula"];
    let mut table = Table::headed(say, &heads, &[1, 2]);
    for (position, metric) in assessment.calculation.metrics.iter_enumerated() {
        if !metric.headline && !metric.own {
            continue;
        }
        let account = MetricAccount::new(assessment, position, metric, LARGEST);
        let [value, range] = match ranges.shown(metric) {
            None => [say.shown(metric.shown_value()), String::new()],
            Some(range) => {
                let [value, low, high] = beside_ends(say, metric.shown_value(), range);
                [value, say.between(&low, &high)]
            }
        };
        let numbers = TextRun::joined(&account.substituted, say);
        table.push([
            escaped(&metric.label),
            value,
            range,
            say.unit(&metric.unit),
            format!("`{} = {}` = {}", metric.id, account.formula, escaped(&numbers)),
        ]);
    }
    table
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
        if input.provenance.model || members::is_in(input.member.as_ref(), &crowded) {
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

/// A source as a list item.
#[must_use]
pub(crate) fn source(source: &SourceEntry, say: Localizer) -> String {
    let field = |name: &str| source.fields.iter().find(|(key, _)| *key == name).map(|(_, text)| &**text);
    let mut parts: Vec<String> = Vec::new();
    parts.extend(field("author").map(escaped));
    parts.push(format!("*{}*", escaped(field("title").unwrap_or_default())));
    parts.extend(["publisher", "date", "page"].iter().filter_map(|name| field(name).map(escaped)));
    let url = field("url").map_or_else(String::new, |url| {
        if url.starts_with("http") { format!(" <{}>", address(url)) } else { format!(" {}", escaped(url)) }
    });
    let note = field("note").map_or_else(String::new, |note| format!(" {}", escaped(note)));
    let seen = field("seen")
        .filter(|seen| *seen != "full")
        .map_or_else(String::new, |seen| format!(" [{}]", say.choice("seen", seen)));
    let short = escaped(&source.short());
    let key = source.key.value.replace('`', "'");
    format!("- **{short}** `{key}`: {}.{url}{note}{seen}", parts.join(", "))
}

fn title(text: &mut String, content: &str) {
    line(text, &format!("## {content}"));
}

fn line(text: &mut String, content: &str) {
    text.push_str(content);
    text.push_str("\n\n");
}
