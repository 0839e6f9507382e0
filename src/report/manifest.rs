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
    /// `NAME=VALUE` texts of the command line, in their order.
    pub set: Vec<String>,
    /// The scenario file and the files it extends, each with the SHA-256 of its content.
    pub files: Vec<HashedFile>,
    /// What the run wrote, by name.
    pub written: Vec<String>,
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
