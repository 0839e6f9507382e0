//! `forcesize discover`: with which inputs a condition fails.

use super::deliver;
use super::failure::Failure;
use super::flags::{SEED, ScenarioArgs, whole};
use super::load::Loaded;
use super::look;
use super::nothing;
use super::printer::Printer;
use clap::Args;
use forcesize::analysis::discovery::{self, Search};
use forcesize::analysis::monte_carlo::Settings;
use forcesize::diagnostic::{Diagnostics, Span, Texts};
use forcesize::model::{Condition, DiscoveryPlan, plan_condition};
use forcesize::quantity::unit::Units;
use forcesize::report::discovery as report;
use forcesize::scenario::{ConditionEntry, Located, declare_units};
use forcesize::study;

/// Arguments of `discover`.
#[derive(Args)]
#[command(after_help = "Examples:\n  \
    forcesize discover\n  \
    forcesize discover mine.toml --condition 2 --holds\n  \
    forcesize discover --condition \"front_density >= 90 personnel per km\"")]
pub struct DiscoverArgs {
    /// The scenario, and where results go
    #[command(flatten)]
    pub of: ScenarioArgs,
    /// A condition of the scenario by its number, or one in words: "METRIC >= VALUE"; all of the scenario if left out
    #[arg(long, value_name = "CONDITION")]
    pub condition: Option<String>,
    /// Look for the inputs with which the condition holds, not for those with which it fails
    #[arg(long)]
    pub holds: bool,
    /// Draw what the other boxes on the way cover, too
    #[arg(long)]
    pub trajectory: bool,
    /// Number of samples; Sobol' points round it up to a power of two
    #[arg(long, value_name = "N", value_parser = whole::<u64>(100..=1 << 22))]
    pub samples: Option<u64>,
    /// The seed; the same seed gives the same samples
    #[arg(long, value_name = "S", value_parser = whole::<u64>(SEED))]
    pub seed: Option<u64>,
}

pub fn run(args: &DiscoverArgs, printer: &Printer) -> Result<(), Failure> {
    let loaded = look::dressed(args.of.path(), args.of.set(), &args.of.out.look, printer)?;
    let assessment = &loaded.assessment;
    let plan = assessment.requests.discovery.clone().unwrap_or_default();
    if args.condition.is_none() && assessment.requests.conditions.is_empty() {
        let fault = || {
            Failure::CommandLine(
                "the scenario states no condition whose failing could be looked for".to_owned(),
                Some("name one: --condition \"METRIC >= VALUE\"".to_owned()),
            )
        };
        let told = || nothing::say(&loaded, "discovery-nothing", &[], printer);
        return nothing::or_fault(args.of.data, fault, told);
    }
    let conditions = conditions(args, &loaded, &plan, printer)?;
    if assessment.calculation.uncertain().is_empty() && !(args.of.data.json || args.of.data.csv) {
        return nothing::say(&loaded, "samples-nothing", &[], printer);
    }
    let asked = study::discovery_sampling(assessment, &plan);
    let settings =
        Settings { samples: args.samples.unwrap_or(asked.samples), seed: args.seed.unwrap_or(asked.seed), ..asked };
    let search = Search { alpha: plan.alpha, holds: args.holds };
    let found = discovery::run(&assessment.calculation, &conditions, settings, search);
    let found = found.map_err(|reason| Failure::of_study(assessment, reason))?;
    let mut part = report::section(assessment, &found, args.trajectory);
    // One condition was asked for: its result, not a list of one.
    if let (Some(_), [one]) = (&args.condition, found.as_slice()) {
        part.json = report::json(assessment, one);
    }
    if args.of.data.csv {
        // A table for each condition; the boxes on the way are a run's.
        let boxes = part.files.iter().filter(|(name, _)| !name.ends_with("_trajectory.csv"));
        let boxes: Vec<&str> = boxes.map(|(_, content)| content.as_str()).collect();
        return printer.result(&args.of.out.tables.all(&boxes));
    }
    deliver::section(&part, &loaded, &args.of, printer)
}

/// The conditions asked for.
fn conditions(
    args: &DiscoverArgs,
    loaded: &Loaded,
    plan: &DiscoveryPlan,
    printer: &Printer,
) -> Result<Vec<Condition>, Failure> {
    let assessment = &loaded.assessment;
    let stated = &assessment.requests.conditions;
    let Some(text) = args.condition.as_deref().map(str::trim) else {
        let planned: Vec<Condition> = plan.conditions.iter().map(|condition| stated[*condition].clone()).collect();
        return Ok(if planned.is_empty() { stated.clone() } else { planned });
    };
    if let Ok(number) = text.parse::<usize>() {
        let condition = number.checked_sub(1).and_then(|position| stated.get(position)).cloned();
        return condition.map(|condition| vec![condition]).ok_or_else(|| {
            let help = match stated.len() {
                0 => "the scenario states none; name one: --condition \"METRIC >= VALUE\"".to_owned(),
                count => format!("the scenario states {count}, counted from 1"),
            };
            Failure::CommandLine(format!("there is no condition {number}"), Some(help))
        });
    }
    let (mut texts, mut diagnostics, mut units) = (Texts::default(), Diagnostics::default(), Units::default());
    declare_units(&loaded.entries.units, &mut units, &mut Diagnostics::default());
    let span = Span { text: texts.add("--condition", text.to_owned()), start: 0, end: text.len() };
    let entry = ConditionEntry { that: Located::new(text.to_owned().into(), span), label: None };
    let condition = plan_condition(&assessment.calculation, &entry, &units, &mut diagnostics);
    printer.diagnostics(&diagnostics, &texts);
    match condition {
        Some(condition) => Ok(vec![condition]),
        // A metric that lacks its inputs is a warning in a scenario, and nothing to look for here.
        None if !diagnostics.has_errors() => Err(Failure::CommandLine(
            format!("`{text}` cannot be looked for"),
            Some("`forcesize metrics` lists the metrics and the inputs they need".to_owned()),
        )),
        None => Err(Failure::ReportedOfCommandLine),
    }
}
