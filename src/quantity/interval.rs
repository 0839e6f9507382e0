//! Ranges of values a quantity can take, for guarding formulas against division by zero and the like.
//!
//! Sums, products and quotients of doubles are monotone in each operand also after rounding, so the plain ends
//! bound every *computed* value; the operations that come from a library are widened by a few units in the last
//! place. Knows nothing of formulas.

/// All values from `low` to `high`, both included, and whether an undefined result can occur among them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Least value.
    pub low: f64,
    /// Greatest value.
    pub high: f64,
    /// Whether some values of the operands give no number (a division by zero, the root of a negative number).
    pub undefined: bool,
}

impl Interval {
    /// The interval between two numbers; the whole line when one of them is not a number.
    #[must_use]
    pub fn new(low: f64, high: f64) -> Self {
        if low.is_nan() || high.is_nan() {
            return Self { undefined: true, ..Self::everything() };
        }
        Self { low: low.min(high), high: low.max(high), undefined: false }
    }

    /// A single value.
    #[must_use]
    pub fn point(value: f64) -> Self {
        Self::new(value, value)
    }

    /// Every value.
    #[must_use]
    pub fn everything() -> Self {
        Self { low: f64::NEG_INFINITY, high: f64::INFINITY, undefined: false }
    }

    /// Whether a value is inside; a value that is not a number is inside where the result may be undefined.
    #[must_use]
    pub fn contains(&self, value: f64) -> bool {
        if value.is_nan() { self.undefined } else { self.low <= value && value <= self.high }
    }

    /// Whether zero is inside.
    #[must_use]
    pub fn has_zero(&self) -> bool {
        self.low <= 0.0 && self.high >= 0.0
    }

    /// Whether an infinity is one of the ends.
    #[must_use]
    #[expect(clippy::float_cmp, reason = "infinities are exact")]
    pub fn reaches(&self, infinity: f64) -> bool {
        self.low == infinity || self.high == infinity
    }

    /// Whether it goes on without end on either side.
    #[must_use]
    pub(crate) fn is_unbounded(&self) -> bool {
        self.low.is_infinite() || self.high.is_infinite()
    }

    /// The same values, undefined where either of the two intervals may be.
    #[must_use]
    pub(crate) fn also_undefined_where(self, other: Self) -> Self {
        Self { undefined: self.undefined || other.undefined, ..self }
    }

    /// The same interval, marked as possibly undefined.
    #[must_use]
    pub fn or_undefined(self) -> Self {
        Self { undefined: true, ..self }
    }

    /// The hull of some values; a value that is not a number widens it to everything.
    #[must_use]
    pub(crate) fn hull(values: &[f64]) -> Self {
        if values.is_empty() || values.iter().any(|value| value.is_nan()) {
            return Self { undefined: true, ..Self::everything() };
        }
        let low = values.iter().copied().fold(f64::INFINITY, f64::min);
        let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        Self::new(low, high)
    }

    /// Widened by four units in the last place on either side, for library functions that are not quite monotone.
    #[must_use]
    pub(crate) fn widened(self) -> Self {
        let (mut low, mut high) = (self.low, self.high);
        for _ in 0..4 {
            low = low.next_down();
            high = high.next_up();
        }
        Self { low, high, ..self }
    }
}
