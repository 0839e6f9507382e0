//! Estimates at their limits: shares of none and all, percentiles, variances that no sample resolves, one input alone.

use crate::engine::{assessment, total_is_distinguishable};
use approx::{assert_abs_diff_eq, assert_relative_eq};
use forcesize::analysis::factors::{Factors, Group};
use forcesize::analysis::monte_carlo::{self, KEPT, MonteCarlo, SHARES};
use forcesize::analysis::resolution::Unresolved;
use forcesize::analysis::sobol_indices::{self, Index, Indices, RESAMPLES, SobolIndices};
use forcesize::language::{Language, Localizer};
use forcesize::model::{Assessment, MetricId};
use forcesize::report::{monte_carlo as spread, share, sobol_indices as shares};
use forcesize::uncertainty::confidence::{RetainedValues, Share, over_designs, t95, wilson};
use forcesize::uncertainty::sampler::Sampler;
use forcesize::uncertainty::summary::percentiles;
use rayon::prelude::*;
use serde_json::{Value, json};
use std::fmt::Write as _;

const KINDS: [Sampler; 3] = [Sampler::Sobol, Sampler::LatinHypercube, Sampler::Random];

/// Inputs, metrics and conditions of one's own.
fn scenario(inputs: &[(&str, &str)], metrics: &[(&str, &str)], conditions: &[String]) -> Assessment {
    let mut text = "purpose = \"observation\"\n".to_owned();
    for condition in conditions {
        let _ = write!(text, "[[condition]]\nthat = \"{condition}\"\n");
    }
    for (id, range) in inputs {
        let _ = write!(text, "[input.{id}]\nlabel = \"{id}\"\nassumed = \"a test\"\nbounds = \"any\"\n{range}\n");
    }
    for (id, formula) in metrics {
        let _ = write!(text, "[metric.{id}]\nformula = \"{formula}\"\nunit = \"1\"\nassumed = \"a test\"\n");
    }
    assessment(&text)
}

fn draw(scenario: &Assessment, kind: Sampler, samples: u64, seed: u64) -> MonteCarlo {
    monte_carlo::run(
        &scenario.calculation,
        &scenario.requests.conditions,
        monte_carlo::Settings { sampler: kind, samples, seed },
    )
    .unwrap()
}

fn indices(scenario: &Assessment, samples: u64, seed: u64, groups: &[Group]) -> SobolIndices {
    let settings = sobol_indices::Settings { base_samples: samples, seed, resamples: RESAMPLES, second_order: true };
    sobol_indices::run(&scenario.calculation, settings, &Factors::new(&scenario.calculation, groups).unwrap()).unwrap()
}

fn of<'a>(scenario: &Assessment, found: &'a SobolIndices, metric: &str) -> &'a Indices {
    &found.metrics[scenario.calculation.metric(metric).unwrap()]
}

/// Figures of statsmodels 0.14 (`proportion_confint(..., method="wilson")`) and of scipy's Student's t.
#[test]
fn wilsons_and_students_intervals_are_those_of_statsmodels_and_scipy() {
    for (held, samples, low, high) in [
        (0.0, 16_384.0, 0.0, 0.000_234_409_078_849_519_64),
        (16_384.0, 16_384.0, 0.999_765_590_921_150_5, 1.0),
        (3.0, 16_384.0, 6.227_429_304_373_082e-5, 0.000_538_259_880_137_264_5),
        (4.0, 1_000.0, 0.001_556_588_140_408_43, 0.010_239_556_277_262_255),
        (50.0, 100.0, 0.403_831_530_365_995_6, 0.596_168_469_634_004_4),
        (1.0, 10.0, 0.017_876_213_095_072_924, 0.404_150_026_795_238_54),
        (9_830.0, 16_384.0, 0.592_451_492_610_193_6, 0.607_452_808_894_792_4),
    ] {
        let found = wilson(held, samples);
        assert_abs_diff_eq!(found.0, low, epsilon = 1e-14);
        assert_abs_diff_eq!(found.1, high, epsilon = 1e-14);
    }
    for (freedom, quantile) in [
        (1, 12.706_204_736_174_694),
        (2, 4.302_652_729_749_462),
        (7, 2.364_624_251_592_784),
        (15, 2.131_449_545_559_776),
        (100, 1.983_971_518_523_551_8),
        (16_383, 1.960_108_795_839_692_6),
    ] {
        assert_relative_eq!(t95(freedom), quantile, max_relative = 1e-9);
    }
    let (mean, reach) = over_designs(&[0.91, 0.93, 0.92, 0.915, 0.925, 0.93, 0.905, 0.92]);
    assert_relative_eq!(mean, 0.919_375, max_relative = 1e-14);
    assert_relative_eq!(reach, 0.007_556_465_112_638_012, max_relative = 1e-9);
}

