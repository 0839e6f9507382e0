//! Whether an operation that plain bounds leave in doubt has no result anywhere in the box.

use super::extent::{End, Side};
use super::point::{Cone, pin};
use super::sweep::Sweep;
use crate::program::graph::{Operation, Tape};
use crate::program::guard::{Doubt, Trouble};

/// Parts of the box that are looked at for one operation, at most.
const PARTS: usize = 256;

/// Whether the doubt about an operation holds: not where every part of the box excludes it. `budget` are nodes that may
/// be bounded.
pub(super) fn holds(tape: &Tape, doubt: &Doubt, sides: &[Side<'_>], budget: &mut usize) -> bool {
    let part = tape.part(&doubt.nodes());
    let (operand, exponent) = (part.outputs[0], part.outputs.get(1).copied());
    let is_continuous = !part.nodes.iter().any(|node| matches!(node, Operation::Unary(unary, _) if unary.has_steps()));
    let mut cone = Cone::new(&part, operand);
    let mut of_exponent = exponent.map(|exponent| Cone::new(&part, exponent));
    let mut open = vec![sides.to_vec()];
    for _ in 0..PARTS {
        let Some(sides) = open.pop() else { return false };
        if *budget < part.nodes.len() {
            return true;
        }
        *budget -= part.nodes.len();
        let sweep = Sweep::over(&part, &sides);
        if doubt.is_excluded(sweep.values[operand], exponent.map(|exponent| sweep.values[exponent])) {
            continue;
        }
        let slopes = sweep.slopes(operand);
        let ends = [End::Low, End::High].map(|end| {
            let mut corner = sides.clone();
            pin(&mut corner, slopes, end);
            let value = cone.limit(&corner);
            let exponent = of_exponent.as_mut().map(|exponent| exponent.limit(&corner));
            (value, exponent)
        });
        let has_gaps = slopes.iter().any(|(input, _)| sides[*input].has_gaps());
        let passes_zero =
            doubt.trouble == Trouble::Denominator && is_continuous && !has_gaps && ends[0].0 <= 0.0 && ends[1].0 >= 0.0;
        if passes_zero || ends.iter().any(|(value, exponent)| is_in_trouble(doubt.trouble, *value, *exponent)) {
            return true;
        }
        let moving = slopes.iter().chain(exponent.iter().flat_map(|exponent| sweep.slopes(*exponent)));
        let width = |input: usize| sides[input].high - sides[input].low;
        let widest = moving.map(|(input, _)| *input).max_by(|a, b| width(*a).total_cmp(&width(*b)));
        let Some((widest, halves)) = widest.and_then(|widest| Some((widest, sides[widest].halves()?))) else {
            return true;
        };
        for half in halves {
            let mut next = sides.clone();
            next[widest] = half;
            open.push(next);
        }
    }
    !open.is_empty()
}

fn is_in_trouble(trouble: Trouble, value: f64, exponent: Option<f64>) -> bool {
    match trouble {
        Trouble::Denominator => value == 0.0,
        Trouble::Root => value < 0.0,
        Trouble::Logarithm => value <= 0.0,
        Trouble::Power => {
            exponent.is_some_and(|exponent| (value == 0.0 && exponent < 0.0) || (value < 0.0 && exponent % 1.0 != 0.0))
        }
    }
}
