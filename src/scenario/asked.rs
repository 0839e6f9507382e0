//! What a file asks to be analysed: conditions, inputs that move together, and how Monte Carlo samples are drawn; before names are looked up.
//!
//! As in [`super::entry`], reading never fails.

use super::document::{Located, Table};
use crate::diagnostic::Span;

/// A condition that holds in some samples and not in others.
#[derive(Clone, Debug, PartialEq)]
pub struct ConditionEntry {
    /// `force_density >= 20 personnel per 1000 people`.
    pub that: Located<String>,
    /// The condition in the planner's words.
    pub label: Option<String>,
}

impl ConditionEntry {
    pub(super) fn read(table: &Table) -> Option<Self> {
        Some(Self { that: table.text("that")?, label: table.words("label") })
    }
}

/// How samples are drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MonteCarloEntry {
    /// Number of samples.
    pub samples: Option<Located<f64>>,
    /// The seed.
    pub seed: Option<f64>,
    /// `sobol`, `lhs` or `random`.
    pub sampler: Option<String>,
}

impl MonteCarloEntry {
    pub(super) fn read(table: &Table) -> Self {
        Self {
            samples: table.number("samples"),
            seed: table.number("seed").map(|seed| seed.value),
            sampler: table.words("sampler"),
        }
    }
}

/// A search for the inputs with which conditions fail.
#[derive(Clone, Debug, PartialEq)]
pub struct DiscoveryEntry {
    /// Where it stands.
    pub span: Span,
    /// Numbers of conditions, from 1; none for all.
    pub conditions: Vec<Located<f64>>,
    /// Number of samples.
    pub samples: Option<f64>,
    /// The share of samples that a step gives up.
    pub alpha: Option<f64>,
}

impl DiscoveryEntry {
    pub(super) fn read(table: &Table, span: Span) -> Self {
        let number = |key: &str| table.number(key).map(|number| number.value);
        Self { span, conditions: table.numbers("condition"), samples: number("samples"), alpha: number("alpha") }
    }
}

/// Two inputs that move together.
#[derive(Clone, Debug, PartialEq)]
pub struct CorrelationEntry {
    /// Where it stands.
    pub span: Span,
    /// The two inputs.
    pub between: Vec<Located<String>>,
    /// Spearman's rank correlation.
    pub rank: f64,
}

impl CorrelationEntry {
    pub(super) fn read(table: &Table, span: Span) -> Option<Self> {
        Some(Self { span, between: table.texts("between"), rank: table.number("rank")?.value })
    }

    /// The pair, in one order for both ways of writing it.
    pub(super) fn pair(&self) -> Vec<String> {
        let mut names: Vec<String> = self.between.iter().map(|name| name.value.clone()).collect();
        names.sort();
        names
    }
}
