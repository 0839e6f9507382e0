//! One-at-a-time, elasticity, break-even and frontiers, on answers known in closed form.

use crate::engine::assessment;
use approx::assert_relative_eq;
use forcesize::analysis::break_even::{BreakEven, Crossing, CrossingKind, Direction, scan};
use forcesize::analysis::elasticity::{Elasticity, elasticities};
use forcesize::analysis::scan::{Jump, Scan, TargetSide};
use forcesize::analysis::{frontier, one_at_a_time};
use forcesize::model::{Assessment, Axis, InputId};
use forcesize::quantity::comparison::Comparison;
use forcesize::scenario::Role;
use proptest::prelude::*;
use std::fmt::Write;

/// A scenario with pure numbers as inputs, each as TOML after `value = `, and one metric `y`.
fn numbers(inputs: &[(&str, &str)], formula: &str) -> Assessment {
    let mut text = String::from("purpose = \"interposition\"\n");
    for (name, value) in inputs {
        write!(text, "[input.{name}]\nlabel = \"{name}\"\nunit = \"1\"\nassumed = \"a test\"\nvalue = {value}\n")
            .unwrap();
    }
    write!(
        text,
        "[metric.y]\nlabel = \"y\"\nmeans = \"A test.\"\nassumed = \"a test\"\nunit = \"1\"\nformula = \"{formula}\"\n"
    )
    .unwrap();
    assessment(&text)
}

/// The point values of the published goal-seek cases.
fn line() -> Assessment {
    assessment(
        r#"
        purpose = "interposition"
        [input]
        front_length = { value = 1_000, unit = "km", assumed = "a test" }
        peacekeepers = { value = 100_000, unit = "troops", assumed = "a test" }
        host_troops = { value = 200_000, unit = "troops", assumed = "a test" }
        population = { value = 33, unit = "million people", assumed = "a test" }
        area = { value = 541_850, unit = "km2", assumed = "a test" }
        "#,
    )
}

fn axis(assessment: &Assessment, input: &str, from: f64, to: f64) -> Axis {
    Axis { input: assessment.calculation.input(input).unwrap(), from, to, steps: 512, log: false }
}

fn on(assessment: &Assessment, metric: &str, input: &str, (from, to): (f64, f64), target: f64) -> Scan {
    scan(
        &assessment.calculation,
        assessment.calculation.metric(metric).unwrap(),
        &axis(assessment, input, from, to),
        target,
    )
}

/// The scan of a formula in `x` over a range.
fn of(formula: &str, range: (f64, f64), target: f64) -> Scan {
    on(&numbers(&[("x", "1")], formula), "y", "x", range, target)
}

fn crossings(scan: &Scan) -> Vec<Crossing> {
    match scan.crossings() {
        BreakEven::Crossings(crossings) => crossings,
        other => panic!("{other:?}"),
    }
}

fn only(scan: &Scan) -> Crossing {
    let all = crossings(scan);
    assert_eq!(all.len(), 1, "{all:?}");
    all[0]
}

/// Values of an input from one to another, both included.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Stretch {
    from: f64,
    to: f64,
}

/// What a scan's nodes tell of the stretches between its crossings.
trait Stretches {
    fn stretches(&self, is: impl Fn(TargetSide) -> bool) -> Vec<Stretch>;

    /// Where the metric is undefined or infinite.
    fn undefined(&self) -> Vec<Stretch> {
        self.stretches(|side| side == TargetSide::Undefined)
    }

    /// Where a comparison with the target holds.
    fn holds_where(&self, comparison: Comparison) -> Vec<Stretch> {
        let beyond = if comparison.is_at_least() { TargetSide::Above } else { TargetSide::Below };
        self.stretches(|side| side == TargetSide::At || side == beyond)
    }

    /// Where the metric changes sides through infinity without being undefined for any double.
    fn poles(&self) -> Vec<f64>;
}

impl Stretches for Scan {
    fn stretches(&self, is: impl Fn(TargetSide) -> bool) -> Vec<Stretch> {
        let runs = self.nodes.chunk_by(|a, b| is(a.side) == is(b.side)).filter(|run| is(run[0].side));
        runs.map(|run| Stretch { from: run[0].input, to: run[run.len() - 1].input }).collect()
    }

    fn poles(&self) -> Vec<f64> {
        self.nodes.iter().filter(|node| node.jump == Some(Jump::Pole)).map(|node| node.input).collect()
    }
}

