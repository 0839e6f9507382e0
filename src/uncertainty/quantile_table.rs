//! Quantile functions prepared for many evaluations: uniform numbers in, values out, a few nanoseconds each.
//!
//! Uniform, triangular and discrete distributions have cheap closed forms. The others get a table. On each side of the
//! median the quantile is a function of the distance `t` of the probability from the nearer end. Every octave of `t`
//! from 2^-16 to 1/2 is cut into equal pieces (16 to 512, the same number in each), which the bits of `t` index without
//! a search, and each piece is the quintic that has the exact value, slope and curvature at both its ends (Hermite
//! interpolation; de Boor 2001, chapter I): `x' = 1 / f(x)` and `x'' = -f'(x) / f(x)^3` for a density `f`. The error of
//! that is greatest about the middle, `h^6 max |x^(6)| / 46080`, and is measured there for every piece while the table
//! is built; the number of pieces is doubled until the greatest is below [`BOUND`] of the value (or of a thousandth of
//! the standard deviation where the value is smaller than that), and a distribution for which no table reaches it is
//! evaluated directly. So are the two tails beyond the table, 3 cases in 100,000.
//!
//! Knows nothing of where the uniform numbers come from.

use super::distribution::Distribution;
use super::shape::{Choice, Shape};
use std::sync::{Arc, OnceLock};

/// The greatest error measured in the middle of a piece, relative to the value.
pub const BOUND: f64 = 2e-11;

/// The table begins at 2^-16.
const OCTAVES: usize = 15;
const LEAST_EXPONENT: u64 = 1023 - 16;
const MANTISSA_BITS: u32 = 52;
const MANTISSA: u64 = (1 << MANTISSA_BITS) - 1;
const ONE: u64 = 1023 << MANTISSA_BITS;

/// Bits of the mantissa that choose the piece: at first, and at most.
const FEWEST_BITS: u32 = 4;
const MOST_BITS: u32 = 9;

/// Probabilities that are looked up together.
const BLOCK: usize = 64;

/// A distribution prepared for many evaluations; cheap to clone.
#[derive(Clone, Debug)]
pub struct Quantile {
    distribution: Distribution,
    path: Path,
}

/// How a distribution's values are found, once that has been asked for: of all its copies together. It follows from the
/// rest of the distribution and makes no difference between two.
#[derive(Clone, Debug, Default)]
pub(super) struct Prepared(Arc<OnceLock<Path>>);

impl Prepared {
    fn path(&self, distribution: &Distribution) -> Path {
        self.0.get_or_init(|| Path::to(distribution)).clone()
    }
}

impl PartialEq for Prepared {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

#[derive(Clone, Debug)]
enum Path {
    /// `low + width p`.
    Linear { low: f64, width: f64, high: f64 },
    /// Two square roots, of the share below or above the mode.
    Triangular(Triangular),
    /// A search.
    Choices(Arc<[Choice]>),
    /// A table.
    Table(Table),
    /// The exact inverse.
    Direct,
}

#[derive(Clone, Copy, Debug)]
struct Triangular {
    low: f64,
    high: f64,
    /// The share below the mode before truncation.
    turn: f64,
    /// `width (mode - low)` and `width (high - mode)`.
    left: f64,
    right: f64,
    /// The shares cut off, and the share left.
    below: f64,
    above: f64,
    kept: f64,
}

#[derive(Clone, Debug)]
struct Table {
    bits: u32,
    /// The greatest relative error found in the middle of a piece.
    error: f64,
    /// Coefficients of the quintics, lower side and upper side by turns.
    pieces: Arc<[[f64; 6]]>,
}

impl Quantile {
    /// Prepares a distribution, once for it and all its copies.
    #[must_use]
    pub fn new(distribution: &Distribution) -> Self {
        Self { distribution: distribution.clone(), path: distribution.prepared.path(distribution) }
    }

    /// The distribution that was prepared.
    #[must_use]
    pub fn distribution(&self) -> &Distribution {
        &self.distribution
    }

    /// The greatest relative error that was found while its table was built; 0 where there is no table.
    #[must_use]
    pub fn measured_error(&self) -> f64 {
        if let Path::Table(table) = &self.path { table.error } else { 0.0 }
    }

