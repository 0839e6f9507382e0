//! The commands, and the arguments that several of them share; each command's own stand in its file.

use super::break_even::BreakEvenArgs;
use super::check::CheckArgs;
use super::compare::CompareArgs;
use super::cost::CostArgs;
use super::diff::DiffArgs;
use super::discover::DiscoverArgs;
use super::explain::ExplainArgs;
use super::help::HelpArgs;
use super::init::InitArgs;
use super::metrics::MetricsArgs;
use super::missions::MissionsArgs;
use super::monte_carlo::MonteCarloArgs;
use super::new::NewArgs;
use super::report::ReportArgs;
use super::rerun::RerunArgs;
use super::run::RunArgs;
use super::selftest::SelftestArgs;
use super::sensitivity::SensitivityArgs;
use super::size::SizeArgs;
use super::supply::SupplyArgs;
use super::sweep::SweepArgs;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use forcesize::language::{CODES, Language};
use forcesize::quantity::reading;
use forcesize::quantity::unit::Units;
use std::ops::RangeInclusive;
use std::path::PathBuf;

/// How many peacekeepers does this line, area and population need, and how sure are we?
///
/// Reads a scenario (TOML), computes density ratios and yardsticks side by side, explains every number down to its
/// sources, and draws charts for reports. Without arguments it runs the built-in scenario `ukraine-2025`.
#[derive(Parser)]
#[command(
    version,
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = true,
    after_help = "Examples:\n  \
        forcesize                                      the built-in scenario, into output/ukraine-2025/\n  \
        forcesize new mine.toml                        a commented scenario to edit\n  \
        forcesize run mine.toml                        compute it, with tables and charts\n  \
        forcesize explain front_density                why a number is what it is\n  \
        forcesize --set peacekeepers=\"25_000 troops\"   the built-in scenario with another force\n  \
        forcesize sweep --vary front_length=500..3_700 --show front_density\n\n\
        Exit codes: 0 done, 1 a scenario or a file is at fault, 2 the command line is."
)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Colours: on a terminal (auto), always or never; the variables `NO_COLOR` and `CLICOLOR_FORCE` are obeyed too
    #[arg(long, value_name = "WHEN", global = true, default_value = "auto")]
    pub color: clap::ColorChoice,
    /// Arguments of `run`, which is what happens without a command.
    #[command(flatten)]
    pub run: RunArgs,
}

/// What can be done.
#[derive(Subcommand)]
pub enum Command {
    /// Compute scenarios and write tables, a report and charts
    Run(RunArgs),
    /// Write one page for a browser, which computes anew as its sliders are moved
    Report(ReportArgs),
    /// List everything that is wrong or odd in scenarios, without computing
    Check(CheckArgs),
    /// Show why a metric has its value: formula, numbers, sources, down to the inputs
    Explain(ExplainArgs),
    /// List the metrics and inputs that the model knows
    Metrics(MetricsArgs),
    /// List past missions with their densities and bands, and hold a scenario against them
    Missions(MissionsArgs),
    /// Compute metrics over a range of one input (lines) or two (a grid)
    Sweep(SweepArgs),
    /// Draw samples of all inputs with ranges: every metric's spread, and how often conditions hold
    MonteCarlo(MonteCarloArgs),
    /// Which inputs drive a metric: one at a time from low to high, elasticities, or Sobol' indices
    Sensitivity(SensitivityArgs),
    /// The value of an input at which a metric meets a target
    BreakEven(BreakEvenArgs),
    /// With which inputs a condition fails: the box of inputs, found among samples (PRIM)
    Discover(DiscoverArgs),
    /// Compute cases with known answers and compare: does the program calculate rightly on this machine?
    Selftest(SelftestArgs),
    /// Hold sizing methods and published estimates beside the proposed force
    Size(SizeArgs),
    /// What the force costs by each basis, how many deaths to expect, and how long it takes to be there
    Cost(CostArgs),
    /// What a coalition of contributors can keep in theatre, beside what is asked of it
    Supply(SupplyArgs),
    /// Hold scenarios side by side: what differs, by how much, and which inputs explain it
    Compare(CompareArgs),
    /// Compute a saved result again from its own record: does every number still hold?
    Rerun(RerunArgs),
    /// What moved between two saved results, and by how much
    Diff(DiffArgs),
    /// Write a commented scenario to start from
    New(NewArgs),
    /// Write a scenario, its schema and a reference of inputs into a folder
    Init(InitArgs),
    /// Explain a command, or a topic of the manual; list the topics
    Help(HelpArgs),
    /// Print the JSON Schema of scenarios, for editors
    Schema,
    /// Print completions for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
}

