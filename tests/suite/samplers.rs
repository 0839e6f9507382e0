//! Points, permutations and streams: their balance, their independence, and that nothing but the seed moves them; then
//! correlations and summaries of what they give.
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "numbers of samples are small"
)]
#![expect(clippy::float_cmp, reason = "what must be the same is the same to the bit")]

use approx::assert_relative_eq;
use forcesize::uncertainty::confidence::RetainedValues;
use forcesize::uncertainty::correlation::{Copula, CorrelationError, normal_correlation, rank_correlation};
use forcesize::uncertainty::design::Design;
use forcesize::uncertainty::sampler::{MOST_SAMPLES, Sampler, SamplerError, power_of_two};
use forcesize::uncertainty::sequence::{MOST_DIMENSIONS, Scrambling, Sequence};
use forcesize::uncertainty::summary::{Moments, percentiles, replicated};
use std::thread;

const KINDS: [Sampler; 3] = [Sampler::Sobol, Sampler::LatinHypercube, Sampler::Random];

fn column(sampler: &Design, dimension: usize) -> Vec<f64> {
    let mut column = vec![f64::NAN; usize::try_from(sampler.samples()).unwrap()];
    sampler.fill(dimension, 0, &mut column);
    column
}

fn columns(kind: Sampler, dimensions: usize, samples: u64, seed: u64) -> Vec<Vec<f64>> {
    let design = Design::new(kind, dimensions, samples, seed).unwrap();
    (0..dimensions).map(|dimension| column(&design, dimension)).collect()
}

fn correlation(a: &[f64], b: &[f64]) -> f64 {
    let (in_a, in_b) = (Moments::of(a), Moments::of(b));
    let products: Vec<f64> = a.iter().zip(b).map(|(a, b)| (a - in_a.mean()) * (b - in_b.mean())).collect();
    Moments::of(&products).mean() / (in_a.sd() * in_b.sd())
}

fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut ranks = vec![0.0; values.len()];
    for (rank, at) in order.into_iter().enumerate() {
        ranks[at] = rank as f64;
    }
    ranks
}

#[test]
fn the_first_sobol_points_are_those_published() {
    let plain = Sequence::new(16, Scrambling::None, 0).unwrap();
    let expected = [
        [0.0; 8],
        [0.5; 8],
        [0.75, 0.25, 0.25, 0.25, 0.75, 0.75, 0.25, 0.75],
        [0.25, 0.75, 0.75, 0.75, 0.25, 0.25, 0.75, 0.25],
        [0.375, 0.375, 0.625, 0.875, 0.375, 0.125, 0.375, 0.875],
        [0.875, 0.875, 0.125, 0.375, 0.875, 0.625, 0.875, 0.375],
        [0.625, 0.125, 0.875, 0.625, 0.625, 0.875, 0.125, 0.125],
        [0.125, 0.625, 0.375, 0.125, 0.125, 0.375, 0.625, 0.625],
    ];
    // These come in the order of a Gray code; the points of a power of two are the same in either order.
    for (index, point) in expected.iter().enumerate() {
        let number = (index ^ (index >> 1)) as u64;
        let found: [f64; 8] = std::array::from_fn(|dimension| plain.coordinate(dimension, number));
        assert_eq!(found, *point, "point {index}");
    }
    let sixteenth = [
        0.0625, 0.9375, 0.5625, 0.3125, 0.6875, 0.1875, 0.8125, 0.3125, 0.3125, 0.6875, 0.0625, 0.1875, 0.3125, 0.5625,
        0.9375, 0.8125,
    ];
    let found: [f64; 16] = std::array::from_fn(|dimension| plain.coordinate(dimension, 15 ^ (15 >> 1)));
    assert_eq!(found, sixteenth);
}

#[test]
fn all_dimensions_are_nets_of_their_own() {
    let all = Sequence::new(MOST_DIMENSIONS, Scrambling::None, 0).unwrap();
    assert_eq!(all.dimensions(), 1024);
    assert!(Sequence::new(MOST_DIMENSIONS + 1, Scrambling::None, 0).is_none());
    let samples = 256_u32;
    for dimension in 0..MOST_DIMENSIONS {
        let mean = (0..samples).map(|k| all.coordinate(dimension, u64::from(k))).sum::<f64>() / f64::from(samples);
        assert_eq!(mean, 0.5 - 0.5 / f64::from(samples), "dimension {dimension}");
    }
    for (a, b) in (0..200).flat_map(|a| (0..a).map(move |b| (a, b))) {
        assert!((0..32).any(|k| all.digits(a, 1 << k) != all.digits(b, 1 << k)), "dimensions {a} and {b} are one");
    }
}

