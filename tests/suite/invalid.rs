//! Every faulty scenario in `tests/invalid/` yields the complaints that stand beside it, all of them in one run.
//!
//! A file there is a topic with named cases: a heading with the name, a block with the scenario and a block with what is
//! said of it. They are checked in process. What is a matter of files (bytes, line ends, other files that are named) stands
//! in `files/` and goes through the binary. `FORCESIZE_BLESS=1 cargo test invalid` writes all answers anew: read what
//! changed before committing it. Cases whose name starts with `ok_` look odd but are right; they may give warnings.

use annotate_snippets::Renderer;
use forcesize::diagnostic::{Diagnostics, Texts};
use forcesize::evidence::Evidence;
use forcesize::language::Localizer;
use forcesize::model::{Choices, Model, NoFiles, link, read_scenario_with};
use forcesize::scenario::{FoundFile, Merged, load};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/invalid")
}

fn blessing() -> bool {
    std::env::var_os("FORCESIZE_BLESS").is_some_and(|value| value == "1")
}

/// A scenario with what must be said of it.
struct Case {
    name: String,
    scenario: String,
    expected: String,
}

/// The topics: their files and titles, with their cases.
fn topics() -> Vec<(PathBuf, String, Vec<Case>)> {
    let entries = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|ending| ending == "md")).collect();
    paths.sort();
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap();
        let (title, rest) = text.split_once('\n').unwrap();
        let cases = rest.split("\n## ").skip(1).map(|case| read_case(case, &path)).collect();
        (path, title.to_owned(), cases)
    };
    paths.into_iter().map(read).collect()
}

fn read_case(text: &str, path: &Path) -> Case {
    let parts = || {
        let (name, rest) = text.split_once("\n\n````toml\n")?;
        let (scenario, rest) = rest.split_once("````\n\n````text\n")?;
        let (expected, rest) = rest.split_once("````")?;
        rest.trim().is_empty().then(|| Case { name: name.into(), scenario: scenario.into(), expected: expected.into() })
    };
    parts().unwrap_or_else(|| panic!("{}: a case is not a heading, a scenario and an answer:\n{text}", path.display()))
}

fn cases() -> Vec<Case> {
    topics().into_iter().flat_map(|(_, _, cases)| cases).collect()
}

fn case(name: &str) -> Case {
    cases().into_iter().find(|case| case.name == name).unwrap_or_else(|| panic!("no case is called {name}"))
}

/// Exit code and complaints of a scenario that stands alone, as `forcesize check` has them.
fn check(case: &Case) -> (i32, String) {
    let name = format!("{}.toml", case.name);
    let file = FoundFile { name: name.clone(), identity: name, content: case.scenario.clone() };
    let complete = |model: &mut Model, merged: &mut Merged, texts: &mut Texts, diagnostics: &mut Diagnostics| {
        let _ = Evidence::of_scenario(model, merged, Localizer::default(), texts, diagnostics);
    };
    let reading = read_scenario_with(file, &NoFiles, &[], &Choices::default(), complete);
    let found = if reading.diagnostics.is_empty() {
        String::new()
    } else {
        reading.diagnostics.render(&reading.texts, &Renderer::plain().term_width(100)) + "\n"
    };
    (i32::from(reading.assessment.is_none()), found)
}

/// The names of the scenarios in `files/`, in order.
fn names_of_files() -> Vec<String> {
    let entries = std::fs::read_dir(folder().join("files")).unwrap().map(|entry| entry.unwrap().path());
    let scenarios = entries.filter(|path| path.extension().is_some_and(|extension| extension == "toml"));
    let mut names: Vec<String> = scenarios.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
    names.sort();
    names
}

/// Exit code and complaints of the program. The folder is the working directory, so that places are the same on every
/// machine.
fn check_file(name: &str) -> (i32, String) {
    let output = Command::new(crate::engine::program())
        .args(["check", &format!("{name}.toml")])
        .current_dir(folder().join("files"))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let complaints = String::from_utf8(output.stderr).unwrap();
    (output.status.code().unwrap(), complaints.replace("\r\n", "\n"))
}

