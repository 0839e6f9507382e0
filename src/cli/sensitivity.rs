//! `forcesize sensitivity`: which inputs drive a metric.

use super::args::{OutArgs, SetArgs};
use super::deliver;
use super::explain::find;
use super::failure::Failure;
use super::load;
use super::printer::Printer;
use clap::{Args, ValueEnum};
use forcesize::analysis::sobol_indices::{RESAMPLES, Settings, SobolIndices};
use forcesize::analysis::{elasticity, one_at_a_time, sobol_indices};
use forcesize::model::Assessment;
use forcesize::report::{influence, spread, variance};
use std::path::PathBuf;

/// A way to say what drives a metric.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Method {
    /// One input at a time from the low to the high end of its range
    Oat,
    /// Per cent of the metric for one per cent of the input, at the central case
    Elasticity,
    /// Shares of the variance that each input explains, alone and with others, with 95 % intervals
    Sobol,
}

/// Arguments of `sensitivity`.
#[derive(Args)]
#[command(after_help = "Examples:\n  \
    forcesize sensitivity --metric front_density\n  \
    forcesize sensitivity mine.toml --method elasticity --json\n  \
    forcesize sensitivity --method sobol --metric on_duty_front_density")]
pub struct SensitivityArgs {
    /// A scenario file; the built-in ukraine-2025 where none is given
    #[arg(value_name = "SCENARIO")]
    pub scenario: Option<PathBuf>,
    /// The method
    #[arg(long, default_value = "oat")]
    pub method: Method,
    /// The metrics, separated by commas; all headline metrics where none is named
    #[arg(long, value_name = "METRIC", value_delimiter = ',')]
    pub metric: Vec<String>,
    /// Base samples of Sobol' indices, rounded up to a power of two
    #[arg(long, value_name = "N", default_value_t = 16_384, value_parser = clap::value_parser!(u64).range(2..=1 << 22))]
    pub samples: u64,
    /// The seed of Sobol' indices
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
    /// Values set over the scenario's
    #[command(flatten)]
    pub set: SetArgs,
    /// Where results go
    #[command(flatten)]
    pub out: OutArgs,
    /// Print the results as JSON to standard output and write no files
    #[arg(long)]
    pub json: bool,
}

pub fn run(args: &SensitivityArgs, printer: &Printer) -> Result<(), Failure> {
    let loaded = load::scenario(args.scenario.as_ref(), &args.set.set, printer)?;
    let assessment = &loaded.assessment;
    let metrics: Vec<usize> = if args.metric.is_empty() {
        (0..assessment.metrics.len()).filter(|metric| assessment.metrics[*metric].headline).collect()
    } else {
        args.metric.iter().map(|name| find(&loaded, name)).collect::<Result<_, _>>()?
    };
    let part = match args.method {
        Method::Oat => influence::swings_part(assessment, &one_at_a_time::run(assessment, &metrics)),
        Method::Elasticity => {
            let found: Vec<_> =
                metrics.iter().map(|metric| (*metric, elasticity::elasticities(assessment, *metric))).collect();
            influence::elasticities_part(assessment, &found)
        }
        Method::Sobol => variance::part(assessment, &indices(args, assessment)?, &metrics),
    };
    deliver::part(&part, assessment, &args.out, args.json, printer)
}

/// Sobol' indices: shares of each metric's variance.
fn indices(args: &SensitivityArgs, assessment: &Assessment) -> Result<SobolIndices, Failure> {
    if !assessment.correlations.is_empty() {
        return Err(Failure::File(
            "Sobol' indices want independent inputs, and the scenario states correlations".to_owned(),
            Some(
                "with correlated inputs a share of the variance belongs to no single one; use --method oat".to_owned(),
            ),
        ));
    }
    let settings = Settings { base_samples: args.samples, seed: args.seed, resamples: RESAMPLES };
    sobol_indices::run(assessment, settings).map_err(|reason| {
        let (message, help) = spread::not_drawn(reason);
        Failure::File(message, Some(help))
    })
}