#[test]
fn a_share_has_a_t_interval_over_designs_and_wilsons_near_none_and_all() {
    let found = Share::of_designs(&[910, 930, 920, 915, 925, 930, 905, 920], 1_000);
    assert!(!found.conservative);
    assert_relative_eq!(found.ci.1 - found.share, 0.007_556_465_112_638_012, max_relative = 1e-9);
    assert_relative_eq!(found.error(8), 0.007_556_465_112_638_012 / 2.364_624_251_592_784, max_relative = 1e-9);
    // Designs that agree to the sample are not thereby exact.
    let alike = Share::of_designs(&[500; 8], 1_000);
    assert_relative_eq!(alike.ci.0, 0.5 - 3.0 / 8_000.0, max_relative = 1e-12);
    // A single design is one of independent samples.
    let random = Share::of_designs(&[50], 100);
    assert!(!random.conservative);
    assert_relative_eq!(random.ci.0, 0.403_831_530_365_995_6, max_relative = 1e-12);
    for (holds, conservative) in [([0; 8], true), ([0, 0, 1, 1, 1, 1, 0, 0], true), ([0, 1, 1, 1, 1, 1, 0, 0], false)] {
        let found = Share::of_designs(&holds, 2_048);
        assert_eq!(found.conservative, conservative, "{holds:?}");
        assert!(found.ci.0 <= found.share && found.share <= found.ci.1 && found.error(8) > 0.0);
        let others = Share::of_designs(&holds.map(|holds| 2_048 - holds), 2_048);
        assert_eq!(others.conservative, conservative);
        assert_abs_diff_eq!(others.ci.0, found.of_others().ci.0, epsilon = 1e-12);
    }
    assert_abs_diff_eq!(Share::of_designs(&[0; 8], 2_048).ci.1, 0.000_234_409_078_849_519_64, epsilon = 1e-14);
    assert!(Share::of_designs(&[], 0).share.is_nan());
}

#[test]
fn bounds_and_ends_are_rounded_outwards() {
    let words = Localizer::default();
    let shown = |holds: u64, samples: u64| share::of_samples(words, &Share::of_designs(&[holds], samples));
    assert_eq!(shown(0, 16_384), "below 0.03 %");
    assert_eq!(shown(16_384, 16_384), "above 99.97 %");
    assert_eq!(shown(3, 16_384), "below 0.06 %");
    assert_eq!(shown(0, 16), "below 20 %");
    assert_eq!(shown(16, 16), "above 80 %");
    assert_eq!(shown(0, 1 << 26), "below 0.000006 %");
    assert_eq!(shown(8_192, 16_384), "50 %");
    assert_eq!(share::of_samples(words, &Share::known(0.0)), "0 %");
    assert_eq!(share::of_samples(words, &Share::known(1.0)), "100 %");
    assert_eq!(share::inside(words, &Share::of_designs(&[0], 16_384)), "less than 0.03 %");
    let ends = |low: f64, high: f64| share::ends(words, (low, high));
    assert_eq!(ends(0.911_818_5, 0.926_931_5), ("91.1".to_owned(), "92.7".to_owned()));
    assert_eq!(ends(0.0, 0.000_234_4), ("0".to_owned(), "0.024".to_owned()));
    assert_eq!(ends(0.403, 0.597), ("40".to_owned(), "60".to_owned()));
    let german = Localizer::new(Language::German);
    assert_eq!(share::of_samples(german, &Share::of_designs(&[0], 16_384)), "unter 0,03\u{a0}%");
}