/// Values and the language set over a scenario's.
#[derive(Args, Clone, Default)]
pub struct SetArgs {
    /// Values set over the scenario's.
    #[arg(
        long = "set",
        value_name = "NAME=VALUE",
        help = "Set an input for this run: front_length=\"1_250 km\", or a bare number in the input's unit. Repeatable"
    )]
    pub set: Vec<String>,
    /// The language of what is reported; the scenario's `lang`, or English, where it is not given
    #[arg(long, value_name = "LANG", value_parser = languages())]
    pub lang: Option<Language>,
}

/// A language by its code.
pub fn languages() -> impl TypedValueParser<Value = Language> {
    PossibleValuesParser::new(CODES).map(|code| Language::read(&code).unwrap_or_default())
}

/// Seeds, in files and on the command line.
pub const SEED: RangeInclusive<u64> = 0..=u32::MAX as u64;

/// A whole number as files have it: `16384`, `16_384`, `1e6`.
pub fn whole<T: TryFrom<u64>>(among: RangeInclusive<u64>) -> impl Fn(&str) -> Result<T, String> + Clone {
    move |text| {
        let (low, high) = (*among.start(), *among.end());
        let expected = || match high {
            u64::MAX => format!("expected a whole number of at least {low}"),
            _ => format!("expected a whole number from {low} to {high}"),
        };
        let text = text.trim();
        let digits: String = text.chars().filter(|c| *c != '_').collect();
        let exact = reading::leading(text).is_ok_and(|number| number.used == text.len()).then(|| digits.parse().ok());
        let number = exact.flatten().map_or_else(|| whole_of(text), Ok)?;
        Some(number)
            .filter(|number| among.contains(number))
            .and_then(|number| T::try_from(number).ok())
            .ok_or_else(expected)
    }
}

