//! Buckets of equal width for many values: a straight line of a value, cut off at both ends and rounded.
//!
//! Of two values the greater never has the smaller bucket, so that counting by buckets says exactly where a value stands
//! among others but for those of its own bucket. Knows nothing of what is counted.

/// How many there are.
pub(super) const BUCKETS: usize = 1 << 10;

/// Added to a number from 0 to 2^52 it leaves the number, rounded, in the last bits.
const ROUNDING: f64 = 4_503_599_627_370_496.0;

/// Where buckets lie.
#[derive(Clone, Copy, Debug)]
pub(super) struct Buckets {
    start: f64,
    scale: f64,
}

impl Buckets {
    /// Buckets between two values; the first and the last one are for what lies outside.
    pub(super) fn between(low: f64, high: f64) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "a thousand")]
        let scale = (BUCKETS - 4) as f64 / (high - low);
        // Values that are hardly apart, or too far, may as well share one.
        let scale = if scale.is_finite() && scale > 0.0 { scale } else { 1.0 };
        Self { start: low - 2.0 / scale, scale }
    }

    /// The bucket of a value that is finite.
    pub(super) fn of(&self, value: f64) -> u64 {
        #[expect(clippy::cast_precision_loss, reason = "a thousand")]
        const LAST: f64 = (BUCKETS - 1) as f64;
        let at = (value - self.start) * self.scale;
        let at = if at > 0.0 { at } else { 0.0 };
        let at = if at < LAST { at } else { LAST };
        (at + ROUNDING).to_bits() % BUCKETS as u64
    }
}

/// A bucket as an index.
#[expect(clippy::cast_possible_truncation, reason = "less than there are buckets")]
pub(super) fn index(bucket: u64) -> usize {
    (bucket % BUCKETS as u64) as usize
}