/// `x <= z` for one standard normal number and for the sum of five over the root of five, at the normal's own quantiles,
/// with 9 intervals in 10 of 200 holding the exact probability and percentile at the least.
#[test]
fn nine_in_ten_intervals_of_shares_and_percentiles_hold_the_exact_one() {
    const NORMAL: &str = "mean = 0\nsd = 1";
    // scipy's normal distribution at 0, 1.281552 and 3.431614.
    const AT: [(&str, f64); 3] =
        [("0.0", 0.5), ("1.281552", 0.900_000_076_246_176_7), ("3.431614", 0.999_699_999_553_557_5)];
    const EXACT: [f64; 5] =
        [-1.644_853_626_951_472_7, -0.674_489_750_196_081_7, 0.0, 0.674_489_750_196_081_7, 1.644_853_626_951_472_7];
    let metrics = [("one", "a"), ("five", "(a + b + c + d + e) / sqrt(5)")];
    let inputs = ["a", "b", "c", "d", "e"].map(|id| (id, NORMAL));
    let conditions: Vec<String> =
        metrics.iter().flat_map(|(id, _)| AT.map(|(at, _)| format!("{id} <= {at}"))).collect();
    let scenario = scenario(&inputs, &metrics, &conditions);
    for kind in KINDS {
        let held = |seed: u64| -> Vec<usize> {
            let drawn = draw(&scenario, kind, 1 << 14, seed);
            let inside = |(low, high): (f64, f64), exact: f64| usize::from(low <= exact && exact <= high);
            let shares = drawn.conditions.iter().zip(AT.iter().cycle());
            let mut found: Vec<usize> = shares.map(|(share, (_, exact))| inside(share.ci, *exact)).collect();
            for metric in ["one", "five"] {
                let spread = &drawn.spreads[scenario.calculation.metric(metric).unwrap()];
                found.extend(spread.percentile_cis.iter().zip(EXACT).map(|(ci, exact)| inside(*ci, exact)));
                found.extend([inside(spread.mean_ci, 0.0), inside(spread.sd_ci, 1.0)]);
                for (at, (low, high)) in spread.percentiles.iter().zip(spread.percentile_cis) {
                    assert!(low <= *at && *at <= high, "{kind}: {at} outside {low} to {high}");
                }
            }
            found
        };
        let each: Vec<Vec<usize>> = (0..200_u64).into_par_iter().map(held).collect();
        let all: Vec<usize> = (0..each[0].len()).map(|at| each.iter().map(|held| held[at]).sum()).collect();
        assert!(all.iter().all(|held| *held >= 180), "{kind}: of 200 {all:?}");
    }
    // Points that are spread evenly know more.
    let reach = |kind: Sampler| {
        let drawn = draw(&scenario, kind, 1 << 14, 1);
        let spread = &drawn.spreads[scenario.calculation.metric("five").unwrap()];
        (drawn.conditions[3].ci.1 - drawn.conditions[3].ci.0, spread.percentile_cis[2].1 - spread.percentile_cis[2].0)
    };
    let (points, random) = (reach(Sampler::Sobol), reach(Sampler::Random));
    assert!(points.0 < 0.5 * random.0 && points.1 < 0.5 * random.1, "{points:?} {random:?}");
}

