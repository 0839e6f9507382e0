//! Distributions against closed forms, published values and an independent library.
#![expect(clippy::float_cmp, reason = "what must be the same is the same to the bit")]

use approx::assert_relative_eq;
use forcesize::uncertainty::distribution::{Distribution, DistributionError, USUAL_LAMBDA};
use forcesize::uncertainty::quantile_table::Quantile;
use statrs::distribution::{Beta, ContinuousCDF, LogNormal, Normal};
use std::f64::consts::FRAC_1_SQRT_2;
use std::thread;

const SHARES: [f64; 9] = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99];

#[track_caller]
fn close(found: f64, expected: f64) {
    assert_relative_eq!(found, expected, max_relative = 1e-10, epsilon = 1e-12);
}

fn pert(low: f64, mode: f64, high: f64) -> Distribution {
    Distribution::pert(low, mode, high, USUAL_LAMBDA).unwrap()
}

/// One of each, skewed ones, and truncated ones.
fn all() -> Vec<Distribution> {
    let cut = |distribution: Distribution, min, max| distribution.truncated(min, max).unwrap();
    vec![
        pert(900.0, 1000.0, 1300.0),
        pert(0.0, 0.0, 1.0),
        pert(0.0, 1.0, 1.0),
        pert(0.0, 0.025, 1.0),
        pert(-3.0, -2.9, 0.0),
        Distribution::pert(0.0, 0.1, 10.0, 0.0).unwrap(),
        Distribution::pert(0.0, 0.3, 10.0, 0.5).unwrap(),
        Distribution::pert(0.0, 2.0, 10.0, 60.0).unwrap(),
        Distribution::triangular(2.5, 3.0, 5.0).unwrap(),
        Distribution::triangular(0.0, 0.0, 1.0).unwrap(),
        Distribution::triangular(0.0, 1.0, 1.0).unwrap(),
        Distribution::uniform(480_000.0, 603_700.0).unwrap(),
        Distribution::log_uniform(1.0, 100.0).unwrap(),
        Distribution::log_uniform(1.0, 1e12).unwrap(),
        Distribution::normal(0.0, 1.0).unwrap(),
        Distribution::normal(33e6, 2e6).unwrap(),
        Distribution::log_normal(13.1, 0.15).unwrap(),
        Distribution::log_normal(0.0, 2.5).unwrap(),
        cut(Distribution::normal(10.0, 4.0).unwrap(), Some(5.0), Some(20.0)),
        cut(Distribution::normal(10.0, 4.0).unwrap(), Some(25.0), None),
        cut(Distribution::normal(10.0, 4.0).unwrap(), None, Some(11.0)),
        cut(Distribution::log_normal(0.0, 1.0).unwrap(), Some(0.5), Some(9.0)),
        cut(pert(900.0, 1000.0, 1300.0), Some(950.0), Some(1200.0)),
        cut(pert(0.0, 1.0, 10.0), None, Some(4.0)),
        cut(Distribution::triangular(2.5, 3.0, 5.0).unwrap(), Some(2.7), Some(4.0)),
    ]
}

/// Probabilities from far out in one tail to far out in the other.
fn grid() -> Vec<f64> {
    let tail = (0..=160).map(|k| 0.5_f64.powf(1.0 + f64::from(k) * 0.3));
    let middle = (1..2000).map(|k| f64::from(k) / 2000.0);
    let mut all: Vec<f64> = tail.clone().map(|p| 1.0 - p).chain(tail).chain(middle).collect();
    all.sort_by(f64::total_cmp);
    all
}