/// Estimators of Sobol' indices on points that are not scrambled give published numbers.
#[test]
fn deterministic_estimates_of_ishigami_indices_are_reproduced() {
    let plain = Sequence::new(6, Scrambling::None, 0).unwrap();
    let model = |x: [f64; 3]| {
        let [x, y, z] = x.map(|u| std::f64::consts::PI * (2.0 * u - 1.0));
        x.sin() + 7.0 * y.sin().powi(2) + 0.1 * z.powi(4) * x.sin()
    };
    let samples = 4096_u32;
    let point = |k: u32, from: usize| -> [f64; 3] { std::array::from_fn(|i| plain.coordinate(from + i, u64::from(k))) };
    let of_a: Vec<f64> = (0..samples).map(|k| model(point(k, 0))).collect();
    let of_b: Vec<f64> = (0..samples).map(|k| model(point(k, 3))).collect();
    let both: Vec<f64> = of_a.iter().chain(&of_b).copied().collect();
    let mean = both.iter().sum::<f64>() / both.len() as f64;
    let variance = both.iter().map(|y| (y - mean).powi(2)).sum::<f64>() / both.len() as f64;
    assert_relative_eq!(mean, 3.499_911_890_632_226_6, max_relative = 1e-12);
    assert_relative_eq!(variance, 13.844_530_431_683_204, max_relative = 1e-12);
    let first = [0.314_106_418_694_372_56, 0.442_472_752_120_211_5, -6.487_944_881_331_475e-05];
    let total = [0.557_434_576_309_696_7, 0.442_454_153_495_844_44, 0.243_293_121_922_183_16];
    for i in 0..3 {
        let mixed = |k: u32| {
            let mut x = point(k, 0);
            x[i] = plain.coordinate(3 + i, u64::from(k));
            model(x)
        };
        let (mut saltelli, mut jansen) = (0.0, 0.0);
        for (k, (a, b)) in (0..samples).zip(of_a.iter().zip(&of_b)) {
            let ab = mixed(k);
            saltelli += (b - mean) * (ab - a);
            jansen += (a - ab).powi(2);
        }
        let count = f64::from(samples);
        assert!((saltelli / count / variance - first[i]).abs() < 1e-12, "input {i}");
        assert!((jansen / count / (2.0 * variance) - total[i]).abs() < 1e-12, "input {i}");
    }
}

/// In each elementary interval of a digital net there is one point; scrambling leaves it so.
#[test]
fn scrambled_points_fill_every_elementary_interval() {
    let digits = 10_u32;
    for scrambling in [Scrambling::None, Scrambling::Linear, Scrambling::Nested] {
        let points = Sequence::new(40, scrambling, 7).unwrap();
        // Any block that begins at a multiple of its length is a net; the first two dimensions are one with t = 0.
        for start in [0, 5 << digits] {
            for split in 0..=digits {
                let mut counts = vec![0; 1 << digits];
                for index in start..start + (1_u64 << digits) {
                    let high = |dimension, digits: u32| points.digits(dimension, index).checked_shr(64 - digits);
                    let cell = high(0, split).unwrap_or(0) << (digits - split) | high(1, digits - split).unwrap_or(0);
                    counts[usize::try_from(cell).unwrap()] += 1;
                }
                assert!(counts.iter().all(|count| *count == 1), "{scrambling:?}, {split} digits of {digits}");
            }
            for dimension in 0..40 {
                let mut seen = vec![false; 1 << digits];
                for index in start..start + (1_u64 << digits) {
                    seen[usize::try_from(points.digits(dimension, index) >> (64 - digits)).unwrap()] = true;
                }
                assert!(seen.iter().all(|seen| *seen), "{scrambling:?}, dimension {dimension}");
            }
        }
    }
}

