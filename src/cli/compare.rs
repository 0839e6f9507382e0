//! `forcesize compare`: scenarios side by side, and which inputs explain their differences.

use super::deliver;
use super::failure::Failure;
use super::flags::{DataArgs, LookArgs, OutArgs, SetArgs, whole};
use super::load::Loaded;
use super::look;
use super::nothing;
use super::printer::Printer;
use super::settings;
use clap::Args;
use forcesize::analysis::monte_carlo::{MonteCarlo, Settings};
use forcesize::diagnostic::did_you_mean;
use forcesize::model::{Assessment, MetricId};
use forcesize::report::compare::{self, Choice, Compared};
use forcesize::report::pillars as report;
use std::path::PathBuf;

/// Arguments of `compare`.
#[derive(Args)]
#[command(after_help = "Examples:\n  \
    forcesize compare ukraine-2025 mine.toml\n  \
    forcesize compare a.toml b.toml c.toml --metrics force_density,front_density\n  \
    forcesize compare a.toml b.toml --metrics all --csv > metrics.csv\n  \
    forcesize compare --pillars                        the built-in scenario without each of its pillars\n  \
    forcesize compare a.toml b.toml --set peacekeepers=\"25_000 troops\"     the same force in both")]
pub struct CompareArgs {
    /// Two or more scenario files; `ukraine-2025` is the built-in one where there is no such file
    #[arg(value_name = "SCENARIO")]
    pub scenarios: Vec<PathBuf>,
    /// Hold one scenario with and without each of its [[pillar]] sections; the built-in one where none is given
    #[arg(long, conflicts_with = "samples")]
    pub pillars: bool,
    /// Hold the [option.NAME] sections of one scenario side by side; the built-in one where none is given
    #[arg(long, conflicts_with = "pillars")]
    pub options: bool,
    /// The metrics, separated by commas, or `all` that differ; those of the summary that differ where absent
    #[arg(long, value_name = "METRIC", value_delimiter = ',')]
    pub metrics: Vec<String>,
    /// Number of samples for the 5th and 95th percentile; as the scenario says where absent
    #[arg(long, value_name = "N", value_parser = whole::<u64>(2..=u64::MAX))]
    pub samples: Option<u64>,
    /// Show the extremes too: the smallest and the largest value over the declared ranges of all inputs
    #[arg(long, conflicts_with = "pillars")]
    pub ends: bool,
    /// Values set over those of all scenarios
    #[command(flatten)]
    pub set: SetArgs,
    /// Where results go
    #[command(flatten)]
    pub out: OutArgs,
    /// For programs
    #[command(flatten)]
    pub data: DataArgs,
}

pub fn run(args: &CompareArgs, printer: &Printer) -> Result<(), Failure> {
    if args.pillars {
        return pillars(args, printer);
    }
    if args.options {
        return options(args, printer);
    }
    if !(2..=compare::MOST).contains(&args.scenarios.len()) {
        return Err(Failure::CommandLine(
            format!("a comparison is of 2 to {} scenarios, not of {}", compare::MOST, args.scenarios.len()),
            Some("forcesize compare ukraine-2025 mine.toml".to_owned()),
        ));
    }
    let mut loaded: Vec<Loaded> = Vec::new();
    let mut worst = None;
    let mut asked = false;
    let mut set = args.set.clone();
    for path in &args.scenarios {
        // Charts look as the first scenario wants them.
        let silent = LookArgs::default();
        let look = if asked { &silent } else { &args.out.look };
        asked = true;
        match look::dressed(Some(path), &set, look, printer) {
            Ok(one) => {
                // All are said in the first one's language.
                set.lang.get_or_insert(one.assessment.words.language());
                loaded.push(one);
            }
            Err(Failure::File(message, help)) => {
                printer.complain(&message, help.as_deref());
                worst = Some(Failure::Reported);
            }
            Err(failure) => worst = Some(failure),
        }
    }
    if let Some(failure) = worst {
        return Err(failure);
    }
    let scenarios: Vec<&Assessment> = loaded.iter().map(|one| &one.assessment).collect();
    show(args, scenarios, &loaded[0].settings, printer)
}

/// Scenarios side by side; what is set over the first has a part in the name of the folder.
fn show(args: &CompareArgs, scenarios: Vec<&Assessment>, settings: &str, printer: &Printer) -> Result<(), Failure> {
    let choice = choice(&args.metrics, &scenarios, printer)?;
    let spreads = scenarios.iter().map(|one| draw(one, args.samples, printer)).collect::<Result<Vec<_>, _>>()?;
    let compared = Compared::new(scenarios, spreads, &choice);
    if args.data.csv {
        return printer.result(&args.out.tables.written(&compare::csv(&compared)));
    }
    // Charts take longer than all the rest, and JSON has none.
    if args.data.json {
        return printer.result(&forcesize::report::json::text(&compare::json(&compared)));
    }
    let mut part = compare::section(&compared);
    part.tables.extend(args.ends.then(|| compare::ends(&compared)));
    let folder = settings::folder(args.out.out.as_deref(), &compared.folder(), settings);
    let look = &compared.scenarios[0].requests.look;
    deliver::into((&folder, look, compared.words()), &part, (&args.out, args.data), printer)
}

