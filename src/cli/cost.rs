//! `forcesize cost`: what a mission costs by each basis, whom it may lose, and how it builds up.

use super::deliver;
use super::failure::Failure;
use super::flags::ScenarioArgs;
use super::look;
use super::nothing;
use super::printer::Printer;
use super::studied;
use clap::Args;
use forcesize::analysis::monte_carlo::PercentileRanges;
use forcesize::analysis::{build_up, cumulative, sizing};
use forcesize::model::Choices;
use forcesize::report::cost as report;

/// Arguments of `cost`.
#[derive(Args)]
#[command(after_help = "Examples:\n  \
    forcesize cost\n  \
    forcesize cost mine.toml --set mission_duration=\"10 years\"\n  \
    forcesize cost --basis full\n  \
    forcesize cost mine.toml --csv > cost.csv")]
pub struct CostArgs {
    /// The scenario, and where results go
    #[command(flatten)]
    pub of: ScenarioArgs,
    /// Show one basis of the model alone, such as surcharge or full; un is the rate of the United Nations
    #[arg(long, value_name = "BASIS")]
    pub basis: Option<String>,
}

pub fn run(args: &CostArgs, printer: &Printer) -> Result<(), Failure> {
    let choices = Choices { basis: args.basis.clone(), ..Choices::default() };
    let mut loaded = look::dressed_with(args.of.path(), args.of.set(), &choices, &args.of.out.look, printer)?;
    if args.basis.is_some() {
        loaded.assessment.roles.costs.bases.retain(|basis| basis.chosen);
    }
    let assessment = &loaded.assessment;
    let samples = studied::samples(assessment, printer)?;
    let ranges = PercentileRanges::new(&assessment.calculation, samples.as_ref());
    if args.of.data.csv {
        return printer.result(&args.of.out.tables.written(&report::csv(assessment, &ranges)));
    }
    let sizing = sizing::run(assessment, samples.as_ref());
    let (over_time, build_up) = (cumulative::run(assessment), build_up::run(assessment, &sizing, samples.as_ref()));
    let part = report::with_build_up(assessment, over_time.as_ref(), build_up.as_ref(), &ranges);
    if nothing::is_in(&part) && !args.of.data.json {
        // Of the chosen basis, or of the first.
        let all = &assessment.roles.costs.bases;
        let basis = all.iter().find(|basis| basis.chosen).or(all.first());
        let missing = basis.map_or(&[][..], |basis| nothing::needs(&loaded, &basis.annual.id));
        return nothing::say(&loaded, "cost-nothing", missing, printer);
    }
    deliver::section(&part, &loaded, &args.of, printer)
}
