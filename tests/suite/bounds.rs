//! No sample outside what an input declares: distributions cut at bounds, formulas that can be undefined, and what rank
//! correlations come to. Reference values are from scipy 1.17 (`truncnorm`, `lognorm`, quadrature over `norm`).

use crate::engine::{Shelf, assess, assessment};
use approx::assert_relative_eq;
use forcesize::analysis::monte_carlo::{Settings, run, stream};
use forcesize::diagnostic::Severity;
use forcesize::model::{Assessment, NoFiles, read_scenario};
use forcesize::scenario::FoundFile;
use forcesize::uncertainty::correlation::Copula;
use forcesize::uncertainty::distribution::Distribution;
use forcesize::uncertainty::limits::Limits;
use forcesize::uncertainty::sampler::Sampler;
use forcesize::uncertainty::ties::reached;

/// A scenario in which an input of the author's own, with bounds and other keys, is all that is uncertain.
fn own(bounds: &str, keys: &str) -> String {
    format!(
        "purpose = \"observation\"\n[input]\npeacekeepers = {{ value = 1_000, unit = \"troops\", assumed = \"a test\" }}\n\
        x = {{ label = \"X\", bounds = \"{bounds}\", assumed = \"a test\", {keys} }}\n\
        [metric.y]\nlabel = \"Y\"\nformula = \"2 * x\"\nunit = \"1\"\nassumed = \"a test\"\n"
    )
}

/// The complaints about a scenario: how grave, and the message with its advice.
fn said(content: &str) -> Vec<(Severity, String)> {
    let file = FoundFile { name: "x.toml".into(), identity: "x.toml".into(), content: content.to_owned() };
    let reading = read_scenario(file, &NoFiles, &[]);
    let all = reading.diagnostics.sorted();
    all.iter().map(|one| (one.severity, format!("{} | {}", one.message, one.help.join(" | ")))).collect()
}

