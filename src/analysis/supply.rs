//! Supply: what a coalition can keep in theatre, what it lacks, and what would have to change.
//!
//! Everything computed is a metric of the model; here metrics are read, held against the proposed force and against
//! sizing methods, and asked at other values. Knows nothing of units or words.

use super::break_even::{self, BreakEven};
use super::monte_carlo::MonteCarlo;
use super::pool::Pool;
use super::sizing::Sizing;
use super::sweep::{self, Sweep};
use crate::model::own_name::ROTATION;
use crate::model::{Assessment, Axis, Calculation, InputId, MetricId, Supply, SweepPlan};
use crate::quantity::whole;
use crate::scenario::{Bounds, Stance};
use crate::uncertainty::confidence::Share;

/// The stage at which supply falls below the proposed force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Binding {
    /// The members have fewer land forces.
    LandForces,
    /// Permanent garrisons hold too many of them.
    Garrisons,
    /// Too few of the others can be sent.
    DeployableShare,
    /// Their standing commitment takes too many of those.
    StandingCommitment,
    /// Enough can be sent, but not indefinitely.
    Rotation,
}

/// What happens to a force that is larger than the sustainable one.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Exhaustion {
    /// Tours at full strength.
    pub tours: f64,
    /// How long these are, in years.
    pub years: f64,
    /// What can be filled after them, until the first are back.
    pub left: f64,
    /// How long that is after the first departure, in years.
    pub back: f64,
    /// What can be kept indefinitely from then on.
    pub to: f64,
}

/// What another coalition could sustain.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CoalitionOption {
    /// The stances that take part.
    pub stances: Vec<Stance>,
    /// How many contributors these are.
    pub members: usize,
}

/// Supply beside a sizing method.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct MethodCoverage {
    /// Position among the requirements.
    pub requirement: usize,
    /// What the method asks of the peacekeepers in the central case: its requirement less the other forces that it counts.
    pub required: f64,
    /// These other forces.
    pub others: f64,
    /// The sustainable force over what is asked of the peacekeepers.
    pub covered: f64,
    /// Share of samples in which the sustainable force reaches it.
    pub probability: Option<Share>,
}

/// What a coalition can sustain.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Verdict {
    /// Contributors that take part, by position, the largest part of the sustainable force first.
    pub members: Vec<usize>,
    /// Those that do not, the largest sustainable force first.
    pub others: Vec<usize>,
    /// The proposed force.
    pub proposed: Option<f64>,
    /// The sustainable force less the proposed one.
    pub margin: Option<f64>,
    /// What binds, where the proposed force is larger than the sustainable one.
    pub binding: Option<Binding>,
    /// The pool's exhaustion then.
    pub exhaustion: Option<Exhaustion>,
    /// Share of samples in which the sustainable force reaches the proposed one.
    pub sufficiency: Option<Share>,
    /// What all contributors together could sustain, where some are outside, and the share of samples in which that
    /// reaches the proposed force.
    pub all: Option<(f64, Option<Share>)>,
    /// Coalitions of ever more stances with what they could sustain.
    pub coalitions: Vec<(CoalitionOption, f64)>,
    /// How many of those outside, the largest first, would close the gap.
    pub joining: Option<usize>,
    /// Ranges of inputs with the values at which supply meets the proposed force.
    pub break_evens: Vec<(Axis, BreakEven)>,
    /// Each sizing method that has a number.
    pub methods: Vec<MethodCoverage>,
    /// The sustainable force over months deployed and months at home.
    pub rotation: Option<Rotation>,
}

/// The sustainable force over months deployed, from half to twice what they are, and months at home, up to twice.
#[derive(Clone, Debug, PartialEq)]
pub struct Rotation {
    /// The grid.
    pub plan: SweepPlan,
    /// What it gives.
    pub results: Sweep,
}

/// The ends of the grid: months deployed and months at home over the first of each pair, and times the second.
pub(crate) const MONTHS_AROUND: [(f64, f64); 2] = [(2.0, 2.0), (3.0, 2.0)];

/// Points along each side of the grid of months.
const MONTHS: usize = 37;

