//! Scenarios read from the record of a result, and records made while files are read. Knows nothing of disks.

use forcesize::report::record::{Record, RecordedFile};
use forcesize::scenario::{Files, FoundFile};
use std::cell::RefCell;
use std::path::{Path, PathBuf};

/// Files that may lie on a disk, where an editor can change them.
pub trait Watched: Files {
    /// The files on disk that were looked for, found or not.
    fn looked_for(&self) -> Vec<PathBuf> {
        Vec::new()
    }
}

impl Watched for Recorded<'_> {}

/// The files of a record. The name of each but the first begins with its position.
pub struct Recorded<'a>(pub &'a Record);

impl Files for Recorded<'_> {
    fn read(&self, name: &str, from: &str) -> Result<FoundFile, (String, Option<String>)> {
        let by = from.split_once('/').and_then(|(position, _)| position.parse::<usize>().ok()).unwrap_or(0);
        let wanted =
            |file: &RecordedFile| file.named.as_ref().is_some_and(|(as_named, of)| as_named == name && *of == by);
        match self.0.files.iter().position(wanted) {
            None => Err((format!("the record has no file `{name}`"), None)),
            Some(position) => Ok(FoundFile {
                name: format!("{position}/{}", self.0.files[position].name),
                identity: format!("record:{position}"),
                content: self.0.files[position].content.clone(),
            }),
        }
    }

    /// A record has no fonts: what is computed from it is compared, and not drawn.
    fn read_font(&self, _: &str, _: &str) -> Result<Option<Vec<u8>>, (String, Option<String>)> {
        Ok(None)
    }
}

/// Other files, which are written down as they are read: the name that a file was found under, and its text.
pub struct Recorder<'a, F> {
    files: &'a F,
    read: RefCell<Vec<(String, RecordedFile)>>,
}

impl<'a, F> Recorder<'a, F> {
    /// Begins with the scenario's own file, which was found under a name.
    pub fn new(files: &'a F, name: &str, first: RecordedFile) -> Self {
        Self { files, read: RefCell::new(vec![(name.to_owned(), first)]) }
    }

    /// What was read.
    pub fn files(self) -> Vec<RecordedFile> {
        self.read.into_inner().into_iter().map(|(_, file)| file).collect()
    }
}

impl<F: Files> Files for Recorder<'_, F> {
    fn read(&self, name: &str, from: &str) -> Result<FoundFile, (String, Option<String>)> {
        let found = self.files.read(name, from)?;
        let mut read = self.read.borrow_mut();
        let by = read.iter().rposition(|(known, _)| known == from).unwrap_or(0);
        let file = RecordedFile {
            name: file_name(&found.name),
            named: Some((name.to_owned(), by)),
            content: found.content.clone(),
        };
        read.push((found.name.clone(), file));
        Ok(found)
    }

    fn read_font(&self, name: &str, from: &str) -> Result<Option<Vec<u8>>, (String, Option<String>)> {
        self.files.read_font(name, from)
    }
}

/// A path's last part.
pub fn file_name(path: &str) -> String {
    Path::new(path).file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}
