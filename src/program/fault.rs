//! Tells why an output has no value: it is undefined, or beyond the largest number that there is.
//!
//! An infinity alone does not tell: one over zero is infinite and undefined, the exponential of a thousand is a number,
//! only too large. So the operations are followed back to those where finite operands first gave no finite value.

use super::graph::{Operation, Tape, operands};
use crate::formula::operator::{Binary, Unary};

/// Why there is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Fault {
    /// It is beyond the largest double, about 1.8e308.
    Overflow,
    /// Something is divided by zero, or an operator has no result for its operands.
    Undefined,
}

impl Fault {
    /// Its name in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Overflow => "overflow",
            Self::Undefined => "undefined",
        }
    }

    /// The number that stands for it: an infinity for what is too large, else not-a-number.
    #[must_use]
    pub fn value(self, computed: f64) -> f64 {
        match self {
            Self::Overflow if computed.is_infinite() => computed,
            Self::Overflow => f64::INFINITY,
            Self::Undefined => f64::NAN,
        }
    }
}

impl Tape {
    /// Why an output has no finite value, where `values` has that of each node; nothing where it has one.
    #[must_use]
    pub fn fault(&self, output: usize, values: &[f64]) -> Option<Fault> {
        let root = *self.outputs.get(output)?;
        let is_off = |node: usize| values.get(node).is_none_or(|value| !value.is_finite());
        if !is_off(root) {
            return None;
        }
        let mut open = vec![false; self.nodes.len()];
        *open.get_mut(root)? = true;
        let mut worst = None;
        for index in (0..=root).rev().filter(|index| is_off(*index)) {
            if !open[index] {
                continue;
            }
            let mut begins = true;
            for operand in operands(self.nodes[index]).into_iter().flatten().filter(|operand| is_off(*operand)) {
                open[operand] = true;
                begins = false;
            }
            if begins {
                worst = worst.max(Some(begun(self.nodes[index], values, values.get(index).copied())));
            }
        }
        worst
    }
}

/// What an operation is at fault for whose operands are finite.
fn begun(operation: Operation, values: &[f64], value: Option<f64>) -> Fault {
    let is_zero = |node: usize| values.get(node).is_some_and(|value| *value == 0.0);
    let by_zero = match operation {
        Operation::Unary(operator, _) => operator == Unary::Ln,
        Operation::Binary(Binary::Div, _, zero) | Operation::Binary(Binary::Pow, zero, _) => is_zero(zero),
        _ => false,
    };
    if by_zero || value.is_none_or(f64::is_nan) { Fault::Undefined } else { Fault::Overflow }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::Graph;

    #[test]
    fn what_is_too_large_is_told_from_what_is_undefined() {
        let of = |make: &dyn Fn(&mut Graph, usize, usize) -> usize, x: f64, y: f64| {
            let mut graph = Graph::default();
            let (a, b) = (graph.input(0), graph.input(1));
            let root = make(&mut graph, a, b);
            let tape = graph.tape(&[root]);
            tape.fault(0, &tape.values(&[x, y]))
        };
        let over = |graph: &mut Graph, a, b| graph.binary(Binary::Div, a, b);
        assert_eq!(of(&over, 1.0, 2.0), None);
        assert_eq!(of(&over, 1.0, 0.0), Some(Fault::Undefined));
        assert_eq!(of(&over, 0.0, 0.0), Some(Fault::Undefined));
        assert_eq!(of(&over, 1e300, 1e-300), Some(Fault::Overflow));
        let product = |graph: &mut Graph, a, b| graph.binary(Binary::Mul, a, b);
        assert_eq!(of(&product, 1e300, 1e300), Some(Fault::Overflow));
        assert_eq!(of(&product, f64::NAN, 1.0), Some(Fault::Undefined));
        assert_eq!(of(&|graph, a, _| graph.unary(Unary::Exp, a), 800.0, 0.0), Some(Fault::Overflow));
        assert_eq!(of(&|graph, a, _| graph.unary(Unary::Ln, a), 0.0, 0.0), Some(Fault::Undefined));
        assert_eq!(of(&|graph, a, b| graph.binary(Binary::Pow, a, b), 0.0, -1.0), Some(Fault::Undefined));
        assert_eq!(of(&|graph, a, b| graph.binary(Binary::Pow, a, b), 10.0, 400.0), Some(Fault::Overflow));
        // Infinity less infinity is no number, but it is the size of both that is at fault.
        let cancelled = |graph: &mut Graph, a, b| {
            let (first, second) = (graph.binary(Binary::Mul, a, a), graph.binary(Binary::Mul, b, b));
            graph.binary(Binary::Sub, first, second)
        };
        assert_eq!(of(&cancelled, 1e200, 1e250), Some(Fault::Overflow));
        // What `min` does not take is at no fault.
        let least = |graph: &mut Graph, a, b| {
            let over = graph.binary(Binary::Div, a, b);
            graph.binary(Binary::Min, over, a)
        };
        assert_eq!(of(&least, 1.0, 0.0), None);
    }
}
