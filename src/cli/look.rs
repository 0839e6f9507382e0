//! How charts look: the scenario's style, under a style file, under what the command line says.

use super::failure::Failure;
use super::flags::{LookArgs, SetArgs};
use super::load::{Disk, Loaded, attempt, read};
use super::printer::Printer;
use clap::ValueEnum;
use forcesize::diagnostic::{Diagnostic, Diagnostics, Span, Texts};
use forcesize::model::Choices;
use forcesize::scenario::keys::STYLE;
use forcesize::scenario::{Located, Look, Scopes, StyleEntry, Value, check, parse};
use std::path::PathBuf;

/// As [`super::load::scenario`], for a command that writes charts.
pub fn dressed(path: Option<&PathBuf>, set: &SetArgs, look: &LookArgs, printer: &Printer) -> Result<Loaded, Failure> {
    dressed_with(path, set, &Choices::default(), look, printer)
}

/// As [`dressed`], with choices in place of the scenario's.
pub fn dressed_with(
    path: Option<&PathBuf>,
    set: &SetArgs,
    choices: &Choices,
    look: &LookArgs,
    printer: &Printer,
) -> Result<Loaded, Failure> {
    let is_sound = validate_style_file(look, printer);
    let mut loaded = attempt(path, set, choices)?.outcome.map_err(|refused| refused.said(printer))?;
    if !is_sound {
        return Err(Failure::Reported);
    }
    loaded.print_override_warnings(printer);
    apply_style(&mut loaded, look, printer)?;
    Ok(loaded)
}

/// Dresses what was loaded as the command line wants it.
pub fn apply_style(loaded: &mut Loaded, args: &LookArgs, printer: &Printer) -> Result<(), Failure> {
    if args.is_silent() {
        return Ok(());
    }
    loaded.assessment.requests.look = look(loaded.entries.style.clone(), &mut loaded.texts, args, printer)?;
    Ok(())
}

/// Whether the style file can be used; says what is wrong with it before a scenario is read, so that the complaints about
/// both come in one run.
pub fn validate_style_file(args: &LookArgs, printer: &Printer) -> bool {
    let (mut texts, mut diagnostics) = (Texts::default(), Diagnostics::default());
    file(args, &mut texts, &mut diagnostics);
    if diagnostics.has_errors() {
        printer.diagnostics(&diagnostics, &texts);
    }
    !diagnostics.has_errors()
}

/// The keys of the style file; complaints where it cannot be used.
fn file(args: &LookArgs, texts: &mut Texts, diagnostics: &mut Diagnostics) -> Option<StyleEntry> {
    let file = match read(args.style.as_ref()?) {
        Ok(file) => file,
        Err((message, help)) => {
            diagnostics.push(Diagnostic::error(message).opt_help(help));
            return None;
        }
    };
    let id = texts.add(&file.name, file.content);
    let document = parse(id, texts, diagnostics)?;
    check(&document.root, &STYLE, &Scopes::default(), diagnostics);
    let own = StyleEntry::read(&document.root);
    own.resolve(&Disk::default(), texts, diagnostics);
    Some(own)
}

/// The look without a scenario.
pub fn default_style(args: &LookArgs, printer: &Printer) -> Result<Look, Failure> {
    look(StyleEntry::default(), &mut Texts::default(), args, printer)
}

fn look(mut style: StyleEntry, texts: &mut Texts, args: &LookArgs, printer: &Printer) -> Result<Look, Failure> {
    let mut diagnostics = Diagnostics::default();
    if let Some(own) = file(args, texts, &mut diagnostics) {
        style.merge(own);
    }
    let id = texts.add("the command line", "");
    let span = Span { text: id, start: 0, end: 0 };
    let mut set = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            style.set(Located::new(key.to_owned().into(), span), Located::new(value, span));
        }
    };
    let word = |value: Option<clap::builder::PossibleValue>| {
        value.map(|value| Value::Text(value.get_name().to_owned().into()))
    };
    set("dpi", args.dpi.map(|dpi| Value::Number(f64::from(dpi))));
    set("svg_text", word(args.svg_text.and_then(|text| text.to_possible_value())));
    set("theme", word(args.theme.and_then(|theme| theme.to_possible_value())));
    let resolved = style.resolve(&Disk::default(), texts, &mut Diagnostics::default());
    style.judge(&resolved, &mut diagnostics);
    printer.diagnostics(&diagnostics, texts);
    if diagnostics.has_errors() { Err(Failure::Reported) } else { Ok(resolved) }
}
