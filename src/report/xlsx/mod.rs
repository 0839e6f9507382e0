//! A run as a workbook in which the model is alive: inputs are cells, and every metric is a formula made of its formula
//! tree, with names as a planner says them. Whoever changes an input sees what follows.
//!
//! Each input and metric has a cell in base units that carries its name; what is shown in other units stands beside it.
//! Percentiles of samples and the text of the answer are values, and say so. Plain data; `write` makes a file of it, and knows the crate.
//!
//! What such a sheet says is read back by `open`, `table` (of CSV), `read` and `changes`.

mod changes;
mod fixed;
mod inputs;
mod live;
mod metrics;
mod names;
#[cfg(feature = "xlsx")]
mod open;
mod read;
mod scopes;
mod sheet;
mod table;
#[cfg(feature = "xlsx")]
mod write;

pub use changes::{Change, changes};
#[cfg(feature = "xlsx")]
pub use open::sheets;
pub use read::{Fault, Given, GivenSheet, Row, rows};
pub use sheet::{At, Cell, DefinedName, Sheet, Workbook, address, fixed};
pub use table::csv_sheet;
#[cfg(feature = "xlsx")]
pub use write::write;

use super::answer::Answer;
use crate::model::Assessment;
use crate::study::Results;
use names::Names;

/// All sheets of a run: the answer, inputs, metrics, each scope, requirements, supply, cost, percentiles and sources.
#[must_use]
pub fn workbook(assessment: &Assessment, results: &Results, answer: &Answer) -> Workbook {
    let names = Names::new(assessment);
    let mut book = Workbook { title: assessment.title.clone(), ..Workbook::default() };
    book.sheets.push(fixed::answer(assessment, answer));
    inputs::add(&mut book, assessment, &names);
    metrics::add(&mut book, assessment, &names, &results.ranges);
    scopes::add(&mut book, assessment, &names);
    live::add(&mut book, assessment, &names, results);
    fixed::add(&mut book, assessment, results);
    book
}
