//! `forcesize sweep`: metrics over a range of one input or two.

use super::artifact::Artifact;
use super::deliver;
use super::failure::Failure;
use super::flags::{ScenarioArgs, whole};
use super::load::Loaded;
use super::look;
use super::nothing;
use super::printer::Printer;
use clap::Args;
use forcesize::analysis::sweep::{self, Sweep};
use forcesize::args;
use forcesize::diagnostic::{Diagnostic, Diagnostics, Span, Texts};
use forcesize::model::own_name::{is_device, is_own};
use forcesize::model::{SweepPlan, plan_sweep};
use forcesize::quantity::reading;
use forcesize::quantity::unit::{Unit, Units};
use forcesize::report::sweep::sweep as sweep_charts;
use forcesize::report::table::Table;
use forcesize::report::wording::Wording;
use forcesize::report::{csv, json};
use forcesize::scenario::{Located, SweepEntry, Text, VaryEntry, Written, declare_units};

/// Arguments of `sweep`.
#[derive(Args)]
#[command(after_help = "Examples:\n  \
    forcesize sweep --vary front_length=500..3_700 --show front_density,combined_front_density\n  \
    forcesize sweep --vary peacekeepers=10_000..3_000_000 --log --show force_to_space --mark reference_force_to_space\n  \
    forcesize sweep mine.toml --vary peacekeepers=10_000..300_000 --vary front_length=\"500..3_700 km\" --show front_density\n  \
    forcesize sweep mine.toml                          the sweeps that the scenario itself asks for")]
pub struct SweepArgs {
    /// The scenario, and where results go
    #[command(flatten)]
    pub of: ScenarioArgs,
    /// The input to vary and its range; twice for a grid
    #[arg(long, value_name = "INPUT=FROM..TO")]
    pub vary: Vec<String>,
    /// Number of points of each input
    #[arg(long, value_name = "N", value_parser = whole::<u32>(2..=2001))]
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
}

pub fn run(args: &SweepArgs, printer: &Printer) -> Result<(), Failure> {
    let loaded = look::dressed(args.of.path(), args.of.set(), &args.of.out.look, printer)?;
    let assessment = &loaded.assessment;
    let is_named = !args.vary.is_empty() || !args.show.is_empty() || !args.mark.is_empty();
    if assessment.requests.sweeps.is_empty() && !is_named && args.steps.is_none() && !args.log {
        let fault = || {
            Failure::CommandLine(
                "the scenario has no sweep, and the command line names none".to_owned(),
                Some("write --vary INPUT=FROM..TO --show METRIC, or [[sweep]] in the scenario".to_owned()),
            )
        };
        return nothing::or_fault(args.of.data, fault, || nothing::say(&loaded, "sweep-nothing", &[], printer));
    }
    let plans = plans(args, &loaded, printer)?;
    let results: Vec<Sweep> = plans.iter().map(|plan| sweep::run(&assessment.calculation, plan)).collect();
    let both = || plans.iter().zip(&results);
    if args.of.data.json {
        let mut documents: Vec<_> = both().map(|(plan, sweep)| json::sweep(assessment, plan, sweep)).collect();
        let document = if documents.len() == 1 { documents.remove(0) } else { serde_json::Value::Array(documents) };
        return printer.result(&json::text(&document));
    }
    args.of.out.pictures_only()?;
    if args.of.data.csv {
        let all: Vec<String> = both().map(|(plan, sweep)| csv::sweep(assessment, plan, sweep)).collect();
        return printer.result(&args.of.out.tables.all(&all));
    }
    let mut artifacts = Vec::new();
    let mut drawn = Vec::new();
    for (plan, sweep) in both() {
        artifacts.push(Artifact::new(
            format!("{}.csv", plan.id),
            args.of.out.tables.written(&csv::sweep(assessment, plan, sweep)),
        ));
        drawn.extend(sweep_charts(assessment, plan, sweep));
    }
    let drawn: Vec<_> = drawn.iter().collect();
    deliver::warn_of_boxes(&drawn, &assessment.requests.look, printer);
    artifacts.extend(deliver::charts(&drawn, &args.of.out.formats(), &assessment.requests.look)?);
    for (plan, sweep) in both() {
        printer.result(&table(&loaded, plan, sweep).terminal(printer.width()))?;
        printer.result("")?;
    }
    deliver::write((&loaded.folder(args.of.out.out.as_deref()), assessment.words), artifacts, printer)
}

