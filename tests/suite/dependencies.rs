//! The crates that this one is built of: their licences, and which of them are compiled in two versions.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

/// Licences that ask for no more than to be named.
const PERMISSIVE: [&str; 12] = [
    "MIT",
    "MIT-0",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Zlib",
    "0BSD",
    "BSL-1.0",
    "CC0-1.0",
    "Unlicense",
    "Unicode-3.0",
];

/// Those of crates that only tests use, and that nobody gets with the program.
const IN_TESTS: [&str; 2] = ["MPL-2.0", "CDLA-Permissive-2.0"];

/// A crate whose licence is a file, the GPL 3: it writes the types of the browser's protocol when tests are built, and
/// nothing of it is handed on.
const TOOL_OF_TESTS: &str = "auto_generate_cdp";

/// Crates of which the program has two versions, and why.
const TWICE: [(&str, &str); 3] = [
    ("miniz_oxide", "png writes with 0.8, flate2 with 0.9"),
    ("roxmltree", "usvg reads with 0.21, fontconfig-parser, which krilla-svg switches on, with 0.20"),
    ("syn", "serde derives with 3, zeroize, which zip needs, with 2"),
];

/// Crates that only the program needs: whoever uses the library compiles none of them.
const OF_THE_PROGRAM: [&str; 10] = [
    "anstream",
    "clap",
    "clap_complete",
    "clap_mangen",
    "indicatif",
    "notify",
    "opener",
    "signal-hook",
    "tempfile",
    "terminal_size",
];

/// A package: its name, its version and what its licence is called.
type Package = (String, String, String);

/// The packages that are compiled on this system for what `options` of `cargo tree` ask for; `None`, with a word why a
/// test is skipped, where cargo cannot say without the network.
pub(crate) fn packages(options: &[&str]) -> Option<BTreeSet<Package>> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let mut tree = Command::new(cargo);
    tree.args(["tree", "--offline", "--locked", "--prefix", "none", "--format", "{p}|{l}|"]).args(options);
    let output = tree.current_dir(env!("CARGO_MANIFEST_DIR")).output().ok().filter(|output| output.status.success());
    let Some(output) = output else {
        eprintln!("skipped: cargo cannot say without the network which crates there are");
        return None;
    };
    let text = String::from_utf8(output.stdout).unwrap();
    let found = text.lines().filter(|line| !line.is_empty()).map(|line| {
        let (package, licence) = line.split_once('|').unwrap();
        let mut words = package.split(' ').map(str::to_owned);
        (words.next().unwrap(), words.next().unwrap(), licence.split('|').next().unwrap().to_owned())
    });
    let found: BTreeSet<Package> = found.collect();
    assert!(found.len() > 50, "{found:?}");
    Some(found)
}

/// What is compiled into the program, or to build it.
pub(crate) const SHIPPED: [&str; 2] = ["--edges", "normal,build"];

/// Whether an expression of licences can be met with allowed ones alone.
fn met(expression: &str, allowed: &dyn Fn(&str) -> bool) -> bool {
    /// The expression cut where the word stands outside of parentheses.
    fn cut<'a>(expression: &'a str, word: &str) -> Vec<&'a str> {
        let (mut depth, mut from, mut parts) = (0, 0, Vec::new());
        for (at, letter) in expression.char_indices() {
            match letter {
                '(' => depth += 1,
                ')' => depth -= 1,
                ' ' if depth == 0 && expression[at..].starts_with(word) => {
                    parts.push(&expression[from..at]);
                    from = at + word.len();
                }
                _ => {}
            }
        }
        parts.push(&expression[from..]);
        parts
    }
    let expression = expression.trim();
    let (either, all) = (cut(expression, " OR "), cut(expression, " AND "));
    if either.len() > 1 {
        either.into_iter().any(|part| met(part, allowed))
    } else if all.len() > 1 {
        all.into_iter().all(|part| met(part, allowed))
    } else if let Some(inner) = expression.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')) {
        met(inner, allowed)
    } else {
        allowed(expression)
    }
}

#[test]
fn expressions_of_licences_are_met() {
    let allowed = |licence: &str| matches!(licence, "A" | "B");
    for good in ["A", "A AND B", "C OR A", "(C OR A) AND B", "A AND C OR B"] {
        assert!(met(good, &allowed), "{good}");
    }
    for bad in ["C", "A AND C", "(A OR B) AND C", "A WITH exception", ""] {
        assert!(!met(bad, &allowed), "{bad}");
    }
}

#[test]
fn licences_are_permissive() {
    let (Some(all), Some(shipped)) = (packages(&["--edges", "normal,build,dev"]), packages(&SHIPPED)) else { return };
    let mut refused = Vec::new();
    for package in &all {
        let (name, _, licence) = package;
        let licence = licence.replace('/', " OR ");
        let in_tests = !shipped.contains(package);
        let allowed = |licence: &str| PERMISSIVE.contains(&licence) || in_tests && IN_TESTS.contains(&licence);
        if !(met(&licence, &allowed) || in_tests && name == TOOL_OF_TESTS) {
            refused.push(format!("{name}: {licence}"));
        }
    }
    assert!(refused.is_empty(), "licences that are not allowed:\n{}", refused.join("\n"));
}

#[test]
fn two_versions_have_a_reason() {
    let Some(shipped) = packages(&SHIPPED) else { return };
    let mut versions: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, version, _) in shipped {
        versions.entry(name).or_default().push(version);
    }
    versions.retain(|_, versions| versions.len() > 1);
    let found: Vec<&str> = versions.keys().map(String::as_str).collect();
    assert_eq!(found, TWICE.map(|(name, _)| name), "either one version less, or a reason in TWICE: {versions:?}");
}

#[test]
fn library_needs_no_crate_of_the_program() {
    let library = [&SHIPPED[..], &["--no-default-features"]].concat();
    let (Some(program), Some(library)) = (packages(&SHIPPED), packages(&library)) else { return };
    let has = |packages: &BTreeSet<Package>, wanted: &str| packages.iter().any(|(name, ..)| name == wanted);
    for name in OF_THE_PROGRAM {
        assert!(has(&program, name) && !has(&library, name), "{name}");
    }
}