/// A whole number that is not written in digits alone.
fn whole_of(text: &str) -> Result<u64, String> {
    let usual = || "write a whole number: 16384 or 16_384".to_owned();
    match reading::leading(text) {
        Err(reason) if !reason.readings().is_empty() => {
            let readings = reason.readings().iter().filter(|reading| whole_of(reading).is_ok());
            let readings: Vec<String> = readings.cloned().collect();
            Err(if readings.is_empty() { usual() } else { format!("write {}", reading::either(&readings)) })
        }
        Ok(number) if number.used == text.len() && number.pointed => {
            let [thousands, decimals] = reading::both(text);
            let readings = if number.value.fract() == 0.0 { vec![thousands, decimals] } else { vec![thousands] };
            Err(format!("write {}", reading::either(&readings)))
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number that fits")]
        Ok(number)
            if number.used == text.len() && number.value.fract() == 0.0 && (0.0..=9.0e15).contains(&number.value) =>
        {
            Ok(number.value as u64)
        }
        _ => Err(usual()),
    }
}

/// A share among some: `0.001` or `0.1 %`.
pub fn share(text: &str, among: RangeInclusive<f64>, usual: &str) -> Result<f64, String> {
    let found = Units::default().quantity(text).map_err(|error| {
        let help = error.help.map_or_else(String::new, |help| format!(": {help}"));
        format!("{}{help}; {usual}", error.message)
    })?;
    if let Some(readings) = &found.readings {
        return Err(format!("write {}", reading::either(readings)));
    }
    let share = match &found.unit {
        None => Some(found.value),
        Some(unit) => unit.dimension().is_none().then(|| unit.to_base(found.value)),
    };
    share.filter(|share| among.contains(share)).ok_or_else(|| usual.to_owned())
}

/// Data for programs in place of what people read.
#[derive(Args, Clone, Copy, Default)]
pub struct DataArgs {
    /// Print the results as JSON to standard output and write no files
    #[arg(long, conflicts_with = "csv")]
    pub json: bool,
    /// Print the results as CSV to standard output and write no files
    #[arg(long)]
    pub csv: bool,
}

/// One scenario, what is set over it, where results go and in which form: the arguments of all analyses.
#[derive(Args, Clone)]
pub struct ScenarioArgs {
    /// A scenario file, or `-` for standard input; the built-in ukraine-2025 where none is given
    #[arg(value_name = "SCENARIO")]
    pub scenario: Option<PathBuf>,
    /// Values set over the scenario's
    #[command(flatten)]
    pub set: SetArgs,
    /// Where results go
    #[command(flatten)]
    pub out: OutArgs,
    /// For programs
    #[command(flatten)]
    pub data: DataArgs,
}

impl ScenarioArgs {
    /// The scenario's file; the built-in one where absent.
    pub fn path(&self) -> Option<&PathBuf> {
        self.scenario.as_ref()
    }

    /// What is set over the scenario's values, and the language.
    pub fn set(&self) -> &SetArgs {
        &self.set
    }
}

/// Going on while files are edited.
#[derive(Args, Clone, Copy, Default)]
pub struct WatchArgs {
    /// Do it again whenever the scenario, or a file it extends or includes, is saved, until Ctrl-C
    #[arg(long, conflicts_with_all = ["json", "csv"])]
    pub watch: bool,
}

/// Several scenarios, and what is set over them.
#[derive(Args, Clone, Default)]
pub struct ScenariosArgs {
    /// Scenario files, or `-` for standard input; the built-in ukraine-2025 where none is given
    #[arg(value_name = "SCENARIO")]
    pub scenarios: Vec<PathBuf>,
    /// Values set over the scenario's
    #[command(flatten)]
    pub set: SetArgs,
}

impl ScenariosArgs {
    /// The scenarios' files; once none for the built-in one.
    pub fn paths(&self) -> Vec<Option<&PathBuf>> {
        if self.scenarios.is_empty() { vec![None] } else { self.scenarios.iter().map(Some).collect() }
    }
}

/// A format of charts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Scalable, for the web and for editing
    Svg,
    /// Pixels, 300 dpi unless the scenario says otherwise
    Png,
    /// For printing; the text can be searched
    Pdf,
}

/// Where results go.
#[derive(Args, Clone)]
pub struct OutArgs {
    /// Folder for results; each scenario gets a folder of its own inside
    #[arg(long, value_name = "DIR", default_value = "output")]
    pub out: PathBuf,
    /// Formats of charts, separated by commas [default: svg,png]
    #[arg(long, value_name = "FORMAT", value_delimiter = ',', hide_default_value = true)]
    pub format: Vec<Format>,
    /// How charts look
    #[command(flatten)]
    pub look: LookArgs,
}

/// How charts look, where the command line has a say.
#[derive(Args, Clone, Default)]
pub struct LookArgs {
    /// Dots per inch of PNG files, over the scenario's
    #[arg(long, value_name = "N", value_parser = whole::<u32>(72..=1200))]
    pub dpi: Option<u32>,
    /// How SVG files hold text: outlines look the same everywhere and need no font
    #[arg(long, value_name = "KIND")]
    pub svg_text: Option<SvgText>,
    /// Dark letters on a light page, or light ones on a dark page
    #[arg(long, value_name = "THEME")]
    pub theme: Option<ThemeName>,
    /// A file with the keys of [style]: the look of a house
    #[arg(long, value_name = "FILE")]
    pub style: Option<PathBuf>,
}

impl LookArgs {
    /// Whether the command line says nothing.
    pub fn is_silent(&self) -> bool {
        self.dpi.is_none() && self.svg_text.is_none() && self.theme.is_none() && self.style.is_none()
    }
}

/// How SVG files hold text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SvgText {
    /// Can be searched and edited
    Text,
    /// Needs no font
    Outlines,
}

/// A theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ThemeName {
    /// Dark on light
    Light,
    /// Light on dark
    Dark,
}

impl OutArgs {
    /// The formats asked for, or the usual ones.
    pub fn formats(&self) -> &[Format] {
        if self.format.is_empty() { &[Format::Svg, Format::Png] } else { &self.format }
    }
}
