//! Scenario discovery: the box of inputs in which a condition fails, found among Monte Carlo samples by the patient rule
//! induction method (PRIM; Friedman and Fisher 1999).
//!
//! Of the boxes that peeling passes through, the one is chosen whose inside correlates best with failing (the phi
//! coefficient, [`Count::score`]): it weighs coverage and density alike and holds for rare failures as for frequent
//! ones. Restrictions that do not matter are then dropped and limits moved to where the box says most.
//! Only inputs that have a range and reach the metric are looked at. Nothing here is drawn by chance: the same samples give
//! the same box. Everything is in base units.

mod peel;
mod region;

pub use peel::FEWEST_INSIDE;
pub(super) use region::Variable;
pub use region::{Count, FEWEST_CASES};

use super::interrupt::{Interrupt, Interrupted};
use super::monte_carlo::{self, MOST_VALUES, NotDrawn, Settings};
use super::standing::{self, Standing};
use crate::model::{Calculation, Condition, Input, InputId, MetricId};
use crate::uncertainty::distribution::Distribution;
use rayon::prelude::*;
use region::{Limit, Region};
use typed_index_collections::TiVec;

/// Where the search looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Search {
    /// The share of samples that a peel gives up.
    pub alpha: f64,
    /// Whether the box is wanted in which the condition holds, not the one in which it fails.
    pub holds: bool,
}

/// A point of the peeling trajectory.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Share of all failing samples that lie inside.
    pub coverage: f64,
    /// Share of the samples inside that fail.
    pub density: f64,
    /// Share of all samples that lie inside.
    pub mass: f64,
    /// Inputs restricted.
    pub restricted: usize,
}

impl Point {
    fn of(region: &Region, inside: Count, all: Count) -> Self {
        Self {
            coverage: region::ratio(inside.fails, all.fails),
            density: inside.density(),
            mass: region::ratio(inside.samples, all.samples),
            restricted: region.variables().len(),
        }
    }
}

/// What one input has to be for a sample to lie inside.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Restriction<I = InputId> {
    /// The input.
    pub input: I,
    /// At least this.
    pub low: Option<f64>,
    /// At most this.
    pub high: Option<f64>,
    /// Of an input with choices, those inside.
    pub choices: Option<Vec<f64>>,
    /// The quasi-p-value of Bryant and Lempert.
    pub p_value: f64,
}

/// The box.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DiscoveredBox<I = InputId> {
    /// Its restrictions; none where no box says more than all samples do.
    pub restrictions: Vec<Restriction<I>>,
    /// What it covers.
    pub point: Point,
}

impl<I> DiscoveredBox<I> {
    /// How many samples lie inside, `all` being all samples.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number of samples")]
    pub fn inside(&self, all: Count) -> u64 {
        libm::round(self.point.mass * region::number(all.samples)) as u64
    }
}

/// What was found of one condition.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Discovery {
    /// The condition.
    pub condition: Condition,
    /// What was drawn.
    pub settings: Settings,
    /// How it was searched.
    pub search: Search,
    /// How its metric stands to what is drawn.
    pub standing: Standing,
    /// Samples in which it fails, or holds where that was asked for.
    pub count: Count,
    /// The peeling trajectory, from all samples inwards; empty where the condition (nearly) always or never fails.
    pub trajectory: Vec<Point>,
    /// The box; `None` where the condition (nearly) always or never fails.
    pub found: Option<DiscoveredBox>,
}

/// Draws samples and searches them for each condition.
///
/// # Errors
/// When no input has a range, or there would be more samples than can be drawn or kept.
pub fn run(
    calculation: &Calculation,
    conditions: &[Condition],
    settings: Settings,
    search: Search,
) -> Result<Vec<Discovery>, NotDrawn> {
    run_with(calculation, conditions, settings, search, Interrupt::NEVER)
}

