//! README says what the tool does: its commands are run, its tables made anew, its paths looked up.
//!
//! Marks in README.md, as HTML comments on lines of their own:
//!
//! * `file: NAME` before a ```` ```toml ```` block: a scenario of that name, which must be without error;
//! * `runs: forcesize ARGUMENTS` before a ```` ```text ```` block: what that command prints in a folder with these files;
//! * `generated: WHAT` up to `end`: a table that this file makes.
//!
//! `FORCESIZE_BLESS=1 cargo test` writes the last two anew, and `scenarios/schema.json`.

use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

const BLESS: &str = "to accept what the program gives now: FORCESIZE_BLESS=1 cargo test docs";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn blessing() -> bool {
    std::env::var_os("FORCESIZE_BLESS").is_some_and(|value| value == "1")
}

fn readme() -> String {
    fs::read_to_string(root().join("README.md")).unwrap()
}

/// What a command prints to standard output.
fn forcesize(folder: &Path, args: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_forcesize"))
        .args(args)
        .env_remove("COLUMNS")
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(output.status.success(), "forcesize {}:\n{}", args.join(" "), String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The argument of a mark: of `<!-- file: x.toml -->` under the key `file`.
fn mark<'a>(line: &'a str, key: &str) -> Option<&'a str> {
    line.strip_prefix("<!-- ")?.strip_suffix(" -->")?.strip_prefix(key)?.strip_prefix(": ")
}

/// A fenced block.
struct Block<'a> {
    /// The word behind the fence.
    language: &'a str,
    /// The line before the fence.
    before: &'a str,
    content: String,
}

fn blocks(readme: &str) -> Vec<Block<'_>> {
    let (mut found, mut before, mut lines) = (Vec::new(), "", readme.lines());
    while let Some(line) = lines.next() {
        if let Some(language) = line.strip_prefix("```") {
            let content =
                lines.by_ref().take_while(|line| *line != "```").fold(String::new(), |text, line| text + line + "\n");
            found.push(Block { language, before, content });
        }
        before = line;
    }
    found
}

/// README with its generated parts made anew.
fn renewed(readme: &str) -> String {
    let folder = TempDir::new().unwrap();
    for block in blocks(readme) {
        if let Some(name) = mark(block.before, "file") {
            fs::write(folder.path().join(name), block.content).unwrap();
        }
    }
    let (mut text, mut lines) = (String::new(), readme.lines());
    while let Some(line) = lines.next() {
        text += line;
        text.push('\n');
        if let Some(command) = mark(line, "runs") {
            let words: Vec<&str> = command.split_whitespace().collect();
            assert_eq!(words[0], "forcesize", "{line}");
            assert_eq!(lines.next(), Some("```text"), "behind {line}");
            let _ = lines.by_ref().take_while(|line| *line != "```").count();
            let printed = forcesize(folder.path(), &words[1..]);
            let printed = printed.lines().fold(String::new(), |text, line| text + line.trim_end() + "\n");
            let _ = write!(text, "```text\n{printed}```\n");
        } else if let Some(what) = mark(line, "generated") {
            assert!(lines.by_ref().any(|line| line == "<!-- end -->"), "{line} has no end");
            let _ = writeln!(text, "{}<!-- end -->", table(what));
        }
    }
    text
}

/// A generated table.
fn table(what: &str) -> String {
    let known: Value = serde_json::from_str(&forcesize(root(), &["metrics", "--json"])).unwrap();
    let text = |entry: &Value, key: &str| entry[key].as_str().unwrap().to_owned();
    let entries = known[what].as_object().unwrap_or_else(|| panic!("nothing is generated as `{what}`")).iter();
    let rows: Vec<[String; 4]> = match what {
        "metrics" => entries
            .map(|(id, one)| [text(one, "label"), ticked(id), text(one, "unit"), ticked(&text(one, "formula"))])
            .collect(),
        _ => entries.map(|(id, one)| [text(one, "label"), ticked(id), text(one, "unit"), text(one, "role")]).collect(),
    };
    let last = if what == "metrics" { "Formula" } else { "Role" };
    rows.iter().fold(format!("| Name | Identifier | Unit | {last} |\n|---|---|---|---|\n"), |mut table, row| {
        let _ = writeln!(table, "| {} |", row.join(" | "));
        table
    })
}

