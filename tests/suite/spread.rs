//! Monte Carlo against distributions whose mean and percentiles are known exactly.

use crate::engine::{assessment, same};
use approx::assert_relative_eq;
use forcesize::analysis::monte_carlo::{KEPT, MonteCarlo, NotDrawn, SHARES, Settings, run, run_until, stream};
use forcesize::model::{Assessment, InputId};
use forcesize::uncertainty::sampler::Sampler;
use forcesize::uncertainty::summary::percentiles;

const KINDS: [Sampler; 3] = [Sampler::Sobol, Sampler::LatinHypercube, Sampler::Random];

fn settings(kind: Sampler, samples: u64, seed: u64) -> Settings {
    Settings { sampler: kind, samples, seed }
}

fn draw(assessment: &Assessment, kind: Sampler, samples: u64, seed: u64) -> MonteCarlo {
    run(&assessment.calculation, &assessment.requests.conditions, settings(kind, samples, seed)).unwrap()
}

/// A ratio of two inputs of one's own, with the ranges given and a condition on it.
fn ratio(above: &str, below: &str, condition: &str) -> Assessment {
    assessment(&format!(
        "purpose = \"observation\"\n\
         [input.above]\nlabel = \"Above\"\nassumed = \"a test\"\n{above}\n\
         [input.below]\nlabel = \"Below\"\nassumed = \"a test\"\n{below}\n\
         [metric.quotient]\nformula = \"above / below\"\nunit = \"1\"\nassumed = \"a test\"\n\
         [[condition]]\nthat = \"{condition}\"\n"
    ))
}

fn of_quotient<'a>(assessment: &Assessment, results: &'a MonteCarlo) -> &'a forcesize::analysis::monte_carlo::Spread {
    &results.spreads[assessment.calculation.metric("quotient").unwrap()]
}

/// A / B with both uniform on [1, 2]: mean 1.5 ln 2, variance 7/6 - (1.5 ln 2)², p5 = 5/8, p50 = 1, p95 = 8/5.
#[test]
fn a_ratio_of_uniforms_has_its_exact_mean_and_percentiles() {
    let scenario = ratio("low = 1\nhigh = 2", "low = 1\nhigh = 2", "quotient >= 1");
    let mean = 1.5 * std::f64::consts::LN_2;
    let sd = (7.0 / 6.0 - mean * mean).sqrt();
    for (kind, tolerance) in KINDS.into_iter().zip([2e-5, 4e-3, 8e-3]) {
        let results = draw(&scenario, kind, 1 << 15, 1);
        let spread = of_quotient(&scenario, &results);
        assert_relative_eq!(spread.mean, mean, max_relative = tolerance);
        assert_relative_eq!(spread.sd, sd, max_relative = 4.0 * tolerance);
        for (found, exact) in spread.percentiles.iter().zip([0.625, f64::NAN, 1.0, f64::NAN, 1.6]) {
            assert!(exact.is_nan() || (found - exact).abs() < 1e-3 + 3.0 * tolerance, "{kind}: {found} for {exact}");
        }
        assert!((results.conditions[0].share - 0.5).abs() < 0.012, "{kind}: {}", results.conditions[0].share);
    }
}

/// A / B with both lognormal is lognormal: sigma² = s1² + s2².
#[test]
fn a_ratio_of_lognormals_is_lognormal() {
    let range = |median: f64, sigma: f64| {
        let z = 1.644_853_626_951_472_7 * sigma;
        format!("p5 = {}\np95 = {}\ndistribution = \"lognormal\"", median * (-z).exp(), median * z.exp())
    };
    let scenario = ratio(&range(250_000.0, 0.3), &range(13.1_f64.exp(), 0.15), "quotient <= 0.5");
    let results = draw(&scenario, Sampler::Sobol, 1 << 16, 0);
    let spread = of_quotient(&scenario, &results);
    assert_relative_eq!(spread.mean, 0.540_892_999_149_096, max_relative = 2e-5);
    assert_relative_eq!(spread.sd, 0.186_645_125_861_005, max_relative = 1e-3);
    let exact = [0.294_497_583_431_204, 0.511_307_656_130_872, 0.887_734_005_053_793];
    for (found, exact) in [0, 2, 4].map(|at| spread.percentiles[at]).iter().zip(exact) {
        assert_relative_eq!(*found, exact, max_relative = 1e-3);
    }
}

