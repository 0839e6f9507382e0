//! What a run was made of and what it wrote: version, values set on the command line, files with their hashes. No
//! clock, no host name, so that the same run writes the same bytes.
//!
//! Also reads what an earlier run wrote down, as something that anybody may have edited. Touches no files.

use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A run's record.
#[derive(Serialize)]
pub struct Manifest {
    /// Version of the program.
    pub version: String,
    /// The scenario's name.
    pub scenario: String,
    /// The language of its report, where that is not English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<&'static str>,
    /// `NAME=VALUE` texts of the command line, in their order.
    pub set: Vec<String>,
    /// The charts it drew, in whichever formats.
    pub charts: Vec<String>,
    /// The files the run wrote but for this one, by their paths, each with the SHA-256 of its bytes.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub written: BTreeMap<String, String>,
    /// The scenario file and the files it extends, each with the SHA-256 of its content.
    pub files: Vec<HashedFile>,
}

/// A file and its hash.
#[derive(Clone, Debug, Serialize)]
pub struct HashedFile {
    /// The file's name without its folder.
    pub name: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

/// SHA-256 in hexadecimal.
#[must_use]
pub fn sha256(content: &[u8]) -> String {
    Sha256::digest(content).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

impl Manifest {
    /// The record as TOML.
    #[must_use]
    pub fn to_toml(&self) -> String {
        toml::to_string(self).unwrap_or_default()
    }
}

/// What an earlier run wrote, as its manifest tells. Whatever else the manifest names is not here: it is a file like any
/// other, and what it names may be taken away.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Written {
    /// Files by their paths inside the folder, each with its hash. Earlier versions noted none.
    pub files: BTreeMap<String, Option<String>>,
}

/// The formats a chart can have been drawn in.
const FORMATS: [&str; 3] = ["svg", "png", "pdf"];

/// The folder of charts.
pub const CHARTS: &str = "charts";

/// Files of a run that are neither charts nor tables.
const TEXTS: [&str; 7] =
    ["results.json", "report.md", "report.html", "results.xlsx", "report.docx", "figures.tex", "tables.tex"];

/// Whether a run can have written a file.
fn is_ours(path: &str) -> bool {
    let is_name = |stem: &str| {
        let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-');
        !stem.is_empty() && stem.chars().all(plain)
    };
    match path.split_once('/') {
        None => TEXTS.contains(&path) || path.strip_suffix(".csv").is_some_and(is_name),
        Some((CHARTS, name)) => {
            name.rsplit_once('.').is_some_and(|(stem, extension)| FORMATS.contains(&extension) && is_name(stem))
        }
        Some(_) => false,
    }
}

impl Written {
    /// Reads a manifest; from a text that is none nothing follows.
    #[must_use]
    pub fn read(manifest: &str) -> Self {
        let Ok(table) = manifest.parse::<toml::Table>() else { return Self::default() };
        let texts = |key: &str| -> Vec<String> {
            let items = table.get(key).and_then(toml::Value::as_array);
            items.into_iter().flatten().filter_map(|item| item.as_str().map(str::to_owned)).collect()
        };
        let hashed = table.get("written").and_then(toml::Value::as_table).into_iter().flatten();
        let hashed = hashed.filter_map(|(path, hash)| Some((path.clone(), Some(hash.as_str()?.to_owned()))));
        let files = hashed.chain(texts("written").into_iter().map(|path| (path, None)));
        Self { files: files.filter(|(path, _)| is_ours(path)).collect() }
    }

    /// What that run wrote and this one does not, with the hashes: of a chart also its pictures in a format that this run
    /// does not draw, for they show what was. A file whose hash nobody noted may be anybody's: it stays.
    #[must_use]
    pub fn leftovers(&self, now: &Manifest) -> BTreeMap<String, String> {
        let hashed = self.files.iter().filter_map(|(path, hash)| Some((path.clone(), hash.clone()?)));
        hashed.filter(|(path, _)| !now.written.contains_key(path)).collect()
    }

    /// The manifest without some files, which are not that run's any more; nothing where it does not name them.
    #[must_use]
    pub fn without(manifest: &str, paths: &[&str]) -> Option<String> {
        let mut table = manifest.parse::<toml::Table>().ok()?;
        let written = table.get_mut("written").and_then(toml::Value::as_table_mut)?;
        let before = written.len();
        written.retain(|path, _| !paths.contains(&path));
        (written.len() < before).then(|| toml::to_string(&table).unwrap_or_default()).filter(|text| !text.is_empty())
    }
}
