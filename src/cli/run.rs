//! `forcesize run`: everything a scenario asks for, written to its folder, and a summary.

use super::artifact::{Artifact, MANIFEST, RESULTS};
use super::deliver;
use super::documents;
use super::earlier::Earlier;
use super::failure::Failure;
use super::flags::{DataArgs, Format, OutArgs, ScenariosArgs, WatchArgs};
use super::load::Loaded;
use super::output;
use super::printer::Printer;
use super::studied::{Studied, ensure_distinct_names, read_all, samples, study, warnings};
use super::watch::watch_loop;
use clap::Args;
use forcesize::model::own_name::{self, METRICS, REPORT};
use forcesize::report::answer::Places;
use forcesize::report::figure::RenderedChart;
use forcesize::report::format::KEY;
use forcesize::report::manifest::{Manifest, sha256};
use forcesize::report::markdown::{Figure, Parts};
use forcesize::report::{csv, json, markdown, results, study as shown, summary};
use rayon::prelude::*;
use std::path::{Path, PathBuf};

/// Arguments of `run`.
#[derive(Args)]
#[command(
    mut_arg("json", |json| json.help("Print results.json to standard output and write no files")),
    mut_arg("csv", |csv| csv.help("Print results.csv to standard output and write no files"))
)]
pub struct RunArgs {
    /// The scenarios
    #[command(flatten)]
    pub of: ScenariosArgs,
    /// Where results go
    #[command(flatten)]
    pub out: OutArgs,
    /// For programs
    #[command(flatten)]
    pub data: DataArgs,
    /// Going on
    #[command(flatten)]
    pub watch: WatchArgs,
    /// Print every part with its tables below the answer, the most important first
    #[arg(long, conflicts_with = "quiet")]
    pub full: bool,
    /// Print the smallest and the largest value of each headline metric over all declared ranges, too
    #[arg(long, requires = "full")]
    pub ends: bool,
    /// Print no answer
    #[arg(long, short)]
    pub quiet: bool,
}

pub fn run(args: &RunArgs, printer: &Printer) -> Result<(), Failure> {
    watch_loop(args.watch.watch, &args.of.scenarios, printer, |looked_for| run_once(args, looked_for, printer))
}

/// Runs all scenarios; `looked_for` takes the files that they are made of.
fn run_once(args: &RunArgs, looked_for: &mut Vec<PathBuf>, printer: &Printer) -> Result<(), Failure> {
    let loaded = read_all(&args.of, &args.out.look, looked_for, printer)?;
    if args.data.json || args.data.csv || args.quiet {
        for one in &loaded {
            one.print_override_warnings(printer);
        }
    }
    if args.data.json {
        return print_json(&loaded, printer);
    }
    if args.data.csv {
        return print_csv(&loaded, &args.out, printer);
    }
    ensure_distinct_names(&loaded)?;
    for one in &loaded {
        let folder = one.folder(args.out.out.as_deref());
        documents::ensure_closed(&folder, &args.out)?;
        let (studied, earlier) = rayon::join(|| study(one, printer), || Earlier::in_folder(&folder));
        let studied = studied?;
        earlier.warn(&folder, "what this run makes is written anew", printer);
        deliver::warn_of_boxes(&drawn(&studied), &one.assessment.requests.look, printer);
        let count = write(one, &studied, (&folder, &earlier), args)?;
        if !args.quiet {
            printer.diagnostics(&one.diagnostics, &one.texts);
            let page = folder.join(super::report::NAME).display().to_string();
            let places = Places::new(Some(page), one.argument());
            let (words, width) = (one.assessment.words, printer.width());
            if args.full {
                printer.result(&format!("{}\n", studied.answer.alone(words, width)))?;
                let samples = studied.results.samples.as_ref();
                printer.result(&summary::full(&one.assessment, samples, &studied.sections, width))?;
                if args.ends {
                    let ends = summary::ends(&one.assessment, &studied.results.extremes);
                    printer.result(&format!("\n{}", ends.terminal(width)))?;
                }
                printer.result(&format!("\n{}", deliver::count(words, count, &folder)))?;
                printer.result(&studied.answer.read_on(&places, width))?;
            } else {
                printer.result(&studied.answer.terminal(words, &places, width))?;
            }
        }
    }
    Ok(())
}

/// One table of all scenarios.
fn print_csv(loaded: &[Loaded], out: &OutArgs, printer: &Printer) -> Result<(), Failure> {
    let mut rows = Vec::new();
    for one in loaded {
        let drawn = samples(&one.assessment, printer)?;
        rows.extend(results::rows(&one.assessment, drawn.as_ref()));
    }
    printer.result(&out.tables.written(&results::csv(rows)))
}

