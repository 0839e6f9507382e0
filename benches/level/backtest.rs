//! What rules have been worth: 4,000 cases in 40 groups, groups drawn again 2,000 times.

use divan::Bencher;
use forcesize::evidence::backtest::{REDRAWS, Redraws, Sample, score};

/// An outcome that is likelier where the first of six columns is greater.
fn cases() -> (Sample, Vec<Vec<f64>>) {
    let mut state = 7_u64;
    let mut share = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        f64::from(u32::try_from(state >> 32).expect("32 bits")) / 4_294_967_296.0
    };
    let columns: Vec<Vec<f64>> = (0..6).map(|_| (0..4000).map(|_| share()).collect()).collect();
    let outcomes: Vec<bool> = columns[0].iter().map(|x| share() < 0.2 + 0.6 * x).collect();
    let names: Vec<String> = (0..4000).map(|case| format!("group {:02}", case / 100)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    (Sample::new(&outcomes, &names), columns)
}

#[divan::bench(sample_count = 5)]
fn backtest_4000_cases_2000_redraws(bencher: Bencher<'_, '_>) {
    let (sample, columns) = cases();
    let inputs: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
    let run = || score(&sample, &inputs, &columns[0], &Redraws::new(&sample, REDRAWS)).expect("there are enough");
    let found = run();
    assert!(found.skill.low > 0.05 && found.skill.high < 0.2, "{:?}", found.skill);
    bencher.bench_local(run);
}
