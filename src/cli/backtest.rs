//! `forcesize backtest`: what rules would have forecast of cases whose outcome others coded.

use super::deliver;
use super::failure::Failure;
use super::flags::{DataArgs, OutArgs, SetArgs, languages, whole};
use super::load::{self, Disk};
use super::look;
use super::printer::Printer;
use super::reader;
use super::settings;
use clap::Args;
use forcesize::diagnostic::{Diagnostics, Span, Texts, did_you_mean};
use forcesize::evidence::Evidence;
use forcesize::evidence::backtest::{self, Backtest, REDRAWS};
use forcesize::language::{Language, Localizer};
use forcesize::report::backtest as report;
use forcesize::scenario::{CaseFile, Files, FoundFile, Located, Missions, RuleEntry, Text};
use std::path::{Path, PathBuf};

/// Arguments of `backtest`.
#[derive(Args)]
#[command(after_help = "Examples:\n  \
    forcesize backtest\n  \
    forcesize backtest cdb90 --tables ~/data\n  \
    forcesize backtest mine.toml --rule force_density --beside income --beside distance")]
pub struct BacktestArgs {
    /// A file of cases, or one that is built in: missions, cdb90, occupations, un-troops [default: missions]
    #[arg(value_name = "CASES")]
    pub cases: Option<PathBuf>,
    /// Only this rule of the file, by its name; or a metric or a column that is to be one. Repeatable
    #[arg(long, value_name = "NAME")]
    pub rule: Vec<String>,
    /// What a rule that the file does not have expects of a higher value
    #[arg(long, value_enum, default_value = "rarer")]
    pub expects: Expects,
    /// A column that every rule is compared with, by itself. Repeatable
    #[arg(long, value_name = "COLUMN")]
    pub beside: Vec<String>,
    /// The folder in which the tables lie, where that is not the folder of the file of cases
    #[arg(long, value_name = "FOLDER")]
    pub tables: Option<PathBuf>,
    /// A scenario to show among the cases
    #[arg(long, value_name = "SCENARIO")]
    pub like: Option<PathBuf>,
    /// A file of missions of your own, which adds to the built-in ones or replaces them by name
    #[arg(long, value_name = "FILE")]
    pub missions: Option<PathBuf>,
    /// How often groups are drawn again for the intervals
    #[arg(long, value_name = "N", value_parser = whole::<usize>(100..=100_000))]
    pub redraws: Option<usize>,
    /// Print the records of the rules that are those of sizing methods, as scenarios/data/records.toml has them
    #[arg(long, conflicts_with_all = ["csv", "json"])]
    pub record: bool,
    /// The language of what is reported; the scenario's `lang`, or English, where it is not given
    #[arg(long, value_name = "LANG", value_parser = languages())]
    pub lang: Option<Language>,
    /// For programs
    #[command(flatten)]
    pub data: DataArgs,
    /// Where results go
    #[command(flatten)]
    pub out: OutArgs,
}

/// What a rule expects of a higher value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Expects {
    /// The event is likelier
    Likelier,
    /// The event is rarer
    Rarer,
}

/// Tables beside the file of cases, or in a folder of their own.
struct Tables<'a> {
    folder: Option<&'a Path>,
    disk: Disk,
}

impl Files for Tables<'_> {
    fn read(&self, name: &str, from: &str) -> Result<FoundFile, (String, Option<String>)> {
        self.disk.read(name, from)
    }

    fn read_table(&self, name: &str, from: &str) -> Result<FoundFile, (String, Option<String>)> {
        let beside = Path::new(from).parent().unwrap_or(Path::new(""));
        let path = self.folder.unwrap_or(beside).join(name);
        let help = "a table lies in the folder of the file of cases, or in the one that `--tables FOLDER` names";
        let failed = |reason: &str| (format!("cannot read `{}`: {reason}", path.display()), Some(help.to_owned()));
        let bytes =
            reader::bytes(&path, reader::TABLE).map_err(|unread| failed(&unread.reason(reader::TABLE, "a table")))?;
        let Ok(content) = String::from_utf8(bytes) else {
            let help = "save the table as CSV in UTF-8";
            return Err((failed("it is not UTF-8 text").0, Some(help.to_owned())));
        };
        let name = path.to_string_lossy().into_owned();
        Ok(FoundFile { identity: name.clone(), name, content })
    }
}

