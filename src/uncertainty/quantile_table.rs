//! Prepares quantile functions for many evaluations: uniform numbers in, values out, a few nanoseconds each.
//!
//! Uniform, triangular and discrete distributions have cheap closed forms. The others get a table. On each side of the
//! median the quantile is a function of the distance `t` of the probability from the nearer end. Every octave of `t`
//! from 2^-16 to 1/2 is cut into equal pieces (16 to 512, the same number in each), which the bits of `t` index without
//! a search, and each piece is the quintic that has the exact value, slope and curvature at both its ends (Hermite
//! interpolation; de Boor 2001, chapter I): `x' = 1 / f(x)` and `x'' = -f'(x) / f(x)^3` for a density `f`. The error of
//! that is greatest about the middle, `h^6 max |x^(6)| / 46080`, and is measured there for every piece while the table
//! is built; the number of pieces is doubled until the greatest is below 2e-11 of the value (or of a thousandth of
//! the standard deviation where the value is smaller than that), and a distribution for which no table reaches it is
//! evaluated directly. So are the two tails beyond the table, 3 cases in 100,000.
//!
//! Knows nothing of where the uniform numbers come from.

use super::distribution::Distribution;
use super::evaluation::{BLOCK, Evaluation, LEAST_EXPONENT, MANTISSA_BITS, OCTAVES, Table, Triangular, value};
use super::shape::Shape;
use std::sync::Arc;

/// The greatest error measured in the middle of a piece, relative to the value.
pub(crate) const BOUND: f64 = 2e-11;

/// Bits of the mantissa that choose the piece: at first, and at most.
const FEWEST_BITS: u32 = 4;
const MOST_BITS: u32 = 9;

/// A distribution prepared for many evaluations; cheap to clone.
#[derive(Clone, Debug)]
pub struct Quantile {
    distribution: Distribution,
    evaluation: Evaluation,
}

impl Quantile {
    /// Prepares a distribution, once for it and all its copies.
    #[must_use]
    pub fn new(distribution: &Distribution) -> Self {
        let evaluation = distribution.evaluation.get_or_init(|| Evaluation::of(distribution)).clone();
        Self { distribution: distribution.clone(), evaluation }
    }

    /// The distribution that was prepared.
    #[must_use]
    pub fn distribution(&self) -> &Distribution {
        &self.distribution
    }

    /// The greatest relative error that was found while its table was built; 0 where there is no table.
    #[must_use]
    pub fn measured_error(&self) -> f64 {
        if let Evaluation::Table(table) = &self.evaluation { table.error } else { 0.0 }
    }

    /// Turns uniform numbers, strictly between 0 and 1, into values.
    pub fn fill(&self, uniforms: &mut [f64]) {
        self.evaluate(uniforms);
        if self.distribution.is_limited() {
            let (low, high) = self.distribution.drawn_between();
            for value in uniforms {
                *value = value.max(low).min(high);
            }
        }
    }

    fn evaluate(&self, uniforms: &mut [f64]) {
        match &self.evaluation {
            Evaluation::Linear { low, width, high } => {
                for u in uniforms {
                    *u = (low + width * *u).min(*high);
                }
            }
            // In as many lanes as the processor has: the root is the nearest number to the exact one everywhere.
            Evaluation::Triangular(triangular) => pulp::Arch::new().dispatch(|| {
                for u in uniforms.iter_mut() {
                    *u = triangular.at(*u);
                }
            }),
            Evaluation::Choices(choices) => {
                let last = choices.len().saturating_sub(1);
                for u in uniforms {
                    // Counting is quicker than halving as long as there are few.
                    let at = if choices.len() <= 24 {
                        choices.iter().filter(|choice| choice.up_to < *u).count()
                    } else {
                        choices.partition_point(|choice| choice.up_to < *u)
                    };
                    *u = choices.get(at.min(last)).map_or(f64::NAN, |choice| choice.value);
                }
            }
            Evaluation::Table(table) => {
                for block in uniforms.chunks_mut(BLOCK) {
                    table.fill(block, |u| self.distribution.quantile(u));
                }
            }
            Evaluation::Direct => {
                for u in uniforms {
                    *u = self.distribution.quantile(*u);
                }
            }
        }
    }

    /// The value for one uniform number.
    #[must_use]
    pub fn at(&self, uniform: f64) -> f64 {
        let mut one = [uniform];
        self.fill(&mut one);
        one[0]
    }
}

