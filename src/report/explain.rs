//! Why a number is what it is: the formula, the same with numbers, the result, and so on down to the inputs.

use super::wording::{RESULT_DIGITS, Wording, range_text};
use crate::analysis::monte_carlo::PercentileRanges;
use crate::args;
use crate::formula::{PrintedTerm, print, print_with};
use crate::language::Localizer;
use crate::model::{Assessment, InputId, Metric, MetricId, Referent};
use typed_index_collections::TiVec;

/// Members of a scope that are spoken of one by one where they are many, the largest.
const LARGEST: usize = 3;

/// One line of an explanation.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// A metric: computed.
    Metric {
        /// Which it is.
        metric: MetricId,
        /// The formula as text.
        formula: String,
        /// The formula with numbers and units in the place of names.
        substituted: String,
        /// The result with its unit.
        result: String,
    },
    /// An input: read.
    Input {
        /// Which it is.
        input: InputId,
        /// The value with its unit.
        value: String,
        /// The range with its unit and distribution.
        range: Option<String>,
    },
    /// Members of a scope that are not explained one by one.
    More {
        /// What they are, as in the formula.
        name: String,
        /// How many.
        count: usize,
        /// Their sum with its unit.
        sum: String,
    },
}

/// A step, how deep it lies below what was asked for, and whether its own steps were listed before.
#[derive(Clone, Debug, PartialEq)]
pub struct Derivation {
    /// How deep: 0 for what was asked for.
    pub depth: usize,
    /// The step.
    pub step: Step,
    /// Whether it was explained further up, so that nothing follows below it.
    pub seen: bool,
}

/// What is still to be explained.
enum Open {
    One(Referent),
    More(Step),
}

/// The derivation of a metric, down to the inputs; empty for one that there is not.
#[must_use]
pub fn explain(assessment: &Assessment, metric: MetricId) -> Vec<Derivation> {
    derivation(assessment, metric, usize::MAX)
}

/// As [`explain()`]; of the many members of a scope only the largest are followed.
#[must_use]
pub fn explain_briefly(assessment: &Assessment, metric: MetricId) -> Vec<Derivation> {
    derivation(assessment, metric, LARGEST)
}

fn derivation(assessment: &Assessment, metric: MetricId, most: usize) -> Vec<Derivation> {
    let mut lines = Vec::new();
    let mut seen: TiVec<MetricId, bool> = vec![false; assessment.calculation.metrics.len()].into();
    // Last in, first out: pushed in reverse, so that lines come in the order of the formula.
    let mut open = vec![(0, Open::One(Referent::Metric(metric)))];
    let mut inputs_seen: TiVec<InputId, bool> = vec![false; assessment.calculation.inputs.len()].into();
    while let Some((depth, next)) = open.pop() {
        let referent = match next {
            Open::One(referent) => referent,
            Open::More(step) => {
                lines.push(Derivation { depth, step, seen: false });
                continue;
            }
        };
        match referent {
            Referent::Input(input) => {
                let Some(found) = assessment.calculation.inputs.get(input) else { continue };
                let text = range_text(found, assessment.words);
                let range = found.range.as_ref().zip(text).map(|(range, text)| {
                    // The value may be another than the one the range is built around.
                    let apart = (range.central() - found.value).abs() > 1e-9 * found.value.abs();
                    let kind = assessment.words.choice("distribution", &range.to_string());
                    if apart {
                        let around = found.text_of(assessment.words, range.central());
                        assessment.words.format("range-around", args![range = text, around = around, kind = kind])
                    } else {
                        format!("{text} ({kind})")
                    }
                });
                let step = Step::Input { input, value: found.value_text(assessment.words), range };
                lines.push(Derivation { depth, step, seen: std::mem::replace(&mut inputs_seen[input], true) });
            }
            Referent::Metric(metric) => {
                let Some(found) = assessment.calculation.metrics.get(metric) else { continue };
                let before = std::mem::replace(&mut seen[metric], true);
                lines.push(Derivation { depth, step: step(assessment, metric, found, most), seen: before });
                if !before {
                    for (name, uses) in found.uses.iter().rev() {
                        let Referent::Members(members) = uses else {
                            open.push((depth + 1, Open::One(uses.clone())));
                            continue;
                        };
                        let (shown, more) = largest(assessment, members, most);
                        let more = more.map(|(count, sum)| Step::More { name: name.clone(), count, sum });
                        open.extend(more.map(|step| (depth + 1, Open::More(step))));
                        open.extend(shown.into_iter().rev().map(|one| (depth + 1, Open::One(one.clone()))));
                    }
                }
            }
            Referent::Members(members) => {
                open.extend(members.into_iter().rev().map(|member| (depth, Open::One(member))));
            }
        }
    }
    lines
}

