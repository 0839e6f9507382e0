//! What a run was made of: version, files with their hashes, values set on the command line. No clock, no host name,
//! so that the same run writes the same bytes.

use serde::Serialize;
use sha2::{Digest, Sha256};
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
    /// The files the run wrote, charts apart.
    pub written: Vec<String>,
    /// The charts it drew, in whichever formats.
    pub charts: Vec<String>,
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

/// The formats a chart can have been drawn in.
const FORMATS: [&str; 3] = ["svg", "png", "pdf"];

impl Manifest {
    /// What an earlier run wrote and this one does not: paths inside the folder of results. A chart goes in all its
    /// formats. `earlier` is the earlier manifest's text; nothing is left over from one that cannot be read.
    #[must_use]
    pub fn leftovers(&self, earlier: &str) -> Vec<String> {
        let Ok(table) = earlier.parse::<toml::Table>() else { return Vec::new() };
        let list = |key: &str| -> Vec<String> {
            let items = table.get(key).and_then(toml::Value::as_array);
            items.into_iter().flatten().filter_map(|item| item.as_str().map(str::to_owned)).collect()
        };
        let files = list("written").into_iter().filter(|name| !self.written.contains(name));
        let charts = list("charts").into_iter().filter(|id| !self.charts.contains(id));
        files.chain(charts.flat_map(|id| FORMATS.map(|format| format!("charts/{id}.{format}")))).collect()
    }

    /// The record as TOML.
    #[must_use]
    pub fn to_toml(&self) -> String {
        toml::to_string(self).unwrap_or_default()
    }
}
