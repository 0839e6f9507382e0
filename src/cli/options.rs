//! `forcesize options`: which option holds up best in what may come.

use super::deliver;
use super::failure::Failure;
use super::flags::{SEED, ScenarioArgs, whole};
use super::look;
use super::nothing;
use super::printer::Printer;
use clap::Args;
use forcesize::analysis::interrupt::Interrupt;
use forcesize::analysis::monte_carlo::Settings;
use forcesize::analysis::options;
use forcesize::report::options as report;
use forcesize::study;

/// Arguments of `options`.
#[derive(Args)]
#[command(after_help = "Examples:\n  \
    forcesize options\n  \
    forcesize options scenarios/options.toml --samples 65536\n  \
    forcesize options mine.toml --csv > options.csv\n  \
    forcesize options --pillars                        the plan, and the plan without each of its pillars")]
pub struct OptionsArgs {
    /// The scenario, and where results go
    #[command(flatten)]
    pub of: ScenarioArgs,
    /// Hold the plan against itself without each of its [[pillar]] sections, in place of the scenario's options
    #[arg(long)]
    pub pillars: bool,
    /// Number of futures; Sobol' points round it up to a power of two
    #[arg(long, value_name = "N", value_parser = whole::<u64>(16..=1 << 22))]
    pub samples: Option<u64>,
    /// The seed; the same seed gives the same futures
    #[arg(long, value_name = "S", value_parser = whole::<u64>(SEED))]
    pub seed: Option<u64>,
}

pub fn run(args: &OptionsArgs, printer: &Printer) -> Result<(), Failure> {
    let loaded = look::dressed(args.of.path(), args.of.set(), &args.of.out.look, printer)?;
    let assessment = &loaded.assessment;
    let requests = &assessment.requests;
    let name = &assessment.name;
    let lacking = |key: &str, what: String, help: &str| {
        let fault = || Failure::File(what, Some(help.to_owned()));
        nothing::or_fault(args.of.data, fault, || nothing::say(&loaded, key, &[], printer))
    };
    if args.pillars && requests.pillars.is_empty() {
        let help = "[[pillar]] with a `label` and `without` says what is missing without it";
        return lacking("pillars-not-stated", format!("`{name}` has no pillar"), help);
    }
    if !args.pillars && requests.options.is_empty() {
        let help = "state two or more: [option.NAME] with set = { peacekeepers = \"25_000 troops\" }";
        return lacking("options-nothing", format!("`{name}` has no options"), help);
    }
    if requests.conditions.is_empty() && requests.preferences.is_empty() {
        let help = "state a [[condition]], or [regret] with more = [\"METRIC\"] or less = [\"METRIC\"]";
        return lacking("options-nothing-better", "nothing says which option is better".to_owned(), help);
    }
    let stated = if args.pillars { assessment.options_of_pillars() } else { requests.options.clone() };
    let asked = study::futures(assessment);
    let settings =
        Settings { samples: args.samples.unwrap_or(asked.samples), seed: args.seed.unwrap_or(asked.seed), ..asked };
    let found = options::run(assessment, &stated, settings, Interrupt::NEVER);
    let found = found.map_err(|reason| Failure::of_study(assessment, reason))?;
    deliver::section(&report::section(assessment, &found), &loaded, &args.of, printer)
}
