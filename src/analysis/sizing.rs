//! Sets sizing methods side by side: the force that each requires, and published estimates beside them.
//!
//! A method's central value is its metric at the central case; low and high are the metric's bounds over the stated
//! ranges of the inputs it uses, all at once. They are no percentiles, and nothing is merged into one answer. Knows
//! nothing of what any method measures.

use super::outcomes::{Outcomes, outcomes};
use crate::model::{Assessment, Estimate, Method};
use crate::program::Tape;
use crate::quantity::whole;

/// What a method says.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Requirement {
    /// Position of the method.
    pub method: usize,
    /// Whether the method is meant for the mission's purpose; absent where no purpose is stated.
    pub applies: Option<bool>,
    /// The personnel required.
    pub personnel: Result<Range, MissingReason>,
    /// The proposed force less the central requirement: what is left over, or lacking where negative.
    pub margin: Option<f64>,
    /// What is lacking: the central requirement less the proposed force, or nothing.
    pub shortfall: Option<f64>,
    /// What the record of outcomes beside the method says, where it has one.
    pub outcomes: Option<Outcomes>,
}

/// A number of personnel with its ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// The smallest value over the inputs' ranges.
    pub low: f64,
    /// At the central case.
    pub central: f64,
    /// The largest value over the inputs' ranges.
    pub high: f64,
}

/// Why a method has no number.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum MissingReason {
    /// Inputs that the scenario does not give.
    Inputs(Vec<String>),
    /// The formula has no value at the central case, or none somewhere in the ranges.
    Undefined,
}

/// A published estimate beside the methods.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MethodComparison {
    /// Position of the estimate.
    pub estimate: usize,
    /// For each density of the proposal, what the estimate implies, in base units. Absent where the estimate is for
    /// another place and does not name what the density needs.
    pub densities: Vec<Option<f64>>,
    /// Position among the requirements of the one whose number is closest by ratio, where each is computed with the inputs
    /// that the estimate itself names, such as its line.
    pub nearest: Option<usize>,
}

/// Methods and estimates side by side.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Sizing {
    /// The proposed force, where the scenario gives it.
    pub proposed: Option<f64>,
    /// Each method, those meant for the purpose first, each group in the order of the assessment.
    pub requirements: Vec<Requirement>,
    /// Each estimate, in the order of the assessment.
    pub estimates: Vec<MethodComparison>,
}

/// Computes every method and holds the proposed force and the estimates against them.
#[must_use]
pub fn run(assessment: &Assessment) -> Sizing {
    let proposed = assessment.roles.proposal.force.map(|force| assessment.calculation.inputs[force].value);
    let all = assessment.roles.methods.iter().enumerate();
    let mut requirements: Vec<Requirement> =
        all.map(|(position, method)| requirement(assessment, position, method, proposed)).collect();
    // Stable: no order but the model's is added.
    requirements.sort_by_key(|requirement| requirement.applies != Some(true));
    let densities = assessment.calculation.tape().restricted(&assessment.roles.proposal.densities);
    let computed = requirements.iter().enumerate().filter(|(_, requirement)| requirement.personnel.is_ok());
    let computed: Vec<(usize, usize)> = computed
        .filter_map(|(position, of)| Some((position, *assessment.roles.methods[of.method].metric.as_ref().ok()?)))
        .collect();
    let metrics: Vec<usize> = computed.iter().map(|(_, metric)| *metric).collect();
    let numbers = assessment.calculation.tape().restricted(&metrics);
    let estimates = assessment.roles.estimates.iter().enumerate();
    let estimates = estimates.map(|(position, estimate)| MethodComparison {
        estimate: position,
        densities: implied(assessment, estimate, &densities),
        nearest: if estimate.elsewhere.is_some() { None } else { closest(assessment, estimate, &computed, &numbers) },
    });
    let estimates = estimates.collect();
    Sizing { proposed, requirements, estimates }
}

fn requirement(assessment: &Assessment, position: usize, method: &Method, proposed: Option<f64>) -> Requirement {
    let applies = assessment.purpose.map(|purpose| method.applies.contains(&purpose));
    let personnel = match &method.metric {
        Err(needs) => Err(MissingReason::Inputs(needs.clone())),
        Ok(metric) => {
            let metric = &assessment.calculation.metrics[*metric];
            let range = Range { low: metric.bounds.low, central: metric.value, high: metric.bounds.high };
            let defined = range.central.is_finite()
                && range.low.is_finite()
                && range.high.is_finite()
                && !metric.bounds.undefined;
            if defined { Ok(range) } else { Err(MissingReason::Undefined) }
        }
    };
    let central = personnel.as_ref().ok().map(|range| range.central);
    let margin = proposed.zip(central).map(|(proposed, central)| whole::difference(proposed, central));
    let outcomes = method.record.as_ref().map(|record| outcomes(record, assessment));
    Requirement { method: position, applies, personnel, margin, shortfall: margin.map(lacking), outcomes }
}

/// The densities with the estimate in the place of the proposed force, and with the inputs that the estimate names;
/// `tape` computes them.
fn implied(assessment: &Assessment, estimate: &Estimate, tape: &Tape) -> Vec<Option<f64>> {
    let densities = &assessment.roles.proposal.densities;
    let Some(force) = assessment.roles.proposal.force else { return vec![None; densities.len()] };
    let named = named(assessment, estimate);
    let mut inputs = assessment.calculation.central();
    for (input, value) in named.iter().copied().chain([(force, estimate.value)]) {
        inputs[input] = value;
    }
    let own = |input: &usize| *input == force || named.iter().any(|(name, _)| name == input);
    let is_own =
        |metric: usize| estimate.elsewhere.is_none() || assessment.calculation.inputs_of(metric).iter().all(own);
    let values = tape.results(&inputs).into_iter().zip(densities);
    values.map(|(value, metric)| Some(value).filter(|value| value.is_finite() && is_own(*metric))).collect()
}

/// The inputs that an estimate names itself, where the scenario has them.
fn named(assessment: &Assessment, estimate: &Estimate) -> Vec<(usize, f64)> {
    let named = estimate.with.iter();
    named.filter_map(|(name, value)| Some((assessment.calculation.input(name)?, *value))).collect()
}

/// The requirement whose number differs from the estimate by the smallest factor: `computed` are positions of
/// requirements with their metrics, which `tape` computes with the inputs that the estimate names.
fn closest(assessment: &Assessment, estimate: &Estimate, computed: &[(usize, usize)], tape: &Tape) -> Option<usize> {
    let mut inputs = assessment.calculation.central();
    for (input, value) in named(assessment, estimate) {
        inputs[input] = value;
    }
    let mut best: Option<(f64, usize)> = None;
    for (value, (position, _)) in tape.results(&inputs).into_iter().zip(computed) {
        let factor = libm::fabs(libm::log(estimate.value / value));
        if factor.is_finite() && best.is_none_or(|(least, _)| factor < least) {
            best = Some((factor, *position));
        }
    }
    best.map(|(_, position)| position)
}

/// What a negative margin lacks; written so that nothing lacking is never minus zero.
fn lacking(margin: f64) -> f64 {
    if margin < 0.0 { -margin } else { 0.0 }
}
