//! Makes inputs move together: a Gaussian copula with stated rank correlations.
//!
//! Spearman's rank correlation `r` of a pair under a Gaussian copula with correlation `rho` is `6/pi asin(rho / 2)`
//! (Kruskal 1958, "Ordinal measures of association"), so `rho = 2 sin(pi r / 6)`. Columns of uniform numbers are turned
//! into standard normal ones, multiplied by the Cholesky factor of the matrix of these, and turned back; columns that
//! are correlated with none before them stay as they are, to the bit. Knows nothing of what the columns stand for.

use super::normal;
use std::fmt;

/// Rows are done this many at a time.
const BLOCK: usize = 256;

/// What remains of a variance may not be less than this.
const LEAST_VARIANCE: f64 = 1e-10;

/// Why some rank correlations cannot hold. Inputs go by their number.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum CorrelationError {
    /// Not strictly between -1 and 1.
    OutOfRange {
        /// The pair.
        pair: (usize, usize),
        /// What was stated.
        rank: f64,
    },
    /// An input with itself.
    WithItself(usize),
    /// A number that belongs to no input.
    UnknownInput(usize),
    /// Stated twice.
    Twice((usize, usize)),
    /// No inputs can have all of these correlations at once: the matrix is not positive definite. These entries
    /// contradict each other; as few as could be found.
    Contradiction(Vec<(usize, usize, f64)>),
}

impl fmt::Display for CorrelationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OutOfRange { pair: (a, b), rank } => {
                write!(f, "the rank correlation of inputs {a} and {b}, {rank}, must lie strictly between -1 and 1")
            }
            Self::WithItself(input) => write!(f, "input {input} cannot be correlated with itself"),
            Self::UnknownInput(input) => write!(f, "there is no input {input}"),
            Self::Twice((a, b)) => write!(f, "the correlation of inputs {a} and {b} is stated twice"),
            Self::Contradiction(entries) => {
                f.write_str("these rank correlations contradict each other: ")?;
                for (at, (a, b, rank)) in entries.iter().enumerate() {
                    let comma = if at > 0 { ", " } else { "" };
                    write!(f, "{comma}{rank} of inputs {a} and {b}")?;
                }
                Ok(())
            }
        }
    }
}

impl std::error::Error for CorrelationError {}

/// The correlation of normal numbers that gives the rank correlation `rank`.
#[must_use]
pub fn normal_correlation(rank: f64) -> f64 {
    2.0 * libm::sin(std::f64::consts::PI * rank / 6.0)
}

/// The rank correlation of normal numbers with the correlation `rho`.
#[must_use]
pub fn rank_correlation(rho: f64) -> f64 {
    6.0 / std::f64::consts::PI * libm::asin(rho / 2.0)
}

/// One column that depends on others: its number and the factor of each column, the last one its own.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    column: usize,
    factors: Vec<(usize, f64)>,
}

/// How columns depend on each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Copula {
    columns: usize,
    rows: Vec<Row>,
    /// The columns that are named, ascending, and the lower triangular factor of their normal correlations.
    members: Vec<usize>,
    factor: Vec<Vec<f64>>,
}

impl Copula {
    /// The copula of some columns with the rank correlations of pairs of them; pairs that are not named have none.
    pub fn new(columns: usize, ranks: &[(usize, usize, f64)]) -> Result<Self, CorrelationError> {
        for (at, (a, b, rank)) in ranks.iter().enumerate() {
            if let Some(unknown) = [*a, *b].into_iter().find(|input| *input >= columns) {
                return Err(CorrelationError::UnknownInput(unknown));
            }
            if a == b {
                return Err(CorrelationError::WithItself(*a));
            }
            if !(*rank > -1.0 && *rank < 1.0) {
                return Err(CorrelationError::OutOfRange { pair: (*a, *b), rank: *rank });
            }
            let again = |(c, d, _): &(usize, usize, f64)| (c, d) == (a, b) || (c, d) == (b, a);
            if ranks[..at].iter().any(again) {
                return Err(CorrelationError::Twice((*a, *b)));
            }
        }
        let mut members: Vec<usize> = ranks.iter().flat_map(|(a, b, _)| [*a, *b]).collect();
        members.sort_unstable();
        members.dedup();
        let Some(factor) = cholesky(&members, ranks) else {
            return Err(CorrelationError::Contradiction(contradiction(&members, ranks)));
        };
        let mut rows = Vec::new();
        for (k, column) in members.iter().enumerate() {
            if factor[k][..k].iter().any(|factor| *factor != 0.0) {
                let own = members.iter().copied().zip(factor[k].iter().copied());
                let factors = own.enumerate().filter(|(j, (_, factor))| *j == k || *factor != 0.0);
                rows.push(Row { column: *column, factors: factors.map(|(_, entry)| entry).collect() });
            }
        }
        Ok(Self { columns, rows, members, factor })
    }

