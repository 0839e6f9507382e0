//! What a scenario asks for beyond its metrics, with every name resolved.
//!
//! Knows nothing of how any of it is computed.

use super::break_even::{self, BreakEvenPlan};
use super::calculation::Calculation;
use super::charts::{self, ChartPlan};
use super::condition::{self, Condition};
use super::discovery::{self, DiscoveryPlan};
use super::inputs::IsSource;
use super::option::{self, PlanOption, Preference, Scenarios};
use super::output_names::{self, Outputs};
use super::pillar::{self, Pillar};
use super::sampling::{self, Sampling};
use super::sensitivity::{self, SensitivityPlan};
use super::standard::Model;
use super::sweep::{self, SweepPlan};
use crate::diagnostic::Diagnostics;
use crate::quantity::unit::Units;
use crate::scenario::{Look, Merged};

/// What a scenario asks for.
#[derive(Clone, Debug)]
pub struct Requests {
    /// Sweeps and grids.
    pub sweeps: Vec<SweepPlan>,
    /// Break-even searches.
    pub break_evens: Vec<BreakEvenPlan>,
    /// Charts of bars.
    pub charts: Vec<ChartPlan>,
    /// How charts look.
    pub look: Look,
    /// Conditions whose share of samples is counted.
    pub conditions: Vec<Condition>,
    /// What the plan rests on.
    pub pillars: Vec<Pillar>,
    /// The plans that are on the table, two or more, or none.
    pub options: Vec<PlanOption>,
    /// The metrics of interest that they are compared by.
    pub preferences: Vec<Preference>,
    /// How samples are drawn.
    pub sampling: Sampling,
    /// What is asked about the drivers of metrics.
    pub sensitivity: Option<SensitivityPlan>,
    /// Where the inputs with which conditions fail are looked for, if the scenario asks for that.
    pub discovery: Option<DiscoveryPlan>,
}

impl Requests {
    /// Resolves everything that a scenario and the model ask for. What a scenario inherited and lacks the inputs for is
    /// left out.
    pub(super) fn resolve(
        calculation: &Calculation,
        model: &Model,
        merged: &Merged,
        (units, is_source, scenarios): (&Units, IsSource<'_>, &Scenarios),
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let entries = &merged.entries;
        let inherited = |text| merged.texts.first().is_some_and(|own| text != *own);
        let sweeps = sweep::resolve(calculation, merged, units, diagnostics);
        let charts = charts::resolve(calculation, &sweeps, model, entries, diagnostics);
        let (conditions, positions) = condition::resolve(calculation, merged, units, diagnostics);
        let pillars = pillar::resolve(calculation, merged, units, diagnostics);
        let known = option::Known { calculation, merged, scenarios, conditions: &conditions, units, is_source };
        let (options, preferences) = option::resolve(&known, diagnostics);
        let sensitivity = entries
            .sensitivity
            .as_ref()
            .and_then(|entry| sensitivity::resolve(calculation, entry, inherited(entry.span.text), diagnostics));
        let discovery = entries.discovery.as_ref().and_then(|entry| {
            let own = merged.texts.first().is_some_and(|own| entry.span.text == *own);
            discovery::resolve(entry, &positions, calculation.uncertain().len(), own, diagnostics)
        });
        let break_evens = break_even::resolve(calculation, merged, units, diagnostics);
        let outputs = Outputs { charts: &charts, sweeps: &sweeps, break_evens: &break_evens };
        output_names::check(calculation, &outputs, entries, diagnostics);
        Self {
            sweeps,
            break_evens,
            charts,
            look: merged.look.clone(),
            conditions,
            pillars,
            options,
            preferences,
            sampling: sampling::resolve(entries.monte_carlo.as_ref(), !entries.conditions.is_empty()),
            sensitivity,
            discovery,
        }
    }
}
