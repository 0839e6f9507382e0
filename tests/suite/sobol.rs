//! Sobol' indices against functions and ratios whose indices are known exactly.

use crate::engine::{assessment, total_is_distinguishable};
use approx::{assert_abs_diff_eq, assert_relative_eq};
use forcesize::analysis::factors::{Factors, Group, Split};
use forcesize::analysis::monte_carlo::NotDrawn;
use forcesize::analysis::sobol_indices::{self, Indices, RESAMPLES, Settings, SobolIndices, of_function, of_points};
use forcesize::model::{Assessment, MetricId};
use forcesize::uncertainty::sequence::{Scrambling, Sequence};
use rayon::prelude::*;
use std::f64::consts::{LN_2, PI};
use std::fmt::Write as _;

fn settings(base_samples: u64, seed: u64) -> Settings {
    Settings { base_samples, seed, resamples: RESAMPLES, second_order: false }
}

fn in_pairs(base_samples: u64, seed: u64) -> Settings {
    Settings { second_order: true, ..settings(base_samples, seed) }
}

/// Without groups of one's own.
fn run(assessment: &Assessment, settings: Settings) -> Result<SobolIndices, NotDrawn> {
    sobol_indices::run(&assessment.calculation, settings, &Factors::new(&assessment.calculation, &[]).unwrap())
}

fn ishigami(uniforms: &[f64]) -> f64 {
    let x = |at: usize| PI * (2.0 * uniforms[at] - 1.0);
    x(0).sin() + 7.0 * x(1).sin().powi(2) + 0.1 * x(2).powi(4) * x(0).sin()
}

const ISHIGAMI: [(f64, f64); 3] = [
    (0.313_905_191_147_811, 0.557_588_855_209_959),
    (0.442_411_144_790_041, 0.442_411_144_790_041),
    (0.0, 0.243_683_664_062_148),
];

/// Exact indices of first and total order, within a tolerance.
fn check(name: &str, found: &Indices, exact: &[(f64, f64)], tolerance: f64) {
    assert_eq!(found.inputs.len(), exact.len());
    let mut worst: f64 = 0.0;
    for (index, (first, total)) in found.inputs.iter().zip(exact) {
        worst = worst.max((index.first_order - first).abs()).max((index.total_order - total).abs());
        assert!((index.first_order - first).abs() < tolerance, "{name}: {index:?} for first order {first}");
        assert!((index.total_order - total).abs() < tolerance, "{name}: {index:?} for total order {total}");
        let ((low, high), (from, to)) = (index.first_order_ci, index.total_order_ci);
        assert!(low <= high && from <= to && high - low < 0.2 && to - from < 0.2, "{name}: {index:?}");
    }
}

#[test]
fn ishigami_has_its_exact_indices() {
    for seed in 0..4 {
        let found = of_function(3, settings(1 << 14, seed), ishigami).unwrap();
        // 8 designs of 2,048 points err more than one of 16,384 would, for intervals that can be trusted.
        check("Ishigami", &found, &ISHIGAMI, 0.005);
        assert_relative_eq!(found.mean, 3.5, max_relative = 1e-3);
        assert_relative_eq!(found.variance, 13.844_587_940_719_3, max_relative = 5e-3);
        assert_eq!(found.undefined, 0);
        assert!(found.inputs[0].is_distinguishable() && total_is_distinguishable(&found.inputs[2]));
    }
}

