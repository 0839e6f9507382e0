//! Sets sizing methods side by side: the force that each requires, and published estimates beside them.
//!
//! A method's central value is its metric at the central case, its range the percentiles of samples, its ends the extremes
//! over all declared ranges. Each is compared with the forces that its own definition counts, and nothing is merged into
//! one answer. Knows nothing of what any method measures.

use super::monte_carlo::MonteCarlo;
use super::outcomes::{Outcomes, outcomes};
use crate::model::{Assessment, Calculation, Estimate, InputId, Method, MetricId};
use crate::program::{Extremes, Tape};
use crate::quantity::whole;
use crate::scenario::Role;
use crate::uncertainty::confidence::Share;

/// What a method says.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Requirement {
    /// Position of the method.
    pub method: usize,
    /// Whether the method is meant for the mission's purpose; absent where no purpose is stated.
    pub applies: Option<bool>,
    /// The personnel required.
    pub personnel: Result<Personnel, MissingReason>,
    /// The forces that the method's definition counts, in the central case: what stands on the other side.
    pub counted: Option<f64>,
    /// The forces counted less the central requirement: what is left over, or lacking where negative.
    pub margin: Option<f64>,
    /// What is lacking: the central requirement less the forces counted, or nothing.
    pub shortfall: Option<f64>,
    /// The share of samples in which the forces counted are enough, where samples move either side.
    pub met: Option<Share>,
    /// What the record of outcomes beside the method says, where it has one.
    pub outcomes: Option<Outcomes>,
    /// The spans of the requirement over levers that have a range.
    pub spans: Vec<LeverSpan>,
}

/// What a method requires at the two ends of a lever's range, all other inputs at their central case.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LeverSpan {
    /// The lever.
    pub lever: InputId,
    /// The ends of its range, in base units.
    pub ends: (f64, f64),
    /// The personnel required at these.
    pub personnel: (f64, f64),
}

impl Requirement {
    /// Whether the forces counted are enough in the central case.
    #[must_use]
    pub fn is_met(&self) -> Option<bool> {
        self.margin.map(|margin| margin >= 0.0)
    }
}

/// A number of personnel with its range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Personnel {
    /// At the central case.
    pub central: f64,
    /// From the 5th to the 95th percentile of samples; absent where they do not move it.
    pub range: Option<(f64, f64)>,
    /// The smallest and the largest value over the declared ranges of all inputs.
    pub ends: Extremes,
}

/// Why a method has no number.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum MissingReason {
    /// Inputs that the scenario does not give.
    Inputs(Vec<String>),
    /// The formula has no value in the central case.
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

/// Computes every method and compares each with the forces that it counts, and the estimates with all of them.
#[must_use]
pub fn run(assessment: &Assessment, samples: Option<&MonteCarlo>) -> Sizing {
    let proposed = assessment.roles.proposal.force.map(|force| assessment.calculation.inputs[force].value);
    let all = assessment.roles.methods.iter().enumerate();
    let mut requirements: Vec<Requirement> =
        all.map(|(position, method)| requirement(assessment, samples, position, method)).collect();
    bound(assessment, &mut requirements);
    // Stable: no order but the model's is added.
    requirements.sort_by_key(|requirement| requirement.applies != Some(true));
    let densities = assessment.calculation.tape_of(&assessment.roles.proposal.densities);
    let computed = requirements.iter().enumerate().filter(|(_, requirement)| requirement.personnel.is_ok());
    let computed: Vec<(usize, MetricId)> = computed
        .filter_map(|(position, of)| Some((position, *assessment.roles.methods[of.method].metric.as_ref().ok()?)))
        .collect();
    let metrics: Vec<MetricId> = computed.iter().map(|(_, metric)| *metric).collect();
    let numbers = assessment.calculation.tape_of(&metrics);
    let estimates = assessment.roles.estimates.iter().enumerate();
    let estimates = estimates.map(|(position, estimate)| MethodComparison {
        estimate: position,
        densities: implied(assessment, estimate, &densities),
        nearest: if estimate.elsewhere.is_some() { None } else { closest(assessment, estimate, &computed, &numbers) },
    });
    let estimates = estimates.collect();
    Sizing { proposed, requirements, estimates }
}

fn requirement(assessment: &Assessment, samples: Option<&MonteCarlo>, position: usize, method: &Method) -> Requirement {
    let calculation = &assessment.calculation;
    let applies = assessment.purpose.map(|purpose| method.applies.contains(&purpose));
    let personnel = match &method.metric {
        Err(needs) => Err(MissingReason::Inputs(needs.clone())),
        Ok(metric) => {
            let found = &calculation.metrics[*metric];
            let range = samples.and_then(|samples| samples.range(*metric));
            let personnel = Personnel { central: found.value, range, ends: Extremes::default() };
            if found.value.is_finite() { Ok(personnel) } else { Err(MissingReason::Undefined) }
        }
    };
    let counts = |input: &InputId| calculation.inputs[*input].value;
    let counted = (!method.counts.is_empty()).then(|| method.counts.iter().map(counts).sum::<f64>());
    let required = personnel.as_ref().ok().map(|personnel| personnel.central);
    let margin = counted.zip(required).map(|(counted, required)| whole::difference(counted, required));
    let both = samples.zip(method.metric.as_ref().ok()).filter(|_| margin.is_some());
    let met = both.and_then(|(samples, metric)| met(calculation, samples, method, *metric));
    let outcomes = method.record.as_ref().map(|record| outcomes(record, assessment));
    let shortfall = margin.map(lacking);
    let metric = method.metric.as_ref().ok().filter(|_| personnel.is_ok());
    let spans = metric.map_or_else(Vec::new, |metric| spans(calculation, *metric));
    Requirement { method: position, applies, personnel, counted, margin, shortfall, met, outcomes, spans }
}

