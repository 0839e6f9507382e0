//! The command as a person meets it: every command, exit codes, and files written whole or not at all.

use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// What a run of the command left behind.
struct Outcome {
    code: Option<i32>,
    stdout: String,
    stderr: String,
}

impl Outcome {
    /// Asserts the exit code, and that each word is in the complaint.
    fn fails(&self, code: i32, words: &[&str]) {
        assert_eq!(self.code, Some(code), "stdout: {}\nstderr: {}", self.stdout, self.stderr);
        for word in words {
            assert!(self.stderr.contains(word), "`{word}` is not in\n{}", self.stderr);
        }
        assert!(self.stderr.starts_with("error:"), "{}", self.stderr);
    }

    fn works(self) -> String {
        assert_eq!(self.code, Some(0), "stdout: {}\nstderr: {}", self.stdout, self.stderr);
        assert!(!self.stderr.contains("error:"), "{}", self.stderr);
        self.stdout
    }
}

fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(crate::engine::program());
    command.args(args).current_dir(folder).stdin(Stdio::null());
    command
}

/// Runs the command in a folder.
fn forcesize(folder: &Path, args: &[&str]) -> Outcome {
    let output = command(folder, args).output().unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(!stderr.contains("panicked"), "{args:?}\n{stderr}");
    assert!(output.status.code().is_some(), "{args:?} was killed\n{stderr}");
    Outcome { code: output.status.code(), stdout: String::from_utf8(output.stdout).unwrap(), stderr }
}

/// Runs the command in an empty folder.
fn in_empty(args: &[&str]) -> Outcome {
    let folder = TempDir::new().unwrap();
    let outcome = forcesize(folder.path(), args);
    assert_eq!(files(folder.path()).len(), 0, "{args:?} wrote files");
    outcome
}

/// The files below a folder by their relative path, with their bytes.
pub(crate) fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    found
}

const SMALL: &str = r#"title = "Small"
purpose = "interposition"

[input]
front_length = { value = 1_000, unit = "km", assumed = "for the test" }
peacekeepers = { value = 20_000, unit = "troops", assumed = "for the test" }

[[sweep]]
vary = "front_length"
from = 500
to = 2_000
steps = 5
show = ["front_density"]
"#;

/// A folder with a small scenario.
fn with_small() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("small.toml"), SMALL).unwrap();
    folder
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error} in\n{text}"))
}

const COMMANDS: [&str; 15] = [
    "run",
    "check",
    "explain",
    "metrics",
    "missions",
    "sweep",
    "monte-carlo",
    "sensitivity",
    "break-even",
    "discover",
    "selftest",
    "new",
    "schema",
    "completions",
    "man",
];

// ------------------------------------------------------------------------------------------------------ it works

#[test]
fn commands_that_only_print_work() {
    let cases: [&[&str]; 27] = [
        &["selftest"],
        &["selftest", "--json"],
        &["discover", "--json"],
        &["check"],
        &["explain"],
        &["explain", "front_density"],
        &["explain", "ukraine-2025", "front_density"],
        &["check", "ukraine-2025"],
        &["supply", "--json", "builtin:ukraine-2025.toml"],
        &["explain", "front_density", "reference_share"],
        &["explain", "--json", "reference_requirement"],
        &["metrics"],
        &["metrics", "--markdown"],
        &["metrics", "--json"],
        &["missions", "--json"],
        &["missions", "--csv", "--kind", "observation"],
        &["missions", "--markdown", "--confidence", "high"],
        &["sweep", "--csv"],
        &["sweep", "--json", "--vary", "front_length=500..3_700", "--show", "front_density,combined_front_density"],
        &["sweep", "--csv", "--vary", "peacekeepers=1..9 million troops", "--show", "force_density", "--log"],
        &["sweep", "--csv", "--vary", "front_length=1..2", "--vary", "peacekeepers=1..2", "--show", "front_density"],
        &["schema"],
        &["man"],
        &["run", "--json"],
        &["--json"],
        &["--version"],
        &["help", "sweep"],
    ];
    for args in cases {
        assert!(!in_empty(args).works().is_empty(), "{args:?} printed nothing");
    }
}

#[test]
fn run_without_arguments_writes_the_built_in_scenario() {
    let folder = TempDir::new().unwrap();
    let summary = forcesize(folder.path(), &["--format", "svg"]).works();
    assert!(summary.contains("100"), "{summary}");
    let written = files(&folder.path().join("output/ukraine-2025"));
    for name in ["results.json", "metrics.csv", "report.md", "manifest.toml", "front_length.csv"] {
        assert!(written.contains_key(name), "{name} is not among {:?}", written.keys());
    }
    assert!(written.keys().any(|name| name.starts_with("charts/")), "no charts");
    assert!(written.keys().all(|name| !name.contains(".tmp") && !name.contains(".forcesize")), "{:?}", written.keys());
    assert_eq!(files(folder.path()).len(), written.len(), "files beside the scenario's folder");
    let manifest: toml::Table = String::from_utf8(written["manifest.toml"].clone()).unwrap().parse().unwrap();
    assert!(manifest.contains_key("version"));
}

#[test]
fn every_format_can_be_asked_for() {
    let folder = with_small();
    for format in ["svg", "png", "pdf"] {
        forcesize(folder.path(), &["run", "small.toml", "--quiet", "--format", format, "--out", format]).works();
        let written = files(&folder.path().join(format));
        for name in written.keys().filter(|name| name.contains("/charts/")) {
            assert!(Path::new(name).extension().is_some_and(|extension| extension == format), "{name}");
        }
    }
}

#[test]
fn quiet_says_nothing() {
    let folder = with_small();
    let outcome = forcesize(folder.path(), &["run", "small.toml", "-q", "--format", "svg"]);
    assert_eq!(outcome.stderr, "");
    assert_eq!(outcome.works(), "");
}

#[test]
fn two_runs_give_the_same_bytes() {
    let folder = with_small();
    for out in ["one", "two"] {
        forcesize(folder.path(), &["run", "small.toml", "--quiet", "--format", "svg,png", "--out", out]).works();
    }
    assert_eq!(files(&folder.path().join("one")), files(&folder.path().join("two")));
}

#[test]
fn discover_answers_conditions_by_number_and_in_words() {
    let one = json(&in_empty(&["discover", "--condition", "1", "--json", "--samples", "1024"]).works());
    assert_eq!((&one["samples"], &one["looking_for"]), (&Value::from(1024), &Value::from("fails")));
    let words = ["discover", "--holds", "--json", "--condition", "front_density >= 90 personnel per km"];
    let held = json(&in_empty(&words).works());
    let limit = &held["box"]["front_length"];
    assert!((limit["high"].as_f64().unwrap() - 1111.1).abs() < 2.0 && limit["unit"] == "km", "{held}");
    assert!(limit["p_value"].as_f64().unwrap() < 0.05 && limit["low"].is_null());
    assert!(held["coverage"].as_f64().unwrap() > 0.98 && held["density"].as_f64().unwrap() > 0.98);
    assert!(held["trajectory"].as_array().unwrap().len() > 5);
    for condition in ["0", "3", "front_density", "front_density >= 3 km", "nothing >= 3"] {
        let outcome = in_empty(&["discover", "--condition", condition]);
        assert_eq!(outcome.code, Some(2), "{condition}: {}", outcome.stderr);
    }
}