/// The members that are shown, in the order of the files or the largest first, and of the others their number and
/// their sum.
fn largest<'a>(
    assessment: &Assessment,
    members: &'a [Referent],
    most: usize,
) -> (Vec<&'a Referent>, Option<(usize, String)>) {
    // One or two left out would take as much room as to show them.
    if members.len() <= most.saturating_add(2) {
        return (members.iter().collect(), None);
    }
    let value = |member: &Referent| match member {
        Referent::Input(input) => assessment.calculation.inputs.get(*input).map_or(f64::NAN, |input| input.value),
        Referent::Metric(metric) => assessment.calculation.metrics.get(*metric).map_or(f64::NAN, |metric| metric.value),
        Referent::Members(_) => f64::NAN,
    };
    let mut shown: Vec<&Referent> = members.iter().collect();
    shown.sort_by(|a, b| value(b).abs().total_cmp(&value(a).abs()));
    let others = shown.split_off(most);
    let sum: f64 = others.iter().map(|member| value(member)).sum();
    let unit = others.first().and_then(|member| match member {
        Referent::Input(input) => assessment.calculation.inputs.get(*input).map(|input| &input.unit),
        Referent::Metric(metric) => assessment.calculation.metrics.get(*metric).map(|metric| &metric.unit),
        Referent::Members(_) => None,
    });
    let sum = unit.map_or_else(String::new, |unit| {
        assessment.words.attach(unit, &assessment.words.significant(unit.from_base(sum), 6))
    });
    (shown, Some((others.len(), sum)))
}

fn step(assessment: &Assessment, metric: MetricId, found: &Metric, most: usize) -> Step {
    Step::Metric {
        metric,
        formula: print(&found.formula),
        substituted: with_numbers(assessment, found, most),
        result: result(found, assessment.words),
    }
}

/// A metric's formula with numbers and units in the place of names; of many members the largest.
#[must_use]
pub fn substituted(assessment: &Assessment, metric: &Metric) -> String {
    with_numbers(assessment, metric, LARGEST)
}

/// A metric's formula with texts of one's own in the place of names; members of a scope are parted by commas.
#[must_use]
pub fn substituted_with(metric: &Metric, text: impl Fn(&Referent) -> String) -> String {
    let all = |members: &[Referent]| members.iter().map(&text).collect::<Vec<_>>().join(", ");
    with_texts(metric, all, &text)
}

fn with_numbers(assessment: &Assessment, metric: &Metric, most: usize) -> String {
    let all = |members: &[Referent]| {
        let (shown, more) = largest(assessment, members, most);
        let more = more.map(|(count, sum)| assessment.words.format("more-that-sum", args![count = count, sum = sum]));
        let shown = shown.into_iter().map(|member| value_of(assessment, member));
        shown.chain(more).collect::<Vec<_>>().join(", ")
    };
    with_texts(metric, all, |referent| value_of(assessment, referent))
}

fn with_texts(metric: &Metric, all: impl Fn(&[Referent]) -> String, text: impl Fn(&Referent) -> String) -> String {
    print_with(&metric.formula, |name| {
        let referent = metric.uses.iter().find(|(used, _)| used == name).map(|(_, referent)| referent);
        match referent {
            Some(Referent::Members(members)) => PrintedTerm::atom(all(members)),
            Some(referent) => PrintedTerm::atom(text(referent)),
            None => PrintedTerm::atom(name),
        }
    })
}

fn value_of(assessment: &Assessment, referent: &Referent) -> String {
    match referent {
        Referent::Input(input) => assessment
            .calculation
            .inputs
            .get(*input)
            .map_or_else(String::new, |input| input.value_text(assessment.words)),
        Referent::Metric(metric) => assessment
            .calculation
            .metrics
            .get(*metric)
            .map_or_else(String::new, |metric| result(metric, assessment.words)),
        Referent::Members(_) => String::new(),
    }
}

/// The 5th and the 95th percentile of a metric that samples move: `p5 to p95: 84.1 to 97.3 personnel per km`.
#[must_use]
pub fn spread(assessment: &Assessment, ranges: &PercentileRanges, metric: &Metric) -> Option<String> {
    let words = assessment.words;
    let (low, high) = ranges.shown(metric)?;
    let between = words.attach(&metric.unit, &words.between(&words.shown(low), &words.shown(high)));
    Some(words.pair(&words.text("head-percentiles"), &between))
}

/// A metric's result with enough digits to follow the arithmetic.
fn result(metric: &Metric, words: Localizer) -> String {
    words.attach(&metric.unit, &words.significant(metric.shown_value(), RESULT_DIGITS))
}
