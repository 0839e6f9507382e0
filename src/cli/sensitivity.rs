//! `forcesize sensitivity`: which inputs drive a metric.

use super::args::{SEED, ScenarioArgs, whole};
use super::deliver;
use super::explain::find;
use super::failure::Failure;
use super::load::{self, Loaded};
use super::printer::Printer;
use clap::{Args, ValueEnum};
use forcesize::analysis::factors::{Factors, Group};
use forcesize::analysis::sobol_indices::{RESAMPLES, Settings, SobolIndices};
use forcesize::analysis::{elasticity, one_at_a_time, sobol_indices};
use forcesize::diagnostic::did_you_mean;
use forcesize::model::{Assessment, BASE_SAMPLES};
use forcesize::report::part::Part;
use forcesize::report::{influence, spread, variance};
use rayon::prelude::*;

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
    forcesize sensitivity --method sobol --metric on_duty_front_density\n  \
    forcesize sensitivity --method sobol --second-order --group line=front_length,combat_share")]
pub struct SensitivityArgs {
    /// The scenario, and where results go
    #[command(flatten)]
    pub of: ScenarioArgs,
    /// The method
    #[arg(long, default_value = "oat")]
    pub method: Method,
    /// The metrics, separated by commas; all headline metrics where none is named
    #[arg(long, value_name = "METRIC", value_delimiter = ',')]
    pub metric: Vec<String>,
    /// Base samples of Sobol' indices, rounded up to a power of two
    #[arg(long, value_name = "N", default_value_t = BASE_SAMPLES, value_parser = whole::<u64>(2..=1 << 22))]
    pub samples: u64,
    /// The seed of Sobol' indices
    #[arg(long, value_name = "S", default_value_t = 1, value_parser = whole::<u64>(SEED))]
    pub seed: u64,
    /// Sobol' indices of pairs of inputs too
    #[arg(long)]
    pub second_order: bool,
    /// Inputs that have Sobol' indices together, besides their own: NAME=INPUT,INPUT; can be repeated
    #[arg(long, value_name = "NAME=INPUT,...")]
    pub group: Vec<String>,
}

pub fn run(args: &SensitivityArgs, printer: &Printer) -> Result<(), Failure> {
    let loaded = load::dressed(args.of.path(), args.of.set(), &args.of.out.look, printer)?;
    let assessment = &loaded.assessment;
    let metrics: Vec<usize> = if args.metric.is_empty() {
        (0..assessment.metrics.len()).filter(|metric| assessment.metrics[*metric].headline).collect()
    } else {
        args.metric.iter().map(|name| find(&loaded, name)).collect::<Result<_, _>>()?
    };
    let settings =
        Settings { base_samples: args.samples, seed: args.seed, resamples: RESAMPLES, second_order: args.second_order };
    if args.method != Method::Sobol && (args.second_order || !args.group.is_empty()) {
        return Err(Failure::CommandLine(
            "--second-order and --group belong to Sobol' indices".to_owned(),
            Some("add --method sobol".to_owned()),
        ));
    }
    let part = match args.method {
        Method::Oat => swings(assessment, &metrics),
        Method::Elasticity => elasticities(assessment, &metrics),
        Method::Sobol => {
            let groups = args.group.iter().map(|text| group(&loaded, text)).collect::<Result<Vec<_>, _>>()?;
            if let Some(twice) = (1..groups.len()).find(|at| groups[..*at].iter().any(|g| g.name == groups[*at].name)) {
                return Err(Failure::CommandLine(format!("two groups are called `{}`", groups[twice].name), None));
            }
            shares(assessment, settings, &groups, &metrics)?
        }
    };
    deliver::part(&part, assessment, &args.of, printer)
}

/// The parts that a scenario asks for. Without ranges there is nothing to share out, and a sentence says so.
pub fn parts(assessment: &Assessment) -> Result<Vec<Part>, Failure> {
    let Some(plan) = &assessment.sensitivity else { return Ok(Vec::new()) };
    let part = |method: &String| match method.as_str() {
        "oat" => Ok(swings(assessment, &plan.metrics)),
        "elasticity" => Ok(elasticities(assessment, &plan.metrics)),
        _ if assessment.uncertain().is_empty() => Ok(variance::missing(assessment)),
        _ => {
            let groups: Vec<Group> = plan.groups.iter().map(|(name, inputs)| Group::new(name, inputs)).collect();
            let settings = Settings {
                base_samples: plan.samples,
                seed: plan.seed,
                resamples: RESAMPLES,
                second_order: plan.second_order,
            };
            shares(assessment, settings, &groups, &plan.metrics)
        }
    };
    plan.methods.par_iter().map(part).collect()
}

fn swings(assessment: &Assessment, metrics: &[usize]) -> Part {
    influence::swings_part(assessment, &one_at_a_time::run(assessment, metrics))
}

fn elasticities(assessment: &Assessment, metrics: &[usize]) -> Part {
    let found: Vec<_> = metrics.iter().map(|metric| (*metric, elasticity::elasticities(assessment, *metric))).collect();
    influence::elasticities_part(assessment, &found)
}

/// A group as the command line has it.
fn group(loaded: &Loaded, text: &str) -> Result<Group, Failure> {
    let assessment = &loaded.assessment;
    let Some((name, inputs)) = text.split_once('=').filter(|(name, _)| !name.trim().is_empty()) else {
        return Err(Failure::CommandLine(
            format!("`{text}` is not a group"),
            Some("write --group NAME=INPUT,INPUT".to_owned()),
        ));
    };
    let mut positions = Vec::new();
    for input in inputs.split(',').map(str::trim) {
        let Some(position) = assessment.input(input) else {
            let known = assessment.inputs.iter().map(|input| input.id.as_str());
            let message = format!("no input is called `{input}`");
            return Err(Failure::CommandLine(message, did_you_mean(input, known)));
        };
        if assessment.inputs[position].range.is_none() {
            return Err(Failure::CommandLine(
                format!("`{input}` has no range and explains no spread"),
                Some("leave it out of the group".to_owned()),
            ));
        }
        positions.push(position);
    }
    Ok(Group::new(name.trim(), &positions))
}

/// Sobol' indices: shares of some metrics' variance, computed for them alone.
fn shares(assessment: &Assessment, settings: Settings, groups: &[Group], metrics: &[usize]) -> Result<Part, Failure> {
    let small = assessment.only(metrics);
    let all: Vec<usize> = (0..small.metrics.len()).collect();
    Ok(variance::part(&small, &indices(&small, settings, groups)?, &all))
}

fn indices(assessment: &Assessment, settings: Settings, groups: &[Group]) -> Result<SobolIndices, Failure> {
    let factors = Factors::new(assessment, groups).map_err(|split| {
        let id = |input: usize| &assessment.inputs[input].id;
        let (inside, outside) = (id(split.inside), id(split.outside));
        Failure::File(
            format!("the group `{}` parts correlated inputs: `{inside}` is in it, `{outside}` is not", split.group),
            Some("put both into the group, or neither: only together have they a share of the variance".to_owned()),
        )
    })?;
    sobol_indices::run(assessment, settings, &factors).map_err(|reason| {
        let (message, help) = spread::not_drawn(reason);
        Failure::File(message, Some(help))
    })
}