/// The values 0 to 9,999 as one design: the shares are statsmodels' Wilson's of 500 and 5,000 of 10,000.
#[test]
fn percentiles_of_independent_samples_are_read_off_at_wilsons_ends() {
    let values: Vec<f64> = (0..10_000).map(f64::from).collect();
    let kept = RetainedValues { values: &values, designs: 1, samples: 10_000 };
    let found = kept.of_percentiles(&[0.05, 0.5], &[499.95, 4_999.5], |shares| percentiles(&values, shares));
    for ((low, high), exact) in found.iter().zip([
        (0.045_898_482_690_584_77, 0.054_447_115_843_024_16),
        (0.490_202_061_815_404_77, 0.509_797_938_184_595_2),
    ]) {
        assert_relative_eq!(*low, 9_999.0 * exact.0, max_relative = 1e-12);
        assert_relative_eq!(*high, 9_999.0 * exact.1, max_relative = 1e-12);
    }
    // Of ten samples all may well lie above the 5th percentile: it has no lower bound.
    let few = RetainedValues { values: &values[..10], designs: 1, samples: 10 };
    let (low, high) = few.of_percentiles(&[0.05], &[0.45], |shares| percentiles(&values[..10], shares))[0];
    assert!(low == f64::NEG_INFINITY && high.is_finite());
    let none = RetainedValues { values: &[f64::NAN; 16], designs: 8, samples: 16 };
    assert!(none.of_percentiles(&SHARES, &[f64::NAN; 5], |shares| vec![f64::NAN; shares.len()])[0].0.is_nan());
}

/// More samples than are kept: nine in ten intervals of 60 hold the exact percentile, and they become narrower.
#[test]
fn percentiles_beyond_what_is_kept_have_intervals_too() {
    let scenario = scenario(&[("a", "mean = 0\nsd = 1"), ("b", "mean = 0\nsd = 1")], &[("twofold", "a + b")], &[]);
    let exact = 1.644_853_626_951_472_7 * 2.0_f64.sqrt();
    let interval = |kind: Sampler, samples: u64, seed: u64| {
        draw(&scenario, kind, samples, seed).spreads[MetricId::from(0)].percentile_cis[4]
    };
    for kind in KINDS {
        let held =
            (0..60).map(|seed| interval(kind, 2 * KEPT, seed)).filter(|(low, high)| *low <= exact && exact <= *high);
        assert!(held.count() >= 54, "{kind}");
        let [all, more] = [KEPT, 8 * KEPT].map(|samples| {
            let (low, high) = interval(kind, samples, 1);
            high - low
        });
        assert!(0.0 < more && more < 0.7 * all, "{kind}: {more} after {all}");
    }
}

/// A scenario with a condition that never holds, one that always does, one that hardly does, and one that no sample
/// decides.
fn limits() -> Assessment {
    let conditions = ["twice <= 1", "twice >= 1", "twice <= 2.0002", "fixed >= 7", "fixed >= 8"].map(str::to_owned);
    scenario(
        &[("x", "low = 1\nhigh = 2"), ("seven", "value = 7")],
        &[("twice", "2 * x"), ("fixed", "seven")],
        &conditions,
    )
}

#[test]
fn none_of_the_samples_is_a_bound_and_not_certainty() {
    let mut scenario = limits();
    for kind in KINDS {
        let drawn = draw(&scenario, kind, 1 << 14, 1);
        let [never, always, hardly, known, not] = &drawn.conditions[..] else { panic!() };
        assert_eq!((never.share, always.share, known.share, not.share), (0.0, 1.0, 1.0, 0.0));
        assert!(never.conservative && always.conservative && hardly.conservative);
        assert!(never.mcse > 0.0 && always.mcse > 0.0);
        assert_eq!((known.ci, not.ci, known.mcse), ((1.0, 1.0), (0.0, 0.0), 0.0));
        // The exact probability is 0.0001.
        assert!(hardly.ci.0 <= 1e-4 && 1e-4 <= hardly.ci.1, "{hardly:?}");
        let document = spread::json(&scenario, &drawn);
        assert_abs_diff_eq!(
            document["conditions"][0]["share_ci"][1].as_f64().unwrap(),
            0.000_234_409_078_849_519_64,
            epsilon = 1e-12
        );
        assert_eq!(document["conditions"][0]["conservative"], true);
        assert_eq!(document["conditions"][3]["share_ci"], json!([1.0, 1.0]));
        let p95 = &document["metrics"]["twice"]["p95_ci"];
        assert!(p95[0].as_f64().unwrap() <= 3.9 && p95[1].as_f64().unwrap() >= 3.9, "{p95}");
        assert_eq!(document["metrics"]["fixed"]["p95_ci"], json!([7.0, 7.0]));
    }
    let drawn = draw(&scenario, Sampler::Sobol, 1 << 14, 1);
    for (language, below, above, certain) in [
        (
            Language::English,
            "none of 16,384 samples; its probability is below 0.03 %",
            "above 99.97 %",
            "holds in 100 %",
        ),
        (Language::German, "unter 0,03\u{a0}%", "über 99,97\u{a0}%", "gilt in 100 %"),
        (Language::French, "inférieure à 0,03\u{a0}%", "supérieure à 99,97\u{a0}%", "vrai dans 100 %"),
        (Language::Ukrainian, "нижче 0,03\u{a0}%", "вище 99,97\u{a0}%", "у 100 %"),
    ] {
        scenario.words = Localizer::new(language);
        let said = spread::sentences(&scenario, &drawn);
        let has =
            |condition: &str, text: &str| said.iter().any(|line| line.starts_with(condition) && line.contains(text));
        assert!(has("twice <= 1", below) && has("twice >= 1", above) && has("fixed >= 7", certain), "{said:#?}");
        // Nothing is bounded that is known.
        assert_eq!(said.iter().filter(|line| line.contains("0,03") || line.contains("0.03")).count(), 1, "{said:#?}");
    }
}

