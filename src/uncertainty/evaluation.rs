//! The prepared forms of quantile functions: closed forms, and tables of quintics looked up by a probability's bits.
//!
//! Knows nothing of distributions: [`super::quantile_table`] makes these of them.

use super::shape::Choice;
use std::sync::Arc;

/// The table begins at 2^-16.
pub(super) const OCTAVES: usize = 15;
pub(super) const LEAST_EXPONENT: u64 = 1023 - 16;
pub(super) const MANTISSA_BITS: u32 = 52;
pub(super) const MANTISSA: u64 = (1 << MANTISSA_BITS) - 1;
pub(super) const ONE: u64 = 1023 << MANTISSA_BITS;

/// Probabilities that are looked up together.
pub(super) const BLOCK: usize = 64;

/// How values are found.
#[derive(Clone, Debug)]
pub(super) enum Evaluation {
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

/// The inverse of a triangular distribution.
#[derive(Clone, Copy, Debug)]
pub(super) struct Triangular {
    pub(super) low: f64,
    pub(super) high: f64,
    /// The share below the mode before truncation.
    pub(super) turn: f64,
    /// `width (mode - low)` and `width (high - mode)`.
    pub(super) left: f64,
    pub(super) right: f64,
    /// The shares cut off, and the share left.
    pub(super) below: f64,
    pub(super) above: f64,
    pub(super) kept: f64,
}

/// Quintics for a range of probabilities on each side of the median.
#[derive(Clone, Debug)]
pub(super) struct Table {
    pub(super) bits: u32,
    /// The greatest relative error found in the middle of a piece.
    pub(super) error: f64,
    /// Coefficients of the quintics, lower side and upper side by turns.
    pub(super) pieces: Arc<[[f64; 6]]>,
}

impl Triangular {
    pub(super) fn at(&self, u: f64) -> f64 {
        let (lower, upper) = (self.below + self.kept * u, self.above + self.kept * (1.0 - u));
        let is_left = lower <= self.turn;
        let square = if is_left { lower * self.left } else { upper * self.right };
        let root = square.sqrt();
        if is_left { self.low + root } else { self.high - root }
    }
}

/// A quintic's value.
pub(super) fn value(c: &[f64; 6], s: f64) -> f64 {
    ((((c[5] * s + c[4]) * s + c[3]) * s + c[2]) * s + c[1]) * s + c[0]
}

impl Table {
    /// Values for at most [`BLOCK`] probabilities; for those beyond the table by `direct`.
    pub(super) fn fill(&self, uniforms: &mut [f64], direct: impl Fn(f64) -> f64) {
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
