//! Break-even: finds the values of one input at which a metric meets a target.
//!
//! Everything is in base units. All crossings over a stated range are found as far as its grid resolves them (see
//! [`super::scan`]); at each the metric is the target to rounding, or the input is one of two neighbouring doubles. Knows nothing of units, words or charts.

use super::node::local;
use super::scan::{Function, Jump, Node, Scan, TargetSide};
use crate::model::{Axis, Calculation, InputId, MetricId};
use crate::program::Tape;

/// How many points of the range are looked at where nothing else is asked for.
pub const GRID: usize = 512;

/// A stretch that meets the target and is narrower than this share of the scale there ([`local`]) is a point.
const NARROW: f64 = 0.01;

/// Crossings nearer than this share of the scale there, or of the input, are one.
const SAME_CELL: f64 = 1e-6;
const SAME: f64 = 1e-12;

/// Where a metric meets a target.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum BreakEven {
    /// In these places, in ascending order of the input.
    Crossings(Vec<Crossing>),
    /// Nowhere.
    NeverMet {
        /// The nearest that the metric comes to the target.
        best: Point,
    },
    /// The metric equals the target wherever it is defined.
    AlwaysMet,
    /// The metric has no value anywhere in the range.
    Undefined,
}

/// A value of the input and the metric there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The input.
    pub input: f64,
    /// The metric.
    pub metric: f64,
}

/// A place where a metric meets a target or jumps over it.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Crossing {
    /// The input.
    pub input: f64,
    /// The metric there. At a step it is not the target.
    pub metric: f64,
    /// Where the metric goes as the input grows.
    pub direction: Direction,
    /// How the target is met.
    pub kind: CrossingKind,
}

/// Where a metric goes as the input grows past a crossing. At an end of the range, or of what is defined, the side
/// that there is decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From below the target to above it.
    Rising,
    /// From above the target to below it.
    Falling,
    /// It touches the target and turns back.
    Touching,
}

/// How a target is met.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum CrossingKind {
    /// At one value of the input, to rounding.
    Exact,
    /// Not at all: the metric jumps over it. The crossing's input is the first value behind the jump.
    Step {
        /// The metric just before the jump.
        before: f64,
        /// The metric just behind it.
        after: f64,
    },
    /// Over a stretch that begins at the crossing's input.
    Level {
        /// The last value of the input at which the metric still equals the target.
        until: f64,
    },
}

/// Scans a metric over an input's range for a target; the other inputs stay at their central case. The axis' steps
/// are the points of the grid, [`GRID`] by habit.
///
/// What the scan saw is read with [`Scan::crossings`]. A metric or an input that there is not is undefined throughout.
#[must_use]
pub fn scan(calculation: &Calculation, metric: MetricId, axis: &Axis, target: f64) -> Scan {
    scan_with(calculation, metric, axis, target, None)
}

/// An input that is held at another value than its central case.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct HeldInput {
    pub(super) input: InputId,
    pub(super) value: f64,
}

/// As [`scan`], with one more input held at a value of its own.
pub(super) fn scan_with(
    calculation: &Calculation,
    metric: MetricId,
    axis: &Axis,
    target: f64,
    held: Option<HeldInput>,
) -> Scan {
    let grid = axis.points();
    let mut inputs = calculation.central();
    let known = axis.input.index() < inputs.len();
    let beside = held.map(|HeldInput { input, value }| (input, vec![value; grid.len()]));
    let columns = beside.iter().map(|(input, values)| (*input, values.as_slice()));
    let columns: Vec<(InputId, &[f64])> = columns.chain([(axis.input, grid.as_slice())]).collect();
    let values = calculation.evaluate(&columns, grid.len()).into_iter().nth(metric.index()).filter(|_| known);
    let values = values.unwrap_or_else(|| vec![f64::NAN; grid.len()]);
    if let Some(HeldInput { input, value }) = held
        && let Some(place) = inputs.get_mut(input.index())
    {
        *place = value;
    }
    let along = Along { tape: calculation.tape_of(&[metric]), inputs, input: axis.input };
    Scan::with_values(&grid, &values, target, along)
}

/// A metric along one input, with its derivative from the reverse sweep.
struct Along {
    /// The metric is its only output.
    tape: Tape,
    inputs: Vec<f64>,
    input: InputId,
}

impl Along {
    fn go(&mut self, to: f64) {
        if let Some(place) = self.inputs.get_mut(self.input.index()) {
            *place = to;
        }
    }
}

impl Function for Along {
    fn value(&mut self, input: f64) -> f64 {
        self.go(input);
        self.tape.results(&self.inputs).first().copied().unwrap_or(f64::NAN)
    }

    fn with_slope(&mut self, input: f64) -> (f64, Option<f64>) {
        self.go(input);
        let Some(gradient) = self.tape.gradient(0, &self.inputs) else { return (f64::NAN, None) };
        let stepwise = gradient.stepwise.get(self.input.index()).copied().unwrap_or(true);
        let slope = gradient.by_input.get(self.input.index()).copied().filter(|_| !stepwise);
        (gradient.value, slope)
    }

