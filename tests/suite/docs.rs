//! README and the manual say what the tool does: their commands are run, their tables made anew, their paths looked up.
//!
//! Marks in both, as HTML comments on lines of their own:
//!
//! * `file: NAME` before a fenced block: a file of that name; in `toml` a scenario, which must be without error;
//! * `runs: forcesize ARGUMENTS` before a ```` ```text ```` block: what that command prints in a folder with these files;
//!   behind a semicolon how much of it is shown, `first 4 paragraphs` or `first line`;
//! * `generated: WHAT` up to `end`: a table that the manual makes, or `answers`, which this file makes.
//!
//! `FORCESIZE_BLESS=1 cargo test` writes the last two anew, and `scenarios/schema.json`.

use forcesize::quantity::number::shown;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

const BLESS: &str = "to accept what the program gives now: FORCESIZE_BLESS=1 cargo test docs";

const README: &str = "README.md";
const MANUAL: &str = "src/report/manual/manual.md";
const PAGES: [&str; 2] = [README, MANUAL];

/// Columns of what the pages show: four less than a terminal has, for `forcesize help` sets it in by as many.
const COLUMNS: &str = "76";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn blessing() -> bool {
    std::env::var_os("FORCESIZE_BLESS").is_some_and(|value| value == "1")
}

fn page(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap()
}

/// What a command prints to standard output.
fn forcesize(folder: &Path, args: &[&str]) -> String {
    printed(Command::new(crate::engine::program()).env_remove("COLUMNS"), folder, args)
}

/// The same as wide as the pages show it.
fn narrow(folder: &Path, args: &[&str]) -> String {
    printed(Command::new(crate::engine::program()).env("COLUMNS", COLUMNS), folder, args)
}

