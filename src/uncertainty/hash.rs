//! Numbers that look random and follow from a counter, so that any of them can be had without those before it.
//!
//! The mixer is `SplitMix64`'s (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators", with the
//! constants of Stafford's variant 13). Knows nothing of what the numbers are for.

/// The step of `SplitMix64`'s counter: 2^64 over the golden ratio, made odd.
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// All bits of the result depend on all bits of `x`; one to one.
#[must_use]
pub(super) const fn mix(x: u64) -> u64 {
    let x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

/// The seed of the stream number `stream` of a seed. Seeds that differ in one bit give unrelated streams, and 0 is a
/// seed like any other.
#[must_use]
pub const fn derive(seed: u64, stream: u64) -> u64 {
    mix(mix(seed.wrapping_add(STEP)) ^ stream.wrapping_add(1).wrapping_mul(STEP))
}

/// A stream of numbers by their index.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stream {
    start: u64,
    key: u64,
}

impl Stream {
    /// The stream of a seed. The second key stands between the mixer's rounds, so that two streams are not one sequence
    /// met at two places.
    pub(super) const fn new(seed: u64) -> Self {
        Self { start: derive(seed, 0), key: derive(seed, 1) }
    }

    /// The number at an index.
    pub(super) const fn at(self, index: u64) -> u64 {
        let x = self.start.wrapping_add(index.wrapping_mul(STEP));
        mix((x ^ (x >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93) ^ self.key)
    }
}

/// The middle of the cell of width 2^-52 that the leading 52 bits name: from 2^-53 to 1 - 2^-53, never 0 or 1.
#[must_use]
pub(super) const fn uniform(bits: u64) -> f64 {
    // One plus the 52 bits as a fraction, less one, plus half a cell: exact, as an odd multiple of 2^-53.
    f64::from_bits(0x3ff0_0000_0000_0000 | (bits >> 12)) - (1.0 - f64::EPSILON / 2.0)
}
