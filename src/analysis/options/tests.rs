//! A choice whose every answer is known: an option that is worth `x`, uniform between 0 and 1, beside one that is always
//! worth 0.4 and one that is always worth 0.3.

use super::{OptionStudy, Turning, run};
use crate::analysis::interrupt::Interrupt;
use crate::analysis::monte_carlo::Settings;
use crate::model::{Assessment, assess};
use crate::uncertainty::sampler::Sampler;
use approx::assert_abs_diff_eq;

/// Options of which the first gains `x`, the second 0.4 and the third 0.3; `noise` is the same for all.
fn choice(more: &str) -> Assessment {
    let input = |name: &str, value: &str| {
        format!("{name} = {{ {value}, unit = \"1\", label = \"{name}\", means = \"{name}\", assumed = \"test\" }}\n")
    };
    let text = format!(
        "[input]\n{}{}{}{}[metric.gain]\nlabel = \"Gain\"\nmeans = \"gain\"\nassumed = \"test\"\nunit = \"1\"\n\
         formula = \"taken * x + (1 - taken) * safe + noise\"\n\
         [option.risky]\nset = {{ taken = 1, safe = 0.4 }}\n\
         [option.safe]\nset = {{ taken = 0, safe = 0.4 }}\n\
         [option.poor]\nset = {{ taken = 0, safe = 0.3 }}\n{more}",
        input("taken", "value = 1, role = \"lever\""),
        input("safe", "value = 0.4, role = \"lever\""),
        input("x", "low = 0, high = 1"),
        input("noise", "low = -0.001, high = 0.001"),
    );
    assess("choice", &text).unwrap()
}

const CONDITIONS: &str = "[[condition]]\nthat = \"gain >= 0.25\"\n[regret]\nmore = \"gain\"\n";

fn found(assessment: &Assessment, sampler: Sampler) -> OptionStudy {
    let settings = Settings { sampler, samples: 1 << 14, seed: 1 };
    run(assessment, &assessment.requests.options, settings, Interrupt::NEVER).unwrap()
}

#[test]
fn a_choice_with_a_closed_form_is_judged_as_the_form_says() {
    let found = found(&choice(CONDITIONS), Sampler::Sobol);
    assert_eq!(found.futures, 1 << 14);
    // In a quarter of futures the first is below 0.25; nineteen of twenty failures are by less than 0.2375.
    let held: Vec<f64> = found.met.iter().map(|met| met.held[0].as_ref().unwrap().share.share).collect();
    assert_abs_diff_eq!(held[0], 0.75, epsilon = 1e-3);
    assert_eq!(&held[1..], [1.0, 1.0]);
    assert_abs_diff_eq!(found.met[0].held[0].as_ref().unwrap().margin.unwrap(), -0.2375, epsilon = 1e-3);
    assert!(found.met[1].held[0].as_ref().unwrap().margin.is_none());
    assert_eq!(found.satisficing, [1, 2]);

    // Regret: max(0.4 - x, 0) and max(x - 0.4, 0), and for the third 0.1 more than the second.
    let regret = &found.regrets[0];
    let of = |option: usize| regret.of[option].as_ref().unwrap();
    for (option, mean, median, p95, largest, best) in
        [(0, 0.08, 0.0, 0.35, 0.4, 0.6), (1, 0.18, 0.1, 0.55, 0.6, 0.4), (2, 0.28, 0.2, 0.65, 0.7, 0.0)]
    {
        let of = of(option);
        for (is, should) in
            [(of.mean, mean), (of.median(), median), (of.p95(), p95), (of.largest, largest), (of.best, best)]
        {
            assert_abs_diff_eq!(is, should, epsilon = 1e-3);
        }
    }
    assert_eq!((regret.minimax.as_slice(), regret.undefined), ([0].as_slice(), 0));
    let dominated: Vec<(usize, usize)> = found.dominated.iter().map(|one| (one.option, one.by)).collect();
    assert_eq!(dominated, [(2, 1)]);

    // The first and the second change places at 0.4, the second and the third never.
    let turn = found.turns.iter().find(|turn| (turn.one, turn.other) == (0, 1)).unwrap();
    let Turning::Turns { one: false, single, found: Some(boxed) } = &turn.turning else { panic!("{turn:?}") };
    assert_eq!(single.len(), 1);
    assert_abs_diff_eq!(single[0].limit, 0.4, epsilon = 1e-3);
    assert!(!single[0].above);
    assert_abs_diff_eq!(single[0].score, 1.0, epsilon = 1e-3);
    let [restriction] = boxed.restrictions.as_slice() else { panic!("{boxed:?}") };
    assert_abs_diff_eq!(restriction.high.unwrap(), 0.4, epsilon = 2e-3);
    let turn = found.turns.iter().find(|turn| (turn.one, turn.other) == (1, 2)).unwrap();
    assert_eq!(turn.turning, Turning::Never { one: true });
    assert_eq!(turn.better, [1 << 14, 0, 0]);

    // Who knew `x` would gain E max(x, 0.4) - 0.5 = 0.08; to know the noise is worth nothing.
    let worth = &found.worth[0];
    assert_eq!(worth.best, Some(0));
    assert_abs_diff_eq!(worth.mean, 0.5, epsilon = 1e-4);
    assert_abs_diff_eq!(worth.perfect.0, 0.08, epsilon = 1e-3);
    assert!(worth.perfect.1 < 1e-3, "{:?}", worth.perfect);
    // Both reach the metric; half a part of the range about 0.4 costs next to nothing.
    assert_eq!(worth.of.len(), 2);
    assert_abs_diff_eq!(worth.of[0].value, 0.08, epsilon = 2e-4);
    assert_abs_diff_eq!(worth.of[1].value, 0.0, epsilon = 1e-6);
    assert!(worth.of[0].is_known() && !worth.of[1].is_known());
}

