//! Where a scenario stands among past missions: how many of its purpose's kinds are less dense, which are nearest to
//! it, and what regressions expect of its inputs.

use super::Evidence;
use super::band::Band;
use super::mission::{Density, Mission, Variable};
use super::regression::{Prediction, Regression};
use crate::model::Assessment;

/// A mission near to a scenario.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Precedent {
    /// The mission.
    pub mission: String,
    /// Where it was.
    pub place: String,
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
    /// The nearest missions of all kinds by the logarithm of the density, one of each place, the nearest first.
    pub nearest: Vec<Precedent>,
    /// Missions of the purpose's kinds that lack the density, and those that do not compare by it.
    pub lacking: (Vec<String>, Vec<String>),
}

/// What a regression says of a scenario's inputs.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Expectation {
    /// The regression.
    pub regression: Regression,
    /// The strength it expects; absent where its inputs say nothing about the strength.
    pub prediction: Option<Prediction>,
    /// Positions of what explains whose value lies outside of what the missions had: there it is an extrapolation.
    pub beyond: Vec<usize>,
}

/// Precedents that are given for a density.
const PRECEDENTS: usize = 3;

impl Evidence {
    /// Where a scenario stands among the missions, density by density.
    #[must_use]
    pub fn places(&self, assessment: &Assessment) -> Vec<DensityStanding> {
        places(self, assessment)
    }

    /// What each regression expects of a scenario's inputs, where it has them.
    #[must_use]
    pub fn expected(&self, assessment: &Assessment) -> Vec<Expectation> {
        let value = |variable: &Variable| Some(variable.unit.from_base(assessment.calculation.value_of(&variable.id)?));
        let found = self.regressions().into_iter().filter_map(|regression| {
            let on: Vec<f64> = regression.on.iter().map(value).collect::<Option<_>>()?;
            let prediction = regression.predict(&on)?;
            let prediction = (!regression.says_nothing()).then_some(prediction);
            let outside = |(position, value): (usize, &f64)| {
                let (least, greatest) = regression.seen(position);
                (*value < least || *value > greatest).then_some(position)
            };
            let beyond = on.iter().enumerate().filter_map(outside).collect();
            Some(Expectation { regression, prediction, beyond })
        });
        found.collect()
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

/// The nearest missions, of each place the nearest one.
fn nearest(evidence: &Evidence, density: &Density, value: f64) -> Vec<Precedent> {
    let precedent = |(mission, other): (&Mission, f64)| Precedent {
        mission: mission.id.clone(),
        place: mission.place.clone(),
        value: other,
        factor: value / other,
    };
    let mut all: Vec<Precedent> = evidence.comparable(density).map(precedent).collect();
    let far = |precedent: &Precedent| libm::log(precedent.factor).abs();
    all.sort_by(|a, b| far(a).total_cmp(&far(b)).then_with(|| a.mission.cmp(&b.mission)));
    let mut found: Vec<Precedent> = Vec::new();
    for precedent in all {
        if found.len() < PRECEDENTS && found.iter().all(|near| near.place != precedent.place) {
            found.push(precedent);
        }
    }
    found
}

/// A factor as a person says it: how many times as dense or as thin.
#[must_use]
pub fn ratio(factor: f64) -> (f64, bool) {
    if factor >= 1.0 { (factor, true) } else { (1.0 / factor, false) }
}
