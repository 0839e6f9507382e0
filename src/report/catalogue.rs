//! What a model knows, as a table for a terminal, as Markdown, as JSON and as the schema of scenario files.

use super::table::Table;
use crate::args;
use crate::language::Localizer;
use crate::quantity::unit::Units;
use crate::scenario::{Entries, InputEntry, Located, MetricEntry, SourceEntry, Text};
use serde_json::{Map, Value, json};

/// The identifier, with the scope before it where there is one.
fn metric_name(metric: &MetricEntry) -> String {
    match &metric.per {
        Some(scope) => format!("{}.NAME.{}", scope.value, metric.name.value),
        None => metric.name.value.to_string(),
    }
}

fn text(value: Option<&Located<Text>>) -> String {
    value.map_or_else(String::new, |value| value.value.to_string())
}

fn label(label: Option<&Text>, name: &str) -> String {
    label.map_or(name, |label| label).to_owned()
}

fn sources(entries: &Entries, metric: &MetricEntry, words: Localizer) -> String {
    let short = |key: &Located<Text>| {
        let source = entries.sources.iter().find(|source| source.key.value == key.value);
        source.map_or_else(|| key.value.to_string(), SourceEntry::short)
    };
    let mut parts: Vec<String> = metric.source.iter().map(short).collect();
    parts.extend(metric.assumed.as_ref().map(|why| words.format("origin-assumed", args![why = &**why])));
    words.list(&parts)
}

/// The inputs that are declared; what each member of a scope has is said once, of the scope.
fn inputs_of(entries: &Entries) -> impl Iterator<Item = &InputEntry> {
    let own = entries.inputs.iter().filter(|input| input.member.is_none());
    own.chain(entries.scopes.iter().flat_map(|scope| &scope.inputs))
}

/// A unit in a language; what cannot be read stays as it is written.
fn named(words: Localizer, unit: Option<&Located<Text>>) -> String {
    let text = text(unit);
    if words.is_english() {
        return text;
    }
    Units::default().unit(&text).map_or(text, |unit| words.unit(&unit))
}

/// For a terminal: each metric with unit, formula and meaning, then the inputs.
#[must_use]
pub fn terminal(entries: &Entries, words: Localizer, width: usize) -> String {
    let mut lines = vec![words.text("catalogue-metrics"), String::new()];
    for metric in &entries.metrics {
        let name = metric_name(metric);
        lines.push(format!("{name}  [{}]", named(words, metric.unit.as_ref())));
        let options = textwrap::Options::new(width).initial_indent("  = ").subsequent_indent("    ").break_words(false);
        let options = options.word_separator(textwrap::WordSeparator::AsciiSpace);
        let formula = text(metric.formula.as_ref());
        lines.push(textwrap::fill(&formula, options.word_splitter(textwrap::WordSplitter::NoHyphenation)));
        let about = format!("{}. {}", label(metric.label.as_ref(), &name), metric.means.as_deref().unwrap_or_default());
        for paragraph in [about, words.format("catalogue-source", args![keys = sources(entries, metric, words)])] {
            let options = textwrap::Options::new(width)
                .initial_indent("  ")
                .subsequent_indent("  ")
                .word_splitter(textwrap::WordSplitter::NoHyphenation);
            lines.push(textwrap::fill(&paragraph, options));
        }
        lines.push(String::new());
    }
    lines.push(words.text("catalogue-inputs"));
    lines.push(String::new());
    let mut table = Table::headed(words, &["head-identifier", "head-unit", "head-decided-by", "head-meaning"], &[]);
    for input in inputs_of(entries) {
        table.push([
            input.name.value.to_string(),
            named(words, input.unit.as_ref()),
            words.choice("role", input.role.as_deref().unwrap_or_default()),
            format!(
                "{}. {}",
                label(input.label.as_ref(), &input.name.value),
                input.means.as_deref().unwrap_or_default()
            ),
        ]);
    }
    lines.push(table.terminal(width));
    lines.join("\n")
}

