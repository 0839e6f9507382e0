//! The first screen's answer: the lines that a run prints, and for each what it becomes when something has moved.
//!
//! A line that can follow comes with patterns in the page's language: texts with places for numbers, and the rule that
//! chooses among them. The script fills them in; it has no sentence of its own. What cannot follow has no pattern and is
//! folded away as soon as something has moved. Knows no script.

mod force;
mod live;
mod sustain;

use super::page::Page;
use crate::args;
use crate::chart::place;
use crate::model::{InputId, MetricId};
use crate::report::answer::{Item, Line, Question};
use live::{Live, Slot, Verdict};
use serde::Serialize;

/// A line as the program wrote it.
#[derive(Serialize)]
pub(super) struct Shown<'a> {
    /// What is asked, as an identifier.
    question: Question,
    heading: &'a str,
    texts: Vec<&'a str>,
    rows: Vec<ShownRow<'a>>,
    /// Whether it stays as it is when something has moved.
    stays: bool,
    /// Whether there is something for it that follows.
    follows: bool,
}

#[derive(Serialize)]
struct ShownRow<'a> {
    name: &'a str,
    number: &'a str,
    beside: &'a str,
    verdict: &'a str,
    /// The metric whose explanation stands in the page.
    id: Option<&'a str>,
}

/// Everything of an answer that follows: a list for each line, and one for the line above all.
#[derive(Serialize)]
pub(super) struct Answers {
    about: Option<Live>,
    lines: Vec<Vec<Live>>,
    /// How a range outside which its number lies is said, with a place `range`.
    outside: String,
    /// What stands in a line that cannot follow so far.
    folded: String,
}

impl Answers {
    /// Whether the line above all follows.
    pub fn about_follows(&self) -> bool {
        self.about.is_some()
    }

    /// The metrics whose ranges or shares follow, and the inputs that these are compared with.
    pub fn drawn(&self) -> (Vec<MetricId>, Vec<InputId>) {
        let (mut metrics, mut inputs) = (Vec::new(), Vec::new());
        for live in self.lines.iter().flatten() {
            let (slots, verdict): (&[Slot], Option<&Verdict>) = match live {
                Live::Row { slot, verdict, .. } => (std::slice::from_ref(slot), verdict.as_ref()),
                Live::Text { slots, .. } => (slots, None),
                Live::Differ { .. } | Live::Rank { .. } | Live::InPlace(_) => (&[], None),
                Live::Enough { number, verdict, .. } => (std::slice::from_ref(number), Some(verdict)),
            };
            metrics.extend(slots.iter().filter_map(|slot| match slot {
                Slot::Metric { at, range: true, .. } => Some(*at),
                _ => None,
            }));
            metrics.extend(verdict.map(|verdict| verdict.metric));
            inputs.extend(verdict.iter().flat_map(|verdict| verdict.inputs.iter().copied()));
        }
        (metrics, inputs)
    }
}

/// The lines as the program wrote them.
pub(super) fn shown<'a>(page: &'a Page<'_>, answers: &Answers) -> Vec<Shown<'a>> {
    let lines = page.answer.lines.iter().zip(&answers.lines);
    lines.map(|(line, live)| one(page, line, !live.is_empty())).collect()
}

fn one<'a>(page: &'a Page<'_>, line: &'a Line, follows: bool) -> Shown<'a> {
    let assessment = page.assessment;
    let metric = |name: &str| {
        let method = assessment.roles.methods.iter().find(|method| method.label == name);
        let id = match method {
            Some(method) => *method.metric.as_ref().ok()?,
            None => assessment.calculation.metrics.iter_enumerated().find(|(_, metric)| metric.label == name)?.0,
        };
        Some(assessment.calculation.metrics[id].id.as_str())
    };
    let texts = line.items.iter().filter_map(|item| match item {
        Item::Text(text) => Some(text.as_str()),
        Item::Row { .. } => None,
    });
    let rows = line.items.iter().filter_map(|item| match item {
        Item::Row { name, number, beside, verdict } => {
            Some(ShownRow { name, number, beside, verdict, id: metric(name) })
        }
        Item::Text(_) => None,
    });
    Shown {
        question: line.question,
        heading: &line.heading,
        texts: texts.collect(),
        rows: rows.collect(),
        stays: stays(page, line.question),
        follows,
    }
}

/// Whether nothing that a reader can move changes what a line says.
fn stays(page: &Page<'_>, question: Question) -> bool {
    let (calculation, roles) = (&page.assessment.calculation, &page.assessment.roles);
    match question {
        Question::Careful => true,
        // What past missions had, where the scenario has no density of its own.
        Question::History => {
            let densities = page.evidence.map_or(&[][..], |evidence| &evidence.densities);
            roles.proposal.force.is_none() && densities.iter().all(|density| calculation.metric(&density.id).is_none())
        }
        // What the scenario lacks.
        Question::InPlace => roles.build_up.is_none(),
        _ => false,
    }
}

/// What follows in each line.
pub(super) fn answers(page: &Page<'_>) -> Answers {
    let (assessment, words) = (page.assessment, page.assessment.words);
    let line = |line: &Line| match line.question {
        Question::HowThick => force::thick(assessment),
        Question::OwnFigures => force::own(assessment),
        Question::HowMany => force::many(page),
        Question::Yardstick => force::yardstick(assessment),
        Question::History => force::history(page),
        Question::Sustainable => sustain::sustainable(page),
        Question::InPlace => sustain::in_place(page),
        Question::Cost => sustain::cost(assessment),
        Question::HowSure => sustain::sure(page),
        _ => Vec::new(),
    };
    Answers {
        about: force::about(assessment),
        lines: page.answer.lines.iter().map(line).collect(),
        outside: words.format("answer-range", args![range = place("range")]),
        folded: words.text("page-central-only"),
    }
}
