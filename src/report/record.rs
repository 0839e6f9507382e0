//! What a saved result was computed from: the text of each file and what the command line set, so that `results.json`
//! alone is enough to compute it again. Files that are built into the program are named by its version.

use super::format::{FORMAT, KEY};
use super::manifest::sha256;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What a result was computed from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// Version of the program, and so of the model and of files built in.
    pub version: String,
    /// `NAME=VALUE` texts of the command line.
    pub set: Vec<String>,
    /// The language of texts, where the command line chose it.
    pub lang: Option<String>,
    /// The scenario's file first, then those it was read with.
    pub files: Vec<RecordedFile>,
}

/// A file's text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordedFile {
    /// Its name without its folder.
    pub name: String,
    /// As another file names it, and the position of that file; nothing for the scenario's own.
    pub named: Option<(String, usize)>,
    /// What is in it.
    pub content: String,
}

/// A record as it stands in a result.
#[derive(Serialize, Deserialize)]
struct Saved {
    version: String,
    /// Absent in results of the first.
    #[serde(default)]
    format: Option<u64>,
    set: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    lang: Option<String>,
    files: Vec<SavedFile>,
}

#[derive(Serialize, Deserialize)]
struct SavedFile {
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    named: Option<(String, usize)>,
    /// SHA-256 of the content, in hexadecimal.
    sha256: String,
    content: String,
}

impl Record {
    /// The record as JSON, with the files' hashes.
    #[must_use]
    pub fn json(&self) -> Value {
        let file = |file: &RecordedFile| SavedFile {
            name: file.name.clone(),
            named: file.named.clone(),
            sha256: sha256(file.content.as_bytes()),
            content: file.content.clone(),
        };
        let saved = Saved {
            version: self.version.clone(),
            format: Some(FORMAT),
            set: self.set.clone(),
            lang: self.lang.clone(),
            files: self.files.iter().map(file).collect(),
        };
        serde_json::to_value(saved).unwrap_or(Value::Null)
    }

    /// The record of a saved result.
    ///
    /// # Errors
    /// What is wrong with the result, and what to do.
    pub fn of(saved: &Value) -> Result<Self, (String, String)> {
        results(saved)?;
        let Some(found) = saved.get(KEY) else {
            return Err((
                "this result has no record of what it was computed from".to_owned(),
                "it was written by an earlier version: run its scenario again".to_owned(),
            ));
        };
        let damaged = |what: &str| {
            let help = "a record is not for editing: edit the scenario and run it again".to_owned();
            Err((format!("the record of this result is damaged: {what}"), help))
        };
        let record: Saved = match serde_json::from_value(found.clone()) {
            Ok(record) => record,
            Err(error) => return damaged(&error.to_string()),
        };
        let format = record.format.unwrap_or(1);
        if !(1..=FORMAT).contains(&format) {
            return Err(unknown(format));
        }
        if record.files.is_empty() {
            return damaged("it has no file");
        }
        for (position, file) in record.files.iter().enumerate() {
            if sha256(file.content.as_bytes()) != file.sha256 {
                return damaged(&format!("the text of `{}` is not the one of the run", file.name));
            }
            if file.named.as_ref().map_or(position > 0, |(_, by)| *by >= position) {
                return damaged(&format!("nothing names the file `{}`", file.name));
            }
        }
        let file = |file: SavedFile| RecordedFile { name: file.name, named: file.named, content: file.content };
        let files = record.files.into_iter().map(file).collect();
        Ok(Self { version: record.version, set: record.set, lang: record.lang, files })
    }
}

/// The complaint about a result of a later version.
fn unknown(format: u64) -> (String, String) {
    (
        format!("this result has format {format}, and this version of forcesize knows formats 1 to {FORMAT}"),
        "take the version that wrote it, or a later one: `record.version` names it".to_owned(),
    )
}

/// Whether some JSON has the shape of results, in a format that is known.
///
/// # Errors
/// That it has not, and what to do.
pub fn results(saved: &Value) -> Result<(), (String, String)> {
    let has = |key: &str| saved.get(key).is_some_and(Value::is_object);
    if ["scenario", "inputs", "metrics"].into_iter().all(has) {
        let format = super::format::of(saved);
        return if format <= FORMAT { Ok(()) } else { Err(unknown(format)) };
    }
    Err((
        "this is no result of a run".to_owned(),
        "`forcesize run` writes results.json into the scenario's folder; other commands' JSON is not enough".to_owned(),
    ))
}
