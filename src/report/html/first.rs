//! The first screen's answer: the lines that a run prints, and for each what it becomes when something has moved.
//!
//! A line that can follow comes with patterns in the page's language: texts with places for numbers, and the rule that
//! chooses among them. The script fills them in; it has no sentence of its own. What cannot follow has no pattern and is
//! folded away as soon as something has moved. Knows no script.

use super::page::Page;
use super::texts::{Spoken, spoken};
use crate::args;
use crate::language::Localizer;
use crate::model::{Assessment, InputId, Method, Metric, MetricId};
use crate::report::answer::{Item, Line, Question};
use crate::report::backtest::{Outside, tested as tested_methods};
use crate::report::cost::metric as named_metric;
use crate::report::sizing::purpose;
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

/// What follows in a line.
#[derive(Serialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub(super) enum Live {
    /// A number with its range and the verdict on it.
    Row {
        name: String,
        slot: Slot,
        #[serde(skip_serializing_if = "Option::is_none")]
        verdict: Option<Verdict>,
    },
    /// A text with places for numbers, in their order.
    Text { pattern: String, slots: Vec<Slot> },
    /// A text that says by how many times some numbers differ, where it is at least twice.
    Differ { pattern: String, metrics: Vec<MetricId> },
    /// A text for each verdict: as `enough` says, first where it is sure, then where it is not.
    Enough { number: Slot, verdict: Verdict, yes: Vec<String>, no: Vec<String>, unsure: Vec<String> },
}

/// A number in a text.
#[derive(Serialize)]
#[serde(rename_all = "snake_case", tag = "of")]
pub(super) enum Slot {
    /// A metric in its unit, with the range of samples where it has one.
    Metric {
        at: MetricId,
        #[serde(skip_serializing_if = "Option::is_none")]
        unit: Option<Spoken>,
        range: bool,
    },
    /// An input as it was typed.
    Input { at: InputId },
    /// Inputs together.
    Sum { inputs: Vec<InputId> },
    /// The least and the greatest of some metrics, in the unit of the greatest.
    Between { metrics: Vec<MetricId>, unit: Spoken, pattern: String },
    /// The share of samples in which a condition holds.
    Condition { at: usize },
    /// A metric among cases: nothing where it is inside.
    Among(Outside),
}

/// Whether some inputs together are enough for what a metric asks for, in patterns with places `amount` for the
/// difference and `share` for the share of samples in which they are.
#[derive(Serialize)]
pub(super) struct Verdict {
    metric: MetricId,
    inputs: Vec<InputId>,
    /// Whether the metric has to reach the inputs, and not they it.
    supplies: bool,
    met: String,
    met_in: String,
    short: String,
    short_in: String,
}

/// Everything of an answer that follows: a list for each line, and one for the line above all.
#[derive(Serialize)]
pub(super) struct Answers {
    pub about: Option<Live>,
    lines: Vec<Vec<Live>>,
    /// How a range outside which its number lies is said, with a place `range`.
    outside: String,
}

