//! `forcesize break-even`: the values of an input, or of two, at which a metric or a statistic meets a target.

use super::deliver;
use super::explain::find;
use super::failure::Failure;
use super::flags::{SEED, ScenarioArgs, SetArgs, whole};
use super::load::Loaded;
use super::look;
use super::nothing;
use super::printer::Printer;
use super::sweep::vary;
use clap::Args;
use forcesize::analysis::interrupt::Interrupt;
use forcesize::analysis::monte_carlo::Settings;
use forcesize::analysis::sizing;
use forcesize::args;
use forcesize::diagnostic::{Diagnostics, Span, Texts};
use forcesize::model::own_name::BREAK_EVEN;
use forcesize::model::{Assessment, Measure, plan_break_even};
use forcesize::quantity::number;
use forcesize::quantity::unit::Units;
use forcesize::report::break_even;
use forcesize::scenario::{BreakEvenEntry, Located, Written, declare_units};
use forcesize::study;

/// Arguments of `break-even`.
#[derive(Args)]
#[command(after_help = "Examples:\n  \
    forcesize break-even --vary peacekeepers=10_000..1_000_000 \\\n    \
        --metric force_density --target \"20 personnel per 1000 people\"\n  \
    forcesize break-even --vary front_length=100..4_000 --metric front_density --target 25\n  \
    forcesize break-even --vary peacekeepers=10_000..1_000_000 \\\n    \
        --target \"P(force_density >= 10 personnel per 1000 people) = 80 %\"\n  \
    forcesize break-even --vary peacekeepers=10_000..1_000_000 --target \"p5(front_density) = 25 personnel per km\"\n  \
    forcesize break-even --vary front_length=500..3_700 --vary peacekeepers=10_000..300_000 \\\n    \
        --metric front_density --target 25                 the frontier of both inputs\n  \
    forcesize break-even --vary front_length=500..3_700 --vary peacekeepers=10_000..300_000 \\\n    \
        --target \"P(on_duty_front_density >= 5 personnel per km) = 80 %\"    the same for a statistic")]
pub struct BreakEvenArgs {
    /// The scenario, and where results go
    #[command(flatten)]
    pub of: ScenarioArgs,
    /// The input to vary and the range to search; twice for a frontier. A proposed force that the scenario does not give
    /// needs no range: it is searched from 1 to the largest requirement
    #[arg(long, value_name = "INPUT=FROM..TO")]
    pub vary: Vec<String>,
    /// The metric, where the target is a value of it
    #[arg(long, value_name = "METRIC")]
    pub metric: Option<String>,
    /// The value to meet, in the metric's unit or with a unit; or a statistic of samples with its value
    #[arg(long, value_name = "VALUE", allow_hyphen_values = true)]
    pub target: Option<String>,
    /// Search with points spaced by a factor, for ranges over decades
    #[arg(long)]
    pub log: bool,
    /// Number of points of a frontier
    #[arg(long, value_name = "N", value_parser = whole::<u32>(2..=2001))]
    pub steps: Option<u32>,
    /// Number of samples for a statistic; Sobol' points round it up to a power of two
    #[arg(long, value_name = "N", value_parser = whole::<u64>(2..=1 << 30))]
    pub samples: Option<u64>,
    /// The seed; the same seed gives the same samples
    #[arg(long, value_name = "S", value_parser = whole::<u64>(SEED))]
    pub seed: Option<u64>,
}

pub fn run(args: &BreakEvenArgs, printer: &Printer) -> Result<(), Failure> {
    if args.vary.len() > 2 {
        return Err(Failure::CommandLine(
            "a search varies one input or two".to_owned(),
            Some("leave out --vary until two are left; --set holds an input at another value".to_owned()),
        ));
    }
    let mut loaded = look::dressed(args.of.path(), args.of.set(), &args.of.out.look, printer)?;
    let Some(asked_for) = args.target.as_deref().filter(|_| !args.vary.is_empty()) else {
        return stated(args, &loaded, printer);
    };
    let mut varied = args.vary.clone();
    if let Some((set, axes)) = sought(&loaded.assessment, args)? {
        // What is varied is no setting.
        let settings = std::mem::take(&mut loaded.settings);
        loaded = look::dressed(args.of.path(), &set, &args.of.out.look, printer)?;
        loaded.settings = settings;
        varied = axes;
    }
    let assessment = &loaded.assessment;
    if let Some(metric) = &args.metric {
        find(&loaded, metric)?;
    }
    let (mut texts, mut diagnostics, mut units) = (Texts::default(), Diagnostics::default(), Units::default());
    declare_units(&loaded.entries.units, &mut units, &mut Diagnostics::default());
    let mut text = |option: &str, text: &str| {
        let text = text.trim();
        let id = texts.add(option, text.to_owned());
        Located::new(text.to_owned().into(), Span { text: id, start: 0, end: text.len() })
    };
    let target = text("--target", asked_for);
    let metric = args.metric.as_deref().map(|metric| text("--metric", metric));
    let id = text("", BREAK_EVEN.stem);
    let varied: Option<Vec<_>> =
        varied.iter().map(|one| vary(one, args.steps, args.log, &mut texts, &mut diagnostics)).collect();
    let plan = varied.and_then(|varied| {
        let mut varied = varied.into_iter();
        let entry = BreakEvenEntry {
            span: target.span,
            id: Some(id),
            title: None,
            first: varied.next()?,
            second: varied.next(),
            metric,
            target: Some(Written::Text(target)),
        };
        plan_break_even(&assessment.calculation, &entry, &units, &mut diagnostics)
    });
    printer.diagnostics(&diagnostics, &texts);
    let Some(plan) = plan else { return Err(Failure::ReportedOfCommandLine) };
    let asked = study::sampling(assessment);
    let asked = study::break_even_sampling(&plan, asked);
    let settings =
        Settings { samples: args.samples.unwrap_or(asked.samples), seed: args.seed.unwrap_or(asked.seed), ..asked };
    if plan.goal.measure != Measure::Value
        && assessment.calculation.uncertain().is_empty()
        && !(args.of.data.json || args.of.data.csv)
    {
        return nothing::say(&loaded, "samples-nothing", &[], printer);
    }
    let found = study::break_even(assessment, &plan, settings, Interrupt::NEVER);
    let found = found.map_err(|reason| Failure::of_study(assessment, reason))?;
    let part = break_even::section(assessment, &plan, &found);
    deliver::section(&part, &loaded, &args.of, printer)
}