#[test]
fn published_values_of_triangular_distributions() {
    type Row = ([f64; 3], [f64; 2], [f64; 9]);
    let rows: [Row; 4] = [
        (
            [30000.0, 100_000.0, 150_000.0],
            [93_333.333_333_333_3, 24_608.038_433_722_3],
            [
                39_165.151_389_911_7,
                50_493.901_531_919_2,
                58_982.753_492_378_9,
                75_825.756_949_558_4,
                94_807.406_984_078_6,
                111_270.166_537_926,
                125_505.102_572_168,
                132_679.491_924_311,
                142_254.033_307_585,
            ],
        ),
        (
            [2.5, 3.0, 5.0],
            [3.5, 0.540_061_724_867_322],
            [
                2.611_803_398_874_99,
                2.75,
                2.853_553_390_593_27,
                3.063_508_326_896_29,
                3.418_861_169_915_81,
                3.881_966_011_250_11,
                4.292_893_218_813_45,
                4.5,
                4.776_393_202_250_02,
            ],
        ),
        (
            [0.0, 1.0, 1.0],
            [2.0 / 3.0, 0.235_702_260_395_516],
            [
                0.1,
                0.223_606_797_749_979,
                0.316_227_766_016_838,
                0.5,
                FRAC_1_SQRT_2,
                0.866_025_403_784_439,
                0.948_683_298_050_514,
                0.974_679_434_480_896,
                0.994_987_437_106_62,
            ],
        ),
        (
            [0.0, 0.0, 1.0],
            [1.0 / 3.0, 0.235_702_260_395_516],
            [
                0.005_012_562_893_380_05,
                0.025_320_565_519_103_6,
                0.051_316_701_949_486_2,
                0.133_974_596_215_561,
                0.292_893_218_813_452,
                0.5,
                0.683_772_233_983_162,
                0.776_393_202_250_021,
                0.9,
            ],
        ),
    ];
    for ([low, mode, high], [mean, sd], quantiles) in rows {
        let triangular = Distribution::triangular(low, mode, high).unwrap();
        close(triangular.mean(), mean);
        close(triangular.sd(), sd);
        let quick = Quantile::new(&triangular);
        for (share, expected) in SHARES.into_iter().zip(quantiles) {
            close(triangular.quantile(share), expected);
            close(quick.at(share), expected);
            close(triangular.cdf(expected), share);
        }
    }
}

#[test]
fn published_values_of_pert_distributions() {
    type Row = ([f64; 4], [f64; 2], [f64; 9]);
    let rows: [Row; 4] = [
        (
            [900.0, 1000.0, 1300.0, 4.0],
            [1_033.333_333_333_33, 71.269_664_509_979_8],
            [
                913.072_844_880_241,
                930.576_156_564_932,
                944.893_983_418_343,
                977.505_443_821_588,
                1_025.524_068_182_28,
                1_081.672_225_909_45,
                1_133.556_149_847_81,
                1_162.963_327_200_46,
                1_211.171_086_646,
            ],
        ),
        (
            [150_000.0, 200_000.0, 300_000.0, 4.0],
            [208_333.333_333_333, 27_638.539_919_628_3],
            [
                157_854.532_509_699,
                166_424.858_799_749,
                172_954.154_051_472,
                186_983.356_374_532,
                206_371.876_050_618,
                227_799.503_307_874,
                246_668.504_643_087,
                256_993.107_981_982,
                273_303.020_306_375,
            ],
        ),
        (
            [0.0, 5.0, 10.0, 4.0],
            [5.0, 1.889_822_365_046_14],
            [
                1.056_398_435_507_74,
                1.892_553_774_377_71,
                2.466_364_532_884_67,
                3.594_361_647_896_47,
                5.0,
                6.405_638_352_103_53,
                7.533_635_467_115_33,
                8.107_446_225_622_29,
                8.943_601_564_492_26,
            ],
        ),
        (
            [900.0, 1000.0, 1300.0, 2.0],
            [1050.0, 86.602_540_378_443_9],
            [
                908.322_617_720_923,
                924.965_009_543_166,
                940.614_930_219_004,
                979.747_575_920_37,
                1_040.980_911_950_85,
                1_112.255_995_489_26,
                1_173.884_128_643_2,
                1_205.786_383_422_95,
                1_251.432_570_489_75,
            ],
        ),
    ];
    for ([low, mode, high, lambda], [mean, sd], quantiles) in rows {
        let pert = Distribution::pert(low, mode, high, lambda).unwrap();
        close(pert.mean(), mean);
        close(pert.sd(), sd);
        let quick = Quantile::new(&pert);
        for (share, expected) in SHARES.into_iter().zip(quantiles) {
            close(pert.quantile(share), expected);
            close(quick.at(share), expected);
            close(pert.cdf(expected), share);
        }
    }
    // Its distribution function by hand.
    let pert = pert(900.0, 1000.0, 1300.0);
    for t in [0.01, 0.2, 0.5, 0.7, 0.99] {
        close(pert.cdf(900.0 + 400.0 * t), 1.0 - (1.0 - t) * (1.0 - t) * (1.0 - t) * (1.0 - t) * (1.0 + 4.0 * t));
    }
}

