//! `forcesize metrics`: what the model knows.

use super::failure::Failure;
use super::flags::{DataArgs, SetArgs, TableArgs};
use super::load;
use super::printer::Printer;
use clap::Args;
use forcesize::diagnostic::{Diagnostics, Texts};
use forcesize::language::Localizer;
use forcesize::model::Model;
use forcesize::report::catalogue;
use forcesize::scenario::InputEntry;
use std::path::PathBuf;

/// Arguments of `metrics`.
#[derive(Args)]
pub struct MetricsArgs {
    /// A scenario whose own metrics are listed too
    #[arg(value_name = "SCENARIO")]
    pub scenario: Option<PathBuf>,
    /// As Markdown
    #[arg(long, conflicts_with_all = ["csv", "json"])]
    pub markdown: bool,
    /// For programs
    #[command(flatten)]
    pub data: DataArgs,
    /// How CSV is written
    #[command(flatten)]
    pub tables: TableArgs,
    /// Values set over the scenario's
    #[command(flatten)]
    pub set: SetArgs,
}

pub fn run(args: &MetricsArgs, printer: &Printer) -> Result<(), Failure> {
    let (mut texts, mut diagnostics) = (Texts::default(), Diagnostics::default());
    let mut model = Model::standard(&mut texts, &mut diagnostics);
    let words = Localizer::new(args.set.lang.unwrap_or_default());
    model.translate(words);
    let mut entries = model.entries;
    if args.scenario.is_some() || !args.set.all().is_empty() {
        let own = load::scenario(args.scenario.as_ref(), &args.set, printer)?.entries;
        entries.metrics.extend(own.metrics);
        let is_known = |input: &InputEntry| entries.inputs.iter().any(|known| known.name.value == input.name.value);
        let own_inputs = own.inputs.into_iter().filter(|input| input.member.is_none());
        let own_inputs: Vec<InputEntry> =
            own_inputs.filter(|input| input.label.is_some() || !is_known(input)).collect();
        entries.inputs.extend(own_inputs);
        entries.sources.extend(own.sources);
    }
    let text = if args.data.json {
        catalogue::json(&entries)
    } else if args.data.csv {
        args.tables.written(&catalogue::csv(&entries))
    } else if args.markdown {
        catalogue::markdown(&entries, words)
    } else {
        catalogue::terminal(&entries, words, printer.width())
    };
    printer.result(&text)
}
