//! Names of temporary files, and what becomes of those that nobody needs any more.
//!
//! They are called `.forcesize-TOKEN-N.tmp`. As long as a process uses them it holds a lock on `.forcesize-TOKEN.tmp`
//! in the same folder, so another can tell them from those of a process that was killed: on any machine that sees the
//! folder, and without knowing what processes there are. Where a folder knows no locks, a day decides. An interrupt
//! takes the temporary files away, and waits for renaming once that has begun.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};
use std::time::{Duration, Instant};

/// Temporary files that are there now.
static TEMPORARY: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// What a shell sees of a program that a signal ended is 128 and the signal's number.
const SIGNALLED: i32 = 128;

/// The number of the interrupt from the keyboard, here and on every other system.
const INTERRUPT: i32 = 2;

/// Whether an interrupt from the keyboard is the usual end.
static ENDS_WELL: AtomicBool = AtomicBool::new(false);

/// An interrupt is how work that has no end of its own is meant to end: no fault, and nothing half written.
pub fn end_well_when_interrupted() {
    ENDS_WELL.store(true, Ordering::Relaxed);
    hear_interrupts();
}

/// From now on an interrupt leaves no temporary file behind.
fn hear_interrupts() {
    static ONCE: Once = Once::new();
    // Without a handler an interrupt ends the program all the same.
    ONCE.call_once(|| hear(end));
}

/// Takes the temporary files away and ends the program.
fn end(signal: i32) {
    let temporary = undisturbed();
    for path in temporary.iter() {
        let _ = fs::remove_file(path);
    }
    let is_well = signal == INTERRUPT && ENDS_WELL.load(Ordering::Relaxed);
    std::process::exit(if is_well { 0 } else { SIGNALLED + signal });
}

/// Calls something with the first signal that would end the program. Where no thread can be started to wait for one,
/// the system does what it does without.
#[cfg(unix)]
fn hear(then: fn(i32)) {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let (ready, heard) = std::sync::mpsc::channel();
    let wait = move || {
        let signals = signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGTERM]);
        let _ = ready.send(());
        if let Some(signal) = signals.ok().and_then(|mut signals| signals.forever().next()) {
            then(signal);
        }
    };
    if std::thread::Builder::new().name("signals".to_owned()).spawn(wait).is_ok() {
        let _ = heard.recv();
    }
}

#[cfg(not(unix))]
fn hear(then: fn(i32)) {
    let _ = ctrlc::set_handler(move || then(INTERRUPT));
}

/// No interrupt is heard before what this gives is dropped.
pub fn undisturbed() -> MutexGuard<'static, Vec<PathBuf>> {
    lock(&TEMPORARY)
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

const BEGIN: &str = ".forcesize-";
const END: &str = ".tmp";

/// Gives names for temporary files, and holds the locks that go with them.
#[derive(Default)]
pub struct Names {
    count: AtomicUsize,
    held: Mutex<BTreeMap<PathBuf, Held>>,
}

/// The lock on a folder's temporary files.
struct Held {
    token: String,
    path: PathBuf,
    _file: File,
}

impl Names {
    /// A name that no other file in the folder has. The folder has to be there.
    pub fn name(&self, folder: &Path) -> io::Result<PathBuf> {
        hear_interrupts();
        let mut held = lock(&self.held);
        let token = if let Some(held) = held.get(folder) {
            held.token.clone()
        } else {
            let new = hold(folder)?;
            let token = new.token.clone();
            held.insert(folder.to_owned(), new);
            token
        };
        let number = self.count.fetch_add(1, Ordering::Relaxed);
        let path = folder.join(format!("{BEGIN}{token}-{number}{END}"));
        lock(&TEMPORARY).push(path.clone());
        Ok(path)
    }
}

impl Drop for Names {
    fn drop(&mut self) {
        let held = std::mem::take(&mut *lock(&self.held));
        for held in held.values() {
            let _ = fs::remove_file(&held.path);
        }
        let ours = |path: &PathBuf| {
            let folder = held.iter().find(|(folder, _)| path.parent() == Some(folder.as_path()));
            folder.is_some_and(|(_, held)| token_of(path).as_deref() == Some(held.token.as_str()))
        };
        lock(&TEMPORARY).retain(|path| !ours(path));
    }
}

fn hold(folder: &Path) -> io::Result<Held> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(BEGIN).suffix(END);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    loop {
        let (file, path) = {
            let mut temporary = undisturbed();
            let (file, path) = builder.tempfile_in(folder)?.keep().map_err(|error| error.error)?;
            temporary.push(path.clone());
            (file, path)
        };
        // Another process may have taken it for one that nobody holds, before this one held it.
        let lost = matches!(file.try_lock(), Err(TryLockError::WouldBlock)) || !path.exists();
        match token_of(&path) {
            Some(token) if !lost => return Ok(Held { token, path, _file: file }),
            _ => {
                let _ = fs::remove_file(&path);
            }
        }
    }
}

/// How long the names that another process gives to its files are waited for, and in which steps.
const PATIENCE: Duration = Duration::from_secs(2);
const STEP: Duration = Duration::from_millis(5);

/// Waits until no other process gives names to files in a folder; none does as long as what this gives is there. One
/// that takes too long is not waited for, and some systems cannot do that with folders.
pub fn alone(folder: &Path) -> Option<File> {
    let folder = File::open(folder).ok()?;
    let since = Instant::now();
    while matches!(folder.try_lock(), Err(TryLockError::WouldBlock)) && since.elapsed() < PATIENCE {
        std::thread::sleep(STEP);
    }
    Some(folder)
}

/// The token in the name of a temporary file; nothing for any other.
fn token_of(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_str()?.strip_prefix(BEGIN)?.strip_suffix(END)?;
    let plain = !name.is_empty() && name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
    let token = name.split('-').next().filter(|token| plain && !token.is_empty())?;
    Some(token.to_owned())
}

/// How old temporary files are that nobody needs, where locks do not tell.
const OLD: Duration = Duration::from_hours(24);

/// Takes away the temporary files in a folder whose process is no more.
pub fn clean(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let plain = entries.flatten().filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()));
    let found: Vec<(String, PathBuf)> =
        plain.filter_map(|entry| Some((token_of(&entry.path())?, entry.path()))).collect();
    let tokens: BTreeSet<&String> = found.iter().map(|(token, _)| token).collect();
    for token in tokens {
        let held = folder.join(format!("{BEGIN}{token}{END}"));
        // Held until the last of them is gone.
        let Ok(_lock) = left_alone(&held) else { continue };
        for (_, path) in found.iter().filter(|(of, path)| of == token && *path != held) {
            let _ = fs::remove_file(path);
        }
        let _ = fs::remove_file(&held);
    }
}

/// The lock of a process that is no more, if there is one; an error where the process may still be there.
fn left_alone(held: &Path) -> Result<Option<File>, ()> {
    let file = match File::open(held) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(_) => return Err(()),
    };
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Err(()),
        Err(TryLockError::Error(_)) => {
            let age = fs::metadata(held).and_then(|found| found.modified()).ok().and_then(|at| at.elapsed().ok());
            if age.is_some_and(|age| age > OLD) { Ok(Some(file)) } else { Err(()) }
        }
    }
}
