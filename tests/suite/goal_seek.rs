//! Break-even searches for statistics of samples, and frontiers of two inputs, on answers known in closed form.

use crate::engine::assessment;
use approx::assert_relative_eq;
use forcesize::analysis::break_even::{BreakEven, Crossing, CrossingKind, Direction};
use forcesize::analysis::frontier;
use forcesize::analysis::goal_seek::{STATISTIC_GRID, SeekResult, seek};
use forcesize::analysis::interrupt::Interrupt;
use forcesize::analysis::monte_carlo::Settings;
use forcesize::model::{Assessment, Axis, Goal, Measure};
use forcesize::quantity::comparison::Comparison;
use forcesize::report::break_even as sections;
use forcesize::study;
use forcesize::uncertainty::sampler::Sampler;
use proptest::prelude::*;

/// A metric `y` of `x`, which varies, and of two uncertain inputs: `u`, uniform from 1 to 3, and `w`, lognormal with a
/// median of 1 and its 95th percentile at 2.
fn model(formula: &str, x: &str) -> Assessment {
    let input = |name: &str, value: &str| {
        format!("[input.{name}]\nlabel = \"{name}\"\nunit = \"1\"\nassumed = \"a test\"\n{value}\n")
    };
    assessment(&format!(
        "purpose = \"interposition\"\n{}{}{}[metric.y]\nlabel = \"y\"\nmeans = \"A test.\"\nassumed = \"a test\"\n\
         unit = \"1\"\nformula = \"{formula}\"\n",
        input("x", &format!("value = {x}")),
        input("u", "distribution = \"uniform\"\nlow = 1\nvalue = 2\nhigh = 3"),
        input("w", "distribution = \"lognormal\"\np5 = 0.5\nvalue = 1\np95 = 2"),
    ))
}

const SETTINGS: Settings = Settings { sampler: Sampler::Sobol, samples: 16_384, seed: 1 };

fn search(assessment: &Assessment, measure: Measure, target: f64, (from, to): (f64, f64)) -> SeekResult {
    let axis = Axis { input: assessment.calculation.input("x").unwrap(), from, to, steps: 2, log: false };
    let goal = Goal { metric: assessment.calculation.metric("y").unwrap(), measure, target, text: "y".to_owned() };
    seek(&assessment.calculation, &goal, &axis, SETTINGS).unwrap()
}

fn only(found: &SeekResult) -> Crossing {
    match &found.outcome {
        BreakEven::Crossings(crossings) if crossings.len() == 1 => crossings[0],
        other => panic!("{other:?}"),
    }
}

fn at_least(threshold: f64) -> Measure {
    Measure::Share { comparison: Comparison::AtLeast, threshold }
}

fn at_most(threshold: f64) -> Measure {
    Measure::Share { comparison: Comparison::AtMost, threshold }
}

#[test]
fn shares_and_percentiles_of_a_uniform_are_where_the_closed_form_says() {
    let model = model("x * u", "4");
    for share in [0.05, 0.2, 0.5, 0.8, 0.95] {
        // x u >= 6 where u >= 6 / x, which has the probability (3 - 6 / x) / 2.
        let found = search(&model, at_least(6.0), share, (1.0, 10.0));
        let crossing = only(&found);
        assert_relative_eq!(crossing.input, 6.0 / (3.0 - 2.0 * share), max_relative = 3e-4);
        assert!((crossing.metric - share).abs() <= 1.0 / 16_384.0, "{crossing:?}");
        assert_eq!((crossing.kind, crossing.direction), (CrossingKind::Exact, Direction::Rising));
        let crossing = only(&search(&model, at_most(6.0), share, (1.0, 10.0)));
        assert_relative_eq!(crossing.input, 6.0 / (1.0 + 2.0 * share), max_relative = 3e-4);
        assert_eq!(crossing.direction, Direction::Falling);
    }
    let crossing = only(&search(&model, Measure::Percentile(5), 6.0, (1.0, 10.0)));
    assert_relative_eq!(crossing.input, 6.0 / 1.1, max_relative = 3e-4);
    assert_relative_eq!(crossing.metric, 6.0, max_relative = 1e-12);
    let crossing = only(&search(&model, Measure::Mean, 6.0, (1.0, 10.0)));
    assert_relative_eq!(crossing.input, 3.0, max_relative = 1e-4);
}

