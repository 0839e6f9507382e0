//! A comparison in tables: the scenarios, inputs that differ, metrics side by side, ranges, and why.

use super::{Compared, words};
use crate::analysis::comparison::MetricRow;
use crate::quantity::number::shown;
use crate::report::members;
use crate::report::table::Table;

/// All tables that have rows.
pub fn all(compared: &Compared<'_>) -> Vec<Table> {
    let mut tables = vec![scenarios(compared), inputs(compared)];
    tables.extend(metrics(compared));
    let p5 = "Ranges, 5th to 95th percentile of samples";
    let low = "Ranges, all inputs at the ends of theirs (low to high)";
    tables.push(ranges(compared, &|row, scenario| compared.low_high(row, scenario)).titled(low));
    tables.push(ranges(compared, &|row, scenario| compared.p5_p95(row, scenario)).titled(p5));
    tables.extend((1..compared.scenarios.len()).map(|other| why(compared, other)));
    tables.retain(|table| !table.rows.is_empty());
    tables
}

fn letters(compared: &Compared<'_>) -> Vec<String> {
    (0..compared.scenarios.len()).map(|position| Compared::letter(position).to_string()).collect()
}

fn scenarios(compared: &Compared<'_>) -> Table {
    let mut table = Table::new(&["", "Scenario", "Title"], &[]);
    for (letter, one) in letters(compared).into_iter().zip(&compared.scenarios) {
        let set: Vec<String> = one
            .inputs
            .iter()
            .filter(|input| input.provenance.set.is_some())
            .map(|input| format!("{} = {}", input.id, input.value_text()))
            .collect();
        let set = if set.is_empty() { String::new() } else { format!(" (set: {})", set.join("; ")) };
        table.push([letter, one.name.clone(), format!("{}{set}", one.title)]);
    }
    table
}

/// A row for each scenario, under the input's name; members of large scopes stay in the CSV file.
fn inputs(compared: &Compared<'_>) -> Table {
    let mut table = Table::new(&["Input", "", "Value", "Range", "Source"], &[2]);
    let mut left_out = 0;
    let crowded: Vec<String> = compared.scenarios.iter().flat_map(|one| members::crowded(one)).collect();
    for row in &compared.inputs {
        let found: Vec<_> =
            row.at.iter().zip(&compared.scenarios).map(|(at, one)| at.map(|at| &one.inputs[at])).collect();
        if found.iter().flatten().any(|input| members::is_in(input.member.as_ref(), &crowded)) {
            left_out += 1;
            continue;
        }
        for (position, input) in found.iter().enumerate() {
            let label = if position == 0 { compared.input_label(&row.id) } else { String::new() };
            let letter = Compared::letter(position).to_string();
            match input {
                None => table.push([label, letter, "not given".to_owned(), String::new(), String::new()]),
                Some(input) => {
                    let assumed = if input.provenance.assumed.is_some() { "assumed" } else { "" };
                    let source = match input.provenance.sources.join(", ") {
                        none if none.is_empty() => assumed.to_owned(),
                        sources => sources,
                    };
                    let range = input.range_text().unwrap_or_default();
                    table.push([label, letter, input.value_text(), range, source]);
                }
            }
        }
    }
    let more = if left_out > 0 {
        format!("; {left_out} more of members of scopes in compare_inputs.csv")
    } else {
        String::new()
    };
    table.titled(format!("Inputs that differ{more}"))
}

fn value(compared: &Compared<'_>, row: &MetricRow, scenario: usize) -> String {
    match (compared.metric(row, scenario), compared.value(row, scenario)) {
        (None, _) => "not available".to_owned(),
        (Some(_), Some(value)) => shown(value),
        (Some(metric), None) if metric.value.is_finite() => metric.value_text(),
        (Some(_), None) => "undefined".to_owned(),
    }
}

