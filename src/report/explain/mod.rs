//! Why a number is what it is: the formula, the same with numbers, the result, and so on down to the inputs.
//!
//! One account of it is made here, as rows of plain parts: [`explain()`] gives the whole derivation of a metric,
//! [`MetricAccount`] and [`InputAccount`] one number of it. The terminal ([`terminal()`]), JSON and CSV, the Markdown
//! report and the page are painters of these parts: they set them, and word nothing themselves.
//!
//! Knows nothing of terminals, tags or sliders.

mod account;
mod derivation;
mod rows;
mod substituted;
mod text;

pub use account::{InputAccount, MetricAccount, RangeAccount, Row, Step};
pub use derivation::{explain, explain_briefly, explain_input};
pub use rows::{csv, json};
pub(super) use substituted::{ALL, LARGEST};
pub use substituted::{ShownNumber, Subject, TextRun, substituted};
pub use text::terminal;