/// As [`run`]; asks before each block of samples and each peel whether to stop.
///
/// # Errors
/// As [`run`], and when it was told to stop.
pub fn run_with(
    calculation: &Calculation,
    conditions: &[Condition],
    settings: Settings,
    search: Search,
    interrupt: Interrupt<'_>,
) -> Result<Vec<Discovery>, NotDrawn> {
    let drawn = draw(calculation, conditions, settings, interrupt)?;
    let found = conditions.par_iter().zip(&drawn.values);
    let found = found.map(|(condition, values)| discover(calculation, condition, &drawn, values, search, interrupt));
    Ok(found.collect::<Result<_, Interrupted>>()?)
}

/// All samples that were asked for, as far as the search needs them.
struct DrawnSamples {
    settings: Settings,
    /// Inputs that are drawn and reach a metric that a condition is about, and their values.
    inputs: Vec<(InputId, Vec<f64>)>,
    /// The metric of each condition.
    values: Vec<Vec<f64>>,
}

fn draw(
    calculation: &Calculation,
    conditions: &[Condition],
    settings: Settings,
    interrupt: Interrupt<'_>,
) -> Result<DrawnSamples, NotDrawn> {
    // Only what conditions are about is computed.
    let metrics: Vec<MetricId> = conditions.iter().map(|condition| condition.metric).collect();
    let only = calculation.only(&metrics);
    let uncertain = calculation.uncertain();
    let reaching: Vec<InputId> = metrics.iter().flat_map(|metric| calculation.inputs_of(*metric)).collect();
    let reaching = uncertain.iter().enumerate().filter(|(_, input)| reaching.contains(input));
    let mut inputs: Vec<(InputId, Vec<f64>)> = reaching.clone().map(|(_, input)| (*input, Vec::new())).collect();
    let places: Vec<usize> = reaching.map(|(place, _)| place).collect();
    let samples = settings.rounded().ok_or(NotDrawn::TooMany)?;
    if samples.saturating_mul((inputs.len() + metrics.len()) as u64) > MOST_VALUES {
        return Err(NotDrawn::TooMany);
    }
    let mut values: Vec<Vec<f64>> = vec![Vec::new(); metrics.len()];
    let told = monte_carlo::stream(&only, settings, |chunks| {
        interrupt.check()?;
        for chunk in chunks {
            for ((_, column), place) in inputs.iter_mut().zip(&places) {
                column.extend_from_slice(&chunk.inputs[*place]);
            }
            for (column, drawn) in values.iter_mut().zip(&chunk.values) {
                column.extend_from_slice(drawn);
            }
        }
        Ok::<(), Interrupted>(())
    })?;
    told?;
    Ok(DrawnSamples { settings: Settings { samples, ..settings }, inputs, values })
}

/// How the metric of a condition stands to the samples.
fn stands(calculation: &Calculation, metric: MetricId, drawn: &DrawnSamples, values: &[f64]) -> Standing {
    let off = values.iter().position(|value| !value.is_finite());
    let fault = off.and_then(|sample| {
        let mut inputs = calculation.central();
        for (input, column) in &drawn.inputs {
            inputs[input.index()] = column[sample];
        }
        calculation.tape().fault(metric.index(), &calculation.tape().values(&inputs))
    });
    Standing::of_values(values, fault, standing::is_reached(calculation, metric))
}

