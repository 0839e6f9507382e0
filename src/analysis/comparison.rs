//! Compares scenarios: which inputs and metrics differ, and how much of a metric's difference each input explains.
//!
//! The difference of a metric between two scenarios is shared out by Shapley values over the inputs that differ, see
//! [`super::shapley`]. Where the formulas behind the metric differ as well (a metric of the scenario's own, another
//! coalition), that is one more change beside the inputs, with a share of its own: the shares then are the same with
//! the opposite sign when the two scenarios change places. Inputs that only one of the two has belong to its formulas.

use super::shapley::{self, MOST};
use crate::formula;
use crate::model::{Assessment, Input, InputId, MetricId, Referent};
use crate::program::{Column, Tape};

/// An input that is not the same in all scenarios.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputRow {
    /// The identifier.
    pub id: String,
    /// Which it is in each scenario that has it.
    pub at: Vec<Option<InputId>>,
}

/// A metric that some of the scenarios have.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MetricRow {
    /// The identifier.
    pub id: String,
    /// Which it is in each scenario that can compute it.
    pub at: Vec<Option<MetricId>>,
    /// For each scenario but the first, what explains its difference from the first.
    pub why: Vec<Result<Attribution, NotShared>>,
}

/// What makes a difference.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Cause {
    /// An input, by its identifier.
    Input(String),
    /// Inputs of small effect, together.
    Others(Vec<String>),
    /// The formulas, or inputs that only one of the scenarios has.
    Model,
}

/// One cause's share of a difference, in base units.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CauseShare {
    /// The cause.
    pub cause: Cause,
    /// Its share.
    pub amount: f64,
    /// What it changes as the only one.
    pub alone: f64,
    /// What it changes as the last one.
    pub last: f64,
}

/// A difference shared out; the shares are sorted by size.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Attribution {
    /// The value in the first scenario, in base units.
    pub from: f64,
    /// The value in the other scenario.
    pub to: f64,
    /// The shares, which add up to the difference.
    pub shares: Vec<CauseShare>,
}

/// Why a difference is not shared out.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NotShared {
    /// One of the scenarios cannot compute the metric.
    Absent,
    /// It measures different things in the two scenarios.
    Dimension,
    /// It has no value in one of the scenarios or in both.
    Undefined,
    /// It has no value when these causes alone are as in the other scenario.
    OnTheWay(Vec<Cause>),
}

/// The inputs that are not the same in all scenarios: their value, unit, range or source differ, or some lack them.
/// In the order of the first scenario that has them.
#[must_use]
pub fn inputs(scenarios: &[&Assessment]) -> Vec<InputRow> {
    let ids =
        in_order(scenarios, |scenario| scenario.calculation.inputs.iter().map(|input| input.id.clone()).collect());
    let rows = ids.into_iter().map(|id| {
        let at = scenarios.iter().map(|scenario| scenario.calculation.input(&id)).collect();
        InputRow { id, at }
    });
    rows.filter(|row| {
        let found: Vec<Option<&Input>> =
            row.at.iter().zip(scenarios).map(|(at, scenario)| at.map(|at| &scenario.calculation.inputs[at])).collect();
        found.iter().any(|input| !same_input(found[0], *input))
    })
    .collect()
}

fn same_input(a: Option<&Input>, b: Option<&Input>) -> bool {
    match (a, b) {
        (None, None) => true,
        (Some(a), Some(b)) => {
            same(a.value, b.value)
                && a.unit.text() == b.unit.text()
                && a.range == b.range
                && a.provenance.sources == b.provenance.sources
                && a.provenance.assumed == b.provenance.assumed
        }
        _ => false,
    }
}

/// Whether two values are one, or both not there.
#[must_use]
pub fn same(a: f64, b: f64) -> bool {
    let near = || a.is_finite() && b.is_finite() && (a - b).abs() <= 1e-12 * a.abs().max(b.abs());
    a.total_cmp(&b).is_eq() || (a.is_nan() && b.is_nan()) || near()
}

/// The metrics of the scenarios, in the order of the first that has them; `wanted` says which.
#[must_use]
pub fn metrics(scenarios: &[&Assessment], wanted: &dyn Fn(&MetricRow) -> bool) -> Vec<MetricRow> {
    let ids =
        in_order(scenarios, |scenario| scenario.calculation.metrics.iter().map(|metric| metric.id.clone()).collect());
    let mut rows: Vec<MetricRow> = ids
        .into_iter()
        .map(|id| {
            let at = scenarios.iter().map(|scenario| scenario.calculation.metric(&id)).collect();
            MetricRow { id, at, why: Vec::new() }
        })
        .filter(wanted)
        .collect();
    for row in &mut rows {
        let others = scenarios.iter().zip(&row.at).skip(1);
        row.why = others.map(|(other, at)| explain((scenarios[0], row.at[0]), (other, *at))).collect();
    }
    rows
}