    /// Whether no column depends on another.
    #[must_use]
    pub fn is_independent(&self) -> bool {
        self.rows.is_empty()
    }

    /// The columns that are named in a correlation, ascending.
    #[must_use]
    pub fn members(&self) -> &[usize] {
        &self.members
    }

    /// The columns that depend on others before them.
    #[must_use]
    pub(crate) fn dependent(&self) -> Vec<usize> {
        self.rows.iter().map(|row| row.column).collect()
    }

    pub(super) fn factor(&self) -> &[Vec<f64>] {
        &self.factor
    }

    /// Turns independent columns of uniform numbers, strictly between 0 and 1 and equally long, into correlated ones.
    /// Each row of numbers is a matter of its own, so that any part of the columns gives the same. Does nothing with
    /// fewer columns than the copula was made for; those beyond these stay as they are.
    pub fn apply(&self, columns: &mut [Vec<f64>]) {
        if columns.len() < self.columns {
            return;
        }
        let length = columns.iter().take(self.columns).map(Vec::len).min().unwrap_or(0);
        let mut scores: Vec<(usize, [f64; BLOCK])> = Vec::new();
        for row in &self.rows {
            for (column, _) in &row.factors {
                if scores.iter().all(|(known, _)| known != column) {
                    scores.push((*column, [0.0; BLOCK]));
                }
            }
        }
        for first in (0..length).step_by(BLOCK) {
            let end = length.min(first + BLOCK);
            for (column, normal_numbers) in &mut scores {
                for (z, u) in normal_numbers.iter_mut().zip(&columns[*column][first..end]) {
                    *z = normal::inverse(*u, 1.0 - *u);
                }
            }
            for row in &self.rows {
                let mut sum = [0.0; BLOCK];
                for (column, factor) in &row.factors {
                    if let Some((_, normal_numbers)) = scores.iter().find(|(known, _)| known == column) {
                        for (sum, z) in sum.iter_mut().zip(normal_numbers) {
                            *sum += factor * z;
                        }
                    }
                }
                for (u, sum) in columns[row.column][first..end].iter_mut().zip(&sum) {
                    *u = normal::tails(*sum).0.clamp(f64::EPSILON / 2.0, 1.0 - f64::EPSILON / 2.0);
                }
            }
        }
    }
}

/// The lower triangular factor of the correlations among some members; `None` where they are not positive definite.
fn cholesky(members: &[usize], ranks: &[(usize, usize, f64)]) -> Option<Vec<Vec<f64>>> {
    let entry = |a: usize, b: usize| {
        let stated = ranks.iter().find(|(c, d, _)| (*c, *d) == (a, b) || (*c, *d) == (b, a));
        stated.map_or(0.0, |(_, _, rank)| normal_correlation(*rank))
    };
    lower_factor(members.len(), &|i, j| entry(members[i], members[j]))
}

/// The lower triangular factor of a matrix of correlations of some size, of which the entries below the diagonal are
/// asked for; `None` where it is not positive definite.
pub(super) fn lower_factor(size: usize, entry: &dyn Fn(usize, usize) -> f64) -> Option<Vec<Vec<f64>>> {
    let mut factor: Vec<Vec<f64>> = Vec::with_capacity(size);
    for i in 0..size {
        let mut row: Vec<f64> = Vec::with_capacity(i + 1);
        for (j, other) in factor.iter().enumerate() {
            let known: f64 = row.iter().zip(other).map(|(a, b)| a * b).sum();
            row.push((entry(i, j) - known) / other[j]);
        }
        let variance = 1.0 - row.iter().map(|value| value * value).sum::<f64>();
        if variance < LEAST_VARIANCE {
            return None;
        }
        row.push(libm::sqrt(variance));
        factor.push(row);
    }
    Some(factor)
}

/// Members that cannot be together although they could without any one of them, and the entries among these.
fn contradiction(members: &[usize], ranks: &[(usize, usize, f64)]) -> Vec<(usize, usize, f64)> {
    let mut kept = members.to_vec();
    for member in members {
        let without: Vec<usize> = kept.iter().copied().filter(|other| other != member).collect();
        if cholesky(&without, ranks).is_none() {
            kept = without;
        }
    }
    ranks.iter().filter(|(a, b, _)| kept.contains(a) && kept.contains(b)).copied().collect()
}