#[test]
fn random_numbers_have_greater_errors_and_the_same_answers() {
    let found = found(&choice(CONDITIONS), Sampler::Random);
    let share = found.met[0].held[0].as_ref().unwrap().share;
    assert!(share.ci.0 < 0.75 && 0.75 < share.ci.1 && share.ci.1 - share.ci.0 > 0.01, "{share:?}");
    let (perfect, error) = found.worth[0].perfect;
    assert!((perfect - 0.08).abs() < error && error < 0.01, "{perfect} {error}");
    assert_eq!(found.regrets[0].minimax, [0]);
}

#[test]
fn less_is_better_where_that_is_said() {
    let found = found(&choice("[regret]\nless = \"gain\"\n"), Sampler::Sobol);
    let regret = &found.regrets[0];
    // Regret: max(x - 0.3, 0) for the first, 0.3 - min(x, 0.3) for the third.
    assert_abs_diff_eq!(regret.of[0].as_ref().unwrap().largest, 0.7, epsilon = 1e-3);
    assert_abs_diff_eq!(regret.of[2].as_ref().unwrap().largest, 0.3, epsilon = 1e-3);
    assert_eq!(regret.minimax, [2]);
    assert_abs_diff_eq!(found.worth[0].perfect.0, 0.3 - (0.3 - 0.045), epsilon = 1e-3);
    assert!(found.satisficing.is_empty() && found.met[0].all.is_none());
}

#[test]
fn without_anything_uncertain_there_is_one_future() {
    let text = "[input]\nfront_length = { value = 1_000, unit = \"km\", assumed = \"test\" }\n\
        peacekeepers = { value = 10_000, unit = \"troops\", assumed = \"test\" }\n\
        [[condition]]\nthat = \"front_density >= 15 personnel per km\"\n\
        [option.small]\nset = { peacekeepers = \"10_000 troops\" }\n\
        [option.large]\nset = { peacekeepers = \"20_000 troops\" }\n";
    let found = found(&assess("line", text).unwrap(), Sampler::Sobol);
    assert_eq!((found.futures, found.settings, found.drawn), (1, None, 0));
    assert_eq!(found.satisficing, [1]);
    assert!(!found.met[1].all.unwrap().is_estimated());
    assert_eq!(found.regrets[0].of[0].as_ref().unwrap().largest, 10.0 / 1_000.0 * 1_000.0);
    assert_eq!(found.worth[0].perfect, (0.0, 0.0));
}

#[test]
fn futures_are_those_of_the_scenario_and_of_any_number_of_threads() {
    let assessment = choice(CONDITIONS);
    let settings = Settings { sampler: Sampler::Sobol, samples: 1 << 14, seed: 1 };
    let whole = crate::analysis::monte_carlo::run(&assessment.calculation, &assessment.requests.conditions, settings);
    let share = found(&assessment, Sampler::Sobol).met[0].held[0].as_ref().unwrap().share;
    assert_eq!(whole.unwrap().conditions[0].estimate(), share);
    let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let one = alone.install(|| found(&assessment, Sampler::LatinHypercube));
    assert_eq!(format!("{one:?}"), format!("{:?}", found(&assessment, Sampler::LatinHypercube)));
}

#[test]
fn a_choice_of_values_is_parted_between_them() {
    let bins = super::worth::bins(&[2.0, 1.0, 1.0, 2.0].repeat(200));
    assert_eq!(bins.iter().collect::<std::collections::BTreeSet<_>>().len(), 2);
    assert_eq!(bins[0], bins[3]);
}

#[test]
fn futures_without_a_value_are_left_out_of_regret() {
    let (one, other) = ([1.0, f64::NAN, 3.0], [2.0, 5.0, f64::INFINITY]);
    let (found, undefined) = super::regret::regret(&[&one, &other], true);
    assert_eq!(undefined, 2);
    assert_eq!(found[0].as_ref().unwrap().largest, 1.0);
    assert_eq!(found[1].as_ref().unwrap().largest, 0.0);
    let (nothing, undefined) = super::regret::regret(&[&[f64::NAN], &[1.0]], true);
    assert_eq!((nothing, undefined), (vec![None, None], 1));
}
