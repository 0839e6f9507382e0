//! Latin hypercubes of inputs that move together: each column keeps its numbers, one in every slice, and takes the order
//! that the rank correlations want.
//!
//! The method of Iman and Conover (1982), "A distribution-free approach to inducing rank correlation among input
//! variables", with the copula's normal numbers as scores: the scores of the columns as drawn are freed of the
//! correlation that they have by chance, given the one that is wanted, and every column is put in the order of its
//! scores. That needs all samples of a design at once. Knows nothing of what the columns stand for.

use super::correlation::{Copula, lower_factor};
use super::design::Design;
use super::normal;
use super::sampler::Sampler;

/// Most numbers (samples times columns) that are put in order: 512 MB of them.
const MOST: u64 = 1 << 26;

/// The columns of a Latin hypercube that move together, all samples of them.
#[derive(Clone, Debug)]
pub struct Reordered {
    /// Each with its dimension.
    columns: Vec<(usize, Vec<f64>)>,
}

impl Copula {
    /// Whether the columns of designs with so many samples together keep one number in each slice: those of a Latin
    /// hypercube that is not too long to be put in order.
    #[must_use]
    pub fn keeps_slices(&self, sampler: Sampler, count: u64) -> bool {
        sampler == Sampler::LatinHypercube && count.saturating_mul(self.members().len() as u64) <= MOST
    }

    /// A Latin hypercube with its columns in the order that the correlations want.
    #[must_use]
    pub(crate) fn reorder(&self, design: &Design) -> Reordered {
        let samples = usize::try_from(design.samples()).unwrap_or_default();
        let mut columns: Vec<(usize, Vec<f64>)> = Vec::with_capacity(self.members().len());
        for member in self.members() {
            let mut column = vec![0.0; samples];
            design.fill(*member, 0, &mut column);
            columns.push((*member, column));
        }
        let scores: Vec<Vec<f64>> =
            columns.iter().map(|(_, column)| column.iter().map(|u| normal::inverse(*u, 1.0 - u)).collect()).collect();
        let factors = self.factors_for(&scores);
        for ((_, column), factors) in columns.iter_mut().zip(&factors) {
            // The first one, and those that are to be independent of all before them by the luck of the draw.
            if factors.iter().rev().skip(1).all(|factor| *factor == 0.0) {
                continue;
            }
            let score = |sample: usize| factors.iter().zip(&scores).map(|(factor, z)| factor * z[sample]).sum::<f64>();
            let mut order: Vec<(f64, usize)> = (0..samples).map(|sample| (score(sample), sample)).collect();
            order.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
            let mut sorted = column.clone();
            sorted.sort_unstable_by(f64::total_cmp);
            for ((_, sample), number) in order.into_iter().zip(sorted) {
                column[sample] = number;
            }
        }
        Reordered { columns }
    }

    /// For each member the factors of the members' scores as drawn, from the first to its own: what is wanted times the
    /// inverse of what is there. What is there is left as it is where there are too few samples to tell.
    fn factors_for(&self, scores: &[Vec<f64>]) -> Vec<Vec<f64>> {
        let wanted = self.factor();
        let Some(there) = lower_factor(scores.len(), &|a, b| product(&scores[a], &scores[b])) else {
            return wanted.to_vec();
        };
        let mut found: Vec<Vec<f64>> = Vec::with_capacity(wanted.len());
        for row in wanted {
            // x there = row, from the last to the first.
            let mut x = row.clone();
            for j in (0..x.len()).rev() {
                let known: f64 = (j + 1..x.len()).map(|k| x[k] * there[k][j]).sum();
                x[j] = (row[j] - known) / there[j][j];
            }
            found.push(x);
        }
        found
    }
}

/// The correlation of scores as drawn; their means are next to 0 and their squares' next to 1.
fn product(a: &[f64], b: &[f64]) -> f64 {
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    dot(a, b) / libm::sqrt(dot(a, a) * dot(b, b))
}

impl Reordered {
    /// The numbers of some samples in a dimension, from number `first` on; `false`, and nothing is done, where the
    /// dimension moves with no other.
    pub fn fill(&self, dimension: usize, first: u64, uniforms: &mut [f64]) -> bool {
        let Some((_, column)) = self.columns.iter().find(|(member, _)| *member == dimension) else { return false };
        let start = usize::try_from(first).unwrap_or(usize::MAX).min(column.len());
        let there = &column[start..(start + uniforms.len()).min(column.len())];
        uniforms[..there.len()].copy_from_slice(there);
        there.len() == uniforms.len()
    }
}
