//! The records that ship: what the rules of sizing methods have been worth on tables that do not.
//!
//! `scenarios/data/records.toml` is what `forcesize backtest ... --record` prints; a test makes it again where the tables
//! are at hand.

use super::backtest::{Interval, Support};
use crate::diagnostic::{Diagnostics, Texts};
use crate::scenario::keys::RECORDS;
use crate::scenario::{Located, Scopes, Table, check, parse};
use std::borrow::Cow;
use std::sync::OnceLock;

const STANDARD: &str = include_str!("../../scenarios/data/records.toml");

/// A record of outcomes, events and cases of another table in each of its bands, and the skill of its shares on the cases
/// that they were counted from.
pub type OtherBands = (String, Vec<(usize, usize)>, Interval);

/// What a rule has been worth on a table of cases.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TrackRecord {
    /// Its key.
    pub id: String,
    /// The sizing methods whose rule it is.
    pub methods: Vec<String>,
    /// The rule's name in the file of cases.
    pub rule: String,
    /// Its name for people.
    pub label: String,
    /// What the cases are called.
    pub data: String,
    /// What a case is.
    pub counted: String,
    /// How many cases there are.
    pub cases: usize,
    /// How many groups they are in.
    pub groups: usize,
    /// In how many the event happened.
    pub events: usize,
    /// The skill; absent where nothing is scored.
    pub skill: Option<Interval>,
    /// The plain rival that does better, with its skill.
    pub rival: Option<(String, Interval)>,
    /// The record of outcomes whose shares are the forecast, with events and cases in each of its bands here, and the
    /// skill of the shares on the cases that they were counted from.
    pub bands: Option<OtherBands>,
    /// The metric of a scenario that lies among the values.
    pub metric: Option<String>,
    /// The values that there were.
    pub support: Option<Support>,
    /// The command that makes the record again.
    pub command: String,
    /// The table's SHA-256.
    pub hash: Option<String>,
    /// When it was downloaded.
    pub date: Option<String>,
    /// How to cite it.
    pub cite: Option<String>,
    /// What a reader should know.
    pub note: Option<String>,
}

impl TrackRecord {
    /// The records that are built in.
    #[must_use]
    pub fn standard() -> &'static [Self] {
        static FOUND: OnceLock<Vec<TrackRecord>> = OnceLock::new();
        // A test sees to the built-in file's being in order.
        FOUND.get_or_init(|| Self::read(STANDARD, &mut Texts::default(), &mut Diagnostics::default()))
    }

    /// Reads a file of records. Complaints are collected.
    #[must_use]
    pub fn read(content: &'static str, texts: &mut Texts, diagnostics: &mut Diagnostics) -> Vec<Self> {
        let text = texts.add("records.toml", content);
        let Some(document) = parse(text, texts, diagnostics) else { return Vec::new() };
        check(&document.root, &RECORDS, &Scopes::default(), diagnostics);
        document.root.tables("record").map(|(id, table)| record(id.as_str(), table)).collect()
    }

    /// The file that is built in, as it is written.
    #[must_use]
    pub fn built_in() -> &'static str {
        STANDARD
    }
}

fn record(id: &str, table: &Table) -> TrackRecord {
    let text = |key: &str| table.words(key).map(Cow::into_owned);
    let numbers = |key: &str| table.numbers(key).into_iter().map(|number| number.value).collect::<Vec<f64>>();
    let counts = |key: &str| numbers(key).into_iter().map(whole).collect::<Vec<usize>>();
    let count = |key: &str| table.number(key).map_or(0, |number| whole(number.value));
    let interval = |key: &str| match numbers(key).as_slice() {
        [value, low, high] => Some(Interval { value: *value, low: *low, high: *high }),
        _ => None,
    };
    let quantiles = numbers("quantiles");
    let support = Support::kept(count("cases"), quantiles, numbers("least"), numbers("greatest"));
    let in_bands = counts("band_events").into_iter().zip(counts("band_cases")).collect();
    TrackRecord {
        id: id.to_owned(),
        methods: table.texts("methods").into_iter().map(|method: Located<_>| method.value.into_owned()).collect(),
        rule: text("rule").unwrap_or_default(),
        label: text("label").unwrap_or_default(),
        data: text("data").unwrap_or_default(),
        counted: text("counted").unwrap_or_default(),
        cases: count("cases"),
        groups: count("groups"),
        events: count("events"),
        skill: interval("skill"),
        rival: text("rival").zip(interval("rival_skill")),
        bands: text("bands").zip(interval("in_sample")).map(|(name, in_sample)| (name, in_bands, in_sample)),
        metric: text("metric"),
        support: (!support.least.is_empty()).then_some(support),
        command: text("command").unwrap_or_default(),
        hash: text("sha256"),
        date: text("date"),
        cite: text("cite"),
        note: text("note"),
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "numbers of cases are whole and small")]
fn whole(number: f64) -> usize {
    libm::round(number.max(0.0)) as usize
}