/// What a metric is at the ends of each lever's range that moves it.
fn spans(calculation: &Calculation, metric: MetricId) -> Vec<LeverSpan> {
    let inputs = calculation.inputs_of(metric).into_iter();
    let levers = inputs.filter(|input| calculation.inputs[*input].role == Role::Lever);
    let ranged = levers.filter_map(|lever| Some((lever, calculation.inputs[lever].range.as_ref()?.range())));
    let mut tape = None;
    let mut spans = Vec::new();
    for (lever, ends) in ranged {
        let tape = tape.get_or_insert_with(|| calculation.tape_of(&[metric]));
        let mut inputs = calculation.central();
        let mut at = |end: f64| {
            inputs[lever.index()] = end;
            tape.results(&inputs).first().copied().filter(|value| value.is_finite())
        };
        let found = at(ends.0).zip(at(ends.1));
        spans.extend(found.filter(|(low, high)| low.total_cmp(high).is_ne()).map(|personnel| LeverSpan {
            lever,
            ends,
            personnel,
        }));
    }
    spans
}

/// Gives requirements their extremes, all in one go.
fn bound(assessment: &Assessment, requirements: &mut [Requirement]) {
    let metric = |requirement: &Requirement| assessment.roles.methods[requirement.method].metric.as_ref().ok().copied();
    let metrics: Vec<MetricId> = requirements.iter().filter_map(metric).collect();
    let mut extremes = assessment.calculation.extremes(&metrics).into_iter();
    for requirement in requirements.iter_mut().filter(|requirement| metric(requirement).is_some()) {
        let found = extremes.next();
        if let (Ok(personnel), Some(found)) = (&mut requirement.personnel, found) {
            personnel.ends = found;
        }
    }
}

/// The share of samples in which the forces that a method counts are enough; nothing where no sample moves either side.
fn met(calculation: &Calculation, samples: &MonteCarlo, method: &Method, metric: MetricId) -> Option<Share> {
    let drawn = |input: &InputId| samples.uncertain.iter().position(|drawn| drawn == input);
    let moves = samples.range(metric).is_some() || method.counts.iter().any(|input| drawn(input).is_some());
    let columns: Vec<(f64, Option<&Vec<f64>>)> = method
        .counts
        .iter()
        .map(|input| (calculation.inputs[*input].value, drawn(input).and_then(|place| samples.inputs.get(place))))
        .collect();
    let counted = |sample: usize| {
        let values = columns.iter().map(|(central, column)| column.map_or(*central, |column| column[sample]));
        values.sum::<f64>()
    };
    moves.then(|| samples.share(|sample| whole::difference(counted(sample), samples.value(metric, sample)) >= 0.0))
}

/// The densities with the estimate in the place of the proposed force, and with the inputs that the estimate names;
/// `tape` computes them.
fn implied(assessment: &Assessment, estimate: &Estimate, tape: &Tape) -> Vec<Option<f64>> {
    let densities = &assessment.roles.proposal.densities;
    let Some(force) = assessment.roles.proposal.force else { return vec![None; densities.len()] };
    let named = named(assessment, estimate);
    let mut inputs = assessment.calculation.central();
    for (input, value) in named.iter().copied().chain([(force, estimate.value)]) {
        inputs[input.index()] = value;
    }
    let own = |input: &InputId| *input == force || named.iter().any(|(name, _)| name == input);
    let is_own =
        |metric: MetricId| estimate.elsewhere.is_none() || assessment.calculation.inputs_of(metric).iter().all(own);
    let values = tape.results(&inputs).into_iter().zip(densities);
    values.map(|(value, metric)| Some(value).filter(|value| value.is_finite() && is_own(*metric))).collect()
}

/// The inputs that an estimate names itself, where the scenario has them.
fn named(assessment: &Assessment, estimate: &Estimate) -> Vec<(InputId, f64)> {
    let calculation = &assessment.calculation;
    let all = |(name, value): &(String, f64)| -> Vec<(InputId, f64)> {
        if let Some(input) = calculation.input(name) {
            return vec![(input, *value)];
        }
        // What is a sum here: each part in the proportion that it has in the scenario.
        let Some(metric) = calculation.metric(name).map(|metric| &calculation.metrics[metric]) else {
            return Vec::new();
        };
        let factor = value / metric.value;
        let parts = calculation.summed(metric).unwrap_or_default();
        parts.into_iter().map(|part| (part, factor * calculation.inputs[part].value)).collect()
    };
    estimate.with.iter().flat_map(all).collect()
}

/// The requirement whose number differs from the estimate by the smallest factor: `computed` are positions of
/// requirements with their metrics, which `tape` computes with the inputs that the estimate names.
fn closest(assessment: &Assessment, estimate: &Estimate, computed: &[(usize, MetricId)], tape: &Tape) -> Option<usize> {
    let mut inputs = assessment.calculation.central();
    for (input, value) in named(assessment, estimate) {
        inputs[input.index()] = value;
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
