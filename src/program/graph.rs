//! Operations as a graph in which equal operations are one node, and tapes cut from it.
//!
//! Knows no evaluator; those are in the files beside it.

use crate::formula::operator::{Binary, Unary};
use rustc_hash::FxHashMap;

/// Index of a node in its graph or tape.
pub type Index = usize;

/// What a node computes. Operands have smaller indices than the node itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Operation {
    /// A fixed number.
    Constant(f64),
    /// The n-th input.
    Input(usize),
    /// An operation on one operand.
    Unary(Unary, Index),
    /// An operation on two operands.
    Binary(Binary, Index, Index),
}

#[derive(PartialEq, Eq, Hash)]
enum Key {
    Constant(u64),
    Input(usize),
    Unary(Unary, Index),
    Binary(Binary, Index, Index),
}

/// Operations in topological order, each kept once; operations on constants are done at once.
#[derive(Default)]
pub struct Graph {
    nodes: Vec<Operation>,
    known: FxHashMap<Key, Index>,
    inputs: usize,
}

impl Graph {
    /// The node of a number.
    pub fn constant(&mut self, value: f64) -> Index {
        self.intern(Key::Constant(value.to_bits()), Operation::Constant(value))
    }

    /// The node of the n-th input.
    pub fn input(&mut self, input: usize) -> Index {
        self.inputs = self.inputs.max(input + 1);
        self.intern(Key::Input(input), Operation::Input(input))
    }

    /// The node of an operation on one operand.
    pub fn unary(&mut self, operator: Unary, operand: Index) -> Index {
        if let Operation::Constant(x) = self.nodes[operand] {
            return self.constant(operator.value(x));
        }
        self.intern(Key::Unary(operator, operand), Operation::Unary(operator, operand))
    }

    /// The node of an operation on two operands.
    pub fn binary(&mut self, operator: Binary, left: Index, right: Index) -> Index {
        if let (Operation::Constant(a), Operation::Constant(b)) = (self.nodes[left], self.nodes[right]) {
            return self.constant(operator.value(a, b));
        }
        // Sums and products do not depend on the order of two operands, not even in the last bit.
        let swap = matches!(operator, Binary::Add | Binary::Mul) && left > right;
        let (left, right) = if swap { (right, left) } else { (left, right) };
        self.intern(Key::Binary(operator, left, right), Operation::Binary(operator, left, right))
    }

    fn intern(&mut self, key: Key, operation: Operation) -> Index {
        *self.known.entry(key).or_insert_with(|| {
            self.nodes.push(operation);
            self.nodes.len() - 1
        })
    }

    /// How many different operations there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// The part that some nodes need, with these nodes as its outputs in the order given.
    #[must_use]
    pub fn tape(&self, outputs: &[Index]) -> Tape {
        pruned(&self.nodes, outputs, self.inputs)
    }
}

/// The part of some operations that some of them need.
fn pruned(nodes: &[Operation], outputs: &[Index], inputs: usize) -> Tape {
    let mut needed = vec![false; nodes.len()];
    for output in outputs {
        needed[*output] = true;
    }
    for index in (0..nodes.len()).rev() {
        if needed[index] {
            for operand in operands(nodes[index]).into_iter().flatten() {
                needed[operand] = true;
            }
        }
    }
    let mut place = vec![0; nodes.len()];
    let mut kept = Vec::new();
    for (index, operation) in nodes.iter().enumerate().filter(|(index, _)| needed[*index]) {
        place[index] = kept.len();
        kept.push(match *operation {
            Operation::Unary(operator, operand) => Operation::Unary(operator, place[operand]),
            Operation::Binary(operator, left, right) => Operation::Binary(operator, place[left], place[right]),
            leaf => leaf,
        });
    }
    Tape { nodes: kept, outputs: outputs.iter().map(|output| place[*output]).collect(), inputs }
}