#[test]
fn latin_hypercubes_have_one_sample_in_each_slice() {
    for samples in [1_u64, 2, 3, 7, 100, 1000, 1024, 4097] {
        for (dimension, column) in columns(Sampler::LatinHypercube, 5, samples, 0).iter().enumerate() {
            let mut seen = vec![false; column.len()];
            for value in column {
                assert!(*value > 0.0 && *value < 1.0);
                seen[(value * samples as f64) as usize] = true;
            }
            assert!(seen.iter().all(|seen| *seen), "{samples} samples, dimension {dimension}");
        }
    }
}

#[test]
fn chunks_and_threads_change_nothing() {
    for kind in KINDS {
        let sampler = Design::new(kind, 3, 5000, 42).unwrap();
        for dimension in 0..3 {
            let whole = column(&sampler, dimension);
            for size in [1, 7, 256, 1000] {
                let mut parts = vec![0.0; whole.len()];
                thread::scope(|scope| {
                    for (group, parts) in parts.chunks_mut(2500).enumerate() {
                        let sampler = &sampler;
                        scope.spawn(move || {
                            for (number, part) in parts.chunks_mut(size).enumerate() {
                                sampler.fill(dimension, (group * 2500 + number * size) as u64, part);
                            }
                        });
                    }
                });
                assert_eq!(whole, parts, "{kind}, chunks of {size}");
            }
        }
    }
}

#[test]
fn numbers_are_strictly_between_zero_and_one_also_far_out() {
    for kind in KINDS {
        let sampler = Design::new(kind, 2, MOST_SAMPLES, 3).unwrap();
        for first in [0, (1 << 32) - 500, MOST_SAMPLES - 1000] {
            let mut numbers = vec![0.0; 1000];
            sampler.fill(1, first, &mut numbers);
            assert!(numbers.iter().all(|u| *u > 0.0 && *u < 1.0), "{kind}");
        }
    }
}

#[test]
fn every_seed_is_a_seed() {
    for kind in KINDS {
        let of = |seed| columns(kind, 2, 1024, seed);
        let (zero, one) = (of(0), of(1));
        assert_eq!(zero, of(0));
        assert!(zero != one && one != of(2) && zero != of(u64::MAX), "{kind}");
        // The leading digits of a Sobol' point are the same under any scrambling, or all of them flipped; it is the
        // errors of two scramblings that are independent.
        for (a, b) in [(0, 1), (1, 2), (0, 1 << 63)].into_iter().filter(|_| kind != Sampler::Sobol) {
            let (a, b) = (of(a), of(b));
            assert!(correlation(&a[0], &b[0]).abs() < 0.14, "{kind}");
        }
        let sampler = Design::new(kind, 2, 1024, 0).unwrap();
        let (first, second) = (column(&sampler.replicate(0), 0), column(&sampler.replicate(1), 0));
        assert!(first != second && first != zero[0]);
    }
}

/// A known slip in another tool: an integer seed used again for each input, which correlates all of them.
#[test]
fn inputs_are_independent_of_each_other() {
    let samples = 1_u64 << 14;
    for kind in KINDS {
        // Sobol' points and Latin hypercubes have their own, smaller bounds: the former converge.
        let bound = 4.5 / (samples as f64).sqrt() * if kind == Sampler::Sobol { 0.2 } else { 1.0 };
        for seed in [0, 1, 12345] {
            let all = columns(kind, 12, samples, seed);
            for a in 0..all.len() {
                for b in 0..a {
                    let found = correlation(&all[a], &all[b]);
                    assert!(found.abs() < bound, "{kind}, seed {seed}: inputs {b} and {a} have {found}");
                }
            }
        }
    }
}

#[test]
fn random_numbers_are_uniform_and_not_serially_correlated() {
    let all = columns(Sampler::Random, 2, 1 << 16, 9);
    for column in &all {
        let moments = Moments::of(column);
        assert!((moments.mean() - 0.5).abs() < 4.0 * moments.standard_error());
        assert!((moments.sd() - (1.0_f64 / 12.0).sqrt()).abs() < 0.002);
        assert!(correlation(&column[1..], &column[..column.len() - 1]).abs() < 4.0 / 256.0);
        let mut counts = [0.0; 64];
        for value in column {
            counts[(value * 64.0) as usize] += 1.0;
        }
        // Chi-squared with 63 degrees of freedom: beyond 120 in one case of 50,000.
        let chi_squared: f64 = counts.iter().map(|count: &f64| (count - 1024.0).powi(2) / 1024.0).sum();
        assert!(chi_squared < 120.0 && chi_squared > 25.0, "{chi_squared}");
    }
}

