//! The operators and functions of formulas, each in one place: spelling, precedence, dimension, value, interval, derivative.
//!
//! Values come from `libm`, so that results do not depend on the platform. `ceil` and `floor` take a number that misses
//! a whole one by rounding for whole, see [`crate::quantity::whole`]. Knows nothing of names or scopes.

use super::mismatch::{DimensionMismatch, ResultDimension};
use crate::quantity::dimension::{Dimension, Exponent};
use crate::quantity::interval::Interval;
use crate::quantity::whole;
use std::cmp::Ordering::{Greater, Less};

/// An operation on one operand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unary {
    /// `-x`
    Neg,
    /// `sqrt(x)`
    Sqrt,
    /// `abs(x)`
    Abs,
    /// `ln(x)`
    Ln,
    /// `exp(x)`
    Exp,
    /// `ceil(x)`
    Ceil,
    /// `floor(x)`
    Floor,
}

/// An operation on two operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Binary {
    /// `a + b`
    Add,
    /// `a - b`
    Sub,
    /// `a * b`
    Mul,
    /// `a / b`
    Div,
    /// `a ^ b`
    Pow,
    /// `min(a, b)`
    Min,
    /// `max(a, b)`
    Max,
}

/// A way to gather one name's values over the members of a scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Gather {
    /// `sum(x)`
    Sum,
    /// `min(x)`
    Min,
    /// `max(x)`
    Max,
    /// `count(x)`
    Count,
}

impl Unary {
    /// All of them, for tests and documentation.
    pub const ALL: [Self; 7] = [Self::Neg, Self::Sqrt, Self::Abs, Self::Ln, Self::Exp, Self::Ceil, Self::Floor];

    /// As written in a formula.
    #[must_use]
    pub fn spelling(self) -> &'static str {
        match self {
            Self::Neg => "-",
            Self::Sqrt => "sqrt",
            Self::Abs => "abs",
            Self::Ln => "ln",
            Self::Exp => "exp",
            Self::Ceil => "ceil",
            Self::Floor => "floor",
        }
    }

    /// The dimension of the result.
    ///
    /// # Errors
    /// When the operand's dimension has none.
    pub fn dimension(self, of: &Dimension) -> ResultDimension {
        match self {
            Self::Neg | Self::Abs => Ok(of.clone()),
            Self::Sqrt => of.power(Exponent::new(1, 2)).ok_or(DimensionMismatch::PowerOutOfRange),
            Self::Ln | Self::Exp if of.is_none() => Ok(Dimension::none()),
            Self::Ln | Self::Exp => Err(DimensionMismatch::NotPure(self.spelling(), of.clone())),
            Self::Ceil | Self::Floor if of.is_none() || of.single().is_some_and(counts_wholes) => Ok(of.clone()),
            Self::Ceil | Self::Floor => Err(DimensionMismatch::NoWholes(of.clone())),
        }
    }

    /// The value for doubles.
    #[must_use]
    #[inline]
    pub fn value(self, x: f64) -> f64 {
        match self {
            Self::Neg => -x,
            Self::Sqrt => libm::sqrt(x),
            Self::Abs => x.abs(),
            Self::Ln => libm::log(x),
            Self::Exp => libm::exp(x),
            Self::Ceil => whole::ceil(x),
            Self::Floor => whole::floor(x),
        }
    }

    /// Bounds of the value when the operand lies in an interval.
    #[must_use]
    pub fn interval(self, x: Interval) -> Interval {
        let ends = Interval::new(self.value(x.low), self.value(x.high));
        let bounds = match self {
            Self::Sqrt | Self::Ln if x.high < 0.0 => Interval::everything().or_undefined(),
            Self::Sqrt if x.low < 0.0 => Interval::new(0.0, self.value(x.high)).or_undefined(),
            Self::Ln if x.low < 0.0 => Interval::new(f64::NEG_INFINITY, self.value(x.high)).widened().or_undefined(),
            Self::Ln => ends.widened(),
            Self::Exp => {
                let wide = ends.widened();
                Interval { low: wide.low.max(0.0), ..wide }
            }
            Self::Abs if x.has_zero() => Interval::new(0.0, ends.high.max(ends.low)),
            Self::Neg | Self::Ceil | Self::Floor | Self::Abs | Self::Sqrt => ends,
        };
        bounds.also_undefined_where(x)
    }

    /// The derivative at `x`, where the value is `y`.
    #[must_use]
    pub fn derivative(self, x: f64, y: f64) -> f64 {
        match self {
            Self::Neg => -1.0,
            Self::Sqrt => 0.5 / y,
            Self::Abs if x < 0.0 => -1.0,
            Self::Abs => 1.0,
            Self::Ln => 1.0 / x,
            Self::Exp => y,
            Self::Ceil | Self::Floor => 0.0,
        }
    }

    /// Whether `x` lies where the slope changes from one side to the other.
    #[must_use]
    pub(crate) fn on_edge(self, x: f64) -> bool {
        self == Self::Abs && x == 0.0
    }

    /// Whether the value jumps at `x` itself.
    #[must_use]
    #[expect(clippy::float_cmp, reason = "a step is where a number counts as whole")]
    pub fn at_step(self, x: f64) -> bool {
        self.has_steps() && whole::ceil(x) == whole::floor(x)
    }

    /// Whether the value jumps, so that a derivative says nothing about a step of finite size.
    #[must_use]
    pub(crate) fn has_steps(self) -> bool {
        matches!(self, Self::Ceil | Self::Floor)
    }
}