#[test]
fn a_ratio_of_lognormals_is_where_the_closed_form_says() {
    // ln(x / w) is normal about ln x with the sd ln 2 / 1.6449: x / w >= 1 in 80 % where x is the 80th percentile of w.
    let found = only(&search(&model("x / w", "1"), at_least(1.0), 0.8, (0.2, 10.0)));
    let sd = 2.0_f64.ln() / 1.644_853_626_951_472_2;
    assert_relative_eq!(found.input, (sd * 0.841_621_233_572_914_2).exp(), max_relative = 1e-3);
}

#[test]
fn the_input_is_held_also_where_it_has_a_range() {
    let fixed = only(&search(&model("x * u", "4"), at_least(6.0), 0.8, (1.0, 10.0)));
    let ranged = model("x * u", "4").calculation.uncertain().len();
    let free = assessment(
        "purpose = \"interposition\"\n[input]\n\
         x = { label = \"x\", unit = \"1\", assumed = \"a test\", low = 2, value = 4, high = 8, distribution = \"uniform\" }\n\
         u = { label = \"u\", unit = \"1\", assumed = \"a test\", low = 1, value = 2, high = 3, distribution = \"uniform\" }\n\
         [metric.y]\nlabel = \"y\"\nmeans = \"A test.\"\nassumed = \"a test\"\nunit = \"1\"\nformula = \"x * u\"\n",
    );
    let found = search(&free, at_least(6.0), 0.8, (1.0, 10.0));
    assert_relative_eq!(only(&found).input, fixed.input, max_relative = 3e-4);
    assert_eq!(found.sampled.unwrap().inputs, [free.calculation.input("u").unwrap()]);
    assert_eq!(ranged, 2);
}

#[test]
fn what_cannot_be_reached_says_how_near_it_comes() {
    let found = search(&model("x * u", "1"), at_least(6.0), 0.8, (1.0, 3.0));
    let BreakEven::NeverMet { best } = found.outcome else { panic!("{:?}", found.outcome) };
    assert_relative_eq!(best.input, 3.0);
    assert_relative_eq!(best.metric, 0.5, epsilon = 1e-3);
    let found = search(&model("x * u", "8"), at_least(6.0), 0.8, (7.0, 9.0));
    assert!(matches!(found.outcome, BreakEven::NeverMet { best } if best.metric > 0.99), "{:?}", found.outcome);
    // All of the samples from the place on where the least of them suffices.
    let found = only(&search(&model("x * u", "8"), at_least(6.0), 1.0, (1.0, 9.0)));
    assert_relative_eq!(found.input, 6.0, max_relative = 1e-3);
    assert_relative_eq!(found.metric, 1.0);
}

#[test]
fn a_share_that_jumps_is_a_step() {
    // Nothing uncertain reaches the metric: the share is all or nothing.
    let crossing = only(&search(&model("2 * x", "1"), at_least(6.0), 0.8, (1.0, 10.0)));
    assert_relative_eq!(crossing.input, 3.0, max_relative = 1e-12);
    assert_eq!(crossing.kind, CrossingKind::Step { before: 0.0, after: 1.0 });
    // Whole numbers of x.
    let crossing = only(&search(&model("ceil(x) * u", "1"), at_least(6.0), 0.6, (1.0, 10.0)));
    assert_relative_eq!(crossing.input, 3.0 / (1.0 - 1e-9), max_relative = 1e-9);
    let CrossingKind::Step { before, after } = crossing.kind else { panic!("{crossing:?}") };
    assert_relative_eq!(before, 0.5, epsilon = 1e-3);
    assert_relative_eq!(after, 0.75, epsilon = 1e-3);
}

#[test]
fn samples_without_a_value_do_not_hold() {
    // Defined where u <= x, then always large enough: the share is (x - 1) / 2.
    let crossing = only(&search(&model("sqrt(x - u)", "2"), at_least(0.0), 0.6, (1.5, 2.9)));
    assert_relative_eq!(crossing.input, 2.2, max_relative = 1e-3);
    assert!((crossing.metric - 0.6).abs() < 1e-3);
}

#[test]
fn the_same_samples_at_every_value_make_the_curve_monotone_and_few_evaluations_do() {
    let found = search(&model("x * u / w", "4"), at_least(6.0), 0.8, (1.0, 60.0));
    assert!(found.curve.windows(2).all(|pair| pair[0].metric <= pair[1].metric));
    let evaluations = found.sampled.as_ref().unwrap().evaluations;
    assert!(evaluations < 2 * STATISTIC_GRID + 40, "{evaluations}");
    assert_eq!(found, search(&model("x * u / w", "4"), at_least(6.0), 0.8, (1.0, 60.0)));
    // A smooth percentile: beyond the grid no more than a dozen looks refine the place to rounding.
    let found = search(&model("x * u / w", "4"), Measure::Percentile(20), 6.0, (1.0, 60.0));
    let evaluations = found.sampled.as_ref().unwrap().evaluations;
    assert!(evaluations <= STATISTIC_GRID + 1 + 16, "{evaluations}");
}