#[test]
fn published_values_of_lognormal_distributions() {
    // Percentiles given, then median, mean, sd, and the quantiles at 1, 25, 75 and 99 %.
    let rows: [([f64; 4], [f64; 7]); 4] = [
        (
            [0.05, 10.0, 0.95, 100.0],
            [
                31.622_776_601_683_8,
                40.400_128_269_457_3,
                32.121_795_303_920_1,
                6.206_409_946_819_16,
                19.722_850_109_156_1,
                50.702_611_157_388_6,
                161.123_742_802_795,
            ],
        ),
        (
            [0.05, 150_000.0, 0.95, 400_000.0],
            [
                244_948.974_278_318,
                256_081.795_454_912,
                78_079.656_935_027_3,
                122_418.702_369_623,
                200_326.829_295_433,
                299_510.555_880_234,
                490_121.189_316_646,
            ],
        ),
        (
            [0.05, 5.0, 0.95, 10.0],
            [
                7.071_067_811_865_48,
                7.229_783_732_289_85,
                1.540_392_868_192_81,
                4.331_205_285_33,
                6.134_295_940_340_71,
                8.150_894_656_253_4,
                11.544_130_722_538_7,
            ],
        ),
        (
            [0.1, 10.0, 0.9, 100.0],
            [
                31.622_776_601_683_8,
                47.342_172_745_355_9,
                52.745_242_783_169_4,
                3.911_745_164_106_08,
                17.252_277_127_980_5,
                57.963_362_898_811_7,
                255.640_374_832_168,
            ],
        ),
    ];
    for ([p_low, low, p_high, high], [median, mean, sd, quantiles @ ..]) in rows {
        let found = Distribution::log_normal_from(p_low, low, p_high, high).unwrap();
        close(found.central(), median);
        close(found.mean(), mean);
        close(found.sd(), sd);
        for (share, expected) in [0.01, 0.25, 0.75, 0.99].into_iter().zip(quantiles) {
            close(found.quantile(share), expected);
        }
    }
    let rows = [
        ([250_000.0, 80_000.0], [238_106.036_799_831, 142_470.942_095_795, 397_937.178_813_643]),
        ([1.0, 1.0], [FRAC_1_SQRT_2, 0.179_783_116_649_767, 2.781_128_780_707_71]),
    ];
    for ([mean, sd], [median, p5, p95]) in rows {
        let found = Distribution::log_normal_with(mean, sd).unwrap();
        close(found.mean(), mean);
        close(found.sd(), sd);
        close(found.quantile(0.5), median);
        close(found.quantile(0.05), p5);
        close(found.quantile(0.95), p95);
    }
    let found = Distribution::log_normal(13.1, 0.15).unwrap();
    close(found.mean(), 494_474.074_022_451);
    close(found.sd(), 74_590.285_903_676);
    close(found.quantile(0.05), 382_036.699_879_613);
    close(found.quantile(0.95), 625_763.663_243_165);
}

