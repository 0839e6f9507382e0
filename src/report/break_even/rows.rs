//! Searches over one input and frontiers of two as JSON and CSV.

use super::search::{Search, in_unit, is_share};
use crate::analysis::break_even::{BreakEven, Crossing, CrossingKind, Direction, Point};
use crate::analysis::frontier::Frontier;
use crate::analysis::monte_carlo::Settings;
use crate::model::{Assessment, Axis, BreakEvenPlan, Measure};
use crate::quantity::number::plain;
use crate::report::csv::{cell, write};
use crate::report::json::value;
use serde::Serialize;
use serde_json::Value;

/// A search, with values in their own units; a share is between 0 and 1.
#[derive(Serialize)]
struct Document<'a> {
    scenario: &'a str,
    metric: &'a str,
    metric_unit: &'a str,
    vary: &'a str,
    input_unit: &'a str,
    from: f64,
    to: f64,
    target: f64,
    outcome: &'static str,
    crossings: Vec<CrossingRow>,
    best: Option<PointRow>,
    #[serde(flatten)]
    sampled: Option<SampledSearchRow<'a>>,
}

/// A value of the input with that of the metric, or of a statistic.
#[derive(Serialize)]
struct PointRow {
    input: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    metric: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<f64>,
}

#[derive(Serialize)]
struct CrossingRow {
    #[serde(flatten)]
    point: PointRow,
    direction: &'static str,
    kind: &'static str,
}

/// The samples behind a statistic.
#[derive(Serialize)]
struct SampledRow<'a> {
    statistic: &'a str,
    samples: u64,
    seed: u64,
    sampler: &'a str,
}

impl<'a> SampledRow<'a> {
    fn of(plan: &'a BreakEvenPlan, settings: Settings) -> Self {
        Self {
            statistic: &plan.goal.text,
            samples: settings.samples,
            seed: settings.seed,
            sampler: settings.sampler.name(),
        }
    }
}

#[derive(Serialize)]
struct SampledSearchRow<'a> {
    #[serde(flatten)]
    samples: SampledRow<'a>,
    central: Option<PointRow>,
}

/// A frontier, with values in the inputs' own units.
#[derive(Serialize)]
struct FrontierDocument<'a> {
    scenario: &'a str,
    metric: &'a str,
    metric_unit: &'a str,
    target: f64,
    a: AxisRow<'a>,
    b: AxisRow<'a>,
    outcome: &'static str,
    frontier: Vec<FrontierRow>,
    #[serde(flatten)]
    sampled: Option<SampledRow<'a>>,
}

#[derive(Serialize)]
struct AxisRow<'a> {
    input: &'a str,
    unit: &'a str,
    from: f64,
    to: f64,
}

/// A point of a frontier: both inputs, and the number of the curve.
#[derive(Serialize)]
struct FrontierRow {
    a: f64,
    b: f64,
    curve: usize,
}

fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Rising => "rising",
        Direction::Falling => "falling",
        Direction::Touching => "touching",
    }
}

fn kind(kind: CrossingKind) -> &'static str {
    match kind {
        CrossingKind::Exact => "exact",
        CrossingKind::Step { .. } => "step",
        CrossingKind::Level { .. } => "level",
    }
}