/// As Markdown: metrics, inputs and sources as tables.
#[must_use]
pub fn markdown(entries: &Entries, words: Localizer) -> String {
    let mut metrics =
        Table::headed(words, &["head-metric", "head-unit", "head-formula", "head-meaning", "head-source"], &[]);
    for metric in &entries.metrics {
        let name = metric_name(metric);
        metrics.push([
            format!("**{}** `{name}`", label(metric.label.as_ref(), &name)),
            named(words, metric.unit.as_ref()),
            format!("`{}`", text(metric.formula.as_ref())),
            metric.means.clone().unwrap_or_default().into_owned(),
            sources(entries, metric, words),
        ]);
    }
    let mut inputs = Table::headed(words, &["head-input", "head-unit", "head-decided-by", "head-meaning"], &[]);
    for input in inputs_of(entries) {
        inputs.push([
            format!("**{}** `{}`", label(input.label.as_ref(), &input.name.value), input.name.value),
            named(words, input.unit.as_ref()),
            words.choice("role", input.role.as_deref().unwrap_or_default()),
            input.means.clone().unwrap_or_default().into_owned(),
        ]);
    }
    let list: Vec<String> = entries.sources.iter().map(|source| super::markdown::source(source, words)).collect();
    format!(
        "## {}\n\n{}\n\n## {}\n\n{}\n\n## {}\n\n{}\n",
        words.text("title-metrics"),
        metrics.markdown(),
        words.text("title-inputs"),
        inputs.markdown(),
        words.text("title-sources"),
        list.join("\n")
    )
}

/// As CSV: `kind,id,label,unit,formula,means,sources`.
#[must_use]
pub fn csv(entries: &Entries) -> String {
    let metrics = entries.metrics.iter().map(|metric| {
        let name = metric_name(metric);
        vec![
            "metric".to_owned(),
            name.clone(),
            label(metric.label.as_ref(), &name),
            text(metric.unit.as_ref()),
            text(metric.formula.as_ref()),
            metric.means.clone().unwrap_or_default().into_owned(),
            metric.source.iter().map(Located::as_str).collect::<Vec<_>>().join(" "),
        ]
    });
    let inputs = entries.inputs.iter().map(|input| {
        let name = &input.name.value;
        vec![
            "input".to_owned(),
            name.to_string(),
            label(input.label.as_ref(), name),
            text(input.unit.as_ref()),
            String::new(),
            input.means.clone().unwrap_or_default().into_owned(),
            input.source.iter().map(Located::as_str).collect::<Vec<_>>().join(" "),
        ]
    });
    super::csv::write(&["kind", "id", "label", "unit", "formula", "means", "sources"], metrics.chain(inputs))
}

/// As JSON: `{"metrics": {id: …}, "inputs": {id: …}, "sources": {key: …}}`.
#[must_use]
pub fn json(entries: &Entries) -> String {
    let metrics: Map<String, Value> = entries
        .metrics
        .iter()
        .map(|metric| {
            let keys: Vec<&str> = metric.source.iter().map(Located::as_str).collect();
            let row = json!({
                "label": metric.label, "unit": text(metric.unit.as_ref()), "formula": text(metric.formula.as_ref()),
                "means": metric.means, "sources": keys, "assumed": metric.assumed, "headline": metric.headline,
                "per": metric.per.as_ref().map(Located::as_str),
            });
            (metric.name.value.to_string(), row)
        })
        .collect();
    let inputs: Map<String, Value> = entries
        .inputs
        .iter()
        .map(|input| {
            let row = json!({
                "label": input.label, "unit": text(input.unit.as_ref()), "role": input.role, "means": input.means,
                "bounds": input.bounds,
            });
            (input.name.value.to_string(), row)
        })
        .collect();
    let sources = super::json::sources(&entries.sources);
    super::json::text(&json!({ "metrics": metrics, "inputs": inputs, "sources": sources }))
}

/// The JSON Schema of files of cases.
#[must_use]
pub fn schema_of_cases() -> String {
    super::json::text(&crate::scenario::schema_of_cases())
}

/// The JSON Schema of scenario files under a model.
#[must_use]
pub fn schema(entries: &Entries) -> String {
    let about = |input: &InputEntry| {
        let name = input.name.value.to_string();
        let unit = text(input.unit.as_ref());
        let means = input.means.as_deref().unwrap_or_default();
        let about = format!("{} [{unit}]. {means}", label(input.label.as_ref(), &name));
        (name, about.trim_end().to_owned())
    };
    let inputs: Vec<_> = entries.inputs.iter().map(about).collect();
    let scopes: Vec<_> = entries
        .scopes
        .iter()
        .map(|scope| (scope.name.value.to_string(), scope.inputs.iter().map(about).collect()))
        .collect();
    super::json::text(&crate::scenario::schema(&inputs, &scopes))
}