#[test]
fn published_values_of_other_distributions() {
    for ([p_low, low, p_high, high], [mean, sd]) in [
        ([0.05, 30.0, 0.95, 40.0], [35.0, 3.039_784_159_558_84]),
        ([0.1, 10.0, 0.9, 100.0], [55.0, 35.113_686_573_257_1]),
    ] {
        let normal = Distribution::normal_from(p_low, low, p_high, high).unwrap();
        close(normal.mean(), mean);
        close(normal.sd(), sd);
    }
    let cut = Distribution::normal(10.0, 4.0).unwrap().truncated(Some(5.0), Some(20.0)).unwrap();
    close(cut.mean(), 10.743_669_604_316_5);
    close(cut.sd(), 3.247_221_937_232_96);
    close(cut.quantile(0.05), 5.855_240_791_763_7);
    close(cut.quantile(0.5), 10.499_816_383_249_5);
    close(cut.quantile(0.95), 16.555_613_461_244_9);
    let uniform = Distribution::uniform(480_000.0, 603_700.0).unwrap();
    close(uniform.mean(), 541_850.0);
    close(uniform.sd(), 35_709.114_149_378_4);
    close(uniform.quantile(0.05), 486_185.0);
    close(uniform.quantile(0.95), 597_515.0);
    let log_uniform = Distribution::log_uniform(1.0, 100.0).unwrap();
    close(log_uniform.mean(), 21.497_576_854_211);
    close(log_uniform.sd(), 24.969_617_949_318_9);
    close(log_uniform.quantile(0.05), 1.258_925_411_794_17);
    close(log_uniform.quantile(0.5), 10.0);
    close(log_uniform.quantile(0.95), 79.432_823_472_428_2);
    // Where the closed form of the standard deviation cancels: nearly uniform.
    let narrow = Distribution::log_uniform(1000.0, 1000.001).unwrap();
    assert_relative_eq!(narrow.sd(), 0.001 / 12.0_f64.sqrt(), max_relative = 1e-6);
}

/// The exact inverse and the table against the independent library, for all percentiles and in both tails.
#[test]
fn exact_inverse_and_table_agree_with_the_reference() {
    let mut worst = (0.0_f64, 0.0_f64);
    let mut check = |distribution: &Distribution, reference: &dyn Fn(f64) -> f64, least: f64| {
        let quick = Quantile::new(distribution);
        assert!(quick.measured_error() > 0.0, "{distribution} has no table");
        // The reference is lost for less than this on its upper side, where 1 - p is rounded.
        for p in grid().into_iter().filter(|p| *p >= least && 1.0 - *p >= 1e-9) {
            let expected = reference(p);
            let scale = expected.abs().max(distribution.sd() * 1e-3);
            let exact = (distribution.quantile(p) - expected).abs() / scale;
            let table = (quick.at(p) - expected).abs() / scale;
            assert!(exact < 1e-9 && table < 1e-9, "{distribution:?} at {p}: {exact:e}, {table:e}");
            worst = (worst.0.max(exact), worst.1.max(table));
        }
    };
    for lambda in [0.5, 4.0, 20.0] {
        for mode in [0.0, 0.004, 0.01, 0.025, 0.1, 0.3, 0.5, 0.8, 0.975, 1.0] {
            let (alpha, beta) = (1.0 + lambda * mode, 1.0 + lambda * (1.0 - mode));
            let reference = Beta::new(alpha, beta).unwrap();
            let pert = Distribution::pert(0.0, mode, 1.0, lambda).unwrap();
            check(&pert, &|p| reference.inverse_cdf(p), 1e-10);
        }
    }
    let normal = Normal::new(3.0, 2.0).unwrap();
    check(&Distribution::normal(3.0, 2.0).unwrap(), &|p| normal.inverse_cdf(p), 1e-15);
    for log_sd in [0.1, 1.0, 2.5] {
        let reference = LogNormal::new(1.0, log_sd).unwrap();
        check(&Distribution::log_normal(1.0, log_sd).unwrap(), &|p| reference.inverse_cdf(p), 1e-15);
    }
    eprintln!("worst against the reference: exact {:e}, table {:e}", worst.0, worst.1);
}

