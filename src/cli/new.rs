//! `forcesize new`: a commented scenario to start from.

use super::args::NewArgs;
use super::failure::Failure;
use super::output;
use super::printer::Printer;

const TEMPLATE: &str = include_str!("template.toml");

pub fn run(args: &NewArgs, printer: &Printer) -> Result<(), Failure> {
    let shown = args.path.display();
    if args.path.is_dir() {
        return Err(Failure::CommandLine(
            format!("`{shown}` is a folder"),
            Some(format!("name a file in it: {}", args.path.join("scenario.toml").display())),
        ));
    }
    if args.path.exists() && !args.force {
        return Err(Failure::CommandLine(
            format!("`{shown}` is there already"),
            Some("choose another name, or replace it with --force".to_owned()),
        ));
    }
    output::write(&args.path, TEMPLATE.as_bytes())?;
    printer.result(&format!("wrote {shown}; edit it, then: forcesize run {shown}"))
}
