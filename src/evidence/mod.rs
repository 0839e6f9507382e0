//! Missions of the past and what they say of a scenario: densities by the standard model's own formulas, bands of them
//! by kind of mission, the nearest precedents, and regressions of strength.
//!
//! The missions stand in `scenarios/reference_missions.toml`; a user's file adds to them or replaces them by name. No
//! name of a metric, an input or a mission appears in this code.

pub mod backtest;
mod band;
mod complete;
mod least_squares;
mod mission;
mod observed;
mod pooling;
mod read;
mod records;
mod regression;
mod standing;
mod yardstick;

use crate::diagnostic::{Diagnostic, Diagnostics, did_you_mean};
use crate::scenario::{Counting, Located, Purpose, Text};
use backtest::Backtest;
pub use band::{Band, Case, LEAST, QUARTILES, Quartile, Rank};
pub use mission::{Came, Density, Mission, Outcome, Variable};
pub use observed::{Observed, ObservedCase};
pub use pooling::{Pooled, Pooling};
pub use records::TrackRecord;
pub use regression::{LEVEL, Member, NOTHING, Prediction, Regression};
pub use standing::{DensityStanding, Expectation, Precedent, ratio};

/// The missions with all that is computed from them.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Evidence {
    /// The densities that missions are compared by.
    pub densities: Vec<Density>,
    /// The missions, in the order of the files.
    pub missions: Vec<Mission>,
    /// The input that regressions explain.
    pub strength: Option<Variable>,
    /// What the rules that the scenario names have been worth.
    pub backtests: Vec<Backtest>,
    purposes: Vec<(Purpose, Vec<String>)>,
    regressions: Vec<Vec<Variable>>,
    with_plans: bool,
    own_place: Option<String>,
}

impl Evidence {
    fn empty() -> Self {
        Self {
            densities: Vec::new(),
            missions: Vec::new(),
            strength: None,
            backtests: Vec::new(),
            purposes: Vec::new(),
            regressions: Vec::new(),
            with_plans: false,
            own_place: None,
        }
    }

    /// The same with plans and upper bounds counted too, or not.
    #[must_use]
    pub fn with_plans(mut self, with_plans: bool) -> Self {
        self.with_plans = with_plans;
        self
    }

    /// The same without the missions at the place of the one that a scenario says it is: nothing is compared with itself.
    /// Complains where there is no such mission.
    #[must_use]
    pub fn apart_from(mut self, mission: Option<&Located<Text>>, diagnostics: &mut Diagnostics) -> Self {
        let Some(named) = mission else { return self };
        let known = || self.missions.iter().map(|mission| mission.id.as_str());
        let found = self.missions.iter().find(|mission| mission.id == *named.value);
        if found.is_none() {
            let some: Vec<&str> = known().take(12).collect();
            let help = did_you_mean(&named.value, known())
                .unwrap_or_else(|| format!("known are {} ...; `forcesize missions` lists all", some.join(", ")));
            let message = format!("no mission is called `{}`", named.value);
            diagnostics.push(Diagnostic::error(message).at(named.span, "").help(help));
        }
        self.own_place = found.map(|mission| mission.place.clone());
        self
    }

    /// The missions that stay out because the scenario is one of them, or they were at its place.
    pub fn own(&self) -> impl Iterator<Item = &Mission> {
        self.missions.iter().filter(|mission| self.is_own(mission))
    }

    fn is_own(&self, mission: &Mission) -> bool {
        self.own_place.as_ref().is_some_and(|place| *place == mission.place)
    }

    /// The same with only some of the missions.
    #[must_use]
    pub fn only(mut self, keep: impl Fn(&Mission) -> bool) -> Self {
        self.missions.retain(keep);
        self
    }

    /// A density, by its metric's name.
    #[must_use]
    pub fn density(&self, id: &str) -> Option<&Density> {
        self.densities.iter().find(|density| density.id == id)
    }

    /// The kinds of missions that a purpose is held against.
    #[must_use]
    pub fn kinds(&self, purpose: Option<Purpose>) -> &[String] {
        self.purposes.iter().find(|(of, _)| Some(*of) == purpose).map_or(&[], |(_, kinds)| kinds)
    }

