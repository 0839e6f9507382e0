//! What a model says of costs, casualties and the build-up: which metrics and inputs play which part.
//!
//! As in [`super::entries`], reading never fails.

use super::tree::{Located, Table, Text};

/// What a table of costs is made of, by names.
#[derive(Clone, Debug, PartialEq)]
pub struct CostEntry {
    /// The metric whose formula is the chosen basis's input.
    pub basis: Option<Located<Text>>,
    /// The mission's duration.
    pub duration: Option<Located<Text>>,
    /// One-off set-up.
    pub setup: Option<Located<Text>>,
    /// Cost per year by the chosen basis.
    pub annual: Option<Located<Text>>,
    /// Cost over the duration by the chosen basis.
    pub total: Option<Located<Text>>,
    /// The money to hold it against.
    pub fund: Option<Located<Text>>,
    /// The share of the total cost that the fund equals.
    pub funding: Option<Located<Text>>,
    /// Years that the fund lasts.
    pub years: Option<Located<Text>>,
    /// The bases.
    pub kinds: Vec<BasisEntry>,
}

/// A basis of cost, by names.
#[derive(Clone, Debug, PartialEq)]
pub struct BasisEntry {
    /// Its name, by which a scenario chooses it.
    pub name: Located<Text>,
    /// The name for people.
    pub label: Text,
    /// What is counted.
    pub counts: Text,
    /// The formula of the cost of a soldier-year.
    pub formula: Option<Located<Text>>,
    /// Keys of sources.
    pub source: Vec<Located<Text>>,
    /// Cost per year.
    pub annual: Option<Located<Text>>,
    /// Cost over the duration.
    pub total: Option<Located<Text>>,
    /// The share of it that the fund equals.
    pub funding: Option<Located<Text>>,
}

impl CostEntry {
    pub(super) fn read(table: &Table) -> Self {
        let basis = |name: &Located<Text>, table: &Table| BasisEntry {
            name: name.clone(),
            label: table.words("label").unwrap_or_default(),
            counts: table.words("counts").unwrap_or_default(),
            formula: table.text("formula"),
            source: table.texts("source"),
            annual: table.text("annual"),
            total: table.text("total"),
            funding: table.text("funding"),
        };
        Self {
            basis: table.text("basis"),
            duration: table.text("duration"),
            setup: table.text("setup"),
            annual: table.text("annual"),
            total: table.text("total"),
            fund: table.text("beside"),
            funding: table.text("funding"),
            years: table.text("years"),
            kinds: table.tables("kind").map(|(name, table)| basis(name, table)).collect(),
        }
    }
}

/// A rate of casualties, by names.
#[derive(Clone, Debug, PartialEq)]
pub struct CasualtyEntry {
    /// Its key.
    pub name: Located<Text>,
    /// The name for people.
    pub label: Text,
    /// The rate.
    pub rate: Option<Located<Text>>,
    /// The number in a year.
    pub annual: Option<Located<Text>>,
    /// The number over the duration.
    pub total: Option<Located<Text>>,
}

impl CasualtyEntry {
    pub(super) fn read(name: &Located<Text>, table: &Table) -> Self {
        Self {
            name: name.clone(),
            label: table.words("label").unwrap_or_default(),
            rate: table.text("rate"),
            annual: table.text("annual"),
            total: table.text("total"),
        }
    }
}

/// Which inputs play which part in a build-up.
#[derive(Clone, Debug, PartialEq)]
pub struct BuildUpEntry {
    /// Time from the decision to the order.
    pub preparation: Option<Located<Text>>,
    /// Time from the order to the first units.
    pub first_arrival: Option<Located<Text>>,
    /// Strength of the first units.
    pub initial_force: Option<Located<Text>>,
    /// Time in which nobody else arrives.
    pub enabling: Option<Located<Text>>,
    /// Personnel that arrive in a given time.
    pub rate: Option<Located<Text>>,
    /// The most that can be kept there.
    pub cap: Option<Located<Text>>,
    /// The pool from which tours are filled.
    pub pool: Option<Located<Text>>,
    /// Soldiers needed for every one in theatre.
    pub factor: Option<Located<Text>>,
    /// The length of a tour.
    pub tour: Option<Located<Text>>,
}

impl BuildUpEntry {
    pub(super) fn read(table: &Table) -> Self {
        Self {
            preparation: table.text("preparation"),
            first_arrival: table.text("first_arrival"),
            initial_force: table.text("first_units"),
            enabling: table.text("enabling"),
            rate: table.text("rate"),
            cap: table.text("cap"),
            pool: table.text("pool"),
            factor: table.text("factor"),
            tour: table.text("tour"),
        }
    }
}