impl Binary {
    /// All of them, for tests and documentation.
    pub const ALL: [Self; 7] = [Self::Add, Self::Sub, Self::Mul, Self::Div, Self::Pow, Self::Min, Self::Max];

    /// As written in a formula.
    #[must_use]
    pub fn spelling(self) -> &'static str {
        match self {
            Self::Add => "+",
            Self::Sub => "-",
            Self::Mul => "*",
            Self::Div => "/",
            Self::Pow => "^",
            Self::Min => "min",
            Self::Max => "max",
        }
    }

    /// How strongly it binds when written between its operands; `min` and `max` are written as functions.
    #[must_use]
    pub fn precedence(self) -> u8 {
        match self {
            Self::Add | Self::Sub => 1,
            Self::Mul | Self::Div => 2,
            Self::Pow => 4,
            Self::Min | Self::Max => 5,
        }
    }

    /// Whether it wants operands of one dimension.
    #[must_use]
    pub(crate) fn wants_same_dimension(self) -> bool {
        matches!(self, Self::Add | Self::Sub | Self::Min | Self::Max)
    }

    /// The dimension of the result; `exponent` is the right operand's value where it is a plain number.
    ///
    /// # Errors
    /// When the operands' dimensions do not fit.
    pub fn dimension(self, left: &Dimension, right: &Dimension, exponent: Option<f64>) -> ResultDimension {
        let out_of_range = DimensionMismatch::PowerOutOfRange;
        let pair = |kind: fn(Dimension, Dimension) -> DimensionMismatch| kind(left.clone(), right.clone());
        match self {
            Self::Add | Self::Sub | Self::Min | Self::Max if left == right => Ok(left.clone()),
            Self::Add => Err(pair(DimensionMismatch::Sum)),
            Self::Sub => Err(pair(DimensionMismatch::Difference)),
            Self::Min | Self::Max => Err(pair(DimensionMismatch::Comparison)),
            Self::Mul => left.times(right).ok_or(out_of_range),
            Self::Div => left.over(right).ok_or(out_of_range),
            Self::Pow if !right.is_none() => Err(DimensionMismatch::Exponent(right.clone())),
            Self::Pow if left.is_none() => Ok(Dimension::none()),
            Self::Pow => {
                let exponent = exponent.and_then(simple_fraction);
                let exponent = exponent.ok_or_else(|| DimensionMismatch::Power(left.clone()))?;
                left.power(exponent).ok_or(out_of_range)
            }
        }
    }

    /// The value for doubles.
    #[must_use]
    #[inline]
    pub fn value(self, a: f64, b: f64) -> f64 {
        match self {
            Self::Add => a + b,
            Self::Sub => a - b,
            Self::Mul => a * b,
            Self::Div => a / b,
            Self::Pow => libm::pow(a, b),
            Self::Min => minimum(a, b),
            Self::Max => maximum(a, b),
        }
    }

    /// Bounds of the value when the operands lie in intervals.
    #[must_use]
    pub fn interval(self, a: Interval, b: Interval) -> Interval {
        let bounds = match self {
            Self::Add => Interval::new(a.low + b.low, a.high + b.high),
            Self::Sub => Interval::new(a.low - b.high, a.high - b.low),
            Self::Mul => Interval::hull(&corners(a, b, |x, y| x * y)),
            Self::Div if b.has_zero() => Interval::everything().or_undefined(),
            Self::Div => Interval::hull(&corners(a, b, |x, y| x / y)),
            Self::Pow => power_interval(a, b),
            Self::Min => Interval::new(a.low.min(b.low), a.high.min(b.high)),
            Self::Max => Interval::new(a.low.max(b.low), a.high.max(b.high)),
        };
        let bounds = if self.cancels_infinities(a, b) { bounds.or_undefined() } else { bounds };
        bounds.also_undefined_where(a).also_undefined_where(b)
    }

    /// Whether the operands can meet at infinities that have no result: ∞ - ∞, 0 · ∞, ∞ / ∞.
    fn cancels_infinities(self, a: Interval, b: Interval) -> bool {
        match self {
            Self::Add => {
                (a.reaches(f64::INFINITY) && b.reaches(f64::NEG_INFINITY))
                    || (a.reaches(f64::NEG_INFINITY) && b.reaches(f64::INFINITY))
            }
            Self::Sub => {
                (a.reaches(f64::INFINITY) && b.reaches(f64::INFINITY))
                    || (a.reaches(f64::NEG_INFINITY) && b.reaches(f64::NEG_INFINITY))
            }
            Self::Mul => (a.has_zero() && b.is_unbounded()) || (b.has_zero() && a.is_unbounded()),
            Self::Div => a.is_unbounded() && b.is_unbounded(),
            Self::Pow | Self::Min | Self::Max => false,
        }
    }

    /// The two partial derivatives at `(a, b)`, where the value is `y`. On the edge of `min` and `max` the left
    /// operand takes all.
    #[must_use]
    pub fn derivative(self, a: f64, b: f64, y: f64) -> (f64, f64) {
        match self {
            Self::Add => (1.0, 1.0),
            Self::Sub => (1.0, -1.0),
            Self::Mul => (b, a),
            Self::Div => (1.0 / b, -y / b),
            Self::Pow => {
                let by_base = if b == 0.0 { 0.0 } else { b * libm::pow(a, b - 1.0) };
                // 0^b does not move with b > 0, though ln 0 is infinite.
                let by_exponent = if y == 0.0 { 0.0 } else { y * libm::log(a) };
                (by_base, by_exponent)
            }
            Self::Min if a <= b => (1.0, 0.0),
            Self::Max if a >= b => (1.0, 0.0),
            Self::Min | Self::Max => (0.0, 1.0),
        }
    }

    /// Whether it takes one of its operands as it is.
    #[must_use]
    pub(crate) fn is_choice(self) -> bool {
        matches!(self, Self::Min | Self::Max)
    }

    /// Whether the value can change with each operand: not with what `min` or `max` leaves, nor with a factor of zero.
    #[must_use]
    #[expect(clippy::float_cmp, reason = "only these very numbers hide the other operand")]
    pub fn passes(self, a: f64, b: f64) -> (bool, bool) {
        match self {
            Self::Add | Self::Sub => (true, true),
            Self::Mul => (b != 0.0, a != 0.0),
            Self::Div => (true, a != 0.0),
            Self::Pow => (b != 0.0, a != 1.0 && (a != 0.0 || b <= 0.0)),
            Self::Min => (a.partial_cmp(&b) != Some(Greater), a.partial_cmp(&b) != Some(Less)),
            Self::Max => (a.partial_cmp(&b) != Some(Less), a.partial_cmp(&b) != Some(Greater)),
        }
    }

    /// Whether `(a, b)` lies where the slope changes from one side to the other.
    #[must_use]
    #[expect(clippy::float_cmp, reason = "the edge is where both operands are the same number")]
    pub(crate) fn on_edge(self, a: f64, b: f64) -> bool {
        self.is_choice() && a == b
    }
}

