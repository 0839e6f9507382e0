//! What an option is computed by. Knows nothing of futures.

use crate::model::{Calculation, InputId, MetricId, PlanOption};

/// An option with what it is computed by.
pub(super) struct Plan<'a> {
    pub(super) calculation: &'a Calculation,
    pub(super) set: &'a [(InputId, f64)],
    pub(super) is_own: bool,
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

    /// The inputs that are drawn and reach a metric, by their names.
    pub(super) fn reaching(&self, metric: Option<MetricId>) -> Vec<&str> {
        let is_set = |input: &InputId| self.set.iter().any(|(set, _)| set == input);
        let inputs = metric.map_or_else(Vec::new, |metric| self.calculation.inputs_of(metric));
        let drawn = inputs.iter().filter(|input| !is_set(input) && self.calculation.inputs[**input].is_drawn());
        drawn.map(|input| self.calculation.inputs[*input].id.as_str()).collect()
    }
}
