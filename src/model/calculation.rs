//! What is computed with: inputs with values and ranges, metrics with formulas, and the tape that runs them.
//!
//! Valid by construction: nothing computed from it returns an error. Inputs and results are in base units unless a name
//! says otherwise. Knows nothing of what a scenario asks for, of the parts that metrics play, or of how results are said.

use super::id::{InputId, MetricId};
use crate::formula::operator::Gather;
use crate::formula::{Formula, Part};
use crate::program::{Column, Extent, Extremes, Gradient, Tape};
use crate::quantity::interval::Interval;
use crate::quantity::unit::Unit;
use crate::scenario::{Bounds, Counting, Role};
use crate::uncertainty::distribution::Distribution;
use std::borrow::Cow;
use std::sync::Arc;
use typed_index_collections::{TiSlice, TiVec};

/// Where a figure or a formula comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provenance {
    /// Keys of sources, of the value and of the range's ends.
    pub sources: Vec<String>,
    /// Keys of sources of the range's low, mode and high alone, where they are told apart.
    pub ends: [Vec<String>; 3],
    /// Why it was assumed.
    pub assumed: Option<String>,
    /// Set on the command line, as written there.
    pub set: Option<String>,
    /// The standard model's own value, which the scenario left as it is.
    pub model: bool,
    /// The members of a scope that it adds up, for what follows from them where the scenario does not give it.
    pub parts: Option<String>,
}

impl Provenance {
    /// Whether anything is said about where the figure comes from.
    #[must_use]
    pub fn is_stated(&self) -> bool {
        !self.sources.is_empty() || self.assumed.is_some() || self.set.is_some() || self.parts.is_some()
    }
}

/// An input with its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Input {
    /// The identifier; `scope.member.name` for a member's.
    pub id: String,
    /// The name that formulas use.
    pub name: String,
    /// Scope and member, for a member's input.
    pub member: Option<(String, String)>,
    /// The name for people.
    pub label: String,
    /// What it is.
    pub means: String,
    /// The unit it was given in.
    pub unit: Unit,
    /// The central case, in base units.
    pub value: f64,
    /// Whether the central case was not written but follows from the range.
    pub is_derived: bool,
    /// The range, in base units.
    pub range: Option<Distribution>,
    /// Who decides it.
    pub role: Role,
    /// How a strength was counted.
    pub counting: Option<Counting>,
    /// Which values make sense at all.
    pub bounds: Bounds,
    /// Where the figure comes from.
    pub provenance: Provenance,
    /// What a reader should know.
    pub note: Option<String>,
    /// What a reader must not take the figure for.
    pub warning: Option<String>,
}

impl Input {
    /// The central case in the input's own unit.
    #[must_use]
    pub fn shown_value(&self) -> f64 {
        self.unit.from_base(self.value)
    }

    /// The range's ends in the input's own unit.
    #[must_use]
    pub fn shown_range(&self) -> Option<(f64, f64)> {
        let (low, high) = self.range.as_ref()?.range();
        Some((self.unit.from_base(low), self.unit.from_base(high)))
    }

    /// The range's low, mode and high in the input's own unit, each with the keys of the sources that it alone has.
    #[must_use]
    pub fn sourced_ends(&self) -> Vec<(f64, &[String])> {
        let Some(range) = &self.range else { return Vec::new() };
        let (low, high) = range.range();
        let ends = [low, range.central(), high].into_iter().zip(&self.provenance.ends);
        ends.filter(|(_, keys)| !keys.is_empty())
            .map(|(end, keys)| (self.unit.from_base(end), keys.as_slice()))
            .collect()
    }

    /// Whether samples of it are drawn: it has a range, and the world decides it. The range of a lever or a constant is
    /// for sliders, sweeps and one input at a time.
    #[must_use]
    pub fn is_drawn(&self) -> bool {
        self.range.is_some() && self.role == Role::Uncertainty
    }

    /// The interval of values it can take: its range, or its single value.
    #[must_use]
    pub fn interval(&self) -> Interval {
        self.range.as_ref().map_or(Interval::point(self.value), |range| {
            let (low, high) = range.range();
            Interval::new(low.min(self.value), high.max(self.value))
        })
    }

