//! The shipped scenarios give what `tests/golden.lock` says, byte for byte, and their charts are sound.
//!
//! The lock has the hash of each file; `output/` has the built-in scenario's as a gallery. It is not looked at, for whoever runs the program there changes it; but as
//! long as it is what git has, it is what the lock says. PNG files and pages are neither committed nor compared.
//! `FORCESIZE_BLESS=1 cargo test` writes lock and `output/` anew.

use forcesize::report::manifest::sha256;
use resvg::usvg::roxmltree::Document;
use resvg::usvg::{self, Node, Rect};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;
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

/// What a run of all scenarios writes with charts as SVG, two threads at work; made once.
pub fn results() -> &'static Path {
    static RESULTS: LazyLock<PathBuf> = LazyLock::new(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("results");
        if folder.exists() {
            fs::remove_dir_all(&folder).unwrap();
        }
        fs::create_dir_all(&folder).unwrap();
        run(&folder, "svg", Some("2"));
        folder
    });
    &RESULTS
}

/// Runs all scenarios into a folder.
fn run(out: &Path, format: &str, threads: Option<&str>) {
    let mut command = Command::new(crate::engine::program());
    command.arg("run").args(scenarios()).args(["--quiet", "--format", format, "--out"]).arg(out);
    command.current_dir(out).stdin(Stdio::null()).env_remove("RAYON_NUM_THREADS");
    if let Some(threads) = threads {
        command.env("RAYON_NUM_THREADS", threads);
    }
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Files that are large or not the same everywhere: pictures in pixels, PDF and pages.
const APART: [&str; 3] = ["png", "pdf", "html"];

/// The files below a folder by their relative path, but for those that stand apart.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        let Ok(entries) = fs::read_dir(&next) else { continue };
        for entry in entries {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if !is(&path, &APART) {
                let relative = path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
                found.insert(relative, compared(&path, fs::read(&path).unwrap()));
            }
        }
    }
    found
}

/// What is compared of a file: of a manifest all but the hashes of files that stand apart, of the report not in which
/// format its charts were written.
fn compared(path: &Path, content: Vec<u8>) -> Vec<u8> {
    if path.file_name().is_some_and(|name| name == "report.md") {
        return String::from_utf8_lossy(&content).replace(".png)", ".svg)").into_bytes();
    }
    if path.file_name().is_none_or(|name| name != "manifest.toml") {
        return content;
    }
    let apart = |line: &&str| {
        let is_apart = |name: &str| is(Path::new(name), &APART) || name == "report.md";
        line.split('"').nth(1).is_some_and(|name| is_apart(name) && line.contains("\" = \""))
    };
    let text = String::from_utf8_lossy(&content);
    text.lines().filter(|line| !apart(line)).fold(String::new(), |text, line| text + line + "\n").into_bytes()
}

/// Where two texts differ first, in words.
fn first_difference(now: &[u8], before: &[u8]) -> String {
    let (now, before) = (String::from_utf8_lossy(now), String::from_utf8_lossy(before));
    let short = |line: Option<&str>| line.map_or("(no such line)".to_owned(), |line| line.chars().take(200).collect());
    let (mut now, mut before) = (now.lines(), before.lines());
    for number in 1.. {
        let (new, old) = (now.next(), before.next());
        if new != old {
            return format!("line {number}\n    before: {}\n    now:    {}", short(old), short(new));
        }
        if new.is_none() {
            break;
        }
    }
    "line ends".to_owned()
}

/// How two folders differ, a line for each file.
fn differences(now: &BTreeMap<String, Vec<u8>>, before: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let mut found = Vec::new();
    for (path, content) in now {
        match before.get(path) {
            None => found.push(format!("{path}: not there before")),
            Some(old) if content != old => found.push(format!("{path}: {}", first_difference(content, old))),
            Some(_) => {}
        }
    }
    found
        .extend(before.keys().filter(|path| !now.contains_key(*path)).map(|path| format!("{path}: no longer written")));
    found
}

fn lock_file() -> PathBuf {
    root().join("tests/golden.lock")
}

/// The hashes of all files by their paths below `output/`, as they are committed.
fn lock() -> BTreeMap<String, String> {
    let text = fs::read_to_string(lock_file()).unwrap();
    text.lines().map(|line| line.split_once("  ").unwrap()).map(|(hash, path)| (path.into(), hash.into())).collect()
}

