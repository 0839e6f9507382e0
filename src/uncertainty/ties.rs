//! The rank correlation that a Gaussian copula gives where values repeat.
//!
//! Ranks of equal values are their mean (Kendall 1945, "The treatment of ties in ranking problems"), so that the rank of
//! one of several choices is a step function of the normal number behind it, with the step `d` at `c` between two
//! choices. Hoeffding's formula makes their covariance a sum over the steps of `P(X > c, Y > e) - P(X > c) P(Y > e)`,
//! and that is an integral over the correlation (Drezner and Wesolowsky 1990, "On the computation of the bivariate normal
//! integral"): `1 / 2 pi` times that of `exp(-(c^2 + e^2 - 2 c e sin t) / (2 cos^2 t))` for `t` from 0 to `asin rho`.
//! A rank without ties against such steps is the same with a correlation of `rho / sqrt 2` and a step at 0. Knows nothing
//! of samples: these vary about it.

use super::correlation::{normal_correlation, rank_correlation};
use super::distribution::Distribution;
use super::moments::integral;
use super::normal;
use std::f64::consts::{FRAC_1_SQRT_2, PI};

/// Where the rank jumps, as a standard normal number, and by how much.
type Step = (f64, f64);

/// The jumps of the rank (as a share of all cases) among some choices, and its variance; `None` for a distribution
/// whose values do not repeat.
fn steps(distribution: &Distribution) -> Option<(Vec<Step>, f64)> {
    let choices = distribution.choices()?;
    let mut below = 0.0;
    let between = choices.windows(2).map(|pair| {
        below += pair[0].1;
        (normal::inverse(below, 1.0 - below), f64::midpoint(pair[0].1, pair[1].1))
    });
    let found = between.collect();
    let cubes: f64 = choices.iter().map(|(_, share)| share * share * share).sum();
    Some((found, (1.0 - cubes) / 12.0))
}

/// Spearman's rank correlation of two inputs for which the rank correlation `asked` is stated; 0 where one of them has a
/// single value.
#[must_use]
pub fn reached(asked: f64, one: &Distribution, other: &Distribution) -> f64 {
    let rho = normal_correlation(asked);
    let (covariance, variances) = match (steps(one), steps(other)) {
        (None, None) => return rank_correlation(rho),
        (Some((steps, variance)), None) | (None, Some((steps, variance))) => {
            (covariance(&[(0.0, 1.0)], &steps, rho * FRAC_1_SQRT_2), variance / 12.0)
        }
        (Some((steps, variance)), Some((others, other_variance))) => {
            (covariance(&steps, &others, rho), variance * other_variance)
        }
    };
    if variances > 0.0 { (covariance / libm::sqrt(variances)).clamp(-1.0, 1.0) } else { 0.0 }
}

fn covariance(steps: &[Step], others: &[Step], rho: f64) -> f64 {
    let at = |t: f64| {
        let (sin, cos) = (libm::sin(t), libm::cos(t));
        let pair =
            |(c, d): &Step, (e, f): &Step| d * f * libm::exp((2.0 * c * e * sin - c * c - e * e) / (2.0 * cos * cos));
        steps.iter().map(|step| others.iter().map(|other| pair(step, other)).sum::<f64>()).sum::<f64>()
    };
    let end = libm::asin(rho);
    let half = integral(0.0, end.abs(), &|t| at(t.copysign(end)));
    half.copysign(end) / (2.0 * PI)
}