/// Points without any chance in them: figures that numpy gives for scipy's points, and scipy's own indices times its
/// variance, which is over A and B alone.
#[test]
fn the_estimators_give_what_another_implementation_gives_at_the_same_points() {
    let plain = Sequence::new(6, Scrambling::None, 0).unwrap();
    let points = |dimension: usize, first: u64, column: &mut [f64]| {
        for (number, value) in (first..).zip(column) {
            *value = plain.coordinate(dimension, number);
        }
    };
    let found = of_points(3, settings(4096, 0), points, ishigami).unwrap();
    assert_relative_eq!(found.mean, 3.499_965_871_610_876_4, max_relative = 1e-12);
    assert_relative_eq!(found.variance, 13.838_932_832_574_823, max_relative = 1e-12);
    let pooled = [
        (0.314_233_469_078_624_7, 0.557_660_048_557_093_4),
        (0.442_651_724_380_046_5, 0.442_633_118_232_870_8),
        (-6.490_566_881_842_625e-5, 0.243_391_529_608_586_62),
    ];
    check("unscrambled Ishigami", &found, &pooled, 1e-12);
    let scipy = [0.557_434_576_309_696_7, 0.442_454_153_495_844_44, 0.243_293_121_922_183_16];
    for (index, total) in found.inputs.iter().zip(scipy) {
        assert_relative_eq!(index.total_order * found.variance, total * 13.844_530_431_683_204, max_relative = 1e-12);
    }
}

#[test]
fn sobols_g_function_has_its_exact_indices() {
    let a = [0.0, 1.0, 4.5, 9.0, 99.0, 99.0, 99.0, 99.0];
    let g = |x: &[f64]| x.iter().zip(a).map(|(x, a)| ((4.0 * x - 2.0).abs() + a) / (1.0 + a)).product::<f64>();
    let parts: Vec<f64> = a.iter().map(|a| 1.0 / (3.0 * (1.0 + a) * (1.0 + a))).collect();
    let all: f64 = parts.iter().map(|part| 1.0 + part).product();
    let exact: Vec<(f64, f64)> =
        parts.iter().map(|part| (part / (all - 1.0), part / (1.0 + part) * all / (all - 1.0))).collect();
    assert_relative_eq!(exact[0].1, 0.787_144_126_659_275, max_relative = 1e-12);
    check("Sobol' G", &of_function(8, settings(1 << 14, 1), g).unwrap(), &exact, 0.005);
}

#[test]
fn a_product_and_a_sum_have_their_exact_indices() {
    let product = of_function(2, settings(1 << 14, 1), |x| x[0] * x[1]).unwrap();
    check("product", &product, &[(3.0 / 7.0, 4.0 / 7.0); 2], 0.003);
    assert_relative_eq!(product.variance, 7.0 / 144.0, max_relative = 1e-3);
    // A mean a million times the spread: only centred outputs keep the digits.
    let sum = |x: &[f64]| 1e6 + x[0] + 2.0 * x[1] + 3.0 * x[2] + 4.0 * x[3];
    let exact = [1.0, 4.0, 9.0, 16.0].map(|square| (square / 30.0, square / 30.0));
    check("both", &of_function(4, settings(1 << 14, 1), sum).unwrap(), &exact, 0.003);
}

/// Inputs of one's own and metrics made of them.
fn scenario(inputs: &[(&str, &str)], metrics: &[(&str, &str)]) -> Assessment {
    let mut text = "purpose = \"observation\"\n".to_owned();
    for (id, range) in inputs {
        let _ = write!(text, "[input.{id}]\nlabel = \"{id}\"\nassumed = \"a test\"\n{range}\n");
    }
    for (id, formula) in metrics {
        let _ = write!(text, "[metric.{id}]\nformula = \"{formula}\"\nunit = \"1\"\nassumed = \"a test\"\n");
    }
    assessment(&text)
}

fn of<'a>(scenario: &Assessment, found: &'a SobolIndices, metric: &str) -> &'a Indices {
    &found.metrics[scenario.calculation.metric(metric).unwrap()]
}

const EVEN: &str = "low = 1\nhigh = 2";

fn ratios() -> Assessment {
    let metrics =
        [("quotient", "above / below"), ("thrice", "3 * above / below"), ("only", "above"), ("held", "fixed")];
    scenario(&[("above", EVEN), ("below", EVEN), ("idle", EVEN), ("fixed", "value = 7")], &metrics)
}

