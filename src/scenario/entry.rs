//! What a file says, key by key, before names and units are looked up.
//!
//! Reading never fails: what has the wrong shape was complained about by [`super::validate`] and is left out here.

use super::asked::{
    BreakEvenEntry, ConditionEntry, CorrelationEntry, DiscoveryEntry, MonteCarloEntry, SensitivityEntry,
};
use super::cost::{BuildUpEntry, CasualtyEntry, CostEntry};
use super::document::{Located, Table, Text, Value};
use super::picture::{ChartEntry, SweepEntry};
use super::pillar::PillarEntry;
use super::sizing::{EstimateEntry, MethodEntry, RecordEntry, SizingEntry};
use super::style::StyleEntry;
use super::supply::{CoalitionEntry, MemberEntry, SupplyEntry};
use crate::diagnostic::Span;
use crate::language::Language;

/// A number as written: bare, or in a text with a unit.
#[derive(Clone, Debug, PartialEq)]
pub enum Written {
    /// A bare number.
    Number(Located<f64>),
    /// A text such as `48_000 troops`.
    Text(Located<Text>),
}

impl Written {
    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::Number(number) => number.span,
            Self::Text(text) => text.span,
        }
    }

    fn of(value: &Located<Value>) -> Option<Self> {
        match &value.value {
            Value::Number(number) => Some(Self::Number(Located::new(*number, value.span))),
            // What it may mean is judged where the unit is known.
            Value::Text(text) | Value::Pointed(text) => Some(Self::Text(Located::new(text.clone(), value.span))),
            _ => None,
        }
    }

    pub(super) fn key(table: &Table, key: &str) -> Option<Self> {
        table.get(key).and_then(Self::of)
    }

    /// The numbers of a table by their names.
    pub(super) fn table(table: &Table, key: &str) -> Vec<(Located<Text>, Self)> {
        table.table(key).map_or_else(Vec::new, |found| {
            let entries = found.value.entries.iter();
            entries.filter_map(|(name, value)| Some((name.clone(), Self::of(value)?))).collect()
        })
    }
}

/// An input, of the model or of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct InputEntry {
    /// The input's name.
    pub name: Located<Text>,
    /// The scope and the member it belongs to, if any.
    pub member: Option<(Text, Text)>,
    /// The numbers of its value and range, by key: `value`, `low`, `mode`, `high`, `mean`, `sd`, percentiles, limits.
    pub numbers: Vec<(&'static str, Written)>,
    /// The values that can be.
    pub choices: Vec<Written>,
    /// How often each of them is the case.
    pub weights: Vec<Located<f64>>,
    /// The named distribution.
    pub distribution: Option<Located<Text>>,
    /// The unit of bare numbers.
    pub unit: Option<Located<Text>>,
    /// Keys of sources.
    pub source: Vec<Located<Text>>,
    /// Why it was assumed.
    pub assumed: Option<Text>,
    /// What a reader should know.
    pub note: Option<Text>,
    /// Who decides it.
    pub role: Option<Text>,
    /// How a strength was counted.
    pub counting: Option<Text>,
    /// The name for people.
    pub label: Option<Text>,
    /// What it is.
    pub means: Option<Text>,
    /// Which values make sense.
    pub bounds: Option<Text>,
    /// An input of all that a member of a scope has where it has none of its own.
    pub otherwise: Option<Located<Text>>,
}

const NUMBERS: [&str; 18] = [
    "value", "low", "mode", "high", "mean", "sd", "p1", "p5", "p10", "p25", "p50", "p75", "p90", "p95", "p99", "min",
    "max", "lambda",
];

