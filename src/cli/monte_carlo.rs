//! `forcesize monte-carlo`: every metric's spread, and how often conditions hold.

use super::args::MonteCarloArgs;
use super::failure::Failure;
use super::load::{self, Loaded};
use super::output::{self, Artifact};
use super::printer::Printer;
use super::run::charts;
use forcesize::analysis::monte_carlo::{MonteCarlo, Settings, run as draw};
use forcesize::model::Assessment;
use forcesize::report::{figure, json, spread};
use forcesize::uncertainty::sampler::Kind;

pub fn run(args: &MonteCarloArgs, printer: &Printer) -> Result<(), Failure> {
    let loaded = load::scenario(args.scenario.as_ref(), &args.set.set, printer)?;
    let assessment = &loaded.assessment;
    let asked = settings(assessment);
    let settings = Settings {
        kind: args.sampler.map_or(asked.kind, Kind::from),
        samples: args.samples.unwrap_or(asked.samples),
        seed: args.seed.unwrap_or(asked.seed),
    };
    let results = results(assessment, settings)?;
    if results.settings.samples != settings.samples {
        let (drawn, asked) = (results.settings.samples, settings.samples);
        printer.say(&format!("note: {asked} samples were rounded up to {drawn} for {}", settings.kind));
    }
    if args.json {
        return printer.result(&json::text(&spread::json(assessment, &results)));
    }
    if args.csv {
        return printer.result(&spread::samples(assessment, &results));
    }
    say(&loaded, &results, printer)?;
    let mut artifacts = vec![Artifact::new("monte_carlo.csv", spread::csv(assessment, &results))];
    let drawn = figure::spread(assessment, &results);
    artifacts.extend(charts(&drawn, &args.out.format, assessment.look.dpi)?);
    let folder = args.out.out.join(&assessment.name);
    output::write_all(&folder, &artifacts)?;
    let names: Vec<String> =
        artifacts.iter().map(|artifact| folder.join(&artifact.path).display().to_string()).collect();
    printer.result(&format!("\nwrote {}", names.join("\n      ")))
}

fn say(loaded: &Loaded, results: &MonteCarlo, printer: &Printer) -> Result<(), Failure> {
    let assessment = &loaded.assessment;
    printer.result(&spread::table(assessment, results, false).terminal(printer.width()))?;
    printer.result("")?;
    for sentence in spread::sentences(assessment, results) {
        printer.result(&textwrap::fill(&sentence, printer.width()))?;
    }
    Ok(())
}

/// What the scenario asks for.
pub fn settings(assessment: &Assessment) -> Settings {
    let sampling = &assessment.sampling;
    let kinds = [Kind::Sobol, Kind::LatinHypercube, Kind::Random];
    let kind = kinds.into_iter().find(|kind| kind.name() == sampling.sampler).unwrap_or(Kind::Sobol);
    Settings { kind, samples: sampling.samples, seed: sampling.seed }
}

/// Draws samples, or says why there are none.
pub fn results(assessment: &Assessment, settings: Settings) -> Result<MonteCarlo, Failure> {
    draw(assessment, settings).map_err(|reason| {
        let (message, help) = spread::not_drawn(reason);
        Failure::File(message, Some(help))
    })
}
