//! Supply in sentences: whether the proposed force can be sustained, what binds, what would have to change.

use super::spread::share;
use crate::analysis::break_even::BreakEven;
use crate::analysis::monte_carlo::MonteCarlo;
use crate::analysis::supply::{Binding, Verdict};
use crate::model::{Assessment, Supply};
use crate::quantity::number::shown;

/// What binds, as a word for machines.
pub(super) fn key(binding: Binding) -> &'static str {
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
    lines.extend(coalitions(verdict));
    lines.extend(published(assessment, supply));
    lines.extend(supply.unbacked.clone());
    lines
}

fn people(value: f64) -> String {
    shown(value)
}

fn answer(assessment: &Assessment, supply: &Supply, verdict: &Verdict) -> String {
    let metric = |position: usize| &assessment.metrics[position];
    let (sustainable, available) = (metric(supply.sustainable).value, metric(supply.available).value);
    let members = verdict.members.len();
    let head = format!(
        "A coalition of {members} can keep {} in theatre for good: {} available over a rotation factor of {}.",
        people(sustainable),
        people(available),
        assessment.words.shown(metric(supply.rotation_factor).shown_value())
    );
    match verdict.proposed.zip(verdict.margin) {
        None => head,
        Some((proposed, margin)) if margin >= 0.0 => {
            format!("{head} The proposed force of {} is {} below that.", people(proposed), people(margin))
        }
        Some((proposed, margin)) => format!(
            "{head} The proposed force of {} is {} more than that; it would take a rotation base of {}.",
            people(proposed),
            people(-margin),
            supply.rotation_base.map_or_else(String::new, |base| people(metric(base).value))
        ),
    }
}

fn binds(assessment: &Assessment, supply: &Supply, verdict: &Verdict) -> Option<String> {
    let value = |position: usize| assessment.metrics[position].value;
    let land = value(supply.land_forces);
    let free = land - value(supply.committed);
    Some(match verdict.binding? {
        Binding::LandForces => {
            format!("What binds is the size of the armies: the coalition has {} in its land forces.", people(land))
        }
        Binding::Commitments => {
            format!("What binds is what is committed already: of {} only {} are free.", people(land), people(free))
        }
        Binding::DeployableShare => format!(
            "What binds is the deployable share: of {} that are free only {} can be sent, so that even a single tour \
             could not be filled.",
            people(free),
            people(value(supply.available))
        ),
        Binding::Rotation => format!(
            "What binds is rotation: {} can be sent, enough for a tour, but not for good.",
            people(value(supply.available))
        ),
    })
}

fn exhausted(assessment: &Assessment, supply: &Supply, verdict: &Verdict) -> Option<String> {
    let found = verdict.exhaustion?;
    let to = people(found.to);
    if found.tours < 1.0 {
        return Some(format!(
            "The pool does not fill one tour at full strength; from the start {to} could be kept up."
        ));
    }
    let unit = supply.months.map(|(tour, _)| &assessment.inputs[tour]);
    let time = found.years.zip(unit).map_or_else(String::new, |(years, tour)| format!(" ({})", tour.text_of(years)));
    let tours = if found.tours > 1.0 {
        format!("{} tours", assessment.words.shown(found.tours))
    } else {
        "one tour".to_owned()
    };
    Some(match (found.left, found.back.zip(unit)) {
        (Some(left), Some((back, tour))) => format!(
            "At full strength the pool lasts {tours}{time}; then the force must shrink to {}, those who have not gone yet, \
             until the first can go again {} after they left. From then on it is {to} for good.",
            people(left),
            tour.text_of(back)
        ),
        _ => format!("At full strength the pool lasts {tours}{time}; then the force must shrink to {to}."),
    })
}

fn probable(
    assessment: &Assessment,
    supply: &Supply,
    verdict: &Verdict,
    samples: Option<&MonteCarlo>,
) -> Option<String> {
    let spread = samples?.spreads.get(supply.sustainable).filter(|spread| spread.sd > 0.0)?;
    let unit = &assessment.metrics[supply.sustainable].unit;
    let text = |value: f64| assessment.words.shown(unit.from_base(value));
    let range = format!(
        "Over the ranges of the inputs the sustainable force is {} to {} in nine samples of ten",
        text(spread.percentiles[0]),
        text(spread.percentiles[4])
    );
    Some(match verdict.sufficiency {
        Some(sufficiency) => format!("{range}; it reaches the proposed force in {} of them all.", share(sufficiency)),
        None => format!("{range}."),
    })
}

/// At which value of an input supply would meet the proposed force.
fn change(assessment: &Assessment, verdict: &Verdict) -> Vec<String> {
    let lines = verdict.break_evens.iter().filter_map(|(axis, found)| {
        let input = &assessment.inputs[axis.input];
        let label = &input.label;
        let at = |value: f64| {
            assessment.words.attach(&input.unit, &assessment.words.significant(input.unit.from_base(value), 3))
        };
        match found {
            BreakEven::Crossings(crossings) => {
                let places: Vec<String> = crossings.iter().map(|crossing| at(crossing.input)).collect();
                Some(format!(
                    "Break-even on {}: supply meets the proposed force at {}; now {}.",
                    label.to_lowercase(),
                    places.join(" and "),
                    at(input.value)
                ))
            }
            // A lever that only makes it worse is not spoken of.
            BreakEven::NeverMet { best } if verdict.margin.is_some_and(|now| now < 0.0 && best.metric > now) => {
                Some(format!(
                    "No break-even on {}: from {} to {} the gap is never closed, at best {} are missing (at {}).",
                    label.to_lowercase(),
                    at(axis.from),
                    at(axis.to),
                    people(-best.metric),
                    at(best.input)
                ))
            }
            _ => None,
        }
    });
    lines.collect()
}

fn coalitions(verdict: &Verdict) -> Vec<String> {
    let parts = verdict.coalitions.iter().map(|(others, sustainable)| {
        let who = others.stances.join(", ");
        format!("{} ({who}, {} contributors)", people(*sustainable), others.members)
    });
    let parts: Vec<String> = parts.collect();
    let mut lines = Vec::new();
    if parts.len() > 1 {
        lines.push(format!("Sustainable by coalition: {}.", parts.join("; ")));
    }
    if verdict.binding.is_some() && !verdict.others.is_empty() {
        lines.push(match verdict.joining {
            Some(1) => "One more contributor, the largest outside, would close the gap.".to_owned(),
            Some(count) => format!("The {count} largest outside would have to join to close the gap."),
            None => "Not even all who are outside could close the gap.".to_owned(),
        });
    }
    lines
}

/// The sum beside what was published.
fn published(assessment: &Assessment, supply: &Supply) -> Option<String> {
    let (low, high) = supply.published?;
    let (low, high) = (&assessment.inputs[low], &assessment.inputs[high]);
    let sustainable = assessment.metrics[supply.sustainable].value;
    let place = if sustainable < low.value {
        "lies below: armies, commitments or the share that can be sent are taken to be smaller here, or the coalition is"
    } else if sustainable > high.value {
        "lies above: it counts every member's army, whatever that member is willing to send, or a larger coalition"
    } else {
        "lies within"
    };
    Some(format!(
        "Published as what can be raised: {} to {} ({}); the sum {place}.",
        low.value_text(),
        high.value_text(),
        high.provenance.sources.join(", ")
    ))
}
