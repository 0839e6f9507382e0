//! Scans a function of one number for where it meets or passes a target: on a grid, with every change of side refined.
//!
//! The function may have steps, edges, poles and places where it is undefined. The scan gives nodes such that between
//! two neighbouring nodes on different sides of the target nothing more can be told apart: they are neighbouring
//! doubles, or nearly, or one of them meets the target. What happens within one cell of the grid is found where it
//! changes a side, or where a local extremum points at it; a finer grid finds more.
//!
//! Knows neither assessments nor metrics: the function may as well be a statistic of many samples.

pub use super::node::{Jump, Node, TargetSide};
pub use super::refine::Function;

use super::node::{TOUCH, push, same};
use super::refine::Search;

/// A function over a range, resolved around a target.
#[derive(Clone, Debug, PartialEq)]
pub struct Scan {
    /// The value looked for.
    pub target: f64,
    /// Points in ascending order.
    pub nodes: Vec<Node>,
    /// How far from the target still counts as meeting it at an extremum, in the unit of the values.
    pub tolerance: f64,
}

impl Scan {
    /// Scans a function over a grid of arguments.
    #[must_use]
    pub fn new(grid: &[f64], target: f64, mut function: impl Function) -> Self {
        let values: Vec<f64> = grid.iter().map(|input| function.value(*input)).collect();
        Self::with_values(grid, &values, target, function)
    }

    /// As [`Scan::new`] where the function's values on the grid are known.
    #[must_use]
    pub(crate) fn with_values(grid: &[f64], values: &[f64], target: f64, function: impl Function) -> Self {
        let mut usual: Vec<f64> = values.iter().filter(|value| value.is_finite()).map(|value| value.abs()).collect();
        usual.sort_unstable_by(f64::total_cmp);
        let usual = usual.get(usual.len() / 2).copied().unwrap_or(0.0);
        let tolerance = TOUCH * target.abs().max(usual);
        let mut search = Search::new(function, target, tolerance);
        let points = grid.iter().zip(values).filter(|(input, _)| input.is_finite());
        let mut nodes: Vec<Node> =
            points.map(|(input, value)| Node { of_grid: true, ..search.place(*input, *value) }).collect();
        nodes.sort_by(|a, b| a.input.total_cmp(&b.input));
        nodes.dedup_by(|a, b| same(a.input, b.input));
        // Edges of undefined stretches first: an extremum may lie between such an edge and the grid.
        nodes = through(&nodes, |a, b, nodes| {
            if (a.side == TargetSide::Undefined) != (b.side == TargetSide::Undefined) {
                let (left, right) = search.split(a, b, |side| side == TargetSide::Undefined);
                push(nodes, left);
                push(nodes, right);
            }
        });
        nodes.extend(search.extremes(&nodes));
        nodes.sort_by(|a, b| a.input.total_cmp(&b.input).then(b.of_grid.cmp(&a.of_grid)));
        nodes.dedup_by(|found, node| {
            let again = same(found.input, node.input);
            if again && found.side == TargetSide::At {
                node.side = TargetSide::At;
            }
            again
        });
        nodes = through(&nodes, |a, b, nodes| search.join(a, b, nodes));
        Self { target, nodes, tolerance }
    }
}

/// The nodes with what `between` adds between neighbours. It may also set the jump of the last node added so far.
fn through(nodes: &[Node], mut between: impl FnMut(Node, Node, &mut Vec<Node>)) -> Vec<Node> {
    let mut all: Vec<Node> = nodes.first().copied().into_iter().collect();
    for pair in nodes.windows(2) {
        between(pair[0], pair[1], &mut all);
        push(&mut all, pair[1]);
    }
    all
}
