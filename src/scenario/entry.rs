//! Inputs, metrics, units, scopes and sources as a file states them, before names and units are looked up.
//!
//! Reading never fails: what has the wrong shape was complained about by [`super::validate`] and is left out here.

use super::sizing::MethodEntry;
use super::tree::{Located, Table, Text, Value};
use super::written::Written;

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
    /// Whether the choices are past cases and the value is their middle, which need be none of them.
    pub is_of_cases: bool,
    /// The named distribution.
    pub distribution: Option<Located<Text>>,
    /// The unit of bare numbers.
    pub unit: Option<Located<Text>>,
    /// Keys of sources.
    pub source: Vec<Located<Text>>,
    /// Keys of sources of the range's low, mode and high, in the order of [`InputEntry::ENDS`].
    pub end_sources: [Vec<Located<Text>>; 3],
    /// Why it was assumed.
    pub assumed: Option<Text>,
    /// What a reader should know.
    pub note: Option<Text>,
    /// What a reader must not take the figure for.
    pub warning: Option<Text>,
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
    /// The input of all that those of a scope's members add up to.
    pub sums_to: Option<Located<Text>>,
}

const NUMBERS: [&str; 18] = [
    "value", "low", "mode", "high", "mean", "sd", "p1", "p5", "p10", "p25", "p50", "p75", "p90", "p95", "p99", "min",
    "max", "lambda",
];

impl InputEntry {
    /// The unit that it is written in, beside its number or behind it: `troops` of `1_000 troops`.
    #[must_use]
    pub fn written_unit(&self) -> Option<String> {
        let behind = |number: &Written| match number {
            Written::Text(text) => text.value.split_once(char::is_whitespace).map(|(_, unit)| {
                let digits = |c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, ',' | '.' | '_');
                unit.trim_start_matches(digits).trim_end().to_owned()
            }),
            _ => None,
        };
        let beside = self.unit.as_ref().map(|unit| unit.value.to_string());
        beside.or_else(|| self.first_number().and_then(behind)).filter(|unit| !unit.is_empty())
    }

    /// The parts of a range that have sources of their own.
    pub const ENDS: [&'static str; 3] = ["low", "mode", "high"];

    /// An input of which nothing is stated but its name.
    #[must_use]
    pub fn named(name: &Located<Text>) -> Self {
        Self::read(name, &Located::new(Value::Table(Table::default()), name.span), None)
    }

    pub(super) fn read(name: &Located<Text>, value: &Located<Value>, member: Option<(Text, Text)>) -> Self {
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
            is_of_cases: false,
            distribution: table.text("distribution"),
            unit: table.text("unit"),
            source: table.texts("source"),
            end_sources: Self::ENDS.map(|end| table.texts(&[end, "_source"].concat())),
            assumed: text("assumed"),
            note: text("note"),
            warning: text("warning"),
            role: text("role"),
            counting: text("counting"),
            label: text("label"),
            means: text("means"),
            bounds: text("bounds"),
            otherwise: table.text("otherwise"),
            sums_to: table.text("sums_to"),
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

    /// Whether it cites no source, for its value or an end of its range.
    #[must_use]
    pub fn is_uncited(&self) -> bool {
        self.source.is_empty() && self.end_sources.iter().all(Vec::is_empty)
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
    /// Of what a force ratio is.
    pub kind: Option<Text>,
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
    /// A metric of which nothing is stated but its name.
    #[must_use]
    pub fn named(name: &Located<Text>) -> Self {
        Self::read(name, &Table::default())
    }

    pub(super) fn read(name: &Located<Text>, table: &Table) -> Self {
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
            kind: text("kind"),
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

    /// The text of a key.
    #[must_use]
    pub fn field(&self, key: &str) -> Option<&str> {
        self.fields.iter().find(|(name, _)| *name == key).map(|(_, text)| &**text)
    }

    /// How people cite it; where it does not say so itself, by its author, publisher or title, with the date.
    #[must_use]
    pub fn short(&self) -> String {
        if let Some(short) = self.field("short") {
            return short.to_owned();
        }
        let who = ["author", "publisher", "title"].iter().find_map(|key| self.field(key));
        let who = who.unwrap_or(self.key.as_str());
        self.field("date").map_or_else(|| who.to_owned(), |date| format!("{who} ({date})"))
    }
}

pub(super) fn inputs(table: &Table, key: &str, member: Option<&(Text, Text)>) -> Vec<InputEntry> {
    let entries = table.table(key).map_or(&[][..], |inputs| &inputs.value.entries);
    entries.iter().map(|(name, value)| InputEntry::read(name, value, member.cloned())).collect()
}
