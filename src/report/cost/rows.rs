//! Costs by basis and casualties as JSON and CSV. What is here stays: later versions only add keys and columns.

use super::named::{input, metric};
use crate::analysis::cumulative::Cumulative;
use crate::analysis::monte_carlo::PercentileRanges;
use crate::model::own_name::COST_OVER_TIME;
use crate::model::{Assessment, Metric, MetricId, Named};
use crate::quantity::number::plain;
use crate::report::csv::cell;
use serde_json::{Map, Value, json};

/// The cost as it adds up: `basis,year,cost,unit`, the cost in the unit of the totals.
pub(super) fn over_time_csv(assessment: &Assessment, found: &Cumulative) -> Option<(String, String)> {
    let unit = &assessment.roles.costs.bases.iter().find_map(|basis| metric(assessment, &basis.total))?.unit;
    let rows = found.lines.iter().flat_map(|line| {
        let basis = &assessment.roles.costs.bases[line.basis].id;
        let cells = |(year, cost): &(f64, f64)| [plain(*year), cell(unit.from_base(*cost)), unit.text().to_owned()];
        line.points.iter().map(move |point| [basis.clone()].into_iter().chain(cells(point)).collect())
    });
    Some((COST_OVER_TIME.csv(), crate::report::csv::write(&["basis", "year", "cost", "unit"], rows)))
}

/// A metric's central value in its unit, `null` where the scenario lacks its inputs.
pub(super) fn value(assessment: &Assessment, named: &Named<MetricId>) -> Value {
    json!(metric(assessment, named).map(Metric::shown_value).filter(|value| value.is_finite()))
}

/// The central case, the extremes and the range of samples.
fn low_high(metric: &Metric, ranges: &PercentileRanges) -> Value {
    let ends = [metric.bounds.low, metric.bounds.high].map(|end| metric.unit.from_base(end));
    let finite = |value: f64| Some(value).filter(|value| value.is_finite());
    let range = ranges.shown(metric);
    json!({
        "low": finite(ends[0]), "central": finite(metric.shown_value()), "high": finite(ends[1]),
        "p5": range.map(|range| range.0), "p95": range.map(|range| range.1), "unit": metric.unit.text(),
    })
}

/// Each metric of the chosen basis under its identifier: the cost per year, in all, and the share of it that the fund
/// equals, in the units under `unit`; `bases` has the same by each basis with ranges, `casualties` the deaths.
pub(super) fn json(assessment: &Assessment, over_time: Option<&Cumulative>, ranges: &PercentileRanges) -> Value {
    let costs = &assessment.roles.costs;
    let mut root = Map::new();
    let mut units = Map::new();
    for named in [&costs.annual, &costs.total, &costs.funding, &costs.years, &costs.setup] {
        root.insert(named.id.clone(), value(assessment, named));
        let unit = metric(assessment, named).map(|metric| metric.unit.text());
        units.insert(named.id.clone(), json!(unit));
    }
    let chosen = costs.bases.iter().find(|basis| basis.chosen);
    root.insert("basis".to_owned(), json!(chosen.map(|basis| basis.id.as_str())));
    root.insert("unit".to_owned(), Value::Object(units));
    let mut bases = Map::new();
    for basis in costs.bases.iter().filter(|basis| basis.annual.at.is_some()) {
        let mut row = json!({ "label": basis.label, "counts": basis.counts });
        let generic = [(&costs.annual, &basis.annual), (&costs.total, &basis.total), (&costs.funding, &basis.funding)];
        for (name, named) in generic {
            row[name.id.as_str()] = json!(metric(assessment, named).map(|metric| low_high(metric, ranges)));
        }
        bases.insert(basis.id.clone(), row);
    }
    for line in over_time.into_iter().flat_map(|found| &found.lines) {
        if let Some(row) = bases.get_mut(&costs.bases[line.basis].id) {
            row["fund_used_up_after_years"] = json!(line.exhausted);
        }
    }
    root.insert("bases".to_owned(), Value::Object(bases));
    let casualties: Map<String, Value> = assessment
        .roles
        .casualties
        .iter()
        .map(|casualty| {
            let rate = &assessment.calculation.inputs[casualty.rate];
            let row = json!({
                "label": casualty.label, "rate": rate.shown_value(), "unit": rate.unit.text(),
                "annual": low_high(&assessment.calculation.metrics[casualty.annual], ranges),
                "total": casualty.total.map(|total| low_high(&assessment.calculation.metrics[total], ranges)),
            });
            (casualty.id.clone(), row)
        })
        .collect();
    root.insert("casualties".to_owned(), Value::Object(casualties));
    root.insert("warning".to_owned(), json!(input(assessment, &costs.fund).and_then(|fund| fund.warning.as_deref())));
    Value::Object(root)
}

/// `basis,label,chosen,measure,low,central,high,unit,p5,p95`: a row for each measure of each basis.
#[must_use]
pub fn csv(assessment: &Assessment, ranges: &PercentileRanges) -> String {
    let mut rows = Vec::new();
    for basis in &assessment.roles.costs.bases {
        for named in [&basis.annual, &basis.total, &basis.funding] {
            let Some(metric) = metric(assessment, named) else { continue };
            let [low, high] = [metric.bounds.low, metric.bounds.high].map(|end| metric.unit.from_base(end));
            let range = ranges.shown(metric);
            rows.push(vec![
                basis.id.clone(),
                basis.label.clone(),
                basis.chosen.to_string(),
                metric.id.clone(),
                cell(low),
                cell(metric.shown_value()),
                cell(high),
                metric.unit.text().to_owned(),
                cell(range.map_or(f64::NAN, |range| range.0)),
                cell(range.map_or(f64::NAN, |range| range.1)),
            ]);
        }
    }
    crate::report::csv::write(
        &["basis", "label", "chosen", "measure", "low", "central", "high", "unit", "p5", "p95"],
        rows.into_iter(),
    )
}
