//! The sections and charts of everything that a scenario asked for. Knows nothing of how it was computed.

use super::figure::RenderedChart;
use super::section::Section;
use super::{
    bars, break_even, build_up, cost, csv, discovery, elasticity, history, monte_carlo, one_at_a_time, sizing,
    sobol_indices, supply, sweep,
};
use crate::evidence::Evidence;
use crate::model::Assessment;
use crate::study::{Results, Sensitivity};
use rayon::prelude::*;

/// A section for each analysis, in the order of a report; those of history where past missions are given.
#[must_use]
pub fn sections(assessment: &Assessment, results: &Results, evidence: Option<&Evidence>) -> Vec<Section> {
    let evidence = evidence.filter(|_| assessment.purpose.is_some());
    let sized = || sizing::says_something(&results.sizing).then(|| sizing::section(assessment, &results.sizing));
    let costs = || {
        let cost = cost::says_something(assessment).then(|| cost::section(assessment, results.cumulative.as_ref()));
        let build_up = results.build_up.as_ref().map(|found| build_up::section(assessment, found));
        cost.into_iter().chain(build_up).collect()
    };
    let sustained = || {
        let supply = assessment.roles.supply.as_ref().ok().zip(results.supply.as_ref());
        supply.map(|(supply, verdict)| {
            supply::section(assessment, supply, (&results.sizing, verdict), results.samples.as_ref())
        })
    };
    let spread = || results.samples.as_ref().map(|samples| monte_carlo::section(assessment, samples, true));
    let moved = || results.sensitivity.par_iter().map(|found| sensitivity(assessment, found)).collect();
    let met = || break_even::sections(assessment, &results.break_evens);
    let fails = || results.discovery.as_ref().map(|found| discovery::section(assessment, found));
    let held = || evidence.map(|evidence| history::section(evidence, assessment));
    let one = |section: Option<Section>| -> Vec<Section> { section.into_iter().collect() };
    let jobs: [&(dyn Fn() -> Vec<Section> + Sync); 8] = [
        &|| one(sized()),
        &costs,
        &|| one(sustained()),
        &|| one(spread()),
        &moved,
        &|| one(met()),
        &|| one(fails()),
        &|| one(held()),
    ];
    jobs.par_iter().flat_map_iter(|job| job()).collect()
}

/// What drives metrics, by one method.
fn sensitivity(assessment: &Assessment, found: &Sensitivity) -> Section {
    match found {
        Sensitivity::OneAtATime(found) => one_at_a_time::section(assessment, found),
        Sensitivity::Elasticities(found) => elasticity::section(assessment, found),
        Sensitivity::SobolIndices(metrics, indices) => sobol_indices::section(assessment, indices, metrics),
        Sensitivity::NothingUncertain => sobol_indices::missing(assessment),
    }
}

/// The charts that belong to no analysis: bars, sweeps and grids.
#[must_use]
pub fn charts(assessment: &Assessment, results: &Results) -> Vec<RenderedChart> {
    let bars = || assessment.requests.charts.par_iter().map(|chart| bars::bars(assessment, chart)).collect::<Vec<_>>();
    let swept = || {
        let both = assessment.requests.sweeps.par_iter().zip(&results.sweeps);
        both.flat_map_iter(|(plan, sweep)| sweep::sweep(assessment, plan, sweep)).collect::<Vec<_>>()
    };
    let (mut drawn, swept) = rayon::join(bars, swept);
    drawn.extend(swept);
    drawn
}

/// The data of charts that belong to no analysis: names and contents of files.
#[must_use]
pub fn tables(assessment: &Assessment, results: &Results) -> Vec<(String, String)> {
    let bars = assessment.requests.charts.iter();
    let bars = bars.map(|chart| (format!("{}.csv", chart.id), csv::chart(assessment, chart)));
    let swept = assessment.requests.sweeps.iter().zip(&results.sweeps);
    let swept = swept.map(|(plan, sweep)| (format!("{}.csv", plan.id), csv::sweep(assessment, plan, sweep)));
    bars.chain(swept).collect()
}