    /// All values it can have, also those that are rarer than the range that is shown.
    #[must_use]
    pub(super) fn extent(&self) -> Extent {
        let Some(range) = &self.range else { return Extent::point(self.value) };
        if let Some(choices) = range.choices() {
            let values = choices.into_iter().map(|(value, _)| value);
            return Extent::choices(values.chain([self.value]).collect());
        }
        let (low, high) = range.support();
        let is_open = range.lowest_is_open() && low < self.value;
        Extent::between(low.min(self.value), high.max(self.value), is_open)
    }
}

/// What a name in a metric's formula stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Referent {
    /// An input.
    Input(InputId),
    /// A metric.
    Metric(MetricId),
    /// The values of a scope's members.
    Members(Vec<Referent>),
}

/// A metric with its formula.
#[derive(Clone, Debug, PartialEq)]
pub struct Metric {
    /// The identifier; `scope.member.name` for a member's.
    pub id: String,
    /// The name that formulas use.
    pub name: String,
    /// Scope and member, for a member's metric.
    pub member: Option<(String, String)>,
    /// The name for people.
    pub label: String,
    /// What it says.
    pub means: String,
    /// The unit it is shown in.
    pub unit: Unit,
    /// The formula as a tree.
    pub formula: Arc<Formula>,
    /// What the names in the formula stand for.
    pub uses: Vec<(String, Referent)>,
    /// Where the formula comes from.
    pub provenance: Provenance,
    /// Whether it belongs in the summary.
    pub headline: bool,
    /// Whether the scenario defined it, not the standard model.
    pub own: bool,
    /// The central case, in base units; not-a-number where undefined, infinite where beyond the largest number.
    pub value: f64,
}

impl Metric {
    /// The central case in the metric's own unit.
    #[must_use]
    pub fn shown_value(&self) -> f64 {
        self.unit.from_base(self.value)
    }
}

/// A metric that cannot be computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unavailable {
    /// The metric's identifier.
    pub id: String,
    /// The name for people.
    pub label: String,
    /// The inputs it lacks.
    pub needs: Vec<String>,
}

/// Two inputs that move together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Correlation {
    /// The one.
    pub first: InputId,
    /// The other.
    pub second: InputId,
    /// Their rank correlation.
    pub rank: f64,
}

/// Inputs, metrics and how they follow from one another.
#[derive(Clone, Debug)]
pub struct Calculation {
    /// The inputs, in the order of the model and then of the scenario.
    pub inputs: TiVec<InputId, Input>,
    /// The metrics that can be computed, in the same order. The tape's outputs are in this order.
    pub metrics: TiVec<MetricId, Metric>,
    /// The metrics that cannot.
    pub unavailable: Vec<Unavailable>,
    /// Inputs with ranges that move together.
    pub correlations: Vec<Correlation>,
    pub(super) tape: Tape,
}

impl Calculation {
    /// The operations behind the metrics.
    #[must_use]
    pub fn tape(&self) -> &Tape {
        &self.tape
    }

    /// Every input's central case, in base units: a value for each column of the tape.
    #[must_use]
    pub fn central(&self) -> Vec<f64> {
        self.inputs.iter().map(|input| input.value).collect()
    }

    /// An input by its identifier.
    #[must_use]
    pub fn input(&self, id: &str) -> Option<InputId> {
        self.inputs.position(|input| input.id == id)
    }

    /// A metric that can be computed, by its identifier.
    #[must_use]
    pub fn metric(&self, id: &str) -> Option<MetricId> {
        self.metrics.position(|metric| metric.id == id)
    }

    /// The value of an input, or of the metric that has its place, in base units.
    #[must_use]
    pub fn value_of(&self, id: &str) -> Option<f64> {
        let of_metric = || self.metric(id).map(|metric| self.metrics[metric].value);
        self.input(id).map(|input| self.inputs[input].value).or_else(of_metric)
    }

    /// The inputs of members that a metric adds up, if it does nothing else.
    #[must_use]
    pub fn summed(&self, metric: &Metric) -> Option<Vec<InputId>> {
        let is_sum = matches!(metric.formula.nodes().last().map(|node| &node.part), Some(Part::Gather(Gather::Sum, _)));
        let [(_, Referent::Members(members))] = metric.uses.as_slice() else { return None };
        let of_input = |member: &Referent| match member {
            Referent::Input(input) => Some(*input),
            _ => None,
        };
        members.iter().map(of_input).collect::<Option<Vec<_>>>().filter(|_| is_sum)
    }

