//! Frontiers: for each value of a second input, the values of a first one at which a metric meets a target.
//!
//! Everything is in base units. Each row is a break-even search of its own; the curves join what belongs together. A
//! curve ends at the last row that has it: where two crossings merge between two rows, or where one leaves the range,
//! the end itself is not searched for. For a statistic every row has the same samples, drawn once more for each. Knows
//! nothing of charts.

use super::break_even::{self, BreakEven, Crossing, Direction, HeldInput, scan_with};
use super::goal_seek;
use super::interrupt::{Interrupt, Interrupted};
use super::monte_carlo::{NotDrawn, Settings};
use super::sweep;
use crate::model::{Axis, Calculation, Goal, Measure, MetricId, SweepPlan};

/// Samples of a statistic's frontier where nothing else is asked for: it is computed at some thousand points.
pub const STATISTIC_SAMPLES: u64 = 8_192;

/// Points of each row at which a statistic is computed before the search is refined.
const STATISTIC_GRID: usize = 33;

/// The break-even values of the first input at one value of the second.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FrontierRow {
    /// The second input.
    pub second: f64,
    /// Where the metric meets the target.
    pub outcome: BreakEven,
    /// Of a statistic, what it is on the grid; empty for a value.
    pub curve: Vec<break_even::Point>,
}

/// A point of a curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The first input.
    pub first: f64,
    /// The second input.
    pub second: f64,
}

/// Where a metric meets a target in the plane of two inputs.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Frontier {
    /// One row for each value of the second input, ascending.
    pub rows: Vec<FrontierRow>,
    /// Curves on which the target is met, each by ascending second input; none is empty, and none goes on where there
    /// is no solution.
    pub curves: Vec<Vec<Point>>,
    /// What was drawn in each row, for a statistic.
    pub settings: Option<Settings>,
    /// The metric or statistic at [`FIELD`] by [`FIELD`] points, the second input fastest: which side of a curve is
    /// which.
    pub field: Vec<f64>,
}

/// Points of the field along each input.
pub const FIELD: usize = 25;

/// Searches the plane of two inputs; the others stay at their central case. The first axis' steps are the points of
/// the search in each row, [`super::break_even::GRID`] by habit; the second's are the rows.
#[must_use]
pub fn run(calculation: &Calculation, metric: MetricId, first: &Axis, second: &Axis, target: f64) -> Frontier {
    let plane = Plane { calculation, metric, first, second };
    plane.frontier(second.points().into_iter().map(|value| plane.row(value, target)).collect())
}

/// A metric in the plane of two inputs.
struct Plane<'a> {
    calculation: &'a Calculation,
    metric: MetricId,
    first: &'a Axis,
    second: &'a Axis,
}

impl Plane<'_> {
    fn row(&self, value: f64, target: f64) -> FrontierRow {
        let held = HeldInput { input: self.second.input, value };
        let outcome = scan_with(self.calculation, self.metric, self.first, target, Some(held)).crossings();
        FrontierRow { second: value, outcome, curve: Vec::new() }
    }

    fn frontier(&self, rows: Vec<FrontierRow>) -> Frontier {
        let curves = curves(&rows, self.first.log);
        let field = field(self.calculation, self.metric, self.first, self.second);
        Frontier { rows, curves, settings: None, field }
    }
}

/// The metric over the plane, the other inputs at their central case.
fn field(calculation: &Calculation, metric: MetricId, first: &Axis, second: &Axis) -> Vec<f64> {
    let coarse = |axis: &Axis| Axis { steps: FIELD, ..axis.clone() };
    let plan = SweepPlan {
        id: String::new(),
        title: None,
        column: None,
        first: coarse(second),
        second: Some(coarse(first)),
        show: vec![metric],
        mark: Vec::new(),
    };
    sweep::run(calculation, &plan).curves.pop().map(|curve| curve.values).unwrap_or_default()
}

/// The statistic over the plane: at each point that of the nearest at which it was computed.
fn nearest(rows: &[FrontierRow]) -> Vec<f64> {
    let nearest = |at: usize, count: usize| at * count.saturating_sub(1) / (FIELD - 1);
    let value = |across: usize, up: usize| {
        let row = rows.get(nearest(across, rows.len()))?;
        row.curve.get(nearest(up, row.curve.len())).map(|point| point.metric)
    };
    (0..FIELD * FIELD).map(|index| value(index % FIELD, index / FIELD).unwrap_or(f64::NAN)).collect()
}