/// The complaints of a printed text, each with the lines below it.
fn complaints(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for line in text.lines() {
        match found.last_mut() {
            Some(last) if !line.starts_with("error:") && !line.starts_with("warning:") => {
                last.push('\n');
                last.push_str(line);
            }
            _ => found.push(line.to_owned()),
        }
    }
    found
}

#[test]
fn each_mistake_gives_the_expected_complaints() {
    let (mut faults, mut count) = (Vec::new(), 0);
    for (path, title, cases) in topics() {
        let mut anew = format!("{title}\n");
        for case in cases {
            let (code, found) = check(&case);
            let _ = write!(anew, "\n## {}\n\n````toml\n{}````\n\n````text\n{found}````\n", case.name, case.scenario);
            faults.extend(fault(&case.name, &case.expected, (code, &found)));
            count += 1;
        }
        if blessing() {
            std::fs::write(&path, anew).unwrap();
        }
    }
    for name in names_of_files() {
        let (code, found) = check_file(&name);
        let beside = folder().join("files").join(&name).with_extension("expected");
        if blessing() {
            std::fs::write(&beside, &found).unwrap();
        }
        let expected = std::fs::read_to_string(&beside).unwrap_or_else(|_| panic!("{name} has no .expected beside it"));
        faults.extend(fault(&name, &expected.replace("\r\n", "\n"), (code, &found)));
        count += 1;
    }
    assert!(blessing() || faults.is_empty(), "{} faults\n\n{}", faults.len(), faults.join("\n\n"));
    assert!(count >= 360, "only {count} cases");
}

/// What is wrong with an answer.
fn fault(name: &str, expected: &str, (code, found): (i32, &str)) -> Vec<String> {
    let mut faults = Vec::new();
    if expected != found {
        faults.push(format!("{name}\n--- expected\n{expected}--- found\n{found}"));
    }
    let wanted = i32::from(!name.starts_with("ok_"));
    if code != wanted {
        faults.push(format!("{name}: exit code {code}, expected {wanted}"));
    }
    faults
}

/// In process or through the program, what is said is the same.
#[test]
fn the_program_says_what_the_library_does() {
    let folder = tempfile::TempDir::new().unwrap();
    for case in cases().into_iter().step_by(23) {
        let name = format!("{}.toml", case.name);
        std::fs::write(folder.path().join(&name), &case.scenario).unwrap();
        let output = Command::new(crate::engine::program())
            .args(["check", &name])
            .current_dir(folder.path())
            .stdin(Stdio::null())
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(check(&case).0), "{name}");
        assert_eq!(String::from_utf8(output.stderr).unwrap(), case.expected, "{name}");
    }
}

#[test]
fn each_error_names_its_place() {
    let alone = cases().into_iter().map(|case| (check(&case).1, case.name));
    for (found, name) in alone.chain(names_of_files().into_iter().map(|name| (check_file(&name).1, name))) {
        let errors: Vec<String> =
            complaints(&found).into_iter().filter(|complaint| complaint.starts_with("error:")).collect();
        assert_eq!(errors.is_empty(), name.starts_with("ok_"), "{name}\n{found}");
        for error in errors {
            let first = error.lines().next().unwrap();
            let of_the_file = first.contains("cannot read `") || first.ends_with("is empty");
            let place = error.lines().find_map(|line| line.trim_start().strip_prefix("--> "));
            assert!(place.is_some() || of_the_file, "no place in {name}\n{error}");
            assert!(place.is_none_or(|place| !place.starts_with('/')), "an absolute path in {name}\n{error}");
            if place.is_none() {
                assert!(error.contains("= help: "), "neither place nor advice in {name}\n{error}");
            }
        }
        assert!(!found.contains("panicked"), "{name}\n{found}");
    }
}

