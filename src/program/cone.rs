//! Computes again only what a change of some inputs can affect: their cone.

use super::block::{Column, Operand, binary, unary};
use super::graph::{Index, Operation, Tape};

/// The nodes and outputs that depend on some inputs.
#[derive(Clone, Debug, PartialEq)]
pub struct Cone {
    nodes: Vec<Index>,
    /// Positions of the outputs that are affected, ascending.
    pub outputs: Vec<usize>,
}

impl Cone {
    /// How many operations are done again.
    #[must_use]
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether nothing depends on the inputs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }
}

impl Tape {
    /// The cone of some inputs.
    #[must_use]
    pub fn cone(&self, inputs: &[usize]) -> Cone {
        let depends = self.depends_on(|input| inputs.contains(&input));
        let nodes = (0..self.nodes.len()).filter(|node| depends[*node]).collect();
        let outputs = (0..self.outputs.len()).filter(|output| depends[self.outputs[*output]]).collect();
        Cone { nodes, outputs }
    }
}

/// The values of every node over some lanes, kept so that a cone can be computed again on top of them.
pub struct Page<'a> {
    tape: &'a Tape,
    lanes: usize,
    base: Vec<Vec<f64>>,
    changed: Vec<Vec<f64>>,
}

impl<'a> Page<'a> {
    /// Computes every node over `lanes` samples.
    #[must_use]
    pub fn new(tape: &'a Tape, columns: &[Column<'_>], lanes: usize) -> Self {
        let blank = || vec![vec![f64::NAN; lanes]; tape.nodes.len()];
        let mut page = Self { tape, lanes, base: blank(), changed: Vec::new() };
        for index in 0..tape.nodes.len() {
            let mut result = std::mem::take(&mut page.base[index]);
            fill(tape.nodes[index], columns, |operand| &page.base[operand], &mut result);
            page.base[index] = result;
        }
        page.changed = blank();
        page
    }

    /// An output's values as first computed.
    #[must_use]
    pub fn output(&self, output: usize) -> &[f64] {
        &self.base[self.tape.outputs[output]]
    }

    /// Computes a cone again with other columns and gives, for each output of the cone, its new values. The other
    /// outputs keep what [`Page::output`] gives.
    pub fn rerun(&mut self, cone: &Cone, columns: &[Column<'_>]) -> Vec<&[f64]> {
        let mut inside = vec![false; self.tape.nodes.len()];
        for &index in &cone.nodes {
            inside[index] = true;
            let mut result = std::mem::take(&mut self.changed[index]);
            let read = |operand: usize| if inside[operand] { &self.changed[operand] } else { &self.base[operand] };
            fill(self.tape.nodes[index], columns, read, &mut result);
            self.changed[index] = result;
        }
        cone.outputs.iter().map(|output| self.changed[self.tape.outputs[*output]].as_slice()).collect()
    }

    /// How many samples there are.
    #[must_use]
    pub fn lanes(&self) -> usize {
        self.lanes
    }
}

fn fill<'v>(operation: Operation, columns: &[Column<'_>], read: impl Fn(usize) -> &'v Vec<f64>, result: &mut [f64]) {
    match operation {
        Operation::Constant(value) => result.fill(value),
        Operation::Input(input) => match columns.get(input) {
            Some(Column::Same(value)) => result.fill(*value),
            Some(Column::Each(values)) if values.len() >= result.len() => {
                result.copy_from_slice(&values[..result.len()]);
            }
            _ => result.fill(f64::NAN),
        },
        Operation::Unary(operator, operand) => unary(operator, Operand::Each(read(operand)), result),
        Operation::Binary(operator, left, right) => {
            binary(operator, Operand::Each(read(left)), Operand::Each(read(right)), result);
        }
    }
}