/// Where one parameter of the beta distribution is 1 there is a closed form for every probability down to the last.
#[test]
fn skewed_pert_distributions_agree_with_their_closed_forms_in_the_last_tail() {
    for lambda in [0.01_f64, 0.1, 1.0, 4.0, 100.0] {
        let rising = Distribution::pert(0.0, 1.0, 1.0, lambda).unwrap();
        let falling = Distribution::pert(0.0, 0.0, 1.0, lambda).unwrap();
        let (quick_rising, quick_falling) = (Quantile::new(&rising), Quantile::new(&falling));
        for p in grid() {
            let power = p.powf(1.0 / (1.0 + lambda));
            assert_relative_eq!(rising.quantile(p), power, max_relative = 2e-12);
            assert_relative_eq!(quick_rising.at(p), power, max_relative = 1e-10);
            let power = -((-p).ln_1p() / (1.0 + lambda)).exp_m1();
            assert_relative_eq!(falling.quantile(p), power, max_relative = 2e-12);
            assert_relative_eq!(quick_falling.at(p), power, max_relative = 1e-10);
        }
    }
}

#[test]
fn tables_agree_with_the_exact_inverse_and_are_monotone() {
    for distribution in all() {
        let quick = Quantile::new(&distribution);
        let scale = distribution.sd() * 1e-3;
        let (mut last_exact, mut last_quick) = (f64::NEG_INFINITY, f64::NEG_INFINITY);
        for p in grid() {
            let (exact, table) = (distribution.quantile(p), quick.at(p));
            assert!(
                (exact - table).abs() <= 1e-10 * exact.abs().max(scale),
                "{distribution:?} at {p}: {exact} {table}"
            );
            // Probabilities of the grid can be neighbours, whose values may differ in the last digit only.
            let step = 4.0 * f64::EPSILON * exact.abs().max(scale);
            assert!(exact >= last_exact - step && table >= last_quick - step, "{distribution} at {p}");
            (last_exact, last_quick) = (exact, table);
        }
        assert!(quick.measured_error() < 2e-11, "{distribution}");
    }
}

#[test]
fn probabilities_come_back_from_their_quantiles() {
    for distribution in all() {
        for p in grid() {
            let (lower, upper) = distribution.tails(distribution.quantile(p));
            // The value itself is rounded, which in steep places and next to an end of another size moves it.
            assert!((lower - p).abs() < 1e-11, "{distribution:?} at {p}: {lower}");
            assert!((lower + upper - 1.0).abs() < 1e-14);
        }
    }
}

#[test]
fn mean_and_spread_agree_with_the_quantiles() {
    for distribution in all() {
        let quick = Quantile::new(&distribution);
        let steps = 1_u32 << 18;
        let mut values: Vec<f64> = (0..steps).map(|k| (f64::from(k) + 0.5) / f64::from(steps)).collect();
        quick.fill(&mut values);
        let mean = values.iter().sum::<f64>() / f64::from(steps);
        let variance = values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / f64::from(steps);
        // The steps cut heavy tails off.
        let sd = distribution.sd();
        let tolerance = if distribution.quantile(1.0 - 1e-9) > distribution.mean() + 100.0 * sd { 0.4 } else { 2e-3 };
        assert!((distribution.mean() - mean).abs() < tolerance * sd, "{distribution:?}: {mean}");
        assert!((sd - variance.sqrt()).abs() < tolerance * sd, "{distribution:?}: {}", variance.sqrt());
    }
}