fn locked(files: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, String> {
    files.iter().map(|(path, content)| (path.clone(), sha256(content))).collect()
}

/// Writes the lock and `output/` anew. What a run left there that is in no lock stays.
fn bless() {
    let (folder, gallery) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    run(folder.path(), "svg", None);
    let before = if lock_file().exists() { lock() } else { BTreeMap::new() };
    let text =
        locked(&files(folder.path())).iter().fold(String::new(), |text, (path, hash)| text + hash + "  " + path + "\n");
    fs::write(lock_file(), text).unwrap();
    // As a reader does it, so that the first command of README leaves nothing for git to see.
    let mut command = Command::new(crate::engine::program());
    command.args(["--quiet", "--out"]).arg(gallery.path()).current_dir(root()).stdin(Stdio::null());
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let output = root().join("output");
    for path in before.keys().filter(|path| !gallery.path().join(path).exists()) {
        let _ = fs::remove_file(output.join(path));
    }
    for path in files(gallery.path()).keys() {
        let target = output.join(path);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(gallery.path().join(path), target).unwrap();
    }
}

/// The scenario that is built in.
const DEFAULT: &str = "ukraine-2025";

#[test]
fn outputs_are_those_of_the_lock() {
    if blessing() {
        bless();
    }
    let (now, before) = (files(results()), lock());
    let aside = root().join("target/golden");
    let _ = fs::remove_dir_all(&aside);
    let mut found = Vec::new();
    for (path, content) in &now {
        if before.get(path) == Some(&sha256(content)) {
            continue;
        }
        let new = aside.join(path);
        fs::create_dir_all(new.parent().unwrap()).unwrap();
        fs::write(&new, content).unwrap();
        // What it was, where the gallery still has it.
        let gallery = root().join("output").join(path);
        let old = fs::read(&gallery).map(|content| compared(&gallery, content)).ok();
        let old = old.filter(|old| before.get(path) == Some(&sha256(old)));
        let what = match (old, before.contains_key(path)) {
            (Some(old), _) => first_difference(content, &old),
            (None, true) => "another content".to_owned(),
            (None, false) => "not in the lock".to_owned(),
        };
        found.push(format!("{}: {what}", new.display()));
    }
    found
        .extend(before.keys().filter(|path| !now.contains_key(*path)).map(|path| format!("{path}: no longer written")));
    assert!(
        found.is_empty(),
        "{} files are not those of tests/golden.lock:\n{}\n{BLESS}",
        found.len(),
        found.join("\n")
    );
}

/// What git prints, where this folder is a clone of its own and git is there.
fn git(args: &[&str]) -> Option<String> {
    let ask = |args: &[&str]| {
        let output = Command::new("git").arg("-C").arg(root()).args(args).stdin(Stdio::null()).output().ok()?;
        output.status.success().then(|| String::from_utf8(output.stdout).ok())?
    };
    let top = PathBuf::from(ask(&["rev-parse", "--show-toplevel"])?.trim_end());
    (top.canonicalize().ok()? == root().canonicalize().ok()?).then(|| ask(args))?
}

/// Whoever runs the program in a clone changes `output/`, which is no fault: only what is committed has to be right.
#[test]
fn the_committed_gallery_is_that_of_the_lock() {
    let changed = git(&["status", "--porcelain", "--", "output", "tests/golden.lock"]);
    let listed = git(&["ls-files", "-z", "--", "output"]);
    let (Some(""), Some(listed)) = (changed.as_deref(), listed) else {
        eprintln!("skipped: this is no clone, or output/ is not as it was committed");
        return;
    };
    let tracked: BTreeMap<String, Vec<u8>> = listed
        .split('\0')
        .filter_map(|path| path.strip_prefix("output/"))
        .map(|path| {
            let file = root().join("output").join(path);
            (path.to_owned(), compared(&file, fs::read(&file).unwrap()))
        })
        .collect();
    let (gallery, lock) = (locked(&tracked), lock());
    let stale: Vec<&String> =
        gallery.iter().filter(|(path, hash)| lock.get(*path) != Some(*hash)).map(|(path, _)| path).collect();
    assert!(stale.is_empty(), "output/ is stale in {} files: {stale:?}\n{BLESS}", stale.len());
    let of_default = lock.keys().filter(|path| path.starts_with(&format!("{DEFAULT}/")));
    let missing: Vec<&String> = of_default.filter(|path| !gallery.contains_key(*path)).collect();
    assert!(missing.is_empty(), "output/ lacks {missing:?}\n{BLESS}");
}

/// Folders of runs with other settings are nobody's to commit, and no golden.
#[test]
fn folders_of_other_settings_are_passed_by() {
    let ignored = fs::read_to_string(root().join(".gitignore")).unwrap();
    assert!(ignored.lines().any(|line| line == "/output/*+*"), "{ignored}");
    assert!(lock().keys().all(|path| !path.contains('+')));
    if let Some(listed) = git(&["ls-files", "--", "output"]) {
        assert!(!listed.contains('+'), "{listed}");
    }
}

#[test]
fn threads_change_no_byte() {
    let one = TempDir::new().unwrap();
    run(one.path(), "svg", Some("1"));
    let found = differences(&files(results()), &files(one.path()));
    assert!(found.is_empty(), "two threads give other bytes than one:\n{}", found.join("\n"));
}

#[test]
fn a_run_of_one_scenario_is_that_of_all() {
    let alone = TempDir::new().unwrap();
    let output = Command::new(crate::engine::program())
        .args(["--quiet", "--format", "svg"])
        .current_dir(alone.path())
        .output()
        .unwrap();
    assert!(output.status.success());
    let all = results().join("ukraine-2025");
    let found = differences(&files(&alone.path().join("output/ukraine-2025")), &files(&all));
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
    let options = usvg::Options { fontdb: crate::looks::fonts(), ..usvg::Options::default() };
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
    let mut charts = 0;
    for scenario in scenarios() {
        for (path, content) in files(&results().join(name(&scenario))) {
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
