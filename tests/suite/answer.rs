//! What a run prints: at most forty lines of eighty columns with the answer on top, for every scenario, in every language.

use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const LINES: usize = 40;
const COLUMNS: usize = 80;
const LANGUAGES: [&str; 4] = ["en", "de", "fr", "uk"];

fn forcesize(folder: &Path, args: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_forcesize"));
    let output = command.args(args).current_dir(folder).stdin(Stdio::null()).output().unwrap();
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn width(line: &str) -> usize {
    textwrap::core::display_width(line)
}

/// Checks what a run of a scenario prints; gives it.
fn checked(folder: &Path, scenario: &str, language: &str) -> String {
    let name = format!("{scenario} ({language})");
    let printed = forcesize(folder, &["run", scenario, "--lang", language, "--format", "svg"]);
    let lines: Vec<&str> = printed.trim_end().lines().collect();
    assert!(lines.len() <= LINES, "{name}: {} lines\n{printed}", lines.len());
    for line in &lines {
        let parts = line.split_whitespace().count();
        let heading = !line.starts_with(' ') && line.contains("  ");
        let alone = parts == 1 || (heading && parts <= 3) || line.contains("forcesize ");
        assert!(width(line) <= COLUMNS || alone, "{name}: {} columns\n{line}", width(line));
        assert!(!line.ends_with(' '), "{name}: a blank at the end of\n{line}");
    }
    // No word is broken: each is one of those that results.json has, or of where to read on.
    let document: Value = serde_json::from_str(&forcesize(folder, &["run", scenario, "--lang", language, "--json"])).unwrap();
    let answer = document["answer"].as_array().unwrap();
    let texts = answer.iter().flat_map(|line| {
        let heading = std::iter::once(line["heading"].as_str().unwrap());
        heading.chain(line["text"].as_array().unwrap().iter().map(|text| text.as_str().unwrap()))
    });
    let mut known: BTreeSet<&str> = texts.flat_map(str::split_whitespace).collect();
    known.insert("…");
    let end = lines.len() - 3;
    for (at, line) in lines.iter().enumerate().filter(|(at, _)| *at < end) {
        for word in line.split_whitespace() {
            let more = line.contains("forcesize size");
            assert!(known.contains(word) || more, "{name}: the word `{word}` in line {at}\n{printed}");
        }
    }
    assert!(lines.last().unwrap().contains("report.html"), "{name}: {printed}");
    // A requirement with its verdict, or that there is none, stands within the first twelve lines.
    let many = answer.iter().find(|line| line["key"] == "how_many").unwrap();
    let first = many["text"][0].as_str().unwrap().split_whitespace().next().unwrap();
    assert!(lines[..lines.len().min(12)].iter().any(|line| line.split_whitespace().any(|word| word == first)), "{name}: {printed}");
    for key in ["how_many", "sustainable", "how_sure"] {
        let heading = answer.iter().find(|line| line["key"] == key).unwrap()["heading"].as_str().unwrap();
        assert!(lines.iter().any(|line| line.starts_with(heading)), "{name}: {heading} is missing\n{printed}");
    }
    printed
}

fn shipped() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let mut found: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.retain(|path| path.extension().is_some_and(|end| end == "toml"));
    found.retain(|path| !path.ends_with("reference_missions.toml"));
    found.sort();
    assert!(found.len() > 5);
    found
}

#[test]
fn every_shipped_scenario_answers_in_forty_lines_of_eighty_columns_in_every_language() {
    let folder = tempfile::tempdir().unwrap();
    for path in shipped() {
        for language in LANGUAGES {
            checked(folder.path(), path.to_str().unwrap(), language);
        }
    }
}

