//! Every scenario in `tests/invalid/` yields the complaints that stand beside it, all of them in one run.
//!
//! `FORCESIZE_BLESS=1 cargo test invalid` writes the `.expected` files anew: read what changed before committing it.
//! Files whose name starts with `ok_` look odd but are right; they may give warnings.

use forcesize::diagnostic::{Diagnostics, Texts};
use forcesize::model::{Model, link};
use forcesize::scenario::{Files, FoundFile, load};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/invalid")
}

/// The scenarios' file names in order.
fn names() -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| Path::new(name).extension().is_some_and(|extension| extension == "toml"))
        .collect();
    names.sort();
    names
}

/// Exit code and complaints. The folder is the working directory, so that places are the same on every machine.
fn check(name: &str) -> (Option<i32>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_forcesize"))
        .args(["check", name])
        .current_dir(folder())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let complaints = String::from_utf8(output.stderr).unwrap();
    (output.status.code(), complaints.replace("\r\n", "\n"))
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
    let bless = std::env::var_os("FORCESIZE_BLESS").is_some_and(|value| value == "1");
    let names = names();
    let mut faults = Vec::new();
    for name in &names {
        let (code, found) = check(name);
        let beside = folder().join(name).with_extension("expected");
        if bless {
            std::fs::write(&beside, &found).unwrap();
        }
        match std::fs::read_to_string(&beside) {
            Err(_) => faults.push(format!("{name} has no .expected beside it")),
            Ok(expected) if expected.replace("\r\n", "\n") != found => {
                faults.push(format!("{name}\n--- expected\n{expected}--- found\n{found}"));
            }
            Ok(_) => {}
        }
        let wanted = i32::from(!name.starts_with("ok_"));
        if code != Some(wanted) {
            faults.push(format!("{name}: exit code {code:?}, expected {wanted}"));
        }
    }
    assert!(faults.is_empty(), "{} faults\n\n{}", faults.len(), faults.join("\n\n"));
    assert!(names.len() >= 60, "only {} files", names.len());
}

#[test]
fn each_error_names_its_place() {
    for name in names() {
        let (_, found) = check(&name);
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
    for (name, least) in
        [("several_mistakes.toml", 6), ("several_wrong_shapes.toml", 8), ("several_faults_in_one_formula.toml", 3)]
    {
        let (_, found) = check(name);
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
    let (_, found) = check("cascade_of_unknown_names.toml");
    let mut names = unknown(&found);
    names.sort();
    assert_eq!(names, ["front_lenght", "own_densty", "reserve_density"], "{found}");
    let first = complaints(&found).into_iter().find(|complaint| complaint.contains("`front_lenght`")).unwrap();
    assert!(first.contains("toml:3:1") && first.contains("stands again in lines 7 and 22"), "{first}");
    assert!(found.contains("the same name stands again in line 17"), "{found}");
    // What only uses what is at fault is not complained of at all.
    let (_, found) = check("cascade_of_a_faulty_input.toml");
    let errors = complaints(&found).into_iter().filter(|complaint| complaint.starts_with("error:"));
    assert_eq!(errors.count(), 1, "{found}");
}

#[test]
fn no_expectation_is_left_without_its_scenario() {
    for entry in std::fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "expected") {
            assert!(path.with_extension("toml").exists(), "{} stands alone", path.display());
        }
    }
}

struct NoFiles;

impl Files for NoFiles {
    fn read(&self, name: &str, _: &str) -> Result<FoundFile, (String, Option<String>)> {
        Err((format!("`{name}` is not there"), None))
    }
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
