//! Whether the force can be kept up, when it is there, and what it costs. Knows nothing of methods or past missions.

use super::force::is_known;
use super::line::{Item, Line, Question};
use crate::analysis::build_up::Reached;
use crate::analysis::supply::Verdict;
use crate::args;
use crate::language::Localizer;
use crate::model::{Assessment, Metric, Supply};
use crate::quantity::whole;
use crate::report::cost::metric;
use crate::report::ranged::briefly_ranged;
use crate::report::{build_up, share};
use crate::study::Results;
use crate::uncertainty::confidence::Share;

/// From this share of samples on the central case stands for all of them.
const SURE: f64 = 0.95;

/// Whether the coalition can sustain the proposed force, or what it could sustain.
pub(super) fn sustainable(assessment: &Assessment, results: &Results) -> Line {
    let words = assessment.words;
    let mut line = Line::new(assessment, Question::Sustainable, Vec::new());
    match (&assessment.roles.supply, &results.supply) {
        (Ok(supply), Some(verdict)) => {
            let sustained = &assessment.calculation.metrics[supply.sustainable];
            let (value, range) = (sustained.shown_value(), results.ranges.shown(sustained));
            let number = briefly_ranged(words, value, range, str::to_owned);
            let about = args![members = verdict.members.len(), number = number];
            let mut said = words.format("answer-sustained", about);
            if let Some(key) = decided(verdict) {
                said = words.pair(&words.text(key), &said);
            }
            if let Some(margin) = verdict.margin {
                said = format!("{said}, {}", enough(words, margin, verdict.sufficiency.as_ref()));
            }
            line.items.push(Item::Text(words.format("answer-ended", args![text = said])));
            line.items.extend(everybody(words, verdict).map(Item::Text));
            line = line.with("sustainable", sustained.shown_value());
            line = numbers(line, supply, verdict);
        }
        (Err(needs), _) if needs.iter().any(|need| !need.starts_with('[')) => {
            line.items.push(Item::Text(words.format("answer-supply-lacks", args![needs = named(needs)])));
        }
        _ => line.items.push(Item::Text(words.text("answer-no-contributors"))),
    }
    line
}

/// How much more or less than the proposed force, and in what share of samples it is enough where that is not all or
/// none of them.
fn enough(words: Localizer, margin: f64, share: Option<&Share>) -> String {
    let amount = words.shown(margin.abs());
    let share = share.filter(|found| found.share > 0.0 && found.share < 1.0).map(|found| share::inside(words, found));
    match (margin >= 0.0, share) {
        (true, None) => words.format("answer-to-spare", args![amount = amount]),
        (true, Some(share)) => words.format("answer-to-spare-in", args![amount = amount, share = share]),
        (false, None) => words.format("answer-short", args![amount = amount]),
        (false, Some(share)) => words.format("answer-short-in", args![amount = amount, share = share]),
    }
}

/// What all contributors together could sustain, where the coalition is short.
fn everybody(words: Localizer, verdict: &Verdict) -> Option<String> {
    let (all, share) = verdict.all.as_ref().filter(|_| verdict.binding.is_some())?;
    let count = verdict.members.len() + verdict.others.len();
    let said = words.format("answer-all", args![count = count, all = words.shown(*all)]);
    let margin = verdict.proposed.map(|proposed| whole::difference(*all, proposed));
    let enough = margin.map(|margin| enough(words, margin, share.as_ref()));
    let said = std::iter::once(said).chain(enough).collect::<Vec<_>>().join(", ");
    Some(words.format("answer-ended", args![text = said]))
}

/// Identifiers as one types them.
fn named(needs: &[String]) -> String {
    needs.iter().map(|need| format!("`{need}`")).collect::<Vec<_>>().join(", ")
}

fn numbers(mut line: Line, supply: &Supply, verdict: &Verdict) -> Line {
    if let Some(proposed) = verdict.proposed.filter(|_| supply.force.is_some()) {
        line = line.with("proposed", proposed);
    }
    if let Some(share) = verdict.sufficiency {
        line = line.with("enough_in_share", share.share);
    }
    line
}

/// Yes or no where nearly all samples say what the central case says.
fn decided(verdict: &Verdict) -> Option<&'static str> {
    let is_enough = verdict.margin? >= 0.0;
    let agrees = verdict.sufficiency.map_or(1.0, |found| if is_enough { found.share } else { 1.0 - found.share });
    Some(match (is_enough, agrees >= SURE) {
        (true, true) => "answer-yes",
        (false, true) => "answer-no",
        _ => "answer-unsure",
    })
}

