//! `forcesize break-even`: the value of an input at which a metric meets a target.

use super::args::SetArgs;
use super::explain::find;
use super::failure::Failure;
use super::load;
use super::printer::Printer;
use super::sweep::vary;
use clap::Args;
use forcesize::analysis::break_even::{GRID, scan};
use forcesize::diagnostic::{Diagnostics, Span, Texts};
use forcesize::model::plan_axis;
use forcesize::quantity::unit::Units;
use forcesize::report::crossing::Search;
use forcesize::report::json;
use forcesize::scenario::{Located, Written, declare_units};
use std::path::PathBuf;

/// Arguments of `break-even`.
#[derive(Args)]
#[command(after_help = "Examples:\n  \
    forcesize break-even --vary peacekeepers=10_000..1_000_000 \\\n    \
        --metric force_density --target \"20 personnel per 1000 people\"\n  \
    forcesize break-even --vary front_length=100..4_000 --metric front_density --target 25")]
pub struct BreakEvenArgs {
    /// A scenario file; the built-in ukraine-2025 where none is given
    #[arg(value_name = "SCENARIO")]
    pub scenario: Option<PathBuf>,
    /// The input to vary and the range to search
    #[arg(long, value_name = "INPUT=FROM..TO")]
    pub vary: String,
    /// The metric
    #[arg(long, value_name = "METRIC")]
    pub metric: String,
    /// The value to meet, in the metric's unit or with a unit
    #[arg(long, value_name = "VALUE", allow_hyphen_values = true)]
    pub target: String,
    /// Search with points spaced by a factor, for ranges over decades
    #[arg(long)]
    pub log: bool,
    /// Values set over the scenario's
    #[command(flatten)]
    pub set: SetArgs,
    /// Print the result as JSON
    #[arg(long)]
    pub json: bool,
}

pub fn run(args: &BreakEvenArgs, printer: &Printer) -> Result<(), Failure> {
    let loaded = load::scenario(args.scenario.as_ref(), &args.set.set, printer)?;
    let assessment = &loaded.assessment;
    let metric = find(&loaded, &args.metric)?;
    let (mut texts, mut diagnostics, mut units) = (Texts::default(), Diagnostics::default(), Units::default());
    declare_units(&loaded.entries.units, &mut units, &mut Diagnostics::default());
    let axis = vary(&args.vary, None, args.log, &mut texts, &mut diagnostics)
        .and_then(|entry| plan_axis(assessment, &entry, &units, &mut diagnostics));
    let id = texts.add("--target", args.target.trim());
    let span = Span { text: id, start: 0, end: args.target.trim().len() };
    let target = Written::Text(Located::new(args.target.trim().to_owned(), span)).in_base(
        &assessment.metrics[metric].unit,
        &units,
        &mut diagnostics,
    );
    printer.diagnostics(&diagnostics, &texts);
    let (Some(mut axis), Some(target)) = (axis, target) else { return Err(Failure::SaidOfCommandLine) };
    axis.steps = GRID;
    let outcome = scan(assessment, metric, &axis, target).crossings();
    let search = Search { assessment, metric, axis: &axis, target, outcome: &outcome };
    if args.json {
        return printer.result(&json::text(&search.json()));
    }
    printer.result(&search.words())?;
    if !assessment.inputs_of(metric).contains(&axis.input) {
        let (metric, input) = (&assessment.metrics[metric].id, &assessment.inputs[axis.input].id);
        printer.result(&format!("  `{metric}` does not depend on `{input}`"))?;
    }
    Ok(())
}
