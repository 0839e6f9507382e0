//! The one reader of files: whatever a command reads from a disk comes through here.
//!
//! Reads plain files alone, and no more of one than it may have: a pipe, a device or a file that the system makes up as
//! it is read has no end, or none that comes by itself. Knows nothing of what the files hold.

use super::failure::reason;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// Bytes of the largest scenario, or of any other file of TOML.
pub const TOML: usize = forcesize::scenario::LARGEST;

/// Bytes of the largest table of cases.
pub const TABLE: usize = 50_000_000;

/// Bytes of the largest font.
pub const FONT: usize = 30_000_000;

/// Bytes of the largest file that a run writes.
pub const WRITTEN: usize = 1 << 28;

/// Why a file was not read.
#[derive(Debug)]
pub enum Unread {
    /// There is none.
    Missing,
    /// It is a folder.
    Folder,
    /// It is neither a plain file nor a folder; what it is.
    Special(&'static str),
    /// It has more bytes than it may have.
    TooLarge,
    /// The system would not do it.
    Refused(io::Error),
}

impl Unread {
    /// The reason in a few words; `what` is the largest thing that would have been read.
    pub fn reason(&self, largest: usize, what: &str) -> String {
        match self {
            Self::Missing => "there is no such file".to_owned(),
            Self::Folder => "it is a folder".to_owned(),
            Self::Special(what) => format!("it is {what}, not a plain file"),
            Self::TooLarge => format!("it is too large for {what}: more than {} MB", largest / 1_000_000),
            Self::Refused(error) => reason(error),
        }
    }
}

impl From<io::Error> for Unread {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::IsADirectory => Self::Folder,
            _ => Self::Refused(error),
        }
    }
}

/// All bytes of a plain file that has no more than `largest`.
pub fn bytes(path: &Path, largest: usize) -> Result<Vec<u8>, Unread> {
    let found = fs::metadata(path)?;
    plain(&found)?;
    if is_made_up(path) {
        return Err(Unread::Special("a file that the system makes up"));
    }
    if usize::try_from(found.len()).map_or(true, |length| length > largest) {
        return Err(Unread::TooLarge);
    }
    let file = File::open(path)?;
    // Another may have taken its place.
    plain(&file.metadata()?)?;
    from(file, largest)
}

/// All bytes of something that has no more than `largest`.
pub fn from(source: impl Read, largest: usize) -> Result<Vec<u8>, Unread> {
    let mut bytes = Vec::new();
    source.take(largest as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > largest { Err(Unread::TooLarge) } else { Ok(bytes) }
}

fn plain(found: &fs::Metadata) -> Result<(), Unread> {
    if found.is_file() {
        return Ok(());
    }
    Err(if found.is_dir() { Unread::Folder } else { Unread::Special(special(found)) })
}

#[cfg(unix)]
fn special(found: &fs::Metadata) -> &'static str {
    use std::os::unix::fs::FileTypeExt;
    let kind = found.file_type();
    if kind.is_fifo() {
        "a pipe"
    } else if kind.is_socket() {
        "a socket"
    } else {
        "a device"
    }
}

#[cfg(not(unix))]
fn special(_: &fs::Metadata) -> &'static str {
    "a device"
}

/// Whether a file is one of those that Linux makes up as they are read: they have no length, and may have no end.
fn is_made_up(path: &Path) -> bool {
    let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    cfg!(target_os = "linux") && ["/proc", "/sys"].iter().any(|folder| real.starts_with(folder))
}