fn ticked(text: &str) -> String {
    format!("`{text}`")
}

#[test]
fn readme_shows_what_the_tool_prints() {
    let old = readme();
    let new = renewed(&old);
    if blessing() {
        fs::write(root().join("README.md"), &new).unwrap();
        return;
    }
    for (number, (old, new)) in old.lines().zip(new.lines()).enumerate() {
        assert_eq!(old, new, "README.md:{}; {BLESS}", number + 1);
    }
    assert_eq!(old.lines().count(), new.lines().count(), "README.md has another length; {BLESS}");
}

#[test]
fn readme_shows_something() {
    let readme = readme();
    for wanted in ["file: ", "runs: forcesize run ", "runs: forcesize explain ", "generated: metrics"] {
        assert!(readme.lines().any(|line| line.starts_with(&format!("<!-- {wanted}"))), "no mark `{wanted}`");
    }
}

#[test]
fn every_scenario_of_readme_is_valid_and_runs() {
    let readme = readme();
    for block in blocks(&readme).into_iter().filter(|block| block.language == "toml") {
        let name = mark(block.before, "file").unwrap_or_else(|| panic!("no file's name before:\n{}", block.content));
        let folder = TempDir::new().unwrap();
        fs::write(folder.path().join(name), &block.content).unwrap();
        forcesize(folder.path(), &["run", name, "--format", "svg"]);
        validates(name, &block.content);
    }
}

#[test]
fn readme_has_the_two_commands() {
    let readme = readme();
    for command in ["cargo run --release", "cargo test"] {
        let shown = |block: &Block| block.language == "sh" && block.content.lines().any(|line| line == command);
        assert!(blocks(&readme).iter().any(shown), "`{command}` has no line of its own");
    }
    // Continuous integration runs the first line that starts like this.
    assert_eq!(readme.lines().find(|line| line.starts_with("cargo test")), Some("cargo test"));
}

#[test]
fn every_command_of_the_shell_blocks_is_one() {
    let readme = readme();
    let commands = subcommands();
    for line in blocks(&readme).iter().filter(|block| block.language == "sh").flat_map(|block| block.content.lines()) {
        let mut words = line.split_whitespace();
        match (words.next(), words.next()) {
            (Some("forcesize"), Some(word)) => {
                assert!(word.starts_with('-') || commands.contains(word), "{line}");
            }
            (Some("cargo"), Some(word)) => assert!(["run", "test", "bench", "install"].contains(&word), "{line}"),
            other => panic!("README shows an unknown command: {other:?}"),
        }
    }
}

/// The commands that `--help` lists.
fn subcommands() -> BTreeSet<String> {
    let help = forcesize(root(), &["--help"]);
    let list = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    // Continuation lines stand further in.
    let list = list.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let found: BTreeSet<String> = list.map(|line| line.split_whitespace().next().unwrap().to_owned()).collect();
    assert!(found.len() > 8, "{found:?}");
    found
}

#[test]
fn readme_has_every_command() {
    let readme = readme();
    for command in subcommands() {
        let row = |line: &&str| {
            line.strip_prefix(&format!("| `forcesize {command}")).is_some_and(|rest| rest.starts_with(['`', ' ']))
        };
        assert!(readme.lines().any(|line| row(&line)), "README has no row for `forcesize {command}`");
    }
}

#[test]
fn readme_has_every_option_of_a_run() {
    let (readme, help) = (readme(), forcesize(root(), &["run", "--help"]));
    let words = help.split_whitespace().filter(|word| word.starts_with("--") && word.len() > 2);
    for option in words.filter(|word| !["--help", "--quiet"].contains(word)) {
        assert!(readme.contains(option), "README does not mention `{option}`");
    }
}

/// Paths that README names in code font or links to: with a slash, and no blank or placeholder.
fn paths(readme: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for line in readme.lines() {
        found.extend(line.split('`').skip(1).step_by(2).map(str::to_owned));
        found.extend(line.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(link, _)| link.to_owned()));
    }
    found.retain(|text| {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '-' | '_');
        let unit = |text: &str| forcesize::quantity::unit::Units::default().unit(text).is_ok();
        text.contains('/') && text.len() > 1 && text.chars().all(plain) && !unit(text)
    });
    found
}

