//! The sections and charts of everything that a scenario asked for, each made as soon as its analysis is done. Knows
//! nothing of how it was computed.

use super::figure::RenderedChart;
use super::section::Section;
use super::{
    backtest, bars, break_even, build_up, cost, csv, discovery, elasticity, history, monte_carlo, one_at_a_time,
    options, sizing, sobol_indices, supply, sweep,
};
use crate::evidence::Evidence;
use crate::evidence::backtest::Backtest;
use crate::model::Assessment;
use crate::study::{Finding, Results, Sensitivity};
use rayon::prelude::*;
use std::sync::{Mutex, PoisonError};

/// The order of a report.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Bars,
    Sizing,
    History,
    Backtest,
    Supply,
    BuildUp,
    Cost,
    Samples,
    BreakEvens,
    Sensitivity,
    Discovery,
    Options,
    Sweeps,
}

/// Where something stands in a report: by its kind, then by its position among those.
type Place = (Kind, usize);

/// A report in the making: takes findings in any order and gives sections and charts in the order of a report.
pub struct Presentation<'a> {
    assessment: &'a Assessment,
    evidence: Option<&'a Evidence>,
    tested: &'a [Backtest],
    made: Mutex<Vec<(Place, Made)>>,
}

enum Made {
    /// The section of an analysis.
    Section(Box<Section>),
    /// Charts that belong to no analysis.
    Charts(Vec<RenderedChart>),
}

impl<'a> Presentation<'a> {
    /// Nothing so far; `evidence` is what the scenario is compared with where it states a purpose.
    #[must_use]
    pub fn new(assessment: &'a Assessment, evidence: Option<&'a Evidence>) -> Self {
        let tested = evidence.map_or(&[][..], |evidence| &evidence.backtests);
        let evidence = evidence.filter(|_| assessment.purpose.is_some());
        Self { assessment, evidence, tested, made: Mutex::default() }
    }

    /// Makes what needs no analysis: the comparison with past missions.
    pub fn begin(&self) {
        let assessment = self.assessment;
        if let Some(evidence) = self.evidence {
            self.add((Kind::History, 0), Made::Section(Box::new(history::section(evidence, assessment))));
        }
        for (position, tested) in self.tested.iter().enumerate() {
            let section = backtest::numbered(assessment, tested, position, self.tested.len());
            self.add((Kind::Backtest, position), Made::Section(Box::new(section)));
        }
    }

    /// Makes what a finding has to show.
    pub fn take(&self, finding: Finding<'_>) {
        let assessment = self.assessment;
        let section = match finding {
            Finding::Sizing(found) => {
                sizing::says_something(found).then(|| ((Kind::Sizing, 0), sizing::section(assessment, found)))
            }
            Finding::Cost(over_time, ranges) => cost::says_something(assessment)
                .then(|| ((Kind::Cost, 0), cost::section(assessment, over_time, ranges))),
            Finding::BuildUp(found) => Some(((Kind::BuildUp, 0), build_up::section(assessment, found))),
            Finding::Supply(sizing, verdict, samples) => {
                let supply = assessment.roles.supply.as_ref().ok();
                supply
                    .map(|supply| ((Kind::Supply, 0), supply::section(assessment, supply, (sizing, verdict), samples)))
            }
            Finding::Samples(found) => found
                .filter(|_| assessment.requests.sampling.shown)
                .map(|found| ((Kind::Samples, 0), monte_carlo::section(assessment, found, true))),
            Finding::Ranges(ranges) => {
                assessment.requests.charts.par_iter().enumerate().for_each(|(position, chart)| {
                    self.add((Kind::Bars, position), Made::Charts(vec![bars::bars(assessment, chart, ranges)]));
                });
                None
            }
            Finding::Sensitivity(position, found) => {
                Some(((Kind::Sensitivity, position), sensitivity(assessment, found)))
            }
            Finding::BreakEvens(found) => {
                break_even::sections(assessment, found).map(|section| ((Kind::BreakEvens, 0), section))
            }
            Finding::Discovery(found) => Some(((Kind::Discovery, 0), discovery::section(assessment, found, false))),
            Finding::Options(found) => Some(((Kind::Options, 0), options::section(assessment, found))),
            Finding::Sweep(position, found) => {
                let plan = assessment.requests.sweeps.get(position);
                let charts = plan.map(|plan| sweep::sweep(assessment, plan, found).into_iter().collect());
                self.add((Kind::Sweeps, position), Made::Charts(charts.unwrap_or_default()));
                None
            }
        };
        if let Some((place, section)) = section {
            self.add(place, Made::Section(Box::new(section)));
        }
    }

    fn add(&self, place: Place, made: Made) {
        self.made.lock().unwrap_or_else(PoisonError::into_inner).push((place, made));
    }

    /// The sections, in the order of a report, and the charts that belong to none: bars, sweeps and grids.
    #[must_use]
    pub fn finish(self) -> (Vec<Section>, Vec<RenderedChart>) {
        let mut made = self.made.into_inner().unwrap_or_else(PoisonError::into_inner);
        made.sort_by_key(|(place, _)| *place);
        let (mut sections, mut charts) = (Vec::new(), Vec::new());
        for (_, one) in made {
            match one {
                Made::Section(section) => sections.push(*section),
                Made::Charts(drawn) => charts.extend(drawn),
            }
        }
        (sections, charts)
    }
}

/// The sections and charts of a study that is done.
#[must_use]
pub fn present(
    assessment: &Assessment,
    results: &Results,
    evidence: Option<&Evidence>,
) -> (Vec<Section>, Vec<RenderedChart>) {
    let presentation = Presentation::new(assessment, evidence);
    rayon::join(
        || presentation.begin(),
        || results.findings().into_par_iter().for_each(|finding| presentation.take(finding)),
    );
    presentation.finish()
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

/// The data of charts that belong to no analysis: names and contents of files.
#[must_use]
pub fn tables(assessment: &Assessment, results: &Results) -> Vec<(String, String)> {
    let bars = assessment.requests.charts.iter();
    let bars = bars.map(|chart| (format!("{}.csv", chart.id), csv::chart(assessment, chart)));
    let swept = assessment.requests.sweeps.iter().zip(&results.sweeps);
    let swept = swept.map(|(plan, sweep)| (format!("{}.csv", plan.id), csv::sweep(assessment, plan, sweep)));
    bars.chain(swept).collect()
}