fn print_json(loaded: &[Loaded], printer: &Printer) -> Result<(), Failure> {
    let mut documents = Vec::new();
    for one in loaded {
        documents.push(results(one, printer)?);
    }
    let document = if documents.len() == 1 { documents.remove(0) } else { serde_json::Value::Array(documents) };
    printer.result(&json::text(&document))
}

/// results.json of a scenario, with all that it asks for.
pub fn results(one: &Loaded, printer: &Printer) -> Result<serde_json::Value, Failure> {
    Ok(document(one, &study(one, printer)?))
}

/// results.json: inputs and metrics, every analysis under its key, and what it was all computed from.
fn document(one: &Loaded, studied: &Studied) -> serde_json::Value {
    let mut document = json::results(&one.assessment, &studied.results.extremes);
    document["answer"] = studied.answer.json();
    for section in &studied.sections {
        document[section.id.as_str()] = section.json.clone();
    }
    document[KEY] = one.record.json();
    document
}

/// All charts of a run.
fn drawn(studied: &Studied) -> Vec<&RenderedChart> {
    studied.charts.iter().chain(studied.sections.iter().flat_map(|section| &section.figures)).collect()
}

/// Writes a scenario's results and gives the number of files.
fn write(
    one: &Loaded,
    studied: &Studied,
    (folder, earlier): (&Path, &Earlier),
    args: &RunArgs,
) -> Result<usize, Failure> {
    let (assessment, sections, charts) = (&one.assessment, &studied.sections, &studied.charts);
    let warnings = warnings(one);
    // While somebody waits for each save, pictures in pixels take too long, unless they are asked for.
    let formats =
        if args.watch.watch && args.out.pictures().is_empty() { vec![Format::Svg] } else { args.out.formats() };
    let written = |table: String| args.out.tables.written(&table);
    // Pictures in pixels are shown everywhere; those in PDF can be linked to at best.
    let ending =
        [Format::Png, Format::Svg].into_iter().find(|format| formats.contains(format)).map_or("pdf", Format::ending);
    let figures: Vec<Figure> = charts
        .iter()
        .map(|drawn| Figure { path: format!("charts/{}.{ending}", drawn.id), title: drawn.title.clone() })
        .collect();
    let drawn = drawn(studied);
    // The page takes longest.
    let page = || super::report::artifact(one, studied, &warnings);
    let ranges = &studied.results.ranges;
    let text = || {
        let report = markdown::report(
            assessment,
            &Parts { answer: &studied.answer, ranges, figures: &figures, warnings: &warnings, sections, ending },
        );
        Artifact::new(format!("{}.md", REPORT.stem), report)
    };
    let tables = || {
        rayon::join(
            || Artifact::new(RESULTS, json::text(&document(one, studied))),
            || {
                let long = Artifact::new(
                    own_name::RESULTS.csv(),
                    written(results::csv(results::rows(assessment, studied.results.samples.as_ref()))),
                );
                (long, Artifact::new(METRICS.csv(), written(csv::metrics(assessment, &studied.results.extremes))))
            },
        )
    };
    let ((page, (text, (document, (results, metrics)))), drawings) = rayon::join(
        || rayon::join(page, || rayon::join(text, tables)),
        || deliver::charts(&drawn, &formats, &assessment.requests.look),
    );
    let mut artifacts = vec![document, results, metrics];
    let tables = shown::tables(assessment, &studied.results);
    artifacts.extend(tables.into_iter().map(|(name, content)| Artifact::new(name, written(content))));
    artifacts.extend(deliver::data(sections, args.out.tables));
    artifacts.extend([text, page?]);
    artifacts.extend(documents::of_run(one, studied, &warnings, &args.out)?);
    artifacts.extend(drawings?);
    let hashed = artifacts.par_iter().map(|artifact| (artifact.path.clone(), sha256(&artifact.bytes)));
    let manifest = Manifest {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        scenario: assessment.name.clone(),
        lang: assessment.words.named(),
        set: one.record.set.clone(),
        written: hashed.collect(),
        charts: drawn.iter().map(|drawn| drawn.id.clone()).collect(),
        files: one.files(),
    };
    artifacts.push(Artifact::new(MANIFEST, manifest.to_toml()));
    output::exchange(folder, &artifacts, &earlier.leftovers(folder, &manifest))?;
    Ok(artifacts.len())
}
