//! Tapes over intervals: bounds of every result when each input lies in a range.

use super::graph::{Operation, Tape};
use crate::formula::operator::Binary;
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
                Operation::Binary(operator, left, right) => {
                    let bounds = operator.interval(bounds[left], bounds[right]);
                    // A square is never negative, which its two factors do not know of each other.
                    let is_square = operator == Binary::Mul && left == right;
                    Interval { low: if is_square { bounds.low.max(0.0) } else { bounds.low }, ..bounds }
                }
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