    fn has_slopes(&self) -> bool {
        true
    }
}

impl Scan {
    /// Where the target is met.
    #[must_use]
    pub fn crossings(&self) -> BreakEven {
        let distance = |node: &Node| (node.value - self.target).abs();
        let defined: Vec<&Node> = self.nodes.iter().filter(|node| node.side != TargetSide::Undefined).collect();
        let Some(best) = defined.iter().min_by(|a, b| distance(a).total_cmp(&distance(b))) else {
            return BreakEven::Undefined;
        };
        if defined.iter().all(|node| distance(node) <= self.tolerance) {
            return BreakEven::AlwaysMet;
        }
        let mut crossings: Vec<Crossing> = Vec::new();
        let mut start: usize = 0;
        for run in self.nodes.chunk_by(|a, b| a.side == b.side) {
            let (before, end) = (start.checked_sub(1).and_then(|index| self.nodes.get(index)), start + run.len());
            let found = if run[0].side == TargetSide::At {
                Some(self.met(start, end))
            } else {
                before.and_then(|before| passed(*before, run[0], self.target))
            };
            if let Some(found) = found {
                let cell = local(found.input, found.input, self.cell(start, end));
                let apart = (SAME_CELL * cell).max(SAME * found.input.abs());
                let exact = |crossing: &Crossing| crossing.kind == CrossingKind::Exact;
                match crossings.last_mut() {
                    Some(last) if found.input - last.input <= apart && exact(last) && exact(&found) => {
                        *last = self.merged(*last, found);
                    }
                    _ => crossings.push(found),
                }
            }
            start = end;
        }
        if crossings.is_empty() {
            return BreakEven::NeverMet { best: Point { input: best.input, metric: best.value } };
        }
        BreakEven::Crossings(crossings)
    }

    /// The crossing of a run of nodes that meet the target.
    fn met(&self, start: usize, end: usize) -> Crossing {
        let run = &self.nodes[start..end];
        let (first, last) = (run[0], run[run.len() - 1]);
        let before = start.checked_sub(1).map(|index| self.nodes[index].side);
        let behind = self.nodes.get(end).map(|node| node.side);
        let direction = match (before, behind) {
            (Some(TargetSide::Below), Some(TargetSide::Below)) | (Some(TargetSide::Above), Some(TargetSide::Above)) => {
                Direction::Touching
            }
            (Some(TargetSide::Below), _) | (_, Some(TargetSide::Above)) => Direction::Rising,
            (Some(TargetSide::Above), _) | (_, Some(TargetSide::Below)) => Direction::Falling,
            _ => Direction::Touching,
        };
        // Rounding makes a point that meets the target a short stretch, the longer the flatter the metric is there.
        let (input, metric, kind) =
            if last.input - first.input > NARROW * local(first.input, last.input, self.cell(start, end)) {
                (first.input, first.value, CrossingKind::Level { until: last.input })
            } else {
                let node = run.iter().find(|node| node.of_grid).unwrap_or(&run[run.len() / 2]);
                (node.input, node.value, CrossingKind::Exact)
            };
        Crossing { input, metric, direction, kind }
    }

    /// The width of the grid's cells around some nodes.
    fn cell(&self, start: usize, end: usize) -> f64 {
        let (first, last) = (self.nodes[start].input, self.nodes[end - 1].input);
        let before = self.nodes[..start].iter().rfind(|node| node.of_grid).map(|node| first - node.input);
        let behind = self.nodes[end..].iter().find(|node| node.of_grid).map(|node| node.input - last);
        before.into_iter().chain(behind).fold(0.0, f64::max)
    }

    /// Two crossings so near to each other that rounding makes them two.
    fn merged(&self, a: Crossing, b: Crossing) -> Crossing {
        let direction = match (a.direction, b.direction) {
            (Direction::Touching, direction) | (direction, Direction::Touching) => direction,
            (a, b) if a == b => a,
            _ => Direction::Touching,
        };
        let nearer = if (b.metric - self.target).abs() < (a.metric - self.target).abs() { b } else { a };
        Crossing { direction, ..nearer }
    }
}

/// The crossing between two neighbours on both sides of the target, if there is one.
fn passed(before: Node, behind: Node, target: f64) -> Option<Crossing> {
    let direction = match (before.side, behind.side) {
        (TargetSide::Below, TargetSide::Above) => Direction::Rising,
        (TargetSide::Above, TargetSide::Below) => Direction::Falling,
        _ => return None,
    };
    let nearer = if (before.value - target).abs() < (behind.value - target).abs() { before } else { behind };
    let (node, kind) = match before.jump {
        Some(Jump::Pole) => return None,
        Some(Jump::Step) => (behind, CrossingKind::Step { before: before.value, after: behind.value }),
        None => (nearer, CrossingKind::Exact),
    };
    Some(Crossing { input: node.input, metric: node.value, direction, kind })
}
