//! `forcesize sensitivity`: which inputs drive a metric.

use super::deliver;
use super::explain::find;
use super::failure::Failure;
use super::flags::{SEED, ScenarioArgs, whole};
use super::load::Loaded;
use super::look;
use super::nothing;
use super::printer::Printer;
use clap::{Args, ValueEnum};
use forcesize::analysis::factors::Group;
use forcesize::analysis::interrupt::Interrupt;
use forcesize::analysis::sobol_indices::{RESAMPLES, Settings};
use forcesize::analysis::{elasticity, one_at_a_time};
use forcesize::diagnostic::did_you_mean;
use forcesize::model::{BASE_SAMPLES, MetricId};
use forcesize::report;
use forcesize::study;

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
    let loaded = look::dressed(args.of.path(), args.of.set(), &args.of.out.look, printer)?;
    let assessment = &loaded.assessment;
    let metrics: Vec<MetricId> = if args.metric.is_empty() {
        usual(&loaded)
    } else {
        printer.all(args.metric.iter().map(|name| find(&loaded, name)))?
    };
    let settings =
        Settings { base_samples: args.samples, seed: args.seed, resamples: RESAMPLES, second_order: args.second_order };
    if args.method != Method::Sobol && (args.second_order || !args.group.is_empty()) {
        return Err(Failure::CommandLine(
            "--second-order and --group belong to Sobol' indices".to_owned(),
            Some("add --method sobol".to_owned()),
        ));
    }
    if metrics.is_empty() {
        return nothing::no_metric(&loaded, args.of.data, printer);
    }
    let for_people = !(args.of.data.json || args.of.data.csv);
    if args.method == Method::Oat && for_people && assessment.calculation.inputs.iter().all(|one| one.range.is_none()) {
        return nothing::say(&loaded, "swings-nothing", &[], printer);
    }
    if args.method == Method::Sobol && for_people && assessment.calculation.uncertain().is_empty() {
        return nothing::say(&loaded, "samples-nothing", &[], printer);
    }
    let part = match args.method {
        Method::Oat => {
            report::one_at_a_time::section(assessment, &one_at_a_time::run(&assessment.calculation, &metrics))
        }
        Method::Elasticity => {
            let of = |metric: &MetricId| (*metric, elasticity::elasticities(&assessment.calculation, *metric));
            report::elasticity::section(assessment, &metrics.iter().map(of).collect::<Vec<_>>())
        }
        Method::Sobol => {
            let groups = printer.all(args.group.iter().map(|text| group(&loaded, text)))?;
            if let Some(twice) = (1..groups.len()).find(|at| groups[..*at].iter().any(|g| g.name == groups[*at].name)) {
                return Err(Failure::CommandLine(format!("two groups are called `{}`", groups[twice].name), None));
            }
            let found = study::indices(assessment, &metrics, settings, &groups, Interrupt::NEVER);
            let found = found.map_err(|fault| Failure::of_study(assessment, fault))?;
            report::sobol_indices::section(assessment, &found, &metrics)
        }
    };
    deliver::section(&part, &loaded, &args.of, printer)
}

/// The metrics where none is named: the headlines, or else the scenario's own, or else all.
fn usual(loaded: &Loaded) -> Vec<MetricId> {
    let metrics = &loaded.assessment.calculation.metrics;
    let headlines: Vec<MetricId> = metrics.keys().filter(|metric| metrics[*metric].headline).collect();
    let is_own = |metric: &MetricId| loaded.entries.metrics.iter().any(|own| own.name.value == metrics[*metric].id);
    let own = || metrics.keys().filter(is_own).collect::<Vec<_>>();
    [headlines, own()].into_iter().find(|some| !some.is_empty()).unwrap_or_else(|| metrics.keys().collect())
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
        let Some(position) = assessment.calculation.input(input) else {
            let known = assessment.calculation.inputs.iter().map(|input| input.id.as_str());
            let message = format!("no input is called `{input}`");
            return Err(Failure::CommandLine(message, did_you_mean(input, known)));
        };
        if assessment.calculation.inputs[position].range.is_none() {
            return Err(Failure::CommandLine(
                format!("`{input}` has no range and explains no variation"),
                Some("leave it out of the group".to_owned()),
            ));
        }
        if !assessment.calculation.inputs[position].is_drawn() {
            return Err(Failure::CommandLine(
                format!(
                    "`{input}` is a {}: it is not drawn and explains no variation",
                    assessment.calculation.inputs[position].role
                ),
                Some("leave it out of the group, or give it role = \"uncertainty\" if the world decides it".to_owned()),
            ));
        }
        positions.push(position);
    }
    Ok(Group::new(name.trim(), &positions))
}