/// When the proposed force is there.
pub(super) fn in_place(assessment: &Assessment, results: &Results) -> Line {
    let words = assessment.words;
    let mut line = Line::new(assessment, Question::InPlace, Vec::new());
    let Some((found, target)) = results.build_up.as_ref().and_then(|found| Some((found, found.targets.first()?)))
    else {
        line.items.push(Item::Text(words.text("answer-no-build-up")));
        return line;
    };
    let [fast, central, slow] = &target.reached;
    let mut said = build_up::proposed(assessment, found, target);
    if let Reached::Day { day, .. } = central {
        said = if fast == central && slow == central {
            words.format("answer-by-day-alone", args![day = build_up::number(words, *day)])
        } else {
            let (kind, [fast, slow]) = build_up::cases(words, &target.reached);
            let about = args![day = build_up::number(words, *day), fast = fast, slow = slow];
            words.format(&format!("answer-by-day{kind}"), about)
        };
        line = line.with("day", *day);
    }
    said = with_delays(assessment, said);
    let kept = found.kept.as_ref().filter(|kept| kept.beyond.is_some());
    if let Some((kept, day)) = kept.and_then(|kept| match kept.sustainable {
        Reached::Day { day, .. } => Some((kept, day)),
        _ => None,
    }) {
        let about = args![force = words.shown(kept.pool.sustainable()), day = build_up::number(words, day)];
        said = format!("{}{}", said.trim_end_matches('.'), words.format("answer-sustainable-by", about));
        line = line.with("sustainable_day", day);
    }
    line.items.push(Item::Text(said));
    line
}

/// With what is not in a build-up whose scenario does not give all that takes time.
pub(in crate::report) fn with_delays(assessment: &Assessment, said: String) -> String {
    match &assessment.roles.build_up {
        Some(parts) if !parts.absent.is_empty() => {
            format!("{}{}", said.trim_end_matches('.'), assessment.words.text("answer-no-delays"))
        }
        _ => said,
    }
}

/// What a year costs by the chosen basis, and between which ends the other bases lie.
pub(super) fn cost(assessment: &Assessment, results: &Results) -> Line {
    let (words, costs) = (assessment.words, &assessment.roles.costs);
    let mut line = Line::new(assessment, Question::Cost, Vec::new());
    let known = costs.bases.iter().filter_map(|basis| Some((basis, metric(assessment, &basis.annual)?)));
    let known = known.filter(|(basis, _)| basis.annual.at.is_some_and(|id| is_known(assessment, id)));
    let (chosen, others): (Vec<_>, Vec<_>) = known.partition(|(basis, _)| basis.chosen);
    let others: Vec<&Metric> = others.into_iter().map(|(_, metric)| metric).collect();
    let by = |a: &&&Metric, b: &&&Metric| a.value.total_cmp(&b.value);
    let between = others.iter().min_by(by).zip(others.iter().max_by(by)).map(|(least, most)| {
        let number = |metric: &Metric| words.significant(metric.shown_value(), 2);
        let (least, unit, most) = (number(least), &most.unit, number(most));
        words.attach(unit, &if least == most { most } else { words.between(&least, &most) })
    });
    match (chosen.first(), between) {
        (Some((basis, annual)), between) => {
            let attach = |number: &str| words.attach(&annual.unit, number);
            let number = briefly_ranged(words, annual.shown_value(), results.ranges.shown(annual), attach);
            let about = args![number = number, basis = words.inside(&basis.label)];
            let mut said = words.format("answer-cost-chosen", about);
            if let Some(between) = between {
                said = format!("{said} {}", words.format("answer-cost-others", args![between = between]));
            }
            line = line.with(&annual.id, annual.shown_value());
            line.items.push(Item::Text(said));
        }
        (None, Some(between)) => {
            line.items.push(Item::Text(words.format("answer-cost-others", args![between = between])));
        }
        (None, None) => line.items.push(Item::Text(words.text("answer-no-cost"))),
    }
    line
}

/// A share of samples, in words.
pub(super) fn in_samples(assessment: &Assessment, found: &Share) -> String {
    share::inside(assessment.words, found)
}
