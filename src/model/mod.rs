//! The standard model and what it makes of a scenario.
//!
//! `standard.toml` holds the inputs, metrics and charts that all scenarios know, `methods.toml` the sizing methods and
//! their coefficients, `cost.toml` cost, casualties and build-up, `supply.toml` what contributors can sustain,
//! `sources.toml` the works they cite.
//! [`link()`] puts names, units and formulas of the model and a scenario together into an [`Assessment`], from which
//! everything else is computed. No metric's or input's name appears in this code.

mod asked;
mod assessment;
mod axis;
mod break_even;
mod calculation;
mod charts;
mod condition;
mod consistency;
mod correlation;
mod cost;
mod cut;
mod discovery;
mod example;
mod goal;
mod guard;
mod id;
mod inputs;
mod instance;
mod limits;
mod link;
mod lookup;
mod method;
mod names;
mod option;
mod order;
mod output_names;
mod overrides;
pub mod own_name;
mod pillar;
mod plan;
pub(crate) mod plausible;
mod reading;
mod requests;
mod roles;
mod sampling;
mod sensitivity;
mod standard;
mod supply;
mod sweep;
mod total;
mod translate;
mod trouble;
mod yardstick;

pub use assessment::{Assessment, Warning};
pub use axis::{Axis, plan_axis};
pub use break_even::{BreakEvenPlan, plan_break_even};
pub use calculation::{Calculation, Correlation, Input, Metric, Provenance, Referent, Unavailable};
pub use charts::{ChartPlan, PanelPlan};
pub use condition::{Condition, plan_condition};
pub use correlation::MISSED;
pub use cost::{Basis, BuildUpParts, Casualty, Costs, Named, PoolParts};
pub use discovery::DiscoveryPlan;
pub use example::check_examples;
pub use goal::{Goal, Measure, read_goal};
pub use id::{InputId, MetricId};
pub use inputs::read_inputs;
pub use link::link;
pub use method::{Estimate, Method, Proposal, Record};
pub use option::{MOST_OPTIONS, OwnScenario, PlanOption, Preference};
pub use overrides::{Override, override_inputs};
pub use pillar::Pillar;
pub use reading::{Complaints, NoFiles, Reading, assess, read_scenario, read_scenario_with};
pub use requests::Requests;
pub use roles::Roles;
pub use sampling::Sampling;
pub use sensitivity::{BASE_SAMPLES, SensitivityPlan};
pub use standard::{Derived, Model};
pub use supply::{Choices, Coalition, Contributor, Supply};
pub use sweep::{SweepPlan, plan_sweep};
