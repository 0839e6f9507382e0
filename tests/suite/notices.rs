//! The notices of all that the program is built of: `forcesize help licences` prints them, and they are of the crates that
//! it has now. `FORCESIZE_BLESS=1 cargo test notices` writes them anew.

use crate::dependencies::{SHIPPED, packages};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const FILE: &str = "src/cli/licences.txt";

/// What files of licences are called, those that are taken first in front: one is enough where a crate has a choice.
const FILES: [&str; 6] = ["LICENSE-MIT", "LICENSE", "LICENCE", "COPYING", "UNLICENSE", "LICENSES"];

/// Where cargo keeps the crates, by name and version; nothing where it cannot say.
fn folders() -> Option<BTreeMap<(String, String), PathBuf>> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let mut metadata = Command::new(cargo);
    // What other systems need may never have been fetched.
    let system = format!("{}-unknown-linux-gnu", std::env::consts::ARCH);
    metadata.args(["metadata", "--offline", "--locked", "--format-version", "1", "--filter-platform", &system]);
    let output =
        metadata.current_dir(env!("CARGO_MANIFEST_DIR")).output().ok().filter(|output| output.status.success())?;
    let found: Value = serde_json::from_slice(&output.stdout).ok()?;
    let text = |package: &Value, key: &str| package[key].as_str().unwrap_or_default().to_owned();
    let folder = |package: &Value| {
        let manifest = PathBuf::from(text(package, "manifest_path"));
        ((text(package, "name"), text(package, "version")), manifest.parent().unwrap().to_owned())
    };
    Some(found["packages"].as_array()?.iter().map(folder).collect())
}

/// The files of a crate that have to be handed on: one licence, and all notices.
fn texts(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .flatten()
        .filter(|entry| entry.path().is_file())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    let is = |name: &str, begin: &str| name.to_uppercase().starts_with(begin);
    let one = FILES.iter().find_map(|begin| names.iter().find(|name| is(name, begin)));
    let read = |name: &String| fs::read_to_string(folder.join(name)).unwrap_or_default();
    one.into_iter().chain(names.iter().filter(|name| is(name, "NOTICE"))).map(read).collect()
}

/// A licence in two parts: whose it is, and what it says, each line without blanks around it.
fn parted(text: &str) -> (Vec<String>, String) {
    let is_whose = |line: &&str| line.starts_with("Copyright") && !line.contains("[yyyy]") && !line.contains("{yyyy}");
    let (whose, says): (Vec<&str>, Vec<&str>) = text.lines().map(str::trim).partition(is_whose);
    let says: Vec<&str> = says.into_iter().collect();
    (whose.into_iter().map(str::to_owned).collect(), says.join("\n").trim().to_owned())
}

/// Licences that differ in blanks and line ends alone are one.
fn key(says: &str) -> String {
    says.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn written() -> Option<String> {
    let (shipped, folders) = (packages(&SHIPPED)?, folders()?);
    let mut text = String::from(
        "forcesize is free software under the MIT licence or the Apache licence 2.0, whichever you like. It is built of\n\
         the crates below, each under the licence beside it, and has the fonts Source Sans 3 in it. Their notices follow.\n\n",
    );
    let mut kinds: BTreeMap<String, (String, BTreeSet<String>)> = BTreeMap::new();
    let mut add = |name: &str, content: &str| {
        let (whose, says) = parted(content);
        let (_, of) = kinds.entry(key(&says)).or_insert_with(|| (says, BTreeSet::new()));
        let whose = if whose.is_empty() { String::new() } else { format!(": {}", whose.join("; ")) };
        of.insert(format!("{name}{whose}"));
    };
    for (name, version, licence) in shipped.iter().filter(|(name, ..)| name != "forcesize") {
        let _ = writeln!(text, "{name} {}: {licence}", version.trim_start_matches('v'));
        for content in texts(folders.get(&(name.clone(), version.trim_start_matches('v').to_owned()))?) {
            add(name, &content);
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for font in fs::read_dir(root.join("src/chart/fonts"))
        .unwrap()
        .flatten()
        .filter(|file| file.path().extension().is_none_or(|ending| ending == "txt" || ending == "md"))
    {
        add("Source Sans 3", &fs::read_to_string(font.path()).unwrap());
    }
    let mut kinds: Vec<(String, BTreeSet<String>)> = kinds.into_values().collect();
    kinds.sort_by(|(a, many), (b, few)| few.len().cmp(&many.len()).then(a.cmp(b)));
    for (says, of) in kinds {
        let _ = write!(text, "\n{}\n\n", "-".repeat(80));
        for whose in of {
            let _ = writeln!(text, "{whose}");
        }
        let _ = writeln!(text, "\n{says}");
    }
    Some(text)
}

/// The crates differ from system to system.
#[cfg(all(target_os = "linux", feature = "pdf", feature = "watch"))]
#[test]
fn notices_are_of_the_crates_that_there_are() {
    let Some(text) = written() else { return };
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    if std::env::var_os("FORCESIZE_BLESS").is_some_and(|value| value == "1") {
        fs::write(&path, &text).unwrap();
    }
    let now = fs::read_to_string(&path).unwrap_or_default();
    assert!(now == text, "{FILE} is of other crates: FORCESIZE_BLESS=1 cargo test notices writes it anew");
}

#[test]
fn notices_are_printed() {
    let output = Command::new(crate::engine::program()).args(["help", "licences"]).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success());
    for wanted in ["clap 4", "SIL OPEN FONT LICENSE", "Permission is hereby granted, free of charge", "Apache License"]
    {
        assert!(text.contains(wanted), "{wanted}");
    }
}
