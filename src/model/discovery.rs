//! The search for the inputs with which conditions fail, as a scenario asks for it.

use super::limits;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::scenario::DiscoveryEntry;

/// A search for the inputs with which conditions fail.
#[derive(Clone, Debug, PartialEq)]
pub struct DiscoveryPlan {
    /// Positions of the conditions.
    pub conditions: Vec<usize>,
    /// Number of samples.
    pub samples: u64,
    /// The share of samples that a step gives up.
    pub alpha: f64,
}

impl Default for DiscoveryPlan {
    fn default() -> Self {
        Self { conditions: Vec::new(), samples: 16_384, alpha: 0.05 }
    }
}

/// Resolves the search; `positions` has for each condition stated the position of what was made of it;
/// so many inputs are uncertain.
pub(super) fn resolve(
    entry: &DiscoveryEntry,
    positions: &[Option<usize>],
    uncertain: usize,
    own: bool,
    diagnostics: &mut Diagnostics,
) -> Option<DiscoveryPlan> {
    if positions.is_empty() && own {
        diagnostics.push(
            Diagnostic::error("there is no condition whose failing could be looked for")
                .at(entry.span, "")
                .help("state one: [[condition]] with that = \"METRIC >= VALUE\""),
        );
        return None;
    }
    let mut conditions = Vec::new();
    for number in &entry.conditions {
        match positions.get(whole(number.value).saturating_sub(1) as usize) {
            Some(position) => conditions.extend(position),
            None => diagnostics.push(
                Diagnostic::error(format!("there is no condition {}", number.value))
                    .at(number.span, "")
                    .help(format!("the scenario states {}, counted from 1", positions.len())),
            ),
        }
    }
    if entry.conditions.is_empty() {
        conditions = positions.iter().flatten().copied().collect();
    }
    let usual = DiscoveryPlan::default();
    let samples = entry.samples.map_or(usual.samples, |samples| whole(samples).into());
    if let Some(complaint) = limits::too_long_search(samples, uncertain, conditions.len(), entry.span) {
        diagnostics.push(complaint);
        return None;
    }
    // Inherited without a condition left, there is nothing to look for.
    (!conditions.is_empty()).then(|| DiscoveryPlan { conditions, samples, alpha: entry.alpha.unwrap_or(usual.alpha) })
}

/// A number that was checked to be whole and in range.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked where the file is read")]
fn whole(number: f64) -> u32 {
    number as u32
}
