//! What the self-test found, as a table, a sentence and JSON.

use super::section::Section;
use super::table::Table;
use crate::analysis::selftest::Outcome;
use crate::quantity::number::{plain, significant};
use serde_json::{Value, json};

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

/// `case,quantity,exact,ours,difference,within,good`.
#[must_use]
pub fn csv(outcomes: &[Outcome]) -> String {
    let cell = |value: f64| if value.is_finite() { plain(value) } else { String::new() };
    let rows = outcomes.iter().map(|outcome| {
        let expected = &outcome.expected;
        let numbers = [expected.exact, outcome.ours, outcome.difference(), expected.within].map(cell);
        let mut row = vec![outcome.case.clone(), expected.quantity.clone()];
        row.extend(numbers);
        row.push(outcome.holds().to_string());
        row
    });
    super::csv::write(&["case", "quantity", "exact", "ours", "difference", "within", "good"], rows)
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

/// `{"good", "results": [{"case", "source", "quantity", "exact", "ours", "difference", "within", "good"}]}`.
fn json(outcomes: &[Outcome]) -> Value {
    let finite = |value: f64| value.is_finite().then_some(value);
    let rows = outcomes.iter().map(|outcome| {
        json!({ "case": outcome.case, "source": outcome.source, "quantity": outcome.expected.quantity,
            "exact": outcome.expected.exact, "ours": finite(outcome.ours), "difference": finite(outcome.difference()),
            "within": outcome.expected.within, "good": outcome.holds(), "said": outcome.said })
    });
    json!({ "good": outcomes.iter().all(Outcome::holds), "results": rows.collect::<Vec<Value>>() })
}