/// The only complaint there is.
fn only(content: &str) -> (Severity, String) {
    let mut all = said(content);
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

fn range(scenario: &Assessment, id: &str) -> Distribution {
    scenario.calculation.inputs[scenario.calculation.input(id).unwrap()].range.clone().unwrap()
}

/// All values of an input that some samplers draw.
fn drawn(scenario: &Assessment, id: &str) -> Vec<f64> {
    let mut values = Vec::new();
    for (kind, seed) in [(Sampler::Sobol, 1), (Sampler::Sobol, 2), (Sampler::LatinHypercube, 1), (Sampler::Random, 1)] {
        let results = run(
            &scenario.calculation,
            &scenario.requests.conditions,
            Settings { sampler: kind, samples: 1 << 16, seed },
        )
        .unwrap();
        let column = results.uncertain.iter().position(|input| scenario.calculation.inputs[*input].id == id).unwrap();
        values.extend_from_slice(&results.inputs[column]);
    }
    values
}

/// Mean, deviation and percentiles of what is left, and the message with the share outside.
#[test]
fn distributions_are_cut_at_the_bounds_of_their_input() {
    let cases: [(&str, &str, &str, [f64; 5]); 5] = [
        (
            "positive",
            "mean = 100, sd = 60",
            "4.78 % of the range of `x` lies outside its bounds and is cut off, which moves what is written: mean 100 → 106.3",
            [
                106.268_187_202_063_49,
                54.165_405_093_966_93,
                21.507_325_350_252_273,
                103.595_930_972_547_07,
                200.108_653_039_166_48,
            ],
        ),
        (
            "non_negative",
            "mean = 100_000, sd = 30_000",
            "0.0429 % of the range of `x` lies outside its bounds and is cut off",
            [
                100_046.288_230_332_27,
                29_922.717_696_868_818,
                50_772.572_222_940_98,
                100_016.132_422_218_22,
                149_351.850_110_067_14,
            ],
        ),
        (
            "share",
            "mean = 50, sd = 20, unit = \"%\"",
            "1.24 % of the range of `x` lies outside its bounds and is cut off",
            [0.5, 0.190_919_497_268_916_13, 0.181_415_339_119_782_42, 0.5, 0.818_584_660_880_217_4],
        ),
        (
            "share",
            "p5 = 0.001, p95 = 0.9, distribution = \"lognormal\"",
            "4.5 % of the range of `x` lies outside its bounds and is cut off, which moves what is written: p5 0.001 → 0.0009551; p95 0.9 → 0.4638",
            [
                0.094_566_087_132_819_47,
                0.163_978_878_944_357_8,
                0.000_955_134_298_775_312_4,
                0.026_698_705_763_164_816,
                0.463_783_349_549_831_8,
            ],
        ),
        (
            "positive",
            "p5 = 10, p95 = 200, distribution = \"normal\"",
            "3.45 % of the range of `x` lies outside its bounds and is cut off, which moves what is written: p5 10 → 24.92",
            [109.571_652_426_885_1, f64::NAN, 24.924_703_331_730_797, 107.500_450_375_963_45, 200.980_514_939_009_03],
        ),
    ];
    for (bounds, keys, message, [mean, sd, p5, p50, p95]) in cases {
        let content = own(bounds, keys);
        let (severity, found) = only(&content);
        assert_eq!(severity, Severity::Warning);
        let (found, help) = found.split_once(" | ").unwrap();
        assert_eq!(found, message);
        assert!(["`min` or `max`", "PERT"].iter().all(|word| help.contains(word)), "{help}");
        assert_eq!(help.contains("lognormal"), !keys.contains("lognormal"), "{help}");
        let scenario = assessment(&content);
        let range = range(&scenario, "x");
        assert_relative_eq!(range.mean(), mean, max_relative = 1e-12);
        if sd.is_finite() {
            assert_relative_eq!(range.sd(), sd, max_relative = 1e-12);
        }
        for (share, value) in [(0.05, p5), (0.5, p50), (0.95, p95)] {
            assert_relative_eq!(range.quantile(share), value, max_relative = 1e-12);
        }
        // What is printed as its range are percentiles of the cut distribution: the ends are not its own.
        assert_relative_eq!(range.range().0, p5, max_relative = 1e-12);
        assert_relative_eq!(range.range().1, p95, max_relative = 1e-12);
        let values = drawn(&scenario, "x");
        let high = if bounds == "share" { 1.0 } else { f64::INFINITY };
        assert!(values.iter().all(|value| *value >= 0.0 && *value <= high));
        assert!(bounds != "positive" || values.iter().all(|value| *value > 0.0));
        #[expect(clippy::cast_precision_loss, reason = "some thousands")]
        let sampled = values.iter().sum::<f64>() / values.len() as f64;
        assert_relative_eq!(sampled, mean, max_relative = 2e-3);
    }
}

/// The central case is what was written, though mean and median are others.
#[test]
fn the_central_case_stays_as_written() {
    let value = |keys: &str| {
        let scenario = assessment(&own("positive", keys));
        scenario.calculation.inputs[scenario.calculation.input("x").unwrap()].value
    };
    assert_relative_eq!(value("mean = 100, sd = 60"), 100.0, max_relative = 1e-14);
    assert_relative_eq!(value("value = 90, mean = 100, sd = 60"), 90.0);
    assert_relative_eq!(value("p5 = 10, p95 = 200, distribution = \"normal\""), 105.0, max_relative = 1e-14);
}

/// 1e-4 is cut with a note and more with a warning; 5 % is cut and more is refused. The standard normal quantiles of
/// 1e-4 and of 5 % are -3.719 016 485 455 68 and -1.644 853 626 951 472 7.
#[test]
fn the_share_outside_decides_what_is_done() {
    let outside = |z: f64| own("non_negative", &format!("mean = {z}, sd = 1"));
    for (z, severity) in [
        (8.4, None),
        (8.0, Some(Severity::Note)),
        (3.719_1, Some(Severity::Note)),
        (3.718_9, Some(Severity::Warning)),
        (1.644_9, Some(Severity::Warning)),
        (1.644_8, Some(Severity::Error)),
        (0.1, Some(Severity::Error)),
    ] {
        assert_eq!(said(&outside(z)).first().map(|(severity, _)| *severity), severity, "{z}");
    }
    // Just 5 %, as an author would write it.
    let beyond = own("share", "p5 = 0.1, p95 = 1, distribution = \"lognormal\"");
    assert_eq!(only(&beyond).0, Severity::Warning);
    // Both sides together.
    let both = |sd: f64| only(&own("share", &format!("mean = 0.5, sd = {sd}"))).0;
    assert_eq!((both(0.255), both(0.256)), (Severity::Warning, Severity::Error));
    let note = only(&outside(4.0)).1;
    assert!(note.starts_with("0.00317 % of the range of `x` lies outside its bounds and is cut off"), "{note}");
    let refused = only(&own("share", "mean = 50, sd = 30, unit = \"%\"")).1;
    assert!(refused.starts_with("9.56 % of the range of `x` lies outside its bounds: it must be between 0 and 1"));
    assert!(["`min` or `max`", "lognormal", "PERT"].iter().all(|word| refused.contains(word)), "{refused}");
}

/// What the author's own limits cut off is not outside any more, and what is left counts as the whole.
#[test]
fn the_share_outside_is_what_the_authors_limits_leave() {
    assert!(said(&own("positive", "mean = 100, sd = 60, min = 0")).is_empty());
    assert!(said(&own("share", "mean = 50, sd = 30, min = 0, max = 100, unit = \"%\"")).is_empty());
    assert!(said(&own("positive", "p5 = 10, p95 = 90, max = 100, distribution = \"lognormal\"")).is_empty());
    // 4.78 % of all, 5.99 % of those up to 150.
    let refused = only(&own("positive", "mean = 100, sd = 60, max = 150"));
    assert!(refused.0 == Severity::Error && refused.1.starts_with("5.99 %"), "{refused:?}");
    // An open bound holds where the author's limit is on it.
    let scenario = assessment(&own("positive", "mean = 1, sd = 100, min = 0"));
    assert!(drawn(&scenario, "x").iter().all(|value| *value > 0.0));
    let half = range(&scenario, "x");
    assert!(half.quantile(0.0) > 0.0 && !half.has_ends());
    // Ends that are stated are the author's: what lies outside is wrong, as it was.
    for keys in [
        "low = -5, high = 10",
        "low = -5, mode = 3, high = 10",
        "value = 1, choices = [0, 1, 2]",
        "low = 0, mode = 3, high = 10",
    ] {
        let refused = only(&own("positive", keys));
        assert!(refused.0 == Severity::Error && refused.1.contains("must be greater than zero"), "{refused:?}");
    }
    let refused = only(&own("share", "choices = [0.5, 1.5]"));
    assert!(refused.1.starts_with("the high of `x` is 1.5, but must be between 0 and 1"), "{refused:?}");
    let scenario = assessment(&own("positive", "low = -5, mode = 3, high = 10, min = 0"));
    assert!(drawn(&scenario, "x").iter().all(|value| *value > 0.0 && *value <= 10.0));
    // An input that can be anything is not cut.
    assert!(said(&own("any", "mean = 1, sd = 60")).is_empty());
}

/// Inputs of the model, of members of a scope and of a parent that a scenario extends.
#[test]
fn every_input_with_bounds_is_held_to_them() {
    let member = "purpose = \"observation\"\n[contributor.land]\narmy_strength = { mean = 100, sd = 60, unit = \"troops\", assumed = \"a test\" }\n";
    let scenario = assessment(member);
    let range = range(&scenario, "contributor.land.army_strength");
    assert_relative_eq!(range.mean(), 106.268_187_202_063_49, max_relative = 1e-12);
    let front = "purpose = \"observation\"\n[input]\nfront_length = { mean = 100, sd = 60, unit = \"km\", assumed = \"a test\" }\n";
    let (severity, message) = said(front).into_iter().find(|(_, message)| message.contains("front_length")).unwrap();
    assert_eq!(severity, Severity::Warning);
    assert!(message.starts_with("4.78 % of the range of `front_length`"), "{message}");
    assert!(message.contains("mean 100 km → 106.3 km"), "{message}");
    let shelf = [("parent.toml".to_owned(), front.to_owned())];
    let child = assess("child.toml", "extends = \"parent.toml\"\n", &Shelf(&shelf)).unwrap();
    assert!(drawn(&child, "front_length").iter().all(|value| *value > 0.0));
}

/// The tables that samples come from and the exact inverse agree on the limits.
#[test]
fn no_draw_passes_a_limit_by_rounding() {
    let positive = Limits { low: 0.0, high: f64::INFINITY, is_open: true };
    let share = Limits { low: 0.0, high: 1.0, is_open: false };
    let cases = [
        (Distribution::normal(2e-6, 1e-6).unwrap(), positive),
        (Distribution::normal(1.0, 0.5).unwrap(), positive),
        (Distribution::normal(1.0 - 2e-9, 1e-9).unwrap(), share),
        (Distribution::log_normal(-1e-9, 1e-9).unwrap(), share),
        (Distribution::log_normal(-740.0, 10.0).unwrap(), positive),
        (Distribution::triangular(-1.0, 8.0, 9.0).unwrap(), positive),
        (Distribution::pert(-1.0, 8.0, 9.0, 4.0).unwrap(), positive),
        (Distribution::uniform(-0.01, 9.0).unwrap(), positive),
    ];
    for (range, limits) in cases {
        let inside = range.within(&limits).unwrap();
        let prepared = forcesize::uncertainty::quantile_table::Quantile::new(&inside);
        for at in [1e-300, 2.0_f64.powi(-53), 1e-12, 1e-9, 1.5e-5, 0.3, 0.5, 0.99, 1.0 - 1.6e-5, 1.0 - 1e-16] {
            for value in [prepared.at(at), inside.quantile(at)] {
                assert!(limits.contain(value), "{inside} at {at}: {value}");
            }
        }
    }
}

/// A scenario with two inputs and a metric.
fn with_formula(g: &str, formula: &str) -> String {
    format!(
        "purpose = \"observation\"\n[input]\ng = {{ label = \"G\", assumed = \"a test\", {g} }}\n\
        h = {{ low = 0, mode = 0.1, high = 0.4, label = \"H\", assumed = \"a test\" }}\n\
        [metric.m]\nlabel = \"M\"\nformula = \"{formula}\"\nunit = \"1\"\nassumed = \"a test\"\n"
    )
}

/// P(g < 0) is 2.275 % for a mean of 1 and a standard deviation of 0.5, P(g < 1) 50 %, P(g^2 < 2) 79.6 %.
#[test]
fn operations_without_a_result_are_warned_of_with_their_share() {
    let normal = "mean = 1, sd = 0.5";
    for (formula, message) in [
        ("1 / g", "`m` divides by `g`, which is zero or of the opposite sign in 2.3 % of samples"),
        ("h / (3 * g)", "`m` divides by `3 * g`, which is zero or of the opposite sign in 2.3 % of samples"),
        ("h / -g", "`m` divides by `-g`, which is zero or of the opposite sign in 2.3 % of samples"),
        ("sqrt(g)", "`m` takes the root of `g`, which is negative in 2.3 % of samples"),
        ("h + ln(g)", "`m` takes the logarithm of `g`, which is zero or negative in 2.3 % of samples"),
        (
            "g ^ 0.5",
            "`m` takes the power `g ^ 0.5`, whose base is outside its domain or beyond a pole in 2.3 % of samples",
        ),
        (
            "g ^ -1",
            "`m` takes the power `g ^ -1`, whose base is outside its domain or beyond a pole in 2.3 % of samples",
        ),
        (
            "g ^ -0.5",
            "`m` takes the power `g ^ -0.5`, whose base is outside its domain or beyond a pole in 2.3 % of samples",
        ),
        ("sqrt(2 - g * g)", "`m` takes the root of `2 - g * g`, which is negative in 20 % of samples"),
    ] {
        let (severity, found) = only(&with_formula(normal, formula));
        let (found, help) = found.split_once(" | ").unwrap();
        assert_eq!((severity, found), (Severity::Warning, message));
        assert!(help.contains("`min` or `max`"), "{help}");
    }
}

/// What is defined wherever inputs can be is not warned of, though plain intervals are in doubt.
#[test]
fn what_is_defined_everywhere_is_not_warned_of() {
    let normal = "mean = 1, sd = 0.5";
    for formula in [
        "1 / (g * g - g + 0.5)",
        "1 / (h * h - h + 0.5)",
        "sqrt(g * g)",
        "ln(g * g + 1)",
        "sqrt(g * g - 2 * g + 1.01)",
        "1 / (exp(g) - g)",
        "1 / max(g, 0.01)",
        "sqrt(max(g, 0)) + g ^ 2 + g ^ 3",
        "(g * g) ^ 0.5",
        "sqrt((g - h) * (g - h))",
        "1 / (1 + abs(g))",
    ] {
        assert_eq!(said(&with_formula(normal, formula)), Vec::new(), "{formula}");
    }
    // Bounds of the input keep it above zero, with the cut as the only thing to say.
    let (_, message) = only(&with_formula("bounds = \"positive\", mean = 1, sd = 0.5", "1 / g + sqrt(g) + ln(g)"));
    assert!(message.starts_with("2.28 % of the range of `g`"), "{message}");
    assert!(said(&with_formula("p5 = 0.1, p95 = 10, distribution = \"lognormal\"", "1 / g + ln(g)")).is_empty());
}

/// A pole that no sample hits, at an end of a range or inside it, is within reach; one in the far tails is noted.
#[test]
fn what_no_sample_hits_is_told_apart_from_what_cannot_be() {
    let normal = "mean = 1, sd = 0.5";
    for formula in ["1 / h", "ln(h)", "1 / (g - 1.1) ^ 2", "1 / abs(g - h)", "(g - 1.1) ^ -2"] {
        let (severity, message) = only(&with_formula(normal, formula));
        assert_eq!(severity, Severity::Warning, "{formula}");
        assert!(message.starts_with("`m` can be undefined within the ranges of its inputs | "), "{message}");
        assert!(message.contains("in none of the samples"), "{message}");
    }
    let (severity, message) = only(&with_formula("mean = 1, sd = 0.15", "1 / g"));
    assert_eq!(severity, Severity::Note);
    assert!(message.starts_with("in `m`, `g` can be zero or of the opposite sign"), "{message}");
    assert!(said(&with_formula("mean = 1, sd = 0.1", "1 / g")).is_empty());
}

/// A correlation decides whether a difference can vanish: with 0.99 it hardly does.
#[test]
fn shares_follow_the_correlations() {
    let scenario = |rank: f64| {
        format!(
            "{}[[correlation]]\nbetween = [\"g\", \"k\"]\nrank = {rank}\n",
            with_formula("mean = 1, sd = 0.5", "1 / (1 + g - k)")
                .replace("h = {", "k = { mean = 1, sd = 0.5, label = \"K\", assumed = \"a test\" }\nh = {")
        )
    };
    // P(z < -1 / (0.5 sqrt(2 - 2 rho))) with rho = 2 sin(pi r / 6): 2.64 % of samples at r = 0.45, 15.6 % at -0.95.
    for (rank, share) in [(0.45, "2.6"), (-0.95, "16")] {
        let (_, message) = only(&scenario(rank));
        assert!(message.contains(&format!("opposite sign in {share} % of samples")), "{message}");
    }
}

/// References: the double integral over the grid of choices, by `scipy.stats.multivariate_normal` and quadrature.
#[test]
fn rank_correlations_with_choices_are_what_the_copula_reaches() {
    let choices = |weights: &[f64]| {
        let values: Vec<(f64, f64)> =
            weights.iter().zip(1..).map(|(weight, value)| (f64::from(value), *weight)).collect();
        Distribution::discrete(&values).unwrap()
    };
    let normal = Distribution::normal(3.0, 2.0).unwrap();
    for (asked, weights, expected) in [
        (0.8, &[1.0, 9.0][..], 0.441_865_030_575_047_45),
        (-0.3, &[1.0, 2.0, 7.0], -0.241_533_864_313_746_63),
        (0.6, &[1.0, 1.0], 0.498_708_353_381_899_67),
        (0.9, &[1.0; 5], 0.879_096_033_496_354_9),
    ] {
        assert_relative_eq!(reached(asked, &normal, &choices(weights)), expected, max_relative = 1e-10);
        assert_relative_eq!(reached(asked, &choices(weights), &normal), expected, max_relative = 1e-10);
    }
    for (asked, one, other, expected) in [
        (0.8, &[1.0, 1.0][..], &[1.0, 9.0][..], 0.324_541_372_168_831_67),
        (0.8, &[1.0, 9.0], &[9.0, 1.0], 0.111_102_790_820_854_43),
        (-0.5, &[1.0, 2.0, 7.0], &[3.0, 3.0, 4.0], -0.361_425_988_653_273_74),
        (0.99, &[1.0, 1.0], &[1.0, 1.0], 0.914_132_071_579_208_7),
    ] {
        assert_relative_eq!(reached(asked, &choices(one), &choices(other)), expected, max_relative = 1e-6);
    }
    assert_relative_eq!(reached(0.7, &normal, &Distribution::uniform(0.0, 1.0).unwrap()), 0.7, max_relative = 1e-14);
    assert_relative_eq!(reached(0.7, &normal, &choices(&[1.0])), 0.0);
}

fn correlated(first: &str, second: &str, rank: f64) -> String {
    format!(
        "purpose = \"observation\"\n[input]\na = {{ label = \"A\", assumed = \"a test\", {first} }}\n\
        b = {{ label = \"B\", assumed = \"a test\", {second} }}\n\
        [metric.m]\nlabel = \"M\"\nformula = \"a + b\"\nunit = \"1\"\nassumed = \"a test\"\n\
        [[correlation]]\nbetween = [\"a\", \"b\"]\nrank = {rank}\n"
    )
}

#[test]
fn a_rank_correlation_that_is_missed_is_said() {
    let (severity, message) = only(&correlated("low = 1, high = 2", "choices = [1, 2], weights = [1, 9]", 0.8));
    assert_eq!(severity, Severity::Warning);
    assert!(
        message.starts_with("a rank correlation of 0.8 is stated for `a` and `b`, and 0.44 is reached"),
        "{message}"
    );
    assert!(said(&correlated("low = 1, high = 2", "mean = 1, sd = 2", 0.8)).is_empty());
    // 0.0199 are missed by many choices of a weak correlation, and are not worth a word.
    let many: Vec<String> = (1..=20).map(|choice| choice.to_string()).collect();
    assert!(said(&correlated("low = 1, high = 2", &format!("choices = [{}]", many.join(", ")), 0.5)).is_empty());
}

fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut ranks = vec![0.0; values.len()];
    let mut rank = 0.0;
    for equal in order.chunk_by(|a, b| values[*a].total_cmp(&values[*b]).is_eq()) {
        #[expect(clippy::cast_precision_loss, reason = "some thousands")]
        let count = equal.len() as f64;
        for at in equal {
            ranks[*at] = rank + (count - 1.0) / 2.0;
        }
        rank += count;
    }
    ranks
}