pub fn run(args: &BacktestArgs, printer: &Printer) -> Result<(), Failure> {
    let set = SetArgs { lang: args.lang, ..SetArgs::default() };
    let like = args.like.as_ref().map(|path| look::dressed(Some(path), &set, &args.out.look, printer)).transpose()?;
    let (file, name) = found(args)?;
    let (mut texts, mut diagnostics) = (Texts::default(), Diagnostics::default());
    let tables = Tables { folder: args.tables.as_deref(), disk: Disk::default() };
    let cases = CaseFile::read(&file, &tables, &mut texts, &mut diagnostics);
    let own = own_missions(args, &mut texts, &mut diagnostics)?;
    let evidence = Evidence::read(&own, &mut texts, &mut diagnostics);
    let tested = cases.as_ref().zip(evidence.as_ref()).and_then(|(cases, evidence)| {
        let rules = rules(args, cases, &mut texts, &mut diagnostics);
        let draws = args.redraws.unwrap_or(REDRAWS);
        backtest::run(cases, &rules, &evidence.missions, draws, &mut texts, &mut diagnostics)
    });
    printer.diagnostics(&diagnostics, &texts);
    let Some(tested) = tested.filter(|_| !diagnostics.has_errors()) else { return Err(Failure::Reported) };
    if args.record {
        return printer.result(report::records(&tested, &name).trim_end());
    }
    let look = match &like {
        Some(loaded) => loaded.assessment.requests.look.clone(),
        None => look::default_style(&args.out.look, printer)?,
    };
    let words =
        like.as_ref().map_or_else(|| Localizer::new(args.lang.unwrap_or_default()), |loaded| loaded.assessment.words);
    show(args, &tested, (words, &look), like.as_ref().map(|loaded| &loaded.assessment), &name, printer)
}

fn show(
    args: &BacktestArgs,
    tested: &Backtest,
    (words, look): (Localizer, &forcesize::scenario::Look),
    like: Option<&forcesize::model::Assessment>,
    name: &str,
    printer: &Printer,
) -> Result<(), Failure> {
    let part = report::section(words, tested, like, look);
    let folder = settings::folder(args.out.out.as_deref(), &format!("backtest-{name}"), "");
    deliver::into((&folder, look, words), &part, (&args.out, args.data), printer)
}

/// The file of cases, and the name of its results.
fn found(args: &BacktestArgs) -> Result<(FoundFile, String), Failure> {
    let names = CaseFile::built_in_names();
    let path = args.cases.clone().unwrap_or_else(|| PathBuf::from(names[0]));
    let text = path.to_string_lossy().into_owned();
    if let Some(file) = CaseFile::built_in(&text).filter(|_| !path.is_file()) {
        return Ok((file, text));
    }
    let file = load::read(&path).map_err(|(message, help)| {
        let built_in = format!("name a file of cases, or one that is built in: {}", names.join(", "));
        let near = help.filter(|help| help.contains("did you mean")).or_else(|| did_you_mean(&text, names));
        Failure::File(message, near.or(Some(built_in)))
    })?;
    let stem = path.file_stem().map_or_else(|| names[0].to_owned(), |stem| stem.to_string_lossy().into_owned());
    Ok((file, stem))
}

fn own_missions(
    args: &BacktestArgs,
    texts: &mut Texts,
    diagnostics: &mut Diagnostics,
) -> Result<Vec<Missions>, Failure> {
    let Some(path) = &args.missions else { return Ok(Vec::new()) };
    let file = load::read(path).map_err(|(message, help)| Failure::File(message, help))?;
    Ok(Missions::read(&file, texts, diagnostics).into_iter().collect())
}

/// The rules asked for, each with the rivals of the command line.
fn rules(args: &BacktestArgs, cases: &CaseFile, texts: &mut Texts, diagnostics: &mut Diagnostics) -> Vec<RuleEntry> {
    let mut typed = |flag: &str, text: &str| {
        let span = Span { text: texts.add(flag, text.to_owned()), start: 0, end: text.len() };
        Located::new(Text::from(text.to_owned()), span)
    };
    let names: Vec<Located<Text>> = args.rule.iter().map(|name| typed("--rule", name)).collect();
    let beside: Vec<Located<Text>> = args.beside.iter().map(|column| typed("--beside", column)).collect();
    let rules = cases.rules_named(&names, &beside, args.expects == Expects::Likelier);
    if rules.is_empty() {
        diagnostics.push(backtest::without_rules(cases));
    }
    rules
}
