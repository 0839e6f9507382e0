//! Supply in sentences: whether the proposed force can be sustained, what binds, what would have to change.

use crate::analysis::break_even::BreakEven;
use crate::analysis::monte_carlo::MonteCarlo;
use crate::analysis::supply::{Binding, Verdict};
use crate::args;
use crate::language::Localizer;
use crate::model::{Assessment, MetricId, Supply};
use crate::report::share;
use crate::report::wording::Wording;

/// What binds, as a word for machines.
pub(in crate::report) fn key(binding: Binding) -> &'static str {
    match binding {
        Binding::LandForces => "land forces",
        Binding::Commitments => "commitments",
        Binding::DeployableShare => "deployable share",
        Binding::Rotation => "rotation",
    }
}

/// Sentences, the answer first.
pub(super) fn sentences(
    assessment: &Assessment,
    supply: &Supply,
    verdict: &Verdict,
    samples: Option<&MonteCarlo>,
) -> Vec<String> {
    let mut lines = vec![answer(assessment, supply, verdict)];
    lines.extend(binds(assessment, supply, verdict));
    lines.extend(exhausted(assessment, supply, verdict));
    lines.extend(probable(assessment, supply, verdict, samples));
    lines.extend(change(assessment, verdict));
    lines.extend(coalitions(assessment.words, verdict));
    lines.extend(published(assessment, supply));
    lines.extend(supply.unbacked.clone());
    lines
}

pub(super) fn answer(assessment: &Assessment, supply: &Supply, verdict: &Verdict) -> String {
    let words = assessment.words;
    let metric = |position: MetricId| &assessment.calculation.metrics[position];
    let head = words.format(
        "supply-answer",
        args![
            members = verdict.members.len(),
            sustainable = words.shown(metric(supply.sustainable).value),
            available = words.shown(metric(supply.available).value),
            factor = words.shown(metric(supply.rotation_factor).shown_value()),
        ],
    );
    let Some((proposed, margin)) = verdict.proposed.zip(verdict.margin) else { return head };
    let (proposed, gap) = (words.shown(proposed), words.shown(margin.abs()));
    let beside = if margin >= 0.0 {
        words.format("supply-answer-below", args![proposed = proposed, margin = gap])
    } else {
        let base = supply.rotation_base.map_or_else(String::new, |base| words.shown(metric(base).value));
        words.format("supply-answer-above", args![proposed = proposed, gap = gap, base = base])
    };
    format!("{head} {beside}")
}

pub(super) fn binds(assessment: &Assessment, supply: &Supply, verdict: &Verdict) -> Option<String> {
    let words = assessment.words;
    let value = |position: MetricId| assessment.calculation.metrics[position].value;
    let land = value(supply.land_forces);
    let free = words.shown(land - value(supply.committed));
    let (land, available) = (words.shown(land), words.shown(value(supply.available)));
    Some(match verdict.binding? {
        Binding::LandForces => words.format("supply-binds-armies", args![land = land]),
        Binding::Commitments => words.format("supply-binds-commitments", args![land = land, free = free]),
        Binding::DeployableShare => words.format("supply-binds-share", args![free = free, available = available]),
        Binding::Rotation => words.format("supply-binds-rotation", args![available = available]),
    })
}

pub(super) fn exhausted(assessment: &Assessment, supply: &Supply, verdict: &Verdict) -> Option<String> {
    let words = assessment.words;
    let found = verdict.exhaustion?;
    let to = words.shown(found.to);
    if found.tours < 1.0 {
        return Some(words.format("supply-no-tour", args![to = to]));
    }
    let unit = supply.months.map(|(tour, _)| &assessment.calculation.inputs[tour]);
    let mut tours = if found.tours > 1.0 {
        words.format("supply-tours", args![count = words.counted(found.tours)])
    } else {
        words.text("supply-one-tour")
    };
    if let Some((years, tour)) = found.years.zip(unit) {
        tours = words.format("supply-tours-timed", args![tours = tours, time = tour.text_of(words, years)]);
    }
    Some(match (found.left, found.back.zip(unit)) {
        (Some(left), Some((back, tour))) => words.format(
            "supply-lasts-left",
            args![tours = tours, left = words.shown(left), back = tour.text_of(words, back), to = to],
        ),
        _ => words.format("supply-lasts", args![tours = tours, to = to]),
    })
}

