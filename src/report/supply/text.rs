//! Supply in sentences: whether the proposed force can be sustained, what binds, what would have to change.

use crate::analysis::break_even::BreakEven;
use crate::analysis::monte_carlo::MonteCarlo;
use crate::analysis::supply::{Binding, Verdict};
use crate::args;
use crate::language::Localizer;
use crate::model::{Assessment, InputId, MetricId, Supply};
use crate::report::ranged::ranged;
use crate::report::share;
use crate::report::wording::Wording;
use crate::scenario::SourceEntry;

/// What binds, as a word for machines.
pub(in crate::report) fn key(binding: Binding) -> &'static str {
    match binding {
        Binding::LandForces => "land forces",
        Binding::Garrisons => "garrisons",
        Binding::DeployableShare => "deployable share",
        Binding::StandingCommitment => "standing commitment",
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
    let mut lines = vec![answer(assessment, supply, verdict, samples)];
    lines.extend(binds(assessment, supply, verdict));
    lines.extend(exhausted(assessment, supply, verdict));
    lines.extend(change(assessment, verdict));
    lines.extend(coalitions(assessment.words, verdict));
    lines.extend(published(assessment, supply));
    lines.extend((!supply.readings.is_empty()).then(|| assessment.words.text("supply-order")));
    lines.extend(supply.unbacked.clone());
    lines
}

pub(super) fn answer(
    assessment: &Assessment,
    supply: &Supply,
    verdict: &Verdict,
    samples: Option<&MonteCarlo>,
) -> String {
    let words = assessment.words;
    let metric = |position: MetricId| &assessment.calculation.metrics[position];
    let sustainable = metric(supply.sustainable);
    let range = samples.and_then(|samples| samples.range(supply.sustainable));
    let range = range.map(|(low, high)| (sustainable.unit.from_base(low), sustainable.unit.from_base(high)));
    let number = ranged(words, sustainable.shown_value(), range, str::to_owned);
    let head = words.format("supply-answer", args![members = verdict.members.len(), sustainable = number]);
    let Some((proposed, margin)) = verdict.proposed.zip(verdict.margin) else { return head };
    let proposed = words.shown(proposed);
    let share = verdict.sufficiency.filter(|found| found.is_estimated() || (found.share > 0.0 && found.share < 1.0));
    let beside = match (margin >= 0.0, share) {
        (true, None) => words.format("supply-enough", args![proposed = proposed, margin = words.shown(margin)]),
        (true, Some(share)) => {
            let share = share::inside(words, &share);
            words.format("supply-enough-in", args![proposed = proposed, margin = words.shown(margin), share = share])
        }
        (false, None) => words.format("supply-short", args![proposed = proposed, short = words.shown(-margin)]),
        (false, Some(share)) => {
            let share = share::inside(words, &share);
            words.format("supply-short-but", args![proposed = proposed, short = words.shown(-margin), share = share])
        }
    };
    format!("{head} {beside}")
}

pub(super) fn binds(assessment: &Assessment, supply: &Supply, verdict: &Verdict) -> Option<String> {
    let words = assessment.words;
    let value = |position: MetricId| assessment.calculation.metrics[position].value;
    let land = value(supply.land_forces);
    let free = words.shown(land - value(supply.garrisons));
    let deployable = words.shown(value(supply.deployable));
    let (land, available) = (words.shown(land), words.shown(value(supply.available)));
    Some(match verdict.binding? {
        Binding::LandForces => words.format("supply-binds-armies", args![land = land]),
        Binding::Garrisons => words.format("supply-binds-garrisons", args![land = land, free = free]),
        Binding::DeployableShare => words.format("supply-binds-share", args![free = free, available = deployable]),
        Binding::StandingCommitment => {
            words.format("supply-binds-standing", args![deployable = deployable, available = available])
        }
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
    let tour = &assessment.calculation.inputs[supply.months?.0];
    let tours = if found.tours > 1.0 {
        words.format("supply-tours", args![count = words.counted(found.tours)])
    } else {
        words.text("supply-one-tour")
    };
    let tours = words.format("supply-tours-timed", args![tours = tours, time = tour.text_of(words, found.years)]);
    let back = tour.text_of(words, found.back);
    // A fraction of one is rounding's.
    Some(if found.left < 0.5 {
        words.format("supply-lasts-none", args![tours = tours, back = back, to = to])
    } else {
        let left = words.shown(found.left);
        words.format("supply-lasts-left", args![tours = tours, left = left, back = back, to = to])
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
    lines.extend(everybody(words, verdict));
    lines
}

/// What all contributors together could sustain, or how many would have to join, where the coalition is short.
pub(super) fn everybody(words: Localizer, verdict: &Verdict) -> Option<String> {
    verdict.all.filter(|_| verdict.binding.is_some()).map(|(all, share)| {
        let count = verdict.members.len() + verdict.others.len();
        let short = verdict.proposed.map_or(0.0, |proposed| proposed - all);
        let (all, gap) = (words.shown(all), words.shown(short.max(0.0)));
        let share = share.filter(|found| found.is_estimated() || found.share > 0.0);
        let share = share.map_or_else(String::new, |share| share::inside(words, &share));
        match (short > 0.0, share.is_empty(), verdict.joining) {
            (true, true, _) => words.format("supply-all-short", args![count = count, all = all, short = gap]),
            (true, false, _) => {
                words.format("supply-all-short-but", args![count = count, all = all, short = gap, share = share])
            }
            (false, _, Some(1)) => words.text("supply-joining-one"),
            (false, _, joining) => words.format("supply-joining", args![count = joining.unwrap_or_default()]),
        }
    })
}

/// What others published, for other coalitions than this one.
pub(super) fn published(assessment: &Assessment, supply: &Supply) -> Option<String> {
    let (low, high) = supply.published?;
    let words = assessment.words;
    let named = |input: InputId| {
        let input = &assessment.calculation.inputs[input];
        let short = |key: &String| assessment.source(key).map_or_else(|| key.clone(), SourceEntry::short);
        let sources: Vec<String> = input.provenance.sources.iter().map(short).collect();
        words.format("supply-published-one", args![value = input.value_text(words), sources = words.list(&sources)])
    };
    Some(words.format("supply-published", args![items = words.list(&[named(high), named(low)])]))
}
