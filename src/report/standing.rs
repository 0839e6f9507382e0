//! Sentences about metrics that do not move, each kind called by its name.

use super::wording::listed;
use crate::analysis::standing::Standing;
use crate::args;
use crate::model::{Assessment, MetricId};

/// Sentences over samples: those without a value first, those that no range reaches last; nothing of those that move.
pub(super) fn sentences(assessment: &Assessment, found: &[(MetricId, Standing)]) -> Vec<String> {
    let words = assessment.words;
    let mut kinds: Vec<Standing> = found.iter().map(|(_, standing)| *standing).collect();
    kinds.retain(|kind| *kind != Standing::Varies);
    kinds.sort_unstable();
    kinds.dedup();
    let of = |kind: Standing| {
        let labels = found.iter().filter(|(_, standing)| *standing == kind);
        let labels = labels.map(|(metric, _)| &assessment.calculation.metrics[*metric].label);
        words.format(&format!("standing-{}", kind.name()), args![metrics = listed(words, labels)])
    };
    kinds.into_iter().map(of).collect()
}

/// What is to be known of a condition whose metric does not move; nothing where it does.
pub(super) fn beside_condition(assessment: &Assessment, standing: Standing) -> Option<String> {
    let key = format!("condition-{}", standing.name());
    (standing != Standing::Varies).then(|| assessment.words.text(&key))
}
