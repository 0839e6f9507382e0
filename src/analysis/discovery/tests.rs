//! Boxes that are known, and those that another program finds.

use super::find;
use super::peel::peel;
use super::region::{Limit, Variable, at_least, p_values};
use crate::analysis::interrupt::Interrupt;
use approx::{assert_abs_diff_eq, assert_relative_eq};

/// Random numbers from a seed (`splitmix64`): the samples that the other program was given.
struct Random(u64);

impl Random {
    /// A number in `[0, 1)`.
    fn share(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^= bits >> 31;
        f64::from((bits >> 32) as u32) / 4_294_967_296.0
    }
}

/// Columns of numbers between 0 and 1, drawn sample by sample.
fn columns(inputs: usize, samples: usize, seed: u64) -> Vec<Vec<f64>> {
    let mut random = Random(seed);
    let mut columns = vec![Vec::new(); inputs];
    for _ in 0..samples {
        for column in &mut columns {
            column.push(random.share());
        }
    }
    columns
}

fn variables(columns: &[Vec<f64>]) -> Vec<Variable<'_>> {
    columns.iter().map(|values| Variable { values, choices: &[] }).collect()
}

fn where_fails(columns: &[Vec<f64>], fails: impl Fn(&[f64]) -> bool) -> Vec<bool> {
    (0..columns[0].len())
        .map(|sample| fails(&columns.iter().map(|column| column[sample]).collect::<Vec<f64>>()))
        .collect()
}

/// A step, the samples inside, those that fail, and the limits.
type Passed<'a> = (usize, u64, u64, &'a [(usize, Limit)]);

/// `ema_workbench` 2.5.3, Prim(threshold 0.5, `PRIMObjectiveFunctions.ORIGINAL`, `peel_alpha` 0.05, `mass_min` 0.05), on
/// these 1,000 samples, of which 293 fail: coverage, density and limits of boxes on the way.
#[test]
fn peeling_passes_through_the_boxes_of_another_program() {
    let columns = columns(4, 1000, 1);
    let fails = where_fails(&columns, |x| x[0] + x[1] * x[1] - 0.3 * x[2] > 0.9);
    assert_eq!(fails.iter().filter(|fails| **fails).count(), 293);
    let steps = peel(&variables(&columns), &fails, 0.05, Interrupt::NEVER).unwrap();
    let ema: [Passed<'_>; 4] = [
        (10, 595, 280, &[(0, Limit::Low(0.148_785_229_539_498_7)), (1, Limit::Low(0.299_205_082_119_442_5))]),
        (21, 335, 238, &[(0, Limit::Low(0.320_748_986_443_504_7)), (1, Limit::Low(0.492_668_198_421_597_5))]),
        (
            30,
            208,
            181,
            &[
                (0, Limit::Low(0.543_803_129_461_593_9)),
                (1, Limit::Low(0.515_887_285_117_06)),
                (2, Limit::High(0.970_565_659_110_434_4)),
            ],
        ),
        (
            41,
            114,
            114,
            &[
                (0, Limit::Low(0.629_645_909_415_558)),
                (1, Limit::Low(0.658_927_308_744_750_9)),
                (2, Limit::High(0.970_565_659_110_434_4)),
            ],
        ),
    ];
    for (step, samples, failing, limits) in ema {
        let found = &steps[step];
        assert_eq!((found.inside.samples, found.inside.fails), (samples, failing), "step {step}");
        assert_eq!(found.region.limits.len(), limits.len(), "step {step}: {found:?}");
        for ((variable, limit), (other, expected)) in found.region.limits.iter().zip(limits) {
            assert_eq!(variable, other);
            match (limit, expected) {
                (Limit::Low(a), Limit::Low(b)) | (Limit::High(a), Limit::High(b)) => {
                    assert_relative_eq!(a, b, max_relative = 1e-12);
                }
                other => panic!("{other:?}"),
            }
        }
    }
    // Its quasi-p-values, by which it tests each limit alone: here each input has one.
    let at = &steps[21].region;
    let p = p_values(at, &variables(&columns), &fails);
    for ((_, p), expected) in p.iter().zip([2.455_458_208_053_573e-12, 9.703_485_226_179_18e-30]) {
        assert_relative_eq!(*p, expected, max_relative = 1e-6);
    }
}

#[test]
fn a_box_that_is_known_is_found_and_nothing_else_restricted() {
    for seed in 0..20 {
        let columns = columns(6, 4000, seed);
        let fails = where_fails(&columns, |x| x[0] > 0.7 && x[3] < 0.3);
        let (_, region) = find(&variables(&columns), &fails, 0.05, Interrupt::NEVER).unwrap();
        assert_eq!(region.variables(), [0, 3], "seed {seed}: {region:?}");
        let [(_, Limit::Low(low)), (_, Limit::High(high))] = region.limits[..] else { panic!("{region:?}") };
        // The samples are 1/4000 apart, those in the other side of the box 1/1200.
        assert_abs_diff_eq!(low, 0.7, epsilon = 0.004);
        assert_abs_diff_eq!(high, 0.3, epsilon = 0.004);
    }
}

#[test]
fn noise_gives_no_box_or_a_poor_one() {
    let mut boxes = 0;
    for seed in 0..10 {
        let columns = columns(5, 1000, seed);
        let fails = where_fails(&columns, |x| x[4] < 0.3);
        // The input that decides is not among those looked at.
        let (_, region) = find(&variables(&columns[..4]), &fails, 0.05, Interrupt::NEVER).unwrap();
        boxes += region.limits.len();
    }
    assert!(boxes <= 40, "{boxes}");
}

#[test]
fn choices_are_kept_or_not() {
    let mut columns = columns(3, 3000, 5);
    for value in &mut columns[1] {
        *value = (*value * 3.0).floor() * 10.0;
    }
    let fails = where_fails(&columns, |x| x[0] > 0.5 && (x[1] - 10.0).abs() > 1.0);
    let choices = [0.0, 10.0, 20.0];
    let mut variables = variables(&columns);
    variables[1].choices = &choices;
    let (_, region) = find(&variables, &fails, 0.05, Interrupt::NEVER).unwrap();
    assert_eq!(region.limits[1], (1, Limit::Not(10.0)));
    assert_eq!(region.limits.len(), 2, "{region:?}");
    assert_abs_diff_eq!(
        match region.limits[0].1 {
            Limit::Low(low) => low,
            other => panic!("{other:?}"),
        },
        0.5,
        epsilon = 0.004
    );
}

/// scipy.stats.binom.sf(k - 1, n, p), 1.17.1.
#[test]
fn binomial_tails_are_exact() {
    for (k, n, p, tail) in [
        (7, 10, 0.5, 0.171_875),
        (3, 10, 0.5, 0.945_312_5),
        (60, 100, 0.5, 0.028_443_966_820_490_444),
        (950, 1000, 0.9, 5.995_167_632_379_592e-9),
        (300, 1000, 0.35, 0.999_645_499_609_041_1),
        (20_000, 65_536, 0.3, 0.001_969_528_213_541_118_7),
    ] {
        assert_relative_eq!(at_least(k, n, p), tail, max_relative = 1e-9);
    }
    assert_relative_eq!(at_least(0, 10, 0.3), 1.0);
    assert_relative_eq!(at_least(5, 10, 1.0), 1.0);
    assert_relative_eq!(at_least(5, 10, 0.0), 0.0);
}
