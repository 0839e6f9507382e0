//! A comparison in tables: the scenarios, inputs that differ, metrics side by side, ranges, and why.

use super::{Compared, words};
use crate::analysis::comparison::MetricRow;
use crate::args;
use crate::language::Localizer;
use crate::report::members;
use crate::report::table::Table;
use crate::report::wording::{Wording, between, range_text};

/// All tables that have rows.
pub(crate) fn all(compared: &Compared<'_>) -> Vec<Table> {
    let mut tables = vec![scenarios(compared), inputs(compared)];
    tables.extend(metrics(compared));
    let said = compared.words();
    let p5 = said.text("compare-percentiles");
    tables.push(ranges(compared, &|row, scenario| compared.p5_p95(row, scenario)).titled(p5));
    tables.extend((1..compared.scenarios.len()).map(|other| why(compared, other)));
    tables.retain(|table| !table.rows.is_empty());
    tables
}

/// The extremes of the metrics over all declared ranges.
#[must_use]
pub fn ends(compared: &Compared<'_>) -> Table {
    let caption = compared.words().text("compare-ranges");
    ranges(compared, &|row, scenario| compared.low_high(row, scenario)).titled(caption)
}

fn letters(compared: &Compared<'_>) -> Vec<String> {
    (0..compared.scenarios.len()).map(|position| Compared::letter(position).to_string()).collect()
}

fn scenarios(compared: &Compared<'_>) -> Table {
    let said = compared.words();
    let mut table = Table::headed(said, &["", "compare-head-scenario", "compare-head-title"], &[]);
    for (letter, one) in letters(compared).into_iter().zip(&compared.scenarios) {
        let set: Vec<String> = one
            .calculation
            .inputs
            .iter()
            .filter(|input| input.provenance.set.is_some())
            .map(|input| format!("{} = {}", input.id, input.value_text(one.words)))
            .collect();
        let title = if set.is_empty() {
            one.title.clone()
        } else {
            said.format("compare-set", args![title = &one.title, values = set.join("; ")])
        };
        table.push([letter, one.name.clone(), title]);
    }
    table
}

/// A row for each scenario, under the input's name; members of large scopes stay in the CSV file.
fn inputs(compared: &Compared<'_>) -> Table {
    let said = compared.words();
    let mut table = Table::headed(said, &["head-input", "", "head-value", "head-range", "head-source"], &[2]);
    let mut left_out = 0;
    let crowded: Vec<String> = compared.scenarios.iter().flat_map(|one| members::crowded(one)).collect();
    for row in &compared.inputs {
        let found: Vec<_> =
            row.at.iter().zip(&compared.scenarios).map(|(at, one)| at.map(|at| &one.calculation.inputs[at])).collect();
        if found.iter().flatten().any(|input| members::is_in(input.member.as_ref(), &crowded)) {
            left_out += 1;
            continue;
        }
        for (position, input) in found.iter().enumerate() {
            let label = if position == 0 { compared.input_label(&row.id) } else { String::new() };
            let letter = Compared::letter(position).to_string();
            match input {
                None => table.push([label, letter, said.text("compare-not-given"), String::new(), String::new()]),
                Some(input) => {
                    let source = match compared.scenarios[position].cited(&input.provenance.sources) {
                        none if none.is_empty() && input.provenance.assumed.is_some() => said.text("compare-assumed"),
                        sources => sources,
                    };
                    let range = range_text(input, said).unwrap_or_default();
                    table.push([label, letter, input.value_text(said), range, source]);
                }
            }
        }
    }
    table.titled(match left_out {
        0 => said.text("compare-inputs"),
        more => said.format("compare-inputs-more", args![count = more]),
    })
}

fn value(compared: &Compared<'_>, row: &MetricRow, scenario: usize) -> String {
    match (compared.metric(row, scenario), compared.value(row, scenario)) {
        (None, _) => compared.words().text("not-available"),
        (Some(_), Some(value)) => compared.words().shown(value),
        (Some(metric), None) if metric.value.is_finite() => metric.value_text(compared.words()),
        (Some(metric), None) => compared.words().shown(metric.value),
    }
}

fn difference(compared: &Compared<'_>, row: &MetricRow, scenario: usize) -> [String; 2] {
    match compared.difference(row, scenario) {
        None => [String::new(), String::new()],
        Some((difference, ratio)) => {
            let said = compared.words();
            [words::signed(said, difference), ratio.map_or_else(String::new, |ratio| said.shown(ratio))]
        }
    }
}

