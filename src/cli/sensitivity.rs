//! `forcesize sensitivity`: which inputs drive a metric.

use super::args::{Method, SensitivityArgs};
use super::explain::find;
use super::failure::Failure;
use super::load;
use super::output::{self, Artifact};
use super::printer::Printer;
use super::run::charts;
use forcesize::analysis::sobol_indices::{RESAMPLES, Settings};
use forcesize::analysis::{elasticity, one_at_a_time, sobol_indices};
use forcesize::model::Assessment;
use forcesize::report::{figure, influence, json, spread, variance};
use serde_json::{Map, Value, json};

pub fn run(args: &SensitivityArgs, printer: &Printer) -> Result<(), Failure> {
    let loaded = load::scenario(args.scenario.as_ref(), &args.set.set, printer)?;
    let assessment = &loaded.assessment;
    let metrics: Vec<usize> = if args.metric.is_empty() {
        (0..assessment.metrics.len()).filter(|metric| assessment.metrics[*metric].headline).collect()
    } else {
        args.metric.iter().map(|name| find(&loaded, name)).collect::<Result<_, _>>()?
    };
    if args.method == Method::Elasticity {
        let found: Vec<_> =
            metrics.iter().map(|metric| (*metric, elasticity::elasticities(assessment, *metric))).collect();
        if args.json {
            let rows = found.iter().map(|(metric, found)| {
                (assessment.metrics[*metric].id.clone(), influence::elasticities_json(assessment, found))
            });
            let rows: Map<String, Value> = rows.collect();
            return printer
                .result(&json::text(&json!({ "scenario": assessment.name, "method": "elasticity", "metrics": rows })));
        }
        for (metric, found) in &found {
            printer.result(&influence::elasticities(assessment, *metric, found).terminal(printer.width()))?;
            printer.result("")?;
        }
        return Ok(());
    }
    if args.method == Method::Sobol {
        return sobol(args, assessment, &metrics, printer);
    }
    let found = one_at_a_time::run(assessment, &metrics);
    if args.json {
        let rows = found
            .iter()
            .map(|found| (assessment.metrics[found.metric].id.clone(), influence::swings_json(assessment, found)));
        let rows: Map<String, Value> = rows.collect();
        return printer.result(&json::text(&json!({ "scenario": assessment.name, "method": "oat", "metrics": rows })));
    }
    for found in &found {
        let metric = &assessment.metrics[found.metric];
        printer.result(&format!("{}: {} in the central case", metric.label, metric.value_text()))?;
        if !found.effects.is_empty() {
            printer.result(&influence::swings(assessment, found).terminal(printer.width()))?;
        }
        printer.result(&format!("{}\n", textwrap::fill(&influence::sentence(assessment, found), printer.width())))?;
    }
    let drawn: Vec<_> = found
        .iter()
        .filter(|found| !found.effects.is_empty())
        .map(|found| figure::tornado(assessment, found))
        .collect();
    let artifacts: Vec<Artifact> = charts(&drawn, &args.out.format, assessment.look.dpi)?;
    if artifacts.is_empty() {
        return Ok(());
    }
    let folder = args.out.out.join(&assessment.name);
    output::write_all(&folder, &artifacts)?;
    printer.result(&format!("{} charts in {}", artifacts.len(), folder.join("charts").display()))
}

/// Sobol' indices: shares of each metric's variance.
fn sobol(args: &SensitivityArgs, assessment: &Assessment, metrics: &[usize], printer: &Printer) -> Result<(), Failure> {
    if !assessment.correlations.is_empty() {
        return Err(Failure::File(
            "Sobol' indices want independent inputs, and the scenario states correlations".to_owned(),
            Some(
                "with correlated inputs a share of the variance belongs to no single one; use --method oat".to_owned(),
            ),
        ));
    }
    let settings = Settings { base_samples: args.samples, seed: args.seed, resamples: RESAMPLES };
    let results = sobol_indices::run(assessment, settings).map_err(|reason| {
        let (message, help) = spread::not_drawn(reason);
        Failure::File(message, Some(help))
    })?;
    if args.json {
        return printer.result(&json::text(&variance::json(assessment, &results, metrics)));
    }
    for metric in metrics {
        let Some(indices) = results.metrics.get(*metric) else { continue };
        printer.result(&assessment.metrics[*metric].label)?;
        if indices.variance > 0.0 {
            printer.result(&variance::table(assessment, indices).terminal(printer.width()))?;
        }
        let sentence = variance::sentence(assessment, *metric, indices);
        printer.result(&format!("{}\n", textwrap::fill(&sentence, printer.width())))?;
    }
    let (base, runs) = (results.settings.base_samples, results.runs);
    printer.result(&format!("{base} base samples, {runs} model runs, seed {}", results.settings.seed))
}
