//! `forcesize run`: everything a scenario asks for, written to its folder, and a summary.

use super::args::{DataArgs, Format, LookArgs, OutArgs, ScenariosArgs, WatchArgs};
use super::deliver;
use super::earlier::Earlier;
use super::failure::Failure;
use super::load::{self, Loaded};
use super::output::{self, Artifact, MANIFEST, RESULTS};
use super::printer::Printer;
use super::watch::watch_loop;
use clap::Args;
use forcesize::analysis::monte_carlo::MonteCarlo;
use forcesize::analysis::{sizing, supply, sweep};
use forcesize::diagnostic::Severity;
use forcesize::model::own_name::{self, METRICS, REPORT};
use forcesize::model::{Assessment, Choices};
use forcesize::report::figure::{self, RenderedChart};
use forcesize::report::manifest::{Manifest, sha256};
use forcesize::report::markdown::Figure;
use forcesize::report::part::Part;
use forcesize::report::record::KEY;
use forcesize::report::{
    complaints, cost, crossing, csv, history, json, markdown, results, sizing as methods, spread, summary,
    supply as sustained,
};
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
    /// Print no summary
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
        return print_csv(&loaded, printer);
    }
    ensure_distinct_names(&loaded)?;
    for one in &loaded {
        let folder = args.out.out.join(&one.assessment.name);
        let found = || rayon::join(|| pictures(&one.assessment), || Earlier::in_folder(&folder));
        let (analysed, (pictures, earlier)) = rayon::join(|| analyse(one, printer), found);
        let analysed = analysed?;
        earlier.warn(&folder, "what this run makes is written anew", printer);
        let count = write(one, &analysed, pictures, (&folder, &earlier), args)?;
        if !args.quiet {
            printer.diagnostics(&one.diagnostics, &one.texts);
            printer.result(&summary::summary(
                &one.assessment,
                analysed.spread.as_ref(),
                &analysed.parts,
                printer.width(),
            ))?;
            printer.result(&format!("\n{}", deliver::count(one.assessment.words, count, &folder)))?;
        }
    }
    Ok(())
}

/// One table of all scenarios.
fn print_csv(loaded: &[Loaded], printer: &Printer) -> Result<(), Failure> {
    let mut rows = Vec::new();
    for one in loaded {
        let spread = draw(&one.assessment, printer)?;
        rows.extend(results::rows(&one.assessment, spread.as_ref()));
    }
    printer.result(&results::csv(rows))
}

/// Reads all scenarios before anything is written: one at fault stops them all. `looked_for` takes the files that they
/// are made of.
pub(super) fn read_all(
    of: &ScenariosArgs,
    look: &LookArgs,
    looked_for: &mut Vec<PathBuf>,
    printer: &Printer,
) -> Result<Vec<Loaded>, Failure> {
    looked_for.extend(look.style.clone());
    let mut loaded = Vec::new();
    let mut worst = None;
    // Told once for all scenarios, which are then read without it.
    let silent = LookArgs::default();
    let look = if super::look::validate_style_file(look, printer) {
        look
    } else {
        worst = Some(Failure::Reported);
        &silent
    };
    for path in of.paths() {
        match load::attempt(path, &of.set, &Choices::default()) {
            Ok(attempt) => {
                looked_for.extend(attempt.paths);
                match attempt.outcome {
                    Ok(mut one) => match super::look::apply_style(&mut one, look, printer) {
                        Ok(()) => loaded.push(one),
                        Err(failure) => worst = Some(failure),
                    },
                    Err(refused) => worst = Some(refused.said(printer)),
                }
            }
            Err(failure) => {
                looked_for.extend(path.cloned());
                worst = Some(match failure {
                    Failure::File(message, help) => {
                        printer.complain(&message, help.as_deref());
                        Failure::Reported
                    }
                    failure => failure,
                });
            }
        }
    }
    worst.map_or(Ok(loaded), Err)
}