#[track_caller]
fn covers(found: &[Stretch], expected: &[(f64, f64)]) {
    assert_eq!(found.len(), expected.len(), "{found:?}");
    for (found, (from, to)) in found.iter().zip(expected) {
        assert_relative_eq!(found.from, *from, max_relative = 1e-7, epsilon = 1e-7);
        assert_relative_eq!(found.to, *to, max_relative = 1e-7, epsilon = 1e-7);
    }
}

// ------------------------------------------------------------------------------------------------------ break-even

#[test]
fn the_published_goal_seek_cases() {
    let line = line();
    let wide = (1_000.0, 2_000_000.0);
    for (metric, input, range, target, expected) in [
        ("force_density", "peacekeepers", wide, 0.02, 660_000.0),
        ("force_density", "peacekeepers", wide, 0.0023, 75_900.0),
        ("front_density", "peacekeepers", wide, 150.0, 150_000.0),
        ("front_density", "front_length", (500.0, 3_700.0), 80.0, 1_250.0),
        ("force_to_space", "area", (10_000.0, 600_000.0), 48_000.0 / 10_887.0, 22_681.25),
    ] {
        let found = only(&on(&line, metric, input, range, target));
        assert_relative_eq!(found.input, expected, max_relative = 4e-15);
        assert_relative_eq!(found.metric, target, max_relative = 4e-15);
        assert_eq!(found.kind, CrossingKind::Exact);
    }
    let front = only(&on(&line, "front_density", "front_length", (500.0, 3_700.0), 80.0));
    assert_eq!(front.direction, Direction::Falling);
}

#[test]
fn a_target_out_of_reach_gives_the_best_value() {
    let scan = on(&line(), "combined_force_density", "peacekeepers", (30_000.0, 150_000.0), 0.02);
    let BreakEven::NeverMet { best } = scan.crossings() else { panic!("{:?}", scan.crossings()) };
    assert_relative_eq!(best.input, 150_000.0);
    assert_relative_eq!(best.metric, 350_000.0 / 33e6);

    let scan = on(&line(), "force_density", "peacekeepers", (30_000.0, 150_000.0), 0.02);
    let BreakEven::NeverMet { best } = scan.crossings() else { panic!("{:?}", scan.crossings()) };
    assert_relative_eq!(best.metric * 1000.0, 4.545_454_545_454_545, max_relative = 1e-14);
    assert_eq!(scan.holds_where(Comparison::AtLeast), []);
    assert_eq!(scan.holds_where(Comparison::AtMost), [Stretch { from: 30_000.0, to: 150_000.0 }]);

    // The best value between two points of the grid: a maximum of 4 at 2.
    let scan = of("x * (4 - x)", (0.0, 5.0), 4.5);
    let BreakEven::NeverMet { best } = scan.crossings() else { panic!("{:?}", scan.crossings()) };
    assert_relative_eq!(best.input, 2.0, max_relative = 1e-7);
    assert_relative_eq!(best.metric, 4.0, max_relative = 1e-14);
}

#[test]
fn all_roots_are_found() {
    let scan = of("(x - 1) * (x - 2.5) * (x - 7)", (0.0, 10.0), 0.0);
    let found = crossings(&scan);
    assert_eq!(found.len(), 3);
    for (crossing, root) in found.iter().zip([1.0, 2.5, 7.0]) {
        assert_relative_eq!(crossing.input, root, max_relative = 1e-14);
    }
    assert_eq!(
        found.iter().map(|c| c.direction).collect::<Vec<_>>(),
        [Direction::Rising, Direction::Falling, Direction::Rising]
    );
    covers(&scan.holds_where(Comparison::AtLeast), &[(1.0, 2.5), (7.0, 10.0)]);
    covers(&scan.holds_where(Comparison::AtMost), &[(0.0, 1.0), (2.5, 7.0)]);
}

#[test]
fn two_roots_within_one_cell_are_found() {
    // Between points of the grid 10 / 511 apart; the metric is on one side at every point of it.
    let found = crossings(&of("(x - 3.001) * (x - 3.002)", (0.0, 10.0), 0.0));
    assert_eq!(found.len(), 2, "{found:?}");
    assert_relative_eq!(found[0].input, 3.001, max_relative = 1e-11);
    assert_relative_eq!(found[1].input, 3.002, max_relative = 1e-11);
    // Also in the first cell, where the grid has no point on the left.
    assert_eq!(crossings(&of("(x - 0.012) * (x - 0.018)", (0.0, 10.0), 0.0)).len(), 2);
}

