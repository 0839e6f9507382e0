//! Metrics that do not move or have no value are called what they are, in every output; searches judge what they find
//! by the scale where they find it.

use crate::engine::assessment;
use forcesize::analysis::break_even::{BreakEven, Crossing, CrossingKind, scan};
use forcesize::analysis::elasticity::{Elasticity, elasticities};
use forcesize::analysis::goal_seek::{SeekResult, seek};
use forcesize::analysis::monte_carlo::Settings;
use forcesize::analysis::scan::Scan;
use forcesize::model::{Assessment, Axis, Goal, Measure};
use forcesize::quantity::comparison::Comparison;
use forcesize::uncertainty::sampler::Sampler;
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// Posts that are four whatever the line, a ratio of the line to itself, one too large for a double in most samples and
/// one in all, undefined ones, one that no range reaches, and one that moves.
const STILL: &str = "title = \"Still\"\npurpose = \"observation\"\n[input]\n\
    peacekeepers = { value = 1_000, unit = \"troops\", assumed = \"x\" }\n\
    front_length = { low = 350, high = 390, unit = \"km\", assumed = \"x\" }\n\
    post_spacing = { value = 100, unit = \"km\", assumed = \"x\" }\n\
    z = { value = 0, label = \"Z\", unit = \"1\", bounds = \"any\", assumed = \"x\" }\n";

const METRICS: [(&str, &str); 8] = [
    ("steps", "ceil(front_length / post_spacing)"),
    ("itself", "front_length / front_length * 3"),
    ("mostly", "exp(front_length / post_spacing * 200)"),
    ("large", "exp(front_length / post_spacing * 300)"),
    ("huge", "exp(front_length / post_spacing * 120)"),
    ("over_zero", "front_length / post_spacing / z"),
    ("fixed", "post_spacing / post_spacing + 6"),
    ("moves", "front_length / post_spacing"),
];

fn still(lang: &str, rest: &str) -> String {
    let metrics = METRICS.map(|(name, formula)| {
        format!("[metric.{name}]\nlabel = \"{name}\"\nformula = \"{formula}\"\nunit = \"1\"\nassumed = \"x\"\nheadline = true\n")
    });
    format!("lang = \"{lang}\"\n{STILL}{}{rest}", metrics.concat())
}

const ASKED: &str = "[monte_carlo]\nsamples = 1024\n[sensitivity]\nsamples = 256\n\
    [[condition]]\nthat = \"steps >= 4\"\n[[condition]]\nthat = \"over_zero >= 4\"\n\
    [[condition]]\nthat = \"large >= 4\"\n[[condition]]\nthat = \"moves >= 3.7\"\n";

fn forcesize(folder: &Path, args: &[&str]) -> String {
    let mut command = Command::new(crate::engine::program());
    let output = command.args(args).current_dir(folder).stdin(Stdio::null()).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let (stdout, stderr) = (text(output.stdout), text(output.stderr));
    assert!(output.status.success() && !stderr.contains("panicked"), "{args:?}\n{stdout}\n{stderr}");
    stdout
}

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, content) in files {
        fs::write(folder.path().join(name), content).unwrap();
    }
    folder
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// Localizer of a text with single spaces, as lines are broken anywhere.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn samples_say_what_is_constant_undefined_too_large_or_not_reached() {
    let folder = folder(&[("s.toml", &still("en", ASKED))]);
    let text = flat(&forcesize(folder.path(), &["monte-carlo", "s.toml"]));
    for sentence in [
        "Undefined in all samples: over_zero.",
        "Beyond the largest number (overflow) in all samples: large.",
        "The same in all samples:",
        "steps, itself",
        "mostly is beyond the largest number (overflow) in",
        "steps >= 4: holds in 100 % of samples. Its metric is the same in all samples.",
        "over_zero >= 4: holds in 0 % of samples. Its metric is undefined in all samples.",
        "large >= 4: holds in 0 % of samples. Its metric is beyond the largest number (overflow) in all samples.",
    ] {
        assert!(text.contains(sentence), "`{sentence}` is not in\n{text}");
    }
    let not_reached = text.split("Not affected by any uncertain input: ").nth(1).unwrap().split('.').next().unwrap();
    assert!(not_reached.contains("fixed") && !not_reached.contains("steps") && !not_reached.contains("over_zero"));
    let found = json(&forcesize(folder.path(), &["monte-carlo", "--json", "s.toml"]));
    let csv = forcesize(folder.path(), &["monte-carlo", "--csv", "s.toml"]);
    for (metric, standing) in [
        ("steps", "constant"),
        ("itself", "constant"),
        ("mostly", "varies"),
        ("large", "overflow"),
        ("over_zero", "undefined"),
        ("fixed", "not_reached"),
        ("moves", "varies"),
    ] {
        assert_eq!(found["metrics"][metric]["standing"], standing, "{metric}");
        let samples = csv.lines().next().unwrap().contains("standing");
        let row = csv.lines().find(|line| line.starts_with(&format!("{metric},")));
        assert!(!samples || row.unwrap().ends_with(standing), "{csv}");
    }
    // 1 - (354.8914 - 350) / 40 of the lines are too long: e^709.78 is the largest number.
    let share = found["metrics"]["mostly"]["undefined"].as_f64().unwrap() / 1024.0;
    assert!((share - (1.0 - (0.5 * 709.782_712_893 - 350.0) / 40.0)).abs() < 2e-3, "{share}");
    let conditions: Vec<&Value> = found["conditions"].as_array().unwrap().iter().map(|one| &one["standing"]).collect();
    assert_eq!(conditions, ["constant", "undefined", "overflow", "varies"]);
}

