//! `forcesize check`: everything that is wrong or odd, without computing.

use super::args::SetArgs;
use super::failure::Failure;
use super::load;
use super::printer::Printer;
use clap::Args;
use std::path::PathBuf;

/// Arguments of `check`.
#[derive(Args)]
pub struct CheckArgs {
    /// Scenario files; the built-in ukraine-2025 where none is given
    #[arg(value_name = "SCENARIO")]
    pub scenarios: Vec<PathBuf>,
    /// Values set over the scenario's
    #[command(flatten)]
    pub set: SetArgs,
}

pub fn run(args: &CheckArgs, printer: &Printer) -> Result<(), Failure> {
    let paths: Vec<_> = if args.scenarios.is_empty() { vec![None] } else { args.scenarios.iter().map(Some).collect() };
    let mut worst = None;
    for path in paths {
        let name = path.map_or_else(|| load::DEFAULT_NAME.to_owned(), |path| path.display().to_string());
        match load::scenario(path, &args.set, printer) {
            Ok(loaded) => {
                printer.diagnostics(&loaded.diagnostics, &loaded.texts);
                let (_, warnings) = loaded.diagnostics.counts();
                let count = match warnings {
                    0 => "no complaints".to_owned(),
                    1 => "1 warning".to_owned(),
                    count => format!("{count} warnings"),
                };
                let assessment = &loaded.assessment;
                printer.result(&format!(
                    "{name}: {count}; {} inputs, {} metrics, {} not available",
                    assessment.inputs.len(),
                    assessment.metrics.len(),
                    assessment.unavailable.len()
                ))?;
            }
            Err(Failure::ClosedPipe) => return Err(Failure::ClosedPipe),
            Err(Failure::File(message, help)) => {
                printer.complain(&message, help.as_deref());
                worst = Some(Failure::Said);
            }
            Err(failure) => worst = Some(failure),
        }
    }
    worst.map_or(Ok(()), Err)
}
