//! `forcesize metrics`: what the model knows.

use super::args::MetricsArgs;
use super::failure::Failure;
use super::load;
use super::printer::Printer;
use forcesize::diagnostic::{Diagnostics, Texts};
use forcesize::model::Model;
use forcesize::report::catalogue;

pub fn run(args: &MetricsArgs, printer: &Printer) -> Result<(), Failure> {
    let (mut texts, mut diagnostics) = (Texts::default(), Diagnostics::default());
    let mut entries = Model::standard(&mut texts, &mut diagnostics).entries;
    if args.scenario.is_some() || !args.set.set.is_empty() {
        let own = load::scenario(args.scenario.as_ref(), &args.set.set, printer)?.entries;
        entries.metrics.extend(own.metrics);
        entries.inputs.extend(own.inputs.into_iter().filter(|input| input.label.is_some()));
        entries.sources.extend(own.sources);
    }
    let text = if args.json {
        catalogue::json(&entries)
    } else if args.markdown {
        catalogue::markdown(&entries)
    } else {
        catalogue::terminal(&entries, printer.width())
    };
    printer.result(&text)
}