#[test]
fn truncation_agrees_with_closed_forms() {
    // Normal: Johnson, Kotz and Balakrishnan 1994, section 10.1.
    let reference = Normal::standard();
    let up_to = |z: f64| 0.5 * libm::erfc(-z / 2.0_f64.sqrt());
    let density = |z: f64| (-0.5 * z * z).exp() / (2.0 * std::f64::consts::PI).sqrt();
    for (from, to) in [(-1.0, 2.0), (0.5, 1.5), (-3.0, -1.0), (2.0, 5.0)] {
        let cut = Distribution::normal(10.0, 4.0).unwrap();
        let cut = cut.truncated(Some(10.0 + 4.0 * from), Some(10.0 + 4.0 * to)).unwrap();
        let mass = up_to(to) - up_to(from);
        let shift = (density(from) - density(to)) / mass;
        let square = 1.0 + (from * density(from) - to * density(to)) / mass - shift * shift;
        close(cut.mean(), 10.0 + 4.0 * shift);
        assert_relative_eq!(cut.sd(), 4.0 * square.sqrt(), max_relative = 1e-10);
        for p in SHARES {
            let p_before = up_to(from) + p * mass;
            assert_relative_eq!(cut.quantile(p), 10.0 + 4.0 * reference.inverse_cdf(p_before), max_relative = 1e-10);
        }
    }
    // Lognormal: the same, with the moments exp(k mu + k^2 sigma^2 / 2) of shifted normal distributions.
    let (mu, sigma, min, max) = (1.0_f64, 0.7_f64, 1.5_f64, 9.0_f64);
    let cut = Distribution::log_normal(mu, sigma).unwrap().truncated(Some(min), Some(max)).unwrap();
    let mass = |k: f64| {
        let score = |x: f64| (x.ln() - mu) / sigma - k * sigma;
        up_to(score(max)) - up_to(score(min))
    };
    let moment = |k: f64| (k * mu + k * k * sigma * sigma / 2.0).exp() * mass(k) / mass(0.0);
    close(cut.mean(), moment(1.0));
    close(cut.sd(), (moment(2.0) - moment(1.0).powi(2)).sqrt());
    // PERT with a mean of the incomplete beta function.
    let reference = Beta::new(2.0, 4.0).unwrap();
    let next = Beta::new(3.0, 4.0).unwrap();
    let cut = pert(900.0, 1000.0, 1300.0).truncated(Some(950.0), Some(1200.0)).unwrap();
    let mass = |beta: &Beta| beta.cdf(0.75) - beta.cdf(0.125);
    close(cut.mean(), 900.0 + 400.0 * (2.0 / 6.0) * mass(&next) / mass(&reference));
    assert_eq!(cut.support(), (950.0, 1200.0));
    assert_eq!(cut.to_string(), "truncated PERT");
    // Triangular: a uniform slope between 0 and the mode leaves x^2.
    let cut = Distribution::triangular(0.0, 1.0, 1.0).unwrap().truncated(Some(0.5), None).unwrap();
    close(cut.mean(), (2.0 / 3.0) * (1.0 - 0.125) / (1.0 - 0.25));
    // Uniform and log-uniform stay what they are.
    let cut = Distribution::uniform(0.0, 10.0).unwrap().truncated(Some(4.0), None).unwrap();
    assert_eq!(cut, Distribution::uniform(4.0, 10.0).unwrap());
    // Limits that cut nothing off change nothing.
    let whole = pert(0.0, 1.0, 2.0);
    assert_eq!(whole.truncated(Some(-1.0), Some(2.0)).unwrap(), whole);
    // A cut can be cut again.
    let twice = Distribution::normal(0.0, 1.0).unwrap().truncated(Some(-1.0), None).unwrap();
    let twice = twice.truncated(None, Some(1.0)).unwrap();
    assert_eq!(twice, Distribution::normal(0.0, 1.0).unwrap().truncated(Some(-1.0), Some(1.0)).unwrap());
    assert!(twice.has_ends() && twice.mean().abs() < 1e-14);
}

