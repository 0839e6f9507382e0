//! `forcesize schema`, `completions` and `man`: what editors and shells want to know.

use super::command::Cli;
use super::failure::Failure;
use super::printer::Printer;
use clap::CommandFactory;
use clap::error::ErrorKind;
use forcesize::diagnostic::{Diagnostics, Texts, did_you_mean};
use forcesize::model::Model;
use forcesize::report::catalogue;
use forcesize::report::format::SCHEMA;

pub fn schema(cases: bool, results: bool, printer: &Printer) -> Result<(), Failure> {
    if results {
        return printer.result(SCHEMA);
    }
    if cases {
        return printer.result(&catalogue::schema_of_cases());
    }
    let model = Model::standard(&mut Texts::default(), &mut Diagnostics::default());
    printer.result(&catalogue::schema(&model.entries))
}

pub fn completions(shell: clap_complete::Shell, printer: &Printer) -> Result<(), Failure> {
    let mut script = Vec::new();
    let mut command = if shell == clap_complete::Shell::Zsh { commands_first() } else { Cli::command() };
    clap_complete::generate(shell, &mut command, "forcesize", &mut script);
    let script = String::from_utf8_lossy(&script);
    if shell != clap_complete::Shell::Zsh {
        return printer.result(&script);
    }
    // The first word may be a scenario all the same.
    let first = "\nfunction _forcesize_first() { _alternative 'commands:command:_forcesize_commands' 'files:scenario:_files' }\n";
    let script = script.replacen("\":: :_forcesize_commands\"", "\":: :_forcesize_first\"", 1);
    printer.result(&script.replacen("\n_forcesize() {", &format!("{first}\n_forcesize() {{"), 1))
}

/// The command line without scenarios at its beginning: zsh would take the command for one, and the word behind it for
/// the command.
fn commands_first() -> clap::Command {
    let cli = Cli::command();
    let options = cli.get_arguments().filter(|arg| !arg.is_positional()).cloned();
    clap::Command::new("forcesize")
        .disable_help_subcommand(true)
        .args(options)
        .subcommands(cli.get_subcommands().cloned())
}

pub fn man(printer: &Printer) -> Result<(), Failure> {
    let mut page = Vec::new();
    let command = Cli::command();
    let mut rendered = clap_mangen::Man::new(command.clone()).render(&mut page);
    for sub in command.get_subcommands().filter(|sub| !sub.is_hide_set() && sub.get_name() != "help") {
        let name = format!("forcesize {}", sub.get_name());
        let sub = sub.clone().name(name.clone()).display_name(name);
        rendered = rendered.and_then(|()| clap_mangen::Man::new(sub).render(&mut page));
    }
    rendered.map_err(|error| Failure::File(format!("cannot make the manual page: {error}"), None))?;
    printer.result(&String::from_utf8_lossy(&page))
}

/// The complaint about a first word that is nearly a command's name, where options behind it are unknown because it
/// was taken for a scenario.
pub fn misspelt(error: &clap::Error) -> Option<Failure> {
    let word = std::env::args().nth(1).filter(|_| error.kind() == ErrorKind::UnknownArgument)?;
    if word.starts_with('-') || word.contains(['.', '/', '\\']) || std::path::Path::new(&word).exists() {
        return None;
    }
    let cli = Cli::command();
    let commands: Vec<&str> = cli.get_subcommands().map(clap::Command::get_name).collect();
    let hint = did_you_mean(&word, commands.iter().copied()).filter(|_| !commands.contains(&word.as_str()))?;
    Some(Failure::CommandLine(format!("no command is called `{word}`"), Some(hint)))
}
