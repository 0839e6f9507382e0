//! `forcesize new`: blanks that are named, an example that says it is one, the figures of a past mission, a folder.

use forcesize::scenario::Purpose;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;
use toml::{Table, Value};

/// Exit code, and both outputs as one text.
fn run(folder: &Path, args: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::new(crate::engine::program());
    let output = command.args(args).current_dir(folder).stdin(Stdio::null()).output().unwrap();
    let text = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8(text).unwrap())
}

fn works(folder: &Path, args: &[&str]) -> String {
    let (code, text) = run(folder, args);
    assert_eq!(code, Some(0), "{args:?}\n{text}");
    text
}

fn fails(folder: &Path, args: &[&str], code: i32, words: &[&str]) -> String {
    let (found, text) = run(folder, args);
    assert_eq!(found, Some(code), "{args:?}\n{text}");
    for word in words {
        assert!(text.contains(word), "`{word}` is not in\n{text}");
    }
    text
}

fn read(folder: &Path, name: &str) -> (String, Table) {
    let text = fs::read_to_string(folder.join(name)).unwrap();
    let table = text.parse().unwrap();
    (text, table)
}

/// Whether a number stands anywhere in a value.
fn has_number(value: &Value) -> bool {
    match value {
        Value::Integer(_) | Value::Float(_) => true,
        Value::Array(items) => items.iter().any(has_number),
        Value::Table(table) => table.values().any(has_number),
        Value::String(text) => text.contains(|letter: char| letter.is_ascii_digit()),
        _ => false,
    }
}

#[test]
fn a_new_scenario_holds_no_figure_and_check_names_all_blanks_at_once() {
    let folder = TempDir::new().unwrap();
    for purpose in Purpose::WORDS {
        let name = format!("{purpose}.toml");
        works(folder.path(), &["new", &name, "--purpose", purpose]);
        let (_, table) = read(folder.path(), &name);
        assert!(!has_number(&Value::Table(table.clone())), "{purpose}");
        assert_eq!(table["purpose"].as_str(), Some(*purpose));
        let inputs = table["input"].as_table().unwrap();
        let wanted = format!("error: {} figures are still to be filled in: `", inputs.len());
        let said = fails(folder.path(), &["check", &name], 1, &[&wanted]);
        assert_eq!(said.matches("error:").count(), 1, "{said}");
        for input in inputs.keys() {
            assert!(said.contains(&format!("`{input}` (line ")), "{input}\n{said}");
        }
        fails(folder.path(), &["run", &name], 1, &["still to be filled in"]);
    }
    works(folder.path(), &["new", "my-plan.toml"]);
    let (text, table) = read(folder.path(), "my-plan.toml");
    assert_eq!(table["title"].as_str(), Some("My plan"));
    let said =
        fails(folder.path(), &["check", "my-plan.toml"], 1, &["entries are still to be filled in: `purpose` (line "]);
    assert!(said.contains("my-plan.toml:"), "{said}");
    // Filled in one by one; a figure without its origin is not complete.
    let text =
        text.replace("purpose = \"?\"", "purpose = \"interposition\"").replace("value   = \"?\"", "value   = 700");
    fs::write(folder.path().join("my-plan.toml"), &text).unwrap();
    let said = fails(folder.path(), &["check", "my-plan.toml"], 1, &["4 figures are still to be filled in"]);
    assert!(!said.contains("unit"), "{said}");
    fs::write(folder.path().join("my-plan.toml"), text.replace("assumed = \"?\"", "assumed = \"for the test\""))
        .unwrap();
    let said = works(folder.path(), &["check", "my-plan.toml"]);
    assert!(said.contains("4 inputs") || said.contains("inputs"), "{said}");
}

#[test]
fn blanks_of_a_parent_can_be_filled_in_by_a_child_and_on_the_command_line() {
    let folder = TempDir::new().unwrap();
    works(folder.path(), &["new", "parent.toml"]);
    let child = "extends = \"parent.toml\"\npurpose = \"observation\"\n[input]\n\
                 peacekeepers = { value = 900, unit = \"troops\", assumed = \"for the test\" }\n\
                 front_length = { value = 90, unit = \"km\", assumed = \"for the test\" }\n";
    fs::write(folder.path().join("child.toml"), child).unwrap();
    fails(folder.path(), &["check", "child.toml"], 1, &["2 figures are still", "`area` (line", "parent.toml:"]);
    works(folder.path(), &["check", "child.toml", "--set", "area=5_000 km²", "--set", "population=90_000 people"]);
}