#[test]
fn choices_have_their_weights() {
    let choices = Distribution::discrete(&[(3.0, 1.0), (1.0, 2.0), (2.0, 0.0), (7.0, 1.0), (1.0, 0.0)]).unwrap();
    close(choices.mean(), (2.0 + 3.0 + 7.0) / 4.0);
    close(choices.sd(), (6.0_f64).sqrt());
    assert_eq!(choices.support(), (1.0, 7.0));
    assert_eq!(choices.central(), 1.0);
    let quick = Quantile::new(&choices);
    for (p, value) in [(0.01, 1.0), (0.5, 1.0), (0.51, 3.0), (0.75, 3.0), (0.76, 7.0), (1.0, 7.0), (f64::NAN, 1.0)] {
        assert_eq!(choices.quantile(p), value);
        if p < 1.0 {
            assert_eq!(quick.at(p), value);
        }
    }
    assert_eq!((choices.cdf(0.9), choices.cdf(1.0), choices.cdf(2.9), choices.cdf(9.0)), (0.0, 0.5, 0.5, 1.0));
    let rest = choices.truncated(Some(2.0), None).unwrap();
    assert_eq!(rest, Distribution::discrete(&[(3.0, 1.0), (7.0, 1.0)]).unwrap());
    let many: Vec<(f64, f64)> = (0..100).map(|k| (f64::from(k), 1.0)).collect();
    let many = Distribution::discrete(&many).unwrap();
    let quick = Quantile::new(&many);
    for p in grid() {
        assert_eq!(quick.at(p), many.quantile(p));
    }
}

#[test]
fn percentiles_given_are_percentiles_found() {
    for (p_low, low, p_high, high) in [(0.05, 25.0, 0.95, 33.0), (0.1, 1.0, 0.5, 1000.0), (0.001, 2.0, 0.02, 3.0)] {
        for distribution in [
            Distribution::normal_from(p_low, low, p_high, high).unwrap(),
            Distribution::log_normal_from(p_low, low, p_high, high).unwrap(),
        ] {
            assert_relative_eq!(distribution.quantile(p_low), low, max_relative = 1e-12, epsilon = 1e-10);
            assert_relative_eq!(distribution.quantile(p_high), high, max_relative = 1e-12);
        }
    }
}

#[test]
fn a_skewed_pert_has_the_mean_of_its_formula() {
    // A known slip in another tool takes the mean for the mode and gives 1055.56.
    let pert = pert(900.0, 1000.0, 1300.0);
    close(pert.mean(), 1_033.333_333_333_333_3);
    assert_eq!(pert.central(), 1000.0);
    close(Distribution::pert(900.0, 1000.0, 1300.0, 2.0).unwrap().mean(), 1050.0);
}