impl Answers {
    /// The metrics whose ranges or shares follow, and the inputs that these are compared with.
    pub fn drawn(&self) -> (Vec<MetricId>, Vec<InputId>) {
        let (mut metrics, mut inputs) = (Vec::new(), Vec::new());
        for live in self.lines.iter().flatten() {
            let (slots, verdict): (&[Slot], Option<&Verdict>) = match live {
                Live::Row { slot, verdict, .. } => (std::slice::from_ref(slot), verdict.as_ref()),
                Live::Text { slots, .. } => (slots, None),
                Live::Differ { .. } => (&[], None),
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

/// Places for numbers, in private characters: what an author wrote cannot be taken for one.
const PLACES: [&str; 4] = ["\u{e003}0\u{e004}", "\u{e003}1\u{e004}", "\u{e003}2\u{e004}", "\u{e003}3\u{e004}"];

/// The lines as the program wrote them.
pub(super) fn shown<'a>(page: &'a Page<'_>, answers: &Answers) -> Vec<Shown<'a>> {
    let lines = page.answer.lines.iter().zip(&answers.lines);
    lines.map(|(line, live)| one(page.assessment, line, !live.is_empty())).collect()
}

fn one<'a>(assessment: &'a Assessment, line: &'a Line, follows: bool) -> Shown<'a> {
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
        stays: line.question == Question::Careful,
        follows,
    }
}

/// What follows in each line.
pub(super) fn answers(page: &Page<'_>) -> Answers {
    let (assessment, words) = (page.assessment, page.assessment.words);
    let line = |line: &Line| match line.question {
        Question::HowThick => thick(assessment),
        Question::OwnFigures => own(assessment),
        Question::HowMany => many(page),
        Question::Yardstick => yardstick(assessment),
        Question::Sustainable => sustainable(page),
        Question::Cost => cost(assessment),
        Question::HowSure => sure(page),
        _ => Vec::new(),
    };
    Answers {
        about: about(assessment),
        lines: page.answer.lines.iter().map(line).collect(),
        outside: words.format("answer-range", args![range = "\u{e003}range\u{e004}"]),
    }
}

fn known(assessment: &Assessment, id: MetricId) -> Option<&Metric> {
    Some(&assessment.calculation.metrics[id]).filter(|metric| metric.value.is_finite())
}

/// A metric with its range, in its unit or without one.
fn metric(words: Localizer, id: MetricId, metric: &Metric, has_unit: bool) -> Slot {
    Slot::Metric { at: id, unit: has_unit.then(|| spoken(words, &metric.unit)), range: true }
}

/// The purpose and the forces that stand there.
fn about(assessment: &Assessment) -> Option<Live> {
    let (words, inputs) = (assessment.words, &assessment.calculation.inputs);
    let force = assessment.roles.proposal.force?;
    let mut forces = vec![force];
    for input in assessment.roles.methods.iter().flat_map(|method| &method.counts) {
        if inputs[*input].value > 0.0 && !forces.contains(input) {
            forces.push(*input);
        }
    }
    let named: Vec<String> = forces
        .iter()
        .zip(PLACES)
        .map(|(input, place)| {
            words.format("answer-force", args![number = place, name = words.inside(&inputs[*input].label)])
        })
        .collect();
    let (first, others) = named.split_first()?;
    let said = if others.is_empty() {
        first.clone()
    } else {
        words.format("answer-forces", args![force = first, others = words.list(others)])
    };
    let purpose = assessment.purpose.map(|purpose| words.choice("purpose", purpose.word()));
    let purpose = purpose.unwrap_or_else(|| words.text("answer-no-purpose"));
    let force = words.format("answer-proposed", args![forces = said]);
    let slots = forces.into_iter().take(PLACES.len()).map(|at| Slot::Input { at }).collect();
    Some(Live::Text { pattern: words.format("answer-about", args![purpose = purpose, force = force]), slots })
}

fn thick(assessment: &Assessment) -> Vec<Live> {
    let words = assessment.words;
    let found = assessment.roles.proposal.stands.iter().filter_map(|id| Some((*id, known(assessment, *id)?)));
    let found: Vec<(MetricId, &Metric)> = found.take(PLACES.len()).collect();
    let parts: Vec<String> = found
        .iter()
        .zip(PLACES)
        .enumerate()
        .map(|(at, ((_, metric), place))| {
            let name = if at == 0 { metric.label.clone() } else { words.inside(&metric.label) };
            words.format("answer-density", args![name = name, number = place])
        })
        .collect();
    let pattern = words.format("answer-ended", args![text = words.list(&parts)]);
    let slots = found.iter().map(|(id, found)| metric(words, *id, found, true)).collect();
    if parts.is_empty() { Vec::new() } else { vec![Live::Text { pattern, slots }] }
}

fn own(assessment: &Assessment) -> Vec<Live> {
    let methods = |id: MetricId| assessment.roles.methods.iter().any(|method| method.metric.as_ref() == Ok(&id));
    let own = assessment.calculation.metrics.iter_enumerated().filter(|(id, found)| found.own && !methods(*id));
    own.map(|(id, found)| Live::Row {
        name: found.label.clone(),
        slot: metric(assessment.words, id, found, true),
        verdict: None,
    })
    .collect()
}

fn many(page: &Page<'_>) -> Vec<Live> {
    let (assessment, words) = (page.assessment, page.assessment.words);
    let mut live = Vec::new();
    let mut methods: Vec<&Method> = Vec::new();
    let mut counted: Vec<(Vec<InputId>, Vec<String>)> = Vec::new();
    for requirement in &page.results.sizing.requirements {
        let method = &assessment.roles.methods[requirement.method];
        let (Ok(id), Ok(_)) = (&method.metric, &requirement.personnel) else { continue };
        if requirement.applies == Some(false) {
            continue;
        }
        let verdict = requirement.margin.map(|_| Verdict {
            metric: *id,
            inputs: method.counts.clone(),
            supplies: false,
            met: words.text(if method.chosen.is_empty() { "sizing-met" } else { "sizing-as-chosen" }),
            met_in: words.format("answer-met-in", args![share = "\u{e003}share\u{e004}"]),
            short: words.format("sizing-short", args![short = "\u{e003}amount\u{e004}"]),
            short_in: words
                .format("answer-short-but", args![short = "\u{e003}amount\u{e004}", share = "\u{e003}share\u{e004}"]),
        });
        let slot = metric(words, *id, &assessment.calculation.metrics[*id], false);
        if verdict.is_some() && method.counts.iter().any(|input| Some(*input) != assessment.roles.proposal.force) {
            match counted.iter_mut().find(|(inputs, _)| *inputs == method.counts) {
                Some((_, methods)) => methods.push(method.label.clone()),
                None => counted.push((method.counts.clone(), vec![method.label.clone()])),
            }
        }
        live.push(Live::Row { name: method.label.clone(), slot, verdict });
        methods.push(method);
    }
    live.extend(tested(assessment, &methods));
    live.extend(counted.into_iter().map(|(inputs, methods)| {
        let names: Vec<&str> =
            inputs.iter().map(|input| assessment.calculation.inputs[*input].label.as_str()).collect();
        let forces = format!("{} ({})", PLACES[0], names.join(", "));
        let about = args![methods = words.list(&methods), forces = forces];
        Live::Text { pattern: words.format("answer-counted", about), slots: vec![Slot::Sum { inputs }] }
    }));
    if let Some(purpose) = purpose(assessment).filter(|_| methods.len() > 1) {
        let pattern = words.format("answer-differ", args![purpose = purpose, factor = PLACES[0]]);
        live.push(Live::Differ { pattern, metrics: methods.iter().filter_map(|of| of.metric.clone().ok()).collect() });
    }
    live
}

/// What the methods have been worth; where the scenario lies among the cases moves.
fn tested(assessment: &Assessment, methods: &[&Method]) -> Option<Live> {
    let mut slots = Vec::new();
    let pattern = tested_methods(assessment, methods, |placed| {
        let Some(place) = PLACES.get(slots.len()) else { return String::new() };
        slots.push(Slot::Among(placed.outside(assessment.words, "\u{e003}count\u{e004}")));
        (*place).to_owned()
    })?;
    Some(Live::Text { pattern, slots })
}

fn yardstick(assessment: &Assessment) -> Vec<Live> {
    let (words, proposal) = (assessment.words, &assessment.roles.proposal);
    let found: Vec<(MetricId, InputId)> =
        proposal.yardstick.iter().copied().filter(|(id, _)| known(assessment, *id).is_some()).collect();
    let parts: Vec<String> = found
        .iter()
        .zip(PLACES)
        .map(|((_, by), place)| {
            let by = words.inside(&assessment.calculation.inputs[*by].label);
            words.format("answer-by", args![number = place, by = by])
        })
        .collect();
    let name = proposal.yardstick_name.clone().unwrap_or_else(|| words.text("answer-the-yardstick"));
    let pattern = words.format("answer-at-this-size", args![name = name, parts = words.list(&parts)]);
    let slots = found.iter().take(PLACES.len()).map(|(at, _)| Slot::Metric { at: *at, unit: None, range: false });
    if parts.is_empty() { Vec::new() } else { vec![Live::Text { pattern, slots: slots.collect() }] }
}

fn sustainable(page: &Page<'_>) -> Vec<Live> {
    let (assessment, words) = (page.assessment, page.assessment.words);
    let (Ok(supply), Some(verdict)) = (&assessment.roles.supply, &page.results.supply) else { return Vec::new() };
    let sustained = &assessment.calculation.metrics[supply.sustainable];
    let number = metric(words, supply.sustainable, sustained, false);
    let said = words.format("answer-sustained", args![members = verdict.members.len(), number = PLACES[0]]);
    let Some(force) = supply.force.filter(|_| verdict.margin.is_some()) else {
        let pattern = words.format("answer-ended", args![text = said]);
        return vec![Live::Text { pattern, slots: vec![number] }];
    };
    let texts = |key: Option<&str>| -> Vec<String> {
        let said = key.map_or_else(|| said.clone(), |key| words.pair(&words.text(key), &said));
        let of =
            |key: &str| words.format(key, args![amount = "\u{e003}amount\u{e004}", share = "\u{e003}share\u{e004}"]);
        ["answer-to-spare", "answer-to-spare-in", "answer-short", "answer-short-in"]
            .map(|key| words.format("answer-ended", args![text = format!("{said}, {}", of(key))]))
            .to_vec()
    };
    let verdict = Verdict {
        metric: supply.sustainable,
        inputs: vec![force],
        supplies: true,
        met: String::new(),
        met_in: String::new(),
        short: String::new(),
        short_in: String::new(),
    };
    let (yes, no, unsure) = (texts(Some("answer-yes")), texts(Some("answer-no")), texts(Some("answer-unsure")));
    vec![Live::Enough { number, verdict, yes, no, unsure }]
}

fn cost(assessment: &Assessment) -> Vec<Live> {
    let (words, costs) = (assessment.words, &assessment.roles.costs);
    let at = |basis: &crate::model::Basis| {
        basis.annual.at.filter(|_| named_metric(assessment, &basis.annual).is_some_and(|found| found.value.is_finite()))
    };
    let chosen = costs.bases.iter().filter(|basis| basis.chosen).find_map(|basis| Some((basis, at(basis)?)));
    let others: Vec<MetricId> = costs.bases.iter().filter(|basis| !basis.chosen).filter_map(at).collect();
    let mut live = Vec::new();
    if let Some((basis, id)) = chosen {
        let pattern = words.format("answer-cost-chosen", args![number = PLACES[0], basis = words.inside(&basis.label)]);
        let slot = metric(words, id, &assessment.calculation.metrics[id], true);
        live.push(Live::Text { pattern, slots: vec![slot] });
    }
    if let Some(first) = others.first() {
        let unit = spoken(words, &assessment.calculation.metrics[*first].unit);
        let pattern = words.between("\u{e003}low\u{e004}", "\u{e003}high\u{e004}");
        let text = words.format("answer-cost-others", args![between = PLACES[0]]);
        live.push(Live::Text { pattern: text, slots: vec![Slot::Between { metrics: others, unit, pattern }] });
    }
    live
}

fn sure(page: &Page<'_>) -> Vec<Live> {
    let (assessment, words) = (page.assessment, page.assessment.words);
    let Some(samples) = &page.results.samples else { return Vec::new() };
    let mut live: Vec<Live> = samples
        .conditions
        .iter()
        .map(|found| {
            let condition = &assessment.requests.conditions[found.condition];
            let about = args![condition = &condition.label, share = PLACES[0]];
            let slots = vec![Slot::Condition { at: found.condition }];
            Live::Text { pattern: words.format("answer-condition", about), slots }
        })
        .collect();
    let count = super::samples::settings(page).map_or(0, |settings| settings.samples);
    let key = if samples.settings.samples > count { "page-own-samples" } else { "page-same-samples" };
    live.push(Live::Text { pattern: words.format(key, args![count = count]), slots: Vec::new() });
    live
}