    /// Turns uniform numbers, strictly between 0 and 1, into values.
    pub fn fill(&self, uniforms: &mut [f64]) {
        self.fill_by_path(uniforms);
        if self.distribution.is_limited() {
            let (low, high) = self.distribution.drawn_between();
            for value in uniforms {
                *value = value.max(low).min(high);
            }
        }
    }

    fn fill_by_path(&self, uniforms: &mut [f64]) {
        match &self.path {
            Path::Linear { low, width, high } => {
                for u in uniforms {
                    *u = (low + width * *u).min(*high);
                }
            }
            // In as many lanes as the processor has: the root is the nearest number to the exact one everywhere.
            Path::Triangular(triangular) => pulp::Arch::new().dispatch(|| {
                for u in uniforms.iter_mut() {
                    *u = triangular.at(*u);
                }
            }),
            Path::Choices(choices) => {
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
            Path::Table(table) => {
                for block in uniforms.chunks_mut(BLOCK) {
                    table.fill(block, |u| self.distribution.quantile(u));
                }
            }
            Path::Direct => {
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

impl Path {
    fn to(distribution: &Distribution) -> Self {
        match distribution.shape() {
            Shape::Uniform { low, high } => Path::Linear { low: *low, width: high - low, high: *high },
            Shape::Triangular { low, mode, high } => {
                let (width, left, right) = (high - low, mode - low, high - mode);
                let (below, above) = distribution.cut_off();
                let turn = if width > 0.0 { left / width } else { 1.0 };
                Path::Triangular(Triangular {
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
            Shape::Discrete(choices) => Path::Choices(Arc::clone(choices)),
            _ => Table::new(distribution).map_or(Path::Direct, Path::Table),
        }
    }
}

impl Triangular {
    fn at(&self, u: f64) -> f64 {
        let (lower, upper) = (self.below + self.kept * u, self.above + self.kept * (1.0 - u));
        let is_left = lower <= self.turn;
        let square = if is_left { lower * self.left } else { upper * self.right };
        let root = square.sqrt();
        if is_left { self.low + root } else { self.high - root }
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
struct Side<'a> {
    distribution: &'a Distribution,
    is_upper: bool,
    /// What an error is compared with where the value is smaller.
    scale: f64,
}

impl Side<'_> {
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

fn value(c: &[f64; 6], s: f64) -> f64 {
    ((((c[5] * s + c[4]) * s + c[3]) * s + c[2]) * s + c[1]) * s + c[0]
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
            let exact = Side { distribution, is_upper, scale: distribution.sd() * 1e-3 };
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

    /// Values for at most [`BLOCK`] probabilities; for those beyond the table by `direct`.
    fn fill(&self, uniforms: &mut [f64], direct: impl Fn(f64) -> f64) {
        let (mut pieces, mut along) = ([0_u64; BLOCK], [0.0; BLOCK]);
        // Where each lies is found in as many lanes as the processor has.
        pulp::Arch::new().dispatch(|| {
            for ((piece, s), u) in pieces.iter_mut().zip(&mut along).zip(uniforms.iter()) {
                (*piece, *s) = self.place(*u);
            }
        });
        for ((piece, s), u) in pieces.iter().zip(&along).zip(uniforms) {
            let piece = usize::try_from(*piece).ok().and_then(|piece| self.pieces.get(piece));
            *u = piece.map_or_else(|| direct(*u), |piece| value(piece, *s));
        }
    }

    /// The piece of a probability, beyond the last for those beyond the table, and how far along it.
    fn place(&self, u: f64) -> (u64, f64) {
        let is_upper = u >= 0.5;
        let t = if is_upper { 1.0 - u } else { u };
        let bits = t.to_bits();
        // Numbers below the table (and those that are no number) wrap around and lie beyond its end.
        let index = (bits >> (MANTISSA_BITS - self.bits)).wrapping_sub(LEAST_EXPONENT << self.bits);
        let s = f64::from_bits(((bits << self.bits) & MANTISSA) | ONE) - 1.0;
        (index.wrapping_mul(2) | u64::from(is_upper), s)
    }
}
