//! The cases of `forcesize selftest`, and slips that other tools made without a word.

use crate::engine::{Shelf, assess, assessment};
use approx::assert_relative_eq;
use forcesize::analysis::factors::Factors;
use forcesize::analysis::monte_carlo::{self, Settings};
use forcesize::analysis::selftest::{Expectation, cases, run};
use forcesize::analysis::{one_at_a_time, sobol_indices};
use forcesize::uncertainty::sampler::Sampler;

#[test]
fn every_case_comes_out() {
    let cases = cases();
    assert!(cases.len() >= 20, "{} cases", cases.len());
    for case in &cases {
        let outcomes = run(case);
        assert!(!outcomes.is_empty(), "{} expects nothing", case.name);
        let lines = case.expected.len().max(usize::from(case.refused.is_some()));
        assert_eq!(outcomes.len(), lines, "{}", case.name);
        for outcome in outcomes {
            assert!(outcome.holds(), "{outcome:?}");
        }
    }
}

#[test]
fn every_line_of_the_cases_is_read() {
    let text = include_str!("../../src/analysis/selftest/cases.toml");
    let numbers = text.lines().filter(|line| {
        let words: Vec<&str> = line.split(' ').collect();
        !line.contains('=')
            && matches!(words.len(), 3 | 4)
            && words[words.len() - 2..].iter().all(|word| word.parse::<f64>().is_ok())
    });
    assert_eq!(numbers.count(), cases().iter().map(|case| case.expected.len()).sum::<usize>());
}

#[test]
fn a_wrong_result_is_noticed() {
    let cases = cases();
    let mut pert = cases.iter().find(|case| case.name == "Skewed PERT").unwrap().clone();
    // What a PERT with the mean in the place of the mode gives.
    pert.expected = vec![Expectation { quantity: "mean".to_owned(), exact: 1055.56, within: 0.05 }];
    assert!(!run(&pert)[0].holds());
    pert.expected[0].quantity = "mistyped".to_owned();
    assert!(!run(&pert)[0].holds());
    pert.refused = Some("no such words".to_owned());
    assert!(!run(&pert)[0].holds());
    pert.refused = None;
    pert.scenario = "nonsense".to_owned();
    let outcome = &run(&pert)[0];
    assert!(!outcome.holds() && outcome.said.is_some());
}

fn choices(front: &str) -> String {
    format!(
        "purpose = \"observation\"\n[input]\npeacekeepers = {{ value = 10_000, unit = \"troops\", assumed = \"a test\" }}\n\
        front_length = {{ {front}, unit = \"km\", assumed = \"a test\" }}\n"
    )
}

const THREE: &str = "choices = [1_000, 1_250, 2_000], weights = [1, 2, 1]";

#[test]
fn choices_have_their_weights_in_every_analysis() {
    let assessment = assessment(&choices(THREE));
    let front = &assessment.calculation.inputs[assessment.calculation.input("front_length").unwrap()];
    assert_relative_eq!(front.shown_value(), 1250.0);
    assert_eq!(forcesize::report::wording::range_text(front, assessment.words).unwrap(), "1,000, 1,250 or 2,000 km");
    let metric = assessment.calculation.metric("front_density").unwrap();
    let unit = &assessment.calculation.metrics[metric].unit;
    // Monte Carlo: 10, 8 and 5 per km.
    let settings = Settings { sampler: Sampler::Sobol, samples: 4096, seed: 1 };
    let drawn = monte_carlo::run(&assessment.calculation, &assessment.requests.conditions, settings).unwrap();
    assert_relative_eq!(unit.from_base(drawn.spreads[metric].mean), 7.75, max_relative = 1e-9);
    for (value, count) in [(5.0, 1024), (8.0, 2048), (10.0, 1024)] {
        let column = drawn.column(metric);
        let same = column.iter().filter(|found| (unit.from_base(**found) - value).abs() < 1e-9);
        assert_eq!(same.count(), count, "{value}");
    }
    // One at a time: each choice.
    let effects = one_at_a_time::run(&assessment.calculation, &[metric]).remove(0).effects;
    let points: Vec<f64> = effects[0].points().map(|point| front.unit.from_base(point.input)).collect();
    assert_eq!(points, [1000.0, 1250.0, 2000.0]);
    // Sobol' indices: the only input explains everything.
    let settings = sobol_indices::Settings { base_samples: 1024, seed: 1, resamples: 50, second_order: false };
    let indices =
        sobol_indices::run(&assessment.calculation, settings, &Factors::new(&assessment.calculation, &[]).unwrap())
            .unwrap();
    assert_relative_eq!(indices.metrics[metric].inputs[0].total_order, 1.0, epsilon = 0.02);
    let json = forcesize::report::json::results(&assessment, &forcesize::study::extremes(&assessment));
    let range = &json["inputs"]["front_length"]["range"];
    assert_eq!(range["distribution"], "choices");
    assert_eq!(range["choices"][1], serde_json::json!({ "value": 1250.0, "share": 0.5 }));
}

