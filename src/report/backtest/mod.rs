//! What rules have been worth, as a section of a report.

mod badge;
mod figure;
mod rows;
mod text;

pub(super) use badge::{Outside, badge_table, badges, tested};
pub use rows::{csv, records};
pub(super) use text::{cases, shares};

use crate::evidence::backtest::Backtest;
use crate::language::Localizer;
use crate::model::Assessment;
use crate::model::own_name::BACKTEST;
use crate::report::section::Section;
use crate::scenario::Look;

/// The section that says what each rule has been worth; a scenario is shown among the cases where there is one.
#[must_use]
pub fn section(words: Localizer, backtest: &Backtest, like: Option<&Assessment>, look: &Look) -> Section {
    named((words, &BACKTEST.name()), backtest, like, look)
}

/// The section of one of several that a scenario asks for.
#[must_use]
pub(super) fn numbered(assessment: &Assessment, backtest: &Backtest, position: usize, count: usize) -> Section {
    let id = BACKTEST.numbered(position, count);
    named((assessment.words, &id), backtest, Some(assessment), &assessment.requests.look)
}

fn named((words, id): (Localizer, &str), backtest: &Backtest, like: Option<&Assessment>, look: &Look) -> Section {
    let title = words.pair(&words.text("backtest-part"), &backtest.title);
    Section {
        tables: vec![text::scores(words, backtest), text::rivals(words, backtest), text::said(words, backtest)],
        sentences: text::sentences(words, backtest, like),
        files: vec![(format!("{id}.csv"), csv(backtest))],
        figures: figure::figures((words, id), backtest, like, look),
        ..Section::new(id, &title, rows::json(backtest))
    }
}
