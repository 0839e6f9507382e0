//! Costs by basis and casualties as JSON and CSV. What is here stays: later versions only add keys and columns.

use super::named::{input, metric};
use crate::analysis::cumulative::Cumulative;
use crate::analysis::monte_carlo::PercentileRanges;
use crate::model::own_name::COST_OVER_TIME;
use crate::model::{Assessment, Basis, Metric, MetricId, Named};
use crate::program::Extremes;
use crate::report::csv::{columns, table};
use crate::report::json::{keyed, value};
use rustc_hash::FxHashMap;
use serde::Serialize;
use serde_json::{Map, Value};

#[derive(Serialize, Default)]
struct YearRow<'a> {
    basis: &'a str,
    year: f64,
    cost: f64,
    unit: &'a str,
}

/// The cost as it adds up: `basis,year,cost,unit`, the cost in the unit of the totals.
pub(super) fn over_time_csv(assessment: &Assessment, found: &Cumulative) -> Option<(String, String)> {
    let unit = &assessment.roles.costs.bases.iter().find_map(|basis| metric(assessment, &basis.total))?.unit;
    let rows = found.lines.iter().flat_map(|line| {
        let basis = assessment.roles.costs.bases[line.basis].id.as_str();
        let row = move |(year, cost): &(f64, f64)| YearRow {
            basis,
            year: *year,
            cost: unit.from_base(*cost),
            unit: unit.text(),
        };
        line.points.iter().map(row)
    });
    Some((COST_OVER_TIME.csv(), table(rows)))
}

/// A metric's central case, the extremes over the ranges of its inputs, and the range of samples.
#[derive(Serialize)]
struct Range<'a> {
    low: f64,
    central: f64,
    high: f64,
    p5: Option<f64>,
    p95: Option<f64>,
    unit: &'a str,
}

/// What is known of the metrics that a document or a table has: their extremes and ranges.
struct Known<'a> {
    assessment: &'a Assessment,
    ranges: &'a PercentileRanges,
    extremes: FxHashMap<MetricId, Extremes>,
}

impl<'a> Known<'a> {
    fn new(assessment: &'a Assessment, ranges: &'a PercentileRanges) -> Self {
        let of_basis = |basis: &'a Basis| [basis.annual.at, basis.total.at, basis.funding.at].into_iter().flatten();
        let bases = assessment.roles.costs.bases.iter().flat_map(of_basis);
        let deaths = assessment
            .roles
            .casualties
            .iter()
            .flat_map(|casualty| std::iter::once(casualty.annual).chain(casualty.total));
        let metrics: Vec<MetricId> = bases.chain(deaths).collect();
        let extremes = metrics.iter().copied().zip(assessment.calculation.extremes(&metrics)).collect();
        Self { assessment, ranges, extremes }
    }

    fn range(&self, id: MetricId) -> Range<'a> {
        let metric = &self.assessment.calculation.metrics[id];
        let found = self.ranges.shown(metric);
        let ends = self.extremes.get(&id).copied().unwrap_or_default().bounds;
        Range {
            low: metric.unit.from_base(ends.low),
            central: metric.shown_value(),
            high: metric.unit.from_base(ends.high),
            p5: found.map(|range| range.0),
            p95: found.map(|range| range.1),
            unit: metric.unit.text(),
        }
    }
}

/// All of it. The names of metrics are the model's: what they stand for is the same for each basis.
#[derive(Serialize)]
struct Document<'a> {
    /// Of the chosen basis, in the units under `unit`; `null` where the scenario lacks the inputs.
    #[serde(flatten)]
    values: Map<String, Value>,
    basis: Option<&'a str>,
    unit: Map<String, Value>,
    bases: Map<String, Value>,
    casualties: Map<String, Value>,
    warning: Option<&'a str>,
}

#[derive(Serialize)]
struct BasisRow<'a> {
    label: &'a str,
    counts: &'a str,
    /// The costs per year and in all, and the share of it that the fund equals.
    #[serde(flatten)]
    ranges: Map<String, Value>,
    /// Where the cost over time is known.
    #[serde(flatten)]
    over_time: Option<FundRow>,
}

#[derive(Serialize)]
struct FundRow {
    fund_used_up_after_years: Option<f64>,
}

#[derive(Serialize)]
struct CasualtyRow<'a> {
    label: &'a str,
    rate: f64,
    unit: &'a str,
    annual: Range<'a>,
    total: Option<Range<'a>>,
}

/// Costs and casualties as JSON.
pub(super) fn json(assessment: &Assessment, over_time: Option<&Cumulative>, ranges: &PercentileRanges) -> Value {
    let (costs, known) = (&assessment.roles.costs, Known::new(assessment, ranges));
    let named = || [&costs.annual, &costs.total, &costs.funding, &costs.years, &costs.setup].into_iter();
    let found = |named: &Named<MetricId>| metric(assessment, named);
    let bases = costs.bases.iter().enumerate().filter(|(_, basis)| basis.annual.at.is_some());
    let bases = bases.map(|(position, basis)| {
        let generic = [(&costs.annual, &basis.annual), (&costs.total, &basis.total), (&costs.funding, &basis.funding)];
        let mut lines = over_time.into_iter().flat_map(|found| &found.lines);
        let row = BasisRow {
            label: &basis.label,
            counts: &basis.counts,
            ranges: keyed(generic.map(|(name, named)| (&name.id, named.at.map(|metric| known.range(metric))))),
            over_time: lines
                .find(|line| line.basis == position)
                .map(|line| FundRow { fund_used_up_after_years: line.exhausted }),
        };
        (&basis.id, row)
    });
    let casualties = assessment.roles.casualties.iter().map(|casualty| {
        let rate = &assessment.calculation.inputs[casualty.rate];
        let row = CasualtyRow {
            label: &casualty.label,
            rate: rate.shown_value(),
            unit: rate.unit.text(),
            annual: known.range(casualty.annual),
            total: casualty.total.map(|total| known.range(total)),
        };
        (&casualty.id, row)
    });
    value(&Document {
        values: keyed(named().map(|named| (&named.id, found(named).map(Metric::shown_value)))),
        basis: costs.bases.iter().find(|basis| basis.chosen).map(|basis| basis.id.as_str()),
        unit: keyed(named().map(|named| (&named.id, found(named).map(|metric| metric.unit.text())))),
        bases: keyed(bases),
        casualties: keyed(casualties),
        warning: input(assessment, &costs.fund).and_then(|fund| fund.warning.as_deref()),
    })
}

/// A measure of a basis.
#[derive(Serialize)]
struct MeasureRow<'a> {
    basis: &'a str,
    label: &'a str,
    chosen: bool,
    measure: &'a str,
    #[serde(flatten)]
    range: Range<'a>,
}

/// `basis,label,chosen,measure,low,central,high,unit,p5,p95`: a row for each measure of each basis.
#[must_use]
pub fn csv(assessment: &Assessment, ranges: &PercentileRanges) -> String {
    let known = Known::new(assessment, ranges);
    let rows = assessment.roles.costs.bases.iter().flat_map(|basis| {
        let measures = [&basis.annual, &basis.total, &basis.funding].into_iter().filter_map(|named| named.at);
        let row = |metric: MetricId| MeasureRow {
            basis: &basis.id,
            label: &basis.label,
            chosen: basis.chosen,
            measure: &assessment.calculation.metrics[metric].id,
            range: known.range(metric),
        };
        measures.map(row).collect::<Vec<_>>()
    });
    columns(&["basis", "label", "chosen", "measure", "low", "central", "high", "unit", "p5", "p95"], rows)
}