/// The sweeps of the command line, or those of the scenario where the command line has none.
fn plans(args: &SweepArgs, loaded: &Loaded, printer: &Printer) -> Result<Vec<SweepPlan>, Failure> {
    if args.vary.is_empty() && args.show.is_empty() {
        if args.steps.is_some() || args.log || !args.mark.is_empty() {
            return Err(Failure::CommandLine(
                "--steps, --log and --mark belong to a sweep of the command line".to_owned(),
                Some("name it with --vary INPUT=FROM..TO --show METRIC".to_owned()),
            ));
        }
        return Ok(loaded.assessment.requests.sweeps.clone());
    }
    let (mut texts, mut diagnostics, mut units) = (Texts::default(), Diagnostics::default(), Units::default());
    let lacking = match (args.vary.len(), args.show.is_empty()) {
        (0, _) => Some(("this sweep has no input to vary", "add its range: --vary INPUT=FROM..TO")),
        (1 | 2, true) => Some(("this sweep has no metric to show", "add it, or several with commas: --show METRIC")),
        (1 | 2, false) => None,
        _ => {
            Some(("a sweep varies one input, or two for a grid", "take the other --vary out, or set values with --set"))
        }
    };
    if let Some((what, help)) = lacking {
        // A range that is none is said in the same run.
        for text in &args.vary {
            vary(text, args.steps, args.log, &mut texts, &mut diagnostics);
        }
        printer.diagnostics(&diagnostics, &texts);
        return Err(Failure::CommandLine(what.to_owned(), Some(help.to_owned())));
    }
    declare_units(&loaded.entries.units, &mut units, &mut Diagnostics::default());
    let entry = entry(args, &mut texts, &mut diagnostics);
    let plan = entry.and_then(|entry| plan_sweep(&loaded.assessment.calculation, &entry, &units, &mut diagnostics));
    printer.diagnostics(&diagnostics, &texts);
    let Some(mut plan) = plan else { return Err(Failure::ReportedOfCommandLine) };
    // An input may be called as a file of another analysis is.
    if is_own(&plan.id) || is_device(&plan.id) {
        plan.id = format!("sweep_{}", plan.id);
    }
    Ok(vec![plan])
}

fn entry(args: &SweepArgs, texts: &mut Texts, diagnostics: &mut Diagnostics) -> Option<SweepEntry> {
    let mut varied = args
        .vary
        .iter()
        .map(|text| vary(text, args.steps, args.log, texts, diagnostics))
        .collect::<Vec<_>>()
        .into_iter();
    let (first, second) = (varied.next()??, varied.next());
    let second = match second {
        None => None,
        Some(second) => Some(second?),
    };
    let span = first.vary.as_ref()?.span;
    let mut names = |option: &str, names: &[String]| -> Vec<Located<Text>> {
        let named = |name: &String| {
            let name = name.trim();
            let id = texts.add(option, name.to_owned());
            Located::new(name.to_owned().into(), Span { text: id, start: 0, end: name.len() })
        };
        names.iter().map(named).collect()
    };
    let (show, mark) = (names("--show", &args.show), names("--mark", &args.mark));
    Some(SweepEntry { span, id: None, title: None, first, second, show, mark })
}

