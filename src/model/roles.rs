//! The parts that inputs and metrics play: sizing methods, costs, casualties, build-up and supply.
//!
//! Which names play them stands in the model's files; here it is inputs and metrics. Knows nothing of how any of it is
//! computed or shown.

use super::calculation::Calculation;
use super::cost::{self, BuildUpParts, Casualty, Costs};
use super::inputs::IsSource;
use super::method::{self, Estimate, Method, Proposal};
use super::standard::Model;
use super::supply::{self, Supply};
use crate::diagnostic::Diagnostics;
use crate::language::Localizer;
use crate::quantity::unit::Units;
use crate::scenario::{Entries, MetricEntry};

/// The parts that inputs and metrics play.
#[derive(Clone, Debug)]
pub struct Roles {
    /// The sizing methods, in the order of the metrics; those that lack inputs among them.
    pub methods: Vec<Method>,
    /// What methods are compared with.
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
}

impl Roles {
    /// Finds the parts. `metrics` are those of the model and of the scenario.
    pub(super) fn resolve(
        calculation: &Calculation,
        (model, entries, metrics): (&Model, &Entries, &[&MetricEntry]),
        (is_source, units): (IsSource<'_>, &Units),
        words: Localizer,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let methods = method::methods(
            calculation,
            (model, entries.yardstick_name.as_deref()),
            metrics,
            is_source,
            units,
            diagnostics,
        );
        let estimates = method::estimates(model, entries, is_source, units, diagnostics);
        let proposal = method::proposal(calculation, entries, model);
        Self {
            costs: cost::costs(calculation, model, entries),
            casualties: cost::casualties(calculation, model),
            build_up: cost::build_up(calculation, proposal.force, model),
            supply: supply::resolve(calculation, model.entries.supply.as_ref(), entries, words),
            methods,
            proposal,
            estimates,
        }
    }
}
