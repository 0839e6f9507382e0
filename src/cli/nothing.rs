//! What a command says that has nothing to show: one sentence with what is missing, and the lines that give it.

use super::failure::Failure;
use super::flags::DataArgs;
use super::load::Loaded;
use super::printer::Printer;
use forcesize::args;
use forcesize::diagnostic::{Diagnostics, Texts};
use forcesize::model::Model;
use forcesize::report::section::Section;
use forcesize::scenario::blank::BLANK;

/// Whether a section has neither a row nor a sentence.
pub fn is_in(section: &Section) -> bool {
    section.sentences.is_empty() && section.tables.iter().all(|table| table.rows.is_empty())
}

/// Says by its key what is missing, with a line to copy for each input.
pub fn say(loaded: &Loaded, key: &str, missing: &[String], printer: &Printer) -> Result<(), Failure> {
    sentence(&loaded.assessment.words.format(key, args![inputs = missing.join(", ")]), printer)?;
    let lines = lines(missing);
    if lines.is_empty() { Ok(()) } else { printer.result(&format!("\n[input]\n{}", lines.join("\n"))) }
}

/// Says what is missing in a sentence.
pub fn sentence(text: &str, printer: &Printer) -> Result<(), Failure> {
    let options = textwrap::Options::new(printer.width())
        .break_words(false)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    printer.result(&textwrap::fill(text, options))
}

/// What a person is told in words, and a program in place of data that it could take for all there is.
pub fn or_fault(
    form: DataArgs,
    fault: impl FnOnce() -> Failure,
    told: impl FnOnce() -> Result<(), Failure>,
) -> Result<(), Failure> {
    if form.json || form.csv { Err(fault()) } else { told() }
}

/// Says that the scenario has the inputs of no metric.
pub fn no_metric(loaded: &Loaded, form: DataArgs, printer: &Printer) -> Result<(), Failure> {
    let fault = || {
        let help = "`forcesize metrics` shows the formula of each, and the inputs in it";
        Failure::File("the scenario has the inputs of no metric".to_owned(), Some(help.to_owned()))
    };
    or_fault(form, fault, || say(loaded, "explain-nothing", &[], printer))
}

/// The inputs that something needs, as a scenario gives them; what is no input of the model has no line.
fn lines(missing: &[String]) -> Vec<String> {
    let (mut texts, mut diagnostics) = (Texts::default(), Diagnostics::default());
    let model = Model::standard(&mut texts, &mut diagnostics);
    let line = |name: &String| {
        let input = model.entries.inputs.iter().find(|input| input.name.value == *name)?;
        let unit = input.unit.as_ref().filter(|unit| !matches!(unit.as_str(), "" | "1"));
        let unit = unit.map_or_else(String::new, |unit| format!("unit = \"{}\", ", unit.as_str()));
        Some(format!("{name} = {{ value = \"{BLANK}\", {unit}assumed = \"{BLANK}\" }}"))
    };
    missing.iter().filter_map(line).collect()
}

/// What a metric lacks that cannot be computed.
pub fn needs<'a>(loaded: &'a Loaded, metric: &str) -> &'a [String] {
    let unavailable = &loaded.assessment.calculation.unavailable;
    unavailable.iter().find(|missing| missing.id == metric).map_or(&[], |missing| &missing.needs)
}