#[test]
fn help_of_each_command_explains_each_option() {
    let whole = in_empty(&["--help"]).works();
    assert!(whole.contains("Usage:") && whole.contains("Exit codes:"), "{whole}");
    for command in COMMANDS {
        assert!(whole.contains(&format!("\n  {command} ")), "--help does not list {command}");
        let help = in_empty(&[command, "--help"]).works();
        let lines: Vec<&str> = help.lines().take_while(|line| *line != "Examples:").collect();
        for (index, line) in lines.iter().enumerate() {
            let option = line.trim_start();
            if !(line.starts_with("  ") && option.starts_with('-')) || option.starts_with("- ") {
                continue;
            }
            let beside = option.split_once("  ").is_some_and(|(_, words)| !words.trim().is_empty());
            let below =
                lines.get(index + 1).is_some_and(|next| next.starts_with("          ") && next.trim().len() > 5);
            assert!(beside || below, "{command} --help does not explain `{option}`");
        }
        assert_eq!(help, in_empty(&["help", command]).works(), "two helps of {command} differ");
    }
}

#[test]
fn completions_for_every_shell_and_a_manual_page() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = in_empty(&["completions", shell]).works();
        for word in ["forcesize", "explain", "sweep"] {
            assert!(script.contains(word), "{shell} lacks {word}");
        }
    }
    let page = in_empty(&["man"]).works();
    assert!(page.contains(".TH") && page.contains("front_length"), "{page}");
    for command in COMMANDS {
        assert!(page.contains(command), "the manual page lacks {command}");
    }
}

#[test]
fn the_schema_is_the_committed_one_and_accepts_the_scenarios() {
    let text = in_empty(&["schema"]).works();
    let schema = json(&text);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    if let Ok(committed) = fs::read_to_string(folder.join("schema.json")) {
        assert_eq!(committed.replace("\r\n", "\n"), text, "forcesize schema > scenarios/schema.json");
    }
    let validator = jsonschema::validator_for(&schema).unwrap();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "toml") && !crate::engine::is_missions(&path) {
            let table: toml::Table = fs::read_to_string(&path).unwrap().parse().unwrap();
            let instance = serde_json::to_value(table).unwrap();
            let faults: Vec<String> = validator.iter_errors(&instance).map(|error| error.to_string()).collect();
            assert!(faults.is_empty(), "{}: {faults:?}", path.display());
        }
    }
}

#[test]
fn every_shipped_scenario_passes_check() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for entry in fs::read_dir(root.join("scenarios")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "toml") && !crate::engine::is_missions(&path) {
            forcesize(root, &["check", path.to_str().unwrap()]).works();
        }
    }
}

// ------------------------------------------------------------------------------------------------- what it prints

#[test]
fn results_have_the_fixed_identifiers_and_values() {
    let printed = in_empty(&["run", "--json"]);
    let document = json(&printed.stdout);
    for key in ["name", "title", "purpose"] {
        assert!(document["scenario"][key].is_string(), "scenario.{key}");
    }
    assert_eq!(document["scenario"]["name"], "ukraine-2025");
    let inputs = [
        ("front_length", 1000.0),
        ("area", 603_550.0),
        ("population", 31.5),
        ("peacekeepers", 100_000.0),
        ("host_troops", 200_000.0),
        ("opposing_troops", 640_000.0),
        ("combat_share", 0.4),
        ("relief_factor", 4.73),
        ("reference_force", 48_000.0),
        ("reference_area", 10_887.0),
        ("reference_population", 1_871_524.0),
        ("area_ratio", 50.0),
    ];
    for (name, value) in inputs {
        let input = &document["inputs"][name];
        approx::assert_relative_eq!(input["value"].as_f64().unwrap(), value, max_relative = 1e-12);
        assert!(input["unit"].is_string() && !input["source"].is_null(), "{name}: {input}");
    }
    let metrics = [
        ("front_density", 100.0, "personnel per km"),
        ("combined_front_density", 300.0, "personnel per km"),
        ("soldier_spacing", 10.0, "m per personnel"),
        ("force_density", 100_000.0 / 31_500.0, "personnel per 1000 people"),
        ("combined_force_density", 300_000.0 / 31_500.0, "personnel per 1000 people"),
        ("force_to_space", 100_000.0 / 603_550.0, "personnel per km²"),
        ("combined_force_to_space", 300_000.0 / 603_550.0, "personnel per km²"),
        ("reference_force_to_space", 48_000.0 / 10_887.0, "personnel per km²"),
        ("reference_requirement", 2_400_000.0, "personnel"),
        ("reference_share", 100.0 / 24.0, "%"),
        ("reference_area_requirement", 48_000.0 / 10_887.0 * 603_550.0, "personnel"),
        ("opposing_to_defending_ratio", 640_000.0 / 300_000.0, "1"),
    ];
    for (name, value, unit) in metrics {
        let metric = &document["metrics"][name];
        approx::assert_relative_eq!(metric["value"].as_f64().unwrap(), value, max_relative = 1e-12);
        assert_eq!(metric["unit"], unit, "{name}");
        assert!(metric["label"].is_string() && metric["formula"].is_string(), "{name}: {metric}");
        assert!(metric["sources"].is_array(), "{name}: {metric}");
    }
    assert!(document["unavailable"].is_object());
}

#[test]
fn what_a_scenario_lacks_is_listed_with_what_it_needs() {
    let folder = with_small();
    let document = json(&forcesize(folder.path(), &["run", "--json", "small.toml"]).works());
    assert_eq!(document["unavailable"]["force_density"], "needs population");
    assert!(document["metrics"]["force_density"].is_null());
    assert_eq!(document["metrics"]["front_density"]["value"], 20.0);
}

#[test]
fn json_is_one_document_and_nothing_else() {
    let folder = with_small();
    fs::write(folder.path().join("other.toml"), SMALL).unwrap();
    for args in [
        &["run", "--json", "small.toml"][..],
        &["run", "--json", "small.toml", "other.toml"],
        &["metrics", "--json"],
        &["explain", "--json", "small.toml", "front_density"],
        &["sweep", "--json", "small.toml"],
    ] {
        json(&forcesize(folder.path(), args).works());
    }
    assert_eq!(files(folder.path()).len(), 2, "--json wrote files");
    let faulty = in_empty(&["run", "--json", "--set", "frontage=3"]);
    assert_eq!(faulty.stdout, "", "nothing stands where the document is expected");
}

