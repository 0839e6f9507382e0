//! The order in which numbers are explained: a metric, then what stands in its formula. Knows nothing of what is said.

use super::account::{InputAccount, MetricAccount, Row, Step};
use super::substituted::{ALL, LARGEST, largest};
use crate::model::{Assessment, InputId, MetricId, Referent};
use typed_index_collections::TiVec;

/// What is still to be explained.
enum Open {
    One(Referent),
    More { name: String, count: usize, sum: String },
}

/// The derivation of a metric, down to the inputs; empty for one that there is not.
#[must_use]
pub fn explain(assessment: &Assessment, metric: MetricId) -> Vec<Row<'_>> {
    derivation(assessment, metric, ALL)
}

/// As [`explain()`]; of the many members of a scope only the largest are followed.
#[must_use]
pub fn explain_briefly(assessment: &Assessment, metric: MetricId) -> Vec<Row<'_>> {
    derivation(assessment, metric, LARGEST)
}

/// An input by itself.
#[must_use]
pub fn explain_input(assessment: &Assessment, input: InputId) -> Vec<Row<'_>> {
    let found = assessment.calculation.inputs.get(input);
    let step = found.map(|found| Step::Input(InputAccount::new(assessment, input, found)));
    step.map(|step| Row { depth: 0, step, seen: false }).into_iter().collect()
}

fn derivation(assessment: &Assessment, metric: MetricId, most: usize) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    let mut seen: TiVec<MetricId, bool> = vec![false; assessment.calculation.metrics.len()].into();
    // Last in, first out: pushed in reverse, so that rows come in the order of the formula.
    let mut open = vec![(0, Open::One(Referent::Metric(metric)))];
    let mut inputs_seen: TiVec<InputId, bool> = vec![false; assessment.calculation.inputs.len()].into();
    while let Some((depth, next)) = open.pop() {
        let referent = match next {
            Open::One(referent) => referent,
            Open::More { name, count, sum } => {
                rows.push(Row { depth, step: Step::More { name, count, sum }, seen: false });
                continue;
            }
        };
        match referent {
            Referent::Input(input) => {
                let Some(found) = assessment.calculation.inputs.get(input) else { continue };
                let step = Step::Input(InputAccount::new(assessment, input, found));
                rows.push(Row { depth, step, seen: std::mem::replace(&mut inputs_seen[input], true) });
            }
            Referent::Metric(metric) => {
                let Some(found) = assessment.calculation.metrics.get(metric) else { continue };
                let before = std::mem::replace(&mut seen[metric], true);
                let step = Step::Metric(MetricAccount::new(assessment, metric, found, most));
                rows.push(Row { depth, step, seen: before });
                if !before {
                    for (name, uses) in found.uses.iter().rev() {
                        let Referent::Members(members) = uses else {
                            open.push((depth + 1, Open::One(uses.clone())));
                            continue;
                        };
                        let (shown, more) = largest(assessment, members, most);
                        let more = more.map(|(count, sum)| Open::More { name: name.clone(), count, sum });
                        open.extend(more.map(|step| (depth + 1, step)));
                        open.extend(shown.into_iter().rev().map(|one| (depth + 1, Open::One(one.clone()))));
                    }
                }
            }
            Referent::Members(members) => {
                open.extend(members.into_iter().rev().map(|member| (depth, Open::One(member))));
            }
        }
    }
    rows
}
