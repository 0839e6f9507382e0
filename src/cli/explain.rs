//! `forcesize explain`: why a number is what it is.

use super::failure::Failure;
use super::flags::{DataArgs, SetArgs, TableArgs};
use super::load::{self, Loaded};
use super::nothing;
use super::printer::Printer;
use super::studied;
use clap::Args;
use forcesize::analysis::monte_carlo::PercentileRanges;
use forcesize::diagnostic::did_you_mean;
use forcesize::evidence::Observed;
use forcesize::language::Localizer;
use forcesize::model::{Assessment, InputId, MetricId};
use forcesize::report::wording::Wording;
use forcesize::report::{explain, observed, origin};
use serde_json::Value;
use std::path::PathBuf;

/// Arguments of `explain`.
#[derive(Args)]
pub struct ExplainArgs {
    /// A scenario file, if not the built-in one, and the metrics or the inputs to explain; all headline metrics where none is named
    #[arg(value_name = "[SCENARIO] METRIC", value_hint = clap::ValueHint::FilePath)]
    pub words: Vec<String>,
    /// Values set over the scenario's
    #[command(flatten)]
    pub set: SetArgs,
    /// For programs
    #[command(flatten)]
    pub data: DataArgs,
    /// How CSV is written
    #[command(flatten)]
    pub tables: TableArgs,
    /// Of the many members of a scope explain all, not the largest alone; JSON always has all
    #[arg(long)]
    pub all: bool,
}

pub fn run(args: &ExplainArgs, printer: &Printer) -> Result<(), Failure> {
    // The first word is a scenario when it looks like a file, not like a metric's name, or is the built-in one's.
    let is_file = |word: &str| {
        let path = std::path::Path::new(word);
        word == load::STANDARD_INPUT
            || word.contains(['/', '\\'])
            || path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"))
    };
    let (path, names) = match args.words.split_first() {
        Some((first, rest)) if load::named(&PathBuf::from(first)).is_none() => (None, rest),
        Some((first, rest)) if is_file(first) => (Some(PathBuf::from(first)), rest),
        _ => (None, &args.words[..]),
    };
    let loaded = load::scenario(path.as_ref(), &args.set, printer)?;
    let assessment = &loaded.assessment;
    let subjects: Vec<Subject<'_>> = if names.is_empty() {
        let all = assessment.calculation.metrics.keys();
        let headlines: Vec<MetricId> =
            all.clone().filter(|metric| assessment.calculation.metrics[*metric].headline).collect();
        let metrics = if headlines.is_empty() { all.collect() } else { headlines };
        metrics.into_iter().map(Subject::Metric).collect()
    } else {
        printer.all(names.iter().map(|name| subject(&loaded, name)))?
    };
    if subjects.is_empty() {
        return nothing::no_metric(&loaded, args.data, printer);
    }
    let has_metric = subjects.iter().any(|subject| matches!(subject, Subject::Metric(_)));
    let drawn = if has_metric { studied::samples(assessment, printer)? } else { None };
    let ranges = PercentileRanges::new(&assessment.calculation, drawn.as_ref());
    if args.data.json || args.data.csv {
        let rows = printer.all(subjects.iter().map(|subject| rows(assessment, subject)))?;
        if args.data.csv {
            return printer.result(&args.tables.written(&explain::csv(assessment, &ranges, &rows)));
        }
        let json = rows.iter().map(|rows| explain::json(assessment, &ranges, rows)).collect();
        return printer.result(&format!("{:#}", Value::Array(json)));
    }
    let text = |subject: &Subject<'_>| {
        let rows = match subject {
            Subject::Metric(metric) if !args.all => explain::explain_briefly(assessment, *metric),
            Subject::Metric(metric) => explain::explain(assessment, *metric),
            Subject::Input(input) => explain::explain_input(assessment, *input),
            Subject::Observed(name) => return observations(assessment, name, printer.width()),
        };
        explain::terminal(assessment, &ranges, &rows, printer.width())
    };
    let blocks: Vec<String> = subjects.iter().map(text).collect();
    printer.result(&blocks.join("\n"))
}

/// What is explained.
enum Subject<'a> {
    Metric(MetricId),
    Input(InputId),
    /// An input that the scenario does without, of which something was observed: what its author may look for.
    Observed(&'a str),
}

fn subject<'a>(loaded: &Loaded, name: &'a str) -> Result<Subject<'a>, Failure> {
    let assessment = &loaded.assessment;
    if let Some(input) = assessment.calculation.input(name) {
        return Ok(Subject::Input(input));
    }
    if Observed::of(name).next().is_some() {
        return Ok(Subject::Observed(name));
    }
    find(loaded, name).map(Subject::Metric).map_err(|unknown| near_input(assessment, name, unknown))
}

