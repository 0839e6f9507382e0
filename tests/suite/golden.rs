//! `output/` is what the shipped scenarios give, byte for byte, and its charts are sound.
//!
//! PNG files are not committed and not compared. `FORCESIZE_BLESS=1 cargo test` writes `output/` anew.

use resvg::usvg::roxmltree::Document;
use resvg::usvg::{self, Node, Rect};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

const BLESS: &str = "to accept what the program gives now: FORCESIZE_BLESS=1 cargo test golden";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn blessing() -> bool {
    std::env::var_os("FORCESIZE_BLESS").is_some_and(|value| value == "1")
}

/// The shipped scenarios.
fn scenarios() -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join("scenarios")).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<PathBuf> =
        entries.filter(|path| is(path, &["toml"]) && !crate::engine::is_missions(path)).collect();
    found.sort();
    assert!(found.len() >= 9, "scenarios/ has only {found:?}");
    found
}

fn is(path: &Path, extensions: &[&str]) -> bool {
    path.extension().is_some_and(|extension| extensions.iter().any(|one| extension == *one))
}

fn name(scenario: &Path) -> String {
    scenario.file_stem().unwrap().to_str().unwrap().to_owned()
}

/// Runs all scenarios into a folder.
fn run(out: &Path, format: &str, threads: Option<&str>) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_forcesize"));
    command.arg("run").args(scenarios()).args(["--quiet", "--format", format, "--out"]).arg(out);
    command.current_dir(out).stdin(Stdio::null()).env_remove("RAYON_NUM_THREADS");
    if let Some(threads) = threads {
        command.env("RAYON_NUM_THREADS", threads);
    }
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// The files below a folder by their relative path, but for pictures in pixels, PDF and pages, which are large.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        let Ok(entries) = fs::read_dir(&next) else { continue };
        for entry in entries {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if !is(&path, &["png", "pdf", "html"]) {
                let relative = path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
                found.insert(relative, fs::read(&path).unwrap());
            }
        }
    }
    found
}

/// Where two texts differ first, in words.
fn first_difference(now: &[u8], before: &[u8]) -> String {
    let (now, before) = (String::from_utf8_lossy(now), String::from_utf8_lossy(before));
    let short = |line: Option<&str>| line.map_or("(no such line)".to_owned(), |line| line.chars().take(200).collect());
    let (mut now, mut before) = (now.lines(), before.lines());
    for number in 1.. {
        let (new, old) = (now.next(), before.next());
        if new != old {
            return format!("line {number}\n    committed: {}\n    now:       {}", short(old), short(new));
        }
        if new.is_none() {
            break;
        }
    }
    "line ends".to_owned()
}

/// How two folders differ, a line for each file.
fn differences(now: &BTreeMap<String, Vec<u8>>, committed: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let mut found = Vec::new();
    for (path, content) in now {
        match committed.get(path) {
            None => found.push(format!("{path}: not committed")),
            Some(old) => {
                if content != old {
                    found.push(format!("{path}: {}", first_difference(content, old)));
                }
            }
        }
    }
    found.extend(
        committed.keys().filter(|path| !now.contains_key(*path)).map(|path| format!("{path}: no longer written")),
    );
    found
}

