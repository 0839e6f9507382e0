//! `forcesize run`: everything a scenario asks for, written to its folder, and a summary.

use super::args::{Format, RunArgs};
use super::failure::Failure;
use super::load::{self, Loaded};
use super::output::{self, Artifact};
use super::printer::Printer;
use forcesize::analysis::monte_carlo::MonteCarlo;
use forcesize::analysis::sweep;
use forcesize::diagnostic::Severity;
use forcesize::model::Assessment;
use forcesize::report::chart::export;
use forcesize::report::figure::{self, Drawn};
use forcesize::report::manifest::Manifest;
use forcesize::report::markdown::Figure;
use forcesize::report::{csv, json, markdown, spread, summary};
use rayon::prelude::*;
use std::path::{Path, PathBuf};

pub fn run(args: &RunArgs, printer: &Printer) -> Result<(), Failure> {
    let paths: Vec<Option<&PathBuf>> =
        if args.scenarios.is_empty() { vec![None] } else { args.scenarios.iter().map(Some).collect() };
    // All scenarios are read before anything is written: one at fault stops them all.
    let mut loaded = Vec::new();
    let mut worst = None;
    for path in paths {
        match load::scenario(path, &args.set.set, printer) {
            Ok(one) => loaded.push(one),
            Err(Failure::File(message, help)) => {
                printer.complain(&message, help.as_deref());
                worst = Some(Failure::Said);
            }
            Err(failure) => worst = Some(failure),
        }
    }
    if let Some(failure) = worst {
        return Err(failure);
    }
    if args.json {
        return print_json(&loaded, printer);
    }
    for (index, one) in loaded.iter().enumerate() {
        if loaded[..index].iter().any(|other| other.assessment.name == one.assessment.name) {
            return Err(Failure::CommandLine(
                format!("two scenarios are called `{}` and would write into one folder", one.assessment.name),
                Some("rename one of the files, or run them one by one with --out".to_owned()),
            ));
        }
    }
    for one in &loaded {
        let folder = args.out.out.join(&one.assessment.name);
        let spread = draw(&one.assessment)?;
        let count = write(one, spread.as_ref(), &folder, args)?;
        if !args.quiet {
            printer.diagnostics(&one.diagnostics, &one.texts);
            printer.result(&summary::summary(&one.assessment, spread.as_ref(), printer.width()))?;
            printer.result(&format!("\n{count} files in {}", folder.display()))?;
        }
    }
    Ok(())
}

fn print_json(loaded: &[Loaded], printer: &Printer) -> Result<(), Failure> {
    let mut documents = Vec::new();
    for one in loaded {
        documents.push(document(&one.assessment, draw(&one.assessment)?.as_ref()));
    }
    let document = if documents.len() == 1 { documents.remove(0) } else { serde_json::Value::Array(documents) };
    printer.result(&json::text(&document))
}

/// The samples that the scenario asks for, if it does and an input has a range.
fn draw(assessment: &Assessment) -> Result<Option<MonteCarlo>, Failure> {
    if !assessment.sampling.wanted || assessment.uncertain().is_empty() {
        return Ok(None);
    }
    super::monte_carlo::results(assessment, super::monte_carlo::settings(assessment)).map(Some)
}

/// results.json: inputs and metrics, and under `monte_carlo` their spread where it was asked for.
fn document(assessment: &Assessment, spread: Option<&MonteCarlo>) -> serde_json::Value {
    let mut document = json::results(assessment);
    if let Some(results) = spread {
        document["monte_carlo"] = spread::json(assessment, results);
    }
    document
}

/// Writes a scenario's results and gives the number of files.
fn write(one: &Loaded, spread: Option<&MonteCarlo>, folder: &Path, args: &RunArgs) -> Result<usize, Failure> {
    let assessment = &one.assessment;
    let mut artifacts = vec![Artifact::new("metrics.csv", csv::metrics(assessment))];
    let mut drawn: Vec<Drawn> = assessment.charts.iter().map(|chart| figure::bars(assessment, chart)).collect();
    for chart in &assessment.charts {
        artifacts.push(Artifact::new(format!("{}.csv", chart.id), csv::chart(assessment, chart)));
    }
    for plan in &assessment.sweeps {
        let results = sweep::run(assessment, plan);
        artifacts.push(Artifact::new(format!("{}.csv", plan.id), csv::sweep(assessment, plan, &results)));
        drawn.extend(figure::sweep(assessment, plan, &results));
    }
    if let Some(results) = spread {
        artifacts.push(Artifact::new("monte_carlo.csv", spread::csv(assessment, results)));
        drawn.extend(figure::spread(assessment, results));
    }
    artifacts.insert(0, Artifact::new("results.json", json::text(&document(assessment, spread))));
    let figures: Vec<Figure> = drawn
        .iter()
        .map(|drawn| Figure { path: format!("charts/{}.svg", drawn.id), title: drawn.title.clone() })
        .collect();
    let warnings: Vec<String> = one
        .diagnostics
        .sorted()
        .iter()
        .filter(|item| item.severity == Severity::Warning)
        .map(|item| item.message.clone())
        .collect();
    artifacts.push(Artifact::new("report.md", markdown::report(assessment, &figures, &warnings, spread)));
    let manifest = Manifest {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        scenario: assessment.name.clone(),
        set: args.set.set.clone(),
        written: artifacts.iter().map(|artifact| artifact.path.clone()).collect(),
        charts: drawn.iter().map(|drawn| drawn.id.clone()).collect(),
        files: one.files.clone(),
    };
    artifacts.push(Artifact::new("manifest.toml", manifest.to_toml()));
    artifacts.extend(charts(&drawn, &args.out.format, assessment.look.dpi)?);
    let earlier = std::fs::read_to_string(folder.join("manifest.toml")).unwrap_or_default();
    output::write_all(folder, &artifacts)?;
    output::remove(folder, &manifest.leftovers(&earlier));
    Ok(artifacts.len())
}

/// The charts in the formats asked for, drawn side by side on all processors.
pub fn charts(drawn: &[Drawn], formats: &[Format], dpi: u32) -> Result<Vec<Artifact>, Failure> {
    let jobs: Vec<(&Drawn, Format)> =
        drawn.iter().flat_map(|drawn| formats.iter().map(move |format| (drawn, *format))).collect();
    jobs.par_iter()
        .map(|(drawn, format)| {
            let (extension, bytes) = match format {
                Format::Svg => ("svg", Ok(drawn.svg.clone().into_bytes())),
                Format::Png => ("png", export::png(&drawn.svg, dpi).map_err(|error| error.to_string())),
                Format::Pdf => ("pdf", pdf(drawn)),
            };
            let bytes = bytes
                .map_err(|error| Failure::File(format!("cannot draw `{}` as {extension}: {error}", drawn.id), None))?;
            Ok(Artifact::new(format!("charts/{}.{extension}", drawn.id), bytes))
        })
        .collect()
}

#[cfg(feature = "pdf")]
fn pdf(drawn: &Drawn) -> Result<Vec<u8>, String> {
    export::pdf(&drawn.svg).map_err(|error| error.to_string())
}

#[cfg(not(feature = "pdf"))]
fn pdf(_: &Drawn) -> Result<Vec<u8>, String> {
    Err("this program was built without the feature `pdf`".to_owned())
}
