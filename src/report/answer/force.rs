//! How thick, how many, beside which past missions. Knows nothing of supply or cost.

use super::end;
use super::line::{Item, Line, Question};
use crate::analysis::sizing::{MissingReason, Requirement, Sizing};
use crate::args;
use crate::evidence::{DensityStanding, Evidence};
use crate::language::Localizer;
use crate::model::{Assessment, InputId, Method, MetricId};
use crate::report::missions::density_label;
use crate::report::ranged::{Ranged, briefly_ranged};
use crate::report::sizing::{brief_span, brief_verdict, counted, neighbours, purpose};
use crate::report::{backtest, history};
use crate::study::Results;

/// From this factor on between the methods for one purpose it is worth a sentence.
const APART: f64 = 2.0;

/// The proposed force, and the other forces that stand there, each with its name; what is compared where none is proposed.
pub(super) fn proposed(assessment: &Assessment) -> String {
    let (words, inputs) = (assessment.words, &assessment.calculation.inputs);
    let force = assessment.roles.proposal.force;
    let mut others: Vec<InputId> = Vec::new();
    for input in assessment.roles.methods.iter().flat_map(|method| &method.counts) {
        if Some(*input) != force && inputs[*input].value > 0.0 && !others.contains(input) {
            others.push(*input);
        }
    }
    let named = |input: InputId| {
        let input = &inputs[input];
        // Counted in personnel, in whatever unit it was written: a brigade is not one peacekeeper.
        let number = words.significant(input.value, crate::report::wording::digits(input));
        words.format("answer-force", args![number = number, name = words.inside(&input.label)])
    };
    let others: Vec<String> = others.into_iter().map(named).collect();
    let (key, about) = match (force.map(named), others.is_empty()) {
        (None, true) => return words.text("answer-no-force"),
        (None, false) => return words.format("answer-no-force-beside", args![others = words.list(&others)]),
        (Some(force), true) => return words.format("answer-proposed", args![forces = force]),
        (Some(force), false) => ("answer-forces", args![force = force, others = words.list(&others)]),
    };
    words.format("answer-proposed", args![forces = words.format(key, about)])
}

/// The densities of the proposed force, then what samples make of those that lie outside of their ranges, and why.
pub(super) fn thick(assessment: &Assessment, results: &Results) -> Option<Line> {
    let words = assessment.words;
    let mut line = Line::new(assessment, Question::HowThick, Vec::new());
    let (mut parts, mut outside) = (Vec::new(), Vec::new());
    for id in assessment.roles.proposal.stands.iter().filter(|metric| is_known(assessment, **metric)) {
        let metric = &assessment.calculation.metrics[*id];
        let beyond = end::outside(results, metric);
        let inside = results.ranges.shown(metric).filter(|_| beyond.is_none());
        let attach = |number: &str| words.attach(&metric.unit, number);
        let number = briefly_ranged(words, metric.shown_value(), inside, attach);
        let name = if parts.is_empty() { metric.label.clone() } else { words.inside(&metric.label) };
        parts.push(words.format("answer-density", args![name = name, number = number]));
        outside.extend(beyond.map(|range| (*id, range)));
        line = line.with(&metric.id, metric.shown_value());
    }
    if parts.is_empty() {
        return None;
    }
    let said = words.format("answer-ended", args![text = words.list(&parts)]);
    let ends = end::sentence(assessment, results, &outside, outside.len() < parts.len());
    line.items.extend(std::iter::once(said).chain(ends).map(Item::Text));
    Some(line)
}