fn printed(command: &mut Command, folder: &Path, args: &[&str]) -> String {
    let output = command.args(args).current_dir(folder).stdin(Stdio::null()).output().unwrap();
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

fn blocks(page: &str) -> Vec<Block<'_>> {
    let (mut found, mut before, mut lines) = (Vec::new(), "", page.lines());
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

/// A folder with the files of a page.
fn folder_of(page: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    let mut names = BTreeSet::new();
    for block in blocks(page) {
        if let Some(name) = mark(block.before, "file") {
            assert!(names.insert(name.to_owned()), "two files are called {name}");
            fs::write(folder.path().join(name), block.content).unwrap();
        }
    }
    folder
}

/// A page with its generated parts made anew.
fn renewed(page: &str) -> String {
    let (folder, known) = (folder_of(page), known(page));
    let (mut text, mut lines, mut known) = (String::new(), page.lines(), known.into_iter());
    while let Some(line) = lines.next() {
        text += line;
        text.push('\n');
        if let Some(command) = mark(line, "runs") {
            assert_eq!(lines.next(), Some("```text"), "behind {line}");
            let _ = lines.by_ref().take_while(|line| *line != "```").count();
            let _ = write!(text, "```text\n{}```\n", shown_of(command, folder.path()));
        } else if let Some(what) = mark(line, "generated") {
            assert!(lines.by_ref().any(|line| line == "<!-- end -->"), "{line} has no end");
            let made = if what == "answers" { answers() } else { known.next().unwrap() };
            assert!(!made.is_empty(), "nothing is generated as `{what}`");
            let _ = writeln!(text, "{made}<!-- end -->");
        }
    }
    text
}

/// What a page shows of what a command prints.
fn shown_of(command: &str, folder: &Path) -> String {
    let (command, cut) = command.split_once("; ").map_or((command, None), |(command, cut)| (command, Some(cut)));
    let words: Vec<&str> = command.split_whitespace().collect();
    assert_eq!(words[0], "forcesize", "{command}");
    let all = narrow(folder, &words[1..]).lines().fold(String::new(), |text, line| text + line.trim_end() + "\n");
    let Some(cut) = cut else { return all };
    let paragraphs = cut.strip_prefix("first ").and_then(|rest| rest.strip_suffix(" paragraphs")?.parse().ok());
    let (count, end) = match paragraphs {
        Some(count) => (count, "\n\n"),
        None if cut == "first line" => (1, "\n"),
        None => panic!("how much is `{cut}`?"),
    };
    assert!(all.matches(end).count() > count, "`{command}` prints no more than the {cut}: show all of it");
    let first: Vec<&str> = all.split(end).take(count).collect();
    first.join(end) + "\n"
}

/// What the program prints today under each generated mark of the manual; everything else it prints as it stands.
fn known(page: &str) -> Vec<String> {
    if page != self::page(MANUAL) {
        return Vec::new();
    }
    let now = forcesize(root(), &["help", "--markdown"]);
    let (mut found, mut now, mut lines) = (Vec::new(), now.lines(), page.lines());
    while let Some(line) = lines.next() {
        if mark(line, "generated").is_some() {
            let _ = lines.by_ref().take_while(|line| *line != "<!-- end -->").count();
            assert_eq!(lines.next(), Some(""), "a blank line behind the end of {line}");
            found.push(
                now.by_ref().take_while(|line| !line.is_empty()).fold(String::new(), |all, line| all + line + "\n"),
            );
        } else if !line.starts_with("<!-- ") {
            assert_eq!(Some(line), now.next(), "`forcesize help --markdown` prints the manual");
        }
    }
    assert_eq!(now.next(), None, "`forcesize help --markdown` prints the manual");
    found
}

/// README's first table: what the built-in scenario answers.
fn answers() -> String {
    let found: Value = serde_json::from_str(&forcesize(root(), &["run", "--json"])).unwrap();
    let number = |place: &str| shown(found.pointer(place).unwrap_or_else(|| panic!("{place}")).as_f64().unwrap());
    let metric = |id: &str| number(&format!("/metrics/{id}/value"));
    let methods: Vec<(f64, bool)> = found["sizing"]["methods"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|method| Some((method["central"].as_f64()?, method["applies"].as_bool()?)))
        .collect();
    let least = |of: &dyn Fn(bool) -> bool| methods.iter().filter(|one| of(one.1)).map(|one| one.0).reduce(f64::min);
    let most = |of: &dyn Fn(bool) -> bool| methods.iter().filter(|one| of(one.1)).map(|one| one.0).reduce(f64::max);
    let purpose = found["scenario"]["purpose"].as_str().unwrap();
    let annual = |basis: &str| found["cost"]["bases"][basis]["annual_cost"]["central"].as_f64().unwrap();
    let bases: Vec<f64> = found["cost"]["bases"].as_object().unwrap().keys().map(|basis| annual(basis)).collect();
    let class = "/history/densities/front_density/class";
    let condition = &found["monte_carlo"]["conditions"][0];
    let search = &found["break_even"][0];
    assert_eq!((search["metric"].as_str(), search["vary"].as_str()), (Some("force_density"), Some("peacekeepers")));
    let rows = [
        (
            "How thinly would they stand?",
            format!(
                "{} per km of front, {} per 1,000 inhabitants, {} per km²",
                metric("front_density"),
                metric("force_density"),
                metric("force_to_space")
            ),
            "explain front_density",
        ),
        (
            "How many does it take?",
            format!(
                "{} to {} by the methods meant for {purpose}, {} to {} by others",
                shown(least(&|applies| applies).unwrap()),
                shown(most(&|applies| applies).unwrap()),
                shown(least(&|applies| !applies).unwrap()),
                shown(most(&|applies| !applies).unwrap())
            ),
            "size",
        ),
        (
            "What did past missions have?",
            format!(
                "{} {purpose} missions at {} places had {} to {} per km",
                number(&format!("{class}/n")),
                number(&format!("{class}/places")),
                number(&format!("{class}/min")),
                number(&format!("{class}/max"))
            ),
            "missions",
        ),
        (
            "Can it be sustained?",
            format!(
                "{} states that are ready can sustain {}: a shortfall of {}",
                found["supply"]["coalition"].as_array().unwrap().len(),
                number("/supply/sustainable"),
                shown(-found["supply"]["margin"].as_f64().unwrap())
            ),
            "supply",
        ),
        (
            "When is it there, at what cost?",
            format!(
                "by transport alone on day {} ({} to {}); {} billion euro a year, {} to {} by the basis of the cost",
                number("/build_up/reached/central"),
                number("/build_up/reached/fast"),
                number("/build_up/reached/slow"),
                number("/cost/annual_cost"),
                shown(bases.iter().copied().reduce(f64::min).unwrap()),
                shown(bases.iter().copied().reduce(f64::max).unwrap())
            ),
            "cost",
        ),
        (
            "How sure is that?",
            format!(
                "with Ukrainian troops {} per 1,000 inhabitants or more in {} % of samples",
                shown(condition["threshold"].as_f64().unwrap()),
                shown(100.0 * condition["share"].as_f64().unwrap())
            ),
            "monte-carlo",
        ),
        (
            "What would have to change?",
            format!(
                "{} per 1,000 inhabitants take {} peacekeepers",
                shown(search["target"].as_f64().unwrap()),
                number("/break_even/0/crossings/0/input")
            ),
            "break-even",
        ),
    ];
    assert_eq!(condition["metric"], "combined_force_density");
    rows.iter().fold("| Question | Answer | Ask for more |\n|---|---|---|\n".to_owned(), |table, row| {
        table + &format!("| {} | {} | `forcesize {}` |\n", row.0, row.1, row.2)
    })
}

#[test]
fn pages_show_what_the_tool_prints() {
    for name in PAGES {
        let old = page(name);
        let new = renewed(&old);
        if blessing() {
            fs::write(root().join(name), &new).unwrap();
            continue;
        }
        for (number, (old, new)) in old.lines().zip(new.lines()).enumerate() {
            assert_eq!(old, new, "{name}:{}; {BLESS}", number + 1);
        }
        assert_eq!(old.lines().count(), new.lines().count(), "{name} has another length; {BLESS}");
    }
}

#[test]
fn pages_show_something() {
    let shown = [
        (README, ["file: ", "runs: forcesize run ", "runs: forcesize explain ", "generated: answers"]),
        (MANUAL, ["file: ", "runs: forcesize run ", "generated: metrics", "generated: scenario"]),
    ];
    for (name, marks) in shown {
        let page = page(name);
        for wanted in marks {
            assert!(page.lines().any(|line| line.starts_with(&format!("<!-- {wanted}"))), "{name}: no mark `{wanted}`");
        }
    }
}

/// README is a page; the rest is in the manual.
#[test]
fn readme_is_short() {
    let count = page(README).lines().count();
    assert!(count <= 250, "README.md has {count} lines");
}

#[test]
fn every_scenario_of_the_pages_is_valid_and_runs() {
    for page in PAGES.map(page) {
        let folder = folder_of(&page);
        for block in blocks(&page).into_iter().filter(|block| block.language == "toml") {
            let name =
                mark(block.before, "file").unwrap_or_else(|| panic!("no file's name before:\n{}", block.content));
            forcesize(folder.path(), &["run", name, "--format", "svg"]);
            validates(name, &block.content);
        }
    }
}

#[test]
fn missions_of_ones_own_are_read_as_the_manual_has_them() {
    let folder = folder_of(&page(MANUAL));
    let found = forcesize(folder.path(), &["missions", "--missions", "my_missions.toml", "--csv"]);
    let own = found.lines().find(|line| line.starts_with("mine-2024,")).unwrap();
    // 3,000 on 150 km.
    assert_eq!(own.split(',').nth(7), Some("20"), "{own}");
}

#[test]
fn cases_of_ones_own_are_read_as_the_manual_has_them() {
    let folder = folder_of(&page(MANUAL));
    let found = forcesize(folder.path(), &["backtest", "my_cases.toml", "--csv"]);
    let own = found.lines().find(|line| line.starts_with("force_density,")).unwrap();
    assert!(own.contains(",Operations of mine,fighting came back,rarer,2,2,1,0.5,"), "{own}");
}

#[test]
fn readme_has_the_two_commands() {
    let readme = page(README);
    for command in ["cargo run --release", "cargo test"] {
        let shown = |block: &Block| block.language == "sh" && block.content.lines().any(|line| line == command);
        assert!(blocks(&readme).iter().any(shown), "`{command}` has no line of its own");
    }
    // Continuous integration runs the first line that starts like this.
    assert_eq!(readme.lines().find(|line| line.starts_with("cargo test")), Some("cargo test"));
}

#[test]
fn every_command_of_the_shell_blocks_is_one() {
    let commands = subcommands();
    for page in PAGES.map(page) {
        let blocks = blocks(&page);
        for line in blocks.iter().filter(|block| block.language == "sh").flat_map(|block| block.content.lines()) {
            let mut words = line.split_whitespace();
            match (words.next(), words.next()) {
                (Some("forcesize"), Some(word)) => {
                    assert!(word.starts_with('-') || commands.contains(word), "{line}");
                }
                (Some("cargo"), Some(word)) => assert!(["run", "test", "install"].contains(&word), "{line}"),
                other => panic!("an unknown command: {other:?}"),
            }
        }
    }
}

/// The commands that `--help` lists.
fn subcommands() -> BTreeSet<String> {
    let help = forcesize(root(), &["--help"]);
    let list = help.lines().skip_while(|line| *line != "The answer");
    // Lines of usage and continuations stand further in.
    let list = list.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let found: BTreeSet<String> = list.map(|line| line.split_whitespace().next().unwrap().to_owned()).collect();
    assert!(found.len() > 8, "{found:?}");
    found
}

#[test]
fn manual_has_every_command() {
    let manual = page(MANUAL);
    for command in subcommands() {
        let row = |line: &&str| {
            line.strip_prefix(&format!("| `forcesize {command}")).is_some_and(|rest| rest.starts_with(['`', ' ']))
        };
        assert!(manual.lines().any(|line| row(&line)), "the manual has no row for `forcesize {command}`");
    }
}

#[test]
fn manual_has_every_option_of_a_run() {
    let (manual, help) = (page(MANUAL), forcesize(root(), &["run", "--help"]));
    let words = help.split_whitespace().filter(|word| word.starts_with("--") && word.len() > 2);
    for option in words.filter(|word| *word != "--help") {
        assert!(manual.contains(option), "the manual does not mention `{option}`");
    }
}

#[test]
fn every_topic_is_listed_and_is_a_page_for_a_terminal() {
    let (manual, commands, help) = (page(MANUAL), subcommands(), forcesize(root(), &["help"]));
    let list = help.split_once("Topics: forcesize help TOPIC\n").unwrap().1;
    let listed: BTreeSet<&str> = list.split(|c: char| !c.is_alphanumeric() && c != '-').collect();
    let headings = manual.lines().filter_map(|line| line.strip_prefix("## ")?.split_once(": "));
    let topics: Vec<&str> = headings.map(|(name, _)| name).collect();
    assert_eq!(topics.last(), Some(&"changes"));
    for topic in topics {
        assert!(listed.contains(topic), "{topic} is not listed in\n{list}");
        assert!(!commands.contains(topic), "`forcesize help {topic}` could mean a command too");
        let page = forcesize(root(), &["help", topic]);
        let plain = !page.contains("<!--") && !page.contains("|---");
        assert!(page.starts_with(&format!("{topic}: ")) && plain, "{page}");
        assert!(page.lines().count() <= 150, "{topic} has {} lines", page.lines().count());
        for line in page.lines() {
            assert!(line.chars().count() <= 80, "{topic}: {line}");
        }
        assert!(forcesize(root(), &["help", topic, "--markdown"]).starts_with(&format!("## {topic}: ")));
    }
}

/// Paths that a page names in code font or links to: with a slash, and no blank or placeholder.
fn paths(page: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for line in page.lines() {
        found.extend(line.split('`').skip(1).step_by(2).map(str::to_owned));
    }
    found.extend(links(page).into_iter().map(|link| link.split('#').next().unwrap().to_owned()));
    found.retain(|text| {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '-' | '_');
        let unit = |text: &str| forcesize::quantity::unit::Units::default().unit(text).is_ok();
        text.contains('/') && text.len() > 1 && text.chars().all(plain) && !unit(text)
    });
    found
}