fn difference(compared: &Compared<'_>, row: &MetricRow, scenario: usize) -> [String; 2] {
    match compared.difference(row, scenario) {
        None => [String::new(), String::new()],
        Some((difference, ratio)) => [words::signed(difference), ratio.map_or_else(String::new, shown)],
    }
}

/// Two scenarios stand in one table; of more, the differences have a table of their own.
fn metrics(compared: &Compared<'_>) -> Vec<Table> {
    let all = letters(compared);
    let label = |row: &MetricRow| compared.first(row).map_or_else(String::new, |metric| metric.label.clone());
    if let [a, b] = all.as_slice() {
        let header = ["Metric", a, b, "Difference", "Ratio", "Unit"];
        let mut table = Table::new(&header, &[1, 2, 3, 4]).titled("Metrics; difference and ratio to A");
        for row in &compared.metrics {
            let [difference, ratio] = difference(compared, row, 1);
            let values = [value(compared, row, 0), value(compared, row, 1)];
            let cells = [label(row)].into_iter().chain(values).chain([difference, ratio, compared.unit(row).label()]);
            table.push(cells);
        }
        return vec![table];
    }
    let header: Vec<&str> = ["Metric"].into_iter().chain(all.iter().map(String::as_str)).chain(["Unit"]).collect();
    let mut values = Table::new(&header, &(1..=all.len()).collect::<Vec<_>>()).titled("Metrics");
    let heads: Vec<&str> =
        ["Metric"].into_iter().chain(all.iter().skip(1).map(String::as_str)).chain(["Unit"]).collect();
    let mut differences =
        Table::new(&heads, &(1..all.len()).collect::<Vec<_>>()).titled("Difference from A, and ratio to it");
    for row in &compared.metrics {
        let (unit, scenarios) = (compared.unit(row).label(), 0..all.len());
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

/// The range of a metric in a scenario.
type Range<'a> = dyn Fn(&MetricRow, usize) -> Option<(f64, f64)> + 'a;

fn ranges(compared: &Compared<'_>, range: &Range<'_>) -> Table {
    let all = letters(compared);
    let header: Vec<&str> = ["Metric"].into_iter().chain(all.iter().map(String::as_str)).chain(["Unit"]).collect();
    let mut table = Table::new(&header, &[]);
    for row in &compared.metrics {
        let found: Vec<Option<(f64, f64)>> = (0..all.len()).map(|scenario| range(row, scenario)).collect();
        if found.iter().all(Option::is_none) {
            continue;
        }
        let label = compared.first(row).map_or_else(String::new, |metric| metric.label.clone());
        let cells = found
            .iter()
            .map(|range| range.map_or_else(String::new, |(low, high)| format!("{} to {}", shown(low), shown(high))));
        table.push([label].into_iter().chain(cells).chain([compared.unit(row).label()]));
    }
    table
}

/// The causes of each metric's difference, under the metric's name.
fn why(compared: &Compared<'_>, other: usize) -> Table {
    let letter = Compared::letter(other);
    let mut table = Table::new(&["Metric", "Because of", "Adds", "Share", "A to other"], &[2, 3]);
    table.header[4] = format!("A to {letter}");
    for row in &compared.metrics {
        let Some(Ok(all)) = row.why.get(other - 1) else { continue };
        let (unit, whole) = (compared.unit(row), all.to - all.from);
        let mut label = compared.first(row).map_or_else(String::new, |metric| {
            let unit = unit.label();
            if unit.is_empty() { metric.label.clone() } else { format!("{} ({unit})", metric.label) }
        });
        for share in all.shares.iter().filter(|share| share.amount != 0.0) {
            let percent = 100.0 * share.amount / whole;
            table.push([
                std::mem::take(&mut label),
                words::cause(compared, &share.cause),
                words::signed(unit.from_base(share.amount)),
                if percent.is_finite() { format!("{} %", shown(percent)) } else { String::new() },
                words::change(compared, &share.cause, other),
            ]);
        }
    }
    table.titled(format!("Why {letter} differs from A: what each input's change adds to the difference"))
}
