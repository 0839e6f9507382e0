//! The answer: one line for each question that a reader has, each with what the scenario says to it, or what it lacks.
//!
//! It is what a run prints, what a report begins with and what stands under `answer` in `results.json`. Nothing is
//! computed here that no section has. Knows nothing of files; the places named in it are given.

mod end;
mod force;
mod layout;
mod line;
mod sure;
mod sustain;

pub use layout::{COLUMNS, LINES};
pub use line::{Answer, Item, Line, Places, Question};
pub(super) use sustain::with_delays;

use crate::args;
use crate::evidence::Evidence;
use crate::model::Assessment;
use crate::study::Results;

/// Answers what the scenario asks, from what a study of it found.
#[must_use]
pub fn answer(assessment: &Assessment, results: &Results, evidence: Option<&Evidence>) -> Answer {
    let evidence = evidence.filter(|_| assessment.purpose.is_some());
    let lines = [
        force::thick(assessment, results),
        Some(force::many(assessment, &results.sizing)),
        force::own(assessment, results),
        force::yardstick(assessment),
        evidence.and_then(|evidence| force::history(assessment, evidence)),
        Some(sustain::sustainable(assessment, results)),
        Some(sustain::in_place(assessment, results)),
        Some(sustain::cost(assessment, results)),
        Some(sure::sure(assessment, results)),
        sure::careful(assessment),
    ];
    let calculation = &assessment.calculation;
    let densities = assessment.roles.proposal.densities.iter().map(|metric| &calculation.metrics[*metric]);
    let headline = calculation.metrics.iter().filter(|metric| metric.headline || metric.own);
    Answer {
        title: assessment.title.clone(),
        about: about(assessment),
        lines: lines.into_iter().flatten().collect(),
        explain: densities.chain(headline).next().map(|metric| metric.id.clone()),
    }
}

fn about(assessment: &Assessment) -> Vec<String> {
    let words = assessment.words;
    let purpose = assessment.purpose.map(|purpose| words.choice("purpose", purpose.word()));
    let force = force::proposed(assessment);
    let purpose = purpose.unwrap_or_else(|| words.text("answer-no-purpose"));
    let mut lines = vec![words.format("answer-about", args![purpose = purpose, force = force])];
    let inputs = &assessment.calculation.inputs;
    let set = inputs.iter().filter(|input| input.provenance.set.is_some());
    let set: Vec<String> = set.map(|input| super::wording::set_text(input, words)).collect();
    if !set.is_empty() {
        lines.push(words.format("set-by-hand", args![values = set.join("; ")]));
    }
    lines
}
