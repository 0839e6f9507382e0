//! A file to write, and the names of those that a run always writes.

/// What a run was made of and what it wrote.
pub const MANIFEST: &str = "manifest.toml";

/// All that a run found.
pub const RESULTS: &str = "results.json";

/// The report of a run for Word.
pub const DOCUMENT: &str = "report.docx";

/// Its figures for LaTeX.
pub const FIGURES: &str = "figures.tex";

/// Its tables for LaTeX.
pub const TABLES: &str = "tables.tex";

/// The workbook of a run.
pub const WORKBOOK: &str = "results.xlsx";

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