impl Gather {
    /// All of them, for tests and documentation.
    pub const ALL: [Self; 4] = [Self::Sum, Self::Min, Self::Max, Self::Count];

    /// As written in a formula.
    #[must_use]
    pub fn spelling(self) -> &'static str {
        match self {
            Self::Sum => "sum",
            Self::Min => "min",
            Self::Max => "max",
            Self::Count => "count",
        }
    }

    /// The operation that joins two members' values; counting joins nothing.
    #[must_use]
    pub(crate) fn joins_with(self) -> Option<Binary> {
        match self {
            Self::Sum => Some(Binary::Add),
            Self::Min => Some(Binary::Min),
            Self::Max => Some(Binary::Max),
            Self::Count => None,
        }
    }
}

/// `f64::min` drops a value that is not a number; here it is kept, so that an undefined result stays visible.
#[inline]
fn minimum(a: f64, b: f64) -> f64 {
    if a <= b || a.is_nan() { a } else { b }
}

#[inline]
fn maximum(a: f64, b: f64) -> f64 {
    if a >= b || a.is_nan() { a } else { b }
}

/// Whether a base unit counts things that come in wholes; lengths, times and money do not.
fn counts_wholes(base: &str) -> bool {
    !matches!(base, "km" | "year" | "EUR" | "USD" | "GBP")
}

