//! Scenarios side by side, in words, tables, charts, JSON and CSV: what differs, by how much, and why.

mod compared;
mod data;
mod figure;
mod tables;
pub(in crate::report) mod words;

pub use compared::{Choice, Compared, MOST};

use crate::model::own_name::COMPARE;
use crate::report::section::Section;

pub use data::{csv, json};
pub(crate) use data::{inputs_csv, why_csv};
pub use tables::ends;

/// The comparison, ready to show.
#[must_use]
pub fn section(compared: &Compared<'_>) -> Section {
    Section {
        tables: tables::all(compared),
        sentences: words::sentences(compared),
        files: vec![
            (format!("{}.csv", COMPARE.of("metrics")), csv(compared)),
            (format!("{}.csv", COMPARE.of("inputs")), inputs_csv(compared)),
            (format!("{}.csv", COMPARE.of("why")), why_csv(compared)),
        ],
        figures: figure::comparison(&compared.in_charts()),
        ..Section::new("compare", &compared.words().text("compare-part"), json(compared))
    }
}
