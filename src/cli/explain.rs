//! `forcesize explain`: why a number is what it is.

use super::failure::Failure;
use super::flags::{DataArgs, SetArgs};
use super::load::{self, Loaded};
use super::printer::Printer;
use super::studied;
use clap::Args;
use forcesize::analysis::monte_carlo::PercentileRanges;
use forcesize::args;
use forcesize::diagnostic::did_you_mean;
use forcesize::language::Localizer;
use forcesize::model::{Assessment, Input, MetricId, Provenance};
use forcesize::quantity::number::plain;
use forcesize::report::csv;
use forcesize::report::explain::{self, Derivation, Step};
use forcesize::report::markdown::origin;
use forcesize::report::wording::{RESULT_DIGITS, Wording};
use forcesize::scenario::{InputEntry, SourceEntry};
use serde_json::{Value, json};
use std::path::PathBuf;

/// Arguments of `explain`.
#[derive(Args)]
pub struct ExplainArgs {
    /// A scenario file, if not the built-in one, and the metrics to explain; all headline metrics where none is named
    #[arg(value_name = "[SCENARIO] METRIC")]
    pub words: Vec<String>,
    /// Values set over the scenario's
    #[command(flatten)]
    pub set: SetArgs,
    /// For programs
    #[command(flatten)]
    pub data: DataArgs,
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
    let all = assessment.calculation.metrics.keys();
    let metrics: Vec<MetricId> = if names.is_empty() {
        let headlines: Vec<MetricId> =
            all.clone().filter(|metric| assessment.calculation.metrics[*metric].headline).collect();
        if headlines.is_empty() { all.collect() } else { headlines }
    } else {
        names.iter().map(|name| find(&loaded, name)).collect::<Result<_, _>>()?
    };
    if metrics.is_empty() {
        let help = "`forcesize metrics` shows the formula of each, and the inputs in it";
        return Err(Failure::File("the scenario has the inputs of no metric".to_owned(), Some(help.to_owned())));
    }
    if args.data.json {
        let all: Vec<Value> =
            metrics.iter().map(|metric| as_json(assessment, &explain::explain(assessment, *metric))).collect();
        return printer.result(&format!("{:#}", Value::Array(all)));
    }
    if args.data.csv {
        return printer.result(&as_csv(assessment, &metrics));
    }
    let lines = |metric: MetricId| {
        if args.all { explain::explain(assessment, metric) } else { explain::explain_briefly(assessment, metric) }
    };
    let drawn = studied::samples(assessment, printer)?;
    let ranges = PercentileRanges::new(&assessment.calculation, drawn.as_ref());
    let text = |metric: &MetricId| as_text(assessment, &ranges, &lines(*metric), printer.width());
    let blocks: Vec<String> = metrics.iter().map(text).collect();
    printer.result(&blocks.join("\n"))
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
            Some(format!("it comes from: {}", origin(assessment, &input.provenance, Localizer::default()))),
        ));
    }
    let known = assessment.calculation.metrics.iter().map(|metric| metric.id.as_str());
    let known = known.chain(assessment.calculation.unavailable.iter().map(|metric| metric.id.as_str()));
    let help = did_you_mean(name, known).unwrap_or_else(|| "`forcesize metrics` lists the metrics".to_owned());
    Err(Failure::CommandLine(format!("no metric is called `{name}`"), Some(help)))
}

/// Columns that words have at least.
const ROOM: usize = 32;

fn as_text(assessment: &Assessment, ranges: &PercentileRanges, lines: &[Derivation], width: usize) -> String {
    let words = assessment.words;
    let from = |of: &Provenance| words.format("explain-from", args![origin = citations(assessment, of)]);
    let mut text = String::new();
    for line in lines {
        // A chain of hundreds of metrics would walk off the page.
        let indent = "  ".repeat(line.depth.min(12));
        let mut add = |content: &str| {
            // What does not fit goes on under its own beginning, a little further in.
            let pad = content.len() - content.trim_start().len();
            // Far in on a narrow terminal there would be no room left for words.
            let pad = pad.min(width.saturating_sub(indent.len() + ROOM));
            let first = format!("{indent}{}", " ".repeat(pad));
            let rest = format!("{first}  ");
            let options = textwrap::Options::new(width)
                .break_words(false)
                .initial_indent(&first)
                .subsequent_indent(&rest)
                .word_splitter(textwrap::WordSplitter::NoHyphenation);
            text.push_str(&textwrap::fill(content.trim_start(), options));
            text.push('\n');
        };
        match &line.step {
            Step::Metric { metric, result, .. } if line.seen => {
                add(&format!(
                    "{} = {result}  {}",
                    assessment.calculation.metrics[*metric].id,
                    words.text("explained-above")
                ));
            }
            Step::Metric { metric, formula, substituted, result } => {
                let metric = &assessment.calculation.metrics[*metric];
                let pad = " ".repeat(metric.id.chars().count());
                add(&format!("{} = {formula}", metric.id));
                add(&format!("{pad} = {substituted}"));
                add(&format!("{pad} = {result}"));
                if let Some(spread) = explain::spread(assessment, ranges, metric) {
                    add(&format!("{pad}   {spread}"));
                }
                add(&format!("{pad}   {}. {}", metric.label, metric.means));
                add(&format!("{pad}   {}", from(&metric.provenance)));
            }
            Step::More { name, count, sum } => {
                add(&words.format("explain-more", args![count = *count, name = name, sum = sum]));
            }
            Step::Input { input, value, .. } if line.seen => {
                add(&format!("{} = {value}", assessment.calculation.inputs[*input].id));
            }
            Step::Input { input, value, range } => {
                let input = &assessment.calculation.inputs[*input];
                let pad = " ".repeat(input.id.chars().count());
                let counting = input.counting.as_ref().map_or_else(String::new, |rule| {
                    format!(
                        ", {}",
                        words.format("strength-counted", args![rule = words.choice("counting", rule.word())])
                    )
                });
                let range = range.as_ref().map_or_else(String::new, |range| {
                    format!(", {}{}", words.format("explain-range", args![range = range]), ends(assessment, input))
                });
                add(&format!("{} = {value}{counting}{range}", input.id));
                add(&format!("{pad}   {}", from(&input.provenance)));
                if let Some(note) = &input.note {
                    add(&format!("{pad}   {}", words.format("explain-note", args![note = note])));
                }
            }
        }
    }
    text
}

