//! What drives metrics, by the methods that a scenario names. Knows nothing of what is said of it.

use super::finding::Finding;
use super::options::{Fault, Options};
use crate::analysis::elasticity::{self, Elasticity};
use crate::analysis::factors::{Factors, Group};
use crate::analysis::one_at_a_time::{self, OneAtATime};
use crate::analysis::sobol_indices::{self, RESAMPLES, Settings, SobolIndices};
use crate::model::{Assessment, InputId, MetricId, SensitivityPlan};
use rayon::prelude::*;
use typed_index_collections::TiVec;

/// What drives some metrics, by one method.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Sensitivity {
    /// One input at a time, from end to end of its range.
    OneAtATime(Vec<OneAtATime>),
    /// Elasticities at the central case: metrics, and theirs.
    Elasticities(Vec<(MetricId, TiVec<InputId, Elasticity>)>),
    /// Shares of the variance: of these metrics, in the order of the indices.
    SobolIndices(Vec<MetricId>, SobolIndices),
    /// Shares of the variance were asked for, and no input has a range.
    NothingUncertain,
}

/// What the scenario asks for.
pub(super) fn run(assessment: &Assessment, options: &Options<'_>) -> Result<Vec<Sensitivity>, Fault> {
    let Some(plan) = &assessment.requests.sensitivity else { return Ok(Vec::new()) };
    let by = |(position, method): (usize, &String)| {
        options.proceed()?;
        let found = by_method(assessment, plan, method)?;
        options.tell(Finding::Sensitivity(position, &found));
        Ok(found)
    };
    plan.methods.par_iter().enumerate().map(by).collect()
}

fn by_method(assessment: &Assessment, plan: &SensitivityPlan, method: &str) -> Result<Sensitivity, Fault> {
    let calculation = &assessment.calculation;
    Ok(match method {
        "oat" => Sensitivity::OneAtATime(one_at_a_time::run(calculation, &plan.metrics)),
        "elasticity" => {
            let of = |metric: &MetricId| (*metric, elasticity::elasticities(calculation, *metric));
            Sensitivity::Elasticities(plan.metrics.iter().map(of).collect())
        }
        _ if calculation.uncertain().is_empty() => Sensitivity::NothingUncertain,
        _ => {
            let groups: Vec<Group> = plan.groups.iter().map(|(name, inputs)| Group::new(name, inputs)).collect();
            let settings = Settings {
                base_samples: plan.samples,
                seed: plan.seed,
                resamples: RESAMPLES,
                second_order: plan.second_order,
            };
            Sensitivity::SobolIndices(plan.metrics.clone(), indices(assessment, &plan.metrics, settings, &groups)?)
        }
    })
}

/// Sobol' indices of some metrics, computed for them alone.
///
/// # Errors
/// When a group parts correlated inputs, no input has a range, or there would be too many samples.
pub fn indices(
    assessment: &Assessment,
    metrics: &[MetricId],
    settings: Settings,
    groups: &[Group],
) -> Result<SobolIndices, Fault> {
    let small = assessment.calculation.only(metrics);
    let factors = Factors::new(&small, groups).map_err(Fault::Split)?;
    Ok(sobol_indices::run(&small, settings, &factors)?)
}
