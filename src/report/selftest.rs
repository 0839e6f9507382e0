//! What the self-test found, as a table, a sentence and JSON.

use super::section::Section;
use super::table::Table;
use crate::analysis::selftest::Outcome;
use crate::quantity::number::significant;
use serde::Serialize;
use serde_json::Value;

/// The outcome of all cases.
#[must_use]
pub fn section(outcomes: &[Outcome]) -> Section {
    let failed = outcomes.iter().filter(|outcome| !outcome.holds()).count();
    let sentence = match failed {
        0 => format!("All {} results are as exact as they must be.", outcomes.len()),
        _ => format!("{failed} of {} results are not what they must be.", outcomes.len()),
    };
    let said = outcomes.iter().filter(|outcome| !outcome.holds());
    let said = said.filter_map(|outcome| Some(format!("{}: {}", outcome.case, outcome.said.as_ref()?)));
    Section {
        tables: vec![table(outcomes)],
        sentences: said.chain([sentence]).collect(),
        ..Section::new("selftest", "Cases with known answers", json(outcomes))
    }
}

/// A result a row.
fn table(outcomes: &[Outcome]) -> Table {
    let header = ["Case", "Quantity", "Exact", "Ours", "Difference", "Within", "Verdict"];
    let mut table = Table::new(&header, &[2, 3, 4, 5]);
    for outcome in outcomes {
        let expected = &outcome.expected;
        let verdict = if outcome.holds() { "good" } else { "WRONG" };
        let row = if expected.quantity == "refused" {
            [outcome.case.as_str(), "refused", "yes", if outcome.holds() { "yes" } else { "no" }, "", "", verdict]
                .map(str::to_owned)
        } else {
            [
                outcome.case.clone(),
                words(&expected.quantity),
                significant(expected.exact, 7),
                significant(outcome.ours, 7),
                significant(outcome.difference(), 2),
                significant(expected.within, 2),
                verdict.to_owned(),
            ]
        };
        table.push(row);
    }
    table
}

/// A result of a case.
#[derive(Serialize)]
struct Row<'a> {
    case: &'a str,
    source: &'a str,
    quantity: &'a str,
    exact: f64,
    ours: f64,
    difference: f64,
    within: f64,
    good: bool,
    said: Option<&'a str>,
}

fn row(outcome: &Outcome) -> Row<'_> {
    Row {
        case: &outcome.case,
        source: &outcome.source,
        quantity: &outcome.expected.quantity,
        exact: outcome.expected.exact,
        ours: outcome.ours,
        difference: outcome.difference(),
        within: outcome.expected.within,
        good: outcome.holds(),
        said: outcome.said.as_deref(),
    }
}

/// `case,quantity,exact,ours,difference,within,good`.
#[must_use]
pub fn csv(outcomes: &[Outcome]) -> String {
    let header = ["case", "quantity", "exact", "ours", "difference", "within", "good"];
    super::csv::columns(&header, outcomes.iter().map(row))
}

/// A quantity as people say it.
fn words(quantity: &str) -> String {
    match quantity.split_once(' ') {
        Some(("first", input)) => format!("first order of {input}"),
        Some((_, input)) => format!("total order of {input}"),
        None if quantity == "undefined" => "share undefined".to_owned(),
        None if quantity == "value" => "central case".to_owned(),
        None => quantity.to_owned(),
    }
}

#[derive(Serialize)]
struct Document<'a> {
    good: bool,
    results: Vec<Row<'a>>,
}

fn json(outcomes: &[Outcome]) -> Value {
    super::json::value(&Document {
        good: outcomes.iter().all(Outcome::holds),
        results: outcomes.iter().map(row).collect(),
    })
}
