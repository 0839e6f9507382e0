//! Tapes over columns of numbers, a block of lanes at a time.
//!
//! One pass over the operations per block keeps intermediate results in the processor's cache; what does not vary is
//! computed once. Every lane is computed by the same operations as a single value, so neither the block's width nor
//! its neighbours change a bit.

use super::graph::{Operation, Tape, operands};
use crate::formula::operator::{Binary, Unary};
use std::ops::Range;

/// Lanes in a block.
pub const BLOCK: usize = 256;

/// The values of one input over all samples.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Column<'a> {
    /// The same value in every sample.
    Same(f64),
    /// A value for each sample; a column that is too short counts as not-a-number throughout.
    Each(&'a [f64]),
}

/// Where a node's values are found while a block is computed.
#[derive(Clone, Copy)]
enum ValueLocation {
    Scalar(f64),
    Input(usize),
    /// A buffer used again once nothing needs its content.
    Slot(usize),
    /// The whole column of a result.
    Output(usize),
}

impl Tape {
    /// The outputs over `samples` samples: a column for each output.
    #[must_use]
    pub fn evaluate(&self, columns: &[Column<'_>], samples: usize) -> Vec<Vec<f64>> {
        self.evaluate_in_blocks(columns, samples, BLOCK)
    }

    /// As [`Tape::evaluate`], with another width of blocks: the results are the same.
    #[must_use]
    pub fn evaluate_in_blocks(&self, columns: &[Column<'_>], samples: usize, width: usize) -> Vec<Vec<f64>> {
        // Each made anew: copies of one would be written twice.
        let mut outputs: Vec<Vec<f64>> = self.outputs.iter().map(|_| vec![0.0; samples]).collect();
        self.evaluate_into(columns, width, &mut outputs);
        outputs
    }

    /// As [`Tape::evaluate`], into columns that are there already, each as long as there are samples.
    pub fn evaluate_into(&self, columns: &[Column<'_>], width: usize, outputs: &mut [Vec<f64>]) {
        let samples = outputs.iter().map(Vec::len).min().unwrap_or(0);
        let varies = |input: usize| matches!(columns.get(input), Some(Column::Each(values)) if values.len() >= samples);
        let single: Vec<f64> = (0..self.inputs)
            .map(|input| match columns.get(input) {
                Some(Column::Same(value)) => *value,
                _ => f64::NAN,
            })
            .collect();
        self.prepare(&single, varies).run(columns, samples, width, outputs);
    }

    /// Prepares for many evaluations in which the same inputs vary: `single` has the values of the others.
    #[must_use]
    pub fn prepare(&self, single: &[f64], varies: impl Fn(usize) -> bool) -> Prepared<'_> {
        Prepared { tape: self, plan: BlockPlan::new(self, single, varies) }
    }
}

/// A tape prepared for many evaluations in which the same inputs vary.
pub struct Prepared<'a> {
    tape: &'a Tape,
    plan: BlockPlan,
}

impl Prepared<'_> {
    /// The outputs, into columns that are there already. Inputs that vary have a value for each sample; where a column
    /// is shorter than the outputs, only as many samples are computed.
    pub fn evaluate_into(&self, columns: &[Column<'_>], outputs: &mut [Vec<f64>]) {
        let lengths = columns.iter().filter_map(|column| match column {
            Column::Each(values) => Some(values.len()),
            Column::Same(_) => None,
        });
        let samples = outputs.iter().map(Vec::len).chain(lengths).min().unwrap_or(0);
        self.run(columns, samples, BLOCK, outputs);
    }

    /// Whether an output varies at all.
    #[must_use]
    pub(crate) fn output_varies(&self, output: usize) -> bool {
        self.tape.outputs.get(output).is_some_and(|node| !matches!(self.plan.homes[*node], ValueLocation::Scalar(_)))
    }

    fn run(&self, columns: &[Column<'_>], samples: usize, width: usize, outputs: &mut [Vec<f64>]) {
        let width = width.max(1);
        let mut slots = vec![vec![0.0; width]; self.plan.slots];
        let mut start = 0;
        while start < samples {
            let lanes = start..(start + width).min(samples);
            for &node in &self.plan.steps {
                self.step(node, columns, &lanes, &mut slots, outputs);
            }
            start = lanes.end;
        }
        for (output, node) in self.tape.outputs.iter().enumerate() {
            match self.plan.homes[*node] {
                ValueLocation::Output(home) if home == output => {}
                ValueLocation::Output(home) => {
                    let column = outputs[home].clone();
                    outputs[output][..samples].copy_from_slice(&column[..samples]);
                }
                ValueLocation::Scalar(value) => outputs[output].fill(value),
                ValueLocation::Input(input) => {
                    if let Some(Column::Each(values)) = columns.get(input) {
                        outputs[output][..samples].copy_from_slice(&values[..samples]);
                    }
                }
                ValueLocation::Slot(_) => unreachable!("outputs are never kept in slots"),
            }
        }
    }

    fn step(
        &self,
        node: usize,
        columns: &[Column<'_>],
        lanes: &Range<usize>,
        slots: &mut [Vec<f64>],
        outputs: &mut [Vec<f64>],
    ) {
        // The destination is taken out while it is written, so that the operands can be read from the rest.
        let (mut taken, part) = match self.plan.homes[node] {
            ValueLocation::Slot(slot) => (std::mem::take(&mut slots[slot]), 0..lanes.len()),
            ValueLocation::Output(output) => (std::mem::take(&mut outputs[output]), lanes.clone()),
            ValueLocation::Scalar(_) | ValueLocation::Input(_) => return,
        };
        let read = |operand: usize| match self.plan.homes[operand] {
            ValueLocation::Scalar(value) => Operand::Same(value),
            ValueLocation::Slot(slot) => Operand::Each(&slots[slot][..lanes.len()]),
            ValueLocation::Output(output) => Operand::Each(&outputs[output][lanes.clone()]),
            ValueLocation::Input(input) => match columns[input] {
                Column::Same(value) => Operand::Same(value),
                Column::Each(values) => Operand::Each(&values[lanes.clone()]),
            },
        };
        match self.tape.nodes[node] {
            Operation::Unary(operator, operand) => unary(operator, read(operand), &mut taken[part]),
            Operation::Binary(operator, left, right) => binary(operator, read(left), read(right), &mut taken[part]),
            Operation::Constant(_) | Operation::Input(_) => {}
        }
        match self.plan.homes[node] {
            ValueLocation::Slot(slot) => slots[slot] = taken,
            ValueLocation::Output(output) => outputs[output] = taken,
            ValueLocation::Scalar(_) | ValueLocation::Input(_) => {}
        }
    }
}

/// What is computed per block, and where it is kept.
struct BlockPlan {
    homes: Vec<ValueLocation>,
    steps: Vec<usize>,
    slots: usize,
}

impl BlockPlan {
    fn new(tape: &Tape, single: &[f64], varies: impl Fn(usize) -> bool) -> Self {
        let depends = tape.depends_on(varies);
        let fixed = tape.values(single);
        let mut last_use: Vec<usize> = (0..tape.nodes.len()).collect();
        for (index, operation) in tape.nodes.iter().enumerate() {
            for operand in operands(*operation).into_iter().flatten() {
                last_use[operand] = index;
            }
        }
        let mut plan = Self { homes: Vec::with_capacity(tape.nodes.len()), steps: Vec::new(), slots: 0 };
        let mut free: Vec<usize> = Vec::new();
        let mut results = vec![None; tape.nodes.len()];
        for (output, node) in tape.outputs.iter().enumerate().rev() {
            results[*node] = Some(output);
        }
        for (index, operation) in tape.nodes.iter().enumerate() {
            let home = match (operation, results[index]) {
                _ if !depends[index] => ValueLocation::Scalar(fixed[index]),
                (Operation::Input(input), _) => ValueLocation::Input(*input),
                (_, Some(output)) => ValueLocation::Output(output),
                (_, None) => ValueLocation::Slot(free.pop().unwrap_or_else(|| {
                    plan.slots += 1;
                    plan.slots - 1
                })),
            };
            plan.homes.push(home);
            if matches!(home, ValueLocation::Slot(_) | ValueLocation::Output(_)) {
                plan.steps.push(index);
            }
            // Freed only behind this node: its own destination must not be one of its operands.
            let [first, second] = operands(*operation);
            let second = second.filter(|second| Some(*second) != first);
            for operand in [first, second].into_iter().flatten() {
                if let ValueLocation::Slot(slot) = plan.homes[operand]
                    && last_use[operand] == index
                {
                    free.push(slot);
                }
            }
        }
        plan
    }
}

/// An operand's values over the lanes of a block.
#[derive(Clone, Copy)]
pub(super) enum Operand<'a> {
    Same(f64),
    Each(&'a [f64]),
}

pub(super) fn unary(operator: Unary, x: Operand<'_>, result: &mut [f64]) {
    fn over(x: Operand<'_>, result: &mut [f64], value: impl Fn(f64) -> f64) {
        match x {
            Operand::Same(x) => result.fill(value(x)),
            Operand::Each(xs) => {
                for (result, x) in result.iter_mut().zip(xs) {
                    *result = value(*x);
                }
            }
        }
    }
    match operator {
        Unary::Neg => over(x, result, |x| Unary::Neg.value(x)),
        Unary::Abs => over(x, result, |x| Unary::Abs.value(x)),
        Unary::Sqrt => over(x, result, |x| Unary::Sqrt.value(x)),
        other => over(x, result, |x| other.value(x)),
    }
}

pub(super) fn binary(operator: Binary, a: Operand<'_>, b: Operand<'_>, result: &mut [f64]) {
    fn over(a: Operand<'_>, b: Operand<'_>, result: &mut [f64], value: impl Fn(f64, f64) -> f64) {
        match (a, b) {
            (Operand::Same(a), Operand::Same(b)) => result.fill(value(a, b)),
            (Operand::Same(a), Operand::Each(bs)) => {
                for (result, b) in result.iter_mut().zip(bs) {
                    *result = value(a, *b);
                }
            }
            (Operand::Each(xs), Operand::Same(b)) => {
                for (result, a) in result.iter_mut().zip(xs) {
                    *result = value(*a, b);
                }
            }
            (Operand::Each(xs), Operand::Each(ys)) => {
                for ((result, a), b) in result.iter_mut().zip(xs).zip(ys) {
                    *result = value(*a, *b);
                }
            }
        }
    }
    // Spelled out so that each operator gets a loop of its own, without a choice inside.
    match operator {
        Binary::Add => over(a, b, result, |a, b| Binary::Add.value(a, b)),
        Binary::Sub => over(a, b, result, |a, b| Binary::Sub.value(a, b)),
        Binary::Mul => over(a, b, result, |a, b| Binary::Mul.value(a, b)),
        Binary::Div => over(a, b, result, |a, b| Binary::Div.value(a, b)),
        Binary::Min => over(a, b, result, |a, b| Binary::Min.value(a, b)),
        Binary::Max => over(a, b, result, |a, b| Binary::Max.value(a, b)),
        Binary::Pow => over(a, b, result, |a, b| Binary::Pow.value(a, b)),
    }
}
