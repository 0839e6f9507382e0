//! Working with the tool: what is printed for programs, watching files, a folder to start in, the manual.

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};
use tempfile::TempDir;

fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(crate::engine::program());
    command.args(args).current_dir(folder).stdin(Stdio::null());
    command
}

/// Exit code, standard output and standard error.
fn forcesize(folder: &Path, args: &[&str]) -> (Option<i32>, String, String) {
    let output = command(folder, args).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

fn works(folder: &Path, args: &[&str]) -> String {
    let (code, stdout, stderr) = forcesize(folder, args);
    assert_eq!(code, Some(0), "{args:?}\n{stdout}\n{stderr}");
    stdout
}

const SMALL: &str = r#"title = "Small"
purpose = "interposition"

[input]
front_length = { low = 800, high = 1_200, unit = "km", assumed = "for the test" }
peacekeepers = { value = 20_000, unit = "troops", source = "den-2018" }

[[condition]]
that = "front_density >= 20 personnel per km"

[source.den-2018]
title = "A page"
"#;

// -------------------------------------------------------------------------------------------- data for programs

#[test]
fn every_command_that_yields_data_prints_it_as_json_and_as_csv() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("small.toml"), SMALL).unwrap();
    let search: &[&str] = &["--vary", "peacekeepers=1_000..100_000", "--metric", "front_density", "--target", "50"];
    let sweep: &[&str] = &["--vary", "peacekeepers=1_000..100_000", "--show", "front_density"];
    let cases: [(&str, &[&str]); 14] = [
        ("run", &["small.toml"]),
        ("check", &["small.toml"]),
        ("explain", &["small.toml", "front_density"]),
        ("metrics", &[]),
        ("missions", &[]),
        ("sweep", sweep),
        ("monte-carlo", &["small.toml", "--samples", "64"]),
        ("sensitivity", &["small.toml", "--metric", "front_density"]),
        ("break-even", search),
        ("discover", &["small.toml"]),
        ("size", &["small.toml"]),
        ("cost", &[]),
        ("supply", &[]),
        ("selftest", &[]),
    ];
    for (name, args) in cases {
        let with = |option| [&[name][..], args, &[option]].concat();
        let text = works(folder.path(), &with("--json"));
        serde_json::from_str::<Value>(&text).unwrap_or_else(|error| panic!("{name}: {error}\n{text}"));
        let text = works(folder.path(), &with("--csv"));
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        assert!(reader.headers().unwrap().len() > 2, "{name}\n{text}");
        let records: Vec<_> =
            reader.records().collect::<Result<_, _>>().unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(!records.is_empty() || name == "check", "{name}");
        assert_eq!(forcesize(folder.path(), &[&with("--csv")[..], &["--json"]].concat()).0, Some(2), "{name}: both");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "data were printed, and files written");
}

#[test]
fn complaints_for_programs_have_their_places() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("small.toml"), SMALL.replace("front_length", "front_lenght")).unwrap();
    let (code, stdout, stderr) = forcesize(folder.path(), &["check", "small.toml", "--json"]);
    assert_eq!((code, stderr.as_str()), (Some(1), ""));
    let found: Value = serde_json::from_str(&stdout).unwrap();
    assert_eq!((&found["valid"], &found["errors"]), (&Value::Bool(false), &Value::from(1)));
    let complaint = &found["complaints"][0];
    let place = &complaint["places"][0];
    assert_eq!((&place["line"], &place["column"]), (&Value::from(5), &Value::from(1)), "{stdout}");
    assert_eq!(complaint["help"][0], "did you mean `front_length`?");
    let (_, stdout, _) = forcesize(folder.path(), &["check", "nowhere.toml", "--csv"]);
    assert!(stdout.contains("nowhere.toml,error"), "{stdout}");
}