/// The fraction with a small denominator that a decimal stands for: 0.5 is a half, 2 is two.
fn simple_fraction(value: f64) -> Option<Exponent> {
    (1..=12).find_map(|denominator: i32| {
        let numerator = value * f64::from(denominator);
        let whole = libm::round(numerator);
        #[expect(clippy::cast_possible_truncation, reason = "checked to be at most 1000")]
        ((numerator - whole).abs() < 1e-9 && whole.abs() <= 1000.0).then(|| Exponent::new(whole as i32, denominator))
    })
}

fn corners(a: Interval, b: Interval, value: impl Fn(f64, f64) -> f64) -> [f64; 4] {
    // A bound at infinity times zero is zero here: the bound is a limit, not a value.
    let at = |x: f64, y: f64| {
        let product = value(x, y);
        if product.is_nan() && (x == 0.0 || y == 0.0) { 0.0 } else { product }
    };
    [at(a.low, b.low), at(a.low, b.high), at(a.high, b.low), at(a.high, b.high)]
}

fn power_interval(a: Interval, b: Interval) -> Interval {
    if a.low > 0.0 || (a.low >= 0.0 && b.low > 0.0) {
        let wide = Interval::hull(&corners(a, b, libm::pow)).widened();
        return Interval { low: wide.low.max(0.0), ..wide };
    }
    #[expect(clippy::float_cmp, reason = "a single whole exponent is exact")]
    if b.low == b.high && b.low == libm::trunc(b.low) && b.low >= 0.0 {
        let mut values = vec![libm::pow(a.low, b.low), libm::pow(a.high, b.low)];
        if a.has_zero() {
            values.push(libm::pow(0.0, b.low));
        }
        return Interval::hull(&values).widened();
    }
    Interval::everything().or_undefined()
}
