//! `forcesize new`: a commented scenario to start from.

use super::failure::Failure;
use super::output;
use super::printer::Printer;
use super::typed::quoted;
use clap::Args;
use std::path::PathBuf;

/// A commented scenario.
pub const TEMPLATE: &str = include_str!("template.toml");

/// Arguments of `new`.
#[derive(Args)]
pub struct NewArgs {
    /// The file to write
    #[arg(value_name = "PATH")]
    pub path: PathBuf,
    /// Replace a file that is there
    #[arg(long)]
    pub force: bool,
}

pub fn run(args: &NewArgs, printer: &Printer) -> Result<(), Failure> {
    let (shown, typed) = (args.path.display(), quoted(&args.path.to_string_lossy()));
    if args.path.is_dir() {
        return Err(Failure::CommandLine(
            format!("`{shown}` is a folder"),
            Some(format!("name a file in it: {}", quoted(&args.path.join("scenario.toml").to_string_lossy()))),
        ));
    }
    if args.path.exists() && !args.force {
        return Err(Failure::CommandLine(
            format!("`{shown}` is there already"),
            Some("choose another name, or replace it with --force".to_owned()),
        ));
    }
    output::write(&args.path, TEMPLATE.as_bytes())?;
    printer.result(&format!("wrote {shown}; edit it, then: forcesize run {typed}"))
}