#[test]
fn sensitivities_say_it_too() {
    let folder = folder(&[("s.toml", &still("en", ASKED))]);
    let of = |method: &str, metric: &str, form: &[&str]| {
        forcesize(folder.path(), &[&["sensitivity", "s.toml", "--method", method, "--metric", metric], form].concat())
    };
    for (metric, sobol, swings, standing) in [
        ("steps", "The same in all samples: steps.", "steps stays at 4 at every point tried in the range", "constant"),
        ("itself", "The same in all samples: itself.", "itself stays at 3 at every point", "constant"),
        ("over_zero", "Undefined in all samples: over_zero.", "over_zero is undefined at every point", "undefined"),
        (
            "large",
            "(overflow) in all samples: large.",
            "large is beyond the largest number (overflow) at every point",
            "overflow",
        ),
        (
            "fixed",
            "Not affected by any uncertain input: fixed.",
            "fixed is not affected by any input with a range.",
            "not_reached",
        ),
    ] {
        let (by_variance, by_swing) = (flat(&of("sobol", metric, &[])), flat(&of("oat", metric, &[])));
        assert!(by_variance.contains(sobol), "{by_variance}");
        assert!(by_swing.contains(swings), "{by_swing}");
        for text in [&by_variance, &by_swing] {
            assert!(metric == "fixed" || !text.contains("ffected by any"), "{text}");
            assert!(!text.contains("explain: .") && !text.contains("explain:."), "{text}");
        }
        for method in ["sobol", "oat"] {
            let found = json(&of(method, metric, &["--json"]));
            assert_eq!(found["metrics"][metric]["standing"], standing, "{method} {metric}");
        }
    }
    // A number, but one whose square is none.
    let huge = flat(&of("sobol", "huge", &[]));
    assert!(huge.contains("The variance of huge is beyond the largest number (overflow)"), "{huge}");
    let moves = flat(&of("sobol", "moves", &[]));
    assert!(moves.contains("100 %"), "{moves}");
}

#[test]
fn searches_of_conditions_say_it_and_use_the_samples_asked_for() {
    let folder = folder(&[("s.toml", &still("en", ASKED))]);
    for (number, sentence) in [
        ("1", "Its metric is the same in all samples."),
        ("2", "Its metric is undefined in all samples."),
        ("3", "Its metric is beyond the largest number (overflow) in all samples."),
    ] {
        let text = flat(&forcesize(folder.path(), &["discover", "s.toml", "--condition", number]));
        assert!(text.contains(sentence), "{text}");
    }
    // 131,072 is twice as many as a spread keeps; 100,000 are rounded up to it.
    for (asked, used) in [("131072", 131_072), ("100000", 131_072), ("200", 256)] {
        let args = ["discover", "s.toml", "--condition", "4", "--samples", asked, "--json"];
        let found = json(&forcesize(folder.path(), &args));
        assert_eq!(found["samples"], used);
        // The condition fails below 370 km, which is half of the range.
        let fails = found["fails"].as_u64().unwrap();
        assert!(fails.abs_diff(used / 2) <= 1, "{found}");
    }
}

