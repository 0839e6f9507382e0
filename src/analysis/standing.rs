//! Tells whether a metric varies with the uncertain inputs, and if not, why.
//!
//! A metric that stays the same though inputs with ranges reach it (four posts whatever the line) is not one that no
//! input reaches, and one without a value is neither. Knows nothing of words.

use super::monte_carlo::{MonteCarlo, Spread};
use super::one_at_a_time::OneAtATime;
use super::sobol_indices::{Indices, SobolIndices};
use crate::model::{Calculation, MetricId};
use crate::program::Fault;

/// Differences below this share of the values are rounding.
const ROUNDING: f64 = 1e-12;

/// Samples without a value that are looked at for why they have none.
const LOOKED_AT: usize = 1 << 12;

/// How a metric stands to what is uncertain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Standing {
    /// It has no value anywhere.
    Without(Fault),
    /// It is the same everywhere, though inputs with ranges reach it.
    Constant,
    /// No input with a range reaches it.
    NotReached,
    /// It moves, or has a value in some places and none in others.
    Varies,
}

impl Standing {
    /// Its name in files and in the names of texts.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Without(fault) => fault.name(),
            Self::Constant => "constant",
            Self::NotReached => "not_reached",
            Self::Varies => "varies",
        }
    }

    /// Of some values of a metric; `central` is the central case, `reached` says whether an input with a range reaches
    /// it.
    #[must_use]
    pub(crate) fn of_values(values: &[f64], fault: Option<Fault>, reached: bool) -> Self {
        let finite = || values.iter().copied().filter(|value| value.is_finite());
        let (low, high) = finite().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)));
        match finite().count() {
            0 => Self::Without(fault.unwrap_or(Fault::Undefined)),
            count if count < values.len() => Self::Varies,
            _ if !reached => Self::NotReached,
            _ if high - low <= ROUNDING * low.abs().max(high.abs()) => Self::Constant,
            _ => Self::Varies,
        }
    }
}

/// Whether an input that is drawn reaches a metric.
#[must_use]
pub(crate) fn is_reached(calculation: &Calculation, metric: MetricId) -> bool {
    calculation.inputs_of(metric).iter().any(|input| calculation.inputs[*input].is_drawn())
}

/// Why a metric has no value in the central case.
#[must_use]
pub(crate) fn central_fault(calculation: &Calculation, metric: MetricId) -> Option<Fault> {
    let value = calculation.metrics.get(metric)?.value;
    (!value.is_finite()).then_some(if value.is_nan() { Fault::Undefined } else { Fault::Overflow })
}

/// How a metric stands over samples.
#[must_use]
pub fn over_samples(calculation: &Calculation, drawn: &MonteCarlo, metric: MetricId) -> Standing {
    let Some(spread) = drawn.spreads.get(metric) else { return Standing::NotReached };
    if spread.undefined >= drawn.settings.samples {
        let found = faults(calculation, drawn, metric);
        return Standing::Without(found.last().copied().unwrap_or(Fault::Undefined));
    }
    match () {
        () if spread.undefined > 0 || differ(spread) => Standing::Varies,
        () if is_reached(calculation, metric) => Standing::Constant,
        () => Standing::NotReached,
    }
}

/// Whether the values of samples differ by more than rounding. A deviation that is no number is one that is too large, and
/// that of values that are too small for squares is 0 though they differ.
fn differ(spread: &Spread) -> bool {
    let [low, .., high] = spread.percentiles;
    spread.sd.is_nan()
        || spread.sd > ROUNDING * spread.mean.abs()
        || (spread.sd <= 0.0 && high - low > ROUNDING * low.abs().max(high.abs()))
}

/// Why a metric has no value in some samples, the reasons in order: of those kept, or where none is kept, in the central
/// case.
#[must_use]
pub fn faults(calculation: &Calculation, drawn: &MonteCarlo, metric: MetricId) -> Vec<Fault> {
    let tape = calculation.tape_of(&[metric]);
    let mut inputs = calculation.central();
    let off = (0..drawn.kept()).filter(|sample| !drawn.value(metric, *sample).is_finite());
    let mut found: Vec<Fault> = Vec::new();
    for sample in off.take(LOOKED_AT) {
        for (input, values) in drawn.uncertain.iter().zip(&drawn.inputs) {
            inputs[input.index()] = values[sample];
        }
        found.extend(tape.fault(0, &tape.values(&inputs)).filter(|fault| !found.contains(fault)));
    }
    if found.is_empty() {
        found.extend(central_fault(calculation, metric));
    }
    found.sort_unstable();
    found
}

/// How a metric stands over the samples behind its Sobol' indices. A variance that is too large to be a number is
/// [`Fault::Overflow`]: there is nothing to share out.
#[must_use]
pub fn of_indices(calculation: &Calculation, results: &SobolIndices, metric: MetricId, indices: &Indices) -> Standing {
    if indices.undefined >= results.settings.base_samples {
        return Standing::Without(central_fault(calculation, metric).unwrap_or(Fault::Undefined));
    }
    match () {
        () if !indices.variance.is_finite() => Standing::Without(Fault::Overflow),
        () if indices.variance > 0.0 => Standing::Varies,
        () if is_reached(calculation, metric) => Standing::Constant,
        () => Standing::NotReached,
    }
}

/// How a metric stands when one input at a time goes over its range.
#[must_use]
pub fn one_at_a_time(calculation: &Calculation, found: &OneAtATime) -> Standing {
    let points = found.effects.iter().flat_map(super::one_at_a_time::Effect::points).map(|point| point.metric);
    let values: Vec<f64> = points.chain(std::iter::once(found.central)).collect();
    let undefined = values.iter().any(|value| value.is_nan());
    let fault = if undefined { Fault::Undefined } else { Fault::Overflow };
    let fault = central_fault(calculation, found.metric).map_or(fault, |central| central.max(fault));
    Standing::of_values(&values, Some(fault), !found.effects.is_empty())
}