/// Complains of two scenarios that would write into one folder.
pub(super) fn ensure_distinct_names(loaded: &[Loaded]) -> Result<(), Failure> {
    for (index, one) in loaded.iter().enumerate() {
        if loaded[..index].iter().any(|other| other.assessment.name == one.assessment.name) {
            return Err(Failure::CommandLine(
                format!("two scenarios are called `{}` and would write into one folder", one.assessment.name),
                Some("rename one of the files, or run them one by one with --out".to_owned()),
            ));
        }
    }
    Ok(())
}

fn print_json(loaded: &[Loaded], printer: &Printer) -> Result<(), Failure> {
    let mut documents = Vec::new();
    for one in loaded {
        documents.push(results(one, printer)?);
    }
    let document = if documents.len() == 1 { documents.remove(0) } else { serde_json::Value::Array(documents) };
    printer.result(&json::text(&document))
}

/// What the analyses that a scenario asks for found.
pub(super) struct Analysed {
    /// The metrics' spread, which the summary shows beside their values.
    spread: Option<MonteCarlo>,
    pub parts: Vec<Part>,
}

/// Does the analyses that the scenario asks for, side by side where none needs another.
pub(super) fn analyse(one: &Loaded, printer: &Printer) -> Result<Analysed, Failure> {
    let assessment = &one.assessment;
    let sizing = sizing::run(assessment);
    let required = || methods::says_something(&sizing).then(|| methods::part(assessment, &sizing));
    let held = || {
        let evidence = one.evidence.as_ref().filter(|_| assessment.purpose.is_some());
        evidence.map(|evidence| history::part(evidence, assessment))
    };
    let drawn = || -> Result<_, Failure> {
        let spread = draw(assessment, printer)?;
        let sustained = || {
            assessment.supply.as_ref().ok().map(|supply| {
                let verdict = supply::run(assessment, supply, &sizing, spread.as_ref());
                sustained::part(assessment, supply, (&sizing, &verdict), spread.as_ref())
            })
        };
        let spreads = || spread.as_ref().map(|results| spread::part(assessment, results, true));
        let (sustained, spreads) = rayon::join(sustained, spreads);
        Ok((sustained, spreads, spread.map(MonteCarlo::without_samples)))
    };
    let searched = || {
        let settings = super::monte_carlo::settings(assessment);
        rayon::join(|| crossing::parts(assessment, settings), || super::discover::part(assessment))
    };
    let stated = || (required(), cost::parts(assessment, &sizing), held());
    let ((drawn, (required, costs, held)), (moving, (crossings, failing))) =
        rayon::join(|| rayon::join(drawn, stated), || rayon::join(|| super::sensitivity::parts(assessment), searched));
    let (sustained, spreads, spread) = drawn?;
    let parts = required.into_iter().chain(costs).chain(sustained).chain(spreads).chain(moving?);
    let parts = parts.chain(crossings).chain(failing?).chain(held).collect();
    Ok(Analysed { spread, parts })
}

/// The samples that the scenario asks for, if it does and an input has a range.
fn draw(assessment: &Assessment, printer: &Printer) -> Result<Option<MonteCarlo>, Failure> {
    if !assessment.sampling.wanted || assessment.uncertain().is_empty() {
        return Ok(None);
    }
    super::monte_carlo::results(assessment, super::monte_carlo::settings(assessment), printer).map(Some)
}

/// results.json of a scenario, with all that it asks for.
pub fn results(one: &Loaded, printer: &Printer) -> Result<serde_json::Value, Failure> {
    Ok(document(one, &analyse(one, printer)?.parts))
}

/// results.json: inputs and metrics, every analysis under its key, and what it was all computed from.
fn document(one: &Loaded, parts: &[Part]) -> serde_json::Value {
    let mut document = json::results(&one.assessment);
    for part in parts {
        document[part.id.as_str()] = part.json.clone();
    }
    document[KEY] = one.record.json();
    document
}