/// The integral of a smooth product in six dimensions: root mean square error over 32 seeds.
fn error(of: &dyn Fn(usize, u64, u64) -> Vec<f64>, samples: u64) -> f64 {
    let squares = (0..32).map(|seed| {
        let mut product = vec![1.0; usize::try_from(samples).unwrap()];
        for dimension in 0..6 {
            for (product, u) in product.iter_mut().zip(of(dimension, samples, seed)) {
                *product *= 1.0 + (u - 0.5);
            }
        }
        (Moments::of(&product).mean() - 1.0).powi(2)
    });
    (squares.sum::<f64>() / 32.0).sqrt()
}

#[test]
fn errors_fall_as_they_should() {
    let of_kind = |kind: Sampler| {
        move |dimension: usize, samples: u64, seed: u64| {
            column(&Design::new(kind, 6, samples, seed).unwrap(), dimension)
        }
    };
    let of_scrambling = |scrambling: Scrambling| {
        move |dimension: usize, samples: u64, seed: u64| {
            let mut column = vec![0.0; usize::try_from(samples).unwrap()];
            Sequence::new(6, scrambling, seed).unwrap().fill(dimension, 0, &mut column);
            column
        }
    };
    let sobol = of_kind(Sampler::Sobol);
    let (few, many) = (error(&sobol, 1 << 8), error(&sobol, 1 << 14));
    // 64 times the samples: by chance alone 8 times less, on smooth cases 64 to 512 times.
    assert!(few / many > 64.0, "{few:e} to {many:e}");
    let (linear, nested) = (of_scrambling(Scrambling::Linear), of_scrambling(Scrambling::Nested));
    let (linear, nested) = (error(&linear, 1 << 12), error(&nested, 1 << 12));
    eprintln!("rms error: 2^8 {few:.2e}, 2^14 {many:.2e}; at 2^12 linear {linear:.2e}, nested {nested:.2e}");
    assert!(linear / nested < 2.0 && nested / linear < 2.0, "{linear:e}, {nested:e}");
    let (random, hypercube) =
        (error(&of_kind(Sampler::Random), 1 << 12), error(&of_kind(Sampler::LatinHypercube), 1 << 12));
    assert!(random > 1.5 * hypercube && hypercube > 4.0 * linear, "{random:e}, {hypercube:e}, {linear:e}");
}

#[test]
fn what_is_no_design_is_refused() {
    assert_eq!(Design::new(Sampler::Random, 2, 0, 0).unwrap_err(), SamplerError::NoSamples);
    assert_eq!(Design::new(Sampler::Random, 2, u64::MAX, 0).unwrap_err(), SamplerError::TooManySamples);
    assert_eq!(Design::new(Sampler::Sobol, 1025, 8, 0).unwrap_err(), SamplerError::TooManyDimensions);
    assert!(Design::new(Sampler::Random, 1025, 8, 0).is_ok());
    assert_eq!([0, 1, 3, 100_000].map(power_of_two), [Some(1), Some(1), Some(4), Some(131_072)]);
    assert_eq!(power_of_two(MOST_SAMPLES + 1), None);
}

#[test]
fn rank_correlations_of_normal_numbers() {
    for (rho, spearman) in [(0.3, 0.287_564_218_622_621), (0.5, 0.482_583_739_530_997), (0.8, 0.785_939_282_606_728)] {
        assert_relative_eq!(rank_correlation(rho), spearman, max_relative = 1e-12);
        assert_relative_eq!(normal_correlation(-spearman), -rho, max_relative = 1e-12);
    }
    assert_relative_eq!(normal_correlation(0.3), 0.312_868_930_080_462, max_relative = 1e-12);
    assert_relative_eq!(normal_correlation(0.8), 0.813_473_286_151_6, max_relative = 1e-12);
}

