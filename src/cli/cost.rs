//! `forcesize cost`: what a mission costs by each basis, whom it may lose, and how it builds up.

use super::args::{OutArgs, SetArgs};
use super::deliver;
use super::failure::Failure;
use super::load;
use super::printer::Printer;
use clap::Args;
use forcesize::analysis::sizing;
use forcesize::model::Choices;
use forcesize::report::cost as report;
use std::path::PathBuf;

/// Arguments of `cost`.
#[derive(Args)]
#[command(after_help = "Examples:\n  \
    forcesize cost\n  \
    forcesize cost mine.toml --set mission_duration=\"10 years\"\n  \
    forcesize cost --basis full\n  \
    forcesize cost mine.toml --csv > cost.csv")]
pub struct CostArgs {
    /// A scenario file; the built-in ukraine-2025 where none is given
    #[arg(value_name = "SCENARIO")]
    pub scenario: Option<PathBuf>,
    /// Show one basis of the model alone, such as surcharge or full; un is the rate of the United Nations
    #[arg(long, value_name = "BASIS")]
    pub basis: Option<String>,
    /// Values set over the scenario's
    #[command(flatten)]
    pub set: SetArgs,
    /// Where results go
    #[command(flatten)]
    pub out: OutArgs,
    /// Print costs, casualties and the build-up as JSON to standard output and write no files
    #[arg(long, conflicts_with = "csv")]
    pub json: bool,
    /// Print the costs as CSV to standard output and write no files
    #[arg(long)]
    pub csv: bool,
}

pub fn run(args: &CostArgs, printer: &Printer) -> Result<(), Failure> {
    let choices = Choices { basis: args.basis.clone(), ..Choices::default() };
    let mut loaded = load::scenario_with(args.scenario.as_ref(), &args.set.set, &choices, printer)?;
    if args.basis.is_some() {
        loaded.assessment.costs.bases.retain(|basis| basis.chosen);
    }
    let assessment = &loaded.assessment;
    let sizing = sizing::run(assessment);
    if args.csv {
        return printer.result(&report::csv(assessment));
    }
    deliver::part(&report::part(assessment, &sizing), assessment, &args.out, args.json, printer)
}
