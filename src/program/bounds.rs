//! Tapes over intervals: bounds of every result when each input lies in a range.

use super::graph::{Operation, Tape};
use crate::quantity::interval::Interval;

impl Tape {
    /// Bounds of every node; an input that is not given can be anything.
    #[must_use]
    pub fn bounds(&self, inputs: &[Interval]) -> Vec<Interval> {
        let mut bounds: Vec<Interval> = Vec::with_capacity(self.nodes.len());
        for operation in &self.nodes {
            bounds.push(match *operation {
                Operation::Constant(value) => Interval::point(value),
                Operation::Input(input) => inputs.get(input).copied().unwrap_or_else(Interval::everything),
                Operation::Unary(operator, operand) => operator.interval(bounds[operand]),
                Operation::Binary(operator, left, right) => operator.interval(bounds[left], bounds[right]),
            });
        }
        bounds
    }

    /// Bounds of the outputs.
    #[must_use]
    pub fn output_bounds(&self, inputs: &[Interval]) -> Vec<Interval> {
        let bounds = self.bounds(inputs);
        self.outputs.iter().map(|output| bounds[*output]).collect()
    }
}