/// A scenario that asks for as much as it can, with long names.
fn crowded() -> String {
    let mut text = String::from(
        r#"
        title = "A title that somebody wrote who had a great deal to say about the mission, its mandate, its history, the parties to the conflict, the line between them and everything else that came to mind in the course of a long afternoon, and who then went on for another line or two"
        purpose = "stabilisation"
        warning = "A warning of many words that goes on and on about what must be kept in mind by everybody who uses any of these figures in a report, an article or a speech. And then another sentence."
        [input]
        peacekeepers = { value = 20_000, unit = "troops", assumed = "test", label = "Peacekeepers of the multinational stabilisation force under the second mandate" }
        police = { value = 2_000, unit = "personnel", assumed = "test" }
        host_troops = { value = 15_000, unit = "troops", assumed = "test" }
        host_police = { value = 9_000, unit = "personnel", assumed = "test" }
        population = { low = 8, mode = 10, high = 14, unit = "million people", assumed = "test" }
        area = { low = 20_000, high = 30_000, unit = "km²", assumed = "test" }
        front_length = { low = 200, high = 600, unit = "km", assumed = "test" }
        [monte_carlo]
        samples = 1024
        [sensitivity]
        metric = ["force_density", "front_density"]
        samples = 128
        "#,
    );
    for at in 0..12 {
        let _ = writeln!(
            text,
            "[metric.own_{at}]\nlabel = \"Requirement number {at} of the staff\"\nformula = \"{at}_000 * population / 1_000_000 * area / 20_000 * one_{at}\"\nunit = \"personnel\"\nmeans = \"A test.\"\nassumed = \"test\"\n\
             [metric.own_{at}.method]\nlabel = \"Method number {at} of the staff, with a long name\"\napplies = [\"stabilisation\"]\nwhy = \"A test.\"\n\
             [input.one_{at}]\nlabel = \"One\"\nunit = \"personnel per people km²\"\nvalue = 1\nmeans = \"A test.\"\nassumed = \"test\"\n\
             [[condition]]\nthat = \"force_density >= {} personnel per 1000 people\"\nlabel = \"Condition number {at}, which somebody described in a sentence of more words than were needed for it\"\n",
            at + 1
        );
    }
    text
}

#[test]
fn crowded_and_empty_scenarios_fit_too() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("crowded.toml", &crowded());
    write("line.toml", "[input]\nfront_length = { value = 300, unit = \"km\", assumed = \"test\" }\n");
    write("area.toml", "purpose = \"deterrence\"\n[input]\narea = { value = 300, unit = \"km²\", assumed = \"test\" }\n");
    write(
        "people.toml",
        "purpose = \"stabilisation\"\n[input]\npopulation = { low = 2, mode = 2.1, high = 2.4, unit = \"million people\", assumed = \"test\" }\n",
    );
    let deep = "a_folder_with_a_long_name/".repeat(4);
    fs::create_dir_all(folder.path().join(&deep)).unwrap();
    let far = format!("{deep}people.toml");
    fs::copy(folder.path().join("people.toml"), folder.path().join(&far)).unwrap();
    for language in LANGUAGES {
        for scenario in ["crowded.toml", "line.toml", "area.toml", "people.toml", &far] {
            checked(folder.path(), scenario, language);
        }
    }
    // Nothing of these is left out, however little room there is.
    let printed = checked(folder.path(), "crowded.toml", "en");
    assert!(printed.contains("more: forcesize size crowded.toml"), "{printed}");
    let people = checked(folder.path(), "people.toml", "en");
    assert!(people.contains("no force is proposed: how many is the question"), "{people}");
}

#[test]
fn all_of_it_is_printed_where_it_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let scenario = shipped().into_iter().find(|path| path.ends_with("ukraine-2025.toml")).unwrap();
    let printed = forcesize(folder.path(), &["run", scenario.to_str().unwrap(), "--full", "--format", "svg"]);
    let heads = ["Sizing methods side by side", "Can it be sustained", "What it costs", "Metrics", "Inputs"];
    let places: Vec<usize> = heads.iter().map(|head| printed.find(&format!("\n{head}\n===")).unwrap_or_else(|| panic!("{head}\n{printed}"))).collect();
    assert!(places.is_sorted(), "{places:?}");
    assert!(printed.trim_end().lines().last().unwrap().contains("report.html"));
}