/// The error that is stated is the error that is made: over many seeds the mean lies within three standard errors.
#[test]
fn the_standard_error_of_the_mean_is_neither_too_small_nor_far_too_large() {
    let scenario = ratio("low = 1\nhigh = 2", "low = 1\nhigh = 2", "quotient >= 1");
    let mean = 1.5 * std::f64::consts::LN_2;
    for kind in KINDS {
        let apart: Vec<f64> = (0..60)
            .map(|seed| {
                let results = draw(&scenario, kind, 1 << 11, seed);
                let spread = of_quotient(&scenario, &results);
                (spread.mean - mean) / spread.mcse_mean
            })
            .collect();
        let far = apart.iter().filter(|apart| apart.abs() > 3.5).count();
        assert!(far <= 2, "{kind}: {far} of 60 means lie more than 3.5 standard errors away");
        // Student's t with 7 degrees of freedom at 97.5 %, from printed tables: 2.365; the normal's is 1.960.
        let results = draw(&scenario, kind, 1 << 11, 1);
        let found = of_quotient(&scenario, &results);
        let reach = (found.mean_ci.1 - found.mean) / found.mcse_mean;
        let expected = if kind == Sampler::Random { 1.961 } else { 2.365 };
        assert!((reach - expected).abs() < 1e-3, "{kind}: {reach}");
        let rms = (apart.iter().map(|apart| apart * apart).sum::<f64>() / 60.0).sqrt();
        assert!((0.7..1.6).contains(&rms), "{kind}: errors are {rms} standard errors");
    }
}

/// Sobol' points: sixteen times the samples, an error smaller by far more than the four of plain random numbers.
#[test]
fn the_error_of_sobol_points_falls_faster_than_that_of_random_numbers() {
    let scenario = ratio("low = 1\nhigh = 2", "low = 1\nhigh = 2", "quotient >= 1");
    let error = |kind: Sampler, samples: u64| {
        let squares = (0..12).map(|seed| {
            let results = draw(&scenario, kind, samples, seed);
            (of_quotient(&scenario, &results).mean - 1.5 * std::f64::consts::LN_2).powi(2)
        });
        (squares.sum::<f64>() / 12.0).sqrt()
    };
    assert!(error(Sampler::Sobol, 1 << 10) / error(Sampler::Sobol, 1 << 14) > 12.0);
    assert!(error(Sampler::Random, 1 << 14) > 20.0 * error(Sampler::Sobol, 1 << 14));
}

#[test]
fn seeds_differ_zero_is_one_and_threads_change_no_bit() {
    let scenario = ratio("low = 1\nhigh = 2", "low = 1\nmode = 1.2\nhigh = 2", "quotient >= 1");
    for kind in KINDS {
        let drawn: Vec<MonteCarlo> = [0, 1, 0].iter().map(|seed| draw(&scenario, kind, 1 << 14, *seed)).collect();
        assert_eq!(drawn[0], drawn[2], "{kind}");
        let quotient = scenario.calculation.metric("quotient").unwrap();
        assert_ne!(drawn[0].column(quotient), drawn[1].column(quotient), "{kind}");
        let one = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
        let alone = one.install(|| draw(&scenario, kind, 1 << 14, 0));
        for metric in scenario.calculation.metrics.keys() {
            let (a, b) = (alone.column(metric), drawn[0].column(metric));
            assert!(a.len() == 1 << 14 && a.iter().zip(b.iter()).all(|(a, b)| same(*a, *b)), "{kind}");
        }
        assert_eq!(alone.spreads, drawn[0].spreads);
    }
}

/// A range across zero below: the undefined and the infinite are counted, not averaged.
#[test]
fn undefined_samples_are_counted_and_left_out() {
    let scenario = assessment(
        "purpose = \"observation\"\n[input.x]\nlabel = \"X\"\nlow = -1\nhigh = 3\nassumed = \"a test\"\n\
         [metric.root]\nformula = \"sqrt(x)\"\nunit = \"1\"\nassumed = \"a test\"\n",
    );
    let results = draw(&scenario, Sampler::Sobol, 1 << 12, 1);
    let spread = &results.spreads[scenario.calculation.metric("root").unwrap()];
    assert_eq!(spread.undefined, 1 << 10);
    // The mean of sqrt(x) over [0, 3] is 2 / 3 sqrt(3).
    assert_relative_eq!(spread.mean, 2.0 / 3.0 * 3.0_f64.sqrt(), max_relative = 1e-3);
}

