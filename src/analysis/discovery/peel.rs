//! Peeling: from all samples to ever smaller boxes in which ever more of them fail.
//!
//! At each step every input offers two peels, the lowest and the highest `alpha` of the samples still inside (of choices
//! each value), and the one with the greatest gain of density for each sample given up is taken (Friedman and Fisher
//! 1999, Statistics and Computing 9, 123; for choices as in Kwakkel and Jaxa-Rozen 2016, Environmental Modelling &
//! Software 79, 311). A limit lies half-way between two samples. Knows nothing of scenarios.

use super::region::{Count, FEWEST_CASES, Limit, Region, Variable, number};
use crate::analysis::interrupt::{Interrupt, Interrupted};
use crate::quantity::whole;
use rayon::prelude::*;

/// With fewer samples a box has to hold [`FEWEST_CASES`] of those that fail: so a choice that is hardly ever drawn, but
/// explains all of them, is found.
pub const FEWEST_INSIDE: u64 = 20;

/// A box on the way.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The box.
    pub region: Region,
    /// What is inside.
    pub inside: Count,
}

/// What a peel gives up.
struct Peel {
    variable: usize,
    limit: Limit,
    left: Count,
    gain: f64,
}

/// The boxes from all samples inwards, until all inside fail or few samples are left.
pub fn peel(
    variables: &[Variable<'_>],
    fails: &[bool],
    alpha: f64,
    interrupt: Interrupt<'_>,
) -> Result<Vec<Step>, Interrupted> {
    let mut sorted: Vec<Vec<usize>> = variables
        .par_iter()
        .map(|variable| {
            let mut order: Vec<usize> = (0..fails.len()).collect();
            order.sort_by(|a, b| variable.values[*a].total_cmp(&variable.values[*b]));
            order
        })
        .collect();
    let mut steps = vec![Step { region: Region::default(), inside: Count::of(fails) }];
    while let Some(Step { region, inside }) = steps.last()
        && inside.fails < inside.samples
    {
        interrupt.check()?;
        let offered: Vec<Option<Peel>> = (variables, &sorted)
            .into_par_iter()
            .enumerate()
            .map(|(position, (variable, order))| best(position, variable, order, fails, *inside, alpha))
            .collect();
        // The first of equals, in any thread.
        let mut taken: Option<Peel> = None;
        for peel in offered.into_iter().flatten() {
            if taken.as_ref().is_none_or(|taken| peel.gain > taken.gain) {
                taken = Some(peel);
            }
        }
        let Some(Peel { variable, limit, left, .. }) = taken else { break };
        let values = variables[variable].values;
        sorted.par_iter_mut().for_each(|order| order.retain(|sample| limit.keeps(values[*sample])));
        let region = region.with(variable, limit);
        steps.push(Step { region, inside: left });
    }
    Ok(steps)
}

/// The best peel of one variable.
fn best(
    position: usize,
    variable: &Variable<'_>,
    order: &[usize],
    fails: &[bool],
    inside: Count,
    alpha: f64,
) -> Option<Peel> {
    let at = |place: usize| variable.values[order[place]];
    let mut offers: Vec<(Limit, &[usize])> = Vec::new();
    if variable.choices.is_empty() {
        if let Some(limit) = lower(&at, order.len(), alpha) {
            let end = order.partition_point(|sample| variable.values[*sample] < limit);
            offers.push((Limit::Low(limit), &order[..end]));
        }
        if let Some(limit) = upper(&at, order.len(), alpha) {
            let start = order.partition_point(|sample| variable.values[*sample] <= limit);
            offers.push((Limit::High(limit), &order[start..]));
        }
    } else {
        for choice in variable.choices {
            let start = order.partition_point(|sample| variable.values[*sample] < *choice);
            let end = order.partition_point(|sample| variable.values[*sample] <= *choice);
            offers.push((Limit::Not(*choice), &order[start..end]));
        }
    }
    let mut found: Option<Peel> = None;
    for (limit, away) in offers {
        let lost =
            Count { samples: away.len() as u64, fails: away.iter().filter(|sample| fails[**sample]).count() as u64 };
        let left = Count { samples: inside.samples - lost.samples, fails: inside.fails - lost.fails };
        if lost.samples == 0 || (left.samples < FEWEST_INSIDE && left.fails < FEWEST_CASES) {
            continue;
        }
        let gain = (left.density() - inside.density()) / number(lost.samples);
        if found.as_ref().is_none_or(|found| gain > found.gain) {
            found = Some(Peel { variable: position, limit, left, gain });
        }
    }
    found
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and the number of samples")]
fn place(samples: usize, share: f64) -> (usize, usize) {
    let place = number(samples.saturating_sub(1) as u64) * share;
    (whole::floor(place) as usize, whole::ceil(place) as usize)
}

/// Half-way between the two samples at the share `alpha`, or between the next two that differ.
fn lower(at: &dyn Fn(usize) -> f64, samples: usize, alpha: f64) -> Option<f64> {
    let (below, mut above) = place(samples, alpha);
    while above < samples && at(above) <= at(below) {
        above += 1;
    }
    (above < samples).then(|| f64::midpoint(at(below), at(above)))
}

/// The same from above.
fn upper(at: &dyn Fn(usize) -> f64, samples: usize, alpha: f64) -> Option<f64> {
    let (mut below, above) = place(samples, 1.0 - alpha);
    if above >= samples {
        return None;
    }
    while at(below) >= at(above) {
        below = below.checked_sub(1)?;
    }
    Some(f64::midpoint(at(below), at(above)))
}
