//! `forcesize supply`: what a coalition of contributors can keep in theatre, beside what is asked of it.

use super::deliver;
use super::failure::Failure;
use super::flags::ScenarioArgs;
use super::look;
use super::nothing;
use super::printer::Printer;
use clap::Args;
use forcesize::analysis::{sizing, supply};
use forcesize::model::{Choices, Coalition};
use forcesize::report::supply as report;
use forcesize::study;

/// Arguments of `supply`.
#[derive(Args)]
#[command(after_help = "Examples:\n  \
    forcesize supply\n  \
    forcesize supply --with ready,open --without tur\n  \
    forcesize supply --with gbr,fra --set home_length=\"24 months\"\n  \
    forcesize supply mine.toml --csv > supply.csv")]
pub struct SupplyArgs {
    /// The scenario, and where results go
    #[command(flatten)]
    pub of: ScenarioArgs,
    /// Who takes part: stances (ready, open, refuses, unknown), names of contributors or all, separated by commas
    #[arg(long, value_name = "WHO", value_delimiter = ',')]
    pub with: Vec<String>,
    /// Who does not, in the same words
    #[arg(long, value_name = "WHO", value_delimiter = ',')]
    pub without: Vec<String>,
    /// Draw those outside the coalition too
    #[arg(long)]
    pub others: bool,
}

pub fn run(args: &SupplyArgs, printer: &Printer) -> Result<(), Failure> {
    let coalition = Coalition { with: args.with.clone(), without: args.without.clone() };
    let choices = Choices { coalition, ..Choices::default() };
    let loaded = look::dressed_with(args.of.path(), args.of.set(), &choices, &args.of.out.look, printer)?;
    let assessment = &loaded.assessment;
    let supply = match &assessment.roles.supply {
        Ok(supply) => supply,
        Err(needs) => {
            let help = "list who could send troops: [contributor.NAME] with `army_strength` and `stance`; `forcesize help sustainment` shows how";
            let fault = || Failure::File(format!("supply needs {}", needs.join(", ")), Some(help.to_owned()));
            let inputs: Vec<String> = needs.iter().filter(|need| !need.starts_with('[')).cloned().collect();
            let key = if inputs.is_empty() { "supply-nobody" } else { "supply-lacks" };
            return nothing::or_fault(args.of.data, fault, || nothing::say(&loaded, key, &inputs, printer));
        }
    };
    let uncertain = !assessment.calculation.uncertain().is_empty();
    let samples = uncertain.then(|| super::monte_carlo::results(assessment, study::sampling(assessment), printer));
    let samples = samples.transpose()?;
    let sizing = sizing::run(assessment, samples.as_ref());
    let verdict = supply::run(assessment, supply, &sizing, samples.as_ref());
    if args.of.data.csv {
        return printer.result(&report::contributors_csv(assessment, supply, &verdict));
    }
    let mut part = report::section(assessment, supply, (&sizing, &verdict), samples.as_ref());
    if let Some(all) = report::all_contributors(assessment, supply, &verdict).filter(|_| args.others) {
        part.figures.retain(|figure| figure.id != all.id);
        part.figures.insert(0, all);
    }
    deliver::section(&part, &loaded, &args.of, printer)
}