#[test]
fn choices_without_weights_are_alike_and_the_value_decides() {
    let even = assessment(&choices("choices = [1_000, 1_250], value = 1_250"));
    let range = even.calculation.inputs.iter().find_map(|input| input.range.as_ref()).unwrap();
    assert_eq!(range.choices().unwrap().iter().map(|choice| choice.1).collect::<Vec<f64>>(), [0.5, 0.5]);
    let set = assessment(&choices("choices = [1_000, 1_250]"));
    assert_relative_eq!(
        set.calculation.inputs.iter().find(|input| input.range.is_some()).unwrap().shown_value(),
        1000.0
    );
}

/// Slips of other tools, found when they were tried: each ends in a complaint here.
#[test]
fn what_others_take_silently_is_refused() {
    for (front, words) in [
        ("low = 1_250, high = 1_000", "is above `high`"),
        ("low = 1_000, mode = 1_400, high = 1_250", "lies outside `low` and `high`"),
        ("low = 1_000, mode = 1_400, high = 1_250, distribution = \"triangular\"", "lies outside `low` and `high`"),
        ("mean = 1_000, sd = -50", "the standard deviation must be greater than 0"),
        ("mean = 1_000, sd = -50, distribution = \"lognormal\"", "the standard deviation must be greater than 0"),
        ("p5 = -10, p95 = 50, distribution = \"lognormal\"", "takes values greater than 0 only"),
        ("p5 = 50, p95 = 10, distribution = \"normal\"", "the higher percentile must have the higher value"),
        ("low = 1_000, high = 1_250, distribution = \"triangle\"", "invalid distribution `triangle`"),
        ("value = nan", "not finite"),
    ] {
        let said = assess("test.toml", &choices(front), &Shelf(&[])).expect_err(front);
        assert!(said.contains(words), "{front}\n{said}");
    }
}

#[test]
fn a_seed_does_not_tie_inputs_to_each_other() {
    let text = choices("low = 1_000, high = 2_000")
        + "area = { low = 1_000, high = 2_000, unit = \"km²\", assumed = \"a test\" }\n";
    let assessment = assessment(&text);
    for kind in [Sampler::Sobol, Sampler::LatinHypercube, Sampler::Random] {
        for seed in [0, 1, 12345] {
            let drawn = monte_carlo::run(
                &assessment.calculation,
                &assessment.requests.conditions,
                Settings { sampler: kind, samples: 4096, seed },
            )
            .unwrap();
            let [a, b] = &drawn.inputs[..] else { panic!() };
            let mean = |column: &[f64]| column.iter().sum::<f64>() / 4096.0;
            let (ma, mb) = (mean(a), mean(b));
            let sum =
                |x: &[f64], mx: f64, y: &[f64], my: f64| x.iter().zip(y).map(|(x, y)| (x - mx) * (y - my)).sum::<f64>();
            let r = sum(a, ma, b, mb) / (sum(a, ma, a, ma) * sum(b, mb, b, mb)).sqrt();
            // Four standard errors of chance.
            assert!(r.abs() < 4.0 / 64.0, "{kind} {seed}: {r}");
        }
    }
}
