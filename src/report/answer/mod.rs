//! The answer: one line for each question that a reader has, each with what the scenario says to it, or what it lacks.
//!
//! It is what a run prints, what a report begins with and what stands under `answer` in `results.json`. Nothing is
//! computed here that no section has. Knows nothing of files; the places named in it are given.

mod force;
mod layout;
mod sure;
mod sustain;

pub use layout::{COLUMNS, LINES};

use crate::args;
use crate::evidence::Evidence;
use crate::model::Assessment;
use crate::report::json::value;
use crate::study::Results;
use serde::Serialize;
use serde_json::{Map, Value};

/// What is asked, in the order of the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Question {
    /// What is proposed, and what for: stands above the lines, under the title.
    Proposal,
    /// How dense the force stands.
    HowThick,
    /// How many each method asks for.
    HowMany,
    /// What a past mission would be at this size.
    Yardstick,
    /// Where past missions of this kind stand.
    History,
    /// Whether contributors can keep the force up.
    Sustainable,
    /// When it is there.
    InPlace,
    /// What it costs.
    Cost,
    /// How sure all of that is.
    HowSure,
    /// What must be said with it.
    Careful,
}

impl Question {
    fn key(self) -> &'static str {
        match self {
            Self::Proposal => "title-summary",
            Self::HowThick => "answer-how-thick",
            Self::HowMany => "answer-how-many",
            Self::Yardstick => "answer-yardstick",
            Self::History => "answer-history",
            Self::Sustainable => "answer-sustainable",
            Self::InPlace => "answer-in-place",
            Self::Cost => "answer-cost",
            Self::HowSure => "answer-how-sure",
            Self::Careful => "answer-careful",
        }
    }
}

/// A part of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Item {
    /// Sentences or half a sentence.
    Text(String),
    /// A number with its name, what stands beside it, and a verdict; the rows of a line are set one below the other.
    Row {
        /// What it is the number of.
        name: String,
        /// The number.
        number: String,
        /// Its unit, its range; may be empty.
        beside: String,
        /// Met or short; may be empty.
        verdict: String,
    },
}

impl Item {
    /// The item on one line.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Row { name, number, beside, verdict } => {
                let parts = [name, number, beside, verdict].into_iter().filter(|part| !part.is_empty());
                parts.map(String::as_str).collect::<Vec<_>>().join(" ")
            }
        }
    }
}

/// One question with its answer.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Line {
    /// What is asked.
    pub question: Question,
    /// Its heading.
    pub heading: String,
    /// The answer, part by part.
    pub items: Vec<Item>,
    /// The numbers in it, in the units shown, by the identifier of what each is of.
    pub values: Map<String, Value>,
}

impl Line {
    fn new(assessment: &Assessment, question: Question, items: Vec<Item>) -> Self {
        Self { question, heading: assessment.words.text(question.key()), items, values: Map::new() }
    }

    fn with(mut self, name: &str, number: impl Into<Value>) -> Self {
        self.values.insert(name.to_owned(), number.into());
        self
    }
}

/// Where to read on: a page, and the commands that say more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Places {
    /// The page that was written.
    pub page: Option<String>,
    /// What follows a command's name so that it is about this scenario; empty for the one that is built in.
    pub scenario: String,
}

impl Places {
    /// A page, and what follows a command's name so that it is about this scenario.
    #[must_use]
    pub fn new(page: Option<String>, scenario: String) -> Self {
        Self { page, scenario }
    }

    /// A command about the scenario: `forcesize size gaza.toml`.
    fn command(&self, words: &str) -> String {
        let scenario = if self.scenario.is_empty() { String::new() } else { format!(" {}", self.scenario) };
        format!("forcesize {words}{scenario}")
    }

    /// A command about a part of the scenario: `forcesize explain gaza.toml front_density`.
    fn command_of(&self, words: &str, of: &str) -> String {
        let scenario = if self.scenario.is_empty() { String::new() } else { format!(" {}", self.scenario) };
        format!("forcesize {words}{scenario} {of}")
    }
}

/// The whole answer.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Answer {
    /// The scenario's title.
    pub title: String,
    /// The purpose, the proposed force and what was set on the command line.
    pub about: Vec<String>,
    /// A line for each question that has an answer or should have one.
    pub lines: Vec<Line>,
    /// The metric to have explained first, where there is one.
    pub explain: Option<String>,
}

/// Answers what the scenario asks, from what a study of it found.
#[must_use]
pub fn answer(assessment: &Assessment, results: &Results, evidence: Option<&Evidence>) -> Answer {
    let evidence = evidence.filter(|_| assessment.purpose.is_some());
    let lines = [
        force::thick(assessment, results),
        Some(force::many(assessment, &results.sizing)),
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
    let force = match force::proposed(assessment) {
        Some(forces) => words.format("answer-proposed", args![forces = forces]),
        None => words.text("answer-no-force"),
    };
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

/// A line for programs: its key, its text and the numbers in it.
#[derive(Serialize)]
struct LineRow<'a> {
    key: Question,
    heading: &'a str,
    text: Vec<String>,
    values: Map<String, Value>,
}

impl Answer {
    /// The answer as it stands in `results.json`: a row for each line with its key, text and values, the title with what
    /// is proposed first.
    #[must_use]
    pub fn json(&self) -> Value {
        let title = LineRow {
            key: Question::Proposal,
            heading: &self.title,
            text: self.about.clone(),
            values: Map::new(),
        };
        let rows = self.lines.iter().map(|line| LineRow {
            key: line.question,
            heading: &line.heading,
            text: line.items.iter().map(Item::text).collect(),
            values: line.values.clone(),
        });
        value(&std::iter::once(title).chain(rows).collect::<Vec<_>>())
    }
}
