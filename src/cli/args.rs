//! What can be written on the command line.

use clap::{Args, Parser, Subcommand, ValueEnum};
use forcesize::uncertainty::sampler::Kind;
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
    /// List everything that is wrong or odd in scenarios, without computing
    Check(CheckArgs),
    /// Show why a metric has its value: formula, numbers, sources, down to the inputs
    Explain(ExplainArgs),
    /// List the metrics and inputs that the model knows
    Metrics(MetricsArgs),
    /// Compute metrics over a range of one input (lines) or two (a grid)
    Sweep(SweepArgs),
    /// Draw samples of all inputs with ranges: every metric's spread, and how often conditions hold
    MonteCarlo(MonteCarloArgs),
    /// Which inputs drive a metric: one at a time from low to high, elasticities, or Sobol' indices
    Sensitivity(SensitivityArgs),
    /// The value of an input at which a metric meets a target
    BreakEven(BreakEvenArgs),
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

/// Arguments of `run`.
#[derive(Args)]
pub struct RunArgs {
    /// Scenario files; the built-in ukraine-2025 where none is given
    #[arg(value_name = "SCENARIO")]
    pub scenarios: Vec<PathBuf>,
    /// Values set over the scenario's
    #[command(flatten)]
    pub set: SetArgs,
    /// Where results go
    #[command(flatten)]
    pub out: OutArgs,
    /// Print results.json to standard output and write no files
    #[arg(long)]
    pub json: bool,
    /// Print no summary
    #[arg(long, short)]
    pub quiet: bool,
}

/// Arguments of `check`.
#[derive(Args)]
pub struct CheckArgs {
    /// Scenario files; the built-in ukraine-2025 where none is given
    #[arg(value_name = "SCENARIO")]
    pub scenarios: Vec<PathBuf>,
    /// Values set over the scenario's
    #[command(flatten)]
    pub set: SetArgs,
}

/// Arguments of `explain`.
#[derive(Args)]
pub struct ExplainArgs {
    /// A scenario file, if not the built-in one, and the metrics to explain; all headline metrics where none is named
    #[arg(value_name = "[SCENARIO] METRIC")]
    pub words: Vec<String>,
    /// Values set over the scenario's
    #[command(flatten)]
    pub set: SetArgs,
    /// As JSON
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `metrics`.
#[derive(Args)]
pub struct MetricsArgs {
    /// A scenario whose own metrics are listed too
    #[arg(value_name = "SCENARIO")]
    pub scenario: Option<PathBuf>,
    /// As Markdown
    #[arg(long, conflicts_with = "json")]
    pub markdown: bool,
    /// As JSON
    #[arg(long)]
    pub json: bool,
    /// Values set over the scenario's
    #[command(flatten)]
    pub set: SetArgs,
}

/// Arguments of `sweep`.
#[derive(Args)]
#[command(after_help = "Examples:\n  \
    forcesize sweep --vary front_length=500..3_700 --show front_density,combined_front_density\n  \
    forcesize sweep --vary peacekeepers=10_000..3_000_000 --log --show force_to_space --mark reference_force_to_space\n  \
    forcesize sweep mine.toml --vary peacekeepers=10_000..300_000 --vary front_length=\"500..3_700 km\" --show front_density\n  \
    forcesize sweep mine.toml                          the sweeps that the scenario itself asks for")]
pub struct SweepArgs {
    /// A scenario file; the built-in ukraine-2025 where none is given
    #[arg(value_name = "SCENARIO")]
    pub scenario: Option<PathBuf>,
    /// The input to vary and its range; twice for a grid
    #[arg(long, value_name = "INPUT=FROM..TO")]
    pub vary: Vec<String>,
    /// Number of points of each input
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(2..=2001))]
    pub steps: Option<u32>,
    /// Space the points by a factor, and draw a log axis
    #[arg(long)]
    pub log: bool,
    /// The metrics to compute, separated by commas
    #[arg(long, value_name = "METRIC", value_delimiter = ',')]
    pub show: Vec<String>,
    /// Metrics to draw as reference lines, separated by commas
    #[arg(long, value_name = "METRIC", value_delimiter = ',')]
    pub mark: Vec<String>,
    /// Values set over the scenario's
    #[command(flatten)]
    pub set: SetArgs,
    /// Where results go
    #[command(flatten)]
    pub out: OutArgs,
    /// Print the results as JSON to standard output and write no files
    #[arg(long, conflicts_with = "csv")]
    pub json: bool,
    /// Print the results as CSV to standard output and write no files
    #[arg(long)]
    pub csv: bool,
}

