//! One sweep over a box: bounds of every node, and of its slope in every input that is not pinned.
//!
//! Slopes are found in two ways, each of which knows what the other does not: by inputs alone, and by inputs together
//! with the results that are used more than once. `n / (n + 1)` rises with `n` whatever `n` is, though bounds of how `n`
//! moves with an input do not tell.

use super::extent::{End, Side};
use super::operations;
use super::point::Cone;
use super::slope::{self, Slope};
use crate::formula::operator::Binary;
use crate::program::graph::{Index, Operation, Tape, operands};
use crate::quantity::interval::Interval;
use std::collections::BTreeMap;

/// Slopes by variable, ascending; those that do not move the node are left out. Of n inputs, those before n are by an
/// input in all ways, those from there to 2 n by an input outside the results that are variables themselves, and those
/// from 2 n on by such results.
type Slopes = Vec<(usize, Slope)>;

/// What is known of every node.
pub(super) struct Sweep<'a> {
    tape: &'a Tape,
    sides: &'a [Side<'a>],
    /// Nodes that are variables themselves.
    is_variable: Vec<bool>,
    pub(super) values: Vec<Interval>,
    slopes: Vec<Slopes>,
    /// Slopes of the nodes that are variables, by those below.
    inside: Vec<Slopes>,
}

