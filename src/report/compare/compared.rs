//! Scenarios side by side: what is the same in all and what differs.

use crate::analysis::comparison::{self, InputRow, MetricRow};
use crate::analysis::monte_carlo::MonteCarlo;
use crate::language::Localizer;
use crate::model::{Assessment, Method, Metric, MetricId};
use crate::program::Extremes;
use crate::quantity::unit::Unit;
use rustc_hash::FxHashMap;

/// Most scenarios that are compared.
pub const MOST: usize = 12;

/// Scenarios with what differs between them.
#[derive(Clone)]
#[non_exhaustive]
pub struct Compared<'a> {
    /// The scenarios, the first of which the others are held against.
    pub scenarios: Vec<&'a Assessment>,
    /// The metrics' spreads, where samples were drawn.
    pub spreads: Vec<Option<MonteCarlo>>,
    /// The inputs that differ.
    pub inputs: Vec<InputRow>,
    /// The metrics shown.
    pub metrics: Vec<MetricRow>,
    /// How many of these, from the first on, are explained one by one; the others stand in the tables.
    explained: usize,
    /// The extremes of those, by scenario.
    extremes: Vec<FxHashMap<MetricId, Extremes>>,
}

/// Which metrics are compared.
pub enum Choice {
    /// Those of the summary that differ, then requirements, what can be sustained and the cost; all that differ where
    /// none of these does.
    Summary,
    /// All that differ.
    All,
    /// These, whether or not they differ.
    Named(Vec<String>),
}

/// Whether a metric is a requirement by a method for the purpose, what can be sustained, or a year's cost.
fn is_of_plan(assessment: &Assessment, metric: MetricId) -> bool {
    let roles = &assessment.roles;
    let applies = |method: &Method| assessment.purpose.is_none_or(|purpose| method.applies.contains(&purpose));
    let mut methods = roles.methods.iter().filter(|method| applies(method));
    methods.any(|method| method.metric == Ok(metric))
        || roles.supply.as_ref().is_ok_and(|supply| supply.sustainable == metric)
        || roles.costs.annual.at == Some(metric)
}

impl<'a> Compared<'a> {
    /// Compares scenarios.
    #[must_use]
    pub fn new(scenarios: Vec<&'a Assessment>, spreads: Vec<Option<MonteCarlo>>, choice: &Choice) -> Self {
        let of_summary = |row: &MetricRow| {
            let mut metrics =
                row.at.iter().zip(&scenarios).filter_map(|(at, one)| Some(&one.calculation.metrics[(*at)?]));
            metrics.any(|metric| metric.headline || metric.own)
        };
        let differs = |row: &MetricRow| comparison::differs(&scenarios, row);
        let of_plan = |row: &MetricRow| {
            let mut known = row.at.iter().zip(&scenarios);
            !of_summary(row) && known.any(|(at, one)| at.is_some_and(|at| is_of_plan(one, at)))
        };
        let mut explained = usize::MAX;
        let mut metrics = match choice {
            Choice::Summary => {
                let mut found = comparison::metrics(&scenarios, &|row| of_summary(row) && differs(row));
                let others = comparison::metrics(&scenarios, &|row| of_plan(row) && differs(row));
                explained = if found.is_empty() { others.len() } else { found.len() };
                found.extend(others);
                found
            }
            Choice::All => comparison::metrics(&scenarios, &differs),
            Choice::Named(ids) => comparison::metrics(&scenarios, &|row| ids.contains(&row.id)),
        };
        if metrics.is_empty() && matches!(choice, Choice::Summary) {
            metrics = comparison::metrics(&scenarios, &differs);
        }
        let extremes = (0..scenarios.len()).map(|scenario| {
            let shown: Vec<MetricId> = metrics.iter().filter_map(|row| row.at[scenario]).collect();
            let found = scenarios[scenario].calculation.extremes(&shown);
            shown.into_iter().zip(found).collect()
        });
        let extremes = extremes.collect();
        let explained = explained.min(metrics.len());
        Self { inputs: comparison::inputs(&scenarios), metrics, explained, extremes, scenarios, spreads }
    }

