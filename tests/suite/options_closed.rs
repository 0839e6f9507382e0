//! A choice whose every answer is known: an option that is worth `x`, uniform between 0 and 1, beside one that is always
//! worth 0.4 and one that is always worth 0.3.

use approx::assert_abs_diff_eq;
use forcesize::analysis::interrupt::Interrupt;
use forcesize::analysis::monte_carlo::{Settings, run as draw};
use forcesize::analysis::options::{OptionStudy, Turning, run};
use forcesize::model::{Assessment, assess};
use forcesize::uncertainty::sampler::Sampler;

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
    assert_eq!((found.futures, found.settings, found.drawn.len()), (1, None, 0));
    assert_eq!(found.satisficing, [1]);
    assert!(!found.met[1].all.unwrap().is_estimated());
    // 20 per km against 10; in base units a person is one and a kilometre too.
    assert_abs_diff_eq!(found.regrets[0].of[0].as_ref().unwrap().largest, 10.0, epsilon = 1e-9);
    assert_eq!(found.worth[0].perfect, (0.0, 0.0));
}

#[test]
fn futures_are_those_of_the_scenario_and_of_any_number_of_threads() {
    let assessment = choice(CONDITIONS);
    let settings = Settings { sampler: Sampler::Sobol, samples: 1 << 14, seed: 1 };
    let whole = draw(&assessment.calculation, &assessment.requests.conditions, settings);
    let share = found(&assessment, Sampler::Sobol).met[0].held[0].as_ref().unwrap().share;
    assert_eq!(whole.unwrap().conditions[0].estimate(), share);
    let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let one = alone.install(|| found(&assessment, Sampler::LatinHypercube));
    assert_eq!(format!("{one:?}"), format!("{:?}", found(&assessment, Sampler::LatinHypercube)));
}

/// What another program makes of the same futures. `forcesize monte-carlo scenarios/options.toml --samples 1024 --seed 1
/// --csv --set peacekeepers="2_800 troops" --set masts="0 masts"` and the same for the other options exported them; Rhodium
/// 1.4.0 (github.com/Project-Platypus/Rhodium) was given the rows: `satisficing_type1` with the conditions as constraints,
/// and `regret_type2` with the percentiles 50, 95 and 100. That divides regret by the option's own value; so it was given
/// `1 + 1e-9 y` in the place of `y`, and what it said was multiplied by 1e9, which is right to 1e-6. Rhodium has no value of
/// information: numpy 1.26 gave `abs(best(mean over futures) - mean(best over options))`.
#[test]
fn another_program_finds_the_same_in_the_same_futures() {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/options.toml")).unwrap();
    let assessment = assess("options", &text).unwrap();
    let settings = Settings { sampler: Sampler::Sobol, samples: 1024, seed: 1 };
    let found = run(&assessment, &assessment.requests.options, settings, Interrupt::NEVER).unwrap();
    let shares = [
        [0.829_101_562_5, 0.375, 0.309_570_312_5],
        [0.902_343_75, 0.964_843_75, 0.872_070_312_5],
        [0.918_945_312_5, 0.904_296_875, 0.832_031_25],
    ];
    for (met, shares) in found.met.iter().zip(shares) {
        let held = met.held.iter().map(|held| held.as_ref().unwrap().share.share).chain([met.all.unwrap().share]);
        assert_eq!(held.collect::<Vec<f64>>(), shares);
    }
    let regrets = [
        [
            [0.0, 37.696_230_732_603_546, 78.508_161_358_996_65],
            [0.0, 27.340_935_534_120_93, 78.608_355_418_513_24],
            [0.0, 18.222_109_066_300_593, 39.608_991_183_476_83],
        ],
        [
            [166.873_532_293_282_98, 299.645_191_663_900_7, 374.226_582_536_189_6],
            [0.0, 4.187_529_295_873_237_5, 157.269_749_503_002_1],
            [70.564_518_890_821_5, 133.665_416_329_251_3, 168.234_116_279_608_8],
        ],
    ];
    for ((regret, expected), preference) in found.regrets.iter().zip(regrets).zip(&found.preferences) {
        let unit = &assessment.calculation.metrics[preference.metric].unit;
        for (of, expected) in regret.of.iter().zip(expected) {
            let of = of.as_ref().unwrap();
            for (found, expected) in [of.median(), of.p95(), of.largest].into_iter().zip(expected) {
                approx::assert_relative_eq!(unit.from_base(found), expected, max_relative = 1e-6);
            }
        }
    }
    let perfect = [(2.817_298_555_964_690_4, 4.374_693_87), (2.030_003_358_129_477, 259.163_973_17)];
    for ((worth, expected), preference) in found.worth.iter().zip(perfect).zip(&found.preferences) {
        let unit = &assessment.calculation.metrics[preference.metric].unit;
        approx::assert_relative_eq!(unit.from_base(worth.perfect.0), expected.0, max_relative = 1e-11);
        approx::assert_relative_eq!(unit.from_base(worth.mean), expected.1, max_relative = 1e-8);
    }
}
