//! `forcesize check`: everything that is wrong or odd, without computing.

use super::failure::Failure;
use super::flags::{DataArgs, ScenariosArgs, TableArgs, WatchArgs};
use super::load::{self, Attempt, Loaded};
use super::printer::Printer;
use super::watch::watch_loop;
use clap::Args;
use forcesize::model::{Assessment, Choices};
use forcesize::report::complaints::{self, Verdict};
use forcesize::report::json;
use std::path::PathBuf;

/// Arguments of `check`.
#[derive(Args)]
#[command(after_help = "Examples:\n  \
    forcesize check mine.toml\n  \
    forcesize check mine.toml --json                   complaints with line and column, for programs")]
pub struct CheckArgs {
    /// The scenarios
    #[command(flatten)]
    pub of: ScenariosArgs,
    /// For programs
    #[command(flatten)]
    pub data: DataArgs,
    /// How CSV is written
    #[command(flatten)]
    pub tables: TableArgs,
    /// Going on
    #[command(flatten)]
    pub watch: WatchArgs,
}

pub fn run(args: &CheckArgs, printer: &Printer) -> Result<(), Failure> {
    watch_loop(args.watch.watch, &args.of.scenarios, printer, |looked_for| run_once(args, looked_for, printer))
}

/// Checks all scenarios; `looked_for` takes the files that they are made of.
fn run_once(args: &CheckArgs, looked_for: &mut Vec<PathBuf>, printer: &Printer) -> Result<(), Failure> {
    let mut worst = None;
    let mut verdicts = Vec::new();
    for path in args.of.paths() {
        let name = path.map_or_else(|| load::DEFAULT_NAME.to_owned(), |path| path.display().to_string());
        let attempt = load::attempt(path, &args.of.set, &Choices::default());
        match &attempt {
            Ok(attempt) => looked_for.extend(attempt.paths.iter().cloned()),
            Err(_) => looked_for.extend(path.cloned()),
        }
        let (verdict, failure) = one(&name, attempt, !args.watch.watch);
        if !(args.data.json || args.data.csv) {
            say(&verdict, printer)?;
        }
        verdicts.push(verdict);
        worst = failure.or(worst);
    }
    if args.data.json {
        let mut all: Vec<_> = verdicts.iter().map(complaints::json).collect();
        let document = if all.len() == 1 { all.remove(0) } else { serde_json::Value::Array(all) };
        printer.result(&json::text(&document))?;
    } else if args.data.csv {
        printer.result(&args.tables.written(&complaints::csv(&verdicts)))?;
    }
    worst.map_or(Ok(()), Err)
}

/// What became of a scenario, and the failure that is left when all has been said; `at_end` when the program ends then.
fn one(name: &str, attempt: Result<Attempt, Failure>, at_end: bool) -> (Verdict, Option<Failure>) {
    let mut verdict = Verdict { name: name.to_owned(), ..Verdict::default() };
    let failure = match attempt.map(|attempt| attempt.outcome) {
        Ok(Ok(loaded)) => {
            verdict.counts = Some(counts(&loaded.assessment));
            let Loaded { texts, diagnostics, assessment, entries, evidence, .. } = loaded;
            (verdict.texts, verdict.diagnostics) = (texts, diagnostics);
            if at_end {
                // Clearing away takes longer than ending without it.
                std::mem::forget((assessment, entries, evidence));
            }
            None
        }
        Ok(Err(refused)) => {
            let failure = if refused.of_command_line { Failure::ReportedOfCommandLine } else { Failure::Reported };
            (verdict.texts, verdict.diagnostics) = (refused.texts, refused.diagnostics);
            Some(failure)
        }
        Err(Failure::File(message, help)) => {
            verdict.unreadable = Some((message, help));
            Some(Failure::Reported)
        }
        Err(failure) => Some(failure),
    };
    (verdict, failure)
}

fn counts(assessment: &Assessment) -> [usize; 3] {
    [
        assessment.calculation.inputs.len(),
        assessment.calculation.metrics.len(),
        assessment.calculation.unavailable.len(),
    ]
}

/// Complaints where a person sees them, and one line of result.
pub fn say(verdict: &Verdict, printer: &Printer) -> Result<(), Failure> {
    if let Some((message, help)) = &verdict.unreadable {
        printer.complain(message, help.as_deref());
    }
    printer.diagnostics(&verdict.diagnostics, &verdict.texts);
    let Some([inputs, metrics, unavailable]) = verdict.counts else { return Ok(()) };
    let plural = |count: usize| if count == 1 { "" } else { "s" };
    let said = |count: usize, what: &str| (count > 0).then(|| format!("{count} {what}{}", plural(count)));
    let (warnings, notes) = (verdict.diagnostics.counts().1, verdict.diagnostics.notes());
    let counted: Vec<String> = [said(warnings, "warning"), said(notes, "note")].into_iter().flatten().collect();
    let count = if counted.is_empty() { "no complaints".to_owned() } else { counted.join(", ") };
    let name = &verdict.name;
    let line = format!(
        "{name}: {count}; {inputs} input{}, {metrics} metric{}, {unavailable} not available",
        plural(inputs),
        plural(metrics)
    );
    let options = textwrap::Options::new(printer.width()).break_words(false).subsequent_indent("  ");
    printer.result(&textwrap::fill(&line, options))
}
