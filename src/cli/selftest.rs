//! `forcesize selftest`: cases with known answers, on this machine.

use super::failure::Failure;
use super::flags::{DataArgs, TableArgs};
use super::printer::Printer;
use clap::Args;
use forcesize::analysis::selftest::{self, Outcome};
use forcesize::report::{json, selftest as report};

/// Arguments of `selftest`.
#[derive(Args)]
pub struct SelftestArgs {
    /// For programs
    #[command(flatten)]
    pub data: DataArgs,
    /// How CSV is written
    #[command(flatten)]
    pub tables: TableArgs,
}

pub fn run(args: &SelftestArgs, printer: &Printer) -> Result<(), Failure> {
    let outcomes: Vec<Outcome> = selftest::cases().iter().flat_map(selftest::run).collect();
    let part = report::section(&outcomes);
    if args.data.json {
        printer.result(&json::text(&part.json))?;
    } else if args.data.csv {
        printer.result(&args.tables.written(&report::csv(&outcomes)))?;
    } else {
        printer.result(&part.terminal(printer.width()))?;
    }
    if outcomes.iter().all(Outcome::holds) && !outcomes.is_empty() {
        return Ok(());
    }
    Err(Failure::File("the program does not compute what it must on this machine".to_owned(), None))
}