/// Writes `output/` anew. Pictures in pixels that a run left there stay.
fn bless() {
    let folder = TempDir::new().unwrap();
    run(folder.path(), "svg", None);
    let (now, output) = (files(folder.path()), root().join("output"));
    for path in files(&output).keys().filter(|path| !now.contains_key(*path)) {
        fs::remove_file(output.join(path)).unwrap();
    }
    for (path, content) in now {
        let path = output.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
}

#[test]
fn committed_outputs_are_what_the_program_gives() {
    if blessing() {
        bless();
    }
    let folder = TempDir::new().unwrap();
    run(folder.path(), "svg", None);
    let found = differences(&files(folder.path()), &files(&root().join("output")));
    assert!(found.is_empty(), "output/ is stale in {} files:\n{}\n{BLESS}", found.len(), found.join("\n"));
}

#[test]
fn threads_change_no_byte() {
    let (one, two) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    run(one.path(), "svg", Some("1"));
    run(two.path(), "svg", Some("2"));
    let found = differences(&files(two.path()), &files(one.path()));
    assert!(found.is_empty(), "two threads give other bytes than one:\n{}", found.join("\n"));
}

#[test]
fn a_run_of_one_scenario_is_that_of_all() {
    let (alone, all) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    run(all.path(), "svg", None);
    let output = Command::new(env!("CARGO_BIN_EXE_forcesize"))
        .args(["--quiet", "--format", "svg"])
        .current_dir(alone.path())
        .output()
        .unwrap();
    assert!(output.status.success());
    let found =
        differences(&files(&alone.path().join("output/ukraine-2025")), &files(&all.path().join("ukraine-2025")));
    assert!(found.is_empty(), "the built-in scenario and its file differ:\n{}", found.join("\n"));
}

/// What is wrong with an SVG.
fn faults(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let document = match Document::parse(text) {
        Ok(document) => document,
        Err(error) => return vec![format!("no XML: {error}")],
    };
    for wanted in ["title", "desc"] {
        let mut children = document.root_element().children();
        if !children.any(|child| child.has_tag_name(("http://www.w3.org/2000/svg", wanted)) && child.text().is_some()) {
            found.push(format!("no <{wanted}> with a text"));
        }
    }
    for node in document.descendants() {
        for attribute in node.attributes().filter(|attribute| !matches!(attribute.name(), "id" | "aria-label")) {
            if attribute.value().split(|c: char| !c.is_alphanumeric()).any(|word| matches!(word, "NaN" | "inf")) {
                found.push(format!("{} = \"{}\"", attribute.name(), attribute.value()));
            }
        }
        if node.is_text() && node.text().is_some_and(|text| text.split_whitespace().any(|w| matches!(w, "NaN" | "inf")))
        {
            found.push(format!("the text \"{}\"", node.text().unwrap_or_default()));
        }
    }
    let mut options = usvg::Options::default();
    options.fontdb_mut().load_fonts_dir(root().join("src/chart/fonts"));
    match usvg::Tree::from_str(text, &options) {
        Err(error) => found.push(format!("no SVG: {error}")),
        Ok(tree) => {
            let size = tree.size();
            let sheet = Rect::from_ltrb(-20.0, -20.0, size.width() + 20.0, size.height() + 20.0).unwrap();
            outside(tree.root(), sheet, &mut found);
        }
    }
    found
}

/// Shapes that leave the sheet by more than a margin.
fn outside(group: &usvg::Group, sheet: Rect, found: &mut Vec<String>) {
    for node in group.children() {
        if let Node::Group(inner) = node {
            outside(inner, sheet, found);
        } else {
            let place = node.abs_bounding_box();
            let inside = place.left() >= sheet.left()
                && place.right() <= sheet.right()
                && place.top() >= sheet.top()
                && place.bottom() <= sheet.bottom();
            if !inside {
                found.push(format!("a shape off the sheet: {place:?}"));
            }
        }
    }
}

#[test]
fn charts_are_sound() {
    let folder = TempDir::new().unwrap();
    run(folder.path(), "svg", None);
    let mut charts = 0;
    for scenario in scenarios() {
        for (path, content) in files(&folder.path().join(name(&scenario))) {
            if is(Path::new(&path), &["svg"]) {
                let found = faults(std::str::from_utf8(&content).unwrap());
                assert!(found.is_empty(), "{}/{path}:\n{}", name(&scenario), found.join("\n"));
                charts += 1;
            }
        }
    }
    assert!(charts > 10, "only {charts} charts");
}

#[test]
fn faults_in_charts_are_seen() {
    let wrap =
        |inside: &str| format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"50\">{inside}</svg>");
    let titled = "<title>t</title><desc>d</desc>";
    assert!(faults(&wrap(titled)).is_empty());
    assert_eq!(faults(&wrap("<title>t</title>")), ["no <desc> with a text"]);
    assert!(!faults(&wrap(&format!("{titled}<path d=\"M0 0 L NaN 3\"/>"))).is_empty());
    assert!(!faults(&wrap(&format!("{titled}<path d=\"M0 0 L 900 3 L 0 9 Z\"/>"))).is_empty());
    assert!(!faults("<svg>").is_empty());
}
