//! Sobol' points, scrambled, any of them by its number.
//!
//! Digit `k` of the binary point number switches the direction number `v_k` of a dimension on; the coordinate is the
//! exclusive-or of those switched on (Sobol' 1967; Bratley and Fox 1988). Direction numbers follow from the primitive
//! polynomials and initial values of Joe and Kuo (2008) by `v_k = a_1 v_(k-1) ^ ... ^ v_(k-s) ^ (v_(k-s) >> s)`, in 64
//! bits. The first point is kept (Owen 2020, "On dropping the first Sobol' point").
//!
//! Two scramblings, both of which leave every elementary interval with its number of points:
//!
//! - [`Scrambling::Linear`]: every coordinate's 64 digits are multiplied by a random lower triangular matrix with ones on
//!   the diagonal and shifted by random digits (Matousek 1998, "On the L2-discrepancy for anchored boxes"). Integrals
//!   have the same variance as under Owen's nested scrambling (Owen 2003, "Variance with alternative scramblings of
//!   digital nets"), and all of the work is done on the direction numbers, once.
//! - [`Scrambling::Nested`]: Owen's (1995) scrambling of all 64 digits by hashing, where each digit is flipped
//!   depending on all digits before it (Laine and Karras 2011; Burley 2020), which costs some nanoseconds a coordinate.
//!
//! Knows nothing of distributions.

use super::hash::{Stream, derive, mix, uniform};
use std::sync::Arc;

/// Polynomials and initial direction numbers, a line for each dimension from the second on.
const JOE_KUO: &str = include_str!("joe_kuo.txt");

/// The most dimensions that there are direction numbers for.
pub const MOST_DIMENSIONS: usize = 1024;

/// Digits of a coordinate, and of a point's number.
const DIGITS: usize = 64;

/// Points are made in blocks of this many, by a table of their differences.
const BLOCK_DIGITS: usize = 8;
const BLOCK: usize = 1 << BLOCK_DIGITS;

/// How points are moved at random without losing their balance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scrambling {
    /// Not at all.
    None,
    /// By a random matrix and a shift of the digits.
    Linear,
    /// Each digit depending on all before it.
    Nested,
}

/// One dimension: what each digit of a point's number changes.
#[derive(Clone, Debug)]
struct Dimension {
    shift: u64,
    directions: [u64; DIGITS],
    /// What the last digits of a point's number add up to.
    block: [u64; BLOCK],
    /// The hash's key, where there is one.
    key: Option<u64>,
}

/// A sequence of points; cheap to clone.
#[derive(Clone, Debug)]
pub struct Sequence {
    dimensions: Arc<[Dimension]>,
}

impl Sequence {
    /// The sequence in some dimensions; none where there are more than [`MOST_DIMENSIONS`].
    #[must_use]
    pub fn new(dimensions: usize, scrambling: Scrambling, seed: u64) -> Option<Self> {
        if dimensions > MOST_DIMENSIONS {
            return None;
        }
        let lines = JOE_KUO.lines().filter(|line| !line.starts_with('#')).map(Some);
        let rows = std::iter::once(None).chain(lines).take(dimensions);
        let made = rows.zip(0_u64..).map(|(row, number)| {
            let directions = row.map_or_else(radical_inverse, directions);
            Dimension::new(directions, scrambling, derive(seed, number))
        });
        Some(Self { dimensions: made.collect() })
    }

    /// How many dimensions a point has.
    #[must_use]
    pub fn dimensions(&self) -> usize {
        self.dimensions.len()
    }

    /// The 64 binary digits behind the point of a coordinate; 0 beyond the last dimension.
    #[must_use]
    pub fn digits(&self, dimension: usize, index: u64) -> u64 {
        self.dimensions.get(dimension).map_or(0, |dimension| dimension.scrambled(dimension.plain(index)))
    }

    /// A coordinate as a number from 0 up to but without 1, its digits beyond the 53rd cut off: for points that are not
    /// scrambled, which are exact.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "53 bits fit")]
    pub fn coordinate(&self, dimension: usize, index: u64) -> f64 {
        (self.digits(dimension, index) >> 11) as f64 * (f64::EPSILON / 2.0)
    }

    /// Coordinates of the points from number `first` on in one dimension, each in the middle of its cell of width 2^-52,
    /// so that none is 0 or 1. Does nothing beyond the last dimension.
    pub fn fill(&self, dimension: usize, first: u64, uniforms: &mut [f64]) {
        let Some(dimension) = self.dimensions.get(dimension) else {
            return;
        };
        let mut index = first;
        let mut rest = uniforms;
        while !rest.is_empty() {
            let from = in_block(index);
            let (now, later) = rest.split_at_mut((BLOCK - from).min(rest.len()));
            let start = dimension.plain(index - from as u64);
            let block = &dimension.block[from..from + now.len()];
            match dimension.key {
                None => {
                    for (uniform_number, step) in now.iter_mut().zip(block) {
                        *uniform_number = uniform(start ^ step);
                    }
                }
                Some(key) => {
                    for (uniform_number, step) in now.iter_mut().zip(block) {
                        *uniform_number = uniform(nested(start ^ step, key));
                    }
                }
            }
            index += now.len() as u64;
            rest = later;
        }
    }
}

