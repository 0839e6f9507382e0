//! How the result of an operation moves with an input: bounds of its slope and of its elasticity.
//!
//! A slope is the derivative, and that of what moves in steps anything in its direction. An elasticity is the change in
//! per cent per per cent: `x f'(x) / f(x)`. Each bounds the other where the signs of input and result are known.

use super::operations::{
    ONE, RISING, ZERO, difference, has_one_sign, hull, is_positive, meet, negated, product, quotient, sum,
};
use crate::formula::operator::{Binary, Unary};
use crate::quantity::interval::Interval;

const HALF: Interval = Interval { low: 0.5, high: 0.5, undefined: false };

/// Which way a result moves as an input grows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Rising,
    Falling,
}

/// Bounds of a result's slope and elasticity in one input.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slope {
    pub(super) by_unit: Interval,
    /// Everything where the sign of the input or of the result is not known.
    elasticity: Interval,
}

impl Slope {
    /// Of what the input does not move.
    pub(super) const NONE: Self = Self { by_unit: ZERO, elasticity: ZERO };

    /// Of the input itself.
    pub(super) fn of_input(x: Interval) -> Self {
        Self { by_unit: ONE, elasticity: if has_one_sign(x) { ONE } else { Interval::everything() } }
    }

    /// The direction, where there is only one.
    pub(super) fn direction(&self) -> Option<Direction> {
        if self.by_unit.low >= 0.0 {
            Some(Direction::Rising)
        } else if self.by_unit.high <= 0.0 {
            Some(Direction::Falling)
        } else {
            None
        }
    }

    fn of(by_unit: Interval) -> Self {
        Self { by_unit, elasticity: Interval::everything() }
    }

    fn reversed(self) -> Self {
        Self { by_unit: negated(self.by_unit), ..self }
    }

    /// What slope and elasticity tell about one another, for an input within `x` and a result within `y`.
    pub(super) fn reconciled(self, x: Interval, y: Interval) -> Self {
        if !has_one_sign(x) || !has_one_sign(y) {
            return Self { elasticity: Interval::everything(), ..self };
        }
        let elasticity = meet(self.elasticity, quotient(product(self.by_unit, x), y));
        let by_unit = meet(self.by_unit, quotient(product(elasticity, y), x));
        Self { by_unit, elasticity }
    }

    /// Of what moves by this with something that itself moves with the input.
    pub(super) fn through(self, inner: Self) -> Self {
        Self { by_unit: product(self.by_unit, inner.by_unit), elasticity: product(self.elasticity, inner.elasticity) }
    }

    /// Of what moves with the input in two ways.
    pub(super) fn plus(self, other: Self) -> Self {
        Self { by_unit: sum(self.by_unit, other.by_unit), elasticity: sum(self.elasticity, other.elasticity) }
    }

    /// What two ways to find the same have in common.
    pub(super) fn and(self, other: Self) -> Self {
        Self { by_unit: meet(self.by_unit, other.by_unit), elasticity: meet(self.elasticity, other.elasticity) }
    }

    /// Of either of two results.
    fn of_either(self, other: Self) -> Self {
        Self { by_unit: hull(self.by_unit, other.by_unit), elasticity: hull(self.elasticity, other.elasticity) }
    }
}

/// The slope of `operator(a)` in an input within `x`, where `result` bounds the value and `slope` is that of `a`.
pub(super) fn unary(operator: Unary, a: Interval, slope: Slope, result: Interval, x: Interval) -> Slope {
    let Slope { by_unit, elasticity } = slope;
    match operator {
        Unary::Neg => slope.reversed(),
        Unary::Abs if a.low >= 0.0 => slope,
        Unary::Abs if a.high <= 0.0 => slope.reversed(),
        Unary::Abs => Slope::of(hull(by_unit, negated(by_unit))),
        Unary::Sqrt => {
            Slope { by_unit: quotient(product(by_unit, HALF), result), elasticity: product(elasticity, HALF) }
        }
        Unary::Ln => Slope { by_unit: quotient(by_unit, a), elasticity: quotient(elasticity, result) },
        Unary::Exp => Slope { by_unit: product(by_unit, result), elasticity: product(by_unit, x) },
        Unary::Ceil | Unary::Floor => Slope::of(product(by_unit, RISING)),
    }
}

/// The slope of an operation on two operands in an input within `x`; each operand with its bounds and its slope.
pub(super) fn binary(
    operator: Binary,
    (a, by_a): (Interval, Slope),
    (b, by_b): (Interval, Slope),
    result: Interval,
    x: Interval,
) -> Slope {
    match operator {
        Binary::Add => added((a, by_a), (b, by_b), result),
        Binary::Sub => added((a, by_a), (negated(b), by_b.reversed()), result),
        Binary::Mul => Slope {
            by_unit: sum(product(by_a.by_unit, b), product(by_b.by_unit, a)),
            elasticity: sum(by_a.elasticity, by_b.elasticity),
        },
        Binary::Div => Slope {
            by_unit: quotient(difference(by_a.by_unit, product(result, by_b.by_unit)), b),
            elasticity: difference(by_a.elasticity, by_b.elasticity),
        },
        Binary::Pow => power((a, by_a), (b, by_b), result, x),
        Binary::Min if a.high <= b.low => by_a,
        Binary::Min if b.high <= a.low => by_b,
        Binary::Max if a.low >= b.high => by_a,
        Binary::Max if b.low >= a.high => by_b,
        Binary::Min | Binary::Max => by_a.of_either(by_b),
    }
}

/// The elasticity of a sum is the mean of its terms', weighted with their parts of the sum.
fn added((a, by_a): (Interval, Slope), (b, by_b): (Interval, Slope), result: Interval) -> Slope {
    let by_unit = sum(by_a.by_unit, by_b.by_unit);
    if !has_one_sign(result) {
        return Slope::of(by_unit);
    }
    let total = sum(ONE, quotient(b, a));
    let is_known = has_one_sign(a) && (is_positive(total) || total.high < 0.0);
    let parts = quotient(a, result);
    let part = if is_known { meet(quotient(ONE, total), parts) } else { parts };
    let at = |part: f64| {
        let (own, other) = (Interval::point(part), Interval::point(1.0 - part));
        sum(product(own, by_a.elasticity), product(other, by_b.elasticity))
    };
    if part.low.is_infinite() || part.high.is_infinite() {
        return Slope::of(by_unit);
    }
    Slope { by_unit, elasticity: hull(at(part.low), at(part.high)) }
}

fn power((a, by_a): (Interval, Slope), (b, by_b): (Interval, Slope), result: Interval, x: Interval) -> Slope {
    #[expect(clippy::float_cmp, reason = "a single exponent is exact")]
    if b.low == b.high {
        let less = super::operations::binary(Binary::Pow, a, Interval::point(b.low - 1.0), false);
        return Slope { by_unit: product(by_a.by_unit, product(b, less)), elasticity: product(by_a.elasticity, b) };
    }
    // The logarithm of the power is `b ln a`.
    let logarithm = super::operations::unary(Unary::Ln, a);
    let relative = sum(product(b, quotient(by_a.by_unit, a)), product(by_b.by_unit, logarithm));
    Slope {
        by_unit: product(relative, result),
        elasticity: sum(product(b, by_a.elasticity), product(product(by_b.by_unit, x), logarithm)),
    }
}
