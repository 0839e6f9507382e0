//! Derivatives of an output by every input, in one sweep backwards over the tape.

use super::graph::{Operation, Tape};

/// The derivatives of one output at one point.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Gradient {
    /// The output itself.
    pub value: f64,
    /// By each input, in base units of the output per base unit of the input.
    pub by_input: Vec<f64>,
    /// Inputs through which the output moves in steps or sits on an edge: there the derivative says nothing of a
    /// change of finite size.
    pub stepwise: Vec<bool>,
}

impl Tape {
    /// The gradient of the output with a given position, at one value of each input. `None` for a position that
    /// the tape does not have.
    #[must_use]
    pub fn gradient(&self, output: usize, inputs: &[f64]) -> Option<Gradient> {
        let root = *self.outputs.get(output)?;
        let values = self.values(inputs);
        let jumps = self.jumps(&values);
        let mut slopes = vec![0.0; self.nodes.len()];
        let mut reached = vec![false; self.nodes.len()];
        let mut steps = vec![false; self.nodes.len()];
        slopes[root] = 1.0;
        reached[root] = true;
        let mut gradient =
            Gradient { value: values[root], by_input: vec![0.0; self.inputs], stepwise: vec![false; self.inputs] };
        for index in (0..=root).rev() {
            if !reached[index] {
                continue;
            }
            match self.nodes[index] {
                Operation::Constant(_) => {}
                Operation::Input(input) => {
                    gradient.by_input[input] += slopes[index];
                    gradient.stepwise[input] |= steps[index];
                }
                Operation::Unary(operator, operand) => {
                    let slope = operator.derivative(values[operand], values[index]);
                    slopes[operand] += carried(slopes[index], slope);
                    steps[operand] |= steps[index] || operator.has_steps() || operator.on_edge(values[operand]);
                    reached[operand] = true;
                }
                Operation::Binary(operator, left, right) => {
                    let (a, b) = (values[left], values[right]);
                    let (by_left, by_right) = operator.derivative(a, b, values[index]);
                    let passes = operator.passes(a, b);
                    for (operand, slope, passes) in [(left, by_left, passes.0), (right, by_right, passes.1)] {
                        // What cannot reach the result as it is may still do so once it jumps.
                        let by_jump = !passes && operator.is_choice() && jumps[operand] > (a - b).abs();
                        if passes || by_jump {
                            slopes[operand] += carried(slopes[index], slope);
                            steps[operand] |= steps[index] || by_jump || operator.on_edge(a, b);
                            reached[operand] = true;
                        }
                    }
                }
            }
        }
        Some(gradient)
    }

    /// How far each node may jump when an input changes by next to nothing, to the first order: by one where a `ceil`
    /// or `floor` stands at one of its steps.
    fn jumps(&self, values: &[f64]) -> Vec<f64> {
        let mut jumps: Vec<f64> = Vec::with_capacity(self.nodes.len());
        for (index, operation) in self.nodes.iter().enumerate() {
            jumps.push(match *operation {
                Operation::Constant(_) | Operation::Input(_) => 0.0,
                Operation::Unary(operator, operand) if operator.has_steps() => {
                    let x = values[operand];
                    // From a whole number it is a step to the next one, whatever else jumps below.
                    if operator.at_step(x) { jumps[operand] + 1.0 } else { jumps[operand] }
                }
                Operation::Unary(operator, operand) => {
                    carried(jumps[operand], operator.derivative(values[operand], values[index]).abs())
                }
                Operation::Binary(operator, left, right) => {
                    let (by_left, by_right) = operator.derivative(values[left], values[right], values[index]);
                    if operator.is_choice() {
                        jumps[left].max(jumps[right])
                    } else {
                        carried(jumps[left], by_left.abs()) + carried(jumps[right], by_right.abs())
                    }
                }
            });
        }
        jumps
    }
}

/// A slope that is zero from above stays zero, whatever lies below: what does not matter cannot be undefined.
fn carried(from_above: f64, own: f64) -> f64 {
    if from_above == 0.0 { 0.0 } else { from_above * own }
}