/// The metrics that the scenario itself defines, but for its methods.
pub(super) fn own(assessment: &Assessment, results: &Results) -> Option<Line> {
    let words = assessment.words;
    let mut line = Line::new(assessment, Question::OwnFigures, Vec::new());
    let methods = |id: MetricId| assessment.roles.methods.iter().any(|method| method.metric.as_ref() == Ok(&id));
    for (id, metric) in assessment.calculation.metrics.iter_enumerated() {
        if !metric.own || methods(id) {
            continue;
        }
        let found = results.ranges.shown(metric).map(|range| Ranged::new(words, metric.shown_value(), range));
        let unit = words.unit(&metric.unit);
        let brief = found.as_ref().map(|found| found.brief(words)).unwrap_or_default();
        let mark = if unit.is_empty() || brief.is_empty() || brief.starts_with('(') { " " } else { ", " };
        line.items.push(Item::Row {
            name: metric.label.clone(),
            number: found.map_or_else(|| words.shown(metric.shown_value()), |found| found.number),
            beside: [unit, brief].join(mark).trim().to_owned(),
            verdict: String::new(),
        });
        line = line.with(&metric.id, metric.shown_value());
    }
    (!line.items.is_empty()).then_some(line)
}

/// What each method meant for the purpose asks for, and whether it is met; without a purpose, every method.
pub(super) fn many(assessment: &Assessment, sizing: &Sizing) -> Line {
    let words = assessment.words;
    let mut line = Line::new(assessment, Question::HowMany, Vec::new());
    let with_number = |requirement: &&Requirement| requirement.personnel.is_ok();
    let own = |requirement: &&Requirement| requirement.applies != Some(false);
    let mut numbers: Vec<f64> = Vec::new();
    let mut counts: Vec<(String, Vec<String>)> = Vec::new();
    for requirement in sizing.requirements.iter().filter(with_number).filter(own) {
        let Ok(found) = &requirement.personnel else { continue };
        let method = &assessment.roles.methods[requirement.method];
        // Where a decision moves it, what it may be decided to be says more than what the world does to one choice; a
        // range in brackets goes with both.
        let ranged = found.range.map(|range| Ranged::new(words, found.central, range));
        let (span, brief) = (brief_span(assessment, requirement), ranged.as_ref().map(|ranged| ranged.brief(words)));
        let brief = brief.filter(|brief| span.is_none() || brief.starts_with('('));
        let beside: Vec<String> = brief.into_iter().chain(span).collect();
        line.items.push(Item::Row {
            name: method.label.clone(),
            number: ranged.map_or_else(|| words.shown(found.central), |ranged| ranged.number),
            beside: words.list(&beside),
            verdict: brief_verdict(words, method, requirement).unwrap_or_default(),
        });
        if let Some(forces) = counted(assessment, requirement).filter(|_| requirement.margin.is_some()) {
            match counts.iter_mut().find(|(others, _)| *others == forces) {
                Some((_, methods)) => methods.push(method.label.clone()),
                None => counts.push((forces, vec![method.label.clone()])),
            }
        }
        numbers.push(found.central);
        line = line.with(&method.id, found.central);
    }
    let said = purpose(assessment);
    line.items.extend(tested(assessment, sizing).map(Item::Text));
    let texts = &mut line.items;
    if numbers.is_empty() {
        texts.push(Item::Text(none(assessment, sizing, said.as_deref())));
    }
    texts.extend(counts.iter().map(|(forces, methods)| {
        Item::Text(words.format("answer-counted", args![methods = words.list(methods), forces = forces]))
    }));
    let (least, most) = numbers.iter().fold((f64::INFINITY, 0.0_f64), |(low, high), n| (low.min(*n), high.max(*n)));
    if let Some(purpose) = said.filter(|_| least > 0.0 && most >= APART * least) {
        let about = args![purpose = purpose, factor = words.significant(most / least, 2)];
        texts.push(Item::Text(words.format("answer-differ", about)));
    }
    texts.extend(neighbours(assessment, sizing).map(Item::Text));
    line
}

/// What the methods with a number have been worth, and which of them lie outside of what they were tested on.
fn tested(assessment: &Assessment, sizing: &Sizing) -> Option<String> {
    let shown = sizing.requirements.iter().filter(|of| of.personnel.is_ok() && of.applies != Some(false));
    let methods: Vec<&Method> = shown.map(|of| &assessment.roles.methods[of.method]).collect();
    backtest::tested(assessment, &methods, |placed| placed.now(assessment))
}