#[test]
fn a_step_over_the_target_is_a_step() {
    for (formula, at, before, after) in [
        // The step lies where rounding can no longer make the number a whole one.
        ("ceil(x)", 2.0 / (1.0 - 1e-9), 2.0, 3.0),
        ("floor(x)", 3.0 / (1.0 + 1e-9), 2.0, 3.0),
        ("ceil(x * 1000) / 1000 + x * 0.0001", 2.4997, 2.499_949_97, 2.500_949_97),
    ] {
        let target = if formula.contains("1000") { 2.5005 } else { 2.5 };
        let scan = of(formula, (0.0, 10.0), target);
        let found = only(&scan);
        let CrossingKind::Step { before: low, after: high } = found.kind else { panic!("{formula}: {found:?}") };
        if formula.contains("1000") {
            assert!(low < target && target < high && high - low < 0.0011, "{found:?}");
            let thousandth = (found.input * 1000.0).round();
            assert_relative_eq!(found.input * 1000.0, thousandth + 1e-6, max_relative = 1e-12);
            continue;
        }
        assert_relative_eq!(found.input, at, max_relative = 1e-15);
        assert_relative_eq!(low, before);
        assert_relative_eq!(high, after);
        assert_relative_eq!(found.metric, after);
        assert_eq!(found.direction, Direction::Rising);
        covers(&scan.holds_where(Comparison::AtLeast), &[(at, 10.0)]);
    }
    // A sawtooth rises through the target smoothly and falls over it in a step.
    let found = crossings(&of("x - floor(x)", (0.25, 1.75), 0.5));
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(matches!(found[1].kind, CrossingKind::Step { .. }), "{found:?}");
    assert_relative_eq!(found[1].input, 1.0 / (1.0 + 1e-9));
    assert!(found[0].kind == CrossingKind::Exact && found[2].kind == CrossingKind::Exact);
}

#[test]
fn a_target_on_a_tread_is_met_over_a_stretch() {
    let scan = of("ceil(x)", (0.0, 10.0), 3.0);
    let found = only(&scan);
    assert_relative_eq!(found.input, 2.0 / (1.0 - 1e-9), max_relative = 1e-15);
    assert_eq!(found.direction, Direction::Rising);
    let CrossingKind::Level { until } = found.kind else { panic!("{found:?}") };
    assert_relative_eq!(until, 3.0 / (1.0 - 1e-9));
    covers(&scan.holds_where(Comparison::AtMost), &[(0.0, 3.0)]);

    // Narrower than a cell of the grid.
    let found = only(&of("ceil(x * 100)", (0.0, 10.0), 312.0));
    let CrossingKind::Level { until } = found.kind else { panic!("{found:?}") };
    assert_relative_eq!(found.input, 3.11 / (1.0 - 1e-9), max_relative = 1e-14);
    assert_relative_eq!(until, 3.12 / (1.0 - 1e-9), max_relative = 1e-14);

    // The floor of a maximum reaches to the end of the range.
    let found = only(&of("max(x, 5)", (0.0, 10.0), 5.0));
    assert!(matches!(found.kind, CrossingKind::Level { until } if (until - 5.0).abs() < 1e-12), "{found:?}");
    assert_eq!(found.direction, Direction::Rising);
}

#[test]
fn an_edge_is_met_exactly() {
    let found = only(&of("max(x, 2 * x - 3)", (0.0, 10.0), 3.0));
    assert_relative_eq!(found.input, 3.0, max_relative = 1e-14);
    assert_eq!(found.kind, CrossingKind::Exact);
}

#[test]
fn a_pole_is_no_crossing() {
    for formula in ["1 / (x - 2.2)", "1 / (2.2 - x) ^ 3", "exp(x) / (x - 2.2)"] {
        let scan = of(formula, (2.0, 3.0), 0.0);
        assert!(matches!(scan.crossings(), BreakEven::NeverMet { .. }), "{formula}: {:?}", scan.crossings());
        let gap = scan.undefined();
        assert_eq!(scan.poles().len() + gap.len(), 1, "{formula}");
        let at = scan.poles().first().copied().unwrap_or_else(|| gap[0].from);
        assert_relative_eq!(at, 2.2, max_relative = 1e-12);
    }
    let scan = of("1 / (x - 2.2)", (2.0, 3.0), 0.0);
    covers(&scan.holds_where(Comparison::AtLeast), &[(2.2, 3.0)]);

    // The true crossing beside a pole is found; the one at the pole is not made up.
    let scan = of("1 / (x - 2.2)", (2.0, 3.0), 4.0);
    assert_relative_eq!(only(&scan).input, 2.45, max_relative = 1e-14);
    // A pole on a point of the grid, and one without a change of sides.
    let scan = of("1 / (x - 2)", (0.0, 4.0), 0.0);
    assert!(matches!(scan.crossings(), BreakEven::NeverMet { .. }), "{:?}", scan.crossings());
    let scan = of("1 / (x - 2.2) ^ 2", (2.0, 3.0), -1.0);
    assert!(matches!(scan.crossings(), BreakEven::NeverMet { .. }), "{:?}", scan.crossings());
}