#[test]
fn what_cannot_be_drawn_is_said() {
    let fixed = assessment(
        "purpose = \"observation\"\n[input]\nfront_length = { value = 1, unit = \"km\", assumed = \"a test\" }\n",
    );
    assert_eq!(
        run(&fixed.calculation, &fixed.requests.conditions, settings(Sampler::Sobol, 100, 1)),
        Err(NotDrawn::NothingUncertain)
    );
    let scenario = ratio("low = 1\nhigh = 2", "low = 1\nhigh = 2", "quotient >= 1");
    assert_eq!(
        run(&scenario.calculation, &scenario.requests.conditions, settings(Sampler::Sobol, u64::MAX, 1)),
        Err(NotDrawn::TooMany)
    );
    assert_eq!(
        run(&scenario.calculation, &scenario.requests.conditions, settings(Sampler::Random, 1 << 40, 1)),
        Err(NotDrawn::TooMany)
    );
    let rounded = |kind, samples| settings(kind, samples, 1).rounded();
    assert_eq!(rounded(Sampler::Sobol, 1000), Some(1024));
    assert_eq!(rounded(Sampler::LatinHypercube, 1001), Some(1008));
    assert_eq!(rounded(Sampler::Random, 0), Some(2));
}

/// Beyond what is kept, samples are counted and forgotten: the figures are those of all of them.
#[test]
#[expect(clippy::cast_precision_loss, reason = "a quarter of a million samples")]
fn what_is_not_kept_is_in_the_figures_all_the_same() {
    let scenario = ratio("low = 1\nmode = 2\nhigh = 4", "low = 0\nhigh = 1", "quotient >= 3");
    for kind in [Sampler::Sobol, Sampler::LatinHypercube, Sampler::Random] {
        let asked = settings(kind, 4 * KEPT, 3);
        let results = run(&scenario.calculation, &scenario.requests.conditions, asked).unwrap();
        let quotient = scenario.calculation.metric("quotient").unwrap();
        let mut all = Vec::new();
        let streamed = stream(&scenario.calculation, asked, |chunks| {
            all.extend(chunks.iter().flat_map(|chunk| chunk.values[quotient.index()].iter().copied()));
            Ok::<(), ()>(())
        });
        assert_eq!(streamed, Ok(Ok(())));
        assert_eq!(all.len() as u64, results.settings.samples);
        let spread = &results.spreads[quotient];
        assert_eq!(spread.percentiles.to_vec(), percentiles(&all, &SHARES), "{kind}");
        let mean = all.iter().sum::<f64>() / all.len() as f64;
        assert!((spread.mean - mean).abs() <= 1e-10 * mean, "{kind}: {} for {mean}", spread.mean);
        let holds = all.iter().filter(|value| **value >= 3.0).count() as f64 / all.len() as f64;
        assert!((results.conditions[0].share - holds).abs() < 1e-12, "{kind}");
        assert_eq!(results.column(quotient).len() as u64, KEPT);
    }
}

/// Ranks of Sobol' points move like those of independent samples where a metric saws up and down: some of so many
/// percentiles leave their windows, and are looked for again among all samples.
#[test]
#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "ranks")]
fn percentiles_that_leave_their_windows_are_those_of_the_sorted_values() {
    let saw = |number: u32| {
        let times = format!("({}.7 * above + {}.3 * below)", 9_001 + 137 * number, 7_013 + 211 * number);
        let formula = format!("{times} - floor({times})");
        format!("[metric.saw_{number}]\nformula = \"{formula}\"\nunit = \"1\"\nassumed = \"a test\"\n")
    };
    let saws = (0..60).map(saw).collect::<Vec<_>>().concat();
    let scenario = assessment(&format!(
        "purpose = \"observation\"\n\
         [input.above]\nlabel = \"Above\"\nassumed = \"a test\"\nlow = 1\nhigh = 2\n\
         [input.below]\nlabel = \"Below\"\nassumed = \"a test\"\nlow = 1\nhigh = 2\n{saws}"
    ));
    let asked = settings(Sampler::Sobol, 2 * KEPT, 1);
    let results = run(&scenario.calculation, &scenario.requests.conditions, asked).unwrap();
    let mut all = vec![Vec::new(); scenario.calculation.metrics.len()];
    let streamed = stream(&scenario.calculation, asked, |chunks| {
        for (all, metric) in all.iter_mut().zip(0..) {
            all.extend(chunks.iter().flat_map(|chunk: &forcesize::analysis::monte_carlo::Chunk| &chunk.values[metric]));
        }
        Ok::<(), ()>(())
    });
    assert_eq!(streamed, Ok(Ok(())));
    for (spread, mut values) in results.spreads.iter().zip(all) {
        values.sort_by(f64::total_cmp);
        for (share, found) in SHARES.into_iter().zip(spread.percentiles) {
            let position = share * (values.len() - 1) as f64;
            let (low, part) = (values[position as usize], position.fract());
            let expected = if part > 0.0 { low * (1.0 - part) + values[position as usize + 1] * part } else { low };
            assert_eq!(
                found.to_bits(),
                expected.to_bits(),
                "{} at {share}",
                scenario.calculation.metrics[spread.metric].id
            );
        }
    }
}

