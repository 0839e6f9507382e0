//! What a scenario wants to know of its drivers: methods, metrics and groups of inputs, with every name resolved.

use super::calculation::Calculation;
use super::id::{InputId, MetricId};
use super::limits;
use super::lookup::metric;
use crate::diagnostic::{Diagnostic, Diagnostics, did_you_mean};
use crate::scenario::{Located, Role, SensitivityEntry, Text};

/// A sensitivity analysis that a scenario asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SensitivityPlan {
    /// `oat`, `elasticity`, `sobol`.
    pub methods: Vec<String>,
    /// The metrics.
    pub metrics: Vec<MetricId>,
    /// Base samples of Sobol' indices.
    pub samples: u64,
    /// Their seed.
    pub seed: u64,
    /// Whether pairs of inputs get indices too.
    pub second_order: bool,
    /// Groups of inputs: the name, and the inputs.
    pub groups: Vec<(String, Vec<InputId>)>,
}

/// The method that takes samples.
const SOBOL: &str = "sobol";

/// Base samples drawn where nobody says how many.
pub const BASE_SAMPLES: u64 = 16_384;

/// Resolves what the scenario asks for. Where it is `inherited`, what this scenario lacks the metrics or inputs for is
/// left out without a word.
pub(super) fn resolve(
    calculation: &Calculation,
    entry: &SensitivityEntry,
    inherited: bool,
    diagnostics: &mut Diagnostics,
) -> Option<SensitivityPlan> {
    let headline =
        || calculation.metrics.iter_enumerated().filter(|(_, metric)| metric.headline).map(|(id, _)| id).collect();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be whole and in range")]
    let whole = |number: f64| number as u64;
    let mut own = Diagnostics::default();
    let mut metrics: Vec<MetricId> = if entry.metrics.is_empty() {
        headline()
    } else {
        entry.metrics.iter().filter_map(|name| metric(calculation, name, &mut own)).collect()
    };
    let mut seen = Vec::new();
    metrics.retain(|metric| {
        !seen.contains(metric) && {
            seen.push(*metric);
            true
        }
    });
    diagnostics.extend_some(limits::too_many_analysed(metrics.len(), entry.span));
    let groups = entry.groups.iter().filter_map(|(name, inputs)| {
        let members: Vec<InputId> = inputs.iter().filter_map(|name| input(calculation, name, &mut own)).collect();
        for (name, member) in inputs.iter().filter_map(|name| Some((name, calculation.input(&name.value)?))) {
            let member = &calculation.inputs[member];
            if member.range.is_some() && !member.is_drawn() {
                own.push(not_drawn(&member.id, member.role).at(name.span, ""));
            }
        }
        let moves: Vec<InputId> = members.into_iter().filter(|input| calculation.inputs[*input].is_drawn()).collect();
        if let Some((inside, outside)) = calculation.split_by(&moves) {
            let id = |input: InputId| &calculation.inputs[input].id;
            own.push(
                Diagnostic::error(format!("the group `{}` parts correlated inputs", name.value))
                    .at(name.span, format!("`{}` is in it and `{}` is not", id(inside), id(outside)))
                    .help("put both into the group, or neither: only together have they a share of the variance"),
            );
            return None;
        }
        Some((name.value.to_string(), moves))
    });
    let groups: Vec<(String, Vec<InputId>)> = groups.collect();
    let is_sobol = entry.methods.is_empty() || entry.methods.iter().any(|method| method == SOBOL);
    if is_sobol {
        let inputs = calculation.only(&metrics).uncertain().len();
        diagnostics.extend_some(limits::too_many_indices(inputs, metrics.len(), entry.second_order, entry.span));
        let samples = entry.samples.map_or(BASE_SAMPLES, whole);
        diagnostics.extend_some(limits::too_many_base_samples(samples, inputs, entry.span));
    }
    if !inherited {
        diagnostics.extend(own);
    }
    let all = || crate::scenario::keys::METHODS.iter().map(|method| (*method).to_owned()).collect();
    (!metrics.is_empty()).then(|| SensitivityPlan {
        methods: if entry.methods.is_empty() { all() } else { entry.methods.iter().map(Text::to_string).collect() },
        metrics,
        samples: entry.samples.map_or(BASE_SAMPLES, whole),
        seed: entry.seed.map_or(1, whole),
        second_order: entry.second_order,
        groups,
    })
}

/// The complaint about an input of a group that the planner decides or that is fixed.
fn not_drawn(id: &str, role: Role) -> Diagnostic {
    Diagnostic::error(format!("`{id}` is a {role}: it is not drawn and explains no variation"))
        .help("leave it out of the group, or give it role = \"uncertainty\" if the world decides it")
}

fn input(calculation: &Calculation, name: &Located<Text>, diagnostics: &mut Diagnostics) -> Option<InputId> {
    let found = calculation.input(&name.value);
    if found.is_none() {
        let known = calculation.inputs.iter().map(|input| input.id.as_str());
        let help = if calculation.metric(&name.value).is_some() {
            "it is a metric; groups are of inputs".to_owned()
        } else {
            did_you_mean(&name.value, known).unwrap_or_else(|| "a group names inputs that the scenario has".to_owned())
        };
        diagnostics.push(Diagnostic::unknown_name("input", &name.value).at(name.span, "").help(help));
    }
    found
}