impl Search<'_> {
    /// The search as JSON.
    #[must_use]
    pub fn json(&self) -> Value {
        let (assessment, goal, axis) = (self.assessment, &self.plan.goal, &self.plan.first);
        let (input, metric) =
            (&assessment.calculation.inputs[axis.input], &assessment.calculation.metrics[goal.metric]);
        let number = |value: f64| if self.is_share() { value } else { metric.unit.from_base(value) };
        let point = |point: Point| {
            let (input, found) = (input.unit.from_base(point.input), Some(number(point.metric)));
            let (metric, value) = if goal.measure == Measure::Value { (found, None) } else { (None, found) };
            PointRow { input, metric, value }
        };
        let crossing = |crossing: &Crossing| CrossingRow {
            point: point(place(crossing)),
            direction: direction(crossing.direction),
            kind: kind(crossing.kind),
        };
        let (outcome, crossings, best) = match &self.found.outcome {
            BreakEven::Crossings(crossings) => ("crossings", crossings.iter().map(crossing).collect(), None),
            BreakEven::NeverMet { best } => ("never_met", Vec::new(), Some(point(*best))),
            BreakEven::AlwaysMet => ("always_met", Vec::new(), None),
            BreakEven::Undefined => ("undefined", Vec::new(), None),
        };
        value(&Document {
            scenario: &assessment.name,
            metric: &metric.id,
            metric_unit: metric.unit.text(),
            vary: &input.id,
            input_unit: input.unit.text(),
            from: input.unit.from_base(axis.from),
            to: input.unit.from_base(axis.to),
            target: number(goal.target),
            outcome,
            crossings,
            best,
            sampled: self.found.sampled.as_ref().map(|sampled| SampledSearchRow {
                samples: SampledRow::of(self.plan, sampled.settings),
                central: self.found.central.map(point),
            }),
        })
    }

    /// The curve with its crossings: `INPUT,measure,value,unit,point`; a point is of the `curve`, a `crossing`, the
    /// `central` case or the `best` value. By hand: the input names the first column.
    pub(super) fn csv(&self) -> String {
        let (assessment, goal) = (self.assessment, &self.plan.goal);
        let (input, metric) =
            (&assessment.calculation.inputs[self.plan.first.input], &assessment.calculation.metrics[goal.metric]);
        let measure = if goal.text.is_empty() { &metric.id } else { &goal.text };
        let unit = if self.is_share() { "%" } else { metric.unit.text() };
        let mut rows: Vec<(Point, &str)> = self.found.curve.iter().map(|point| (*point, "curve")).collect();
        rows.extend(self.found.central.map(|point| (point, "central")));
        match &self.found.outcome {
            BreakEven::Crossings(crossings) => {
                rows.extend(crossings.iter().map(|crossing| (place(crossing), "crossing")));
            }
            BreakEven::NeverMet { best } => rows.push((*best, "best")),
            BreakEven::AlwaysMet | BreakEven::Undefined => {}
        }
        rows.sort_by(|a, b| a.0.input.total_cmp(&b.0.input));
        let rows = rows.into_iter().map(|(point, kind)| {
            let numbers = (plain(input.unit.from_base(point.input)), cell(self.in_unit(point.metric)));
            vec![numbers.0, measure.clone(), numbers.1, unit.to_owned(), kind.to_owned()]
        });
        write(&[&input.id, "measure", "value", "unit", "point"], rows)
    }
}

fn place(crossing: &Crossing) -> Point {
    Point { input: crossing.input, metric: crossing.metric }
}

/// The frontier as JSON.
pub(super) fn frontier_json(assessment: &Assessment, plan: &BreakEvenPlan, second: &Axis, found: &Frontier) -> Value {
    let metric = &assessment.calculation.metrics[plan.goal.metric];
    let axis = |axis: &Axis| {
        let input = &assessment.calculation.inputs[axis.input];
        let (from, to) = (input.unit.from_base(axis.from), input.unit.from_base(axis.to));
        AxisRow { input: &input.id, unit: input.unit.text(), from, to }
    };
    let frontier: Vec<FrontierRow> = points(assessment, plan, second, found).collect();
    value(&FrontierDocument {
        scenario: &assessment.name,
        metric: &metric.id,
        metric_unit: metric.unit.text(),
        target: if is_share(plan) { plan.goal.target } else { metric.unit.from_base(plan.goal.target) },
        a: axis(&plan.first),
        b: axis(second),
        outcome: if frontier.is_empty() { "never_met" } else { "frontier" },
        frontier,
        sampled: found.settings.map(|settings| SampledRow::of(plan, settings)),
    })
}

/// The points of the frontier. By hand: the inputs name the first two columns.
pub(super) fn frontier_csv(assessment: &Assessment, plan: &BreakEvenPlan, second: &Axis, found: &Frontier) -> String {
    let (a, b) = (&assessment.calculation.inputs[plan.first.input], &assessment.calculation.inputs[second.input]);
    let metric = &assessment.calculation.metrics[plan.goal.metric];
    let target = plain(in_unit(assessment, plan, plan.goal.target));
    let measure = if plan.goal.text.is_empty() { &metric.id } else { &plan.goal.text };
    let unit = if is_share(plan) { "%" } else { metric.unit.text() };
    let rows = points(assessment, plan, second, found).map(|FrontierRow { a, b, curve }| {
        vec![plain(a), plain(b), measure.clone(), target.clone(), unit.to_owned(), curve.to_string()]
    });
    write(&[&a.id, &b.id, "metric", "target", "unit", "curve"], rows)
}

fn points<'a>(
    assessment: &'a Assessment,
    plan: &'a BreakEvenPlan,
    second: &'a Axis,
    found: &'a Frontier,
) -> impl Iterator<Item = FrontierRow> + 'a {
    let (a, b) =
        (&assessment.calculation.inputs[plan.first.input].unit, &assessment.calculation.inputs[second.input].unit);
    found.curves.iter().zip(1..).flat_map(move |(points, curve)| {
        points.iter().map(move |point| FrontierRow { a: a.from_base(point.second), b: b.from_base(point.first), curve })
    })
}