#[test]
fn the_copula_gives_the_rank_correlations_asked_for() {
    let copula = Copula::new(5, &[(0, 3, 0.6), (1, 3, -0.3), (0, 1, 0.2)]).unwrap();
    let before = columns(Sampler::Sobol, 5, 1 << 14, 5);
    let mut after = before.clone();
    copula.apply(&mut after);
    let ranked: Vec<Vec<f64>> = after.iter().map(|column| ranks(column)).collect();
    for (a, b, rank) in [(0, 3, 0.6), (1, 3, -0.3), (0, 1, 0.2), (2, 3, 0.0), (0, 4, 0.0)] {
        let found = correlation(&ranked[a], &ranked[b]);
        assert!((found - rank).abs() < 0.005, "inputs {a} and {b}: {found}");
    }
    // Columns that depend on none before them are the same to the bit, and each stays uniform.
    for unchanged in [0, 2, 4] {
        assert_eq!(before[unchanged], after[unchanged]);
    }
    for column in &after {
        assert!((Moments::of(column).mean() - 0.5).abs() < 1e-3);
        assert!(column.iter().all(|u| *u > 0.0 && *u < 1.0));
    }
    // Any part gives the same.
    let mut part: Vec<Vec<f64>> = before.iter().map(|column| column[300..1000].to_vec()).collect();
    copula.apply(&mut part);
    assert_eq!(part[3], after[3][300..1000]);
    assert!(Copula::new(3, &[]).unwrap().is_independent() && Copula::new(2, &[(0, 1, 0.0)]).unwrap().is_independent());
}

#[test]
fn correlations_that_contradict_each_other_are_named() {
    let entries = [(3, 4, 0.1), (0, 1, 0.9), (1, 2, 0.9), (0, 2, -0.9), (2, 3, 0.2)];
    let CorrelationError::Contradiction(named) = Copula::new(5, &entries).unwrap_err() else { panic!() };
    assert_eq!(named, [(0, 1, 0.9), (1, 2, 0.9), (0, 2, -0.9)]);
    let of = |entries: &[(usize, usize, f64)]| Copula::new(3, entries).unwrap_err();
    assert_eq!(of(&[(0, 1, 1.0)]), CorrelationError::OutOfRange { pair: (0, 1), rank: 1.0 });
    assert!(matches!(of(&[(0, 1, f64::NAN)]), CorrelationError::OutOfRange { .. }));
    assert_eq!(of(&[(1, 1, 0.5)]), CorrelationError::WithItself(1));
    assert_eq!(of(&[(1, 3, 0.5)]), CorrelationError::UnknownInput(3));
    assert_eq!(of(&[(0, 1, 0.5), (1, 0, 0.4)]), CorrelationError::Twice((1, 0)));
}

#[test]
fn moments_merge_to_the_moments_of_all() {
    let values: Vec<f64> = column(&Design::new(Sampler::Random, 1, 10_000, 0).unwrap(), 0);
    let far: Vec<f64> = values.iter().map(|u| 1e9 + u).collect();
    let merged = far.chunks(1024).map(Moments::of).fold(Moments::default(), Moments::merge);
    let mean = values.iter().sum::<f64>() / 1e4;
    let sd = (values.iter().map(|u| (u - mean).powi(2)).sum::<f64>() / 9999.0).sqrt();
    assert_relative_eq!(merged.mean(), 1e9 + mean, max_relative = 1e-15);
    assert_relative_eq!(merged.sd(), sd, max_relative = 1e-7);
    assert_relative_eq!(Moments::of(&values).sd(), sd, max_relative = 1e-13);
    assert_eq!((merged.count(), merged.not_finite()), (10_000, 0));
    assert_relative_eq!(merged.standard_error(), merged.sd() / 100.0, max_relative = 1e-14);
    // What is no number is counted, not summed.
    let mixed = Moments::of(&[1.0, f64::NAN, 3.0, f64::INFINITY]);
    assert_eq!((mixed.count(), mixed.not_finite(), mixed.mean()), (2, 2, 2.0));
    assert!(Moments::of(&[]).mean().is_nan() && Moments::of(&[f64::NAN]).mean().is_nan());
    assert_eq!((Moments::of(&[4.0]).mean(), Moments::of(&[4.0]).sd()), (4.0, 0.0));
    assert_eq!(Moments::of(&[4.0; 100]).sd(), 0.0);
    let twice = Moments::of(&[f64::NAN]).merge(Moments::of(&[1.0])).merge(Moments::default());
    assert_eq!((twice.count(), twice.not_finite(), twice.mean()), (1, 1, 1.0));
}