/// As [`run`] for any goal, with samples for a statistic.
///
/// # Errors
/// When there would be more samples than can be drawn or kept.
pub fn run_goal(
    calculation: &Calculation,
    goal: &Goal,
    first: &Axis,
    second: &Axis,
    settings: Settings,
) -> Result<Frontier, NotDrawn> {
    run_goal_with(calculation, goal, first, second, settings, Interrupt::NEVER)
}

/// As [`run_goal`]; asks before each row, and each trial of a statistic, whether to stop.
///
/// # Errors
/// As [`run_goal`], and when it was told to stop.
pub fn run_goal_with(
    calculation: &Calculation,
    goal: &Goal,
    first: &Axis,
    second: &Axis,
    settings: Settings,
    interrupt: Interrupt<'_>,
) -> Result<Frontier, NotDrawn> {
    if goal.measure == Measure::Value {
        let first = &Axis { steps: break_even::GRID, ..first.clone() };
        let plane = Plane { calculation, metric: goal.metric, first, second };
        let row = |value: f64| {
            interrupt.check()?;
            Ok(plane.row(value, goal.target))
        };
        let rows = second.points().into_iter().map(row).collect::<Result<_, Interrupted>>()?;
        return Ok(plane.frontier(rows));
    }
    let searched = Axis { steps: STATISTIC_GRID, ..first.clone() };
    let mut drawn = settings;
    let rows = second.points().into_iter().map(|value| {
        let found = goal_seek::statistic(
            calculation,
            goal,
            &searched,
            settings,
            Some(HeldInput { input: second.input, value }),
            interrupt,
        )?;
        drawn = found.sampled.map_or(drawn, |sampled| sampled.settings);
        Ok(FrontierRow { second: value, outcome: found.outcome, curve: found.curve })
    });
    let rows: Vec<FrontierRow> = rows.collect::<Result<_, NotDrawn>>()?;
    let curves = curves(&rows, first.log);
    let field = nearest(&rows);
    Ok(Frontier { rows, curves, settings: Some(drawn), field })
}

/// An end of a curve that the next row may go on from.
struct Tail {
    curve: usize,
    last: Crossing,
    /// How many curves may go on here: two where a curve began by touching the target, for it opens into two branches.
    openings: usize,
}

/// Joins the crossings of neighbouring rows that go the same way, the nearest first. Where the target is touched, a
/// rising and a falling branch meet: both have that point.
fn curves(rows: &[FrontierRow], log: bool) -> Vec<Vec<Point>> {
    let mut curves: Vec<Vec<Point>> = Vec::new();
    let mut tails: Vec<Tail> = Vec::new();
    let mut above = f64::NAN;
    for row in rows {
        let found: &[Crossing] = match &row.outcome {
            BreakEven::Crossings(crossings) => crossings,
            BreakEven::NeverMet { .. } | BreakEven::AlwaysMet | BreakEven::Undefined => &[],
        };
        let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
        for (tail, Tail { last, .. }) in tails.iter().enumerate() {
            let alike = found.iter().enumerate().filter(|(_, crossing)| go_together(last, crossing));
            pairs.extend(alike.map(|(head, crossing)| (distance(last.input, crossing.input, log), tail, head)));
        }
        pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut gone_on = vec![false; tails.len()];
        let mut curves_of: Vec<Vec<usize>> = vec![Vec::new(); found.len()];
        for (_, tail, head) in pairs {
            if tails[tail].openings == 0 || curves_of[head].len() == branches(&found[head]) {
                continue;
            }
            tails[tail].openings -= 1;
            let curve = if gone_on[tail] {
                curves.push(vec![Point { first: tails[tail].last.input, second: above }]);
                curves.len() - 1
            } else {
                tails[tail].curve
            };
            gone_on[tail] = true;
            curves_of[head].push(curve);
        }
        tails = Vec::new();
        for (crossing, mut joined) in found.iter().zip(curves_of) {
            let openings = if joined.is_empty() { branches(crossing) } else { 1 };
            if joined.is_empty() {
                curves.push(Vec::new());
                joined.push(curves.len() - 1);
            }
            for curve in joined {
                curves[curve].push(Point { first: crossing.input, second: row.second });
                tails.push(Tail { curve, last: *crossing, openings });
            }
        }
        above = row.second;
    }
    curves
}

fn branches(crossing: &Crossing) -> usize {
    if crossing.direction == Direction::Touching { 2 } else { 1 }
}

fn go_together(a: &Crossing, b: &Crossing) -> bool {
    a.direction == b.direction || a.direction == Direction::Touching || b.direction == Direction::Touching
}

fn distance(a: f64, b: f64, log: bool) -> f64 {
    if log { (libm::log(a) - libm::log(b)).abs() } else { (a - b).abs() }
}
