//! A scenario ready to compute: inputs with values and ranges, metrics with formulas, and the tape that runs them.
//!
//! Valid by construction: nothing computed from an assessment returns an error. Inputs and results are in base units
//! unless a name says otherwise. Knows nothing of files or of how results are shown.

use super::break_even::BreakEvenPlan;
use super::condition::Condition;
use super::correlation::Correlation;
use super::cost::{BuildUpParts, Casualty, Costs};
use super::discovery::DiscoveryPlan;
use super::method::{Estimate, Method, Proposal};
use super::pillar::Pillar;
use super::plan::{ChartPlan, Sampling, SweepPlan};
use super::sensitivity::SensitivityPlan;
use super::supply::Supply;
use crate::formula::Formula;
use crate::language::Words;
use crate::program::{Column, Gradient, Tape};
use crate::quantity::interval::Interval;
use crate::quantity::unit::Unit;
use crate::scenario::Look;
use crate::scenario::SourceEntry;
use crate::uncertainty::distribution::Distribution;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Where a figure or a formula comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provenance {
    /// Keys of sources.
    pub sources: Vec<String>,
    /// Why it was assumed.
    pub assumed: Option<String>,
    /// Set on the command line, as written there.
    pub set: Option<String>,
    /// The standard model's own value, which the scenario left as it is.
    pub model: bool,
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
    /// Who decides it: `lever`, `uncertainty` or `constant`.
    pub role: String,
    /// How a strength was counted.
    pub counting: Option<String>,
    /// Which values make sense at all: `positive`, `non_negative`, `share` or `any`.
    pub bounds: String,
    /// Where the figure comes from.
    pub provenance: Provenance,
    /// What a reader should know.
    pub note: Option<String>,
    /// How its numbers are said.
    pub words: Words,
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

    /// The interval of values it can take: its range, or its single value.
    #[must_use]
    pub fn interval(&self) -> Interval {
        self.range.as_ref().map_or(Interval::point(self.value), |range| {
            let (low, high) = range.range();
            Interval::new(low.min(self.value), high.max(self.value))
        })
    }
}

/// What a name in a metric's formula stands for, by position in the assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Referent {
    /// An input.
    Input(usize),
    /// A metric.
    Metric(usize),
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
    /// Bounds over the ranges of all inputs, in base units.
    pub bounds: Interval,
    /// How its numbers are said.
    pub words: Words,
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

/// A scenario ready to compute.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// The name: the scenario file's stem.
    pub name: String,
    /// The title.
    pub title: String,
    /// What the mission is for.
    pub purpose: Option<String>,
    /// A few sentences.
    pub summary: Option<String>,
    /// The names for people of the members of scopes, by scope and member.
    pub titles: BTreeMap<(String, String), String>,
    /// How things are said.
    pub words: Words,
    /// The inputs, in the order of the model and then of the scenario.
    pub inputs: Vec<Input>,
    /// The metrics that can be computed, in the same order. The tape's outputs are in this order.
    pub metrics: Vec<Metric>,
    /// The metrics that cannot.
    pub unavailable: Vec<Unavailable>,
    /// Sweeps and grids that the scenario asks for.
    pub sweeps: Vec<SweepPlan>,
    /// Break-even searches that the scenario asks for.
    pub break_evens: Vec<BreakEvenPlan>,
    /// Charts of bars.
    pub charts: Vec<ChartPlan>,
    /// How charts look.
    pub look: Look,
    /// Conditions whose share of samples is counted.
    pub conditions: Vec<Condition>,
    /// What the plan rests on.
    pub pillars: Vec<Pillar>,
    /// Inputs with ranges that move together.
    pub correlations: Vec<Correlation>,
    /// How samples are drawn.
    pub sampling: Sampling,
    /// What is asked about the drivers of metrics.
    pub sensitivity: Option<SensitivityPlan>,
    /// Where the inputs with which conditions fail are looked for, if the scenario asks for that.
    pub discovery: Option<DiscoveryPlan>,
    /// The sizing methods, in the order of the metrics; those that lack inputs among them.
    pub methods: Vec<Method>,
    /// What methods are held against.
    pub proposal: Proposal,
    /// What a table of costs is made of.
    pub costs: Costs,
    /// Rates of casualties that the scenario gives.
    pub casualties: Vec<Casualty>,
    /// What plays which part in a build-up, where the scenario gives enough for one.
    pub build_up: Option<BuildUpParts>,
    /// What others published.
    pub estimates: Vec<Estimate>,
    /// Contributors and their supply, or what is lacking for it.
    pub supply: Result<Supply, Vec<String>>,
    /// The sources cited, in the order of first mention.
    pub sources: Vec<SourceEntry>,
    pub(super) tape: Tape,
}

