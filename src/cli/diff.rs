//! `forcesize diff`: what moved between two saved results, and by how much.

use super::earlier::warn_beside;
use super::failure::Failure;
use super::flags::{TableArgs, languages};
use super::printer::Printer;
use super::rerun::{at_fault, read, say_first, tolerance};
use clap::Args;
use forcesize::args;
use forcesize::language::{Language, Localizer};
use forcesize::report::format::is_central;
use forcesize::report::moved::{USUAL, compare};
use forcesize::report::place::{self, Names};
use forcesize::report::record::results;
use forcesize::report::saved::{self, Side};
use forcesize::report::{json, moved::Outcome};
use std::path::PathBuf;

/// Arguments of `diff`.
#[derive(Args)]
#[command(after_help = "Examples:\n  \
    forcesize diff before.json after.json\n  \
    forcesize diff before.json after.json --tolerance 0.01     what moved by more than 1 %\n  \
    forcesize diff before.json after.json --all --csv > moved.csv")]
pub struct DiffArgs {
    /// The results.json to start from
    #[arg(value_name = "A")]
    pub a: PathBuf,
    /// The one that is held against it
    #[arg(value_name = "B")]
    pub b: PathBuf,
    /// Leave out what moved by no more than this share of the larger number
    #[arg(long, value_name = "SHARE", value_parser = tolerance)]
    pub tolerance: Option<f64>,
    /// Compare all that the results have, not inputs and metrics alone
    #[arg(long)]
    pub all: bool,
    /// The language of what is reported; that of the first results where it is not given
    #[arg(long, value_name = "LANG", value_parser = languages())]
    pub lang: Option<Language>,
    /// Print what moved as JSON to standard output
    #[arg(long, conflicts_with = "csv")]
    pub json: bool,
    /// Print what moved as CSV to standard output
    #[arg(long)]
    pub csv: bool,
    /// How CSV is written
    #[command(flatten)]
    pub tables: TableArgs,
}

pub fn run(args: &DiffArgs, printer: &Printer) -> Result<(), Failure> {
    let (a, b) = (read(&args.a)?, read(&args.b)?);
    for (path, result) in [(&args.a, &a), (&args.b, &b)] {
        results(result).map_err(|fault| at_fault(path, fault))?;
    }
    for path in [&args.a, &args.b] {
        warn_beside(path, printer);
    }
    let words = Localizer::new(args.lang.unwrap_or_else(|| place::language(&a)));
    let sides = [Side::of(&a), Side::of(&b)];
    let mut older: Vec<String> = sides.iter().filter_map(|side| saved::older(words, side)).collect();
    older.dedup();
    say_first(&older, args.csv || args.json, printer)?;
    let wanted = |path: &[&str]| if older.is_empty() { args.all || counts(path) } else { is_central(path) };
    // What was not looked at may have moved all the same.
    let is_part = older.is_empty() && !args.all;
    let others = |path: &[&str]| !counts(path);
    let further = if is_part { compare(&a, &b, args.tolerance.unwrap_or(USUAL), &others).moved.len() } else { 0 };
    let outcome: Outcome = compare(&a, &b, args.tolerance.unwrap_or(USUAL), &wanted);
    if args.csv {
        return printer.result(&args.tables.written(&saved::csv(&outcome.moved)));
    }
    let part = saved::difference(&Names::new(words, &[&a, &b]), &sides[0], &sides[1], outcome);
    if args.json {
        return printer.result(&json::text(&part.json));
    }
    let side = |letter: &str, path: &PathBuf, of: &Side| {
        let said: Vec<&str> = std::iter::once(&of.scenario).chain(&of.set).map(String::as_str).collect();
        format!("{letter}: {} ({})\n", path.display(), said.join(", "))
    };
    let [a, b] = [side("A", &args.a, &sides[0]), side("B", &args.b, &sides[1])];
    printer.result(&format!("{a}{b}"))?;
    printer.result(&part.terminal(printer.width()))?;
    if further > 0 { printer.result(&words.format("diff-further", args![count = further])) } else { Ok(()) }
}

/// Whether a place belongs to an input or a metric, and says how large it is or how it came about.
fn counts(path: &[&str]) -> bool {
    matches!(
        path,
        ["inputs", _, "value" | "unit" | "source"]
            | ["inputs", _, "range", ..]
            | ["metrics", _, "value" | "unit" | "formula"]
            | ["scopes", _, "members", ..]
    )
}