#[test]
fn a_ratio_of_uniforms_has_its_exact_indices_and_an_unused_input_exactly_none() {
    let scenario = ratios();
    let found = run(&scenario, settings(10_000, 3)).unwrap();
    assert_eq!(found.settings.base_samples, 1 << 14);
    assert_eq!(found.runs, 4 << 14);
    let quotient = of(&scenario, &found, "quotient");
    assert_relative_eq!(quotient.mean, 1.5 * LN_2, max_relative = 1e-4);
    let exact =
        [(0.467_471_960_713_119, 0.486_490_819_259_079), (0.513_509_180_740_921, 0.532_528_039_286_881), (0.0, 0.0)];
    check("ratio", quotient, &exact, 0.003);
    let idle = &quotient.inputs[2];
    assert_eq!(scenario.calculation.inputs[found.singles[idle.input]].id, "idle");
    assert!(!idle.used && !idle.is_distinguishable() && !total_is_distinguishable(idle));
    assert_eq!((idle.first_order, idle.total_order), (0.0, 0.0));
    assert_eq!((idle.first_order_ci, idle.total_order_ci), ((0.0, 0.0), (0.0, 0.0)));
    check("one input", of(&scenario, &found, "only"), &[(1.0, 1.0), (0.0, 0.0), (0.0, 0.0)], 0.003);
}

#[test]
fn scaling_a_metric_changes_no_index() {
    let scenario = ratios();
    let found = run(&scenario, settings(1 << 10, 3)).unwrap();
    let (plain, thrice) = (of(&scenario, &found, "quotient"), of(&scenario, &found, "thrice"));
    assert_relative_eq!(thrice.variance, 9.0 * plain.variance, max_relative = 1e-12);
    for (a, b) in plain.inputs.iter().zip(&thrice.inputs) {
        let figures = |index: &sobol_indices::Index| {
            let ((low, high), (from, to)) = (index.first_order_ci, index.total_order_ci);
            [index.first_order, index.total_order, low, high, from, to]
        };
        for (a, b) in figures(a).iter().zip(figures(b)) {
            assert_abs_diff_eq!(*a, b, epsilon = 1e-12);
        }
    }
}

#[test]
fn what_does_not_vary_has_no_variance_and_no_indices() {
    let scenario = scenario(&[("x", EVEN), ("y", EVEN)], &[("level", "max(x, 3)"), ("noise", "x + (y / 3) * 3 - y")]);
    let found = run(&scenario, settings(1 << 10, 1)).unwrap();
    let level = of(&scenario, &found, "level");
    assert_eq!((level.mean, level.variance), (3.0, 0.0));
    assert!(level.inputs[0].used && !level.inputs[1].used);
    for index in &level.inputs {
        assert_eq!((index.first_order, index.total_order), (0.0, 0.0));
        assert_eq!((index.first_order_ci, index.total_order_ci), ((0.0, 0.0), (0.0, 0.0)));
    }
    // What comes of rounding alone is nothing.
    let y = &of(&scenario, &found, "noise").inputs[1];
    assert!(y.used && y.total_order == 0.0 && !total_is_distinguishable(y), "{y:?}");
    let fixed = ratios();
    let held = run(&fixed, settings(1 << 10, 1)).unwrap();
    assert_eq!((of(&fixed, &held, "held").mean, of(&fixed, &held, "held").variance), (7.0, 0.0));
}

/// Undefined where x is negative, a quarter of the cases: in A, in B, or in A with x from B, which has no others.
#[test]
fn undefined_samples_are_counted_and_left_out() {
    let inputs = [("x", "low = -1\nhigh = 3"), ("y", EVEN)];
    let scenario = scenario(&inputs, &[("root", "sqrt(x) + y"), ("never", "sqrt(-y) + x"), ("both", "x + y")]);
    let found = run(&scenario, settings(1 << 14, 1)).unwrap();
    let root = of(&scenario, &found, "root");
    assert_relative_eq!(f64::from(u32::try_from(root.undefined).unwrap()), 7.0 / 16.0 * 16384.0, max_relative = 0.01);
    // Given that x is not negative: variances 1/6 of sqrt(x) on [0, 3] and 1/12 of y.
    check("root", root, &[(2.0 / 3.0, 2.0 / 3.0), (1.0 / 3.0, 1.0 / 3.0)], 0.01);
    assert_eq!(of(&scenario, &found, "both").undefined, 0);
    let never = of(&scenario, &found, "never");
    assert_eq!(never.undefined, 1 << 14);
    assert!(never.variance.is_nan() && never.inputs.iter().all(|index| index.first_order.is_nan()));
    assert!(!never.inputs[0].is_distinguishable() && !total_is_distinguishable(&never.inputs[0]));
}

