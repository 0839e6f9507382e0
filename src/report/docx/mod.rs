//! The report as a document of Word: the parts of a docx file as text, put into an archive.
//!
//! By hand, for no crate has what a report needs: `docx-rs` 0.4 knows no alternative texts, no repeated heads of tables
//! and no languages, and brings a second `zip` and `quick-xml`; others are of hundreds of crates. What is written is a
//! small part of the format: headings, lists, captions that count, tables, pictures, hyperlinks. The archive is `zip`,
//! which workbooks need anyway. Same document, same bytes: no clock is asked.

mod archive;
mod body;
mod style;
mod table;
mod xml;

pub use archive::write;
