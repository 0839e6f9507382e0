//! The default scenario's own sweep and grid; Monte Carlo beside what bounds it.

use crate::given::default_scenario;
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use forcesize::analysis::monte_carlo::{Settings, run as draw};
use forcesize::analysis::sweep::run;
use forcesize::model::{SweepPlan, assess};
use forcesize::uncertainty::design::Design;
use forcesize::uncertainty::quantile_table::Quantile;
use forcesize::uncertainty::sampler::Sampler;
use rayon::prelude::*;

fn timed(bencher: Bencher<'_, '_>, is_grid: bool) {
    let assessment = default_scenario();
    let plan: &SweepPlan =
        assessment.requests.sweeps.iter().find(|plan| plan.second.is_some() == is_grid).expect("the scenario has one");
    let sweep = run(&assessment.calculation, plan);
    let metric = assessment.calculation.metric("front_density").expect("the metric is available");
    let curve = sweep.curves.iter().find(|curve| curve.metric == metric).expect("the sweep shows it");
    let force = sweep.second.as_ref().map_or(100_000.0, |forces| forces[0]);
    assert!((curve.values[0] - force / sweep.first[0]).abs() < 1e-9);
    bencher.counter(ItemsCount::new(curve.values.len())).bench_local(|| run(black_box(&assessment.calculation), plan));
}

/// Over one input.
#[divan::bench]
fn sweep(bencher: Bencher<'_, '_>) {
    timed(bencher, false);
}

/// Over two inputs.
#[divan::bench]
fn grid(bencher: Bencher<'_, '_>) {
    timed(bencher, true);
}

/// Eight uncertain inputs, ten ratios: mean, standard deviation and five exact percentiles over 2^20 samples.
#[divan::bench]
fn monte_carlo(bencher: Bencher<'_, '_>) {
    let text = include_str!("../scenarios/eight_inputs_ten_metrics.toml");
    let assessment = assess("eight", text).expect("a scenario");
    let settings = Settings { sampler: Sampler::Sobol, samples: 1 << 20, seed: 1 };
    let results = draw(&assessment.calculation, &assessment.requests.conditions, settings).expect("samples");
    let pool = &results.spreads[assessment.calculation.metric("pool").expect("a metric")];
    // The product of two triangular means: 280,000 / 3 times 3.5.
    assert!((pool.mean / (280_000.0 / 3.0 * 3.5) - 1.0).abs() < 1e-5);
    bencher
        .counter(ItemsCount::new(1_u32 << 20))
        .bench_local(|| draw(black_box(&assessment.calculation), &assessment.requests.conditions, settings));
}

/// What bounds that from below: the same points alone, made and transformed in chunks on all cores, and forgotten.
#[divan::bench]
fn points_alone(bencher: Bencher<'_, '_>) {
    const CHUNK: usize = 4096;
    let text = include_str!("../scenarios/eight_inputs_ten_metrics.toml");
    let assessment = assess("eight", text).expect("a scenario");
    let quantiles: Vec<Quantile> =
        assessment.calculation.inputs.iter().filter_map(|input| input.range.as_ref()).map(Quantile::new).collect();
    let sampler = Design::new(Sampler::Sobol, quantiles.len(), 1 << 20, 1).expect("a design");
    let chunk = |columns: &mut Vec<Vec<f64>>, number: u64| {
        for (dimension, (quantile, column)) in quantiles.iter().zip(columns).enumerate() {
            sampler.fill(dimension, number * CHUNK as u64, column);
            quantile.fill(column);
            black_box(&column);
        }
    };
    let all = || {
        let room = || vec![vec![0.0; CHUNK]; quantiles.len()];
        (0..(1_u64 << 20) / CHUNK as u64).into_par_iter().for_each_init(room, chunk);
    };
    let mut first = vec![vec![0.0; CHUNK]; quantiles.len()];
    chunk(&mut first, 0);
    for (quantile, column) in quantiles.iter().zip(&first) {
        let mean = quantile.distribution().mean();
        let sum = column.iter().sum::<f64>();
        assert!((sum / (4096.0 * mean) - 1.0).abs() < 1e-3, "{:?}", quantile.distribution());
    }
    bencher.counter(ItemsCount::new(1_u32 << 20)).bench_local(all);
}