pub(super) fn probable(
    assessment: &Assessment,
    supply: &Supply,
    verdict: &Verdict,
    samples: Option<&MonteCarlo>,
) -> Option<String> {
    let words = assessment.words;
    let spread = samples?.spreads.get(supply.sustainable).filter(|spread| spread.moves())?;
    let unit = &assessment.calculation.metrics[supply.sustainable].unit;
    let text = |value: f64| words.shown(unit.from_base(value));
    let (low, high) = (text(spread.percentiles[0]), text(spread.percentiles[4]));
    Some(match verdict.sufficiency {
        Some(sufficiency) => {
            let share = share::inside(words, &sufficiency);
            let (from, to) = share::ends(words, sufficiency.ci);
            let key = if sufficiency.is_estimated() { "supply-probable-interval" } else { "supply-probable-share" };
            words.format(key, args![low = low, high = high, share = share, from = from, to = to])
        }
        None => words.format("supply-probable", args![low = low, high = high]),
    })
}

/// At which value of an input supply would meet the proposed force.
pub(super) fn change(assessment: &Assessment, verdict: &Verdict) -> Vec<String> {
    let words = assessment.words;
    let lines = verdict.break_evens.iter().filter_map(|(axis, found)| {
        let input = &assessment.calculation.inputs[axis.input];
        let label = words.inside(&input.label);
        let shown = |value: f64| words.significant(input.unit.from_base(value), 3);
        let at = |value: f64| words.attach(&input.unit, &shown(value));
        let end = |value: f64| words.end(&input.unit, &shown(value));
        match found {
            BreakEven::Crossings(crossings) => {
                let mut places: Vec<String> = crossings.iter().map(|crossing| at(crossing.input)).collect();
                while let [.., first, last] = &places[..] {
                    let both = words.format("supply-both", args![first = first, last = last]);
                    places.truncate(places.len() - 2);
                    places.push(both);
                }
                let places = places.join("");
                Some(words.format("supply-meets", args![input = label, places = places, now = at(input.value)]))
            }
            // A lever that only makes it worse is not spoken of.
            BreakEven::NeverMet { best } if verdict.margin.is_some_and(|now| now < 0.0 && best.metric > now) => {
                let about = args![
                    input = label,
                    from = end(axis.from),
                    to = end(axis.to),
                    missing = words.shown(-best.metric),
                    best = at(best.input),
                ];
                Some(words.format("supply-never-meets", about))
            }
            _ => None,
        }
    });
    lines.collect()
}

pub(super) fn coalitions(words: Localizer, verdict: &Verdict) -> Vec<String> {
    let parts = verdict.coalitions.iter().map(|(others, sustainable)| {
        let who: Vec<String> = others.stances.iter().map(|stance| words.choice("stance", stance.word())).collect();
        let (sustainable, who) = (words.shown(*sustainable), who.join(", "));
        words.format("supply-coalition", args![sustainable = sustainable, who = who, count = others.members])
    });
    let parts: Vec<String> = parts.collect();
    let mut lines = Vec::new();
    if parts.len() > 1 {
        lines.push(words.format("supply-by-coalition", args![coalitions = words.list(&parts)]));
    }
    if verdict.binding.is_some() && !verdict.others.is_empty() {
        lines.push(match verdict.joining {
            Some(1) => words.text("supply-joining-one"),
            Some(count) => words.format("supply-joining", args![count = count]),
            None => words.text("supply-joining-none"),
        });
    }
    lines
}

/// The sum beside what was published.
pub(super) fn published(assessment: &Assessment, supply: &Supply) -> Option<String> {
    let (low, high) = supply.published?;
    let (low, high) = (&assessment.calculation.inputs[low], &assessment.calculation.inputs[high]);
    let sustainable = assessment.calculation.metrics[supply.sustainable].value;
    let key = if sustainable < low.value {
        "supply-published-below"
    } else if sustainable > high.value {
        "supply-published-above"
    } else {
        "supply-published-within"
    };
    let keys = high.provenance.sources.join(", ");
    Some(assessment.words.format(
        key,
        args![low = low.value_text(assessment.words), high = high.value_text(assessment.words), sources = keys],
    ))
}
