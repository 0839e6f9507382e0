//! Missions of the past and what they say of a scenario: densities by the standard model's own formulas, bands of them
//! by kind of mission, the nearest precedents, and regressions of strength.
//!
//! The missions stand in `scenarios/reference_missions.toml`; a user's file adds to them or replaces them by name. No
//! name of a metric, an input or a mission appears in this code.

mod band;
mod complete;
mod mission;
mod percentile;
mod read;
mod regression;

use crate::scenario::Purpose;
pub use band::{Band, LEAST};
pub use mission::{Density, Mission, Variable};
pub use percentile::{DensityStanding, Precedent, ratio};
pub use regression::{LEVEL, Member, Prediction, Regression};

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
    purposes: Vec<(Purpose, Vec<String>)>,
    regressions: Vec<Vec<Variable>>,
    with_plans: bool,
}

impl Evidence {
    fn empty() -> Self {
        Self {
            densities: Vec::new(),
            missions: Vec::new(),
            strength: None,
            purposes: Vec::new(),
            regressions: Vec::new(),
            with_plans: false,
        }
    }

    /// The same with plans and upper bounds counted too, or not.
    #[must_use]
    pub fn with_plans(mut self, with_plans: bool) -> Self {
        self.with_plans = with_plans;
        self
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

    /// Whether a mission enters bands, precedents and regressions: no other count of a mission, and neither a plan nor
    /// an upper bound unless those are asked for.
    #[must_use]
    pub fn counts(&self, mission: &Mission) -> bool {
        mission.variant_of.is_none() && (self.with_plans || mission.status.is_none())
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
        Band::new(&density.unit, members.map(|(mission, value)| (mission.id.clone(), value)))
    }

    /// The regressions for which there are missions enough.
    #[must_use]
    pub fn regressions(&self) -> Vec<Regression> {
        let Some(strength) = &self.strength else { return Vec::new() };
        let counted: Vec<&Mission> = self.missions.iter().filter(|mission| self.counts(mission)).collect();
        self.regressions.iter().filter_map(|on| Regression::new(strength, on, &counted)).collect()
    }
}