/// How often of 200 seeds the intervals of some indices hold the exact ones.
fn coverage(exact: &[f64], intervals: impl Fn(u64) -> Vec<(f64, f64)> + Sync) -> Vec<usize> {
    let held = |seed: u64| -> Vec<usize> {
        let found = intervals(seed);
        assert_eq!(found.len(), exact.len());
        found.iter().zip(exact).map(|((low, high), exact)| usize::from(low <= exact && exact <= high)).collect()
    };
    let each: Vec<Vec<usize>> = (0..200_u64).into_par_iter().map(held).collect();
    (0..exact.len()).map(|index| each.iter().map(|held| held[index]).sum()).collect()
}

fn ends(found: &Indices) -> Vec<(f64, f64)> {
    let orders = found.inputs.iter().flat_map(|index| [index.first_order_ci, index.total_order_ci]);
    orders.chain(found.pairs.iter().map(|pair| pair.ci)).collect()
}

#[test]
fn of_200_intervals_nine_in_ten_and_not_all_hold_the_exact_index() {
    let of_ishigami: Vec<f64> =
        ISHIGAMI.iter().flat_map(|(first, total)| [*first, *total]).chain([0.0, ISHIGAMI[2].1, 0.0]).collect();
    let of_sum: Vec<f64> = [1.0, 4.0, 9.0, 16.0].iter().flat_map(|square| [square / 30.0; 2]).collect();
    let inputs = [("a", EVEN), ("b", EVEN), ("c", EVEN), ("d", EVEN)];
    let linear = scenario(&inputs, &[("weighted", "a + 2 * b + 3 * c + 4 * d")]);
    let found = coverage(&of_ishigami, |seed| ends(&of_function(3, in_pairs(1 << 10, seed), ishigami).unwrap()));
    assert!(found.iter().all(|held| (180..=198).contains(held)), "Ishigami: {found:?}");
    let found = coverage(&of_sum, |seed| ends(of(&linear, &run(&linear, settings(1 << 8, seed)).unwrap(), "weighted")));
    assert!(found.iter().all(|held| (180..=198).contains(held)), "a sum: {found:?}");
}

/// Pairs against closed forms: of each two inputs by their place, the share they make together.
fn check_pairs(name: &str, found: &Indices, exact: impl Fn(usize, usize) -> f64, tolerance: f64) {
    let inputs = found.inputs.len();
    assert_eq!(found.pairs.len(), inputs * (inputs - 1) / 2);
    for pair in &found.pairs {
        let exact = exact(pair.of.0, pair.of.1);
        assert!((pair.index - exact).abs() < tolerance, "{name}: {pair:?} for {exact}");
        assert!(pair.ci.0 <= pair.ci.1 && pair.ci.1 - pair.ci.0 < 0.2, "{name}: {pair:?}");
    }
}