/// The searches of the scenario, where the command line has none.
fn stated(args: &BreakEvenArgs, loaded: &Loaded, printer: &Printer) -> Result<(), Failure> {
    let assessment = &loaded.assessment;
    let calculation = &assessment.calculation;
    let own = args.vary.is_empty() && args.target.is_none() && args.metric.is_none();
    let plans = &assessment.requests.break_evens;
    if !own || plans.is_empty() {
        let message = match (args.vary.is_empty(), &args.target) {
            (true, Some(_)) => "this search has no input to vary: --vary INPUT=FROM..TO is missing",
            (false, None) => "this search has no target: --target VALUE is missing",
            _ => "the scenario has no break-even search, and the command line names none",
        };
        let input = calculation.inputs.iter().find(|input| input.value > 0.0);
        let metric = calculation.metrics.iter().find(|metric| metric.headline).or(calculation.metrics.first());
        let example = input.zip(metric).map(|(input, metric)| {
            let at = |factor: f64| number::significant(input.unit.from_base(factor * input.value), 2).replace(',', "_");
            let target = number::significant(metric.unit.from_base(metric.value), 2).replace(',', "_");
            let (low, high, name) = (at(0.5), at(2.0), &input.id);
            format!("--vary {name}={low}..{high} --metric {} --target {target}", metric.id)
        });
        let help = example.as_ref().map(|example| format!("such as: {example}"));
        let fault = || Failure::CommandLine(message.to_owned(), help.clone());
        if !own || args.of.data.json || args.of.data.csv {
            return Err(fault());
        }
        let example = example.unwrap_or_else(|| "--vary INPUT=FROM..TO --metric METRIC --target VALUE".to_owned());
        let text = assessment.words.format("break-even-nothing", args![example = example]);
        return nothing::sentence(&text, printer);
    }
    for plan in plans {
        let asked = study::break_even_sampling(plan, study::sampling(assessment));
        let settings =
            Settings { samples: args.samples.unwrap_or(asked.samples), seed: args.seed.unwrap_or(asked.seed), ..asked };
        let found = study::break_even(assessment, plan, settings, Interrupt::NEVER);
        let found = found.map_err(|reason| Failure::of_study(assessment, reason))?;
        deliver::section(&break_even::section(assessment, plan, &found), loaded, &args.of, printer)?;
    }
    Ok(())
}

/// The settings and axes of a search for a force that the scenario does not give: it stands at the largest requirement
/// and, where no range is written, is varied from 1 to that. Nothing where no such force is varied.
fn sought(assessment: &Assessment, args: &BreakEvenArgs) -> Result<Option<(SetArgs, Vec<String>)>, Failure> {
    let Some(force) = &assessment.roles.proposal.sought else { return Ok(None) };
    let name = |one: &String| one.split('=').next().map(|name| name.trim().to_owned());
    if !args.vary.iter().any(|one| name(one).as_ref() == Some(force)) {
        return Ok(None);
    }
    let sizing = sizing::run(assessment, None);
    let required = sizing.requirements.iter().filter_map(|found| found.personnel.as_ref().ok());
    let largest = required.map(|found| found.central).fold(0.0, f64::max);
    if largest <= 1.0 {
        let message = format!("the scenario gives no `{force}`, and no sizing method has a number to search up to");
        let help = format!("write `--set {force}=NUMBER` with any number; --vary then takes its place");
        return Err(Failure::CommandLine(message, Some(help)));
    }
    let largest = libm::ceil(largest);
    let mut set = args.of.set().clone();
    set.set.push(format!("{force}={largest}"));
    let axis = |one: &String| if one.contains('=') { one.clone() } else { format!("{one}=1..{largest}") };
    Ok(Some((set, args.vary.iter().map(axis).collect())))
}
