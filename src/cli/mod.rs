//! The command line: one file per command, files and terminal touched here and nowhere else.

mod artifact;
mod backtest;
mod break_even;
mod check;
mod command;
mod compare;
mod cost;
mod deliver;
mod diff;
mod discover;
mod documents;
mod draft;
mod earlier;
mod encoding;
mod exchange;
mod explain;
mod failure;
mod flags;
mod help;
mod load;
mod look;
mod metrics;
mod missions;
mod monte_carlo;
mod new;
mod nothing;
mod options;
mod output;
mod printer;
mod reader;
mod recorded;
mod report;
mod rerun;
mod run;
mod selftest;
mod sensitivity;
mod served;
mod set_from;
mod settings;
mod shell;
mod size;
mod studied;
mod supply;
mod sweep;
mod temporary;
mod threads;
mod typed;
mod visible;
mod watch;

use clap::{CommandFactory, FromArgMatches};
use command::{Cli, Command};
use printer::Printer;
use std::process::ExitCode;

/// The columns of help, where the terminal has as many.
const COLUMNS: usize = 80;

fn command() -> clap::Command {
    Cli::command().max_term_width(COLUMNS)
}

/// Runs the command line; exit codes: 0 done, 1 a scenario or a file is at fault, 2 the command line is.
pub fn main() -> ExitCode {
    let mut known = command();
    let words = match typed::arranged(&known, std::env::args_os().collect()) {
        Ok(words) => words,
        Err(failure) => return Printer::new(clap::ColorChoice::Auto).report(failure),
    };
    let parsed = known.try_get_matches_from_mut(words).and_then(|matches| Cli::from_arg_matches(&matches));
    let cli = match parsed.map_err(|error| error.format(&mut known)) {
        Ok(cli) => cli,
        Err(error) => {
            let printer = Printer::new(clap::ColorChoice::Auto);
            if let Some(failure) = shell::misspelt(&error) {
                return printer.report(failure);
            }
            // Help and version are answers, not faults.
            return printer.parsed(&error);
        }
    };
    let printer = Printer::new(cli.color);
    threads::start();
    let outcome = match cli.command.unwrap_or(Command::Run(cli.run)) {
        Command::Run(args) => run::run(&args, &printer),
        Command::Report(args) => report::run(&args, &printer),
        Command::Check(args) => check::run(&args, &printer),
        Command::Explain(args) => explain::run(&args, &printer),
        Command::Metrics(args) => metrics::run(&args, &printer),
        Command::Missions(args) => missions::run(&args, &printer),
        Command::Backtest(args) => backtest::run(&args, &printer),
        Command::Sweep(args) => sweep::run(&args, &printer),
        Command::MonteCarlo(args) => monte_carlo::run(&args, &printer),
        Command::Sensitivity(args) => sensitivity::run(&args, &printer),
        Command::BreakEven(args) => break_even::run(&args, &printer),
        Command::Discover(args) => discover::run(&args, &printer),
        Command::Selftest(args) => selftest::run(&args, &printer),
        Command::Size(args) => size::run(&args, &printer),
        Command::Cost(args) => cost::run(&args, &printer),
        Command::Supply(args) => supply::run(&args, &printer),
        Command::Compare(args) => compare::run(&args, &printer),
        Command::Options(args) => options::run(&args, &printer),
        Command::Rerun(args) => rerun::run(&args, &printer),
        Command::Diff(args) => diff::run(&args, &printer),
        Command::New(args) => new::run(&args, &printer),
        Command::Help(args) => help::run(&args, &command(), &printer),
        Command::Schema { cases, results } => shell::schema(cases, results, &printer),
        Command::Completions { shell } => shell::completions(shell, &printer),
        Command::Man => shell::man(&printer),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => printer.report(failure),
    }
}
