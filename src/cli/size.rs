//! `forcesize size`: sizing methods side by side, and published estimates beside them.

use super::deliver;
use super::failure::Failure;
use super::flags::ScenarioArgs;
use super::look;
use super::printer::Printer;
use clap::Args;
use forcesize::analysis::sizing;
use forcesize::report::sizing as report;

/// Arguments of `size`.
#[derive(Args)]
#[command(after_help = "Examples:\n  \
    forcesize size\n  \
    forcesize size mine.toml --set tolerated_force_ratio=2\n  \
    forcesize size mine.toml --csv > sizing.csv")]
pub struct SizeArgs {
    /// The scenario, and where results go
    #[command(flatten)]
    pub of: ScenarioArgs,
}

pub fn run(args: &SizeArgs, printer: &Printer) -> Result<(), Failure> {
    let loaded = look::dressed(args.of.path(), args.of.set(), &args.of.out.look, printer)?;
    let assessment = &loaded.assessment;
    let sizing = sizing::run(assessment);
    if args.of.data.csv {
        return printer.result(&report::methods_csv(assessment, &sizing));
    }
    deliver::section(&report::section(assessment, &sizing), assessment, &args.of, printer)
}
