//! `forcesize monte-carlo`: every metric's spread, and how often conditions hold.

use super::deliver;
use super::failure::Failure;
use super::flags::{SEED, ScenarioArgs, TableArgs, share, whole};
use super::look;
use super::nothing;
use super::printer::Printer;
use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use forcesize::analysis::interrupt::Interrupt;
use forcesize::analysis::monte_carlo::{Chunk, MonteCarlo, NotDrawn, Settings, run_until, run_with, stream};
use forcesize::model::Assessment;
use forcesize::quantity::number::shown;
use forcesize::report::{json, monte_carlo, sampling};
use forcesize::study;
use forcesize::uncertainty::sampler::Sampler;
use rayon::prelude::*;

/// Reads a sampler by its name; the help of each tells what it is good for.
fn sampler() -> impl TypedValueParser<Value = Sampler> {
    let value = |sampler: Sampler| {
        PossibleValue::new(sampler.name()).help(match sampler {
            Sampler::Sobol => "Scrambled Sobol' points: the smallest error for the same number",
            Sampler::LatinHypercube => "Latin hypercube",
            Sampler::Random => "Plain random numbers",
        })
    };
    PossibleValuesParser::new(Sampler::ALL.map(value)).try_map(|name| name.parse())
}

/// Arguments of `monte-carlo`.
#[derive(Args)]
#[command(mut_arg("csv", |csv| csv.help("Print every sample as CSV to standard output and write no files")))]
#[command(after_help = "Examples:\n  \
    forcesize monte-carlo\n  \
    forcesize monte-carlo mine.toml --samples 262144 --seed 7\n  \
    forcesize monte-carlo mine.toml --precision 0.1%\n  \
    forcesize monte-carlo mine.toml --csv > samples.csv")]
pub struct MonteCarloArgs {
    /// The scenario, and where results go
    #[command(flatten)]
    pub of: ScenarioArgs,
    /// Number of samples; Sobol' points round it up to a power of two
    #[arg(long, value_name = "N", value_parser = whole::<u64>(2..=u64::MAX))]
    pub samples: Option<u64>,
    /// Draw as many samples as it takes until the standard error of every metric's mean is below a share of it: 0.1%
    #[arg(long, value_name = "SHARE", conflicts_with = "samples", value_parser = precision)]
    pub precision: Option<f64>,
    /// The seed; the same seed gives the same samples
    #[arg(long, value_name = "S", value_parser = whole::<u64>(SEED))]
    pub seed: Option<u64>,
    /// How samples are spread
    #[arg(long, value_parser = sampler())]
    pub sampler: Option<Sampler>,
}

pub fn run(args: &MonteCarloArgs, printer: &Printer) -> Result<(), Failure> {
    let loaded = look::dressed(args.of.path(), args.of.set(), &args.of.out.look, printer)?;
    let assessment = &loaded.assessment;
    if assessment.calculation.uncertain().is_empty() && !(args.of.data.json || args.of.data.csv) {
        return nothing::say(&loaded, "samples-nothing", &[], printer);
    }
    let asked = study::sampling(assessment);
    let settings = Settings {
        sampler: args.sampler.unwrap_or(asked.sampler),
        samples: args.samples.unwrap_or(asked.samples),
        seed: args.seed.unwrap_or(asked.seed),
    };
    if args.of.data.csv {
        return samples(assessment, settings, args.of.out.tables, printer);
    }
    let results = match args.precision {
        Some(precision) => run_until(&assessment.calculation, &assessment.requests.conditions, settings, precision)
            .map_err(not_drawn)?,
        None => results(assessment, settings, printer)?,
    };
    match args.precision {
        Some(wanted) if results.precision() > wanted => printer.say(&format!(
            "note: the precision was not reached with {} samples; the greatest error is {} % of the mean",
            results.settings.samples,
            shown(100.0 * results.precision())
        )),
        None if results.settings.samples != settings.samples => say_rounded(&results.settings, &settings, printer),
        _ => {}
    }
    if args.of.data.json {
        // Without the charts, which would take longer than the samples.
        return printer.result(&json::text(&monte_carlo::json(assessment, &results)));
    }
    deliver::section(&monte_carlo::section(assessment, &results, false), &loaded, &args.of, printer)
}

fn say_rounded(drawn: &Settings, asked: &Settings, printer: &Printer) {
    printer.say(&format!("note: {} samples were rounded up to {} for {}", asked.samples, drawn.samples, asked.sampler));
}

/// A share of the mean: `0.1%` or `0.001`.
fn precision(text: &str) -> Result<f64, String> {
    share(text, 1e-6..=0.5, "a precision is a share of the mean from 0.0001% to 50%: 0.1%")
}

/// Every sample as CSV to standard output, some thousands at a time.
fn samples(assessment: &Assessment, settings: Settings, tables: TableArgs, printer: &Printer) -> Result<(), Failure> {
    if let Some(drawn) = settings.rounded().filter(|drawn| *drawn != settings.samples) {
        say_rounded(&Settings { samples: drawn, ..settings }, &settings, printer);
    }
    let mut is_first = true;
    let each = |chunks: &[Chunk]| {
        let rows = |chunk: &Chunk| tables.more(&monte_carlo::samples(assessment, chunk));
        let texts: Vec<String> = chunks.par_iter().map(rows).collect();
        let header = std::mem::take(&mut is_first).then(|| tables.written(&monte_carlo::samples_header(assessment)));
        header.iter().chain(&texts).try_for_each(|text| printer.result(text))
    };
    stream(&assessment.calculation, settings, each).map_err(not_drawn)?
}

/// Draws samples, with a bar where that takes long, or says why there are none.
pub fn results(assessment: &Assessment, settings: Settings, printer: &Printer) -> Result<MonteCarlo, Failure> {
    let bar = printer.bar(settings.rounded().unwrap_or(settings.samples), "samples");
    run_with(
        &assessment.calculation,
        &assessment.requests.conditions,
        settings,
        &|samples| bar.advance(samples),
        Interrupt::NEVER,
    )
    .map_err(not_drawn)
}

fn not_drawn(reason: NotDrawn) -> Failure {
    let (message, help) = sampling::not_drawn(reason);
    Failure::File(message, Some(help))
}