fn spearman(a: &[f64], b: &[f64]) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "some thousands")]
    let middle = (a.len() as f64 - 1.0) / 2.0;
    let (a, b) = (ranks(a), ranks(b));
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| (a - middle) * (b - middle)).sum::<f64>();
    dot(&a, &b) / (dot(&a, &a) * dot(&b, &b)).sqrt()
}

/// Every design has one number in each slice of every input, and the ranks are as stated; in one input, as the copula
/// reaches it for choices.
#[test]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "numbers of slices")]
fn latin_hypercubes_keep_their_slices_under_correlation() {
    let scenario = assessment(
        "purpose = \"observation\"\n[input]\n\
        peacekeepers = { low = 1_000, mode = 2_000, high = 8_000, unit = \"troops\", role = \"uncertainty\", assumed = \"x\" }\n\
        front_length = { p5 = 50, p95 = 900, distribution = \"lognormal\", unit = \"km\", assumed = \"x\" }\n\
        area = { choices = [100, 200, 300], weights = [1, 2, 7], unit = \"km²\", assumed = \"x\" }\n\
        population = { low = 1_000, high = 9_000, unit = \"people\", assumed = \"x\" }\n\
        [[correlation]]\nbetween = [\"peacekeepers\", \"front_length\"]\nrank = 0.6\n\
        [[correlation]]\nbetween = [\"front_length\", \"area\"]\nrank = -0.3\n\
        [[correlation]]\nbetween = [\"front_length\", \"population\"]\nrank = -0.4\n",
    );
    let settings = Settings { sampler: Sampler::LatinHypercube, samples: 4096, seed: 1 };
    let results = run(&scenario.calculation, &scenario.requests.conditions, settings).unwrap();
    let column = |id: &str| {
        let input = scenario.calculation.input(id).unwrap();
        results.inputs[results.uncertain.iter().position(|known| *known == input).unwrap()].clone()
    };
    for id in ["peacekeepers", "front_length", "population"] {
        let range = range(&scenario, id);
        for design in column(id).chunks(512) {
            let mut slices: Vec<usize> = design.iter().map(|value| (range.cdf(*value) * 512.0) as usize).collect();
            slices.sort_unstable();
            assert!(slices.iter().copied().eq(0..512), "{id}");
        }
    }
    for design in column("area").chunks(512) {
        let count = |choice: f64| design.iter().filter(|value| value.total_cmp(&choice).is_eq()).count();
        assert!(count(100.0).abs_diff(51) <= 1 && count(200.0).abs_diff(102) <= 1, "{} {}", count(100.0), count(200.0));
    }
    let front = column("front_length");
    for (other, expected) in [("peacekeepers", 0.6), ("area", -0.241_533_864_313_746_63), ("population", -0.4)] {
        let found = spearman(&front, &column(other));
        assert!((found - expected).abs() < 0.01, "{other}: {found} for {expected}");
    }
    let found = spearman(&column("peacekeepers"), &column("population"));
    assert!(found.abs() < 0.01, "{found} for inputs of which nothing is stated");
    // Samples that are streamed are the same.
    let mut streamed: Vec<f64> = Vec::new();
    let place =
        results.uncertain.iter().position(|input| scenario.calculation.inputs[*input].id == "front_length").unwrap();
    let each = |chunks: &[forcesize::analysis::monte_carlo::Chunk]| {
        streamed.extend(chunks.iter().flat_map(|chunk| chunk.inputs[place].iter().copied()));
        Ok::<(), ()>(())
    };
    assert_eq!(stream(&scenario.calculation, settings, each).unwrap(), Ok(()));
    assert!(streamed.len() == front.len() && ranks(&streamed).len() == front.len());
    let sorted = |mut values: Vec<f64>| {
        values.sort_by(f64::total_cmp);
        values
    };
    assert_eq!(sorted(streamed), sorted(front));
}