#[test]
fn several_mistakes_are_told_in_one_run() {
    for (name, least) in [("several_mistakes", 6), ("several_wrong_shapes", 8), ("several_faults_in_one_formula", 3)] {
        let (_, found) = check(&case(name));
        let count = complaints(&found).iter().filter(|complaint| complaint.starts_with("error:")).count();
        assert!(count >= least, "{name}: {count} errors\n{found}");
    }
}

/// The names that errors call unknown.
fn unknown(text: &str) -> Vec<String> {
    let errors = complaints(text).into_iter().filter(|complaint| complaint.starts_with("error: no "));
    let named = errors.filter_map(|error| {
        let (_, name) = error.lines().next().unwrap().split_once("is called `")?;
        Some(name.trim_end_matches('`').to_owned())
    });
    named.collect()
}

#[test]
fn an_unknown_name_is_complained_of_once() {
    let (_, found) = check(&case("cascade_of_unknown_names"));
    let mut names = unknown(&found);
    names.sort();
    assert_eq!(names, ["front_lenght", "own_densty", "reserve_density"], "{found}");
    let first = complaints(&found).into_iter().find(|complaint| complaint.contains("`front_lenght`")).unwrap();
    assert!(first.contains("toml:3:1") && first.contains("stands again in lines 7 and 22"), "{first}");
    assert!(found.contains("the same name stands again in line 17"), "{found}");
    // What only uses what is at fault is not complained of at all.
    let (_, found) = check(&case("cascade_of_a_faulty_input"));
    let errors = complaints(&found).into_iter().filter(|complaint| complaint.starts_with("error:"));
    assert_eq!(errors.count(), 1, "{found}");
}

#[test]
fn no_expectation_is_left_without_its_scenario() {
    for entry in std::fs::read_dir(folder().join("files")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "expected") {
            assert!(path.with_extension("toml").exists(), "{} stands alone", path.display());
        }
    }
    let mut names: Vec<String> = cases().into_iter().map(|case| case.name).chain(names_of_files()).collect();
    names.sort();
    let twice: Vec<&[String]> = names.windows(2).filter(|pair| pair[0] == pair[1]).collect();
    assert!(twice.is_empty(), "{twice:?}");
}

/// Loads and links a text; whatever it says, it must not panic, and it has a result or an error, never neither.
fn survives(content: &str) {
    let (mut texts, mut diagnostics) = (Texts::default(), Diagnostics::default());
    let model = Model::standard(&mut texts, &mut diagnostics);
    let file =
        FoundFile { name: "mangled.toml".to_owned(), identity: "mangled".to_owned(), content: content.to_owned() };
    let merged = load(file, &NoFiles, &model.scopes(), &mut texts, &mut diagnostics);
    let linked = merged.and_then(|merged| link("mangled", &model, &merged, &[], &texts, &mut diagnostics));
    assert_eq!(linked.is_none(), diagnostics.has_errors(), "{content}");
    assert!(!diagnostics.plain(&texts).contains('\0'));
}

#[test]
fn a_scenario_cut_off_anywhere_gives_a_complaint_and_no_panic() {
    let whole = std::fs::read_to_string(folder().join("../../scenarios/custom_metrics.toml")).unwrap();
    for (at, _) in whole.char_indices().step_by(61) {
        survives(whole.get(..at).unwrap());
    }
}

#[test]
fn a_scenario_with_one_line_left_out_gives_no_panic() {
    let whole = std::fs::read_to_string(folder().join("../../scenarios/custom_metrics.toml")).unwrap();
    let lines: Vec<&str> = whole.lines().collect();
    for left_out in 0..lines.len() {
        let rest: Vec<&str> =
            lines.iter().enumerate().filter(|(index, _)| *index != left_out).map(|(_, line)| *line).collect();
        survives(&rest.join("\n"));
    }
}