#[test]
fn an_undefined_metric_is_null_in_json() {
    let folder = TempDir::new().unwrap();
    let text = format!(
        "{SMALL}\n[metric.mine]\nformula = \"peacekeepers / (front_length - front_length)\"\nunit = \"troops/km\"\nassumed = \"x\"\n"
    );
    fs::write(folder.path().join("undefined.toml"), text).unwrap();
    let outcome = forcesize(folder.path(), &["run", "--json", "undefined.toml"]);
    assert!(json(&outcome.works())["metrics"]["mine"]["value"].is_null());
}

// ------------------------------------------------------------------------------------------------------ --set

#[test]
fn set_changes_an_input_and_says_so() {
    let document =
        json(&in_empty(&["run", "--json", "--set", "peacekeepers=25_000 troops", "--set", "front_length=500"]).works());
    assert_eq!(document["metrics"]["front_density"]["value"], 50.0);
    assert!(document["inputs"]["peacekeepers"].to_string().contains("25_000 troops"), "{}", document["inputs"]);
    let other_unit = json(&in_empty(&["run", "--json", "--set", "front_length=1_000_000 m"]).works());
    assert_eq!(other_unit["metrics"]["front_density"]["value"], 100.0);
}

#[test]
fn set_of_something_wrong_is_the_command_lines_fault() {
    let cases: [(&str, &[&str]); 11] = [
        ("frontage=3", &["no input is called `frontage`"]),
        ("front_lenght=3", &["did you mean `front_length`"]),
        ("front_density=3", &["it is a metric"]),
        ("front_length", &["NAME=VALUE"]),
        ("front_length=", &["a number is missing here"]),
        ("front_length=5 troops", &["km"]),
        ("front_length=5 kmm", &["no unit is called `kmm`"]),
        ("front_length=-5", &["must be greater than zero"]),
        ("combat_share=30", &["between 0 and 1"]),
        ("front_length=1,000", &["two ways"]),
        ("=3", &["no input"]),
    ];
    for (set, words) in cases {
        for command in [&["run", "--set", set][..], &["check", "--set", set], &["explain", "--set", set]] {
            let outcome = in_empty(command);
            outcome.fails(2, words);
            assert!(outcome.stderr.contains("--> --set"), "no place\n{}", outcome.stderr);
        }
    }
}

// --------------------------------------------------------------------------------------------------- exit codes

#[test]
fn the_command_line_at_fault_is_2() {
    let cases: [&[&str]; 16] = [
        &["--nonsense"],
        &["run", "--format", "jpeg"],
        &["run", "--format", ""],
        &["explain", "no_such_metric"],
        &["sweep", "--vary", "front_length=1..2"],
        &["sweep", "--show", "front_density"],
        &["sweep", "--vary", "front_length", "--show", "front_density"],
        &["sweep", "--vary", "front_length=1-2", "--show", "front_density"],
        &["sweep", "--vary", "front_length=2..1", "--show", "front_density"],
        &["sweep", "--vary", "frontage=1..2", "--show", "front_density"],
        &["sweep", "--vary", "front_length=1..2", "--show", "front_densty"],
        &["sweep", "--vary", "front_length=1..2", "--show", "front_density", "--steps", "1"],
        &["sweep", "--vary", "front_length=0..2", "--show", "front_density", "--log"],
        &["sweep", "--json", "--csv"],
        &["completions", "tcsh"],
        &["new"],
    ];
    for args in cases {
        in_empty(args).fails(2, &[]);
    }
}

#[test]
fn a_file_at_fault_is_1() {
    let folder = TempDir::new().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::write(path("empty.toml"), "").unwrap();
    fs::write(path("binary.toml"), [0x7f, b'E', b'L', b'F', 0, 255, 254]).unwrap();
    fs::create_dir(path("folder.toml")).unwrap();
    fs::write(path("faulty.toml"), SMALL.replace("km", "kmm")).unwrap();
    fs::write(path("tutorial.toml"), SMALL).unwrap();
    let large = fs::File::create(path("large.toml")).unwrap();
    large.set_len(50_000_000).unwrap();
    let cases = [
        ("missing.toml", "no such file"),
        ("missing.toml", "`forcesize new FILE`"),
        ("tutorail.toml", "did you mean `tutorial.toml`"),
        ("empty.toml", "is empty"),
        ("binary.toml", "UTF-8"),
        ("folder.toml", "it is a folder"),
        ("large.toml", "too large for a scenario: more than 1 MB"),
        ("faulty.toml", "did you mean `km`"),
    ];
    for (name, words) in cases {
        forcesize(folder.path(), &["run", name]).fails(1, &[words]);
        forcesize(folder.path(), &["check", name]).fails(1, &[words]);
        forcesize(folder.path(), &["explain", name, "front_density"]).fails(1, &[words]);
        forcesize(folder.path(), &["metrics", name]).fails(1, &[words]);
        forcesize(folder.path(), &["sweep", name]).fails(1, &[words]);
    }
    fs::write(path("copied.toml"), "extends = \"ukraine-2025.toml\"\n").unwrap();
    forcesize(folder.path(), &["run", "copied.toml"]).fails(1, &["copied.toml:1:11", "`builtin:ukraine-2025.toml`"]);
    forcesize(folder.path(), &["run", "tutorial"]).fails(1, &["did you mean `tutorial.toml`"]);
    // The built-in scenario's name is no file's; where a metric may stand too, it is read as one.
    for command in ["run", "check", "supply", "metrics"] {
        forcesize(folder.path(), &[command, "ukraine_2025"]).fails(1, &["did you mean `ukraine-2025`"]);
    }
    assert!(!path("output").exists(), "something was written");
}

#[test]
fn a_sweep_says_what_it_lacks() {
    let cases: [(&[&str], &[&str]); 6] = [
        (&["--vary", "front_length=500..2000"], &["no metric to show", "--show METRIC"]),
        (&["--vary", "front_length"], &["this is not a valid range", "no metric to show"]),
        (&["--show", "front_density"], &["no input to vary", "--vary INPUT=FROM..TO"]),
        (&["--vary", "front_length=500...2000", "--show", "front_density"], &["this is not a valid range"]),
        (&["--vary", "front_length=500..", "--show", "front_density"], &["this is not a valid range"]),
        (
            &[
                "--vary",
                "front_length=1..2",
                "--vary",
                "area=1..2",
                "--vary",
                "population=1..2",
                "--show",
                "front_density",
            ],
            &["one input, or two"],
        ),
    ];
    for (args, words) in cases {
        in_empty(&[&["sweep"][..], args].concat()).fails(2, words);
    }
    // A pure number has no unit that its column could name.
    let folder = TempDir::new().unwrap();
    let sweep = ["sweep", "--vary", "combat_share=10 %..50 %", "--show", "combat_front_density", "--format", "svg"];
    let table = forcesize(folder.path(), &sweep).works();
    assert!(table.starts_with("combat_share  combat_front_density [personnel per km]"), "{table}");
}

