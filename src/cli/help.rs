//! `forcesize help`: a command, or a topic of the manual.

use super::failure::Failure;
use super::flags::languages;
use super::printer::Printer;
use clap::{Args, Command};
use forcesize::diagnostic::{Diagnostics, Texts, did_you_mean};
use forcesize::language::{Language, listed};
use forcesize::model::Model;
use forcesize::report::manual;
use std::fmt::Write as _;

/// Columns of the manual, where the terminal has as many.
const COLUMNS: usize = 80;

/// The word for the notices of all that the program is built of.
const LICENCES: &str = "licences";
const NOTICES: &str = include_str!("licences.txt");

/// Arguments of `help`.
#[derive(Args)]
pub struct HelpArgs {
    /// A command, a topic of the manual, or `licences`
    #[arg(value_name = "COMMAND|TOPIC")]
    pub word: Option<String>,
    /// The topic, or the whole manual, as Markdown
    #[arg(long)]
    pub markdown: bool,
    /// Every text that reports, tables and charts are made of, by area, for editors: {name} is what a run puts in
    #[arg(long, conflicts_with_all = ["word", "markdown"])]
    pub texts: bool,
    /// The language of the texts
    #[arg(long, value_name = "LANG", value_parser = languages(), requires = "texts")]
    pub lang: Option<Language>,
}

pub fn run(args: &HelpArgs, cli: &Command, printer: &Printer) -> Result<(), Failure> {
    let entries = || Model::standard(&mut Texts::default(), &mut Diagnostics::default()).entries;
    if args.texts {
        return printer.result(&texts(args.lang.unwrap_or_default(), printer.width().min(COLUMNS)));
    }
    let topics = manual::topics();
    let Some(word) = &args.word else {
        if args.markdown {
            return printer.result(&manual::markdown(&entries()));
        }
        let topics = manual::listed(printer.width().min(COLUMNS));
        return printer.help(&format!(
            "{}\nTopics: forcesize help TOPIC\n\n{topics}\nNotices of what it is built of: forcesize help {LICENCES}\n",
            of_command(cli, &[])
        ));
    };
    if let Some(topic) = topics.iter().find(|topic| topic.name == word) {
        let text = if args.markdown {
            topic.markdown(&entries())
        } else {
            topic.terminal(&entries(), printer.width().min(COLUMNS))
        };
        return printer.result(&text);
    }
    if word == LICENCES {
        return printer.result(NOTICES);
    }
    if cli.find_subcommand(word).is_some() {
        return printer.help(&of_command(cli, &[word]));
    }
    let commands = cli.get_subcommands().map(Command::get_name);
    let known = topics.iter().map(|topic| topic.name).chain([LICENCES]);
    let hint = did_you_mean(word, known).or_else(|| did_you_mean(word, commands));
    let hint = hint.map_or_else(String::new, |hint| format!("{hint} "));
    let list: Vec<&str> = topics.iter().map(|topic| topic.name).collect();
    Err(Failure::CommandLine(
        format!("no command and no topic is called `{word}`"),
        Some(format!("{hint}topics are {}; `forcesize --help` lists the commands", list.join(", "))),
    ))
}

/// The texts of a language; those of the model are in its own files where it is English.
fn texts(language: Language, width: usize) -> String {
    let mut areas = listed(language);
    let of_model = || Model::standard(&mut Texts::default(), &mut Diagnostics::default()).texts();
    for area in areas.iter_mut().filter(|area| area.name == "model" && area.texts.is_empty()) {
        area.texts = of_model().into_iter().map(|(key, text)| (key, vec![text])).collect();
    }
    let options = textwrap::Options::new(width)
        .break_words(false)
        .initial_indent("  ")
        .subsequent_indent("    ")
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    let mut all = String::new();
    for area in areas.iter().filter(|area| !area.texts.is_empty()) {
        let _ = writeln!(all, "{}\n{}\n", area.name, "=".repeat(area.name.len()));
        for (key, forms) in &area.texts {
            let _ = writeln!(all, "{key}");
            for form in forms {
                let _ = writeln!(all, "{}", textwrap::fill(form.trim(), &options));
            }
        }
        all.push('\n');
    }
    all.truncate(all.trim_end().len());
    all
}

/// What `--help` says behind a command: asked of the parser, so that the two never differ.
fn of_command(cli: &Command, words: &[&str]) -> String {
    let words = ["forcesize"].iter().chain(words).chain(&["--help"]);
    cli.clone().try_get_matches_from(words).map_or_else(|help| help.render().ansi().to_string(), |_| String::new())
}
