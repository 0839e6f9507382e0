//! `forcesize rerun`: a saved result computed again from its own record, and whether every number still holds.

use super::earlier::warn_beside;
use super::encoding::decoded;
use super::failure::Failure;
use super::flags::{languages, share};
use super::printer::Printer;
use super::reader::{self, Unread};
use super::{load, run as runs};
use clap::Args;
use forcesize::language::{Language, Localizer};
use forcesize::report::format::is_central;
use forcesize::report::json;
use forcesize::report::moved::{USUAL, compare};
use forcesize::report::place::{self, Names};
use forcesize::report::record::Record;
use forcesize::report::saved::{self, Side};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// Arguments of `rerun`.
#[derive(Args)]
#[command(after_help = "Examples:\n  \
    forcesize rerun output/ukraine-2025/results.json\n  \
    forcesize rerun results.json --tolerance 1e-9      on a machine with another processor")]
pub struct RerunArgs {
    /// A results.json of `run`
    #[arg(value_name = "RESULTS")]
    pub results: PathBuf,
    /// By what share of the larger one two numbers may differ
    #[arg(long, value_name = "SHARE", value_parser = tolerance)]
    pub tolerance: Option<f64>,
    /// The language of what is reported; that of the results where it is not given
    #[arg(long, value_name = "LANG", value_parser = languages())]
    pub lang: Option<Language>,
    /// Print what moved as JSON to standard output
    #[arg(long)]
    pub json: bool,
}

pub fn run(args: &RerunArgs, printer: &Printer) -> Result<(), Failure> {
    let file = read(&args.results)?;
    warn_beside(&args.results, printer);
    // `run --json` of several scenarios prints a list.
    let saved = match &file {
        Value::Array(items) => items.iter().collect(),
        one => vec![one],
    };
    if saved.is_empty() {
        let help = "name a results.json that `forcesize run` wrote".to_owned();
        return Err(at_fault(&args.results, ("this is no result of a run: the list is empty".to_owned(), help)));
    }
    let mut documents = Vec::new();
    let mut holds = true;
    for result in saved {
        let record = Record::of(result).map_err(|fault| at_fault(&args.results, fault))?;
        let loaded = load::recorded(&record, printer)?;
        let now = runs::results(&loaded, printer)?;
        let words = Localizer::new(args.lang.unwrap_or_else(|| place::language(result)));
        let side = Side::of(result);
        let older = saved::older(words, &side);
        say_first(older.as_slice(), args.json, printer)?;
        let wanted = |path: &[&str]| older.is_none() || is_central(path);
        let outcome = compare(result, &now, args.tolerance.unwrap_or(USUAL), &wanted);
        let names = Names::new(words, &[result, &now]);
        let part = saved::rerun(&names, &side, env!("CARGO_PKG_VERSION"), &outcome);
        holds &= part.json["holds"] == Value::Bool(true);
        if args.json {
            documents.push(part.json);
        } else {
            printer.result(&part.terminal(printer.width()))?;
        }
    }
    if args.json {
        let document = if documents.len() == 1 { documents.remove(0) } else { Value::Array(documents) };
        printer.result(&json::text(&document))?;
    }
    if holds { Ok(()) } else { Err(Failure::Reported) }
}

/// Says what a reader has to know before the comparison: where data are printed, beside them.
pub fn say_first(sentences: &[String], is_data: bool, printer: &Printer) -> Result<(), Failure> {
    for sentence in sentences {
        let text = textwrap::fill(sentence, printer.width());
        if is_data { printer.say(&text) } else { printer.result(&format!("{text}\n"))? }
    }
    Ok(())
}

/// Reads a file of JSON.
pub fn read(path: &Path) -> Result<Value, Failure> {
    let shown = path.display();
    let failed =
        |reason: String, help: &str| Failure::File(format!("cannot read `{shown}`: {reason}"), Some(help.to_owned()));
    let help = "name a results.json that `forcesize run` wrote";
    let bytes = reader::bytes(path, reader::WRITTEN).map_err(|unread| {
        let inside = format!("name the file in it: `{}`", path.join("results.json").display());
        let help = if matches!(unread, Unread::Folder) { &inside } else { help };
        failed(unread.reason(reader::WRITTEN, "results"), help)
    })?;
    let text = decoded(&bytes).map_err(|error| failed(error, "save it as UTF-8, or take the file that `run` wrote"))?;
    serde_json::from_str(&text).map_err(|error| failed(format!("it is not JSON, or damaged: {error}"), help))
}

/// The complaint about a file of results.
pub fn at_fault(path: &Path, (message, help): (String, String)) -> Failure {
    Failure::File(format!("`{}`: {message}", path.display()), Some(help))
}

/// A share from 0 to 1.
pub fn tolerance(text: &str) -> Result<f64, String> {
    share(text, 0.0..=1.0, "a tolerance is a share from 0 to 1: 1e-9")
}
