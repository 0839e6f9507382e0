//! Whether the forces that a method counts are enough for it, in words.

use crate::analysis::sizing::{LeverSpan, Requirement, Sizing};
use crate::args;
use crate::language::Localizer;
use crate::model::{Assessment, Method};
use crate::report::ranged::ranged;
use crate::report::share;
use crate::report::wording::apart;

/// Met or short, by how much, and in what share of samples; nothing where there is no force to compare with.
pub(super) fn verdict(words: Localizer, method: &Method, requirement: &Requirement) -> Option<String> {
    let margin = requirement.margin?;
    // A share that is all or none says no more than the verdict of the central case, where it is the same.
    let share = requirement.met.as_ref().map(|met| (met.share, share::inside(words, met)));
    let is_met = margin >= 0.0;
    let mixed = share.filter(|(share, _)| if is_met { *share < 1.0 } else { *share > 0.0 }).map(|(_, text)| text);
    Some(match (is_met, mixed) {
        (true, None) if !method.chosen.is_empty() => words.text("sizing-as-chosen"),
        (true, None) => words.text("sizing-met"),
        (true, Some(share)) => words.format("sizing-met-in", args![share = share]),
        (false, None) => words.format("sizing-short", args![short = words.shown(-margin)]),
        (false, Some(share)) => words.format("sizing-short-but", args![short = words.shown(-margin), share = share]),
    })
}

/// The same for a line of few words: `met in 94 %`.
pub(in crate::report) fn brief_verdict(words: Localizer, method: &Method, requirement: &Requirement) -> Option<String> {
    let margin = requirement.margin?;
    let is_met = margin >= 0.0;
    let mixed = requirement.met.as_ref().filter(|met| if is_met { met.share < 1.0 } else { met.share > 0.0 });
    let Some(share) = mixed.map(|met| share::inside(words, met)) else { return verdict(words, method, requirement) };
    Some(if is_met {
        words.format("answer-met-in", args![share = share])
    } else {
        words.format("answer-short-but", args![short = words.shown(-margin), share = share])
    })
}

/// The forces that a method counts, where these are others than the proposed force: `25,000 (Peacekeepers, Host-nation
/// troops)`.
pub(in crate::report) fn counted(assessment: &Assessment, requirement: &Requirement) -> Option<String> {
    let method = &assessment.roles.methods[requirement.method];
    let force = assessment.roles.proposal.force;
    let calculation = &assessment.calculation;
    let standing = method.counts.iter().filter(|input| calculation.inputs[**input].value > 0.0);
    let names: Vec<&str> = standing.map(|input| calculation.inputs[*input].label.as_str()).collect();
    let others = method.counts.iter().any(|input| Some(*input) != force && calculation.inputs[*input].value > 0.0);
    let counted = requirement.counted.filter(|_| others)?;
    Some(format!("{} ({})", assessment.words.shown(counted), names.join(", ")))
}

/// What a method requires from end to end of each lever's range: `13,000 to 100,000 for 13 to 100 personnel per km`. The
/// lever is named where it is not the one that the method is about.
pub(super) fn spans(assessment: &Assessment, requirement: &Requirement) -> Vec<String> {
    let words = assessment.words;
    let between = |low: &str, high: &str| words.between(low, high);
    let keys = ["sizing-span", "sizing-span-of"];
    requirement.spans.iter().map(|span| span_text(assessment, requirement, span, between, keys)).collect()
}

/// The same of the first lever for a line of few words: `13,000–100,000 for 13–100 personnel per km`.
pub(in crate::report) fn brief_span(assessment: &Assessment, requirement: &Requirement) -> Option<String> {
    let between = |low: &str, high: &str| format!("{low}\u{2013}{high}");
    let keys = ["answer-span", "answer-span-of"];
    requirement.spans.first().map(|span| span_text(assessment, requirement, span, between, keys))
}

fn span_text(
    assessment: &Assessment,
    requirement: &Requirement,
    span: &LeverSpan,
    between: impl Fn(&str, &str) -> String,
    [its_own, of_lever]: [&str; 2],
) -> String {
    let words = assessment.words;
    let method = &assessment.roles.methods[requirement.method];
    let lever = &assessment.calculation.inputs[span.lever];
    let own = |end: f64| words.significant(lever.unit.from_base(end), 6);
    let values = words.attach(&lever.unit, &between(&own(span.ends.0), &own(span.ends.1)));
    let (least, most) = apart(words, span.personnel.0, span.personnel.1);
    let range = between(&least, &most);
    let key = if method.chosen.contains(&span.lever) { its_own } else { of_lever };
    words.format(key, args![range = range, values = values, lever = words.inside(&lever.label)])
}

/// A method with its number, its range, its span over levers and its verdict.
pub(super) fn line(assessment: &Assessment, requirement: &Requirement) -> Option<String> {
    let words = assessment.words;
    let found = requirement.personnel.as_ref().ok()?;
    let method = &assessment.roles.methods[requirement.method];
    let value = ranged(words, found.central, found.range, str::to_owned);
    let number = words.format("sizing-number", args![name = &method.label, value = value]);
    let number = std::iter::once(number).chain(spans(assessment, requirement)).collect::<Vec<_>>().join(", ");
    let Some(verdict) = verdict(words, method, requirement) else { return Some(number) };
    Some(match counted(assessment, requirement) {
        Some(forces) => words.format("sizing-line-counted", args![number = number, verdict = verdict, forces = forces]),
        None => words.format("sizing-line", args![number = number, verdict = verdict]),
    })
}

/// What the methods of the neighbouring purpose ask for, where one of them asks for more than any method meant for the
/// scenario's own.
pub(in crate::report) fn neighbours(assessment: &Assessment, sizing: &Sizing) -> Option<String> {
    let words = assessment.words;
    let other = assessment.roles.proposal.neighbour?;
    let meant = |requirement: &&Requirement| requirement.applies == Some(true);
    let central = |requirement: &Requirement| requirement.personnel.as_ref().ok().map(|found| found.central);
    let own = sizing.requirements.iter().filter(meant).filter_map(central).fold(f64::NEG_INFINITY, f64::max);
    let theirs = sizing.requirements.iter().filter(|requirement| {
        !meant(requirement) && assessment.roles.methods[requirement.method].applies.contains(&other)
    });
    let mut theirs: Vec<(f64, String)> = theirs
        .filter_map(|requirement| {
            let found = requirement.personnel.as_ref().ok()?;
            let text = ranged(words, found.central, found.range, str::to_owned);
            Some((found.central, text))
        })
        .collect();
    theirs.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (greatest, last) = theirs.last()?;
    if *greatest <= own {
        return None;
    }
    let purpose = words.choice("purpose", other.word());
    let first = theirs.first().filter(|_| theirs.len() > 1);
    Some(match first {
        Some((_, first)) => words.format("sizing-neighbours", args![purpose = purpose, low = first, high = last]),
        None => words.format("sizing-neighbour", args![purpose = purpose, value = last]),
    })
}
