//! Files written all or not at all: everything goes to temporary files first, which get their names once all of them are
//! complete, `results.json` and the manifest last. What cannot be written leaves all as it was.

use super::artifact::{Artifact, MANIFEST, RESULTS};
use super::earlier::amended;
use super::exchange::{Fault, New, System, folder, folders_to_make, prepare, take_folders_away};
use super::failure::{Failure, reason};
use super::temporary::{Names, alone, clean, undisturbed};
use forcesize::report::manifest::CHARTS;
use std::path::{Path, PathBuf};

/// Writes all files into a folder, which is made where it is missing; where they cannot be written, it is not there
/// afterwards either.
pub fn write_all(folder: &Path, artifacts: &[Artifact]) -> Result<(), Failure> {
    exchange(folder, artifacts, &[])
}

/// As [`write_all`], into a folder where a run may have written; what its manifest says of the files stays true.
pub fn add(folder: &Path, mut artifacts: Vec<Artifact>) -> Result<(), Failure> {
    artifacts.extend(amended(folder, &artifacts));
    write_all(folder, &artifacts)
}

/// As [`write_all`], and takes away others in the same step.
pub fn exchange(folder: &Path, artifacts: &[Artifact], gone: &[String]) -> Result<(), Failure> {
    let new = |artifact: &Artifact| folder.join(&artifact.path);
    let is_last = |path: &str| [RESULTS, MANIFEST].contains(&path);
    let files = |last: &[&str]| -> Vec<New<'_>> {
        let some = artifacts.iter().filter(|artifact| match last {
            [] => !is_last(&artifact.path),
            last => last.contains(&artifact.path.as_str()),
        });
        some.map(|artifact| New { target: new(artifact), bytes: &artifact.bytes, sync: is_last(&artifact.path) })
            .collect()
    };
    // The manifest says that all others are there.
    let files: Vec<New<'_>> = [files(&[]), files(&[RESULTS]), files(&[MANIFEST])].into_iter().flatten().collect();
    let gone: Vec<PathBuf> = gone.iter().map(|path| folder.join(path)).collect();
    put(&files, &gone, "name another folder with --out")
}

/// Writes one file that the command line names, replacing what was there only once the new content is complete.
pub fn write(target: &Path, bytes: &[u8]) -> Result<(), Failure> {
    put(&[New { target: target.to_owned(), bytes, sync: true }], &[], "name another place")
}

fn put(files: &[New<'_>], gone: &[PathBuf], otherwise: &str) -> Result<(), Failure> {
    let made = folders_to_make(files);
    let names = Names::default();
    let prepared = prepare(&System, files, gone, &|folder| names.name(folder));
    let exchanged = prepared.and_then(|prepared| {
        let _alone = outermost(files).and_then(alone);
        let _undisturbed = undisturbed();
        prepared.exchange(&System)
    });
    // With it go the locks, which are files too.
    drop(names);
    exchanged.map_err(|fault| {
        take_folders_away(&System, &made);
        failed(&fault, otherwise)
    })?;
    let mut folders: Vec<&Path> = files.iter().map(|file| folder(&file.target)).collect();
    folders.sort_unstable();
    folders.dedup();
    folders.into_iter().for_each(clean);
    // A killed run may have left some where this one writes none.
    let charts = outermost(files).map(|folder| folder.join(CHARTS));
    let is_folder = |charts: &PathBuf| std::fs::symlink_metadata(charts).is_ok_and(|found| found.is_dir());
    charts.filter(is_folder).as_deref().map(clean);
    Ok(())
}

/// The folder that all files are in, or in folders of which.
fn outermost<'a>(files: &'a [New<'_>]) -> Option<&'a Path> {
    files.iter().map(|file| folder(&file.target)).min_by_key(|folder| folder.as_os_str().len())
}

fn failed(fault: &Fault, otherwise: &str) -> Failure {
    let what = format!("cannot write `{}`: {}", fault.at.display(), reason(&fault.error));
    if fault.changed.is_empty() {
        let help = match fault.error.kind() {
            std::io::ErrorKind::StorageFull => "free some space; what was there before is unchanged".to_owned(),
            _ => otherwise.to_owned(),
        };
        return Failure::File(what, Some(help));
    }
    let named: Vec<String> = fault.changed.iter().map(|(path, _)| format!("`{}`", path.display())).collect();
    let kept = fault.changed.iter().filter_map(|(_, kept)| kept.as_ref());
    let kept: Vec<String> = kept.map(|kept| format!("`{}`", kept.display())).collect();
    let what = format!("{what}; these are new or gone and could not be put back: {}", named.join(", "));
    let kept = if kept.is_empty() {
        String::new()
    } else {
        format!(
            "; what they were is in {}: copy it from there before the next run, which takes such files away",
            kept.join(", ")
        )
    };
    Failure::File(what, Some(format!("do it again once the disk can be written{kept}")))
}