#[test]
fn results_csv_is_one_long_table() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("small.toml"), SMALL).unwrap();
    works(folder.path(), &["run", "small.toml", "--quiet", "--format", "svg"]);
    let path = folder.path().join("output/small/results.csv");
    assert_eq!(fs::read_to_string(&path).unwrap(), works(folder.path(), &["run", "small.toml", "--csv"]));
    let mut reader = csv::Reader::from_path(&path).unwrap();
    assert_eq!(
        reader.headers().unwrap(),
        ["scenario", "kind", "id", "label", "statistic", "value", "unit", "source"].as_slice()
    );
    let rows: Vec<Vec<String>> = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    let value = |kind: &str, id: &str, statistic: &str| -> f64 {
        let found: Vec<_> = rows.iter().filter(|row| row[1] == kind && row[2] == id && row[4] == statistic).collect();
        assert_eq!(found.len(), 1, "{kind} {id} {statistic}");
        found[0][5].parse().unwrap()
    };
    // A uniform length of 800 to 1,200 km, and 20,000 over it.
    assert!((value("input", "front_length", "low") - 800.0).abs() < 1e-9);
    assert!((value("input", "front_length", "mean") - 1_000.0).abs() < 1e-9);
    assert!((value("metric", "front_density", "value") - 20.0).abs() < 1e-12);
    // The mean of 20,000 / U(800, 1200) is 50 ln 1.5, its median 20, and it is 20 or more in half of all cases.
    assert!((value("metric", "front_density", "mean") - 50.0 * 1.5_f64.ln()).abs() < 1e-3);
    assert!((value("metric", "front_density", "p50") - 20.0).abs() < 1e-2);
    assert!((value("metric", "front_density", "p5") - 20_000.0 / 1_180.0).abs() < 1e-2);
    assert!((value("condition", "front_density >= 20 personnel per km", "share") - 0.5).abs() < 1e-3);
    let peacekeepers = rows.iter().find(|row| row[2] == "peacekeepers").unwrap();
    assert_eq!((peacekeepers[6].as_str(), peacekeepers[7].as_str()), ("troops", "den-2018"));
    let keys: BTreeSet<_> = rows.iter().map(|row| (&row[1], &row[2], &row[4])).collect();
    assert_eq!(keys.len(), rows.len(), "a number stands twice");
}

// ------------------------------------------------------------------------------------------------ watching

/// A command that goes on, with the lines it says on both outputs.
struct Watching {
    child: Child,
    lines: Receiver<String>,
}

