//! Estimates Sobol' indices from outputs at swapped samples: sums over blocks, by any thread, put together in order.
//!
//! Knows of outputs and factors by their number only; what is estimated how is told in [`super::sobol_indices`].

use super::bootstrap::{Estimate, Interval, Layout, Values, add, intervals, variances, whole};
use super::indices::{Index, Indices, Pair, Settings};
use super::interrupt::{Interrupt, Interrupted};
use super::monte_carlo::{MOST_VALUES, NotDrawn};
use super::resolution::{self, Unresolved};
use crate::program::BLOCK;
use crate::uncertainty::hash::derive;
use crate::uncertainty::summary::Moments;
use rayon::prelude::*;

/// Blocks that samples are summed in: independent designs, where samples are Sobol' points.
pub(super) const BLOCKS: u64 = 8;

/// Sets the resamples' random numbers apart from those of the samples.
const RESAMPLING: u64 = 0xb007_57a9_0000_0000;

/// Outputs over some lanes.
pub(super) struct Lanes {
    /// At A, for each output.
    pub a: Vec<Vec<f64>>,
    /// At B, for each output.
    pub b: Vec<Vec<f64>>,
    /// For each output at A with one factor from B, for each factor that it uses.
    pub changed: Vec<Vec<Vec<f64>>>,
    /// For each output at B with one factor from A, for each factor that it uses and that is paired.
    pub back: Vec<Vec<Vec<f64>>>,
}

/// The factors that an output depends on.
#[derive(Clone, Debug)]
pub(super) struct Uses {
    /// Their numbers, ascending.
    pub factors: Vec<usize>,
    /// Those below this number are paired.
    pub paired: usize,
}

impl Uses {
    fn layout(&self) -> Layout {
        let paired = self.factors.iter().filter(|factor| **factor < self.paired).count();
        Layout { inputs: self.factors.len(), paired }
    }
}

/// The factors.
pub(super) struct Parts {
    /// How many of them, from the first on, are single inputs; the rest are groups.
    pub singles: usize,
    /// Of each, which of those it is made of that have no input in common and all inputs together: a single input of
    /// itself.
    pub of: Vec<Vec<usize>>,
}

/// The indices of some outputs. Asks before each block of samples whether to stop.
pub(super) fn estimate(
    settings: Settings,
    parts: &Parts,
    uses: &[Uses],
    lanes: impl Fn(u64, usize) -> Lanes + Sync,
    interrupt: Interrupt<'_>,
) -> Result<Vec<Indices>, NotDrawn> {
    let samples = settings.base_samples;
    let blocks = BLOCKS;
    let layouts: Vec<Layout> = uses.iter().map(Uses::layout).collect();
    let sums: usize = layouts.iter().map(Layout::sums).sum();
    if blocks.saturating_mul(sums as u64) > MOST_VALUES {
        return Err(NotDrawn::TooMany);
    }
    // All of these are powers of two: a task has whole blocks, and a chunk whole blocks or a part of one.
    let block = samples / blocks;
    let chunk = samples.min(BLOCK as u64);
    let task = block.max(chunk);
    let width = usize::try_from(chunk).unwrap_or(BLOCK);
    let shifts: Vec<f64> = lanes(0, width).a.iter().map(|values| shift(values)).collect();
    let tasks: Vec<Vec<Vec<f64>>> = (0..samples / task)
        .into_par_iter()
        .map(|number| {
            let mut sums: Vec<Vec<f64>> = Vec::new();
            for layout in &layouts {
                let inside = usize::try_from(task / block).unwrap_or_default();
                sums.push(vec![0.0; inside * layout.sums()]);
            }
            for start in (0..task).step_by(width) {
                interrupt.check()?;
                let mut values = lanes(number * task + start, width);
                for (output, sums) in sums.iter_mut().enumerate() {
                    accumulate(&mut values, output, &layouts[output], shifts[output], start, block, sums);
                }
            }
            Ok(sums)
        })
        .collect::<Result<_, Interrupted>>()?;
    let indices = |output: usize| {
        interrupt.check()?;
        let sums: Vec<f64> = tasks.iter().flat_map(|task| task[output].iter().copied()).collect();
        Ok(gather(settings, parts, &uses[output], &layouts[output], shifts[output], &sums))
    };
    (0..uses.len()).into_par_iter().map(indices).collect()
}

/// A number near the mean, and the very number where all are the same.
fn shift(values: &[f64]) -> f64 {
    let mean = Moments::of(values).mean();
    if mean.is_finite() { mean } else { 0.0 }
}