/// Only a hypercube that fits into memory can be put in order, and the copula says which.
#[test]
fn what_is_too_long_to_be_put_in_order_is_known() {
    let copula = Copula::new(3, &[(0, 2, 0.5)]).unwrap();
    assert!(
        copula.keeps_slices(Sampler::LatinHypercube, 1 << 25) && !copula.keeps_slices(Sampler::LatinHypercube, 1 << 26)
    );
    assert!(!copula.keeps_slices(Sampler::Sobol, 16));
    assert_eq!(copula.members(), [0, 2]);
}

/// Members of a scope share a formula: the one that is concerned most is named, once.
#[test]
fn members_with_one_formula_are_warned_of_together() {
    let members: String = [("north", 0.4), ("south", 0.5), ("west", 0.1)]
        .map(|(name, sd)| format!("[site.{name}]\nrate = {{ mean = 1, sd = {sd}, assumed = \"a test\" }}\n"))
        .concat();
    let content = format!(
        "purpose = \"observation\"\n[scope.site]\nlabel = \"Site\"\n[scope.site.input.rate]\nlabel = \"Rate\"\n{members}\
        [metric.time]\nlabel = \"Time\"\nper = \"site\"\nformula = \"1 / rate\"\nunit = \"1\"\nassumed = \"a test\"\n\
        [metric.all]\nlabel = \"All\"\nformula = \"1 / sum(rate)\"\nunit = \"1\"\nassumed = \"a test\"\n"
    );
    let all = said(&content);
    let warned: Vec<&String> =
        all.iter().filter(|(grave, _)| *grave == Severity::Warning).map(|(_, text)| text).collect();
    assert_eq!(warned.len(), 1, "{all:?}");
    assert!(
        warned[0].starts_with("`site.south.time` divides by `rate`, which is zero or of the opposite sign in 2.3 %")
    );
    assert!(warned[0].contains("the same is true of one other member"), "{warned:?}");
}