#[test]
fn a_misspelt_command_with_options_gets_its_name() {
    in_empty(&["swep", "--vary", "front_length=1..2"]).fails(2, &["no command is called `swep`", "`sweep`"]);
    in_empty(&["nothing-like-it", "--vary", "front_length=1..2"]).fails(2, &["unexpected argument"]);
    in_empty(&["sweep", "--varry", "front_length=1..2"]).fails(2, &["unexpected argument", "--vary"]);
}

#[test]
fn explaining_needs_a_metric_that_can_be_computed() {
    let folder = TempDir::new().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("none.toml", "title = \"t\"\n[input]\ncombat_share = { value = 0.3, assumed = \"x\" }\n");
    forcesize(folder.path(), &["explain", "none.toml", "--json"])
        .fails(1, &["inputs of no metric", "forcesize metrics"]);
    let line = "front_length = { value = 100, unit = \"km\", assumed = \"x\" }\n";
    write("line.toml", &format!("title = \"t\"\npurpose = \"interposition\"\n[input]\n{line}"));
    let text = forcesize(folder.path(), &["explain", "line.toml"]).works();
    assert!(text.contains("front_length = 100 km"), "no headline, so whatever there is: {text}");
    let outcome = forcesize(folder.path(), &["check", "line.toml"]);
    assert!(outcome.stdout.contains(", 1 metric, "), "{}", outcome.stdout);
}

#[test]
fn thousands_parted_by_a_point_are_refused_with_both_readings() {
    for args in [&["check"][..], &["run", "--json"], &["explain", "force_density"], &["sweep", "--json"]] {
        let outcome = in_empty(&[args, &["--set", "peacekeepers=25.000 troops"]].concat());
        for words in ["can be read in two ways", "write `25_000 troops`"] {
            assert_eq!(outcome.stderr.matches(words).count(), 1, "{args:?} {}", outcome.stderr);
        }
    }
    let folder = TempDir::new().unwrap();
    for (value, times) in
        [("25.000", 1), ("\"25.000 troops\"", 1), ("\"25.000troops\"", 1), ("25_000.5", 0), ("250.25", 0)]
    {
        let scenario = format!(
            "title = \"t\"\npurpose = \"interposition\"\n[input]\n\
            peacekeepers = {{ value = {value}, unit = \"troops\", assumed = \"any\" }}\n\
            front_length = {{ value = 100, unit = \"km\", assumed = \"any\" }}\n"
        );
        fs::write(folder.path().join("s.toml"), scenario).unwrap();
        let outcome = forcesize(folder.path(), &["check", "s.toml"]);
        assert_eq!(outcome.stderr.matches("can be read in two ways").count(), times, "{value} {}", outcome.stderr);
    }
    let outcome = in_empty(&["check", "--set", "relief_factor=4.73", "--set", "exchange_rate=0.920"]);
    assert!(!outcome.stderr.contains("is read as"), "{}", outcome.stderr);
}

#[test]
fn the_summary_names_an_input_of_many_members_once() {
    let folder = TempDir::new().unwrap();
    let text = forcesize(folder.path(), &["run", "--full", "--format", "svg"]).works();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("contributor.NAME.home_population"), "{text}");
    assert!(!text.contains("contributor.aus.home_population"), "{text}");
}

#[test]
fn a_large_file_of_text_is_refused_at_once() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("large.toml"), "# a comment that says nothing\n".repeat(1_700_000)).unwrap();
    let start = std::time::Instant::now();
    forcesize(folder.path(), &["check", "large.toml"]).fails(1, &["too large", "1 MB"]);
    assert!(start.elapsed().as_secs() < 2);
}

#[test]
fn check_tells_of_all_files_and_fails_when_one_is_at_fault() {
    let folder = with_small();
    let outcome = forcesize(folder.path(), &["check", "missing.toml", "small.toml"]);
    outcome.fails(1, &["missing.toml"]);
    assert!(outcome.stdout.contains("small.toml: no complaints"), "{}", outcome.stdout);
}

// ------------------------------------------------------------------------------------------ files whole or not at all

#[test]
fn nothing_is_written_when_one_of_two_scenarios_is_at_fault() {
    let folder = with_small();
    fs::write(folder.path().join("faulty.toml"), SMALL.replace("km", "kmm")).unwrap();
    forcesize(folder.path(), &["run", "small.toml", "faulty.toml"]).fails(1, &["faulty.toml"]);
    assert_eq!(files(folder.path()).len(), 2);
}

#[test]
fn two_scenarios_of_one_name_are_refused() {
    let folder = with_small();
    fs::create_dir(folder.path().join("other")).unwrap();
    fs::write(folder.path().join("other/small.toml"), SMALL).unwrap();
    forcesize(folder.path(), &["run", "small.toml", "other/small.toml"]).fails(2, &["small"]);
    forcesize(folder.path(), &["run", "small.toml", "small.toml"]).fails(2, &["small"]);
    assert_eq!(files(folder.path()).len(), 2);
}

#[test]
fn a_file_in_place_of_the_output_folder_is_a_complaint() {
    let folder = with_small();
    fs::write(folder.path().join("taken"), "mine").unwrap();
    for command in [&["run", "small.toml", "--out", "taken"][..], &["sweep", "small.toml", "--out", "taken"]] {
        forcesize(folder.path(), command).fails(1, &["cannot write", "taken", "--out"]);
    }
    let outcome = forcesize(folder.path(), &["new", "taken/mine.toml"]);
    outcome.fails(1, &["cannot write", "a part of the path is a file", "another place"]);
    assert!(!outcome.stderr.contains("--out"), "`new` has no such option: {}", outcome.stderr);
    assert_eq!(files(folder.path()).len(), 2);
    assert_eq!(fs::read_to_string(folder.path().join("taken")).unwrap(), "mine");
}

#[test]
fn what_was_there_is_kept_when_writing_fails() {
    let folder = with_small();
    let run = |set: &str| {
        forcesize(folder.path(), &["run", "small.toml", "--format", "svg", "--quiet", "--out", "output", "--set", set])
    };
    run("peacekeepers=10_000").works();
    // A folder where a file is to be written stops the run before anything is replaced.
    let report = folder.path().join("output/small/report.md");
    fs::remove_file(&report).unwrap();
    fs::create_dir(&report).unwrap();
    let before = files(folder.path());
    run("peacekeepers=11_000").fails(1, &["cannot write", "report.md"]);
    assert_eq!(files(folder.path()), before);
}

#[test]
fn files_of_a_former_run_that_are_no_longer_made_are_removed_and_others_are_kept() {
    let folder = with_small();
    let run = || forcesize(folder.path(), &["run", "small.toml", "--format", "svg", "--quiet"]).works();
    run();
    let out = folder.path().join("output/small");
    assert!(out.join("front_length.csv").exists());
    fs::write(out.join("notes.txt"), "mine").unwrap();
    fs::write(folder.path().join("small.toml"), SMALL.split("[[sweep]]").next().unwrap()).unwrap();
    run();
    let left = files(&out);
    assert!(!left.keys().any(|name| name.contains("front_length")), "{:?}", left.keys());
    assert_eq!(left["notes.txt"], b"mine");
}

