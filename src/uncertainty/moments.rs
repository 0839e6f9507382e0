//! Mean and standard deviation of truncated shapes, by quadrature.
//!
//! Closed forms of truncated moments are differences that cancel where the cut is narrow or far out; the integrals
//! themselves do not. The rule is tanh-sinh (Takahasi and Mori 1974), which is indifferent to how the density behaves at
//! the ends. Knows nothing of how a cut was asked for.

use super::normal;
use super::shape::Shape;
use std::f64::consts::FRAC_PI_2;

/// Beyond this many standard deviations a normal distribution has less than one case in 10^32.
const FAR: f64 = 12.0;

/// Mean and standard deviation of `shape` between two values inside its support.
pub(super) fn between(shape: &Shape, min: f64, max: f64) -> (f64, f64) {
    // The coordinate to integrate over, what it stands for, and its weight.
    let (from, to, split) = match shape {
        Shape::Normal { mean, sd } => (((min - mean) / sd).max(-FAR), ((max - mean) / sd).min(FAR), 0.0),
        Shape::LogNormal { log_mean, log_sd } => {
            let score = |x: f64| (libm::log(x) - log_mean) / log_sd;
            let least = if min > 0.0 { score(min).max(-FAR) } else { -FAR };
            (least, if max.is_finite() { score(max).min(FAR + 2.0 * log_sd) } else { FAR + 2.0 * log_sd }, 0.0)
        }
        Shape::Pert { mode, .. } | Shape::Triangular { mode, .. } => (min, max, *mode),
        Shape::Uniform { .. } | Shape::LogUniform { .. } | Shape::Discrete(_) => (min, max, min),
    };
    let value = |at: f64| match shape {
        Shape::Normal { mean, sd } => mean + sd * at,
        Shape::LogNormal { log_mean, log_sd } => libm::exp(log_mean + log_sd * at),
        _ => at,
    };
    let weight = |at: f64| match shape {
        Shape::Normal { .. } | Shape::LogNormal { .. } => normal::density(at),
        Shape::Pert { low, high, beta, .. } => {
            let width = high - low;
            beta.density(((at - low) / width).max(0.0), ((high - at) / width).max(0.0))
        }
        Shape::Triangular { low, mode, high } => {
            if at < *mode {
                (at - low) / (mode - low)
            } else {
                (high - at) / (high - mode).max(f64::MIN_POSITIVE)
            }
        }
        _ => 1.0,
    };
    let split = split.clamp(from, to);
    let over_all = |term: &dyn Fn(f64) -> f64| integral(from, split, term) + integral(split, to, term);
    let mass = over_all(&weight);
    let start = value(split);
    let mean = start + over_all(&|at| weight(at) * (value(at) - start)) / mass;
    let variance = over_all(&|at| weight(at) * (value(at) - mean) * (value(at) - mean)) / mass;
    (mean, libm::sqrt(variance))
}

/// The integral of a function that is smooth between the ends.
pub(super) fn integral(from: f64, to: f64, of: &dyn Fn(f64) -> f64) -> f64 {
    const STEPS_PER_UNIT: f64 = 32.0;
    let half = (to - from) / 2.0;
    if half <= 0.0 {
        return 0.0;
    }
    let middle = from + half;
    let mut sum = of(middle) * FRAC_PI_2;
    for step in 1..=128_u32 {
        let t = f64::from(step) / STEPS_PER_UNIT;
        let inner = FRAC_PI_2 * libm::sinh(t);
        let cosh = libm::cosh(inner);
        // The distance from the end, as a share of half the width.
        let distance = libm::exp(-inner) / cosh;
        let weight = FRAC_PI_2 * libm::cosh(t) / (cosh * cosh);
        sum += weight * (of(from + half * distance) + of(to - half * distance));
    }
    sum * half / STEPS_PER_UNIT
}
