//! The commands. Each command's own arguments stand in its file, those of several in [`super::flags`].

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
use super::report::ReportArgs;
use super::rerun::RerunArgs;
use super::run::RunArgs;
use super::selftest::SelftestArgs;
use super::sensitivity::SensitivityArgs;
use super::size::SizeArgs;
use super::supply::SupplyArgs;
use super::sweep::SweepArgs;
use clap::{Parser, Subcommand};

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
        forcesize new mine.toml                        a scenario with blanks to fill in\n  \
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
    /// Write a scenario to start from: with blanks to fill in, like a past mission, or a long example
    New(NewArgs),
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

#[cfg(test)]
mod tests {
    use super::Cli;
    use crate::cli::flags::COMMANDS;
    use clap::CommandFactory;

    #[test]
    fn hints_know_every_command() {
        let cli = Cli::command();
        let commands: Vec<&str> = cli.get_subcommands().map(clap::Command::get_name).collect();
        assert_eq!(COMMANDS, commands);
    }
}
