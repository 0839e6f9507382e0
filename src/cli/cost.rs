//! `forcesize cost`: what a mission costs by each basis, whom it may lose, and how it builds up.

use super::args::ScenarioArgs;
use super::deliver;
use super::failure::Failure;
use super::load;
use super::printer::Printer;
use clap::Args;
use forcesize::analysis::sizing;
use forcesize::report::cost as report;

/// Arguments of `cost`.
#[derive(Args)]
#[command(after_help = "Examples:\n  \
    forcesize cost\n  \
    forcesize cost mine.toml --set mission_duration=\"10 years\"\n  \
    forcesize cost mine.toml --csv > cost.csv")]
pub struct CostArgs {
    /// The scenario, and where results go
    #[command(flatten)]
    pub of: ScenarioArgs,
}

pub fn run(args: &CostArgs, printer: &Printer) -> Result<(), Failure> {
    let loaded = load::dressed(args.of.path(), args.of.set(), &args.of.out.look, printer)?;
    let assessment = &loaded.assessment;
    let sizing = sizing::run(assessment);
    if args.of.data.csv {
        return printer.result(&report::csv(assessment));
    }
    deliver::part(&report::part(assessment, &sizing), assessment, &args.of, printer)
}