/// Two scenarios stand in one table; of more, the differences have a table of their own.
fn metrics(compared: &Compared<'_>) -> Vec<Table> {
    let (said, all) = (compared.words(), letters(compared));
    let label = |row: &MetricRow| compared.first(row).map_or_else(String::new, |metric| metric.label.clone());
    if let [a, b] = all.as_slice() {
        let heads = ["compare-head-difference", "compare-head-ratio", "head-unit"].map(|key| said.format(key, &[]));
        let [metric, letters] = [vec![said.text("head-metric")], vec![a.clone(), b.clone()]];
        let header = [metric, letters, heads.to_vec()].concat();
        let mut table = Table { header, right: vec![1, 2, 3, 4], ..Table::default() };
        table.caption = said.text("compare-metrics-of-two");
        for row in &compared.metrics {
            let [difference, ratio] = difference(compared, row, 1);
            let values = [value(compared, row, 0), value(compared, row, 1)];
            let cells =
                [label(row)].into_iter().chain(values).chain([difference, ratio, said.unit(&compared.unit(row))]);
            table.push(cells);
        }
        return vec![table];
    }
    let right = |columns: usize| (1..=columns).collect::<Vec<_>>();
    let mut values = lettered(said, &all).titled(said.text("compare-metrics"));
    values.right = right(all.len());
    let mut differences = lettered(said, &all[1..]).titled(said.text("compare-differences"));
    differences.right = right(all.len() - 1);
    for row in &compared.metrics {
        let (unit, scenarios) = (said.unit(&compared.unit(row)), 0..all.len());
        let cells = scenarios.clone().map(|scenario| value(compared, row, scenario));
        values.push([label(row)].into_iter().chain(cells).chain([unit.clone()]));
        let cells = scenarios.skip(1).map(|scenario| match difference(compared, row, scenario) {
            [difference, ratio] if ratio.is_empty() => difference,
            [difference, ratio] => format!("{difference} (×{ratio})"),
        });
        differences.push([label(row)].into_iter().chain(cells).chain([unit]));
    }
    vec![values, differences]
}

/// An empty table with a column for each scenario.
fn lettered(said: Localizer, letters: &[String]) -> Table {
    let [metric, unit] = ["head-metric", "head-unit"].map(|key| vec![said.format(key, &[])]);
    Table { header: [metric, letters.to_vec(), unit].concat(), ..Table::default() }
}

/// The range of a metric in a scenario.
type Range<'a> = dyn Fn(&MetricRow, usize) -> Option<(f64, f64)> + 'a;

fn ranges(compared: &Compared<'_>, range: &Range<'_>) -> Table {
    let (said, all) = (compared.words(), letters(compared));
    let mut table = lettered(said, &all);
    for row in &compared.metrics {
        let found: Vec<Option<(f64, f64)>> = (0..all.len()).map(|scenario| range(row, scenario)).collect();
        if found.iter().all(Option::is_none) {
            continue;
        }
        let label = compared.first(row).map_or_else(String::new, |metric| metric.label.clone());
        let cells = found.iter().map(|range| range.map_or_else(String::new, |ends| between(said, ends)));
        table.push([label].into_iter().chain(cells).chain([said.unit(&compared.unit(row))]));
    }
    table
}

/// What rounding adds to a whole.
const SLACK: f64 = 1e-9;

/// The causes of each metric's difference, under the metric's name.
fn why(compared: &Compared<'_>, other: usize) -> Table {
    let (said, letter) = (compared.words(), Compared::letter(other).to_string());
    let heads = ["head-metric", "compare-head-cause", "compare-head-adds", "compare-head-share"];
    let mut table = Table::headed(said, &heads, &[2, 3]);
    table.header.push(said.format("compare-head-change", args![letter = &letter]));
    for row in compared.explained() {
        let Some(Ok(all)) = row.why.get(other - 1) else { continue };
        let (unit, whole) = (compared.unit(row), all.to - all.from);
        let mut label = compared.first(row).map_or_else(String::new, |metric| {
            let unit = said.unit(&unit);
            if unit.is_empty() { metric.label.clone() } else { format!("{} ({unit})", metric.label) }
        });
        // Where causes work against each other, a share of what is left says nothing: the amounts do.
        let is_part =
            all.shares.iter().all(|share| (0.0..=1.0 + SLACK).contains(&(share.amount / whole)) || share.amount == 0.0);
        for share in all.shares.iter().filter(|share| share.amount != 0.0) {
            let percent = 100.0 * share.amount / whole;
            table.push([
                std::mem::take(&mut label),
                words::cause(compared, &share.cause),
                words::signed(said, unit.from_base(share.amount)),
                if is_part { format!("{} %", said.shown(percent)) } else { String::new() },
                words::change(compared, &share.cause, other),
            ]);
        }
    }
    table.titled(said.format("compare-why", args![letter = letter]))
}