#[test]
fn a_target_touched_is_met_once() {
    for (formula, at, target) in [
        ("(x - 3) ^ 2 + 5", 3.0, 5.0),
        ("(x - 3) ^ 2", 3.0, 0.0),
        ("2 - abs(x - 3.3)", 3.3, 2.0),
        ("x * (4 - x)", 2.0, 4.0),
    ] {
        let scan = of(formula, (0.0, 10.0), target);
        let found = only(&scan);
        assert_eq!(found.direction, Direction::Touching, "{formula}");
        assert_eq!(found.kind, CrossingKind::Exact, "{formula}");
        assert_relative_eq!(found.input, at, max_relative = 1e-6);
        assert_relative_eq!(found.metric, target, max_relative = 1e-12, epsilon = 1e-12);
    }
    // On a point of the grid.
    let found = only(&of("abs(x - 5)", (0.0, 5.11 * 2.0), 0.0));
    assert_relative_eq!(found.input, 5.0, max_relative = 1e-12);
    // At the edge of what is defined.
    let scan = of("sqrt(x - 1)", (0.0, 4.0), 0.0);
    assert_relative_eq!(only(&scan).input, 1.0);
    assert_eq!(only(&scan).direction, Direction::Rising);
    // At the ends of the range.
    assert_relative_eq!(only(&of("x", (1.0, 4.0), 1.0)).input, 1.0);
    assert_relative_eq!(only(&of("x", (1.0, 4.0), 4.0)).input, 4.0);
    // Not quite touched is not touched.
    assert!(matches!(of("(x - 3) ^ 2 + 5", (0.0, 10.0), 5.0 - 1e-9).crossings(), BreakEven::NeverMet { .. }));
}

#[test]
fn constants_and_undefined_stretches() {
    assert_eq!(of("5 + 0 * x", (0.0, 10.0), 5.0).crossings(), BreakEven::AlwaysMet);
    assert_eq!(of("5 * x / x", (0.0, 10.0), 5.0).crossings(), BreakEven::AlwaysMet);
    let BreakEven::NeverMet { best } = of("5 + 0 * x", (0.0, 10.0), 4.0).crossings() else { panic!() };
    assert_relative_eq!(best.metric, 5.0);

    let scan = of("sqrt(x)", (-2.0, -1.0), 0.0);
    assert_eq!(scan.crossings(), BreakEven::Undefined);
    assert_eq!(scan.undefined(), [Stretch { from: -2.0, to: -1.0 }]);

    // Undefined between -1 and 1; met on both sides.
    let scan = of("sqrt(x ^ 2 - 1)", (-3.0, 3.0), 1.0);
    let found = crossings(&scan);
    assert_eq!(found.len(), 2, "{found:?}");
    assert_relative_eq!(found[0].input, -(2.0_f64.sqrt()), max_relative = 1e-14);
    assert_relative_eq!(found[1].input, 2.0_f64.sqrt(), max_relative = 1e-14);
    covers(&scan.undefined(), &[(-1.0, 1.0)]);
    covers(&scan.holds_where(Comparison::AtMost), &[(-(2.0_f64.sqrt()), -1.0), (1.0, 2.0_f64.sqrt())]);
}

#[test]
fn zero_is_a_place_like_any_other() {
    // Doubles crowd at zero: a search that wants neighbouring ones there takes a thousand steps.
    let root = only(&of("x + x ^ 3", (-1.0, 1.3), 0.0));
    assert!(root.input.abs() < 1e-15 && root.kind == CrossingKind::Exact, "{root:?}");
    let step = only(&of("ceil(x)", (-1.0, 1.3), 0.5));
    assert!(step.input.abs() < 1e-15 && matches!(step.kind, CrossingKind::Step { .. }), "{step:?}");
    let scan = of("1 / x", (-1.0, 1.3), 0.0);
    assert!(matches!(scan.crossings(), BreakEven::NeverMet { .. }), "{:?}", scan.crossings());
    assert_eq!(scan.poles().len() + scan.undefined().len(), 1);
}