fn exactly(index: &Index, share: f64) {
    assert_eq!((index.first_order, index.total_order), (share, share), "{index:?}");
    assert_eq!((index.first_order_ci, index.total_order_ci), ((share, share), (share, share)), "{index:?}");
    assert_eq!(index.unresolved(), None);
}

const HEAVY: &str = "p5 = 0.0072\np95 = 139\ndistribution = \"lognormal\"";
const EVEN: &str = "low = 1\nhigh = 2";

#[test]
fn one_input_alone_has_exactly_everything_however_heavy_its_tail() {
    let metrics = [("alone", "1 / h"), ("other", "x"), ("both", "h * x"), ("edge", "max(x, 3) + y")];
    let scenario = scenario(&[("h", HEAVY), ("x", EVEN), ("y", EVEN)], &metrics, &[]);
    let at = |id: &str| scenario.calculation.input(id).unwrap();
    let groups = [Group::new("two", &[at("h"), at("x")]), Group::new("rest", &[at("x"), at("y")])];
    for seed in 0..5 {
        let found = indices(&scenario, 1 << 10, seed, &groups);
        let alone = of(&scenario, &found, "alone");
        for (index, share) in alone.inputs.iter().zip([1.0, 0.0, 0.0]) {
            exactly(index, share);
        }
        exactly(&alone.groups[0], 1.0);
        exactly(&alone.groups[1], 0.0);
        assert!(alone.pairs.is_empty());
        let other = of(&scenario, &found, "other");
        for (index, share) in other.inputs.iter().chain(&other.groups).zip([0.0, 1.0, 0.0, 1.0, 1.0]) {
            exactly(index, share);
        }
        // A group of all that a metric depends on has everything, even where its members are not resolved.
        let both = of(&scenario, &found, "both");
        exactly(&both.groups[0], 1.0);
        exactly(&both.inputs[2], 0.0);
        // What changes nothing in any sample leaves everything to the other.
        let edge = of(&scenario, &found, "edge");
        exactly(&edge.inputs[1], 0.0);
        exactly(&edge.inputs[2], 1.0);
        assert!(edge.inputs[1].used && (edge.pairs[0].index, edge.pairs[0].ci) == (0.0, (0.0, 0.0)));
    }
    let correlated = assessment(
        "purpose = \"observation\"\n[[correlation]]\nbetween = [\"x\", \"y\"]\nrank = 0.5\n\
         [input]\nx = { low = 1, high = 2, unit = \"1\", label = \"X\", assumed = \"a test\" }\n\
         y = { low = 1, high = 2, unit = \"1\", label = \"Y\", assumed = \"a test\" }\n\
         [metric]\nonly = { formula = \"x * x\", unit = \"1\", assumed = \"a test\" }\n",
    );
    exactly(&of(&correlated, &indices(&correlated, 64, 1, &[]), "only").groups[0], 1.0);
    // Undefined in a part of the samples, and still of nothing else.
    let root =
        self::scenario(&[("x", "low = -1\nhigh = 3"), ("y", EVEN)], &[("root", "sqrt(x)"), ("plus", "x + y")], &[]);
    let found = indices(&root, 64, 1, &[]);
    exactly(&of(&root, &found, "root").inputs[0], 1.0);
    assert!(of(&root, &found, "root").undefined > 0);
}