impl Watching {
    fn start(folder: &Path, args: &[&str]) -> Self {
        let mut child = command(folder, args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let (sender, lines) = channel();
        let outputs: [Box<dyn std::io::Read + Send>; 2] =
            [Box::new(child.stdout.take().unwrap()), Box::new(child.stderr.take().unwrap())];
        for output in outputs {
            let sender = sender.clone();
            std::thread::spawn(move || {
                for line in BufReader::new(output).lines().map_while(Result::ok) {
                    let _ = sender.send(line);
                }
            });
        }
        Self { child, lines }
    }

    /// What is said until it waits again.
    fn round(&self) -> String {
        let (mut said, since) = (String::new(), Instant::now());
        while since.elapsed() < Duration::from_mins(1) {
            let Ok(line) = self.lines.recv_timeout(Duration::from_mins(1)) else { break };
            said.push_str(&line);
            said.push('\n');
            if line.contains("; watching ") {
                // What the other output still holds.
                while let Ok(line) = self.lines.recv_timeout(Duration::from_millis(100)) {
                    said.push_str(&line);
                    said.push('\n');
                }
                return said;
            }
        }
        panic!("it never waited again:\n{said}");
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_saved_file_is_checked_again_broken_or_mended() {
    let folder = TempDir::new().unwrap();
    let (base, top) = (folder.path().join("base.toml"), folder.path().join("top.toml"));
    fs::write(&base, SMALL).unwrap();
    fs::write(&top, "extends = \"base.toml\"\ntitle = \"Top\"\n").unwrap();
    let mut watching = Watching::start(folder.path(), &["check", "--watch", "top.toml"]);
    let said = watching.round();
    assert!(said.contains("top.toml: no complaints") && said.contains("watching 2 files"), "{said}");
    // A file that it extends, saved in place, at fault.
    fs::write(&base, SMALL.replace("front_length", "front_lenght")).unwrap();
    let said = watching.round();
    assert!(said.contains("no input is called `front_lenght`"), "{said}");
    // Mended by renaming, as most editors save.
    fs::write(folder.path().join("base.tmp"), SMALL.replace("Small", "Large")).unwrap();
    fs::rename(folder.path().join("base.tmp"), &base).unwrap();
    assert!(watching.round().contains("no complaints"));
    // Gone, and back.
    fs::remove_file(&base).unwrap();
    assert!(watching.round().contains("base.toml"));
    fs::write(&base, SMALL).unwrap();
    assert!(watching.round().contains("no complaints"));
    // Saved again without a change: nothing is done.
    fs::write(&base, SMALL).unwrap();
    assert!(watching.lines.recv_timeout(Duration::from_millis(1500)).is_err());
    #[cfg(unix)]
    {
        let id = watching.child.id().to_string();
        Command::new("kill").args(["-INT", &id]).status().unwrap();
        assert_eq!(watching.child.wait().unwrap().code(), Some(0), "an interrupt is the end, not a fault");
    }
}

#[test]
fn a_run_is_done_again_and_keeps_what_it_wrote_when_a_save_is_at_fault() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("small.toml");
    fs::write(&path, SMALL).unwrap();
    let results = folder.path().join("output/small/results.json");
    let watching = Watching::start(folder.path(), &["run", "--watch", "small.toml"]);
    watching.round();
    let first = fs::read_to_string(&results).unwrap();
    fs::write(&path, SMALL.replace("20_000", "twenty")).unwrap();
    assert!(watching.round().contains("error:"));
    assert_eq!(fs::read_to_string(&results).unwrap(), first);
    fs::write(&path, SMALL.replace("20_000", "40_000")).unwrap();
    watching.round();
    let now: Value = serde_json::from_str(&fs::read_to_string(&results).unwrap()).unwrap();
    assert_eq!(now["metrics"]["front_density"]["value"], 40.0);
    let drawn = fs::read_dir(folder.path().join("output/small/charts")).unwrap();
    assert!(drawn.flatten().all(|file| file.path().extension().is_some_and(|extension| extension == "svg")));
}

#[test]
fn a_style_file_that_is_saved_is_drawn_again() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("small.toml"), SMALL).unwrap();
    let style = folder.path().join("st.toml");
    fs::write(&style, "ink = \"#112233\"\n").unwrap();
    let watching = Watching::start(folder.path(), &["run", "--watch", "small.toml", "--style", "st.toml"]);
    assert!(watching.round().contains("watching 2 files"));
    let drawn = || {
        let charts = fs::read_dir(folder.path().join("output/small/charts")).unwrap();
        let first = charts.flatten().map(|file| file.path()).min().unwrap();
        fs::read_to_string(first).unwrap()
    };
    assert!(drawn().contains("#112233"));
    fs::write(&style, "ink = \"#332211\"\n").unwrap();
    watching.round();
    assert!(drawn().contains("#332211"));
}

#[cfg(unix)]
#[test]
fn signals_have_codes_of_their_own() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("small.toml"), SMALL).unwrap();
    for (signal, code) in [("-INT", 0), ("-TERM", 143), ("-HUP", 129)] {
        let mut watching = Watching::start(folder.path(), &["check", "--watch", "small.toml"]);
        watching.round();
        Command::new("kill").args([signal, &watching.child.id().to_string()]).status().unwrap();
        assert_eq!(watching.child.wait().unwrap().code(), Some(code), "{signal}");
    }
}

#[test]
fn the_built_in_scenario_cannot_be_watched() {
    let folder = TempDir::new().unwrap();
    let (code, _, stderr) = forcesize(folder.path(), &["check", "--watch"]);
    assert_eq!(code, Some(2));
    assert!(stderr.contains("there is no file to watch"), "{stderr}");
}