/// Programs are told which complaint is a note, and it counts as no warning; results have what is reached.
#[test]
fn programs_see_notes_and_what_correlations_reach() {
    let file = |content: String| FoundFile { name: "x.toml".into(), identity: "x.toml".into(), content };
    let reading = read_scenario(file(own("positive", "mean = 4, sd = 1")), &NoFiles, &[]);
    assert_eq!((reading.diagnostics.counts(), reading.diagnostics.notes()), ((0, 0), 1));
    let verdict = forcesize::report::complaints::Verdict {
        texts: reading.texts,
        diagnostics: reading.diagnostics,
        ..Default::default()
    };
    let document = forcesize::report::complaints::json(&verdict);
    assert_eq!((&document["warnings"], &document["complaints"][0]["severity"]), (&0.into(), &"note".into()));
    let scenario = assessment(&correlated("low = 1, high = 2", "choices = [1, 2], weights = [1, 9]", 0.8));
    let results = run(
        &scenario.calculation,
        &scenario.requests.conditions,
        Settings { sampler: Sampler::Sobol, samples: 16, seed: 1 },
    )
    .unwrap();
    let document = forcesize::report::monte_carlo::json(&scenario, &results);
    let reached = document["correlations"][0]["reached"].as_f64().unwrap();
    assert_relative_eq!(reached, 0.441_865_030_575_047_45, max_relative = 1e-10);
    let sentences = forcesize::report::monte_carlo::sentences(&scenario, &results);
    assert!(sentences.iter().any(|one| one.contains("0.8 is stated, 0.44 is reached")), "{sentences:?}");
    let slices = Settings { sampler: Sampler::LatinHypercube, samples: 1 << 26, seed: 1 };
    let mut many = results;
    many.settings = slices;
    let sentences = forcesize::report::monte_carlo::sentences(&scenario, &many);
    assert!(sentences.iter().any(|one| one.contains("one in each slice of B under correlation")), "{sentences:?}");
}

/// A pole that does not change its sign is in no sample, and is warned of all the same.
#[test]
fn poles_without_a_change_of_sign_are_warned_of() {
    for formula in ["1 / (g * g)", "1 / g ^ 2", "1 / abs(g)", "1 / sqrt(g * g)", "1 / ((g - 2) * (g - 2))"] {
        let scenario = format!(
            "purpose = \"interposition\"\n[input]\n\
            g = {{ label = \"g\", mean = 1, sd = 0.5, unit = \"1\", assumed = \"x\" }}\n\
            [metric.near]\nformula = \"{formula}\"\nunit = \"1\"\nassumed = \"x\"\n"
        );
        let file = FoundFile { name: "x".into(), identity: "x".into(), content: scenario };
        let reading = read_scenario(file, &NoFiles, &[]);
        let said = reading.diagnostics.plain(&reading.texts);
        assert!(said.contains("warning: `near`"), "{formula}\n{said}");
    }
}