#[test]
fn a_manifest_that_somebody_edited_removes_nothing_outside_the_folder() {
    let folder = with_small();
    let run = || forcesize(folder.path(), &["run", "small.toml", "--format", "svg", "--quiet"]).works();
    run();
    fs::write(folder.path().join("precious.txt"), "mine").unwrap();
    let absolute = folder.path().join("precious.txt");
    let written = format!("written = [\"../../precious.txt\", '{}', \"../../small.toml\", 7]\n", absolute.display());
    fs::write(folder.path().join("output/small/manifest.toml"), written).unwrap();
    run();
    assert!(absolute.exists() && folder.path().join("small.toml").exists());
    fs::write(folder.path().join("output/small/manifest.toml"), [255, 0, 254]).unwrap();
    run();
}

#[test]
fn paths_with_blanks_and_umlauts_work() {
    let folder = TempDir::new().unwrap();
    let inside = folder.path().join("Lage im Süden");
    fs::create_dir(&inside).unwrap();
    fs::write(inside.join("Übung 1.toml"), SMALL).unwrap();
    let args = ["run", "Lage im Süden/Übung 1.toml", "--out", "Ergebnis für Dich", "--format", "svg"];
    forcesize(folder.path(), &args).works();
    assert!(folder.path().join("Ergebnis für Dich/Übung 1/results.json").exists());
}

#[test]
fn new_writes_a_scenario_that_passes_and_replaces_none() {
    let folder = TempDir::new().unwrap();
    let said = forcesize(folder.path(), &["new", "mine.toml", "--example"]).works();
    assert!(said.contains("forcesize run mine.toml"), "{said}");
    forcesize(folder.path(), &["check", "mine.toml"]).works();
    forcesize(folder.path(), &["run", "mine.toml", "--format", "svg"]).works();
    for command in ["supply", "cost"] {
        forcesize(folder.path(), &[command, "mine.toml", "--format", "svg"]).works();
    }
    fs::write(folder.path().join("mine.toml"), "# my work\n").unwrap();
    forcesize(folder.path(), &["new", "mine.toml"]).fails(2, &["is there already", "--force"]);
    assert_eq!(fs::read_to_string(folder.path().join("mine.toml")).unwrap(), "# my work\n");
    forcesize(folder.path(), &["new", "mine.toml", "--force"]).works();
    forcesize(folder.path(), &["new", "."]).fails(2, &["is a folder"]);
}

// ------------------------------------------------------------------------------------------- disks and pipes

