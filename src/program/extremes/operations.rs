//! Bounds of operations where an infinite end stands for what has no end: no value is infinite itself.
//!
//! So `x / (x + 1)` is defined for all `x` from 1 on, and what is greater than zero stays so, however small it gets.
//! The intervals of [`crate::formula::operator`] are those of computed values instead, among which infinities are.

use crate::formula::operator::{Binary, Unary};
use crate::quantity::interval::Interval;

/// The least positive number.
const LEAST: f64 = f64::from_bits(1);

pub(super) const ONE: Interval = Interval { low: 1.0, high: 1.0, undefined: false };
pub(super) const ZERO: Interval = Interval { low: 0.0, high: 0.0, undefined: false };
pub(super) const RISING: Interval = Interval { low: 0.0, high: f64::INFINITY, undefined: false };

pub(super) fn is_positive(x: Interval) -> bool {
    x.low > 0.0
}

/// Whether the values are all at least zero, or all at most zero.
pub(super) fn has_one_sign(x: Interval) -> bool {
    x.low >= 0.0 || x.high <= 0.0
}

fn excludes_zero(x: Interval) -> bool {
    x.low > 0.0 || x.high < 0.0
}

pub(super) fn negated(x: Interval) -> Interval {
    Interval { low: -x.high, high: -x.low, undefined: false }
}

pub(super) fn sum(a: Interval, b: Interval) -> Interval {
    Interval::new(a.low + b.low, a.high + b.high)
}

pub(super) fn difference(a: Interval, b: Interval) -> Interval {
    sum(a, negated(b))
}

/// Wider by what rounding does; but zero stays zero.
pub(super) fn rounded(x: Interval) -> Interval {
    let wide = x.widened();
    Interval {
        low: if x.low == 0.0 { 0.0 } else { wide.low },
        high: if x.high == 0.0 { 0.0 } else { wide.high },
        undefined: false,
    }
}

/// What both allow. Where they miss one another, it is by rounding.
pub(super) fn meet(a: Interval, b: Interval) -> Interval {
    Interval::new(a.low.max(b.low), a.high.min(b.high))
}

pub(super) fn hull(a: Interval, b: Interval) -> Interval {
    Interval { low: a.low.min(b.low), high: a.high.max(b.high), undefined: false }
}

pub(super) fn product(a: Interval, b: Interval) -> Interval {
    if a.low >= 0.0 && b.low >= 0.0 {
        return Interval { low: times(a.low, b.low), high: times(a.high, b.high), undefined: false };
    }
    let ends = [times(a.low, b.low), times(a.low, b.high), times(a.high, b.low), times(a.high, b.high)];
    between(ends)
}

/// Each quotient of two numbers, the second of which is not zero.
pub(super) fn quotient(a: Interval, b: Interval) -> Interval {
    if excludes_zero(b) {
        return between([over(a.low, b.low), over(a.low, b.high), over(a.high, b.low), over(a.high, b.high)]);
    }
    let reciprocal = match (b.low < 0.0, b.high > 0.0) {
        (false, true) => Interval { low: over(1.0, b.high), high: f64::INFINITY, undefined: false },
        (true, false) => Interval { low: f64::NEG_INFINITY, high: over(1.0, b.low), undefined: false },
        (true, true) | (false, false) => Interval::everything(),
    };
    product(a, reciprocal)
}

/// Zero times what has no end is zero: each of its values is finite.
fn times(x: f64, y: f64) -> f64 {
    if x == 0.0 || y == 0.0 { 0.0 } else { x * y }
}

fn over(x: f64, y: f64) -> f64 {
    if x == 0.0 || y.is_infinite() { 0.0 } else { x / y }
}

fn between(ends: [f64; 4]) -> Interval {
    let low = ends.into_iter().fold(f64::INFINITY, f64::min);
    let high = ends.into_iter().fold(f64::NEG_INFINITY, f64::max);
    Interval { low, high, undefined: false }
}

/// The same without zero, where the operands tell that it only came from rounding or from an end there is not.
fn without_zero(x: Interval, operands: &[Interval]) -> Interval {
    if !operands.iter().all(|operand| excludes_zero(*operand)) {
        return x;
    }
    if x.low == 0.0 && x.high >= 0.0 {
        Interval { low: LEAST, high: x.high.max(LEAST), ..x }
    } else if x.high == 0.0 {
        Interval { low: x.low.min(-LEAST), high: -LEAST, ..x }
    } else {
        x
    }
}

/// Bounds of an operation on one operand, where it is defined.
pub(super) fn unary(operator: Unary, x: Interval) -> Interval {
    let bounds = Interval { undefined: false, ..operator.interval(x) };
    match operator {
        // Next to zero the logarithm has no end.
        Unary::Ln if x.low < f64::MIN_POSITIVE => Interval { low: f64::NEG_INFINITY, ..bounds },
        Unary::Exp => Interval { low: bounds.low.max(LEAST), ..bounds },
        Unary::Abs => without_zero(bounds, &[x]),
        Unary::Neg | Unary::Sqrt | Unary::Ln | Unary::Ceil | Unary::Floor => bounds,
    }
}

/// Bounds of an operation on two operands, where it is defined.
pub(super) fn binary(operator: Binary, a: Interval, b: Interval, is_same: bool) -> Interval {
    match operator {
        Binary::Mul if is_same => {
            let square = product(a, a);
            without_zero(Interval { low: if has_one_sign(a) { square.low } else { 0.0 }, ..square }, &[a])
        }
        Binary::Mul => without_zero(product(a, b), &[a, b]),
        Binary::Div if is_same => ONE,
        Binary::Div => without_zero(quotient(a, b), &[a, b]),
        Binary::Sub if is_same => ZERO,
        Binary::Pow => without_zero(power(a, b), &[a]),
        Binary::Add | Binary::Sub | Binary::Min | Binary::Max => {
            Interval { undefined: false, ..operator.interval(a, b) }
        }
    }
}

fn power(a: Interval, b: Interval) -> Interval {
    if b.high < 0.0 {
        return quotient(ONE, power(a, negated(b)));
    }
    #[expect(clippy::float_cmp, reason = "a single whole exponent is exact")]
    let is_whole = b.low == b.high && b.low == libm::trunc(b.low);
    // A base below zero has no other powers.
    let base = if is_whole { a } else { Interval { low: a.low.max(0.0), high: a.high.max(0.0), undefined: false } };
    let bounds = Binary::Pow.interval(base, b);
    let is_even = is_whole && b.low % 2.0 == 0.0;
    Interval { low: if is_even { bounds.low.max(0.0) } else { bounds.low }, undefined: false, ..bounds }
}
