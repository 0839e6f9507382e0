//! Where files come from: the caller's, so that this library touches no file system.

/// A file that was found.
#[derive(Clone, Debug)]
pub struct FoundFile {
    /// The name to show, from which relative paths in the file start.
    pub name: String,
    /// The same for two names of one file.
    pub identity: String,
    /// What is in it.
    pub content: String,
}

/// Where files come from.
pub trait Files {
    /// Reads the file that `name`, as written in the file called `from`, stands for.
    ///
    /// # Errors
    /// Why it cannot be read, and what to do.
    fn read(&self, name: &str, from: &str) -> Result<FoundFile, (String, Option<String>)>;

    /// Reads the table that `name`, as written in the file called `from`, stands for.
    ///
    /// # Errors
    /// Why it cannot be read, and what to do.
    fn read_table(&self, name: &str, from: &str) -> Result<FoundFile, (String, Option<String>)> {
        self.read(name, from)
    }

    /// Reads the font that `name`, as written in the file called `from`, stands for; nothing where no chart is drawn
    /// and no font is needed.
    ///
    /// # Errors
    /// Why it cannot be read, and what to do.
    fn read_font(&self, name: &str, _from: &str) -> Result<Option<Vec<u8>>, (String, Option<String>)> {
        Err((format!("no font file `{name}` can be read here"), None))
    }
}