#[test]
fn a_closed_pipe_is_no_fault() {
    let folder = TempDir::new().unwrap();
    for args in [&["metrics"][..], &["metrics", "--json"], &["schema"], &["man"], &["completions", "bash"], &["--help"]]
    {
        // Closed after a byte.
        let mut child = command(folder.path(), args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut byte = [0];
        child.stdout.take().unwrap().read_exact(&mut byte).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{args:?}");
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{args:?}");
        // Closed before anything is written.
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = command(folder.path(), args).stdout(writer).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{args:?}");
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{args:?}");
    }
    // Complaints that nobody reads are no reason to panic either.
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let status = command(folder.path(), &["check", "missing.toml"]).stderr(writer).status().unwrap();
    assert_eq!(status.code(), Some(1));
}

#[test]
fn a_closed_pipe_does_not_stop_the_files_of_a_run() {
    let folder = with_small();
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let status = command(folder.path(), &["run", "small.toml", "--format", "svg"]).stdout(writer).status().unwrap();
    assert_eq!(status.code(), Some(0));
    assert!(folder.path().join("output/small/manifest.toml").exists());
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_standard_output_is_a_complaint() {
    let folder = TempDir::new().unwrap();
    for args in [&["metrics"][..], &["schema"], &["run", "--json"], &["check"], &["explain"], &["--help"], &["man"]] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = command(folder.path(), args).stdout(full).output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{args:?}\n{stderr}");
        assert!(stderr.contains("cannot write to standard output"), "{args:?}\n{stderr}");
        assert!(!stderr.contains("panicked") && !stderr.contains("os error"), "{stderr}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_the_old_files_and_no_temporary_ones() {
    struct Mounted<'a>(&'a Path);
    impl Drop for Mounted<'_> {
        fn drop(&mut self) {
            let _ = Command::new("umount").arg(self.0).status();
        }
    }
    let folder = with_small();
    let disk = folder.path().join("disk");
    fs::create_dir(&disk).unwrap();
    let mount = Command::new("mount").args(["-t", "tmpfs", "-o", "size=64k", "tmpfs"]).arg(&disk).output();
    if !mount.is_ok_and(|output| output.status.success()) {
        eprintln!("skipped: this user cannot mount a small disk");
        return;
    }
    let _mounted = Mounted(&disk);
    fs::create_dir(disk.join("small")).unwrap();
    fs::write(disk.join("small/results.json"), "the results of before").unwrap();
    fs::write(disk.join("filler"), vec![b'x'; 52 * 1024]).unwrap();
    let before = files(&disk);
    let outcome = forcesize(folder.path(), &["run", "small.toml", "--out", "disk", "--quiet"]);
    outcome.fails(1, &["cannot write", "no space left on the disk", "free some space"]);
    assert!(!outcome.stderr.contains(".tmp") && !outcome.stderr.contains("os error"), "{}", outcome.stderr);
    assert_eq!(files(&disk), before);
    // Folders that were made for nothing go too.
    let deeper = forcesize(folder.path(), &["run", "small.toml", "--out", "disk/new/deeper", "--quiet"]);
    deeper.fails(1, &["no space left on the disk"]);
    assert!(!disk.join("new").exists() && disk.join("small").exists() && !disk.join("small/charts").exists());
    assert_eq!(files(&disk), before);
}

#[test]
fn monte_carlo_gives_every_metrics_spread_and_the_conditions_shares() {
    let outcome = in_empty(&["monte-carlo", "--samples", "1000", "--json"]);
    assert!(outcome.stderr.contains("rounded up to 1024"), "{}", outcome.stderr);
    let document = json(&outcome.works());
    assert_eq!(document["samples"], 1024);
    assert_eq!(document["sampler"], "sobol");
    let density = &document["metrics"]["front_density"];
    assert_eq!(density["unit"], "personnel per km");
    let at = |key: &str| density[key].as_f64().unwrap();
    assert!(at("p5") < at("p25") && at("p25") < at("p50") && at("p50") < at("p75") && at("p75") < at("p95"));
    // The mean of 100,000 over a PERT length between 1,000 and 1,250 km lies between the ends' densities.
    assert!((80.0..100.0).contains(&at("mean")) && at("sd") > 0.0 && at("mcse_mean") < 0.1);
    // What no range reaches does not move.
    assert_eq!(document["metrics"]["reference_requirement"]["sd"], 0.0);
    assert_eq!(document["conditions"].as_array().unwrap().len(), 2);
    let zero = in_empty(&["monte-carlo", "--samples", "64", "--seed", "0", "--json"]);
    let one = in_empty(&["monte-carlo", "--samples", "64", "--seed", "1", "--json"]);
    assert_ne!(json(&zero.works())["metrics"], json(&one.works())["metrics"]);
}

#[test]
fn samples_are_a_table_of_inputs_and_metrics() {
    let outcome = in_empty(&["monte-carlo", "--samples", "64", "--sampler", "random", "--csv"]);
    let table = outcome.works();
    let mut lines = table.lines();
    let header: Vec<&str> = lines.next().unwrap().split(',').collect();
    assert!(header.starts_with(&["front_length"]) && header.contains(&"front_density"));
    assert_eq!(lines.count(), 64);
}

#[test]
fn what_cannot_be_sampled_or_searched_is_a_complaint() {
    in_empty(&["monte-carlo", "--samples", "0"]).fails(2, &["0"]);
    in_empty(&["monte-carlo", "--samples", "9000000000"]).fails(1, &["more samples than can be drawn", "--samples"]);
    in_empty(&["monte-carlo", "--precision", "0%"]).fails(2, &["--precision", "0.1%"]);
    in_empty(&["monte-carlo", "--precision", "5 km"]).fails(2, &["--precision", "0.1%"]);
    in_empty(&["sensitivity", "--metric", "frnt_density"]).fails(2, &["did you mean `front_density`?"]);
    let search = |target: &str, vary: &str| {
        in_empty(&["break-even", "--vary", vary, "--metric", "front_density", "--target", target])
    };
    search("25 km", "front_length=100..4_000").fails(2, &["personnel per km"]);
    search("25", "front_length=4_000..100").fails(2, &["does not go up"]);
    search("25", "front_density=1..2").fails(2, &["it is a metric"]);
    search("many", "front_length=100..4_000").fails(2, &["does not start with a number"]);
    let folder = with_small();
    fs::write(folder.path().join("fixed.toml"), "title = \"Fixed\"\n[input]\nfront_length = \"5 km\"\n").unwrap();
    forcesize(folder.path(), &["monte-carlo", "fixed.toml", "--json"])
        .fails(1, &["nothing is drawn: no input with the role `uncertainty` has a range"]);
}

#[test]
fn break_even_says_where_or_that_there_is_none() {
    let search = |metric: &str, target: &str, vary: &str| {
        let outcome = in_empty(&["break-even", "--vary", vary, "--metric", metric, "--target", target, "--json"]);
        json(&outcome.works())
    };
    // 20 for every 1,000 of 31.5 million people.
    let found = search("force_density", "20 personnel per 1000 people", "peacekeepers=10_000..1_000_000");
    assert_eq!(found["outcome"], "crossings");
    let at = found["crossings"][0]["input"].as_f64().unwrap();
    assert!((at - 630_000.0).abs() < 1e-6, "{at}");
    let none = search("force_density", "20 personnel per 1000 people", "peacekeepers=30_000..150_000");
    assert_eq!(none["outcome"], "never_met");
    assert!((none["best"]["metric"].as_f64().unwrap() - 150_000.0 / 31_500.0).abs() < 1e-9);
    let always = search("front_density", "100", "host_troops=1..2");
    assert_eq!(always["outcome"], "always_met");
}

#[test]
fn sensitivity_gives_swings_and_elasticities() {
    let outcome = in_empty(&["sensitivity", "--metric", "front_density", "--json"]);
    let document = json(&outcome.works());
    let front = &document["metrics"]["front_density"];
    // From the 5th to the 95th percentile of a PERT from 1,000 over 1,100 to 1,250 km (scipy's beta).
    let end = |key: &str| front["inputs"]["front_length"][key].as_f64().unwrap();
    assert!((end("metric_low") - 96.635_153_007).abs() < 1e-5, "{front}");
    assert!((end("metric_high") - 84.131_679_887).abs() < 1e-5, "{front}");
    assert_eq!(front["inputs"]["front_length"]["decided_by"], "world");
    // Density falls as the line grows, whether or not the central case lies between the ends.
    let folder = tempfile::tempdir().unwrap();
    let swings = forcesize(folder.path(), &["sensitivity", "--metric", "front_density"]).works();
    assert!(!swings.contains("rises above or falls below"), "{swings}");
    // A constant is no decision.
    let folder = tempfile::tempdir().unwrap();
    let given = |name: &str, role: &str| {
        format!("{name} = {{ low = 1_000, high = 2_000, unit = \"km²\", role = \"{role}\", assumed = \"test\" }}\n")
    };
    let inputs = [given("area", "uncertainty"), given("reference_area", "constant")].concat();
    fs::write(folder.path().join("fixed.toml"), format!("[input]\n{inputs}")).unwrap();
    let outcome = forcesize(folder.path(), &["sensitivity", "fixed.toml", "--metric", "measured_area_ratio", "--json"]);
    let fixed = &json(&outcome.works())["metrics"]["measured_area_ratio"]["inputs"];
    assert_eq!(
        (&fixed["area"]["decided_by"], &fixed["reference_area"]["decided_by"]),
        (&"world".into(), &"nobody".into())
    );
    assert!(front["not_used"].as_array().unwrap().iter().any(|input| input == "population"));
    let outcome = in_empty(&["sensitivity", "--metric", "front_density", "--method", "elasticity", "--json"]);
    let document = json(&outcome.works());
    let found = &document["metrics"]["front_density"];
    assert!((found["front_length"].as_f64().unwrap() + 1.0).abs() < 1e-12);
    assert_eq!(found["population"], 0);
}

#[test]
fn sobol_indices_of_a_ratio_are_shares_with_intervals() {
    let args = ["sensitivity", "--method", "sobol", "--metric", "on_duty_front_density", "--samples", "4096", "--json"];
    let document = json(&in_empty(&args).works());
    assert_eq!(document["base_samples"], 4096);
    let inputs = &document["metrics"]["on_duty_front_density"]["inputs"];
    let share = |input: &str, key: &str| inputs[input][key].as_f64().unwrap();
    // Nearly a product of three independent factors: shares add up to a little less than one. Of a product each is
    // cv² over the product of all (1 + cv²) less one; the moments by numerical integration of the three ranges in scipy.
    for (input, expected) in [("combat_share", 0.732_2), ("front_length", 0.145_4), ("relief_factor", 0.119_8)] {
        assert!((share(input, "first_order") - expected).abs() < 0.01, "{input}: {inputs}");
    }
    let sum: f64 =
        ["combat_share", "relief_factor", "front_length"].iter().map(|input| share(input, "first_order")).sum();
    assert!((0.97..1.01).contains(&sum), "{sum}");
    assert_eq!(inputs["population"]["first_order"], 0.0);
    assert_eq!(inputs["population"]["total_order"], 0.0);
    let interval = inputs["combat_share"]["first_order_ci"].as_array().unwrap();
    assert!(interval[0].as_f64().unwrap() < share("combat_share", "first_order"));
    let folder = with_small();
    let correlated = "purpose = \"observation\"\n[input]\n\
        front_length = { low = 1, high = 2, unit = \"km\", assumed = \"a test\" }\n\
        peacekeepers = { low = 1, high = 2, unit = \"troops\", role = \"uncertainty\", assumed = \"a test\" }\n\
        [[correlation]]\nbetween = [\"front_length\", \"peacekeepers\"]\nrank = 0.5\n";
    fs::write(folder.path().join("correlated.toml"), correlated).unwrap();
    let sobol = ["sensitivity", "correlated.toml", "--method", "sobol", "--samples", "256"];
    let said = forcesize(folder.path(), &sobol).works();
    assert!(said.contains("are correlated and count as one"), "{said}");
    let document = json(&forcesize(folder.path(), &[&sobol[..], &["--json"]].concat()).works());
    assert!(document["metrics"]["front_density"]["groups"]["front_length+peacekeepers"]["first_order"].is_number());
    let outcome = forcesize(folder.path(), &[&sobol[..], &["--group", "one=front_length"]].concat());
    outcome.fails(1, &["the group `one` parts correlated inputs", "`peacekeepers` is not"]);
}

#[test]
fn pairs_and_groups_are_on_request() {
    let sobol = |more: &[&str]| {
        let first = ["sensitivity", "--method", "sobol", "--metric", "on_duty_front_density", "--samples", "512"];
        in_empty(&[&first[..], more].concat())
    };
    let document = json(&sobol(&["--second-order", "--group", "line=front_length,combat_share", "--json"]).works());
    let found = &document["metrics"]["on_duty_front_density"];
    assert_eq!(document["groups"]["line"], serde_json::json!(["front_length", "combat_share"]));
    let group = found["groups"]["line"]["first_order"].as_f64().unwrap();
    assert!(group > found["inputs"]["combat_share"]["first_order"].as_f64().unwrap(), "{group}");
    assert!(found["second_order"]["front_length"]["combat_share"]["ci"].is_array(), "{found}");
    assert!(json(&sobol(&["--json"]).works())["metrics"]["on_duty_front_density"].get("second_order").is_none());
    sobol(&["--group", "line"]).fails(2, &["`line` is not a group", "NAME=INPUT"]);
    sobol(&["--group", "line=front_lenght"]).fails(2, &["did you mean `front_length`?"]);
    sobol(&["--group", "a=front_length", "--group", "a=combat_share"]).fails(2, &["two groups are called `a`"]);
    in_empty(&["sensitivity", "--second-order"]).fails(2, &["--method sobol"]);
}

#[test]
fn a_scenario_asks_for_its_drivers_and_without_ranges_a_sentence_says_why_there_are_none() {
    let folder = with_small();
    let asks = "title = \"Asks\"\npurpose = \"observation\"\n[sensitivity]\nmetric = [\"front_density\", \"on_duty_front_density\"]\nsamples = 64\n\
        second_order = true\n[sensitivity.group]\nboth = [\"front_length\", \"relief_factor\"]\n[input]\n\
        peacekeepers = { value = 5, unit = \"troops\", assumed = \"a test\" }\n\
        combat_share = { value = 0.5, unit = \"1\", assumed = \"a test\" }\n\
        relief_factor = { low = 4, high = 6, unit = \"1\", assumed = \"a test\" }\n";
    let ranged = format!("{asks}front_length = {{ low = 1, high = 2, unit = \"km\", assumed = \"a test\" }}\n");
    fs::write(folder.path().join("asks.toml"), ranged).unwrap();
    forcesize(folder.path(), &["run", "asks.toml", "--format", "svg"]).works();
    for file in ["one_at_a_time.csv", "elasticities.csv", "sobol_indices.csv"] {
        assert!(folder.path().join("output/asks").join(file).exists(), "{file}");
    }
    for chart in ["tornado_on_duty_front_density", "sobol_indices"] {
        assert!(folder.path().join(format!("output/asks/charts/{chart}.svg")).exists(), "{chart}");
    }
    let document = json(&forcesize(folder.path(), &["run", "asks.toml", "--json"]).works());
    assert!(document["sobol_indices"]["metrics"]["on_duty_front_density"]["groups"]["both"].is_object());
    // A variant without the front has no metric to ask about, and says nothing of it.
    let lacks = "extends = \"asks.toml\"\nomit = [\"front_length\"]\n";
    fs::write(folder.path().join("lacks.toml"), lacks).unwrap();
    let outcome = forcesize(folder.path(), &["run", "lacks.toml", "--json"]);
    assert!(json(&outcome.works()).get("sobol_indices").is_none());
    let fixed = "extends = \"asks.toml\"\n[input]\nfront_length = { value = 1, unit = \"km\", assumed = \"a test\" }\n\
        relief_factor = { value = 5, unit = \"1\", assumed = \"a test\" }\n";
    fs::write(folder.path().join("fixed.toml"), fixed).unwrap();
    let said = forcesize(folder.path(), &["run", "fixed.toml", "--full", "--format", "svg"]).works();
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        said.contains("No Sobol' indices: nothing is drawn, since no uncertain input of the scenario has a range."),
        "{said}"
    );
}