impl Dimension {
    fn new(mut directions: [u64; DIGITS], scrambling: Scrambling, seed: u64) -> Self {
        let random = Stream::new(seed);
        let mut shift = 0;
        if scrambling == Scrambling::Linear {
            // Row r of the matrix: any digits before the r-th, and the r-th itself.
            let row = |r: usize| {
                let diagonal = 1_u64 << (DIGITS - 1 - r);
                let before = !(diagonal | (diagonal - 1));
                (random.at(r as u64) & before) | diagonal
            };
            let columns = transposed(std::array::from_fn(row));
            directions = directions.map(|direction| product(&columns, direction));
            shift = random.at(DIGITS as u64);
        }
        let mut block = [0; BLOCK];
        for index in 1..BLOCK {
            let highest = index.ilog2() as usize;
            block[index] = block[index ^ (1 << highest)] ^ directions[highest];
        }
        let key = (scrambling == Scrambling::Nested).then(|| random.at(DIGITS as u64));
        Self { shift, directions, block, key }
    }

    /// Digits before hashing.
    fn plain(&self, index: u64) -> u64 {
        let mut digits = self.shift ^ self.block[in_block(index)];
        let mut high = index >> BLOCK_DIGITS;
        let mut k = BLOCK_DIGITS;
        while high != 0 {
            if high % 2 == 1 {
                digits ^= self.directions[k];
            }
            high >>= 1;
            k += 1;
        }
        digits
    }

    fn scrambled(&self, digits: u64) -> u64 {
        self.key.map_or(digits, |key| nested(digits, key))
    }
}

/// A matrix of digits, the first of a row its highest, with rows for columns: halves of it change places, then halves of
/// these and so on (Warren 2012, "Hacker's Delight", section 7-3).
fn transposed(mut rows: [u64; DIGITS]) -> [u64; DIGITS] {
    let (mut width, mut lower) = (DIGITS / 2, u64::MAX >> (DIGITS / 2));
    while width > 0 {
        for row in (0..DIGITS).filter(|row| row & width == 0) {
            let swapped = (rows[row] ^ (rows[row + width] >> width)) & lower;
            rows[row] ^= swapped;
            rows[row + width] ^= swapped << width;
        }
        width /= 2;
        lower ^= lower << width;
    }
    rows
}

/// A matrix times digits: the exclusive-or of the columns of those that are on.
fn product(columns: &[u64; DIGITS], mut digits: u64) -> u64 {
    let mut sum = 0;
    while digits != 0 {
        sum ^= columns[digits.leading_zeros() as usize];
        digits &= !(1 << (DIGITS - 1) >> digits.leading_zeros());
    }
    sum
}

/// Where a point stands in its block.
#[expect(clippy::cast_possible_truncation, reason = "less than 256")]
fn in_block(index: u64) -> usize {
    (index % BLOCK as u64) as usize
}

/// Owen's scrambling by hashing: on the digits in reverse, each step changes a digit depending only on those below it,
/// which are those before it. Even factors and sums do so; the constants are arbitrary.
fn nested(digits: u64, key: u64) -> u64 {
    let mut x = digits.reverse_bits();
    x ^= x.wrapping_mul(0x3d20_adea_9e1f_c5b6);
    x = x.wrapping_add(key);
    x = x.wrapping_mul(mix(key) | 1);
    x ^= x.wrapping_mul(0x0552_6c56_c3a4_d12e);
    x = x.wrapping_add(key.rotate_left(32));
    x ^= x.wrapping_mul(0x53a2_2864_71b8_2f9a);
    x.reverse_bits()
}

/// The first dimension: the digits of the number in reverse.
fn radical_inverse() -> [u64; DIGITS] {
    std::array::from_fn(|k| 1 << (DIGITS - 1 - k))
}

/// The direction numbers of a line of the table: the polynomial's inner coefficients, then the first odd numbers.
fn directions(row: &str) -> [u64; DIGITS] {
    let mut numbers = row.split_ascii_whitespace().filter_map(|word| word.parse::<u64>().ok());
    let polynomial = numbers.next().unwrap_or_default();
    let initial: Vec<u64> = numbers.collect();
    let degree = initial.len();
    let mut found = [0; DIGITS];
    for k in 0..DIGITS {
        found[k] = match initial.get(k) {
            Some(odd) => odd << (DIGITS - 1 - k),
            None => (1..degree).fold(found[k - degree] ^ (found[k - degree] >> degree), |sum, j| {
                let is_on = (polynomial >> (degree - 1 - j)) % 2 == 1;
                if is_on { sum ^ found[k - j] } else { sum }
            }),
        };
    }
    found
}
