//! Scenarios and their pages for the browser, and the same scenarios through the library.

use forcesize::evidence::Evidence;
use forcesize::language::Localizer;
use forcesize::model::{Assessment, Choices, Override, read_scenario_with};
use forcesize::scenario::{Files, FoundFile};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Copies of the shipped scenarios, to write beside.
pub fn shipped(folder: &Path) -> Vec<PathBuf> {
    let target = folder.join("scenarios");
    fs::create_dir_all(&target).unwrap();
    let mut copies = Vec::new();
    for entry in fs::read_dir(root().join("scenarios")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            let copy = target.join(path.file_name().unwrap());
            fs::copy(&path, &copy).unwrap();
            if !copy.ends_with("reference_missions.toml") {
                copies.push(copy);
            }
        }
    }
    copies.sort();
    assert!(copies.len() >= 9, "{copies:?}");
    copies
}

/// The program that is tried: the one that is built with these tests, or the one that `FORCESIZE_PROGRAM` names.
fn program() -> PathBuf {
    std::env::var_os("FORCESIZE_PROGRAM").map_or_else(|| env!("CARGO_BIN_EXE_forcesize").into(), PathBuf::from)
}

/// What a command prints.
pub fn forcesize(words: &[String], folder: &Path) -> String {
    let mut command = Command::new(program());
    let output = command.args(words).current_dir(folder).stdin(Stdio::null()).output().unwrap();
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Writes the scenarios' pages below `pages`.
pub fn reports(files: &[PathBuf], folder: &Path) {
    let files = files.iter().map(|file| file.to_str().unwrap().to_owned());
    let words = ["report".to_owned()].into_iter().chain(files).chain(["--out".to_owned(), "pages".to_owned()]);
    forcesize(&words.collect::<Vec<_>>(), folder);
}

struct Disk;

impl Files for Disk {
    fn read(&self, name: &str, from: &str) -> Result<FoundFile, (String, Option<String>)> {
        Ok(found(&match name.strip_prefix("builtin:") {
            Some(name) => root().join("scenarios").join(name),
            None => Path::new(from).parent().unwrap().join(name),
        }))
    }
}

fn found(path: &Path) -> FoundFile {
    let name = path.to_str().unwrap().to_owned();
    FoundFile { identity: name.clone(), name, content: fs::read_to_string(path).unwrap() }
}

/// A scenario as the command line reads it, with values set over its own.
pub fn read(file: &Path, set: &[String]) -> Assessment {
    read_with_evidence(file, set).0
}

/// The same with the past missions that it is held against.
pub fn read_with_evidence(file: &Path, set: &[String]) -> (Assessment, Option<Evidence>) {
    let overrides: Vec<Override> = set.iter().map(Override::new).collect();
    let mut evidence = None;
    let reading =
        read_scenario_with(found(file), &Disk, &overrides, &Choices::default(), |model, merged, texts, said| {
            evidence = Evidence::of_scenario(model, merged, Localizer::default(), texts, said);
        });
    let plain = || reading.diagnostics.plain(&reading.texts);
    let assessment = reading.assessment.clone().unwrap_or_else(|| panic!("{}: {}", file.display(), plain()));
    (assessment, evidence)
}

/// Inputs set to values: behind a page's name, and as the command line takes it.
pub fn set(central: &Assessment, setting: &[(&str, &str)]) -> (String, Vec<String>) {
    let hash: Vec<String> = setting.iter().map(|(id, value)| format!("{id}={value}")).collect();
    let with_unit = |(id, value): &(&str, &str)| {
        let input = central.calculation.inputs.iter().find(|input| input.id == *id).unwrap();
        let unit = if input.unit.label().is_empty() { "" } else { input.unit.text() };
        format!("{id}={value} {unit}").trim().to_owned()
    };
    (hash.join("&"), setting.iter().map(with_unit).collect())
}

/// A command line in words, as a shell takes it apart.
pub fn words(command: &str) -> Vec<String> {
    let output = Command::new("sh").args(["-c", &format!("printf '%s\\n' {command}")]).output().unwrap();
    assert!(output.status.success(), "{command}");
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}
