//! Error against the number of samples, of the three samplers: a ratio of two uniform inputs, whose mean is known.

use forcesize::analysis::monte_carlo::{Settings, run};
use forcesize::model::assess;
use forcesize::uncertainty::sampler::Sampler;

const SCENARIO: &str = r#"
purpose = "interposition"
[input]
front_length = { low = 900, high = 1_300, unit = "km", assumed = "a benchmark" }
peacekeepers = { low = 30_000, high = 150_000, unit = "troops", assumed = "a benchmark" }
"#;

const SEEDS: u64 = 16;

/// Prints the root of the mean square error over some seeds, and how fast it falls.
pub fn table() {
    let scenario = assess("convergence", SCENARIO).expect("a scenario");
    let density = scenario.calculation.metric("front_density").expect("the standard model's");
    // E(a / b) = E(a) ln(high / low) / (high - low) for an even spread of b; both in base units.
    let exact = 90_000.0 * (1_300.0_f64 / 900.0).ln() / 400.0;
    println!("relative error of the mean of a ratio, root mean square over {SEEDS} seeds");
    println!("{:>9}  {:>10}  {:>10}  {:>10}", "samples", "sobol", "lhs", "random");
    let mut ends: Vec<Vec<f64>> = Vec::new();
    for power in [8_u32, 10, 12, 14, 16, 18] {
        let samples = 1 << power;
        let error = |kind: Sampler| {
            let one = |seed: u64| {
                let results = run(
                    &scenario.calculation,
                    &scenario.requests.conditions,
                    Settings { sampler: kind, samples, seed },
                )
                .expect("samples");
                (results.spreads[density].mean / exact - 1.0).powi(2)
            };
            ((0..SEEDS).map(one).sum::<f64>() / f64::from(16_u8)).sqrt()
        };
        let row: Vec<f64> = [Sampler::Sobol, Sampler::LatinHypercube, Sampler::Random].into_iter().map(error).collect();
        println!("{samples:>9}  {:>10.2e}  {:>10.2e}  {:>10.2e}", row[0], row[1], row[2]);
        ends.push(row);
    }
    if let (Some(first), Some(last)) = (ends.first(), ends.last()) {
        let order = |at: usize| (last[at] / first[at]).ln() / 1024_f64.ln();
        println!("falls as N^{:.2} (sobol), N^{:.2} (lhs), N^{:.2} (random)\n", order(0), order(1), order(2));
        assert!(order(0) < -0.9 && (-0.7..-0.3).contains(&order(2)), "errors do not fall as they should");
    }
}
