//! The points of a scan: a function's value at an argument, and on which side of the target it lies.
//!
//! Knows nothing of how points are looked for.

/// An extremum nearer to the target than this share of the function's usual size touches it.
pub(super) const TOUCH: f64 = 1e-12;

/// Where a value lies against the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetSide {
    /// Less than the target.
    Below,
    /// The target, to rounding.
    At,
    /// More than the target.
    Above,
    /// There is no value, or an infinite one.
    Undefined,
}

impl TargetSide {
    pub(super) fn is_off(self) -> bool {
        matches!(self, Self::Below | Self::Above)
    }
}

/// How the function gets past the target without meeting it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Jump {
    /// In a step of finite height.
    Step,
    /// Through infinity.
    Pole,
}

/// The function at one point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Node {
    /// The argument.
    pub input: f64,
    /// The value; may be not-a-number.
    pub value: f64,
    /// Where the value lies.
    pub side: TargetSide,
    /// The jump between this node and the next.
    pub jump: Option<Jump>,
    /// Whether it is a point of the grid, not of a refinement.
    pub of_grid: bool,
}

pub(super) fn push(nodes: &mut Vec<Node>, node: Node) {
    match nodes.last_mut() {
        Some(last) if same(last.input, node.input) => last.of_grid |= node.of_grid,
        _ => nodes.push(node),
    }
}

/// The scale on which something between two arguments is judged: that of the grid, or of the arguments themselves where
/// they are nearer to zero than that. On a wide range a cell of the grid is no measure for what happens at its low end.
pub(super) fn local(low: f64, high: f64, cell: f64) -> f64 {
    if low <= 0.0 && high >= 0.0 { cell } else { cell.min(low.abs().max(high.abs())) }
}

#[expect(clippy::float_cmp, reason = "the same point, not a near one")]
pub(super) fn same(a: f64, b: f64) -> bool {
    a == b
}
