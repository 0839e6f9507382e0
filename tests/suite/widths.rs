//! What commands print where there is no terminal: eighty columns, and no word broken, for every shipped scenario.

use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const COLUMNS: usize = 80;

/// Every command that prints tables or sentences about a scenario.
const COMMANDS: [&[&str]; 12] = [
    &["run", "--full"],
    &["size"],
    &["supply"],
    &["cost"],
    &["explain"],
    &["sweep"],
    &["break-even"],
    &["monte-carlo", "--samples", "512"],
    &["sensitivity"],
    &["sensitivity", "--method", "elasticity"],
    &["sensitivity", "--method", "sobol", "--samples", "64"],
    &["discover", "--samples", "512"],
];

fn shipped() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let mut found: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.retain(|path| path.extension().is_some_and(|end| end == "toml"));
    found.retain(|path| !path.ends_with("reference_missions.toml"));
    found.sort();
    found
}

fn printed(folder: &Path, args: &[&str], columns: Option<&str>) -> String {
    let mut command = Command::new(crate::engine::program());
    command.args(args).current_dir(folder).stdin(Stdio::null()).env_remove("COLUMNS");
    if let Some(columns) = columns {
        command.env("COLUMNS", columns);
    }
    let output = command.output().unwrap();
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// What is wrong with the lines of a text: a line may be longer where it is one word, a path or a command to copy.
fn too_wide(text: &str) -> Vec<&str> {
    let words = |line: &&str| line.split_whitespace().count();
    let is_to_copy = |line: &&str| line.contains("forcesize ") || line.contains(" = { value = \"?\"");
    let is_path = |line: &&str| words(line) == 2 && line.starts_with("wrote ");
    let alone = |line: &&str| words(line) <= 1 || is_path(line) || is_to_copy(line);
    text.lines().filter(|line| textwrap::core::display_width(line) > COLUMNS && !alone(line)).collect()
}

/// The words of a text, without what frames a table.
fn words(text: &str) -> BTreeSet<String> {
    let bare = |word: &str| word.trim_matches(|c: char| "│|─┌┐└┘├┤┬┴┼╌═╪".contains(c)).to_owned();
    text.split_whitespace().map(bare).filter(|word| word.chars().count() > 2).collect()
}

#[test]
fn no_line_is_wider_than_eighty_columns_and_no_word_is_broken() {
    let folder = tempfile::tempdir().unwrap();
    let faults = shipped().into_par_iter().flat_map_iter(|path| {
        let name = path.file_stem().unwrap().to_str().unwrap();
        let mut faults = Vec::new();
        // Variants of a scenario say what it says; a whole report of each has their own words.
        let is_variant = name.starts_with("ukraine-") && name != "ukraine-2025";
        for command in &COMMANDS[..if is_variant { 1 } else { COMMANDS.len() }] {
            let mut args = vec![command[0], path.to_str().unwrap()];
            args.extend(&command[1..]);
            args.extend((command[0] != "explain").then_some(["--format", "svg"]).into_iter().flatten());
            let text = printed(folder.path(), &args, None);
            assert!(!text.trim().is_empty(), "{name}: {command:?} prints nothing");
            faults.extend(too_wide(&text).into_iter().map(|line| format!("{name}: {command:?}: {line}")));
            faults.extend(broken(&text).into_iter().map(|word| format!("{name}: {command:?}: broken: {word}")));
        }
        faults
    });
    let faults: Vec<String> = faults.collect();
    assert!(faults.is_empty(), "{} lines\n{}", faults.len(), faults.join("\n"));
}

/// Words that a line ends in the middle of: the end of a line and the beginning of the next, with no blank in between, make
/// up a word that stands whole elsewhere in the text and neither part does.
fn broken(text: &str) -> Vec<String> {
    let known = words(text);
    let mut found = Vec::new();
    let lines: Vec<&str> = text.lines().collect();
    for pair in lines.windows(2) {
        let end = pair[0].split_whitespace().next_back().unwrap_or_default();
        let next = pair[1].split_whitespace().next().unwrap_or_default();
        let whole = format!("{end}{next}");
        let letters = |part: &str| part.chars().all(char::is_alphabetic) && part.chars().count() > 2;
        let is_other = |part: &str| text.matches(part).count() > text.matches(&whole).count() + 1;
        if letters(end) && letters(next) && known.contains(&whole) && !is_other(end) && !is_other(next) {
            found.push(whole);
        }
    }
    found
}

#[test]
fn other_commands_fit_too() {
    let folder = tempfile::tempdir().unwrap();
    let scenarios = shipped();
    let path = |stem: &str| scenarios.iter().find(|path| path.file_stem().unwrap() == stem).unwrap().to_str().unwrap();
    let (one, other) = (path("ukraine-2025"), path("ukraine-reassurance-force"));
    let out = ["--format", "svg"];
    for args in
        [["compare", one, other].as_slice(), &["compare", "--pillars"], &["missions"], &["missions", "--like", one]]
    {
        let text = printed(folder.path(), &[args, &out].concat(), None);
        assert!(too_wide(&text).is_empty(), "{args:?}\n{}", too_wide(&text).join("\n"));
        assert!(broken(&text).is_empty(), "{args:?}: {:?}", broken(&text));
    }
    for args in [["metrics"].as_slice(), &["selftest"], &["help"], &["help", "formulas"], &["help", "--texts"]] {
        let text = printed(folder.path(), args, None);
        assert!(too_wide(&text).is_empty(), "{args:?}\n{}", too_wide(&text).join("\n"));
    }
}

#[test]
fn the_report_of_the_default_scenario_is_short() {
    let folder = tempfile::tempdir().unwrap();
    printed(folder.path(), &["--quiet", "--format", "svg"], None);
    let report = fs::read_to_string(folder.path().join("output/ukraine-2025/report.md")).unwrap();
    let lines: Vec<&str> = report.lines().collect();
    assert!(lines.len() <= 300, "{} lines", lines.len());
    // The answer on top, one picture for each question, every table that is folded also a file.
    let at =
        |text: &str| lines.iter().position(|line| line.contains(text)).unwrap_or_else(|| panic!("{text}\n{report}"));
    assert!(at("**HOW MANY**") < 30 && at("**HOW MANY**") < at("!["));
    let mut pictures = 0;
    for line in &lines {
        if line.starts_with("## ") {
            pictures = 0;
        }
        pictures += usize::from(line.starts_with("!["));
        assert!(pictures <= 1, "a second picture: {line}");
    }
    for link in report.split("](").skip(1).map(|rest| rest.split(')').next().unwrap()) {
        let is_file = !link.starts_with('<') && !link.starts_with("http");
        assert!(!is_file || folder.path().join("output/ukraine-2025").join(link).exists(), "{link}");
    }
    assert_eq!(report.matches("<details>").count(), report.matches("</details>").count());
}