/// Why there is no number, and what would give one.
fn none(assessment: &Assessment, sizing: &Sizing, purpose: Option<&str>) -> String {
    let words = assessment.words;
    let lacks = |requirement: &Requirement| match &requirement.personnel {
        Err(MissingReason::Inputs(needs)) if requirement.applies != Some(false) => Some(needs.clone()),
        _ => None,
    };
    // Those that lack least are the quickest to have; what past missions of a kind give, where there are enough, nobody
    // writes.
    let of_missions = |needs: &Vec<String>| needs.iter().any(|need| need.starts_with("class_"));
    let mut needs: Vec<Vec<String>> = sizing.requirements.iter().filter_map(lacks).collect();
    // A table has keys of its own to fill in.
    let filled = |need: &String| if need.starts_with('[') { 3 } else { 1 };
    needs.sort_by_key(|needs| (of_missions(needs), needs.iter().map(filled).sum::<usize>()));
    let needs = needs.first().map(|needs| needs.iter().map(|need| format!("`{need}`")).collect::<Vec<_>>().join(", "));
    let meant = sizing.requirements.iter().any(|requirement| requirement.applies == Some(true));
    match (purpose, needs) {
        (Some(purpose), _) if !meant => words.format("answer-none-for", args![purpose = purpose]),
        (Some(purpose), Some(needs)) => words.format("answer-none-meant", args![purpose = purpose, needs = needs]),
        (None, Some(needs)) => words.format("answer-none", args![needs = needs]),
        _ => words.text("answer-none-at-all"),
    }
}

/// A past mission at this size, by each denominator.
pub(super) fn yardstick(assessment: &Assessment) -> Option<Line> {
    let (words, proposal) = (assessment.words, &assessment.roles.proposal);
    let name = proposal.yardstick_name.clone().unwrap_or_else(|| words.text("answer-the-yardstick"));
    let mut line = Line::new(assessment, Question::Yardstick, Vec::new());
    let mut parts = Vec::new();
    for (id, by) in proposal.yardstick.iter().filter(|(metric, _)| is_known(assessment, *metric)) {
        let metric = &assessment.calculation.metrics[*id];
        let by = words.inside(&assessment.calculation.inputs[*by].label);
        parts.push(words.format("answer-by", args![number = words.shown(metric.shown_value()), by = by]));
        line = line.with(&metric.id, metric.shown_value());
    }
    if parts.is_empty() {
        return None;
    }
    line.items.push(Item::Text(words.format("answer-at-this-size", args![name = name, parts = words.list(&parts)])));
    Some(line)
}

/// Where past missions of this kind stand by the first density that is known; without a proposed force, what they had by
/// each.
pub(super) fn history(assessment: &Assessment, evidence: &Evidence) -> Option<Line> {
    let words = assessment.words;
    let kinds = history::kinds(words, evidence, assessment.purpose);
    let mut line = Line::new(assessment, Question::History, Vec::new());
    let has_force = assessment.roles.proposal.force.is_some();
    for place in evidence.places(assessment).into_iter().filter(|place| place.value.is_some() == has_force) {
        let Some(class) = &place.class else { continue };
        let Some(value) = place.value else {
            line.items.extend(had(words, &place, &kinds).map(Item::Text));
            continue;
        };
        let rank = history::rank(words, class, value, &kinds);
        let about = args![density = density_label(words, &place.density), rank = rank];
        if line.items.is_empty() {
            line.items.push(Item::Text(words.format("answer-rank", about)));
        }
        line = line.with(&place.density.id, class.rank(value).thinner);
    }
    (!line.items.is_empty()).then_some(line)
}

fn had(words: Localizer, place: &DensityStanding, kinds: &str) -> Option<String> {
    let class = place.class.as_ref()?;
    let [min, median, max] = class.shown();
    let about = args![
        density = density_label(words, &place.density),
        kinds = kinds,
        low = words.shown(min),
        high = words.shown(max),
        median = words.shown(median),
        places = class.places.len(),
        unit = words.unit(&place.density.unit),
    ];
    Some(words.format(if class.places.len() == 1 { "answer-had-one" } else { "answer-had" }, about))
}

/// Whether a metric can be shown at all.
pub(super) fn is_known(assessment: &Assessment, metric: MetricId) -> bool {
    assessment.calculation.metrics[metric].value.is_finite()
}