    /// All metrics over columns of inputs: a column for each metric, in base units. `columns` replaces some inputs;
    /// the others stay at their central case.
    #[must_use]
    pub fn evaluate(&self, columns: &[(InputId, &[f64])], samples: usize) -> TiVec<MetricId, Vec<f64>> {
        let mut all: TiVec<InputId, Column<'_>> = self.inputs.iter().map(|input| Column::Same(input.value)).collect();
        for (input, values) in columns {
            if let Some(column) = all.get_mut(*input) {
                *column = Column::Each(values);
            }
        }
        self.tape.evaluate(&all.raw, samples).into()
    }

    /// Some metrics over columns of inputs: a column for each, in base units. `inputs` has a value for every input, which
    /// it has throughout where no column replaces it.
    #[must_use]
    pub(crate) fn evaluate_some(
        &self,
        metrics: &[MetricId],
        inputs: &[f64],
        columns: &[(InputId, Cow<'_, [f64]>)],
        samples: usize,
    ) -> Vec<Vec<f64>> {
        let mut all: TiVec<InputId, Column<'_>> = inputs.iter().map(|value| Column::Same(*value)).collect();
        for (input, values) in columns {
            if let Some(column) = all.get_mut(*input) {
                *column = Column::Each(values);
            }
        }
        self.tape_of(metrics).evaluate(&all.raw, samples)
    }

    /// The derivatives of a metric at the central case. `None` for one that there is not.
    #[must_use]
    pub fn gradient(&self, metric: MetricId) -> Option<Gradient> {
        self.tape.gradient(metric.index(), &self.central())
    }

    /// The tape with some of the metrics alone as its outputs, in their order.
    #[must_use]
    pub fn tape_of(&self, metrics: &[MetricId]) -> Tape {
        self.tape.restricted(&metrics.iter().map(|metric| metric.index()).collect::<Vec<_>>())
    }

    /// The same inputs with some of the metrics alone, each as if it followed from inputs at once: what is computed of
    /// these costs no more than they need.
    #[must_use]
    pub fn only(&self, metrics: &[MetricId]) -> Self {
        let known: Vec<MetricId> =
            metrics.iter().copied().filter(|metric| metric.index() < self.metrics.len()).collect();
        let one = |metric: &MetricId| {
            let inputs = self.inputs_of(*metric).into_iter();
            let uses = inputs.map(|input| (self.inputs[input].id.clone(), Referent::Input(input))).collect();
            Metric { uses, ..self.metrics[*metric].clone() }
        };
        Self { metrics: known.iter().map(one).collect(), tape: self.tape_of(&known), ..self.clone() }
    }

    /// The least and the greatest value of some metrics over the declared ranges of all inputs, levers and constants
    /// included, whatever is correlated; in base units, in the order given.
    #[must_use]
    pub fn extremes(&self, metrics: &[MetricId]) -> Vec<Extremes> {
        self.tape_of(metrics).extremes(&self.inputs.iter().map(Input::extent).collect::<Vec<_>>())
    }

    /// The inputs that a metric depends on, directly or through others, in their order.
    #[must_use]
    pub fn inputs_of(&self, metric: MetricId) -> Vec<InputId> {
        self.metrics.get(metric).map_or_else(Vec::new, |metric| inputs_under(&self.metrics, metric))
    }
}

/// The inputs that a metric depends on, directly or through others, in their order.
pub(super) fn inputs_under(metrics: &TiSlice<MetricId, Metric>, metric: &Metric) -> Vec<InputId> {
    let mut found = Vec::new();
    let mut seen: TiVec<MetricId, bool> = vec![false; metrics.len()].into();
    let mut open: Vec<&Referent> = metric.uses.iter().map(|(_, uses)| uses).collect();
    while let Some(referent) = open.pop() {
        match referent {
            Referent::Input(input) => found.push(*input),
            // Many ways may lead to one metric.
            Referent::Metric(metric) => {
                if !std::mem::replace(&mut seen[*metric], true) {
                    open.extend(metrics[*metric].uses.iter().map(|(_, uses)| uses));
                }
            }
            Referent::Members(members) => open.extend(members),
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}
