//! `forcesize size`: sizing methods side by side, and published estimates beside them.

use super::args::{OutArgs, SetArgs};
use super::deliver;
use super::failure::Failure;
use super::load;
use super::printer::Printer;
use clap::Args;
use forcesize::analysis::sizing;
use forcesize::report::sizing as report;
use std::path::PathBuf;

/// Arguments of `size`.
#[derive(Args)]
#[command(after_help = "Examples:\n  \
    forcesize size\n  \
    forcesize size mine.toml --set tolerated_force_ratio=2\n  \
    forcesize size mine.toml --csv > sizing.csv")]
pub struct SizeArgs {
    /// A scenario file; the built-in ukraine-2025 where none is given
    #[arg(value_name = "SCENARIO")]
    pub scenario: Option<PathBuf>,
    /// Values set over the scenario's
    #[command(flatten)]
    pub set: SetArgs,
    /// Where results go
    #[command(flatten)]
    pub out: OutArgs,
    /// Print methods and estimates as JSON to standard output and write no files
    #[arg(long, conflicts_with = "csv")]
    pub json: bool,
    /// Print the methods as CSV to standard output and write no files
    #[arg(long)]
    pub csv: bool,
}

pub fn run(args: &SizeArgs, printer: &Printer) -> Result<(), Failure> {
    let loaded = load::dressed(args.scenario.as_ref(), &args.set.set, &args.out.look, printer)?;
    let assessment = &loaded.assessment;
    let sizing = sizing::run(assessment);
    if args.csv {
        return printer.result(&report::methods_csv(assessment, &sizing));
    }
    deliver::part(&report::part(assessment, &sizing), assessment, &args.out, args.json, printer)
}