impl InputEntry {
    fn read(name: &Located<Text>, value: &Located<Value>, member: Option<(Text, Text)>) -> Self {
        let empty = Table::default();
        let table = match &value.value {
            Value::Table(table) => table,
            _ => &empty,
        };
        let mut numbers: Vec<(&'static str, Written)> =
            NUMBERS.iter().filter_map(|key| Written::key(table, key).map(|written| (*key, written))).collect();
        if let Some(bare) = Written::of(value) {
            numbers.push(("value", bare));
        }
        let text = |key: &str| table.words(key);
        let choices = match table.get("choices").map(|found| &found.value) {
            Some(Value::List(items)) => items.iter().filter_map(Written::of).collect(),
            _ => Vec::new(),
        };
        Self {
            name: name.clone(),
            member,
            numbers,
            choices,
            weights: table.numbers("weights"),
            distribution: table.text("distribution"),
            unit: table.text("unit"),
            source: table.texts("source"),
            assumed: text("assumed"),
            note: text("note"),
            role: text("role"),
            counting: text("counting"),
            label: text("label"),
            means: text("means"),
            bounds: text("bounds"),
            otherwise: table.text("otherwise"),
        }
    }

    /// A number of the entry.
    #[must_use]
    pub fn number(&self, key: &str) -> Option<&Written> {
        self.numbers.iter().find(|(name, _)| *name == key).map(|(_, written)| written)
    }

    /// The first number that is written, if there is one.
    #[must_use]
    pub fn first_number(&self) -> Option<&Written> {
        self.numbers.iter().map(|(_, written)| written).chain(&self.choices).next()
    }

    /// The name with the scope's member before it: `sector.north.length`.
    #[must_use]
    pub fn path(&self) -> String {
        match &self.member {
            Some((scope, member)) => [scope, ".", member, ".", self.name.as_str()].concat(),
            None => self.name.value.to_string(),
        }
    }
}

/// A metric.
#[derive(Clone, Debug, PartialEq)]
pub struct MetricEntry {
    /// The metric's name.
    pub name: Located<Text>,
    /// The name for people.
    pub label: Option<Text>,
    /// The formula's text.
    pub formula: Option<Located<Text>>,
    /// The unit it is shown in.
    pub unit: Option<Located<Text>>,
    /// What it says.
    pub means: Option<Text>,
    /// Keys of sources.
    pub source: Vec<Located<Text>>,
    /// Why the formula holds.
    pub assumed: Option<Text>,
    /// A worked example: names with values, among them `gives`.
    pub example: Vec<(Located<Text>, Written)>,
    /// Whether it is shown in the summary.
    pub headline: bool,
    /// Whether past missions are compared by it.
    pub density: bool,
    /// The scope whose members it is computed for.
    pub per: Option<Located<Text>>,
    /// An input that states the same figure.
    pub agrees_with: Option<Located<Text>>,
    /// By how much the two may differ.
    pub within: Option<Written>,
    /// What makes it a sizing method.
    pub method: Option<MethodEntry>,
}

impl MetricEntry {
    fn read(name: &Located<Text>, table: &Table) -> Self {
        let text = |key: &str| table.words(key);
        Self {
            name: name.clone(),
            label: text("label"),
            formula: table.text("formula"),
            unit: table.text("unit"),
            means: text("means"),
            source: table.texts("source"),
            assumed: text("assumed"),
            example: Written::table(table, "example"),
            headline: matches!(table.get("headline").map(|found| &found.value), Some(Value::Flag(true))),
            density: matches!(table.get("density").map(|found| &found.value), Some(Value::Flag(true))),
            per: table.text("per"),
            agrees_with: table.text("agrees_with"),
            within: Written::key(table, "within"),
            method: table.table("method").map(|method| MethodEntry::read(method.value)),
        }
    }
}

/// A unit.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitEntry {
    /// The unit's name.
    pub name: Located<Text>,
    /// Its plural.
    pub plural: Option<Located<Text>>,
    /// The amount it is a name for.
    pub is: Option<Located<Text>>,
}

/// A scope.
#[derive(Clone, Debug, PartialEq)]
pub struct ScopeEntry {
    /// The scope's name.
    pub name: Located<Text>,
    /// The name for people.
    pub label: Option<Text>,
    /// Inputs of each member.
    pub inputs: Vec<InputEntry>,
}

/// A work that figures come from.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceEntry {
    /// The key that inputs and metrics cite.
    pub key: Located<Text>,
    /// Its keys and texts in the order of the table of keys.
    pub fields: Vec<(&'static str, Text)>,
}

impl SourceEntry {
    pub(super) fn read(key: &Located<Text>, table: &Table) -> Self {
        let field = |name: &'static str| table.words(name).map(|text| (name, text));
        let fields = super::keys::SOURCE.keys.iter().filter_map(|key| field(key.name)).collect();
        Self { key: key.clone(), fields }
    }
}

/// All that one file says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entries {
    /// The title.
    pub title: Option<Text>,
    /// The purpose.
    pub purpose: Option<Text>,
    /// The language of reports.
    pub language: Option<Language>,
    /// The summary.
    pub summary: Option<Text>,
    /// Inputs that are left out: inherited ones, or those the model has a value for.
    pub omit: Vec<Located<Text>>,
    /// Inputs.
    pub inputs: Vec<InputEntry>,
    /// Metrics.
    pub metrics: Vec<MetricEntry>,
    /// Units.
    pub units: Vec<UnitEntry>,
    /// Scopes.
    pub scopes: Vec<ScopeEntry>,
    /// Sweeps.
    pub sweeps: Vec<SweepEntry>,
    /// Break-even searches.
    pub break_evens: Vec<BreakEvenEntry>,
    /// Charts.
    pub charts: Vec<ChartEntry>,
    /// The look of charts.
    pub style: StyleEntry,
    /// How samples are drawn.
    pub monte_carlo: Option<MonteCarloEntry>,
    /// What drives which metrics.
    pub sensitivity: Option<SensitivityEntry>,
    /// Conditions.
    pub conditions: Vec<ConditionEntry>,
    /// A search for the inputs with which conditions fail.
    pub discovery: Option<DiscoveryEntry>,
    /// Inputs that move together.
    pub correlations: Vec<CorrelationEntry>,
    /// Published estimates.
    pub estimates: Vec<EstimateEntry>,
    /// Files of estimates.
    pub include: Vec<Located<Text>>,
    /// What sizing methods are held against, of a model.
    pub sizing: Option<SizingEntry>,
    /// What a table of costs is made of, of a model.
    pub cost: Option<CostEntry>,
    /// The basis of costs that a scenario chooses.
    pub cost_basis: Option<Located<Text>>,
    /// Rates of casualties, of a model.
    pub casualties: Vec<CasualtyEntry>,
    /// What plays which part in a build-up, of a model.
    pub build_up: Option<BuildUpEntry>,
    /// What members of scopes say beside their inputs.
    pub members: Vec<MemberEntry>,
    /// Which contributors take part.
    pub coalition: Option<CoalitionEntry>,
    /// What supply is made of, of a model.
    pub supply: Option<SupplyEntry>,
    /// Records of outcomes, of a model.
    pub records: Vec<RecordEntry>,
    /// Pillars that the plan rests on.
    pub pillars: Vec<PillarEntry>,
    /// Sources.
    pub sources: Vec<SourceEntry>,
}

