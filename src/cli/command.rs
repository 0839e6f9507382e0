//! The commands. Each command's own arguments stand in its file, those of several in [`super::flags`].

use super::backtest::BacktestArgs;
use super::break_even::BreakEvenArgs;
use super::check::CheckArgs;
use super::compare::CompareArgs;
use super::cost::CostArgs;
use super::diff::DiffArgs;
use super::discover::DiscoverArgs;
use super::explain::ExplainArgs;
use super::help::HelpArgs;
use super::metrics::MetricsArgs;
use super::missions::MissionsArgs;
use super::monte_carlo::MonteCarloArgs;
use super::new::NewArgs;
use super::options::OptionsArgs;
use super::report::ReportArgs;
use super::rerun::RerunArgs;
use super::run::RunArgs;
use super::selftest::SelftestArgs;
use super::sensitivity::SensitivityArgs;
use super::size::SizeArgs;
use super::supply::SupplyArgs;
use super::sweep::SweepArgs;
use clap::{Parser, Subcommand};

/// The commands by the question that each answers: a screen of help.
const SCREEN: &str = "\
{about}

Usage: forcesize [SCENARIO]...       the answer; options: forcesize run --help
       forcesize COMMAND ...         one of these; forcesize COMMAND --help

The answer
  run          compute scenarios: the answer, tables, a report, a page, charts
  report       the page alone, whose numbers follow its sliders
  size         what every method asks for, beside published estimates
  supply       what the contributors can sustain, beside what is asked of them
  cost         cost by each basis, deaths to expect, days until it is in place
Why
  explain      a number down to its formula, its inputs and their sources
  metrics      the metrics and inputs that the model knows
What if
  sweep        metrics over a range of one input or of two
  break-even   the value of an input at which a target is met
How sure
  monte-carlo  how far every metric spreads, how often conditions hold
  sensitivity  which inputs drive a metric
  discover     with which inputs the plan fails
Compared with
  missions     past missions, and where a scenario stands among them
  backtest     what rules would have forecast of cases with a known outcome
  compare      scenarios side by side, and which inputs make the difference
  options      which of several plans holds up best in what may come
  diff         what moved between two saved results
Working with files
  new          write a scenario to start from
  check        list everything that is wrong or odd in scenarios
  rerun        compute a saved result again from its own record
  schema       the JSON Schema of scenarios, for editors, of cases or of results
  completions  completions for a shell
  man          the manual page
  selftest     compute cases with known answers and compare
  help         a command or a topic of the manual; the list of topics

Without arguments the built-in scenario runs: try `forcesize`.
Exit codes: 0 done, 1 a scenario or a file is at fault, 2 the command line is.
";

/// How many peacekeepers does this line, area and population need, and how sure are we?
///
/// Reads a scenario (TOML), computes density ratios and yardsticks side by side, explains every number down to its
/// sources, and draws charts for reports. Without arguments it runs the built-in scenario `ukraine-2025`.
#[derive(Parser)]
#[command(
    version,
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = true,
    help_template = SCREEN,
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
    /// Hold rules against cases whose outcome others coded: what have they been worth?
    Backtest(BacktestArgs),
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
    /// Hold the scenario's options against the same futures: which holds up best, and where the choice turns
    Options(OptionsArgs),
    /// Compute a saved result again from its own record: does every number still hold?
    Rerun(RerunArgs),
    /// What moved between two saved results, and by how much
    Diff(DiffArgs),
    /// Write a scenario to start from: with blanks to fill in, like a past mission, or a long example
    New(NewArgs),
    /// Explain a command, or a topic of the manual; list the topics
    Help(HelpArgs),
    /// Print the JSON Schema of scenarios, for editors, or of files of cases or of results
    Schema {
        /// The schema of files of cases
        #[arg(long, conflicts_with = "results")]
        cases: bool,
        /// The schema of results.json
        #[arg(long)]
        results: bool,
    },
    /// Print completions for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
}

#[cfg(test)]
mod tests {
    use super::{Cli, SCREEN};
    use crate::cli::flags::COMMANDS;
    use clap::CommandFactory;

    #[test]
    fn hints_know_every_command() {
        let cli = Cli::command();
        let commands: Vec<&str> = cli.get_subcommands().map(clap::Command::get_name).collect();
        assert_eq!(COMMANDS, commands);
    }
    #[test]
    fn help_fits_a_screen_and_has_every_command_once() {
        let cli = Cli::command();
        let mut commands: Vec<&str> = cli.get_subcommands().map(clap::Command::get_name).collect();
        let named = SCREEN.lines().filter(|line| line.starts_with("  ") && !line.trim_start().starts_with('<'));
        let mut named: Vec<&str> = named.filter_map(|line| line.split_whitespace().next()).collect();
        commands.sort_unstable();
        named.sort_unstable();
        // The line of usage is indented too.
        named.retain(|word| *word != "forcesize");
        assert_eq!(named, commands);
        assert!(SCREEN.lines().count() <= 45 && SCREEN.lines().all(|line| line.len() <= 80));
    }
}