#[test]
fn samples_are_drawn_until_the_mean_is_precise_enough() {
    let scenario = ratio("low = 1\nmode = 2\nhigh = 4", "low = 1\nhigh = 2", "quotient >= 3");
    let rough =
        run_until(&scenario.calculation, &scenario.requests.conditions, settings(Sampler::Random, 2, 1), 0.01).unwrap();
    let fine = run_until(&scenario.calculation, &scenario.requests.conditions, settings(Sampler::Random, 2, 1), 0.001)
        .unwrap();
    assert!(rough.precision() <= 0.01 && fine.precision() <= 0.001);
    assert!(fine.settings.samples > 16 * rough.settings.samples.min(4_096), "{}", fine.settings.samples);
    let points =
        run_until(&scenario.calculation, &scenario.requests.conditions, settings(Sampler::Sobol, 2, 1), 0.001).unwrap();
    assert!(points.settings.samples < fine.settings.samples, "Sobol' points need fewer");
}

/// The scenario's keys make the distributions they are said to make: means and deviations of closed forms.
#[test]
fn keys_make_their_distributions() {
    let range = |keys: &str| {
        let scenario =
            assessment(&format!("purpose = \"observation\"\n[input.x]\nlabel = \"X\"\nassumed = \"a test\"\n{keys}\n"));
        scenario.calculation.inputs[InputId::from(0)].range.clone().unwrap()
    };
    for (keys, mean, sd) in [
        ("low = 900\nmode = 1000\nhigh = 1300", 1_033.333_333_333_33, 71.269_664_509_979_8),
        ("low = 900\nmode = 1000\nhigh = 1300\nlambda = 2", 1050.0, 86.602_540_378_443_9),
        ("low = 2.5\nmode = 3\nhigh = 5\ndistribution = \"triangular\"", 3.5, 0.540_061_724_867_322),
        ("low = 1\nhigh = 100\ndistribution = \"loguniform\"", 21.497_576_854_211, 24.969_617_949_318_9),
        ("mean = 10\nsd = 4\nmin = 5\nmax = 20", 10.743_669_604_316_5, 3.247_221_937_232_96),
        ("p10 = 10\np90 = 100\ndistribution = \"normal\"", 55.0, 35.113_686_573_257_1),
        ("p5 = 10\np95 = 100\ndistribution = \"lognormal\"", 40.400_128_269_457_3, 32.121_795_303_920_1),
        ("mean = 250_000\nsd = 80_000\ndistribution = \"lognormal\"", 250_000.0, 80_000.0),
    ] {
        assert_relative_eq!(range(keys).mean(), mean, max_relative = 1e-10);
        assert_relative_eq!(range(keys).sd(), sd, max_relative = 1e-10);
    }
}

/// With a rank correlation the logarithms' correlation is 2 sin(pi r / 6), and a ratio of correlated lognormals is
/// narrower: sigma² = s1² + s2² - 2 rho s1 s2.
#[test]
fn correlated_inputs_narrow_their_ratio() {
    let lognormal = |sigma: f64| {
        let z = (1.644_853_626_951_472_7 * sigma).exp();
        format!("p5 = {}\np95 = {z}\ndistribution = \"lognormal\"", 1.0 / z)
    };
    let rank = 6.0 / std::f64::consts::PI * (0.6_f64 / 2.0).asin();
    let condition = format!("quotient >= 1\"\n[[correlation]]\nbetween = [\"above\", \"below\"]\nrank = {rank}\n#\"");
    let scenario = ratio(&lognormal(0.3), &lognormal(0.15), &condition);
    assert_eq!(scenario.calculation.correlations.len(), 1);
    let spread = &draw(&scenario, Sampler::Sobol, 1 << 16, 3);
    let sigma: f64 = (0.09 + 0.0225 - 2.0 * 0.6 * 0.045_f64).sqrt();
    let p95 = of_quotient(&scenario, spread).percentiles[4];
    assert_relative_eq!(p95.ln() / 1.644_853_626_951_472_7, sigma, max_relative = 2e-3);
}