/// Whether a metric's value differs between some of the scenarios, or some lack it.
#[must_use]
pub fn differs(scenarios: &[&Assessment], row: &MetricRow) -> bool {
    let value = |at: Option<MetricId>, scenario: &Assessment| at.map(|at| scenario.calculation.metrics[at].value);
    let first = value(row.at[0], scenarios[0]);
    row.at.iter().zip(scenarios).any(|(at, scenario)| match (first, value(*at, scenario)) {
        (None, None) => false,
        (Some(a), Some(b)) => !same(a, b),
        _ => true,
    })
}

fn in_order(scenarios: &[&Assessment], of: impl Fn(&Assessment) -> Vec<String>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for scenario in scenarios {
        let new: Vec<String> = of(scenario).into_iter().filter(|id| !found.contains(id)).collect();
        found.extend(new);
    }
    found
}

/// A scenario's side of a metric.
struct ScenarioMetric<'a> {
    assessment: &'a Assessment,
    tape: Tape,
}

impl ScenarioMetric<'_> {
    /// The metric over some lanes; `lane_value` gives an input's value there, or nothing for the scenario's own.
    fn values(&self, lanes: usize, lane_value: &dyn Fn(&str, usize) -> Option<f64>) -> Vec<f64> {
        let columns: Vec<Vec<f64>> = self
            .assessment
            .calculation
            .inputs
            .iter()
            .map(|input| (0..lanes).map_while(|lane| lane_value(&input.id, lane)).collect())
            .collect();
        let columns: Vec<Column<'_>> = columns
            .iter()
            .zip(&self.assessment.calculation.inputs)
            .map(|(column, input)| if column.is_empty() { Column::Same(input.value) } else { Column::Each(column) })
            .collect();
        self.tape.evaluate(&columns, lanes).pop().unwrap_or_default()
    }
}

/// An input whose value differs: its identifier and its value in the two scenarios.
type Change = (String, f64, f64);

/// Shares out the difference of a metric between two scenarios.
///
/// # Errors
/// Why that cannot be done.
pub fn explain(
    (a, in_a): (&Assessment, Option<MetricId>),
    (b, in_b): (&Assessment, Option<MetricId>),
) -> Result<Attribution, NotShared> {
    let (Some(in_a), Some(in_b)) = (in_a, in_b) else { return Err(NotShared::Absent) };
    let (first, second) = (&a.calculation.metrics[in_a], &b.calculation.metrics[in_b]);
    if first.unit.dimension() != second.unit.dimension() {
        return Err(NotShared::Dimension);
    }
    if !first.value.is_finite() || !second.value.is_finite() {
        return Err(NotShared::Undefined);
    }
    let mut changes: Vec<Change> = Vec::new();
    for (scenario, metric) in [(a, in_a), (b, in_b)] {
        for input in scenario.calculation.inputs_of(metric) {
            let id = &scenario.calculation.inputs[input].id;
            let (Some(old), Some(new)) = (a.calculation.input(id), b.calculation.input(id)) else { continue };
            let (old, new) = (a.calculation.inputs[old].value, b.calculation.inputs[new].value);
            if old.total_cmp(&new).is_ne() && !changes.iter().any(|(known, ..)| known == id) {
                changes.push((id.clone(), old, new));
            }
        }
    }
    // By name: the order of a file must not matter.
    changes.sort_by(|x, y| x.0.cmp(&y.0));
    let same_model = formulas(a, in_a) == formulas(b, in_b);
    let sides = (
        ScenarioMetric { assessment: a, tape: a.calculation.tape_of(&[in_a]) },
        (!same_model).then(|| ScenarioMetric { assessment: b, tape: b.calculation.tape_of(&[in_b]) }),
    );
    let groups = grouped(&changes, &sides);
    let worth = worths(&changes, &groups, &sides);
    let mut causes: Vec<Cause> = groups.iter().map(|group| cause(&changes, group)).collect();
    causes.extend((!same_model).then_some(Cause::Model));
    if let Some(mask) = worth.iter().position(|value| !value.is_finite()) {
        let there = causes.into_iter().enumerate().filter(|(bit, _)| mask >> bit & 1 == 1);
        return Err(NotShared::OnTheWay(there.map(|(_, cause)| cause).collect()));
    }
    let amounts = shapley::shares(causes.len(), &worth);
    let all = worth.len() - 1;
    let share = |(bit, (cause, amount)): (usize, (Cause, f64))| CauseShare {
        cause,
        amount,
        alone: worth[1 << bit] - worth[0],
        last: worth[all] - worth[all - (1 << bit)],
    };
    let mut shares: Vec<CauseShare> = causes.into_iter().zip(amounts).enumerate().map(share).collect();
    shares.sort_by(|x, y| y.amount.abs().total_cmp(&x.amount.abs()));
    Ok(Attribution { from: first.value, to: second.value, shares })
}

