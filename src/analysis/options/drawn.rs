//! The inputs that futures draw: those of the scenario, and those that only an option's own scenario draws.
//!
//! An input is matched by its name. One that the scenario lacks, or has and does not draw, is an input of the futures
//! nevertheless, as the first option has it that draws it. Knows nothing of how inputs are drawn.

use super::plan::Plan;
use crate::model::{Calculation, Correlation, Input, MetricId};
use typed_index_collections::TiSlice;

/// Which input of the futures: its position among those that are drawn, which is none among the scenario's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DrawnId(usize);

impl From<usize> for DrawnId {
    fn from(position: usize) -> Self {
        Self(position)
    }
}

impl From<DrawnId> for usize {
    fn from(id: DrawnId) -> Self {
        id.0
    }
}

/// An input that is drawn.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DrawnInput {
    /// The scenario's, or that of the first option whose own scenario draws it.
    pub input: Input,
    /// The options whose own scenarios draw it, by their places, where the scenario does not; none where it does.
    pub only_in: Vec<usize>,
}

impl DrawnInput {
    pub(super) fn new(input: Input, base: &Calculation, plans: &[Plan<'_>]) -> Self {
        let draws = |calculation: &Calculation| {
            calculation.input(&input.id).is_some_and(|found| calculation.inputs[found].is_drawn())
        };
        let only_in = if draws(base) { Vec::new() } else { (0..plans.len()).collect() };
        let only_in = only_in.into_iter().filter(|option| draws(plans[*option].calculation)).collect();
        Self { input, only_in }
    }
}

/// For each option the inputs that it draws from another distribution than the option that was first to draw them.
pub(super) fn otherwise(inputs: &TiSlice<DrawnId, DrawnInput>, plans: &[Plan<'_>]) -> Vec<Vec<DrawnId>> {
    let differs = |plan: &Plan<'_>, drawn: &DrawnInput| {
        let own = plan.calculation.input(&drawn.input.id).map(|own| &plan.calculation.inputs[own]);
        own.is_some_and(|own| own.range != drawn.input.range)
    };
    let of = |(option, plan): (usize, &Plan<'_>)| {
        let here = inputs.iter_enumerated().filter(|(_, drawn)| drawn.only_in.contains(&option));
        here.filter(|(_, drawn)| differs(plan, drawn)).map(|(id, _)| id).collect()
    };
    plans.iter().enumerate().map(of).collect()
}

/// The inputs among those that are drawn, by their names, that reach a metric of an option.
pub(super) fn reaching(plan: &Plan<'_>, metric: MetricId, names: &[&Input]) -> Vec<DrawnId> {
    let inputs = plan.calculation.inputs_of(metric).into_iter().filter(|input| !plan.sets(*input));
    let drawn = inputs.map(|input| &plan.calculation.inputs[input]).filter(|input| input.is_drawn());
    let place = |input: &Input| names.iter().position(|name| name.id == input.id);
    let mut found: Vec<DrawnId> = drawn.filter_map(place).map(DrawnId::from).collect();
    found.sort_unstable();
    found
}

/// What draws the futures' inputs: those that the scenario draws, those that only options do behind them, and the
/// correlations of both.
pub(super) fn together(base: &Calculation, plans: &[Plan<'_>]) -> Calculation {
    let mut all = base.only(&[]);
    all.inputs.retain(Input::is_drawn);
    all.correlations = base.correlations.iter().filter_map(|pair| of_names(pair, base, &all)).collect();
    for plan in plans.iter().filter(|plan| plan.is_own) {
        let own = plan.calculation;
        let before = all.inputs.len();
        for input in own.uncertain() {
            let input = &own.inputs[input];
            if all.input(&input.id).is_none() {
                all.inputs.push(input.clone());
            }
        }
        for pair in &own.correlations {
            let Some(pair) = of_names(pair, own, &all) else { continue };
            let is_new = pair.first.index().max(pair.second.index()) >= before;
            let mut with = all.clone();
            with.correlations.push(pair);
            if is_new && with.copula().is_some() {
                all = with;
            }
        }
    }
    all
}

/// A correlation between the inputs of another calculation that have the same names.
fn of_names(pair: &Correlation, of: &Calculation, other: &Calculation) -> Option<Correlation> {
    let [first, second] = [pair.first, pair.second].map(|input| other.input(&of.inputs[input].id));
    Some(Correlation { first: first?, second: second?, ..*pair })
}