fn rotation(calculation: &Calculation, supply: &Supply) -> Option<Rotation> {
    let (tour, home) = supply.months?;
    let (now, away) = (calculation.inputs[tour].value, calculation.inputs[home].value);
    if now <= 0.0 || away <= 0.0 {
        return None;
    }
    let axis = |input: InputId, now: f64, (less, more): (f64, f64)| Axis {
        input,
        from: now / less,
        to: more * now,
        steps: MONTHS,
        log: false,
    };
    let plan = SweepPlan {
        id: ROTATION.name(),
        title: None,
        column: None,
        first: axis(tour, now, MONTHS_AROUND[0]),
        second: Some(axis(home, away, MONTHS_AROUND[1])),
        show: vec![supply.sustainable],
        mark: Vec::new(),
    };
    let results = sweep::run(calculation, &plan);
    Some(Rotation { plan, results })
}

/// Points of a search for a break-even.
const GRID: usize = 401;

/// Reads the supply of an assessment, with samples where there are some.
#[must_use]
pub fn run(assessment: &Assessment, supply: &Supply, sizing: &Sizing, samples: Option<&MonteCarlo>) -> Verdict {
    let value = |metric: MetricId| assessment.calculation.metrics[metric].value;
    let all = supply.contributors.iter().enumerate();
    let (mut members, mut others): (Vec<usize>, Vec<usize>) = all
        .map(|(position, _)| position)
        .partition(|position| assessment.calculation.inputs[supply.contributors[*position].taking_part].value > 0.0);
    let sustainable = |position: &usize| value(supply.contributors[*position].parts[4]);
    // Stable: equals stay in the order of the files.
    members.sort_by(|a, b| sustainable(b).total_cmp(&sustainable(a)));
    others.sort_by(|a, b| sustainable(b).total_cmp(&sustainable(a)));
    let proposed = supply.force.map(|force| assessment.calculation.inputs[force].value);
    let margin = supply.margin.map(value).filter(|margin| margin.is_finite());
    // Equal but for rounding is neither short nor to spare.
    let even = proposed.is_some_and(|proposed| whole::difference(value(supply.sustainable), proposed) == 0.0);
    let margin = margin.map(|margin| if even { 0.0 } else { margin });
    let short = margin.is_some_and(|margin| margin < 0.0);
    let binding = proposed.filter(|_| short).map(|force| binding(assessment, supply, force));
    let pool = supply.months.map(|(tour, _)| Pool {
        size: value(supply.available),
        factor: value(supply.rotation_factor),
        tour: assessment.calculation.inputs[tour].value,
    });
    let pool = pool.filter(Pool::is_proper);
    let of_pool = supply.tours.filter(|_| short).zip(pool).zip(proposed);
    let exhaustion = of_pool.map(|((tours, pool), force)| Exhaustion {
        tours: value(tours),
        years: value(tours) * pool.tour,
        left: pool.left(force),
        back: pool.factor * pool.tour,
        to: value(supply.sustainable),
    });
    let mut gap = -margin.unwrap_or(0.0);
    let joining = others.iter().position(|other| {
        gap = whole::difference(gap, sustainable(other));
        gap <= 0.0
    });
    let methods = sizing.requirements.iter().enumerate().filter_map(|(position, requirement)| {
        let method = &assessment.roles.methods[requirement.method];
        let metric = method.metric.as_ref().ok()?;
        let counted = assessment.roles.proposal.force.map_or(Some(Vec::new()), |force| method.others(force))?;
        let others = counted.iter().map(|input| assessment.calculation.inputs[*input].value).sum::<f64>();
        let required = requirement.personnel.as_ref().ok()?.central - others;
        // Of the peacekeepers it asks nothing where the others are enough.
        (required > 0.0).then(|| MethodCoverage {
            requirement: position,
            required,
            others,
            covered: value(supply.sustainable) / required,
            probability: samples.map(|samples| {
                let other = |input: &InputId, sample| {
                    samples.input(*input, sample).unwrap_or(assessment.calculation.inputs[*input].value)
                };
                let there = |sample| {
                    let others = counted.iter().map(|input| other(input, sample)).sum::<f64>();
                    samples.value(supply.sustainable, sample) + others
                };
                let margin = |sample| there(sample) - samples.value(*metric, sample);
                reached(assessment, samples, &[supply.sustainable, *metric], &counted, margin)
            }),
        })
    });
    Verdict {
        proposed,
        margin,
        binding,
        exhaustion,
        sufficiency: samples.zip(supply.margin).map(|(samples, margin)| {
            reached(assessment, samples, &[margin], &[], |sample| samples.value(margin, sample))
        }),
        all: (!others.is_empty()).then(|| everybody(assessment, supply, proposed, samples)),
        coalitions: coalitions(assessment, supply),
        joining: joining.filter(|_| short).map(|last| last + 1),
        break_evens: supply.margin.map_or_else(Vec::new, |margin| break_evens(assessment, supply, margin)),
        methods: methods.collect(),
        rotation: rotation(&assessment.calculation, supply),
        members,
        others,
    }
}