#[test]
fn large_and_small_units_do_not_matter() {
    for scale in [1e-200, 1e-9, 1e9, 1e200] {
        let grid: Vec<f64> = (0..=100).map(|k| scale * 0.1 * f64::from(k)).collect();
        let found = only(&Scan::new(&grid, 3.3, |x| x / scale));
        assert_relative_eq!(found.input / scale, 3.3, max_relative = 4e-15);
        assert_eq!(found.kind, CrossingKind::Exact);
        let grid: Vec<f64> = (0..=100).map(|k| 0.1 * f64::from(k)).collect();
        let found = only(&Scan::new(&grid, 12.3 * scale, |x| x * x * scale));
        assert_relative_eq!(found.input, 12.3_f64.sqrt(), max_relative = 1e-14);
    }
    // Rounding makes this cubic wiggle at its first root, with values 1e-14 above and below the target.
    let y = |x: f64| {
        -0.768_545_620_470_192_9 * x * x * x - 2.261_403_064_019_117_6 * x * x + 2.411_693_039_699_939 * x
            - 1.162_117_907_781_932_8
    };
    let grid: Vec<f64> = (0..=200).map(|k| -4.0 + 0.04 * f64::from(k)).collect();
    assert_eq!(crossings(&Scan::new(&grid, -3.908_764_128_640_221_3, y)).len(), 3);
    // Much cancels here, and still it is no step.
    let found = only(&of("x + 1000000 - 1000000.5", (0.0, 1.01), 0.0));
    assert!(found.kind == CrossingKind::Exact && (found.input - 0.5).abs() < 1e-9, "{found:?}");
}

#[test]
fn a_log_range_spans_decades() {
    let assessment = numbers(&[("x", "1")], "x ^ 2");
    let axis = Axis { log: true, ..axis(&assessment, "x", 1e-6, 1e9) };
    for root in [2e-6, 1.0, 3e8] {
        let found =
            only(&scan(&assessment.calculation, assessment.calculation.metric("y").unwrap(), &axis, root * root));
        assert_relative_eq!(found.input, root, max_relative = 4e-15);
    }
}

#[test]
fn nonsense_is_answered_not_refused() {
    let line = line();
    let axis = axis(&line, "peacekeepers", 1.0, 2.0);
    assert_eq!(scan(&line.calculation, 9_999.into(), &axis, 1.0).crossings(), BreakEven::Undefined);
    assert_eq!(
        scan(&line.calculation, 0.into(), &Axis { input: 9_999.into(), ..axis.clone() }, 1.0).crossings(),
        BreakEven::Undefined
    );
    assert_eq!(scan(&line.calculation, 0.into(), &axis, f64::NAN).crossings(), BreakEven::Undefined);
    assert_eq!(Scan::new(&[], 1.0, |x| x).crossings(), BreakEven::Undefined);
    assert_eq!(Scan::new(&[f64::NAN, f64::INFINITY], 1.0, |x| x).crossings(), BreakEven::Undefined);
    assert_eq!(Scan::new(&[3.0], 3.0, |x| x).crossings(), BreakEven::AlwaysMet);
    // A range too narrow for its grid: every value in it is the target to rounding. And one written backwards.
    let narrow = of("x", (1.0, 1.0 + 4.0 * f64::EPSILON), 1.0 + 2.0 * f64::EPSILON);
    assert_eq!(narrow.crossings(), BreakEven::AlwaysMet);
    assert_relative_eq!(only(&of("x", (4.0, 1.0), 2.0)).input, 2.0, max_relative = 4e-15);
}

#[test]
fn a_smooth_crossing_takes_few_evaluations() {
    let grid: Vec<f64> = (0..=10).map(f64::from).collect();
    let mut calls = 0;
    let scan = Scan::new(&grid, 20.0, |x: f64| {
        calls += 1;
        x.exp() / (1.0 + x)
    });
    assert_eq!(crossings(&scan).len(), 1);
    assert!(calls < 40, "{calls} evaluations");
}