/// The rows of a subject for programs.
fn rows<'a>(assessment: &'a Assessment, subject: &Subject<'_>) -> Result<Vec<explain::Row<'a>>, Failure> {
    match subject {
        Subject::Metric(metric) => Ok(explain::explain(assessment, *metric)),
        Subject::Input(input) => Ok(explain::explain_input(assessment, *input)),
        Subject::Observed(name) => Err(Failure::CommandLine(
            format!("the scenario has no input `{name}`"),
            Some("what was observed of it is told without --json and --csv".to_owned()),
        )),
    }
}

fn observations(assessment: &Assessment, name: &str, width: usize) -> String {
    let options = textwrap::Options::new(width).break_words(false).initial_indent("  ").subsequent_indent("    ");
    let lines = observed::sentences(assessment.words, name, None);
    lines.iter().fold(format!("{name}\n"), |text, line| text + &textwrap::fill(line, &options) + "\n")
}

/// What to say of a name that nothing has, where that of an input is nearer than those of all metrics.
fn near_input(assessment: &Assessment, name: &str, unknown: Failure) -> Failure {
    let calculation = &assessment.calculation;
    let metrics = || {
        let known = calculation.metrics.iter().map(|metric| metric.id.as_str());
        known.chain(calculation.unavailable.iter().map(|metric| metric.id.as_str()))
    };
    let near = did_you_mean(name, metrics().chain(calculation.inputs.iter().map(|input| input.id.as_str())));
    let is_known = metrics().any(|metric| metric == name);
    match near {
        Some(help) if !is_known && did_you_mean(name, metrics()).as_ref() != Some(&help) => {
            Failure::CommandLine(format!("no metric or input is called `{name}`"), Some(help))
        }
        _ => unknown,
    }
}

pub fn find(loaded: &Loaded, name: &str) -> Result<MetricId, Failure> {
    let assessment = &loaded.assessment;
    if let Some(metric) = assessment.calculation.metric(name) {
        return Ok(metric);
    }
    if let Some(missing) = assessment.calculation.unavailable.iter().find(|metric| metric.id == name) {
        let needs = missing.needs.iter().map(|need| format!("`{need}`")).collect::<Vec<_>>().join(", ");
        return Err(Failure::CommandLine(
            format!("`{name}` is not available in this scenario: needs {needs}"),
            Some("give it in the scenario, or with --set NAME=VALUE".to_owned()),
        ));
    }
    if let Some(input) = assessment.calculation.input(name) {
        let input = &assessment.calculation.inputs[input];
        return Err(Failure::CommandLine(
            format!("`{name}` is an input, {}; there is nothing to compute", input.value_text(assessment.words)),
            Some(format!("it comes from: {}", origin::cited(assessment, &input.provenance, Localizer::default()))),
        ));
    }
    let known = assessment.calculation.metrics.iter().map(|metric| metric.id.as_str());
    let known = known.chain(assessment.calculation.unavailable.iter().map(|metric| metric.id.as_str()));
    let help = did_you_mean(name, known)
        .or_else(|| named_like(loaded, name))
        .unwrap_or_else(|| "`forcesize metrics` lists the metrics".to_owned());
    Err(Failure::CommandLine(format!("no metric is called `{name}`"), Some(help)))
}

/// Metrics that are listed where a word is part of many.
const MOST_LISTED: usize = 8;

/// The metrics that have a word in their name or label, those that can be computed first.
fn named_like(loaded: &Loaded, word: &str) -> Option<String> {
    let calculation = &loaded.assessment.calculation;
    let word = word.trim().to_lowercase();
    let has = |text: &str| text.to_lowercase().contains(&word);
    let known = calculation.metrics.iter().map(|metric| (&metric.id, &metric.label));
    let known = known.filter(|(id, label)| has(id) || has(label)).map(|(id, _)| id);
    let missing = calculation.unavailable.iter().map(|missing| &missing.id).filter(|id| has(id));
    let mut found: Vec<String> = known.chain(missing).map(|id| format!("`{id}`")).collect();
    if word.is_empty() || found.is_empty() {
        return None;
    }
    let more = found.len().saturating_sub(MOST_LISTED);
    found.truncate(MOST_LISTED);
    let more = if more == 0 { String::new() } else { format!(" and {more} more: `forcesize metrics` lists all") };
    Some(format!("metrics with \"{word}\" in the name or label: {}{more}", found.join(", ")))
}