#[test]
fn the_case_of_one_lognormal_length_is_one_and_one() {
    let scenario = assessment(
        "purpose = \"observation\"\n[input]\n\
         peacekeepers = { value = 1_000, unit = \"troops\", assumed = \"x\" }\n\
         front_length = { p5 = 1, p95 = 1000, distribution = \"lognormal\", unit = \"km\", assumed = \"x\" }\n",
    );
    let metric = scenario.calculation.metric("front_density").unwrap();
    let found = indices(&scenario, 8_192, 1, &[]);
    let part = shares::section(&scenario, &found, &[metric]);
    let front = &part.json["metrics"]["front_density"]["inputs"]["front_length"];
    assert_eq!(
        front,
        &json!({ "first_order": 1.0, "first_order_ci": [1.0, 1.0], "total_order": 1.0, "total_order_ci": [1.0, 1.0],
            "distinguishable": true, "unresolved": null })
    );
    assert!(part.sentences[0].contains("100 %") && !part.sentences[0].contains("resolved"), "{:?}", part.sentences);
}

/// The same variance is a matter of a few samples: each design has its own, and the shares are not given.
#[test]
fn a_spread_too_heavy_to_resolve_is_not_resolved() {
    let heavy = [("product", "h * g"), ("pole", "1 / (x - y)"), ("plain", "x * y")];
    let inputs = [("h", HEAVY), ("g", HEAVY), ("x", EVEN), ("y", EVEN)];
    let mut scenario = scenario(&inputs, &heavy, &[]);
    for seed in 0..10 {
        let found = indices(&scenario, 1 << 12, seed, &[]);
        for metric in ["product", "pole"] {
            let indices = of(&scenario, &found, metric);
            for index in indices.inputs.iter().filter(|index| index.used) {
                assert_eq!(index.first_order_unresolved, Some(Unresolved::Heavy), "{metric}, seed {seed}: {index:?}");
                assert_eq!(index.total_order_unresolved, Some(Unresolved::Heavy));
                assert!(!index.is_distinguishable() && !total_is_distinguishable(index));
            }
            assert!(indices.pairs.iter().all(|pair| pair.unresolved == Some(Unresolved::Heavy)));
        }
        let plain = of(&scenario, &found, "plain");
        assert!(plain.inputs.iter().all(|index| index.unresolved().is_none()), "seed {seed}: {plain:?}");
    }
    let found = indices(&scenario, 1 << 12, 1, &[]);
    let metrics = [0, 1].map(MetricId::from);
    let part = shares::section(&scenario, &found, &metrics);
    let h = &part.json["metrics"]["product"]["inputs"]["h"];
    assert_eq!((&h["first_order"], &h["total_order_ci"]), (&Value::Null, &Value::Null));
    assert_eq!(h["unresolved"], "variance_not_known");
    assert_eq!(part.json["metrics"]["product"]["inputs"]["x"]["total_order"], 0.0);
    assert_eq!(part.json["metrics"]["product"]["second_order"]["h"]["g"]["index"], Value::Null);
    assert!(part.figures.is_empty(), "a chart without a share is not drawn");
    let (_, csv) = &part.files[0];
    assert!(csv.contains("product,input,h,total,,,,varies,variance_not_known"), "{csv}");
    for (language, said) in [
        (Language::English, "not resolved"),
        (Language::German, "nicht aufgelöst"),
        (Language::French, "n’est pas résolue"),
        (Language::Ukrainian, "установити не вдалося"),
    ] {
        scenario.words = Localizer::new(language);
        let part = shares::section(&scenario, &found, &metrics);
        for line in &part.sentences[..2] {
            assert!(line.contains(said), "{line}");
            assert!(!line.contains("variance-"), "{line}");
        }
        let cell = scenario.words.text("variance-not-resolved");
        assert!(part.tables[0].rows.iter().all(|row| row[1] == cell && row[2].is_empty() && row[3] == cell));
    }
}