proptest! {
    #[test]
    fn a_crossing_meets_the_target(
        a in -3.0..3.0, b in -3.0..3.0, c in -3.0..3.0, d in -3.0..3.0, target in -5.0..5.0,
    ) {
        let y = |x: f64| a * x * x * x + b * x * x + c * x + d;
        let grid: Vec<f64> = (0..=200).map(|k| -4.0 + 0.04 * f64::from(k)).collect();
        let scan = Scan::new(&grid, target, y);
        if let BreakEven::Crossings(crossings) = scan.crossings() {
            for crossing in &crossings {
                prop_assert!((y(crossing.input) - target).abs() < 1e-11, "{:?}", crossing);
                prop_assert_eq!(crossing.kind, CrossingKind::Exact);
            }
            // Outside the crossings the conditions take turns, and together they cover the range.
            let least = scan.holds_where(Comparison::AtLeast);
            for stretch in &least {
                prop_assert!(y(f64::midpoint(stretch.from, stretch.to)) >= target - 1e-11);
            }
            let length = |all: &[Stretch]| all.iter().map(|s| s.to - s.from).sum::<f64>();
            let both = length(&least) + length(&scan.holds_where(Comparison::AtMost));
            prop_assert!((both - 8.0).abs() < 1e-4, "{}", both);
        }
        let changes = grid.windows(2).filter(|p| (y(p[0]) < target) != (y(p[1]) < target)).count();
        let found = match scan.crossings() { BreakEven::Crossings(all) => all.len(), _ => 0 };
        prop_assert!(found >= changes, "{} of {}", found, changes);
        prop_assert!(found <= 3);
    }

    #[test]
    fn a_monotone_metric_crosses_once(
        power in 0.2..4.0, factor in 0.01..100.0, shift in -50.0..50.0, steep in 0.0..3.0, at in 0.001..0.999,
        falls: bool,
    ) {
        let sign = if falls { -1.0 } else { 1.0 };
        let y = |x: f64| sign * (factor * libm::pow(x, power) + libm::exp(steep * x) + shift);
        let root = 0.5 + 4.5 * at;
        let grid: Vec<f64> = (0..64).map(|k| 0.5 + 4.5 * f64::from(k) / 63.0).collect();
        let scan = Scan::new(&grid, y(root), y);
        let BreakEven::Crossings(found) = scan.crossings() else { panic!("{:?}", scan.crossings()) };
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(found[0].direction, if falls { Direction::Falling } else { Direction::Rising });
        prop_assert_eq!(found[0].kind, CrossingKind::Exact);
        prop_assert!((found[0].input / root - 1.0).abs() < 1e-10, "{} {}", found[0].input, root);
    }

    #[test]
    fn a_random_staircase_is_crossed_where_it_steps(width in 0.05..2.0_f64, target in 0.1..20.0_f64) {
        let grid: Vec<f64> = (0..=300).map(|k| 0.1 * f64::from(k)).collect();
        let y = |x: f64| (x / width).ceil();
        prop_assume!(y(30.0) > target && target.fract() > 1e-3);
        let BreakEven::Crossings(found) = Scan::new(&grid, target, y).crossings() else { panic!() };
        prop_assert_eq!(found.len(), 1);
        let is_step = matches!(found[0].kind, CrossingKind::Step { before, after } if (after - before - 1.0).abs() < 1e-12);
        prop_assert!(is_step, "{:?}", found[0]);
        prop_assert!((found[0].input / (width * target.floor()) - 1.0).abs() < 1e-12 || target < 1.0);
    }
}

// -------------------------------------------------------------------------------------------------------- frontier

#[test]
fn the_frontier_of_a_product_is_a_hyperbola() {
    let assessment = numbers(&[("x", "1"), ("z", "1")], "x * z");
    let second = Axis { steps: 31, ..axis(&assessment, "z", 1.0, 20.0) };
    let first = axis(&assessment, "x", 1.0, 6.0);
    let found =
        frontier::run(&assessment.calculation, assessment.calculation.metric("y").unwrap(), &first, &second, 12.0);
    assert_eq!(found.rows.len(), 31);
    assert_eq!(found.curves.len(), 1, "12 / z leaves the range on both sides");
    assert!(found.curves[0].len() > 10);
    for point in &found.curves[0] {
        assert_relative_eq!(point.first * point.second, 12.0, max_relative = 1e-14);
    }
    for row in &found.rows {
        let inside = (1.0..=6.0).contains(&(12.0 / row.second));
        assert_eq!(matches!(row.outcome, BreakEven::Crossings(_)), inside, "{row:?}");
    }
}