fn links(page: &str) -> Vec<String> {
    page.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(link, _)| link.to_owned()).collect()
}

#[test]
fn every_path_of_the_pages_is_there() {
    let folder = folder_of(&page(README));
    forcesize(folder.path(), &["--quiet"]);
    forcesize(folder.path(), &["run", "--quiet", "--format", "svg", "donbas-2018.toml"]);
    for name in PAGES {
        for path in paths(&page(name)) {
            // What a run writes stands in its table as NAME.
            let path = PathBuf::from(path.replace("output/NAME", "output/ukraine-2025").replace("NAME", "densities"));
            let places = [root().to_path_buf(), folder.path().to_path_buf(), folder.path().join("output/ukraine-2025")];
            assert!(
                places.iter().any(|place| place.join(&path).exists()),
                "{name} names {}, which is not there",
                path.display()
            );
        }
    }
    let readme = page(README);
    for word in ["LICENSE-MIT", "LICENSE-APACHE"] {
        assert!(readme.contains(word) && root().join(word).is_file(), "{word}");
    }
}

/// The part of a link that names a heading, made as web pages of repositories make it.
fn anchor(heading: &str) -> String {
    let text = heading.trim_start_matches('#').trim().to_lowercase().replace(' ', "-");
    text.chars().filter(|c| c.is_alphanumeric() || matches!(c, '-' | '_')).collect()
}