impl Evaluation {
    fn of(distribution: &Distribution) -> Self {
        match distribution.shape() {
            Shape::Uniform { low, high } => Evaluation::Linear { low: *low, width: high - low, high: *high },
            Shape::Triangular { low, mode, high } => {
                let (width, left, right) = (high - low, mode - low, high - mode);
                let (below, above) = distribution.cut_off();
                let turn = if width > 0.0 { left / width } else { 1.0 };
                Evaluation::Triangular(Triangular {
                    low: *low,
                    high: *high,
                    turn,
                    left: width * left,
                    right: width * right,
                    below,
                    above,
                    kept: 1.0 - below - above,
                })
            }
            Shape::Discrete(choices) => Evaluation::Choices(Arc::clone(choices)),
            _ => Table::new(distribution).map_or(Evaluation::Direct, Evaluation::Table),
        }
    }
}

/// Value, slope and curvature as a function of the distance from the nearer end of the probabilities.
#[derive(Clone, Copy)]
struct Knot {
    t: f64,
    x: f64,
    slope: f64,
    curvature: f64,
}

/// One side of the median.
struct HalfRange<'a> {
    distribution: &'a Distribution,
    is_upper: bool,
    /// What an error is compared with where the value is smaller.
    scale: f64,
}

impl HalfRange<'_> {
    fn knot(&self, t: f64, near: f64) -> Option<Knot> {
        let (lower, upper) = if self.is_upper { (1.0 - t, t) } else { (t, 1.0 - t) };
        let x = self.distribution.quantile_between(lower, upper, near);
        let (density, log_slope) = self.distribution.density(x)?;
        let slope = if self.is_upper { -1.0 / density } else { 1.0 / density };
        let curvature = -log_slope * slope * slope;
        (x.is_finite() && slope.is_finite() && curvature.is_finite()).then_some(Knot { t, x, slope, curvature })
    }

    /// The relative error of a value at a probability, by the exact probability of that value.
    fn error(&self, t: f64, x: f64) -> Option<f64> {
        let (lower, upper) = self.distribution.tails(x);
        let (density, _) = self.distribution.density(x)?;
        let excess = if self.is_upper { upper - t } else { lower - t };
        Some((excess / density).abs() / x.abs().max(self.scale))
    }
}

/// The quintic through two knots, over `[0, 1]`.
fn quintic(from: &Knot, to: &Knot) -> [f64; 6] {
    let h = to.t - from.t;
    let rise = to.x - from.x;
    let (d0, d1) = (from.slope * h, to.slope * h);
    let (s0, s1) = (from.curvature * h * h, to.curvature * h * h);
    [
        from.x,
        d0,
        s0 / 2.0,
        10.0 * rise - 6.0 * d0 - 4.0 * d1 - 1.5 * s0 + 0.5 * s1,
        -15.0 * rise + 8.0 * d0 + 7.0 * d1 + 1.5 * s0 - s1,
        6.0 * rise - 3.0 * (d0 + d1) - 0.5 * (s0 - s1),
    ]
}

impl Table {
    fn new(distribution: &Distribution) -> Option<Self> {
        (FEWEST_BITS..=MOST_BITS).find_map(|bits| Self::with(distribution, bits))
    }

    /// The table with `2^bits` pieces an octave, if that meets the bound.
    fn with(distribution: &Distribution, bits: u32) -> Option<Self> {
        let count = OCTAVES << bits;
        let mut pieces = vec![[0.0; 6]; 2 * count];
        let mut error: f64 = 0.0;
        for (side, is_upper) in [false, true].into_iter().enumerate() {
            let exact = HalfRange { distribution, is_upper, scale: distribution.sd() * 1e-3 };
            let mut after = exact.knot(0.5, f64::NAN)?;
            for index in (0..count).rev() {
                let t = f64::from_bits((LEAST_EXPONENT << MANTISSA_BITS) + ((index as u64) << (MANTISSA_BITS - bits)));
                let h = after.t - t;
                let near = after.x - after.slope * h + after.curvature * h * h / 2.0;
                let before = exact.knot(t, near)?;
                let piece = quintic(&before, &after);
                let found = exact.error(f64::midpoint(t, after.t), value(&piece, 0.5))?;
                if found.is_nan() || found > BOUND {
                    return None;
                }
                error = error.max(found);
                pieces[2 * index + side] = piece;
                after = before;
            }
        }
        Some(Self { bits, error, pieces: pieces.into() })
    }
}