#[test]
fn a_frontier_is_split_where_there_is_no_solution() {
    // Two branches of a circle's outside: |z| > 3 has no x.
    let assessment = numbers(&[("x", "1"), ("z", "1")], "x ^ 2 + z ^ 2");
    let (first, second) = (axis(&assessment, "x", -5.0, 5.0), Axis { steps: 41, ..axis(&assessment, "z", -5.0, 5.0) });
    let y = assessment.calculation.metric("y").unwrap();
    let circle = frontier::run(&assessment.calculation, y, &first, &second, 9.0);
    assert!(circle.curves.iter().all(|curve| curve.iter().all(|p| (p.first.hypot(p.second) - 3.0).abs() < 1e-12)));
    // Two halves, both from the point at z = -3 to the one at z = 3.
    assert_eq!(circle.curves.len(), 2, "{:?}", circle.curves);
    for half in &circle.curves {
        assert_eq!(half.len(), 25);
        assert!(half[0].first.abs() < 1e-6 && half[24].first.abs() < 1e-6);
        assert!(half[1..24].iter().all(|point| point.first * half[1].first > 0.0));
    }
    assert!(circle.curves[0][1].first * circle.curves[1][1].first < 0.0);

    // x z² = 1 in x below 4: nothing near z = 0.
    let assessment = numbers(&[("x", "1"), ("z", "1")], "x * z ^ 2");
    let (first, second) = (axis(&assessment, "x", 0.01, 4.0), Axis { steps: 41, ..axis(&assessment, "z", -5.0, 5.0) });
    let found =
        frontier::run(&assessment.calculation, assessment.calculation.metric("y").unwrap(), &first, &second, 1.0);
    assert_eq!(found.curves.len(), 2);
    assert!(found.curves[0].iter().all(|point| point.second < 0.0));
    assert!(found.curves[1].iter().all(|point| point.second > 0.0));
}

// ------------------------------------------------------------------------------------------------------ elasticity

fn elasticity(assessment: &Assessment, metric: &str, input: &str) -> Elasticity {
    elasticities(&assessment.calculation, assessment.calculation.metric(metric).unwrap())
        [assessment.calculation.input(input).unwrap()]
}

#[test]
fn elasticities_of_products_ratios_and_sums() {
    let line = line();
    let near = |metric: &str, input: &str, expected: f64| match elasticity(&line, metric, input) {
        Elasticity::Value(value) => assert_relative_eq!(value, expected, max_relative = 1e-14),
        other => panic!("{metric} by {input}: {other:?}"),
    };
    near("front_density", "peacekeepers", 1.0);
    near("front_density", "front_length", -1.0);
    near("combined_front_density", "peacekeepers", 1.0 / 3.0);
    near("combined_front_density", "host_troops", 2.0 / 3.0);
    near("combined_front_density", "front_length", -1.0);
    assert_eq!(elasticity(&line, "front_density", "population"), Elasticity::NotUsed);
    assert_eq!(elasticity(&line, "front_density", "population").value(), Some(0.0));
    assert_eq!(
        elasticities(&line.calculation, 9_999.into()).raw,
        vec![Elasticity::NotUsed; line.calculation.inputs.len()]
    );
}

#[test]
fn where_there_is_no_elasticity_it_says_so() {
    let one = |formula: &str, x: &str| elasticity(&numbers(&[("x", x)], formula), "y", "x");
    assert_eq!(one("ceil(x)", "1.5"), Elasticity::Stepwise);
    assert_eq!(one("max(x, 2)", "2"), Elasticity::Stepwise);
    assert_eq!(one("x - 2", "2"), Elasticity::Undefined);
    assert_eq!(one("x + 2", "0"), Elasticity::Undefined);
    assert_eq!(one("sqrt(x)", "0"), Elasticity::Undefined);
    // Used, but without effect at the central case: a positive zero.
    let Elasticity::Value(zero) = one("max(-x, 2)", "1") else { panic!() };
    assert_eq!(zero.to_bits(), 0.0_f64.to_bits());
}

