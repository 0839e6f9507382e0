//! Doing a command's work again whenever a file that it read is saved.
//!
//! What the files say decides, not that something happened to them: a save that changes nothing starts no work, and
//! one whose notice got lost is seen a little later. So saving by renaming, as most editors do, needs no care, and
//! without the feature `watch` only the notices are missing. Knows nothing of what the work is.

use super::failure::Failure;
use super::load::STANDARD_INPUT;
use super::printer::Printer;
use super::reader;
use super::temporary;
#[cfg(feature = "watch")]
use super::threads::can_start;
use std::collections::BTreeMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Quiet after a notice that says the save is complete: some editors write in several steps.
#[cfg(feature = "watch")]
const QUIET: Duration = Duration::from_millis(30);

/// How long such steps are waited for at most.
#[cfg(feature = "watch")]
const STEPS: Duration = Duration::from_millis(300);

/// How long nothing is looked at where no notice comes.
const PATIENCE: Duration = if cfg!(feature = "watch") { Duration::from_secs(1) } else { Duration::from_millis(150) };

/// Does some work now and, with `again`, whenever a file that it looked for says something else than before, until it
/// is interrupted. What goes wrong in a round is said then, and the next one waited for.
/// `first` are the files that are known beforehand; the work puts down those it looked for, found or not.
pub fn watch_loop(
    again: bool,
    first: &[PathBuf],
    printer: &Printer,
    mut work: impl FnMut(&mut Vec<PathBuf>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    if !again {
        return work(&mut Vec::new());
    }
    if first.iter().any(|path| path == Path::new(STANDARD_INPUT)) {
        return Err(Failure::CommandLine(
            "standard input cannot be watched".to_owned(),
            Some("save the scenario in a file, and name that".to_owned()),
        ));
    }
    temporary::end_well_when_interrupted();
    let mut known = first.to_vec();
    loop {
        let since = Instant::now();
        // What is saved while the work goes on is new afterwards.
        let mut before = contents(&known);
        let mut paths = Vec::new();
        match work(&mut paths) {
            Ok(()) => {}
            Err(Failure::ClosedPipe) => return Ok(()),
            Err(failure) => {
                let _ = printer.report(failure);
            }
        }
        if paths.is_empty() {
            return Err(Failure::CommandLine(
                "there is no file to watch".to_owned(),
                Some("name a scenario file; `forcesize new mine.toml` writes one".to_owned()),
            ));
        }
        if paths != known {
            let earlier: BTreeMap<PathBuf, u64> = known.into_iter().zip(before).collect();
            known = paths;
            before = known.iter().map(|path| earlier.get(path).copied().unwrap_or_else(|| content(path))).collect();
        }
        let count = if known.len() == 1 { "1 file".to_owned() } else { format!("{} files", known.len()) };
        let seconds = since.elapsed().as_secs_f64();
        printer.say(&format!("done in {seconds:.2} s; watching {count}, Ctrl-C ends"));
        let mut notices = Notices::of(&known);
        while contents(&known) == before {
            notices.wait();
        }
        printer.say("");
    }
}

/// What each of some files says, as a number.
fn contents(paths: &[PathBuf]) -> Vec<u64> {
    paths.iter().map(|path| content(path)).collect()
}

/// What a file says, as a number; one that cannot be read says something else than an empty one.
fn content(path: &Path) -> u64 {
    let mut hasher = DefaultHasher::new();
    reader::bytes(path, reader::FONT).ok().hash(&mut hasher);
    hasher.finish()
}

/// The folder that a file is in, or the first one above that is there.
#[cfg(feature = "watch")]
fn folder(path: &Path) -> PathBuf {
    let above = path.ancestors().skip(1).map(|at| if at.as_os_str().is_empty() { Path::new(".") } else { at });
    above.into_iter().find(|at| at.is_dir()).unwrap_or(Path::new(".")).to_owned()
}

/// Notices of the system that something happened in the files' folders.
#[cfg(feature = "watch")]
struct Notices {
    receiver: std::sync::mpsc::Receiver<()>,
    /// Notices come as long as it lives; absent where the system gives none.
    _watcher: Option<notify::RecommendedWatcher>,
}

#[cfg(feature = "watch")]
impl Notices {
    fn of(paths: &[PathBuf]) -> Self {
        use notify::Watcher;
        let (sender, receiver) = std::sync::mpsc::channel();
        let notice = move |event: notify::Result<notify::Event>| {
            if event.is_ok_and(|event| !event.kind.is_access()) {
                let _ = sender.send(());
            }
        };
        // It needs a thread of its own, and takes for granted that there is one.
        let mut watcher = can_start(1).then(|| notify::recommended_watcher(notice).ok()).flatten();
        // Where a file is a link, a save of what it points to counts too.
        let real = paths.iter().filter_map(|path| path.canonicalize().ok());
        let mut folders: Vec<PathBuf> = paths.iter().cloned().chain(real).map(|path| folder(&path)).collect();
        folders.sort();
        folders.dedup();
        for folder in folders {
            if let Some(watcher) = &mut watcher {
                // A folder that gives no notices is looked at all the same.
                let _ = watcher.watch(&folder, notify::RecursiveMode::NonRecursive);
            }
        }
        Self { receiver, _watcher: watcher }
    }

    /// Waits until something happened and is over, or for some time.
    fn wait(&mut self) {
        if self.receiver.recv_timeout(PATIENCE).is_err() {
            return;
        }
        let since = Instant::now();
        while since.elapsed() < STEPS && self.receiver.recv_timeout(QUIET).is_ok() {}
    }
}

/// Without notices of the system: time passes.
#[cfg(not(feature = "watch"))]
struct Notices;

#[cfg(not(feature = "watch"))]
impl Notices {
    fn of(_: &[PathBuf]) -> Self {
        Self
    }

    #[expect(clippy::unused_self, reason = "as with notices")]
    fn wait(&mut self) {
        std::thread::sleep(PATIENCE);
    }
}