#[test]
fn four_languages_have_the_sentences() {
    for (lang, sentences) in [
        ("de", ["In allen Stichproben gleich", "In allen Stichproben nicht definiert: over_zero", "(Überlauf): large"]),
        (
            "fr",
            [
                "Identique dans tous les tirages",
                "Non défini dans tous les tirages : over_zero",
                "dans tous les tirages : large",
            ],
        ),
        ("uk", ["Однаково в усіх вибірках", "Не визначено в жодній вибірці: over_zero", "в усіх вибірках: large"]),
    ] {
        let folder = folder(&[("s.toml", &still(lang, ASKED))]);
        let text = flat(&forcesize(folder.path(), &["monte-carlo", "s.toml"]));
        for sentence in sentences {
            assert!(text.replace(['\u{a0}', '\u{202f}'], " ").contains(sentence), "`{sentence}` is not in\n{text}");
        }
    }
}

#[test]
fn too_large_is_not_called_undefined_or_blamed_on_a_division() {
    let folder = folder(&[("s.toml", &still("en", ""))]);
    let output = |args: &[&str]| {
        let mut command = Command::new(crate::engine::program());
        let output = command.args(args).current_dir(folder.path()).stdin(Stdio::null()).output().unwrap();
        (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let (stdout, stderr) = output(&["cost", "--set", "peacekeepers=1e308"]);
    assert!(stdout.contains("overflow") && !stdout.contains('∞'), "{stdout}");
    assert!(!stderr.contains("divides by zero"), "{stderr}");
    let (csv, _) = output(&["cost", "--csv", "--set", "peacekeepers=1e308"]);
    assert!(csv.lines().all(|line| line.split(',').all(|cell| !matches!(cell, "inf" | "-inf" | "NaN"))), "{csv}");
    let (json_text, _) = output(&["cost", "--json", "--set", "peacekeepers=1e308"]);
    assert!(json(&json_text).is_object());
    // One over zero stays undefined.
    let (_, stderr) = output(&["check", "s.toml"]);
    let stdout_and_stderr = flat(&stderr);
    assert!(stdout_and_stderr.contains("`over_zero` is undefined in the central case"), "{stderr}");
    assert!(stdout_and_stderr.contains("`large` is beyond the largest number"), "{stderr}");
}

#[test]
fn a_metric_that_one_scenario_cannot_define_is_compared() {
    let scenario = |host: &str| {
        format!(
            "title = \"t\"\npurpose = \"observation\"\n[input]\n\
             peacekeepers = {{ value = 1_000, unit = \"troops\", assumed = \"x\" }}\n\
             host_troops = {{ value = {host}, unit = \"troops\", assumed = \"x\" }}\n\
             [metric.inv]\nlabel = \"Inverse\"\nformula = \"peacekeepers / host_troops\"\nunit = \"1\"\nassumed = \"x\"\n\
             [metric.power]\nlabel = \"Power\"\nformula = \"10 ^ (1000 / (1 + host_troops / peacekeepers * 20))\"\nunit = \"1\"\nassumed = \"x\"\n"
        )
    };
    let folder = folder(&[("a.toml", &scenario("0")), ("b.toml", &scenario("500"))]);
    for (first, second) in [("a.toml", "b.toml"), ("b.toml", "a.toml")] {
        let text = forcesize(folder.path(), &["compare", first, second, "--metrics", "all"]);
        let row = |label: &str| {
            let is_row = |line: &&str| line.starts_with(label) && !line.starts_with(&format!("{label}:"));
            text.lines().find(is_row).unwrap_or("").to_owned()
        };
        assert!(row("Inverse").contains("undefined") && row("Inverse").contains('2'), "{text}");
        assert!(row("Power").contains("overflow"), "{text}");
        let found = json(&forcesize(folder.path(), &["compare", first, second, "--metrics", "all", "--json"]));
        let all = found.to_string();
        assert!(all.contains("inv") && all.contains("power"), "{all}");
    }
}

fn numbers(inputs: &[(&str, &str)], formula: &str) -> Assessment {
    let inputs = inputs.iter().map(|(name, rest)| {
        format!("[input.{name}]\nlabel = \"{name}\"\nunit = \"1\"\nbounds = \"any\"\nassumed = \"x\"\n{rest}\n")
    });
    assessment(&format!(
        "purpose = \"observation\"\n{}[metric.y]\nlabel = \"y\"\nformula = \"{formula}\"\nunit = \"1\"\nassumed = \"x\"\n",
        inputs.collect::<String>()
    ))
}

/// By hand: a branch that is not taken has no part in the result, one that is has its own slope.
#[test]
fn a_branch_that_is_not_taken_has_no_elasticity() {
    for (formula, x, wanted) in [
        ("max(ceil(x), 100) + z", "5", Some(0.0)),
        ("min(floor(x), 2) + z", "5", Some(0.0)),
        ("max(100, ceil(x)) + z", "4.5", Some(0.0)),
        ("max(ceil(x), 3) + z", "4.5", None),
        ("min(ceil(x), 3) + z", "2.5", None),
        ("abs(max(ceil(x), 100)) + z", "5", Some(0.0)),
        ("max(abs(x), 100) + z", "-5", Some(0.0)),
        ("abs(x) + z", "-5", Some(5.0 / 7.0)),
        ("abs(ceil(x)) + z", "-5", None),
        ("min(max(ceil(x), 100), 50) + z", "5", Some(0.0)),
        ("(z - 2) * ceil(x) + 3", "5", Some(0.0)),
        // At five the next step is six, which is taken; at four and a half it is not near.
        ("max(ceil(x), 5.5) + z", "5", None),
        ("max(ceil(x), 5.5) + z", "4.5", Some(0.0)),
        ("max(x, 5) + z", "5", None),
    ] {
        let model = numbers(&[("x", &format!("value = {x}")), ("z", "value = 2")], formula);
        let (metric, input) = (model.calculation.metric("y").unwrap(), model.calculation.input("x").unwrap());
        let found = elasticities(&model.calculation, metric)[input];
        match wanted {
            None => assert_eq!(found, Elasticity::Stepwise, "{formula} at {x}"),
            Some(wanted) => {
                let value = found.value().unwrap_or_else(|| panic!("{formula} at {x}: {found:?}"));
                assert!((value - wanted).abs() < 1e-15, "{formula} at {x}: {value}");
            }
        }
    }
}

const SETTINGS: Settings = Settings { sampler: Sampler::Sobol, samples: 16_384, seed: 1 };

fn search(model: &Assessment, measure: Measure, target: f64, (from, to): (f64, f64)) -> SeekResult {
    let axis = Axis { input: model.calculation.input("x").unwrap(), from, to, steps: 2, log: false };
    let goal = Goal { metric: model.calculation.metric("y").unwrap(), measure, target, text: "y".to_owned() };
    seek(&model.calculation, &goal, &axis, SETTINGS).unwrap()
}

fn only(found: &BreakEven) -> Crossing {
    match found {
        BreakEven::Crossings(crossings) if crossings.len() == 1 => crossings[0],
        other => panic!("{other:?}"),
    }
}

/// `P(x / u >= 0.01) = 80 %` with u uniform from 350 to 520: x is a hundredth of its 80th percentile, 486, on any axis.
#[test]
fn a_share_is_met_exactly_however_wide_the_axis() {
    let model = numbers(&[("x", "value = 12000"), ("u", "low = 350\nhigh = 520")], "x / u");
    for to in [1e3, 1e5, 1e8, 1e12, 1e18] {
        for from in [0.0, 1.0] {
            let found =
                search(&model, Measure::Share { comparison: Comparison::AtLeast, threshold: 0.01 }, 0.8, (from, to));
            let crossing = only(&found.outcome);
            assert_eq!(crossing.kind, CrossingKind::Exact, "to {to:e}: {crossing:?}");
            assert!((crossing.input / 4.86 - 1.0).abs() < 1e-4, "to {to:e}: {crossing:?}");
            assert!((crossing.metric - 0.8).abs() <= 1.0 / 16_384.0, "to {to:e}: {crossing:?}");
        }
    }
}

/// What is a step stays one: everything below 5 fails, everything above holds in 3 of 4 samples.
#[test]
fn a_share_that_jumps_is_a_step_however_wide_the_axis() {
    let model = numbers(&[("x", "value = 3"), ("u", "low = 0\nhigh = 4")], "floor(min(x / 5, 1)) * (u + 1)");
    for to in [10.0, 1e4, 1e8, 1e12] {
        let found = search(&model, Measure::Share { comparison: Comparison::AtLeast, threshold: 2.0 }, 0.5, (1.0, to));
        let crossing = only(&found.outcome);
        let CrossingKind::Step { before, after } = crossing.kind else { panic!("to {to:e}: {crossing:?}") };
        assert!(before.abs() < 1e-12 && (after - 0.75).abs() < 1e-3, "to {to:e}: {before} {after}");
        assert!((crossing.input / 5.0 - 1.0).abs() < 2e-9, "to {to:e}: {crossing:?}");
    }
}

/// Nothing outside the interval is looked at: the root has no value below 0, and the target is met at 0 itself.
#[test]
fn a_search_stays_inside_the_interval() {
    let model = numbers(&[("x", "value = 1"), ("noise", "low = -1\nhigh = 1")], "sqrt(x) + noise");
    let found = search(&model, Measure::Share { comparison: Comparison::AtLeast, threshold: 0.0 }, 0.5, (0.0, 1.0));
    let crossing = only(&found.outcome);
    assert!(crossing.kind == CrossingKind::Exact && crossing.input < 1e-6, "{crossing:?}");
    assert!((crossing.metric - 0.5).abs() < 2e-4, "{crossing:?}");
    // The same at the upper end.
    let model = numbers(&[("x", "value = 1"), ("noise", "low = -1\nhigh = 1")], "noise - sqrt(1 - x)");
    let found = search(&model, Measure::Share { comparison: Comparison::AtLeast, threshold: 0.0 }, 0.5, (0.0, 1.0));
    let crossing = only(&found.outcome);
    assert!(crossing.kind == CrossingKind::Exact && 1.0 - crossing.input < 1e-6, "{crossing:?}");
}

/// Of values, too: a stretch, a step and an extremum near the low end of a wide axis are what they are.
#[test]
fn values_are_judged_by_the_scale_where_they_are() {
    let of = |formula: &str, to: f64, target: f64| {
        let model = numbers(&[("x", "value = 3")], formula);
        let axis = Axis { input: 0.into(), from: 1.0, to, steps: 512, log: false };
        scan(&model.calculation, 0.into(), &axis, target)
    };
    for to in [20.0, 1e5, 1e8] {
        let stretch = only(&of("max(x, 10)", to, 10.0).crossings());
        assert!(
            matches!(stretch.kind, CrossingKind::Level { until } if (until - 10.0).abs() < 1e-9),
            "to {to:e}: {stretch:?}"
        );
        let step = only(&of("ceil(x - 0.5) + x ^ 2", to, 24.8).crossings());
        assert!(matches!(step.kind, CrossingKind::Step { .. }), "to {to:e}: {step:?}");
        assert!((step.input / 4.5 - 1.0).abs() < 2e-9, "to {to:e}: {step:?}");
        // Comes as near as a thousandth, and does not touch.
        let near = of("(x - 5) ^ 2 + 0.001", to, 0.0).crossings();
        let BreakEven::NeverMet { best } = near else { panic!("to {to:e}: {near:?}") };
        assert!((best.metric - 0.001).abs() < 1e-9, "to {to:e}: {best:?}");
    }
    let root = only(&of("x ^ 0.5", 1e20, 3.0).crossings());
    assert!(root.kind == CrossingKind::Exact && (root.input / 9.0 - 1.0).abs() < 1e-12, "{root:?}");
    // A plain function, without derivatives.
    let grid: Vec<f64> = (0..=100).map(|point| 1e18 * f64::from(point)).collect();
    let root = only(&Scan::new(&grid, 3.0, |x: f64| x.sqrt()).crossings());
    assert!(root.kind == CrossingKind::Exact && (root.input / 9.0 - 1.0).abs() < 1e-12, "{root:?}");
}

/// Values whose squares are too small for a variance differ all the same.
#[test]
fn values_too_small_for_a_variance_are_not_called_the_same() {
    let scenario = "purpose = \"interposition\"\n[input]\n\
        a = { label = \"a\", low = 1, high = 2, unit = \"1\", assumed = \"x\" }\n\
        [metric.tiny]\nformula = \"a * 1e-200\"\nunit = \"1\"\nassumed = \"x\"\n[monte_carlo]\nsamples = 1_024\n";
    let folder = folder(&[("tiny.toml", scenario)]);
    let found = json(&forcesize(folder.path(), &["monte-carlo", "--json", "tiny.toml"]));
    assert_eq!(found["metrics"]["tiny"]["standing"], "varies");
}
