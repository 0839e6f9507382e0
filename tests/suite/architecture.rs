//! The shape of the source: layers, circles, where printing and files are, lengths, and no name of the model in the code.

use crate::engine::standard;
use crate::imports::{Modules, circles};
use std::fs;
use std::path::{Path, PathBuf};

/// Layers from low to high; an import points only downwards.
const LAYERS: &[&[&str]] = &[
    &["diagnostic"],
    &["quantity", "uncertainty"],
    &["language"],
    &["chart", "formula"],
    &["program"],
    &["scenario"],
    &["model"],
    &["evidence", "analysis"],
    &["study"],
    &["report"],
    &["cli"],
];

const LONGEST: usize = 400;

struct Source {
    /// The path below `src`, with slashes.
    path: String,
    text: String,
    /// Whether it is the file of another one's own tests.
    tests: bool,
}

impl Source {
    /// The lines that are code, with their numbers: no comments, and nothing from the file's own tests on.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate().map(|(index, line)| (index + 1, line.trim()));
        let lines = lines.filter(|_| !self.tests);
        lines.take_while(|(_, line)| *line != "#[cfg(test)]").filter(|(_, line)| !line.starts_with("//"))
    }

    /// The layer's module: the first folder, or the file's own name.
    fn module(&self) -> &str {
        self.path.split('/').next().unwrap_or_default().trim_end_matches(".rs")
    }
}

/// All files of the program; the build script is a program of its own.
fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let mut found = Vec::new();
    let has_tests = |file: &Path| fs::read_to_string(file).is_ok_and(|text| text.contains("#[cfg(test)]\nmod tests;"));
    while let Some(folder) = folders.pop() {
        // `tests.rs` alone says nothing: it is a file of tests where it is compiled for tests only.
        let of_tests = has_tests(&folder.join("mod.rs")) || has_tests(&folder.with_extension("rs"));
        for entry in fs::read_dir(&folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") && path != root.join("build.rs") {
                let text = fs::read_to_string(&path).unwrap();
                let below = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
                let tests = of_tests && path.file_name().is_some_and(|name| name == "tests.rs");
                found.push(Source { path: below, text, tests });
            }
        }
    }
    assert!(found.len() > 20, "the source is not where it was");
    found
}

/// A file that is built in and not among those that the build script reads would be read at every start.
#[test]
fn the_build_script_reads_every_file_that_is_built_in() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let script = fs::read_to_string(root.join("src/build.rs")).unwrap();
    // A text to copy, and what one command alone needs.
    let apart = [
        "src/cli/template/en.toml",
        "src/cli/template/de.toml",
        "src/cli/template/fr.toml",
        "src/cli/template/uk.toml",
        "src/cli/draft.toml",
        "src/analysis/selftest/cases.toml",
        "scenarios/cases/missions.toml",
        "scenarios/cases/cdb90.toml",
        "scenarios/cases/occupations.toml",
        "scenarios/cases/un-troops.toml",
    ];
    let mut found = 0;
    for source in sources() {
        let folder = root.join("src").join(&source.path);
        for piece in source.text.split("include_str!(\"").skip(1) {
            let name = piece.split('"').next().unwrap();
            if Path::new(name).extension().is_none_or(|extension| extension != "toml") {
                continue;
            }
            let file = folder.parent().unwrap().join(name).canonicalize().unwrap();
            let file = file.strip_prefix(root.canonicalize().unwrap()).unwrap().to_string_lossy().replace('\\', "/");
            assert!(apart.contains(&file.as_str()) || script.contains(&format!("\"{file}\"")), "{file}");
            found += 1;
        }
    }
    assert_eq!(found, script.matches(".toml\",").count() + apart.len());
}

