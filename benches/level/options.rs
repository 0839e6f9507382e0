//! Twelve options against 16,384 futures, in all metrics of the default scenario but those of its contributors.

use crate::given::default_scenario;
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use forcesize::analysis::interrupt::Interrupt;
use forcesize::analysis::monte_carlo::Settings;
use forcesize::analysis::options::run_for;
use forcesize::model::{Assessment, Preference};
use forcesize::uncertainty::sampler::Sampler;

const OPTIONS: u32 = 12;
const FUTURES: u64 = 1 << 14;

/// The default scenario with twelve options, and a preference for each metric.
fn twelve() -> (Assessment, Vec<Preference>) {
    let mut assessment = default_scenario();
    let first = assessment.requests.options[0].clone();
    let (input, _) = first.set[0];
    let option = |number: u32| {
        let mut option = first.clone();
        (option.name, option.label) = (format!("option_{number}"), format!("Option {number}"));
        option.set = vec![(input, 10_000.0 * f64::from(number + 1))];
        option
    };
    assessment.requests.options = (0..OPTIONS).map(option).collect();
    let metrics = assessment.calculation.metrics.iter_enumerated().filter(|(_, metric)| metric.member.is_none());
    let preferences = metrics.map(|(metric, _)| Preference { metric, more: true }).collect();
    (assessment, preferences)
}

/// Shares, regret, where each choice turns and what knowing is worth.
#[divan::bench]
fn options(bencher: Bencher<'_, '_>) {
    let (assessment, preferences) = twelve();
    let requests = &assessment.requests;
    let settings = Settings { sampler: Sampler::Sobol, samples: FUTURES, seed: 1 };
    let judged = (requests.conditions.as_slice(), preferences.as_slice());
    let held = || run_for(black_box(&assessment), &requests.options, judged, settings, Interrupt::NEVER);
    let found = held().expect("futures");
    assert_eq!((found.options.len(), found.futures), (12, FUTURES));
    let density = assessment.calculation.metric("front_density").expect("the metric is available");
    let place = preferences.iter().position(|one| one.metric == density).expect("all are");
    // 120,000 against 10,000, on a line of hardly more than 1,000 km.
    let largest = found.regrets[place].of[0].as_ref().expect("it has values").largest;
    assert!((109.0..=110.0).contains(&largest), "{largest}");
    bencher.counter(ItemsCount::new(u64::from(OPTIONS) * FUTURES * preferences.len() as u64)).bench_local(held);
}
