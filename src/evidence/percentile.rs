//! Places a scenario among past missions: its percentile in the class of its purpose, and the missions nearest to it.

use super::Evidence;
use super::band::Band;
use super::mission::{Density, Mission};
use crate::model::Assessment;

/// A mission near to a scenario.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Precedent {
    /// The mission.
    pub mission: String,
    /// Its density in base units.
    pub value: f64,
    /// The scenario's density over the mission's.
    pub factor: f64,
}

/// Where a scenario stands by one density.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DensityStanding {
    /// The density.
    pub density: Density,
    /// The scenario's value in base units; absent where it lacks an input.
    pub value: Option<f64>,
    /// The missions of the purpose's kinds.
    pub class: Option<Band>,
    /// All missions.
    pub all: Option<Band>,
    /// The nearest missions of all kinds by the logarithm of the density, the nearest first.
    pub nearest: Vec<Precedent>,
    /// Missions of the purpose's kinds that lack the density, and those that do not compare by it.
    pub lacking: (Vec<String>, Vec<String>),
}

/// Precedents that are given for a density.
const PRECEDENTS: usize = 3;

impl Evidence {
    /// Where a scenario stands among the missions, density by density.
    #[must_use]
    pub fn places(&self, assessment: &Assessment) -> Vec<DensityStanding> {
        places(self, assessment)
    }
}

fn places(evidence: &Evidence, assessment: &Assessment) -> Vec<DensityStanding> {
    let purpose = assessment.purpose;
    let kinds = evidence.kinds(purpose);
    let place = |density: &Density| {
        let value =
            assessment.calculation.metric(&density.id).map(|metric| assessment.calculation.metrics[metric].value);
        let value = value.filter(|value| value.is_finite() && *value > 0.0);
        let class = |mission: &&Mission| kinds.contains(&mission.kind) && evidence.counts(mission);
        let names = |wanted: &dyn Fn(&Mission) -> bool| {
            let found = evidence.missions.iter().filter(class).filter(|mission| wanted(mission));
            found.map(|mission| mission.id.clone()).collect()
        };
        DensityStanding {
            density: density.clone(),
            value,
            class: evidence.band(&density.id, purpose),
            all: evidence.band_of_all(density),
            nearest: value.map_or_else(Vec::new, |value| nearest(evidence, density, value)),
            lacking: (
                names(&|mission| mission.density(density).is_none()),
                names(&|mission| mission.density(density).is_some() && mission.comparable(density).is_none()),
            ),
        }
    };
    evidence.densities.iter().map(place).collect()
}

fn nearest(evidence: &Evidence, density: &Density, value: f64) -> Vec<Precedent> {
    let mut found: Vec<Precedent> = evidence
        .comparable(density)
        .map(|(mission, other)| Precedent { mission: mission.id.clone(), value: other, factor: value / other })
        .collect();
    let far = |precedent: &Precedent| libm::log(precedent.factor).abs();
    found.sort_by(|a, b| far(a).total_cmp(&far(b)).then_with(|| a.mission.cmp(&b.mission)));
    found.truncate(PRECEDENTS);
    found
}

/// A factor as a person says it: how many times as dense or as thin.
#[must_use]
pub fn ratio(factor: f64) -> (f64, bool) {
    if factor >= 1.0 { (factor, true) } else { (1.0 / factor, false) }
}