#[test]
fn pairs_have_their_exact_second_order() {
    let found = of_function(3, in_pairs(1 << 14, 1), ishigami).unwrap();
    check_pairs("Ishigami", &found, |i, j| if (i, j) == (0, 2) { ISHIGAMI[2].1 } else { 0.0 }, 0.01);
    assert!(found.pairs[1].is_distinguishable());
    // The first and total orders are those without pairs, to the bit.
    assert_eq!(found.inputs, of_function(3, settings(1 << 14, 1), ishigami).unwrap().inputs);
    let g = |x: &[f64]| {
        x.iter().zip([0.0, 0.5, 1.0]).map(|(x, a)| ((4.0 * x - 2.0).abs() + a) / (1.0 + a)).product::<f64>()
    };
    let parts = [0.0, 0.5, 1.0].map(|a: f64| 1.0 / (3.0 * (1.0 + a) * (1.0 + a)));
    let variance = parts.iter().map(|part| 1.0 + part).product::<f64>() - 1.0;
    assert_relative_eq!(parts[0] * parts[1] / variance, 0.075, max_relative = 1e-12);
    check_pairs(
        "Sobol' G",
        &of_function(3, in_pairs(1 << 14, 1), g).unwrap(),
        |i, j| parts[i] * parts[j] / variance,
        0.01,
    );
    let product = of_function(2, in_pairs(1 << 14, 1), |x| x[0] * x[1]).unwrap();
    check_pairs("product", &product, |_, _| 1.0 / 7.0, 0.005);
    // A mean a million times the spread, and nothing together.
    let sum = of_function(2, in_pairs(1 << 14, 1), |x| 1e6 + x[0] + x[1]).unwrap();
    check_pairs("sum", &sum, |_, _| 0.0, 0.005);
}

#[test]
fn pairs_of_a_scenario_are_those_it_uses() {
    let scenario = ratios();
    let found = sobol_indices::run(
        &scenario.calculation,
        in_pairs(1 << 14, 3),
        &Factors::new(&scenario.calculation, &[]).unwrap(),
    )
    .unwrap();
    assert_eq!(found.runs, 6 << 14);
    let quotient = of(&scenario, &found, "quotient");
    assert_eq!(quotient.pairs.len(), 1);
    assert!((quotient.pairs[0].index - 0.019_018_858_545_96).abs() < 0.002, "{:?}", quotient.pairs);
    assert!(of(&scenario, &found, "only").pairs.is_empty());
}

#[test]
fn a_group_has_the_share_of_its_inputs_together() {
    let scenario = scenario(&[("x", EVEN), ("y", EVEN), ("z", EVEN)], &[("mixed", "x * y + z"), ("alone", "z")]);
    let at = |id: &str| scenario.calculation.input(id).unwrap();
    let factors = Factors::new(&scenario.calculation, &[Group::new("both", &[at("y"), at("x")])]).unwrap();
    let found = sobol_indices::run(&scenario.calculation, settings(1 << 14, 1), &factors).unwrap();
    let mixed = of(&scenario, &found, "mixed");
    // On [1, 2]: the variance of the product is (7/3)^2 - (9/4)^2, that of z 1/12; between them there is nothing.
    let product = 49.0 / 9.0 - 81.0 / 16.0;
    let share = product / (product + 1.0 / 12.0);
    assert_eq!(mixed.inputs.len(), 3);
    let group = &mixed.groups[0];
    assert!((group.first_order - share).abs() < 0.01 && (group.total_order - share).abs() < 0.01, "{group:?}");
    let unused = &of(&scenario, &found, "alone").groups[0];
    assert!(!unused.used && (unused.first_order, unused.total_order) == (0.0, 0.0));
}

/// `x + 2 y + z` of standard normal numbers, the first two correlated with `rho`: their variance is `5 + 4 rho`.
fn correlated() -> Assessment {
    let normal = "mean = 0\nsd = 1\nbounds = \"any\"";
    let mut text = "purpose = \"observation\"\n[[correlation]]\nbetween = [\"x\", \"y\"]\nrank = 0.5\n".to_owned();
    for id in ["x", "y", "z"] {
        let _ = write!(text, "[input.{id}]\nlabel = \"{id}\"\nassumed = \"a test\"\n{normal}\n");
    }
    text += "[metric.whole]\nformula = \"x + 2 * y + z\"\nunit = \"1\"\nassumed = \"a test\"\n";
    assessment(&text)
}