/// Adds the lanes of an output to the sums of the blocks they fall in. Lanes with a value that is not finite are made to
/// add nothing.
fn accumulate(lanes: &mut Lanes, output: usize, layout: &Layout, shift: f64, start: u64, block: u64, sums: &mut [f64]) {
    let (a, b) = (&mut lanes.a[output], &mut lanes.b[output]);
    let (changed, back) = (&mut lanes.changed[output], &mut lanes.back[output]);
    let mut keep = vec![true; a.len()];
    for column in [&*a, &*b].into_iter().chain(&*changed).chain(&*back) {
        for (keep, value) in keep.iter_mut().zip(column) {
            *keep &= value.is_finite();
        }
    }
    for (lane, _) in keep.iter().enumerate().filter(|(_, keep)| !**keep) {
        for column in [&mut *a, &mut *b].into_iter().chain(&mut *changed).chain(&mut *back) {
            column[lane] = shift;
        }
    }
    let size = layout.sums();
    let part = usize::try_from(block).map_or(a.len(), |block| block.min(a.len()));
    for from in (0..a.len()).step_by(part) {
        let at = usize::try_from((start + from as u64) / block).unwrap_or_default() * size;
        let part = from..from + part;
        let samples: f64 = keep[part.clone()].iter().map(|keep| f64::from(u8::from(*keep))).sum();
        let values = Values {
            a: &a[part.clone()],
            b: &b[part.clone()],
            changed: changed.iter().map(|column| &column[part.clone()]).collect(),
            back: back.iter().map(|column| &column[part.clone()]).collect(),
        };
        add(&mut sums[at..at + size], layout, samples, shift, &values);
    }
}

/// The factors, by their place among those used, that make all of the variance: what they are made of is all that an
/// output depends on, or all that changed anything in any sample. Their shares are exactly 1, whatever the estimates say.
fn alone(parts: &Parts, uses: &Uses, found: &Estimate) -> Vec<bool> {
    let has = |factor: usize, part: usize| parts.of[factor].contains(&part);
    let moves = |place: usize| found.orders[place].1 != 0.0;
    let known = || uses.factors.iter().copied().enumerate();
    let whole = |(place, factor): (usize, usize)| {
        // What is itself a part, and none of these.
        let mut rest = known().filter(|(_, other)| parts.of[*other] == [*other] && !has(factor, *other));
        if rest.clone().next().is_none() {
            return true;
        }
        // Two inputs may change something together that neither changes alone.
        let mut apart = known().filter(|(_, other)| !parts.of[*other].iter().any(|part| has(factor, *part)));
        moves(place) && !rest.any(|(other, _)| moves(other)) && !apart.any(|(other, _)| moves(other))
    };
    known().map(whole).collect()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number of samples, exact as a double")]
fn gather(settings: Settings, parts: &Parts, uses: &Uses, layout: &Layout, shift: f64, sums: &[f64]) -> Indices {
    let (singles, factors) = (parts.singles, parts.of.len());
    let found = whole(sums, layout, shift);
    let seed = derive(settings.seed, RESAMPLING);
    let drawn = intervals(sums, layout, shift, seed, settings.resamples);
    let defined: f64 = sums.chunks_exact(layout.sums()).map(|block| block[0]).sum();
    let still = found.variance == 0.0;
    let alone = if defined > 0.0 && !still { alone(parts, uses, &found) } else { vec![false; uses.factors.len()] };
    let variance_ci =
        if still { (0.0, 0.0) } else { resolution::interval(found.variance, &variances(sums, layout, shift)) };
    let heavy = if still || defined == 0.0 { None } else { resolution::of_variance(found.variance, variance_ci) };
    let judged = |share: f64, ci: Interval, changes: bool| -> (Interval, Option<Unresolved>) {
        let ci = if ci.0.is_nan() { ci } else { (ci.0.min(share), ci.1.max(share)) };
        // What changed nothing in any sample has no part, however heavy the rest.
        (ci, if changes && defined > 0.0 { heavy.or_else(|| resolution::of_share(share, ci)) } else { None })
    };
    let index = |factor: usize| {
        let input = if factor < singles { factor } else { factor - singles };
        let known = |share: f64, used: bool| Index {
            input,
            first_order: share,
            first_order_ci: (share, share),
            first_order_unresolved: None,
            total_order: share,
            total_order_ci: (share, share),
            total_order_unresolved: None,
            used,
        };
        match uses.factors.binary_search(&factor) {
            Err(_) => known(0.0, false),
            Ok(_) if still => known(0.0, true),
            Ok(place) if alone[place] => known(1.0, true),
            Ok(place) => {
                let ((first_order, total_order), (of_first, of_total)) = (found.orders[place], drawn.orders[place]);
                let changes = total_order != 0.0;
                let (first_order_ci, first_order_unresolved) = judged(first_order, of_first, changes);
                let (total_order_ci, total_order_unresolved) = judged(total_order, of_total, changes);
                Index {
                    input,
                    first_order,
                    first_order_ci,
                    first_order_unresolved,
                    total_order,
                    total_order_ci,
                    total_order_unresolved,
                    used: true,
                }
            }
        }
    };
    let pair = |((i, j), (index, ci)): ((usize, usize), (&f64, &Interval))| {
        let of = (uses.factors[i], uses.factors[j]);
        if still || alone[i] || alone[j] {
            return Pair { of, index: 0.0, ci: (0.0, 0.0), unresolved: None };
        }
        let changes = found.orders[i].1 != 0.0 && found.orders[j].1 != 0.0;
        let (ci, unresolved) = judged(*index, *ci, changes);
        Pair { of, index: *index, ci, unresolved }
    };
    Indices {
        mean: found.mean,
        variance: found.variance,
        variance_ci,
        undefined: settings.base_samples - defined as u64,
        inputs: (0..singles).map(index).collect(),
        groups: (singles..factors).map(index).collect(),
        pairs: layout.pairs().zip(found.pairs.iter().zip(&drawn.pairs)).map(pair).collect(),
    }
}
