//! Computes metrics over a range of one input, or over a grid of two. Everything is in base units.

use crate::model::{Axis, Calculation, MetricId, SweepPlan};
use crate::program::Column;

/// A metric's values over the points of a sweep.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// The metric.
    pub metric: MetricId,
    /// A value for each point; for a grid the first input varies fastest.
    pub values: Vec<f64>,
}

/// A sweep's results.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Sweep {
    /// The first input's points.
    pub first: Vec<f64>,
    /// A grid's second input's points.
    pub second: Option<Vec<f64>>,
    /// The metrics.
    pub curves: Vec<Curve>,
}

impl Axis {
    /// The points, ends included. Spaced evenly, or by an even factor on a log axis.
    #[must_use]
    pub fn points(&self) -> Vec<f64> {
        let last = self.steps.max(2) - 1;
        #[expect(clippy::cast_precision_loss, reason = "at most 2001 points")]
        let point = |index: usize| match index {
            0 => self.from,
            index if index == last => self.to,
            index => {
                let share = index as f64 / last as f64;
                if self.log {
                    libm::exp((1.0 - share) * libm::log(self.from) + share * libm::log(self.to))
                } else {
                    self.from + share * (self.to - self.from)
                }
            }
        };
        (0..=last).map(point).collect()
    }
}

/// Runs a sweep; the inputs that do not vary stay at their central case.
#[must_use]
pub fn run(calculation: &Calculation, plan: &SweepPlan) -> Sweep {
    let first = plan.first.points();
    let second = plan.second.as_ref().map(Axis::points);
    let rows = second.as_ref().map_or(1, Vec::len);
    let across: Vec<f64> = (0..rows).flat_map(|_| first.iter().copied()).collect();
    let mut columns: Vec<Column<'_>> = calculation.inputs.iter().map(|input| Column::Same(input.value)).collect();
    columns[plan.first.input.index()] = Column::Each(&across);
    let down: Vec<f64> = second.iter().flatten().flat_map(|value| std::iter::repeat_n(*value, first.len())).collect();
    if let Some(axis) = &plan.second {
        columns[axis.input.index()] = Column::Each(&down);
    }
    let values = calculation.tape_of(&plan.show).evaluate(&columns, across.len());
    let curves = plan.show.iter().zip(values).map(|(metric, values)| Curve { metric: *metric, values });
    Sweep { first, second, curves: curves.collect() }
}
