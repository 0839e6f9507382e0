//! What an earlier run left in a folder, held beside what its manifest says that it wrote.
//!
//! A manifest is a file that anybody can edit, and a folder may hold links: nothing is taken away here, and only what a
//! run could have written, in the folder itself, is named.

use super::artifact::{Artifact, MANIFEST};
use super::printer::Printer;
use super::reader;
use forcesize::report::manifest::{CHARTS, Manifest, Written, sha256};
use rayon::prelude::*;
use std::fs;
use std::path::Path;

/// How many files a warning names.
const NAMED: usize = 3;

/// The manifest in a folder, if there is one.
fn manifest(folder: &Path) -> Option<String> {
    own(&folder.join(MANIFEST)).and_then(|bytes| String::from_utf8(bytes).ok())
}

/// The hash of a file; nothing where there is no plain file.
fn hash(path: &Path) -> Option<String> {
    own(path).map(|bytes| sha256(&bytes))
}

/// What is in a plain file; nothing where there is none, or a link.
fn own(path: &Path) -> Option<Vec<u8>> {
    fs::symlink_metadata(path).ok().filter(fs::Metadata::is_file)?;
    reader::bytes(path, reader::WRITTEN).ok()
}

/// What a run finds in its folder.
#[derive(Default)]
pub struct Earlier {
    written: Written,
    /// Files that are there and not as the earlier run wrote them.
    changed: Vec<String>,
}

impl Earlier {
    /// Looks into a folder.
    pub fn in_folder(folder: &Path) -> Self {
        let written = manifest(folder).map(|text| Written::read(&text)).unwrap_or_default();
        let hashed: Vec<(&String, &String)> =
            written.files.iter().filter_map(|(path, hash)| Some((path, hash.as_ref()?))).collect();
        let changed =
            hashed.par_iter().filter(|(path, known)| hash(&folder.join(path)).is_some_and(|now| now != **known));
        let changed = changed.map(|(path, _)| (*path).clone()).collect();
        Self { written, changed }
    }

    /// Says where a folder holds files of several runs.
    pub fn warn(&self, folder: &Path, help: &str, printer: &Printer) {
        if self.changed.is_empty() {
            return;
        }
        let mut named: Vec<String> = self.changed.iter().take(NAMED).map(|path| format!("`{path}`")).collect();
        if self.changed.len() > NAMED {
            named.push(format!("{} more", self.changed.len() - NAMED));
        }
        let differ = if self.changed.len() == 1 { "differs" } else { "differ" };
        printer.warn(
            &format!(
                "files of several runs in `{}`: {} {differ} from what {MANIFEST} says was written",
                folder.display(),
                named.join(", ")
            ),
            Some(&format!("a run was interrupted before its end, or somebody changed them; {help}")),
        );
    }

    /// The files of the earlier run that this one has to take away. One that was changed since stays, and so does all
    /// that lies behind a link.
    pub fn leftovers(&self, folder: &Path, now: &Manifest) -> Vec<String> {
        let is_link = |path: &Path| fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink());
        if is_link(folder) {
            return Vec::new();
        }
        let behind_link = is_link(&folder.join(CHARTS));
        let goes = |(path, known): &(String, String)| {
            let is_file = fs::symlink_metadata(folder.join(path)).is_ok_and(|found| found.is_file());
            is_file && !(behind_link && path.contains('/')) && hash(&folder.join(path)).as_ref() == Some(known)
        };
        self.written.leftovers(now).into_iter().filter(goes).map(|(path, _)| path).collect()
    }
}

/// The manifest in a folder as it is once other commands' files are there too: it names no file as its run's that now is
/// another's. Nothing where it stays as it is.
pub fn amended(folder: &Path, artifacts: &[Artifact]) -> Option<Artifact> {
    let text = manifest(folder)?;
    let written = Written::read(&text);
    let other = |artifact: &&Artifact| {
        let known = written.files.get(&artifact.path).and_then(Option::as_ref);
        known.is_some_and(|known| *known != sha256(&artifact.bytes))
    };
    let paths: Vec<&str> = artifacts.iter().filter(other).map(|artifact| artifact.path.as_str()).collect();
    let text = if paths.is_empty() { None } else { Written::without(&text, &paths) };
    text.map(|text| Artifact::new(MANIFEST, text))
}

/// Says where a file of results lies among files of another run.
pub fn warn_beside(results: &Path, printer: &Printer) {
    let folder = results.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let earlier = Earlier::in_folder(folder);
    let is_one =
        results.file_name().and_then(|name| name.to_str()).is_some_and(|name| earlier.written.files.contains_key(name));
    if is_one {
        earlier.warn(folder, "to be sure of what it holds, run its scenario again", printer);
    }
}