/// How samples are spread.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SamplerName {
    /// Scrambled Sobol' points: the smallest error for the same number
    Sobol,
    /// Latin hypercube
    Lhs,
    /// Plain random numbers
    Random,
}

impl From<SamplerName> for Kind {
    fn from(name: SamplerName) -> Self {
        match name {
            SamplerName::Sobol => Self::Sobol,
            SamplerName::Lhs => Self::LatinHypercube,
            SamplerName::Random => Self::Random,
        }
    }
}

/// Arguments of `monte-carlo`.
#[derive(Args)]
#[command(after_help = "Examples:\n  \
    forcesize monte-carlo\n  \
    forcesize monte-carlo mine.toml --samples 262144 --seed 7\n  \
    forcesize monte-carlo mine.toml --csv > samples.csv")]
pub struct MonteCarloArgs {
    /// A scenario file; the built-in ukraine-2025 where none is given
    #[arg(value_name = "SCENARIO")]
    pub scenario: Option<PathBuf>,
    /// Number of samples; Sobol' points round it up to a power of two
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(2..=1 << 30))]
    pub samples: Option<u64>,
    /// The seed; the same seed gives the same samples
    #[arg(long, value_name = "S")]
    pub seed: Option<u64>,
    /// How samples are spread
    #[arg(long)]
    pub sampler: Option<SamplerName>,
    /// Values set over the scenario's
    #[command(flatten)]
    pub set: SetArgs,
    /// Where results go
    #[command(flatten)]
    pub out: OutArgs,
    /// Print the spreads as JSON to standard output and write no files
    #[arg(long, conflicts_with = "csv")]
    pub json: bool,
    /// Print every sample as CSV to standard output and write no files
    #[arg(long)]
    pub csv: bool,
}

/// A way to say what drives a metric.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Method {
    /// One input at a time from the low to the high end of its range
    Oat,
    /// Per cent of the metric for one per cent of the input, at the central case
    Elasticity,
    /// Shares of the variance that each input explains, alone and with others, with 95 % intervals
    Sobol,
}

/// Arguments of `sensitivity`.
#[derive(Args)]
#[command(after_help = "Examples:\n  \
    forcesize sensitivity --metric front_density\n  \
    forcesize sensitivity mine.toml --method elasticity --json\n  \
    forcesize sensitivity --method sobol --metric on_duty_front_density")]
pub struct SensitivityArgs {
    /// A scenario file; the built-in ukraine-2025 where none is given
    #[arg(value_name = "SCENARIO")]
    pub scenario: Option<PathBuf>,
    /// The method
    #[arg(long, default_value = "oat")]
    pub method: Method,
    /// The metrics, separated by commas; all headline metrics where none is named
    #[arg(long, value_name = "METRIC", value_delimiter = ',')]
    pub metric: Vec<String>,
    /// Base samples of Sobol' indices, rounded up to a power of two
    #[arg(long, value_name = "N", default_value_t = 16_384, value_parser = clap::value_parser!(u64).range(2..=1 << 22))]
    pub samples: u64,
    /// The seed of Sobol' indices
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
    /// Values set over the scenario's
    #[command(flatten)]
    pub set: SetArgs,
    /// Where results go
    #[command(flatten)]
    pub out: OutArgs,
    /// Print the results as JSON to standard output and write no files
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `break-even`.
#[derive(Args)]
#[command(after_help = "Examples:\n  \
    forcesize break-even --vary peacekeepers=10_000..1_000_000 \\\n    \
        --metric force_density --target \"20 personnel per 1000 people\"\n  \
    forcesize break-even --vary front_length=100..4_000 --metric front_density --target 25")]
pub struct BreakEvenArgs {
    /// A scenario file; the built-in ukraine-2025 where none is given
    #[arg(value_name = "SCENARIO")]
    pub scenario: Option<PathBuf>,
    /// The input to vary and the range to search
    #[arg(long, value_name = "INPUT=FROM..TO")]
    pub vary: String,
    /// The metric
    #[arg(long, value_name = "METRIC")]
    pub metric: String,
    /// The value to meet, in the metric's unit or with a unit
    #[arg(long, value_name = "VALUE", allow_hyphen_values = true)]
    pub target: String,
    /// Search with points spaced by a factor, for ranges over decades
    #[arg(long)]
    pub log: bool,
    /// Values set over the scenario's
    #[command(flatten)]
    pub set: SetArgs,
    /// Print the result as JSON
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `new`.
#[derive(Args)]
pub struct NewArgs {
    /// The file to write
    #[arg(value_name = "PATH")]
    pub path: PathBuf,
    /// Replace a file that is there
    #[arg(long)]
    pub force: bool,
}
