//! How thick, how many, beside which past missions: what follows of it. Knows nothing of supply or cost.

use super::live::{Live, PLACES, Ranked, Slot, Verdict, known, metric};
use crate::args;
use crate::chart::place;
use crate::evidence::Rank;
use crate::model::{Assessment, InputId, Method, Metric, MetricId};
use crate::report::backtest::tested as tested_methods;
use crate::report::history;
use crate::report::html::page::Page;
use crate::report::missions::density_label;
use crate::report::sizing::purpose;

/// The purpose and the forces that stand there.
pub(super) fn about(assessment: &Assessment) -> Option<Live> {
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

pub(super) fn thick(assessment: &Assessment) -> Vec<Live> {
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

pub(super) fn own(assessment: &Assessment) -> Vec<Live> {
    let methods = |id: MetricId| assessment.roles.methods.iter().any(|method| method.metric.as_ref() == Ok(&id));
    let own = assessment.calculation.metrics.iter_enumerated().filter(|(id, found)| found.own && !methods(*id));
    own.map(|(id, found)| Live::Row {
        name: found.label.clone(),
        slot: metric(assessment.words, id, found, true),
        verdict: None,
    })
    .collect()
}

pub(super) fn many(page: &Page<'_>) -> Vec<Live> {
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
            met_in: words.format("answer-met-in", args![share = place("share")]),
            short: words.format("sizing-short", args![short = place("amount")]),
            short_in: words.format("answer-short-but", args![short = place("amount"), share = place("share")]),
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
        let Some(at) = PLACES.get(slots.len()) else { return String::new() };
        slots.push(Slot::Among(placed.outside(assessment.words, &place("count"))));
        (*at).to_owned()
    })?;
    Some(Live::Text { pattern, slots })
}

pub(super) fn yardstick(assessment: &Assessment) -> Vec<Live> {
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

/// Where past missions of this kind stand, by each density that the scenario has.
pub(super) fn history(page: &Page<'_>) -> Vec<Live> {
    let (assessment, words) = (page.assessment, page.assessment.words);
    let Some(evidence) = page.evidence.filter(|_| assessment.roles.proposal.force.is_some()) else { return Vec::new() };
    let kinds = history::kinds(words, evidence, assessment.purpose);
    let ranked = evidence.densities.iter().filter_map(|density| {
        let metric = assessment.calculation.metric(&density.id)?;
        let class = evidence.band(&density.id, assessment.purpose)?;
        let label = density_label(words, density);
        let text = |thinner: usize, denser: usize| {
            let rank =
                history::ranked(words, &class, Rank { thinner, level: class.n() - thinner - denser, denser }, &kinds);
            words.format("answer-rank", args![density = &label, rank = rank])
        };
        Some(Ranked {
            metric,
            figures: class.cases.iter().map(|case| case.value).collect(),
            texts: (0..=class.n()).map(|thinner| text(thinner, 0)).collect(),
            below: text(0, class.n()),
        })
    });
    vec![Live::Rank { densities: ranked.collect() }]
}