/// So large that squares overflow: said, and no number.
#[test]
fn a_variance_beyond_all_numbers_is_not_resolved() {
    let scenario = scenario(&[("x", EVEN), ("y", EVEN)], &[("huge", "1e200 * x * y"), ("one", "1e200 * x")], &[]);
    let found = indices(&scenario, 256, 1, &[]);
    assert_eq!(of(&scenario, &found, "huge").inputs[0].unresolved(), Some(Unresolved::Heavy));
    exactly(&of(&scenario, &found, "one").inputs[0], 1.0);
    let said = shares::section(&scenario, &found, &[MetricId::from(0)]).sentences.remove(0);
    assert!(said.contains("beyond the largest number (overflow)"), "{said}");
}

/// With hardly any samples too: what is given lies inside its interval, and in words inside 0 to 1.
#[test]
fn no_estimate_lies_outside_its_own_interval() {
    let metrics = [("ratio", "h / x"), ("three", "x + y + z"), ("mixed", "x * y * z + w"), ("steep", "exp(3 * x) / y")];
    let inputs =
        [("h", "p5 = 1\np95 = 20\ndistribution = \"lognormal\""), ("x", EVEN), ("y", EVEN), ("z", EVEN), ("w", EVEN)];
    let scenario = scenario(&inputs, &metrics, &[]);
    for (samples, seed) in [64, 256, 1 << 10].into_iter().flat_map(|samples| (0..20).map(move |seed| (samples, seed))) {
        let found = indices(&scenario, samples, seed, &[]);
        for one in &found.metrics {
            assert!(one.variance_ci.0 <= one.variance && one.variance <= one.variance_ci.1);
            let orders = one.inputs.iter().flat_map(|index| {
                [
                    (index.first_order, index.first_order_ci, index.first_order_unresolved),
                    (index.total_order, index.total_order_ci, index.total_order_unresolved),
                ]
            });
            let pairs = one.pairs.iter().map(|pair| (pair.index, pair.ci, pair.unresolved));
            for (share, (low, high), unresolved) in orders.chain(pairs) {
                assert!(low <= share && share <= high, "{share} outside {low} to {high}");
                let given = unresolved.is_none();
                assert!(!given || ((-0.1..=1.1).contains(&share) && high - low <= 0.5), "{share} in {low} to {high}");
            }
        }
        for metric in found.metrics.keys() {
            let part = shares::section(&scenario, &found, &[metric]);
            let number = |text: &str| text.parse::<f64>().ok();
            for row in part.tables.iter().flat_map(|table| &table.rows) {
                for pair in row[1..].windows(2) {
                    let ends: Vec<f64> = pair[1].split(" to ").filter_map(number).collect();
                    if let (Some(share), [low, high]) = (number(&pair[0]), &ends[..]) {
                        assert!(*low <= share && share <= *high && (0.0..=1.0).contains(&share), "{row:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_heavy_tail_is_said_of_standard_deviations() {
    let scenario = scenario(&[("h", HEAVY), ("x", EVEN)], &[("tail", "h"), ("tame", "x")], &[]);
    let drawn = draw(&scenario, Sampler::Sobol, 1 << 14, 1);
    let said = spread::sentences(&scenario, &drawn).join("\n");
    assert!(said.contains("The standard deviation of Tail is not resolved"), "{said}");
    let document = spread::json(&scenario, &drawn);
    assert_eq!(document["metrics"]["tail"]["unresolved"], "variance_not_known");
    assert_eq!(document["metrics"]["tame"]["unresolved"], Value::Null);
    assert!(said.contains("The sampling error of these percentiles is largest for"), "{said}");
}