#[test]
fn what_is_no_distribution_is_refused() {
    use DistributionError as E;
    let of = |outcome: Result<Distribution, E>| outcome.unwrap_err();
    let (nan, far) = (f64::NAN, f64::INFINITY);
    assert_eq!(of(Distribution::uniform(10.0, 5.0)), E::LowAboveHigh);
    assert_eq!(of(Distribution::pert(10.0, 7.0, 5.0, 4.0)), E::LowAboveHigh);
    assert_eq!(of(Distribution::log_uniform(10.0, 5.0)), E::LowAboveHigh);
    assert_eq!(of(Distribution::pert(0.0, 7.0, 5.0, 4.0)), E::ModeOutside);
    assert_eq!(of(Distribution::triangular(0.0, -1.0, 5.0)), E::ModeOutside);
    assert_eq!(of(Distribution::pert(0.0, 1.0, 5.0, -1.0)), E::LambdaOutside);
    assert_eq!(of(Distribution::pert(0.0, 1.0, 5.0, nan)), E::LambdaOutside);
    assert_eq!(of(Distribution::normal(0.0, 0.0)), E::SdNotPositive);
    assert_eq!(of(Distribution::normal(0.0, -1.0)), E::SdNotPositive);
    assert_eq!(of(Distribution::log_normal(0.0, -0.1)), E::SdNotPositive);
    assert_eq!(of(Distribution::log_uniform(0.0, 5.0)), E::NotPositive);
    assert_eq!(of(Distribution::log_normal_from(0.05, -1.0, 0.95, 5.0)), E::NotPositive);
    assert_eq!(of(Distribution::log_normal_with(-1.0, 1.0)), E::NotPositive);
    assert_eq!(of(Distribution::normal_from(0.95, 1.0, 0.05, 5.0)), E::PercentilesOutOfOrder);
    assert_eq!(of(Distribution::normal_from(0.05, 5.0, 0.95, 1.0)), E::PercentilesOutOfOrder);
    assert_eq!(of(Distribution::normal_from(5.0, 1.0, 95.0, 2.0)), E::PercentOutside);
    assert_eq!(of(Distribution::uniform(0.0, nan)), E::NotFinite);
    assert_eq!(of(Distribution::triangular(0.0, nan, 1.0)), E::NotFinite);
    assert_eq!(of(Distribution::normal(far, 1.0)), E::NotFinite);
    assert_eq!(of(Distribution::uniform(-1e308, 1e308)), E::TooWide);
    assert_eq!(of(Distribution::log_normal(700.0, 10.0)), E::TooWide);
    assert_eq!(of(Distribution::discrete(&[])), E::NoChoices);
    assert_eq!(of(Distribution::discrete(&[(1.0, -1.0), (2.0, 2.0)])), E::Weights);
    assert_eq!(of(Distribution::discrete(&[(1.0, 0.0), (2.0, 0.0)])), E::Weights);
    assert_eq!(of(Distribution::discrete(&[(nan, 1.0)])), E::NotFinite);
    let normal = Distribution::normal(0.0, 1.0).unwrap();
    assert_eq!(of(normal.truncated(Some(1.0), Some(-1.0))), E::MinAboveMax);
    assert_eq!(of(normal.truncated(Some(9.0), None)), E::NothingLeft);
    assert_eq!(of(normal.truncated(Some(1.0), Some(1.0))), E::NothingLeft);
    assert_eq!(of(normal.truncated(Some(nan), None)), E::NotFinite);
    assert_eq!(of(pert(0.0, 1.0, 2.0).truncated(Some(3.0), None)), E::NothingLeft);
    let discrete = Distribution::discrete(&[(1.0, 1.0), (5.0, 1.0)]).unwrap();
    assert_eq!(of(discrete.truncated(Some(2.0), Some(3.0))), E::NothingLeft);
    assert_eq!(E::LowAboveHigh.to_string(), "the low end is above the high end");
}

#[test]
fn no_probability_makes_it_panic() {
    let constants = [
        pert(2.0, 2.0, 2.0),
        Distribution::triangular(2.0, 2.0, 2.0).unwrap(),
        Distribution::log_uniform(2.0, 2.0).unwrap(),
        Distribution::discrete(&[(2.0, 1.0)]).unwrap(),
    ];
    for constant in &constants {
        assert_eq!((constant.mean(), constant.sd(), constant.central()), (2.0, 0.0, 2.0), "{constant}");
        assert_eq!((constant.cdf(1.9), constant.cdf(2.0)), (0.0, 1.0));
    }
    for distribution in all().into_iter().chain(constants) {
        let quick = Quantile::new(&distribution);
        let (low, high) = distribution.support();
        for p in [-1.0, -0.0, 0.0, 1e-300, f64::EPSILON / 2.0, 0.5, 1.0 - f64::EPSILON / 2.0, 1.0, 2.0, f64::NAN] {
            let value = distribution.quantile(p);
            assert!(value.is_finite() && (low..=high).contains(&value), "{distribution} at {p}");
            if p > 0.0 && p < 1.0 {
                let value = quick.at(p);
                assert!(value.is_finite() && (low..=high).contains(&value), "{distribution} at {p}: {value}");
            }
        }
    }
}

#[test]
fn a_prepared_distribution_gives_the_same_whatever_the_chunks_and_threads() {
    let quick = Quantile::new(&pert(900.0, 1000.0, 1300.0));
    let uniforms: Vec<f64> = (0..10_000).map(|k| (f64::from(k) + 0.5) / 10_000.0).collect();
    let mut whole = uniforms.clone();
    quick.fill(&mut whole);
    let mut parts = uniforms;
    thread::scope(|scope| {
        for part in parts.chunks_mut(777) {
            scope.spawn(|| quick.fill(part));
        }
    });
    assert_eq!(whole, parts);
}