    /// All kinds that missions have, in the order of the missions.
    #[must_use]
    pub fn all_kinds(&self) -> Vec<&str> {
        let mut kinds: Vec<&str> = Vec::new();
        for mission in &self.missions {
            if !kinds.contains(&mission.kind.as_str()) {
                kinds.push(&mission.kind);
            }
        }
        kinds
    }

    /// Whether a mission enters bands, precedents and regressions: no other count of a mission, neither a plan nor an
    /// upper bound unless those are asked for, and none at the place of the scenario's own mission.
    #[must_use]
    pub fn counts(&self, mission: &Mission) -> bool {
        mission.variant_of.is_none() && (self.with_plans || mission.status.is_none()) && !self.is_own(mission)
    }

    /// The plans and upper bounds among the missions that a purpose is compared with, which stay out.
    #[must_use]
    pub fn plans(&self, purpose: Option<Purpose>) -> Vec<&Mission> {
        let kinds = self.kinds(purpose);
        let out = self.missions.iter().filter(|mission| mission.status.is_some() && !self.counts(mission));
        out.filter(|mission| mission.variant_of.is_none() && kinds.contains(&mission.kind)).collect()
    }

    /// The missions that a purpose is compared with whose strength is the one authorised, which they may not have reached.
    #[must_use]
    pub fn authorised(&self, purpose: Option<Purpose>) -> Vec<&Mission> {
        let kinds = self.kinds(purpose);
        let authorised = self.missions.iter().filter(|mission| mission.counting == Some(Counting::Authorised));
        authorised.filter(|mission| self.counts(mission) && kinds.contains(&mission.kind)).collect()
    }

    /// How many missions enter, and at how many places they were.
    #[must_use]
    pub fn counted(&self) -> (usize, usize) {
        let counted: Vec<&Mission> = self.missions.iter().filter(|mission| self.counts(mission)).collect();
        let mut places: Vec<&str> = counted.iter().map(|mission| mission.place.as_str()).collect();
        places.sort_unstable();
        places.dedup();
        (counted.len(), places.len())
    }

    /// The missions that can be compared by a density, each with its value in base units.
    pub fn comparable<'a>(&'a self, density: &'a Density) -> impl Iterator<Item = (&'a Mission, f64)> {
        let counted = self.missions.iter().filter(|mission| self.counts(mission));
        counted.filter_map(|mission| Some((mission, mission.comparable(density)?)))
    }

    /// The band of a density over the missions that a purpose is held against. `None` for names there are not, and
    /// where no such mission has the density.
    #[must_use]
    pub fn band(&self, density: &str, purpose: Option<Purpose>) -> Option<Band> {
        let kinds = self.kinds(purpose);
        self.band_of(self.density(density)?, &|mission| kinds.contains(&mission.kind))
    }

    /// The band of a density over missions of one kind.
    #[must_use]
    pub fn band_of_kind(&self, density: &Density, kind: &str) -> Option<Band> {
        self.band_of(density, &|mission| mission.kind == kind)
    }

    /// The band of a density over all missions.
    #[must_use]
    pub fn band_of_all(&self, density: &Density) -> Option<Band> {
        self.band_of(density, &|_| true)
    }

    fn band_of(&self, density: &Density, belongs: &dyn Fn(&Mission) -> bool) -> Option<Band> {
        let members = self.comparable(density).filter(|(mission, _)| belongs(mission));
        let case = |(mission, value): (&Mission, f64)| Case {
            mission: mission.id.clone(),
            place: mission.place.clone(),
            value,
        };
        Band::new(&density.unit, members.map(case))
    }

    /// What the missions of each kind had by a density, kinds with few missions borrowing from all. `None` where there is
    /// too little to pool.
    #[must_use]
    pub fn pooled(&self, density: &Density) -> Option<Pooling> {
        let case = |(mission, value): (&Mission, f64)| Case {
            mission: mission.id.clone(),
            place: mission.place.clone(),
            value: density.unit.from_base(value),
        };
        Pooling::new(self.comparable(density).map(|found| (found.0.kind.as_str(), case(found))))
    }

    /// The regressions for which there are places enough.
    #[must_use]
    pub fn regressions(&self) -> Vec<Regression> {
        let Some(strength) = &self.strength else { return Vec::new() };
        let counted: Vec<&Mission> = self.missions.iter().filter(|mission| self.counts(mission)).collect();
        self.regressions.iter().filter_map(|on| Regression::new(strength, on, &counted)).collect()
    }
}
