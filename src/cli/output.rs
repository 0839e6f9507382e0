//! Files written all or not at all: everything goes to temporary files first, which are renamed once all of them are
//! complete. What a run before wrote and this one does not is taken away. An interrupt takes the temporary files away,
//! and waits for renaming once that has begun.

use super::failure::{Failure, reason};
use rayon::prelude::*;
use std::io::Write;
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicI32, Ordering};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};
use tempfile::TempPath;

/// Temporary files that are there now.
static TEMPORARY: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// What a shell sees of a program that an interrupt ended: 128 and the signal's number.
const INTERRUPTED: i32 = 130;

/// The exit code after an interrupt.
static AFTER_INTERRUPT: AtomicI32 = AtomicI32::new(INTERRUPTED);

/// An interrupt is how work that has no end of its own is meant to end: no fault, and nothing half written.
pub fn end_well_when_interrupted() {
    AFTER_INTERRUPT.store(0, Ordering::Relaxed);
    hear_interrupts();
}

/// A file to write: its path inside the output folder and its bytes.
pub struct Artifact {
    /// Path inside the folder, with forward slashes.
    pub path: String,
    /// Content.
    pub bytes: Vec<u8>,
}

impl Artifact {
    /// A file of text or bytes.
    pub fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { path: path.into(), bytes: bytes.into() }
    }
}

/// Writes all files into a folder, which is made where it is missing; where they cannot be written, it is not there
/// afterwards either.
pub fn write_all(folder: &Path, artifacts: &[Artifact]) -> Result<(), Failure> {
    let inside = artifacts.iter().filter_map(|artifact| folder.join(&artifact.path).parent().map(Path::to_owned));
    let mut made: Vec<PathBuf> = inside.flat_map(|folder| missing(&folder)).collect();
    // What is inside another is longer, and goes first.
    made.sort_by_key(|folder| std::cmp::Reverse(folder.as_os_str().len()));
    made.dedup();
    written(folder, artifacts).inspect_err(|_| {
        for folder in made {
            let _ = std::fs::remove_dir(folder);
        }
    })
}

/// The folders on the way to one, itself among them, that are not there.
fn missing(folder: &Path) -> Vec<PathBuf> {
    let on_the_way = folder.ancestors().take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists());
    on_the_way.map(Path::to_owned).collect()
}

fn written(folder: &Path, artifacts: &[Artifact]) -> Result<(), Failure> {
    let prepared = artifacts.par_iter().map(|artifact| {
        let target = folder.join(&artifact.path);
        let file = prepare(&target, &artifact.bytes).map_err(|error| failed(&target, &error))?;
        Ok((file, target))
    });
    // Of several complaints the first.
    let prepared: Vec<Result<_, Failure>> = prepared.collect();
    persist(prepared.into_iter().collect::<Result<_, Failure>>()?)
}

/// Writes one file that the command line names, replacing what was there only once the new content is complete.
pub fn write(target: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let file = prepare(target, bytes).map_err(|error| failed_with(target, &error, "name another place"))?;
    persist(vec![(file, target.to_owned())])
}

/// Gives complete files their names, all of them before an interrupt is heard.
fn persist(ready: Vec<(TempPath, PathBuf)>) -> Result<(), Failure> {
    let mut temporary = temporary();
    let mut outcome = Ok(());
    for (file, target) in ready {
        temporary.retain(|path| **path != *file);
        // One that fails takes itself away; those behind it are not renamed any more.
        if outcome.is_ok() {
            outcome = file.persist(&target).map_err(|error| failed(&target, &error.error));
        }
    }
    outcome
}

fn temporary() -> MutexGuard<'static, Vec<PathBuf>> {
    TEMPORARY.lock().unwrap_or_else(PoisonError::into_inner)
}

/// From now on an interrupt leaves no temporary file behind.
fn hear_interrupts() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let heard = ctrlc::set_handler(|| {
            let temporary = temporary();
            for path in temporary.iter() {
                let _ = std::fs::remove_file(path);
            }
            std::process::exit(AFTER_INTERRUPT.load(Ordering::Relaxed));
        });
        // Without a handler an interrupt ends the program all the same.
        let _ = heard;
    });
}

/// A complete file without its name. It is closed: a system may let a program have few files open.
fn prepare(target: &Path, bytes: &[u8]) -> std::io::Result<TempPath> {
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    if target.is_dir() {
        return Err(std::io::Error::other("it is a folder"));
    }
    let mut builder = tempfile::Builder::new();
    builder.prefix(".forcesize-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    hear_interrupts();
    let mut file = {
        let mut temporary = temporary();
        let file = builder.tempfile_in(folder)?;
        temporary.push(file.path().to_owned());
        file
    };
    file.write_all(bytes)?;
    file.flush()?;
    Ok(file.into_temp_path())
}

fn failed(target: &Path, error: &std::io::Error) -> Failure {
    failed_with(target, error, "name another folder with --out")
}

fn failed_with(target: &Path, error: &std::io::Error, otherwise: &str) -> Failure {
    let help = match error.kind() {
        std::io::ErrorKind::StorageFull => "free some space; what was there before is unchanged",
        _ => otherwise,
    };
    Failure::File(format!("cannot write `{}`: {}", target.display(), reason(error)), Some(help.to_owned()))
}

/// Takes away files inside a folder. Only plain paths: the names come from a file that anybody can edit.
pub fn remove(folder: &Path, names: &[String]) {
    for name in names {
        if Path::new(name).components().all(|part| matches!(part, Component::Normal(_))) {
            // A leftover that cannot be removed is no reason to fail.
            let _ = std::fs::remove_file(folder.join(name));
        }
    }
}
