//! Rounds computed numbers up and down, forgiving the rounding error by which they miss a whole number.
//!
//! 2.1 km hold three posts 0.7 km apart, though the quotient of the two doubles is 3.0000000000000004. So a number
//! counts as whole that is as near to a whole one as `slack` says: far beyond what rounding does, far below what
//! anyone counts. Both functions never fall as their argument grows, so that the ends of an interval bound its values.
//! `program/javascript.js` has them for pages, with the same bits. Knows nothing of what is counted.

/// Part of a number by which it may miss a whole one and still count as whole.
pub(crate) const RELATIVE: f64 = 1e-9;

/// The most that it may miss it by, however large it is.
pub(crate) const MOST: f64 = 1e-6;

/// How far a number may be from a whole one that it stands for: `min(1e-9 |x|, 1e-6)`.
#[inline]
fn slack(x: f64) -> f64 {
    (RELATIVE * x.abs()).min(MOST)
}

/// The least whole number that is not less than `x`, where one just below `x` is `x`.
#[must_use]
#[inline]
pub fn ceil(x: f64) -> f64 {
    let above = libm::ceil(x);
    let below = above - 1.0;
    if x - below <= slack(x) { below } else { above }
}

/// The greatest whole number that is not greater than `x`, where one just above `x` is `x`.
#[must_use]
#[inline]
pub fn floor(x: f64) -> f64 {
    let below = libm::floor(x);
    let above = below + 1.0;
    if above - x <= slack(x) { above } else { below }
}

/// `a - b`; exactly 0 where rounding alone makes them two numbers.
#[must_use]
pub fn difference(a: f64, b: f64) -> f64 {
    if (a - b).abs() <= RELATIVE * a.abs().max(b.abs()) { 0.0 } else { a - b }
}

/// The whole number that `x` stands for, or `x` itself.
#[must_use]
pub(crate) fn snapped(x: f64) -> f64 {
    let nearest = libm::rint(x);
    if (x - nearest).abs() <= slack(x) { nearest } else { x }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::float_cmp, reason = "exact")]
    fn a_difference_that_rounding_made_is_none() {
        assert_eq!(difference(0.29 * 100_000.0, 29_000.0), 0.0);
        assert_eq!(difference(29_000.0, 28_999.0), 1.0);
        assert_eq!(difference(0.0, 0.0), 0.0);
        assert!(difference(f64::INFINITY, f64::INFINITY).is_nan());
    }

    #[test]
    #[expect(clippy::float_cmp, reason = "exact")]
    fn what_rounding_missed_is_whole() {
        for (x, up, down) in [
            (2.1 / 0.7, 3.0, 3.0),
            (115.0 / 2.3, 50.0, 50.0),
            (0.29 * 100_000.0 / 29_000.0, 1.0, 1.0),
            (1.0 + 0.9e-9, 1.0, 1.0),
            (1.0 - 0.9e-9, 1.0, 1.0),
            (1.0 + 1.1e-9, 2.0, 1.0),
            (1.0 - 1.1e-9, 1.0, 0.0),
            (1e6 + 0.9e-6, 1e6, 1e6),
            (1e6 + 1.1e-6, 1e6 + 1.0, 1e6),
            (-2.1 / 0.7, -3.0, -3.0),
            (-1.0 - 1.1e-9, -1.0, -2.0),
            (1e-300, 1.0, 0.0),
            (-1e-300, 0.0, -1.0),
            (2.5, 3.0, 2.0),
            (2_251_799_813_685_248.5, 2_251_799_813_685_249.0, 2_251_799_813_685_248.0),
            (1e300, 1e300, 1e300),
            (f64::INFINITY, f64::INFINITY, f64::INFINITY),
        ] {
            assert_eq!((ceil(x), floor(x)), (up, down), "of {x:e}");
            assert_eq!(ceil(-x), -down, "of {x:e} turned round");
        }
        assert!(ceil(f64::NAN).is_nan() && floor(f64::NAN).is_nan() && snapped(f64::NAN).is_nan());
    }
}