#[test]
fn every_path_of_readme_is_there() {
    let folder = TempDir::new().unwrap();
    forcesize(folder.path(), &["--quiet"]);
    for path in paths(&readme()) {
        // What a run writes stands in its table as NAME.
        let path = PathBuf::from(path.replace("output/NAME", "output/ukraine-2025").replace("NAME", "densities"));
        let places = [root().to_path_buf(), folder.path().to_path_buf(), folder.path().join("output/ukraine-2025")];
        assert!(
            places.iter().any(|place| place.join(&path).exists()),
            "README names {}, which is not there",
            path.display()
        );
    }
    let readme = readme();
    for word in ["LICENSE-MIT", "LICENSE-APACHE"] {
        assert!(readme.contains(word) && root().join(word).is_file(), "{word}");
    }
}

#[test]
fn readme_names_every_folder() {
    let readme = readme();
    let mut folders = vec!["scenarios".to_owned(), "tests".to_owned(), "benches".to_owned(), "output".to_owned()];
    for entry in fs::read_dir(root().join("src")).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            folders.push(format!("src/{}", path.file_name().unwrap().to_str().unwrap()));
        }
    }
    for folder in folders {
        assert!(readme.contains(&format!("| `{folder}/` |")), "the map of the code lacks {folder}/");
    }
}

#[test]
fn readme_names_what_a_run_writes() {
    let folder = TempDir::new().unwrap();
    forcesize(folder.path(), &["--quiet", "--format", "svg"]);
    let readme = readme();
    for entry in fs::read_dir(folder.path().join("output/ukraine-2025")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        let named = readme.contains(&format!("| `{name}` |"))
            || path.extension().is_some_and(|extension| extension == "csv")
            || name == "charts";
        assert!(named, "README does not say that a run writes {name}");
    }
}

#[test]
fn committed_schema_is_the_printed_one() {
    let (path, printed) = (root().join("scenarios/schema.json"), forcesize(root(), &["schema"]));
    if blessing() {
        fs::write(&path, &printed).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap();
    assert!(committed == printed, "scenarios/schema.json is stale; {BLESS}");
}

/// Asserts that a scenario follows the schema that editors check it with.
fn validates(name: &str, scenario: &str) {
    let schema: Value = serde_json::from_str(&forcesize(root(), &["schema"])).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let table: toml::Table = toml::from_str(scenario).unwrap_or_else(|error| panic!("{name}: {error}"));
    let errors: Vec<String> = validator
        .iter_errors(&serde_json::to_value(table).unwrap())
        .map(|error| format!("{}: {error}", error.instance_path))
        .collect();
    assert!(errors.is_empty(), "{name} does not follow the schema:\n{}", errors.join("\n"));
}

#[test]
fn shipped_scenarios_follow_the_schema() {
    for entry in fs::read_dir(root().join("scenarios")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "toml") && !crate::engine::is_missions(&path) {
            let text = fs::read_to_string(&path).unwrap();
            assert!(text.starts_with("#:schema schema.json\n"), "{} has no schema line", path.display());
            validates(&path.display().to_string(), &text);
        }
    }
    let folder = TempDir::new().unwrap();
    forcesize(folder.path(), &["new", "new.toml"]);
    validates("new.toml", &fs::read_to_string(folder.path().join("new.toml")).unwrap());
}

#[test]
fn the_schema_sees_faults() {
    let schema: Value = serde_json::from_str(&forcesize(root(), &["schema"])).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for fault in ["titel = \"x\"", "purpose = \"war\"", "[input.area]\nlow = true", "[[sweep]]\nvary = \"area\""] {
        let table: toml::Table = toml::from_str(fault).unwrap();
        assert!(!validator.is_valid(&serde_json::to_value(table).unwrap()), "the schema accepts {fault}");
    }
}

#[test]
fn generated_shells_and_manual_know_every_command() {
    let manual = forcesize(root(), &["man"]);
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let completions = forcesize(root(), &["completions", shell]);
        for command in subcommands().iter().filter(|command| *command != "help") {
            assert!(completions.contains(command.as_str()), "{shell} does not complete {command}");
            assert!(manual.contains(command.as_str()), "the manual lacks {command}");
        }
    }
}