proptest! {
    #![proptest_config(crate::properties::cases(64))]
    #[test]
    fn elasticities_agree_with_central_differences(x in 0.5..3.0_f64, z in 0.5..3.0_f64, w in 0.5..3.0_f64) {
        let inputs = [("x", x.to_string()), ("z", z.to_string()), ("w", w.to_string())];
        let inputs = inputs.each_ref().map(|(name, value)| (*name, value.as_str()));
        let assessment = numbers(&inputs, "sqrt(x) * exp(-z / w) / (1 + x * w ^ 2) + ln(1 + z)");
        let metric = assessment.calculation.metric("y").unwrap();
        for (name, value) in [("x", x), ("z", z), ("w", w)] {
            let step = 1e-5;
            let input = assessment.calculation.input(name).unwrap();
            let ends = assessment.calculation.evaluate(&[(input, &[value * libm::exp(-step), value * libm::exp(step)])], 2);
            let difference = (ends[metric][1].ln() - ends[metric][0].ln()) / (2.0 * step);
            let exact = elasticity(&assessment, "y", name).value().unwrap();
            prop_assert!((exact - difference).abs() < 1e-8, "{}: {} {}", name, exact, difference);
        }
    }
}

// --------------------------------------------------------------------------------------------------- one at a time

/// The same with some inputs as levers, which go from end to end of their range.
fn decided(mut assessment: Assessment, levers: &[&str]) -> Assessment {
    for id in levers {
        let input = assessment.calculation.input(id).unwrap();
        assessment.calculation.inputs[input].role = Role::Lever;
    }
    assessment
}

#[test]
fn one_at_a_time_of_a_product() {
    let assessment = numbers(
        &[
            ("x", "10\nlow = 8\nhigh = 12"),
            ("z", "5\nlow = 1\nmode = 5\nhigh = 10"),
            ("w", "3"),
            ("spare", "2\nlow = 1\nhigh = 3"),
            ("v", "2\ndistribution = \"lognormal\"\np5 = 1\np95 = 4"),
        ],
        "x * z * w / v",
    );
    let assessment = decided(assessment, &["x", "z", "spare"]);
    let found =
        one_at_a_time::run(&assessment.calculation, &[assessment.calculation.metric("y").unwrap(), 9_999.into()]);
    assert_eq!(found.len(), 1);
    let name = |input: InputId| assessment.calculation.inputs[input].id.as_str();
    let order: Vec<&str> = found[0].effects.iter().map(|effect| name(effect.input)).collect();
    assert_eq!(order, ["z", "v", "x"]);
    assert_eq!(found[0].not_used.iter().map(|input| name(*input)).collect::<Vec<_>>(), ["spare"]);
    assert_eq!(found[0].not_varied.iter().map(|input| name(*input)).collect::<Vec<_>>(), ["w"]);
    assert_relative_eq!(found[0].central, 75.0);
    let [z, v, x] = &found[0].effects[..] else { panic!() };
    assert_relative_eq!(z.low.metric, 15.0);
    assert_relative_eq!(z.high.metric, 150.0);
    assert_relative_eq!(z.swing, 135.0);
    assert_relative_eq!(v.low.probability, 0.05);
    assert_relative_eq!(v.low.metric, 150.0, max_relative = 1e-12);
    assert_relative_eq!(v.swing, -112.5, max_relative = 1e-12);
    assert_relative_eq!(x.swing, 30.0);
    for effect in &found[0].effects {
        assert!(!effect.beyond_ends && effect.undefined == 0);
        assert_eq!(effect.inner.len(), 9);
        assert!(effect.points().zip(effect.points().skip(1)).all(|(a, b)| a.input < b.input));
    }
    assert_relative_eq!(x.inner[4].input, 10.0);
    assert_relative_eq!(x.inner[4].metric, 75.0);
}

#[test]
fn one_at_a_time_flags_what_a_swing_hides() {
    let assessment = numbers(
        &[("x", "2\nlow = 0\nhigh = 4"), ("z", "1\nlow = -1\nhigh = 3"), ("w", "1\nlow = 0.5\nhigh = 3")],
        "(x - 2) ^ 2 + sqrt(z) + w",
    );
    let assessment = decided(assessment, &["x", "z", "w"]);
    let found = one_at_a_time::run(&assessment.calculation, &[assessment.calculation.metric("y").unwrap()]);
    let order: Vec<&str> =
        found[0].effects.iter().map(|e| assessment.calculation.inputs[e.input].id.as_str()).collect();
    assert_eq!(order, ["w", "x", "z"], "undefined swings last");
    let [w, x, z] = &found[0].effects[..] else { panic!() };
    assert!(x.beyond_ends && x.swing == 0.0, "{x:?}");
    assert!(!w.beyond_ends);
    assert!(z.swing.is_nan() && z.low.metric.is_nan() && z.high.metric.is_finite());
    assert_eq!(z.undefined, 3); // -1, -0.6 and -0.2
}
