//! The greatest or least value of one output: inputs of known direction are pinned, the ranges of the others split.

use super::extent::{End, Side};
use super::operations::{difference, product};
use super::point::{Cone, pin};
use super::sweep::Sweep;
use crate::program::graph::{Index, Tape};
use crate::quantity::interval::Interval;
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// Sweeps for one end of one output, at most.
const SWEEPS: usize = 1_000;

/// Values that differ by no more than this part are one.
const SAME: f64 = 5e-10;

/// So much more than what is usual grows without end, where nothing bounds it.
const ENDLESS: f64 = 1e12;

/// An end that was found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub(super) value: f64,
    /// Whether it is a bound that need not be reached.
    pub(super) is_outer: bool,
}

/// A part of the box that may have more than the best value found.
struct Part<'a> {
    sides: Vec<Side<'a>>,
    /// No value of the part is beyond it. Greatest first, whichever end is looked for.
    bound: f64,
    /// The input to split.
    split: usize,
    number: usize,
}

impl Ord for Part<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.bound.total_cmp(&other.bound).then(other.number.cmp(&self.number))
    }
}

impl PartialOrd for Part<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Part<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Part<'_> {}

/// A search for one end of a tape's node, least values with their sign turned.
pub(super) struct Search<'t> {
    tape: &'t Tape,
    root: Index,
    end: End,
    cone: Cone<'t>,
    best: f64,
    /// What a difference is small against.
    scale: f64,
    sweeps: usize,
}

impl<'t> Search<'t> {
    /// The node's end over a box. `budget` are nodes that may be bounded.
    pub(super) fn run(tape: &'t Tape, root: Index, sides: &[Side<'_>], end: End, budget: &mut usize) -> Found {
        let cone = Cone::new(tape, root);
        let mut search = Self { tape, root, end, cone, best: f64::NEG_INFINITY, scale: 0.0, sweeps: 0 };
        let (bound, is_outer) = search.best_first(sides, budget);
        let turned = if end == End::High { bound } else { -bound };
        Found { value: turned, is_outer }
    }

    fn best_first(&mut self, sides: &[Side<'_>], budget: &mut usize) -> (f64, bool) {
        let mut open = BinaryHeap::new();
        open.extend(self.settled(sides.to_vec(), budget));
        while let Some(part) = open.pop() {
            if self.is_settled(part.bound) {
                // A least distance of zero is met but for rounding.
                return (if part.bound == 0.0 { 0.0 } else { self.best }, false);
            }
            if part.bound == f64::INFINITY && self.best > ENDLESS * self.scale {
                return (f64::INFINITY, false);
            }
            if self.sweeps >= SWEEPS || *budget < self.tape.nodes.len() {
                return (part.bound, true);
            }
            let Some(halves) = part.sides[part.split].halves() else {
                // What is left is as narrow as numbers are.
                return (part.bound, true);
            };
            for half in halves {
                let mut sides = part.sides.clone();
                sides[part.split] = half;
                open.extend(self.settled(sides, budget));
            }
        }
        (self.best, false)
    }

    fn is_settled(&self, bound: f64) -> bool {
        let slack = SAME * self.best.abs().max(self.scale);
        bound <= self.best || (self.best.is_finite() && bound - self.best <= slack)
    }

    fn turned(&self, value: f64) -> f64 {
        if self.end == End::High { value } else { -value }
    }

    /// Pins what can be pinned and takes note of the values found; what remains, where it may hold more.
    fn settled<'a>(&mut self, mut sides: Vec<Side<'a>>, budget: &mut usize) -> Option<Part<'a>> {
        let mut bound = f64::INFINITY;
        loop {
            self.sweeps += 1;
            *budget = budget.saturating_sub(self.tape.nodes.len());
            let sweep = Sweep::over(self.tape, &sides);
            let (value, slopes) = (sweep.values[self.root], sweep.slopes(self.root).to_vec());
            bound = bound.min(if self.end == End::High { value.high } else { -value.low });
            let had_any = pin(&mut sides, &slopes, self.end);
            let left: Vec<_> = slopes.iter().filter(|(input, _)| sides[*input].is_open()).collect();
            if had_any && !left.is_empty() {
                continue;
            }
            let here = self.cone.limit(&sides);
            let found = self.turned(here);
            if found > self.best {
                self.best = found;
            }
            if found.is_finite() && self.scale == 0.0 {
                self.scale = found.abs();
            }
            if left.is_empty() {
                // Without a value here, the bounds are all there is.
                let part = Part { sides, bound, split: 0, number: self.sweeps };
                return if here.is_nan() { Some(part) } else { None };
            }
            let around = |side: &Side<'_>, by_unit: Interval| {
                let away = difference(side.interval(), Interval::point(side.middle()));
                product(by_unit, away)
            };
            let mut far = 0.0;
            let mut split = (f64::NEG_INFINITY, left[0].0);
            for (input, slope) in &left {
                let away = around(&sides[*input], slope.by_unit);
                far += if self.end == End::High { away.high } else { -away.low };
                let smear = away.high - away.low;
                let smear = if smear.is_finite() { smear } else { f64::MAX };
                let width = sides[*input].high - sides[*input].low;
                // Among those of which nothing is known the widest.
                if (smear, width) > (split.0, sides[split.1].high - sides[split.1].low) {
                    split = (smear, *input);
                }
            }
            // The mean value form: from the middle on no farther than the slopes allow.
            if found.is_finite() && !far.is_nan() && sides.iter().all(|side| !side.interval().is_unbounded()) {
                bound = bound.min(found + far);
            }
            return (!self.is_settled(bound)).then_some(Part { sides, bound, split: split.1, number: self.sweeps });
        }
    }
}
