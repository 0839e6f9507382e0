//! The value of one node at a corner of a box, and its limit where the corner itself has none.

use super::extent::{End, FAR, Side};
use super::slope::{Direction, Slope};
use crate::formula::operator::{Binary, Unary};
use crate::program::graph::{Index, Operation, Tape, operands};
use rustc_hash::FxHashSet;

/// What is as small as this next to an open end is zero at the end.
const NOTHING: f64 = 1e-30;

/// The operations that one node needs, over numbers.
pub(super) struct Cone<'a> {
    tape: &'a Tape,
    root: Index,
    nodes: Vec<Index>,
    values: Vec<f64>,
}

impl<'a> Cone<'a> {
    pub(super) fn new(tape: &'a Tape, root: Index) -> Self {
        // Most cones are small beside the tape, so that it is not gone over.
        let (mut nodes, mut open, mut seen) = (Vec::new(), vec![root], FxHashSet::default());
        while let Some(node) = open.pop() {
            if seen.insert(node) {
                nodes.push(node);
                open.extend(operands(tape.nodes[node]).into_iter().flatten());
            }
        }
        nodes.sort_unstable();
        Self { tape, root, nodes, values: vec![f64::NAN; root + 1] }
    }

    /// The inputs that the node depends on.
    pub(super) fn inputs(&self) -> impl Iterator<Item = usize> {
        self.nodes.iter().filter_map(|node| match self.tape.nodes[*node] {
            Operation::Input(input) => Some(input),
            _ => None,
        })
    }

    fn at(&mut self, input: impl Fn(usize) -> f64) -> f64 {
        for node in &self.nodes {
            self.values[*node] = match self.tape.nodes[*node] {
                Operation::Constant(value) => value,
                Operation::Input(position) => input(position),
                Operation::Unary(operator, operand) => operator.value(self.values[operand]),
                Operation::Binary(operator, left, right) => operator.value(self.values[left], self.values[right]),
            };
        }
        self.values[self.root]
    }

    /// Whether an operation of the last evaluation stood at a pole.
    fn was_at_pole(&self) -> bool {
        self.nodes.iter().any(|node| match self.tape.nodes[*node] {
            Operation::Unary(Unary::Ln, operand) => self.values[operand] == 0.0,
            Operation::Binary(Binary::Div, _, below) => self.values[below] == 0.0,
            Operation::Binary(Binary::Pow, base, exponent) => self.values[base] == 0.0 && self.values[exponent] < 0.0,
            _ => false,
        })
    }

    /// The value where each side is pinned, or in its middle. At a pole or without end: what the values tend to
    /// from inside the box.
    pub(super) fn limit(&mut self, sides: &[Side<'_>]) -> f64 {
        let value = self.at(|input| sides[input].middle());
        let is_tiny = |side: &Side<'_>| side.middle() != 0.0 && side.middle().abs() < f64::MIN_POSITIVE;
        let beyond = self.inputs().any(|input| is_tiny(&sides[input]) || !sides[input].middle().is_finite());
        if value.is_nan() || self.was_at_pole() {
            return self.tends_to(sides);
        }
        if !beyond {
            return value;
        }
        let end = self.at(|input| if is_tiny(&sides[input]) { 0.0 } else { sides[input].middle() });
        if (end.is_infinite() && end.is_sign_negative() == value.is_sign_negative())
            || (end == 0.0 && value.abs() < NOTHING)
        {
            end
        } else {
            value
        }
    }

    /// What two steps from inside the box towards the corner tell: where they agree it is their value, else it grows
    /// without end.
    fn tends_to(&mut self, sides: &[Side<'_>]) -> f64 {
        /// How far a side without an end is followed, and the part of its width that another keeps from its end: far
        /// steps first, as near ones may be too coarse; an exponential allows but near ones.
        const STEPS: [(f64, f64); 5] = [(FAR, 1e-12), (1e60, 1e-10), (1e25, 1e-9), (1e9, 1e-8), (600.0, 1e-8)];
        for (far, near) in STEPS {
            let beside = |side: &Side<'_>, part: f64, far: f64| {
                let value = side.middle();
                if value.is_finite() { value + side.inwards() * part } else { far.copysign(value) }
            };
            let nearer = self.at(|input| beside(&sides[input], near, far));
            if nearer.is_nan() || self.was_at_pole() {
                continue;
            }
            let farther = self.at(|input| beside(&sides[input], near * 1e4, libm::sqrt(far)));
            return if nearer.abs() < NOTHING {
                0.0
            } else if nearer.abs() > 1.5 * farther.abs() {
                f64::INFINITY.copysign(nearer)
            } else {
                nearer
            };
        }
        f64::NAN
    }

    /// The value at the corner where a node with known directions is least or greatest.
    pub(super) fn corner(&mut self, sides: &[Side<'_>], slopes: &[(usize, Slope)], end: End) -> f64 {
        let mut corner = sides.to_vec();
        pin(&mut corner, slopes, end);
        self.limit(&corner)
    }
}

/// Pins the inputs whose direction is known to where the result is least or greatest. Whether there were any.
pub(super) fn pin(sides: &mut [Side<'_>], slopes: &[(usize, Slope)], end: End) -> bool {
    let mut any = false;
    for (input, slope) in slopes {
        let Some(direction) = slope.direction().filter(|_| sides[*input].is_open()) else { continue };
        let is_high = (direction == Direction::Rising) == (end == End::High);
        sides[*input] = sides[*input].pinned(if is_high { End::High } else { End::Low });
        any = true;
    }
    any
}