#[test]
fn percentiles_are_those_of_the_sorted_values() {
    let uniforms = column(&Design::new(Sampler::Random, 1, 50_001, 0).unwrap(), 0);
    let shares = [0.95, 0.05, 0.5, 0.0, 1.0, 0.25, 0.123_456];
    let skewed: Vec<f64> = uniforms.iter().map(|u| (-u.ln()).powi(6)).collect();
    let steps: Vec<f64> = uniforms.iter().map(|u| (u * 3.0).floor()).collect();
    // Hard to part by buckets of equal width: far ends, hardly apart, zeros of two signs, what is no number in between.
    let far: Vec<f64> = uniforms.iter().map(|u| (u - 0.5) * f64::MAX * if *u < 0.01 { 2.0 } else { 1e-300 }).collect();
    let near: Vec<f64> = uniforms.iter().map(|u| f64::from_bits((u * 9.0) as u64)).collect();
    let zeros: Vec<f64> = uniforms.iter().map(|u| if *u < 0.3 { -0.0 } else { 0.0 }).collect();
    let gaps: Vec<f64> = uniforms
        .iter()
        .map(|u| {
            if *u < 0.1 {
                f64::NAN
            } else if *u > 0.9 {
                f64::INFINITY
            } else {
                *u
            }
        })
        .collect();
    let nested: Vec<f64> = uniforms.iter().map(|u| u.powi(200)).collect();
    let plain = [uniforms.clone(), skewed, steps, uniforms[..10].to_vec(), vec![5.0; 20_000]];
    for mut values in plain.into_iter().chain([far, near, zeros, gaps, nested]) {
        let found = percentiles(&values, &shares);
        values.retain(|value| value.is_finite());
        values.sort_by(f64::total_cmp);
        for (share, found) in shares.into_iter().zip(found) {
            let position = share * (values.len() - 1) as f64;
            let (low, part) = (position.floor() as usize, position.fract());
            let expected = if part > 0.0 { values[low] * (1.0 - part) + values[low + 1] * part } else { values[low] };
            assert_eq!(found, expected, "at {share}");
            assert!(part > 0.0 || found.is_sign_negative() == expected.is_sign_negative(), "the sign at {share}");
        }
    }
    assert_eq!(percentiles(&[3.0, f64::NAN, 1.0, f64::NEG_INFINITY], &[0.5, 0.75]), [2.0, 2.5]);
    assert!(percentiles(&[f64::NAN], &[0.5])[0].is_nan());
    assert_eq!(percentiles(&[7.0], &[0.0, 0.3, 1.0]), [7.0; 3]);
}

#[test]
fn standard_errors_are_what_chance_does() {
    // The spread of results over many seeds against what one seed says of it.
    let (mut means, mut medians, mut said) = (Vec::new(), Vec::new(), (0.0, 0.0));
    for seed in 0..200 {
        let values = column(&Design::new(Sampler::Random, 1, 1000, seed).unwrap(), 0);
        let median = percentiles(&values, &[0.5]);
        let one = RetainedValues { values: &values, designs: 1, samples: 1000 };
        let (low, high) = one.of_percentiles(&[0.5], &median, |shares| percentiles(&values, shares))[0];
        means.push(Moments::of(&values).mean());
        medians.push(median[0]);
        // Its interval is 1.96 standard errors to each side.
        said = (said.0 + Moments::of(&values).standard_error() / 200.0, said.1 + (high - low) / 3.92 / 200.0);
    }
    let spread = (Moments::of(&means).sd(), Moments::of(&medians).sd());
    assert!((spread.0 / said.0 - 1.0).abs() < 0.15 && (spread.1 / said.1 - 1.0).abs() < 0.2, "{spread:?} {said:?}");
    // Replicates of Sobol' points know how much better these are.
    let sobol = Design::new(Sampler::Sobol, 1, 1024, 0).unwrap();
    let results: Vec<f64> = (0..16).map(|r| Moments::of(&column(&sobol.replicate(r), 0)).mean()).collect();
    let (mean, error) = replicated(&results);
    assert!((mean - 0.5).abs() < 5.0 * error && error < said.0 / 20.0, "{mean} {error}");
    assert!(replicated(&[1.0]).1.is_nan());
    // Results whose squares are beyond the largest number have an error as any others.
    let large: Vec<f64> = results.iter().map(|result| 1e300 * result).collect();
    let (of_large, error_of_large) = replicated(&large);
    assert!((of_large / 1e300 - mean).abs() < 1e-12 && (error_of_large / 1e300 - error).abs() < 1e-12);
}