#[test]
fn the_comments_are_in_the_language() {
    let folder = TempDir::new().unwrap();
    for (code, word) in [("de", "Frontlänge"), ("fr", "Longueur du front"), ("uk", "Довжина фронту")] {
        let name = format!("{code}.toml");
        works(folder.path(), &["new", &name, "--lang", code]);
        let (text, table) = read(folder.path(), &name);
        assert_eq!(table["lang"].as_str(), Some(code));
        assert!(text.contains(word) && !text.contains("Every figure"), "{text}");
        assert!(!text.contains("new-"), "a text is missing: {text}");
        fails(folder.path(), &["check", &name], 1, &["5 entries are still to be filled in"]);
    }
}

/// The numbers and names of a value, without what is said in words.
fn without_words(value: &mut Value) {
    if let Value::Table(table) = value {
        for key in ["title", "lang", "summary", "warning", "note", "label", "means", "assumed"] {
            table.remove(key);
        }
        table.iter_mut().for_each(|(_, value)| without_words(value));
    }
    if let Value::Array(items) = value {
        items.iter_mut().for_each(without_words);
    }
}

#[test]
fn the_example_works_says_that_it_is_one_and_is_the_same_in_every_language() {
    let folder = TempDir::new().unwrap();
    let mut figures: Vec<Value> = Vec::new();
    for code in ["en", "de", "fr", "uk"] {
        let name = format!("{code}.toml");
        works(folder.path(), &["new", &name, "--example", "--lang", code]);
        let said = works(folder.path(), &["check", &name]);
        assert!(said.contains("warning: still the example's: `front_length`") && said.contains("1 warning"), "{said}");
        let mut table = Value::Table(read(folder.path(), &name).1);
        without_words(&mut table);
        figures.push(table);
    }
    assert!(figures.iter().all(|one| *one == figures[0]));
    works(folder.path(), &["run", "de.toml", "--format", "svg", "--quiet"]);
    let report = fs::read_to_string(folder.path().join("output/de/report.md")).unwrap();
    for wanted in ["Noch die Zahlen des Beispiels: `front", "- Alle Zahlen dieses Szenarios", "- `fund`: Der Fonds ist"]
    {
        assert!(report.contains(wanted), "no `{wanted}`");
    }
    for command in ["supply", "cost"] {
        works(folder.path(), &[command, "en.toml", "--format", "svg"]);
    }
    // A figure of one's own is not the example's.
    let own = works(folder.path(), &["check", "en.toml", "--set", "front_length=500 km"]);
    assert!(!own.contains("the example's: `front_length`"), "{own}");
}

#[test]
fn a_past_mission_gives_its_figures_with_their_source() {
    let folder = TempDir::new().unwrap();
    works(folder.path(), &["new", "mine.toml", "--like", "unmil-2005"]);
    let (text, table) = read(folder.path(), "mine.toml");
    assert_eq!(table["purpose"].as_str(), Some("stabilisation"));
    for (name, input) in table["input"].as_table().unwrap() {
        assert_eq!(input["source"].as_str(), Some("unmil-2005"), "{name}");
    }
    assert!(table["source"]["unmil-2005"]["url"].as_str().unwrap().starts_with("http"), "{text}");
    let missions = include_str!("../../scenarios/reference_missions.toml").parse::<Table>().unwrap();
    for id in missions["mission"].as_table().unwrap().keys() {
        let name = format!("{id}.toml");
        works(folder.path(), &["new", &name, "--like", id, "--purpose", "observation"]);
        let said = works(folder.path(), &["check", &name]);
        assert!(!said.contains("has no source"), "{said}");
    }
    works(folder.path(), &["new", "malaya.toml", "--like", "malaya-1952"]);
    fails(folder.path(), &["check", "malaya.toml"], 1, &["1 entry is still to be filled in: `purpose`"]);
    fails(folder.path(), &["new", "other.toml", "--like", "unmil"], 2, &["no past mission", "forcesize missions"]);
    assert!(!folder.path().join("other.toml").exists());
}

#[test]
fn a_folder_takes_the_place_of_init() {
    let folder = TempDir::new().unwrap();
    let said = works(folder.path(), &["new", "--folder", "haiti", "--purpose", "stabilisation"]);
    assert!(said.contains("fill in its blanks"), "{said}");
    let (_, table) = read(&folder.path().join("haiti"), "scenario.toml");
    assert_eq!(table["title"].as_str(), Some("Haiti"));
    fails(folder.path(), &["new", "--folder", "haiti"], 2, &["are there already", "--force"]);
    works(folder.path(), &["new", "--folder", "haiti", "--force", "--example"]);
    works(folder.path(), &["check", "haiti/scenario.toml"]);
    fails(folder.path(), &["init"], 2, &["no command `init`", "forcesize new --folder"]);
    fails(folder.path(), &["init", "my-mission"], 2, &["forcesize new --folder my-mission"]);
    fails(folder.path(), &["new"], 2, &["PATH"]);
    fails(folder.path(), &["new", "x.toml", "--example", "--purpose", "observation"], 2, &["cannot be used with"]);
    fails(folder.path(), &["new", "x.toml", "--purpose", "war"], 2, &["stabilisation"]);
}