impl<'a> Sweep<'a> {
    pub(super) fn over(tape: &'a Tape, sides: &'a [Side<'a>]) -> Self {
        let count = tape.nodes.len();
        let (values, slopes) = (Vec::with_capacity(count), Vec::with_capacity(count));
        let is_variable = variables(tape);
        let mut sweep = Self { tape, sides, is_variable, values, slopes, inside: vec![Vec::new(); count] };
        for (node, operation) in tape.nodes.iter().enumerate() {
            sweep.add(node, *operation);
        }
        for root in &tape.outputs {
            sweep.resolve(*root);
        }
        sweep
    }

    /// Slopes of a node by input.
    pub(super) fn slopes(&self, node: Index) -> &[(usize, Slope)] {
        let all = &self.slopes[node];
        &all[..all.partition_point(|(variable, _)| *variable < self.sides.len())]
    }

    fn within(&self, variable: usize) -> Interval {
        let inputs = self.sides.len();
        if variable < 2 * inputs {
            self.sides[variable % inputs].interval()
        } else {
            self.values[variable - 2 * inputs]
        }
    }

    fn add(&mut self, node: Index, operation: Operation) {
        let inputs = self.sides.len();
        let (value, slopes, is_shared) = match operation {
            Operation::Constant(value) => (Interval::point(value), Vec::new(), false),
            Operation::Input(input) => {
                let side = self.sides[input];
                let own = Slope::of_input(side.interval());
                let slopes = if side.is_open() { vec![(input, own), (inputs + input, own)] } else { Vec::new() };
                (side.interval(), slopes, false)
            }
            Operation::Unary(operator, a) => {
                let value = operations::unary(operator, self.values[a]);
                let of = |(variable, slope): &(usize, Slope)| {
                    let x = self.within(*variable);
                    let slope = slope::unary(operator, self.values[a], *slope, value, x);
                    (*variable, slope.reconciled(x, value))
                };
                (value, self.slopes[a].iter().map(of).collect(), false)
            }
            Operation::Binary(operator, a, b) => self.joined(operator, a, b),
        };
        self.values.push(value);
        self.slopes.push(slopes);
        if is_shared {
            self.tighten(node);
        }
        if self.is_variable[node] && !self.slopes[node].is_empty() {
            if !is_shared {
                self.resolve(node);
            }
            let plain = self.slopes(node).len();
            self.inside[node] = self.slopes[node].split_off(plain);
            self.slopes[node].push((2 * inputs + node, Slope::of_input(self.values[node])));
        }
    }

    /// An operation on two operands, and whether a variable moves both.
    fn joined(&self, operator: Binary, a: Index, b: Index) -> (Interval, Slopes, bool) {
        let (of_a, of_b) = (&self.slopes[a], &self.slopes[b]);
        let (left, right) = (self.values[a], self.values[b]);
        let value = operations::binary(operator, left, right, a == b);
        if a == b && matches!(operator, Binary::Sub | Binary::Div) {
            return (value, Vec::new(), false);
        }
        let mut slopes = Vec::with_capacity(of_a.len() + of_b.len());
        let mut is_shared = false;
        let (mut next_a, mut next_b) = (0, 0);
        loop {
            let (first, second) = (of_a.get(next_a), of_b.get(next_b));
            let variable = match (first, second) {
                (None, None) => break,
                (Some((variable, _)), None) | (None, Some((variable, _))) => *variable,
                (Some((first, _)), Some((second, _))) => *first.min(second),
            };
            let by_a = first.filter(|(at, _)| *at == variable).map(|(_, slope)| *slope);
            let by_b = second.filter(|(at, _)| *at == variable).map(|(_, slope)| *slope);
            next_a += usize::from(by_a.is_some());
            next_b += usize::from(by_b.is_some());
            // What moves both terms of a sum the same way gives it the ends that its terms have.
            let agree = by_a.zip(by_b).is_some_and(|(by_a, by_b)| {
                matches!(operator, Binary::Add | Binary::Max | Binary::Min)
                    && by_a.direction().is_some()
                    && by_a.direction() == by_b.direction()
            });
            is_shared |= a != b && variable < self.sides.len() && by_a.is_some() && by_b.is_some() && !agree;
            let (by_a, by_b) = (by_a.unwrap_or(Slope::NONE), by_b.unwrap_or(Slope::NONE));
            let x = self.within(variable);
            let slope = slope::binary(operator, (left, by_a), (right, by_b), value, x);
            slopes.push((variable, slope.reconciled(x, value)));
        }
        (value, slopes, is_shared)
    }

    /// Bounds that corners give, where an operation on two operands that move together has known directions.
    fn tighten(&mut self, node: Index) {
        self.resolve(node);
        let slopes = self.slopes(node);
        if !slopes.iter().all(|(_, slope)| slope.direction().is_some()) {
            return;
        }
        let mut cone = Cone::new(self.tape, node);
        let [low, high] = [End::Low, End::High].map(|end| cone.corner(self.sides, slopes, end));
        if low <= high {
            let value = operations::meet(self.values[node], operations::rounded(Interval::new(low, high)));
            self.values[node] = value;
            let mut slopes = std::mem::take(&mut self.slopes[node]);
            for (variable, slope) in &mut slopes {
                *slope = slope.reconciled(self.within(*variable), value);
            }
            self.slopes[node] = slopes;
        }
    }

    /// Makes use of the slopes by results for those by inputs.
    fn resolve(&mut self, node: Index) {
        let inputs = self.sides.len();
        if self.slopes[node].last().is_none_or(|(variable, _)| *variable < 2 * inputs) {
            return;
        }
        let plain = self.slopes(node).len();
        let mut open: BTreeMap<usize, Slope> = self.slopes[node][plain..].iter().copied().collect();
        while let Some(last) = open.last_entry().filter(|last| *last.key() >= 2 * inputs) {
            let (variable, outer) = last.remove_entry();
            for (below, inner) in &self.inside[variable - 2 * inputs] {
                let way = outer.through(*inner);
                open.entry(*below).and_modify(|slope| *slope = slope.plus(way)).or_insert(way);
            }
        }
        let value = self.values[node];
        for position in 0..plain {
            let (input, slope) = self.slopes[node][position];
            if let Some(other) = open.get(&(inputs + input)) {
                let x = self.sides[input].interval();
                self.slopes[node][position].1 = slope.and(other.reconciled(x, value)).reconciled(x, value);
            }
        }
    }
}

/// Nodes that are worth a variable: what moves in steps, and results that are used more than once.
fn variables(tape: &Tape) -> Vec<bool> {
    let mut uses = vec![0_usize; tape.nodes.len()];
    for operation in &tape.nodes {
        for operand in operands(*operation).into_iter().flatten() {
            uses[operand] += 1;
        }
    }
    let is_worth = |(operation, uses): (&Operation, usize)| match operation {
        Operation::Constant(_) | Operation::Input(_) => false,
        Operation::Unary(operator, _) => uses > 1 || operator.has_steps(),
        Operation::Binary(..) => uses > 1,
    };
    tape.nodes.iter().zip(uses).map(is_worth).collect()
}
