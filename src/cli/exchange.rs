//! Files that get their names all together or not at all. What was there is kept under a second name until every new
//! file has its own; where one fails, all that was done is taken back, and what cannot be is named.
//!
//! Knows nothing of what is in the files, and asks everything of a [`Disk`], so that a test can let any step fail.

use rayon::prelude::*;
use std::cmp::Reverse;
use std::fs::{self, File, Metadata, OpenOptions, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What is asked of the system.
pub trait Disk: Sync {
    /// What there is at a place, and not what a link there points to; nothing where there is nothing.
    fn look(&self, path: &Path) -> io::Result<Option<Metadata>> {
        match fs::symlink_metadata(path) {
            Ok(found) => Ok(Some(found)),
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Takes an empty folder away.
    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        fs::remove_dir(folder)
    }

    /// Makes a folder and those above it.
    fn make_folders(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder)
    }

    /// Writes a file that is not there yet. `sync` waits until a loss of power cannot take its content.
    /// Nobody may read it meanwhile who may not read the `old` file that it is to replace.
    fn write(&self, path: &Path, bytes: &[u8], sync: bool, old: Option<&Metadata>) -> io::Result<()> {
        let mut options = OpenOptions::new();
        #[cfg(unix)]
        if let Some(old) = old {
            use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
            options.mode(old.mode() & 0o777 | 0o200);
        }
        #[cfg(not(unix))]
        let _ = old;
        let mut file = options.write(true).create_new(true).open(path)?;
        file.write_all(bytes)?;
        if sync { file.sync_all() } else { file.flush() }
    }

    /// Says who may read and write a file.
    fn set_permissions(&self, path: &Path, permissions: Permissions) -> io::Result<()> {
        fs::set_permissions(path, permissions)
    }

    /// Gives a file a second name.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    /// Copies a file.
    fn copy(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::copy(from, to).map(|_| ())
    }

    /// Gives a file another name; one that has that name is replaced.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    /// Takes a file away.
    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    /// Waits until a loss of power cannot take the names in a folder.
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        File::open(folder)?.sync_all()
    }
}

/// The disks of this computer.
pub struct System;

impl Disk for System {}

/// A file to write.
pub struct New<'a> {
    /// Its place.
    pub target: PathBuf,
    /// Its content.
    pub bytes: &'a [u8],
    /// Whether it has to survive a loss of power.
    pub sync: bool,
}

/// Why files were not written.
#[derive(Debug)]
pub struct Fault {
    /// The file that could not be written or taken away.
    pub at: PathBuf,
    /// The reason.
    pub error: io::Error,
    /// The files that are not as they were, since they could not be put back: with what they were, where that is kept.
    pub changed: Vec<(PathBuf, Option<PathBuf>)>,
}

impl Fault {
    fn at(path: &Path, error: io::Error) -> Self {
        Self { at: path.to_owned(), error, changed: Vec::new() }
    }
}

/// Something that happens to one name.
struct Change {
    target: PathBuf,
    /// What gets the name; where nothing does, the file goes.
    new: Option<PathBuf>,
    /// The name under which what was there is kept meanwhile.
    spare: PathBuf,
    sync: bool,
}

/// What happened to a name.
enum Done {
    /// Nothing: a file to take away was not there.
    Nothing,
    /// There was no file, and is one now.
    Added,
    /// What was there is kept under the spare name.
    Replaced,
}

/// Files that are complete but for their names.
pub struct Prepared {
    changes: Vec<Change>,
}