#[test]
fn a_misspelt_command_is_recognised() {
    for (wrong, right) in [("sensitivty", "sensitivity"), ("monte-calro", "monte-carlo"), ("explian", "explain")] {
        in_empty(&[wrong]).fails(1, &[&format!("did you mean `{right}`?")]);
    }
}

#[test]
fn break_even_takes_statistics_and_two_inputs() {
    let target = "P(force_density >= 10 personnel per 1000 people) = 80 %";
    let search = |vary: &str, target: &str, more: &[&str]| {
        let all: Vec<&str> =
            ["break-even", "--vary", vary, "--target", target].into_iter().chain(more.iter().copied()).collect();
        in_empty(&all)
    };
    let wide = "peacekeepers=10_000..1_000_000";
    let found = json(&search(wide, target, &["--samples", "1024", "--seed", "3", "--json"]).works());
    assert_eq!(found["outcome"], "crossings");
    assert_eq!((found["samples"].as_u64(), found["seed"].as_u64()), (Some(1024), Some(3)));
    assert!((found["crossings"][0]["value"].as_f64().unwrap() - 0.8).abs() <= 1.5 / 1024.0, "{found}");
    // Lines are wrapped to the terminal's width.
    let said = |vary: &str, target: &str| {
        let args = ["break-even", "--vary", vary, "--target", target, "--format", "svg"];
        let folder = tempfile::tempdir().unwrap();
        let said = forcesize(folder.path(), &args).works();
        assert!(folder.path().join("output/ukraine-2025/break_even.csv").exists());
        assert!(folder.path().join("output/ukraine-2025/charts/break_even.svg").exists());
        said.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let short = said("peacekeepers=10_000..280_000", target);
    assert!(short.contains("it is not reached: at best") && short.contains(" % at 280,000 troops."), "{short}");
    let easy = said("peacekeepers=290_000..1_000_000", "P(force_density >= 5 personnel per 1000 people) = 80 %");
    assert!(easy.contains("it stays at more than 99.97 %"), "{easy}");
    let both = ["--vary", wide, "--metric", "front_density", "--steps", "5", "--json"];
    let found = json(&search("front_length=500..3_700", "25", &both).works());
    assert_eq!(found["outcome"], "frontier");
    let points = found["frontier"].as_array().unwrap();
    assert_eq!(points.len(), 5);
    for point in points {
        let (a, b) = (point["a"].as_f64().unwrap(), point["b"].as_f64().unwrap());
        assert!((b / a - 25.0).abs() < 25e-9, "{point}");
    }
    for (target, words) in [
        ("P(force_densty >= 10) = 80 %", "did you mean `force_density`?"),
        ("P(force_density >= 10 personnel per 1000 people) = 80", "between 0 % and 100 %"),
        ("P(force_density >= 10 = 80 %", "not closed"),
        ("p0(front_density) = 25", "no statistic `p0`"),
        ("p5(front_density) = 25 km", "personnel per km"),
        ("25", "does not say of which metric"),
    ] {
        search(wide, target, &[]).fails(2, &[words, "--target:1:"]);
    }
    search(wide, target, &["--metric", "force_density"]).fails(2, &["names its own metric"]);
    search(wide, target, &["--vary", "front_length=1..2", "--vary", "area=1..2"]).fails(2, &["one input or two"]);
    let more = ["--vary", wide, "--steps", "3", "--samples", "256", "--json"];
    let found = json(&search("population=10..60", target, &more).works());
    assert_eq!((&found["outcome"], &found["samples"]), (&"frontier".into(), &256.into()), "{found}");
}

// ----------------------------------------------------------------------------------------------------- past missions

const MISSION: &str = r#"
[mission.mine]
name   = "Mine"
kind   = "interposition"
year   = 2020
input  = { peacekeepers = "3_000 personnel", front_length = "10 km" }
source = "https://example.org/mine"
"#;

#[test]
fn missions_as_json_have_the_fixed_shape() {
    let document = json(&in_empty(&["missions", "--json"]).works());
    let missions = document["missions"].as_array().unwrap();
    assert_eq!(missions.len(), 66);
    let cyprus = missions.iter().find(|mission| mission["id"] == "unficyp-1974").unwrap();
    assert_eq!((&cyprus["kind"], &cyprus["year"]), (&Value::from("interposition"), &Value::from(1974)));
    assert_eq!(cyprus["strength"], 4440.0);
    assert!((cyprus["front_density"].as_f64().unwrap() - 4440.0 / 180.0).abs() < 1e-9);
    assert!(cyprus["force_density"].is_null(), "{cyprus}");
    for density in ["front_density", "force_density", "force_to_space"] {
        for kind in ["all", "stabilisation", "enforcement"] {
            let band = &document["bands"][density][kind];
            for key in ["n", "places", "min", "median", "max"] {
                assert!(band[key].is_number(), "{density} {kind} {key}");
            }
            // Quartiles of ten places or more.
            let many = band["places"].as_u64().unwrap() >= 10;
            assert!(["q1", "q3"].iter().all(|key| band[*key].is_number() == many), "{band}");
            assert!(["q1_ci", "q3_ci"].iter().all(|key| band[*key].is_array() == many), "{band}");
        }
    }
    assert_eq!(document["regression"].as_array().unwrap().len(), 4);
    let trusted = json(&in_empty(&["missions", "--json", "--confidence", "high", "--kind", "deterrence"]).works());
    let trusted = trusted["missions"].as_array().unwrap().clone();
    assert!(!trusted.is_empty());
    assert!(trusted.iter().all(|one| one["confidence"] == "high" && one["kind"] == "deterrence"));
}

#[test]
fn a_scenario_is_held_against_missions_of_its_own_too() {
    let folder = with_small();
    fs::write(folder.path().join("mine.toml"), MISSION).unwrap();
    fs::write(folder.path().join("own.toml"), SMALL.replace("[input]", "missions = \"mine.toml\"\n[input]")).unwrap();
    let n = |args: &[&str]| {
        let document = json(&forcesize(folder.path(), args).works());
        let held = if document["like"].is_null() { &document["history"] } else { &document["like"] };
        held["densities"]["front_density"]["class"]["n"].as_u64().unwrap()
    };
    assert_eq!(n(&["run", "small.toml", "--json"]), 7);
    assert_eq!(n(&["run", "own.toml", "--json"]), 8);
    assert_eq!(n(&["missions", "--like", "own.toml", "--json"]), 8);
    assert_eq!(n(&["missions", "--like", "small.toml", "--missions", "mine.toml", "--json"]), 8);
    let shown = forcesize(folder.path(), &["missions", "--like", "small.toml", "--format", "svg"]).works();
    let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(shown.contains("denser than 5 of 7 missions (interposition; 5 places)"), "{shown}");
    let written = files(&folder.path().join("output/small"));
    for name in ["missions.csv", "bands.csv", "history.csv", "charts/missions.svg"] {
        assert!(written.contains_key(name), "{name} is not among {:?}", written.keys());
    }
    forcesize(folder.path(), &["missions", "--missions", "nowhere.toml"]).fails(1, &["cannot read `nowhere.toml`"]);
    fs::write(folder.path().join("bad.toml"), MISSION.replace("10 km", "10 km²")).unwrap();
    forcesize(folder.path(), &["missions", "--missions", "bad.toml"])
        .fails(1, &["`front_length` is measured in", "bad.toml:6"]);
}

#[test]
fn explanations_for_programs_have_the_range_of_samples() {
    let folder = TempDir::new().unwrap();
    let found = json(&forcesize(folder.path(), &["explain", "front_density", "--json"]).works());
    let step = &found[0][0];
    let (low, high) = (step["p5"].as_f64().unwrap(), step["p95"].as_f64().unwrap());
    // numpy, from the quantiles of the line's PERT distribution.
    assert!((low - 84.13).abs() < 0.1 && (high - 96.64).abs() < 0.1, "{low} {high}");
    let table = forcesize(folder.path(), &["explain", "front_density", "--csv"]).works();
    let mut lines = table.lines();
    let heads: Vec<&str> = lines.next().unwrap().split(',').collect();
    let row: Vec<&str> = lines.next().unwrap().rsplit(',').collect();
    assert_eq!(heads[heads.len() - 2..], ["p5", "p95"]);
    assert_eq!((row[1].parse::<f64>().unwrap(), row[0].parse::<f64>().unwrap()), (low, high));
    // An input that is moved alone has none.
    let input = found[0].as_array().unwrap().iter().find(|step| step["input"] == "peacekeepers").unwrap();
    assert!(input.get("p5").is_none());
}