#[test]
fn correlated_inputs_have_their_closed_form_together() {
    let scenario = correlated();
    let found = sobol_indices::run(
        &scenario.calculation,
        in_pairs(1 << 14, 1),
        &Factors::new(&scenario.calculation, &[]).unwrap(),
    )
    .unwrap();
    let rho = 2.0 * (PI / 12.0).sin();
    let (set, all) = (5.0 + 4.0 * rho, 6.0 + 4.0 * rho);
    let sum = &found.metrics[MetricId::from(0)];
    assert_relative_eq!(sum.variance, all, max_relative = 0.01);
    assert_eq!((sum.inputs.len(), sum.groups.len(), sum.pairs.len()), (1, 1, 1));
    assert!(found.groups[0].correlated && found.groups[0].name == "x+y");
    for (index, share) in [(&sum.groups[0], set / all), (&sum.inputs[0], 1.0 / all)] {
        assert!((index.first_order - share).abs() < 0.01 && (index.total_order - share).abs() < 0.01, "{index:?}");
    }
    assert!(sum.pairs[0].index.abs() < 0.005);
}

#[test]
fn a_group_that_parts_correlated_inputs_has_no_indices() {
    let scenario = correlated();
    let at = |id: &str| scenario.calculation.input(id).unwrap();
    let split = Factors::new(&scenario.calculation, &[Group::new("some", &[at("x"), at("z")])]);
    assert_eq!(split, Err(Split { group: "some".to_owned(), inside: at("x"), outside: at("y") }));
    let named = Factors::new(&scenario.calculation, &[Group::new("pair", &[at("x"), at("y")])]).unwrap();
    assert_eq!((named.groups.len(), named.groups[0].name.as_str(), named.groups[0].correlated), (1, "pair", true));
    assert_eq!(Factors::new(&scenario.calculation, &[Group::new("none", &[])]).unwrap().groups.len(), 1);
}

/// The third input of Ishigami does nothing alone: its estimates scatter about 0, and few stand out.
#[test]
fn a_negative_estimate_is_not_distinguishable() {
    let third = |seed: u64| of_function(3, settings(1 << 8, seed), ishigami).unwrap().inputs[2];
    let found: Vec<_> = (0..20).map(third).collect();
    assert!(found.iter().any(|index| index.first_order < 0.0));
    assert!(found.iter().filter(|index| index.first_order < 0.0).all(|index| !index.is_distinguishable()));
    assert!(found.iter().filter(|index| index.is_distinguishable()).count() <= 2);
}

#[test]
fn threads_change_no_bit_and_seeds_do() {
    let scenario = ratios();
    for samples in [64, 1 << 9, 1 << 14] {
        let found = run(&scenario, settings(samples, 0)).unwrap();
        for threads in [1, 3] {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            assert_eq!(pool.install(|| run(&scenario, settings(samples, 0)).unwrap()), found);
        }
        let other = run(&scenario, settings(samples, 1)).unwrap();
        assert_ne!(of(&scenario, &other, "quotient"), of(&scenario, &found, "quotient"));
    }
}

#[test]
fn what_cannot_be_drawn_is_said() {
    let fixed = scenario(&[("x", "value = 1")], &[]);
    assert_eq!(run(&fixed, settings(64, 1)), Err(NotDrawn::NothingUncertain));
    assert_eq!(run(&ratios(), settings(u64::MAX, 1)), Err(NotDrawn::TooMany));
    assert!(matches!(of_function(513, settings(64, 1), |x| x[0]), Err(NotDrawn::Sampler(_))));
    assert_eq!(of_function(0, settings(64, 1), |_| 0.0), Err(NotDrawn::NothingUncertain));
    assert_eq!([0, 64, 65].map(|samples| settings(samples, 1).rounded()), [Some(64), Some(64), Some(128)]);
    let none = of_function(2, Settings { resamples: 0, ..settings(64, 1) }, |x| x[0] + x[1]).unwrap();
    assert!(none.inputs[0].first_order_ci.0.is_nan() && !none.inputs[0].is_distinguishable());
}