fn cause(changes: &[Change], group: &[usize]) -> Cause {
    let mut ids: Vec<String> = group.iter().map(|change| changes[*change].0.clone()).collect();
    if ids.len() == 1 { Cause::Input(ids.remove(0)) } else { Cause::Others(ids) }
}

/// The metric for every combination of groups of changes, and behind them, where the formulas differ, for the same
/// combinations with the formulas of the second scenario.
fn worths(
    changes: &[Change],
    groups: &[Vec<usize>],
    (a, b): &(ScenarioMetric<'_>, Option<ScenarioMetric<'_>>),
) -> Vec<f64> {
    let lane_value = |id: &str, lane: usize| {
        let change = changes.iter().position(|(known, ..)| known == id)?;
        let group = groups.iter().position(|group| group.contains(&change))?;
        let (_, old, new) = &changes[change];
        Some(if lane >> group & 1 == 1 { *new } else { *old })
    };
    let lanes = 1_usize << groups.len();
    let mut worth = a.values(lanes, &lane_value);
    worth.extend(b.iter().flat_map(|b| b.values(lanes, &lane_value)));
    worth
}

/// One group for each change, or, where there are too many, for those of the greatest effect, alone or as the last one;
/// the others make up one group.
fn grouped(changes: &[Change], sides: &(ScenarioMetric<'_>, Option<ScenarioMetric<'_>>)) -> Vec<Vec<usize>> {
    let most = MOST - usize::from(sides.1.is_some());
    if changes.len() <= most {
        return (0..changes.len()).map(|change| vec![change]).collect();
    }
    // Even lanes have one change alone, odd ones all but that.
    let lanes = 2 * changes.len() + 2;
    let lane_value = |id: &str, lane: usize| {
        let change = changes.iter().position(|(known, ..)| known == id)?;
        let (_, old, new) = &changes[change];
        Some(if (lane / 2 == change) == lane.is_multiple_of(2) { *new } else { *old })
    };
    // The last two lanes have no change and all of them.
    let effects = |side: &ScenarioMetric<'_>| -> Vec<f64> {
        let values = side.values(lanes, &lane_value);
        let (none, all) = (values[lanes - 2], values[lanes - 1]);
        let size = |value: f64| if value.is_nan() { f64::INFINITY } else { value.abs() };
        let effect = |pair: &[f64]| size(pair[0] - none).max(size(all - pair[1]));
        values[..lanes - 2].chunks(2).map(effect).collect()
    };
    let mut effect = effects(&sides.0);
    if let Some(side) = &sides.1 {
        effect = effect.into_iter().zip(effects(side)).map(|(x, y)| x.max(y)).collect();
    }
    let mut ranked: Vec<usize> = (0..changes.len()).collect();
    ranked.sort_by(|x, y| effect[*y].total_cmp(&effect[*x]).then_with(|| changes[*x].0.cmp(&changes[*y].0)));
    let mut groups: Vec<Vec<usize>> = ranked[..most - 1].iter().map(|change| vec![*change]).collect();
    groups.push(ranked[most - 1..].to_vec());
    groups
}

/// Everything a metric is computed by: its formula and those below it, with what their names stand for.
fn formulas(assessment: &Assessment, metric: MetricId) -> Vec<(String, String, Vec<String>)> {
    fn names(assessment: &Assessment, referent: &Referent, metrics: &mut Vec<MetricId>, found: &mut Vec<String>) {
        match referent {
            Referent::Input(input) => found.push(assessment.calculation.inputs[*input].id.clone()),
            Referent::Metric(metric) => {
                found.push(assessment.calculation.metrics[*metric].id.clone());
                metrics.push(*metric);
            }
            Referent::Members(members) => {
                for member in members {
                    names(assessment, member, metrics, found);
                }
            }
        }
    }
    let (mut open, mut seen, mut all) = (vec![metric], Vec::new(), Vec::new());
    while let Some(next) = open.pop() {
        if seen.contains(&next) {
            continue;
        }
        seen.push(next);
        let (metric, mut used) = (&assessment.calculation.metrics[next], Vec::new());
        for (name, referent) in &metric.uses {
            used.push(name.clone());
            names(assessment, referent, &mut open, &mut used);
        }
        all.push((metric.id.clone(), formula::print(&metric.formula), used));
    }
    // Each formula's members stand in their order in the file, which a sum does not ask for.
    for (.., used) in &mut all {
        used.sort();
    }
    all.sort();
    all
}