/// Writes a scenario's results and gives the number of files.
fn write(
    one: &Loaded,
    analysed: &Analysed,
    (charts, swept): (Vec<RenderedChart>, Vec<Artifact>),
    (folder, earlier): (&Path, &Earlier),
    args: &RunArgs,
) -> Result<usize, Failure> {
    let (assessment, parts, spread) = (&one.assessment, &analysed.parts, analysed.spread.as_ref());
    let warnings = warnings(one);
    let figures: Vec<Figure> = charts
        .iter()
        .map(|drawn| Figure { path: format!("charts/{}.svg", drawn.id), title: drawn.title.clone() })
        .collect();
    let drawn: Vec<&RenderedChart> = charts.iter().chain(parts.iter().flat_map(|part| &part.figures)).collect();
    // While somebody waits for each save, pictures in pixels take too long, unless they are asked for.
    let formats = if args.watch.watch && args.out.format.is_empty() { &[Format::Svg] } else { args.out.formats() };
    // The page takes longest.
    let page = || super::report::artifact(one, parts, &charts, &warnings, &args.of.set.set);
    let text =
        || Artifact::new(format!("{}.md", REPORT.stem), markdown::report(assessment, &figures, &warnings, parts));
    let tables = || {
        rayon::join(
            || Artifact::new(RESULTS, json::text(&document(one, parts))),
            || {
                let results = Artifact::new(own_name::RESULTS.csv(), results::csv(results::rows(assessment, spread)));
                (results, Artifact::new(METRICS.csv(), csv::metrics(assessment)))
            },
        )
    };
    let ((page, (text, (document, (results, metrics)))), drawings) = rayon::join(
        || rayon::join(page, || rayon::join(text, tables)),
        || deliver::charts(&drawn, formats, &assessment.look),
    );
    let mut artifacts = vec![document, results, metrics];
    for chart in &assessment.charts {
        artifacts.push(Artifact::new(format!("{}.csv", chart.id), csv::chart(assessment, chart)));
    }
    artifacts.extend(swept);
    artifacts.extend(deliver::data(parts));
    artifacts.extend([text, page?]);
    artifacts.extend(drawings?);
    let hashed = artifacts.par_iter().map(|artifact| (artifact.path.clone(), sha256(&artifact.bytes)));
    let manifest = Manifest {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        scenario: assessment.name.clone(),
        lang: assessment.words.named(),
        set: args.of.set.set.clone(),
        written: hashed.collect(),
        charts: drawn.iter().map(|drawn| drawn.id.clone()).collect(),
        files: one.files(),
    };
    artifacts.push(Artifact::new(MANIFEST, manifest.to_toml()));
    output::exchange(folder, &artifacts, &earlier.leftovers(folder, &manifest))?;
    Ok(artifacts.len())
}

/// The charts that belong to no analysis, and the data of those that a sweep makes.
pub(super) fn pictures(assessment: &Assessment) -> (Vec<RenderedChart>, Vec<Artifact>) {
    let mut drawn: Vec<RenderedChart> =
        assessment.charts.par_iter().map(|chart| figure::bars(assessment, chart)).collect();
    let swept = assessment.sweeps.par_iter().map(|plan| {
        let results = sweep::run(assessment, plan);
        let data = Artifact::new(format!("{}.csv", plan.id), csv::sweep(assessment, plan, &results));
        (data, figure::sweep(assessment, plan, &results))
    });
    let (artifacts, figures): (Vec<Artifact>, Vec<Vec<RenderedChart>>) = swept.unzip();
    drawn.extend(figures.into_iter().flatten());
    (drawn, artifacts)
}

/// What was odd in a scenario, in the language of its reports.
pub(super) fn warnings(one: &Loaded) -> Vec<String> {
    let sorted = one.diagnostics.sorted();
    let warnings = sorted.iter().filter(|item| item.severity == Severity::Warning);
    warnings.map(|item| complaints::said(item, one.assessment.words)).collect()
}
