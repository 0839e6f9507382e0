//! What drives metrics, by the methods that a scenario names. Knows nothing of what is said of it.

use super::finding::Finding;
use super::options::{Fault, Options};
use super::results::Sensitivity;
use crate::analysis::elasticity;
use crate::analysis::factors::{Factors, Group};
use crate::analysis::interrupt::Interrupt;
use crate::analysis::one_at_a_time;
use crate::analysis::sobol_indices::{self, RESAMPLES, Settings, SobolIndices};
use crate::model::{Assessment, MetricId, SensitivityPlan};
use rayon::prelude::*;

/// What the scenario asks for.
pub(super) fn run(assessment: &Assessment, options: &Options<'_>) -> Result<Vec<Sensitivity>, Fault> {
    let Some(plan) = &assessment.requests.sensitivity else { return Ok(Vec::new()) };
    let by = |(position, method): (usize, &String)| {
        options.proceed()?;
        let found = by_method(assessment, plan, method, options.interrupt())?;
        options.tell(Finding::Sensitivity(position, &found));
        Ok(found)
    };
    plan.methods.par_iter().enumerate().map(by).collect()
}

fn by_method(
    assessment: &Assessment,
    plan: &SensitivityPlan,
    method: &str,
    interrupt: Interrupt<'_>,
) -> Result<Sensitivity, Fault> {
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
            Sensitivity::SobolIndices(
                plan.metrics.clone(),
                indices(assessment, &plan.metrics, settings, &groups, interrupt)?,
            )
        }
    })
}

/// Sobol' indices of some metrics, computed for them alone.
///
/// # Errors
/// When a group parts correlated inputs, no input has a range, there would be too many samples, or it was told to stop.
pub fn indices(
    assessment: &Assessment,
    metrics: &[MetricId],
    settings: Settings,
    groups: &[Group],
    interrupt: Interrupt<'_>,
) -> Result<SobolIndices, Fault> {
    let small = assessment.calculation.only(metrics);
    let factors = Factors::new(&small, groups).map_err(Fault::Split)?;
    Ok(sobol_indices::run_with(&small, settings, &factors, interrupt)?)
}