// ------------------------------------------------------------------------------------------- a folder to start in

#[test]
fn new_writes_a_folder_to_start_in_and_replaces_nothing() {
    let folder = TempDir::new().unwrap();
    let said = works(folder.path(), &["new", "--folder", "mine", "--example"]);
    assert!(said.contains("forcesize run mine/scenario.toml"), "{said}");
    let mine = folder.path().join("mine");
    // The commands that it names next.
    let next =
        said.lines().filter_map(|line| line.trim().strip_prefix("forcesize ")).filter(|line| !line.contains("--watch"));
    let mut count = 0;
    for line in next {
        let (code, _, stderr) = forcesize(folder.path(), &line.split(' ').collect::<Vec<_>>());
        assert_eq!(code, Some(0), "{line}\n{stderr}");
        count += 1;
    }
    assert!(count >= 4, "{said}");
    let schema: Value = serde_json::from_str(&fs::read_to_string(mine.join("schema.json")).unwrap()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for name in ["scenario.toml", "inputs.toml"] {
        let table: toml::Table = fs::read_to_string(mine.join(name)).unwrap().parse().unwrap();
        assert!(validator.is_valid(&serde_json::to_value(table).unwrap()), "{name}");
    }
    let before = fs::read_to_string(mine.join("scenario.toml")).unwrap();
    fs::remove_file(mine.join("schema.json")).unwrap();
    let (code, _, stderr) = forcesize(folder.path(), &["new", "--folder", "mine"]);
    assert_eq!(code, Some(2));
    assert!(stderr.contains("`scenario.toml`, `inputs.toml` are there already"), "{stderr}");
    assert!(!mine.join("schema.json").exists(), "half of it was written");
    assert_eq!(fs::read_to_string(mine.join("scenario.toml")).unwrap(), before);
    // Without a folder: the one it is called in.
    let here = TempDir::new().unwrap();
    works(here.path(), &["new", "--folder"]);
    assert!(here.path().join("inputs.toml").exists());
}

#[test]
fn the_reference_has_every_input_and_holds_with_all_of_them_given() {
    let folder = TempDir::new().unwrap();
    works(folder.path(), &["new", "--folder", "--example"]);
    let path = folder.path().join("inputs.toml");
    works(folder.path(), &["check", "inputs.toml"]);
    let reference = fs::read_to_string(&path).unwrap();
    let known: Value = serde_json::from_str(&works(folder.path(), &["metrics", "--json"])).unwrap();
    for (name, input) in known["inputs"].as_object().unwrap() {
        let line = reference.lines().find(|line| line.starts_with(&format!("# {name} = {{"))).unwrap();
        let unit = input["unit"].as_str().unwrap_or_default();
        assert!(unit.is_empty() || line.contains(&format!("unit = \"{unit}\"")), "{name} [{unit}]: {line}");
    }
    let given: Vec<&str> = reference
        .lines()
        .map(|line| {
            line.strip_prefix("# ").filter(|rest| rest.contains(" = { ") || rest.starts_with('[')).unwrap_or(line)
        })
        .collect();
    fs::write(&path, given.join("\n")).unwrap();
    let said = works(folder.path(), &["check", "inputs.toml", "--json"]);
    let found: Value = serde_json::from_str(&said).unwrap();
    assert!(found["inputs"].as_u64().unwrap() > 60, "{}", found["inputs"]);
}

// ------------------------------------------------------------------------------------------------- the manual

/// The fenced blocks of a Markdown text in one language.
fn fenced(text: &str, language: &str) -> Vec<String> {
    let start = format!("```{language}\n");
    text.split(&start).skip(1).filter_map(|rest| Some(rest.split_once("```")?.0.to_owned())).collect()
}

#[test]
fn every_example_of_the_manual_works() {
    let folder = TempDir::new().unwrap();
    let manual = works(folder.path(), &["help", "--markdown"]);
    let (toml, shell) = (fenced(&manual, "toml"), fenced(&manual, "sh"));
    assert!(toml.len() >= 5 && shell.len() >= 7);
    for (number, scenario) in toml.iter().enumerate() {
        let name = format!("example-{number}.toml");
        fs::write(folder.path().join(&name), scenario).unwrap();
        works(folder.path(), &["check", &name]);
    }
    for line in shell.iter().flat_map(|block| block.lines()) {
        let words: Vec<String> = line.split(' ').map(|word| word.replace('"', "")).collect();
        // A text in quotes may have blanks.
        let mut args: Vec<String> = Vec::new();
        let mut open = false;
        for (word, raw) in words.iter().zip(line.split(' ')) {
            if open {
                let last = args.last_mut().unwrap();
                last.push(' ');
                last.push_str(word);
            } else {
                args.push(word.clone());
            }
            open ^= raw.matches('"').count() % 2 == 1;
        }
        assert_eq!(args.remove(0), "forcesize", "{line}");
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let args = if args[0] == "run" { [&args[..], &["--format", "svg"]].concat() } else { args };
        works(folder.path(), &args);
    }
    assert!(!manual.contains("{{"), "something in the manual stands for nothing");
}

#[test]
fn the_manual_has_what_the_program_knows() {
    let folder = TempDir::new().unwrap();
    let page = |topic: &str| works(folder.path(), &["help", topic]);
    let units = page("units");
    let (code, _, stderr) = forcesize(folder.path(), &["explain", "--set", "front_length=1 zzzzzz"]);
    assert_eq!(code, Some(2));
    assert!(stderr.contains("units are"), "{stderr}");
    for word in ["peacekeepers", "nmi", "hectares", "GBP", "trillion", "percent"] {
        assert!(units.contains(word), "{word} is not in\n{units}");
    }
    let schema: Value = serde_json::from_str(&works(folder.path(), &["schema"])).unwrap();
    let scenario = page("scenario");
    for key in schema["properties"]
        .as_object()
        .unwrap()
        .keys()
        .filter(|key| !["contributor", "sector"].contains(&key.as_str()))
    {
        assert!(scenario.contains(key.as_str()), "{key} is not in\n{scenario}");
    }
    let distributions = page("distributions");
    for key in ["loguniform", "p90", "weights", "lambda", "between"] {
        assert!(distributions.contains(key), "{key} is not in\n{distributions}");
    }
    let formulas = page("formulas");
    for name in ["sqrt(x)", "floor(x)", "max(a, b, ...)", "count(x)", "a ^ b", "agrees_with"] {
        assert!(formulas.contains(name), "{name} is not in\n{formulas}");
    }
    let methods = page("methods");
    let sizing = works(folder.path(), &["size", "--csv"]);
    for row in csv::Reader::from_reader(sizing.as_bytes()).records() {
        let id = row.unwrap()[0].to_owned();
        assert!(methods.contains(&id), "{id} is not in\n{methods}");
    }
}

#[test]
fn help_guesses_what_was_meant() {
    let folder = TempDir::new().unwrap();
    let (code, _, stderr) = forcesize(folder.path(), &["help", "unit"]);
    assert_eq!(code, Some(2));
    assert!(stderr.contains("did you mean `units`?") && stderr.contains("distributions"), "{stderr}");
    assert!(forcesize(folder.path(), &["help", "swep"]).2.contains("did you mean `sweep`?"));
}

// ----------------------------------------------------------------------------------------- widths and colours

/// Lines that may be longer than a terminal: formulas, and paths of files.
fn cannot_break(line: &str) -> bool {
    let line = line.trim_start();
    line.contains(" = ") || line.starts_with("= ") || line.starts_with("wrote ") || line.starts_with("output/")
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("small.toml"), SMALL).unwrap();
    let cases: [&[&str]; 17] = [
        &["run", "--format", "svg"],
        &["run", "small.toml", "--format", "svg"],
        &["check", "small.toml"],
        &["explain"],
        &["metrics"],
        &["missions", "--format", "svg"],
        &["sweep", "--vary", "peacekeepers=1_000..100_000", "--show", "front_density", "--format", "svg"],
        &["monte-carlo", "--samples", "256", "--format", "svg"],
        &["sensitivity", "--format", "svg"],
        &[
            "break-even",
            "--vary",
            "peacekeepers=1_000..100_000",
            "--metric",
            "front_density",
            "--target",
            "50",
            "--format",
            "svg",
        ],
        &["discover", "--format", "svg"],
        &["size", "--format", "svg"],
        &["cost", "--format", "svg"],
        &["supply", "--format", "svg"],
        &["selftest"],
        &["help", "scenario"],
        &["help", "methods"],
    ];
    let mut faults = Vec::new();
    for width in ["60", "80", "120"] {
        let most: usize = width.parse().unwrap();
        for args in cases {
            let output = command(folder.path(), args).env("COLUMNS", width).output().unwrap();
            let text = String::from_utf8(output.stdout).unwrap();
            assert!(output.status.success() && !text.is_empty(), "{args:?}");
            for line in text.lines().filter(|line| line.chars().count() > most && !cannot_break(line)) {
                faults.push(format!("{args:?} at {width}: {line}"));
            }
        }
    }
    assert!(faults.is_empty(), "{} lines\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn colours_are_for_terminals_and_for_who_asks() {
    let folder = TempDir::new().unwrap();
    let said = |args: &[&str], variable: Option<(&str, &str)>| {
        let mut command = command(folder.path(), args);
        command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").env_remove("CLICOLOR");
        command.envs(variable);
        String::from_utf8(command.output().unwrap().stderr).unwrap()
    };
    let wrong = ["explain", "nothing_like_it"];
    let always = ["explain", "nothing_like_it", "--color", "always"];
    let never = ["explain", "nothing_like_it", "--color", "never"];
    assert!(!said(&wrong, None).contains('\u{1b}'), "no terminal, no colour");
    assert!(said(&always, None).contains('\u{1b}'));
    assert!(said(&wrong, Some(("CLICOLOR_FORCE", "1"))).contains('\u{1b}'));
    assert!(!said(&wrong, Some(("NO_COLOR", "1"))).contains('\u{1b}'));
    assert!(!said(&never, Some(("CLICOLOR_FORCE", "1"))).contains('\u{1b}'));
}

#[test]
fn bars_of_a_table_have_one_scale() {
    use forcesize::report::bar::{Bar, COLUMNS, ascii, draw, head};
    let bars = [Bar::new(50.0, 100.0, 200.0), Bar::new(1.0, 1.0, 2.0), None, Bar::new(0.0, 3.0, 300.0)];
    let drawn = draw(&bars[..3]);
    assert_eq!(head(&bars[..3]), format!("×0.5{}×2", " ".repeat(COLUMNS - 6)));
    assert_eq!(drawn[2], "");
    // By factors, half and double are as far from the central case.
    let place = |text: &str, mark: char| text.chars().position(|character| character == mark);
    assert_eq!(place(&drawn[0], '├'), Some(0));
    assert_eq!(place(&drawn[0], '┤'), Some(COLUMNS - 1));
    assert_eq!(place(&drawn[0], '●'), place(&drawn[1], '●'));
    assert!((2 * place(&drawn[0], '●').unwrap()).abs_diff(COLUMNS - 1) <= 1);
    assert!(drawn.iter().filter(|text| !text.is_empty()).all(|text| text.chars().count() == COLUMNS));
    // Beyond ten times the scale ends, and an arrow says that it goes on.
    assert!(draw(&bars)[3].starts_with('◂') && draw(&bars)[3].ends_with('▸'), "{:?}", draw(&bars)[3]);
    assert!(ascii(&drawn[0]).is_ascii() && ascii("×2 km² ├──●┤") == "x2 km2 |--o|");
    assert_eq!(Bar::new(-1.0, 1.0, 2.0), None);
    assert_eq!(Bar::new(1.0, f64::NAN, 2.0), None);
}