/// The ends of a range whose sources are told apart, each with how people cite them: `; 1,250 km: Syrskyi (May 2025)`.
fn ends(assessment: &Assessment, input: &Input) -> String {
    let words = assessment.words;
    let cite = |key: &String| assessment.source(key).map_or_else(|| key.clone(), SourceEntry::short);
    let ends = input.sourced_ends().into_iter().map(|(end, keys)| {
        let end = words.attach(&input.unit, &words.significant(end, RESULT_DIGITS));
        let cited: Vec<String> = keys.iter().map(cite).collect();
        format!("; {}", words.format("place-of", args![of = end, what = cited.join(", ")]))
    });
    ends.collect()
}

/// Where a figure comes from, with the titles of its sources.
fn citations(assessment: &Assessment, provenance: &Provenance) -> String {
    let titles = provenance.sources.iter().filter_map(|key| {
        let source = assessment.source(key)?;
        let seen = source
            .field("seen")
            .filter(|seen| *seen != "full")
            .map_or_else(String::new, |seen| format!(", {}", assessment.words.choice("seen", seen)));
        Some(format!("{} ({key}{seen})", source.field("title").unwrap_or(key)))
    });
    let titles: Vec<String> = titles.collect();
    if titles.is_empty() {
        return origin(assessment, provenance, assessment.words);
    }
    let words = assessment.words;
    let titles = titles.join("; ");
    let all = match &provenance.assumed {
        Some(why) => format!("{titles}; {}", words.format("origin-assumed", args![why = why])),
        None => titles,
    };
    if provenance.model { words.format("origin-model", args![from = all]) } else { all }
}

/// A row for each step: `explained,depth,kind,id,label,formula,value,unit,sources,assumed`.
fn as_csv(assessment: &Assessment, metrics: &[MetricId]) -> String {
    let header = ["explained", "depth", "kind", "id", "label", "formula", "value", "unit", "sources", "assumed"];
    let rows = metrics.iter().flat_map(|explained| {
        let steps = explain::explain(assessment, *explained).into_iter().filter(|line| !line.seen);
        steps.filter_map(|line| {
            let number = |value: f64| if value.is_finite() { plain(value) } else { String::new() };
            let (kind, id, label, formula, value, unit, from) = match line.step {
                Step::Metric { metric, formula, .. } => {
                    let it = &assessment.calculation.metrics[metric];
                    ("metric", &it.id, &it.label, formula, it.shown_value(), it.unit.text(), &it.provenance)
                }
                Step::Input { input, .. } => {
                    let it = &assessment.calculation.inputs[input];
                    ("input", &it.id, &it.label, String::new(), it.shown_value(), it.unit.text(), &it.provenance)
                }
                // The full derivation explains every member.
                Step::More { .. } => return None,
            };
            Some(vec![
                assessment.calculation.metrics[*explained].id.clone(),
                line.depth.to_string(),
                kind.to_owned(),
                id.clone(),
                label.clone(),
                formula,
                number(value),
                unit.to_owned(),
                from.sources.join(" "),
                from.assumed.clone().unwrap_or_default(),
            ])
        })
    });
    csv::write(&header, rows)
}

/// The sources of the ends of a range that are told apart.
fn range_sources(input: &Input) -> Value {
    let ends = InputEntry::ENDS.iter().zip(&input.provenance.ends).filter(|(_, keys)| !keys.is_empty());
    Value::Object(ends.map(|(end, keys)| ((*end).to_owned(), json!(keys))).collect())
}

fn as_json(assessment: &Assessment, lines: &[Derivation]) -> Value {
    let steps = lines.iter().filter(|line| !line.seen).map(|line| match &line.step {
        Step::Metric { metric, formula, substituted, result } => {
            let metric = &assessment.calculation.metrics[*metric];
            json!({ "depth": line.depth, "metric": metric.id, "label": metric.label, "formula": formula,
                "substituted": substituted, "result": result, "value": metric.shown_value(),
                "unit": metric.unit.text(), "sources": metric.provenance.sources, "assumed": metric.provenance.assumed })
        }
        Step::More { name, count, sum } => json!({ "depth": line.depth, "more": name, "count": count, "sum": sum }),
        Step::Input { input, value, range } => {
            let input = &assessment.calculation.inputs[*input];
            json!({ "depth": line.depth, "input": input.id, "label": input.label, "result": value, "range": range,
                "range_sources": range_sources(input),
                "value": input.shown_value(), "unit": input.unit.text(), "sources": input.provenance.sources,
                "assumed": input.provenance.assumed, "set": input.provenance.set,
                "from": input.provenance.model.then_some("model"), "note": input.note })
        }
    });
    Value::Array(steps.collect())
}
