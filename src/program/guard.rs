//! Finds operations that have no result, or are near a pole, for some values of the inputs: where intervals cannot
//! exclude it, smaller intervals are tried.
//!
//! A denominator that can be zero or change its sign, the root of what can be negative, the logarithm of what can be
//! zero or negative, and powers that have the same trouble. Splitting the inputs' intervals makes bounds of an operand
//! tighter (Moore 1966, "Interval Analysis", chapter 4): what remains after a fixed number of pieces is in doubt. Knows
//! nothing of how likely values are.

use super::graph::{Index, Operation, Tape, operands};
use crate::formula::operator::{Binary, Unary};
use crate::quantity::interval::Interval;

/// What can be wrong with an operand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// A denominator is zero or of the opposite sign.
    Denominator,
    /// A root is taken of a negative number.
    Root,
    /// A logarithm is taken of zero or a negative number.
    Logarithm,
    /// A power is taken of a base that has none with the exponent.
    Power,
}

/// An operation in doubt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Doubt {
    /// The operation's node.
    pub node: Index,
    /// What can be wrong.
    pub trouble: Trouble,
    /// The operand that decides, and the exponent of a power.
    pub operand: Index,
    /// The exponent's node.
    pub exponent: Option<Index>,
}

impl Doubt {
    pub(super) fn of(node: Index, operation: Operation) -> Option<Self> {
        let (trouble, operand, exponent) = match operation {
            Operation::Binary(Binary::Div, _, below) => (Trouble::Denominator, below, None),
            Operation::Unary(Unary::Sqrt, of) => (Trouble::Root, of, None),
            Operation::Unary(Unary::Ln, of) => (Trouble::Logarithm, of, None),
            Operation::Binary(Binary::Pow, base, exponent) => (Trouble::Power, base, Some(exponent)),
            _ => return None,
        };
        Some(Self { node, trouble, operand, exponent })
    }

    /// The nodes whose values decide.
    #[must_use]
    pub fn nodes(&self) -> Vec<Index> {
        std::iter::once(self.operand).chain(self.exponent).collect()
    }

    /// Whether intervals of the operand and the exponent exclude trouble.
    pub(super) fn is_excluded(self, operand: Interval, exponent: Option<Interval>) -> bool {
        match self.trouble {
            Trouble::Denominator => !operand.has_zero(),
            Trouble::Root => operand.low >= 0.0,
            Trouble::Logarithm => operand.low > 0.0,
            Trouble::Power => exponent.is_none_or(|exponent| {
                #[expect(clippy::float_cmp, reason = "a single whole exponent is exact")]
                let is_whole = exponent.low == exponent.high && exponent.low == libm::trunc(exponent.low);
                (operand.low >= 0.0 || is_whole) && (!operand.has_zero() || exponent.low >= 0.0)
            }),
        }
    }

    /// How far a value of the operand is from trouble, zero or less where it is in it; `sign` is the one that a
    /// denominator should have. Not a number where the operand is none.
    #[must_use]
    pub fn distance(&self, operand: f64, exponent: f64, sign: f64) -> f64 {
        match self.trouble {
            Trouble::Denominator => operand * sign,
            // A root of zero is one.
            Trouble::Root => operand.next_up(),
            Trouble::Logarithm => operand,
            Trouble::Power => match (exponent < 0.0, exponent % 1.0 == 0.0) {
                (false, true) => f64::INFINITY,
                (false, false) => operand.next_up(),
                // An even power has the same sign on both sides of its pole.
                (true, true) if exponent % 2.0 == 0.0 => operand.abs(),
                (true, true) => operand * sign,
                (true, false) => operand,
            },
        }
    }
}

/// Pieces that the inputs' intervals are split into for one operation, at most.
const PIECES: usize = 512;

/// Nodes that are bounded for all operations together, at most.
const BUDGET: usize = 1 << 18;

impl Tape {
    /// The operations in doubt when every input lies in an interval.
    #[must_use]
    pub fn doubts(&self, inputs: &[Interval]) -> Vec<Doubt> {
        if !self.nodes.iter().enumerate().any(|(node, operation)| Doubt::of(node, *operation).is_some()) {
            return Vec::new();
        }
        let bounds = self.bounds(inputs);
        let mut budget = BUDGET;
        let all = self.nodes.iter().enumerate().filter_map(|(node, operation)| Doubt::of(node, *operation));
        let flagged =
            all.filter(|doubt| !doubt.is_excluded(bounds[doubt.operand], doubt.exponent.map(|at| bounds[at])));
        flagged.filter(|doubt| !self.is_cleared(*doubt, inputs, &mut budget)).collect()
    }

    /// Whether pieces of the inputs' intervals exclude all trouble.
    fn is_cleared(&self, doubt: Doubt, inputs: &[Interval], budget: &mut usize) -> bool {
        let part = self.part(&doubt.nodes());
        let mut moving = Vec::new();
        for node in &part.nodes {
            if let Operation::Input(input) = node
                && inputs.get(*input).is_some_and(|interval| interval.low < interval.high)
            {
                moving.push(*input);
            }
        }
        let mut open = vec![inputs.to_vec()];
        for _ in 0..PIECES {
            let Some(piece) = open.pop() else { return true };
            if *budget < part.nodes.len() {
                return false;
            }
            *budget -= part.nodes.len();
            let bounds = part.output_bounds(&piece);
            if doubt.is_excluded(bounds[0], bounds.get(1).copied()) {
                continue;
            }
            // The input of which the piece has the greatest share is halved.
            let share = |input: &usize| {
                let (whole, piece) = (inputs[*input], piece[*input]);
                (piece.high - piece.low) / (whole.high - whole.low)
            };
            let Some(widest) = moving.iter().copied().max_by(|a, b| share(a).total_cmp(&share(b)).then(b.cmp(a)))
            else {
                return false;
            };
            let Interval { low, high, .. } = piece[widest];
            let middle = f64::midpoint(low, high);
            // Trouble at a corner of the last piece is no artefact of its width.
            if !(low < middle && middle < high) {
                return false;
            }
            for half in [Interval::new(low, middle), Interval::new(middle, high)] {
                let mut next = piece.clone();
                next[widest] = half;
                open.push(next);
            }
        }
        open.is_empty()
    }

    /// The inputs that some nodes depend on, ascending.
    #[must_use]
    pub fn inputs_of(&self, nodes: &[Index]) -> Vec<usize> {
        let mut needed = vec![false; self.nodes.len()];
        let mut found = Vec::new();
        for node in nodes {
            needed[*node] = true;
        }
        for node in (0..self.nodes.len()).rev() {
            if !needed[node] {
                continue;
            }
            if let Operation::Input(input) = self.nodes[node] {
                found.push(input);
            }
            for operand in operands(self.nodes[node]).into_iter().flatten() {
                needed[operand] = true;
            }
        }
        found.sort_unstable();
        found
    }
}
