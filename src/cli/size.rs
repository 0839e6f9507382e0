//! `forcesize size`: sizing methods side by side, and published estimates beside them.

use super::deliver;
use super::failure::Failure;
use super::flags::ScenarioArgs;
use super::look;
use super::nothing;
use super::printer::Printer;
use super::studied;
use clap::Args;
use forcesize::analysis::sizing::{self, MissingReason};
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
    /// Show the extremes too: the smallest and the largest number over the declared ranges of all inputs
    #[arg(long)]
    pub ends: bool,
}

pub fn run(args: &SizeArgs, printer: &Printer) -> Result<(), Failure> {
    let loaded = look::dressed(args.of.path(), args.of.set(), &args.of.out.look, printer)?;
    let assessment = &loaded.assessment;
    let samples = studied::samples(assessment, printer)?;
    let sizing = sizing::run(assessment, samples.as_ref());
    if args.of.data.csv {
        return printer.result(&args.of.out.tables.written(&report::methods_csv(assessment, &sizing)));
    }
    let mut section = report::section(assessment, &sizing);
    if args.ends {
        section.tables.insert(1, report::ends(assessment, &sizing));
    }
    if sizing.requirements.iter().all(|requirement| requirement.personnel.is_err()) && !args.of.data.json {
        // The method that is meant for the purpose and lacks least.
        let missing = sizing.requirements.iter().filter_map(|requirement| match &requirement.personnel {
            Err(MissingReason::Inputs(inputs)) => Some((requirement.applies != Some(true), inputs)),
            _ => None,
        });
        let least = missing.min_by_key(|(apart, inputs)| (*apart, inputs.len()));
        let missing = least.map_or(&[][..], |(_, inputs)| inputs);
        return nothing::say(&loaded, "sizing-nothing", missing, printer);
    }
    deliver::section(&section, &loaded, &args.of, printer)
}
