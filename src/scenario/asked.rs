//! What a file asks to be analysed: conditions, break-even searches, inputs that move together, how Monte Carlo samples
//! are drawn, and what drives which metrics; before names are looked up.
//!
//! As in [`super::entries`], reading never fails.

use super::picture::VaryEntry;
use super::tree::{Located, Table, Text, Value};
use super::written::Written;
use crate::diagnostic::Span;
use crate::uncertainty::sampler::Sampler;

/// A condition that holds in some samples and not in others.
#[derive(Clone, Debug, PartialEq)]
pub struct ConditionEntry {
    /// `force_density >= 20 personnel per 1000 people`.
    pub that: Located<Text>,
    /// The condition in the planner's words.
    pub label: Option<Text>,
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
    /// How they are spread.
    pub sampler: Option<Sampler>,
}

impl MonteCarloEntry {
    pub(super) fn read(table: &Table) -> Self {
        Self {
            samples: table.number("samples"),
            seed: table.number("seed").map(|seed| seed.value),
            sampler: table.text("sampler").and_then(|name| name.value.parse().ok()),
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
    pub between: Vec<Located<Text>>,
    /// Spearman's rank correlation.
    pub rank: f64,
    /// Keys of sources.
    pub source: Vec<Located<Text>>,
    /// Why it was assumed.
    pub assumed: Option<Text>,
}

impl CorrelationEntry {
    pub(super) fn read(table: &Table, span: Span) -> Option<Self> {
        Some(Self {
            span,
            between: table.texts("between"),
            rank: table.number("rank")?.value,
            source: table.texts("source"),
            assumed: table.words("assumed"),
        })
    }

    /// The pair, in one order for both ways of writing it.
    pub(super) fn pair(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.between.iter().map(Located::as_str).collect();
        names.sort_unstable();
        names
    }
}

/// What drives which metrics.
#[derive(Clone, Debug, PartialEq)]
pub struct SensitivityEntry {
    /// Where it stands.
    pub span: Span,
    /// `oat`, `elasticity`, `sobol`.
    pub methods: Vec<Text>,
    /// The metrics; none where those of the summary are meant.
    pub metrics: Vec<Located<Text>>,
    /// Base samples.
    pub samples: Option<f64>,
    /// The seed.
    pub seed: Option<f64>,
    /// Whether pairs get indices.
    pub second_order: bool,
    /// Names of groups, and their inputs.
    pub groups: Vec<(Located<Text>, Vec<Located<Text>>)>,
}

impl SensitivityEntry {
    pub(super) fn read(table: &Table, span: Span) -> Self {
        let groups = table.table("group").map(|found| {
            let names = found.value.entries.iter().map(|(name, _)| name);
            names.map(|name| (name.clone(), found.value.texts(&name.value))).collect()
        });
        Self {
            span,
            methods: table.texts("method").into_iter().map(|method| method.value).collect(),
            metrics: table.texts("metric"),
            samples: table.number("samples").map(|samples| samples.value),
            seed: table.number("seed").map(|seed| seed.value),
            second_order: table.get("second_order").is_some_and(|flag| flag.value == Value::Flag(true)),
            groups: groups.unwrap_or_default(),
        }
    }
}

/// A break-even search.
#[derive(Clone, Debug, PartialEq)]
pub struct BreakEvenEntry {
    /// Where it stands.
    pub span: Span,
    /// The name of its files.
    pub id: Option<Located<Text>>,
    /// The chart's title.
    pub title: Option<Text>,
    /// The input to vary.
    pub first: VaryEntry,
    /// A frontier's second input.
    pub second: Option<VaryEntry>,
    /// The metric, where the target does not name it.
    pub metric: Option<Located<Text>>,
    /// The value to meet, or a statistic with its value.
    pub target: Option<Written>,
}

impl BreakEvenEntry {
    pub(super) fn read(table: &Table, span: Span) -> Self {
        Self {
            span,
            id: table.text("id"),
            title: table.words("title"),
            first: VaryEntry::read(table),
            second: table.table("against").map(|against| VaryEntry::read(against.value)),
            metric: table.text("metric"),
            target: Written::key(table, "target"),
        }
    }

    /// The name of its files.
    #[must_use]
    pub fn id(&self) -> String {
        let name = |vary: &VaryEntry| vary.vary.as_ref().map_or("", |name| name.as_str()).replace('.', "_");
        match (&self.id, &self.second) {
            (Some(id), _) => id.value.to_string(),
            (None, None) => format!("break_even_{}", name(&self.first)),
            (None, Some(second)) => format!("break_even_{}_by_{}", name(&self.first), name(second)),
        }
    }
}
