//! How sure the answer is, and what must be said with it. Knows nothing of how samples are drawn.

use super::line::{Item, Line, Question};
use super::sustain::in_samples;
use crate::analysis::break_even::{BreakEven, CrossingKind};
use crate::analysis::monte_carlo::MonteCarlo;
use crate::analysis::standing::{self, Standing};
use crate::args;
use crate::model::{Assessment, BreakEvenPlan, Method, MetricId};
use crate::report::sampling::how_drawn_briefly;
use crate::report::{break_even, share, sobol_indices};
use crate::study::{Found, Results, Sensitivity};
use crate::uncertainty::confidence::Share;

/// Conditions, searches and metrics that are named; of more it is said how many there are.
const CONDITIONS: usize = 3;
const SEARCHES: usize = 1;
const METRICS: usize = 1;

/// How often conditions hold, what would make them, what spreads the results, and how that was found out.
pub(super) fn sure(assessment: &Assessment, results: &Results) -> Line {
    let words = assessment.words;
    let mut line = Line::new(assessment, Question::HowSure, Vec::new());
    let Some(samples) = &results.samples else {
        let calculation = &assessment.calculation;
        for condition in assessment.requests.conditions.iter().take(CONDITIONS) {
            let value = calculation.metrics[condition.metric].value;
            if value.is_finite() {
                let key = if condition.holds(value) { "answer-condition-met" } else { "answer-condition-not-met" };
                line.items.push(Item::Text(words.format(key, args![condition = &condition.label])));
            }
        }
        let key = if calculation.ranged().is_empty() { "answer-nothing-drawn" } else { "answer-only-levers" };
        line.items.push(Item::Text(words.text(key)));
        return line;
    };
    let mut items = Vec::new();
    for found in samples.conditions.iter().take(CONDITIONS) {
        let condition = &assessment.requests.conditions[found.condition];
        let estimate = found.estimate();
        let stands = standing::over_samples(&assessment.calculation, samples, condition.metric);
        items.push(if stands == Standing::Varies {
            let share = in_samples(assessment, &estimate);
            words.format("answer-condition", args![condition = &condition.label, share = share])
        } else {
            share::holds(assessment, samples, found)
        });
        line = line.with(&condition.text, found.share);
    }
    let more = samples.conditions.len().saturating_sub(CONDITIONS);
    if more > 0 {
        items.push(words.format("answer-more-conditions", args![count = more]));
    }
    let plans = assessment.requests.break_evens.iter().zip(&results.break_evens);
    items.extend(plans.filter_map(|(plan, found)| reaches(assessment, plan, found.as_ref().ok()?)).take(SEARCHES));
    let indices = results.sensitivity.iter().filter_map(|found| match found {
        Sensitivity::SobolIndices(metrics, indices) => Some((metrics, indices)),
        _ => None,
    });
    let mainly = indices.flat_map(|(metrics, indices)| {
        metrics.iter().zip(&indices.metrics).map(move |(metric, found)| (indices, *metric, found))
    });
    items.extend(
        mainly
            .filter_map(|(indices, metric, found)| sobol_indices::mainly(assessment, indices, metric, found))
            .take(METRICS),
    );
    items.extend(without_value(assessment, samples));
    items.extend(how_drawn_briefly(assessment));
    line.items = items.into_iter().map(Item::Text).collect();
    line
}