#[test]
fn searches_of_a_scenario_are_resolved_and_inherited_ones_left_out() {
    let model = assessment(
        "purpose = \"interposition\"\n[input]\n\
         front_length = { low = 500, value = 1_000, high = 2_000, unit = \"km\", assumed = \"a test\" }\n\
         peacekeepers = { value = 20_000, unit = \"troops\", assumed = \"a test\" }\n\
         [[break_even]]\nvary = \"peacekeepers\"\nfrom = 1_000\nto = 100_000\n\
         target = \"p5(front_density) = 25 personnel per km\"\n\
         [[break_even]]\nid = \"both\"\nvary = \"front_length\"\nfrom = 500\nto = 2_000\nmetric = \"front_density\"\n\
         target = 25\nagainst = { vary = \"peacekeepers\", from = 1_000, to = 100_000 }\n",
    );
    assert_eq!(model.requests.break_evens.len(), 2);
    assert_eq!(model.requests.break_evens[0].id, "break_even_peacekeepers");
    assert_eq!(model.requests.break_evens[0].goal.measure, Measure::Percentile(5));
    let search = |plan| study::break_even(&model, plan, study::break_even_sampling(plan, SETTINGS), Interrupt::NEVER);
    let found: Vec<_> = model.requests.break_evens.iter().map(search).collect();
    let part = sections::sections(&model, &found).unwrap();
    assert_eq!((part.id.as_str(), part.figures.len(), part.files.len()), ("break_even", 2, 2));
    assert_eq!(part.json[1]["outcome"], "frontier");
    assert_eq!(part.json[1]["id"], "both");
}

/// x u / w >= 6 with the probability q where x = 6 w / (3 - 2 q); its 5th percentile is 6 where x = 6 w / 1.1. The rows
/// hold w at each value, whatever its own range.
#[test]
fn the_frontier_of_a_statistic_is_where_the_closed_form_says() {
    let model = model("x * u / w", "4");
    let axis = |name: &str, from: f64, to: f64, steps: usize| Axis {
        input: model.calculation.input(name).unwrap(),
        from,
        to,
        steps,
        log: false,
    };
    let (first, second) = (axis("x", 1.0, 20.0, 2), axis("w", 0.5, 2.0, 7));
    for (measure, target, factor) in
        [(at_least(6.0), 0.8, 6.0 / 1.4), (Measure::Percentile(5), 6.0, 6.0 / 1.1), (Measure::Mean, 6.0, 3.0)]
    {
        let goal = Goal { metric: model.calculation.metric("y").unwrap(), measure, target, text: "y".to_owned() };
        let found = frontier::run_goal(&model.calculation, &goal, &first, &second, SETTINGS).unwrap();
        assert_eq!((found.rows.len(), found.curves.len()), (7, 1), "{measure:?}");
        assert_eq!(found.curves[0].len(), 7);
        for point in &found.curves[0] {
            assert_relative_eq!(point.first, factor * point.second, max_relative = 1e-3);
        }
        assert_eq!(found, frontier::run_goal(&model.calculation, &goal, &first, &second, SETTINGS).unwrap());
    }
}

proptest! {
    #[test]
    fn points_of_a_frontier_meet_the_target(target in 0.5_f64..20.0, low in 0.5_f64..2.0) {
        for formula in ["x * u", "x / u", "x ^ 2 + u", "exp(x / 10) * u"] {
            let model = model(formula, "4");
            let axis = |name: &str, from: f64, to: f64, steps: usize| {
                Axis { input: model.calculation.input(name).unwrap(), from, to, steps, log: false }
            };
            let metric = model.calculation.metric("y").unwrap();
            let (first, second) = (axis("x", low, 12.0, 128), axis("u", 1.0, 3.0, 9));
            let found = frontier::run(&model.calculation, metric, &first, &second, target);
            for point in found.curves.iter().flatten() {
                let mut inputs = model.calculation.central();
                inputs[first.input.index()] = point.first;
                inputs[second.input.index()] = point.second;
                let value = model.calculation.tape().results(&inputs)[metric.index()];
                prop_assert!((value - target).abs() <= 1e-9 * target, "{formula}: {point:?} gives {value}");
            }
        }
    }
}
