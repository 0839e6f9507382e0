//! The beta distribution with shape parameters of at least 1, exact to about 14 digits in both tails.
//!
//! The incomplete beta function by its continued fraction (DLMF 8.17.22; evaluated by the modified method of Lentz,
//! Press and others 2007, section 6.4); its inverse by Newton's method on the logarithm of the probability as a
//! function of the logarithm of the argument, which is concave for these parameters, so that it converges from
//! everywhere. Knows nothing of ranges.

/// A beta distribution on `[0, 1]` with both parameters at least 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Beta {
    /// The parameter of the lower end.
    pub(super) a: f64,
    /// The parameter of the upper end.
    pub(super) b: f64,
    /// The logarithm of the beta function of the two, which makes the density's integral 1.
    log_norm: f64,
}

impl Beta {
    pub(super) fn new(a: f64, b: f64) -> Self {
        Self { a, b, log_norm: libm::lgamma(a) + libm::lgamma(b) - libm::lgamma(a + b) }
    }

    /// The distribution seen from the other end.
    fn mirrored(self) -> Self {
        Self { a: self.b, b: self.a, ..self }
    }

    /// `x^(a-1) (1-x)^(b-1) / B(a, b)`, given `x` and `1 - x`.
    pub(super) fn density(self, x: f64, rest: f64) -> f64 {
        libm::exp(power_log(self.a - 1.0, x) + power_log(self.b - 1.0, rest) - self.log_norm)
    }

    /// The logarithmic derivative of the density.
    pub(super) fn slope(self, x: f64, rest: f64) -> f64 {
        (self.a - 1.0) / x - (self.b - 1.0) / rest
    }

    /// The probabilities below and above `x`, given `x` and `1 - x`; the smaller one to full relative precision.
    pub(super) fn tails(self, x: f64, rest: f64) -> (f64, f64) {
        if x <= 0.0 {
            return (0.0, 1.0);
        }
        if rest <= 0.0 {
            return (1.0, 0.0);
        }
        if x < (self.a + 1.0) / (self.a + self.b + 2.0) {
            let lower = self.fraction(x, rest);
            (lower, 1.0 - lower)
        } else {
            let upper = self.mirrored().fraction(rest, x);
            (1.0 - upper, upper)
        }
    }

    /// The incomplete beta function where its continued fraction converges quickly.
    fn fraction(self, x: f64, rest: f64) -> f64 {
        const LEAST: f64 = 1e-300;
        let away = |value: f64| if value.abs() < LEAST { LEAST } else { value };
        let Self { a, b, log_norm } = self;
        let front = libm::exp(a * libm::log(x) + b * libm::log(rest) - log_norm) / a;
        let mut above = 1.0;
        let mut below = 1.0 / away(1.0 - (a + b) * x / (a + 1.0));
        let mut value = below;
        let mut m = 1.0;
        while m < 2000.0 {
            let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
            below = 1.0 / away(1.0 + even * below);
            above = away(1.0 + even / above);
            value *= below * above;
            let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
            below = 1.0 / away(1.0 + odd * below);
            above = away(1.0 + odd / above);
            let change = below * above;
            value *= change;
            if (change - 1.0).abs() < 1e-16 {
                break;
            }
            m += 1.0;
        }
        (front * value).min(1.0)
    }

    /// The argument that a share `p` lies below; `p` is positive and not much above one half (beyond that the mirrored
    /// distribution is the more precise). `near` is a value close by, or not a number.
    pub(super) fn inverse(self, p: f64, near: f64) -> f64 {
        let Self { a, b, log_norm } = self;
        let ln_p = libm::log(p);
        // The leading term of the series at 0 bounds the root from below.
        let least = (ln_p + libm::log(a) + log_norm) / a;
        let highest = -1e-15;
        let mut log_x = if near > 0.0 && near < 1.0 { libm::log(near) } else { least };
        log_x = log_x.min(highest);
        for _ in 0..100 {
            let (x, rest) = (libm::exp(log_x), -libm::expm1(log_x));
            let lower = self.tails(x, rest).0;
            let flux = libm::exp(a * log_x + power_log(b - 1.0, rest) - log_norm);
            let step = (ln_p - libm::log(lower)) * lower / flux;
            if !step.is_finite() {
                log_x = least.min(highest);
                break;
            }
            log_x = (log_x + step).min(highest);
            if step.abs() < 1e-9 {
                break;
            }
        }
        libm::exp(log_x)
    }

    /// The distance from 1 of the argument that a share `p` lies above.
    pub(super) fn inverse_from_above(self, p: f64, near: f64) -> f64 {
        self.mirrored().inverse(p, near)
    }
}

/// The logarithm of `base^exponent`, 0 for an exponent of 0 whatever the base.
fn power_log(exponent: f64, base: f64) -> f64 {
    if exponent == 0.0 { 0.0 } else { exponent * libm::log(base) }
}
