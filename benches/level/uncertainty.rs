//! Samples and their values: nanoseconds a coordinate and a quantile, the reference library beside the tables.

use divan::Bencher;
use divan::counter::ItemsCount;
use forcesize::uncertainty::correlation::Copula;
use forcesize::uncertainty::design::Design;
use forcesize::uncertainty::distribution::Distribution;
use forcesize::uncertainty::quantile_table::Quantile;
use forcesize::uncertainty::sampler::Sampler;
use forcesize::uncertainty::sequence::{Scrambling, Sequence};
use forcesize::uncertainty::summary::{Moments, percentiles};
use statrs::distribution::{Beta, ContinuousCDF, LogNormal, Normal};

const SAMPLES: usize = 1 << 16;

fn uniforms(kind: Sampler) -> Vec<f64> {
    let mut numbers = vec![0.0; SAMPLES];
    Design::new(kind, 8, SAMPLES as u64, 1).expect("a design").fill(3, 0, &mut numbers);
    numbers
}

/// One coordinate of 65,536 samples.
#[divan::bench(args = [Sampler::Sobol, Sampler::LatinHypercube, Sampler::Random])]
fn sampler(bencher: Bencher<'_, '_>, kind: Sampler) {
    let sampler = Design::new(kind, 8, SAMPLES as u64, 1).expect("a design");
    let mut numbers = uniforms(kind);
    let moments = Moments::of(&numbers);
    assert!((moments.mean() - 0.5).abs() < 4.0 * moments.standard_error());
    bencher.counter(ItemsCount::new(SAMPLES)).bench_local(|| sampler.fill(3, 0, &mut numbers));
}

/// One coordinate of 65,536 Sobol' points, scrambled by hashing.
#[divan::bench]
fn nested_scrambling(bencher: Bencher<'_, '_>) {
    let sequence = Sequence::new(8, Scrambling::Nested, 1).expect("a sequence");
    let mut numbers = vec![0.0; SAMPLES];
    sequence.fill(3, 0, &mut numbers);
    assert!((Moments::of(&numbers).mean() - 0.5).abs() < 1e-6);
    bencher.counter(ItemsCount::new(SAMPLES)).bench_local(|| sequence.fill(3, 0, &mut numbers));
}

const FAMILIES: [&str; 8] =
    ["pert", "triangular", "uniform", "log-uniform", "normal", "lognormal", "truncated normal", "choices"];

fn distribution(family: &str) -> Distribution {
    match family {
        "pert" => Distribution::pert(900.0, 1000.0, 1300.0, 4.0),
        "triangular" => Distribution::triangular(900.0, 1000.0, 1300.0),
        "uniform" => Distribution::uniform(900.0, 1300.0),
        "log-uniform" => Distribution::log_uniform(900.0, 1300.0),
        "normal" => Distribution::normal(1000.0, 100.0),
        "lognormal" => Distribution::log_normal(7.0, 0.3),
        "truncated normal" => {
            Distribution::normal(1000.0, 100.0).and_then(|normal| normal.truncated(Some(800.0), None))
        }
        _ => Distribution::discrete(&[(900.0, 1.0), (1000.0, 3.0), (1300.0, 2.0)]),
    }
    .expect("a distribution")
}

/// 65,536 values of a distribution from Sobol' points (which are copied first, a tenth of a nanosecond each).
#[divan::bench(args = FAMILIES)]
fn quantile(bencher: Bencher<'_, '_>, family: &str) {
    let (given, distribution) = (uniforms(Sampler::Sobol), distribution(family));
    let quick = Quantile::new(&distribution);
    let mut values = given.clone();
    quick.fill(&mut values);
    assert!((Moments::of(&values).mean() / distribution.mean() - 1.0).abs() < 1e-4);
    bencher.counter(ItemsCount::new(SAMPLES)).bench_local(|| {
        values.copy_from_slice(&given);
        quick.fill(&mut values);
    });
}

/// Preparing a distribution.
#[divan::bench(args = FAMILIES)]
fn prepare(bencher: Bencher<'_, '_>, family: &str) {
    let distribution = distribution(family);
    assert!(Quantile::new(&distribution).measured_error() < 2e-11);
    // A distribution is prepared once: each time anew.
    bencher.with_inputs(|| self::distribution(family)).bench_local_values(|distribution| Quantile::new(&distribution));
}

/// The same values by the reference library, 4,096 of them.
#[divan::bench(args = ["pert", "normal", "lognormal"])]
fn reference(bencher: Bencher<'_, '_>, family: &str) {
    let given = &uniforms(Sampler::Sobol)[..4096];
    let (beta, normal) = (Beta::new(2.0, 4.0).expect("shapes"), Normal::new(1000.0, 100.0).expect("a spread"));
    let log_normal = LogNormal::new(7.0, 0.3).expect("a spread");
    let exact = distribution(family);
    let value = |p: f64| match family {
        "pert" => 900.0 + 400.0 * beta.inverse_cdf(p),
        "normal" => normal.inverse_cdf(p),
        _ => log_normal.inverse_cdf(p),
    };
    assert!((value(0.3) / exact.quantile(0.3) - 1.0).abs() < 1e-9);
    let mut values = vec![0.0; given.len()];
    bencher.counter(ItemsCount::new(given.len())).bench_local(|| {
        for (value_of_p, p) in values.iter_mut().zip(given) {
            *value_of_p = value(*p);
        }
    });
}

/// Correlating two of eight columns.
#[divan::bench]
fn correlate(bencher: Bencher<'_, '_>) {
    let copula = Copula::new(8, &[(0, 3, 0.6)]).expect("a correlation");
    let columns: Vec<Vec<f64>> = (0..8).map(|_| uniforms(Sampler::Random)).collect();
    bencher
        .counter(ItemsCount::new(SAMPLES))
        .with_inputs(|| columns.clone())
        .bench_local_refs(|columns| copula.apply(columns));
}

/// Mean and standard deviation of 65,536 values.
#[divan::bench]
fn moments(bencher: Bencher<'_, '_>) {
    let values = uniforms(Sampler::Random);
    bencher.counter(ItemsCount::new(SAMPLES)).bench_local(|| Moments::of(&values));
}

/// Five exact percentiles of 2^20 values.
#[divan::bench]
fn five_percentiles(bencher: Bencher<'_, '_>) {
    let mut values = vec![0.0; 1 << 20];
    Design::new(Sampler::Sobol, 1, 1 << 20, 1).expect("a design").fill(0, 0, &mut values);
    Quantile::new(&distribution("lognormal")).fill(&mut values);
    let shares = [0.05, 0.25, 0.5, 0.75, 0.95];
    let exact = distribution("lognormal");
    for (share, found) in shares.into_iter().zip(percentiles(&values, &shares)) {
        assert!((found / exact.quantile(share) - 1.0).abs() < 1e-5);
    }
    bencher.counter(ItemsCount::new(values.len())).bench_local(|| percentiles(&values, &shares));
}
