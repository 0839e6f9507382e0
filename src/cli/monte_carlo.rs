//! `forcesize monte-carlo`: every metric's spread, and how often conditions hold.

use super::args::{OutArgs, SetArgs};
use super::deliver;
use super::failure::Failure;
use super::load;
use super::printer::Printer;
use clap::{Args, ValueEnum};
use forcesize::analysis::monte_carlo::{MonteCarlo, Settings, run as draw};
use forcesize::model::Assessment;
use forcesize::report::spread;
use forcesize::uncertainty::sampler::Kind;
use std::path::PathBuf;

/// How samples are spread.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SamplerName {
    /// Scrambled Sobol' points: the smallest error for the same number
    Sobol,
    /// Latin hypercube
    Lhs,
    /// Plain random numbers
    Random,
}

impl From<SamplerName> for Kind {
    fn from(name: SamplerName) -> Self {
        match name {
            SamplerName::Sobol => Self::Sobol,
            SamplerName::Lhs => Self::LatinHypercube,
            SamplerName::Random => Self::Random,
        }
    }
}

/// Arguments of `monte-carlo`.
#[derive(Args)]
#[command(after_help = "Examples:\n  \
    forcesize monte-carlo\n  \
    forcesize monte-carlo mine.toml --samples 262144 --seed 7\n  \
    forcesize monte-carlo mine.toml --csv > samples.csv")]
pub struct MonteCarloArgs {
    /// A scenario file; the built-in ukraine-2025 where none is given
    #[arg(value_name = "SCENARIO")]
    pub scenario: Option<PathBuf>,
    /// Number of samples; Sobol' points round it up to a power of two
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(2..=1 << 30))]
    pub samples: Option<u64>,
    /// The seed; the same seed gives the same samples
    #[arg(long, value_name = "S")]
    pub seed: Option<u64>,
    /// How samples are spread
    #[arg(long)]
    pub sampler: Option<SamplerName>,
    /// Values set over the scenario's
    #[command(flatten)]
    pub set: SetArgs,
    /// Where results go
    #[command(flatten)]
    pub out: OutArgs,
    /// Print the spreads as JSON to standard output and write no files
    #[arg(long, conflicts_with = "csv")]
    pub json: bool,
    /// Print every sample as CSV to standard output and write no files
    #[arg(long)]
    pub csv: bool,
}

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
    if args.csv {
        return printer.result(&spread::samples(assessment, &results));
    }
    deliver::part(&spread::part(assessment, &results, false), assessment, &args.out, args.json, printer)
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