impl Assessment {
    /// The operations behind the metrics.
    #[must_use]
    pub fn tape(&self) -> &Tape {
        &self.tape
    }

    /// Every input's central case, in base units.
    #[must_use]
    pub fn central(&self) -> Vec<f64> {
        self.inputs.iter().map(|input| input.value).collect()
    }

    /// A member's name for people.
    #[must_use]
    pub fn title<'a>(&'a self, member: &'a (String, String)) -> &'a str {
        self.titles.get(member).unwrap_or(&member.1)
    }

    /// The label of an input or metric without the member it belongs to.
    #[must_use]
    pub fn own_label<'a>(&self, label: &'a str, member: Option<&(String, String)>) -> &'a str {
        let ending = member.map(|member| self.words.pair("", self.title(member)));
        ending.and_then(|ending| label.strip_suffix(&ending)).unwrap_or(label)
    }

    /// The position of an input.
    #[must_use]
    pub fn input(&self, id: &str) -> Option<usize> {
        self.inputs.iter().position(|input| input.id == id)
    }

    /// The position of a metric that can be computed.
    #[must_use]
    pub fn metric(&self, id: &str) -> Option<usize> {
        self.metrics.iter().position(|metric| metric.id == id)
    }

    /// All metrics over columns of inputs: a column for each metric, in base units. `columns` replaces some inputs,
    /// by position; the others stay at their central case.
    #[must_use]
    pub fn evaluate(&self, columns: &[(usize, &[f64])], samples: usize) -> Vec<Vec<f64>> {
        let mut all: Vec<Column<'_>> = self.inputs.iter().map(|input| Column::Same(input.value)).collect();
        for (input, values) in columns {
            if let Some(column) = all.get_mut(*input) {
                *column = Column::Each(values);
            }
        }
        self.tape.evaluate(&all, samples)
    }

    /// The derivatives of a metric at the central case. `None` for a position there is not.
    #[must_use]
    pub fn gradient(&self, metric: usize) -> Option<Gradient> {
        self.tape.gradient(metric, &self.central())
    }

    /// The same inputs with some of the metrics alone, each as if it followed from inputs at once, and without what the
    /// scenario asks about others: what is computed of these costs no more than they need.
    #[must_use]
    pub fn only(&self, metrics: &[usize]) -> Self {
        let known: Vec<usize> = metrics.iter().copied().filter(|metric| *metric < self.metrics.len()).collect();
        let one = |metric: &usize| {
            let inputs = self.inputs_of(*metric).into_iter();
            let uses = inputs.map(|input| (self.inputs[input].id.clone(), Referent::Input(input))).collect();
            Metric { uses, ..self.metrics[*metric].clone() }
        };
        Self {
            metrics: known.iter().map(one).collect(),
            tape: self.tape.restricted(&known),
            sweeps: Vec::new(),
            break_evens: Vec::new(),
            charts: Vec::new(),
            conditions: Vec::new(),
            pillars: Vec::new(),
            sensitivity: None,
            discovery: None,
            methods: Vec::new(),
            estimates: Vec::new(),
            ..self.clone()
        }
    }

    /// The inputs that a metric depends on, directly or through others, in the order of the assessment.
    #[must_use]
    pub fn inputs_of(&self, metric: usize) -> Vec<usize> {
        self.metrics.get(metric).map_or_else(Vec::new, |metric| inputs_under(&self.metrics, metric))
    }

    /// A source that was cited.
    #[must_use]
    pub fn source(&self, key: &str) -> Option<&SourceEntry> {
        self.sources.iter().find(|source| source.key.value == key)
    }
}

/// The inputs that a metric depends on, directly or through others, in their order.
pub(super) fn inputs_under(metrics: &[Metric], metric: &Metric) -> Vec<usize> {
    let mut found = Vec::new();
    let mut seen = vec![false; metrics.len()];
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