    /// The metrics that are explained one by one.
    #[must_use]
    pub(super) fn explained(&self) -> &[MetricRow] {
        self.metrics.get(..self.explained).unwrap_or_default()
    }

    /// The same scenarios with these metrics alone: what charts have room for.
    #[must_use]
    pub(super) fn in_charts(&self) -> Self {
        Self { metrics: self.explained().to_vec(), ..self.clone() }
    }

    /// The words it is all said in.
    #[must_use]
    pub fn words(&self) -> Localizer {
        self.scenarios.first().map_or_else(Localizer::default, |one| one.words)
    }

    /// A scenario's letter.
    #[must_use]
    pub(crate) fn letter(position: usize) -> char {
        u8::try_from(position).map_or('?', |position| char::from(b'A' + position % 26))
    }

    /// A metric of one of the scenarios.
    #[must_use]
    pub fn metric(&self, row: &MetricRow, scenario: usize) -> Option<&'a Metric> {
        self.scenarios[scenario].calculation.metrics.get((*row.at.get(scenario)?)?)
    }

    /// The metric as the first scenario has it that does.
    pub(super) fn first(&self, row: &MetricRow) -> Option<&'a Metric> {
        (0..self.scenarios.len()).find_map(|scenario| self.metric(row, scenario))
    }

    /// The unit all values of a metric are shown in.
    pub(super) fn unit(&self, row: &MetricRow) -> Unit {
        self.first(row).map_or_else(Unit::one, |metric| metric.unit.clone())
    }

    /// A metric's value in the unit of the first, where it measures the same and is defined.
    pub(super) fn value(&self, row: &MetricRow, scenario: usize) -> Option<f64> {
        let (metric, unit) = (self.metric(row, scenario)?, self.unit(row));
        let same = metric.unit.dimension() == unit.dimension() && metric.value.is_finite();
        same.then(|| unit.from_base(metric.value))
    }

    /// The ends of what a metric can be, all inputs at the ends of their ranges, where it moves.
    pub(super) fn low_high(&self, row: &MetricRow, scenario: usize) -> Option<(f64, f64)> {
        let (at, unit, value) = ((*row.at.get(scenario)?)?, self.unit(row), self.value(row, scenario)?);
        let bounds = self.extremes.get(scenario)?.get(&at)?.bounds;
        let (low, high) = (unit.from_base(bounds.low), unit.from_base(bounds.high));
        let moves = low.is_finite() && high.is_finite() && !bounds.undefined && high - low > 1e-9 * value.abs();
        moves.then_some((low, high))
    }

    /// A metric's 5th and 95th percentile, where samples were drawn and it moves.
    pub(super) fn p5_p95(&self, row: &MetricRow, scenario: usize) -> Option<(f64, f64)> {
        let (at, unit) = ((*row.at.get(scenario)?)?, self.unit(row));
        self.value(row, scenario)?;
        let spread = self.spreads.get(scenario)?.as_ref()?.spreads.get(at).filter(|spread| spread.moves())?;
        Some((unit.from_base(spread.percentiles[0]), unit.from_base(spread.percentiles[4])))
    }

    /// A metric's difference from the first scenario and its ratio to it, which says nothing of negative values.
    pub(super) fn difference(&self, row: &MetricRow, scenario: usize) -> Option<(f64, Option<f64>)> {
        let (first, other) = (self.value(row, 0)?, self.value(row, scenario)?);
        Some((other - first, (first > 0.0 && other >= 0.0).then(|| other / first)))
    }

    /// The name for people of an input, as the first scenario has it that does.
    pub(super) fn input_label(&self, id: &str) -> String {
        let found = self
            .scenarios
            .iter()
            .find_map(|one| Some(one.calculation.inputs[one.calculation.input(id)?].label.clone()));
        found.unwrap_or_else(|| id.to_owned())
    }

    /// The name of the folder of results.
    #[must_use]
    pub fn folder(&self) -> String {
        let names: Vec<&str> = self.scenarios.iter().map(|one| one.name.as_str()).collect();
        let text = names.join("-vs-");
        text.chars().take(120).collect()
    }
}
