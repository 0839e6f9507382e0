//! What an option is computed by, and which metrics options have in common.
//!
//! Where nothing that two options set reaches a metric, they cannot differ in it: it is computed once. Knows nothing of
//! futures.

use crate::model::{Calculation, InputId, MetricId, PlanOption};
use std::collections::BTreeMap;
use typed_index_collections::TiVec;

/// An option with what it is computed by.
pub(super) struct Plan<'a> {
    /// The scenario's calculation, or its own.
    pub calculation: &'a Calculation,
    /// Inputs with their values under it.
    pub set: &'a [(InputId, f64)],
    /// Whether the calculation is its own.
    pub is_own: bool,
}

impl<'a> Plan<'a> {
    pub(super) fn new(base: &'a Calculation, option: &'a PlanOption) -> Self {
        let own = option.scenario.as_deref();
        let calculation = own.map_or(base, |own| &own.calculation);
        Self { calculation, set: &option.set, is_own: own.is_some() }
    }

    /// The metric of the option that one of the scenario's is called; it has to measure the same.
    pub(super) fn metric(&self, base: &Calculation, metric: MetricId) -> Option<MetricId> {
        if !self.is_own {
            return Some(metric);
        }
        let wanted = &base.metrics[metric];
        let found = self.calculation.metric(&wanted.id)?;
        let same = self.calculation.metrics[found].unit.dimension() == wanted.unit.dimension();
        same.then_some(found)
    }

    /// Whether it sets an input.
    pub(super) fn sets(&self, input: InputId) -> bool {
        self.set.iter().any(|(set, _)| *set == input)
    }
}

/// Which column of values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct ColumnId(usize);

impl From<usize> for ColumnId {
    fn from(position: usize) -> Self {
        Self(position)
    }
}

impl From<ColumnId> for usize {
    fn from(id: ColumnId) -> Self {
        id.0
    }
}

/// What decides a metric's values: the option whose own scenario has it, where that is one, the metric, and what is set of
/// the inputs that reach it, to the bit.
type Decisive = (Option<usize>, MetricId, Vec<(InputId, u64)>);

/// The columns that have to be computed for some options.
pub(super) struct SharedColumns<'a> {
    plans: &'a [Plan<'a>],
    known: BTreeMap<Decisive, ColumnId>,
    /// The inputs that reach a metric of the scenario, once it was asked for.
    reaching: BTreeMap<MetricId, Vec<InputId>>,
    /// The option that each of them is computed for, and the metric.
    pub columns: TiVec<ColumnId, (usize, MetricId)>,
}

impl<'a> SharedColumns<'a> {
    pub(super) fn new(plans: &'a [Plan<'a>]) -> Self {
        Self { plans, known: BTreeMap::new(), reaching: BTreeMap::new(), columns: TiVec::new() }
    }

    /// The column of an option's metric.
    pub(super) fn column(&mut self, option: usize, metric: MetricId) -> ColumnId {
        let plan = &self.plans[option];
        let decisive = if plan.is_own {
            (Some(option), metric, Vec::new())
        } else {
            let reaching = self.reaching.entry(metric).or_insert_with(|| plan.calculation.inputs_of(metric));
            let set = plan.set.iter().filter(|(input, _)| reaching.contains(input));
            (None, metric, set.map(|(input, value)| (*input, value.to_bits())).collect())
        };
        *self.known.entry(decisive).or_insert_with(|| {
            self.columns.push((option, metric));
            ColumnId(self.columns.len() - 1)
        })
    }
}