/// Searches samples that were drawn; `values` are the metric's.
fn discover(
    calculation: &Calculation,
    condition: &Condition,
    drawn: &DrawnSamples,
    values: &[f64],
    search: Search,
    interrupt: Interrupt<'_>,
) -> Result<Discovery, Interrupted> {
    let inputs = drawn.inputs.iter().map(|(input, values)| (*input, values.as_slice()));
    let fails: Vec<bool> = values.iter().map(|value| condition.holds(*value) == search.holds).collect();
    let choices = choices(calculation);
    let reaching = calculation.inputs_of(condition.metric);
    let (positions, variables): (Vec<InputId>, Vec<Variable<'_>>) = inputs
        .filter(|(input, _)| reaching.contains(input))
        .map(|(input, values)| (input, Variable { values, choices: &choices[input] }))
        .unzip();
    let all = Count::of(&fails);
    let mut discovery = Discovery {
        condition: condition.clone(),
        settings: drawn.settings,
        search,
        standing: stands(calculation, condition.metric, drawn, values),
        count: all,
        trajectory: Vec::new(),
        found: None,
    };
    if all.fails < FEWEST_CASES || all.samples - all.fails < FEWEST_CASES {
        return Ok(discovery);
    }
    let (steps, region) = find(&variables, &fails, search.alpha, interrupt)?;
    discovery.trajectory = steps.iter().map(|step| Point::of(&step.region, step.inside, all)).collect();
    let inside = region::BoxTally::of(&region, &variables, &fails).inside;
    let restrictions = region::p_values(&region, &variables, &fails)
        .into_iter()
        .map(|(variable, p_value)| restriction(&region, variable, &variables, positions[variable], p_value));
    discovery.found =
        Some(DiscoveredBox { restrictions: restrictions.collect(), point: Point::of(&region, inside, all) });
    Ok(discovery)
}

/// The box of some inputs in which something is the case that `is` tells of each sample; nothing where it (nearly) always
/// or never is, or no box tells where.
pub(super) fn box_of<I: Copy>(
    inputs: &[(I, Variable<'_>)],
    is: &[bool],
    alpha: f64,
    interrupt: Interrupt<'_>,
) -> Result<Option<DiscoveredBox<I>>, Interrupted> {
    let all = Count::of(is);
    if all.fails < FEWEST_CASES || all.samples - all.fails < FEWEST_CASES {
        return Ok(None);
    }
    let variables: Vec<Variable<'_>> = inputs.iter().map(|(_, variable)| *variable).collect();
    let (_, region) = find(&variables, is, alpha, interrupt)?;
    let inside = region::BoxTally::of(&region, &variables, is).inside;
    let restrictions = region::p_values(&region, &variables, is)
        .into_iter()
        .map(|(variable, p_value)| restriction(&region, variable, &variables, inputs[variable].0, p_value));
    let found = DiscoveredBox { restrictions: restrictions.collect(), point: Point::of(&region, inside, all) };
    Ok(Some(found).filter(|found| !found.restrictions.is_empty()))
}

/// The trajectory, and the box that is chosen on it and cleaned.
fn find(
    variables: &[Variable<'_>],
    fails: &[bool],
    alpha: f64,
    interrupt: Interrupt<'_>,
) -> Result<(Vec<peel::Step>, Region), Interrupted> {
    let all = Count::of(fails);
    let steps = peel::peel(variables, fails, alpha, interrupt)?;
    let mut best = (0.0, Region::default());
    for step in &steps {
        let score = step.inside.score(all);
        if score > best.0 {
            best = (score, step.region.clone());
        }
    }
    let region = region::dropped(best.1, variables, fails);
    let region = region::adjusted(region, variables, fails);
    Ok((steps, region::dropped(region, variables, fails)))
}

/// The choices of each input; none for a range.
fn choices(calculation: &Calculation) -> TiVec<InputId, Vec<f64>> {
    let of = |input: &Input| -> Vec<f64> {
        let choices = input.range.as_ref().and_then(Distribution::choices);
        choices.iter().flatten().map(|(choice, _)| *choice).collect()
    };
    calculation.inputs.iter().map(of).collect()
}

fn restriction<I>(
    region: &Region,
    variable: usize,
    variables: &[Variable<'_>],
    input: I,
    p_value: f64,
) -> Restriction<I> {
    let limits: Vec<Limit> =
        region.limits.iter().filter(|(other, _)| *other == variable).map(|(_, limit)| *limit).collect();
    let choices = variables[variable].choices;
    let kept = choices.iter().copied().filter(|choice| limits.iter().all(|limit| limit.keeps(*choice)));
    Restriction {
        input,
        low: limits.iter().find_map(|limit| if let Limit::Low(low) = limit { Some(*low) } else { None }),
        high: limits.iter().find_map(|limit| if let Limit::High(high) = limit { Some(*high) } else { None }),
        choices: (!choices.is_empty()).then(|| kept.collect()),
        p_value,
    }
}

#[cfg(test)]
mod tests;