/// The options of one scenario side by side.
fn options(args: &CompareArgs, printer: &Printer) -> Result<(), Failure> {
    let path = alone(args, "--options")?;
    let loaded = look::dressed(path, &args.set, &args.out.look, printer)?;
    let assessment = &loaded.assessment;
    let stated = &assessment.requests.options;
    if stated.is_empty() {
        let help = "state two or more: [option.NAME] with set = { peacekeepers = \"25_000 troops\" }".to_owned();
        let fault = || Failure::File(format!("`{}` has no options", assessment.name), Some(help));
        return nothing::or_fault(args.data, fault, || nothing::say(&loaded, "options-nothing", &[], printer));
    }
    if stated.len() > compare::MOST {
        return Err(Failure::File(
            format!("a comparison is of at most {} scenarios, not of {} options", compare::MOST, stated.len()),
            Some("`forcesize options` holds all of them against one another".to_owned()),
        ));
    }
    let scenarios: Vec<Assessment> = stated.iter().map(|option| option.assessment(assessment)).collect();
    show(args, scenarios.iter().collect(), &loaded.settings, printer)
}

/// The one scenario that something is about.
fn alone<'a>(args: &'a CompareArgs, flag: &str) -> Result<Option<&'a PathBuf>, Failure> {
    match args.scenarios.as_slice() {
        [] => Ok(None),
        [one] => Ok(Some(one)),
        _ => {
            let help = format!("forcesize compare {flag} mine.toml");
            Err(Failure::CommandLine(format!("{flag} is about one scenario"), Some(help)))
        }
    }
}

/// One scenario with every combination of what it rests on.
fn pillars(args: &CompareArgs, printer: &Printer) -> Result<(), Failure> {
    let path = alone(args, "--pillars")?;
    let loaded = look::dressed(path, &args.set, &args.out.look, printer)?;
    let assessment = &loaded.assessment;
    if assessment.requests.pillars.is_empty() {
        let help = "[[pillar]] with a `label` and `without` says what is missing without it".to_owned();
        let fault = || Failure::File(format!("`{}` has no pillar", assessment.name), Some(help));
        return nothing::or_fault(args.data, fault, || nothing::say(&loaded, "pillars-not-stated", &[], printer));
    }
    let wanted: Box<dyn Fn(MetricId) -> bool> = match choice(&args.metrics, &[assessment], printer)? {
        Choice::All => Box::new(|_| true),
        Choice::Summary => Box::new(|metric| {
            assessment.calculation.metrics[metric].headline || assessment.calculation.metrics[metric].own
        }),
        Choice::Named(ids) => Box::new(move |metric| ids.contains(&assessment.calculation.metrics[metric].id)),
    };
    let samples = super::studied::samples(assessment, printer)?;
    let rows = forcesize::analysis::pillars::run(assessment, samples.as_ref(), &wanted);
    if args.data.csv {
        return printer.result(&args.out.tables.written(&report::csv(assessment, &rows)));
    }
    let part = report::section(assessment, &rows);
    let folder = loaded.folder(args.out.out.as_deref());
    deliver::into((&folder, &assessment.requests.look, assessment.words), &part, (&args.out, args.data), printer)
}

/// The samples that are asked for on the command line or by the scenario.
fn draw(assessment: &Assessment, samples: Option<u64>, printer: &Printer) -> Result<Option<MonteCarlo>, Failure> {
    if assessment.calculation.uncertain().is_empty() {
        return Ok(None);
    }
    let asked = forcesize::study::sampling(assessment);
    let settings = Settings { samples: samples.unwrap_or(asked.samples), ..asked };
    super::monte_carlo::results(assessment, settings, printer).map(Some)
}

fn choice(names: &[String], scenarios: &[&Assessment], printer: &Printer) -> Result<Choice, Failure> {
    let names: Vec<String> = names.iter().map(|name| name.trim().to_owned()).collect();
    if names.is_empty() {
        return Ok(Choice::Summary);
    }
    if names.iter().any(|name| name == "all") {
        return Ok(Choice::All);
    }
    printer.all(names.iter().map(|name| known(name, scenarios)))?;
    Ok(Choice::Named(names))
}

/// Complains of a metric that no scenario can compute.
fn known(name: &str, scenarios: &[&Assessment]) -> Result<(), Failure> {
    if scenarios.iter().any(|one| one.calculation.metric(name).is_some()) {
        return Ok(());
    }
    let lacking = scenarios.iter().flat_map(|one| &one.calculation.unavailable).find(|metric| metric.id == name);
    if let Some(metric) = lacking {
        return Err(Failure::File(
            format!("no scenario can compute `{name}`: it needs {}", metric.needs.join(", ")),
            Some("give these inputs, or name another metric".to_owned()),
        ));
    }
    let known = scenarios.iter().flat_map(|one| &one.calculation.metrics).map(|metric| metric.id.as_str());
    let help = did_you_mean(name, known).unwrap_or_else(|| "`forcesize metrics` lists the metrics".to_owned());
    Err(Failure::CommandLine(format!("no metric is called `{name}`"), Some(help)))
}