/// The methods, figures and conditions of the answer that have no value in some samples.
fn without_value(assessment: &Assessment, samples: &MonteCarlo) -> Option<String> {
    let (words, roles) = (assessment.words, &assessment.roles);
    let meant = |method: &&Method| assessment.purpose.is_none_or(|purpose| method.applies.contains(&purpose));
    let methods = roles.methods.iter().filter(meant);
    let methods = methods.filter_map(|method| Some((*method.metric.as_ref().ok()?, method.label.as_str())));
    let metrics = &assessment.calculation.metrics;
    let own = metrics.iter_enumerated().filter(|(_, metric)| metric.own || metric.headline).map(|(id, _)| id);
    let others = roles.proposal.stands.iter().copied().chain(own);
    let others = others.chain(assessment.requests.conditions.iter().map(|condition| condition.metric));
    let mut named: Vec<(MetricId, &str)> = Vec::new();
    for (metric, label) in methods.chain(others.map(|metric| (metric, metrics[metric].label.as_str()))) {
        if named.iter().all(|(known, _)| *known != metric) {
            named.push((metric, label));
        }
    }
    let named = named.into_iter().filter_map(|(metric, label)| {
        let spread = samples.spreads.get(metric).filter(|spread| spread.undefined > 0)?;
        #[expect(clippy::cast_precision_loss, reason = "at most 2^32 samples")]
        let share = spread.undefined as f64 / samples.settings.samples as f64;
        let share = share::inside(words, &Share::of_independent(share, samples.settings.samples));
        Some(words.format("answer-without-value-one", args![metric = words.inside(label), share = share]))
    });
    let named: Vec<String> = named.collect();
    (!named.is_empty()).then(|| words.format("answer-without-value", args![metrics = words.list(&named)]))
}

/// Where a share of samples reaches its target, if there is one such place.
fn reaches(assessment: &Assessment, plan: &BreakEvenPlan, found: &Found) -> Option<String> {
    let (words, Found::Along(found)) = (assessment.words, found) else { return None };
    if !break_even::is_share(plan) {
        return None;
    }
    let BreakEven::Crossings(crossings) = &found.outcome else { return None };
    let [crossing] = crossings.as_slice() else { return None };
    let input = &assessment.calculation.inputs[plan.first.input];
    let at = words.attach(&input.unit, &words.shown(input.unit.from_base(crossing.input)));
    let search = break_even::Search { assessment, plan, found };
    let about = args![subject = search.named(), target = search.target(), input = words.inside(&input.label), at = at];
    matches!(crossing.kind, CrossingKind::Exact).then(|| words.format("answer-reaches", about))
}

/// What authors warn of, a sentence each, and how many figures are assumed.
pub(super) fn careful(assessment: &Assessment) -> Option<Line> {
    let words = assessment.words;
    let mut items: Vec<String> = Vec::new();
    let inputs = assessment.calculation.inputs.iter();
    let assumed = inputs.filter(|input| input.provenance.assumed.is_some() && input.member.is_none()).count();
    items.extend(assessment.warnings.iter().map(|warning| first_sentence(&warning.text).to_owned()));
    if assumed > 0 {
        items.push(words.format("answer-assumed", args![count = assumed]));
    }
    let mut line = Line::new(assessment, Question::Careful, items.into_iter().map(Item::Text).collect());
    line = line.with("assumed", assumed);
    (!line.items.is_empty()).then_some(line)
}

/// Words of more than a letter whose full stop ends no sentence.
const ABBREVIATIONS: [&str; 8] = ["Mr", "Mrs", "Dr", "Gen", "Col", "St", "No", "vs"];

/// A text up to the end of its first sentence: a full stop before a blank and a capital letter. One after an
/// abbreviation of a letter ends nothing.
fn first_sentence(text: &str) -> &str {
    let ends = text.match_indices(['.', '!', '?']).find(|(at, mark)| {
        let rest = &text[at + mark.len()..];
        let begins = rest.trim_start().chars().next().is_some_and(char::is_uppercase);
        let before = text[..*at].rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
        let is_word = before.chars().count() > 1 && !ABBREVIATIONS.contains(&before);
        rest.starts_with(char::is_whitespace) && begins && is_word
    });
    ends.map_or(text, |(at, mark)| &text[..at + mark.len()])
}

#[cfg(test)]
mod tests {
    use super::first_sentence;

    #[test]
    fn a_sentence_ends_at_a_full_stop_and_not_at_an_abbreviation() {
        assert_eq!(first_sentence("They refuse. Nobody asked."), "They refuse.");
        assert_eq!(first_sentence("No end at all"), "No end at all");
        assert_eq!(first_sentence("Mr. X of the U.S. Army said so. He left."), "Mr. X of the U.S. Army said so.");
        assert_eq!(first_sentence("It is 2.5 times as much! Really."), "It is 2.5 times as much!");
        assert_eq!(first_sentence(""), "");
    }
}
