//! Elasticities at the central case: by how many per cent a metric changes when an input changes by one per cent.
//!
//! For a metric `y` and an input `x` that is `d ln y / d ln x = (x / y) dy/dx`, with the derivative from one sweep
//! backwards over the tape (Griewank and Walther 2008, "Evaluating Derivatives", chapter 3): exact to rounding, no
//! difference quotient. It is the same in all units that have the base unit's zero. It says what a *small* change
//! does; what an input's whole range does is in [`super::one_at_a_time`]. Knows nothing of ranges, units or charts.

use crate::model::{Calculation, InputId, MetricId};
use typed_index_collections::TiVec;

/// The elasticity of a metric to an input.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Elasticity {
    /// Per cent of the metric per per cent of the input.
    Value(f64),
    /// The metric moves in steps with the input, or sits on an edge: a derivative says nothing.
    Stepwise,
    /// There are no per cents of zero, or the metric or its derivative is no finite number.
    Undefined,
    /// The metric does not use the input.
    NotUsed,
}

impl Elasticity {
    /// The number, where there is one; exactly zero for an input that is not used.
    #[must_use]
    pub fn value(self) -> Option<f64> {
        match self {
            Self::Value(value) => Some(value),
            Self::NotUsed => Some(0.0),
            Self::Stepwise | Self::Undefined => None,
        }
    }
}

/// The elasticities of a metric to every input. For a metric that there is not, no input is
/// used.
#[must_use]
pub fn elasticities(calculation: &Calculation, metric: MetricId) -> TiVec<InputId, Elasticity> {
    let mut all: TiVec<InputId, Elasticity> = vec![Elasticity::NotUsed; calculation.inputs.len()].into();
    let (Some(shown), Some(gradient)) = (calculation.metrics.get(metric), calculation.gradient(metric)) else {
        return all;
    };
    for input in calculation.inputs_of(metric) {
        // Inputs behind the last that the tape reads have no derivative: what used them was constant.
        let slope = gradient.by_input.get(input.index()).copied().unwrap_or(0.0);
        let stepwise = gradient.stepwise.get(input.index()).copied().unwrap_or(false);
        let (x, y) = (calculation.inputs[input].value, shown.value);
        let elasticity = x / y * slope;
        all[input] = if !y.is_finite() || y == 0.0 || x == 0.0 {
            Elasticity::Undefined
        } else if stepwise {
            Elasticity::Stepwise
        } else if elasticity.is_finite() {
            // No negative zero: an input that does not matter here has no direction.
            Elasticity::Value(elasticity + 0.0)
        } else {
            Elasticity::Undefined
        };
    }
    all
}