/// `INPUT=FROM..TO` of the command line.
pub fn vary(
    text: &str,
    steps: Option<u32>,
    log: bool,
    texts: &mut Texts,
    diagnostics: &mut Diagnostics,
) -> Option<VaryEntry> {
    let id = texts.add("--vary", text.to_owned());
    let located = |part: &str| {
        let trimmed = part.trim();
        // `part` is a slice of `text`, so the distance of the two is its place.
        let start = trimmed.as_ptr().addr().saturating_sub(text.as_ptr().addr());
        Located::new(Text::from(trimmed.to_owned()), Span { text: id, start, end: start + trimmed.len() })
    };
    let parts = text.split_once('=').and_then(|(name, range)| Some((name, range.split_once("..")?)));
    let parts = parts.filter(|(_, (from, to))| !(from.is_empty() || to.is_empty() || to.starts_with('.')));
    let Some((name, (from, to))) = parts else {
        diagnostics.push(
            Diagnostic::error("this is not a valid range of an input")
                .at(Span { text: id, start: 0, end: text.len() }, "")
                .help("write INPUT=FROM..TO, such as front_length=500..3_700 or population=\"25..33 million people\""),
        );
        return None;
    };
    let (mut from, to) = (located(from), located(to));
    // In `25..33 million people` the unit behind the second number is meant for both.
    if let (Some(low), Some(high)) = (reading::bytes(&from.value), reading::bytes(&to.value))
        && low == from.value.len()
    {
        let unit = to.value.get(high..).unwrap_or_default().trim().to_owned();
        from = Located::new(format!("{} {unit}", from.value).trim().to_owned().into(), from.span);
    }
    let span = Span { text: id, start: 0, end: text.len() };
    Some(VaryEntry {
        vary: Some(located(name)),
        from: Some(Written::Text(from)),
        to: Some(Written::Text(to)),
        steps: steps.map(|steps| Located::new(f64::from(steps), span)),
        log,
    })
}

/// Rows shown on a terminal; all points are in the CSV file.
const ROWS: usize = 13;

fn table(loaded: &Loaded, plan: &SweepPlan, sweep: &Sweep) -> Table {
    let (assessment, words) = (&loaded.assessment, loaded.assessment.words);
    // A pure number has no unit to show.
    let head = |id: &str, unit: &Unit| match words.unit(unit) {
        unit if unit.is_empty() => id.to_owned(),
        unit => format!("{id} [{unit}]"),
    };
    let input = &assessment.calculation.inputs[plan.first.input];
    let pick = |count: usize, most: usize| -> Vec<usize> {
        let most = most.min(count).max(2);
        (0..most).map(|row| row * (count - 1) / (most - 1)).collect()
    };
    if let (Some(second), Some(points)) = (&plan.second, &sweep.second) {
        let other = &assessment.calculation.inputs[second.input];
        let metric = &assessment.calculation.metrics[sweep.curves[0].metric];
        let columns = pick(sweep.first.len(), 7);
        let corner = words.format(
            "sweep-corner",
            args![metric = head(&metric.id, &metric.unit), down = &other.id, across = &input.id],
        );
        let mut header = vec![corner];
        header.extend(columns.iter().map(|column| input.text_of(words, sweep.first[*column])));
        let mut table = Table { header, right: (0..=columns.len()).collect(), ..Table::default() };
        for row in pick(points.len(), ROWS) {
            let mut cells = vec![other.text_of(words, points[row])];
            let value = |column: &usize| sweep.curves[0].values[row * sweep.first.len() + column];
            cells.extend(columns.iter().map(|column| words.shown(metric.unit.from_base(value(column)))));
            table.push(cells);
        }
        return table;
    }
    let mut header = vec![head(&input.id, &input.unit)];
    let metrics = sweep.curves.iter().map(|curve| &assessment.calculation.metrics[curve.metric]);
    header.extend(metrics.map(|metric| head(&metric.id, &metric.unit)));
    let mut table = Table { right: (0..header.len()).collect(), header, ..Table::default() };
    for row in pick(sweep.first.len(), ROWS) {
        let mut cells = vec![words.shown(input.unit.from_base(sweep.first[row]))];
        cells.extend(
            sweep.curves.iter().map(|curve| {
                words.shown(assessment.calculation.metrics[curve.metric].unit.from_base(curve.values[row]))
            }),
        );
        table.push(cells);
    }
    table
}