/// What all contributors could sustain together, and the share of samples in which that reaches a force.
fn everybody(
    assessment: &Assessment,
    supply: &Supply,
    proposed: Option<f64>,
    samples: Option<&MonteCarlo>,
) -> (f64, Option<Share>) {
    let each: Vec<MetricId> = supply.contributors.iter().map(|contributor| contributor.parts[4]).collect();
    let sum = each.iter().map(|metric| assessment.calculation.metrics[*metric].value).sum();
    let share = samples.zip(proposed).map(|(samples, force)| {
        let sum = |sample| each.iter().map(|metric| samples.value(*metric, sample)).sum::<f64>();
        reached(assessment, samples, &each, &[], |sample| whole::difference(sum(sample), force))
    });
    (sum, share)
}

/// The share of the samples that are kept in which a margin made of some metrics is not below zero.
fn reached(
    assessment: &Assessment,
    samples: &MonteCarlo,
    metrics: &[MetricId],
    inputs: &[InputId],
    margin: impl Fn(usize) -> f64,
) -> Share {
    let moves = |metric: &MetricId| {
        assessment.calculation.inputs_of(*metric).iter().any(|input| samples.uncertain.contains(input))
    };
    if metrics.iter().any(moves) || inputs.iter().any(|input| samples.uncertain.contains(input)) {
        samples.share(|sample| margin(sample) >= 0.0)
    } else {
        Share::known(if margin(0) >= 0.0 { 1.0 } else { 0.0 })
    }
}

fn binding(assessment: &Assessment, supply: &Supply, force: f64) -> Binding {
    let value = |metric: MetricId| assessment.calculation.metrics[metric].value;
    let lacks = |there: f64| whole::difference(there, force) < 0.0;
    if lacks(value(supply.land_forces)) {
        Binding::LandForces
    } else if lacks(value(supply.land_forces) - value(supply.garrisons)) {
        Binding::Garrisons
    } else if lacks(value(supply.deployable)) {
        Binding::DeployableShare
    } else if lacks(value(supply.available)) {
        Binding::StandingCommitment
    } else {
        Binding::Rotation
    }
}

/// What coalitions of the first one, two, three and of all stances could sustain.
fn coalitions(assessment: &Assessment, supply: &Supply) -> Vec<(CoalitionOption, f64)> {
    // From the readiest to those who refuse.
    let mut order: Vec<Stance> = Stance::ALL.to_vec();
    order.sort_by_key(|stance| *stance == Stance::Refuses);
    let mut found: Vec<(CoalitionOption, f64)> = Vec::new();
    for upto in 1..=order.len() {
        let stances = order[..upto].to_vec();
        let part: Vec<[f64; 1]> = supply
            .contributors
            .iter()
            .map(|contributor| [f64::from(u8::from(stances.contains(&contributor.stance)))])
            .collect();
        let members = part.iter().filter(|part| part[0] > 0.0).count();
        if members == 0 || found.last().is_some_and(|(last, _)| last.members == members) {
            continue;
        }
        let columns: Vec<(InputId, &[f64])> = supply
            .contributors
            .iter()
            .zip(&part)
            .map(|(contributor, part)| (contributor.taking_part, part.as_slice()))
            .collect();
        let results = assessment.calculation.evaluate(&columns, 1);
        let sustainable = results.get(supply.sustainable).and_then(|column| column.first()).copied();
        found.push((CoalitionOption { stances, members }, sustainable.unwrap_or(f64::NAN)));
    }
    found
}

fn break_evens(assessment: &Assessment, supply: &Supply, margin: MetricId) -> Vec<(Axis, BreakEven)> {
    let used = assessment.calculation.inputs_of(margin);
    let inputs = supply.break_even.iter().copied().filter(|input| used.contains(input));
    inputs
        .map(|position| {
            let input = &assessment.calculation.inputs[position];
            let to = match input.bounds {
                Bounds::Share => 1.0,
                _ if input.interval().high > 0.0 => 4.0 * input.interval().high,
                // A lever that stands at nothing is tried up to all that the coalition has.
                _ => assessment.calculation.metrics[supply.land_forces].value,
            };
            let axis = Axis { input: position, from: 0.0, to, steps: GRID, log: false };
            let found = break_even::scan(&assessment.calculation, margin, &axis, 0.0).crossings();
            (axis, found)
        })
        .collect()
}
