//! The samples that are kept: a column for each input and metric, in which one design stands behind the other.
//!
//! Many metrics depend on inputs that are sampled and are the same all the same, such as those of somebody who takes no
//! part: of these one value stands for all. Knows nothing of what is said of samples.

use super::draw::{Chunk, ChunkPlace};
use rayon::prelude::*;

/// What is kept of a chunk, taken out of it: a single value of a metric that is the same in all of its samples.
pub(super) fn compact(chunk: &mut Chunk) -> Chunk {
    let column = |values: &mut Vec<f64>| match values.as_slice() {
        [first, rest @ ..] if rest.iter().all(|value| value.to_bits() == first.to_bits()) => vec![*first],
        _ => std::mem::take(values),
    };
    Chunk { values: chunk.values.iter_mut().map(column).collect(), inputs: std::mem::take(&mut chunk.inputs) }
}

/// The columns, in base units; of a metric that was the same so far the only value.
pub(super) struct RetainedSamples {
    of_each: usize,
    designs: usize,
    pub(super) inputs: Vec<Vec<f64>>,
    pub(super) values: Vec<Vec<f64>>,
}

impl RetainedSamples {
    /// The first `of_each` samples of each design, none of them there yet.
    pub(super) fn new(of_each: u64, designs: usize, inputs: usize, values: usize) -> Self {
        let of_each = usize::try_from(of_each).unwrap_or(usize::MAX);
        // Of inputs all values are kept, also where they happen to be the same.
        let inputs = vec![vec![0.0; of_each * designs]; inputs];
        Self { of_each, designs, inputs, values: vec![Vec::new(); values] }
    }

    /// How many samples there are.
    pub(super) fn count(&self) -> usize {
        self.inputs.first().map_or(0, Vec::len)
    }

    /// Whether a chunk has samples that are kept.
    pub(super) fn wants(&self, place: ChunkPlace) -> bool {
        place.start < self.of_each as u64
    }

    /// Takes in what was taken of some chunks.
    pub(super) fn add(&mut self, pieces: &[(ChunkPlace, Chunk)]) {
        let (of_each, whole) = (self.of_each, self.of_each * self.designs);
        let put = |all: &mut Vec<f64>, place: ChunkPlace, piece: &[f64]| {
            let start = usize::try_from(place.start).unwrap_or(usize::MAX);
            let count = place.samples.min(of_each.saturating_sub(start));
            let start = place.design * of_each + start;
            match (piece, all.as_slice()) {
                ([only], []) => all.push(*only),
                ([only], [before]) if only.to_bits() == before.to_bits() => {}
                _ => {
                    if all.len() < whole {
                        *all = vec![all.first().copied().unwrap_or_default(); whole];
                    }
                    match piece {
                        [only] => all[start..start + count].fill(*only),
                        several => all[start..start + count].copy_from_slice(&several[..count]),
                    }
                }
            }
        };
        let columns = self.inputs.par_iter_mut().enumerate();
        columns.for_each(|(column, all)| {
            for (place, chunk) in pieces {
                put(all, *place, &chunk.inputs[column]);
            }
        });
        let columns = self.values.par_iter_mut().enumerate();
        columns.for_each(|(column, all)| {
            for (place, chunk) in pieces {
                put(all, *place, &chunk.values[column]);
            }
        });
    }
}