/// The folders that are not there and will be made for some files, those inside others first.
pub fn folders_to_make(files: &[New<'_>]) -> Vec<PathBuf> {
    let mut made: Vec<PathBuf> = files.iter().flat_map(|file| missing(folder(&file.target))).collect();
    made.sort_by_key(|folder| Reverse(folder.as_os_str().len()));
    made.dedup();
    made
}

/// Takes away folders that were made for nothing, once there are no temporary files in them any more.
pub fn take_folders_away(disk: &impl Disk, made: &[PathBuf]) {
    for folder in made {
        let _ = disk.remove_folder(folder);
    }
}

/// Gives names for temporary files in a folder.
pub type Temporary<'a> = dyn Fn(&Path) -> io::Result<PathBuf> + Sync + 'a;

/// Writes new files under temporary names. The order in which they and those that are to go will get and lose their
/// names is: all but the synced, those that go, the synced ones.
///
/// # Errors
/// The first file that cannot be written; nothing is left of any then.
pub fn prepare(
    disk: &impl Disk,
    files: &[New<'_>],
    gone: &[PathBuf],
    temporary: &Temporary<'_>,
) -> Result<Prepared, Fault> {
    let written = files.par_iter().map(|file| {
        let mut new = None;
        let outcome = one_new(disk, file, temporary, &mut new);
        (new, outcome.map_err(|error| Fault::at(&file.target, error)))
    });
    let written: Vec<(Option<PathBuf>, Result<(), Fault>)> = written.collect();
    let mut fault = None;
    let mut changes = Vec::new();
    for (file, (new, outcome)) in files.iter().zip(written) {
        // Of several complaints the first.
        if let (Err(one), None) = (outcome, &fault) {
            fault = Some(one);
        }
        if let Some(new) = new {
            changes.push(Change { target: file.target.clone(), spare: spare(&new), new: Some(new), sync: file.sync });
        }
    }
    for target in gone {
        match temporary(folder(target)) {
            Ok(name) => changes.push(Change { target: target.clone(), spare: name, new: None, sync: false }),
            Err(error) => fault = fault.or_else(|| Some(Fault::at(target, error))),
        }
    }
    changes.sort_by_key(|change| (change.sync, change.new.is_none()));
    let prepared = Prepared { changes };
    match fault {
        None => Ok(prepared),
        Some(fault) => {
            prepared.discard(disk);
            Err(fault)
        }
    }
}

/// A complete file without its name. It is closed: a system may let a program have few files open.
fn one_new(disk: &impl Disk, file: &New<'_>, temporary: &Temporary<'_>, new: &mut Option<PathBuf>) -> io::Result<()> {
    disk.make_folders(folder(&file.target))?;
    if file.target.is_dir() {
        return Err(io::Error::other("it is a folder"));
    }
    let name = temporary(folder(&file.target))?;
    *new = Some(name.clone());
    // Whoever may read the file that is replaced may read the new one, and nobody else.
    let old = disk.look(&file.target)?.filter(Metadata::is_file);
    disk.write(&name, file.bytes, file.sync, old.as_ref())?;
    if let Some(old) = old
        && disk.look(&name)?.is_some_and(|new| new.permissions() != old.permissions())
    {
        disk.set_permissions(&name, old.permissions())?;
    }
    Ok(())
}

/// The folder that a file is in.
pub fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The folders on the way to one, itself among them, that are not there.
fn missing(folder: &Path) -> Vec<PathBuf> {
    let on_the_way = folder.ancestors().take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists());
    on_the_way.map(Path::to_owned).collect()
}

/// The name for what a new file replaces.
fn spare(new: &Path) -> PathBuf {
    let stem = new.file_stem().unwrap_or_default().to_string_lossy();
    new.with_file_name(format!("{stem}-old.tmp"))
}

impl Prepared {
    /// Gives all files their names.
    ///
    /// # Errors
    /// The first file that cannot get its name or be taken away. All is as it was then, but for what the fault names.
    pub fn exchange(self, disk: &impl Disk) -> Result<(), Fault> {
        let mut done: Vec<(&Change, Done)> = Vec::new();
        let mut fault = None;
        for change in &self.changes {
            let mut changed = Vec::new();
            match change.make(disk, &mut changed) {
                Ok(what) => done.push((change, what)),
                Err(error) => {
                    fault = Some(Fault { at: change.target.clone(), error, changed });
                    break;
                }
            }
        }
        let Some(mut fault) = fault else {
            for (change, what) in &done {
                if matches!(what, Done::Replaced) {
                    // It is temporary by its name: the next run takes it away.
                    let _ = disk.remove(&change.spare);
                }
            }
            self.sync_folders(disk);
            return Ok(());
        };
        for (change, what) in done.iter().rev() {
            fault.changed.extend(change.take_back(disk, what));
        }
        self.discard(disk);
        Err(fault)
    }

    /// The names of what was synced. Not every system can do that with folders; there the names are as safe as any.
    fn sync_folders(&self, disk: &impl Disk) {
        let synced = self.changes.iter().filter(|change| change.sync);
        let mut folders: Vec<&Path> = synced.map(|change| folder(&change.target)).collect();
        folders.sort_unstable();
        folders.dedup();
        for folder in folders {
            let _ = disk.sync_folder(folder);
        }
    }

    /// Takes away what has no name.
    fn discard(&self, disk: &impl Disk) {
        for new in self.changes.iter().filter_map(|change| change.new.as_ref()) {
            let _ = disk.remove(new);
        }
    }
}

impl Change {
    /// Makes the change; where that fails, all is as it was but for what is put into `changed`.
    fn make(&self, disk: &impl Disk, changed: &mut Vec<(PathBuf, Option<PathBuf>)>) -> io::Result<Done> {
        // What cannot be looked at may be there, and would be lost.
        let old = disk.look(&self.target)?;
        match (&self.new, old) {
            (None, None) => Ok(Done::Nothing),
            (None, Some(_)) => disk.rename(&self.target, &self.spare).map(|()| Done::Replaced),
            (Some(new), None) => disk.rename(new, &self.target).map(|()| Done::Added),
            (Some(new), Some(old)) => {
                let moved = self.keep(disk, new, &old)?;
                match disk.rename(new, &self.target) {
                    Ok(()) => Ok(Done::Replaced),
                    Err(error) => {
                        if !moved {
                            let _ = disk.remove(&self.spare);
                        } else if disk.rename(&self.spare, &self.target).is_err() {
                            changed.push((self.target.clone(), Some(self.spare.clone())));
                        }
                        Err(error)
                    }
                }
            }
        }
    }

    /// Keeps what is there under the spare name too; whether it lost its own by that.
    fn keep(&self, disk: &impl Disk, new: &Path, old: &Metadata) -> io::Result<bool> {
        // A second name of somebody else's file could not be taken away again in a folder where only owners may do that.
        if old.is_file() && disk.look(new).is_ok_and(|new| new.is_some_and(|new| same_owner(&new, old))) {
            match disk.link(&self.target, &self.spare) {
                Ok(()) => return Ok(false),
                Err(_) => {
                    let _ = disk.remove(&self.spare);
                }
            }
        }
        if old.is_file() {
            match disk.copy(&self.target, &self.spare) {
                Ok(()) => return Ok(false),
                // What there is of the copy.
                Err(_) => {
                    let _ = disk.remove(&self.spare);
                }
            }
        }
        disk.rename(&self.target, &self.spare).map(|()| true)
    }

    /// Puts back what was there; names the file where that fails.
    fn take_back(&self, disk: &impl Disk, done: &Done) -> Option<(PathBuf, Option<PathBuf>)> {
        let (outcome, kept) = match done {
            Done::Nothing => return None,
            Done::Added => (disk.remove(&self.target), None),
            Done::Replaced => (disk.rename(&self.spare, &self.target), Some(self.spare.clone())),
        };
        outcome.is_err().then(|| (self.target.clone(), kept))
    }
}

#[cfg(unix)]
fn same_owner(a: &Metadata, b: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    a.uid() == b.uid()
}

#[cfg(not(unix))]
fn same_owner(_: &Metadata, _: &Metadata) -> bool {
    true
}
