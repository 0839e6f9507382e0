//! The commands, and the arguments that several of them share; each command's own stand in its file.

use super::break_even::BreakEvenArgs;
use super::check::CheckArgs;
use super::cost::CostArgs;
use super::discover::DiscoverArgs;
use super::explain::ExplainArgs;
use super::metrics::MetricsArgs;
use super::missions::MissionsArgs;
use super::monte_carlo::MonteCarloArgs;
use super::new::NewArgs;
use super::report::ReportArgs;
use super::run::RunArgs;
use super::selftest::SelftestArgs;
use super::sensitivity::SensitivityArgs;
use super::size::SizeArgs;
use super::supply::SupplyArgs;
use super::sweep::SweepArgs;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// How many peacekeepers does this line, area and population need, and how sure are we?
///
/// Reads a scenario (TOML), computes density ratios and yardsticks side by side, explains every number down to its
/// sources, and draws charts for reports. Without arguments it runs the built-in scenario `ukraine-2025`.
#[derive(Parser)]
#[command(
    version,
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = false,
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
    /// Write a commented scenario to start from
    New(NewArgs),
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

/// Values set over a scenario's.
#[derive(Args, Clone, Default)]
pub struct SetArgs {
    /// Values set over the scenario's.
    #[arg(
        long = "set",
        value_name = "NAME=VALUE",
        help = "Set an input for this run: front_length=\"1_250 km\", or a bare number in the input's unit. Repeatable"
    )]
    pub set: Vec<String>,
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
    /// Formats of charts, separated by commas
    #[arg(long, value_name = "FORMAT", value_delimiter = ',', default_value = "svg,png")]
    pub format: Vec<Format>,
}