#[test]
fn links_to_headings_lead_to_one() {
    for name in PAGES {
        for link in links(&page(name)).iter().filter(|link| link.contains('#')) {
            let (file, wanted) = link.split_once('#').unwrap();
            let target = page(if file.is_empty() { name } else { file });
            let found = target.lines().any(|line| line.starts_with('#') && anchor(line) == wanted);
            assert!(found, "{name} links to {link}, which is no heading");
        }
    }
}

#[test]
fn the_map_of_the_code_names_every_folder() {
    let map = page("src/lib.rs");
    let mut folders = vec!["scenarios".to_owned(), "tests".to_owned(), "benches".to_owned(), "output".to_owned()];
    for entry in fs::read_dir(root().join("src")).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            folders.push(format!("src/{}", path.file_name().unwrap().to_str().unwrap()));
        }
    }
    for folder in folders {
        assert!(map.contains(&format!("| `{folder}/` |")), "the map of the code lacks {folder}/");
    }
}

#[test]
fn manual_names_what_a_run_writes() {
    let folder = TempDir::new().unwrap();
    forcesize(folder.path(), &["--quiet", "--format", "svg"]);
    let manual = page(MANUAL);
    for entry in fs::read_dir(folder.path().join("output/ukraine-2025")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        let named = manual.contains(&format!("| `{name}` |"))
            || path.extension().is_some_and(|extension| extension == "csv")
            || name == "charts";
        assert!(named, "the manual does not say that a run writes {name}");
    }
}