/// The operands of an operation.
pub(super) fn operands(operation: Operation) -> [Option<Index>; 2] {
    match operation {
        Operation::Constant(_) | Operation::Input(_) => [None, None],
        Operation::Unary(_, operand) => [Some(operand), None],
        Operation::Binary(_, left, right) => [Some(left), Some(right)],
    }
}

/// The operations that some outputs need, operands first.
#[derive(Clone, Debug, PartialEq)]
pub struct Tape {
    pub(super) nodes: Vec<Operation>,
    pub(super) outputs: Vec<Index>,
    pub(super) inputs: usize,
}

impl Tape {
    /// A graph of the same nodes with the same indices, in which more operations can be looked up; those that are not
    /// among the nodes come after them.
    #[must_use]
    pub fn graph(&self) -> Graph {
        let mut graph = Graph { inputs: self.inputs, ..Graph::default() };
        for (index, operation) in self.nodes.iter().enumerate() {
            let key = match *operation {
                Operation::Constant(value) => Key::Constant(value.to_bits()),
                Operation::Input(input) => Key::Input(input),
                Operation::Unary(operator, operand) => Key::Unary(operator, operand),
                Operation::Binary(operator, left, right) => Key::Binary(operator, left, right),
            };
            graph.known.insert(key, index);
            graph.nodes.push(*operation);
        }
        graph
    }

    /// The part that some nodes need, with these as its outputs in the order given.
    #[must_use]
    pub fn part(&self, nodes: &[Index]) -> Self {
        pruned(&self.nodes, nodes, self.inputs)
    }

    /// The part that some outputs need, with these as its outputs in the order given.
    #[must_use]
    pub fn restricted(&self, outputs: &[usize]) -> Self {
        let nodes: Vec<Index> = outputs.iter().filter_map(|output| self.outputs.get(*output).copied()).collect();
        pruned(&self.nodes, &nodes, self.inputs)
    }

    /// The same over inputs with new numbers, of which there are `count`: `places` has each input's.
    #[must_use]
    pub(crate) fn renumbered(mut self, places: &[usize], count: usize) -> Self {
        for node in &mut self.nodes {
            if let Operation::Input(input) = node {
                *input = places[*input];
            }
        }
        self.inputs = count;
        self
    }

    /// The operations.
    #[must_use]
    pub fn nodes(&self) -> &[Operation] {
        &self.nodes
    }

    /// The nodes whose values are the results.
    #[must_use]
    pub fn outputs(&self) -> &[Index] {
        &self.outputs
    }

    /// How many inputs an evaluation is given.
    #[must_use]
    pub fn inputs(&self) -> usize {
        self.inputs
    }

    /// The value of every node for one value of each input; missing inputs are not-a-number.
    #[must_use]
    pub fn values(&self, inputs: &[f64]) -> Vec<f64> {
        let mut values: Vec<f64> = Vec::with_capacity(self.nodes.len());
        for operation in &self.nodes {
            values.push(match *operation {
                Operation::Constant(value) => value,
                Operation::Input(input) => inputs.get(input).copied().unwrap_or(f64::NAN),
                Operation::Unary(operator, operand) => operator.value(values[operand]),
                Operation::Binary(operator, left, right) => operator.value(values[left], values[right]),
            });
        }
        values
    }

    /// The outputs for one value of each input.
    #[must_use]
    pub fn results(&self, inputs: &[f64]) -> Vec<f64> {
        let values = self.values(inputs);
        self.outputs.iter().map(|output| values[*output]).collect()
    }

    /// For each node, whether it depends on one of some inputs.
    #[must_use]
    pub(crate) fn depends_on(&self, is_chosen: impl Fn(usize) -> bool) -> Vec<bool> {
        let mut depends: Vec<bool> = Vec::with_capacity(self.nodes.len());
        for operation in &self.nodes {
            depends.push(match *operation {
                Operation::Constant(_) => false,
                Operation::Input(input) => is_chosen(input),
                other => operands(other).into_iter().flatten().any(|operand| depends[operand]),
            });
        }
        depends
    }
}