fn rank(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

#[track_caller]
fn none(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

/// The modules that a line names behind `crate::` or, in the binary, behind `forcesize::`.
fn imported(line: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for start in ["crate::", "forcesize::"] {
        for (at, _) in line.match_indices(start) {
            let rest = &line[at + start.len()..];
            match rest.strip_prefix('{') {
                None => found.push(rest),
                Some(list) => {
                    let mut depth = 0_usize;
                    let top = list.split_inclusive([',', '{', '}']).filter(|part| {
                        let outside = depth == 0;
                        depth = if part.ends_with('{') {
                            depth + 1
                        } else {
                            depth.saturating_sub(usize::from(part.ends_with('}')))
                        };
                        outside
                    });
                    found.extend(top.map(str::trim_start));
                }
            }
        }
    }
    let word = |text: &'_ str| text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    found.into_iter().map(|text| &text[..word(text)]).filter(|name| rank(name).is_some()).collect()
}

#[test]
fn imports_are_read_from_every_form() {
    assert_eq!(imported("use crate::model::{Assessment, Axis};"), ["model"]);
    assert_eq!(
        imported("use crate::{diagnostic::{Span, Texts}, formula, program::Tape};"),
        ["diagnostic", "formula", "program"]
    );
    assert_eq!(imported("let x = crate::quantity::unit::Unit::one(); // crate::report"), ["quantity", "report"]);
    assert_eq!(imported("use crate::Something;"), [""; 0]);
}

#[test]
fn imports_point_only_downwards() {
    let mut complaints = Vec::new();
    for source in sources() {
        let module = source.module();
        let Some(own) = rank(module) else {
            if !matches!(module, "lib" | "main") {
                complaints
                    .push(format!("src/{}: `{module}` has no place in LAYERS of this test: give it one", source.path));
            }
            continue;
        };
        for (line, code) in source.code() {
            for other in imported(code).into_iter().filter(|other| *other != module) {
                if rank(other) >= Some(own) {
                    complaints.push(format!(
                        "src/{}:{line}: `{module}` must not know `{other}`, which is no layer below it: move what both \
                         need downwards, or pass it in as an argument",
                        source.path
                    ));
                }
            }
        }
    }
    none(&complaints);
}

/// `super` must not be a way around the rule above.
#[test]
fn no_module_reaches_past_its_layer_with_super() {
    let mut complaints = Vec::new();
    for source in sources().iter().filter(|source| rank(source.module()).is_some()) {
        let folders = source.path.matches('/').count();
        let ups = if source.path.ends_with("mod.rs") { folders } else { folders + 1 };
        let beyond = "super::".repeat(ups);
        for (line, code) in source.code().filter(|(_, code)| code.contains(&beyond)) {
            complaints.push(format!("src/{}:{line}: write `crate::` instead of `{beyond}`: {code}", source.path));
        }
    }
    none(&complaints);
}

/// Files that import one another in a circle are one file in pieces: none can be read or changed alone.
#[test]
fn no_files_import_one_another_in_a_circle() {
    let code = |source: &Source| {
        let code: Vec<&str> = source.code().map(|(_, line)| line).collect();
        (source.path.clone(), code.join("\n"))
    };
    let imports = Modules::read(sources().iter().map(code)).imports();
    assert!(imports["analysis/scan.rs"].contains("analysis/refine.rs"), "imports are not read any more");
    let mut complaints = Vec::new();
    for folder in LAYERS.iter().copied().flatten() {
        let found = circles(&imports, folder);
        complaints.extend(found.iter().map(|circle| {
            format!(
                "src/{}: a circle of imports; move what both sides need into a file of its own that imports neither",
                circle.join(" -> ")
            )
        }));
    }
    none(&complaints);
}

/// Each analysis is done once, by the study: what reports say is made of its results.
#[test]
fn reports_run_no_analysis() {
    let mut complaints = Vec::new();
    for source in sources().iter().filter(|source| source.module() == "report") {
        for (line, code) in source.code() {
            if ["::run(", "::run_with(", "::run_goal(", "::seek(", "elasticities("].iter().any(|run| code.contains(run))
            {
                complaints.push(format!("src/{}:{line} runs an analysis: `study` does that", source.path));
            }
        }
    }
    none(&complaints);
}

#[test]
fn only_the_printer_prints() {
    let mut complaints = Vec::new();
    for source in sources().iter().filter(|source| source.path != "cli/printer.rs") {
        for (line, code) in source.code() {
            let macros = ["println!", "print!", "eprintln!", "eprint!", "dbg!"];
            if let Some(found) = macros.iter().find(|name| code.contains(**name)) {
                complaints.push(format!(
                    "src/{}:{line}: `{found}`: give the text back and let src/cli/printer.rs print it",
                    source.path
                ));
            }
        }
    }
    none(&complaints);
}

#[test]
fn only_the_command_line_touches_files_and_the_environment() {
    let mut complaints = Vec::new();
    for source in sources().iter().filter(|source| source.module() != "cli") {
        for (line, code) in source.code() {
            let touched = ["std::fs", "std::env", "std::io::std", "std::process", "std::net"];
            let exit_code = source.path == "main.rs" && code.contains("std::process::ExitCode");
            if let Some(found) = touched.iter().find(|name| code.contains(**name) && !exit_code) {
                complaints.push(format!(
                    "src/{}:{line}: `{found}` belongs into src/cli: take the content as an argument here",
                    source.path
                ));
            }
        }
    }
    none(&complaints);
}

/// The texts of a line that stand in quotes.
fn literals(line: &str) -> impl Iterator<Item = &str> {
    line.split('"').skip(1).step_by(2)
}

#[test]
fn the_code_knows_no_metric_and_no_input_by_name() {
    let entries = standard().entries;
    let metrics = entries.metrics.iter().map(|metric| metric.name.as_str());
    let names: Vec<&str> = metrics.chain(entries.inputs.iter().map(|input| input.name.as_str())).collect();
    assert!(names.len() > 30);
    let mut complaints = Vec::new();
    for source in sources() {
        // Help texts may show names; that peacekeepers and police count in personnel is a fact about words, not about
        // the inputs.
        let allowed = |name: &str| match source.path.as_str() {
            "cli/command.rs" | "cli/flags.rs" => true,
            "quantity/vocabulary.rs" => ["peacekeepers", "police"].contains(&name),
            // A stage of supply, whose key in results.json is named like the metric.
            "report/supply/rows.rs" => name == "flank_base",
            // A past mission's own key for police, who are not in its strength.
            "scenario/missions.rs" | "scenario/keys/missions.rs" | "report/missions/rows.rs" => name == "police",
            _ => false,
        };
        for (line, code) in source.code() {
            for name in literals(code).filter(|text| names.contains(text) && !allowed(text)) {
                complaints.push(format!(
                    "src/{}:{line}: \"{name}\" is a name of standard.toml: let a key in standard.toml say what is \
                     special about it, and read that key here",
                    source.path
                ));
            }
        }
    }
    none(&complaints);
}

#[test]
fn no_file_is_too_long() {
    let long = sources().into_iter().map(|source| (source.text.lines().count(), source.path));
    let complaints: Vec<String> = long
        .filter(|(lines, _)| *lines > LONGEST)
        .map(|(lines, path)| format!("src/{path} has {lines} lines, more than {LONGEST}: split it by what it does"))
        .collect();
    none(&complaints);
}

#[test]
fn every_file_says_first_what_it_is_for() {
    let silent = sources().into_iter().filter(|source| !source.text.starts_with("//! "));
    let complaints: Vec<String> =
        silent.map(|source| format!("src/{}: begin with a `//!` line that says what it is for", source.path)).collect();
    none(&complaints);
}