#[test]
fn committed_schema_is_the_printed_one() {
    for (place, args) in
        [("scenarios/schema.json", &["schema"][..]), ("scenarios/cases/schema.json", &["schema", "--cases"])]
    {
        let (path, printed) = (root().join(place), forcesize(root(), args));
        if blessing() {
            fs::write(&path, &printed).unwrap();
        }
        let committed = fs::read_to_string(&path).unwrap();
        assert!(committed == printed, "{place} is stale; {BLESS}");
    }
}

/// Asserts that a scenario follows the schema that editors check it with.
fn validates(name: &str, scenario: &str) {
    follows(&["schema"], name, scenario);
}

fn follows(schema: &[&str], name: &str, scenario: &str) {
    let schema: Value = serde_json::from_str(&forcesize(root(), schema)).unwrap();
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
    forcesize(folder.path(), &["new", "new.toml", "--example"]);
    validates("new.toml", &fs::read_to_string(folder.path().join("new.toml")).unwrap());
}

#[test]
fn shipped_files_of_cases_follow_their_schema() {
    let mut seen = 0;
    for folder in ["scenarios/cases", "tests/suite/backtest"] {
        for entry in fs::read_dir(root().join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "toml") {
                let text = fs::read_to_string(&path).unwrap();
                let has_line = text.starts_with("#:schema schema.json\n");
                assert!(has_line || folder.starts_with("tests"), "{} has no schema line", path.display());
                follows(&["schema", "--cases"], &path.display().to_string(), &text);
                seen += 1;
            }
        }
    }
    assert!(seen >= 8, "{seen}");
    let schema: Value = serde_json::from_str(&forcesize(root(), &["schema", "--cases"])).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let head = "title = \"T\"\nevent = \"it happens\"\noutcome = \"y == 1\"\ngroup = \"g\"\n";
    let valid = |more: &str| {
        let table: toml::Table = toml::from_str(&(head.to_owned() + more)).unwrap();
        validator.is_valid(&serde_json::to_value(table).unwrap())
    };
    assert!(valid("[[row]]\ng = \"a\"\ny = 1\n[[rule]]\ncolumn = \"x\"\nexpects = \"rarer\"\n"));
    for fault in [
        "tabel = \"x.csv\"\n",
        "counted = \"wars\"\n",
        "[[rule]]\ncolumn = \"x\"\n",
        "[[rule]]\ncolumn = \"x\"\nexpects = \"higher\"\n",
        "[input.peacekeepers]\nformula = \"troops\"\n",
        "[[row]]\ny = true\n",
    ] {
        assert!(!valid(fault), "the schema accepts {fault}");
    }
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
