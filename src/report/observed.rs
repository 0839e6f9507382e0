//! What was observed in missions of the past, in words, beside a scenario's own figure.

use crate::args;
use crate::evidence::{Observed, ObservedCase};
use crate::language::Localizer;
use serde_json::{Value, json};

/// Digits of figures that somebody measured on maps.
const DIGITS: usize = 3;

/// What was observed of an input, group by group, each beside the scenario's own figure in base units where it has one.
#[must_use]
pub fn sentences(words: Localizer, input: &str, own: Option<f64>) -> Vec<String> {
    Observed::of(input).flat_map(|observed| one(words, observed, own)).collect()
}

fn one(words: Localizer, observed: &Observed, own: Option<f64>) -> Vec<String> {
    let title = said(words, &observed.id, &observed.title);
    let mut lines = vec![words.format("observed-title", args![title = title])];
    let amount = |value: f64| words.attach(&observed.unit, &words.significant(value, DIGITS));
    for (group, cases) in observed.groups() {
        let Some(spread) = Spread::new(&cases) else { continue };
        let listed: Vec<String> = cases.iter().map(|case| named(words, case)).collect();
        let about = args![
            group = words.choice("observed-group", group),
            count = cases.len(),
            low = words.significant(spread.least, DIGITS),
            high = amount(spread.most),
            median = amount(spread.median),
            cases = words.list(&listed),
        ];
        lines.push(words.format("observed-group", about));
        if let Some(own) = own.filter(|own| own.is_finite()) {
            let own = observed.unit.from_base(own);
            let below = cases.iter().filter(|case| case.value < own).count();
            let about = args![value = amount(own), below = below, count = cases.len()];
            lines.push(words.format("observed-own", about));
        }
    }
    let derivation = said(words, &format!("{}-derivation", observed.id), &observed.derivation);
    lines.push(words.format("observed-derivation", args![derivation = derivation]));
    lines.extend(observed.note.as_ref().map(|note| said(words, &format!("{}-note", observed.id), note)));
    lines.push(words.format("backtest-cite", args![cite = &observed.cite]));
    lines
}

/// A text of the facts in the language of the report, where it has it.
fn said(words: Localizer, key: &str, text: &str) -> String {
    let found = if words.is_english() { None } else { words.translated(&format!("fact-{key}"), &[]) };
    found.unwrap_or_else(|| text.to_owned())
}

/// A mission with its year and figure.
fn named(words: Localizer, case: &ObservedCase) -> String {
    let number = words.significant(case.value, DIGITS);
    words.format("observed-case", args![name = &case.name, year = case.year.to_string(), number = number])
}

/// The ends and the middle of some figures.
pub(super) struct Spread {
    pub least: f64,
    pub median: f64,
    pub mean: f64,
    pub most: f64,
}

impl Spread {
    /// Of some cases; `None` without any.
    pub fn new(cases: &[&ObservedCase]) -> Option<Self> {
        let mut sorted: Vec<f64> = cases.iter().map(|case| case.value).collect();
        sorted.sort_by(f64::total_cmp);
        let (least, most) = (*sorted.first()?, *sorted.last()?);
        let half = sorted.len() / 2;
        let median =
            if sorted.len().is_multiple_of(2) { f64::midpoint(sorted[half - 1], sorted[half]) } else { sorted[half] };
        Some(Self { least, median, mean: sorted.iter().sum::<f64>() / count(sorted.len()), most })
    }
}

#[expect(clippy::cast_precision_loss, reason = "a few missions")]
fn count(cases: usize) -> f64 {
    cases as f64
}

/// What was observed of an input, for programs; `null` where nothing was.
pub(super) fn json(input: &str) -> Value {
    let case = |case: &ObservedCase| {
        json!({ "name": case.name, "group": case.group, "year": case.year, "value": case.value,
            "p25": case.quartiles.map(|ends| ends.0), "p75": case.quartiles.map(|ends| ends.1), "count": case.count })
    };
    let of = |observed: &Observed| {
        json!({ "id": observed.id, "title": observed.title, "unit": observed.unit.text(),
            "derivation": observed.derivation, "cite": observed.cite, "note": observed.note,
            "cases": observed.cases.iter().map(case).collect::<Vec<_>>() })
    };
    let found: Vec<Value> = Observed::of(input).map(of).collect();
    if found.is_empty() { Value::Null } else { found.into() }
}
