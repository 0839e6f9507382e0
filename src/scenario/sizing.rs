//! What a file says of sizing methods: a metric's method, published estimates, records of outcomes.
//!
//! As in [`super::entries`], reading never fails.

use super::tree::{Located, Table, Text, Value};
use super::written::Written;

/// What makes a metric a sizing method.
#[derive(Clone, Debug, PartialEq)]
pub struct MethodEntry {
    /// The name in a list of methods.
    pub label: Text,
    /// Purposes it is meant for.
    pub applies: Vec<Text>,
    /// Which question it answers.
    pub why: Text,
    /// What its critics say.
    pub caveat: Option<Text>,
    /// Keys of the critics' sources.
    pub source: Vec<Located<Text>>,
    /// A record of outcomes to show beside it.
    pub record: Option<Located<Text>>,
    /// Inputs whose sum the requirement is compared with.
    pub counts: Vec<Located<Text>>,
    /// The density that the planner chooses.
    pub chosen: Option<Located<Text>>,
}

impl MethodEntry {
    pub(super) fn read(table: &Table) -> Self {
        Self {
            label: table.words("label").unwrap_or_default(),
            applies: table.texts("applies").into_iter().map(|purpose| purpose.value).collect(),
            why: table.words("why").unwrap_or_default(),
            caveat: table.words("caveat"),
            source: table.texts("source"),
            record: table.text("record"),
            counts: table.texts("counts"),
            chosen: table.text("chosen"),
        }
    }
}

/// A published estimate.
#[derive(Clone, Debug, PartialEq)]
pub struct EstimateEntry {
    /// The key that a later file replaces it by.
    pub name: Located<Text>,
    /// Whose it is.
    pub who: Text,
    /// When it was made.
    pub date: Option<Located<Text>>,
    /// The number.
    pub value: Option<Written>,
    /// The lower end of a range.
    pub low: Option<Written>,
    /// The upper end of a range.
    pub high: Option<Written>,
    /// Inputs that the estimate itself names.
    pub with: Vec<(Located<Text>, Written)>,
    /// Where it is for, when that is not the scenario's area.
    pub elsewhere: Option<Text>,
    /// What the force would do.
    pub purpose: Option<Text>,
    /// Keys of sources.
    pub source: Vec<Located<Text>>,
    /// What a reader should know.
    pub note: Option<Text>,
}

impl EstimateEntry {
    pub(super) fn read(name: &Located<Text>, table: &Table) -> Self {
        Self {
            name: name.clone(),
            who: table.words("who").unwrap_or_default(),
            date: table.text("date"),
            value: Written::key(table, "value"),
            low: Written::key(table, "low"),
            high: Written::key(table, "high"),
            with: Written::table(table, "with"),
            elsewhere: table.words("elsewhere"),
            purpose: table.words("for"),
            source: table.texts("source"),
            note: table.words("note"),
        }
    }
}

/// What a comparison of methods needs to know of a model.
#[derive(Clone, Debug, PartialEq)]
pub struct SizingEntry {
    /// The input that is the proposed force.
    pub force: Option<Located<Text>>,
    /// Metrics that say how dense an estimate would stand.
    pub densities: Vec<Located<Text>>,
    /// Metrics that say how thick the proposed force stands.
    pub stands: Vec<Located<Text>>,
    /// Inputs that past missions give, each with the density it is a band of.
    pub bands: Vec<(Text, Text)>,
    /// For an input of a past mission, the reference input that it gives.
    pub yardstick: Vec<(Text, Text)>,
    /// Inputs that are quoted of one yardstick.
    pub quoted: Vec<Located<Text>>,
    /// For a purpose, the other one whose methods are named where they ask for more.
    pub neighbours: Vec<(Text, Text)>,
}

impl SizingEntry {
    pub(super) fn read(table: &Table) -> Self {
        let named = |key: &str| {
            table.table(key).map_or_else(Vec::new, |found| {
                let names = found.value.entries.iter().map(|(name, _)| name.value.clone());
                names.filter_map(|name| Some((name.clone(), found.value.text(&name)?.value))).collect()
            })
        };
        Self {
            force: table.text("force"),
            densities: table.texts("densities"),
            stands: table.texts("stands"),
            bands: named("bands"),
            yardstick: named("yardstick"),
            quoted: table.texts("quoted"),
            neighbours: named("neighbours"),
        }
    }
}

/// A record of outcomes by bands of a ratio.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordEntry {
    /// Its key.
    pub name: Located<Text>,
    /// What was counted.
    pub title: Text,
    /// Of what its ratios are.
    pub kind: Text,
    /// Who is counted, and what counts as the outcome.
    pub counting: Text,
    /// What the record shows.
    pub says: Text,
    /// Keys of sources.
    pub source: Vec<Located<Text>>,
    /// The bands, ascending.
    pub bands: Vec<Band>,
}

/// A band of a record.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// Number of cases.
    pub cases: f64,
    /// Share of them with the outcome, 0 to 1.
    pub share: f64,
    /// Whether the cases are what the other bands leave of the total.
    pub by_subtraction: bool,
}

impl RecordEntry {
    pub(super) fn read(name: &Located<Text>, table: &Table) -> Self {
        let band = |table: &Table| {
            let number = |key: &str| table.number(key).map(|number| number.value);
            let by_subtraction =
                matches!(table.get("by_subtraction").map(|found| &found.value), Some(Value::Flag(true)));
            let (low, high) = (number("low")?, number("high")?);
            Some(Band { low, high, cases: number("cases")?, share: number("share")?, by_subtraction })
        };
        Self {
            name: name.clone(),
            title: table.words("title").unwrap_or_default(),
            kind: table.words("kind").unwrap_or_default(),
            counting: table.words("counting").unwrap_or_default(),
            says: table.words("says").unwrap_or_default(),
            source: table.texts("source"),
            bands: table.list_of_tables("band").filter_map(|item| band(item.value)).collect(),
        }
    }
}