impl Entries {
    /// Reads a file's tree; `scopes` are the names of top-level tables that hold members.
    #[must_use]
    pub fn read(root: &Table, scopes: &[&str]) -> Self {
        let text = |key: &str| root.words(key);
        let units = root.tables("unit").map(|(name, table)| UnitEntry {
            name: name.clone(),
            plural: table.text("plural"),
            is: table.text("is"),
        });
        let scope_entries = root.tables("scope").map(|(name, table)| ScopeEntry {
            name: name.clone(),
            label: table.words("label"),
            inputs: inputs(table, "input", None),
        });
        let sources = root.tables("source").map(|(key, table)| SourceEntry::read(key, table));
        let mut members = Vec::new();
        let mut all_inputs = inputs(root, "input", None);
        for scope in scopes.iter().filter_map(|scope| root.key(scope)) {
            for (member, table) in root.tables(scope) {
                let says = MemberEntry::read(scope, member, table);
                let own = |name: &str| super::keys::MEMBER.keys.iter().any(|key| key.name == name);
                let path = (scope.clone(), member.value.clone());
                for (name, value) in table.entries.iter().filter(|(name, _)| !own(&name.value)) {
                    let mut input = InputEntry::read(name, value, Some(path.clone()));
                    if input.source.is_empty() && input.assumed.is_none() {
                        input.source.clone_from(&says.source);
                    }
                    all_inputs.push(input);
                }
                members.push(says);
            }
        }
        Self {
            title: text("title"),
            purpose: text("purpose"),
            language: root.text("lang").and_then(|code| Language::read(&code.value)),
            summary: text("summary"),
            omit: root.texts("omit"),
            inputs: all_inputs,
            metrics: root.tables("metric").map(|(name, table)| MetricEntry::read(name, table)).collect(),
            units: units.collect(),
            scopes: scope_entries.collect(),
            sweeps: root.list_of_tables("sweep").map(|item| SweepEntry::read(item.value, item.span)).collect(),
            break_evens: root
                .list_of_tables("break_even")
                .map(|item| BreakEvenEntry::read(item.value, item.span))
                .collect(),
            charts: root.list_of_tables("chart").filter_map(|item| ChartEntry::read(item.value)).collect(),
            style: root.table("style").map_or_else(StyleEntry::default, |style| StyleEntry::read(style.value)),
            monte_carlo: root.table("monte_carlo").map(|table| MonteCarloEntry::read(table.value)),
            sensitivity: root.table("sensitivity").map(|table| SensitivityEntry::read(table.value, table.span)),
            conditions: root.list_of_tables("condition").filter_map(|item| ConditionEntry::read(item.value)).collect(),
            discovery: root.table("discovery").map(|table| DiscoveryEntry::read(table.value, table.span)),
            correlations: root
                .list_of_tables("correlation")
                .filter_map(|item| CorrelationEntry::read(item.value, item.span))
                .collect(),
            estimates: root.tables("estimate").map(|(name, table)| EstimateEntry::read(name, table)).collect(),
            include: root.texts("include"),
            sizing: root.table("sizing").map(|sizing| SizingEntry::read(sizing.value)),
            cost: root.table("cost").map(|cost| CostEntry::read(cost.value)),
            cost_basis: root.text("cost_basis"),
            casualties: root.tables("casualty").map(|(name, table)| CasualtyEntry::read(name, table)).collect(),
            build_up: root.table("build_up").map(|parts| BuildUpEntry::read(parts.value)),
            members,
            coalition: root.table("coalition").map(|table| CoalitionEntry::read(table.value)),
            supply: root.table("supply").map(|table| SupplyEntry::read(table.value)),
            records: root.tables("record").map(|(name, table)| RecordEntry::read(name, table)).collect(),
            pillars: root.list_of_tables("pillar").map(|item| PillarEntry::read(item.value, item.span)).collect(),
            sources: sources.collect(),
        }
    }
}

pub(super) fn inputs(table: &Table, key: &str, member: Option<&(Text, Text)>) -> Vec<InputEntry> {
    let entries = table.table(key).map_or(&[][..], |inputs| &inputs.value.entries);
    entries.iter().map(|(name, value)| InputEntry::read(name, value, member.cloned())).collect()
}
